//! A world small enough to try everybody in it, and laws in it. Their texts are written in `text.rs`.

use super::agreed::Agreed;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The facts, in order: three of yes/no, one of several values, a number from 0, how long a measure lasts from 0. The
/// names of two of them say that equality before the law asks about them (§8, legality).
pub(super) const NAMES: [&str; 6] = ["f0", "f1", "race", "nationality", "n0", "duration"];
/// How many values each can have at most; a case may have fewer.
pub(super) const MOST: [u8; 6] = [2, 2, 2, 3, 5, 6];
const USUAL: [u8; 6] = [0, 0, 1, 1, 2, 1];
/// The fact that everybody of whom a ground must single out somebody shares.
pub(super) const NATIONALITY: usize = 3;
/// The facts on which a ground alone is for assessment.
pub(super) const PROTECTED: [usize; 1] = [2];
/// The safeguard that `final` refuses.
pub(super) const REVIEW: usize = 1;
/// The safeguard that serves necessity, and those that serve proportionality.
pub(super) const NECESSITY: usize = 4;
pub(super) const PROPORTIONALITY: [usize; 2] = [2, 3];

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Person([u8; 6]);

impl Person {
    /// Whoever is ordinary in everything.
    pub(super) const USUAL: Person = Person(USUAL);
    pub(super) fn value(&self, fact: usize) -> u8 {
        self.0[fact]
    }
    pub(super) fn with(mut self, fact: usize, value: u8) -> Person {
        self.0[fact] = value;
        self
    }
    pub(super) fn without_duration(&self) -> Person {
        self.with(5, 0)
    }
    /// In how many facts the person is not ordinary: numbers by the interval they share with others are compared by
    /// the caller, which takes the least over the whole class.
    pub(super) fn departures(&self) -> usize {
        self.0.iter().zip(USUAL).filter(|(v, u)| **v != *u).count()
    }
}

pub(super) static PEOPLE: LazyLock<Vec<Person>> = LazyLock::new(|| {
    let mut people = vec![Person([0; 6])];
    for (fact, size) in MOST.iter().enumerate() {
        people = people.iter().flat_map(|p| (0..*size).map(move |v| p.with(fact, v))).collect();
    }
    people
});

#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub(super) enum Cond {
    Any,
    Yes(usize),
    Is(u8),
    Below(usize, u8),
    Term(usize),
    Not(Box<Cond>),
    All(Vec<Cond>),
    Some(Vec<Cond>),
}

#[derive(Debug, Clone, serde::Serialize)]
pub(super) struct Power {
    pub(super) must: bool,
    pub(super) measure: usize,
    pub(super) who: Cond,
    pub(super) ground: Option<Cond>,
    /// `read by … as where`: joined to the ground.
    pub(super) read: Option<Cond>,
    pub(super) limits: Vec<(Option<u8>, Cond)>,
    pub(super) by: Option<usize>,
    pub(super) giving: Vec<Give>,
    pub(super) without: Vec<Without>,
    #[serde(rename = "final")]
    pub(super) is_final: bool,
    /// `notwithstanding`, `subject to`.
    pub(super) over: Vec<usize>,
    pub(super) under: Vec<usize>,
    pub(super) justified: Option<Justified>,
}

/// What a power refuses.
#[derive(Debug, Clone, serde::Serialize)]
pub(super) struct Without {
    pub(super) thing: usize,
    pub(super) by: Option<usize>,
    pub(super) guard: Cond,
}

#[derive(Debug, Clone, serde::Serialize)]
pub(super) struct Ban {
    pub(super) measure: usize,
    pub(super) guard: Cond,
    pub(super) only: Vec<usize>,
    pub(super) by: Option<usize>,
    pub(super) over: Vec<usize>,
    pub(super) yields: Vec<usize>,
    /// It is said as a right to `v0`, which bars the measure.
    pub(super) right: bool,
}

