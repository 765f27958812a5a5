//! The baseline: what was found on a day, by standard, article and people, to be known again. No lines, no hashes.

use crate::finding::{Judgement, Level, level};
use crate::model::{BaselineEntry, LegalOrder, Weight, condition_in};
use crate::text::{FileId, Span};
use serde::{Deserialize, Serialize};

/// The version of the file.
const VERSION: u32 = 1;

/// A baseline file.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    version: u32,
    /// By State, standard, article.
    entries: Vec<Entry>,
}

/// One finding of the baseline.
#[derive(Debug, Clone, Serialize, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(deny_unknown_fields)]
struct Entry {
    state: String,
    standard: String,
    about: String,
    articles: Vec<(String, String)>,
    #[serde(default, skip_serializing_if = "is_nothing")]
    weight: Weight,
    /// The people, as a condition of the language.
    who: String,
}

fn is_nothing(weight: &Weight) -> bool {
    *weight == Weight::default()
}

impl Baseline {
    /// Everything that counts at the gate, or would without a baseline. What does not bind is left out, and so is a
    /// finding whose people cannot be said in full: it stays new.
    pub fn of<'a>(judgements: impl Iterator<Item = &'a Judgement>) -> Baseline {
        let mut entries = Vec::new();
        for judgement in judgements {
            for result in &judgement.results {
                for finding in result.findings.iter().filter(|f| f.accepted.is_none()) {
                    if level(result, finding) == Level::Note {
                        continue;
                    }
                    let Some(who) = finding.who() else { continue };
                    entries.push(Entry {
                        state: judgement.order.state.clone(),
                        standard: result.standard.name.clone(),
                        about: finding.about(),
                        articles: finding.articles(),
                        weight: finding.weight(),
                        who: who.to_string(),
                    });
                }
            }
        }
        entries.sort();
        entries.dedup();
        Baseline { version: VERSION, entries }
    }

    /// Reads a baseline. `Err` says what is wrong with it.
    pub fn read(text: &str) -> Result<Baseline, String> {
        let baseline: Baseline = serde_json::from_str(text).map_err(|e| e.to_string())?;
        if baseline.version == VERSION { Ok(baseline) } else { Err(format!("version {}", baseline.version)) }
    }

    /// The file.
    pub fn text(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }

    /// Gives an order the entries of its State, their people looked up in its own words.
    pub fn give(&self, order: &mut LegalOrder, state: &str) {
        let mut entries = Vec::new();
        // What is wrong with a condition is not shown: its text is.
        let nowhere = Span::at(FileId::own(0), 0);
        for entry in self.entries.iter().filter(|e| e.state == state) {
            entries.push(BaselineEntry {
                standard: entry.standard.clone(),
                about: entry.about.clone(),
                articles: entry.articles.clone(),
                weight: entry.weight.clone(),
                // `None` when the law no longer has the words to say so.
                who: condition_in(order, &entry.who, nowhere).ok(),
                text: entry.who.clone(),
            });
        }
        order.baseline = Some(entries);
    }
}
