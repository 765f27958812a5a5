//! The most ordinary situation in which a formula holds.
//!
//! Ordinary is defined by meaning and not by what a solver happens to return: the fewest facts differ from what is
//! usual; among those, facts declared later stay usual, so that the first ground a law names is the one that shows; a
//! fact that must differ takes the nearest value.

use super::boxes::{Narrowing, Truth};
use super::decide::{Decider, Undecided};
use super::domain::{FactId, Mask, Situation};
use super::formula::{Formula, Formulas, Place};

/// The facts in which a situation differs from what is usual.
pub fn departures(formulas: &Formulas, situation: &Situation) -> Vec<FactId> {
    // Somebody who was found before a fact was copied has no value of the copy.
    let facts = formulas.domain().facts.entries().zip(situation);
    facts.filter(|((_, fact), value)| fact.usual != **value).map(|((id, _), _)| id).collect()
}

struct Best {
    situation: Option<Situation>,
    key: (usize, Vec<(FactId, u8)>),
}

/// The most ordinary situation in which all formulas of the goal hold, or `None` when there is none.
pub fn most_ordinary(
    formulas: &mut Formulas,
    goal: &[Formula],
    decider: &mut Decider,
) -> Result<Option<Situation>, Undecided> {
    let large = goal.iter().any(|g| formulas.is_large(*g));
    // The search below says by itself whether there is anybody; to verify, the engines are asked too.
    if (large || decider.verify) && decider.find(formulas, goal)?.is_none() {
        return Ok(None);
    }
    if !large {
        let (mut state, pending) = Narrowing::of(formulas, goal, decider.sheet());
        let mut best = Best { situation: None, key: (usize::MAX, Vec::new()) };
        let complete = search(&mut state, pending, &mut best, decider.person_budget);
        if !complete {
            decider.steps.take(state.steps);
        }
        decider.keep_sheet(state.done());
        match best.situation {
            None if complete && !decider.verify => return Ok(None),
            None if complete => return Err(Undecided::Disagreement),
            // A situation is never believed: it is evaluated again, plainly.
            Some(situation) if complete && goal.iter().all(|g| formulas.holds(*g, &situation)) => {
                return Ok(Some(situation));
            }
            Some(_) if complete => return Err(Undecided::Disagreement),
            _ => {}
        }
    }
    if decider.find(formulas, goal)?.is_none() {
        return Ok(None);
    }
    let facts = formulas.facts(goal.iter().copied());
    one_by_one(formulas, goal, &facts, decider).map(Some)
}

/// Every fact, from the last declared to the first, takes the nearest value that is still possible.
fn one_by_one(
    formulas: &mut Formulas,
    goal: &[Formula],
    facts: &[FactId],
    decider: &mut Decider,
) -> Result<Situation, Undecided> {
    let mut fixed: Vec<(FactId, Mask)> = Vec::with_capacity(facts.len());
    let mut found = None;
    for fact in facts.iter().rev() {
        let mut rest = formulas.domain().full(*fact);
        while rest != 0 {
            let value = formulas.domain().nearest(*fact, rest);
            fixed.push((*fact, 1 << value));
            found = decider.find_within(formulas, goal, &fixed)?;
            if found.is_some() {
                break;
            }
            fixed.pop();
            rest &= !(1 << value);
        }
    }
    if found.is_none() {
        found = decider.find_within(formulas, goal, &fixed)?;
    }
    let found = found.ok_or(Undecided::Disagreement)?;
    let mut situation = formulas.domain().most_usual();
    for fact in facts {
        situation[*fact] = found[*fact];
    }
    Ok(situation)
}

/// Looks through every way the goal can hold, leaving out what is already less ordinary. Says whether it got to the end.
fn search(state: &mut Narrowing<'_>, mut pending: Vec<Place>, best: &mut Best, budget: u64) -> bool {
    if state.steps > budget {
        return false;
    }
    // Nobody in this box is more ordinary than the one who takes the nearest value of each fact.
    if !state.settle(&mut pending) {
        return true;
    }
    // How many facts are not as usual; of these the last declared, and how far away it is, then the one before.
    let away = state.unusual();
    let key = (away.len(), away);
    if key >= best.key {
        return true;
    }
    let Some(at) = pending.iter().position(|p| !state.formulas.holds_at(*p, state.nearest())) else {
        best.situation = Some(state.nearest().clone());
        best.key = key;
        return true;
    };
    let chosen = pending.remove(at);
    let formulas = state.formulas;
    for part in formulas.choice(chosen) {
        if state.truth(*part) == Truth::No {
            continue;
        }
        let mark = state.mark();
        let mut next = pending.clone();
        next.push(*part);
        let complete = search(state, next, best, budget);
        state.undo(mark);
        if !complete {
            return false;
        }
    }
    true
}
