//! The baseline: what was found on a day, by standard, article and people, to be known again. No lines, no hashes.

mod file;
mod words;

use crate::finding::{Finding, Judgement, Level, level};
use crate::model::{BaselineEntry, LegalOrder, condition_in};
use crate::text::{FileId, Sources, Span};
use file::Entry;
use std::collections::BTreeMap;
use words::Words;

/// A baseline.
#[derive(Debug, Clone, Default)]
pub struct Baseline {
    /// Words of the laws' own in which it is said whom findings reach: how they are declared, by State.
    words: BTreeMap<String, Words>,
    /// By State, standard, article.
    entries: Vec<Entry>,
    /// It was read from a file of version 1, in which less was written down.
    old: bool,
}

/// What is wrong with a condition of a baseline is not shown: its text is.
fn nowhere() -> Span {
    Span::at(FileId::own(0), 0)
}

impl Baseline {
    /// Adds everything that counts at the gate, or would without a baseline. What does not bind is left out, and so is a
    /// finding whose people cannot be said in full: how many of these there are is returned, for they stay new.
    pub fn add(&mut self, judgement: &Judgement, order: &LegalOrder, sources: &Sources) -> usize {
        let declared = words::declared(&order.vocabulary, sources);
        let state = &judgement.order.state;
        let mut speech = LegalOrder { vocabulary: order.vocabulary.clone(), ..LegalOrder::default() };
        let mut unsaid = 0;
        for result in &judgement.results {
            let counts = |f: &&Finding| f.accepted.is_none() && level(result, f) != Level::Note;
            for finding in result.findings.iter().filter(counts) {
                let who = finding.who().map(|who| who.to_string());
                let Some(who) = who.filter(|who| condition_in(&mut speech, who, nowhere()).is_ok()) else {
                    unsaid += 1;
                    continue;
                };
                let known = self.words.entry(state.clone()).or_default();
                for (law, word) in words::used(&speech.vocabulary, &who) {
                    let text = declared.get(&law).and_then(|words| words.get(&word));
                    let own = text.map(|text| (word, text.clone()));
                    known.entry(law).or_default().extend(own);
                }
                self.entries.push(Entry::of(state, &result.standard.name, finding, who));
            }
        }
        self.words.retain(|_, words| !words.is_empty());
        self.entries.sort();
        self.entries.dedup();
        unsaid
    }

    /// Reads a baseline. `Err` says what is wrong with it.
    pub fn read(text: &str) -> Result<Baseline, String> {
        file::read(text)
    }

    /// The file.
    pub fn text(&self) -> String {
        file::text(self)
    }

    /// Whether it was read from a file of version 1: it does not know how measures are done, nor the laws' own words.
    pub fn is_old(&self) -> bool {
        self.old
    }

    /// Gives an order the entries of its State, their people looked up in its own words.
    pub fn give(&self, order: &mut LegalOrder, state: &str, sources: &Sources) {
        let now = words::declared(&order.vocabulary, sources);
        let none = Words::new();
        let then = self.words.get(state).unwrap_or(&none);
        let mut entries = Vec::new();
        for entry in self.entries.iter().filter(|e| e.state == state) {
            entries.push(BaselineEntry {
                standard: entry.standard.clone(),
                about: entry.about.clone(),
                articles: entry.articles(),
                weight: entry.weight(),
                whole: !self.old,
                // `None` when the law no longer has the words to say so.
                who: condition_in(order, &entry.who, nowhere()).ok(),
                text: entry.who.clone(),
                reworded: match self.old {
                    true => Vec::new(),
                    false => words::reworded(&order.vocabulary, &entry.who, then, &now),
                },
            });
        }
        order.baseline = Some(entries);
    }
}
