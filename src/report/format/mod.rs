//! The formats of a report: a file each, and a row each in [`FORMATS`]. Arguments, documentation and tests read the rows.

mod comparison;
mod csv;
mod github;
mod gitlab;
mod html;
mod human;
mod json;
mod junit;
mod markdown;
mod people;
mod plain;
mod sarif;
mod screen;
mod short;
#[cfg(feature = "office")]
mod spreadsheet;
#[cfg(feature = "office")]
mod word;

pub use html::Cover;
pub use json::JSON_VERSION;
pub(super) use json::{Maker, Texts, pretty};

use super::{OrderReport, Shown, Style};
use crate::finding::Exit;
use crate::text::Sources;
use crate::words::Words;
use std::{fmt, io};

/// Every format, in the order of the documentation. The first is the usual one.
pub const FORMATS: &[&dyn Format] = &[
    &human::Human,
    &short::Short,
    &plain::Plain,
    &json::Json,
    &json::JsonV2,
    &sarif::Sarif,
    &github::Github,
    &gitlab::Gitlab,
    &junit::Junit,
    &markdown::Markdown,
    &csv::Csv,
    &comparison::Comparison,
    &html::Html,
    #[cfg(feature = "office")]
    &word::Word,
    #[cfg(feature = "office")]
    &spreadsheet::Spreadsheet,
];

/// Everything a report is made of.
#[derive(Debug, Clone, Copy)]
pub struct RenderContext<'a> {
    /// The legal orders, each with its judgement or its mistakes.
    pub orders: &'a [OrderReport<'a>],
    /// The texts that their places lie in.
    pub sources: &'a Sources,
    /// The words of the report.
    pub words: &'a Words,
    /// Every language asked for, for a format that says things side by side.
    pub voices: &'a [Words],
    /// What is shown.
    pub shown: Shown,
    /// How it may look on a screen.
    pub style: &'a Style,
    /// What the reader's own house puts on the cover.
    pub cover: &'a Cover,
    /// How the run ended.
    pub exit: Exit,
}

/// One way to write a report.
pub trait Format: fmt::Debug + Sync {
    /// What it is called on the command line.
    fn name(&self) -> &'static str;

    /// What it is for, in a few words.
    fn help(&self) -> &'static str;

    /// How the name of a file of it ends, without the dot.
    fn extension(&self) -> &'static str;

    /// Whether a person reads it as it is; else a program does.
    fn for_people(&self) -> bool {
        false
    }

    /// Whether it says everybody whom a finding is true of. Where none does, one person is enough for each.
    fn tells_classes(&self) -> bool {
        true
    }

    /// Whether it says which standards were not asked, and why.
    fn tells_skipped(&self) -> bool {
        self.for_people()
    }

    /// What makes the bytes of a file, where the format is no text. Such a format is never shown on a screen.
    fn file(&self) -> Option<MakesFile> {
        None
    }

    /// Writes the whole report. `Err` when `out` takes no more; and where the format is no text, for `out` takes nothing
    /// else.
    fn write(&self, context: &RenderContext<'_>, out: &mut dyn fmt::Write) -> fmt::Result {
        let _ = (context, out);
        Err(fmt::Error)
    }
}

/// Makes the bytes of a report that is no text.
pub type MakesFile = fn(&RenderContext<'_>) -> io::Result<Vec<u8>>;

/// The format of this name.
pub fn format(name: &str) -> Option<&'static dyn Format> {
    FORMATS.iter().copied().find(|f| f.name() == name)
}

/// The format that a report has when none is named.
pub fn usual_format() -> &'static dyn Format {
    &human::Human
}
