//! Whether an edited law is mended: the finding is gone, nothing else is worse, and no power is taken from anybody whom
//! the law can tell from those who were left outside.

use super::case::Concern;
use super::difference::Incomparable;
use super::justify;
use super::standard::judge_standard;
use crate::finding::{Finding, Sentence, Verdict};
use crate::law::{Law, State, check_text};
use crate::logic::{Formula, Formulas, Run, Undecided};
use crate::model::{FactId, FormKind, LegalOrder, Library, Standard, ThingId};
use crate::syntax::Severity;
use crate::syntax::tree::ThingKind;
use std::collections::{BTreeMap, BTreeSet};

/// What an edit comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Check {
    /// It mends.
    Mends,
    /// The finding is still there.
    StillThere,
    /// Something else is worse.
    Worse(String),
    /// It takes a power from others.
    TakesMore,
    /// It empties a power, makes a purpose impossible, or contradicts the law.
    Empties,
}

/// A law with what is asked of it.
struct Asked {
    findings: Vec<Vec<(Finding, Concern)>>,
    verdicts: Vec<Verdict>,
    permits: BTreeMap<ThingId, Formula>,
    remarks: usize,
}

fn ask(
    library: &Library,
    law: &mut Law<'_>,
    state: &State<'_>,
    standards: &[&Standard],
) -> Result<Option<Asked>, Undecided> {
    law.on(state.as_of);
    let remarks = check_text(law, true)?;
    if remarks.iter().any(|m| m.severity == Severity::Error) {
        return Ok(None);
    }
    let order = law.order;
    let view = law.as_written();
    let mut permits: BTreeMap<ThingId, Vec<Formula>> = BTreeMap::new();
    for (at, power) in order.powers.entries() {
        for kind in order.vocabulary.kinds_of(power.measure) {
            let permitted = law.permits(at, kind, &view);
            permits.entry(kind).or_default().push(permitted);
        }
    }
    let permits = permits.into_iter().map(|(kind, parts)| (kind, law.formulas.some(parts))).collect();
    let (mut findings, mut verdicts) = (Vec::new(), Vec::new());
    for standard in standards {
        let (result, concerns) = judge_standard(library, law, state, standard, true)?;
        verdicts.push(result.verdict);
        findings.push(result.findings.into_iter().zip(concerns).collect());
    }
    Ok(Some(Asked { findings, verdicts, permits, remarks: remarks.len() }))
}

/// Holds an edited law against the law as it was. `standard` is the one whose finding, `index` of those it has, is to be
/// gone; `standards` are all that the edit can touch, that one included.
pub fn mended(
    library: &Library,
    orders: (&LegalOrder, &LegalOrder),
    states: (&State<'_>, &State<'_>),
    standards: &[&Standard],
    finding: (&str, usize),
) -> Result<Check, Incomparable> {
    mended_in(&Run::default(), library, orders, states, standards, finding)
}

