//! What every command that reads law needs: a session opened from arguments, environment and configuration; the laws at
//! the paths set in it; and what its answers say said.

use super::args::{ConfigArgs, LawArgs, RuleArgs, VoiceArgs};
use super::{Exit, say_error, setup, unreadable};
use crate::config::{self, Config, Set};
use crate::report::{Style, mistakes_human};
use crate::session::{
    Beside, Configuration, Input, NotRead, Note, Opening, Order, Outcome, Request, Selected, Session,
};
use crate::syntax::{Code, Mistake};
use crate::text::{FileId, Sources};
use crate::words::{Words, args};
use crate::workspace;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A session, and how it is spoken of.
pub(super) struct Opened {
    pub(super) session: Session,
    pub(super) words: Words,
    /// Every language asked for.
    pub(super) voices: Vec<Words>,
    pub(super) style: Style,
    /// The configuration's file; `None` when there is none.
    pub(super) configuration: Option<PathBuf>,
    /// The folder that paths of the configuration are relative to.
    root: PathBuf,
    /// The files of each framework, in the order of the configuration.
    frameworks: Vec<(String, BTreeSet<PathBuf>)>,
}

/// The files that laws name as their sources, as they lie on the disk.
struct OnDisk;

impl Beside for OnDisk {
    fn source(&self, law: &str, named: &str) -> Result<Vec<u8>, NotRead> {
        workspace::source_of(Path::new(law), named).map_err(|error| match workspace::refusal(&error) {
            Some(why) => NotRead::Refused(why.message()),
            None => NotRead::Unreadable(error.to_string()),
        })
    }
}

/// The configuration: the flag, else the environment, else the nearest file from the path upwards, as far as the root of
/// its repository.
fn configuration(
    asked: &ConfigArgs,
    path: Option<&Path>,
    words: &Words,
) -> Result<Option<(PathBuf, Configuration)>, Exit> {
    if asked.no_config {
        return Ok(None);
    }
    let named = asked.config.clone().or_else(|| setup::variable("IML_CHECK_CONFIG").map(PathBuf::from));
    // What somebody names is read wherever it lies; what is found lies in its repository.
    let read = if named.is_some() { workspace::read } else { workspace::read_inside };
    let Some(file) = named.or_else(|| workspace::upwards(path.unwrap_or(Path::new(".")), config::FILE)) else {
        return Ok(None);
    };
    let input = read(&file).map_err(|e| unreadable(&file, &e, words))?;
    let text = String::from_utf8_lossy(&input.bytes).into_owned();
    let mut found = Configuration::read(input.name, text);
    found.mistakes.extend(workspace::outside(&found.config, file.parent().unwrap_or(Path::new(""))));
    Ok(Some((file, found)))
}

/// Opens a session. `path` is where the search for the configuration begins.
pub(super) fn open(
    (configured, rules, voice): (&ConfigArgs, &RuleArgs, &VoiceArgs),
    today: Option<&str>,
    path: Option<&Path>,
    to_file: bool,
) -> Result<Opened, Exit> {
    let style = setup::style(voice, to_file);
    let (file, found) = configuration(configured, path, &setup::words(voice))?.unzip();
    // Of a configuration with mistakes nothing is used, and no file that it names is opened.
    let sound = found.as_ref().filter(|f| f.mistakes.is_empty());
    let settings = sound.map_or_else(Config::default, |f| f.config.clone());
    let root = file.as_deref().and_then(Path::parent).map(Path::to_path_buf).unwrap_or_default();
    let mut voice = voice.clone();
    if !setup::is_asked(&voice) && !settings.language.is_empty() {
        let tags: Vec<&str> = settings.language.iter().map(|l| l.value.as_str()).collect();
        voice.lang = Some(tags.join(","));
    }
    let (words, voices) = (setup::words(&voice), setup::voices(&voice));
    let mut folders = rules.rules.clone();
    folders.extend(settings.rules.iter().map(|r| root.join(&r.value)));
    let session = Session::open(Opening {
        configuration: found,
        rules: setup::rule_files(&folders, &words)?,
        built_in: !rules.no_builtin_rules && settings.builtin_rules.as_ref().is_none_or(|b| b.value),
        threads: setup::threads(),
        today: setup::date(today, &words)?,
        beside: Box::new(OnDisk),
    });
    let mut opened = Opened { session, words, voices, style, configuration: file, root, frameworks: Vec::new() };
    opened.tell(opened.session.ready())?;
    opened.frameworks(&settings)?;
    Ok(opened)
}

