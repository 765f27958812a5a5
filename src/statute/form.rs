//! In which form a statute is published, seen in its first bytes; and which forms are known and not read.

/// A form that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// Plain text.
    #[default]
    Plain,
    /// Markdown.
    Markdown,
    /// HTML and XHTML.
    Html,
    /// Word, the form of 2007 and later.
    Docx,
    /// PDF with text in it.
    Pdf,
    /// Akoma Ntoso, LegalDocML and its dialects, Fedlex among them.
    AkomaNtoso,
    /// The XML of legislation.gov.uk.
    Clml,
    /// United States Legislative Markup.
    Uslm,
    /// The XML of Justice Canada.
    JusticeCanada,
    /// The XML of gesetze-im-internet.de.
    GesetzeImInternet,
    /// Formex, the XML of the Official Journal of the European Union.
    Formex,
    /// The XML of Japan's e-Gov.
    EGov,
}

impl Form {
    /// Its name as it is shown.
    pub fn name(self) -> &'static str {
        match self {
            Form::Plain => "text",
            Form::Markdown => "Markdown",
            Form::Html => "HTML",
            Form::Docx => "Word",
            Form::Pdf => "PDF",
            Form::AkomaNtoso => "Akoma Ntoso",
            Form::Clml => "legislation.gov.uk XML",
            Form::Uslm => "USLM",
            Form::JusticeCanada => "Justice Canada XML",
            Form::GesetzeImInternet => "gesetze-im-internet XML",
            Form::Formex => "Formex",
            Form::EGov => "e-Gov XML",
        }
    }
}

/// A form that is known and not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Rich Text Format.
    Rtf,
    /// A page saved with everything in it.
    Mht,
    /// Word before 2007, or another file of those programs.
    OldOffice,
    /// A document of LibreOffice.
    OpenDocument,
    /// A spreadsheet or slides.
    Office,
    /// An electronic book.
    Epub,
    /// An archive.
    Archive,
    /// A picture.
    Picture,
    /// A PDF without text: a scan.
    Scan,
    /// A PDF that is locked.
    LockedPdf,
    /// JSON.
    Json,
    /// Other bytes.
    Binary,
    /// XML of another kind.
    Xml,
}

impl Refused {
    /// The id of the message that says what to do.
    pub fn message(self) -> &'static str {
        match self {
            Refused::Rtf => "statute-form-rtf",
            Refused::Mht => "statute-form-mht",
            Refused::OldOffice => "statute-form-old-office",
            Refused::OpenDocument => "statute-form-open-document",
            Refused::Office => "statute-form-office",
            Refused::Epub => "statute-form-epub",
            Refused::Archive => "statute-form-archive",
            Refused::Picture => "statute-form-picture",
            Refused::Scan => "statute-form-scan",
            Refused::LockedPdf => "statute-form-locked-pdf",
            Refused::Json => "statute-form-json",
            Refused::Binary => "statute-form-binary",
            Refused::Xml => "statute-form-xml",
        }
    }
}

/// What the first bytes of a file say of it, where they decide.
pub(super) fn by_magic(bytes: &[u8]) -> Option<Result<Form, Refused>> {
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    if starts(b"%PDF-") || bytes.get(..1024.min(bytes.len())).is_some_and(|head| head.windows(5).any(|w| w == b"%PDF-"))
    {
        return Some(Ok(Form::Pdf));
    }
    if starts(b"PK\x03\x04") {
        return Some(Ok(Form::Docx));
    }
    let refused = if starts(b"{\\rtf") {
        Refused::Rtf
    } else if starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        Refused::OldOffice
    } else if starts(b"PK")
        || starts(b"\x1f\x8b")
        || starts(b"BZh")
        || starts(b"\xfd7zXZ")
        || starts(b"7z\xbc\xaf")
        || starts(b"Rar!")
    {
        Refused::Archive
    } else if starts(b"\x89PNG") || starts(b"\xff\xd8\xff") || starts(b"GIF8") || starts(b"II*\0") || starts(b"MM\0*") {
        Refused::Picture
    } else {
        return None;
    };
    Some(Err(refused))
}

/// What the words say of it.
pub(super) fn by_words(text: &str) -> Result<Form, Refused> {
    let head: String = text.chars().take(4000).collect::<String>().to_lowercase();
    let start = head.trim_start();
    if start.starts_with("mime-version:") || head.contains("content-type: multipart/related") {
        return Err(Refused::Mht);
    }
    if start.starts_with("{\\rtf") {
        return Err(Refused::Rtf);
    }
    if let Some(root) = root(text) {
        let form = match root {
            "akomaNtoso" => Form::AkomaNtoso,
            "Legislation" | "Fragment" => Form::Clml,
            "uscDoc" | "lawDoc" | "pLaw" | "statutesAtLarge" | "bill" | "resolution" | "uslm" => Form::Uslm,
            "Statute" | "Regulation" => Form::JusticeCanada,
            "dokumente" => Form::GesetzeImInternet,
            "ACT" | "CONS.ACT" | "CONS.DOC" | "DECISION" | "AGR" | "GENERAL" => Form::Formex,
            "Law" | "DataRoot" => Form::EGov,
            root if root.eq_ignore_ascii_case("html") => Form::Html,
            _ if head.contains("<html") || head.contains("<body") => Form::Html,
            _ if start.starts_with("<?xml") || head.contains("xmlns") => return Err(Refused::Xml),
            _ if ["div", "p", "table", "article", "section", "h1", "h2", "span", "main", "center"].contains(&root) => {
                Form::Html
            }
            _ => return Ok(markdown_or_plain(text)),
        };
        return Ok(form);
    }
    // A declaration that defines something stands before the first element: the reader of XML refuses it by name.
    if start.starts_with("<?xml") || start.starts_with("<!doctype") && !start.starts_with("<!doctype html") {
        return Ok(Form::AkomaNtoso);
    }
    if start.starts_with("<!doctype html") || head.contains("<html") || head.contains("<body") {
        return Ok(Form::Html);
    }
    let json = (start.starts_with('{') && start.get(1..).is_some_and(|r| r.trim_start().starts_with('"')))
        || (start.starts_with('[') && start.get(1..).is_some_and(|r| r.trim_start().starts_with(['{', '"'])));
    if json {
        return Err(Refused::Json);
    }
    Ok(markdown_or_plain(text))
}

/// The local name of the first element, when a text begins with one.
fn root(text: &str) -> Option<&str> {
    let mut rest = text.trim_start();
    for _ in 0..64 {
        let inner = rest.strip_prefix('<')?;
        if let Some(comment) = inner.strip_prefix("!--") {
            rest = comment.split_once("-->")?.1.trim_start();
        } else if inner.starts_with('?') {
            rest = inner.split_once("?>")?.1.trim_start();
        } else if inner.starts_with('!') {
            rest = super::xml::after_doctype(inner)?.trim_start();
        } else {
            let end = inner.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'))?;
            let name = inner.get(..end)?;
            return Some(name.rsplit_once(':').map_or(name, |(_, local)| local));
        }
    }
    None
}

/// Whether a text carries the marks of Markdown: several headings with hash signs, or what is set above the text between lines
/// of dashes.
fn markdown_or_plain(text: &str) -> Form {
    let heading = |line: &&str| {
        let hashes = line.chars().take_while(|c| *c == '#').count();
        (1..=10).contains(&hashes) && line.get(hashes..).is_some_and(|rest| rest.starts_with(' '))
    };
    let front = text.starts_with("---\n") || text.starts_with("---\r\n");
    if front || text.lines().filter(heading).take(1).count() == 1 { Form::Markdown } else { Form::Plain }
}
