//! Akoma Ntoso / LegalDocML and its dialects: articles and sections, schedules and quoted law kept apart.

use super::xml::{self, Dialect};
use super::{Form, Reader, Source, Statute, Unread};

pub(super) struct AkomaNtoso;

const DIALECT: Dialect = Dialect {
    form: Form::AkomaNtoso,
    articles: &[&["article"], &["section"], &["rule", "hcontainer"], &["paragraph"]],
    number: &["num"],
    heading: &["heading"],
    head: &[],
    heading_beside: &[],
    quoted: &["quotedStructure", "quotedText", "embeddedStructure"],
    annex: &["attachments", "attachment", "annex", "component", "components", "doc"],
    notes: &["authorialNote"],
    silent: &["meta"],
    contents: &["toc"],
    title: &["docTitle", "shortTitle"],
    inline: &[
        "a",
        "b",
        "i",
        "u",
        "sub",
        "sup",
        "ref",
        "mref",
        "rref",
        "term",
        "def",
        "date",
        "span",
        "organization",
        "person",
        "role",
        "location",
        "ins",
        "del",
        "omissis",
        "quotedText",
        "entity",
        "inline",
        "noteRef",
        "abbr",
        "docNumber",
        "docDate",
        "mod",
        "remark",
        "placeholder",
        "eol",
        "authorialNote",
        "concept",
        "object",
        "event",
        "process",
        "quantity",
        "time",
    ],
    address: &["eId", "id"],
    // A container of any name, as the United Kingdom's regulations and schedules are.
    only: |node| {
        let name = node.tag_name().name();
        name != "hcontainer"
            || node.attribute("name").is_some_and(|n| ["regulation", "rule", "article", "section"].contains(&n))
    },
};

impl Reader for AkomaNtoso {
    fn form(&self) -> Form {
        Form::AkomaNtoso
    }

    fn read(&self, source: &Source<'_>) -> Result<Statute, Unread> {
        xml::read(source.text()?, &DIALECT)
    }
}
