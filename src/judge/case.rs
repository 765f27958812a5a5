//! A law held against one standard: what every form needs to ask and to say.

use super::people::{self, Phrases};
use crate::finding::{Assumption, Finding, Lasting, Mark, Named, People, Readings, Reason, Role, Sentence, Verdict};
use crate::ids::{Id, IdVec};
use crate::law::{Keep, Law, Part, Seen};
use crate::logic::{Formula, Formulas, Situation, Undecided, Works, cover, minimal_of_claims, most_ordinary, scratch};
use crate::model::{ArticleId, BanId, Condition, Form, PowerId, ThingId};
use crate::text::Span;
use rustc_hash::FxHashMap;

/// The most places that are shown to come near. Beyond it they would hide each other.
pub(super) const MOST_NEAR: usize = 12;

/// A law, a standard, and what reservations take out of it.
#[derive(Debug)]
pub struct Case<'l, 'o> {
    /// The law.
    pub law: &'l mut Law<'o>,
    /// People a reservation takes out of the standard.
    pub reserved: Formula,
    /// Where the form stands that is asked, if one is.
    form: Option<Span>,
    /// What has been said of facts before.
    phrases: Phrases,
}

/// Whom a finding concerns, for acceptances, scenarios and examples.
#[derive(Debug, Clone)]
pub struct Concern {
    /// Every situation in which somebody is left outside.
    pub class: Formula,
    /// The witness as it is shown; `None` when the finding concerns nobody in particular.
    pub witness: Option<Situation>,
}

/// One of several claims that hold together where nobody is left outside.
enum Claim {}

impl Works for Case<'_, '_> {
    fn formulas(&mut self) -> &mut Formulas {
        &mut self.law.formulas
    }
}

/// What a form answers.
#[derive(Debug, Default)]
pub struct FormResult {
    /// What was found; none when the form is met.
    pub findings: Vec<Finding>,
    /// Whom the findings concern, in the same order.
    pub concerns: Vec<Concern>,
    /// What protects.
    pub protects: Vec<Mark>,
    /// Why it is met; `None` when the law does not govern it.
    pub reason: Option<Reason>,
}

impl FormResult {
    /// The law does not govern it.
    pub fn not_governed() -> FormResult {
        FormResult::default()
    }

    /// Met, for this reason.
    pub fn met(reason: Reason) -> FormResult {
        FormResult { reason: Some(reason), ..FormResult::default() }
    }
}

/// A question that was answered with yes: who it concerns and what is to be said.
#[derive(Debug)]
pub(super) struct Found {
    /// Breach, gap or review.
    pub(super) verdict: Verdict,
    /// What is found.
    pub(super) sentence: Sentence,
    /// The situations.
    pub(super) violation: Formula,
    /// The people the power or the form names, to find a noun.
    pub(super) who: Vec<Condition>,
    /// The articles that make it so.
    pub(super) because: Vec<Mark>,
    /// What nearly prevents it.
    pub(super) nearly: Vec<Mark>,
}

/// A class in words: its most ordinary person, everybody in it, and the readings it depends on.
#[derive(Debug)]
pub(super) struct Described {
    pub(super) witness: People,
    pub(super) class: People,
    pub(super) readings: Readings,
    pub(super) given: Vec<String>,
    pub(super) situation: Situation,
}

impl<'l, 'o> Case<'l, 'o> {
    /// A law held against one standard, less what is reserved.
    pub(super) fn new(law: &'l mut Law<'o>, reserved: Formula, form: Option<Span>) -> Self {
        Case { law, reserved, form, phrases: Phrases::default() }
    }

    /// The people and situations a form speaks of, less what is reserved.
    pub(super) fn scope(&mut self, form: &Form) -> Formula {
        let scope = self.law.formula(&form.scope);
        let kept = self.law.formulas.not(self.reserved);
        self.law.formulas.all([scope, kept])
    }

    pub(super) fn thing(&self, id: ThingId) -> Named {
        let thing = self.law.order.vocabulary.thing(id);
        Named { name: thing.name.clone(), label: thing.label.clone() }
    }

