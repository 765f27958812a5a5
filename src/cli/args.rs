//! Every argument, under the headings of the manual.

use super::formats::{self, Wanted, WantedParser};
use crate::report::{DifferenceFormat, usual_difference};
use crate::syntax::near;
use crate::words::Lang;
use clap::{Args, CommandFactory as _, FromArgMatches as _, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::path::PathBuf;

/// Is there anyone whom this law leaves outside the standard?
///
/// iml-check reads a national migration law written in the policy language (*.pol) and decides whether it keeps inside
/// what the State has agreed to. It never opens a network connection.
#[derive(Debug, Parser)]
#[command(name = "iml-check", version, disable_help_subcommand = true)]
#[command(
    after_help = "Examples:\n  iml-check policies/chn/exit-and-entry.pol\n  iml-check policies/mex --lang zh\n  iml-check explain CRC\n\nExit codes: 0 nothing at or above --fail-on, 1 something, 2 no verdict."
)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Judge the legal order at each path (the default command).
    Check(Box<CheckArgs>),
    /// Run the scenarios of policies and the examples of standards.
    Test(TestArgs),
    /// Explain a standard, instrument, State, term, measure, message code or format.
    Explain(ExplainArgs),
    /// List standards, instruments, terms, states, messages or formats.
    List(ListArgs),
    /// Find the word of the language for something: words "whipping", words 鞭刑, words azotes.
    Words(WordsArgs),
    /// Say who gains and who loses between two versions of a law, and which verdicts change.
    Diff(DiffArgs),
    /// Ask the law one question: is anybody like this, and by which articles?
    Ask(AskArgs),
    /// Show the smallest edits that remove what was found, each judged again; write them back.
    Mend(MendArgs),
    /// Lay laws and rules out in the canonical way; every comment stays.
    Fmt(FmtArgs),
    /// Write the skeleton of a law, a standard, a scenario.
    New(NewArgs),
    /// Hold a law against a newer text of its statute: articles the same, reworded, new, gone, renumbered.
    Update(UpdateArgs),
    /// Write a configuration with every setting explained.
    Init(InitArgs),
    /// Show every setting in effect, and where it comes from.
    Config(ShowConfigArgs),
    /// Answer for what is found: write it to the configuration, with a reason and an end.
    Accept(AcceptArgs),
    /// Serve an editor: diagnostics, hover, completion and the rest, on standard input and output.
    #[cfg(feature = "lsp")]
    Lsp(LspArgs),
    /// Print completions for a shell.
    Completions(CompletionsArgs),
    /// Print the manual page.
    Man,
}

/// The rules to use.
#[derive(Debug, Args, Clone, Default)]
pub(super) struct RuleArgs {
    /// Add a folder of rules (*.iml); may be repeated.
    #[arg(long = "rules", value_name = "DIR", help_heading = "Input")]
    pub(super) rules: Vec<PathBuf>,
    /// Leave the built-in rules out.
    #[arg(long, help_heading = "Input")]
    pub(super) no_builtin_rules: bool,
}

/// The configuration.
#[derive(Debug, Args, Clone, Default)]
pub(super) struct ConfigArgs {
    /// The configuration, instead of the nearest iml-check.toml.
    #[arg(long, value_name = "FILE", help_heading = "Config")]
    pub(super) config: Option<PathBuf>,
    /// Without a configuration.
    #[arg(long, conflicts_with = "config", help_heading = "Config")]
    pub(super) no_config: bool,
}

/// Whose law, and when.
#[derive(Debug, Args, Clone, Default)]
pub(super) struct LawArgs {
    /// The State, by its three letters, instead of the policy's own.
    #[arg(long, value_name = "ISO3", help_heading = "Law")]
    pub(super) state: Option<String>,
    /// The date of the check [default: today].
    #[arg(long, value_name = "DATE", help_heading = "Law")]
    pub(super) as_of: Option<String>,
    /// The day of the run: acceptances are held against it, and the date of the check where none is named [default: the
    /// clock's].
    #[arg(long, value_name = "DATE", help_heading = "Law")]
    pub(super) today: Option<String>,
    /// What if the State ratified this instrument? May be repeated.
    #[arg(long, value_name = "INSTRUMENT", help_heading = "Law")]
    pub(super) assume_ratified: Vec<String>,
}

