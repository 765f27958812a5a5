//! Instruments and standards, every name resolved.

use super::condition::Condition;
use super::length::Length;
use super::vocabulary::{ReasonId, TermId, ThingId, TimeId};
use crate::syntax::tree::{ExampleItem, Label, Reach, ThingKind};
use crate::text::Span;

/// What kind of source an instrument is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum InstrumentKind {
    /// A treaty open to all States.
    Treaty,
    /// A treaty or law of a region.
    Regional,
    /// Custom.
    Custom,
    /// Peremptory norms.
    JusCogens,
    /// How a treaty body or court reads a treaty.
    Interpretation,
    /// Not binding.
    SoftLaw,
}

/// An instrument.
#[derive(Debug, Clone)]
pub struct Instrument {
    /// Its identifier.
    pub id: String,
    /// Its full title.
    pub label: Label,
    /// Its short title.
    pub short: Option<String>,
    /// What kind.
    pub kind: InstrumentKind,
    /// When adopted.
    pub adopted: Option<String>,
    /// When it entered into force.
    pub in_force: Option<String>,
    /// The body that monitors it.
    pub monitored_by: Option<String>,
    /// Under which instrument complaints can be made.
    pub complaints: Option<String>,
    /// What it interprets.
    pub interprets: Vec<String>,
    /// Whose members alone can be party, and whether membership alone binds.
    pub region: Option<(String, bool)>,
    /// Articles no reservation may touch.
    pub not_reservable: Vec<String>,
    /// Where its data was found.
    pub source: Option<String>,
    /// Whether its text has not been seen.
    pub unconfirmed: bool,
    /// Anything else.
    pub note: Option<String>,
    /// Where it is declared.
    pub span: Span,
}

impl Instrument {
    /// Whether no reservation may touch this place.
    pub fn is_fixed(&self, place: &str) -> bool {
        self.not_reservable.iter().any(|fixed| super::lies_in(place, fixed))
    }
}

/// A pinpoint in an instrument.
#[derive(Debug, Clone)]
pub struct Citation {
    /// The instrument.
    pub instrument: String,
    /// The article or paragraph.
    pub place: Option<String>,
    /// Whether it is a paragraph.
    pub paragraph: bool,
    /// A short quotation and its place in the rule file.
    pub quote: Option<(String, Span)>,
    /// Where the words were seen.
    pub source: Option<String>,
    /// Whether they have not been seen.
    pub unconfirmed: bool,
    /// Where it is cited.
    pub span: Span,
}

/// A leg that `justify` asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Leg {
    /// A stated ground.
    Legality,
    /// One of these aims; any, when empty.
    Aim(Vec<ThingId>),
    /// Less severe measures insufficient or considered.
    Necessity {
        /// Whether it is for a person to weigh.
        weighed: bool,
    },
    /// All of these safeguards; whether a time limit; whether it is for a person to weigh.
    Proportionality(Vec<ThingId>, bool, bool),
}

/// What `equal` compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Equalled {
    /// A service, a safeguard or a measure.
    One(ThingId),
    /// Anything of this kind that the law gives or lets be done.
    Any(ThingKind),
}

impl Equalled {
    /// The thing, where it is one.
    pub fn one(self) -> Option<ThingId> {
        match self {
            Equalled::One(thing) => Some(thing),
            Equalled::Any(_) => None,
        }
    }
}

