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

/// The nearest of the candidates, or none when none is near.
pub fn near<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearby(word, candidates).first().map(|name| (*name).to_owned())
}

/// The candidates that are near a word, the nearest first: at most a third of its letters differ, and where both have as
/// many parts, at most a third of each part's. Swapped neighbours differ once; a Chinese sign is a letter.
pub(super) fn nearby<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let small = word.to_lowercase();
    let near = |candidate: &'a str| {
        let other = candidate.to_lowercase();
        let distance = apart(&small, &other, usize::from(small.chars().count() == 2))?;
        // `issue-permit` is not `refuse-permit` misspelt.
        let of_as_many_parts = small.matches('-').count() == other.matches('-').count();
        let mut parts = small.split('-').zip(other.split('-'));
        let same = !of_as_many_parts || parts.all(|(part, other)| apart(part, other, 1).is_some());
        same.then_some((distance, candidate))
    };
    let mut found: Vec<(usize, &str)> = candidates.into_iter().filter(|c| *c != word).filter_map(near).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, candidate)| candidate).collect()
}

/// In how many letters two words differ, when it is at most a third of the first, or as many as `least`.
fn apart(word: &str, other: &str, least: usize) -> Option<usize> {
    let letters = word.chars().count();
    let allowed = (letters / 3).max(least);
    if other.chars().count().abs_diff(letters) > allowed {
        return None;
    }
    Some(strsim::osa_distance(word, other)).filter(|distance| *distance <= allowed)
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
        assert_eq!(near("child", ["child"]), None);
    }

    #[test]
    fn one_wrong_sign_of_a_chinese_name_is_near() {
        for (written, name) in
            [("拘溜", "拘留"), ("外国入", "外国人"), ("无国藉人", "无国籍人"), ("年满十八岁", "年满十六岁")]
        {
            assert_eq!(near(written, [name, "签证"]), Some(name.into()), "{written}");
        }
        assert_eq!(near("拘", ["留"]), None);
        assert_eq!(near("驱逐出境", ["自愿回国"]), None);
    }

    #[test]
    fn another_word_in_a_name_makes_it_another_name() {
        assert_eq!(near("issue-permit", ["refuse-permit"]), None);
        assert_eq!(near("refuse-pemrit", ["refuse-permit"]), Some("refuse-permit".into()));
        assert_eq!(near("asylumseeker", ["asylum-seeker"]), Some("asylum-seeker".into()));
        assert_eq!(near("stay-or-entry", ["stay-on-entry"]), Some("stay-on-entry".into()));
    }
}
