//! How much a finding weighs at the gate.

use super::{Finding, StandardResult, Verdict};
use crate::law::Force;

/// What a gate can be set to. The heaviest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// A breach of, or a gap against, what binds as law.
    Breach,
    /// Of an authoritative interpretation.
    Interpretation,
    /// Of a treaty only signed.
    Signed,
    /// Of soft law.
    Advice,
    /// For a person to weigh, or unknown whether it binds.
    Review,
    /// Not binding: only shown when asked for.
    Note,
}

/// The level of a finding.
pub fn level(result: &StandardResult, finding: &Finding) -> Level {
    match (finding.verdict, result.force) {
        (_, Force::None) => Level::Note,
        (_, Force::Unknown) => Level::Review,
        (Verdict::Incompatible | Verdict::NotFound, force) => match force {
            Force::JusCogens | Force::Custom | Force::Treaty => Level::Breach,
            Force::Interpretation => Level::Interpretation,
            Force::Signed => Level::Signed,
            _ => Level::Advice,
        },
        (_, Force::SoftLaw) => Level::Advice,
        _ => Level::Review,
    }
}
