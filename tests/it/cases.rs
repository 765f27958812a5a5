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
    let silence = &["check", ".", "--fail-on", "not-found", "--full"][..];
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
            silence,
            1,
            &["new.pol:7:13", "child-detention-last-resort", "old.pol is another version"],
        ),
        (
            "sound/version-misread-fmt",
            silence,
            1,
            &["new.pol:8:13", "child-detention-last-resort", "old.pol is another version"],
        ),
        ("sound/self-replace", check, 2, &["replaces-itself", "bad.pol:4:12"]),
        ("sound/older-replaces", check, 2, &["replaces-later-law", "1950-01-01", "2000-01-01"]),
        ("sound/future-heals", silence, 1, &["child-detention-last-resort", "good.pol is left out"]),
        ("sound/jus-cogens-reserved.pol", check, 2, &["reservation-to-no-treaty", "jus-cogens-reserved.pol:5:16"]),
        ("sound/equal-shadowed-fact.pol", check, 2, &["shadows-vocabulary", "equal-shadowed-fact.pol:3:6"]),
        ("sound/nothing-encoded.pol", check, 2, &["nothing-operative", "articles-open"]),
        ("sound/set-aside-heals.pol", silence, 1, &["clause-beside-aside", "set-aside-heals.pol:5:3", "incompatible"]),
        ("sound/age-in-months.pol", check, 2, &["wrong-unit", "age-in-months.pol:3:"]),
        ("sound/relies-on-everything.pol", check, 2, &["nameless-law", "relies-on-everything.pol:7:11"]),
        ("sound/limit-for-adults.pol", silence, 1, &["length-for-some", "limit-for-adults.pol:5:5"]),
        (
            "trust/doubtful-text.pol",
            check,
            2,
            &[
                "no-such-day",
                "doubtful-text.pol:3:12",
                "no rank is called `statute`",
                "`act`",
                "and-or-mixed",
                "doubtful-text.pol:8:30",
                "two-lengths",
                "doubtful-text.pol:9:5",
            ],
        ),
        ("trust/no-articles.pol", check, 2, &["nothing-operative"]),
        ("trust/no-governs.pol", &["check", ".", "--fail-on", "never"], 0, &["no-governs", "governs social-rights"]),
        ("trust/no-governs.pol", &["check", ".", "--fail-on", "never", "--strict"], 1, &["no-governs"]),
        ("messages/05-wrong-place.pol", check, 2, &["after-number", "05-wrong-place.pol:3:", "1500"]),
        ("messages/missing-unit.pol", check, 2, &["length-without-unit", "missing-unit.pol:6:34"]),
        ("messages/cascade.pol", check, 2, &["unclosed-quotation", "cascade.pol:1:"]),
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
        let (code, text) = check(&["--format", "short", "--full"]);
        assert!(code == 0 && !text.contains("gone from the law"), "{case}\n{text}");
    }
    let Some(kept) = copied("trust/unit") else { return };
    let accept = ["accept", "child-immigration-detention", "law.pol", "--reason", "x", "--until", "2099-01-01"];
    assert_eq!(run(kept.path(), &accept).0, 0);
    let gate = [
        "check",
        "law.pol",
        "--only",
        "child-immigration-detention",
        "--fail-on",
        "not-found",
        "--force",
        "interpretation",
    ];
    let (code, text) = run(kept.path(), &gate);
    assert_eq!(code, 0, "{text}");
}

/// What is marked stands under the words at fault, and nothing innocent is marked.
#[test]
fn the_faulty_words_are_marked_and_no_others() {
    for (case, file, marked) in [
        ("messages/05-wrong-place.pol", "05-wrong-place.pol", &["1500 euros"][..]),
        ("messages/missing-unit.pol", "missing-unit.pol", &["30"]),
        (
            "messages/06-messages.pol",
            "06-messages.pol",
            &[
                "The police may detain a foreigner.",
                "if",
                "shall not",
                "foreigner may work",
                "issue-permit",
                "lawyer",
                "judge",
            ],
        ),
    ] {
        let Some(kept) = copied(case) else { continue };
        let text = std::fs::read_to_string(kept.path().join(file)).unwrap();
        let (_, json) = run(kept.path(), &["check", file, "--format", "json"]);
        let report: serde_json::Value = serde_json::from_str(&json).unwrap_or_else(|_| panic!("{case}\n{json}"));
        let mistakes = report["orders"][0]["mistakes"].as_array().unwrap();
        let found: Vec<&str> = mistakes.iter().map(|m| marked_in(&text, m)).collect();
        assert_eq!(found, marked, "{case}\n{json}");
    }
}

/// The words at a place of a report: lines and columns from one, the end not included.
fn marked_in<'t>(text: &'t str, place: &serde_json::Value) -> &'t str {
    let number = |key: &str| usize::try_from(place[key].as_u64().unwrap()).unwrap();
    let (line, column) = (number("startLine"), number("startColumn"));
    let (end_line, end_column) = (number("endLine"), number("endColumn"));
    let offset = |line: usize, column: usize| {
        let begins: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
        begins + text[begins..].chars().take(column - 1).map(char::len_utf8).sum::<usize>()
    };
    &text[offset(line, column)..offset(end_line, end_column)]
}

/// Each of five articles is told the clause that was meant; words are suggested by what they mean.
#[test]
fn what_was_meant_is_taught() {
    let Some(kept) = copied("messages/06-messages.pol") else { return };
    let (_, text) = run(kept.path(), &["check", ".", "--format", "plain"]);
    for taught in [
        "`may detain foreigner by police`",
        "`may detain foreigner where removal-ordered`",
        "`must not detain child`",
        "`entitled foreigner to work`",
        "`lawyer` is called `legal-assistance`",
        "`judge` is called `court`",
    ] {
        assert!(text.contains(taught), "{taught}\n{text}");
    }
    assert!(!text.contains("refuse-permit") && !text.contains("expected `must`"), "{text}");
}

