//! HTML: blocks, headings, anchors and notes; what the page is framed with is told from the law by where the articles stand.

use super::receipt::LeftKind;
use super::segment::{Line, segment, with_places};
use super::{Form, MOST_LINES, Reader, Source, Statute, Unread, page, squeezed};
use ego_tree::NodeId;
use ego_tree::iter::Edge;
use scraper::Html as Page;
use scraper::node::{Element, Node};
use std::collections::HashMap;

pub(super) struct Html;

/// Elements that begin a line of their own.
const BLOCKS: [&str; 34] = [
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ul",
    "ol",
    "table",
    "tr",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "blockquote",
    "dd",
    "dt",
    "dl",
    "pre",
    "hr",
    "center",
    "nav",
    "aside",
    "form",
    "fieldset",
    "figure",
    "tbody",
    "thead",
    "caption",
    "body",
];

/// Elements that say nothing.
const SILENT: [&str; 9] = ["script", "style", "noscript", "template", "title", "head", "select", "button", "textarea"];

/// Elements around the content of a page.
const FRAME: [&str; 4] = ["nav", "footer", "aside", "menu"];

impl Reader for Html {
    fn form(&self) -> Form {
        Form::Html
    }

    fn read(&self, source: &Source<'_>) -> Result<Statute, Unread> {
        let tree = page::parse(source.text()?).ok_or(Unread::TooDeep)?;
        let title = titled(&tree);
        let (mut lines, nodes) = lines(&tree);
        if lines.len() > MOST_LINES {
            return Err(Unread::TooLarge);
        }
        let heading = lines.iter().any(|l| l.level == 1);
        let given = title.filter(|_| !heading);
        let (first, places) = with_places(Form::Html, lines.clone(), given.clone());
        // What lies outside the element that holds all articles is the frame of the page.
        let Some(around) = common(&tree, places.iter().filter_map(|at| nodes.get(*at).copied())) else {
            return Ok(first);
        };
        let mut framed = false;
        let until = places.first().copied().unwrap_or(0);
        for (at, (line, node)) in lines.iter_mut().zip(&nodes).enumerate() {
            let inside =
                tree.tree.get(*node).is_some_and(|n| n.id() == around || n.ancestors().any(|a| a.id() == around));
            // Above it stands what the law begins with; below it only the page goes on.
            if !inside && at > until && line.left.is_none() {
                line.left = Some(LeftKind::Frame);
                framed = true;
            }
        }
        if !framed {
            return Ok(first);
        }
        Ok(segment(Form::Html, lines, given))
    }
}

/// The title of the page.
fn titled(tree: &Page) -> Option<String> {
    let node = tree.tree.root().descendants().find(|n| n.value().as_element().is_some_and(|e| e.name() == "title"))?;
    let text: String = node.descendants().filter_map(|n| n.value().as_text().map(|t| t.to_string())).collect();
    Some(squeezed(&text)).filter(|t| !t.is_empty())
}

/// The lines of a page, and the node that each begins in.
fn lines(tree: &Page) -> (Vec<Line>, Vec<NodeId>) {
    let mut out = Lines::default();
    for edge in tree.tree.root().traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Text(words) if out.silent == 0 => out.say(words, node.id()),
                Node::Element(element) => out.open(element),
                _ => {}
            },
            Edge::Close(node) => {
                if let Node::Element(element) = node.value() {
                    out.close(element);
                }
            }
        }
    }
    out.end(true);
    (out.lines, out.nodes)
}

/// Lines as they grow.
#[derive(Default)]
struct Lines {
    lines: Vec<Line>,
    nodes: Vec<NodeId>,
    current: String,
    node: Option<NodeId>,
    apart: bool,
    level: u8,
    silent: usize,
    raised: usize,
    bold: usize,
    begun_bold: bool,
    frame: usize,
    note: usize,
    anchor: Option<String>,
}

impl Lines {
    fn say(&mut self, words: &str, node: NodeId) {
        if self.node.is_none() && !words.trim().is_empty() {
            self.node = Some(node);
            self.begun_bold = self.bold > 0;
        }
        for c in words.chars() {
            match c {
                '\n' | '\r' | '\t' => self.current.push(' '),
                c if self.raised > 0 => self.current.push(raised(c)),
                c => self.current.push(c),
            }
        }
    }

