//! `before STEP pass STEP`: outside is whomever a path through a procedure brings to the first step without the second.
//!
//! For each procedure: W = scope ∧ a path reaches A without B ∧ what A does is not prohibited. For each power over what A
//! does: N = scope ∧ Perm ∧ no path of any procedure reaches A ∧ the safeguard that B gives does not come with it.
//!
//! Paths are not enumerated. A situation is asked for, a path is looked for among the arrows it opens, and when there
//! is none the cut that blocked it is added and the question asked again.

use super::case::{Case, Concern, Found};
use super::demand::{About, Demand, Outcome, Outside, Side, Sought};
use super::forbid::{every_kind, every_power, manner};
use crate::finding::{Arrow, Drawn, DrawnStep, Finding, Manner, Mark, Named, Role, Sentence, StepRole};
use crate::ids::{Id, IdVec};
use crate::law::{Part, Touch, View, Wanted};
use crate::logic::{Formula, Situation, Undecided, most_ordinary};
use crate::model::{Edge, EdgeId, Form, PowerId, Procedure, Step, StepId, ThingId};
use crate::stop::OrStop as _;
use crate::syntax::tree::ThingKind;
use std::collections::VecDeque;

/// Steps beyond which the class is not computed, only the person and the path.
pub(super) const MOST_STEPS: usize = 60;

pub(super) struct Before<'f> {
    pub(super) form: &'f Form,
    pub(super) scope: Formula,
    pub(super) step: ThingId,
    pub(super) pass: ThingId,
    /// Only a procedure that the law lays down is judged.
    pub(super) laid_down: bool,
    /// Those whom a path of some procedure brings to the step at all, whatever it passes.
    led: Formula,
}

impl<'f> Before<'f> {
    pub(super) fn new(
        case: &mut Case<'_, '_>,
        form: &'f Form,
        scope: Formula,
        (step, pass): (ThingId, ThingId),
        laid_down: bool,
    ) -> Before<'f> {
        let mut before = Before { form, scope, step, pass, laid_down, led: scope };
        let order = case.law.order;
        let mut ways = Vec::new();
        for procedure in &order.procedures {
            let mut graph = before.graph(case, procedure);
            graph.stops = IdVec::all(&procedure.steps, false);
            ways.push(graph.class(case));
        }
        before.led = case.law.formulas.some(ways);
        before
    }
}

impl Before<'_> {
    fn measure(&self, case: &Case<'_, '_>) -> Option<ThingId> {
        case.law.order.vocabulary.thing(self.step).measure
    }

    /// The safeguard that the step which must come first gives, if it gives one.
    fn safeguard(&self, case: &Case<'_, '_>) -> Option<ThingId> {
        let vocabulary = &case.law.order.vocabulary;
        vocabulary.thing(self.pass).measure.filter(|m| vocabulary.thing(*m).kind != ThingKind::Measure)
    }

    /// A procedure as a graph: where it ends by the step, and where it is stopped by what must come first.
    fn graph(&self, case: &mut Case<'_, '_>, procedure: &Procedure) -> Graph {
        let vocabulary = &case.law.order.vocabulary;
        let is = |s: &Step, kind: ThingId| s.thing.is_some_and(|t| vocabulary.is_a(t, kind));
        let ends = procedure.steps.map(|s| is(s, self.step));
        let stops = procedure.steps.map(|s| is(s, self.pass));
        Graph::new(case, procedure, ends, stops)
    }

    /// Those in scope to whom what the step does is not prohibited.
    fn not_prohibited(&self, case: &mut Case<'_, '_>, view: &View) -> Formula {
        let scope = case.within(self.scope, view);
        match self.measure(case) {
            Some(measure) => super::forbid::not_itself_prohibited(case, scope, measure, view),
            None => scope,
        }
    }

    /// Those whom a procedure brings to the step without the other.
    fn goes_round(&self, case: &mut Case<'_, '_>, id: Id<Procedure>, view: &View) -> Result<Formula, Undecided> {
        let procedure = &case.law.order.procedures[id];
        let graph = self.graph(case, procedure);
        let scope = self.not_prohibited(case, view);
        if procedure.steps.len() <= MOST_STEPS {
            let round = graph.class(case);
            return Ok(case.law.formulas.all([scope, round]));
        }
        // One path stands for all where there are too many steps to say who takes any of them.
        let Some(path) = graph.path(case, scope)? else { return Ok(case.law.formulas.no()) };
        let along: Vec<Formula> = path.iter().map(|e| graph.edges[*e].2).collect();
        let along = case.law.formulas.all(along);
        Ok(case.law.formulas.all([scope, along]))
    }

    /// Those whom a power reaches and no procedure leads there, where the safeguard does not come with it either.
    fn without_procedure(&self, case: &mut Case<'_, '_>, power: PowerId, view: &View) -> Formula {
        let scope = case.within(self.scope, view);
        let Some(measure) = self.measure(case) else { return case.law.formulas.no() };
        let not_led = case.law.formulas.not(self.led);
        let mut ways = Vec::new();
        for kind in case.law.kinds(measure, view) {
            let permitted = case.law.permits(power, kind, view);
            let without = match self.safeguard(case) {
                Some(safeguard) => {
                    let given = case.law.given_with(Wanted::of(safeguard), power, kind, view).given;
                    case.law.formulas.not(given)
                }
                None => case.law.formulas.yes(),
            };
            ways.push(case.law.formulas.all([permitted, without]));
        }
        let any = case.law.formulas.some(ways);
        case.law.formulas.all([scope, not_led, any])
    }
}

