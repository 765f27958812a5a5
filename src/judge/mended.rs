//! Whether an edited law is mended: the finding is gone, nothing else is worse, and no power is taken from anybody whom
//! the law can tell from those who were left outside.

use super::case::Concern;
use super::difference::Incomparable;
use super::justify;
use super::standard::judge_standard;
use crate::finding::{Finding, Sentence, Verdict};
use crate::law::{Law, State, check_text};
use crate::logic::{Formula, Formulas, Run, Undecided};
use crate::model::{Equalled, FactId, FormKind, LegalOrder, Library, Standard, ThingId};
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

/// What one standard finds.
struct Judged {
    verdict: Verdict,
    found: Vec<(Finding, Concern)>,
}

impl Judged {
    fn of(library: &Library, law: &mut Law<'_>, state: &State<'_>, standard: &Standard) -> Result<Judged, Undecided> {
        let (result, concerns) = judge_standard(library, law, state, standard, true)?;
        Ok(Judged { verdict: result.verdict, found: result.findings.into_iter().zip(concerns).collect() })
    }
}

/// How many remarks there are on the text of a law; none where it has mistakes.
fn remarks(law: &mut Law<'_>) -> Result<Option<usize>, Undecided> {
    let remarks = check_text(law, true)?;
    Ok((!remarks.iter().any(|m| m.severity == Severity::Error)).then_some(remarks.len()))
}

/// What a law permits of each kind of measure.
fn permits(law: &mut Law<'_>) -> BTreeMap<ThingId, Formula> {
    let order = law.order;
    let view = law.as_written();
    let mut permits: BTreeMap<ThingId, Vec<Formula>> = BTreeMap::new();
    for (at, power) in order.powers.entries() {
        for kind in order.vocabulary.kinds_of(power.measure) {
            let permitted = law.permits(at, kind, &view);
            permits.entry(kind).or_default().push(permitted);
        }
    }
    permits.into_iter().map(|(kind, parts)| (kind, law.formulas.some(parts))).collect()
}

/// The law as it was and the edited law, over the same formulas. The edited law has them, and what steps are left, unless
/// something is asked of the law as it was.
struct Pair<'a, 'l, 's> {
    library: &'a Library,
    standards: &'a [&'a Standard],
    old: Law<'l>,
    new: Law<'l>,
    old_state: &'a State<'s>,
    new_state: &'a State<'s>,
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
    let Some(at) = standards.iter().position(|s| s.id == standard) else { return Ok(Check::StillThere) };
    let mut old = Law::beside(&before, Some(after), standards.iter().copied(), false, None)?;
    old.on(old_state.as_of);
    let arena = std::mem::replace(&mut old.formulas, Formulas::new(crate::logic::Domain::default()));
    let mut new = Law::beside(after, Some(&before), standards.iter().copied(), false, Some(arena))?;
    new.on(new_state.as_of);
    // Of each class the nearest part is enough: nothing of it is shown.
    (old.most_boxes, new.most_boxes) = (1, 1);
    new.decider.steps = run.steps(after.vocabulary.limits.steps);
    let mut pair = Pair { library, standards, old, new, old_state, new_state };
    let check = pair.check(at, index);
    run.took(pair.new.decider.steps.taken());
    Ok(check?)
}

impl<'l, 's> Pair<'_, 'l, 's> {
    /// Asks the law as it was.
    fn before<T>(&mut self, ask: impl FnOnce(&mut Law<'l>, &State<'s>) -> T) -> T {
        self.change();
        let answer = ask(&mut self.old, self.old_state);
        self.change();
        answer
    }

    /// The other law is asked.
    fn change(&mut self) {
        std::mem::swap(&mut self.old.formulas, &mut self.new.formulas);
        std::mem::swap(&mut self.old.decider.steps, &mut self.new.decider.steps);
    }

    fn judged_before(&mut self, standard: &Standard) -> Result<Judged, Undecided> {
        let library = self.library;
        self.before(|law, state| Judged::of(library, law, state, standard))
    }

    /// What fails soonest is asked first: most edits leave what they were made for as it was.
    fn check(&mut self, target: usize, index: usize) -> Result<Check, Undecided> {
        let (library, standards) = (self.library, self.standards);
        let Some(standard) = standards.get(target) else { return Ok(Check::StillThere) };
        let was = self.judged_before(standard)?;
        let Some((finding, concern)) = was.found.get(index) else { return Ok(Check::StillThere) };
        // Of the same thing, by the same articles, one fewer is found.
        let alike = |found: &[(Finding, Concern)]| {
            found.iter().filter(|(f, _)| f.about() == finding.about() && f.articles() == finding.articles()).count()
        };
        let is = Judged::of(library, &mut self.new, self.new_state, standard)?;
        if alike(&is.found) >= alike(&was.found) {
            return Ok(Check::StillThere);
        }
        let (old_remarks, new_remarks) = (self.before(|law, _| remarks(law))?, remarks(&mut self.new)?);
        let (Some(old_remarks), Some(new_remarks)) = (old_remarks, new_remarks) else { return Ok(Check::StillThere) };
        for (at, standard) in standards.iter().enumerate() {
            let worse = if at == target {
                self.is_worse(&was, &is)?
            } else {
                let is = Judged::of(library, &mut self.new, self.new_state, standard)?;
                // Where nothing is found nothing is worse, whatever was.
                let found = is.verdict.is_found() || !is.found.is_empty();
                found && {
                    let was = self.judged_before(standard)?;
                    self.is_worse(&was, &is)?
                }
            };
            if worse {
                return Ok(Check::Worse(standard.id.clone()));
            }
        }
        if new_remarks > old_remarks {
            return Ok(Check::Empties);
        }
        let (was, is) = (self.before(|law, _| permits(law)), permits(&mut self.new));
        self.takes_more((&was, &is), finding, concern)
    }

    fn is_worse(&mut self, was: &Judged, is: &Judged) -> Result<bool, Undecided> {
        Ok(is.verdict.is_harsher_than(was.verdict)
            || newly_outside(&mut self.new, &was.found, &is.found)?
            || heavier(&was.found, &is.found))
    }

    fn takes_more(
        &mut self,
        (was, is): (&BTreeMap<ThingId, Formula>, &BTreeMap<ThingId, Formula>),
        target: &Finding,
        concern: &Concern,
    ) -> Result<Check, Undecided> {
        let law = &mut self.new;
        let duration = law.order.vocabulary.duration();
        let endless = matches!(target.sentence, Sentence::Lasts { limit: None, .. });
        for (kind, was) in was {
            let is = is.get(kind).copied().unwrap_or(law.formulas.no());
            let lost = law.formulas.not(is);
            if !law.possible(&[*was, lost])? {
                continue;
            }
            // Those whom the law, in its own words on that measure, cannot tell from those who were left outside. Where
            // some limit is asked for, any limit takes away time.
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
    // What is asked of every service, measure or safeguard is asked of each that is touched.
    let of_any = |form: &FormKind| {
        let FormKind::Equal { thing: Equalled::Any(kind), .. } = form else { return false };
        things.iter().any(|t| vocabulary.thing(*t).kind == *kind)
    };
    let speaks = |form: &FormKind| of_any(form) || named(form).into_iter().any(related);
    // A definition changes what every other article means.
    let of = |s: &&Standard| things.is_empty() || way(s) || s.forms.iter().any(|f| speaks(&f.kind));
    library.standards.iter().filter(of).collect()
}
