//! The types that settings are kept in: how each is taken from a table, and how each is shown.

use super::read::{Reader, date, number};
use super::settings::{Setting, Usual};
use crate::text::Span;
use std::ops::Deref;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A setting in effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its keys, joined by dots.
    pub path: String,
    /// Its value as it is written in TOML; `None` where nothing is written and nothing is usual.
    pub value: Option<String>,
    /// Where it is written; `None` where it is the usual.
    pub span: Option<Span>,
}

/// A value and where it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Set<T> {
    /// The value.
    pub value: T,
    /// Its place.
    pub span: Span,
}

/// A table under a name of the writer's own.
#[derive(Debug, Clone)]
pub struct Named<T> {
    /// The name.
    pub name: Set<String>,
    /// What stands in it.
    pub settings: T,
}

/// A table of a list.
#[derive(Debug, Clone)]
pub struct Listed<T> {
    /// The entry.
    pub span: Span,
    /// What stands in it.
    pub settings: T,
}

impl<T> Deref for Named<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.settings
    }
}

impl<T> Deref for Listed<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.settings
    }
}

/// A type that a table is kept in. What is read has been held against the rows: each key is known and holds what it should.
pub(super) trait Table: Sized {
    /// `None` when something has to be there and is not.
    fn read(reader: &Reader, table: &DeTable<'_>) -> Option<Self>;

    /// Shows every setting of it.
    fn lines(&self, path: &str, out: &mut Vec<Line>);
}

/// A type that a setting is kept in.
pub(super) trait Kept: Sized {
    /// Takes it from the table that it stands in. `None` when it has to be there and is not.
    fn kept(reader: &Reader, row: &Setting, table: &DeTable<'_>) -> Option<Self>;

    /// Shows it.
    fn show(&self, row: &Setting, path: &str, out: &mut Vec<Line>);
}

/// A key below a path.
pub(super) fn under(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// A single value.
trait Single: Sized {
    fn single(value: &DeValue<'_>) -> Option<Self>;

    fn shown(&self) -> String;
}

impl Single for String {
    fn single(value: &DeValue<'_>) -> Option<String> {
        date(value).or_else(|| value.as_str().map(str::to_owned))
    }

    fn shown(&self) -> String {
        quoted(self)
    }
}

impl Single for bool {
    fn single(value: &DeValue<'_>) -> Option<bool> {
        value.as_bool()
    }

    fn shown(&self) -> String {
        self.to_string()
    }
}

impl Single for u64 {
    fn single(value: &DeValue<'_>) -> Option<u64> {
        number(value)
    }

    fn shown(&self) -> String {
        self.to_string()
    }
}

impl<T: Single> Kept for Option<Set<T>> {
    fn kept(reader: &Reader, row: &Setting, table: &DeTable<'_>) -> Option<Self> {
        let set = |v: &Spanned<DeValue<'_>>| Some(Set { value: T::single(v.get_ref())?, span: reader.span(v.span()) });
        Some(table.get(row.key).and_then(set))
    }

    fn show(&self, row: &Setting, path: &str, out: &mut Vec<Line>) {
        let usual = match row.usual {
            Usual::Nothing => None,
            Usual::Text(text) => Some(quoted(text)),
            Usual::Flag(flag) => Some(flag.to_string()),
            Usual::Number(number) => Some(number.to_string()),
        };
        let value = self.as_ref().map(|s| s.value.shown()).or(usual);
        out.push(Line { path: path.to_owned(), value, span: self.as_ref().map(|s| s.span) });
    }
}

impl Kept for Set<String> {
    fn kept(reader: &Reader, row: &Setting, table: &DeTable<'_>) -> Option<Self> {
        Option::<Set<String>>::kept(reader, row, table)?
    }

    fn show(&self, _: &Setting, path: &str, out: &mut Vec<Line>) {
        out.push(Line { path: path.to_owned(), value: Some(quoted(&self.value)), span: Some(self.span) });
    }
}

impl Kept for Vec<Set<String>> {
    fn kept(reader: &Reader, row: &Setting, table: &DeTable<'_>) -> Option<Self> {
        let Some(value) = table.get(row.key) else { return Some(Vec::new()) };
        let one = |v: &Spanned<DeValue<'_>>| {
            Some(Set { value: v.get_ref().as_str()?.to_owned(), span: reader.span(v.span()) })
        };
        Some(match value.get_ref() {
            DeValue::Array(list) => list.iter().filter_map(one).collect(),
            _ => one(value).into_iter().collect(),
        })
    }

    fn show(&self, _: &Setting, path: &str, out: &mut Vec<Line>) {
        let values: Vec<String> = self.iter().map(|s| quoted(&s.value)).collect();
        let value = Some(format!("[{}]", values.join(", ")));
        out.push(Line { path: path.to_owned(), value, span: self.first().map(|s| s.span) });
    }
}

/// A list that may be empty, and may be left out.
impl Kept for Option<Set<Vec<Set<String>>>> {
    fn kept(reader: &Reader, row: &Setting, table: &DeTable<'_>) -> Option<Self> {
        let Some(value) = table.get(row.key) else { return Some(None) };
        let list = Vec::kept(reader, row, table)?;
        Some(Some(Set { value: list, span: reader.span(value.span()) }))
    }

    fn show(&self, row: &Setting, path: &str, out: &mut Vec<Line>) {
        let Some(set) = self else { return out.push(Line { path: path.to_owned(), value: None, span: None }) };
        set.value.show(row, path, out);
        if let Some(line) = out.last_mut() {
            line.span = Some(set.span);
        }
    }
}

impl<T: Table> Kept for T {
    fn kept(reader: &Reader, row: &Setting, table: &DeTable<'_>) -> Option<Self> {
        match table.get(row.key).and_then(|v| v.get_ref().as_table()) {
            Some(own) => T::read(reader, own),
            None => T::read(reader, &DeTable::new()),
        }
    }

    fn show(&self, _: &Setting, path: &str, out: &mut Vec<Line>) {
        Table::lines(self, path, out);
    }
}

impl<T: Table> Kept for Vec<Named<T>> {
    fn kept(reader: &Reader, row: &Setting, table: &DeTable<'_>) -> Option<Self> {
        let tables = table.get(row.key).and_then(|v| v.get_ref().as_table());
        let entries = tables.into_iter().flat_map(DeTable::iter).filter_map(|(name, value)| {
            let settings = T::read(reader, value.get_ref().as_table()?)?;
            Some(Named { name: Set { value: name.get_ref().to_string(), span: reader.span(name.span()) }, settings })
        });
        Some(entries.collect())
    }

    /// Only what is written: what is left out of one of several tables is nothing in particular.
    fn show(&self, _: &Setting, path: &str, out: &mut Vec<Line>) {
        for entry in self {
            let mut lines = Vec::new();
            entry.settings.lines(&under(path, &entry.name.value), &mut lines);
            out.extend(lines.into_iter().filter(|l| l.span.is_some()));
        }
    }
}

impl<T: Table> Kept for Vec<Listed<T>> {
    fn kept(reader: &Reader, row: &Setting, table: &DeTable<'_>) -> Option<Self> {
        let list = table.get(row.key).and_then(|v| v.get_ref().as_array());
        let entries = list.into_iter().flat_map(|l| l.iter()).filter_map(|value| {
            let settings = T::read(reader, value.get_ref().as_table()?)?;
            Some(Listed { span: reader.span(value.span()), settings })
        });
        Some(entries.collect())
    }

    /// Each as a table on one line, of what is written.
    fn show(&self, _: &Setting, path: &str, out: &mut Vec<Line>) {
        for entry in self {
            let mut lines = Vec::new();
            entry.settings.lines("", &mut lines);
            let written = lines.into_iter().filter(|l| l.span.is_some());
            let pairs: Vec<String> =
                written.filter_map(|l| l.value.map(|value| format!("{} = {value}", l.path))).collect();
            let value = Some(format!("{{ {} }}", pairs.join(", ")));
            out.push(Line { path: path.to_owned(), value, span: Some(entry.span) });
        }
    }
}
