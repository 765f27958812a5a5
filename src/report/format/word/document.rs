//! A document of WordprocessingML while it is written: headings, paragraphs, tables, comments, tracked changes. Every
//! number in it is counted from one, so that the same report is the same bytes.

use super::said::{Part, Said};
use super::xml::{Attributes, Xml};

/// Who comments and proposes.
pub(super) const AUTHOR: &str = env!("CARGO_PKG_NAME");

/// What a page of A4 leaves between its margins, in twentieths of a point.
pub(super) const WIDTH: u32 = 9638;

/// The deepest heading of the table of contents.
const DEEPEST: u8 = 3;

/// A piece of a paragraph.
#[derive(Debug, Clone)]
pub(super) enum Piece {
    /// A text: its language, how it looks.
    Text(Part, Option<&'static str>),
    /// What a comment is about, and the comment.
    Commented(Vec<Piece>, usize),
    /// What a proposal strikes out of a law, and writes into it.
    Struck(String),
    Written(String),
}

/// A paragraph of a style.
#[derive(Debug, Clone)]
pub(super) struct Paragraph {
    pub(super) style: &'static str,
    pub(super) pieces: Vec<Piece>,
}

/// A text of one language.
pub(super) fn piece((language, text): &Part, look: Option<&'static str>) -> Piece {
    Piece::Text((language.clone(), text.clone()), look)
}

/// The same with a capital at its beginning: the catalogue writes messages, and here they stand alone.
pub(super) fn capital((language, text): &Part) -> Part {
    let mut rest = text.chars();
    let first: String = rest.next().into_iter().flat_map(char::to_uppercase).collect();
    (language.clone(), first + rest.as_str())
}

/// A paragraph for each language.
pub(super) fn paragraphs(style: &'static str, said: &Said) -> Vec<Paragraph> {
    // What is white on dark stays so.
    let look = |at: usize| (at > 0 && style != "Head").then_some("Other");
    let begun = |part: &Part| if style == "Cell" { part.clone() } else { capital(part) };
    let one = |(at, part): (usize, &Part)| Paragraph { style, pieces: vec![piece(&begun(part), look(at))] };
    said.0.iter().enumerate().map(one).collect()
}

/// A row of a table.
#[derive(Debug, Clone)]
pub(super) enum Row {
    /// A cell for each column.
    Cells(Vec<Vec<Paragraph>>),
    /// A line across all columns that tells what follows.
    Group(Said),
}

/// A document while it is written.
#[derive(Debug)]
pub(super) struct Document {
    body: Xml,
    /// What stands before the table of contents, once it is known where that stands.
    before: Option<Vec<u8>>,
    headings: Vec<(u8, Said)>,
    comments: Xml,
    commented: usize,
    changes: usize,
    /// The day that comments and proposals carry.
    date: String,
    contents: Said,
    first_level: u8,
}

impl Document {
    /// An empty one. Its table of contents is called so and begins at this level.
    pub(super) fn new(date: &str, contents: Said, first_level: u8) -> Document {
        Document {
            body: Xml::piece(),
            before: None,
            headings: Vec::new(),
            comments: Xml::piece(),
            commented: 0,
            changes: 0,
            date: format!("{date}T00:00:00Z"),
            contents,
            first_level,
        }
    }

