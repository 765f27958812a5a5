//! National XML: one walk over the tree, guided by what each dialect calls an article, its number, its heading.

use super::number::number_in;
use super::receipt::{LeftKind, Receipt, letters};
use super::{Form, Provision, Statute, Unread, squeezed};
use roxmltree::{Document, Node, ParsingOptions};
use std::collections::{HashMap, HashSet};

/// More elements inside each other than this are not read.
const DEEPEST: usize = 500;

/// More nodes than this are not read.
const MOST_NODES: u32 = 4_000_000;

/// How a publisher names things. Names are local names.
pub(super) struct Dialect {
    /// The form.
    pub(super) form: Form,
    /// Elements that are articles, in layers: of the second layer only those in which, and around which, none of the first
    /// stands.
    pub(super) articles: &'static [&'static [&'static str]],
    /// Elements with a number.
    pub(super) number: &'static [&'static str],
    /// Elements with a heading.
    pub(super) heading: &'static [&'static str],
    /// Elements of an article that hold its number and heading and none of its words.
    pub(super) head: &'static [&'static str],
    /// Whether the heading of an article stands beside it, as the first child of its parent.
    pub(super) heading_beside: &'static [&'static str],
    /// What another law says, quoted.
    pub(super) quoted: &'static [&'static str],
    /// Schedules and annexes.
    pub(super) annex: &'static [&'static str],
    /// What the editors say.
    pub(super) notes: &'static [&'static str],
    /// What machines are told.
    pub(super) silent: &'static [&'static str],
    /// Tables of contents.
    pub(super) contents: &'static [&'static str],
    /// The title, the first that is there.
    pub(super) title: &'static [&'static str],
    /// Elements that stand within a line.
    pub(super) inline: &'static [&'static str],
    /// The attribute with the address of an article.
    pub(super) address: &'static [&'static str],
    /// Words that an element must begin its number with to be an article.
    pub(super) only: fn(&Node<'_, '_>) -> bool,
}

/// What stands behind a declaration of the type of a document, when nothing is declared in it.
pub(super) fn after_doctype(inner: &str) -> Option<&str> {
    let (declared, rest) = inner.split_once('>')?;
    (!declared.contains('[')).then_some(rest)
}

/// Parses a text within bounds. A declaration that defines nothing is read over; one that defines entities is refused.
pub(super) fn parse(text: &str) -> Result<Document<'_>, Unread> {
    if too_deep(text) {
        return Err(Unread::NotWellFormed(format!("more than {DEEPEST} elements inside each other")));
    }
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|e| Unread::NotWellFormed(e.to_string()))
}

/// The text without a declaration of its type that defines nothing.
pub(super) fn without_doctype(text: &str) -> std::borrow::Cow<'_, str> {
    let Some(at) = text.find("<!DOCTYPE").filter(|at| *at < 4096) else { return text.into() };
    let (before, rest) = text.split_at(at);
    // Only where nothing but comments and instructions stand before it.
    match rest.get(1..).and_then(after_doctype) {
        Some(after) => format!("{before}{after}").into(),
        None => text.into(),
    }
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

fn named(node: &Node<'_, '_>, names: &[&str]) -> bool {
    node.is_element() && names.contains(&node.tag_name().name())
}

/// Reads a text in a dialect.
pub(super) fn read(text: &str, dialect: &Dialect) -> Result<Statute, Unread> {
    let text = without_doctype(text);
    let document = parse(&text)?;
    Ok(Reader { dialect }.statute(&document))
}

struct Reader<'d> {
    dialect: &'d Dialect,
}

/// Where a walk has come to.
#[derive(Clone, Copy)]
struct Place {
    kind: Option<LeftKind>,
    article: Option<usize>,
}

