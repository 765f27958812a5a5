//! From a statute to a law: articles counted, words complete, every quotation found again.

use crate::cli::{DATE, err, iml_in, out};
use iml_check::statute::{Provision, Statute, read};

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn sample(path: &str) -> Option<Vec<u8>> {
    let path = crate::beside::shared(&format!("samples/{path}"), "reading a statute as it is published")?;
    Some(std::fs::read(path).unwrap())
}

fn numbers(statute: &Statute) -> Vec<&str> {
    statute.provisions.iter().map(|p| p.number.as_str()).collect()
}

/// Everything between the tags of a piece of XML; notes of the editors say nothing.
fn stripped(xml: &str) -> String {
    let mut out = String::new();
    let mut rest = xml;
    while let Some(open) = rest.find('<') {
        out.push_str(&rest[..open]);
        out.push(' ');
        rest = &rest[open..];
        if rest.starts_with("<authorialNote") {
            rest = &rest[rest.find("</authorialNote>").unwrap()..];
        }
        rest = &rest[rest.find('>').unwrap() + 1..];
    }
    out.push_str(rest);
    out.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
}

/// The words of a provision are all the words of its element, number and heading first.
fn complete(xml: &str, element: &str, provision: &Provision) {
    let uri = provision.uri.as_ref().unwrap();
    let start = xml.find(&format!("eId=\"{uri}\"")).unwrap();
    let start = start + xml[start..].find('>').unwrap() + 1;
    let end = start + xml[start..].find(&format!("</{element}>")).unwrap();
    let whole = letters(&stripped(&xml[start..end]));
    let ours = letters(provision.heading.as_deref().unwrap_or("")) + &letters(&provision.text);
    assert!(whole.ends_with(&ours), "{uri}\n{whole}\n----\n{ours}");
    // What stands before is the printed number.
    assert!(whole.len() - ours.len() < 24, "{uri}\n{whole}\n----\n{ours}");
}

#[test]
fn real_akoma_ntoso() {
    let cases: [(&str, &str, &[&str]); 5] = [
        ("uk_pga-2014-27-enacted-data.xml", "section", &["1", "2", "3", "4", "5", "6", "7", "8"]),
        ("us_Act_2011-11-29.xml", "section", &["1", "2", "3", "4", "5", "6"]),
        ("us_Title9-Chap3-eng.xml", "section", &["301", "302", "303", "304", "305", "306", "307"]),
        ("it_senato_ddl_2013.xml", "an:article", &["1", "2", "3", "4", "5", "6"]),
        ("uy_bill_2010-09-27.xml", "article", &["1", "2", "3", "annex-I"]),
    ];
    for (file, element, expected) in cases {
        let Some(bytes) = sample(&format!("akoma-ntoso/{file}")) else { continue };
        let statute = read(&bytes).unwrap_or_else(|why| panic!("{file}: {why:?}"));
        assert_eq!(numbers(&statute), expected, "{file}");
        assert!(statute.provisions.iter().all(|p| !p.text.is_empty()), "{file}");
        let xml = String::from_utf8(bytes).unwrap();
        for provision in &statute.provisions {
            // An element that quotes others of its kind ends at the first of them: not compared here.
            let quotes = file.starts_with("it_") && ["1", "3"].contains(&provision.number.as_str());
            let nested = file.starts_with("us_Act") && xml.contains("eId=\"page\"") && provision.number == "2";
            // The explanatory part is counted by itself, and is no element of that name.
            let apart = provision.number.starts_with("annex");
            if !quotes && !nested && !apart {
                complete(&xml, element, provision);
            }
        }
    }
    // A debate has no articles, and says so.
    if let Some(bytes) = sample("akoma-ntoso/cl_Sesion56_2.xml") {
        assert_eq!(read(&bytes), Err(iml_check::statute::Unread::NoArticles(iml_check::statute::Form::AkomaNtoso)));
    }
}

