//! `list`: what there is.

use super::args::{ListArgs, Listed};
use super::explain::open;
use super::{Exit, say, say_error, setup};
use crate::builtin::{self, BuiltInTreaties};
use crate::finding::Named;
use crate::law::{Force, State};
use crate::pages::{form_text, kind_id};
use crate::report::FORMATS;
use crate::session::Request;
use crate::syntax::Code;
use crate::words::{Words, force_id};

pub(super) fn run(asked: &ListArgs) -> Exit {
    run_or_exit(asked).unwrap_or_else(|exit| exit)
}

fn run_or_exit(asked: &ListArgs) -> Result<Exit, Exit> {
    let (opened, _) = open(&asked.rules, &asked.voice)?;
    let words = &opened.words;
    let as_of = setup::date(asked.as_of.as_deref(), words)?;
    let only = asked.theme.iter().cloned().collect();
    opened.tell(opened.session.known(&Request { only, state: asked.state.clone(), ..Request::default() }))?;
    let state = asked.state.as_deref().map(|s| State::new(s, as_of, &BuiltInTreaties, None, &[]));
    let library = opened.session.library();
    let mut rows: Vec<Vec<(&'static str, String)>> = Vec::new();
    match asked.what {
        Listed::Standards => {
            for s in &library.standards {
                let force = state.as_ref().map(|st| st.standard(library, None, s).0.force);
                if asked.theme.as_ref().is_some_and(|t| *t != s.theme) || force == Some(Force::None) {
                    continue;
                }
                let basis: Vec<String> =
                    s.basis.iter().map(|b| format!("{} {}", b.instrument, b.place.as_deref().unwrap_or(""))).collect();
                let mut forms: Vec<&str> = s.forms.iter().map(|f| form_text(&f.kind)).collect();
                forms.dedup();
                let mut row = vec![
                    ("id", s.id.clone()),
                    ("theme", s.theme.clone()),
                    ("form", forms.join(",")),
                    ("basis", basis.iter().map(|b| b.trim()).collect::<Vec<_>>().join("; ")),
                    ("title", words.label(&s.label, &s.id)),
                ];
                row.extend(force.map(|f| ("force", words.plain(force_id(f)))));
                rows.push(row);
            }
        }
        Listed::Points => {
            for p in library.points.iter().filter(|p| asked.theme.as_ref().is_none_or(|t| *t == p.theme)) {
                let standards = library.standards.iter().filter(|s| s.point.as_deref() == Some(p.id.as_str()));
                // Of a State only what binds it, as with the standards.
                let binding = standards
                    .filter(|s| state.as_ref().is_none_or(|st| st.standard(library, None, s).0.force != Force::None))
                    .count();
                if binding == 0 && state.is_some() {
                    continue;
                }
                rows.push(vec![
                    ("id", p.id.clone()),
                    ("theme", p.theme.clone()),
                    ("standards", binding.to_string()),
                    ("question", words.label(&p.question, &p.id)),
                ]);
            }
        }
        Listed::Principles => {
            for p in library.principles.iter().filter(|p| asked.theme.as_ref().is_none_or(|t| *t == p.theme)) {
                let basis: Vec<String> =
                    p.basis.iter().map(|b| format!("{} {}", b.instrument, b.place.as_deref().unwrap_or(""))).collect();
                rows.push(vec![
                    ("id", p.id.clone()),
                    ("theme", p.theme.clone()),
                    ("basis", basis.join("; ")),
                    ("title", words.label(&p.label, &p.id)),
                ]);
            }
        }
        Listed::Instruments => {
            for i in &library.instruments {
                let force = state.as_ref().map(|st| st.instrument(library, i).force);
                if force == Some(Force::None) {
                    continue;
                }
                let title = words.name(&Named { name: i.id.clone(), label: i.label.clone() });
                let mut row =
                    vec![("id", i.id.clone()), ("adopted", i.adopted.clone().unwrap_or_default()), ("title", title)];
                row.extend(force.map(|f| ("force", words.plain(force_id(f)))));
                rows.push(row);
            }
        }
        Listed::Terms => {
            let mut names: Vec<_> = library.vocabulary.names.iter().collect();
            names.sort_by_key(|(name, named)| (kind_order(kind_id(library, **named)), *name));
            for (name, named) in names {
                rows.push(vec![
                    ("id", name.clone()),
                    ("kind", words.plain(kind_id(library, *named))),
                    ("title", label(library, *named, words)),
                ]);
            }
        }
        Listed::States => {
            for code in builtin::states() {
                let state = State::new(code, as_of, &BuiltInTreaties, None, &[]);
                let count =
                    |force| library.instruments.iter().filter(|i| state.instrument(library, i).force == force).count();
                rows.push(vec![
                    ("id", code.to_owned()),
                    ("name", builtin::state_names(code, words.lang.code()).next().unwrap_or(code).to_owned()),
                    ("treaties", count(Force::Treaty).to_string()),
                    ("signed", count(Force::Signed).to_string()),
                    ("unknown", count(Force::Unknown).to_string()),
                ]);
            }
        }
        Listed::Messages => {
            for code in Code::ALL.iter().map(|code| code.as_str()) {
                let none = crate::words::Args::new();
                rows.push(vec![
                    ("id", code.to_owned()),
                    ("page", words.attribute(code, "page", &none).unwrap_or_default()),
                ]);
            }
        }
        Listed::Formats => {
            for format in FORMATS {
                rows.push(vec![
                    ("id", format.name().to_owned()),
                    ("extension", format.extension().to_owned()),
                    ("help", format.help().to_owned()),
                ]);
            }
        }
    }
    if rows.is_empty() {
        say_error(&words.plain("list-none"));
    }
    if asked.json {
        let objects: Vec<serde_json::Map<String, serde_json::Value>> =
            rows.into_iter().map(|r| r.into_iter().map(|(k, v)| (k.to_owned(), v.into())).collect()).collect();
        say(&format!("{}\n", serde_json::to_string_pretty(&objects).unwrap_or_default()));
    } else {
        say(&if asked.what == Listed::Terms { by_kind(&rows) } else { table(&rows) });
    }
    Ok(Exit::Clean)
}

/// Kinds in the order in which a law needs them: whom it concerns and on what condition, what is done, what is given, by
/// whom, and the rest.
const KINDS: [&str; 12] = [
    "kind-term",
    "kind-fact",
    "kind-measure",
    "kind-safeguard",
    "kind-service",
    "kind-institution",
    "kind-authority",
    "kind-time",
    "kind-aim",
    "kind-subject",
    "kind-rank",
    "kind-step",
];

fn kind_order(kind: &str) -> usize {
    KINDS.iter().position(|k| *k == kind).unwrap_or(KINDS.len())
}

/// Names under the heading of their kind; the kind is the second column.
fn by_kind(rows: &[Vec<(&'static str, String)>]) -> String {
    let kind = |row: &Vec<(&'static str, String)>| row.get(1).map(|(_, kind)| kind.clone());
    let mut out = String::new();
    for group in rows.chunk_by(|a, b| kind(a) == kind(b)) {
        let heading = group.first().and_then(kind).unwrap_or_default();
        let named: Vec<Vec<(&'static str, String)>> =
            group.iter().map(|row| row.iter().filter(|(key, _)| *key != "kind").cloned().collect()).collect();
        let list = table(&named);
        let lines = list.lines().map(|line| format!("  {line}\n"));
        out.push_str(&format!(
            "{}{heading} ({})\n{}",
            if out.is_empty() { "" } else { "\n" },
            group.len(),
            lines.collect::<String>()
        ));
    }
    out
}

/// Columns as wide as they need to be, but for the last.
fn table(rows: &[Vec<(&'static str, String)>]) -> String {
    use unicode_width::UnicodeWidthStr as _;
    let columns = rows.first().map_or(0, Vec::len);
    let width = |at: usize| rows.iter().filter_map(|r| r.get(at)).map(|(_, t)| t.width()).max().unwrap_or(0).min(60);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut out = String::new();
    for row in rows {
        let mut line = String::new();
        for ((_, text), width) in row.iter().zip(&widths) {
            line.push_str(text);
            line.push_str(&" ".repeat(width.saturating_sub(text.width()) + 2));
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

fn label(library: &crate::model::Library, named: crate::model::Named, words: &Words) -> String {
    use crate::model::Named as N;
    let v = &library.vocabulary;
    match named {
        N::Fact(id) => words.label(&v.fact(id).label, &v.fact(id).name),
        N::Term(id) => words.label(&v.term(id).label, &v.term(id).name),
        N::Thing(id) => words.label(&v.thing(id).label, &v.thing(id).name),
        N::Time(id) => words.label(&v.time(id).label, &v.time(id).name),
        N::Reason(id) => words.label(&v.reasons[id].label, &v.reasons[id].name),
    }
}
