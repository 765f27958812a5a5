//! The kit for gates, run as others run it: the hooks as pre-commit does, the steps of the action as GitHub does, the
//! template as GitLab does.
#![cfg(unix)]

use crate::cli::{iml_in, out};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

fn read(path: &str) -> String {
    std::fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// A law of two files, of which one takes away from the power in the other, with a baseline of what is found in both.
fn repository() -> TempDir {
    let kept = tempfile::tempdir().unwrap();
    let at = kept.path();
    std::fs::create_dir(at.join("laws")).unwrap();
    std::fs::create_dir(at.join(".git")).unwrap();
    let powers = "policy powers-act \"Powers Act\" {\n  state MLT\n  governs detention\n}\n\narticle 1 \"Detention\" {\n  \
                  may detain foreigner where identity-unknown for up to 14 days\n}\n";
    let limits = "policy limits-act \"Limits Act\" {\n  state MLT\n  governs detention\n}\n\n\
                  article 1 \"Who is not detained\" {\n  must not detain foreigner where age < 16\n}\n\n\
                  scenario \"A boy of fifteen\" {\n  given age 15, nationality foreign, identity-unknown\n  \
                  expect not may detain\n}\n";
    let config = "[framework.one]\npolicies = [\"laws/*.pol\"]\nas-of = 2026-07-01\n\n\
                  [gate]\nfail-on = \"not-found\"\nbaseline = \"known.json\"\n";
    for (file, text) in [("laws/powers.pol", powers), ("laws/limits.pol", limits), ("iml-check.toml", config)] {
        std::fs::write(at.join(file), text).unwrap();
    }
    let written = iml_in(at.to_str().unwrap(), &["--write-baseline", "--lang", "en"], None);
    assert_eq!(written.status.code(), Some(0));
    kept
}

/// The exemption of those under sixteen reaches only those under fourteen.
fn amend(at: &Path) {
    change(at, "laws/limits.pol", "age < 16", "age < 14");
}

fn change(at: &Path, file: &str, old: &str, new: &str) {
    let text = std::fs::read_to_string(at.join(file)).unwrap();
    assert!(text.contains(old), "{file}: {old}");
    std::fs::write(at.join(file), text.replace(old, new)).unwrap();
}

/// A path on which the program that was just built is found first, by its name.
fn path() -> String {
    let folder = Path::new(env!("CARGO_BIN_EXE_iml-check")).parent().unwrap();
    format!("{}:/usr/local/bin:/usr/bin:/bin", folder.display())
}

/// A script, run by bash with the flags that are given, and nothing else in its environment.
fn bash(at: &Path, flags: &[&str], script: &str, environment: &[(&str, String)]) -> Output {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), script).unwrap();
    Command::new("bash")
        .args(flags)
        .arg(file.path())
        .current_dir(at)
        .env_clear()
        .env("PATH", path())
        .env("LC_ALL", "C.UTF-8")
        .envs(environment.iter().map(|(name, value)| (name, value)))
        .output()
        .unwrap()
}

/// The hooks that are offered: identifier, and its settings.
fn hooks() -> BTreeMap<String, BTreeMap<String, String>> {
    let mut hooks: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    let mut id = String::new();
    for line in read(".pre-commit-hooks.yaml").lines().filter(|l| !l.starts_with('#')) {
        let (name, value) = line[2..].split_once(": ").unwrap();
        if line.starts_with("- ") {
            assert_eq!(name, "id");
            id = value.to_owned();
        }
        hooks.entry(id.clone()).or_default().insert(name.to_owned(), value.to_owned());
    }
    hooks
}

/// Whether a hook is for this file: its name ends as the pattern says. Of patterns this reads groups and their branches.
fn concerns(pattern: &str, file: &str) -> bool {
    let plain = pattern.strip_suffix('$').unwrap().replace("\\.", ".");
    assert!(!plain.contains(['*', '+', '?', '[', '^', '\\']), "{pattern} needs another reader");
    endings(&plain).iter().any(|ending| file.ends_with(ending.as_str()))
}

/// Every text that a pattern of groups and branches stands for.
fn endings(pattern: &str) -> Vec<String> {
    let Some(open) = pattern.find('(') else { return vec![pattern.to_owned()] };
    let (mut deep, mut start, mut parts) = (0, open + 1, Vec::new());
    for (at, c) in pattern.char_indices().skip_while(|(at, _)| *at < open) {
        match c {
            '(' => deep += 1,
            ')' if deep > 1 => deep -= 1,
            '|' if deep == 1 => {
                parts.push(&pattern[start..at]);
                start = at + 1;
            }
            ')' => {
                parts.push(&pattern[start..at]);
                let (before, after) = (&pattern[..open], &pattern[at + 1..]);
                return parts.iter().flat_map(|part| endings(&format!("{before}{part}{after}"))).collect();
            }
            _ => {}
        }
    }
    panic!("a group that does not end: {pattern}");
}

