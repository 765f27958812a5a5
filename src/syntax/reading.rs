//! What the grammar says of a piece of text in its place: that it fits, or where it stops fitting and what could stand
//! there.

use super::parse::{Grammar, Rule};
use pest::Parser as _;
use pest::error::{ErrorVariant, InputLocation};

/// Where a piece of text stands: what comes before it and after it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    before: &'static str,
    after: &'static str,
    rule: Rule,
}

/// Where a piece stops fitting.
#[derive(Debug, Clone)]
pub(super) struct Stop {
    /// The byte of the piece; none when the piece is only not finished.
    pub(super) at: Option<usize>,
    /// What could stand there.
    pub(super) expected: Vec<Rule>,
}

impl Place {
    /// An item, or several.
    pub(super) const ITEM: Place = Place::new("", "");
    /// The head of a block, its opening brace included.
    pub(super) const HEAD: Place = Place::new("", "}");
    /// The same without the brace.
    pub(super) const OPENED: Place = Place::new("", "{}");
    /// A condition that stands alone.
    pub(super) const CONDITION: Place = Place { rule: Rule::lone_condition, ..Place::ITEM };

    /// What stands between this and that is one or more items.
    pub(super) const fn new(before: &'static str, after: &'static str) -> Place {
        Place { before, after, rule: Rule::items }
    }

    /// Whether the piece fits.
    pub(super) fn fits(self, piece: &str) -> bool {
        self.stop(piece).is_none()
    }

    /// Where the piece stops fitting, if it does.
    pub(super) fn stop(self, piece: &str) -> Option<Stop> {
        let text = format!("{}{piece}\n{}", self.before, self.after);
        let error = Grammar::parse(self.rule, &text).err()?;
        let at = match error.location {
            InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
        };
        let mut expected = match error.variant {
            ErrorVariant::ParsingError { positives, .. } => positives,
            ErrorVariant::CustomError { .. } => Vec::new(),
        };
        // The brace behind the piece is not the writer's.
        if !self.after.is_empty() {
            expected.retain(|rule| *rule != Rule::close_brace);
        }
        expected.retain(|rule| !matches!(rule, Rule::EOI | Rule::reserved | Rule::WHITESPACE | Rule::COMMENT));
        let at = at.saturating_sub(self.before.len());
        Some(Stop { at: (at < piece.trim_end().len()).then_some(at), expected })
    }
}

/// Whether a word holds the language together, so that nothing can be called by it.
pub(super) fn is_reserved(word: &str) -> bool {
    Grammar::parse(Rule::reserved, word).is_ok()
}
