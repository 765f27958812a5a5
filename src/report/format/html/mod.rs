//! `html`: one self-contained page for a legal officer. It runs nothing, asks for nothing, and prints on A4.

mod drawing;
mod matrix;
mod said;
mod view;

use super::{Format, RenderContext};
use crate::finding::{Level, Phrase, Value, Verdict, level};
use crate::report::{OrderReport, Shown, one_line};
use crate::words::Words;
use askama::Template;
use said::Said;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::fmt::{self, Write};

/// What the reader's own house puts on the cover.
#[derive(Debug, Clone, Default)]
pub struct Cover {
    /// A picture, as a `data:` address.
    pub logo: Option<String>,
    /// Who may read it.
    pub classification: Option<String>,
}

/// A line of the comparison: a standard, and how each order stands to it.
struct Line {
    title: Said,
    cells: Vec<Cell>,
}

/// A cell of the comparison.
struct Cell {
    said: Said,
    class: &'static str,
    link: String,
}

#[derive(Template)]
#[template(path = "page.html")]
struct Page<'a> {
    lang: String,
    version: &'static str,
    title: String,
    style: &'static str,
    several: bool,
    orders: Vec<view::Order>,
    comparison: Vec<Line>,
    glossary: Vec<(String, Said)>,
    voices: &'a [Words],
    cover: &'a Cover,
}

impl Page<'_> {
    /// A text of the catalogue in every language of the page.
    fn say(&self, id: &str) -> Said {
        Said::by(self.voices, |w| w.plain(id))
    }

    /// The same in the first language alone, for attributes.
    fn plain(&self, id: &str) -> String {
        self.voices.first().map_or_else(String::new, |w| w.plain(id))
    }
}

/// The whole page, in one language or in several side by side.
#[derive(Debug)]
pub(super) struct Html;

impl Format for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn help(&self) -> &'static str {
        "One self-contained page, for people and for print"
    }

    fn extension(&self) -> &'static str {
        "html"
    }

    fn for_people(&self) -> bool {
        true
    }

    fn write(&self, context: &RenderContext<'_>, out: &mut dyn Write) -> fmt::Result {
        let RenderContext { orders, sources, voices, cover, .. } = *context;
        let shown = Shown { page: true, ..context.shown };
        // What was checked, by its bytes, so that anybody can check the same.
        let mut hashes: BTreeMap<String, String> = BTreeMap::new();
        for (_, source) in sources.iter() {
            let hash = Sha256::digest(source.text.as_bytes());
            hashes.insert(source.name.clone(), hash.iter().map(|b| format!("{b:02x}")).collect());
        }
        let mut sorted: Vec<&OrderReport<'_>> = orders.iter().collect();
        sorted.sort_by_key(|o| o.judgement.map(|j| j.order.state.clone()));
        let views: Vec<view::Order> =
            sorted.iter().enumerate().map(|(at, o)| view::order(o, at + 1, sources, voices, shown, &hashes)).collect();
        let page = Page {
            lang: voices.first().map_or_else(|| "en".into(), |w| w.plain("language-tag")),
            version: env!("CARGO_PKG_VERSION"),
            title: voices.first().map_or_else(String::new, |w| w.plain("html-title")),
            style: include_str!("style.css"),
            several: voices.len() > 1,
            comparison: comparison(&sorted, &views, voices),
            glossary: glossary(&sorted, voices),
            orders: views,
            voices,
            cover,
        };
        // The template writes to memory and calls nothing that fails.
        let mut text = page.render().unwrap_or_default();
        if !text.ends_with('\n') {
            text.push('\n');
        }
        out.write_str(&text)
    }
}

/// Standards by States, by name and never ranked.
fn comparison(orders: &[&OrderReport<'_>], shown: &[view::Order], voices: &[Words]) -> Vec<Line> {
    let mut lines: BTreeMap<&str, Line> = BTreeMap::new();
    for (at, judgement) in orders.iter().enumerate().filter_map(|(at, o)| o.judgement.map(|j| (at, j))) {
        for result in &judgement.results {
            let line = lines.entry(&result.standard.name).or_insert_with(|| Line {
                title: Said::by(voices, |w| one_line(&w.name(&result.standard))),
                cells: Vec::new(),
            });
            while line.cells.len() < at {
                line.cells.push(Cell { said: Said::default(), class: "", link: String::new() });
            }
            let found = result.findings.iter().map(|f| level(result, f)).min();
            let link = shown
                .get(at)
                .and_then(|o| o.sheets.iter().find(|s| s.standard == result.standard.name))
                .map_or_else(String::new, |s| s.id.clone());
            line.cells.push(Cell {
                said: Said::by(voices, |w| w.verdict_with_force(result.verdict, result.force)),
                class: match result.verdict {
                    Verdict::Provided => "met",
                    _ => found.map_or("", Level::key),
                },
                link,
            });
        }
    }
    let mut out: Vec<Line> = lines.into_values().collect();
    // A standard that asks nothing of anybody here says nothing.
    out.retain(|l| l.cells.iter().any(|c| !c.class.is_empty()));
    for line in &mut out {
        while line.cells.len() < orders.len() {
            line.cells.push(Cell { said: Said::default(), class: "", link: String::new() });
        }
    }
    out
}

/// The facts that the findings turn on, and what they are called.
fn glossary(orders: &[&OrderReport<'_>], voices: &[Words]) -> Vec<(String, Said)> {
    let mut out: BTreeMap<String, Said> = BTreeMap::new();
    for finding in orders.iter().filter_map(|o| o.judgement).flat_map(|j| &j.results).flat_map(|r| &r.findings) {
        for phrase in finding.class.iter().flat_map(|c| c.common.iter().chain(c.alternatives.iter().flatten())) {
            let plain = Phrase::new(phrase.fact.clone(), Value::Yes, phrase.open);
            let called = |w: &Words| w.phrase(&plain).replace("{n}", "…").replace("{}", "…");
            out.entry(phrase.fact.name.clone()).or_insert_with(|| Said::by(voices, |w| one_line(&called(w))));
        }
    }
    out.into_iter().collect()
}
