//! `justify M of WHO by …`: violated when the law interferes and a leg of the test is missing.
//!
//! Question, leg by leg, for each power: interference ∧ ¬leg. The aim and the reasons are what the law itself states;
//! whether they convince is for a person, so a law that states every leg partly in words is for review.

use super::case::{Case, FormResult, Found};
use crate::finding::{LegName, LegState, Named, Role, Sentence, Verdict};
use crate::law::Keep;
use crate::logic::{Formula, Undecided, attempt};
use crate::model::{Condition, Form, Leg, PowerId, ThingId, Vocabulary};
use crate::syntax::tree;

/// One leg held against one power.
struct Held {
    state: LegState,
    /// The situations in which the leg is missing.
    missing: Formula,
    /// Only the law's own reasons carry it.
    in_words: bool,
}

pub(super) fn judge(
    case: &mut Case<'_, '_>,
    form: &Form,
    measure: ThingId,
    legs: &[Leg],
) -> Result<FormResult, Undecided> {
    let scope = case.scope(form);
    let keep = case.law.keep_all();
    let powers = case.law.powers_over(measure);
    let mut result = FormResult::default();
    for power in &powers {
        let found = attempt(case, |case| {
            let interference = interference(case, scope, *power, measure, &keep);
            if !case.happens(interference)? {
                return Ok(None);
            }
            let held = hold(case, scope, *power, measure, legs, &keep)?;
            let missing: Vec<Formula> = held.iter().map(|h| h.missing).collect();
            let any = case.law.formulas.some(missing);
            let violation = case.law.formulas.all([interference, any]);
            Ok(if case.happens(violation)? {
                Some((Verdict::Incompatible, violation, held))
            } else if held.iter().any(|h| h.in_words) {
                Some((Verdict::ToAssess, interference, held))
            } else {
                None
            })
        })?;
        let Some((verdict, violation, held)) = found else { continue };
        let order = case.law.order;
        let p = &order.powers[*power];
        let reached = if order.vocabulary.is_a(p.measure, measure) { p.measure } else { measure };
        let kinds = order.vocabulary.kinds_of(measure);
        let nearly = case.near_bans(*power, &kinds, scope)?;
        let (mut finding, concern) = case.report(Found {
            verdict,
            sentence: Sentence::Unjustified { measure: case.thing(reached) },
            violation,
            who: vec![p.who.clone(), form.who.clone()],
            because: vec![case.mark(p.article, p.span, Role::Power)],
            nearly,
        })?;
        finding.legs = held.into_iter().map(|h| h.state).collect();
        result.findings.push(finding);
        result.concerns.push(concern);
    }
    if result.findings.is_empty() {
        let things = safeguards(&case.law.order.vocabulary, legs);
        return case.met_while(measure, &things, &powers, |case, power, keep| {
            let interference = interference(case, scope, power, measure, keep);
            if !case.happens(interference)? {
                return Ok(true);
            }
            for held in hold(case, scope, power, measure, legs, keep)? {
                let violation = case.law.formulas.all([interference, held.missing]);
                if held.in_words || case.happens(violation)? {
                    return Ok(false);
                }
            }
            Ok(true)
        });
    }
    Ok(result)
}

fn interference(case: &mut Case<'_, '_>, scope: Formula, power: PowerId, measure: ThingId, keep: &Keep) -> Formula {
    let permitted = case.law.permits_some(power, measure, keep);
    case.law.formulas.all([scope, permitted])
}

