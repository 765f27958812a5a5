//! One test binary: fast to link, one module a subject.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::disallowed_methods,
    reason = "a test may fail loudly, and reads files and its environment"
)]

mod architecture;
mod beside;
mod binding;
mod broken;
mod cases;
mod change;
mod clauses;
mod cli;
mod commands;
mod config;
mod data;
mod decided;
mod docs;
mod door;
mod editors;
mod fixtures;
mod formats;
mod found;
mod gate;
mod hostile;
mod import;
mod kit;
mod laws;
mod lawyer;
mod layout;
mod logic;
#[cfg(feature = "lsp")]
mod lsp;
mod mend;
mod office;
mod oracle;
mod particular;
mod print;
mod reading;
mod references;
mod session;
mod standards;
mod statute;
mod table;
mod update;
mod vocabulary;
mod words;
