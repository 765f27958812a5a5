//! `json`: for machines. These types are a contract of their own; the schema is in `docs/json.schema.json`.

use super::{Format, RenderContext};
use crate::finding::{
    ArticleCited, BaselineState, Basis, Exit, Finding, Mark, People, Phrase, Readings, Role, StandardResult,
    Unexamined, Value, level,
};
use crate::law::Force;
use crate::report::{Cause, OrderReport, PointSummary, Shown, Summary, one_line};
use crate::syntax::{Code, Mistake, Severity};
use crate::text::{Sources, Span};
use crate::words::{Lang, Words};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::{self, Write};

/// The version of the contract. Fields may be added within a version; none is removed or changes its meaning. What
/// changed from one to the next stands at the top of the schema.
pub const JSON_VERSION: u32 = 2;

pub(crate) type Texts = BTreeMap<&'static str, String>;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Report {
    version: u32,
    tool: Tool,
    outcome: Exit,
    orders: Vec<OrderJson>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct OrderJson {
    state: Option<String>,
    as_of: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    assumed_ratified: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    skipped: Vec<SkippedJson>,
    policies: Vec<NameJson>,
    files: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    read: Option<ReadJson>,
    points: Vec<PointJson>,
    standards: Vec<StandardJson>,
    findings: Vec<FindingJson>,
    mistakes: Vec<MistakeJson>,
}

/// How much was read, and how much of what binds was examined.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ReadJson {
    texts_whole: usize,
    texts_in_part: usize,
    articles: usize,
    articles_open: usize,
    not_read: Vec<String>,
    standards_that_bind: usize,
    standards_not_examined: usize,
}

/// A point, in order of gravity.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PointJson {
    id: String,
    title: Texts,
    standing: &'static str,
    standards: Vec<String>,
    causes: Vec<CauseJson>,
}

/// Findings of one point that one clause of the law makes, by their places in `findings`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CauseJson {
    standing: &'static str,
    findings: Vec<usize>,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct NameJson {
    id: String,
    title: Texts,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct StandardJson {
    id: String,
    title: Texts,
    theme: String,
    verdict: &'static str,
    force: &'static str,
    basis: Vec<BasisJson>,
    interpreted_by: Vec<BasisJson>,
    protects: Vec<MarkJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_examined: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reserved: Option<String>,
    demands: Vec<DemandJson>,
}

/// One demand of a standard.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DemandJson {
    verdict: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_examined: Option<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct BasisJson {
    instrument: String,
    place: Option<String>,
    quote: Option<String>,
    quote_unconfirmed: bool,
    force: &'static str,
    since: Option<String>,
    act: Option<String>,
    unconfirmed: bool,
    reserved: Option<String>,
    mentioned_in_declaration: Option<String>,
    data_complete_to: Option<String>,
    complaints_under: Option<String>,
    complaints_accepted: Option<bool>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FindingJson {
    standard: String,
    verdict: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    manner: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    doubts: Vec<Texts>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    general_clauses: Vec<MarkJson>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    searched: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    no_exception_found: bool,
    force: &'static str,
    level: &'static str,
    sentence: Texts,
    witness: Option<PersonJson>,
    compared_with: Option<PersonJson>,
    class: Option<ClassJson>,
    because: Vec<MarkJson>,
    nearly: Vec<MarkJson>,
    readings: ReadingsJson,
    legs: Vec<LegJson>,
    path: Vec<String>,
    assumptions: Vec<Texts>,
    help: Option<Texts>,
    accepted: Option<AcceptedJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    baseline_state: Option<&'static str>,
    scenario: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mend: Option<MendJson>,
}

/// The edit that removes a finding; without edits, why there is none.
#[derive(Serialize)]
struct MendJson {
    said: Texts,
    edits: Vec<EditJson>,
}

#[derive(Serialize)]
struct EditJson {
    #[serde(flatten)]
    place: Option<PlaceJson>,
    text: String,
}

#[derive(Serialize)]
struct PersonJson {
    text: Texts,
    facts: Vec<FactJson>,
}

#[derive(Serialize)]
struct ClassJson {
    text: Texts,
    exact: bool,
    noun: Option<String>,
    all: Vec<FactJson>,
    any: Vec<Vec<FactJson>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FactJson {
    fact: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    is: Option<bool>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    one_of: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    ranges: Vec<(Option<i64>, Option<i64>)>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    open_term: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct MarkJson {
    role: &'static str,
    article: Option<String>,
    policy: Option<String>,
    unconfirmed: bool,
    #[serde(flatten)]
    place: Option<PlaceJson>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PlaceJson {
    file: String,
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
    start_byte: u32,
    end_byte: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ReadingsJson {
    every: bool,
    some: Vec<Vec<FactJson>>,
}

#[derive(Serialize)]
struct LegJson {
    leg: &'static str,
    word: &'static str,
    details: Vec<String>,
    words: Option<String>,
}

/// A standard or theme that was not asked.
#[derive(Serialize)]
struct SkippedJson {
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

#[derive(Serialize)]
struct AcceptedJson {
    because: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<String>,
    until: String,
}

#[derive(Serialize)]
struct MistakeJson {
    code: Code,
    severity: &'static str,
    message: Texts,
    help: Option<Texts>,
    #[serde(flatten)]
    place: Option<PlaceJson>,
}

pub(crate) struct Maker<'a> {
    sources: &'a Sources,
    words: Vec<Words>,
}

/// The newest version of the contract.
#[derive(Debug)]
pub(super) struct Json;

impl Format for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn help(&self) -> &'static str {
        "For machines; the newest version"
    }

    fn extension(&self) -> &'static str {
        "json"
    }

    fn tells_skipped(&self) -> bool {
        true
    }

    fn write(&self, context: &RenderContext<'_>, out: &mut dyn Write) -> fmt::Result {
        out.write_str(&report(context))
    }
}

/// Version 2, whatever the newest is. Version 1 is not written any more: each of its words claimed what no verdict claims.
#[derive(Debug)]
pub(super) struct JsonV2;

impl Format for JsonV2 {
    fn name(&self) -> &'static str {
        "json-v2"
    }

    fn help(&self) -> &'static str {
        "For machines; version 2"
    }

    fn extension(&self) -> &'static str {
        "json"
    }

    fn tells_skipped(&self) -> bool {
        true
    }

    fn write(&self, context: &RenderContext<'_>, out: &mut dyn Write) -> fmt::Result {
        out.write_str(&report(context))
    }
}

