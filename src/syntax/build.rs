//! pest's pairs to the tree.
//!
//! The grammar has already said what may stand where, so nothing here can fail: what is missing is left empty.

use super::code::Code;
use super::cut::INNER_MARK;
use super::mistakes::Mistake;
use super::parse::Rule;
use super::tree::*;
use crate::text::{NoSuchDay, Span, civil_day};
use pest::iterators::Pair;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

pub(super) type P<'i> = Pair<'i, Rule>;

/// Builds the items of one slice of a file.
pub(crate) struct Builder {
    /// Where the text it is given begins.
    base: Span,
    /// What is read stands alone: outside every law.
    alone: bool,
    pub(crate) mistakes: Vec<Mistake>,
}

/// What has been said of a thing that can be said of it once, and where.
pub(super) type Said = BTreeMap<String, Span>;

pub(super) fn find<'i>(pair: &P<'i>, rule: Rule) -> Option<P<'i>> {
    pair.clone().into_inner().find(|p| p.as_rule() == rule)
}

pub(super) fn all<'i>(pair: &P<'i>, rule: Rule) -> impl Iterator<Item = P<'i>> + use<'i> {
    pair.clone().into_inner().filter(move |p| p.as_rule() == rule)
}

pub(super) fn has(pair: &P<'_>, rule: Rule) -> bool {
    find(pair, rule).is_some()
}

/// The only alternative inside a rule that is a choice.
pub(super) fn only<'i>(pair: &P<'i>) -> Option<P<'i>> {
    pair.clone().into_inner().next()
}

impl Builder {
    pub(crate) fn new(base: Span) -> Self {
        Builder { base, alone: false, mistakes: Vec::new() }
    }

    /// One for a condition that stands alone: there a law's own word may be named with its law.
    pub(crate) fn alone(base: Span) -> Self {
        Builder { alone: true, ..Builder::new(base) }
    }

    pub(super) fn span(&self, pair: &P<'_>) -> Span {
        let span = pair.as_span();
        let text = span.as_str();
        let end = span.start() + text.trim_end().len();
        self.base.part(span.start(), end)
    }

    pub(crate) fn items(&mut self, pair: P<'_>, out: &mut Vec<Item>) {
        for item in pair.into_inner() {
            if item.as_rule() != Rule::EOI {
                out.extend(self.item(&item));
            }
        }
    }