/// How to speak.
#[derive(Debug, Args, Clone, Default)]
pub(super) struct VoiceArgs {
    /// Language of the report: en, zh; html takes several, as in zh,en [env: IML_CHECK_LANG].
    #[arg(long, value_name = "LANG", value_parser = languages, help_heading = "Output")]
    pub(super) lang: Option<String>,
    /// Colours.
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = When::Auto, help_heading = "Output")]
    pub(super) color: When,
    /// Links to the laws, where a terminal opens them.
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = When::Auto, help_heading = "Output")]
    pub(super) links: When,
    /// Columns of the report.
    #[arg(long, value_name = "N", help_heading = "Output")]
    pub(super) width: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Default)]
pub(super) enum When {
    #[default]
    Auto,
    Always,
    Never,
}

/// Languages, separated by commas, each of which reports are written in.
fn languages(text: &str) -> Result<String, String> {
    if text.split(',').all(|one| Lang::parse(one.trim()).is_some()) {
        return Ok(text.to_owned());
    }
    Err(format!("[possible values: {}]", Lang::ALL.map(Lang::code).join(", ")))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Default)]
pub(super) enum FailOn {
    /// What is incompatible.
    #[default]
    Incompatible,
    /// Also what was not found.
    NotFound,
    /// Also what is for assessment.
    ToAssess,
    /// Never.
    Never,
}

