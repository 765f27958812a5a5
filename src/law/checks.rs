//! Faults of a text that only deciding can find: what nobody can be, what can never apply, what contradicts itself.

use super::compile::Law;
use crate::ids::IdVec;
use crate::logic::{Formula, Undecided, minimal};
use crate::model::{ArticleId, Axiom, Condition, ForClause};
use crate::syntax::{Code, Mistake};
use crate::text::Span;

/// Checks a compiled order. With `own` only what the order itself declares is checked; else the vocabulary too.
pub fn check_text(law: &mut Law<'_>, own: bool) -> Result<Vec<Mistake>, Undecided> {
    let mut mistakes = Vec::new();
    if !law.possible(&[])? {
        mistakes.push(contradictory_axioms(law)?);
        return Ok(mistakes);
    }
    if !own {
        let order = law.order;
        for (_, term) in order.vocabulary.terms() {
            if let Some(means) = &term.means {
                let formula = law.formula(means);
                if !law.possible(&[formula])? {
                    mistakes.push(Mistake::new(Code::EmptyTerm, term.span).with("name", term.name.clone()));
                }
            }
        }
        return Ok(mistakes);
    }
    own_terms(law, &mut mistakes)?;
    lengths(law, &mut mistakes)?;
    dead_powers(law, &mut mistakes)?;
    contradictions(law, &mut mistakes)?;
    lost_purposes(law, &mut mistakes)?;
    Ok(mistakes)
}

/// The fewest axioms that cannot all hold.
fn contradictory_axioms(law: &mut Law<'_>) -> Result<Mistake, Undecided> {
    let order = law.order;
    let axioms: IdVec<Axiom, (Span, Formula)> =
        order.vocabulary.axioms.iter().map(|a| (a.span, law.formula(&a.holds))).collect();
    let clash = minimal(&axioms, |kept| {
        let goal: Vec<Formula> = kept.iter().map(|axiom| axioms[*axiom].1).collect();
        law.decider.possible(&law.formulas, &goal).map(|possible| !possible)
    })?;
    // All of them together cannot hold: that is how it came to be asked.
    let clash = clash.ok_or(Undecided::Disagreement)?;
    let spans: Vec<Span> = clash.iter().map(|axiom| axioms[*axiom].0).collect();
    let mut mistake = Mistake::new(Code::ContradictoryAxioms, spans.first().copied());
    for span in spans.iter().skip(1) {
        mistake = mistake.and(*span, "also");
    }
    Ok(mistake)
}

fn own_terms(law: &mut Law<'_>, mistakes: &mut Vec<Mistake>) -> Result<(), Undecided> {
    let order = law.order;
    for (_, term) in order.vocabulary.terms() {
        // The built-in rules lie above the files of the user; their terms are checked there.
        if let (true, Some(means)) = (!term.span.file.is_built_in(), &term.means) {
            let formula = law.formula(means);
            if !law.possible(&[formula])? {
                mistakes.push(Mistake::new(Code::EmptyTerm, term.span).with("name", term.name.clone()));
            }
        }
    }
    Ok(())
}

/// Time limits of one power that do not reach everybody it reaches, or of which two reach the same person and differ.
///
/// Limits are alternatives: the longest holds. A longer one for some beside a general one is an exception; a shorter one
/// decides nothing.
fn lengths(law: &mut Law<'_>, mistakes: &mut Vec<Mistake>) -> Result<(), Undecided> {
    let order = law.order;
    let hours = |c: &ForClause| c.limit.map_or(i64::MAX, |l| l.hours());
    for (i, power) in order.powers.entries() {
        let clauses = &power.for_;
        let general = clauses.iter().filter(|c| c.where_ == Condition::Any).count();
        if clauses.is_empty() || clauses.len() == general {
            continue;
        }
        let number = order.articles[power.article].number.as_str();
        // Whom the power reaches, whatever is said of how long, less those whom a prohibition keeps from it.
        let mut reached = vec![law.power_guard(i, &law.as_written())];
        for ban in law.bans_on(i, power.measure) {
            let banned = law.ban_guard(ban);
            reached.push(law.formulas.not(banned));
        }
        let conditions: Vec<_> = clauses.iter().map(|c| law.formula(&c.where_)).collect();
        let possible = |law: &mut Law<'_>, more: &[crate::logic::Formula]| {
            let goal: Vec<_> = reached.iter().chain(more).copied().collect();
            law.possible(&goal)
        };
        if general == 0 {
            let some = law.formulas.some(conditions.clone());
            let beyond = law.formulas.not(some);
            if possible(law, &[beyond])? {
                let spans = clauses.iter().map(|c| c.span);
                let place = spans.clone().next().unwrap_or(power.span);
                let mut mistake = Mistake::warning(Code::LengthForSome, place).with("article", number);
                for other in spans.skip(1) {
                    mistake = mistake.and(other, "also");
                }
                mistakes.push(mistake);
            }
        }
        // Beside a general limit each longer one is an exception of its own, and may meet another.
        let usual = clauses.iter().filter(|c| c.where_ == Condition::Any).map(hours).max();
        for (a, (one, in_one)) in clauses.iter().zip(&conditions).enumerate() {
            for (other, in_other) in clauses.iter().zip(&conditions).skip(a + 1) {
                let (shorter, in_shorter, longer, in_longer) = if hours(one) <= hours(other) {
                    (one, *in_one, other, *in_other)
                } else {
                    (other, *in_other, one, *in_one)
                };
                let (not_shorter, not_longer) = (law.formulas.not(in_shorter), law.formulas.not(in_longer));
                // An exception: everybody in the longer one is in the shorter one too, and not the other way round.
                let exception = !possible(law, &[in_longer, not_shorter])? && possible(law, &[in_shorter, not_longer])?;
                let alike = hours(shorter) == hours(longer);
                let exceptions = usual.is_some_and(|usual| hours(shorter) > usual);
                if !exception && !exceptions && !alike && possible(law, &[in_shorter, in_longer])? {
                    let mistake = Mistake::warning(Code::LengthsOverlap, shorter.span).with("article", number);
                    mistakes.push(mistake.and(longer.span, "longer"));
                }
            }
        }
    }
    Ok(())
}

