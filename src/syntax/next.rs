//! What may come next at a place in a text: which keywords, and whether a name, a number or a quotation. The grammar is asked
//! and nothing else, so that whatever it learns is offered.

use super::cut::cut;
use super::lex::keywords;
use super::parse::{Grammar, Rule};
use crate::text::{FileId, Limits, Span};
use pest::Parser as _;
use pest::error::{ErrorVariant, InputLocation};

/// What may come next.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Next {
    /// Keywords, in order.
    pub keywords: Vec<String>,
    /// A name.
    pub name: bool,
    /// A number.
    pub number: bool,
    /// A quotation.
    pub text: bool,
}

/// A sign that no text has, so that reading stops there at the latest.
const END: &str = " \u{1}";

/// What may follow a text that ends where something is to be written, in the item that it ends in. Of a text with a mistake
/// before that place only the line is looked at, as a clause of an article.
pub fn next(before: &str) -> Next {
    let cut = cut(before, Span::at(FileId::own(0), 0), Limits::default().nesting);
    let start = cut.items.last().map_or(0, |item| item.start);
    let item = cut.clean.get(start..).unwrap_or_default();
    if let Some(next) = after(item) {
        return next;
    }
    let line = item.rsplit('\n').next().unwrap_or_default();
    after(&format!("article 1 {{ {line}")).or_else(|| after(line)).unwrap_or_default()
}

/// What may follow a piece that is as it should be; none when it is not.
fn after(piece: &str) -> Option<Next> {
    // Blanks at the end belong to what comes next.
    if stop(piece, "").at < piece.trim_end().len() {
        return None;
    }
    let fits = |word: &str| Some(stop(piece, word)).filter(|stop| stop.at > piece.len() + 1);
    let name = fits("zz-zz");
    // Many keywords can be names too: one after which the same may come as after a name is none here.
    let is_name = |stop: &Stop| name.as_ref().is_some_and(|name| name.expected == stop.expected);
    let keyword = |word: &&String| fits(word).is_some_and(|stop| !is_name(&stop));
    Some(Next {
        keywords: keywords().iter().filter(keyword).cloned().collect(),
        number: fits("17").is_some_and(|stop| !is_name(&stop)),
        text: fits("\"zz\"").is_some(),
        name: name.is_some(),
    })
}

/// Where reading stops, and what could stand there.
struct Stop {
    at: usize,
    expected: Vec<Rule>,
}

/// How far a piece can be read with a word behind it.
fn stop(piece: &str, word: &str) -> Stop {
    let text = format!("{piece} {word}{END}");
    let Err(error) = Grammar::parse(Rule::items, &text) else { return Stop { at: text.len(), expected: Vec::new() } };
    let at = match error.location {
        InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
    };
    let expected = match error.variant {
        ErrorVariant::ParsingError { positives, .. } => positives,
        ErrorVariant::CustomError { .. } => Vec::new(),
    };
    Stop { at, expected }
}

#[cfg(test)]
mod tests {
    use super::next;

    #[test]
    fn the_grammar_says_what_may_follow() {
        let said = next("article 60 \"x\" {\n  may detain foreigner ");
        for word in ["where", "unless", "giving", "for", "by", "subject", "may", "text"] {
            assert!(said.keywords.iter().any(|k| k == word), "{word}: {said:?}");
        }
        assert!(!said.keywords.iter().any(|k| k == "governs"), "{said:?}");
        let said = next("article 60 { may ");
        assert!(said.name && said.keywords.is_empty(), "{said:?}");
        let said = next("article 60 { may detain foreigner where nationality is ");
        assert!(said.name && said.keywords == ["a", "not"], "{said:?}");
        let said = next("article 60 { may detain foreigner by ");
        assert!(said.name && said.keywords.is_empty(), "{said:?}");
        let said = next("article 60 { may detain foreigner for up to ");
        assert!(said.name && said.number && said.keywords.is_empty(), "{said:?}");
        let said = next("policy x \"y\" { ");
        assert!(said.keywords.iter().any(|k| k == "governs"), "{said:?}");
        // Behind a mistake the line still says what it is.
        let said = next("article 60 { frob the knob\n  may detain foreigner for ");
        assert_eq!(said.keywords, ["any", "up"]);
    }
}
