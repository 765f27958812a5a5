//! What must hold of every law whatever it says: the laws of `laws.rs`, adding what nobody is reached by, splitting a law
//! over files, a later date.

use super::generate::{Generator, Wanted};
use super::laws::{Edited, STATED, Stated, edited};
use super::slow::Slow;
use super::world::{Case, Clause, Cond, Person};
use super::{cases, fast, seed};
use crate::cli::iml;
use iml_check::builtin::BuiltInTreaties;
use iml_check::checker::{Checker, Input};
use iml_check::finding::Verdict;
use iml_check::judge::judge_standard;
use iml_check::law::{Date, Law, State, Treaties as _};
use std::collections::BTreeSet;

/// The verdict, and everybody whom some finding concerns.
fn judged(case: &Case) -> (Verdict, BTreeSet<Person>) {
    let fast = fast(case);
    let all = fast.concerns.into_iter().flat_map(|(c, _)| c).filter(|p| case.possible(p)).collect();
    (fast.result.verdict, all)
}

fn each(wanted: &[Wanted], salt: u64, check: impl Fn(&Case, &Case, &str)) {
    for number in 0..cases() / 2 {
        let wanted = wanted[number as usize % wanted.len()];
        let case = Generator::new(seed() ^ salt, wanted, number).bound().plain().case();
        let other = Generator::new(seed() ^ salt ^ 99, wanted, number).bound().plain().like(&case).case();
        check(&case, &other, &format!("case {number}\n{}\n{}", case.rules, case.law));
    }
}

/// How many laws each edit is tried on: `IML_LAWS`.
fn laws() -> u64 {
    std::env::var("IML_LAWS").ok().and_then(|n| n.parse().ok()).unwrap_or(40)
}

/// Each law of §11, asked of a judge that says the word of every demand: how often it could be asked.
fn hold(single: bool, judge: impl Fn(&Case) -> Vec<Verdict>) -> Vec<(&'static str, u64)> {
    STATED.iter().map(|law| (law.name, (0..laws()).map(|number| holds(law, number, single, &judge)).sum())).collect()
}

fn holds(law: &Stated, number: u64, single: bool, judge: &impl Fn(&Case) -> Vec<Verdict>) -> u64 {
    let Some(Edited { mut before, mut after, what }) = edited(law, seed(), number, single) else { return 0 };
    for case in [&mut before, &mut after] {
        case.agreed.even_if_not_binding = true;
    }
    let (was, is) = (judge(&before), judge(&after));
    // Of what was asked before and is still asked.
    for (at, demand) in after.demands.iter().enumerate() {
        let (old, new) = (was[at], is[at]);
        assert!(
            (law.holds)(&before, &after, demand, old, new),
            "{}: {old:?} becomes {new:?} by {what}\ncase {number} of seed {}\n{}\n{}\n----\n{}",
            law.name,
            seed(),
            before.rules,
            before.law,
            after.law
        );
    }
    1
}

fn often(asked: Vec<(&str, u64)>) {
    let rare: Vec<_> = asked.into_iter().filter(|(_, n)| *n * 12 < laws()).collect();
    assert!(rare.is_empty() || laws() < 40, "laws that are hardly ever asked: {rare:?}");
}

#[test]
fn the_laws_hold_of_the_slow_judge() {
    often(hold(false, |case| Slow::judge(case).demands));
}

/// The fast judge says one word a standard, so standards of one line are asked.
#[test]
fn the_laws_hold() {
    often(hold(true, |case| vec![fast(case).result.verdict]));
}

#[test]
fn an_article_that_reaches_nobody_changes_nothing() {
    let nobody = Cond::Not(Box::new(Cond::Any));
    each(&[Wanted::Forbid, Wanted::Limit, Wanted::RequireWhenever, Wanted::Equal], 3, |case, other, story| {
        let power = other.clauses.iter().find_map(|(_, c)| if let Clause::Power(p) = c { Some(p) } else { None });
        // A second power over the measure would make a law speak of it that did not.
        let speaks = case.clauses.iter().any(|(_, c)| matches!(c, Clause::Power(_)));
        let (Some(power), true) = (power, speaks) else { return };
        let known = case.clauses.iter().any(|(_, c)| matches!(c, Clause::Power(p) if p.measure == power.measure));
        if !known {
            return;
        }
        let mut power = power.clone();
        power.who = nobody.clone();
        power.over.clear();
        power.under.clear();
        let mut after = case.clone();
        let last = case.clauses.last().map_or(1, |(n, _)| *n);
        after.clauses.push((last, Clause::Power(power)));
        after.write();
        assert_eq!(judged(case), judged(&after), "{story}\n----\n{}", after.law);
    });
}

