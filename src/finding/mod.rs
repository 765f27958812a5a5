//! What was found: plain data, ready to be said in any language and any format.

mod answer;
mod baseline;
mod difference;
mod level;
mod mend;

pub use answer::{Answer, Nobody};
pub use baseline::{BaselineState, Changed, Gone, Newcomers, Regime};
pub use difference::{Change, Codes, Difference, Effect, VerdictChange};
pub use level::{Level, level};
pub use mend::{Edit, Mend, MendKind, Mended, NoMend};

pub use crate::law::{ArticleCited, Named};
use crate::law::{Binding, Date, Force, State};
use crate::model::Length;
pub use crate::model::{Encoding, Lasting, Manner, VERDICTS, Verdict};
use crate::syntax::tree::{Comparison, Label, Unit};
use crate::syntax::{Expr, Mistake};
use crate::text::Span;
use serde::Serialize;
use std::sync::Arc;

/// How a run ends. The worst of several is the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Exit {
    /// Nothing at or above the gate: 0.
    Clean,
    /// Something at or above it: 1.
    Found,
    /// No verdict: 2.
    NoVerdict,
}

impl Exit {
    /// The exit code of a process.
    pub fn code(self) -> u8 {
        match self {
            Exit::Clean => 0,
            Exit::Found => 1,
            Exit::NoVerdict => 2,
        }
    }
}

/// What is said of one fact.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// It holds.
    Yes,
    /// It does not.
    No,
    /// It has one of these values.
    OneOf(Vec<Named>),
    /// The number lies in one of these ranges; an open end is the end of the scale.
    Ranges(Vec<(Option<i64>, Option<i64>)>, Option<Unit>),
}

/// A fact and what is said of it. A copy shares what it copies: what is said of a fact is said in very many findings.
#[derive(Debug, Clone, PartialEq)]
pub struct Phrase(Arc<PhraseParts>);

/// What a phrase is made of.
#[derive(Debug, PartialEq)]
pub struct PhraseParts {
    /// The fact.
    pub fact: Named,
    /// What is said of it.
    pub value: Value,
    /// An open term of the law: read both ways.
    pub open: bool,
}

impl std::ops::Deref for Phrase {
    type Target = PhraseParts;

    fn deref(&self) -> &PhraseParts {
        &self.0
    }
}

impl Phrase {
    /// What is said of a fact.
    pub fn new(fact: Named, value: Value, open: bool) -> Phrase {
        Phrase(Arc::new(PhraseParts { fact, value, open }))
    }

    /// The same in the language.
    pub fn expr(&self) -> Expr {
        let name = &self.fact.name;
        match &self.value {
            Value::Yes => Expr::named(name),
            Value::No => Expr::named(name).negated(),
            Value::OneOf(values) => Expr::some(values.iter().map(|v| Expr::is(name, &v.name))),
            Value::Ranges(ranges, unit) => {
                let unit = unit.and_then(Unit::needed);
                let compared = |sign, number| Expr::compare(name, sign, number, unit);
                Expr::some(ranges.iter().map(|range| match *range {
                    (Some(low), Some(high)) if low == high => compared(Comparison::Equal, low),
                    (low, high) => {
                        let low = low.map(|low| compared(Comparison::AtLeast, low));
                        Expr::all(low.into_iter().chain(high.map(|high| compared(Comparison::AtMost, high))))
                    }
                }))
            }
        }
    }
}

/// People, or one person: a noun and what distinguishes them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct People {
    /// The term that names them; people in general, if none.
    pub noun: Option<Named>,
    /// What holds of all of them.
    pub common: Vec<Phrase>,
    /// And one of these, when there are any.
    pub alternatives: Vec<Vec<Phrase>>,
    /// Whether this is the whole class, no more and no less.
    pub exact: bool,
}

impl People {
    /// The same in the language; `None` when this is not the whole class and no more.
    pub fn expr(&self) -> Option<Expr> {
        let noun = self.noun.iter().map(|n| Expr::named(&n.name));
        let common = self.common.iter().map(Phrase::expr);
        let ways = self.alternatives.iter().map(|way| Expr::all(way.iter().map(Phrase::expr)));
        let ways = (!self.alternatives.is_empty()).then(|| Expr::some(ways));
        self.exact.then(|| Expr::all(noun.chain(common).chain(ways)))
    }
}

