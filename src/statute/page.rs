//! A page of HTML as a tree no deeper than this. A parser looks through all open elements at every tag: a page of a hundred
//! thousand elements inside each other would keep it for hours.

use html5ever::driver::parse_document;
use html5ever::tendril::TendrilSink as _;
use scraper::{Html, HtmlTreeSink};

/// Elements inside each other; browsers go no further either.
const DEEPEST: usize = 512;

/// Bytes that are parsed before it is looked how deep they went.
const STEP: usize = 1024;

/// A page, or nothing when it nests too deep, or grows by elements that are begun anew again and again.
pub(super) fn parse(text: &str) -> Option<Html> {
    let mut parser = parse_document(HtmlTreeSink::new(Html::new_document()), Default::default());
    let most = text.len() + 1_000;
    let (mut rest, mut seen) = (text, 0);
    while !rest.is_empty() {
        let mut end = STEP.min(rest.len());
        while !rest.is_char_boundary(end) {
            end += 1;
        }
        let (step, after) = rest.split_at(end);
        parser.process(step.into());
        rest = after;
        let page = parser.tokenizer.sink.sink.0.borrow();
        let count = page.tree.values().len();
        if count > most || page.tree.nodes().skip(seen).any(|node| node.ancestors().nth(DEEPEST).is_some()) {
            return None;
        }
        seen = count;
    }
    Some(parser.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_parsed_as_deep_as_a_browser_does_and_no_deeper() {
        let page = |depth: usize| format!("<body>{}x{}", "<div>".repeat(depth), "</div>".repeat(depth));
        assert!(parse(&page(500)).is_some());
        assert!(parse(&page(520)).is_none());
        // Not closed, closing themselves, in a table, beside each other.
        assert!(parse(&"<div>".repeat(300_000)).is_none());
        assert!(parse(&"<div/>".repeat(300_000)).is_none());
        assert!(parse(&"<table><tr><td>".repeat(100_000)).is_none());
        assert!(parse(&"<p>x".repeat(100_000)).is_some());
        assert!(parse(&"<p><font>x".repeat(50_000)).is_some());
        // Each block begins all of them anew.
        let fonts: String = (0..400).map(|n| format!("<font size={n}>")).collect();
        assert!(parse(&format!("<p>{fonts}{}", "<p>x".repeat(100_000))).is_none());
    }

    #[test]
    fn steps_do_not_change_what_is_parsed() {
        let page = "<p>条文一</p><div>éèê<b>two</b></div>".repeat(200);
        let whole = Html::parse_document(&page);
        assert_eq!(parse(&page).map(|p| p.html()), Some(whole.html()));
    }
}
