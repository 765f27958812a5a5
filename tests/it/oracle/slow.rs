//! The slow, obvious judge: every situation is tried, by the definitions of the language reference.

use super::world::*;
use iml_check::finding::{LegName, Verdict};
use iml_check::law::Force;
use std::collections::BTreeSet;

/// What is kept of what protects; everything, when not asked.
type Kept<'a> = Option<&'a [usize]>;

pub(super) struct Slow {
    pub(super) verdict: Verdict,
    /// For each finding, whom it concerns.
    pub(super) findings: Vec<BTreeSet<Person>>,
    /// Whether each finding stands for one power.
    pub(super) one_by_one: bool,
    /// Whether what protects is a minimal set of parts.
    pub(super) minimal: bool,
}

/// A power with its clause and article, and whom it leaves outside.
type Concerned<'a> = ((usize, usize, &'a Power), BTreeSet<Person>);

struct Judge<'a> {
    case: &'a Case,
    kept: Kept<'a>,
}

/// A guarantee, wherever it stands: the power it belongs to, itself, its part.
struct Given<'a> {
    power: Option<usize>,
    give: &'a Give,
    part: Part,
}

impl<'a> Judge<'a> {
    fn keeps(&self, part: Part) -> bool {
        self.kept.is_none_or(|kept| kept.iter().any(|k| self.case.parts[*k].1 == part))
    }

    fn holds(&self, c: &Cond, p: &Person) -> bool {
        self.case.holds(c, p)
    }

    fn powers(&self) -> Vec<(usize, usize, &'a Power)> {
        let all = self.case.ordered();
        all.into_iter().filter_map(|(i, a, c)| if let Clause::Power(p) = c { Some((i, a, p)) } else { None }).collect()
    }

    fn bans(&self) -> Vec<(usize, usize, &'a Ban)> {
        let all = self.case.ordered();
        all.into_iter().filter_map(|(i, a, c)| if let Clause::Ban(b) = c { Some((i, a, b)) } else { None }).collect()
    }

