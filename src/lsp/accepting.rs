//! Answering for what is found, in the configuration: the entry is tried on a session of its own before it is offered.

use super::actions::{About, Meant, changes, found};
use super::plan::Plan;
use super::server::{Answer, Server};
use crate::config::FILE;
use crate::session::{Acceptance, Date, Request, Stop};
use crate::text::LineIndex;
use crate::words::{Words, args};
use gen_lsp_types as lsp;
use lsp_server::{ErrorCode, RequestId};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The entry with a reason and an end that are still to be written: a year from today.
pub(super) fn resolve(server: &mut Server<'_>, id: RequestId, mut action: lsp::CodeAction, about: &About) -> Answer {
    let (meant, target) = match wanted(server, about) {
        Ok(wanted) => wanted,
        Err(no) => return no,
    };
    let standard = about.standard.clone();
    let key = meant.key.clone();
    server.errand(id, &key, move |_, plan, stop| {
        let words = Words::new(meant.lang);
        let (reason, until) = (words.plain("lsp-accept-reason"), in_a_year(plan.today));
        let asked = acceptance(&meant, standard, (reason, until, None));
        match entry(&meant, plan, stop, (&asked, &target), &words) {
            Ok(edit) => {
                action.edit = Some(edit);
                Answer::of(action)
            }
            Err(no) => no,
        }
    })
}

/// The entry with the reason and the end that a person has given, put into the configuration by the client.
pub(super) fn execute(server: &mut Server<'_>, id: RequestId, about: &About, argument: &Value) -> Answer {
    let (meant, target) = match wanted(server, about) {
        Ok(wanted) => wanted,
        Err(no) => return no,
    };
    let words = Words::new(meant.lang);
    let text = |name: &str| argument.get(name).and_then(Value::as_str).map(str::trim).filter(|t| !t.is_empty());
    let Some(until) = text("until").and_then(Date::parse) else {
        let said = args([("text", text("until").unwrap_or_default().to_owned())]);
        return Answer::No(ErrorCode::InvalidParams, words.say("not-a-date-flag", &said));
    };
    let given = (text("reason").unwrap_or_default().to_owned(), until, text("by").map(str::to_owned));
    let asked = acceptance(&meant, about.standard.clone(), given);
    let (key, apply) = (meant.key.clone(), server.asking());
    server.errand(id, &key, move |_, plan, stop| {
        let words = Words::new(meant.lang);
        match entry(&meant, plan, stop, (&asked, &target), &words) {
            Ok(edit) => {
                apply("workspace/applyEdit", json!({ "edit": edit }));
                Answer::of(())
            }
            Err(no) => no,
        }
    })
}

/// The configuration that the entry goes to.
struct Target {
    uri: String,
    text: Option<String>,
}

fn wanted(server: &Server<'_>, about: &About) -> Result<(Meant, Target), Answer> {
    let meant = found(server, about)?;
    let Some(root) = server.roots.get(&meant.key) else {
        return Err(Answer::No(ErrorCode::ContentModified, String::new()));
    };
    let own = root.plan.configuration.as_ref().map(|c| c.text.clone());
    let path = root.configuration.clone().unwrap_or_else(|| root.key.join(FILE));
    let open = server.documents.values().find(|d| d.path == path).map(|d| d.uri.clone());
    let uri = open.unwrap_or_else(|| super::place::uri_of(&path));
    Ok((meant, Target { uri, text: own }))
}

fn acceptance(meant: &Meant, standard: String, (reason, until, by): (String, Date, Option<String>)) -> Acceptance {
    let articles = meant.finding.articles().into_iter().map(|(_, number)| number).collect();
    Acceptance { standard, reason, until, by, articles }
}

/// The edit of the configuration, tried; or why it is not offered.
fn entry(
    meant: &Meant,
    plan: &Plan,
    stop: &Stop,
    (asked, target): (&Acceptance, &Target),
    words: &Words,
) -> Result<lsp::WorkspaceEdit, Answer> {
    let mut session = plan.open();
    let request = Request { stop: stop.clone(), ..Request::default() };
    let outcome = session.accept(std::slice::from_ref(&meant.order), &request, asked);
    let Some(accepted) = outcome.answer else {
        let mistakes = outcome.mistakes.iter().map(|m| words.mistake(m).message);
        let notes = outcome.notes.iter().map(|n| words.say(n.id, &args(n.args.iter().cloned())));
        let why: Vec<String> = mistakes.chain(notes).collect();
        return Err(Answer::No(ErrorCode::RequestFailed, why.join("\n")));
    };
    let before = target.text.clone().unwrap_or_default();
    // The entry comes behind what is there.
    let Some(new) = accepted.text.strip_prefix(before.as_str()) else {
        return Err(Answer::No(ErrorCode::ContentModified, String::new()));
    };
    let lines = LineIndex::new(&before);
    let end = lines.utf16(&before, before.len() as u32);
    let position = lsp::Position::new(end.line, end.column);
    let edit = lsp::TextEdit { range: lsp::Range::new(position, position), new_text: new.to_owned() };
    if target.text.is_some() {
        return Ok(changes(BTreeMap::from([(target.uri.clone(), vec![edit])])));
    }
    // There is no configuration yet.
    let all = json!({ "documentChanges": [
        { "kind": "create", "uri": target.uri, "options": { "ignoreIfExists": true } },
        { "textDocument": { "uri": target.uri, "version": null }, "edits": [edit] },
    ] });
    serde_json::from_value(all).map_err(|e| Answer::No(ErrorCode::InternalError, e.to_string()))
}

/// The same day a year later; the last of February where there is no such day.
fn in_a_year(today: Date) -> Date {
    let text = today.to_string();
    let (year, rest) = text.split_once('-').unwrap_or((&text, "12-31"));
    let year = year.parse::<u32>().unwrap_or(0) + 1;
    let rest = if rest == "02-29" { "02-28" } else { rest };
    Date::parse(&format!("{year:04}-{rest}")).unwrap_or(today)
}

#[cfg(test)]
mod tests {
    use super::{Date, in_a_year};

    #[test]
    fn a_year_later_is_a_day_that_there_is() {
        for (today, later) in [("2026-11-28", "2027-11-28"), ("2028-02-29", "2029-02-28"), ("2026", "2027-12-31")] {
            assert_eq!(in_a_year(Date::parse(today).unwrap()).to_string(), later);
        }
    }
}