#[test]
fn real_chinese_statutes() {
    for (file, count) in [("chn-exit-and-entry-2012.md", 93), ("chn-nationality-1980.md", 18)] {
        let Some(bytes) = sample(&format!("statutes/{file}")) else { continue };
        let statute = read(&bytes).unwrap();
        let expected: Vec<String> = (1..=count).map(|n| n.to_string()).collect();
        assert_eq!(numbers(&statute), expected, "{file}");
        // All words from the first article on, but for the headings of chapters and the numbers themselves.
        let text = String::from_utf8(bytes).unwrap();
        let body = &text[text.find("\n第一条").unwrap()..];
        let mut whole = String::new();
        for line in body.lines().filter(|l| !l.starts_with('#')) {
            let line = line.trim();
            let number = line.starts_with('第').then(|| line.split_once("条 ")).flatten();
            whole += &letters(number.filter(|(n, _)| n.chars().count() < 8).map_or(line, |(_, rest)| rest));
        }
        let ours: String = statute.provisions.iter().map(|p| letters(&p.text)).collect();
        // Not printed: it is a whole law.
        assert!(whole == ours, "{file}: {} letters of {}", ours.len(), whole.len());
    }
}

/// The skeleton is a law in the canonical layout, in which every article is still open and every text stands in its
/// source; a word that is changed is found, with the passage that it should be.
#[test]
fn the_skeleton_goes_round() {
    let kept = tempfile::tempdir().unwrap();
    let folder = kept.path();
    std::fs::create_dir_all(folder.join("laws")).unwrap();
    std::fs::create_dir(folder.join(".git")).unwrap();
    let source = "The Border Act\n\nPART I\nGeneral\n\nSection 1\nDetention\nAn officer may detain a person who \"enters\" unlawfully.\nparty to this is nobody\n\nSection 2. Repeal\nThe old Act is repealed.\n";
    std::fs::write(folder.join("border.txt"), source).unwrap();
    let at = folder.to_str().unwrap();
    let run = |arguments: &[&str]| {
        let output = iml_in(at, &[arguments, &["--lang", "en"]].concat(), None);
        (output.status.code(), out(&output), err(&output))
    };
    let made = run(&["new", "policy", "--from", "border.txt", "--state", "MLT", "--output-file", "laws/border.pol"]);
    assert_eq!(made.0, Some(0), "{}", made.2);
    insta::assert_snapshot!(std::fs::read_to_string(folder.join("laws/border.pol")).unwrap());
    assert_eq!(run(&["fmt", "--check", "laws/border.pol"]).0, Some(0));
    let check =
        |more: &[&str]| run(&[&["laws/border.pol", DATE[0], DATE[1], "--format", "short", "--full"], more].concat());
    let (_, text, _) = check(&[]);
    assert!(text.contains("2 of 2 articles of this law are still to be encoded: 1, 2"), "{text}");
    assert!(!text.contains("source"), "{text}");
    // Where nothing is encoded there is no verdict.
    let (code, text, _) = check(&["--fail-on", "never"]);
    assert!(code == Some(2) && text.contains("nothing-operative"), "{code:?} {text}");
    let law = std::fs::read_to_string(folder.join("laws/border.pol")).unwrap();
    let encoded = law.replacen("  to be encoded\n", "  may detain foreigner where unlawful-entry\n", 1);
    assert_ne!(law, encoded);
    std::fs::write(folder.join("laws/border.pol"), &encoded).unwrap();
    // Strict about the text: what is open keeps the gate shut.
    assert_eq!(check(&["--fail-on", "never"]).0, Some(0));
    assert_eq!(check(&["--strict", "--fail-on", "never"]).0, Some(1));
    let changed = law.replace("may detain a person", "must detain a person").replacen(
        "  to be encoded
",
        "  set aside because \"not on people\"
",
        1,
    );
    std::fs::write(folder.join("laws/border.pol"), &changed).unwrap();
    let (_, text, _) = check(&[]);
    assert!(text.contains("text-differs-from-source") && text.contains("1 of 2 articles"), "{text}");
    let (_, text, _) = run(&["laws/border.pol", DATE[0], DATE[1], "--format", "human"]);
    assert!(text.contains("the source says:") && text.contains("An officer may detain a person who"), "{text}");
    // A file that is there is not written over, and a source outside the repository is not read.
    let again = run(&["new", "policy", "--from", "border.txt", "--state", "MLT", "--output-file", "laws/border.pol"]);
    assert!(again.0 == Some(2) && again.2.contains("is there already"), "{}", again.2);
    for outside in ["../../etc/passwd", "/etc/passwd", "../../../../../../etc/passwd"] {
        std::fs::write(folder.join("laws/border.pol"), law.replace("../border.txt", outside)).unwrap();
        let (_, text, _) = check(&[]);
        assert!(text.contains("source-not-read") && !text.contains("root:"), "{text}");
    }
}

