//! What the other judges found while the checker was written, each as a small case with a name: what went wrong once.
//!
//! How rows of the treaty data are read, of which two were wrong, stands in `binding.rs`; edits and how a difference
//! names people in `particular.rs`.

use crate::particular::{WORDS, judged, law_of, question, rules};
use iml_check::builtin::BuiltInTreaties;
use iml_check::checker::{Checker, ReadOrder};
use iml_check::finding::{Answer, Difference, Effect, Verdict};
use iml_check::judge::{ask, question as asked};
use iml_check::law::Law;
use iml_check::words::{Lang, Words};

/// What went wrong, what is always so, the standard, the law.
const JUDGED: [(&str, &str, &str, &str); 4] = [
    (
        "equal: what cannot be was forgotten of the first of two people",
        "always not (ill and age > 50)",
        "equal v among any regardless of ill",
        "article 1 { entitled any to v where ill and age > 50 }",
    ),
    (
        "limit: a power that is wholly taken away speaks of the measure too",
        "",
        "limit m of any to 20 hours",
        "article 1 { may m of any }\narticle 2 { must not m of any under article 1 }",
    ),
    (
        "justify: a time limit is no ground",
        "",
        "justify m of any by legality",
        "article 1 { may m of any for up to 20 hours }",
    ),
    (
        "justify: a ground is one, with a time limit or without",
        "",
        "justify m of any by legality",
        "article 1 { may m of any where ill for up to 20 hours }",
    ),
];

#[test]
fn what_was_judged_wrong() {
    let words = Words::new(Lang::En);
    let mut story = String::new();
    for (wrong, always, standard, law) in JUDGED {
        let result = &judged(&format!("{WORDS}{always}\n"), standard, law).results[0];
        story += &format!("{wrong}\n  {standard}\n  {}\n  => {:?}", law.replace('\n', "\n  "), result.verdict);
        if let Some(why) = result.unexamined {
            story += &format!(", {why:?}");
        }
        for finding in &result.findings {
            story += &format!(": {}", finding.class.as_ref().map_or(String::new(), |class| words.people(class)));
        }
        story += "\n\n";
    }
    insta::assert_snapshot!(story);
}

/// A class of people is not reserved from a place that cannot be reserved.
#[test]
fn what_cannot_be_reserved_binds() {
    let law = "reservation to X art \"1\" for (ill)\narticle 1 { may m of any where ill }";
    let fixed = WORDS.replace(" in force 1990-01-01", " in force 1990-01-01 not reservable \"1\"");
    // What the law's file alone says is reserved is doubtful; what cannot be reserved is reserved by nobody.
    for (words, expected) in [(WORDS, Verdict::ToAssess), (&fixed, Verdict::Incompatible)] {
        assert_eq!(judged(words, "forbid m of any", law).results[0].verdict, expected);
    }
}

fn read(law: &str) -> (Checker, ReadOrder) {
    let mut checker =
        Checker::new(rules(&(WORDS.to_owned() + "always ill implies age < 9\n"), "forbid m of any"), false);
    let read = checker.read(vec![law_of(law)]);
    assert!(read.is_sound(), "{:?}", read.mistakes);
    (checker, read)
}

/// A right that only a measure raises is no right of somebody on whom the measure is not taken.
#[test]
fn a_right_that_a_measure_raises_is_none_without_it() {
    for (law, expected) in [
        ("article 1 { may m of any where ill giving s }", false),
        ("article 1 { may m of any where ill }\narticle 2 { must give s whenever m }", false),
        ("article 1 { entitled any to s where ill }", true),
    ] {
        let (_, mut read) = read(law);
        let asked =
            asked(&mut read.order, "s and ill", iml_check::text::Span::at(iml_check::text::FileId::own(0), 0)).unwrap();
        let answer = ask(&mut Law::new(&read.order, [], true).unwrap(), &asked).unwrap();
        assert_eq!(matches!(answer, Answer::Somebody { .. }), expected, "{law}: {answer:?}");
        let expected = if expected { "entitled to s" } else { "not entitled to s" };
        scenarios_hold(&format!("{law}\nscenario \"the ill\" {{ given ill expect {expected} }}"));
    }
}

fn scenarios_hold(law: &str) {
    let (checker, read) = read(law);
    let outcomes = checker.scenarios(&read.order, &BuiltInTreaties, &question(&[], true)).unwrap();
    assert!(outcomes.iter().all(|(_, all)| !all.is_empty() && all.iter().all(|o| o.holds)), "{law}: {outcomes:?}");
}

/// Everybody ill is a child here, so the ill person of a scenario is one, however old people usually are.
#[test]
fn who_is_made_unusual_by_an_axiom_is_the_one_who_is_meant() {
    scenarios_hold("article 1 { may m of any where age < 9 }\nscenario \"ill\" { given ill expect may m }");
    scenarios_hold("article 1 { may m of any where age >= 9 }\nscenario \"ill\" { given ill expect not may m }");
}

/// A greater guarantee without a time, and the lesser one within a time, change for the same people: neither says the
/// other.
#[test]
fn a_lesser_guarantee_in_time_does_not_say_a_greater_one() {
    let mut checker = Checker::new(rules(WORDS, "forbid m of any"), false);
    let before = checker.read(vec![law_of("article 1 { entitled any to s }")]).order;
    let after = "article 1 { entitled any to s }\narticle 2 { entitled any to stronger within 20 hours }";
    let after = checker.read_later(&before, vec![law_of(after)]).order;
    let found: Difference = checker.difference(&before, &after, &BuiltInTreaties, &question(&[], true)).unwrap();
    let said: Vec<String> = found
        .changes
        .iter()
        .map(|change| match &change.effect {
            Effect::Entitlement { thing, within, .. } => format!("{} {within:?}", thing.name),
            other => format!("{other:?}"),
        })
        .collect();
    insta::assert_snapshot!(said.join("\n"));
}
