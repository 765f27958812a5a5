//! The package that a document is: its parts, what each of them is, how they hang together, in one archive.

use super::document::{AUTHOR, NAMESPACES, field_begins, field_ends};
use super::xml::{Attributes, Xml};
use std::io::{self, Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

const MAIN: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// What stands around a document.
#[derive(Debug)]
pub(super) struct Around<'a> {
    /// What it is called: the running title.
    pub(super) title: &'a str,
    /// The day of the check.
    pub(super) date: &'a str,
    /// Who may read it.
    pub(super) classification: &'a str,
    /// The language that it begins in.
    pub(super) language: &'a str,
}

/// The archive: always the same bytes for the same parts.
pub(super) fn package(document: Vec<u8>, comments: Option<Vec<u8>>, around: &Around<'_>) -> io::Result<Vec<u8>> {
    let mut parts: Vec<(&str, Vec<u8>)> = vec![
        ("[Content_Types].xml", content_types(comments.is_some())),
        ("_rels/.rels", package_relations()),
        ("docProps/core.xml", core(around)),
        ("docProps/app.xml", app()),
        ("word/document.xml", document),
        ("word/_rels/document.xml.rels", relations(comments.is_some())),
        ("word/styles.xml", include_bytes!("styles.xml").to_vec()),
        ("word/settings.xml", settings()),
        ("word/fontTable.xml", fonts()),
        ("word/header1.xml", header(around.title, around.classification)),
        ("word/header2.xml", header("", around.classification)),
        ("word/footer1.xml", footer(around)),
    ];
    parts.extend(comments.map(|comments| ("word/comments.xml", comments)));
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // The first day that an archive can carry: nothing in it depends on a clock.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, bytes) in parts {
        archive.start_file(name, options).map_err(io::Error::other)?;
        archive.write_all(&bytes)?;
    }
    Ok(archive.finish().map_err(io::Error::other)?.into_inner())
}

fn content_types(comments: bool) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.element("Types", &[("xmlns", &format!("{PACKAGE}/content-types"))], |xml| {
        let rels = "application/vnd.openxmlformats-package.relationships+xml";
        xml.empty("Default", &[("Extension", "rels"), ("ContentType", rels)]);
        xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
        let mut kinds = vec![
            ("/word/document.xml", format!("{MAIN}.document.main+xml")),
            ("/word/styles.xml", format!("{MAIN}.styles+xml")),
            ("/word/settings.xml", format!("{MAIN}.settings+xml")),
            ("/word/fontTable.xml", format!("{MAIN}.fontTable+xml")),
            ("/word/header1.xml", format!("{MAIN}.header+xml")),
            ("/word/header2.xml", format!("{MAIN}.header+xml")),
            ("/word/footer1.xml", format!("{MAIN}.footer+xml")),
            ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml".to_owned()),
            ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml".to_owned()),
        ];
        if comments {
            kinds.push(("/word/comments.xml", format!("{MAIN}.comments+xml")));
        }
        for (part, kind) in &kinds {
            xml.empty("Override", &[("PartName", part), ("ContentType", kind)]);
        }
    });
    xml.bytes()
}

fn relationships(all: &[(&str, String, &str)]) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.element("Relationships", &[("xmlns", &format!("{PACKAGE}/relationships"))], |xml| {
        for (id, kind, target) in all {
            xml.empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]);
        }
    });
    xml.bytes()
}

