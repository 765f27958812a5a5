//! Situations to people: a noun, and what is said of each fact that matters.

use crate::finding::{Named, People, Phrase, Readings, Value};
use crate::law::Law;
use crate::logic::{Cover, Cube, Formula, Mask, Situation, Undecided, departures, most_ordinary};
use crate::model::{self, Condition, FactId, FactShapeKind, TermId};
use crate::stop::{OrStop as _, stop};
use rustc_hash::FxHashMap;

/// The terms that name these people: each of the conditions that is a plain term, holds of the witness, and leaves nobody
/// of the class out.
pub(super) fn nouns(
    law: &mut Law<'_>,
    who: &[Condition],
    class: Formula,
    situation: &Situation,
) -> Result<Vec<TermId>, Undecided> {
    let mut out = Vec::new();
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
            out.push(*term);
        }
    }
    Ok(out)
}

/// Of the terms that name these people the one that leaves least to be said of them, and of several such the first: a
/// refugee is not a foreigner with a well-founded fear of persecution on a Convention ground.
pub(super) fn noun(law: &mut Law<'_>, nouns: &[TermId], class: &Cover) -> Result<Option<TermId>, Undecided> {
    let [first, others @ ..] = nouns else { return Ok(None) };
    if others.iter().all(|other| other == first) {
        return Ok(Some(*first));
    }
    let mut best: Option<(usize, TermId)> = None;
    for term in nouns {
        let mut left = 0;
        for (fact, mask) in &nearest(class).values {
            left += usize::from(!said(law, Some(term), *fact, *mask)?);
        }
        if best.is_none_or(|(least, _)| left < least) {
            best = Some((left, *term));
        }
    }
    Ok(best.map(|(_, term)| term))
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
pub(super) fn named_term(law: &Law<'_>, id: TermId) -> Named {
    let vocabulary = &law.order.vocabulary;
    let term = vocabulary.term(id);
    let common = matches!(vocabulary.names.get(&term.name), Some(model::Named::Term(_)));
    let name = if common { term.name.as_str().into() } else { vocabulary.spelled(model::Named::Term(id)) };
    Named { name: name.into_owned(), label: term.label.clone() }
}

/// Whether the noun already says that the fact has one of these values.
fn said(law: &mut Law<'_>, noun: Option<&TermId>, fact: FactId, mask: Mask) -> Result<bool, Undecided> {
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
pub(super) type Numbers = Vec<(FactId, i64)>;

/// Moves each number of a witness to the line that the law has drawn: to the lower end of the stretch it lies in. Where
/// that stretch begins where the scale does, the line is its upper end, and there the most ordinary person is already.
/// The witness stays within the class.
///
/// So a sixteen-year-old stands for *aged 16 or 17* and a fifteen-year-old for *under 16*, whatever other constants
/// cut the scale.
pub(super) fn settle(law: &mut Law<'_>, class: &Cover, violation: Formula, situation: &mut Situation) -> Numbers {
    let mut numbers = Numbers::new();
    for (fact, mask) in &nearest(class).values {
        if !matches!(law.order.vocabulary.fact(*fact).shape, FactShapeKind::Number { .. }) {
            continue;
        }
        let value = situation[*fact];
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
        moved[*fact] = to;
        if law.formulas.holds(law.axioms, &moved) && law.formulas.holds(violation, &moved) {
            *situation = moved;
            let (first, last) = law.interval(*fact, to);
            numbers.push((*fact, if low > 0 { first } else { last }));
        }
    }
    numbers
}

/// The widest box around the most ordinary of a class in which somebody was found.
fn nearest(class: &Cover) -> &Cube {
    class.nearest.as_ref().or_stop("nobody is described who is not there")
}

/// The facts that make this person a case: those of the widest class around them that are not ordinary.
pub(super) fn witness(
    law: &mut Law<'_>,
    noun: Option<&TermId>,
    class: &Cover,
    situation: &Situation,
    numbers: &Numbers,
) -> Result<People, Undecided> {
    let mut common = Vec::new();
    let matter: Vec<FactId> = nearest(class).values.iter().map(|(fact, _)| *fact).collect();
    for fact in departures(&law.formulas, situation) {
        if !matter.contains(&fact) {
            continue;
        }
        let value = situation[fact];
        if said(law, noun, fact, 1 << value)? {
            continue;
        }
        common.push(exact_phrase(law, fact, value, numbers));
    }
    let noun = noun.map(|t| named_term(law, *t));
    Ok(People { noun, common, alternatives: Vec::new(), exact: true })
}

/// What has been said of facts before, to be shared.
pub(super) type Phrases = FxHashMap<(FactId, Mask), Phrase>;

/// Everyone in a class: what all boxes share, and then the alternatives.
pub(super) fn class(
    law: &mut Law<'_>,
    phrases: &mut Phrases,
    noun: Option<&TermId>,
    class: &Cover,
) -> Result<People, Undecided> {
    let mut shared_phrase = |law: &Law<'_>, fact: FactId, mask: Mask| {
        phrases.entry((fact, mask)).or_insert_with(|| phrase(law, fact, mask)).clone()
    };
    let mut cubes = class.cubes.clone();
    for cube in &mut cubes {
        without_nobody(law, cube)?;
    }
    let shared: Vec<(FactId, Mask)> = cubes
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
    let facts: Vec<(FactId, Mask)> = cube.values.clone();
    for (fact, mask) in facts {
        if !matches!(law.order.vocabulary.fact(fact).shape, FactShapeKind::Number { .. }) {
            continue;
        }
        let stretches = stretches(mask);
        if stretches.len() < 2 {
            continue;
        }
        let mut kept = 0;
        for stretch in stretches {
            let mut here = cube.clone();
            here.set(fact, stretch);
            let here = here.formula(&mut law.formulas);
            if law.possible(&[here])? {
                kept |= stretch;
            }
        }
        if kept != 0 {
            cube.set(fact, kept);
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
    let open = |law: &Law<'_>, fact: FactId| law.order.vocabulary.fact(fact).open;
    let mut boxes: Vec<Cube> = Vec::new();
    for cube in &class.cubes {
        let values: Vec<(FactId, Mask)> = cube.values.iter().copied().filter(|(f, _)| open(law, *f)).collect();
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
    let said = boxes.iter().map(|b| b.values.iter().map(|(f, m)| phrase(law, *f, *m)).collect()).collect();
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
            for index in 0..law.formulas.domain().facts[id].size {
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
    Phrase::new(named_fact(law, id), value, fact.open)
}

/// The number that stands for an interval: the ordinary one, else the one just past the line the law has drawn.
fn number(law: &Law<'_>, id: FactId, index: u8, numbers: &Numbers) -> i64 {
    if let Some((_, settled)) = numbers.iter().find(|(fact, _)| *fact == id) {
        return *settled;
    }
    let (low, high) = law.interval(id, index);
    let FactShapeKind::Number { from, usual, .. } = &law.order.vocabulary.fact(id).shape else {
        stop("an interval is one of numbers")
    };
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

/// Of these facts those that have a name: not those of a second person.
fn declared(law: &Law<'_>, facts: Vec<FactId>) -> Vec<FactId> {
    let first_copy = law.order.vocabulary.next_fact();
    facts.into_iter().filter(|fact| *fact < first_copy).collect()
}

/// The witness in the words of the language, to be written into a scenario: what the violation speaks of and is not
/// ordinary. Where an axiom would make somebody else of that, everything that is not.
pub(super) fn given(
    law: &mut Law<'_>,
    situation: &Situation,
    violation: Formula,
    numbers: &Numbers,
) -> Result<Vec<String>, Undecided> {
    let spoken_of = law.formulas.facts([violation]);
    let all: Vec<FactId> = declared(law, departures(&law.formulas, situation));
    let few: Vec<FactId> = all.iter().copied().filter(|f| spoken_of.contains(f)).collect();
    let enough = few.len() == all.len() || stands_for(law, &few, situation, violation)?;
    let mut out = Vec::new();
    for fact in if enough { few } else { all } {
        out.extend(exact_phrase(law, fact, situation[fact], numbers).expr().given());
    }
    Ok(out)
}

/// Whether the most ordinary person of whom these facts are given is one of those concerned; how long a measure lasts is
/// left open.
fn stands_for(
    law: &mut Law<'_>,
    given: &[FactId],
    situation: &Situation,
    violation: Formula,
) -> Result<bool, Undecided> {
    let mut goal = vec![law.axioms];
    for fact in given {
        goal.push(law.formulas.value(*fact, 1 << situation[*fact]));
    }
    let Some(mut meant) = most_ordinary(&mut law.formulas, &goal, &mut law.decider)? else { return Ok(false) };
    if let Some(duration) = law.order.vocabulary.duration() {
        meant[duration] = situation[duration];
    }
    Ok(law.formulas.holds(violation, &meant))
}

/// A person described only by these facts.
pub(super) fn differing(law: &Law<'_>, noun: Option<&TermId>, facts: &[FactId], situation: &Situation) -> People {
    let common = facts.iter().map(|f| exact_phrase(law, *f, situation[*f], &Numbers::new())).collect();
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
