//! Instruments and standards: their names looked up.

use super::condition::Condition;
use super::resolve::Resolver;
use super::standard::*;
use super::vocabulary::{Named, ReasonId};
use crate::syntax::tree::{self, ThingKind};
use crate::syntax::{Arg, Code, Mistake, near};
use std::collections::BTreeSet;

const KINDS: [(&str, InstrumentKind); 6] = [
    ("treaty", InstrumentKind::Treaty),
    ("regional", InstrumentKind::Regional),
    ("custom", InstrumentKind::Custom),
    ("jus-cogens", InstrumentKind::JusCogens),
    ("interpretation", InstrumentKind::Interpretation),
    ("soft-law", InstrumentKind::SoftLaw),
];

impl Resolver {
    pub(super) fn instrument(&mut self, item: &tree::InstrumentItem) -> Option<Instrument> {
        let Some(kind_name) = &item.kind else {
            self.mistakes
                .push(Mistake::new(Code::InstrumentWithoutKind, item.name.span).with("name", item.name.text.clone()));
            return None;
        };
        let Some((_, kind)) = KINDS.iter().find(|(word, _)| *word == kind_name.text) else {
            let words: Vec<String> = KINDS.iter().map(|(w, _)| (*w).to_owned()).collect();
            let suggestion = near(&kind_name.text, words.iter().map(String::as_str));
            self.mistakes.push(
                Mistake::new(Code::UnknownValue, kind_name.span)
                    .with("name", kind_name.text.clone())
                    .with("fact", "kind")
                    .arg("values", Arg::Names(words))
                    .suggest(suggestion),
            );
            return None;
        };
        Some(Instrument {
            id: item.name.text.clone(),
            label: item.label.clone(),
            short: item.short.clone().or_else(|| item.label.short.clone()),
            kind: *kind,
            adopted: item.adopted.clone(),
            in_force: item.in_force.clone(),
            monitored_by: item.monitored_by.clone(),
            complaints: item.complaints.as_ref().map(|n| n.text.clone()),
            interprets: item.interprets.iter().map(|n| n.text.clone()).collect(),
            region: item.region.as_ref().map(|r| (r.name.text.clone(), r.binds)),
            not_reservable: item.not_reservable.clone(),
            source: item.source.clone(),
            unconfirmed: item.unconfirmed,
            note: item.note.clone(),
            span: item.span,
        })
    }

    fn citation(&mut self, item: &tree::Citation, ids: &BTreeSet<&str>) -> Citation {
        self.known_instrument(&item.instrument, ids);
        Citation {
            instrument: item.instrument.text.clone(),
            place: item.place.clone(),
            paragraph: item.paragraph,
            quote: item.quote.as_ref().map(|q| (q.text.clone(), q.span)),
            source: item.source.clone(),
            unconfirmed: item.unconfirmed,
            span: item.span,
        }
    }

    pub(super) fn principle(&mut self, item: &tree::PrincipleItem, ids: &BTreeSet<&str>) -> Principle {
        Principle {
            id: item.name.text.clone(),
            label: item.label.clone(),
            theme: item.theme.as_ref().map_or_else(String::new, |t| t.text.clone()),
            catalogue: item.catalogue.clone(),
            basis: item.basis.iter().map(|c| self.citation(c, ids)).collect(),
            note: item.note.clone(),
            span: item.span,
        }
    }

