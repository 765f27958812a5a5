//! Looks names up, and builds the library: vocabulary, instruments, standards.

use super::condition::Condition;
use super::length::Length;
use super::policy::PolicyId;
use super::standard::*;
use super::taxonomy::{NotClosed, Taxonomy, cycle_in, lowest_first};
use super::vocabulary::*;
use crate::ids::IdVec;
use crate::syntax::tree::{self, FactKind, Item, Name, ThingKind, Usual};
use crate::syntax::{Arg, Code, Mistake, near};
use crate::text::{Limits, Span};
use std::collections::{BTreeSet, HashMap};

/// The rules: what can be spoken of and what is asked of States.
#[derive(Debug, Clone, Default)]
pub struct Library {
    /// The vocabulary.
    pub vocabulary: Vocabulary,
    /// The instruments, by identifier.
    pub instruments: Vec<Instrument>,
    /// The standards, by identifier.
    pub standards: Vec<Standard>,
    /// The principles, by identifier.
    pub principles: Vec<Principle>,
    /// The points, by identifier.
    pub points: Vec<Point>,
}

impl Library {
    /// An instrument by its identifier.
    pub fn instrument(&self, id: &str) -> Option<&Instrument> {
        self.instruments.binary_search_by(|i| i.id.as_str().cmp(id)).ok().and_then(|at| self.instruments.get(at))
    }

    /// A standard by its identifier.
    pub fn standard(&self, id: &str) -> Option<&Standard> {
        self.standards.binary_search_by(|s| s.id.as_str().cmp(id)).ok().and_then(|at| self.standards.get(at))
    }

    /// A point by its identifier.
    pub fn point(&self, id: &str) -> Option<&Point> {
        self.points.binary_search_by(|p| p.id.as_str().cmp(id)).ok().and_then(|at| self.points.get(at))
    }

    /// Resolves the items of all rule files together.
    pub fn resolve(items: &[Item], lost: &[String], limits: Limits) -> (Library, Vec<Mistake>) {
        let mut resolver = Resolver::new(Vocabulary { limits, ..Vocabulary::default() }, lost);
        resolver.declare(items, None);
        resolver.fill(items, None);
        resolver.close();
        resolver.mistakes.extend(super::alike::in_rules(items));
        let mut instruments: Vec<Instrument> = Vec::new();
        for item in items {
            if let Item::Instrument(i) = item {
                instruments.extend(resolver.instrument(i));
            }
        }
        instruments.sort_by(|a, b| a.id.cmp(&b.id));
        for pair in instruments.windows(2) {
            if let [a, b] = pair
                && a.id == b.id
            {
                resolver.twice(&b.id, b.span, a.span);
            }
        }
        let points = resolver.points(items);
        let ids: BTreeSet<&str> = instruments.iter().map(|i| i.id.as_str()).collect();
        let mut standards: Vec<Standard> = Vec::new();
        let mut principles: Vec<Principle> = Vec::new();
        for item in items {
            if let Item::Standard(s) = item {
                if let Some(point) = &s.point {
                    resolver.known_point(point, &points);
                }
                standards.extend(resolver.standard(s, &ids));
            }
            if let Item::Principle(p) = item {
                principles.push(resolver.principle(p, &ids));
            }
            if let Item::Time(t) = item
                && let Some((by, _)) = &t.read_by
            {
                resolver.known_instrument(by, &ids);
            }
            if let Item::Instrument(i) = item {
                for other in i.interprets.iter().chain(&i.complaints) {
                    resolver.known_instrument(other, &ids);
                }
            }
        }
        principles.sort_by(|a, b| a.id.cmp(&b.id));
        for pair in principles.windows(2) {
            if let [a, b] = pair
                && a.id == b.id
            {
                resolver.twice(&b.id, b.span, a.span);
            }
        }
        standards.sort_by(|a, b| a.id.cmp(&b.id));
        for pair in standards.windows(2) {
            if let [a, b] = pair
                && a.id == b.id
            {
                resolver.twice(&b.id, b.span, a.span);
            }
        }
        (Library { vocabulary: resolver.vocabulary, instruments, standards, principles, points }, resolver.mistakes)
    }
}

