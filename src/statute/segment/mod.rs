//! From lines to articles: which lines are headings, which of the ways to read them is meant, and where every other line
//! belongs. Each line ends in exactly one place, and the receipt says which.

mod read;

use super::conventions::{AFTER, BEFORE, BEYOND, GOES_ON, OF, PARTS, PARTS_BEHIND, REFERENCE, SIGNS};
use super::number::{Kind, Number, bare, east_asian, figure, number_at, roman};
use super::receipt::{LeftKind, letters};
use super::{Form, Statute};
use std::collections::{BTreeMap, HashMap, HashSet};

/// A line of a source, without its marks.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    /// Its words.
    pub(super) text: String,
    /// The level of a heading, when the form says that it is one; 0 where it does not.
    pub(super) level: u8,
    /// Whether something separates it from the line before: an empty line, a block of its own.
    pub(super) apart: bool,
    /// Whether it begins in bold letters.
    pub(super) bold: bool,
    /// What the form says of it: a frame of the page, a note.
    pub(super) left: Option<LeftKind>,
    /// The line of the source, counted from one.
    pub(super) at: usize,
    /// Where machines find it.
    pub(super) anchor: Option<String>,
}

/// A line that may be the heading of an article.
#[derive(Debug, Clone)]
struct Candidate {
    line: usize,
    number: Number,
    /// Where what follows the number begins in the line.
    rest: usize,
    /// A heading by its form; what is none may be one when the numbers ask for it.
    strong: bool,
    /// Said in the middle of a sentence, or quoted: never a heading.
    never: bool,
    /// In the middle of a sentence only by the width of the line before: a heading where it is the next number.
    doubtful: bool,
    group: Group,
}

/// What the articles of one reading have in common.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Group {
    /// The word before or behind the number; empty where the number stands alone.
    word: String,
    kind: Kind,
    /// Whether the form marks it as a heading.
    marked: bool,
    /// How a number that stands alone is written.
    style: u8,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// The line with the number of an article.
    Number(usize),
    /// A heading that stands above the number.
    Above(usize),
    /// Words of an article.
    Words(usize),
    /// In no article.
    Left(LeftKind),
}

/// How many groups of candidates are followed up.
const MOST_GROUPS: usize = 12;

/// More lines that look like headings than this are none.
const MOST_CANDIDATES: usize = 40_000;

/// What is added to the style of a number that is made of several: 13.1.1.
const DOTTED: u8 = 20;

/// How many lines a running head stands from the number of the page.
const BESIDE: usize = 8;

/// How far back the heading before is looked for.
const WINDOW: usize = 300;

/// Makes a statute of lines.
pub(super) fn segment(form: Form, lines: Vec<Line>, title: Option<String>) -> Statute {
    with_places(form, lines, title).0
}

/// The same, and the lines that the articles begin at.
pub(super) fn with_places(form: Form, mut lines: Vec<Line>, title: Option<String>) -> (Statute, Vec<usize>) {
    frame(&mut lines);
    join_words(&mut lines);
    let page = Page::of(&lines);
    let mut candidates = page.candidates();
    // No statute has as many articles; to look for the best chain of them would take minutes.
    if candidates.len() > MOST_CANDIDATES {
        candidates.clear();
    }
    let mut groups: BTreeMap<&Group, usize> = BTreeMap::new();
    for candidate in candidates.iter().filter(|c| !c.never) {
        *groups.entry(&candidate.group).or_default() += 1;
    }
    let mut groups: Vec<(&Group, usize)> = groups.into_iter().collect();
    groups.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let mut readings: Vec<Read> = Vec::new();
    for (group, _) in groups.into_iter().take(MOST_GROUPS) {
        let of: Vec<Candidate> = candidates.iter().filter(|c| c.group == *group).cloned().collect();
        readings.extend(page.read(&of, group.word.is_empty() && !group.marked));
    }
    // Numbers that stand alone, in whatever style: `1.`, `2.(1)`, `3 Title`.
    for marked in [true, false] {
        let mut of: Vec<Candidate> = candidates
            .iter()
            .filter(|c| c.group.word.is_empty() && c.group.marked == marked && !c.number.label.contains('.'))
            .cloned()
            .collect();
        of.dedup_by_key(|c| c.line);
        readings.extend(page.read(&of, !marked));
    }
    readings.sort_by(|a, b| b.score.total_cmp(&a.score));
    page.finish(form, title, readings)
}

