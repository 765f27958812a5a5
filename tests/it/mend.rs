//! Mends: each is judged anew here, against everything, by the ordinary way of judging.

use crate::cli::{DATE, err, iml, iml_in, out, story, threads};
use iml_check::builtin::BuiltInTreaties;
use iml_check::checker::{Checker, Input, Question};
use iml_check::finding::{Finding, Judgement, LegName, NoMend};
use iml_check::judge::Options;
use iml_check::law::Date;
use iml_check::mend::Mender;
use iml_check::threads::shared;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// Of the findings of an order the default run mends every so many, counted from the first in the order of the report,
/// and of the mends it judges every so many anew. All of both with IML_MENDS=all.
const SHARE: usize = 16;
const ANEW: usize = 2;

fn all() -> bool {
    std::env::var_os("IML_MENDS").is_some()
}

/// Whether the default run mends a finding: one of the share, or one that lacks an aim.
fn in_share(number: usize, finding: &Finding) -> bool {
    number.is_multiple_of(SHARE) || finding.legs.iter().any(|leg| leg.leg == LegName::Aim && !leg.is_stated())
}

/// Every legal order of the repository: name, files.
fn orders() -> Vec<(String, Vec<PathBuf>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("policies");
    let mut out = Vec::new();
    let mut folders: Vec<PathBuf> = std::fs::read_dir(root).unwrap().map(|e| e.unwrap().path()).collect();
    folders.sort();
    for folder in folders {
        let mut files: Vec<PathBuf> = std::fs::read_dir(&folder).unwrap().map(|e| e.unwrap().path()).collect();
        files.sort();
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        // The versions of one law are not one order.
        if name == "qat" {
            out.extend(files.into_iter().map(|f| (f.file_stem().unwrap().to_string_lossy().into_owned(), vec![f])));
        } else {
            // Of a large order some laws that can be read without the others, and with IML_MENDS=all what stands beside them: each is judged again and
            // again.
            let main: &[&str] = match name.as_str() {
                "chn" => &["exit-and-entry.pol", "nationality.pol", "regulations.pol"],
                "esp" => &["ley-organica-4-2000.pol", "ley-12-2009.pol", "reglamento-extranjeria.pol"],
                "gbr" => &["nationality-and-borders-act.pol"],
                "mex" => &["ley-de-migracion.pol"],
                "mlt" => &["detention-service.pol", "reception-regulations.pol"],
                _ => &[],
            };
            if !main.is_empty() && !all() {
                files.retain(|f| main.iter().any(|m| f.ends_with(m)));
                assert_eq!(files.len(), main.len(), "{name}");
            }
            out.push((name, files));
        }
    }
    out
}

fn question() -> Question<'static> {
    Question {
        state: None,
        as_of: Date::parse(DATE[1]).unwrap(),
        assumed: &[],
        options: Options { all_standards: true, ..Options::default() },
        verify: false,
    }
}

fn inputs(files: &[PathBuf]) -> Vec<Input> {
    let read = |p: &PathBuf| Input { name: p.display().to_string(), bytes: std::fs::read(p).unwrap() };
    files.iter().map(read).collect()
}

fn alike(judgement: &Judgement, standard: &str, finding: &Finding) -> usize {
    let result = judgement.results.iter().find(|r| r.standard.name == standard).unwrap();
    let same = |f: &&Finding| f.about() == finding.about() && f.articles() == finding.articles();
    result.findings.iter().filter(same).count()
}

