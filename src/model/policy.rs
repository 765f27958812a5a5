//! One State's legal order: its policies, article by article, every name resolved.

use super::condition::Condition;
use super::length::{Lasting, Length};
use super::vocabulary::{FactId, TermId, ThingId, TimeId, Vocabulary};
use crate::ids::{Id, IdVec};
use crate::syntax::tree::{Label, ThingKind, Verdict};
use crate::text::Span;
use std::fmt;

/// A policy of an order.
pub type PolicyId = Id<Policy>;
/// An article of an order.
pub type ArticleId = Id<Article>;
/// A power of an order.
pub type PowerId = Id<Power>;
/// A prohibition of an order.
pub type BanId = Id<Ban>;
/// A guarantee of an order.
pub type GuaranteeId = Id<Guarantee>;
/// A refusal of an order.
pub type RefusalId = Id<Refusal>;
/// A step of a procedure.
pub type StepId = Id<Step>;
/// An arrow of a procedure.
pub type EdgeId = Id<Edge>;

/// One law, regulation, circular or practice.
#[derive(Debug, Clone)]
pub struct Policy {
    /// Its name.
    pub name: String,
    /// Its title.
    pub label: Label,
    /// The State, by its three letters.
    pub state: Option<String>,
    /// Constitution, act, regulation, circular or practice.
    pub rank: Option<String>,
    /// When adopted.
    pub adopted: Option<String>,
    /// Since when it is in force.
    pub in_force: Option<String>,
    /// Where the text was found.
    pub source: Option<String>,
    /// Whether the text has not been seen.
    pub unconfirmed: bool,
    /// The file that holds the law's own words, relative to the law's, and where it is named.
    pub file: Option<(String, Span)>,
    /// Its address.
    pub url: Option<String>,
    /// The fields of law it governs.
    pub governs: Vec<ThingId>,
    /// Why only a part of it is at hand, and where that is said.
    pub excerpt: Option<(String, Span)>,
    /// How many articles it has.
    pub articles_in_all: Option<i64>,
    /// Fields in which it refuses what it does not grant.
    pub exhaustive: Vec<ThingId>,
    /// A remark.
    pub note: Option<Label>,
    /// Where it is declared.
    pub span: Span,
}

/// How far an article is written in the language.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Encoding {
    /// It is.
    #[default]
    Encoded,
    /// It is left out, for a reason.
    Aside(Label),
    /// It is still to be.
    Open,
}

/// One article.
#[derive(Debug, Clone)]
pub struct Article {
    /// The policy it belongs to.
    pub policy: PolicyId,
    /// Its number, as people say it.
    pub number: String,
    /// Its heading.
    pub label: Label,
    /// The law's own words.
    pub text: Option<Label>,
    /// Where it was found.
    pub source: Option<String>,
    /// Whether the words have not been seen.
    pub unconfirmed: bool,
    /// A remark.
    pub note: Option<Label>,
    /// How far it is written in the language.
    pub encoding: Encoding,
    /// The fields that it may touch, where it is still to be written; every field, when none is named.
    pub open_in: Vec<ThingId>,
    /// Since when it is in force.
    pub in_force: Option<String>,
    /// Until when it is.
    pub until: Option<String>,
    /// When it was repealed.
    pub repealed: Option<String>,
    /// The judgment that annulled it, and since when.
    pub annulled: Option<(String, Option<String>)>,
    /// Where it is declared.
    pub span: Span,
}

/// The justification a law gives.
#[derive(Debug, Clone)]
pub struct Justification {
    /// The aims.
    pub aims: Vec<ThingId>,
    /// Why it is necessary.
    pub necessary: Option<String>,
    /// Why it is proportionate.
    pub proportionate: Option<String>,
    /// Where it is given.
    pub span: Span,
}

/// How long a power lasts where.
#[derive(Debug, Clone)]
pub struct ForClause {
    /// The limit; none for *any time*.
    pub limit: Option<Length>,
    /// Where it holds.
    pub where_: Condition,
    /// Its place.
    pub span: Span,
}

/// One of the conditions of a power, and where it is written.
#[derive(Debug, Clone)]
pub struct Conjunct {
    /// The condition.
    pub condition: Condition,
    /// Its place.
    pub span: Span,
}

