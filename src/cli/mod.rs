//! The command line: one file a command. Everything a run depends on comes in here.

mod accept;
mod args;
mod ask;
mod check;
mod completions;
mod config;
mod diff;
mod explain;
mod fmt;
mod formats;
mod init;
mod list;
#[cfg(feature = "lsp")]
mod lsp;
mod man;
mod mend;
mod new;
mod open;
mod receipt;
mod setup;
mod test;
mod update;
mod vocabulary;
mod working;

use crate::session::Exit;
use crate::text::harmless;
use crate::words::{Words, args};
use crate::workspace;
use args::Command;
use std::ffi::OsString;
use std::io::{BufWriter, StdoutLock, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::OnceLock;

/// Runs the program. A panic becomes one friendly paragraph and exit code 2.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    std::panic::set_hook(Box::new(|_| {}));
    let result = std::panic::catch_unwind(|| start(arguments));
    result.unwrap_or_else(|cause| {
        let what =
            cause.downcast_ref::<&str>().map(|s| (*s).to_owned()).or_else(|| cause.downcast_ref::<String>().cloned());
        let words = crate::words::Words::new(crate::words::Lang::En);
        let version = env!("CARGO_PKG_VERSION").to_owned();
        say_error(
            &words.say("panic", &crate::words::args([("version", version), ("place", what.unwrap_or_default())])),
        );
        ExitCode::from(Exit::NoVerdict.code())
    })
}

fn start(arguments: Vec<OsString>) -> ExitCode {
    let cli = match args::parse(arguments) {
        Ok(cli) => cli,
        Err(error) => {
            let code = if error.use_stderr() { Exit::NoVerdict } else { Exit::Clean };
            let _ = error.print();
            return ExitCode::from(code.code());
        }
    };
    let exit = match cli.command {
        Command::Check(args) => check::run(&args),
        Command::Test(args) => test::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::List(args) => list::run(&args),
        Command::Words(args) => vocabulary::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Ask(args) => ask::run(&args),
        Command::Mend(args) => mend::run(&args),
        Command::Fmt(args) => fmt::run(&args),
        Command::New(args) => new::run(&args),
        Command::Update(args) => update::run(&args),
        Command::Init(args) => init::run(&args),
        Command::Config(args) => config::run(&args),
        Command::Accept(args) => accept::run(&args),
        #[cfg(feature = "lsp")]
        Command::Lsp(args) => lsp::run(&args),
        Command::Completions(args) => completions::run(&args),
        Command::Man => man::run(),
    };
    if let Some(Lost::Refused(reason)) = LOST.get() {
        let words = setup::words(&args::VoiceArgs::default());
        say_error(&words.say("output-lost", &crate::words::args([("reason", reason.clone())])));
        return ExitCode::from(Exit::NoVerdict.code());
    }
    ExitCode::from(exit.code())
}

/// A file that cannot be read: said, and no verdict.
fn unreadable(path: &Path, error: &std::io::Error, words: &Words) -> Exit {
    trouble("unreadable", path, error, words)
}

/// A file that cannot be written: said, and no verdict.
fn unwritable(path: &Path, error: &std::io::Error, words: &Words) -> Exit {
    trouble("unwritable", path, error, words)
}

fn trouble(id: &str, path: &Path, error: &std::io::Error, words: &Words) -> Exit {
    let shown = harmless(&path.display().to_string()).into_owned();
    // In our words where we refuse it, else in those of the system.
    let reason = workspace::refusal(error).map_or_else(|| error.to_string(), |why| words.plain(why.message()));
    say_error(&words.say(id, &args([("path", shown), ("reason", reason)])));
    Exit::NoVerdict
}

/// The files that were found, after it is said what was left out.
fn files(found: workspace::Found, words: &Words) -> Vec<PathBuf> {
    for left in &found.left_out {
        let path = left.path.strip_prefix(".").unwrap_or(&left.path).display().to_string();
        say_error(&words.say(left.why.message(), &args([("path", harmless(&path).into_owned())])));
    }
    found.files
}

/// Holds the places that are going to be written to against what has been read, before anything is written.
fn free_to_write<'a>(paths: impl IntoIterator<Item = &'a Path>, words: &Words) -> Result<(), Exit> {
    workspace::check_outputs(paths).map_err(|(path, why)| unwritable(path, &why.into(), words))
}

/// Why standard output did not take everything.
enum Lost {
    /// Nobody reads any more, as after `| head`: what they wanted they have.
    NobodyReads,
    /// A full disk: why.
    Refused(String),
}

static LOST: OnceLock<Lost> = OnceLock::new();

/// What was asked for goes to standard output. What it does not take is said when the command ends.
fn say(text: &str) {
    let _ = std::fmt::Write::write_str(&mut StandardOutput::new(), text);
}

/// Standard output, for what is said piece by piece. It takes nothing more after something was lost.
struct StandardOutput(BufWriter<StdoutLock<'static>>);

impl StandardOutput {
    fn new() -> StandardOutput {
        StandardOutput(BufWriter::with_capacity(1 << 16, std::io::stdout().lock()))
    }

    fn lost(result: std::io::Result<()>) -> std::fmt::Result {
        result.map_err(|error| {
            let _ = LOST.set(match error.kind() {
                std::io::ErrorKind::BrokenPipe => Lost::NobodyReads,
                _ => Lost::Refused(error.to_string()),
            });
            std::fmt::Error
        })
    }
}

impl StandardOutput {
    fn write_bytes(&mut self, bytes: &[u8]) -> std::fmt::Result {
        StandardOutput::lost(self.0.write_all(bytes))
    }
}

impl std::fmt::Write for StandardOutput {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.write_bytes(text.as_bytes())
    }
}

impl Drop for StandardOutput {
    fn drop(&mut self) {
        if LOST.get().is_none() {
            let _ = StandardOutput::lost(self.0.flush());
        }
    }
}

/// What is said about the run goes to standard error.
fn say_error(text: &str) {
    let mut out = std::io::stderr().lock();
    let _ = writeln!(out, "{text}");
}
