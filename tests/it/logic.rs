//! The engine itself against trying every situation: random formulas with shared parts, small ones and ones that are far
//! too large to be written out.

use crate::cli::threads;
use fastrand::Rng;
use iml_check::logic::{
    Cover, Decider, Domain, FactId, FactShape, Formula, Formulas, Mask, Node, Situation, attempt, cover, departures,
    full_mask, most_ordinary,
};
use iml_check::threads::shared;
use std::collections::BTreeMap;

/// One step in building a formula, from what was built before.
enum Step {
    Value(FactId, Mask),
    Not(usize),
    All(Vec<usize>),
    Some(Vec<usize>),
}

struct World {
    formulas: Formulas,
    steps: Vec<Step>,
    built: Vec<Formula>,
    situations: Vec<Situation>,
    /// For each step, in which situations it holds.
    truth: Vec<Vec<bool>>,
}

impl World {
    fn random(rng: &mut Rng, large: bool) -> World {
        let count = rng.usize(3..6);
        let facts: Vec<FactShape> = (0..count)
            .map(|_| {
                let size = rng.u8(2..5);
                FactShape { size, usual: rng.u8(0..size) }
            })
            .collect();
        let mut situations = vec![Vec::new()];
        for fact in &facts {
            let longer = |s: &Vec<u8>| (0..fact.size).map(|v| [s.as_slice(), &[v]].concat()).collect::<Vec<_>>();
            situations = situations.iter().flat_map(longer).collect();
        }
        let situations = situations.into_iter().map(Situation::from).collect();
        let formulas = domain(facts.clone());
        let mut world = World { formulas, steps: Vec::new(), built: Vec::new(), situations, truth: Vec::new() };
        for _ in 0..rng.usize(6..12) {
            let fact = rng.usize(0..count);
            let mask = rng.u128(..) & full_mask(facts[fact].size);
            world.add(Step::Value(world.fact(fact), mask));
        }
        for _ in 0..rng.usize(6..16) {
            let known = world.steps.len();
            let some: Vec<usize> = (0..rng.usize(2..4)).map(|_| rng.usize(0..known)).collect();
            let step = match rng.u32(0..5) {
                0 => Step::Not(rng.usize(0..known)),
                1 | 2 => Step::All(some),
                _ => Step::Some(some),
            };
            world.add(step);
            // What holds always or never tells nothing.
            let holds = world.truth.last().map_or(0, |t| t.iter().filter(|t| **t).count());
            if holds == 0 || holds == world.situations.len() {
                world.steps.pop();
                world.built.pop();
                world.truth.pop();
            }
        }
        if large {
            // Each twice the one before, when written out: one of the two, and not both.
            for _ in 0..20 {
                let last = world.steps.len() - 1;
                let other = rng.usize(0..last);
                world.add(Step::Not(last));
                world.add(Step::Not(other));
                world.add(Step::All(vec![last, last + 2]));
                world.add(Step::All(vec![last + 1, other]));
                world.add(Step::Some(vec![last + 3, last + 4]));
            }
        }
        world
    }

    fn add(&mut self, step: Step) {
        let f = &mut self.formulas;
        let of = |list: &[usize]| list.iter().map(|i| self.built[*i]).collect::<Vec<_>>();
        let formula = match &step {
            Step::Value(fact, mask) => f.value(*fact, *mask),
            Step::Not(one) => f.not(self.built[*one]),
            Step::All(list) => f.all(of(list)),
            Step::Some(list) => f.some(of(list)),
        };
        let truth = (0..self.situations.len()).map(|s| match &step {
            Step::Value(fact, mask) => mask >> self.situations[s][*fact] & 1 == 1,
            Step::Not(one) => !self.truth[*one][s],
            Step::All(list) => list.iter().all(|i| self.truth[*i][s]),
            Step::Some(list) => list.iter().any(|i| self.truth[*i][s]),
        });
        let truth = truth.collect();
        self.truth.push(truth);
        self.built.push(formula);
        self.steps.push(step);
    }

