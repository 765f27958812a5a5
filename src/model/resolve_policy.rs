//! A legal order: its policies read together, their names looked up.

use super::Library;
use super::condition::Condition;
use super::policy::*;
use super::resolve::Resolver;
use super::resolve_standard::flat;
use super::vocabulary::{FactId, Named, OwnName, Term, ThingId};
use crate::ids::IdVec;
use crate::stop::OrStop as _;
use crate::syntax::tree::{self, ArticleClause, Item, ThingKind};
use crate::syntax::{Arg, Code, Mistake, Severity, near, parse_condition};
use crate::text::{FileId, Span};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A condition written outside the laws, looked up in the words of all of them together. `base` is where it
/// begins. A word that two of the laws use for different things is a mistake here.
pub fn condition_in(order: &mut LegalOrder, text: &str, base: Span) -> Result<Condition, Vec<Mistake>> {
    let written = parse_condition(text, base)?;
    let (mut resolver, unclear) = Resolver::of_laws(std::mem::take(&mut order.vocabulary));
    let found = resolver.condition(&written);
    order.vocabulary = std::mem::take(&mut resolver.vocabulary);
    let mut mistakes = std::mem::take(&mut resolver.mistakes);
    for name in written.facts().into_iter().filter(|n| unclear.contains(&n.text)) {
        mistakes.push(Mistake::new(Code::WordOfSeveralLaws, name.span).with("name", name.text.clone()));
    }
    if mistakes.is_empty() { Ok(found) } else { Err(mistakes) }
}

/// One file of a legal order as it was read.
#[derive(Debug, Clone, Copy)]
pub struct OrderFile<'a> {
    /// Which file.
    pub file: FileId,
    /// Its items.
    pub items: &'a [Item],
    /// The names that items which could not be read would have declared.
    pub lost: &'a [String],
}

