//! Which articles can matter to a measure or a safeguard: closed under *is a*, so that no question looks at the others.

use crate::ids::IdVec;
use crate::model::{ArticleId, BanId, GuaranteeId, LegalOrder, Power, PowerId, Thing, ThingId};
use crate::text::Span;
use rustc_hash::FxHashMap;

/// The articles of an order by what they speak of. Every list is in the order of the law.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    /// For each kind of measure, the powers that reach it.
    pub(super) powers: IdVec<Thing, Vec<PowerId>>,
    /// For each kind of measure, the prohibitions of every use of it.
    pub(super) bans: IdVec<Thing, Vec<BanId>>,
    /// For each kind of measure and each article, the prohibitions of it under that article alone.
    pub(super) bans_under: FxHashMap<(ThingId, ArticleId), Vec<BanId>>,
    /// For each thing, the guarantees of it that belong to no power.
    pub(super) guarantees: IdVec<Thing, Vec<GuaranteeId>>,
    /// For each power, its own guarantees.
    pub(super) giving: IdVec<Power, Vec<GuaranteeId>>,
    /// The guarantees by where they stand.
    pub(super) guarantee_at: FxHashMap<Span, GuaranteeId>,
}

impl Index {
    pub(super) fn of(order: &LegalOrder) -> Index {
        let vocabulary = &order.vocabulary;
        let things = vocabulary.each_thing();
        let mut index = Index {
            powers: IdVec::all(things, Vec::new()),
            bans: IdVec::all(things, Vec::new()),
            bans_under: FxHashMap::default(),
            guarantees: IdVec::all(things, Vec::new()),
            giving: IdVec::all(&order.powers, Vec::new()),
            guarantee_at: FxHashMap::default(),
        };
        let mut kinds: FxHashMap<ThingId, Vec<ThingId>> = FxHashMap::default();
        let mut kinds_of = |thing: ThingId| kinds.entry(thing).or_insert_with(|| vocabulary.kinds_of(thing)).clone();
        for (id, power) in order.powers.entries() {
            for kind in kinds_of(power.measure) {
                index.powers[kind].push(id);
            }
        }
        for (id, ban) in order.bans.entries() {
            for kind in kinds_of(ban.measure) {
                if ban.under.is_empty() {
                    index.bans[kind].push(id);
                }
                for article in &ban.under {
                    let list = index.bans_under.entry((kind, *article)).or_default();
                    // An article may be named twice.
                    if list.last() != Some(&id) {
                        list.push(id);
                    }
                }
            }
        }
        let mut above: FxHashMap<ThingId, Vec<ThingId>> = FxHashMap::default();
        for (id, guarantee) in order.guarantees.entries() {
            index.guarantee_at.entry(guarantee.span).or_insert(id);
            if let Some(power) = guarantee.power {
                index.giving[power].push(id);
                continue;
            }
            let above = above.entry(guarantee.thing).or_insert_with(|| {
                vocabulary.things().map(|(id, _)| id).filter(|id| vocabulary.is_a(guarantee.thing, *id)).collect()
            });
            for thing in above.iter() {
                index.guarantees[*thing].push(id);
            }
        }
        index
    }
}