    /// The situations in which all of these hold.
    fn all(&self, goal: &[usize]) -> Vec<&Situation> {
        let holds = |s: &usize| goal.iter().all(|g| self.truth[*g][*s]);
        (0..self.situations.len()).filter(holds).map(|s| &self.situations[s]).collect()
    }

    fn fact(&self, number: usize) -> FactId {
        self.formulas.domain().facts.id(number)
    }

    fn formulas_of(&self, goal: &[usize]) -> Vec<Formula> {
        goal.iter().map(|g| self.built[*g]).collect()
    }

    fn goal(&self, rng: &mut Rng) -> Vec<usize> {
        // The last steps are the deepest.
        let last = self.steps.len();
        (0..rng.usize(1..4)).map(|_| rng.usize(last.saturating_sub(8)..last)).collect()
    }
}

/// No formulas yet, of facts of these shapes.
fn domain(shapes: Vec<FactShape>) -> Formulas {
    Formulas::new(Domain { facts: std::sync::Arc::new(shapes.into()) })
}

/// The same of so many facts of one shape.
fn alike(count: usize, size: u8, usual: u8) -> (Formulas, Vec<FactId>) {
    let formulas = domain(vec![FactShape { size, usual }; count]);
    let facts = formulas.domain().facts.ids().collect();
    (formulas, facts)
}

fn deciders() -> Vec<(&'static str, Decider)> {
    let with = |change: fn(&mut Decider)| {
        let mut decider = Decider::default();
        change(&mut decider);
        decider
    };
    vec![
        ("as it is", with(|_| {})),
        ("both engines", with(|d| d.verify = true)),
        ("the second engine", with(|d| d.box_budget = 0)),
        ("the second after some steps", with(|d| d.box_budget = 3)),
        ("fact by fact", with(|d| d.person_budget = 0)),
        ("fact by fact after some steps", with(|d| d.person_budget = 6)),
    ]
}

fn one<R>(salt: u64, number: u64, check: impl FnOnce(&mut Rng, World, bool) -> R) -> R {
    let mut rng = Rng::with_seed(20_261_125 ^ salt ^ number << 8);
    let large = number.is_multiple_of(3);
    let world = World::random(&mut rng, large);
    check(&mut rng, world, large)
}

fn each(salt: u64, mut check: impl FnMut(&mut Rng, World, bool)) {
    (0..600).for_each(|number| one(salt, number, &mut check));
}

/// The same on all threads there are; beside it what came of each.
fn each_shared<R: Send>(salt: u64, check: impl Fn(&mut Rng, World, bool) -> R + Sync) -> Vec<R> {
    let numbers: Vec<u64> = (0..600).collect();
    shared(&numbers, threads(), |(), number| one(salt, *number, &check))
}

#[test]
fn formulas_hold_where_they_should() {
    let large_ones = each_shared(1, |rng, mut world, _| {
        let large = world.built.iter().any(|f| world.formulas.is_large(*f));
        for (at, formula) in world.built.iter().enumerate() {
            for (s, situation) in world.situations.iter().enumerate() {
                assert_eq!(world.formulas.holds(*formula, situation), world.truth[at][s]);
            }
        }
        // For some value of the fact, whatever it is.
        let (at, fact) = (rng.usize(0..world.built.len()), world.fact(rng.usize(0..world.situations[0].len())));
        let built = world.built[at];
        let before = world.formulas.count();
        let check = |formulas: &Formulas, exists: Formula| {
            for situation in &world.situations {
                let alike = |(s, other): (usize, &Situation)| {
                    let same = other.entries().all(|(f, value)| f == fact || *value == situation[f]);
                    same && world.truth[at][s]
                };
                let expected = world.situations.iter().enumerate().any(alike);
                assert_eq!(formulas.holds(exists, situation), expected);
            }
        };
        world.formulas.scratch(|formulas| {
            let exists = formulas.exists(built, fact);
            check(formulas, exists);
        });
        // What was made for it is forgotten; what is made then is as if it had never been.
        assert_eq!(world.formulas.count(), before);
        let again = world.formulas.exists(built, fact);
        check(&world.formulas, again);
        for (at, formula) in world.built.iter().enumerate() {
            for (s, situation) in world.situations.iter().enumerate() {
                assert_eq!(world.formulas.holds(*formula, situation), world.truth[at][s]);
            }
        }
        let contrary = world.formulas.not(world.built[at]);
        assert!(
            world.situations.iter().enumerate().all(|(s, x)| world.formulas.holds(contrary, x) != world.truth[at][s])
        );
        usize::from(large)
    });
    let large_ones: usize = large_ones.into_iter().sum();
    assert!(large_ones > 100, "{large_ones}");
}