/// A power or duty of the State to do something to people.
#[derive(Debug, Clone)]
pub struct Power {
    /// Its article.
    pub article: ArticleId,
    /// Whether the State must.
    pub must: bool,
    /// What it does.
    pub measure: ThingId,
    /// To whom.
    pub who: Condition,
    /// On what ground; `Any` when none is stated.
    pub ground: Condition,
    /// All that its who and where say, one condition after the other: where one stands never matters.
    pub conjuncts: Vec<Conjunct>,
    /// How courts read it: the judgment, what it adds to the ground (where it is joined already), its place.
    pub readings: Vec<(String, Condition, Span)>,
    /// For how long: alternatives; no limit when empty.
    pub for_: Vec<ForClause>,
    /// By what kind of authority.
    pub by: Option<ThingId>,
    /// Articles it prevails over.
    pub notwithstanding: Vec<ArticleId>,
    /// Articles it yields to.
    pub subject_to: Vec<ArticleId>,
    /// Its justification.
    pub justified: Option<Justification>,
    /// Its place.
    pub span: Span,
}

/// A prohibition.
#[derive(Debug, Clone)]
pub struct Ban {
    /// Its article.
    pub article: ArticleId,
    /// Of what.
    pub measure: ThingId,
    /// For whose benefit.
    pub guard: Condition,
    /// The only articles it applies to; all, when empty.
    pub under: Vec<ArticleId>,
    /// Whom it binds; everybody, when not said.
    pub by: Option<ThingId>,
    /// Articles it prevails over.
    pub notwithstanding: Vec<ArticleId>,
    /// Articles it yields to.
    pub subject_to: Vec<ArticleId>,
    /// Its justification.
    pub justified: Option<Justification>,
    /// Its place.
    pub span: Span,
    /// The place of its condition.
    pub guard_span: Span,
    /// Whether it follows from a right, such as that to stay.
    pub from_right: bool,
}

/// A guarantee.
#[derive(Debug, Clone)]
pub struct Guarantee {
    /// Its article.
    pub article: ArticleId,
    /// Of what.
    pub thing: ThingId,
    /// To whom.
    pub guard: Condition,
    /// Only when this is done.
    pub whenever: Option<ThingId>,
    /// Only when this power is used.
    pub power: Option<PowerId>,
    /// Within what time.
    pub within: Option<Length>,
    /// The treaty's own word for that time, whose bound `within` then is.
    pub prompt: Option<TimeId>,
    /// Again and again, so often.
    pub every: Option<Length>,
    /// By what kind of authority.
    pub by: Option<ThingId>,
    /// Articles it prevails over.
    pub notwithstanding: Vec<ArticleId>,
    /// Articles it yields to.
    pub subject_to: Vec<ArticleId>,
    /// Its justification.
    pub justified: Option<Justification>,
    /// Its place.
    pub span: Span,
}

impl Guarantee {
    /// Whether it is given whatever is done to people: it belongs to no power, and no measure raises it.
    pub fn is_unraised(&self) -> bool {
        self.power.is_none() && self.whenever.is_none()
    }
}

/// A refusal: what must not be given. It is no prohibition of a measure.
#[derive(Debug, Clone)]
pub struct Refusal {
    /// Its article.
    pub article: ArticleId,
    /// Of what.
    pub thing: ThingId,
    /// To whom.
    pub guard: Condition,
    /// Only when this is done.
    pub whenever: Option<ThingId>,
    /// Only when this power is used.
    pub power: Option<PowerId>,
    /// The only articles it applies to; all, when empty.
    pub under: Vec<ArticleId>,
    /// Only by this kind of authority.
    pub by: Option<ThingId>,
    /// Whether it refuses every review that its own article does not give.
    pub is_final: bool,
    /// Articles it prevails over.
    pub notwithstanding: Vec<ArticleId>,
    /// Articles it yields to.
    pub subject_to: Vec<ArticleId>,
    /// Its place.
    pub span: Span,
}

