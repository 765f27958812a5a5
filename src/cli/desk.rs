//! What every command that reads law needs: the configuration, words, rules, and the legal orders at a path.

use super::args::{ConfigArgs, LawArgs, RuleArgs, VoiceArgs};
use super::{Exit, say_error, setup, unreadable};
use crate::builtin::BuiltInTreaties;
use crate::checker::{Checker, Input, Question, ReadOrder, versions};
use crate::config::{self, Config, Set};
use crate::judge::Options;
use crate::law::{Date, Treaties as _};
use crate::report::{Style, mistakes_human};
use crate::syntax::{Mistake, Severity, near};
use crate::text::{FileId, Sources};
use crate::words::{Words, args};
use crate::workspace;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The configuration as it was found.
pub(super) struct Settings {
    pub(super) config: Config,
    /// The file, and what it says; `None` when there is none.
    pub(super) file: Option<(PathBuf, Input)>,
    /// The folder that its paths are relative to.
    pub(super) root: PathBuf,
}

impl Settings {
    /// A path of the file, from where the command was started.
    pub(super) fn path(&self, written: &str) -> PathBuf {
        self.root.join(written)
    }
}

/// Everything on the desk before the first law is opened.
pub(super) struct Desk {
    pub(super) settings: Settings,
    pub(super) words: Words,
    /// Every language asked for.
    pub(super) voices: Vec<Words>,
    pub(super) style: Style,
    pub(super) checker: Checker,
    today: Date,
    /// The files of each framework, in the order of the configuration.
    frameworks: Vec<BTreeSet<PathBuf>>,
}

/// A legal order before it is read.
pub(super) struct Order {
    pub(super) files: Vec<Input>,
    /// Versions that are not the law on that day.
    pub(super) others: Vec<Input>,
    /// The name of its framework.
    pub(super) framework: Option<String>,
    state: Option<String>,
    pub(super) as_of: Date,
    assumed: Vec<String>,
}

impl Order {
    /// What is asked of it.
    pub(super) fn question(&self, options: Options, verify: bool) -> Question<'_> {
        Question { state: self.state.clone(), as_of: self.as_of, assumed: &self.assumed, options, verify }
    }
}

/// The configuration: the flag, else the environment, else the nearest file from the path upwards, as far as the root of
/// its repository.
pub(super) fn settings(
    asked: &ConfigArgs,
    path: Option<&Path>,
    words: &Words,
    style: &Style,
) -> Result<Settings, Exit> {
    let none = || Settings { config: Config::default(), file: None, root: PathBuf::new() };
    if asked.no_config {
        return Ok(none());
    }
    let named = asked.config.clone().or_else(|| setup::variable("IML_CHECK_CONFIG").map(PathBuf::from));
    let Some(file) = named.or_else(|| workspace::upwards(path.unwrap_or(Path::new(".")), config::FILE)) else {
        return Ok(none());
    };
    let input = workspace::read(&file).map_err(|e| unreadable(&file, &e, words))?;
    let text = String::from_utf8_lossy(&input.bytes).into_owned();
    let (config, mistakes) = config::read(&text, FileId::own(0));
    if !mistakes.is_empty() {
        let mut sources = Sources::new();
        sources.set(&input.name, text);
        return Err(wrong(&mistakes, &sources, words, style));
    }
    let root = file.parent().map(Path::to_path_buf).unwrap_or_default();
    Ok(Settings { config, file: Some((file, input)), root })
}

/// Mistakes in the configuration: shown like those of a law, and no verdict.
fn wrong(mistakes: &[Mistake], sources: &Sources, words: &Words, style: &Style) -> Exit {
    say_error(mistakes_human(mistakes, sources, words, style).trim_end());
    say_error(&words.plain("config-has-mistakes"));
    Exit::NoVerdict
}

