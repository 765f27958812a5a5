//! A statute as it is published: its articles, number, heading and words, read from Akoma Ntoso, HTML or plain text;
//! the skeleton of a law that is made of it; and whether the words a law quotes really stand in it.
//!
//! Nothing is invented: what is no article is left where it is.

mod akoma_ntoso;
mod check;
mod html;
mod numerals;
mod page;
mod passage;
mod plain;
mod skeleton;

pub use check::{against, encoded, still_open};
pub use passage::{Passage, stands_in};
pub use skeleton::{Heading, skeleton};

/// One article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Provision {
    /// Its number, without a word before it: 60, 25A, 14-1.
    pub number: String,
    /// Its heading.
    pub heading: Option<String>,
    /// Its words, a paragraph a line.
    pub text: String,
    /// Where machines find it.
    pub uri: Option<String>,
}

/// A statute.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Statute {
    /// Its title.
    pub title: Option<String>,
    /// Its articles, in order.
    pub provisions: Vec<Provision>,
    /// Everything it says, to look quotations up in.
    pub words: String,
}

/// Why a file is no statute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// It is no text.
    NotUtf8,
    /// The XML is not well-formed; why.
    NotWellFormed(String),
    /// No numbered article was found in it.
    NoArticles,
    /// It is larger than what is read.
    TooLarge,
    /// Its elements stand inside each other deeper than is read.
    TooDeep,
}

/// More bytes than this are not read: no statute has them.
pub const MOST_BYTES: usize = 64 * 1024 * 1024;

/// Reads a statute, whatever it is written in.
pub fn read(bytes: &[u8]) -> Result<Statute, Unread> {
    let statute = words(bytes)?;
    if statute.provisions.is_empty() { Err(Unread::NoArticles) } else { Ok(statute) }
}

/// The same, also of a text in which no article is found: for its words alone.
pub fn words(bytes: &[u8]) -> Result<Statute, Unread> {
    if bytes.len() > MOST_BYTES {
        return Err(Unread::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Unread::NotUtf8)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let head: String = text.chars().take(2000).collect::<String>().to_lowercase();
    if head.contains("<akomantoso") || head.contains(":akomantoso") {
        return akoma_ntoso::read(text);
    }
    if head.contains("<!doctype html") || head.contains("<html") || head.contains("<body") {
        return Ok(plain::read(&html::lines(text).ok_or(Unread::TooDeep)?));
    }
    if head.trim_start().starts_with("<?xml") {
        return akoma_ntoso::read(text);
    }
    Ok(plain::read(text))
}

/// Text on one line, every run of blanks one blank.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