    pub(super) fn item(&mut self, p: &P<'_>) -> Option<Item> {
        let span = self.span(p);
        Some(match p.as_rule() {
            Rule::fact_item | Rule::open_fact_item => Item::Fact(self.fact(p, span)),
            Rule::term_item => Item::Term(TermItem {
                name: self.name(p),
                label: self.label_in(p),
                parents: self.parents(p),
                means: find(p, Rule::term_means).map(|m| self.condition_in(&m)),
                span,
            }),
            Rule::always_item | Rule::never_item => {
                let mut conditions: Vec<Condition> = all(p, Rule::condition).map(|c| self.condition(&c)).collect();
                let then = conditions.pop().unwrap_or(Condition::Any(span));
                Item::Axiom(AxiomItem { if_: conditions.pop(), then, never: p.as_rule() == Rule::never_item, span })
            }
            Rule::subject_item => self.thing(p, ThingKind::Subject, span),
            Rule::measure_item => self.thing(p, ThingKind::Measure, span),
            Rule::safeguard_item => self.thing(p, ThingKind::Safeguard, span),
            Rule::service_item => self.thing(p, ThingKind::Service, span),
            Rule::institution_item => self.thing(p, ThingKind::Institution, span),
            Rule::kind_item => self.thing(p, ThingKind::Authority, span),
            Rule::step_item => self.thing(p, ThingKind::Step, span),
            Rule::aim_item => self.thing(p, ThingKind::Aim, span),
            Rule::rank_item => self.thing(p, ThingKind::Rank, span),
            Rule::time_item => {
                let source = find(p, Rule::time_source);
                Item::Time(TimeItem {
                    name: self.name(p),
                    label: self.label_in(p),
                    number: self.number_in(p),
                    unit: unit_in(p).unwrap_or(Unit::Hours),
                    beyond: find(p, Rule::time_beyond)
                        .map(|b| (self.number_in(&b), unit_in(&b).unwrap_or(Unit::Hours))),
                    read_by: source
                        .as_ref()
                        .map(|s| (self.instrument(s), find(s, Rule::text_quote).map(|q| self.quote(&q).text))),
                    unconfirmed: source.as_ref().is_some_and(|s| has(s, Rule::k_unconfirmed)),
                    span,
                })
            }
            Rule::instrument_item => Item::Instrument(self.instrument_item(p, span)),
            Rule::standard_item => Item::Standard(self.standard(p, span)),
            Rule::principle_item => Item::Principle(self.principle(p, span)),
            Rule::policy_item => Item::Policy(self.policy(p, span)),
            Rule::authority_item => {
                let mut said = Said::new();
                for option in all(p, Rule::authority_option).filter_map(|o| only(&o)) {
                    let kind = option.as_rule() == Rule::authority_kind;
                    self.once(&mut said, if kind { "kind" } else { "level" }, self.span(&option));
                }
                let option =
                    |me: &Self, rule| all(p, Rule::authority_option).find_map(|o| find(&o, rule)).map(|o| me.name(&o));
                Item::Authority(AuthorityItem {
                    name: self.name(p),
                    label: self.label_in(p),
                    kind: option(self, Rule::authority_kind),
                    level: option(self, Rule::authority_level),
                    span,
                })
            }
            Rule::party_item => Item::Party(PartyItem {
                instrument: self.instrument(p),
                from: self.day_in(p),
                source: self.source_in(p),
                span,
            }),
            Rule::reservation_item => Item::Reservation(ReservationItem {
                instrument: self.instrument(p),
                articles: all(p, Rule::text_quote).map(|q| self.quote(&q)).collect(),
                who: find(p, Rule::for_who).map(|w| self.who_in(&w)),
                because: find(p, Rule::because).and_then(|b| self.reason(&b)).map(|q| q.text),
                span,
            }),
            Rule::accept_item => Item::Accept(AcceptItem {
                standard: self.name(p),
                who: find(p, Rule::for_who)
                    .map(|w| self.who_in(&w))
                    .into_iter()
                    .chain(find(p, Rule::where_).map(|w| self.condition_in(&w)))
                    .collect(),
                under: find(p, Rule::under_article).map(|u| self.article_refs(&u)).unwrap_or_default(),
                because: self.reason(p).map(|q| q.text).unwrap_or_default(),
                by: find(p, Rule::by_whom).and_then(|b| self.quote_in(&b)),
                until: self.day_in(p).unwrap_or_default(),
                span,
            }),
            Rule::relies_item => Item::Relies(self.reliance(p)),
            Rule::not_read_item => Item::NotRead(self.reliance(p)),
            Rule::searched_item => Item::Searched(self.searched(p)),
            Rule::reason_item => Item::Reason(ReasonItem {
                name: self.name(p),
                label: self.label_in(p),
                facts: all(p, Rule::reason_fact).map(|f| self.reason_fact(&f)).collect(),
                span,
            }),
            Rule::point_item => Item::Point(self.point(p, span)),
            Rule::article_item => Item::Article(self.article(p, span)),
            Rule::procedure_item => {
                let mut edges = Vec::new();
                for edge in all(p, Rule::edge) {
                    self.edge(&edge, &mut edges);
                }
                Item::Procedure(ProcedureItem { name: self.name(p), label: self.label_in(p), edges, span })
            }
            Rule::scenario_item => Item::Scenario(self.scenario(p, span)),
            Rule::purpose_item => Item::Purpose(PurposeItem {
                label: self.label_in(p),
                powers: all(p, Rule::power_clause).map(|c| self.power(&c)).collect(),
                span,
            }),
            _ => return None,
        })
    }

    // ── words ──

    pub(super) fn name_of(&self, p: &P<'_>) -> Name {
        let text = p.as_str();
        let text = if text.is_ascii() { text.to_owned() } else { text.nfc().collect() };
        Name { text, span: self.span(p) }
    }

