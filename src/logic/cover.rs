//! A whole class of situations as few, wide boxes: every box lies inside the class, and together they are the class.

use super::decide::{Decider, Undecided};
use super::domain::{Mask, lies_in};
use super::formula::{Formula, Formulas};
use super::witness::most_ordinary;

/// A box: for some facts, the values they may have. Facts not named may have any.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cube {
    /// Fact and values, in order of fact.
    pub values: Vec<(u32, Mask)>,
}

impl Cube {
    /// The values of a fact, or `None` when it may have any.
    pub fn mask(&self, fact: u32) -> Option<Mask> {
        self.values.iter().find(|(f, _)| *f == fact).map(|(_, m)| *m)
    }

    /// As a formula.
    pub fn formula(&self, formulas: &mut Formulas) -> Formula {
        let parts: Vec<Formula> = self.values.iter().map(|(fact, mask)| formulas.value(*fact, *mask)).collect();
        formulas.all(parts)
    }
}

/// Boxes that make up a class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    /// The boxes.
    pub cubes: Vec<Cube>,
    /// The widest box around the most ordinary situation. It may not be among the boxes: others can make it needless.
    pub nearest: Cube,
    /// Whether they are the whole class. If not, there was no room for the others.
    pub complete: bool,
}

/// So many boxes are made of any class.
const FEW: usize = 3;

/// Questions times comparisons, after which no further box is begun. A class that takes more could not be taken in.
const EFFORT: u64 = 28_000;

/// Covers the situations in which `class` holds among those in which `given` holds.
///
/// Boxes may reach beyond `given` (nobody is there), never beyond `class` within it. At most `most` boxes are made, and
/// of a long condition fewer: after the first few the effort is counted, in questions asked times comparisons made.
///
/// `known` is the most ordinary situation of the class, if it has been looked for already.
pub fn cover(
    formulas: &mut Formulas,
    given: Formula,
    class: Formula,
    known: Option<&[u8]>,
    most: usize,
    decider: &mut Decider,
) -> Result<Cover, Undecided> {
    // What is made on the way is needed by nobody afterwards.
    let mark = formulas.mark();
    let cover = cover_here(formulas, given, class, known, most, decider);
    formulas.forget_since(mark);
    cover
}

fn cover_here(
    formulas: &mut Formulas,
    given: Formula,
    class: Formula,
    mut known: Option<&[u8]>,
    most: usize,
    decider: &mut Decider,
) -> Result<Cover, Undecided> {
    let outside = formulas.not(class);
    let facts = formulas.facts([class]);
    let mut rest = class;
    let mut cubes = Vec::new();
    let mut complete = false;
    // Those met outside the class while widening: a box that holds one of them need not be asked about.
    let mut met: Vec<Vec<u8>> = Vec::new();
    let comparisons = formulas.size(class);
    let mut asked = 0u64;
    while cubes.len() < most && (cubes.len() < FEW || asked.saturating_mul(comparisons) < EFFORT) {
        let person = match known.take() {
            Some(known) => Some(known.to_vec()),
            None => most_ordinary(formulas, &[given, rest], decider)?,
        };
        let Some(person) = person else {
            complete = true;
            break;
        };
        let cube = widen(formulas, [given, outside], &facts, &person, (&mut met, &mut asked), decider)?;
        let inside = cube.formula(formulas);
        let not_inside = formulas.not(inside);
        rest = formulas.all([rest, not_inside]);
        cubes.push(cube);
    }
    // Who wants one box is not told whether it is all.
    if !complete && most > 1 {
        complete = !decider.possible(formulas, &[given, rest])?;
    }
    let nearest = cubes.first().cloned().unwrap_or_default();
    // A box that the others make needless is left out, the last first.
    let mut at = cubes.len();
    while at > 0 && cubes.len() > 1 {
        at -= 1;
        let Some(candidate) = cubes.get(at).cloned() else { continue };
        let mut goal = vec![given, candidate.formula(formulas)];
        for (i, other) in cubes.iter().enumerate() {
            if i != at {
                let inside = other.formula(formulas);
                goal.push(formulas.not(inside));
            }
        }
        if !decider.possible(formulas, &goal)? {
            cubes.remove(at);
        }
    }
    Ok(Cover { cubes, nearest, complete })
}

