//! `iml-check`: arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    iml_check::cli::run(std::env::args_os())
}