/// What a marked place does to the finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The power that reaches these people.
    Power,
    /// The prohibition that stops short of them.
    StopsShort,
    /// The time clause that lets it last.
    TimeClause,
    /// The guarantee that leaves them out.
    LeavesOut,
    /// The guarantee that comes too late.
    TooLate,
    /// The guarantee given by another kind of authority.
    WrongAuthority,
    /// The guarantee of something weaker.
    Weaker,
    /// The guarantee that makes the difference.
    Distinction,
    /// The definition.
    Definition,
    /// The refusal.
    Refusal,
    /// The general clause.
    General,
    /// The way through the procedure.
    Path,
    /// What protects.
    Protects,
}

/// A marked place in a law.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Where.
    pub span: Span,
    /// What it does.
    pub role: Role,
    /// The article it lies in, if it lies in one.
    pub article: Option<ArticleCited>,
}

/// A leg of a justification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LegName {
    /// A stated ground.
    Legality,
    /// An accepted aim.
    Aim,
    /// Less severe measures.
    Necessity,
    /// Weighing.
    Proportionality,
}

impl LegName {
    /// A word for it that no translation changes.
    pub fn key(self) -> &'static str {
        match self {
            LegName::Legality => "legality",
            LegName::Aim => "aim",
            LegName::Necessity => "necessity",
            LegName::Proportionality => "proportionality",
        }
    }
}

/// How one leg stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LegWord {
    /// By words the law excludes it, or states it wrongly.
    Incompatible,
    /// The law does not state it.
    NotFound,
    /// What the law states is for a person to weigh.
    ToAssess,
    /// The law states it.
    Carried,
}

impl LegWord {
    /// The word that no translation changes.
    pub fn key(self) -> &'static str {
        match self {
            LegWord::Incompatible => "incompatible",
            LegWord::NotFound => "not-found",
            LegWord::ToAssess => "to-assess",
            LegWord::Carried => "carried",
        }
    }
}

/// One leg, and what the law states for it.
#[derive(Debug, Clone, PartialEq)]
pub struct LegState {
    /// Which.
    pub leg: LegName,
    /// How it stands.
    pub word: LegWord,
    /// What is stated, or what is missing.
    pub details: Vec<Named>,
    /// In the law's words.
    pub words: Option<String>,
}

impl LegState {
    /// Whether the law states it, in whatever way.
    pub fn is_stated(&self) -> bool {
        matches!(self.word, LegWord::Carried | LegWord::ToAssess)
    }
}

/// What is said, form by form. Each is one sentence of the catalogue.
#[derive(Debug, Clone, PartialEq)]
pub enum Sentence {
    /// The law permits it.
    Permits {
        /// What.
        measure: Named,
    },
    /// It may last too long.
    Lasts {
        /// What.
        measure: Named,
        /// The longest allowed; if none, some limit.
        limit: Option<Length>,
        /// How long the law lets it last.
        lasts: Lasting,
    },
    /// A safeguard is missing when a measure is taken.
    WithoutSafeguard {
        /// The safeguard.
        safeguard: Named,
        /// The measure.
        measure: Named,
        /// In time.
        within: Option<Length>,
        /// By whom.
        by: Option<Named>,
    },
    /// Something nobody gives them.
    NotEntitled {
        /// What.
        thing: Named,
        /// In time.
        within: Option<Length>,
        /// By whom.
        by: Option<Named>,
    },
    /// Something is not prohibited.
    NotProhibited {
        /// What.
        measure: Named,
        /// To whom.
        by: Option<Named>,
    },
    /// One of two is treated worse.
    TreatedWorse {
        /// In what.
        thing: Named,
        /// Whether it is something done to them and not something given.
        burden: bool,
        /// On what grounds.
        grounds: Vec<Named>,
        /// The ground is never justified.
        never: bool,
    },
    /// A step is reached without the other.
    GoesRound {
        /// The step reached.
        step: Named,
        /// The step left out.
        pass: Named,
    },
    /// A power is used and no procedure is at hand.
    NoProcedure {
        /// The step.
        step: Named,
        /// The step that should come first.
        pass: Named,
    },
    /// The law's definition leaves somebody out.
    LeftOut {
        /// Of what.
        term: Named,
    },
    /// The law's definition takes somebody in.
    TakenIn {
        /// Of what.
        term: Named,
    },
    /// A leg of the test is missing.
    Unjustified {
        /// What.
        measure: Named,
    },
    /// Nothing establishes it.
    NotEstablished {
        /// What.
        institution: Named,
    },
}

