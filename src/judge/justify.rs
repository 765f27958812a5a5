//! `justify M of WHO by …`: for each power that interferes, the legs of the test. The worst leg gives the word.
//!
//! Asked where scope ∧ Perm(M). A leg may be plain (it is carried or it is not) or `weighed`: then what the law states is
//! for a person to weigh, silence is not found, and what excludes weighing is incompatible where the standard requires it.

use super::case::{Case, Concern, Found};
use super::demand::{About, Demand, Outcome, Outside, Sought};
use super::forbid::{every_kind, every_power, manner, reached};
use super::require::by_deciding;
use crate::finding::{Finding, LegName, LegState, LegWord, Mark, Named, Role, Sentence};
use crate::law::{Part, Touch, View, Wanted};
use crate::logic::{Formula, Undecided};
use crate::model::{Fact, FactId, Form, Leg, PowerId, ReasonId, ThingId, Vocabulary};
use crate::syntax::tree;

pub(super) struct Justify<'f> {
    pub(super) form: &'f Form,
    pub(super) scope: Formula,
    pub(super) measure: ThingId,
    pub(super) legs: &'f [Leg],
    /// The safeguards that can carry one of the legs.
    pub(super) things: Vec<ThingId>,
}

/// One leg held against one power: whom it leaves outside, and how.
struct Held {
    leg: LegName,
    /// Excluded, or stated wrongly: by words.
    words: Formula,
    /// Missing by what a text that was not read whole allows.
    loose: Formula,
    /// Not stated.
    silence: Formula,
    /// Stated, and for a person to weigh.
    weighed: Formula,
    details: Vec<Named>,
    said: Option<String>,
}

