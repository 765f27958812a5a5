//! The gate: what is known does not count, and nothing hides behind what is known.

use crate::cli::{DATE, iml, iml_in, out};

const LAW: &str = "policies/chn/exit-and-entry.pol";

fn law() -> String {
    std::fs::read_to_string(format!("{}/{LAW}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// A baseline of the law as it stands.
fn baseline(name: &str) -> String {
    let path = std::env::temp_dir().join(name);
    let path = path.to_str().unwrap().to_owned();
    let output = iml(&[LAW, DATE[0], DATE[1], "--baseline", &path, "--write-baseline", "--lang", "en"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    path
}

fn check(text: &str, baseline: &str, more: &[&str]) -> (Option<i32>, String) {
    let mut arguments = vec!["-", DATE[0], DATE[1], "--baseline", baseline, "--lang", "en"];
    arguments.extend(more);
    let output = iml_in(env!("CARGO_MANIFEST_DIR"), &arguments, Some(text.as_bytes()));
    (output.status.code(), out(&output))
}

#[test]
fn what_is_known_does_not_count() {
    let path = baseline("iml-baseline-known.json");
    let (code, text) = check(&law(), &path, &["--format", "short", "--fail-on", "review"]);
    assert_eq!(code, Some(0), "{text}");
    // Moving every line changes nothing.
    let (code, text) = check(&format!("# A word before.\n\n\n{}", law()), &path, &["--format", "short"]);
    assert_eq!(code, Some(0), "{text}");
    assert!(text.lines().filter(|l| l.contains("breach[")).all(|l| l.ends_with("(baseline)")));
    // The same findings are shown, with or without.
    let bare = iml(&[LAW, DATE[0], DATE[1], "--format", "short", "--lang", "en"]);
    assert_eq!(out(&bare).lines().count(), text.lines().count());
}

/// Those of 16 and 17 are known; an amendment that reaches those of 14 and 15 is stopped, by this standard and article.
#[test]
fn an_amendment_that_reaches_more_people_is_stopped() {
    let path = baseline("iml-baseline-wider.json");
    let only = ["--format", "plain", "--only", "child-detention-last-resort"];
    let amended = law().replace("age < 16 or age >= 70", "age < 14 or age >= 70");
    assert_ne!(amended, law());
    let output = check(&amended, &path, &only);
    assert_eq!(output.0, Some(1));
    assert!(output.1.contains("it now reaches more people"), "{}", output.1);
    assert!(output.1.contains("aged 14"), "{}", output.1);
    // One that reaches fewer passes.
    let mended = law().replace("age < 16 or age >= 70", "age < 17 or age >= 70");
    let (_, text) = check(&mended, &path, &only);
    assert!(text.contains("fewer people than then"), "{text}");
}

/// What is gone stays in the way until the baseline is written anew.
#[test]
fn what_is_gone_is_pruned() {
    let path = baseline("iml-baseline-gone.json");
    let mended = law().replace("age < 16 or age >= 70", "age < 18 or age >= 70");
    let (code, text) = check(&mended, &path, &["--format", "short"]);
    assert_eq!(code, Some(1));
    assert!(
        text.contains("gone from the law, still in the baseline: child-detention-last-resort, articles 60"),
        "{text}"
    );
}

#[test]
fn a_baseline_that_cannot_be_read_is_no_verdict() {
    for (name, text) in [("a", "{"), ("b", "{\"version\": 9, \"entries\": []}"), ("c", "{\"version\": 1}")] {
        let path = std::env::temp_dir().join(format!("iml-baseline-bad-{name}.json"));
        std::fs::write(&path, text).unwrap();
        let output = iml(&[LAW, "--baseline", path.to_str().unwrap(), "--lang", "en"]);
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains("cannot be read"));
    }
    let output = iml(&[LAW, "--baseline", "/no/such/file.json"]);
    assert_eq!(output.status.code(), Some(2));
}

/// A baseline is the same whoever writes it, and reads back as itself.
#[test]
fn a_baseline_is_stable() {
    let (one, two) = (baseline("iml-baseline-one.json"), baseline("iml-baseline-two.json"));
    let text = std::fs::read_to_string(one).unwrap();
    assert_eq!(text, std::fs::read_to_string(two).unwrap());
    assert!(text.contains("age >= 16 and age <= 17"), "the people are written in the language of the law");
    assert!(!text.contains(".pol"), "no file and no line");
}

/// The verdicts as a reviewed file: an amendment shows who falls through it, moved lines show nothing.
#[test]
fn the_verdicts_are_a_reviewed_file() {
    let folder = std::env::temp_dir().join("iml-reviewed");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let (file, reviewed) = (folder.join("law.pol"), folder.join("verdicts.txt"));
    std::fs::write(&file, law()).unwrap();
    let run = |more: &[&str]| {
        let mut arguments = vec!["test", "law.pol", DATE[0], DATE[1], "--lang", "en", "--snapshot", "verdicts.txt"];
        arguments.extend(more);
        let output = iml_in(folder.to_str().unwrap(), &arguments, None);
        (output.status.code(), out(&output))
    };
    // Nothing is reviewed yet: everything is new.
    assert_eq!(run(&[]).0, Some(1));
    assert!(!reviewed.exists());
    assert_eq!(run(&["--accept"]).0, Some(0));
    assert_eq!(run(&[]).0, Some(0));
    std::fs::write(&file, format!("# One more line.\n{}", law())).unwrap();
    assert_eq!(run(&[]).0, Some(0));
    std::fs::write(&file, law().replace("age < 16 or age >= 70", "age < 14 or age >= 70")).unwrap();
    let (code, text) = run(&[]);
    assert_eq!(code, Some(1));
    assert!(text.contains("-  the law permits detention of a foreigner aged 16"), "{text}");
    assert!(text.contains("+  the law permits detention of a foreigner aged 14"), "{text}");
    std::fs::write(&file, "policy p {").unwrap();
    assert_eq!(run(&[]).0, Some(2));
}
