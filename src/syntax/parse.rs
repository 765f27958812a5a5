//! Reads the items of a file one by one with pest; a mistake in one does not hide the next.

use super::build::Builder;
use super::cut::{ITEM_WORDS, cut};
use super::lex::keyword;
use super::mistakes::{Arg, Mistake, near};
use super::tree::{Condition, Item};
use crate::text::{FileId, Limits, Span};
use crate::threads::shared;
use pest::Parser;
use pest::error::{ErrorVariant, InputLocation};
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

/// How many mistakes of one item are worth showing.
const MOST_PER_ITEM: usize = 12;

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
    let mut parsed = Parsed { mistakes: cut.mistakes, unread, ..Parsed::default() };
    for range in cut.too_deep {
        parsed.lost.extend(second_word(cut.clean.get(range).unwrap_or("")));
    }
    let read = |items: &[Range<usize>]| {
        let mut part = Parsed::default();
        items.iter().for_each(|range| read_item(&cut.clean, base, range.clone(), &mut part));
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
        Err(error) => {
            let at = match error.location {
                InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
            };
            Err(vec![mistake(&cut.clean, at, base, &error.variant)])
        }
    }
}

/// Reads one item; after a mistake the line of the mistake is left out and the item is read again.
fn read_item(clean: &str, base: Span, range: Range<usize>, parsed: &mut Parsed) {
    let Some(slice) = clean.get(range.clone()) else { return };
    let item_base = base.part(range.start, range.start);
    let mut text = std::borrow::Cow::Borrowed(slice);
    for _ in 0..MOST_PER_ITEM {
        match Grammar::parse(Rule::items, &text) {
            Ok(pairs) => {
                let mut builder = Builder::new(item_base);
                for pair in pairs {
                    builder.items(pair, &mut parsed.items);
                }
                parsed.mistakes.append(&mut builder.mistakes);
                return;
            }
            Err(error) => {
                let at = match error.location {
                    InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
                };
                parsed.unread = true;
                parsed.mistakes.push(mistake(&text, at, item_base, &error.variant));
                match without_line(&text, at) {
                    Some(rest) => text = std::borrow::Cow::Owned(rest),
                    None => break,
                }
            }
        }
    }
    parsed.lost.extend(second_word(slice));
}

fn second_word(item: &str) -> Option<String> {
    let name: String = item.split_whitespace().nth(1)?.chars().take_while(|c| !matches!(c, '{' | '"')).collect();
    Some(name).filter(|n| !n.is_empty())
}

