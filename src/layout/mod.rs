//! The canonical layout of a text: one way to write it, every comment kept, nothing of its meaning touched.
//!
//! Blocks are indented by two columns, a clause stands on a line of its own. A clause whose tails were written on lines of
//! their own, or that is too long for a line, has each tail on its own line; what is still too long is broken before
//! `and` and `or` and after commas. A blank line between clauses or items stays, and there is never more than one.

mod edition;

pub use edition::second_edition;

use crate::syntax::{Mistake, Token, TokenKind, tokens};
use unicode_width::UnicodeWidthStr as _;

/// Columns of a line.
pub const WIDTH: usize = 120;

/// Lays a text out. `Err` holds the mistakes that keep it from being read; a text without items stays as it is. Lines end
/// as the first of them does.
pub fn layout(text: &str) -> Result<String, Vec<Mistake>> {
    if !text.contains("\r\n") {
        return laid_out(text);
    }
    let windows = text.find('\n').is_some_and(|end| text.get(..end).is_some_and(|line| line.ends_with('\r')));
    let laid = match laid_out(&text.replace("\r\n", "\n")) {
        Ok(laid) => laid,
        // Places are those of the text as it is.
        Err(mistakes) => return Err(tokens(text).err().unwrap_or(mistakes)),
    };
    Ok(if windows { laid.replace('\n', "\r\n") } else { laid })
}

fn laid_out(text: &str) -> Result<String, Vec<Mistake>> {
    let tokens = tokens(text)?;
    if tokens.is_empty() {
        return Ok(text.to_owned());
    }
    let gaps = gaps(text, &tokens);
    let mut printer = Printer { tokens: &tokens, gaps: &gaps, out: String::with_capacity(text.len()) };
    printer.sequence(0, tokens.len(), 0);
    printer.comments(tokens.len(), 0);
    let mut out = printer.out.trim_end().to_owned();
    out.push('\n');
    Ok(out)
}

/// A text on one line, without its comments: the same for every way of writing it. `Err` holds the mistakes that keep it
/// from being read.
pub fn one_line(text: &str) -> Result<String, Vec<Mistake>> {
    let tokens = tokens(text)?;
    let mut printer = Printer { tokens: &tokens, gaps: &[], out: String::with_capacity(text.len()) };
    printer.flat(0, tokens.len());
    Ok(printer.out)
}

/// What stands between two tokens.
#[derive(Debug, Default)]
struct Gap {
    comments: Vec<Comment>,
    /// Whether a line ends in it.
    breaks: bool,
    /// Whether it ends with a blank line, before the next token.
    blank: bool,
}

#[derive(Debug)]
struct Comment {
    text: String,
    /// On the line of the token before it.
    trailing: bool,
    /// With a blank line above.
    blank: bool,
}

/// The gap before each token, and the one after the last.
fn gaps(text: &str, tokens: &[Token]) -> Vec<Gap> {
    let mut out = Vec::with_capacity(tokens.len() + 1);
    let mut from = 0;
    for to in tokens.iter().map(|t| t.start).chain([text.len()]) {
        let mut gap = Gap::default();
        let mut newlines = if from == 0 { 1 } else { 0 };
        for (at, line) in text.get(from..to).unwrap_or("").split('\n').enumerate() {
            if at > 0 {
                newlines += 1;
                gap.breaks = true;
            }
            let hash = line.find(['#', '＃']);
            if let Some(comment) = hash.and_then(|h| line.get(h..)) {
                let comment = comment.trim_end().trim_start_matches(['#', '＃']);
                let text = format!("#{comment}");
                let first = from == 0 && gap.comments.is_empty();
                gap.comments.push(Comment { text, trailing: newlines == 0, blank: newlines > 1 && !first });
                newlines = 0;
            }
        }
        gap.blank = newlines > 1 && (from > 0 || !gap.comments.is_empty());
        out.push(gap);
        from = tokens.get(out.len() - 1).map_or(to, |t| t.end);
    }
    out
}

struct Printer<'a> {
    tokens: &'a [Token],
    gaps: &'a [Gap],
    out: String,
}

