//! pest's pairs to the tree: what a law says, article by article.

use super::build::{Builder, P, Said, all, find, first_word, first_words, has, only};
use super::code::Code;
use super::mistakes::Mistake;
use super::parse::Rule;
use super::tree::*;
use crate::text::Span;

impl Builder {
    pub(super) fn policy(&mut self, p: &P<'_>, span: Span) -> PolicyItem {
        let mut item = PolicyItem {
            name: self.name(p),
            label: self.label_in(p),
            state: None,
            rank: None,
            adopted: None,
            in_force: None,
            source: None,
            unconfirmed: false,
            file: None,
            url: None,
            governs: Vec::new(),
            replaces: Vec::new(),
            note: None,
            excerpt: None,
            articles_in_all: None,
            exhaustive: Vec::new(),
            searched: Vec::new(),
            not_read: Vec::new(),
            span,
        };
        let mut said = Said::new();
        for clause in all(p, Rule::policy_clause).filter_map(|c| only(&c)) {
            let rule = clause.as_rule();
            let date = if rule == Rule::searched_item { None } else { self.day_in(&clause) };
            if !matches!(
                rule,
                Rule::title_clause
                    | Rule::policy_governs
                    | Rule::policy_replaces
                    | Rule::policy_exhaustive
                    | Rule::searched_item
                    | Rule::not_read_item
            ) {
                self.once(&mut said, first_words(&clause), self.span(&clause));
            }
            match rule {
                Rule::title_clause => self.title(&clause, &mut said, &mut item.label),
                Rule::policy_state => {
                    let named = [Rule::state_code, Rule::state_name, Rule::name].into_iter();
                    item.state = named.filter_map(|rule| find(&clause, rule)).next().map(|s| self.name_of(&s));
                }
                Rule::policy_rank => item.rank = Some(self.name(&clause)),
                Rule::policy_adopted => item.adopted = date,
                Rule::policy_force => item.in_force = date,
                Rule::policy_file => item.file = find(&clause, Rule::text_quote).map(|q| self.quote(&q)),
                Rule::policy_source => {
                    item.source = self.reason(&clause).map(|quote| quote.text);
                    item.unconfirmed = has(&clause, Rule::k_unconfirmed);
                }
                Rule::policy_url => item.url = self.quote_in(&clause),
                Rule::policy_governs => item.governs.extend(self.names(&clause)),
                Rule::policy_replaces => item.replaces.extend(self.names(&clause)),
                Rule::policy_note => item.note = Some(self.words_in(&clause)),
                Rule::policy_excerpt => {
                    item.excerpt = find(&clause, Rule::because).and_then(|b| self.reason(&b));
                }
                Rule::policy_articles => item.articles_in_all = Some(self.number_in(&clause)),
                Rule::policy_exhaustive => item.exhaustive.extend(self.names(&clause)),
                Rule::searched_item => item.searched.push(self.searched(&clause)),
                Rule::not_read_item => item.not_read.push(self.reliance(&clause)),
                _ => {}
            }
        }
        item
    }

    pub(super) fn reliance(&mut self, p: &P<'_>) -> RelianceItem {
        let span = self.span(p);
        let quote = find(p, Rule::text_quote).map(|q| self.quote(&q));
        let on = quote.unwrap_or(Quote { text: String::new(), span });
        if on.text.trim().is_empty() {
            self.mistakes.push(Mistake::new(Code::NamelessLaw, on.span));
        }
        RelianceItem { on, things: self.names(p), span }
    }

    pub(super) fn searched(&mut self, p: &P<'_>) -> SearchedItem {
        let span = self.span(p);
        let things = all(p, Rule::searched_thing).filter_map(|t| {
            let mut names = self.names(&t).into_iter();
            names.next().map(|thing| (thing, names.next()))
        });
        let things = things.collect();
        let sources: Vec<Quote> = all(p, Rule::text_quote).map(|q| self.quote(&q)).collect();
        for nameless in sources.iter().filter(|s| s.text.trim().is_empty()) {
            self.mistakes.push(Mistake::new(Code::NamelessLaw, nameless.span));
        }
        let ranks = |me: &Self, rule| find(p, rule).map(|r| me.names(&r)).unwrap_or_default();
        let (including, without) = (ranks(self, Rule::ranks_included), ranks(self, Rule::ranks_left));
        let by = find(p, Rule::by_whom).and_then(|b| self.reason(&b));
        SearchedItem {
            things,
            sources,
            including,
            without,
            on: self.day_in(p).unwrap_or_default(),
            by: by.unwrap_or(Quote { text: String::new(), span }),
            span,
        }
    }

