//! A law beside the statute that it encodes: what is still to be encoded, and quotations that do not stand there.

use super::Statute;
use super::passage::{Passage, Searched};
use super::receipt::LeftKind;
use crate::model::{Encoding, LegalOrder, PolicyId};
use crate::syntax::{Arg, Code, Mistake};
use std::collections::HashSet;

/// Letters from which on something that is in no article is named.
const LEAST_NAMED: usize = 40;

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

/// A remark for each quotation of a law that does not stand in the words of its source, and one for what stands there and
/// in no article of the law.
pub fn against(order: &LegalOrder, policy: PolicyId, source: &Statute) -> Vec<Mistake> {
    let mut out = Vec::new();
    let mut searched = Searched::new(&source.words);
    let mut quoted = false;
    for article in order.articles.iter().filter(|a| a.policy == policy) {
        let Some(quote) = article.text.as_ref().and_then(|t| t.main.as_ref()) else { continue };
        quoted = true;
        let near = match searched.passage(&quote.text) {
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
    let numbers: HashSet<&str> =
        order.articles.iter().filter(|a| a.policy == policy).map(|a| a.number.as_str()).collect();
    if quoted && let Some(law) = order.policies.entries().find(|(at, _)| *at == policy).map(|(_, law)| law) {
        out.extend(uncovered(source, searched, &numbers).map(|(letters, named)| {
            let share = (letters * 100).div_ceil(source.receipt.letters.max(1));
            Mistake::warning(Code::SourceUncovered, law.file.as_ref().map_or(law.span, |(_, span)| *span))
                .arg("letters", Arg::Number(letters as i64))
                .arg("share", Arg::Number(share as i64))
                .with("where", named.join(", "))
        }));
    }
    out
}

/// Letters of a source that stand in no article of its law, and where: articles that are missing or quoted in part, and
/// what the reading of the source found in no article. Nothing when it is less than one in a hundred.
fn uncovered(source: &Statute, mut searched: Searched<'_>, numbers: &HashSet<&str>) -> Option<(usize, Vec<String>)> {
    let (mut sum, mut named, mut hint) = (0, Vec::new(), 0);
    for (provision, number) in source.provisions.iter().zip(super::skeleton::numbers(source)) {
        let Some((open, _)) = searched.unquoted(&provision.text, &mut hint).filter(|(open, _)| *open > 0) else {
            continue;
        };
        // An excerpt of an article is the encoder's choice, seen in the law; an article that is not there is not.
        if !numbers.contains(number.as_str()) && !numbers.contains(provision.number.as_str()) {
            sum += open;
            named.push(provision.number.clone());
        }
    }
    for left in source.receipt.left.iter().filter(|l| matches!(l.kind, LeftKind::Between | LeftKind::Annex)) {
        sum += left.letters;
        if left.letters > LEAST_NAMED {
            let begins: String = left.begins.chars().take(32).collect();
            named.push(format!("“{}…”", begins.trim_end_matches('…')));
        }
    }
    if named.len() > MOST_NAMED {
        named.truncate(MOST_NAMED);
        named.push("…".to_owned());
    }
    (sum * 100 > source.receipt.letters && !named.is_empty()).then_some((sum, named))
}