fn report(context: &RenderContext<'_>) -> String {
    let maker = Maker::new(context.sources);
    pretty(&Report {
        version: JSON_VERSION,
        tool: Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        outcome: context.exit,
        orders: context.orders.iter().map(|o| maker.order(o)).collect(),
    })
}

/// JSON on several lines, ending with one.
pub(crate) fn pretty(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

impl<'a> Maker<'a> {
    /// One that says everything in every language.
    pub(crate) fn new(sources: &'a Sources) -> Maker<'a> {
        Maker { sources, words: Lang::ALL.into_iter().map(Words::new).collect() }
    }
}

impl Maker<'_> {
    fn point(&self, point: &PointSummary<'_>, results: &[StandardResult]) -> PointJson {
        let place = |wanted: &Finding| results.iter().flat_map(|r| &r.findings).position(|f| std::ptr::eq(f, wanted));
        let cause = |cause: &Cause<'_>| CauseJson {
            standing: cause.standing.key(),
            findings: cause.found().filter_map(|(_, f)| place(f)).collect(),
        };
        PointJson {
            id: point.name.name.clone(),
            title: self.texts(|w| w.name(point.name)),
            standing: point.standing.key(),
            standards: point.results.iter().map(|r| r.standard.name.clone()).collect(),
            causes: point.causes.iter().map(cause).collect(),
        }
    }

    fn order(&self, order: &OrderReport<'_>) -> OrderJson {
        let judgement = order.judgement;
        let results: &[StandardResult] = judgement.map_or(&[], |j| &j.results);
        let warnings: &[Mistake] = judgement.map_or(&[], |j| &j.warnings);
        // A machine is told everything, whatever a person asked to see.
        let all = Shown { verbose: true, all_standards: true, ..Shown::default() };
        let summary = judgement.map(|j| Summary::of(j, all));
        let named = |p: &crate::finding::Named| NameJson { id: p.name.clone(), title: self.texts(|w| w.name(p)) };
        OrderJson {
            state: judgement.map(|j| j.order.state.clone()),
            as_of: judgement.map(|j| j.order.as_of.to_string()),
            assumed_ratified: judgement.map(|j| j.order.assumed.clone()).unwrap_or_default(),
            skipped: judgement
                .map(|j| j.order.skipped.iter())
                .into_iter()
                .flatten()
                .map(|s| SkippedJson { id: s.id.clone(), reason: s.reason.as_deref().map(one_line) })
                .collect(),
            policies: judgement.map(|j| j.order.policies.iter().map(named).collect()).unwrap_or_default(),
            files: order.files.iter().map(|f| one_line(f)).collect(),
            read: summary.as_ref().map(|s| ReadJson {
                texts_whole: s.read.whole,
                texts_in_part: s.read.in_part,
                articles: s.read.articles,
                articles_open: s.read.open,
                not_read: s.judgement.order.not_read.iter().map(|(law, _)| one_line(law)).collect(),
                standards_that_bind: s.binding,
                standards_not_examined: s.not_examined,
            }),
            points: summary.iter().flat_map(|s| &s.points).map(|p| self.point(p, results)).collect(),
            standards: results.iter().map(|r| self.standard(r)).collect(),
            findings: results.iter().flat_map(|r| r.findings.iter().map(|f| self.finding(r, f))).collect(),
            mistakes: order.mistakes.iter().chain(warnings).map(|m| self.mistake(m)).collect(),
        }
    }

    pub(crate) fn texts(&self, say: impl Fn(&Words) -> String) -> Texts {
        self.words.iter().map(|w| (w.lang.code(), one_line(&say(w)))).collect()
    }

    fn place(&self, span: Span) -> Option<PlaceJson> {
        let source = self.sources.get(span.file)?;
        let (start, end) = (source.place(span.start), source.place(span.end));
        Some(PlaceJson {
            file: one_line(&source.name),
            start_line: start.line,
            start_column: start.column,
            end_line: end.line,
            end_column: end.column,
            start_byte: span.start,
            end_byte: span.end,
        })
    }

    fn mark(&self, mark: &Mark) -> MarkJson {
        let article: Option<&ArticleCited> = mark.article.as_ref();
        MarkJson {
            role: role(mark.role),
            article: article.map(|a| a.number.clone()),
            policy: article.map(|a| a.policy.name.clone()),
            unconfirmed: article.is_some_and(|a| a.unconfirmed),
            place: self.place(mark.span),
        }
    }

    fn basis(&self, basis: &Basis) -> BasisJson {
        let b = &basis.binding;
        BasisJson {
            instrument: basis.instrument.clone(),
            place: basis.place.clone(),
            quote: basis.quote.as_ref().map(|(t, _)| one_line(t)),
            quote_unconfirmed: basis.unconfirmed,
            force: force_word(b.force),
            since: b.since.map(|d| d.to_string()),
            act: b.act.clone(),
            unconfirmed: b.unconfirmed,
            reserved: b.reserved.clone(),
            mentioned_in_declaration: b.mentioned.clone(),
            data_complete_to: b.complete_to.map(|d| d.to_string()),
            complaints_under: basis.complaints.as_ref().map(|(i, _)| i.clone()),
            complaints_accepted: basis.complaints.as_ref().and_then(|(_, f)| match f {
                Force::Treaty => Some(true),
                Force::Unknown => None,
                _ => Some(false),
            }),
        }
    }

    fn standard(&self, r: &StandardResult) -> StandardJson {
        StandardJson {
            id: r.standard.name.clone(),
            title: self.texts(|w| w.name(&r.standard)),
            theme: r.theme.clone(),
            verdict: r.verdict.key(),
            force: force_word(r.force),
            basis: r.basis.iter().map(|b| self.basis(b)).collect(),
            interpreted_by: r.interpreted.iter().map(|b| self.basis(b)).collect(),
            protects: r.protects.iter().map(|m| self.mark(m)).collect(),
            not_examined: r.unexamined.map(unexamined_word),
            reserved: r.reserved.as_deref().map(one_line),
            demands: r
                .demands
                .iter()
                .map(|d| DemandJson { verdict: d.verdict.key(), not_examined: d.unexamined.map(unexamined_word) })
                .collect(),
        }
    }

    fn finding(&self, r: &StandardResult, f: &Finding) -> FindingJson {
        let person =
            |p: &People| PersonJson { text: self.texts(|w| w.person(p)), facts: p.common.iter().map(fact).collect() };
        FindingJson {
            standard: r.standard.name.clone(),
            verdict: f.verdict.key(),
            manner: f.manner.map(|m| m.key()),
            doubts: f.doubts.iter().map(|d| self.texts(|w| w.doubtful(d))).collect(),
            general_clauses: f.general.iter().map(|m| self.mark(m)).collect(),
            searched: f.searched,
            no_exception_found: f.no_exception,
            force: force_word(r.force),
            level: level(r, f).key(),
            sentence: self.texts(|w| w.sentence(f)),
            witness: f.witness.as_ref().map(person),
            compared_with: f.other.as_deref().map(person),
            class: f.class.as_ref().map(|c| ClassJson {
                text: self.texts(|w| w.people(c)),
                exact: c.exact,
                noun: c.noun.as_ref().map(|n| n.name.clone()),
                all: c.common.iter().map(fact).collect(),
                any: c.alternatives.iter().map(|way| way.iter().map(fact).collect()).collect(),
            }),
            because: f.because.iter().map(|m| self.mark(m)).collect(),
            nearly: f.nearly.iter().map(|m| self.mark(m)).collect(),
            readings: match &f.readings {
                Readings::Every => ReadingsJson { every: true, some: Vec::new() },
                Readings::Some(ways) => {
                    ReadingsJson { every: false, some: ways.iter().map(|w| w.iter().map(fact).collect()).collect() }
                }
                Readings::NotSaid => ReadingsJson { every: false, some: Vec::new() },
            },
            legs: f
                .legs
                .iter()
                .map(|l| LegJson {
                    leg: match l.leg {
                        crate::finding::LegName::Legality => "legality",
                        crate::finding::LegName::Aim => "aim",
                        crate::finding::LegName::Necessity => "necessity",
                        crate::finding::LegName::Proportionality => "proportionality",
                    },
                    word: l.word.key(),
                    details: l.details.iter().map(|d| d.name.clone()).collect(),
                    words: l.words.as_deref().map(one_line),
                })
                .collect(),
            path: f.path.iter().map(|s| s.name.clone()).collect(),
            assumptions: f.assumptions.iter().map(|a| self.texts(|w| w.assumption(a))).collect(),
            help: r.help.as_ref().map(|h| self.texts(|w| w.label(h, ""))),
            accepted: f.accepted.as_ref().map(|a| AcceptedJson {
                because: one_line(&a.because),
                by: a.by.as_deref().map(one_line),
                until: a.until.clone(),
            }),
            baseline_state: f.baseline.map(|b| match b {
                BaselineState::New => "new",
                BaselineState::Unchanged => "unchanged",
                BaselineState::Narrower => "narrower",
                BaselineState::Wider => "wider",
                BaselineState::Harsher => "harsher",
                BaselineState::Changed => "changed",
            }),
            scenario: f.given.clone(),
            mend: f.mend.as_ref().map(|mend| match mend {
                Ok(mend) => MendJson {
                    said: self.texts(|w| w.mend(mend)),
                    edits: mend
                        .edits
                        .iter()
                        .map(|e| EditJson {
                            place: self.place(e.at),
                            text: crate::text::harmless(&e.text).into_owned(),
                        })
                        .collect(),
                },
                Err(why) => MendJson { said: self.texts(|w| w.no_mend(*why)), edits: Vec::new() },
            }),
        }
    }

    fn mistake(&self, m: &Mistake) -> MistakeJson {
        let help = self.words.first().and_then(|w| w.mistake(m).help);
        MistakeJson {
            code: m.code,
            severity: match m.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            message: self.texts(|w| w.mistake(m).message),
            help: help.map(|_| self.texts(|w| w.mistake(m).help.unwrap_or_default())),
            place: m.span.and_then(|span| self.place(span)),
        }
    }
}