/// A principle in general words: it gives nothing, and is to be weighed.
#[derive(Debug, Clone)]
pub struct GeneralPrinciple {
    /// Its article.
    pub article: ArticleId,
    /// The safeguard or service of which it speaks.
    pub thing: ThingId,
    /// For whom.
    pub guard: Condition,
    /// Its place.
    pub span: Span,
}

/// A clause that subjects powers to treaties or to other law.
#[derive(Debug, Clone)]
pub struct Saving {
    /// Its article.
    pub article: ArticleId,
    /// The instruments.
    pub instruments: Vec<String>,
    /// Whose powers.
    pub covers: Covers,
    /// Its place.
    pub span: Span,
}

/// Whose powers a clause speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Covers {
    /// Those of these articles.
    Articles(Vec<ArticleId>),
    /// Those of this law.
    Law(PolicyId),
    /// Those of every law of the order.
    Order,
}

/// What somebody has searched, and signs for.
#[derive(Debug, Clone)]
pub struct Search {
    /// The law that says it; none, when it is said of the whole order.
    pub policy: Option<PolicyId>,
    /// What was looked for, and with which measure.
    pub things: Vec<(ThingId, Option<ThingId>)>,
    /// The texts that were searched.
    pub sources: Vec<String>,
    /// The ranks that were.
    pub including: Vec<String>,
    /// The ranks that were not.
    pub without: Vec<String>,
    /// When.
    pub on: String,
    /// By whom.
    pub by: String,
    /// Its place.
    pub span: Span,
}

/// A law that is known of, and was not read.
#[derive(Debug, Clone)]
pub struct NotRead {
    /// That law.
    pub law: String,
    /// The things and fields that it may speak of.
    pub things: Vec<ThingId>,
    /// Its place.
    pub span: Span,
}

/// The law's own definition of a term.
#[derive(Debug, Clone)]
pub struct Definition {
    /// Its article.
    pub article: ArticleId,
    /// The term of the vocabulary.
    pub term: TermId,
    /// What this law means by it.
    pub means: Condition,
    /// Its place.
    pub span: Span,
}

/// One arrow of a procedure.
#[derive(Debug, Clone)]
pub struct Edge {
    /// From this step.
    pub from: StepId,
    /// To this one.
    pub to: StepId,
    /// Under this condition.
    pub where_: Condition,
    /// Its place.
    pub span: Span,
}

/// A step of a procedure.
#[derive(Debug, Clone)]
pub struct Step {
    /// The name it has there.
    pub name: String,
    /// The step of the vocabulary, when it is one.
    pub thing: Option<ThingId>,
    /// Where it is first named.
    pub span: Span,
}

/// A procedure.
#[derive(Debug, Clone)]
pub struct Procedure {
    /// The policy it belongs to.
    pub policy: PolicyId,
    /// Its name.
    pub name: String,
    /// Its label.
    pub label: Label,
    /// Its steps; the first is where it starts.
    pub steps: IdVec<Step>,
    /// Its arrows.
    pub edges: IdVec<Edge>,
    /// Its place.
    pub span: Span,
}

/// A ratification the file adds.
#[derive(Debug, Clone)]
pub struct Party {
    /// To what.
    pub instrument: String,
    /// Since when.
    pub from: Option<String>,
    /// Its place.
    pub span: Span,
}

/// A reservation the file adds.
#[derive(Debug, Clone)]
pub struct Reservation {
    /// To what.
    pub instrument: String,
    /// Which article.
    pub article: String,
    /// Only for these people.
    pub who: Condition,
    /// Why.
    pub because: Option<String>,
    /// Its place.
    pub span: Span,
}

/// A finding the State knows of and answers for.
#[derive(Debug, Clone)]
pub struct Acceptance {
    /// Of which standard.
    pub standard: String,
    /// For whom.
    pub who: Condition,
    /// By which articles, and by no others; by any, also by those of later, when that is not said.
    pub articles: Option<Vec<ArticleId>>,
    /// Why.
    pub because: String,
    /// Who answers.
    pub by: Option<String>,
    /// Until when.
    pub until: String,
    /// Its place.
    pub span: Span,
}

