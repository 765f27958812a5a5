//! Every command that the documentation shows, as it is written there, in a clean folder.
#![cfg(unix)]

use crate::cli::threads;
use iml_check::threads::shared;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

const PAGES: [&str; 8] = [
    "README.md",
    "CONTRIBUTING.md",
    "docs/gate/README.md",
    "docs/language.md",
    "docs/statutes.md",
    "docs/trust.md",
    "docs/ARCHITECTURE.md",
    "rules/README.md",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap()
}

/// What stands together on a page: a block of commands, a row of a table, a paragraph, a list.
#[derive(Debug)]
struct Passage {
    place: String,
    /// The commands, in order. A flag alone belongs to the command before it.
    commands: Vec<String>,
}

fn passages(page: &str) -> Vec<Passage> {
    let mut found: Vec<Passage> = Vec::new();
    let mut text = String::new();
    let mut fence: Option<String> = None;
    let mut start = 1;
    let mut end = |text: &mut String, start: usize| {
        let commands = inline(text, page == "README.md" && text.starts_with('|'));
        if !commands.is_empty() {
            found.push(Passage { place: format!("{page}:{start}"), commands });
        }
        text.clear();
    };
    let mut blocks = Vec::new();
    for (number, line) in read(page).lines().enumerate() {
        if let Some(kind) = line.trim_start().strip_prefix("```") {
            end(&mut text, start);
            fence = if fence.is_some() { None } else { Some(kind.to_owned()) };
            if fence.is_some() {
                blocks.push(Passage { place: format!("{page}:{}", number + 1), commands: Vec::new() });
            }
        } else if let Some(kind) = &fence {
            let command = line.strip_prefix("$ ").filter(|_| ["console", "sh"].contains(&kind.as_str()));
            blocks.last_mut().unwrap().commands.extend(command.map(str::to_owned));
        } else if line.is_empty() || line.starts_with('|') {
            end(&mut text, start);
            start = number + 1;
            if line.starts_with('|') {
                text.push_str(line);
                end(&mut text, start);
            }
        } else {
            text.push_str(line);
            text.push(' ');
        }
    }
    end(&mut text, start);
    found.extend(blocks.into_iter().filter(|b| !b.commands.is_empty()));
    found
}

/// The commands between backquotes. In the table of the README a flag alone is given to the command before it, else to a
/// check.
fn inline(text: &str, flags: bool) -> Vec<String> {
    let mut commands: Vec<String> = Vec::new();
    let mut whole = "iml-check policies/mex".to_owned();
    for span in text.split('`').skip(1).step_by(2) {
        let first = span.split(' ').find(|word| !is_setting(word)).unwrap_or("");
        let ours = [".ci/", "tests/", "benches/"].iter().any(|folder| first.starts_with(folder));
        let runs = ours && root().join(first).is_file() && !first.contains(".rs") && !first.contains(".md");
        if ["iml-check", "cargo", "mkdir"].contains(&first) && span.contains(' ') || runs {
            whole = span.to_owned();
            commands.push(span.to_owned());
        } else if span == "iml-check" && text.contains("run `iml-check`") {
            commands.push(span.to_owned());
        } else if flags && span.starts_with('-') && span.len() > 1 {
            commands.push(format!("{whole} {span}"));
        }
    }
    commands
}

/// `NAME=value` before a command.
fn is_setting(word: &str) -> bool {
    word.split_once('=').is_some_and(|(name, _)| name.chars().all(|c| c.is_ascii_uppercase() || c == '_'))
}

/// A clone as it is fetched, without what only its own tests read.
fn clone() -> tempfile::TempDir {
    fn copy(from: &Path, to: &Path) {
        std::fs::create_dir_all(to).unwrap();
        for entry in std::fs::read_dir(from).unwrap() {
            let from = entry.unwrap().path();
            let to = to.join(from.file_name().unwrap());
            if from.is_dir() {
                copy(&from, &to);
            } else {
                std::fs::copy(&from, &to).unwrap();
            }
        }
    }
    let kept = tempfile::tempdir().unwrap();
    std::fs::create_dir(kept.path().join(".git")).unwrap();
    for folder in ["policies", "rules", "docs/gate", "tests/fixtures"] {
        copy(&root().join(folder), &kept.path().join(folder));
    }
    for file in ["iml-check.toml", "README.md"] {
        std::fs::copy(root().join(file), kept.path().join(file)).unwrap();
    }
    kept
}

