//! Markdown: headings, lists, wrapped paragraphs; what stands between lines of dashes above the text.

use super::receipt::LeftKind;
use super::segment::{Line, segment};
use super::{Form, Reader, Source, Statute, Unread, squeezed};

pub(super) struct Markdown;

impl Reader for Markdown {
    fn form(&self) -> Form {
        Form::Markdown
    }

    fn read(&self, source: &Source<'_>) -> Result<Statute, Unread> {
        let (lines, title) = lines(source.text()?);
        Ok(segment(Form::Markdown, lines, title))
    }
}

/// The lines of a text, and the title that is said above it.
fn lines(text: &str) -> (Vec<Line>, Option<String>) {
    let mut out: Vec<Line> = Vec::new();
    let mut title = None;
    let mut apart = true;
    let mut front = false;
    let mut comment = false;
    // Where the rules in a list have numbers of their own, the list's are those of the program that wrote it.
    let counted = text.lines().filter(|l| own_number(l.trim()).is_some()).take(3).count() == 3;
    for (at, printed) in text.lines().enumerate() {
        let line = printed.trim();
        let at = at + 1;
        if at == 1 && line == "---" {
            front = true;
            continue;
        }
        if front {
            if line == "---" || line == "..." {
                front = false;
            } else {
                if let Some(said) = line.strip_prefix("title:") {
                    title = Some(said.trim().trim_matches(['"', '\'']).to_owned()).filter(|t| !t.is_empty());
                }
                out.push(Line { text: squeezed(line), left: Some(LeftKind::Frame), at, ..Line::default() });
            }
            continue;
        }
        if comment || line.starts_with("<!--") {
            comment = !line.contains("-->");
            out.push(Line { text: squeezed(line), left: Some(LeftKind::Frame), at, ..Line::default() });
            apart = true;
            continue;
        }
        if line.is_empty() {
            apart = true;
            continue;
        }
        // The words of a note stand apart from where it is marked.
        if line.starts_with("[^") && line.contains("]:") {
            out.push(Line {
                text: squeezed(&without_emphasis(line)),
                left: Some(LeftKind::Note),
                at,
                ..Line::default()
            });
            apart = true;
            continue;
        }
        // The line before is a heading when it is underlined.
        let under = |sign: char| line.len() >= 3 && line.chars().all(|c| c == sign);
        if under('=') || under('-') || under('*') || under('_') {
            if let Some(last) = out.last_mut().filter(|_| !apart && (under('=') || under('-'))) {
                last.level = if under('=') { 1 } else { 2 };
            }
            apart = true;
            continue;
        }
        let hashes = line.chars().take_while(|c| *c == '#').count();
        let heading = hashes > 0 && line.get(hashes..).is_some_and(|r| r.starts_with([' ', '\t']));
        let body = if heading { line.get(hashes..).unwrap_or("").trim().trim_end_matches('#') } else { line };
        let (body, listed) = if heading { (body, false) } else { without_mark(body, counted) };
        let bold = body.starts_with("**") || body.starts_with("__");
        let text = squeezed(&without_emphasis(body));
        if text.is_empty() {
            continue;
        }
        let level = if heading { u8::try_from(hashes).unwrap_or(15).min(15) } else { 0 };
        out.push(Line { text, level, apart: apart || heading || listed, bold, at, ..Line::default() });
        apart = heading;
    }
    (out, title)
}

/// A line without the mark of a list or of a quotation before it, and whether there was one.
fn without_mark(line: &str, counted: bool) -> (&str, bool) {
    let mut line = line;
    while let Some(rest) = line.strip_prefix("> ") {
        line = rest.trim_start();
    }
    for mark in ["* ", "- ", "+ ", "• "] {
        if let Some(rest) = line.strip_prefix(mark) {
            return (rest.trim_start(), true);
        }
    }
    match list_item(line) {
        Some(inner) if counted => (inner, true),
        Some(_) => (own_number(line).unwrap_or(line), true),
        None => (line, false),
    }
}

/// What an item of a counted list says: `1.   326B. Where …`.
fn list_item(line: &str) -> Option<&str> {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let rest = line.get(digits..)?.strip_prefix('.').filter(|_| digits > 0)?;
    rest.starts_with("  ").then(|| rest.trim_start())
}

/// The same, when it begins with a number of its own.
fn own_number(line: &str) -> Option<&str> {
    let inner = list_item(line)?;
    let word = inner.split_whitespace().next()?;
    let figures = word.starts_with(|c: char| c.is_ascii_digit() || c == '(') || word.len() < 6 && word.ends_with(')');
    (figures && word.ends_with(['.', ')'])).then_some(inner)
}

/// Words without the marks of emphasis, links and escapes; where a link leads is not said by the law.
fn without_emphasis(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let after = rest.get(c.len_utf8()..).unwrap_or("");
        match c {
            '\\' if after.starts_with(|c: char| c.is_ascii_punctuation()) => {
                let escaped = after.chars().next().unwrap_or(' ');
                out.push(escaped);
                rest = after.get(escaped.len_utf8()..).unwrap_or("");
                continue;
            }
            '*' | '`' => {}
            '_' => {
                let inside =
                    out.ends_with(|c: char| c.is_alphanumeric()) && after.starts_with(|c: char| c.is_alphanumeric());
                if inside {
                    out.push('_');
                }
            }
            // The mark of a note, and figures that are set above the line.
            '[' if after.starts_with('^') => {
                rest = after.split_once(']').map_or("", |(_, behind)| behind);
                continue;
            }
            '^' => {}
            '[' => {
                if let Some((shown, behind)) = link(after) {
                    out.push_str(&without_emphasis(shown));
                    rest = behind;
                    continue;
                }
                out.push('[');
            }
            '!' if after.starts_with('[') => {}
            '|' => out.push(' '),
            c => out.push(c),
        }
        rest = after;
    }
    out
}

/// A link: what it shows, and what stands behind it.
fn link(after: &str) -> Option<(&str, &str)> {
    let end = after.find([']', '['])?;
    let (shown, rest) = after.split_at(end);
    let address = rest.strip_prefix("](")?;
    let mut depth = 1usize;
    for (at, c) in address.char_indices().take(400) {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            c if c.is_whitespace() && depth > 4 => return None,
            _ => {}
        }
        if depth == 0 {
            return Some((shown, address.get(at + 1..)?));
        }
    }
    None
}
