//! `iml-check` decides whether a national migration law keeps inside what the State has agreed to.
//!
//! The way through the house, one way only:
//!
//! ```text
//! text → syntax → model → law → judge → finding → report
//!                          └─ logic (knows nothing of law)
//! ```
//!
//! [`session::Session`] is the front door: texts in by file, answers out. The library reads no disk, no clock and no
//! environment; the command line, behind the feature `cli`, does that at the door.

pub mod baseline;
pub mod builtin;
pub mod checker;
#[cfg(feature = "cli")]
pub mod cli;
pub mod config;
pub mod finding;
pub mod ids;
pub mod judge;
pub mod law;
pub mod layout;
pub mod logic;
#[cfg(feature = "lsp")]
pub mod lsp;
pub mod mend;
pub mod model;
pub mod pages;
pub mod report;
pub mod session;
#[cfg(feature = "statute")]
pub mod statute;
pub mod stop;
pub mod syntax;
pub mod text;
pub mod threads;
pub mod words;
#[cfg(feature = "cli")]
mod workspace;
