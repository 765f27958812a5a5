//! How much a finding weighs: its word, by the force of what it is against.

use super::{Finding, StandardResult, Verdict};
use crate::law::Force;

/// A weight. The heaviest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Incompatible with what binds as law.
    Incompatible,
    /// Not found, where what binds as law asks for it.
    NotFound,
    /// Either of them, by an authoritative interpretation.
    Interpretation,
    /// By a treaty that is only signed.
    Signed,
    /// By soft law.
    SoftLaw,
    /// For assessment, or unknown whether it binds.
    ToAssess,
    /// Not binding: only shown when asked for.
    Note,
}

impl Level {
    /// The word that no translation changes.
    pub fn key(self) -> &'static str {
        match self {
            Level::Incompatible => "incompatible",
            Level::NotFound => "not-found",
            Level::Interpretation => "interpretation",
            Level::Signed => "signed",
            Level::SoftLaw => "soft-law",
            Level::ToAssess => "to-assess",
            Level::Note => "note",
        }
    }
}

/// The level of a finding.
pub fn level(result: &StandardResult, finding: &Finding) -> Level {
    match (finding.verdict, result.force) {
        (_, Force::None) => Level::Note,
        (_, Force::Unknown) => Level::ToAssess,
        (word @ (Verdict::Incompatible | Verdict::NotFound), force) => match force {
            Force::JusCogens | Force::Custom | Force::Treaty if word == Verdict::Incompatible => Level::Incompatible,
            Force::JusCogens | Force::Custom | Force::Treaty => Level::NotFound,
            Force::Interpretation => Level::Interpretation,
            Force::Signed => Level::Signed,
            _ => Level::SoftLaw,
        },
        (_, Force::SoftLaw) => Level::SoftLaw,
        _ => Level::ToAssess,
    }
}
