//! The smallest case that still shows what a case shows.

use super::agreed::Agreed;
use super::world::{BY_REASON, Ban, Case, Clause, Cond, Conditions, Give, Power, Refuse};

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
    let Case {
        vocabulary, agreed, axioms, terms, laws, articles, clauses, edges, own, searches, demands, marked, ..
    } = case;
    let words = (&vocabulary.parents, &vocabulary.authorities, &vocabulary.establishes, &vocabulary.serves);
    let more = (
        &vocabulary.in_full,
        &vocabulary.reason,
        &vocabulary.may_be,
        &vocabulary.same,
        &vocabulary.deciding,
        &vocabulary.ends,
        &vocabulary.stands_for,
    );
    let read = format!("{laws:?}{articles:?}{own:?}{searches:?}{marked:?}").replace("false", "");
    let said = format!("{words:?}{more:?}{agreed:?}{axioms:?}{terms:?}{clauses:?}{edges:?}{demands:?}{read}");
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
        let somebody = less.people().any(|p| less.possible(p));
        if size(&less) < size(case) && somebody && less.searches.iter().all(|s| !s.things.is_empty()) {
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
    for at in 0..case.own.len() {
        without(&|less| drop(less.own.remove(at)));
    }
    for at in 0..case.searches.len() {
        without(&|less| drop(less.searches.remove(at)));
        for thing in 0..case.searches[at].things.len() {
            without(&|less| {
                less.searches[at].things.remove(thing);
            });
        }
    }
    if case.demands.len() > 1 {
        for at in 0..case.demands.len() {
            without(&|less| drop(less.demands.remove(at)));
        }
    }
    for at in 0..case.demands.len() {
        without(&|less| less.demands[at].weighed = false);
    }
    for number in case.articles.keys() {
        without(&|less| less.articles.get_mut(number).unwrap().unseen = false);
        without(&|less| less.articles.get_mut(number).unwrap().from = None);
        without(&|less| less.articles.get_mut(number).unwrap().until = None);
        if case.articles[number].standing != super::world::Standing::Encoded {
            without(&|less| {
                less.articles.remove(number);
            });
        }
    }
    for at in 0..case.laws.len() {
        without(&|less| less.laws[at].excerpt = false);
        without(&|less| less.laws[at].lacks = false);
        without(&|less| less.laws[at].governs = [false; 2]);
        without(&|less| less.laws[at].exhaustive = [false; 2]);
    }
    if case.laws.len() > 1 {
        without(&|less| {
            less.laws.truncate(1);
            less.laws[0].rank = None;
            less.laws[0].adopted = None;
            less.articles.values_mut().for_each(|a| a.law = 0);
        });
    }
    without(&|less| less.marked.laid_down_by_law = false);
    without(&|less| less.marked.duty_to_legislate = false);
    without(&|less| less.marked.requires_weighing = false);
    without(&|less| less.vocabulary.establishes = None);
    without(&|less| less.vocabulary.serves = None);
    without(&|less| less.vocabulary.in_full = None);
    without(&|less| {
        less.vocabulary.reason = None;
        less.demands.iter_mut().for_each(|d| d.reason = false);
    });
    without(&|less| less.vocabulary.may_be = None);
    without(&|less| less.vocabulary.same = None);
    without(&|less| less.vocabulary.deciding = None);
    without(&|less| less.vocabulary.ends = None);
    without(&|less| less.vocabulary.stands_for = None);
    for agreed in less_agreed(&case.agreed) {
        without(&|less| less.agreed = agreed.clone());
    }
    for child in 0..5 {
        // What is another for a reason is a kind of it.
        if child == BY_REASON && case.vocabulary.reason.is_some() {
            continue;
        }
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
                Power { read: None, ..p.clone() },
                Power { is_final: false, ..p.clone() },
                Power { by: None, ..p.clone() },
                Power { over: Vec::new(), under: Vec::new(), ..p.clone() },
                Power { justified: None, ..p.clone() },
            ];
            out.extend(without_one(&p.limits).map(|limits| Power { limits, ..p.clone() }));
            out.extend(without_one(&p.giving).map(|giving| Power { giving, ..p.clone() }));
            out.extend(without_one(&p.without).map(|without| Power { without, ..p.clone() }));
            out.into_iter().map(Clause::Power).collect()
        }
        Clause::Ban(b) => [
            Ban { only: Vec::new(), ..b.clone() },
            Ban { by: None, ..b.clone() },
            Ban { yields: Vec::new(), over: Vec::new(), ..b.clone() },
        ]
        .map(Clause::Ban)
        .into(),
        Clause::Give(g) => [
            Give { whenever: None, ..g.clone() },
            Give { within: None, ..g.clone() },
            Give { by: None, ..g.clone() },
            Give { justified: None, ..g.clone() },
            Give { over: Vec::new(), yields: Vec::new(), ..g.clone() },
        ]
        .map(Clause::Give)
        .into(),
        Clause::Refuse(r) => [
            Refuse { whenever: None, ..r.clone() },
            Refuse { by: None, ..r.clone() },
            Refuse { only: Vec::new(), ..r.clone() },
            Refuse { over: Vec::new(), yields: Vec::new(), ..r.clone() },
        ]
        .map(Clause::Refuse)
        .into(),
        Clause::Define(_) | Clause::Establishes(_) | Clause::Principle(..) | Clause::Saving(..) => Vec::new(),
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
        let cases = (0..200).map(|number| Generator::new(7, Wanted::Forbid, number).bound().plain().case());
        let first = |smaller: Vec<Case>| smaller.into_iter().find(breach);
        let shrunk: Vec<Case> = cases.filter(breach).map(|case| shrink(case, &first)).collect();
        assert!(shrunk.len() > 20, "{}", shrunk.len());
        for case in shrunk {
            let [(_, Clause::Power(power))] = case.clauses.as_slice() else { panic!("{}", case.law) };
            let bare = power.ground.is_none() && power.limits.is_empty() && power.giving.is_empty();
            assert!(bare && power.by.is_none() && power.justified.is_none(), "{}", case.law);
            let any = |c: &Cond| matches!(c, Cond::Any);
            assert!(
                any(&power.who)
                    && any(&case.demands[0].who)
                    && any(&case.demands[0].where_)
                    && case.axioms.iter().all(any),
                "{}",
                case.rules
            );
        }
    }
}
