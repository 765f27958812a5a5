//! One test binary: fast to link, one module a subject.

mod architecture;
mod cli;
mod data;
mod docs;
mod fixtures;
mod hostile;
mod laws;
mod oracle;
mod standards;
mod words;
