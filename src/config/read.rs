//! From TOML to settings. What is wrong is a mistake at its place; nothing is guessed and nothing is passed over.

use super::kept::Table as _;
use super::settings::{Config, Kind, Setting};
use crate::law::Date;
use crate::syntax::{Arg, Code, Mistake, near};
use crate::text::{FileId, Span};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Reads the text of the file.
pub fn read(text: &str, file: FileId) -> (Config, Vec<Mistake>) {
    let mut reader = Reader { file, mistakes: Vec::new() };
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let span = reader.span(error.span().unwrap_or(0..0));
        reader.mistakes.push(Mistake::new(Code::ConfigNotToml, span).with("reason", error.message().to_owned()));
    }
    let mut config = Config::default();
    if reader.mistakes.is_empty() {
        reader.table(table.get_ref(), table.span(), Config::ROWS);
        if reader.mistakes.is_empty() {
            config = Config::read(&reader, table.get_ref()).unwrap_or_default();
        }
    }
    reader.mistakes.sort_by_key(|m| m.span);
    (config, reader.mistakes)
}

pub(super) struct Reader {
    file: FileId,
    mistakes: Vec<Mistake>,
}

impl Reader {
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range.start as u32, range.end as u32)
    }

    /// Holds a table against its keys.
    fn table(&mut self, table: &DeTable<'_>, place: Range<usize>, rows: &[Setting]) {
        for (key, value) in table.iter() {
            let name: &str = key.get_ref();
            match rows.iter().find(|row| row.key == name) {
                Some(row) => self.value(name, value, row.kind),
                None => {
                    let known = rows.iter().map(|row| row.key);
                    let mistake = Mistake::new(Code::ConfigUnknownKey, self.span(key.span())).with("name", name);
                    self.mistakes.push(mistake.suggest(near(name, known)));
                }
            }
        }
        for row in rows.iter().filter(|row| row.needed && !table.contains_key(row.key)) {
            self.mistakes.push(Mistake::new(Code::ConfigMissingKey, self.span(place.clone())).with("name", row.key));
        }
    }

    fn value(&mut self, name: &str, value: &Spanned<DeValue<'_>>, kind: Kind) {
        let wrong = |reader: &mut Self, wanted: &str| {
            let mistake = Mistake::new(Code::ConfigWrongKind, reader.span(value.span()))
                .with("name", name)
                .arg("wanted", Arg::Expected(vec![wanted.to_owned()]));
            reader.mistakes.push(mistake);
        };
        match (kind, value.get_ref()) {
            (Kind::Text | Kind::State, DeValue::String(_))
            | (Kind::Flag, DeValue::Boolean(_))
            | (Kind::Texts, DeValue::String(_)) => {}
            (Kind::OneOf(words), DeValue::String(text)) => {
                if !words.contains(&text.as_ref()) {
                    let names = Arg::Names(words.iter().map(|w| (*w).to_owned()).collect());
                    let mistake = Mistake::new(Code::ConfigNotOneOf, self.span(value.span()))
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
                    self.mistakes.push(Mistake::new(Code::NotADate, self.span(value.span())).with("found", found));
                }
            }
            (Kind::Texts, DeValue::Array(list)) => {
                for one in list.iter().filter(|v| v.get_ref().as_str().is_none()) {
                    let mistake = Mistake::new(Code::ConfigWrongKind, self.span(one.span()))
                        .with("name", name)
                        .arg("wanted", Arg::Expected(vec!["config-text".into()]));
                    self.mistakes.push(mistake);
                }
            }
            (Kind::Table(rows), DeValue::Table(table)) => self.table(table, value.span(), rows),
            (Kind::Named(rows), DeValue::Table(tables)) => {
                for (own, one) in tables.iter() {
                    match one.get_ref() {
                        DeValue::Table(table) => self.table(table, one.span(), rows),
                        _ => {
                            let mistake = Mistake::new(Code::ConfigWrongKind, self.span(one.span()))
                                .with("name", own.get_ref().as_ref())
                                .arg("wanted", Arg::Expected(vec!["config-table".into()]));
                            self.mistakes.push(mistake);
                        }
                    }
                }
            }
            (Kind::Tables(rows), DeValue::Array(list)) => {
                for one in list.iter() {
                    match one.get_ref() {
                        DeValue::Table(table) => self.table(table, one.span(), rows),
                        _ => {
                            let mistake = Mistake::new(Code::ConfigWrongKind, self.span(one.span()))
                                .with("name", name)
                                .arg("wanted", Arg::Expected(vec!["config-table".into()]));
                            self.mistakes.push(mistake);
                        }
                    }
                }
            }
            (Kind::Number(most), found) => {
                if !number(found).is_some_and(|n| (1..=most).contains(&n)) {
                    let mistake = Mistake::new(Code::ConfigOutOfRange, self.span(value.span()))
                        .with("name", name)
                        .arg("most", Arg::Number(most as i64));
                    self.mistakes.push(mistake);
                }
            }
            (Kind::Text | Kind::State | Kind::OneOf(_), _) => wrong(self, "config-text"),
            (Kind::Flag, _) => wrong(self, "config-flag"),
            (Kind::Date, _) => wrong(self, "config-date"),
            (Kind::Texts, _) => wrong(self, "config-texts"),
            (Kind::Table(_) | Kind::Named(_), _) => wrong(self, "config-table"),
            (Kind::Tables(_), _) => wrong(self, "config-tables"),
        }
    }
}

pub(super) fn number(value: &DeValue<'_>) -> Option<u64> {
    let integer = value.as_integer()?;
    u64::from_str_radix(integer.as_str(), integer.radix()).ok()
}

/// A day, `2027-03-31`, however it is written.
pub(super) fn date(value: &DeValue<'_>) -> Option<String> {
    let text = match value {
        DeValue::Datetime(d) if d.time.is_none() => d.to_string(),
        DeValue::String(text) => text.to_string(),
        _ => return None,
    };
    Date::parse(&text).filter(|d| d.packed() & 0xffff != 0).map(|_| text)
}
