//! A baseline as it is written: version 2, and version 1 to be read.

use super::Baseline;
use super::words::Words;
use crate::finding::Finding;
use crate::model::{Lasting, Length, Promise, Verdict, Weight};
use crate::syntax::tree::Unit;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version of the file that is written.
const VERSION: u64 = 2;

/// The file, as it is written and read.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u64,
    /// By State, law and word: how the word is declared.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    words: BTreeMap<String, Words>,
    entries: Vec<Entry>,
}

/// One finding of the baseline.
#[derive(Debug, Clone, Serialize, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    pub(super) state: String,
    pub(super) standard: String,
    pub(super) about: String,
    /// `10 of entry-law`
    articles: Vec<String>,
    /// The people, as a condition of the language.
    pub(super) who: String,
    /// The word that was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    verdict: Option<String>,
    /// In older files: it is for a person to weigh.
    #[serde(default, skip_serializing)]
    for_review: bool,
    /// The measure has to be taken.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    must: bool,
    /// How long it lasts at most: `30 days`, `any time`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lasts: Option<String>,
    /// What a justification lacks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    lacks: Vec<String>,
    /// What is said for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    reasons: Vec<String>,
    /// What all of them are given with it: `review within 3 days by court`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    given: Vec<String>,
}

/// An article of a law, as it is written here.
fn article((law, number): &(String, String)) -> String {
    format!("{number} of {law}")
}

impl Entry {
    pub(super) fn of(state: &str, standard: &str, finding: &Finding, who: String) -> Entry {
        let Weight { word, lasts, must, lacks, reasons, given } = finding.weight();
        Entry {
            state: state.to_owned(),
            standard: standard.to_owned(),
            about: finding.about(),
            articles: finding.articles().iter().map(article).collect(),
            who,
            verdict: word.map(|v| v.key().to_owned()),
            for_review: false,
            must,
            lasts: lasts.map(|l| l.to_string()),
            lacks,
            reasons,
            given: given.iter().map(Promise::to_string).collect(),
        }
    }

    /// The articles: law and number.
    pub(super) fn articles(&self) -> Vec<(String, String)> {
        let parted = self.articles.iter().filter_map(|a| a.split_once(" of "));
        parted.map(|(number, law)| (law.to_owned(), number.to_owned())).collect()
    }

    /// What weighs in it.
    pub(super) fn weight(&self) -> Weight {
        Weight {
            word: self.verdict.as_deref().and_then(Verdict::named).or(self.for_review.then_some(Verdict::ToAssess)),
            lasts: self.lasts.as_deref().and_then(Lasting::parse),
            must: self.must,
            lacks: self.lacks.clone(),
            reasons: self.reasons.clone(),
            given: self.given.iter().filter_map(|g| Promise::parse(g)).collect(),
        }
    }

    /// What of it is not written as it has to be.
    fn wrong(&self) -> Option<&str> {
        let article = self.articles.iter().find(|a| !a.contains(" of "));
        let lasts = self.lasts.iter().find(|l| Lasting::parse(l).is_none());
        let given = self.given.iter().find(|g| Promise::parse(g).is_none());
        article.or(lasts).or(given).map(String::as_str)
    }
}

/// The file.
pub(super) fn text(baseline: &Baseline) -> String {
    let file = File { version: VERSION, words: baseline.words.clone(), entries: baseline.entries.clone() };
    let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
    text.push('\n');
    text
}

/// Reads a file of either version. `Err` says what is wrong with it.
pub(super) fn read(text: &str) -> Result<Baseline, String> {
    #[derive(Deserialize)]
    struct Versioned {
        version: u64,
    }
    let because = |e: serde_json::Error| e.to_string();
    let Versioned { version } = serde_json::from_str(text).map_err(because)?;
    let baseline = match version {
        1 => serde_json::from_str(text).map(before).map_err(because)?,
        VERSION => {
            let File { words, entries, .. } = serde_json::from_str(text).map_err(because)?;
            Baseline { words, entries, old: false }
        }
        version => return Err(format!("version {version}")),
    };
    match baseline.entries.iter().find_map(Entry::wrong) {
        Some(wrong) => Err(wrong.to_owned()),
        None => Ok(baseline),
    }
}

// ── version 1 ──

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileBefore {
    #[serde(rename = "version")]
    _version: u64,
    entries: Vec<EntryBefore>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EntryBefore {
    state: String,
    standard: String,
    about: String,
    articles: Vec<(String, String)>,
    #[serde(default)]
    weight: WeightBefore,
    who: String,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct WeightBefore {
    #[serde(default)]
    for_review: bool,
    /// In hours; the most there can be, when there is no limit.
    #[serde(default)]
    lasts: Option<i64>,
    #[serde(default)]
    legs: Vec<String>,
}

/// A baseline of version 1.
fn before(file: FileBefore) -> Baseline {
    let lasting = |hours: i64| match hours {
        i64::MAX => Lasting::Unlimited,
        number => Lasting::Most(Length { number, unit: Unit::Hours }),
    };
    let entry = |e: EntryBefore| Entry {
        state: e.state,
        standard: e.standard,
        about: e.about,
        articles: e.articles.iter().map(article).collect(),
        who: e.who,
        verdict: None,
        for_review: e.weight.for_review,
        must: false,
        lasts: e.weight.lasts.map(|hours| lasting(hours).to_string()),
        lacks: e.weight.legs,
        reasons: Vec::new(),
        given: Vec::new(),
    };
    Baseline { words: BTreeMap::new(), entries: file.entries.into_iter().map(entry).collect(), old: true }
}
