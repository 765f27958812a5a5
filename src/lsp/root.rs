//! A folder with its configuration: one session, the laws that are open or belong to one that is, and what became of each
//! order. An order whose texts did not change keeps its answer; nothing else is kept.

use super::asks::Asks;
use super::place::uri_of;
use super::plan::{Found, Plan, name_in};
use super::worker::Judged;
use crate::session::{Date, Index, Input, Note, Order, Outcome, Request, Selected, Session};
use crate::syntax::{Mistake, Severity};
use crate::text::FileId;
use crate::words::{Lang, Words};
use crate::workspace;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Which folder.
pub(super) type Key = PathBuf;

/// An order that is watched, and what is known of it.
pub(super) struct Held {
    pub(super) order: Order,
    /// Its files as they were when it was read: a file that is set again has another revision.
    stamp: Vec<(FileId, u64)>,
    /// The number under which it is judged.
    pub(super) number: u64,
    /// What is wrong in its texts, as far as reading shows it.
    pub(super) mistakes: Vec<Mistake>,
    /// What became of it; none until it is judged, and for ever none where it cannot be.
    pub(super) judged: Option<Arc<Judged>>,
}

impl Held {
    /// Whether there will be an answer and is none yet.
    pub(super) fn waits(&self) -> bool {
        self.judged.is_none() && self.is_sound()
    }

    /// Whether it can be judged.
    pub(super) fn is_sound(&self) -> bool {
        self.mistakes.iter().all(|m| m.severity != Severity::Error)
    }
}

/// What is known of an order.
pub(super) enum Known<'r> {
    /// What became of it.
    Judged(&'r Held, Arc<Judged>),
    /// It is not judged yet.
    Waits,
    /// It cannot be judged, or the file belongs to none.
    Cannot,
}

/// A folder that is open.
pub(super) struct Root {
    pub(super) key: Key,
    pub(super) session: Session,
    pub(super) plan: Plan,
    pub(super) words: Words,
    /// The configuration's file.
    pub(super) configuration: Option<PathBuf>,
    /// The rule files that are read.
    pub(super) rules: Vec<PathBuf>,
    /// Whether rules and configuration are as they should be.
    pub(super) ready: Outcome<()>,
    frameworks: Vec<(String, Vec<FileId>)>,
    /// The laws that belong to no framework, by folder, where the configuration has none.
    beside: BTreeMap<PathBuf, Vec<FileId>>,
    uris: BTreeMap<FileId, String>,
    files: BTreeMap<PathBuf, FileId>,
    revisions: BTreeMap<FileId, u64>,
    revision: u64,
    pub(super) orders: Vec<Held>,
    /// What is said of the choice of orders: which laws are not in force, which are other versions.
    pub(super) notes: Vec<Note>,
    index: OnceCell<Index>,
    asks: OnceCell<Asks>,
    /// A text changed since the orders were read.
    stale: bool,
}

impl Root {
    /// Opens what was found in a folder.
    pub(super) fn open(key: Key, found: Found, lang: Option<Lang>, usual: Lang) -> Root {
        let Found { plan, configuration, rules, frameworks, .. } = found;
        let session = plan.open();
        let written = session.settings().language.first().and_then(|l| Lang::parse(&l.value));
        let ready = session.ready();
        let mut root = Root {
            words: Words::new(lang.or(written).unwrap_or(usual)),
            ready,
            key,
            session,
            plan,
            configuration,
            frameworks: Vec::new(),
            beside: BTreeMap::new(),
            uris: BTreeMap::new(),
            files: BTreeMap::new(),
            revisions: BTreeMap::new(),
            revision: 0,
            orders: Vec::new(),
            notes: Vec::new(),
            index: OnceCell::new(),
            asks: OnceCell::new(),
            stale: true,
            rules: Vec::new(),
        };
        for (at, path) in rules.iter().enumerate() {
            // The configuration is the first file, the rules follow in order.
            let first = u32::from(root.configuration.is_some() && root.session.configuration().is_some());
            root.uris.insert(FileId::own(first + at as u32), uri_of(path));
        }
        if let (Some(path), Some(_)) = (&root.configuration, root.session.configuration()) {
            root.uris.insert(FileId::own(0), uri_of(path));
        }
        root.rules = rules;
        for (name, paths) in frameworks {
            let files = paths.iter().filter_map(|path| root.read(path)).collect();
            root.frameworks.push((name, files));
        }
        root
    }

