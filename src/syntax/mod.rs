//! Text to tree: what is written, and what is wrong with how it is written.
//!
//! Parsing never fails: it returns what it could read and a list of mistakes.

mod build;
mod build_policy;
mod build_rules;
mod code;
mod cut;
mod lex;
mod mentions;
pub mod mistakes;
mod next;
mod otherwise;
mod parse;
mod print;
mod reading;
mod recover;
mod sentence;
mod shift;
mod teach;
mod tokens;
pub mod tree;

pub use build_rules::new_word;
pub use code::Code;
pub use lex::lex;
pub use mentions::{Mention, Named, mentions};
pub use mistakes::{Arg, Mistake, Severity, Suggestion, Why, near};
pub use next::{Next, next};
pub use parse::{Kept, Parsed, parse, parse_after, parse_condition, parse_within};
pub use print::{Atom, Expr, amount};
pub use tokens::{Kind as TokenKind, Stand, Token, tokens};
