//! Minimal sets: which of many things are needed for something to hold.

use crate::ids::{Id, IdVec};
use std::collections::{BTreeMap, BTreeSet};

/// A single claim.
enum Only {}

/// A smallest-by-inclusion set for which `holds` is true, found by leaving out one thing after the other.
///
/// `holds` must be true when everything is kept and must stay true when more is kept. Things earlier in the list are
/// left out first where there is a choice. Returns `None` when it is not even true with everything.
pub fn minimal<T, V, E>(
    things: &IdVec<T, V>,
    mut holds: impl FnMut(&[Id<T>]) -> Result<bool, E>,
) -> Result<Option<Vec<Id<T>>>, E> {
    let claim: IdVec<Only, Vec<Id<T>>> = IdVec::from(vec![things.ids().collect()]);
    minimal_of_claims(&claim, |_, kept| holds(kept))
}

/// The same for several claims that must hold together: a smallest set with which all of them do.
///
/// For each claim the things that can matter to it are given, in order; `holds` answers whether a claim holds when of
/// these only some are kept. What is found is the same as if every claim were asked again for every thing that is left
/// out. But a claim is asked again only when something is left out that its own reason rests on, and most rest on few:
/// so a thousand claims cost about a thousand questions, and not a thousand times a thousand.
pub fn minimal_of_claims<C, T, E>(
    matter: &IdVec<C, Vec<Id<T>>>,
    mut holds: impl FnMut(Id<C>, &[Id<T>]) -> Result<bool, E>,
) -> Result<Option<Vec<Id<T>>>, E> {
    // What has carried one claim is tried first for the next.
    let mut common: BTreeSet<Id<T>> = BTreeSet::new();
    let mut reasons: IdVec<C, Vec<Id<T>>> = IdVec::new();
    for (claim, things) in matter.entries() {
        let first: Vec<Id<T>> = things.iter().copied().filter(|t| common.contains(t)).collect();
        let Some(reason) = reason(things, first, |kept| holds(claim, kept))? else { return Ok(None) };
        common.extend(&reason);
        reasons.push(reason);
    }
    // Only what some claim rests on is worth asking about; all else is left out at once.
    let mut resting: BTreeMap<Id<T>, Vec<Id<C>>> = BTreeMap::new();
    for (claim, reason) in reasons.entries() {
        reason.iter().for_each(|thing| resting.entry(*thing).or_default().push(claim));
    }
    let mut needed: Vec<Id<T>> = Vec::new();
    while let Some((thing, claims)) = resting.pop_first() {
        let mut found: Vec<(Id<C>, Vec<Id<T>>)> = Vec::new();
        let mut goes = true;
        for claim in claims {
            let now = &reasons[claim];
            // Its reason may have become another one since.
            if now.binary_search(&thing).is_err() {
                continue;
            }
            let rest: Vec<Id<T>> = now.iter().copied().filter(|t| *t != thing).collect();
            // What stands before this thing and is not needed has been left out already.
            let others = matter[claim].iter().copied();
            let others: Vec<Id<T>> =
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
            reasons[claim] = other;
        }
    }
    Ok(Some(needed))
}

/// Some of these things that suffice: those that are tried first, if they do; otherwise few of them all, the last rather
/// than the first. `None` when not even all do.
fn reason<T, E>(
    things: &[Id<T>],
    first: Vec<Id<T>>,
    mut holds: impl FnMut(&[Id<T>]) -> Result<bool, E>,
) -> Result<Option<Vec<Id<T>>>, E> {
    if holds(&first)? {
        return Ok(Some(first));
    }
    if !holds(things)? {
        return Ok(None);
    }
    // Leaving out fewer never leaves less than leaving out more, so several go at once: more while that goes well, fewer
    // when it does not.
    let mut kept: Vec<Id<T>> = things.to_vec();
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

    /// So many things, and how to know them by their numbers.
    fn things(count: usize) -> IdVec<u8, ()> {
        IdVec::from(vec![(); count])
    }

    fn numbers(ids: Option<Vec<Id<u8>>>) -> Option<Vec<usize>> {
        ids.map(|ids| ids.into_iter().map(Id::place).collect())
    }

    #[test]
    fn keeps_only_what_is_needed() {
        let four = things(4);
        let holds = |kept: &[Id<u8>]| {
            let has = |place| kept.contains(&four.id(place));
            Ok(has(1) && (has(0) || has(3)))
        };
        assert_eq!(numbers(minimal::<_, _, ()>(&four, holds).unwrap()), Some(vec![1, 3]));
        assert_eq!(minimal::<_, _, ()>(&four, |_| Ok(false)).unwrap(), None);
    }

    /// Random claims, each a few ways to hold; beside them the definition itself, one thing after the other.
    #[test]
    fn many_claims_are_carried_by_what_the_definition_says() {
        let mut random = fastrand::Rng::with_seed(20_261_124);
        for _ in 0..3_000 {
            let count = 1 + random.usize(..9);
            let all: Vec<Id<u8>> = things(count).ids().collect();
            let claims: IdVec<u16, Vec<Vec<Id<u8>>>> = (0..1 + random.usize(..5))
                .map(|_| {
                    let way = |random: &mut fastrand::Rng| {
                        all.iter().copied().filter(|_| random.u8(..3) == 0).collect::<Vec<_>>()
                    };
                    (0..1 + random.usize(..4)).map(|_| way(&mut random)).collect()
                })
                .collect();
            let holds = |claim: Id<u16>, kept: &[Id<u8>]| {
                claims[claim].iter().any(|way: &Vec<Id<u8>>| way.iter().all(|thing| kept.contains(thing)))
            };
            let matter = IdVec::all(&claims, all.clone());
            let found = minimal_of_claims::<_, _, ()>(&matter, |claim, kept| Ok(holds(claim, kept)));
            let mut kept = all.clone();
            for thing in all {
                let without: Vec<Id<u8>> = kept.iter().copied().filter(|t| *t != thing).collect();
                if claims.ids().all(|claim| holds(claim, &without)) {
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
        let all = things(count);
        let matter: IdVec<u16, Vec<Id<u8>>> = IdVec::from(vec![all.ids().collect(); count]);
        let mut asked = 0;
        // Each rests on one thing that is its own and on one that it shares with others, or on the last alone.
        let needed = minimal_of_claims::<_, _, ()>(&matter, |claim, kept| {
            asked += 1;
            let claim = claim.place();
            let has = |thing: usize| kept.binary_search(&all.id(thing)).is_ok();
            Ok(if claim % 2 == 0 { has(claim) && has(claim % 20) } else { has(count - 1) })
        });
        let even: Vec<usize> = (0..count).filter(|t| t % 2 == 0 || *t == count - 1).collect();
        assert_eq!(numbers(needed.unwrap()), Some(even));
        assert!(asked < 21 * count, "{asked}");
        // One claim, one needed thing among many: the others go in steps that double.
        for place in [0, 1, 200, 398, 399] {
            let mut asked = 0;
            let needed = minimal::<_, _, ()>(&all, |kept| {
                asked += 1;
                Ok(kept.contains(&all.id(place)))
            });
            assert_eq!(numbers(needed.unwrap()), Some(vec![place]));
            assert!(asked < 40, "{place}: {asked}");
        }
    }
}
