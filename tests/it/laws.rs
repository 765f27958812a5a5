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

/// The legal orders, and each version of the law that has versions: the texts of their files.
fn orders() -> Vec<(String, Vec<String>)> {
    let mut orders = Vec::new();
    for path in LAWS {
        let folder = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
        let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
        files.sort();
        let texts: Vec<String> = files.iter().map(|f| std::fs::read_to_string(f).unwrap()).collect();
        if path == "policies/qat" {
            orders.extend(files.iter().zip(texts).map(|(file, text)| (file.display().to_string(), vec![text])));
        } else {
            orders.push((path.to_owned(), texts));
        }
    }
    orders
}

/// A law whose articles are still there and say nothing. An article of a file that is laid out ends at a brace that
/// begins a line.
fn with_silent_articles(law: &str) -> String {
    let mut out = String::new();
    let mut lines = law.lines();
    while let Some(line) = lines.next() {
        out += line;
        if line.starts_with("article ") && !line.ends_with('}') {
            out += " note \"silent\" }";
            while lines.next().is_some_and(|l| l != "}") {}
        }
        out.push('\n');
    }
    // A law that says nothing at all is not judged.
    out + "procedure silence { apprehension -> identification }\n"
}

/// The expectations of scenarios that begin so, each without these words.
fn expected<'a>(law: &'a str, words: &str) -> Vec<&'a str> {
    law.lines().filter_map(|l| l.trim_start().strip_prefix("expect ")?.strip_prefix(words)).collect()
}

/// How many expectations that begin so do not come true.
fn failing(laws: &[String], words: &str) -> usize {
    let kept = tempfile::tempdir().unwrap();
    for (number, law) in laws.iter().enumerate() {
        std::fs::write(kept.path().join(format!("{number}.pol")), law).unwrap();
    }
    let output = crate::cli::iml_in(
        kept.path().to_str().unwrap(),
        &["test", ".", "--lang", "en", "--no-config", DATE[0], DATE[1]],
        None,
    );
    assert_eq!(output.status.code(), Some(1), "{}{}", out(&output), crate::cli::err(&output));
    out(&output).lines().filter(|l| l.contains(&format!("expected: expect {words}"))).count()
}

/// Every law has eight scenarios or more, which expect what it permits, what it gives, and what it does not; and each
/// expectation fails where it must: of a law that is silent nothing is permitted and nothing given, of one that permits
/// everything nothing is not.
#[test]
fn every_law_has_scenarios() {
    for (order, laws) in orders() {
        let count = |words: &str| laws.iter().map(|law| expected(law, words).len()).sum::<usize>();
        let scenarios: usize = laws.iter().map(|l| l.lines().filter(|l| l.starts_with("scenario ")).count()).sum();
        assert!(scenarios >= 8, "{order}: {scenarios}");
        let (permitted, given) = (count("may "), count("entitled "));
        let (barred, refused) = (count("not may "), count("not entitled "));
        assert!(permitted + given >= 3 && barred + refused >= 2, "{order}: {permitted} {given} {barred} {refused}");
        let silent: Vec<String> = laws.iter().map(|law| with_silent_articles(law)).collect();
        assert!(silent.iter().zip(&laws).all(|(silent, law)| silent != law), "{order}");
        assert_eq!(failing(&silent, "may "), permitted, "{order}");
        assert_eq!(failing(&silent, "entitled "), given, "{order}");
        let sweeping: Vec<String> = silent
            .iter()
            .zip(&laws)
            .map(|(silent, law)| {
                let powers = expected(law, "not may ").into_iter().map(|m| format!("  may {m} any\n"));
                let rights = expected(law, "not entitled to ").into_iter().map(|s| format!("  entitled any to {s}\n"));
                let all: std::collections::BTreeSet<String> = powers.chain(rights).collect();
                let all: String = all.into_iter().collect();
                if all.is_empty() { silent.clone() } else { format!("{silent}\narticle sweeping {{\n{all}}}\n") }
            })
            .collect();
        assert_eq!(failing(&sweeping, "not may "), barred, "{order}");
        assert_eq!(failing(&sweeping, "not entitled "), refused, "{order}");
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
                    let said = !a.clauses.is_empty() || a.note.is_some() || a.aside.is_some();
                    assert!(said, "{}: article {}", file.display(), a.number.text);
                }
            }
        }
    }
}

