//! Definitions and uses, found from any of their places: what an editor jumps to, renames and shows.

use super::Session;
use crate::builtin;
use crate::syntax::tree::{Item, Name};
use crate::syntax::{Mention, Named, mentions};
use crate::text::{FileId, Span};
use std::collections::{BTreeMap, BTreeSet};

/// Which thing a name stands for: its kind, its name, whose it is.
type Key = (Named, String, Option<Owner>);

/// Whose a thing is that does not belong to everybody.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Owner {
    /// A law, by its file.
    File(FileId),
    /// A fact, of which it is a value.
    Fact(String, Option<FileId>),
}

/// One thing, where it is declared and where it is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct References {
    /// Its kind.
    pub named: Named,
    /// Its name, as it is declared.
    pub name: String,
    /// Where it is declared; nowhere, when no text that is there declares it.
    pub definition: Option<Span>,
    /// Every place at which it is named, its declaration not among them; in order.
    pub uses: Vec<Span>,
}

/// The index of all names of a session, both ways.
#[derive(Debug, Clone, Default)]
pub struct Index {
    things: BTreeMap<Key, References>,
    /// Every place at which something is named, in order, with what is named there.
    places: BTreeMap<Span, Key>,
}

impl Index {
    /// What is named at a byte of a file.
    pub fn at(&self, file: FileId, offset: u32) -> Option<&References> {
        let before = self.places.range(..=Span::new(file, offset, u32::MAX)).next_back();
        let (span, key) = before.filter(|(span, _)| span.file == file && offset <= span.end)?;
        debug_assert!(span.start <= offset, "places are in order");
        self.things.get(key)
    }

    /// Everything that is named.
    pub fn all(&self) -> impl Iterator<Item = &References> {
        self.things.values()
    }
}

impl Session {
    /// The index of all names in the texts that are there and in the built-in rules.
    pub fn index(&self) -> Index {
        let built_in = builtin::items();
        let mut files: BTreeMap<FileId, Vec<&Item>> = BTreeMap::new();
        for item in &built_in {
            files.entry(item.span().file).or_default().push(item);
        }
        for (file, tree) in &self.trees {
            files.insert(*file, tree.items.iter().collect());
        }
        let mut found: Vec<(FileId, Mention<'_>)> = Vec::new();
        for (file, items) in &files {
            items.iter().for_each(|item| mentions(item, &mut |mention| found.push((*file, mention))));
        }
        // What a law declares for itself hides what everybody may use, in that law.
        let mut own: BTreeMap<(FileId, Named, &str), ()> = BTreeMap::new();
        // Two States may have a law of one name.
        let mut laws: BTreeMap<&str, Vec<FileId>> = BTreeMap::new();
        for (file, mention) in &found {
            if mention.declares && self.trees.contains_key(file) && mention.named != Named::Policy {
                own.insert((*file, mention.named, &mention.name.text), ());
            }
            if mention.declares && mention.named == Named::Policy {
                laws.entry(&mention.name.text).or_default().push(*file);
            }
        }
        let reasons: BTreeSet<&str> = found
            .iter()
            .filter(|(_, m)| m.declares && m.named == Named::Reason)
            .map(|(_, m)| m.name.text.as_str())
            .collect();
        let owner = |file: FileId, named: Named, name: &str| own.contains_key(&(file, named, name)).then_some(file);
        let mut index = Index::default();
        for (file, mention) in found {
            let text = mention.name.text.as_str();
            let mut named = mention.named;
            let whose = match named {
                Named::Article => {
                    let called = |law: &Name| {
                        let all = laws.get(law.text.as_str())?;
                        let same = all.iter().find(|other| self.state_in(**other) == self.state_in(file));
                        same.or(all.first()).copied()
                    };
                    mention.of.map_or(Some(file), called).map(Owner::File)
                }
                Named::Value => {
                    mention.of.map(|fact| Owner::Fact(fact.text.clone(), owner(file, Named::Word, &fact.text)))
                }
                // A reason may stand where a fact may.
                Named::Word if reasons.contains(text) && owner(file, named, text).is_none() => {
                    named = Named::Reason;
                    None
                }
                // A law's own authority, else a kind of the vocabulary.
                Named::Authority if owner(file, named, text).is_none() => {
                    named = Named::Thing;
                    None
                }
                _ => owner(file, named, text).map(Owner::File),
            };
            let key = (named, text.to_owned(), whose);
            let place = mention.name.span;
            let thing = index.things.entry(key.clone()).or_insert_with(|| References {
                named,
                name: text.to_owned(),
                definition: None,
                uses: Vec::new(),
            });
            if mention.declares && thing.definition.is_none() {
                thing.definition = Some(place);
            } else {
                thing.uses.push(place);
            }
            index.places.insert(place, key);
        }
        for thing in index.things.values_mut() {
            thing.uses.sort_unstable();
        }
        index
    }

    /// What is named at a byte of a file, where it is declared and where else it is named.
    pub fn references(&self, file: FileId, offset: u32) -> Option<References> {
        self.index().at(file, offset).cloned()
    }
}