/// What a guarantee promises: what, within what time, by what kind of authority. Names of the vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Promise {
    /// What.
    pub thing: String,
    /// Within what time.
    pub within: Option<Length>,
    /// By what kind of authority.
    pub by: Option<String>,
}

impl Promise {
    /// Reads it as it is written: `review within 3 days by court`.
    pub fn parse(text: &str) -> Option<Promise> {
        let (rest, by) = match text.split_once(" by ") {
            Some((rest, by)) => (rest, Some(by.to_owned())),
            None => (text, None),
        };
        let (thing, within) = match rest.split_once(" within ") {
            Some((thing, within)) => (thing, Some(Length::parse(within)?)),
            None => (rest, None),
        };
        let one = |name: &str| !name.is_empty() && !name.contains(' ');
        (one(thing) && by.as_deref().is_none_or(one)).then(|| Promise { thing: thing.to_owned(), within, by })
    }
}

impl fmt::Display for Promise {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.thing)?;
        self.within.map_or(Ok(()), |within| write!(f, " within {within}"))?;
        self.by.as_ref().map_or(Ok(()), |by| write!(f, " by {by}"))
    }
}

/// What weighs in a finding beside the people it reaches.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Weight {
    /// The word that was said; none where only an older form of it is known.
    pub word: Option<Verdict>,
    /// How long the measure lasts at most, where that is known.
    pub lasts: Option<Lasting>,
    /// The measure has to be taken, and is not left to anybody.
    pub must: bool,
    /// The legs of a justification that are missing, and what is missing in them.
    pub lacks: Vec<String>,
    /// What the law says for it: the legs it states, in its words, and other laws it relies on.
    pub reasons: Vec<String>,
    /// What all of these people are given with it.
    pub given: Vec<Promise>,
}

impl Weight {
    /// Whether this weighs more than what was known, as far as the finding itself says it.
    pub fn exceeds(&self, known: &Weight) -> bool {
        matches!((self.word, known.word), (Some(now), Some(then)) if now.is_harsher_than(then))
            || self.lasts.map(Lasting::hours) > known.lasts.map(Lasting::hours)
            || self.lacks.iter().any(|leg| !known.lacks.contains(leg))
    }
}

/// A finding that was there when a baseline was written.
#[derive(Debug, Clone)]
pub struct BaselineEntry {
    /// The standard.
    pub standard: String,
    /// What was found, in words that no translation changes.
    pub about: String,
    /// The articles: law and number, in order.
    pub articles: Vec<(String, String)>,
    /// What weighed in it.
    pub weight: Weight,
    /// Whether everything that weighs was written down; if not, what was not is not compared.
    pub whole: bool,
    /// Whom it reached; `None` when the law no longer has the words to say so.
    pub who: Option<Condition>,
    /// The same as it is written.
    pub text: String,
    /// Words of the laws' own in which that is written, and that are no longer declared as they were.
    pub reworded: Vec<Reworded>,
}

/// A law's own word that is declared otherwise than it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reworded {
    /// The word.
    pub word: String,
    /// How it was declared; `None` when no law declared it.
    pub then: Option<String>,
    /// How it is declared; `None` when no law declares it.
    pub now: Option<String>,
}

/// What a scenario or an example gives about a person.
#[derive(Debug, Clone)]
pub struct GivenFact {
    /// The fact; its value as a condition.
    pub condition: Condition,
    /// The facts it fixes.
    pub facts: Vec<FactId>,
    /// Its place.
    pub span: Span,
}

/// What a scenario expects.
#[derive(Debug, Clone)]
pub enum Expectation {
    /// That this may (not) be done.
    May(bool, ThingId, Span),
    /// That the person is (not) entitled.
    Entitled(bool, ThingId, Span),
    /// That this standard has (not) this verdict for this person.
    Verdict(bool, Verdict, String, Span),
}

/// A scenario.
#[derive(Debug, Clone)]
pub struct Scenario {
    /// What it is called.
    pub label: Label,
    /// The person.
    pub given: Vec<GivenFact>,
    /// What is expected.
    pub expect: Vec<Expectation>,
    /// Its place.
    pub span: Span,
}

