//! What changes from one law to another: who gains, who loses, which verdicts are not the same.
//!
//! Both laws are compiled over one vocabulary, on one scale, into one set of formulas; each question is whether a
//! situation lies in the one and not in the other. Nothing is compared as text.

use super::before::{Graph, MOST_STEPS};
use super::case::{Case, Concern};
use super::{limit, standard};
use crate::finding::{
    ArticleCited, Change, Codes, Effect, Finding, Lasting, Mark, Named, Readings, Role, Verdict, VerdictChange,
};
use crate::ids::IdVec;
use crate::law::{Law, State, TooManyConstants, Wanted};
use crate::logic::{Formula, Formulas, Undecided};
use crate::model::{
    Article, ArticleId, Ban, Condition, Guarantee, LegalOrder, Length, Library, PowerId, Standard, TermId, ThingId,
};
use crate::stop::OrStop as _;
use crate::syntax::tree::ThingKind;
use crate::text::Span;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Why two laws could not be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Incomparable {
    /// A fact is compared with too many constants.
    TooMany(TooManyConstants),
    /// A question was not decided.
    Undecided(Undecided),
}

impl From<Undecided> for Incomparable {
    fn from(undecided: Undecided) -> Self {
        Incomparable::Undecided(undecided)
    }
}

impl From<TooManyConstants> for Incomparable {
    fn from(constants: TooManyConstants) -> Self {
        Incomparable::TooMany(constants)
    }
}

/// What a guarantee is asked to be: of what, in time, by whom, and whenever what is done (always, if nothing).
#[derive(Debug, Clone, Copy, PartialEq)]
struct Asked {
    thing: ThingId,
    within: Option<Length>,
    by: Option<ThingId>,
    whenever: Option<ThingId>,
}

/// One of the two laws, said in formulas.
struct Side<'a> {
    cited: Arc<IdVec<Article, ArticleCited>>,
    order: &'a LegalOrder,
    /// For each kind of measure, each power that permits it, and where.
    permits: BTreeMap<ThingId, Vec<(PowerId, Formula)>>,
    /// For each thing asked, where it is given.
    given: IdVec<Asked, Formula>,
    /// For each kind of measure of private persons, where it is prohibited.
    banned: BTreeMap<ThingId, Formula>,
    /// For each prohibition, where it holds.
    bans: IdVec<Ban, Formula>,
    /// For each guarantee, where it holds.
    guarantees: IdVec<Guarantee, Formula>,
    /// For each term that the law defines, whom it means.
    defined: BTreeMap<TermId, Formula>,
    /// For each step, where it is reached.
    reached: BTreeMap<ThingId, Formula>,
    /// For each standard, its verdict, what was found, whom it concerns.
    judged: Vec<(Verdict, Vec<Finding>, Vec<Concern>, crate::law::Force)>,
}

/// What stands in `after` and not in `before`, and the reverse. `after` was read later than `before`, over the
/// vocabulary of both; the standards are those that are asked of each.
pub fn difference(
    library: &Library,
    before: &LegalOrder,
    after: &LegalOrder,
    state: (&State<'_>, &State<'_>),
    standards: &[&Standard],
    (everything, verify): (bool, bool),
) -> Result<(Vec<Change>, Vec<VerdictChange>), Incomparable> {
    let mut before = before.clone();
    before.vocabulary = after.vocabulary.clone();
    let asked = asked(&before, after);
    let steps = [&before, after].into_iter().all(|o| o.procedures.iter().all(|p| p.steps.len() <= MOST_STEPS));
    let mut law = Law::beside(&before, Some(after), standards.iter().copied(), verify, None)?;
    let old = side(library, &mut law, state.0, (standards, everything), &asked, steps)?;
    let left = law.decider.steps;
    let arena = std::mem::replace(&mut law.formulas, Formulas::new(crate::logic::Domain::default()));
    let mut law = Law::beside(after, Some(&before), standards.iter().copied(), verify, Some(arena))?;
    law.decider.steps = left;
    let new = side(library, &mut law, state.1, (standards, everything), &asked, steps)?;
    let nobody = law.formulas.no();
    let mut pair = Pair { case: Case::new(&mut law, nobody, None, None), old: &old, new: &new, changes: Vec::new() };
    pair.permitted()?;
    pair.guaranteed(&asked)?;
    pair.prohibited()?;
    pair.defined()?;
    pair.established();
    pair.reached()?;
    let mut changes = std::mem::take(&mut pair.changes);
    let vocabulary = &after.vocabulary;
    let severity = |c: &Change| match &c.effect {
        Effect::Permitted { measure } | Effect::Lasting { measure, .. } | Effect::Prohibition { measure } => {
            vocabulary.things().find(|(_, t)| t.name == measure.name).map_or(0, |(_, t)| t.severity)
        }
        _ => 0,
    };
    // Those who lose, those who gain, and what is neither; the severest first; otherwise as they were found.
    changes.sort_by_key(|c| (c.better.map_or(2, u8::from), std::cmp::Reverse(severity(c))));
    let verdicts = pair.verdicts(standards)?;
    Ok((changes, verdicts))
}