#[derive(Debug, Clone, serde::Serialize)]
pub(super) struct Give {
    pub(super) thing: usize,
    pub(super) guard: Cond,
    pub(super) whenever: Option<usize>,
    pub(super) within: Option<u8>,
    /// `within promptly`: the treaty's own word, and no less than the time it is read as.
    pub(super) prompt: bool,
    pub(super) every: Option<u8>,
    pub(super) by: Option<usize>,
    pub(super) over: Vec<usize>,
    pub(super) yields: Vec<usize>,
    pub(super) justified: Option<Justified>,
}

/// `must not give`.
#[derive(Debug, Clone, serde::Serialize)]
pub(super) struct Refuse {
    pub(super) thing: usize,
    pub(super) guard: Cond,
    pub(super) whenever: Option<usize>,
    pub(super) by: Option<usize>,
    pub(super) only: Vec<usize>,
    pub(super) over: Vec<usize>,
    pub(super) yields: Vec<usize>,
}

#[derive(Debug, Clone, serde::Serialize)]
pub(super) struct Justified {
    pub(super) aims: Vec<usize>,
    pub(super) necessary: bool,
    pub(super) proportionate: bool,
}

/// What a saving clause stands for.
#[derive(Debug, Clone, serde::Serialize)]
pub(super) enum Covers {
    Articles(Vec<usize>),
    Law,
    Order,
}

#[derive(Debug, Clone, serde::Serialize)]
pub(super) enum Clause {
    Power(Power),
    Ban(Ban),
    Give(Give),
    Refuse(Refuse),
    Define(Cond),
    Establishes(usize),
    /// `general principle` of a safeguard, for whom.
    Principle(usize, Cond),
    /// `saving` instruments.
    Saving(Vec<usize>, Covers),
}

#[derive(Debug, Clone, serde::Serialize)]
pub(super) enum Form {
    Forbid(usize),
    /// At most so long; to any limit, and beyond what length that is weighed.
    Limit(usize, Option<u8>, Option<u8>),
    RequireWhenever {
        thing: usize,
        measure: usize,
        within: Option<u8>,
        /// `within promptly`, and not within a number of hours.
        promptly: bool,
        every: Option<u8>,
        by: Option<usize>,
    },
    RequireFor {
        thing: usize,
        within: Option<u8>,
        by: Option<usize>,
    },
    RequireBan {
        measure: usize,
        by: Option<usize>,
    },
    Equal {
        thing: usize,
        /// `any safeguard`, `any measure`.
        any: bool,
        burden: bool,
        whom: Option<Cond>,
        grounds: Vec<usize>,
        aims: Vec<usize>,
        never: Option<Vec<usize>>,
    },
    Before {
        step: usize,
        pass: usize,
        laid_down: bool,
    },
    /// 0 at least, 1 at most, 2 exactly
    Define(u8, Cond),
    Justify {
        measure: usize,
        legality: bool,
        aim: Option<Vec<usize>>,
        necessity: Option<Leg>,
        proportionality: Option<(Vec<usize>, bool, Leg)>,
    },
    Establish(usize),
}

/// How a leg is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub(super) enum Leg {
    Plain,
    Weighed,
}

/// One line of a standard.
#[derive(Debug, Clone, serde::Serialize)]
pub(super) struct Demand {
    pub(super) who: Cond,
    pub(super) where_: Cond,
    pub(super) form: Form,
    /// `weighed` at its end.
    pub(super) weighed: bool,
    /// A reason in the scope: asked of each power.
    pub(super) reason: bool,
}

/// A standard but for its basis.
#[derive(Debug, Clone, Default, serde::Serialize)]
pub(super) struct Marked {
    pub(super) laid_down_by_law: bool,
    pub(super) duty_to_legislate: bool,
    pub(super) requires_weighing: bool,
}

/// A thing that protects: what the text has of it can be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// One of the conditions that are joined in the guard of a power.
    Guard(usize, usize),
    Limits(usize),
    Give(usize),
    Giving(usize, usize),
    Ban(usize),
    Define(usize),
    Establishes(usize),
    Justified(usize),
    /// Who decides: with some measures a safeguard comes by that.
    Actor(usize),
    Edge(usize),
}