impl Reader<'_> {
    fn statute(&self, document: &Document<'_>) -> Statute {
        let dialect = self.dialect;
        let root = document.root();
        let articles = self.articles(root);
        let mut provisions = Vec::new();
        let mut numbers = Vec::new();
        let mut annexes: HashMap<roxmltree::NodeId, String> = HashMap::new();
        let mut last_annex = None;
        let mut beside: HashSet<roxmltree::NodeId> = HashSet::new();
        let within = |node: &Node<'_, '_>| node.ancestors().find(|a| named(a, dialect.annex)).map(|a| a.id());
        // Where nothing but annexes has articles, the one with the most is the law.
        let mut counted: HashMap<roxmltree::NodeId, usize> = HashMap::new();
        for annex in articles.iter().filter_map(within) {
            *counted.entry(annex).or_default() += 1;
        }
        let ids: HashSet<roxmltree::NodeId> = articles.iter().map(Node::id).collect();
        let whole = articles.iter().all(|n| within(n).is_some());
        let most = counted.values().max().copied();
        let law = articles.iter().filter_map(within).find(|a| whole && counted.get(a).copied() == most);
        let mut before: Option<super::number::Number> = None;
        for node in &articles {
            let Some(number) = self.number_of(node) else { continue };
            let annex = node.ancestors().find(|a| named(a, dialect.annex)).filter(|a| Some(a.id()) != law);
            let label = match annex {
                None => number.label.clone(),
                Some(annex) => {
                    let count = annexes.len() + 1;
                    let prefix = annexes.entry(annex.id()).or_insert_with(|| {
                        let inner = annex.children().filter(|c| !ids.contains(&c.id())).flat_map(|c| c.children());
                        let printed = annex.children().chain(inner).find(|n| named(n, dialect.number));
                        let printed = printed.map(|n| said(n, dialect));
                        let own = printed.and_then(|p| number_in(&p)).map(|n| n.label);
                        own.map_or_else(
                            || if count == 1 { "annex".to_owned() } else { format!("annex{count}") },
                            |n| format!("annex{n}"),
                        )
                    });
                    format!("{prefix}-{}", number.label)
                }
            };
            let heading =
                node.children().find(|n| named(n, dialect.heading)).or_else(|| self.heading_beside(node, &mut beside));
            let heading = heading.map(|n| squeezed(&said(n, dialect)));
            // A schedule counts its parts, or several documents, from one again.
            let again = annex.is_some() && before.as_ref().is_none_or(|b| b.gap_to(&number).is_none());
            let begins = numbers.is_empty() || annex.map(|a| a.id()) != last_annex || again;
            last_annex = annex.map(|a| a.id());
            before = Some(number.clone());
            provisions.push(Provision {
                number: label.clone(),
                heading: heading.filter(|h| !h.is_empty()),
                text: self.words_of(node),
                uri: dialect.address.iter().find_map(|a| node.attribute(*a)).map(str::to_owned),
            });
            numbers.push((number, label, begins));
        }
        let index: HashMap<roxmltree::NodeId, usize> =
            articles.iter().filter(|n| self.number_of(n).is_some()).enumerate().map(|(at, n)| (n.id(), at)).collect();
        let mut order: Vec<(u32, usize)> =
            index.values().copied().zip(index.keys()).map(|(at, id)| (id.get(), at)).collect();
        order.sort_unstable();
        let title = dialect.title.iter().find_map(|name| root.descendants().find(|n| named(n, &[name])));
        let mut walk = Walk {
            receipt: Receipt { form: dialect.form, ..Receipt::default() },
            lengths: vec![0; provisions.len()],
            words: String::new(),
            pending: None,
            begun: false,
            order,
            index,
            beside,
            title: title.map(|t| t.id()),
        };
        self.walk(root, Place { kind: None, article: None }, &mut walk);
        walk.flush();
        let Walk { mut receipt, lengths, words, .. } = walk;
        receipt.order(&numbers, &lengths);
        receipt.heading = provisions.first().map_or_else(String::new, |p| p.number.clone());
        if let Some(first) = articles.first() {
            let printed = first.children().find(|n| named(n, dialect.number)).map(|n| squeezed(&said(n, dialect)));
            if let Some(printed) = printed.filter(|p| !p.is_empty()) {
                receipt.heading = printed;
            }
        }
        let title = title.map(|n| squeezed(&said(n, dialect))).filter(|t| !t.is_empty());
        Statute { title, provisions, words, receipt }
    }

    /// Whether a node is what its publisher calls an article.
    fn is_article(&self, node: &Node<'_, '_>, layer: &[&str]) -> bool {
        // What the editors put in, such as the number of a page, is no law.
        named(node, layer) && node.attribute("status").is_none_or(|s| s != "editorial") && (self.dialect.only)(node)
    }

    fn articles<'a, 'i>(&self, root: Node<'a, 'i>) -> Vec<Node<'a, 'i>> {
        let dialect = self.dialect;
        let out_of = |n: &Node<'_, '_>| {
            n.ancestors()
                .skip(1)
                .any(|a| named(&a, dialect.quoted) || named(&a, dialect.notes) || named(&a, dialect.contents))
        };
        let mut taken: HashSet<roxmltree::NodeId> = HashSet::new();
        let mut around: HashSet<roxmltree::NodeId> = HashSet::new();
        let mut out: Vec<Node<'a, 'i>> = Vec::new();
        let body = |n: &Node<'a, 'i>| n.ancestors().find(|a| named(a, dialect.annex)).unwrap_or(root).id();
        let mut bodies: HashSet<roxmltree::NodeId> = HashSet::new();
        for layer in dialect.articles {
            // Only where no layer before has found an article in the same body.
            let found: Vec<Node<'a, 'i>> = root
                .descendants()
                .filter(|n| self.is_article(n, layer) && !out_of(n) && self.number_of(n).is_some())
                .filter(|n| {
                    !bodies.contains(&body(n))
                        && !around.contains(&n.id())
                        && !n.ancestors().skip(1).any(|a| taken.contains(&a.id()))
                })
                .collect();
            let same: HashSet<roxmltree::NodeId> = found.iter().map(Node::id).collect();
            let kept: Vec<Node<'a, 'i>> =
                found.into_iter().filter(|n| !n.ancestors().skip(1).any(|a| same.contains(&a.id()))).collect();
            bodies.extend(kept.iter().map(body));
            for node in kept {
                taken.insert(node.id());
                around.extend(node.ancestors().skip(1).map(|a| a.id()));
                out.push(node);
            }
        }
        out.sort_by_key(|n| n.id().get());
        out
    }

    fn number_of(&self, node: &Node<'_, '_>) -> Option<super::number::Number> {
        let printed = node.children().find(|n| named(n, self.dialect.number)).or_else(|| {
            // In gesetze-im-internet the number stands among what is said of the norm.
            node.children()
                .filter(Node::is_element)
                .take(2)
                .flat_map(|c| c.children())
                .find(|n| named(n, self.dialect.number))
        })?;
        number_in(&said(printed, self.dialect))
    }

    /// A heading that stands beside an article, before it.
    fn heading_beside<'a, 'i>(
        &self,
        node: &Node<'a, 'i>,
        beside: &mut HashSet<roxmltree::NodeId>,
    ) -> Option<Node<'a, 'i>> {
        if self.dialect.heading_beside.is_empty() {
            return None;
        }
        let before = node.prev_siblings().skip(1).find(Node::is_element);
        let inner = node.children().filter(Node::is_element).take(1).flat_map(|c| c.children());
        let heading = before.into_iter().chain(inner).find(|n| named(n, self.dialect.heading_beside))?;
        beside.insert(heading.id()).then_some(heading)
    }

    /// The words of an article, its number and heading left out.
    fn words_of(&self, node: &Node<'_, '_>) -> String {
        let dialect = self.dialect;
        let mut lines = Vec::new();
        let mut left_out = false;
        for child in node.children() {
            let before = lines.len();
            if named(&child, dialect.number) || named(&child, dialect.heading) || named(&child, dialect.head) {
                left_out = before > 0;
                continue;
            }
            self.blocks(child, &mut lines);
            // Words that stand on both sides of a number or a heading do not follow each other in the source.
            if let Some(line) = lines.get_mut(before).filter(|_| left_out) {
                line.insert_str(0, "… ");
                left_out = false;
            }
        }
        lines.join("\n")
    }

    /// The paragraphs of a node: each element with words of its own, its number before it.
    fn blocks(&self, node: Node<'_, '_>, lines: &mut Vec<String>) {
        let dialect = self.dialect;
        if named(&node, dialect.notes) || named(&node, dialect.silent) || named(&node, dialect.contents) {
            return;
        }
        let own = node.children().any(|c| c.is_text() && c.text().is_some_and(|t| !t.trim().is_empty()))
            || node.children().any(|c| named(&c, dialect.inline));
        let leaf = !node.children().any(|c| c.is_element() && !named(&c, dialect.inline));
        let mixed = own && node.children().any(|c| c.is_element() && !named(&c, dialect.inline));
        if mixed {
            // Words around blocks: a line for what stands between them.
            let mut line = String::new();
            for child in node.children() {
                if child.is_text() || named(&child, dialect.inline) {
                    say(child, dialect, &mut line);
                } else {
                    push(lines, &mut line);
                    self.blocks(child, lines);
                }
            }
            push(lines, &mut line);
            return;
        }
        if node.is_text() || own || leaf {
            let text = squeezed(&said(node, dialect));
            if !text.is_empty() {
                lines.push(text);
            }
            return;
        }
        let first = lines.len();
        let mut number = None;
        for child in node.children() {
            if named(&child, dialect.number) && number.is_none() && lines.len() == first {
                number = Some(squeezed(&said(child, dialect)));
            } else {
                self.blocks(child, lines);
            }
        }
        if let Some(number) = number.filter(|n| !n.is_empty()) {
            match lines.get_mut(first) {
                Some(line) => *line = format!("{number} {line}"),
                None => lines.push(number),
            }
        }
    }

    /// Accounts for every letter of a document.
    fn walk(&self, node: Node<'_, '_>, place: Place, walk: &mut Walk) {
        let dialect = self.dialect;
        if node.is_text() {
            let text = node.text().unwrap_or("");
            walk.take(text, place, self.is_inline_parent(&node));
            return;
        }
        let mut place = place;
        if node.is_element() {
            if named(&node, dialect.silent) {
                return;
            }
            let notes = named(&node, dialect.notes);
            if let Some(article) = walk.index.get(&node.id()) {
                place = Place { kind: None, article: Some(*article) };
                walk.begun = true;
            } else if walk.title == Some(node.id()) && place.article.is_none() {
                place.kind = Some(LeftKind::Title);
            } else if walk.beside.contains(&node.id()) {
                // The heading of the article that follows.
                place = Place { kind: None, article: Some(walk.next_article(&node)) };
            }
            if notes {
                place = Place { kind: Some(LeftKind::Note), article: None };
            } else if place.article.is_none() && place.kind.is_none_or(|k| k == LeftKind::Annex || k == LeftKind::Part)
            {
                if named(&node, dialect.contents) {
                    place.kind = Some(LeftKind::Contents);
                } else if named(&node, dialect.quoted) {
                    place.kind = Some(LeftKind::Quoted);
                } else if named(&node, dialect.annex) {
                    place.kind = Some(LeftKind::Annex);
                } else if place.kind.is_none()
                    && (named(&node, dialect.heading)
                        || named(&node, dialect.number)
                        || named(&node, dialect.heading_beside))
                {
                    place.kind = Some(LeftKind::Part);
                }
            }
        }
        for child in node.children() {
            self.walk(child, place, walk);
        }
        if node.is_element() && !named(&node, dialect.inline) {
            walk.space(place);
        }
    }

    fn is_inline_parent(&self, node: &Node<'_, '_>) -> bool {
        node.parent_element().is_some_and(|p| named(&p, self.dialect.inline))
    }
}

