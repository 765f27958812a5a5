//! Word: the paragraphs of a document, their levels; what is deleted in it is not said, notes stand apart.

use super::receipt::LeftKind;
use super::segment::{Line, segment};
use super::{Form, MOST_BYTES, Reader, Refused, Source, Statute, Unread, squeezed, xml};
use roxmltree::Node;
use std::collections::HashMap;
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

pub(super) struct Docx;

/// Parts an archive may have.
const MOST_PARTS: usize = 20_000;

impl Reader for Docx {
    fn form(&self) -> Form {
        Form::Docx
    }

    fn read(&self, source: &Source<'_>) -> Result<Statute, Unread> {
        let broken = |e: zip::result::ZipError| Unread::NotWellFormed(e.to_string());
        let mut archive = ZipArchive::new(Cursor::new(source.bytes)).map_err(broken)?;
        if archive.len() > MOST_PARTS {
            return Err(Unread::TooLarge);
        }
        let document = match part(&mut archive, "word/document.xml")? {
            Some(document) => document,
            None => return Err(Unread::Refused(other(&mut archive))),
        };
        let styles = part(&mut archive, "word/styles.xml")?.unwrap_or_default();
        let notes = [part(&mut archive, "word/footnotes.xml")?, part(&mut archive, "word/endnotes.xml")?];
        let levels = if styles.is_empty() { HashMap::new() } else { levels(&styles)? };
        let mut lines = paragraphs(&document, &levels, None)?;
        // Some files call every paragraph a heading; then none is.
        let levelled = lines.iter().filter(|l| l.level > 0).count();
        if levelled * 5 > lines.len() * 2 {
            lines.iter_mut().for_each(|l| l.level = 0);
        }
        for notes in notes.into_iter().flatten() {
            lines.extend(paragraphs(&notes, &HashMap::new(), Some(LeftKind::Note))?);
        }
        Ok(segment(Form::Docx, lines, None))
    }
}

/// A part of the archive, as long as it is within what is read.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>, Unread> {
    let file = match archive.by_name(name) {
        Ok(file) => file,
        Err(zip::result::ZipError::FileNotFound) => return Ok(None),
        Err(zip::result::ZipError::UnsupportedArchive(why)) => return Err(Unread::NotWellFormed(why.to_owned())),
        Err(error) => return Err(Unread::NotWellFormed(error.to_string())),
    };
    let mut bytes = Vec::new();
    let most = MOST_BYTES as u64;
    file.take(most + 1).read_to_end(&mut bytes).map_err(|e| Unread::NotWellFormed(e.to_string()))?;
    if bytes.len() > MOST_BYTES {
        return Err(Unread::TooLarge);
    }
    String::from_utf8(bytes).map(Some).map_err(|_| Unread::NotWellFormed(format!("{name} is not UTF-8")))
}

/// What an archive is that holds no document of Word.
fn other(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Refused {
    let kind = part(archive, "mimetype").ok().flatten().unwrap_or_default();
    if kind.contains("epub") {
        return Refused::Epub;
    }
    if kind.contains("opendocument") {
        return Refused::OpenDocument;
    }
    let office = archive.file_names().flatten().any(|n| n.starts_with("xl/") || n.starts_with("ppt/"));
    if office { Refused::Office } else { Refused::Archive }
}

fn is(node: &Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

fn value<'a>(node: &Node<'a, '_>, name: &str) -> Option<&'a str> {
    let found = node.children().find(|n| is(n, name))?;
    found.attributes().find(|a| a.name() == "val").map(|a| a.value())
}

/// The level of each style that is one of a heading.
fn levels(styles: &str) -> Result<HashMap<String, u8>, Unread> {
    let document = xml::parse(styles)?;
    let mut out = HashMap::new();
    for style in document.descendants().filter(|n| is(n, "style")) {
        let Some(id) = style.attributes().find(|a| a.name() == "styleId").map(|a| a.value()) else { continue };
        let outline = style.children().find(|n| is(n, "pPr")).and_then(|p| value(&p, "outlineLvl")?.parse::<u8>().ok());
        let named = value(&style, "name").and_then(|n| n.to_lowercase().strip_prefix("heading ")?.parse::<u8>().ok());
        if let Some(level) = outline.map(|l| l + 1).or(named).filter(|l| (1..=9).contains(l)) {
            out.insert(id.to_owned(), level);
        }
    }
    Ok(out)
}

fn paragraphs(part: &str, levels: &HashMap<String, u8>, left: Option<LeftKind>) -> Result<Vec<Line>, Unread> {
    let document = xml::parse(part)?;
    let mut out: Vec<Line> = Vec::new();
    for paragraph in document.descendants().filter(|n| is(n, "p")) {
        let properties = paragraph.children().find(|n| is(n, "pPr"));
        let style = properties.and_then(|p| value(&p, "pStyle"));
        let outline =
            properties.and_then(|p| value(&p, "outlineLvl")?.parse::<u8>().ok()).filter(|l| *l < 9).map(|l| l + 1);
        let level = outline.or_else(|| style.and_then(|s| levels.get(s).copied())).unwrap_or(0);
        let mut text = String::new();
        let mut bold = None;
        say(paragraph, &mut text, &mut bold);
        let mut apart = true;
        for line in text.split('\n') {
            let words = squeezed(line);
            if words.is_empty() {
                continue;
            }
            out.push(Line {
                text: words,
                level,
                apart,
                bold: bold.unwrap_or(false),
                left,
                at: out.len() + 1,
                anchor: None,
            });
            apart = false;
        }
    }
    Ok(out)
}

fn say(node: Node<'_, '_>, out: &mut String, bold: &mut Option<bool>) {
    for child in node.children() {
        if !child.is_element() {
            continue;
        }
        match child.tag_name().name() {
            // What is deleted, what a field is made of, a paragraph in a box: said elsewhere or not at all.
            "del" | "moveFrom" | "instrText" | "delText" | "pPr" | "p" => {}
            "t" => {
                let run = child.parent_element().and_then(|r| r.children().find(|n| is(n, "rPr")));
                bold.get_or_insert_with(|| run.is_some_and(|r| r.children().any(|n| is(&n, "b"))));
                out.push_str(child.text().unwrap_or(""));
            }
            "tab" | "ptab" => out.push(' '),
            "br" | "cr" => out.push('\n'),
            "noBreakHyphen" | "softHyphen" => out.push('-'),
            "AlternateContent" => {
                // The same twice, for older programs.
                if let Some(choice) = child.children().find(Node::is_element) {
                    say(choice, out, bold);
                }
            }
            _ => say(child, out, bold),
        }
    }
}