/// Runs a hook as pre-commit does when these files have changed; none where it is not for any of them.
fn hook(at: &Path, id: &str, arguments: &[&str], changed: &[&str]) -> Option<(i32, String)> {
    let hook = &hooks()[id];
    let concerned: Vec<&str> = changed.iter().copied().filter(|file| concerns(&hook["files"], file)).collect();
    if concerned.is_empty() {
        return None;
    }
    let mut words: Vec<&str> = hook["entry"].split(' ').skip(1).collect();
    assert!(hook["entry"].starts_with("iml-check "));
    words.extend(arguments);
    if hook.get("pass_filenames").is_none_or(|v| v != "false") {
        words.extend(concerned);
    }
    words.extend(["--lang", "en"]);
    let output = iml_in(at.to_str().unwrap(), &words, None);
    Some((output.status.code().unwrap(), out(&output) + &String::from_utf8(output.stderr).unwrap()))
}

const BOTH: [&str; 2] = ["laws/powers.pol", "laws/limits.pol"];

/// A commit passes whose law says what the baseline knows, and one that reaches more people does not, whichever files of
/// the law are in the commit.
#[test]
fn the_hook_judges_the_law_whichever_of_its_files_changed() {
    let kept = repository();
    let at = kept.path();
    for changed in [&BOTH[..], &BOTH[..1], &BOTH[1..], &["iml-check.toml"], &["known.json", "laws/limits.pol"]] {
        let (code, said) = hook(at, "iml-check", &[], changed).unwrap();
        assert_eq!(code, 0, "{changed:?}\n{said}");
        assert_eq!(hook(at, "iml-test", &[], changed).unwrap().0, 0, "{changed:?}");
    }
    amend(at);
    for changed in [&BOTH[..], &BOTH[..1], &BOTH[1..]] {
        let (code, said) = hook(at, "iml-check", &["--format", "short", "--full"], changed).unwrap();
        assert_eq!(code, 1, "{changed:?}\n{said}");
        assert!(said.contains("foreigner aged 14"), "{changed:?}\n{said}");
        let (code, said) = hook(at, "iml-test", &[], changed).unwrap();
        assert!(code == 1 && said.contains("A boy of fifteen"), "{changed:?}\n{said}");
    }
    change(at, "laws/limits.pol", "must not", "must");
    change(at, "laws/limits.pol", "where age", "were age");
    assert_eq!(hook(at, "iml-check", &[], &BOTH[1..]).unwrap().0, 2);
    for other in [&["README.md"][..], &["src/pol", "notes.polish"]] {
        assert_eq!(hook(at, "iml-check", &[], other), None, "{other:?}");
    }
    // Where a repository keeps its baseline by another name it says so in the arguments.
    let kept = repository();
    let at = kept.path();
    std::fs::rename(at.join("known.json"), at.join("iml-check.baseline.json")).unwrap();
    change(at, "iml-check.toml", "baseline = \"known.json\"", "");
    assert_eq!(hook(at, "iml-check", &[], &BOTH[..1]).unwrap().0, 1);
    let named = ["--baseline", "iml-check.baseline.json"];
    assert_eq!(hook(at, "iml-check", &named, &BOTH[..1]).unwrap().0, 0);
    assert_eq!(hook(at, "iml-check", &named, &["iml-check.baseline.json"]).unwrap().0, 0);
}

/// Files of one framework that are named on the command line are judged with the others of their framework: nothing is
/// gone from the law because a file was not named, and nothing is found that another file takes away.
#[test]
fn files_of_a_framework_are_judged_with_the_others() {
    let kept = repository();
    let at = kept.path();
    let run = |files: &[&str]| {
        let output =
            iml_in(at.to_str().unwrap(), &[files, &["--lang", "en", "--format", "short", "--full"]].concat(), None);
        (output.status.code(), out(&output))
    };
    let whole = run(&[]);
    for files in [&BOTH[..], &BOTH[..1], &BOTH[1..]] {
        let said = run(files);
        assert!(said.0 == Some(0) && said == whole, "{files:?}\n{}", said.1);
    }
    amend(at);
    for files in [&BOTH[..], &BOTH[..1], &BOTH[1..]] {
        let said = run(files);
        assert!(said.0 == Some(1) && said.1.contains("foreigner aged 14"), "{files:?}\n{}", said.1);
    }
    let tested = iml_in(at.to_str().unwrap(), &["test", BOTH[1], "--lang", "en"], None);
    assert_eq!(tested.status.code(), Some(1), "{}", out(&tested));
}

