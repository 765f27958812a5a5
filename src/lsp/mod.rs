//! The language server: what an editor asks of the laws that are open in it, answered from a session.
//!
//! One thread answers, one judges; nobody who types waits for a judgement. An edit stops what was under way for the text
//! before it. A panic becomes an error and a friendly paragraph in the log, and the server goes on.

mod accepting;
mod actions;
mod asks;
mod capabilities;
mod completion;
mod diagnostics;
mod document;
mod folding;
mod formatting;
mod hints;
mod hover;
mod lens;
mod markdown;
mod names;
mod place;
mod plan;
mod root;
mod semantic;
mod server;
mod slot;
mod symbols;
mod worker;

pub use plan::Asked;
pub use server::{Options, serve};
