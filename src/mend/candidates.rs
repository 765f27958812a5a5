//! The edits that may remove a finding: by its sentence, in the law's own style. Whether they do is judged afterwards.

use super::site::Site;
use crate::finding::{Edit, Finding, LegName, Mark, MendKind, Role, Sentence, Value};
use crate::model::{Condition, Form, FormKind, Guarantee, LegalOrder, Length, Library, Power, ThingId, Vocabulary};
use crate::syntax::Expr;
use crate::syntax::tree::{self, ArticleClause, Comparison, Item, ThingKind};
use crate::text::Span;

/// An edit that may mend.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) kind: MendKind,
    pub(super) edits: Vec<Edit>,
    /// What it can touch; everything, when empty.
    pub(super) touches: Vec<ThingId>,
}

impl Candidate {
    /// How much is written and how much is struck out.
    pub(super) fn size(&self) -> usize {
        self.edits.iter().map(|e| (e.at.end - e.at.start) as usize + e.text.len()).sum()
    }
}

/// What an edit is made for.
pub(super) struct Task<'a> {
    pub(super) site: &'a Site,
    pub(super) order: &'a LegalOrder,
    pub(super) library: &'a Library,
    pub(super) form: &'a Form,
    pub(super) finding: &'a Finding,
}

impl Task<'_> {
    fn vocabulary(&self) -> &Vocabulary {
        &self.order.vocabulary
    }

    fn name(&self, thing: ThingId) -> &str {
        &self.vocabulary().thing(thing).name
    }

    /// The powers that the finding rests on.
    fn powers(&self) -> Vec<&Power> {
        let marks = self.finding.because.iter().filter(|m| matches!(m.role, Role::Power | Role::Distinction));
        marks.filter_map(|m| self.order.powers.iter().find(|p| p.span == m.span)).collect()
    }

    fn marks(&self, role: Role) -> impl Iterator<Item = &Mark> {
        self.finding.nearly.iter().filter(move |m| m.role == role)
    }

    /// How the people can be named: by whom the standard names, by all it says of them, by the class that was found.
    fn people(&self) -> Vec<Expr> {
        let mut out: Vec<Expr> = Vec::new();
        let named = matches!(self.form.who, Condition::Term(_)).then(|| self.form.who.expr(self.vocabulary()));
        let scope = self.form.scope.expr(self.vocabulary());
        for people in named.into_iter().chain([scope]).chain(self.finding.who()) {
            if people != Expr::Any && !out.contains(&people) {
                out.push(people);
            }
        }
        out
    }

    /// Whom the standard speaks of, as a clause names them.
    fn who(&self) -> String {
        self.form.scope.expr(self.vocabulary()).who()
    }

    /// Every edit worth trying, the smallest first.
    pub(super) fn candidates(&self) -> Vec<Candidate> {
        let mut out = match &self.finding.sentence {
            Sentence::Permits { .. } => self.exceptions(),
            Sentence::Unjustified { .. } => {
                let mut out = self.exceptions();
                out.extend(self.legs());
                out
            }
            Sentence::Lasts { limit, .. } => self.limits(*limit),
            Sentence::WithoutSafeguard { .. } => self.safeguards(),
            Sentence::NotEntitled { .. } => self.entitlements(),
            Sentence::NotProhibited { .. } => self.prohibitions(),
            Sentence::TreatedWorse { burden: true, .. } => self.exceptions(),
            Sentence::TreatedWorse { burden: false, .. } => self.alike(),
            Sentence::GoesRound { .. } => self.steps(),
            Sentence::NoProcedure { .. } => self.procedures(),
            Sentence::LeftOut { .. } | Sentence::TakenIn { .. } => self.definitions(),
            Sentence::NotEstablished { institution } => {
                let thing = self.form_things().first().copied();
                let clause = format!("establishes {}", institution.name);
                self.article(thing, &clause, MendKind::Institution).into_iter().collect()
            }
        };
        out.sort_by_key(Candidate::size);
        out
    }

    fn form_things(&self) -> Vec<ThingId> {
        match &self.form.kind {
            FormKind::Establish { institution } => vec![*institution],
            FormKind::Before { step, pass, .. } => {
                let measure = self.vocabulary().thing(*step).measure;
                [*step, *pass].into_iter().chain(measure).collect()
            }
            FormKind::RequireFor { thing, .. } => vec![*thing],
            FormKind::Equal { thing, .. } => thing.one().into_iter().collect(),
            FormKind::RequireBan { measure, .. } => vec![*measure],
            _ => Vec::new(),
        }
    }

    /// What an edit of a power can touch: the measure, and what comes with it.
    fn touched_by(&self, power: &Power) -> Vec<ThingId> {
        let mut out = vec![power.measure];
        let of = self.order.guarantees.iter().filter(|g| g.whenever == Some(power.measure));
        out.extend(of.map(|g| g.thing));
        out
    }

    // ── exceptions ──

    /// An exemption that reaches further; an exception to the power.
    fn exceptions(&self) -> Vec<Candidate> {
        let mut out = Vec::new();
        for power in self.powers() {
            let touches = self.touched_by(power);
            let mut push = |kind, edits: Vec<Edit>| {
                out.push(Candidate { kind, edits, touches: touches.clone() });
            };
            for mark in self.marks(Role::StopsShort) {
                let Some(ban) = self.site.clauses().find_map(|(_, c)| match c {
                    ArticleClause::Ban(b) if guard_span(&b.scope).unwrap_or(b.span) == mark.span => Some(b),
                    _ => None,
                }) else {
                    continue;
                };
                for condition in &ban.scope.where_ {
                    for edit in self.wider_numbers(condition) {
                        push(MendKind::WiderExemption, vec![edit]);
                    }
                }
                if let ([only], []) = (&ban.scope.where_[..], &ban.scope.unless[..]) {
                    for people in self.people() {
                        push(MendKind::WiderExemption, joined(only, "or", &people.within_or()));
                    }
                }
            }
            for people in self.people() {
                push(MendKind::Exception, vec![self.site.tail(power.span, &format!("unless {people}"))]);
            }
        }
        out
    }

    /// Numbers of a condition moved to where the people who are left outside end.
    fn wider_numbers(&self, condition: &tree::Condition) -> Vec<Edit> {
        let mut out = Vec::new();
        match condition {
            tree::Condition::All(parts, _) | tree::Condition::Some(parts, _) => {
                out.extend(parts.iter().flat_map(|p| self.wider_numbers(p)));
            }
            tree::Condition::Compare { fact, comparison, span, .. } => {
                let class = self.finding.class.iter().flat_map(|c| &c.common);
                for phrase in class.filter(|p| p.fact.name == fact.text) {
                    let Value::Ranges(ranges, _) = &phrase.value else { continue };
                    for (low, high) in ranges {
                        let number = match comparison {
                            Comparison::Less => high.map(|h| h + 1),
                            Comparison::AtMost => *high,
                            Comparison::More => low.map(|l| l - 1),
                            Comparison::AtLeast => *low,
                            Comparison::Equal => None,
                        };
                        let written = self.site.text(*span);
                        let first = written.find(|c: char| c.is_ascii_digit());
                        let Some((number, first)) = number.zip(first) else { continue };
                        let digits = written.chars().skip(first).take_while(char::is_ascii_digit).count();
                        out.push(Edit { at: span.part(first, first + digits), text: number.to_string() });
                    }
                }
            }
            _ => {}
        }
        out
    }

    // ── limits ──

    fn limits(&self, limit: Option<Length>) -> Vec<Candidate> {
        let mut out = Vec::new();
        for power in self.powers() {
            let touches = self.touched_by(power);
            let mut push = |edits: Vec<Edit>| {
                if !edits.is_empty() {
                    out.push(Candidate { kind: MendKind::Limit, edits, touches: touches.clone() });
                }
            };
            let people = self.people();
            let Some(limit) = limit else {
                // The law's own limits hold, once nothing sets them aside.
                let endless: Vec<_> = power.for_.iter().filter(|f| f.limit.is_none()).collect();
                if endless.len() < power.for_.len() {
                    push(endless.iter().map(|f| Edit { at: self.with_blanks(f.span), text: String::new() }).collect());
                    for people in &people {
                        push(endless.iter().flat_map(|f| self.only_where(f.span, people)).collect());
                    }
                }
                continue;
            };
            let limit = limit.to_string();
            if power.for_.is_empty() {
                push(vec![self.site.tail(power.span, &format!("for up to {limit}"))]);
                for people in &people {
                    let text = format!("for any time where {}", people.clone().negated());
                    let more = format!("for up to {limit} where {people}");
                    let first = self.site.tail(power.span, &text);
                    let second = self.site.tail(power.span, &more);
                    push(vec![Edit { at: first.at, text: first.text + &second.text }]);
                }
                continue;
            }
            let longer = |f: &&crate::model::ForClause| f.limit.is_none_or(|l| Some(l.hours()) > self.asked_hours());
            let longer: Vec<&crate::model::ForClause> = power.for_.iter().filter(longer).collect();
            let Some(last) = power.for_.last() else { continue };
            push(longer.iter().filter_map(|f| self.shorter(f.span, &limit)).collect());
            for people in &people {
                let mut edits: Vec<Edit> = longer.iter().flat_map(|f| self.only_where(f.span, people)).collect();
                let mut more = self.site.tail(power.span, &format!("for up to {limit} where {people}"));
                more.at = last.span.behind();
                edits.push(more);
                push(edits);
            }
        }
        out
    }

    fn asked_hours(&self) -> Option<i64> {
        match &self.form.kind {
            FormKind::Limit { to: Some(to), .. } => Some(to.hours()),
            _ => None,
        }
    }

    /// A clause with the blanks before it, so that no empty line is left.
    fn with_blanks(&self, span: Span) -> Span {
        let before = self.site.text(Span::new(span.file, 0, span.start));
        Span::new(span.file, before.trim_end().len() as u32, span.end)
    }

    fn for_clause(&self, span: Span) -> Option<&tree::ForClause> {
        self.site.clauses().find_map(|(_, c)| match c {
            ArticleClause::Power(p) => p.for_.iter().find(|f| f.span == span),
            _ => None,
        })
    }

    /// A clause of time for everybody but some.
    fn only_where(&self, span: Span, people: &Expr) -> Vec<Edit> {
        let Some(clause) = self.for_clause(span) else { return Vec::new() };
        let others = people.clone().negated();
        match &clause.where_ {
            None => vec![Edit { at: span.behind(), text: format!(" where {others}") }],
            Some(condition) => joined(condition, "and", &others.within_and()),
        }
    }

    /// A clause of time with a shorter limit.
    fn shorter(&self, span: Span, limit: &str) -> Option<Edit> {
        let clause = self.for_clause(span)?;
        match &clause.limit {
            Some(extent) => Some(Edit { at: extent.span(), text: limit.to_owned() }),
            None => {
                let written = self.site.text(span);
                let any = written.find("any")?;
                let time = written.find("time")? + "time".len();
                let at = span.part(any, time);
                Some(Edit { at, text: format!("up to {limit}") })
            }
        }
    }

    // ── guarantees ──

    fn safeguards(&self) -> Vec<Candidate> {
        let FormKind::RequireWhenever { safeguard, within, by, .. } = &self.form.kind else { return Vec::new() };
        let mut out = self.stricter(*safeguard, *within, *by);
        for power in self.powers() {
            let mut touches = self.touched_by(power);
            touches.push(*safeguard);
            let given = format!("giving {}", self.given(*safeguard, *within, *by));
            let everybody = std::iter::once(given.clone());
            let some = self.people().into_iter().map(|people| format!("{given} where {people}"));
            for text in everybody.chain(some) {
                let edits = vec![self.site.tail(power.span, &text)];
                out.push(Candidate { kind: MendKind::Guarantee, edits, touches: touches.clone() });
            }
        }
        // A safeguard of the few need not be given to all, where the standard names them.
        if matches!(self.form.who, Condition::Term(_)) {
            out.retain(|c| c.edits.iter().all(|e| !e.text.contains("giving ") || e.text.contains(" where ")));
        }
        out
    }

    /// What is given, in the words of a clause.
    fn given(&self, thing: ThingId, within: Option<Length>, by: Option<ThingId>) -> String {
        let within = within.map(|w| format!(" within {w}")).unwrap_or_default();
        let by = by.map(|b| format!(" by {}", self.name(b))).unwrap_or_default();
        format!("{}{within}{by}", self.name(thing))
    }

    /// A guarantee that comes near, made to do.
    fn stricter(&self, thing: ThingId, within: Option<Length>, by: Option<ThingId>) -> Vec<Candidate> {
        let mut out = Vec::new();
        for mark in &self.finding.nearly {
            let Some(guarantee) = self.order.guarantees.iter().find(|g| g.span == mark.span) else { continue };
            if mark.role == Role::LeavesOut {
                continue;
            }
            let edits = self.strictened(guarantee, thing, within, by);
            if !edits.is_empty() {
                let mut touches = vec![thing, guarantee.thing];
                touches.extend(guarantee.whenever);
                out.push(Candidate { kind: MendKind::Guarantee, edits, touches });
            }
        }
        out
    }

    fn strictened(
        &self,
        guarantee: &Guarantee,
        thing: ThingId,
        within: Option<Length>,
        by: Option<ThingId>,
    ) -> Vec<Edit> {
        let vocabulary = self.vocabulary();
        let written = self.site.clauses().find_map(|(_, c)| match c {
            ArticleClause::Give(g) if g.span == guarantee.span => Some((&g.thing, g.within.as_ref(), g.by.as_ref())),
            ArticleClause::Power(p) => {
                p.giving.iter().find(|g| g.span == guarantee.span).map(|g| (&g.thing, g.within.as_ref(), g.by.as_ref()))
            }
            _ => None,
        });
        let Some((name, time, actor)) = written else { return Vec::new() };
        let end = guarantee.span.behind();
        let mut edits = Vec::new();
        if !vocabulary.is_a(guarantee.thing, thing) {
            edits.push(Edit { at: name.span, text: self.name(thing).to_owned() });
        }
        if let Some(wanted) = within
            && guarantee.within.is_none_or(|g| g.hours() > wanted.hours())
        {
            let text = wanted.to_string();
            edits.push(match time {
                Some(extent) => Edit { at: extent.span(), text },
                None => Edit { at: end, text: format!(" within {text}") },
            });
        }
        if let Some(wanted) = by
            && !guarantee.by.is_some_and(|g| vocabulary.is_a(g, wanted))
        {
            let text = self.name(wanted).to_owned();
            edits.push(match actor {
                Some(name) => Edit { at: name.span, text },
                None => Edit { at: end, text: format!(" by {text}") },
            });
        }
        edits
    }

    fn entitlements(&self) -> Vec<Candidate> {
        let FormKind::RequireFor { thing, within, by } = &self.form.kind else { return Vec::new() };
        let mut out = self.stricter(*thing, *within, *by);
        let terms = self.given(*thing, *within, *by);
        let clause = if self.vocabulary().thing(*thing).kind == ThingKind::Safeguard {
            let (name, rest) =
                terms.split_once(' ').map_or((terms.as_str(), String::new()), |(n, r)| (n, format!(" {r}")));
            format!("must give {name} to {}{rest}", self.who())
        } else {
            format!("entitled {} to {terms}", self.who())
        };
        for mark in &self.finding.nearly {
            let edits = vec![self.site.clause(mark.span, &clause)];
            out.push(Candidate { kind: MendKind::Guarantee, edits, touches: vec![*thing] });
        }
        out.extend(self.article(Some(*thing), &clause, MendKind::Guarantee));
        out
    }

    /// The same for those who are treated worse.
    fn alike(&self) -> Vec<Candidate> {
        let FormKind::Equal { thing, .. } = &self.form.kind else { return Vec::new() };
        let given = self.finding.because.iter().filter_map(|m| self.order.guarantees.iter().find(|g| g.span == m.span));
        let mut out = Vec::new();
        for guarantee in given {
            let terms = self.given(guarantee.thing, guarantee.within, guarantee.by);
            let touches: Vec<ThingId> = thing.one().into_iter().chain([guarantee.thing]).collect();
            for people in std::iter::once(self.who()).chain(self.people().iter().map(Expr::who)) {
                let edits = vec![self.site.clause(guarantee.span, &format!("entitled {people} to {terms}"))];
                out.push(Candidate { kind: MendKind::Guarantee, edits, touches: touches.clone() });
            }
        }
        out
    }

    // ── the rest ──

    fn prohibitions(&self) -> Vec<Candidate> {
        let FormKind::RequireBan { measure, by } = &self.form.kind else { return Vec::new() };
        let by = by.map(|b| format!(" by {}", self.name(b))).unwrap_or_default();
        let clause = format!("must not {} {}{by}", self.name(*measure), self.who());
        let mut out = Vec::new();
        for mark in self.marks(Role::StopsShort) {
            // The mark may be of the condition alone.
            let of = self.site.clauses().find_map(|(_, c)| match c {
                ArticleClause::Ban(b) if b.span.holds(mark.span) => Some(b.span),
                _ => None,
            });
            let edits = of.map(|span| vec![self.site.clause(span, &clause)]);
            out.extend(edits.map(|edits| Candidate { kind: MendKind::Prohibition, edits, touches: vec![*measure] }));
        }
        out.extend(self.article(Some(*measure), &clause, MendKind::Prohibition));
        out
    }

    /// The file whose law governs the field of a thing, else the first.
    fn home(&self, thing: Option<ThingId>) -> usize {
        let subject = thing.and_then(|t| self.vocabulary().subject_of(t));
        let governs =
            |p: &crate::model::Policy| subject.is_some_and(|s| p.governs.iter().any(|g| self.vocabulary().is_a(s, *g)));
        self.order.policies.iter().position(governs).unwrap_or(0)
    }

    /// A new article.
    fn article(&self, thing: Option<ThingId>, clause: &str, kind: MendKind) -> Option<Candidate> {
        let file = self.home(thing);
        let label = thing.map(|t| &self.vocabulary().thing(t).label);
        let title = label.and_then(|l| l.main.as_ref()).map(|q| format!(" \"{}\"", q.text)).unwrap_or_default();
        let zh = label.and_then(|l| l.by_language.iter().find(|(lang, _)| lang == "zh"));
        let zh = zh.filter(|_| !title.is_empty()).map(|(_, t)| format!(" {{ zh \"{t}\" }}")).unwrap_or_default();
        let number = self.site.fresh_number(file);
        let edit = self.site.item(file, &format!("article {number}{title}{zh} {{\n  {clause}\n}}"))?;
        Some(Candidate { kind, edits: vec![edit], touches: thing.into_iter().collect() })
    }

    /// The way passes the step: the last arrow of it alone, or every arrow that leads there.
    fn steps(&self) -> Vec<Candidate> {
        let FormKind::Before { step, pass, .. } = &self.form.kind else { return Vec::new() };
        let pass_name = self.name(*pass).to_owned();
        let edges: Vec<&tree::Edge> = self
            .site
            .items()
            .filter_map(|i| if let Item::Procedure(p) = i { Some(&p.edges) } else { None })
            .flatten()
            .collect();
        let insert = |edge: &tree::Edge| Edit {
            at: Span::at(edge.to.span.file, edge.to.span.start),
            text: format!("{pass_name} -> "),
        };
        let last = self.finding.because.last().and_then(|m| edges.iter().find(|e| e.span == m.span));
        let mut out: Vec<Candidate> = Vec::new();
        let touches = self.form_things();
        if let Some(edge) = last {
            out.push(Candidate { kind: MendKind::Step, edits: vec![insert(edge)], touches: touches.clone() });
            let kinds = self.vocabulary().kinds_of(*step);
            let leads = |e: &&&tree::Edge| kinds.iter().any(|k| self.name(*k) == e.to.text);
            let all: Vec<Edit> =
                edges.iter().filter(leads).filter(|e| e.from.text != pass_name).map(|e| insert(e)).collect();
            out.push(Candidate { kind: MendKind::Step, edits: all, touches });
        }
        out
    }

    /// A procedure where there is none: one that passes the step, or one that passes whatever any standard asks for on the
    /// way to the same end.
    fn procedures(&self) -> Vec<Candidate> {
        let FormKind::Before { step, pass, .. } = &self.form.kind else { return Vec::new() };
        let vocabulary = self.vocabulary();
        let all = self.library.standards.iter().flat_map(|s| &s.forms).filter_map(|f| match &f.kind {
            FormKind::Before { step: end, pass, .. } if vocabulary.is_a(*step, *end) => Some(*pass),
            _ => None,
        });
        let mut passes: Vec<ThingId> = Vec::new();
        for pass in all {
            // A narrower step passes the wider one too.
            if !passes.iter().any(|p| vocabulary.is_a(*p, pass)) {
                passes.retain(|p| !vocabulary.is_a(pass, *p));
                passes.push(pass);
            }
        }
        let end = self.name(*step);
        let edit = |way: &[ThingId]| {
            let way: Vec<&str> = way.iter().map(|p| self.name(*p)).chain([end]).collect();
            self.site.item(self.home(None), &format!("procedure {end} {{\n  {}\n}}", way.join(" -> ")))
        };
        let touches = self.form_things();
        [vec![*pass], passes]
            .iter()
            .filter_map(|way| edit(way))
            .map(|edit| Candidate { kind: MendKind::Step, edits: vec![edit], touches: touches.clone() })
            .collect()
    }

    fn definitions(&self) -> Vec<Candidate> {
        let FormKind::Define { means, .. } = &self.form.kind else { return Vec::new() };
        let asked = means.expr(self.vocabulary());
        let spans: Vec<Span> = self.finding.because.iter().map(|m| m.span).collect();
        let mut out = Vec::new();
        for (_, clause) in self.site.clauses() {
            let ArticleClause::Define { means, span, .. } = clause else { continue };
            if !spans.contains(span) {
                continue;
            }
            let own = Expr::from(means);
            let either = format!("{} or {}", own.within_or(), asked.within_or());
            let both = format!("{} and {}", own.within_and(), asked.within_and());
            for text in [either, both, asked.to_string()] {
                let edits = vec![Edit { at: means.span(), text }];
                out.push(Candidate { kind: MendKind::Definition, edits, touches: Vec::new() });
            }
        }
        out
    }

    /// What can be supplied without giving reasons for the legislature: that less severe measures are considered, and the
    /// safeguards that weighing asks for.
    fn legs(&self) -> Vec<Candidate> {
        let vocabulary = self.vocabulary();
        let mut given: Vec<String> = Vec::new();
        for leg in self.finding.legs.iter().filter(|l| !l.is_stated()) {
            match leg.leg {
                LegName::Aim | LegName::Legality => return Vec::new(),
                LegName::Necessity => {
                    let serves = vocabulary
                        .things()
                        .find(|(_, t)| t.kind == ThingKind::Safeguard && t.serves == Some(tree::Leg::Necessity));
                    given.extend(serves.map(|(_, t)| t.name.clone()));
                }
                LegName::Proportionality => {
                    if leg.details.iter().any(|d| d.name == "time-limit") {
                        return Vec::new();
                    }
                    given.extend(leg.details.iter().map(|d| d.name.clone()));
                }
            }
        }
        let mut out = Vec::new();
        for power in self.powers() {
            let people = self.people();
            let narrow = people.first().filter(|_| matches!(self.form.who, Condition::Term(_)));
            let edits: Vec<Edit> = given
                .iter()
                .map(|thing| {
                    let where_ = narrow.map(|p| format!(" where {p}")).unwrap_or_default();
                    self.site.tail(power.span, &format!("giving {thing}{where_}"))
                })
                .collect();
            let joined: String = edits.iter().map(|e| e.text.as_str()).collect();
            if let Some(first) = edits.first() {
                let mut touches = self.touched_by(power);
                touches.extend(vocabulary.things().filter(|(_, t)| given.contains(&t.name)).map(|(id, _)| id));
                let edits = vec![Edit { at: first.at, text: joined }];
                out.push(Candidate { kind: MendKind::Leg, edits, touches });
            }
        }
        out
    }
}

/// A written condition and another, joined by `and` or `or`: the written one is put in brackets where it is joined by the
/// other word.
fn joined(written: &tree::Condition, word: &str, other: &str) -> Vec<Edit> {
    let brackets = match written {
        tree::Condition::All(..) => word == "or",
        tree::Condition::Some(..) => word == "and",
        _ => false,
    };
    let span = written.span();
    let (start, end) = (Span::at(span.file, span.start), span.behind());
    if brackets {
        let text = format!(") {word} {other}");
        vec![Edit { at: start, text: "(".to_owned() }, Edit { at: end, text }]
    } else {
        vec![Edit { at: end, text: format!(" {word} {other}") }]
    }
}

/// Where the conditions of a clause stand, as the finding marks them.
fn guard_span(scope: &tree::Scope) -> Option<Span> {
    scope.where_.iter().chain(&scope.unless).map(tree::Condition::span).reduce(Span::to)
}
