//! Statutes in the forms in which they are published: what is an article, what is not, and that every letter is accounted for.

use crate::cli::{DATE, err, iml_in, out};
use iml_check::statute::{Form, LeftKind, Refused, Statute, Unread, read};

fn numbers(statute: &Statute) -> Vec<&str> {
    statute.provisions.iter().map(|p| p.number.as_str()).collect()
}

fn of(text: &str) -> Statute {
    read(text.as_bytes()).unwrap_or_else(|why| panic!("{why:?}: {text}"))
}

/// Every letter of the source stands in an article or is named in the receipt.
fn accounted(statute: &Statute, place: &str) {
    let receipt = &statute.receipt;
    let left: usize = receipt.left.iter().map(|l| l.letters).sum();
    assert_eq!(receipt.letters, receipt.placed + left, "{place}: {receipt:#?}");
    assert_eq!(receipt.found, statute.provisions.len(), "{place}");
}

/// How articles are headed from country to country.
#[test]
fn conventions_of_many_countries() {
    let cases: &[(&str, &[&str])] = &[
        ("Lei\n\nArt. 1º Esta lei vale.\nArt. 2º A lei vale.\nArt. 3º E vale.\n", &["1", "2", "3"]),
        (
            "An Act\n\nSECTION 1. SHORT TITLE.\n\nIt has contents:\n\nSec. 1. Short title.\nSec. 2. Detention.\nSec. 3. End.\n\nSEC. 2. DETENTION.\n\nInsert:\n\n``SEC. 236A. MANDATORY.\n\n``An alien.''.\n\nSEC. 3. END.\n\nIt ends.\n",
            &["1", "2", "3"],
        ),
        (
            "LAWS\n\nControl\n\n6. (1) No person shall enter.\n\n7. (Deleted by Act A719).\n\nPower\n\n8. (1) Any person may be removed.\n",
            &["6", "7", "8"],
        ),
        (
            "# Gesetz\n\n### **Art. 1** Gegenstand\n\nEs gilt.\n\n### **Art. 2a**[^1] Geltung\n\n^1^ Es gilt.\n\n[^1]: Fassung.\n",
            &["1", "2a"],
        ),
        (
            "# Code\n\n##### Article L110-1\n\nUn.\n\n##### Article R*110-2\n\nDeux.\n\n##### Article D121-1\n\nTrois.\n",
            &["L110-1", "R110-2", "D121-1"],
        ),
        (
            "Ley\n\nArtículo 1. Objeto.\nUno.\n\nArtículo 1 bis. Dos.\nTexto.\n\nArtículo 2 quáter.\nTexto.\n\nArtículo 2 quinquies.\nTexto.\n",
            &["1", "1-bis", "2-quater", "2-quinquies"],
        ),
        ("Ley\n\nArtículo 5 Bis 1. Uno.\n\nArticulo 6. Dos.\n\nARTÍCULO 7o.- Tres.\n", &["5-bis-1", "6", "7"]),
        ("Code\n\nArticle premier\nUn.\n\nArticle 2\nDeux.\n", &["1", "2"]),
        (
            "Code\n\nArticle L. 111-1\nUn.\n\nArticle L. 111-2\nDeux.\n\nArticle L. 112-1\nTrois.\n\nArticle R. 111-1\nQuatre.\n",
            &["L111-1", "L111-2", "L112-1", "R111-1"],
        ),
        (
            "Gesetz\n\n§ 1 Zweck\n(1) Eins.\n\n§ 1a Weiteres\nEin Ausländer kann nach\n§ 3 Absatz 2 und\n§ 4 Nr. 1 ausgewiesen werden.\n\n§ 2 Ende\nSchluss.\n",
            &["1", "1a", "2"],
        ),
        ("Törvény\n\n### 1. §\n\n1. § (1) Egy.\n\n### 7/A. §\n\n7/A. § (1) Két.\n", &["1", "7/A"]),
        ("Laki\n\n1 §\nYksi.\n\n12 a §\nKaksi.\n", &["1", "12a"]),
        ("قانون\n\nالمادة 1\nنص أول.\n\nالمادة 2\nنص ثان.\n", &["1", "2"]),
        ("พระราชบัญญัติ\n\nมาตรา ๑  หนึ่ง\n\nมาตรา\n๒[๑] สอง\n\nมาตรา ๒ ทวิ สาม\n", &["1", "2", "2-bis"]),
        ("법\n\n제1조(목적) 이 법은 목적을 정한다.\n\n제63조의2(특례) 특례를 둔다.\n", &["1", "63-2"]),
        (
            "法律\n\n（目的）\n第一条　この法律は、目的とする。\n\n（特例）\n第五十三条の二　特例とする。\n",
            &["1", "53-2"],
        ),
        ("决定\n\n一、第六条增加一项。\n\n二、本决定自公布之日起施行。\n", &["1", "2"]),
        (
            "Act\n\nEntry\n6. (1) A person may enter.\n(2) Not otherwise.\n\nRemoval\n7. (1) A person may be removed.\n\nEnd\n8. (1) It ends.\n",
            &["6", "7", "8"],
        ),
        ("Закон\n\nСтатья 1. Цель\nТекст.\n\nСтатья 2. Понятия\nТекст.\n", &["1", "2"]),
        ("Kanun\n\nMADDE 1 – Amaç budur.\n\nMADDE 2 – Kapsam budur.\n", &["1", "2"]),
        ("Luật\n\nĐiều 1. Phạm vi\nMột.\n\nĐiều 2. Đối tượng\nHai.\n", &["1", "2"]),
        ("UU\n\nPasal 1\nSatu.\n\nPasal 2\nDua.\n", &["1", "2"]),
        ("Lei\n\nArt. 1º Esta lei vale.\n\nArt. 2º-A Outra.\n", &["1", "2-A"]),
        ("An Act\n\nSEC. 1. SHORT TITLE.\nIt has one.\n\nSEC. 2. END.\nIt ends.\n", &["1", "2"]),
        (
            "# Act\n\n##### 4 Definitions\n\nWords.\n\n##### 4AA Orders\n\nOrders.\n\n##### 4A Evidence\n\nEvidence.\n",
            &["4", "4AA", "4A"],
        ),
    ];
    let mut wrong = Vec::new();
    for (text, expected) in cases {
        match read(text.as_bytes()) {
            Ok(statute) => {
                accounted(&statute, text);
                if numbers(&statute) != **expected {
                    wrong.push(format!("{text}\n{:?} instead of {expected:?}", numbers(&statute)));
                }
            }
            Err(why) => wrong.push(format!("{text}\n{why:?}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n----\n"));
}

#[test]
fn headings_and_words() {
    let statute = of("법\n\n제1조(목적) 이 법은 목적을 정한다.\n\n제2조(정의) 정의한다.\n");
    assert_eq!(statute.provisions[0].heading.as_deref(), Some("목적"));
    assert_eq!(statute.provisions[0].text, "이 법은 목적을 정한다.");
    let statute = of("法律\n\n（目的）\n第一条　この法律は、目的とする。\n\n（定義）\n第二条　定義とする。\n");
    assert_eq!(statute.provisions[1].heading.as_deref(), Some("定義"));
    assert_eq!(statute.provisions[0].text, "この法律は、目的とする。");
    // A heading above the number, and lines that were broken at a width.
    let statute = of("Act\n\nEntry\n1. (1) A person may enter.\n\nRemoval\n2. (1) A person may be removed.\n");
    assert_eq!(statute.provisions[1].heading.as_deref(), Some("Removal"));
    assert_eq!(statute.provisions[0].text, "(1) A person may enter.");
    // Markdown: the number that is said again before the words is one.
    let statute = of("# T\n\n### 1. §\n\n1. § (1) Egy.\n\n### 2. §\n\n2. § Két.\n");
    assert_eq!(statute.provisions[0].text, "(1) Egy.");
    let statute = of(
        "---\ntitle: \"The *Act*\"\n---\n# Other\n\n## Article 1. Scope\n\nIt **applies** to [all](https://x.y/z).\n\n## Article 2\n\nEnd.\n",
    );
    assert_eq!(statute.title.as_deref(), Some("The *Act*"));
    assert_eq!(statute.provisions[0].heading.as_deref(), Some("Scope"));
    assert_eq!(statute.provisions[0].text, "It applies to all.");
}

/// What is quoted, referred to, listed in a table of contents or counted by itself is no article of the law.
#[test]
fn what_looks_like_an_article() {
    // An amendment that quotes a whole article.
    let statute = of(
        "Law\n\nArticle 1\nArticle 30 shall read:\n“Article 30\nNobody is detained.”\n\nArticle 2\nIt enters into force.\n",
    );
    assert_eq!(numbers(&statute), ["1", "2"]);
    assert!(statute.provisions[0].text.contains("Nobody is detained"));
    // Other provisions end the last article.
    let statute = of(
        "Ley\n\nArtículo 1. Uno.\n\nArtículo 2. Dos.\n\nDisposición final primera. Modificación.\nOtra cosa.\n\nDisposición final segunda. Entrada en vigor.\nHoy.\n",
    );
    assert_eq!(numbers(&statute), ["1", "2"]);
    assert_eq!(statute.provisions[1].text, "Dos.");
    assert!(
        statute.receipt.left.iter().any(|l| l.kind == LeftKind::Annex && l.letters > 40),
        "{:?}",
        statute.receipt.left
    );
    // A decree around a regulation.
    let statute = of(
        "Decreto\n\n## Artículo único. Aprobación.\n\nSe aprueba.\n\n## Artículo 1. Uno.\n\nUno.\n\n## Artículo 2. Dos.\n\nDos.\n\n## Artículo 3. Tres.\n\nTres.\n",
    );
    assert_eq!(numbers(&statute), ["unico", "1", "2", "3"]);
    // The frame of a page, a note above the line.
    let html = "<html><head><title>T</title></head><body><nav><a>Article 9</a></nav><div><div><p>Art. 1<sup>1</sup> Scope</p><p>One.</p><p>Art. 2 End</p><p>Two.</p></div></div><div>Contact us</div><footer>Imprint</footer></body></html>";
    let statute = of(html);
    assert_eq!(numbers(&statute), ["1", "2"]);
    assert_eq!(statute.provisions[1].text, "Two.");
    assert!(statute.receipt.left.iter().any(|l| l.kind == LeftKind::Frame), "{:?}", statute.receipt.left);
    accounted(&statute, html);
}

/// An order that is broken and numbers that stand twice are said.
#[test]
fn the_receipt_tells_what_is_odd() {
    let receipt = of("Law\n\nArticle 5 Five\nOne.\n\nArticle 3 Three\nTwo.\n").receipt;
    assert_eq!(
        (receipt.disordered.as_slice(), receipt.doubts().as_slice()),
        (&["3".to_owned()][..], &["receipt-order"][..])
    );
    let receipt = of("Law\n\nArticle 1\nOne.\n\nArticle 2\nTwo.\n\nArticle 6\nSix.\n").receipt;
    assert_eq!(receipt.missing, ["3–5"]);
    let text =
        format!("Law\n\n{}\n\nSection 1\nOne.\n\nSection 2\nTwo.\n", "Words that belong nowhere at all. ".repeat(50));
    let receipt = of(&text).receipt;
    assert!(receipt.per_mille() < 100 && receipt.doubts() == ["receipt-little"], "{receipt:?}");
    // Latin letters in another character set than the one they were written in.
    let mut bytes = b"<html><head><meta charset=\"windows-1252\"></head><body><p>Art\xedculo 1. Se\xf1or.</p><p>Art\xedculo 2. Fin.</p></body></html>".to_vec();
    let statute = read(&bytes).unwrap();
    assert_eq!((statute.receipt.charset, statute.provisions[0].text.as_str()), (Some("windows-1252"), "Señor."));
    bytes.truncate(40);
    assert!(read(&bytes).is_err());
}

#[test]
fn national_xml() {
    let clml = r#"<Legislation xmlns="http://www.legislation.gov.uk/namespaces/legislation"><ukm:Metadata xmlns:ukm="u" xmlns:dc="d"><dc:title>Test Act</dc:title></ukm:Metadata><Contents><ContentsItem>1 Scope</ContentsItem></Contents><Primary><Body><P1group><Title>Scope</Title><P1 IdURI="http://x/1"><Pnumber>1</Pnumber><P1para><P2><Pnumber>1</Pnumber><P2para><Text>It applies to <Term>aliens</Term>.</Text></P2para></P2></P1para></P1></P1group><P1group><Title>End</Title><P1><Pnumber>2</Pnumber><P1para><Text>In section 5 insert</Text><BlockAmendment><P1><Pnumber>9</Pnumber><P1para><Text>quoted</Text></P1para></P1></BlockAmendment></P1para></P1></P1group></Body><Schedules><Schedule><Number>SCHEDULE 1</Number><ScheduleBody><P1><Pnumber>1</Pnumber><P1para><Text>Forms.</Text></P1para></P1></ScheduleBody></Schedule></Schedules></Primary><Commentaries><Commentary><Para><Text>Editor</Text></Para></Commentary></Commentaries></Legislation>"#;
    let statute = of(clml);
    accounted(&statute, "clml");
    assert_eq!(statute.receipt.form, Form::Clml);
    assert_eq!(numbers(&statute), ["1", "2", "annex1-1"]);
    assert_eq!(statute.title.as_deref(), Some("Test Act"));
    assert_eq!(statute.provisions[0].heading.as_deref(), Some("Scope"));
    assert_eq!(statute.provisions[0].text, "1 It applies to aliens.");
    assert!(statute.provisions[1].text.contains("quoted"));
    let uslm = r#"<uscDoc xmlns="http://xml.house.gov/schemas/uslm/1.0"><main><title><num>8</num><section identifier="/us/usc/t8/s1226"><num value="1226">§ 1226.</num><heading>Detention</heading><subsection><num>(a)</num><content>An alien may be detained.</content></subsection><sourceCredit>(June 27, 1952)</sourceCredit></section></title></main></uscDoc>"#;
    let statute = of(uslm);
    accounted(&statute, "uslm");
    assert_eq!((statute.receipt.form, numbers(&statute)), (Form::Uslm, vec!["1226"]));
    assert_eq!(statute.provisions[0].text, "(a) An alien may be detained.");
    let canada = r#"<?xml version="1.0"?><Statute><Identification><LongTitle>An Act</LongTitle></Identification><Body><Heading><TitleText>Part 1</TitleText></Heading><Section><MarginalNote>Scope</MarginalNote><Label>1</Label><Text>It applies.</Text></Section><Section><MarginalNote>Detention</MarginalNote><Label>55.1</Label><Subsection><Label>(1)</Label><Text>An officer may <DefinedTermEn>detain</DefinedTermEn>.</Text></Subsection><HistoricalNote><HistoricalNoteSubItem>2001, c. 27</HistoricalNoteSubItem></HistoricalNote></Section></Body><Schedule><Section><Label>1</Label><Text>Form</Text></Section></Schedule></Statute>"#;
    let statute = of(canada);
    accounted(&statute, "canada");
    assert_eq!((statute.receipt.form, numbers(&statute)), (Form::JusticeCanada, vec!["1", "55.1", "annex-1"]));
    assert_eq!(statute.provisions[1].text, "(1) An officer may detain.");
    let gii = r#"<?xml version="1.0"?><!DOCTYPE dokumente SYSTEM "http://www.gesetze-im-internet.de/dtd/1.01/gii-norm.dtd"><dokumente><norm><metadaten><jurabk>X</jurabk><langue>Gesetz über X</langue></metadaten><textdaten/></norm><norm doknr="A1"><metadaten><jurabk>X</jurabk><enbez>§ 1</enbez><titel>Zweck</titel></metadaten><textdaten><text format="XML"><Content><P>(1) Eins.</P><P>(2) Zwei.</P></Content></text><fussnoten><Content>Fn</Content></fussnoten></textdaten></norm><norm doknr="A2"><metadaten><enbez>§ 1a</enbez><titel>Mehr</titel></metadaten><textdaten><text><Content><P>Drei.</P></Content></text></textdaten></norm><norm><metadaten><enbez>Anlage</enbez></metadaten><textdaten><text><Content><P>Formular</P></Content></text></textdaten></norm></dokumente>"#;
    let statute = of(gii);
    accounted(&statute, "gii");
    assert_eq!((statute.receipt.form, numbers(&statute)), (Form::GesetzeImInternet, vec!["1", "1a"]));
    assert_eq!(statute.title.as_deref(), Some("Gesetz über X"));
    assert_eq!(statute.provisions[0].heading.as_deref(), Some("Zweck"));
    assert_eq!(statute.provisions[0].text, "(1) Eins.\n(2) Zwei.");
    let formex = r#"<?xml version="1.0"?><ACT><TITLE><TI><P>Regulation</P></TI></TITLE><PREAMBLE><P>Whereas</P></PREAMBLE><ENACTING.TERMS><DIVISION><TITLE><TI><P>CHAPTER I</P></TI></TITLE><ARTICLE IDENTIFIER="001"><TI.ART>Article 1</TI.ART><STI.ART><P>Scope</P></STI.ART><PARAG IDENTIFIER="001.001"><NO.PARAG>1.</NO.PARAG><ALINEA>It applies.</ALINEA></PARAG></ARTICLE><ARTICLE IDENTIFIER="002"><TI.ART>Article 2</TI.ART><ALINEA>It ends.</ALINEA></ARTICLE></DIVISION></ENACTING.TERMS></ACT>"#;
    let statute = of(formex);
    accounted(&statute, "formex");
    assert_eq!((statute.receipt.form, numbers(&statute)), (Form::Formex, vec!["1", "2"]));
    assert_eq!(
        (statute.provisions[0].heading.as_deref(), statute.provisions[0].text.as_str()),
        (Some("Scope"), "1. It applies.")
    );
    let egov = r#"<?xml version="1.0"?><Law><LawNum>x</LawNum><LawBody><LawTitle>法律</LawTitle><MainProvision><Article Num="1"><ArticleCaption>（目的）</ArticleCaption><ArticleTitle>第一条</ArticleTitle><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>目的とする。</Sentence></ParagraphSentence></Paragraph></Article><Article Num="2_2"><ArticleTitle>第二条の二</ArticleTitle><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>特例とする。</Sentence></ParagraphSentence></Paragraph></Article></MainProvision><SupplProvision><Article Num="1"><ArticleTitle>第一条</ArticleTitle><Paragraph><ParagraphSentence><Sentence>施行する。</Sentence></ParagraphSentence></Paragraph></Article></SupplProvision></LawBody></Law>"#;
    let statute = of(egov);
    accounted(&statute, "e-gov");
    assert_eq!((statute.receipt.form, numbers(&statute)), (Form::EGov, vec!["1", "2-2", "annex-1"]));
    assert_eq!(statute.provisions[0].text, "目的とする。");
}

/// Word and PDF; and what is in no form that is read is refused by its name.
#[test]
fn word_pdf_and_what_is_refused() {
    let file =
        |name: &str| std::fs::read(format!("{}/tests/fixtures/statutes/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let statute = read(&file("border-act.docx")).unwrap();
    accounted(&statute, "docx");
    assert_eq!(numbers(&statute), ["1", "2"]);
    assert_eq!(statute.provisions[0].text, "An officer may detain a person who enters unlawfully.\nIn a table");
    let statute = read(&file("border-act.pdf")).unwrap();
    accounted(&statute, "pdf");
    assert_eq!(numbers(&statute), ["1", "2"]);
    assert_eq!(statute.provisions[0].heading.as_deref(), Some("Detention"));
    assert_eq!(read(&file("bomb.docx")), Err(Unread::TooLarge));
    assert_eq!(read(&file("scan.pdf")), Err(Unread::Refused(Refused::Scan)));
    for (bytes, refused) in [
        (&b"{\\rtf1 Article 1"[..], Refused::Rtf),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related\n\nArticle 1", Refused::Mht),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Refused::OldOffice),
        (b"\x1f\x8b\x08", Refused::Archive),
        (b"\x89PNG\r\n", Refused::Picture),
        (b"[{\"article\": 1}]", Refused::Json),
        (b"<?xml version=\"1.0\"?><unknown xmlns=\"x\"/>", Refused::Xml),
    ] {
        assert_eq!(read(bytes), Err(Unread::Refused(refused)));
    }
    // A part that is its own parent.
    let circle = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 2 0 R >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n";
    assert!(matches!(read(circle), Err(Unread::NotWellFormed(_) | Unread::Refused(_))));
    // More headings than any statute has.
    assert!(matches!(read("Article 1 X\n".repeat(60_000).as_bytes()), Err(Unread::NoArticles(Form::Plain))));
    // Truncated and garbled files are answered with a word too.
    for name in ["border-act.docx", "border-act.pdf", "border-act.xml"] {
        let whole = file(name);
        for part in 1..20 {
            let _ = read(&whole[..whole.len() * part / 20]);
        }
    }
}

/// Small files of every trap.
#[test]
fn the_cases_beside_the_checkout() {
    let Some(folder) = crate::beside::shared("cases/import", "traps of importing") else { return };
    let read_file = |name: &str| read(&std::fs::read(folder.join(name)).unwrap());
    for (name, expected) in [
        ("akn-sections-and-articles.xml", &["1", "2", "annex-1"][..]),
        ("annex.txt", &["1", "2", "annex-1", "annex-2"]),
        ("part-line.txt", &["1", "2", "3"]),
        ("ref-line-en.txt", &["1", "9", "10"]),
        ("ref-line.txt", &["25", "12a"]),
        ("toc.txt", &["1", "2"]),
        ("uk.txt", &["1", "2", "3"]),
        ("uslm.xml", &["1226"]),
        ("utf16.txt", &["1", "9", "10"]),
    ] {
        let statute = read_file(name).unwrap_or_else(|why| panic!("{name}: {why:?}"));
        assert_eq!(numbers(&statute), expected, "{name}");
        accounted(&statute, name);
    }
    let statute = read_file("part-line.txt").unwrap();
    assert!(statute.provisions[1].text.contains("without limit of time"), "{:?}", statute.provisions[1]);
    let statute = read_file("annex.txt").unwrap();
    assert_eq!(statute.provisions[0].text, "No one shall be returned.");
    let statute = read_file("toc.txt").unwrap();
    assert_eq!(
        (statute.provisions[1].heading.as_deref(), statute.title.as_deref()),
        (Some("Detention"), Some("Aliens Act"))
    );
    let statute = read_file("gb18030.txt").unwrap();
    assert_eq!((statute.provisions.len(), statute.receipt.charset), (26, Some("GBK")));
    let statute = read_file("clml-noprolog.xml").unwrap();
    accounted(&statute, "clml");
    let sections: Vec<&str> = numbers(&statute).into_iter().filter(|n| !n.starts_with("annex")).collect();
    assert_eq!((sections.len(), sections[7], sections[22]), (23, "7A", "22"));
    assert_eq!(read_file("law.rtf"), Err(Unread::Refused(Refused::Rtf)));
    assert_eq!(read_file("word.mht"), Err(Unread::Refused(Refused::Mht)));
}

/// Of every statute at hand, no letter is lost without a word.
#[test]
fn no_letter_of_a_statute_at_hand_is_lost() {
    let Some(folder) = crate::beside::shared("samples", "accounting for the letters of statutes") else { return };
    let mut read_ones = 0;
    for entry in walk(&folder) {
        let name = entry.display().to_string();
        // A megabyte of PDF takes seconds in a program that is not optimised.
        if name.ends_with(".pdf") || name.ends_with(".json") || name.ends_with(".py") {
            continue;
        }
        if let Ok(statute) = read(&std::fs::read(&entry).unwrap()) {
            accounted(&statute, &name);
            read_ones += 1;
        }
    }
    assert!(read_ones > 140, "{read_ones}");
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut out = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { open.push(path) } else { out.push(path) }
        }
    }
    out.sort();
    out
}

/// The receipt goes to standard error and into the file; what should not be trusted is written only when asked for.
#[test]
fn the_receipt_on_the_command_line() {
    let kept = tempfile::tempdir().unwrap();
    let at = kept.path().to_str().unwrap();
    let run = |arguments: &[&str], input: Option<&[u8]>| {
        let output = iml_in(at, arguments, input);
        (output.status.code(), out(&output), err(&output))
    };
    let broken = "Law\n\nArticle 5 Five\nOne.\n\nArticle 3 Three\nTwo.\n";
    std::fs::write(kept.path().join("law.txt"), broken).unwrap();
    for (lang, order) in [("en", "the order of the articles is broken"), ("zh", "条文次序混乱")] {
        let asked = ["new", "policy", "--from", "law.txt", "--state", "MLT", "--lang", lang];
        let (code, text, error) = run(&asked, None);
        assert!(code == Some(2) && text.is_empty() && error.contains(order), "{code:?} {text} {error}");
        let (code, text, error) = run(&[&asked[..], &["--anyway"]].concat(), None);
        assert!(code == Some(0) && text.contains(order) && error.contains(order), "{code:?} {text} {error}");
    }
    // From a pipe: no source can be named, and the law is read all the same.
    let piped = "Law\n\nArticle 1\nOne.\n\nArticle 2\nTwo.\n";
    let asked = ["new", "policy", "--from", "-", "--state", "MLT", "--lang", "en", "--output-file", "p.pol"];
    let (code, _, error) = run(&asked, Some(piped.as_bytes()));
    assert_eq!(code, Some(0), "{error}");
    let law = std::fs::read_to_string(kept.path().join("p.pol")).unwrap();
    assert!(!law.contains("source file") && law.contains("# read as text: 2 articles, 1 to 2"), "{law}");
}

/// What stands in the source and in no article of the law is counted.
#[test]
fn what_stands_in_no_article_of_the_law() {
    let kept = tempfile::tempdir().unwrap();
    std::fs::create_dir(kept.path().join(".git")).unwrap();
    let source = "Law\n\nArticle 1\nThe police may detain foreigners who stay unlawfully.\n\nArticle 2\nNobody may appeal against that decision.\n\nDisposición final primera. Otras reglas.\nTambién se detiene a los demás.\n";
    std::fs::write(kept.path().join("law.txt"), source).unwrap();
    let law = "policy p \"P\" {\n  state MLT\n  governs detention\n  source file \"law.txt\"\n}\n\narticle 1 {\n  text \"The police may detain foreigners who stay unlawfully.\"\n  may detain foreigner where unlawful-stay\n}\n";
    let check = |law: &str| {
        std::fs::write(kept.path().join("p.pol"), law).unwrap();
        let at = kept.path().to_str().unwrap();
        out(&iml_in(at, &["p.pol", "--format", "short", "--lang", "en", DATE[0], DATE[1]], None))
    };
    let said = check(law);
    assert!(
        said.contains("source-uncovered") && said.contains("in no article of this law: 2, “Disposición final primera"),
        "{said}"
    );
    let whole = format!(
        "{law}\narticle 2 {{\n  text \"Nobody may appeal against that decision.\"\n  set aside because \"x\"\n}}\n"
    );
    let said = check(&whole);
    assert!(said.contains("source-uncovered") && !said.contains(": 2, "), "{said}");
    std::fs::write(kept.path().join("law.txt"), source.split("Disposición").next().unwrap()).unwrap();
    assert!(!check(&whole).contains("source-uncovered"), "{}", check(&whole));
}

/// Damaged at random, a statute is read or refused, every letter accounted for and every text found again; nothing panics.
#[test]
fn random_damage_to_statutes() {
    let fixtures = format!("{}/tests/fixtures/statutes", env!("CARGO_MANIFEST_DIR"));
    let mut whole: Vec<Vec<u8>> = vec![
        "Law\n\nCONTENTS\nArticle 1 A\nArticle 2 B\n\nPART I\n\nArticle 1 A\nOne. “Article 9\nquoted”\n\nArticle 2 bis B\nTwo, under\nArticle 3 of it.\n\nANNEX\n\nArticle 1\nForm.\n\u{c}3 of 9\n".into(),
        "---\ntitle: x\n---\n# T\n\n##### Artículo 1. Uno.\n\n* 1. [x](y) **b**\n\n##### Artículo 1 quáter. Dos.\n\n^1^ Fin[^1]\n\n[^1]: n\n".into(),
        "<html><head><title>t</title></head><body><nav>n</nav><div><p>المادة 1</p><p>نص</p><p>المادة 2 - مكرر<sup>1</sup></p><p>نص<br>آخر</p></div><footer>f</footer></body></html>".into(),
        "法\n\n第一章 总则\n\n第一条 为了。\n\n第二条之一【适用】第一款罪。\n\n一、二\n".into(),
    ];
    for name in ["border-act.xml", "border-act.docx"] {
        whole.push(std::fs::read(format!("{fixtures}/{name}")).unwrap());
    }
    let bits: Vec<&[u8]> = vec![
        b"\nArticle 1\n",
        b"<",
        b">",
        b"</p>",
        b"<article>",
        b"\n\n",
        b"\"",
        "“".as_bytes(),
        "第".as_bytes(),
        b"1.",
        b"\0",
        b"\xff",
        b"# ",
        b"&amp;",
        b"[",
        b"(",
    ];
    let mut random = fastrand::Rng::with_seed(22);
    let mut read_ones = 0;
    for round in 0..3_000 {
        let mut bytes = whole[round % whole.len()].clone();
        for _ in 0..random.usize(1..6) {
            let at = random.usize(0..=bytes.len());
            match random.u8(0..4) {
                0 => bytes.truncate(at),
                1 => drop(bytes.splice(at..at, bits[random.usize(0..bits.len())].iter().copied())),
                2 => {
                    let end = random.usize(at..=bytes.len());
                    let part = bytes[at..end].to_vec();
                    bytes.extend(part);
                }
                _ => {
                    let end = random.usize(at..=bytes.len().min(at + 20));
                    bytes.drain(at..end);
                }
            }
        }
        let place = String::from_utf8_lossy(&bytes).into_owned();
        let Ok(statute) = read(&bytes) else { continue };
        read_ones += 1;
        accounted(&statute, &place);
        for provision in statute.provisions.iter().filter(|p| p.text.chars().any(char::is_alphanumeric)) {
            let found = iml_check::statute::stands_in(&provision.text, &statute.words);
            assert_eq!(found, iml_check::statute::Passage::Stands, "{place}\n{}", provision.text);
        }
    }
    assert!(read_ones > 1_000, "{read_ones}");
}