/// The line that says the State, the law and the day.
fn summary(text: &str) -> &str {
    text.lines().find(|line| line.contains(" · as of ")).unwrap()
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
        let output = iml(&["policies/qat", "--as-of", date, "--format", "short", "--full", "--lang", "en"]);
        let text = out(&output);
        assert!(summary(&text).contains(law), "{date}: {text}");
        assert_eq!(String::from_utf8_lossy(&output.stderr).lines().count(), 3);
    }
    // A version given by itself is read whatever the day.
    let output =
        iml(&["policies/qat/law-4-2009.pol", "--as-of", "2026-11-24", "--format", "short", "--full", "--lang", "en"]);
    assert!(summary(&out(&output)).contains("Law No. 4 of 2009"));
}

/// Of every law its verdicts, standard by standard.
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
        let report = out(&iml(&[path, DATE[0], DATE[1], "--format", "json"]));
        insta::with_settings!({ omit_expression => true }, {
            insta::assert_snapshot!(name, crate::table::verdicts(&serde_json::from_str(&report).unwrap()));
        });
    }
}

/// One finding told in full, in either language, with its places and without.
#[test]
fn the_whole_report_on_china_reads_well() {
    for (format, lang) in [("human", "en"), ("human", "zh"), ("plain", "en"), ("plain", "zh")] {
        let arguments = [
            "policies/chn/exit-and-entry.pol",
            DATE[0],
            DATE[1],
            "--only",
            "child-detention-has-an-end",
            "--lang",
            lang,
        ];
        insta::assert_snapshot!(
            format!("china-{format}-{lang}"),
            story(&[&arguments[..], &["--format", format]].concat())
        );
    }
}

/// Mexico keeps children out of detention, by articles 6, 11 and 99 of the Migration Act and no others: without them the
/// same order does not.
#[test]
fn mexico_does_well_on_children() {
    let folder = format!("{}/policies/mex", env!("CARGO_MANIFEST_DIR"));
    let standards = |left_out: &[&str]| -> Vec<serde_json::Value> {
        let kept = tempfile::tempdir().unwrap();
        for entry in std::fs::read_dir(&folder).unwrap() {
            let file = entry.unwrap().path();
            let mut law = std::fs::read_to_string(&file).unwrap();
            if file.ends_with("ley-de-migracion.pol") {
                for number in left_out {
                    let start = law.find(&format!("\narticle {number} ")).unwrap();
                    let end = start + law[start..].find("\n}\n").unwrap() + 2;
                    law.replace_range(start..end, "");
                }
            }
            std::fs::write(kept.path().join(file.file_name().unwrap()), law).unwrap();
        }
        let arguments = [".", DATE[0], DATE[1], "--only", "children", "--format", "json", "--no-config"];
        let output = crate::cli::iml_in(kept.path().to_str().unwrap(), &arguments, None);
        let report: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
        report["orders"][0]["standards"].as_array().unwrap().clone()
    };
    let of = |standards: &[serde_json::Value], id: &str| standards.iter().find(|s| s["id"] == id).unwrap().clone();
    let (whole, without) = (standards(&[]), standards(&["6", "11", "99"]));
    for id in ["child-detention-last-resort", "child-immigration-detention", "child-detention-has-an-end"] {
        let standard = of(&whole, id);
        assert_eq!(standard["verdict"], "provided", "{id}");
        let protects: Vec<&str> =
            standard["protects"].as_array().unwrap().iter().filter_map(|m| m["article"].as_str()).collect();
        assert_eq!(protects, ["11", "99"], "{id}");
        assert_ne!(of(&without, id)["verdict"], "provided", "{id}");
    }
    let incompatible: Vec<&str> =
        whole.iter().filter(|s| s["verdict"] == "incompatible").filter_map(|s| s["id"].as_str()).collect();
    assert_eq!(incompatible, ["child-not-punished"]);
    assert_eq!(of(&without, "child-immigration-detention")["verdict"], "incompatible");
    assert_eq!(of(&whole, "child-not-separated")["verdict"], "provided");
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
        iml_check::logic::scratch(&mut law, |law| {
            law.formula(&Condition::Term(*term));
        });
        let facts: Vec<_> = order.vocabulary.facts().map(|(fact, _)| fact).collect();
        let others: Vec<_> = facts.into_iter().map(|fact| law.formulas.value(fact, 1)).collect();
        for pair in others.windows(3) {
            let some = law.formulas.some([pair[0], pair[2]]);
            law.formulas.all([some, pair[1]]);
        }
    }
    for term in &terms {
        let (one, other) = (law.formula(&Condition::Term(*term)), beside.formula(&Condition::Term(*term)));
        for _ in 0..200 {
            let situation = sizes.iter().map(|size| random.u8(..*size)).collect();
            let name = &order.vocabulary.term(*term).name;
            assert_eq!(law.formulas.holds(one, &situation), beside.formulas.holds(other, &situation), "{name}");
        }
    }
}
