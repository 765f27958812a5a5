//! From whom a demand leaves outside to the word that is said: one table for all forms.
//!
//! Every question is asked twice, with all doubtful statements taken for the State and with all taken against it. The
//! first that holds gives the word:
//!
//! 1. left outside by words, in the kind reading: incompatible;
//! 2. left outside by silence, or by what a text that was not read whole allows: not found, and incompatible where the
//!    thing must be laid down by law and everything asked was searched;
//! 3. left outside in the strict reading alone, or to be weighed, or reached by a general clause: for assessment;
//! 4. raised: provided;
//! 5. else: not examined.

use super::case::{Case, Concern, FormResult};
use super::demand::{About, Demand, Outcome, Outside, Side};
use crate::finding::{Doubtful, Finding, Mark, Role, Unexamined, Verdict};
use crate::law::{DoubtId, Part, Reading, Touch, View};
use crate::logic::{Formula, Undecided, attempt};

/// The answer to one question.
enum Answer {
    /// Somebody is left outside.
    Found(Outcome, Why),
    /// Nobody is, and the question is raised.
    Provided,
    /// It is not raised.
    NotRaised,
}

/// What else is to be said of an answer.
#[derive(Default)]
struct Why {
    /// Only the strict reading leaves somebody outside.
    strict_only: bool,
    /// Nobody is concerned who can be by what the law itself says: the statement is shown, and no person.
    nobody: bool,
    /// A general clause reaches all of them.
    general: Vec<Mark>,
    /// It was searched for.
    searched: bool,
    /// Only a text that was not read whole allows it.
    no_exception: bool,
}

/// A demand, and whether whoever it leaves outside is to be weighed.
struct Asked<'d> {
    demand: &'d dyn Demand,
    weighed: bool,
}

impl<'d> std::ops::Deref for Asked<'d> {
    type Target = dyn Demand + 'd;

    fn deref(&self) -> &Self::Target {
        self.demand
    }
}

/// One demand, held against the law.
///
/// Of one that is weighed as a whole, whoever is left outside is to be weighed.
pub(super) fn judge(case: &mut Case<'_, '_>, demand: &dyn Demand, weighed: bool) -> Result<FormResult, Undecided> {
    let mut result = FormResult::default();
    let mut words = Vec::new();
    let mut provided = Vec::new();
    let demand = &Asked { demand, weighed };
    let somebody = is_anybody(case, demand)?;
    let questions = demand.demand.questions(case)?;
    let doubted = if demand.compares() && !case.law.doubts.is_empty() {
        Some(taken_all_ways(case, demand, &questions, somebody)?)
    } else {
        None
    };
    for about in questions {
        relax(case, demand, about);
        let somebody = somebody || case.law.relaxes() && is_anybody(case, demand)?;
        let answered = answer(case, demand, about, somebody, doubted)?;
        match answered {
            Answer::Found(outcome, why) => {
                let (mut finding, concern) = report(case, demand, about, outcome, &why)?;
                finding.weighs |= weighed && !why.strict_only;
                if why.strict_only {
                    finding.doubts = doubts(case, demand, about)?;
                }
                words.push(outcome.verdict);
                // What tells the same people apart for several kinds of a measure is found once.
                let mut known = result.findings.iter().zip(&result.concerns);
                let twice = known.any(|(f, c)| {
                    f.sentence == finding.sentence && f.because == finding.because && c.class == concern.class
                });
                if !twice {
                    result.findings.push(finding);
                    result.concerns.push(concern);
                }
            }
            Answer::Provided => {
                words.push(Verdict::Provided);
                provided.push(about);
            }
            Answer::NotRaised => words.push(Verdict::NotExamined),
        }
        case.law.restore();
    }
    result.verdict = Verdict::of_questions(words);
    match result.verdict {
        Verdict::Provided => result.protects = core(case, demand, &provided)?,
        Verdict::NotExamined => result.unexamined = Some(unexamined(case, demand)?),
        _ => {}
    }
    Ok(result)
}

/// Of whom a measure ends a fact, the axioms on that fact are left out.
fn relax(case: &mut Case<'_, '_>, demand: &Asked<'_>, about: About) {
    let Some(measure) = demand.done(case) else { return };
    let view = case.law.view(Reading::Strict);
    match about {
        About::Power(power) => case.law.relax(power, measure, &view),
        About::Law if demand.is_of_every_power() => case.law.relax_for_all(measure, &view),
        _ => {}
    }
}

/// Whether there is anybody of whom a demand speaks.
fn is_anybody(case: &mut Case<'_, '_>, demand: &Asked<'_>) -> Result<bool, Undecided> {
    let strict = case.law.view(Reading::Strict);
    let scope = demand.scope();
    let scope = case.within(scope, &strict);
    case.law.possible(&[scope])
}

