//! What changes between two laws, against all situations tried one by one.

use super::generate::{Generator, Wanted};
use super::slow::Slow;
use super::world::{Case, Clause, Person};
use super::{cases, described, seed};
use iml_check::builtin::BuiltInTreaties;
use iml_check::checker::{Checker, Input, Question};
use iml_check::finding::{Difference, Effect, Verdict};
use iml_check::judge::Options;
use iml_check::law::Date;
use std::collections::BTreeSet;

/// A later version of a law: some clauses are gone, some of another law have come.
fn later(case: &Case, other: &Case, random: &mut fastrand::Rng) -> Case {
    let mut after = case.clone();
    after.clauses.retain(|_| random.u32(0..100) < 60);
    let defines = |c: &Case| c.clauses.iter().any(|(_, c)| matches!(c, Clause::Define(_)));
    // What a clause refers to must be there: the first article always is.
    let articles: BTreeSet<usize> = case.clauses.iter().map(|(n, _)| *n).collect();
    for (number, clause) in &other.clauses {
        let twice = matches!(clause, Clause::Define(_)) && defines(&after);
        if random.u32(0..100) < 40 && !twice && articles.contains(number) {
            after.clauses.push((*number, clause.clone()));
        }
    }
    for number in articles {
        if !after.clauses.iter().any(|(n, _)| *n == number) {
            after.clauses.push((number, Clause::Establishes(4)));
        }
    }
    after.clauses.sort_by_key(|(n, _)| *n);
    after.write();
    after
}

fn difference(before: &Case, after: &Case) -> Option<Difference> {
    let input = |name: &str, text: &str| Input { name: name.into(), bytes: text.as_bytes().to_vec() };
    let mut checker = Checker::new(vec![input("rules.iml", &before.rules)], false);
    let old = checker.read(vec![input("old.pol", &before.law)]);
    let new = checker.read_later(&old.order, vec![input("new.pol", &after.law)]);
    // References to articles that are in neither version are mistakes of the generator.
    if !old.is_sound() || !new.is_sound() {
        return None;
    }
    let question = Question {
        state: None,
        as_of: Date::parse("2026-01-01").unwrap(),
        assumed: &["X".to_owned()],
        options: Options { all_standards: true, ..Options::default() },
        verify: true,
    };
    Some(checker.difference(&old.order, &new.order, &BuiltInTreaties, &question).unwrap())
}

fn short(people: &BTreeSet<Person>) -> BTreeSet<Person> {
    people.iter().map(Person::without_duration).collect()
}

#[test]
fn difference_agrees() {
    let mut compared = 0;
    for number in 0..cases() {
        let wanted = [Wanted::Forbid, Wanted::RequireFor, Wanted::RequireWhenever][number as usize % 3];
        let case = Generator::new(seed() ^ 7, wanted, number).bound().case();
        let other = Generator::new(seed() ^ 11, wanted, number).bound().like(&case).case();
        let mut random = fastrand::Rng::with_seed(seed() ^ number);
        let after = later(&case, &other, &mut random);
        let Some(found) = difference(&case, &after) else { continue };
        compared += 1;
        let story = || {
            format!(
                "case {number}\n---- rules\n{}\n---- before\n{}\n---- after\n{}\n---- found\n{:#?}",
                case.rules, case.law, after.law, found.changes
            )
        };
        let name = |letter: char, at: usize| format!("{letter}{at}");
        // Who may be subjected to what, newly or no longer: said exactly when it is so, of exactly those people.
        for more in [true, false] {
            let gained = |kind: usize| -> BTreeSet<Person> {
                let (was, is) = (short(&Slow::permitted(&case, kind)), short(&Slow::permitted(&after, kind)));
                if more { is.difference(&was).copied().collect() } else { was.difference(&is).copied().collect() }
            };
            let said = |kind: usize| {
                found.changes.iter().find(|c| {
                    c.more == more
                        && matches!(&c.effect, Effect::Permitted { measure } if measure.name == name('m', kind))
                })
            };
            for kind in 0..5 {
                let people = gained(kind);
                let wider = (0..5).filter(|w| case.vocabulary.is_a(kind, *w) && gained(*w) == people).find_map(said);
                assert_eq!(wider.is_some(), !people.is_empty(), "m{kind} more {more}\n{}", story());
                if let Some(change) = said(kind) {
                    assert_eq!(change.better, Some(!more));
                    same_people(&case, change.class.as_ref().unwrap(), &people, &story);
                }
            }
            let entitled = |thing: usize| -> BTreeSet<Person> {
                let (was, is) = (Slow::entitled(&case, thing), Slow::entitled(&after, thing));
                let (from, to) = if more { (was, is) } else { (is, was) };
                short(&to.difference(&from).copied().collect())
            };
            for thing in 0..5 {
                let letter = if case.services() { 'v' } else { 's' };
                for change in &found.changes {
                    let Effect::Entitlement { thing: named, within: None, by: None } = &change.effect else { continue };
                    if named.name == name(letter, thing) && change.more == more {
                        same_people(&case, change.class.as_ref().unwrap(), &entitled(thing), &story);
                    }
                }
            }
        }
        // No change in what is permitted or given: then nothing of the kind is said.
        if case.law == after.law {
            assert!(found.is_none(), "{}", story());
        }
        // The verdict, and whether somebody is newly outside.
        let (old, new) = (Slow::judge(&case), Slow::judge(&after));
        let all = |s: &Slow| short(&s.findings.iter().flatten().copied().collect());
        let (was, is) = (all(&old), all(&new));
        let change = found.verdicts.first();
        let differs = old.verdict != new.verdict || was != is;
        assert_eq!(change.is_some(), differs, "verdict {:?} {:?}\n{}", old.verdict, new.verdict, story());
        if let Some(change) = change {
            assert_eq!((change.before, change.after), (old.verdict, new.verdict), "{}", story());
            let people = new.verdict != Verdict::Met && is.difference(&was).next().is_some();
            assert_eq!(change.newly.is_some(), people, "newly\n{}", story());
        }
    }
    assert!(compared * 2 > cases(), "only {compared} could be compared");
}

fn same_people(case: &Case, said: &iml_check::finding::People, people: &BTreeSet<Person>, story: &impl Fn() -> String) {
    if !said.exact {
        return;
    }
    for person in case.people().filter(|p| case.possible(p)) {
        // Somebody is concerned, whatever the duration, when some duration that can be concerns them.
        let is = described(case, said, person);
        assert_eq!(is, people.contains(&person.without_duration()), "{said:?} {person:?}\n{}", story());
    }
}