/// Looks names up, in the vocabulary and among a policy's own.
#[derive(Debug)]
pub struct Resolver {
    /// What has been declared so far.
    pub vocabulary: Vocabulary,
    /// The names of the policy at hand.
    pub(super) own: HashMap<String, Named>,
    /// Its authorities and their kinds.
    pub(super) authorities: HashMap<String, Option<ThingId>>,
    pub(super) used: BTreeSet<String>,
    lost: BTreeSet<String>,
    /// Facts of an earlier version of the policy: one that is declared alike is the same fact.
    pub(super) earlier: HashMap<String, FactId>,
    /// Its things, in the same way.
    pub(super) earlier_things: HashMap<String, ThingId>,
    /// What was wrong.
    pub mistakes: Vec<Mistake>,
    /// How many unknown names were looked up by their meaning.
    pub(super) searched: std::cell::Cell<usize>,
}

/// What kind of thing something is, by its message.
pub fn kind_word(kind: ThingKind) -> &'static str {
    match kind {
        ThingKind::Measure => "kind-measure",
        ThingKind::Safeguard => "kind-safeguard",
        ThingKind::Service => "kind-service",
        ThingKind::Institution => "kind-institution",
        ThingKind::Authority => "kind-authority",
        ThingKind::Step => "kind-step",
        ThingKind::Aim => "kind-aim",
        ThingKind::Subject => "kind-subject",
        ThingKind::Rank => "kind-rank",
    }
}

/// What a thing is beside what it is a kind of.
struct Relations {
    may_be: Vec<ThingId>,
    establishes: Option<FactId>,
    ends: Vec<FactId>,
    bars: Option<ThingId>,
    by_deciding: Vec<(ThingId, Option<ThingId>)>,
    same_as: Option<(ThingId, ThingId)>,
    reason: Option<(ThingId, ReasonId)>,
}

impl Resolver {
    /// Starts from a vocabulary. `lost` are names that unreadable items would have declared.
    pub fn new(vocabulary: Vocabulary, lost: &[String]) -> Self {
        Resolver {
            vocabulary,
            own: HashMap::new(),
            authorities: HashMap::new(),
            used: BTreeSet::new(),
            lost: lost.iter().cloned().collect(),
            earlier: HashMap::new(),
            earlier_things: HashMap::new(),
            mistakes: Vec::new(),
            searched: std::cell::Cell::new(0),
        }
    }

    /// A resolver for what is written outside the laws of an order, in the words of all of them. Second: the names that
    /// mean something else in one law than in another, or than in the vocabulary; `NAME of LAW` says which is meant.
    pub fn of_laws(vocabulary: Vocabulary) -> (Self, BTreeSet<String>) {
        let mut resolver = Resolver::new(vocabulary, &[]);
        let mut unclear = BTreeSet::new();
        let mut own = HashMap::new();
        let vocabulary = &resolver.vocabulary;
        for (name, declared) in &vocabulary.own {
            for law in declared.iter().map(|own| &own.law) {
                own.extend(vocabulary.means_in(name, law).map(|named| (of_law(name, law), named)));
            }
            match vocabulary.means(name) {
                Ok(named) => own.extend(named.map(|named| (name.clone(), named))),
                Err(WordOfSeveralLaws) => {
                    own.extend(declared.first().map(|own| (name.clone(), own.named)));
                    unclear.insert(name.clone());
                }
            }
        }
        resolver.own = own;
        (resolver, unclear)
    }

    /// What the law at hand declares or defines, under its names.
    pub(super) fn own_names(&self) -> impl Iterator<Item = (&String, Named)> {
        let own = self.own.iter().map(|(name, named)| (name, *named));
        own.filter(|(_, named)| matches!(named, Named::Fact(_) | Named::Term(_)))
    }

    pub(super) fn twice(&mut self, name: &str, span: Span, first: Span) {
        self.mistakes.push(Mistake::new(Code::DeclaredTwice, span).with("name", name).and(first, "first"));
    }