    pub(super) fn standard(&mut self, item: &tree::StandardItem, ids: &BTreeSet<&str>) -> Option<Standard> {
        if item.basis.is_empty() {
            self.mistakes
                .push(Mistake::new(Code::StandardWithoutBasis, item.name.span).with("name", item.name.text.clone()));
        }
        if item.forms.is_empty() {
            self.mistakes
                .push(Mistake::new(Code::StandardWithoutForm, item.name.span).with("name", item.name.text.clone()));
        }
        let basis = item.basis.iter().map(|c| self.citation(c, ids)).collect();
        let interpreted = item.interpreted.iter().map(|c| self.citation(c, ids)).collect();
        let mut applies = Condition::Any;
        let (written, reasons) = self.reasons_apart(&item.applies);
        for condition in &written {
            applies = applies.and(self.condition(condition));
        }
        let before = self.mistakes.len();
        let forms: Vec<Form> = item.forms.iter().filter_map(|f| self.form(f, &applies, &reasons)).collect();
        if forms.len() < item.forms.len() && self.mistakes.len() == before {
            // A name was lost to an unreadable item: the mistake is reported there.
            return None;
        }
        Some(Standard {
            id: item.name.text.clone(),
            label: item.label.clone(),
            theme: item.theme.as_ref().map_or_else(String::new, |t| t.text.clone()),
            catalogue: item.catalogue.clone(),
            basis,
            interpreted,
            forms,
            help: item.help.clone(),
            note: item.note.clone(),
            non_derogable: item.non_derogable,
            point: item.point.as_ref().map(|p| p.text.clone()),
            laid_down_by_law: item.laid_down_by_law,
            duty_to_legislate: item.duty_to_legislate,
            requires_weighing: item.requires_weighing,
            examples: item.examples.clone(),
            span: item.span,
        })
    }

    pub(super) fn scope(&mut self, scope: &tree::Scope) -> (Condition, Condition) {
        let who = scope.who.as_ref().map_or(Condition::Any, |w| self.condition(w));
        let mut rest = Condition::Any;
        for condition in &scope.where_ {
            rest = rest.and(self.condition(condition));
        }
        for condition in &scope.unless {
            rest = rest.and(self.condition(condition).negated());
        }
        (who, rest)
    }

    /// Conditions that must all hold, with the reasons among them taken out.
    fn reasons_apart(&mut self, conditions: &[tree::Condition]) -> (Vec<tree::Condition>, Vec<ReasonId>) {
        let (mut rest, mut reasons) = (Vec::new(), Vec::new());
        let mut open: Vec<&tree::Condition> = conditions.iter().rev().collect();
        while let Some(condition) = open.pop() {
            let reason = match condition {
                tree::Condition::Named(name) => self.vocabulary.names.get(&name.text).copied(),
                _ => None,
            };
            match (reason, condition) {
                (Some(Named::Reason(id)), _) => reasons.push(id),
                (_, tree::Condition::All(parts, _)) if self.names_reason(parts) => open.extend(parts.iter().rev()),
                (_, condition) => rest.push(condition.clone()),
            }
        }
        (rest, reasons)
    }

    fn names_reason(&self, parts: &[tree::Condition]) -> bool {
        parts.iter().any(|part| match part {
            tree::Condition::Named(name) => matches!(self.vocabulary.names.get(&name.text), Some(Named::Reason(_))),
            tree::Condition::All(parts, _) => self.names_reason(parts),
            _ => false,
        })
    }

