//! What lies beside a checkout and not in it: schemas of others, statutes as they are published, a catalogue.
//!
//! A plain clone has none of it; a test that needs some says then what it did not test. Where `../shared` is there, all
//! that tests ask for must be in it; in CI it must be there. `IML_SHARED=optional` lets both be missing.

use std::io::Write as _;
use std::path::{Path, PathBuf};

/// What to do about something that is looked for.
#[derive(Debug, PartialEq)]
enum Answer {
    Use,
    SayNotTested,
    Fail,
}

fn answer(file: bool, folder: bool, optional: bool, ci: bool) -> Answer {
    match (file, folder || ci) {
        (true, _) => Answer::Use,
        (false, true) if !optional => Answer::Fail,
        (false, _) => Answer::SayNotTested,
    }
}

fn is_set(name: &str, value: &str) -> bool {
    std::env::var(name).is_ok_and(|v| v == value)
}

/// Says on standard error, past what holds back the words of a test that passes, what was not tested.
pub(crate) fn not_tested(what: &str, lacking: &str) {
    let _ = writeln!(std::io::stderr(), "NOT TESTED: {what}: {lacking} is not at hand");
}

/// The path of something in `../shared`, for a test of `what`.
pub(crate) fn shared(path: &str, what: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let file = folder.join(path);
    match answer(file.exists(), folder.is_dir(), is_set("IML_SHARED", "optional"), is_set("CI", "true")) {
        Answer::Use => return Some(file),
        Answer::SayNotTested => not_tested(what, &format!("../shared/{path}")),
        Answer::Fail => panic!("{what}: ../shared/{path} is missing; IML_SHARED=optional lets it be missing"),
    }
    None
}

/// Whether a program of the system can be run, for a test of `what`; in CI it must.
pub(crate) fn program(name: &str, what: &str) -> bool {
    let there = std::process::Command::new(name).arg("--version").output().is_ok();
    assert!(there || !is_set("CI", "true"), "{what}: {name} is missing");
    if !there {
        not_tested(what, name);
    }
    there
}

#[test]
fn what_is_missing_is_said_or_fails() {
    for (file, folder, optional, ci, expected) in [
        (true, true, false, true, Answer::Use),
        (true, true, true, false, Answer::Use),
        // A plain clone.
        (false, false, false, false, Answer::SayNotTested),
        (false, false, false, true, Answer::Fail),
        (false, false, true, true, Answer::SayNotTested),
        // The folder is there, and what a test asks for is not in it.
        (false, true, false, false, Answer::Fail),
        (false, true, true, false, Answer::SayNotTested),
    ] {
        assert_eq!(answer(file, folder, optional, ci), expected, "{file} {folder} {optional} {ci}");
    }
}
