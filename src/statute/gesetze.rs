//! The XML of gesetze-im-internet.de: a norm is a paragraph, an article, a heading or an annex, as its label says.

use super::xml::{self, Dialect};
use super::{Form, Reader, Source, Statute, Unread};

pub(super) struct GesetzeImInternet;

const DIALECT: Dialect = Dialect {
    form: Form::GesetzeImInternet,
    articles: &[&["norm"]],
    number: &["enbez"],
    heading: &[],
    head: &["metadaten"],
    heading_beside: &["titel"],
    quoted: &[],
    annex: &[],
    notes: &["fussnoten", "Footnotes", "FnR"],
    silent: &[
        "jurabk",
        "amtabk",
        "ausfertigung-datum",
        "fundstelle",
        "standangabe",
        "gliederungskennzahl",
        "gliederungsbez-nr",
    ],
    contents: &["TOC"],
    title: &["langue", "kurzue"],
    inline: &["B", "I", "U", "F", "SP", "small", "SUP", "SUB", "NB", "FnR", "ABWFORMAT", "noindex"],
    address: &["doknr"],
    only: |node| {
        let label =
            node.descendants().find(|n| n.is_element() && n.tag_name().name() == "enbez").and_then(|n| n.text());
        label.is_some_and(|l| l.starts_with('§') || l.starts_with("Art"))
    },
};

impl Reader for GesetzeImInternet {
    fn form(&self) -> Form {
        Form::GesetzeImInternet
    }

    fn read(&self, source: &Source<'_>) -> Result<Statute, Unread> {
        xml::read(source.text()?, &DIALECT)
    }
}
