//! The way from files to a legal order: by trees and settings, and nothing silently green.

use crate::cli::{DATE, err, iml_in, out};
use std::path::Path;

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

fn run(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let mut all = arguments.to_vec();
    all.extend(["--lang", "en"]);
    let output = iml_in(folder.to_str().unwrap(), &all, None);
    (output.status.code().unwrap(), format!("{}{}", out(&output), err(&output)))
}

fn law(name: &str, state: &str, more: &str, articles: &str) -> String {
    format!("policy {name} \"{name}\" {{\n  state {state}\n  governs detention, removal\n  {more}\n}}\n\n{articles}\n")
}

const DETAINS: &str = "article 1 { may detain foreigner where unlawful-stay }";
const EXEMPTS: &str = "article 1 { must not detain foreigner where age < 18 }";

/// However a head is laid out, the order is the same one and has the same answer.
#[test]
fn the_look_of_a_text_decides_nothing() {
    let mut answers = Vec::new();
    for (between, quote) in [(" ", " "), ("\n", ""), ("\t", "\t"), ("\n\n  ", "\n")] {
        let head = |name: &str| {
            format!(
                "policy {name}{quote}\"{name}\"{between}{{{between}state{between}MLT{between}governs detention }}\n"
            )
        };
        let files = folder(&[
            ("a.pol", &format!("{}{DETAINS}", head("first"))),
            ("b.pol", &format!("\u{feff}{}{EXEMPTS}", head("second"))),
        ]);
        let (code, text) = run(files.path(), &["check", ".", DATE[0], DATE[1], "--format", "comparison"]);
        assert_eq!(code, 1, "{text}");
        answers.push(text);
    }
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "{answers:#?}");
}

/// Two States in one order are an error that names both places, in a folder and in a framework; in folders of their own
/// they are two orders.
#[test]
fn two_states_are_not_one_order() {
    let (malta, mexico) = (law("m", "MLT", "", DETAINS), law("x", "MEX", "", EXEMPTS));
    let side_by_side = folder(&[("a.pol", &malta), ("b.pol", &mexico)]);
    let framework = folder(&[
        ("one/a.pol", &malta),
        ("two/b.pol", &mexico),
        ("iml-check.toml", "[framework.all]\npolicies = [\"*/*.pol\"]\n"),
    ]);
    for (files, arguments) in
        [(&side_by_side, &["check", "."][..]), (&framework, &["check"]), (&framework, &["ask", "detained", "all"])]
    {
        let (code, text) = run(files.path(), arguments);
        assert_eq!(code, 2, "{arguments:?}\n{text}");
        assert!(
            text.contains("error[two-states]") && text.contains("a.pol:2:9") && text.contains("b.pol:2:9"),
            "{text}"
        );
    }
    let apart = folder(&[("mlt/a.pol", &malta), ("mex/b.pol", &mexico)]);
    let (code, text) = run(apart.path(), &["check", ".", "--format", "short", "--full"]);
    assert!(code == 1 && text.contains("Malta · m") && text.contains("Mexico · x"), "{text}");
}

/// A State that does not exist ends every command that reads the law, with its place and the nearest name.
#[test]
fn a_state_that_does_not_exist_is_never_green() {
    let files = folder(&[("a.pol", &law("p", "FRZ", "", DETAINS))]);
    for arguments in [
        &["check", "a.pol"][..],
        &["ask", "detained", "a.pol"],
        &["mend", "a.pol"],
        &["diff", "a.pol", "a.pol"],
        &["test", "a.pol"],
        &["accept", "child-detention-last-resort", "a.pol", "--reason", "x", "--until", "2099-01-01"],
        &["new", "scenario", "a.pol", "--standard", "child-detention-last-resort"],
    ] {
        let (code, text) = run(files.path(), arguments);
        assert_eq!(code, 2, "{arguments:?}\n{text}");
        assert!(text.contains("unknown-state") && text.contains("a.pol:2:9") && text.contains("FRA"), "{text}");
    }
}