/// A reading: what every line is under it.
struct Read {
    articles: Vec<Article>,
    roles: Vec<Role>,
    rivals: Vec<(usize, usize)>,
    placed: usize,
    score: f64,
    heading: String,
}

/// An article of a reading.
#[derive(Debug, Clone)]
struct Article {
    number: Number,
    label: String,
    line: usize,
    rest: usize,
    above: Option<usize>,
    /// Counted by itself: the annex, the decree around a regulation.
    apart: bool,
}

/// The lines, and what is known of them whatever the articles are called.
struct Page {
    lines: Vec<Line>,
    /// Letters of each line.
    letters: Vec<usize>,
    /// Whether a line goes on with the sentence of the one before.
    flows: Vec<bool>,
    /// The same, where nothing but the width of the line before says so.
    by_width: Vec<bool>,
    /// Whether a line stands within what is quoted.
    quoted: Vec<bool>,
    /// Headings of parts; true for those that lie beyond the articles.
    division: Vec<Option<bool>>,
    /// How many headings of parts, and how many beginnings of what lies beyond, stand before each line.
    counts: Vec<(usize, usize)>,
    /// How wide the lines are where a text is broken into lines of one width.
    width: Option<usize>,
}

const OPENS: [char; 5] = ['“', '«', '„', '「', '『'];
const CLOSES: [char; 4] = ['”', '»', '」', '』'];

impl Page {
    fn of(lines: &[Line]) -> Page {
        let counts: Vec<usize> = lines.iter().map(|l| l.text.chars().count()).collect();
        let width = width(lines, &counts);
        let mut page = Page {
            letters: lines.iter().map(|l| letters(&l.text)).collect(),
            flows: Vec::new(),
            by_width: Vec::new(),
            quoted: Vec::new(),
            division: Vec::new(),
            counts: Vec::new(),
            width,
            lines: lines.to_vec(),
        };
        let flows: Vec<Option<bool>> = (0..lines.len()).map(|at| page.goes_on(at, &counts)).collect();
        page.flows = flows.iter().map(Option::is_some).collect();
        page.by_width = flows.iter().map(|f| *f == Some(true)).collect();
        page.quoted = quoted(lines);
        page.division = (0..lines.len()).map(|at| page.divides(at)).collect();
        let mut sum = (0, 0);
        page.counts.push(sum);
        for division in &page.division {
            sum.0 += usize::from(division.is_some());
            sum.1 += usize::from(*division == Some(true));
            page.counts.push(sum);
        }
        page
    }

    /// Whether the heading of a part stands from one line up to another.
    fn is_parted(&self, from: usize, to: usize) -> bool {
        let count = |at: usize| self.counts.get(at).map_or(0, |c| c.0);
        count(to) > count(from)
    }

    /// Whether something that lies beyond the articles begins from one line up to another.
    fn is_beyond(&self, from: usize, to: usize) -> bool {
        let count = |at: usize| self.counts.get(at).map_or(0, |c| c.1);
        count(to) > count(from)
    }

    fn line(&self, at: usize) -> &str {
        self.lines.get(at).map_or("", |l| l.text.as_str())
    }

    fn is_left(&self, at: usize) -> bool {
        self.lines.get(at).is_none_or(|l| l.left.is_some() || l.text.is_empty())
    }

    /// The line before that says something.
    fn before(&self, at: usize) -> Option<usize> {
        (0..at).rev().take(8).find(|b| !self.is_left(*b))
    }

    fn after(&self, at: usize) -> Option<usize> {
        (at + 1..self.lines.len()).take(8).find(|b| !self.is_left(*b))
    }

    /// Whether a line goes on with the sentence of the line before it; true where only the width of that line says so.
    fn goes_on(&self, at: usize, counts: &[usize]) -> Option<bool> {
        let line = self.lines.get(at)?;
        let last = self.before(at)?;
        let before = self.lines.get(last)?;
        let apart = (last + 1..=at).any(|a| self.lines.get(a).is_some_and(|l| l.apart && l.left.is_none()));
        if line.level > 0 || before.level > 0 || apart {
            return None;
        }
        let text = before.text.trim_end();
        if text.ends_with(['.', ';', ':', '!', '?', '。', '；', '：', '」', '”', '»', '"', '؛', '۔']) {
            return None;
        }
        if text.ends_with([',', '，', '、', '،']) {
            return Some(false);
        }
        let word = text.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        if word.chars().next().is_some_and(|c| !c.is_uppercase()) && GOES_ON.contains(&bare(word).as_str()) {
            return Some(false);
        }
        // Broken at the width of the page.
        let full = self.width.is_some_and(|w| counts.get(last).is_some_and(|c| c * 100 >= w * 72));
        (full && !text.ends_with([')', ']'])).then_some(true)
    }

