//! The one front door: texts in by file, legal orders from their trees, and every question that is asked of an order.
//!
//! A session holds the rules, the texts, the settings and the baseline. The command line, the tests, a language server
//! and a page in a browser all ask it, and every answer is an [`Outcome`], which carries what was wrong and how the run
//! ends. It reads no disk, no clock and no environment: what it needs from there is handed in.

mod accept;
mod ask;
mod check;
mod diff;
mod fix;
mod gate;
mod order;
mod outcome;
mod references;
mod test;
mod versions;

pub use crate::checker::{Input, ReadOrder, Tree};
pub use crate::finding::Exit;
pub use crate::law::Date;
pub use crate::logic::Stop;
pub use accept::{Acceptance, Accepted};
pub use ask::Asked;
pub use check::Checked;
pub use fix::{Fixed, Fixes};
pub use gate::{FailForce, FailOn, Gate};
pub use order::{Order, Selected};
pub use outcome::{Note, Outcome};
pub use references::{Index, References};
pub use test::{Expected, Tested};

use crate::baseline::Baseline;
use crate::builtin::{self, BuiltInTreaties};
use crate::checker::Checker;
use crate::config::{self, Config};
use crate::finding::Skipped;
use crate::judge::Options;
use crate::law::Treaties as _;
use crate::logic::Run;
use crate::model::Library;
use crate::syntax::{Code, Mistake, near};
use crate::text::{FileId, Sources, Span};
use crate::words::Lang;
use outcome::{Failed, sound};
use std::collections::BTreeMap;

/// What lies beside the laws and is read only when a law names it.
pub trait Beside: Send + Sync {
    /// The bytes of the file that a law names as its source.
    fn source(&self, law: &str, named: &str) -> Result<Vec<u8>, NotRead>;
}

/// Why a file beside a law is not read.
#[derive(Debug, Clone, PartialEq)]
pub enum NotRead {
    /// It may not be: then there is no verdict. The id of the message that says why.
    Refused(&'static str),
    /// It is not there, or something is wrong with it.
    Unreadable(String),
}

/// Nothing lies beside the laws.
#[derive(Debug, Clone, Copy, Default)]
pub struct NothingBeside;

impl Beside for NothingBeside {
    fn source(&self, _: &str, _: &str) -> Result<Vec<u8>, NotRead> {
        Err(NotRead::Unreadable(String::new()))
    }
}

/// The configuration as it was found: its name, its text, and what was read of it as the first file of a session.
#[derive(Debug, Clone)]
pub struct Configuration {
    /// The name, as it is shown.
    pub name: String,
    /// The text.
    pub text: String,
    /// What it says.
    pub config: Config,
    /// What is wrong with it.
    pub mistakes: Vec<Mistake>,
}

impl Configuration {
    /// Reads a configuration that a session begins with.
    pub fn read(name: String, text: String) -> Configuration {
        let (config, mistakes) = config::read(&text, FileId::own(0));
        Configuration { name, text, config, mistakes }
    }
}

/// What a session begins with.
pub struct Opening {
    /// The configuration.
    pub configuration: Option<Configuration>,
    /// Rule files beside the built-in ones.
    pub rules: Vec<Input>,
    /// Whether the built-in rules are used.
    pub built_in: bool,
    /// How many threads may work at once. No answer depends on it.
    pub threads: usize,
    /// The day of the run: the day of the law where none is named, and the one on which acceptances are looked at.
    pub today: Date,
    /// What lies beside the laws.
    pub beside: Box<dyn Beside>,
}

/// What is asked, beyond the settings of the configuration.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// The State, when it is not the laws' own.
    pub state: Option<String>,
    /// The day of the law; else that of its framework, else today.
    pub as_of: Option<Date>,
    /// Instruments treated as ratified.
    pub assume_ratified: Vec<String>,
    /// Also standards that do not bind this State.
    pub all_standards: bool,
    /// Only these standards or themes.
    pub only: Vec<String>,
    /// Not these standards or themes.
    pub skip: Vec<String>,
    /// Acceptances do not count.
    pub no_accept: bool,
    /// Of each class only its nearest part is described.
    pub nearest_only: bool,
    /// Decide every question in two ways.
    pub verify: bool,
    /// Look for an edit that removes each finding.
    pub fix: bool,
    /// Make a baseline of what is found.
    pub baseline: bool,
    /// What makes the run end with 1, when the configuration is not to say it.
    pub fail_on: Option<FailOn>,
    /// How hard what is found against has to bind for that, when the configuration is not to say it.
    pub force: Option<FailForce>,
    /// Remarks on the text count too.
    pub strict: bool,
    /// How many of the standards that bind must have been examined.
    pub require_examined: Option<usize>,
    /// Ends the run without an answer as soon as nobody wants it any more.
    pub stop: Stop,
}

