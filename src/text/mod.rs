//! Files as people see them: names, text, places in it. Knows nothing of law.

mod lines;
mod source;

pub use lines::{LineIndex, Place};
pub use source::{harmless, Source, Sources, Span, BUILT_IN_BASE};