/// What must stay possible.
#[derive(Debug, Clone)]
pub struct Purpose {
    /// What it is called.
    pub label: Label,
    /// What must stay possible, for whom.
    pub powers: Vec<(ThingId, Condition, Span)>,
    /// Its place.
    pub span: Span,
}

/// Several policies read as one.
#[derive(Debug, Clone, Default)]
pub struct LegalOrder {
    /// The vocabulary, the order's own facts included.
    pub vocabulary: Vocabulary,
    /// The policies.
    pub policies: IdVec<Policy>,
    /// All articles.
    pub articles: IdVec<Article>,
    /// All powers.
    pub powers: IdVec<Power>,
    /// All prohibitions.
    pub bans: IdVec<Ban>,
    /// All guarantees.
    pub guarantees: IdVec<Guarantee>,
    /// All definitions.
    pub definitions: Vec<Definition>,
    /// All institutions: article, institution, place.
    pub establishes: Vec<(ArticleId, ThingId, Span)>,
    /// All refusals.
    pub refusals: IdVec<Refusal>,
    /// All principles in general words.
    pub principles: Vec<GeneralPrinciple>,
    /// All clauses that subject powers to treaties or other law.
    pub savings: Vec<Saving>,
    /// What was searched.
    pub searches: Vec<Search>,
    /// What was not read.
    pub not_read: Vec<NotRead>,
    /// All procedures.
    pub procedures: IdVec<Procedure>,
    /// Ratifications added.
    pub parties: Vec<Party>,
    /// Reservations added.
    pub reservations: Vec<Reservation>,
    /// Acceptances.
    pub acceptances: Vec<Acceptance>,
    /// What was found before; `None` when there is no baseline.
    pub baseline: Option<Vec<BaselineEntry>>,
    /// Scenarios.
    pub scenarios: Vec<Scenario>,
    /// Purposes.
    pub purposes: Vec<Purpose>,
    /// Everything is governed (used for examples that do not say what they govern).
    pub governs_all: bool,
}

impl LegalOrder {
    /// How high a law stands, the highest first, where its rank is known.
    pub fn height(&self, policy: &Policy) -> Option<usize> {
        let rank = policy.rank.as_deref()?;
        let ranks = self.vocabulary.things().filter(|(_, thing)| thing.kind == ThingKind::Rank);
        ranks.map(|(_, thing)| thing.name.as_str()).position(|name| name == rank)
    }

    /// Each clause that does anything, by its article; a procedure stands in none. What is noted, set aside or still to be
    /// encoded does nothing.
    pub fn clauses_by_article(&self) -> impl Iterator<Item = Option<ArticleId>> {
        let powers = self.powers.iter().map(|p| p.article);
        let bans = self.bans.iter().map(|b| b.article);
        let guarantees = self.guarantees.iter().map(|g| g.article);
        let refusals = self.refusals.iter().map(|r| r.article);
        let definitions = self.definitions.iter().map(|d| d.article);
        let institutions = self.establishes.iter().map(|(article, ..)| *article);
        let general = self.principles.iter().map(|p| p.article).chain(self.savings.iter().map(|s| s.article));
        let articles =
            general.chain(powers).chain(bans).chain(guarantees).chain(refusals).chain(definitions).chain(institutions);
        let procedures = self.procedures.iter().filter(|p| !p.edges.is_empty()).map(|_| None);
        articles.map(Some).chain(procedures)
    }

    /// Whether a law was read whole: it is no excerpt, no article of it is still to be encoded, and it lacks none of those
    /// it is known to have.
    pub fn is_whole(&self, policy: PolicyId) -> bool {
        let own = || self.articles.iter().filter(|a| a.policy == policy);
        let law = &self.policies[policy];
        law.excerpt.is_none()
            && own().all(|a| a.encoding != Encoding::Open)
            && law.articles_in_all.is_none_or(|all| i64::try_from(own().count()).is_ok_and(|read| read >= all))
    }

    /// Whether the order governs a field of law. A thing without a field is always governed.
    pub fn governs(&self, subject: Option<ThingId>) -> bool {
        let Some(subject) = subject else { return true };
        self.governs_all || self.policies.iter().any(|p| p.governs.iter().any(|g| self.vocabulary.is_a(subject, *g)))
    }
}
