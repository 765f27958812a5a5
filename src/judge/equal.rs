//! `equal S-or-M for WHOM among WHO regardless of F`: violated when two people who differ only in F are treated
//! differently, the worse treated being one of WHOM, with no justification that stands.
//!
//! Question, for each article that makes a difference: two copies of a situation that share every fact but the
//! grounds; one is treated by the article, the other not at all. What the axioms derive from a ground follows it.

use super::case::{Case, Concern, FormResult, Found};
use super::people;
use crate::finding::{Finding, LegName, LegState, Named, Reason, Role, Sentence, Verdict};
use crate::logic::{Formula, Undecided, most_ordinary};
use crate::model::{ArticleId, Condition, FactId, Form, Justification, ThingId};
use crate::stop::OrStop as _;
use crate::syntax::tree::ThingKind;
use rustc_hash::{FxHashMap, FxHashSet};

/// What is asked.
#[derive(Debug)]
pub(super) struct Asked<'f> {
    pub(super) thing: ThingId,
    /// Who may not be treated worse.
    pub(super) whom: &'f Condition,
    pub(super) grounds: &'f [FactId],
    pub(super) aims: &'f [ThingId],
    pub(super) never: Option<&'f [FactId]>,
}

/// One article that treats somebody: who, and what justifies it.
struct Treatment {
    reaches: Formula,
    article: ArticleId,
    span: crate::text::Span,
    justified: Option<Justification>,
    who: Condition,
    kind: Option<ThingId>,
}

/// The second person: every ground has a copy, every other fact is shared.
struct Second {
    names: FxHashMap<FactId, FactId>,
    memo: FxHashMap<Formula, Formula>,
}

impl Second {
    fn new(case: &mut Case<'_, '_>, grounds: &[FactId]) -> Second {
        let names = grounds.iter().map(|g| (*g, case.law.formulas.copy_fact(*g))).collect();
        Second { names, memo: FxHashMap::default() }
    }

    /// What the second person has in a ground's place.
    fn copy(&self, ground: FactId) -> FactId {
        self.names.get(&ground).copied().or_stop("every ground has a copy")
    }

    fn of(&mut self, case: &mut Case<'_, '_>, formula: Formula) -> Formula {
        case.law.formulas.rename(formula, &self.names, &mut self.memo)
    }
}

pub(super) fn judge(case: &mut Case<'_, '_>, form: &Form, asked: &Asked<'_>) -> Result<FormResult, Undecided> {
    let order = case.law.order;
    let burden = order.vocabulary.thing(asked.thing).kind == ThingKind::Measure;
    let treatments = treatments(case, asked.thing, burden);
    if treatments.is_empty() {
        let governed = order.governs(order.vocabulary.subject_of(asked.thing));
        return Ok(if governed { FormResult::met(Reason::Silence) } else { FormResult::not_governed() });
    }
    let scope = case.scope(form);
    let axioms = case.law.axioms;
    let mut second = Second::new(case, asked.grounds);
    let both = [scope, axioms].map(|f| second.of(case, f));
    // The one treated worse: whoever bears the measure, or whoever is left without the service.
    let mut worse_off = case.law.formula(asked.whom);
    if !burden {
        worse_off = second.of(case, worse_off);
    }
    let mut result = FormResult::default();
    let mut asked_before = FxHashSet::default();
    let mut nothing_alike: FxHashMap<Option<ThingId>, Formula> = FxHashMap::default();
    for treatment in &treatments {
        // The other is reached by no article that does the same.
        let not_other = match nothing_alike.get(&treatment.kind) {
            Some(known) => *known,
            None => {
                let alike = treatments.iter().filter(|t| t.kind == treatment.kind).map(|t| t.reaches);
                let alike: Vec<Formula> = alike.collect();
                let any = case.law.formulas.some(alike);
                let other = second.of(case, any);
                let not_other = case.law.formulas.not(other);
                nothing_alike.insert(treatment.kind, not_other);
                not_other
            }
        };
        let pair = case.law.formulas.all([axioms, scope, treatment.reaches, both[0], both[1], not_other, worse_off]);
        // A power over several kinds of a measure that tells the same people apart for each is one finding.
        if !asked_before.insert((treatment.span, pair)) || !case.happens(pair)? {
            continue;
        }
        result.findings.extend(findings(
            case,
            form,
            asked,
            treatment,
            pair,
            &mut second,
            burden,
            &mut result.concerns,
        )?);
    }
    if result.findings.is_empty() {
        result.reason = Some(Reason::Alike);
        result.protects = treatments.iter().map(|t| case.mark(t.article, t.span, Role::Protects)).collect();
    }
    Ok(result)
}

