//! The gate: what a run has to find to end with 1.

use super::Exit;
use crate::finding::{Judgement, Level, level};

/// From what level on something found ends the run with 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FailOn {
    /// What is against words that bind as law.
    #[default]
    Breach,
    /// Also against an authoritative reading of them.
    Interpretation,
    /// Also against what is only signed.
    Signed,
    /// Also against advice.
    Advice,
    /// Also what a person has to weigh.
    Review,
    /// Nothing.
    Never,
}

impl FailOn {
    /// Every one, the heaviest first, by the word it is called in settings.
    pub const ALL: [(&'static str, FailOn); 6] = [
        ("breach", FailOn::Breach),
        ("interpretation", FailOn::Interpretation),
        ("signed", FailOn::Signed),
        ("advice", FailOn::Advice),
        ("review", FailOn::Review),
        ("never", FailOn::Never),
    ];

    /// By its word.
    pub fn named(word: &str) -> Option<FailOn> {
        FailOn::ALL.iter().find(|(name, _)| *name == word).map(|(_, on)| *on)
    }

    fn bar(self) -> Option<Level> {
        match self {
            FailOn::Breach => Some(Level::Breach),
            FailOn::Interpretation => Some(Level::Interpretation),
            FailOn::Signed => Some(Level::Signed),
            FailOn::Advice => Some(Level::Advice),
            FailOn::Review => Some(Level::Review),
            FailOn::Never => None,
        }
    }
}

/// What makes a run end with 1.
#[derive(Debug, Clone, Copy, Default)]
pub struct Gate {
    /// From what level on.
    pub fail_on: FailOn,
    /// Remarks on the text count too.
    pub strict: bool,
}

impl Gate {
    /// How a run with this judgement ends.
    pub fn holds(&self, judgement: &Judgement) -> Exit {
        let heaviest = judgement
            .results
            .iter()
            .flat_map(|r| r.findings.iter().map(move |f| (r, f)))
            .filter(|(_, f)| f.counts())
            .map(|(r, f)| level(r, f))
            .min();
        let over = heaviest.zip(self.fail_on.bar()).is_some_and(|(heaviest, bar)| heaviest <= bar);
        let strict = self.strict && !judgement.warnings.is_empty();
        // What is gone is taken out of the baseline, so that it cannot come back unseen.
        let gone = !judgement.gone.is_empty();
        if over || strict || gone { Exit::Found } else { Exit::Clean }
    }
}
