//! The last line: it counts everything, hidden things included, and never scores.

use super::{Shown, is_shown, one_line};
use crate::finding::{Encoding, Judgement, Level, Verdict, level};
use crate::law::Force;
use crate::words::{Words, args};

/// How many articles are encoded, set aside, and still open; nothing when all are encoded.
fn encoded(judgement: &Judgement, words: &Words) -> Option<String> {
    let articles = || judgement.order.laws.iter().flat_map(|l| &l.articles);
    let (mut done, mut aside, mut open) = (0, 0, 0);
    for article in articles() {
        match article.encoding {
            Encoding::Encoded => done += 1,
            Encoding::Aside(_) => aside += 1,
            Encoding::Open => open += 1,
        }
    }
    let mut said = args([]);
    said.set("encoded", done);
    said.set("aside", aside);
    said.set("open", open);
    (aside + open > 0).then(|| words.say("summary-encoded", &said))
}

/// The last line or two of every report for people.
pub fn summary(judgement: &Judgement, words: &Words, shown: Shown) -> String {
    let mut counts: Vec<String> = Vec::new();
    let of = |wanted: Level, gap: Option<bool>| {
        judgement
            .results
            .iter()
            .flat_map(|r| r.findings.iter().map(move |f| (r, f)))
            .filter(|(r, f)| r.force != Force::Unknown && level(r, f) == wanted)
            .filter(|(_, f)| gap.is_none_or(|g| (f.verdict == Verdict::NotFound) == g))
            .count()
    };
    let mut count = |id: &str, n: usize| {
        if n > 0 {
            counts.push(words.count(id, n));
        }
    };
    count("count-breach", of(Level::Breach, Some(false)));
    count("count-gap", of(Level::Breach, Some(true)));
    count("count-interpretation", of(Level::Interpretation, None));
    count("count-signed", of(Level::Signed, None));
    count("count-advice", of(Level::Advice, None));
    count("count-review", of(Level::Review, None));
    let unknown = judgement.results.iter().filter(|r| r.force == Force::Unknown).flat_map(|r| &r.findings).count();
    count("count-unknown", unknown);
    let verdicts = |v: Verdict| judgement.results.iter().filter(|r| r.verdict == v).count();
    count("count-met", verdicts(Verdict::Provided));
    count("count-not-governed", verdicts(Verdict::NotExamined));
    count("count-not-binding", verdicts(Verdict::NotInForce));
    count("count-accepted", judgement.accepted);
    let known =
        judgement.results.iter().flat_map(|r| &r.findings).filter(|f| f.accepted.is_none() && !f.counts()).count();
    count("count-known", known);
    count("count-warnings", judgement.warnings.len());
    let hidden = judgement
        .results
        .iter()
        .flat_map(|r| r.findings.iter().map(move |f| (r, f)))
        .filter(|(r, f)| !is_shown(r, f, shown))
        .count();
    count(if shown.page { "count-hidden-page" } else { "count-hidden" }, hidden);
    if counts.is_empty() {
        counts.push(words.plain("clean-text"));
    }
    let order = &judgement.order;
    let laws = match &order.policies[..] {
        [one] => one_line(&words.name(one)),
        many => words.count("count-laws", many.len()),
    };
    let mut line = words.say(
        "summary-head",
        &args([
            ("state", order.state.clone()),
            ("laws", laws),
            ("date", order.as_of.to_string()),
            ("counts", counts.join(&words.plain("count-separator"))),
        ]),
    );
    if !order.assumed.is_empty() {
        line.push_str(" · ");
        line.push_str(&words.say("summary-assumed", &args([("instruments", order.assumed.join(", "))])));
    }
    if let Some(encoded) = encoded(judgement, words) {
        line.push('\n');
        line.push_str(&encoded);
    }
    for skipped in &judgement.order.skipped {
        line.push('\n');
        line.push_str(&one_line(&words.skipped(skipped)));
    }
    for gone in &judgement.gone {
        line.push('\n');
        line.push_str(&one_line(&words.gone(gone)));
    }
    line
}