fn dead_powers(law: &mut Law<'_>, mistakes: &mut Vec<Mistake>) -> Result<(), Undecided> {
    let order = law.order;
    let view = law.as_written();
    for (i, power) in order.powers.entries() {
        let guard = law.power_guard(i, &view);
        let number = order.articles[power.article].number.as_str();
        if !law.possible(&[guard])? {
            mistakes.push(Mistake::warning(Code::NeverApplies, power.span).with("article", number));
            continue;
        }
        let permitted = law.permits_some(i, power.measure, &view);
        if !law.possible(&[permitted])? {
            let mut mistake = Mistake::warning(Code::TakenAway, power.span).with("article", number);
            for ban in law.bans_on(i, power.measure) {
                mistake = mistake.and(order.bans[ban].span, "ban");
            }
            mistakes.push(mistake);
        }
    }
    for (i, ban) in order.bans.entries() {
        let guard = law.ban_guard(i);
        if !law.possible(&[guard])? {
            let number = order.articles[ban.article].number.as_str();
            mistakes.push(Mistake::warning(Code::NeverApplies, ban.span).with("article", number));
        }
    }
    for (i, g) in order.guarantees.entries() {
        let guard = law.guarantee_guard(i);
        if g.guard != Condition::Any && !law.possible(&[guard])? {
            let number = order.articles[g.article].number.as_str();
            mistakes.push(Mistake::warning(Code::NeverApplies, g.span).with("article", number));
        }
    }
    Ok(())
}

/// A duty and a prohibition for the same person, with no word on which prevails.
fn contradictions(law: &mut Law<'_>, mistakes: &mut Vec<Mistake>) -> Result<(), Undecided> {
    let order = law.order;
    let view = law.as_written();
    for (i, power) in order.powers.entries() {
        if !power.must {
            continue;
        }
        for b in law.bans_on(i, power.measure) {
            let ban = &order.bans[b];
            let settled = !ban.under.is_empty()
                || ban.notwithstanding.contains(&power.article)
                || power.subject_to.contains(&ban.article);
            if settled {
                continue;
            }
            let goal = [law.power_guard(i, &view), law.ban_guard(b)];
            if law.possible(&goal)? {
                let number = |article: ArticleId| order.articles[article].number.clone();
                mistakes.push(
                    Mistake::warning(Code::Contradiction, power.span)
                        .with("must", number(power.article))
                        .with("mustnot", number(ban.article))
                        .and(ban.span, "ban"),
                );
            }
        }
    }
    Ok(())
}

/// What the law is for and no longer allows to anybody.
fn lost_purposes(law: &mut Law<'_>, mistakes: &mut Vec<Mistake>) -> Result<(), Undecided> {
    let order = law.order;
    let view = law.as_written();
    for purpose in &order.purposes {
        for (measure, condition, span) in &purpose.powers {
            let class = law.formula(condition);
            let mut ways = Vec::new();
            for power in law.powers_over(*measure, &view) {
                ways.push(law.permits_some(power, *measure, &view));
            }
            let permitted = law.formulas.some(ways);
            if !law.possible(&[class, permitted])? {
                let title = purpose.label.main.as_ref().map_or("", |q| q.text.as_str());
                mistakes.push(Mistake::warning(Code::PurposeLost, *span).with("purpose", title));
            }
        }
    }
    Ok(())
}