    pub(super) fn span_of(&self, named: Named) -> Span {
        match named {
            Named::Fact(id) => self.vocabulary.fact(id).span,
            Named::Term(id) => self.vocabulary.term(id).span,
            Named::Thing(id) => self.vocabulary.thing(id).span,
            Named::Time(id) => self.vocabulary.time(id).span,
            Named::Reason(id) => self.vocabulary.reasons[id].span,
        }
    }

    fn enter(&mut self, name: &Name, named: Named, owner: Option<PolicyId>) {
        let known = if owner.is_some() { self.own.get(&name.text) } else { self.vocabulary.names.get(&name.text) };
        if let Some(known) = known.copied() {
            let first = self.span_of(known);
            self.twice(&name.text, name.span, first);
            return;
        }
        let names = if owner.is_some() { &mut self.own } else { &mut self.vocabulary.names };
        names.insert(name.text.clone(), named);
    }

    fn enter_also(&mut self, label: &tree::Label, name: &Name, owner: Option<PolicyId>) {
        if owner.is_none() {
            self.vocabulary.enter_called(label, name);
        }
    }

    /// A fact that is declared; the earlier one, if an earlier version of the law declares it alike.
    fn fact(&mut self, fact: Fact) -> FactId {
        let known = self.earlier.get(&fact.name).copied().filter(|id| {
            let before = self.vocabulary.fact(*id);
            before.shape.is_like(&fact.shape) && before.serves == fact.serves
        });
        match known {
            Some(known) => {
                // Whether a court or the authority says how far it reaches is told by the law that is read.
                self.vocabulary.facts[known].open = fact.open;
                known
            }
            None => self.vocabulary.facts.push(fact),
        }
    }

    /// The same for a thing.
    fn own_thing(&mut self, thing: Thing) -> ThingId {
        let known = self.earlier_things.get(&thing.name).copied();
        let known = known.filter(|id| self.vocabulary.thing(*id).kind == thing.kind);
        known.unwrap_or_else(|| self.vocabulary.things.push(thing))
    }

    /// First pass: every name gets its thing, so that order does not matter.
    pub fn declare(&mut self, items: &[Item], owner: Option<PolicyId>) {
        for item in items {
            match item {
                Item::Fact(f) => {
                    let shape = self.shape(f);
                    let id = self.fact(Fact {
                        name: f.name.text.clone(),
                        label: f.label.clone(),
                        shape,
                        serves: f.serves,
                        in_full: f.in_full,
                        owner,
                        open: f.open,
                        personal: f.personal.is_some(),
                        stands_for: Vec::new(),
                        span: f.span,
                    });
                    self.enter(&f.name, Named::Fact(id), owner);
                    self.enter_also(&f.label, &f.name, owner);
                }
                Item::Term(t) => {
                    let fact = t.means.is_none().then(|| {
                        self.fact(Fact {
                            name: t.name.text.clone(),
                            label: t.label.clone(),
                            shape: FactShapeKind::YesNo { usual: false },
                            serves: None,
                            in_full: false,
                            owner,
                            open: false,
                            personal: false,
                            stands_for: Vec::new(),
                            span: t.span,
                        })
                    });
                    let id = self.vocabulary.terms.push(Term {
                        name: t.name.text.clone(),
                        label: t.label.clone(),
                        parents: Vec::new(),
                        means: None,
                        fact,
                        span: t.span,
                    });
                    self.enter(&t.name, Named::Term(id), owner);
                    self.enter_also(&t.label, &t.name, owner);
                }
                Item::Thing(t) => {
                    let id = self.own_thing(Thing {
                        kind: t.kind,
                        name: t.name.text.clone(),
                        label: t.label.clone(),
                        parents: Vec::new(),
                        may_be: Vec::new(),
                        owner,
                        establishes: None,
                        ends: Vec::new(),
                        bars: None,
                        by_deciding: Vec::new(),
                        same_as: None,
                        reason: None,
                        severity: t.severity.unwrap_or(0),
                        subject: None,
                        private: t.private,
                        measure: None,
                        serves: t.serves,
                        in_full: t.in_full,
                        span: t.span,
                    });
                    self.enter(&t.name, Named::Thing(id), owner);
                    self.enter_also(&t.label, &t.name, owner);
                }
                Item::Time(t) => {
                    let id = self.vocabulary.times.push(NamedTime {
                        name: t.name.text.clone(),
                        label: t.label.clone(),
                        at_most: Length { number: t.number, unit: t.unit },
                        beyond: t.beyond.map(|(number, unit)| Length { number, unit }),
                        read_by: t.read_by.as_ref().map(|(n, p)| (n.text.clone(), p.clone())),
                        unconfirmed: t.unconfirmed,
                        span: t.span,
                    });
                    self.enter(&t.name, Named::Time(id), owner);
                }
                Item::Reason(r) => {
                    let (name, label) = (r.name.text.clone(), r.label.clone());
                    let id = self.vocabulary.reasons.push(Reason { name, label, facts: Vec::new(), span: r.span });
                    self.enter(&r.name, Named::Reason(id), owner);
                }
                Item::Authority(a) if self.authorities.insert(a.name.text.clone(), None).is_some() => {
                    self.mistakes
                        .push(Mistake::new(Code::DeclaredTwice, a.name.span).with("name", a.name.text.clone()));
                }
                _ => {}
            }
        }
    }

