//! The pages of a State and of an instrument: what binds, since when, and what is not known.

use super::{Shelf, field};
use crate::finding::{Named, OrderInfo};
use crate::law::{Force, State};
use crate::model::{Instrument, InstrumentKind};
use crate::words::{Words, args, force_id};
use std::fmt::Write as _;

/// The organisations whose treaties are open to their members alone.
const ORGANISATIONS: [&str; 6] = ["AU", "ASEAN", "COE", "EU", "LAS", "OAS"];

fn title(instrument: &Instrument, words: &Words) -> String {
    words.name(&Named { name: instrument.id.clone(), label: instrument.label.clone() })
}

/// What binds a State today, since when, with what reservations, and what is unknown.
pub fn state_page(shelf: &Shelf<'_>, code: &str, words: &Words) -> String {
    let state = State::new(code, shelf.as_of, shelf.treaties, None, &[]);
    let info = OrderInfo::of_state(&state);
    let heading = args([("state", code.to_owned()), ("date", shelf.as_of.to_string())]);
    let mut out = format!("{}\n", words.say("explain-state", &heading));
    let mark = |unconfirmed: bool| {
        if unconfirmed { format!(" {}", words.plain("not-confirmed-mark")) } else { String::new() }
    };
    for force in [Force::Treaty, Force::Signed, Force::Unknown, Force::None] {
        let mut lines = Vec::new();
        for instrument in &shelf.library.instruments {
            if !matches!(instrument.kind, InstrumentKind::Treaty | InstrumentKind::Regional) {
                continue;
            }
            let binding = state.instrument(shelf.library, instrument);
            if binding.force == force {
                lines.push(format!(
                    "  {:10} {} · {}",
                    instrument.id,
                    title(instrument, words),
                    words.binding(&binding, &info)
                ));
            }
        }
        if !lines.is_empty() {
            let _ = write!(out, "\n{} ({})\n{}\n", words.plain(force_id(force)), lines.len(), lines.join("\n"));
        }
    }
    let member: Vec<String> = ORGANISATIONS
        .iter()
        .filter_map(|o| match shelf.treaties.member(o, code, shelf.as_of) {
            (true, unconfirmed) => {
                Some(words.say("organisation", &args([("id", (*o).to_owned())])) + &mark(unconfirmed))
            }
            (false, _) => None,
        })
        .collect();
    if !member.is_empty() {
        let _ = write!(out, "\n{}\n  {}\n", words.plain("explain-member"), member.join("\n  "));
    }
    // Where a person can complain: the body that monitors a treaty in force, and whether its procedure was accepted.
    let mut complaints = Vec::new();
    for instrument in &shelf.library.instruments {
        if let (Some(body), Some(procedure)) = (&instrument.monitored_by, &instrument.complaints)
            && state.instrument(shelf.library, instrument).force == Force::Treaty
            && let Some(procedure) = shelf.library.instrument(procedure)
        {
            let id = match state.instrument(shelf.library, procedure).force {
                Force::Treaty => "complaints-accepted",
                Force::Unknown => "complaints-unknown",
                _ => "complaints-not-accepted",
            };
            let said = args([("body", body.clone()), ("instrument", procedure.id.clone()), ("state", code.to_owned())]);
            complaints.push(format!("  {:10} {}", instrument.id, words.say(id, &said)));
        }
    }
    if !complaints.is_empty() {
        let _ = write!(out, "\n{}\n{}\n", words.plain("explain-complaint-procedures"), complaints.join("\n"));
    }
    let reservations = shelf.treaties.reservations(code);
    if !reservations.is_empty() {
        let _ = write!(out, "\n{}\n", words.plain("explain-reservations"));
        for r in reservations {
            let _ = writeln!(out, "  {:10} {:8} {} ({})", r.instrument, r.article, r.note, r.source);
        }
    }
    out
}

/// An instrument, and the standards that rest on it.
pub fn instrument_page(shelf: &Shelf<'_>, instrument: &Instrument, words: &Words) -> String {
    let mut out = format!("{}\n{}\n\n", instrument.id, title(instrument, words));
    let kind = match instrument.kind {
        InstrumentKind::Treaty => "treaty",
        InstrumentKind::Regional => "regional",
        InstrumentKind::Custom => "custom",
        InstrumentKind::JusCogens => "jus-cogens",
        InstrumentKind::Interpretation => "interpretation",
        InstrumentKind::SoftLaw => "soft-law",
    };
    field(&mut out, &words.plain("explain-kind"), kind);
    field(&mut out, &words.plain("explain-adopted"), instrument.adopted.as_deref().unwrap_or(""));
    field(&mut out, &words.plain("explain-in-force"), instrument.in_force.as_deref().unwrap_or(""));
    field(&mut out, &words.plain("explain-monitored"), instrument.monitored_by.as_deref().unwrap_or(""));
    field(&mut out, &words.plain("explain-complaints"), instrument.complaints.as_deref().unwrap_or(""));
    field(&mut out, &words.plain("explain-interprets"), &instrument.interprets.join(", "));
    field(&mut out, &words.plain("explain-not-reservable"), &instrument.not_reservable.join(", "));
    let mark = if instrument.unconfirmed { format!(" {}", words.plain("not-confirmed-mark")) } else { String::new() };
    field(&mut out, &words.plain("explain-source"), &format!("{}{mark}", instrument.source.as_deref().unwrap_or("")));
    field(&mut out, &words.plain("explain-note"), instrument.note.as_deref().unwrap_or(""));
    let standards: Vec<&str> = shelf
        .library
        .standards
        .iter()
        .filter(|s| s.basis.iter().chain(&s.interpreted).any(|c| c.instrument == instrument.id))
        .map(|s| s.id.as_str())
        .collect();
    field(&mut out, &words.plain("explain-standards"), &standards.join(", "));
    out
}
