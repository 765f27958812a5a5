//! Numbers of articles as they are printed, in every script that laws are numbered in, and their order.

use super::numerals::chinese;
use std::cmp::Ordering;

/// A number: how the law is going to be quoted by it, and where it stands among the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    /// 60, 25A, 14-bis, L111-1.
    pub(super) label: String,
    /// What it is counted by: the figure, then what is set behind it.
    pub(super) key: Vec<u64>,
    /// What it is written in.
    pub(super) kind: Kind,
}

/// What a number is written in. One law does not count its articles in two of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    Figures,
    Roman,
    Words,
}

impl Number {
    pub(super) fn base(&self) -> u64 {
        self.key.get(1).copied().unwrap_or(0)
    }

    pub(super) fn compare(&self, other: &Number) -> Ordering {
        self.key.cmp(&other.key)
    }

    /// How far the other is from being the next one: nothing when it is, none when it does not come after.
    pub(super) fn gap_to(&self, next: &Number) -> Option<u64> {
        if next.key <= self.key {
            return self.set_in_before(next).then_some(1);
        }
        let same = self.key.iter().zip(&next.key).take_while(|(a, b)| a == b).count();
        let there = next.key.get(same).copied().unwrap_or(0);
        let first = |rest: &[u64]| rest.iter().all(|n| *n <= 2);
        let rest = next.key.get(same + 1..).unwrap_or(&[]);
        match self.key.get(same) {
            // Behind 14 stands 14 bis or 14A.
            None => Some(if there <= 2 && rest.is_empty() { 0 } else { there.saturating_sub(2).max(1) }),
            // Another part of a code, R behind L, begins wherever it begins.
            Some(_) if same == 0 => Some(0),
            Some(here) => {
                let step = there - here;
                // 53-1, 53-3 in laws that count what is set in by figures.
                Some(if step == 1 && (first(rest) || same == 1) { 0 } else { step.max(2) - 1 })
            }
        }
    }
}

impl Number {
    /// Whether the next one may have been set in behind this one although its letters come before: 4AA stands between 4 and
    /// 4A, and 4AAA before both.
    fn set_in_before(&self, next: &Number) -> bool {
        let letters = |n: &Number| n.label.trim_start_matches(|c: char| c.is_ascii_digit()).to_owned();
        let (here, there) = (letters(self), letters(next));
        let capital = |l: &str| l.chars().all(|c| c.is_ascii_uppercase());
        self.base() == next.base() && here.len() != there.len() && !here.is_empty() && capital(&here) && capital(&there)
    }
}

/// What is set behind a number in Latin, and the place it has.
const LATIN: [(&str, u64); 29] = [
    ("bis", 2),
    ("ter", 3),
    ("quater", 4),
    ("quinquies", 5),
    ("quinquis", 5),
    ("sexies", 6),
    ("sexties", 6),
    ("ทวิ", 2),
    ("ตรี", 3),
    ("จัตวา", 4),
    ("เบญจ", 5),
    ("septies", 7),
    ("octies", 8),
    ("octiesto", 8),
    ("nonies", 9),
    ("novies", 9),
    ("decies", 10),
    ("undecies", 11),
    ("duodecies", 12),
    ("terdecies", 13),
    ("tredecies", 13),
    ("quaterdecies", 14),
    ("quindecies", 15),
    ("quinquiesdecies", 15),
    ("sexdecies", 16),
    ("septdecies", 17),
    ("octodecies", 18),
    ("novodecies", 19),
    ("vicies", 20),
];

