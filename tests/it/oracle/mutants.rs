//! The mistakes that a judge is most easily made with (`decision-tables.md` §12), to be made on purpose: the random cases
//! tell each of them from the slow judge, and so from a fast one that agrees with it.

use super::generate::{ALL, Generator};
use super::seed;
use super::slow::Slow;
use std::cell::Cell;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mutant {
    /// The strict and the kind reading are exchanged.
    ReadingsExchanged,
    /// A power touches whom only the vocabulary's axioms keep from the scope.
    TouchesByAxioms,
    /// Prohibitions are counted in what touches.
    TouchesLessProhibitions,
    /// What the law says is so holds in both readings.
    OwnAxiomsBehindAll,
    /// Powers follow second faces.
    SecondFaces,
    /// A power's refusal comes before what it gives itself.
    RefusalFirst,
    /// The measure is searched, and not the safeguard.
    SearchWithoutSafeguard,
    /// Of the questions of a demand: not examined, where it is provided.
    DemandExchanged,
    /// Of the demands of a standard: provided above not examined.
    StandardExchanged,
}

const MUTANTS: [Mutant; 9] = [
    Mutant::ReadingsExchanged,
    Mutant::TouchesByAxioms,
    Mutant::TouchesLessProhibitions,
    Mutant::OwnAxiomsBehindAll,
    Mutant::SecondFaces,
    Mutant::RefusalFirst,
    Mutant::SearchWithoutSafeguard,
    Mutant::DemandExchanged,
    Mutant::StandardExchanged,
];

thread_local! {
    static AWAKE: Cell<Option<Mutant>> = const { Cell::new(None) };
}

/// Whether this mistake is to be made.
pub(super) fn awake(mutant: Mutant) -> bool {
    AWAKE.get() == Some(mutant)
}

/// For each mutant, how many of so many cases of each form get another word.
pub(super) fn told_apart(cases: u64) -> Vec<(Mutant, u64)> {
    let mut told: Vec<(Mutant, u64)> = MUTANTS.iter().map(|m| (*m, 0)).collect();
    for wanted in ALL {
        for number in 0..cases {
            let case = Generator::new(seed(), wanted, number).case();
            let right = Slow::judge(&case).verdict;
            for (mutant, count) in &mut told {
                AWAKE.set(Some(*mutant));
                *count += u64::from(Slow::judge(&case).verdict != right);
                AWAKE.set(None);
            }
        }
    }
    told
}

/// Some are told apart in one case of two thousand, so it takes minutes.
#[test]
#[ignore = "takes minutes; .ci/judges runs it"]
fn random_cases_tell_each_mutant_from_the_judge() {
    let missed: Vec<_> = told_apart(2_000).into_iter().filter(|(_, n)| *n == 0).collect();
    assert!(missed.is_empty(), "{missed:?}");
}