    pub(super) fn article(&mut self, p: &P<'_>, span: Span) -> ArticleItem {
        let number = find(p, Rule::provision).map_or(Name { text: String::new(), span }, |n| self.name_of(&n));
        let mut item = ArticleItem {
            number,
            label: self.label_in(p),
            text: None,
            uri: None,
            source: None,
            unconfirmed: false,
            note: None,
            open: false,
            open_in: Vec::new(),
            in_force: None,
            until: None,
            repealed: None,
            annulled: None,
            aside: None,
            clauses: Vec::new(),
            span,
        };
        let mut said = Said::new();
        let mut first = None;
        for clause in all(p, Rule::article_clause).filter_map(|c| only(&c)) {
            let place = self.span(&clause);
            let before = item.clauses.len();
            match clause.as_rule() {
                Rule::article_text
                | Rule::article_uri
                | Rule::article_source
                | Rule::article_note
                | Rule::open_clause
                | Rule::article_force
                | Rule::article_until
                | Rule::article_repealed
                | Rule::article_annulled
                | Rule::aside_clause
                | Rule::article_justified => self.once(&mut said, first_words(&clause), place),
                _ => {}
            }
            match clause.as_rule() {
                Rule::article_text => item.text = Some(self.words_in(&clause)),
                Rule::article_uri => item.uri = self.quote_in(&clause),
                Rule::article_source => {
                    item.source = self.reason(&clause).map(|quote| quote.text);
                    item.unconfirmed = has(&clause, Rule::k_unconfirmed);
                }
                Rule::article_note => item.note = Some(self.words_in(&clause)),
                Rule::open_clause => {
                    item.open = true;
                    item.open_in = self.names(&clause);
                }
                Rule::article_force => item.in_force = self.day_in(&clause),
                Rule::article_until => item.until = self.day_in(&clause),
                Rule::article_repealed => item.repealed = self.day_in(&clause),
                Rule::article_annulled => {
                    let day = self.day_in(&clause);
                    item.annulled = self.reason(&clause).map(|by| (by, day));
                }
                Rule::not_read_item => item.clauses.push(ArticleClause::NotRead(self.reliance(&clause))),
                Rule::refuse_clause => item.clauses.push(ArticleClause::Refuse(self.refuse(&clause))),
                Rule::general_clause => {
                    let mut scope = Scope { who: find(&clause, Rule::who).map(|w| self.who(&w)), ..Scope::default() };
                    for tail in clause.clone().into_inner() {
                        self.scope_part(&tail, &mut scope);
                    }
                    let thing = self.name(&clause);
                    item.clauses.push(ArticleClause::General { thing, scope, span: place });
                }
                Rule::saving_clause => {
                    let instruments = all(&clause, Rule::instrument_id).map(|n| self.name_of(&n)).collect();
                    let covers = match find(&clause, Rule::under_article) {
                        Some(under) => Saved::Articles(self.article_refs(&under)),
                        None if has(&clause, Rule::every_law) => Saved::EveryLaw,
                        None => Saved::Law,
                    };
                    item.clauses.push(ArticleClause::Saving { instruments, covers, span: place });
                }
                Rule::aside_clause => {
                    find(&clause, Rule::label).and_then(|l| self.reason(&l));
                    item.aside = Some(self.label_in(&clause));
                }
                Rule::define_clause => item.clauses.push(ArticleClause::Define {
                    term: self.name(&clause),
                    means: self.condition_in(&clause),
                    span: place,
                }),
                Rule::establishes_clause => item.clauses.push(ArticleClause::Establishes(self.names(&clause))),
                Rule::relies_item => item.clauses.push(ArticleClause::Relies(self.reliance(&clause))),
                Rule::article_justified => {
                    let justified = find(&clause, Rule::justified).map(|j| self.justification(&j));
                    item.clauses.extend(justified.map(ArticleClause::Justified));
                }
                Rule::power_clause | Rule::duty_clause => item.clauses.push(ArticleClause::Power(self.power(&clause))),
                Rule::ban_clause => item.clauses.push(ArticleClause::Ban(self.ban(&clause))),
                Rule::give_clause | Rule::entitled_clause => item.clauses.push(ArticleClause::Give(self.give(&clause))),
                _ => {}
            }
            if let (None, true) = (first, item.clauses.len() > before) {
                first = Some(place);
            }
        }
        let left_out = [said.get("set aside"), said.get("to be")];
        match (left_out, first) {
            ([Some(aside), Some(open)], _) => {
                self.mistakes.push(Mistake::new(Code::ClauseBesideAside, *open).and(*aside, "aside"));
            }
            // What is set aside says nothing: a clause beside it is told, and does nothing.
            ([Some(aside), None], Some(first)) => {
                self.mistakes.push(Mistake::warning(Code::ClauseBesideAside, first).and(*aside, "aside"));
                item.clauses.clear();
            }
            ([None, Some(open)], Some(first)) => {
                self.mistakes.push(Mistake::new(Code::ClauseBesideAside, first).and(*open, "aside"));
            }
            _ => {}
        }
        item
    }

