//! Situations to people: a noun, and what is said of each fact that matters.

use crate::finding::{Named, People, Phrase, Readings, Value};
use crate::law::Law;
use crate::logic::{Cover, Cube, Formula, Mask, Undecided, departures, most_ordinary};
use crate::model::{self, Condition, FactId, FactShapeKind, TermId};
use rustc_hash::FxHashMap;

/// The term that names these people: the first of the conditions that is a plain term, holds of the witness, and
/// leaves nobody of the class out.
pub(super) fn noun(
    law: &mut Law<'_>,
    who: &[Condition],
    class: Formula,
    situation: &[u8],
) -> Result<Option<TermId>, Undecided> {
    for condition in who {
        let Condition::Term(term) = condition else { continue };
        // A law's own meaning of a common word is no noun where it differs: it would be read in the common meaning.
        if !common_meaning(law, *term)? {
            continue;
        }
        let formula = law.formula(condition);
        if !law.formulas.holds(formula, situation) {
            continue;
        }
        let other = law.formulas.not(formula);
        if !law.possible(&[class, other])? {
            return Ok(Some(*term));
        }
    }
    Ok(None)
}

/// Whether a term means what the vocabulary means by that name; a term of the law's own, under no common name, does.
fn common_meaning(law: &mut Law<'_>, term: TermId) -> Result<bool, Undecided> {
    let vocabulary = &law.order.vocabulary;
    let Some(model::Named::Term(common)) = vocabulary.names.get(&vocabulary.term(term).name).copied() else {
        return Ok(true);
    };
    if common == term {
        return Ok(true);
    }
    let [own, common] = [term, common].map(|t| law.formula(&Condition::Term(t)));
    let [not_own, not_common] = [own, common].map(|f| law.formulas.not(f));
    Ok(!law.possible(&[own, not_common])? && !law.possible(&[common, not_own])?)
}

/// A term that means what the vocabulary means by its name, if that has one.
fn named_term(law: &Law<'_>, id: TermId) -> Named {
    let vocabulary = &law.order.vocabulary;
    let term = vocabulary.term(id);
    let common = matches!(vocabulary.names.get(&term.name), Some(model::Named::Term(_)));
    let name = if common { term.name.as_str().into() } else { vocabulary.spelled(model::Named::Term(id)) };
    Named { name: name.into_owned(), label: term.label.clone() }
}

/// Whether the noun already says that the fact has one of these values.
fn said(law: &mut Law<'_>, noun: Option<&TermId>, fact: u32, mask: Mask) -> Result<bool, Undecided> {
    let key = (noun.copied(), fact, mask);
    if let Some(known) = law.said.get(&key) {
        return Ok(*known);
    }
    let noun = match noun {
        Some(term) => law.formula(&Condition::Term(*term)),
        None => law.formulas.yes(),
    };
    let literal = law.formulas.value(fact, mask);
    let other = law.formulas.not(literal);
    let said = !law.possible(&[noun, other])?;
    law.said.insert(key, said);
    Ok(said)
}

/// Numbers that stand for the intervals a witness lies in.
pub(super) type Numbers = Vec<(u32, i64)>;

/// Moves each number of a witness to the line that the law has drawn: to the lower end of the stretch it lies in. Where
/// that stretch begins where the scale does, the line is its upper end, and there the most ordinary person is already.
/// The witness stays within the class.
///
/// So a sixteen-year-old stands for *aged 16 or 17* and a fifteen-year-old for *under 16*, whatever other constants
/// cut the scale.
pub(super) fn settle(law: &mut Law<'_>, class: &Cover, violation: Formula, situation: &mut Vec<u8>) -> Numbers {
    let mut numbers = Numbers::new();
    for (fact, mask) in &class.nearest.values {
        let id = FactId(*fact);
        if !matches!(law.order.vocabulary.fact(id).shape, FactShapeKind::Number { .. }) {
            continue;
        }
        let Some(value) = situation.get(*fact as usize).copied() else { continue };
        if value == law.formulas.domain().usual(*fact) {
            continue;
        }
        let inside = |v: u8| mask >> v & 1 == 1;
        let mut low = value;
        while low > 0 && inside(low - 1) {
            low -= 1;
        }
        let to = if low > 0 { low } else { value };
        let mut moved = situation.clone();
        if let Some(slot) = moved.get_mut(*fact as usize) {
            *slot = to;
        }
        if law.formulas.holds(law.axioms, &moved) && law.formulas.holds(violation, &moved) {
            *situation = moved;
            let (first, last) = law.interval(id, to);
            numbers.push((*fact, if low > 0 { first } else { last }));
        }
    }
    numbers
}