#[test]
fn questions_are_answered_as_by_trying_everybody() {
    let yes = each_shared(2, |rng, mut world, _| {
        let mut yes = 0;
        for _ in 0..4 {
            let goal = world.goal(rng);
            let formulas = world.formulas_of(&goal);
            let fact = world.fact(rng.usize(0..world.situations[0].len()));
            let mask = rng.u128(..) & world.formulas.domain().full(fact);
            let everybody = world.all(&goal).into_iter().cloned().collect::<Vec<_>>();
            let inside: Vec<&Situation> = everybody.iter().filter(|s| mask >> s[fact] & 1 == 1).collect();
            // What stands in nearly every goal is a background, or it is not: the answers are the same.
            let background =
                rng.bool().then(|| formulas[0]).filter(|f| matches!(world.formulas.node(*f), Node::All(_)));
            if let Some(background) = background {
                world.formulas.set_background(background);
            }
            for (name, mut decider) in deciders() {
                let found = decider.find(&world.formulas, &formulas).unwrap();
                assert_eq!(found.is_none(), everybody.is_empty(), "{name}");
                assert!(found.is_none_or(|f| everybody.contains(&f)), "{name}");
                assert_eq!(decider.possible(&world.formulas, &formulas).unwrap(), !everybody.is_empty(), "{name}");
                let found = decider.find_within(&mut world.formulas, &formulas, &[(fact, mask)]).unwrap();
                assert_eq!(found.is_none(), inside.is_empty(), "{name}");
                assert!(found.is_none_or(|f| inside.contains(&&f)), "{name}");
            }
            yes += usize::from(!everybody.is_empty());
        }
        yes
    });
    let yes: usize = yes.into_iter().sum();
    let no = 4 * 600 - yes;
    assert!(yes > 300 && no > 300, "{yes} {no}");
}

#[test]
fn the_most_ordinary_is_the_most_ordinary() {
    each(3, |rng, mut world, _| {
        let goal = world.goal(rng);
        let formulas = world.formulas_of(&goal);
        let everybody = world.all(&goal).into_iter().cloned().collect::<Vec<_>>();
        let large = formulas.iter().any(|f| world.formulas.is_large(*f));
        if rng.bool() && matches!(world.formulas.node(formulas[0]), Node::All(_)) {
            world.formulas.set_background(formulas[0]);
        }
        let facts = world.formulas.facts(formulas.iter().copied());
        for (name, mut decider) in deciders() {
            let found = most_ordinary(&mut world.formulas, &formulas, &mut decider).unwrap();
            assert_eq!(found.is_none(), everybody.is_empty(), "{name}");
            let Some(found) = found else { continue };
            assert!(everybody.contains(&found), "{name}");
            let away = |s: &Situation| departures(&world.formulas, s);
            // What no formula speaks of is ordinary.
            assert!(away(&found).iter().all(|f| facts.contains(f)), "{name}");
            // Fact by fact, from the last: ordinary wherever that is still possible.
            let one_by_one = || {
                let mut left: Vec<&Situation> = everybody.iter().collect();
                facts.iter().rev().all(|fact| {
                    let usual = |s: &&Situation| s[*fact] == world.formulas.domain().usual(*fact);
                    let could = left.iter().any(usual);
                    left.retain(|s| s[*fact] == found[*fact]);
                    !could || usual(&&found)
                })
            };
            let fewest = || {
                let fewest = everybody.iter().map(|s| away(s).len()).min();
                // Of those who are as ordinary, later facts stay ordinary.
                let key = |s: &Situation| {
                    let mut differ = away(s);
                    differ.reverse();
                    differ
                };
                let alike = everybody.iter().filter(|s| Some(away(s).len()) == fewest);
                Some(away(&found).len()) == fewest && alike.map(&key).min() == Some(key(&found))
            };
            let as_defined = match (large, decider.person_budget < 60_000) {
                (true, _) => one_by_one(),
                (false, true) => one_by_one() || fewest(),
                (false, false) => fewest(),
            };
            assert!(as_defined, "{name}: {found:?}");
        }
    });
}

