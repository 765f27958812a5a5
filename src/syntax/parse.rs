//! Reads the items of a file one by one with pest; a mistake in one does not hide the next.

use super::build::Builder;
use super::code::Code;
use super::cut::cut;
use super::mistakes::Mistake;
use super::reading::Place;
use super::recover::recover;
use super::teach::{Piece, explain};
use super::tree::{Condition, Item};
use crate::text::{FileId, Limits, Span};
use crate::threads::shared;
use pest::Parser;
use std::ops::Range;

/// The grammar of both kinds of file.
#[derive(pest_derive::Parser)]
#[grammar = "grammar/words.pest"]
#[grammar = "grammar/lexis.pest"]
#[grammar = "grammar/conditions.pest"]
#[grammar = "grammar/rules.pest"]
#[grammar = "grammar/policies.pest"]
pub(super) struct Grammar;

/// What could be read of a file, and what was wrong with it.
#[derive(Debug, Default)]
pub struct Parsed {
    /// The items, in order.
    pub items: Vec<Item>,
    /// The mistakes, in order of place.
    pub mistakes: Vec<Mistake>,
    /// Names that unreadable items would have defined; not to be called unknown.
    pub lost: Vec<String>,
    /// Whether anything could not be read.
    pub unread: bool,
}

/// Bytes for which a thread of their own is worth its while.
const WORTH_A_THREAD: usize = 4_000;

/// Reads the text of a file.
pub fn parse(text: &str, file: FileId) -> Parsed {
    parse_within(text, file, Limits::default().nesting, 1)
}

/// The same, with so many brackets inside each other and no more, and on so many threads where the text is long enough
/// for that. What is read does not depend on them.
pub fn parse_within(text: &str, file: FileId, nesting: u64, threads: usize) -> Parsed {
    let base = Span::at(file, 0);
    let cut = cut(text, base, nesting);
    let unread = !cut.too_deep.is_empty();
    // Of a dash within a name, too, it has been said what is wrong.
    let told = |m: &&Mistake| matches!(m.code, Code::UnclosedQuotation | Code::LookAlikeDash);
    let open = cut.mistakes.iter().filter(told).filter_map(|m| m.span);
    let file = Items { clean: &cut.clean, base, ranges: &cut.items, open: open.map(|s| s.start as usize).collect() };
    let mut parsed = Parsed { mistakes: cut.mistakes, unread, ..Parsed::default() };
    for range in cut.too_deep {
        parsed.lost.extend(second_word(cut.clean.get(range).unwrap_or("")));
    }
    let read = |items: &[Range<usize>]| {
        let mut part = Parsed::default();
        items.iter().for_each(|range| read_item(&file, range.clone(), &mut part));
        part
    };
    let threads = threads.min(text.len() / WORTH_A_THREAD).max(1);
    // More shares than threads: one that comes late takes fewer.
    let shares = shares(&cut.items, text.len(), if threads == 1 { 1 } else { threads * 4 });
    let parts = shared(&shares, vec![(); threads], |(), share| read(share));
    for mut part in parts {
        parsed.items.append(&mut part.items);
        parsed.mistakes.append(&mut part.mistakes);
        parsed.lost.append(&mut part.lost);
        parsed.unread |= part.unread;
    }
    parsed.mistakes.sort_by_key(|m| m.span);
    parsed.mistakes.dedup_by(|b, a| a.span.map(|s| s.start) == b.span.map(|s| s.start) && a.code == b.code);
    parsed
}

/// The items in so many shares of about the same length.
fn shares(items: &[Range<usize>], length: usize, count: usize) -> Vec<&[Range<usize>]> {
    let mut shares = Vec::new();
    let mut rest = items;
    for share in 1..count {
        let end = length / count * share;
        let (before, after) = rest.split_at(rest.partition_point(|item| item.end <= end));
        shares.push(before);
        rest = after;
    }
    shares.push(rest);
    shares
}

/// Reads a condition that stands alone. `base` is where its text begins.
pub fn parse_condition(text: &str, base: Span) -> Result<Condition, Vec<Mistake>> {
    let cut = cut(text, base, Limits::default().nesting);
    if !cut.mistakes.is_empty() {
        return Err(cut.mistakes);
    }
    match Grammar::parse(Rule::lone_condition, &cut.clean) {
        Ok(mut pairs) => {
            let mut builder = Builder::alone(base);
            let condition = pairs.next().map_or(Condition::Any(base), |p| builder.condition_in(&p));
            if builder.mistakes.is_empty() { Ok(condition) } else { Err(builder.mistakes) }
        }
        Err(_) => {
            let piece = Piece { text: &cut.clean, base, place: Place::CONDITION, clause: false };
            Err(explain(&piece).into_iter().collect())
        }
    }
}

/// The items of a file as it was cut.
struct Items<'t> {
    clean: &'t str,
    base: Span,
    ranges: &'t [Range<usize>],
    /// Where quotations begin that are not closed, and where dashes stand: of these it has been said what is wrong.
    open: Vec<usize>,
}

/// Reads one item; what does not fit in it is left out, and the rest is read.
fn read_item(file: &Items<'_>, range: Range<usize>, parsed: &mut Parsed) {
    let Some(slice) = file.clean.get(range.clone()) else { return };
    let item_base = file.base.part(range.start, range.start);
    if let Ok(pairs) = Grammar::parse(Rule::items, slice) {
        build(pairs, item_base, parsed);
        return;
    }
    parsed.unread = true;
    let next = file.ranges.get(file.ranges.partition_point(|r| r.start <= range.start)).map(|next| {
        let line = file.clean.get(next.clone()).and_then(|t| t.lines().next()).map_or(0, |l| l.trim_end().len());
        file.base.part(next.start, next.start + line)
    });
    let quoted: Vec<usize> = file.open.iter().filter_map(|at| at.checked_sub(range.start)).collect();
    let mut rest = recover(slice, item_base, next, &quoted);
    parsed.mistakes.append(&mut rest.mistakes);
    parsed.lost.append(&mut rest.lost);
    if let Ok(pairs) = Grammar::parse(Rule::items, &rest.text) {
        build(pairs, item_base, parsed);
    }
}

fn build(pairs: pest::iterators::Pairs<'_, Rule>, base: Span, parsed: &mut Parsed) {
    let mut builder = Builder::new(base);
    for pair in pairs {
        builder.items(pair, &mut parsed.items);
    }
    parsed.mistakes.append(&mut builder.mistakes);
}

fn second_word(item: &str) -> Option<String> {
    let name: String = item.split_whitespace().nth(1)?.chars().take_while(|c| !matches!(c, '{' | '"')).collect();
    Some(name).filter(|n| !n.is_empty())
}