/// What a walk over a document gathers.
struct Walk {
    receipt: Receipt,
    lengths: Vec<usize>,
    words: String,
    /// What is left out and not yet noted: consecutive pieces are one.
    pending: Option<(LeftKind, String)>,
    begun: bool,
    index: HashMap<roxmltree::NodeId, usize>,
    /// The same in the order of the document.
    order: Vec<(u32, usize)>,
    beside: HashSet<roxmltree::NodeId>,
    title: Option<roxmltree::NodeId>,
}

impl Walk {
    fn take(&mut self, text: &str, place: Place, _inline: bool) {
        let count = letters(text);
        self.receipt.letters += count;
        let kind = match place {
            Place { article: Some(article), .. } => {
                self.words.push_str(text);
                self.receipt.placed += count;
                if let Some(length) = self.lengths.get_mut(article) {
                    *length += count;
                }
                if count > 0 {
                    self.flush();
                }
                return;
            }
            Place { kind: Some(kind), .. } => kind,
            Place { kind: None, .. } if !self.begun => LeftKind::Before,
            Place { kind: None, .. } => LeftKind::Between,
        };
        // Notes stand amid the words of an article; quotations go on behind them.
        if kind != LeftKind::Note {
            self.words.push_str(text);
        }
        if count == 0 && self.pending.is_none() {
            return;
        }
        match self.pending.as_mut().filter(|(pending, _)| *pending == kind) {
            Some((_, said)) => said.push_str(text),
            None => {
                self.flush();
                self.pending = Some((kind, text.to_owned()));
            }
        }
    }