#[test]
fn boxes_are_the_class_and_nothing_else() {
    let (mut whole, mut several) = (0, 0);
    each(4, |rng, mut world, _| {
        let (given, class) = (rng.usize(0..world.built.len()), world.goal(rng)[0]);
        let expected = world.all(&[given, class]).into_iter().cloned().collect::<Vec<_>>();
        if expected.is_empty() {
            return;
        }
        let inside: Vec<Situation> = world.all(&[given]).into_iter().cloned().collect();
        match rng.u32(0..3) {
            0 => world.formulas.set_background(world.built[given]),
            // What is in the background need not be what is given.
            1 => world.formulas.set_background(world.built[world.built.len() - 1]),
            _ => {}
        }
        let most = [1, 2, 3, 24, rng.usize(1..25)][rng.usize(0..5)];
        let before = world.formulas.count();
        let found =
            cover(&mut world.formulas, world.built[given], world.built[class], None, most, &mut Decider::default());
        let Cover { cubes, nearest, complete } = found.unwrap();
        assert_eq!(world.formulas.count(), before, "what was made on the way is forgotten");
        let nearest = nearest.expect("somebody is in the class");
        let lies = |s: &Situation, cube: &iml_check::logic::Cube| {
            s.entries().all(|(f, value)| cube.mask(f).is_none_or(|mask| mask >> value & 1 == 1))
        };
        for cube in cubes.iter().chain([&nearest]) {
            assert!(inside.iter().all(|s| !lies(s, cube) || expected.contains(s)), "{cube:?}");
            assert!(expected.iter().any(|s| lies(s, cube)), "a box with nobody in it: {cube:?}");
            // No value more can be had of any fact.
            for (fact, mask) in &cube.values {
                let full = world.formulas.domain().full(*fact);
                let mut wider = cube.clone();
                wider.values.retain(|(f, _)| f != fact);
                let others = inside.iter().filter(|s| lies(s, &wider) && !expected.contains(s));
                let outside = others.fold(0, |all: Mask, s| all | 1 << s[*fact]);
                assert_ne!(*mask, full, "{cube:?}");
                assert_ne!(outside, 0, "a fact that does not matter: {cube:?}");
            }
        }
        let covered = expected.iter().all(|s| cubes.iter().any(|c| lies(s, c)));
        assert!(!complete || covered, "{cubes:?}");
        // Who wants one box is not told whether it is all.
        assert_eq!(complete, covered && most > 1, "{cubes:?}");
        assert!(cubes.len() <= most, "{cubes:?}");
        let fewest = expected.iter().map(|s| departures(&world.formulas, s).len()).min();
        let near = expected.iter().filter(|s| lies(s, &nearest)).map(|s| departures(&world.formulas, s).len()).min();
        // Of what is large the most ordinary is found fact by fact, and need not be the one with the fewest departures.
        let large = [given, class].iter().any(|at| world.formulas.is_large(world.built[*at]));
        assert!(near == fewest || large && near.is_some(), "{nearest:?}");
        // None of them is covered by the others.
        for at in 0..cubes.len() {
            let alone = expected
                .iter()
                .any(|s| lies(s, &cubes[at]) && !cubes.iter().enumerate().any(|(other, c)| other != at && lies(s, c)));
            assert!(alone, "needless: {:?} of {cubes:?}", cubes[at]);
        }
        whole += usize::from(complete);
        several += usize::from(cubes.len() > 1);
    });
    assert!(whole > 200 && several > 50, "{whole} {several}");
}