    pub(super) fn name(&self, p: &P<'_>) -> Name {
        find(p, Rule::name).map_or(Name { text: String::new(), span: self.span(p) }, |n| self.name_of(&n))
    }

    pub(super) fn names(&self, p: &P<'_>) -> Vec<Name> {
        all(p, Rule::name).map(|n| self.name_of(&n)).collect()
    }

    pub(super) fn instrument(&self, p: &P<'_>) -> Name {
        find(p, Rule::instrument_id).map_or(Name { text: String::new(), span: self.span(p) }, |n| self.name_of(&n))
    }

    pub(super) fn quote(&self, p: &P<'_>) -> Quote {
        // A look-alike mark is longer than the plain one: blanks that were put behind it are none of the quotation.
        let inner = find(p, Rule::text_inner).map_or("", |i| i.as_str().trim_start_matches(' '));
        let inner: std::borrow::Cow<'_, str> =
            if inner.contains(INNER_MARK) { inner.replace(INNER_MARK, "\"").into() } else { inner.into() };
        let text = if inner.contains('\\') {
            let mut out = String::with_capacity(inner.len());
            let mut chars = inner.chars();
            while let Some(c) = chars.next() {
                out.push(if c == '\\' { chars.next().unwrap_or(c) } else { c });
            }
            out
        } else {
            inner.into_owned()
        };
        Quote { text, span: self.span(p) }
    }

    pub(super) fn quote_in(&self, p: &P<'_>) -> Option<String> {
        find(p, Rule::text_quote).map(|q| self.quote(&q).text)
    }

    pub(super) fn source_in(&self, p: &P<'_>) -> Option<String> {
        find(p, Rule::citation_source).and_then(|s| self.quote_in(&s))
    }

    pub(super) fn label_in(&mut self, p: &P<'_>) -> Label {
        find(p, Rule::label).map(|l| self.label(&l)).unwrap_or_default()
    }