/// Every article that gives the service, or every power over each kind of the measure.
fn treatments(case: &mut Case<'_, '_>, thing: ThingId, burden: bool) -> Vec<Treatment> {
    let order = case.law.order;
    let keep = case.law.keep_all();
    let mut out = Vec::new();
    if burden {
        for power in case.law.powers_over(thing) {
            let p = &order.powers[power];
            for kind in order.vocabulary.kinds_of(thing) {
                if order.vocabulary.is_a(kind, p.measure) {
                    let reaches = case.law.permits(power, kind, &keep);
                    let who = p.who.clone();
                    out.push(Treatment {
                        reaches,
                        article: p.article,
                        span: p.span,
                        justified: p.justified.clone(),
                        who,
                        kind: Some(kind),
                    });
                }
            }
        }
    } else {
        for (i, g) in order.guarantees.entries() {
            if g.power.is_none() && order.vocabulary.is_a(g.thing, thing) {
                let reaches = case.law.guarantee_guard(i);
                let who = Condition::Any;
                out.push(Treatment {
                    reaches,
                    article: g.article,
                    span: g.span,
                    justified: g.justified.clone(),
                    who,
                    kind: None,
                });
            }
        }
    }
    out
}

/// The legs of the justification that an article gives, held against what the standard accepts.
fn legs(case: &Case<'_, '_>, justified: Option<&Justification>, aims: &[ThingId]) -> Vec<LegState> {
    let vocabulary = &case.law.order.vocabulary;
    let given: Vec<ThingId> = justified.map(|j| j.aims.clone()).unwrap_or_default();
    let accepted = |aim: &ThingId| aims.is_empty() || aims.iter().any(|a| vocabulary.is_a(*aim, *a));
    let words = |text: Option<&String>| text.filter(|t| !t.trim().is_empty()).cloned();
    let necessary = justified.and_then(|j| words(j.necessary.as_ref()));
    let proportionate = justified.and_then(|j| words(j.proportionate.as_ref()));
    vec![
        LegState { leg: LegName::Legality, stated: true, details: Vec::new(), words: None },
        LegState {
            leg: LegName::Aim,
            stated: given.iter().any(accepted),
            details: given.iter().map(|a| case.thing(*a)).collect(),
            words: None,
        },
        LegState { leg: LegName::Necessity, stated: necessary.is_some(), details: Vec::new(), words: necessary },
        LegState {
            leg: LegName::Proportionality,
            stated: proportionate.is_some(),
            details: Vec::new(),
            words: proportionate,
        },
    ]
}

#[expect(clippy::too_many_arguments, reason = "one question with its two people; splitting it would hide that")]
fn findings(
    case: &mut Case<'_, '_>,
    form: &Form,
    asked: &Asked<'_>,
    treatment: &Treatment,
    pair: Formula,
    second: &mut Second,
    burden: bool,
    concerns: &mut Vec<Concern>,
) -> Result<Vec<Finding>, Undecided> {
    // Pairs that differ in a ground that never justifies are discrimination outright.
    let never: Vec<FactId> = match asked.never {
        Some([]) => asked.grounds.to_vec(),
        Some(grounds) => grounds.to_vec(),
        None => Vec::new(),
    };
    let others: Vec<FactId> = asked.grounds.iter().copied().filter(|g| !never.contains(g)).collect();
    let mut out = Vec::new();
    // With every justifiable ground the same, the difference comes from a ground that never justifies.
    let mut parts: Vec<(Vec<FactId>, bool)> = Vec::new();
    if !never.is_empty() {
        parts.push((never, true));
    }
    if !others.is_empty() {
        parts.push((others, false));
    }
    for (grounds, outright) in parts {
        let same: Vec<FactId> = asked.grounds.iter().copied().filter(|g| !grounds.contains(g)).collect();
        let mut goal = vec![pair];
        for fact in same {
            goal.push(equals(case, fact, second));
        }
        let question = case.law.formulas.all(goal);
        if !case.happens(question)? {
            continue;
        }
        let legs = legs(case, treatment.justified.as_ref(), asked.aims);
        let verdict =
            if !outright && legs.iter().all(|l| l.stated) { Verdict::ToAssess } else { Verdict::Incompatible };
        let sentence = Sentence::TreatedWorse {
            thing: case.thing(asked.thing),
            burden,
            grounds: grounds.iter().map(|g| named(case, *g)).collect(),
            never: outright,
        };
        let (mut finding, concern) =
            report_pair(case, form, asked, treatment, question, second, burden, verdict, sentence)?;
        finding.legs = if outright { Vec::new() } else { legs };
        out.push(finding);
        concerns.push(concern);
    }
    // Only a combination of grounds makes the difference.
    if out.is_empty() {
        let legs = legs(case, treatment.justified.as_ref(), asked.aims);
        let sentence = Sentence::TreatedWorse {
            thing: case.thing(asked.thing),
            burden,
            grounds: asked.grounds.iter().map(|g| named(case, *g)).collect(),
            never: true,
        };
        let (finding, concern) =
            report_pair(case, form, asked, treatment, pair, second, burden, Verdict::Incompatible, sentence)?;
        out.push(Finding { legs, ..finding });
        concerns.push(concern);
    }
    Ok(out)
}

