//! What changes between two versions of a law: plain data, ready to be said.

use super::{Finding, Lasting, LawInfo, Mark, Named, People, Readings, Verdict};
use crate::law::{Date, Force};
use crate::model::Length;

/// What a change is about.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Something may be done to people.
    Permitted {
        /// What.
        measure: Named,
    },
    /// How long something may last.
    Lasting {
        /// What.
        measure: Named,
        /// At most, before.
        before: Lasting,
        /// At most, now.
        after: Lasting,
    },
    /// What comes with a measure.
    Safeguard {
        /// What.
        thing: Named,
        /// The measure.
        measure: Named,
        /// In time.
        within: Option<Length>,
        /// By whom.
        by: Option<Named>,
    },
    /// What people are entitled to.
    Entitlement {
        /// What.
        thing: Named,
        /// In time.
        within: Option<Length>,
        /// By whom.
        by: Option<Named>,
    },
    /// What nobody may do to them.
    Prohibition {
        /// What.
        measure: Named,
    },
    /// Whom the law means by a word.
    Definition {
        /// The word.
        term: Named,
    },
    /// What the law sets up.
    Institution {
        /// What.
        institution: Named,
    },
    /// A step of a procedure.
    Step {
        /// Which.
        step: Named,
    },
}

/// One change.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// What it is about.
    pub effect: Effect,
    /// There is more of it now: more people, a longer time, an institution that was not there.
    pub more: bool,
    /// Better or worse for the people concerned; `None` where that cannot be said.
    pub better: Option<bool>,
    /// The most ordinary person concerned.
    pub witness: Option<People>,
    /// Everyone concerned.
    pub class: Option<People>,
    /// On which readings of the law's open terms.
    pub readings: Readings,
    /// The places that said so before.
    pub before: Vec<Mark>,
    /// The places that say so now.
    pub after: Vec<Mark>,
    /// How data on policy changes codes it.
    pub codes: Codes,
}

/// How a change is coded: by identifiers of the catalogue of messages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Codes {
    /// The area of policy.
    pub area: String,
    /// The tool of policy.
    pub tool: String,
    /// Whom it targets.
    pub group: String,
}

/// A standard whose verdict, or whose people, are not the same.
#[derive(Debug, Clone, PartialEq)]
pub struct VerdictChange {
    /// The standard.
    pub standard: Named,
    /// How hard it binds.
    pub force: Force,
    /// The verdict before.
    pub before: Verdict,
    /// The verdict now.
    pub after: Verdict,
    /// Who is newly left outside: the finding that reaches them, with its person and class as far as they are new.
    pub newly: Option<Finding>,
    /// Who is no longer left outside: the most ordinary of them, and all.
    pub no_longer: Option<Box<(People, People)>>,
}

impl VerdictChange {
    /// Whether the verdict is worse than it was, or somebody is newly left outside.
    pub fn is_worse(&self) -> bool {
        self.newly.is_some() || self.after.is_harsher_than(self.before)
    }
}

/// Everything that changes from one order to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// The State.
    pub state: String,
    /// The date of the check.
    pub as_of: Date,
    /// The laws before.
    pub before: Vec<(Named, LawInfo)>,
    /// The laws now.
    pub after: Vec<(Named, LawInfo)>,
    /// What changes: the worse first, the severest first.
    pub changes: Vec<Change>,
    /// The standards of which the answer changes, in order of force, then identifier.
    pub verdicts: Vec<VerdictChange>,
}

impl Difference {
    /// Whether nothing changes its meaning.
    pub fn is_none(&self) -> bool {
        self.changes.is_empty() && self.verdicts.is_empty()
    }
}
