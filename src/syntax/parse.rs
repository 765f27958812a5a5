//! Reads the items of a file one by one with pest; a mistake in one does not hide the next.

use super::build::Builder;
use super::code::Code;
use super::cut::cut;
use super::mistakes::Mistake;
use super::reading::Place;
use super::recover::recover;
use super::shift::Shift as _;
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
    parse_after((Kept::default(), Vec::new()), text, file, nesting, threads).0
}

/// How a text was cut and read, kept so that the next text of the same file need not be read where it says the same.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    clean: String,
    parts: Vec<Part>,
}

/// One piece of a text that was cut.
#[derive(Debug, Clone)]
struct Part {
    range: Range<usize>,
    /// How many items it came to.
    items: usize,
    /// It was read as it stands and nothing was wrong with it: its items are those of its text, wherever it stands.
    sound: bool,
}

impl Kept {
    fn text(&self, part: &Part) -> Option<&str> {
        self.clean.get(part.range.clone())
    }

    /// How many pieces at the beginning and at the end of a text are the same as before.
    fn same(&self, clean: &str, ranges: &[Range<usize>]) -> (usize, usize) {
        let same = |(part, range): &(&Part, &Range<usize>)| {
            part.sound && self.text(part).is_some() && self.text(part) == clean.get((*range).clone())
        };
        let head =
            self.parts.iter().zip(ranges).take_while(|(part, range)| part.range == **range && same(&(part, range)));
        let head = head.count();
        let most = self.parts.len().min(ranges.len()) - head;
        let tail = self.parts.iter().rev().zip(ranges.iter().rev()).take(most).take_while(same).count();
        (head, tail)
    }
}

/// The same after another text of this file: `before` is how that was read, and its items. What is read is the same as
/// without it, for what an item says depends on nothing but its own text.
pub fn parse_after(
    (before, mut old): (Kept, Vec<Item>),
    text: &str,
    file: FileId,
    nesting: u64,
    threads: usize,
) -> (Parsed, Kept) {
    let base = Span::at(file, 0);
    let cut = cut(text, base, nesting);
    let unread = !cut.too_deep.is_empty();
    // Of a dash within a name, too, it has been said what is wrong.
    let told = |m: &&Mistake| matches!(m.code, Code::UnclosedQuotation | Code::LookAlikeDash);
    let open = cut.mistakes.iter().filter(told).filter_map(|m| m.span);
    let (head, tail) = before.same(&cut.clean, &cut.items);
    let file = Items { clean: &cut.clean, base, ranges: &cut.items, open: open.map(|s| s.start as usize).collect() };
    let mut parsed = Parsed { mistakes: cut.mistakes, unread, ..Parsed::default() };
    for range in cut.too_deep {
        parsed.lost.extend(second_word(cut.clean.get(range).unwrap_or("")));
    }
    let read = |items: &[Range<usize>]| {
        let (mut part, mut parts) = (Parsed::default(), Vec::with_capacity(items.len()));
        for range in items {
            let (items, mistakes) = (part.items.len(), part.mistakes.len());
            let sound = read_item(&file, range.clone(), &mut part) && part.mistakes.len() == mistakes;
            parts.push(Part { range: range.clone(), items: part.items.len() - items, sound });
        }
        (part, parts)
    };
    // What was read before is taken from there, and moved with its text.
    let count = |parts: &[Part]| parts.iter().map(|part| part.items).sum::<usize>();
    let (kept_head, rest) = before.parts.split_at(head);
    let kept_tail = rest.split_at(rest.len() - tail).1;
    let mut last = old.split_off(old.len() - count(kept_tail).min(old.len()));
    old.truncate(count(kept_head));
    parsed.items = old;
    let mut parts = kept_head.to_vec();
    let between = cut.items.get(head..cut.items.len() - tail).unwrap_or_default();
    let length: usize = between.iter().map(|range| range.len()).sum();
    let threads = threads.min(length / WORTH_A_THREAD).max(1);
    // More shares than threads: one that comes late takes fewer.
    let shares = shares(between, if threads == 1 { 1 } else { threads * 4 });
    for (mut part, mut read) in shared(&shares, vec![(); threads], |(), share| read(share)) {
        parsed.items.append(&mut part.items);
        parsed.mistakes.append(&mut part.mistakes);
        parsed.lost.append(&mut part.lost);
        parsed.unread |= part.unread;
        parts.append(&mut read);
    }
    let mut moved = last.iter_mut();
    for (part, range) in kept_tail.iter().zip(cut.items.get(cut.items.len() - tail..).unwrap_or_default()) {
        let by = range.start as i64 - part.range.start as i64;
        moved.by_ref().take(part.items).for_each(|item| item.shift(by));
        parts.push(Part { range: range.clone(), ..part.clone() });
    }
    parsed.items.append(&mut last);
    parsed.mistakes.sort_by_key(|m| m.span);
    parsed.mistakes.dedup_by(|b, a| a.span.map(|s| s.start) == b.span.map(|s| s.start) && a.code == b.code);
    (parsed, Kept { clean: cut.clean, parts })
}

/// The items in so many shares of about the same length.
fn shares(items: &[Range<usize>], count: usize) -> Vec<&[Range<usize>]> {
    let mut shares = Vec::new();
    let mut rest = items;
    let first = items.first().map_or(0, |item| item.start);
    let length = items.last().map_or(0, |item| item.end) - first;
    for share in 1..count {
        let end = first + length / count * share;
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

/// Reads one item; what does not fit in it is left out, and the rest is read. Whether all of it fits.
fn read_item(file: &Items<'_>, range: Range<usize>, parsed: &mut Parsed) -> bool {
    let Some(slice) = file.clean.get(range.clone()) else { return false };
    let item_base = file.base.part(range.start, range.start);
    if let Ok(pairs) = Grammar::parse(Rule::items, slice) {
        build(pairs, item_base, parsed);
        return true;
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
    false
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
