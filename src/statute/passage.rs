//! Whether quoted words stand in a text, white space and punctuation aside; if not, the passage that is nearest.

use std::collections::HashMap;

/// Where quoted words stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Passage {
    /// There they are, letter for letter.
    Stands,
    /// They are not; the nearest passage, when one is near.
    Nearest(Option<String>),
}

/// A text with only its letters and figures, and where each of them stands.
struct Letters {
    letters: Vec<char>,
    places: Vec<usize>,
    /// The same as text, for which there is a fast search, and where in it each of them begins.
    packed: String,
    starts: Vec<usize>,
}

impl Letters {
    /// Between figures a blank is kept: `1 8` is not `18`.
    fn of(text: &str) -> Letters {
        let (mut letters, mut places) = (Vec::with_capacity(text.len()), Vec::with_capacity(text.len()));
        let mut blank = None;
        for (at, c) in text.char_indices() {
            if c.is_alphanumeric() {
                let figures = c.is_numeric() && letters.last().is_some_and(|last: &char| last.is_numeric());
                if let Some(blank) = blank.take().filter(|_| figures) {
                    letters.push(' ');
                    places.push(blank);
                }
                letters.push(c);
                places.push(at);
            } else if c.is_whitespace() {
                blank.get_or_insert(at);
            }
        }
        let mut packed = String::with_capacity(letters.len());
        let mut starts = Vec::with_capacity(letters.len());
        for c in &letters {
            starts.push(packed.len());
            packed.push(*c);
        }
        Letters { letters, places, packed, starts }
    }

    /// Whether a word goes on from the letter before a place to the letter at it. Scripts that set no blanks between words
    /// have no such places.
    fn amid_word(&self, at: usize) -> bool {
        let letter = |at: usize| Some((*self.letters.get(at)?, *self.places.get(at)?));
        let Some((before, after)) = at.checked_sub(1).and_then(letter).zip(letter(at)) else { return false };
        let spaced = |c: char| c.is_alphanumeric() && c < '\u{530}';
        let gap = after.1.saturating_sub(before.1 + before.0.len_utf8());
        // A sign amid figures, as in `12,000`, is read over; a blank has a place of its own.
        let figures = before.0.is_numeric() && after.0.is_numeric();
        spaced(before.0) && spaced(after.0) && (gap == 0 || gap == 1 && figures)
    }

    /// The first place, from one on, where a part stands in whole words.
    fn find(&self, part: &Letters, from: usize) -> Option<usize> {
        let mut byte = *self.starts.get(from)?;
        let finder = memchr::memmem::Finder::new(part.packed.as_bytes());
        while let Some(found) = finder.find(self.packed.as_bytes().get(byte..)?) {
            let at = self.starts.binary_search(&(byte + found)).ok()?;
            if !self.amid_word(at) && !self.amid_word(at + part.letters.len()) {
                return Some(at);
            }
            byte = *self.starts.get(at + 1)?;
        }
        None
    }
}

/// How many letters in a row are compared to find a near passage.
const RUN: usize = 4;

/// In how many places a quotation with an ellipsis may begin.
const MOST_BEGINNINGS: usize = 32;

/// Words that turn what a sentence says into its contrary.
const NOT: [&str; 8] = ["not", "no", "never", "nor", "neither", "cannot", "without", "non"];

/// The same in Chinese; a single sign is part of many a word, as in 未成年人, and denies only what follows at once.
const NOT_SIGNS: [&str; 11] =
    ["不得", "不予", "不能", "不应", "不可", "不须", "不适用", "无须", "无需", "禁止", "除外"];

/// Whether what an ellipsis leaves out turns the sentence it stands in into its contrary. What lies beyond the end of a
/// sentence is another sentence.
fn left_out_denies(left_out: &str) -> bool {
    if left_out.contains(['.', '。', ';', '；', '!', '?', '\u{61f}']) {
        return false;
    }
    let small = left_out.to_lowercase();
    let mut words = small.split(|c: char| !c.is_alphanumeric());
    words.any(|word| NOT.contains(&word))
        || NOT_SIGNS.iter().any(|sign| small.contains(sign))
        || small.trim_end().ends_with(['不', '未', '无', '非', '勿'])
}

