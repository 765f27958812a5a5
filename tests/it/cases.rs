//! Small inputs that once had a wrong answer, kept beside the checkout: each has the right one.

use crate::beside::shared;
use crate::cli::{err, iml_in, out};
use std::path::Path;

/// Copies a case, a file or a folder, to a folder of its own.
fn copied(case: &str) -> Option<tempfile::TempDir> {
    let from = shared(&format!("cases/{case}"), "the cases that once had a wrong answer")?;
    let kept = tempfile::tempdir().unwrap();
    copy(&from, kept.path());
    Some(kept)
}

/// Copies a file, or what a folder holds, into a folder.
pub(crate) fn copy(from: &Path, to: &Path) {
    if from.is_file() {
        let name = from.file_name().unwrap();
        std::fs::write(to.join(name), std::fs::read(from).unwrap()).unwrap();
        return;
    }
    for entry in std::fs::read_dir(from).unwrap().map(|e| e.unwrap().path()) {
        if entry.is_file() {
            copy(&entry, to);
        } else {
            let inner = to.join(entry.file_name().unwrap());
            std::fs::create_dir_all(&inner).unwrap();
            copy(&entry, &inner);
        }
    }
}

fn run(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let mut all = arguments.to_vec();
    all.extend(["--lang", "en"]);
    let output = iml_in(folder.to_str().unwrap(), &all, None);
    (output.status.code().unwrap(), format!("{}{}", out(&output), err(&output)))
}

/// Each case: what is run, how it ends, and what it has to say.
#[test]
fn each_has_the_right_answer() {
    let check = &["check", "."][..];
    let rows: &[(&str, &[&str], i32, &[&str])] = &[
        ("trust/state-typo.pol", check, 2, &["unknown-state", "state-typo.pol:2:9", "FRA"]),
        ("trust/two", check, 2, &["two-states", "a.pol:1:", "b.pol:1:"]),
        ("trust/fw", &["check"], 2, &["two-states", "a.pol:2:9", "b.pol:2:9"]),
        (
            "trust/scenario-of-jus-cogens.pol",
            &["new", "scenario", "scenario-of-jus-cogens.pol", "--standard", "torture-prohibited"],
            2,
            &["jus cogens"],
        ),
        (
            "sound/version-misread",
            check,
            1,
            &["new.pol:7:13", "child-detention-last-resort", "old.pol is another version"],
        ),
        (
            "sound/version-misread-fmt",
            check,
            1,
            &["new.pol:8:13", "child-detention-last-resort", "old.pol is another version"],
        ),
        ("sound/self-replace", check, 2, &["replaces-itself", "bad.pol:4:12"]),
        ("sound/older-replaces", check, 2, &["replaces-later-law", "1950-01-01", "2000-01-01"]),
        ("sound/future-heals", check, 1, &["child-detention-last-resort", "good.pol is left out"]),
    ];
    for (case, arguments, code, said) in rows {
        let Some(kept) = copied(case) else { continue };
        let (found, text) = run(kept.path(), arguments);
        assert_eq!(found, *code, "{case}\n{text}");
        for part in *said {
            assert!(text.contains(part), "{case}: {part}\n{text}");
        }
    }
}

/// The same laws in two spellings have one answer.
#[test]
fn a_spelling_changes_nothing() {
    for (one, other) in [("trust/mix", "trust/mix2"), ("sound/version-misread", "sound/version-misread-fmt")] {
        let (Some(one), Some(other)) = (copied(one), copied(other)) else { continue };
        let of = |folder: &Path| run(folder, &["check", ".", "--format", "comparison"]);
        assert_eq!(of(one.path()), of(other.path()));
    }
}

/// What was written to a baseline or accepted is known when it is read.
#[test]
fn what_is_written_is_known() {
    let known = ["--baseline", "known.json"];
    for (case, files) in [("trust/unit", &["law.pol"][..]), ("trust/two-files-baseline", &["a.pol", "b.pol"])] {
        let Some(kept) = copied(case) else { continue };
        let check = |more: &[&str]| run(kept.path(), &[&["check"][..], files, &known, more].concat());
        assert_eq!(check(&["--write-baseline"]).0, 0, "{case}");
        let (code, text) = check(&["--format", "short"]);
        assert!(code == 0 && !text.contains("gone from the law"), "{case}\n{text}");
    }
    let Some(kept) = copied("trust/unit") else { return };
    let accept = ["accept", "child-immigration-detention", "law.pol", "--reason", "x", "--until", "2099-01-01"];
    assert_eq!(run(kept.path(), &accept).0, 0);
    let gate = ["check", "law.pol", "--only", "child-immigration-detention", "--fail-on", "interpretation"];
    let (code, text) = run(kept.path(), &gate);
    assert_eq!(code, 0, "{text}");
}
