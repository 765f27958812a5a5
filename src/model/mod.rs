//! Names to things: the vocabulary, the instruments, the standards, and one State's legal order.

mod alike;
mod condition;
mod doubts;
mod length;
mod meant;
mod policy;
mod resolve;
mod resolve_condition;
mod resolve_policy;
mod resolve_read;
mod resolve_standard;
mod search;
mod standard;
mod taxonomy;
mod verdict;
mod vocabulary;

pub use crate::syntax::tree::{VERDICTS, Verdict};
pub use condition::{Bounds, Condition};
pub use length::{Lasting, Length};
pub use policy::*;
pub use resolve::{Library, Resolver, kind_word};
pub use resolve_policy::{OrderFile, condition_in, lies_in, resolve_later, resolve_order};
pub use search::Found;
pub use standard::*;
pub use taxonomy::Taxonomy;
pub use verdict::Manner;
pub use vocabulary::*;
