//! What kind of thing a name stands for at a place, by the words before it.

use crate::syntax::tree::ThingKind;
use crate::syntax::{Token, TokenKind};

/// What may be named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Slot {
    /// Facts and terms: a condition, or those whom a clause concerns.
    Words,
    /// The values of a fact.
    Values(String),
    /// Things of these kinds.
    Things(&'static [ThingKind]),
    /// A law's own authorities, and kinds of them.
    Authorities,
    /// Named times.
    Times,
    /// Instruments.
    Instruments,
    /// States.
    States,
    /// Standards.
    Standards,
    /// Points.
    Points,
    /// Laws.
    Laws,
    /// Articles of this law, or of the one that is named.
    Articles,
    /// Something new: nothing is to be offered.
    New,
}

use ThingKind::{Aim, Authority, Institution, Measure, Rank, Safeguard, Service, Step, Subject};

/// The slot behind these words; they end before the name that is being written.
pub(super) fn slot(before: &[Token]) -> Slot {
    let words: Vec<&Token> = before.iter().filter(|t| t.kind != TokenKind::Comment).collect();
    let text = |back: usize| words.len().checked_sub(back).and_then(|at| words.get(at)).map_or("", |t| t.text.as_str());
    let last = text(1);
    match last {
        "," => in_list(&words),
        "->" => Slot::Things(&[Step]),
        "may" | "whenever" | "forbid" | "limit" | "justify" | "on" | "bars" => Slot::Things(&[Measure]),
        "must" if text(2) == "personal" => Slot::Words,
        "must" => Slot::Things(&[Measure]),
        "not" => match text(2) {
            "must" | "expect" => Slot::Things(&[Measure]),
            "is" => Slot::Values(text(3).to_owned()),
            _ => Slot::Words,
        },
        "give" | "giving" | "without" | "require" | "equal" | "principle" => Slot::Things(&[Safeguard, Service]),
        "to" => after_to(&words),
        "of" => match text(3) {
            "article" => Slot::Laws,
            "members" => Slot::New,
            _ if words.iter().any(|t| t.text == "searched") && !words.iter().any(|t| t.text == "article") => {
                Slot::Things(&[Measure])
            }
            _ => Slot::Words,
        },
        "where" | "unless" | "and" | "or" | "(" | "means" | "implies" | "always" | "never" | "given" | "among"
        | "any" => Slot::Words,
        "is" => Slot::Values(text(2).to_owned()),
        "a" | "an" if text(2) == "is" => kind_of_item(&words).unwrap_or(Slot::Words),
        "by" => Slot::Authorities,
        "aim" => Slot::Things(&[Aim]),
        "kind" => Slot::Things(&[Authority]),
        "governs" => Slot::Things(&[Subject]),
        "rank" => Slot::Things(&[Rank]),
        "state" => Slot::States,
        "establishes" | "establish" => Slot::Things(&[Institution]),
        "saving" | "basis" | "interpreted" | "interprets" => Slot::Instruments,
        "before" | "pass" => Slot::Things(&[Step]),
        "define" => Slot::Words,
        "within" | "every" => Slot::Times,
        "article" => Slot::Articles,
        "replaces" => Slot::Laws,
        "accept" | "incompatible" | "not-found" | "to-assess" | "provided" | "not-examined" | "not-in-force" => {
            Slot::Standards
        }
        "point" => Slot::Points,
        "in" if kind_of_item(&words).is_some() || words.iter().any(|t| t.text == "encoded") => Slot::Things(&[Subject]),
        "for" => after_for(&words),
        "fact" | "term" | "measure" | "safeguard" | "service" | "institution" | "step" | "subject" | "standard"
        | "policy" | "procedure" | "instrument" | "reason" | "authority" => Slot::New,
        _ => Slot::Words,
    }
}

/// A list goes on with what it began with.
fn in_list(words: &[&Token]) -> Slot {
    let mut end = words.len();
    while end >= 2 && words.get(end - 1).is_some_and(|t| t.text == ",") {
        // Before the comma stands a name, with a number or a quotation where there are some.
        end -= 1;
        while end > 0 && words.get(end - 1).is_some_and(|t| t.text != "," && t.kind != TokenKind::Keyword) {
            end -= 1;
        }
    }
    let before: Vec<Token> = words.get(..end).unwrap_or_default().iter().map(|t| (*t).clone()).collect();
    slot(&before)
}

