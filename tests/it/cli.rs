//! The program as its user runs it: flags, exit codes, and what it says.

use iml_check::law::Date;
use std::io::Write as _;
use std::process::{Command, Output, Stdio};

pub(crate) fn day() -> Date {
    Date::parse("2026-11-24").unwrap()
}

pub(crate) const DATE: [&str; 2] = ["--as-of", "2026-11-24"];

/// A configuration in which nothing is set: what is named is then judged alone, and not with the other laws of its State.
const NO_SETTINGS: &str = "tests/no-settings.toml";

/// Runs the program in the project's root with a clean environment and without the settings of the repository.
pub(crate) fn iml(arguments: &[&str]) -> Output {
    run(env!("CARGO_MANIFEST_DIR"), arguments, None, &[("IML_CHECK_CONFIG", NO_SETTINGS)])
}

/// Runs the program in a folder with a clean environment.
pub(crate) fn iml_in(folder: &str, arguments: &[&str], input: Option<&[u8]>) -> Output {
    run(folder, arguments, input, &[])
}

fn run(folder: &str, arguments: &[&str], input: Option<&[u8]>, environment: &[(&str, &str)]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_iml-check"))
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .envs(environment.iter().copied())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    if let Some(input) = input {
        let _ = stdin.write_all(input);
    }
    drop(stdin);
    child.wait_with_output().unwrap()
}

/// A worker for each thread there may be.
pub(crate) fn threads() -> Vec<()> {
    vec![(); std::thread::available_parallelism().map_or(1, usize::from)]
}

pub(crate) fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub(crate) fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A run as a story: command, what it says, how it ends.
pub(crate) fn story(arguments: &[&str]) -> String {
    let output = iml(arguments);
    let mut text = format!("COMMAND iml-check {}\n\n{}", arguments.join(" "), out(&output));
    if !output.stderr.is_empty() {
        text += &format!("\nSTANDARD ERROR\n{}", err(&output));
    }
    text + &format!("\nEXIT {}\n", output.status.code().unwrap())
}

fn json(arguments: &[&str]) -> serde_json::Value {
    serde_json::from_str(&out(&iml(arguments))).unwrap()
}

const EEAL: &str = "policies/chn/exit-and-entry.pol";

