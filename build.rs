//! Reads the rules when the program is built, so that it does not have to when it runs.
//!
//! The text and syntax rooms are compiled into this script from the same files as into the library; a test proves
//! that what is embedded and what is read freshly are the same.

#![expect(clippy::disallowed_methods, reason = "a build script reads and writes files")]

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "src/syntax/mod.rs"]
#[expect(dead_code, unused_imports, unreachable_pub, reason = "the script needs only the parser")]
mod syntax;
#[path = "src/text/mod.rs"]
#[expect(dead_code, unused_imports, unreachable_pub, reason = "the script needs only spans and places")]
mod text;
#[path = "src/threads.rs"]
#[expect(unreachable_pub, reason = "the script has no callers outside")]
mod threads;

use syntax::tree::{ExampleItem, Item};

fn main() -> Result<(), Box<dyn Error>> {
    // The same files are compiled here and into the library; this tells them apart.
    println!("cargo::rustc-cfg=library");
    println!("cargo::rerun-if-changed=rules");
    println!("cargo::rerun-if-changed=grammar");
    println!("cargo::rerun-if-changed=src/syntax");
    println!("cargo::rerun-if-changed=src/text");
    println!("cargo::rerun-if-changed=src/threads.rs");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    rules(&root, &out)?;
    treaties(&root, &out)
}

fn files(folder: &Path, extension: &str, found: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files(&path, extension, found)?;
        } else if path.extension().is_some_and(|e| e == extension) {
            found.push(path);
        }
    }
    Ok(())
}

fn rules(root: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let mut paths = Vec::new();
    files(&root.join("rules"), "iml", &mut paths)?;
    // The vocabulary first: the order of its facts is the order in which a witness stays ordinary.
    let rank = |p: &Path| {
        let p = p.to_string_lossy().replace('\\', "/");
        (!p.contains("/vocabulary/"), !p.contains("/instruments/"), p)
    };
    paths.sort_by_key(|p| rank(p));
    let mut items: Vec<Item> = Vec::new();
    let mut examples: Vec<(String, Vec<ExampleItem>)> = Vec::new();
    let mut list = String::from("&[\n");
    for (number, path) in paths.into_iter().enumerate() {
        let content = fs::read_to_string(&path)?;
        let name = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
        let parsed = syntax::parse(&content, text::FileId::built_in(number as u32));
        if let Some(mistake) = parsed.mistakes.first() {
            let offset = mistake.span.map_or(0, |span| span.start);
            let place = text::LineIndex::new(&content).place(&content, offset);
            return Err(format!(
                "{name}:{}:{}: {} {:?} {:?}",
                place.line, place.column, mistake.code, mistake.args, mistake.suggestions
            )
            .into());
        }
        writeln!(list, "    ({name:?}, include_str!({:?})),", path.display().to_string())?;
        items.extend(parsed.items);
    }
    list.push(']');
    for item in &mut items {
        if let Item::Standard(standard) = item {
            examples.push((standard.name.text.clone(), std::mem::take(&mut standard.examples)));
        }
    }
    fs::write(out.join("files.rs"), list)?;
    fs::write(out.join("library.bin"), postcard::to_allocvec(&items)?)?;
    fs::write(out.join("examples.bin"), postcard::to_allocvec(&examples)?)?;
    Ok(())
}

/// Texts kept once, rows as numbers: the table costs nothing when the program starts.
#[derive(Default)]
struct Texts {
    list: Vec<String>,
}

impl Texts {
    fn number(&mut self, text: &str) -> usize {
        self.list.iter().position(|t| t == text).unwrap_or_else(|| {
            self.list.push(text.to_owned());
            self.list.len() - 1
        })
    }
}

/// A bare year is its number alone; a day has month and day behind it.
fn date(text: &str) -> Result<u32, Box<dyn Error>> {
    let mut parts = text.split('-').map(str::parse::<u32>);
    let year = parts.next().ok_or("no date")??;
    let (month, day) = (parts.next().transpose()?.unwrap_or(0), parts.next().transpose()?.unwrap_or(0));
    Ok(year << 16 | month << 8 | day)
}

