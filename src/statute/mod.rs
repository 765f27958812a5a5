//! A statute as it is published: its articles, number, heading and words, each form in a reader of its own; the receipt of
//! what was read; the skeleton of a law that is made of it; and whether the words a law quotes really stand in it.
//!
//! Nothing is invented: what is no article is left where it is, and the receipt says so.

mod akoma_ntoso;
mod check;
mod clml;
mod conventions;
mod decode;
mod docx;
mod e_gov;
mod form;
mod formex;
mod gesetze;
mod html;
mod justice_canada;
mod markdown;
mod number;
mod numerals;
mod page;
mod passage;
mod pdf;
mod plain;
mod receipt;
mod segment;
mod skeleton;
mod update;
mod uslm;
mod xml;

pub use check::{against, encoded, still_open};
pub use form::{Form, Refused};
pub use passage::{Passage, stands_in};
pub use receipt::{Left, LeftKind, Reading, Receipt, Rival};
pub use skeleton::{Heading, skeleton};
pub use update::{Change, Held, Remarks, Updated, compare, rewritten};

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
    /// What was read and what was not.
    pub receipt: Receipt,
}

/// Why a file is no statute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// It is in a form that is known and not read.
    Refused(Refused),
    /// It is not well-formed; why.
    NotWellFormed(String),
    /// No numbered article was found in it; the form it was read as.
    NoArticles(Form),
    /// It is larger than what is read.
    TooLarge,
    /// Its elements stand inside each other deeper than is read.
    TooDeep,
}

/// More bytes than this are not read: no statute has them.
pub const MOST_BYTES: usize = 64 * 1024 * 1024;

/// More lines than this are not read either.
const MOST_LINES: usize = 1_000_000;

/// A file: its bytes, and its words where it is text.
struct Source<'b> {
    bytes: &'b [u8],
    decoded: Option<decode::Decoded<'b>>,
}

impl Source<'_> {
    fn text(&self) -> Result<&str, Unread> {
        self.decoded.as_ref().map(|d| d.text.as_ref()).ok_or(Unread::Refused(Refused::Binary))
    }
}

/// A reader of one form.
trait Reader: Sync {
    /// The form it reads.
    fn form(&self) -> Form;
    /// Reads a source of that form.
    fn read(&self, source: &Source<'_>) -> Result<Statute, Unread>;
}

/// Every reader.
const READERS: [&dyn Reader; 12] = [
    &akoma_ntoso::AkomaNtoso,
    &clml::Clml,
    &uslm::Uslm,
    &justice_canada::JusticeCanada,
    &gesetze::GesetzeImInternet,
    &formex::Formex,
    &e_gov::EGov,
    &html::Html,
    &markdown::Markdown,
    &plain::Plain,
    &docx::Docx,
    &pdf::Pdf,
];

/// Reads a statute, whatever it is published in.
pub fn read(bytes: &[u8]) -> Result<Statute, Unread> {
    let statute = words(bytes)?;
    if statute.provisions.is_empty() { Err(Unread::NoArticles(statute.receipt.form)) } else { Ok(statute) }
}

/// The same, also of a text in which no article is found: for its words alone.
pub fn words(bytes: &[u8]) -> Result<Statute, Unread> {
    if bytes.len() > MOST_BYTES {
        return Err(Unread::TooLarge);
    }
    let (form, decoded) = match form::by_magic(bytes) {
        Some(form) => (form.map_err(Unread::Refused)?, None),
        None => {
            let decoded = decode::decode(bytes)?;
            too_many_lines(&decoded.text)?;
            (form::by_words(&decoded.text).map_err(Unread::Refused)?, Some(decoded))
        }
    };
    let source = Source { bytes, decoded };
    let reader = READERS.iter().find(|r| r.form() == form).ok_or(Unread::Refused(Refused::Binary))?;
    let mut statute = reader.read(&source)?;
    if let Some(decoded) = &source.decoded {
        statute.receipt.charset = decoded.charset;
        statute.receipt.unreadable = decoded.unreadable;
    }
    Ok(statute)
}

/// Refuses a text of more lines than are read.
fn too_many_lines(text: &str) -> Result<(), Unread> {
    let breaks = memchr::memchr2_iter(b'\n', b'\r', text.as_bytes());
    if breaks.take(2 * MOST_LINES + 1).count() > 2 * MOST_LINES { Err(Unread::TooLarge) } else { Ok(()) }
}

/// Text on one line, every run of blanks one blank.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