    /// Reads a law from the disk, unless it is there already.
    fn read(&mut self, path: &Path) -> Option<FileId> {
        if let Some(file) = self.files.get(path) {
            return Some(*file);
        }
        let input = workspace::read(path).ok()?;
        Some(self.set(path, input.bytes))
    }

    /// Sets the text of a law or a rule file at a path.
    pub(super) fn set(&mut self, path: &Path, bytes: Vec<u8>) -> FileId {
        let input = Input { name: name_in(&self.key, path), bytes };
        self.plan.set(input.clone());
        let file = self.session.set(input);
        self.uris.entry(file).or_insert_with(|| uri_of(path));
        self.files.insert(path.to_path_buf(), file);
        self.revision += 1;
        self.revisions.insert(file, self.revision);
        self.index = OnceCell::new();
        self.stale = true;
        file
    }

    /// The input under which a file was set, for whoever sets it too.
    pub(super) fn input(&self, file: FileId) -> Input {
        let text = self.session.sources().text_of(file);
        Input { name: self.session.name(file).to_owned(), bytes: text.as_bytes().to_vec() }
    }

    /// A file by its path.
    pub(super) fn file(&self, path: &Path) -> Option<FileId> {
        self.files.get(path).copied()
    }

    /// Whether a path is one of those on which everything rests: configuration, rules, baseline.
    pub(super) fn rests_on(&self, path: &Path) -> bool {
        self.configuration.as_deref() == Some(path) || self.rules.iter().any(|rule| rule == path)
    }

    /// How the editor writes the address of a file.
    pub(super) fn name_uri(&mut self, file: FileId, uri: &str) {
        self.uris.insert(file, uri.to_owned());
    }

    /// The address of a file of the user.
    pub(super) fn uri(&self, file: FileId) -> Option<&str> {
        self.uris.get(&file).map(String::as_str)
    }

    /// All files of the user with their addresses.
    pub(super) fn uris(&self) -> impl Iterator<Item = (FileId, &str)> {
        self.uris.iter().map(|(file, uri)| (*file, uri.as_str()))
    }

    /// The index of all names.
    pub(super) fn index(&self) -> &Index {
        self.index.get_or_init(|| self.session.index())
    }

    /// Which standards ask of what.
    pub(super) fn asks(&self) -> &Asks {
        self.asks.get_or_init(|| Asks::of(self.session.library()))
    }