    fn shape(&mut self, f: &tree::FactItem) -> FactShapeKind {
        let wrong = |me: &mut Self, span| {
            me.mistakes.push(Mistake::new(Code::WrongUsual, span).with("name", f.name.text.clone()));
        };
        match &f.kind {
            FactKind::YesNo => FactShapeKind::YesNo {
                usual: match &f.usual {
                    Usual::YesNo(yes) => *yes,
                    Usual::Unsaid => false,
                    _ => {
                        wrong(self, f.span);
                        false
                    }
                },
            },
            FactKind::OneOf(values) => {
                let values: Vec<(String, tree::Label)> =
                    values.iter().map(|(n, l)| (n.text.clone(), l.clone())).collect();
                if values.len() < 2 || values.len() > 100 {
                    self.mistakes.push(Mistake::new(Code::WrongValues, f.span).with("name", f.name.text.clone()));
                }
                let usual = match &f.usual {
                    Usual::Value(v) => values.iter().position(|(n, _)| *n == v.text).unwrap_or_else(|| {
                        wrong(self, v.span);
                        0
                    }),
                    Usual::Unsaid => 0,
                    _ => {
                        wrong(self, f.span);
                        0
                    }
                };
                FactShapeKind::OneOf { values, usual: usual as u8 }
            }
            FactKind::Number { unit, from, to } => {
                if from >= to {
                    self.mistakes.push(Mistake::new(Code::WrongValues, f.span).with("name", f.name.text.clone()));
                }
                let usual = match &f.usual {
                    Usual::Number(n, span) => {
                        if n < from || n > to {
                            wrong(self, *span);
                        }
                        *n
                    }
                    Usual::Unsaid => *from,
                    _ => {
                        wrong(self, f.span);
                        *from
                    }
                };
                FactShapeKind::Number { unit: *unit, from: *from, to: (*to).max(*from + 1), usual }
            }
        }
    }

