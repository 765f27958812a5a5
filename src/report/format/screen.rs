//! The first screen of `human`: the answer, a point on two lines, what else there is to know, and where to go on.

use super::RenderContext;
use crate::finding::Judgement;
use crate::report::news::news;
use crate::report::one_line;
use crate::report::opening::{answer, articles, basis, counts, news_lines, read, remarks, title, whom};
use crate::report::style::{pieces, shortened};
use crate::report::summary::{PointSummary, Standing, Summary};
use crate::words::{Words, args};
use std::fmt::{self, Write};
use unicode_width::UnicodeWidthStr as _;

/// Points that are shown with their people and articles.
const MOST_POINTS: usize = 10;

/// Things that are new and are told.
const MOST_NEWS: usize = 3;

/// Edits that are named.
const MOST_EDITS: usize = 3;

/// Lines that the names of other points may fill.
const MOST_NAME_LINES: usize = 3;

/// Remarks that are shown.
const MOST_REMARKS: usize = 4;

/// Writes it.
pub(super) fn write(context: &RenderContext<'_>, judgement: &Judgement, out: &mut dyn Write) -> fmt::Result {
    let RenderContext { words, style, shown, .. } = *context;
    let summary = Summary::of(judgement, shown);
    let width = style.width.max(40);
    writeln!(out, "{}", shortened(&title(&summary, words), width))?;
    writeln!(out, "{}", wrapped(&answer(&summary, words), width, 2))?;
    writeln!(out, "{}", wrapped(&read(&summary, words), width, 3))?;
    if shown.quiet {
        return Ok(());
    }
    if summary.against_baseline {
        let all = news(&summary);
        for news in all.iter().take(MOST_NEWS) {
            let (who, points) = news_lines(&summary, news, words);
            writeln!(out, "\n{}", wrapped(&who, width, 3))?;
            writeln!(out, "{}", wrapped(&points, width, 4))?;
        }
        if all.len() > MOST_NEWS {
            writeln!(out, "\n{}", words.count("screen-more-points", all.len() - MOST_NEWS))?;
        }
        return rest(context, &summary, width, out);
    }
    let outside: Vec<&PointSummary<'_>> = summary.standing(Standing::Outside).collect();
    if !outside.is_empty() {
        out.write_char('\n')?;
    }
    for (at, point) in outside.iter().take(MOST_POINTS).enumerate() {
        let number = format!("{:>2} ", at + 1);
        two_lines(&number, (&summary, point), words, width, out)?;
    }
    if outside.len() > MOST_POINTS {
        writeln!(out, "   {}", words.count("screen-more-points", outside.len() - MOST_POINTS))?;
    }
    for (standing, heading) in [(Standing::NotFound, "heading-not-found"), (Standing::Reading, "heading-reading")] {
        let names: Vec<String> = summary.standing(standing).map(|p| one_line(&words.name(p.name))).collect();
        if !names.is_empty() {
            let said = args([("names", names.join(&words.plain("people-separator")))]);
            let mut said = said;
            said.set("count", names.len());
            said.set("heading", words.plain(heading));
            writeln!(out, "\n{}", wrapped(&words.say("screen-names", &said), width, MOST_NAME_LINES))?;
        }
    }
    rest(context, &summary, width, out)
}

/// How the other points stand, the edits, the remarks, and where to go on.
fn rest(context: &RenderContext<'_>, summary: &Summary<'_>, width: usize, out: &mut dyn Write) -> fmt::Result {
    let words = context.words;
    let others =
        counts(summary, words, if summary.against_baseline { &[] } else { &[Standing::NotFound, Standing::Reading] });
    if !others.is_empty() {
        writeln!(out, "\n{}", wrapped(&others, width, 2))?;
    }
    edits(context, summary, width, out)?;
    let remarks = remarks(summary, words);
    for remark in remarks.iter().take(MOST_REMARKS) {
        writeln!(out, "{}", wrapped(remark, width, 2))?;
    }
    if remarks.len() > MOST_REMARKS {
        writeln!(out, "{}", words.count("screen-more-points", remarks.len() - MOST_REMARKS))?;
    }
    let found = summary.points.iter().find(|p| !p.causes.is_empty());
    let hint = match found {
        Some(point) => words.say("screen-hint", &args([("point", point.name.name.clone())])),
        None => words.plain("screen-hint-none"),
    };
    writeln!(out, "\n{}", wrapped(&hint, width, 2))
}

/// A point: what it is and what asks for it; whom it concerns and where.
fn two_lines(
    number: &str,
    (summary, point): (&Summary<'_>, &PointSummary<'_>),
    words: &Words,
    width: usize,
    out: &mut dyn Write,
) -> fmt::Result {
    let indent = " ".repeat(number.width());
    let room = width.saturating_sub(number.width());
    let pair = |left: &str, right: &str| {
        // The right side has what the left leaves, and at least a third.
        let right_room = room.saturating_sub(left.width() + 3).max(room / 3);
        let right = shortened(right, right_room);
        let left = shortened(left, room.saturating_sub(right.width() + 3));
        let gap = room.saturating_sub(left.width() + right.width());
        format!("{left}{}{right}", " ".repeat(gap)).trim_end().to_owned()
    };
    let rests_on = basis(&point.standards(point.standing), words);
    writeln!(out, "{number}{}", pair(&one_line(&words.name(point.name)), &rests_on))?;
    writeln!(out, "{indent}{}", pair(&whom(point, words), &articles(summary, point, words)))
}

/// The edits that were found, the one that mends most first.
fn edits(context: &RenderContext<'_>, summary: &Summary<'_>, width: usize, out: &mut dyn Write) -> fmt::Result {
    let words = context.words;
    let found = summary.edits();
    if found.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{}", words.plain("heading-edits"))?;
    for (mend, points) in found.iter().take(MOST_EDITS) {
        let names: Vec<String> = points.iter().map(|p| one_line(&words.name(p.name))).collect();
        let removes = args([("points", names.join(&words.plain("people-separator")))]);
        let place = crate::report::location(context.sources, mend.edits.first().map(|e| e.at));
        let text = format!("{place} {} · {}", words.mend(mend), words.say("edit-removes", &removes));
        writeln!(out, "  {}", shortened(&one_line(&text), width.saturating_sub(2)))?;
    }
    Ok(())
}

/// A text on at most so many lines of so many columns.
fn wrapped(text: &str, width: usize, most: usize) -> String {
    let mut lines: Vec<String> = vec![String::new()];
    for piece in pieces(text) {
        let used = lines.last().map_or(0, |l| l.width());
        if used > 0 && used + piece.trim_end().width() > width {
            lines.push(String::new());
        }
        if let Some(last) = lines.last_mut() {
            last.push_str(piece);
        }
    }
    if lines.len() > most {
        let rest: String = lines.drain(most.saturating_sub(1)..).collect();
        lines.push(shortened(&rest, width));
    }
    lines.iter().map(|l| l.trim_end()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrapped_has_no_more_lines_than_it_may() {
        assert_eq!(wrapped("one two three four", 8, 9), "one two\nthree\nfour");
        assert_eq!(wrapped("one two three four", 8, 2), "one two\nthree f…");
    }
}