/// Whether a finding depends on how open terms are read.
#[derive(Debug, Clone, PartialEq)]
pub enum Readings {
    /// However they are read.
    Every,
    /// Only on these.
    Some(Vec<Vec<Phrase>>),
    /// Too many to say.
    NotSaid,
}

/// What a finding takes for granted.
#[derive(Debug, Clone, PartialEq)]
pub enum Assumption {
    /// A guarantee said to stand in another law.
    Relies {
        /// That law.
        on: String,
        /// Where that is said.
        span: Span,
    },
    /// A month counted as 30 days, a year as 365.
    Calendar,
    /// An article whose words have not been seen.
    Unconfirmed(Box<ArticleCited>),
}

/// A doubtful statement, as it is named.
#[derive(Debug, Clone, PartialEq)]
pub enum Doubtful {
    /// `always`, `never`, `implies` or `is a` of a law's own.
    Own {
        /// Where it is said.
        span: Option<Span>,
    },
    /// An article whose words nobody has seen.
    Unseen {
        /// The article.
        article: ArticleCited,
    },
    /// A prohibition that stands lower than a power, or is older, with no word of priority.
    Rank {
        /// Its article.
        article: ArticleCited,
        /// Its place.
        span: Span,
    },
    /// A refusal beside what gives the same at the same rank.
    Refused {
        /// Its article.
        article: ArticleCited,
        /// Its place.
        span: Span,
    },
    /// What the State declared on the article that a standard rests on.
    Declared {
        /// In what words.
        words: String,
    },
    /// A reservation that only the law's own file states.
    Reservation {
        /// In what words.
        words: String,
    },
    /// Something that may be a kind of something else.
    MayBe {
        /// What.
        thing: Named,
    },
}

/// Why a demand was not examined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unexamined {
    /// No power over the measure was found in the texts read.
    NoPower {
        /// After search.
        searched: bool,
    },
    /// No article on the field was read.
    NoArticle,
    /// Nobody whom it speaks of can exist.
    Nobody,
}

/// A finding that the State knows of and answers for.
#[derive(Debug, Clone, PartialEq)]
pub struct Accepted {
    /// Why.
    pub because: String,
    /// Who answers.
    pub by: Option<String>,
    /// Until when.
    pub until: String,
    /// Whatever article it rests on, also one that is added later.
    pub by_any_article: bool,
    /// Where that is said.
    pub span: Span,
}

/// One finding: one power, silence, definition or path that leaves people outside a standard.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The word.
    pub verdict: Verdict,
    /// How the law's own words leave somebody outside, where they do.
    pub manner: Option<Manner>,
    /// What is found.
    pub sentence: Sentence,
    /// The most ordinary person concerned.
    pub witness: Option<People>,
    /// With whom the witness is compared.
    pub other: Option<Box<People>>,
    /// Everyone concerned.
    pub class: Option<People>,
    /// The articles that make it so.
    pub because: Vec<Mark>,
    /// What nearly prevents it.
    pub nearly: Vec<Mark>,
    /// On which readings of the law's open terms.
    pub readings: Readings,
    /// The legs of a justification.
    pub legs: Vec<LegState>,
    /// The way through a procedure.
    pub path: Vec<Named>,
    /// The procedure with that way, to be drawn.
    pub drawn: Option<Box<Drawn>>,
    /// The doubtful statements on which it turns: taken for the State, nobody is left outside.
    pub doubts: Vec<Doubtful>,
    /// The general clauses that reach everybody left outside.
    pub general: Vec<Mark>,
    /// What the law states is to be weighed by a person.
    pub weighs: bool,
    /// What is asked was searched for.
    pub searched: bool,
    /// Only a text that was not read whole allows it: an exception may stand in what was not read.
    pub no_exception: bool,
    /// Laws that are known of, were not read, and may speak of it.
    pub unread: Vec<String>,
    /// What is taken for granted.
    pub assumptions: Vec<Assumption>,
    /// Whether and how it is accepted.
    pub accepted: Option<Box<Accepted>>,
    /// How it stands to the baseline; `None` when there is none.
    pub baseline: Option<BaselineState>,
    /// What the baseline knew otherwise.
    pub changed: Vec<Changed>,
    /// Where it reaches more people than the baseline knew: who is new.
    pub newcomers: Option<Box<Newcomers>>,
    /// How the measure is done to these people; `None` where nobody asked.
    pub regime: Option<Box<Regime>>,
    /// The witness as facts and values of the language, to be written as a scenario.
    pub given: Vec<String>,
    /// Where the form that found it is written.
    pub form_span: Option<Span>,
    /// The edit that removes it, or why there is none; `None` when it was not looked for.
    pub mend: Option<Mended>,
}

