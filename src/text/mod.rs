//! Files as people see them: names, text, places in it. Knows nothing of law.

mod limits;
mod lines;
mod source;

pub use limits::Limits;
pub use lines::{LineIndex, Place};
pub use source::{BUILT_IN_BASE, Source, Sources, Span, harmless};
