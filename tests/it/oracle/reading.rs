//! What a law permits, prohibits, gives and refuses, in one of the two readings, by `decision-tables.md` §1, §4, §5.

use super::mutants::{Mutant, awake};
use super::world::*;

/// What is kept of what protects; everything, when not asked.
pub(super) type Kept<'a> = Option<&'a [usize]>;

/// How doubtful statements are taken (§5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Doubts {
    /// The law's own axioms hold.
    pub(super) own: bool,
    /// Everything else is for the State.
    pub(super) kind: bool,
}

pub(super) const KIND: Doubts = Doubts { own: true, kind: true };
pub(super) const STRICT: Doubts = Doubts { own: false, kind: false };

/// A law in one reading.
#[derive(Clone, Copy)]
pub(super) struct Read<'a> {
    pub(super) case: &'a Case,
    pub(super) doubts: Doubts,
    pub(super) kept: Kept<'a>,
}

/// A power: its clause, its article, itself, whether its words have not been seen.
#[derive(Clone, Copy)]
pub(super) struct PowerAt<'a> {
    pub(super) index: usize,
    pub(super) article: usize,
    pub(super) unseen: bool,
    pub(super) power: &'a Power,
}

/// A guarantee, wherever it stands: the power it belongs to, its article, its part.
#[derive(Clone, Copy)]
pub(super) struct GiveAt<'a> {
    pub(super) power: Option<usize>,
    pub(super) article: usize,
    pub(super) give: &'a Give,
    pub(super) part: Part,
}

/// A refusal, wherever it stands.
#[derive(Clone, Copy)]
pub(super) struct RefuseAt<'a> {
    pub(super) power: Option<usize>,
    pub(super) article: usize,
    pub(super) thing: usize,
    pub(super) by: Option<usize>,
    /// Everybody, where none is stated or its words have not been seen.
    pub(super) guard: Option<&'a Cond>,
    /// `final`.
    pub(super) is_final: bool,
    /// The silence of a law that is exhaustive, of exactly this thing.
    pub(super) silence: Option<usize>,
    /// The clause, where it stands alone.
    pub(super) alone: Option<&'a Refuse>,
}

/// What is asked for: what, within what time, by whom.
pub(super) type Asked = (usize, Option<u8>, Option<usize>);