    /// Whether a line heads a part, or begins what lies beyond the articles.
    fn divides(&self, at: usize) -> Option<bool> {
        let line = self.lines.get(at)?;
        let text = line.text.as_str();
        let count = text.chars().count();
        if line.left.is_some() || text.is_empty() || self.flows.get(at).copied().unwrap_or(false) {
            return None;
        }
        // A heading the form marks may be long.
        if count > if line.level > 0 { 400 } else { 110 } {
            return None;
        }
        let sentence = line.level == 0 && text.ends_with(['.', ';', ',', ':', '。', '；', '，', '：']) && count > 24;
        let plain = bare(text);
        let capital = text.chars().find(|c| c.is_alphabetic()).is_some_and(|c| !c.is_lowercase());
        if !capital {
            return None;
        }
        for word in BEYOND {
            let Some(rest) = plain.strip_prefix(word) else { continue };
            let ends = !rest.starts_with(|c: char| c.is_alphanumeric() && word.is_ascii());
            let tail = rest.trim_start();
            let behind = tail.split(|c: char| !c.is_alphanumeric()).find(|w| !w.is_empty()).unwrap_or("");
            let small =
                text.chars().skip(word.chars().count()).find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase);
            let ordinal = word.contains(' ') && word.starts_with("disposi");
            let alone = tail.trim_matches(|c: char| !c.is_alphanumeric()).is_empty();
            let numbered = behind.chars().all(|c| figure(c).is_some())
                || behind.len() == 1
                || roman(&behind.to_uppercase()).is_some();
            let title = !small && (line.level > 0 || !sentence);
            let upper = text.chars().filter(|c| c.is_alphabetic()).all(|c| !c.is_lowercase());
            if ends
                && (alone
                    || ordinal && line.level + u8::from(!sentence || text.contains(". ")) > 0
                    || numbered && title
                    || line.level > 0 && !small
                    || upper && !sentence)
            {
                return Some(true);
            }
        }
        if let Some(rest) = text.strip_prefix('第').or_else(|| text.strip_prefix('제')) {
            let (head, tail) =
                rest.split_once(['章', '节', '節', '编', '編', '卷', '款', '目', '장', '절', '편', '관'])?;
            let number = head.chars().count() <= 6
                && !head.is_empty()
                && head.trim().chars().all(|c| {
                    figure(c).is_some() || super::numerals::chinese(&c.to_string()).is_some() || "十百".contains(c)
                });
            // 第一款 at the beginning of a line is a paragraph that is spoken of; 第一款　総則 heads one.
            let paragraph =
                rest.get(head.len()..).is_some_and(|r| r.starts_with(['款', '目', '관'])) && line.level == 0;
            let ends = tail.is_empty() && !paragraph
                || tail.starts_with([' ', '\u{3000}', '　'])
                || line.level > 0
                || tail.chars().count() < 16 && !paragraph;
            return (number && ends && count < 48).then_some(false);
        }
        if text == "附则" || text == "附 则" || text == "附　则" || text == "总则" {
            return Some(false);
        }
        if sentence {
            return None;
        }
        let mut words = plain.split(|c: char| !(c.is_alphanumeric() || c == '-')).filter(|w| !w.is_empty());
        let (mut first, second) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
        // Marks of tone are no letters.
        if !first.is_ascii() {
            first = plain.split_whitespace().next().unwrap_or("");
        }
        let number = |w: &str| {
            w.chars().all(|c| figure(c).is_some()) && !w.is_empty()
                || roman(&w.to_uppercase()).is_some()
                || w.chars().count() == 1
                || number_at(w).is_some_and(|(_, rest)| rest.is_empty())
                || WRITTEN_PARTS.contains(&w)
        };
        if PARTS.contains(&first) && (second.is_empty() || number(second) || !first.is_ascii()) {
            // *Part III of the Act applies to …* goes on in small letters; a title does not.
            let printed = text.split_whitespace().nth(2).unwrap_or("");
            let small = printed.chars().next().is_some_and(char::is_lowercase) && line.level == 0;
            let joined = text
                .split_whitespace()
                .nth(1)
                .is_some_and(|n| n.ends_with(['.', ':', '—', '-', '–']) || n.contains("--"));
            return (!small || joined).then_some(false);
        }
        // I. Fejezet, BİRİNCİ BÖLÜM, 1 luku.
        (PARTS_BEHIND.contains(&second) && (number(first) || first.ends_with("inci")) && count < 80).then_some(false)
    }

    /// Every line that may head an article.
    fn candidates(&self) -> Vec<Candidate> {
        let mut out = Vec::new();
        for at in 0..self.lines.len() {
            if self.is_left(at) || self.division.get(at).copied().flatten() == Some(true) {
                continue;
            }
            out.extend(self.candidate(at));
        }
        out
    }

    fn candidate(&self, at: usize) -> Option<Candidate> {
        let line = self.lines.get(at)?;
        let text = line.text.as_str();
        let doubtful = self.by_width.get(at).copied().unwrap_or(false);
        let never =
            !doubtful && self.flows.get(at).copied().unwrap_or(false) || self.quoted.get(at).copied().unwrap_or(false);
        let marked = line.level > 0;
        let at_end = |rest: &str| text.len() - rest.len();
        if let Some((number, rest)) = east_asian(text) {
            let heads = rest.is_empty() || rest.starts_with([' ', '\u{3000}', '【', '（', '(', '：', ':', '[']);
            let group = Group { word: "第条".to_owned(), kind: number.kind, marked: false, style: 0 };
            return Some(Candidate {
                line: at,
                number,
                rest: at_end(rest),
                strong: heads || marked,
                never,
                doubtful,
                group,
            });
        }
        if let Some((word, rest)) = word_before(text) {
            let (number, rest) = number_at(rest.trim_start())?;
            let (strong, refused) = self.heads(at, rest, &word);
            let group = Group { word, kind: number.kind, marked, style: 0 };
            let never = never || refused && !marked || !self.starts_large(text) || self.introduces(at, rest);
            return Some(Candidate {
                line: at,
                number,
                rest: at_end(rest),
                strong: strong || marked,
                never,
                doubtful,
                group,
            });
        }
        if let Some((number, rest)) = chinese_item(text) {
            let group = Group { word: "、".to_owned(), kind: number.kind, marked: false, style: 0 };
            return Some(Candidate {
                line: at,
                number,
                rest: at_end(rest),
                strong: line.apart,
                never,
                doubtful,
                group,
            });
        }
        let (number, rest) = number_at(text)?;
        if number.kind != Kind::Figures {
            return None;
        }
        if let Some((word, rest)) = word_behind(rest) {
            let (strong, refused) = self.heads(at, rest, &word);
            let group = Group { word: format!("…{word}"), kind: number.kind, marked, style: 0 };
            return Some(Candidate {
                line: at,
                number,
                rest: at_end(rest),
                strong: strong || marked,
                never: never || refused && !marked,
                doubtful,
                group,
            });
        }
        self.alone(at, number, rest, never || doubtful)
    }

    /// A number that stands alone before its article: `1. (1) …`, `2.—(1)`, `3 Title`, `4A.`
    fn alone(&self, at: usize, number: Number, rest: &str, never: bool) -> Option<Candidate> {
        let line = self.lines.get(at)?;
        if self.division.get(at).copied().flatten().is_some() {
            return None;
        }
        if number.key.len() > 5 || line.text.starts_with(['(', '（', '[']) {
            return None;
        }
        let marked = line.level > 0;
        let tail = rest.trim_start();
        let first = tail.chars().next();
        let large = first.is_none_or(|c| !c.is_lowercase() && !c.is_numeric());
        let style = match (rest.chars().next(), first) {
            // 1.1 on a line of its own is a paragraph of section 1.
            (None, _) if number.label.contains('.') => return None,
            (None, _) => 1,
            (Some('.'), _) => {
                let behind = rest.trim_start_matches('.').trim_start();
                match behind.chars().next() {
                    None => 2,
                    Some('—' | '–' | '-' | '(') => 3,
                    Some(c) if c.is_lowercase() && !marked => return None,
                    Some(_) => 4,
                }
            }
            (Some(')'), _) => return None,
            (Some('—' | '–'), Some(_)) => 3,
            (Some('-'), Some(_)) if rest.starts_with("--") || rest.starts_with("-(") => 3,
            (Some('('), _) => 5,
            (Some(' ' | '\u{3000}' | '\u{a0}'), Some('(')) => 6,
            (Some(' ' | '\u{3000}' | '\u{a0}'), Some(c))
                if (large || marked)
                    && c.is_alphabetic()
                    && (marked || line.apart || self.short_title(self.before(at))) =>
            {
                7
            }
            _ => return None,
        };
        let strong = marked || line.apart || self.short_title(self.before(at)) || self.width.is_none();
        // 13.1.1. Rules that count within their part are another way to count.
        let style = if number.label.contains('.') { style + DOTTED } else { style };
        let group = Group {
            word: String::new(),
            kind: number.kind,
            marked,
            style: if marked { line.level } else { style * 2 + u8::from(line.bold) },
        };
        let rest = line.text.len() - rest.len();
        Some(Candidate { line: at, number, rest, strong, never, doubtful: false, group })
    }

    /// Whether a line could be a heading that stands above the number of an article.
    fn short_title(&self, at: Option<usize>) -> bool {
        let Some(at) = at else { return false };
        let text = self.line(at);
        let count = text.chars().count();
        let large = text.chars().find(|c| c.is_alphabetic()).is_some_and(|c| !c.is_lowercase());
        let words = text.split_whitespace().count();
        count > 0
            && count <= 110
            && words <= 16
            && large
            && !text.starts_with(['(', '-', '–', '•', '*', '"', '“'])
            && !text.ends_with([',', ';', ':', '—', '，', '；', '：'])
            && !self.flows.get(at).copied().unwrap_or(false)
    }

    fn starts_large(&self, text: &str) -> bool {
        text.chars().find(|c| c.is_alphabetic() || *c == '§').is_none_or(|c| !c.is_lowercase())
    }

    /// Whether what follows introduces or is a quotation: the article of another law, as an amendment has it.
    fn introduces(&self, at: usize, rest: &str) -> bool {
        if self.lines.get(at).is_some_and(|l| l.level > 0) {
            return false;
        }
        let opens = |text: &str| text.trim_start().starts_with(['"', '“', '«', '„', '「', '『']);
        let signs = rest.trim().chars().all(|c| !c.is_alphanumeric());
        let next = self.after(at).is_some_and(|next| opens(self.line(next)));
        signs && next && rest.trim_end().ends_with(':')
    }

    /// Whether what stands behind a number lets it head an article; and whether it makes it a reference.
    fn heads(&self, at: usize, rest: &str, word: &str) -> (bool, bool) {
        let trimmed = notes_off(rest);
        let glued_bracket = trimmed.starts_with('(') && !rest.starts_with([' ', '\u{a0}', '.']);
        let tail = trimmed.trim_start_matches(['.', ':', '-', '–', '—', ' ', '\u{a0}', '\u{3000}', ')', ']']);
        let signed = trimmed.trim_start().starts_with(['.', ':', '-', '–', '—', '"', '“', '[', '【']);
        let apart = self.lines.get(at).is_some_and(|l| l.apart);
        if tail.is_empty() {
            return (true, false);
        }
        if trimmed.trim_start().starts_with([',', '،', '、', ';', '–']) && !signed {
            return (false, true);
        }
        let next: String = tail.chars().take_while(|c| c.is_alphanumeric()).collect();
        let small = tail.chars().next().is_some_and(char::is_lowercase);
        let again = BEFORE.contains(&bare(&next).as_str()) && !next.is_empty() && word != "§";
        // *Art. 3º A política* begins a sentence; *artículo 3 a la ley* goes on with one.
        let goes_on = !next.starts_with(char::is_uppercase) && REFERENCE.contains(&bare(&next).as_str());
        if (again || goes_on) && !signed {
            return (false, true);
        }
        if small && !signed {
            return (false, true);
        }
        // Behind § a title begins, or a paragraph in brackets.
        let bracket = !glued_bracket || apart || word == "§";
        (bracket, false)
    }
}

