//! Random questions to a law, against everybody tried one by one.

use super::generate::{Generator, Wanted};
use super::slow::{Reach, Slow};
use super::world::{Case, Clause, Cond, Part, Person, safeguard};
use super::{cases, described, inputs, seed};
use fastrand::Rng;
use iml_check::checker::Checker;
use iml_check::finding::{Answer, Mark, Nobody};
use iml_check::judge::{ask, question};
use iml_check::law::Law;
use std::collections::BTreeSet;

/// A question: a condition in which a measure means that it may be taken, a safeguard that there is a right to it.
enum Wonder {
    Is(Cond),
    May(usize),
    Has(usize),
    Not(Box<Wonder>),
    All(Vec<Wonder>),
    Some(Vec<Wonder>),
}

impl Wonder {
    fn random(rng: &mut Rng, depth: u32, is: &mut impl FnMut(&mut Rng) -> Cond) -> Wonder {
        match rng.u32(if depth == 0 { 0..4 } else { 0..8 }) {
            0 => Wonder::Is(is(rng)),
            1 | 2 => Wonder::May(rng.usize(0..5)),
            3 => Wonder::Has(rng.usize(0..5)),
            4 => Wonder::Not(Box::new(Wonder::random(rng, depth - 1, is))),
            5 => Wonder::Some((0..2).map(|_| Wonder::random(rng, depth - 1, is)).collect()),
            _ => Wonder::All((0..rng.usize(2..4)).map(|_| Wonder::random(rng, depth - 1, is)).collect()),
        }
    }

    fn text(&self) -> String {
        let list = |parts: &[Wonder], word: &str| {
            let parts: Vec<String> = parts.iter().map(|p| p.text()).collect();
            format!("({})", parts.join(word))
        };
        match self {
            Wonder::Is(c) => c.text(),
            Wonder::May(m) => format!("m{m}"),
            Wonder::Has(t) => safeguard(*t),
            Wonder::Not(inner) => format!("not ({})", inner.text()),
            Wonder::All(parts) => list(parts, " and "),
            Wonder::Some(parts) => list(parts, " or "),
        }
    }

    /// What it asks of somebody; `law` says what is done and given.
    fn holds(&self, case: &Case, p: &Person, law: &impl Fn(&Wonder) -> bool) -> bool {
        match self {
            Wonder::Is(c) => case.holds(c, p),
            Wonder::May(_) | Wonder::Has(_) => law(self),
            Wonder::Not(inner) => !inner.holds(case, p, law),
            Wonder::All(parts) => parts.iter().all(|w| w.holds(case, p, law)),
            Wonder::Some(parts) => parts.iter().any(|w| w.holds(case, p, law)),
        }
    }

    /// The same about the person alone: what a law does is taken as asked, denied or not.
    fn alone(&self, case: &Case, p: &Person) -> bool {
        match self {
            Wonder::Not(inner) if matches!(**inner, Wonder::May(_) | Wonder::Has(_)) => true,
            Wonder::Not(inner) => !inner.alone(case, p),
            Wonder::All(parts) => parts.iter().all(|w| w.alone(case, p)),
            Wonder::Some(parts) => parts.iter().any(|w| w.alone(case, p)),
            Wonder::Is(_) | Wonder::May(_) | Wonder::Has(_) => self.holds(case, p, &|_| true),
        }
    }

    fn things<'a>(&'a self, out: &mut Vec<&'a Wonder>) {
        match self {
            Wonder::Is(_) => {}
            Wonder::May(_) | Wonder::Has(_) => out.push(self),
            Wonder::Not(inner) => inner.things(out),
            Wonder::All(parts) | Wonder::Some(parts) => parts.iter().for_each(|p| p.things(out)),
        }
    }

    /// Whether the law can only help it along: less of what keeps a measure away makes it no falser.
    fn only_grows(&self) -> bool {
        match self {
            Wonder::Not(inner) => {
                let mut things = Vec::new();
                inner.things(&mut things);
                !things.iter().any(|t| matches!(t, Wonder::May(_)))
            }
            Wonder::All(parts) | Wonder::Some(parts) => parts.iter().all(Wonder::only_grows),
            _ => true,
        }
    }
}

/// Whom the question finds, when of what keeps a measure away only this is kept.
fn found(case: &Case, asked: &Wonder, kept: Option<&[usize]>) -> BTreeSet<Person> {
    let reach = Reach::new(case, kept);
    let finds = |p: &Person| {
        let does = |w: &Wonder| match w {
            Wonder::May(m) => case.vocabulary.kinds(*m).any(|kind| reach.permits(kind, p)),
            Wonder::Has(t) => reach.entitles(*t, p),
            _ => false,
        };
        case.possible(p) && asked.holds(case, p, &does)
    };
    case.people().filter(|p| finds(p)).copied().collect()
}

