//! The XML of Japan's e-Gov: articles with their captions; supplementary provisions apart.

use super::xml::{self, Dialect};
use super::{Form, Reader, Source, Statute, Unread};

pub(super) struct EGov;

const DIALECT: Dialect = Dialect {
    form: Form::EGov,
    articles: &[&["Article"]],
    number: &["ArticleTitle", "ParagraphNum", "ItemTitle", "Subitem1Title", "Subitem2Title", "Subitem3Title"],
    heading: &["ArticleCaption"],
    head: &[],
    heading_beside: &[],
    quoted: &["AmendProvision", "NewProvision"],
    annex: &["SupplProvision", "AppdxTable", "Appdx", "AppdxStyle"],
    notes: &["Rt", "SupplNote"],
    silent: &["LawId", "ImageData", "Result"],
    contents: &["TOC"],
    title: &["LawTitle"],
    inline: &["Ruby", "Line", "Sup", "Sub", "QuoteStruct", "ArithFormula", "Rt"],
    address: &["Num"],
    only: |_| true,
};

impl Reader for EGov {
    fn form(&self) -> Form {
        Form::EGov
    }

    fn read(&self, source: &Source<'_>) -> Result<Statute, Unread> {
        xml::read(source.text()?, &DIALECT)
    }
}
