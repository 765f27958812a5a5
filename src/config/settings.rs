//! Every setting of `iml-check.toml`: a row each, with its key, what it holds, what it is when nothing is written, a value
//! to begin with, and the field it is kept in. Reading, the JSON Schema, the file that `init` writes, the listing of
//! `config` and the documentation are made from the rows; the explanation of each is the message `setting-…` of its path.

use super::kept::{Kept, Line, Listed, Named, Set, Table, under};
use super::read::Reader;
use crate::text::Limits;
use toml::de::DeTable;

/// What a key holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    Text,
    /// A State, by its three letters.
    State,
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
    Table(&'static [Setting]),
    /// Tables of these keys, each under a name of one's own.
    Named(&'static [Setting]),
    /// A list of tables of these keys.
    Tables(&'static [Setting]),
}

/// What a setting is when nothing is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Usual {
    /// Nothing.
    Nothing,
    /// This text.
    Text(&'static str),
    /// This.
    Flag(bool),
    /// This number.
    Number(u64),
}

/// One setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// Its key in its table.
    pub key: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether it has to be there.
    pub needed: bool,
    /// What it is when nothing is written.
    pub usual: Usual,
    /// A value to begin with, as it is written in TOML; a name for tables under names; empty for other tables.
    pub example: &'static str,
}

const fn setting(key: &'static str, kind: Kind, example: &'static str) -> Setting {
    Setting { key, kind, needed: false, usual: Usual::Nothing, example }
}

const fn table(key: &'static str, kind: Kind) -> Setting {
    setting(key, kind, "")
}

const fn limit(key: &'static str, usual: u64, most: u64, example: &'static str) -> Setting {
    setting(key, Kind::Number(most), example).or(Usual::Number(usual))
}

impl Setting {
    const fn or(self, usual: Usual) -> Setting {
        Setting { usual, ..self }
    }

    const fn needed(self) -> Setting {
        Setting { needed: true, ..self }
    }

    /// The settings inside, when it is a table or several.
    pub fn inside(&self) -> &'static [Setting] {
        match self.kind {
            Kind::Table(rows) | Kind::Named(rows) | Kind::Tables(rows) => rows,
            _ => &[],
        }
    }
}

