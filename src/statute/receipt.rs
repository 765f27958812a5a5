//! The receipt of a reading: how much of a source went into articles, what did not and where, and what is odd about the
//! numbers. Nothing that was read is left unsaid.

use super::Form;
use super::number::Number;

/// What a reading made of a source. Every count is of letters and figures; signs and blanks are not counted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Receipt {
    /// The form it was read as.
    pub form: Form,
    /// The character set it was written in, when it is another than UTF-8.
    pub charset: Option<&'static str>,
    /// Signs that no character set explains, each replaced by U+FFFD.
    pub unreadable: usize,
    /// The first heading, as it is printed: what the articles were known by.
    pub heading: String,
    /// Letters of the source.
    pub letters: usize,
    /// Of them those that stand in an article, its number and its heading.
    pub placed: usize,
    /// Articles found.
    pub found: usize,
    /// The first and the last number.
    pub ends: Option<(String, String)>,
    /// Numbers that are skipped, a run as 12–15.
    pub missing: Vec<String>,
    /// How many they are.
    pub missing_count: u64,
    /// Numbers that two articles bear.
    pub doubled: Vec<String>,
    /// Numbers that stand before a smaller one, or behind a larger one.
    pub disordered: Vec<String>,
    /// What is in no article.
    pub left: Vec<Left>,
    /// Lines that look like the heading of an article and were read as words of the article before.
    pub words: Vec<Rival>,
    /// What else the articles could have been known by.
    pub readings: Vec<Reading>,
    /// An article far longer than the others, which may have swallowed what follows it: its number and its letters.
    pub longest: Option<(String, usize)>,
}

/// What stands in no article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// What it is.
    pub kind: LeftKind,
    /// Its letters.
    pub letters: usize,
    /// The line it begins at, counted in the text that was read; none where there are no lines.
    pub line: Option<usize>,
    /// How it begins.
    pub begins: String,
}

/// What something is that stands in no article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftKind {
    /// The title of the law.
    Title,
    /// What stands before the first article.
    Before,
    /// A table of contents.
    Contents,
    /// The heading of a part, a chapter, a section.
    Part,
    /// What is said between the articles and is none of them.
    Between,
    /// A schedule, an annex, additional, transitional and final provisions that are numbered by themselves.
    Annex,
    /// Notes of the editors.
    Note,
    /// What the page is framed with: menus, running heads, numbers of pages.
    Frame,
    /// The words of another law, quoted.
    Quoted,
}

impl LeftKind {
    /// The id of the message that names it.
    pub fn message(self) -> &'static str {
        match self {
            LeftKind::Title => "left-title",
            LeftKind::Before => "left-before",
            LeftKind::Contents => "left-contents",
            LeftKind::Part => "left-part",
            LeftKind::Between => "left-between",
            LeftKind::Annex => "left-annex",
            LeftKind::Note => "left-note",
            LeftKind::Frame => "left-frame",
            LeftKind::Quoted => "left-quoted",
        }
    }
}

/// A line that looks like a heading and was read as words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rival {
    /// The article it was read into.
    pub article: String,
    /// The line.
    pub line: usize,
    /// How it begins.
    pub begins: String,
}

/// Another way to read the same source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Its first heading, as it is printed.
    pub heading: String,
    /// The articles it finds.
    pub found: usize,
    /// The letters it places.
    pub placed: usize,
}

/// Letters a line of a receipt shows of what is left out.
const SHOWN: usize = 60;

impl Receipt {
    /// Of a thousand letters, those that stand in articles.
    pub fn per_mille(&self) -> usize {
        (self.placed * 1000).checked_div(self.letters).unwrap_or(0)
    }