/// Mends one order; judges some of the mends anew. A line for the count.
fn mend(name: &str, files: &[PathBuf]) -> String {
    let mut checker = Checker::new(Vec::new(), true);
    let read = checker.read(inputs(files));
    assert!(read.is_sound(), "{name}");
    let question = question();
    let before = checker.check(&read.order, &BuiltInTreaties, &question).unwrap();
    let mut judgement = before.clone();
    let mender = Mender::new(&checker, &read.order, &BuiltInTreaties, &question);
    let asked = Cell::new(0);
    let wanted = |finding: &Finding| {
        let number = asked.replace(asked.get() + 1);
        all() || in_share(number, finding)
    };
    mender.mend(&mut judgement, |_, finding| wanted(finding)).unwrap();
    let mut anew = Checker::new(Vec::new(), true);
    // What was mended by its kind: of the share, which the snapshot says, and of everything.
    let mut kinds: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let (mut number, mut mends) = (0, 0);
    for result in &judgement.results {
        for finding in &result.findings {
            let shared = in_share(number, finding);
            number += 1;
            let Some(mended) = finding.mend.as_ref() else { continue };
            let kind = match mended {
                Ok(mend) => format!("{:?}", mend.kind),
                Err(why) => format!("none: {why:?}"),
            };
            let counted = kinds.entry(kind).or_default();
            counted.0 += usize::from(shared);
            counted.1 += 1;
            let Ok(mend) = mended else { continue };
            mends += 1;
            if mends % ANEW != 0 && !all() {
                continue;
            }
            let texts = mender.edited(&mend.edits);
            let edited = anew
                .read(texts.iter().map(|t| Input { name: "law.pol".into(), bytes: t.clone().into_bytes() }).collect());
            let story = || format!("{name} {} {}\n{}", result.standard.name, finding.about(), texts.join("\n----\n"));
            assert!(edited.is_sound(), "{}", story());
            let after = anew.check(&edited.order, &BuiltInTreaties, &question).unwrap();
            let standard = &result.standard.name;
            assert!(alike(&after, standard, finding) < alike(&before, standard, finding), "still there\n{}", story());
            for (old, new) in before.results.iter().zip(&after.results) {
                assert_eq!(old.standard.name, new.standard.name);
                assert!(
                    !new.verdict.is_harsher_than(old.verdict),
                    "{} is worse: {:?} {:?}\n{}",
                    new.standard.name,
                    old.verdict,
                    new.verdict,
                    story()
                );
            }
        }
    }
    let line = |count: &dyn Fn(&(usize, usize)) -> usize| {
        let mut line = format!("{name}:");
        for (kind, counted) in kinds.iter().filter(|(_, counted)| count(counted) > 0) {
            let _ = write!(line, " {kind} {},", count(counted));
        }
        line.trim_end_matches(',').to_owned()
    };
    if all() {
        let _ = writeln!(std::io::stderr(), "all {number}, {}", line(&|counted| counted.1));
    }
    line(&|counted| counted.0)
}

/// How many findings of a share of those of every law of the repository have a mend, by kind, and why the others have none.
#[test]
fn the_mends_of_the_repository() {
    let orders = orders();
    let lines = shared(&orders, threads(), |(), (name, files)| mend(name, files));
    insta::assert_snapshot!(lines.join("\n"));
    let none = lines.iter().filter(|l| l.contains(&format!("none: {:?}", NoMend::Reason))).count();
    assert!(none > 0, "a reason that the legislature has to give is never made up");
}

/// A standard by which nobody under eighteen is detained, whatever the reason.
fn no_child_is_detained() -> tempfile::TempDir {
    let kept = tempfile::tempdir().unwrap();
    let rule = "standard no-child-detained \"No child is detained\" {\n  title zh \"不得羁押儿童\"\n  theme own\n  basis CUSTOM\n  \
                forbid detain of child\n}\n";
    std::fs::write(kept.path().join("own.iml"), rule).unwrap();
    kept
}

/// China's exemption of those under sixteen: the tool moves the number, and takes no power from anybody else.
#[test]
fn the_exemption_reaches_those_under_eighteen() {
    let law = "policies/chn/exit-and-entry.pol";
    let rules = no_child_is_detained();
    let told = |lang: &str| {
        let own = ["--no-config", "--rules", rules.path().to_str().unwrap(), "--only", "no-child-detained"];
        let arguments = ["mend", law, DATE[0], DATE[1], "--lang", lang, "--article", "60"];
        story(&[&arguments[..], &own].concat()).replace(rules.path().to_str().unwrap(), "RULES")
    };
    let text = told("en");
    assert!(text.contains("+    where seriously-ill or pregnant or nursing or age < 18"), "{text}");
    insta::assert_snapshot!(text);
    insta::assert_snapshot!("the_exemption_in_chinese", told("zh"));
}

