//! A configuration, a baseline, a condition on the command line.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let _ = iml_check::config::read(text, iml_check::text::FileId::own(0));
    let _ = iml_check::baseline::Baseline::read(text);
    let _ = iml_check::syntax::parse_condition(text, iml_check::text::Span::at(iml_check::text::FileId::own(0), 0));
});
