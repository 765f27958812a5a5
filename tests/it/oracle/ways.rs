//! The way round a safeguard that a finding shows, walked by its person.

use super::world::{Case, Form, Person};
use iml_check::finding::{Finding, StepRole};

/// The way is one that this person can take: from a start, along arrows open to them, past no safeguard, to an end. What is
/// drawn shows it and nothing else.
pub(super) fn walked(case: &Case, finding: &Finding, witness: &[Person], story: &impl Fn() -> String) {
    let Form::Before { step, pass, .. } = &case.demands[0].form else { return };
    // A finding without a procedure has no way.
    let Some(drawn) = &finding.drawn else {
        assert!(finding.path.is_empty(), "a way that is not drawn\n{}", story());
        return;
    };
    let number = |name: &str| -> usize { name.trim_start_matches('p').parse().unwrap() };
    let is_stop = |s: usize| case.vocabulary.is_a(s, *pass);
    let is_end = |s: usize| case.vocabulary.is_a(s, *step);
    let steps: Vec<usize> = drawn.steps.iter().map(|s| number(&s.name.name)).collect();
    let mut named: Vec<usize> = case.edges.iter().flat_map(|(a, b, _)| [*a, *b]).collect();
    named.sort_unstable();
    named.dedup();
    let mut sorted = steps.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, named, "steps\n{}", story());
    for (drawn, at) in drawn.steps.iter().zip(&steps) {
        let role = match (is_stop(*at), is_end(*at)) {
            (true, _) => StepRole::Safeguard,
            (false, true) => StepRole::End,
            (false, false) => StepRole::Other,
        };
        assert_eq!(drawn.role, role, "role of p{at}\n{}", story());
    }
    let arrows: Vec<(usize, usize)> = drawn.arrows.iter().map(|a| (steps[a.from], steps[a.to])).collect();
    assert_eq!(arrows, case.edges.iter().map(|(a, b, _)| (*a, *b)).collect::<Vec<_>>(), "arrows\n{}", story());
    let start = |s: usize| s == case.edges[0].0 || !case.edges.iter().any(|(_, b, _)| *b == s);
    let path: Vec<usize> = finding.path.iter().map(|n| number(&n.name)).collect();
    let passed: Vec<usize> = drawn.steps.iter().zip(&steps).filter(|(d, _)| d.passed).map(|(_, s)| *s).collect();
    let mut taken: Vec<usize> = (0..drawn.arrows.len()).filter(|at| drawn.arrows[*at].taken).collect();
    let Some((first, last)) = path.first().zip(path.last()) else {
        // A start that is the end itself.
        assert!(taken.is_empty() && passed.is_empty(), "{}", story());
        assert!(named.iter().any(|s| start(*s) && is_end(*s) && !is_stop(*s)), "nothing to walk\n{}", story());
        return;
    };
    assert!(start(*first) && is_end(*last) && !path.iter().any(|s| is_stop(*s)), "way {path:?}\n{}", story());
    assert!(passed.iter().all(|s| path.contains(s)) && path.iter().all(|s| passed.contains(s)), "{}", story());
    for (a, b) in path.iter().zip(path.iter().skip(1)) {
        let along = taken.iter().position(|at| {
            let (from, to, when) = &case.edges[*at];
            from == a && to == b && witness.iter().all(|p| case.holds(when, p))
        });
        let at = along.unwrap_or_else(|| panic!("no arrow p{a} -> p{b}\n{}", story()));
        taken.remove(at);
    }
    assert!(taken.is_empty(), "arrows that are not taken\n{}", story());
    // Every arrow is shown where it stands, in the order of the way.
    assert_eq!(finding.because.len(), path.len() - 1, "{}", story());
}
