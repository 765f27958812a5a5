//! The word for something: what in the vocabulary means nearest to words of any language. Synonyms first, then words of one
//! stem, then words spelt alike; no dictionary but the vocabulary's own.

use super::vocabulary::{FactShapeKind, Named, Vocabulary};
use crate::syntax::tree::Label;
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization as _;

/// Something that was found, and how near it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Its name.
    pub name: String,
    /// What it is.
    pub named: Named,
    /// The value of the fact that was meant.
    pub value: Option<String>,
    /// What it is called that comes nearest.
    pub called: String,
    /// How near, from 0 to 1.
    pub nearness: f64,
}

/// What is less near than this is something else.
const LEAST: f64 = 0.34;

/// Words that tell nothing apart.
const EMPTY: [&str; 40] = [
    "a", "an", "the", "of", "to", "in", "on", "for", "by", "and", "or", "with", "at", "from", "is", "be", "not", "his",
    "her", "their", "de", "la", "el", "los", "las", "en", "y", "o", "del", "al", "por", "para", "con", "un", "una",
    "person", "persons", "someone", "somebody", "people",
];

/// A phrase taken apart.
struct Phrase {
    plain: String,
    words: Vec<String>,
    /// Pairs of signs, where a script sets no blanks.
    pairs: Vec<(char, char)>,
}

/// Signs of scripts that set no blanks between words.
fn unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}

impl Phrase {
    fn of(text: &str) -> Phrase {
        // Without accents, in small letters.
        let plain: String =
            text.nfd().filter(|c| !('\u{300}'..'\u{370}').contains(c)).collect::<String>().to_lowercase();
        let plain: String = plain.nfc().collect();
        let all: Vec<&str> =
            plain.split(|c: char| !c.is_alphanumeric() || unspaced(c)).filter(|w| !w.is_empty()).collect();
        let telling: Vec<String> = all.iter().filter(|w| !EMPTY.contains(*w)).map(|w| (*w).to_owned()).collect();
        let words = if telling.is_empty() { all.into_iter().map(str::to_owned).collect() } else { telling };
        let signs: Vec<char> = plain.chars().filter(|c| unspaced(*c)).collect();
        let mut pairs: Vec<(char, char)> = signs.windows(2).filter_map(|w| Some((*w.first()?, *w.last()?))).collect();
        if let [only] = signs.as_slice() {
            pairs.push((*only, *only));
        }
        Phrase { plain, words, pairs }
    }

    /// How near two phrases are, from 0 to 1.
    fn nearness(&self, other: &Phrase) -> f64 {
        if self.plain == other.plain {
            return 1.0;
        }
        let (mut sum, mut weight) = (0.0, 0.0);
        if !self.words.is_empty() || !other.words.is_empty() {
            let size = (self.words.len() + other.words.len()) as f64;
            sum += size * share(&self.words, &other.words, alike);
            weight += size;
        }
        if !self.pairs.is_empty() || !other.pairs.is_empty() {
            let size = (self.pairs.len() + other.pairs.len()) as f64;
            let near = share(&self.pairs, &other.pairs, |a, b| if a == b { 1.0 } else { 0.0 });
            // 拘留 stands in 拘留审查 as a word does among words.
            let inside = !other.pairs.is_empty() && other.pairs.iter().all(|pair| self.pairs.contains(pair));
            sum += size * if inside { near.max(0.5) } else { near };
            weight += size;
        }
        if weight > 0.0 { (sum / weight * 0.98).min(0.98) } else { 0.0 }
    }
}

/// How much of what is asked for stands in the other; what the other has besides counts less.
fn share<T>(asked: &[T], other: &[T], near: impl Fn(&T, &T) -> f64) -> f64 {
    let covered = |from: &[T], by: &[T]| -> f64 {
        let sum: f64 = from.iter().map(|a| by.iter().map(|b| near(a, b)).fold(0.0, f64::max)).sum();
        sum / from.len().max(1) as f64
    };
    let (there, back) = (covered(asked, other), covered(other, asked));
    there * (0.7 + 0.3 * back)
}