impl From<FailOn> for crate::session::FailOn {
    fn from(word: FailOn) -> Self {
        match word {
            FailOn::Incompatible => Self::Incompatible,
            FailOn::NotFound => Self::NotFound,
            FailOn::ToAssess => Self::ToAssess,
            FailOn::Never => Self::Never,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Default)]
pub(super) enum FailForce {
    /// What binds as law.
    #[default]
    Treaty,
    /// Also an authoritative interpretation of it.
    Interpretation,
    /// Also what is only signed.
    Signed,
    /// Also soft law.
    SoftLaw,
}

impl From<FailForce> for crate::session::FailForce {
    fn from(word: FailForce) -> Self {
        match word {
            FailForce::Treaty => Self::Treaty,
            FailForce::Interpretation => Self::Interpretation,
            FailForce::Signed => Self::Signed,
            FailForce::SoftLaw => Self::SoftLaw,
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    /// Policies: a .pol file, a folder (one legal order for each State in it), a framework of the configuration, or - for
    /// standard input [default: the frameworks of the configuration, else this folder].
    #[arg(value_name = "PATH", help_heading = "Input")]
    pub(super) paths: Vec<PathBuf>,
    /// The name shown for standard input.
    #[arg(long, value_name = "NAME", default_value = "stdin.pol", help_heading = "Input")]
    pub(super) stdin_filename: String,
    #[command(flatten)]
    pub(super) rules: RuleArgs,
    #[command(flatten)]
    pub(super) law: LawArgs,
    /// Also judge standards that do not bind this State, as notes.
    #[arg(long, help_heading = "Law")]
    pub(super) all_standards: bool,
    /// Only this standard, point or theme; may be repeated.
    #[arg(long, visible_alias = "select", value_name = "ID|POINT|THEME", help_heading = "Law")]
    pub(super) only: Vec<String>,
    /// Not this standard, point or theme; may be repeated.
    #[arg(long, visible_alias = "ignore", value_name = "ID|POINT|THEME", help_heading = "Law")]
    pub(super) skip: Vec<String>,
    /// From which word on a finding makes the command exit with 1 [default: incompatible].
    #[arg(long, value_enum, help_heading = "Gate")]
    pub(super) fail_on: Option<FailOn>,
    /// How hard what it is against has to bind for that [default: treaty].
    #[arg(long, value_enum, help_heading = "Gate")]
    pub(super) force: Option<FailForce>,
    /// Warnings about the text itself also fail.
    #[arg(long, help_heading = "Gate")]
    pub(super) strict: bool,
    /// What was found before and is known: it does not count, unless it reaches anybody else.
    #[arg(long, value_name = "FILE", help_heading = "Gate")]
    pub(super) baseline: Option<PathBuf>,
    /// Write what is found now to the baseline.
    #[arg(long, help_heading = "Gate")]
    pub(super) write_baseline: bool,
    /// Nothing that is accepted or known from the baseline is shown, in any format.
    #[arg(long, help_heading = "Gate")]
    pub(super) new_only: bool,
    /// Fails where fewer of the standards that bind were examined.
    #[arg(long, value_name = "N", help_heading = "Gate")]
    pub(super) require_examined: Option<usize>,
    /// Acceptances do not count.
    #[arg(long, help_heading = "Gate")]
    pub(super) no_accept: bool,
    /// Decide every question with two independent engines.
    #[arg(long, help_heading = "Gate")]
    pub(super) verify: bool,
    /// The format of the report; with =FILE it is written there. May be repeated [default: human].
    #[arg(long, alias = "output-format", value_name = "FORMAT[=FILE]", value_parser = WantedParser, help_heading = "Output")]
    pub(super) format: Vec<Wanted>,
    /// Write the report to a file.
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    pub(super) output_file: Option<PathBuf>,
    /// Look for the smallest edit that removes each finding, judged again, and add it to every report.
    #[arg(long, help_heading = "Mend")]
    pub(super) diff: bool,
    /// In SARIF also what is provided for, not examined, not in force and accepted: the whole record.
    #[arg(long, help_heading = "Output")]
    pub(super) sarif_all: bool,
    /// How many findings of each standard and theme, on standard error.
    #[arg(long, help_heading = "Output")]
    pub(super) statistics: bool,
    /// Only the answer, and what was read.
    #[arg(short, long, conflicts_with = "verbose", help_heading = "Output")]
    pub(super) quiet: bool,
    /// Every finding, point by point, and not only the first screen; in short a line each.
    #[arg(long, help_heading = "Output")]
    pub(super) full: bool,
    /// Also what is provided for, and by which articles; and what is of unknown force.
    #[arg(short, long, help_heading = "Output")]
    pub(super) verbose: bool,
    #[command(flatten)]
    pub(super) config: ConfigArgs,
    #[command(flatten)]
    pub(super) voice: VoiceArgs,
}

#[derive(Debug, Args)]
pub(super) struct DiffArgs {
    /// The law as it was: a file or a folder read as one legal order.
    #[arg(value_name = "OLD")]
    pub(super) old: PathBuf,
    /// The law as it is, or is to be.
    #[arg(value_name = "NEW")]
    pub(super) new: PathBuf,
    #[command(flatten)]
    pub(super) rules: RuleArgs,
    #[command(flatten)]
    pub(super) law: LawArgs,
    /// Also standards that bind this State under neither.
    #[arg(long, help_heading = "Law")]
    pub(super) all_standards: bool,
    /// Only this standard, point or theme; may be repeated.
    #[arg(long, value_name = "ID|POINT|THEME", help_heading = "Law")]
    pub(super) only: Vec<String>,
    /// Decide every question twice, in two independent ways.
    #[arg(long, help_heading = "Law")]
    pub(super) verify: bool,
    /// How to say it.
    #[arg(long, value_name = "FORMAT", value_parser = formats::difference(), default_value = usual_difference().name(),
        help_heading = "Output")]
    pub(super) format: &'static dyn DifferenceFormat,
    #[command(flatten)]
    pub(super) config: ConfigArgs,
    #[command(flatten)]
    pub(super) voice: VoiceArgs,
}

#[derive(Debug, Args)]
pub(super) struct AskArgs {
    /// A condition; the name of a measure means that the law lets it be done, that of a service that the law gives it:
    /// "nursing and detained".
    #[arg(value_name = "CONDITION")]
    pub(super) question: String,
    /// Laws: files or folders [default: the frameworks of the configuration, else this folder].
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) rules: RuleArgs,
    #[command(flatten)]
    pub(super) law: LawArgs,
    #[command(flatten)]
    pub(super) config: ConfigArgs,
    #[command(flatten)]
    pub(super) voice: VoiceArgs,
}

