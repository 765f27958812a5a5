//! The tree of a file: what was written, every node with its place. No name is looked up here.
#![cfg_attr(
    library,
    expect(missing_docs, reason = "the fields are the words of the grammar, described in docs/language.md")
)]

use super::shift::Shift;
use crate::text::Span;
use serde::{Deserialize, Serialize};

macro_rules! tree {
    ($($(#[$meta:meta])* $kind:ident $name:ident $body:tt)*) => {
        $($(#[$meta])* #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)] pub $kind $name $body)*
        $(shift! { $kind $name $body })*
    };
}

/// Whatever is made of parts moves with them.
macro_rules! shift {
    (struct $name:ident { $($(#[$meta:meta])* pub $field:ident: $type:ty),* $(,)? }) => {
        impl Shift for $name {
            fn shift(&mut self, by: i64) {
                $(self.$field.shift(by);)*
            }
        }
    };
    (enum $name:ident { $(
        $(#[$meta:meta])* $variant:ident $(($($type:ty),*))? $({ $($field:ident: $of:ty),* $(,)? })?
    ),* $(,)? }) => {
        impl Shift for $name {
            fn shift(&mut self, by: i64) {
                let _ = by;
                $(shift! { @ self by $variant $(($($type),*))? $({ $($field),* })? })*
            }
        }
    };
    (@ $self:ident $by:ident $variant:ident) => {};
    (@ $self:ident $by:ident $variant:ident ($a:ty)) => {
        if let Self::$variant(a) = $self {
            a.shift($by);
        }
    };
    (@ $self:ident $by:ident $variant:ident ($a:ty, $b:ty)) => {
        if let Self::$variant(a, b) = $self {
            a.shift($by);
            b.shift($by);
        }
    };
    (@ $self:ident $by:ident $variant:ident ($a:ty, $b:ty, $c:ty)) => {
        if let Self::$variant(a, b, c) = $self {
            a.shift($by);
            b.shift($by);
            c.shift($by);
        }
    };
    (@ $self:ident $by:ident $variant:ident { $($field:ident),* }) => {
        if let Self::$variant { $($field),* } = $self {
            $($field.shift($by);)*
        }
    };
}

tree! {
/// A name or an identifier, as written (in Unicode form C).
struct Name {
    /// The name.
    pub text: String,
    /// Its place.
    pub span: Span,
}

/// A quotation without its quotation marks.
struct Quote {
    /// What it says.
    pub text: String,
    /// Its place, the marks included.
    pub span: Span,
}

/// The parts of a label.
#[derive(Default)]
struct LabelParts {
    /// The first quotation, in English unless the block says otherwise.
    pub main: Option<Quote>,
    /// By language.
    pub by_language: Vec<(String, String)>,
    /// Plural by language.
    pub plural: Vec<(String, String)>,
    /// The contrary by language.
    pub contrary: Vec<(String, String)>,
    /// What laws and people call it: language and name, in the order in which they were written.
    pub also: Vec<(String, String)>,
    /// Short form.
    pub short: Option<String>,
}

/// A unit of time.
#[derive(Copy, Eq, PartialOrd, Ord, Hash)]
enum Unit {
    /// Hours.
    Hours,
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Months, of 30 days when compared with days.
    Months,
    /// Years, of 365 days when compared with days.
    Years,
}

/// How a number is compared.
#[derive(Copy, Eq)]
enum Comparison {
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
    /// `=`
    Equal,
}

/// A condition on a person's situation.
enum Condition {
    /// `any`: everyone.
    Any(Span),
    /// A yes/no fact or a term.
    Named(Name),
    /// `nationality is not own`.
    Is { fact: Name, not: bool, value: Name, span: Span },
    /// `age < 18`.
    Compare { fact: Name, comparison: Comparison, number: i64, unit: Option<Unit>, span: Span },
    /// `not …`.
    Not(Box<Condition>, Span),
    /// All of them.
    All(Vec<Condition>, Span),
    /// At least one of them.
    Some(Vec<Condition>, Span),
}

/// A length of time: a number with its unit, or a named time.
enum Extent {
    /// `30 days`.
    Exact { number: i64, unit: Unit, span: Span },
    /// `promptly`.
    Named(Name),
}

/// A fact, a term, an axiom, a thing: the vocabulary, and everything else at the top of a file.
enum Item {
    /// `fact`
    Fact(FactItem),
    /// `term`
    Term(TermItem),
    /// `always`, `never`
    Axiom(AxiomItem),
    /// `measure`, `safeguard`, `service`, `institution`, `kind`, `step`, `aim`, `subject`
    Thing(ThingItem),
    /// `time`
    Time(TimeItem),
    /// `instrument`
    Instrument(InstrumentItem),
    /// `standard`
    Standard(StandardItem),
    /// `principle`
    Principle(PrincipleItem),
    /// `policy`
    Policy(PolicyItem),
    /// `authority`
    Authority(AuthorityItem),
    /// `party to`
    Party(PartyItem),
    /// `reservation to`
    Reservation(ReservationItem),
    /// `accept`
    Accept(AcceptItem),
    /// `relies on`
    Relies(RelianceItem),
    /// `not read`
    NotRead(RelianceItem),
    /// `searched for`
    Searched(SearchedItem),
    /// `reason`
    Reason(ReasonItem),
    /// `point`
    Point(PointItem),
    /// `article`
    Article(ArticleItem),
    /// `procedure`
    Procedure(ProcedureItem),
    /// `scenario`
    Scenario(ScenarioItem),
    /// `purpose`
    Purpose(PurposeItem),
}

/// What values a fact can take.
enum FactKind {
    /// Yes or no.
    YesNo,
    /// One of a few.
    OneOf(Vec<(Name, Label)>),
    /// A whole number, from … to …, in a unit.
    Number { unit: Option<Unit>, from: i64, to: i64 },
}

/// What is ordinary.
enum Usual {
    /// Not said.
    Unsaid,
    /// `usually yes`, `usually no`
    YesNo(bool),
    /// `usually 30`
    Number(i64, Span),
    /// `usually foreign`
    Value(Name),
}

/// The two legs of proportionality that a fact or a safeguard can serve.
#[derive(Copy, Eq)]
enum Leg {
    /// Less severe measures were found insufficient.
    Necessity,
    /// The measure is weighed against the person's interest.
    Proportionality,
}

/// `fact age "aged {n}" unit years from 0 to 120 usually 30`
struct FactItem {
    pub name: Name,
    pub label: Label,
    pub kind: FactKind,
    pub usual: Usual,
    pub serves: Option<Leg>,
    pub in_full: bool,
    pub open: bool,
    pub personal: Option<Span>,
    pub stands_for: Vec<Name>,
    pub implies: Option<Condition>,
    pub span: Span,
}

/// `term child "a child" means age < 18`
struct TermItem { pub name: Name, pub label: Label, pub parents: Vec<Name>, pub means: Option<Condition>, pub span: Span }

/// `always … implies …`, `never …`
struct AxiomItem { pub if_: Option<Condition>, pub then: Condition, pub never: bool, pub span: Span }

/// Which taxonomy a thing belongs to.
#[derive(Copy, Eq, Hash, PartialOrd, Ord)]
enum ThingKind {
    /// What is done to a person.
    Measure,
    /// What protects a person while it is done.
    Safeguard,
    /// What a person is entitled to.
    Service,
    /// What a State sets up.
    Institution,
    /// Who decides.
    Authority,
    /// A step of a procedure.
    Step,
    /// An aim that can justify.
    Aim,
    /// A field of law.
    Subject,
    /// How high a law stands.
    Rank,
}

/// `measure detain is a deprive-of-liberty severity 5 in detention`
struct ThingItem {
    pub kind: ThingKind,
    pub name: Name,
    pub label: Label,
    pub parents: Vec<Name>,
    pub severity: Option<i64>,
    pub subject: Option<Name>,
    pub private: bool,
    pub measure: Option<Name>,
    pub serves: Option<Leg>,
    pub in_full: bool,
    pub same_as: Option<(Name, Name)>,
    pub may_be: Vec<Name>,
    pub reason: Option<(Name, Name)>,
    pub establishes: Option<Name>,
    pub ends: Vec<Name>,
    pub bars: Option<Name>,
    pub by_deciding: Vec<(Name, Option<Name>)>,
    pub span: Span,
}

/// `reason entry-or-stay "…" of unlawful-entry, visa is expired`
struct ReasonItem { pub name: Name, pub label: Label, pub facts: Vec<Condition>, pub span: Span }

/// `point children-in-detention "…" { title zh "…" theme children question "…" }`
struct PointItem { pub name: Name, pub label: Label, pub theme: Option<Name>, pub question: Option<Label>, pub span: Span }

/// `time promptly at most 48 hours read by HRC-GC35 para "33"`
struct TimeItem {
    pub name: Name,
    pub label: Label,
    pub number: i64,
    pub unit: Unit,
    pub beyond: Option<(i64, Unit)>,
    pub read_by: Option<(Name, Option<String>)>,
    pub unconfirmed: bool,
    pub span: Span,
}

/// `instrument CRC "…" { … }`
struct InstrumentItem {
    pub name: Name,
    pub label: Label,
    pub kind: Option<Name>,
    pub short: Option<String>,
    pub adopted: Option<String>,
    pub in_force: Option<String>,
    pub monitored_by: Option<String>,
    pub complaints: Option<Name>,
    pub interprets: Vec<Name>,
    pub region: Option<Region>,
    pub not_reservable: Vec<String>,
    pub source: Option<String>,
    pub unconfirmed: bool,
    pub note: Option<String>,
    pub span: Span,
}

/// A pinpoint: instrument, article, a short quotation, where it was seen.
struct Citation {
    pub instrument: Name,
    pub place: Option<String>,
    pub paragraph: bool,
    pub quote: Option<Quote>,
    pub source: Option<String>,
    pub unconfirmed: bool,
    pub span: Span,
}

/// One leg asked for by `justify`.
enum LegAsked {
    /// A stated ground.
    Legality,
    /// One of these aims.
    Aim(Vec<Name>),
    /// Less severe measures insufficient; for a person to weigh when the flag is set.
    Necessity { weighed: bool },
    /// These safeguards, and a time limit when the first flag is set; for a person to weigh when the second is.
    Proportionality(Vec<Name>, bool, bool),
}

/// What must be alike for all.
enum Equalled {
    /// This thing.
    One(Name),
    /// Anything of this kind.
    Any(ThingKind),
}

/// At least, at most, or exactly.
#[derive(Copy, Eq)]
enum Reach {
    /// Leaves nobody out.
    AtLeast,
    /// Takes nobody else in.
    AtMost,
    /// Both.
    Exactly,
}

/// Where a form applies.
#[derive(Default)]
struct Scope { pub who: Option<Condition>, pub where_: Vec<Condition>, pub unless: Vec<Condition> }

/// What a standard asks.
enum FormKind {
    /// `forbid M of WHO`
    Forbid { measure: Name },
    /// `limit M of WHO to D`; without a length, `to any limit`, and beyond which length it is to be weighed
    Limit { measure: Name, to: Option<Extent>, beyond: Option<Extent> },
    /// `require S every D whenever M of WHO`
    RequireWhenever { safeguard: Name, measure: Name, within: Option<Extent>, every: Option<Extent>, by: Option<Name> },
    /// `require S for WHO`
    RequireFor { service: Name, within: Option<Extent>, by: Option<Name> },
    /// `require ban on M of WHO`
    RequireBan { measure: Name, by: Option<Name> },
    /// `equal S for WHOM among WHO regardless of F`
    Equal { thing: Equalled, whom: Option<Condition>, grounds: Vec<Name>, aims: Vec<Name>, never: Option<Vec<Name>> },
    /// `before STEP pass STEP`
    Before { step: Name, pass: Name, laid_down: bool },
    /// `define T at least C`
    Define { term: Name, reach: Reach, means: Condition },
    /// `justify M of WHO by …`
    Justify { measure: Name, legs: Vec<LegAsked> },
    /// `establish I`
    Establish { institution: Name },
}

/// A form with the people it speaks of; `weighed` when the whole of it is for a person to weigh.
struct Form { pub kind: FormKind, pub scope: Scope, pub weighed: bool, pub span: Span }

/// One fact of a given situation.
struct Given { pub not: bool, pub fact: Name, pub value: GivenValue, pub span: Span }

/// Its value.
enum GivenValue {
    /// Just named: yes.
    Plain,
    /// A number.
    Number(i64, Option<Unit>),
    /// One of the set.
    Value(Name),
}

/// An example that is the standard's own test: what the standard says of its law, and whether that is *provided*.
struct ExampleItem { pub expect: Verdict, pub label: Label, pub items: Vec<Item>, pub showing: Vec<Given>, pub span: Span }

/// `standard … { … }`
struct StandardItem {
    pub name: Name,
    pub label: Label,
    pub theme: Option<Name>,
    pub catalogue: Vec<String>,
    pub basis: Vec<Citation>,
    pub interpreted: Vec<Citation>,
    pub applies: Vec<Condition>,
    pub forms: Vec<Form>,
    pub help: Option<Label>,
    pub note: Option<Label>,
    pub non_derogable: bool,
    pub point: Option<Name>,
    pub laid_down_by_law: bool,
    pub duty_to_legislate: bool,
    pub requires_weighing: bool,
    pub examples: Vec<ExampleItem>,
    pub span: Span,
}

/// `open to members of COE`, `binds members of EU`
struct Region {
    /// The organisation.
    pub name: Name,
    /// Membership alone binds.
    pub binds: bool,
}

/// `principle … { … }`: a rule of international law on how the others are applied
struct PrincipleItem {
    pub name: Name,
    pub label: Label,
    pub theme: Option<Name>,
    pub catalogue: Vec<String>,
    pub basis: Vec<Citation>,
    pub note: Option<Label>,
    pub span: Span,
}

/// `policy … { … }`
struct PolicyItem {
    pub name: Name,
    pub label: Label,
    pub state: Option<Name>,
    pub rank: Option<Name>,
    pub adopted: Option<String>,
    pub in_force: Option<String>,
    pub source: Option<String>,
    pub unconfirmed: bool,
    pub file: Option<Quote>,
    pub url: Option<String>,
    pub governs: Vec<Name>,
    pub replaces: Vec<Name>,
    pub note: Option<Label>,
    pub excerpt: Option<Quote>,
    pub articles_in_all: Option<i64>,
    pub exhaustive: Vec<Name>,
    pub searched: Vec<SearchedItem>,
    pub not_read: Vec<RelianceItem>,
    pub span: Span,
}

/// `authority police "…" kind police level local`
struct AuthorityItem { pub name: Name, pub label: Label, pub kind: Option<Name>, pub level: Option<Name>, pub span: Span }

/// `party to CRC from 1992-03-02`
struct PartyItem { pub instrument: Name, pub from: Option<String>, pub source: Option<String>, pub span: Span }

/// `reservation to CAT art "20"`
struct ReservationItem { pub instrument: Name, pub articles: Vec<Quote>, pub who: Option<Condition>, pub because: Option<String>, pub span: Span }

/// `accept STANDARD for WHO under article 60 because "…" until DATE`
struct AcceptItem {
    pub standard: Name, pub who: Vec<Condition>, pub under: Vec<ArticleRef>, pub because: String, pub by: Option<String>, pub until: String, pub span: Span,
}

/// `not read "…" for S`; in older files `relies on "…" for S`
struct RelianceItem { pub on: Quote, pub things: Vec<Name>, pub span: Span }

/// `searched for S of M in "…" including RANK without RANK on DATE by "…"`
struct SearchedItem {
    pub things: Vec<(Name, Option<Name>)>,
    pub sources: Vec<Quote>,
    pub including: Vec<Name>,
    pub without: Vec<Name>,
    pub on: String,
    pub by: Quote,
    pub span: Span,
}

/// `article 60 of exit-and-entry-law`
struct ArticleRef { pub number: Name, pub policy: Option<Name>, pub span: Span }

/// The justification a law gives for what it does.
struct Justification { pub aims: Vec<Name>, pub necessary: Option<Quote>, pub proportionate: Option<Quote>, pub span: Span }

/// One `for` clause: a limit (none for `for any time`) and where it holds.
struct ForClause { pub limit: Option<Extent>, pub where_: Option<Condition>, pub span: Span }

/// `giving S within D every D by A where C`
struct Giving {
    pub thing: Name,
    pub within: Option<Extent>,
    pub every: Option<Extent>,
    pub by: Option<Name>,
    pub where_: Vec<Condition>,
    pub span: Span,
}

/// `without S, S by A where C`
struct Refusing { pub things: Vec<Name>, pub by: Option<Name>, pub where_: Vec<Condition>, pub span: Span }

/// `read by "…" as where C`: how a court reads a power.
struct Reading { pub by: Quote, pub where_: Condition, pub span: Span }

/// `may M of WHO …`, `must M of WHO …`, `WHO must M …`
struct PowerClause {
    pub must: bool,
    pub measure: Name,
    pub scope: Scope,
    pub for_: Vec<ForClause>,
    pub by: Option<Name>,
    pub giving: Vec<Giving>,
    pub refusing: Vec<Refusing>,
    pub final_: Option<Span>,
    pub readings: Vec<Reading>,
    pub notwithstanding: Vec<ArticleRef>,
    pub subject_to: Vec<ArticleRef>,
    pub justified: Option<Justification>,
    pub span: Span,
}

/// `must not M of WHO …`
struct BanClause {
    pub measure: Name,
    pub scope: Scope,
    pub under: Vec<ArticleRef>,
    pub by: Option<Name>,
    pub notwithstanding: Vec<ArticleRef>,
    pub subject_to: Vec<ArticleRef>,
    pub justified: Option<Justification>,
    pub span: Span,
}

/// `must give S to WHO …`, `entitled WHO to S …`
struct GiveClause {
    pub thing: Name,
    pub scope: Scope,
    pub whenever: Option<Name>,
    pub within: Option<Extent>,
    pub every: Option<Extent>,
    pub by: Option<Name>,
    pub notwithstanding: Vec<ArticleRef>,
    pub subject_to: Vec<ArticleRef>,
    pub justified: Option<Justification>,
    pub span: Span,
}

/// `must not give S, S to WHO …`: a refusal.
struct RefuseClause {
    pub things: Vec<Name>,
    pub scope: Scope,
    pub whenever: Option<Name>,
    pub by: Option<Name>,
    pub under: Vec<ArticleRef>,
    pub notwithstanding: Vec<ArticleRef>,
    pub subject_to: Vec<ArticleRef>,
    pub span: Span,
}

/// Which powers a saving clause subjects to the instruments it names.
enum Saved {
    /// Those of its law.
    Law,
    /// Those of these articles.
    Articles(Vec<ArticleRef>),
    /// Those of every law.
    EveryLaw,
}

/// What one clause of an article does.
enum ArticleClause {
    /// A power or a duty of the State, or a duty of a person.
    Power(PowerClause),
    /// A prohibition.
    Ban(BanClause),
    /// A guarantee.
    Give(GiveClause),
    /// The law's own definition.
    Define { term: Name, means: Condition, span: Span },
    /// Institutions.
    Establishes(Vec<Name>),
    /// A guarantee that stands in another law.
    Relies(RelianceItem),
    /// Another law that was not read.
    NotRead(RelianceItem),
    /// A refusal.
    Refuse(RefuseClause),
    /// `general principle S for WHO`
    General { thing: Name, scope: Scope, span: Span },
    /// `saving REF1951, CAT`
    Saving { instruments: Vec<Name>, covers: Saved, span: Span },
    /// The justification of the whole article.
    Justified(Justification),
}

/// `article 60 "…" { … }`
struct ArticleItem {
    pub number: Name,
    pub label: Label,
    pub text: Option<Label>,
    pub uri: Option<String>,
    pub source: Option<String>,
    pub unconfirmed: bool,
    pub note: Option<Label>,
    pub open: bool,
    pub open_in: Vec<Name>,
    pub in_force: Option<String>,
    pub until: Option<String>,
    pub repealed: Option<String>,
    pub annulled: Option<(Quote, Option<String>)>,
    pub aside: Option<Label>,
    pub clauses: Vec<ArticleClause>,
    pub span: Span,
}

/// One arrow of a procedure.
struct Edge { pub from: Name, pub to: Name, pub where_: Option<Condition>, pub span: Span }

/// `procedure removal { a -> b where C }`
struct ProcedureItem { pub name: Name, pub label: Label, pub edges: Vec<Edge>, pub span: Span }

/// What a scenario expects.
enum Expectation {
    /// `expect may detain`
    May { not: bool, measure: Name, span: Span },
    /// `expect entitled to S`
    Entitled { not: bool, thing: Name, span: Span },
    /// `expect incompatible STANDARD`
    Verdict { not: bool, verdict: Verdict, standard: Name, span: Span },
}

/// What is said of a standard, of one of its demands, or of one finding, and expected of a law. Each claims no more than
/// what was read.
#[derive(Copy, Eq, PartialOrd, Ord, Hash)]
enum Verdict {
    /// The law, in its own words, leaves somebody outside.
    Incompatible,
    /// The question is raised, and nothing in the texts read gives what is asked.
    NotFound,
    /// It turns on weighing, on doubtful words, or on what only a person can settle.
    ToAssess,
    /// Words protect everybody the standard speaks of.
    Provided,
    /// Nothing in the texts read raises the question.
    NotExamined,
    /// The standard does not bind this State on this date.
    NotInForce,
}

/// `scenario "…" { given … expect … }`
struct ScenarioItem { pub label: Label, pub given: Vec<Given>, pub expect: Vec<Expectation>, pub span: Span }

/// `purpose "…" { may … }`
struct PurposeItem { pub label: Label, pub powers: Vec<PowerClause>, pub span: Span }
}

/// A unit as it is written.
pub fn unit_name(unit: Unit) -> &'static str {
    match unit {
        Unit::Hours => "hours",
        Unit::Days => "days",
        Unit::Weeks => "weeks",
        Unit::Months => "months",
        Unit::Years => "years",
    }
}

/// The six words, in the order in which they are counted and listed.
pub const VERDICTS: [Verdict; 6] = [
    Verdict::Incompatible,
    Verdict::NotFound,
    Verdict::ToAssess,
    Verdict::Provided,
    Verdict::NotExamined,
    Verdict::NotInForce,
];

impl Verdict {
    /// The word that no translation changes: in files, on the command line and between programs.
    pub fn key(self) -> &'static str {
        match self {
            Verdict::Incompatible => "incompatible",
            Verdict::NotFound => "not-found",
            Verdict::ToAssess => "to-assess",
            Verdict::Provided => "provided",
            Verdict::NotExamined => "not-examined",
            Verdict::NotInForce => "not-in-force",
        }
    }

    /// The verdict of that word.
    pub fn named(key: &str) -> Option<Verdict> {
        VERDICTS.into_iter().find(|v| v.key() == key)
    }
}

impl Unit {
    /// The unit that is written so.
    pub fn named(name: &str) -> Option<Unit> {
        [Unit::Hours, Unit::Days, Unit::Weeks, Unit::Months, Unit::Years].into_iter().find(|u| unit_name(*u) == name)
    }

    /// The unit as it is written behind a number of a fact that is counted in it: years need none.
    pub fn needed(self) -> Option<Unit> {
        (self != Unit::Years).then_some(self)
    }
}

impl Condition {
    /// The whole of it.
    pub fn span(&self) -> Span {
        match self {
            Condition::Any(span)
            | Condition::Is { span, .. }
            | Condition::Compare { span, .. }
            | Condition::Not(_, span)
            | Condition::All(_, span)
            | Condition::Some(_, span) => *span,
            Condition::Named(name) => name.span,
        }
    }

    /// The facts and terms it names.
    pub fn facts(&self) -> Vec<&Name> {
        match self {
            Condition::Any(_) => Vec::new(),
            Condition::Named(name) => vec![name],
            Condition::Is { fact, .. } | Condition::Compare { fact, .. } => vec![fact],
            Condition::Not(inner, _) => inner.facts(),
            Condition::All(parts, _) | Condition::Some(parts, _) => parts.iter().flat_map(Condition::facts).collect(),
        }
    }
}

impl Extent {
    /// The whole of it.
    pub fn span(&self) -> Span {
        match self {
            Extent::Exact { span, .. } => *span,
            Extent::Named(name) => name.span,
        }
    }
}

impl Item {
    /// The whole item.
    pub fn span(&self) -> Span {
        match self {
            Item::Fact(i) => i.span,
            Item::Term(i) => i.span,
            Item::Axiom(i) => i.span,
            Item::Thing(i) => i.span,
            Item::Time(i) => i.span,
            Item::Instrument(i) => i.span,
            Item::Standard(i) => i.span,
            Item::Principle(i) => i.span,
            Item::Policy(i) => i.span,
            Item::Authority(i) => i.span,
            Item::Party(i) => i.span,
            Item::Reservation(i) => i.span,
            Item::Accept(i) => i.span,
            Item::Relies(i) | Item::NotRead(i) => i.span,
            Item::Searched(i) => i.span,
            Item::Reason(i) => i.span,
            Item::Point(i) => i.span,
            Item::Article(i) => i.span,
            Item::Procedure(i) => i.span,
            Item::Scenario(i) => i.span,
            Item::Purpose(i) => i.span,
        }
    }
}

/// What a thing is called: in each language, in the plural, denied, and by other laws. A copy shares what it copies:
/// every finding names things, and there may be very many.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Label(std::sync::Arc<LabelParts>);

impl std::ops::Deref for Label {
    type Target = LabelParts;

    fn deref(&self) -> &LabelParts {
        &self.0
    }
}

impl std::ops::DerefMut for Label {
    fn deref_mut(&mut self) -> &mut LabelParts {
        std::sync::Arc::make_mut(&mut self.0)
    }
}

impl Shift for Label {
    fn shift(&mut self, by: i64) {
        // Only a quotation has a place, and what is shared is not copied without need.
        if self.main.is_some() {
            self.main.shift(by);
        }
    }
}

impl Serialize for Label {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Label {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Label, D::Error> {
        LabelParts::deserialize(deserializer).map(|parts| Label(std::sync::Arc::new(parts)))
    }
}