fn after_to(words: &[&Token]) -> Slot {
    // The words of the clause, the nearest first.
    for (back, token) in words.iter().rev().skip(1).enumerate() {
        match token.text.as_str() {
            "up" if back == 0 => return Slot::Times,
            "limit" => return Slot::Times,
            "entitled" => return Slot::Things(&[Safeguard, Service]),
            "party" | "reservation" => return Slot::Instruments,
            "give" | "giving" => return Slot::Words,
            "subject" => return Slot::Articles,
            "{" | "}" | "text" => break,
            _ => {}
        }
    }
    Slot::Words
}

fn after_for(words: &[&Token]) -> Slot {
    for token in words.iter().rev().skip(1) {
        match token.text.as_str() {
            "searched" | "exhaustive" | "relies" | "read" => {
                return Slot::Things(&[Safeguard, Service, Measure, Subject]);
            }
            "{" | "}" | "article" => break,
            _ => {}
        }
    }
    Slot::Words
}

/// What the thing of an item is a kind of: things as it is one.
fn kind_of_item(words: &[&Token]) -> Option<Slot> {
    // The item begins with its kind, a name behind it and no block.
    let begin = words.iter().rposition(|t| {
        matches!(
            t.text.as_str(),
            "measure" | "safeguard" | "service" | "institution" | "step" | "aim" | "subject" | "term"
        ) && t.kind == TokenKind::Keyword
    })?;
    let of = words.get(begin..)?;
    if of.iter().any(|t| matches!(t.kind, TokenKind::Open) && t.text == "{") && !of.iter().any(|t| t.text == "}") {
        return None;
    }
    Some(match of.first()?.text.as_str() {
        "measure" => Slot::Things(&[Measure]),
        "safeguard" => Slot::Things(&[Safeguard]),
        "service" => Slot::Things(&[Service]),
        "institution" => Slot::Things(&[Institution]),
        "step" => Slot::Things(&[Step]),
        "aim" => Slot::Things(&[Aim]),
        "subject" => Slot::Things(&[Subject]),
        _ => Slot::Words,
    })
}

#[cfg(test)]
mod tests {
    use super::{Slot, slot};
    use crate::syntax::lex;
    use crate::syntax::tree::ThingKind::{Authority, Measure, Safeguard, Service, Step, Subject};

    #[test]
    fn the_words_before_a_name_say_what_it_may_be() {
        for (before, expected) in [
            ("article 1 { may ", Slot::Things(&[Measure])),
            ("article 1 { must not ", Slot::Things(&[Measure])),
            ("article 1 { may detain ", Slot::Words),
            ("article 1 { may detain of ", Slot::Words),
            ("article 1 { may detain foreigner where a and ", Slot::Words),
            ("article 1 { may detain foreigner giving ", Slot::Things(&[Safeguard, Service])),
            ("article 1 { may detain foreigner giving lawyer, interpreter, ", Slot::Things(&[Safeguard, Service])),
            ("article 1 { may detain foreigner for up to ", Slot::Times),
            ("article 1 { entitled foreigner to ", Slot::Things(&[Safeguard, Service])),
            ("article 1 { must give lawyer to ", Slot::Words),
            ("article 1 { must not give lawyer, ", Slot::Things(&[Safeguard, Service])),
            ("article 1 { may detain foreigner where visa is ", Slot::Values("visa".into())),
            ("article 1 { may detain foreigner where visa is not ", Slot::Values("visa".into())),
            ("article 1 { may detain foreigner subject to article ", Slot::Articles),
            ("article 1 { may detain foreigner notwithstanding article 3 of ", Slot::Laws),
            ("article 1 { may detain foreigner by ", Slot::Authorities),
            ("article 1 { in force 2020-01-01 saving ", Slot::Instruments),
            ("policy x { governs entry, ", Slot::Things(&[Subject])),
            ("policy x { state ", Slot::States),
            ("authority a \"b\" kind ", Slot::Things(&[Authority])),
            ("measure a \"b\" is a ", Slot::Things(&[Measure])),
            ("procedure p { a -> ", Slot::Things(&[Step])),
            ("scenario \"x\" { given ", Slot::Words),
            ("scenario \"x\" { expect not may ", Slot::Things(&[Measure])),
            ("scenario \"x\" { expect no incompatible ", Slot::Standards),
            ("fact ", Slot::New),
        ] {
            assert_eq!(slot(&lex(before)), expected, "{before}");
        }
    }
}