/// Numbers that are written out. Those that a law of one article, or its first one, is headed with stand for a figure.
const WRITTEN: [(&str, u64, Kind); 44] = [
    ("unico", 1, Kind::Figures),
    ("unica", 1, Kind::Figures),
    ("unique", 1, Kind::Figures),
    ("premier", 1, Kind::Figures),
    ("premiere", 1, Kind::Figures),
    ("primero", 1, Kind::Words),
    ("primera", 1, Kind::Words),
    ("primeiro", 1, Kind::Words),
    ("segundo", 2, Kind::Words),
    ("segunda", 2, Kind::Words),
    ("tercero", 3, Kind::Words),
    ("tercera", 3, Kind::Words),
    ("terceiro", 3, Kind::Words),
    ("cuarto", 4, Kind::Words),
    ("cuarta", 4, Kind::Words),
    ("quinto", 5, Kind::Words),
    ("quinta", 5, Kind::Words),
    ("sexto", 6, Kind::Words),
    ("sexta", 6, Kind::Words),
    ("septimo", 7, Kind::Words),
    ("septima", 7, Kind::Words),
    ("octavo", 8, Kind::Words),
    ("octava", 8, Kind::Words),
    ("noveno", 9, Kind::Words),
    ("novena", 9, Kind::Words),
    ("decimo", 10, Kind::Words),
    ("decima", 10, Kind::Words),
    ("first", 1, Kind::Words),
    ("second", 2, Kind::Words),
    ("third", 3, Kind::Words),
    ("fourth", 4, Kind::Words),
    ("fifth", 5, Kind::Words),
    ("one", 1, Kind::Words),
    ("two", 2, Kind::Words),
    ("three", 3, Kind::Words),
    ("four", 4, Kind::Words),
    ("five", 5, Kind::Words),
    ("six", 6, Kind::Words),
    ("seven", 7, Kind::Words),
    ("eight", 8, Kind::Words),
    ("nine", 9, Kind::Words),
    ("ten", 10, Kind::Words),
    ("الأولى", 1, Kind::Figures),
    ("الاولى", 1, Kind::Figures),
];

/// The value of a figure in any script that laws are printed in; figures set above the line are marks of notes.
pub(super) fn figure(c: char) -> Option<u64> {
    const ZEROS: [char; 10] = ['0', '٠', '۰', '०', '০', '๐', '໐', '၀', '០', '０'];
    ZEROS.iter().find_map(|zero| {
        let value = u64::from(c).checked_sub(u64::from(*zero))?;
        (value < 10).then_some(value)
    })
}

/// A word without its accents, in small letters.
pub(super) fn bare(word: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let latin = word.chars().all(|c| c < '\u{250}');
    if latin {
        word.nfd().filter(|c| !('\u{300}'..'\u{370}').contains(c)).collect::<String>().to_lowercase()
    } else {
        word.to_lowercase()
    }
}

fn latin(word: &str) -> Option<(&'static str, u64)> {
    let plain = bare(word);
    let (found, rank) = LATIN.iter().find(|(w, _)| *w == plain).copied()?;
    // In a number of the law it is written in Latin letters.
    let shown = if found.is_ascii() { found } else { LATIN.iter().find(|(w, r)| *r == rank && w.is_ascii())?.0 };
    Some((shown, rank))
}

fn dash(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '–' | '.' | '/' | ':')
}

/// The place of a letter set behind a number: A is 1, AA 27.
fn letters_rank(letters: &str) -> u64 {
    letters.chars().fold(0, |sum: u64, c| {
        let letter = u64::from(c.to_ascii_lowercase()).saturating_sub(u64::from('a')) + 1;
        sum.saturating_mul(27).saturating_add(letter)
    })
}

/// Figures beyond which a number is none.
const LONGEST: usize = 6;

/// Reads a number at the beginning of a text, and what stands behind it.
pub(super) fn number_at(text: &str) -> Option<(Number, &str)> {
    let opened = text.starts_with(['(', '（', '[', '﴿']);
    let inner = if opened { text.trim_start_matches(['(', '（', '[', '﴿', ' ']) } else { text };
    let (number, rest) = figures_at(inner).or_else(|| word_at(inner))?;
    if opened {
        let rest = rest.trim_start().strip_prefix([')', '）', ']', '﴾'])?;
        return Some((number, rest));
    }
    Some((number, rest))
}

/// A number that is written out or in Roman letters.
fn word_at(text: &str) -> Option<(Number, &str)> {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    let plain = bare(word);
    if let Some((_, n, kind)) = WRITTEN.iter().find(|(w, _, _)| *w == plain) {
        let label = if plain.starts_with("unic") || plain == "unique" { plain.clone() } else { n.to_string() };
        return Some((Number { label, key: vec![0, *n], kind: *kind }, rest));
    }
    let n = roman(word)?;
    let number = Number { label: word.to_owned(), key: vec![0, n], kind: Kind::Roman };
    Some(suffixed(number, rest))
}

