//! Deciding by boxes: a set of values for each fact, narrowed until the formula is certain.

use super::decide::{Answer, Engine};
use super::domain::{Domain, FactId, FactShape, Mask, Situation, full_mask};
use super::formula::{Formula, Formulas, Node, Place};
use crate::ids::IdVec;
use std::sync::Arc;

/// Three-valued truth inside a box.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Truth {
    Yes,
    No,
    Open,
}

/// What a search works on, kept from one question to the next: the box of everybody, and the nearest person in it.
#[derive(Debug, Clone, Default)]
pub(super) struct Sheet {
    shapes: Arc<IdVec<FactShape>>,
    masks: IdVec<FactShape, Mask>,
    person: Situation,
    trail: Vec<(FactId, Mask, u8)>,
}

impl Sheet {
    /// Made to fit a domain, unless it does already.
    fn fit(&mut self, domain: &Domain) {
        if !Arc::ptr_eq(&self.shapes, &domain.facts) || !self.trail.is_empty() {
            self.shapes = Arc::clone(&domain.facts);
            self.masks = domain.facts.map(|f| full_mask(f.size));
            self.person = domain.most_usual();
            self.trail.clear();
        }
    }
}

/// A box that can be narrowed and widened again.
pub(super) struct Narrowing<'a> {
    pub(super) formulas: &'a Formulas,
    sheet: Sheet,
    pub(super) steps: u64,
    /// The background holds too: its parts are taken up only where they do not hold already.
    lazily: bool,
}

impl<'a> Narrowing<'a> {
    /// One for a goal: beside it what is pending, the background left out.
    pub(super) fn of(formulas: &'a Formulas, goal: &[Formula], mut sheet: Sheet) -> (Self, Vec<Place>) {
        sheet.fit(formulas.domain());
        let mut pending: Vec<Place> = goal.iter().map(|g| formulas.at(*g)).collect();
        pending.retain(|g| !formulas.is_background(*g));
        let lazily = pending.len() < goal.len();
        (Narrowing { formulas, sheet, steps: 0, lazily }, pending)
    }

    /// Gives back what it worked on.
    pub(super) fn done(mut self) -> Sheet {
        self.undo(0);
        self.sheet
    }

    /// Of each fact the value nearest to the ordinary one: nobody in the box is more ordinary.
    pub(super) fn nearest(&self) -> &Situation {
        &self.sheet.person
    }

    /// In what that person differs from what is usual, and how far: the facts declared last come first.
    pub(super) fn unusual(&self) -> Vec<(FactId, u8)> {
        // A fact that was never narrowed has its usual value.
        let moved = self.sheet.trail.iter().map(|(fact, _, _)| *fact);
        let away = |fact| (fact, self.sheet.person[fact].abs_diff(self.formulas.domain().usual(fact)));
        let mut out: Vec<(FactId, u8)> = moved.map(away).filter(|(_, away)| *away != 0).collect();
        out.sort_unstable_by(|a, b| b.cmp(a));
        out.dedup();
        out
    }

    /// Takes up what the nearest person of the box still violates of the background, and makes its consequences, until
    /// nothing is left to take up. Says whether anybody is left.
    pub(super) fn settle(&mut self, pending: &mut Vec<Place>) -> bool {
        // A part that is taken up is from then on among what is pending, or its own parts are.
        let mut taken: Vec<Place> = Vec::new();
        loop {
            if !self.propagate(pending) {
                return false;
            }
            if !self.lazily {
                return true;
            }
            // Who is ordinary in a fact that was never narrowed violates nothing by it.
            let moved = self.sheet.trail.iter().map(|(fact, _, _)| *fact);
            let mut more = self.formulas.background_against(&self.sheet.person, moved);
            more.retain(|part| !taken.contains(part) && pending.binary_search(part).is_err());
            if more.is_empty() {
                return true;
            }
            pending.extend(more.iter().copied());
            taken.append(&mut more);
        }
    }

    pub(super) fn mark(&self) -> usize {
        self.sheet.trail.len()
    }

    pub(super) fn undo(&mut self, mark: usize) {
        let Sheet { masks, person, trail, .. } = &mut self.sheet;
        while trail.len() > mark {
            if let Some((fact, mask, value)) = trail.pop() {
                (masks[fact], person[fact]) = (mask, value);
            }
        }
    }

    pub(super) fn mask(&self, fact: FactId) -> Mask {
        self.sheet.masks[fact]
    }

    /// Narrows one fact; says whether a value is left.
    pub(super) fn narrow(&mut self, fact: FactId, mask: Mask) -> bool {
        let Sheet { masks, person, trail, .. } = &mut self.sheet;
        let (m, p) = (&mut masks[fact], &mut person[fact]);
        let new = *m & mask;
        if new != *m {
            trail.push((fact, *m, *p));
            *m = new;
            if new >> *p & 1 == 0 {
                *p = self.formulas.domain().nearest(fact, new);
            }
        }
        new != 0
    }