    /// Of a thousand letters that could stand in articles, those that do. What is known to be something else is not
    /// counted, nor is what stands before an article 1.
    pub fn per_mille_of_the_law(&self) -> usize {
        use LeftKind::{Annex, Before, Contents, Frame, Note, Part, Quoted, Title};
        let whole = self.ends.as_ref().is_some_and(|(first, _)| is_first(first));
        let known = |left: &&Left| match left.kind {
            Title | Contents | Part | Annex | Note | Frame | Quoted => true,
            Before => whole,
            LeftKind::Between => false,
        };
        let known: usize = self.left.iter().filter(known).map(|l| l.letters).sum();
        (self.placed * 1000).checked_div(self.letters.saturating_sub(known)).unwrap_or(0)
    }

    /// Why this reading should not be trusted, as ids of messages; none when it may be.
    pub fn doubts(&self) -> Vec<&'static str> {
        let mut out = Vec::new();
        if self.per_mille_of_the_law() < 500 || self.per_mille() < 100 {
            out.push("receipt-little");
        }
        if !self.doubled.is_empty() || !self.disordered.is_empty() {
            out.push("receipt-order");
        }
        if self.missing_count > 2 * self.found as u64 {
            out.push("receipt-gaps");
        }
        // One in two hundred signs unreadable is another character set.
        if self.unreadable * 200 > self.letters {
            out.push("receipt-signs");
        }
        out
    }

    /// Notes the order of the numbers. Articles of an annex are counted by themselves.
    pub(super) fn order(&mut self, numbers: &[(Number, String, bool)], lengths: &[usize]) {
        self.found = numbers.len();
        self.ends = numbers.first().zip(numbers.last()).map(|(a, b)| (a.1.clone(), b.1.clone()));
        let mut last: Option<&str> = None;
        let mut sorted: Vec<&str> = numbers.iter().map(|(_, label, _)| label.as_str()).collect();
        sorted.sort_unstable();
        for pair in sorted.windows(2) {
            // Annexes count their parts by themselves.
            if let [a, b] = pair
                && a == b
                && !a.starts_with("annex")
                && last != Some(*a)
            {
                last = Some(*a);
                self.doubled.push((*a).to_owned());
            }
        }
        let mut before: Option<&Number> = None;
        for (number, label, begins) in numbers {
            if let Some(before) = before.filter(|_| !begins) {
                match before.gap_to(number) {
                    Some(0) => {}
                    Some(_) if number.key.len() >= 2 && number.base() > before.base() + 1 => {
                        let (from, to) = (before.base() + 1, number.base() - 1);
                        self.missing_count += to + 1 - from;
                        self.missing.push(if from == to { from.to_string() } else { format!("{from}–{to}") });
                    }
                    Some(_) => {}
                    None if before.compare(number).is_eq() => {}
                    None => self.disordered.push(label.clone()),
                }
            }
            before = Some(number);
        }
        let mut by_length: Vec<usize> = lengths.to_vec();
        by_length.sort_unstable();
        let middle = by_length.get(by_length.len() / 2).copied().unwrap_or(0);
        self.longest = lengths
            .iter()
            .zip(numbers)
            .max_by_key(|(length, _)| **length)
            .filter(|(length, _)| {
                by_length.len() > 2 && **length > 4_000 && **length > 20 * middle.max(1) && **length * 10 > self.letters
            })
            .map(|(length, (_, label, _))| (label.clone(), *length));
    }

    /// Adds something that is left out to what stands before it, when it is of the same kind and follows it at once.
    pub(super) fn leave(&mut self, kind: LeftKind, text: &str, line: Option<usize>, follows: bool) {
        let letters = letters(text);
        if letters == 0 {
            return;
        }
        match self.left.last_mut().filter(|last| follows && last.kind == kind) {
            Some(last) => last.letters += letters,
            None => {
                let mut begins: String = super::squeezed(text).chars().take(SHOWN).collect();
                if text.chars().count() > SHOWN {
                    begins.push('…');
                }
                self.left.push(Left { kind, letters, line, begins });
            }
        }
    }
}

/// Whether a number is that of a law's first article.
fn is_first(label: &str) -> bool {
    ["1", "I", "unico", "unica", "unique", "L111-1", "A1"].contains(&label) || label.starts_with("decree-")
}

/// How many letters and figures a text has.
pub(super) fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}