#[cfg(feature = "lsp")]
#[derive(Debug, Args)]
pub(super) struct LspArgs {
    #[command(flatten)]
    pub(super) rules: RuleArgs,
    /// The day of the run, and the date of the check where none is named [default: the clock's].
    #[arg(long, value_name = "DATE", help_heading = "Law")]
    pub(super) today: Option<String>,
    /// How an editor says what it always speaks on: standard input and output.
    #[arg(long, hide = true)]
    pub(super) stdio: bool,
    #[command(flatten)]
    pub(super) config: ConfigArgs,
    #[command(flatten)]
    pub(super) voice: VoiceArgs,
}

#[derive(Debug, Args)]
pub(super) struct MendArgs {
    /// Laws: files or folders [default: the frameworks of the configuration, else this folder].
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// Write the mends into the laws, one after another, each judged on what the one before has made.
    #[arg(long, help_heading = "Mend")]
    pub(super) write: bool,
    /// Only findings of this article.
    #[arg(long, value_name = "NUMBER", help_heading = "Mend")]
    pub(super) article: Option<String>,
    #[command(flatten)]
    pub(super) rules: RuleArgs,
    #[command(flatten)]
    pub(super) law: LawArgs,
    /// Also standards that do not bind this State.
    #[arg(long, help_heading = "Law")]
    pub(super) all_standards: bool,
    /// Only this standard, point or theme; may be repeated.
    #[arg(long, value_name = "ID|POINT|THEME", help_heading = "Law")]
    pub(super) only: Vec<String>,
    #[command(flatten)]
    pub(super) config: ConfigArgs,
    #[command(flatten)]
    pub(super) voice: VoiceArgs,
}

#[derive(Debug, Args)]
pub(super) struct NewArgs {
    #[command(subcommand)]
    pub(super) what: NewWhat,
}

#[derive(Debug, Subcommand)]
pub(super) enum NewWhat {
    /// A law: from a statute as it is published, every article still to be encoded; or an empty one.
    Policy(NewPolicyArgs),
    /// A standard with its examples.
    Standard(NewStandardArgs),
    /// A scenario: of everybody whom a standard finds left outside, or an empty one.
    Scenario(NewScenarioArgs),
}

#[derive(Debug, Args)]
pub(super) struct NewPolicyArgs {
    /// The statute: Akoma Ntoso and other national XML, HTML, Markdown, text, .docx, PDF; - reads standard input.
    #[arg(long, value_name = "FILE")]
    pub(super) from: Option<PathBuf>,
    /// Write it although little of the source was placed, or its numbers are out of order.
    #[arg(long, requires = "from")]
    pub(super) anyway: bool,
    /// The State, by its three letters.
    #[arg(long, value_name = "ISO3")]
    pub(super) state: String,
    /// What the law is called in other files [default: after the statute's file].
    #[arg(long, value_name = "NAME")]
    pub(super) name: Option<String>,
    /// Where to write it [default: standard output].
    #[arg(long, value_name = "FILE")]
    pub(super) output_file: Option<PathBuf>,
    #[command(flatten)]
    pub(super) voice: VoiceArgs,
}

#[derive(Debug, Args)]
pub(super) struct NewStandardArgs {
    /// Its identifier.
    #[arg(value_name = "ID")]
    pub(super) id: String,
    /// Its theme.
    #[arg(long, value_name = "THEME", default_value = "own")]
    pub(super) theme: String,
    /// Where to write it [default: standard output].
    #[arg(long, value_name = "FILE")]
    pub(super) output_file: Option<PathBuf>,
    #[command(flatten)]
    pub(super) voice: VoiceArgs,
}

#[derive(Debug, Args)]
pub(super) struct NewScenarioArgs {
    /// The law: a file or a folder.
    #[arg(value_name = "PATH", requires = "standard")]
    pub(super) path: Option<PathBuf>,
    /// The standard whose findings become scenarios.
    #[arg(long, value_name = "ID", default_value = "", hide_default_value = true)]
    pub(super) standard: String,
    /// Where to write it [default: standard output].
    #[arg(long, value_name = "FILE")]
    pub(super) output_file: Option<PathBuf>,
    #[command(flatten)]
    pub(super) rules: RuleArgs,
    #[command(flatten)]
    pub(super) law: LawArgs,
    #[command(flatten)]
    pub(super) config: ConfigArgs,
    #[command(flatten)]
    pub(super) voice: VoiceArgs,
}