    pub(super) fn truth(&self, formula: Place) -> Truth {
        match self.formulas.node_at(formula) {
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
    ///
    /// A choice is looked at again only when one of its facts was narrowed since.
    pub(super) fn propagate(&mut self, pending: &mut Vec<Place>) -> bool {
        let formulas = self.formulas;
        let mut work: Vec<Place> = std::mem::take(pending);
        // What narrows at once comes first; then the choices are looked at once and not twice.
        work.sort_by_key(|f| matches!(formulas.node_at(*f), Node::Value { .. }));
        let mut waiting: Vec<Place> = Vec::with_capacity(work.len());
        loop {
            let mut narrowed: Vec<u64> = Vec::new();
            while let Some(formula) = work.pop() {
                self.steps += 1;
                match formulas.node_at(formula) {
                    Node::True => {}
                    Node::False => return false,
                    Node::Value { fact, mask } => {
                        let before = self.mask(*fact);
                        if !self.narrow(*fact, *mask) {
                            return false;
                        }
                        if before != self.mask(*fact) {
                            let at = fact.place() / 64;
                            if narrowed.len() <= at {
                                narrowed.resize(at + 1, 0);
                            }
                            if let Some(word) = narrowed.get_mut(at) {
                                *word |= 1 << (fact.place() % 64);
                            }
                        }
                    }
                    Node::All(parts) => work.extend(parts.iter().rev().copied()),
                    Node::Some(parts) => {
                        let mut only = None;
                        let mut open = 0;
                        for part in parts {
                            match self.truth(*part) {
                                Truth::Yes => {
                                    open = usize::MAX;
                                    break;
                                }
                                Truth::Open => {
                                    open += 1;
                                    only = Some(*part);
                                }
                                Truth::No => {}
                            }
                        }
                        match (open, only) {
                            (0, _) => return false,
                            (1, Some(part)) => work.push(part),
                            (usize::MAX, _) => {}
                            _ => waiting.push(formula),
                        }
                    }
                }
            }
            if narrowed.is_empty() {
                break;
            }
            let touched = |f: &Place| formulas.fact_bits(*f).iter().zip(&narrowed).any(|(a, b)| a & b != 0);
            let mut still = Vec::with_capacity(waiting.len());
            for formula in waiting {
                if touched(&formula) {
                    work.push(formula);
                } else {
                    still.push(formula);
                }
            }
            work.reverse();
            waiting = still;
        }
        waiting.sort_unstable();
        *pending = waiting;
        true
    }
}

/// The engine of boxes: cheapest where a law has few exceptions to exceptions.
#[derive(Debug, Clone, Default)]
pub struct Boxes {
    pub(super) sheet: Sheet,
}

impl Engine for Boxes {
    fn solve(&mut self, formulas: &Formulas, goal: &[Formula], budget: u64) -> Answer {
        self.solve_within(formulas, goal, &[], budget).0
    }
}

impl Boxes {
    /// The same for those in a box only: for some facts the values they may have. Beside it the steps that were taken.
    pub(super) fn solve_within(
        &mut self,
        formulas: &Formulas,
        goal: &[Formula],
        within: &[(FactId, Mask)],
        budget: u64,
    ) -> (Answer, u64) {
        let (mut state, pending) = Narrowing::of(formulas, goal, std::mem::take(&mut self.sheet));
        let somebody = within.iter().all(|(fact, mask)| state.narrow(*fact, *mask));
        let answer = if somebody { search(&mut state, pending, budget) } else { Answer::Unsatisfiable };
        let steps = state.steps;
        self.sheet = state.done();
        (answer, steps)
    }
}

fn search(state: &mut Narrowing<'_>, mut pending: Vec<Place>, budget: u64) -> Answer {
    if !state.settle(&mut pending) {
        return Answer::Unsatisfiable;
    }
    let formulas = state.formulas;
    // Often the nearest person of the box will do: then no choice has to be made.
    let mut best: Option<(usize, usize)> = None;
    for (at, formula) in pending.iter().enumerate() {
        if formulas.holds_at(*formula, state.nearest()) {
            continue;
        }
        // Of the choices that stand open, the one with the fewest ways out.
        let open = formulas.choice(*formula).iter().filter(|p| state.truth(**p) != Truth::No).count();
        if best.is_none_or(|(least, _)| open < least) {
            best = Some((open, at));
        }
    }
    let Some((_, at)) = best else { return Answer::Satisfiable(state.nearest().clone()) };
    if state.steps > budget {
        return Answer::Undecided;
    }
    let chosen = pending.remove(at);
    for part in formulas.choice(chosen) {
        if state.truth(*part) == Truth::No {
            continue;
        }
        let mark = state.mark();
        let mut next = pending.clone();
        next.push(*part);
        match search(state, next, budget) {
            Answer::Unsatisfiable => state.undo(mark),
            decided => return decided,
        }
    }
    Answer::Unsatisfiable
}
