//! A whole class of situations as few, wide boxes: every box lies inside the class, and together they are the class.

use super::decide::{Decider, Undecided};
use super::domain::{FactId, Mask, Situation, lies_in};
use super::formula::{Formula, Formulas};
use super::witness::most_ordinary;
use crate::ids::{Id, IdVec};
use crate::stop::OrStop as _;

/// A box: for some facts, the values they may have. Facts not named may have any.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cube {
    /// Fact and values, in order of fact.
    pub values: Vec<(FactId, Mask)>,
}

impl Cube {
    /// The values of a fact, or `None` when it may have any.
    pub fn mask(&self, fact: FactId) -> Option<Mask> {
        self.values.iter().find(|(f, _)| *f == fact).map(|(_, m)| *m)
    }

    /// Gives a fact other values.
    pub fn set(&mut self, fact: FactId, mask: Mask) {
        let known = self.values.iter_mut().find(|(f, _)| *f == fact);
        known.or_stop("only a side that a box has is moved").1 = mask;
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
    /// The widest box around the most ordinary situation; `None` when nobody is in the class. It may not be among the
    /// boxes: others can make it needless.
    pub nearest: Option<Cube>,
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
    known: Option<&Situation>,
    most: usize,
    decider: &mut Decider,
) -> Result<Cover, Undecided> {
    // What is made on the way is needed by nobody afterwards.
    formulas.scratch(|formulas| cover_here(formulas, given, class, known, most, decider))
}

fn cover_here(
    formulas: &mut Formulas,
    given: Formula,
    class: Formula,
    mut known: Option<&Situation>,
    most: usize,
    decider: &mut Decider,
) -> Result<Cover, Undecided> {
    let outside = formulas.not(class);
    let facts = formulas.facts([class]);
    let mut rest = class;
    let mut cubes = Vec::new();
    let mut complete = false;
    // Those met outside the class while widening: a box that holds one of them need not be asked about.
    let mut met: Vec<Situation> = Vec::new();
    let comparisons = formulas.size(class);
    let mut asked = 0u64;
    while cubes.len() < most && (cubes.len() < FEW || asked.saturating_mul(comparisons) < EFFORT) {
        let person = match known.take() {
            Some(known) => Some(known.clone()),
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
    let nearest = cubes.first().cloned();
    // A box that the others make needless is left out, the last first.
    let mut at = cubes.len();
    while at > 0 && cubes.len() > 1 {
        at -= 1;
        let candidate = cubes.get(at).cloned().or_stop("none is looked at that has gone");
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

/// One side of a box that is being widened.
enum Side {}

/// The widest box around a situation that stays within the class: facts are dropped from the last declared to the
/// first, then values are added to what is left.
fn widen(
    formulas: &mut Formulas,
    outside: [Formula; 2],
    facts: &[FactId],
    person: &Situation,
    (met, asked): (&mut Vec<Situation>, &mut u64),
    decider: &mut Decider,
) -> Result<Cube, Undecided> {
    let mut masks: IdVec<Side, (FactId, Mask)> = facts.iter().map(|f| (*f, 1 << person[*f])).collect();
    // Who differs from the person in one fact and is left outside for it shows that the fact cannot be dropped, nor that
    // value be added: seen by evaluating, without a question.
    let mut other = person.clone();
    let mut barred: IdVec<Side, Mask> = IdVec::new();
    let [given, not_class] = outside.map(|f| formulas.at(f));
    for (fact, _) in &masks {
        let mut bar = 0;
        let own = person[*fact];
        for value in (0..formulas.domain().facts[*fact].size).filter(|v| *v != own) {
            other[*fact] = value;
            if formulas.holds_at(not_class, &other) && formulas.still_holds(given, *fact, &other) {
                bar |= 1 << value;
            }
        }
        other[*fact] = own;
        barred.push(bar);
        *asked += u64::from(bar != 0);
    }
    let mut stays = |formulas: &mut Formulas,
                     masks: &IdVec<Side, (FactId, Mask)>,
                     decider: &mut Decider|
     -> Result<bool, Undecided> {
        // Counted whoever answers: the number follows from the class alone, and not from which engine is asked.
        *asked += 1;
        if met.iter().any(|person| lies_in(person, masks.as_slice())) {
            return Ok(false);
        }
        let leaves = decider.find_within(formulas, &outside, masks.as_slice())?;
        let stays = leaves.is_none();
        met.extend(leaves);
        Ok(stays)
    };
    // Dropping fewer facts never leaves what dropping more does not, so several can be dropped at once: from the last,
    // more while that goes well, fewer when it does not. What is left is the same as one by one.
    let free: Vec<Id<Side>> = barred.entries().filter(|(_, bar)| **bar == 0).map(|(side, _)| side).collect();
    let (mut end, mut step) = (free.len(), 1);
    while end > 0 {
        let start = end.saturating_sub(step);
        let dropped = free.get(start..end).or_stop("the end is never moved up");
        let before: Vec<(FactId, Mask)> = dropped.iter().map(|side| masks[*side]).collect();
        for side in dropped {
            let (fact, mask) = &mut masks[*side];
            *mask = formulas.domain().full(*fact);
        }
        if stays(formulas, &masks, decider)? {
            end = start;
            step *= 2;
            continue;
        }
        for (side, before) in dropped.iter().zip(before) {
            masks[*side] = before;
        }
        if step == 1 {
            end = start;
        } else {
            step /= 2;
        }
    }
    for (side, barred) in barred.entries() {
        let (fact, start) = masks[side];
        let full = formulas.domain().full(fact);
        if start == full || full.count_ones() == 2 {
            continue;
        }
        let mut now = start;
        for value in 0..formulas.domain().facts[fact].size {
            if (now | barred) >> value & 1 == 1 {
                continue;
            }
            masks[side].1 = now | 1 << value;
            if stays(formulas, &masks, decider)? {
                now |= 1 << value;
            }
        }
        masks[side].1 = now;
    }
    let matter = masks.into_iter().filter(|(fact, mask)| *mask != formulas.domain().full(*fact));
    Ok(Cube { values: matter.collect() })
}