    fn given(&self) -> Vec<Given<'a>> {
        let mut out = Vec::new();
        for (i, _, clause) in self.case.ordered() {
            match clause {
                Clause::Power(p) => {
                    for (j, give) in p.giving.iter().enumerate() {
                        out.push(Given { power: Some(i), give, part: Part::Giving(i, j) });
                    }
                }
                Clause::Give(give) => out.push(Given { power: None, give, part: Part::Give(i) }),
                _ => {}
            }
        }
        out
    }

    /// The power names this person, on its ground, for this long.
    fn names(&self, i: usize, power: &Power, p: &Person) -> bool {
        let ground = !self.keeps(Part::Ground(i)) || power.ground.as_ref().is_none_or(|g| self.holds(g, p));
        let lasts = power.limits.is_empty()
            || !self.keeps(Part::Limits(i))
            || power.limits.iter().any(|(limit, c)| limit.is_none_or(|n| p.value(5) <= n) && self.holds(c, p));
        self.holds(&power.who, p) && ground && lasts
    }

    fn permits(&self, (i, article, power): (usize, usize, &Power), kind: usize, p: &Person) -> bool {
        if !self.case.vocabulary.is_a(kind, power.measure) || !self.names(i, power, p) {
            return false;
        }
        !self.bans().iter().any(|(b, ban_article, ban)| {
            self.keeps(Part::Ban(*b))
                && self.case.vocabulary.is_a(kind, ban.measure)
                && (ban.only.is_empty() || ban.only.contains(&article))
                && ban
                    .by
                    .is_none_or(|bound| power.by.is_some_and(|actor| self.case.vocabulary.authority_is_a(actor, bound)))
                && !power.over.contains(ban_article)
                && !ban.yields.contains(&article)
                && self.holds(&ban.guard, p)
        })
    }

    fn permits_some(&self, power: (usize, usize, &Power), measure: usize, p: &Person) -> bool {
        self.case.vocabulary.kinds(measure).any(|k| self.permits(power, k, p))
    }

    fn reaches(&self, power: &Power, measure: usize) -> bool {
        self.case.vocabulary.kinds(measure).any(|k| self.case.vocabulary.is_a(k, power.measure))
    }

    fn enough(&self, give: &Give, thing: usize, within: Option<u8>, by: Option<usize>) -> bool {
        self.case.vocabulary.is_a(give.thing, thing)
            && by.is_none_or(|wanted| give.by.is_some_and(|b| self.case.vocabulary.authority_is_a(b, wanted)))
            && within.is_none_or(|wanted| give.within.is_some_and(|w| w <= wanted))
    }

    /// The use of a power over a kind of measure comes with the thing.
    fn comes_with(
        &self,
        (thing, within, by): (usize, Option<u8>, Option<usize>),
        power: usize,
        kind: usize,
        p: &Person,
    ) -> bool {
        self.given().iter().any(|g| {
            let applies = match g.power {
                Some(own) => own == power,
                None => g.give.whenever.is_none_or(|m| self.case.vocabulary.is_a(kind, m)),
            };
            self.keeps(g.part) && applies && self.enough(g.give, thing, within, by) && self.holds(&g.give.guard, p)
        })
    }

    fn entitled(&self, thing: usize, within: Option<u8>, by: Option<usize>, p: &Person) -> bool {
        self.given().iter().any(|g| {
            g.power.is_none()
                && g.give.whenever.is_none()
                && self.keeps(g.part)
                && self.enough(g.give, thing, within, by)
                && self.holds(&g.give.guard, p)
        })
    }

    /// When parts are left out to see what is needed, a law answers for what it then leaves open.
    fn governed(&self) -> bool {
        self.case.governed || self.kept.is_some()
    }

    fn in_scope(&self, p: &Person) -> bool {
        // `before` speaks of situations and names no people.
        let named = matches!(self.case.form, Form::Before { .. }) || self.holds(&self.case.who, p);
        self.case.possible(p) && named && self.holds(&self.case.where_, p) && !self.case.agreed.takes_out(self.case, p)
    }

    fn everyone(&self, violated: impl Fn(&Person) -> bool) -> BTreeSet<Person> {
        self.case.people().filter(|p| self.in_scope(p) && violated(p)).copied().collect()
    }

    /// One set a power, empty ones left out.
    fn by_power(
        &self,
        measure: usize,
        violated: impl Fn((usize, usize, &Power), &Person) -> bool,
    ) -> Vec<Concerned<'a>> {
        self.powers()
            .into_iter()
            .filter(|(_, _, p)| self.reaches(p, measure))
            .map(|power| (power, self.everyone(|p| violated(power, p))))
            .filter(|(_, set)| !set.is_empty())
            .collect()
    }

    fn missing_whenever(
        &self,
        asked: (usize, Option<u8>, Option<usize>),
        measure: usize,
        power: (usize, usize, &Power),
        p: &Person,
    ) -> bool {
        self.case.vocabulary.kinds(measure).any(|k| self.permits(power, k, p) && !self.comes_with(asked, power.0, k, p))
    }

    fn not_banned(&self, measure: usize, by: Option<usize>, p: &Person) -> bool {
        let banned = |kind: usize| {
            self.bans().iter().any(|(b, _, ban)| {
                let binds = match (ban.by, by) {
                    (None, _) => true,
                    (Some(bound), Some(actor)) => self.case.vocabulary.authority_is_a(actor, bound),
                    (Some(_), None) => false,
                };
                self.keeps(Part::Ban(*b))
                    && ban.only.is_empty()
                    && binds
                    && self.case.vocabulary.is_a(kind, ban.measure)
                    && self.holds(&ban.guard, p)
            })
        };
        self.case.vocabulary.kinds(measure).any(|k| !banned(k))
            || self.permitting(measure, by).iter().any(|power| self.permits_some(*power, measure, p))
    }

    fn permitting(&self, measure: usize, by: Option<usize>) -> Vec<(usize, usize, &'a Power)> {
        let acts = |power: &Power| match (by, power.by) {
            (Some(wanted), Some(actor)) => {
                self.case.vocabulary.authority_is_a(actor, wanted) || self.case.vocabulary.authority_is_a(wanted, actor)
            }
            _ => true,
        };
        self.powers().into_iter().filter(|(_, _, p)| self.reaches(p, measure) && acts(p)).collect()
    }

    /// The missing legs of a justification, for one person under one power.
    fn lacks_leg(&self, power: (usize, usize, &Power), p: &Person) -> bool {
        let Form::Justify { measure, legality, aim, necessity, proportionality } = &self.case.form else {
            return false;
        };
        let (i, _, law) = power;
        let no_ground = || {
            // *Where any* states no ground.
            let Some(ground) = law.ground.as_ref().filter(|g| !matches!(g, Cond::Any)) else { return true };
            !self.keeps(Part::Ground(i))
                || !self.case.people().any(|q| self.in_scope(q) && self.holds(&law.who, q) && !self.holds(ground, q))
        };
        let no_aim = |accepted: &Vec<usize>| {
            !law.justified.as_ref().is_some_and(|j| j.aims.iter().any(|a| accepted.is_empty() || accepted.contains(a)))
        };
        let no_limit = || {
            law.limits.is_empty()
                || !self.keeps(Part::Limits(i))
                || law.limits.iter().any(|(limit, c)| limit.is_none() && self.holds(c, p))
        };
        (*legality && no_ground())
            || aim.as_ref().is_some_and(no_aim)
            || (*necessity && !self.in_words(law) && self.unnecessary(power, *measure, p))
            || proportionality.as_ref().is_some_and(|(things, limit)| {
                proportionate(things, *limit)
                    .into_iter()
                    .any(|t| self.missing_whenever((t, None, None), *measure, power, p))
                    || (*limit && no_limit())
            })
    }

    fn in_words(&self, law: &Power) -> bool {
        law.justified.as_ref().is_some_and(|j| j.necessary)
    }

    /// No safeguard that serves necessity (the fifth) comes with some kind that is permitted.
    fn unnecessary(&self, power: (usize, usize, &Power), measure: usize, p: &Person) -> bool {
        self.missing_whenever((4, None, None), measure, power, p)
    }

    /// Only the law's own words carry necessity, for somebody.
    fn carried_by_words(&self, power: (usize, usize, &Power)) -> bool {
        let Form::Justify { measure, necessity: true, .. } = &self.case.form else { return false };
        self.in_words(power.2)
            && self.case.people().any(|p| self.case.possible(p) && self.unnecessary(power, *measure, p))
    }

    fn met_reason(&self, measure: usize) -> Verdict {
        let power = self.powers().iter().any(|(_, _, p)| self.reaches(p, measure));
        let banned = self.bans().iter().any(|(_, _, b)| {
            self.case.vocabulary.is_a(measure, b.measure) || self.case.vocabulary.is_a(b.measure, measure)
        });
        if power || banned || self.case.governed { Verdict::Met } else { Verdict::NotGoverned }
    }

    fn judge(&self) -> (Verdict, Vec<BTreeSet<Person>>) {
        let case = self.case;
        if case.agreed.force() == Force::None && !case.agreed.even_if_not_binding {
            return (Verdict::NotBinding, Vec::new());
        }
        match &case.form {
            Form::Forbid(m) => {
                let found = self.by_power(*m, |power, p| self.permits_some(power, *m, p));
                self.answer(found.into_iter().map(|(_, s)| s).collect(), |_| Verdict::Breach, self.met_reason(*m))
            }
            Form::Limit(m, to) => {
                // What is permitted at the end of the scale has no limit.
                let end = case.vocabulary.sizes[5] - 1;
                let longer = |p: &Person| to.map_or(p.value(5) == end, |d| p.value(5) > d);
                let found = self.by_power(*m, |power, p| self.permits_some(power, *m, p) && longer(p));
                self.answer(found.into_iter().map(|(_, s)| s).collect(), |_| Verdict::Breach, self.met_reason(*m))
            }
            Form::RequireWhenever { thing, measure, within, by } => {
                let asked = (*thing, *within, *by);
                let found = self.by_power(*measure, |power, p| self.missing_whenever(asked, *measure, power, p));
                let verdicts: Vec<Verdict> = found
                    .iter()
                    .map(|(power, left_out)| {
                        let speaks = self.given().iter().any(|g| {
                            let applies = match g.power {
                                Some(own) => own == power.0,
                                None => g.give.whenever.is_none_or(|m| {
                                    self.case.vocabulary.kinds(*measure).any(|k| self.case.vocabulary.is_a(k, m))
                                }),
                            };
                            let someone = left_out.iter().any(|p| self.holds(&g.give.guard, p));
                            applies
                                && self.case.vocabulary.akin(g.give.thing, *thing)
                                && (self.enough(g.give, *thing, *within, *by) || someone)
                        });
                        if speaks { Verdict::Breach } else { Verdict::Gap }
                    })
                    .collect();
                self.answer(found.into_iter().map(|(_, s)| s).collect(), |i| verdicts[i], self.met_reason(*measure))
            }
            Form::RequireFor { thing, within, by } => {
                let left_out = self.everyone(|p| !self.entitled(*thing, *within, *by, p));
                if left_out.is_empty() {
                    return (Verdict::Met, Vec::new());
                }
                if !self.governed() {
                    return (Verdict::NotGoverned, Vec::new());
                }
                let speaks =
                    self.given().iter().any(|g| g.power.is_none() && self.case.vocabulary.akin(g.give.thing, *thing));
                (if speaks { Verdict::Breach } else { Verdict::Gap }, vec![left_out])
            }
            Form::RequireBan { measure, by } => {
                let left_out = self.everyone(|p| self.not_banned(*measure, *by, p));
                if left_out.is_empty() {
                    return (Verdict::Met, Vec::new());
                }
                let permitted = self.permitting(*measure, *by).iter().any(|power| {
                    self.case.people().any(|p| self.in_scope(p) && self.permits_some(*power, *measure, p))
                });
                if !permitted && !self.governed() {
                    return (Verdict::NotGoverned, Vec::new());
                }
                let bans = self.bans().iter().any(|(_, _, b)| {
                    self.case.vocabulary.is_a(*measure, b.measure) || self.case.vocabulary.is_a(b.measure, *measure)
                });
                (if bans || permitted { Verdict::Breach } else { Verdict::Gap }, vec![left_out])
            }
            Form::Equal { .. } => self.equal(),
            Form::Before { step, pass, laid_down } => self.before(*step, *pass, *laid_down),
            Form::Define(reach, means) => {
                let mut found = Vec::new();
                let mut defined = false;
                for (_, _, clause) in case.ordered() {
                    let Clause::Define(own) = clause else { continue };
                    defined = true;
                    // A definition speaks of everybody who can exist and is not reserved.
                    let spoken_of = |p: &Person| case.possible(p) && !case.agreed.takes_out(case, p);
                    let who = |violated: &dyn Fn(&Person) -> bool| -> BTreeSet<Person> {
                        case.people().filter(|p| spoken_of(p) && violated(p)).copied().collect()
                    };
                    if *reach != 1 {
                        found.push(who(&|p| self.holds(means, p) && !self.holds(own, p)));
                    }
                    if *reach != 0 {
                        found.push(who(&|p| !self.holds(means, p) && self.holds(own, p)));
                    }
                }
                found.retain(|s| !s.is_empty());
                self.answer(found, |_| Verdict::Breach, if defined { Verdict::Met } else { Verdict::NotGoverned })
            }
            Form::Justify { measure, .. } => {
                let mut findings = Vec::new();
                let mut verdicts = Vec::new();
                for power in self.powers().into_iter().filter(|(_, _, p)| self.reaches(p, *measure)) {
                    let touched = self.everyone(|p| self.permits_some(power, *measure, p));
                    let missing: BTreeSet<Person> =
                        touched.iter().filter(|p| self.lacks_leg(power, p)).copied().collect();
                    if !missing.is_empty() {
                        findings.push(missing);
                        verdicts.push(Verdict::Breach);
                    } else if !touched.is_empty() && self.carried_by_words(power) {
                        findings.push(touched);
                        verdicts.push(Verdict::Review);
                    }
                }
                self.answer(findings, |i| verdicts[i], self.met_reason(*measure))
            }
            Form::Establish(i) => {
                let all: Vec<usize> = case
                    .ordered()
                    .into_iter()
                    .filter_map(|(_, _, c)| if let Clause::Establishes(i) = c { Some(*i) } else { None })
                    .collect();
                if all.iter().any(|e| self.case.vocabulary.is_a(*e, *i)) {
                    return (Verdict::Met, Vec::new());
                }
                if !case.governed {
                    return (Verdict::NotGoverned, Vec::new());
                }
                let everyone = self.case.people().filter(|p| case.possible(p)).copied().collect();
                (
                    if all.iter().any(|e| self.case.vocabulary.akin(*e, *i)) { Verdict::Breach } else { Verdict::Gap },
                    vec![everyone],
                )
            }
        }
    }

    fn answer(
        &self,
        found: Vec<BTreeSet<Person>>,
        verdict: impl Fn(usize) -> Verdict,
        otherwise: Verdict,
    ) -> (Verdict, Vec<BTreeSet<Person>>) {
        let worst = (0..found.len()).map(verdict).min().unwrap_or(otherwise);
        (worst, found)
    }

    fn equal(&self) -> (Verdict, Vec<BTreeSet<Person>>) {
        let Form::Equal { thing, burden, whom, grounds, aims, never } = &self.case.form else { unreachable!() };
        // Every article that treats somebody: who is reached, what kind of treatment, its justification.
        let mut treatments: Vec<(BTreeSet<Person>, usize, Option<&Justified>)> = Vec::new();
        if *burden {
            for power in self.powers().into_iter().filter(|(_, _, p)| self.reaches(p, *thing)) {
                for kind in self.case.vocabulary.kinds(*thing) {
                    let reached: BTreeSet<Person> =
                        self.case.people().filter(|p| self.permits(power, kind, p)).copied().collect();
                    if self.case.vocabulary.is_a(kind, power.2.measure) {
                        treatments.push((reached, kind, power.2.justified.as_ref()));
                    }
                }
            }
        } else {
            for g in
                self.given().iter().filter(|g| g.power.is_none() && self.case.vocabulary.is_a(g.give.thing, *thing))
            {
                let reached: BTreeSet<Person> =
                    self.case.people().filter(|p| self.holds(&g.give.guard, p)).copied().collect();
                treatments.push((reached, 0, g.give.justified.as_ref()));
            }
        }
        if treatments.is_empty() {
            return (if self.case.governed { Verdict::Met } else { Verdict::NotGoverned }, Vec::new());
        }
        let never: Vec<usize> = match never {
            Some(list) if list.is_empty() => grounds.clone(),
            Some(list) => list.clone(),
            None => Vec::new(),
        };
        let others: Vec<usize> = grounds.iter().copied().filter(|g| !never.contains(g)).collect();
        let mut worst: Option<Verdict> = None;
        let mut concerned = BTreeSet::new();
        for (reached, kind, justified) in &treatments {
            let everybody: BTreeSet<Person> =
                treatments.iter().filter(|(_, k, _)| k == kind).flat_map(|(r, _, _)| r.iter().copied()).collect();
            // All pairs that differ in these facts and no others: one is reached, the other by nothing alike.
            let pairs = |differ: &[usize]| {
                let mut worse_off = BTreeSet::new();
                for a in reached.iter().filter(|p| self.in_scope(p)) {
                    let mut others = vec![*a];
                    for fact in differ {
                        let size = self.case.vocabulary.sizes[*fact];
                        others = others.iter().flat_map(|p| (0..size).map(move |v| p.with(*fact, v))).collect();
                    }
                    for b in others.iter().filter(|p| self.in_scope(p) && !everybody.contains(p)) {
                        let worse = if *burden { *a } else { *b };
                        if whom.as_ref().is_none_or(|w| self.holds(w, &worse)) {
                            worse_off.insert(worse);
                        }
                    }
                }
                worse_off
            };
            let stands = justified.is_some_and(|j| {
                j.necessary && j.proportionate && j.aims.iter().any(|a| aims.is_empty() || aims.contains(a))
            });
            let all = pairs(grounds);
            if all.is_empty() {
                continue;
            }
            let mut found = false;
            for (part, outright) in [(&never, true), (&others, false)] {
                if part.is_empty() {
                    continue;
                }
                let set = pairs(part);
                if !set.is_empty() {
                    found = true;
                    let verdict = if !outright && stands { Verdict::Review } else { Verdict::Breach };
                    worst = Some(worst.map_or(verdict, |w| w.min(verdict)));
                    concerned.extend(set);
                }
            }
            if !found {
                worst = Some(Verdict::Breach);
                concerned.extend(all);
            }
        }
        match worst {
            Some(verdict) => (verdict, vec![concerned]),
            None => (Verdict::Met, Vec::new()),
        }
    }

    /// The steps of the procedure that somebody comes to without passing a stop.
    fn steps(&self, p: &Person, stops: impl Fn(usize) -> bool) -> BTreeSet<usize> {
        let edges = &self.case.edges;
        let Some((first, ..)) = edges.first() else { return BTreeSet::new() };
        let named: BTreeSet<usize> = edges.iter().flat_map(|(a, b, _)| [*a, *b]).collect();
        let starts = named.into_iter().filter(|s| s == first || !edges.iter().any(|(_, b, _)| b == s));
        let mut reached: BTreeSet<usize> = starts.filter(|s| !stops(*s)).collect();
        loop {
            let open = edges.iter().filter(|(a, b, c)| reached.contains(a) && !stops(*b) && self.holds(c, p));
            let next: Vec<usize> = open.map(|(_, b, _)| *b).filter(|b| !reached.contains(b)).collect();
            if next.is_empty() {
                return reached;
            }
            reached.extend(next);
        }
    }

    fn before(&self, step: usize, pass: usize, laid_down: bool) -> (Verdict, Vec<BTreeSet<Person>>) {
        let case = self.case;
        let named: BTreeSet<usize> = case.edges.iter().flat_map(|(a, b, _)| [*a, *b]).collect();
        if !named.iter().any(|s| self.case.vocabulary.is_a(*s, step)) {
            if laid_down || !case.step_measure {
                return (Verdict::NotGoverned, Vec::new());
            }
            let found = self.by_power(0, |power, p| self.permits_some(power, 0, p));
            let otherwise = if case.governed { Verdict::Met } else { Verdict::NotGoverned };
            return self.answer(found.into_iter().map(|(_, s)| s).collect(), |_| Verdict::Gap, otherwise);
        }
        let goes_round = |p: &Person| {
            let reached = self.steps(p, |s| self.case.vocabulary.is_a(s, pass));
            reached.iter().any(|s| self.case.vocabulary.is_a(*s, step))
        };
        let found = self.everyone(goes_round);
        if found.is_empty() { (Verdict::Met, Vec::new()) } else { (Verdict::Breach, vec![found]) }
    }
}