    /// Second pass: what things are kinds of, what terms mean, what holds always.
    pub fn fill(&mut self, items: &[Item], owner: Option<PolicyId>) {
        for item in items {
            match item {
                Item::Fact(f) => {
                    let Some(Named::Fact(id)) = self.declared(&f.name.text, owner) else { continue };
                    self.vocabulary.facts[id].stands_for = f.stands_for.iter().filter_map(|g| self.ground(g)).collect();
                    if owner.is_none() {
                        self.implied(f, owner);
                    }
                }
                Item::Reason(r) => {
                    let Some(Named::Reason(id)) = self.declared(&r.name.text, owner) else { continue };
                    self.vocabulary.reasons[id].facts = r.facts.iter().filter_map(|f| self.reason_fact(f)).collect();
                }
                Item::Term(t) => {
                    let Some(Named::Term(id)) = self.declared(&t.name.text, owner) else { continue };
                    let parents: Vec<TermId> = t.parents.iter().filter_map(|p| self.term(p)).collect();
                    let means = t.means.as_ref().map(|m| self.condition(m));
                    for parent in &parents {
                        self.vocabulary.axioms.push(Axiom {
                            holds: Condition::Some(vec![Condition::Term(id).negated(), Condition::Term(*parent)]),
                            span: t.span,
                            own: owner,
                            implied_by: None,
                        });
                    }
                    let term = &mut self.vocabulary.terms[id];
                    (term.parents, term.means) = (parents, means);
                }
                Item::Thing(t) => {
                    let Some(Named::Thing(id)) = self.declared(&t.name.text, owner) else { continue };
                    let parents: Vec<ThingId> = t.parents.iter().filter_map(|p| self.thing(p, &[t.kind])).collect();
                    let subject = t.subject.as_ref().and_then(|s| self.thing(s, &[ThingKind::Subject]));
                    let measure = t
                        .measure
                        .as_ref()
                        .and_then(|m| self.thing(m, &[ThingKind::Measure, ThingKind::Safeguard, ThingKind::Service]));
                    let more = self.thing_relations(t);
                    let thing = &mut self.vocabulary.things[id];
                    (thing.parents, thing.subject, thing.measure) = (parents, subject, measure);
                    (thing.may_be, thing.establishes, thing.ends) = (more.may_be, more.establishes, more.ends);
                    (thing.bars, thing.by_deciding) = (more.bars, more.by_deciding);
                    (thing.same_as, thing.reason) = (more.same_as, more.reason);
                    // A kind by reason is a kind of the wider measure.
                    if let Some((wider, _)) = thing.reason
                        && !thing.parents.contains(&wider)
                    {
                        thing.parents.insert(0, wider);
                    }
                }
                // A law speaks in its own meaning of a term, which is not known yet.
                Item::Axiom(_) if owner.is_some() => {}
                Item::Axiom(a) => self.axiom(a, owner),
                Item::Authority(a) => {
                    let kind = a.kind.as_ref().and_then(|k| self.thing(k, &[ThingKind::Authority]));
                    self.authorities.insert(a.name.text.clone(), kind);
                }
                _ => {}
            }
        }
    }

    /// What a fact implies.
    pub(super) fn implied(&mut self, f: &tree::FactItem, owner: Option<PolicyId>) {
        let (Some(implied), Some(Named::Fact(id))) = (&f.implies, self.declared(&f.name.text, owner)) else { return };
        let this = match self.vocabulary.fact(id).shape {
            FactShapeKind::YesNo { .. } => Condition::Fact(id),
            // What it lacks is said.
            _ => self.condition(&tree::Condition::Named(f.name.clone())),
        };
        let then = self.condition(implied);
        let holds = Condition::Some(vec![this.negated(), then.clone()]);
        let implied_by = Some((id, then));
        self.vocabulary.axioms.push(Axiom { holds, span: implied.span(), own: owner, implied_by });
    }

    /// What holds always.
    pub(super) fn axiom(&mut self, a: &tree::AxiomItem, owner: Option<PolicyId>) {
        let then = self.condition(&a.then);
        let holds = match (&a.if_, a.never) {
            (Some(if_), _) => Condition::Some(vec![self.condition(if_).negated(), then]),
            (None, true) => then.negated(),
            (None, false) => then,
        };
        self.vocabulary.axioms.push(Axiom { holds, span: a.span, own: owner, implied_by: None });
    }