/// A text of the order.
#[derive(Debug, Clone, Default, serde::Serialize)]
pub(super) struct Law {
    /// Place among `RANKS`.
    pub(super) rank: Option<usize>,
    /// A year of this century.
    pub(super) adopted: Option<u8>,
    pub(super) excerpt: bool,
    /// It is known to have more articles than are there.
    pub(super) lacks: bool,
    pub(super) governs: [bool; 2],
    /// In these fields it refuses what it does not give.
    pub(super) exhaustive: [bool; 2],
}

/// The ranks, the highest first.
pub(super) const RANKS: [&str; 3] = ["constitution", "act", "circular"];

/// How an article stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
pub(super) enum Standing {
    #[default]
    Encoded,
    /// `to be encoded`: it has no clauses.
    Open,
    /// `set aside`: likewise.
    Aside,
    /// Nothing but a note.
    Note,
}

#[derive(Debug, Clone, Default, serde::Serialize)]
pub(super) struct Article {
    pub(super) law: usize,
    pub(super) standing: Standing,
    /// `source … unconfirmed`.
    pub(super) unseen: bool,
    /// `in force`, `until`: years, never that of the date asked about.
    pub(super) from: Option<u8>,
    pub(super) until: Option<u8>,
}

/// What the law says is so, whatever it does.
#[derive(Debug, Clone, serde::Serialize)]
pub(super) enum Axiom {
    Always(Cond),
    Never(Cond),
    Implies(Cond, Cond),
    /// `fact … implies`, of its own fact.
    Fact(Cond),
}