#[test]
fn html_and_akoma_ntoso_of_ones_own() {
    let html = "<!DOCTYPE html><html><head><title>Act</title><style>p{}</style></head><body><h1>The Act</h1><script>var a = 'Article 9';</script>\
                <p>Article 1</p><p>Scope</p><p>This Act applies to <b>everyone</b>.</p><div>Article 2 — Repeal</div><ul><li>The old Act</li><li>is repealed.</li></ul></body></html>";
    let statute = read(html.as_bytes()).unwrap();
    assert_eq!(numbers(&statute), ["1", "2"]);
    assert_eq!(statute.provisions[0].heading.as_deref(), Some("Scope"));
    assert_eq!(statute.provisions[0].text, "This Act applies to everyone.");
    assert_eq!(statute.provisions[1].text, "The old Act\nis repealed.");
    let akn = "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"><act name=\"a\"><meta/><body>\
               <article eId=\"art_1\"><num>Article 1</num><heading>Detention</heading><paragraph eId=\"p\"><num>(1)</num><content><p>A person may be <b>detained</b><authorialNote><p>editor</p></authorialNote>.</p></content></paragraph>\
               <paragraph><num>(2)</num><content><p>In section 5 put <quotedStructure><article eId=\"q\"><num>Article 9</num><content><p>quoted words</p></content></article></quotedStructure></p></content></paragraph></article>\
               </body></act></akomaNtoso>";
    let statute = read(akn.as_bytes()).unwrap();
    assert_eq!(numbers(&statute), ["1"]);
    let text = &statute.provisions[0].text;
    assert!(
        text.starts_with("(1) A person may be detained.\n(2) In section 5 put") && text.contains("quoted words"),
        "{text}"
    );
    assert!(!text.contains("editor"));
}

/// Words on both sides of an article's number do not follow each other in the source; the quotation says so.
#[test]
fn a_number_amid_the_words_leaves_a_gap() {
    let of = |inside: &str| {
        let akn = format!("<akomaNtoso><act><body><article>{inside}</article></body></act></akomaNtoso>");
        let statute = read(akn.as_bytes()).unwrap();
        let text = statute.provisions[0].text.clone();
        assert_eq!(iml_check::statute::stands_in(&text, &statute.words), iml_check::statute::Passage::Stands, "{text}");
        text
    };
    let content = "<content><p>Nobody is expelled.</p></content>";
    assert_eq!(of(&format!("<p>In force</p><num>Article 1</num>{content}")), "In force\n… Nobody is expelled.");
    assert_eq!(of(&format!("<num>Article 1</num><p>In force</p>{content}")), "In force\nNobody is expelled.");
    let inner = "<paragraph><p>In force</p><num>(1)</num><content><p>Nobody.</p></content></paragraph>";
    assert_eq!(of(&format!("<num>Article 1</num>{inner}")), "In force\n(1)\nNobody.");
}

