//! What the law gives: to whom, within what time, by what kind of authority, and what of it is refused.

use super::compile::Law;
use super::view::{Doubt, Part, View};
use crate::logic::{Formula, Undecided};
use crate::model::{Guarantee, GuaranteeId, Length, PowerId, RefusalId, ThingId};
use crate::text::Span;
use std::cmp::Ordering;

/// What is asked of a guarantee: of what, in time, by whom, how often.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Wanted {
    /// Of what.
    pub thing: ThingId,
    /// Within what time.
    pub within: Option<Length>,
    /// By what kind of authority.
    pub by: Option<ThingId>,
    /// Again after so long.
    pub every: Option<Length>,
    /// Of what is to be given within a time it is enough that no time is said.
    pub or_unsaid: bool,
}

impl Wanted {
    /// The thing, whenever and by whomever it is given.
    pub fn of(thing: ThingId) -> Wanted {
        Wanted { thing, within: None, by: None, every: None, or_unsaid: false }
    }
}

/// Why a guarantee falls short of what is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shortfall {
    /// It leaves these people out.
    LeavesOut,
    /// It comes too late, or has no time limit.
    TooLate,
    /// It is not given by that kind of authority.
    WrongAuthority,
    /// It is something weaker, or something else of its kind.
    Weaker,
}

/// Who is given something and who is refused it: no one is both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Given {
    /// The situations in which it is given as it is asked.
    pub given: Formula,
    /// The situations in which some words refuse it, whatever gives it.
    pub denied: Formula,
}

