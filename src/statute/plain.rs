//! Plain text: a line a line, broken sentences joined by the conventions of the country.

use super::segment::{Line, segment};
use super::{Form, Reader, Source, Statute, Unread, squeezed};

pub(super) struct Plain;

impl Reader for Plain {
    fn form(&self) -> Form {
        Form::Plain
    }

    fn read(&self, source: &Source<'_>) -> Result<Statute, Unread> {
        Ok(segment(Form::Plain, lines(source.text()?), None))
    }
}

/// The lines of a text; an empty one sets the next apart.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut out = Vec::new();
    let mut apart = true;
    for (at, printed) in text.split(['\n', '\u{2028}', '\u{85}']).enumerate() {
        // A carriage return alone breaks a line too, where no other sign does.
        for part in printed.trim_end_matches('\r').split('\r') {
            apart |= part.contains('\u{c}');
            let words = squeezed(part.trim_matches(['\u{c}', '\u{feff}']));
            if words.is_empty() {
                apart = true;
                continue;
            }
            let bold = words.starts_with("**");
            out.push(Line { text: words, apart, bold, at: at + 1, ..Line::default() });
            apart = false;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Statute {
        segment(Form::Plain, lines(text), None)
    }

    #[test]
    fn english_articles() {
        let text = "The Entry Act\n\nCONTENTS\nArticle 1 Scope\nArticle 2 Detention\n\nCHAPTER I\nGeneral\n\nArticle 1\nScope\nThis Act applies to everyone.\n\nArticle 2. Detention\n(1) A person may be detained.\nArticle 1 applies.\n\nArticle 3 bis — Repeal\nThe old Act is repealed.\n";
        let statute = read(text);
        let found: Vec<(&str, Option<&str>, &str)> =
            statute.provisions.iter().map(|p| (p.number.as_str(), p.heading.as_deref(), p.text.as_str())).collect();
        assert_eq!(
            found,
            [
                ("1", Some("Scope"), "This Act applies to everyone."),
                ("2", Some("Detention"), "(1) A person may be detained.\nArticle 1 applies."),
                ("3-bis", Some("Repeal"), "The old Act is repealed."),
            ]
        );
        assert_eq!(statute.title.as_deref(), Some("The Entry Act"));
    }

    #[test]
    fn bare_numbers_count_as_a_run() {
        let numbers = |text: &str| read(text).provisions.into_iter().map(|p| p.number).collect::<Vec<_>>();
        assert_eq!(numbers("Law\n1. One.\n2. Two.\n3. Three.\n"), ["1", "2", "3"]);
        assert!(numbers("Law\n1. One.\n5. Five.\n").is_empty());
    }

    #[test]
    fn chinese_articles() {
        let text = "法\n\n第一章 总则\n\n第一条 为了管理，制定本法。\n\n第二条【适用】适用本法。\n第一条规定的除外。\n\n第六十条之一　另行规定。\n";
        let statute = read(text);
        let found: Vec<(&str, &str)> =
            statute.provisions.iter().map(|p| (p.number.as_str(), p.text.as_str())).collect();
        assert_eq!(
            found,
            [("1", "为了管理，制定本法。"), ("2", "适用本法。\n第一条规定的除外。"), ("60-1", "另行规定。")]
        );
    }
}
