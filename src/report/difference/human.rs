//! `human`: what changes between two versions of a law, as a researcher would tell it.

use super::{DifferenceContext, DifferenceFormat};
use crate::finding::{Change, LawInfo, Named, VerdictChange};
use crate::report::{Style, location, one_line};
use crate::words::args;
use std::fmt::{self, Write};
use unicode_width::UnicodeWidthStr as _;

/// In words.
#[derive(Debug)]
pub(super) struct Human;

impl DifferenceFormat for Human {
    fn name(&self) -> &'static str {
        "human"
    }

    fn help(&self) -> &'static str {
        "In words"
    }

    fn write(&self, context: &DifferenceContext<'_>, out: &mut dyn Write) -> fmt::Result {
        let DifferenceContext { difference, sources, words, style } = *context;
        let laws = |list: &[(Named, LawInfo)]| {
            words.list(&list.iter().map(|(name, _)| one_line(&words.name(name))).collect::<Vec<_>>())
        };
        let title = args([
            ("before", laws(&difference.before)),
            ("after", laws(&difference.after)),
            ("state", difference.state.clone()),
            ("date", difference.as_of.to_string()),
        ]);
        writeln!(out, "{}", words.say("diff-title", &title))?;
        if difference.is_none() {
            return writeln!(out, "\n{}", words.plain("diff-none"));
        }
        let parts = [(Some(false), "diff-losers"), (Some(true), "diff-gainers"), (None, "diff-neither")];
        for (better, heading) in parts {
            let changes: Vec<&Change> = difference.changes.iter().filter(|c| c.better == better).collect();
            if changes.is_empty() {
                continue;
            }
            writeln!(out, "\n{}", words.plain(heading))?;
            for (number, change) in changes.iter().enumerate() {
                writeln!(out, "\n  {}. {}", number + 1, one_line(&words.change(change)))?;
                lines(out, words.change_lines(change, |span| location(sources, span)), style)?;
            }
        }
        if !difference.verdicts.is_empty() {
            writeln!(out, "\n{}\n", words.plain("diff-verdicts"))?;
            let worse = |c: &&VerdictChange| c.is_worse();
            let others = difference.verdicts.iter().filter(|c| !c.is_worse());
            for change in difference.verdicts.iter().filter(worse).chain(others) {
                let said = one_line(&words.verdict_change(change));
                writeln!(out, "  {} · {said}", one_line(&words.name(&change.standard)))?;
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
                lines(out, under, style)?;
            }
        }
        let count = |better| difference.changes.iter().filter(|c| c.better == Some(better)).count();
        let mut counts = args([]);
        counts.set("worse", count(false));
        counts.set("better", count(true));
        counts.set("verdicts", difference.verdicts.len());
        writeln!(out, "\n{}", words.say("diff-counts", &counts))
    }
}

fn lines(out: &mut dyn Write, lines: Vec<(String, String)>, style: &Style) -> fmt::Result {
    let indent = lines.iter().map(|(h, _)| h.width()).max().unwrap_or(0);
    for (heading, text) in lines {
        let mut line = String::new();
        style.line(&mut line, &heading, &one_line(&text), indent);
        line.lines().try_for_each(|l| writeln!(out, "    {l}"))?;
    }
    Ok(())
}