    pub(super) fn article_refs(&mut self, p: &P<'_>) -> Vec<ArticleRef> {
        let mut out = Vec::new();
        for r in all(p, Rule::article_ref) {
            let span = self.span(&r);
            let number = find(&r, Rule::provision).map_or(Name { text: String::new(), span }, |n| self.name_of(&n));
            out.push(ArticleRef { number, policy: find(&r, Rule::name).map(|n| self.name_of(&n)), span });
        }
        out
    }

    pub(super) fn justification(&mut self, p: &P<'_>) -> Justification {
        let mut out = Justification { aims: self.names(p), necessary: None, proportionate: None, span: self.span(p) };
        let mut said = Said::new();
        for leg in all(p, Rule::justified_leg) {
            self.once(&mut said, first_word(&leg), self.span(&leg));
            let quote = self.reason(&leg);
            if has(&leg, Rule::k_necessary) {
                out.necessary = quote;
            } else {
                out.proportionate = quote;
            }
        }
        out
    }

    pub(super) fn power(&mut self, p: &P<'_>) -> PowerClause {
        let mut clause = PowerClause {
            must: has(p, Rule::k_must),
            measure: self.name(p),
            scope: Scope { who: find(p, Rule::who).map(|w| self.who(&w)), ..Scope::default() },
            for_: Vec::new(),
            by: None,
            giving: Vec::new(),
            refusing: Vec::new(),
            final_: None,
            readings: Vec::new(),
            notwithstanding: Vec::new(),
            subject_to: Vec::new(),
            justified: None,
            span: self.span(p),
        };
        self.tails_once(p, &mut Said::new());
        for tail in all(p, Rule::power_tail).filter_map(|t| only(&t)) {
            match tail.as_rule() {
                Rule::giving => self.giving(&tail, &mut clause.giving),
                Rule::refusing => self.refusing(&tail, &mut clause.refusing),
                Rule::final_ => clause.final_ = Some(self.span(&tail)),
                Rule::reading => {
                    let by = self.reason(&tail);
                    let where_ = find(&tail, Rule::where_).map(|w| self.condition_in(&w));
                    if let (Some(by), Some(where_)) = (by, where_) {
                        clause.readings.push(Reading { by, where_, span: self.span(&tail) });
                    }
                }
                Rule::for_extent | Rule::for_any => {
                    let where_ = find(&tail, Rule::where_).map(|w| self.condition_in(&w));
                    let general = clause.for_.iter().find(|f| f.where_.is_none()).filter(|_| where_.is_none());
                    if let Some(first) = general {
                        let again = Mistake::new(Code::TwoLengths, self.span(&tail)).and(first.span, "first");
                        self.mistakes.push(again);
                    }
                    clause.for_.push(ForClause { limit: self.extent_in(&tail), where_, span: self.span(&tail) });
                }
                Rule::by_kind => clause.by = Some(self.name(&tail)),
                Rule::priority => self.priority(&tail, &mut clause.notwithstanding, &mut clause.subject_to),
                Rule::justified => clause.justified = Some(self.justification(&tail)),
                _ => {
                    self.scope_part(&tail, &mut clause.scope);
                }
            }
        }
        clause
    }

