//! Which files are one legal order: by their trees and the settings, never by the look of their text.

use super::outcome::{Failed, sound};
use super::{Note, Outcome, Request, Session, unknown_state};
use crate::checker::{Question, ReadOrder};
use crate::config;
use crate::judge::Options;
use crate::law::Date;
use crate::model::LegalOrder;
use crate::syntax::{Code, Mistake};
use crate::text::FileId;
use std::collections::BTreeMap;

/// Files that are asked about together.
#[derive(Debug, Clone)]
pub enum Selected {
    /// One file, or all that lie below a folder: one order for each State in them.
    Files(Vec<FileId>),
    /// Files of a framework of the settings: one order.
    Framework {
        /// The name of the framework.
        name: String,
        /// Its files, in order of name.
        files: Vec<FileId>,
        /// Those that were named themselves, if only some were. When none of them is the law on that day, they are what
        /// is asked about, and not the law.
        asked: Vec<FileId>,
    },
}

impl Selected {
    /// The same, when only some of its files were named.
    #[must_use]
    pub fn asked_by(mut self, some: Vec<FileId>) -> Selected {
        if let Selected::Framework { asked, .. } = &mut self {
            *asked = some;
        }
        self
    }
}

/// A legal order: which files, of which State, on which day.
#[derive(Debug, Clone)]
pub struct Order {
    /// Its files, in order of name.
    pub files: Vec<FileId>,
    /// Versions that are not the law on that day.
    pub others: Vec<FileId>,
    /// The name of its framework.
    pub framework: Option<String>,
    /// The day of the law.
    pub as_of: Date,
    state: Option<String>,
    assumed: Vec<String>,
    mistakes: Vec<Mistake>,
}

impl Order {
    /// The same on these files.
    pub(super) fn with_files(&self, files: Vec<FileId>) -> Order {
        Order { files, mistakes: Vec::new(), ..self.clone() }
    }

    /// What is asked of it.
    pub(super) fn question(&self, options: Options, verify: bool) -> Question<'_> {
        Question { state: self.state.clone(), as_of: self.as_of, assumed: &self.assumed, options, verify }
    }
}

impl Session {
    /// The legal orders of what is selected, each once.
    pub fn orders(&self, selected: &[Selected], request: &Request) -> Outcome<Vec<Order>> {
        let known = self.known(request);
        if known.answer.is_none() {
            return known.map(|()| Vec::new());
        }
        let mut notes = Vec::new();
        let mut orders: Vec<Order> = Vec::new();
        for one in selected {
            match one {
                Selected::Framework { name, files, asked } => {
                    let mut said = Vec::new();
                    let whole = self.order(files, Some(name), request, &mut said);
                    if !asked.is_empty() && !asked.iter().any(|f| whole.files.contains(f)) {
                        orders.push(self.order(asked, Some(name), request, &mut notes));
                        continue;
                    }
                    if orders.iter().any(|o| o.framework.as_ref() == Some(name) && o.files == whole.files) {
                        continue;
                    }
                    if !asked.is_empty() && asked.len() < files.len() {
                        notes.push(Note::new("judged-as-framework").with("name", name.clone()));
                    }
                    notes.append(&mut said);
                    orders.push(whole);
                }
                Selected::Files(files) => {
                    for files in self.by_state(files) {
                        orders.push(self.order(&files, None, request, &mut notes));
                    }
                }
            }
        }
        Outcome::of(orders).saying(notes)
    }

    /// The State that the head of a file names.
    pub(super) fn state_in(&self, file: FileId) -> Option<&str> {
        let head = self.tree(file).and_then(|t| t.policies().next());
        head.and_then(|h| h.state.as_ref()).map(|s| s.text.as_str())
    }

