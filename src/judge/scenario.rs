//! Scenarios and examples: what a law says for one given person.

use super::case::Concern;
use super::standard::judge_standard_for;
use crate::finding::Verdict;
use crate::law::{Law, State};
use crate::logic::{Formula, Situation, Undecided, most_ordinary};
use crate::model::{ArticleId, Expectation, FactId, GivenFact, Library, Scenario};
use crate::text::Span;

/// How one expectation came out.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// Where it is written.
    pub span: Span,
    /// Whether it is as expected.
    pub holds: bool,
    /// What was found instead: articles that permit or entitle, or the verdict.
    pub found: Found,
}

/// What was found for one expectation.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    /// The articles that permit it; none when nothing does.
    Permitted(Vec<String>),
    /// The articles that entitle; none when nothing does.
    Entitled(Vec<String>),
    /// The verdict for this person.
    Verdict(Verdict),
    /// Nobody can be like this.
    Nobody,
}

/// The given facts as a formula, and which facts they fix.
fn given(law: &mut Law<'_>, facts: &[GivenFact]) -> (Formula, Vec<FactId>) {
    let mut fixed = Vec::new();
    let mut parts = Vec::new();
    for given in facts {
        parts.push(law.formula(&given.condition));
        fixed.extend(&given.facts);
    }
    (law.formulas.all(parts), fixed)
}

/// Everything not given is as ordinary as what is given allows; how long a measure lasts is left open.
fn person(law: &mut Law<'_>, facts: &[GivenFact]) -> Result<Option<Formula>, Undecided> {
    let (goal, fixed) = given(law, facts);
    let axioms = law.axioms;
    let Some(situation) = most_ordinary(&mut law.formulas, &[axioms, goal], &mut law.decider)? else { return Ok(None) };
    let duration = law.order.vocabulary.duration();
    let mut parts = Vec::new();
    for (fact, _) in law.order.vocabulary.facts().filter(|(f, _)| Some(*f) != duration || fixed.contains(f)) {
        parts.push(law.formulas.value(fact, 1 << situation[fact]));
    }
    Ok(Some(law.formulas.all(parts)))
}

/// Runs one scenario against a law.
pub fn run(
    library: &Library,
    law: &mut Law<'_>,
    state: &State<'_>,
    scenario: &Scenario,
) -> Result<Vec<Outcome>, Undecided> {
    law.on(state.as_of);
    let Some(person) = person(law, &scenario.given)? else {
        return Ok(vec![Outcome { span: scenario.span, holds: false, found: Found::Nobody }]);
    };
    let view = law.as_written();
    let order = law.order;
    let number = |article: ArticleId| order.articles[article].number.clone();
    let mut out = Vec::new();
    for expectation in &scenario.expect {
        out.push(match expectation {
            Expectation::May(expected, measure, span) => {
                let mut articles = Vec::new();
                for power in law.powers_over(*measure, &view) {
                    let permitted = law.permits_some(power, *measure, &view);
                    if law.possible(&[person, permitted])? {
                        articles.push(number(order.powers[power].article));
                    }
                }
                Outcome { span: *span, holds: articles.is_empty() != *expected, found: Found::Permitted(articles) }
            }
            Expectation::Entitled(expected, thing, span) => {
                let mut articles = Vec::new();
                for (i, g) in order.guarantees.entries() {
                    let guard = law.guarantee_guard(i);
                    if g.is_unraised() && order.vocabulary.is_a(g.thing, *thing) && law.possible(&[person, guard])? {
                        articles.push(number(g.article));
                    }
                }
                Outcome { span: *span, holds: articles.is_empty() != *expected, found: Found::Entitled(articles) }
            }
            Expectation::Verdict(expected, verdict, id, span) => {
                let Some(standard) = library.standard(id) else { continue };
                // The same table, read for one situation.
                let (result, _) = judge_standard_for(library, law, state, standard, true, Some(person))?;
                let found = result.verdict;
                let is = found == *verdict;
                Outcome { span: *span, holds: is == *expected, found: Found::Verdict(found) }
            }
        });
    }
    Ok(out)
}

/// Whether some finding's witness is like this: every given fact holds of the person shown.
pub fn shows(law: &mut Law<'_>, concerns: &[Concern], facts: &[GivenFact]) -> bool {
    concerns.iter().filter_map(|c| c.witness.as_ref()).any(|w| facts.iter().all(|g| holds_of(law, g, w)))
}

fn holds_of(law: &mut Law<'_>, given: &GivenFact, witness: &Situation) -> bool {
    let formula = law.formula(&given.condition);
    law.formulas.holds(formula, witness)
}
