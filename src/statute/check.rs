//! A law beside the statute that it encodes: what is still to be encoded, and quotations that do not stand there.

use super::passage::{Passage, stands_in};
use crate::model::{Encoding, LegalOrder, PolicyId};
use crate::syntax::{Arg, Code, Mistake};

/// How many numbers of articles are named one by one.
const MOST_NAMED: usize = 12;

/// How far the articles of an order are encoded: encoded, set aside, open.
pub fn encoded(order: &LegalOrder) -> (usize, usize, usize) {
    let count = |wanted: fn(&Encoding) -> bool| order.articles.iter().filter(|a| wanted(&a.encoding)).count();
    (
        count(|e| matches!(e, Encoding::Encoded)),
        count(|e| matches!(e, Encoding::Aside(_))),
        count(|e| matches!(e, Encoding::Open)),
    )
}

/// A remark for each law with articles that are still to be encoded: what was not read is not judged.
pub fn still_open(order: &LegalOrder) -> Vec<Mistake> {
    let mut out = Vec::new();
    for (at, policy) in order.policies.entries() {
        let open: Vec<&str> = order
            .articles
            .iter()
            .filter(|a| a.policy == at && a.encoding == Encoding::Open)
            .map(|a| a.number.as_str())
            .collect();
        if open.is_empty() {
            continue;
        }
        let of = order.articles.iter().filter(|a| a.policy == at).count();
        let mut named: Vec<&str> = open.iter().copied().take(MOST_NAMED).collect();
        if open.len() > MOST_NAMED {
            named.push("…");
        }
        out.push(
            Mistake::warning(Code::ArticlesOpen, policy.span)
                .arg("open", Arg::Number(open.len() as i64))
                .arg("of", Arg::Number(of as i64))
                .with("numbers", named.join(", ")),
        );
    }
    out
}

/// A remark for each quotation of a law that does not stand in the words of its source.
pub fn against(order: &LegalOrder, policy: PolicyId, words: &str) -> Vec<Mistake> {
    let mut out = Vec::new();
    for article in order.articles.iter().filter(|a| a.policy == policy) {
        let Some(quote) = article.text.as_ref().and_then(|t| t.main.as_ref()) else { continue };
        let near = match stands_in(&quote.text, words) {
            Passage::Stands => continue,
            Passage::Nearest(near) => near,
        };
        let code = if near.is_some() { Code::TextDiffersFromSource } else { Code::TextNotInSource };
        out.push(
            Mistake::warning(code, quote.span)
                .with("article", article.number.clone())
                .with("nearest", near.unwrap_or_default()),
        );
    }
    out
}
