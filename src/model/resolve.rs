//! Looks names up, and builds the library: vocabulary, instruments, standards.

use super::condition::Condition;
use super::length::{Length, convert};
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
        let ids: BTreeSet<&str> = instruments.iter().map(|i| i.id.as_str()).collect();
        let mut standards: Vec<Standard> = Vec::new();
        let mut principles: Vec<Principle> = Vec::new();
        for item in items {
            if let Item::Standard(s) = item {
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
        (Library { vocabulary: resolver.vocabulary, instruments, standards, principles }, resolver.mistakes)
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
    /// What was wrong.
    pub mistakes: Vec<Mistake>,
}

pub(super) fn kind_word(kind: ThingKind) -> &'static str {
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
            mistakes: Vec::new(),
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
        known.unwrap_or_else(|| self.vocabulary.facts.push(fact))
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
                        owner,
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
                            owner,
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
                    let id = self.vocabulary.things.push(Thing {
                        kind: t.kind,
                        name: t.name.text.clone(),
                        label: t.label.clone(),
                        parents: Vec::new(),
                        severity: t.severity.unwrap_or(0),
                        subject: None,
                        private: t.private,
                        measure: None,
                        serves: t.serves,
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
                        read_by: t.read_by.as_ref().map(|(n, p)| (n.text.clone(), p.clone())),
                        unconfirmed: t.unconfirmed,
                        span: t.span,
                    });
                    self.enter(&t.name, Named::Time(id), owner);
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
                Item::Term(t) => {
                    let Some(Named::Term(id)) = self.declared(&t.name.text, owner) else { continue };
                    let parents: Vec<TermId> = t.parents.iter().filter_map(|p| self.term(p)).collect();
                    let means = t.means.as_ref().map(|m| self.condition(m));
                    for parent in &parents {
                        self.vocabulary.axioms.push(Axiom {
                            holds: Condition::Some(vec![Condition::Term(id).negated(), Condition::Term(*parent)]),
                            span: t.span,
                        });
                    }
                    let term = &mut self.vocabulary.terms[id];
                    (term.parents, term.means) = (parents, means);
                }
                Item::Thing(t) => {
                    let Some(Named::Thing(id)) = self.declared(&t.name.text, owner) else { continue };
                    let parents: Vec<ThingId> = t.parents.iter().filter_map(|p| self.thing(p, &[t.kind])).collect();
                    let subject = t.subject.as_ref().and_then(|s| self.thing(s, &[ThingKind::Subject]));
                    let measure = t.measure.as_ref().and_then(|m| self.thing(m, &[ThingKind::Measure]));
                    let thing = &mut self.vocabulary.things[id];
                    (thing.parents, thing.subject, thing.measure) = (parents, subject, measure);
                }
                Item::Axiom(a) => {
                    let then = self.condition(&a.then);
                    let holds = match (&a.if_, a.never) {
                        (Some(if_), _) => Condition::Some(vec![self.condition(if_).negated(), then]),
                        (None, true) => then.negated(),
                        (None, false) => then,
                    };
                    self.vocabulary.axioms.push(Axiom { holds, span: a.span });
                }
                Item::Authority(a) => {
                    let kind = a.kind.as_ref().and_then(|k| self.thing(k, &[ThingKind::Authority]));
                    self.authorities.insert(a.name.text.clone(), kind);
                }
                _ => {}
            }
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

    fn wrong_kind(
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

    // ── conditions and lengths ──

    /// A length of time; a named time stands for its bound.
    pub fn length(&mut self, extent: &tree::Extent) -> Option<Length> {
        match extent {
            tree::Extent::Exact { number, unit, .. } => Some(Length { number: *number, unit: *unit }),
            tree::Extent::Named(name) => match self.look(&name.text) {
                Some(Named::Time(id)) => Some(self.vocabulary.time(id).at_most),
                other => {
                    let fits = |_: &Vocabulary, n: Named| matches!(n, Named::Time(_));
                    match other {
                        Some(other) => self.wrong_kind(name, other, "kind-time", fits),
                        None => self.unknown(name, &["kind-time"], fits),
                    }
                    None
                }
            },
        }
    }

    /// A condition with every name looked up. What could not be found counts as *any*: no verdict follows from it.
    pub fn condition(&mut self, condition: &tree::Condition) -> Condition {
        match condition {
            tree::Condition::Any(_) => Condition::Any,
            tree::Condition::Not(inner, _) => self.condition(inner).negated(),
            tree::Condition::All(parts, _) => Condition::All(parts.iter().map(|p| self.condition(p)).collect()),
            tree::Condition::Some(parts, _) => Condition::Some(parts.iter().map(|p| self.condition(p)).collect()),
            tree::Condition::Named(name) => match self.look(&name.text) {
                Some(Named::Term(id)) => Condition::Term(id),
                Some(Named::Fact(id)) => match &self.vocabulary.fact(id).shape {
                    FactShapeKind::YesNo { .. } => Condition::Fact(id),
                    FactShapeKind::OneOf { values, .. } => {
                        let values = values.iter().map(|(n, _)| n.clone()).collect();
                        self.mistakes.push(
                            Mistake::new(Code::NeedsValue, name.span)
                                .with("name", name.text.clone())
                                .arg("values", Arg::Names(values)),
                        );
                        Condition::Any
                    }
                    FactShapeKind::Number { .. } => {
                        self.mistakes.push(Mistake::new(Code::NeedsNumber, name.span).with("name", name.text.clone()));
                        Condition::Any
                    }
                },
                other => {
                    let fits = |v: &Vocabulary, n: Named| match n {
                        Named::Fact(id) => matches!(v.fact(id).shape, FactShapeKind::YesNo { .. }),
                        Named::Term(_) => true,
                        _ => false,
                    };
                    match other {
                        Some(other) => self.wrong_kind(name, other, "kind-condition", fits),
                        None => self.unknown(name, &["kind-condition"], fits),
                    }
                    Condition::Any
                }
            },
            tree::Condition::Is { fact, not, value, .. } => {
                let found = self.value(fact, value);
                if *not { found.negated() } else { found }
            }
            tree::Condition::Compare { fact, comparison, number, unit, span } => {
                self.compare(fact, *comparison, *number, *unit, *span)
            }
        }
    }

    fn value(&mut self, fact: &Name, value: &Name) -> Condition {
        let id = match self.look(&fact.text) {
            Some(Named::Fact(id)) => id,
            other => {
                let fits = |v: &Vocabulary, n: Named| matches!(n, Named::Fact(id) if matches!(v.fact(id).shape, FactShapeKind::OneOf { .. }));
                match other {
                    Some(other) => self.wrong_kind(fact, other, "kind-fact", fits),
                    None => self.unknown(fact, &["kind-fact"], fits),
                }
                return Condition::Any;
            }
        };
        match &self.vocabulary.fact(id).shape {
            FactShapeKind::OneOf { values, .. } => {
                if let Some(at) = values.iter().position(|(n, _)| *n == value.text) {
                    return Condition::Value(id, at as u8);
                }
                let names: Vec<String> = values.iter().map(|(n, _)| n.clone()).collect();
                let suggestion = near(&value.text, names.iter().map(String::as_str));
                self.mistakes.push(
                    Mistake::new(Code::UnknownValue, value.span)
                        .with("name", value.text.clone())
                        .with("fact", fact.text.clone())
                        .arg("values", Arg::Names(names))
                        .suggest(suggestion),
                );
            }
            FactShapeKind::YesNo { .. } => {
                self.mistakes.push(Mistake::new(Code::TakesNoValue, value.span).with("name", fact.text.clone()));
            }
            FactShapeKind::Number { .. } => {
                self.mistakes.push(Mistake::new(Code::NeedsNumber, fact.span).with("name", fact.text.clone()));
            }
        }
        Condition::Any
    }

    fn compare(
        &mut self,
        name: &Name,
        comparison: tree::Comparison,
        number: i64,
        unit: Option<tree::Unit>,
        span: Span,
    ) -> Condition {
        let id = match self.look(&name.text) {
            Some(Named::Fact(id)) => id,
            other => {
                let fits = |v: &Vocabulary, n: Named| matches!(n, Named::Fact(id) if matches!(v.fact(id).shape, FactShapeKind::Number { .. }));
                match other {
                    Some(other) => self.wrong_kind(name, other, "kind-fact", fits),
                    None => self.unknown(name, &["kind-fact"], fits),
                }
                return Condition::Any;
            }
        };
        let FactShapeKind::Number { unit: own, from, to, .. } = self.vocabulary.fact(id).shape.clone() else {
            self.mistakes.push(Mistake::new(Code::NotANumber, name.span).with("name", name.text.clone()));
            return Condition::Any;
        };
        let Some((top, bottom)) = self.in_own_unit(name, number, unit, own, span) else { return Condition::Any };
        if unit.is_some_and(|u| {
            own.is_some_and(|o| Length { number, unit: u }.by_convention(Length { number: 1, unit: o }))
        }) {
            self.vocabulary.by_convention.insert(id);
        }
        let (floor, ceil) = (top.div_euclid(bottom), -(-top).div_euclid(bottom));
        // Past either end of the range the comparison says nothing.
        if floor > to || ceil < from {
            self.mistakes.push(
                Mistake::warning(Code::OutOfRange, span)
                    .with("name", name.text.clone())
                    .arg("from", Arg::Number(from))
                    .arg("to", Arg::Number(to)),
            );
        }
        let below = |bound| Condition::Below(id, bound);
        match comparison {
            tree::Comparison::Less => below(ceil),
            tree::Comparison::AtMost => below(floor + 1),
            tree::Comparison::More => below(floor + 1).negated(),
            tree::Comparison::AtLeast => below(ceil).negated(),
            tree::Comparison::Equal if floor == ceil => Condition::All(vec![below(floor).negated(), below(floor + 1)]),
            tree::Comparison::Equal => Condition::Any.negated(),
        }
    }

    /// A number in the fact's own unit, as a fraction.
    fn in_own_unit(
        &mut self,
        name: &Name,
        number: i64,
        unit: Option<tree::Unit>,
        own: Option<tree::Unit>,
        span: Span,
    ) -> Option<(i64, i64)> {
        use tree::Unit::{Months, Years};
        match (unit, own) {
            (None, None) => Some((number, 1)),
            (None, Some(Years)) => Some((number, 1)),
            (Some(Years | Months), Some(Years)) => unit.map(|u| convert(number, u, Years)),
            (Some(u), Some(o)) if o != Years => Some(convert(number, u, o)),
            (None, Some(o)) => {
                self.mistakes.push(
                    Mistake::new(Code::MissingUnit, span)
                        .with("name", name.text.clone())
                        .arg("unit", Arg::Expected(vec![unit_word(o).into()])),
                );
                None
            }
            (Some(u), o) => {
                let own = o.map_or("unit-none", unit_word);
                self.mistakes.push(
                    Mistake::new(Code::WrongUnit, span)
                        .with("name", name.text.clone())
                        .arg("unit", Arg::Expected(vec![own.into()]))
                        .arg("found", Arg::Expected(vec![unit_word(u).into()])),
                );
                None
            }
        }
    }

    /// One given fact of a scenario or an example.
    pub(super) fn given(&mut self, given: &tree::Given) -> super::policy::GivenFact {
        let condition = match &given.value {
            tree::GivenValue::Plain => self.condition(&tree::Condition::Named(given.fact.clone())),
            tree::GivenValue::Number(number, unit) => {
                self.compare(&given.fact, tree::Comparison::Equal, *number, *unit, given.span)
            }
            tree::GivenValue::Value(value) => self.value(&given.fact, value),
        };
        let condition = if given.not { condition.negated() } else { condition };
        let mut facts = Vec::new();
        condition.facts(&self.vocabulary, &mut |f| facts.push(f));
        super::policy::GivenFact { condition, facts, span: given.span }
    }
}

/// The catalogue id of a unit.
pub(super) fn unit_word(unit: tree::Unit) -> &'static str {
    match unit {
        tree::Unit::Hours => "unit-hours",
        tree::Unit::Days => "unit-days",
        tree::Unit::Weeks => "unit-weeks",
        tree::Unit::Months => "unit-months",
        tree::Unit::Years => "unit-years",
    }
}
