//! Cuts a file into items before it is read, and makes it safe to read.
//!
//! One linear pass finds where items begin, unclosed quotations, look-alike punctuation, hidden characters and
//! nesting that is too deep. The cleaned text has the same length as the original, byte for byte.

use super::code::Code;
use super::mistakes::{Arg, Mistake};
use crate::text::Span;

/// Words that begin an item at the start of a line.
pub(crate) const ITEM_WORDS: [&str; 32] = [
    "accept",
    "aim",
    "always",
    "article",
    "authority",
    "fact",
    "institution",
    "instrument",
    "kind",
    "measure",
    "never",
    "not",
    "open",
    "party",
    "point",
    "policy",
    "procedure",
    "purpose",
    "rank",
    "reason",
    "relies",
    "reservation",
    "safeguard",
    "scenario",
    "searched",
    "service",
    "standard",
    "principle",
    "step",
    "subject",
    "term",
    "time",
];

/// A plain mark between curly ones, which does not end the quotation.
pub(super) const INNER_MARK: &str = "\u{11}";

/// A file made ready: cleaned text, its items, and what was wrong with its characters.
pub(crate) struct Cut {
    /// Same length as the original.
    pub(crate) clean: String,
    /// Where each item lies.
    pub(crate) items: Vec<std::ops::Range<usize>>,
    /// What was found on the way.
    pub(crate) mistakes: Vec<Mistake>,
    /// Items that nest too deep to be read.
    pub(crate) too_deep: Vec<std::ops::Range<usize>>,
}

fn look_alike(c: char) -> Option<char> {
    Some(match c {
        '｛' => '{',
        '｝' => '}',
        '（' => '(',
        '）' => ')',
        '，' | '、' => ',',
        '；' => ';',
        '＜' | '〈' => '<',
        '＞' | '〉' => '>',
        '＝' => '=',
        '＃' => '#',
        '“' | '”' | '＂' | '„' | '«' | '»' | '「' | '」' | '‘' | '‚' => '"',
        '：' | '。' | '！' | '？' => ' ',
        '—' | '－' | '–' => '-',
        '\u{3000}' | '\u{a0}' => ' ',
        _ => return None,
    })
}

fn closing(opening: char) -> char {
    match opening {
        '“' | '„' | '”' => '”',
        '«' => '»',
        '「' => '」',
        '‘' | '‚' | '’' => '’',
        other => other,
    }
}

