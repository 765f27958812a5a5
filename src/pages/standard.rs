//! The page of a standard: what it demands, on what it rests, its examples, what mends it.

use super::{Shelf, field};
use crate::model::{Citation, FormKind, Principle, Standard};
use crate::text::{Sources, harmless};
use crate::words::Words;
use std::fmt::Write as _;

/// The name of a form.
pub fn form_text(kind: &FormKind) -> &'static str {
    match kind {
        FormKind::Forbid { .. } => "forbid",
        FormKind::Limit { .. } => "limit",
        FormKind::RequireWhenever { .. } | FormKind::RequireFor { .. } | FormKind::RequireBan { .. } => "require",
        FormKind::Equal { .. } => "equal",
        FormKind::Before { .. } => "before",
        FormKind::Define { .. } => "define",
        FormKind::Justify { .. } => "justify",
        FormKind::Establish { .. } => "establish",
    }
}

/// A form as it is written, on one line.
fn written(sources: &Sources, standard: &Standard) -> Vec<String> {
    standard
        .forms
        .iter()
        .map(|f| harmless(sources.text(f.span)).split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

fn cited(shelf: &Shelf<'_>, citation: &Citation, words: &Words) -> String {
    let instrument = shelf.library.instrument(&citation.instrument);
    let basis = crate::finding::Basis {
        instrument: citation.instrument.clone(),
        title: instrument
            .map(|i| crate::finding::Named { name: i.id.clone(), label: i.label.clone() })
            .unwrap_or_default(),
        short: None,
        place: citation.place.clone(),
        paragraph: citation.paragraph,
        quote: citation.quote.clone(),
        unconfirmed: citation.unconfirmed,
        span: citation.span,
        binding: crate::law::State::bound_by_everything(shelf.as_of, shelf.treaties).citation(
            shelf.library,
            None,
            citation,
        ),
        monitored_by: None,
        complaints: None,
    };
    let mut line = words.basis(&basis);
    if let Some(source) = &citation.source {
        let _ = write!(line, " ({source})");
    }
    line
}

/// The page of a principle: what it says, on what it rests, how the checker applies it.
pub fn principle_page(shelf: &Shelf<'_>, principle: &Principle, words: &Words) -> String {
    let mut out = format!("{}\n{}\n\n", principle.id, words.label(&principle.label, &principle.id));
    for citation in &principle.basis {
        field(&mut out, &words.plain("explain-basis"), &cited(shelf, citation, words));
    }
    field(&mut out, &words.plain("explain-theme"), &principle.theme);
    field(&mut out, &words.plain("explain-catalogue"), &principle.catalogue.join(", "));
    if let Some(note) = &principle.note {
        field(&mut out, &words.plain("explain-applied"), &words.label(note, ""));
    }
    out
}

/// The whole page.
pub fn standard_page(shelf: &Shelf<'_>, standard: &Standard, words: &Words) -> String {
    let mut out = format!("{}\n{}\n\n", standard.id, words.label(&standard.label, &standard.id));
    for form in written(shelf.sources, standard) {
        field(&mut out, &words.plain("explain-demands"), &form);
    }
    for citation in &standard.basis {
        field(&mut out, &words.plain("explain-basis"), &cited(shelf, citation, words));
    }
    for citation in &standard.interpreted {
        field(&mut out, &words.plain("explain-interpreted"), &cited(shelf, citation, words));
    }
    if standard.non_derogable {
        out.push_str(&words.plain("explain-non-derogable"));
        out.push('\n');
    }
    field(&mut out, &words.plain("kind-point"), standard.point.as_deref().unwrap_or_default());
    for (says, id) in [
        (standard.laid_down_by_law, "explain-laid-down"),
        (standard.duty_to_legislate, "explain-duty"),
        (standard.requires_weighing, "explain-weighing"),
    ] {
        if says {
            out.push_str(&words.plain(id));
            out.push('\n');
        }
    }
    field(&mut out, &words.plain("explain-theme"), &standard.theme);
    field(&mut out, &words.plain("explain-catalogue"), &standard.catalogue.join(", "));
    if let Some(note) = &standard.note {
        field(&mut out, &words.plain("explain-note"), &words.label(note, ""));
    }
    if let Some(help) = &standard.help {
        field(&mut out, &words.plain("explain-mend"), &words.label(help, ""));
    }
    let examples = if standard.examples.is_empty() {
        shelf.examples.iter().find(|(id, _)| *id == standard.id).map_or(&[][..], |(_, e)| e.as_slice())
    } else {
        &standard.examples
    };
    for example in examples {
        let word = words.verdict(example.expect);
        let _ = write!(out, "\n{word}: {}\n", words.label(&example.label, ""));
        for line in harmless(shelf.sources.text(example.span)).lines() {
            let _ = writeln!(out, "    {}", line.trim_end());
        }
    }
    out
}
