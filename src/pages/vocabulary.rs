//! The pages of facts, terms, measures and everything else that can be spoken of.

use super::{Shelf, field, kind_id};
use crate::model::{FactShapeKind, Named, Point, Standard};
use crate::syntax::tree::Label;
use crate::text::{Span, harmless};
use crate::words::Words;

fn labels(out: &mut String, label: &Label, words: &Words) {
    let mut all: Vec<String> = label.main.iter().map(|q| q.text.clone()).collect();
    all.extend(label.by_language.iter().map(|(lang, text)| format!("{lang} {text}")));
    field(out, &words.plain("explain-label"), &all.join(" · "));
    let also: Vec<&str> = label.also.iter().map(|(_, name)| name.as_str()).collect();
    field(out, &words.plain("explain-also"), &also.join(", "));
}

fn declared(shelf: &Shelf<'_>, span: Span) -> String {
    harmless(shelf.sources.text(span)).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The page of a point: its question, and the standards that answer it.
pub(super) fn point_page(shelf: &Shelf<'_>, point: &Point, words: &Words) -> String {
    let mut out = format!("{} ({})\n\n", words.label(&point.label, &point.id), words.plain("kind-point"));
    field(&mut out, &words.plain("explain-theme"), &point.theme);
    field(&mut out, &words.plain("explain-question"), &words.label(&point.question, ""));
    let of = |s: &&Standard| s.point.as_deref() == Some(point.id.as_str());
    let standards: Vec<&str> = shelf.library.standards.iter().filter(of).map(|s| s.id.as_str()).collect();
    field(&mut out, &words.plain("explain-answered-by"), &standards.join(", "));
    out
}

pub(super) fn page(shelf: &Shelf<'_>, named: Named, words: &Words) -> String {
    let vocabulary = &shelf.library.vocabulary;
    let kind = words.plain(kind_id(shelf.library, named));
    match named {
        Named::Fact(id) => {
            let fact = vocabulary.fact(id);
            let mut out = format!("{} ({kind})\n\n", fact.name);
            labels(&mut out, &fact.label, words);
            if let FactShapeKind::OneOf { values, usual } = &fact.shape {
                let names: Vec<&str> = values.iter().map(|(n, _)| n.as_str()).collect();
                field(&mut out, &words.plain("explain-values"), &names.join(", "));
                field(&mut out, &words.plain("explain-usually"), names.get(*usual as usize).copied().unwrap_or(""));
            }
            if let FactShapeKind::Number { from, to, usual, .. } = &fact.shape {
                field(&mut out, &words.plain("explain-values"), &format!("{from} – {to}"));
                field(&mut out, &words.plain("explain-usually"), &usual.to_string());
            }
            out.push_str(&format!("\n    {}\n", declared(shelf, fact.span)));
            out
        }
        Named::Term(id) => {
            let term = vocabulary.term(id);
            let mut out = format!("{} ({kind})\n\n", term.name);
            labels(&mut out, &term.label, words);
            let parents: Vec<&str> = term.parents.iter().map(|p| vocabulary.term(*p).name.as_str()).collect();
            field(&mut out, &words.plain("explain-is-a"), &parents.join(", "));
            if term.means.is_none() {
                field(&mut out, &words.plain("explain-means"), &words.plain("explain-own-fact"));
            }
            out.push_str(&format!("\n    {}\n", declared(shelf, term.span)));
            out
        }
        Named::Thing(id) => {
            let thing = vocabulary.thing(id);
            let mut out = format!("{} ({kind})\n\n", thing.name);
            labels(&mut out, &thing.label, words);
            let name = |id: &crate::model::ThingId| vocabulary.thing(*id).name.clone();
            let parents: Vec<String> = thing.parents.iter().map(name).collect();
            field(&mut out, &words.plain("explain-is-a"), &parents.join(", "));
            let kinds: Vec<String> = vocabulary.kinds_of(id).iter().skip(1).map(name).collect();
            field(&mut out, &words.plain("explain-kinds"), &kinds.join(", "));
            field(
                &mut out,
                &words.plain("explain-subject"),
                &vocabulary.subject_of(id).map_or_else(String::new, |s| name(&s)),
            );
            if thing.severity > 0 {
                field(&mut out, &words.plain("explain-severity"), &thing.severity.to_string());
            }
            out.push_str(&format!("\n    {}\n", declared(shelf, thing.span)));
            out
        }
        Named::Reason(id) => {
            let reason = &vocabulary.reasons[id];
            let mut out = format!("{} ({kind})\n\n", reason.name);
            labels(&mut out, &reason.label, words);
            let facts: Vec<String> = reason.facts.iter().map(|(_, when)| when.expr(vocabulary).to_string()).collect();
            field(&mut out, &words.plain("explain-facts"), &facts.join(", "));
            out.push_str(&format!("\n    {}\n", declared(shelf, reason.span)));
            out
        }
        Named::Time(id) => {
            let time = vocabulary.time(id);
            let mut out = format!("{} ({kind})\n\n", time.name);
            labels(&mut out, &time.label, words);
            field(&mut out, &words.plain("explain-at-most"), &words.length(time.at_most));
            if let Some(beyond) = time.beyond {
                field(&mut out, &words.plain("explain-beyond"), &words.length(beyond));
            }
            if let Some((by, place)) = &time.read_by {
                let mark =
                    if time.unconfirmed { format!(" {}", words.plain("not-confirmed-mark")) } else { String::new() };
                let text = format!("{by} {}{mark}", place.as_deref().unwrap_or(""));
                field(&mut out, &words.plain("explain-read-by"), &text);
            }
            out
        }
    }
}