fn answer(
    case: &mut Case<'_, '_>,
    demand: &Asked<'_>,
    about: About,
    somebody: bool,
    doubted: Option<Doubted>,
) -> Result<Answer, Undecided> {
    let mut raised = false;
    let found = attempt(case, |case| {
        let found = ask(case, demand, about, doubted)?;
        if found.is_none() {
            let view = case.law.view(Reading::Strict);
            // Where there is nobody to speak of, nothing is raised.
            raised = somebody && case.is_operative() && demand.is_raised(case, about, &view)?;
        }
        Ok(found)
    })?;
    Ok(match found {
        Some((outcome, why)) => Answer::Found(outcome, why),
        None if raised => Answer::Provided,
        None => Answer::NotRaised,
    })
}

/// Rows 1 to 3.
fn ask(
    case: &mut Case<'_, '_>,
    demand: &Asked<'_>,
    about: About,
    doubted: Option<Doubted>,
) -> Result<Option<(Outcome, Why)>, Undecided> {
    if !case.is_operative() {
        return Ok(None);
    }
    let [kind, strict] = [Reading::Kind, Reading::Strict].map(|reading| case.law.view(reading));
    match doubted {
        None => ask_in(case, demand, about, &kind, (!case.law.doubts.is_empty()).then_some(&strict)),
        Some(Doubted::Agree) => ask_in(case, demand, about, &kind, None),
        Some(Doubted::Differ) => ask_all_ways(case, demand, about),
    }
}

/// What becomes of a demand where two doubts may pull two ways, and every way of taking them is asked by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doubted {
    /// It has the same word in every way.
    Agree,
    /// It has not: whoever is left outside in any is for assessment.
    Differ,
}

/// Every way of taking two doubts that may pull two ways.
fn all_ways(case: &Case<'_, '_>) -> Vec<View> {
    let mut views = vec![case.law.view(Reading::Kind), case.law.view(Reading::Strict)];
    if case.law.has_two_doubts() {
        views.extend([false, true].map(|own| case.law.mixed(own)));
    }
    views
}

/// Whether a demand has the same word however its doubts are taken.
fn taken_all_ways(
    case: &mut Case<'_, '_>,
    demand: &Asked<'_>,
    questions: &[About],
    somebody: bool,
) -> Result<Doubted, Undecided> {
    let mut first = None;
    for view in all_ways(case) {
        let mut words = Vec::new();
        for about in questions {
            let found = if case.is_operative() { ask_in(case, demand, *about, &view, None)? } else { None };
            words.push(match found {
                Some((outcome, _)) => outcome.verdict,
                None if somebody && case.is_operative() && demand.is_raised(case, *about, &view)? => Verdict::Provided,
                None => Verdict::NotExamined,
            });
        }
        let word = Verdict::of_questions(words);
        if *first.get_or_insert(word) != word {
            return Ok(Doubted::Differ);
        }
    }
    Ok(Doubted::Agree)
}

/// One question of a demand whose words differ: whoever is left outside in any way of taking the doubts.
fn ask_all_ways(
    case: &mut Case<'_, '_>,
    demand: &Asked<'_>,
    about: About,
) -> Result<Option<(Outcome, Why)>, Undecided> {
    let mut found: Vec<(Outcome, Why)> = Vec::new();
    for view in all_ways(case) {
        found.extend(ask_in(case, demand, about, &view, None)?);
    }
    if found.is_empty() {
        return Ok(None);
    }
    let sets: Vec<Formula> = found.iter().map(|(outcome, _)| outcome.violation).collect();
    let all = case.law.formulas.some(sets);
    let kind = case.law.view(Reading::Kind);
    let own = case.law.own_axioms(&kind);
    let possible = case.law.formulas.all([all, own]);
    let shown = case.happens(possible)?;
    let violation = if shown { possible } else { all };
    let side = found.first().map_or(Side::Weighed, |(outcome, _)| outcome.side);
    let why = Why { strict_only: true, nobody: !shown, ..Why::default() };
    Ok(Some((Outcome { verdict: Verdict::ToAssess, side, violation }, why)))
}