impl Demand for Before<'_> {
    fn questions(&self, case: &mut Case<'_, '_>) -> Result<Vec<About>, Undecided> {
        let mut all: Vec<About> = case.law.order.procedures.ids().map(About::Procedure).collect();
        if let Some(measure) = self.measure(case).filter(|_| !self.laid_down) {
            all.extend(every_power(case, measure).into_iter().map(About::Power));
        }
        Ok(all)
    }

    fn outside(&self, case: &mut Case<'_, '_>, about: About, view: &View) -> Result<Outside, Undecided> {
        let nobody = Outside::nobody(case);
        Ok(match about {
            About::Procedure(id) => Outside { words: self.goes_round(case, id, view)?, ..nobody },
            About::Power(power) => Outside { silence: self.without_procedure(case, power, view), ..nobody },
            _ => nobody,
        })
    }

    fn is_raised(&self, case: &mut Case<'_, '_>, about: About, view: &View) -> Result<bool, Undecided> {
        let About::Procedure(id) = about else { return Ok(self.touch(case, about, view)?.is_some()) };
        let scope = case.raising(self.scope, view);
        let procedure = &case.law.order.procedures[id];
        let mut graph = self.graph(case, procedure);
        graph.stops = IdVec::all(&procedure.steps, false);
        Ok(graph.path(case, scope)?.is_some())
    }

    fn report(&self, case: &mut Case<'_, '_>, about: About, found: Outcome) -> Result<(Finding, Concern), Undecided> {
        let order = case.law.order;
        if let About::Procedure(id) = about {
            return report(case, self, &order.procedures[id], found);
        }
        let About::Power(power) = about else { crate::stop::stop("only a power or a procedure leads to a step") };
        let p = &order.powers[power];
        case.report(Found {
            verdict: found.verdict,
            manner: (found.side == Side::Words).then(|| manner(case, power)),
            sentence: Sentence::NoProcedure { step: case.thing(self.step), pass: case.thing(self.pass) },
            violation: found.violation,
            who: vec![p.who.clone(), self.form.who.clone()],
            because: vec![case.mark(p.article, p.span, Role::Power)],
            nearly: Vec::new(),
        })
    }

    fn parts(&self, case: &mut Case<'_, '_>, about: About) -> Vec<Part> {
        let (About::Power(power), Some(measure)) = (about, self.measure(case)) else { return Vec::new() };
        let kinds = every_kind(case, measure);
        let things: Vec<ThingId> = self.safeguard(case).into_iter().collect();
        case.law.parts_of(power, &kinds, &things)
    }

    fn whole(&self, case: &mut Case<'_, '_>, _: About) -> Vec<Mark> {
        let order = case.law.order;
        let leads =
            |p: &&Procedure| p.steps.iter().any(|s| s.thing.is_some_and(|t| order.vocabulary.is_a(t, self.step)));
        let all = order.procedures.iter().filter(leads);
        all.map(|p| Mark { span: p.span, role: Role::Protects, article: None }).collect()
    }

    fn touch(&self, case: &mut Case<'_, '_>, about: About, view: &View) -> Result<Option<Touch>, Undecided> {
        let (About::Power(power), Some(measure)) = (about, self.measure(case)) else { return Ok(None) };
        let scope = case.within(self.scope, view);
        case.law.touches(power, measure, (scope, &[]), view)
    }

    fn done(&self, case: &Case<'_, '_>) -> Option<ThingId> {
        self.measure(case)
    }

    fn scope(&self) -> Formula {
        self.scope
    }

    fn asks_for(&self) -> Sought {
        Sought { more: vec![self.pass], ..Sought::measure(self.step) }
    }
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
    asked: &Before<'_>,
    procedure: &Procedure,
    found: Outcome,
) -> Result<(Finding, Concern), Undecided> {
    let graph = asked.graph(case, procedure);
    let violation = found.violation;
    let (mut finding, concern) = case.report(Found {
        verdict: found.verdict,
        manner: Some(Manner::Permits),
        sentence: Sentence::GoesRound { step: case.thing(asked.step), pass: case.thing(asked.pass) },
        violation,
        who: vec![asked.form.who.clone()],
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
