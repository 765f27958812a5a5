//! The gate: what a run has to find to end with 1.

use super::Exit;
use crate::finding::{Finding, Judgement, StandardResult, Verdict};
use crate::law::Force;

/// From what word on something found ends the run with 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FailOn {
    /// What is incompatible.
    #[default]
    Incompatible,
    /// Also what was not found.
    NotFound,
    /// Also what is for assessment, and what may bind or not.
    ToAssess,
    /// Nothing.
    Never,
}

impl FailOn {
    /// Every one, the heaviest first, by the word it is called in settings.
    pub const ALL: [(&'static str, FailOn); 4] = [
        ("incompatible", FailOn::Incompatible),
        ("not-found", FailOn::NotFound),
        ("to-assess", FailOn::ToAssess),
        ("never", FailOn::Never),
    ];

    /// By its word.
    pub fn named(word: &str) -> Option<FailOn> {
        FailOn::ALL.iter().find(|(name, _)| *name == word).map(|(_, on)| *on)
    }

    fn bar(self) -> Option<Verdict> {
        match self {
            FailOn::Incompatible => Some(Verdict::Incompatible),
            FailOn::NotFound => Some(Verdict::NotFound),
            FailOn::ToAssess => Some(Verdict::ToAssess),
            FailOn::Never => None,
        }
    }
}

/// How hard what it is against has to bind for something found to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FailForce {
    /// What binds as law.
    #[default]
    Treaty,
    /// Also an authoritative interpretation of it.
    Interpretation,
    /// Also what is only signed.
    Signed,
    /// Also soft law.
    SoftLaw,
}

impl FailForce {
    /// Every one, the hardest first, by the word it is called in settings.
    pub const ALL: [(&'static str, FailForce); 4] = [
        ("treaty", FailForce::Treaty),
        ("interpretation", FailForce::Interpretation),
        ("signed", FailForce::Signed),
        ("soft-law", FailForce::SoftLaw),
    ];

    /// By its word.
    pub fn named(word: &str) -> Option<FailForce> {
        FailForce::ALL.iter().find(|(name, _)| *name == word).map(|(_, force)| *force)
    }

    fn bar(self) -> Force {
        match self {
            FailForce::Treaty => Force::Treaty,
            FailForce::Interpretation => Force::Interpretation,
            FailForce::Signed => Force::Signed,
            FailForce::SoftLaw => Force::SoftLaw,
        }
    }
}

/// What makes a run end with 1.
#[derive(Debug, Clone, Copy, Default)]
pub struct Gate {
    /// From what word on.
    pub fail_on: FailOn,
    /// Against what.
    pub force: FailForce,
    /// Remarks on the text count too.
    pub strict: bool,
    /// How many of the standards that bind must have been examined.
    pub require_examined: Option<usize>,
}

impl Gate {
    /// Whether a finding counts and is over the bar.
    fn stops(&self, result: &StandardResult, finding: &Finding) -> bool {
        if !finding.counts() {
            return false;
        }
        // Whether it binds at all is for a person to find out, whatever the word is and however hard it would bind.
        if result.force == Force::Unknown {
            return self.fail_on == FailOn::ToAssess;
        }
        result.force <= self.force.bar() && self.fail_on.bar().is_some_and(|bar| finding.verdict <= bar)
    }

    /// How a run with this judgement ends.
    pub fn holds(&self, judgement: &Judgement) -> Exit {
        let over = judgement.results.iter().any(|r| r.findings.iter().any(|f| self.stops(r, f)));
        let strict = self.strict && !judgement.warnings.is_empty();
        // What is gone is taken out of the baseline, so that it cannot come back unseen.
        let gone = !judgement.gone.is_empty();
        if over || strict || gone || self.lacks(judgement).is_some() { Exit::Found } else { Exit::Clean }
    }

    /// How many of the standards that bind were examined, where more must have been.
    pub fn lacks(&self, judgement: &Judgement) -> Option<usize> {
        let examined = |r: &&StandardResult| {
            r.force <= Force::Treaty && !matches!(r.verdict, Verdict::NotExamined | Verdict::NotInForce)
        };
        let count = judgement.results.iter().filter(examined).count();
        self.require_examined.filter(|required| count < *required).map(|_| count)
    }
}