#[test]
fn questions_agree() {
    let (mut somebody, mut nobody) = (0, 0);
    for number in 0..cases() {
        let wanted = [Wanted::Forbid, Wanted::RequireFor, Wanted::RequireWhenever, Wanted::Equal][number as usize % 4];
        let mut generator = Generator::new(seed() ^ 21, wanted, number).plain();
        let case = generator.case();
        let mut rng = Rng::with_seed(seed() ^ number ^ 22);
        let asked = Wonder::random(&mut rng, 2, &mut |_| generator.question());
        let text = asked.text();
        let (rules, law) = inputs(&case);
        let mut checker = Checker::new(vec![rules], false);
        let mut order = checker.read(vec![law]).order;
        let base = iml_check::text::Span::at(checker.sources.set("<question>", text.clone()), 0);
        let read = question(&mut order, &text, base).unwrap_or_else(|m| panic!("{m:?}\n{text}"));
        let answer = ask(&mut Law::new(&order, [], true).unwrap(), &read).unwrap();
        let story = || format!("case {number}: {text}\n{}\n----\n{}\n----\n{answer:?}", case.rules, case.law);
        let everybody = found(&case, &asked, None);
        let things = {
            let mut things = Vec::new();
            asked.things(&mut things);
            things
        };
        match &answer {
            Answer::Somebody { person, class, by, .. } => {
                somebody += 1;
                assert!(!everybody.is_empty(), "there is nobody\n{}", story());
                let short: BTreeSet<Person> = everybody.iter().map(Person::without_duration).collect();
                for p in case.people().filter(|p| case.possible(p)) {
                    let is = described(&case, class, p);
                    assert!(!class.exact || is == short.contains(&p.without_duration()), "{p:?}\n{}", story());
                }
                // Of the people who answer to the description, one is meant: done to them is what is said, and no more.
                let said: BTreeSet<u32> = by.iter().map(|m| m.span.start).collect();
                let meant = everybody.iter().any(|p| {
                    described(&case, person, p) && Slow::articles_about(&case, &things_of(&things), p) == said
                });
                assert!(meant, "what is done to whom\n{}", story());
                // Nobody whom the question finds is more ordinary.
                let fewest = everybody.iter().map(Person::departures).min();
                let described: Vec<usize> =
                    everybody.iter().filter(|p| described(&case, person, p)).map(Person::departures).collect();
                assert_eq!(described.into_iter().min(), fewest, "most ordinary\n{}", story());
            }
            Answer::Nobody { why, by } => {
                nobody += 1;
                assert!(everybody.is_empty(), "there is {:?}\n{}", everybody.first(), story());
                let can_be = case.people().any(|p| case.possible(p) && asked.alone(&case, p));
                assert_eq!(matches!(why, Nobody::CanBe), !can_be, "whether anybody can be so\n{}", story());
                if !can_be {
                    continue;
                }
                assert_eq!(matches!(why, Nobody::NoArticle), by.is_empty(), "{}", story());
                if !asked.only_grows() {
                    continue;
                }
                let given =
                    (0..case.parts.len()).filter(|i| matches!(case.parts[*i].1, Part::Give(_) | Part::Giving(..)));
                let given: Vec<usize> = given.collect();
                let parts_of = |marks: &[Mark]| -> Vec<usize> {
                    let parts = marks.iter().map(|m| case.part_at(m.span.start).unwrap());
                    given.iter().copied().chain(parts).collect()
                };
                assert!(found(&case, &asked, Some(&parts_of(by))).is_empty(), "not excluded\n{}", story());
                for without in 0..by.len() {
                    let mut less = by.clone();
                    less.remove(without);
                    let found = found(&case, &asked, Some(&parts_of(&less)));
                    assert!(!found.is_empty(), "{:?} is not needed\n{}", by[without], story());
                }
            }
        }
    }
    assert!(somebody > cases() / 5 && nobody > cases() / 5, "{somebody} {nobody}");
}

fn things_of(things: &[&Wonder]) -> Vec<(usize, bool)> {
    let one = |w: &&Wonder| match w {
        Wonder::May(m) => Some((*m, true)),
        Wonder::Has(t) => Some((*t, false)),
        _ => None,
    };
    things.iter().filter_map(one).collect()
}

impl Slow {
    /// Where the clauses stand that do one of these things to somebody, or give it.
    fn articles_about(case: &Case, things: &[(usize, bool)], p: &Person) -> BTreeSet<u32> {
        let reach = Reach::new(case, None);
        let mut out = BTreeSet::new();
        for (index, _, clause) in case.ordered() {
            let done = things.iter().any(|(thing, measure)| match clause {
                Clause::Power(_) if *measure => {
                    case.vocabulary.kinds(*thing).any(|kind| reach.clause_permits(index, kind, p))
                }
                Clause::Give(_) if !*measure => reach.clause_entitles(index, *thing, p),
                _ => false,
            });
            if done {
                out.insert(case.starts[&index]);
            }
        }
        out
    }
}
