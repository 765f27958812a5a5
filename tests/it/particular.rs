//! Single cases that random ones seldom meet: what is counted, in which units, and where a number lies.

use iml_check::builtin::BuiltInTreaties;
use iml_check::checker::{Checker, Input, Question};
use iml_check::finding::{Assumption, Difference, Finding, Judgement, Value, Verdict};
use iml_check::judge::{Check, Options, mended};
use iml_check::law::{Date, State};

pub(crate) const WORDS: &str = "fact age from 0 to 100 usually 30
fact ill
fact duration unit hours from 0 to 9000 usually 1
subject field
measure m in field
safeguard s in field
safeguard stronger is a s in field
service v in field
instrument X \"x\" { kind treaty in force 1990-01-01 }
";

fn input(name: &str, text: String) -> Input {
    Input { name: name.into(), bytes: text.into_bytes() }
}

pub(crate) fn law_of(articles: &str) -> Input {
    input("law.pol", format!("policy law {{ state CHN governs field }}\n{articles}\n"))
}

pub(crate) fn question(assumed: &'static [String], all_standards: bool) -> Question<'static> {
    Question {
        state: None,
        as_of: Date::parse("2026-01-01").unwrap(),
        assumed,
        options: Options { all_standards, ..Options::default() },
        verify: true,
    }
}

pub(crate) fn rules(words: &str, standard: &str) -> Vec<Input> {
    vec![input("rules.iml", format!("{words}standard tested {{\n  basis X art \"1\"\n  {standard}\n}}\n"))]
}

/// One law held against one standard.
pub(crate) fn judged(words: &str, standard: &str, law: &str) -> Judgement {
    let mut checker = Checker::new(rules(words, standard), false);
    assert!(checker.mistakes.is_empty(), "{:?}", checker.mistakes);
    let read = checker.read(vec![law_of(law)]);
    assert!(read.is_sound(), "{:?}", read.mistakes);
    checker.check(&read.order, &BuiltInTreaties, &question(&[], true)).unwrap()
}

/// The first finding of a verdict.
fn finding(words: &str, standard: &str, law: &str, verdict: Verdict) -> Finding {
    let judgement = judged(words, standard, law);
    assert_eq!(judgement.results[0].verdict, verdict, "{law}");
    judgement.results[0].findings[0].clone()
}

#[test]
fn of_what_comes_near_twelve_are_shown() {
    let many = |clause: &str, count: usize| -> String {
        (1..=count).map(|n| format!("article {n} {{ {clause} }}\n")).collect()
    };
    for (count, shown) in [(11, 11), (12, 12), (13, 12), (40, 12)] {
        let give = many("must give s to any whenever m where age < 9", count) + "article 99 { may m of any }";
        assert_eq!(finding(WORDS, "require s whenever m of any", &give, Verdict::NotFound).nearly.len(), shown);
        let ban = many("must not m of any where age < 9", count) + "article 99 { may m of any }";
        assert_eq!(finding(WORDS, "forbid m of any", &ban, Verdict::Incompatible).nearly.len(), shown);
        let outside = many("must not m of any where age < 9", count) + "article 99 { may m of any }";
        assert_eq!(
            finding(WORDS, "forbid m of any where age > 20", &outside, Verdict::Incompatible).nearly.len(),
            shown
        );
    }
}

#[test]
fn a_month_against_days_is_said_to_be_a_convention() {
    let months = |standard: &str, law: &str| -> bool {
        // Too long is said by the law; too late is not given.
        let verdict = if standard.starts_with("limit") { Verdict::Incompatible } else { Verdict::NotFound };
        finding(WORDS, standard, law, verdict).assumptions.iter().any(|a| matches!(a, Assumption::Calendar))
    };
    assert!(months("limit m of any to 20 days", "article 1 { may m of any for up to 1 months where any }"));
    assert!(!months("limit m of any to 2 days", "article 1 { may m of any for up to 72 hours where any }"));
    assert!(!months("limit m of any to 1 months", "article 1 { may m of any for up to 2 months where any }"));
    let late = "article 1 { may m of any } article 2 { must give s to any whenever m within 1 months }";
    assert!(months("require s within 20 days whenever m of any", late));
    let late = "article 1 { may m of any } article 2 { must give s to any whenever m within 3 days }";
    assert!(!months("require s within 2 days whenever m of any", late));
}

#[test]
fn how_long_is_counted_in_the_unit_of_the_vocabulary() {
    for unit in ["hours", "days", "weeks"] {
        let words = WORDS.replace("unit hours from 0 to 9000", &format!("unit {unit} from 0 to 900"));
        let verdict = |law: &str| judged(&words, "limit m of any to 3 weeks", law).results[0].verdict;
        assert_eq!(verdict("article 1 { may m of any for up to 21 days where any }"), Verdict::Provided, "{unit}");
        assert_eq!(verdict("article 1 { may m of any for up to 4 weeks where any }"), Verdict::Incompatible, "{unit}");
        // A length in a condition is the same length.
        assert_eq!(verdict("article 1 { may m of any where duration <= 3 weeks }"), Verdict::Provided, "{unit}");
        assert_eq!(verdict("article 1 { may m of any where duration <= 4 weeks }"), Verdict::Incompatible, "{unit}");
    }
}

/// Numbers that only the people of a comparison are told apart by.
#[test]
fn numbers_of_a_comparison_cut_the_scale() {
    let law = "article 1 { entitled any to v where not ill }";
    let other = "article 1 { entitled any to v where age >= 40 or not ill }";
    let standard = "equal v for (age < 40) among any where any regardless of ill";
    assert_eq!(judged(WORDS, standard, law).results[0].verdict, Verdict::ToAssess);
    assert_eq!(judged(WORDS, standard, other).results[0].verdict, Verdict::ToAssess);
    // Nobody is that old and that young, which only a scale that is cut at both shows.
    let nobody = standard.replace("age < 40", "age < 40 and age >= 60");
    assert_eq!(judged(WORDS, &nobody, law).results[0].verdict, Verdict::Provided);
    let somebody = standard.replace("age < 40", "age >= 40 and age < 60");
    let finding = finding(WORDS, &somebody, law, Verdict::ToAssess);
    assert!(finding.class.unwrap().exact);
    let old = standard.replace("age < 40", "age >= 40");
    assert_eq!(judged(WORDS, &old, other).results[0].verdict, Verdict::Provided);
}

/// Of two people who differ in age, each has the age next to the line that the law draws, or the ordinary one.
#[test]
fn the_ages_of_two_people() {
    let ages = |law: &str| {
        let finding = finding(WORDS, "equal v among any where any regardless of age", law, Verdict::ToAssess);
        let age = |people: &iml_check::finding::People| {
            let phrase = people.common.iter().find(|p| p.fact.name == "age").unwrap();
            match &phrase.value {
                Value::Ranges(ranges, _) => ranges[0].0.unwrap(),
                other => panic!("{other:?}"),
            }
        };
        (age(finding.witness.as_ref().unwrap()), age(finding.other.as_ref().unwrap()))
    };
    assert_eq!(ages("article 1 { entitled any to v where age >= 18 }"), (17, 30));
    assert_eq!(ages("article 1 { entitled any to v where age < 18 }"), (30, 17));
    assert_eq!(ages("article 1 { entitled any to v where age < 65 }"), (65, 30));
    assert_eq!(ages("article 1 { entitled any to v where age >= 65 }"), (30, 65));
    assert_eq!(ages("article 1 { entitled any to v where age >= 18 and age < 20 }"), (30, 18));
}

/// Where neither law is bound, a standard is not compared; where one is, it is.
#[test]
fn a_standard_that_does_not_bind_is_not_compared() {
    let difference = |old: &str, new: &str, all: bool| -> Difference {
        let mut checker = Checker::new(rules(WORDS, "forbid m of any"), false);
        assert!(checker.mistakes.is_empty(), "{:?}", checker.mistakes);
        // A State of which nothing is known but what its law says.
        let law = |name: &str, text: &str| vec![input(name, format!("policy law {{ state ZZZ }}\n{text}\n"))];
        let before = checker.read(law("old.pol", old));
        let after = checker.read_later(&before.order, law("new.pol", new));
        assert!(before.is_sound() && after.is_sound(), "{:?} {:?}", before.mistakes, after.mistakes);
        checker.difference(&before.order, &after.order, &NoTreaties, &question(&[], all)).unwrap()
    };
    let (bare, power) = ("article 1 { must not m of any }", "article 1 { may m of any }");
    let party = |law: &str| format!("party to X\n{law}");
    assert!(difference(bare, power, false).verdicts.is_empty());
    assert_eq!(difference(bare, power, true).verdicts.len(), 1);
    assert_eq!(difference(bare, &party(power), false).verdicts.len(), 1);
    assert_eq!(difference(&party(bare), power, false).verdicts.len(), 1);
    assert_eq!(difference(&party(bare), &party(power), false).verdicts.len(), 1);
    assert!(difference(&party(bare), &party(bare), false).verdicts.is_empty());
}

/// Data in which nobody has agreed to anything, and which is complete.
struct NoTreaties;

impl iml_check::law::Treaties for NoTreaties {
    fn ratifications(&self, _: &str) -> Vec<iml_check::law::Ratification> {
        Vec::new()
    }
    fn reservations(&self, _: &str) -> Vec<iml_check::law::ReservationRow> {
        Vec::new()
    }
    fn coverage(&self, _: &str) -> iml_check::law::Coverage {
        iml_check::law::Coverage { complete_to: Date::parse("2026-01-01"), source: String::new() }
    }
    fn member(&self, _: &str, _: &str, _: Date) -> (bool, bool) {
        (false, false)
    }
    fn knows(&self, _: &str) -> bool {
        true
    }
}

/// Only those can differ who differ in two grounds at once, of which one may never justify anything: what the law gives for
/// a reason is still told.
#[test]
fn a_combination_of_grounds_keeps_its_reasons() {
    let words = format!("{WORDS}always (ill and age < 18) or (not ill and age >= 18)\naim good\n");
    let standard = "equal v among any where any regardless of ill, age accepting aim good never justified on ill";
    let found = finding(
        &words,
        standard,
        "article 1 { entitled any to v where not ill justified by aim good }",
        Verdict::ToAssess,
    );
    assert!(!found.legs.is_empty());
    assert_eq!(found.witness.unwrap().common.len(), 2);
    assert_eq!(found.other.unwrap().common.len(), 2);
}

/// Whoever is shown beside the witness is who the witness can be compared with, and not whoever is most ordinary.
#[test]
fn the_other_is_like_the_witness_but_for_the_grounds() {
    let words = format!("{WORDS}fact poor\nfact resident\n");
    let law = "article 1 { entitled any to v where (resident and age >= 18) or (not resident and age >= 65 and ill and poor) }";
    let found = finding(&words, "equal v among any where any regardless of age, ill, poor", law, Verdict::ToAssess);
    let said =
        |people: &iml_check::finding::People| people.common.iter().map(|p| p.fact.name.clone()).collect::<Vec<_>>();
    assert_eq!(said(found.other.as_ref().unwrap()), ["age", "ill", "poor"]);
    assert!(!said(found.witness.as_ref().unwrap()).contains(&"resident".to_owned()));
}

/// A box reaches beyond those who can exist; where that leaves a stretch of ages in which nobody is, it is not said.
#[test]
fn no_ages_are_said_that_nobody_has() {
    let words = format!("{WORDS}fact pregnant\nalways not pregnant or (age >= 12 and age < 60)\n");
    let law =
        "article 1 { may m of any where pregnant and age < 18 } article 2 { may m of any where age >= 90 and ill }
        article 3 { may m of any where pregnant }";
    let judgement = judged(&words, "forbid m of any where age < 18 or age >= 80 or (age >= 50 and age < 56)", law);
    let ages = |finding: &Finding| {
        let class = finding.class.clone().unwrap();
        assert!(class.exact && class.alternatives.is_empty(), "{class:?}");
        let age = class.common.into_iter().find(|p| p.fact.name == "age").unwrap();
        match age.value.clone() {
            Value::Ranges(ranges, _) => ranges,
            other => panic!("{other:?}"),
        }
    };
    let findings = &judgement.results[0].findings;
    assert_eq!(
        findings.iter().map(ages).collect::<Vec<_>>(),
        [vec![(None, Some(17))], vec![(Some(90), None)], vec![(None, Some(17)), (Some(50), Some(55))],]
    );
}

/// The line that a law has drawn is looked for among those who can exist.
#[test]
fn a_witness_is_not_moved_to_an_age_that_nobody_has() {
    let words = format!("{WORDS}fact pregnant\nalways not pregnant or age < 8 or age >= 12\n");
    let found = finding(
        &words,
        "forbid m of any where age >= 8 and age < 18",
        "article 1 { may m of any where pregnant }",
        Verdict::Incompatible,
    );
    let age = found.witness.unwrap().common.into_iter().find(|p| p.fact.name == "age").unwrap();
    assert_eq!(age.value, Value::Ranges(vec![(Some(12), Some(12))], None));
}

/// An edit that mends one finding and makes another standard worse in one way only: somebody is newly left outside, a leg
/// more is missing, the verdict is a breach.
#[test]
fn an_edit_is_worse_in_any_one_way() {
    let check = |other: &str, before: &str, after: &str| {
        let texts = ("article 1 { may n of any }", "article 1 { may n of any where not ill }");
        mends(
            ("forbid n of any where ill", other),
            (&format!("{}\n{before}", texts.0), &format!("{}\n{after}", texts.1)),
        )
    };
    let worse = Check::Worse("other".into());
    // Nothing else changes.
    let under_5 = "article 2 { may m of any where age < 5 }";
    assert_eq!(check("forbid m of any where age < 18", under_5, under_5), Check::Mends);
    assert_eq!(check("forbid m of any where age < 18", under_5, "article 2 { may m of any where age < 8 }"), worse);
    // As many, for less of a reason; beside it another power that has no reason before and after.
    let justify = "justify m of any by aim, necessity";
    let both = |first: &str| format!("article 2 {{ may m of any {first}}}\narticle 3 {{ may m of any where ill }}");
    let aim = both("justified by aim good ");
    assert_eq!(check(justify, &aim, &aim), Check::Mends);
    assert_eq!(check(justify, &aim, &both("")), worse);
    assert_eq!(check(justify, &both(""), &aim), Check::Mends);
    // Nobody was left outside before.
    assert_eq!(check("forbid m of any where age < 18", "article 2 { may m of any where age >= 20 }", under_5), worse);
}

/// Where a measure may last too long, a shorter limit takes it from those who were not held too long; where it has none,
/// any limit does for all.
#[test]
fn a_limit_takes_no_more_time_than_it_must() {
    let limit = |limit: &str, before: &str, after: &str| {
        let power = |time: &str| format!("article 1 {{ may m of any {time} }}");
        mends((&format!("limit m of any to {limit}"), "establish i"), (&power(before), &power(after)))
    };
    assert_eq!(limit("2 hours", "", "for up to 2 hours where any"), Check::Mends);
    assert_eq!(limit("2 hours", "", "for up to 1 hours where any"), Check::TakesMore);
    assert_eq!(limit("2 hours", "", "for up to 3 hours where any"), Check::StillThere);
    assert_eq!(limit("any limit", "", "for up to 1 hours where any"), Check::Mends);
    assert_eq!(limit("any limit", "", "for up to 900 hours where any"), Check::Mends);
}

/// Whether the first finding of a standard is mended from one law to the other, another standard beside it.
fn mends((standard, other): (&str, &str), (before, after): (&str, &str)) -> Check {
    let words = format!("{WORDS}measure n in field\ninstitution i in field\naim good\n");
    let second = format!("standard other {{\n  basis X art \"1\"\n  {other}\n}}\n");
    let mut checker = Checker::new(rules(&(words + &second), standard), false);
    assert!(checker.mistakes.is_empty(), "{:?}", checker.mistakes);
    let law = |text: &str| vec![law_of(text)];
    let read = checker.read(law(before));
    let edited = checker.reread(&read.order, law(after));
    assert!(read.is_sound() && edited.is_sound(), "{:?} {:?}", read.mistakes, edited.mistakes);
    let state = |order| State::new("CHN", Date::parse("2026-01-01").unwrap(), &BuiltInTreaties, Some(order), &[]);
    let (old, new) = (state(&read.order), state(&edited.order));
    let standards: Vec<_> = checker.library.standards.iter().collect();
    mended(&checker.library, (&read.order, &edited.order), (&old, &new), &standards, ("tested", 0)).unwrap()
}

/// Who newly has a right is named as the law names them.
#[test]
fn a_difference_names_people_as_the_law_does() {
    let words = format!("{WORDS}term adult \"an adult\" means age >= 18\n");
    let mut checker = Checker::new(rules(&words, "forbid m of any"), false);
    let law = |name: &str, text: &str| vec![input(name, format!("policy law {{ state CHN }}\n{text}\n"))];
    let before = checker.read(law("old.pol", "article 1 { must give v to any where ill }"));
    let later = "article 1 { must give v to any where ill }\narticle 2 { must give s to adult }";
    let after = checker.read_later(&before.order, law("new.pol", later));
    assert!(before.is_sound() && after.is_sound(), "{:?} {:?}", before.mistakes, after.mistakes);
    let found = checker.difference(&before.order, &after.order, &NoTreaties, &question(&[], false)).unwrap();
    assert_eq!(found.changes.len(), 1, "{:#?}", found.changes);
    assert_eq!(found.changes[0].class.as_ref().unwrap().noun.as_ref().unwrap().name, "adult");
}
