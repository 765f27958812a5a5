//! A summary in words: the lines that open every report for people.

use super::news::{News, cannot_be_compared, news};
use super::one_line;
use super::summary::{PointSummary, Standing, Summary};
use crate::finding::{ArticleCited, People, StandardResult};
use crate::law::Force;
use crate::words::{Words, args};

/// How many articles of treaties are named of one point, the hardest first.
const MOST_BASES: usize = 4;

/// How many laws that were not read are named.
const MOST_NOT_READ: usize = 3;

/// Whose law, which, and when.
pub(super) fn title(summary: &Summary<'_>, words: &Words) -> String {
    let order = &summary.judgement.order;
    let law = summary.main_law().map_or_else(String::new, |l| words.name(l));
    let mut said = args([("state", words.state(order)), ("law", law), ("date", order.as_of.to_string())]);
    said.set("others", order.policies.len().saturating_sub(1));
    one_line(&words.say("opening-title", &said))
}

/// Whether the law leaves anybody outside, in one sentence.
pub(super) fn answer(summary: &Summary<'_>, words: &Words) -> String {
    if summary.against_baseline {
        return one_line(&words.count("opening-news", news(summary).len()));
    }
    let count = |standing: Standing| summary.standing(standing).count();
    let (outside, missing) = (count(Standing::Outside), count(Standing::NotFound));
    let mut said = args([("state", words.the_state(&summary.judgement.order))]);
    said.set("points", if outside > 0 { outside } else { missing });
    let id = match (outside, missing) {
        (0, 0) => "opening-nobody",
        (0, _) => "opening-nobody-not-found",
        _ => "opening-outside",
    };
    let answer = words.say(id, &said);
    one_line(&answer)
}

/// How the other points stand, counted. Nothing where there are none.
pub(super) fn counts(summary: &Summary<'_>, words: &Words, but: &[Standing]) -> String {
    let all = [
        (Standing::NotFound, "points-not-found"),
        (Standing::Reading, "points-reading"),
        (Standing::ToAssess, "points-to-assess"),
        (Standing::Known, "points-known"),
        (Standing::Provided, "points-provided"),
        (Standing::NotExamined, "points-not-examined"),
        (Standing::Advice, "points-advice"),
    ];
    let said: Vec<String> = all
        .into_iter()
        .filter(|(standing, _)| !but.contains(standing))
        .map(|(standing, id)| (summary.standing(standing).count(), id))
        .filter(|(count, _)| *count > 0)
        .map(|(count, id)| words.count(id, count))
        .collect();
    said.join(&words.plain("points-separator"))
}

/// What was read, what was not, and how many of the standards that bind were not examined.
pub(super) fn read(summary: &Summary<'_>, words: &Words) -> String {
    let order = &summary.judgement.order;
    let mut said = args([]);
    said.set("whole", summary.read.whole);
    said.set("part", summary.read.in_part);
    said.set("articles", summary.read.articles);
    said.set("open", summary.read.open);
    let mut line = words.say("opening-read", &said);
    if !order.not_read.is_empty() {
        let named: Vec<String> = order.not_read.iter().take(MOST_NOT_READ).map(|(law, _)| law.clone()).collect();
        let mut said = args([("laws", named.join(&words.plain("law-separator")))]);
        said.set("more", order.not_read.len().saturating_sub(MOST_NOT_READ));
        line.push_str(&words.say("opening-not-read", &said));
    }
    let mut said = args([]);
    said.set("binds", summary.binding);
    said.set("not", summary.not_examined);
    line.push_str(&words.say("opening-examined", &said));
    one_line(&line)
}

/// What else has to be known to read the rest rightly: what is taken for granted, what was not asked, what is gone, what
/// the text has wrong. A line each.
pub(super) fn remarks(summary: &Summary<'_>, words: &Words) -> Vec<String> {
    let judgement = summary.judgement;
    let mut out = Vec::new();
    if !judgement.order.assumed.is_empty() {
        let instruments = judgement.order.assumed.join(", ");
        out.push(words.say("summary-assumed", &args([("instruments", instruments)])));
    }
    out.extend(judgement.order.skipped.iter().map(|s| words.skipped(s)));
    out.extend(judgement.gone.iter().map(|g| words.gone(g)));
    let unsaid = judgement.results.iter().flat_map(|r| &r.findings).filter(|f| cannot_be_compared(f)).count();
    if unsaid > 0 {
        out.push(words.count("opening-incomparable", unsaid));
    }
    if summary.known > 0 {
        let mut said = args([]);
        said.set("accepted", judgement.accepted);
        said.set("known", summary.known.saturating_sub(judgement.accepted));
        out.push(words.say("opening-known", &said));
    }
    if !judgement.warnings.is_empty() {
        out.push(words.count("count-warnings", judgement.warnings.len()));
    }
    out.iter().map(|line| one_line(line)).collect()
}

/// The whole opening, a line each, for formats without room for more.
pub(super) fn lines(summary: &Summary<'_>, words: &Words) -> Vec<String> {
    let mut out = vec![title(summary, words), answer(summary, words)];
    out.push(counts(summary, words, &[]));
    out.push(read(summary, words));
    out.extend(remarks(summary, words));
    out.retain(|line| !line.is_empty());
    out
}

