//! Which standards ask of what: of measures and safeguards, of facts and terms.

use crate::model::{Condition, Equalled, Form, FormKind, Leg, Library, Named, ThingId};
use std::collections::{BTreeMap, BTreeSet};

/// The standards that ask of something, by its name.
#[derive(Debug, Default)]
pub(super) struct Asks {
    of: BTreeMap<String, BTreeSet<String>>,
}

impl Asks {
    /// Of all standards of a library. Who asks of something asks of each kind of it.
    pub(super) fn of(library: &Library) -> Asks {
        let mut asks = Asks::default();
        let vocabulary = &library.vocabulary;
        for standard in &library.standards {
            let mut see = |name: &str| {
                asks.of.entry(name.to_owned()).or_default().insert(standard.id.clone());
            };
            for form in &standard.forms {
                for thing in things(form) {
                    vocabulary.kinds_of(thing).iter().for_each(|kind| see(&vocabulary.thing(*kind).name));
                }
                for condition in [&form.who, &form.scope] {
                    words(library, condition, &mut see);
                }
                if let FormKind::Equal { whom, grounds, .. } = &form.kind {
                    words(library, whom, &mut see);
                    grounds.iter().for_each(|fact| see(&vocabulary.fact(*fact).name));
                }
                if let FormKind::Define { term, means, .. } = &form.kind {
                    see(&vocabulary.term(*term).name);
                    words(library, means, &mut see);
                }
            }
        }
        asks
    }

    /// The standards that ask of what has this name, in order.
    pub(super) fn who(&self, name: &str) -> impl Iterator<Item = &str> {
        self.of.get(name).into_iter().flatten().map(String::as_str)
    }

    /// Whether any standard asks of something, or of what it is a kind of.
    pub(super) fn any(&self, name: &str) -> bool {
        self.of.contains_key(name)
    }
}

fn words(library: &Library, condition: &Condition, see: &mut impl FnMut(&str)) {
    let vocabulary = &library.vocabulary;
    condition.facts(vocabulary, &mut |fact| see(&vocabulary.fact(fact).name));
    condition.terms(&mut |term| see(&vocabulary.spelled(Named::Term(term))));
}

/// The things that a form speaks of.
fn things(form: &Form) -> Vec<ThingId> {
    match &form.kind {
        FormKind::Forbid { measure } | FormKind::Limit { measure, .. } => vec![*measure],
        FormKind::RequireWhenever { safeguard, measure, .. } => vec![*safeguard, *measure],
        FormKind::RequireFor { thing, .. } => vec![*thing],
        FormKind::RequireBan { measure, .. } => vec![*measure],
        FormKind::Equal { thing, .. } => match thing {
            Equalled::One(thing) => vec![*thing],
            Equalled::Any(_) => Vec::new(),
        },
        FormKind::Before { step, pass, .. } => vec![*step, *pass],
        FormKind::Define { .. } => Vec::new(),
        FormKind::Justify { measure, legs } => {
            let of = |leg: &Leg| match leg {
                Leg::Aim(things) | Leg::Proportionality(things, ..) => things.clone(),
                Leg::Legality | Leg::Necessity { .. } => Vec::new(),
            };
            std::iter::once(*measure).chain(legs.iter().flat_map(of)).collect()
        }
        FormKind::Establish { institution } => vec![*institution],
    }
}
