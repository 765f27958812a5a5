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
}

impl Letters {
    fn of(text: &str) -> Letters {
        let kept = text.char_indices().filter(|(_, c)| c.is_alphanumeric());
        let (places, letters) = kept.unzip();
        Letters { letters, places }
    }
}

/// How many letters in a row are compared to find a near passage.
const RUN: usize = 4;

/// Looks quoted words up. Parts on either side of an ellipsis must stand in that order.
pub fn stands_in(quoted: &str, text: &str) -> Passage {
    let whole = Letters::of(text);
    let mut from = 0;
    for part in quoted.split(['…', '⋯']).flat_map(|p| p.split("...")) {
        let part = Letters::of(part);
        if part.letters.is_empty() {
            continue;
        }
        match find(&whole.letters, &part.letters, from) {
            Some(at) => from = at + part.letters.len(),
            None => return Passage::Nearest(nearest(text, &whole, &part)),
        }
    }
    Passage::Stands
}

/// The first place of a run of letters: as text, for which there is a fast search.
fn find(letters: &[char], part: &[char], from: usize) -> Option<usize> {
    let text: String = letters.get(from..)?.iter().collect();
    let part: String = part.iter().collect();
    let byte = text.find(&part)?;
    Some(from + text.get(..byte)?.chars().count())
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
