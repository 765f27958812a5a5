//! Every law of the repository: its verdicts, its scenarios, and that it is deterministic.

use crate::cli::{DATE, iml, out, story};

#[test]
fn verdicts() {
    for (name, path) in [
        ("china", "policies/chn"),
        ("china-exit-and-entry", "policies/chn/exit-and-entry.pol"),
        ("malta", "policies/mlt"),
        ("mexico", "policies/mex"),
    ] {
        insta::assert_snapshot!(name, story(&[path, DATE[0], DATE[1], "--format", "short", "--lang", "en"]));
    }
}

#[test]
fn the_whole_report_on_china_reads_well() {
    let only = [
        "--only",
        "child-detention-last-resort",
        "--only",
        "non-refoulement-refugees",
        "--only",
        "consular-notification",
    ];
    let mut arguments = vec!["policies/chn/exit-and-entry.pol", DATE[0], DATE[1], "--lang", "en"];
    arguments.extend(only);
    insta::assert_snapshot!("china-human", story(&arguments));
    arguments.extend(["--format", "plain"]);
    insta::assert_snapshot!("china-plain", story(&arguments));
}

#[test]
fn mexico_does_well_on_children() {
    let output = iml(&["policies/mex", DATE[0], DATE[1], "--only", "children", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
    let standards = report["orders"][0]["standards"].as_array().unwrap();
    let verdict = |id: &str| standards.iter().find(|s| s["id"] == id).unwrap()["verdict"].clone();
    for id in
        ["child-detention-last-resort", "child-immigration-detention", "child-not-separated", "child-not-punished"]
    {
        assert_eq!(verdict(id), "met", "{id}");
    }
    assert!(standards.iter().all(|s| s["verdict"] != "breach"));
}

#[test]
fn every_scenario_holds() {
    for path in ["policies/chn", "policies/mlt", "policies/mex"] {
        let output = iml(&["test", path, "--lang", "en", DATE[0], DATE[1]]);
        assert_eq!(output.status.code(), Some(0), "{}", out(&output));
    }
}

#[test]
fn both_engines_agree_on_every_law() {
    for path in ["policies/chn", "policies/mlt", "policies/mex"] {
        let run = |verify: &[&str]| {
            let mut arguments = vec![path, DATE[0], DATE[1], "--format", "json", "--all-standards"];
            arguments.extend(verify);
            out(&iml(&arguments))
        };
        assert!(run(&["--verify"]) == run(&[]), "{path}");
    }
}