/// `searched for`.
#[derive(Debug, Clone, serde::Serialize)]
pub(super) struct Search {
    pub(super) things: Vec<Sought>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub(super) enum Sought {
    Measure(usize),
    /// A safeguard, and of which measure.
    Safeguard(usize, Option<usize>),
    Step(usize),
    Institution(usize),
    Field(usize),
}

#[derive(Debug, Clone, serde::Serialize)]
pub(super) struct Case {
    pub(super) vocabulary: Vocabulary,
    pub(super) agreed: Agreed,
    pub(super) axioms: Vec<Cond>,
    pub(super) terms: Vec<Cond>,
    pub(super) laws: Vec<Law>,
    /// What is known of each article, by its number.
    pub(super) articles: BTreeMap<usize, Article>,
    /// Article number, clause.
    pub(super) clauses: Vec<(usize, Clause)>,
    pub(super) edges: Vec<(usize, usize, Cond)>,
    /// What the first law says is so.
    pub(super) own: Vec<Axiom>,
    pub(super) searches: Vec<Search>,
    pub(super) demands: Vec<Demand>,
    pub(super) marked: Marked,
    pub(super) rules: String,
    /// The texts of the laws, each begun where the one before ends, so that an offset says in which it is.
    pub(super) law: String,
    pub(super) second: Option<String>,
    #[serde(skip)]
    pub(super) parts: Vec<(u32, Part)>,
    /// Where each clause begins, by its number.
    #[serde(skip)]
    pub(super) starts: BTreeMap<usize, u32>,
    /// Where each of its time limits does.
    #[serde(skip)]
    pub(super) limits: BTreeMap<(usize, usize), u32>,
    /// Whether every step is `of m0`, and the fifth safeguard's step `p4` is `of s0`.
    pub(super) step_measure: bool,
    pub(super) step_safeguard: bool,
}

/// The words of a case: how many values the facts have, and what is a kind of what.
#[derive(Debug, Clone, serde::Serialize)]
pub(super) struct Vocabulary {
    pub(super) sizes: [u8; 6],
    /// For measures, things, steps and institutions alike: what each of five is directly a kind of. The first is its
    /// first face.
    pub(super) parents: [Vec<usize>; 5],
    /// Which measures private persons take.
    pub(super) private: [bool; 5],
    /// In which of two fields each of them is.
    pub(super) fields: [usize; 5],
    /// For kinds of authority.
    pub(super) authorities: [Vec<usize>; 3],
    /// A safeguard, and the fact it establishes.
    pub(super) establishes: Option<(usize, usize)>,
    /// A fact, whether it serves necessity (else proportionality), and whether in full: the treaty's own test.
    pub(super) serves: Option<(usize, bool, bool)>,
    /// A safeguard that serves its leg in full.
    pub(super) in_full: Option<usize>,
    /// The fifth measure is another for a reason.
    pub(super) reason: Option<Reason>,
    /// The fourth measure is the law's own: then no rule speaks of it.
    pub(super) own_measure: bool,
    /// … and may be a kind of this one.
    pub(super) may_be: Option<usize>,
    /// A safeguard that is another by a kind of authority.
    pub(super) same: Option<(usize, usize, usize)>,
    /// A measure with which a safeguard comes where a kind of authority decides it.
    pub(super) deciding: Option<(usize, usize, usize)>,
    /// A measure, and the fact it ends.
    pub(super) ends: Option<(usize, usize)>,
    /// The measure that a right to `v0` bars.
    pub(super) bars: usize,
    /// `promptly` is read as so many hours, and beyond so many it is not even late.
    pub(super) prompt: (u8, Option<u8>),
    /// Facts that say who a person is.
    pub(super) personal: [bool; 6],
    /// A fact, and the ground it may stand for.
    pub(super) stands_for: Option<(usize, usize)>,
    /// Whether kinds are declared before what they are kinds of.
    pub(super) kinds_first: bool,
    /// Whether the first fact is an open term of the law; then no rule speaks of it.
    pub(super) open: bool,
    /// Whether it is an element of the law; then likewise.
    pub(super) element: bool,
}

/// `reason r0 of …`, and the measure that the fifth is for this reason.
#[derive(Debug, Clone, serde::Serialize)]
pub(super) struct Reason {
    pub(super) wide: usize,
    /// Facts, and the value named of one that has several.
    pub(super) facts: Vec<(usize, Option<u8>)>,
}

/// The measure by a reason, and the law's own.
pub(super) const BY_REASON: usize = 4;
pub(super) const OWN_MEASURE: usize = 3;

fn under(parents: &[Vec<usize>], child: usize, parent: usize) -> bool {
    child == parent || parents[child].iter().any(|p| under(parents, *p, parent))
}

/// What proportionality asks for: where nothing is named, everything that serves it.
pub(super) fn proportionate(things: &[usize], limit: bool) -> Vec<usize> {
    if things.is_empty() && !limit { PROPORTIONALITY.to_vec() } else { things.to_vec() }
}

/// What a safeguard is called.
pub(super) fn safeguard(number: usize) -> String {
    if number == REVIEW { "review".into() } else { format!("s{number}") }
}

/// The safeguard of this name.
pub(super) fn numbered(name: &str) -> usize {
    if name == "review" { REVIEW } else { name[1..].parse().unwrap() }
}

impl Vocabulary {
    pub(super) fn is_a(&self, child: usize, parent: usize) -> bool {
        under(&self.parents, child, parent)
    }

    /// Nothing but kinds.
    fn is_plain(&self) -> bool {
        self.establishes.is_none()
            && self.serves.is_none()
            && self.in_full.is_none()
            && self.reason.is_none()
            && !self.own_measure
            && self.same.is_none()
            && self.deciding.is_none()
            && self.ends.is_none()
            && self.stands_for.is_none()
    }

    /// By first faces only, as a power reaches down (§7).
    pub(super) fn is_first_a(&self, child: usize, parent: usize) -> bool {
        child == parent || self.parents[child].first().is_some_and(|first| self.is_first_a(*first, parent))
    }

    pub(super) fn kinds(&self, parent: usize) -> impl Iterator<Item = usize> {
        (0..5).filter(move |k| self.is_a(*k, parent))
    }

    /// Whether a power over this measure reaches the kind where its ground is the kind's reason (§7).
    pub(super) fn is_reached_by_reason(&self, kind: usize, measure: usize) -> bool {
        let reason = self.reason.as_ref().filter(|_| kind == BY_REASON && measure != BY_REASON);
        reason.is_some_and(|r| self.is_a(measure, r.wide) || self.is_first_a(r.wide, measure))
    }

    pub(super) fn authority_is_a(&self, child: usize, parent: usize) -> bool {
        under(&self.authorities, child, parent)
    }

