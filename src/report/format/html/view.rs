//! What the page shows, worked out before the template says where.

use super::said::Said;
use crate::finding::{
    ArticleCited, ArticleInfo, Encoding, Finding, Judgement, Level, Mark, Mended, Sentence, StandardResult, Verdict,
    level,
};
use crate::law::Force;
use crate::report::opening::lines;
use crate::report::rows::{Row, ends, rows};
use crate::report::{OrderReport, Shown, Summary, one_line};
use crate::text::{Sources, Span, harmless};
use crate::words::{Words, args, force_id};
use std::collections::BTreeMap;

/// One legal order.
pub(super) struct Order {
    pub(super) id: String,
    pub(super) state: String,
    pub(super) date: String,
    pub(super) read: bool,
    pub(super) laws: Vec<LawHead>,
    pub(super) mistakes: Vec<(String, Said)>,
    /// One sentence: is anybody left outside?
    pub(super) answer: Said,
    pub(super) summary: Said,
    pub(super) counts: Vec<Count>,
    pub(super) groups: Vec<Group>,
    pub(super) concordance: Vec<Concord>,
    pub(super) turned: Vec<Turned>,
    /// Standards by articles, drawn.
    pub(super) matrix: String,
    pub(super) sheets: Vec<Sheet>,
    pub(super) weigh: Vec<Weigh>,
    pub(super) protects: Vec<(Said, Said)>,
    pub(super) silence: Vec<(Said, Vec<Said>)>,
    pub(super) accepted: Vec<(Said, Said, String)>,
    pub(super) skipped: Vec<Said>,
    pub(super) assumed: Vec<String>,
    pub(super) assumptions: Vec<Said>,
    pub(super) files: Vec<(String, String)>,
}

/// A law on the cover.
pub(super) struct LawHead {
    pub(super) title: Said,
    pub(super) facts: Vec<(Said, String)>,
}

/// How many, of what force.
pub(super) struct Count {
    pub(super) force: &'static str,
    pub(super) name: Said,
    pub(super) breach: usize,
    pub(super) gap: usize,
    pub(super) review: usize,
}

/// People who are alike, and what is found of them.
pub(super) struct Group {
    pub(super) name: Said,
    pub(super) found: Vec<Found>,
}

/// One standard that leaves some of them outside: the first of them, and the articles.
pub(super) struct Found {
    pub(super) link: String,
    pub(super) title: Said,
    pub(super) verdict: Said,
    pub(super) class: &'static str,
    pub(super) who: Said,
    pub(super) articles: String,
}

/// A row of the table of concordance: a standard.
pub(super) struct Concord {
    pub(super) basis: Said,
    pub(super) title: Said,
    pub(super) articles: String,
    pub(super) verdict: Said,
    pub(super) class: &'static str,
    pub(super) who: Said,
    pub(super) help: Said,
    pub(super) link: String,
}