    /// What a thing is beside what it is a kind of.
    fn thing_relations(&mut self, t: &tree::ThingItem) -> Relations {
        const SAFEGUARD: &[ThingKind] = &[ThingKind::Safeguard];
        const AUTHORITY: &[ThingKind] = &[ThingKind::Authority];
        let may_be = t.may_be.iter().filter_map(|p| self.thing(p, &[t.kind])).collect();
        let establishes = t.establishes.as_ref().and_then(|f| self.ground(f));
        let ends = t.ends.iter().filter_map(|f| self.ground(f)).collect();
        let bars = t.bars.as_ref().and_then(|m| self.thing(m, &[ThingKind::Measure]));
        let mut by_deciding = Vec::new();
        for (safeguard, by) in &t.by_deciding {
            let safeguard = self.thing(safeguard, SAFEGUARD);
            let by = by.as_ref().map(|by| self.thing(by, AUTHORITY));
            if let (Some(safeguard), Some(by)) = (safeguard, super::resolve_standard::flat(by)) {
                by_deciding.push((safeguard, by));
            }
        }
        let same_as = t.same_as.as_ref().and_then(|(safeguard, by)| {
            let (safeguard, by) = (self.thing(safeguard, SAFEGUARD), self.thing(by, AUTHORITY));
            safeguard.zip(by)
        });
        let reason = t.reason.as_ref().and_then(|(wider, reason)| {
            let (wider, reason) = (self.thing(wider, &[ThingKind::Measure]), self.reason(reason));
            wider.zip(reason)
        });
        Relations { may_be, establishes, ends, bars, by_deciding, same_as, reason }
    }

    /// One of the facts that make a reason, and the condition under which it does.
    fn reason_fact(&mut self, written: &tree::Condition) -> Option<(FactId, Condition)> {
        match (written, self.condition(written)) {
            (_, Condition::Fact(id)) => Some((id, Condition::Fact(id))),
            (_, Condition::Value(id, value)) => Some((id, Condition::Value(id, value))),
            (tree::Condition::Named(name), Condition::Term(_)) => self.ground(name).map(|id| (id, Condition::Fact(id))),
            // What is wrong with it was said.
            _ => None,
        }
    }

    /// The points, by identifier.
    fn points(&mut self, items: &[Item]) -> Vec<Point> {
        let mut points: Vec<Point> = Vec::new();
        for item in items {
            let Item::Point(p) = item else { continue };
            points.push(Point {
                id: p.name.text.clone(),
                label: p.label.clone(),
                theme: p.theme.as_ref().map_or_else(String::new, |t| t.text.clone()),
                question: p.question.clone().unwrap_or_default(),
                span: p.span,
            });
        }
        points.sort_by(|a, b| a.id.cmp(&b.id));
        for pair in points.windows(2) {
            if let [a, b] = pair
                && a.id == b.id
            {
                self.twice(&b.id, b.span, a.span);
            }
        }
        points
    }

    fn known_point(&mut self, name: &Name, points: &[Point]) {
        let known = points.binary_search_by(|p| p.id.as_str().cmp(&name.text)).is_ok();
        if !known && !self.lost.contains(&name.text) {
            let suggestion = near(&name.text, points.iter().map(|p| p.id.as_str()));
            let mistake = Mistake::new(Code::UnknownName, name.span).with("name", name.text.clone());
            self.mistakes.push(mistake.arg("kind", Arg::Expected(vec!["kind-point".into()])).suggest(suggestion));
        }
    }

    /// Third pass: taxonomies are closed; cycles are shown as cycles.
    pub fn close(&mut self) {
        let mut edges = Vec::new();
        for (id, thing) in self.vocabulary.things() {
            edges.extend(thing.parents.iter().map(|p| (id, *p)));
        }
        match Taxonomy::new(&self.vocabulary.things, &edges, self.vocabulary.limits.kinds) {
            Ok(taxonomy) => self.vocabulary.taxonomy = taxonomy,
            Err(NotClosed::TooLarge) => {
                let span = self.vocabulary.things().last().map(|(_, t)| t.span);
                self.mistakes.push(Mistake::new(Code::TaxonomyTooLarge, span));
                self.vocabulary.taxonomy = Taxonomy::flat(&self.vocabulary.things);
            }
            Err(NotClosed::Cycle(cycle)) => {
                let names: Vec<(String, Span)> =
                    cycle.iter().map(|id| self.vocabulary.thing(*id)).map(|t| (t.name.clone(), t.span)).collect();
                self.cycle(Code::TaxonomyCycle, names);
                // Without its parents each thing is only itself; what follows is not judged anyway.
                self.vocabulary.things.iter_mut().for_each(|t| t.parents.clear());
                self.vocabulary.taxonomy = Taxonomy::flat(&self.vocabulary.things);
            }
        }
        // Terms: what they are kinds of, and what their meaning rests on.
        let mut above = Vec::new();
        let mut rests_on = Vec::new();
        for (id, term) in self.vocabulary.terms() {
            above.extend(term.parents.iter().map(|p| (id, *p)));
            if let Some(means) = &term.means {
                means.terms(&mut |t| rests_on.push((id, t)));
            }
        }
        for (code, edges) in [(Code::TaxonomyCycle, above), (Code::DefinitionCycle, rests_on.clone())] {
            if let Some(cycle) = cycle_in(&self.vocabulary.terms, &edges) {
                let names: Vec<(String, Span)> =
                    cycle.iter().map(|id| self.vocabulary.term(*id)).map(|t| (t.name.clone(), t.span)).collect();
                for at in &cycle {
                    let term = &mut self.vocabulary.terms[*at];
                    term.means = Some(Condition::Any);
                    term.parents.clear();
                }
                self.cycle(code, names);
            }
        }
        self.too_deep(&rests_on);
    }