/// Numbers of parts that are written out.
const WRITTEN_PARTS: &[&str] = &[
    "preliminar",
    "vigesimo",
    "vigesima",
    "trigesimo",
    "primeiro",
    "terceiro",
    "deuxieme",
    "troisieme",
    "prima",
    "seconda",
    "terza",
    "erster",
    "zweiter",
    "dritter",
    "primero",
    "primera",
    "segundo",
    "segunda",
    "tercero",
    "tercera",
    "cuarto",
    "cuarta",
    "quinto",
    "quinta",
    "sexto",
    "septimo",
    "octavo",
    "noveno",
    "decimo",
    "unico",
    "unica",
    "premier",
    "premiere",
    "first",
    "second",
    "third",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
];

/// 一、 and its kin: how decisions and interpretations in Chinese are counted.
fn chinese_item(text: &str) -> Option<(Number, &str)> {
    let (printed, rest) = match text.strip_prefix("条目") {
        Some(item) => item.split_once([' ', '\u{3000}'])?,
        None => text.split_once('、')?,
    };
    let count = printed.chars().count();
    let signs = printed
        .chars()
        .all(|c| super::numerals::chinese(&c.to_string()).is_some() && !c.is_ascii_digit() || "十百".contains(c));
    if !(1..=5).contains(&count) || !signs {
        return None;
    }
    let value = super::numerals::chinese(printed)?;
    Some((Number { label: value.to_string(), key: vec![0, value], kind: Kind::Figures }, rest))
}

