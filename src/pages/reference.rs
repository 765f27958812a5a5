//! The reference: one page for every standard, principle, instrument and State, the indexes, and the table of the
//! catalogue. Each page says what `explain` says.

use super::{Shelf, form_text, instrument_page, principle_page, standard_page, state_page};
use crate::finding::Named;
use crate::law::State;
use crate::words::{Words, args, force_id};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// A row of the catalogue of norms: what a course on migration law covers, encoded or not.
#[derive(Debug, Clone)]
pub struct CatalogueRow {
    /// Its identifier, as standards and principles cite it.
    pub id: String,
    /// The section.
    pub section: String,
    /// The instrument and the article.
    pub basis: String,
    /// How hard it binds, as the catalogue says.
    pub force: String,
    /// Why it is not encoded; empty when it is.
    pub missing: String,
}

/// Every page: its path below the folder of the reference, and its text.
pub fn reference(
    shelf: &Shelf<'_>,
    catalogue: &[CatalogueRow],
    states: &[&str],
    words: &Words,
) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for standard in &shelf.library.standards {
        let path = format!("{}/{}.md", standard.theme, standard.id);
        out.push((path, markdown(&standard_page(shelf, standard, words))));
    }
    for principle in &shelf.library.principles {
        out.push((format!("principles/{}.md", principle.id), markdown(&principle_page(shelf, principle, words))));
    }
    for instrument in &shelf.library.instruments {
        let path = format!("instruments/{}.md", instrument.id);
        out.push((path, markdown(&instrument_page(shelf, instrument, words))));
    }
    for state in states {
        out.push((format!("states/{state}.md"), markdown(&state_page(shelf, state, words))));
    }
    out.push(("README.md".into(), index(shelf, catalogue, states, words)));
    out.push(("catalogue.md".into(), table(shelf, catalogue, words)));
    out
}

/// The longest name of a field.
const FIELD: usize = 30;

/// A page of `explain` as Markdown: its first line is the title, its fields are a list, its examples are code.
fn markdown(page: &str) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut in_code = false;
    for (at, line) in page.lines().enumerate() {
        let code = line.strip_prefix("    ");
        if code.is_some() != in_code {
            // A list and a block of code need a blank line between them.
            if code.is_some() {
                out.push(String::new());
            }
            out.push(if in_code { "```" } else { "```rules" }.into());
            in_code = !in_code;
        }
        let field = line.split_once(": ").filter(|(name, _)| at > 2 && name.chars().count() <= FIELD);
        out.push(match (code, field) {
            (Some(code), _) => code.to_owned(),
            (None, _) if at == 0 => format!("# {line}\n"),
            (None, _) if line.is_empty() => String::new(),
            (None, _) if line.starts_with("  ") => format!("- {}", escaped(line.trim())),
            (None, Some((name, text))) => format!("- **{name}**: {}", escaped(text)),
            (None, None) => format!("{}\n", escaped(line)),
        });
    }
    if in_code {
        out.push("```".into());
    }
    // No two blank lines, none at the end.
    let mut text = out.join("\n").trim_end().to_owned();
    while text.contains("\n\n\n") {
        text = text.replace("\n\n\n", "\n\n");
    }
    text.push('\n');
    text
}

/// What would be mark-up in Markdown is not.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('*', "\\*").replace('<', "&lt;").replace('|', "\\|").replace('[', "\\[")
}

fn link(shelf: &Shelf<'_>, id: &str) -> String {
    match shelf.library.standard(id) {
        Some(standard) => format!("[{id}]({}/{id}.md)", standard.theme),
        None => format!("[{id}](principles/{id}.md)"),
    }
}

