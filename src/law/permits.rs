//! What the law permits: powers, less the prohibitions that prevail over them.

use super::compile::{Keep, Law};
use crate::logic::Formula;
use crate::model::{BanId, PowerId, ThingId};

impl Law<'_> {
    /// The situations a power names: its people, its ground, its time limits.
    pub fn power_guard(&mut self, power: PowerId, keep: &Keep) -> Formula {
        let anybody = self.formulas.yes();
        let ground = if keep.grounds[power] { self.guards.grounds[power] } else { anybody };
        let limit = if keep.limits[power] { self.guards.limits[power] } else { anybody };
        self.formulas.all([self.guards.who[power], ground, limit])
    }

    /// The ground of a power, whoever it names and however long it lasts.
    pub fn power_ground(&self, power: PowerId) -> Formula {
        self.guards.grounds[power]
    }

    /// The people a power names, whatever its ground.
    pub fn power_who(&self, power: PowerId) -> Formula {
        self.guards.who[power]
    }

    /// Whether a prohibition speaks of this kind of measure under this power and is not outranked by it.
    ///
    /// A prohibition prevails unless the power's article says it applies notwithstanding the prohibition's, or the
    /// prohibition's article says it is subject to the power's. One that binds only some actors binds a power only
    /// when the power's actor is one of them.
    pub fn ban_prevails(&self, ban: BanId, power: PowerId, kind: ThingId) -> bool {
        let (b, p) = (&self.order.bans[ban], &self.order.powers[power]);
        let vocabulary = &self.order.vocabulary;
        vocabulary.is_a(kind, b.measure)
            && (b.under.is_empty() || b.under.contains(&p.article))
            && b.by.is_none_or(|bound| p.by.is_some_and(|actor| vocabulary.is_a(actor, bound)))
            && !p.notwithstanding.contains(&b.article)
            && !b.subject_to.contains(&p.article)
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

    /// `Perm`: the situations in which this power permits exactly this kind of measure.
    pub fn permits(&mut self, power: PowerId, kind: ThingId, keep: &Keep) -> Formula {
        if keep.whole
            && let Some(known) = self.known.permitted.get(&(power, kind))
        {
            return *known;
        }
        if !self.order.vocabulary.is_a(kind, self.order.powers[power].measure) {
            return self.formulas.no();
        }
        let guard = self.power_guard(power, keep);
        let mut parts = vec![guard];
        for ban in self.bans_on(power, kind) {
            if keep.bans[ban] {
                let banned = self.ban_guard(ban);
                parts.push(self.formulas.not(banned));
            }
        }
        let permitted = self.formulas.all(parts);
        if keep.whole {
            self.formulas.keep(permitted);
            self.known.permitted.insert((power, kind), permitted);
        }
        permitted
    }

    /// The situations in which a power permits some kind of a measure.
    pub fn permits_some(&mut self, power: PowerId, measure: ThingId, keep: &Keep) -> Formula {
        let kinds = self.order.vocabulary.kinds_of(measure);
        let parts: Vec<Formula> = kinds.into_iter().map(|k| self.permits(power, k, keep)).collect();
        self.formulas.some(parts)
    }

    /// The powers that reach some kind of a measure, in order.
    pub fn powers_over(&self, measure: ThingId) -> Vec<PowerId> {
        let kinds = self.order.vocabulary.kinds_of(measure);
        let mut powers: Vec<PowerId> = kinds.iter().flat_map(|k| &self.index.powers[*k]).copied().collect();
        powers.sort_unstable();
        powers.dedup();
        powers
    }

    /// The situations in which a kind of measure is prohibited to this kind of actor, by an article that speaks of
    /// every use of it and not only of another article.
    pub fn prohibits(&mut self, kind: ThingId, actor: Option<ThingId>, keep: &Keep) -> Formula {
        let vocabulary = &self.order.vocabulary;
        let mut parts = Vec::new();
        for ban in &self.index.bans[kind] {
            let binds = match (self.order.bans[*ban].by, actor) {
                (None, _) => true,
                (Some(bound), Some(actor)) => vocabulary.is_a(actor, bound),
                (Some(_), None) => false,
            };
            if keep.bans[*ban] && binds {
                parts.push(self.guards.bans[*ban]);
            }
        }
        self.formulas.some(parts)
    }
}