/// The same as a part of a run: it takes of the steps that are left of it.
pub fn mended_in(
    run: &Run,
    library: &Library,
    (before, after): (&LegalOrder, &LegalOrder),
    (old_state, new_state): (&State<'_>, &State<'_>),
    standards: &[&Standard],
    (standard, index): (&str, usize),
) -> Result<Check, Incomparable> {
    let mut before = before.clone();
    before.vocabulary = after.vocabulary.clone();
    let mut law = Law::beside(&before, Some(after), standards.iter().copied(), false, None)?;
    law.decider.steps = run.steps(after.vocabulary.limits.steps);
    let old = ask(library, &mut law, old_state, standards)?;
    run.took(law.decider.steps.taken());
    let Some(old) = old else { return Ok(Check::StillThere) };
    let arena = std::mem::replace(&mut law.formulas, Formulas::new(crate::logic::Domain::default()));
    let mut law = Law::beside(after, Some(&before), standards.iter().copied(), false, Some(arena))?;
    law.decider.steps = run.steps(after.vocabulary.limits.steps);
    let new = ask(library, &mut law, new_state, standards)?;
    run.took(law.decider.steps.taken());
    let Some(new) = new else { return Ok(Check::StillThere) };
    let Some(at) = standards.iter().position(|s| s.id == standard) else { return Ok(Check::StillThere) };
    let Some((target, concern)) = old.findings.get(at).and_then(|f| f.get(index)) else {
        return Ok(Check::StillThere);
    };
    // Of the same thing, by the same articles, one fewer is found.
    let alike = |found: &[(Finding, Concern)]| {
        found.iter().filter(|(f, _)| f.about() == target.about() && f.articles() == target.articles()).count()
    };
    let count = |asked: &Asked| asked.findings.get(at).map_or(0, |f| alike(f));
    if count(&new) >= count(&old) {
        return Ok(Check::StillThere);
    }
    for (at, standard) in standards.iter().enumerate() {
        let (Some(was), Some(is)) = (old.findings.get(at), new.findings.get(at)) else { continue };
        let (Some(before), Some(after)) = (old.verdicts.get(at), new.verdicts.get(at)) else { continue };
        if after.is_harsher_than(*before) || newly_outside(&mut law, was, is)? || heavier(was, is) {
            return Ok(Check::Worse(standard.id.clone()));
        }
    }
    if new.remarks > old.remarks {
        return Ok(Check::Empties);
    }
    let duration = law.order.vocabulary.duration();
    let endless = matches!(target.sentence, Sentence::Lasts { limit: None, .. });
    for (kind, was) in &old.permits {
        let is = new.permits.get(kind).copied().unwrap_or(law.formulas.no());
        let lost = law.formulas.not(is);
        if !law.possible(&[*was, lost])? {
            continue;
        }
        // Those whom the law, in its own words on that measure, cannot tell from those who were left outside. Where some
        // limit is asked for, any limit takes away time.
        let mut words: BTreeSet<FactId> = law.formulas.facts([*was]).into_iter().collect();
        words.extend(duration.filter(|_| !endless));
        words.retain(|w| !endless || Some(*w) != duration);
        let mut alike = concern.class;
        for fact in law.formulas.facts([concern.class]) {
            if !words.contains(&fact) {
                alike = law.formulas.exists(alike, fact);
            }
        }
        let others = law.formulas.not(alike);
        if law.possible(&[*was, lost, others])? {
            return Ok(Check::TakesMore);
        }
    }
    Ok(Check::Mends)
}

/// Whether somebody is left outside who was not.
fn newly_outside(law: &mut Law<'_>, was: &[(Finding, Concern)], is: &[(Finding, Concern)]) -> Result<bool, Undecided> {
    let known: Vec<Formula> = was.iter().map(|(_, c)| c.class).collect();
    let known = law.formulas.some(known);
    let beyond = law.formulas.not(known);
    for (_, concern) in is {
        if law.possible(&[concern.class, beyond])? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether what is found of the same thing by the same articles weighs more.
fn heavier(was: &[(Finding, Concern)], is: &[(Finding, Concern)]) -> bool {
    is.iter().any(|(new, _)| {
        let alike = was.iter().filter(|(f, _)| f.about() == new.about() && f.articles() == new.articles());
        let mut alike = alike.peekable();
        alike.peek().is_some() && alike.all(|(f, _)| new.weight().exceeds(&f.weight()))
    })
}

/// The standards that an edit which touches these things can change anything for.
pub fn touched<'s>(library: &'s Library, order: &LegalOrder, things: &[ThingId]) -> Vec<&'s Standard> {
    let vocabulary = &order.vocabulary;
    // What is said of one thing reaches its kinds; a kind of both carries it to the other.
    let related = |thing: ThingId| things.iter().any(|t| vocabulary.akin(*t, thing) || vocabulary.overlap(*t, thing));
    let named = |kind: &FormKind| -> Vec<ThingId> {
        match kind {
            FormKind::Forbid { measure } | FormKind::Limit { measure, .. } | FormKind::RequireBan { measure, .. } => {
                vec![*measure]
            }
            FormKind::Justify { measure, legs } => {
                let mut all = justify::safeguards(vocabulary, legs);
                all.push(*measure);
                all
            }
            FormKind::RequireWhenever { safeguard, measure, .. } => vec![*safeguard, *measure],
            FormKind::RequireFor { thing, .. } => vec![*thing],
            FormKind::Equal { thing, .. } => thing.one().into_iter().collect(),
            FormKind::Before { step, pass, .. } => {
                let measure = [*step, *pass].into_iter().filter_map(|s| vocabulary.thing(s).measure);
                [*step, *pass].into_iter().chain(measure).collect()
            }
            FormKind::Define { .. } => Vec::new(),
            FormKind::Establish { institution } => vec![*institution],
        }
    };
    // A way that is laid down anew is held against every standard on ways.
    let steps = things.iter().any(|t| vocabulary.thing(*t).kind == ThingKind::Step);
    let way = |s: &Standard| steps && s.forms.iter().any(|f| matches!(f.kind, FormKind::Before { .. }));
    // A definition changes what every other article means.
    let of =
        |s: &&Standard| things.is_empty() || way(s) || s.forms.iter().any(|f| named(&f.kind).into_iter().any(related));
    library.standards.iter().filter(of).collect()
}
