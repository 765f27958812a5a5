//! The six words, and how several come to one.

use crate::syntax::tree::ExpectedVerdict;

/// What is said of a standard, of one of its demands, or of one finding. Each claims no more than what was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// The law, in its own words, leaves somebody outside.
    Incompatible,
    /// The question is raised, and nothing in the texts read gives what is asked.
    NotFound,
    /// It turns on weighing, on doubtful words, or on what only a person can settle.
    ToAssess,
    /// Words protect everybody the standard speaks of.
    Provided,
    /// Nothing in the texts read raises the question.
    NotExamined,
    /// The standard does not bind this State on this date.
    NotInForce,
}

/// All of them, in the order in which they are counted and listed.
pub const VERDICTS: [Verdict; 6] = [
    Verdict::Incompatible,
    Verdict::NotFound,
    Verdict::ToAssess,
    Verdict::Provided,
    Verdict::NotExamined,
    Verdict::NotInForce,
];

impl Verdict {
    /// The word that no translation changes: in files, on the command line and between programs.
    pub fn key(self) -> &'static str {
        match self {
            Verdict::Incompatible => "incompatible",
            Verdict::NotFound => "not-found",
            Verdict::ToAssess => "to-assess",
            Verdict::Provided => "provided",
            Verdict::NotExamined => "not-examined",
            Verdict::NotInForce => "not-in-force",
        }
    }

    /// The verdict of that word.
    pub fn named(key: &str) -> Option<Verdict> {
        VERDICTS.into_iter().find(|v| v.key() == key)
    }

    /// The verdict that a scenario or an example expects.
    pub fn expected(expected: ExpectedVerdict) -> Verdict {
        match expected {
            ExpectedVerdict::Incompatible => Verdict::Incompatible,
            ExpectedVerdict::NotFound => Verdict::NotFound,
            ExpectedVerdict::ToAssess => Verdict::ToAssess,
            ExpectedVerdict::Provided => Verdict::Provided,
            ExpectedVerdict::NotExamined => Verdict::NotExamined,
            ExpectedVerdict::NotInForce => Verdict::NotInForce,
        }
    }

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