impl Justify<'_> {
    fn interference(&self, case: &mut Case<'_, '_>, power: PowerId, view: &View) -> Formula {
        let scope = case.within_for(self.form, self.scope, About::Power(power), view);
        let permitted = case.law.permits_some(power, self.measure, view);
        case.law.formulas.all([scope, permitted])
    }

    fn held(
        &self,
        case: &mut Case<'_, '_>,
        power: PowerId,
        interference: Formula,
        view: &View,
    ) -> Result<Vec<Held>, Undecided> {
        let mut out = Vec::new();
        for leg in self.legs {
            let held = match leg {
                Leg::Legality => self.legality(case, power, interference, view)?,
                Leg::Aim(aims) => self.aim(case, power, interference, aims, view),
                Leg::Necessity { weighed } => {
                    let serving = serving(&case.law.order.vocabulary, tree::Leg::Necessity);
                    self.carried(case, power, interference, (LegName::Necessity, &serving, false, *weighed), view)?
                }
                Leg::Proportionality(asked, limit, weighed) => {
                    let asked = if asked.is_empty() && !limit {
                        serving(&case.law.order.vocabulary, tree::Leg::Proportionality)
                    } else {
                        asked.clone()
                    };
                    // Where a time limit alone is asked for there is nothing to weigh.
                    let weighed = *weighed && !asked.is_empty();
                    let leg = (LegName::Proportionality, asked.as_slice(), *limit, weighed);
                    self.carried(case, power, interference, leg, view)?
                }
            };
            out.push(held);
        }
        Ok(out)
    }

    /// A ground is stated where not everybody of a nationality in scope satisfies it. If race, sex, religion, opinion or
    /// health has to be shared as well, or the ground rests on open facts alone, it is for assessment.
    fn legality(
        &self,
        case: &mut Case<'_, '_>,
        power: PowerId,
        interference: Formula,
        view: &View,
    ) -> Result<Held, Undecided> {
        let scope = case.within_for(self.form, self.scope, About::Power(power), view);
        let guard = case.law.power_guard(power, view);
        let vocabulary = &case.law.order.vocabulary;
        let named = |name: &&str| vocabulary.facts().find(|(_, f)| f.name == **name).map(|(id, _)| id);
        let nationality: Vec<FactId> = ["nationality"].iter().filter_map(named).collect();
        let spoken_of = case.law.formulas.facts([guard, scope]);
        let personal = PROTECTED.iter().filter_map(named).filter(|f| spoken_of.contains(f));
        let shared: Vec<FactId> = nationality.iter().copied().chain(personal).collect();
        let open: Vec<FactId> = vocabulary.facts().filter(|(_, f)| f.open).map(|(id, _)| id).collect();
        // Of whom everybody who shares these facts satisfies the guard.
        let words = self.alike_satisfy(case, guard, &nationality)?;
        let words = case.law.formulas.all([interference, words]);
        let alike = if shared.len() > nationality.len() {
            self.alike_satisfy(case, guard, &shared)?
        } else {
            case.law.formulas.no()
        };
        let mut without_open = guard;
        for fact in &open {
            without_open = case.law.formulas.exists(without_open, *fact);
        }
        // On some reading of its open facts the ground leaves out nobody who is alike.
        let on_open = if without_open == guard {
            case.law.formulas.no()
        } else {
            self.alike_satisfy(case, without_open, &shared)?
        };
        let doubtful = case.law.formulas.some([alike, on_open]);
        let not_words = case.law.formulas.not(words);
        let weighed = case.law.formulas.all([interference, doubtful, not_words]);
        let no = case.law.formulas.no();
        let (words, loose) = if case.is_loose(power) { (no, words) } else { (words, no) };
        Ok(Held { leg: LegName::Legality, words, loose, silence: no, weighed, details: Vec::new(), said: None })
    }

    /// Those for whom everybody in scope who shares some facts with them satisfies a guard: one question for each way in
    /// which the facts can be.
    fn alike_satisfy(&self, case: &mut Case<'_, '_>, guard: Formula, shared: &[FactId]) -> Result<Formula, Undecided> {
        let not_guard = case.law.formulas.not(guard);
        let mut cells = vec![case.law.formulas.yes()];
        for fact in shared {
            let size = case.law.formulas.domain().facts[*fact].size;
            let values: Vec<Formula> = (0..size).map(|v| case.law.formulas.value(*fact, 1 << v)).collect();
            let mut finer = Vec::new();
            for cell in cells {
                for value in &values {
                    finer.push(case.law.formulas.all([cell, *value]));
                }
            }
            cells = finer;
        }
        let mut satisfied = Vec::new();
        for cell in cells {
            if !case.law.possible(&[self.scope, not_guard, cell])? {
                satisfied.push(cell);
            }
        }
        Ok(case.law.formulas.some(satisfied))
    }

    fn aim(
        &self,
        case: &mut Case<'_, '_>,
        power: PowerId,
        interference: Formula,
        aims: &[ThingId],
        view: &View,
    ) -> Held {
        let order = case.law.order;
        let p = &order.powers[power];
        let counts = view.keeps_justification(power) && case.law.help_counts(p.article, view);
        let given: Vec<ThingId> = p.justified.as_ref().filter(|_| counts).map(|j| j.aims.clone()).unwrap_or_default();
        let accepted = |g: &ThingId| aims.is_empty() || aims.iter().any(|a| order.vocabulary.is_a(*g, *a));
        let no = case.law.formulas.no();
        let (words, silence) = match (given.is_empty(), given.iter().any(accepted)) {
            (true, _) => (no, interference),
            (false, true) => (no, no),
            (false, false) => (interference, no),
        };
        let details = given.iter().map(|a| case.thing(*a)).collect();
        Held { leg: LegName::Aim, words, loose: no, silence, weighed: no, details, said: None }
    }

    /// A leg carried by safeguards, or by a fact that serves it; by a time limit, where one is asked for.
    fn carried(
        &self,
        case: &mut Case<'_, '_>,
        power: PowerId,
        interference: Formula,
        (leg, safeguards, limit, weighed): (LegName, &[ThingId], bool, bool),
        view: &View,
    ) -> Result<Held, Undecided> {
        let order = case.law.order;
        let p = &order.powers[power];
        let no = case.law.formulas.no();
        let counts = view.keeps_justification(power) && case.law.help_counts(p.article, view);
        let justified = p.justified.as_ref().filter(|_| counts);
        let reason = justified.and_then(|j| match leg {
            LegName::Necessity => j.necessary.clone(),
            _ => j.proportionate.clone(),
        });
        let said = reason.filter(|r| !r.trim().is_empty());
        let of_leg = match leg {
            LegName::Necessity => tree::Leg::Necessity,
            _ => tree::Leg::Proportionality,
        };
        // A condition of the power that serves the leg: who does not satisfy it is not reached.
        let by_fact = needing(case, power, |f| f.serves == Some(of_leg), view);
        let by_fact = case.law.formulas.some(by_fact);
        // For necessity any of the safeguards that serve it is enough; of those that are named all are asked for.
        let any_is_enough = leg == LegName::Necessity || weighed;
        let (mut refused, mut missing, mut details) = (Vec::new(), Vec::new(), Vec::new());
        // Kind by kind: whether anything is given, and whether anything is refused.
        let mut kinds: Vec<(ThingId, Formula, Vec<Formula>, Vec<Formula>)> = Vec::new();
        for kind in case.law.kinds(self.measure, view) {
            let permitted = case.law.permits(power, kind, view);
            if permitted != no {
                kinds.push((kind, permitted, Vec::new(), Vec::new()));
            }
        }
        for safeguard in safeguards {
            let (mut denied, mut lacks) = (Vec::new(), Vec::new());
            for (kind, permitted, any_given, any_denied) in &mut kinds {
                let (kind, permitted) = (*kind, *permitted);
                let got = case.law.given_with(Wanted::of(*safeguard), power, kind, view);
                let is_denied = case.law.refused(got);
                denied.push(case.law.formulas.all([permitted, is_denied]));
                let [not_given, not_denied] = [got.given, is_denied].map(|f| case.law.formulas.not(f));
                lacks.push(case.law.formulas.all([permitted, not_given, not_denied]));
                any_given.push(got.given);
                any_denied.push(is_denied);
            }
            let [denied, lacks] = [denied, lacks].map(|ways| case.law.formulas.some(ways));
            let any = case.law.formulas.some([denied, lacks]);
            if case.law.possible(&[interference, any])? {
                details.push(case.thing(*safeguard));
            }
            refused.push(denied);
            missing.push(lacks);
        }
        let not_by_fact = case.law.formulas.not(by_fact);
        let refused = case.law.formulas.some(refused);
        let missing = case.law.formulas.some(missing);
        let (mut words, mut silence) = if any_is_enough {
            let (mut excluded, mut unsaid) = (Vec::new(), Vec::new());
            for (_, permitted, given, denied) in kinds {
                let [given, denied] = [given, denied].map(|ways| case.law.formulas.some(ways));
                let [not_given, not_denied] = [given, denied].map(|f| case.law.formulas.not(f));
                let nothing = case.law.formulas.all([interference, permitted, not_by_fact, not_given]);
                excluded.push(case.law.formulas.all([nothing, denied]));
                unsaid.push(case.law.formulas.all([nothing, not_denied]));
            }
            (case.law.formulas.some(excluded), case.law.formulas.some(unsaid))
        } else {
            (
                case.law.formulas.all([interference, not_by_fact, refused]),
                case.law.formulas.all([interference, not_by_fact, missing]),
            )
        };
        let (mut unlimited, mut loose) = (no, no);
        if limit {
            let limited = case.law.power_limited(power, view);
            let without = case.law.formulas.not(limited);
            unlimited = case.law.formulas.all([interference, without]);
            if case.is_loose(power) {
                let spoken = case.law.power_says_how_long(power, view);
                let unspoken = case.law.formulas.not(spoken);
                loose = case.law.formulas.all([unlimited, unspoken]);
                unlimited = case.law.formulas.all([unlimited, spoken]);
            }
            let any = case.law.formulas.some([unlimited, loose]);
            if case.law.possible(&[any])? {
                details.push(Named { name: "time-limit".into(), label: tree::Label::default() });
            }
        }
        let mut weigh = no;
        if weighed {
            (words, silence, weigh) =
                self.weighed(case, power, interference, (of_leg, safeguards, words, silence, said.is_some()), view);
        } else if said.is_some() {
            // Reasons in quotation marks never settle a leg.
            (weigh, silence) = (silence, no);
        }
        words = case.law.formulas.some([words, unlimited]);
        Ok(Held { leg, words, loose, silence, weighed: weigh, details, said })
    }

    /// A leg that bodies weigh: excluded, silent, or stated.
    fn weighed(
        &self,
        case: &mut Case<'_, '_>,
        power: PowerId,
        interference: Formula,
        (of_leg, things, refused, missing, reasons): (tree::Leg, &[ThingId], Formula, Formula, bool),
        view: &View,
    ) -> (Formula, Formula, Formula) {
        let p = &case.law.order.powers[power];
        let no = case.law.formulas.no();
        // The treaty's own test, stated.
        let tested = self.states_test(case, power, (of_leg, things), view);
        let not_tested = case.law.formulas.not(tested);
        let [refused, missing] = [refused, missing].map(|set| case.law.formulas.all([set, not_tested]));
        let is_final = case.law.order.refusals.iter().any(|r| r.power == Some(power) && r.is_final);
        let bound = p.must || is_final;
        let excluded = if bound { case.law.formulas.some([refused, missing]) } else { refused };
        let outside = case.law.formulas.some([refused, missing]);
        let not_outside = case.law.formulas.not(outside);
        let stated = case.law.formulas.all([interference, not_outside, not_tested]);
        if bound || refused != no {
            let not_excluded = case.law.formulas.not(excluded);
            let silent = case.law.formulas.all([missing, not_excluded]);
            let (silence, by_reasons) = if reasons { (no, silent) } else { (silent, no) };
            return if case.requires_weighing() {
                (excluded, silence, case.law.formulas.some([stated, by_reasons]))
            } else {
                (no, silence, case.law.formulas.some([stated, by_reasons, excluded]))
            };
        }
        // A `may` that says nothing of it.
        if reasons { (no, no, case.law.formulas.some([stated, missing])) } else { (no, missing, stated) }
    }

    /// The situations in which a power states the treaty's own test: a safeguard or a condition that the vocabulary marks
    /// as such.
    fn states_test(
        &self,
        case: &mut Case<'_, '_>,
        power: PowerId,
        (leg, things): (tree::Leg, &[ThingId]),
        view: &View,
    ) -> Formula {
        let vocabulary = &case.law.order.vocabulary;
        let tests: Vec<ThingId> = things
            .iter()
            .copied()
            .filter(|id| {
                let thing = vocabulary.thing(*id);
                thing.in_full && thing.serves == Some(leg)
            })
            .collect();
        let kinds = case.law.kinds(self.measure, view);
        let mut ways = needing(case, power, |f| f.in_full && f.serves == Some(leg), view);
        for test in tests {
            let mut all = Vec::new();
            for kind in &kinds {
                let permitted = case.law.permits(power, *kind, view);
                if permitted != case.law.formulas.no() {
                    let given = case.law.given_with(Wanted::of(test), power, *kind, view).given;
                    all.push(case.law.formulas.implies(permitted, given));
                }
            }
            ways.push(case.law.formulas.all(all));
        }
        case.law.formulas.some(ways)
    }
}

