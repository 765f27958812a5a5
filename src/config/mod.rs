//! `iml-check.toml`: what a repository of laws has settled once. Every setting keeps its place, so that a wrong one is
//! shown like a wrong law.

mod give;
mod kept;
mod read;
mod settings;

pub use give::{give, names};
pub use kept::{Line, Listed, Named, Set};
pub use read::read;
pub use settings::{
    Accept, Config, FAIL_FORCE, FAIL_ON, Framework, Gate, Html, Kind, LimitSettings, Report, Setting, Skip, Standards,
    Usual,
};

/// The name of the file.
pub const FILE: &str = "iml-check.toml";