    fn form(&mut self, form: &tree::Form, applies: &Condition, reasons: &[ReasonId]) -> Option<Form> {
        use tree::FormKind as T;
        const MEASURE: &[ThingKind] = &[ThingKind::Measure];
        let (where_, own_reasons) = self.reasons_apart(&form.scope.where_);
        let (who, rest) = self.scope(&tree::Scope { where_, ..form.scope.clone() });
        let scope = who.clone().and(rest).and(applies.clone());
        let kind = match &form.kind {
            T::Forbid { measure } => FormKind::Forbid { measure: self.thing(measure, MEASURE)? },
            T::Limit { measure, to, beyond } => {
                let measure = self.thing(measure, MEASURE);
                let to = to.as_ref().map(|t| self.length(t));
                let beyond = beyond.as_ref().map(|b| self.length(b));
                if self.vocabulary.duration().is_none() {
                    self.mistakes.push(Mistake::new(Code::NoDuration, form.span));
                }
                FormKind::Limit { measure: measure?, to: flat(to)?, beyond: flat(beyond)? }
            }
            T::RequireWhenever { safeguard, measure, within, every, by } => {
                let safeguard = self.thing(safeguard, &[ThingKind::Safeguard, ThingKind::Service]);
                let measure = self.thing(measure, MEASURE);
                let every = every.as_ref().map(|e| self.length(e));
                let promptly = within.as_ref().and_then(|w| self.named_time(w));
                let beyond = promptly.and_then(|id| self.vocabulary.time(id).beyond);
                let within = within.as_ref().map(|w| self.length(w));
                let by = by.as_ref().map(|b| self.actor(b));
                FormKind::RequireWhenever {
                    safeguard: safeguard?,
                    measure: measure?,
                    within: flat(within)?,
                    every: flat(every)?,
                    promptly,
                    beyond,
                    by: flat(by)?,
                }
            }
            T::RequireFor { service, within, by } => {
                let thing = self.thing(service, &[ThingKind::Service, ThingKind::Safeguard]);
                let within = within.as_ref().map(|w| self.length(w));
                let by = by.as_ref().map(|b| self.actor(b));
                FormKind::RequireFor { thing: thing?, within: flat(within)?, by: flat(by)? }
            }
            T::RequireBan { measure, by } => {
                let measure = self.thing(measure, MEASURE);
                let by = by.as_ref().map(|b| self.actor(b));
                FormKind::RequireBan { measure: measure?, by: flat(by)? }
            }
            T::Equal { thing, whom, grounds, aims, never } => {
                let thing = match thing {
                    tree::Equalled::One(thing) => self
                        .thing(thing, &[ThingKind::Service, ThingKind::Safeguard, ThingKind::Measure])
                        .map(Equalled::One),
                    tree::Equalled::Any(kind) => Some(Equalled::Any(*kind)),
                };
                if grounds.is_empty() {
                    self.mistakes.push(Mistake::new(Code::EqualWithoutGround, form.span));
                }
                let whom = whom.as_ref().map_or(Condition::Any, |w| self.condition(w));
                let count = grounds.len();
                let grounds: Vec<_> = grounds.iter().filter_map(|g| self.ground(g)).collect();
                let aims = aims.iter().filter_map(|a| self.thing(a, &[ThingKind::Aim])).collect();
                let never = never.as_ref().map(|n| n.iter().filter_map(|g| self.ground(g)).collect());
                if grounds.len() < count {
                    return None;
                }
                FormKind::Equal { thing: thing?, whom, grounds, aims, never }
            }
            T::Before { step, pass, laid_down } => {
                let step = self.thing(step, &[ThingKind::Step]);
                let pass = self.thing(pass, &[ThingKind::Step]);
                FormKind::Before { step: step?, pass: pass?, laid_down: *laid_down }
            }
            T::Define { term, reach, means } => {
                let means = self.condition(means);
                FormKind::Define { term: self.term(term)?, reach: *reach, means }
            }
            T::Justify { measure, legs } => {
                let measure = self.thing(measure, MEASURE);
                let legs = legs
                    .iter()
                    .map(|leg| match leg {
                        tree::LegAsked::Legality => Leg::Legality,
                        tree::LegAsked::Necessity { weighed } => Leg::Necessity { weighed: *weighed },
                        tree::LegAsked::Aim(aims) => {
                            Leg::Aim(aims.iter().filter_map(|a| self.thing(a, &[ThingKind::Aim])).collect())
                        }
                        tree::LegAsked::Proportionality(parts, limit, weighed) => Leg::Proportionality(
                            parts.iter().filter_map(|p| self.thing(p, &[ThingKind::Safeguard])).collect(),
                            *limit,
                            *weighed,
                        ),
                    })
                    .collect();
                FormKind::Justify { measure: measure?, legs }
            }
            T::Establish { institution } => {
                FormKind::Establish { institution: self.thing(institution, &[ThingKind::Institution])? }
            }
        };
        let reasons = own_reasons.into_iter().chain(reasons.iter().copied()).collect();
        Some(Form { kind, who, scope, reasons, weighed: form.weighed, span: form.span })
    }
}

/// `Some(None)` is a name that was given and not found.
pub(super) fn flat<T>(found: Option<Option<T>>) -> Option<Option<T>> {
    match found {
        None => Some(None),
        Some(Some(found)) => Some(Some(found)),
        Some(None) => None,
    }
}