/// What marks a note behind a number: [1], superscript figures, an asterisk.
fn notes_off(rest: &str) -> &str {
    let mut rest = rest;
    for _ in 0..4 {
        let trimmed = rest.trim_start_matches(['¹', '²', '³', '⁰', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '*', '†']);
        let bracketed = trimmed.strip_prefix('[').and_then(|inner| {
            let inner = inner.trim_start_matches('^');
            let (mark, after) = inner.split_once(']')?;
            (mark.chars().count() < 5 && mark.chars().all(|c| figure(c).is_some())).then_some(after)
        });
        let next = bracketed.unwrap_or(trimmed);
        if next.len() == rest.len() {
            break;
        }
        rest = next;
    }
    rest
}

/// A word that stands before the number of an article, and what follows it.
fn word_before(text: &str) -> Option<(String, &str)> {
    for sign in SIGNS {
        if let Some(rest) = text.strip_prefix(sign) {
            return Some(("§".to_owned(), rest));
        }
    }
    let end =
        text.find(|c: char| c.is_whitespace() || matches!(c, '.' | '(' | ':' | '（' | '-') || figure(c).is_some())?;
    let (word, rest) = text.split_at(end);
    if word.is_empty() || word.chars().count() > 14 {
        return None;
    }
    let plain = bare(word);
    let known = BEFORE.iter().any(|w| *w == plain);
    if !known {
        return None;
    }
    let dotted = rest.strip_prefix('.').unwrap_or(rest);
    let plain = match plain.as_str() {
        "articles" => "article".to_owned(),
        "sections" | "sec" => "section".to_owned(),
        "مادة" => "المادة".to_owned(),
        // s. 5 is how a section is referred to.
        "s" if rest.starts_with('.') => return None,
        _ => plain,
    };
    // A number in brackets behind the word is another way to print it.
    let bracketed = dotted.trim_start().starts_with(['(', '（']);
    Some((if bracketed { format!("{plain} ()") } else { plain }, dotted))
}

