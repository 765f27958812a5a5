//! `man`: the manual page, made from the same words as `--help`.

use super::args::Cli;
use super::{Exit, say, say_error};
use clap::CommandFactory as _;

/// The page of the program, then one section a command.
pub(super) fn run() -> Exit {
    let mut out = Vec::new();
    let mut command = Cli::command();
    command.build();
    let mut pages = vec![clap_mangen::Man::new(command.clone())];
    pages.extend(command.get_subcommands().filter(|c| !c.is_hide_set()).map(|c| clap_mangen::Man::new(c.clone())));
    for page in pages {
        if let Err(error) = page.render(&mut out) {
            say_error(&error.to_string());
            return Exit::NoVerdict;
        }
    }
    say(&String::from_utf8_lossy(&out));
    Exit::Clean
}