    pub(super) fn label(&mut self, p: &P<'_>) -> Label {
        let mut label = Label::default();
        label.main = find(p, Rule::text_quote).map(|q| self.quote(&q));
        let Some(block) = find(p, Rule::label_block) else { return label };
        let lang = |me: &Self, p: &P<'_>| {
            let code = find(p, Rule::lang).map_or(String::new(), |l| l.as_str().to_owned());
            (code, me.quote_in(p).unwrap_or_default())
        };
        for entry in all(&block, Rule::label_entry) {
            let Some(entry) = only(&entry) else { continue };
            match entry.as_rule() {
                Rule::lang_label => label.by_language.push(lang(self, &entry)),
                Rule::plural_label => label.plural.extend(find(&entry, Rule::lang_label).map(|l| lang(self, &l))),
                Rule::not_label => label.contrary.extend(find(&entry, Rule::lang_label).map(|l| lang(self, &l))),
                Rule::also_called => {
                    let code = find(&entry, Rule::lang).map_or_else(|| "en".to_owned(), |l| l.as_str().to_owned());
                    label.also.extend(all(&entry, Rule::text_quote).map(|q| (code.clone(), self.quote(&q).text)));
                }
                Rule::short_label => label.short = self.quote_in(&entry),
                _ => {}
            }
        }
        label
    }

    pub(super) fn number(&mut self, p: &P<'_>) -> i64 {
        p.as_str().parse().unwrap_or_default()
    }

    pub(super) fn number_in(&mut self, p: &P<'_>) -> i64 {
        find(p, Rule::number).map_or(0, |n| self.number(&n))
    }

    pub(super) fn parents(&self, p: &P<'_>) -> Vec<Name> {
        find(p, Rule::parents).map(|q| self.faces(&q)).unwrap_or_default()
    }

    /// What something is a kind of, the first face first.
    pub(super) fn faces(&self, p: &P<'_>) -> Vec<Name> {
        let faces = p.clone().into_inner().filter(|f| matches!(f.as_rule(), Rule::name | Rule::also_face));
        faces.map(|f| if f.as_rule() == Rule::name { self.name_of(&f) } else { self.name(&f) }).collect()
    }

    pub(super) fn two_names(&self, p: &P<'_>) -> Option<(Name, Name)> {
        let mut names = self.names(p).into_iter();
        names.next().zip(names.next())
    }

    /// A fact that makes a reason, or one of its values.
    fn reason_fact(&self, p: &P<'_>) -> Condition {
        let fact = self.name(p);
        match self.names(p).into_iter().nth(1) {
            Some(value) => Condition::Is { fact, not: false, value, span: self.span(p) },
            None => Condition::Named(fact),
        }
    }

    fn point(&mut self, p: &P<'_>, span: Span) -> PointItem {
        let mut item = PointItem { name: self.name(p), label: self.label_in(p), theme: None, question: None, span };
        let mut said = Said::new();
        for clause in all(p, Rule::point_clause).filter_map(|c| only(&c)) {
            if clause.as_rule() != Rule::title_clause {
                self.once(&mut said, first_word(&clause), self.span(&clause));
            }
            match clause.as_rule() {
                Rule::title_clause => self.title(&clause, &mut said, &mut item.label),
                Rule::standard_theme => item.theme = Some(self.name(&clause)),
                _ => item.question = Some(self.label_in(&clause)),
            }
        }
        item
    }

    /// A day as it is written; one that is in no calendar is a mistake.
    pub(super) fn day_in(&mut self, p: &P<'_>) -> Option<String> {
        let date = find(p, Rule::date)?;
        let text = date.as_str();
        let mistake = |code| Mistake::new(code, self.span(&date)).with("found", text);
        let mistake = match civil_day(text) {
            Ok(_) => None,
            Err(NoSuchDay::Form) => Some(mistake(Code::NotADate)),
            Err(NoSuchDay::Month) => Some(mistake(Code::NoSuchDay).with("days", "none")),
            Err(NoSuchDay::Day(days)) => Some(mistake(Code::NoSuchDay).with("days", days.to_string())),
        };
        self.mistakes.extend(mistake);
        Some(text.to_owned())
    }

    /// What can be said once is said: a second time is a mistake, for only one of the two would count.
    pub(super) fn once(&mut self, said: &mut Said, what: &str, span: Span) {
        match said.get(what) {
            Some(first) => {
                self.mistakes.push(Mistake::new(Code::SaidTwice, span).with("what", what).and(*first, "first"))
            }
            None => {
                said.insert(what.to_owned(), span);
            }
        }
    }

    /// A reason, or a name of what is not at hand: it has to say something.
    pub(super) fn reason(&mut self, p: &P<'_>) -> Option<Quote> {
        let quote = find(p, Rule::text_quote).map(|q| self.quote(&q))?;
        self.says_something(&quote);
        Some(quote)
    }

    /// A quotation of blanks and dots alone is a place that nobody filled in.
    pub(super) fn says_something(&mut self, quote: &Quote) {
        if !quote.text.contains(char::is_alphanumeric) {
            self.mistakes.push(Mistake::new(Code::SaysNothing, quote.span));
        }
    }

    /// A label of a law, which has to say something.
    pub(super) fn words_in(&mut self, p: &P<'_>) -> Label {
        let label = self.label_in(p);
        if let Some(main) = &label.main {
            self.says_something(main);
        }
        label
    }

    // ── conditions ──

    pub(super) fn condition_in(&mut self, p: &P<'_>) -> Condition {
        let span = self.span(p);
        find(p, Rule::condition).map_or(Condition::Any(span), |c| self.condition(&c))
    }

    pub(super) fn condition(&mut self, p: &P<'_>) -> Condition {
        let span = self.span(p);
        self.brackets(p);
        let mut parts: Vec<Condition> = all(p, Rule::conjunction).map(|c| self.conjunction(&c)).collect();
        match (parts.len(), parts.pop()) {
            (1, Some(one)) => one,
            (_, Some(last)) => {
                parts.push(last);
                Condition::Some(parts, span)
            }
            (_, None) => Condition::Any(span),
        }
    }

    /// `a and b or c` is said in two ways by brackets, and not at all without.
    fn brackets(&mut self, p: &P<'_>) {
        let groups: Vec<Vec<P<'_>>> = all(p, Rule::conjunction).map(|c| all(&c, Rule::negation).collect()).collect();
        if groups.len() < 2 || groups.iter().all(|g| g.len() < 2) {
            return;
        }
        let text = |part: &P<'_>| part.as_str().split_whitespace().collect::<Vec<_>>().join(" ");
        let joined = |parts: &[String], word: &str| match parts {
            [one] => one.clone(),
            several => format!("({})", several.join(word)),
        };
        // Every `or` ends a list of what stands together, or else every `and` does.
        let ands: Vec<Vec<String>> = groups.iter().map(|g| g.iter().map(text).collect()).collect();
        let mut ors: Vec<Vec<String>> = vec![Vec::new()];
        for group in &ands {
            for (at, part) in group.iter().enumerate() {
                if at > 0 {
                    ors.push(Vec::new());
                }
                if let Some(last) = ors.last_mut() {
                    last.push(part.clone());
                }
            }
        }
        let read = |lists: &[Vec<String>], inner: &str, outer: &str| {
            lists.iter().map(|list| joined(list, inner)).collect::<Vec<_>>().join(outer)
        };
        let (one, other) = (read(&ands, " and ", " or "), read(&ors, " or ", " and "));
        let mistake = Mistake::new(Code::AndOrMixed, self.span(p)).with("one", one).with("other", other);
        self.mistakes.push(mistake);
    }

    pub(super) fn conjunction(&mut self, p: &P<'_>) -> Condition {
        let span = self.span(p);
        let mut parts: Vec<Condition> = all(p, Rule::negation).map(|n| self.negation(&n)).collect();
        match (parts.len(), parts.pop()) {
            (1, Some(one)) => one,
            (_, Some(last)) => {
                parts.push(last);
                Condition::All(parts, span)
            }
            (_, None) => Condition::Any(span),
        }
    }

    pub(super) fn negation(&mut self, p: &P<'_>) -> Condition {
        let span = self.span(p);
        let inner = find(p, Rule::primary).and_then(|q| only(&q)).map_or(Condition::Any(span), |q| self.primary(&q));
        if has(p, Rule::k_not) { Condition::Not(Box::new(inner), span) } else { inner }
    }

    pub(super) fn primary(&mut self, p: &P<'_>) -> Condition {
        let span = self.span(p);
        match p.as_rule() {
            Rule::group => self.condition_in(p),
            Rule::comparison => {
                let fact = self.fact_of_law(p);
                if let Some(is) = find(p, Rule::is_value) {
                    return Condition::Is { fact, not: has(&is, Rule::k_not), value: self.name(&is), span };
                }
                let Some(bound) = find(p, Rule::bound) else { return Condition::Named(fact) };
                let comparison = match find(&bound, Rule::operator).and_then(|o| only(&o)).map(|o| o.as_rule()) {
                    Some(Rule::at_most_op) => Comparison::AtMost,
                    Some(Rule::at_least_op) => Comparison::AtLeast,
                    Some(Rule::less_op) => Comparison::Less,
                    Some(Rule::more_op) => Comparison::More,
                    _ => Comparison::Equal,
                };
                Condition::Compare { fact, comparison, number: self.number_in(&bound), unit: unit_in(&bound), span }
            }
            _ => Condition::Any(span),
        }
    }

    /// A fact or a term, with the law whose word it is where that is said.
    fn fact_of_law(&mut self, p: &P<'_>) -> Name {
        let name = self.name(p);
        let Some(of) = find(p, Rule::of_law) else { return name };
        let law = self.name(&of);
        if !self.alone {
            self.mistakes.push(Mistake::new(Code::WordOfAnotherLaw, self.span(&of)).with("law", law.text));
            return name;
        }
        Name { text: format!("{} of {}", name.text, law.text), span: name.span.to(law.span) }
    }

    pub(super) fn who_in(&mut self, p: &P<'_>) -> Condition {
        let span = self.span(p);
        find(p, Rule::who).map_or(Condition::Any(span), |w| self.who(&w))
    }

    pub(super) fn who(&mut self, p: &P<'_>) -> Condition {
        let span = self.span(p);
        match only(p) {
            Some(name) if name.as_rule() == Rule::name => Condition::Named(self.name_of(&name)),
            Some(group) if group.as_rule() == Rule::group => self.condition_in(&group),
            _ => Condition::Any(span),
        }
    }

    pub(super) fn extent_in(&mut self, p: &P<'_>) -> Option<Extent> {
        let e = find(p, Rule::extent)?;
        let span = self.span(&e);
        Some(match find(&e, Rule::name) {
            Some(name) => Extent::Named(self.name_of(&name)),
            None => Extent::Exact { number: self.number_in(&e), unit: unit_in(&e).unwrap_or(Unit::Days), span },
        })
    }

    /// How often: `every 30 days`.
    pub(super) fn every(&mut self, p: &P<'_>) -> Extent {
        Extent::Exact { number: self.number_in(p), unit: unit_in(p).unwrap_or(Unit::Days), span: self.span(p) }
    }

    /// Reads a `where`, `unless`, `of` or `for` tail into a scope. Says whether it was one.
    pub(super) fn scope_part(&mut self, tail: &P<'_>, scope: &mut Scope) -> bool {
        match tail.as_rule() {
            Rule::where_ => scope.where_.push(self.condition_in(tail)),
            Rule::unless => scope.unless.push(self.condition_in(tail)),
            Rule::of_who | Rule::for_who => scope.who = Some(self.who_in(tail)),
            Rule::form_tail => {
                if let Some(inner) = only(tail) {
                    return self.scope_part(&inner, scope);
                }
            }
            _ => return false,
        }
        true
    }

    /// Tails that say one thing of a clause can stand in it once.
    pub(super) fn tails_once(&mut self, clause: &P<'_>, said: &mut Said) {
        for tail in clause.clone().into_inner() {
            let tail = match tail.as_rule() {
                Rule::power_tail | Rule::ban_tail | Rule::give_tail | Rule::refuse_tail => only(&tail).unwrap_or(tail),
                _ => tail,
            };
            match tail.as_rule() {
                Rule::by_kind
                | Rule::within
                | Rule::every
                | Rule::final_
                | Rule::whenever_plain
                | Rule::whenever_of
                | Rule::justified => {
                    self.once(said, first_word(&tail), self.span(&tail));
                }
                Rule::regardless | Rule::accepting | Rule::never_justified | Rule::for_who => {
                    self.once(said, first_word(&tail), self.span(&tail));
                }
                _ => {}
            }
        }
    }

    // ── vocabulary ──

    pub(super) fn fact(&mut self, p: &P<'_>, span: Span) -> FactItem {
        let mut item = FactItem {
            name: self.name(p),
            label: self.label_in(p),
            kind: FactKind::YesNo,
            usual: Usual::Unsaid,
            serves: None,
            in_full: false,
            open: has(p, Rule::k_open),
            personal: None,
            stands_for: Vec::new(),
            implies: None,
            span,
        };
        let (mut unit, mut range) = (None, None);
        let mut said = Said::new();
        for option in all(p, Rule::fact_option).filter_map(|o| only(&o)) {
            self.once(&mut said, first_word(&option), self.span(&option));
            match option.as_rule() {
                Rule::fact_unit => unit = unit_in(&option),
                Rule::fact_range => {
                    let ends: Vec<i64> = all(&option, Rule::number).map(|n| self.number(&n)).collect();
                    if let [from, to] = ends[..] {
                        range = Some((from, to));
                    }
                }
                Rule::fact_values => {
                    let mut values = Vec::new();
                    for value in all(&option, Rule::fact_value) {
                        values.push((self.name(&value), self.label_in(&value)));
                    }
                    item.kind = FactKind::OneOf(values);
                }
                Rule::fact_usual => {
                    item.usual = if has(&option, Rule::k_yes) {
                        Usual::YesNo(true)
                    } else if has(&option, Rule::k_no) {
                        Usual::YesNo(false)
                    } else if let Some(n) = find(&option, Rule::number) {
                        Usual::Number(self.number(&n), self.span(&n))
                    } else {
                        Usual::Value(self.name(&option))
                    };
                }
                Rule::serves => {
                    item.serves = serves(&option);
                    item.in_full = has(&option, Rule::k_full);
                }
                Rule::fact_personal => item.personal = Some(self.span(&option)),
                Rule::fact_stands => item.stands_for = self.names(&option),
                Rule::fact_implies => item.implies = Some(self.condition_in(&option)),
                _ => {}
            }
        }
        if unit.is_some() || range.is_some() {
            let (from, to) = range.unwrap_or((0, 1_000_000));
            item.kind = FactKind::Number { unit, from, to };
        }
        item
    }

    pub(super) fn thing(&mut self, p: &P<'_>, kind: ThingKind, span: Span) -> Item {
        let mut item = ThingItem {
            kind,
            name: self.name(p),
            label: self.label_in(p),
            parents: Vec::new(),
            severity: None,
            subject: None,
            private: false,
            measure: None,
            serves: None,
            in_full: false,
            same_as: None,
            may_be: Vec::new(),
            reason: None,
            establishes: None,
            ends: Vec::new(),
            bars: None,
            by_deciding: Vec::new(),
            span,
        };
        let mut said = Said::new();
        for option in all(p, Rule::thing_option).filter_map(|o| only(&o)) {
            match option.as_rule() {
                // What is given by deciding may be several things.
                Rule::by_deciding => {}
                // A thing is a kind of another beside being another by a kind of authority.
                Rule::same_as => self.once(&mut said, "is … by", self.span(&option)),
                _ => self.once(&mut said, first_word(&option), self.span(&option)),
            }
            match option.as_rule() {
                Rule::parents => item.parents = self.faces(&option),
                Rule::same_as => item.same_as = self.two_names(&option),
                Rule::may_be => item.may_be = self.names(&option),
                Rule::for_reason => item.reason = self.two_names(&option),
                Rule::thing_establishes => item.establishes = Some(self.name(&option)),
                Rule::thing_ends => item.ends = self.names(&option),
                Rule::thing_bars => item.bars = Some(self.name(&option)),
                Rule::by_deciding => {
                    let by = find(&option, Rule::by_kind).map(|b| self.name(&b));
                    item.by_deciding.push((self.name(&option), by));
                }
                Rule::thing_severity => item.severity = Some(self.number_in(&option)),
                Rule::thing_subject => item.subject = Some(self.name(&option)),
                Rule::thing_private => item.private = true,
                Rule::step_of => item.measure = Some(self.name(&option)),
                Rule::serves => {
                    item.serves = serves(&option);
                    item.in_full = has(&option, Rule::k_full);
                }
                _ => {}
            }
        }
        Item::Thing(item)
    }
}

