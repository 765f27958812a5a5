//! What `explain` prints: one text for each thing, the same wherever it is shown.

mod formats;
mod reference;
mod settings;
mod standard;
mod state;
mod vocabulary;

use crate::law::{Date, Treaties};
use crate::model::{Library, Named, kind_word};
use crate::report;
use crate::syntax::tree::ExampleItem;
use crate::syntax::{Code, near};
use crate::text::Sources;
use crate::words::Words;

pub use formats::formats;
pub use reference::{CatalogueRow, reference};
pub use settings::{settings, settings_file, settings_schema};
pub use standard::{form_text, principle_page, standard_page};
pub use state::{instrument_page, state_page};

/// Where pages come from.
#[derive(Debug, Clone, Copy)]
pub struct Shelf<'a> {
    /// The rules.
    pub library: &'a Library,
    /// Their texts.
    pub sources: &'a Sources,
    /// The examples of standards, by identifier.
    pub examples: &'a [(String, Vec<ExampleItem>)],
    /// The treaty data.
    pub treaties: &'a dyn Treaties,
    /// The date.
    pub as_of: Date,
}

/// A heading and its text.
pub(crate) fn field(out: &mut String, heading: &str, text: &str) {
    if !text.is_empty() {
        out.push_str(heading);
        out.push_str(": ");
        out.push_str(text);
        out.push('\n');
    }
}

/// The page of whatever has this name: standard, instrument, State, word of the vocabulary, point, form, clause,
/// message code, format of a report, or setting.
pub fn page(shelf: &Shelf<'_>, id: &str, words: &Words) -> Option<String> {
    if let Some(standard) = shelf.library.standard(id) {
        return Some(standard_page(shelf, standard, words));
    }
    if let Some(principle) = shelf.library.principles.iter().find(|p| p.id == id) {
        return Some(principle_page(shelf, principle, words));
    }
    if let Some(instrument) = shelf.library.instrument(id) {
        return Some(instrument_page(shelf, instrument, words));
    }
    if shelf.treaties.knows(id) {
        return Some(state_page(shelf, id, words));
    }
    if let Some(named) = shelf.library.vocabulary.names.get(id) {
        return Some(vocabulary::page(shelf, *named, words));
    }
    if Code::named(id).is_some() {
        let none = crate::words::Args::new();
        let mut out = format!("{id}\n\n");
        out.push_str(&words.attribute(id, "page", &none).unwrap_or_default());
        out.push('\n');
        return Some(out);
    }
    if let Some(format) = report::format(id) {
        return Some(formats::format_page(format, words));
    }
    if let Some(page) = settings::setting_page(id, words) {
        return Some(page);
    }
    if let Some(point) = shelf.library.point(id) {
        return Some(vocabulary::point_page(shelf, point, words));
    }
    if let Some(page) = form_page(id).or_else(|| clause_page(id)) {
        return Some(page);
    }
    // What laws call something comes after what it is called here.
    let name = shelf.library.vocabulary.called(id).first()?;
    let named = shelf.library.vocabulary.names.get(name)?;
    Some(vocabulary::page(shelf, *named, words))
}

/// The page of a form, in English, as it stands in the documentation.
fn form_page(id: &str) -> Option<String> {
    let text = match id {
        "forbid" => include_str!("../../docs/forms/forbid.md"),
        "limit" => include_str!("../../docs/forms/limit.md"),
        "require" => include_str!("../../docs/forms/require.md"),
        "equal" => include_str!("../../docs/forms/equal.md"),
        "before" => include_str!("../../docs/forms/before.md"),
        "define" => include_str!("../../docs/forms/define.md"),
        "justify" => include_str!("../../docs/forms/justify.md"),
        "establish" => include_str!("../../docs/forms/establish.md"),
        _ => return None,
    };
    Some(text.to_owned())
}

/// The page of a clause, by a word that begins or marks it, in English, as it stands in the documentation.
fn clause_page(id: &str) -> Option<String> {
    let text = match id {
        "excerpt" | "articles" | "searched" | "not-read" | "relies" | "exhaustive" | "reading" => {
            include_str!("../../docs/clauses/reading.md")
        }
        "without" | "final" | "must-not-give" | "refusals" => include_str!("../../docs/clauses/refusals.md"),
        "every" | "within" | "guarantees" => include_str!("../../docs/clauses/guarantees.md"),
        "general" | "saving" | "principles" => include_str!("../../docs/clauses/principles.md"),
        "open" | "implies" | "always" | "never" | "may-be" | "words" => include_str!("../../docs/clauses/words.md"),
        "in-force" | "until" | "repealed" | "annulled" | "read-by" => include_str!("../../docs/clauses/force.md"),
        "expect" | "example" | "incompatible" | "not-found" | "to-assess" | "provided" | "not-examined"
        | "not-in-force" | "verdicts" => include_str!("../../docs/clauses/verdicts.md"),
        "also" | "reason" | "ends" | "bars" | "establishes" | "deciding" | "personal" | "stand-for" | "beyond"
        | "faces" | "things" => include_str!("../../docs/clauses/things.md"),
        "point" | "laid-down-by-law" | "duty-to-legislate" | "requires-weighing" | "weighed" | "standards" => {
            include_str!("../../docs/clauses/standards.md")
        }
        _ => return None,
    };
    Some(text.to_owned())
}

/// A name near the one that nothing has.
pub fn nearest(shelf: &Shelf<'_>, id: &str) -> Option<String> {
    let settings = settings::setting_paths();
    let mut names: Vec<&str> = shelf.library.vocabulary.names.keys().map(String::as_str).collect();
    names.extend(shelf.library.standards.iter().map(|s| s.id.as_str()));
    names.extend(shelf.library.principles.iter().map(|p| p.id.as_str()));
    names.extend(shelf.library.instruments.iter().map(|i| i.id.as_str()));
    names.extend(shelf.library.points.iter().map(|p| p.id.as_str()));
    names.extend(Code::ALL.iter().map(|code| code.as_str()));
    names.extend(report::FORMATS.iter().map(|f| f.name()));
    names.extend(settings.iter().map(String::as_str));
    names.sort_unstable();
    near(id, names)
}

/// What a name stands for, by kind: for lists.
pub fn kind_id(library: &Library, named: Named) -> &'static str {
    match named {
        Named::Fact(_) => "kind-fact",
        Named::Term(_) => "kind-term",
        Named::Time(_) => "kind-time",
        Named::Reason(_) => "kind-reason",
        Named::Thing(id) => kind_word(library.vocabulary.thing(id).kind),
    }
}
