//! The documentation says what is true: generated parts are current, and what it shows runs.

use crate::cli::{iml, out};

fn read(path: &str) -> String {
    std::fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

const COMMANDS: [&str; 20] = [
    "check",
    "test",
    "diff",
    "ask",
    "mend",
    "fmt",
    "new policy",
    "new standard",
    "new scenario",
    "explain",
    "list",
    "words",
    "update",
    "new",
    "init",
    "config",
    "accept",
    "lsp",
    "completions",
    "man",
];

fn help(command: &str) -> String {
    let words: Vec<&str> = command.split(' ').chain(["--help"]).collect();
    out(&iml(&words))
}

#[test]
fn the_page_of_messages_is_current() {
    insta::with_settings!({ snapshot_path => "../../docs", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("messages", out(&iml(&["list", "messages", "--lang", "en"])));
    });
}

#[test]
fn the_page_of_the_command_line_is_current() {
    let mut text = String::new();
    for command in COMMANDS {
        text += &format!("## {command}\n\n{}\n", help(command));
    }
    insta::with_settings!({ snapshot_path => "../../docs", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("cli", text);
    });
}

/// The manual page is made, and names every command.
#[test]
fn the_manual_page_is_made() {
    let page = out(&iml(&["man"]));
    assert!(page.starts_with(".ie") || page.contains(".TH iml-check 1"), "{page}");
    for command in COMMANDS {
        assert!(page.contains(command.split(' ').next().unwrap()));
    }
}

/// The kit for gates calls flags that exist.
#[test]
fn the_kit_for_gates_calls_what_there_is() {
    let help: String = COMMANDS.map(help).concat();
    for path in [".github/actions/check/action.yml", "docs/gate/gitlab.yml", "docs/gate/README.md", "README.md"] {
        let text = read(path);
        for line in text.lines().filter(|l| !l.contains("cargo ")) {
            let words = line.split([' ', '`', '(', '"', ',', '[']);
            for flag in words.filter(|w| w.starts_with("--") && w.len() > 2 && !w.starts_with("---")) {
                assert!(help.contains(flag), "{path}: {flag}");
            }
        }
    }
}

/// Holds a generated file against what it is generated from; `IML_REFERENCE=write` writes it anew.
fn current(path: &str, text: &str) {
    if std::env::var("IML_REFERENCE").is_ok_and(|v| v == "write") {
        std::fs::write(format!("{}/{path}", env!("CARGO_MANIFEST_DIR")), text).unwrap();
    }
    assert!(read(path) == *text, "{path} is not what the program says");
}

#[test]
fn the_pages_of_formats_and_settings_are_current() {
    let words = iml_check::words::Words::new(iml_check::words::Lang::En);
    current("docs/formats.md", &iml_check::pages::formats(&words));
    current("docs/configuration.md", &iml_check::pages::settings(&words));
    current("docs/configuration.schema.json", &iml_check::pages::settings_schema(&words));
    assert_eq!(out(&iml(&["config", "--schema", "--lang", "en"])), read("docs/configuration.schema.json"));
}

/// `IML_REFERENCE=write cargo test --test it reference` writes the pages anew.
#[test]
fn the_reference_is_current() {
    use iml_check::builtin::{self, BuiltInTreaties};
    use iml_check::pages::{CatalogueRow, Shelf, reference};
    let checker = iml_check::checker::Checker::new(Vec::new(), true);
    let examples = builtin::examples();
    let shelf = Shelf {
        library: &checker.library,
        sources: &checker.sources,
        examples: &examples,
        treaties: &BuiltInTreaties,
        as_of: crate::cli::day(),
    };
    let root = env!("CARGO_MANIFEST_DIR");
    let mut catalogue = Vec::new();
    for row in csv::Reader::from_path(format!("{root}/rules/data/catalogue.csv")).unwrap().records() {
        let row = row.unwrap();
        catalogue.push(CatalogueRow {
            id: row[0].to_owned(),
            section: row[1].to_owned(),
            basis: row[2].to_owned(),
            force: row[3].to_owned(),
            missing: row[5].to_owned(),
        });
    }
    let states: Vec<&str> = builtin::states().collect();
    let words = iml_check::words::Words::new(iml_check::words::Lang::En);
    let pages = reference(&shelf, &catalogue, &states, &words);
    let folder = format!("{root}/docs/standards");
    if std::env::var("IML_REFERENCE").is_ok_and(|v| v == "write") {
        let _ = std::fs::remove_dir_all(&folder);
        for (path, text) in &pages {
            let path = format!("{folder}/{path}");
            std::fs::create_dir_all(std::path::Path::new(&path).parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
    }
    let mut on_disk = 0;
    let mut folders = vec![std::path::PathBuf::from(&folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { on_disk += 1 }
        }
    }
    for (path, text) in &pages {
        assert!(read(&format!("docs/standards/{path}")) == *text, "{path} is not what the rules say");
    }
    assert_eq!(on_disk, pages.len(), "a page of something that is gone");
    // Every link of the index leads somewhere.
    let index = read("docs/standards/README.md");
    for target in index.split("](").skip(1).map(|rest| rest.split(')').next().unwrap()) {
        assert!(std::path::Path::new(&format!("{folder}/{target}")).exists(), "{target}");
    }
}

/// Every block marked `law` in the documentation is a law that can be read.
#[test]
fn the_laws_in_the_documentation_can_be_read() {
    let mut count = 0;
    for page in ["docs/language.md", "README.md", "CONTRIBUTING.md"] {
        for block in read(page).split("```law\n").skip(1) {
            let text = block.split("```").next().unwrap();
            let output =
                crate::cli::iml_in(env!("CARGO_MANIFEST_DIR"), &["-", "--fail-on", "never"], Some(text.as_bytes()));
            assert_eq!(output.status.code(), Some(0), "{page}\n{text}\n{}", out(&output));
            count += 1;
        }
    }
    assert!(count > 0);
}

/// What the rules of the language reference take from elsewhere.
const TAKEN_FOR_GRANTED: &str = r#"
fact unlawful-stay "staying unlawfully"
term migration-ground "on account of migration status" means unlawful-stay
instrument CRC-OPIC "Protocol on a communications procedure" { kind treaty adopted 2011-12-19 }
instrument JGC4-23 "Joint general comment" { kind interpretation interprets CRC adopted 2017-11-16 }
instrument GCM "Global Compact" { kind soft-law adopted 2018-12-19 }
"#;

/// The blocks marked `rules` of a page are rules in which every name is known, and their examples come out as written.
#[test]
fn the_rules_in_the_documentation_hold() {
    for (page, words, more) in [
        ("docs/language.md", TAKEN_FOR_GRANTED, ["--no-builtin-rules"].as_slice()),
        ("CONTRIBUTING.md", "", &["--only", "as-in-the-guide"]),
    ] {
        let text = read(page);
        let blocks: Vec<&str> = text.split("```rules\n").skip(1).map(|b| b.split("```").next().unwrap()).collect();
        // The guide shows a standard that is there already.
        let rules =
            format!("{words}{}", blocks.join("\n")).replace("standard child-heard ", "standard as-in-the-guide ");
        let examples = rules.matches("  example ").count();
        assert!(examples >= 2, "{page}");
        let run = |rules: &str| {
            let kept = tempfile::tempdir().unwrap();
            std::fs::write(kept.path().join("own.iml"), rules).unwrap();
            let arguments = [&["test", "--rules", ".", "--lang", "en", "--as-of", "2026-11-24"], more].concat();
            crate::cli::iml_in(kept.path().to_str().unwrap(), &arguments, None)
        };
        let output = run(&rules);
        let said = out(&output);
        assert_eq!(output.status.code(), Some(0), "{page}\n{said}{}", crate::cli::err(&output));
        assert!(said.contains(&format!("{examples} as expected, 0 not")), "{page}\n{said}");
        // A word that is not known, or an example that comes out otherwise, would be seen.
        assert_eq!(run(&rules.replace(" of child", " of chlid")).status.code(), Some(2), "{page}");
        assert_eq!(run(&rules.replace("example provided", "example incompatible")).status.code(), Some(1), "{page}");
    }
}

/// The standard that the page of a form shows is one of that form, with every name known.
#[test]
fn the_standards_on_the_pages_of_forms_are_of_that_form() {
    for form in ["forbid", "limit", "require", "equal", "before", "define", "justify", "establish"] {
        let text = read(&format!("docs/forms/{form}.md"));
        let kept = tempfile::tempdir().unwrap();
        let mut names = Vec::new();
        for (number, block) in text.split("```rules\n").skip(1).enumerate() {
            let block = block.split("```").next().unwrap();
            assert!(block.starts_with("standard s ") && block.contains(form), "{form}\n{block}");
            names.push(format!("as-on-the-page-{number}"));
            let rule = block.replacen("standard s ", &format!("standard as-on-the-page-{number} "), 1);
            std::fs::write(kept.path().join(format!("{number}.iml")), rule).unwrap();
        }
        assert!(!names.is_empty(), "{form}");
        for name in names {
            let arguments = ["explain", &name, "--rules", ".", "--lang", "en"];
            let output = crate::cli::iml_in(kept.path().to_str().unwrap(), &arguments, None);
            let said = out(&output);
            assert!(
                output.status.code() == Some(0) && said.contains(form),
                "{form}\n{said}{}",
                crate::cli::err(&output)
            );
        }
    }
}

#[test]
fn the_schema_describes_the_json() {
    let schema: serde_json::Value = serde_json::from_str(&read("docs/json.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for arguments in [
        &["policies/chn", "policies/mlt", "policies/mex"][..],
        &["policies/mex", "--all-standards"],
        &["tests/fixtures/mistakes/unknown-name.pol"],
    ] {
        let mut all = arguments.to_vec();
        all.extend(["--format", "json", "--as-of", "2026-11-24"]);
        let report: serde_json::Value = serde_json::from_str(&out(&iml(&all))).unwrap();
        let wrong: Vec<String> = validator.iter_errors(&report).map(|e| format!("{}: {e}", e.instance_path)).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}

/// What the README shows of a report is among what the command prints.
#[test]
fn the_readme_shows_what_is_printed() {
    let readme = read("README.md");
    let block = readme.split("```console\n$ iml-check ").nth(1).unwrap().split("```").next().unwrap();
    let (command, shown) = block.split_once('\n').unwrap();
    let arguments: Vec<&str> = command.split_whitespace().chain(["--lang", "en", "--as-of", "2026-11-24"]).collect();
    let printed = out(&iml(&arguments));
    assert!(printed.contains(shown), "{printed}");
}