/// The repository of the page on gates, before its first step: a law and nothing else.
fn a_law_alone() -> tempfile::TempDir {
    let kept = tempfile::tempdir().unwrap();
    std::fs::create_dir(kept.path().join(".git")).unwrap();
    std::fs::create_dir(kept.path().join("laws")).unwrap();
    let law = "docs/gate/example/laws/entry.pol";
    std::fs::copy(root().join(law), kept.path().join("laws/entry.pol")).unwrap();
    kept
}

/// Runs a command as it is written, with the program that was just built.
fn run(command: &str, at: &Path) -> (Option<i32>, String) {
    let built = PathBuf::from(env!("CARGO_BIN_EXE_iml-check"));
    let output = Command::new("bash")
        .args(["-c", command])
        .current_dir(at)
        .env_clear()
        .env("PATH", format!("{}:/usr/bin:/bin", built.parent().unwrap().display()))
        .env("IML_CHECK_LANG", "en")
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    (output.status.code(), said)
}

/// The names of all tests of this file and the others.
fn tests() -> Vec<String> {
    let output = Command::new(std::env::current_exe().unwrap()).arg("--list").output().unwrap();
    let list = String::from_utf8(output.stdout).unwrap();
    list.lines().filter_map(|l| l.strip_suffix(": test")).map(str::to_owned).collect()
}

/// A command of cargo's, or a script of this repository: not run here, but what it names is there.
fn names_what_there_is(command: &str, place: &str) {
    let mut words = command.split(' ').peekable();
    while let Some(setting) = words.next_if(|word| is_setting(word)) {
        let name = setting.split('=').next().unwrap();
        assert!(everything_that_reads_settings().contains(name), "{place}: nothing reads {name}");
    }
    match words.next().unwrap() {
        "cargo" => match words.next().unwrap() {
            "test" => {
                let filters: Vec<&str> = words.filter(|w| !w.starts_with('-')).collect();
                let tests = tests();
                assert!(tests.len() > 100);
                for filter in filters {
                    assert!(tests.iter().any(|test| test.contains(filter)), "{place}: no test is called {filter}");
                }
            }
            "run" => {
                let example = words.skip_while(|w| *w != "--example").nth(1).unwrap();
                assert!(root().join(format!("examples/{example}.rs")).exists(), "{place}: {example}");
            }
            // What each does is cargo's own, or that of a program of its own.
            "bench" | "deny" | "install" | "insta" | "mutants" | "fuzz" => {}
            other => panic!("{place}: cargo {other} is not known to be right"),
        },
        script => {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = std::fs::metadata(root().join(script)).unwrap().permissions().mode();
            assert!(mode & 0o111 != 0, "{place}: {script} cannot be run");
        }
    }
}

fn everything_that_reads_settings() -> &'static str {
    static TEXT: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    TEXT.get_or_init(|| {
        let mut text = String::new();
        for folder in ["tests/it", "tests/it/oracle", ".ci", "tests/judges"] {
            for entry in std::fs::read_dir(root().join(folder)).unwrap() {
                let path = entry.unwrap().path();
                // This file names none; its own words must not count.
                if path.is_file() && !path.ends_with("commands.rs") {
                    text += &std::fs::read_to_string(path).unwrap_or_default();
                }
            }
        }
        text
    })
}

/// Each command is done, or finds something; none is wrong usage, and what it is to write is there.
#[test]
fn every_command_of_the_documentation_runs() {
    let all: Vec<(&str, Passage)> =
        PAGES.iter().flat_map(|page| passages(page).into_iter().map(|p| (*page, p))).collect();
    let counts = shared(&all, threads(), |(), (page, Passage { place, commands })| {
        let kept = std::cell::LazyCell::new(clone);
        let mut count = 0;
        for command in commands {
            let ours = command.strip_prefix("cargo run --release -- ").or(command.strip_prefix("cargo run -- "));
            let command = ours.map_or(command.clone(), |arguments| format!("iml-check {arguments}"));
            if !command.starts_with("iml-check") && !command.starts_with("mkdir") {
                names_what_there_is(&command, place);
                continue;
            }
            // A language server speaks with an editor, as it does in a story of its own.
            if command == "iml-check lsp" {
                continue;
            }
            // The steps of the page on gates are a story of their own, below.
            if *page == "docs/gate/README.md" {
                continue;
            }
            let (code, said) = run(&command, kept.path());
            assert!(code == Some(0) || code == Some(1), "{place}\n{command}\n{code:?}\n{said}");
            for file in command.split(' ').filter_map(|w| w.split_once('=')).map(|(_, file)| file) {
                assert!(kept.path().join(file).exists(), "{place}\n{command}\n{file} was not written");
            }
            count += 1;
        }
        count
    });
    let count: usize = counts.into_iter().sum();
    assert!(count > 30, "{count}");
}