/// Versions are told apart by what their heads say: a law stands from its first day, whatever the other file looks like.
#[test]
fn the_law_of_a_day_is_read_from_heads() {
    let old = law("old", "CHN", "in force 2000-01-01", &format!("{DETAINS}\narticle 2 {{ must not detain child }}"));
    let new = law("new", "CHN", "in force 2020-01-01\n  replaces old", DETAINS);
    let one_line = old.replacen("policy old \"old\" {\n", "policy old\"old\" {", 1);
    for old in [&old, &one_line] {
        let files = folder(&[("old.pol", old), ("new.pol", &new)]);
        let on = |day: &str| {
            run(
                files.path(),
                &["check", ".", "--as-of", day, "--format", "short", "--full", "--only", "child-immigration-detention"],
            )
        };
        let (code, text) = on("2019-12-31");
        assert!(text.contains("new.pol is left out: it is not in force before 2020-01-01") && code == 0, "{text}");
        let (code, text) = on("2020-01-01");
        assert!(text.contains("old.pol is another version of the law") && text.contains("new.pol:8"), "{code}\n{text}");
    }
    // A draft alone is what is asked about.
    let draft = folder(&[("bill.pol", &law("bill", "CHN", "in force 2099-01-01", DETAINS))]);
    let (code, text) = run(draft.path(), &["check", ".", "--format", "short", "--full", "--fail-on", "not-found"]);
    assert!(code == 1 && text.contains("bill.pol:7"), "{text}");
    // What is to come heals nothing today.
    let future = law("good", "CHN", "in force 2099-01-01", "article 1 { must not detain child }");
    let files = folder(&[("bad.pol", &law("bad", "CHN", "in force 2000-01-01", DETAINS)), ("good.pol", &future)]);
    let only = ["--only", "child-detention-last-resort", "--fail-on", "not-found", "--format", "short", "--full"];
    let (code, text) = run(files.path(), &[&["check", "."][..], &only].concat());
    assert!(code == 1 && text.contains("good.pol is left out"), "{text}");
}

/// Replacements that cannot be are mistakes at their places.
#[test]
fn a_replacement_that_cannot_be_is_none() {
    let head = |name: &str, from: &str, replaces: &str| {
        law(name, "CHN", &format!("in force {from}\n  replaces {replaces}"), DETAINS)
    };
    for (files, code) in [
        (vec![("a.pol", head("law-a", "2000-01-01", "law-a"))], "replaces-itself"),
        (
            vec![("a.pol", head("law-a", "2000-01-01", "law-b")), ("b.pol", head("law-b", "2001-01-01", "law-a"))],
            "replaces-each-other",
        ),
        (
            vec![
                ("a.pol", head("law-a", "1950-01-01", "law-b")),
                ("b.pol", law("law-b", "CHN", "in force 2000-01-01", DETAINS)),
            ],
            "replaces-later-law",
        ),
    ] {
        let files: Vec<(&str, &str)> = files.iter().map(|(n, t)| (*n, t.as_str())).collect();
        let files = folder(&files);
        let (exit, text) = run(files.path(), &["check", "."]);
        assert!(exit == 2 && text.contains(&format!("error[{code}]")) && text.contains("a.pol:5:12"), "{code}\n{text}");
    }
}

/// A baseline of several orders is known by each of them, and by one of them alone.
#[test]
fn one_baseline_serves_several_files() {
    let files = folder(&[
        ("a.pol", &law("law-a", "CHN", "", "article 1 { may detain foreigner }")),
        ("b.pol", &law("law-b", "CHN", "", "article 1 { may deport foreigner }")),
    ]);
    let known = ["--baseline", "known.json", DATE[0], DATE[1]];
    let check = |paths: &[&str], more: &[&str]| run(files.path(), &[&["check"][..], paths, &known, more].concat());
    assert_eq!(check(&["a.pol", "b.pol"], &["--write-baseline"]).0, 0);
    for paths in [&["a.pol", "b.pol"][..], &["b.pol", "a.pol"], &["a.pol"], &["b.pol"]] {
        let (code, text) = check(paths, &["--format", "short", "--full"]);
        assert_eq!(code, 0, "{paths:?}\n{text}");
    }
    // What is new is still new, and what is gone is still gone.
    std::fs::write(files.path().join("b.pol"), law("law-b", "CHN", "", "article 1 { may torture foreigner }")).unwrap();
    let (code, text) = check(&["a.pol", "b.pol"], &["--format", "short", "--full"]);
    assert!(code == 1 && text.contains("[torture-prohibited]") && text.contains("gone from the law"), "{text}");
}