    fn space(&mut self, place: Place) {
        if place.kind != Some(LeftKind::Note) {
            self.words.push(' ');
        }
        if let Some((_, said)) = &mut self.pending {
            said.push(' ');
        }
    }

    fn flush(&mut self) {
        if let Some((kind, said)) = self.pending.take() {
            self.receipt.leave(kind, &said, None, false);
        }
    }

    /// The article whose heading stands at a node: the first that follows it.
    fn next_article(&self, node: &Node<'_, '_>) -> usize {
        let inside = node.ancestors().find_map(|a| self.index.get(&a.id())).copied();
        let after = || self.order.get(self.order.partition_point(|(id, _)| *id <= node.id().get())).map(|(_, at)| *at);
        inside.or_else(after).unwrap_or(0)
    }
}

fn push(lines: &mut Vec<String>, line: &mut String) {
    let text = squeezed(line);
    line.clear();
    if !text.is_empty() {
        lines.push(text);
    }
}

/// Everything a node says, notes of the editors left out.
fn said(node: Node<'_, '_>, dialect: &Dialect) -> String {
    let mut out = String::new();
    say(node, dialect, &mut out);
    out
}

fn say(node: Node<'_, '_>, dialect: &Dialect, out: &mut String) {
    if node.is_text() {
        out.push_str(node.text().unwrap_or(""));
    }
    if named(&node, dialect.notes) || named(&node, dialect.silent) {
        return;
    }
    for child in node.children() {
        say(child, dialect, out);
    }
    if node.is_element() && !named(&node, dialect.inline) {
        out.push(' ');
    }
}
