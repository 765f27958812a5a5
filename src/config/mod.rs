//! `iml-check.toml`: what a repository of laws has settled once. Every setting keeps its place, so that a wrong one is
//! shown like a wrong law.

mod give;
mod read;

pub use give::{give, names};
pub use read::{KEYS, Key, Kind, read};

use crate::text::{Limits, Span};

/// The name of the file.
pub const FILE: &str = "iml-check.toml";

/// The JSON Schema of the file, for editors.
pub const SCHEMA: &str = include_str!("schema.json");

/// A value and where it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Set<T> {
    /// The value.
    pub value: T,
    /// Its place.
    pub span: Span,
}

/// The whole file.
#[derive(Debug, Clone, Default)]
pub struct Config {
    /// Languages of reports, by their tags.
    pub language: Vec<Set<String>>,
    /// Folders of rules, beside the built-in ones.
    pub rules: Vec<Set<String>>,
    /// Whether the built-in rules are used.
    pub builtin_rules: Option<Set<bool>>,
    /// The legal orders, in order of name.
    pub frameworks: Vec<Framework>,
    /// What makes the gate fail, one of the words of `--fail-on`.
    pub fail_on: Option<Set<String>>,
    /// Whether warnings about the text fail too.
    pub strict: Option<Set<bool>>,
    /// The baseline.
    pub baseline: Option<Set<String>>,
    /// Standards that are not asked.
    pub skip: Vec<Skip>,
    /// Findings that are answered for.
    pub accept: Vec<Accept>,
    /// How much is read and how far it is followed.
    pub limits: Vec<(String, Set<u64>)>,
    /// Where the page for people goes.
    pub html_output: Option<Set<String>>,
    /// A picture for its cover.
    pub html_logo: Option<Set<String>>,
    /// Who may read it.
    pub html_classification: Option<Set<String>>,
}

impl Config {
    /// The limits, those that are not set as they are by default.
    pub fn limits(&self) -> Limits {
        let mut limits = Limits::default();
        self.limits.iter().for_each(|(name, set)| limits.set(name, set.value));
        limits
    }
}

/// Several laws read as one legal order.
#[derive(Debug, Clone)]
pub struct Framework {
    /// Its name.
    pub name: Set<String>,
    /// The State, when it is not the policies' own.
    pub state: Option<Set<String>>,
    /// Patterns of files.
    pub policies: Vec<Set<String>>,
    /// The date of the check.
    pub as_of: Option<Set<String>>,
    /// Instruments treated as ratified.
    pub assume_ratified: Vec<Set<String>>,
}

/// A standard, or a theme, that is not asked.
#[derive(Debug, Clone)]
pub struct Skip {
    /// Which.
    pub id: Set<String>,
    /// Why.
    pub reason: Set<String>,
}

/// A finding that is answered for.
#[derive(Debug, Clone)]
pub struct Accept {
    /// Of which standard.
    pub standard: Set<String>,
    /// In which framework; in all when it is left out.
    pub framework: Option<Set<String>>,
    /// For whom, as a condition of the language; for everybody when it is left out.
    pub who: Option<Set<String>>,
    /// Why.
    pub reason: Set<String>,
    /// Who answers.
    pub by: Option<Set<String>>,
    /// Until when.
    pub until: Set<String>,
    /// The entry.
    pub span: Span,
}
