//! `iml-check.toml`: the reader and the schema agree, a wrong key is shown like a wrong law, and what is accepted is
//! accepted for those people, by that day, and no others.

use crate::cli::{DATE, err, iml_in, out};
use iml_check::config::{self, Config, Kind, Setting};
use iml_check::pages::settings_schema;
use iml_check::text::FileId;
use iml_check::words::{Lang, Words};
use std::path::Path;
use tempfile::TempDir;

/// A folder of one's own with a law and a configuration.
fn folder(config: &str) -> TempDir {
    let kept = tempfile::tempdir().unwrap();
    let folder = kept.path();
    std::fs::create_dir_all(folder.join("laws")).unwrap();
    std::fs::create_dir(folder.join(".git")).unwrap();
    std::fs::write(folder.join("laws/entry.pol"), law()).unwrap();
    if !config.is_empty() {
        std::fs::write(folder.join("iml-check.toml"), config).unwrap();
    }
    kept
}

fn law() -> String {
    std::fs::read_to_string(format!("{}/policies/chn/exit-and-entry.pol", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut all = arguments.to_vec();
    if !arguments.contains(&"--lang") {
        all.extend(["--lang", "en"]);
    }
    let output = iml_in(folder.to_str().unwrap(), &all, None);
    (output.status.code(), out(&output), err(&output))
}

const ONLY: [&str; 2] = ["--only", "child-detention-last-resort"];

fn schema() -> jsonschema::Validator {
    let text = settings_schema(&Words::new(Lang::En));
    jsonschema::validator_for(&serde_json::from_str(&text).unwrap()).unwrap()
}

/// A text as TOML and as JSON; a date of TOML is a text in JSON.
fn json(text: &str) -> serde_json::Value {
    fn plain(value: toml::Value) -> serde_json::Value {
        match value {
            toml::Value::Datetime(date) => date.to_string().into(),
            toml::Value::Array(list) => list.into_iter().map(plain).collect(),
            toml::Value::Table(table) => table.into_iter().map(|(key, value)| (key, plain(value))).collect(),
            other => serde_json::to_value(other).unwrap(),
        }
    }
    plain(toml::Value::Table(text.parse().unwrap()))
}

/// A file in which one setting holds this and nothing else is set but what has to be.
fn alone(path: &[&Setting], value: &str) -> String {
    let mut text = String::new();
    let (own, tables) = path.split_last().unwrap();
    let mut header = String::new();
    for table in tables {
        let dot = if header.is_empty() { "" } else { "." };
        header += &match table.kind {
            Kind::Named(_) => format!("{dot}{}.{}", table.key, table.example),
            _ => format!("{dot}{}", table.key),
        };
    }
    match tables.last().map(|t| t.kind) {
        Some(Kind::Tables(_)) => text += &format!("[[{header}]]\n"),
        Some(_) => text += &format!("[{header}]\n"),
        None => {}
    }
    for needed in tables.last().iter().flat_map(|t| t.inside()).filter(|s| s.needed && s.key != own.key) {
        text += &format!("{} = {}\n", needed.key, needed.example);
    }
    text + &format!("{} = {value}\n", own.key)
}

fn each(rows: &'static [Setting], above: &[&'static Setting], visit: &mut dyn FnMut(&[&Setting])) {
    for row in rows {
        let path = [above, &[row]].concat();
        visit(&path);
        each(row.inside(), &path, visit);
    }
}

/// Of every setting: its example is read and shown, and is valid by the schema; what is of another kind is neither.
#[test]
fn the_schema_and_the_reader_agree_on_every_setting() {
    let schema = schema();
    let read = |text: &str| config::read(text, FileId::own(0));
    let mut count = 0;
    each(Config::ROWS, &[], &mut |path| {
        let own = path.last().unwrap();
        if !own.inside().is_empty() {
            return;
        }
        count += 1;
        let text = alone(path, own.example);
        let (config, mistakes) = read(&text);
        assert!(mistakes.is_empty() && schema.is_valid(&json(&text)), "{text}\n{mistakes:?}");
        let lines: Vec<_> = config.lines().into_iter().filter(|l| l.span.is_some()).collect();
        let shown = format!("{lines:?}");
        let value = own.example.trim_matches(['[', ']', '"']).split("\", \"").next().unwrap();
        assert!(shown.contains(own.key) && shown.contains(value), "{text}\n{shown}");
        // A list in a list is no setting at all, and neither is a number above the most.
        let beyond = match own.kind {
            Kind::Number(most) => (most + 1).to_string(),
            Kind::OneOf(_) => "\"never mind\"".to_owned(),
            _ => "[[1]]".to_owned(),
        };
        for wrong in ["{ a = 1 }", beyond.as_str()] {
            let text = alone(path, wrong);
            assert!(!read(&text).1.is_empty() && !schema.is_valid(&json(&text)), "{text}");
        }
        let text = alone(path, own.example) + "nobody-reads = 1\n";
        assert!(!read(&text).1.is_empty() && !schema.is_valid(&json(&text)), "{text}");
        if own.needed {
            let text = alone(path, own.example).replace(&format!("{} = {}\n", own.key, own.example), "");
            assert!(!read(&text).1.is_empty() && !schema.is_valid(&json(&text)), "{text}");
        }
    });
    assert!(count > 20, "{count}");
}

/// Every setting is explained in every language, and no explanation is of nothing.
#[test]
fn every_setting_is_explained() {
    let mut ids = std::collections::BTreeSet::new();
    each(Config::ROWS, &[], &mut |path| {
        let keys: Vec<&str> = path.iter().map(|s| s.key).collect();
        ids.insert(format!("setting-{}", keys.join("-")));
        let page = out(&iml_in("/", &["explain", &keys.join("."), "--lang", "en"], None));
        assert!(page.starts_with(&keys.join(".")), "{page}");
    });
    for lang in Lang::ALL {
        let catalogue = iml_check::words::catalogue(lang);
        let said =
            catalogue.lines().filter(|l| l.starts_with("setting-")).map(|l| l.split(' ').next().unwrap().to_owned());
        assert_eq!(said.collect::<std::collections::BTreeSet<_>>(), ids, "{}", lang.code());
    }
}

/// The usual limits are those that nothing needs to set.
#[test]
fn what_is_usual_is_what_nothing_sets() {
    assert_eq!(Config::default().limits(), iml_check::text::Limits::default());
    let mut text = String::from("[limits]\n");
    for row in config::LimitSettings::ROWS {
        assert_eq!(row.usual, config::Usual::Number(row.example.parse().unwrap()), "{}", row.key);
        text += &format!("{} = 7\n", row.key);
    }
    let (config, mistakes) = config::read(&text, FileId::own(0));
    assert!(mistakes.is_empty());
    let iml_check::text::Limits { bytes, nesting, definitions, kinds, looks, steps } = config.limits();
    assert_eq!([bytes, nesting, definitions, kinds, looks, steps], [7; 6]);
}

/// Every setting in the file that `init` writes, switched on, is read without a mistake and is valid by the schema.
#[test]
fn what_init_writes_is_read() {
    for (lang, laws) in [("en", true), ("zh", true), ("en", false)] {
        let kept = folder("");
        let folder = kept.path();
        if laws {
            // Two folders of one name.
            std::fs::create_dir_all(folder.join("more/laws")).unwrap();
            std::fs::write(folder.join("more/laws/entry.pol"), law()).unwrap();
        } else {
            std::fs::remove_dir_all(folder.join("laws")).unwrap();
        }
        let (code, ..) = run(folder, &["init", "--lang", lang]);
        assert_eq!(code, Some(0));
        let text = std::fs::read_to_string(folder.join("iml-check.toml")).unwrap();
        let on: Vec<&str> =
            text.lines().map(|l| l.strip_prefix('#').filter(|l| !l.starts_with(' ')).unwrap_or(l)).collect();
        let on = on.join("\n");
        for text in [&text, &on] {
            let (config, mistakes) = config::read(text, FileId::own(0));
            assert!(mistakes.is_empty(), "{mistakes:?}\n{text}");
            assert_eq!(config.frameworks.len(), if laws { 2 } else { usize::from(text == &on) }, "{text}");
            assert!(schema().is_valid(&json(text)), "{text}");
        }
        each(Config::ROWS, &[], &mut |path| {
            let own = path.last().unwrap();
            let (key, header) = (format!("{} = ", own.key), own.key);
            let there = on.lines().any(|l| l.starts_with(&key) || (l.starts_with('[') && l.contains(header)));
            assert!(there, "{} is not explained\n{on}", own.key);
        });
        let (code, _, error) = run(folder, &["init"]);
        assert_eq!(code, Some(2));
        assert!(error.contains("already there"));
    }
}

#[test]
fn a_wrong_setting_is_shown_like_a_wrong_law() {
    let wrong = [
        ("not TOML", "language = \n"),
        ("unknown keys", "[gate]\nfail-no = \"breach\"\n[reports]\n"),
        (
            "wrong kinds",
            "language = 3\nbuiltin-rules = \"no\"\naccept = \"x\"\nrules = [1]\n[gate]\nfail-on = \"breech\"\n",
        ),
        ("limits", "[limits]\nnesting = 0\nlooks = \"many\"\ndefinitions = 6000\nbites = 3\n"),
        ("missing", "[[accept]]\nstandard = \"child-detention-last-resort\"\n[[standards.skip]]\nid = \"x\"\n"),
        ("no date", "[[accept]]\nstandard = \"x\"\nreason = \"y\"\nuntil = 2027-02-30\n"),
        (
            "unknown names",
            "language = \"xx\"\n[framework.a]\nstate = \"CHX\"\npolicies = \"laws\"\nassume-ratified = [\"ICCPX\"]\n\
             [[accept]]\nstandard = \"child-detention-last-resrt\"\nin = \"b\"\nreason = \"y\"\nuntil = 2027-03-31\n\
             [[standards.skip]]\nid = \"childrn\"\nreason = \"y\"\n",
        ),
        ("no law", "[framework.a]\npolicies = [\"lows/*.pol\"]\n"),
        (
            "wrong people",
            "[[accept]]\nstandard = \"child-detention-last-resort\"\nwho = \"age >= 16 and childd\"\nreason = \"y\"\n\
             until = 2027-03-31\n",
        ),
        (
            "half a condition",
            "[[accept]]\nstandard = \"child-detention-last-resort\"\nwho = \"age >= and\"\nreason = \"y\"\n\
             until = 2027-03-31\n",
        ),
    ];
    let mut story = String::new();
    for (name, text) in wrong {
        for lang in ["en", "zh"] {
            let kept = folder(text);
            let folder = kept.path();
            let arguments = ["check", "laws", "--lang", lang, DATE[0], DATE[1], ONLY[0], ONLY[1]];
            let (code, out, error) = run(folder, &arguments);
            assert_eq!(code, Some(2), "{name}: {out}");
            // One is shown as it is, of the others what is said and where.
            let said = if name == "unknown keys" { format!("{out}{error}") } else { messages(&(out + &error)) };
            story += &format!("── {name} ({lang})\n{text}\n{said}\n");
        }
    }
    insta::assert_snapshot!(story);
}

/// Of messages with their pictures: what is said, where, and what is advised.
fn messages(shown: &str) -> String {
    let mut said = String::new();
    let (mut head, mut picture) = (false, false);
    for line in shown.lines() {
        let plain = line.trim_start();
        if let Some(place) = plain.strip_prefix("╭─[") {
            said += &format!("    {}\n", place.trim_end_matches(']'));
            (head, picture) = (false, true);
        } else if plain.starts_with("╰────") {
            picture = false;
        } else if !picture && !plain.is_empty() {
            head = head || plain.starts_with("× ");
            let more = head && plain.starts_with("│ ");
            said += &if more { format!("    {plain}\n") } else { format!("{line}\n") };
        }
    }
    said
}

/// Each limit holds where it is set, and what goes beyond it is a clear mistake and no verdict.
#[test]
fn what_goes_beyond_a_limit_is_no_verdict() {
    let mut law = String::from("policy p \"P\" { state CHN governs detention }\nterm t0 means child\n");
    for i in 1..120 {
        law += &format!("term t{i} means t{} or pregnant\n", i - 1);
    }
    law += "article 1 { may detain foreigner where t119 and not (adult or (pregnant and not (child))) }\n";
    for (limit, code, most) in [
        ("bytes", "file-too-large", 1000),
        ("nesting", "nested-too-deep", 3),
        ("definitions", "definition-too-deep", 100),
        ("kinds", "taxonomy-too-large", 100),
    ] {
        let kept = folder(&format!("[limits]\n{limit} = {most}\n"));
        let folder = kept.path();
        std::fs::write(folder.join("laws/entry.pol"), &law).unwrap();
        let (exit, out, error) = run(folder, &["check", "laws", ONLY[0], ONLY[1]]);
        assert!(exit == Some(2) && (out.clone() + &error).contains(code), "{limit}: {exit:?}\n{out}{error}");
        let (_, shown, _) = run(folder, &["config"]);
        // With so few kinds the built-in rules are beyond it too.
        let said = shown.contains(&format!("limits.{limit} = {most}   # iml-check.toml:2"));
        assert!(said || limit == "kinds", "{limit}: {shown}");
        let (exit, out, error) =
            run(folder, &["check", "laws", "-q", ONLY[0], ONLY[1], "--fail-on", "not-found", "--no-config"]);
        assert_eq!(exit, Some(1), "{limit}: {out}{error}");
    }
    // A condition so long when written out that the second engine is asked, which may not look.
    let mut law =
        String::from("policy p \"P\" { state CHN governs detention }\nterm t0 means unlawful-stay or pregnant\n");
    for i in 1..60 {
        law += &format!("term t{i} means (t{0} and adult) or (t{0} and seriously-ill)\n", i - 1);
    }
    law += "article 1 { may detain foreigner where t59 }\n";
    let kept = folder("[limits]\nlooks = 1\n");
    let folder = kept.path();
    std::fs::write(folder.join("laws/entry.pol"), law).unwrap();
    let only = ["--only", "detention-has-grounds-in-law"];
    let (exit, out, error) = run(folder, &["check", "laws", "-q", only[0], only[1]]);
    assert!(exit == Some(2) && error.contains("could not be decided"), "{exit:?}\n{out}{error}");
    let (exit, out, error) = run(folder, &["check", "laws", "-q", only[0], only[1], "--no-config"]);
    assert!(exit == Some(0) || exit == Some(1), "{out}{error}");
}

#[test]
fn a_framework_is_one_order_with_its_own_state_and_date() {
    let text = "[framework.one]\npolicies = [\"laws/*.pol\"]\nstate = \"MEX\"\nas-of = 2020-01-01\n";
    let kept = folder(text);
    let folder = kept.path();
    for arguments in [&["check", "-q"][..], &["one", "-q"], &["laws/entry.pol", "-q"], &["check", "laws", "-q"]] {
        let (_, out, error) = run(folder, arguments);
        assert!(out.starts_with("Mexico · ") && out.contains("as of 2020-01-01"), "{arguments:?}: {out}{error}");
    }
    let (_, out, _) = run(folder, &["one", "-q", "--state", "CHN", "--as-of", "2021-01-01"]);
    assert!(out.starts_with("China · ") && out.contains("as of 2021-01-01"), "{out}");
    // From a folder below, and from outside.
    let (_, out, error) = run(&folder.join("laws"), &["check", "-q"]);
    assert!(out.starts_with("Mexico · "), "{out}{error}");
    let path = folder.join("laws").to_str().unwrap().to_owned();
    let (_, out, _) = run(Path::new("/"), &[&path, "-q"]);
    assert!(out.starts_with("Mexico · "), "{out}");
    // And not when it is not wanted.
    let (_, out, _) = run(folder, &["laws", "-q", "--no-config"]);
    assert!(out.starts_with("China · "), "{out}");
}

#[test]
fn what_is_not_asked_is_said_with_its_reason() {
    let text =
        "[[standards.skip]]\nid = \"child-detention-last-resort\"\nreason = \"Bill 2026/14 is before parliament\"\n";
    let kept = folder(text);
    let folder = kept.path();
    let said = "not asked: child-detention-last-resort: Bill 2026/14 is before parliament";
    for format in ["human", "plain", "short"] {
        let (_, out, _) = run(folder, &["laws", "--format", format, DATE[0], DATE[1]]);
        assert!(out.contains(said), "{format}");
        assert!(!out.contains("[child-detention-last-resort]"), "{format}");
    }
    let (_, page, _) = run(folder, &["laws", "--format", "html", DATE[0], DATE[1]]);
    assert!(page.contains("Bill 2026/14 is before parliament"));
    let (_, json, _) = run(folder, &["laws", "--format", "json", DATE[0], DATE[1]]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["orders"][0]["skipped"][0]["id"], "child-detention-last-resort");
}

/// What is found is answered for; it then passes, for those people and until that day.
#[test]
fn accepting_writes_an_entry_that_covers_what_was_found() {
    let kept = folder("[framework.one]\npolicies = [\"laws/*.pol\"]\n");
    let folder = kept.path();
    let gate =
        ["one", "--fail-on", "to-assess", "--force", "soft-law", ONLY[0], ONLY[1], "--format", "short", "--full"];
    let check = |more: &[&str]| run(folder, &[&gate[..], more].concat());
    assert_eq!(check(&DATE).0, Some(1));
    let answer = |more: &[&str]| {
        let mut all = vec!["accept", "child-detention-last-resort", "one", "--reason", "Bill \"2026/14\""];
        all.extend(["--by", "Legal Affairs", "--until", "2027-03-31"]);
        all.extend(more);
        run(folder, &all)
    };
    // One article first: the others still count.
    assert_eq!(answer(&["--article", "60", DATE[0], DATE[1]]).0, Some(0));
    let (code, text, _) = check(&DATE);
    assert_eq!(code, Some(1), "{text}");
    assert!(text.contains("(accepted)"), "{text}");
    let (code, out, error) = answer(&DATE);
    assert_eq!(code, Some(0), "{out}{error}");
    let (code, text, _) = check(&DATE);
    assert_eq!(code, Some(0), "{text}");
    assert!(text.lines().filter(|l| l.contains("[child-detention-last-resort]")).all(|l| l.ends_with("(accepted)")));
    // Reason, name and end are in every report that shows the finding.
    for format in ["human", "plain", "html", "json"] {
        let mut all = gate.to_vec();
        all.extend(["--format", format, DATE[0], DATE[1]]);
        all.retain(|a| *a != "short");
        let at = all.iter().position(|a| *a == "--format").unwrap();
        all.remove(at);
        let (_, text, _) = run(folder, &all);
        for part in ["2026/14", "Legal Affairs", "2027-03-31"] {
            assert!(text.contains(part), "{format}: {part}");
        }
    }
    // Nothing is left to accept; a day later than its end it counts again, and the entry is a remark.
    assert_eq!(answer(&DATE).0, Some(1));
    let (code, text, _) = check(&["--today", "2027-04-01"]);
    assert_eq!(code, Some(1));
    assert!(text.contains("acceptance-expired"), "{text}");
    assert_eq!(check(&["--no-accept", DATE[0], DATE[1]]).0, Some(1));
    // An amendment that reaches others is not covered.
    let amended = law().replace("age < 16 or age >= 70", "age < 14 or age >= 70");
    std::fs::write(folder.join("laws/entry.pol"), amended).unwrap();
    let (code, text, _) = check(&DATE);
    assert_eq!(code, Some(1), "{text}");
    assert!(text.contains("acceptance-too-narrow"), "{text}");
    // An end that is over cannot be written.
    assert_eq!(answer(&["--today", "2027-04-01"]).0, Some(2));
}

/// A law that sends people to torture cannot be accepted, by the command or by the file.
#[test]
fn a_breach_of_jus_cogens_is_not_accepted() {
    let list = out(&iml_in(env!("CARGO_MANIFEST_DIR"), &["list", "standards", "--json"], None));
    let list: serde_json::Value = serde_json::from_str(&list).unwrap();
    let peremptory: Vec<&str> = list
        .as_array()
        .unwrap()
        .iter()
        .filter(|s| s["basis"].as_str().is_some_and(|b| b.contains("JUS-COGENS")))
        .filter_map(|s| s["id"].as_str())
        .collect();
    assert!(!peremptory.is_empty(), "{list}");
    let kept = folder("");
    let folder = kept.path();
    let path = format!("{}/policies/qat", env!("CARGO_MANIFEST_DIR"));
    let (_, text, _) = run(folder, &[&path, "--format", "csv", DATE[0], DATE[1]]);
    let id = peremptory.iter().find(|id| text.contains(&format!(",{id},"))).unwrap();
    let (code, _, error) =
        run(folder, &["accept", id, &path, "--reason", "x", "--until", "2027-03-31", DATE[0], DATE[1]]);
    assert_eq!(code, Some(2));
    assert!(error.contains("jus cogens cannot be accepted"), "{error}");
    let entry = format!("[[accept]]\nstandard = \"{id}\"\nreason = \"x\"\nuntil = 2027-03-31\n");
    std::fs::write(folder.join("iml-check.toml"), entry).unwrap();
    let config = folder.join("iml-check.toml").to_str().unwrap().to_owned();
    let (code, text, _) = run(folder, &[&path, "--config", &config, "-q", DATE[0], DATE[1]]);
    assert_eq!(code, Some(2), "{text}");
}

#[test]
fn config_says_where_each_setting_comes_from() {
    let text = "language = [\"zh\", \"en\"]\n[framework.one]\npolicies = [\"laws/*.pol\"]\nas-of = 2026-07-01\n\
                assume-ratified = [\"ICCPR\"]\n[gate]\nfail-on = \"to-assess\"\n[report.html]\nclassification = \"For official use\"\n\
                [[standards.skip]]\nid = \"labour\"\nreason = \"another ministry\"\n";
    let kept = folder(text);
    let folder = kept.path();
    let output = iml_in(folder.to_str().unwrap(), &["config"], None);
    insta::assert_snapshot!(out(&output));
    // The cover of the page is the house's own.
    let (_, page, _) = run(folder, &["one", "--format", "html"]);
    assert!(page.contains("For official use"));
}
