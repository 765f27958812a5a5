//! Words, numbers, quotations, signs and comments of any text, however broken: what an editor colours, and what a
//! mistake is explained from.

use super::cut::cut;
use super::parse::Rule;
use super::tokens::{Kind, Stand, Token};
use crate::text::{FileId, Limits, Span};
use pest::unicode::{XID_CONTINUE, XID_START};
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// Every word, sign and comment of a text, in order and without overlap; between them is nothing but blanks. Any text
/// has them. Where a word stands in the structure is not known here; see [`super::tokens`] for a text that can be read.
pub fn lex(text: &str) -> Vec<Token> {
    let clean = cut(text, Span::at(FileId::own(0), 0), Limits::default().nesting).clean;
    let mut out: Vec<Token> = Vec::new();
    let mut from = 0;
    for word in words(&clean) {
        // A look-alike is longer than the sign that was read for it.
        let start = before(text, word.start).max(from);
        let end = match word.kind {
            // What a comment says is nothing to whoever reads, and was made blank.
            Kind::Comment => start + text.get(start..).and_then(|rest| rest.lines().next()).map_or(0, str::len),
            _ => whole(text, word.end),
        };
        stray(text, from, start, &mut out);
        from = end.max(from);
        let shown = text.get(start..end).unwrap_or_default().trim_end();
        if !shown.is_empty() {
            out.push(token(start, shown, word.kind));
        }
    }
    stray(text, from, text.len(), &mut out);
    out
}

fn token(start: usize, text: &str, kind: Kind) -> Token {
    Token { start, end: start + text.len(), text: text.to_owned(), kind, stand: Stand::default() }
}

/// Where the character begins that this byte belongs to.
fn before(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// The next place at which a character begins or the text ends.
fn whole(text: &str, at: usize) -> usize {
    (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

/// What stands between two tokens and is not blank: no sign of the language.
fn stray(text: &str, from: usize, to: usize, out: &mut Vec<Token>) {
    let Some(between) = text.get(from..to) else { return };
    let mut rest = between;
    while let Some(at) = rest.find(|c: char| !is_blank(c)) {
        let begin = rest.get(at..).unwrap_or_default();
        let length = begin.find(is_blank).unwrap_or(begin.len());
        let start = to - begin.len();
        out.push(token(start, begin.get(..length).unwrap_or_default(), Kind::Stray));
        rest = begin.get(length..).unwrap_or_default();
    }
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}

/// A word of a cleaned text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word {
    /// Its first byte.
    pub(super) start: usize,
    /// One past its last byte.
    pub(super) end: usize,
    /// What it is.
    pub(super) kind: Kind,
}

/// The words of a cleaned text, comments among them.
pub(super) fn words(clean: &str) -> Vec<Word> {
    let mut out = Vec::new();
    let mut next = 0;
    while let Some(c) = clean.get(next..).and_then(|rest| rest.chars().next()) {
        let start = next;
        let rest = clean.get(start..).unwrap_or_default();
        next += c.len_utf8();
        let (length, kind) = match c {
            c if c.is_whitespace() => continue,
            '#' => (rest.find('\n').unwrap_or(rest.len()), Kind::Comment),
            '"' => (quotation(rest), Kind::Text),
            '{' => (1, Kind::Open),
            '}' => (1, Kind::Close),
            '(' | ')' | ',' | ';' | '=' => (1, Kind::Sign),
            '<' | '>' => (if rest.get(1..2) == Some("=") { 2 } else { 1 }, Kind::Sign),
            '-' if rest.starts_with("->") => (2, Kind::Sign),
            c if XID_START(c) || c.is_ascii_digit() => word(rest),
            c => (c.len_utf8(), Kind::Stray),
        };
        next = start + length;
        let shown = rest.get(..length).unwrap_or_default().trim_end().len();
        out.push(Word { start, end: start + shown, kind });
    }
    out
}

/// A quotation to its closing mark; one that is not closed ends with its line.
fn quotation(rest: &str) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.find('\n').unwrap_or(rest.len())
}

/// A keyword, a name or a number.
fn word(rest: &str) -> (usize, Kind) {
    let mut letters = false;
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let goes_on = XID_CONTINUE(c) || c == '-' && chars.peek().is_some_and(|(_, next)| XID_CONTINUE(*next));
        if !goes_on {
            break;
        }
        letters |= !c.is_ascii_digit() && c != '-';
        end = at + c.len_utf8();
    }
    let kind = match rest.get(..end) {
        _ if !letters => Kind::Number,
        Some(word) if keywords().contains(word) => Kind::Keyword,
        _ => Kind::Name,
    };
    (end, kind)
}

/// The words that hold the language together.
pub(super) fn keywords() -> &'static BTreeSet<String> {
    static KEYWORDS: OnceLock<BTreeSet<String>> = OnceLock::new();
    KEYWORDS.get_or_init(|| Rule::all_rules().iter().filter_map(|rule| keyword(*rule)).collect())
}

/// The keyword a rule stands for, if it stands for one.
pub(super) fn keyword(rule: Rule) -> Option<String> {
    let name = format!("{rule:?}");
    name.strip_prefix("k_").map(|w| w.replace('_', "-"))
}