impl<'a> Read<'a> {
    pub(super) fn new(case: &'a Case, doubts: Doubts, kept: Kept<'a>) -> Read<'a> {
        Read { case, doubts, kept }
    }

    pub(super) fn keeps(&self, part: Part) -> bool {
        self.kept.is_none_or(|kept| kept.iter().any(|k| self.case.parts[*k].1 == part))
    }

    pub(super) fn holds(&self, c: &Cond, p: &Person) -> bool {
        self.case.holds(c, p)
    }

    fn words(&self) -> &'a Vocabulary {
        &self.case.vocabulary
    }

    /// Somebody who can exist, in this reading: the law's own axioms are no axioms of the vocabulary.
    pub(super) fn possible(&self, p: &Person) -> bool {
        let own = self.doubts.own || awake(Mutant::OwnAxiomsBehindAll);
        self.case.possible(p) && (!own || self.case.own_axioms_hold(p, None))
    }

    /// Somebody to whom a kind of measure can be done: where it ends a fact, the axioms on that fact are left out (§9).
    pub(super) fn possible_for(&self, kind: usize, p: &Person) -> bool {
        match self.words().ends.filter(|(measure, _)| self.words().is_a(kind, *measure)) {
            None => self.possible(p),
            Some((_, fact)) => {
                self.case.possible_but_for(fact, p) && (!self.doubts.own || self.case.own_axioms_hold(p, Some(fact)))
            }
        }
    }

    /// A measure and its kinds. One that may be a kind is one in the strict reading (§5).
    pub(super) fn kinds(&self, measure: usize) -> Vec<usize> {
        let words = self.words();
        let may_be = words.may_be.filter(|m| !self.doubts.kind && words.is_a(*m, measure)).map(|_| OWN_MEASURE);
        let mut all: Vec<usize> = words.kinds(measure).chain(may_be).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The operative clauses: clause, article, whether its words have been seen.
    pub(super) fn clauses(&self) -> Vec<(usize, usize, bool, &'a Clause)> {
        let all = self.case.ordered().into_iter().filter(|(_, article, _)| self.case.operative(*article));
        all.map(|(i, article, clause)| (i, article, self.case.article(article).unseen, clause)).collect()
    }

    /// A helping clause whose words nobody has seen is there in the kind reading, a harming one in the strict (§5).
    fn helps_here(&self, unseen: bool) -> bool {
        !unseen || self.doubts.kind
    }

    fn harms_here(&self, unseen: bool) -> bool {
        !unseen || !self.doubts.kind
    }

    pub(super) fn powers(&self) -> Vec<PowerAt<'a>> {
        let mut out = Vec::new();
        for (index, article, unseen, clause) in self.clauses() {
            if let Clause::Power(power) = clause
                && self.harms_here(unseen)
            {
                out.push(PowerAt { index, article, unseen, power });
            }
        }
        out
    }

    /// Prohibitions: clause, article, itself.
    pub(super) fn bans(&self) -> Vec<(usize, usize, &'a Ban)> {
        let mut out = Vec::new();
        for (index, article, unseen, clause) in self.clauses() {
            if let Clause::Ban(ban) = clause
                && self.helps_here(unseen)
                && self.keeps(Part::Ban(index))
            {
                out.push((index, article, ban));
            }
        }
        out
    }

    /// All guarantees that are there.
    pub(super) fn given(&self) -> Vec<GiveAt<'a>> {
        let mut out = Vec::new();
        for (index, article, unseen, clause) in self.clauses() {
            if !self.helps_here(unseen) {
                continue;
            }
            match clause {
                Clause::Power(p) => {
                    for (at, give) in p.giving.iter().enumerate() {
                        out.push(GiveAt { power: Some(index), article, give, part: Part::Giving(index, at) });
                    }
                }
                Clause::Give(give) => out.push(GiveAt { power: None, article, give, part: Part::Give(index) }),
                _ => {}
            }
        }
        out.retain(|g| self.keeps(g.part));
        out
    }

    /// All refusals that are there. The condition of one whose words nobody has seen is a helping statement, and is not.
    pub(super) fn refused(&self) -> Vec<RefuseAt<'a>> {
        let mut out = Vec::new();
        for (index, article, unseen, clause) in self.clauses() {
            if !self.harms_here(unseen) {
                continue;
            }
            let own = |c: &'a Cond| if unseen { None } else { Some(c) };
            let bare = RefuseAt {
                power: None,
                article,
                thing: 0,
                by: None,
                guard: None,
                is_final: false,
                silence: None,
                alone: None,
            };
            match clause {
                Clause::Power(p) => {
                    let bare = RefuseAt { power: Some(index), ..bare };
                    out.extend(p.without.iter().map(|w| RefuseAt {
                        thing: w.thing,
                        by: w.by,
                        guard: own(&w.guard),
                        ..bare
                    }));
                    if p.is_final {
                        out.push(RefuseAt { thing: REVIEW, is_final: true, ..bare });
                    }
                }
                Clause::Refuse(r) => {
                    out.push(RefuseAt { thing: r.thing, by: r.by, guard: own(&r.guard), alone: Some(r), ..bare })
                }
                _ => {}
            }
        }
        for (law, text) in self.case.laws.iter().enumerate().filter(|(law, _)| self.case.whole(*law)) {
            let bare = RefuseAt {
                power: None,
                article: 0,
                thing: 0,
                by: None,
                guard: None,
                is_final: false,
                silence: Some(law),
                alone: None,
            };
            let silent = (0..5).filter(|thing| text.exhaustive[self.words().fields[*thing]]);
            out.extend(silent.map(|thing| RefuseAt { thing, ..bare }));
        }
        out
    }

    /// Those that belong to a power and a kind of measure: its own, and those that come with the kind; without a power,
    /// those that come with the kind; without either, what is given or refused whatever is done.
    fn comes_with(
        &self,
        (of, whenever): (Option<usize>, Option<usize>),
        power: Option<PowerAt<'a>>,
        kind: Option<usize>,
        p: &Person,
    ) -> bool {
        match of {
            Some(own) => power.is_some_and(|p| p.index == own),
            None => whenever.is_none_or(|m| kind.is_some_and(|kind| self.is_use_of(m, power, kind, p))),
        }
    }

    /// Whether doing a kind of measure under a power is doing this measure. For a reason, the power's own measure is done;
    /// and who does a measure for the reason does the kind by that reason (§7).
    fn is_use_of(&self, measure: usize, power: Option<PowerAt<'a>>, kind: usize, p: &Person) -> bool {
        let words = self.words();
        if words.is_a(kind, measure) {
            return true;
        }
        let (Some(reason), Some(at)) = (&words.reason, power) else { return false };
        let own =
            kind == BY_REASON && words.is_a(at.power.measure, reason.wide) && words.is_a(at.power.measure, measure);
        own || measure == BY_REASON && words.is_a(kind, reason.wide) && self.only_for_reason(at, p)
    }

    fn giving(&self, power: Option<PowerAt<'a>>, kind: Option<usize>, p: &Person) -> Vec<GiveAt<'a>> {
        let mut all = self.given();
        all.retain(|g| self.comes_with((g.power, g.give.whenever), power, kind, p) && self.holds(&g.give.guard, p));
        all
    }

    /// What is refused to somebody with a use of a kind of measure under a power.
    pub(super) fn refusing(&self, power: Option<PowerAt<'a>>, kind: Option<usize>, p: &Person) -> Vec<RefuseAt<'a>> {
        let mut all = self.refused();
        all.retain(|r| {
            let under = r.alone.is_none_or(|a| a.only.is_empty() || power.is_some_and(|p| a.only.contains(&p.article)));
            under
                && self.comes_with((r.power, r.alone.and_then(|a| a.whenever)), power, kind, p)
                && r.guard.is_none_or(|c| self.holds(c, p))
                && r.silence.is_none_or(|law| !self.gives_in(law, r.thing, power, kind, p))
        });
        all
    }

    /// Whether one law gives a thing or a kind of it, in whatever time and by whomever.
    pub(super) fn gives_in(
        &self,
        law: usize,
        thing: usize,
        power: Option<PowerAt<'a>>,
        kind: Option<usize>,
        p: &Person,
    ) -> bool {
        self.giving(power, kind, p)
            .iter()
            .any(|g| self.case.article(g.article).law == law && self.words().is_a(g.give.thing, thing))
    }

    fn by_whom(&self, given: Option<usize>, asked: Option<usize>) -> bool {
        asked.is_none_or(|asked| given.is_some_and(|by| self.words().authority_is_a(by, asked)))
    }

    /// What is said of a thing by an authority, in every spelling: where one safeguard is another by a kind of authority,
    /// each means the other.
    fn spellings(&self, thing: usize, by: Option<usize>) -> Vec<(usize, Option<usize>)> {
        let mut all = vec![(thing, by)];
        if let Some((one, other, authority)) = self.words().same {
            if self.words().is_a(thing, one) {
                all.push((other, Some(authority)));
            }
            if self.words().is_a(thing, other) && self.by_whom(by, Some(authority)) {
                all.push((one, by));
            }
        }
        all
    }

    /// Within how many hours; the treaty's own word is no more than what it is read as.
    pub(super) fn within(&self, give: &Give) -> Option<u8> {
        if give.prompt { Some(self.words().prompt.0) } else { give.within }
    }

    /// Of the thing or a kind of it, in time, by that kind of authority.
    pub(super) fn enough(&self, give: &Give, (thing, within, by): Asked) -> bool {
        let own = self.spellings(give.thing, give.by);
        let (things, authorities) = (own.iter().map(|(t, _)| *t), own.iter().map(|(_, by)| *by));
        let of = |t: usize| self.words().is_a(t, thing);
        things.into_iter().any(of)
            && authorities.into_iter().any(|own| self.by_whom(own, by))
            && within.is_none_or(|asked| self.within(give).is_some_and(|within| within <= asked))
    }

    /// Whether a refusal reaches a demand (§4): for the thing or a kind of it, and for that kind of authority. What a law
    /// is silent of reaches exactly that.
    pub(super) fn reaches_demand(&self, r: &RefuseAt, (thing, _, by): Asked) -> bool {
        if r.silence.is_some() {
            return thing == r.thing;
        }
        let own = self.spellings(thing, by);
        own.iter().any(|(t, _)| self.words().is_a(*t, r.thing)) && own.iter().any(|(_, by)| self.by_whom(*by, r.by))
    }

    fn rank(&self, article: usize) -> Option<usize> {
        self.case.laws[self.case.article(article).law].rank
    }

    /// Of two that stand elsewhere and have no word of priority, the higher in rank, else doubt.
    fn outranks(&self, refused: Option<usize>, given: Option<usize>) -> bool {
        match (given, refused) {
            (Some(given), Some(refused)) if given != refused => refused < given,
            _ => !self.doubts.kind,
        }
    }

    /// Whether the refusal prevails over what is given, by the table of §4.
    fn overcomes(&self, r: &RefuseAt, g: &GiveAt) -> bool {
        // What a power gives, it or anything elsewhere does not refuse.
        if g.power.is_some() {
            return r.power.is_some() && awake(Mutant::RefusalFirst);
        }
        if r.power.is_some() {
            return !(r.is_final && r.article == g.article);
        }
        let given = self.rank(g.article);
        if let Some(law) = r.silence {
            return self.outranks(self.case.laws[law].rank, given);
        }
        let Some(refusal) = r.alone else { return true };
        if !refusal.only.is_empty() {
            return true;
        }
        // Elsewhere against elsewhere.
        let gives = g.give.over.contains(&r.article) || refusal.yields.contains(&g.article);
        let refuses = refusal.over.contains(&g.article) || g.give.yields.contains(&r.article);
        match (gives, refuses) {
            (true, false) => false,
            (false, true) => true,
            // Both say that they prevail: no word of priority decides.
            (true, true) => !self.doubts.kind,
            (false, false) => self.outranks(self.rank(r.article), given),
        }
    }

    /// Whether what one clause gives is refused after all.
    fn taken_away(&self, g: &GiveAt, power: Option<PowerAt<'a>>, kind: Option<usize>, p: &Person) -> bool {
        self.refusing(power, kind, p)
            .iter()
            .any(|r| self.reaches_demand(r, (g.give.thing, None, g.give.by)) && self.overcomes(r, g))
    }

    /// What somebody is given with a use of a kind of measure under a power, less what is refused.
    pub(super) fn surviving(&self, power: Option<PowerAt<'a>>, kind: Option<usize>, p: &Person) -> Vec<GiveAt<'a>> {
        let mut all = self.giving(power, kind, p);
        all.retain(|g| !self.taken_away(g, power, kind, p));
        all
    }

    /// given (S; p, k)
    pub(super) fn is_given(&self, asked: Asked, power: Option<PowerAt<'a>>, kind: Option<usize>, p: &Person) -> bool {
        self.by_deciding(asked, power, kind, p)
            || self.surviving(power, kind, p).iter().any(|g| self.enough(g.give, asked))
    }

    /// The same at least so often. What comes by deciding comes once.
    pub(super) fn is_given_every(
        &self,
        asked: Asked,
        every: u8,
        power: Option<PowerAt<'a>>,
        kind: Option<usize>,
        p: &Person,
    ) -> bool {
        let often = |g: &Give| g.every.is_some_and(|own| own <= every);
        self.surviving(power, kind, p).iter().any(|g| self.enough(g.give, asked) && often(g.give))
    }

    /// Where the power's own authority is of the kind asked and the vocabulary says that it is given by deciding. Nothing
    /// refuses it: it is part of the power.
    fn by_deciding(&self, (thing, _, by): Asked, power: Option<PowerAt<'a>>, kind: Option<usize>, p: &Person) -> bool {
        let (Some((measure, given, authority)), Some(at), Some(kind)) = (self.words().deciding, power, kind) else {
            return false;
        };
        let actor = at.power.by.filter(|_| !at.unseen && self.keeps(Part::Actor(at.index)));
        let spelled = self.spellings(given, actor);
        self.is_use_of(measure, power, kind, p)
            && self.by_whom(actor, Some(authority))
            && spelled.iter().any(|(own, _)| self.words().is_a(*own, thing))
            && self.by_whom(actor, by)
    }

    /// Refused, and not given nevertheless.
    pub(super) fn is_refused(&self, asked: Asked, power: Option<PowerAt<'a>>, kind: Option<usize>, p: &Person) -> bool {
        let refused = self.refusing(power, kind, p).iter().any(|r| self.reaches_demand(r, asked));
        refused && !self.is_given(asked, power, kind, p)
    }

    /// The conditions that are joined in a power's guard and kept. Of a power whose words nobody has seen there are none
    /// in the strict reading, and in the other there is no such power.
    fn guard_parts(&self, at: PowerAt<'a>) -> Vec<&'a Cond> {
        if at.unseen {
            return Vec::new();
        }
        let all = at.power.guard().into_iter().enumerate();
        all.filter(|(n, _)| self.keeps(Part::Guard(at.index, *n))).map(|(_, c)| c).collect()
    }

    /// Everything that *who* and *where* say.
    pub(super) fn guard(&self, at: PowerAt<'a>, p: &Person) -> bool {
        self.guard_parts(at).iter().all(|c| self.holds(c, p))
    }

    /// The `for` clauses that are there: a time limit is a helping statement.
    pub(super) fn limits(&self, at: PowerAt<'a>) -> &'a [(Option<u8>, Cond)] {
        if at.unseen || !self.keeps(Part::Limits(at.index)) { &[] } else { &at.power.limits }
    }

    /// The `for` clauses that cover this situation.
    pub(super) fn covering(&self, at: PowerAt<'a>, p: &Person) -> Vec<Option<u8>> {
        self.limits(at).iter().filter(|(_, c)| self.holds(c, p)).map(|(n, _)| *n).collect()
    }

    /// `for` clauses are alternatives; whom none covers has no limit.
    fn lasts(&self, at: PowerAt<'a>, p: &Person) -> bool {
        let covering = self.covering(at, p);
        covering.is_empty() || covering.iter().any(|n| n.is_none_or(|n| p.value(5) <= n))
    }

    /// Whether a clause in words lets it last that long.
    pub(super) fn lasts_by_words(&self, at: PowerAt<'a>, p: &Person) -> bool {
        self.covering(at, p).iter().any(|n| n.is_none_or(|n| p.value(5) <= n))
    }

    /// No limit at all.
    pub(super) fn endless(&self, at: PowerAt<'a>, p: &Person) -> bool {
        let covering = self.covering(at, p);
        covering.is_empty() || covering.contains(&None)
    }

    /// A power reaches down by first faces; and a kind by reason, where its ground can be that reason.
    pub(super) fn reaches(&self, at: PowerAt<'a>, kind: usize) -> bool {
        if self.is_by_reason(at, kind) {
            return self.words().is_reached_by_reason(kind, at.power.measure)
                && self.case.people().any(|p| self.for_reason(at, p));
        }
        self.is_down(kind, at.power.measure)
    }

    fn is_down(&self, kind: usize, measure: usize) -> bool {
        let second = awake(Mutant::SecondFaces) && self.words().is_a(kind, measure);
        second || self.words().is_first_a(kind, measure)
    }

    /// A kind by reason that the power does not name itself: one that does reaches it whatever its ground.
    fn is_by_reason(&self, at: PowerAt<'a>, kind: usize) -> bool {
        self.words().reason.is_some() && kind == BY_REASON && at.power.measure != BY_REASON
    }

    /// Whether it reaches the kind, and its guard holds: for a kind by reason, for that reason.
    pub(super) fn admits(&self, at: PowerAt<'a>, kind: usize, p: &Person) -> bool {
        if self.is_by_reason(at, kind) {
            // Whether it ever acts for the reason is told by all that it says.
            let ever = || self.kept.is_none() || Read { kept: None, ..*self }.reaches(at, kind);
            return self.words().is_reached_by_reason(kind, at.power.measure) && self.for_reason(at, p) && ever();
        }
        self.is_down(kind, at.power.measure) && self.guard(at, p)
    }

    /// Whether it reaches some kind of a measure.
    pub(super) fn is_over(&self, at: PowerAt<'a>, measure: usize) -> bool {
        self.kinds(measure).into_iter().any(|kind| self.reaches(at, kind))
    }

    /// Whether a power is used for the reason (§7): its guard holds and no longer does when the facts of the reason and
    /// the open facts are set to no, whatever other value *no* is; or it has no ground but who the person is.
    pub(super) fn for_reason(&self, at: PowerAt<'a>, p: &Person) -> bool {
        let named = at.power.measure == BY_REASON && self.words().reason.is_some() && self.guard(at, p);
        named
            || self.ceases(at, p, self.words().open, true)
            || self.words().reason.is_some() && self.guard(at, p) && self.is_personal(at)
    }

    /// For the reason and no other: a power without a ground is used for others too, and one whose ground is open may be.
    /// That an own fact implies one of the reason's is doubtful, and helps nobody in the strict reading.
    fn only_for_reason(&self, at: PowerAt<'a>, p: &Person) -> bool {
        self.ceases(at, p, false, self.doubts.own)
    }

    /// The guard holds, and no longer does when the facts of the reason are set to no, and with them the open facts and
    /// the own facts that imply one of them.
    fn ceases(&self, at: PowerAt<'a>, p: &Person, open: bool, implied: bool) -> bool {
        let Some(reason) = &self.words().reason else { return false };
        if !self.guard(at, p) {
            return false;
        }
        // For what reason is told by all that a power says, also where some of it is left out.
        let whole = Read { kept: None, ..*self };
        let mut facts: Vec<usize> = reason.facts.iter().map(|(fact, _)| *fact).collect();
        if open || implied && self.implies_the_reason(reason) {
            facts.push(0);
        }
        let mut without = vec![*p];
        for fact in facts {
            let named = |v: &u8| reason.facts.iter().any(|(f, value)| *f == fact && value.is_none_or(|own| own == *v));
            // Of a yes or no fact, no; of a number there is none.
            let several = reason.facts.iter().any(|(f, value)| *f == fact && value.is_some());
            let no = |v: &u8| if several { !named(v) } else { *v == 0 };
            let values: Vec<u8> = (0..self.words().sizes[fact]).filter(no).collect();
            without = without.iter().flat_map(|p| values.iter().map(|v| p.with(fact, *v))).collect();
        }
        !without.iter().any(|q| whole.guard(at, q))
    }

    /// The law's own fact implies, by what it says where it is declared, one of the facts of the reason.
    fn implies_the_reason(&self, reason: &Reason) -> bool {
        let implied = self.case.own.iter().find_map(|a| if let Axiom::Fact(c) = a { Some(c) } else { None });
        implied.filter(|_| self.words().element).is_some_and(|c| {
            reason.facts.iter().any(|(fact, value)| {
                let is = |p: &Person| p.value(*fact) == value.unwrap_or(1);
                self.case.people().filter(|p| self.case.possible(p) && self.holds(c, p)).all(is)
            })
        })
    }

    /// The guard depends on nothing but facts that say who a person is.
    fn is_personal(&self, at: PowerAt<'a>) -> bool {
        let whole = Read { kept: None, ..*self };
        let others = (0..6).filter(|f| !self.words().personal[*f]);
        let spoken = |f: &usize| whole.guard_parts(at).iter().any(|c| c.mentions(&self.case.terms, *f));
        others.filter(spoken).all(|f| {
            let values = self.words().sizes[f];
            self.case.people().all(|p| (0..values).all(|v| whole.guard(at, p) == whole.guard(at, &p.with(f, v))))
        })
    }

    /// Where a guarantee that comes with it establishes a fact, the fact holds.
    fn as_established(&self, at: PowerAt<'a>, kind: usize, p: &Person) -> bool {
        let Some((thing, fact)) = self.words().establishes else { return true };
        let gives =
            |g: &GiveAt| self.spellings(g.give.thing, g.give.by).iter().any(|(own, _)| self.words().is_a(*own, thing));
        let established = self.surviving(Some(at), Some(kind), p).iter().any(gives);
        !established || p.value(fact) == 1
    }

    /// Whether a prohibition prevails over a power: by words of priority, else by rank and age, else in doubt (§5).
    fn prevails(&self, (_, article, ban): (usize, usize, &Ban), at: PowerAt<'a>) -> bool {
        let yields = at.power.over.contains(&article) || ban.yields.contains(&at.article);
        if yields {
            return false;
        }
        if ban.over.contains(&at.article) || at.power.under.contains(&article) {
            return true;
        }
        let law = |article: usize| &self.case.laws[self.case.article(article).law];
        let (own, other) = (law(article), law(at.article));
        let doubtful = match (own.rank, other.rank) {
            (Some(ban), Some(power)) if ban != power => ban > power,
            _ => own.adopted.zip(other.adopted).is_some_and(|(ban, power)| ban < power),
        };
        !doubtful || self.doubts.kind
    }

    pub(super) fn permits(&self, at: PowerAt<'a>, kind: usize, p: &Person) -> bool {
        self.admits(at, kind, p)
            && self.lasts(at, p)
            && self.as_established(at, kind, p)
            && !self.bans().iter().any(|b| {
                let ban = b.2;
                self.is_use_of(ban.measure, Some(at), kind, p)
                    && (ban.only.is_empty() || ban.only.contains(&at.article))
                    && self.by_whom(at.power.by, ban.by)
                    && self.prevails(*b, at)
                    && self.holds(&ban.guard, p)
            })
    }

    /// Covered by prohibitions of every use of it, to everybody or to this kind of authority, along all faces.
    pub(super) fn prohibited(&self, kind: usize, to: Option<usize>, p: &Person) -> bool {
        self.bans().iter().any(|(_, _, ban)| {
            ban.only.is_empty()
                && self.by_whom(to, ban.by)
                && self.words().is_a(kind, ban.measure)
                && self.holds(&ban.guard, p)
        })
    }

    /// By an actor that may be of this kind.
    pub(super) fn may_be(&self, at: PowerAt<'a>, by: Option<usize>) -> bool {
        by.zip(at.power.by).is_none_or(|(asked, actor)| {
            self.words().authority_is_a(actor, asked) || self.words().authority_is_a(asked, actor)
        })
    }

    /// Whether the text a power stands in is whole, or the power a duty: then what it permits is incompatible (§2, row 1).
    pub(super) fn says_all(&self, at: PowerAt<'a>) -> bool {
        at.power.must || self.case.whole(self.case.article(at.article).law)
    }

    /// A power or burden, or a declaration, in one of these fields.
    pub(super) fn in_field(&self, fields: &[usize]) -> bool {
        self.case.laws.iter().any(|l| fields.iter().any(|f| l.governs[*f]))
            || self.powers().iter().any(|at| fields.contains(&self.words().fields[at.power.measure]))
    }

    /// The steps of the procedure that somebody comes to without passing a stop.
    pub(super) fn steps(&self, p: &Person, stops: impl Fn(usize) -> bool) -> std::collections::BTreeSet<usize> {
        let edges: Vec<&(usize, usize, Cond)> =
            self.case.edges.iter().enumerate().filter(|(at, _)| self.keeps(Part::Edge(*at))).map(|(_, e)| e).collect();
        let Some((first, ..)) = edges.first() else { return Default::default() };
        let named: std::collections::BTreeSet<usize> = edges.iter().flat_map(|(a, b, _)| [*a, *b]).collect();
        let starts = named.into_iter().filter(|s| s == first || !edges.iter().any(|(_, b, _)| b == s));
        let mut reached: std::collections::BTreeSet<usize> = starts.filter(|s| !stops(*s)).collect();
        loop {
            let open = edges.iter().filter(|(a, b, c)| reached.contains(a) && !stops(*b) && self.holds(c, p));
            let next: Vec<usize> = open.map(|(_, b, _)| *b).filter(|b| !reached.contains(b)).collect();
            if next.is_empty() {
                return reached;
            }
            reached.extend(next);
        }
    }
}
