//! HTML: its words, a block a line.

use scraper::ElementRef;
use scraper::node::Node;

/// Elements that begin a line of their own.
const BLOCKS: [&str; 26] = [
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
    "br",
    "hr",
    "center",
];

/// The words of a page, a block a line; scripts and styles say nothing. A page that nests too deep has none.
pub(super) fn lines(text: &str) -> Option<String> {
    let page = super::page::parse(text)?;
    let mut out = String::new();
    for edge in page.tree.root().traverse() {
        let (node, open) = match edge {
            ego_tree::iter::Edge::Open(node) => (node, true),
            ego_tree::iter::Edge::Close(node) => (node, false),
        };
        match node.value() {
            Node::Text(words) if open => {
                let silent = node
                    .ancestors()
                    .filter_map(ElementRef::wrap)
                    .any(|e| ["script", "style", "noscript", "template", "title"].contains(&e.value().name()));
                if !silent {
                    out.push_str(&words.replace(['\n', '\r', '\t'], " "));
                }
            }
            Node::Element(element) if BLOCKS.contains(&element.name()) => out.push('\n'),
            Node::Element(element) if element.name() == "td" || element.name() == "th" => out.push(' '),
            _ => {}
        }
    }
    Some(out)
}
