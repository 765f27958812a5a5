//! The standard library of rules and the treaty data, compiled into the program.

use crate::law::{
    Coverage, Date, Declaration, Ratification, RatificationAct, ReservationEffect, ReservationRow, Treaties,
};
use crate::model::Library;
use crate::syntax::tree::{ExampleItem, Item};
use crate::syntax::{Mistake, near};
use crate::text::{Limits, Sources};

mod table {
    include!(concat!(env!("OUT_DIR"), "/treaties.rs"));
}

static FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/files.rs"));
static LIBRARY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/library.bin"));
static EXAMPLES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/examples.bin"));

/// The items of the built-in rules, examples left out; in the order of the files.
pub fn items() -> Vec<Item> {
    postcard::from_bytes(LIBRARY).unwrap_or_default()
}

/// The examples of every built-in standard.
pub fn examples() -> Vec<(String, Vec<ExampleItem>)> {
    postcard::from_bytes(EXAMPLES).unwrap_or_default()
}

/// Name and text of every built-in rule file, in the order of their numbers.
pub fn files() -> &'static [(&'static str, &'static str)] {
    FILES
}

/// The built-in library, resolved. Its mistakes are none; a test says so.
pub fn library() -> (Library, Vec<Mistake>) {
    Library::resolve(&items(), &[], Limits::default())
}

/// Adds the built-in rule files to the sources, so that standards can be shown in their text.
pub fn add_sources(sources: &mut Sources) {
    sources.set_built_in(FILES.iter().copied());
}

/// What a source id of the data stands for: description, and the day it shows, when that is known.
pub fn source(id: &str) -> Option<(&'static str, &'static str)> {
    table::SOURCES.iter().find(|(known, ..)| *known == id).map(|(_, description, as_of)| (*description, *as_of))
}

/// How data on policy changes codes a change: rows of kind, name, area and tool.
static POLICY_CODES: &str = include_str!("../rules/data/policy-codes.csv");

fn policy_codes() -> impl Iterator<Item = (&'static str, &'static str, &'static str, &'static str)> {
    POLICY_CODES.lines().skip(1).filter_map(|line| {
        let mut cells = line.split(',');
        Some((cells.next()?, cells.next()?, cells.next()?, cells.next()?))
    })
}

/// The area and the tool of policy of a thing, by its own name, else by its field of law.
pub fn policy_code(thing: &str, subject: Option<&str>) -> Option<(&'static str, &'static str)> {
    let of = |kind: &str, wanted: &str| {
        policy_codes().find(|(k, name, ..)| *k == kind && *name == wanted).map(|(_, _, area, tool)| (area, tool))
    };
    of("thing", thing).or_else(|| subject.and_then(|s| of("subject", s)))
}

/// The group of people that a policy targets, by the first of its words that is one of these.
pub fn policy_group(words: &[&str]) -> &'static str {
    policy_codes().find(|(kind, name, ..)| *kind == "group" && words.contains(name)).map_or("all-migrants", |c| c.2)
}

/// Every code of area, tool and group that the data uses.
pub fn policy_code_words() -> std::collections::BTreeSet<(&'static str, &'static str)> {
    let codes = policy_codes().flat_map(|(kind, _, area, tool)| match kind {
        "group" => vec![("group", area)],
        _ => vec![("area", area), ("tool", tool)],
    });
    codes.chain([("group", "all-migrants")]).collect()
}

/// Every State the data knows.
pub fn states() -> impl Iterator<Item = &'static str> {
    table::STATES.iter().map(|(state, ..)| *state)
}

/// What a State is called in a language, the usual name first.
pub fn state_names(code: &str, language: &str) -> impl Iterator<Item = &'static str> {
    let named = table::STATE_NAMES.iter().filter(move |(state, lang, _)| *state == code && *lang == language);
    named.map(|(.., name)| *name)
}

/// The State that is called so, in any language, whatever is written large and wherever words are joined.
pub fn state_called(name: &str) -> Option<&'static str> {
    let plain = |name: &str| {
        let name = name.to_lowercase().replace('&', "and").replace(['-', '_'], " ");
        name.strip_prefix("the ").map(str::to_owned).unwrap_or(name)
    };
    let asked = plain(name);
    table::STATE_NAMES.iter().find(|(.., name)| plain(name) == asked).map(|(state, ..)| *state)
}

