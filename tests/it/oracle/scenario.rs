//! Random people in scenarios: what may be done to them, what they have a right to, and the verdict for them alone.

use super::generate::{Generator, Wanted};
use super::slow::{Reach, Slow};
use super::world::{Case, NAMES, Person, safeguard};
use super::{agreed, cases, inputs, seed};
use iml_check::checker::{Checker, Input, Question};
use iml_check::judge::{Options, scenario::Found};
use iml_check::law::Date;

/// A person in the words of the language, how long a measure lasts left aside.
fn given(p: &Person) -> String {
    let facts = (0..5).map(|fact| match (fact, p.value(fact)) {
        (0..3, 1) => NAMES[fact].to_owned(),
        (0..3, _) => format!("not {}", NAMES[fact]),
        (3, v) => format!("{} v{v}", NAMES[3]),
        (_, n) => format!("{} {n}", NAMES[4]),
    });
    facts.collect::<Vec<_>>().join(", ")
}

fn lasting(case: &Case, p: &Person) -> Vec<Person> {
    (0..case.vocabulary.sizes[5]).map(|d| p.with(5, d)).filter(|p| case.possible(p)).collect()
}

#[test]
fn scenarios_agree() {
    let (mut holding, mut not) = (0, 0);
    for number in 0..cases() {
        let forms = [Wanted::Forbid, Wanted::RequireWhenever, Wanted::RequireFor, Wanted::Limit];
        let case = Generator::new(seed() ^ 31, forms[number as usize % 4], number).plain().case();
        let mut rng = fastrand::Rng::with_seed(seed() ^ 32 ^ number);
        let anybody: Vec<&Person> = case.people().collect();
        let person = *anybody[rng.usize(0..anybody.len())];
        let (measure, thing) = (rng.usize(0..5), rng.usize(0..5));
        let denied = [rng.bool(), rng.bool(), rng.bool()];
        let not_ = |denied: bool| if denied { "not " } else { "" };
        let word = ["incompatible", "not-found", "to-assess", "provided", "not-examined"][rng.usize(0..5)];
        let text = format!(
            "scenario \"s\" {{\n  given {}\n  expect {}may m{measure}\n  expect {}entitled to {}\n  \
             expect {}{word} tested\n}}\n",
            given(&person),
            not_(denied[0]),
            not_(denied[1]),
            safeguard(thing),
            if denied[2] { "no " } else { "" },
        );
        let (rules, law) = inputs(&case);
        let mut checker = Checker::new(vec![rules], false);
        let law = Input { bytes: [law.bytes, text.clone().into_bytes()].concat(), ..law };
        let read = checker.read(vec![law]);
        assert!(read.is_sound(), "{:?}\n{text}", read.mistakes);
        let data = agreed::Data(case.agreed.clone());
        let question = Question {
            state: None,
            as_of: Date::parse(&agreed::day(case.agreed.as_of)).unwrap(),
            assumed: &[],
            options: Options::default(),
            verify: true,
        };
        let outcomes = checker.scenarios(&read.order, &data, &question).unwrap().remove(0).1;
        let story =
            || format!("case {number}\n{:?}\n{}\n----\n{}\n{text}{outcomes:?}", case.agreed, case.rules, case.law);
        let people = lasting(&case, &person);
        if people.is_empty() {
            assert!(outcomes.iter().all(|o| !o.holds && o.found == Found::Nobody), "{}", story());
            continue;
        }
        let reach = Reach::new(&case, None);
        let may = people.iter().any(|p| case.vocabulary.kinds(measure).any(|kind| reach.permits(kind, p)));
        let has = people.iter().any(|p| reach.entitles(thing, p));
        // For this person alone: the worst that is found of some time that a measure lasts.
        let mut even = case.clone();
        even.agreed.even_if_not_binding = true;
        let verdict = people.iter().map(|p| Slow::of_one(&even, p)).min().unwrap();
        let expected = [may != denied[0], has != denied[1], (verdict.key() == word) != denied[2]];
        assert_eq!([0, 1, 2].map(|at| outcomes[at].holds), expected, "{verdict:?}\n{}", story());
        holding += outcomes.iter().filter(|o| o.holds).count();
        not += outcomes.iter().filter(|o| !o.holds).count();
    }
    assert!(holding > not / 4 && not > holding / 4, "{holding} {not}");
}
