//! The smallest case that still shows what a case shows.

use super::agreed::Agreed;
use super::world::{Ban, Case, Clause, Cond, Conditions, Give, Power};

/// Leaves out of a case whatever can be left out, one thing after the other, for as long as `first` finds among the
/// smaller cases one that still shows it.
pub(super) fn shrink(mut case: Case, first: &dyn Fn(Vec<Case>) -> Option<Case>) -> Case {
    while let Some(less) = first(smaller(&case)) {
        case = less;
    }
    case
}

/// How much there is to a case.
fn size(case: &Case) -> usize {
    let Case { vocabulary, agreed, axioms, terms, clauses, edges, who, where_, form, .. } = case;
    let parents = (&vocabulary.parents, &vocabulary.authorities);
    let said = format!("{parents:?}{agreed:?}{axioms:?}{terms:?}{clauses:?}{edges:?}{who:?}{where_:?}{form:?}");
    // A condition that everybody meets is none.
    said.replace("Any", "").len()
}

/// The cases that are like this one but for one thing that is left out, and in which somebody can exist.
fn smaller(case: &Case) -> Vec<Case> {
    let mut out: Vec<Case> = Vec::new();
    let mut without = |change: &dyn Fn(&mut Case)| {
        let mut less = case.clone();
        change(&mut less);
        less.write();
        if size(&less) < size(case) && less.people().any(|p| less.possible(p)) {
            out.push(less);
        }
    };
    for at in 0..case.clauses.len() {
        without(&|less| drop(less.clauses.remove(at)));
    }
    for at in 0..case.edges.len() {
        without(&|less| drop(less.edges.remove(at)));
    }
    for at in 0..case.axioms.len() {
        without(&|less| drop(less.axioms.remove(at)));
    }
    for (at, (_, clause)) in case.clauses.iter().enumerate() {
        for simpler in simpler(clause) {
            without(&|less| less.clauses[at].1 = simpler.clone());
        }
    }
    for at in 0..conditions(&mut case.clone()).len() {
        for part in std::iter::once(Cond::Any).chain(parts(conditions(&mut case.clone())[at])) {
            without(&|less| *conditions(less)[at] = part.clone());
        }
    }
    for agreed in less_agreed(&case.agreed) {
        without(&|less| less.agreed = agreed.clone());
    }
    for child in 0..5 {
        without(&|less| less.vocabulary.parents[child].clear());
    }
    for child in 0..3 {
        without(&|less| less.vocabulary.authorities[child].clear());
    }
    out
}

/// What a condition is made of.
fn parts(condition: &Cond) -> Vec<Cond> {
    match condition {
        Cond::Not(part) => vec![part.as_ref().clone()],
        Cond::All(parts) | Cond::Some(parts) => parts.clone(),
        _ => Vec::new(),
    }
}

/// Every condition of a case but those of reservations.
fn conditions(case: &mut Case) -> Vec<&mut Cond> {
    let Conditions { mut rules, law, .. } = case.conditions();
    rules.extend(law);
    rules
}

/// A list without one of its parts, in every way.
fn without_one<T: Clone>(list: &[T]) -> impl Iterator<Item = Vec<T>> {
    (0..list.len()).map(|at| list.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, t)| t.clone()).collect())
}

/// A clause without one of the things it need not say.
fn simpler(clause: &Clause) -> Vec<Clause> {
    match clause {
        Clause::Power(p) => {
            let mut out = vec![
                Power { ground: None, ..p.clone() },
                Power { by: None, ..p.clone() },
                Power { over: Vec::new(), under: Vec::new(), ..p.clone() },
                Power { justified: None, ..p.clone() },
            ];
            out.extend(without_one(&p.limits).map(|limits| Power { limits, ..p.clone() }));
            out.extend(without_one(&p.giving).map(|giving| Power { giving, ..p.clone() }));
            out.into_iter().map(Clause::Power).collect()
        }
        Clause::Ban(b) => [
            Ban { only: Vec::new(), ..b.clone() },
            Ban { by: None, ..b.clone() },
            Ban { yields: Vec::new(), ..b.clone() },
        ]
        .map(Clause::Ban)
        .into(),
        Clause::Give(g) => [
            Give { whenever: None, ..g.clone() },
            Give { within: None, ..g.clone() },
            Give { by: None, ..g.clone() },
            Give { justified: None, ..g.clone() },
        ]
        .map(Clause::Give)
        .into(),
        Clause::Define(_) | Clause::Establishes(_) => Vec::new(),
    }
}

/// What a State has agreed to, less one thing.
fn less_agreed(agreed: &Agreed) -> Vec<Agreed> {
    let mut out: Vec<Agreed> = Vec::new();
    out.extend(without_one(&agreed.reservations).map(|reservations| Agreed { reservations, ..agreed.clone() }));
    if agreed.basis.len() > 1 {
        out.extend(without_one(&agreed.basis).map(|basis| Agreed { basis, ..agreed.clone() }));
    }
    for at in 0..agreed.instruments.len() {
        let mut with = |change: &dyn Fn(&mut super::agreed::Instrument)| {
            let mut less = agreed.clone();
            change(&mut less.instruments[at]);
            out.push(less);
        };
        for acts in without_one(&agreed.instruments[at].acts) {
            with(&|i| i.acts = acts.clone());
        }
        with(&|i| i.party = None);
        with(&|i| i.region = None);
        with(&|i| i.in_force = None);
        with(&|i| i.not_reservable = None);
    }
    out
}

mod tests {
    use super::super::generate::{Generator, Wanted};
    use super::super::slow::Slow;
    use super::*;
    use iml_check::finding::Verdict;

    /// Of a law in breach of a prohibition, one bare power is left; of what is asked, nothing but the measure.
    #[test]
    fn what_shows_nothing_is_left_out() {
        let breach = |case: &Case| Slow::judge(case).verdict == Verdict::Incompatible;
        let cases = (0..200).map(|number| Generator::new(7, Wanted::Forbid, number).bound().case());
        let first = |smaller: Vec<Case>| smaller.into_iter().find(breach);
        let shrunk: Vec<Case> = cases.filter(breach).map(|case| shrink(case, &first)).collect();
        assert!(shrunk.len() > 20, "{}", shrunk.len());
        for case in shrunk {
            let [(_, Clause::Power(power))] = case.clauses.as_slice() else { panic!("{}", case.law) };
            let bare = power.ground.is_none() && power.limits.is_empty() && power.giving.is_empty();
            assert!(bare && power.by.is_none() && power.justified.is_none(), "{}", case.law);
            let any = |c: &Cond| matches!(c, Cond::Any);
            assert!(any(&power.who) && any(&case.who) && any(&case.where_) && case.axioms.is_empty(), "{}", case.rules);
        }
    }
}