#[test]
fn what_is_no_condition_is_none() {
    let (mut formulas, f) = alike(70, 3, 1);
    assert_eq!((formulas.all([]), formulas.some([])), (formulas.yes(), formulas.no()));
    let [first, last] = [formulas.value(f[0], 1), formulas.value(f[69], 0b110)];
    assert_eq!(formulas.value(f[0], 0b111), formulas.yes());
    assert_eq!(formulas.value(f[0], 0), formulas.no());
    let both = formulas.all([first, last]);
    assert_eq!(formulas.facts([both]), [f[0], f[69]]);
    assert!(formulas.speaks_of(both, f[69]) && !formulas.speaks_of(both, f[68]) && !formulas.speaks_of(first, f[69]));
    // Of a fact it does not speak of nothing is fixed, nor of another than that.
    assert_eq!(formulas.given(both, f[5], 0b1), both);
    assert_eq!(formulas.given(both, f[69], 0b100), first);
    assert_eq!(formulas.given(both, f[69], 0b1), formulas.no());
    for (why, words) in [
        (iml_check::logic::Undecided::Budget, "undecided: the budget was used up"),
        (iml_check::logic::Undecided::Run, "undecided: the steps of the run were used up"),
        (iml_check::logic::Undecided::Disagreement, "undecided: two engines disagree"),
    ] {
        assert_eq!(why.to_string(), words);
    }
}

/// Of a formula that no machine could write out, each part is looked at once.
#[test]
fn far_too_large_to_be_written_out_is_decided_at_once() {
    let (mut formulas, facts) = alike(6, 2, 0);
    // Whether an odd number of many facts hold, the same six over and over: each twice as large as the one before.
    let mut odd = formulas.no();
    for at in 0..66 {
        let fact = formulas.value(facts[at % 6], 0b10);
        let (not_odd, not) = (formulas.not(odd), formulas.not(fact));
        let ways = [formulas.all([odd, not]), formulas.all([not_odd, fact])];
        odd = formulas.some(ways);
    }
    assert!(formulas.size(odd) > 1 << 50, "{}", formulas.size(odd));
    for (_, mut decider) in deciders() {
        let person = most_ordinary(&mut formulas, &[odd], &mut decider).unwrap().unwrap();
        assert!(formulas.holds(odd, &person));
        assert_eq!(person.iter().sum::<u8>() % 2, 1, "{person:?}");
        let even = formulas.not(odd);
        assert!(formulas.holds(even, &vec![0; 6].into()) && !formulas.holds(even, &person));
    }
    // Alike the two before, or both unlike, over and over: nothing can be left out by looking at a part.
    let first = [formulas.value(facts[0], 0b10), formulas.value(facts[1], 0b10)];
    let mut chain = first.to_vec();
    for at in 0..58 {
        let [one, other] = [chain[at], chain[at + 1]];
        let (not_one, not_other) = (formulas.not(one), formulas.not(other));
        let ways = [formulas.all([one, other]), formulas.all([not_one, not_other])];
        let next = formulas.some(ways);
        chain.push(next);
    }
    for person in [[0, 0], [0, 1], [1, 0], [1, 1]] {
        let mut truth = vec![person[0] == 1, person[1] == 1];
        (0..58).for_each(|at| truth.push(truth[at] == truth[at + 1]));
        let situation = Situation::from(vec![person[0], person[1], 0, 0, 0, 0]);
        let not = formulas.not(chain[59]);
        assert!(formulas.is_large(chain[59]));
        assert_eq!(formulas.holds(chain[59], &situation), truth[59]);
        assert_eq!(formulas.holds(not, &situation), !truth[59]);
    }
}