/// A row of the table turned round: an article of the law.
pub(super) struct Turned {
    pub(super) article: Said,
    pub(super) heading: Said,
    pub(super) found: Vec<(String, Said, &'static str)>,
    pub(super) protects: Vec<Said>,
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

/// What one finding is: a sheet of paper.
pub(super) struct Sheet {
    pub(super) id: String,
    pub(super) standard: String,
    pub(super) class: &'static str,
    pub(super) number: usize,
    pub(super) verdict: Said,
    pub(super) force: Said,
    pub(super) title: Said,
    pub(super) sentence: Said,
    pub(super) quotes: Vec<(Said, Said, Said)>,
    pub(super) passages: Vec<Passage>,
    pub(super) lines: Vec<(Said, Said)>,
    pub(super) steps: Vec<Said>,
    pub(super) scale: Option<Scale>,
    /// The mend: what it does, and its lines: struck out, written, or as they are.
    pub(super) mend: Option<(Said, Vec<Line>)>,
    /// The procedure, drawn; empty when there is none.
    pub(super) drawing: String,
    pub(super) help: Said,
    pub(super) fingerprint: String,
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

/// A justification, leg by leg.
pub(super) struct Weigh {
    pub(super) link: String,
    pub(super) title: Said,
    pub(super) sentence: Said,
    pub(super) legs: Vec<(Said, bool, Said)>,
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
    let Some(judgement) = report.judgement else {
        let mistakes = report
            .mistakes
            .iter()
            .map(|m| (crate::report::location(sources, m.span), say(&|w| w.mistake(m).message)))
            .collect();
        return Order {
            id: format!("order-{number}"),
            state: String::new(),
            date: String::new(),
            read: false,
            laws: Vec::new(),
            mistakes,
            answer: say(&|w| report.no_verdict(w)),
            summary: Said::default(),
            counts: Vec::new(),
            groups: Vec::new(),
            concordance: Vec::new(),
            turned: Vec::new(),
            matrix: String::new(),
            sheets: Vec::new(),
            weigh: Vec::new(),
            protects: Vec::new(),
            silence: Vec::new(),
            accepted: Vec::new(),
            skipped: Vec::new(),
            assumed: Vec::new(),
            assumptions: Vec::new(),
            files,
        };
    };
    let Some(first) = voices.first() else {
        return order(&OrderReport { judgement: None, ..*report }, number, sources, voices, shown, hashes);
    };
    let found = rows(judgement, sources, first, shown);
    let ids = addresses(&found, number);
    let sheets: Vec<Sheet> = found
        .iter()
        .zip(&ids)
        .enumerate()
        .map(|(at, (row, id))| sheet(judgement, row, id, at + 1, sources, voices))
        .collect();
    let weigh = found
        .iter()
        .zip(&ids)
        .filter(|(row, _)| !row.finding.legs.is_empty())
        .map(|(row, id)| Weigh {
            link: id.clone(),
            title: say(&|w| w.name(&row.result.standard)),
            sentence: say(&|w| w.sentence(row.finding)),
            legs: row
                .finding
                .legs
                .iter()
                .map(|l| (say(&|w| w.leg(&l.leg)), l.is_stated(), say(&|w| w.leg_details(l))))
                .collect(),
        })
        .collect();
    Order {
        id: format!("order-{number}"),
        state: judgement.order.state.clone(),
        date: judgement.order.as_of.to_string(),
        read: true,
        laws: laws(judgement, voices),
        mistakes: judgement
            .warnings
            .iter()
            .map(|m| (crate::report::location(sources, m.span), say(&|w| w.mistake(m).message)))
            .collect(),
        answer: say(&|w| answer(judgement, w)),
        summary: say(&|w| lines(&Summary::of(judgement, shown), w).join(" ")),
        counts: counts(judgement, voices),
        groups: groups(&found, &ids, voices),
        concordance: concordance(judgement, &found, &ids, voices),
        matrix: super::matrix::matrix(judgement, &found, &ids, first, &first.plain("html-matrix")),
        turned: turned(judgement, &found, &ids, voices),
        weigh,
        protects: judgement
            .results
            .iter()
            .filter(|r| r.verdict == Verdict::Provided && r.protects.iter().any(|m| m.article.is_some()))
            .map(|r| (say(&|w| w.name(&r.standard)), say(&|w| w.reason(r))))
            .collect(),
        silence: silence(judgement, voices),
        accepted: found
            .iter()
            .filter_map(|r| r.finding.accepted.as_ref().map(|a| (r, a)))
            .map(|(r, a)| {
                let because = Said::quoted("", &one_line(&a.because));
                let by = a.by.as_deref().map(|by| format!("{} · ", one_line(by))).unwrap_or_default();
                (say(&|w| w.sentence(r.finding)), because, format!("{by}{}", a.until))
            })
            .collect(),
        skipped: judgement.order.skipped.iter().map(|s| say(&|w| w.skipped(s))).collect(),
        assumed: judgement.order.assumed.clone(),
        assumptions: assumptions(&found, voices),
        sheets,
        files,
    }
}

/// Whether anybody is left outside, in one sentence.
fn answer(judgement: &Judgement, words: &Words) -> String {
    let standards = |wanted: &[Level]| {
        let found = |r: &&StandardResult| r.findings.iter().any(|f| wanted.contains(&level(r, f)));
        judgement.results.iter().filter(found).count()
    };
    let (law, read) = (standards(&[Level::Incompatible]), standards(&[Level::Interpretation, Level::Signed]));
    let (id, count) = match (law, read) {
        (0, 0) => ("html-answer-no", 0),
        (0, _) => ("html-answer-read", read),
        _ => ("html-answer-yes", law),
    };
    let mut said = args([("state", judgement.order.state.clone())]);
    said.set("standards", count);
    words.say(id, &said)
}

/// The numbers of articles, each once, in order: short enough for a cell.
fn numbers<'a>(articles: impl Iterator<Item = &'a ArticleCited>) -> String {
    let mut seen: Vec<String> = Vec::new();
    for article in articles {
        let number = one_line(&article.number);
        if !seen.contains(&number) {
            seen.push(number);
        }
    }
    seen.join(", ")
}

/// An address for each finding that stays when others come and go: standard, then the article.
fn addresses(found: &[Row<'_>], order: usize) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    found
        .iter()
        .map(|row| {
            let article = row.finding.because.iter().find_map(|m| m.article.as_ref()).map(|a| a.number.clone());
            let mut id = row.result.standard.name.clone();
            if let Some(article) = article {
                id.push('-');
                id.extend(article.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }));
            }
            if order > 1 {
                id = format!("{id}-{order}");
            }
            let count = seen.entry(id.clone()).or_default();
            *count += 1;
            if *count > 1 { format!("{id}-{count}") } else { id }
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

fn counts(judgement: &Judgement, voices: &[Words]) -> Vec<Count> {
    let forces = [
        (Force::JusCogens, "jus-cogens"),
        (Force::Custom, "custom"),
        (Force::Treaty, "treaty"),
        (Force::Interpretation, "interpretation"),
        (Force::Signed, "signed"),
        (Force::SoftLaw, "soft-law"),
        (Force::Unknown, "unknown"),
    ];
    forces
        .into_iter()
        .map(|(force, class)| {
            let of = |wanted: Verdict| {
                judgement
                    .results
                    .iter()
                    .filter(|r| r.force == force)
                    .flat_map(|r| &r.findings)
                    .filter(|f| f.verdict == wanted)
                    .count()
            };
            Count {
                force: class,
                name: Said::by(voices, |w| w.plain(force_id(force))),
                breach: of(Verdict::Incompatible),
                gap: of(Verdict::NotFound),
                review: of(Verdict::ToAssess),
            }
        })
        .collect()
}

/// Children, women with child, refugees, the stateless, workers, families, everyone else: by the facts of the witness.
fn groups(found: &[Row<'_>], ids: &[String], voices: &[Words]) -> Vec<Group> {
    const GROUPS: [(&str, &[&str]); 6] = [
        ("group-children", &["child", "unaccompanied-child", "unaccompanied"]),
        ("group-pregnant", &["pregnant", "nursing"]),
        (
            "group-refugees",
            &["fears-persecution", "risk-of-torture", "asylum-claim-pending", "asylum-seeker", "refugee"],
        ),
        ("group-stateless", &["not-national-anywhere", "otherwise-stateless", "stateless-person"]),
        (
            "group-workers",
            &["in-paid-work", "domestic-work", "seafaring", "migrant-worker", "worker", "domestic-worker"],
        ),
        ("group-families", &["family-here", "family-reunification-sought"]),
    ];
    let group = |finding: &Finding| {
        let witness = finding.witness.as_ref()?;
        let named: Vec<&str> = witness
            .common
            .iter()
            .filter(|p| p.value == crate::finding::Value::Yes)
            .map(|p| p.fact.name.as_str())
            .chain(witness.noun.as_ref().map(|n| n.name.as_str()))
            .collect();
        let young = witness.common.iter().any(|p| {
            let crate::finding::Value::Ranges(ranges, _) = &p.value else { return false };
            p.fact.name == "age" && ranges.iter().all(|(_, high)| high.is_some_and(|h| h < 18))
        });
        let stateless = witness.common.iter().any(|p| {
            let crate::finding::Value::OneOf(values) = &p.value else { return false };
            p.fact.name == "nationality" && values.iter().all(|v| v.name == "none")
        });
        let found = |id: &str| match id {
            "group-children" => young,
            "group-stateless" => stateless,
            _ => false,
        };
        Some(
            GROUPS
                .iter()
                .find(|(id, facts)| found(id) || facts.iter().any(|f| named.contains(f)))
                .map_or("group-everyone", |(id, _)| id),
        )
    };
    let mut out: Vec<Group> = Vec::new();
    for id in GROUPS.iter().map(|(id, _)| *id).chain(["group-everyone"]) {
        // A standard is said once, with its first person and every article: fifty sentences are not read.
        let mut standards: Vec<(&StandardResult, Vec<(&Row<'_>, &String)>)> = Vec::new();
        for (row, address) in found.iter().zip(ids) {
            if row.level <= Level::Interpretation && group(row.finding) == Some(id) {
                match standards.iter_mut().find(|(s, _)| std::ptr::eq(*s, row.result)) {
                    Some((_, rows)) => rows.push((row, address)),
                    None => standards.push((row.result, vec![(row, address)])),
                }
            }
        }
        let said: Vec<Found> = standards
            .iter()
            .filter_map(|(result, rows)| {
                let (first, address) = rows.first()?;
                let marks = || rows.iter().flat_map(|(r, _)| &r.finding.because).filter_map(|m| m.article.as_ref());
                Some(Found {
                    link: (*address).clone(),
                    title: Said::by(voices, |w| one_line(&w.name(&result.standard))),
                    verdict: Said::by(voices, |w| w.verdict_with_force(result.verdict, result.force)),
                    class: first.level.key(),
                    who: Said::by(voices, |w| {
                        first.finding.witness.as_ref().map_or_else(String::new, |p| one_line(&w.person(p)))
                    }),
                    articles: numbers(marks()),
                })
            })
            .collect();
        if !said.is_empty() {
            out.push(Group { name: Said::by(voices, |w| w.plain(id)), found: said });
        }
    }
    out
}

fn concordance(judgement: &Judgement, found: &[Row<'_>], ids: &[String], voices: &[Words]) -> Vec<Concord> {
    let mut out = Vec::new();
    for result in &judgement.results {
        if matches!(result.verdict, Verdict::NotExamined | Verdict::NotInForce) {
            continue;
        }
        let own: Vec<(&Row<'_>, &String)> =
            found.iter().zip(ids).filter(|(r, _)| std::ptr::eq(r.result, result)).collect();
        let marks: Vec<&ArticleCited> = match own.is_empty() {
            true => result.protects.iter().filter_map(|m| m.article.as_ref()).collect(),
            false => own.iter().flat_map(|(r, _)| &r.finding.because).filter_map(|m| m.article.as_ref()).collect(),
        };
        let class = result.findings.iter().map(|f| level(result, f)).min().map_or("provided", Level::key);
        out.push(Concord {
            basis: Said::by(voices, |w| {
                result.basis.iter().map(|b| one_line(&w.basis_short(b))).collect::<Vec<_>>().join("; ")
            }),
            title: Said::by(voices, |w| one_line(&w.name(&result.standard))),
            articles: numbers(marks.iter().copied()),
            verdict: Said::by(voices, |w| w.verdict_with_force(result.verdict, result.force)),
            class,
            who: Said::by(voices, |w| {
                let witness = own.first().and_then(|(r, _)| r.finding.witness.as_ref());
                witness.map_or_else(String::new, |p| one_line(&w.person(p)))
            }),
            help: match own.is_empty() {
                true => Said::default(),
                false => {
                    Said::by(voices, |w| result.help.as_ref().map_or_else(String::new, |h| one_line(&w.label(h, ""))))
                }
            },
            link: own.first().map_or_else(String::new, |(_, id)| (*id).clone()),
        });
    }
    out
}

fn turned(judgement: &Judgement, found: &[Row<'_>], ids: &[String], voices: &[Words]) -> Vec<Turned> {
    let at = |marks: &[Mark], span: Span| marks.iter().any(|m| m.article.as_ref().is_some_and(|a| a.span == span));
    let mut out = Vec::new();
    for article in judgement.order.laws.iter().flat_map(|l| &l.articles) {
        let mut findings: Vec<(String, Said, &'static str)> = Vec::new();
        let mut seen: Vec<&str> = Vec::new();
        for (row, id) in found.iter().zip(ids) {
            if at(&row.finding.because, article.cited.span) {
                let title = Said::by(voices, |w| one_line(&w.name(&row.result.standard)));
                if !seen.contains(&row.result.standard.name.as_str()) {
                    seen.push(&row.result.standard.name);
                    findings.push((id.clone(), title, row.level.key()));
                }
            }
        }
        let protects = judgement
            .results
            .iter()
            .filter(|r| r.verdict == Verdict::Provided && at(&r.protects, article.cited.span))
            .map(|r| Said::by(voices, |w| one_line(&w.name(&r.standard))))
            .collect();
        out.push(Turned {
            article: Said::by(voices, |w| one_line(&w.article(&article.cited))),
            heading: Said::by(voices, |w| one_line(&headed(article, w))),
            found: findings,
            protects,
        });
    }
    out
}

/// The heading of an article, and that it is not encoded, where it is not.
fn headed(article: &ArticleInfo, words: &Words) -> String {
    let heading = words.label(&article.cited.heading, "");
    let more = match &article.encoding {
        Encoding::Encoded => return heading,
        Encoding::Open => words.plain("article-open"),
        Encoding::Aside(why) => words.say("article-aside", &args([("why", words.label(why, ""))])),
    };
    if heading.is_empty() { more } else { format!("{heading} · {more}") }
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

fn sheet(judgement: &Judgement, row: &Row<'_>, id: &str, number: usize, sources: &Sources, voices: &[Words]) -> Sheet {
    let say = |f: &dyn Fn(&Words) -> String| Said::by(voices, |w| one_line(&f(w)));
    let (result, finding) = (row.result, row.finding);
    let marks: Vec<&Mark> = finding.because.iter().chain(&finding.nearly).collect();
    let mut passages: Vec<Passage> = marks.iter().map(|m| passage(judgement, m, sources, voices)).collect();
    // The law's own words stand once, at the first passage of the article.
    let mut quoted: Vec<String> = Vec::new();
    for p in &mut passages {
        let text = p.quote.to_string();
        if quoted.contains(&text) { p.quote = Said::default() } else { quoted.push(text) }
    }
    let quotes = result
        .basis
        .iter()
        .chain(&result.interpreted)
        .map(|b| {
            let quote =
                b.quote.as_ref().map_or_else(Said::default, |(text, _)| Said::quoted("en", &format!("“{text}”")));
            (say(&|w| w.basis_short(b)), quote, say(&|w| w.binding(&b.binding, &judgement.order)))
        })
        .collect();
    let mut steps: Vec<Said> = marks
        .iter()
        .map(|m| {
            say(&|w| {
                let article = m.article.as_ref().map_or_else(String::new, |a| w.article(a));
                if article.is_empty() { w.role(m.role) } else { format!("{article}: {}", w.role(m.role)) }
            })
        })
        .collect();
    steps.push(say(&|w| w.sentence(finding)));
    steps.push(say(&|w| {
        let basis = result.basis.first().map_or_else(String::new, |b| w.basis_short(b));
        format!("{}: {basis}", w.name(&result.standard))
    }));
    let keys: Vec<Vec<(String, String)>> = voices.iter().map(|w| w.finding_lines(finding, 3)).collect();
    let count = keys.iter().map(Vec::len).min().unwrap_or(0);
    let line = |at: usize, second: bool| {
        Said::all(
            voices
                .iter()
                .zip(&keys)
                .filter_map(|(w, lines)| {
                    let (name, text) = lines.get(at)?;
                    Some((w.plain("language-tag"), one_line(if second { text } else { name })))
                })
                .collect(),
        )
    };
    Sheet {
        id: id.to_owned(),
        standard: result.standard.name.clone(),
        class: row.level.key(),
        number,
        verdict: say(&|w| w.verdict_with_force(finding.verdict, result.force)),
        force: say(&|w| w.plain(force_id(result.force))),
        title: say(&|w| w.name(&result.standard)),
        sentence: say(&|w| w.sentence(finding)),
        mend: finding.mend.as_ref().map(|m| mend(m, sources, voices)),
        quotes,
        passages,
        lines: (0..count).map(|at| (line(at, false), line(at, true))).collect(),
        steps,
        scale: scale(finding, voices),
        drawing: finding.drawn.as_ref().zip(voices.first()).map_or_else(String::new, |(drawn, words)| {
            super::drawing::procedure(drawn, words, &words.plain("html-procedure"))
        }),
        help: say(&|w| result.help.as_ref().map_or_else(String::new, |h| w.label(h, ""))),
        fingerprint: format!("{} · {}", finding.verdict.key(), row.fingerprint),
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
    let quote = info.and_then(|i| i.words.as_ref()).map_or_else(Said::default, |words| {
        let mut parts: Vec<(String, String)> = Vec::new();
        if let Some(main) = &words.main {
            let zh = main.text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
            parts.push((if zh { "zh-Hans" } else { "" }.to_owned(), main.text.clone()));
        }
        parts.extend(words.by_language.iter().cloned());
        Said::all(parts)
    });
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
        None => one_line(&name),
    }
}

fn assumptions(found: &[Row<'_>], voices: &[Words]) -> Vec<Said> {
    let mut seen: Vec<String> = Vec::new();
    let mut out = Vec::new();
    for assumption in found.iter().flat_map(|r| &r.finding.assumptions) {
        let said = Said::by(voices, |w| one_line(&w.assumption(assumption)));
        let text = said.to_string();
        if !seen.contains(&text) {
            seen.push(text);
            out.push(said);
        }
    }
    out
}
