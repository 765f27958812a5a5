//! `iml-check`: arguments in, exit code out.

use std::process::ExitCode;

/// Everything read and decided is many small things: this allocator is quicker at those than the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    iml_check::cli::run(std::env::args_os())
}
