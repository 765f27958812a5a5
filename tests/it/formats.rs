//! Formats for machines: valid, harmless, and all of them show the same findings.

use crate::beside;
use crate::cli::{DATE, iml, iml_in, out};
use crate::office::{document_as_text, spreadsheet_as_text};
use iml_check::report::FORMATS;
use std::collections::BTreeMap;

const LAW: &str = "policies/chn/exit-and-entry.pol";

fn report(path: &str, format: &str) -> String {
    out(&iml(&[path, DATE[0], DATE[1], "--format", format, "--lang", "en"]))
}

/// The schema of SARIF as OASIS publishes it.
fn schema_of_sarif(what: &str) -> Option<jsonschema::Validator> {
    let path = beside::shared("schemas/sarif-schema-2.1.0.json", what)?;
    let schema: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    Some(jsonschema::validator_for(&schema).unwrap())
}

/// How often each standard is found.
fn tally<'a>(ids: impl Iterator<Item = &'a str>) -> BTreeMap<String, usize> {
    let mut out = BTreeMap::new();
    for id in ids {
        *out.entry(id.to_owned()).or_default() += 1;
    }
    out
}

/// What is in the brackets of the lines of `short`, for findings of these words.
fn in_brackets<'a>(short: &'a str, but: &'a str) -> impl Iterator<Item = &'a str> {
    let lines = short.lines().filter(move |l| l.contains('[') && !l.contains(": warning[") && !l.contains(but));
    lines.map(|l| l.split('[').nth(1).unwrap().split(']').next().unwrap())
}

#[test]
fn every_format_shows_the_same_findings() {
    for path in [LAW, "policies/mex", "policies/qat", "policies/tha"] {
        // A line what one clause does to one point.
        let short = report(path, "short");
        let causes = tally(in_brackets(&short, "never"));
        assert!(!causes.is_empty());
        let sarif: serde_json::Value = serde_json::from_str(&report(path, "sarif")).unwrap();
        let results = sarif["runs"][0]["results"].as_array().unwrap();
        assert_eq!(tally(results.iter().map(|r| r["ruleId"].as_str().unwrap())), causes, "{path} sarif");
        let gitlab: serde_json::Value = serde_json::from_str(&report(path, "gitlab")).unwrap();
        let codes = gitlab.as_array().unwrap().iter().map(|r| r["check_name"].as_str().unwrap());
        assert_eq!(tally(codes.filter(|c| *c != "unused")), causes, "{path} gitlab");
        // No more annotations than are shown of a step, the gravest first, and what is left out is counted.
        let github = report(path, "github");
        for level in ["error", "warning"] {
            let of = |l: &&str| l.starts_with(&format!("::{level} ")) && !l.contains("title=unused");
            assert!(github.lines().filter(of).count() <= 10, "{path} github");
        }
        let bracket = if level_of(&short) { "::error " } else { "::" };
        assert!(github.contains(bracket), "{path} github");
        let said = github.lines().filter(|l| !l.starts_with("::notice") && !l.contains("title=unused")).count();
        let grave = in_brackets(&short, "for assessment[").count() - short.matches("advice (").count();
        assert_eq!(said < grave, github.contains("more annotations"), "{path} github");
        // A row a point that is open, and a case a point.
        let json: serde_json::Value = serde_json::from_str(&report(path, "json")).unwrap();
        let order = &json["orders"][0];
        let open = |p: &&serde_json::Value| {
            ["outside", "not-found", "reading", "to-assess"].iter().any(|s| p["standing"] == *s)
        };
        let points: std::collections::BTreeSet<&str> =
            order["points"].as_array().unwrap().iter().filter(open).map(|p| p["id"].as_str().unwrap()).collect();
        // Also of what it is unknown whether it binds, as a machine is told.
        let markdown = out(&iml(&[path, DATE[0], DATE[1], "--format", "markdown", "-v", "--lang", "en"]));
        let rows = markdown.lines().filter(|l| l.starts_with("| ") && l.contains("(`"));
        let named: std::collections::BTreeSet<&str> =
            rows.map(|l| l.split("(`").nth(1).unwrap().split('`').next().unwrap()).collect();
        assert_eq!(named, points, "{path} markdown");
        let junit = report(path, "junit");
        let failing: std::collections::BTreeSet<&str> = short
            .lines()
            .filter(|l| !l.contains("for assessment[") && !l.contains("advice (") && !l.contains("note ("))
            .filter(|l| l.contains('[') && !l.contains(": warning["))
            .map(|l| l.split('[').nth(1).unwrap().split(']').next().unwrap())
            .collect();
        assert_eq!(junit.matches("<failure ").count(), failing.len(), "{path} junit");
        // A row a finding.
        let full = out(&iml(&[path, DATE[0], DATE[1], "--format", "short", "--full", "--lang", "en"]));
        let findings = tally(in_brackets(&full, "never"));
        let table = report(path, "csv");
        let rows: Vec<csv::StringRecord> =
            csv::Reader::from_reader(table.as_bytes()).records().map(Result::unwrap).collect();
        assert_eq!(tally(rows.iter().map(|r| &r[2])), findings, "{path} csv");
        let all = tally(order["findings"].as_array().unwrap().iter().map(|f| f["standard"].as_str().unwrap()));
        assert!(findings.iter().all(|(id, n)| all.get(id) == Some(n)), "{path} json");
        // Every finding is of one cause of one point.
        let causes = order["points"].as_array().unwrap().iter().flat_map(|p| p["causes"].as_array().unwrap());
        let mut placed: Vec<u64> =
            causes.flat_map(|c| c["findings"].as_array().unwrap()).map(|n| n.as_u64().unwrap()).collect();
        placed.sort_unstable();
        assert_eq!(placed, (0..order["findings"].as_array().unwrap().len() as u64).collect::<Vec<_>>(), "{path} json");
    }
}

