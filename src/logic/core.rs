//! Minimal sets: which of many things are needed for something to hold.

use std::collections::{BTreeMap, BTreeSet};

/// A smallest-by-inclusion set for which `holds` is true, found by leaving out one thing after the other.
///
/// `holds` must be true when everything is kept and must stay true when more is kept. Things earlier in the list are
/// left out first where there is a choice. Returns `None` when it is not even true with everything.
pub fn minimal<E>(count: usize, mut holds: impl FnMut(&[usize]) -> Result<bool, E>) -> Result<Option<Vec<usize>>, E> {
    let all: Vec<usize> = (0..count).collect();
    minimal_of_claims(std::slice::from_ref(&all), |_, kept| holds(kept))
}

/// The same for several claims that must hold together: a smallest set with which all of them do.
///
/// For each claim the things that can matter to it are given, in order; `holds` answers whether a claim holds when of
/// these only some are kept. What is found is the same as if every claim were asked again for every thing that is left
/// out. But a claim is asked again only when something is left out that its own reason rests on, and most rest on few:
/// so a thousand claims cost about a thousand questions, and not a thousand times a thousand.
pub fn minimal_of_claims<E>(
    matter: &[Vec<usize>],
    mut holds: impl FnMut(usize, &[usize]) -> Result<bool, E>,
) -> Result<Option<Vec<usize>>, E> {
    // What has carried one claim is tried first for the next.
    let mut common: BTreeSet<usize> = BTreeSet::new();
    let mut reasons: Vec<Vec<usize>> = Vec::with_capacity(matter.len());
    for (claim, things) in matter.iter().enumerate() {
        let first: Vec<usize> = things.iter().copied().filter(|t| common.contains(t)).collect();
        let Some(reason) = reason(things, first, |kept| holds(claim, kept))? else { return Ok(None) };
        common.extend(&reason);
        reasons.push(reason);
    }
    // Only what some claim rests on is worth asking about; all else is left out at once.
    let mut resting: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (claim, reason) in reasons.iter().enumerate() {
        reason.iter().for_each(|thing| resting.entry(*thing).or_default().push(claim));
    }
    let mut needed: Vec<usize> = Vec::new();
    while let Some((thing, claims)) = resting.pop_first() {
        let mut found: Vec<(usize, Vec<usize>)> = Vec::new();
        let mut goes = true;
        for claim in claims {
            let now = reasons.get(claim).map_or(&[][..], Vec::as_slice);
            // Its reason may have become another one since.
            if now.binary_search(&thing).is_err() {
                continue;
            }
            let rest: Vec<usize> = now.iter().copied().filter(|t| *t != thing).collect();
            // What stands before this thing and is not needed has been left out already.
            let others = matter.get(claim).into_iter().flatten().copied();
            let others: Vec<usize> =
                others.filter(|t| *t > thing || (*t < thing && needed.binary_search(t).is_ok())).collect();
            match reason(&others, rest, |kept| holds(claim, kept))? {
                Some(other) => found.push((claim, other)),
                None => {
                    goes = false;
                    break;
                }
            }
        }
        if !goes {
            needed.push(thing);
            continue;
        }
        for (claim, other) in found {
            other.iter().filter(|t| **t > thing).for_each(|t| resting.entry(*t).or_default().push(claim));
            if let Some(slot) = reasons.get_mut(claim) {
                *slot = other;
            }
        }
    }
    Ok(Some(needed))
}

/// Some of these things that suffice: those that are tried first, if they do; otherwise few of them all, the last rather
/// than the first. `None` when not even all do.
fn reason<E>(
    things: &[usize],
    first: Vec<usize>,
    mut holds: impl FnMut(&[usize]) -> Result<bool, E>,
) -> Result<Option<Vec<usize>>, E> {
    if holds(&first)? {
        return Ok(Some(first));
    }
    if !holds(things)? {
        return Ok(None);
    }
    // Leaving out fewer never leaves less than leaving out more, so several go at once: more while that goes well, fewer
    // when it does not.
    let mut kept: Vec<usize> = things.to_vec();
    let (mut at, mut step) = (0, 1);
    while at < kept.len() {
        let end = (at + step).min(kept.len());
        let mut without = kept.clone();
        without.drain(at..end);
        if holds(&without)? {
            kept = without;
            step *= 2;
        } else if end - at == 1 {
            at += 1;
            step = 1;
        } else {
            step = (end - at) / 2;
        }
    }
    Ok(Some(kept))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_only_what_is_needed() {
        let holds = |kept: &[usize]| Ok(kept.contains(&1) && (kept.contains(&0) || kept.contains(&3)));
        assert_eq!(minimal::<()>(4, holds).unwrap(), Some(vec![1, 3]));
        assert_eq!(minimal::<()>(2, |_| Ok(false)).unwrap(), None);
    }

    /// Random claims, each a few ways to hold; beside them the definition itself, one thing after the other.
    #[test]
    fn many_claims_are_carried_by_what_the_definition_says() {
        let mut random = fastrand::Rng::with_seed(20_261_124);
        for _ in 0..3_000 {
            let count = 1 + random.usize(..9);
            let claims: Vec<Vec<Vec<usize>>> = (0..1 + random.usize(..5))
                .map(|_| {
                    (0..1 + random.usize(..4)).map(|_| (0..count).filter(|_| random.u8(..3) == 0).collect()).collect()
                })
                .collect();
            let holds = |claim: usize, kept: &[usize]| {
                claims[claim].iter().any(|way: &Vec<usize>| way.iter().all(|thing| kept.contains(thing)))
            };
            let all: Vec<usize> = (0..count).collect();
            let found = minimal_of_claims::<()>(&vec![all.clone(); claims.len()], |claim, kept| Ok(holds(claim, kept)));
            let mut kept = all;
            for thing in 0..count {
                let without: Vec<usize> = kept.iter().copied().filter(|t| *t != thing).collect();
                if (0..claims.len()).all(|claim| holds(claim, &without)) {
                    kept = without;
                }
            }
            assert_eq!(found.unwrap(), Some(kept), "{claims:?}");
        }
    }

    /// A thing is asked about only where some reason rests on it, and much that is not needed goes at once.
    #[test]
    fn many_claims_cost_few_questions() {
        let count = 400;
        let matter: Vec<Vec<usize>> = vec![(0..count).collect(); count];
        let mut asked = 0;
        // Each rests on one thing that is its own and on one that it shares with others, or on the last alone.
        let needed = minimal_of_claims::<()>(&matter, |claim, kept| {
            asked += 1;
            let has = |thing: usize| kept.binary_search(&thing).is_ok();
            Ok(if claim % 2 == 0 { has(claim) && has(claim % 20) } else { has(count - 1) })
        });
        let even: Vec<usize> = (0..count).filter(|t| t % 2 == 0 || *t == count - 1).collect();
        assert_eq!(needed.unwrap(), Some(even));
        assert!(asked < 21 * count, "{asked}");
        // One claim, one needed thing among many: the others go in steps that double.
        for place in [0, 1, 200, 398, 399] {
            let mut asked = 0;
            let needed = minimal::<()>(count, |kept| {
                asked += 1;
                Ok(kept.contains(&place))
            });
            assert_eq!(needed.unwrap(), Some(vec![place]));
            assert!(asked < 40, "{place}: {asked}");
        }
    }
}
