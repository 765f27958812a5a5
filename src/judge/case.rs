//! A law held against one standard: what every form needs to ask and to say.

use super::demand::{About, Demand, Saved, Sought};
use super::people::{self, Phrases};
use crate::finding::{
    Assumption, Doubtful, Finding, Lasting, Manner, Mark, Named, People, Readings, Role, Sentence, Unexamined, Verdict,
};
use crate::ids::{Id, IdVec};
use crate::law::{Doubt, Law, Part, Seen, Shortfall, Touch, View, Wanted};
use crate::logic::{Formula, Formulas, Situation, Undecided, Works, cover, minimal_of_claims, most_ordinary, scratch};
use crate::model::{ArticleId, BanId, Condition, Covers, Form, Guarantee, PowerId, Saving, Standard, ThingId};
use crate::text::Span;
use rustc_hash::FxHashMap;

/// The most places that are shown to come near. Beyond it they would hide each other.
pub(super) const MOST_NEAR: usize = 12;

/// A law, a standard, and what reservations take out of it.
#[derive(Debug)]
pub struct Case<'l, 'o> {
    /// The law.
    pub law: &'l mut Law<'o>,
    /// Those whom a reservation takes out of the standard, as far as only the law's own file states it.
    pub reserved: Formula,
    /// In what words.
    pub(super) reserved_because: String,
    /// Whether the standard binds the State, as far as is known.
    pub(super) binds: bool,
    /// The standard, where one is asked.
    standard: Option<&'l Standard>,
    /// The situations of which alone it is asked, where it is of some.
    pub(super) only: Option<Formula>,
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

/// What a demand answers.
#[derive(Debug)]
pub struct FormResult {
    /// Its word.
    pub verdict: Verdict,
    /// What was found, question by question.
    pub findings: Vec<Finding>,
    /// Whom the findings concern, in the same order.
    pub concerns: Vec<Concern>,
    /// What protects, where it is provided.
    pub protects: Vec<Mark>,
    /// Why it was not examined, where it was not.
    pub unexamined: Option<Unexamined>,
}

impl Default for FormResult {
    fn default() -> FormResult {
        FormResult {
            verdict: Verdict::NotExamined,
            findings: Vec::new(),
            concerns: Vec::new(),
            protects: Vec::new(),
            unexamined: None,
        }
    }
}

/// A question that was answered with yes: who it concerns and what is to be said.
#[derive(Debug)]
pub(super) struct Found {
    /// The word.
    pub(super) verdict: Verdict,
    /// How the law's own words do it, where they do.
    pub(super) manner: Option<Manner>,
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
    /// A law held against a demand of a standard, and whom the law's own file reserves.
    pub(super) fn new(
        law: &'l mut Law<'o>,
        reserved: Formula,
        standard: Option<&'l Standard>,
        form: Option<Span>,
    ) -> Self {
        Case {
            law,
            reserved,
            reserved_because: String::new(),
            binds: false,
            standard,
            only: None,
            form,
            phrases: Phrases::default(),
        }
    }

    /// The people and situations a form speaks of.
    pub(super) fn scope(&mut self, form: &Form) -> Formula {
        self.law.formula(&form.scope)
    }

    /// Those of a scope who are left when what only the law's own file reserves is taken as a view takes it.
    pub(super) fn within(&mut self, scope: Formula, view: &View) -> Formula {
        if !self.law.holds_reservations(view) {
            return scope;
        }
        let others = self.law.formulas.not(self.reserved);
        self.law.formulas.all([scope, others])
    }

    /// The same, of whom there can be by what the law itself says, as far as that is taken for granted: a question is
    /// raised by whom there can be.
    pub(super) fn raising(&mut self, scope: Formula, view: &View) -> Formula {
        let scope = self.within(scope, view);
        let own = self.law.own_axioms(view);
        self.law.formulas.all([scope, own])
    }

    /// Whether the order has a clause that does anything: else nothing is raised.
    pub(super) fn is_operative(&self) -> bool {
        self.law.is_operative()
    }

    /// Whether what the standard asks for must be laid down by law.
    pub(super) fn is_laid_down(&self) -> bool {
        self.standard.is_some_and(|s| s.laid_down_by_law)
    }

    /// Whether the standard asks that a case can be weighed.
    pub(super) fn requires_weighing(&self) -> bool {
        self.standard.is_some_and(|s| s.requires_weighing)
    }

    /// Whether an order that is bound has to legislate: then the standard is raised by being bound.
    pub(super) fn is_duty_to_legislate(&self) -> bool {
        self.binds && self.standard.is_some_and(|s| s.duty_to_legislate)
    }

    /// Whether what a power allows may be narrowed by something that was not read: it is a choice, and its text was not
    /// read whole.
    pub(super) fn is_loose(&self, power: PowerId) -> bool {
        let order = self.law.order;
        let power = &order.powers[power];
        !power.must && !order.is_whole(order.articles[power.article].policy)
    }

