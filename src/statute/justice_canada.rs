//! The XML of Justice Canada: sections with their marginal notes.

use super::xml::{self, Dialect};
use super::{Form, Reader, Source, Statute, Unread};

pub(super) struct JusticeCanada;

const DIALECT: Dialect = Dialect {
    form: Form::JusticeCanada,
    articles: &[&["Section"]],
    number: &["Label"],
    heading: &["MarginalNote"],
    head: &[],
    heading_beside: &[],
    quoted: &["AmendedText", "SectionPiece", "ReadAsText"],
    annex: &["Schedule"],
    notes: &["HistoricalNote", "Footnote", "RelatedOrNotInForce", "HistoricalNoteSubItem", "AmendmentReference"],
    silent: &["BillHistory", "Stages", "ReaderNote", "RegulationMakerOrder", "ConsolidationDate", "InstrumentNumber"],
    contents: &["TableOfProvisions", "Contents"],
    title: &["LongTitle", "ShortTitle", "TitleText"],
    inline: &[
        "XRefExternal",
        "XRefInternal",
        "DefinedTermEn",
        "DefinedTermFr",
        "DefinitionRef",
        "Emphasis",
        "Language",
        "Sup",
        "Sub",
        "Repealed",
        "Leader",
        "LeaderRightJustified",
        "Fraction",
        "SmallCaps",
        "FootnoteRef",
        "Ins",
        "Del",
        "Separator",
        "LineBreak",
        "DefinitionEnRef",
        "DefinitionFrRef",
        "FormBlank",
    ],
    address: &["id"],
    only: |_| true,
};

impl Reader for JusticeCanada {
    fn form(&self) -> Form {
        Form::JusticeCanada
    }

    fn read(&self, source: &Source<'_>) -> Result<Statute, Unread> {
        xml::read(source.text()?, &DIALECT)
    }
}
