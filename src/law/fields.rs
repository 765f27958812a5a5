//! Which fields of law an order speaks in: those of its powers, and those it declares.

use super::compile::Law;
use super::view::View;
use crate::model::{LegalOrder, ThingId};
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
    let all = vocabulary.kinds_of(thing).into_iter().flat_map(chain);
    all.filter_map(|t| vocabulary.subject_of(t)).collect()
}

impl Fields {
    pub(super) fn of(
        order: &LegalOrder,
        chain: impl Fn(ThingId) -> Vec<ThingId>,
        is_unseen: impl Fn(crate::model::ArticleId) -> bool,
    ) -> Fields {
        let mut fields = Fields::default();
        let mut done: BTreeSet<(ThingId, bool)> = BTreeSet::new();
        for power in &order.powers {
            let unseen = is_unseen(power.article);
            if done.insert((power.measure, unseen)) {
                let own = fields_of(order, &chain, power.measure);
                if unseen { fields.unseen.extend(own) } else { fields.seen.extend(own) }
            }
        }
        fields
    }
}

impl Law<'_> {
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