    pub(super) fn mark(&self, article: ArticleId, span: Span, role: Role) -> Mark {
        Mark { span, role, article: Some(self.law.cited[article].clone()) }
    }

    /// The prohibitions that nearly keep a power from these people: they protect some of those it names, or would if
    /// they went further.
    pub(super) fn near_bans(
        &mut self,
        power: PowerId,
        kinds: &[ThingId],
        scope: Formula,
    ) -> Result<Vec<Mark>, Undecided> {
        let order = self.law.order;
        let keep = self.law.keep_all();
        let guard = self.law.power_guard(power, &keep);
        let (mut inside, mut outside) = (Vec::new(), Vec::new());
        let mut bans: Vec<BanId> = kinds.iter().flat_map(|k| self.law.bans_on(power, *k)).collect();
        bans.sort_unstable();
        bans.dedup();
        for i in bans {
            let ban = &order.bans[i];
            if inside.len() >= MOST_NEAR {
                break;
            }
            let banned = self.law.ban_guard(i);
            let mark = self.mark(ban.article, ban.guard_span, Role::StopsShort);
            if self.law.possible(&[guard, scope, banned])? {
                inside.push(mark);
            } else if self.law.possible(&[guard, banned])? {
                outside.push(mark);
            }
        }
        let mut near = if inside.is_empty() { outside } else { inside };
        near.truncate(MOST_NEAR);
        Ok(near)
    }

    /// Whether the violation can hold.
    pub(super) fn happens(&mut self, violation: Formula) -> Result<bool, Undecided> {
        if let Some(asked) = &mut self.law.asked {
            self.law.formulas.keep(violation);
            asked.push(violation);
        }
        self.law.possible(&[violation])
    }

    /// Who is in a class. `who` are the people that are spoken of, to find a noun.
    pub(super) fn described(&mut self, violation: Formula, who: &[Condition]) -> Result<Described, Undecided> {
        let law = &mut *self.law;
        let duration = law.order.vocabulary.duration();
        let persons = match duration {
            Some(duration) => law.formulas.exists(violation, duration),
            None => violation,
        };
        let axioms = law.axioms;
        let seen = match law.seen.get(&violation) {
            Some(seen) => seen.clone(),
            None => {
                let mut situation = most_ordinary(&mut law.formulas, &[axioms, violation], &mut law.decider)?
                    .ok_or(Undecided::Disagreement)?;
                // How long it lasts is no part of who they are; where nothing is said of it, both are the same class.
                let known = (persons == violation).then_some(&situation);
                let class = cover(&mut law.formulas, axioms, persons, known, law.most_boxes, &mut law.decider)?;
                let numbers = people::settle(law, &class, violation, &mut situation);
                let seen = Seen { situation, class, numbers };
                law.remember(violation, &seen);
                seen
            }
        };
        let Seen { situation, class, numbers } = seen;
        let noun = people::noun(law, who, persons, &situation)?;
        let witness = people::witness(law, noun.as_ref(), &class, &situation, &numbers)?;
        let described = people::class(law, &mut self.phrases, noun.as_ref(), &class)?;
        let readings = people::readings(law, &class)?;
        let given = people::given(law, &situation, violation, &numbers)?;
        Ok(Described { witness, class: described, readings, given, situation })
    }

