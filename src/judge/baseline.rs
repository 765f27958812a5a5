//! What was found before: covered exactly when everybody it reaches now was reached then, and nothing that was known of it
//! has changed for the worse. Lines do not matter, nor does the layout.

use super::case::{Case, Concern};
use super::regime::Reached;
use crate::finding::{BaselineState, Changed, Finding, Gone, Newcomers, StandardResult};
use crate::law::Law;
use crate::logic::{Formula, Undecided, scratch};
use crate::model::{BaselineEntry, Condition, Named};

/// Says of every finding how the measure is done to those it reaches, for a baseline that is to be written.
pub(super) fn weigh(
    law: &mut Law<'_>,
    results: &mut [StandardResult],
    concerns: &[Vec<Concern>],
) -> Result<(), Undecided> {
    for (result, concerns) in results.iter_mut().zip(concerns) {
        for (finding, concern) in result.findings.iter_mut().zip(concerns) {
            let regime = scratch(law, |law| Reached::new(law, finding, concern.class)?.regime())?;
            finding.regime = Some(Box::new(regime));
        }
    }
    Ok(())
}

/// Says of every finding how it stands to the baseline; returns what is no longer there.
pub(super) fn apply(
    law: &mut Law<'_>,
    results: &mut [StandardResult],
    concerns: &[Vec<Concern>],
) -> Result<Vec<Gone>, Undecided> {
    let order = law.order;
    let Some(entries) = &order.baseline else { return Ok(Vec::new()) };
    // Of a standard that was not asked about nothing can be said to be gone.
    let asked = |standard: &str| results.iter().any(|r| r.standard.name == standard);
    let mut there: Vec<bool> = entries.iter().map(|e| !asked(&e.standard)).collect();
    for (result, concerns) in results.iter_mut().zip(concerns) {
        for (finding, concern) in result.findings.iter_mut().zip(concerns) {
            let (about, articles) = (finding.about(), finding.articles());
            let mut best = (BaselineState::New, Vec::new());
            let mut known = Vec::new();
            for (entry, there) in entries.iter().zip(&mut there) {
                if entry.standard != result.standard.name || entry.about != about || entry.articles != articles {
                    continue;
                }
                let Some(found) = held(law, finding, concern.class, entry)? else { continue };
                *there = true;
                known.extend(entry.who.as_ref().map(|who| law.formula(who)));
                if found.0.is_nearer_than(best.0) {
                    best = found;
                }
            }
            (finding.baseline, finding.changed) = (Some(best.0), best.1);
            if best.0 == BaselineState::Wider {
                finding.newcomers = newcomers(law, finding, concern.class, known)?.map(Box::new);
            }
        }
    }
    let gone = entries.iter().zip(there).filter(|(_, there)| !there).map(|(entry, _)| Gone {
        standard: entry.standard.clone(),
        articles: entry.articles.iter().map(|(_, number)| number.clone()).collect(),
        who: entry.text.clone(),
    });
    Ok(gone.collect())
}

/// Of those whom a finding reaches the ones it did not reach before, and what tells them from those it did.
fn newcomers(
    law: &mut Law<'_>,
    finding: &Finding,
    class: Formula,
    known: Vec<Formula>,
) -> Result<Option<Newcomers>, Undecided> {
    let Some(described) = &finding.class else { return Ok(None) };
    let known = law.formulas.some(known);
    let others = law.formulas.not(known);
    let new = law.formulas.all([class, others]);
    if !law.possible(&[new])? {
        return Ok(None);
    }
    // They are called what all of them are called.
    let vocabulary = &law.order.vocabulary;
    let noun = described.noun.as_ref().and_then(|n| vocabulary.names.get(&n.name).copied());
    let who: Vec<Condition> = match noun {
        Some(Named::Term(term)) => vec![Condition::Term(term)],
        _ => Vec::new(),
    };
    let no = law.formulas.no();
    let people = Case::new(law, no, None, None).described(new, &who)?;
    let mut by = Vec::new();
    for phrase in &people.class.common {
        let Some(Named::Fact(fact)) = law.order.vocabulary.names.get(&phrase.fact.name).copied() else { continue };
        let own = law.formulas.value(fact, 1 << people.situation[fact]);
        if !law.possible(&[known, own])? {
            by.push(phrase.clone());
        }
    }
    Ok(Some(Newcomers { witness: people.witness, class: people.class, by }))
}

/// A finding held against an entry of the same standard, sentence and articles. `None` when the entry is about others.
fn held(
    law: &mut Law<'_>,
    finding: &mut Finding,
    class: Formula,
    entry: &BaselineEntry,
) -> Result<Option<(BaselineState, Vec<Changed>)>, Undecided> {
    // In words that mean something else the people of then cannot be told from others.
    if !entry.reworded.is_empty() {
        return Ok(Some((BaselineState::Changed, entry.reworded.iter().cloned().map(Changed::Word).collect())));
    }
    let Some(who) = &entry.who else { return Ok(None) };
    let known = law.formula(who);
    if !law.possible(&[class, known])? {
        return Ok(None);
    }
    if !inside(law, class, known)? {
        return Ok(Some((BaselineState::Wider, Vec::new())));
    }
    let changed = changed(law, finding, class, entry)?;
    let state = if changed.iter().any(Changed::weighs) {
        BaselineState::Harsher
    } else if !changed.is_empty() {
        BaselineState::Changed
    } else if inside(law, known, class)? {
        BaselineState::Unchanged
    } else {
        BaselineState::Narrower
    };
    Ok(Some((state, changed)))
}

/// What weighs more in a finding than it did, and what was said for it and no longer is.
fn changed(
    law: &mut Law<'_>,
    finding: &mut Finding,
    class: Formula,
    entry: &BaselineEntry,
) -> Result<Vec<Changed>, Undecided> {
    let known = &entry.weight;
    let mut out = Vec::new();
    let mut lost = Vec::new();
    if entry.whole {
        let mut reached = Reached::new(law, finding, class)?;
        for promise in &known.given {
            if !reached.keeps(promise)? {
                lost.push(Changed::Given(promise.clone()));
            }
        }
        if finding.regime.is_none() {
            finding.regime = Some(Box::new(reached.regime()?));
        }
    }
    let now = finding.weight();
    if matches!((known.word, now.word), (Some(then), Some(now)) if now.is_harsher_than(then)) {
        out.push(Changed::Found);
    }
    if let (Some(then), Some(now)) = (known.lasts, now.lasts)
        && now.hours() > then.hours()
    {
        out.push(Changed::Lasts { then, now });
    }
    if entry.whole && now.must && !known.must {
        out.push(Changed::Must);
    }
    let lacks = finding.lacks().into_iter().filter(|(key, ..)| !known.lacks.contains(key));
    out.extend(lacks.map(|(_, leg, what)| Changed::Lacks(leg, what.cloned())));
    out.append(&mut lost);
    let unsaid = known.reasons.iter().filter(|r| !now.reasons.contains(r));
    out.extend(unsaid.cloned().map(Changed::Reason));
    Ok(out)
}

/// Whether everybody in the one is in the other. How long a measure lasts is no part of who somebody is.
fn inside(law: &mut Law<'_>, one: Formula, other: Formula) -> Result<bool, Undecided> {
    let duration = law.order.vocabulary.duration();
    let one = duration.map_or(one, |d| law.formulas.exists(one, d));
    let other = duration.map_or(other, |d| law.formulas.exists(other, d));
    let beyond = law.formulas.not(other);
    Ok(!law.possible(&[one, beyond])?)
}