/// The text with the line at `at`, and the deeper-indented lines after it, made blank; `None` when that would change
/// which brackets match.
fn without_line(text: &str, at: usize) -> Option<String> {
    let start = text.get(..at)?.rfind('\n').map_or(0, |n| n + 1);
    let indent = |line: &str| line.len() - line.trim_start().len();
    let first = text.get(start..)?.lines().next()?;
    if start == 0 || first.trim().is_empty() {
        return None;
    }
    let mut end = start + first.len();
    for line in text.get(end..)?.split_inclusive('\n').skip(1) {
        if line.trim().is_empty() || indent(line) <= indent(first) {
            break;
        }
        end += 1 + line.trim_end_matches('\n').len();
    }
    let removed = text.get(start..end)?;
    let balance = |open: char, close: char| removed.matches(open).count() == removed.matches(close).count();
    if !balance('{', '}') || removed.matches('"').count() % 2 == 1 {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    out.push_str(text.get(..start)?);
    out.extend(removed.chars().flat_map(|c| {
        std::iter::repeat_n(if c == '\n' { '\n' } else { ' ' }, if c == '\n' { 1 } else { c.len_utf8() })
    }));
    out.push_str(text.get(end..)?);
    (out.len() == text.len() && out != text).then_some(out)
}

/// The word at a place: a name, a number, a bracket; empty at the end.
fn word_at(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or("");
    let is_word = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    let mut end = 0;
    for (i, c) in rest.char_indices() {
        if !is_word(c) {
            end = if i == 0 && !c.is_whitespace() { c.len_utf8() } else { i };
            break;
        }
        end = i + c.len_utf8();
    }
    rest.get(..end).unwrap_or("")
}

fn mistake(text: &str, at: usize, base: Span, variant: &ErrorVariant<Rule>) -> Mistake {
    let (positives, negatives) = match variant {
        ErrorVariant::ParsingError { positives, negatives } => (positives.as_slice(), negatives.as_slice()),
        ErrorVariant::CustomError { .. } => (&[][..], &[][..]),
    };
    let found = word_at(text, at);
    if found.is_empty() {
        // At the end: the mistake belongs behind the last thing written.
        let end = text.trim_end_matches(|c: char| c.is_whitespace()).len();
        let last = text.get(..end).and_then(|t| t.char_indices().next_back()).map_or(0, |(i, _)| i);
        let span = base.part(last, end);
        let expects_brace = positives.contains(&Rule::close_brace);
        return if expects_brace {
            Mistake::new("unclosed-block", span).and(base.part(0, first_line(text)), "opened")
        } else {
            Mistake::new("ends-too-early", span).arg("expected", expected(positives))
        };
    }
    let span = base.part(at, at + found.len());
    if (negatives.contains(&Rule::reserved) || (positives.contains(&Rule::name) && is_reserved(found)))
        && positives.iter().all(|r| *r == Rule::name || *r == Rule::label)
    {
        return Mistake::new("reserved-word", span).with("found", found);
    }
    let keywords: Vec<String> = positives.iter().filter_map(|r| keyword(*r)).collect();
    let mut suggestion = near(found, keywords.iter().map(String::as_str));
    let mut place = span;
    let mut shown = found;
    if suggestion.is_none() {
        // A misspelt first word of a clause reads as somebody who must do something: look one word back.
        let before = text.get(..at).unwrap_or("").trim_end();
        let start = before
            .rfind(|c: char| !(c.is_alphanumeric() || c == '-'))
            .map_or(0, |i| i + before.get(i..).and_then(|t| t.chars().next()).map_or(1, char::len_utf8));
        let previous = before.get(start..).unwrap_or("");
        let clause_words = [
            "may",
            "must",
            "entitled",
            "define",
            "establishes",
            "relies",
            "justified",
            "text",
            "basis",
            "forbid",
            "require",
            "limit",
            "help",
            "source",
            "governs",
            "state",
            "title",
            "where",
            "unless",
            "giving",
            "within",
            "whenever",
            "notwithstanding",
        ];
        let one_line = !text.get(start..at).unwrap_or("").contains('\n');
        if positives.len() <= 3
            && positives.contains(&Rule::k_must)
            && one_line
            && !ITEM_WORDS.contains(&previous)
            && let Some(word) = near(previous, clause_words)
        {
            suggestion = Some(word);
            place = base.part(start, start + previous.len());
            shown = previous;
        }
    }
    Mistake::new("unexpected", place).with("found", shown).arg("expected", expected(positives)).suggest(suggestion)
}

fn first_line(text: &str) -> usize {
    text.lines().next().map_or(0, |l| l.trim_end().len())
}

fn is_reserved(word: &str) -> bool {
    Grammar::parse(Rule::reserved, word).is_ok()
}

fn expected(positives: &[Rule]) -> Arg {
    let mut words: Vec<String> = positives
        .iter()
        .filter(|r| !matches!(r, Rule::EOI | Rule::reserved | Rule::WHITESPACE | Rule::COMMENT))
        .map(|r| match keyword(*r) {
            Some(word) => word,
            None => format!("grammar-{}", format!("{r:?}").replace('_', "-")),
        })
        .collect();
    words.sort();
    words.dedup();
    Arg::Expected(words)
}
