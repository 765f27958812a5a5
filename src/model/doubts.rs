//! What of a law can be read and is in doubt: that it says nothing, that it stands nowhere, that it takes a name which
//! the vocabulary has. A doubt that would let a law pass unread is a mistake; any other is a warning.

use super::Library;
use super::policy::{ArticleId, Encoding, LegalOrder, Policy, PolicyId};
use super::resolve::Resolver;
use super::resolve_policy::is_own_kind;
use super::vocabulary::{Named, ThingId};
use crate::syntax::tree::{self, ArticleClause, Item, ThingKind};
use crate::syntax::{Arg, Code, Mistake};
use crate::text::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Finds the doubts of the law with this number, its names looked up already.
pub(super) fn find(resolver: &mut Resolver, library: &Library, order: &LegalOrder, law: PolicyId, items: &[Item]) {
    let head = items.iter().find_map(|i| if let Item::Policy(p) = i { Some(p) } else { None });
    if let Some(head) = head {
        if let Some(rank) = &head.rank {
            resolver.is_rank(rank);
        }
        days(resolver, head);
        twice(resolver, &head.governs);
        twice(resolver, &head.replaces);
        if is_operative(items) {
            governs(resolver, order, law, head);
        } else {
            let mistake = Mistake::new(Code::NothingOperative, head.name.span).with("name", head.name.text.clone());
            resolver.mistakes.push(mistake);
        }
    }
    for item in items {
        own_name(resolver, item);
        if let Item::Reservation(reservation) = item {
            reservation_to_treaty(resolver, library, reservation);
        }
        if let Item::Procedure(procedure) = item {
            steps(resolver, procedure);
            ways(resolver, procedure);
        }
        if let Item::Article(article) = item {
            empty(resolver, article);
        }
        if let Item::Scenario(scenario) = item
            && scenario.expect.is_empty()
        {
            resolver.mistakes.push(Mistake::warning(Code::ExpectsNothing, scenario.span));
        }
        if let Item::Relies(relies) = item {
            twice(resolver, &relies.things);
        }
    }
}

impl Resolver {
    /// A rank is one of those that the vocabulary has. Where it has none, any name will do.
    pub(super) fn is_rank(&mut self, rank: &tree::Name) -> bool {
        !self.vocabulary.things().any(|(_, t)| t.kind == ThingKind::Rank)
            || self.thing(rank, &[ThingKind::Rank]).is_some()
    }
}

/// A law that is in force before it was adopted.
fn days(resolver: &mut Resolver, head: &tree::PolicyItem) {
    let (Some(adopted), Some(force)) = (&head.adopted, &head.in_force) else { return };
    // A year alone is compared with a year.
    let length = adopted.len().min(force.len());
    if adopted.get(..length) > force.get(..length) {
        let mistake = Mistake::warning(Code::AdoptedAfterForce, head.name.span);
        resolver.mistakes.push(mistake.with("force", force.clone()).with("adopted", adopted.clone()));
    }
}

/// Names of one list that are one and the same.
fn twice<'a>(resolver: &mut Resolver, names: impl IntoIterator<Item = &'a tree::Name>) {
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for name in names {
        match seen.get(name.text.as_str()) {
            Some(first) => {
                let mistake = Mistake::warning(Code::ListedTwice, name.span).with("name", name.text.clone());
                resolver.mistakes.push(mistake.and(*first, "first"));
            }
            None => {
                seen.insert(&name.text, name.span);
            }
        }
    }
}

/// An article of nothing, and clauses that say less than they seem to.
fn empty(resolver: &mut Resolver, article: &tree::ArticleItem) {
    let said = article.open || article.aside.is_some() || article.text.is_some() || article.note.is_some();
    if article.clauses.is_empty() && !said {
        let mistake = Mistake::warning(Code::ArticleSaysNothing, article.number.span);
        resolver.mistakes.push(mistake.with("number", article.number.text.clone()));
    }
    for clause in &article.clauses {
        match clause {
            ArticleClause::Power(power) => {
                let nothing = |limit: &tree::Extent| matches!(limit, tree::Extent::Exact { number: 0, .. });
                let zero = power.for_.iter().filter_map(|f| f.limit.as_ref()).filter(|limit| nothing(limit));
                resolver.mistakes.extend(zero.map(|limit| Mistake::warning(Code::ZeroLength, limit.span())));
                let plain = |g: &&tree::Giving| g.within.is_none() && g.by.is_none() && g.where_.is_empty();
                twice(resolver, power.giving.iter().filter(plain).map(|g| &g.thing));
            }
            ArticleClause::Establishes(names) => twice(resolver, names),
            ArticleClause::Relies(relies) => twice(resolver, &relies.things),
            _ => {}
        }
    }
}