impl Opened {
    /// A path of the configuration, from where the command was started.
    pub(super) fn path(&self, written: &str) -> PathBuf {
        self.root.join(written)
    }

    /// Says what there is to say of an answer; without one the run ends as the outcome says.
    pub(super) fn tell<T>(&self, outcome: Outcome<T>) -> Result<T, Exit> {
        self.say(&outcome.mistakes, &outcome.notes);
        outcome.answer.ok_or(outcome.exit)
    }

    /// Says what is wrong with texts, in their place, and what there is to say of the run.
    pub(super) fn say(&self, mistakes: &[Mistake], notes: &[Note]) {
        if !mistakes.is_empty() {
            say_error(mistakes_human(mistakes, self.sources(), &self.words, &self.style).trim_end());
        }
        for note in notes {
            say_error(&self.words.say(note.id, &args(note.args.iter().cloned())));
        }
    }

    /// Every text.
    pub(super) fn sources(&self) -> &Sources {
        self.session.sources()
    }

    /// Where the files of each framework lie.
    fn frameworks(&mut self, settings: &Config) -> Result<(), Exit> {
        for framework in &settings.frameworks {
            let mut files = BTreeSet::new();
            for pattern in &framework.policies {
                let found = workspace::matching(&self.root, &pattern.value)
                    .map_err(|e| unreadable(&self.path(&pattern.value), &e, &self.words))?;
                if found.left_out.iter().any(|l| l.why == workspace::Why::LinkOutside) {
                    return self.mistaken(workspace::refused(pattern, workspace::Refused::Outside));
                }
                let found = super::files(found, &self.words);
                if found.is_empty() {
                    let mistake = Mistake::new(Code::NoPolicyMatches, pattern.span);
                    return self.mistaken(mistake.with("pattern", pattern.value.clone()));
                }
                files.extend(found.iter().map(|p| workspace::canonical(p)));
            }
            self.frameworks.push((framework.name.value.clone(), files));
        }
        Ok(())
    }

    /// A mistake in the configuration: then there is no verdict.
    fn mistaken<T>(&self, mistake: Mistake) -> Result<T, Exit> {
        self.tell(Outcome::mistaken(vec![mistake]).saying([Note::new("config-has-mistakes")]))
    }

    /// A setting whose file is refused, said at its place; any other trouble with it by its path.
    pub(super) fn setting_refused<T>(&self, set: &Set<String>, error: &std::io::Error) -> Result<T, Exit> {
        match workspace::refusal(error) {
            Some(why) => self.mistaken(workspace::refused(set, why)),
            None => Err(unreadable(&self.path(&set.value), error, &self.words)),
        }
    }

    /// What is asked of the laws.
    pub(super) fn request(&self, law: &LawArgs) -> Result<Request, Exit> {
        let as_of = law.as_of.as_deref().map(|text| setup::date(Some(text), &self.words)).transpose()?;
        let assume_ratified = law.assume_ratified.clone();
        Ok(Request { state: law.state.clone(), as_of, assume_ratified, ..Request::default() })
    }

    /// The legal orders at the paths: those of the configuration when no path is given, else those of this folder. What
    /// belongs to a framework is asked about with all of it.
    pub(super) fn orders(&mut self, paths: &[PathBuf], stdin: &str, request: &Request) -> Result<Vec<Order>, Exit> {
        let selected = self.selected(paths, stdin, true)?;
        self.tell(self.session.orders(&selected, request))
    }