fn hold(
    case: &mut Case<'_, '_>,
    scope: Formula,
    power: PowerId,
    measure: ThingId,
    legs: &[Leg],
    keep: &Keep,
) -> Result<Vec<Held>, Undecided> {
    let order = case.law.order;
    let p = &order.powers[power];
    let (yes, no) = (case.law.formulas.yes(), case.law.formulas.no());
    let whole = |stated: bool| if stated { no } else { yes };
    let words = |text: Option<&String>| text.filter(|t| !t.trim().is_empty()).cloned();
    let justified = p.justified.as_ref();
    let mut out = Vec::new();
    for leg in legs {
        out.push(match leg {
            Leg::Legality => {
                // A stated ground: not anything at all that is done to the people it names.
                let ground = case.law.power_ground(power);
                let who = case.law.power_who(power);
                let other = case.law.formulas.not(ground);
                let stated =
                    p.ground != Condition::Any && keep.grounds[power] && case.law.possible(&[scope, who, other])?;
                let state = LegState { leg: LegName::Legality, stated, details: Vec::new(), words: None };
                Held { state, missing: whole(stated), in_words: false }
            }
            Leg::Aim(aims) => {
                let given: Vec<ThingId> = justified.map(|j| j.aims.clone()).unwrap_or_default();
                let stated =
                    given.iter().any(|g| aims.is_empty() || aims.iter().any(|a| order.vocabulary.is_a(*g, *a)));
                let details = given.iter().map(|a| case.thing(*a)).collect();
                let state = LegState { leg: LegName::Aim, stated, details, words: None };
                Held { state, missing: whole(stated), in_words: false }
            }
            Leg::Necessity { .. } => {
                necessity(case, power, measure, keep, words(justified.and_then(|j| j.necessary.as_ref())))?
            }
            Leg::Proportionality(asked, limit, _) => {
                let asked = if asked.is_empty() && !limit {
                    serving(&case.law.order.vocabulary, tree::Leg::Proportionality)
                } else {
                    asked.clone()
                };
                let mut missing = Vec::new();
                let mut lacking: Vec<Named> = Vec::new();
                for safeguard in asked {
                    let lack = lacks(case, power, measure, safeguard, keep);
                    let interference = interference(case, scope, power, measure, keep);
                    if case.law.possible(&[interference, lack])? {
                        lacking.push(case.thing(safeguard));
                    }
                    missing.push(lack);
                }
                if *limit {
                    let unlimited = p.for_.is_empty() || !keep.limits[power];
                    let mut ways = vec![if unlimited { yes } else { no }];
                    for clause in p.for_.iter().filter(|f| f.limit.is_none()) {
                        ways.push(case.law.formula(&clause.where_));
                    }
                    let without = case.law.formulas.some(ways);
                    let interference = interference(case, scope, power, measure, keep);
                    if case.law.possible(&[interference, without])? {
                        lacking.push(Named { name: "time-limit".into(), label: tree::Label::default() });
                    }
                    missing.push(without);
                }
                let missing = case.law.formulas.some(missing);
                let state = LegState {
                    leg: LegName::Proportionality,
                    stated: lacking.is_empty(),
                    details: lacking,
                    words: words(justified.and_then(|j| j.proportionate.as_ref())),
                };
                Held { state, missing, in_words: false }
            }
        });
    }
    Ok(out)
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
                out.extend(serving(vocabulary, tree::Leg::Proportionality))
            }
            Leg::Proportionality(asked, ..) => out.extend(asked),
            Leg::Legality | Leg::Aim(_) => {}
        }
    }
    out
}

/// Situations in which some kind of the measure comes without a safeguard.
fn lacks(case: &mut Case<'_, '_>, power: PowerId, measure: ThingId, safeguard: ThingId, keep: &Keep) -> Formula {
    let mut ways = Vec::new();
    for kind in case.law.order.vocabulary.kinds_of(measure) {
        let permitted = case.law.permits(power, kind, keep);
        let given = case.law.guarantees_whenever((safeguard, None, None), power, kind, keep);
        let not_given = case.law.formulas.not(given);
        ways.push(case.law.formulas.all([permitted, not_given]));
    }
    case.law.formulas.some(ways)
}

/// Less severe measures are insufficient (a fact that serves necessity is a condition of the power), or were considered
/// (a safeguard that serves necessity comes with it), or the law says in words why it is necessary.
fn necessity(
    case: &mut Case<'_, '_>,
    power: PowerId,
    measure: ThingId,
    keep: &Keep,
    words: Option<String>,
) -> Result<Held, Undecided> {
    let order = case.law.order;
    let serves = Some(tree::Leg::Necessity);
    let mut enough: Vec<Formula> = Vec::new();
    for (id, fact) in order.vocabulary.facts() {
        if fact.serves == serves {
            enough.push(case.law.formulas.value(id, 0b10));
        }
    }
    let mut ways = Vec::new();
    for kind in order.vocabulary.kinds_of(measure) {
        let permitted = case.law.permits(power, kind, keep);
        if permitted == case.law.formulas.no() {
            continue;
        }
        let mut given = enough.clone();
        for id in serving(&order.vocabulary, tree::Leg::Necessity) {
            given.push(case.law.guarantees_whenever((id, None, None), power, kind, keep));
        }
        let any = case.law.formulas.some(given);
        let none = case.law.formulas.not(any);
        ways.push(case.law.formulas.all([permitted, none]));
    }
    let without = case.law.formulas.some(ways);
    let lacking = case.law.possible(&[without])?;
    let in_words = lacking && words.is_some();
    let missing = if in_words { case.law.formulas.no() } else { without };
    let state = LegState { leg: LegName::Necessity, stated: !lacking || in_words, details: Vec::new(), words };
    Ok(Held { state, missing, in_words })
}