fn package_relations() -> Vec<u8> {
    relationships(&[
        ("rId1", format!("{RELATIONS}/officeDocument"), "word/document.xml"),
        ("rId2", format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml"),
        ("rId3", format!("{RELATIONS}/extended-properties"), "docProps/app.xml"),
    ])
}

fn relations(comments: bool) -> Vec<u8> {
    let mut all = vec![
        ("rIdStyles", format!("{RELATIONS}/styles"), "styles.xml"),
        ("rIdSettings", format!("{RELATIONS}/settings"), "settings.xml"),
        ("rIdFonts", format!("{RELATIONS}/fontTable"), "fontTable.xml"),
        ("rIdHeader", format!("{RELATIONS}/header"), "header1.xml"),
        ("rIdFirst", format!("{RELATIONS}/header"), "header2.xml"),
        ("rIdFooter", format!("{RELATIONS}/footer"), "footer1.xml"),
    ];
    if comments {
        all.push(("rIdComments", format!("{RELATIONS}/comments"), "comments.xml"));
    }
    relationships(&all)
}

fn core(around: &Around<'_>) -> Vec<u8> {
    let mut xml = Xml::part();
    let namespaces: Attributes<'_> = &[
        ("xmlns:cp", &format!("{PACKAGE}/metadata/core-properties")),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    xml.element("cp:coreProperties", namespaces, |xml| {
        xml.said("dc:title", &[], around.title);
        xml.said("dc:creator", &[], AUTHOR);
        xml.said("dc:language", &[], around.language);
        let day = format!("{}T00:00:00Z", around.date);
        for name in ["dcterms:created", "dcterms:modified"] {
            xml.said(name, &[("xsi:type", "dcterms:W3CDTF")], &day);
        }
    });
    xml.bytes()
}

fn app() -> Vec<u8> {
    let mut xml = Xml::part();
    let namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    xml.element("Properties", &[("xmlns", namespace)], |xml| {
        xml.said("Application", &[], &format!("{AUTHOR} {}", env!("CARGO_PKG_VERSION")));
    });
    xml.bytes()
}

fn settings() -> Vec<u8> {
    let mut xml = Xml::part();
    xml.element("w:settings", NAMESPACES, |xml| {
        xml.value("w:defaultTabStop", "454");
        xml.value("w:characterSpacingControl", "compressPunctuation");
        xml.element("w:compat", &[], |xml| {
            let mode: Attributes<'_> = &[
                ("w:name", "compatibilityMode"),
                ("w:uri", "http://schemas.microsoft.com/office/word"),
                ("w:val", "15"),
            ];
            xml.empty("w:compatSetting", mode);
        });
        xml.empty("w:themeFontLang", &[("w:val", "en-GB"), ("w:eastAsia", "zh-CN")]);
        xml.value("w:decimalSymbol", ".");
        xml.value("w:listSeparator", ",");
    });
    xml.bytes()
}

/// The fonts, and what to take where one is not at hand.
fn fonts() -> Vec<u8> {
    let mut xml = Xml::part();
    xml.element("w:fonts", NAMESPACES, |xml| {
        for (name, other, family, pitch) in [
            ("Calibri", "Carlito", "swiss", "variable"),
            ("Consolas", "DejaVu Sans Mono", "modern", "fixed"),
            ("Microsoft YaHei", "Noto Sans CJK SC", "swiss", "variable"),
        ] {
            xml.element("w:font", &[("w:name", name)], |xml| {
                xml.value("w:altName", other);
                xml.value("w:family", family);
                xml.value("w:pitch", pitch);
            });
        }
    });
    xml.bytes()
}

fn header(title: &str, classification: &str) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.element("w:hdr", NAMESPACES, |xml| {
        xml.element("w:p", &[], |xml| {
            // The first page has its title below, and a line only under what stands there.
            let style = if title.is_empty() && classification.is_empty() { "Footer" } else { "Header" };
            xml.element("w:pPr", &[], |xml| xml.value("w:pStyle", style));
            run(xml, title);
            if !classification.is_empty() {
                xml.element("w:r", &[], |xml| xml.empty("w:tab", &[]));
                run(xml, classification);
            }
        });
    });
    xml.bytes()
}

fn footer(around: &Around<'_>) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.element("w:ftr", NAMESPACES, |xml| {
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| xml.value("w:pStyle", "Footer"));
            run(xml, &format!("{AUTHOR} {} · {}", env!("CARGO_PKG_VERSION"), around.date));
            xml.element("w:r", &[], |xml| xml.empty("w:tab", &[]));
            for (at, field) in [" PAGE ", " NUMPAGES "].into_iter().enumerate() {
                if at > 0 {
                    run(xml, " / ");
                }
                field_begins(xml, field, false);
                run(xml, "1");
                field_ends(xml);
            }
        });
    });
    xml.bytes()
}

fn run(xml: &mut Xml, text: &str) {
    if !text.is_empty() {
        xml.element("w:r", &[], |xml| xml.text("w:t", text));
    }
}