/// The rules, the texts, the settings, the baseline.
pub struct Session {
    checker: Checker,
    settings: Config,
    configuration: Option<FileId>,
    unsettled: Vec<Mistake>,
    own_rules: bool,
    baseline: Option<Baseline>,
    trees: BTreeMap<FileId, Tree>,
    today: Date,
    #[cfg_attr(not(feature = "statute"), expect(dead_code, reason = "without the readers no statute is looked at"))]
    beside: Box<dyn Beside>,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session").field("settings", &self.settings).field("today", &self.today).finish_non_exhaustive()
    }
}

impl Session {
    /// Begins a session. Whether rules and configuration are as they should be, [`Session::ready`] says.
    pub fn open(opening: Opening) -> Session {
        let mut sources = Sources::new();
        let (mut settings, mut unsettled, mut configuration) = (Config::default(), Vec::new(), None);
        if let Some(found) = opening.configuration {
            configuration = Some(sources.set(&found.name, found.text));
            (settings, unsettled) = (found.config, found.mistakes);
        }
        let own_rules = !opening.rules.is_empty();
        let mut checker = Checker::beside(sources, opening.rules, opening.built_in, settings.limits());
        checker.threads = opening.threads;
        Session {
            checker,
            settings,
            configuration,
            unsettled,
            own_rules,
            baseline: None,
            trees: BTreeMap::new(),
            today: opening.today,
            beside: opening.beside,
        }
    }

    /// Whether rules and configuration are as they should be: nothing can be judged by others.
    pub fn ready(&self) -> Outcome<()> {
        self.rules().and_then(|()| self.configured()).map(Outcome::of).into()
    }

    fn rules(&self) -> Result<(), Failed> {
        let mut mistakes = self.checker.mistakes.clone();
        // The built-in rules are checked when they are built; rules of one's own are checked here.
        if sound(&mistakes) && self.own_rules {
            mistakes.append(&mut self.checker.check_rules()?);
        }
        if sound(&mistakes) {
            return Ok(());
        }
        Err(Failed::mistakes(mistakes).saying(Note::new("rules-have-mistakes")))
    }

    /// The configuration held against the rules, the States and the languages that there are.
    fn configured(&self) -> Result<(), Failed> {
        let mut mistakes = self.unsettled.clone();
        if mistakes.is_empty() {
            mistakes = config::names(&self.settings, &self.checker.library);
            for state in self.settings.frameworks.iter().filter_map(|f| f.state.as_ref()) {
                mistakes.extend(unknown_state(&state.value, state.span));
            }
            for lang in self.settings.language.iter().filter(|l| Lang::parse(&l.value).is_none()) {
                mistakes.push(Mistake::new(Code::UnknownLanguage, lang.span).with("name", lang.value.clone()));
            }
        }
        if mistakes.is_empty() {
            return Ok(());
        }
        mistakes.sort_by_key(|m| m.span);
        Err(Failed::mistakes(mistakes).saying(Note::new("config-has-mistakes")))
    }

    /// Sets the text of a law; one of the same name is replaced, and what both say alike is not read again.
    pub fn set(&mut self, input: Input) -> FileId {
        let before = self.checker.sources.named(&input.name).and_then(|file| self.trees.remove(&file));
        let tree = self.checker.tree_after(before, input);
        let file = tree.file;
        self.trees.insert(file, tree);
        file
    }

    /// Sets the baseline that what is found is held against.
    pub fn set_baseline(&mut self, name: &str, text: &str) -> Outcome<()> {
        match Baseline::read(text) {
            Ok(baseline) => {
                let old = baseline.is_old().then(|| Note::new("baseline-old").with("path", name));
                self.baseline = Some(baseline);
                Outcome::of(()).saying(old)
            }
            Err(reason) => Outcome::refused(Note::new("baseline-unreadable").with("path", name).with("reason", reason)),
        }
    }