/// The facts which, shared beside a nationality, make a ground one of who a person is.
const PROTECTED: [&str; 5] = ["race", "sex", "religion", "political-opinion", "health"];

impl Demand for Justify<'_> {
    fn questions(&self, case: &mut Case<'_, '_>) -> Result<Vec<About>, Undecided> {
        Ok(every_power(case, self.measure).into_iter().map(About::Power).collect())
    }

    fn outside(&self, case: &mut Case<'_, '_>, about: About, view: &View) -> Result<Outside, Undecided> {
        let About::Power(power) = about else { return Ok(Outside::nobody(case)) };
        let interference = self.interference(case, power, view);
        if !case.law.possible(&[interference])? {
            return Ok(Outside::nobody(case));
        }
        let held = self.held(case, power, interference, view)?;
        let mut some = |set: fn(&Held) -> Formula| case.law.formulas.some(held.iter().map(set));
        Ok(Outside {
            words: some(|h| h.words),
            loose: some(|h| h.loose),
            silence: some(|h| h.silence),
            weighed: some(|h| h.weighed),
        })
    }

    fn is_raised(&self, case: &mut Case<'_, '_>, about: About, view: &View) -> Result<bool, Undecided> {
        Ok(self.touch(case, about, view)?.is_some())
    }

    fn report(&self, case: &mut Case<'_, '_>, about: About, found: Outcome) -> Result<(Finding, Concern), Undecided> {
        let About::Power(power) = about else { crate::stop::stop("only a power interferes") };
        let order = case.law.order;
        let p = &order.powers[power];
        // The legs are shown as the law is written, unless nobody is concerned then.
        let mut view = case.law.as_written();
        let mut interference = self.interference(case, power, &view);
        if !case.law.possible(&[interference, found.violation])? {
            view = case.law.view(crate::law::Reading::Strict);
            interference = self.interference(case, power, &view);
        }
        let held = self.held(case, power, interference, &view)?;
        let mut legs = Vec::new();
        for held in held {
            let mut word = LegWord::Carried;
            for (set, is) in [
                (held.weighed, LegWord::ToAssess),
                (held.silence, LegWord::NotFound),
                (held.loose, LegWord::NotFound),
                (held.words, LegWord::Incompatible),
            ] {
                if case.law.possible(&[set])? {
                    word = is;
                }
            }
            legs.push(LegState { leg: held.leg, word, details: held.details, words: held.said });
        }
        let kinds = order.vocabulary.kinds_of(self.measure);
        let nearly = case.near_bans(power, &kinds, self.scope)?;
        let reached = reached(case, power, self.measure);
        let (mut finding, concern) = case.report(Found {
            verdict: found.verdict,
            manner: Some(manner(case, power)),
            sentence: Sentence::Unjustified { measure: case.thing(reached) },
            violation: found.violation,
            who: vec![p.who.clone(), self.form.who.clone()],
            because: vec![case.mark(p.article, p.span, Role::Power)],
            nearly,
        })?;
        finding.legs = legs;
        Ok((finding, concern))
    }

    fn parts(&self, case: &mut Case<'_, '_>, about: About) -> Vec<Part> {
        let About::Power(power) = about else { return Vec::new() };
        let kinds = every_kind(case, self.measure);
        case.law.parts_of(power, &kinds, &self.things)
    }

    fn touch(&self, case: &mut Case<'_, '_>, about: About, view: &View) -> Result<Option<Touch>, Undecided> {
        case.touch((self.form, self.scope, self.measure), about, view)
    }

    fn whole(&self, case: &mut Case<'_, '_>, about: About) -> Vec<Mark> {
        let About::Power(power) = about else { return Vec::new() };
        by_deciding(case, power, self.measure, &self.things)
    }

    fn reasons(&self) -> &[ReasonId] {
        &self.form.reasons
    }

    fn done(&self, _: &Case<'_, '_>) -> Option<ThingId> {
        Some(self.measure)
    }

    fn scope(&self) -> Formula {
        self.scope
    }

    fn asks_for(&self) -> Sought {
        Sought { more: self.things.clone(), ..Sought::measure(self.measure) }
    }
}