impl Slow {
    pub(super) fn judge(case: &Case) -> Slow {
        let judge = Judge { case, kept: None };
        let (verdict, findings) = judge.judge();
        let one_by_one = !matches!(case.form, Form::Equal { .. });
        let minimal = matches!(
            case.form,
            Form::Forbid(_)
                | Form::Limit(..)
                | Form::RequireWhenever { .. }
                | Form::RequireFor { .. }
                | Form::RequireBan { .. }
                | Form::Justify { .. }
        );
        Slow { verdict, findings, one_by_one, minimal }
    }

    /// The same, whether or not the standard binds.
    pub(super) fn judge_even_if_not_binding(case: &Case) -> Slow {
        let mut case = case.clone();
        case.agreed.even_if_not_binding = true;
        Slow::judge(&case)
    }

    /// The situations in which the law permits a kind of measure.
    pub(super) fn permitted(case: &Case, kind: usize) -> BTreeSet<Person> {
        let judge = Judge { case, kept: None };
        let permits = |p: &&'static Person| judge.powers().into_iter().any(|power| judge.permits(power, kind, p));
        case.people().filter(|p| case.possible(p)).filter(permits).copied().collect()
    }

    /// For each leg of a justification that is asked for, whether the law states it for this power, and what it lacks.
    pub(super) fn legs(case: &Case, clause: usize) -> Vec<(LegName, bool, Vec<String>)> {
        let Form::Justify { measure, legality, aim, necessity, proportionality } = &case.form else {
            return Vec::new();
        };
        let judge = Judge { case, kept: None };
        let power = judge.powers().into_iter().find(|p| p.0 == clause).unwrap();
        let law = power.2;
        let mut legs = Vec::new();
        if *legality {
            let outside = |ground: &Cond| {
                let named = |p: &&Person| judge.in_scope(p) && judge.holds(&law.who, p);
                case.people().filter(named).any(|p| !judge.holds(ground, p))
            };
            let ground = law.ground.as_ref().filter(|g| !matches!(g, Cond::Any));
            legs.push((LegName::Legality, ground.is_some_and(outside), Vec::new()));
        }
        if let Some(accepted) = aim {
            let given: Vec<usize> = law.justified.as_ref().map_or(Vec::new(), |j| j.aims.clone());
            let stated = given.iter().any(|a| accepted.is_empty() || accepted.contains(a));
            legs.push((LegName::Aim, stated, given.iter().map(|a| format!("a{a}")).collect()));
        }
        if *necessity {
            let mut everybody = case.people().filter(|p| case.possible(p));
            let lacking = everybody.any(|p| judge.unnecessary(power, *measure, p));
            legs.push((LegName::Necessity, !lacking || judge.in_words(law), Vec::new()));
        }
        if let Some((things, limit)) = proportionality {
            let touched = judge.everyone(|p| judge.permits_some(power, *measure, p));
            let without =
                |t: &usize| touched.iter().any(|p| judge.missing_whenever((*t, None, None), *measure, power, p));
            let mut asked = proportionate(things, *limit);
            // What nobody names stands in the order of the words.
            if things.is_empty() && case.vocabulary.kinds_first {
                asked.reverse();
            }
            let mut lacks: Vec<String> = asked.iter().filter(|t| without(t)).map(|t| format!("s{t}")).collect();
            let endless = |p: &Person| law.limits.iter().any(|(n, c)| n.is_none() && judge.holds(c, p));
            if *limit && touched.iter().any(|p| law.limits.is_empty() || endless(p)) {
                lacks.push("time-limit".into());
            }
            legs.push((LegName::Proportionality, lacks.is_empty(), lacks));
        }
        legs
    }

