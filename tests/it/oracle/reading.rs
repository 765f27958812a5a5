//! What a law permits, prohibits, gives and refuses, in one of the two readings, by `decision-tables.md` §1, §4, §5.

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
        self.case.possible(p) && (!self.doubts.own || self.case.own_axioms_hold(p))
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
            let bare = RefuseAt { power: None, article, thing: 0, by: None, guard: None, is_final: false, alone: None };
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
        out
    }

    /// Those that belong to a power and a kind of measure: its own, and those that come with the kind; without a power,
    /// those that come with the kind; without either, what is given or refused whatever is done.
    fn comes_with(
        &self,
        of: Option<usize>,
        whenever: Option<usize>,
        power: Option<PowerAt>,
        kind: Option<usize>,
    ) -> bool {
        match of {
            Some(own) => power.is_some_and(|p| p.index == own),
            None => whenever.is_none_or(|m| kind.is_some_and(|kind| self.words().is_a(kind, m))),
        }
    }

    fn giving(&self, power: Option<PowerAt>, kind: Option<usize>) -> Vec<GiveAt<'a>> {
        let mut all = self.given();
        all.retain(|g| self.comes_with(g.power, g.give.whenever, power, kind));
        all
    }

    fn refusing(&self, power: Option<PowerAt>, kind: Option<usize>) -> Vec<RefuseAt<'a>> {
        let mut all = self.refused();
        all.retain(|r| {
            let under = r.alone.is_none_or(|a| a.only.is_empty() || power.is_some_and(|p| a.only.contains(&p.article)));
            under && self.comes_with(r.power, r.alone.and_then(|a| a.whenever), power, kind)
        });
        all
    }

    fn by_whom(&self, given: Option<usize>, asked: Option<usize>) -> bool {
        asked.is_none_or(|asked| given.is_some_and(|by| self.words().authority_is_a(by, asked)))
    }

    /// Of the thing or a kind of it, in time, by that kind of authority.
    pub(super) fn enough(&self, give: &Give, (thing, within, by): Asked) -> bool {
        self.words().is_a(give.thing, thing)
            && self.by_whom(give.by, by)
            && within.is_none_or(|asked| give.within.is_some_and(|within| within <= asked))
    }

    fn refuses(&self, r: &RefuseAt, p: &Person) -> bool {
        r.guard.is_none_or(|c| self.holds(c, p))
    }

    /// Whether a refusal reaches a demand (§4): for the thing or a kind of it, and for that kind of authority.
    pub(super) fn reaches_demand(&self, r: &RefuseAt, (thing, _, by): Asked) -> bool {
        self.words().is_a(thing, r.thing) && self.by_whom(by, r.by)
    }

    fn rank(&self, article: usize) -> Option<usize> {
        self.case.laws[self.case.article(article).law].rank
    }

    /// Whether the refusal prevails over what is given, by the table of §4.
    fn overcomes(&self, r: &RefuseAt, g: &GiveAt) -> bool {
        // What a power gives, it or anything elsewhere does not refuse.
        if g.power.is_some() {
            return false;
        }
        if r.power.is_some() {
            return !(r.is_final && r.article == g.article);
        }
        let Some(refusal) = r.alone else { return true };
        if !refusal.only.is_empty() {
            return true;
        }
        // Elsewhere against elsewhere.
        let given = g.give.over.contains(&r.article) || refusal.yields.contains(&g.article);
        let refused = refusal.over.contains(&g.article) || g.give.yields.contains(&r.article);
        match (given, refused) {
            (true, false) => false,
            (false, true) => true,
            // Both say that they prevail: no word of priority decides.
            (true, true) => !self.doubts.kind,
            (false, false) => match (self.rank(g.article), self.rank(r.article)) {
                (Some(given), Some(refused)) if given != refused => refused < given,
                _ => !self.doubts.kind,
            },
        }
    }

    /// Whether what one clause gives is refused after all.
    fn taken_away(&self, g: &GiveAt, power: Option<PowerAt>, kind: Option<usize>, p: &Person) -> bool {
        self.refusing(power, kind).iter().any(|r| {
            self.words().is_a(g.give.thing, r.thing)
                && self.by_whom(g.give.by, r.by)
                && self.refuses(r, p)
                && self.overcomes(r, g)
        })
    }

    /// What somebody is given with a use of a kind of measure under a power, less what is refused.
    pub(super) fn surviving(&self, power: Option<PowerAt>, kind: Option<usize>, p: &Person) -> Vec<GiveAt<'a>> {
        let mut all = self.giving(power, kind);
        all.retain(|g| self.holds(&g.give.guard, p) && !self.taken_away(g, power, kind, p));
        all
    }

    /// given (S; p, k)
    pub(super) fn is_given(&self, asked: Asked, power: Option<PowerAt>, kind: Option<usize>, p: &Person) -> bool {
        self.surviving(power, kind, p).iter().any(|g| self.enough(g.give, asked))
    }

    /// Refused, and not given nevertheless.
    pub(super) fn is_refused(&self, asked: Asked, power: Option<PowerAt>, kind: Option<usize>, p: &Person) -> bool {
        let refused = |r: &RefuseAt| self.reaches_demand(r, asked) && self.refuses(r, p);
        self.refusing(power, kind).iter().any(refused) && !self.is_given(asked, power, kind, p)
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

    /// A power reaches down by first faces.
    pub(super) fn reaches(&self, at: PowerAt<'a>, kind: usize) -> bool {
        self.words().is_first_a(kind, at.power.measure)
    }

    /// Whether it reaches some kind of a measure.
    pub(super) fn is_over(&self, at: PowerAt<'a>, measure: usize) -> bool {
        self.words().kinds(measure).any(|kind| self.reaches(at, kind))
    }

    /// Where a guarantee that comes with it establishes a fact, the fact holds.
    fn as_established(&self, at: PowerAt<'a>, kind: usize, p: &Person) -> bool {
        let Some((thing, fact)) = self.words().establishes else { return true };
        let established =
            self.surviving(Some(at), Some(kind), p).iter().any(|g| self.words().is_a(g.give.thing, thing));
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
        self.reaches(at, kind)
            && self.guard(at, p)
            && self.lasts(at, p)
            && self.as_established(at, kind, p)
            && !self.bans().iter().any(|b| {
                let ban = b.2;
                self.words().is_a(kind, ban.measure)
                    && (ban.only.is_empty() || ban.only.contains(&at.article))
                    && self.by_whom(at.power.by, ban.by)
                    && self.prevails(*b, at)
                    && self.holds(&ban.guard, p)
            })
    }

    pub(super) fn permits_some(&self, at: PowerAt<'a>, measure: usize, p: &Person) -> bool {
        self.words().kinds(measure).any(|kind| self.permits(at, kind, p))
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