    /// The legal orders at a path as it is named, whatever else belongs to its framework.
    pub(super) fn orders_at(&mut self, path: &Path, request: &Request) -> Result<Vec<Order>, Exit> {
        let selected = self.selected(&[path.to_path_buf()], "stdin.pol", false)?;
        self.tell(self.session.orders(&selected, request))
    }

    fn selected(&mut self, paths: &[PathBuf], stdin: &str, whole: bool) -> Result<Vec<Selected>, Exit> {
        if paths.is_empty() && !self.frameworks.is_empty() {
            return (0..self.frameworks.len()).map(|at| self.framework(at)).collect();
        }
        let here = [PathBuf::from(".")];
        let mut selected = Vec::new();
        for path in if paths.is_empty() { &here[..] } else { paths } {
            let named = self.frameworks.iter().position(|(name, _)| path.as_os_str() == name.as_str());
            if let Some(at) = named.filter(|_| !path.exists()) {
                selected.push(self.framework(at)?);
                continue;
            }
            let files = self.files(path, stdin)?;
            let mut alone = Vec::new();
            let mut of: BTreeMap<usize, Vec<FileId>> = BTreeMap::new();
            for (file, place) in files {
                let held = place.and_then(|p| self.frameworks.iter().position(|(_, files)| files.contains(&p)));
                match held {
                    Some(at) => of.entry(at).or_default().push(file),
                    None => alone.push(file),
                }
            }
            for (at, files) in of {
                selected.push(if whole { self.framework(at)?.asked_by(files) } else { self.part(at, files) });
            }
            if !alone.is_empty() {
                selected.push(Selected::Files(alone));
            }
        }
        Ok(selected)
    }

    /// All files of a framework, set in the session.
    fn framework(&mut self, at: usize) -> Result<Selected, Exit> {
        let Some((name, paths)) = self.frameworks.get(at).cloned() else { return Err(Exit::NoVerdict) };
        let mut files = Vec::new();
        for path in &paths {
            let input = workspace::read(path).map_err(|e| unreadable(path, &e, &self.words))?;
            files.push(self.set(input));
        }
        Ok(Selected::Framework { name, files, asked: Vec::new() })
    }

    /// Some files of a framework, with its settings.
    fn part(&self, at: usize, files: Vec<FileId>) -> Selected {
        let name = self.frameworks.get(at).map(|(name, _)| name.clone()).unwrap_or_default();
        Selected::Framework { name, files, asked: Vec::new() }
    }

    /// Sets a file, unless the session has it: a file is read once.
    fn set(&mut self, input: Input) -> FileId {
        match self.session.sources().named(&input.name).filter(|f| self.session.tree(*f).is_some()) {
            Some(file) if self.session.sources().text_of(file).as_bytes() == input.bytes => file,
            _ => self.session.set(input),
        }
    }

    /// The files at a path, and where they lie.
    fn files(&mut self, path: &Path, stdin: &str) -> Result<Vec<(FileId, Option<PathBuf>)>, Exit> {
        if path.as_os_str() == "-" {
            let input = workspace::read_stdin(stdin).map_err(|e| unreadable(path, &e, &self.words))?;
            return Ok(vec![(self.set(input), None)]);
        }
        let none = |id: &'static str| Outcome::refused(Note::new(id).with("path", path.display().to_string()));
        if !path.exists() {
            return self.tell(none("no-such-path"));
        }
        let found = workspace::find(path, "pol").map_err(|e| unreadable(path, &e, &self.words))?;
        let paths = super::files(found, &self.words);
        if paths.is_empty() {
            return self.tell(none("no-policy-found"));
        }
        let mut files = Vec::new();
        for path in paths {
            let input = workspace::read(&path).map_err(|e| unreadable(&path, &e, &self.words))?;
            files.push((self.set(input), Some(workspace::canonical(&path))));
        }
        Ok(files)
    }
}
