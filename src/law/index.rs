//! Which articles can matter to a measure or a safeguard: closed under *is a*, so that no question looks at the others.

use crate::model::{LegalOrder, ThingId};
use crate::text::Span;
use rustc_hash::FxHashMap;

/// The articles of an order by what they speak of. Every list is in the order of the law.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    /// For each kind of measure, the powers that reach it.
    pub(super) powers: Vec<Vec<usize>>,
    /// For each kind of measure, the prohibitions of every use of it.
    pub(super) bans: Vec<Vec<usize>>,
    /// For each kind of measure and each article, the prohibitions of it under that article alone.
    pub(super) bans_under: FxHashMap<(ThingId, usize), Vec<usize>>,
    /// For each thing, the guarantees of it that belong to no power.
    pub(super) guarantees: Vec<Vec<usize>>,
    /// For each power, its own guarantees.
    pub(super) giving: Vec<Vec<usize>>,
    /// The guarantees by where they stand.
    pub(super) guarantee_at: FxHashMap<Span, usize>,
}

impl Index {
    pub(super) fn of(order: &LegalOrder) -> Index {
        let vocabulary = &order.vocabulary;
        let things = vocabulary.things().count();
        let mut index = Index {
            powers: vec![Vec::new(); things],
            bans: vec![Vec::new(); things],
            bans_under: FxHashMap::default(),
            guarantees: vec![Vec::new(); things],
            giving: vec![Vec::new(); order.powers.len()],
            guarantee_at: FxHashMap::default(),
        };
        let mut kinds: FxHashMap<ThingId, Vec<ThingId>> = FxHashMap::default();
        let mut kinds_of = |thing: ThingId| kinds.entry(thing).or_insert_with(|| vocabulary.kinds_of(thing)).clone();
        for (at, power) in order.powers.iter().enumerate() {
            for kind in kinds_of(power.measure) {
                push(&mut index.powers, kind, at);
            }
        }
        for (at, ban) in order.bans.iter().enumerate() {
            for kind in kinds_of(ban.measure) {
                if ban.under.is_empty() {
                    push(&mut index.bans, kind, at);
                }
                for article in &ban.under {
                    let list = index.bans_under.entry((kind, *article)).or_default();
                    // An article may be named twice.
                    if list.last() != Some(&at) {
                        list.push(at);
                    }
                }
            }
        }
        let mut above: FxHashMap<ThingId, Vec<ThingId>> = FxHashMap::default();
        for (at, guarantee) in order.guarantees.iter().enumerate() {
            index.guarantee_at.entry(guarantee.span).or_insert(at);
            if let Some(power) = guarantee.power {
                if let Some(list) = index.giving.get_mut(power) {
                    list.push(at);
                }
                continue;
            }
            let above = above.entry(guarantee.thing).or_insert_with(|| {
                vocabulary.things().map(|(id, _)| id).filter(|id| vocabulary.is_a(guarantee.thing, *id)).collect()
            });
            for thing in above.iter() {
                push(&mut index.guarantees, *thing, at);
            }
        }
        index
    }
}

fn push(lists: &mut [Vec<usize>], thing: ThingId, at: usize) {
    if let Some(list) = lists.get_mut(thing.0 as usize) {
        list.push(at);
    }
}