/// Of a law whose quotations are false each one is reported, once what else is wrong with it is put right.
#[test]
fn every_false_quotation_is_reported() {
    let Some(kept) = copied("sound/quote") else { return };
    let path = kept.path().join("l.pol");
    let text = std::fs::read_to_string(&path).unwrap();
    let (code, said) = run(kept.path(), &["check", "l.pol"]);
    assert!(code == 2 && said.contains("said-twice") && said.contains("says-nothing"), "{said}");
    // One quotation an article, and none of dots alone.
    let text = text.replace("  text \"the age of 1 8\"\n", "}\narticle 5 {\n  text \"the age of 1 8\"\n");
    std::fs::write(&path, text.replace("text \"…\"", "note \"not quoted\"")).unwrap();
    let (_, said) = run(kept.path(), &["check", "l.pol", "--only", "child-immigration-detention"]);
    let told =
        said.matches("warning[text-differs-from-source]").count() + said.matches("warning[text-not-in-source]").count();
    assert_eq!(told, 3, "{said}");
    assert!(said.contains("shall not detain a child"), "{said}");
}

/// The same doubts in other words: what a reader would stumble over is never passed in silence.
#[test]
fn doubts_of_each_kind_are_told() {
    let head = |more: &str| format!("policy p \"P\" {{ state FRA {more} governs detention, removal }}\n");
    let one = "article 1 { may detain adult where unlawful-stay for up to 30 days }\n";
    let article = |clauses: &str| format!("{}article 1 {{ {clauses} }}\n", head(""));
    let beside = |more: &str| format!("{}{one}{more}\n", head(""));
    let rows: [(String, i32, &str); 22] = [
        (head("in force 2023-02-29") + one, 2, "no-such-day"),
        (head("adopted 2024-13-01") + one, 2, "no-such-day"),
        (beside("accept child-immigration-detention because \"x\" until 2027-04-31"), 2, "no-such-day"),
        (head("adopted 2021 in force 2020-05-01") + one, 0, "adopted-after-force"),
        (head("rank ordinance-of-the-king") + one, 2, "unknown-name"),
        (head("state MEX") + one, 2, "said-twice"),
        (article("may detain adult where unlawful-stay or removal-ordered and pregnant"), 2, "and-or-mixed"),
        (article("may detain adult unless child and pregnant or unlawful-stay"), 2, "and-or-mixed"),
        (beside("term odd means child or pregnant and unlawful-stay"), 2, "and-or-mixed"),
        (article("may detain adult for up to 4 weeks for up to 1 months"), 2, "two-lengths"),
        (article("may detain adult for up to 30 days where pregnant"), 0, "length-for-some"),
        (
            article(
                "may detain adult for up to 9 days where unlawful-stay for up to 5 days where unlawful-stay and pregnant",
            ),
            0,
            "lengths-overlap",
        ),
        (article("may detain adult where unlawful-stay for up to 0 days"), 0, "zero-length"),
        (article("set aside because \"repealed\" may detain adult where unlawful-stay"), 2, "clause-beside-aside"),
        (beside("article 2 { set aside because \"—\" }"), 2, "says-nothing"),
        (beside("article 2 { }"), 0, "article-says-nothing"),
        (beside("procedure way { papers-stamped -> bus-boarded }"), 0, "unknown-steps"),
        (beside("procedure way { apprehension -> apprehension }"), 0, "leads-nowhere"),
        (beside("reservation to CUSTOM art \"1\""), 2, "reservation-to-no-treaty"),
        (beside("fact child \"small\""), 2, "shadows-vocabulary"),
        (beside("fact hungry \"hungry\" serves necessity"), 2, "serves-in-policy"),
        (beside("scenario \"s\" { given child }"), 0, "expects-nothing"),
    ];
    for (law, code, said) in rows {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("law.pol"), &law).unwrap();
        let only = ["check", "law.pol", "--only", "child-immigration-detention", "--fail-on", "never"];
        let (found, text) = run(folder.path(), &only);
        assert!(found == code && text.contains(&format!("[{said}]")), "{said}: {found}\n{law}\n{text}");
        // A warning about the text fails the gate that asks for it.
        if code == 0 {
            assert_eq!(run(folder.path(), &[&only[..], &["--strict"]].concat()).0, 1, "{law}");
        }
    }
}

/// A law that replaces one whose name is nearly that of another at hand is asked whether it was meant; one that is not at
/// hand is replaced in silence.
#[test]
fn a_law_that_replaces_a_misspelt_one_is_asked() {
    let law = |name: &str, more: &str| {
        format!(
            "policy {name} \"{name}\" {{ state FRA {more} governs detention }}\narticle 1 {{ may detain adult where unlawful-stay }}\n"
        )
    };
    for (replaced, told) in [("aliens-act", false), ("aliens-atc", true), ("border-decree", false)] {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("old.pol"), law("aliens-act", "in force 2000-01-01")).unwrap();
        let new = law("migration-law", &format!("in force 2020-01-01 replaces {replaced}"));
        std::fs::write(folder.path().join("new.pol"), new).unwrap();
        let (_, text) = run(folder.path(), &["check", ".", "--format", "short", "--full"]);
        let asked = text.contains("no policy is called") && text.contains("did you mean `aliens-act`?");
        assert_eq!(asked, told, "{replaced}\n{text}");
    }
}