/// Those whom a power reaches only because one of these facts holds of them, fact by fact.
fn needing(case: &mut Case<'_, '_>, power: PowerId, fits: impl Fn(&Fact) -> bool, view: &View) -> Vec<Formula> {
    let guard = case.law.power_guard(power, view);
    let facts = case.law.order.vocabulary.facts().filter(|(_, f)| fits(f));
    let mut ways = Vec::new();
    for (fact, _) in facts {
        let without = case.law.formulas.given(guard, fact, 0b01);
        let needed = case.law.formulas.not(without);
        ways.push(case.law.formulas.all([guard, needed]));
    }
    ways
}

/// The safeguards of the vocabulary that serve a leg.
fn serving(vocabulary: &Vocabulary, leg: tree::Leg) -> Vec<ThingId> {
    let serves = |t: &crate::model::Thing| t.kind == tree::ThingKind::Safeguard && t.serves == Some(leg);
    vocabulary.things().filter(|(_, t)| serves(t)).map(|(id, _)| id).collect()
}

/// Every safeguard that can carry one of the legs.
pub(super) fn safeguards(vocabulary: &Vocabulary, legs: &[Leg]) -> Vec<ThingId> {
    let mut out = Vec::new();
    for leg in legs {
        match leg {
            Leg::Necessity { .. } => out.extend(serving(vocabulary, tree::Leg::Necessity)),
            Leg::Proportionality(asked, limit, _) if asked.is_empty() && !limit => {
                out.extend(serving(vocabulary, tree::Leg::Proportionality));
            }
            Leg::Proportionality(asked, ..) => out.extend(asked),
            Leg::Legality | Leg::Aim(_) => {}
        }
    }
    out
}