/// How much work the engine makes of random questions. The numbers are no promise; they are here so that a change which
/// makes it work more, and answers the same, is seen.
#[test]
fn the_work_that_is_done() {
    let mut within = BTreeMap::new();
    let (mut boxes, mut whole, mut asked) = (0, 0, 0);
    let decided = |within: &mut BTreeMap<(&str, u64), usize>, world: &World, goal: &[Formula], name| {
        for budget in [0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 64] {
            // The boxes alone: the other engine has no budget.
            let mut decider = Decider::default();
            (decider.box_budget, decider.sat_budget) = (budget, 0);
            *within.entry((name, budget)).or_default() += usize::from(decider.find(&world.formulas, goal).is_ok());
        }
    };
    each(5, |rng, mut world, large| {
        if large {
            return;
        }
        let goals: Vec<Vec<Formula>> = (0..4).map(|_| world.formulas_of(&world.goal(rng))).collect();
        for goal in &goals {
            asked += 1;
            decided(&mut within, &world, goal, "plain");
        }
        // A long condition in which the most is to be gained by looking at the right part.
        let parts: Vec<Formula> = goals.iter().flatten().copied().filter(|f| *f != world.formulas.no()).collect();
        let choices = world.formulas.all(parts);
        decided(&mut within, &world, &[choices], "all");
        if let Some(background) =
            goals.iter().flatten().find(|f| matches!(world.formulas.node(**f), Node::All(p) if p.len() > 2))
        {
            world.formulas.set_background(*background);
            for goal in &goals {
                decided(&mut within, &world, &[goal.as_slice(), &[*background]].concat(), "background");
            }
        }
        let class = world.formulas.some(goals.iter().filter_map(|g| g.first().copied()));
        let given = world.formulas.yes();
        if world.formulas.is_large(class) || class == world.formulas.no() {
            return;
        }
        let found = cover(&mut world.formulas, given, class, None, 24, &mut Decider::default()).unwrap();
        boxes += found.cubes.len();
        whole += usize::from(found.complete);
    });
    // Where much has to be chosen: three ways each, few of which go together, among facts far apart.
    for number in 0..60 {
        let mut rng = Rng::with_seed(20_261_126 ^ number);
        let (mut formulas, facts) = alike(72, 3, 0);
        let ways = |rng: &mut Rng, formulas: &mut Formulas| {
            let one = (0..3).map(|_| formulas.value(facts[56 + rng.u32(0..14) as usize], 1 << rng.u32(0..3)));
            let one = one.collect::<Vec<_>>();
            formulas.some(one)
        };
        let parts: Vec<Formula> = (0..8 + number as usize / 2).map(|_| ways(&mut rng, &mut formulas)).collect();
        let dense = formulas.all(parts);
        for budget in [30, 60, 90, 120, 180, 240, 480, 960, 4_000] {
            let mut decider = Decider::default();
            (decider.box_budget, decider.sat_budget) = (budget, 0);
            let answer = decider.find(&formulas, &[dense]);
            *within.entry(("dense", budget)).or_default() += usize::from(answer.is_ok());
        }
        let given = formulas.yes();
        let found = cover(&mut formulas, given, dense, None, 24, &mut Decider::default()).unwrap();
        boxes += found.cubes.len();
        whole += usize::from(found.complete);
    }
    let mut lines = format!("{asked} questions; of classes {boxes} boxes, {whole} whole\n");
    for ((name, budget), decided) in within {
        lines += &format!("{name}: {decided} decided within {budget} steps\n");
    }
    insta::assert_snapshot!(lines);
}

/// What a piece of code does, if it does not stop; what it says when it does.
fn stopped<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(work))
        .map_err(|cause| cause.downcast_ref::<String>().cloned().unwrap_or_default())
}

const NOT_THERE: &str = "a formula is used that is not there: it was forgotten, or is of other formulas";

