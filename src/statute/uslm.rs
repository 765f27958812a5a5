//! United States Legislative Markup: sections of the Code and of public laws; notes and quoted law kept apart.

use super::xml::{self, Dialect};
use super::{Form, Reader, Source, Statute, Unread};

pub(super) struct Uslm;

const DIALECT: Dialect = Dialect {
    form: Form::Uslm,
    articles: &[&["section", "rule", "courtRule"]],
    number: &["num"],
    heading: &["heading"],
    head: &[],
    heading_beside: &[],
    quoted: &["quotedContent", "quotedText"],
    annex: &["appendix", "schedule", "attachment"],
    notes: &[
        "note",
        "notes",
        "sourceCredit",
        "footnote",
        "editorialContent",
        "editorialNote",
        "statutoryNote",
        "ref-note",
    ],
    silent: &["meta", "metadata"],
    contents: &["toc", "layout"],
    title: &["officialTitle", "longTitle", "docTitle", "title"],
    inline: &[
        "ref",
        "date",
        "b",
        "i",
        "sup",
        "sub",
        "term",
        "inline",
        "span",
        "headingText",
        "shortTitle",
        "amendingAction",
        "quotedText",
        "def",
        "page",
    ],
    address: &["identifier", "id"],
    only: |_| true,
};

impl Reader for Uslm {
    fn form(&self) -> Form {
        Form::Uslm
    }

    fn read(&self, source: &Source<'_>) -> Result<Statute, Unread> {
        let mut statute = xml::read(source.text()?, &DIALECT)?;
        // A title of the Code is an element with the whole law in it.
        if statute.title.as_ref().is_some_and(|t| t.chars().count() > 400) {
            statute.title = None;
        }
        Ok(statute)
    }
}