    /// What is known of the order that a file belongs to, as its texts are now.
    pub(super) fn known(&self, file: FileId) -> Known<'_> {
        if self.stale {
            return Known::Waits;
        }
        match self.order_of(file) {
            None => Known::Cannot,
            Some(held) => match &held.judged {
                Some(judged) => Known::Judged(held, judged.clone()),
                None if held.is_sound() && self.ready.answer.is_some() => Known::Waits,
                None => Known::Cannot,
            },
        }
    }

    /// Nobody will say what becomes of an order, or of any that waits: the program failed at it.
    pub(super) fn give_up(&mut self, number: Option<u64>) {
        for held in self.orders.iter_mut().filter(|h| h.judged.is_none() && number.is_none_or(|n| n == h.number)) {
            let (outcome, tested) = (Outcome::refused(Note::new("lsp-failed")), Outcome::mistaken(Vec::new()));
            held.judged = Some(Arc::new(Judged { outcome, tested }));
        }
    }

    /// The order that a file belongs to.
    pub(super) fn order_of(&self, file: FileId) -> Option<&Held> {
        let law = self.orders.iter().find(|held| held.order.files.contains(&file));
        law.or_else(|| self.orders.iter().find(|held| held.order.others.contains(&file)))
    }

    /// What is asked about, with these laws open: the frameworks they belong to; where the configuration has none, the laws
    /// of their folders; else each alone.
    fn selected(&mut self, open: &BTreeSet<FileId>) -> Vec<Selected> {
        let mut selected = Vec::new();
        let mut folders: BTreeSet<PathBuf> = BTreeSet::new();
        for file in open {
            let framework = self.frameworks.iter().find(|(_, files)| files.contains(file));
            if let Some((name, files)) = framework {
                let all = Selected::Framework { name: name.clone(), files: files.clone(), asked: Vec::new() };
                selected.push(all.asked_by(vec![*file]));
                continue;
            }
            let path = self.files.iter().find(|(_, f)| *f == file).map(|(path, _)| path.clone());
            let folder = path.filter(|p| p.is_absolute()).and_then(|p| p.parent().map(Path::to_path_buf));
            match folder.filter(|_| self.frameworks.is_empty()) {
                Some(folder) if folders.insert(folder.clone()) => {
                    let mut files = self.folder(&folder);
                    files.extend(
                        open.iter().filter(|f| !files.contains(f) && self.lies_in(**f, &folder)).collect::<Vec<_>>(),
                    );
                    selected.push(Selected::Files(files));
                }
                Some(_) => {}
                None => selected.push(Selected::Files(vec![*file])),
            }
        }
        selected
    }

    fn lies_in(&self, file: FileId, folder: &Path) -> bool {
        self.files.iter().any(|(path, f)| *f == file && path.parent() == Some(folder))
    }

    /// The laws of a folder, read when it is first asked for.
    fn folder(&mut self, folder: &Path) -> Vec<FileId> {
        if let Some(files) = self.beside.get(folder) {
            return files.clone();
        }
        let found = workspace::matching(folder, "*.pol").map(|found| found.files).unwrap_or_default();
        let files: Vec<FileId> = found.iter().filter_map(|path| self.read(&workspace::canonical(path))).collect();
        self.beside.insert(folder.to_path_buf(), files.clone());
        files
    }

    /// Reads the orders that are watched. `next` gives a number to each that is new.
    pub(super) fn refresh(&mut self, open: &BTreeSet<FileId>, next: &mut u64) {
        let selected = self.selected(open);
        let Outcome { answer, notes, .. } = self.session.orders(&selected, &Request::default());
        self.notes = notes;
        self.stale = false;
        let mut before = std::mem::take(&mut self.orders);
        for order in answer.unwrap_or_default() {
            let revision = |file: &FileId| (*file, self.revisions.get(file).copied().unwrap_or(0));
            let stamp: Vec<(FileId, u64)> = order.files.iter().chain(&order.others).map(revision).collect();
            let same = |held: &Held| {
                held.stamp == stamp
                    && held.order.framework == order.framework
                    && held.order.files == order.files
                    && held.order.as_of == order.as_of
            };
            if let Some(at) = before.iter().position(same) {
                self.orders.push(before.swap_remove(at));
                continue;
            }
            let mistakes = self.session.reading(&order).mistakes;
            *next += 1;
            self.orders.push(Held { order, stamp, number: *next, mistakes, judged: None });
        }
    }

    /// The orders that wait for an answer.
    pub(super) fn waiting(&self) -> Vec<(u64, Order)> {
        let ready = self.ready.answer.is_some();
        let waiting = self.orders.iter().filter(|held| ready && held.waits());
        waiting.map(|held| (held.number, held.order.clone())).collect()
    }

    /// Keeps what became of an order; false when nobody waits for it any more.
    pub(super) fn judged(&mut self, number: u64, judged: Arc<Judged>) -> bool {
        match self.orders.iter_mut().find(|held| held.number == number) {
            Some(held) => {
                held.judged = Some(judged);
                true
            }
            None => false,
        }
    }

    /// The day of the run.
    pub(super) fn today(&self) -> Date {
        self.plan.today
    }
}