impl Asked {
    fn wanted(&self) -> Wanted {
        Wanted { thing: self.thing, within: self.within, by: self.by, every: None, or_unsaid: false }
    }

    /// Whether it asks for at least the time and the authority that the other asks for.
    fn is_no_less_than(&self, other: &Asked) -> bool {
        (other.within.is_none() || other.within == self.within) && (other.by.is_none() || other.by == self.by)
    }
}

/// Everything either law gives, as it gives it, and less strictly.
fn asked(before: &LegalOrder, after: &LegalOrder) -> IdVec<Asked> {
    let mut out: IdVec<Asked> = IdVec::new();
    let orders = [before, after];
    let all = || orders.iter().flat_map(|o| &o.guarantees);
    let mut whenever: BTreeSet<ThingId> = BTreeSet::new();
    for order in orders {
        for power in &order.powers {
            whenever.extend(order.vocabulary.kinds_of(power.measure));
        }
    }
    let things: BTreeSet<ThingId> = all().map(|g| g.thing).collect();
    // What is wider comes first, so that it is said and not its kinds.
    let whenever = general_first(after, &whenever);
    for thing in general_first(after, &things) {
        let of = || all().filter(|g| after.vocabulary.is_a(g.thing, thing));
        let mut terms: Vec<(Option<Length>, Option<ThingId>)> = vec![(None, None)];
        for g in of() {
            for term in [(g.within, None), (None, g.by)] {
                if !terms.contains(&term) {
                    terms.push(term);
                }
            }
        }
        for (within, by) in terms {
            if of().any(|g| g.is_unraised()) {
                out.push(Asked { thing, within, by, whenever: None });
            }
            if of().any(|g| !g.is_unraised()) {
                out.extend(whenever.iter().map(|m| Asked { thing, within, by, whenever: Some(*m) }));
            }
        }
    }
    out
}