    /// Whether everything that a demand asks for was searched.
    pub(super) fn is_searched(&self, sought: &Sought) -> bool {
        let mut things = sought.thing.iter().chain(&sought.more);
        let something = sought.thing.is_some() || sought.measure.is_some();
        something
            && things.all(|thing| self.law.is_searched(*thing, sought.measure))
            && sought.measure.is_none_or(|measure| self.law.is_searched(measure, None))
    }

    /// The laws that are known of, were not read, and may speak of what a demand asks for.
    pub(super) fn unread(&self, sought: &Sought) -> Vec<String> {
        let order = self.law.order;
        let vocabulary = &order.vocabulary;
        let asked = || sought.thing.iter().chain(&sought.measure).chain(&sought.more);
        let speaks = |named: ThingId| {
            asked().any(|thing| {
                vocabulary.is_a(*thing, named)
                    || vocabulary.is_a(named, *thing)
                    || vocabulary.subject_of(*thing).is_some_and(|subject| vocabulary.is_a(subject, named))
            })
        };
        let mut laws: Vec<String> = Vec::new();
        for not_read in &order.not_read {
            if not_read.things.iter().any(|thing| speaks(*thing)) && !laws.contains(&not_read.law) {
                laws.push(not_read.law.clone());
            }
        }
        laws
    }

    /// Those whom general clauses reach of all that a question leaves outside, and the clauses: a principle that names a
    /// thing asked for; a clause that subjects powers to an instrument that the standard rests on.
    pub(super) fn general_clauses(&mut self, demand: &dyn Demand, about: About, view: &View) -> (Saved, Vec<Mark>) {
        let order = self.law.order;
        let sought = demand.asks_for();
        let mut marks = Vec::new();
        let mut reached = Vec::new();
        for principle in &order.principles {
            let asked = sought.thing.iter().chain(&sought.more);
            if self.law.help_counts(principle.article, view)
                && asked.into_iter().any(|thing| order.vocabulary.is_a(principle.thing, *thing))
            {
                reached.push(self.law.formula(&principle.guard));
                marks.push(self.mark(principle.article, principle.span, Role::General));
            }
        }
        let basis = self.standard.map_or(&[][..], |s| &s.basis);
        let rests = |instrument: &String| basis.iter().any(|c| c.instrument == *instrument);
        let savings = order.savings.iter().filter(|s| s.instruments.iter().any(rests));
        let savings: Vec<&Saving> = savings.filter(|s| self.law.help_counts(s.article, view)).collect();
        let covers = |saving: &Saving, power: PowerId| {
            let article = order.powers[power].article;
            match &saving.covers {
                Covers::Order => true,
                Covers::Articles(articles) => articles.contains(&article),
                Covers::Law(law) => order.articles[article].policy == *law,
            }
        };
        let saved = if savings.is_empty() {
            Saved::all(self.law.formulas.no())
        } else {
            demand.saved(self, about, &|power| savings.iter().any(|s| covers(s, power)), view)
        };
        if saved != Saved::all(self.law.formulas.no()) {
            let powers = match about {
                About::Power(power) => vec![power],
                _ => sought.measure.map_or(order.powers.ids().collect(), |m| self.law.powers_over(m, view)),
            };
            for saving in savings.into_iter().filter(|s| powers.iter().any(|power| covers(s, *power))) {
                marks.push(self.mark(saving.article, saving.span, Role::General));
            }
        }
        let by_principle = self.law.formulas.some(reached);
        let words = self.law.formulas.some([by_principle, saved.words]);
        let others = self.law.formulas.some([by_principle, saved.others]);
        (Saved { words, others }, marks)
    }

    /// A doubtful statement, as it is named.
    pub(super) fn doubtful(&self, doubt: Doubt) -> Doubtful {
        let order = self.law.order;
        match doubt {
            Doubt::Own(axiom) => {
                let span = order.vocabulary.axioms.get(axiom.place()).map(|a| a.span);
                Doubtful::Own { span }
            }
            Doubt::Unseen(article) => Doubtful::Unseen { article: self.law.cited[article].clone() },
            Doubt::Rank(ban) => {
                let ban = &order.bans[ban];
                Doubtful::Rank { article: self.law.cited[ban.article].clone(), span: ban.span }
            }
            Doubt::Refused(refusal) => {
                let refusal = &order.refusals[refusal];
                Doubtful::Refused { article: self.law.cited[refusal.article].clone(), span: refusal.span }
            }
            Doubt::Reservations => Doubtful::Reservation { words: self.reserved_because.clone() },
            Doubt::MayBe(thing) => Doubtful::MayBe { thing: self.thing(thing) },
        }
    }

    /// The same for a question: of a power those alone on whom it acts for the reasons that the form names.
    pub(super) fn within_for(&mut self, form: &Form, scope: Formula, about: About, view: &View) -> Formula {
        let mut parts = vec![self.within(scope, view)];
        if let About::Power(power) = about {
            for reason in &form.reasons {
                parts.push(self.law.acts_for(power, *reason, view));
            }
        }
        self.law.formulas.all(parts)
    }