    pub(super) fn akin(&self, a: usize, b: usize) -> bool {
        (0..5).any(|top| self.is_a(a, top) && self.is_a(b, top))
    }

    /// The fields of a measure: those of its kinds and of whatever a power could name to reach them (§1).
    pub(super) fn measure_fields(&self, measure: usize) -> Vec<usize> {
        let reaches = |kind: usize, m: usize| self.is_first_a(kind, m) || self.is_reached_by_reason(kind, m);
        let named = |m: usize| self.kinds(measure).any(|kind| kind == m || reaches(kind, m));
        let mut all: Vec<usize> = (0..5).filter(|m| named(*m)).map(|m| self.fields[m]).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

impl Cond {
    pub(super) fn holds(&self, terms: &[Cond], p: &Person) -> bool {
        match self {
            Cond::Any => true,
            Cond::Yes(f) => p.value(*f) == 1,
            Cond::Is(v) => p.value(3) == *v,
            Cond::Below(f, n) => p.value(*f) < *n,
            Cond::Term(t) => terms[*t].holds(terms, p),
            Cond::Not(c) => !c.holds(terms, p),
            Cond::All(cs) => cs.iter().all(|c| c.holds(terms, p)),
            Cond::Some(cs) => cs.iter().any(|c| c.holds(terms, p)),
        }
    }

    /// Whether it speaks of a fact, in a term too.
    pub(super) fn mentions(&self, terms: &[Cond], fact: usize) -> bool {
        match self {
            Cond::Any => false,
            Cond::Yes(f) | Cond::Below(f, _) => *f == fact,
            Cond::Is(_) => fact == NATIONALITY,
            Cond::Term(t) => terms[*t].mentions(terms, fact),
            Cond::Not(c) => c.mentions(terms, fact),
            Cond::All(cs) | Cond::Some(cs) => cs.iter().any(|c| c.mentions(terms, fact)),
        }
    }

    /// The conditions that are joined in it by *and*.
    pub(super) fn joined(&self) -> Vec<&Cond> {
        match self {
            Cond::All(parts) => parts.iter().flat_map(Cond::joined).collect(),
            one => vec![one],
        }
    }
}

impl Power {
    /// Everything that its *who* and *where* say, joined: where a condition stands never matters (§1).
    pub(super) fn guard(&self) -> Vec<&Cond> {
        std::iter::once(&self.who).chain(&self.ground).chain(&self.read).flat_map(Cond::joined).collect()
    }
}

/// The conditions of a case, by where they are written.
pub(super) struct Conditions<'a> {
    /// In the rules.
    pub(super) rules: Vec<&'a mut Cond>,
    /// In the articles and procedures of the law.
    pub(super) law: Vec<&'a mut Cond>,
    /// Whom the law's own reservations are about.
    pub(super) reserved: Vec<&'a mut Cond>,
}

/// Changes what conditions are made of in the end.
fn atoms(mut conditions: Vec<&mut Cond>, mut change: impl FnMut(&mut Cond)) {
    while let Some(condition) = conditions.pop() {
        match condition {
            Cond::Not(c) => conditions.push(c),
            Cond::All(cs) | Cond::Some(cs) => conditions.extend(cs),
            atom => change(atom),
        }
    }
}

impl Case {
    /// Everybody the words can tell apart, whether or not they can exist.
    pub(super) fn people(&self) -> impl Iterator<Item = &'static Person> {
        let sizes = self.vocabulary.sizes;
        PEOPLE.iter().filter(move |p| p.0.iter().zip(sizes).all(|(value, size)| *value < size))
    }
    /// By the vocabulary's axioms.
    pub(super) fn possible(&self, p: &Person) -> bool {
        p.0.iter().zip(self.vocabulary.sizes).all(|(value, size)| *value < size)
            && self.axioms.iter().all(|a| a.holds(&self.terms, p))
    }
    /// By the vocabulary's axioms but those on one fact.
    pub(super) fn possible_but_for(&self, fact: usize, p: &Person) -> bool {
        self.axioms.iter().all(|a| a.mentions(&self.terms, fact) || a.holds(&self.terms, p))
    }
    /// Whether it can be of somebody that something is found: of whom a measure ends a fact, too.
    pub(super) fn may_be_found(&self, p: &Person) -> bool {
        self.possible(p) || self.vocabulary.ends.is_some_and(|(_, fact)| self.possible_but_for(fact, p))
    }
    /// By what the law says is so, but of one fact if asked.
    pub(super) fn own_axioms_hold(&self, p: &Person, but_for: Option<usize>) -> bool {
        let speaks = |c: &Cond| but_for.is_some_and(|fact| c.mentions(&self.terms, fact));
        self.own.iter().all(|axiom| match axiom {
            Axiom::Always(c) => speaks(c) || self.holds(c, p),
            Axiom::Never(c) => speaks(c) || !self.holds(c, p),
            Axiom::Implies(a, b) => speaks(a) || speaks(b) || !self.holds(a, p) || self.holds(b, p),
            Axiom::Fact(c) => but_for == Some(0) || speaks(c) || p.value(0) == 0 || self.holds(c, p),
        })
    }
    pub(super) fn holds(&self, c: &Cond, p: &Person) -> bool {
        c.holds(&self.terms, p)
    }
    pub(super) fn holds_term(&self, name: &str, p: &Person) -> bool {
        let at: usize = name.trim_start_matches('t').parse().unwrap();
        self.terms[at].holds(&self.terms, p)
    }
    /// The part that a place is in: the last that begins no later. A condition's place begins inside its brackets.
    pub(super) fn part_at(&self, offset: u32) -> Option<usize> {
        let before = self.parts.iter().enumerate().filter(|(_, (at, _))| *at <= offset);
        before.max_by_key(|(_, (at, _))| *at).map(|(i, _)| i)
    }

