//! The files of an order as they are written: where a clause stands, and how to write beside it in its own style.

use crate::finding::Edit;
use crate::model::LegalOrder;
use crate::syntax::parse;
use crate::syntax::tree::{ArticleClause, ArticleItem, Item};
use crate::text::{FileId, Sources, Span};

/// One file of the order.
#[derive(Debug)]
pub(super) struct File {
    pub(super) id: FileId,
    pub(super) text: String,
    pub(super) items: Vec<Item>,
}

/// All files of the order, in the order of its policies.
#[derive(Debug)]
pub(super) struct Site {
    pub(super) files: Vec<File>,
}

impl Site {
    /// The files that an order was read from.
    pub(super) fn of(order: &LegalOrder, sources: &Sources) -> Site {
        let file = |id: FileId| {
            let text = sources.get(id)?.text.clone().into_owned();
            Some(File { id, items: parse(&text, id).items, text })
        };
        Site { files: order.policies.iter().filter_map(|p| file(p.span.file)).collect() }
    }

    /// The texts with these edits made.
    pub(super) fn edited(&self, edits: &[Edit]) -> Vec<String> {
        let mut sorted: Vec<&Edit> = edits.iter().collect();
        sorted.sort_by_key(|e| std::cmp::Reverse((e.at.start, e.at.end)));
        let one = |file: &File| {
            let mut text = file.text.clone();
            for edit in sorted.iter().filter(|e| e.at.file == file.id) {
                let range = edit.at.range();
                if text.get(range.clone()).is_some() {
                    text.replace_range(range, &edit.text);
                }
            }
            text
        };
        self.files.iter().map(one).collect()
    }

    fn file(&self, span: Span) -> Option<&File> {
        self.files.iter().find(|f| f.id == span.file)
    }

    /// The text of a span.
    pub(super) fn text(&self, span: Span) -> &str {
        self.file(span).and_then(|f| f.text.get(span.range())).unwrap_or("")
    }

    /// Every clause of every article.
    pub(super) fn clauses(&self) -> impl Iterator<Item = (&ArticleItem, &ArticleClause)> {
        self.items()
            .filter_map(|i| if let Item::Article(a) = i { Some(a) } else { None })
            .flat_map(|a| a.clauses.iter().map(move |c| (a, c)))
    }

    /// Every item of every file.
    pub(super) fn items(&self) -> impl Iterator<Item = &Item> {
        self.files.iter().flat_map(|f| &f.items)
    }

    /// The blanks that a clause stands behind, when it begins a line.
    fn indent(&self, span: Span) -> Option<&str> {
        let file = self.file(span)?;
        let before = file.text.get(..span.start as usize)?;
        let line = before.rsplit('\n').next().unwrap_or("");
        line.trim().is_empty().then_some(line)
    }

    /// A tail put behind a clause: on its line, or on one of its own where the clause begins a line.
    pub(super) fn tail(&self, clause: Span, text: &str) -> Edit {
        let text = match self.indent(clause) {
            Some(indent) => format!("\n{indent}  {text}"),
            None => format!(" {text}"),
        };
        Edit { at: clause.behind(), text }
    }

    /// A clause put behind another.
    pub(super) fn clause(&self, after: Span, text: &str) -> Edit {
        let text = match self.indent(after) {
            Some(indent) => format!("\n{indent}{text}"),
            None => format!(" {text}"),
        };
        Edit { at: after.behind(), text }
    }

    /// An item put behind the last article of a file.
    pub(super) fn item(&self, file: usize, text: &str) -> Option<Edit> {
        let file = self.files.get(file)?;
        let last = file.items.iter().rev().find(|i| matches!(i, Item::Article(_))).or(file.items.last())?;
        Some(Edit { at: last.span().behind(), text: format!("\n\n{text}") })
    }

    /// A number that no article of a file has.
    pub(super) fn fresh_number(&self, file: usize) -> String {
        let numbers = self.files.get(file).into_iter().flat_map(|f| &f.items).filter_map(|i| match i {
            Item::Article(a) => a.number.text.split(|c: char| !c.is_ascii_digit()).next()?.parse::<u64>().ok(),
            _ => None,
        });
        (numbers.max().unwrap_or(0) + 1).to_string()
    }
}