/// A word that stands behind the number of an article.
fn word_behind(rest: &str) -> Option<(String, &str)> {
    let trimmed = rest.trim_start_matches(['.', ' ', '\u{a0}', '-']);
    for word in AFTER {
        let Some(after) = trimmed.strip_prefix(word) else { continue };
        if after.chars().next().is_none_or(|c| !c.is_alphanumeric()) {
            return Some(((*word).to_owned(), after));
        }
    }
    None
}

/// How wide the lines of a text are, when it is broken at one width: most of the long lines are about as long.
fn width(lines: &[Line], counts: &[usize]) -> Option<usize> {
    let mut long: Vec<usize> =
        lines.iter().zip(counts).filter(|(l, c)| l.left.is_none() && **c > 24).map(|(_, c)| *c).collect();
    if long.len() < 8 {
        return None;
    }
    long.sort_unstable();
    let wide = long.get(long.len() * 95 / 100).copied()?;
    let near = long.iter().filter(|c| **c * 100 >= wide * 75).count();
    let together = lines.windows(2).filter(|pair| matches!(pair, [_, b] if !b.apart && b.level == 0)).count();
    (wide <= 220 && near * 3 >= long.len() && together * 5 >= lines.len()).then_some(wide)
}

/// Which lines stand within what is quoted from other laws.
fn quoted(lines: &[Line]) -> Vec<bool> {
    let mut out = vec![false; lines.len()];
    let mut open: Option<usize> = None;
    for (at, line) in lines.iter().enumerate() {
        let text = line.text.as_str();
        let begins = text.starts_with(OPENS) || text.starts_with('"') || text.starts_with("''");
        if line.level > 0 || open.is_some_and(|from| at - from > 60) {
            open = None;
        }
        if let Some(slot) = out.get_mut(at) {
            *slot = begins || open.is_some();
        }
        let opened = text.chars().filter(|c| OPENS.contains(c)).count();
        let closed = text.chars().filter(|c| CLOSES.contains(c)).count();
        if opened > closed {
            // It is a quotation only when it is closed before the next is opened.
            let closes = lines
                .iter()
                .skip(at + 1)
                .take(60)
                .find(|l| l.text.contains(CLOSES) || l.text.starts_with(OPENS) || l.level > 0);
            if closes.is_some_and(|l| l.level == 0) {
                open = Some(at);
            }
        } else if closed > 0 {
            open = None;
        }
    }
    out
}