    /// Nothing in it is doubtful, unread, searched or refused, and one thing is asked.
    pub(super) fn is_plain(&self) -> bool {
        let plain = |a: &Article| a.standing == Standing::Encoded && !a.unseen && a.from.is_none() && a.until.is_none();
        let seen = |c: &Clause| match c {
            Clause::Power(p) => p.without.is_empty() && !p.is_final && p.read.is_none(),
            Clause::Ban(b) => b.over.is_empty() && !b.right,
            Clause::Give(g) => g.over.is_empty() && g.yields.is_empty() && !g.prompt && g.every.is_none(),
            Clause::Define(_) | Clause::Establishes(_) => true,
            Clause::Refuse(_) | Clause::Principle(..) | Clause::Saving(..) => false,
        };
        self.laws.len() == 1
            && (0..self.laws.len()).all(|law| self.whole(law))
            && self.articles.values().all(plain)
            && self.clauses.iter().all(|(_, c)| seen(c))
            && self.own.is_empty()
            && self.demands.len() == 1
            && !self.demands[0].weighed
            && self.vocabulary.is_plain()
            && self.agreed.reservations.iter().all(|r| !r.own)
    }

    /// What is known of the article with this number.
    pub(super) fn article(&self, number: usize) -> Article {
        self.articles.get(&number).cloned().unwrap_or_default()
    }

    /// Whether its clauses are law on the date (§1, operative).
    pub(super) fn operative(&self, number: usize) -> bool {
        let article = self.article(number);
        let on = self.agreed.as_of;
        article.standing == Standing::Encoded
            && article.from.is_none_or(|from| from <= on)
            && article.until.is_none_or(|until| until >= on)
    }

    /// Whether a text is whole (§1): no excerpt, nothing open, nothing lacking.
    pub(super) fn whole(&self, law: usize) -> bool {
        let text = &self.laws[law];
        let open = |a: &Article| a.law == law && a.standing == Standing::Open;
        !text.excerpt && !text.lacks && !self.articles.values().any(open)
    }

    /// What the law says of `t0` is by its own definition, if it has one: that is the third term then, under the same
    /// name. The standard means what the vocabulary means. A definition holds in the law it stands in.
    pub(super) fn mean_its_own(&mut self) {
        self.terms.truncate(2);
        let own =
            self.clauses.iter().find_map(|(_, c)| if let Clause::Define(own) = c { Some(own.clone()) } else { None });
        let meant = if own.is_some() { 2 } else { 0 };
        self.terms.extend(own);
        let Conditions { law, reserved, .. } = self.conditions();
        atoms(law.into_iter().chain(reserved).collect(), |atom| {
            if let Cond::Term(t @ (0 | 2)) = atom {
                *t = meant;
            }
        });
    }