/// The State whose code or name is spelt nearly so.
pub fn state_near(name: &str) -> Option<&'static str> {
    let near = near(name, states().chain(table::STATE_NAMES.iter().map(|(.., name)| *name)))?;
    states().find(|code| *code == near).or_else(|| state_called(&near))
}

/// The treaty data that is compiled in.
#[derive(Debug, Clone, Copy, Default)]
pub struct BuiltInTreaties;

fn text(number: u16) -> String {
    table::TEXTS.get(number as usize).map_or_else(String::new, |t| (*t).to_owned())
}

fn day(packed: u32) -> Option<Date> {
    (packed != 0).then(|| Date::from_packed(packed))
}

impl Treaties for BuiltInTreaties {
    fn ratifications(&self, state: &str) -> Vec<Ratification> {
        let Ok(at) = table::STATES.binary_search_by(|(s, ..)| (*s).cmp(state)) else { return Vec::new() };
        let Some((_, start, end)) = table::STATES.get(at) else { return Vec::new() };
        table::RATIFICATIONS
            .get(*start as usize..*end as usize)
            .unwrap_or_default()
            .iter()
            .map(|(instrument, action, date, source, unconfirmed)| {
                let word = text(*action);
                let act = match word.as_str() {
                    "signature" | "succession-to-signature" => RatificationAct::Signature,
                    "denunciation" | "withdrawal" => RatificationAct::Denunciation,
                    _ => RatificationAct::Bound,
                };
                Ratification {
                    instrument: text(*instrument),
                    act,
                    word,
                    date: day(*date),
                    source: text(*source),
                    unconfirmed: *unconfirmed,
                }
            })
            .collect()
    }

    fn reservations(&self, state: &str) -> Vec<ReservationRow> {
        table::RESERVATIONS
            .iter()
            .filter(|(s, ..)| *s == state)
            .map(|(_, instrument, article, excludes, note, source, unconfirmed)| ReservationRow {
                instrument: text(*instrument),
                article: text(*article),
                effect: if *excludes { ReservationEffect::Excludes } else { ReservationEffect::Mentions },
                note: text(*note),
                source: text(*source),
                unconfirmed: *unconfirmed,
            })
            .collect()
    }

    fn declarations(&self, state: &str) -> Vec<Declaration> {
        let own = table::DECLARATIONS.iter().filter(|(s, ..)| *s == state);
        own.map(|(_, instrument, article, made, withdrawn, words)| Declaration {
            instrument: text(*instrument),
            article: text(*article),
            made: day(*made),
            withdrawn: day(*withdrawn),
            words: text(*words),
        })
        .collect()
    }

    fn names(&self, state: &str) -> Vec<(String, String)> {
        let named = table::STATE_NAMES.iter().filter(|(code, ..)| *code == state);
        named.map(|(_, language, name)| ((*language).to_owned(), (*name).to_owned())).collect()
    }

    fn coverage(&self, instrument: &str) -> Coverage {
        table::COVERAGE.iter().find(|(known, ..)| *known == instrument).map_or(
            Coverage { complete_to: None, source: String::new() },
            |(_, to, source)| Coverage { complete_to: day(*to), source: text(*source) },
        )
    }

    fn member(&self, organisation: &str, state: &str, as_of: Date) -> (bool, bool) {
        let rows = || table::REGIONS.iter().filter(|(o, ..)| *o == organisation);
        let within = |from: u32, until: u32| {
            day(from).is_none_or(|d| d.has_come_by(as_of)) && day(until).is_none_or(|d| !d.has_come_by(as_of))
        };
        match rows().find(|(_, s, from, until, ..)| *s == state && within(*from, *until)) {
            Some((.., unconfirmed)) => (true, *unconfirmed),
            // That a State is missing is as sure as the list it is missing from.
            None => (false, rows().any(|(.., until, _, unconfirmed)| *unconfirmed && *until == 0)),
        }
    }

    fn knows(&self, state: &str) -> bool {
        table::STATES.binary_search_by(|(s, ..)| (*s).cmp(state)).is_ok()
    }
}