/// One story a kind of edit: the law, and the redline.
#[test]
fn every_kind_of_edit() {
    let head = "policy p \"P\" { state MLT governs detention, removal, social-rights, co-operation, labour }\n";
    let cases = [
        ("exception", "child-immigration-detention", "article 1 {\n  may detain foreigner where unlawful-stay\n}\n"),
        (
            "limit",
            "entry-ban-limited",
            "article 1 {\n  may ban-re-entry foreigner\n    where unlawful-stay\n    for up to 3 years\n    for any time where identity-unknown\n}\n",
        ),
        (
            "guarantee",
            "detention-reviewed-by-court",
            "article 1 {\n  may detain foreigner\n    where unlawful-stay\n    giving administrative-review by police\n}\n",
        ),
        ("entitlement", "primary-education-free", "article 1 {\n  entitled national to primary-education\n}\n"),
        (
            "institution",
            "national-preventive-mechanism",
            "article 1 {\n  may detain foreigner where unlawful-stay\n}\n",
        ),
        ("prohibition", "passport-not-retained", "article 1 {\n  must not retain-passport national\n}\n"),
        (
            "step",
            "removal-after-individual-decision",
            "article 1 {\n  may remove foreigner where unlawful-stay\n}\n\nprocedure removal {\n  apprehension -> individual-decision -> removal-carried-out\n  apprehension -> removal-carried-out where unlawful-work\n}\n",
        ),
        ("definition", "definition-child", "article 1 {\n  define child means age < 16\n}\n"),
        (
            "leg",
            "child-detention-last-resort",
            "article 1 {\n  may detain foreigner where unlawful-stay and age >= 17\n}\n",
        ),
    ];
    let mut told = String::new();
    for (name, standard, law) in cases {
        let text = format!("{head}{law}");
        let arguments = ["mend", "-", DATE[0], DATE[1], "--lang", "en", "--all-standards", "--only", standard];
        let output = iml_in(env!("CARGO_MANIFEST_DIR"), &arguments, Some(text.as_bytes()));
        let _ = write!(told, "==== {name}\n{law}----\n{}{}\n", out(&output), err(&output));
    }
    insta::assert_snapshot!(told);
}

/// Written back, nothing of what had a mend is found any more, and the command says what is left.
#[test]
fn mends_are_written() {
    let kept = tempfile::tempdir().unwrap();
    let folder = kept.path();
    let law = "policy p \"P\" {\n  state CHN\n  governs detention\n}\n\narticle 1 {\n  may detain foreigner where unlawful-stay\n}\n";
    std::fs::write(folder.join("a.pol"), law).unwrap();
    let at = folder.to_str().unwrap();
    let only = ["--only", "child-immigration-detention", "--only", "consular-notification"];
    let run = |more: &[&str]| iml_in(at, &[more, &only, &[DATE[0], DATE[1], "--lang", "en"]].concat(), None);
    assert_eq!(run(&["check", "a.pol", "--fail-on", "not-found", "--force", "interpretation"]).status.code(), Some(1));
    let output = run(&["mend", "a.pol", "--write"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(err(&output).contains("2 mends written"), "{}", err(&output));
    let after = std::fs::read_to_string(folder.join("a.pol")).unwrap();
    assert!(after.contains("giving consular-notification") && after.contains("unless child"), "{after}");
    assert_eq!(run(&["check", "a.pol", "--fail-on", "not-found", "--force", "interpretation"]).status.code(), Some(0));
    // Where the purpose of the law would be lost, nothing is offered.
    let purpose = format!("{law}\npurpose \"Hold them\" {{\n  may detain of child where unlawful-stay\n}}\n");
    let output = iml_in(
        at,
        &["mend", "-", "--only", "child-immigration-detention", DATE[0], DATE[1], "--lang", "en"],
        Some(purpose.as_bytes()),
    );
    assert_eq!(output.status.code(), Some(1));
    assert!(out(&output).contains("no mend"), "{}", out(&output));
}

/// Mends are in every report that asks for them: SARIF has fixes that make the law they describe.
#[test]
fn fixes_in_sarif_make_the_mended_law() {
    let law = "policies/chn/exit-and-entry.pol";
    let rules = no_child_is_detained();
    let own = ["--no-config", "--rules", rules.path().to_str().unwrap(), "--only", "no-child-detained"];
    let arguments = [law, DATE[0], DATE[1], "--format", "sarif", "--diff", "--lang", "en"];
    let output = iml(&[&arguments[..], &own].concat());
    let log: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
    let text = std::fs::read_to_string(format!("{}/{law}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let result = results.iter().find(|r| r["message"]["text"].as_str().unwrap().contains("aged 16")).unwrap();
    let edit = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
    let line = edit["deletedRegion"]["startLine"].as_u64().unwrap() as usize;
    let column = edit["deletedRegion"]["startColumn"].as_u64().unwrap() as usize;
    let struck: String = text.lines().nth(line - 1).unwrap().chars().skip(column - 1).take(2).collect();
    assert_eq!((struck.as_str(), edit["insertedContent"]["text"].as_str().unwrap()), ("16", "18"));
}