fn treaties(root: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let data = root.join("rules/data");
    let mut texts = Texts::default();
    let mut rust = String::new();
    let mut states: Vec<(String, usize, usize)> = Vec::new();
    writeln!(rust, "pub(super) static RATIFICATIONS: &[(u16, u16, u32, u16, bool)] = &[")?;
    for (count, row) in csv::Reader::from_path(data.join("ratifications.csv"))?.records().enumerate() {
        let row = row?;
        let field = |i: usize| row.get(i).unwrap_or("");
        match states.last_mut() {
            Some((state, _, end)) if state == field(0) => *end = count + 1,
            _ => states.push((field(0).to_owned(), count, count + 1)),
        }
        let day = if field(3).is_empty() { 0 } else { date(field(3))? };
        let numbers = [field(1), field(2), field(4)].map(|t| texts.number(t));
        writeln!(rust, "({}, {}, {day}, {}, {}),", numbers[0], numbers[1], numbers[2], field(5) != "verified")?;
    }
    writeln!(rust, "];\npub(super) static STATES: &[(&str, u32, u32)] = &[")?;
    if !states.is_sorted_by(|a, b| a.0 < b.0) {
        return Err("rules/data/ratifications.csv is not sorted by state".into());
    }
    for (state, start, end) in &states {
        writeln!(rust, "({state:?}, {start}, {end}),")?;
    }
    writeln!(rust, "];\npub(super) static RESERVATIONS: &[(&str, u16, u16, bool, u16, u16, bool)] = &[")?;
    for row in csv::Reader::from_path(data.join("reservations.csv"))?.records() {
        let row = row?;
        let field = |i: usize| row.get(i).unwrap_or("");
        let numbers = [field(1), field(2), field(4), field(5)].map(|t| texts.number(t));
        let (instrument, article, note, source) = (numbers[0], numbers[1], numbers[2], numbers[3]);
        let (excludes, unconfirmed) = (field(3) == "excludes", field(6) != "verified");
        writeln!(rust, "({:?}, {instrument}, {article}, {excludes}, {note}, {source}, {unconfirmed}),", field(0))?;
    }
    writeln!(rust, "];\npub(super) static DECLARATIONS: &[(&str, u16, u16, u32, u32, u16)] = &[")?;
    for row in csv::Reader::from_path(data.join("declarations.csv"))?.records() {
        let row = row?;
        let field = |i: usize| row.get(i).unwrap_or("");
        let day = |i: usize| if field(i).is_empty() { Ok(0) } else { date(field(i)) };
        let (made, withdrawn) = (day(3)?, day(4)?);
        let numbers = [field(1), field(2), field(5)].map(|t| texts.number(t));
        writeln!(rust, "({:?}, {}, {}, {made}, {withdrawn}, {}),", field(0), numbers[0], numbers[1], numbers[2])?;
    }
    writeln!(rust, "];\npub(super) static COVERAGE: &[(&str, u32, u16)] = &[")?;
    for row in csv::Reader::from_path(data.join("coverage.csv"))?.records() {
        let row = row?;
        let field = |i: usize| row.get(i).unwrap_or("");
        let day = if field(1).is_empty() { 0 } else { date(field(1))? };
        writeln!(rust, "({:?}, {day}, {}),", field(0), texts.number(field(2)))?;
    }
    writeln!(rust, "];\npub(super) static REGIONS: &[(&str, &str, u32, u32, u16, bool)] = &[")?;
    for row in csv::Reader::from_path(data.join("regions.csv"))?.records() {
        let row = row?;
        let field = |i: usize| row.get(i).unwrap_or("");
        let day = |i: usize| if field(i).is_empty() { Ok(0) } else { date(field(i)) };
        let (from, until, source) = (day(2)?, day(3)?, texts.number(field(4)));
        writeln!(rust, "({:?}, {:?}, {from}, {until}, {source}, {}),", field(0), field(1), field(5) != "verified")?;
    }
    writeln!(rust, "];\npub(super) static STATE_NAMES: &[(&str, &str, &str)] = &[")?;
    for row in csv::Reader::from_path(data.join("states.csv"))?.records() {
        let row = row?;
        let field = |i: usize| row.get(i).unwrap_or("");
        writeln!(rust, "({:?}, {:?}, {:?}),", field(0), field(1), field(2))?;
    }
    writeln!(rust, "];\npub(super) static SOURCES: &[(&str, &str, &str)] = &[")?;
    for row in csv::Reader::from_path(data.join("sources.csv"))?.records() {
        let row = row?;
        let field = |i: usize| row.get(i).unwrap_or("");
        writeln!(rust, "({:?}, {:?}, {:?}),", field(0), field(1), field(2))?;
    }
    writeln!(rust, "];\npub(super) static TEXTS: &[&str] = &[")?;
    for text in &texts.list {
        writeln!(rust, "{text:?},")?;
    }
    writeln!(rust, "];")?;
    fs::write(out.join("treaties.rs"), rust)?;
    Ok(())
}