fn side<'a>(
    library: &Library,
    law: &mut Law<'a>,
    state: &State<'_>,
    (standards, everything): (&[&Standard], bool),
    asked: &IdVec<Asked>,
    steps: bool,
) -> Result<Side<'a>, Undecided> {
    let order = law.order;
    let vocabulary = &order.vocabulary;
    law.on(state.as_of);
    let view = law.as_written();
    let mut permits: BTreeMap<ThingId, Vec<(PowerId, Formula)>> = BTreeMap::new();
    for (at, power) in order.powers.entries() {
        for kind in vocabulary.kinds_of(power.measure) {
            let permitted = law.permits(at, kind, &view);
            permits.entry(kind).or_default().push((at, permitted));
        }
    }
    let mut given = IdVec::new();
    for asked in asked {
        given.push(match asked.whenever {
            None => law.entitled(asked.wanted(), &view).given,
            Some(measure) => {
                // It comes with the measure when it comes with every power that is used.
                let mut all = Vec::new();
                for (power, permitted) in permits.get(&measure).into_iter().flatten() {
                    let with = law.given_with(asked.wanted(), *power, measure, &view).given;
                    all.push(law.formulas.implies(*permitted, with));
                }
                law.formulas.all(all)
            }
        });
    }
    let mut banned = BTreeMap::new();
    for (kind, thing) in vocabulary.things().filter(|(_, t)| t.kind == ThingKind::Measure && t.private) {
        let _ = thing;
        let formula = law.prohibits(kind, None, &view);
        banned.insert(kind, formula);
    }
    let bans = order.bans.ids().map(|b| law.ban_guard(b)).collect();
    let guarantees = order.guarantees.ids().map(|g| law.guarantee_guard(g)).collect();
    let mut defined = BTreeMap::new();
    for definition in &order.definitions {
        let means = law.formula(&definition.means);
        defined.insert(definition.term, means);
    }
    let mut reached: BTreeMap<ThingId, Formula> = BTreeMap::new();
    let nobody = law.formulas.no();
    let mut case = Case::new(law, nobody, None, None);
    for procedure in order.procedures.iter().filter(|_| steps) {
        let none = IdVec::all(&procedure.steps, false);
        let graph = Graph::new(&mut case, procedure, none.clone(), none);
        for (step, formula) in procedure.steps.iter().zip(graph.reach(&mut case)) {
            if let Some(thing) = step.thing {
                let before = reached.get(&thing).copied().unwrap_or(nobody);
                reached.insert(thing, case.law.formulas.some([before, formula]));
            }
        }
    }
    let mut judged = Vec::new();
    for standard in standards {
        let (result, concerns) = standard::judge_standard(library, case.law, state, standard, everything)?;
        judged.push((result.verdict, result.findings, concerns, result.force));
    }
    let cited = case.law.cited.clone();
    Ok(Side { order, cited, permits, given, banned, bans, guarantees, defined, reached, judged })
}

impl Side<'_> {
    fn mark(&self, article: ArticleId, span: Span, role: Role) -> Mark {
        Mark { span, role, article: Some(self.cited[article].clone()) }
    }
}

/// The two laws, and what was found so far.
struct Pair<'p, 'l, 'o> {
    case: Case<'l, 'o>,
    old: &'p Side<'o>,
    new: &'p Side<'o>,
    changes: Vec<Change>,
}

/// What one question found: whom, by which places of either law.
struct Found {
    class: Formula,
    before: Vec<Mark>,
    after: Vec<Mark>,
    who: Vec<Condition>,
}