#[test]
fn splitting_a_law_over_two_files_changes_nothing() {
    let mut split = 0;
    for number in 0..cases() / 2 {
        let wanted = [Wanted::Forbid, Wanted::RequireFor, Wanted::Justify, Wanted::Equal][number as usize % 4];
        let case = Generator::new(seed() ^ 4, wanted, number).bound().plain().case();
        // A reference to an article of another file needs its name, and a definition holds in its own file only.
        let alone = case.clauses.iter().all(|(_, c)| match c {
            Clause::Power(p) => p.over.is_empty() && p.under.is_empty(),
            Clause::Ban(b) => b.only.is_empty() && b.yields.is_empty(),
            Clause::Define(_) => false,
            _ => true,
        });
        let articles: Vec<&str> = case.law.split("\narticle ").collect();
        if !alone || articles.len() < 3 {
            continue;
        }
        split += 1;
        let head = articles[0].to_owned() + "\n";
        let part = |parity: usize, name: &str| {
            let own = articles.iter().skip(1).enumerate().filter(|(at, _)| at % 2 == parity);
            let text: String = own.map(|(_, a)| format!("article {a}\n")).collect();
            Input {
                name: name.into(),
                bytes: (head.replace("policy law", &format!("policy {name}")) + &text).into_bytes(),
            }
        };
        let date = Date::parse("2026-01-01").unwrap();
        let verdict = |files: Vec<Input>| {
            let rules = Input { name: "rules.iml".into(), bytes: case.rules.clone().into_bytes() };
            let mut checker = Checker::new(vec![rules], false);
            let read = checker.read(files);
            assert!(read.is_sound(), "{:?}\n{}", read.mistakes, case.law);
            let state = State::bound_by_everything(date, &BuiltInTreaties);
            let mut law = Law::new(&read.order, &checker.library.standards, true).unwrap();
            let standard = checker.library.standard("tested").unwrap();
            let (result, _) = judge_standard(&checker.library, &mut law, &state, standard, true).unwrap();
            (result.verdict, result.findings.len())
        };
        let whole = verdict(vec![Input { name: "law.pol".into(), bytes: case.law.clone().into_bytes() }]);
        assert_eq!(whole, verdict(vec![part(0, "one"), part(1, "two")]), "case {number}\n{}\n{}", case.rules, case.law);
    }
    assert!(split > 20.min(cases() / 20), "{split}");
}

/// Between two days on which no treaty changes for the State, nothing changes but the day.
#[test]
fn a_later_date_changes_only_what_the_dates_say() {
    let dates: BTreeSet<String> =
        BuiltInTreaties.ratifications("CHN").iter().filter_map(|r| r.date).map(|d| d.to_string()).collect();
    assert!(dates.len() > 20);
    let run = |day: &str| {
        let output = iml(&["policies/chn/nationality.pol", "--as-of", day, "--format", "json"]);
        let mut report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        report["orders"][0]["asOf"] = serde_json::Value::Null;
        report
    };
    let between = dates.iter().filter(|d| d.starts_with("19") || d.starts_with("20")).rev().take(8);
    for date in between {
        // The day itself, and a day of the year after in which nothing is dated.
        let (year, rest) = date.split_at(4);
        let next = format!("{}{rest}", year.parse::<u32>().unwrap() + 1);
        if dates.range(date.clone()..).nth(1).is_some_and(|d| *d <= next) || rest.len() < 6 || rest == "-02-29" {
            continue;
        }
        // What is said of *since when* is the same; only what has come by then may differ, and nothing has.
        assert_eq!(run(date), run(&next), "{date} {next}");
    }
}
