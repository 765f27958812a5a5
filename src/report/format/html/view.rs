//! What the page shows, worked out before the template says where.

use super::said::Said;
use crate::finding::{ArticleInfo, Encoding, Finding, Judgement, Mark, Mended, Sentence, StandardResult, Verdict};
use crate::report::news::news;
use crate::report::opening::{answer, articles, basis, counts, news_lines, read, remarks, standing_id, title, whom};
use crate::report::rows::ends;
use crate::report::{Cause, OrderReport, PointSummary, Shown, Standing, Summary, location, one_line, place};
use crate::text::{Sources, Span, harmless};
use crate::words::{Words, args};
use std::collections::BTreeMap;

/// People on the first page.
const MOST_PEOPLE: usize = 5;

/// Edits on the first page.
const MOST_EDITS: usize = 3;

/// Passages of the law shown of one cause.
const MOST_PASSAGES: usize = 2;

/// Ways in which people may be alike that are said.
const MOST_WAYS: usize = 2;

/// Other standards that find the same, named of one cause.
const MOST_ALSO: usize = 4;

/// Words of treaties quoted of one point.
const MOST_QUOTES: usize = 2;

/// Of what is listed, what is not folded.
const MOST_LISTED: usize = 2;

/// One legal order.
#[derive(Default)]
pub(super) struct Order {
    pub(super) id: String,
    pub(super) state: Said,
    pub(super) title: Said,
    pub(super) date: String,
    pub(super) read: bool,
    pub(super) laws: Vec<LawHead>,
    pub(super) mistakes: Vec<(String, Said)>,
    /// One sentence: is anybody left outside?
    pub(super) answer: Said,
    /// How the other points stand.
    pub(super) counts: Said,
    /// What was read, what was not, and how much was examined.
    pub(super) how_much: Said,
    pub(super) remarks: Vec<Said>,
    /// What is new since the baseline: who, and which points.
    pub(super) news: Vec<(Said, Said)>,
    pub(super) people: Vec<Person>,
    /// Points by articles, drawn.
    pub(super) matrix: String,
    pub(super) bars: Vec<Bar>,
    pub(super) edits: Vec<(String, Said, Said)>,
    pub(super) points: Vec<PointRow>,
    pub(super) to_assess: Vec<(String, Said)>,
    pub(super) sheets: Vec<Sheet>,
    pub(super) articles: Vec<LawArticles>,
    pub(super) provided: Vec<(Said, Said)>,
    pub(super) silence: Vec<(Said, Vec<Said>)>,
    pub(super) accepted: Vec<(Said, Said, String)>,
    pub(super) assumed: Vec<String>,
    pub(super) files: Vec<(String, String)>,
}

/// A law on the cover.
pub(super) struct LawHead {
    pub(super) title: Said,
    pub(super) facts: Vec<(Said, String)>,
}

/// One of those who are left outside, on the first page.
pub(super) struct Person {
    pub(super) link: String,
    pub(super) class: &'static str,
    pub(super) who: Said,
    pub(super) point: Said,
    pub(super) sentence: Said,
    pub(super) basis: Said,
}