/// Looks quoted words up. Parts on either side of an ellipsis must stand in that order, and what it leaves out must not
/// deny what is quoted.
pub fn stands_in(quoted: &str, text: &str) -> Passage {
    Searched::new(text).passage(quoted)
}

/// A text that many quotations are looked up in. Those that follow each other in it are found at once.
pub(super) struct Searched<'t> {
    text: &'t str,
    whole: Letters,
    /// Behind the last quotation that was found.
    last: usize,
    /// The letters that stand in some quotation.
    quoted: Vec<bool>,
}

impl<'t> Searched<'t> {
    pub(super) fn new(text: &'t str) -> Searched<'t> {
        let whole = Letters::of(text);
        let quoted = vec![false; whole.letters.len()];
        Searched { text, whole, last: 0, quoted }
    }

    /// How many letters of a passage no quotation holds, and how many it has; none when it does not stand here.
    pub(super) fn unquoted(&mut self, passage: &str, hint: &mut usize) -> Option<(usize, usize)> {
        let part = Letters::of(passage);
        if part.letters.is_empty() {
            return None;
        }
        let at = self.whole.find(&part, *hint).or_else(|| self.whole.find(&part, 0))?;
        let end = at + part.letters.len();
        *hint = end;
        let open = self.quoted.get(at..end)?.iter().filter(|q| !**q).count();
        Some((open, part.letters.len()))
    }

    /// Looks a quotation up.
    pub(super) fn passage(&mut self, quoted: &str) -> Passage {
        let parts = quoted.split(['…', '⋯']).flat_map(|p| p.split("...")).map(Letters::of);
        let parts: Vec<Letters> = parts.filter(|part| !part.letters.is_empty()).collect();
        // Dots alone quote nothing.
        if parts.is_empty() {
            return Passage::Nearest(None);
        }
        let after = self.last;
        match self.from(&parts, after) {
            Passage::Stands => Passage::Stands,
            // Not behind the last one: anywhere.
            Passage::Nearest(_) if after > 0 => self.from(&parts, 0),
            nearest => nearest,
        }
    }

    fn from(&mut self, parts: &[Letters], from: usize) -> Passage {
        let Some((first, others)) = parts.split_first() else { return Passage::Nearest(None) };
        let (text, whole) = (self.text, &self.whole);
        let mut from = from;
        let begun = from;
        let mut near = None;
        for _ in 0..MOST_BEGINNINGS {
            let Some(begins) = whole.find(first, from) else { break };
            let mut end = begins + first.letters.len();
            let mut spans = vec![(begins, end)];
            let mut fault = None;
            for part in others {
                let Some(at) = whole.find(part, end) else {
                    fault = Some(if begun == 0 { nearest(text, whole, part) } else { None });
                    break;
                };
                let after = at + part.letters.len();
                if left_out_denies(between(text, whole, end, at)) {
                    fault = Some(Some(one_line(between(text, whole, begins, after))));
                    break;
                }
                spans.push((at, after));
                end = after;
            }
            match fault {
                None => {
                    for (a, b) in spans {
                        self.quoted.get_mut(a..b).into_iter().flatten().for_each(|q| *q = true);
                    }
                    self.last = end;
                    return Passage::Stands;
                }
                Some(fault) => near = near.or(Some(fault)),
            }
            from = begins + 1;
        }
        if begun > 0 {
            return Passage::Nearest(None);
        }
        Passage::Nearest(near.unwrap_or_else(|| nearest(text, whole, first)))
    }
}

/// The text from one letter up to another.
fn between<'t>(text: &'t str, whole: &Letters, from: usize, to: usize) -> &'t str {
    let place = |at: usize| whole.places.get(at).copied().unwrap_or(text.len());
    text.get(place(from)..place(to)).unwrap_or_default()
}

fn one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    line.trim_end_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