/// Reads the items of several files as one legal order. Facts and terms that a file declares are that law's own.
pub fn resolve_order(library: &Library, files: &[OrderFile<'_>], example: bool) -> (LegalOrder, Vec<Mistake>) {
    resolve_after(library, None, files, example)
}

/// Reads the items of several files as one legal order that comes after another: what both declare alike is one fact,
/// so that the two can be compared. The vocabulary of the later order holds that of the earlier one, numbers and all.
pub fn resolve_later(library: &Library, earlier: &LegalOrder, files: &[OrderFile<'_>]) -> (LegalOrder, Vec<Mistake>) {
    resolve_after(library, Some(earlier), files, false)
}

/// The facts of an earlier order that a file may mean: those of the policy of its name, of the one it replaces, of the
/// only one there is; and those whose name only one policy has.
fn earlier_facts(earlier: &LegalOrder, items: &[Item], alone: bool) -> HashMap<String, FactId> {
    let policy = items.iter().find_map(|i| if let Item::Policy(p) = i { Some(p) } else { None });
    let position = |name: &str| earlier.policies.position(|p| p.name == name);
    let before = policy
        .and_then(|p| position(&p.name.text).or_else(|| p.replaces.iter().find_map(|r| position(&r.text))))
        .or(earlier.policies.ids().next().filter(|_| alone && earlier.policies.len() == 1));
    let mut out = HashMap::new();
    let mut several = BTreeSet::new();
    for (id, fact) in earlier.vocabulary.facts().filter(|(_, f)| f.owner.is_some()) {
        if out.insert(fact.name.clone(), id).is_some() {
            several.insert(fact.name.clone());
        }
    }
    out.retain(|name, _| !several.contains(name));
    for (id, fact) in earlier.vocabulary.facts() {
        if before.is_some() && fact.owner == before {
            out.insert(fact.name.clone(), id);
        }
    }
    out
}

/// The things of an earlier order that no two laws of it declare under one name.
fn earlier_things(earlier: &LegalOrder) -> HashMap<String, ThingId> {
    let mut out = HashMap::new();
    let mut several = BTreeSet::new();
    for (id, thing) in earlier.vocabulary.things().filter(|(_, t)| t.owner.is_some()) {
        if out.insert(thing.name.clone(), id).is_some() {
            several.insert(thing.name.clone());
        }
    }
    out.retain(|name, _| !several.contains(name));
    out
}

fn resolve_after(
    library: &Library,
    earlier: Option<&LegalOrder>,
    files: &[OrderFile<'_>],
    example: bool,
) -> (LegalOrder, Vec<Mistake>) {
    let mut vocabulary = earlier.map_or(&library.vocabulary, |e| &e.vocabulary).clone();
    let mut order = LegalOrder { governs_all: example, ..LegalOrder::default() };
    let mut mistakes = Vec::new();
    let mut numbers: IdVec<Policy, HashMap<String, ArticleId>> = IdVec::new();
    let mut states: Vec<Resolver> = Vec::new();
    // First every file's names and articles, so that files may refer to each other in any order.
    for OrderFile { file, items, lost } in files.iter().copied() {
        let own_policy = order.policies.next_id();
        let mut resolver = Resolver::new(std::mem::take(&mut vocabulary), lost);
        if let Some(earlier) = earlier {
            resolver.earlier = earlier_facts(earlier, items, files.len() == 1);
            resolver.earlier_things = earlier_things(earlier);
        }
        resolver.declare(items, Some(own_policy));
        resolver.fill(items, Some(own_policy));
        resolver.close();
        order.policies.push(policy(&mut resolver, file, items, example));
        let mut own = HashMap::new();
        let mut plain = HashMap::new();
        for item in items {
            if let Item::Article(a) = item {
                let open_in = a.open_in.iter().filter_map(|s| resolver.thing(s, &[ThingKind::Subject])).collect();
                let at = order.articles.next_id();
                own.insert(a.number.text.clone(), at);
                // `１` and `1` are one number to whoever reads them.
                if let Some(first) = plain.insert(super::alike::plain(&a.number.text), at) {
                    resolver.twice(&a.number.text, a.number.span, order.articles[first].span);
                }
                order.articles.push(Article {
                    policy: own_policy,
                    number: a.number.text.clone(),
                    label: a.label.clone(),
                    text: a.text.clone(),
                    source: a.source.clone(),
                    unconfirmed: a.unconfirmed,
                    note: a.note.clone(),
                    encoding: match &a.aside {
                        _ if a.open => Encoding::Open,
                        Some(why) => Encoding::Aside(why.clone()),
                        None => Encoding::Encoded,
                    },
                    open_in,
                    in_force: a.in_force.clone(),
                    until: a.until.clone(),
                    repealed: a.repealed.clone(),
                    annulled: a.annulled.as_ref().map(|(by, on)| (by.text.clone(), on.clone())),
                    span: a.span,
                });
            }
        }
        numbers.push(own);
        vocabulary = std::mem::take(&mut resolver.vocabulary);
        states.push(resolver);
    }
    let names: IdVec<Policy, String> = order.policies.map(|p| p.name.clone());
    let mut own: BTreeMap<String, Vec<OwnName>> = BTreeMap::new();
    for ((own_policy, OrderFile { items, .. }), mut resolver) in names.ids().zip(files.iter().copied()).zip(states) {
        resolver.vocabulary = std::mem::take(&mut vocabulary);
        let mut reader = Reader {
            order: &mut order,
            resolver: &mut resolver,
            library,
            numbers: &numbers,
            names: &names,
            policy: own_policy,
        };
        reader.definitions(items);
        reader.items(items);
        if !example {
            unused(&mut resolver, items);
            super::doubts::find(&mut resolver, library, &order, own_policy, items);
        }
        vocabulary = std::mem::take(&mut resolver.vocabulary);
        for (name, named) in resolver.own_names() {
            let law = names[own_policy].clone();
            own.entry(name.clone()).or_default().push(OwnName { law, named });
        }
        mistakes.append(&mut resolver.mistakes);
    }
    vocabulary.own = own;
    if !example {
        mistakes.extend(super::alike::in_laws(&library.vocabulary, files.iter().map(|f| f.items)));
    }
    order.vocabulary = vocabulary;
    closed_codes(&mut order);
    // One law of several may say nothing; that is a remark, where the others do.
    if order.clauses_by_article().next().is_some() {
        let silent = mistakes.iter_mut().filter(|m| m.code == Code::NothingOperative);
        silent.for_each(|m| m.severity = Severity::Warning);
    }
    if !example {
        mistakes.extend(super::doubts::searches(&order));
    }
    (order, mistakes)
}

fn policy(resolver: &mut Resolver, file: FileId, items: &[Item], example: bool) -> Policy {
    let mut found: Option<&tree::PolicyItem> = None;
    for item in items {
        if let Item::Policy(p) = item {
            if let Some(first) = found {
                resolver.mistakes.push(Mistake::new(Code::SecondPolicy, p.name.span).and(first.name.span, "first"));
            } else {
                found = Some(p);
            }
        }
    }
    let first = items.first().map_or(Span::at(file, 0), Item::span);
    if found.is_none() && !example {
        resolver.mistakes.push(Mistake::new(Code::NoPolicy, Span::new(file, first.start, first.start + 1)));
    }
    if let Some(p) = found
        && p.state.is_none()
        && !example
    {
        resolver.mistakes.push(Mistake::new(Code::NoState, p.name.span).with("name", p.name.text.clone()));
    }
    let mut fields = |names: &[tree::Name]| -> Vec<ThingId> {
        names.iter().filter_map(|g| resolver.thing(g, &[ThingKind::Subject])).collect()
    };
    let governs = found.map_or_else(Vec::new, |p| fields(&p.governs));
    let exhaustive = found.map_or_else(Vec::new, |p| fields(&p.exhaustive));
    match found {
        Some(p) => Policy {
            name: p.name.text.clone(),
            label: p.label.clone(),
            state: p.state.as_ref().map(|s| s.text.clone()),
            rank: p.rank.as_ref().map(|r| r.text.clone()),
            adopted: p.adopted.clone(),
            in_force: p.in_force.clone(),
            source: p.source.clone(),
            unconfirmed: p.unconfirmed,
            file: p.file.as_ref().map(|f| (f.text.clone(), f.span)),
            url: p.url.clone(),
            governs,
            excerpt: p.excerpt.as_ref().map(|q| (q.text.clone(), q.span)),
            articles_in_all: p.articles_in_all,
            exhaustive,
            note: p.note.clone(),
            span: p.span,
        },
        None => Policy {
            name: String::new(),
            label: tree::Label::default(),
            state: None,
            rank: None,
            adopted: None,
            in_force: None,
            source: None,
            unconfirmed: false,
            file: None,
            url: None,
            governs,
            excerpt: None,
            articles_in_all: None,
            exhaustive,
            note: None,
            span: first,
        },
    }
}

/// Own definitions that nothing uses.
fn unused(resolver: &mut Resolver, items: &[Item]) {
    for item in items {
        let (name, kind) = match item {
            Item::Fact(f) => (&f.name, "kind-fact"),
            Item::Term(t) => (&t.name, "kind-term"),
            Item::Authority(a) => (&a.name, "kind-authority"),
            Item::Thing(t) if is_own_kind(t.kind) => (&t.name, super::resolve::kind_word(t.kind)),
            _ => continue,
        };
        if !resolver.used.contains(&name.text) {
            resolver.mistakes.push(
                Mistake::warning(Code::Unused, name.span)
                    .with("name", name.text.clone())
                    .arg("kind", Arg::Expected(vec![kind.to_owned()])),
            );
        }
    }
}

pub(super) struct Reader<'a> {
    pub(super) order: &'a mut LegalOrder,
    pub(super) resolver: &'a mut Resolver,
    library: &'a Library,
    numbers: &'a IdVec<Policy, HashMap<String, ArticleId>>,
    names: &'a IdVec<Policy, String>,
    pub(super) policy: PolicyId,
}

/// The kinds of things that a law may have of its own.
pub(super) fn is_own_kind(kind: ThingKind) -> bool {
    use ThingKind::{Institution, Measure, Safeguard, Service};
    matches!(kind, Measure | Safeguard | Service | Institution)
}

/// What a principle in general words speaks of.
const PRINCIPLE: &[ThingKind] = &[ThingKind::Safeguard, ThingKind::Service, ThingKind::Measure];
pub(super) const MEASURE: &[ThingKind] = &[ThingKind::Measure];
const GIVEN: &[ThingKind] = &[ThingKind::Safeguard, ThingKind::Service];

impl Reader<'_> {
    /// The law's own definitions come first: they change what its other articles mean.
    fn definitions(&mut self, items: &[Item]) {
        for item in items {
            let Item::Article(a) = item else { continue };
            let article = self.article_number(&a.number.text);
            for clause in &a.clauses {
                let ArticleClause::Define { term, means, span } = clause else { continue };
                let means = self.resolver.condition(means);
                let Some(id) = self.resolver.term(term) else { continue };
                // Two definitions of one term would leave open which of them the other articles mean.
                if let Some(Named::Term(own)) = self.resolver.own.get(&term.text) {
                    let first = self.resolver.vocabulary.term(*own).span;
                    self.resolver.twice(&term.text, term.span, first);
                    continue;
                }
                self.order.definitions.push(Definition { article, term: id, means: means.clone(), span: *span });
                let common = self.resolver.vocabulary.term(id).clone();
                let own = self.resolver.vocabulary.terms.push(Term { means: Some(means), span: *span, ..common });
                self.resolver.own.insert(term.text.clone(), Named::Term(own));
            }
        }
    }

    fn article_number(&self, number: &str) -> ArticleId {
        self.numbers[self.policy].get(number).copied().or_stop("the articles of a file are numbered before it is read")
    }

    fn items(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Article(a) => self.article(a),
                Item::Procedure(p) => self.procedure(p),
                Item::Relies(n) | Item::NotRead(n) => self.not_read(n),
                Item::Searched(s) => self.searched(s),
                Item::Policy(p) => {
                    p.searched.iter().for_each(|s| self.searched(s));
                    p.not_read.iter().for_each(|n| self.not_read(n));
                }
                Item::Party(p) => {
                    self.instrument(&p.instrument);
                    self.order.parties.push(Party {
                        instrument: p.instrument.text.clone(),
                        from: p.from.clone(),
                        span: p.span,
                    });
                }
                Item::Reservation(r) => {
                    self.instrument(&r.instrument);
                    let who = r.who.as_ref().map_or(Condition::Any, |w| self.resolver.condition(w));
                    for article in &r.articles {
                        let fixed =
                            self.library.instrument(&r.instrument.text).is_some_and(|i| i.is_fixed(&article.text));
                        if fixed {
                            self.resolver.mistakes.push(
                                Mistake::warning(Code::NotReservable, article.span)
                                    .with("instrument", r.instrument.text.clone())
                                    .with("article", article.text.clone()),
                            );
                            continue;
                        }
                        self.order.reservations.push(Reservation {
                            instrument: r.instrument.text.clone(),
                            article: article.text.clone(),
                            who: who.clone(),
                            because: r.because.clone(),
                            span: r.span,
                        });
                    }
                }
                Item::Accept(a) => {
                    self.standard(&a.standard);
                    let mut who = Condition::Any;
                    for condition in &a.who {
                        who = who.and(self.resolver.condition(condition));
                    }
                    let articles = (!a.under.is_empty()).then(|| self.refs(&a.under));
                    self.order.acceptances.push(Acceptance {
                        standard: a.standard.text.clone(),
                        who,
                        articles,
                        because: a.because.clone(),
                        by: a.by.clone(),
                        until: a.until.clone(),
                        span: a.span,
                    });
                }
                Item::Scenario(s) => self.scenario(s),
                Item::Purpose(p) => {
                    let mut powers = Vec::new();
                    for power in &p.powers {
                        let (who, rest) = self.resolver.scope(&power.scope);
                        if let Some(measure) = self.resolver.thing(&power.measure, MEASURE) {
                            powers.push((measure, who.and(rest), power.span));
                        }
                    }
                    self.order.purposes.push(Purpose { label: p.label.clone(), powers, span: p.span });
                }
                Item::Thing(tree::ThingItem { kind: ThingKind::Rank, span, .. }) => {
                    self.resolver.mistakes.push(Mistake::new(Code::OutsidePolicy, *span).with("found", "rank"));
                }
                Item::Thing(t) if is_own_kind(t.kind) => self.own_thing(t),
                Item::Fact(f) => self.own_fact(f),
                Item::Standard(tree::StandardItem { name, .. })
                | Item::Principle(tree::PrincipleItem { name, .. })
                | Item::Instrument(tree::InstrumentItem { name, .. })
                | Item::Thing(tree::ThingItem { name, .. })
                | Item::Reason(tree::ReasonItem { name, .. })
                | Item::Point(tree::PointItem { name, .. })
                | Item::Time(tree::TimeItem { name, .. }) => {
                    self.resolver
                        .mistakes
                        .push(Mistake::new(Code::BelongsInRules, name.span).with("name", name.text.clone()));
                }
                Item::Axiom(a) => self.resolver.axiom(a, Some(self.policy)),
                Item::Term(_) | Item::Authority(_) => {}
            }
        }
    }

    fn instrument(&mut self, name: &tree::Name) {
        let ids: BTreeSet<&str> = self.library.instruments.iter().map(|i| i.id.as_str()).collect();
        self.resolver.known_instrument(name, &ids);
    }

    fn standard(&mut self, name: &tree::Name) {
        if self.library.standard(&name.text).is_none() {
            let suggestion = near(&name.text, self.library.standards.iter().map(|s| s.id.as_str()));
            self.resolver.mistakes.push(
                Mistake::new(Code::UnknownName, name.span)
                    .with("name", name.text.clone())
                    .arg("kind", Arg::Expected(vec!["kind-standard".into()]))
                    .suggest(suggestion),
            );
        }
    }

    fn refs(&mut self, refs: &[tree::ArticleRef]) -> Vec<ArticleId> {
        let mut out = Vec::new();
        for r in refs {
            let file = match &r.policy {
                None => Some(self.policy),
                Some(policy) => {
                    let found = self.names.position(|n| *n == policy.text);
                    if found.is_none() {
                        let suggestion = near(&policy.text, self.names.iter().map(String::as_str));
                        self.resolver.mistakes.push(
                            Mistake::new(Code::UnknownName, policy.span)
                                .with("name", policy.text.clone())
                                .arg("kind", Arg::Expected(vec!["kind-policy".into()]))
                                .suggest(suggestion),
                        );
                    }
                    found
                }
            };
            let Some(known) = file.map(|f| &self.numbers[f]) else { continue };
            match known.get(&r.number.text) {
                Some(article) => out.push(*article),
                None => {
                    let mut candidates: Vec<&str> = known.keys().map(String::as_str).collect();
                    candidates.sort_unstable();
                    let suggestion = near(&r.number.text, candidates);
                    self.resolver.mistakes.push(
                        Mistake::new(Code::UnknownArticle, r.number.span)
                            .with("name", r.number.text.clone())
                            .suggest(suggestion),
                    );
                }
            }
        }
        out
    }

    fn justification(&mut self, item: Option<&tree::Justification>) -> Option<Justification> {
        let item = item?;
        let aims = item.aims.iter().filter_map(|a| self.resolver.thing(a, &[ThingKind::Aim])).collect();
        Some(Justification {
            aims,
            necessary: item.necessary.as_ref().map(|q| q.text.clone()),
            proportionate: item.proportionate.as_ref().map(|q| q.text.clone()),
            span: item.span,
        })
    }

    fn article(&mut self, item: &tree::ArticleItem) {
        let article = self.article_number(&item.number.text);
        let whole = item.clauses.iter().find_map(|c| match c {
            ArticleClause::Justified(j) => Some(j),
            _ => None,
        });
        for clause in &item.clauses {
            match clause {
                ArticleClause::Power(p) => self.power(article, p, whole),
                ArticleClause::Ban(b) => {
                    let (who, rest) = self.resolver.scope(&b.scope);
                    let measure = self.resolver.thing(&b.measure, MEASURE);
                    let by = flat(b.by.as_ref().map(|n| self.resolver.actor(n)));
                    let (under, over, subject_to) =
                        (self.refs(&b.under), self.refs(&b.notwithstanding), self.refs(&b.subject_to));
                    let justified = self.justification(b.justified.as_ref().or(whole));
                    let guard_span =
                        b.scope.where_.iter().chain(&b.scope.unless).map(tree::Condition::span).reduce(Span::to);
                    if let (Some(measure), Some(by)) = (measure, by) {
                        self.order.bans.push(Ban {
                            article,
                            measure,
                            guard: who.and(rest),
                            under,
                            by,
                            notwithstanding: over,
                            subject_to,
                            justified,
                            span: b.span,
                            guard_span: guard_span.unwrap_or(b.span),
                            from_right: false,
                        });
                    }
                }
                ArticleClause::Give(g) => {
                    let (who, rest) = self.resolver.scope(&g.scope);
                    let thing = self.resolver.thing(&g.thing, GIVEN);
                    let whenever = flat(g.whenever.as_ref().map(|n| self.resolver.thing(n, MEASURE)));
                    let within = flat(g.within.as_ref().map(|w| self.resolver.length(w)));
                    let prompt = g.within.as_ref().and_then(|w| self.resolver.named_time(w));
                    let every = flat(g.every.as_ref().map(|e| self.resolver.length(e)));
                    let by = flat(g.by.as_ref().map(|n| self.resolver.actor(n)));
                    let (notwithstanding, subject_to) = (self.refs(&g.notwithstanding), self.refs(&g.subject_to));
                    let justified = self.justification(g.justified.as_ref().or(whole));
                    if let (Some(thing), Some(whenever), Some(within), Some(every), Some(by)) =
                        (thing, whenever, within, every, by)
                    {
                        let guard = who.and(rest);
                        let span = g.span;
                        // Who has a right to stay may not be removed.
                        let bars = self.resolver.vocabulary.bars_of(thing).filter(|_| whenever.is_none());
                        if let Some(measure) = bars {
                            let guard_span = g
                                .scope
                                .where_
                                .iter()
                                .chain(&g.scope.unless)
                                .map(tree::Condition::span)
                                .reduce(Span::to);
                            self.order.bans.push(Ban {
                                article,
                                measure,
                                guard: guard.clone(),
                                under: Vec::new(),
                                by: None,
                                notwithstanding: notwithstanding.clone(),
                                subject_to: subject_to.clone(),
                                justified: justified.clone(),
                                span,
                                guard_span: guard_span.unwrap_or(span),
                                from_right: true,
                            });
                        }
                        self.order.guarantees.push(Guarantee {
                            article,
                            thing,
                            guard,
                            whenever,
                            power: None,
                            within,
                            prompt,
                            every,
                            by,
                            notwithstanding,
                            subject_to,
                            justified,
                            span,
                        });
                    }
                }
                ArticleClause::Establishes(names) => {
                    for name in names {
                        if let Some(thing) = self.resolver.thing(name, &[ThingKind::Institution]) {
                            self.order.establishes.push((article, thing, name.span));
                        }
                    }
                }
                ArticleClause::Relies(n) | ArticleClause::NotRead(n) => self.not_read(n),
                ArticleClause::Refuse(refuse) => self.refuse(article, refuse),
                ArticleClause::General { thing, scope, span } => {
                    let (who, rest) = self.resolver.scope(scope);
                    if let Some(thing) = self.resolver.thing(thing, PRINCIPLE) {
                        let guard = who.and(rest);
                        self.order.principles.push(GeneralPrinciple { article, thing, guard, span: *span });
                    }
                }
                ArticleClause::Saving { instruments, covers, span } => {
                    instruments.iter().for_each(|i| self.instrument(i));
                    let covers = match covers {
                        tree::Saved::Law => Covers::Law(self.policy),
                        tree::Saved::Articles(articles) => Covers::Articles(self.refs(articles)),
                        tree::Saved::EveryLaw => Covers::Order,
                    };
                    let instruments = instruments.iter().map(|i| i.text.clone()).collect();
                    self.order.savings.push(Saving { article, instruments, covers, span: *span });
                }
                ArticleClause::Define { .. } | ArticleClause::Justified(_) => {}
            }
        }
    }

    fn refuse(&mut self, article: ArticleId, item: &tree::RefuseClause) {
        let (who, rest) = self.resolver.scope(&item.scope);
        let whenever = flat(item.whenever.as_ref().map(|n| self.resolver.thing(n, MEASURE)));
        let by = flat(item.by.as_ref().map(|n| self.resolver.actor(n)));
        let (under, notwithstanding, subject_to) =
            (self.refs(&item.under), self.refs(&item.notwithstanding), self.refs(&item.subject_to));
        let guard = who.and(rest);
        for thing in &item.things {
            let thing = self.resolver.thing(thing, GIVEN);
            let (Some(thing), Some(whenever), Some(by)) = (thing, whenever, by) else { continue };
            self.order.refusals.push(Refusal {
                article,
                thing,
                guard: guard.clone(),
                whenever,
                power: None,
                under: under.clone(),
                by,
                is_final: false,
                notwithstanding: notwithstanding.clone(),
                subject_to: subject_to.clone(),
                span: item.span,
            });
        }
    }

    /// What a power refuses: under itself, of its own measure.
    fn refused_in(&mut self, article: ArticleId, power: PowerId, measure: ThingId, p: &tree::PowerClause) {
        let refusal = |thing, guard, by, is_final, span| Refusal {
            article,
            thing,
            guard,
            whenever: Some(measure),
            power: Some(power),
            under: Vec::new(),
            by,
            is_final,
            notwithstanding: Vec::new(),
            subject_to: Vec::new(),
            span,
        };
        for refusing in &p.refusing {
            let by = flat(refusing.by.as_ref().map(|n| self.resolver.actor(n)));
            let mut guard = Condition::Any;
            for condition in &refusing.where_ {
                guard = guard.and(self.resolver.condition(condition));
            }
            for thing in &refusing.things {
                if let (Some(thing), Some(by)) = (self.resolver.thing(thing, GIVEN), by) {
                    self.order.refusals.push(refusal(thing, guard.clone(), by, false, refusing.span));
                }
            }
        }
        if let Some(span) = p.final_ {
            let review = tree::Name { text: "review".to_owned(), span };
            if let Some(thing) = self.resolver.thing(&review, &[ThingKind::Safeguard]) {
                self.order.refusals.push(refusal(thing, Condition::Any, None, true, span));
            }
        }
    }

    fn power(&mut self, article: ArticleId, p: &tree::PowerClause, whole: Option<&tree::Justification>) {
        let mut conjuncts = Vec::new();
        let who = p.scope.who.as_ref().map_or(Condition::Any, |w| self.resolver.condition(w));
        if let Some(written) = &p.scope.who {
            conjuncts.extend(split(written, who.clone()));
        }
        let mut ground = Condition::Any;
        for written in &p.scope.where_ {
            let condition = self.resolver.condition(written);
            ground = ground.and(condition.clone());
            conjuncts.extend(split(written, condition));
        }
        for written in &p.scope.unless {
            let condition = self.resolver.condition(written).negated();
            ground = ground.and(condition.clone());
            conjuncts.push(Conjunct { condition, span: written.span() });
        }
        let mut readings = Vec::new();
        for reading in &p.readings {
            let condition = self.resolver.condition(&reading.where_);
            ground = ground.and(condition.clone());
            conjuncts.extend(split(&reading.where_, condition.clone()));
            readings.push((reading.by.text.clone(), condition, reading.span));
        }
        let measure = self.resolver.thing(&p.measure, MEASURE);
        let by = flat(p.by.as_ref().map(|n| self.resolver.actor(n)));
        if !p.for_.is_empty() && self.resolver.vocabulary.duration().is_none() {
            self.resolver.mistakes.push(Mistake::new(Code::NoDuration, p.span));
        }
        let mut for_ = Vec::new();
        for clause in &p.for_ {
            let limit = flat(clause.limit.as_ref().map(|l| self.resolver.length(l)));
            let where_ = clause.where_.as_ref().map_or(Condition::Any, |w| self.resolver.condition(w));
            if let Some(limit) = limit {
                for_.push(ForClause { limit, where_, span: clause.span });
            }
        }
        let (notwithstanding, subject_to) = (self.refs(&p.notwithstanding), self.refs(&p.subject_to));
        let justified = self.justification(p.justified.as_ref().or(whole));
        let power = self.order.powers.next_id();
        let mut givings: Vec<(ThingId, Guarantee)> = Vec::new();
        for g in &p.giving {
            let thing = self.resolver.thing(&g.thing, GIVEN);
            let within = flat(g.within.as_ref().map(|w| self.resolver.length(w)));
            let prompt = g.within.as_ref().and_then(|w| self.resolver.named_time(w));
            let every = flat(g.every.as_ref().map(|e| self.resolver.length(e)));
            let by = flat(g.by.as_ref().map(|n| self.resolver.actor(n)));
            let mut guard = Condition::Any;
            for condition in &g.where_ {
                guard = guard.and(self.resolver.condition(condition));
            }
            if let (Some(thing), Some(within), Some(every), Some(by)) = (thing, within, every, by) {
                let whenever = measure;
                givings.push((
                    thing,
                    Guarantee {
                        article,
                        thing,
                        guard,
                        whenever,
                        power: Some(power),
                        within,
                        prompt,
                        every,
                        by,
                        notwithstanding: Vec::new(),
                        subject_to: Vec::new(),
                        justified: None,
                        span: g.span,
                    },
                ));
            }
        }
        if let (Some(measure), Some(by)) = (measure, by) {
            self.order.powers.push(Power {
                article,
                must: p.must,
                measure,
                who,
                ground,
                conjuncts,
                readings,
                for_,
                by,
                notwithstanding,
                subject_to,
                justified,
                span: p.span,
            });
            self.order.guarantees.extend(givings.into_iter().map(|(_, g)| g));
            self.refused_in(article, power, measure, p);
        }
    }

    fn procedure(&mut self, item: &tree::ProcedureItem) {
        let mut steps: IdVec<Step> = IdVec::new();
        let mut edges = IdVec::new();
        for edge in &item.edges {
            let ends = [&edge.from, &edge.to].map(|name| {
                steps.position(|s| s.name == name.text).unwrap_or_else(|| {
                    let thing = match self.resolver.look(&name.text) {
                        Some(Named::Thing(id)) if self.resolver.vocabulary.thing(id).kind == ThingKind::Step => {
                            Some(id)
                        }
                        _ => None,
                    };
                    steps.push(Step { name: name.text.clone(), thing, span: name.span })
                })
            });
            let where_ = edge.where_.as_ref().map_or(Condition::Any, |w| self.resolver.condition(w));
            edges.push(Edge { from: ends[0], to: ends[1], where_, span: edge.span });
        }
        // A step of the procedure's own whose name is nearly that of the vocabulary is likelier a slip.
        for step in &steps {
            if step.thing.is_none() {
                let names = self
                    .resolver
                    .vocabulary
                    .things()
                    .filter(|(_, t)| t.kind == ThingKind::Step)
                    .map(|(_, t)| t.name.as_str());
                if let Some(suggestion) = near(&step.name, names) {
                    self.resolver.mistakes.push(
                        Mistake::warning(Code::OwnStep, step.span)
                            .with("name", step.name.clone())
                            .suggest(Some(suggestion)),
                    );
                }
            }
        }
        self.order.procedures.push(Procedure {
            policy: self.policy,
            name: item.name.text.clone(),
            label: item.label.clone(),
            steps,
            edges,
            span: item.span,
        });
    }

    fn scenario(&mut self, item: &tree::ScenarioItem) {
        let given = item.given.iter().map(|g| self.resolver.given(g)).collect();
        let mut expect = Vec::new();
        for e in &item.expect {
            match e {
                tree::Expectation::May { not, measure, span } => {
                    expect.extend(self.resolver.thing(measure, MEASURE).map(|m| Expectation::May(!not, m, *span)));
                }
                tree::Expectation::Entitled { not, thing, span } => {
                    expect.extend(self.resolver.thing(thing, GIVEN).map(|t| Expectation::Entitled(!not, t, *span)));
                }
                tree::Expectation::Verdict { not, verdict, standard, span } => {
                    self.standard(standard);
                    expect.push(Expectation::Verdict(!not, *verdict, standard.text.clone(), *span));
                }
            }
        }
        self.order.scenarios.push(Scenario { label: item.label.clone(), given, expect, span: item.span });
    }
}

