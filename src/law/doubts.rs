//! Which statements of a legal order are doubtful.

use super::cited::ArticleCited;
use super::date::Date;
use super::view::{Doubt, Doubts};
use crate::ids::IdVec;
use crate::model::{Article, Axiom, LegalOrder, Policy, PolicyId};
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// How high each law of an order stands, and since when it is law.
#[derive(Debug, Clone)]
pub(super) struct Standing {
    /// Its rank, the highest first, where it is known.
    ranks: IdVec<Policy, Option<usize>>,
    dates: IdVec<Policy, Option<Date>>,
}

impl Standing {
    pub(super) fn of(order: &LegalOrder) -> Standing {
        let date = |p: &Policy| p.adopted.as_deref().or(p.in_force.as_deref()).and_then(Date::parse);
        Standing { ranks: order.policies.map(|p| order.height(p)), dates: order.policies.map(date) }
    }

    /// How high the first law stands beside the second, where both ranks are known; a law stands as high as itself.
    pub(super) fn higher(&self, one: PolicyId, other: PolicyId) -> Option<Ordering> {
        if one == other {
            return Some(Ordering::Equal);
        }
        // The highest rank has the lowest place.
        Some(self.ranks[other]?.cmp(&self.ranks[one]?))
    }

    /// Whether a prohibition of one law is doubtful against a power of another, if nothing is said of priority: it stands
    /// lower, or is older at the same rank.
    pub(super) fn yields(&self, ban: PolicyId, power: PolicyId) -> bool {
        ban != power
            && match self.higher(ban, power) {
                Some(Ordering::Less) => true,
                Some(Ordering::Greater) => false,
                // Of one rank, or of ranks that are not known.
                _ => matches!((self.dates[ban], self.dates[power]), (Some(a), Some(b)) if a < b),
            }
    }
}

/// The doubtful statements of an order, in the order in which they are named.
pub(super) fn doubts(order: &LegalOrder, cited: &IdVec<Article, ArticleCited>, standing: &Standing) -> Doubts {
    let mut doubts = Doubts::default();
    let axioms: IdVec<Axiom, &Axiom> = order.vocabulary.axioms.iter().collect();
    for (id, axiom) in axioms.entries() {
        if axiom.own.is_some() {
            doubts.add(Doubt::Own(id));
        }
    }
    for (id, article) in cited.entries() {
        if article.unconfirmed {
            doubts.add(Doubt::Unseen(id));
        }
    }
    let empowering: BTreeSet<PolicyId> = order.powers.iter().map(|p| order.articles[p.article].policy).collect();
    for (id, ban) in order.bans.entries() {
        let own = order.articles[ban.article].policy;
        if empowering.iter().any(|other| standing.yields(own, *other)) {
            doubts.add(Doubt::Rank(id));
        }
    }
    for (id, refusal) in order.refusals.entries() {
        let elsewhere =
            order.guarantees.iter().any(|g| g.power.is_none() && order.vocabulary.akin(g.thing, refusal.thing));
        if elsewhere && refusal.power.is_none() && refusal.under.is_empty() {
            doubts.add(Doubt::Refused(id));
        }
    }
    if !order.reservations.is_empty() {
        doubts.add(Doubt::Reservations);
    }
    for (id, thing) in order.vocabulary.things() {
        if !thing.may_be.is_empty() {
            doubts.add(Doubt::MayBe(id));
        }
    }
    doubts
}