    /// Definitions that rest on others that rest on others, deeper than they can be followed.
    fn too_deep(&mut self, rests_on: &[(TermId, TermId)]) {
        let most = self.vocabulary.limits.definitions;
        let mut depths: IdVec<Term, usize> = IdVec::all(&self.vocabulary.terms, 0);
        for at in lowest_first(&self.vocabulary.terms, rests_on) {
            let term = &mut self.vocabulary.terms[at];
            // A term without a meaning is a fact, and rests on nothing.
            let depth = term.means.as_ref().map_or(0, |m| m.depth(&|t| depths[t]));
            if depth as u64 > most {
                let mistake = Mistake::new(Code::DefinitionTooDeep, term.span)
                    .with("name", term.name.clone())
                    .arg("most", Arg::Number(most as i64));
                self.mistakes.push(mistake);
                term.means = Some(Condition::Any);
            } else {
                depths[at] = depth;
            }
        }
    }

    fn cycle(&mut self, code: Code, names: Vec<(String, Span)>) {
        let Some((first, span)) = names.first().cloned() else { return };
        let mut shown: Vec<String> = names.iter().map(|(n, _)| n.clone()).collect();
        shown.push(first);
        let mut mistake = Mistake::new(code, span).with("cycle", shown.join(" → "));
        for (_, other) in names.iter().skip(1) {
            mistake = mistake.and(*other, "also");
        }
        self.mistakes.push(mistake);
    }

    fn declared(&self, name: &str, owner: Option<PolicyId>) -> Option<Named> {
        if owner.is_some() { self.own.get(name).copied() } else { self.vocabulary.names.get(name).copied() }
    }

    // ── looking up ──

    pub(super) fn look(&mut self, name: &str) -> Option<Named> {
        if let Some(own) = self.own.get(name) {
            self.used.insert(name.to_owned());
            return Some(*own);
        }
        self.vocabulary.names.get(name).copied()
    }

    /// A thing of one of these kinds by this name, when there is one; nothing is said when there is none.
    pub fn known(&mut self, name: &str, kinds: &[ThingKind]) -> Option<(ThingId, ThingKind)> {
        match self.look(name)? {
            Named::Thing(id) => Some((id, self.vocabulary.thing(id).kind)).filter(|(_, kind)| kinds.contains(kind)),
            _ => None,
        }
    }

