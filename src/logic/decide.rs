//! Whether a formula can hold: boxes first, the SAT solver when they give up, both when asked to verify.

use super::boxes::{Boxes, Sheet};
use super::domain::{FactId, Mask, Situation, lies_in};
use super::formula::{Formula, Formulas};
use super::sat::Sat;
use super::steps::Steps;
use std::fmt;

/// What an engine says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Yes, in this situation.
    Satisfiable(Situation),
    /// Never.
    Unsatisfiable,
    /// The budget was used up.
    Undecided,
}

/// Something that decides whether all formulas of a goal can hold together.
pub trait Engine {
    /// Decides, or gives up within the budget.
    fn solve(&mut self, formulas: &Formulas, goal: &[Formula], budget: u64) -> Answer;
}

/// A question that no engine answered within its budget, or on which two engines disagreed.
///
/// There is no verdict then: undecided is never `provided`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undecided {
    /// The question took more than a question may.
    Budget,
    /// The run took more than a run may.
    Run,
    /// The engines disagree, or a situation they gave does not hold: a fault of ours.
    Disagreement,
}

impl fmt::Display for Undecided {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Undecided::Budget => "undecided: the budget was used up",
            Undecided::Run => "undecided: the steps of the run were used up",
            Undecided::Disagreement => "undecided: two engines disagree",
        })
    }
}

impl std::error::Error for Undecided {}

/// How many steps of the boxes take as long as one of the SAT solver.
const CLAUSE_STEP: u64 = 10;

/// Asks the engines, cheapest first.
#[derive(Debug, Clone)]
pub struct Decider {
    boxes: Boxes,
    sat: Sat,
    /// Ask both engines every time and compare.
    pub verify: bool,
    /// Steps the boxes may take before the SAT solver is asked.
    pub box_budget: u64,
    /// Looks the SAT solver may take before the question is given up.
    pub sat_budget: u64,
    /// Steps before the search for the most ordinary person gives way to fixing one fact after the other.
    pub person_budget: u64,
    /// The steps of all questions together that the boxes do not decide.
    pub steps: Steps,
}

impl Default for Decider {
    fn default() -> Self {
        Decider {
            boxes: Boxes::default(),
            sat: Sat,
            verify: false,
            box_budget: 4_000,
            sat_budget: 2_000_000,
            person_budget: 60_000,
            steps: Steps::of(u64::MAX),
        }
    }
}

impl Decider {
    /// A situation in which all formulas hold, or `None` when there is none.
    pub fn find(&mut self, formulas: &Formulas, goal: &[Formula]) -> Result<Option<Situation>, Undecided> {
        if goal.contains(&formulas.no()) {
            return Ok(None);
        }
        if self.steps.left() == 0 {
            return Err(Undecided::Run);
        }
        // The boxes walk a formula part by part; one that is large when written out is for the SAT solver.
        let large = goal.iter().any(|g| formulas.is_large(*g));
        let first = if large { Answer::Undecided } else { self.by_boxes(formulas, goal, &[]) };
        let answer = if self.verify && !large {
            let second = match first {
                Answer::Undecided => self.by_clauses(formulas, goal),
                // What is only asked for the sake of comparing is nothing that a law could be hard by.
                _ => self.sat.solve(formulas, goal, self.sat_budget),
            };
            match (&first, &second) {
                (Answer::Satisfiable(_), Answer::Unsatisfiable) | (Answer::Unsatisfiable, Answer::Satisfiable(_)) => {
                    return Err(Undecided::Disagreement);
                }
                (Answer::Undecided, _) => second,
                _ => first,
            }
        } else if first == Answer::Undecided {
            self.by_clauses(formulas, goal)
        } else {
            first
        };
        match answer {
            // A situation is never believed: it is evaluated again, plainly.
            Answer::Satisfiable(situation) if goal.iter().all(|g| formulas.holds(*g, &situation)) => {
                Ok(Some(situation))
            }
            Answer::Satisfiable(_) => Err(Undecided::Disagreement),
            Answer::Unsatisfiable => Ok(None),
            Answer::Undecided if self.steps.left() == 0 => Err(Undecided::Run),
            Answer::Undecided => Err(Undecided::Budget),
        }
    }

    fn by_boxes(&mut self, formulas: &Formulas, goal: &[Formula], within: &[(FactId, Mask)]) -> Answer {
        let (answer, steps) = self.boxes.solve_within(formulas, goal, within, self.box_budget);
        // What boxes decide they decide within few steps, and a law may be as long as it is. Only what is in vain counts.
        if answer == Answer::Undecided {
            self.steps.take(steps);
        }
        answer
    }

    fn by_clauses(&mut self, formulas: &Formulas, goal: &[Formula]) -> Answer {
        let (answer, steps) = self.sat.solve_within(formulas, goal, self.sat_budget, self.steps.left() / CLAUSE_STEP);
        self.steps.take(steps.saturating_mul(CLAUSE_STEP).max(1));
        answer
    }

    /// A situation in a box in which all formulas hold: for some facts, the values they may have.
    pub fn find_within(
        &mut self,
        formulas: &mut Formulas,
        goal: &[Formula],
        within: &[(FactId, Mask)],
    ) -> Result<Option<Situation>, Undecided> {
        if !self.verify && self.steps.left() > 0 && !goal.iter().any(|g| formulas.is_large(*g)) {
            match self.by_boxes(formulas, goal, within) {
                Answer::Satisfiable(s) if lies_in(&s, within) && goal.iter().all(|g| formulas.holds(*g, &s)) => {
                    return Ok(Some(s));
                }
                Answer::Satisfiable(_) => return Err(Undecided::Disagreement),
                Answer::Unsatisfiable => return Ok(None),
                Answer::Undecided => {}
            }
        }
        let mut goal = goal.to_vec();
        goal.extend(within.iter().map(|(fact, mask)| formulas.value(*fact, *mask)));
        self.find(formulas, &goal)
    }

    /// What the engine of boxes works on, to be given back with [`Decider::keep_sheet`].
    pub(super) fn sheet(&mut self) -> Sheet {
        std::mem::take(&mut self.boxes.sheet)
    }

    pub(super) fn keep_sheet(&mut self, sheet: Sheet) {
        self.boxes.sheet = sheet;
    }

    /// Whether all formulas can hold together.
    pub fn possible(&mut self, formulas: &Formulas, goal: &[Formula]) -> Result<bool, Undecided> {
        self.find(formulas, goal).map(|s| s.is_some())
    }
}
