//! Which files of an order are the law on a day, and which are other versions of it.

use super::{Note, Session};
use crate::law::Date;
use crate::syntax::tree::{Name, PolicyItem};
use crate::syntax::{Arg, Code, Mistake, near};
use crate::text::FileId;

/// The files of an order, divided by date.
#[derive(Debug, Default)]
pub(super) struct Versions {
    /// Those that are the law.
    pub(super) law: Vec<FileId>,
    /// Those that are not, on that day.
    pub(super) others: Vec<FileId>,
    /// What is said of them.
    pub(super) notes: Vec<Note>,
    /// What is wrong with how they replace each other.
    pub(super) mistakes: Vec<Mistake>,
}

struct Version<'a> {
    file: FileId,
    head: Option<&'a PolicyItem>,
    begins: Option<Date>,
}

impl Version<'_> {
    fn stands(&self, as_of: Date) -> bool {
        self.begins.is_none_or(|d| d.has_come_by(as_of))
    }

    fn replaces(&self, other: &Version<'_>) -> bool {
        let name = other.head.map(|h| h.name.text.as_str());
        self.head.is_some_and(|h| h.replaces.iter().any(|r| Some(r.text.as_str()) == name))
    }
}

impl Session {
    /// Divides the files of one order by date.
    ///
    /// A law stands from its entry into force, else from its adoption; one without a date always stands. One that
    /// `replaces` another takes its place as soon as it stands. A law that does not stand yet is left out, unless none
    /// of the order does: then it is the draft that is asked about.
    pub(super) fn versions(&self, files: &[FileId], as_of: Date) -> Versions {
        let read = |file: &FileId| {
            let head = self.tree(*file).and_then(|t| t.policies().next());
            let begins = head.and_then(|h| h.in_force.as_ref().or(h.adopted.as_ref())).and_then(|d| Date::parse(d));
            Version { file: *file, head, begins }
        };
        let versions: Vec<Version<'_>> = files.iter().map(read).collect();
        let mut out = Versions::default();
        // A replacement that cannot be is none.
        let mut replaced = vec![false; versions.len()];
        for (at, old) in versions.iter().enumerate() {
            for (by, new) in versions.iter().enumerate().filter(|(_, new)| new.replaces(old)) {
                let names = || new.head.into_iter().flat_map(|h| &h.replaces);
                let Some(name) = names().find(|r| old.head.is_some_and(|h| h.name.text == r.text)) else { continue };
                let mistake = |code| Mistake::new(code, name.span).with("name", name.text.clone());
                if by == at {
                    out.mistakes.push(mistake(Code::ReplacesItself));
                } else if old.replaces(new) {
                    let own = old.head.map(|h| h.name.span);
                    let there = mistake(Code::ReplacesEachOther);
                    out.mistakes.push(own.into_iter().fold(there, |m, span| m.and(span, "other")));
                } else if let (Some(from), Some(before)) = (new.begins, old.begins)
                    && from < before
                {
                    let mistake = mistake(Code::ReplacesLaterLaw)
                        .with("from", from.to_string())
                        .with("later", before.to_string());
                    out.mistakes.push(mistake);
                } else if new.stands(as_of)
                    && let Some(gone) = replaced.get_mut(at)
                {
                    *gone = true;
                }
            }
        }
        out.mistakes.extend(versions.iter().flat_map(|new| misspelt(new, &versions)));
        let stands: Vec<bool> = versions.iter().zip(&replaced).map(|(v, gone)| !gone && v.stands(as_of)).collect();
        let draft = !stands.contains(&true);
        for ((version, stands), gone) in versions.iter().zip(stands).zip(replaced) {
            if stands || draft && !gone {
                out.law.push(version.file);
                continue;
            }
            out.others.push(version.file);
            let note = if gone { "version-left-out" } else { "law-not-yet" };
            let begins = version.begins.map_or_else(String::new, |d| d.to_string());
            let note = Note::new(note).with("file", self.name(version.file));
            out.notes.push(note.with("from", begins).with("day", as_of.to_string()));
        }
        out
    }
}

/// Names that a law replaces, that none of the order has, and that one has nearly: that law would stand beside it. A law
/// that is not at hand is replaced without a word.
fn misspelt(new: &Version<'_>, versions: &[Version<'_>]) -> Vec<Mistake> {
    let names: Vec<&str> = versions.iter().filter_map(|v| v.head).map(|head| head.name.text.as_str()).collect();
    let Some(head) = new.head else { return Vec::new() };
    let others = || names.iter().copied().filter(|name| *name != head.name.text);
    let unknown = head.replaces.iter().filter(|name| !names.contains(&name.text.as_str()));
    let meant = unknown.filter_map(|name| near(&name.text, others()).map(|near| (name, near)));
    let mistake = |(name, near): (&Name, String)| {
        let mistake = Mistake::warning(Code::UnknownName, name.span).with("name", name.text.clone());
        mistake.arg("kind", Arg::Expected(vec!["kind-policy".to_owned()])).suggest(Some(near))
    };
    meant.map(mistake).collect()
}