/// Whether anything is incompatible.
fn level_of(short: &str) -> bool {
    short.lines().any(|l| l.contains(": incompatible["))
}

/// What readers of SARIF need of it: the part of the format that is written here.
fn sarif_as_it_is_used() -> serde_json::Value {
    let text = serde_json::json!({ "type": "string", "minLength": 1 });
    let message = serde_json::json!({ "type": "object", "required": ["text"], "properties": { "text": text } });
    let number = serde_json::json!({ "type": "integer", "minimum": 1 });
    let location = serde_json::json!({
        "type": "object",
        "required": ["physicalLocation"],
        "properties": { "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation"],
            "properties": {
                "artifactLocation": { "type": "object", "required": ["uri"], "properties": { "uri": text } },
                "region": {
                    "type": "object",
                    "required": ["startLine"],
                    "properties": { "startLine": number, "startColumn": number, "endLine": number, "endColumn": number }
                }
            }
        } }
    });
    let result = serde_json::json!({
        "type": "object",
        "required": ["message", "locations"],
        "properties": {
            "ruleId": text,
            "level": { "enum": ["none", "note", "warning", "error"] },
            "kind": { "enum": ["pass", "open", "informational", "notApplicable", "review", "fail"] },
            "message": message,
            "locations": { "type": "array", "items": location },
            "relatedLocations": { "type": "array", "items": location },
            "partialFingerprints": { "type": "object", "additionalProperties": text }
        }
    });
    let driver = serde_json::json!({
        "type": "object",
        "required": ["name", "rules"],
        "properties": {
            "name": text,
            "rules": { "type": "array", "items": { "type": "object", "required": ["id"], "properties": { "id": text } } }
        }
    });
    serde_json::json!({
        "type": "object",
        "required": ["version", "runs"],
        "properties": {
            "version": { "const": "2.1.0" },
            "runs": { "type": "array", "minItems": 1, "items": {
                "type": "object",
                "required": ["tool"],
                "properties": {
                    "tool": { "type": "object", "required": ["driver"], "properties": { "driver": driver } },
                    "results": { "type": "array", "items": result }
                }
            } }
        }
    })
}