/// The rows, in one reading and, where there is another, in that as well.
fn ask_in(
    case: &mut Case<'_, '_>,
    demand: &Asked<'_>,
    about: About,
    kind: &View,
    strict: Option<&View>,
) -> Result<Option<(Outcome, Why)>, Undecided> {
    let own = case.law.own_axioms(kind);
    let outside = demand.outside(case, about, kind)?;
    let Outside { mut words, mut loose, silence, mut weighed } = within(case, outside, own);
    // Of a power silence is raised by whom it reaches; of the law as a whole that is asked.
    let mut by_silence = case.happens(silence)? && demand.is_raised(case, about, kind)?;
    if demand.weighed {
        let no = case.law.formulas.no();
        let silent = if by_silence { silence } else { no };
        weighed = case.law.formulas.some([words, loose, silent, weighed]);
        (words, loose, by_silence) = (no, no, false);
    }
    let mut why = Why::default();
    let (reached, general) = case.general_clauses(demand.demand, about, kind);
    let [beyond_words, beyond] = [reached.words, reached.others].map(|set| case.law.formulas.not(set));
    let hard = case.law.formulas.all([words, beyond_words]);
    if case.happens(hard)? {
        return Ok(Some((Outcome { verdict: Verdict::Incompatible, side: Side::Words, violation: hard }, why)));
    }
    let soft_silence = case.law.formulas.all([silence, beyond]);
    let soft_loose = case.law.formulas.all([loose, beyond]);
    let silent = by_silence && case.happens(soft_silence)?;
    let not_excepted = case.happens(soft_loose)?;
    if silent || not_excepted {
        let violation = match (silent, not_excepted) {
            (true, true) => case.law.formulas.some([soft_silence, soft_loose]),
            (true, false) => soft_silence,
            (false, _) => soft_loose,
        };
        why.searched = case.is_searched(&demand.asks_for());
        why.no_exception = !silent;
        let verdict = if case.is_laid_down() && why.searched { Verdict::Incompatible } else { Verdict::NotFound };
        let side = if silent { Side::Silence } else { Side::Words };
        return Ok(Some((Outcome { verdict, side, violation }, why)));
    }
    // Whom a general clause reached, whoever is to be weighed, and whom the strict reading leaves outside.
    let mut sets = vec![(Side::Weighed, weighed), (Side::Words, words), (Side::Words, loose)];
    if by_silence {
        sets.push((Side::Silence, silence));
    }
    let of_kind = sets.len();
    if let Some(strict) = strict {
        let Outside { words, loose, silence, weighed } = {
            let outside = demand.outside(case, about, strict)?;
            let anybody = case.law.formulas.yes();
            within(case, outside, anybody)
        };
        sets.extend([(Side::Words, words), (Side::Words, loose)]);
        if case.happens(silence)? && demand.is_raised(case, about, strict)? {
            sets.push((Side::Silence, silence));
        }
        sets.push((Side::Weighed, weighed));
    }
    let mut side = None;
    let mut all = Vec::new();
    for (at, (which, set)) in sets.into_iter().enumerate() {
        if !case.happens(set)? {
            continue;
        }
        if side.is_none() {
            side = Some(which);
            why.strict_only = at >= of_kind;
        }
        all.push(set);
    }
    let Some(side) = side else { return Ok(None) };
    let all = case.law.formulas.some(all);
    why.general = if case.happens(words)? || case.happens(loose)? || by_silence { general } else { Vec::new() };
    // Nobody is shown who cannot be by what the law itself says, unless nobody else is concerned.
    let possible = case.law.formulas.all([all, own]);
    let violation = if case.happens(possible)? {
        possible
    } else {
        why.nobody = true;
        all
    };
    Ok(Some((Outcome { verdict: Verdict::ToAssess, side, violation }, why)))
}

/// What is asked of: possible by what the law itself says, as far as it is taken for granted, and in the situations of
/// which alone it is asked.
fn within(case: &mut Case<'_, '_>, outside: Outside, own: Formula) -> Outside {
    let own = in_question(case, own);
    let mut all = |set| case.law.formulas.all([set, own]);
    Outside {
        words: all(outside.words),
        loose: all(outside.loose),
        silence: all(outside.silence),
        weighed: all(outside.weighed),
    }
}

/// Those of a set of whose situations it is asked: all of them, unless it is asked of some alone.
fn in_question(case: &mut Case<'_, '_>, set: Formula) -> Formula {
    case.only.map_or(set, |only| case.law.formulas.all([set, only]))
}

fn report(
    case: &mut Case<'_, '_>,
    demand: &Asked<'_>,
    about: About,
    outcome: Outcome,
    why: &Why,
) -> Result<(Finding, Concern), Undecided> {
    let (mut finding, mut concern) = demand.report(case, about, outcome)?;
    if why.nobody {
        (finding.witness, finding.other, finding.class) = (None, None, None);
        finding.given = Vec::new();
        concern = Concern { class: case.law.formulas.no(), witness: None };
    }
    finding.general.clone_from(&why.general);
    finding.searched = why.searched;
    finding.no_exception = why.no_exception;
    finding.unread = case.unread(&demand.asks_for());
    finding.weighs = outcome.side == Side::Weighed;
    if finding.verdict != Verdict::ToAssess && outcome.side != Side::Words {
        finding.manner = None;
    }
    Ok((finding, concern))
}

