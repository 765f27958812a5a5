//! Formex, the XML of the Official Journal of the European Union.

use super::xml::{self, Dialect};
use super::{Form, Reader, Source, Statute, Unread};

pub(super) struct Formex;

const DIALECT: Dialect = Dialect {
    form: Form::Formex,
    articles: &[&["ARTICLE"]],
    number: &["TI.ART", "NO.P", "NO.PARAG"],
    heading: &["STI.ART"],
    head: &[],
    heading_beside: &[],
    quoted: &["QUOT.S"],
    annex: &["ANNEX", "CONS.ANNEX"],
    notes: &["NOTE", "GR.NOTES"],
    silent: &["BIB.INSTANCE", "BIB.DOC", "INFO.CONSLEG", "INFO.PROD", "PROLOG"],
    contents: &["TOC"],
    title: &["TITLE"],
    inline: &[
        "HT",
        "FT",
        "DATE",
        "QUOT.START",
        "QUOT.END",
        "REF.DOC",
        "REF.DOC.OJ",
        "REF.DOC.ECR",
        "NOTE",
        "IE",
        "LINK",
        "UL",
        "ADDR.S",
        "CURRENCY",
        "DEGREE",
        "FRACTION",
        "KEYWORD",
        "NAME",
        "PREFIX",
        "SUFFIX",
        "ROMAN",
        "CLEAN",
    ],
    address: &["IDENTIFIER"],
    only: |_| true,
};

impl Reader for Formex {
    fn form(&self) -> Form {
        Form::Formex
    }

    fn read(&self, source: &Source<'_>) -> Result<Statute, Unread> {
        xml::read(source.text()?, &DIALECT)
    }
}
