//! The tokens of a text with their place in its structure: what a formatter needs, and an editor that colours words.

use super::cut::cut;
use super::mistakes::{Mistake, Severity};
use super::parse::{Grammar, Rule, parse};
use crate::text::{FileId, Limits, Span};
use pest::Parser as _;
use pest::iterators::Pair;

/// Where a token stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stand {
    /// It begins an item.
    pub item: bool,
    /// It begins a clause of a block.
    pub clause: bool,
    /// It begins a tail of its clause: `where …`, `for up to …`, `giving …`, `also called …`.
    pub tail: bool,
    /// A long line may be broken before it: at `and`, at `or`, after a comma.
    pub soft: bool,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A keyword.
    Keyword,
    /// A name, an identifier, the number of an article.
    Name,
    /// A number or a date.
    Number,
    /// A quotation.
    Text,
    /// Any sign.
    Sign,
    /// The brace that opens a block of clauses or items.
    Open,
    /// The brace that closes it.
    Close,
    /// A comment, to the end of its line.
    Comment,
    /// What is no word and no sign of the language.
    Stray,
}

/// A token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Its first byte.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// Its text, with look-alike punctuation made plain.
    pub text: String,
    /// What it is.
    pub kind: Kind,
    /// Where it stands.
    pub stand: Stand,
}

/// The tokens of a text in order, or the mistakes that keep it from being read. Look-alike punctuation is read, and so is
/// what reads in two ways.
pub fn tokens(text: &str) -> Result<Vec<Token>, Vec<Mistake>> {
    let cut = cut(text, Span::at(FileId::own(0), 0), Limits::default().nesting);
    let heavy = |m: &Mistake| m.severity == Severity::Error && !m.code.is_look_alike();
    let parsed = parse(text, FileId::own(0));
    if parsed.unread || cut.mistakes.iter().any(heavy) {
        return Err(parsed.mistakes.into_iter().filter(heavy).collect());
    }
    let mut out = Vec::new();
    for range in cut.items {
        let slice = cut.clean.get(range.clone()).unwrap_or("");
        // What was parsed above parses again.
        let Ok(pairs) = Grammar::parse(Rule::items, slice) else { continue };
        for pair in pairs.flat_map(Pair::into_inner) {
            collect(pair, range.start, None, &mut out);
        }
    }
    for token in out.iter_mut().filter(|t| t.kind == Kind::Text) {
        // A look-alike mark is longer than the plain one, and was made plain with blanks behind it.
        let mark = text.get(token.start..).and_then(|t| t.chars().next()).map_or(1, char::len_utf8);
        if let (2.., Some(inner)) = (mark, text.get(token.start + mark..token.end - 1)) {
            // A plain mark needs no backslash between curly ones, and does between plain ones.
            let mut plain = String::with_capacity(inner.len() + 2);
            plain.push('"');
            let mut escaped = false;
            for c in inner.chars() {
                if c == '"' && !escaped {
                    plain.push('\\');
                }
                escaped = c == '\\' && !escaped;
                plain.push(c);
            }
            plain.push('"');
            token.text = plain;
        }
    }
    Ok(out)
}

/// Rules that begin a line of their own inside a block.
fn is_clause(rule: Rule, parent: Option<Rule>) -> bool {
    matches!(
        rule,
        Rule::article_clause
            | Rule::policy_clause
            | Rule::standard_clause
            | Rule::principle_clause
            | Rule::point_clause
            | Rule::instrument_clause
            | Rule::scenario_clause
            | Rule::edge
    ) || rule == Rule::power_clause && parent == Some(Rule::purpose_item)
}

/// Rules that begin a tail.
fn is_tail(rule: Rule, parent: Option<Rule>) -> bool {
    match rule {
        Rule::where_ | Rule::within | Rule::every => !matches!(
            parent,
            Some(Rule::for_extent | Rule::for_any | Rule::giving | Rule::refusing | Rule::reading | Rule::edge)
        ),
        Rule::by_kind => !matches!(parent, Some(Rule::giving | Rule::refusing | Rule::by_deciding)),
        Rule::because => parent != Some(Rule::policy_excerpt),
        Rule::unless
        | Rule::giving
        | Rule::for_extent
        | Rule::for_any
        | Rule::priority
        | Rule::justified
        | Rule::justified_leg
        | Rule::regardless
        | Rule::accepting
        | Rule::never_justified
        | Rule::citation_quote
        | Rule::citation_source
        | Rule::refusing
        | Rule::final_
        | Rule::reading
        | Rule::ranks_included
        | Rule::ranks_left
        | Rule::time_beyond
        | Rule::term_means
        | Rule::time_source
        | Rule::fact_option
        | Rule::thing_option
        | Rule::authority_option
        | Rule::also_called => true,
        _ => false,
    }
}

fn collect(pair: Pair<'_, Rule>, base: usize, parent: Option<Rule>, out: &mut Vec<Token>) {
    let rule = pair.as_rule();
    if rule == Rule::EOI {
        return;
    }
    let first = out.len();
    let (start, end) = (base + pair.as_span().start(), base + pair.as_span().end());
    let text = pair.as_str().to_owned();
    let mut inner = pair.into_inner().peekable();
    if rule == Rule::text_quote || inner.peek().is_none() {
        // A rule that matched nothing is no token.
        if text.is_empty() {
            return;
        }
        let kind = match rule {
            Rule::text_quote => Kind::Text,
            Rule::number | Rule::date => Kind::Number,
            Rule::open_brace if parent != Some(Rule::label_block) => Kind::Open,
            Rule::close_brace if parent != Some(Rule::label_block) => Kind::Close,
            Rule::name | Rule::instrument_id | Rule::provision | Rule::state_code | Rule::state_name | Rule::lang => {
                Kind::Name
            }
            _ if text.starts_with(|c: char| c.is_alphabetic()) => Kind::Keyword,
            _ => Kind::Sign,
        };
        let soft =
            matches!(rule, Rule::k_and | Rule::k_or) || out.last().is_some_and(|t| t.text == "," && t.end <= start);
        out.push(Token { start, end, text, kind, stand: Stand { soft, ..Stand::default() } });
    } else {
        for child in inner {
            collect(child, base, Some(rule), out);
        }
    }
    if let Some(token) = out.get_mut(first) {
        token.stand.item |= matches!(parent, None | Some(Rule::example)) && format!("{rule:?}").ends_with("_item");
        token.stand.clause |= is_clause(rule, parent);
        token.stand.tail |= is_tail(rule, parent);
    }
}
