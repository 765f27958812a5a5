//! The last line: it counts everything, hidden things included, and never scores.

use super::{Shown, is_shown, one_line};
use crate::finding::{Encoding, Judgement, Level, StandardResult, Verdict, level};
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

/// How many of the standards that bind were not examined.
pub(super) fn examined(judgement: &Judgement, words: &Words) -> String {
    let binding = |r: &&StandardResult| r.force <= Force::Treaty && r.verdict != Verdict::NotInForce;
    let binds = judgement.results.iter().filter(binding).count();
    let not = judgement.results.iter().filter(binding).filter(|r| r.verdict == Verdict::NotExamined).count();
    let mut said = args([]);
    said.set("binds", binds);
    said.set("not", not);
    words.say("summary-examined", &said)
}

/// The last line or two of every report for people.
pub fn summary(judgement: &Judgement, words: &Words, shown: Shown) -> String {
    let mut counts: Vec<String> = Vec::new();
    let of = |wanted: Level| {
        judgement
            .results
            .iter()
            .flat_map(|r| r.findings.iter().map(move |f| (r, f)))
            .filter(|(r, f)| r.force != Force::Unknown && level(r, f) == wanted)
            .count()
    };
    let mut count = |id: &str, n: usize| {
        if n > 0 {
            counts.push(words.count(id, n));
        }
    };
    count("count-incompatible", of(Level::Incompatible));
    count("count-not-found", of(Level::NotFound));
    count("count-interpretation", of(Level::Interpretation));
    count("count-signed", of(Level::Signed));
    count("count-soft-law", of(Level::SoftLaw));
    count("count-to-assess", of(Level::ToAssess));
    let unknown = judgement.results.iter().filter(|r| r.force == Force::Unknown).flat_map(|r| &r.findings).count();
    count("count-unknown", unknown);
    let verdicts = |v: Verdict| judgement.results.iter().filter(|r| r.verdict == v).count();
    count("count-provided", verdicts(Verdict::Provided));
    count("count-not-examined", verdicts(Verdict::NotExamined));
    count("count-not-in-force", verdicts(Verdict::NotInForce));
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
    // Whatever is said in short is said with how much was not examined.
    line.push('\n');
    line.push_str(&examined(judgement, words));
    let not_read: Vec<String> = judgement
        .order
        .not_read
        .iter()
        .map(|(law, things)| {
            let things: Vec<String> = things.iter().map(|t| words.name(t)).collect();
            format!("{law} ({})", things.join(", "))
        })
        .collect();
    if !not_read.is_empty() {
        line.push('\n');
        line.push_str(&one_line(&words.say("summary-not-read", &args([("laws", not_read.join("; "))]))));
    }
    for (law, info) in order.policies.iter().zip(&order.laws) {
        if !info.whole {
            line.push('\n');
            line.push_str(&one_line(&words.say("summary-in-part", &args([("law", words.name(law))]))));
        }
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