/// What is known of these paths when a baseline of the same was written before.
fn known_again(paths: &[&str]) -> (Option<i32>, String) {
    let kept = repository();
    let at = kept.path();
    std::fs::remove_file(at.join("iml-check.toml")).unwrap();
    std::fs::create_dir(at.join("bills")).unwrap();
    let bill = std::fs::read_to_string(at.join("laws/powers.pol")).unwrap().replace("MLT", "MEX");
    std::fs::write(at.join("bills/bill.pol"), bill).unwrap();
    let run = |more: &[&str]| {
        let all = [
            paths,
            &["--as-of", "2026-07-01", "--lang", "en", "--fail-on", "not-found", "--baseline", "all.json"],
            more,
        ]
        .concat();
        let output = iml_in(at.to_str().unwrap(), &all, None);
        (output.status.code(), out(&output))
    };
    assert_eq!(run(&["--write-baseline"]).0, Some(0), "{paths:?}");
    run(&[])
}

#[test]
fn a_baseline_of_several_orders_is_known_again() {
    for paths in [&["laws", "bills"][..], &["."]] {
        let (code, said) = known_again(paths);
        assert!(code == Some(0) && !said.contains("gone from the law"), "{paths:?}\n{said}");
    }
}

#[test]
fn a_baseline_of_files_is_known_again() {
    let (code, said) = known_again(&BOTH);
    assert!(code == Some(0) && !said.contains("gone from the law"), "{said}");
}

/// A step of the action: its name, what stands in its environment, its script.
#[derive(Debug, Default, Clone)]
struct Step {
    environment: Vec<(String, String)>,
    script: String,
}

/// The values that the action is called with unless others are given.
fn defaults() -> BTreeMap<String, String> {
    let text = read(".github/actions/check/action.yml");
    let mut inputs = BTreeMap::new();
    let mut name = "";
    for line in text.split_once("inputs:\n").unwrap().1.split("\nruns:").next().unwrap().lines() {
        if let Some(value) = line.trim_start().strip_prefix("default: ") {
            inputs.insert(name.to_owned(), value.trim_matches('"').to_owned());
        } else if line.starts_with("  ") && !line.starts_with("   ") {
            name = line.trim().strip_suffix(':').unwrap();
        }
    }
    inputs
}

/// The steps of the action that are scripts.
fn steps() -> BTreeMap<String, Step> {
    let text = read(".github/actions/check/action.yml");
    let mut steps = BTreeMap::new();
    for block in text.split("\n    - name: ").skip(1) {
        let (name, rest) = block.split_once('\n').unwrap();
        let Some((head, script)) = rest.split_once("      run: |\n") else { continue };
        assert!(head.contains("shell: bash"), "{name}");
        let mut step = Step::default();
        for line in head.split_once("env:\n").map_or("", |(_, env)| env).lines() {
            let (name, value) = line.trim().split_once(": ").unwrap();
            step.environment.push((name.to_owned(), value.to_owned()));
        }
        step.script = script.lines().map(|l| l.strip_prefix("        ").unwrap_or(l).to_owned() + "\n").collect();
        steps.insert(name.to_owned(), step);
    }
    steps
}

/// What one run of a step leaves behind.
struct Ran {
    code: Option<i32>,
    said: String,
    summary: String,
    output: String,
    path: String,
}