    /// Says that a name is unknown where one of these kinds is expected, with what may have been meant.
    pub(super) fn unknown(&mut self, name: &Name, kinds: &[&'static str], fits: impl Fn(&Vocabulary, Named) -> bool) {
        if self.lost.contains(&name.text) || name.text.is_empty() {
            return;
        }
        let kinds = kinds.iter().map(|kind| (*kind).to_owned()).collect();
        let mut mistake = Mistake::new(Code::UnknownName, name.span)
            .with("name", name.text.clone())
            .arg("kind", Arg::Expected(kinds));
        mistake.suggestions = self.meant(&name.text, fits);
        self.mistakes.push(mistake);
    }

    pub(super) fn wrong_kind(
        &mut self,
        name: &Name,
        found: Named,
        expected: &'static str,
        fits: impl Fn(&Vocabulary, Named) -> bool,
    ) {
        let is = self.kind_of(found);
        let first = self.span_of(found);
        let mut mistake = Mistake::new(Code::WrongKind, name.span)
            .with("name", name.text.clone())
            .arg("is", Arg::Expected(vec![is.to_owned()]))
            .arg("expected", Arg::Expected(vec![expected.to_owned()]))
            .and(first, "declared");
        mistake.suggestions = self.meanings(&name.text, fits).0;
        self.mistakes.push(mistake);
    }

    /// A thing of one of these kinds.
    pub fn thing(&mut self, name: &Name, kinds: &[ThingKind]) -> Option<ThingId> {
        let fits = |v: &Vocabulary, n: Named| matches!(n, Named::Thing(id) if kinds.contains(&v.thing(id).kind));
        match self.look(&name.text) {
            Some(Named::Thing(id)) if kinds.contains(&self.vocabulary.thing(id).kind) => return Some(id),
            Some(other) => {
                let expected = kinds.first().map_or("kind-measure", |k| kind_word(*k));
                self.wrong_kind(name, other, expected, fits);
            }
            None => {
                let words: Vec<&str> = kinds.iter().map(|kind| kind_word(*kind)).collect();
                self.unknown(name, &words, fits);
            }
        }
        None
    }

    pub(super) fn term(&mut self, name: &Name) -> Option<TermId> {
        let fits = |_: &Vocabulary, n: Named| matches!(n, Named::Term(_));
        match self.look(&name.text) {
            Some(Named::Term(id)) => return Some(id),
            Some(other) => self.wrong_kind(name, other, "kind-term", fits),
            None => self.unknown(name, &["kind-term"], fits),
        }
        None
    }

    /// A fact, or the yes/no fact of a term, that can be a ground.
    pub(super) fn ground(&mut self, name: &Name) -> Option<FactId> {
        let fits = |_: &Vocabulary, n: Named| matches!(n, Named::Fact(_));
        match self.look(&name.text) {
            Some(Named::Fact(id)) => return Some(id),
            Some(Named::Term(id)) if self.vocabulary.term(id).fact.is_some() => return self.vocabulary.term(id).fact,
            Some(other) => self.wrong_kind(name, other, "kind-fact", fits),
            None => self.unknown(name, &["kind-fact"], fits),
        }
        None
    }

    /// A reason.
    fn reason(&mut self, name: &Name) -> Option<ReasonId> {
        match self.look(&name.text) {
            Some(Named::Reason(id)) => Some(id),
            Some(other) => {
                self.wrong_kind(name, other, "kind-reason", |_, n| matches!(n, Named::Reason(_)));
                None
            }
            None => {
                self.unknown(name, &["kind-reason"], |_, n| matches!(n, Named::Reason(_)));
                None
            }
        }
    }

    /// Who acts: an authority of the policy, or a kind of authority.
    pub(super) fn actor(&mut self, name: &Name) -> Option<ThingId> {
        if let Some(kind) = self.authorities.get(&name.text) {
            let kind = *kind;
            self.used.insert(name.text.clone());
            if kind.is_none() && !self.lost.contains(&name.text) {
                self.mistakes.push(Mistake::new(Code::AuthorityWithoutKind, name.span).with("name", name.text.clone()));
            }
            return kind;
        }
        self.thing(name, &[ThingKind::Authority])
    }

    pub(super) fn known_instrument(&mut self, name: &Name, ids: &BTreeSet<&str>) {
        if !ids.contains(name.text.as_str()) && !self.lost.contains(&name.text) {
            let suggestion = near(&name.text, ids.iter().copied());
            self.mistakes.push(
                Mistake::new(Code::UnknownName, name.span)
                    .with("name", name.text.clone())
                    .arg("kind", Arg::Expected(vec!["kind-instrument".into()]))
                    .suggest(suggestion),
            );
        }
    }
}
