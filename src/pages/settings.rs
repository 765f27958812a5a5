//! The settings in words: the JSON Schema for editors, the file that `init` writes, the page of each and of all. All of it
//! is made from the rows of `config`, and from the message `setting-…` of each.

use super::field;
use crate::config::{Config, FILE, Kind, Setting, Usual};
use crate::words::{Words, args};
use serde_json::{Map, Value, json};
use std::fmt::Write as _;

/// A setting and the keys that lead to it, its own last.
struct Told {
    keys: Vec<&'static str>,
    row: &'static Setting,
}

impl Told {
    fn path(&self) -> String {
        self.keys.join(".")
    }

    fn explanation(&self, words: &Words) -> String {
        words.plain(&format!("setting-{}", self.keys.join("-")))
    }

    /// How its table is written: `[gate]`, `[framework.china]`, `[[accept]]`.
    fn header(&self) -> String {
        match self.row.kind {
            Kind::Named(_) => format!("[{}.{}]", self.path(), self.row.example),
            Kind::Tables(_) => format!("[[{}]]", self.path()),
            _ => format!("[{}]", self.path()),
        }
    }

    fn inside(&self) -> Vec<Told> {
        told(self.row.inside(), &self.keys)
    }
}

fn told(rows: &'static [Setting], above: &[&'static str]) -> Vec<Told> {
    rows.iter().map(|row| Told { keys: above.iter().copied().chain([row.key]).collect(), row }).collect()
}

/// Every setting, each table before what stands in it.
fn all() -> Vec<Told> {
    fn add(list: Vec<Told>, out: &mut Vec<Told>) {
        for one in list {
            let inside = one.inside();
            out.push(one);
            add(inside, out);
        }
    }
    let mut out = Vec::new();
    add(told(Config::ROWS, &[]), &mut out);
    out
}

/// The paths of all settings, as in `gate.fail-on`.
pub(super) fn setting_paths() -> Vec<String> {
    all().iter().map(Told::path).collect()
}

/// What a setting holds, in words.
fn holds(kind: Kind, words: &Words) -> String {
    let id = match kind {
        Kind::Text => "config-text",
        Kind::State => "config-state",
        Kind::Flag => "config-flag",
        Kind::Date => "config-date",
        Kind::Texts => "config-texts",
        Kind::Table(_) | Kind::Named(_) => "config-table",
        Kind::Tables(_) => "config-tables",
        Kind::Number(most) => return words.say("config-number", &args([("most", most.to_string())])),
        Kind::OneOf(names) => {
            let names: Vec<String> = names.iter().map(|n| format!("`{n}`")).collect();
            return words.say("config-one-of", &args([("names", words.list(&names))]));
        }
    };
    words.plain(id)
}

fn usual(usual: Usual) -> Option<Value> {
    match usual {
        Usual::Nothing => None,
        Usual::Text(text) => Some(text.into()),
        Usual::Flag(flag) => Some(flag.into()),
        Usual::Number(number) => Some(number.into()),
    }
}

/// The page of the setting at a path; none when there is no such setting.
pub(super) fn setting_page(path: &str, words: &Words) -> Option<String> {
    let setting = all().into_iter().find(|t| t.path() == path)?;
    let mut out = format!("{path}\n{}\n\n", setting.explanation(words));
    field(&mut out, &words.plain("settings-holds"), &holds(setting.row.kind, words));
    let usual = usual(setting.row.usual).map(|v| v.to_string()).unwrap_or_default();
    field(&mut out, &words.plain("config-default"), &usual);
    let example = match setting.row.kind {
        Kind::Table(_) | Kind::Named(_) | Kind::Tables(_) => setting.header(),
        _ => format!("{} = {}", setting.row.key, setting.row.example),
    };
    field(&mut out, &words.plain("settings-example"), &example);
    for inside in setting.inside() {
        field(&mut out, &inside.path(), &inside.explanation(words));
    }
    Some(out)
}

/// The documentation of all settings, as Markdown.
pub fn settings(words: &Words) -> String {
    let mut out = format!("# {}\n\n{}\n\n", words.plain("settings-title"), words.plain("settings-about"));
    let _ = writeln!(out, "{}\n| --- | --- | --- | --- |", words.plain("settings-columns"));
    for setting in all() {
        let usual = usual(setting.row.usual).map(|v| format!("`{v}`")).unwrap_or_default();
        let (path, explanation) = (setting.path(), setting.explanation(words).replace('\n', " "));
        let needed = if setting.row.needed { words.plain("settings-needed") } else { usual };
        let _ = writeln!(out, "| `{path}` | {explanation} | {} | {needed} |", holds(setting.row.kind, words));
    }
    let _ = write!(out, "\n{}\n\n```toml\n{}```\n", words.plain("settings-file"), settings_file(&[], words));
    out
}