/// What belongs to a framework is judged as it, by whichever of its files it is named; a version that is not the law on
/// that day is asked about by name.
#[test]
fn a_file_of_a_framework_is_judged_with_it() {
    let files = folder(&[
        ("laws/a.pol", &law("law-a", "CHN", "in force 2000-01-01", DETAINS)),
        ("laws/b.pol", &law("law-b", "CHN", "in force 2000-01-01", "article 1 { must not detain child }")),
        ("laws/old.pol", &law("old", "CHN", "in force 1990-01-01", DETAINS)),
        (
            "laws/new.pol",
            &law("new", "CHN", "in force 2010-01-01\n  replaces old", "article 9 { may expel foreigner }"),
        ),
        ("iml-check.toml", "[framework.china]\npolicies = [\"laws/*.pol\"]\n"),
    ]);
    let only = ["--only", "child-detention-last-resort", "--fail-on", "not-found", "--format", "short", "--full"];
    let check = |paths: &[&str]| run(files.path(), &[&["check"][..], paths, &only].concat());
    for paths in [&["laws/a.pol"][..], &["laws/b.pol", "laws/a.pol"], &["laws"], &["china"], &[]] {
        let (code, text) = check(paths);
        assert_eq!(code, 0, "{paths:?}: article 1 of b exempts children\n{text}");
        assert!(text.contains("China · law-a and 2 more texts"), "{paths:?}\n{text}");
    }
    let (code, text) = check(&["laws/old.pol"]);
    assert!(code == 1 && text.contains("China · old"), "{text}");
}

/// The day of the law and the day of the gate are two: an acceptance that has ended is none, however old the law that is
/// asked about.
#[test]
fn an_acceptance_ends_whatever_the_day_of_the_law() {
    let entry = |reason: &str, until: &str| {
        format!(
            "[framework.c]\npolicies = [\"a.pol\"]\nas-of = \"2020-01-01\"\n\n[[accept]]\nstandard = \"child-detention-last-resort\"\nreason = \"{reason}\"\nuntil = {until}\n"
        )
    };
    let files =
        folder(&[("a.pol", &law("law-a", "CHN", "", DETAINS)), ("iml-check.toml", &entry("pending", "2026-06-30"))]);
    let only = ["--only", "child-detention-last-resort", "--fail-on", "not-found", "--format", "short", "--full"];
    let check = |today: &str| run(files.path(), &[&["check", "--today", today][..], &only].concat());
    let (code, text) = check("2026-06-30");
    assert_eq!(code, 0, "{text}");
    let (code, text) = check("2026-07-01");
    assert!(code == 1 && text.contains("acceptance-expired"), "{text}");
    // Neither an empty reason nor an end that is past is written.
    let accept = |reason: &str, until: &str| {
        let arguments = ["accept", "child-detention-last-resort", "a.pol", "--reason", reason, "--until", until];
        run(files.path(), &[&arguments[..], &["--today", "2026-07-01"]].concat())
    };
    for (reason, until, said) in [
        ("", "2027-01-01", "--reason is empty"),
        (" ", "2027-01-01", "--reason is empty"),
        ("x", "2026-06-30", "ended on 2026-06-30"),
    ] {
        let (code, text) = accept(reason, until);
        assert!(code == 2 && text.contains(said), "{text}");
    }
    assert_eq!(accept("x", "2026-07-01").0, 0);
}

/// Files that are read again take the place of themselves: a limit that one reading passes is passed by all.
#[test]
fn reading_twice_takes_no_more_room() {
    // Long beside the entry that is added to the configuration: what is read twice goes over the limit by itself.
    let text = format!("# {}\n{}", "long ".repeat(400), law("law-a", "CHN", "", DETAINS));
    let limits = format!("[limits]\nbytes = {}\n", text.len() * 3 / 2);
    let files = folder(&[("a.pol", &text), ("iml-check.toml", &limits)]);
    let (code, said) = run(files.path(), &["check", "a.pol", "--fail-on", "not-found", "--format", "short", "--full"]);
    assert_eq!(code, 1, "{said}");
    let accept = ["accept", "child-detention-last-resort", "a.pol", "--reason", "x", "--until", "2099-01-01"];
    let (code, said) = run(files.path(), &accept);
    assert_eq!(code, 0, "{said}");
    let (_, said) = run(files.path(), &["mend", "--write", "a.pol", "--only", "child-immigration-detention"]);
    assert!(!said.contains("file-too-large"), "{said}");
}

/// Every command that gives no answer says why.
#[test]
fn no_command_ends_in_silence() {
    let files = folder(&[(
        "a.pol",
        &law(
            "p",
            "CHN",
            "",
            "article 3 { may torture any where emergency }\n\naccept torture-prohibited because \"no\" until 2099-01-01",
        ),
    )]);
    for arguments in [
        &["new", "scenario", "a.pol", "--standard", "torture-prohibited"][..],
        &["check", "a.pol"],
        &["mend", "a.pol"],
        &["accept", "torture-prohibited", "a.pol", "--reason", "x", "--until", "2099-01-01"],
    ] {
        let (code, text) = run(files.path(), arguments);
        assert!(code == 2 && text.contains("jus cogens"), "{arguments:?}\n{text}");
    }
}