impl Printer<'_> {
    fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    fn starts(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.stand.item || t.stand.clause)
    }

    fn is(&self, at: usize, kind: TokenKind) -> bool {
        self.token(at).is_some_and(|t| t.kind == kind)
    }

    fn new_line(&mut self, indent: usize) {
        while self.out.ends_with(' ') {
            self.out.pop();
        }
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
        self.out.extend(std::iter::repeat_n(' ', indent));
    }

    fn blank_line(&mut self) {
        let text = self.out.trim_end_matches(' ').len();
        self.out.truncate(text);
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    /// The comments before a token, each on its line; leaves the cursor at the beginning of a line, or where it was.
    fn comments(&mut self, at: usize, indent: usize) {
        self.some_comments(at, indent, true);
    }

    /// The same inside a clause, where no line is blank.
    fn inner_comments(&mut self, at: usize, indent: usize) {
        self.some_comments(at, indent, false);
    }

    fn some_comments(&mut self, at: usize, indent: usize, apart: bool) {
        let Some(gap) = self.gaps.get(at) else { return };
        for comment in &gap.comments {
            if comment.trailing {
                while self.out.ends_with(' ') {
                    self.out.pop();
                }
                self.out.push_str("  ");
            } else {
                if apart && comment.blank && !self.out.ends_with("{\n") {
                    self.blank_line();
                }
                self.new_line(indent);
            }
            self.out.push_str(&comment.text);
            self.out.push('\n');
        }
    }

    /// Items or clauses, each on its line.
    fn sequence(&mut self, from: usize, to: usize, indent: usize) {
        let mut at = from;
        let mut before: Option<(usize, usize)> = None;
        while at < to {
            let mut end = at + 1;
            let mut depth = usize::from(self.is(at, TokenKind::Open));
            while end < to && (depth > 0 || !self.starts(end)) {
                if self.is(end, TokenKind::Open) {
                    depth += 1;
                } else if self.is(end, TokenKind::Close) {
                    depth = depth.saturating_sub(1);
                }
                end += 1;
            }
            let item = self.token(at).is_some_and(|t| t.stand.item);
            let large = |one| self.is_large(one, indent);
            let apart = item && before.is_some_and(|b| large(b) || large((at, end)));
            let gap = self.gaps.get(at);
            let above = gap.is_some_and(|g| g.comments.first().map_or(g.blank, |c| c.blank && !c.trailing));
            let trailing = gap.is_some_and(|g| g.comments.first().is_some_and(|c| c.trailing));
            if before.is_some() && (above || apart) && !trailing {
                self.blank_line();
            }
            self.comments(at, indent);
            let spoken = gap.is_some_and(|g| !g.comments.is_empty());
            let parted = gap.is_some_and(|g| g.blank || apart && trailing) && !self.out.ends_with("{\n");
            if (before.is_some() || spoken) && parted {
                self.blank_line();
            }
            self.new_line(indent);
            self.clause(at, end, indent);
            before = Some((at, end));
            at = end;
        }
    }

    /// Whether an item has a block that takes more than one line as it is laid out, however it was written.
    fn is_large(&self, (from, to): (usize, usize), indent: usize) -> bool {
        if !(from..to).any(|t| self.is(t, TokenKind::Open)) {
            return false;
        }
        let mut alone = Printer { tokens: self.tokens, gaps: self.gaps, out: String::new() };
        alone.new_line(indent);
        alone.clause(from, to, indent);
        alone.out.contains('\n')
    }

    /// One item or clause, its block included.
    fn clause(&mut self, from: usize, to: usize, indent: usize) {
        let mut at = from;
        while at < to {
            let open = (at..to).find(|t| self.is(*t, TokenKind::Open)).unwrap_or(to);
            self.line(at, open, indent, at > from);
            if open >= to {
                return;
            }
            let close = self.closing(open, to);
            if self.gaps.get(open).is_some_and(|g| !g.comments.is_empty()) {
                self.inner_comments(open, indent + 2);
                self.new_line(indent);
            }
            if !self.out.ends_with([' ', '\n']) {
                self.out.push(' ');
            }
            if self.on_one_line(open, close + 1) && self.fits(open, close + 1) {
                self.flat(open, close + 1);
            } else {
                self.out.push('{');
                self.inside(open + 1, close, indent + 2);
                self.new_line(indent);
                self.out.push('}');
            }
            at = close + 1;
        }
    }

    fn inside(&mut self, from: usize, to: usize, indent: usize) {
        let trailing = self.gaps.get(from).is_some_and(|g| g.comments.first().is_some_and(|c| c.trailing));
        if !trailing {
            self.out.push('\n');
        }
        if from < to {
            self.sequence(from, to, indent);
        }
        // Comments before the closing brace belong to the block; an empty block has them too.
        self.comments(to, indent);
    }

    fn closing(&self, open: usize, to: usize) -> usize {
        let mut depth = 0;
        for at in open..to {
            if self.is(at, TokenKind::Open) {
                depth += 1;
            } else if self.is(at, TokenKind::Close) {
                depth -= 1;
                if depth == 0 {
                    return at;
                }
            }
        }
        to.saturating_sub(1)
    }

    /// Whether a block was written on one line, without a comment.
    fn on_one_line(&self, from: usize, to: usize) -> bool {
        (from + 1..to).all(|t| self.gaps.get(t).is_some_and(|g| !g.breaks && g.comments.is_empty()))
    }

    fn fits(&self, from: usize, to: usize) -> bool {
        self.line_width() + self.width(from, to) <= WIDTH
    }

    fn width(&self, from: usize, to: usize) -> usize {
        (from..to).map(|t| self.token(t).map_or(0, |k| k.text.width()) + usize::from(t > from && self.blank(t))).sum()
    }

    /// Whether a blank stands before a token that follows another on its line.
    fn blank(&self, at: usize) -> bool {
        let closes = self.token(at).is_some_and(|t| matches!(t.text.as_str(), "," | ";" | ")"));
        let opened = at.checked_sub(1).and_then(|b| self.token(b)).is_some_and(|t| t.text == "(");
        !closes && !opened
    }

    fn flat(&mut self, from: usize, to: usize) {
        for at in from..to {
            if at > from && self.blank(at) {
                self.out.push(' ');
            }
            if let Some(token) = self.tokens.get(at) {
                self.out.push_str(&token.text);
            }
        }
    }

    /// Tokens without a block: on one line, or with each tail on a line of its own. `behind` says that they follow a
    /// closing brace.
    fn line(&mut self, from: usize, to: usize, indent: usize, behind: bool) {
        if from >= to {
            return;
        }
        if behind && self.gaps.get(from).is_some_and(|g| !g.comments.is_empty()) {
            self.inner_comments(from, indent + 2);
            self.new_line(indent + 2);
        } else if behind {
            self.out.push(' ');
        }
        let tail = |at: usize| at > from && self.token(at).is_some_and(|t| t.stand.tail);
        let commented = (from + 1..to).any(|t| self.gaps.get(t).is_some_and(|g| !g.comments.is_empty()));
        let broken = (from + 1..to).any(|t| tail(t) && self.gaps.get(t).is_some_and(|g| g.breaks));
        let room = usize::from(self.is(to, TokenKind::Open)) * 2;
        if !commented && !broken && self.fits(from, to + room.min(1)) {
            self.flat(from, to);
            return;
        }
        let mut starts: Vec<usize> = vec![from];
        starts.extend((from + 1..to).filter(|t| tail(*t)));
        let ends = starts.iter().skip(1).copied().chain([to]);
        for (start, end) in starts.iter().copied().zip(ends) {
            if start > from {
                self.inner_comments(start, indent + 2);
                self.new_line(indent + 2);
            }
            self.segment(start, end, indent + 4);
        }
    }

    /// A tail: broken softly where it is too long, at its outermost `and`, `or` and commas first, and after every comment
    /// in it.
    fn segment(&mut self, from: usize, to: usize, indent: usize) {
        let commented = (from + 1..to).any(|t| self.gaps.get(t).is_some_and(|g| !g.comments.is_empty()));
        if !commented && self.fits(from, to) {
            self.flat(from, to);
            return;
        }
        let soft = |at: usize| self.token(at).is_some_and(|t| t.stand.soft);
        let depths = self.depths(from, to);
        let depth_of = |at: usize| depths.get(at - from).copied().unwrap_or(0);
        let outermost = (from + 1..to).filter(|t| soft(*t)).map(depth_of).min();
        let Some(outermost) = outermost else {
            self.words(from, to, indent);
            return;
        };
        let mut starts: Vec<usize> = vec![from];
        starts.extend((from + 1..to).filter(|t| soft(*t) && depth_of(*t) == outermost));
        let ends: Vec<usize> = starts.iter().skip(1).copied().chain([to]).collect();
        for (start, end) in starts.iter().copied().zip(ends) {
            if start > from {
                let commented = self.gaps.get(start).is_some_and(|g| !g.comments.is_empty());
                // A piece goes on where there is room for it, with the blank before it.
                if commented || self.line_width() + 1 + self.width(start, end) > WIDTH {
                    self.inner_comments(start, indent);
                    self.new_line(indent);
                } else if self.blank(start) {
                    self.out.push(' ');
                }
            }
            self.segment(start, end, indent + 2);
        }
    }

    /// How many parentheses are open before each token.
    fn depths(&self, from: usize, to: usize) -> Vec<usize> {
        let mut depth: usize = 0;
        (from..to)
            .map(|at| {
                let text = self.token(at).map_or("", |t| t.text.as_str());
                if text == ")" {
                    depth = depth.saturating_sub(1);
                }
                let here = depth;
                if text == "(" {
                    depth += 1;
                }
                here
            })
            .collect()
    }

    /// Tokens between which nothing may be broken but by a comment.
    fn words(&mut self, from: usize, to: usize, indent: usize) {
        for at in from..to {
            if at > from && self.gaps.get(at).is_some_and(|g| !g.comments.is_empty()) {
                self.inner_comments(at, indent);
                self.new_line(indent);
            } else if at > from && self.blank(at) {
                self.out.push(' ');
            }
            if let Some(token) = self.tokens.get(at) {
                self.out.push_str(&token.text);
            }
        }
    }

    fn line_width(&self) -> usize {
        self.out.rsplit('\n').next().unwrap_or("").width()
    }
}
