//! Files as people see them: names, text, places in it. Knows nothing of law.

mod date;
mod limits;
mod lines;
mod source;

pub use date::{NoSuchDay, civil_day};
pub use limits::Limits;
pub use lines::{LineIndex, Place, Utf16Place};
pub use source::{FileId, Source, Sources, Span, harmless};
