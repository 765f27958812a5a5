//! What changes between two laws, against all situations tried one by one.

use super::generate::{Generator, Wanted};
use super::reading::Asked;
use super::slow::{Reach, Slow};
use super::world::{Case, Clause, Give, Part, Person, numbered};
use super::{cases, described, seed};
use iml_check::builtin::BuiltInTreaties;
use iml_check::checker::{Checker, Input, Question};
use iml_check::finding::{Change, Difference, Effect, Lasting, Role, Verdict};
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
    if !after.edges.is_empty() {
        let first = after.edges.remove(0);
        after.edges.retain(|_| random.u32(0..100) < 70);
        after.edges.insert(0, first);
    }
    after.edges.extend(other.edges.iter().filter(|_| random.u32(0..100) < 30).cloned());
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
        let forms = [
            Wanted::Forbid,
            Wanted::RequireFor,
            Wanted::RequireWhenever,
            Wanted::Define,
            Wanted::Establish,
            Wanted::Before,
        ];
        let wanted = forms[number as usize % forms.len()];
        let case = Generator::new(seed() ^ 7, wanted, number).bound().plain().case();
        let other = Generator::new(seed() ^ 11, wanted, number).bound().plain().like(&case).case();
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
                let mut above = (0..5).filter(|w| *w != kind && case.vocabulary.is_a(kind, *w));
                if let Some(change) = said(kind) {
                    assert!(above.all(|w| gained(w) != people), "m{kind} {more} is said already\n{}", story());
                    assert_eq!(change.better, Some(!more));
                    same_people(&case, change.class.as_ref().unwrap(), &people, &story);
                }
            }
        }
        let all =
            Compared { found: &found, before: &case, after: &after, story: &story, thorough: number.is_multiple_of(4) };
        all.powers_are_cited();
        all.definitions();
        all.institutions();
        all.prohibitions();
        all.steps();
        all.guarantees();
        all.lengths();
        // No change in what is permitted or given: then nothing of the kind is said.
        if case.law == after.law {
            assert!(found.is_none(), "{}", story());
        }
        // The verdict, and whether somebody is newly outside.
        let (old, new) = (Slow::judge(&case), Slow::judge(&after));
        let all = |s: &Slow| short(&s.left());
        let (was, is) = (all(&old), all(&new));
        let change = found.verdicts.first();
        let differs = old.verdict != new.verdict || was != is;
        assert_eq!(change.is_some(), differs, "verdict {:?} {:?}\n{}", old.verdict, new.verdict, story());
        if let Some(change) = change {
            assert_eq!((change.before, change.after), (old.verdict, new.verdict), "{}", story());
            let people = new.verdict != Verdict::Provided && is.difference(&was).next().is_some();
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

/// Everything that changes between two laws, by trying everybody under both.
struct Compared<'a, S: Fn() -> String> {
    found: &'a Difference,
    before: &'a Case,
    after: &'a Case,
    story: &'a S,
    /// Each length and authority on its own too, which takes long.
    thorough: bool,
}