/// Tables of settings and the types they are kept in: each setting is a field and its row.
macro_rules! settings {
    ($($(#[$about:meta])* $table:ident {
        $($(#[$doc:meta])* $field:ident: $type:ty = $row:expr;)*
    })*) => {$(
        $(#[$about])*
        #[derive(Debug, Clone)]
        pub struct $table {
            $($(#[$doc])* pub $field: $type,)*
        }

        impl $table {
            /// The settings of the table.
            pub const ROWS: &'static [Setting] = &[$($row),*];
        }

        impl Table for $table {
            fn read(reader: &Reader, table: &DeTable<'_>) -> Option<$table> {
                Some($table { $($field: Kept::kept(reader, &const { $row }, table)?,)* })
            }

            fn lines(&self, path: &str, out: &mut Vec<Line>) {
                $({
                    let row = const { $row };
                    self.$field.show(&row, &under(path, row.key), out);
                })*
            }
        }
    )*};
}

settings! {
    /// The whole file.
    #[derive(Default)]
    Config {
        /// Languages of reports, by their tags.
        language: Vec<Set<String>> = setting("language", Kind::Texts, "[\"zh\", \"en\"]");
        /// Folders of rules, beside the built-in ones.
        rules: Vec<Set<String>> = setting("rules", Kind::Texts, "[\"rules/\"]");
        /// Whether the built-in rules are used.
        builtin_rules: Option<Set<bool>> = setting("builtin-rules", Kind::Flag, "false").or(Usual::Flag(true));
        /// The legal orders, in order of name.
        frameworks: Vec<Named<Framework>> = setting("framework", Kind::Named(Framework::ROWS), "china");
        /// The gate.
        gate: Gate = table("gate", Kind::Table(Gate::ROWS));
        /// What is asked.
        standards: Standards = table("standards", Kind::Table(Standards::ROWS));
        /// Findings that are answered for.
        accept: Vec<Listed<Accept>> = table("accept", Kind::Tables(Accept::ROWS));
        /// How much is read and how far it is followed.
        limits: LimitSettings = table("limits", Kind::Table(LimitSettings::ROWS));
        /// Reports.
        report: Report = table("report", Kind::Table(Report::ROWS));
    }

    /// Several laws read as one legal order.
    Framework {
        /// Patterns of files.
        policies: Vec<Set<String>> = setting("policies", Kind::Texts, "[\"policies/chn/*.pol\"]").needed();
        /// The State, when it is not the policies' own.
        state: Option<Set<String>> = setting("state", Kind::State, "\"CHN\"");
        /// The date of the check.
        as_of: Option<Set<String>> = setting("as-of", Kind::Date, "2026-07-01");
        /// Instruments treated as ratified.
        assume_ratified: Vec<Set<String>> = setting("assume-ratified", Kind::Texts, "[\"ICRMW\"]");
    }

    /// What makes a check exit with 1.
    #[derive(Default)]
    Gate {
        /// From which word a finding does, one of [`FAIL_ON`].
        fail_on: Option<Set<String>> =
            setting("fail-on", Kind::OneOf(FAIL_ON), "\"incompatible\"").or(Usual::Text("incompatible"));
        /// How hard what it is against has to bind, one of [`FAIL_FORCE`].
        force: Option<Set<String>> =
            setting("force", Kind::OneOf(FAIL_FORCE), "\"treaty\"").or(Usual::Text("treaty"));
        /// Whether warnings about the text do too.
        strict: Option<Set<bool>> = setting("strict", Kind::Flag, "true").or(Usual::Flag(false));
        /// The baseline.
        baseline: Option<Set<String>> = setting("baseline", Kind::Text, "\"iml-check.baseline.json\"");
    }

    /// What is asked.
    #[derive(Default)]
    Standards {
        /// Standards that are not.
        skip: Vec<Listed<Skip>> = table("skip", Kind::Tables(Skip::ROWS));
    }

    /// A standard, or a theme, that is not asked.
    Skip {
        /// Which.
        id: Set<String> = setting("id", Kind::Text, "\"child-immigration-detention\"").needed();
        /// Why.
        reason: Set<String> = setting("reason", Kind::Text, "\"…\"").needed();
    }

    /// A finding that is answered for.
    Accept {
        /// Of which standard.
        standard: Set<String> = setting("standard", Kind::Text, "\"child-immigration-detention\"").needed();
        /// In which framework; in all when it is left out.
        framework: Option<Set<String>> = setting("in", Kind::Text, "\"china\"");
        /// For whom, as a condition of the language; for everybody when it is left out.
        who: Option<Set<String>> = setting("who", Kind::Text, "\"age >= 16\"");
        /// By which articles, `10 of entry-law`, and by no others; by any when it is left out.
        articles: Option<Set<Vec<Set<String>>>> = setting("articles", Kind::Texts, "[\"60 of exit-and-entry-law\"]");
        /// Why.
        reason: Set<String> = setting("reason", Kind::Text, "\"…\"").needed();
        /// Who answers.
        by: Option<Set<String>> = setting("by", Kind::Text, "\"…\"");
        /// Until when.
        until: Set<String> = setting("until", Kind::Date, "2027-03-31").needed();
    }

    /// How much is read and how far it is followed, where it is not the usual.
    #[derive(Default)]
    LimitSettings {
        /// Bytes of all files of a run.
        bytes: Option<Set<u64>> = limit("bytes", Limits::USUAL.bytes, Limits::MOST.bytes, "2000000000");
        /// Brackets inside each other.
        nesting: Option<Set<u64>> = limit("nesting", Limits::USUAL.nesting, Limits::MOST.nesting, "200");
        /// Definitions resting on each other.
        definitions: Option<Set<u64>> =
            limit("definitions", Limits::USUAL.definitions, Limits::MOST.definitions, "5000");
        /// Pairs of a thing and what it is a kind of.
        kinds: Option<Set<u64>> = limit("kinds", Limits::USUAL.kinds, Limits::MOST.kinds, "20000000");
        /// Looks of the second engine at a question.
        looks: Option<Set<u64>> = limit("looks", Limits::USUAL.looks, Limits::MOST.looks, "2000000");
        /// Steps in a run for questions that the first engine does not decide.
        steps: Option<Set<u64>> = limit("steps", Limits::USUAL.steps, Limits::MOST.steps, "2000000000");
    }

    /// Reports, by their format.
    #[derive(Default)]
    Report {
        /// The page for people.
        html: Html = table("html", Kind::Table(Html::ROWS));
    }

    /// The page for people.
    #[derive(Default)]
    Html {
        /// Where it goes.
        output: Option<Set<String>> = setting("output", Kind::Text, "\"report.html\"");
        /// A picture for its cover.
        logo: Option<Set<String>> = setting("logo", Kind::Text, "\"ministry.svg\"");
        /// Who may read it.
        classification: Option<Set<String>> = setting("classification", Kind::Text, "\"…\"");
    }
}

/// The words of `gate.fail-on`, as those of `--fail-on`.
pub const FAIL_ON: &[&str] = &["incompatible", "not-found", "to-assess", "never"];

/// How hard what is found against may have to bind.
pub const FAIL_FORCE: &[&str] = &["treaty", "interpretation", "signed", "soft-law"];

impl Config {
    /// The limits, those that are not set as they are by default.
    pub fn limits(&self) -> Limits {
        let LimitSettings { bytes, nesting, definitions, kinds, looks, steps } = &self.limits;
        let or = |set: &Option<Set<u64>>, usual| set.as_ref().map_or(usual, |s| s.value);
        Limits {
            bytes: or(bytes, Limits::USUAL.bytes),
            nesting: or(nesting, Limits::USUAL.nesting),
            definitions: or(definitions, Limits::USUAL.definitions),
            kinds: or(kinds, Limits::USUAL.kinds),
            looks: or(looks, Limits::USUAL.looks),
            steps: or(steps, Limits::USUAL.steps),
        }
    }

    /// Every setting in effect, in the order of the rows.
    pub fn lines(&self) -> Vec<Line> {
        let mut out = Vec::new();
        Table::lines(self, "", &mut out);
        out
    }
}