/// The widest box around a situation that stays within the class: facts are dropped from the last declared to the
/// first, then values are added to what is left.
fn widen(
    formulas: &mut Formulas,
    outside: [Formula; 2],
    facts: &[u32],
    person: &[u8],
    (met, asked): (&mut Vec<Vec<u8>>, &mut u64),
    decider: &mut Decider,
) -> Result<Cube, Undecided> {
    let mut masks: Vec<(u32, Mask)> =
        facts.iter().map(|f| (*f, 1 << person.get(*f as usize).copied().unwrap_or(0))).collect();
    // Who differs from the person in one fact and is left outside for it shows that the fact cannot be dropped, nor that
    // value be added: seen by evaluating, without a question.
    let mut other = person.to_vec();
    let mut barred: Vec<Mask> = Vec::with_capacity(masks.len());
    for (fact, _) in &masks {
        let mut bar = 0;
        let own = person.get(*fact as usize).copied().unwrap_or(0);
        for value in (0..formulas.domain().facts.get(*fact as usize).map_or(0, |f| f.size)).filter(|v| *v != own) {
            if let Some(slot) = other.get_mut(*fact as usize) {
                *slot = value;
            }
            if formulas.holds(outside[1], &other) && formulas.still_holds(outside[0], *fact, &other) {
                bar |= 1 << value;
            }
        }
        if let Some(slot) = other.get_mut(*fact as usize) {
            *slot = own;
        }
        barred.push(bar);
        *asked += u64::from(bar != 0);
    }
    let mut stays =
        |formulas: &mut Formulas, masks: &[(u32, Mask)], decider: &mut Decider| -> Result<bool, Undecided> {
            // Counted whoever answers: the number follows from the class alone, and not from which engine is asked.
            *asked += 1;
            if met.iter().any(|person| lies_in(person, masks)) {
                return Ok(false);
            }
            let leaves = decider.find_within(formulas, &outside, masks)?;
            let stays = leaves.is_none();
            met.extend(leaves);
            Ok(stays)
        };
    // Dropping fewer facts never leaves what dropping more does not, so several can be dropped at once: from the last,
    // more while that goes well, fewer when it does not. What is left is the same as one by one.
    let free: Vec<usize> = barred.iter().enumerate().filter(|(_, bar)| **bar == 0).map(|(at, _)| at).collect();
    let (mut end, mut step) = (free.len(), 1);
    while end > 0 {
        let start = end.saturating_sub(step);
        let at = free.get(start..end).unwrap_or_default();
        let kept: Vec<(u32, Mask)> = at.iter().filter_map(|at| masks.get(*at).copied()).collect();
        for at in at {
            if let Some((fact, mask)) = masks.get_mut(*at) {
                *mask = formulas.domain().full(*fact);
            }
        }
        if stays(formulas, &masks, decider)? {
            end = start;
            step *= 2;
            continue;
        }
        for (at, kept) in at.iter().zip(kept) {
            if let Some(slot) = masks.get_mut(*at) {
                *slot = kept;
            }
        }
        if step == 1 {
            end = start;
        } else {
            step /= 2;
        }
    }
    for (at, barred) in barred.into_iter().enumerate() {
        let Some((fact, start)) = masks.get(at).copied() else { continue };
        let full = formulas.domain().full(fact);
        if start == full || full.count_ones() == 2 {
            continue;
        }
        let mut now = start;
        for value in 0..formulas.domain().facts.get(fact as usize).map_or(0, |f| f.size) {
            if (now | barred) >> value & 1 == 1 {
                continue;
            }
            if let Some(slot) = masks.get_mut(at) {
                slot.1 = now | 1 << value;
            }
            if stays(formulas, &masks, decider)? {
                now |= 1 << value;
            }
        }
        if let Some(slot) = masks.get_mut(at) {
            slot.1 = now;
        }
    }
    masks.retain(|(fact, mask)| *mask != formulas.domain().full(*fact));
    Ok(Cube { values: masks })
}