impl<S: Fn() -> String> Compared<'_, S> {
    fn people(&self, which: impl Fn(&Person) -> bool) -> BTreeSet<Person> {
        self.before.people().filter(|p| self.before.possible(p) && which(p)).copied().collect()
    }

    /// Whom it becomes true of, or ceases to be true of, whatever a measure lasts.
    fn changed(&self, more: bool, was: impl Fn(&Person) -> bool, is: impl Fn(&Person) -> bool) -> BTreeSet<Person> {
        short(&self.people(|p| if more { is(p) && !was(p) } else { was(p) && !is(p) }))
    }

    fn said(&self, more: bool, which: impl Fn(&Effect) -> bool) -> Vec<&Change> {
        self.found.changes.iter().filter(|c| c.more == more && which(&c.effect)).collect()
    }

    /// It is said exactly if it is so of somebody, and of those people.
    fn exactly(&self, more: bool, people: &BTreeSet<Person>, which: impl Fn(&Effect) -> bool, better: Option<bool>) {
        let said = self.said(more, which);
        assert_eq!(said.len(), usize::from(!people.is_empty()), "{people:?}\n{}", (self.story)());
        for change in said {
            assert_eq!(change.better, better, "{}", (self.story)());
            same_people(self.before, change.class.as_ref().unwrap(), people, self.story);
        }
    }

    /// Where the cited clauses begin, in the earlier and the later law.
    fn cited(&self, change: &Change, role: Role) -> [BTreeSet<u32>; 2] {
        [&change.before, &change.after]
            .map(|marks| marks.iter().filter(|m| m.role == role).map(|m| m.span.start).collect())
    }

    /// A power that is newly there, or no longer: with it stand the powers of either law that reach those people.
    fn powers_are_cited(&self) {
        for change in &self.found.changes {
            let Effect::Permitted { measure } = &change.effect else { continue };
            let kind = number(&measure.name);
            let class = {
                let reaches = |case: &Case| short(&Slow::permitted(case, kind));
                let (was, is) = (reaches(self.before), reaches(self.after));
                let (from, to) = if change.more { (was, is) } else { (is, was) };
                to.difference(&from).copied().collect::<BTreeSet<_>>()
            };
            let cited = self.cited(change, Role::Power);
            for (case, cited) in [self.before, self.after].into_iter().zip(cited) {
                let reach = Reach::new(case, None);
                let powers = case.ordered().into_iter().filter(|(_, _, c)| matches!(c, Clause::Power(_)));
                let expected: BTreeSet<u32> = powers
                    .filter(|(i, ..)| {
                        let does = |p: &Person| class.contains(&p.without_duration()) && case.possible(p);
                        case.people().any(|p| does(p) && reach.clause_permits(*i, kind, p))
                    })
                    .map(|(i, ..)| case.starts[&i])
                    .collect();
                assert_eq!(cited, expected, "powers over m{kind}\n{}", (self.story)());
            }
            // The prohibitions of the law under which it may not be done.
            let (case, marks) = if change.more { (self.before, &change.before) } else { (self.after, &change.after) };
            let bans = case.ordered().into_iter().filter(|(_, _, c)| match c {
                Clause::Ban(ban) => {
                    let reached = |p: &&Person| class.contains(&p.without_duration()) && case.possible(p);
                    case.vocabulary.is_a(kind, ban.measure)
                        && case.people().filter(reached).any(|p| case.holds(&ban.guard, p))
                }
                _ => false,
            });
            let protecting = marks.iter().filter(|m| m.role == Role::Protects).count();
            assert_eq!(protecting, bans.count(), "prohibitions of m{kind}\n{}", (self.story)());
        }
    }

    fn definitions(&self) {
        let means = |case: &Case, p: &Person| {
            let own = case.ordered().into_iter().find_map(|(_, _, c)| match c {
                Clause::Define(c) => Some(c),
                _ => None,
            });
            own.map_or_else(|| case.terms[0].holds(&case.terms, p), |own| case.holds(own, p))
        };
        for more in [true, false] {
            let people = self.changed(more, |p| means(self.before, p), |p| means(self.after, p));
            self.exactly(more, &people, |e| matches!(e, Effect::Definition { .. }), None);
            for change in self.said(more, |e| matches!(e, Effect::Definition { .. })) {
                let own = |case: &Case| -> BTreeSet<u32> {
                    let all = case.ordered().into_iter().filter(|(_, _, c)| matches!(c, Clause::Define(_)));
                    all.map(|(i, ..)| case.starts[&i]).collect()
                };
                let cited = self.cited(change, Role::Definition);
                assert_eq!(cited, [own(self.before), own(self.after)], "{}", (self.story)());
            }
        }
    }

    /// The longest a measure may last for some people: more than before, or less.
    fn lengths(&self) {
        // Hours of the longest, none without a limit, for whom nothing else changes than how long.
        let longest = |case: &Case, kind: usize, people: &BTreeSet<Person>| -> Option<u8> {
            let most = case.people().filter(|p| case.possible(p) && people.contains(&p.without_duration()));
            let may = Slow::permitted(case, kind);
            most.filter(|p| may.contains(p)).map(|p| p.value(5)).max()
        };
        for change in &self.found.changes {
            let Effect::Lasting { measure, before, after } = &change.effect else { continue };
            assert_ne!(before, after, "{}", (self.story)());
            let kind = number(&measure.name);
            let (was, is) = (Slow::permitted(self.before, kind), Slow::permitted(self.after, kind));
            let (fewer, more) = if change.more { (&was, &is) } else { (&is, &was) };
            // Who may be subjected to it under both, for some time that is new, or no longer allowed.
            let everybody: BTreeSet<Person> = more.difference(fewer).copied().collect();
            let people: BTreeSet<Person> = short(&everybody).intersection(&short(fewer)).copied().collect();
            same_people(self.before, change.class.as_ref().unwrap(), &people, self.story);
            assert_eq!(change.better, Some(!change.more), "{}", (self.story)());
            // The least of the law's own limits that nobody is held beyond.
            for (case, said) in [(self.before, before), (self.after, after)] {
                let seen = longest(case, kind, &people);
                let powers =
                    case.clauses.iter().filter_map(|(_, c)| if let Clause::Power(p) = c { Some(p) } else { None });
                let limits = powers.flat_map(|p| p.limits.iter().filter_map(|(most, _)| *most));
                let least = limits.filter(|most| seen.is_none_or(|seen| seen <= *most)).min();
                let said = match said {
                    Lasting::Most(most) => Some(most.hours() as u8),
                    Lasting::Unlimited => None,
                };
                assert_eq!(said, least, "{seen:?}\n{}", (self.story)());
            }
        }
    }

    fn institutions(&self) {
        let all = |case: &Case| -> Vec<usize> {
            let own = case.ordered().into_iter();
            own.filter_map(|(_, _, c)| if let Clause::Establishes(i) = c { Some(*i) } else { None }).collect()
        };
        let (was, is) = (all(self.before), all(self.after));
        for (more, here, there) in [(true, &is, &was), (false, &was, &is)] {
            let new = here.iter().filter(|i| !there.iter().any(|o| self.before.vocabulary.is_a(*o, **i)));
            let mut expected: Vec<String> = new.map(|i| format!("i{i}")).collect();
            let changes = self.said(more, |e| matches!(e, Effect::Institution { .. }));
            assert!(changes.iter().all(|c| c.better == Some(more)), "{}", (self.story)());
            let mut said: Vec<String> = changes
                .iter()
                .filter_map(|c| match &c.effect {
                    Effect::Institution { institution } => Some(institution.name.clone()),
                    _ => None,
                })
                .collect();
            said.sort();
            expected.sort();
            assert_eq!(said, expected, "{}", (self.story)());
        }
    }

    fn prohibitions(&self) {
        let (old, new) = (Reach::new(self.before, None), Reach::new(self.after, None));
        let vocabulary = &self.before.vocabulary;
        for more in [true, false] {
            let whom = |kind: usize| {
                // Not without how long: a prohibition holds however long a measure would last.
                self.people(|p| {
                    let (was, is) = (old.prohibits(kind, p), new.prohibits(kind, p));
                    if more { is && !was } else { was && !is }
                })
            };
            let said = |kind: usize| {
                let named = |e: &Effect| matches!(e, Effect::Prohibition { measure } if number(&measure.name) == kind);
                self.said(more, named).first().copied()
            };
            for kind in 0..5 {
                let people = if vocabulary.private[kind] { whom(kind) } else { BTreeSet::new() };
                let mut wider =
                    (0..5).filter(|w| vocabulary.is_a(kind, *w) && vocabulary.private[*w] && whom(*w) == people);
                let there = if people.is_empty() { said(kind).is_some() } else { wider.any(|w| said(w).is_some()) };
                assert_eq!(there, !people.is_empty(), "m{kind} {more}\n{}", (self.story)());
                let mut above = (0..5).filter(|w| *w != kind && vocabulary.is_a(kind, *w) && vocabulary.private[*w]);
                if let Some(change) = said(kind) {
                    assert!(above.all(|w| whom(w) != people), "m{kind} {more} is said already\n{}", (self.story)());
                    assert_eq!(change.better, Some(more));
                    same_people(self.before, change.class.as_ref().unwrap(), &short(&people), self.story);
                    let bans = |case: &Case| -> BTreeSet<u32> {
                        let own = case.ordered().into_iter().filter(|(_, _, c)| match c {
                            Clause::Ban(b) => {
                                vocabulary.is_a(kind, b.measure) && people.iter().any(|p| case.holds(&b.guard, p))
                            }
                            _ => false,
                        });
                        own.map(|(i, ..)| case.starts[&i]).collect()
                    };
                    let cited = self.cited(change, Role::Protects);
                    assert_eq!(cited, [bans(self.before), bans(self.after)], "{}", (self.story)());
                }
            }
        }
    }

    fn steps(&self) {
        let (old, new) = (Reach::new(self.before, None), Reach::new(self.after, None));
        let named = |case: &Case| -> BTreeSet<usize> { case.edges.iter().flat_map(|(a, b, _)| [*a, *b]).collect() };
        let both: BTreeSet<usize> = named(self.before).intersection(&named(self.after)).copied().collect();
        for more in [true, false] {
            for step in 0..5 {
                let people = match both.contains(&step) {
                    true => self.changed(more, |p| old.steps(p).contains(&step), |p| new.steps(p).contains(&step)),
                    false => BTreeSet::new(),
                };
                let better = self.before.step_measure.then_some(!more);
                let which = |e: &Effect| matches!(e, Effect::Step { step: s } if number(&s.name) == step);
                self.exactly(more, &people, which, better);
                for change in self.said(more, which) {
                    let arrows = |case: &Case| case.edges.iter().filter(|(_, to, _)| *to == step).count();
                    let marks = (change.before.len(), change.after.len());
                    assert_eq!(marks, (arrows(self.before), arrows(self.after)), "{}", (self.story)());
                }
            }
        }
    }

    /// What is said is so; and whoever loses or gains a thing altogether is named for it, or for a wider thing or measure.
    fn guarantees(&self) {
        let (old, new) = (Reach::new(self.before, None), Reach::new(self.after, None));
        let may = |case: &Case, kind: usize| Slow::permitted(case, kind);
        let permitted: Vec<BTreeSet<Person>> =
            (0..5).map(|k| may(self.before, k).intersection(&may(self.after, k)).copied().collect()).collect();
        let change = |more: bool, asked: Asked, measure: Option<usize>| -> BTreeSet<Person> {
            match measure {
                None => self.changed(more, |p| old.entitles_within(asked, p), |p| new.entitles_within(asked, p)),
                Some(m) => {
                    let here = |p: &Person| permitted[m].contains(p);
                    let (was, is) =
                        (|p: &Person| old.comes_with(asked, m, p), |p: &Person| new.comes_with(asked, m, p));
                    short(&self.people(|p| here(p) && if more { is(p) && !was(p) } else { was(p) && !is(p) }))
                }
            }
        };
        let mut told: Vec<(bool, Asked, Option<usize>, BTreeSet<Person>)> = Vec::new();
        for found in &self.found.changes {
            let (thing, measure, within, by) = match &found.effect {
                Effect::Entitlement { thing, within, by } => (thing, None, within, by),
                Effect::Safeguard { thing, measure, within, by } => (thing, Some(number(&measure.name)), within, by),
                _ => continue,
            };
            let (thing, within) = (number(&thing.name), within.map(|w| w.hours() as u8));
            let by = by.as_ref().map(|b| number(&b.name));
            let mut people = change(found.more, (thing, within, by), measure);
            let whole = people.clone();
            if within.is_some() || by.is_some() {
                let bare = change(found.more, (thing, None, None), measure);
                people.retain(|p| !bare.contains(p));
            }
            assert!(!people.is_empty(), "{:?}\n{}", found.effect, (self.story)());
            assert_eq!(found.better, Some(found.more), "{}", (self.story)());
            same_people(self.before, found.class.as_ref().unwrap(), &people, self.story);
            let cited = self.cited(found, Role::Distinction);
            let given = [self.before, self.after].map(|case| self.giving(case, thing, measure, &people));
            assert_eq!(cited, given, "{:?}\n{}", found.effect, (self.story)());
            // Not what is said already of a wider thing or measure, or of less that is asked.
            let repeats = told.iter().find(|(m, asked, k, whom)| {
                *m == found.more
                    && *whom == whole
                    && self.wider((thing, within, by), *asked)
                    && self.wider_measure(measure, *k)
            });
            assert!(repeats.is_none(), "{:?} repeats {repeats:?}\n{}", found.effect, (self.story)());
            told.push((found.more, (thing, within, by), measure, whole));
        }
        for more in [true, false] {
            for thing in 0..5 {
                let measures = std::iter::once(None).chain((0..5).map(Some));
                for measure in measures.filter(|m| self.is_asked(thing, *m)) {
                    let terms = if self.thorough { self.terms(thing) } else { vec![(None, None)] };
                    for (within, by) in terms {
                        let people = change(more, (thing, within, by), measure);
                        let bare = change(more, (thing, None, None), measure);
                        let in_time = within.is_some() || by.is_some();
                        if people.is_empty() || in_time && people.is_subset(&bare) {
                            continue;
                        }
                        let named = told.iter().any(|(m, asked, k, whom)| {
                            let wider = self.wider((thing, within, by), *asked) && self.wider_measure(measure, *k);
                            // Of whoever gains or loses it altogether, for some time, it is not said how soon or by whom.
                            let altogether = asked.1.is_none() && asked.2.is_none() && people.is_subset(whom);
                            *m == more && wider && (*whom == people || altogether)
                        });
                        let what = (thing, within, by, measure, more);
                        assert!(named, "{what:?} {people:?}\n{}", (self.story)());
                    }
                }
            }
        }
    }

    /// Whether whoever is not given the second is not given the first: of a wider thing, in no less time, by no fewer.
    fn wider(&self, one: Asked, other: Asked) -> bool {
        self.before.vocabulary.is_a(one.0, other.0)
            && (other.1.is_none() || other.1 == one.1)
            && (other.2.is_none() || other.2 == one.2)
    }

    fn wider_measure(&self, one: Option<usize>, other: Option<usize>) -> bool {
        match (one, other) {
            (Some(one), Some(other)) => self.before.vocabulary.is_a(one, other),
            (one, other) => one == other,
        }
    }

    /// The lengths and the authorities of either law for a thing, each alone, and neither.
    fn terms(&self, thing: usize) -> Vec<(Option<u8>, Option<usize>)> {
        let mut all = vec![(None, None)];
        for case in [self.before, self.after] {
            for (_, _, clause) in case.ordered() {
                let gives: Vec<&Give> = match clause {
                    Clause::Give(give) => vec![give],
                    Clause::Power(power) => power.giving.iter().collect(),
                    _ => Vec::new(),
                };
                let of = gives.into_iter().filter(|g| case.vocabulary.is_a(g.thing, thing));
                all.extend(of.flat_map(|g| [(g.within, None), (None, g.by)]));
            }
        }
        all
    }

    /// Where a law gives such a thing to any of these people.
    fn giving(&self, case: &Case, thing: usize, measure: Option<usize>, people: &BTreeSet<Person>) -> BTreeSet<u32> {
        let words = &case.vocabulary;
        let reaches = |give: &Give| {
            let mut all = case.people().filter(|p| case.possible(p) && people.contains(&p.without_duration()));
            words.is_a(give.thing, thing) && all.any(|p| case.holds(&give.guard, p))
        };
        let mut out = BTreeSet::new();
        for (at, part) in &case.parts {
            // What a power gives is raised by its measure.
            let (give, raised) = match part {
                Part::Give(i) => match &case.clauses[*i].1 {
                    Clause::Give(give) => (give, give.whenever),
                    _ => continue,
                },
                Part::Giving(i, j) => match &case.clauses[*i].1 {
                    Clause::Power(power) => (&power.giving[*j], Some(power.measure)),
                    _ => continue,
                },
                _ => continue,
            };
            let fits = match measure {
                None => raised.is_none(),
                Some(m) => raised.is_none_or(|w| words.is_a(m, w) || words.is_a(w, m)),
            };
            if fits && reaches(give) {
                out.insert(*at);
            }
        }
        out
    }

    /// Whether either law speaks of this thing itself, with a measure or without one.
    fn is_asked(&self, thing: usize, measure: Option<usize>) -> bool {
        let mut exact = false;
        let mut fits = false;
        for case in [self.before, self.after] {
            for (_, _, clause) in case.ordered() {
                let (gives, of_power): (Vec<&Give>, bool) = match clause {
                    Clause::Give(give) => (vec![give], false),
                    Clause::Power(power) => (power.giving.iter().collect(), true),
                    _ => continue,
                };
                for give in gives {
                    exact |= give.thing == thing;
                    let raised = of_power || give.whenever.is_some();
                    fits |= case.vocabulary.is_a(give.thing, thing) && raised == measure.is_some();
                }
            }
        }
        exact && fits
    }
}

fn number(name: &str) -> usize {
    numbered(name)
}