/// A procedure and a way through it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drawn {
    /// Its steps.
    pub steps: Vec<DrawnStep>,
    /// Its arrows.
    pub arrows: Vec<Arrow>,
}

/// A step of a procedure that is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct DrawnStep {
    /// What it is called.
    pub name: Named,
    /// What it is to the standard.
    pub role: StepRole,
    /// Whether the way leads through it.
    pub passed: bool,
}

/// What a step is to the standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepRole {
    /// What has to be passed.
    Safeguard,
    /// What must not come without it.
    End,
    /// Neither.
    Other,
}

/// An arrow of a procedure that is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arrow {
    /// From this step.
    pub from: usize,
    /// To this one.
    pub to: usize,
    /// Whether the way takes it.
    pub taken: bool,
}

/// One citation of a standard and how it binds.
#[derive(Debug, Clone, PartialEq)]
pub struct Basis {
    /// The instrument's identifier.
    pub instrument: String,
    /// Its titles.
    pub title: Named,
    /// The short title.
    pub short: Option<String>,
    /// The article or paragraph.
    pub place: Option<String>,
    /// Whether it is a paragraph.
    pub paragraph: bool,
    /// A short quotation and where it stands in the rule file.
    pub quote: Option<(String, Span)>,
    /// Whether the words have not been seen.
    pub unconfirmed: bool,
    /// Where it is cited.
    pub span: Span,
    /// How it binds.
    pub binding: Binding,
    /// The body that monitors it.
    pub monitored_by: Option<String>,
    /// The instrument under which complaints can be made, and whether the State accepts it.
    pub complaints: Option<(String, Force)>,
}

/// One demand of a standard that was answered otherwise than the standard as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DemandWord {
    /// Where the demand is written.
    pub span: Span,
    /// Its word.
    pub verdict: Verdict,
    /// Why it was not examined, where it was not.
    pub unexamined: Option<Unexamined>,
}

/// The answer for one standard.
#[derive(Debug, Clone, PartialEq)]
pub struct StandardResult {
    /// The standard.
    pub standard: Named,
    /// Its theme.
    pub theme: String,
    /// The point it answers, where it names one.
    pub point: Option<Named>,
    /// How hard it binds.
    pub force: Force,
    /// The verdict.
    pub verdict: Verdict,
    /// What was found.
    pub findings: Vec<Finding>,
    /// What protects in the demands that are provided for. Leave one out and they no longer are.
    pub protects: Vec<Mark>,
    /// Why it was not examined, where it was not.
    pub unexamined: Option<Unexamined>,
    /// The word of each demand, in their order.
    pub demands: Vec<DemandWord>,
    /// Why it is not in force although it would bind: it is reserved, in these words.
    pub reserved: Option<String>,
    /// What it rests on; the hardest first.
    pub basis: Vec<Basis>,
    /// Who interprets it.
    pub interpreted: Vec<Basis>,
    /// What to do.
    pub help: Option<Label>,
    /// A remark.
    pub note: Option<Label>,
    /// Where the standard is declared.
    pub span: Span,
}

/// A legal order as a report names it.
#[derive(Debug, Clone, PartialEq)]
pub struct OrderInfo {
    /// The State, by its code.
    pub state: String,
    /// What the State is called, by language; empty where the data does not know it.
    pub state_name: Label,
    /// Its laws.
    pub policies: Vec<Named>,
    /// The same with everything a report says of them, in the same order.
    pub laws: Vec<LawInfo>,
    /// The date of the check.
    pub as_of: Date,
    /// Instruments treated as ratified for the sake of argument.
    pub assumed: Vec<String>,
    /// Laws that are known of and were not read, each with what it may speak of.
    pub not_read: Vec<(String, Vec<Named>)>,
    /// What was not asked.
    pub skipped: Vec<Skipped>,
}