/// The facts that make this person a case: those of the widest class around them that are not ordinary.
pub(super) fn witness(
    law: &mut Law<'_>,
    noun: Option<&TermId>,
    class: &Cover,
    situation: &[u8],
    numbers: &Numbers,
) -> Result<People, Undecided> {
    let mut common = Vec::new();
    let matter: Vec<u32> = class.nearest.values.iter().map(|(fact, _)| *fact).collect();
    for fact in departures(&law.formulas, situation) {
        if !matter.contains(&fact) {
            continue;
        }
        let value = situation.get(fact as usize).copied().unwrap_or(0);
        if said(law, noun, fact, 1 << value)? {
            continue;
        }
        common.push(exact_phrase(law, FactId(fact), value, numbers));
    }
    let noun = noun.map(|t| named_term(law, *t));
    Ok(People { noun, common, alternatives: Vec::new(), exact: true })
}

/// What has been said of facts before, to be shared.
pub(super) type Phrases = FxHashMap<(u32, Mask), Phrase>;

/// Everyone in a class: what all boxes share, and then the alternatives.
pub(super) fn class(
    law: &mut Law<'_>,
    phrases: &mut Phrases,
    noun: Option<&TermId>,
    class: &Cover,
) -> Result<People, Undecided> {
    let mut shared_phrase = |law: &Law<'_>, fact: u32, mask: Mask| {
        phrases.entry((fact, mask)).or_insert_with(|| phrase(law, FactId(fact), mask)).clone()
    };
    let mut cubes = class.cubes.clone();
    for cube in &mut cubes {
        without_nobody(law, cube)?;
    }
    let shared: Vec<(u32, Mask)> = cubes
        .first()
        .map(|first| {
            first.values.iter().copied().filter(|(f, m)| cubes.iter().all(|c| c.mask(*f) == Some(*m))).collect()
        })
        .unwrap_or_default();
    let mut common = Vec::new();
    for (fact, mask) in &shared {
        if !said(law, noun, *fact, *mask)? {
            common.push(shared_phrase(law, *fact, *mask));
        }
    }
    common.shrink_to_fit();
    let mut alternatives = Vec::with_capacity(cubes.len());
    for cube in &cubes {
        let mut phrases = Vec::new();
        for (fact, mask) in &cube.values {
            if !shared.contains(&(*fact, *mask)) && !said(law, noun, *fact, *mask)? {
                phrases.push(shared_phrase(law, *fact, *mask));
            }
        }
        phrases.shrink_to_fit();
        alternatives.push(phrases);
    }
    // A box with nothing of its own to say holds all the others.
    if alternatives.iter().any(Vec::is_empty) {
        alternatives = Vec::new();
    }
    let noun = noun.map(|t| named_term(law, *t));
    Ok(People { noun, common, alternatives, exact: class.complete })
}

