//! Which fields of law an order speaks in: those of its powers, and those it declares.

use super::compile::Law;
use super::view::View;
use crate::model::{LegalOrder, ThingId};
use crate::syntax::tree::ThingKind;
use std::collections::BTreeSet;

/// The fields of law in which an order has powers: by seen words, and by words that nobody has seen.
#[derive(Debug, Clone, Default)]
pub(super) struct Fields {
    seen: BTreeSet<ThingId>,
    unseen: BTreeSet<ThingId>,
}

/// The fields of a thing: for a measure those of its kinds and of whatever a power could name to reach them.
fn fields_of(order: &LegalOrder, chain: impl Fn(ThingId) -> Vec<ThingId>, thing: ThingId) -> BTreeSet<ThingId> {
    let vocabulary = &order.vocabulary;
    if vocabulary.thing(thing).kind != ThingKind::Measure {
        return vocabulary.subject_of(thing).into_iter().collect();
    }
    let all = vocabulary.kinds_of(thing).into_iter().flat_map(chain);
    all.filter_map(|t| vocabulary.subject_of(t)).collect()
}

impl Fields {
    pub(super) fn of(order: &LegalOrder, is_unseen: impl Fn(crate::model::ArticleId) -> bool) -> Fields {
        let mut fields = Fields::default();
        let mut done: BTreeSet<(ThingId, bool)> = BTreeSet::new();
        for power in &order.powers {
            let unseen = is_unseen(power.article);
            if done.insert((power.measure, unseen)) {
                let own = order.vocabulary.subject_of(power.measure);
                if unseen { fields.unseen.extend(own) } else { fields.seen.extend(own) }
            }
        }
        fields
    }
}

impl Law<'_> {
    /// Whether a thing was searched for, alone or with a measure: by name, as a wider thing, or by all its fields.
    pub fn is_searched(&self, thing: ThingId, with: Option<ThingId>) -> bool {
        let vocabulary = &self.order.vocabulary;
        let fields = |thing: ThingId| fields_of(self.order, |t| self.index.chain(t).to_vec(), thing);
        self.order.searches.iter().any(|search| {
            let wider = |thing: ThingId, named: ThingId| vocabulary.is_a(thing, named);
            let by_name = search.things.iter().any(|(named, of)| {
                wider(thing, *named) && of.is_none_or(|of| with.is_some_and(|with| wider(with, of)))
            });
            let own = fields(thing);
            let alone: BTreeSet<ThingId> =
                search.things.iter().filter(|(_, of)| of.is_none()).map(|(named, _)| *named).collect();
            let covered = |field: &ThingId| alone.iter().any(|named| vocabulary.is_a(*field, *named));
            by_name || !own.is_empty() && own.iter().all(covered)
        })
    }

    /// Whether the order speaks in a field of a thing: it declares it, or has a power there.
    pub fn in_field(&self, thing: ThingId, view: &View) -> bool {
        let order = self.order;
        if order.governs_all {
            return true;
        }
        let own = fields_of(order, |t| self.index.chain(t).to_vec(), thing);
        let within =
            |fields: &BTreeSet<ThingId>| own.iter().any(|o| fields.iter().any(|f| order.vocabulary.is_a(*o, *f)));
        let declared: BTreeSet<ThingId> = order.policies.iter().flat_map(|p| p.governs.iter().copied()).collect();
        within(&declared) || within(&self.fields.seen) || self.takes_unseen(view) && within(&self.fields.unseen)
    }
}