impl OrderInfo {
    /// A State on a day without any law of it: what is said of how it is bound.
    pub fn of_state(state: &State<'_>) -> OrderInfo {
        OrderInfo {
            state: state.code.clone(),
            state_name: state.name(),
            policies: Vec::new(),
            laws: Vec::new(),
            as_of: state.as_of,
            assumed: Vec::new(),
            not_read: Vec::new(),
            skipped: Vec::new(),
        }
    }
}

/// A standard or a theme that was not asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// Which.
    pub id: String,
    /// Why, when that is said.
    pub reason: Option<String>,
}

/// One law, as a report shows it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LawInfo {
    /// Act, regulation …
    pub rank: Option<String>,
    /// How high it stands, the highest first, where its rank is known.
    pub height: Option<usize>,
    /// When it was adopted.
    pub adopted: Option<String>,
    /// Since when it is in force.
    pub in_force: Option<String>,
    /// Where its words were found.
    pub source: Option<String>,
    /// Whether they still have to be checked.
    pub unconfirmed: bool,
    /// Where they can be read.
    pub url: Option<String>,
    /// Its articles, in the order of the law.
    pub articles: Vec<ArticleInfo>,
    /// Whether it was read whole: it is no excerpt, nothing of it is still to be encoded, and it lacks no article.
    pub whole: bool,
    /// Why only a part of it is at hand.
    pub excerpt: Option<String>,
    /// How many articles it has, where that is said.
    pub articles_in_all: Option<i64>,
    /// Where its head stands.
    pub head: Option<Span>,
}

/// One article, as a report shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct ArticleInfo {
    /// Number, heading, place.
    pub cited: ArticleCited,
    /// The law's own words.
    pub words: Option<Label>,
    /// A remark.
    pub note: Option<Label>,
    /// How far it is written in the language.
    pub encoding: Encoding,
}

impl Finding {
    /// Whether it counts at the gate: neither accepted nor known from the baseline.
    pub fn counts(&self) -> bool {
        self.accepted.is_none() && !matches!(self.baseline, Some(BaselineState::Unchanged | BaselineState::Narrower))
    }

    /// Whom it reaches, in the language: everybody, when it concerns nobody in particular; `None` when they cannot be
    /// said in full.
    pub fn who(&self) -> Option<Expr> {
        self.class.as_ref().map_or(Some(Expr::Any), People::expr)
    }

    /// What is found, in words that no translation changes: to know a finding again.
    pub fn about(&self) -> String {
        let (kind, names): (&str, Vec<&Named>) = match &self.sentence {
            Sentence::Permits { measure } => ("permits", vec![measure]),
            Sentence::Lasts { measure, .. } => ("lasts", vec![measure]),
            Sentence::WithoutSafeguard { safeguard, measure, .. } => ("without", vec![safeguard, measure]),
            Sentence::NotEntitled { thing, .. } => ("not-entitled", vec![thing]),
            Sentence::NotProhibited { measure, .. } => ("not-prohibited", vec![measure]),
            Sentence::TreatedWorse { thing, grounds, .. } => ("worse", std::iter::once(thing).chain(grounds).collect()),
            Sentence::GoesRound { step, pass } => ("goes-round", vec![step, pass]),
            Sentence::NoProcedure { step, pass } => ("no-procedure", vec![step, pass]),
            Sentence::LeftOut { term } => ("left-out", vec![term]),
            Sentence::TakenIn { term } => ("taken-in", vec![term]),
            Sentence::Unjustified { measure } => ("unjustified", vec![measure]),
            Sentence::NotEstablished { institution } => ("not-established", vec![institution]),
        };
        std::iter::once(kind).chain(names.iter().map(|n| n.name.as_str())).collect::<Vec<_>>().join(" ")
    }

    /// The articles that make it so: law and number, each once.
    pub fn articles(&self) -> Vec<(String, String)> {
        let mut out: Vec<(String, String)> = Vec::new();
        for article in self.because.iter().filter_map(|m| m.article.as_ref()) {
            let key = (article.policy.name.clone(), article.number.clone());
            if !out.contains(&key) {
                out.push(key);
            }
        }
        out
    }
}

/// Everything about one legal order.
#[derive(Debug, Clone)]
pub struct Judgement {
    /// The order.
    pub order: OrderInfo,
    /// One result for each standard, in order of force, then identifier.
    pub results: Vec<StandardResult>,
    /// Remarks on the text.
    pub warnings: Vec<Mistake>,
    /// How many findings are accepted.
    pub accepted: usize,
    /// What the baseline knew and is no longer there.
    pub gone: Vec<Gone>,
}