/// The value of a Roman number in capitals, when it is one.
pub(super) fn roman(word: &str) -> Option<u64> {
    const SIGNS: [(&str, u64); 13] = [
        ("M", 1000),
        ("CM", 900),
        ("D", 500),
        ("CD", 400),
        ("C", 100),
        ("XC", 90),
        ("L", 50),
        ("XL", 40),
        ("X", 10),
        ("IX", 9),
        ("V", 5),
        ("IV", 4),
        ("I", 1),
    ];
    if word.is_empty() || word.len() > 12 {
        return None;
    }
    let (mut rest, mut sum, mut again) = (word, 0u64, String::new());
    for (sign, value) in SIGNS {
        while let Some(after) = rest.strip_prefix(sign) {
            (rest, sum) = (after, sum + value);
            again.push_str(sign);
        }
    }
    (rest.is_empty() && sum > 0).then_some(sum)
}

fn figures_at(text: &str) -> Option<(Number, &str)> {
    let (prefix, rank, rest) = code_prefix(text);
    let end = rest.find(|c| figure(c).is_none()).unwrap_or(rest.len());
    let (figures, after) = rest.split_at(end);
    let count = figures.chars().count();
    if count == 0 || count > LONGEST {
        return None;
    }
    let value = figures.chars().filter_map(figure).fold(0, |sum, f| sum * 10 + f);
    let mut number = Number { label: format!("{prefix}{value}"), key: vec![rank, value], kind: Kind::Figures };
    // 6.o in Portuguese and Spanish, 1er in French, 2º.
    let mut rest = after;
    for ordinal in ["º", "°", "ª", ".º", ".°", "o", "er", "ère", "re", "ᵉʳ"] {
        let Some(behind) = rest.strip_prefix(ordinal) else { continue };
        let letters = ordinal.chars().all(char::is_alphabetic) && ordinal.is_ascii();
        if !letters || !behind.starts_with(char::is_alphanumeric) {
            rest = behind;
            break;
        }
    }
    let glued = rest;
    (number, rest) = suffixed(number, glued);
    Some((number, rest))
}

/// The letter of a code's part before a number: L. 111-1, R*421-1. The parts stand in this order.
fn code_prefix(text: &str) -> (String, u64, &str) {
    for (letter, rank) in [("LO", 1), ("L", 1), ("R", 2), ("D", 2), ("A", 3)] {
        let Some(rest) = text.strip_prefix(letter) else { continue };
        let behind = rest.trim_start_matches(['.', '*', ' ', '\u{a0}']);
        let dotted = behind.len() < rest.len() || letter != "A" && (letter != "D" || behind.contains('-'));
        if dotted && behind.starts_with(|c| figure(c).is_some()) {
            return (letter.to_owned(), rank, behind);
        }
    }
    (String::new(), 0, text)
}

/// What is set behind a number: letters, Latin, a stroke and more.
fn suffixed(mut number: Number, rest: &str) -> (Number, &str) {
    let mut rest = rest;
    for _ in 0..4 {
        let Some((label, rank, after)) = suffix_at(rest) else { break };
        number.label.push_str(&label);
        number.key.push(rank);
        rest = after;
    }
    (number, rest)
}

