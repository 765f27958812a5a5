//! What changes between two versions, told.

use crate::cli::{DATE, iml, iml_in, out, story};

fn diff(old: &str, new: &str, lang: &str) -> String {
    story(&["diff", old, new, DATE[0], DATE[1], "--lang", lang])
}

/// Qatar's law on sponsorship in its four versions, as a researcher would tell it.
#[test]
fn qatar_in_four_versions() {
    let law = |name: &str| format!("policies/qat/{name}.pol");
    let versions = ["law-4-2009", "law-21-2015", "law-13-2018", "decree-law-19-2020"];
    let mut told = String::new();
    for pair in versions.windows(2) {
        let json = out(&iml(&["diff", &law(pair[0]), &law(pair[1]), DATE[0], DATE[1], "--format", "json"]));
        let report: serde_json::Value = serde_json::from_str(&json).unwrap();
        told += &format!("{} → {}\n", pair[0], pair[1]);
        for change in report["changes"].as_array().unwrap() {
            let better = if change["better"] == true { "+" } else { "-" };
            told += &format!("  {better} {}\n", change["sentence"]["en"].as_str().unwrap());
            let places =
                |side: &str| change[side].as_array().unwrap().iter().filter_map(|p| p.as_str()).collect::<Vec<_>>();
            told += &format!("      {} → {}\n", places("before").join(", "), places("after").join(", "));
        }
        for verdict in report["verdicts"].as_array().unwrap() {
            let of = |key: &str| verdict[key].as_str().unwrap();
            let worse = if verdict["worse"] == true { "-" } else { "+" };
            told += &format!("  {worse} {}: {} → {}\n", of("standard"), of("before"), of("after"));
            if let Some(newly) = verdict["newly"]["en"].as_str() {
                told += &format!("      {newly}\n");
            }
        }
    }
    insta::assert_snapshot!("qatar", told);
    // One pair in full.
    for lang in ["en", "zh"] {
        insta::assert_snapshot!(format!("qatar-{lang}"), diff(&law(versions[1]), &law(versions[2]), lang));
    }
}

/// An amendment of China's article 61 frees those of 16 and 17, and nobody loses.
#[test]
fn an_amendment_gains() {
    let law =
        std::fs::read_to_string(format!("{}/policies/chn/exit-and-entry.pol", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let kept = tempfile::tempdir().unwrap();
    let folder = kept.path();
    let (old, new) = (folder.join("old.pol"), folder.join("new.pol"));
    std::fs::write(&old, &law).unwrap();
    let amended = law.replacen("nursing or age < 16 or", "nursing or age < 18 or", 1);
    assert_ne!(law, amended);
    std::fs::write(&new, &amended).unwrap();
    let at = folder.to_str().unwrap();
    let run = |a: &str, b: &str, more: &[&str]| {
        let output = iml_in(at, &[&["diff", a, b, DATE[0], DATE[1], "--lang", "en"], more].concat(), None);
        (output.status.code(), out(&output))
    };
    let (code, text) = run("old.pol", "new.pol", &[]);
    assert_eq!(code, Some(0));
    insta::assert_snapshot!(text);
    // The other way round somebody loses, and a verdict is worse.
    let (code, text) = run("new.pol", "old.pol", &["--format", "json"]);
    assert_eq!(code, Some(1));
    let report: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert!(report["changes"].as_array().unwrap().iter().any(|c| c["better"] == false));
    // Words alone change nothing.
    std::fs::write(
        &new,
        format!("# A preface.\n{}", law.replace("\"Detention for investigation\"", "\"Investigation\"")),
    )
    .unwrap();
    let (code, text) = run("old.pol", "new.pol", &[]);
    assert_eq!(code, Some(0));
    assert!(text.contains("no change in meaning"), "{text}");
}

/// Every code that the data uses has a name in every language.
#[test]
fn every_code_is_said() {
    for lang in iml_check::words::Lang::ALL {
        let words = iml_check::words::Words::new(lang);
        for (kind, code) in iml_check::builtin::policy_code_words() {
            assert!(words.has(&format!("code-{kind}-{code}")), "{kind} {code}");
        }
    }
    // What the data names is there.
    let terms = out(&iml(&["list", "terms"]));
    for line in include_str!("../../rules/data/policy-codes.csv").lines().skip(1) {
        let name = line.split(',').nth(1).unwrap();
        assert!(terms.lines().any(|l| l.trim_start().starts_with(&format!("{name} "))), "{name}");
    }
}

/// Questions to the law of China, told.
#[test]
fn questions() {
    let mut told = String::new();
    for question in [
        "nursing and detained",
        "age < 16 and detained and suspicion-uncleared and not removal-ordered",
        "primary-education and child",
        "child and age > 20",
        "tortured",
        "removed and refugee",
        "expelled",
    ] {
        told += &story(&["ask", question, "policies/chn", DATE[0], DATE[1], "--lang", "en"]);
        told += "\n";
    }
    told += &story(&["ask", "nursing and detained", "policies/chn", DATE[0], DATE[1], "--lang", "zh"]);
    told += &story(&["ask", "nursing and detayned", "policies/chn", DATE[0], DATE[1], "--lang", "en"]);
    insta::assert_snapshot!(told);
}
