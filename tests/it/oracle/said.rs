//! What a finding says beside whom it concerns: what comes near, how long it lasts, who is better off, and its person as
//! a scenario.

use super::described;
use super::slow::Slow;
use super::world::{self, Case, Clause, Form, Give, Part, Person};
use iml_check::finding::{Finding, Lasting, LegWord, Role, Sentence};
use std::collections::BTreeSet;

/// No more places that come near are shown.
const MOST_NEAR: usize = 12;

pub(super) fn beside(
    case: &Case,
    finding: &Finding,
    class: &BTreeSet<Person>,
    witness: &[Person],
    story: &impl Fn() -> String,
) {
    near(case, finding, class, story);
    lasting(case, finding, class, story);
    better_off(case, finding, witness, story);
    if let Form::Justify { .. } = &case.demands[0].form {
        let start = finding.because[0].span.start;
        let clause = *case.starts.iter().find(|(_, at)| **at == start).unwrap().0;
        for leg in &finding.legs {
            let name = leg.leg.key();
            let lacks = |p: &Person| Slow::legs(case, clause, p).iter().any(|(own, how)| *own == name && how.is_some());
            let lacking = class.iter().any(|p| case.possible(p) && lacks(p));
            assert_eq!(leg.word == LegWord::Carried, !lacking, "{name}\n{}", story());
        }
    }
    scenario(case, finding, class, story);
}

/// Why a guarantee is not what is asked for, whoever the person is.
fn falls_short(
    case: &Case,
    give: &Give,
    thing: usize,
    (within, every): (Option<u8>, Option<u8>),
    by: Option<usize>,
) -> Role {
    if !case.vocabulary.is_a(give.thing, thing) {
        Role::Weaker
    } else if by.is_some_and(|wanted| !give.by.is_some_and(|b| case.vocabulary.authority_is_a(b, wanted))) {
        Role::WrongAuthority
    } else if within.is_some_and(|wanted| give.within.is_none_or(|w| w > wanted))
        || every.is_some_and(|wanted| give.every.is_none_or(|e| e > wanted))
    {
        Role::TooLate
    } else {
        Role::LeavesOut
    }
}

/// Of what is asked for, or akin to it, each guarantee that could be meant, and why it does not do.
fn near(case: &Case, finding: &Finding, class: &BTreeSet<Person>, story: &impl Fn() -> String) {
    let (thing, measure, times, by) = match &case.demands[0].form {
        Form::RequireFor { thing, within, by } => (*thing, None, (*within, None), *by),
        Form::RequireWhenever { thing, measure, within, by, every, .. } => {
            (*thing, Some(*measure), (*within, *every), *by)
        }
        _ => return,
    };
    let power = finding.because.first().map(|m| m.span.start);
    let mut expected = Vec::new();
    for (at, part) in &case.parts {
        let give = match part {
            Part::Give(i) => match &case.clauses[*i].1 {
                Clause::Give(give) => give,
                _ => continue,
            },
            Part::Giving(i, j) => match &case.clauses[*i].1 {
                Clause::Power(p) if measure.is_some() && power == Some(case.starts[i]) => &p.giving[*j],
                _ => continue,
            },
            _ => continue,
        };
        let comes =
            |m: usize| give.whenever.is_none_or(|w| case.vocabulary.kinds(m).any(|k| case.vocabulary.is_a(k, w)));
        if !case.vocabulary.akin(give.thing, thing) || !measure.is_none_or(comes) {
            continue;
        }
        let role = falls_short(case, give, thing, times, by);
        // What would not do for anybody is only said if it reaches some of them.
        let reaches = class.iter().any(|p| case.possible(p) && case.holds(&give.guard, p));
        if measure.is_none() || role == Role::LeavesOut || reaches {
            expected.push((*at, role));
        }
    }
    expected.truncate(MOST_NEAR);
    let said: Vec<(u32, Role)> = finding.nearly.iter().map(|m| (m.span.start, m.role)).collect();
    assert_eq!(said, expected, "what comes near\n{}", story());
}

