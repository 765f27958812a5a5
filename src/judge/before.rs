//! `before STEP pass STEP`: violated when a path through a procedure reaches the first without the second, and some
//! situation satisfies every condition along it.
//!
//! Paths are not enumerated. A situation is asked for, a path is looked for among the arrows it opens, and when there
//! is none the cut that blocked it is added and the question asked again.

use super::case::{Case, Concern, FormResult, Found};
use crate::finding::{Arrow, Drawn, DrawnStep, Finding, Mark, Named, Reason, Role, Sentence, StepRole, Verdict};
use crate::logic::{Formula, Undecided};
use crate::model::{Form, Procedure, Step, ThingId};
use std::collections::VecDeque;

/// Steps beyond which the class is not computed, only the person and the path.
pub(super) const MOST_STEPS: usize = 60;

pub(super) fn judge(
    case: &mut Case<'_, '_>,
    form: &Form,
    (step, pass): (ThingId, ThingId),
    laid_down: bool,
) -> Result<FormResult, Undecided> {
    let order = case.law.order;
    let scope = case.scope(form);
    let is = |s: &Step, kind: ThingId| s.thing.is_some_and(|t| order.vocabulary.is_a(t, kind));
    let mut result = FormResult::default();
    let mut through = false;
    for procedure in &order.procedures {
        if !procedure.steps.iter().any(|s| is(s, step)) {
            continue;
        }
        through = true;
        let ends: Vec<bool> = procedure.steps.iter().map(|s| is(s, step)).collect();
        let stops: Vec<bool> = procedure.steps.iter().map(|s| is(s, pass)).collect();
        let graph = Graph::new(case, procedure, ends, stops);
        if let Some(path) = graph.path(case, scope)? {
            let (finding, concern) = report(case, form, procedure, &graph, scope, &path, (step, pass))?;
            result.findings.push(finding);
            result.concerns.push(concern);
        } else {
            let mark = Mark { span: procedure.span, role: Role::Protects, article: None };
            result.protects.push(mark);
        }
    }
    if !through && laid_down {
        return Ok(FormResult::not_governed());
    }
    if !through {
        return without_procedure(case, form, scope, step, pass);
    }
    if result.findings.is_empty() {
        result.reason = Some(Reason::Articles);
    }
    Ok(result)
}

/// The law has no such procedure: a power to do what the step does is then a gap, for nothing makes it pass.
fn without_procedure(
    case: &mut Case<'_, '_>,
    form: &Form,
    scope: Formula,
    step: ThingId,
    pass: ThingId,
) -> Result<FormResult, Undecided> {
    let order = case.law.order;
    let Some(measure) = order.vocabulary.thing(step).measure else { return Ok(FormResult::not_governed()) };
    let keep = case.law.keep_all();
    let mut result = FormResult::default();
    for power in case.law.powers_over(measure) {
        let permitted = case.law.permits_some(power, measure, &keep);
        let violation = case.law.formulas.all([scope, permitted]);
        if !case.happens(violation)? {
            continue;
        }
        let Some(p) = order.powers.get(power) else { continue };
        let (finding, concern) = case.report(Found {
            verdict: Verdict::Gap,
            sentence: Sentence::NoProcedure { step: case.thing(step), pass: case.thing(pass) },
            violation,
            who: vec![p.who.clone(), form.who.clone()],
            because: vec![case.mark(p.article, p.span, Role::Power)],
            nearly: Vec::new(),
        })?;
        result.findings.push(finding);
        result.concerns.push(concern);
    }
    if result.findings.is_empty() && order.governs(order.vocabulary.subject_of(measure)) {
        result.reason = Some(Reason::Silence);
    }
    Ok(result)
}

pub(super) struct Graph {
    /// From, to, condition.
    edges: Vec<(usize, usize, Formula)>,
    starts: Vec<usize>,
    ends: Vec<bool>,
    stops: Vec<bool>,
}

impl Graph {
    pub(super) fn new(case: &mut Case<'_, '_>, procedure: &Procedure, ends: Vec<bool>, stops: Vec<bool>) -> Graph {
        let edges: Vec<(usize, usize, Formula)> =
            procedure.edges.iter().map(|e| (e.from, e.to, case.law.formula(&e.where_))).collect();
        // A procedure starts at its first step, and wherever nothing leads to.
        let starts =
            (0..procedure.steps.len()).filter(|s| *s == 0 || !edges.iter().any(|(_, to, _)| to == s)).collect();
        Graph { edges, starts, ends, stops }
    }

    fn stops(&self, step: usize) -> bool {
        self.stops.get(step).copied().unwrap_or(false)
    }

    /// A situation and the arrows of a path open in it that reaches an end without a stop.
    fn path(&self, case: &mut Case<'_, '_>, scope: Formula) -> Result<Option<Vec<usize>>, Undecided> {
        let axioms = case.law.axioms;
        let mut goal = vec![axioms, scope];
        while let Some(situation) = case.law.decider.find(&case.law.formulas, &goal)? {
            match self.search(case, &situation) {
                Ok(path) => return Ok(Some(path)),
                Err(reached) => {
                    // Some arrow out of what was reached must be open.
                    let cut: Vec<Formula> = self
                        .edges
                        .iter()
                        .filter(|(from, to, _)| reached.contains(from) && !reached.contains(to) && !self.stops(*to))
                        .map(|(_, _, condition)| *condition)
                        .collect();
                    goal.push(case.law.formulas.some(cut));
                }
            }
        }
        Ok(None)
    }

