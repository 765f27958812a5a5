//! `words`: the word of the language for something, from words of any language.

use super::args::WordsArgs;
use super::explain::open;
use super::{Exit, say, say_error};
use crate::model::{Found, Library, Named, ThingId};
use crate::pages::kind_id;
use crate::syntax::tree::{ThingKind, unit_name};
use crate::text::{Sources, harmless};
use crate::words::{Words, args};
use std::fmt::Write as _;

/// Standards and points that are named for a word; how many more there are is said.
const NAMED: usize = 4;

pub(super) fn run(asked: &WordsArgs) -> Exit {
    run_or_exit(asked).unwrap_or_else(|exit| exit)
}

fn run_or_exit(asked: &WordsArgs) -> Result<Exit, Exit> {
    let (opened, _) = open(&asked.rules, &asked.voice)?;
    let words = &opened.words;
    let library = opened.session.library();
    let sought = asked.words.join(" ");
    let found = library.vocabulary.nearest(&sought, asked.most);
    if found.is_empty() {
        say_error(&words.say("words-none", &args([("words", harmless(&sought).into_owned())])));
        return Ok(Exit::NoVerdict);
    }
    let shelf = Asked { library, sources: opened.sources(), words };
    if asked.json {
        let rows: Vec<serde_json::Value> = found.iter().map(|f| shelf.row(f)).collect();
        say(&format!("{}\n", serde_json::to_string_pretty(&rows).unwrap_or_default()));
    } else {
        let pages: Vec<String> = found.iter().map(|f| shelf.page(f)).collect();
        say(&pages.join("\n"));
    }
    Ok(Exit::Clean)
}

struct Asked<'a> {
    library: &'a Library,
    sources: &'a Sources,
    words: &'a Words,
}

impl Asked<'_> {
    /// The field of law something belongs to, by its name.
    fn field(&self, found: &Found) -> Option<String> {
        let vocabulary = &self.library.vocabulary;
        let Named::Thing(id) = found.named else { return None };
        let subject = vocabulary.thing(vocabulary.subject_of(id)?);
        Some(self.words.label(&subject.label, &subject.name))
    }

    /// The names under which a standard may ask for something: its own, and those of what it is a kind of.
    fn asked_as(&self, found: &Found) -> Vec<String> {
        let mut out = vec![found.name.clone()];
        if let Named::Thing(id) = found.named {
            let mut open: Vec<ThingId> = self.library.vocabulary.thing(id).parents.clone();
            while let Some(parent) = open.pop() {
                let thing = self.library.vocabulary.thing(parent);
                if !out.contains(&thing.name) {
                    out.push(thing.name.clone());
                    open.extend(&thing.parents);
                }
            }
        }
        out
    }

    /// The standards that ask for something, by its own name first.
    fn standards(&self, found: &Found) -> Vec<(&str, Option<&str>)> {
        let mut out: Vec<(&str, Option<&str>)> = Vec::new();
        for name in self.asked_as(found) {
            for standard in &self.library.standards {
                let text = without_examples(self.sources.text(standard.span));
                if names(&text, &name) && !out.iter().any(|(id, _)| *id == standard.id) {
                    out.push((&standard.id, standard.point.as_deref()));
                }
            }
        }
        out
    }

    fn row(&self, found: &Found) -> serde_json::Value {
        let standards = self.standards(found);
        let mut points: Vec<&str> = standards.iter().filter_map(|(_, point)| *point).collect();
        points.sort_unstable();
        points.dedup();
        serde_json::json!({
            "id": found.name,
            "value": found.value,
            "kind": kind_id(self.library, found.named).trim_start_matches("kind-"),
            "title": self.title(found),
            "called": found.called,
            "field": self.field(found),
            "nearness": (found.nearness * 100.0).round() / 100.0,
            "standards": standards.iter().map(|(id, _)| *id).collect::<Vec<_>>(),
            "points": points,
            "example": self.example(found),
        })
    }

    fn title(&self, found: &Found) -> String {
        self.words.label(self.library.vocabulary.label_of(found.named), &found.name)
    }

    fn page(&self, found: &Found) -> String {
        let words = self.words;
        let kind = words.plain(kind_id(self.library, found.named));
        let value = found.value.as_ref().map_or_else(String::new, |v| format!(" {v}"));
        let mut out = format!("{}{value} ({kind}): {}\n", found.name, self.title(found));
        let mut line = |id: &str, text: String| {
            if !text.is_empty() {
                let _ = writeln!(out, "  {}: {text}", words.plain(id));
            }
        };
        if found.called != found.name {
            line("words-called", found.called.clone());
        }
        line("explain-subject", self.field(found).unwrap_or_default());
        let standards = self.standards(found);
        let ids: Vec<&str> = standards.iter().map(|(id, _)| *id).collect();
        line("words-standards", self.some(&ids));
        let mut points: Vec<&str> = Vec::new();
        for point in standards.iter().filter_map(|(_, point)| *point) {
            if !points.contains(&point) {
                points.push(point);
            }
        }
        line("words-points", self.some(&points));
        line("words-example", self.example(found));
        harmless(&out).into_owned()
    }

    /// The first few, and how many more.
    fn some(&self, ids: &[&str]) -> String {
        let mut shown = ids.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
        if ids.len() > NAMED {
            let mut said = args([]);
            said.set("count", ids.len() - NAMED);
            let _ = write!(shown, " {}", self.words.say("words-more", &said));
        }
        shown
    }

    /// A clause with it.
    fn example(&self, found: &Found) -> String {
        clause(self.library, found)
    }
}

