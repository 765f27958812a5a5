//! What the law permits: powers, less the prohibitions that prevail over them.

use super::compile::{Keep, Law};
use crate::logic::Formula;
use crate::model::ThingId;

impl Law<'_> {
    /// The situations a power names: its people, its ground, its time limits.
    pub fn power_guard(&mut self, power: usize, keep: &Keep) -> Formula {
        let who = self.who.get(power).copied().unwrap_or(self.formulas.no());
        let kept = |list: &[bool]| list.get(power).copied().unwrap_or(true);
        let ground = if kept(&keep.grounds) { self.grounds.get(power).copied() } else { None };
        let limit = if kept(&keep.limits) { self.limits.get(power).copied() } else { None };
        let yes = self.formulas.yes();
        self.formulas.all([who, ground.unwrap_or(yes), limit.unwrap_or(yes)])
    }

    /// The ground of a power, whoever it names and however long it lasts.
    pub fn power_ground(&self, power: usize) -> Formula {
        self.grounds.get(power).copied().unwrap_or(self.formulas.no())
    }

    /// The people a power names, whatever its ground.
    pub fn power_who(&self, power: usize) -> Formula {
        self.who.get(power).copied().unwrap_or(self.formulas.no())
    }

    /// Whether a prohibition speaks of this kind of measure under this power and is not outranked by it.
    ///
    /// A prohibition prevails unless the power's article says it applies notwithstanding the prohibition's, or the
    /// prohibition's article says it is subject to the power's. One that binds only some actors binds a power only
    /// when the power's actor is one of them.
    pub fn ban_prevails(&self, ban: usize, power: usize, kind: ThingId) -> bool {
        let (Some(b), Some(p)) = (self.order.bans.get(ban), self.order.powers.get(power)) else { return false };
        let vocabulary = &self.order.vocabulary;
        vocabulary.is_a(kind, b.measure)
            && (b.under.is_empty() || b.under.contains(&p.article))
            && b.by.is_none_or(|bound| p.by.is_some_and(|actor| vocabulary.is_a(actor, bound)))
            && !p.notwithstanding.contains(&b.article)
            && !b.subject_to.contains(&p.article)
    }

    /// The condition of a prohibition.
    pub fn ban_guard(&self, ban: usize) -> Formula {
        self.bans.get(ban).copied().unwrap_or(self.formulas.no())
    }

    /// The prohibitions that can prevail over a power for a kind of measure, in the order of the law: those of every use
    /// of it, and those under the power's article.
    pub fn bans_on(&self, power: usize, kind: ThingId) -> Vec<usize> {
        let article = self.order.powers.get(power).map(|p| p.article);
        let under = article.and_then(|a| self.index.bans_under.get(&(kind, a)));
        let mut all: Vec<usize> = self.index.bans.get(kind.0 as usize).cloned().unwrap_or_default();
        if let Some(under) = under {
            all.extend(under);
            all.sort_unstable();
        }
        all.retain(|ban| self.ban_prevails(*ban, power, kind));
        all
    }

    /// `Perm`: the situations in which this power permits exactly this kind of measure.
    pub fn permits(&mut self, power: usize, kind: ThingId, keep: &Keep) -> Formula {
        if keep.whole
            && let Some(known) = self.permitted.get(&(power, kind))
        {
            return *known;
        }
        let reaches = self.order.powers.get(power).is_some_and(|p| self.order.vocabulary.is_a(kind, p.measure));
        if !reaches {
            return self.formulas.no();
        }
        let guard = self.power_guard(power, keep);
        let mut parts = vec![guard];
        for ban in self.bans_on(power, kind) {
            if keep.bans.get(ban).copied().unwrap_or(true) {
                let banned = self.ban_guard(ban);
                parts.push(self.formulas.not(banned));
            }
        }
        let permitted = self.formulas.all(parts);
        if keep.whole {
            self.permitted.insert((power, kind), permitted);
            self.hold(permitted);
        }
        permitted
    }

    /// The situations in which a power permits some kind of a measure.
    pub fn permits_some(&mut self, power: usize, measure: ThingId, keep: &Keep) -> Formula {
        let kinds = self.order.vocabulary.kinds_of(measure);
        let parts: Vec<Formula> = kinds.into_iter().map(|k| self.permits(power, k, keep)).collect();
        self.formulas.some(parts)
    }

    /// The powers that reach some kind of a measure, in order.
    pub fn powers_over(&self, measure: ThingId) -> Vec<usize> {
        let kinds = self.order.vocabulary.kinds_of(measure);
        let lists = kinds.iter().filter_map(|k| self.index.powers.get(k.0 as usize)).flatten();
        let mut powers: Vec<usize> = lists.copied().collect();
        powers.sort_unstable();
        powers.dedup();
        powers
    }

    /// The situations in which a kind of measure is prohibited to this kind of actor, by an article that speaks of
    /// every use of it and not only of another article.
    pub fn prohibits(&mut self, kind: ThingId, actor: Option<ThingId>, keep: &Keep) -> Formula {
        let vocabulary = &self.order.vocabulary;
        let mut parts = Vec::new();
        let bans = self.index.bans.get(kind.0 as usize).cloned().unwrap_or_default();
        for i in bans {
            let Some(ban) = self.order.bans.get(i) else { continue };
            let binds = match (ban.by, actor) {
                (None, _) => true,
                (Some(bound), Some(actor)) => vocabulary.is_a(actor, bound),
                (Some(_), None) => false,
            };
            if keep.bans.get(i).copied().unwrap_or(true) && binds {
                parts.push(self.bans.get(i).copied().unwrap_or(self.formulas.no()));
            }
        }
        self.formulas.some(parts)
    }
}