    /// Turns a question answered with yes into a finding, with its person and its class.
    pub(super) fn report(&mut self, found: Found) -> Result<(Finding, Concern), Undecided> {
        let Described { witness, class: described, readings, given, situation } =
            self.described(found.violation, &found.who)?;
        let law = &mut *self.law;
        let duration = law.order.vocabulary.duration();
        let mut assumptions = Vec::new();
        // Said only where it decides: a condition in months, or two lengths in units that do not fit each other.
        let speaks_of_duration = duration.is_some_and(|d| {
            law.order.vocabulary.by_convention.contains(&d) && law.formulas.speaks_of(found.violation, d)
        });
        let compared = match &found.sentence {
            Sentence::Lasts { limit: Some(limit), lasts: Lasting::Most(most), .. } => limit.by_convention(*most),
            Sentence::WithoutSafeguard { within: Some(within), .. }
            | Sentence::NotEntitled { within: Some(within), .. } => {
                let late = |m: &Mark| m.role == Role::TooLate;
                let of = |m: &Mark| law.guarantee_at(m.span).and_then(|g| g.within);
                found.nearly.iter().filter(|m| late(m)).filter_map(of).any(|given| given.by_convention(*within))
            }
            _ => false,
        };
        if speaks_of_duration || compared {
            assumptions.push(Assumption::Calendar);
        }
        for mark in found.because.iter().chain(&found.nearly) {
            if let Some(article) = &mark.article
                && article.unconfirmed
                && !assumptions.contains(&Assumption::Unconfirmed(Box::new(article.clone())))
            {
                assumptions.push(Assumption::Unconfirmed(Box::new(article.clone())));
            }
        }
        let finding = Finding {
            verdict: found.verdict,
            sentence: found.sentence,
            witness: Some(witness),
            other: None,
            class: Some(described),
            because: found.because,
            nearly: found.nearly,
            readings,
            legs: Vec::new(),
            path: Vec::new(),
            drawn: None,
            assumptions,
            accepted: None,
            baseline: None,
            changed: Vec::new(),
            regime: None,
            given,
            form_span: self.form,
            mend: None,
        };
        Ok((finding, Concern { class: found.violation, witness: Some(situation) }))
    }

    /// Nothing was found for any of these powers over a measure: met, and by what. Articles, when there is a power at
    /// all; silence, when the law governs the field and gives none; not governed otherwise.
    ///
    /// `met` must answer whether one power leaves nobody outside with only what is kept of the law.
    pub(super) fn met_while(
        &mut self,
        measure: ThingId,
        things: &[ThingId],
        powers: &[PowerId],
        mut met: impl FnMut(&mut Self, PowerId, &Keep) -> Result<bool, Undecided>,
    ) -> Result<FormResult, Undecided> {
        let order = self.law.order;
        if powers.is_empty() {
            let vocabulary = &order.vocabulary;
            let banned =
                order.bans.iter().any(|b| vocabulary.is_a(measure, b.measure) || vocabulary.is_a(b.measure, measure));
            let silent = banned || order.governs(vocabulary.subject_of(measure));
            return Ok(if silent { FormResult::met(Reason::Silence) } else { FormResult::not_governed() });
        }
        let parts = self.parts(Some(measure), things);
        let place: FxHashMap<Part, Id<Part>> = parts.entries().map(|(id, part)| (*part, id)).collect();
        let kinds = order.vocabulary.kinds_of(measure);
        // For each power a claim: that it leaves nobody outside.
        let claims: IdVec<Claim, PowerId> = powers.iter().copied().collect();
        let matter: IdVec<Claim, Vec<Id<Part>>> = powers
            .iter()
            .map(|power| {
                // A ground or a limit that says nothing protects nobody.
                let mut matter: Vec<Id<Part>> =
                    self.law.parts_of(*power, &kinds, things).iter().filter_map(|p| place.get(p).copied()).collect();
                matter.sort_unstable();
                matter.dedup();
                matter
            })
            .collect();
        let protects = self.marks_of(&parts, &matter, |case, claim, keep| met(case, claims[claim], keep))?;
        let reason = if protects.is_empty() { Reason::Silence } else { Reason::Articles };
        Ok(FormResult { reason: Some(reason), protects, ..FormResult::default() })
    }

    /// A smallest set of parts of the law without which the form would no longer be met.
    ///
    /// `met` must answer whether it is met with only what is kept; leaving more out never makes it met.
    pub(super) fn protectors(
        &mut self,
        measure: Option<ThingId>,
        things: &[ThingId],
        mut met: impl FnMut(&mut Self, &Keep) -> Result<bool, Undecided>,
    ) -> Result<Vec<Mark>, Undecided> {
        let parts = self.parts(measure, things);
        let one: IdVec<Claim, Vec<Id<Part>>> = IdVec::from(vec![parts.ids().collect()]);
        self.marks_of(&parts, &one, |case, _, keep| met(case, keep))
    }

