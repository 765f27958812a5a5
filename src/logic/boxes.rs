//! Deciding by boxes: a set of values for each fact, narrowed until the formula is certain.

use super::decide::{Answer, Engine};
use super::domain::Mask;
use super::formula::{Formula, Formulas, Node};

/// Three-valued truth inside a box.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Truth {
    Yes,
    No,
    Open,
}

/// A box that can be narrowed and widened again.
pub(super) struct Narrowing<'a> {
    pub(super) formulas: &'a Formulas,
    pub(super) masks: Vec<Mask>,
    trail: Vec<(u32, Mask)>,
    pub(super) steps: u64,
}

impl<'a> Narrowing<'a> {
    pub(super) fn new(formulas: &'a Formulas) -> Self {
        let masks = (0..formulas.domain().facts.len() as u32).map(|f| formulas.domain().full(f)).collect();
        Narrowing { formulas, masks, trail: Vec::new(), steps: 0 }
    }

    pub(super) fn mark(&self) -> usize {
        self.trail.len()
    }

    pub(super) fn undo(&mut self, mark: usize) {
        while self.trail.len() > mark {
            if let Some((fact, mask)) = self.trail.pop()
                && let Some(slot) = self.masks.get_mut(fact as usize)
            {
                *slot = mask;
            }
        }
    }

    pub(super) fn mask(&self, fact: u32) -> Mask {
        self.masks.get(fact as usize).copied().unwrap_or(0)
    }

    /// Narrows one fact; says whether a value is left.
    pub(super) fn narrow(&mut self, fact: u32, mask: Mask) -> bool {
        let Some(slot) = self.masks.get_mut(fact as usize) else { return false };
        let old = *slot;
        let new = old & mask;
        if new != old {
            self.trail.push((fact, old));
            *slot = new;
        }
        new != 0
    }

    pub(super) fn truth(&self, formula: Formula) -> Truth {
        match self.formulas.node(formula) {
            Node::True => Truth::Yes,
            Node::False => Truth::No,
            Node::Value { fact, mask } => {
                let now = self.mask(*fact);
                if now & mask == 0 {
                    Truth::No
                } else if now & !mask == 0 {
                    Truth::Yes
                } else {
                    Truth::Open
                }
            }
            Node::All(parts) => {
                let mut result = Truth::Yes;
                for part in parts {
                    match self.truth(*part) {
                        Truth::No => return Truth::No,
                        Truth::Open => result = Truth::Open,
                        Truth::Yes => {}
                    }
                }
                result
            }
            Node::Some(parts) => {
                let mut result = Truth::No;
                for part in parts {
                    match self.truth(*part) {
                        Truth::Yes => return Truth::Yes,
                        Truth::Open => result = Truth::Open,
                        Truth::No => {}
                    }
                }
                result
            }
        }
    }

    /// Makes every consequence of the pending formulas that needs no choice. What is left pending are choices.
    pub(super) fn propagate(&mut self, pending: &mut Vec<Formula>) -> bool {
        let formulas = self.formulas;
        loop {
            let mut changed = false;
            let mut kept: Vec<Formula> = Vec::with_capacity(pending.len());
            let mut work: Vec<Formula> = std::mem::take(pending);
            while let Some(formula) = work.pop() {
                self.steps += 1;
                match formulas.node(formula) {
                    Node::True => {}
                    Node::False => return false,
                    Node::Value { fact, mask } => {
                        let before = self.mask(*fact);
                        if !self.narrow(*fact, *mask) {
                            return false;
                        }
                        changed |= before != self.mask(*fact);
                    }
                    Node::All(parts) => work.extend(parts.iter().rev().copied()),
                    Node::Some(parts) => {
                        let mut only = None;
                        let mut open = 0;
                        let mut done = false;
                        for part in parts {
                            match self.truth(*part) {
                                Truth::Yes => {
                                    done = true;
                                    break;
                                }
                                Truth::Open => {
                                    open += 1;
                                    only = Some(*part);
                                }
                                Truth::No => {}
                            }
                        }
                        match (done, open, only) {
                            (true, ..) => {}
                            (_, 0, _) => return false,
                            (_, 1, Some(part)) => {
                                work.push(part);
                                changed = true;
                            }
                            _ => kept.push(formula),
                        }
                    }
                }
            }
            kept.reverse();
            *pending = kept;
            if !changed || pending.is_empty() {
                return true;
            }
        }
    }
}

/// The engine of boxes: cheapest where a law has few exceptions to exceptions.
#[derive(Debug, Default)]
pub struct Boxes;

impl Engine for Boxes {
    fn solve(&mut self, formulas: &Formulas, goal: &[Formula], budget: u64) -> Answer {
        let mut state = Narrowing::new(formulas);
        let pending = goal.to_vec();
        search(&mut state, pending, budget)
    }
}

fn search(state: &mut Narrowing<'_>, mut pending: Vec<Formula>, budget: u64) -> Answer {
    if !state.propagate(&mut pending) {
        return Answer::Unsatisfiable;
    }
    if pending.is_empty() {
        let domain = state.formulas.domain();
        let situation = state.masks.iter().enumerate().map(|(f, m)| domain.nearest(f as u32, *m)).collect();
        return Answer::Satisfiable(situation);
    }
    if state.steps > budget {
        return Answer::Undecided;
    }
    // The choice with the fewest ways out.
    let mut best: Option<(usize, usize)> = None;
    for (at, formula) in pending.iter().enumerate() {
        if let Node::Some(parts) = state.formulas.node(*formula) {
            let open = parts.iter().filter(|p| state.truth(**p) != Truth::No).count();
            if best.is_none_or(|(least, _)| open < least) {
                best = Some((open, at));
            }
        }
    }
    let Some((_, at)) = best else { return Answer::Undecided };
    let chosen = pending.remove(at);
    let Node::Some(parts) = state.formulas.node(chosen).clone() else { return Answer::Undecided };
    let mut undecided = false;
    for part in &parts {
        if state.truth(*part) == Truth::No {
            continue;
        }
        let mark = state.mark();
        let mut next = pending.clone();
        next.push(*part);
        match search(state, next, budget) {
            Answer::Satisfiable(situation) => return Answer::Satisfiable(situation),
            Answer::Undecided => {
                undecided = true;
                state.undo(mark);
                break;
            }
            Answer::Unsatisfiable => state.undo(mark),
        }
    }
    if undecided { Answer::Undecided } else { Answer::Unsatisfiable }
}