/// The page on gates, step by step, from a law alone to a gate that is shut by an amendment.
#[test]
fn the_steps_of_the_page_on_gates_lead_to_a_gate() {
    let kept = a_law_alone();
    let at = kept.path();
    let commands: Vec<String> = passages("docs/gate/README.md").into_iter().flat_map(|p| p.commands).collect();
    let number = |command: &str| commands.iter().position(|c| c == command).unwrap();
    let last = number("iml-check");
    assert!(last >= 4, "{commands:?}");
    for command in &commands[..last] {
        let (code, said) = run(command, at);
        assert_eq!(code, Some(0), "{command}\n{said}");
    }
    // What the page says to do by hand.
    let config = std::fs::read_to_string(at.join("iml-check.toml")).unwrap();
    let mut set = config;
    for (off, on) in [("\n#baseline =", "\nbaseline ="), ("\n#fail-on = \"incompatible\"", "\nfail-on = \"not-found\"")]
    {
        assert!(set.contains(off), "{off}\n{set}");
        set = set.replace(off, on);
    }
    std::fs::write(at.join("iml-check.toml"), set).unwrap();
    let gate = [&commands[last], "iml-check test --snapshot verdicts.txt"];
    assert!(commands[last..].iter().any(|c| c == gate[1]));
    for command in gate {
        let (code, said) = run(command, at);
        assert_eq!(code, Some(0), "{command}\n{said}");
    }
    let law = std::fs::read_to_string(at.join("laws/entry.pol")).unwrap();
    std::fs::write(at.join("laws/entry.pol"), law.replace("age < 18", "age < 16")).unwrap();
    for command in gate {
        assert_eq!(run(command, at).0, Some(1), "{command}");
    }
    // Answered for, the gate of findings opens again; what is reviewed stays reviewed.
    let accept = commands.iter().find(|c| c.starts_with("iml-check accept ")).unwrap();
    let (code, said) = run(accept, at);
    assert_eq!(code, Some(0), "{said}");
    assert!(std::fs::read_to_string(at.join("iml-check.toml")).unwrap().contains("[[accept]]"));
}

/// The second command of the README is the one by which everything is tested.
#[test]
fn the_readme_names_the_command_of_the_tests() {
    let two = passages("README.md").into_iter().find(|p| p.commands.iter().any(|c| c.starts_with("cargo test")));
    let second = two.unwrap().commands[1].clone();
    let quick = read(".ci/quick");
    assert!(quick.lines().any(|l| l.trim_end().ends_with(&format!(" {second}"))), "{second}");
}

/// In a clone the program sees the laws of the repository and none of the texts that are wrong on purpose.
#[test]
fn a_clone_is_checked_without_its_fixtures() {
    let kept = clone();
    let (code, said) = run("iml-check --format csv --as-of 2026-11-24", kept.path());
    assert_eq!(code, Some(1), "{said}");
    assert!(!said.contains("tests/"), "{said}");
    let mut states = BTreeSet::new();
    for folder in std::fs::read_dir(root().join("policies")).unwrap() {
        states.insert(folder.unwrap().file_name().to_string_lossy().to_uppercase());
    }
    let mut rows = csv::Reader::from_reader(said.as_bytes());
    let seen: BTreeSet<String> = rows.records().filter_map(|r| Some(r.ok()?.get(0)?.to_owned())).collect();
    assert!(states.is_subset(&seen), "{states:?} {seen:?}");
    let (code, said) = run("iml-check test --as-of 2026-11-24", kept.path());
    assert_eq!(code, Some(0), "{said}");
    let (code, said) = run("iml-check init", kept.path());
    assert!(code == Some(2) && said.contains("iml-check.toml"), "{said}");
}
