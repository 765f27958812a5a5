//! From TOML to settings. What is wrong is a mistake at its place; nothing is guessed and nothing is passed over.

use super::{Accept, Config, Framework, Set, Skip};
use crate::law::Date;
use crate::syntax::{Arg, Mistake, near};
use crate::text::{FileId, Limits, Span};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What a key holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    Text,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// `true` or `false`.
    Flag,
    /// A whole number from 1 to this.
    Number(u64),
    /// A date, as text or as a date of TOML.
    Date,
    /// A text, or several in a list.
    Texts,
    /// A table of its own keys.
    Table(&'static [Key]),
    /// Tables of these keys, each under a name of one's own.
    Named(&'static [Key]),
    /// A list of tables of these keys.
    Tables(&'static [Key]),
}

/// A key: its name, what it holds, whether it has to be there.
pub type Key = (&'static str, Kind, bool);

const FRAMEWORK: &[Key] = &[
    ("state", Kind::Text, false),
    ("policies", Kind::Texts, true),
    ("as-of", Kind::Date, false),
    ("assume-ratified", Kind::Texts, false),
];
const GATE: &[Key] = &[
    ("fail-on", Kind::OneOf(&["breach", "interpretation", "signed", "advice", "review", "never"]), false),
    ("strict", Kind::Flag, false),
    ("baseline", Kind::Text, false),
];
const SKIP: &[Key] = &[("id", Kind::Text, true), ("reason", Kind::Text, true)];
const STANDARDS: &[Key] = &[("skip", Kind::Tables(SKIP), false)];
const ACCEPT: &[Key] = &[
    ("standard", Kind::Text, true),
    ("in", Kind::Text, false),
    ("who", Kind::Text, false),
    ("reason", Kind::Text, true),
    ("by", Kind::Text, false),
    ("until", Kind::Date, true),
];
const HTML: &[Key] =
    &[("output", Kind::Text, false), ("logo", Kind::Text, false), ("classification", Kind::Text, false)];
const LIMITS: &[Key] = &[
    ("bytes", Kind::Number(Limits::MOST.bytes), false),
    ("nesting", Kind::Number(Limits::MOST.nesting), false),
    ("definitions", Kind::Number(Limits::MOST.definitions), false),
    ("kinds", Kind::Number(Limits::MOST.kinds), false),
    ("looks", Kind::Number(Limits::MOST.looks), false),
];
const REPORT: &[Key] = &[("html", Kind::Table(HTML), false)];

/// Every key of the file.
pub const KEYS: &[Key] = &[
    ("language", Kind::Texts, false),
    ("rules", Kind::Texts, false),
    ("builtin-rules", Kind::Flag, false),
    ("framework", Kind::Named(FRAMEWORK), false),
    ("gate", Kind::Table(GATE), false),
    ("standards", Kind::Table(STANDARDS), false),
    ("accept", Kind::Tables(ACCEPT), false),
    ("limits", Kind::Table(LIMITS), false),
    ("report", Kind::Table(REPORT), false),
];

/// Reads the text of the file.
pub fn read(text: &str, file: FileId) -> (Config, Vec<Mistake>) {
    let mut reader = Reader { file, mistakes: Vec::new() };
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let span = reader.span(error.span().unwrap_or(0..0));
        reader.mistakes.push(Mistake::new("config-not-toml", span).with("reason", error.message().to_owned()));
    }
    let mut config = Config::default();
    if reader.mistakes.is_empty() {
        reader.table(table.get_ref(), table.span(), KEYS);
        if reader.mistakes.is_empty() {
            config = reader.config(table.get_ref());
        }
    }
    reader.mistakes.sort_by_key(|m| m.span);
    (config, reader.mistakes)
}

struct Reader {
    file: FileId,
    mistakes: Vec<Mistake>,
}

impl Reader {
    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range.start as u32, range.end as u32)
    }

    /// Holds a table against its keys.
    fn table(&mut self, table: &DeTable<'_>, place: Range<usize>, keys: &[Key]) {
        for (key, value) in table.iter() {
            let name: &str = key.get_ref();
            match keys.iter().find(|(known, ..)| *known == name) {
                Some((_, kind, _)) => self.value(name, value, *kind),
                None => {
                    let known = keys.iter().map(|(known, ..)| *known);
                    let mistake = Mistake::new("config-unknown-key", self.span(key.span())).with("name", name);
                    self.mistakes.push(mistake.suggest(near(name, known)));
                }
            }
        }
        for (name, ..) in keys.iter().filter(|(name, _, needed)| *needed && !table.contains_key(*name)) {
            self.mistakes.push(Mistake::new("config-missing-key", self.span(place.clone())).with("name", *name));
        }
    }

    fn value(&mut self, name: &str, value: &Spanned<DeValue<'_>>, kind: Kind) {
        let wrong = |reader: &mut Self, wanted: &str| {
            let mistake = Mistake::new("config-wrong-kind", reader.span(value.span()))
                .with("name", name)
                .arg("wanted", Arg::Expected(vec![wanted.to_owned()]));
            reader.mistakes.push(mistake);
        };
        match (kind, value.get_ref()) {
            (Kind::Text, DeValue::String(_))
            | (Kind::Flag, DeValue::Boolean(_))
            | (Kind::Texts, DeValue::String(_)) => {}
            (Kind::OneOf(words), DeValue::String(text)) => {
                if !words.contains(&text.as_ref()) {
                    let names = Arg::Names(words.iter().map(|w| (*w).to_owned()).collect());
                    let mistake = Mistake::new("config-not-one-of", self.span(value.span()))
                        .with("found", text.as_ref())
                        .arg("names", names);
                    self.mistakes.push(mistake.suggest(near(text, words.iter().copied())));
                }
            }
            (Kind::Date, DeValue::String(_) | DeValue::Datetime(_)) => {
                if date(value.get_ref()).is_none() {
                    let found = match value.get_ref() {
                        DeValue::Datetime(d) => d.to_string(),
                        other => other.as_str().unwrap_or_default().to_owned(),
                    };
                    self.mistakes.push(Mistake::new("not-a-date", self.span(value.span())).with("found", found));
                }
            }
            (Kind::Texts, DeValue::Array(list)) => {
                for one in list.iter().filter(|v| v.get_ref().as_str().is_none()) {
                    let mistake = Mistake::new("config-wrong-kind", self.span(one.span()))
                        .with("name", name)
                        .arg("wanted", Arg::Expected(vec!["config-text".into()]));
                    self.mistakes.push(mistake);
                }
            }
            (Kind::Table(keys), DeValue::Table(table)) => self.table(table, value.span(), keys),
            (Kind::Named(keys), DeValue::Table(tables)) => {
                for (own, one) in tables.iter() {
                    match one.get_ref() {
                        DeValue::Table(table) => self.table(table, one.span(), keys),
                        _ => {
                            let mistake = Mistake::new("config-wrong-kind", self.span(one.span()))
                                .with("name", own.get_ref().as_ref())
                                .arg("wanted", Arg::Expected(vec!["config-table".into()]));
                            self.mistakes.push(mistake);
                        }
                    }
                }
            }
            (Kind::Tables(keys), DeValue::Array(list)) => {
                for one in list.iter() {
                    match one.get_ref() {
                        DeValue::Table(table) => self.table(table, one.span(), keys),
                        _ => {
                            let mistake = Mistake::new("config-wrong-kind", self.span(one.span()))
                                .with("name", name)
                                .arg("wanted", Arg::Expected(vec!["config-table".into()]));
                            self.mistakes.push(mistake);
                        }
                    }
                }
            }
            (Kind::Number(most), found) => {
                if !number(found).is_some_and(|n| (1..=most).contains(&n)) {
                    let mistake = Mistake::new("config-out-of-range", self.span(value.span()))
                        .with("name", name)
                        .arg("most", Arg::Number(most as i64));
                    self.mistakes.push(mistake);
                }
            }
            (Kind::Text | Kind::OneOf(_), _) => wrong(self, "config-text"),
            (Kind::Flag, _) => wrong(self, "config-flag"),
            (Kind::Date, _) => wrong(self, "config-date"),
            (Kind::Texts, _) => wrong(self, "config-texts"),
            (Kind::Table(_) | Kind::Named(_), _) => wrong(self, "config-table"),
            (Kind::Tables(_), _) => wrong(self, "config-tables"),
        }
    }

    // From here on every key is known and holds what it should.

    fn config(&self, table: &DeTable<'_>) -> Config {
        let none = DeTable::new();
        let gate = sub(table, "gate").unwrap_or(&none);
        let html = sub(table, "report").and_then(|r| sub(r, "html")).unwrap_or(&none);
        Config {
            language: self.texts(table, "language"),
            rules: self.texts(table, "rules"),
            builtin_rules: self.flag(table, "builtin-rules"),
            frameworks: sub(table, "framework")
                .into_iter()
                .flat_map(DeTable::iter)
                .filter_map(|(name, value)| {
                    let own = value.get_ref().as_table()?;
                    Some(Framework {
                        name: Set { value: name.get_ref().to_string(), span: self.span(name.span()) },
                        state: self.text(own, "state"),
                        policies: self.texts(own, "policies"),
                        as_of: self.text(own, "as-of"),
                        assume_ratified: self.texts(own, "assume-ratified"),
                    })
                })
                .collect(),
            fail_on: self.text(gate, "fail-on"),
            strict: self.flag(gate, "strict"),
            baseline: self.text(gate, "baseline"),
            skip: sub(table, "standards")
                .into_iter()
                .flat_map(|s| tables(s, "skip"))
                .filter_map(|(own, _)| Some(Skip { id: self.text(own, "id")?, reason: self.text(own, "reason")? }))
                .collect(),
            accept: tables(table, "accept")
                .into_iter()
                .filter_map(|(own, span)| {
                    Some(Accept {
                        standard: self.text(own, "standard")?,
                        framework: self.text(own, "in"),
                        who: self.text(own, "who"),
                        reason: self.text(own, "reason")?,
                        by: self.text(own, "by"),
                        until: self.text(own, "until")?,
                        span: self.span(span),
                    })
                })
                .collect(),
            limits: sub(table, "limits")
                .into_iter()
                .flat_map(DeTable::iter)
                .filter_map(|(name, value)| {
                    let set = Set { value: number(value.get_ref())?, span: self.span(value.span()) };
                    Some((name.get_ref().to_string(), set))
                })
                .collect(),
            html_output: self.text(html, "output"),
            html_logo: self.text(html, "logo"),
            html_classification: self.text(html, "classification"),
        }
    }

    fn text(&self, table: &DeTable<'_>, name: &str) -> Option<Set<String>> {
        let value = table.get(name)?;
        let text = date(value.get_ref()).or_else(|| value.get_ref().as_str().map(str::to_owned))?;
        Some(Set { value: text, span: self.span(value.span()) })
    }

    fn flag(&self, table: &DeTable<'_>, name: &str) -> Option<Set<bool>> {
        let value = table.get(name)?;
        Some(Set { value: value.get_ref().as_bool()?, span: self.span(value.span()) })
    }

    fn texts(&self, table: &DeTable<'_>, name: &str) -> Vec<Set<String>> {
        let Some(value) = table.get(name) else { return Vec::new() };
        let one =
            |v: &Spanned<DeValue<'_>>| Some(Set { value: v.get_ref().as_str()?.to_owned(), span: self.span(v.span()) });
        match value.get_ref() {
            DeValue::Array(list) => list.iter().filter_map(one).collect(),
            _ => one(value).into_iter().collect(),
        }
    }
}

fn sub<'t, 'i>(table: &'t DeTable<'i>, name: &str) -> Option<&'t DeTable<'i>> {
    table.get(name)?.get_ref().as_table()
}

fn tables<'t, 'i>(table: &'t DeTable<'i>, name: &str) -> Vec<(&'t DeTable<'i>, Range<usize>)> {
    let list = table.get(name).and_then(|v| v.get_ref().as_array());
    list.into_iter().flat_map(|l| l.iter()).filter_map(|v| Some((v.get_ref().as_table()?, v.span()))).collect()
}

fn number(value: &DeValue<'_>) -> Option<u64> {
    let integer = value.as_integer()?;
    u64::from_str_radix(integer.as_str(), integer.radix()).ok()
}

/// A day, `2027-03-31`, however it is written.
fn date(value: &DeValue<'_>) -> Option<String> {
    let text = match value {
        DeValue::Datetime(d) if d.time.is_none() => d.to_string(),
        DeValue::String(text) => text.to_string(),
        _ => return None,
    };
    Date::parse(&text).filter(|d| d.packed() & 0xffff != 0).map(|_| text)
}
