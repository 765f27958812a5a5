//! One demand of a standard: the questions it puts to a law, and whom each of them leaves outside.

use super::case::{Case, Concern};
use crate::finding::{Finding, Mark, Verdict};
use crate::ids::Id;
use crate::law::{Part, Touch, View};
use crate::logic::{Formula, Undecided};
use crate::model::{PowerId, Procedure, ReasonId, ThingId};

/// What a demand is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    /// The law as a whole.
    Law,
    /// One power.
    Power(PowerId),
    /// One procedure.
    Procedure(Id<Procedure>),
    /// One of the law's definitions, by its place.
    Definition(usize),
    /// One way in which the law treats people, by its place.
    Treatment(usize),
}

/// Whom a question leaves outside in one reading.
#[derive(Debug, Clone, Copy)]
pub(super) struct Outside {
    /// By the law's own words.
    pub(super) words: Formula,
    /// By what the law allows in a text that was not read whole: an exception may stand in what was not read.
    pub(super) loose: Formula,
    /// By silence.
    pub(super) silence: Formula,
    /// Those whose case turns on weighing.
    pub(super) weighed: Formula,
}

impl Outside {
    /// Nobody.
    pub(super) fn nobody(case: &Case<'_, '_>) -> Outside {
        let no = case.law.formulas.no();
        Outside { words: no, loose: no, silence: no, weighed: no }
    }
}

/// Those whom general clauses reach: of those left outside by words, and of all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Saved {
    /// By the law's own words.
    pub(super) words: Formula,
    /// By what the law allows in a text that was not read whole, or by silence.
    pub(super) others: Formula,
}

impl Saved {
    /// The same of both.
    pub(super) fn all(set: Formula) -> Saved {
        Saved { words: set, others: set }
    }
}

/// Those whom only powers reach to which a clause stands that subjects them to other law: whom another reaches too, it
/// does not save.
pub(super) fn saved_from<'l, 'o>(
    case: &mut Case<'l, 'o>,
    powers: &[PowerId],
    stands: &dyn Fn(PowerId) -> bool,
    permitted: &mut dyn FnMut(&mut Case<'l, 'o>, PowerId) -> Formula,
) -> Saved {
    let mut of = |loose: bool| {
        let (mut saved, mut others) = (Vec::new(), Vec::new());
        for power in powers.iter().copied().filter(|power| case.is_loose(*power) == loose).collect::<Vec<_>>() {
            let reached = permitted(case, power);
            if stands(power) { saved.push(reached) } else { others.push(reached) }
        }
        let [saved, others] = [saved, others].map(|ways| case.law.formulas.some(ways));
        let no_others = case.law.formulas.not(others);
        case.law.formulas.all([saved, no_others])
    };
    Saved { words: of(false), others: of(true) }
}

/// Which of its sets gave a question its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// The law's words.
    Words,
    /// Its silence, or the silence of what was read.
    Silence,
    /// What is to be weighed.
    Weighed,
}

/// The word of one question, and the set that gave it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Outcome {
    /// The word: one that is found.
    pub(super) verdict: Verdict,
    /// What gave it.
    pub(super) side: Side,
    /// The situations.
    pub(super) violation: Formula,
}

/// A form: the questions it asks, and what it says of the answers. The table that turns answers into words is one for all.
pub(super) trait Demand {
    /// Everything it is held against, in the order of the law.
    fn questions(&self, case: &mut Case<'_, '_>) -> Result<Vec<About>, Undecided>;

    /// Whom a question leaves outside with what is kept of the law.
    fn outside(&self, case: &mut Case<'_, '_>, about: About, view: &View) -> Result<Outside, Undecided>;

    /// Whether a question is raised.
    fn is_raised(&self, case: &mut Case<'_, '_>, about: About, view: &View) -> Result<bool, Undecided>;

    /// What is found: of whom, by what, in which words.
    fn report(&self, case: &mut Case<'_, '_>, about: About, found: Outcome) -> Result<(Finding, Concern), Undecided>;

    /// The parts of the law that can protect somebody from what a question asks about.
    fn parts(&self, case: &mut Case<'_, '_>, about: About) -> Vec<Part>;

    /// Whom a question of the law as a whole would leave outside if only what is kept of the law protected them: asked to
    /// find what a *provided* rests on, where leaving out a part would merely no longer raise the question.
    fn unprotected(&self, case: &mut Case<'_, '_>, about: About, view: &View) -> Result<Formula, Undecided> {
        let Outside { words, loose, silence, weighed } = self.outside(case, about, view)?;
        Ok(case.law.formulas.some([words, loose, silence, weighed]))
    }

    /// How the power that a question is about touches those it asks about, where it is about one.
    fn touch(&self, _case: &mut Case<'_, '_>, _about: About, _view: &View) -> Result<Option<Touch>, Undecided> {
        Ok(None)
    }

    /// Those of whom a question about one power is asked.
    fn spoken_of(&self, case: &mut Case<'_, '_>, view: &View) -> Formula {
        case.within(self.scope(), view)
    }

    /// The reasons for which alone it is asked.
    fn reasons(&self) -> &[ReasonId] {
        &[]
    }

    /// The measure that is done to whomever it speaks of, where powers are asked one by one.
    fn done(&self, _case: &Case<'_, '_>) -> Option<ThingId> {
        None
    }

    /// Whether a question of the law as a whole speaks of what every power permits.
    fn is_of_every_power(&self) -> bool {
        false
    }

    /// Those left outside by the powers to which a clause stands that subjects them to other law.
    fn saved(&self, case: &mut Case<'_, '_>, about: About, stands: &dyn Fn(PowerId) -> bool, _view: &View) -> Saved {
        match about {
            About::Power(power) if stands(power) => Saved::all(case.law.formulas.yes()),
            _ => Saved::all(case.law.formulas.no()),
        }
    }

    /// Whether helping one person may hurt another here: then doubts of two kinds are taken all four ways.
    fn compares(&self) -> bool {
        false
    }

    /// What protects as a whole and cannot be taken apart: a definition, a procedure, every treatment looked at.
    fn whole(&self, _case: &mut Case<'_, '_>, _about: About) -> Vec<Mark> {
        Vec::new()
    }

    /// The people and situations it speaks of.
    fn scope(&self) -> Formula;

    /// What it asks for: everything that has to be searched before its absence is known.
    fn asks_for(&self) -> Sought;
}

/// What a demand asks for: a thing, a measure, or a thing whenever a measure is taken.
#[derive(Debug, Clone, Default)]
pub(super) struct Sought {
    /// The safeguard, service or institution.
    pub(super) thing: Option<ThingId>,
    /// The measure.
    pub(super) measure: Option<ThingId>,
    /// Whatever else it asks for.
    pub(super) more: Vec<ThingId>,
}

impl Sought {
    /// A measure alone.
    pub(super) fn measure(measure: ThingId) -> Sought {
        Sought { measure: Some(measure), ..Sought::default() }
    }

    /// A thing alone.
    pub(super) fn thing(thing: ThingId) -> Sought {
        Sought { thing: Some(thing), ..Sought::default() }
    }
}