/// Arrows that lead nowhere, and those that stand there twice.
fn ways(resolver: &mut Resolver, procedure: &tree::ProcedureItem) {
    let nowhere =
        |name: &tree::Name, span: Span| Mistake::warning(Code::LeadsNowhere, span).with("name", name.text.clone());
    if procedure.edges.is_empty() {
        resolver.mistakes.push(nowhere(&procedure.name, procedure.span));
    }
    let mut seen: BTreeMap<(&str, &str), Span> = BTreeMap::new();
    for edge in &procedure.edges {
        if edge.from.text == edge.to.text {
            resolver.mistakes.push(nowhere(&edge.from, edge.span));
        } else if edge.where_.is_none()
            && let Some(first) = seen.insert((&edge.from.text, &edge.to.text), edge.span)
        {
            let name = format!("{} -> {}", edge.from.text, edge.to.text);
            resolver
                .mistakes
                .push(Mistake::warning(Code::ListedTwice, edge.span).with("name", name).and(first, "first"));
        }
    }
}

/// A law says what it governs; silence elsewhere is no gap of it.
fn governs(resolver: &mut Resolver, order: &LegalOrder, law: PolicyId, head: &tree::PolicyItem) {
    if !head.governs.is_empty() {
        return;
    }
    let vocabulary = &resolver.vocabulary;
    let mine = |article: ArticleId| order.articles[article].policy == law;
    let powers = order.powers.iter().filter(|p| mine(p.article)).map(|p| p.measure);
    let bans = order.bans.iter().filter(|b| mine(b.article)).map(|b| b.measure);
    let guarantees = order.guarantees.iter().filter(|g| mine(g.article)).map(|g| g.thing);
    let fields: BTreeSet<String> = powers
        .chain(bans)
        .chain(guarantees)
        .filter_map(|thing: ThingId| vocabulary.subject_of(thing))
        .map(|subject| vocabulary.thing(subject).name.clone())
        .collect();
    let fields = if fields.is_empty() { "…".to_owned() } else { fields.into_iter().collect::<Vec<_>>().join(", ") };
    let mistake = Mistake::warning(Code::NoGoverns, head.name.span).with("name", head.name.text.clone());
    resolver.mistakes.push(mistake.with("fields", fields));
}

/// Whether anything in it does something: a law of headings, notes and articles left out is none. A file that only adds
/// to what binds the State, or says how its other laws are tried, says something too.
fn is_operative(items: &[Item]) -> bool {
    let clause = |c: &ArticleClause| {
        !matches!(c, ArticleClause::Relies(_) | ArticleClause::NotRead(_) | ArticleClause::Justified(_))
    };
    items.iter().any(|item| match item {
        Item::Article(article) => article.clauses.iter().any(clause),
        Item::Procedure(procedure) => !procedure.edges.is_empty(),
        Item::Party(_) | Item::Reservation(_) => true,
        _ => false,
    })
}

/// A law's own name is not one of the vocabulary, and carries no leg of a justification.
fn own_name(resolver: &mut Resolver, item: &Item) {
    let name = match item {
        Item::Fact(f) => {
            if f.serves.is_some() {
                resolver.mistakes.push(Mistake::new(Code::ServesInPolicy, f.span).with("name", f.name.text.clone()));
            }
            &f.name
        }
        Item::Term(t) => &t.name,
        Item::Thing(t) if is_own_kind(t.kind) => &t.name,
        Item::Authority(a) => &a.name,
        _ => return,
    };
    let Some(named) = resolver.vocabulary.names.get(&name.text).copied() else { return };
    if let (Item::Authority(_), Named::Thing(known)) = (item, named) {
        // `authority court kind court` says what the vocabulary says.
        let kind = resolver.authorities.get(&name.text).copied().flatten();
        if kind.is_some_and(|kind| resolver.vocabulary.is_a(kind, known)) {
            return;
        }
    }
    let known = resolver.span_of(named);
    let is = if matches!(named, Named::Term(_)) { "term" } else { "other" };
    let mistake = Mistake::new(Code::ShadowsVocabulary, name.span).with("name", name.text.clone()).with("is", is);
    resolver.mistakes.push(mistake.and(known, "known"));
}