/// Runs a step as GitHub does: `bash --noprofile --norc -eo pipefail`, with the inputs, the files that a step writes to
/// and what GitHub puts in the environment of every step.
fn step(at: &Path, name: &str, given: &[(&str, &str)], context: &[(&str, &str)]) -> Ran {
    let step = steps()[name].clone();
    let mut inputs = defaults();
    for (name, value) in given {
        assert!(inputs.insert((*name).to_owned(), (*value).to_owned()).is_some(), "{name} is no input");
    }
    let runner = tempfile::tempdir().unwrap();
    let temp = runner.path().to_str().unwrap().to_owned();
    let filled = |value: &str| {
        let mut value = value.to_owned();
        for (name, given) in &inputs {
            value = value.replace(&format!("${{{{ inputs.{name} }}}}"), given);
        }
        for (name, given) in context.iter().copied().chain([("runner.temp", temp.as_str())]) {
            value = value.replace(&format!("${{{{ {name} }}}}"), given);
        }
        assert!(!value.contains("${{"), "{value} is not filled in");
        value
    };
    let files = ["GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT", "GITHUB_PATH"];
    let mut environment: Vec<(&str, String)> =
        step.environment.iter().map(|(name, value)| (name.as_str(), filled(value))).collect();
    for file in files {
        std::fs::write(runner.path().join(file), "").unwrap();
        environment.push((file, runner.path().join(file).display().to_string()));
    }
    for (name, value) in [
        ("CI", "true"),
        ("GITHUB_ACTIONS", "true"),
        ("GITHUB_WORKSPACE", at.to_str().unwrap()),
        ("RUNNER_OS", "Linux"),
        ("RUNNER_TEMP", &temp),
        ("HOME", &temp),
    ] {
        environment.push((name, value.to_owned()));
    }
    let output = bash(at, &["--noprofile", "--norc", "-eo", "pipefail"], &step.script, &environment);
    let file = |name: &str| std::fs::read_to_string(runner.path().join(name)).unwrap();
    Ran {
        code: output.status.code(),
        said: out(&output) + &String::from_utf8(output.stderr).unwrap(),
        summary: file("GITHUB_STEP_SUMMARY"),
        output: file("GITHUB_OUTPUT"),
        path: file("GITHUB_PATH"),
    }
}

/// Without any input the action judges what `iml-check.toml` names, by its date and its gate; it writes the page and the
/// summary, annotates what is found, and ends as the program does.
#[test]
fn the_action_checks_what_the_configuration_names() {
    let kept = repository();
    let at = kept.path();
    let ran = step(at, "Check", &[], &[]);
    assert_eq!(ran.code, Some(0), "{}", ran.said);
    assert!(ran.said.lines().all(|l| l.starts_with("::")), "{}", ran.said);
    assert!(std::fs::read_to_string(at.join("iml-check.html")).unwrap().contains("<html"));
    assert!(ran.summary.contains("2026-07-01") && ran.summary.contains("known from the baseline"), "{}", ran.summary);
    amend(at);
    let ran = step(at, "Check", &[("html", ""), ("sarif", "out/../log.sarif")], &[]);
    assert_eq!(ran.code, Some(2), "a folder that is not there: {}", ran.said);
    let ran = step(at, "Check", &[("html", ""), ("sarif", "log.sarif")], &[]);
    assert_eq!(ran.code, Some(1), "{}", ran.said);
    assert!(ran.said.lines().any(|l| l.starts_with("::error file=laws/powers.pol,line=")), "{}", ran.said);
    assert!(ran.summary.contains("aged 14"), "{}", ran.summary);
    let log: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(at.join("log.sarif")).unwrap()).unwrap();
    assert!(log["runs"][0]["results"].as_array().is_some_and(|results| !results.is_empty()));
    // The gate of the configuration counts, and an input is stronger.
    change(at, "iml-check.toml", "\"not-found\"", "\"never\"");
    assert_eq!(step(at, "Check", &[], &[]).code, Some(0));
    assert_eq!(step(at, "Check", &[("fail-on", "incompatible")], &[]).code, Some(1));
    change(at, "laws/limits.pol", "where", "were");
    let ran = step(at, "Check", &[], &[]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.said.contains("file=laws/limits.pol,line=7"), "{}", ran.said);
}

/// Every input reaches the program: paths with blanks between them, a date, a baseline, languages.
#[test]
fn every_input_of_the_action_counts() {
    let kept = repository();
    let at = kept.path();
    std::fs::rename(at.join("known.json"), at.join("iml-check.baseline.json")).unwrap();
    std::fs::remove_file(at.join("iml-check.toml")).unwrap();
    std::fs::create_dir(at.join("bills")).unwrap();
    let bill = std::fs::read_to_string(at.join("laws/powers.pol")).unwrap().replace("MLT", "MEX");
    std::fs::write(at.join("bills/bill.pol"), bill).unwrap();
    let date = ("as-of", "2026-07-01");
    let gate = ("fail-on", "not-found");
    let ran = step(at, "Check", &[("paths", "laws bills"), date, gate], &[]);
    assert_eq!(ran.code, Some(1), "{}", ran.said);
    for file in ["laws/powers.pol", "bills/bill.pol"] {
        assert!(ran.said.contains(&format!("::warning file={file},")), "{}", ran.said);
    }
    let soft =
        step(at, "Check", &[("paths", "laws"), date, ("fail-on", "incompatible"), ("force", "interpretation")], &[]);
    assert_eq!(soft.code, Some(1), "{}", soft.said);
    let known = ("baseline", "iml-check.baseline.json");
    let ran = step(at, "Check", &[("paths", "laws"), date, known, gate, ("lang", "zh,en")], &[]);
    assert_eq!(ran.code, Some(0), "{}", ran.said);
    let page = std::fs::read_to_string(at.join("iml-check.html")).unwrap();
    assert!(page.contains("lang=\"zh-Hans\"") && page.contains("2026-07-01"));
    assert_eq!(step(at, "Check", &[("paths", "no-such-folder"), date], &[]).code, Some(2));
    assert_eq!(step(at, "Check", &[("as-of", "yesterday")], &[]).code, Some(2));
}

