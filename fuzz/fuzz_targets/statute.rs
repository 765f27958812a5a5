//! A statute in any of its formats: read, made into a law that can be read again, every text found in its source.
#![no_main]

use iml_check::statute::{Heading, Passage, read, skeleton, stands_in};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Ok(statute) = read(data) else { return };
    let heading = Heading { name: "law".into(), state: "MLT".into(), ..Heading::default() };
    let law = skeleton(&statute, &heading);
    let parsed = iml_check::syntax::parse(&law, iml_check::text::FileId::own(0));
    // What could deceive a reader is a mistake wherever it stands; nothing else may be one.
    let odd = |m: &iml_check::syntax::Mistake| m.code.as_str() != "hidden-character";
    assert!(!parsed.mistakes.iter().any(odd), "{:?}\n{law}", parsed.mistakes);
    // A heading may stand alone; what has no words is no quotation.
    let worded = statute.provisions.iter().filter(|p| p.text.chars().any(char::is_alphanumeric));
    for provision in worded {
        assert_eq!(stands_in(&provision.text, &statute.words), Passage::Stands, "{}", provision.text);
    }
});