fn hidden(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\t')
        || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(c, '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

/// Writing from right to left, and writing whose letters join: there some hidden characters are spelling.
fn is_joined(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{900}'..='\u{d7f}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// The first hidden character in a comment or a quotation, and where it stands in it. What belongs to the spelling of its
/// language is none.
fn first_hidden(text: &str) -> Option<(usize, char)> {
    // Each begins with one of these bytes; most texts have none of them.
    let suspicious =
        |b: u8| b < b' ' && b != b'\n' && b != b'\t' || matches!(b, 0x7f | 0xc2 | 0xd8 | 0xe2 | 0xef | 0xf3);
    if !text.bytes().any(suspicious) {
        return None;
    }
    let joined = text.chars().any(is_joined);
    text.char_indices().find(|(at, c)| match c {
        '\r' => !text.get(at + 1..).is_some_and(|rest| rest.is_empty() || rest.starts_with('\n')),
        '\u{200c}'..='\u{200f}' | '\u{61c}' => !joined,
        c => hidden(*c),
    })
}

fn code_point(c: char) -> String {
    format!("U+{:04X}", c as u32)
}

fn begins_item(rest: &str) -> bool {
    let word: &str = rest.split(|c: char| !c.is_ascii_lowercase()).next().unwrap_or("");
    let after = rest.get(word.len()..).and_then(|r| r.chars().next());
    let next = rest.get(word.len()..).unwrap_or_default().split_whitespace().next().unwrap_or_default();
    ITEM_WORDS.contains(&word)
        && goes_on_as_item(word, next)
        && after.is_none_or(|c| c.is_whitespace() || c == '"' || c == '“')
}

/// Whether a word that begins items and other things too begins one before this word: `not read`, `open fact`.
pub(super) fn goes_on_as_item(word: &str, next: &str) -> bool {
    match word {
        "not" => next == "read",
        // An instrument is open to members.
        "open" => next != "to",
        _ => true,
    }
}

/// Words that begin an item, and a clause of a block too.
const CLAUSES_TOO: [&str; 4] = ["rank ", "point ", "searched ", "not "];

/// Cuts and cleans a text that begins at `base`.
/// More brackets inside each other than `deepest` are refused.
pub(crate) fn cut(text: &str, base: Span, deepest: u64) -> Cut {
    let mut clean = String::with_capacity(text.len());
    let mut mistakes = Vec::new();
    let mut starts: Vec<usize> = Vec::new();
    let mut deep: Vec<usize> = Vec::new();
    let mut open: Vec<(usize, char)> = Vec::new();
    let span = |at: usize, c: char| base.part(at, at + c.len_utf8());
    let mut line_start = true;
    let mut swallowed_brace = false;
    let mut next = 0;
    loop {
        let at = next;
        let rest = text.get(at..).unwrap_or("");
        let Some(c) = rest.chars().next() else { break };
        if line_start && c.is_ascii_lowercase() {
            let line = rest.lines().next().unwrap_or("");
            if begins_item(rest)
                && (open.is_empty() || !CLAUSES_TOO.iter().any(|clause| line.starts_with(clause)))
                && (open.is_empty() || swallowed_brace || line.contains(['{', '｛']) || !line.starts_with("article"))
            {
                starts.push(at);
                open.clear();
                swallowed_brace = false;
            }
        }
        // Most of a file is such characters, which are as they are.
        let plain = rest.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b' ' | b'-' | b',')).count();
        if let Some(run) = rest.get(..plain).filter(|run| !run.is_empty()) {
            clean.push_str(run);
            line_start = false;
            next += plain;
            continue;
        }
        line_start = c == '\n' || at == 0 && c == '\u{feff}';
        next += c.len_utf8();
        match c {
            '#' | '＃' => {
                if c == '＃' {
                    mistakes.push(alike(span(at, c), c, '#'));
                }
                clean.push('#');
                clean.extend(std::iter::repeat_n(' ', c.len_utf8() - 1));
                let comment = rest.find('\n').map_or(text.len(), |end| at + end) - next;
                mistakes.extend(remark(text.get(next..next + comment).unwrap_or(""), base.part(next, next + comment)));
                clean.extend(std::iter::repeat_n(' ', comment));
                next += comment;
            }
            '"' | '“' | '”' | '＂' | '„' | '«' | '「' | '‘' | '‚' => {
                if c != '"' {
                    mistakes.push(alike(span(at, c), c, '"'));
                }
                let inner_start = at + c.len_utf8();
                let close = closing(c);
                let tail = text.get(inner_start..).unwrap_or("");
                let end = match close_of(tail, close) {
                    Some(end) => inner_start + end,
                    None => {
                        mistakes.push(Mistake::new(Code::UnclosedQuotation, span(at, c)));
                        inner_start + tail.find('\n').unwrap_or(tail.len())
                    }
                };
                clean.push('"');
                clean.extend(std::iter::repeat_n(' ', c.len_utf8() - 1));
                let closed = text.get(end..).is_some_and(|t| t.starts_with(close));
                let inner = text.get(inner_start..end).unwrap_or("");
                mistakes.extend(remark(inner, base.part(inner_start, end)));
                mistakes.extend(inner.find('\0').map(|at| {
                    let at = inner_start + at;
                    Mistake::new(Code::HiddenCharacter, base.part(at, at + 1)).with("code", code_point('\0'))
                }));
                if closed {
                    if c == '"' {
                        clean.push_str(inner);
                    } else {
                        clean.push_str(&inner.replace('"', INNER_MARK));
                    }
                    clean.push('"');
                    clean.extend(std::iter::repeat_n(' ', close.len_utf8() - 1));
                } else if let Some(cut) = inner.char_indices().next_back().map(|(i, _)| i) {
                    // The quotation is closed for the writer at the end of its line, so that reading can go on.
                    let inner_text = inner.get(..cut).unwrap_or("");
                    if c == '"' {
                        clean.push_str(inner_text);
                    } else {
                        clean.push_str(&inner_text.replace('"', INNER_MARK));
                    }
                    clean.push('"');
                    clean.extend(std::iter::repeat_n(' ', inner.len() - cut - 1));
                }
                next = if closed { end + close.len_utf8() } else { end };
            }
            '\r' if rest.starts_with("\r\n") => clean.push(' '),
            '\r' => {
                mistakes.push(Mistake::new(Code::LoneCarriageReturn, span(at, c)));
                clean.push(' ');
            }
            '\u{feff}' if at == 0 => clean.push_str("   "),
            c if hidden(c) => {
                mistakes.push(Mistake::new(Code::HiddenCharacter, span(at, c)).with("code", code_point(c)));
                clean.extend(std::iter::repeat_n(' ', c.len_utf8()));
            }
            c => {
                let read_as = look_alike(c);
                if let Some(plain) = read_as {
                    mistakes.push(alike(span(at, c), c, plain));
                    // A hyphen stays beside the sign behind it: the arrow is one word.
                    let blanks = std::iter::repeat_n(' ', c.len_utf8() - 1);
                    if plain == '-' {
                        clean.extend(blanks);
                        clean.push(plain);
                    } else {
                        clean.push(plain);
                        clean.extend(blanks);
                    }
                } else {
                    clean.push(c);
                }
                match read_as.unwrap_or(c) {
                    plain @ ('{' | '(') => {
                        open.push((at, plain));
                        if open.len() as u64 == deepest + 1 {
                            mistakes.push(
                                Mistake::new(Code::NestedTooDeep, span(at, c)).arg("most", Arg::Number(deepest as i64)),
                            );
                            deep.push(at);
                        }
                    }
                    '}' => {
                        while let Some((_, bracket)) = open.pop() {
                            if bracket == '{' {
                                break;
                            }
                        }
                    }
                    ')' if open.last().is_some_and(|(_, b)| *b == '(') => {
                        open.pop();
                    }
                    '\n' => swallowed_brace = open.iter().any(|(_, b)| *b == '{'),
                    _ => {}
                }
            }
        }
    }
    if let Some(first) = first_word(&clean)
        && starts.first().is_none_or(|s| first < *s)
    {
        starts.insert(0, first);
    }
    let mut items: Vec<std::ops::Range<usize>> = Vec::new();
    for (i, start) in starts.iter().enumerate() {
        let end = starts.get(i + 1).copied().unwrap_or(clean.len());
        items.push(*start..end);
    }
    let (too_deep, items): (Vec<_>, Vec<_>) = items.into_iter().partition(|r| deep.iter().any(|d| r.contains(d)));
    Cut { clean, items, mistakes, too_deep }
}

/// The first byte that is neither blank nor in a comment. Comments are blank but for their `#` by now.
fn first_word(clean: &str) -> Option<usize> {
    let mut comment = false;
    for (at, c) in clean.char_indices() {
        match c {
            '\n' => comment = false,
            '#' => comment = true,
            c if comment || c.is_whitespace() => {}
            _ => return Some(at),
        }
    }
    None
}

fn alike(span: Span, c: char, plain: char) -> Mistake {
    if plain == ' ' {
        Mistake::new(Code::LookAlikeNothing, span).with("found", c.to_string())
    } else if plain == '"' && c != '＂' && c != '「' && c != '」' {
        Mistake::new(Code::LookAlikeQuotation, span).with("found", c.to_string())
    } else if matches!(c, '—' | '–') {
        Mistake::new(Code::LookAlikeDash, span).with("found", c.to_string())
    } else {
        Mistake::new(Code::LookAlike, span).with("found", c.to_string()).with("plain", plain.to_string())
    }
}

/// The remark on the first hidden character of a comment or a quotation that stands at `place`. A NUL is a mistake of its
/// own.
fn remark(text: &str, place: Span) -> Option<Mistake> {
    let (at, c) = first_hidden(text).filter(|(_, c)| *c != '\0')?;
    Some(Mistake::warning(Code::HiddenCharacter, place.part(at, at + c.len_utf8())).with("code", code_point(c)))
}

/// Where a quotation ends: the closing mark, unless an item begins first at the start of a line.
fn close_of(tail: &str, close: char) -> Option<usize> {
    let mut next = 0;
    loop {
        let at = next + tail.get(next..)?.find(['\\', '\n', close])?;
        let mut rest = tail.get(at..)?.chars();
        let mut found = rest.next()?;
        if found == close {
            return Some(at);
        }
        if found == '\\' {
            // What it stands before is no mark, but may still end the line.
            found = rest.next()?;
        }
        if found == '\n' && begins_item(rest.as_str()) {
            return None;
        }
        next = tail.len() - rest.as_str().len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::FileId;

    #[test]
    fn cleaning_keeps_every_byte_in_its_place() {
        for text in
            ["fact a｛ “名” ｝ # 注\nfact b", "\u{feff}fact a\r\nfact b", "fact a \"open\nfact b", "a\rb\u{202e}"]
        {
            assert_eq!(cut(text, Span::at(FileId::own(0), 0), 200).clean.len(), text.len(), "{text:?}");
        }
    }

    /// Marks of direction and characters of no width deceive, but for those that are how a language is spelt.
    #[test]
    fn what_is_hidden_in_comments_and_quotations_is_remarked() {
        use crate::syntax::Severity::{Error, Warning};
        let found = |text: &str| -> Vec<(u32, crate::syntax::Severity)> {
            cut(text, Span::at(FileId::own(0), 0), 200)
                .mistakes
                .iter()
                .map(|m| (m.span.unwrap().start, m.severity))
                .collect()
        };
        assert_eq!(found("# a\u{202e}b\u{202e}\nfact a\n"), [(3, Warning)]);
        assert_eq!(found("fact a \"b\u{200b}\"\n# \u{2066}\n"), [(9, Warning), (16, Warning)]);
        assert_eq!(found("fact a \"b\0c\"\n"), [(9, Error)]);
        assert_eq!(found("fact a \"b\u{1b}[0m\0\"\n"), [(9, Warning), (13, Error)]);
        // A joiner in Persian is spelling, in English it is none; an override is none anywhere.
        assert_eq!(found("fact a \"\u{645}\u{6cc}\u{200c}\u{634}\"\n"), []);
        assert_eq!(found("fact a \"de\u{200c}tain\"\n").len(), 1);
        assert_eq!(found("fact a \"\u{645}\u{202e}\"\n").len(), 1);
        // Lines end as they like.
        assert_eq!(found("# a\r\nfact a \"b\r\nc\"\r\n"), []);
        assert_eq!(found("fact a \"caf\u{e9} \u{2014} \u{4e00}\"\n"), []);
    }

    #[test]
    fn a_quotation_ends_at_its_mark_and_not_at_an_escaped_one() {
        let text = "fact a \"x \\\" y\\\\\" # a \" 注\nfact b \"c\ntext \\\nfact d\" \"e\"\n";
        let cut = cut(text, Span::at(FileId::own(0), 0), 200);
        assert_eq!(cut.clean.len(), text.len());
        assert!(cut.clean.starts_with("fact a \"x \\\" y\\\\\" #  "), "{}", cut.clean);
        let items: Vec<&str> = cut.items.iter().filter_map(|range| cut.clean.get(range.clone())).collect();
        // The quotation that is never closed ends with its line, and at the latest where the next item begins.
        assert_eq!(items.len(), 3, "{items:?}");
        assert!(items[1].starts_with("fact b \""), "{items:?}");
        assert!(items[2].starts_with("fact d\" \"e\""), "{items:?}");
    }

    #[test]
    fn an_item_begins_at_the_start_of_a_line_even_after_a_missing_brace() {
        let text = "article 1 {\n  may detain x\narticle 2 {\n}\nfact y\n";
        let cut = cut(text, Span::at(FileId::own(0), 0), 200);
        assert_eq!(cut.items.len(), 3);
    }
}
