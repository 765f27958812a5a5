//! What a session is opened with: configuration, rules, baseline and laws as they lie on the disk and in the editor. A plan
//! opens the same session as often as is wanted, so that what takes long has one of its own.

use crate::config::{Config, FILE};
use crate::session::{Beside, Configuration, Date, Input, NotRead, Opening, Session};
use crate::workspace;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What is asked for on the command line and holds for every folder.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// The configuration, instead of the nearest one.
    pub configuration: Option<PathBuf>,
    /// Without a configuration.
    pub no_configuration: bool,
    /// Folders of rules.
    pub rules: Vec<PathBuf>,
    /// Whether the built-in rules are left out.
    pub no_built_in: bool,
    /// How many threads may work at once.
    pub threads: usize,
}

/// How a session is opened.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    folder: PathBuf,
    pub(super) configuration: Option<Configuration>,
    rules: Vec<Input>,
    built_in: bool,
    threads: usize,
    pub(super) today: Date,
    baseline: Option<(String, String)>,
    /// The laws, in the order in which they were set.
    texts: Vec<Input>,
}

/// What was found on the disk.
pub(super) struct Found {
    pub(super) plan: Plan,
    /// The configuration's file.
    pub(super) configuration: Option<PathBuf>,
    /// The rule files, by path.
    pub(super) rules: Vec<PathBuf>,
    /// The files of each framework.
    pub(super) frameworks: Vec<(String, Vec<PathBuf>)>,
    /// What could not be read, in words of the system.
    pub(super) unread: Vec<(PathBuf, String)>,
}

/// The files that laws name as their sources, below a folder.
#[derive(Debug)]
struct Below(PathBuf);

impl Beside for Below {
    fn source(&self, law: &str, named: &str) -> Result<Vec<u8>, NotRead> {
        workspace::source_of(&self.0.join(law), named).map_err(|error| match workspace::refusal(&error) {
            Some(why) => NotRead::Refused(why.message()),
            None => NotRead::Unreadable(error.to_string()),
        })
    }
}

/// The configuration that holds for a path: the one that is asked for, else the nearest from there upwards.
pub(super) fn configuration_of(asked: &Asked, path: &Path) -> Option<PathBuf> {
    if asked.no_configuration {
        return None;
    }
    let nearest = || workspace::upwards(path, FILE);
    asked.configuration.clone().or_else(nearest).map(|file| workspace::canonical(&file))
}

/// The name of a file in its session: relative to the folder where it lies below it.
pub(super) fn name_in(folder: &Path, path: &Path) -> String {
    let shown = path.strip_prefix(folder).unwrap_or(path).to_string_lossy();
    if std::path::MAIN_SEPARATOR == '\\' { shown.replace('\\', "/") } else { shown.into_owned() }
}

/// Reads what there is below a folder; a text that is open in the editor is read from there.
pub(super) fn find(asked: &Asked, folder: &Path, today: Date, open: &BTreeMap<PathBuf, String>) -> Found {
    let mut unread: Vec<(PathBuf, String)> = Vec::new();
    let mut read = |path: &Path| -> Option<Input> {
        let name = name_in(folder, path);
        if let Some(text) = open.get(path) {
            return Some(Input { name, bytes: text.clone().into_bytes() });
        }
        match workspace::read(path) {
            Ok(input) => Some(Input { name, bytes: input.bytes }),
            Err(error) => {
                unread.push((path.to_path_buf(), error.to_string()));
                None
            }
        }
    };
    let configuration = configuration_of(asked, folder);
    let found = configuration.as_deref().and_then(&mut read).map(|input| {
        let text = String::from_utf8_lossy(&input.bytes).into_owned();
        let mut found = Configuration::read(input.name, text);
        found.mistakes.extend(workspace::outside(&found.config, folder));
        found
    });
    // Of a configuration with mistakes nothing is used.
    let sound = found.as_ref().filter(|f| f.mistakes.is_empty());
    let settings = sound.map_or_else(Config::default, |f| f.config.clone());
    let mut rules: Vec<PathBuf> = Vec::new();
    for rule in asked.rules.iter().cloned().chain(settings.rules.iter().map(|r| folder.join(&r.value))) {
        let files = workspace::find(&rule, "iml").map(|found| found.files).unwrap_or_default();
        rules.extend(files.iter().map(|path| workspace::canonical(path)));
    }
    rules.dedup();
    let mut frameworks = Vec::new();
    for framework in &settings.frameworks {
        let mut files: Vec<PathBuf> = Vec::new();
        for pattern in &framework.policies {
            let found = workspace::matching(folder, &pattern.value).map(|found| found.files).unwrap_or_default();
            files.extend(found.iter().map(|path| workspace::canonical(path)));
        }
        files.sort();
        files.dedup();
        frameworks.push((framework.name.value.clone(), files));
    }
    let baseline = settings.gate.baseline.as_ref().and_then(|b| read(&folder.join(&b.value)));
    let baseline = baseline.map(|b| (b.name, String::from_utf8_lossy(&b.bytes).into_owned()));
    let inputs = rules.iter().filter_map(|path| read(path)).collect();
    let plan = Plan {
        folder: folder.to_path_buf(),
        configuration: found,
        rules: inputs,
        built_in: !asked.no_built_in && settings.builtin_rules.as_ref().is_none_or(|b| b.value),
        threads: asked.threads,
        today,
        baseline,
        texts: Vec::new(),
    };
    Found { plan, configuration, rules, frameworks, unread }
}

impl Plan {
    /// The text of a law as it is now.
    pub(super) fn set(&mut self, input: Input) {
        match self.texts.iter_mut().find(|known| known.name == input.name) {
            Some(known) => *known = input,
            None => self.texts.push(input),
        }
    }

    /// A session of its own. Its files have the identifiers that they have in every session of this plan.
    pub(super) fn open(&self) -> Session {
        let mut session = Session::open(Opening {
            configuration: self.configuration.clone(),
            rules: self.rules.clone(),
            built_in: self.built_in,
            threads: self.threads,
            today: self.today,
            beside: Box::new(Below(self.folder.clone())),
        });
        if let Some((name, text)) = &self.baseline {
            // What cannot be read of it, the command says.
            let _ = session.set_baseline(name, text);
        }
        for input in &self.texts {
            session.set(input.clone());
        }
        session
    }
}