fn suffix_at(text: &str) -> Option<(String, u64, &str)> {
    // 52 - مكرر, 115 مكرر1: what was set in behind an article in Arabic.
    let spaced = text.trim_start_matches([' ', '\u{a0}', '-', '–']);
    if let Some(rest) = spaced.strip_prefix("مكرر") {
        let rest = rest.trim_start_matches(['ا', '\u{64b}']);
        let digits = rest.trim_start_matches([' ', '(']);
        let end = digits.find(|c| figure(c).is_none()).unwrap_or(digits.len());
        let value = digits.get(..end)?.chars().take(LONGEST).filter_map(figure).fold(0, |sum, f| sum * 10 + f);
        if value > 0 && !rest.starts_with(" (") {
            return Some((format!("-bis-{value}"), 200 + value, digits.get(end..)?.trim_start_matches(')')));
        }
        return Some(("-bis".to_owned(), 2, rest));
    }
    let word = |text: &str| text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    // 25A, 12a, 1bis: glued to the figure.
    let end = word(text);
    let (letters, after) = text.split_at(end);
    let ends = !after.starts_with(|c| figure(c).is_some());
    if !letters.is_empty() {
        if let Some((latin, rank)) = latin(letters) {
            return Some((format!("-{latin}"), rank, after));
        }
        let capitals = letters.len() <= 5 && letters.chars().all(|c| c.is_ascii_uppercase());
        let plain = capitals || letters.len() <= 3 && letters.chars().all(|c| c.is_ascii_alphabetic());
        return plain.then(|| (letters.to_owned(), letters_rank(letters), after));
    }
    // 20-A, 7/A, 111-1, 14-bis, 1.1.
    if let Some(sign) = text.chars().next().filter(|c| dash(*c)) {
        let behind = text.get(sign.len_utf8()..)?;
        let figures = behind.find(|c| figure(c).is_none()).unwrap_or(behind.len());
        if figures > 0 {
            let (digits, after) = behind.split_at(figures);
            if digits.chars().count() > LONGEST || after.starts_with(char::is_alphabetic) && sign == '.' {
                return None;
            }
            let value = digits.chars().filter_map(figure).fold(0, |sum, f| sum * 10 + f);
            let shown = if matches!(sign, '.' | '/' | ':') { sign } else { '-' };
            let shown = if shown == ':' { '-' } else { shown };
            return Some((format!("{shown}{value}"), value, after));
        }
        let end = word(behind);
        let (letters, after) = behind.split_at(end);
        if let Some((latin, rank)) = latin(letters) {
            return Some((format!("-{latin}"), rank, after));
        }
        let one = letters.chars().count() <= 2 && letters.chars().all(|c| c.is_ascii_uppercase());
        if one && !letters.is_empty() && sign != '.' && sign != ':' {
            let shown = if sign == '/' { '/' } else { '-' };
            return Some((format!("{shown}{letters}"), letters_rank(letters), after));
        }
        return None;
    }
    // 14 bis, 35 quáter, Bis 5, 12 a §.
    let behind = text.strip_prefix([' ', '\u{a0}', '\u{202f}']).or_else(|| text.strip_prefix(". "))?;
    let end = word(behind);
    let (letters, after) = behind.split_at(end);
    if let Some((latin, rank)) = latin(letters) {
        let spaced = after.strip_prefix(' ').map(|a| (a, a.find(|c| figure(c).is_none()).unwrap_or(a.len())));
        if let Some((digits, rest)) = spaced.filter(|(_, n)| *n > 0 && *n < 3).map(|(a, n)| a.split_at(n))
            && rest.starts_with(['.', '-', ' ', ':'])
        {
            let value = digits.chars().filter_map(figure).fold(0, |sum, f| sum * 10 + f);
            return Some((format!("-{latin}-{value}"), rank * 100 + value, rest));
        }
        return Some((format!("-{latin}"), rank, after));
    }
    let one = letters.len() == 1 && letters.chars().all(|c| c.is_ascii_lowercase());
    let sign = after.trim_start().starts_with('§');
    (one && sign && ends).then(|| (letters.to_owned(), letters_rank(letters), after))
}

/// 第六十条之一 and its kin: the signs before and behind the number, and what more is set behind it.
pub(super) fn east_asian(text: &str) -> Option<(Number, &str)> {
    const FORMS: [(&str, &str); 3] = [("第", "条"), ("第", "條"), ("제", "조")];
    const SET_IN: [&str; 4] = ["之", "の", "ノ", "의"];
    for (before, behind) in FORMS {
        let Some(rest) = text.strip_prefix(before) else { continue };
        let Some((printed, after)) = rest.split_once(behind) else { continue };
        if printed.chars().count() > 12 {
            continue;
        }
        let Some(value) = numeral(printed.trim()) else { continue };
        let mut number = Number { label: value.to_string(), key: vec![0, value], kind: Kind::Figures };
        let mut rest = after;
        for _ in 0..3 {
            let Some(set_in) = SET_IN.iter().find_map(|more| rest.strip_prefix(more)) else { break };
            let sign = |c: char| figure(c).is_some() || chinese(&c.to_string()).is_some() || "十百".contains(c);
            let end = set_in.find(|c| !sign(c)).unwrap_or(set_in.len());
            let (printed, after) = set_in.split_at(end);
            let Some(value) = numeral(printed) else { break };
            number.label.push_str(&format!("-{value}"));
            number.key.push(value);
            rest = after;
        }
        return Some((number, rest));
    }
    None
}

fn numeral(text: &str) -> Option<u64> {
    let figures: Option<u64> =
        text.chars().take(LONGEST + 1).map(figure).try_fold(0u64, |sum, f| f.map(|f| sum * 10 + f));
    if text.chars().count() > LONGEST { None } else { figures.filter(|_| !text.is_empty()) }
        .or_else(|| (text.chars().count() < 12).then(|| chinese(text)).flatten())
}

