//! The skeleton of a law: every article of a statute with its number, heading and words, each still to be encoded.

use super::{Provision, Statute};
use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;
use unicode_normalization::UnicodeNormalization as _;

/// What the statute does not say of itself.
#[derive(Debug, Clone, Default)]
pub struct Heading {
    /// The name the law is called by in other files.
    pub name: String,
    /// The State, by its three letters.
    pub state: String,
    /// The file the words were read from, relative to the law's.
    pub file: Option<String>,
    /// What to say above the articles, a line each.
    pub remarks: Vec<String>,
}

/// Writes the skeleton. Two articles of one number are told apart by a figure behind the number.
pub fn skeleton(statute: &Statute, heading: &Heading) -> String {
    let mut out = format!("policy {}{} {{\n", heading.name, title(statute));
    let _ = writeln!(out, "  state {}", heading.state);
    if let Some(file) = &heading.file {
        let _ = writeln!(out, "  source file \"{}\"", escaped(file));
    }
    out.push_str("}\n");
    if !heading.remarks.is_empty() {
        out.push('\n');
    }
    for remark in &heading.remarks {
        let line: String = remark.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let remark = crate::text::harmless(&line);
        let _ = writeln!(out, "{}", format!("# {remark}").trim_end());
    }
    let numbers = numbers(statute);
    for (provision, number) in statute.provisions.iter().zip(&numbers) {
        out.push_str(&article(number, provision));
    }
    out
}

/// An article that is still to be encoded, an empty line before it.
pub(super) fn article(number: &str, provision: &Provision) -> String {
    let heading = provision.heading.as_ref().map(|h| format!(" \"{}\"", escaped(h))).unwrap_or_default();
    let mut out = format!("\narticle {number}{heading} {{\n");
    if let Some(uri) = &provision.uri {
        let _ = writeln!(out, "  uri \"{}\"", escaped(uri));
    }
    if provision.text.contains(char::is_alphanumeric) {
        let _ = writeln!(out, "  text {}", quoted(&provision.text));
    }
    out.push_str("  to be encoded\n}\n");
    out
}

/// Words between quotation marks, a paragraph a line.
pub(super) fn quoted(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(escaped).collect();
    // A line that stood at the left edge could be taken for the beginning of another item.
    format!("\"{}\"", lines.join("\n    "))
}

fn title(statute: &Statute) -> String {
    statute.title.as_ref().map(|t| format!(" \"{}\"", escaped(t))).unwrap_or_default()
}

/// The number of each article as the grammar takes it, none twice.
pub(super) fn numbers(statute: &Statute) -> Vec<String> {
    let printed: Vec<String> = statute.provisions.iter().map(|p| provision_number(&p.number)).collect();
    let given: HashSet<&str> = printed.iter().map(String::as_str).collect();
    let mut used: HashSet<String> = HashSet::new();
    let mut next: HashMap<&str, usize> = HashMap::new();
    let mut out = Vec::with_capacity(printed.len());
    for number in &printed {
        let mut own = number.clone();
        while !used.insert(own.clone()) {
            let count = next.entry(number).or_insert(1);
            *count += 1;
            own = format!("{number}.{count}");
            // Another article may be called so.
            if given.contains(own.as_str()) {
                own.clone_from(number);
            }
        }
        out.push(own);
    }
    out
}

/// A number that the grammar takes: letters, figures, brackets, full stops, hyphens; figures and letters in their plain
/// form.
fn provision_number(number: &str) -> String {
    let number: String = number.nfkc().collect();
    // Of the letters those that can stand in a name in every version of Unicode.
    let letter = |c: char| c.is_alphabetic() && (c < '\u{250}' || ('\u{4e00}'..='\u{9fff}').contains(&c));
    let fits = |c: char| if letter(c) || c.is_ascii_digit() || "().-/".contains(c) { c } else { '-' };
    let number: String = number.chars().map(fits).collect();
    let signs = |sign: char| number.chars().filter(|c| *c == sign).count();
    let number = if signs('(') == signs(')') { number } else { number.replace(['(', ')'], "-") };
    if number.chars().any(char::is_alphanumeric) { number } else { "x".to_owned() }
}

/// Text between quotation marks. Characters that would deceive a reader are replaced by a blank.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    crate::text::harmless(&out).replace('\u{fffd}', " ")
}