    /// The rules.
    pub fn library(&self) -> &Library {
        &self.checker.library
    }

    /// Every text.
    pub fn sources(&self) -> &Sources {
        &self.checker.sources
    }

    /// The settings.
    pub fn settings(&self) -> &Config {
        &self.settings
    }

    /// The name of the configuration, when there is one.
    pub fn configuration(&self) -> Option<&str> {
        self.configuration.map(|file| self.name(file))
    }

    /// What was read of a file.
    pub fn tree(&self, file: FileId) -> Option<&Tree> {
        self.trees.get(&file)
    }

    /// The name of a file, as it is shown.
    pub fn name(&self, file: FileId) -> &str {
        self.checker.sources.get(file).map_or("", |s| s.name.as_str())
    }

    /// What makes a run end with 1: the request, else the configuration.
    pub fn gate(&self, request: &Request) -> Gate {
        let written = self.settings.gate.fail_on.as_ref().and_then(|f| FailOn::named(&f.value));
        let force = self.settings.gate.force.as_ref().and_then(|f| FailForce::named(&f.value));
        Gate {
            fail_on: request.fail_on.or(written).unwrap_or_default(),
            force: request.force.or(force).unwrap_or_default(),
            strict: request.strict || self.settings.gate.strict.as_ref().is_some_and(|s| s.value),
            require_examined: request.require_examined,
        }
    }

    /// What is not asked, and why: nothing hidden is unmentioned.
    pub fn skipped(&self, request: &Request) -> Vec<Skipped> {
        let written = self.settings.standards.skip.iter();
        let written = written.map(|s| Skipped { id: s.id.value.clone(), reason: Some(s.reason.value.clone()) });
        written.chain(request.skip.iter().map(|id| Skipped { id: id.clone(), reason: None })).collect()
    }

    /// What is asked of the laws, as a part of a run.
    fn options(&self, request: &Request, run: &Run) -> Options {
        Options {
            all_standards: request.all_standards,
            only: request.only.clone(),
            skip: self.skipped(request).into_iter().map(|s| s.id).collect(),
            no_accept: request.no_accept,
            threads: self.checker.threads,
            // A baseline and an edit rest on whole classes too.
            nearest_only: request.nearest_only && !request.fix && !request.baseline && self.baseline.is_none(),
            regimes: request.baseline,
            today: Some(self.today),
            run: run.clone(),
        }
    }

    /// Names in a request that nothing is called by end the run: a gate with a slip in it must not be green.
    pub fn known(&self, request: &Request) -> Outcome<()> {
        let library = &self.checker.library;
        let mut notes = Vec::new();
        let mut complain = |id: &'static str, name: &str, meant: Option<&str>| {
            notes.push(Note::new(id).with("name", name));
            notes.extend(meant.map(|near| Note::new("did-you-mean").with("names", format!("`{near}`"))));
        };
        for name in request.assume_ratified.iter().filter(|n| library.instrument(n).is_none()) {
            let known = library.instruments.iter().map(|i| i.id.as_str());
            complain("unknown-instrument", name, near(name, known).as_deref());
        }
        for name in request.only.iter().chain(&request.skip) {
            if !library.standards.iter().any(|s| s.is_called(name)) {
                let names = library.standards.iter().flat_map(|s| s.names());
                complain("unknown-only", name, near(name, names).as_deref());
            }
        }
        if let Some(state) = request.state.as_ref().filter(|s| !BuiltInTreaties.knows(s)) {
            let meant = builtin::state_called(state).or_else(|| builtin::state_near(state));
            complain("unknown-state", state, meant);
        }
        let exit = if notes.is_empty() { Exit::Clean } else { Exit::NoVerdict };
        Outcome { answer: notes.is_empty().then_some(()), mistakes: Vec::new(), notes, exit }
    }
}

/// A State that does not exist, as a mistake at its place.
fn unknown_state(code: &str, span: Span) -> Option<Mistake> {
    if BuiltInTreaties.knows(code) {
        return None;
    }
    let mistake = Mistake::new(Code::UnknownState, span).with("name", code);
    Some(match builtin::state_called(code) {
        Some(called) => mistake.means(called),
        None => mistake.suggest(builtin::state_near(code).map(str::to_owned)),
    })
}