    /// How a question touches those a form speaks of with a measure, where it is about one power.
    pub(super) fn touch(
        &mut self,
        (form, scope, measure): (&Form, Formula, ThingId),
        about: About,
        view: &View,
    ) -> Result<Option<Touch>, Undecided> {
        let About::Power(power) = about else { return Ok(None) };
        let scope = self.within(scope, view);
        self.law.touches(power, measure, (scope, &form.reasons), view)
    }

    /// Why a guarantee that comes near is not what is asked of these people.
    pub(super) fn nearness(&self, guarantee: &Guarantee, wanted: Wanted) -> Role {
        match self.law.falls_short(guarantee, wanted) {
            Some(Shortfall::Weaker) => Role::Weaker,
            Some(Shortfall::TooLate) => Role::TooLate,
            Some(Shortfall::WrongAuthority) => Role::WrongAuthority,
            Some(Shortfall::LeavesOut) | None => Role::LeavesOut,
        }
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
        let view = self.law.as_written();
        let guard = self.law.power_guard(power, &view);
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
            Some(duration) if law.formulas.speaks_of(law.axioms, duration) => {
                let possible = law.formulas.all([violation, law.axioms]);
                law.formulas.exists(possible, duration)
            }
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
        let nouns = people::nouns(law, who, persons, &situation)?;
        let noun = people::noun(law, &nouns, &class)?;
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
            manner: found.manner,
            witness: Some(witness),
            class: Some(described),
            nearly: found.nearly,
            readings,
            assumptions,
            given,
            ..self.impersonal(found.verdict, found.sentence, found.because)
        };
        Ok((finding, Concern { class: found.violation, witness: Some(situation) }))
    }

    /// Where a smallest set of parts stands with which every claim holds. For each claim the parts that can matter to it
    /// are given; `met` answers whether it holds with only what is kept of the law in a view.
    pub(super) fn marks_of(
        &mut self,
        view: &View,
        claims: &[Vec<Part>],
        mut met: impl FnMut(&mut Self, usize, &View) -> Result<bool, Undecided>,
    ) -> Result<Vec<Mark>, Undecided> {
        let order = self.law.order;
        let mut all: Vec<Part> = claims.iter().flatten().copied().collect();
        // In the order in which they are left out where there is a choice.
        all.sort_by_key(|part| (leaves_first(*part), *part));
        all.dedup();
        let parts: IdVec<Part> = all.into_iter().collect();
        let place: FxHashMap<Part, Id<Part>> = parts.entries().map(|(id, part)| (*part, id)).collect();
        let matter: IdVec<Claim, Vec<Id<Part>>> = claims
            .iter()
            .map(|claim| {
                let mut matter: Vec<Id<Part>> = claim.iter().filter_map(|p| place.get(p).copied()).collect();
                matter.sort_unstable();
                matter.dedup();
                matter
            })
            .collect();
        let mut kept_of = view.without(parts.as_slice());
        // What is asked to explain an answer is no question of a form.
        let asked = self.law.asked.take();
        let mut holds = |claim: Id<Claim>, kept: &[Id<Part>]| {
            let kept = kept.iter().map(|part| parts[*part]);
            scratch(self, |case| kept_of.with(kept, |view| met(case, claim.place(), view)))
        };
        let needed = match minimal_of_claims(&matter, &mut holds)? {
            Some(needed) => needed,
            // Something matters that was not thought to: then everything may.
            None => {
                let all = IdVec::all(&matter, parts.ids().collect());
                // With the whole law every claim holds: that is what was found before.
                minimal_of_claims(&all, &mut holds)?.ok_or(Undecided::Disagreement)?
            }
        };
        self.law.asked = asked;
        let places = needed.into_iter().map(|part| parts[part].place(order));
        let mut marks: Vec<Mark> = places.map(|(article, span)| self.mark(article, span, Role::Protects)).collect();
        marks.sort_by_key(|m| m.span);
        marks.dedup();
        Ok(marks)
    }

    /// A finding that concerns nobody in particular.
    pub(super) fn impersonal(&self, verdict: Verdict, sentence: Sentence, because: Vec<Mark>) -> Finding {
        Finding {
            verdict,
            manner: None,
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
            doubts: Vec::new(),
            general: Vec::new(),
            weighs: false,
            searched: false,
            no_exception: false,
            unread: Vec::new(),
            assumptions: Vec::new(),
            accepted: None,
            baseline: None,
            newcomers: None,
            changed: Vec::new(),
            regime: None,
            given: Vec::new(),
            form_span: self.form,
            mend: None,
        }
    }
}

/// Which parts are left out first where there is a choice: a power's own conditions, then its limits and its
/// justification, then guarantees, then prohibitions.
fn leaves_first(part: Part) -> u8 {
    match part {
        Part::Condition(..) => 0,
        Part::Limit(_) => 1,
        Part::Justification(_) => 2,
        Part::Guarantee(_) => 3,
        Part::Ban(_) => 4,
    }
}