fn named(case: &Case<'_, '_>, fact: FactId) -> Named {
    let fact = case.law.order.vocabulary.fact(fact);
    Named { name: fact.name.clone(), label: fact.label.clone() }
}

/// Both people have the same value of a ground.
fn equals(case: &mut Case<'_, '_>, fact: FactId, second: &Second) -> Formula {
    let copy = second.copy(fact);
    let size = case.law.formulas.domain().facts[fact].size;
    let mut ways = Vec::new();
    for value in 0..size {
        let one = case.law.formulas.value(fact, 1 << value);
        let two = case.law.formulas.value(copy, 1 << value);
        ways.push(case.law.formulas.all([one, two]));
    }
    case.law.formulas.some(ways)
}

/// Two people: the one treated worse is the witness, the one treated better stands beside.
#[expect(clippy::too_many_arguments, reason = "as above")]
fn report_pair(
    case: &mut Case<'_, '_>,
    form: &Form,
    asked: &Asked<'_>,
    treatment: &Treatment,
    question: Formula,
    second: &Second,
    burden: bool,
    verdict: Verdict,
    sentence: Sentence,
) -> Result<(Finding, Concern), Undecided> {
    // Everyone treated worse, whoever they are compared with, as a formula about one person.
    let copies: Vec<(FactId, FactId)> = second.names.iter().map(|(a, b)| (*a, *b)).collect();
    let mut sorted = copies.clone();
    sorted.sort_unstable();
    let mut worse = question;
    for (original, copy) in &sorted {
        worse = case.law.formulas.exists(worse, if burden { *copy } else { *original });
    }
    if !burden {
        let back: FxHashMap<FactId, FactId> = sorted.iter().map(|(a, b)| (*b, *a)).collect();
        worse = case.law.formulas.rename(worse, &back, &mut FxHashMap::default());
    }
    let who = vec![treatment.who.clone(), form.who.clone()];
    let (mut finding, concern) = case.report(Found {
        verdict,
        sentence,
        violation: worse,
        who: who.clone(),
        because: vec![case.mark(treatment.article, treatment.span, Role::Distinction)],
        nearly: Vec::new(),
    })?;
    // The most ordinary person whom the witness can be compared with: the witness, but for the grounds.
    let axioms = case.law.axioms;
    let mut goal = vec![axioms, question];
    let worse_treated = concern.witness.as_ref().or_stop("a pair is of two people");
    for (fact, value) in worse_treated.entries() {
        let own = match second.names.get(&fact) {
            Some(copy) if !burden => *copy,
            _ => fact,
        };
        let lasts = case.law.order.vocabulary.duration().is_some_and(|d| d == fact);
        if !lasts && !sorted.iter().any(|(_, copy)| *copy == fact) {
            goal.push(case.law.formulas.value(own, 1 << value));
        }
    }
    if let Some(pair) = most_ordinary(&mut case.law.formulas, &goal, &mut case.law.decider)? {
        let mut other = worse_treated.clone();
        for (original, copy) in &sorted {
            let own = if burden { copy } else { original };
            other[*original] = pair[*own];
        }
        // Of the grounds only those in which the two really differ are named.
        let differ = |g: &FactId| other[*g] != worse_treated[*g];
        let grounds: Vec<FactId> = asked.grounds.iter().copied().filter(differ).collect();
        if let Sentence::TreatedWorse { grounds: named_grounds, .. } = &mut finding.sentence {
            *named_grounds = grounds.iter().map(|g| named(case, *g)).collect();
        }
        let noun = people::noun(case.law, std::slice::from_ref(&form.who), worse, worse_treated)?;
        let worse_off = people::differing(case.law, noun.as_ref(), &grounds, worse_treated);
        if let Some(witness) = &mut finding.witness {
            let mut said: Vec<String> = witness.common.iter().map(|p| p.fact.name.clone()).collect();
            // What the noun says already, as in "a victim of trafficking", is not said again.
            if let Some(term) = people::noun(case.law, &who, worse, worse_treated)? {
                let means = case.law.formula(&Condition::Term(term));
                for ground in &grounds {
                    let same = case.law.formulas.value(*ground, 1 << worse_treated[*ground]);
                    let other = case.law.formulas.not(same);
                    if !case.law.possible(&[means, other])? {
                        said.push(case.law.order.vocabulary.fact(*ground).name.clone());
                    }
                }
            }
            witness.common.splice(0..0, worse_off.common.into_iter().filter(|p| !said.contains(&p.fact.name)));
        }
        finding.other = Some(Box::new(people::differing(case.law, noun.as_ref(), &grounds, &other)));
    }
    Ok((finding, concern))
}