    /// Whether by the standard on equality, grounds aside, the first is treated worse than the second.
    pub(super) fn worse_than(case: &Case, one: &Person, other: &Person) -> bool {
        let Form::Equal { thing, burden, whom, .. } = &case.form else { return false };
        let judge = Judge { case, kept: None };
        if !judge.in_scope(one) || !judge.in_scope(other) || !whom.as_ref().is_none_or(|w| judge.holds(w, one)) {
            return false;
        }
        if *burden {
            let does = |kind, p: &Person| judge.powers().into_iter().any(|power| judge.permits(power, kind, p));
            case.vocabulary.kinds(*thing).any(|kind| does(kind, one) && !does(kind, other))
        } else {
            let given = judge.given();
            let gives = |p: &Person| {
                let mut own = given.iter().filter(|g| g.power.is_none() && case.vocabulary.is_a(g.give.thing, *thing));
                own.any(|g| judge.holds(&g.give.guard, p))
            };
            gives(other) && !gives(one)
        }
    }

    /// Whether the standard is still met when of what protects only this is kept.
    pub(super) fn met_with(case: &Case, kept: &[usize]) -> bool {
        let judge = Judge { case, kept: Some(kept) };
        matches!(judge.judge().0, Verdict::Met | Verdict::NotGoverned)
    }
}

