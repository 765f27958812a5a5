//! The report as a Word document and as a spreadsheet, read back by others: an archive, its parts, what stands in them.

use crate::beside;
use crate::cli::{DATE, err, iml, iml_in};
use calamine::{Data, Reader as _, Xlsx};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{Cursor, Read as _};
use std::path::Path;
use std::process::Command;

const LAW: &str = "tests/fixtures/formats/several.pol";
const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A report as its file.
fn file(arguments: &[&str]) -> Vec<u8> {
    iml(&[arguments, &DATE].concat()).stdout
}

/// A part of a package.
fn part(package: &[u8], name: &str) -> Option<String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(package)).unwrap();
    let mut text = String::new();
    archive.by_name(name).ok()?.read_to_string(&mut text).unwrap();
    Some(text)
}

fn named<'a, 'b>(node: roxmltree::Node<'a, 'b>, name: &'static str) -> impl Iterator<Item = roxmltree::Node<'a, 'b>> {
    node.descendants().filter(move |n| n.has_tag_name((W, name)))
}

fn value<'a>(node: roxmltree::Node<'a, '_>) -> &'a str {
    node.attribute((W, "val")).unwrap_or_default()
}

/// The identifiers of all elements of a name.
fn ids(node: roxmltree::Node<'_, '_>, name: &'static str) -> Vec<String> {
    named(node, name).filter_map(|n| n.attribute((W, "id"))).map(str::to_owned).collect()
}

/// Every style that something is written in.
fn styles(node: roxmltree::Node<'_, '_>) -> BTreeSet<String> {
    let all = ["pStyle", "rStyle", "tblStyle"].into_iter().flat_map(|name| named(node, name));
    all.map(|n| value(n).to_owned()).collect()
}

/// The words of something: with the changes as they are proposed, or without them.
fn words(node: roxmltree::Node<'_, '_>, accepted: bool) -> String {
    let mut out = String::new();
    for n in node.descendants() {
        let within = |name| n.ancestors().any(|a| a.has_tag_name((W, name)));
        if within("ins") && !accepted || within("del") && accepted {
            continue;
        }
        if n.has_tag_name((W, "t")) || n.has_tag_name((W, "delText")) {
            out += n.text().unwrap_or_default();
        } else if n.has_tag_name((W, "br")) {
            out.push('\n');
        }
    }
    out
}

/// A document as text: a line a paragraph under its style, the comments at its end.
pub(crate) fn document_as_text(package: &[u8]) -> String {
    let mut out = String::new();
    for name in ["word/header1.xml", "word/document.xml", "word/footer1.xml", "word/comments.xml"] {
        let Some(text) = part(package, name) else { continue };
        let _ = writeln!(out, "--- {name}");
        let parsed = roxmltree::Document::parse(&text).unwrap();
        for paragraph in named(parsed.root(), "p") {
            let style = named(paragraph, "pStyle").next().map(value).unwrap_or_default();
            let text = words(paragraph, true);
            if !text.is_empty() {
                let _ = writeln!(out, "{style}: {text}");
            }
        }
    }
    out
}

/// A spreadsheet as text: a line a row.
pub(crate) fn spreadsheet_as_text(package: &[u8]) -> String {
    let mut out = String::new();
    let mut book = Xlsx::new(Cursor::new(package)).unwrap();
    for name in book.sheet_names() {
        let _ = writeln!(out, "--- {name}");
        for row in book.worksheet_range(&name).unwrap().rows() {
            let cells: Vec<String> = row.iter().map(|cell| cell.to_string().replace('\n', " / ")).collect();
            let _ = writeln!(out, "{}", cells.join(" | "));
        }
    }
    out
}

