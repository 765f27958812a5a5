//! A law: read, judged when it is sound, laid out when it can be read. Nothing panics, and the layout is its own layout.
#![no_main]

use iml_check::builtin::BuiltInTreaties;
use iml_check::checker::{Checker, Input, Question};
use iml_check::judge::Options;
use iml_check::law::Date;
use iml_check::report::{Cover, FORMATS, OrderReport, RenderContext, Shown, Style};
use iml_check::session::Exit;
use iml_check::words::{Lang, Words};
use libfuzzer_sys::fuzz_target;

/// Few standards, of every form, so that a case is quick.
const ONLY: [&str; 10] = [
    "child-immigration-detention", "child-detention-last-resort", "consular-notification", "primary-education-free",
    "passport-not-retained", "removal-after-individual-decision", "definition-child", "national-preventive-mechanism",
    "detention-not-indefinite", "equal-pay-for-equal-work",
];

thread_local! {
    static WORDS: Vec<Words> = Lang::ALL.into_iter().map(Words::new).collect();
}

fuzz_target!(|data: &[u8]| {
    let mut checker = Checker::new(Vec::new(), true);
    let read = checker.read(vec![Input { name: "law.pol".into(), bytes: data.to_vec() }]);
    WORDS.with(|all| {
        for words in all {
            let _ = iml_check::report::mistakes_short(&read.mistakes, &checker.sources, words);
        }
    });
    if let Ok(text) = std::str::from_utf8(data)
        && let Ok(laid) = iml_check::layout::layout(text)
    {
        assert_eq!(iml_check::layout::layout(&laid).as_deref(), Ok(laid.as_str()));
    }
    if !read.is_sound() {
        return;
    }
    let only = ONLY.iter().map(|s| (*s).to_owned()).collect();
    let question = Question {
        state: None,
        as_of: Date::parse("2026-01-01").unwrap(),
        assumed: &[],
        options: Options { all_standards: true, only, ..Options::default() },
        verify: true,
    };
    if let Ok(judgement) = checker.check(&read.order, &BuiltInTreaties, &question) {
        WORDS.with(|all| {
            for words in all {
                let order = OrderReport { judgement: Some(&judgement), mistakes: &[], files: &[] };
                let context = RenderContext {
                    orders: &[order],
                    sources: &checker.sources,
                    words,
                    voices: &[],
                    shown: Shown::default(),
                    style: &Style::default(),
                    cover: &Cover::default(),
                    exit: Exit::Clean,
                };
                for format in FORMATS {
                    let _ = format.write(&context, &mut String::new());
                }
            }
        });
    }
});