/// A subject and its points: how many stand how, in hundredths of the longest bar.
pub(super) struct Bar {
    pub(super) subject: Said,
    pub(super) count: usize,
    pub(super) parts: Vec<(&'static str, usize)>,
}

/// A row of the table of points.
pub(super) struct PointRow {
    pub(super) link: String,
    pub(super) class: &'static str,
    pub(super) title: Said,
    pub(super) standing: Said,
    pub(super) whom: Said,
    pub(super) articles: Said,
    pub(super) basis: Said,
    pub(super) advice: Said,
}

/// A marked passage of the law as it is encoded.
pub(super) struct Passage {
    pub(super) place: String,
    pub(super) role: Said,
    pub(super) article: Said,
    pub(super) before: String,
    pub(super) marked: String,
    pub(super) after: String,
    pub(super) quote: Said,
}

/// A point in full.
pub(super) struct Sheet {
    pub(super) id: String,
    pub(super) class: &'static str,
    pub(super) number: usize,
    pub(super) title: Said,
    pub(super) standing: Said,
    /// What its standards rest on: the instrument, its words, and how it binds.
    pub(super) quotes: Vec<(Said, Said, Said)>,
    /// What is told in full.
    pub(super) causes: Vec<CauseView>,
    /// What is listed: how it stands, the sentence, its place.
    pub(super) listed: Vec<(&'static str, Said, String)>,
    /// What is listed and folded.
    pub(super) folded: Vec<(&'static str, Said, String)>,
    pub(super) help: Vec<Said>,
}

/// One cause in full.
pub(super) struct CauseView {
    pub(super) class: &'static str,
    pub(super) verdict: Said,
    pub(super) sentence: Said,
    pub(super) place: String,
    pub(super) passages: Vec<Passage>,
    pub(super) lines: Vec<(Said, Said)>,
    pub(super) also: Vec<Said>,
    pub(super) scale: Option<Scale>,
    /// The mend: what it does, and its lines: struck out, written, or as they are.
    pub(super) mend: Option<(Said, Vec<Line>)>,
    /// The procedure, drawn; empty when there is none.
    pub(super) drawing: String,
}

/// A line of a redline.
pub(super) enum Line {
    Struck(String),
    Written(String),
    Kept(String),
}

/// A line of numbers with the part that is left outside, drawn.
pub(super) struct Scale {
    pub(super) label: Said,
    pub(super) bars: Vec<(f64, f64)>,
    pub(super) ticks: Vec<(f64, String)>,
}

/// A law, article by article.
pub(super) struct LawArticles {
    pub(super) title: Said,
    pub(super) counted: Said,
    pub(super) rows: Vec<ArticleRow>,
}

/// An article: its words, what is encoded of it, what is said of it.
pub(super) struct ArticleRow {
    pub(super) number: Said,
    pub(super) heading: Said,
    pub(super) quote: Said,
    pub(super) state: Said,
    pub(super) code: String,
    pub(super) said: Vec<(String, Said, &'static str)>,
    pub(super) protects: Vec<Said>,
}

/// Everything the page needs of one order.
pub(super) fn order(
    report: &OrderReport<'_>,
    number: usize,
    sources: &Sources,
    voices: &[Words],
    shown: Shown,
    hashes: &BTreeMap<String, String>,
) -> Order {
    let say = |f: &dyn Fn(&Words) -> String| Said::by(voices, |w| one_line(&f(w)));
    let files = report.files.iter().map(|f| (one_line(f), hashes.get(f).cloned().unwrap_or_default())).collect();
    let remarked = |mistakes: &[crate::syntax::Mistake]| -> Vec<(String, Said)> {
        mistakes.iter().map(|m| (location(sources, m.span), say(&|w| w.mistake(m).message))).collect()
    };
    let id = format!("order-{number}");
    let (Some(judgement), Some(first)) = (report.judgement, voices.first()) else {
        let answer = say(&|w| report.no_verdict(w));
        return Order { id, files, mistakes: remarked(report.mistakes), answer, ..Order::default() };
    };
    let summary = Summary::of(judgement, shown);
    let link = |point: &PointSummary<'_>| address(&point.name.name, number);
    let open = || summary.points.iter().filter(|p| p.standing < Standing::Known);
    Order {
        state: say(&|w| w.state(&judgement.order)),
        title: say(&|w| title(&summary, w)),
        date: judgement.order.as_of.to_string(),
        read: true,
        laws: laws(judgement, voices),
        mistakes: remarked(&judgement.warnings),
        answer: say(&|w| answer(&summary, w)),
        counts: say(&|w| counts(&summary, w, &[])),
        how_much: say(&|w| read(&summary, w)),
        remarks: (0..remarks(&summary, first).len())
            .map(|at| say(&|w| remarks(&summary, w).get(at).cloned().unwrap_or_default()))
            .collect(),
        news: news(&summary)
            .iter()
            .map(|n| (say(&|w| news_lines(&summary, n, w).0), say(&|w| news_lines(&summary, n, w).1)))
            .collect(),
        people: open().take(MOST_PEOPLE).filter_map(|p| person(p, &link(p), voices)).collect(),
        matrix: super::matrix::matrix(&summary, &|p| link(p), first, &first.plain("html-matrix")),
        bars: bars(&summary, voices),
        edits: edits(&summary, sources, voices),
        points: open()
            .filter(|p| p.standing <= Standing::Reading)
            .map(|p| point_row(&summary, p, link(p), voices))
            .collect(),
        to_assess: summary.standing(Standing::ToAssess).map(|p| (link(p), say(&|w| w.name(p.name)))).collect(),
        sheets: summary
            .points
            .iter()
            .filter(|p| !p.causes.is_empty())
            .enumerate()
            .map(|(at, p)| sheet(judgement, p, (link(p), at + 1), sources, voices))
            .collect(),
        articles: articles_of(&summary, &|p| link(p), sources, voices),
        provided: judgement
            .results
            .iter()
            .filter(|r| r.verdict == Verdict::Provided && r.protects.iter().any(|m| m.article.is_some()))
            .map(|r| (say(&|w| w.name(&r.standard)), say(&|w| w.reason(r))))
            .collect(),
        silence: silence(judgement, voices),
        accepted: accepted(judgement, voices),
        assumed: judgement.order.assumed.clone(),
        id,
        files,
    }
}

/// An address that stays when others come and go: the point, and which order it is of.
pub(super) fn address(point: &str, order: usize) -> String {
    if order > 1 { format!("{point}-{order}") } else { point.to_owned() }
}

fn person(point: &PointSummary<'_>, link: &str, voices: &[Words]) -> Option<Person> {
    let (result, finding) = point.deciding().map(|c| c.first).find(|(_, f)| f.witness.is_some())?;
    let witness = finding.witness.as_ref()?;
    let say = |f: &dyn Fn(&Words) -> String| Said::by(voices, |w| one_line(&f(w)));
    Some(Person {
        link: link.to_owned(),
        class: point.standing.key(),
        who: say(&|w| w.person(witness)),
        point: say(&|w| w.name(point.name)),
        sentence: say(&|w| w.sentence_of_them(finding)),
        basis: say(&|w| basis(&[result], w)),
    })
}

/// How the points of each subject stand.
fn bars(summary: &Summary<'_>, voices: &[Words]) -> Vec<Bar> {
    let mut subjects: BTreeMap<&str, BTreeMap<Standing, usize>> = BTreeMap::new();
    for point in summary.points.iter().filter(|p| p.standing <= Standing::ToAssess || p.standing == Standing::Provided)
    {
        let theme = point.results.first().map_or("", |r| r.theme.as_str());
        *subjects.entry(theme).or_default().entry(point.standing).or_default() += 1;
    }
    let longest = subjects.values().map(|counts| counts.values().sum::<usize>()).max().unwrap_or(1);
    let mut bars: Vec<Bar> = subjects
        .into_iter()
        .map(|(theme, counts)| Bar {
            subject: Said::by(voices, |w| w.theme(theme)),
            count: counts.values().sum(),
            parts: counts.into_iter().map(|(standing, n)| (standing.key(), n * 100 / longest)).collect(),
        })
        .collect();
    bars.sort_by_key(|bar| std::cmp::Reverse(bar.count));
    bars
}

fn edits(summary: &Summary<'_>, sources: &Sources, voices: &[Words]) -> Vec<(String, Said, Said)> {
    let all = summary.edits().into_iter().take(MOST_EDITS);
    all.map(|(mend, points)| {
        let removes = |w: &Words| {
            let names: Vec<String> = points.iter().map(|p| w.name(p.name)).collect();
            w.say("edit-removes", &args([("points", names.join(&w.plain("people-separator")))]))
        };
        let place = location(sources, mend.edits.first().map(|e| e.at));
        (place, Said::by(voices, |w| one_line(&w.mend(mend))), Said::by(voices, |w| one_line(&removes(w))))
    })
    .collect()
}

fn point_row(summary: &Summary<'_>, point: &PointSummary<'_>, link: String, voices: &[Words]) -> PointRow {
    let say = |f: &dyn Fn(&Words) -> String| Said::by(voices, |w| one_line(&f(w)));
    let help = point.standards(point.standing).into_iter().find_map(|r| r.help.as_ref());
    PointRow {
        link,
        class: point.standing.key(),
        title: say(&|w| w.name(point.name)),
        standing: say(&|w| w.plain(standing_id(point.standing))),
        whom: say(&|w| whom(point, w)),
        articles: say(&|w| articles(summary, point, w)),
        basis: say(&|w| basis(&point.standards(point.standing), w)),
        advice: match help {
            Some(help) if point.standing < Standing::ToAssess => say(&|w| w.label(help, "")),
            _ => Said::default(),
        },
    }
}

fn sheet(
    judgement: &Judgement,
    point: &PointSummary<'_>,
    (id, number): (String, usize),
    sources: &Sources,
    voices: &[Words],
) -> Sheet {
    let say = |f: &dyn Fn(&Words) -> String| Said::by(voices, |w| one_line(&f(w)));
    // What the law says in its own words is told in full, of what was not found the first; the rest is listed.
    let first = point.causes.iter().position(|c| matches!(c.standing, Standing::NotFound | Standing::Reading));
    let mut told: Vec<&Cause<'_>> = Vec::new();
    let mut rest: Vec<&Cause<'_>> = Vec::new();
    for (at, cause) in point.causes.iter().enumerate() {
        let full = cause.standing == Standing::Outside || Some(at) == first;
        if full { told.push(cause) } else { rest.push(cause) }
    }
    let mut listed: Vec<(&'static str, Said, String)> = rest
        .iter()
        .map(|c| {
            let (_, finding) = c.first;
            let at = location(sources, place(judgement, finding));
            let standing = |w: &Words| w.plain(standing_id(c.standing));
            (c.standing.key(), say(&|w| format!("{}: {}", standing(w), w.sentence(finding))), at)
        })
        .collect();
    let folded = listed.split_off(listed.len().min(MOST_LISTED));
    // The words of the treaties that decide, each once.
    let mut quotes: Vec<(Said, Said, Said)> = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    for basis in point.standards(point.standing).iter().flat_map(|r| r.basis.iter().take(1).chain(&r.interpreted)) {
        let key = format!("{} {:?}", basis.instrument, basis.place);
        let most = if point.standing <= Standing::Reading { MOST_QUOTES } else { 1 };
        if !seen.contains(&key) && seen.len() < most {
            seen.push(key);
            let quote = basis.quote.as_ref();
            let quote = quote.map_or_else(Said::default, |(text, _)| Said::quoted("en", &format!("“{text}”")));
            let binding = say(&|w| w.binding(&basis.binding, &judgement.order));
            quotes.push((say(&|w| w.basis_short(basis)), quote, binding));
        }
    }
    let mut help: Vec<Said> = Vec::new();
    for label in told.iter().flat_map(|c| c.found()).filter_map(|(r, _)| r.help.as_ref()) {
        let said = say(&|w| w.label(label, ""));
        if help.iter().all(|known| known.to_string() != said.to_string()) {
            help.push(said);
        }
    }
    Sheet {
        id,
        class: point.standing.key(),
        number,
        title: say(&|w| w.name(point.name)),
        standing: say(&|w| w.plain(standing_id(point.standing))),
        quotes,
        causes: told.iter().map(|c| cause(judgement, c, sources, voices)).collect(),
        listed,
        folded,
        help,
    }
}

fn cause(judgement: &Judgement, cause: &Cause<'_>, sources: &Sources, voices: &[Words]) -> CauseView {
    let say = |f: &dyn Fn(&Words) -> String| Said::by(voices, |w| one_line(&f(w)));
    let (result, finding) = cause.first;
    // The law's clauses are shown where the law's own words leave somebody outside; else its place is enough. What makes
    // it so comes first, and of what comes near one is enough.
    let mut articles: Vec<Option<Span>> = Vec::new();
    let marks: Vec<&Mark> = finding.because.iter().chain(&finding.nearly).collect();
    let marks = marks.into_iter().filter(|m| {
        let article = m.article.as_ref().map(|a| a.span);
        let new = !articles.contains(&article);
        articles.push(article);
        new
    });
    let marks = marks.take(MOST_PASSAGES);
    let mut passages: Vec<Passage> = match cause.standing {
        Standing::Outside => marks.map(|m| passage(judgement, m, sources, voices)).collect(),
        _ => Vec::new(),
    };
    // The law's own words stand once, at the first passage of the article.
    let mut quoted: Vec<String> = Vec::new();
    for p in &mut passages {
        let text = p.quote.to_string();
        if quoted.contains(&text) { p.quote = Said::default() } else { quoted.push(text) }
    }
    let keys: Vec<Vec<(String, String)>> = voices
        .iter()
        .map(|w| {
            // What is nearly always so is not said each time; what was not read is said on the first page.
            let (usual, read) = (w.plain("readings-every"), w.plain("line-read"));
            let lines = w.finding_lines(finding, MOST_WAYS).into_iter();
            lines.filter(|(heading, text)| *text != usual && *heading != read).collect()
        })
        .collect();
    let count = keys.iter().map(Vec::len).min().unwrap_or(0);
    let line = |at: usize, second: bool| {
        let said = voices.iter().zip(&keys).filter_map(|(w, lines)| {
            let (name, text) = lines.get(at)?;
            Some((w.plain("language-tag"), one_line(if second { text } else { name })))
        });
        Said::all(said.collect())
    };
    let mut also: Vec<Said> = Vec::new();
    for (other, found) in &cause.others {
        let same = std::ptr::eq(*other, result);
        let said = say(&|w| if same { w.sentence(found) } else { w.name(&other.standard) });
        if also.iter().all(|known| known.to_string() != said.to_string()) {
            also.push(said);
        }
    }
    also.truncate(MOST_ALSO);
    let drawn = cause.found().find_map(|(_, f)| f.drawn.as_ref());
    CauseView {
        class: cause.standing.key(),
        verdict: say(&|w| {
            format!("{} · {}", w.verdict_with_force(finding.verdict, result.force), w.name(&result.standard))
        }),
        sentence: say(&|w| w.sentence(finding)),
        place: location(sources, place(judgement, finding)),
        passages,
        lines: (0..count).map(|at| (line(at, false), line(at, true))).collect(),
        also,
        scale: scale(finding, voices).filter(|_| cause.standing == Standing::Outside),
        mend: finding.mend.as_ref().map(|m| mend(m, sources, voices)),
        drawing: drawn.zip(voices.first()).map_or_else(String::new, |(drawn, words)| {
            super::drawing::procedure(drawn, words, &words.plain("html-procedure"))
        }),
    }
}

/// Each law, article by article: its words beside what is encoded of it and what is said of it.
fn articles_of(
    summary: &Summary<'_>,
    link: &dyn Fn(&PointSummary<'_>) -> String,
    sources: &Sources,
    voices: &[Words],
) -> Vec<LawArticles> {
    let order = &summary.judgement.order;
    let at = |marks: &[Mark], span: Span| marks.iter().any(|m| m.article.as_ref().is_some_and(|a| a.span == span));
    let row = |article: &ArticleInfo| {
        let span = article.cited.span;
        let mut said: Vec<(String, Said, &'static str)> = Vec::new();
        for point in &summary.points {
            let standing =
                point.causes.iter().filter(|c| c.found().any(|(_, f)| at(&f.because, span))).map(|c| c.standing).min();
            if let Some(standing) = standing {
                said.push((link(point), Said::by(voices, |w| one_line(&w.name(point.name))), standing.key()));
            }
        }
        let protects = summary.judgement.results.iter().filter(|r| r.verdict == Verdict::Provided);
        let protects = protects.filter(|r| at(&r.protects, span));
        ArticleRow {
            number: Said::by(voices, |w| one_line(&w.article_number(&article.cited))),
            heading: Said::by(voices, |w| one_line(&w.label(&article.cited.heading, ""))),
            quote: own_words(article),
            state: match &article.encoding {
                Encoding::Encoded => Said::default(),
                Encoding::Open => Said::by(voices, |w| w.plain("article-open")),
                Encoding::Aside(why) => {
                    Said::by(voices, |w| one_line(&w.say("article-aside", &args([("why", w.label(why, ""))]))))
                }
            },
            code: clauses(sources, span),
            said,
            protects: protects.map(|r| Said::by(voices, |w| one_line(&w.name(&r.standard)))).collect(),
        }
    };
    let law = |(named, info): (&crate::finding::Named, &crate::finding::LawInfo)| {
        let mut counted = args([]);
        let open = info.articles.iter().filter(|a| a.encoding == Encoding::Open).count();
        let aside = info.articles.iter().filter(|a| matches!(a.encoding, Encoding::Aside(_))).count();
        counted.set("aside", aside);
        counted.set("open", open);
        counted.set("encoded", info.articles.len() - open - aside);
        LawArticles {
            title: Said::by(voices, |w| one_line(&w.name(named))),
            counted: Said::by(voices, |w| w.say("summary-encoded", &counted)),
            rows: info.articles.iter().map(row).collect(),
        }
    };
    order.policies.iter().zip(&order.laws).map(law).collect()
}

/// What stands between the braces of an article: its clauses, without the law's own words, which stand beside them.
fn clauses(sources: &Sources, span: Span) -> String {
    let text = sources.text(span);
    let inside = text.split_once('{').and_then(|(_, rest)| rest.rsplit_once('}')).map_or("", |(inside, _)| inside);
    let mut lines: Vec<&str> = Vec::new();
    let mut quoted = false;
    for line in inside.lines() {
        let trimmed = line.trim_start();
        let about_words = ["text ", "note ", "source "].iter().any(|word| trimmed.starts_with(word));
        // A quotation may go on over several lines.
        let hidden = quoted || about_words;
        if hidden && line.matches('"').count() % 2 == 1 {
            quoted = !quoted;
        }
        if !hidden && !trimmed.is_empty() {
            lines.push(line.trim_end());
        }
    }
    harmless(&lines.join("\n")).into_owned()
}

fn accepted(judgement: &Judgement, voices: &[Words]) -> Vec<(Said, Said, String)> {
    let all = judgement.results.iter().flat_map(|r| &r.findings).filter_map(|f| f.accepted.as_ref().map(|a| (f, a)));
    all.map(|(finding, accepted)| {
        let because = Said::quoted("", &one_line(&accepted.because));
        let by = accepted.by.as_deref().map(|by| format!("{} · ", one_line(by))).unwrap_or_default();
        let sentence = Said::by(voices, |w| one_line(&w.sentence(finding)));
        (sentence, because, format!("{by}{}", accepted.until))
    })
    .collect()
}

fn laws(judgement: &Judgement, voices: &[Words]) -> Vec<LawHead> {
    let order = &judgement.order;
    order
        .policies
        .iter()
        .zip(&order.laws)
        .map(|(named, law)| {
            let mut titles: Vec<(String, String)> = Vec::new();
            if let Some(main) = &named.label.main {
                titles.push(("en".into(), main.text.clone()));
            }
            titles.extend(named.label.by_language.iter().cloned());
            let source = law.source.as_ref().map(|s| {
                let mark = voices.first().filter(|_| law.unconfirmed).map(|w| w.plain("not-confirmed-mark"));
                format!("{s} {}", mark.unwrap_or_default())
            });
            let facts = [
                ("html-rank", law.rank.clone()),
                ("html-adopted", law.adopted.clone()),
                ("html-in-force", law.in_force.clone()),
                ("html-source", source),
                ("html-url", law.url.clone()),
            ];
            LawHead {
                title: Said::all(titles),
                facts: facts
                    .into_iter()
                    .filter_map(|(id, text)| text.map(|t| (Said::by(voices, |w| w.plain(id)), one_line(&t))))
                    .collect(),
            }
        })
        .collect()
}

/// A mend as a redline, or why there is none.
fn mend(mended: &Mended, sources: &Sources, voices: &[Words]) -> (Said, Vec<Line>) {
    match mended {
        Err(why) => (Said::by(voices, |w| w.no_mend(*why)), Vec::new()),
        Ok(mend) => {
            let changed = crate::report::redline::changed(mend, sources);
            let head = |l: &&str| !l.starts_with("---") && !l.starts_with("+++") && !l.starts_with("@@");
            let line = |l: &str| {
                let rest = l.get(1..).unwrap_or("").to_owned();
                match l.chars().next() {
                    Some('-') => Line::Struck(rest),
                    Some('+') => Line::Written(rest),
                    _ => Line::Kept(rest),
                }
            };
            (Said::by(voices, |w| w.mend(mend)), changed.lines().filter(head).map(line).collect())
        }
    }
}

/// The whole lines around a mark, with the deciding words apart.
fn passage(judgement: &Judgement, mark: &Mark, sources: &Sources, voices: &[Words]) -> Passage {
    let (file, start, _) = ends(sources, mark.span);
    let (mut before, mut after) = (String::new(), String::new());
    if let Some(source) = sources.get(mark.span.file) {
        let (from, to) = (mark.span.start as usize, mark.span.end as usize);
        let head = source.text.get(..from).unwrap_or("");
        before = head.rsplit('\n').next().unwrap_or("").to_owned();
        after = source.text.get(to..).unwrap_or("").split('\n').next().unwrap_or("").to_owned();
    }
    let info = mark
        .article
        .as_ref()
        .and_then(|a| judgement.order.laws.iter().flat_map(|l| &l.articles).find(|i| i.cited.span == a.span));
    let quote = info.map_or_else(Said::default, own_words);
    Passage {
        place: format!("{file}:{}", start.line),
        role: Said::by(voices, |w| w.role(mark.role)),
        article: Said::by(voices, |w| {
            mark.article.as_ref().map_or_else(String::new, |a| {
                let heading = w.label(&a.heading, "");
                one_line(&if heading.is_empty() { w.article(a) } else { format!("{} · {heading}", w.article(a)) })
            })
        }),
        before: harmless(before.trim_start()).into_owned(),
        marked: harmless(sources.text(mark.span)).into_owned(),
        after: harmless(&after).into_owned(),
        quote,
    }
}

/// The law's own words of an article, in the languages it is quoted in.
fn own_words(article: &ArticleInfo) -> Said {
    let Some(words) = &article.words else { return Said::default() };
    let mut parts: Vec<(String, String)> = Vec::new();
    if let Some(main) = &words.main {
        let zh = main.text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        parts.push((if zh { "zh-Hans" } else { "" }.to_owned(), main.text.clone()));
    }
    parts.extend(words.by_language.iter().cloned());
    Said::all(parts)
}

/// The numbers that are left outside, when the class turns on one.
fn scale(finding: &Finding, voices: &[Words]) -> Option<Scale> {
    if let Sentence::Lasts { limit, lasts, .. } = &finding.sentence {
        let limit = limit.map(|l| l.hours() as f64);
        let most = match lasts {
            crate::finding::Lasting::Most(length) => Some(length.hours() as f64),
            crate::finding::Lasting::Unlimited => None,
        };
        let right = most.or(limit).unwrap_or(1.0) * if most.is_none() { 2.0 } else { 1.0 };
        let from = limit.unwrap_or(0.0) / right;
        let tick = |hours: f64| if hours >= 24.0 { format!("{} d", hours / 24.0) } else { format!("{hours} h") };
        let mut ticks = vec![(0.0, "0".to_owned())];
        ticks.extend(limit.map(|l| (l / right, tick(l))));
        ticks.push((1.0, most.map_or_else(|| "∞".to_owned(), tick)));
        return Some(Scale {
            label: Said::by(voices, |w| w.plain("html-scale-time")),
            bars: vec![(from, 1.0 - from)],
            ticks,
        });
    }
    let class = finding.class.as_ref()?;
    let age = class.common.iter().find(|p| p.fact.name == "age")?;
    let crate::finding::Value::Ranges(ranges, _) = &age.value else { return None };
    // Whoever is left outside from some age on is everybody but the youngest: that needs no drawing.
    if ranges.iter().all(|(_, high)| high.is_none()) {
        return None;
    }
    const OLDEST: f64 = 100.0;
    let part = |year: i64| (year as f64 / OLDEST).clamp(0.0, 1.0);
    let mut ticks: Vec<(f64, String)> = vec![(0.0, "0".into()), (0.18, "18".into()), (1.0, String::new())];
    let mut bars = Vec::new();
    for (low, high) in ranges {
        let (from, to) = (part(low.unwrap_or(0)), high.map_or(1.0, |h| part(h + 1)));
        bars.push((from, (to - from).max(0.002)));
        for year in [*low, high.map(|h| h + 1)].into_iter().flatten() {
            if ticks.iter().all(|(at, _)| (at - part(year)).abs() > 0.03) {
                ticks.push((part(year), year.to_string()));
            }
        }
    }
    ticks.sort_by(|a, b| a.0.total_cmp(&b.0));
    Some(Scale { label: Said::by(voices, |w| w.plain("html-scale-age")), bars, ticks })
}

/// Standards that ask nothing of this law, or of this State.
fn silence(judgement: &Judgement, voices: &[Words]) -> Vec<(Said, Vec<Said>)> {
    let mut out = Vec::new();
    for verdict in [Verdict::NotExamined, Verdict::NotInForce] {
        let list: Vec<Said> = judgement
            .results
            .iter()
            .filter(|r| r.verdict == verdict)
            .map(|r| Said::by(voices, |w| silent(r, judgement, w)))
            .collect();
        if !list.is_empty() {
            out.push((Said::by(voices, |w| w.verdict(verdict)), list));
        }
    }
    out
}

fn silent(result: &StandardResult, judgement: &Judgement, words: &Words) -> String {
    let name = words.name(&result.standard);
    match result.basis.first().filter(|_| result.verdict == Verdict::NotInForce) {
        Some(b) => {
            let said =
                args([("a", name), ("b", words.basis_short(b)), ("c", words.binding(&b.binding, &judgement.order))]);
            one_line(&words.say("html-three", &said))
        }
        None => {
            let why = words.reason(result);
            one_line(&if why.is_empty() { name } else { format!("{name} · {why}") })
        }
    }
}