/// Headings, contents, fields, tables, fonts and languages: what Word works with.
#[test]
fn a_document_is_made_of_what_word_works_with() {
    let package = file(&[LAW, "policies/mlt", "--format", "docx", "--lang", "en,zh"]);
    let text = part(&package, "word/document.xml").unwrap();
    let body = roxmltree::Document::parse(&text).unwrap();
    let used = styles(body.root());
    for heading in ["Heading1", "Heading2", "Heading3"] {
        assert!(used.contains(heading), "{heading}");
    }
    // Every style that is used is declared, and the headings are on the levels of the navigation pane.
    let declared = part(&package, "word/styles.xml").unwrap();
    let declared = roxmltree::Document::parse(&declared).unwrap();
    let known: BTreeSet<String> =
        named(declared.root(), "style").filter_map(|s| s.attribute((W, "styleId"))).map(str::to_owned).collect();
    let others =
        ["word/header1.xml", "word/footer1.xml", "word/comments.xml"].map(|name| part(&package, name).unwrap());
    for text in &others {
        let missing: Vec<String> =
            styles(roxmltree::Document::parse(text).unwrap().root()).difference(&known).cloned().collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
    assert!(used.is_subset(&known), "{:?}", used.difference(&known));
    for (at, heading) in ["Heading1", "Heading2", "Heading3"].into_iter().enumerate() {
        let style = named(declared.root(), "style").find(|s| s.attribute((W, "styleId")) == Some(heading)).unwrap();
        assert_eq!(named(style, "outlineLvl").map(value).collect::<Vec<_>>(), [at.to_string()], "{heading}");
    }
    let fonts = named(declared.root(), "rPrDefault").flat_map(|d| named(d, "rFonts")).next().unwrap();
    assert!(fonts.attribute((W, "eastAsia")).is_some_and(|font| !font.is_empty()));
    // A table of contents that is out of date until Word has laid out the pages, and leads to every heading it names.
    let fields: Vec<&str> = named(body.root(), "instrText").filter_map(|n| n.text()).collect();
    assert!(fields.iter().any(|f| f.trim().starts_with("TOC \\o")), "{fields:?}");
    let count =
        |kind: &str| named(body.root(), "fldChar").filter(|n| n.attribute((W, "fldCharType")) == Some(kind)).count();
    assert_eq!((count("begin"), count("separate")), (count("end"), count("end")));
    let marks: BTreeSet<&str> = named(body.root(), "bookmarkStart").filter_map(|n| n.attribute((W, "name"))).collect();
    let links: Vec<&str> = named(body.root(), "hyperlink").filter_map(|n| n.attribute((W, "anchor"))).collect();
    assert!(links.len() > 20 && links.iter().all(|link| marks.contains(link)));
    assert!(others[1].contains(" PAGE ") && others[1].contains(" NUMPAGES "));
    // The head of every table stands on every page of it.
    for table in named(body.root(), "tbl") {
        let first = named(table, "tr").next().unwrap();
        assert_eq!(named(first, "tblHeader").count(), 1);
        let columns = named(table, "gridCol").count();
        for row in named(table, "tr") {
            let across = named(row, "gridSpan").map(|n| value(n).parse::<usize>().unwrap()).next();
            assert_eq!(across.unwrap_or_else(|| named(row, "tc").count()), columns);
        }
    }
    let spelled: BTreeSet<&str> = named(body.root(), "lang")
        .flat_map(|n| [n.attribute((W, "val")), n.attribute((W, "eastAsia"))])
        .flatten()
        .collect();
    assert!(spelled.contains("en-GB") && spelled.contains("zh-CN"), "{spelled:?}");
    // A comment for what a person decides, each anchored once.
    let comments = roxmltree::Document::parse(&others[2]).unwrap();
    let all = ids(comments.root(), "comment");
    assert!(all.len() > 5);
    for anchor in ["commentRangeStart", "commentRangeEnd", "commentReference"] {
        assert_eq!(ids(body.root(), anchor), all, "{anchor}");
    }
}

/// What is proposed stands in the document as a tracked change on the law: accepted it is the new text, rejected the old.
#[test]
fn an_edit_is_a_tracked_change() {
    let law = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(LAW)).unwrap();
    let package = file(&[LAW, "--only", "child-immigration-detention", "--diff", "--format", "docx", "--lang", "en"]);
    let text = part(&package, "word/document.xml").unwrap();
    let body = roxmltree::Document::parse(&text).unwrap();
    let changed: Vec<_> = named(body.root(), "p")
        .filter(|p| named(*p, "ins").next().is_some() || named(*p, "del").next().is_some())
        .collect();
    assert!(!changed.is_empty());
    for paragraph in changed {
        let (before, after) = (words(paragraph, false), words(paragraph, true));
        assert!(before != after && law.contains(&before), "{before}");
        // The law with the change is read, and its edit removes the finding it was offered for.
        let mended = law.replacen(&before, &after, 1);
        let rejudged = iml_in(
            env!("CARGO_MANIFEST_DIR"),
            &["-", "--only", "child-immigration-detention", "--lang", "en", "--format", "json", DATE[0], DATE[1]],
            Some(mended.as_bytes()),
        );
        let count = |text: &[u8]| {
            let report: serde_json::Value = serde_json::from_slice(text).unwrap();
            report["orders"][0]["findings"].as_array().unwrap().len()
        };
        let original = iml(&[LAW, "--only", "child-immigration-detention", "--format", "json", DATE[0], DATE[1]]);
        assert!(count(&rejudged.stdout) < count(&original.stdout), "{after}");
    }
    let ids: Vec<&str> = body
        .descendants()
        .filter(|n| n.has_tag_name((W, "ins")) || n.has_tag_name((W, "del")))
        .filter_map(|n| n.attribute((W, "id")))
        .collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "a change is there twice");
    // Nobody asked for edits: none is proposed.
    let without = part(&file(&[LAW, "--format", "docx", "--lang", "en"]), "word/document.xml").unwrap();
    assert!(!without.contains("<w:ins ") && !without.contains("<w:del "));
}