    /// Breadth first through the open arrows; the steps reached, when no end is among them.
    fn search(&self, case: &Case<'_, '_>, situation: &[u8]) -> Result<Vec<usize>, Vec<usize>> {
        let mut came: Vec<Option<Option<usize>>> = vec![None; self.stops.len()];
        let mut queue: VecDeque<usize> = VecDeque::new();
        let mut reached = Vec::new();
        for start in self.starts.iter().filter(|s| !self.stops(**s)) {
            if let Some(slot) = came.get_mut(*start) {
                *slot = Some(None);
            }
            queue.push_back(*start);
        }
        while let Some(step) = queue.pop_front() {
            reached.push(step);
            if self.ends.get(step).copied().unwrap_or(false) {
                let mut path = Vec::new();
                let mut at = step;
                while let Some(Some(Some(edge))) = came.get(at) {
                    path.push(*edge);
                    at = self.edges.get(*edge).map_or(at, |(from, ..)| *from);
                }
                path.reverse();
                return Ok(path);
            }
            for (i, (from, to, condition)) in self.edges.iter().enumerate() {
                let fresh = came.get(*to).is_some_and(Option::is_none);
                if *from == step && fresh && !self.stops(*to) && case.law.formulas.holds(*condition, situation) {
                    if let Some(slot) = came.get_mut(*to) {
                        *slot = Some(Some(i));
                    }
                    queue.push_back(*to);
                }
            }
        }
        Err(reached)
    }

    /// The situations in which some path goes round.
    fn class(&self, case: &mut Case<'_, '_>) -> Formula {
        let reach = self.reach(case);
        let ends: Vec<Formula> = reach.iter().zip(&self.ends).filter(|(_, end)| **end).map(|(f, _)| *f).collect();
        case.law.formulas.some(ends)
    }

    /// The situations in which each step is reached: what reaches it, until nothing changes.
    pub(super) fn reach(&self, case: &mut Case<'_, '_>) -> Vec<Formula> {
        let no = case.law.formulas.no();
        let yes = case.law.formulas.yes();
        let mut reach: Vec<Formula> =
            (0..self.stops.len()).map(|s| if self.starts.contains(&s) && !self.stops(s) { yes } else { no }).collect();
        for _ in 0..self.stops.len() {
            let mut next = reach.clone();
            for (from, to, condition) in &self.edges {
                if self.stops(*to) {
                    continue;
                }
                let here = reach.get(*from).copied().unwrap_or(no);
                let step = case.law.formulas.all([here, *condition]);
                if let Some(slot) = next.get_mut(*to) {
                    *slot = case.law.formulas.some([*slot, step]);
                }
            }
            if next == reach {
                break;
            }
            reach = next;
        }
        reach
    }
}

fn report(
    case: &mut Case<'_, '_>,
    form: &Form,
    procedure: &Procedure,
    graph: &Graph,
    scope: Formula,
    path: &[usize],
    (step, pass): (ThingId, ThingId),
) -> Result<(Finding, Concern), Undecided> {
    let violation = if procedure.steps.len() <= MOST_STEPS {
        let round = graph.class(case);
        case.law.formulas.all([scope, round])
    } else {
        let conditions: Vec<Formula> = path.iter().filter_map(|e| graph.edges.get(*e)).map(|(_, _, c)| *c).collect();
        let along = case.law.formulas.all(conditions);
        case.law.formulas.all([scope, along])
    };
    let (mut finding, concern) = case.report(Found {
        verdict: Verdict::Breach,
        sentence: Sentence::GoesRound { step: case.thing(step), pass: case.thing(pass) },
        violation,
        who: vec![form.who.clone()],
        because: Vec::new(),
        nearly: Vec::new(),
    })?;
    // The path of the most ordinary person, not of whomever the solver found first.
    let ordinary = {
        let axioms = case.law.axioms;
        crate::logic::most_ordinary(&mut case.law.formulas, &[axioms, violation], &mut case.law.decider)?
    };
    let path = ordinary.and_then(|s| graph.search(case, &s).ok()).unwrap_or_else(|| path.to_vec());
    let named = |index: usize| {
        let step = procedure.steps.get(index)?;
        Some(match step.thing {
            Some(thing) => case.thing(thing),
            None => Named { name: step.name.clone(), label: crate::syntax::tree::Label::default() },
        })
    };
    let mut steps: Vec<Named> = Vec::new();
    for edge in path.iter().filter_map(|e| procedure.edges.get(*e)) {
        if steps.is_empty() {
            steps.extend(named(edge.from));
        }
        steps.extend(named(edge.to));
    }
    finding.path = steps;
    let taken: Vec<(usize, usize)> =
        path.iter().filter_map(|e| procedure.edges.get(*e)).map(|e| (e.from, e.to)).collect();
    finding.drawn = Some(Box::new(Drawn {
        steps: (0..procedure.steps.len())
            .filter_map(|at| {
                let role = match (graph.stops(at), graph.ends.get(at)) {
                    (true, _) => StepRole::Safeguard,
                    (false, Some(true)) => StepRole::End,
                    _ => StepRole::Other,
                };
                let passed = taken.iter().any(|(from, to)| *from == at || *to == at);
                named(at).map(|name| DrawnStep { name, role, passed })
            })
            .collect(),
        arrows: procedure
            .edges
            .iter()
            .enumerate()
            .map(|(at, e)| Arrow { from: e.from, to: e.to, taken: path.contains(&at) })
            .collect(),
    }));
    finding.because = path
        .iter()
        .filter_map(|e| procedure.edges.get(*e))
        .map(|e| Mark { span: e.span, role: Role::Path, article: None })
        .collect();
    if finding.because.is_empty() {
        finding.because.push(Mark { span: procedure.span, role: Role::Path, article: None });
    }
    if procedure.steps.len() > MOST_STEPS
        && let Some(class) = &mut finding.class
    {
        class.exact = false;
    }
    Ok((finding, concern))
}