    /// Files by the State that their heads name. Those that name none are an order of their own, in which that is said.
    /// Laws of two States side by side in one folder stay together: which of them are meant cannot be told.
    fn by_state(&self, files: &[FileId]) -> Vec<Vec<FileId>> {
        let state = |file: &FileId| self.state_in(*file).unwrap_or_default().to_owned();
        let folder = |file: &FileId| self.name(*file).rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        // Groups of States, joined where a folder holds laws of both.
        let mut group: BTreeMap<String, String> = BTreeMap::new();
        let mut by_folder: BTreeMap<String, String> = BTreeMap::new();
        for file in files {
            let state = state(file);
            if state.is_empty() {
                continue;
            }
            let joined = by_folder.entry(folder(file)).or_insert_with(|| state.clone()).clone();
            let joined = group.get(&joined).cloned().unwrap_or(joined);
            let before = group.insert(state.clone(), joined.clone());
            if let Some(before) = before.filter(|b| *b != joined) {
                group.values_mut().filter(|g| **g == before).for_each(|g| g.clone_from(&joined));
            }
        }
        let mut out: BTreeMap<String, Vec<FileId>> = BTreeMap::new();
        for file in files {
            let state = state(file);
            let key = group.get(&state).cloned().unwrap_or(state);
            out.entry(key).or_default().push(*file);
        }
        out.into_values().collect()
    }

    fn order(&self, files: &[FileId], framework: Option<&String>, request: &Request, notes: &mut Vec<Note>) -> Order {
        let settled = framework.and_then(|name| self.settings.frameworks.iter().find(|f| f.name.value == *name));
        let as_of = settled.and_then(|f| f.as_of.as_ref()).and_then(|d| Date::parse(&d.value));
        let as_of = request.as_of.or(as_of).unwrap_or(self.today);
        let mut versions = self.versions(files, as_of);
        notes.append(&mut versions.notes);
        let mut mistakes = versions.mistakes;
        mistakes.extend(self.states(files));
        let assumed = settled.into_iter().flat_map(|f| f.assume_ratified.iter().map(|i| i.value.clone()));
        Order {
            files: versions.law,
            others: versions.others,
            framework: framework.cloned(),
            as_of,
            state: request.state.clone().or_else(|| settled.and_then(|f| f.state.as_ref()).map(|s| s.value.clone())),
            assumed: request.assume_ratified.iter().cloned().chain(assumed).collect(),
            mistakes,
        }
    }

    /// A State that does not exist, or two in one order: said at their places.
    fn states(&self, files: &[FileId]) -> Vec<Mistake> {
        let heads = files.iter().filter_map(|f| self.tree(*f)).flat_map(|t| t.policies());
        let states: Vec<_> = heads.filter_map(|h| h.state.as_ref()).collect();
        let mut mistakes: Vec<Mistake> = states.iter().filter_map(|s| unknown_state(&s.text, s.span)).collect();
        if let Some(first) = states.first()
            && let Some(second) = states.iter().find(|s| s.text != first.text)
        {
            let mistake = Mistake::new(Code::TwoStates, second.span)
                .with("first", first.text.clone())
                .with("second", second.text.clone());
            mistakes.push(mistake.and(first.span, "first"));
        }
        mistakes
    }

    /// An order as it reads: its names looked up, with what is wrong in its texts. It is not judged.
    pub fn reading(&self, order: &Order) -> ReadOrder {
        self.read(order, None)
    }

    /// Reads an order: its names looked up, the acceptances of the settings given to it. With an earlier order it is read
    /// so that the two can be compared.
    pub(super) fn read(&self, order: &Order, earlier: Option<&LegalOrder>) -> ReadOrder {
        let mut read = self.read_bare(order, earlier);
        let framework = order.framework.as_deref();
        read.mistakes.extend(config::give(&self.settings, framework, &mut read.order, &self.checker.sources));
        read.mistakes.sort_by_key(|m| m.span);
        read
    }

    /// The same without the settings.
    fn read_bare(&self, order: &Order, earlier: Option<&LegalOrder>) -> ReadOrder {
        let trees: Vec<_> = order.files.iter().filter_map(|f| self.tree(*f)).collect();
        let mut read = self.checker.resolve(&trees, earlier);
        read.mistakes.extend(order.mistakes.iter().cloned());
        read.mistakes.sort_by_key(|m| m.span);
        read
    }

    /// The same, or the mistakes that keep it from being judged.
    pub(super) fn read_soundly(&self, order: &Order, earlier: Option<&LegalOrder>) -> Result<ReadOrder, Failed> {
        soundly(self.read(order, earlier))
    }

    /// The same without the settings.
    pub(super) fn read_bare_soundly(&self, order: &Order) -> Result<ReadOrder, Failed> {
        soundly(self.read_bare(order, None))
    }
}

fn soundly(read: ReadOrder) -> Result<ReadOrder, Failed> {
    if sound(&read.mistakes) {
        return Ok(read);
    }
    Err(Failed::mistakes(read.mistakes).saying(Note::new("no-verdict")))
}