/// How near two words are: the same, of one stem, spelt nearly alike.
fn alike(a: &String, b: &String) -> f64 {
    if a == b {
        return 1.0;
    }
    let (long, short) = (a.chars().count().max(b.chars().count()), a.chars().count().min(b.chars().count()));
    let common = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    // detain, detained, detention, detenido; what is left of both is an ending.
    if common >= 4 && common * 10 >= short * 6 && long - common <= 5 {
        let ending = (long - common) as f64;
        return (0.94 - 0.05 * ending).max(0.62);
    }
    // Swapped neighbours, one letter wrong.
    if short >= 5 && long - short <= 1 && strsim::osa_distance(a, b) == 1 {
        return 0.75;
    }
    0.0
}

impl Vocabulary {
    /// The names that mean nearest to some words, the nearest first.
    pub fn nearest(&self, asked: &str, most: usize) -> Vec<Found> {
        let asked = Phrase::of(asked);
        let mut found: HashMap<(String, Option<String>), Found> = HashMap::new();
        let mut enter = |name: &str, named: Named, value: Option<&str>, label: &Label| {
            let mut best: Option<(f64, &str)> = None;
            let own = value.unwrap_or(name);
            let labels = label
                .main
                .iter()
                .map(|q| q.text.as_str())
                .chain(label.by_language.iter().map(|(_, text)| text.as_str()));
            let also = label.also.iter().enumerate().map(|(at, (_, text))| (text.as_str(), 0.002 * at.min(20) as f64));
            // What is called so first is meant first.
            let phrases = std::iter::once((own, 0.0)).chain(labels.map(|l| (l, 0.0))).chain(also);
            for (text, later) in phrases {
                let nearness = asked.nearness(&Phrase::of(text)) - later;
                if best.is_none_or(|(b, _)| nearness > b) {
                    best = Some((nearness, text));
                }
            }
            if let Some((nearness, called)) = best.filter(|(nearness, _)| *nearness >= LEAST) {
                let value = value.map(str::to_owned);
                let key = (name.to_owned(), value.clone());
                found.insert(key, Found { name: name.to_owned(), named, value, called: called.to_owned(), nearness });
            }
        };
        let mut names: Vec<(&String, &Named)> = self.names.iter().collect();
        names.sort_by_key(|(name, _)| *name);
        for (name, named) in names {
            enter(name, *named, None, self.label_of(*named));
            if let Named::Fact(id) = named
                && let FactShapeKind::OneOf { values, .. } = &self.fact(*id).shape
            {
                for (value, label) in values {
                    enter(name, *named, Some(value), label);
                }
            }
        }
        let mut out: Vec<Found> = found.into_values().collect();
        out.sort_by(|a, b| {
            b.nearness.total_cmp(&a.nearness).then_with(|| (&a.name, &a.value).cmp(&(&b.name, &b.value)))
        });
        out.truncate(most);
        out
    }

    /// The label of whatever has a name.
    pub fn label_of(&self, named: Named) -> &Label {
        match named {
            Named::Fact(id) => &self.fact(id).label,
            Named::Term(id) => &self.term(id).label,
            Named::Thing(id) => &self.thing(id).label,
            Named::Time(id) => &self.time(id).label,
            Named::Reason(id) => &self.reasons[id].label,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearness() {
        let near = |a: &str, b: &str| Phrase::of(a).nearness(&Phrase::of(b));
        assert!((near("Whipping", "whipping") - 1.0).abs() < 1e-9);
        assert!(near("detention of a child", "child detention") > 0.9);
        assert!(near("detained", "detaining") > 0.6);
        assert!(near("detencion", "detención") > 0.99);
        assert!(near("拘留审查", "拘留") > LEAST);
        assert!(near("visa", "detention") < LEAST);
        assert!(near("court", "count") < 0.8);
    }
}