    fn end(&mut self, block: bool) {
        let text = squeezed(&self.current);
        self.current.clear();
        if let Some(node) = self.node.take().filter(|_| !text.is_empty()) {
            let left = if self.frame > 0 { Some(LeftKind::Frame) } else { (self.note > 0).then_some(LeftKind::Note) };
            let at = self.lines.len() + 1;
            let anchor = if left.is_none() { self.anchor.take() } else { None };
            let (level, bold, apart) = (self.level, self.begun_bold, self.apart);
            self.lines.push(Line { text, level, apart, bold, left, at, anchor });
            self.nodes.push(node);
            self.apart = block;
        } else {
            self.node = None;
            self.apart = true;
        }
    }

    fn open(&mut self, element: &Element) {
        let name = element.name();
        if SILENT.contains(&name) || hidden(element) {
            self.silent += 1;
        }
        if name == "br" {
            let empty = squeezed(&self.current).is_empty();
            self.end(false);
            self.apart |= empty;
        } else if BLOCKS.contains(&name) {
            self.end(true);
            self.apart = true;
        } else if name == "td" || name == "th" {
            self.current.push(' ');
        }
        match name {
            "sup" => self.raised += 1,
            "b" | "strong" => self.bold += 1,
            _ => {}
        }
        if let Some(level) = heading(name) {
            self.level = level;
        }
        if is_frame(element) {
            self.frame += 1;
        }
        if is_note(element) {
            self.note += 1;
        }
        let anchor = element.attr("id").or_else(|| (name == "a").then(|| element.attr("name")).flatten());
        if let Some(anchor) = anchor.filter(|a| !a.is_empty() && a.chars().any(|c| c.is_ascii_digit())) {
            self.anchor = Some(format!("#{anchor}"));
        }
    }

    fn close(&mut self, element: &Element) {
        let name = element.name();
        if BLOCKS.contains(&name) {
            self.end(true);
        }
        if SILENT.contains(&name) || hidden(element) {
            self.silent = self.silent.saturating_sub(1);
        }
        match name {
            "sup" => self.raised = self.raised.saturating_sub(1),
            "b" | "strong" => self.bold = self.bold.saturating_sub(1),
            _ => {}
        }
        if heading(name).is_some() {
            self.level = 0;
        }
        if is_frame(element) {
            self.frame = self.frame.saturating_sub(1);
        }
        if is_note(element) {
            self.note = self.note.saturating_sub(1);
        }
    }
}

fn heading(name: &str) -> Option<u8> {
    let level = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}

fn is_frame(element: &Element) -> bool {
    FRAME.contains(&element.name())
        || element.attr("role").is_some_and(|r| ["navigation", "banner", "contentinfo", "search"].contains(&r))
}

fn is_note(element: &Element) -> bool {
    element.classes().any(|c| ["footnote", "footnotes", "oj-note", "note-de-bas-de-page"].contains(&c))
        || element.attr("role").is_some_and(|r| r == "doc-footnote")
}

fn hidden(element: &Element) -> bool {
    element.attr("hidden").is_some()
        || element.attr("style").is_some_and(|s| s.replace(' ', "").contains("display:none"))
}

/// A figure set above the line, so that Art. 1¹ is not Art. 11.
fn raised(c: char) -> char {
    match c {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        '9' => '⁹',
        c => c,
    }
}

/// The innermost element that holds most of these nodes: all but what lies far from the others.
fn common(tree: &Page, nodes: impl Iterator<Item = NodeId>) -> Option<NodeId> {
    let mut count: HashMap<NodeId, usize> = HashMap::new();
    let mut all = 0usize;
    let mut last = None;
    for node in nodes {
        all += 1;
        last = Some(node);
        for around in tree.tree.get(node)?.ancestors() {
            *count.entry(around.id()).or_default() += 1;
        }
    }
    if all < 2 {
        return None;
    }
    let around = tree.tree.get(last?)?.ancestors().find(|a| count.get(&a.id()) == Some(&all))?;
    // A row, or a paragraph that was never closed, is no frame.
    around.value().as_element().map(|_| around.id())
}