/// Whom the causes that decide a point concern, in short: each class once.
pub(super) fn whom(point: &PointSummary<'_>, words: &Words) -> String {
    let found = point.deciding().flat_map(|c| c.found().map(|(_, finding)| finding));
    one_line(&words.people_in_short(found).join(&words.plain("people-separator")))
}

/// The articles of the causes that decide a point: the numbers of the main law, then those of the others.
pub(super) fn articles(summary: &Summary<'_>, point: &PointSummary<'_>, words: &Words) -> String {
    let mut marks: Vec<&ArticleCited> =
        point.deciding().flat_map(|c| c.because()).filter_map(|m| m.article.as_ref()).collect();
    marks.sort_by_key(|article| article.span);
    articles_of(summary, &marks, words)
}

/// Articles: the numbers of the main law, then those of the others, each under its law.
pub(super) fn articles_of(summary: &Summary<'_>, cited: &[&ArticleCited], words: &Words) -> String {
    let main = summary.main_law().map_or("", |l| l.name.as_str());
    let mut laws: Vec<(&ArticleCited, Vec<String>)> = Vec::new();
    for article in cited {
        let number = words.bare_number(article);
        match laws.iter_mut().find(|(known, _)| known.policy.name == article.policy.name) {
            Some((_, numbers)) if numbers.contains(&number) => {}
            Some((_, numbers)) => numbers.push(number),
            None => laws.push((article, vec![number])),
        }
    }
    laws.sort_by_key(|(article, _)| article.policy.name != main);
    let said = laws.into_iter().map(|(article, numbers)| {
        let numbers = numbers.join(&words.plain("number-separator"));
        let id = if article.policy.name == main { "articles-of-main" } else { "articles-of-other" };
        words.tidy(words.say(id, &args([("numbers", numbers), ("law", words.name(&article.policy))])))
    });
    one_line(&said.collect::<Vec<_>>().join(&words.plain("people-separator")))
}

/// What the standards of a point rest on, in short, the hardest first: *custom; Refugee Convention 33*.
pub(super) fn basis(results: &[&StandardResult], words: &Words) -> String {
    let mut all: Vec<_> = results.iter().flat_map(|r| &r.basis).filter(|b| b.binding.force < Force::None).collect();
    all.sort_by_key(|b| b.binding.force);
    let hardest = all.first().map(|b| b.binding.force);
    let mut seen: Vec<String> = Vec::new();
    // What binds as law is said with all that does; what does not, with its like.
    for basis in all.iter().filter(|b| b.binding.force <= Force::Treaty || Some(b.binding.force) == hardest) {
        let said = words.basis_in_short(basis);
        if !seen.contains(&said) {
            seen.push(said);
        }
    }
    let more = seen.len() > MOST_BASES;
    seen.truncate(MOST_BASES);
    let said = one_line(&seen.join(&words.plain("people-separator")));
    if more { words.say("people-and-more", &args([("people", said)])) } else { said }
}

/// One thing that is new, on two lines: who, and by which articles; and what it does to which points.
pub(super) fn news_lines(summary: &Summary<'_>, news: &News<'_>, words: &Words) -> (String, String) {
    let people = match (news.class, news.witness) {
        (Some(class), Some(witness)) => {
            let people = match news.by.is_empty() {
                true => words.people_in_short(news.found.first().map(|(.., finding)| *finding)).join(""),
                false => {
                    let common = news.by.iter().map(|phrase| (*phrase).clone()).collect();
                    let noun = class.noun.clone();
                    words.people(&People { noun, common, alternatives: Vec::new(), exact: true })
                }
            };
            let said = [("people", people), ("first", words.person(witness))];
            words.say(if news.known_before { "news-known-before" } else { "news-people" }, &args(said))
        }
        _ => news.found.first().map_or_else(String::new, |(.., finding)| words.sentence(finding)),
    };
    let articles = articles_of(summary, &news.articles(), words);
    let who = if articles.is_empty() { people } else { format!("{people} · {articles}") };
    let all = [
        (Standing::Outside, "standing-outside"),
        (Standing::NotFound, "standing-not-found"),
        (Standing::Reading, "standing-reading"),
        (Standing::ToAssess, "standing-to-assess"),
        (Standing::Advice, "standing-advice"),
    ];
    let said = all.into_iter().filter_map(|(standing, id)| {
        let names: Vec<String> = news.points(standing).into_iter().map(|p| words.name(p)).collect();
        let points = args([("standing", words.plain(id)), ("points", names.join(&words.plain("people-separator")))]);
        (!names.is_empty()).then(|| words.say("news-points", &points))
    });
    (one_line(&who), one_line(&said.collect::<Vec<_>>().join(&words.plain("points-separator"))))
}

/// How a point stands, in a few words.
pub(super) fn standing_id(standing: Standing) -> &'static str {
    match standing {
        Standing::Outside => "standing-outside",
        Standing::NotFound => "standing-not-found",
        Standing::Reading => "standing-reading",
        Standing::ToAssess => "standing-to-assess",
        Standing::Known => "standing-known",
        Standing::NotExamined => "standing-not-examined",
        Standing::Provided => "standing-provided",
        Standing::Advice => "standing-advice",
        Standing::NotInForce => "standing-not-in-force",
    }
}