#[test]
fn the_sixteen_year_old_is_found() {
    let output = iml(&[EEAL, DATE[0], DATE[1], "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let report: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
    let findings = report["orders"][0]["findings"].as_array().unwrap();
    let of = |standard: &str, article: &str| {
        findings
            .iter()
            .find(|f| f["standard"] == standard && f["because"][0]["article"] == article)
            .unwrap_or_else(|| panic!("{standard} under article {article}"))
    };
    // Article 60, its near miss 61, treaty text and interpretation apart.
    for (standard, force) in
        [("child-detention-last-resort", "treaty"), ("child-immigration-detention", "interpretation")]
    {
        let finding = of(standard, "60");
        assert_eq!(finding["force"], force);
        assert_eq!(finding["nearly"][0]["article"], "61");
        assert!(finding["class"]["text"]["en"].as_str().unwrap().contains("aged 16 or 17"));
        assert!(finding["class"]["exact"].as_bool().unwrap());
        assert_eq!(finding["witness"]["facts"][0]["ranges"][0], serde_json::json!([16, 16]));
    }
    // The other powers on their own words, with their own classes.
    for (article, class) in [("63", "aged under 18"), ("78", "aged 16 or 17"), ("80", "aged under 18")] {
        let finding = of("child-detention-last-resort", article);
        let text = finding["class"]["text"]["en"].as_str().unwrap();
        assert!(text.contains(class), "article {article}: {text}");
    }
    // Article 71 penalises whoever travels on false documents, nationals too: on account of migration status alone where
    // somebody entered unlawfully.
    let crossing = of("child-detention-last-resort", "71")["class"]["text"]["en"].as_str().unwrap().to_owned();
    assert!(crossing.contains("who entered unlawfully") && crossing.contains("not travelling on forged"), "{crossing}");
    // No limit while identity is unknown, for children by treaty, for all by a reading of what is only signed.
    let endless = of("child-detention-has-an-end", "60");
    assert!(endless["sentence"]["en"].as_str().unwrap().contains("with no maximum period"));
    assert_eq!(endless["because"][1]["role"], "time-clause");
    // For a child every length that is no matter of hours is to be weighed; for others what has no end.
    assert!(endless["class"]["text"]["en"].as_str().unwrap().contains("aged 16 or 17"));
    let endless = of("detention-not-indefinite", "60");
    assert_eq!(endless["force"], "signed");
    assert!(endless["class"]["text"]["en"].as_str().unwrap().contains("identity is not yet established"));
}

#[test]
fn what_is_only_signed_is_no_breach_and_assuming_it_changes_exactly_that() {
    let before = json(&[EEAL, DATE[0], DATE[1], "--format", "json"]);
    let after = json(&[EEAL, DATE[0], DATE[1], "--format", "json", "--assume-ratified", "ICCPR"]);
    let standards = |v: &serde_json::Value| v["orders"][0]["standards"].as_array().unwrap().clone();
    let rests_on_iccpr = |s: &serde_json::Value| {
        s["basis"]
            .as_array()
            .unwrap()
            .iter()
            .any(|b| b["instrument"] == "ICCPR" || b["instrument"].as_str().unwrap().starts_with("HRC-"))
    };
    let mut changed = 0;
    for old in standards(&before) {
        let new = standards(&after).into_iter().find(|n| n["id"] == old["id"]).unwrap();
        assert_eq!(old["verdict"], new["verdict"], "{}", old["id"]);
        if rests_on_iccpr(&old) && old["force"] == "signed" {
            changed += 1;
            assert!(new["force"] == "treaty" || new["force"] == "interpretation", "{}", old["id"]);
        } else {
            assert_eq!(old["force"], new["force"], "{}", old["id"]);
        }
    }
    assert!(changed > 5);
    let breaches = before["orders"][0]["findings"].as_array().unwrap().iter().filter(|f| f["level"] == "breach");
    for finding in breaches {
        let standard = standards(&before).into_iter().find(|s| s["id"] == finding["standard"]).unwrap();
        let binding =
            |b: &&serde_json::Value| ["treaty", "custom", "jus-cogens"].contains(&b["force"].as_str().unwrap());
        assert!(standard["basis"].as_array().unwrap().iter().any(|b| binding(&b)), "{}", standard["id"]);
    }
}

#[test]
fn raising_the_age_in_article_61_closes_article_60_and_names_what_protects() {
    let law = std::fs::read_to_string(format!("{}/{EEAL}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let changed = law.replacen(
        "nursing or age < 16 or age >= 70 or otherwise-unsuitable\n  may",
        "nursing or age < 18 or age >= 70 or otherwise-unsuitable\n  may",
        1,
    );
    assert_ne!(law, changed);
    let arguments = ["-", DATE[0], DATE[1], "--format", "json", "--only", "child-detention-last-resort"];
    let output = iml_in(env!("CARGO_MANIFEST_DIR"), &arguments, Some(changed.as_bytes()));
    let report: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
    let articles: Vec<&str> = report["orders"][0]["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|f| f["because"][0]["article"].as_str().unwrap())
        .collect();
    assert!(!articles.contains(&"60"), "{articles:?}");
    assert_eq!(articles, ["26", "59", "61", "63", "71", "77", "77", "78", "80"]);
    assert_eq!(output.status.code(), Some(1));
    // Alone with that exemption it is provided for under article 60: article 61 protects foreigners, and article 60 speaks
    // of nobody else.
    let alone = r#"policy small "Small" { state CHN governs detention }
article 60 { may detain foreigner where suspected-illegal-stay for up to 30 days }
article 61 { must not detain foreigner under article 60 where age < 18 }
"#;
    let output = iml_in(env!("CARGO_MANIFEST_DIR"), &arguments, Some(alone.as_bytes()));
    let report: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
    let standard = &report["orders"][0]["standards"][0];
    assert_eq!(standard["verdict"], "provided");
    let protects: Vec<&str> =
        standard["protects"].as_array().unwrap().iter().map(|m| m["article"].as_str().unwrap()).collect();
    assert_eq!(protects, ["60", "61"]);
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn a_missing_brace_in_article_60_is_no_verdict() {
    let law = std::fs::read_to_string(format!("{}/{EEAL}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let broken = law.replacen("\n}\n\narticle 61 ", "\n\narticle 61 ", 1);
    assert_ne!(law, broken);
    let output = iml_in(
        env!("CARGO_MANIFEST_DIR"),
        &["-", "--stdin-filename", "law.pol", DATE[0], DATE[1]],
        Some(broken.as_bytes()),
    );
    assert_eq!(output.status.code(), Some(2));
    insta::assert_snapshot!(out(&output));
}

#[test]
fn chinese_says_the_same() {
    let en = json(&[EEAL, DATE[0], DATE[1], "--format", "json", "--lang", "en"]);
    let zh = json(&[EEAL, DATE[0], DATE[1], "--format", "json", "--lang", "zh"]);
    assert_eq!(en, zh, "the JSON carries both languages whatever is asked");
    let lines =
        |lang| out(&iml(&[EEAL, DATE[0], DATE[1], "--format", "short", "--full", "--lang", lang])).lines().count();
    assert_eq!(lines("en"), lines("zh"));
}

#[test]
fn labels_stand_under_chinese_source() {
    let law = "policy 法 \"法\" { state CHN governs detention }\nfact 嫌疑未除 \"嫌疑\"\narticle 1 { may detain foreigner where 嫌疑未除 and 嫌疑末除 }\n";
    let output = iml_in(env!("CARGO_MANIFEST_DIR"), &["-", "--lang", "zh", DATE[0], DATE[1]], Some(law.as_bytes()));
    assert_eq!(output.status.code(), Some(2));
    insta::assert_snapshot!(out(&output));
}

#[test]
fn exit_codes_are_kept() {
    let met =
        b"policy p \"P\" { state CHN governs entry }\narticle 1 { may refuse-entry foreigner where no-documents }\n";
    let code =
        |arguments: &[&str], input: Option<&[u8]>| iml_in(env!("CARGO_MANIFEST_DIR"), arguments, input).status.code();
    assert_eq!(code(&["-"], Some(met)), Some(0));
    assert_eq!(code(&[EEAL], None), Some(1));
    assert_eq!(code(&[EEAL, "--fail-on", "never"], None), Some(0));
    assert_eq!(
        code(
            &["-", "--strict"],
            Some(
                b"policy p \"P\" { state CHN governs entry }\nfact unused-one\narticle 1 { must not push-back any }\n"
            )
        ),
        Some(1)
    );
    for wrong in [
        &["nowhere.pol"][..],
        &["grammar"],
        &["--fail-on", "nonsense"],
        &[EEAL, "--assume-ratified", "ICPR"],
        &[EEAL, "--only", "no-such"],
        &[EEAL, "--as-of", "2026-13-01"],
        &[EEAL, "--state", "XXX"],
        &["explain", "no-such-thing-at-all"],
        &["chek"],
    ] {
        assert_eq!(code(wrong, None), Some(2), "{wrong:?}");
    }
    assert_eq!(code(&["-"], Some(b"")), Some(2));
    assert_eq!(code(&["--help"], None), Some(0));
}

#[test]
fn the_command_works_from_any_folder() {
    let kept = tempfile::tempdir().unwrap();
    let law = format!("{}/{EEAL}", env!("CARGO_MANIFEST_DIR"));
    let output = iml_in(kept.path().to_str().unwrap(), &[&law, DATE[0], DATE[1], "-q"], None);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for format in ["human", "short", "plain", "json"] {
        let run = |tz: &str| {
            let output = Command::new(env!("CARGO_BIN_EXE_iml-check"))
                .args([EEAL, DATE[0], DATE[1], "--format", format, "--lang", "en"])
                .current_dir(env!("CARGO_MANIFEST_DIR"))
                .env_clear()
                .env("TZ", tz)
                .env("LC_ALL", if tz == "UTC" { "C" } else { "zh_CN.UTF-8" })
                .output()
                .unwrap();
            output.stdout
        };
        assert!(run("UTC") == run("Asia/Shanghai"), "{format}");
    }
}

#[test]
fn rules_of_ones_own_are_added() {
    let kept = tempfile::tempdir().unwrap();
    let folder = kept.path();
    let rule = "standard nobody-questioned \"Nobody is questioned\" {\n  title zh \"不得盘问\"\n  theme own\n  basis CUSTOM\n  forbid question of any\n  example provided \"a prohibition\" { article 1 { must not question any } }\n  example incompatible \"questioning\" { article 1 { may question any } }\n}\n";
    std::fs::write(folder.join("own.iml"), rule).unwrap();
    let path = folder.to_str().unwrap();
    let output = iml(&[EEAL, DATE[0], DATE[1], "--rules", path, "--only", "own", "--format", "short", "--full"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(out(&output).contains("nobody-questioned"), "{}", out(&output));
    let output = iml(&["test", "--rules", path, "--only", "own"]);
    assert_eq!(output.status.code(), Some(0), "{}", out(&output));
    std::fs::write(folder.join("own.iml"), rule.replace("question of", "queston of")).unwrap();
    let output = iml(&[EEAL, "--rules", path]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("did you mean `question`?"), "{}", err(&output));
}

#[test]
fn an_acceptance_covers_exactly_its_class() {
    let law = |accept: &str| {
        format!(
            "policy p \"P\" {{ state CHN governs detention }}\narticle 1 {{ may detain foreigner where suspected-illegal-stay and last-resort }}\narticle 2 {{ must not detain foreigner where age < 16 }}\n{accept}\n"
        )
    };
    let run = |accept: &str| {
        let text = law(accept);
        let arguments = [
            "-",
            DATE[0],
            DATE[1],
            "--only",
            "child-immigration-detention",
            "--force",
            "interpretation",
            "--format",
            "short",
            "--lang",
            "en",
        ];
        let output = iml_in(env!("CARGO_MANIFEST_DIR"), &arguments, Some(text.as_bytes()));
        (output.status.code().unwrap(), out(&output))
    };
    assert_eq!(run("").0, 1);
    let (code, text) = run("accept child-immigration-detention for (age >= 16) because \"bill 14\" until 2027-03-31");
    assert!(code == 0 && text.contains("1 accepted"), "{text}");
    let (code, text) = run("accept child-immigration-detention for (age >= 17) because \"bill 14\" until 2027-03-31");
    assert!(code == 1 && text.contains("acceptance-too-narrow"), "{text}");
    let (code, text) = run("accept child-immigration-detention because \"bill 14\" until 2025-03-31");
    assert!(code == 1 && text.contains("acceptance-expired"), "{text}");
    let (code, text) = run("accept torture-prohibited because \"no\" until 2027-03-31");
    assert_eq!(code, 1, "not asked for, so not judged: {text}");
    let torture =
        law("article 3 { may torture any where emergency }\naccept torture-prohibited because \"no\" until 2027-03-31");
    let output = iml_in(
        env!("CARGO_MANIFEST_DIR"),
        &["-", DATE[0], DATE[1], "--format", "short", "--full"],
        Some(torture.as_bytes()),
    );
    assert_eq!(output.status.code(), Some(2));
    assert!(out(&output).contains("accepts-jus-cogens"));
}

#[test]
fn reservations_and_accessions_of_the_file_count() {
    let law = |line: &str| {
        format!(
            "policy p \"P\" {{ state CHN governs detention }}\narticle 1 {{ may detain foreigner where suspected-illegal-stay }}\n{line}\n"
        )
    };
    let force = |line: &str, standard: &str| {
        let output = iml_in(
            env!("CARGO_MANIFEST_DIR"),
            &["-", DATE[0], DATE[1], "--only", standard, "--format", "json"],
            Some(law(line).as_bytes()),
        );
        let report: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
        let order = &report["orders"][0];
        (
            order["standards"][0]["force"].as_str().unwrap().to_owned(),
            order["standards"][0]["verdict"].as_str().unwrap().to_owned(),
            order["findings"][0]["class"]["text"]["en"].as_str().unwrap_or("").to_owned(),
        )
    };
    assert_eq!(force("", "detention-reasons-given").0, "signed");
    assert_eq!(force("party to ICCPR from 2026-01-01", "detention-reasons-given").0, "treaty");
    assert_eq!(force("party to ICCPR from 2027-01-01", "detention-reasons-given").0, "signed");
    // A reservation that only the law's own file states is doubtful: a person has to find out whether it was made.
    let (kept, verdict, _) = force("reservation to CRC art \"37(b)\"", "child-detention-last-resort");
    assert_eq!((kept.as_str(), verdict.as_str()), ("treaty", "to-assess"));
    let (kept, verdict, _) = force("reservation to CRC art \"37(c)\"", "child-detention-last-resort");
    assert_eq!((kept.as_str(), verdict.as_str()), ("treaty", "not-found"));
    // Of a class only: the rest is still bound.
    let (kept, verdict, class) =
        force("reservation to CRC art \"37(b)\" for (age >= 17)", "child-detention-last-resort");
    assert!(kept == "treaty" && verdict == "not-found" && class.contains("aged under 17"), "{class}");
}

#[test]
fn explain_and_list_read_well() {
    for id in [
        "child-immigration-detention",
        "CRC",
        "detain",
        "child",
        "duration",
        "without-delay",
        "unknown-name",
        "retention",
    ] {
        insta::assert_snapshot!(format!("explain-{id}"), story(&["explain", id, "--lang", "en"]));
    }
    insta::assert_snapshot!("explain-chn", story(&["explain", "CHN", "--lang", "en", DATE[0], DATE[1]]));
    insta::assert_snapshot!(
        "list-standards-children",
        story(&["list", "standards", "--theme", "children", "--lang", "zh"])
    );
    assert!(out(&iml(&["list", "states"])).lines().count() > 190);
    assert!(out(&iml(&["list", "instruments"])).lines().count() >= 118);
    assert!(out(&iml(&["list", "messages", "--json"])).starts_with('['));
    assert!(out(&iml(&["completions", "bash"])).contains("iml-check"));
}

#[test]
fn an_unknown_standard_is_suggested() {
    insta::assert_snapshot!(story(&["explain", "child-immigration-detenton", "--lang", "en"]));
}

/// A report that names no class does without whole classes, and says the same as beside one that needs them.
#[test]
fn short_says_the_same_with_whole_classes_and_without() {
    let kept = tempfile::tempdir().unwrap();
    for law in ["policies/chn", "policies/gbr", "policies/mlt", "policies/hun"] {
        let alone = iml(&[&DATE[..], &["--all-standards", "--format", "short", "--full", law]].concat());
        let path = kept.path().join("whole.json");
        let file = format!("json={}", path.display());
        let beside =
            iml(&[&DATE[..], &["--all-standards", "--format", "short", "--full", "--format", &file, law]].concat());
        assert_eq!(out(&alone), out(&beside), "{law}");
        assert!(out(&alone).lines().count() > 20);
        assert!(path.exists());
    }
}

/// What a month or a year is counted as is said where it decides, and nowhere else.
#[test]
fn what_a_month_is_counted_as_is_said_where_it_decides() {
    let kept = tempfile::tempdir().unwrap();
    let folder = kept.path();
    let rules = "standard short-detention \"Detention is short\" {\n  title zh \"羁押须短\"\n  theme own\n  basis CUSTOM\n  \
                 limit detain of any to 30 days\n}\nstandard soon-reviewed \"It is soon reviewed\" {\n  title zh \"及时复核\"\n  \
                 theme own\n  basis CUSTOM\n  require court-review within 1 months whenever detain of any\n}\n";
    std::fs::write(folder.join("own.iml"), rules).unwrap();
    let rules = folder.to_str().unwrap();
    for (only, clause, said) in [
        ("short-detention", "for up to 2 months", true),
        ("short-detention", "for up to 40 days", false),
        ("soon-reviewed", "giving court-review within 40 days", true),
        ("soon-reviewed", "giving court-review within 2 months", false),
        ("soon-reviewed", "", false),
    ] {
        let law = format!(
            "policy p \"P\" {{ state CHN governs detention }}\narticle 1 {{ may detain foreigner {clause} }}\n"
        );
        let arguments = [
            "-",
            DATE[0],
            DATE[1],
            "--rules",
            rules,
            "--only",
            only,
            "--fail-on",
            "not-found",
            "--format",
            "plain",
            "--lang",
            "en",
        ];
        let output = iml_in(env!("CARGO_MANIFEST_DIR"), &arguments, Some(law.as_bytes()));
        let text = out(&output);
        assert_eq!(output.status.code(), Some(1), "{clause}: {text}{}", err(&output));
        assert_eq!(text.contains("a month is counted as 30 days"), said, "{clause}: {text}");
    }
}