/// What a form asks.
#[derive(Debug, Clone)]
pub enum FormKind {
    /// The law must not empower it.
    Forbid {
        /// The measure.
        measure: ThingId,
    },
    /// Not for longer.
    Limit {
        /// The measure.
        measure: ThingId,
        /// The longest; if none, it is enough that there is some limit.
        to: Option<Length>,
        /// Where any limit is enough: beyond which it is for a person to weigh.
        beyond: Option<Length>,
    },
    /// A safeguard whenever a measure is taken.
    RequireWhenever {
        /// The safeguard.
        safeguard: ThingId,
        /// The measure.
        measure: ThingId,
        /// In time.
        within: Option<Length>,
        /// Again and again, so often.
        every: Option<Length>,
        /// The treaty's own word for the time, whose bound `within` then is.
        promptly: Option<TimeId>,
        /// The outer bound of that word.
        beyond: Option<Length>,
        /// By that kind of authority.
        by: Option<ThingId>,
    },
    /// Something everyone concerned is entitled to.
    RequireFor {
        /// The service or safeguard.
        thing: ThingId,
        /// In time.
        within: Option<Length>,
        /// By that kind of authority.
        by: Option<ThingId>,
    },
    /// A prohibition.
    RequireBan {
        /// The measure.
        measure: ThingId,
        /// Done by that kind of actor.
        by: Option<ThingId>,
    },
    /// No difference on these grounds.
    Equal {
        /// A service or a measure.
        thing: Equalled,
        /// Who may not be treated worse; anybody, when it is not said.
        whom: Condition,
        /// The grounds: facts.
        grounds: Vec<super::vocabulary::FactId>,
        /// Aims that can justify; any, when empty.
        aims: Vec<ThingId>,
        /// Grounds that never justify; all of them, when the list is empty.
        never: Option<Vec<super::vocabulary::FactId>>,
    },
    /// Not the one step without the other.
    Before {
        /// The later step.
        step: ThingId,
        /// The step that must come first.
        pass: ThingId,
        /// Only a procedure that the law lays down is judged; a power without one is not.
        laid_down: bool,
    },
    /// The law's own definition.
    Define {
        /// The term.
        term: TermId,
        /// At least, at most, exactly.
        reach: Reach,
        /// What the instrument means.
        means: Condition,
    },
    /// The legs of a justification.
    Justify {
        /// The measure.
        measure: ThingId,
        /// The legs.
        legs: Vec<Leg>,
    },
    /// An institution.
    Establish {
        /// The institution.
        institution: ThingId,
    },
}

/// A form and the people it speaks of.
#[derive(Debug, Clone)]
pub struct Form {
    /// What it asks.
    pub kind: FormKind,
    /// The people it names.
    pub who: Condition,
    /// The conditions on them, exceptions taken out, `applies when` included.
    pub scope: Condition,
    /// Reasons among its conditions, asked of each power: it speaks of measures taken for all of them.
    pub reasons: Vec<ReasonId>,
    /// Whether the whole of it is for a person to weigh.
    pub weighed: bool,
    /// Where it is written.
    pub span: Span,
}

/// A question that a lawyer asks; standards answer it.
#[derive(Debug, Clone)]
pub struct Point {
    /// Its identifier.
    pub id: String,
    /// Its title.
    pub label: Label,
    /// Its theme.
    pub theme: String,
    /// The question.
    pub question: Label,
    /// Where it is declared.
    pub span: Span,
}

/// A standard.
#[derive(Debug, Clone)]
pub struct Standard {
    /// Its identifier.
    pub id: String,
    /// Its title.
    pub label: Label,
    /// Its theme.
    pub theme: String,
    /// Rows of the catalogue it states.
    pub catalogue: Vec<String>,
    /// What it rests on.
    pub basis: Vec<Citation>,
    /// Who interprets it.
    pub interpreted: Vec<Citation>,
    /// What it asks: all of these.
    pub forms: Vec<Form>,
    /// What to do about what is found.
    pub help: Option<Label>,
    /// A remark.
    pub note: Option<Label>,
    /// Whether it cannot be derogated from.
    pub non_derogable: bool,
    /// The point it answers.
    pub point: Option<String>,
    /// Whether what it asks for has to stand in a law.
    pub laid_down_by_law: bool,
    /// Whether being bound by it is enough to raise it.
    pub duty_to_legislate: bool,
    /// Whether it asks that each case be weighed.
    pub requires_weighing: bool,
    /// Its own tests.
    pub examples: Vec<ExampleItem>,
    /// Where it is declared.
    pub span: Span,
}

impl Standard {
    /// The names by which a person chooses it: its identifier, its point and its theme.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        [Some(self.id.as_str()), self.point.as_deref(), Some(self.theme.as_str())].into_iter().flatten()
    }

    /// Whether a name chooses it, alone or among the standards of its point or theme.
    pub fn is_called(&self, name: &str) -> bool {
        self.names().any(|own| own == name)
    }
}

/// A rule of international law on how the others are applied: judged against no law, held by the checker itself.
#[derive(Debug, Clone)]
pub struct Principle {
    /// Its identifier.
    pub id: String,
    /// Its title.
    pub label: Label,
    /// Its theme.
    pub theme: String,
    /// Rows of the catalogue it states.
    pub catalogue: Vec<String>,
    /// What it rests on.
    pub basis: Vec<Citation>,
    /// How the checker applies it.
    pub note: Option<Label>,
    /// Where it is declared.
    pub span: Span,
}
