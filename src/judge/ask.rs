//! One question to a law, outside any standard: is anybody like this?
//!
//! A condition of the language in which the name of a measure means *this law lets it be done*, and the name of a
//! safeguard or service *this law entitles to it*. Question: axioms ∧ condition.

use super::case::Case;
use crate::finding::{Answer, Mark, Nobody, Role};
use crate::ids::IdVec;
use crate::law::{Law, Part, View, Wanted};
use crate::logic::{Formula, Situation, Undecided, minimal};
use crate::model::{Condition, LegalOrder, PowerId, Resolver, Scenario, ThingId};
use crate::syntax::tree::{self, ThingKind};
use crate::syntax::{Code, Mistake, parse_condition};
use crate::text::Span;

/// A question with its names looked up.
#[derive(Debug, Clone)]
pub enum Asked {
    /// A condition on the person.
    Is(Condition),
    /// The measure may be taken.
    May(ThingId),
    /// The person is entitled to it.
    Has(ThingId),
    /// The contrary.
    Not(Box<Asked>),
    /// All of them.
    All(Vec<Asked>),
    /// One of them.
    Some(Vec<Asked>),
}

/// Reads a question in the words of the laws of an order. The order is given the constants that the question compares
/// with, so that it is compiled for it. `base` is where the text begins.
pub fn question(order: &mut LegalOrder, text: &str, base: Span) -> Result<Asked, Vec<Mistake>> {
    let written = parse_condition(text, base)?;
    let (mut resolver, unclear) = Resolver::of_laws(std::mem::take(&mut order.vocabulary));
    let mut conditions = Vec::new();
    let asked = read(&mut resolver, &written, &mut conditions);
    order.vocabulary = std::mem::take(&mut resolver.vocabulary);
    let mut mistakes = std::mem::take(&mut resolver.mistakes);
    for name in written.facts().into_iter().filter(|n| unclear.contains(&n.text)) {
        mistakes.push(Mistake::new(Code::WordOfSeveralLaws, name.span).with("name", name.text.clone()));
    }
    let span = written.span();
    let given = conditions
        .into_iter()
        .map(|condition| crate::model::GivenFact { condition, facts: Vec::new(), span })
        .collect();
    order.scenarios.push(Scenario { label: tree::Label::default(), given, expect: Vec::new(), span });
    if mistakes.is_empty() { Ok(asked) } else { Err(mistakes) }
}

fn read(resolver: &mut Resolver, written: &tree::Condition, conditions: &mut Vec<Condition>) -> Asked {
    match written {
        tree::Condition::Not(inner, _) => Asked::Not(Box::new(read(resolver, inner, conditions))),
        tree::Condition::All(parts, _) => Asked::All(parts.iter().map(|p| read(resolver, p, conditions)).collect()),
        tree::Condition::Some(parts, _) => Asked::Some(parts.iter().map(|p| read(resolver, p, conditions)).collect()),
        tree::Condition::Named(name) => {
            let things = [ThingKind::Measure, ThingKind::Safeguard, ThingKind::Service];
            match stems(&name.text).iter().find_map(|stem| resolver.known(stem, &things)) {
                Some((id, ThingKind::Measure)) => Asked::May(id),
                Some((id, _)) => Asked::Has(id),
                None => is(resolver, written, conditions),
            }
        }
        _ => is(resolver, written, conditions),
    }
}

fn is(resolver: &mut Resolver, written: &tree::Condition, conditions: &mut Vec<Condition>) -> Asked {
    let condition = resolver.condition(written);
    conditions.push(condition.clone());
    Asked::Is(condition)
}

/// A name, and what it may be the participle of: detained, removed, expelled.
fn stems(name: &str) -> Vec<String> {
    let mut out = vec![name.to_owned()];
    if let Some(stem) = name.strip_suffix("ed") {
        out.push(stem.to_owned());
        out.push(format!("{stem}e"));
        let mut doubled = stem.chars().rev();
        if let (Some(a), Some(b)) = (doubled.next(), doubled.next())
            && a == b
        {
            let mut shorter = stem.to_owned();
            shorter.pop();
            out.push(shorter);
        }
    }
    out
}

fn formula(law: &mut Law<'_>, asked: &Asked, view: &View) -> Formula {
    match asked {
        Asked::Is(condition) => law.formula(condition),
        Asked::May(measure) => {
            let powers = law.powers_over(*measure, view);
            let ways: Vec<Formula> = powers.into_iter().map(|p| law.permits_some(p, *measure, view)).collect();
            law.formulas.some(ways)
        }
        Asked::Has(thing) => law.entitled(Wanted::of(*thing), view).given,
        Asked::Not(inner) => {
            let inner = formula(law, inner, view);
            law.formulas.not(inner)
        }
        Asked::All(parts) => {
            let parts: Vec<Formula> = parts.iter().map(|p| formula(law, p, view)).collect();
            law.formulas.all(parts)
        }
        Asked::Some(parts) => {
            let parts: Vec<Formula> = parts.iter().map(|p| formula(law, p, view)).collect();
            law.formulas.some(parts)
        }
    }
}

/// The terms named in a question, to find a noun.
fn terms(asked: &Asked, out: &mut Vec<Condition>) {
    match asked {
        Asked::Is(c @ Condition::Term(_)) => out.push(c.clone()),
        Asked::All(parts) | Asked::Some(parts) => parts.iter().for_each(|p| terms(p, out)),
        _ => {}
    }
}