/// Counts, and the indexes by theme, by instrument, by form and by State.
fn index(shelf: &Shelf<'_>, catalogue: &[CatalogueRow], states: &[&str], words: &Words) -> String {
    let library = shelf.library;
    let mut out = format!("# {}\n\n", words.plain("reference-title"));
    let counts = [
        ("standards", library.standards.len()),
        ("principles", library.principles.len()),
        ("instruments", library.instruments.len()),
        ("states", states.len()),
        ("rows", catalogue.len()),
        ("encoded", catalogue.iter().filter(|r| r.missing.is_empty()).count()),
    ];
    let counts: Vec<(&'static str, String)> = counts.iter().map(|(k, n)| (*k, n.to_string())).collect();
    let _ = writeln!(out, "{}\n", words.say("reference-about", &counts.into_iter().collect()));
    let mut forces: BTreeMap<&str, usize> = BTreeMap::new();
    let everything = State::bound_by_everything(shelf.as_of, shelf.treaties);
    for standard in &library.standards {
        *forces.entry(force_id(everything.standard(library, None, standard).0.force)).or_default() += 1;
    }
    let _ = writeln!(out, "## {}\n", words.plain("reference-by-force"));
    for (force, count) in forces {
        let _ = writeln!(out, "- {}: {count}", words.plain(force));
    }
    let _ = writeln!(out, "\n## {}\n", words.plain("reference-by-section"));
    let mut sections: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for row in catalogue {
        let (encoded, all) = sections.entry(&row.section).or_default();
        *encoded += usize::from(row.missing.is_empty());
        *all += 1;
    }
    for (section, (encoded, all)) in sections {
        let numbers = args([("encoded", encoded.to_string()), ("all", all.to_string())]);
        let _ = writeln!(out, "- {section}: {}", words.say("reference-of", &numbers));
    }
    let _ = writeln!(out, "\n## {}\n", words.plain("reference-by-form"));
    let mut forms: BTreeMap<&str, (usize, BTreeSet<&str>)> = BTreeMap::new();
    for standard in &library.standards {
        for form in &standard.forms {
            let (uses, who) = forms.entry(form_text(&form.kind)).or_default();
            *uses += 1;
            who.insert(&standard.id);
        }
    }
    for (form, (uses, who)) in forms {
        let list: Vec<String> = who.iter().map(|id| link(shelf, id)).collect();
        let _ = writeln!(out, "- [{form}](../forms/{form}.md) ({uses}): {}", list.join(", "));
    }
    let _ = writeln!(out, "\n## {}\n", words.plain("reference-by-theme"));
    let mut themes: BTreeMap<&str, Vec<(&str, String)>> = BTreeMap::new();
    for s in &library.standards {
        themes.entry(&s.theme).or_default().push((&s.id, words.label(&s.label, &s.id)));
    }
    for p in &library.principles {
        themes.entry(&p.theme).or_default().push((&p.id, words.label(&p.label, &p.id)));
    }
    for (theme, list) in themes {
        let _ = writeln!(out, "### {theme}\n");
        for (id, title) in list {
            let _ = writeln!(out, "- {}: {}", link(shelf, id), escaped(&title));
        }
        out.push('\n');
    }
    let _ = writeln!(out, "## {}\n", words.plain("reference-by-instrument"));
    for instrument in &library.instruments {
        let resting: Vec<String> = library
            .standards
            .iter()
            .filter(|s| s.basis.iter().chain(&s.interpreted).any(|c| c.instrument == instrument.id))
            .map(|s| link(shelf, &s.id))
            .collect();
        let title = words.name(&Named { name: instrument.id.clone(), label: instrument.label.clone() });
        let id = &instrument.id;
        let _ = writeln!(out, "- [{id}](instruments/{id}.md) {}: {}", escaped(&title), resting.join(", "));
    }
    let _ = writeln!(out, "\n## {}\n", words.plain("reference-by-state"));
    let list: Vec<String> = states.iter().map(|s| format!("[{s}](states/{s}.md)")).collect();
    let _ = writeln!(out, "{}", list.join(" · "));
    out
}

/// Every row of the catalogue: by what it is encoded, or why it is not.
fn table(shelf: &Shelf<'_>, catalogue: &[CatalogueRow], words: &Words) -> String {
    let mut by_row: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for s in &shelf.library.standards {
        for row in &s.catalogue {
            by_row.entry(row).or_default().push(link(shelf, &s.id));
        }
    }
    for p in &shelf.library.principles {
        for row in &p.catalogue {
            by_row.entry(row).or_default().push(link(shelf, &p.id));
        }
    }
    let mut out = format!("# {}\n\n{}\n", words.plain("catalogue-title"), words.plain("catalogue-about"));
    let mut section = "";
    for row in catalogue {
        if row.section != section {
            section = &row.section;
            let head = words.plain("catalogue-columns");
            let _ = write!(out, "\n## {section}\n\n{head}\n| --- | --- | --- | --- |\n");
        }
        let state = match by_row.get(row.id.as_str()) {
            Some(links) => links.join(", "),
            None => words.say("catalogue-missing", &args([("why", row.missing.clone())])),
        };
        let _ = writeln!(out, "| {} | {} | {} | {state} |", row.id, escaped(&row.basis), escaped(&row.force));
    }
    out
}
