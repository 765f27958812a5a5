//! What the law permits: powers, less the prohibitions that prevail over them.

use super::compile::Law;
use super::view::{Doubt, View};
use crate::logic::{Formula, Undecided};
use crate::model::{BanId, FactId, PowerId, ReasonId, ThingId};

impl Law<'_> {
    /// The situations a power names: who and where, joined.
    ///
    /// Of a power whose words nobody has seen none of its conditions is taken for granted against the strict reading.
    pub fn power_guard(&mut self, power: PowerId, view: &View) -> Formula {
        if !self.help_counts(self.order.powers[power].article, view) {
            return self.formulas.yes();
        }
        if view.whole.is_some() {
            return self.guards.named[power];
        }
        let kept = self.guards.conditions[power].iter().enumerate();
        let kept: Vec<Formula> =
            kept.filter(|(at, _)| view.keeps_condition(power, *at)).map(|(_, condition)| *condition).collect();
        self.formulas.all(kept)
    }

    /// The same with nothing left out: for what reason a power acts is told by all that it says, also where a part of that
    /// is left out to see what protects.
    fn whole_guard(&mut self, power: PowerId, view: &View) -> Formula {
        self.power_guard(power, &self.view(view.reading))
    }

    /// The conditions that a power names, one by one.
    pub fn power_conditions(&self, power: PowerId) -> &[Formula] {
        &self.guards.conditions[power]
    }

    /// For how long a power lasts where.
    fn power_time(&self, power: PowerId, view: &View) -> Formula {
        let counts = view.keeps_limits(power) && self.help_counts(self.order.powers[power].article, view);
        if counts { self.guards.limits[power] } else { self.formulas.yes() }
    }

    /// The situations for which a power states a limit.
    pub fn power_limited(&mut self, power: PowerId, view: &View) -> Formula {
        let stated = view.keeps_limits(power) && self.help_counts(self.order.powers[power].article, view);
        if stated { self.guards.limited[power] } else { self.formulas.no() }
    }

    /// The situations for which a power says how long, be it for any time.
    pub fn power_says_how_long(&mut self, power: PowerId, view: &View) -> Formula {
        let stated = view.keeps_limits(power) && self.help_counts(self.order.powers[power].article, view);
        if stated { self.guards.spoken[power] } else { self.formulas.no() }
    }

    /// Whether a prohibition speaks of this kind of measure under this power and is not outranked by it.
    ///
    /// A prohibition prevails unless the power's article says it applies notwithstanding the prohibition's, or the
    /// prohibition's article says it is subject to the power's. One that binds only some actors binds a power only
    /// when the power's actor is one of them. Which prevails where nothing is said, and the prohibition stands lower or
    /// is older, is doubtful.
    pub fn ban_prevails(&self, ban: BanId, power: PowerId, kind: ThingId) -> bool {
        let (b, p) = (&self.order.bans[ban], &self.order.powers[power]);
        let vocabulary = &self.order.vocabulary;
        vocabulary.is_a(kind, b.measure)
            && (b.under.is_empty() || b.under.contains(&p.article))
            && b.by.is_none_or(|bound| p.by.is_some_and(|actor| vocabulary.is_a(actor, bound)))
            && !p.notwithstanding.contains(&b.article)
            && !b.subject_to.contains(&p.article)
    }

    /// Whether a prohibition is kept, and holds against a power in this reading.
    fn ban_counts(&self, ban: BanId, power: PowerId, view: &View) -> bool {
        let (b, p) = (&self.order.bans[ban], &self.order.powers[power]);
        if !view.keeps_ban(ban) || !self.help_counts(b.article, view) {
            return false;
        }
        if self.kindly(Doubt::Rank(ban), view) {
            return true;
        }
        let said = b.notwithstanding.contains(&p.article) || p.subject_to.contains(&b.article);
        let [own, other] = [b.article, p.article].map(|a| self.order.articles[a].policy);
        said || !self.standing.yields(own, other)
    }

    /// The condition of a prohibition.
    pub fn ban_guard(&self, ban: BanId) -> Formula {
        self.guards.bans[ban]
    }

    /// The prohibitions that can prevail over a power for a kind of measure, in the order of the law: those of every use
    /// of it, and those under the power's article.
    pub fn bans_on(&self, power: PowerId, kind: ThingId) -> Vec<BanId> {
        let mut all: Vec<BanId> = self.index.bans[kind].clone();
        if let Some(under) = self.index.bans_under.get(&(kind, self.order.powers[power].article)) {
            all.extend(under);
            all.sort_unstable();
        }
        all.retain(|ban| self.ban_prevails(*ban, power, kind));
        all
    }

    /// Whether a power counts at all in this reading, and reaches a kind of measure: by first faces, or because it is a
    /// kind by reason of what the power is over.
    pub fn reaches(&self, power: PowerId, kind: ThingId, view: &View) -> bool {
        let p = &self.order.powers[power];
        self.burden_counts(p.article, view)
            && (self.index.chain(kind).contains(&p.measure) || self.reason_for(power, kind).is_some())
    }

    /// Whether a power reaches a kind of measure by first faces, in whatever reading.
    pub fn reaches_by_face(&self, power: PowerId, kind: ThingId) -> bool {
        self.index.chain(kind).contains(&self.order.powers[power].measure)
    }

    /// Whether a power reaches some kind of a measure for a reason alone.
    pub fn reaches_by_reason(&self, power: PowerId, measure: ThingId, view: &View) -> bool {
        self.kinds(measure, view).into_iter().any(|kind| self.reason_for(power, kind).is_some())
    }

    /// The reason by which a power over some kind of the wider measure reaches this kind.
    pub(super) fn reason_for(&self, power: PowerId, kind: ThingId) -> Option<ReasonId> {
        let (wider, reason) = self.order.vocabulary.thing(kind).reason?;
        let measure = self.order.powers[power].measure;
        let over = self.order.vocabulary.is_a(measure, wider) || self.index.chain(wider).contains(&measure);
        // A law that names the kind itself reaches it whatever its ground.
        (over && !self.index.chain(kind).contains(&measure)).then_some(reason)
    }

    /// The situations in which a power acts for a reason: its ground holds, and would no longer if the facts of the
    /// reason and the open facts were no. A power that states no ground but who the person is acts for every reason.
    pub fn acts_for(&mut self, power: PowerId, reason: ReasonId, view: &View) -> Formula {
        let guard = self.whole_guard(power, view);
        // A power that names the kind by that reason is for it, whatever its ground.
        let named = self.order.vocabulary.thing(self.order.powers[power].measure).reason;
        if named.is_some_and(|(_, own)| own == reason) {
            let ever = self.decider.possible(&self.formulas, &[guard]).unwrap_or(true);
            return if ever { self.formulas.yes() } else { self.formulas.no() };
        }
        let vocabulary = &self.order.vocabulary;
        let personal = |fact: &FactId| vocabulary.fact(*fact).personal;
        // A fact on which nothing turns is no ground.
        let others: Vec<FactId> = self.formulas.facts([guard]).into_iter().filter(|fact| !personal(fact)).collect();
        let mut who = guard;
        for fact in others {
            who = self.formulas.exists(who, fact);
        }
        let not_guard = self.formulas.not(guard);
        let of_who_they_are = !self.decider.possible(&self.formulas, &[who, not_guard]).unwrap_or(true);
        let acts = if of_who_they_are {
            self.formulas.yes()
        } else {
            let mut facts = self.reasons[reason].clone();
            let others = self.open.iter().copied();
            let others = others.chain(self.implying[reason].iter().map(|(_, fact)| (*fact, 0b01)));
            for (fact, mask) in others {
                if facts.iter().all(|(own, _)| *own != fact) {
                    facts.push((fact, mask));
                }
            }
            let without = self.without(guard, facts);
            self.formulas.not(without)
        };
        // A power that can never act for the reason does not reach the kind at all. A question that cannot be decided
        // here is asked again by whoever asks what is permitted.
        let ever = self.decider.possible(&self.formulas, &[guard, acts]).unwrap_or(true);
        if ever { acts } else { self.formulas.no() }
    }

    /// Where a formula holds when each of these facts has some of these values.
    fn without(&mut self, formula: Formula, facts: Vec<(FactId, crate::logic::Mask)>) -> Formula {
        facts.into_iter().fold(formula, |formula, (fact, mask)| {
            let value = self.formulas.value(fact, mask);
            let both = self.formulas.all([formula, value]);
            self.formulas.exists(both, fact)
        })
    }

    /// Whether some power reaches a measure, be it for a reason that it may have, and ever acts for these reasons.
    pub fn is_over(&mut self, measure: ThingId, reasons: &[ReasonId], view: &View) -> bool {
        let no = self.formulas.no();
        for power in self.powers_over(measure, view) {
            if reasons.iter().any(|reason| self.acts_for(power, *reason, view) == no) {
                continue;
            }
            let kinds = self.kinds(measure, view);
            if kinds.into_iter().any(|kind| self.ever_reaches(power, kind, view)) {
                return true;
            }
        }
        false
    }

    /// Whether a power reaches a kind of measure in some situation, as far as its reasons go.
    pub fn ever_reaches(&mut self, power: PowerId, kind: ThingId, view: &View) -> bool {
        if !self.reaches(power, kind, view) {
            return false;
        }
        match self.reason_for(power, kind) {
            Some(reason) => self.acts_for(power, reason, view) != self.formulas.no(),
            None => true,
        }
    }

    /// The situations in which a power, where it is used, acts for a reason and for no other: one that states no ground
    /// acts for others too, and one whose ground is open may.
    fn acts_only_for(&mut self, power: PowerId, reason: ReasonId, view: &View) -> Formula {
        let guard = self.whole_guard(power, view);
        let mut facts = self.reasons[reason].clone();
        // What a law's own fact implies helps nobody in the strict reading.
        let implying = self.implying[reason].iter().filter(|(axiom, _)| self.kindly(Doubt::Own(*axiom), view));
        facts.extend(implying.map(|(_, fact)| (*fact, 0b01)));
        let without = self.without(guard, facts);
        self.formulas.not(without)
    }

    /// `Perm`: the situations in which this power permits exactly this kind of measure.
    pub fn permits(&mut self, power: PowerId, kind: ThingId, view: &View) -> Formula {
        let usual = self.ended.is_nothing();
        if let Some(reading) = view.whole.filter(|_| usual)
            && let Some(known) = self.known.permitted.get(&(power, kind, reading))
        {
            return *known;
        }
        if !self.reaches(power, kind, view) {
            return self.formulas.no();
        }
        let guard = self.power_guard(power, view);
        let time = self.power_time(power, view);
        let established = self.established(power, kind, view);
        let mut parts = vec![guard, time, established];
        parts.extend(self.not_banned(power, kind, view));
        if let Some(reason) = self.reason_for(power, kind) {
            let for_it = self.acts_for(power, reason, view);
            parts.push(for_it);
            // What prohibits the act itself prohibits it for that reason too.
            let measure = self.order.powers[power].measure;
            parts.extend(self.not_banned(power, measure, view));
        } else {
            parts.extend(self.not_banned_for_reasons(power, kind, view));
        }
        parts.extend(self.still_holds(kind, view));
        let permitted = self.formulas.all(parts);
        if let Some(reading) = view.whole.filter(|_| usual) {
            self.formulas.keep(permitted);
            self.known.permitted.insert((power, kind, reading), permitted);
        }
        permitted
    }

    /// What still holds of whomever a measure reaches that does not end it, where the question leaves it out.
    pub(super) fn still_holds(&mut self, kind: ThingId, view: &View) -> Option<Formula> {
        let ended = self.index.ends(&self.order.vocabulary, kind);
        let all = self.ended.facts.iter().all(|fact| ended.contains(fact));
        (!all).then(|| self.usual(view))
    }

    /// To whom each prohibition of a kind of measure that holds against a power does not speak.
    fn not_banned(&mut self, power: PowerId, kind: ThingId, view: &View) -> Vec<Formula> {
        let mut bans = self.bans_on(power, kind);
        bans.retain(|ban| self.ban_counts(*ban, power, view));
        bans.into_iter().map(|ban| self.formulas.not(self.guards.bans[ban])).collect()
    }

    /// A prohibition of a kind by reason takes the act away where the power acts for that reason.
    fn not_banned_for_reasons(&mut self, power: PowerId, kind: ThingId, view: &View) -> Vec<Formula> {
        let order = self.order;
        let mut out = Vec::new();
        for reasoned in self.index.reasoned.clone() {
            let Some((wider, reason)) = order.vocabulary.thing(reasoned).reason else { continue };
            if !order.vocabulary.is_a(kind, wider) || order.vocabulary.is_a(kind, reasoned) {
                continue;
            }
            for ban in self.bans_on(power, reasoned) {
                let own = order.vocabulary.is_a(kind, order.bans[ban].measure);
                if !own && self.ban_counts(ban, power, view) {
                    let acts = self.acts_only_for(power, reason, view);
                    let banned = self.ban_guard(ban);
                    let both = self.formulas.all([acts, banned]);
                    out.push(self.formulas.not(both));
                }
            }
        }
        out
    }

    /// The kinds of a measure: what may be one counts in the strict reading.
    pub fn kinds(&self, measure: ThingId, view: &View) -> Vec<ThingId> {
        let vocabulary = &self.order.vocabulary;
        let mut kinds = vocabulary.kinds_of(measure);
        for thing in &self.index.maybe {
            let may = vocabulary.thing(*thing).may_be.iter().any(|m| vocabulary.is_a(*m, measure));
            if may && !self.kindly(Doubt::MayBe(*thing), view) {
                kinds.extend(vocabulary.kinds_of(*thing));
            }
        }
        kinds.dedup();
        kinds
    }

    /// The situations in which a power permits some kind of a measure.
    pub fn permits_some(&mut self, power: PowerId, measure: ThingId, view: &View) -> Formula {
        let kinds = self.kinds(measure, view);
        let parts: Vec<Formula> = kinds.into_iter().map(|k| self.permits(power, k, view)).collect();
        self.formulas.some(parts)
    }

    /// The powers that reach some kind of a measure, in order.
    pub fn powers_over(&self, measure: ThingId, view: &View) -> Vec<PowerId> {
        let kinds = self.kinds(measure, view);
        let mut powers: Vec<PowerId> = kinds.iter().flat_map(|k| &self.index.powers[*k]).copied().collect();
        powers.sort_unstable();
        powers.dedup();
        powers.retain(|p| self.burden_counts(self.order.powers[*p].article, view));
        powers
    }

    /// The situations in which a kind of measure is prohibited to this kind of actor, by an article that speaks of
    /// every use of it and not only of another article.
    pub fn prohibits(&mut self, kind: ThingId, actor: Option<ThingId>, view: &View) -> Formula {
        let vocabulary = &self.order.vocabulary;
        let mut parts = Vec::new();
        for ban in &self.index.bans[kind] {
            let binds = match (self.order.bans[*ban].by, actor) {
                (None, _) => true,
                (Some(bound), Some(actor)) => vocabulary.is_a(actor, bound),
                (Some(_), None) => false,
            };
            if binds && view.keeps_ban(*ban) && self.help_counts(self.order.bans[*ban].article, view) {
                parts.push(self.guards.bans[*ban]);
            }
        }
        self.formulas.some(parts)
    }

    /// Whether a power touches what a demand over a measure says of these people, and by what.
    ///
    /// Time, prohibitions and safeguards are left out here: they are what the demand is about. Where only the
    /// vocabulary's axioms keep the power and these people apart it says nothing of them; nor where it reaches them and
    /// acts for other reasons than those that are asked of.
    pub fn touches(
        &mut self,
        power: PowerId,
        measure: ThingId,
        (scope, reasons): (Formula, &[ReasonId]),
        view: &View,
    ) -> Result<Option<Touch>, Undecided> {
        let no = self.formulas.no();
        let mut asked = vec![scope];
        for reason in reasons {
            let acts = self.acts_for(power, *reason, view);
            if acts == no {
                return Ok(None);
            }
            asked.push(acts);
        }
        let kinds = self.kinds(measure, view);
        let mut reached = Vec::new();
        for kind in kinds {
            if self.reaches(power, kind, view) {
                let mut parts: Vec<Formula> = self.still_holds(kind, view).into_iter().collect();
                if let Some(reason) = self.reason_for(power, kind) {
                    parts.push(self.acts_for(power, reason, view));
                }
                reached.push(self.formulas.all(parts));
            }
        }
        if reached.is_empty() {
            return Ok(None);
        }
        let some = self.formulas.some(reached);
        if some == self.formulas.no() {
            return Ok(None);
        }
        let guard = self.power_guard(power, view);
        let own = self.own_axioms(view);
        asked.extend([guard, some, own]);
        if self.possible(&asked)? {
            return Ok(Some(Touch::Meets));
        }
        if self.possible(&[scope])? && !self.decider.possible(&self.formulas, &[guard, scope])? {
            return Ok(Some(Touch::KeptOut));
        }
        Ok(None)
    }
}

/// How a power touches the people of a demand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Touch {
    /// Somebody is in both.
    Meets,
    /// Its own words keep it from all of them.
    KeptOut,
}