/// A clause of a law in which something stands where it can stand.
fn clause(library: &Library, found: &Found) -> String {
    use crate::model::FactShapeKind;
    let vocabulary = &library.vocabulary;
    let name = &found.name;
    match found.named {
        Named::Term(_) => format!("may detain {name} for up to 30 days"),
        Named::Time(_) => format!("must give hearing to foreigner whenever detain within {name}"),
        // A law names the facts that make a reason.
        Named::Reason(id) => {
            let fact = vocabulary.reasons[id]
                .facts
                .first()
                .map_or_else(|| name.clone(), |(_, when)| when.expr(vocabulary).to_string());
            format!("may detain foreigner where {fact}")
        }
        Named::Fact(id) => {
            let condition = match (&vocabulary.fact(id).shape, &found.value) {
                (FactShapeKind::OneOf { .. }, Some(value)) => format!("{name} is {value}"),
                (FactShapeKind::OneOf { values, .. }, None) => {
                    format!("{name} is {}", values.first().map_or("", |(value, _)| value.as_str()))
                }
                (FactShapeKind::Number { usual, unit, .. }, _) => {
                    let unit = unit.and_then(|u| u.needed()).map_or_else(String::new, |u| format!(" {}", unit_name(u)));
                    format!("{name} < {usual}{unit}")
                }
                (FactShapeKind::YesNo { .. }, _) => name.clone(),
            };
            format!("may detain foreigner where {condition}")
        }
        Named::Thing(id) => match vocabulary.thing(id).kind {
            ThingKind::Measure => format!("may {name} foreigner"),
            ThingKind::Safeguard => format!("may detain foreigner giving {name}"),
            ThingKind::Service => format!("entitled foreigner to {name}"),
            ThingKind::Authority => format!("may detain foreigner by {name}"),
            ThingKind::Subject => format!("governs {name}"),
            ThingKind::Institution => format!("establishes {name}"),
            ThingKind::Rank => format!("rank {name}"),
            ThingKind::Step => format!("procedure p {{ {name} -> release }}"),
            ThingKind::Aim => format!("justified by aim {name}"),
        },
    }
}

/// What a standard says, the laws of its examples left out.
fn without_examples(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut depth = 0usize;
    for line in text.lines() {
        let begins = depth == 0 && line.trim_start().starts_with("example ");
        let open = line.matches('{').count();
        let close = line.matches('}').count();
        if begins || depth > 0 {
            depth = (depth + open).saturating_sub(close);
        } else {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

/// Whether a text has a name in it, whole.
fn names(text: &str, name: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    text.match_indices(name).any(|(at, _)| {
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        let after = text.get(at + name.len()..).and_then(|t| t.chars().next());
        !before.is_some_and(part) && !after.is_some_and(part)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checker::{Checker, Input};
    use crate::syntax::{Code, Severity};

    /// What is shown with a word can be written: every clause is read, with no mistake in it.
    #[test]
    fn every_example_is_a_clause() {
        let mut checker = Checker::new(Vec::new(), true);
        let library = checker.library.clone();
        let mut names: Vec<_> = library.vocabulary.names.iter().collect();
        names.sort_by_key(|(name, _)| *name);
        let mut wrong = Vec::new();
        for (name, named) in names {
            let found = Found { name: name.clone(), named: *named, value: None, called: name.clone(), nearness: 1.0 };
            let clause = clause(&library, &found);
            let (head, body, after) = if clause.starts_with("governs") || clause.starts_with("rank") {
                (clause.as_str(), "may detain foreigner", "")
            } else if clause.starts_with("procedure") {
                ("governs detention", "may detain foreigner", clause.as_str())
            } else if clause.starts_with("justified") {
                ("governs detention", "may detain foreigner\n  justified by aim public-order", "")
            } else {
                ("governs detention", clause.as_str(), "")
            };
            let law = format!("policy p \"P\" {{\n  state CHN\n  {head}\n}}\n\narticle 1 {{\n  {body}\n}}\n{after}\n");
            let read = checker.read(vec![Input { name: "law.pol".into(), bytes: law.clone().into_bytes() }]);
            let serious =
                |m: &&crate::syntax::Mistake| m.severity == Severity::Error && m.code != Code::NothingOperative;
            if let Some(mistake) = read.mistakes.iter().find(serious) {
                wrong.push(format!("{clause}: {:?}", mistake.code));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