/// Mark-up, formulas and escapes in a law stay text.
#[test]
fn a_hostile_law_stays_text() {
    let law = "policy p \"=cmd()|\u{1b}[31m<w:p/>]]>&amp; \u{202e}\u{ffff}\" { state CHN governs removal }\n\
               fact odd \"=HYPERLINK(1)<w:fldSimple w:instr=\\\"INCLUDETEXT\\\"/>\"\n\
               article 1 \"</w:document>\" { may remove foreigner where odd }\n";
    let run = |format: &str| {
        let arguments = ["-", DATE[0], DATE[1], "--format", format, "--lang", "en", "--stdin-filename", "=a\u{1b}.pol"];
        let output = iml_in(env!("CARGO_MANIFEST_DIR"), &arguments, Some(law.as_bytes()));
        assert!(output.stdout.starts_with(b"PK"), "{format}: {}", err(&output));
        output.stdout
    };
    let package = run("docx");
    let text = part(&package, "word/document.xml").unwrap();
    let body = roxmltree::Document::parse(&text).unwrap();
    assert!(!text.contains(['\u{1b}', '\u{202e}', '\u{ffff}']));
    assert_eq!(named(body.root(), "fldSimple").count(), 0);
    let fields: Vec<&str> = named(body.root(), "instrText").filter_map(|n| n.text()).map(str::trim).collect();
    assert!(fields.iter().all(|f| f.starts_with("TOC ")), "{fields:?}");
    assert!(words(body.root(), true).contains("<w:p/>]]>&amp;"));
    let table = run("xlsx");
    let mut book = Xlsx::new(Cursor::new(&table)).unwrap();
    let mut seen = false;
    for name in book.sheet_names() {
        assert!(book.worksheet_formula(&name).unwrap().is_empty(), "{name}");
        for cell in book.worksheet_range(&name).unwrap().rows().flatten() {
            seen |= matches!(cell, Data::String(text) if text.starts_with("=cmd()|?[31m<w:p/>"));
        }
    }
    assert!(seen, "{}", spreadsheet_as_text(&table));
}