/// Takes stretches of numbers in which nobody is out of a box, where it has several: a box reaches beyond those who can
/// exist, and *aged under 18 or 61 or over, pregnant* would be true and strange.
fn without_nobody(law: &mut Law<'_>, cube: &mut Cube) -> Result<(), Undecided> {
    for at in 0..cube.values.len() {
        let Some((fact, mask)) = cube.values.get(at).copied() else { continue };
        if !matches!(law.order.vocabulary.fact(FactId(fact)).shape, FactShapeKind::Number { .. }) {
            continue;
        }
        let stretches = stretches(mask);
        if stretches.len() < 2 {
            continue;
        }
        let mut kept = 0;
        for stretch in stretches {
            let mut here = cube.clone();
            if let Some(slot) = here.values.get_mut(at) {
                slot.1 = stretch;
            }
            let here = here.formula(&mut law.formulas);
            if law.possible(&[here])? {
                kept |= stretch;
            }
        }
        if let Some(slot) = cube.values.get_mut(at)
            && kept != 0
        {
            slot.1 = kept;
        }
    }
    Ok(())
}

/// A set of values in stretches without a gap.
fn stretches(mask: Mask) -> Vec<Mask> {
    let mut rest = mask;
    let mut out = Vec::new();
    while rest != 0 {
        let low = rest & rest.wrapping_neg();
        // Adding the lowest value carries over the whole stretch that begins with it.
        let stretch = rest & !rest.wrapping_add(low);
        out.push(stretch);
        rest &= !stretch;
    }
    out
}

/// On which readings of the law's open terms somebody is concerned.
pub(super) fn readings(law: &mut Law<'_>, class: &Cover) -> Result<Readings, Undecided> {
    if !class.complete {
        return Ok(Readings::NotSaid);
    }
    let open = |law: &Law<'_>, fact: u32| law.order.vocabulary.fact(FactId(fact)).owner.is_some();
    let mut boxes: Vec<Cube> = Vec::new();
    for cube in &class.cubes {
        let values: Vec<(u32, Mask)> = cube.values.iter().copied().filter(|(f, _)| open(law, *f)).collect();
        boxes.push(Cube { values });
    }
    let parts: Vec<Formula> = boxes.iter().map(|b| b.formula(&mut law.formulas)).collect();
    let covered = law.formulas.some(parts);
    let rest = law.formulas.not(covered);
    if !law.possible(&[rest])? {
        return Ok(Readings::Every);
    }
    boxes.sort();
    boxes.dedup();
    let whole = boxes.clone();
    boxes.retain(|b| !whole.iter().any(|w| w != b && w.values.iter().all(|v| b.values.contains(v))));
    let said = boxes.iter().map(|b| b.values.iter().map(|(f, m)| phrase(law, FactId(*f), *m)).collect()).collect();
    Ok(Readings::Some(said))
}

fn named_fact(law: &Law<'_>, id: FactId) -> Named {
    let vocabulary = &law.order.vocabulary;
    let name = vocabulary.spelled(model::Named::Fact(id)).into_owned();
    Named { name, label: vocabulary.fact(id).label.clone() }
}

/// What is said of a fact with one of several values.
pub(super) fn phrase(law: &Law<'_>, id: FactId, mask: Mask) -> Phrase {
    let fact = law.order.vocabulary.fact(id);
    let value = match &fact.shape {
        FactShapeKind::YesNo { .. } => {
            if mask & 0b10 != 0 {
                Value::Yes
            } else {
                Value::No
            }
        }
        FactShapeKind::OneOf { values, .. } => Value::OneOf(
            values
                .iter()
                .enumerate()
                .filter(|(i, _)| mask >> i & 1 == 1)
                .map(|(_, (name, label))| Named { name: name.clone(), label: label.clone() })
                .collect(),
        ),
        FactShapeKind::Number { unit, from, to, .. } => {
            let mut ranges: Vec<(i64, i64)> = Vec::new();
            for index in 0..law.formulas.domain().facts.get(id.0 as usize).map_or(0, |f| f.size) {
                if mask >> index & 1 == 0 {
                    continue;
                }
                let (low, high) = law.interval(id, index);
                match ranges.last_mut() {
                    Some((_, end)) if *end + 1 == low => *end = high,
                    _ => ranges.push((low, high)),
                }
            }
            let open = |(low, high): (i64, i64)| ((low > *from).then_some(low), (high < *to).then_some(high));
            Value::Ranges(ranges.into_iter().map(open).collect(), *unit)
        }
    };
    Phrase::new(named_fact(law, id), value, fact.owner.is_some())
}