    /// What a power comes with: one thing with its tails, or several without.
    fn giving(&mut self, p: &P<'_>, out: &mut Vec<Giving>) {
        self.tails_once(p, &mut Said::new());
        let things = self.names(p);
        let mut by = find(p, Rule::by_kind).map(|b| self.name(&b));
        let mut within = find(p, Rule::within).and_then(|w| self.extent_in(&w));
        let mut every = find(p, Rule::every).map(|e| self.every(&e));
        let mut where_: Vec<Condition> = all(p, Rule::where_).map(|w| self.condition_in(&w)).collect();
        let tails = p
            .clone()
            .into_inner()
            .filter(|t| matches!(t.as_rule(), Rule::by_kind | Rule::within | Rule::every | Rule::where_));
        let tails: Vec<P<'_>> = tails.collect();
        if let (Some(first), Some(last), [.., _, _]) = (tails.first(), tails.last(), things.as_slice()) {
            let words = |t: &P<'_>| t.as_str().split_whitespace().collect::<Vec<_>>().join(" ");
            let said: Vec<String> = tails.iter().map(words).collect();
            let said = said.join(" ");
            let each: Vec<String> = things.iter().map(|t| format!("giving {} {said}", t.text)).collect();
            let place = self.span(first).to(self.span(last));
            self.mistakes.push(
                Mistake::new(Code::TailOfSeveral, place).with("tail", said.as_str()).with("each", each.join(" ")),
            );
        }
        let (whole, several) = (self.span(p), things.len() > 1);
        for (at, thing) in things.into_iter().enumerate() {
            let span = match (several, at) {
                (false, _) => whole,
                (true, 0) => Span::new(whole.file, whole.start, thing.span.end),
                (true, _) => thing.span,
            };
            let (within, every, by) = (within.take(), every.take(), by.take());
            out.push(Giving { thing, within, every, by, where_: std::mem::take(&mut where_), span });
        }
    }

    /// What a power refuses: its tails hold for all that is named.
    fn refusing(&mut self, p: &P<'_>, out: &mut Vec<Refusing>) {
        self.tails_once(p, &mut Said::new());
        let by = find(p, Rule::by_kind).map(|b| self.name(&b));
        let where_: Vec<Condition> = all(p, Rule::where_).map(|w| self.condition_in(&w)).collect();
        out.push(Refusing { things: self.names(p), by, where_, span: self.span(p) });
    }

    pub(super) fn refuse(&mut self, p: &P<'_>) -> RefuseClause {
        let mut clause = RefuseClause {
            things: self.names(p),
            scope: Scope { who: find(p, Rule::who).map(|w| self.who(&w)), ..Scope::default() },
            whenever: None,
            by: None,
            under: Vec::new(),
            notwithstanding: Vec::new(),
            subject_to: Vec::new(),
            span: self.span(p),
        };
        self.tails_once(p, &mut Said::new());
        for tail in all(p, Rule::refuse_tail).filter_map(|t| only(&t)) {
            match tail.as_rule() {
                Rule::whenever_plain => clause.whenever = Some(self.name(&tail)),
                Rule::by_kind => clause.by = Some(self.name(&tail)),
                Rule::under_article => clause.under.extend(self.article_refs(&tail)),
                Rule::priority => self.priority(&tail, &mut clause.notwithstanding, &mut clause.subject_to),
                _ => {
                    self.scope_part(&tail, &mut clause.scope);
                }
            }
        }
        clause
    }

    pub(super) fn priority(&mut self, p: &P<'_>, over: &mut Vec<ArticleRef>, under: &mut Vec<ArticleRef>) {
        if let Some(n) = find(p, Rule::notwithstanding) {
            over.extend(self.article_refs(&n));
        }
        if let Some(s) = find(p, Rule::subject_to) {
            under.extend(self.article_refs(&s));
        }
    }