/// Joins the word of an article with its number, where a line was broken between them.
fn join_words(lines: &mut [Line]) {
    for at in 1..lines.len() {
        let Some([word, number]) = lines.get_mut(at - 1..=at) else { continue };
        let alone = word.text.chars().count() <= 12 && BEFORE.contains(&bare(&word.text).as_str());
        let large = word.text.chars().next().is_some_and(|c| !c.is_lowercase());
        if alone
            && large
            && !number.apart
            && word.left.is_none()
            && number_at(&number.text).is_some_and(|(n, _)| n.kind == Kind::Figures)
        {
            number.text = format!("{} {}", word.text, number.text);
            number.apart = word.apart;
            word.text.clear();
        }
    }
}

/// Marks what the pages are framed with: numbers of pages, and the lines that are repeated beside them.
fn frame(lines: &mut [Line]) {
    let page = |text: &str| -> bool {
        let words: Vec<&str> = text.split_whitespace().collect();
        let number = |w: &str| !w.is_empty() && w.len() < 5 && w.chars().all(|c| c.is_ascii_digit());
        match words.as_slice() {
            [a] => number(a),
            [a, of, b] => number(a) && number(b) && OF.contains(of) || *a == "-" && number(of) && *b == "-",
            [p, a, of, b] => {
                ["page", "página", "seite", "pagina"].contains(&bare(p).as_str())
                    && number(a)
                    && number(b)
                    && of.len() < 4
            }
            [p, a] => ["page", "pagina", "seite"].contains(&bare(p).as_str()) && number(a),
            _ => false,
        }
    };
    let numbers: Vec<usize> =
        (0..lines.len()).filter(|at| lines.get(*at).is_some_and(|l| l.level == 0 && page(&l.text))).collect();
    if numbers.len() < 3 {
        return;
    }
    let mut seen: HashMap<String, HashSet<usize>> = HashMap::new();
    for (page, at) in numbers.iter().enumerate() {
        let around = (at.saturating_sub(BESIDE)..*at).chain(at + 1..(at + BESIDE).min(lines.len()));
        for line in around.filter_map(|a| lines.get(a)).filter(|l| !l.text.is_empty() && l.text.chars().count() < 160) {
            seen.entry(line.text.clone()).or_default().insert(page);
        }
    }
    let often = (numbers.len() / 2).max(3);
    let repeated: HashSet<String> =
        seen.into_iter().filter(|(_, pages)| pages.len() >= often).map(|(text, _)| text).collect();
    if repeated.is_empty() {
        // Numbers of pages without anything beside them: only those that count on, `3 de 23`.
        for at in &numbers {
            if let Some(line) = lines.get_mut(*at).filter(|l| l.text.split_whitespace().count() > 1) {
                line.left = Some(LeftKind::Frame);
            }
        }
        return;
    }
    let near: Vec<usize> = numbers
        .iter()
        .copied()
        .filter(|at| {
            (at.saturating_sub(BESIDE)..(at + BESIDE).min(lines.len()))
                .any(|a| lines.get(a).is_some_and(|l| repeated.contains(&l.text)))
        })
        .collect();
    for at in near {
        for a in at.saturating_sub(BESIDE)..(at + BESIDE).min(lines.len()) {
            if let Some(line) = lines.get_mut(a).filter(|l| a == at || repeated.contains(&l.text)) {
                line.left = Some(LeftKind::Frame);
            }
        }
    }
}
