//! Every law of the repository: its verdicts, its scenarios, and that it is deterministic.

use crate::cli::{DATE, iml, out, story};

const LAWS: [&str; 9] = [
    "policies/aus",
    "policies/chn",
    "policies/esp",
    "policies/gbr",
    "policies/hun",
    "policies/mex",
    "policies/mlt",
    "policies/qat",
    "policies/tha",
];

/// Every law has at least eight scenarios; every version of the law with versions has.
#[test]
fn every_law_has_scenarios() {
    for path in LAWS {
        let folder = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
        let texts: Vec<String> =
            std::fs::read_dir(folder).unwrap().map(|e| std::fs::read_to_string(e.unwrap().path()).unwrap()).collect();
        let counts: Vec<usize> =
            texts.iter().map(|t| t.lines().filter(|l| l.starts_with("scenario ")).count()).collect();
        if path == "policies/qat" {
            assert!(counts.len() == 4 && counts.iter().all(|n| *n >= 8), "{path}: {counts:?}");
        } else {
            assert!(counts.iter().sum::<usize>() >= 8, "{path}: {counts:?}");
        }
    }
}

/// Every article says something that is encoded, or why nothing is.
#[test]
fn every_article_is_encoded_or_says_why_not() {
    for path in LAWS {
        for entry in std::fs::read_dir(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap() {
            let file = entry.unwrap().path();
            let text = std::fs::read_to_string(&file).unwrap();
            for item in iml_check::syntax::parse(&text, iml_check::text::FileId::own(0)).items {
                if let iml_check::syntax::tree::Item::Article(a) = item {
                    let said = !a.clauses.is_empty() || a.note.is_some();
                    assert!(said, "{}: article {}", file.display(), a.number.text);
                }
            }
        }
    }
}

/// One law in four versions: each is the law in its time.
#[test]
fn qatar_has_one_law_at_a_time() {
    for (date, law) in [
        ("2012-01-01", "Law No. 4 of 2009"),
        ("2016-06-01", "Law No. 21 of 2015 regulating"),
        ("2019-06-01", "amended by Law No. 13 of 2018"),
        ("2026-11-24", "as amended to 2020"),
    ] {
        let output = iml(&["policies/qat", "--as-of", date, "--format", "short", "--lang", "en"]);
        let text = out(&output);
        let last = text.lines().last().unwrap();
        assert!(last.contains(law), "{date}: {last}");
        assert_eq!(String::from_utf8_lossy(&output.stderr).lines().count(), 3);
    }
    // A version given by itself is read whatever the day.
    let output = iml(&["policies/qat/law-4-2009.pol", "--as-of", "2026-11-24", "--format", "short", "--lang", "en"]);
    assert!(out(&output).lines().last().unwrap().contains("Law No. 4 of 2009"));
}

#[test]
fn verdicts() {
    for (name, path) in [
        ("china", "policies/chn"),
        ("china-exit-and-entry", "policies/chn/exit-and-entry.pol"),
        ("malta", "policies/mlt"),
        ("mexico", "policies/mex"),
        ("australia", "policies/aus"),
        ("spain", "policies/esp"),
        ("united-kingdom", "policies/gbr"),
        ("hungary", "policies/hun"),
        ("qatar", "policies/qat"),
        ("thailand", "policies/tha"),
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
    for path in LAWS {
        let output = iml(&["test", path, "--lang", "en", DATE[0], DATE[1]]);
        assert_eq!(output.status.code(), Some(0), "{}", out(&output));
    }
}

#[test]
fn both_engines_agree_on_every_law() {
    for path in LAWS {
        let run = |verify: &[&str]| {
            let mut arguments = vec![path, DATE[0], DATE[1], "--format", "json", "--all-standards"];
            arguments.extend(verify);
            out(&iml(&arguments))
        };
        assert!(run(&["--verify"]) == run(&[]), "{path}");
    }
}

/// What a term means stays what it means when the formulas made after it are forgotten and others come in their place.
#[test]
fn what_is_forgotten_changes_no_meaning() {
    use iml_check::checker::Checker;
    use iml_check::law::Law;
    use iml_check::model::{Condition, LegalOrder};
    let checker = Checker::new(Vec::new(), true);
    let order = LegalOrder { vocabulary: checker.library.vocabulary.clone(), ..LegalOrder::default() };
    let of = || Law::new(&order, &checker.library.standards, false).unwrap();
    let (mut law, mut beside) = (of(), of());
    let sizes: Vec<u8> = law.formulas.domain().facts.iter().map(|f| f.size).collect();
    let mut random = fastrand::Rng::with_seed(20_261_125);
    let terms: Vec<_> = order.vocabulary.terms().map(|(id, _)| id).collect();
    for term in &terms {
        let mark = law.mark();
        law.formula(&Condition::Term(*term));
        law.forget_since(mark);
        let others: Vec<_> = (0..sizes.len() as u32).map(|fact| law.formulas.value(fact, 1)).collect();
        for pair in others.windows(3) {
            let some = law.formulas.some([pair[0], pair[2]]);
            law.formulas.all([some, pair[1]]);
        }
    }
    for term in &terms {
        let (one, other) = (law.formula(&Condition::Term(*term)), beside.formula(&Condition::Term(*term)));
        for _ in 0..200 {
            let situation: Vec<u8> = sizes.iter().map(|size| random.u8(..*size)).collect();
            let name = &order.vocabulary.term(*term).name;
            assert_eq!(law.formulas.holds(one, &situation), beside.formulas.holds(other, &situation), "{name}");
        }
    }
}
