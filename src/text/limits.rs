//! How much is read and how far a question is followed before the answer is *no verdict*.

/// Bounds on size, depth and effort. Each is generous; a repository may set its own in the configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of all files of a run.
    pub bytes: u64,
    /// Brackets inside each other.
    pub nesting: u64,
    /// Definitions resting on each other, conditions inside them counted.
    pub definitions: u64,
    /// Pairs of a thing and what it is a kind of.
    pub kinds: u64,
    /// Looks of the second engine at a question.
    pub looks: u64,
    /// Steps in a run for questions that the first engine does not decide.
    pub steps: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Limits::USUAL
    }
}

impl Limits {
    /// How far each may be set. What keeps offsets within 32 bits, or the stack whole, can be lowered and not raised.
    pub const MOST: Limits =
        Limits { kinds: 1_000_000_000, looks: 1_000_000_000_000, steps: 1_000_000_000_000, ..Limits::USUAL };

    /// How far each goes when nothing is set.
    pub const USUAL: Limits = Limits {
        bytes: 2_000_000_000,
        nesting: 200,
        definitions: 5_000,
        kinds: 20_000_000,
        looks: 2_000_000,
        steps: 2_000_000_000,
    };
}