/// What is asked about, whether it is denied or not.
fn things(asked: &Asked, out: &mut Vec<(ThingId, bool)>) {
    match asked {
        Asked::Is(_) => {}
        Asked::May(id) => out.push((*id, true)),
        Asked::Has(id) => out.push((*id, false)),
        Asked::Not(inner) => things(inner, out),
        Asked::All(parts) | Asked::Some(parts) => parts.iter().for_each(|p| things(p, out)),
    }
}

/// Answers a question.
pub fn ask(law: &mut Law<'_>, asked: &Asked) -> Result<Answer, Undecided> {
    let order = law.order;
    let view = law.as_written();
    let goal = formula(law, asked, &view);
    let mut about = Vec::new();
    things(asked, &mut about);
    let nobody = law.formulas.no();
    if law.possible(&[goal])? {
        let mut case = Case::new(law, nobody, None, None);
        let mut who = Vec::new();
        terms(asked, &mut who);
        let powers =
            about.iter().filter(|(_, m)| *m).flat_map(|(m, _)| case.law.powers_over(*m, &view)).collect::<Vec<_>>();
        who.extend(powers.iter().map(|p| order.powers[*p].who.clone()));
        let described = case.described(goal, &who)?;
        let by = reached(&mut case, &about, &described.situation)?;
        return Ok(Answer::Somebody {
            person: Box::new(described.witness),
            class: Box::new(described.class),
            readings: described.readings,
            by,
            given: described.given,
        });
    }
    excluded(law, asked, &about)
}

/// The articles that do what is asked about to a person, or give it.
fn reached(case: &mut Case<'_, '_>, about: &[(ThingId, bool)], situation: &Situation) -> Result<Vec<Mark>, Undecided> {
    let order = case.law.order;
    let view = case.law.as_written();
    let mut by: Vec<Mark> = Vec::new();
    for (thing, measure) in about {
        if *measure {
            for power in case.law.powers_over(*thing, &view) {
                let permitted = case.law.permits_some(power, *thing, &view);
                if case.law.formulas.holds(permitted, situation) {
                    let p = &order.powers[power];
                    by.push(case.mark(p.article, p.span, Role::Power));
                }
            }
        } else {
            for (at, g) in order.guarantees.entries() {
                let guard = case.law.guarantee_guard(at);
                if g.is_unraised()
                    && order.vocabulary.is_a(g.thing, *thing)
                    && case.law.formulas.holds(guard, situation)
                {
                    by.push(case.mark(g.article, g.span, Role::Protects));
                }
            }
        }
    }
    by.sort_by_key(|m| m.span);
    by.dedup();
    Ok(by)
}

/// Why there is nobody: a smallest set of prohibitions, grounds and limits without one of which there is somebody.
fn excluded(law: &mut Law<'_>, asked: &Asked, about: &[(ThingId, bool)]) -> Result<Answer, Undecided> {
    let order = law.order;
    let without_law = person_alone(asked);
    let view = law.as_written();
    let goal = formula(law, &without_law, &view);
    if !law.possible(&[goal])? {
        return Ok(Answer::Nobody { why: Nobody::CanBe, by: Vec::new() });
    }
    let mut powers: Vec<PowerId> =
        about.iter().filter(|(_, m)| *m).flat_map(|(m, _)| law.powers_over(*m, &view)).collect();
    powers.sort_unstable();
    powers.dedup();
    let mut parts: IdVec<Part> = IdVec::new();
    let of_powers = powers.iter().flat_map(|p| law.parts_of(*p, &[], &[]));
    parts.extend(of_powers.filter(|part| matches!(part, Part::Condition(..) | Part::Limit(_))));
    parts.extend(order.bans.ids().map(Part::Ban));
    let mut view = view.without(parts.as_slice());
    let needed = minimal(&parts, |kept| {
        let kept = kept.iter().map(|part| parts[*part]);
        let goal = view.with(kept, |view| formula(law, asked, view));
        law.possible(&[goal]).map(|possible| !possible)
    })?;
    let nobody = law.formulas.no();
    let case = Case::new(law, nobody, None, None);
    // With every part there is nobody: that is what was found before.
    let needed = needed.ok_or(Undecided::Disagreement)?;
    let places = needed.into_iter().map(|part| parts[part].place(order));
    let mut by: Vec<Mark> = places.map(|(article, span)| case.mark(article, span, Role::Protects)).collect();
    by.sort_by_key(|m| m.span);
    by.dedup();
    let why = if by.is_empty() { Nobody::NoArticle } else { Nobody::Excluded };
    Ok(Answer::Nobody { why, by })
}

/// The question about the person alone: whatever the law does or gives is taken for granted, or for denied.
fn person_alone(asked: &Asked) -> Asked {
    match asked {
        Asked::May(_) | Asked::Has(_) => Asked::Is(Condition::Any),
        Asked::Not(inner) if matches!(**inner, Asked::May(_) | Asked::Has(_)) => Asked::Is(Condition::Any),
        Asked::Not(inner) => Asked::Not(Box::new(person_alone(inner))),
        Asked::All(parts) => Asked::All(parts.iter().map(person_alone).collect()),
        Asked::Some(parts) => Asked::Some(parts.iter().map(person_alone).collect()),
        Asked::Is(condition) => Asked::Is(condition.clone()),
    }
}