/// A thing, within what time, by whom.
pub(super) type Wanted = (usize, Option<u8>, Option<usize>);

/// What a law does and gives, of which only some parts are kept.
pub(super) struct Reach<'a>(Judge<'a>);

impl<'a> Reach<'a> {
    pub(super) fn new(case: &'a Case, kept: Kept<'a>) -> Reach<'a> {
        Reach(Judge { case, kept })
    }

    pub(super) fn permits(&self, kind: usize, p: &Person) -> bool {
        self.0.powers().into_iter().any(|power| self.0.permits(power, kind, p))
    }

    pub(super) fn entitles(&self, thing: usize, p: &Person) -> bool {
        self.0.entitled(thing, None, None, p)
    }

    /// The measure, where it may be taken, always comes with the thing.
    pub(super) fn comes_with(&self, asked: Wanted, kind: usize, p: &Person) -> bool {
        let powers = self.0.powers();
        let mut used = powers.iter().filter(|power| self.0.permits(**power, kind, p));
        used.all(|power| self.0.comes_with(asked, power.0, kind, p))
    }

    pub(super) fn entitles_within(&self, (thing, within, by): Wanted, p: &Person) -> bool {
        self.0.entitled(thing, within, by, p)
    }

    /// Nobody may take it, whoever they are and under whatever article.
    pub(super) fn prohibits(&self, kind: usize, p: &Person) -> bool {
        self.0.bans().iter().any(|(_, _, ban)| {
            ban.only.is_empty()
                && ban.by.is_none()
                && self.0.case.vocabulary.is_a(kind, ban.measure)
                && self.0.holds(&ban.guard, p)
        })
    }

    /// The steps of the procedure that somebody comes to.
    pub(super) fn steps(&self, p: &Person) -> BTreeSet<usize> {
        self.0.steps(p, |_| false)
    }

    /// The same of one clause.
    pub(super) fn clause_permits(&self, clause: usize, kind: usize, p: &Person) -> bool {
        self.0.powers().into_iter().any(|power| power.0 == clause && self.0.permits(power, kind, p))
    }

    pub(super) fn clause_entitles(&self, clause: usize, thing: usize, p: &Person) -> bool {
        let Clause::Give(give) = &self.0.case.clauses[clause].1 else { return false };
        give.whenever.is_none() && self.0.enough(give, thing, None, None) && self.0.holds(&give.guard, p)
    }
}

impl Case {
    /// Clauses in the order of the text: clause number, article, clause.
    pub(super) fn ordered(&self) -> Vec<(usize, usize, &Clause)> {
        let mut numbers: Vec<usize> = Vec::new();
        for (n, _) in &self.clauses {
            if !numbers.contains(n) {
                numbers.push(*n);
            }
        }
        numbers
            .into_iter()
            .flat_map(|n| {
                self.clauses.iter().enumerate().filter(move |(_, (m, _))| *m == n).map(|(i, (m, c))| (i, *m, c))
            })
            .collect()
    }
}