/// Lays everything out. `path` is where the search for the configuration begins.
pub(super) fn open(
    (configured, rules, voice): (&ConfigArgs, &RuleArgs, &VoiceArgs),
    path: Option<&Path>,
    to_file: bool,
) -> Result<Desk, Exit> {
    let style = setup::style(voice, to_file);
    let mut settings = settings(configured, path, &setup::words(voice), &style)?;
    let mut voice = voice.clone();
    if voice.lang.is_none() && !settings.config.language.is_empty() {
        let tags: Vec<&str> = settings.config.language.iter().map(|l| l.value.as_str()).collect();
        voice.lang = Some(tags.join(","));
    }
    let (words, voices) = (setup::words(&voice), setup::voices(&voice));
    let mut rules = rules.clone();
    rules.rules.extend(settings.config.rules.iter().map(|r| settings.path(&r.value)));
    rules.no_builtin_rules |= settings.config.builtin_rules.as_ref().is_some_and(|b| !b.value);
    let mut checker = setup::rules(&rules, settings.config.limits(), &words, &style)?;
    checker.threads = setup::threads();
    if let Some((_, input)) = &settings.file {
        // Among the sources, so that what is said of it is shown in its place.
        let text = String::from_utf8_lossy(&input.bytes).into_owned();
        let file = checker.sources.set(&input.name, text.clone());
        settings.config = config::read(&text, file).0;
        let mut mistakes = config::names(&settings.config, &checker.library);
        mistakes.extend(unknown_words(&settings.config));
        if !mistakes.is_empty() {
            return Err(wrong(&mistakes, &checker.sources, &words, &style));
        }
    }
    let mut frameworks = Vec::new();
    for framework in &settings.config.frameworks {
        let mut files = BTreeSet::new();
        for pattern in &framework.policies {
            let path = settings.path(&pattern.value);
            let found = workspace::matching(&path).map_err(|e| unreadable(&path, &e, &words))?;
            if found.is_empty() {
                let mistake = Mistake::new("no-policy-matches", pattern.span).with("pattern", pattern.value.clone());
                return Err(wrong(&[mistake], &checker.sources, &words, &style));
            }
            files.extend(found.iter().map(|p| workspace::canonical(p)));
        }
        frameworks.push(files);
    }
    let today = setup::date(None, &words)?;
    Ok(Desk { settings, words, voices, style, checker, today, frameworks })
}

/// States, languages and dates of the configuration that nothing is called by.
fn unknown_words(config: &Config) -> Vec<Mistake> {
    let mut mistakes = Vec::new();
    for state in config.frameworks.iter().filter_map(|f| f.state.as_ref()).filter(|s| !BuiltInTreaties.knows(&s.value))
    {
        let mistake = Mistake::new("unknown-state", state.span).with("name", state.value.clone());
        mistakes.push(mistake.suggest(near(&state.value, crate::builtin::states())));
    }
    for lang in config.language.iter().filter(|l| crate::words::Lang::parse(&l.value).is_none()) {
        mistakes.push(Mistake::new("unknown-language", lang.span).with("name", lang.value.clone()));
    }
    mistakes
}

impl Desk {
    /// The legal orders at the paths; those of the configuration when no path is given, else those of this folder.
    pub(super) fn orders(&self, paths: &[PathBuf], stdin: &str, law: &LawArgs) -> Result<Vec<Order>, Exit> {
        let mut orders = Vec::new();
        if paths.is_empty() && !self.frameworks.is_empty() {
            for at in 0..self.frameworks.len() {
                orders.push(self.framework(at, law)?);
            }
            return Ok(orders);
        }
        let here = [PathBuf::from(".")];
        for path in if paths.is_empty() { &here[..] } else { paths } {
            let named = self.settings.config.frameworks.iter().position(|f| path.as_os_str() == f.name.value.as_str());
            match named.filter(|_| !path.exists()) {
                Some(at) => orders.push(self.framework(at, law)?),
                None => {
                    for (files, paths) in self.at(path, stdin)? {
                        let held = |f: &BTreeSet<PathBuf>| !paths.is_empty() && paths.iter().all(|p| f.contains(p));
                        let framework = self.frameworks.iter().position(held);
                        orders.push(self.order(files, framework, law)?);
                    }
                }
            }
        }
        Ok(orders)
    }