    /// A heading: a line of the navigation pane and of the table of contents.
    pub(super) fn heading(&mut self, level: u8, said: &Said, comment: Option<usize>) {
        self.headings.push((level, said.clone()));
        let number = self.headings.len().to_string();
        let mark = bookmark(self.headings.len());
        let mut pieces: Vec<Piece> = Vec::new();
        for (at, part) in said.0.iter().enumerate() {
            if at > 0 {
                pieces.push(Piece::Text((String::new(), " · ".into()), None));
            }
            pieces.push(piece(part, None));
        }
        let pieces = match comment {
            Some(comment) => vec![Piece::Commented(pieces, comment)],
            None => pieces,
        };
        let style = ["Heading1", "Heading2", "Heading3"].get(usize::from(level) - 1).copied().unwrap_or("Heading3");
        let mut changes = self.changes;
        let date = self.date.clone();
        self.body.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| xml.value("w:pStyle", style));
            xml.empty("w:bookmarkStart", &[("w:id", &number), ("w:name", &mark)]);
            pieces.iter().for_each(|p| write_piece(xml, p, &mut changes, &date));
            xml.empty("w:bookmarkEnd", &[("w:id", &number)]);
        });
        self.changes = changes;
    }

    /// The same text in each language, one under the other.
    pub(super) fn said(&mut self, style: &'static str, said: &Said) {
        for paragraph in paragraphs(style, said) {
            self.paragraph(&paragraph);
        }
    }

    pub(super) fn paragraph(&mut self, paragraph: &Paragraph) {
        let mut changes = self.changes;
        write_paragraph(&mut self.body, paragraph, &mut changes, &self.date);
        self.changes = changes;
    }

    /// The table of contents stands here.
    pub(super) fn contents_here(&mut self) {
        if self.before.is_none() {
            self.before = Some(std::mem::replace(&mut self.body, Xml::piece()).bytes());
        }
    }

    /// A comment for a person to answer. It is anchored where a piece names it.
    pub(super) fn comment(&mut self, said: &[Said]) -> usize {
        let id = self.commented;
        self.commented += 1;
        let (date, mut changes) = (self.date.clone(), self.changes);
        let attributes = [
            ("w:id", id.to_string()),
            ("w:author", AUTHOR.into()),
            ("w:date", date.clone()),
            ("w:initials", "iml".into()),
        ];
        let attributes: Vec<(&str, &str)> = attributes.iter().map(|(key, value)| (*key, value.as_str())).collect();
        self.comments.element("w:comment", &attributes, |xml| {
            for paragraph in said.iter().flat_map(|said| paragraphs("CommentText", said)) {
                write_paragraph(xml, &paragraph, &mut changes, &date);
            }
        });
        self.changes = changes;
        id
    }

    /// A table whose head stands on every page. Widths are shares of the page.
    pub(super) fn table(&mut self, widths: &[u32], head: &[Said], rows: &[Row]) {
        let all: u32 = widths.iter().sum::<u32>().max(1);
        let widths: Vec<String> = widths.iter().map(|w| (WIDTH * w / all).to_string()).collect();
        let (mut changes, date) = (self.changes, self.date.clone());
        self.body.element("w:tbl", &[], |xml| {
            xml.element("w:tblPr", &[], |xml| {
                xml.value("w:tblStyle", "Rows");
                xml.empty("w:tblW", &[("w:w", &WIDTH.to_string()), ("w:type", "dxa")]);
                xml.value("w:tblLayout", "fixed");
                xml.empty(
                    "w:tblLook",
                    &[("w:val", "0020"), ("w:firstRow", "1"), ("w:noVBand", "1"), ("w:noHBand", "1")],
                );
            });
            xml.element("w:tblGrid", &[], |xml| {
                widths.iter().for_each(|width| xml.empty("w:gridCol", &[("w:w", width)]));
            });
            let mut row = |cells: &[Vec<Paragraph>], is_head: bool, across: bool| {
                xml.element("w:tr", &[], |xml| {
                    xml.element("w:trPr", &[], |xml| {
                        xml.empty("w:cantSplit", &[]);
                        if is_head {
                            xml.empty("w:tblHeader", &[]);
                        }
                    });
                    for (cell, width) in cells.iter().zip(&widths) {
                        let fill = if is_head { Some("1B3A57") } else { across.then_some("F3ECE6") };
                        write_cell(xml, cell, width, (across.then_some(widths.len()), fill), &mut changes, &date);
                    }
                });
            };
            let head: Vec<Vec<Paragraph>> = head.iter().map(|said| paragraphs("Head", said)).collect();
            row(&head, true, false);
            for one in rows {
                match one {
                    Row::Cells(cells) => row(cells, false, false),
                    Row::Group(said) => row(&[paragraphs("Group", said)], false, true),
                }
            }
        });
        self.changes = changes;
        // A table that another follows would grow together with it.
        self.paragraph(&Paragraph { style: "After", pieces: Vec::new() });
    }

    /// The parts of the package that hold what was written: the body, and the comments where there are any.
    pub(super) fn parts(mut self) -> (Vec<u8>, Option<Vec<u8>>) {
        self.contents_here();
        let mut part = Xml::part();
        let front = self.before.take().unwrap_or_default();
        let contents = self.table_of_contents();
        let (rest, comments) = (self.body.bytes(), self.comments.bytes());
        part.element("w:document", NAMESPACES, |xml| {
            xml.element("w:body", &[], |xml| {
                xml.pieces(&front);
                xml.pieces(&contents);
                xml.pieces(&rest);
                xml.element("w:sectPr", &[], |xml| {
                    xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", "rIdHeader")]);
                    xml.empty("w:headerReference", &[("w:type", "first"), ("r:id", "rIdFirst")]);
                    xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "rIdFooter")]);
                    xml.empty("w:footerReference", &[("w:type", "first"), ("r:id", "rIdFooter")]);
                    xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
                    let margins = [
                        ("w:top", "1134"),
                        ("w:right", "1134"),
                        ("w:bottom", "1021"),
                        ("w:left", "1134"),
                        ("w:header", "567"),
                        ("w:footer", "510"),
                        ("w:gutter", "0"),
                    ];
                    xml.empty("w:pgMar", &margins);
                    xml.empty("w:titlePg", &[]);
                });
            });
        });
        let comments = (self.commented > 0).then(|| {
            let mut part = Xml::part();
            part.element("w:comments", NAMESPACES, |xml| xml.pieces(&comments));
            part.bytes()
        });
        (part.bytes(), comments)
    }

    /// A field that Word fills when the document is opened. Until then it lists the headings, each a link; on which pages
    /// they come to stand only who lays out the pages knows.
    fn table_of_contents(&self) -> Vec<u8> {
        let mut out = Xml::piece();
        let listed: Vec<(usize, &(u8, Said))> = self
            .headings
            .iter()
            .enumerate()
            .filter(|(_, (level, _))| (self.first_level..=DEEPEST).contains(level))
            .collect();
        if listed.is_empty() {
            return out.bytes();
        }
        let instruction = format!(" TOC \\o \"{}-{DEEPEST}\" \\h \\z \\u ", self.first_level);
        out.element("w:sdt", &[], |xml| {
            xml.element("w:sdtPr", &[], |xml| {
                xml.element("w:docPartObj", &[], |xml| {
                    xml.value("w:docPartGallery", "Table of Contents");
                    xml.empty("w:docPartUnique", &[]);
                });
            });
            xml.element("w:sdtContent", &[], |xml| {
                let title = Paragraph {
                    style: "TOCHeading",
                    pieces: vec![Piece::Text((String::new(), self.contents.line()), None)],
                };
                write_paragraph(xml, &title, &mut 0, &self.date);
                for (at, (heading, (level, said))) in listed.iter().enumerate() {
                    let style = format!("TOC{level}");
                    xml.element("w:p", &[], |xml| {
                        xml.element("w:pPr", &[], |xml| xml.value("w:pStyle", &style));
                        if at == 0 {
                            field_begins(xml, &instruction, true);
                        }
                        let mark = bookmark(heading + 1);
                        xml.element("w:hyperlink", &[("w:anchor", &mark), ("w:history", "1")], |xml| {
                            for (at, part) in said.0.iter().enumerate() {
                                if at > 0 {
                                    write_run(xml, &(String::new(), " · ".into()), None, "w:t");
                                }
                                write_run(xml, part, None, "w:t");
                            }
                        });
                        if at + 1 == listed.len() {
                            field_ends(xml);
                        }
                    });
                }
            });
        });
        out.bytes()
    }
}