/// How long it lasts for those who are held too long, and the clauses that let it.
fn lasting(case: &Case, finding: &Finding, class: &BTreeSet<Person>, story: &impl Fn() -> String) {
    let Sentence::Lasts { lasts, .. } = &finding.sentence else { return };
    let start = finding.because[0].span.start;
    let index = *case.starts.iter().find(|(_, at)| **at == start).unwrap().0;
    let Clause::Power(power) = &case.clauses[index].1 else { panic!("no power\n{}", story()) };
    let longest = class.iter().filter(|p| case.possible(p)).map(|p| p.value(5)).max().unwrap();
    let limits: BTreeSet<u8> = power.limits.iter().filter_map(|(n, _)| *n).collect();
    let least = limits.into_iter().find(|n| *n >= longest);
    let said = match lasts {
        Lasting::Most(most) => Some(most.hours() as u8),
        Lasting::Unlimited => None,
    };
    assert_eq!(said, least, "how long\n{}", story());
    let lets = power.limits.iter().enumerate().filter(|(_, (limit, when))| {
        let long = match (limit, least) {
            (None, _) => true,
            (Some(limit), Some(least)) => *limit >= least,
            (Some(_), None) => false,
        };
        long && class.iter().any(|p| case.possible(p) && case.holds(when, p))
    });
    let expected: Vec<u32> = lets.map(|(i, _)| case.limits[&(index, i)]).collect();
    let clauses = finding.because.iter().filter(|m| m.role == Role::TimeClause);
    assert_eq!(clauses.map(|m| m.span.start).collect::<Vec<_>>(), expected, "clauses\n{}", story());
}

/// Whoever is shown beside the witness differs in grounds alone, and is treated better.
fn better_off(case: &Case, finding: &Finding, witness: &[Person], story: &impl Fn() -> String) {
    let Form::Equal { grounds, .. } = &case.demands[0].form else { return };
    let (Some(other), Some(person)) = (&finding.other, &finding.witness) else {
        panic!("nobody to compare with\n{}", story())
    };
    let name = |fact: usize| world::NAMES[fact];
    let differ: Vec<usize> =
        grounds.iter().copied().filter(|g| other.common.iter().any(|p| p.fact.name == name(*g))).collect();
    assert!(!differ.is_empty() && other.common.len() == differ.len(), "{other:?}\n{}", story());
    let Sentence::TreatedWorse { grounds: named, .. } = &finding.sentence else { panic!("{}", story()) };
    assert_eq!(named.iter().map(|n| &*n.name).collect::<Vec<_>>(), differ.iter().map(|g| name(*g)).collect::<Vec<_>>());
    let held = witness.iter().any(|p| {
        let lasts = 0..case.vocabulary.sizes[5];
        let one = lasts.map(|d| p.with(5, d)).filter(|p| described(case, person, p));
        one.into_iter().any(|one| {
            case.people().any(|two| {
                let alike = (0..6).all(|f| (one.value(f) == two.value(f)) != differ.contains(&f));
                alike && described(case, other, two) && Slow::worse_than(case, &one, two)
            })
        })
    });
    assert!(held, "who is better off: {other:?}\n{}", story());
}

/// The witness in the words of the language is one of those concerned.
fn scenario(case: &Case, finding: &Finding, class: &BTreeSet<Person>, story: &impl Fn() -> String) {
    if finding.witness.is_none() {
        return;
    }
    let given: Vec<(usize, u8)> = finding
        .given
        .iter()
        .map(|text| {
            let words: Vec<&str> = text.split(' ').collect();
            let (name, value) = match words.as_slice() {
                ["not", name] => (*name, 0),
                [name] => (*name, 1),
                [name, value] | [name, value, "hours"] => (*name, value.trim_start_matches('v').parse().unwrap()),
                _ => panic!("{text}"),
            };
            (world::NAMES.iter().position(|n| *n == name).unwrap(), value)
        })
        .collect();
    // Everything else is as ordinary as what is given allows; how long a measure lasts is left open.
    let fits =
        |p: &&Person| case.possible(p) && given.iter().all(|(fact, value)| *fact == 5 || p.value(*fact) == *value);
    let away = |p: &Person| p.with(5, Person::USUAL.value(5)).departures();
    let fewest = case.people().filter(fits).map(away).min();
    let meant = case.people().filter(fits).filter(|p| Some(away(p)) == fewest).any(|p| class.contains(p));
    assert!(meant, "{:?} is none of them\n{}", finding.given, story());
}