/// Every format over the same findings: of several weights, one accepted, a remark on the text, and a law with a mistake.
#[test]
fn every_format_is_shown() {
    for format in FORMATS {
        let output = iml(&[
            "tests/fixtures/formats/several.pol",
            "tests/fixtures/mistakes/unknown-name.pol",
            "--format",
            format.name(),
            "--only",
            "child-immigration-detention",
            "--only",
            "consular-notification",
            "--only",
            "detention-not-indefinite",
            "--sarif-all",
            "--lang",
            "en",
            DATE[0],
            DATE[1],
        ]);
        let text = match format.name() {
            "docx" => document_as_text(&output.stdout),
            "xlsx" => spreadsheet_as_text(&output.stdout),
            _ => out(&output),
        };
        let text = text.replace(env!("CARGO_PKG_VERSION"), "[version]");
        let text = match (text.find("<style>"), text.find("</style>")) {
            (Some(start), Some(end)) => format!("{}[style]{}", &text[..start], &text[end..]),
            _ => text,
        };
        insta::with_settings!({ omit_expression => true }, {
            insta::assert_snapshot!(format!("format-{}", format.name()), text);
        });
    }
}

/// What the registry says of a format: its name is its own, and a file of it is called as others call it.
#[test]
fn every_format_is_described() {
    let help = out(&iml(&["check", "--help"]));
    let mut names = std::collections::BTreeSet::new();
    for format in FORMATS {
        assert!(names.insert(format.name()), "{} is there twice", format.name());
        assert!(help.contains(&format!("- {}:", format.name())) && help.contains(format.help()), "{}", format.name());
        assert!(!format.extension().contains('.') && !format.extension().is_empty(), "{}", format.name());
        let page = out(&iml(&["explain", format.name(), "--lang", "en"]));
        assert!(page.contains(format.help()), "{page}");
    }
}

#[test]
fn sarif_is_valid() {
    let used = jsonschema::validator_for(&sarif_as_it_is_used()).unwrap();
    let whole = schema_of_sarif("SARIF by the schema of OASIS");
    for path in [LAW, "policies/mex", "policies/mlt", "tests/fixtures/mistakes/unknown-name.pol"] {
        let log: serde_json::Value = serde_json::from_str(&report(path, "sarif")).unwrap();
        for validator in std::iter::once(&used).chain(&whole) {
            let wrong: Vec<String> =
                validator.iter_errors(&log).map(|e| format!("{e} at {}", e.instance_path)).collect();
            assert!(wrong.is_empty(), "{path}: {wrong:#?}");
        }
    }
    // Either schema would have noticed.
    let mut log: serde_json::Value = serde_json::from_str(&report(LAW, "sarif")).unwrap();
    log["runs"][0]["results"][0]["level"] = "breach".into();
    assert!(std::iter::once(&used).chain(&whole).all(|validator| !validator.is_valid(&log)));
}

/// A suite counts its cases, and what failed in them.
fn counts_are_right(text: &str) {
    let log = roxmltree::Document::parse(text).unwrap();
    let root = log.root_element();
    assert_eq!(root.tag_name().name(), "testsuites");
    let (mut suites, mut cases) = (0, 0);
    for suite in root.children().filter(|n| n.is_element()) {
        let having = |name: &str| suite.descendants().filter(|n| n.has_tag_name(name)).count();
        let said = |name: &str| suite.attribute(name).and_then(|n| n.parse::<usize>().ok());
        assert_eq!(said("tests"), Some(having("testcase")));
        assert_eq!(said("failures"), Some(having("failure")));
        assert_eq!(said("errors"), Some(having("error")));
        for case in suite.descendants().filter(|n| n.has_tag_name("testcase")) {
            assert!(["name", "classname"].iter().all(|name| case.attribute(*name).is_some_and(|v| !v.is_empty())));
            cases += 1;
        }
        suites += 1;
    }
    assert!(suites > 0 && cases > 20, "{suites} {cases}");
}