/// What an element of a main part may be of.
pub(super) const NAMESPACES: Attributes<'static> = &[
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
];

fn bookmark(heading: usize) -> String {
    format!("_Toc{heading:08}")
}

/// The beginning of a field. Its result follows.
pub(super) fn field_begins(xml: &mut Xml, instruction: &str, stale: bool) {
    let stale: Attributes<'_> = if stale { &[("w:dirty", "true")] } else { &[] };
    let begin: Vec<(&str, &str)> = [("w:fldCharType", "begin")].iter().chain(stale).copied().collect();
    xml.element("w:r", &[], |xml| xml.empty("w:fldChar", &begin));
    xml.element("w:r", &[], |xml| xml.text("w:instrText", instruction));
    xml.element("w:r", &[], |xml| xml.empty("w:fldChar", &[("w:fldCharType", "separate")]));
}

/// The end of a field.
pub(super) fn field_ends(xml: &mut Xml) {
    xml.element("w:r", &[], |xml| xml.empty("w:fldChar", &[("w:fldCharType", "end")]));
}

/// How a run of a language looks, and which dictionary spells it.
fn properties(xml: &mut Xml, language: &str, look: Option<&'static str>) {
    let chinese = language.starts_with("zh");
    if language.is_empty() && look.is_none() {
        return;
    }
    xml.element("w:rPr", &[], |xml| {
        if let Some(look) = look {
            xml.value("w:rStyle", look);
        }
        if chinese {
            // Quotation marks and dashes are of either script: here of this one.
            xml.empty("w:rFonts", &[("w:hint", "eastAsia")]);
        }
        match language {
            // In no language that we know of: nothing to spell.
            "" => xml.empty("w:noProof", &[]),
            "en" => xml.empty("w:lang", &[("w:val", "en-GB")]),
            _ if chinese => xml.empty("w:lang", &[("w:val", "en-GB"), ("w:eastAsia", "zh-CN")]),
            other => xml.empty("w:lang", &[("w:val", other)]),
        }
    });
}

