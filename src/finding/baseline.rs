//! How a finding stands to what was found before, and what weighs in it beside the people it reaches.

use super::{Assumption, Finding, Lasting, LegName, Named, People, Phrase, Sentence};
use crate::model::{Promise, Reworded, Weight};

/// How a finding stands to what was found when the baseline was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BaselineState {
    /// Nothing like it was there.
    New,
    /// The same people.
    Unchanged,
    /// Only some of the people.
    Narrower,
    /// Some of the people, and others.
    Wider,
    /// The same people, but it weighs more: it lasts longer, less is given with it, less justifies it.
    Harsher,
    /// The same people, but not for the same reasons, or in words that no longer mean what they did.
    Changed,
}

impl BaselineState {
    /// Whether this is nearer to what was known than the other.
    pub fn is_nearer_than(self, other: BaselineState) -> bool {
        let away = |state| match state {
            BaselineState::Unchanged => 0,
            BaselineState::Narrower => 1,
            BaselineState::Changed => 2,
            BaselineState::Harsher => 3,
            BaselineState::Wider => 4,
            BaselineState::New => 5,
        };
        away(self) < away(other)
    }
}

/// How a measure is done to those whom a finding reaches.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Regime {
    /// It has to be done.
    pub must: bool,
    /// For how long at most.
    pub lasts: Option<Lasting>,
    /// What all of them are given with it.
    pub given: Vec<Promise>,
}

/// What a baseline knew otherwise of a finding.
#[derive(Debug, Clone, PartialEq)]
pub enum Changed {
    /// It was for a person to weigh, and is found outright.
    Found,
    /// It lasts longer.
    Lasts {
        /// How long it lasted.
        then: Lasting,
        /// How long it lasts.
        now: Lasting,
    },
    /// It has to be done, and could be left undone.
    Must,
    /// A leg of the justification is missing that was not, or something in it.
    Lacks(LegName, Option<Named>),
    /// This was given to all of them, and is not.
    Given(Promise),
    /// This was said for it, and is not.
    Reason(String),
    /// A word in which it is said whom it reaches is declared otherwise.
    Word(Reworded),
}

impl Changed {
    /// Whether it makes the finding weigh more, and not only something else.
    pub fn weighs(&self) -> bool {
        !matches!(self, Changed::Reason(_) | Changed::Word(_))
    }
}

/// Of those whom a finding reaches the ones it did not reach before.
#[derive(Debug, Clone, PartialEq)]
pub struct Newcomers {
    /// The most ordinary of them.
    pub witness: People,
    /// All of them.
    pub class: People,
    /// What tells them from those it did reach.
    pub by: Vec<Phrase>,
}

/// A finding of the baseline that is no longer there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// The standard.
    pub standard: String,
    /// The articles.
    pub articles: Vec<String>,
    /// Whom it reached.
    pub who: String,
}

impl Finding {
    /// What weighs in it, whoever it reaches. How the measure is done is part of it where somebody asked.
    pub fn weight(&self) -> Weight {
        let regime = self.regime.as_deref().cloned().unwrap_or_default();
        let lasts = match &self.sentence {
            Sentence::Lasts { lasts, .. } => Some(*lasts),
            _ => regime.lasts,
        };
        let stated = self.legs.iter().filter(|l| l.is_stated());
        let reasons = stated.flat_map(|l| {
            let details = l.details.iter().map(|d| &d.name);
            details.chain(&l.words).map(|said| format!("{}: {said}", l.leg.key())).collect::<Vec<_>>()
        });
        let relies = self.assumptions.iter().filter_map(|a| match a {
            Assumption::Relies { on, .. } => Some(format!("relies on: {on}")),
            Assumption::Calendar | Assumption::Unconfirmed(_) => None,
        });
        Weight {
            word: Some(self.verdict),
            lasts,
            must: regime.must,
            lacks: self.lacks().into_iter().map(|(key, ..)| key).collect(),
            reasons: reasons.chain(relies).collect(),
            given: regime.given,
        }
    }

    /// The legs of a justification that are missing, and what is missing in them: each under a key that no translation
    /// changes.
    pub fn lacks(&self) -> Vec<(String, LegName, Option<&Named>)> {
        let mut out = Vec::new();
        for leg in self.legs.iter().filter(|l| !l.is_stated()) {
            let key = leg.leg.key();
            out.push((key.to_owned(), leg.leg, None));
            let details = leg.details.iter().filter(|_| leg.leg == LegName::Proportionality);
            out.extend(details.map(|d| (format!("{key} {}", d.name), leg.leg, Some(d))));
        }
        out
    }
}