#[derive(Debug, Args)]
pub(super) struct FmtArgs {
    /// Files or folders, *.pol and *.iml; - reads standard input and writes standard output [default: this folder].
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// Change nothing; exit with 1 when something would change.
    #[arg(long)]
    pub(super) check: bool,
    /// Change nothing; show what would change.
    #[arg(long)]
    pub(super) diff: bool,
    /// Also write what an older edition of the language says as this edition says it.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(2..=2))]
    pub(super) edition: Option<u8>,
    #[command(flatten)]
    pub(super) voice: VoiceArgs,
}

#[derive(Debug, Args)]
pub(super) struct InitArgs {
    /// The folder that the configuration is written for.
    #[arg(value_name = "DIR", default_value = ".")]
    pub(super) folder: PathBuf,
    #[command(flatten)]
    pub(super) voice: VoiceArgs,
}

#[derive(Debug, Args)]
pub(super) struct ShowConfigArgs {
    /// Where the search for the configuration begins.
    #[arg(value_name = "PATH", default_value = ".")]
    pub(super) path: PathBuf,
    /// Print the JSON Schema of the configuration.
    #[arg(long)]
    pub(super) schema: bool,
    #[command(flatten)]
    pub(super) config: ConfigArgs,
    #[command(flatten)]
    pub(super) voice: VoiceArgs,
}

#[derive(Debug, Args)]
pub(super) struct AcceptArgs {
    /// The standard whose findings are answered for.
    #[arg(value_name = "STANDARD")]
    pub(super) standard: String,
    /// The law or framework, as for check.
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// Why.
    #[arg(long, value_name = "TEXT")]
    pub(super) reason: String,
    /// Until when: the last day.
    #[arg(long, value_name = "DATE")]
    pub(super) until: String,
    /// Who answers.
    #[arg(long, value_name = "TEXT")]
    pub(super) by: Option<String>,
    /// Only what rests on this article; may be repeated.
    #[arg(long, value_name = "NUMBER")]
    pub(super) article: Vec<String>,
    #[command(flatten)]
    pub(super) rules: RuleArgs,
    #[command(flatten)]
    pub(super) law: LawArgs,
    #[command(flatten)]
    pub(super) config: ConfigArgs,
    #[command(flatten)]
    pub(super) voice: VoiceArgs,
}

#[derive(Debug, Args)]
pub(super) struct TestArgs {
    /// Policies whose scenarios are run; the examples of all standards when none is given.
    #[arg(value_name = "PATH", help_heading = "Input")]
    pub(super) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) rules: RuleArgs,
    #[command(flatten)]
    pub(super) law: LawArgs,
    /// Only the examples of this standard, point or theme; may be repeated.
    #[arg(long, value_name = "ID|POINT|THEME", help_heading = "Law")]
    pub(super) only: Vec<String>,
    /// Hold the verdicts against this reviewed file, and show what changed.
    #[arg(long, value_name = "FILE", help_heading = "Gate")]
    pub(super) snapshot: Option<PathBuf>,
    /// Write the verdicts to the file of --snapshot: they have been reviewed.
    #[arg(long, requires = "snapshot", help_heading = "Gate")]
    pub(super) accept: bool,
    /// Also what came out as expected.
    #[arg(short, long, help_heading = "Output")]
    pub(super) verbose: bool,
    #[command(flatten)]
    pub(super) config: ConfigArgs,
    #[command(flatten)]
    pub(super) voice: VoiceArgs,
}