impl<'p, 'o> Pair<'p, '_, 'o> {
    fn thing(&self, id: ThingId) -> Named {
        self.case.thing(id)
    }

    fn minus(&mut self, one: Formula, other: Formula) -> Formula {
        let not = self.case.law.formulas.not(other);
        self.case.law.formulas.all([one, not])
    }

    /// The people of a class, whatever is done to them lasts.
    fn people(&mut self, formula: Formula) -> Formula {
        match self.case.law.order.vocabulary.duration() {
            Some(duration) => self.case.law.formulas.exists(formula, duration),
            None => formula,
        }
    }

    /// Whether these people are those of one of the classes, however either is written.
    fn are_some_of(&mut self, classes: Vec<Formula>, people: Formula) -> Result<bool, Undecided> {
        for class in classes {
            if class == people {
                return Ok(true);
            }
            let (less, more) = (self.minus(class, people), self.minus(people, class));
            if !self.case.law.possible(&[less])? && !self.case.law.possible(&[more])? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn push(&mut self, effect: Effect, more: bool, better: Option<bool>, found: Found) -> Result<(), Undecided> {
        let described = self.case.described(found.class, &found.who)?;
        let codes = Codes::default();
        self.changes.push(Change {
            effect,
            more,
            better,
            witness: Some(described.witness),
            class: Some(described.class),
            readings: described.readings,
            before: found.before,
            after: found.after,
            codes,
        });
        Ok(())
    }

    fn some(&mut self, list: Option<&Vec<(PowerId, Formula)>>) -> Formula {
        let parts: Vec<Formula> = list.into_iter().flatten().map(|(_, f)| *f).collect();
        self.case.law.formulas.some(parts)
    }

    /// What may be done to whom, and for how long.
    fn permitted(&mut self) -> Result<(), Undecided> {
        let order = self.case.law.order;
        let kinds: BTreeSet<ThingId> = self.old.permits.keys().chain(self.new.permits.keys()).copied().collect();
        // What is said of a wider measure, for the same people, is not said again: whom it reaches, and for what time.
        let (mut reached, mut lasting) = (Vec::<(ThingId, bool, Formula)>::new(), Vec::new());
        for more in [true, false] {
            for kind in general_first(order, &kinds) {
                let wider = |list: &[(ThingId, bool, Formula)]| -> Vec<Formula> {
                    let wider = list.iter().filter(|(k, m, _)| *m == more && order.vocabulary.is_a(kind, *k));
                    wider.map(|(_, _, f)| *f).collect()
                };
                let (was, is) = (self.some(self.old.permits.get(&kind)), self.some(self.new.permits.get(&kind)));
                let gained = if more { self.minus(is, was) } else { self.minus(was, is) };
                if !self.case.law.possible(&[gained])? {
                    continue;
                }
                let (old_people, new_people) = (self.people(was), self.people(is));
                let (from, to) = if more { (old_people, new_people) } else { (new_people, old_people) };
                let reach = self.minus(to, from);
                let measure = self.thing(kind);
                if self.case.law.possible(&[reach])? {
                    if !self.are_some_of(wider(&reached), reach)? {
                        let found = self.powers(kind, reach, more)?;
                        self.push(Effect::Permitted { measure: measure.clone() }, more, Some(!more), found)?;
                    }
                    reached.push((kind, more, reach));
                }
                let over = self.are_some_of(wider(&lasting), gained)?;
                lasting.push((kind, more, gained));
                if over {
                    continue;
                }
                // The same people, for another time.
                let time = self.case.law.formulas.all([gained, from]);
                if self.case.law.possible(&[time])? {
                    let people = self.people(time);
                    let before = self.longest(was, people, self.old)?;
                    let after = self.longest(is, people, self.new)?;
                    if before == after {
                        continue;
                    }
                    let found = self.powers(kind, people, more)?;
                    self.push(Effect::Lasting { measure, before, after }, more, Some(!more), found)?;
                }
            }
        }
        Ok(())
    }

    fn longest(&mut self, permitted: Formula, people: Formula, side: &Side<'_>) -> Result<Lasting, Undecided> {
        let limits: Vec<Length> = side.order.powers.iter().flat_map(|p| &p.for_).filter_map(|f| f.limit).collect();
        let both = self.case.law.formulas.all([permitted, people]);
        limit::longest(self.case.law, both, limits.into_iter())
    }

    /// The powers of either law that reach these people, and the prohibitions that keep them from it on the other side.
    fn powers(&mut self, kind: ThingId, class: Formula, more: bool) -> Result<Found, Undecided> {
        let mut marks = [Vec::new(), Vec::new()];
        let mut who = Vec::new();
        for (side, marks) in [self.old, self.new].into_iter().zip(&mut marks) {
            for (power, permitted) in side.permits.get(&kind).into_iter().flatten() {
                if self.case.law.possible(&[class, *permitted])? {
                    let p = &side.order.powers[*power];
                    marks.push(side.mark(p.article, p.span, Role::Power));
                    who.push(p.who.clone());
                }
            }
        }
        let [mut before, mut after] = marks;
        let (protecting, marks) = if more { (self.old, &mut before) } else { (self.new, &mut after) };
        for (ban, guard) in protecting.order.bans.iter().zip(&protecting.bans) {
            if protecting.order.vocabulary.is_a(kind, ban.measure) && self.case.law.possible(&[class, *guard])? {
                marks.push(protecting.mark(ban.article, ban.guard_span, Role::Protects));
            }
        }
        Ok(Found { class, before, after, who })
    }

    /// What comes with a measure, and what people are entitled to.
    fn guaranteed(&mut self, asked: &IdVec<Asked>) -> Result<(), Undecided> {
        let order = self.case.law.order;
        let mut said: Vec<(Asked, bool, Formula)> = Vec::new();
        for (id, asked) in asked.entries() {
            let (was, is) = (self.old.given[id], self.new.given[id]);
            // What comes with a measure can be compared for those to whom both laws let it be done.
            let both = match asked.whenever {
                None => self.case.law.formulas.yes(),
                Some(measure) => {
                    let parts = [self.some(self.old.permits.get(&measure)), self.some(self.new.permits.get(&measure))];
                    self.case.law.formulas.all(parts)
                }
            };
            for more in [false, true] {
                let changed = if more { self.minus(is, was) } else { self.minus(was, is) };
                let changed = self.case.law.formulas.all([changed, both]);
                let changed = self.people(changed);
                // Said already for less that is asked, for a wider measure, or for a wider thing.
                let wider = |one: Option<ThingId>, other: Option<ThingId>| match (one, other) {
                    (Some(one), Some(other)) => order.vocabulary.is_a(one, other),
                    (one, other) => one == other,
                };
                let known = said.iter().filter(|(known, m, _)| {
                    *m == more
                        && order.vocabulary.is_a(asked.thing, known.thing)
                        && wider(asked.whenever, known.whenever)
                        && asked.is_no_less_than(known)
                });
                let over = self.are_some_of(known.map(|(_, _, f)| *f).collect(), changed)?;
                said.push((*asked, more, changed));
                if over || !self.case.law.possible(&[changed])? {
                    continue;
                }
                // Somebody who loses the thing altogether does not lose it in time as well.
                let narrowed = match self.bare(&said, asked, more) {
                    Some(bare) => self.minus(changed, bare),
                    None => changed,
                };
                if !self.case.law.possible(&[narrowed])? {
                    continue;
                }
                let (thing, within) = (self.thing(asked.thing), asked.within);
                let by = asked.by.map(|b| self.thing(b));
                let effect = match asked.whenever {
                    None => Effect::Entitlement { thing, within, by },
                    Some(measure) => Effect::Safeguard { thing, measure: self.thing(measure), within, by },
                };
                let mut marks = [Vec::new(), Vec::new()];
                for (side, marks) in [self.old, self.new].into_iter().zip(&mut marks) {
                    for (g, guard) in side.order.guarantees.iter().zip(&side.guarantees) {
                        let fits = match asked.whenever {
                            None => g.is_unraised(),
                            Some(m) => g
                                .whenever
                                .is_none_or(|w| side.order.vocabulary.is_a(m, w) || side.order.vocabulary.is_a(w, m)),
                        };
                        if fits
                            && side.order.vocabulary.is_a(g.thing, asked.thing)
                            && self.case.law.possible(&[narrowed, *guard])?
                        {
                            marks.push(side.mark(g.article, g.span, Role::Distinction));
                        }
                    }
                }
                let [before, after] = marks;
                let mut who: Vec<Condition> = Vec::new();
                for side in [self.old, self.new] {
                    who.extend(side.order.guarantees.iter().filter(|g| g.thing == asked.thing).flat_map(|g| {
                        match &g.guard {
                            Condition::All(parts) => parts.first().cloned(),
                            other => Some(other.clone()),
                        }
                    }));
                    let powers = asked.whenever.and_then(|m| side.permits.get(&m));
                    who.extend(powers.into_iter().flatten().map(|(p, _)| side.order.powers[*p].who.clone()));
                }
                self.push(effect, more, Some(more), Found { class: narrowed, before, after, who })?;
            }
        }
        Ok(())
    }

    /// What changes of the same thing when neither a time nor an authority is asked for.
    fn bare(&mut self, said: &[(Asked, bool, Formula)], asked: &Asked, more: bool) -> Option<Formula> {
        if asked.within.is_none() && asked.by.is_none() {
            return None;
        }
        said.iter()
            .find(|(known, m, _)| {
                *m == more
                    && known.thing == asked.thing
                    && known.whenever == asked.whenever
                    && known.within.is_none()
                    && known.by.is_none()
            })
            .map(|(_, _, f)| *f)
    }

    /// What private persons are kept from.
    fn prohibited(&mut self) -> Result<(), Undecided> {
        let order = self.case.law.order;
        let kinds: BTreeSet<ThingId> = self.old.banned.keys().copied().collect();
        let mut said: Vec<(ThingId, bool, Formula)> = Vec::new();
        for more in [false, true] {
            for kind in general_first(order, &kinds) {
                let banned = |side: &Side<'_>| side.banned.get(&kind).copied().or_stop("both laws have one vocabulary");
                let (was, is) = (banned(self.old), banned(self.new));
                let changed = if more { self.minus(is, was) } else { self.minus(was, is) };
                let wider = said.iter().filter(|(k, m, _)| *m == more && order.vocabulary.is_a(kind, *k));
                let over = self.are_some_of(wider.map(|(_, _, f)| *f).collect(), changed)?;
                said.push((kind, more, changed));
                if over || !self.case.law.possible(&[changed])? {
                    continue;
                }
                let mut marks = [Vec::new(), Vec::new()];
                let mut who = Vec::new();
                for (side, marks) in [self.old, self.new].into_iter().zip(&mut marks) {
                    for (ban, guard) in side.order.bans.iter().zip(&side.bans) {
                        if side.order.vocabulary.is_a(kind, ban.measure) {
                            if self.case.law.possible(&[changed, *guard])? {
                                marks.push(side.mark(ban.article, ban.span, Role::Protects));
                            }
                            who.push(match &ban.guard {
                                Condition::All(parts) =>
                                // All of nothing is anybody.
                                {
                                    parts.first().cloned().unwrap_or(Condition::Any)
                                }
                                other => other.clone(),
                            });
                        }
                    }
                }
                let [before, after] = marks;
                let effect = Effect::Prohibition { measure: self.thing(kind) };
                self.push(effect, more, Some(more), Found { class: changed, before, after, who })?;
            }
        }
        Ok(())
    }

    /// Whom the law means by a word, where either defines it.
    fn defined(&mut self) -> Result<(), Undecided> {
        let order = self.case.law.order;
        let terms: BTreeSet<TermId> = self.old.defined.keys().chain(self.new.defined.keys()).copied().collect();
        for term in terms {
            // Where only one of them defines it, the other means what everybody means.
            let common = self.case.law.formula(&Condition::Term(term));
            let was = self.old.defined.get(&term).copied().unwrap_or(common);
            let is = self.new.defined.get(&term).copied().unwrap_or(common);
            let declared = order.vocabulary.term(term);
            let named = Named { name: declared.name.clone(), label: declared.label.clone() };
            for more in [false, true] {
                let changed = if more { self.minus(is, was) } else { self.minus(was, is) };
                if !self.case.law.possible(&[changed])? {
                    continue;
                }
                let marks = |side: &Side<'_>| -> Vec<Mark> {
                    let of = side.order.definitions.iter().filter(|d| d.term == term);
                    of.map(|d| side.mark(d.article, d.span, Role::Definition)).collect()
                };
                let (before, after) = (marks(self.old), marks(self.new));
                let effect = Effect::Definition { term: named.clone() };
                self.push(effect, more, None, Found { class: changed, before, after, who: Vec::new() })?;
            }
        }
        Ok(())
    }

    /// What the law sets up.
    fn established(&mut self) {
        let (old, new) = (self.old, self.new);
        for (more, here, there) in [(false, old, new), (true, new, old)] {
            for (article, thing, span) in &here.order.establishes {
                if there.order.establishes.iter().any(|(_, other, _)| there.order.vocabulary.is_a(*other, *thing)) {
                    continue;
                }
                let mark = vec![here.mark(*article, *span, Role::Distinction)];
                let (before, after) = if more { (Vec::new(), mark) } else { (mark, Vec::new()) };
                self.changes.push(Change {
                    effect: Effect::Institution { institution: self.case.thing(*thing) },
                    more,
                    better: Some(more),
                    witness: None,
                    class: None,
                    readings: Readings::Every,
                    before,
                    after,
                    codes: Codes::default(),
                });
            }
        }
    }

    /// Which steps of a procedure are reached, where both laws have them.
    fn reached(&mut self) -> Result<(), Undecided> {
        let order = self.case.law.order;
        let (old, new) = (self.old, self.new);
        let both = old.reached.iter().filter_map(|(step, was)| Some((*step, was, new.reached.get(step)?)));
        for (step, was, is) in both {
            for more in [true, false] {
                let changed = if more { self.minus(*is, *was) } else { self.minus(*was, *is) };
                if !self.case.law.possible(&[changed])? {
                    continue;
                }
                // What leads to a measure is a burden; what any other step is to people cannot be said.
                let better = order.vocabulary.thing(step).measure.map(|_| !more);
                let marks = |side: &Side<'_>| -> Vec<Mark> {
                    let leads =
                        |(p, e): &(&crate::model::Procedure, &crate::model::Edge)| p.steps[e.to].thing == Some(step);
                    let edges = side.order.procedures.iter().flat_map(|p| p.edges.iter().map(move |e| (p, e)));
                    edges.filter(leads).map(|(_, e)| Mark { span: e.span, role: Role::Path, article: None }).collect()
                };
                let (before, after) = (marks(self.old), marks(self.new));
                let effect = Effect::Step { step: self.thing(step) };
                self.push(effect, more, better, Found { class: changed, before, after, who: Vec::new() })?;
            }
        }
        Ok(())
    }

    /// The standards of which the answer is not the same.
    fn verdicts(&mut self, standards: &[&Standard]) -> Result<Vec<VerdictChange>, Undecided> {
        let mut out = Vec::new();
        for ((standard, old), new) in standards.iter().zip(&self.old.judged).zip(&self.new.judged) {
            let classes = |concerns: &[Concern]| -> Vec<Formula> { concerns.iter().map(|c| c.class).collect() };
            let (was, is) = (classes(&old.2), classes(&new.2));
            let was = self.case.law.formulas.some(was);
            let is = self.case.law.formulas.some(is);
            let (was, is) = (self.people(was), self.people(is));
            let (newly, no_longer) = (self.minus(is, was), self.minus(was, is));
            let mut change = VerdictChange {
                standard: Named { name: standard.id.clone(), label: standard.label.clone() },
                force: new.3,
                before: old.0,
                after: new.0,
                newly: None,
                no_longer: None,
            };
            if self.case.law.possible(&[newly])? {
                for (finding, concern) in new.1.iter().zip(&new.2) {
                    let people = self.people(concern.class);
                    let people = self.case.law.formulas.all([people, newly]);
                    if !self.case.law.possible(&[people])? {
                        continue;
                    }
                    let who: Vec<Condition> = standard.forms.iter().map(|f| f.who.clone()).collect();
                    let described = self.case.described(people, &who)?;
                    let mut finding = finding.clone();
                    if finding.witness.is_some() {
                        finding.witness = Some(described.witness);
                        finding.class = Some(described.class);
                        finding.given = described.given;
                        finding.readings = described.readings;
                    }
                    change.newly = Some(finding);
                    break;
                }
            }
            if self.case.law.possible(&[no_longer])? {
                let who: Vec<Condition> = standard.forms.iter().map(|f| f.who.clone()).collect();
                let impersonal = old.1.iter().all(|f| f.witness.is_none());
                if !impersonal {
                    let described = self.case.described(no_longer, &who)?;
                    change.no_longer = Some(Box::new((described.witness, described.class)));
                }
            }
            if change.before != change.after || change.newly.is_some() || change.no_longer.is_some() {
                out.push(change);
            }
        }
        out.sort_by(|a, b| (a.force, &a.standard.name).cmp(&(b.force, &b.standard.name)));
        Ok(out)
    }
}

/// Wider things before their kinds, otherwise as they were declared.
fn general_first(order: &LegalOrder, things: &BTreeSet<ThingId>) -> Vec<ThingId> {
    let mut out: Vec<ThingId> = things.iter().copied().collect();
    let depth = |id: ThingId| things.iter().filter(|other| **other != id && order.vocabulary.is_a(id, **other)).count();
    out.sort_by_key(|id| (depth(*id), *id));
    out
}