/// What was built of a commit is kept for the next run; of a branch nothing is. Nothing is built where it is there.
#[test]
fn the_action_keeps_what_it_built_of_a_commit() {
    let kept = tempfile::tempdir().unwrap();
    let commit = "0123456789abcdef0123456789abcdef01234567";
    let ran = step(kept.path(), "Which version", &[], &[("github.action_ref", commit)]);
    assert_eq!((ran.code, ran.output.as_str()), (Some(0), format!("commit={commit}\n").as_str()), "{}", ran.said);
    assert!(ran.path.ends_with("/iml-check/bin\n"), "{}", ran.path);
    for branch in ["main", "v1", ""] {
        let ran = step(kept.path(), "Which version", &[], &[("github.action_ref", branch)]);
        assert_eq!((ran.code, ran.output.as_str()), (Some(0), ""), "{branch}");
    }
    // Cargo is told where the source is and where the program goes.
    let cargo = kept.path().join("cargo");
    std::fs::write(&cargo, "#!/bin/sh\necho \"$@\"\n").unwrap();
    let script = format!("PATH=\"{}:$PATH\"\n{}", kept.path().display(), steps()["Install"].script);
    assert!(Command::new("chmod").arg("+x").arg(&cargo).status().unwrap().success());
    let into = kept.path().join("built");
    let environment = [("INTO", into.display().to_string()), ("SOURCE", env!("CARGO_MANIFEST_DIR").to_owned())];
    let flags = ["--noprofile", "--norc", "-eo", "pipefail"];
    let said = out(&bash(kept.path(), &flags, &script, &environment));
    let expected = format!("install --locked --path {} --root {}\n", env!("CARGO_MANIFEST_DIR"), into.display());
    assert_eq!(said, expected);
    std::fs::create_dir_all(into.join("bin")).unwrap();
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_iml-check"), into.join("bin/iml-check")).unwrap();
    let again = bash(kept.path(), &flags, &script, &environment);
    assert!(again.status.success() && again.stdout.is_empty());
}

/// The template for GitLab: its lines one after the other in one shell, which ends at the first that fails.
#[test]
fn the_template_for_gitlab_runs() {
    let kept = repository();
    let at = kept.path();
    let text = read("docs/gate/gitlab.yml");
    let listed = text.split_once("  script:\n").unwrap().1.split("  artifacts:").next().unwrap();
    let lines: Vec<String> = listed
        .split("    - ")
        .filter(|l| !l.trim().is_empty())
        .map(|l| l.lines().map(str::trim).collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(lines.len(), 3);
    // The program is there from an earlier run; else the first line has cargo build it of that commit.
    std::fs::create_dir_all(at.join(".iml-check/bin")).unwrap();
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_iml-check"), at.join(".iml-check/bin/iml-check")).unwrap();
    let run = |paths: &str| {
        let environment = [("IML_CHECK_PATHS", paths.to_owned()), ("GITLAB_CI", "true".to_owned())];
        let output = bash(at, &["-eo", "pipefail"], &lines.join("\n"), &environment);
        (output.status.code(), out(&output) + &String::from_utf8(output.stderr).unwrap())
    };
    let (code, said) = run("");
    assert_eq!(code, Some(0), "{said}");
    for report in ["gl-code-quality-report.json", "junit.xml", "iml-check.html"] {
        assert!(text.contains(report) && !std::fs::read_to_string(at.join(report)).unwrap().is_empty(), "{report}");
    }
    assert_eq!(run("one").0, Some(0));
    amend(at);
    let (code, said) = run("");
    assert!(code == Some(1) && said.contains("aged 14"), "{said}");
}