fn write_run(xml: &mut Xml, (language, text): &Part, look: Option<&'static str>, element: &str) {
    xml.element("w:r", &[], |xml| {
        properties(xml, language, look);
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                xml.empty("w:br", &[]);
            }
            if !line.is_empty() {
                xml.text(element, line);
            }
        }
    });
}

fn write_piece(xml: &mut Xml, piece: &Piece, changes: &mut usize, date: &str) {
    let mut change = |xml: &mut Xml, element: &str, text: &str, inside: &str| {
        *changes += 1;
        let id = changes.to_string();
        xml.element(element, &[("w:id", &id), ("w:author", AUTHOR), ("w:date", date)], |xml| {
            write_run(xml, &(String::new(), text.to_owned()), Some("Code"), inside);
        });
    };
    match piece {
        Piece::Text(part, look) => write_run(xml, part, *look, "w:t"),
        Piece::Struck(text) => change(xml, "w:del", text, "w:delText"),
        Piece::Written(text) => change(xml, "w:ins", text, "w:t"),
        Piece::Commented(pieces, comment) => {
            let id = comment.to_string();
            xml.empty("w:commentRangeStart", &[("w:id", &id)]);
            pieces.iter().for_each(|piece| write_piece(xml, piece, changes, date));
            xml.empty("w:commentRangeEnd", &[("w:id", &id)]);
            xml.element("w:r", &[], |xml| {
                xml.element("w:rPr", &[], |xml| xml.value("w:rStyle", "CommentReference"));
                xml.empty("w:commentReference", &[("w:id", &id)]);
            });
        }
    }
}

fn write_paragraph(xml: &mut Xml, paragraph: &Paragraph, changes: &mut usize, date: &str) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| xml.value("w:pStyle", paragraph.style));
        paragraph.pieces.iter().for_each(|piece| write_piece(xml, piece, changes, date));
    });
}

fn write_cell(
    xml: &mut Xml,
    cell: &[Paragraph],
    width: &str,
    (across, fill): (Option<usize>, Option<&str>),
    changes: &mut usize,
    date: &str,
) {
    xml.element("w:tc", &[], |xml| {
        xml.element("w:tcPr", &[], |xml| {
            match across {
                None => xml.empty("w:tcW", &[("w:w", width), ("w:type", "dxa")]),
                Some(columns) => {
                    xml.empty("w:tcW", &[("w:w", &WIDTH.to_string()), ("w:type", "dxa")]);
                    xml.value("w:gridSpan", &columns.to_string());
                }
            }
            if let Some(fill) = fill {
                xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", fill)]);
            }
        });
        cell.iter().for_each(|paragraph| write_paragraph(xml, paragraph, changes, date));
        if cell.is_empty() {
            write_paragraph(xml, &Paragraph { style: "Cell", pieces: Vec::new() }, changes, date);
        }
    });
}