    /// The parts of the law that can protect: the grounds and limits of the powers over a measure, the guarantees of
    /// some things, the prohibitions of the measure. In the order in which they are left out where there is a choice: a
    /// power's own ground, then its limits, then guarantees.
    fn parts(&self, measure: Option<ThingId>, things: &[ThingId]) -> IdVec<Part> {
        let order = self.law.order;
        let vocabulary = &order.vocabulary;
        let powers = measure.map(|m| self.law.powers_over(m)).unwrap_or_default();
        let mut parts: IdVec<Part> = IdVec::new();
        let grounds = powers.iter().filter(|p| order.powers[**p].ground != Condition::Any);
        parts.extend(grounds.copied().map(Part::Ground));
        let limits = powers.iter().filter(|p| !order.powers[**p].for_.is_empty());
        parts.extend(limits.copied().map(Part::Limit));
        let fits = order.guarantees.entries().filter(|(_, g)| things.iter().any(|t| vocabulary.is_a(g.thing, *t)));
        parts.extend(fits.map(|(i, _)| Part::Guarantee(i)));
        if let Some(measure) = measure {
            let kinds = vocabulary.kinds_of(measure);
            let fits = order.bans.entries().filter(|(_, b)| kinds.iter().any(|k| vocabulary.is_a(*k, b.measure)));
            parts.extend(fits.map(|(i, _)| Part::Ban(i)));
        }
        parts
    }

    /// Where a smallest set of these parts stands with which every claim holds. `matter` says which of them can matter to
    /// each claim.
    fn marks_of(
        &mut self,
        parts: &IdVec<Part>,
        matter: &IdVec<Claim, Vec<Id<Part>>>,
        mut met: impl FnMut(&mut Self, Id<Claim>, &Keep) -> Result<bool, Undecided>,
    ) -> Result<Vec<Mark>, Undecided> {
        let order = self.law.order;
        let mut keep = self.law.keep_all().without(parts.as_slice());
        // What is asked to explain an answer is no question of a form.
        let asked = self.law.asked.take();
        let mut holds = |claim: Id<Claim>, kept: &[Id<Part>]| {
            let kept = kept.iter().map(|part| parts[*part]);
            scratch(self, |case| keep.with(kept, |keep| met(case, claim, keep)))
        };
        let needed = match minimal_of_claims(matter, &mut holds)? {
            Some(needed) => needed,
            // Something matters that was not thought to: then everything may.
            None => {
                let all = IdVec::all(matter, parts.ids().collect());
                // With the whole law every claim holds: that is what was found before.
                minimal_of_claims(&all, &mut holds)?.ok_or(Undecided::Disagreement)?
            }
        };
        self.law.asked = asked;
        let places = needed.into_iter().map(|part| parts[part].place(order));
        let mut marks: Vec<Mark> = places.map(|(article, span)| self.mark(article, span, Role::Protects)).collect();
        marks.sort_by_key(|m| m.span);
        Ok(marks)
    }

    /// A finding that concerns nobody in particular.
    pub(super) fn impersonal(&self, verdict: Verdict, sentence: Sentence, because: Vec<Mark>) -> Finding {
        Finding {
            verdict,
            sentence,
            witness: None,
            other: None,
            class: None,
            because,
            nearly: Vec::new(),
            readings: Readings::Every,
            legs: Vec::new(),
            path: Vec::new(),
            drawn: None,
            assumptions: Vec::new(),
            accepted: None,
            baseline: None,
            changed: Vec::new(),
            regime: None,
            given: Vec::new(),
            form_span: self.form,
            mend: None,
        }
    }

    /// Another law that is relied on for something, as an assumption.
    pub(super) fn reliance(&self, thing: ThingId) -> Option<Assumption> {
        let order = self.law.order;
        order
            .reliances
            .iter()
            .find(|r| r.things.iter().any(|t| order.vocabulary.is_a(*t, thing)))
            .map(|r| Assumption::Relies { on: r.on.clone(), span: r.span })
    }
}