/// A handle that has outlived its formula stops, whatever has come in its place, and however it is used.
#[test]
fn what_is_forgotten_stops() {
    let (mut formulas, f) = alike(6, 2, 0);
    let first = formulas.value(f[0], 0b10);
    let mut kept = first;
    let mut leaked = first;
    formulas.scratch(|formulas| {
        let second = formulas.value(f[1], 0b10);
        kept = formulas.all([first, second]);
        formulas.keep(kept);
        let third = formulas.value(f[2], 0b10);
        leaked = formulas.some([kept, third]);
    });
    assert!(formulas.holds(kept, &vec![1, 1, 0, 0, 0, 0].into()), "what is kept stays");
    assert_eq!(formulas.count(), 5, "two constants, and what was kept with its parts");
    let one = formulas.value(f[3], 0b10);
    let in_its_place = formulas.some([one, first]);
    assert_ne!(leaked, in_its_place);
    let everybody: Situation = vec![1; 6].into();
    assert!(formulas.holds(in_its_place, &everybody));
    assert_eq!(stopped(|| formulas.holds(leaked, &everybody)), Err(NOT_THERE.to_owned()));
    assert_eq!(stopped(|| formulas.size(leaked)), Err(NOT_THERE.to_owned()));
    assert_eq!(stopped(|| formulas.facts([leaked])), Err(NOT_THERE.to_owned()));
    assert_eq!(stopped(|| formulas.node(leaked).clone()), Err(NOT_THERE.to_owned()));
    assert_eq!(stopped(|| Decider::default().possible(&formulas, &[leaked])), Err(NOT_THERE.to_owned()));
    for work in [
        |f: &mut Formulas, leaked| f.not(leaked),
        |f: &mut Formulas, leaked| f.all([leaked]),
        |f: &mut Formulas, leaked| f.some([leaked]),
        |f: &mut Formulas, leaked| f.implies(f.yes(), leaked),
        |f: &mut Formulas, leaked| f.exists(leaked, f.domain().facts.id(0)),
        |f: &mut Formulas, leaked| f.given(leaked, f.domain().facts.id(0), 1),
        |f: &mut Formulas, leaked| f.rename(leaked, &Default::default(), &mut Default::default()),
    ] {
        let mut again = formulas.clone();
        assert_eq!(stopped(|| work(&mut again, leaked)), Err(NOT_THERE.to_owned()));
    }
}

/// What other formulas made stops, be it of the same place and the same meaning: only a copy knows what was there when it
/// was made, and the constants are everywhere.
#[test]
fn what_others_made_stops() {
    let (mut one, f) = alike(4, 2, 0);
    let (mut other, _) = alike(4, 2, 0);
    let (a, b) = (one.value(f[0], 0b10), other.value(f[0], 0b10));
    assert_ne!(a, b);
    let nobody: Situation = vec![0; 4].into();
    assert_eq!(stopped(|| other.holds(a, &nobody)), Err(NOT_THERE.to_owned()));
    assert_eq!(stopped(|| one.holds(b, &nobody)), Err(NOT_THERE.to_owned()));
    let mut copy = one.clone();
    assert!(!copy.holds(a, &nobody));
    let (since, in_copy) = (one.value(f[1], 0b10), copy.value(f[1], 0b10));
    assert_eq!(stopped(|| copy.holds(since, &nobody)), Err(NOT_THERE.to_owned()));
    assert_eq!(stopped(|| one.holds(in_copy, &nobody)), Err(NOT_THERE.to_owned()));
    assert_eq!((one.yes(), one.no()), (other.yes(), copy.no()));
    assert!(other.holds(one.yes(), &nobody) && !other.holds(one.no(), &nobody));
}

#[test]
fn an_attempt_leaves_nothing_unless_it_comes_to_something() {
    let (mut formulas, f) = alike(4, 2, 0);
    let before = formulas.count();
    let found = attempt(&mut formulas, |formulas| {
        let some = formulas.value(f[0], 0b10);
        Ok::<_, ()>(Some(some).filter(|_| false))
    });
    assert_eq!((found, formulas.count()), (Ok(None), before));
    let found = attempt(&mut formulas, |formulas| Ok::<_, ()>(Some(formulas.value(f[0], 0b10))));
    let found = found.unwrap().unwrap();
    assert!(formulas.holds(found, &vec![1, 0, 0, 0].into()));
}

/// A situation that lacks a fact, a fact that no list has: it stops, and is not taken for *no*.
#[test]
fn a_fact_that_is_not_there_stops() {
    let (mut formulas, f) = alike(4, 2, 0);
    let last = formulas.value(f[3], 0b10);
    let said = "an identifier is read in the list that made it".to_owned();
    assert_eq!(stopped(|| formulas.holds(last, &vec![0, 0].into())), Err(said.clone()));
    let (mut fewer, _) = alike(2, 2, 0);
    assert_eq!(stopped(|| fewer.value(f[3], 0b10)), Err(said));
}