    /// Every condition of the case.
    pub(super) fn conditions(&mut self) -> Conditions<'_> {
        let mut rules: Vec<&mut Cond> = self.axioms.iter_mut().chain(self.terms.iter_mut().take(2)).collect();
        for demand in &mut self.demands {
            rules.push(&mut demand.who);
            rules.push(&mut demand.where_);
            match &mut demand.form {
                Form::Equal { whom, .. } => rules.extend(whom),
                Form::Define(_, means) => rules.push(means),
                _ => {}
            }
        }
        let mut law: Vec<&mut Cond> = self.edges.iter_mut().map(|(_, _, c)| c).collect();
        for axiom in &mut self.own {
            match axiom {
                Axiom::Always(c) | Axiom::Never(c) | Axiom::Fact(c) => law.push(c),
                Axiom::Implies(a, b) => law.extend([a, b]),
            }
        }
        for (_, clause) in &mut self.clauses {
            match clause {
                Clause::Power(p) => {
                    law.push(&mut p.who);
                    law.extend(&mut p.ground);
                    law.extend(&mut p.read);
                    law.extend(p.limits.iter_mut().map(|(_, c)| c));
                    law.extend(p.giving.iter_mut().map(|g| &mut g.guard));
                    law.extend(p.without.iter_mut().map(|w| &mut w.guard));
                }
                Clause::Ban(b) => law.push(&mut b.guard),
                Clause::Give(g) => law.push(&mut g.guard),
                Clause::Refuse(r) => law.push(&mut r.guard),
                Clause::Define(c) | Clause::Principle(_, c) => law.push(c),
                Clause::Establishes(_) | Clause::Saving(..) => {}
            }
        }
        Conditions { rules, law, reserved: self.agreed.own_classes().collect() }
    }

    /// No rule speaks of what is the law's own: it speaks of the second fact then.
    pub(super) fn leave_to_the_law(&mut self) {
        for demand in &mut self.demands {
            if let Form::Equal { grounds, never, .. } = &mut demand.form {
                for list in std::iter::once(grounds).chain(never) {
                    list.iter_mut().filter(|f| **f == 0).for_each(|f| *f = 1);
                    list.dedup();
                }
            }
        }
        atoms(self.conditions().rules, |atom| {
            if let Cond::Yes(fact @ 0) = atom {
                *fact = 1;
            }
        });
        // Nor does the vocabulary.
        self.vocabulary.establishes.iter_mut().for_each(|(_, fact)| *fact = 1);
        self.vocabulary.serves.iter_mut().for_each(|(fact, ..)| *fact = 1);
        self.vocabulary.ends.iter_mut().for_each(|(_, fact)| *fact = 1);
        self.vocabulary.personal[0] = false;
        self.vocabulary.stands_for.iter_mut().for_each(|(fact, _)| *fact = 1);
        self.vocabulary.reason.iter_mut().flat_map(|r| &mut r.facts).for_each(|(fact, _)| *fact = (*fact).max(1));
    }

    /// Clauses in the order of the text: clause number, article, clause.
    pub(super) fn ordered(&self) -> Vec<(usize, usize, &Clause)> {
        let mut out = Vec::new();
        for number in self.numbers() {
            let own = self.clauses.iter().enumerate().filter(|(_, (m, _))| *m == number);
            out.extend(own.map(|(i, (m, c))| (i, *m, c)));
        }
        out
    }

    /// The articles that have clauses, in the order of the texts.
    pub(super) fn numbers(&self) -> Vec<usize> {
        let mut numbers: Vec<usize> = Vec::new();
        for (n, _) in &self.clauses {
            if !numbers.contains(n) {
                numbers.push(*n);
            }
        }
        numbers.sort_by_key(|n| self.article(*n).law);
        numbers
    }
}
