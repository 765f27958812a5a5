//! How several verdicts come to one, and how words leave somebody outside.

use crate::syntax::tree::Verdict;

impl Verdict {
    /// Whether it says that somebody may be left outside: such a verdict has findings.
    pub fn is_found(self) -> bool {
        self <= Verdict::ToAssess
    }

    /// Whether this word is harsher than another: what was not found and is now incompatible is, the other way round is
    /// not.
    pub fn is_harsher_than(self, other: Verdict) -> bool {
        self.is_found() && self < other
    }

    /// Of the questions of one demand, the word of the demand: the worst, and what is provided for some is provided where
    /// nothing raises the question for the others.
    pub fn of_questions(words: impl IntoIterator<Item = Verdict>) -> Verdict {
        words.into_iter().min().unwrap_or(Verdict::NotExamined)
    }

    /// Of the demands of one standard, the word of the standard: one that was not examined leaves the standard not
    /// examined, whatever else is provided.
    pub fn of_demands(words: impl IntoIterator<Item = Verdict>) -> Verdict {
        let weight = |v: &Verdict| match v {
            Verdict::NotExamined => 3,
            Verdict::Provided => 4,
            other => *other as u8,
        };
        words.into_iter().min_by_key(weight).unwrap_or(Verdict::NotExamined)
    }
}

/// How the law's own words leave somebody outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Manner {
    /// It demands the measure.
    Requires,
    /// It allows the measure.
    Permits,
    /// It denies what is asked.
    Refuses,
    /// Its definition is too narrow or too wide.
    Narrows,
}

impl Manner {
    /// The word that no translation changes.
    pub fn key(self) -> &'static str {
        match self {
            Manner::Requires => "requires",
            Manner::Permits => "permits",
            Manner::Refuses => "refuses",
            Manner::Narrows => "narrows",
        }
    }
}