#[derive(Debug, Args)]
pub(super) struct ExplainArgs {
    /// What to explain: child-immigration-detention, CRC, CHN, detain, unknown-name …
    #[arg(value_name = "ID")]
    pub(super) id: String,
    #[command(flatten)]
    pub(super) rules: RuleArgs,
    /// The date, for a State [default: today].
    #[arg(long, value_name = "DATE", help_heading = "Law")]
    pub(super) as_of: Option<String>,
    #[command(flatten)]
    pub(super) voice: VoiceArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Listed {
    Standards,
    Points,
    Principles,
    Instruments,
    Terms,
    States,
    Messages,
    Formats,
}

#[derive(Debug, Args)]
pub(super) struct ListArgs {
    /// What to list.
    #[arg(value_enum)]
    pub(super) what: Listed,
    /// Only standards, points and principles of this theme.
    #[arg(long)]
    pub(super) theme: Option<String>,
    /// Only what binds this State.
    #[arg(long, value_name = "ISO3")]
    pub(super) state: Option<String>,
    /// The date, with --state [default: today].
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<String>,
    /// As JSON.
    #[arg(long)]
    pub(super) json: bool,
    #[command(flatten)]
    pub(super) rules: RuleArgs,
    #[command(flatten)]
    pub(super) voice: VoiceArgs,
}

#[derive(Debug, Args)]
pub(super) struct UpdateArgs {
    /// The law.
    #[arg(value_name = "LAW")]
    pub(super) law: PathBuf,
    /// The newer text of its statute, in any form that `new policy --from` reads.
    #[arg(long, value_name = "FILE")]
    pub(super) from: PathBuf,
    /// Write the newer words into the law: nothing that is encoded is lost.
    #[arg(long)]
    pub(super) write: bool,
    /// Take the newer text although little of it was placed, or its numbers are out of order.
    #[arg(long)]
    pub(super) anyway: bool,
    /// As JSON.
    #[arg(long)]
    pub(super) json: bool,
    #[command(flatten)]
    pub(super) voice: VoiceArgs,
}

#[derive(Debug, Args)]
pub(super) struct WordsArgs {
    /// What a law calls it, in any language.
    #[arg(value_name = "WORDS", required = true)]
    pub(super) words: Vec<String>,
    /// How many of the nearest.
    #[arg(long, value_name = "N", default_value_t = 6)]
    pub(super) most: usize,
    /// As JSON.
    #[arg(long)]
    pub(super) json: bool,
    #[command(flatten)]
    pub(super) rules: RuleArgs,
    #[command(flatten)]
    pub(super) voice: VoiceArgs,
}

#[derive(Debug, Args)]
pub(super) struct CompletionsArgs {
    /// The shell.
    #[arg(value_enum)]
    pub(super) shell: clap_complete::Shell,
}

/// Reads the arguments.
pub(super) fn parse(arguments: Vec<OsString>) -> Result<Cli, clap::Error> {
    // The description of the whole command line is made once and used twice.
    let mut command = Cli::command();
    let arguments = with_default_command(arguments, &command);
    let mut matches = command.try_get_matches_from_mut(arguments)?;
    Cli::from_arg_matches_mut(&mut matches).map_err(|error| error.format(&mut command))
}

/// `iml-check law.pol` means `iml-check check law.pol`.
fn with_default_command(mut arguments: Vec<OsString>, command: &clap::Command) -> Vec<OsString> {
    const ABOUT: [&str; 4] = ["-h", "--help", "-V", "--version"];
    let names: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
    let first = arguments.get(1).map(|a| a.to_string_lossy().into_owned());
    let named = first.as_deref().is_some_and(|f| names.contains(&f) || ABOUT.contains(&f) || is_meant(f, &names));
    if !named {
        arguments.insert(1.min(arguments.len()), "check".into());
    }
    arguments
}

/// A word that is no path and near the name of a command is meant as one: clap then suggests it.
fn is_meant(word: &str, names: &[&str]) -> bool {
    near(word, names.iter().copied()).is_some() && !std::path::Path::new(word).exists()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::FAIL_ON;

    #[test]
    fn the_gate_has_the_same_words_in_the_configuration() {
        let words: Vec<String> = FailOn::value_variants()
            .iter()
            .filter_map(|f| f.to_possible_value().map(|v| v.get_name().to_owned()))
            .collect();
        assert_eq!(words, FAIL_ON);
    }
}