/// Hostile files are answered with a word.
#[test]
fn what_is_no_statute() {
    use iml_check::statute::{Form, Refused, Unread};
    assert_eq!(read(b"\xff\xfe"), Err(Unread::NoArticles(Form::Plain)));
    assert_eq!(read(b"nothing numbered here"), Err(Unread::NoArticles(Form::Plain)));
    assert_eq!(read(b"\0\x01\x02\0\0\0\x07"), Err(Unread::Refused(Refused::Binary)));
    assert_eq!(read(b"{\\rtf1 Article 1"), Err(Unread::Refused(Refused::Rtf)));
    assert_eq!(read(b"{\"articles\": []}"), Err(Unread::Refused(Refused::Json)));
    assert_eq!(read(b"<?xml version=\"1.0\"?><other/>"), Err(Unread::Refused(Refused::Xml)));
    assert!(matches!(read(b"<akomaNtoso><act></akomaNtoso>"), Err(Unread::NotWellFormed(_))));
    let entities =
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><akomaNtoso>&c;</akomaNtoso>";
    assert!(matches!(read(entities.as_bytes()), Err(Unread::NotWellFormed(_))));
    let deep = format!("<akomaNtoso>{}{}</akomaNtoso>", "<a>".repeat(100_000), "</a>".repeat(100_000));
    assert!(matches!(read(deep.as_bytes()), Err(Unread::NotWellFormed(_))));
    let deep = format!("<html><body>{}Article 1\n", "<div>".repeat(20_000));
    let _ = read(deep.as_bytes());
}

/// Skeletons of standards and scenarios pass the tests they carry, in both languages.
#[test]
fn skeletons_pass_their_tests() {
    let kept = tempfile::tempdir().unwrap();
    let folder = kept.path();
    std::fs::create_dir_all(folder.join("rules")).unwrap();
    let at = folder.to_str().unwrap();
    for lang in ["en", "zh"] {
        let file = format!("rules/{lang}.iml");
        let id = format!("own-standard-{lang}");
        let run = |arguments: &[&str]| {
            let output = iml_in(at, &[arguments, &["--lang", lang]].concat(), None);
            (output.status.code(), out(&output), err(&output))
        };
        assert_eq!(run(&["new", "standard", &id, "--output-file", &file]).0, Some(0));
        let (code, text, error) = run(&["test", "--rules", "rules", "--only", &id, "-v"]);
        assert_eq!(code, Some(0), "{text}{error}");
        assert!(text.contains(&id) || text.contains('2'), "{text}");
        let law = format!("law-{lang}.pol");
        assert_eq!(run(&["new", "policy", "--state", "CHN", "--output-file", &law]).0, Some(0));
        let (_, scenario, _) = run(&["new", "scenario"]);
        let path = folder.join(&law);
        let text = std::fs::read_to_string(&path).unwrap();
        let text = text.replacen("  to be encoded\n", "  may detain foreigner where unlawful-stay\n", 1);
        std::fs::write(&path, format!("{text}\n{scenario}")).unwrap();
        let (code, text, error) = run(&["test", &law, "-v"]);
        assert_eq!(code, Some(0), "{text}{error}");
        // The people whom a standard finds, as scenarios that hold.
        let law = "policy p \"P\" {\n  state CHN\n  governs detention\n}\n\narticle 1 {\n  may detain foreigner where unlawful-stay\n}\n";
        std::fs::write(folder.join("found.pol"), law).unwrap();
        let (code, scenarios, error) =
            run(&["new", "scenario", "found.pol", "--standard", "child-detention-last-resort"]);
        assert_eq!(code, Some(0), "{error}");
        assert!(scenarios.contains("given age 17") && scenarios.contains("expect not-found"), "{scenarios}");
        std::fs::write(folder.join("found.pol"), format!("{law}\n{scenarios}")).unwrap();
        let (code, text, _) = run(&["test", "found.pol"]);
        assert_eq!(code, Some(0), "{text}");
    }
}

/// A skeleton that a checker reads: no mistake, and every article in it.
fn is_read(statute: &Statute, name: &str, place: &str) {
    use iml_check::checker::{Checker, Input};
    use iml_check::statute::{Heading, skeleton};
    use iml_check::syntax::{Code, Severity};
    let heading = Heading { name: name.into(), state: "CHN".into(), ..Heading::default() };
    let text = skeleton(statute, &heading);
    let mut checker = Checker::new(Vec::new(), true);
    let read = checker.read(vec![Input { name: "law.pol".into(), bytes: text.clone().into_bytes() }]);
    // That nothing of it is encoded yet is true, and no fault of the skeleton.
    let wrong = read.mistakes.iter().filter(|m| m.severity == Severity::Error && m.code != Code::NothingOperative);
    let wrong: Vec<_> = wrong.collect();
    let shown = wrong.first().map(|m| m.span.map(|span| checker.sources.text(span)));
    assert!(wrong.is_empty(), "{place}: {} {wrong:#?} {shown:?}", wrong.len());
    assert_eq!(read.order.articles.len(), statute.provisions.len(), "{place}");
}

