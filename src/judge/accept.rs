//! Accepted findings: covered exactly when the finding's class lies inside the accepted one. The verdict stays.

use super::case::Concern;
use crate::finding::{Accepted, StandardResult};
use crate::law::{Date, Force, Law};
use crate::logic::Undecided;
use crate::model::{ArticleId, LegalOrder};
use crate::syntax::{Arg, Code, Mistake};

/// Articles by law and number.
fn named(order: &LegalOrder, articles: &[ArticleId]) -> Vec<(String, String)> {
    let articles = articles.iter().map(|a| &order.articles[*a]);
    articles.map(|a| (order.policies[a.policy].name.clone(), a.number.clone())).collect()
}

/// Marks the findings that are accepted; what is expired, unmatched or impossible is a remark on the text.
pub(super) fn apply(
    law: &mut Law<'_>,
    today: Date,
    results: &mut [StandardResult],
    concerns: &[Vec<Concern>],
) -> Result<Vec<Mistake>, Undecided> {
    let order = law.order;
    let mut mistakes = Vec::new();
    for acceptance in &order.acceptances {
        let Some(until) = Date::parse(&acceptance.until) else {
            mistakes.push(Mistake::new(Code::NotADate, acceptance.span).with("found", acceptance.until.clone()));
            continue;
        };
        let Some(at) = results.iter().position(|r| r.standard.name == acceptance.standard) else { continue };
        let (Some(result), Some(concerns)) = (results.get_mut(at), concerns.get(at)) else { continue };
        if result.force == Force::JusCogens {
            mistakes.push(
                Mistake::new(Code::AcceptsJusCogens, acceptance.span).with("standard", acceptance.standard.clone()),
            );
            continue;
        }
        // The day itself is still within it.
        if !today.has_come_by(until) {
            mistakes.push(
                Mistake::warning(Code::AcceptanceExpired, acceptance.span)
                    .with("standard", acceptance.standard.clone())
                    .with("until", acceptance.until.clone()),
            );
            continue;
        }
        let accepted = law.formula(&acceptance.who);
        let beyond = law.formulas.not(accepted);
        let named = acceptance.articles.as_ref().map(|articles| named(order, articles));
        let mut matched = false;
        let mut others: Vec<(String, String)> = Vec::new();
        for (finding, concern) in result.findings.iter_mut().zip(concerns) {
            if law.possible(&[concern.class, beyond])? {
                continue;
            }
            let by = finding.articles();
            let other = |a: &&(String, String)| named.as_ref().is_some_and(|named| !named.contains(a));
            let before = others.len();
            others.extend(by.iter().filter(other).cloned());
            if others.len() > before {
                continue;
            }
            matched = true;
            finding.accepted = Some(Box::new(Accepted {
                because: acceptance.because.clone(),
                by: acceptance.by.clone(),
                until: acceptance.until.clone(),
                by_any_article: named.is_none(),
                span: acceptance.span,
            }));
        }
        if !matched {
            let code = match (result.findings.is_empty(), others.is_empty()) {
                (true, _) => Code::AcceptanceUnmatched,
                (false, true) => Code::AcceptanceTooNarrow,
                (false, false) => Code::AcceptanceOfOtherArticles,
            };
            others.sort();
            others.dedup();
            let others: Vec<String> = others.into_iter().map(|(law, number)| format!("{number} of {law}")).collect();
            let mistake = Mistake::warning(code, acceptance.span).with("standard", acceptance.standard.clone());
            mistakes.push(if others.is_empty() { mistake } else { mistake.arg("articles", Arg::Names(others)) });
        }
    }
    Ok(mistakes)
}