/// The JSON Schema of the file, for editors.
pub fn settings_schema(words: &Words) -> String {
    let mut schema = object(told(Config::ROWS, &[]), words);
    schema.insert("$schema".into(), "https://json-schema.org/draft/2020-12/schema".into());
    schema.insert("title".into(), FILE.into());
    schema.insert("description".into(), words.plain("settings-about-file").into());
    format!("{:#}\n", Value::Object(schema))
}

fn object(rows: Vec<Told>, words: &Words) -> Map<String, Value> {
    let mut out = Map::new();
    out.insert("type".into(), "object".into());
    out.insert("additionalProperties".into(), false.into());
    let needed: Vec<&str> = rows.iter().filter(|r| r.row.needed).map(|r| r.row.key).collect();
    if !needed.is_empty() {
        out.insert("required".into(), needed.into());
    }
    let properties: Map<String, Value> = rows.iter().map(|r| (r.row.key.to_owned(), property(r, words))).collect();
    out.insert("properties".into(), properties.into());
    out
}

fn property(setting: &Told, words: &Words) -> Value {
    let mut own = match setting.row.kind {
        Kind::Text => json!({ "type": "string" }),
        Kind::State => json!({ "type": "string", "pattern": "^[A-Z]{3}$" }),
        Kind::Date => json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }),
        Kind::OneOf(names) => json!({ "enum": names }),
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::Number(most) => json!({ "type": "integer", "minimum": 1, "maximum": most }),
        Kind::Texts => {
            json!({ "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }] })
        }
        Kind::Table(_) => object(setting.inside(), words).into(),
        Kind::Named(_) => json!({ "type": "object", "additionalProperties": object(setting.inside(), words) }),
        Kind::Tables(_) => json!({ "type": "array", "items": object(setting.inside(), words) }),
    };
    if let Some(own) = own.as_object_mut() {
        own.insert("description".into(), setting.explanation(words).into());
        own.extend(usual(setting.row.usual).map(|value| ("default".to_owned(), value)));
    }
    own
}

/// A file with every setting explained, and the frameworks that are given: each a name and a pattern of its
/// files. What is
/// switched off begins with `#` and no blank, what is explained with `#` and a blank.
pub fn settings_file(frameworks: &[(String, String)], words: &Words) -> String {
    let mut out = String::new();
    comment(&mut out, &words.plain("settings-head"));
    out.push('\n');
    table(&mut out, told(Config::ROWS, &[]), frameworks, words);
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn comment(out: &mut String, text: &str) {
    for line in text.lines() {
        let _ = writeln!(out, "# {line}");
    }
}

/// The settings of a table: single ones first, since what follows a table in TOML belongs to it.
fn table(out: &mut String, rows: Vec<Told>, frameworks: &[(String, String)], words: &Words) {
    let (single, tables): (Vec<Told>, Vec<Told>) = rows.into_iter().partition(|r| r.row.inside().is_empty());
    for one in single {
        comment(out, &one.explanation(words));
        let _ = writeln!(out, "#{} = {}\n", one.row.key, one.row.example);
    }
    for one in tables {
        comment(out, &one.explanation(words));
        match one.row.kind {
            Kind::Named(_) if !frameworks.is_empty() => framework(out, &one, frameworks, words),
            Kind::Table(_) if one.inside().iter().any(|r| r.row.inside().is_empty()) => {
                let _ = writeln!(out, "{}", one.header());
                table(out, one.inside(), &[], words);
            }
            Kind::Table(_) => {
                out.push('\n');
                table(out, one.inside(), &[], words);
            }
            _ => {
                let _ = writeln!(out, "#{}", one.header());
                table(out, one.inside(), &[], words);
            }
        }
    }
}

/// The frameworks that were found: the first with every setting explained.
fn framework(out: &mut String, row: &Told, frameworks: &[(String, String)], words: &Words) {
    for (at, (name, pattern)) in frameworks.iter().enumerate() {
        let bare = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_') && !name.is_empty();
        let quoted = |text: &str| toml::Value::String(text.to_owned()).to_string();
        let name = if bare { name.clone() } else { quoted(name) };
        let _ = writeln!(out, "[{}.{name}]", row.path());
        for one in row.inside().iter().filter(|one| at == 0 || one.row.needed) {
            if at == 0 {
                comment(out, &one.explanation(words));
            }
            let (off, value) =
                if one.row.needed { ("", format!("[{}]", quoted(pattern))) } else { ("#", one.row.example.to_owned()) };
            let _ = writeln!(out, "{off}{} = {value}\n", one.row.key);
        }
    }
}
