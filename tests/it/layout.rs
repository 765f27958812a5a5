//! The canonical layout: it is its own layout, every comment stays, and nothing of the meaning is touched.

use crate::cli::{DATE, err, iml, iml_in, out, threads};
use iml_check::layout::layout;
use iml_check::syntax::{parse, tokens};
use iml_check::threads::shared;
use std::path::{Path, PathBuf};

/// Every law and rule of the repository, fixtures included.
pub(crate) fn files() -> Vec<PathBuf> {
    fn find(folder: &Path, out: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                find(&path, out);
            } else if path.extension().is_some_and(|e| e == "pol" || e == "iml") {
                out.push(path);
            }
        }
    }
    let mut out = Vec::new();
    for folder in ["policies", "rules", "tests/fixtures", "docs"] {
        find(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut out);
    }
    out.sort();
    out
}

/// What is written, without where.
fn meaning(text: &str) -> serde_json::Value {
    fn strip(value: &mut serde_json::Value) {
        match value {
            serde_json::Value::Object(map) => {
                if map.len() == 3 && map.contains_key("file") && map.contains_key("start") && map.contains_key("end") {
                    map.clear();
                }
                map.values_mut().for_each(strip);
            }
            serde_json::Value::Array(list) => list.iter_mut().for_each(strip),
            _ => {}
        }
    }
    let mut value = serde_json::to_value(parse(text, iml_check::text::FileId::own(0)).items).unwrap();
    strip(&mut value);
    value
}

/// The comments outside quotations, in order.
fn comments(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let (mut quoted, mut escaped) = (false, false);
    let mut rest = text.char_indices();
    while let Some((at, c)) = rest.next() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '#' if !quoted => {
                let line = text[at..].lines().next().unwrap();
                out.push(line.trim_end().to_owned());
                while rest.next().is_some_and(|(_, c)| c != '\n') {}
            }
            _ => {}
        }
    }
    out
}

fn hold(text: &str, name: &str) -> bool {
    let Ok(laid) = layout(text) else { return false };
    assert_eq!(layout(&laid).as_deref(), Ok(laid.as_str()), "{name}: not its own layout\n{text}\n---\n{laid}");
    assert_eq!(meaning(text), meaning(&laid), "{name}: the meaning\n{text}\n---\n{laid}");
    assert_eq!(comments(text), comments(&laid), "{name}: the comments\n{text}\n---\n{laid}");
    assert!(laid.lines().all(|l| l.trim_end() == l), "{name}: blanks at the end of a line");
    assert!(!laid.contains("\n\n\n"), "{name}: two blank lines\n{text}\n---\n{laid}");
    true
}

#[test]
fn every_file_of_the_repository() {
    let mut laid = 0;
    for path in files() {
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        laid += usize::from(hold(&text, &path.display().to_string()));
    }
    assert!(laid > 300, "{laid}");
}

/// The repository's own files stand in it.
#[test]
fn the_repository_is_laid_out() {
    let output = iml(&["fmt", "--check", "policies", "rules", "docs", "--lang", "en"]);
    assert_eq!(output.status.code(), Some(0), "{}{}", out(&output), err(&output));
}

/// Ten thousand texts made of the repository's own items, their tokens scattered over lines at random, with comments
/// wherever one may stand.
#[test]
fn ten_thousand_random_texts() {
    let mut pieces: Vec<Vec<String>> = Vec::new();
    for path in files() {
        let Some(list) = std::fs::read_to_string(&path).ok().and_then(|t| tokens(&t).ok()) else { continue };
        for token in list {
            if token.stand.item && !pieces.last().is_some_and(|p| open(p)) {
                pieces.push(Vec::new());
            }
            if let Some(piece) = pieces.last_mut() {
                piece.push(token.text);
            }
        }
    }
    let mut random = fastrand::Rng::with_seed(20261124);
    let mut texts = Vec::new();
    for _ in 0..10_000 {
        let mut text = String::new();
        for _ in 0..random.usize(1..4) {
            // A new item begins a line, as it does for a writer.
            text.push('\n');
            for (at, token) in pieces[random.usize(0..pieces.len())].iter().enumerate() {
                if at > 0 {
                    text.push_str(match random.u32(0..40) {
                        0 => "\n  ",
                        1 => "\n\n\n   ",
                        2 => "  # a trailing word\n ",
                        3 => "\n  # a line of its own\n ",
                        4 => "\r\n\t",
                        5 => "\n\n # two\n # lines, \"quoted\" { and braced\n\n ",
                        6 => "\n",
                        _ => " ",
                    });
                }
                text.push_str(token);
            }
            text.push_str(["", "  # at the end", "\n# below", "\n\n\n"][random.usize(0..4)]);
        }
        texts.push((texts.len(), text));
    }
    let held = shared(&texts, threads(), |(), (number, text)| hold(text, &format!("random {number}")));
    let laid = held.into_iter().filter(|held| *held).count();
    // What does not parse is a word at the beginning of a line that reads as a new item: few.
    assert!(laid > 9_000, "{laid}");
}

fn open(tokens: &[String]) -> bool {
    let count = |sign: &str| tokens.iter().filter(|t| *t == sign).count();
    count("{") > count("}")
}

