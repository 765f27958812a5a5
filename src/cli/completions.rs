//! `completions`: what a shell needs to complete the command line.

use super::args::{Cli, CompletionsArgs};
use super::{Exit, say};
use clap::CommandFactory as _;

pub(super) fn run(asked: &CompletionsArgs) -> Exit {
    let mut out = Vec::new();
    clap_complete::generate(asked.shell, &mut Cli::command(), "iml-check", &mut out);
    say(&String::from_utf8_lossy(&out));
    Exit::Clean
}
