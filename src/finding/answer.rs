//! What a law answers to one question outside any standard: plain data.

use super::{Mark, People, Readings};

/// Why nobody is like this.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nobody {
    /// Nobody can be, whatever the law says.
    CanBe,
    /// No article gives the power, or the right.
    NoArticle,
    /// Articles exclude it: leave one of them out and there is somebody.
    Excluded,
}

/// The answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// There is somebody.
    Somebody {
        /// The most ordinary of them.
        person: Box<People>,
        /// All of them.
        class: Box<People>,
        /// On which readings of the law's open terms.
        readings: Readings,
        /// What is done to that person, or what the person has, by which articles.
        by: Vec<Mark>,
        /// That person as a scenario.
        given: Vec<String>,
    },
    /// There is nobody.
    Nobody {
        /// Why.
        why: Nobody,
        /// The articles that exclude it.
        by: Vec<Mark>,
    },
}
