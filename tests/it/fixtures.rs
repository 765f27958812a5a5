//! Small laws and rules, each showing one thing. The first line says the command and what the file is for.
//!
//! `# check --lang en: what this shows`; for rule files `# rules: what this shows`. What takes more than one file is a
//! folder, and the line is its file `command`.

use crate::cases::copy;
use crate::cli::{DATE, err, iml, out};
use crate::table;
use iml_check::syntax::Code;
use std::path::{Path, PathBuf};
use std::process::Output;

/// A fixture: the file, what it is for, and the flags of its command.
struct Fixture {
    file: String,
    purpose: String,
    words: Vec<String>,
}

/// The fixtures of a folder, in the order of their names.
fn fixtures(folder: &str) -> Vec<Fixture> {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(folder))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_dir() || path.extension().is_some_and(|e| e == "pol" || e == "iml"))
            .collect();
    paths.sort();
    let read = |path: PathBuf| {
        let says = if path.is_dir() { path.join("command") } else { path.clone() };
        let text = String::from_utf8_lossy(&std::fs::read(says).unwrap()).into_owned();
        let header = text.lines().next().unwrap().trim_start_matches(['#', ' ']).to_owned();
        let (command, purpose) = header.split_once(':').unwrap_or_else(|| panic!("{}: no first line", path.display()));
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let words = command.split_whitespace().map(str::to_owned).collect();
        Fixture { file: format!("tests/fixtures/{folder}/{name}"), purpose: purpose.trim().to_owned(), words }
    };
    paths.into_iter().map(read).collect()
}

impl Fixture {
    fn name(&self) -> &str {
        self.file.rsplit('/').next().unwrap()
    }

    /// The code that it is named after.
    fn stem(&self) -> &str {
        self.name().split('.').next().unwrap()
    }

    /// Runs the command of a law, or of a folder in one of its own.
    fn run(&self, more: &[&str]) -> Output {
        let mut words: Vec<&str> = self.words.iter().map(String::as_str).collect();
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(&self.file);
        if path.is_dir() {
            let folder = tempfile::tempdir().unwrap();
            copy(&path, folder.path());
            words.extend(DATE.iter().chain(more).chain(&["--lang", "en"]));
            return crate::cli::iml_in(folder.path().to_str().unwrap(), &words, None);
        }
        words.insert(1, &self.file);
        words.extend(DATE);
        words.extend(more);
        if !words.contains(&"--lang") {
            words.extend(["--lang", "en"]);
        }
        iml(&words)
    }

    /// Tests a rule file, in a folder of its own.
    fn run_rules(&self) -> Output {
        let folder = tempfile::tempdir().unwrap();
        std::fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join(&self.file), folder.path().join("rules.iml")).unwrap();
        let arguments = ["test", "--rules", ".", "--lang", "en", "--only", "own", DATE[0], DATE[1]];
        crate::cli::iml_in(folder.path().to_str().unwrap(), &arguments, None)
    }

    /// What is said, as a story.
    fn story(&self, output: &Output) -> String {
        let mut story = format!("{}\n\n{}", self.purpose, out(output));
        if !output.stderr.is_empty() {
            story += &format!("\nSTANDARD ERROR\n{}", err(output));
        }
        story + &format!("\nEXIT {}\n", output.status.code().unwrap())
    }
}

/// One snapshot a mistake: its message as it is shown. A file is named after the message that it shows.
#[test]
fn every_mistake_is_shown() {
    let all = fixtures("mistakes").into_iter().map(|f| (f.run(&[]), f));
    let all = all.chain(fixtures("rules").into_iter().map(|f| (f.run_rules(), f)));
    let mut count = 0;
    for (output, fixture) in all {
        let story = fixture.story(&output);
        if fixture.file.contains("/mistakes/") {
            // The longest code that the name begins with: `look-alike-dash` is not `look-alike`.
            let code = Code::ALL
                .iter()
                .filter(|code| fixture.stem().starts_with(code.as_str()))
                .max_by_key(|c| c.as_str().len());
            let code = code.unwrap_or_else(|| panic!("{} is named after no message", fixture.file));
            assert!(story.contains(&format!("[{code}]")), "{}\n{story}", fixture.file);
        } else {
            assert_eq!(output.status.code() == Some(0), fixture.name() == "passes.iml", "{}\n{story}", fixture.file);
        }
        insta::with_settings!({ omit_expression => true }, { insta::assert_snapshot!(fixture.name(), story) });
        count += 1;
    }
    assert!(count > 60, "{count}");
}

/// Every code has a fixture that is named after it.
#[test]
fn every_code_has_a_fixture() {
    let named: Vec<String> =
        ["mistakes", "rules"].iter().flat_map(|folder| fixtures(folder)).map(|f| f.stem().to_owned()).collect();
    let without: Vec<&Code> = Code::ALL.iter().filter(|code| !named.iter().any(|name| name == code.as_str())).collect();
    assert!(without.is_empty(), "{without:?}");
}

/// Laws as somebody writes them who has not read the reference: each is told what to write, in either language.
#[test]
fn newcomers_are_told_what_to_write() {
    let all = fixtures("newcomer");
    assert!(all.len() >= 30, "{}", all.len());
    for fixture in all {
        let mut story = format!("{}\n", fixture.purpose);
        for lang in ["en", "zh"] {
            let output = fixture.run(&["--lang", lang, "--format", "plain"]);
            assert_eq!(output.status.code(), Some(2), "{}", fixture.file);
            let said = out(&output);
            // Whatever cannot be read looks like somebody who must do something; that is hardly ever meant.
            assert!(!said.contains("expected `must`") && !said.contains("应为`must`"), "{}\n{said}", fixture.file);
            story += &format!("\n{}", said.replace(&format!("{}:", fixture.file), ""));
        }
        insta::with_settings!({ omit_expression => true }, { insta::assert_snapshot!(format!("newcomer-{}", fixture.name()), story) });
    }
}

/// A table of the forms: of each law the verdict, the sentence, the people, the articles.
#[test]
fn every_form_finds_what_it_should() {
    let mut told = String::new();
    for fixture in fixtures("forms") {
        let output = fixture.run(&["--format", "json"]);
        let report = serde_json::from_str(&out(&output)).unwrap_or_else(|_| panic!("{}", fixture.story(&output)));
        let code = output.status.code().unwrap();
        // One is told in the words of its own command.
        if fixture.words.iter().any(|word| word == "--lang") {
            insta::assert_snapshot!(fixture.name(), fixture.story(&fixture.run(&[])));
        }
        told += &format!("{}: {} (exit {code})\n{}\n", fixture.name(), fixture.purpose, table::findings(&report));
    }
    insta::assert_snapshot!(told);
}
