//! What can be wrong with a text: facts about the mistake. The wording is in the message catalogue.

use super::code::Code;
use crate::text::Span;

/// Something a message speaks of.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// The writer's own words, a name, a list that is already joined.
    Text(String),
    /// A number.
    Number(i64),
    /// What the grammar expected: keywords as they are, other things by their catalogue id.
    Expected(Vec<String>),
    /// Several of the writer's words.
    Names(Vec<String>),
}

/// Whether a verdict can still be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// No verdict.
    Error,
    /// Worth a look; fails the gate only when asked to.
    Warning,
}

/// One mistake of the writer, at its place.
///
/// The id of its code is also the id of the message; the message's attributes `label` and `help` say the rest.
#[derive(Debug, Clone, PartialEq)]
pub struct Mistake {
    /// What kind of mistake.
    pub code: Code,
    /// How bad.
    pub severity: Severity,
    /// Where, if it stands anywhere: what is said of a whole run does not.
    pub span: Option<Span>,
    /// What the message speaks of.
    pub args: Vec<(&'static str, Arg)>,
    /// Other places that matter, each with the attribute of the message that says why.
    pub others: Vec<(Span, &'static str)>,
    /// What may have been meant, the likeliest first.
    pub suggestions: Vec<Suggestion>,
}

/// What may have been meant by a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What to write.
    pub name: String,
    /// The catalogue id of what it is, such as `kind-safeguard`, where that helps to choose.
    pub kind: Option<&'static str>,
    /// Why it is suggested.
    pub why: Why,
}

/// Why something is suggested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// The word that was written means it.
    Meaning,
    /// The word that was written means it, but it cannot stand in this place.
    Elsewhere,
    /// It is spelt nearly like the word that was written.
    Spelling,
}

impl Mistake {
    /// An error at a place.
    pub fn new(code: Code, span: impl Into<Option<Span>>) -> Self {
        Mistake {
            code,
            severity: Severity::Error,
            span: span.into(),
            args: Vec::new(),
            others: Vec::new(),
            suggestions: Vec::new(),
        }
    }

    /// A warning at a place.
    pub fn warning(code: Code, span: impl Into<Option<Span>>) -> Self {
        Mistake { severity: Severity::Warning, ..Mistake::new(code, span) }
    }

    /// With a word the message speaks of.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, Arg::Text(value.into())));
        self
    }

    /// With any argument.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: Arg) -> Self {
        self.args.push((name, value));
        self
    }

    /// With another place.
    #[must_use]
    pub fn and(mut self, span: Span, attribute: &'static str) -> Self {
        self.others.push((span, attribute));
        self
    }

    /// With the word that means it.
    #[must_use]
    pub fn means(mut self, name: &str) -> Self {
        self.suggestions = vec![Suggestion { name: name.to_owned(), kind: None, why: Why::Meaning }];
        self
    }

    /// With a near name, if there is one.
    #[must_use]
    pub fn suggest(mut self, name: Option<String>) -> Self {
        self.suggestions = name.map(|name| Suggestion { name, kind: None, why: Why::Spelling }).into_iter().collect();
        self
    }
}

/// The nearest of the candidates, or none when none is near: at most a third of the word may differ.
pub fn near<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let letters: Vec<char> = word.to_lowercase().chars().collect();
    let allowed = (letters.len() / 3).max(usize::from(letters.len() == 2));
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        if candidate == word {
            continue;
        }
        let other: Vec<char> = candidate.to_lowercase().chars().collect();
        if other.len().abs_diff(letters.len()) > allowed {
            continue;
        }
        let distance = distance(&letters, &other);
        if distance <= allowed && best.is_none_or(|(d, name)| (distance, candidate) < (d, name)) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, name)| name.to_owned())
}

/// The candidates that are near a word, the nearest first.
pub(super) fn nearby<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let letters: Vec<char> = word.to_lowercase().chars().collect();
    let allowed = (letters.len() / 3).max(usize::from(letters.len() == 2));
    let mut near: Vec<(usize, &str)> = candidates
        .into_iter()
        .filter(|candidate| *candidate != word && candidate.chars().count().abs_diff(letters.len()) <= allowed)
        .map(|candidate| (distance(&letters, &candidate.chars().collect::<Vec<_>>()), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .collect();
    near.sort_unstable();
    near.into_iter().map(|(_, candidate)| candidate).collect()
}

/// Edit distance in which two swapped neighbours count once.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let get = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX / 2);
            let mut cost = (get(&last, j) + usize::from(x != y)).min(get(&last, j + 1) + 1).min(get(&row, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x);
            if swapped {
                cost = cost.min(get(&before, j - 1) + 1);
            }
            row.push(cost);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggestions_stay_silent_unless_near() {
        assert_eq!(near("foriegner", ["foreigner", "refugee"]), Some("foreigner".into()));
        assert_eq!(near("detian", ["detain", "deport"]), Some("detain".into()));
        assert_eq!(near("xyz", ["foreigner", "refugee"]), None);
        assert_eq!(near("Child", ["child"]), Some("child".into()));
    }
}