/// The word a clause begins with.
pub(super) fn first_word<'i>(p: &P<'i>) -> &'i str {
    p.as_str().split_whitespace().next().unwrap_or_default()
}

/// The words a clause begins with: the first, and the second where the first does not yet say which clause it is.
pub(super) fn first_words<'i>(p: &P<'i>) -> &'i str {
    let first = first_word(p);
    let more = p.as_str().get(first.len()..).unwrap_or_default();
    // The same two words, whatever blanks stand between them.
    match (first, more.split_whitespace().next().unwrap_or_default()) {
        ("in", "force") => "in force",
        ("source", "file") => "source file",
        ("to", "be") => "to be",
        ("set", "aside") => "set aside",
        ("not", "read") => "not read",
        _ => first,
    }
}

pub(super) fn unit_in(p: &P<'_>) -> Option<Unit> {
    let unit = find(p, Rule::unit)?;
    Some(match only(&unit)?.as_rule() {
        Rule::k_hours => Unit::Hours,
        Rule::k_days => Unit::Days,
        Rule::k_weeks => Unit::Weeks,
        Rule::k_months => Unit::Months,
        _ => Unit::Years,
    })
}

pub(super) fn serves(p: &P<'_>) -> Option<Leg> {
    let s = if p.as_rule() == Rule::serves { p.clone() } else { find(p, Rule::serves)? };
    Some(if has(&s, Rule::k_necessity) { Leg::Necessity } else { Leg::Proportionality })
}
