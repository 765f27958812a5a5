//! `html`: one self-contained page for a legal officer. It runs nothing, asks for nothing, and prints on A4.

mod drawing;
mod matrix;
mod said;
mod view;

use super::{Format, RenderContext};
use crate::finding::{Phrase, Value};
use crate::report::opening::standing_id;
use crate::report::{OrderReport, Shown, Standing, Summary, one_line};
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

/// A line of the comparison: a point, and how each order stands to it.
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

    /// A count in every language of the page.
    fn count(&self, id: &str, count: usize) -> Said {
        Said::by(self.voices, |w| w.count(id, count))
    }

    /// How points stand, in every language of the page.
    fn standing(&self, key: &str) -> Said {
        self.say(&format!("standing-{key}"))
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
            title: title(&sorted, voices),
            style: include_str!("style.css"),
            several: voices.len() > 1,
            comparison: if sorted.len() > 1 { comparison(&sorted, shown, voices) } else { Vec::new() },
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

/// What the page is called: the law, where it is of one order.
fn title(orders: &[&OrderReport<'_>], voices: &[Words]) -> String {
    let Some(words) = voices.first() else { return String::new() };
    match orders {
        [order] if order.judgement.is_some() => {
            let summary = order.judgement.map(|j| Summary::of(j, Shown::default()));
            summary.map_or_else(String::new, |s| crate::report::opening::title(&s, words))
        }
        _ => words.plain("html-title"),
    }
}

/// Points by States, by name and never ranked.
fn comparison(orders: &[&OrderReport<'_>], shown: Shown, voices: &[Words]) -> Vec<Line> {
    let mut lines: BTreeMap<&str, Line> = BTreeMap::new();
    let none = || Cell { said: Said::default(), class: "", link: String::new() };
    let summaries: Vec<(usize, Summary<'_>)> =
        orders.iter().enumerate().filter_map(|(at, o)| o.judgement.map(|j| (at, Summary::of(j, shown)))).collect();
    for (at, summary) in &summaries {
        for point in &summary.points {
            let line = lines.entry(&point.name.name).or_insert_with(|| Line {
                title: Said::by(voices, |w| one_line(&w.name(point.name))),
                cells: Vec::new(),
            });
            while line.cells.len() < *at {
                line.cells.push(none());
            }
            let linked = !point.causes.is_empty();
            line.cells.push(Cell {
                said: Said::by(voices, |w| w.plain(standing_id(point.standing))),
                class: if point.standing <= Standing::Provided { point.standing.key() } else { "" },
                link: if linked { view::address(&point.name.name, at + 1) } else { String::new() },
            });
        }
    }
    let mut out: Vec<Line> = lines.into_values().collect();
    // A point that asks nothing of anybody here says nothing.
    out.retain(|l| l.cells.iter().any(|c| !c.class.is_empty()));
    for line in &mut out {
        while line.cells.len() < orders.len() {
            line.cells.push(none());
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