fn fact(phrase: &Phrase) -> FactJson {
    let mut out = FactJson {
        fact: phrase.fact.name.clone(),
        is: None,
        one_of: Vec::new(),
        ranges: Vec::new(),
        open_term: phrase.open,
    };
    match &phrase.value {
        Value::Yes => out.is = Some(true),
        Value::No => out.is = Some(false),
        Value::OneOf(values) => out.one_of = values.iter().map(|v| v.name.clone()).collect(),
        Value::Ranges(ranges, _) => out.ranges.clone_from(ranges),
    }
    out
}

/// The word of a force, the same in every format.
pub(super) fn force_word(force: Force) -> &'static str {
    match force {
        Force::JusCogens => "jus-cogens",
        Force::Custom => "custom",
        Force::Treaty => "treaty",
        Force::Interpretation => "interpretation",
        Force::Signed => "signed",
        Force::SoftLaw => "soft-law",
        Force::Unknown => "unknown",
        Force::None => "none",
    }
}

/// Why something was not examined, the same in every format.
fn unexamined_word(why: Unexamined) -> &'static str {
    match why {
        Unexamined::NoPower { searched: false } => "no-such-power",
        Unexamined::NoPower { searched: true } => "no-such-power-after-search",
        Unexamined::NoArticle => "no-article-on-the-field",
        Unexamined::Nobody => "nobody-in-scope",
    }
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Power => "power",
        Role::StopsShort => "stops-short",
        Role::TimeClause => "time-clause",
        Role::LeavesOut => "leaves-out",
        Role::TooLate => "too-late",
        Role::WrongAuthority => "wrong-authority",
        Role::Weaker => "weaker",
        Role::Distinction => "distinction",
        Role::Definition => "definition",
        Role::Path => "path",
        Role::Refusal => "refusal",
        Role::General => "general-clause",
        Role::Protects => "protects",
    }
}
