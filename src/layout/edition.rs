//! The first edition of the language, rewritten in the second: word by word, so that every comment stays where it is.

use crate::syntax::{Mistake, Token, TokenKind, new_word, tokens};

/// A text of the first edition in the words of the second; one of the second as it is. `Err` holds the mistakes that keep
/// it from being read.
///
/// - what a scenario expects and an example shows is said in the words of today: `breach` is `incompatible`, `gap`
///   `not-found`, `review` `to-assess`, `met` `provided`; an example that `breaches` is `incompatible`;
/// - `measure m is a x, y` is `measure m is a x, also a y`;
/// - `relies on "…"` is `not read "…"`.
pub fn second_edition(text: &str) -> Result<String, Vec<Mistake>> {
    let tokens = tokens(text)?;
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for (at, new) in edits(&tokens) {
        let Some(token) = tokens.get(at) else { continue };
        out.push_str(text.get(from..token.start).unwrap_or_default());
        out.push_str(&new);
        from = token.end;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    Ok(out)
}

/// Which token is written how, in order.
fn edits(tokens: &[Token]) -> Vec<(usize, String)> {
    let word = |at: usize| tokens.get(at).map_or("", |t| t.text.as_str());
    let keyword = |at: usize| tokens.get(at).is_some_and(|t| t.kind == TokenKind::Keyword);
    let mut out = Vec::new();
    // Whether the item at hand is a thing, and whether what it is a kind of is being named.
    let (mut thing, mut faces) = (false, false);
    for (at, token) in tokens.iter().enumerate() {
        if token.stand.item {
            thing = is_thing(&token.text);
            faces = false;
        }
        let before = |back: usize| at.checked_sub(back).map_or("", word);
        let said = match before(1) {
            "expect" | "example" => true,
            "no" => before(2) == "expect",
            _ => false,
        };
        match token.text.as_str() {
            old if keyword(at) && said => out.extend(new_word(old).map(|new| (at, new.to_owned()))),
            "relies" if keyword(at) && word(at + 1) == "on" => out.push((at, "not".to_owned())),
            "on" if keyword(at) && before(1) == "relies" => out.push((at, "read".to_owned())),
            "is" if thing && keyword(at) => faces = matches!(word(at + 1), "a" | "an"),
            _ if token.kind == TokenKind::Name && faces && before(1) == "," => {
                out.push((at, format!("also a {}", token.text)));
            }
            // Anything but a list of names ends what it is a kind of.
            "," | "a" | "an" | "also" => {}
            _ => faces &= token.kind == TokenKind::Name,
        }
    }
    out
}

/// Whether a word begins the item of a thing that can be of several kinds.
fn is_thing(word: &str) -> bool {
    matches!(word, "measure" | "safeguard" | "service" | "institution" | "kind" | "step" | "aim" | "subject")
}

#[cfg(test)]
mod tests {
    use super::second_edition;

    #[test]
    fn every_old_word_has_a_new_one_and_comments_stay() {
        let old = "# one\nmeasure fine is a penalise, # two\n  burden, levy severity 2\nterm t is a p, q means x\n\n\
                   relies # three\n  on \"Act\" for review\n\nscenario \"s\" {\n  expect no # four\n breach s1\n  \
                   expect gap s2\n  expect review met\n  expect met s4\n}\n\nstandard s {\n  basis CRC\n  forbid m of any\n  \
                   example meets \"is a x, y\" {}\n  example breaches \"b\" { relies on \"X\" for review }\n}\n";
        let new = "# one\nmeasure fine is a penalise, # two\n  also a burden, also a levy severity 2\n\
                   term t is a p, q means x\n\nnot # three\n  read \"Act\" for review\n\nscenario \"s\" {\n  \
                   expect no # four\n incompatible s1\n  expect not-found s2\n  expect to-assess met\n  \
                   expect provided s4\n}\n\nstandard s {\n  basis CRC\n  forbid m of any\n  example provided \"is a x, y\" {}\n  \
                   example incompatible \"b\" { not read \"X\" for review }\n}\n";
        assert_eq!(second_edition(old).as_deref(), Ok(new));
        assert_eq!(second_edition(new).as_deref(), Ok(new));
    }
}