/// The number in a piece of a statute that holds nothing else: *Art. 14 bis.*, *§ 301.*, *SEC. 3 .*
pub(super) fn number_in(printed: &str) -> Option<Number> {
    let printed = printed.trim();
    if let Some((number, _)) = east_asian(printed) {
        return Some(number);
    }
    // Of the words before it one may be taken for a Roman number: the first that is followed by nothing else counts.
    let starts = printed.char_indices().filter(|(at, _)| {
        let before = printed.get(..*at).and_then(|b| b.chars().next_back());
        before.is_none_or(|b| !b.is_alphanumeric())
    });
    let mut written = None;
    for (at, c) in starts {
        let Some(rest) = printed.get(at..) else { continue };
        if (figure(c).is_some() || matches!(c, 'L' | 'R' | 'D' | 'A'))
            && let Some((number, _)) = figures_at(rest)
        {
            return Some(number);
        }
        if written.is_none() {
            written = word_at(rest).filter(|(_, after)| !after.contains(char::is_alphanumeric)).map(|(n, _)| n);
        }
    }
    written.or_else(|| {
        let at = printed.find(|c| figure(c).is_some())?;
        let (mut number, _) = figures_at(printed.get(at..)?)?;
        // S1, 9-A1: letters before the figure belong to it.
        let head: String = printed.get(..at)?.chars().filter(char::is_ascii_alphabetic).collect();
        if head.len() <= 3 {
            number.label = format!("{head}{}", number.label);
        }
        Some(number)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_they_are_printed() {
        for (printed, label, rest) in [
            ("25A Title", "25A", " Title"),
            ("14 bis. Title", "14-bis", ". Title"),
            ("35 quáter. Plan", "35-quater", ". Plan"),
            ("7/A. §", "7/A", ". §"),
            ("20-A. X", "20-A", ". X"),
            ("1er", "1", ""),
            ("2º.", "2", "."),
            ("1o. X", "1", ". X"),
            ("premier", "1", ""),
            ("L. 111-1", "L111-1", ""),
            ("L111-1-2 Les", "L111-1-2", " Les"),
            ("(12) x", "12", " x"),
            ("5 Bis 3. x", "5-bis-3", ". x"),
            ("٣٤ ", "34", " "),
            ("๑๒[๑]", "12", "[๑]"),
            ("12 a §", "12a", " §"),
            ("52 - مكرر (x", "52-bis", " (x"),
            ("115 - مكرر1 ", "115-bis-1", " "),
            ("5-The end", "5", "-The end"),
            ("5. The end", "5", ". The end"),
            ("1¹ x", "1", "¹ x"),
        ] {
            let (number, left) = number_at(printed).unwrap();
            assert_eq!((number.label.as_str(), left), (label, rest), "{printed}");
        }
        assert!(number_at("applies").is_none());
        assert_eq!(east_asian("第五十三条の二　x").unwrap().0.label, "53-2");
        assert_eq!(east_asian("제63조의2(x)").unwrap().0.label, "63-2");
        assert_eq!(east_asian("第一百二十八 条侦查").unwrap().0.label, "128");
    }

    #[test]
    fn the_order_of_numbers() {
        let n = |text: &str| number_at(text).unwrap().0;
        for (a, b) in
            [("1", "2"), ("14", "14 bis"), ("14 bis", "15"), ("25", "25A"), ("25AZ", "26"), ("L111-9", "L112-1")]
        {
            assert_eq!(n(a).gap_to(&n(b)), Some(0), "{a} {b}");
        }
        assert_eq!(n("1").gap_to(&n("30")), Some(28));
        assert_eq!(n("3").gap_to(&n("3")), None);
        assert_eq!(n("3").gap_to(&n("2 ter")), None);
    }

    #[test]
    fn printed_numbers() {
        for (printed, number) in [
            ("Art. 1.", "1"),
            ("Artículo 2º.", "2"),
            ("SECTION 1.", "1"),
            ("SEC. 3 .", "3"),
            ("§\u{202f}301.", "301"),
            ("25A", "25A"),
            ("Article 14 bis", "14-bis"),
            ("第六十条", "60"),
            ("第六十条之一", "60-1"),
            ("Article IV", "IV"),
            ("Article L. 111-1", "L111-1"),
        ] {
            assert_eq!(number_in(printed).map(|n| n.label).as_deref(), Some(number), "{printed}");
        }
        assert_eq!(number_in("Preamble"), None);
    }
}