/// Every verdict of every law is the same, laid out or not.
#[test]
fn no_verdict_changes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let kept = tempfile::tempdir().unwrap();
    for folder in std::fs::read_dir(root.join("policies")).unwrap() {
        let folder = folder.unwrap().path();
        let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
        let copy = kept.path().join(&name);
        std::fs::create_dir(&copy).unwrap();
        for file in std::fs::read_dir(&folder).unwrap() {
            let file = file.unwrap().path();
            let text = std::fs::read_to_string(&file).unwrap();
            // All on as few lines as it can be, before it is laid out anew.
            let squeezed: String = tokens(&text).unwrap().iter().fold(String::new(), |mut text, token| {
                text.push_str(if token.stand.item { "\n" } else { " " });
                text.push_str(&token.text);
                text
            });
            std::fs::write(copy.join(file.file_name().unwrap()), layout(&squeezed).unwrap()).unwrap();
        }
        let before = out(&iml(&[&format!("policies/{name}"), DATE[0], DATE[1], "--format", "csv", "--lang", "en"]));
        let after = iml_in(copy.to_str().unwrap(), &[".", DATE[0], DATE[1], "--format", "csv", "--lang", "en"], None);
        // Everything but the file and the line.
        let rows = |text: &str| -> Vec<Vec<String>> {
            let mut reader = csv::Reader::from_reader(text.as_bytes());
            let mut rows: Vec<Vec<String>> = reader
                .records()
                .map(|r| {
                    r.unwrap()
                        .iter()
                        .enumerate()
                        .filter(|(i, _)| *i != 11 && *i != 12)
                        .map(|(_, f)| f.to_owned())
                        .collect()
                })
                .collect();
            rows.sort();
            rows
        };
        assert_eq!(rows(&before), rows(&out(&after)), "{name}");
    }
}

#[test]
fn the_command_writes_checks_and_shows() {
    let text = "policy p \"P\" {\n state CHN\n  governs detention }\n# a word\narticle 1 { may detain foreigner\nwhere resident\n}\n";
    let kept = tempfile::tempdir().unwrap();
    let folder = kept.path();
    std::fs::write(folder.join("a.pol"), text).unwrap();
    std::fs::write(folder.join("b.pol"), "policy p {\n").unwrap();
    let run = |arguments: &[&str], input: Option<&[u8]>| {
        let output = iml_in(folder.to_str().unwrap(), &[arguments, &["--lang", "en"]].concat(), input);
        (output.status.code(), out(&output), err(&output))
    };
    assert_eq!(run(&["fmt", "--check", "a.pol"], None).0, Some(1));
    let (code, shown, _) = run(&["fmt", "--diff", "a.pol"], None);
    assert_eq!(code, Some(0));
    insta::assert_snapshot!(shown);
    assert_eq!(std::fs::read_to_string(folder.join("a.pol")).unwrap(), text);
    let (code, piped, _) = run(&["fmt", "-"], Some(text.as_bytes()));
    assert_eq!(code, Some(0));
    // One text that cannot be read does not keep the other from being laid out, and the run is no success.
    let (code, _, error) = run(&["fmt"], None);
    assert_eq!(code, Some(2));
    assert!(error.contains("b.pol") && error.contains("1 changed"), "{error}");
    assert_eq!(std::fs::read_to_string(folder.join("a.pol")).unwrap(), piped);
    assert_eq!(run(&["fmt", "--check", "a.pol"], None).0, Some(0));
    // Punctuation of Chinese input methods is made plain.
    let (code, plain, _) = run(&["fmt", "-"], Some("policy p “P” ｛ state CHN ｝\n".as_bytes()));
    assert_eq!(code, Some(0));
    assert_eq!(plain, "policy p \"P\" { state CHN }\n");
}

/// Lines end as they did, and a difference in nothing else is none.
#[test]
fn line_ends_stay_as_they_are() {
    let laid =
        layout("# A law.\n\npolicy p \"P\" { state CHN }\n\narticle 1 \"two\n  lines\" {\n  may question any\n}\n")
            .unwrap();
    let windows = laid.replace('\n', "\r\n");
    assert_eq!(layout(&windows).unwrap(), windows);
    assert_eq!(layout(&windows.replace("  may", "      may")).unwrap(), windows);
    // Mixed ends become those of the first line.
    assert_eq!(layout(&windows.replacen("\r\n", "\n", 1)).unwrap(), laid);
    assert_eq!(layout(&laid.replacen('\n', "\r\n", 1)).unwrap(), windows);
    // Mistakes are shown where they stand.
    let broken = windows.replace("may question", "mya question");
    let mistakes = layout(&broken).unwrap_err();
    assert_eq!(&broken[mistakes[0].span.unwrap().start as usize..][..3], "mya", "{mistakes:?}");
    let kept = tempfile::tempdir().unwrap();
    let folder = kept.path();
    std::fs::write(folder.join("law.pol"), &windows).unwrap();
    let run = |arguments: &[&str]| iml_in(folder.to_str().unwrap(), arguments, None).status.code();
    assert_eq!(run(&["fmt", "--check", "law.pol"]), Some(0));
    std::fs::write(folder.join("law.pol"), windows.replace("  may", "     may")).unwrap();
    assert_eq!(run(&["fmt", "--check", "law.pol"]), Some(1));
    assert_eq!(run(&["fmt", "law.pol"]), Some(0));
    assert_eq!(std::fs::read_to_string(folder.join("law.pol")).unwrap(), windows);
}

/// What is set apart by a blank line stays so, wherever comments may stand.
#[test]
fn blank_lines_between_comments_stay() {
    let law = "# One.\n\n# Two.\n# Three.\n\npolicy p \"P\" {\n  # Four.\n\n  # Five.\n  state CHN\n}\n\n# Six.\n\n# Seven.\n\narticle 1 {\n  may question any\n\n  # Eight.\n\n  # Nine.\n}\n\n# Ten.\n\n# Eleven.\n";
    assert_eq!(layout(law).unwrap(), law);
    // One is enough, and none stands at the top.
    assert_eq!(layout(&format!("\n\n{}", law.replace("\n\n", "\n\n\n"))).unwrap(), law);
}
