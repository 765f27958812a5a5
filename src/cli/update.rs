//! `update`: a law beside a newer text of its statute.

use super::args::UpdateArgs;
use super::new::statute_from;
use super::{Exit, say, say_error, setup, unreadable, unwritable};
use crate::statute::{Change, Held, Remarks, Updated, compare, rewritten};
use crate::syntax::parse;
use crate::syntax::tree::Item;
use crate::text::{FileId, harmless};
use crate::words::{Words, args};
use crate::workspace;
use std::fmt::Write as _;

pub(super) fn run(asked: &UpdateArgs) -> Exit {
    run_or_exit(asked).unwrap_or_else(|exit| exit)
}

fn run_or_exit(asked: &UpdateArgs) -> Result<Exit, Exit> {
    let words = setup::words(&asked.voice);
    let path = asked.law.display().to_string();
    let input = workspace::read(&asked.law).map_err(|e| unreadable(&asked.law, &e, &words))?;
    let text = String::from_utf8(input.bytes).ok();
    let parsed = text.as_ref().map(|text| parse(text, FileId::own(0)));
    // What cannot be read as it stands is not written over.
    let (Some(text), Some(parsed)) = (text, parsed.filter(|p| p.mistakes.is_empty())) else {
        say_error(&words.say("update-not-a-law", &args([("path", harmless(&path).into_owned())])));
        return Err(Exit::NoVerdict);
    };
    let law: Vec<Held> = parsed.items.iter().filter_map(held).collect();
    let statute = statute_from(&asked.from, asked.anyway, &words)?.0;
    let updated = compare(&law, &statute);
    let changed = updated.iter().any(|u| !matches!(u.change, Change::Same | Change::Untold));
    if asked.json {
        let rows: Vec<serde_json::Value> = updated.iter().map(row).collect();
        say(&format!("{}\n", serde_json::to_string_pretty(&rows).unwrap_or_default()));
    } else {
        say(&harmless(&told(&updated, &words)));
    }
    if asked.write && changed {
        let plain = |id: &str| words.plain(id);
        let remarks = Remarks {
            reworded: plain("update-remark-reworded"),
            excerpt: plain("update-remark-excerpt"),
            renumbered: plain("update-remark-renumbered"),
            gone: plain("update-remark-gone"),
        };
        let new = rewritten(&text, &law, &statute, &updated, &remarks);
        workspace::write_back(&asked.law, &new).map_err(|e| unwritable(&asked.law, &e, &words))?;
        say_error(&words.say("new-written", &args([("path", harmless(&path).into_owned())])));
    }
    Ok(if changed && !asked.write { Exit::Found } else { Exit::Clean })
}

/// An article of a law.
fn held(item: &Item) -> Option<Held> {
    let Item::Article(article) = item else { return None };
    let quote = article.text.as_ref().and_then(|t| t.main.as_ref());
    Some(Held {
        number: article.number.text.clone(),
        text: quote.map(|q| q.text.clone()),
        quote: quote.map(|q| (q.span.start as usize, q.span.end as usize)),
        span: (article.span.start as usize, article.span.end as usize),
        clauses: article.clauses.len(),
    })
}

fn kind(change: &Change) -> &'static str {
    match change {
        Change::Same => "same",
        Change::Reworded(_) => "reworded",
        Change::Renumbered(_) => "renumbered",
        Change::New => "new",
        Change::Gone => "gone",
        Change::Untold => "untold",
    }
}

fn row(updated: &Updated) -> serde_json::Value {
    let words = match &updated.change {
        Change::Reworded(words) => Some(words.as_str()),
        _ => None,
    };
    let to = match &updated.change {
        Change::Renumbered(to) => Some(to.as_str()),
        _ => None,
    };
    serde_json::json!({
        "article": updated.number,
        "heading": updated.heading,
        "change": kind(&updated.change),
        "words": words,
        "number": to,
        "clauses": updated.clauses,
    })
}

/// What became of the articles, what touches an encoding first.
fn told(updated: &[Updated], words: &Words) -> String {
    let mut out = String::new();
    let of = |wanted: &str| updated.iter().filter(|u| kind(&u.change) == wanted).collect::<Vec<_>>();
    for wanted in ["reworded", "gone", "renumbered", "new"] {
        let rows = of(wanted);
        if rows.is_empty() {
            continue;
        }
        let mut said = args([]);
        said.set("count", rows.len());
        said.set("encoded", rows.iter().filter(|u| u.clauses > 0).count());
        let _ = writeln!(out, "{}", words.say(&format!("update-{wanted}"), &said));
        for row in rows {
            let mut said = args([("number", row.number.clone())]);
            said.set("clauses", row.clauses);
            let encoded =
                if row.clauses > 0 { format!(" ({})", words.say("update-clauses", &said)) } else { String::new() };
            let more = match &row.change {
                Change::Reworded(changed) => format!(": {changed}"),
                Change::Renumbered(to) => format!(" → {to}"),
                _ => row.heading.as_ref().map_or_else(String::new, |h| format!(" {h}")),
            };
            let _ = writeln!(out, "  {}{encoded}{more}", row.number);
        }
    }
    for wanted in ["same", "untold"] {
        let mut said = args([]);
        said.set("count", of(wanted).len());
        if wanted == "same" || !of(wanted).is_empty() {
            let _ = writeln!(out, "{}", words.say(&format!("update-{wanted}"), &said));
        }
    }
    out
}
