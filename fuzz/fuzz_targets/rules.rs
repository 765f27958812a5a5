//! A rule file: read without the built-in rules, and checked.
#![no_main]

use iml_check::checker::{Checker, Input};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let checker = Checker::new(vec![Input { name: "rules.iml".into(), bytes: data.to_vec() }], false);
    if checker.mistakes.is_empty() {
        let _ = checker.check_rules();
    }
});
