//! What changes between two versions of a law, as a researcher would tell it, and for machines.

use super::json::{Maker, Texts};
use super::{Style, location, one_line};
use crate::finding::{Change, Difference, Named, VerdictChange};
use crate::text::Sources;
use crate::words::{Words, args};
use serde::Serialize;
use std::fmt::Write as _;
use unicode_width::UnicodeWidthStr as _;

/// The whole difference in words.
pub fn difference(difference: &Difference, sources: &Sources, words: &Words, style: &Style) -> String {
    let laws = |list: &[(Named, crate::finding::LawInfo)]| {
        words.list(&list.iter().map(|(name, _)| one_line(&words.name(name))).collect::<Vec<_>>())
    };
    let title = args([
        ("before", laws(&difference.before)),
        ("after", laws(&difference.after)),
        ("state", difference.state.clone()),
        ("date", difference.as_of.to_string()),
    ]);
    let mut out = format!("{}\n", words.say("diff-title", &title));
    if difference.is_none() {
        let _ = writeln!(out, "\n{}", words.plain("diff-none"));
        return out;
    }
    let parts = [(Some(false), "diff-losers"), (Some(true), "diff-gainers"), (None, "diff-neither")];
    for (better, heading) in parts {
        let changes: Vec<&Change> = difference.changes.iter().filter(|c| c.better == better).collect();
        if changes.is_empty() {
            continue;
        }
        let _ = writeln!(out, "\n{}", words.plain(heading));
        for (number, change) in changes.iter().enumerate() {
            let _ = writeln!(out, "\n  {}. {}", number + 1, one_line(&words.change(change)));
            lines(&mut out, words.change_lines(change, |span| location(sources, span)), style);
        }
    }
    if !difference.verdicts.is_empty() {
        let _ = writeln!(out, "\n{}\n", words.plain("diff-verdicts"));
        let worse = |c: &&VerdictChange| c.is_worse();
        let others = difference.verdicts.iter().filter(|c| !c.is_worse());
        for change in difference.verdicts.iter().filter(worse).chain(others) {
            let said = one_line(&words.verdict_change(change));
            let _ = writeln!(out, "  {} · {said}", one_line(&words.name(&change.standard)));
            let mut under = Vec::new();
            if let Some(finding) = &change.newly {
                under.push((words.plain("diff-newly"), words.sentence(finding)));
                if let Some(class) = &finding.class {
                    under.push((words.plain("line-who"), words.at_a_glance(finding.witness.as_ref(), class)));
                }
            }
            if let Some(people) = &change.no_longer {
                under.push((words.plain("diff-no-longer"), words.at_a_glance(Some(&people.0), &people.1)));
            }
            lines(&mut out, under, style);
        }
    }
    let count = |better| difference.changes.iter().filter(|c| c.better == Some(better)).count();
    let mut counts = args([]);
    counts.set("worse", count(false));
    counts.set("better", count(true));
    counts.set("verdicts", difference.verdicts.len());
    let _ = writeln!(out, "\n{}", words.say("diff-counts", &counts));
    out
}

fn lines(out: &mut String, lines: Vec<(String, String)>, style: &Style) {
    let indent = lines.iter().map(|(h, _)| h.width()).max().unwrap_or(0);
    for (heading, text) in lines {
        let mut line = String::new();
        style.line(&mut line, &heading, &one_line(&text), indent);
        line.lines().for_each(|l| out.push_str(&format!("    {l}\n")));
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DifferenceJson {
    version: u32,
    tool: &'static str,
    state: String,
    as_of: String,
    before: Vec<String>,
    after: Vec<String>,
    changes: Vec<ChangeJson>,
    verdicts: Vec<VerdictJson>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ChangeJson {
    sentence: Texts,
    better: Option<bool>,
    who: Option<Texts>,
    exact: bool,
    before: Vec<String>,
    after: Vec<String>,
    area: String,
    tool: String,
    group: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct VerdictJson {
    standard: String,
    before: &'static str,
    after: &'static str,
    worse: bool,
    newly: Option<Texts>,
    no_longer: Option<Texts>,
}

/// The whole difference for machines.
pub fn difference_json(difference: &Difference, sources: &Sources) -> String {
    let maker = Maker::new(sources);
    let names = |list: &[(Named, crate::finding::LawInfo)]| list.iter().map(|(n, _)| n.name.clone()).collect();
    let places = |marks: &[crate::finding::Mark]| marks.iter().map(|m| location(sources, m.span)).collect();
    let change = |c: &Change| ChangeJson {
        sentence: maker.texts(|w| w.change(c)),
        better: c.better,
        who: c.class.as_ref().map(|class| maker.texts(|w| w.people(class))),
        exact: c.class.as_ref().is_none_or(|class| class.exact),
        before: places(&c.before),
        after: places(&c.after),
        area: c.codes.area.clone(),
        tool: c.codes.tool.clone(),
        group: c.codes.group.clone(),
    };
    let verdict = |v: &VerdictChange| VerdictJson {
        standard: v.standard.name.clone(),
        before: super::rows::verdict_word(v.before),
        after: super::rows::verdict_word(v.after),
        worse: v.is_worse(),
        newly: v.newly.as_ref().map(|f| maker.texts(|w| w.sentence(f))),
        no_longer: v.no_longer.as_ref().map(|p| maker.texts(|w| w.people(&p.1))),
    };
    let report = DifferenceJson {
        version: super::JSON_VERSION,
        tool: env!("CARGO_PKG_VERSION"),
        state: difference.state.clone(),
        as_of: difference.as_of.to_string(),
        before: names(&difference.before),
        after: names(&difference.after),
        changes: difference.changes.iter().map(change).collect(),
        verdicts: difference.verdicts.iter().map(verdict).collect(),
    };
    let mut text = serde_json::to_string_pretty(&report).unwrap_or_default();
    text.push('\n');
    text
}
