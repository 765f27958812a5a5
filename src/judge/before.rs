//! `before STEP pass STEP`: violated when a path through a procedure reaches the first without the second, and some
//! situation satisfies every condition along it.
//!
//! Paths are not enumerated. A situation is asked for, a path is looked for among the arrows it opens, and when there
//! is none the cut that blocked it is added and the question asked again.

use super::case::{Case, Concern, FormResult, Found};
use crate::finding::{Arrow, Drawn, DrawnStep, Finding, Mark, Named, Reason, Role, Sentence, StepRole, Verdict};
use crate::ids::IdVec;
use crate::logic::{Formula, Situation, Undecided, most_ordinary};
use crate::model::{Edge, EdgeId, Form, Procedure, Step, StepId, ThingId};
use crate::stop::OrStop as _;
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
        let ends = procedure.steps.map(|s| is(s, step));
        let stops = procedure.steps.map(|s| is(s, pass));
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
        let p = &order.powers[power];
        let (finding, concern) = case.report(Found {
            verdict: Verdict::NotFound,
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

/// How a step was come to.
#[derive(Clone, Copy)]
enum Came {
    /// The procedure starts there.
    First,
    /// By this arrow.
    By(EdgeId),
}

pub(super) struct Graph {
    /// From, to, condition.
    edges: IdVec<Edge, (StepId, StepId, Formula)>,
    starts: Vec<StepId>,
    ends: IdVec<Step, bool>,
    stops: IdVec<Step, bool>,
}

impl Graph {
    pub(super) fn new(
        case: &mut Case<'_, '_>,
        procedure: &Procedure,
        ends: IdVec<Step, bool>,
        stops: IdVec<Step, bool>,
    ) -> Graph {
        let edges: IdVec<Edge, (StepId, StepId, Formula)> =
            procedure.edges.map(|e| (e.from, e.to, case.law.formula(&e.where_)));
        // A procedure starts at its first step, and wherever nothing leads to.
        let led_to = |step: StepId| edges.iter().any(|(_, to, _)| *to == step);
        let starts = procedure.steps.ids().enumerate().filter(|(at, step)| *at == 0 || !led_to(*step));
        let starts = starts.map(|(_, step)| step).collect();
        Graph { edges, starts, ends, stops }
    }

    /// A situation and the arrows of a path open in it that reaches an end without a stop.
    fn path(&self, case: &mut Case<'_, '_>, scope: Formula) -> Result<Option<Vec<EdgeId>>, Undecided> {
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
                        .filter(|(from, to, _)| reached.contains(from) && !reached.contains(to) && !self.stops[*to])
                        .map(|(_, _, condition)| *condition)
                        .collect();
                    goal.push(case.law.formulas.some(cut));
                }
            }
        }
        Ok(None)
    }

    /// Breadth first through the open arrows; the steps reached, when no end is among them.
    fn search(&self, case: &Case<'_, '_>, situation: &Situation) -> Result<Vec<EdgeId>, Vec<StepId>> {
        let mut came: IdVec<Step, Option<Came>> = IdVec::all(&self.stops, None);
        let mut queue: VecDeque<StepId> = VecDeque::new();
        let mut reached = Vec::new();
        for start in self.starts.iter().filter(|s| !self.stops[**s]) {
            came[*start] = Some(Came::First);
            queue.push_back(*start);
        }
        while let Some(step) = queue.pop_front() {
            reached.push(step);
            if self.ends[step] {
                let mut path = Vec::new();
                let mut at = step;
                while let Some(Came::By(edge)) = came[at] {
                    path.push(edge);
                    at = self.edges[edge].0;
                }
                path.reverse();
                return Ok(path);
            }
            for (edge, (from, to, condition)) in self.edges.entries() {
                let fresh = came[*to].is_none();
                if *from == step && fresh && !self.stops[*to] && case.law.formulas.holds(*condition, situation) {
                    came[*to] = Some(Came::By(edge));
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
    pub(super) fn reach(&self, case: &mut Case<'_, '_>) -> IdVec<Step, Formula> {
        let no = case.law.formulas.no();
        let yes = case.law.formulas.yes();
        let starts = |step| self.starts.contains(&step) && !self.stops[step];
        let mut reach: IdVec<Step, Formula> =
            self.stops.ids().map(|step| if starts(step) { yes } else { no }).collect();
        for _ in self.stops.ids() {
            let mut next = reach.clone();
            for (from, to, condition) in &self.edges {
                if self.stops[*to] {
                    continue;
                }
                let step = case.law.formulas.all([reach[*from], *condition]);
                next[*to] = case.law.formulas.some([next[*to], step]);
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
    path: &[EdgeId],
    (step, pass): (ThingId, ThingId),
) -> Result<(Finding, Concern), Undecided> {
    let violation = if procedure.steps.len() <= MOST_STEPS {
        let round = graph.class(case);
        case.law.formulas.all([scope, round])
    } else {
        let conditions: Vec<Formula> = path.iter().map(|e| graph.edges[*e].2).collect();
        let along = case.law.formulas.all(conditions);
        case.law.formulas.all([scope, along])
    };
    let (mut finding, concern) = case.report(Found {
        verdict: Verdict::Incompatible,
        sentence: Sentence::GoesRound { step: case.thing(step), pass: case.thing(pass) },
        violation,
        who: vec![form.who.clone()],
        because: Vec::new(),
        nearly: Vec::new(),
    })?;
    // The path of the most ordinary person, not of whomever the solver found first.
    let axioms = case.law.axioms;
    let ordinary = most_ordinary(&mut case.law.formulas, &[axioms, violation], &mut case.law.decider)?;
    let ordinary = ordinary.ok_or(Undecided::Disagreement)?;
    let path = graph.search(case, &ordinary).ok().or_stop("whoever is concerned finds a way round");
    let named = |step: &Step| match step.thing {
        Some(thing) => case.thing(thing),
        None => Named { name: step.name.clone(), label: crate::syntax::tree::Label::default() },
    };
    let way: Vec<&Edge> = path.iter().map(|e| &procedure.edges[*e]).collect();
    let steps = way.iter().take(1).map(|edge| edge.from).chain(way.iter().map(|edge| edge.to));
    finding.path = steps.map(|step| named(&procedure.steps[step])).collect();
    finding.drawn = Some(Box::new(Drawn {
        steps: procedure
            .steps
            .entries()
            .map(|(id, step)| {
                let role = match (graph.stops[id], graph.ends[id]) {
                    (true, _) => StepRole::Safeguard,
                    (false, true) => StepRole::End,
                    (false, false) => StepRole::Other,
                };
                let passed = way.iter().any(|edge| edge.from == id || edge.to == id);
                DrawnStep { name: named(step), role, passed }
            })
            .collect(),
        arrows: procedure
            .edges
            .entries()
            .map(|(id, e)| Arrow { from: e.from.place(), to: e.to.place(), taken: path.contains(&id) })
            .collect(),
    }));
    finding.because = way.iter().map(|e| Mark { span: e.span, role: Role::Path, article: None }).collect();
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
