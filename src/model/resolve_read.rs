//! What a law says of what was read and searched, and what it may say of words of its own.

use super::policy::*;
use super::resolve_policy::{MEASURE, Reader};
use super::resolve_standard::flat;
use crate::syntax::tree::{self, ThingKind};
use crate::syntax::{Code, Mistake};
use crate::text::Span;

/// What may be searched, or stand in a law that was not read.
const SOUGHT: &[ThingKind] = &[
    ThingKind::Safeguard,
    ThingKind::Service,
    ThingKind::Institution,
    ThingKind::Measure,
    ThingKind::Step,
    ThingKind::Subject,
];
impl Reader<'_> {
    /// A law that is known of and was not read.
    pub(super) fn not_read(&mut self, item: &tree::RelianceItem) {
        let things = item.things.iter().filter_map(|t| self.resolver.thing(t, SOUGHT)).collect();
        self.order.not_read.push(NotRead { law: item.on.text.clone(), things, span: item.span });
    }

    pub(super) fn searched(&mut self, item: &tree::SearchedItem) {
        let mut things = Vec::new();
        for (thing, of) in &item.things {
            let thing = self.resolver.thing(thing, SOUGHT);
            let of = of.as_ref().map(|m| self.resolver.thing(m, MEASURE));
            things.extend(thing.zip(flat(of)));
        }
        let mut ranks = |names: &[tree::Name]| -> Vec<String> {
            names.iter().filter(|r| self.resolver.is_rank(r)).map(|r| r.text.clone()).collect()
        };
        let (including, without) = (ranks(&item.including), ranks(&item.without));
        self.order.searches.push(Search {
            policy: Some(self.policy),
            things,
            sources: item.sources.iter().map(|s| s.text.clone()).collect(),
            including,
            without,
            on: item.on.clone(),
            by: item.by.text.clone(),
            span: item.span,
        });
    }

    /// A law's own thing is a kind of one of the vocabulary, or may be one, and says nothing else of what it does.
    pub(super) fn own_thing(&mut self, t: &tree::ThingItem) {
        let mut refuse = |what: &'static str, span: Span| {
            let mistake = Mistake::new(Code::RulesOnly, span).with("what", what).with("name", t.name.text.clone());
            self.resolver.mistakes.push(mistake);
        };
        if t.serves.is_some() {
            refuse("serves", t.span);
        }
        if let Some(fact) = &t.establishes {
            refuse("establishes", fact.span);
        }
        if let Some(fact) = t.ends.first() {
            refuse("ends", fact.span);
        }
        if let Some(measure) = &t.bars {
            refuse("bars", measure.span);
        }
        if let Some((safeguard, _)) = t.by_deciding.first() {
            refuse("given by deciding", safeguard.span);
        }
        if let Some((_, reason)) = &t.reason {
            refuse("for reason", reason.span);
        }
        if let Some((safeguard, _)) = &t.same_as {
            refuse("is … by", safeguard.span);
        }
        if let Some(second) = t.parents.get(1) {
            refuse("also", second.span);
        }
        if t.parents.is_empty() && t.may_be.is_empty() && t.reason.is_none() && t.same_as.is_none() {
            let mistake = Mistake::new(Code::OwnThingOfNothing, t.name.span).with("name", t.name.text.clone());
            self.resolver.mistakes.push(mistake);
        }
    }

    /// What only the vocabulary says of a fact.
    pub(super) fn own_fact(&mut self, f: &tree::FactItem) {
        let personal = f.personal.map(|span| ("personal", span));
        let stands = f.stands_for.first().map(|name| ("may stand for", name.span));
        for (what, span) in personal.into_iter().chain(stands) {
            let mistake = Mistake::new(Code::RulesOnly, span).with("what", what).with("name", f.name.text.clone());
            self.resolver.mistakes.push(mistake);
        }
        self.resolver.implied(f, Some(self.policy));
    }
}