/// The doubtful statements that, taken for the State, leave nobody outside: all of them, less those without which nobody
/// is left outside either.
fn doubts(case: &mut Case<'_, '_>, demand: &Asked<'_>, about: About) -> Result<Vec<Doubtful>, Undecided> {
    let strict = case.law.view(Reading::Strict);
    let all: Vec<DoubtId> = case.law.doubts.all().ids().collect();
    let mut kept: Vec<DoubtId> = all.clone();
    for doubt in all {
        let fewer: Vec<DoubtId> = kept.iter().copied().filter(|d| *d != doubt).collect();
        let view = strict.taking(&fewer);
        if !is_left_outside(case, demand, about, &view)? {
            kept = fewer;
        }
    }
    Ok(kept.into_iter().map(|id| case.doubtful(case.law.doubts.all()[id])).collect())
}

/// Whether a question leaves anybody outside in some way.
fn is_left_outside(case: &mut Case<'_, '_>, demand: &Asked<'_>, about: About, view: &View) -> Result<bool, Undecided> {
    let own = case.law.own_axioms(view);
    let outside = demand.outside(case, about, view)?;
    let Outside { words, loose, silence, weighed } = within(case, outside, own);
    for set in [words, loose, weighed] {
        if case.law.possible(&[set])? {
            return Ok(true);
        }
    }
    Ok(case.law.possible(&[silence])? && demand.is_raised(case, about, view)?)
}

/// A smallest set of parts of the law without which somebody would be left outside, found in the strict reading.
fn core(case: &mut Case<'_, '_>, demand: &Asked<'_>, provided: &[About]) -> Result<Vec<Mark>, Undecided> {
    let strict = case.law.view(Reading::Strict);
    // What the law as a whole prohibits is asked where no power is.
    let some_power = provided.iter().any(|about| matches!(about, About::Power(_)));
    let provided: Vec<About> = provided.iter().copied().filter(|about| !some_power || *about != About::Law).collect();
    let kept_out: Vec<bool> = provided
        .iter()
        .map(|about| {
            relax(case, demand, *about);
            let touch = demand.touch(case, *about, &strict);
            case.law.restore();
            touch.map(|touch| touch == Some(Touch::KeptOut))
        })
        .collect::<Result<_, _>>()?;
    let parts: Vec<Vec<Part>> = provided
        .iter()
        .zip(&kept_out)
        .map(|(about, kept_out)| {
            let mut parts = demand.parts(case, *about);
            // Whom a power's own words keep out, its conditions do.
            parts.retain(|part| !kept_out || matches!(part, Part::Condition(..)));
            parts
        })
        .collect();
    let mut marks: Vec<Mark> = provided.iter().flat_map(|about| demand.whole(case, *about)).collect();
    marks.extend(case.marks_of(&strict, &parts, |case, at, view| {
        let (Some(about), Some(kept_out)) = (provided.get(at), kept_out.get(at)) else { return Ok(true) };
        relax(case, demand, *about);
        let happens = match about {
            // Whom a power's own words keep out, they keep out whatever the vocabulary says.
            About::Power(power) if *kept_out => {
                let guard = case.law.power_guard(*power, view);
                let spoken_of = demand.spoken_of(case, view);
                let reached = case.law.formulas.all([guard, spoken_of]);
                let reached = in_question(case, reached);
                case.law.decider.possible(&case.law.formulas, &[reached])?
            }
            _ => {
                let outside = demand.unprotected(case, *about, view)?;
                // Of one situation alone it is asked what keeps that one out, and nobody else.
                let outside = in_question(case, outside);
                case.law.possible(&[outside])?
            }
        };
        case.law.restore();
        Ok(!happens)
    })?);
    if marks.is_empty() {
        // For what reason a power acts is told by all that it says, and by no part of it alone.
        let order = case.law.order;
        for about in &provided {
            let About::Power(power) = about else { continue };
            let by_reason = |measure| case.law.reaches_by_reason(*power, measure, &strict);
            if demand.reasons().is_empty() && !demand.done(case).is_some_and(by_reason) {
                continue;
            }
            let power = &order.powers[*power];
            marks.extend(power.conjuncts.iter().map(|c| case.mark(power.article, c.span, Role::Protects)));
        }
    }
    marks.sort_by_key(|m| m.span);
    marks.dedup();
    Ok(marks)
}

/// Why nothing was examined.
fn unexamined(case: &mut Case<'_, '_>, demand: &Asked<'_>) -> Result<Unexamined, Undecided> {
    let scope = demand.scope();
    if !case.law.possible(&[scope])? {
        return Ok(Unexamined::Nobody);
    }
    let sought = demand.asks_for();
    Ok(match sought.measure {
        Some(_) => Unexamined::NoPower { searched: case.is_searched(&sought) },
        None => Unexamined::NoArticle,
    })
}