impl Law<'_> {
    /// What keeps a guarantee from being what is asked, whoever the person is. `None` when nothing does.
    pub fn falls_short(&self, g: &Guarantee, wanted: Wanted) -> Option<Shortfall> {
        if !self.gives(g.thing, g.by, wanted.thing, None) {
            return Some(Shortfall::Weaker);
        }
        if !self.gives(g.thing, g.by, wanted.thing, wanted.by) {
            return Some(Shortfall::WrongAuthority);
        }
        let unsaid = !wanted.or_unsaid;
        let late = |wanted: Length| g.within.map_or(unsaid, |given| given.hours() > wanted.hours());
        let rare = |wanted: Length| g.every.is_none_or(|given| given.hours() > wanted.hours());
        if wanted.within.is_some_and(late) || wanted.every.is_some_and(rare) {
            return Some(Shortfall::TooLate);
        }
        None
    }

    /// Whether a thing given by some authority is another thing, or a kind of it, by that kind of authority. What the
    /// vocabulary declares to be a thing *by* an authority is the same in either spelling.
    pub fn gives(&self, given: ThingId, giver: Option<ThingId>, thing: ThingId, by: Option<ThingId>) -> bool {
        let vocabulary = &self.order.vocabulary;
        let by_right =
            |giver: Option<ThingId>| by.is_none_or(|wanted| giver.is_some_and(|giver| vocabulary.is_a(giver, wanted)));
        let implied =
            |thing: ThingId| self.index.same_as.iter().filter(move |(word, ..)| vocabulary.is_a(thing, *word));
        if vocabulary.is_a(given, thing) && (by_right(giver) || implied(given).any(|(.., own)| by_right(Some(*own)))) {
            return true;
        }
        self.index.same_as.iter().any(|(word, plain, authority)| {
            let is_word = vocabulary.is_a(given, *word);
            // Asked for in one word, or in what that word is a kind of, and given in two.
            let in_two = vocabulary.is_a(given, *plain)
                && giver.is_some_and(|giver| vocabulary.is_a(giver, *authority))
                && vocabulary.is_a(*word, thing)
                && by_right(giver);
            // Given in one word and asked for in two.
            let in_one = is_word && vocabulary.is_a(*plain, thing) && (by_right(Some(*authority)) || by_right(giver));
            in_two || in_one
        })
    }

    /// Whether a guarantee is kept and counts in this reading.
    fn counts(&self, guarantee: GuaranteeId, view: &View) -> bool {
        view.keeps_guarantee(guarantee) && self.help_counts(self.order.guarantees[guarantee].article, view)
    }

    /// Whether a refusal reaches a demand: it is of the thing asked or of something that is a kind of, by an authority that
    /// the one asked is of.
    pub fn denies(&self, refusal: RefusalId, wanted: Wanted) -> bool {
        self.refuses(refusal, wanted.thing, wanted.by)
    }

    /// Whether a refusal is of a thing by some authority: of it, or of what it is a kind of. What is declared to be a thing
    /// *by* an authority is the same in either spelling.
    fn refuses(&self, refusal: RefusalId, thing: ThingId, authority: Option<ThingId>) -> bool {
        let r = &self.order.refusals[refusal];
        let vocabulary = &self.order.vocabulary;
        let by = |authority: Option<ThingId>| {
            r.by.is_none_or(|bound| authority.is_some_and(|one| vocabulary.is_a(one, bound)))
        };
        // A kind of what is declared to be by an authority is by that authority.
        let mut implied = self.index.same_as.iter().filter(|(word, ..)| vocabulary.is_a(thing, *word));
        if vocabulary.is_a(thing, r.thing) && (by(authority) || implied.any(|(.., own)| by(Some(*own)))) {
            return true;
        }
        // In one word here and in two there, and the other way round.
        self.index.same_as.iter().any(|(word, plain, own)| {
            let in_two =
                vocabulary.is_a(thing, *word) && vocabulary.is_a(*plain, r.thing) && (by(Some(*own)) || by(authority));
            let in_one = vocabulary.is_a(*word, r.thing)
                && vocabulary.is_a(thing, *plain)
                && authority.is_some_and(|one| vocabulary.is_a(one, *own))
                && by(authority);
            in_two || in_one
        })
    }

    /// Whether a refusal takes away what a guarantee gives.
    fn takes_away(&self, refusal: RefusalId, guarantee: GuaranteeId) -> bool {
        let g = &self.order.guarantees[guarantee];
        self.refuses(refusal, g.thing, g.by)
    }

    /// Which of a guarantee and a refusal that both stand elsewhere prevails in this reading.
    fn refusal_prevails(&self, refusal: RefusalId, guarantee: GuaranteeId, view: &View) -> bool {
        let (r, g) = (&self.order.refusals[refusal], &self.order.guarantees[guarantee]);
        let refused = r.notwithstanding.contains(&g.article) || g.subject_to.contains(&r.article);
        let given = g.notwithstanding.contains(&r.article) || r.subject_to.contains(&g.article);
        match (refused, given) {
            (true, false) => return true,
            (false, true) => return false,
            // Each says that it prevails.
            (true, true) => return !self.kindly(Doubt::Refused(refusal), view),
            (false, false) => {}
        }
        let [denying, giving] = [r.article, g.article].map(|a| self.order.articles[a].policy);
        match self.standing.higher(denying, giving) {
            Some(Ordering::Greater) => true,
            Some(Ordering::Less) => false,
            _ => !self.kindly(Doubt::Refused(refusal), view),
        }
    }

    /// The situations in which some refusals hold.
    fn refused_by(&mut self, refusals: impl Iterator<Item = RefusalId>, view: &View) -> Formula {
        let mut parts = Vec::new();
        for refusal in refusals {
            if self.burden_counts(self.order.refusals[refusal].article, view) {
                // Of a refusal whose words nobody has seen its conditions are not taken for granted either.
                let seen = self.help_counts(self.order.refusals[refusal].article, view);
                parts.push(if seen { self.guards.refusals[refusal] } else { self.formulas.yes() });
            }
        }
        self.formulas.some(parts)
    }

    /// Who is given something, and who is refused it, whenever a power over a kind of measure is used.
    pub fn given_with(&mut self, wanted: Wanted, power: PowerId, kind: ThingId, view: &View) -> Given {
        // Of a kind by reason what is done is the power's own measure.
        let done = if self.reason_for(power, kind).is_some() { self.order.powers[power].measure } else { kind };
        // Of a power that nobody has seen its authority acquits nobody.
        let seen = self.help_counts(self.order.powers[power].article, view);
        let Given { given, denied } = self.given_by_words(wanted, power, kind, view);
        let given = if seen && self.given_by_deciding(wanted, power, done) { self.formulas.yes() } else { given };
        Given { given, denied }
    }

    /// The same by words alone, and not because of who decides.
    fn given_by_words(&mut self, wanted: Wanted, power: PowerId, kind: ThingId, view: &View) -> Given {
        let own: Vec<GuaranteeId> = self.giving(power).iter().copied().filter(|i| self.counts(*i, view)).collect();
        let mut refusals = self.index.refusals_in(self.order, power);
        // What comes with the power's own measure comes with a kind of it by reason.
        let done = if self.reason_for(power, kind).is_some() { self.order.powers[power].measure } else { kind };
        // One that stands under its article may be of some measures alone.
        refusals.retain(|id| {
            let r = &self.order.refusals[*id];
            let comes = |m: ThingId| [kind, done].iter().any(|k| self.order.vocabulary.is_a(*k, m));
            r.power.is_some() || r.whenever.is_none_or(comes)
        });
        if done == kind && own.is_empty() && refusals.is_empty() {
            return self.given_with_any(wanted, kind, view);
        }
        let mut given = Vec::new();
        for id in own {
            let guard = self.guards.guarantees[id];
            given.extend(self.falls_short(&self.order.guarantees[id], wanted).is_none().then_some(guard));
        }
        // What is given elsewhere yields to a refusal in the power; what the power gives does not.
        let mut free = self.coming_with(kind, wanted, view);
        let mut elsewhere = self.refusals_with(kind);
        if done != kind {
            free.extend(self.coming_with(done, wanted, view));
            elsewhere.extend(self.refusals_with(done));
            free.sort_unstable();
            free.dedup();
            elsewhere.sort_unstable();
            elsewhere.dedup();
        }
        let free = self.weigh(wanted, &free, (&elsewhere, &refusals), view);
        given.push(free.given);
        // What is final refuses what its own article does not give, and to whom it does not give it.
        let here = refusals.iter().copied().filter(|id| self.denies(*id, wanted));
        let here: Vec<RefusalId> = here.collect();
        let denied = self.refused_by(here.into_iter(), view);
        let (given, denied) = (self.formulas.some(given), self.formulas.some([denied, free.denied]));
        Given { given, denied }
    }

    /// The same of what belongs to no power: it is given, or refused, with every use of a kind of measure.
    pub fn given_with_any(&mut self, wanted: Wanted, kind: ThingId, view: &View) -> Given {
        if let Some(reading) = view.whole
            && let Some(known) = self.known.given.get(&(wanted, kind, reading))
        {
            return *known;
        }
        let free = self.coming_with(kind, wanted, view);
        let elsewhere = self.refusals_with(kind);
        let given = self.weigh(wanted, &free, (&elsewhere, &[]), view);
        if let Some(reading) = view.whole {
            [given.given, given.denied].into_iter().for_each(|f| self.formulas.keep(f));
            self.known.given.insert((wanted, kind, reading), given);
        }
        given
    }

    /// Who is given something, and who is refused it, whatever is done to them.
    pub fn entitled(&mut self, wanted: Wanted, view: &View) -> Given {
        let mut free = self.guarantees_of(wanted.thing);
        free.retain(|i| self.order.guarantees[*i].whenever.is_none() && self.counts(*i, view));
        let refusals = self.order.refusals.entries();
        let plain = refusals.filter(|(_, r)| r.power.is_none() && r.under.is_empty() && r.whenever.is_none());
        let elsewhere: Vec<RefusalId> = plain.map(|(id, _)| id).collect();
        self.weigh(wanted, &free, (&elsewhere, &[]), view)
    }

    /// Who is refused something whenever a measure is taken, by words that no power in the texts speaks to, and to whom
    /// that kind of the measure is not prohibited; and whom those words reach at all, whatever prevails over them.
    pub fn refused_on_its_face(&mut self, wanted: Wanted, measure: ThingId, view: &View) -> (Formula, Formula) {
        let (mut refused, mut reached) = (Vec::new(), Vec::new());
        for kind in self.kinds(measure, view) {
            let given = self.given_with_any(wanted, kind, view);
            let banned = self.prohibits(kind, None, view);
            let open = self.formulas.not(banned);
            let denied = self.refused(given);
            refused.push(self.formulas.all([denied, open]));
            reached.push(given.denied);
        }
        (self.formulas.some(refused), self.formulas.some(reached))
    }

    /// Guarantees that belong to no power against refusals elsewhere, of which some prevail, and against those in a power,
    /// all of which do.
    fn weigh(
        &mut self,
        wanted: Wanted,
        free: &[GuaranteeId],
        (elsewhere, here): (&[RefusalId], &[RefusalId]),
        view: &View,
    ) -> Given {
        let mut given = Vec::new();
        for id in free.iter().copied() {
            if self.falls_short(&self.order.guarantees[id], wanted).is_some() {
                continue;
            }
            let guard = self.guards.guarantees[id];
            let there = elsewhere.iter().copied().filter(|r| self.refusal_prevails(*r, id, view));
            // What is final does not refuse what its own article gives.
            let article = self.order.guarantees[id].article;
            let here = here.iter().copied().filter(|r| {
                let refusal = &self.order.refusals[*r];
                !(refusal.is_final && refusal.article == article)
            });
            let against: Vec<RefusalId> = here.chain(there).filter(|r| self.takes_away(*r, id)).collect();
            let against = self.refused_by(against.into_iter(), view);
            let stands = self.formulas.not(against);
            given.push(self.formulas.all([guard, stands]));
        }
        let given = self.formulas.some(given);
        let reaching: Vec<RefusalId> = elsewhere.iter().copied().filter(|r| self.denies(*r, wanted)).collect();
        let denied = self.refused_by(reaching.into_iter(), view);
        Given { given, denied }
    }

    /// Those who are refused something: denied it, and nothing that gives it prevails.
    pub fn refused(&mut self, given: Given) -> Formula {
        let not_given = self.formulas.not(given.given);
        self.formulas.all([given.denied, not_given])
    }

    /// The free guarantees of a thing, or of what may be the same in other words, that come with a kind of measure.
    fn coming_with(&self, kind: ThingId, wanted: Wanted, view: &View) -> Vec<GuaranteeId> {
        let mut all = self.guarantees_of(wanted.thing);
        all.retain(|i| {
            let whenever = self.order.guarantees[*i].whenever;
            whenever.is_none_or(|measure| self.order.vocabulary.is_a(kind, measure)) && self.counts(*i, view)
        });
        all
    }

    /// The refusals that belong to no power and come with a kind of measure.
    fn refusals_with(&self, kind: ThingId) -> Vec<RefusalId> {
        let comes = |id: &RefusalId| {
            let r = &self.order.refusals[*id];
            r.power.is_none() && r.under.is_empty() && r.whenever.is_none_or(|m| self.order.vocabulary.is_a(kind, m))
        };
        self.order.refusals.ids().filter(comes).collect()
    }

    /// Whether the power's own authority gives what is asked by deciding.
    pub fn given_by_deciding(&self, wanted: Wanted, power: PowerId, kind: ThingId) -> bool {
        let vocabulary = &self.order.vocabulary;
        let Some(actor) = self.order.powers[power].by else { return false };
        let deciding = |(measure, given, authority): &(ThingId, ThingId, Option<ThingId>)| {
            vocabulary.is_a(kind, *measure)
                && authority.is_none_or(|authority| vocabulary.is_a(actor, authority))
                && self.gives(*given, Some(actor), wanted.thing, wanted.by)
        };
        // Whoever decides once does not decide again.
        wanted.every.is_none() && self.index.by_deciding.iter().any(deciding)
    }

    /// What holds of whomever a power over a kind of measure reaches, because a safeguard that establishes it comes with
    /// it. In what time and by whom it is given does not matter.
    pub(super) fn established(&mut self, power: PowerId, kind: ThingId, view: &View) -> Formula {
        if self.index.establishing.is_empty() {
            return self.formulas.yes();
        }
        let mut holds = Vec::new();
        for (safeguard, fact) in self.index.establishing.clone() {
            // Only words establish: who decides gives what is asked and no more.
            let Given { given, .. } = self.given_by_words(Wanted::of(safeguard), power, kind, view);
            let fact = self.formulas.value(fact, 0b10);
            holds.push(self.formulas.implies(given, fact));
        }
        self.formulas.all(holds)
    }

    /// The parts of the law that can matter to what one power does with some kinds of a measure and with what guarantees
    /// of some things.
    pub fn parts_of(&self, power: PowerId, kinds: &[ThingId], things: &[ThingId]) -> Vec<Part> {
        let conditions = self.guards.conditions[power].len().min(32);
        let mut parts: Vec<Part> = (0..conditions).map(|at| Part::Condition(power, at as u8)).collect();
        if !self.order.powers[power].for_.is_empty() {
            parts.push(Part::Limit(power));
        }
        if self.order.powers[power].justified.is_some() {
            parts.push(Part::Justification(power));
        }
        let own = &self.index.giving[power];
        let establishing = self.index.establishing.iter().map(|(thing, _)| thing);
        let mut common: Vec<GuaranteeId> = own.clone();
        for thing in things.iter().chain(establishing) {
            common.extend(self.guarantees_of(*thing));
        }
        common.sort_unstable();
        common.dedup();
        parts.extend(common.into_iter().map(Part::Guarantee));
        let mut bans: Vec<_> = kinds.iter().flat_map(|kind| self.bans_on(power, *kind)).collect();
        bans.extend(self.index.reasoned.iter().flat_map(|kind| self.bans_on(power, *kind)));
        bans.sort_unstable();
        bans.dedup();
        parts.extend(bans.into_iter().map(Part::Ban));
        parts
    }

    /// The guarantees of a thing, or of what may be the same in other words, that belong to no power.
    pub fn guarantees_of(&self, thing: ThingId) -> Vec<GuaranteeId> {
        let mut all: Vec<GuaranteeId> = self.index.guarantees[thing].clone();
        all.extend(self.same_in_other_words(thing));
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The free guarantees that may be a thing in other words.
    fn same_in_other_words(&self, thing: ThingId) -> Vec<GuaranteeId> {
        let vocabulary = &self.order.vocabulary;
        let mut all = Vec::new();
        if let Some((plain, _)) = vocabulary.thing(thing).same_as {
            all.extend(&self.index.guarantees[plain]);
        }
        for (word, plain, _) in &self.index.same_as {
            if vocabulary.is_a(*plain, thing) {
                all.extend(&self.index.guarantees[*word]);
            }
        }
        all
    }

    /// Whether a thing is another or a kind of it, in whatever spelling and by whomever.
    fn is_spelled(&self, thing: ThingId, wider: ThingId) -> bool {
        let is = |one: ThingId, other: ThingId| self.order.vocabulary.is_a(one, other);
        is(thing, wider)
            || self
                .index
                .same_as
                .iter()
                .any(|(word, plain, _)| is(thing, *word) && is(*plain, wider) || is(thing, *plain) && is(*word, wider))
    }

    /// Whether something is given or refused to somebody, by any clause: what counts is whom the clause itself names.
    pub fn is_spoken_of(&mut self, thing: ThingId, scope: Formula, view: &View) -> Result<bool, Undecided> {
        for (id, g) in self.order.guarantees.entries() {
            let guard = self.guards.guarantees[id];
            let of_it = self.is_spelled(g.thing, thing);
            // What a power gives is there when the power is.
            let there = g.power.is_none_or(|p| self.burden_counts(self.order.powers[p].article, view));
            let reached = g.power.map_or(self.formulas.yes(), |p| self.power_guard(p, view));
            if of_it && there && self.counts(id, view) && self.possible(&[scope, guard, reached])? {
                return Ok(true);
            }
        }
        for id in self.order.refusals.ids() {
            // In what time and by whom it is refused does not matter.
            if self.is_spelled(thing, self.order.refusals[id].thing) {
                let guard = self.refused_by(std::iter::once(id), view);
                let power = self.order.refusals[id].power;
                let reached = power.map_or(self.formulas.yes(), |p| self.power_guard(p, view));
                if self.possible(&[scope, guard, reached])? {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// The guarantees of a power's own, in the order of the law.
    pub fn giving(&self, power: PowerId) -> &[GuaranteeId] {
        &self.index.giving[power]
    }

    /// The guarantee that stands somewhere.
    pub fn guarantee_at(&self, span: Span) -> Option<&Guarantee> {
        self.index.guarantee_at.get(&span).map(|id| &self.order.guarantees[*id])
    }

    /// The condition of a guarantee.
    pub fn guarantee_guard(&self, guarantee: GuaranteeId) -> Formula {
        self.guards.guarantees[guarantee]
    }

    /// The condition of a refusal.
    pub fn refusal_guard(&self, refusal: RefusalId) -> Formula {
        self.guards.refusals[refusal]
    }
}
