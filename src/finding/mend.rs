//! The edit that removes a finding, re-judged before it is offered; or why there is none.

use crate::text::Span;

/// One place of a law that is written anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; empty where something is only put in.
    pub at: Span,
    /// What stands there then.
    pub text: String,
}

/// What kind of edit it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MendKind {
    /// An exemption that is there reaches further.
    WiderExemption,
    /// A power has an exception.
    Exception,
    /// A limit is set, or is shorter.
    Limit,
    /// A guarantee is added, or is stricter, earlier, for more people.
    Guarantee,
    /// A prohibition is added.
    Prohibition,
    /// A procedure passes the step.
    Step,
    /// A definition takes in or leaves out.
    Definition,
    /// An institution is established.
    Institution,
    /// A leg of a justification is supplied.
    Leg,
}

/// Why no edit is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoMend {
    /// It is for a person to weigh; there is nothing to mend.
    Weigh,
    /// How long is for the legislature to say.
    Length,
    /// An aim, a ground or a reason is for the legislature to give.
    Reason,
    /// Every edit of these kinds takes away more than is asked, makes something else worse, or does not help.
    NoEdit,
}

/// The smallest edit that removes a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mend {
    /// Its kind.
    pub kind: MendKind,
    /// The places, in order.
    pub edits: Vec<Edit>,
}

/// What was found when an edit was looked for.
pub type Mended = Result<Mend, NoMend>;
