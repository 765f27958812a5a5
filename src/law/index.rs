//! Which articles can matter to a measure or a safeguard: closed under *is a*, so that no question looks at the others.

use crate::ids::IdVec;
use crate::model::{ArticleId, BanId, FactId, GuaranteeId, LegalOrder, Power, PowerId, RefusalId, Thing, ThingId, Vocabulary};
use crate::text::Span;
use rustc_hash::FxHashMap;

/// The articles of an order by what they speak of. Every list is in the order of the law.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    /// For each thing, itself and what it is a kind of by first faces, the nearest first: a power over one of these
    /// reaches it.
    chains: IdVec<Thing, Vec<ThingId>>,
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
    /// For each article, the refusals in its powers and those under it.
    refusals: FxHashMap<ArticleId, Vec<RefusalId>>,
    /// The kinds by reason.
    pub(super) reasoned: Vec<ThingId>,
    /// The measures that end a fact.
    ending: Vec<ThingId>,
    /// What may be a kind of something else.
    pub(super) maybe: Vec<ThingId>,
    /// The safeguards that establish a fact, each with it.
    pub(super) establishing: Vec<(ThingId, FactId)>,
    /// What is declared to be another thing by some kind of authority: the word, the plain thing, the authority.
    pub(super) same_as: Vec<(ThingId, ThingId, ThingId)>,
    /// What is given by deciding: the measure decided on, what is given, by what kind of authority.
    pub(super) by_deciding: Vec<(ThingId, ThingId, Option<ThingId>)>,
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
            chains: things.ids().map(|id| chain(order, id)).collect(),
            refusals: FxHashMap::default(),
            reasoned: vocabulary.things().filter(|(_, t)| t.reason.is_some()).map(|(id, _)| id).collect(),
            ending: vocabulary.things().filter(|(_, t)| !t.ends.is_empty()).map(|(id, _)| id).collect(),
            maybe: vocabulary.things().filter(|(_, t)| !t.may_be.is_empty()).map(|(id, _)| id).collect(),
            establishing: vocabulary.things().filter_map(|(id, t)| Some((id, t.establishes?))).collect(),
            same_as: vocabulary
                .things()
                .filter_map(|(id, t)| t.same_as.map(|(plain, authority)| (id, plain, authority)))
                .collect(),
            by_deciding: vocabulary
                .things()
                .flat_map(|(id, t)| t.by_deciding.iter().map(move |(given, authority)| (id, *given, *authority)))
                .collect(),
        };
        let mut kinds: FxHashMap<ThingId, Vec<ThingId>> = FxHashMap::default();
        let mut kinds_of = |thing: ThingId| kinds.entry(thing).or_insert_with(|| vocabulary.kinds_of(thing)).clone();
        let mut reached: FxHashMap<ThingId, Vec<ThingId>> = FxHashMap::default();
        for (id, power) in order.powers.entries() {
            let reached = reached.entry(power.measure).or_insert_with(|| {
                let by_faces = |kind: &ThingId| index.chains[*kind].contains(&power.measure);
                let by_reason = |kind: &ThingId| {
                    let wider = vocabulary.thing(*kind).reason.map(|(wider, _)| wider);
                    let over = |wider: ThingId| {
                        vocabulary.is_a(power.measure, wider) || index.chains[wider].contains(&power.measure)
                    };
                    wider.is_some_and(over)
                };
                things.ids().filter(|kind| by_faces(kind) || by_reason(kind)).collect()
            });
            for kind in reached.iter() {
                index.powers[*kind].push(id);
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
        for (id, refusal) in order.refusals.entries() {
            let power = refusal.power.map(|p| order.powers[p].article);
            for article in power.iter().chain(&refusal.under) {
                let list = index.refusals.entry(*article).or_default();
                if list.last() != Some(&id) {
                    list.push(id);
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

/// A thing and what it is a kind of by first faces, up to the top.
fn chain(order: &LegalOrder, thing: ThingId) -> Vec<ThingId> {
    let mut chain = vec![thing];
    let mut at = thing;
    // A kind by reason is reached as its reason says.
    if order.vocabulary.thing(thing).reason.is_some() {
        return chain;
    }
    while let Some(parent) = order.vocabulary.thing(at).parents.first().filter(|p| !chain.contains(p)) {
        chain.push(*parent);
        at = *parent;
    }
    chain
}

impl Index {
    /// The refusals in a power, and those under its article.
    pub(super) fn refusals_in(&self, order: &LegalOrder, power: PowerId) -> Vec<RefusalId> {
        let article = order.powers[power].article;
        let own = |id: &RefusalId| order.refusals[*id].power.is_none_or(|p| p == power);
        self.refusals.get(&article).into_iter().flatten().copied().filter(own).collect()
    }

    /// The facts that a measure ends: its own and those of what it is a kind of.
    pub(super) fn ends(&self, vocabulary: &Vocabulary, measure: ThingId) -> Vec<FactId> {
        let above = self.ending.iter().filter(|thing| vocabulary.is_a(measure, **thing));
        above.flat_map(|thing| vocabulary.thing(*thing).ends.iter().copied()).collect()
    }

    /// A thing and what it is a kind of by first faces, the nearest first.
    pub(super) fn chain(&self, thing: ThingId) -> &[ThingId] {
        &self.chains[thing]
    }
}