/// Numbers as they are printed anywhere, and as nobody would print them.
#[test]
fn whatever_an_article_is_called_the_skeleton_is_read() {
    let numbers = [
        "1",
        "1",
        "1.2",
        "1",
        "１",
        "1.2",
        "25A",
        "25 A",
        "25-A",
        "(a",
        "a)",
        "§ 5",
        "—",
        "",
        "...",
        "۱۲",
        "१२",
        "第六十条",
        "1\u{200b}",
        "Ⅳ",
        "½",
        "14º",
        "14-bis",
        "14 bis",
        "14/2(3)",
        "x\0y",
        "1{",
        "1\"",
        "1#",
        "1\\",
        "article",
        "\u{202e}1",
        "Α",
        "А",
        "A",
        "e\u{301}",
        "é",
    ];
    let provision = |number: &&str| Provision {
        number: (*number).to_owned(),
        heading: Some(format!("{number} \u{202e}\0\"")),
        text: format!("policy p {{\narticle 1 {{ {number} }}\n\u{2028}\u{200b}\r# x"),
        uri: Some(format!("#{number}")),
    };
    let statute = Statute {
        title: Some("policy \"p\" \u{feff}".into()),
        provisions: numbers.iter().map(provision).collect(),
        ..Statute::default()
    };
    is_read(&statute, "p", "numbers");
}

/// A law made of a file of any name can be read again; a name that cannot be one is refused.
#[test]
fn whatever_a_statute_is_called_its_law_is_read() {
    let kept = tempfile::tempdir().unwrap();
    let folder = kept.path();
    let run = |arguments: &[&str]| iml_in(folder.to_str().unwrap(), arguments, None);
    for name in
        ["article.txt", "policy.html", "state.txt", "in.txt", "2024.txt", "法.txt", "a b.txt", "-x.txt", "not", "x"]
    {
        std::fs::write(folder.join(name), "Article 1. The police may detain.\n\nArticle 2. Nobody may.\n").unwrap();
        let law = format!("{name}.pol");
        let path = format!("./{name}");
        let output = run(&["new", "policy", "--from", &path, "--state", "CHN", "--output-file", &format!("./{law}")]);
        assert_eq!(output.status.code(), Some(0), "{name}: {}", err(&output));
        // It is read, and there is no verdict, for nothing of it is encoded yet.
        let output =
            run(&["check", &format!("./{law}"), "--lang", "en", "--format", "short", "--full", DATE[0], DATE[1]]);
        let said = out(&output);
        assert!(
            said.contains("error[nothing-operative]") && said.contains("1 mistake"),
            "{name}: {said}{}",
            err(&output)
        );
    }
    for name in ["article", "a b", "1a", "x {", "", "p \"q\""] {
        let output = run(&["new", "policy", "--from", "x", "--state", "CHN", "--name", name, "--lang", "en"]);
        assert!(output.status.code() == Some(2) && output.stdout.is_empty(), "{name}: {}", out(&output));
        assert!(err(&output).contains("cannot be the name of a law"), "{name}: {}", err(&output));
    }
}

/// Every statute at hand, whatever its articles are called.
#[test]
fn the_skeleton_of_every_statute_at_hand_is_read() {
    let Some(root) = crate::beside::shared("samples", "skeletons of statutes as they are published") else { return };
    let mut folders = vec![root];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            let ending = path.extension().and_then(|e| e.to_str()).unwrap_or_default().to_owned();
            if path.is_dir() {
                folders.push(path);
            } else if ["html", "md", "txt", "xml", "docx"].contains(&ending.as_str()) {
                files.push(path);
            }
        }
    }
    files.sort();
    let mut articles = 0;
    for file in &files {
        if let Ok(statute) = read(&std::fs::read(file).unwrap()) {
            articles += statute.provisions.len();
            is_read(&statute, "law", &file.display().to_string());
        }
    }
    assert!(articles > 1_000, "{articles} articles in {} files", files.len());
}