/// What a law that is exhaustive for a field does not grant there it refuses, while it is whole.
fn closed_codes(order: &mut LegalOrder) {
    let mut refusals = Vec::new();
    for (id, policy) in order.policies.entries() {
        let first = order.articles.entries().find(|(_, article)| article.policy == id).map(|(article, _)| article);
        let Some(article) = first.filter(|_| !policy.exhaustive.is_empty() && order.is_whole(id)) else { continue };
        let vocabulary = &order.vocabulary;
        for (thing, named) in vocabulary.things() {
            let given = matches!(named.kind, ThingKind::Safeguard | ThingKind::Service);
            let closed = vocabulary
                .subject_of(thing)
                .is_some_and(|subject| policy.exhaustive.iter().any(|field| vocabulary.is_a(subject, *field)));
            if !given || !closed {
                continue;
            }
            let own = order.guarantees.iter().filter(|g| {
                g.is_unraised() && order.articles[g.article].policy == id && vocabulary.is_a(g.thing, thing)
            });
            let granted: Vec<Condition> = own.map(|g| g.guard.clone()).collect();
            let guard = match granted.as_slice() {
                [] => Condition::Any,
                _ if granted.contains(&Condition::Any) => continue,
                _ => Condition::Some(granted).negated(),
            };
            refusals.push(Refusal {
                article,
                thing,
                guard,
                whenever: None,
                power: None,
                under: Vec::new(),
                by: None,
                is_final: false,
                notwithstanding: Vec::new(),
                subject_to: Vec::new(),
                span: policy.span,
            });
        }
    }
    order.refusals.extend(refusals);
}

/// The conditions that a condition joins, each with its place; one that joins none is one, and `any` none at all.
fn split(written: &tree::Condition, resolved: Condition) -> Vec<Conjunct> {
    match (written, resolved) {
        (_, Condition::Any) => Vec::new(),
        (tree::Condition::All(written, _), Condition::All(resolved)) if written.len() == resolved.len() => {
            written.iter().zip(resolved).flat_map(|(written, resolved)| split(written, resolved)).collect()
        }
        (written, condition) => vec![Conjunct { condition, span: written.span() }],
    }
}

/// Whether a place in an instrument lies in another: `13(1)` in `13`, `13` in `13`.
pub fn lies_in(place: &str, whole: &str) -> bool {
    let clean = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let (place, whole) = (clean(place), clean(whole));
    place == whole || place.strip_prefix(whole.as_str()).is_some_and(|rest| rest.starts_with('('))
}

impl Resolver {
    /// What an example shows about its witness.
    pub fn showing(&mut self, given: &[tree::Given]) -> Vec<GivenFact> {
        given.iter().map(|g| self.given(g)).collect()
    }
}