    pub(super) fn ban(&mut self, p: &P<'_>) -> BanClause {
        let mut clause = BanClause {
            measure: self.name(p),
            scope: Scope { who: find(p, Rule::who).map(|w| self.who(&w)), ..Scope::default() },
            under: Vec::new(),
            by: None,
            notwithstanding: Vec::new(),
            subject_to: Vec::new(),
            justified: None,
            span: self.span(p),
        };
        self.tails_once(p, &mut Said::new());
        for tail in all(p, Rule::ban_tail).filter_map(|t| only(&t)) {
            match tail.as_rule() {
                Rule::under_article => clause.under.extend(self.article_refs(&tail)),
                Rule::by_kind => clause.by = Some(self.name(&tail)),
                Rule::priority => self.priority(&tail, &mut clause.notwithstanding, &mut clause.subject_to),
                Rule::justified => clause.justified = Some(self.justification(&tail)),
                _ => {
                    self.scope_part(&tail, &mut clause.scope);
                }
            }
        }
        clause
    }

    pub(super) fn give(&mut self, p: &P<'_>) -> GiveClause {
        let mut clause = GiveClause {
            thing: self.name(p),
            scope: Scope { who: find(p, Rule::who).map(|w| self.who(&w)), ..Scope::default() },
            whenever: None,
            within: None,
            every: None,
            by: None,
            notwithstanding: Vec::new(),
            subject_to: Vec::new(),
            justified: None,
            span: self.span(p),
        };
        self.tails_once(p, &mut Said::new());
        for tail in all(p, Rule::give_tail).filter_map(|t| only(&t)) {
            match tail.as_rule() {
                Rule::whenever_plain => clause.whenever = Some(self.name(&tail)),
                Rule::within => clause.within = self.extent_in(&tail),
                Rule::every => clause.every = Some(self.every(&tail)),
                Rule::priority => self.priority(&tail, &mut clause.notwithstanding, &mut clause.subject_to),
                Rule::by_kind => clause.by = Some(self.name(&tail)),
                Rule::justified => clause.justified = Some(self.justification(&tail)),
                _ => {
                    self.scope_part(&tail, &mut clause.scope);
                }
            }
        }
        clause
    }

    pub(super) fn edge(&mut self, p: &P<'_>, out: &mut Vec<Edge>) {
        let mut from: Option<Name> = None;
        for part in p.clone().into_inner() {
            match part.as_rule() {
                Rule::name => {
                    let to = self.name_of(&part);
                    if let Some(from) = from.take() {
                        let span = from.span.to(to.span);
                        out.push(Edge { from, to: to.clone(), where_: None, span });
                    }
                    from = Some(to);
                }
                Rule::where_ => {
                    let condition = self.condition_in(&part);
                    if let Some(edge) = out.last_mut() {
                        edge.span = edge.span.to(condition.span());
                        edge.where_ = Some(condition);
                    }
                }
                _ => {}
            }
        }
    }

    pub(super) fn scenario(&mut self, p: &P<'_>, span: Span) -> ScenarioItem {
        let mut item = ScenarioItem { label: self.label_in(p), given: Vec::new(), expect: Vec::new(), span };
        for clause in all(p, Rule::scenario_clause).filter_map(|c| only(&c)) {
            if clause.as_rule() == Rule::scenario_given {
                item.given.extend(self.given(&clause));
                continue;
            }
            let place = self.span(&clause);
            let Some(expect) = clause.into_inner().find(|q| q.as_rule() != Rule::k_expect) else { continue };
            let not = has(&expect, Rule::k_not) || has(&expect, Rule::k_no);
            let name = self.name(&expect);
            item.expect.push(match expect.as_rule() {
                Rule::expect_may => Expectation::May { not, measure: name, span: place },
                Rule::expect_entitled => Expectation::Entitled { not, thing: name, span: place },
                _ => {
                    let verdict = self.verdict_word(&expect);
                    Expectation::Verdict { not, verdict, standard: name, span: place }
                }
            });
        }
        item
    }
}