    fn framework(&self, at: usize, law: &LawArgs) -> Result<Order, Exit> {
        let paths = self.frameworks.get(at).into_iter().flatten();
        let files = paths.map(|p| workspace::read(p).map_err(|e| unreadable(p, &e, &self.words)));
        self.order(files.collect::<Result<_, _>>()?, Some(at), law)
    }

    fn order(&self, files: Vec<Input>, framework: Option<usize>, law: &LawArgs) -> Result<Order, Exit> {
        let framework = framework.and_then(|at| self.settings.config.frameworks.get(at));
        let value = |set: &Set<String>| set.value.clone();
        let as_of = law.as_of.clone().or_else(|| framework.and_then(|f| f.as_of.as_ref()).map(value));
        let as_of = match as_of {
            Some(text) => setup::date(Some(&text), &self.words)?,
            None => self.today,
        };
        let (files, others) = versions(files, as_of);
        let assumed = framework.into_iter().flat_map(|f| f.assume_ratified.iter().map(value));
        Ok(Order {
            files,
            others,
            framework: framework.map(|f| f.name.value.clone()),
            state: law.state.clone().or_else(|| framework.and_then(|f| f.state.as_ref()).map(value)),
            as_of,
            assumed: law.assume_ratified.iter().cloned().chain(assumed).collect(),
        })
    }

    /// The files at a path, by State: a file is one order; a folder is one for each State in it.
    fn at(&self, path: &Path, stdin: &str) -> Result<Vec<Found>, Exit> {
        if path.as_os_str() != "-" && !path.exists() {
            say_error(&self.words.say("no-such-path", &args([("path", path.display().to_string())])));
            return Err(Exit::NoVerdict);
        }
        let unreadable = |error: std::io::Error| unreadable(path, &error, &self.words);
        if path.as_os_str() == "-" {
            return Ok(vec![(vec![workspace::read_stdin(stdin).map_err(unreadable)?], Vec::new())]);
        }
        let paths = workspace::find(path, "pol").map_err(unreadable)?;
        if paths.is_empty() {
            say_error(&self.words.say("no-policy-found", &args([("path", path.display().to_string())])));
            return Err(Exit::NoVerdict);
        }
        let mut by_state: BTreeMap<String, Found> = BTreeMap::new();
        for path in paths {
            let input = workspace::read(&path).map_err(unreadable)?;
            let (files, places) = by_state.entry(state_named_in(&input)).or_default();
            files.push(input);
            places.push(workspace::canonical(&path));
        }
        Ok(by_state.into_values().collect())
    }

    /// Reads an order, with what the configuration says of it.
    pub(super) fn read(&mut self, files: Vec<Input>, framework: Option<&str>) -> ReadOrder {
        let mut read = self.checker.read(files);
        let mut found = config::give(&self.settings.config, framework, &mut read.order, &self.checker.sources);
        read.mistakes.append(&mut found);
        read.mistakes.sort_by_key(|m| m.span);
        read
    }

    /// Says what keeps an order from being judged.
    pub(super) fn say_mistakes(&self, mistakes: &[Mistake]) {
        say_error(mistakes_human(mistakes, &self.checker.sources, &self.words, &self.style).trim_end());
        if mistakes.iter().any(|m| m.severity == Severity::Error) {
            say_error(&self.words.plain("no-verdict"));
        }
    }
}

/// The files of one State at a path, and where they lie.
type Found = (Vec<Input>, Vec<PathBuf>);

/// The State a file names, as far as it can be seen without reading the file: enough to sort a folder.
fn state_named_in(input: &Input) -> String {
    let text = String::from_utf8_lossy(&input.bytes);
    let found = text.lines().find_map(|line| {
        let code = line.trim().strip_prefix("state ")?.trim().get(..3)?;
        code.chars().all(|c| c.is_ascii_uppercase()).then(|| code.to_owned())
    });
    found.unwrap_or_default()
}
