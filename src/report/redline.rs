//! The mends of an order as a redline: what is struck out and what is written, under the finding that it removes.

use super::{location, one_line, place};
use crate::finding::{Edit, Finding, Judgement, Mend, NoMend, StandardResult};
use crate::text::{FileId, Sources, harmless};
use crate::words::{Words, args};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Every mend that was looked for, in the order of the findings, and why there is none for the others.
pub fn redline(judgement: &Judgement, sources: &Sources, words: &Words) -> String {
    let mut out = String::new();
    let (mut mended, mut none) = (0, BTreeMap::<NoMend, usize>::new());
    for result in &judgement.results {
        for finding in &result.findings {
            match &finding.mend {
                Some(Ok(mend)) => {
                    mended += 1;
                    let _ = writeln!(out, "{}", heading(judgement, (result, finding), sources, words));
                    let _ = writeln!(out, "  {}", words.mend(mend));
                    out.push_str(&changed(mend, sources));
                    out.push('\n');
                }
                Some(Err(why)) => {
                    *none.entry(*why).or_default() += 1;
                    let _ = writeln!(out, "{}", heading(judgement, (result, finding), sources, words));
                    let _ = writeln!(out, "  {}\n", words.no_mend(*why));
                }
                None => {}
            }
        }
    }
    let mut counts = args([]);
    counts.set("mended", mended);
    counts.set("none", none.values().sum::<usize>());
    let _ = writeln!(out, "{}", words.say("mend-counts", &counts));
    for (why, count) in none {
        let _ = writeln!(out, "  {count} · {}", words.no_mend(why));
    }
    out
}

fn heading(
    judgement: &Judgement,
    (result, finding): (&StandardResult, &Finding),
    sources: &Sources,
    words: &Words,
) -> String {
    let at = location(sources, place(judgement, finding));
    let verdict = words.verdict_with_force(finding.verdict, result.force);
    format!("{at}: {verdict} [{}] {}", result.standard.name, one_line(&words.sentence(finding)))
}

/// The lines that change, as a difference that `patch` reads.
pub(super) fn changed(mend: &Mend, sources: &Sources) -> String {
    let mut by_file: BTreeMap<FileId, Vec<&Edit>> = BTreeMap::new();
    for edit in &mend.edits {
        by_file.entry(edit.at.file).or_default().push(edit);
    }
    let mut out = String::new();
    for (file, mut edits) in by_file {
        let Some(source) = sources.get(file) else { continue };
        edits.sort_by_key(|e| std::cmp::Reverse(e.at.start));
        let mut text = source.text.clone().into_owned();
        for edit in edits {
            let range = edit.at.range();
            if text.get(range.clone()).is_some() {
                text.replace_range(range, &edit.text);
            }
        }
        let name = harmless(&source.name).into_owned();
        let difference = similar::TextDiff::from_lines(source.text.as_ref(), text.as_str());
        let shown = difference.unified_diff().context_radius(1).header(&name, &name).to_string();
        out.push_str(&harmless(&shown));
        if !out.ends_with('\n') {
            out.push('\n');
        }
    }
    out
}