/// The passage that shares the most runs of letters with the part, in the same order.
fn nearest(text: &str, whole: &Letters, part: &Letters) -> Option<String> {
    let mut runs: HashMap<&[char], Vec<usize>> = HashMap::new();
    for (at, run) in part.letters.windows(RUN).enumerate() {
        runs.entry(run).or_default().push(at);
    }
    // Each shared run votes for the place where the part would begin.
    let slack = (part.letters.len() / 8).max(4);
    let mut votes: HashMap<usize, usize> = HashMap::new();
    let mut exact: HashMap<usize, usize> = HashMap::new();
    for (at, run) in whole.letters.windows(RUN).enumerate() {
        for inside in runs.get(run).into_iter().flatten().take(8) {
            if let Some(start) = at.checked_sub(*inside) {
                *votes.entry(start / slack).or_default() += 1;
                *exact.entry(start).or_default() += 1;
            }
        }
    }
    let (count, std::cmp::Reverse(bucket)) = votes.iter().map(|(b, count)| (*count, std::cmp::Reverse(*b))).max()?;
    // Less than a third of the runs is no passage that somebody could have meant.
    if count * 3 < part.letters.len().saturating_sub(RUN - 1) {
        return None;
    }
    let starts = bucket * slack..(bucket + 1) * slack;
    let of = |start: usize| exact.get(&start).map(|count| (*count, std::cmp::Reverse(start)));
    let (_, std::cmp::Reverse(start)) = starts.filter_map(of).max()?;
    // A passage begins with a whole word.
    let before = text.get(..*whole.places.get(start)?)?;
    let first = before.trim_end_matches(|c: char| c.is_ascii_alphanumeric()).len();
    let last = *whole.places.get((start + part.letters.len()).min(whole.places.len()) - 1)?;
    let end = last + text.get(last..)?.chars().next()?.len_utf8();
    Some(text.get(first..end)?.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAW: &str = "第六十条 外国人有下列情形之一的，经当场盘问或者继续盘问后仍不能排除嫌疑，需要作进一步调查的，可以拘留审查。\n实施拘留审查，应当出示拘留审查决定书。";

    #[test]
    fn blanks_and_punctuation_are_left_aside() {
        assert_eq!(stands_in("经当场盘问或者继续盘问后, 仍不能排除嫌疑", LAW), Passage::Stands);
        assert_eq!(stands_in("外国人有下列情形之一的…应当出示拘留审查决定书", LAW), Passage::Stands);
        assert_ne!(stands_in("应当出示拘留审查决定书…外国人有下列情形之一的", LAW), Passage::Stands);
    }

    const ACT: &str = "Article 1\nThe police shall not detain a child under the age of 18 without the consent of a court.\n\n\
        Article 2\nThe police may detain an adult. The aliens register holds 12,000 names.";

    #[test]
    fn an_ellipsis_leaves_out_no_denial() {
        let Passage::Nearest(Some(near)) = stands_in("The police shall … detain a child", ACT) else { panic!() };
        assert_eq!(near, "The police shall not detain a child");
        assert_eq!(stands_in("The police shall not … without the consent of a court", ACT), Passage::Stands);
        // In another sentence it is another matter.
        assert_eq!(stands_in("under the age of 18 … The police may detain an adult", ACT), Passage::Stands);
        assert_ne!(stands_in("外国人…得拘留", "外国人不得拘留"), Passage::Stands);
        // The part stands there again, without the denial.
        let twice = "The police shall not detain a child. The police shall forthwith release a child.";
        assert_eq!(stands_in("The police shall … release a child", twice), Passage::Stands);
    }

    #[test]
    fn a_quotation_is_of_whole_words_and_numbers() {
        for wrong in [
            "the age of 1 8",
            "the age of 1",
            "The alien",
            "register holds 12",
            "…",
            " ",
            "The police may detain … a court",
        ] {
            assert_ne!(stands_in(wrong, ACT), Passage::Stands, "{wrong}");
        }
        for right in
            ["the age of 18", "aliens register", "register holds 12000 names", "THE AGE".to_lowercase().as_str()]
        {
            assert_eq!(stands_in(right, ACT), Passage::Stands, "{right}");
        }
        // No blanks, no words.
        assert_eq!(stands_in("当场盘问", LAW), Passage::Stands);
    }

    #[test]
    fn the_nearest_passage_is_shown() {
        let Passage::Nearest(Some(near)) = stands_in("经当场盘问或者继续询问后仍不能排除嫌疑", LAW)
        else {
            panic!()
        };
        assert!(near.contains("继续盘问后仍不能排除嫌疑"), "{near}");
        assert_eq!(stands_in("完全不相干的另一句话在此", LAW), Passage::Nearest(None));
    }
}