#[test]
fn junit_is_valid() {
    let what = "JUnit by its schema";
    let schema = beside::shared("schemas/junit.xsd", what).filter(|_| beside::program("xmllint", what));
    let kept = tempfile::tempdir().unwrap();
    for path in [LAW, "policies/mex", "policies/mlt"] {
        let file = kept.path().join("junit.xml");
        let text = report(path, "junit");
        counts_are_right(&text);
        let Some(schema) = &schema else { continue };
        std::fs::write(&file, text).unwrap();
        let output = std::process::Command::new("xmllint")
            .args(["--noout", "--nonet", "--schema"])
            .arg(schema)
            .arg(&file)
            .output()
            .unwrap();
        assert!(output.status.success(), "{path}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

/// A finding of another law has another fingerprint: where other people are concerned though the sentence is the same, and
/// where the sentence is another though the people are the same.
#[test]
fn fingerprints_tell_findings_apart() {
    let kept = tempfile::tempdir().unwrap();
    let rule = "standard short-detention \"Detention is short\" {\n  title zh \"羁押须短\"\n  theme own\n  basis CUSTOM\n  \
                limit detain of any to 1 days\n}\n";
    std::fs::write(kept.path().join("own.iml"), rule).unwrap();
    let rules = kept.path().to_str().unwrap();
    let found = |standard: &str, clause: &str| {
        let law = format!(
            "policy p \"P\" {{ state CHN governs detention }}\narticle 1 {{ may detain foreigner where suspected-illegal-stay {clause} }}\n"
        );
        let arguments = ["-", DATE[0], DATE[1], "--rules", rules, "--only", standard, "--lang", "en"];
        let run = |format: &str| {
            let output = iml_in(
                env!("CARGO_MANIFEST_DIR"),
                &[&arguments[..], &["--format", format]].concat(),
                Some(law.as_bytes()),
            );
            serde_json::from_str::<serde_json::Value>(&out(&output)).unwrap()
        };
        let (log, json) = (run("sarif"), run("json"));
        let findings = json["orders"][0]["findings"].as_array().unwrap();
        assert_eq!(findings.len(), 1, "{clause}");
        let print = log["runs"][0]["results"][0]["partialFingerprints"]["finding/v1"].as_str().unwrap().to_owned();
        (print, findings[0]["sentence"]["en"].clone(), findings[0]["class"]["text"]["en"].clone())
    };
    let standard = "child-immigration-detention";
    let (both, one) = (found(standard, "and age >= 16"), found(standard, "and (age = 16 or age >= 18)"));
    assert_eq!(both.1, one.1, "the same sentence");
    assert_ne!(both.2, one.2, "other people");
    assert_ne!(both.0, one.0);
    let (shorter, longer) =
        (found("short-detention", "for up to 30 days"), found("short-detention", "for up to 40 days"));
    assert_ne!(shorter.1, longer.1, "another sentence");
    assert_eq!(shorter.2, longer.2, "the same people");
    assert_ne!(shorter.0, longer.0);
}

/// A fingerprint is unique in a report, and does not move with the lines.
#[test]
fn fingerprints_survive_moved_lines() {
    let text = std::fs::read_to_string(format!("{}/{LAW}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let moved = format!("# One line more.\n\n# And another.\n{text}");
    let prints = |text: &str| -> Vec<String> {
        let output = iml_in(
            env!("CARGO_MANIFEST_DIR"),
            &["-", DATE[0], DATE[1], "--format", "sarif", "--lang", "en"],
            Some(text.as_bytes()),
        );
        let log: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
        let results = log["runs"][0]["results"].as_array().unwrap();
        results.iter().map(|r| r["partialFingerprints"]["finding/v1"].as_str().unwrap().to_owned()).collect()
    };
    let (before, after) = (prints(&text), prints(&moved));
    assert_eq!(before, after);
    let unique: std::collections::BTreeSet<&String> = before.iter().collect();
    assert_eq!(unique.len(), before.len());
}

/// Several reports in one run, each in its place.
#[test]
fn several_reports_in_one_run() {
    let kept = tempfile::tempdir().unwrap();
    let folder = kept.path();
    let (sarif, junit) = (folder.join("a.sarif"), folder.join("b.xml"));
    let formats = [format!("sarif={}", sarif.display()), format!("junit={}", junit.display())];
    let mut arguments = vec![LAW, DATE[0], DATE[1], "--lang", "en", "--format", "short"];
    for format in &formats {
        arguments.extend(["--format", format]);
    }
    let output = iml(&arguments);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(out(&output), report(LAW, "short"));
    assert_eq!(std::fs::read_to_string(sarif).unwrap(), report(LAW, "sarif"));
    assert_eq!(std::fs::read_to_string(junit).unwrap(), report(LAW, "junit"));
    let twice = iml(&[LAW, "--format", "short", "--full", "--format", "json"]);
    assert_eq!(twice.status.code(), Some(2));
    let unknown = iml(&[LAW, "--format", "pdf"]);
    assert_eq!(unknown.status.code(), Some(2));
}

/// Control characters, terminal escapes, mark-up and formulas in a law come out harmless.
#[test]
fn a_hostile_law_is_harmless_in_every_format() {
    let law = "policy p \"=cmd()|\u{1b}[31m<script>alert(1)</script> ]]> \u{202e}\" { state CHN governs removal }\n\
               fact odd \"<img src=x onerror=alert(1)>|\u{7}`**_%0A::error\"\n\
               article 1 \"</testcase>\" { may remove foreigner where odd }\n";
    for format in FORMATS.iter().map(|f| f.name()) {
        let output = iml_in(
            env!("CARGO_MANIFEST_DIR"),
            &["-", DATE[0], DATE[1], "--format", format, "--lang", "en", "--stdin-filename", "a\u{1b}[2J\n::b.pol"],
            Some(law.as_bytes()),
        );
        assert_eq!(output.status.code(), Some(1), "{format}");
        let text = match format {
            "docx" => document_as_text(&output.stdout),
            "xlsx" => spreadsheet_as_text(&output.stdout),
            _ => out(&output),
        };
        assert!(!text.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{format}");
        match format {
            "html" => {
                assert!(!text.contains("<script") && !text.contains("<img") && !text.contains("</testcase>"));
                assert_eq!(text.matches("<style>").count(), 1);
            }
            "junit" => assert!(!text.contains("<script>") && !text.contains("]]>")),
            "markdown" => assert!(!text.contains("<script>") && !text.contains("<img")),
            "github" => assert!(text.lines().all(|l| l.starts_with("::")) && !text.contains("\n::b.pol")),
            "csv" => {
                let mut reader = csv::Reader::from_reader(text.as_bytes());
                assert!(reader.records().all(|r| r.unwrap().iter().all(|f| !f.starts_with('='))));
            }
            _ => {}
        }
    }
}

/// The page asks for nothing, runs nothing, and every link in it leads somewhere.
#[test]
fn the_page_is_self_contained() {
    let page = out(&iml(&["policies/chn", "policies/mlt", DATE[0], DATE[1], "--format", "html", "--lang", "zh,en"]));
    for outside in ["<script", "<link", "<img", "<iframe", "@import", "url(", " src=", "onclick", "onload"] {
        assert!(!page.contains(outside), "{outside}");
    }
    assert!(page.contains("default-src 'none'"));
    let ids: std::collections::BTreeSet<&str> =
        page.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(page.matches(" id=\"").count(), ids.len(), "an address is there twice");
    for link in page.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(ids.contains(link.trim_start_matches('#')), "{link}");
    }
    // The law's own words are marked with their language, and both languages are there.
    assert!(page.contains("lang=\"zh-Hans\"") && page.contains("lang=\"en\""));
    assert!(page.contains("id=\"comparison\""));
}

/// The same bytes on two runs, from two folders, in two locales and time zones, in every format.
#[test]
fn the_same_bytes_everywhere() {
    let root = env!("CARGO_MANIFEST_DIR");
    for format in FORMATS.iter().map(|f| f.name()) {
        let law = std::fs::read(format!("{root}/policies/mex/ley-de-migracion.pol")).unwrap();
        let run = |folder: &str, zone: &str, locale: &str| {
            use std::io::Write as _;
            let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_iml-check"))
                .args(["-", "--as-of", "2026-11-24", "--lang", "en", "--format", format])
                .current_dir(folder)
                .env("TZ", zone)
                .env("LC_ALL", locale)
                .stdin(std::process::Stdio::piped())
                .stdout(std::process::Stdio::piped())
                .spawn()
                .unwrap();
            child.stdin.take().unwrap().write_all(&law).unwrap();
            child.wait_with_output().unwrap().stdout
        };
        let here = run(root, "UTC", "C.UTF-8");
        assert!(!here.is_empty());
        assert!(here == run(root, "UTC", "C.UTF-8"), "{format}: two runs");
        assert!(here == run("/", "Asia/Shanghai", "zh_CN.UTF-8"), "{format}: another folder, zone and locale");
    }
}

/// What GitLab documents of a code quality report; it publishes no schema of its own.
#[test]
fn gitlab_is_valid() {
    let schema = serde_json::json!({
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "properties": {
                "description": { "type": "string", "minLength": 1 },
                "check_name": { "type": "string", "minLength": 1 },
                "fingerprint": { "type": "string", "minLength": 1 },
                "severity": { "enum": ["info", "minor", "major", "critical", "blocker"] },
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                        "path": { "type": "string", "pattern": "^[^/]" },
                        "lines": {
                            "type": "object",
                            "required": ["begin"],
                            "properties": { "begin": { "type": "integer", "minimum": 1 } }
                        }
                    }
                }
            }
        }
    });
    let validator = jsonschema::validator_for(&schema).unwrap();
    for path in [LAW, "policies/mlt", "policies/qat"] {
        let list: serde_json::Value = serde_json::from_str(&report(path, "gitlab")).unwrap();
        assert!(validator.is_valid(&list), "{path}");
        let prints: Vec<&str> = list.as_array().unwrap().iter().map(|r| r["fingerprint"].as_str().unwrap()).collect();
        let unique: std::collections::BTreeSet<&&str> = prints.iter().collect();
        assert_eq!(unique.len(), prints.len(), "{path}: GitLab shows only the first of equal ones");
    }
    // A text that cannot be read is there too, and is no clean list.
    let output = iml_in(env!("CARGO_MANIFEST_DIR"), &["-", "--format", "gitlab"], Some(b"policy"));
    let list: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
    assert!(validator.is_valid(&list) && list[0]["severity"] == "blocker");
}

/// The whole record: every standard once or more, what is met passes, what is accepted is suppressed with its reason.
#[test]
fn the_whole_record_in_sarif() {
    let law = std::fs::read_to_string(format!("{}/{LAW}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let law = format!("{law}\naccept consular-access because \"Bill 2026/14\" by \"Legal Affairs\" until 2027-03-31\n");
    let run = |more: &[&str]| {
        let arguments = [&["-", DATE[0], DATE[1], "--format", "sarif", "--lang", "en"], more].concat();
        let output = iml_in(env!("CARGO_MANIFEST_DIR"), &arguments, Some(law.as_bytes()));
        serde_json::from_str::<serde_json::Value>(&out(&output)).unwrap()
    };
    let (bare, whole) = (run(&[]), run(&["--sarif-all"]));
    let results = |log: &serde_json::Value| log["runs"][0]["results"].as_array().unwrap().clone();
    let kinds = |log: &serde_json::Value| tally(results(log).iter().map(|r| r["kind"].as_str().unwrap()));
    assert!(!kinds(&bare).contains_key("pass") && kinds(&whole)["pass"] > 5 && kinds(&whole)["notApplicable"] > 50);
    let of = |log: &serde_json::Value| -> Vec<serde_json::Value> {
        results(log).into_iter().filter(|r| r["suppressions"].is_array()).collect()
    };
    assert!(of(&bare).is_empty());
    let accepted = of(&whole);
    assert!(!accepted.is_empty());
    for result in accepted {
        let suppression = &result["suppressions"][0];
        assert_eq!(suppression["kind"], "inSource");
        assert_eq!(suppression["justification"], "Legal Affairs · Bill 2026/14 · 2027-03-31");
    }
    assert!(jsonschema::validator_for(&sarif_as_it_is_used()).unwrap().is_valid(&whole));
    if let Some(schema) = schema_of_sarif("the whole record by the schema of OASIS") {
        assert!(schema.is_valid(&whole));
    }
}

/// The table for researchers says of every standard and State what the report of that State says.
#[test]
fn the_comparison_is_the_verdicts_side_by_side() {
    let table = out(&iml(&["policies/mex", "policies/chn", DATE[0], DATE[1], "--format", "comparison"]));
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let head: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(head, ["standard", "title", "theme", "CHN", "CHN_force", "MEX", "MEX_force"]);
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    for (state, column) in [("chn", 3), ("mex", 5)] {
        let json: serde_json::Value = serde_json::from_str(&report(&format!("policies/{state}"), "json")).unwrap();
        let standards = json["orders"][0]["standards"].as_array().unwrap();
        assert_eq!(rows.iter().filter(|r| !r[column].is_empty()).count(), standards.len());
        for standard in standards {
            let row = rows.iter().find(|r| standard["id"] == r[0]).unwrap();
            assert_eq!(standard["verdict"], row[column]);
            assert_eq!(standard["force"], row[column + 1]);
        }
    }
}

/// A way round a safeguard is drawn, and the matrix has a sign for every article that a finding rests on.
#[test]
fn what_is_looked_at_is_drawn() {
    let law = "policy p \"Procedure Act\" { state MEX rank act source \"written for this test\" governs removal }\n\
               procedure removal \"Removal\" {\n  apprehension -> individual-hearing\n  individual-hearing -> individual-decision\n  \
               apprehension -> individual-decision where identity-unknown\n  individual-decision -> removal-carried-out\n}\n";
    let arguments = ["-", DATE[0], DATE[1], "--format", "html", "--lang", "en", "--only", "heard-before-expulsion"];
    let output = iml_in(env!("CARGO_MANIFEST_DIR"), &arguments, Some(law.as_bytes()));
    let page = out(&output);
    assert!(page.contains("<svg class=\"procedure\""), "{page}");
    // Apprehension, decision, removal: two arrows are taken, each a line and a head; the hearing is gone round.
    assert_eq!(page.matches("class=\"arrow taken\"").count(), 2);
    assert_eq!(page.matches("class=\"step safeguard\"").count(), 1);
    assert_eq!(page.matches("class=\"step passed\"").count(), 2);
    let page = report(LAW, "html");
    let grid = page.split("<svg class=\"grid\"").nth(1).unwrap().split("</svg>").next().unwrap();
    let json: serde_json::Value = serde_json::from_str(&report(LAW, "json")).unwrap();
    // A sign for every article by which a point leaves somebody outside.
    let mut cells = std::collections::BTreeSet::new();
    let findings = json["orders"][0]["findings"].as_array().unwrap();
    for point in json["orders"][0]["points"].as_array().unwrap() {
        for cause in point["causes"].as_array().unwrap().iter().filter(|c| c["standing"] == "outside") {
            for finding in cause["findings"].as_array().unwrap() {
                for mark in findings[finding.as_u64().unwrap() as usize]["because"].as_array().unwrap() {
                    if let Some(number) = mark["article"].as_str() {
                        cells.insert((point["id"].as_str().unwrap().to_owned(), number.to_owned()));
                    }
                }
            }
        }
    }
    assert!(cells.len() > 10, "{}", cells.len());
    assert_eq!(grid.matches("class=\"outside\"").count(), cells.len());
}