/// The number that stands for an interval: the ordinary one, else the one just past the line the law has drawn.
fn number(law: &Law<'_>, id: FactId, index: u8, numbers: &Numbers) -> i64 {
    if let Some((_, settled)) = numbers.iter().find(|(fact, _)| *fact == id.0) {
        return *settled;
    }
    let (low, high) = law.interval(id, index);
    let FactShapeKind::Number { from, usual, .. } = &law.order.vocabulary.fact(id).shape else { return low };
    if (low..=high).contains(usual) {
        *usual
    } else if low > *from {
        low
    } else {
        high
    }
}

fn exact_phrase(law: &Law<'_>, id: FactId, value: u8, numbers: &Numbers) -> Phrase {
    let phrase = phrase(law, id, 1 << value);
    let Value::Ranges(_, unit) = &phrase.value else { return phrase };
    let number = number(law, id, value, numbers);
    Phrase::new(phrase.fact.clone(), Value::Ranges(vec![(Some(number), Some(number))], *unit), phrase.open)
}

/// The witness in the words of the language, to be written into a scenario: what the violation speaks of and is not
/// ordinary. Where an axiom would make somebody else of that, everything that is not.
pub(super) fn given(
    law: &mut Law<'_>,
    situation: &[u8],
    violation: Formula,
    numbers: &Numbers,
) -> Result<Vec<String>, Undecided> {
    let spoken_of = law.formulas.facts([violation]);
    let declared = law.order.vocabulary.facts().count();
    let all: Vec<u32> = departures(&law.formulas, situation).into_iter().filter(|f| (*f as usize) < declared).collect();
    let few: Vec<u32> = all.iter().copied().filter(|f| spoken_of.contains(f)).collect();
    let enough = few.len() == all.len() || stands_for(law, &few, situation, violation)?;
    let mut out = Vec::new();
    for fact in if enough { few } else { all } {
        let value = situation.get(fact as usize).copied().unwrap_or(0);
        out.extend(exact_phrase(law, FactId(fact), value, numbers).expr().given());
    }
    Ok(out)
}

/// Whether the most ordinary person of whom these facts are given is one of those concerned; how long a measure lasts is
/// left open.
fn stands_for(law: &mut Law<'_>, given: &[u32], situation: &[u8], violation: Formula) -> Result<bool, Undecided> {
    let mut goal = vec![law.axioms];
    for fact in given {
        goal.extend(situation.get(*fact as usize).map(|value| law.formulas.value(*fact, 1 << value)));
    }
    let Some(mut meant) = most_ordinary(&mut law.formulas, &goal, &mut law.decider)? else { return Ok(false) };
    let duration = law.order.vocabulary.duration().map(|d| d.0 as usize);
    if let Some((slot, value)) = duration.and_then(|d| meant.get_mut(d).zip(situation.get(d))) {
        *slot = *value;
    }
    Ok(law.formulas.holds(violation, &meant))
}

/// A person described only by these facts.
pub(super) fn differing(law: &Law<'_>, noun: Option<&TermId>, facts: &[FactId], situation: &[u8]) -> People {
    let common = facts
        .iter()
        .map(|f| exact_phrase(law, *f, situation.get(f.0 as usize).copied().unwrap_or(0), &Numbers::new()))
        .collect();
    People { noun: noun.map(|t| named_term(law, *t)), common, alternatives: Vec::new(), exact: true }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_cut_where_it_has_gaps() {
        assert_eq!(stretches(0b1011_0001), [0b1, 0b11_0000, 0b1000_0000]);
        assert_eq!(stretches(0b111), [0b111]);
        let ends = 1 | 0b11 << 126;
        assert_eq!(stretches(ends), [1, 0b11 << 126]);
        assert_eq!(stretches(Mask::MAX), [Mask::MAX]);
        assert!(stretches(0).is_empty());
    }
}