/// Only a treaty can be ratified with a reservation.
fn reservation_to_treaty(resolver: &mut Resolver, library: &Library, reservation: &tree::ReservationItem) {
    use super::standard::InstrumentKind::{Regional, Treaty};
    let Some(instrument) = library.instrument(&reservation.instrument.text) else { return };
    if !matches!(instrument.kind, Treaty | Regional) {
        let mistake = Mistake::new(Code::ReservationToNoTreaty, reservation.instrument.span);
        let mistake = mistake.with("name", reservation.instrument.text.clone());
        resolver.mistakes.push(mistake.and(instrument.span, "known"));
    }
}

/// Steps that no standard can ask for, all of a procedure in one warning; those that are likely a slip are said on their
/// own.
fn steps(resolver: &mut Resolver, procedure: &tree::ProcedureItem) {
    let said: BTreeSet<Span> =
        resolver.mistakes.iter().filter(|m| m.code == Code::OwnStep).filter_map(|m| m.span).collect();
    let mut seen = BTreeSet::new();
    let mut unknown: Vec<&tree::Name> = Vec::new();
    for name in procedure.edges.iter().flat_map(|e| [&e.from, &e.to]).filter(|n| seen.insert(n.text.as_str())) {
        let step = matches!(resolver.vocabulary.names.get(&name.text), Some(Named::Thing(id))
            if resolver.vocabulary.thing(*id).kind == ThingKind::Step);
        if !step && !said.contains(&name.span) {
            unknown.push(name);
        }
    }
    let Some((first, others)) = unknown.split_first() else { return };
    let names = unknown.iter().map(|n| n.text.clone()).collect();
    let mut mistake = Mistake::warning(Code::UnknownSteps, first.span).arg("names", Arg::Names(names));
    for other in others {
        mistake = mistake.and(other.span, "also");
    }
    resolver.mistakes.push(mistake);
}

/// What is said to have been searched in a text of which nobody can sign that: an excerpt, one with articles still open that
/// may touch it, one that was not read.
pub(super) fn searches(order: &LegalOrder) -> Vec<Mistake> {
    let vocabulary = &order.vocabulary;
    let wider =
        |thing: ThingId, than: ThingId| vocabulary.is_a(than, thing) || vocabulary.subject_of(than) == Some(thing);
    let mut mistakes = Vec::new();
    for search in &order.searches {
        // Of one without a name it has been said.
        let named = search.sources.iter().filter(|s| !s.trim().is_empty());
        for (source, thing) in named.flat_map(|s| search.things.iter().map(move |(thing, _)| (s, *thing))) {
            let touches = |fields: &[ThingId]| fields.is_empty() || fields.iter().any(|field| wider(*field, thing));
            let open = |law: PolicyId| {
                let mut articles = order.articles.iter().filter(|a| a.policy == law && a.encoding == Encoding::Open);
                articles.find(|a| touches(&a.open_in)).map(|a| a.span)
            };
            let laws = order.policies.entries().filter(|(_, p)| is_called(p, source));
            let in_law = laws.into_iter().find_map(|(id, law)| {
                let excerpt = law.excerpt.as_ref().map(|(_, span)| ("excerpt", *span));
                excerpt.or_else(|| open(id).map(|span| ("open", span)))
            });
            let unread = || {
                let mut unread = order.not_read.iter().filter(|n| n.law == *source);
                unread.find(|n| n.things.iter().any(|t| wider(*t, thing))).map(|n| ("unread", n.span))
            };
            if let Some((why, place)) = in_law.or_else(unread) {
                let mistake = Mistake::new(Code::SearchedUnread, search.span).with("law", source.as_str());
                let mistake = mistake.with("thing", vocabulary.thing(thing).name.clone()).with("why", why);
                mistakes.push(mistake.and(place, "said"));
            }
        }
    }
    mistakes
}

/// Whether a law is called so: by its name here, or by a title in any language.
fn is_called(law: &Policy, name: &str) -> bool {
    law.name == name
        || law.label.main.as_ref().is_some_and(|title| title.text == name)
        || law.label.by_language.iter().any(|(_, title)| title == name)
}
