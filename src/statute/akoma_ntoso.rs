//! Akoma Ntoso / LegalDocML: articles (or sections, where there are none) with number, heading, words and `eId`.

use super::numerals::number_in;
use super::{Provision, Statute, Unread, squeezed};
use roxmltree::{Document, Node, ParsingOptions};

/// More elements inside each other than this are not read.
const DEEPEST: usize = 500;

pub(super) fn read(text: &str) -> Result<Statute, Unread> {
    if too_deep(text) {
        return Err(Unread::NotWellFormed(format!("more than {DEEPEST} elements inside each other")));
    }
    let options = ParsingOptions { allow_dtd: false, nodes_limit: 4_000_000, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|e| Unread::NotWellFormed(e.to_string()))?;
    let root = document.root();
    let named = |name: &str| root.descendants().filter(move |n| is(n, name) && !quoted(n)).collect::<Vec<_>>();
    let articles = named("article");
    let level = if articles.is_empty() { named("section") } else { articles };
    let title = root.descendants().find(|n| is(n, "docTitle") || is(n, "shortTitle")).map(|n| squeezed(&said(n)));
    let mut provisions = Vec::new();
    for node in level {
        // What the editors put in, such as the number of a page, is no law.
        let editorial = node.attribute("status").is_some_and(|s| s == "editorial");
        let Some(num) = node.children().find(|n| is(n, "num")).filter(|_| !editorial) else { continue };
        let Some(number) = number_in(&said(num)) else { continue };
        let heading = node.children().find(|n| is(n, "heading")).map(|n| squeezed(&said(n)));
        let mut lines = Vec::new();
        let mut left_out = false;
        for child in node.children() {
            let before = lines.len();
            if is(&child, "num") || is(&child, "heading") {
                left_out = before > 0;
                continue;
            }
            blocks(child, &mut lines);
            // Words that stand on both sides of a number or a heading do not follow each other in the source.
            if let Some(line) = lines.get_mut(before).filter(|_| left_out) {
                line.insert_str(0, "… ");
                left_out = false;
            }
        }
        provisions.push(Provision {
            number,
            heading: heading.filter(|h| !h.is_empty()),
            text: lines.join("\n"),
            uri: node.attribute("eId").map(str::to_owned),
        });
    }
    let body = root.descendants().find(|n| is(n, "akomaNtoso")).unwrap_or(root);
    Ok(Statute { title: title.filter(|t| !t.is_empty()), provisions, words: said(body) })
}

/// Whether elements nest deeper than can be walked, seen without walking them.
fn too_deep(text: &str) -> bool {
    let mut depth = 0usize;
    for part in text.split('<').skip(1) {
        if part.starts_with('/') {
            depth = depth.saturating_sub(1);
        } else if !part.starts_with(['!', '?']) {
            let end = part.find('>').unwrap_or(part.len());
            if !part.get(..end).is_some_and(|tag| tag.ends_with('/')) {
                depth += 1;
            }
        }
        if depth > DEEPEST {
            return true;
        }
    }
    false
}

fn is(node: &Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

/// Whether a node is quoted by another law, as the text of an amendment is.
fn quoted(node: &Node<'_, '_>) -> bool {
    node.ancestors().skip(1).any(|n| ["quotedStructure", "quotedText", "embeddedStructure"].iter().any(|q| is(&n, q)))
}

/// Everything a node says, notes of the editors left out.
fn said(node: Node<'_, '_>) -> String {
    let mut out = String::new();
    say(node, &mut out);
    out
}

fn say(node: Node<'_, '_>, out: &mut String) {
    if node.is_text() {
        out.push_str(node.text().unwrap_or(""));
    }
    if is(&node, "authorialNote") || is(&node, "meta") {
        return;
    }
    for child in node.children() {
        say(child, out);
    }
    if node.is_element() && !INLINE.contains(&node.tag_name().name()) {
        out.push(' ');
    }
}

/// Elements that stand within a line.
const INLINE: [&str; 22] = [
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
];

/// The paragraphs of a node: each element with words of its own, its number before it.
fn blocks(node: Node<'_, '_>, lines: &mut Vec<String>) {
    if is(&node, "authorialNote") {
        return;
    }
    let own = node.children().any(|c| c.is_text() && c.text().is_some_and(|t| !t.trim().is_empty()))
        || node.children().any(|c| c.is_element() && INLINE.contains(&c.tag_name().name()));
    let leaf = !node.children().any(|c| c.is_element() && !INLINE.contains(&c.tag_name().name()));
    if node.is_text() || own || leaf {
        let text = squeezed(&said(node));
        if !text.is_empty() {
            lines.push(text);
        }
        return;
    }
    let first = lines.len();
    let mut number = None;
    for child in node.children() {
        if is(&child, "num") && number.is_none() && lines.len() == first {
            number = Some(squeezed(&said(child)));
        } else {
            blocks(child, lines);
        }
    }
    if let Some(number) = number.filter(|n| !n.is_empty()) {
        match lines.get_mut(first) {
            Some(line) => *line = format!("{number} {line}"),
            None => lines.push(number),
        }
    }
}
