//! The XML of legislation.gov.uk: sections, schedules apart, amendments of other laws as words.

use super::xml::{self, Dialect};
use super::{Form, Reader, Source, Statute, Unread};

pub(super) struct Clml;

const DIALECT: Dialect = Dialect {
    form: Form::Clml,
    articles: &[&["P1"]],
    number: &["Pnumber", "Number"],
    heading: &[],
    head: &[],
    heading_beside: &["Title"],
    quoted: &["BlockAmendment", "BlockExtract"],
    annex: &["Schedule", "Appendix"],
    notes: &["Commentaries", "Commentary", "MarginNote", "Footnotes", "Footnote", "ExplanatoryNotes", "EarlierOrders"],
    silent: &["Metadata", "Resources", "Versions", "CommentaryRef", "Correction"],
    contents: &["Contents"],
    title: &["title", "Title"],
    inline: &[
        "Citation",
        "CitationSubRef",
        "Addition",
        "Substitution",
        "Repeal",
        "Term",
        "Emphasis",
        "Strong",
        "CommentaryRef",
        "Acronym",
        "Abbreviation",
        "InternalLink",
        "ExternalLink",
        "Inferior",
        "Superior",
        "SmallCaps",
        "Underline",
        "Span",
        "Character",
        "Definition",
        "Proviso",
        "Expanded",
        "Uppercase",
        "FootnoteRef",
        "MarginNoteRef",
    ],
    address: &["IdURI", "id"],
    only: |_| true,
};

impl Reader for Clml {
    fn form(&self) -> Form {
        Form::Clml
    }

    fn read(&self, source: &Source<'_>) -> Result<Statute, Unread> {
        let mut statute = xml::read(source.text()?, &DIALECT)?;
        // The title of the law is said in what machines are told.
        let document = xml::parse(source.text()?)?;
        let title =
            document.descendants().find(|n| n.is_element() && n.tag_name().name() == "title").and_then(|n| n.text());
        statute.title = title.map(super::squeezed).or(statute.title);
        Ok(statute)
    }
}