/// Three sheets, each with its head frozen and a filter.
#[test]
fn a_spreadsheet_can_be_filtered() {
    let package = file(&["policies/mlt", "--format", "xlsx", "--lang", "en"]);
    for sheet in 1..=3 {
        let text = part(&package, &format!("xl/worksheets/sheet{sheet}.xml")).unwrap();
        assert!(text.contains("state=\"frozen\"") && text.contains("<autoFilter "), "{sheet}");
        assert!(text.contains("customWidth=\"1\""), "{sheet}");
    }
    let mut book = Xlsx::new(Cursor::new(&package)).unwrap();
    let report: serde_json::Value =
        serde_json::from_slice(&file(&["policies/mlt", "--format", "json", "--lang", "en"])).unwrap();
    let order = &report["orders"][0];
    let names = book.sheet_names();
    let rows = |book: &mut Xlsx<_>, at: usize| book.worksheet_range(&names[at]).unwrap().rows().count() - 1;
    // A row a point and a row an article, as many as there are; no finding more than a machine is told.
    assert_eq!(rows(&mut book, 0), order["points"].as_array().unwrap().len());
    assert!(rows(&mut book, 1) > 10);
    assert!((1..=order["findings"].as_array().unwrap().len()).contains(&rows(&mut book, 2)));
}

/// Both archives hold no time of day: their entries carry the first day there is.
#[test]
fn archives_carry_no_time() {
    for format in ["docx", "xlsx"] {
        let package = file(&[LAW, "--format", format, "--lang", "en"]);
        let mut archive = zip::ZipArchive::new(Cursor::new(&package)).unwrap();
        for at in 0..archive.len() {
            let entry = archive.by_index(at).unwrap();
            let time = entry.last_modified().unwrap();
            assert_eq!((time.year(), time.hour(), time.second()), (1980, 0, 0), "{:?}", entry.name());
        }
    }
}

/// A file that is no text is written whole where it is asked for.
#[test]
fn both_are_written_beside_other_reports() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let (word, table) = (format!("docx={}", at("a.docx").display()), format!("xlsx={}", at("a.xlsx").display()));
    let arguments = [LAW, "--format", &word, "--format", &table, "--format", "short", "--lang", "en"];
    assert!(!file(&arguments).starts_with(b"PK"));
    assert_eq!(std::fs::read(at("a.docx")).unwrap(), file(&[LAW, "--format", "docx", "--lang", "en"]));
    assert_eq!(std::fs::read(at("a.xlsx")).unwrap(), file(&[LAW, "--format", "xlsx", "--lang", "en"]));
}

/// LibreOffice opens both, and China's report is no longer than a person reads.
#[test]
fn an_office_opens_both() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    for format in ["docx", "xlsx"] {
        let package = file(&["policies/chn", "--format", format, "--lang", "en"]);
        std::fs::write(at(&format!("chn.{format}")), package).unwrap();
    }
    let run = |file: &str, to: &str| {
        Command::new("soffice")
            .args(["--headless", "--convert-to", to, "--outdir"])
            .arg(folder.path())
            .arg(at(file))
            .env("HOME", folder.path())
            .output()
    };
    let Ok(converted) = run("chn.docx", "pdf") else {
        return beside::not_tested("whether an office opens the documents", "soffice");
    };
    assert!(converted.status.success() && at("chn.pdf").exists());
    assert!(run("chn.xlsx", "csv").unwrap().status.success() && at("chn.csv").exists());
    let Ok(info) = Command::new("pdfinfo").arg(at("chn.pdf")).output() else {
        return beside::not_tested("how many pages the document has", "pdfinfo");
    };
    let info = String::from_utf8(info.stdout).unwrap();
    let pages = info.lines().find_map(|l| l.strip_prefix("Pages:")).unwrap().trim().parse::<usize>().unwrap();
    // With other fonts than it names it is a little longer.
    assert!((8..=28).contains(&pages), "{pages} pages");
}
