//! Texts with one thing wrong: the mistake stands where it was made, and brings no other with it. And the words of any
//! text, however broken.

use crate::cli::threads;
use crate::layout::files;
use fastrand::Rng;
use iml_check::checker::{Checker, Input};
use iml_check::syntax::{Severity, TokenKind, lex, tokens};
use iml_check::text::{LineIndex, Span};
use iml_check::threads::shared;
use std::collections::BTreeSet;

/// What a writer may type by mistake, of every kind of word.
const TYPED: [&str; 16] = [
    "the",
    "foreigner",
    "where",
    "and",
    "(",
    ")",
    "{",
    "}",
    ",",
    "30",
    "\"x\"",
    "must",
    "if",
    "article",
    "->",
    "unless",
];

/// A law with one word taken out or put in, and the lines on which that can be seen: those of the words around it.
struct Slip {
    what: String,
    text: String,
    lines: BTreeSet<usize>,
}

/// One slip on every line of a law: by turns a word is taken out and one is put in.
fn slips(law: &str, rng: &mut Rng) -> Vec<Slip> {
    let list = tokens(law).unwrap();
    let index = LineIndex::new(law);
    let line = |at: usize| index.place(law, at as u32).line as usize;
    let mut out = Vec::new();
    let mut by_line: std::collections::BTreeMap<usize, Vec<usize>> = std::collections::BTreeMap::new();
    list.iter().enumerate().for_each(|(at, token)| by_line.entry(line(token.start)).or_default().push(at));
    for (number, on_line) in by_line {
        let at = on_line[rng.usize(0..on_line.len())];
        let token = &list[at];
        let around = [at.checked_sub(1), Some(at), Some(at + 1)];
        let around = around.into_iter().flatten().filter_map(|near| list.get(near)).flat_map(|t| [t.start, t.end]);
        let mut lines: BTreeSet<usize> = around.map(line).collect();
        lines.insert(number);
        let (what, text) = if number % 2 == 0 {
            let blank = " ".repeat(token.end - token.start);
            (format!("without `{}`", token.text), format!("{}{blank}{}", &law[..token.start], &law[token.end..]))
        } else {
            let typed = TYPED[rng.usize(0..TYPED.len())];
            (format!("with `{typed}`"), format!("{} {typed} {}", &law[..token.end], &law[token.end..]))
        };
        out.push(Slip { what: format!("line {number} {what}"), text, lines });
    }
    out
}

/// One word too many or too few on each line of every law of the repository: the mistake stands on that line, or where the
/// omission can be seen, and there are at most two. The share of which this is so may not fall.
#[test]
fn a_slip_is_found_where_it_was_made() {
    let mut rng = Rng::with_seed(20_261_127);
    let laws = files().into_iter().filter(|p| p.extension().is_some_and(|e| e == "pol"));
    let laws: Vec<(String, String, Vec<Slip>)> = laws
        .filter(|p| p.components().any(|c| c.as_os_str() == "policies"))
        .map(|path| {
            let law = std::fs::read_to_string(&path).unwrap();
            let slips = slips(&law, &mut rng);
            (path.file_name().unwrap().to_string_lossy().into_owned(), law, slips)
        })
        .collect();
    let checkers = threads().into_iter().map(|()| Checker::new(Vec::new(), true));
    let each = shared(&laws, checkers, |checker, (name, law, slips)| {
        let (mut broken, mut well) = (0, 0);
        let mut told = String::new();
        let mut errors = |text: &str| -> Vec<(String, Option<Span>)> {
            let read = checker.read(vec![Input { name: name.clone(), bytes: text.into() }]);
            let wrong = read.mistakes.into_iter().filter(|m| m.severity == Severity::Error);
            wrong.map(|m| (m.code.to_string(), m.span)).collect()
        };
        // What a law says of another is not known here.
        let before = errors(law);
        for slip in slips {
            let mut found = errors(&slip.text);
            for (code, _) in &before {
                if let Some(at) = found.iter().position(|(c, _)| c == code) {
                    found.remove(at);
                }
            }
            if found.is_empty() {
                continue;
            }
            broken += 1;
            let index = LineIndex::new(&slip.text);
            let lines: Vec<usize> =
                found.iter().map(|(_, s)| s.map_or(0, |s| index.place(&slip.text, s.start).line as usize)).collect();
            if found.len() <= 2 && lines.iter().all(|l| slip.lines.contains(l)) {
                well += 1;
            } else {
                let said: Vec<String> =
                    found.iter().zip(&lines).map(|((code, _), line)| format!("{code}:{line}")).collect();
                told += &format!("{name} {}: {}\n", slip.what, said.join(" "));
            }
        }
        (broken, well, told)
    });
    let (broken, well): (u32, u32) = each.iter().fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1));
    let told: String = each.into_iter().map(|one| one.2).collect();
    let share = f64::from(well) / f64::from(broken);
    println!("{well} of {broken}: {share:.3}\n{told}");
    assert!(broken > 800, "{broken}");
    assert!(share >= 0.95, "{well} of {broken}: {share:.3}\n{told}");
}

/// Words cover a text in order and without overlap, and nothing but blanks is left between them.
fn covers(text: &str) {
    let mut from = 0;
    for token in lex(text) {
        assert!(from <= token.start && token.start < token.end && token.end <= text.len(), "{token:?} in {text:?}");
        assert_eq!(&text[token.start..token.end], token.text, "{text:?}");
        assert!(text[from..token.start].chars().all(|c| c.is_whitespace() || c == '\u{feff}'), "{token:?} in {text:?}");
        from = token.end;
    }
    assert!(text[from..].chars().all(|c| c.is_whitespace() || c == '\u{feff}'), "{text:?}");
}

#[test]
fn any_text_has_words() {
    let mut rng = Rng::with_seed(20_261_127);
    let mut whole = 0;
    for path in files() {
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        covers(&text);
        // Where a text can be read, its words are those that were read, but for numbers of articles such as 14(3).
        if let Ok(read) = tokens(&text) {
            let words = lex(&text);
            let starts: BTreeSet<usize> = words.iter().map(|w| w.start).collect();
            assert!(read.iter().all(|t| starts.contains(&t.start)), "{}", path.display());
            let quoted = |list: &[iml_check::syntax::Token]| {
                list.iter().filter(|t| t.kind == TokenKind::Text).map(|t| (t.start, t.end)).collect::<Vec<_>>()
            };
            assert_eq!(quoted(&read).len(), quoted(&words).len(), "{}", path.display());
            whole += 1;
        }
        for _ in 0..20 {
            let mut chars: Vec<char> = text.chars().take(3000).collect();
            for _ in 0..rng.usize(1..8) {
                let at = rng.usize(0..chars.len());
                match rng.u32(0..4) {
                    0 => {
                        chars.remove(at);
                    }
                    1 => chars.insert(
                        at,
                        ['{', '"', '“', '”', '｛', '，', '\u{202e}', '\r', '\\', '’', '–', '\0'][rng.usize(0..12)],
                    ),
                    2 => chars[at] = rng.char('\u{20}'..='\u{4fff}'),
                    _ => chars.truncate(at.max(10)),
                }
            }
            covers(&chars.into_iter().collect::<String>());
        }
    }
    assert!(whole > 100, "{whole}");
    for text in [
        "",
        " ",
        "\u{feff}",
        "“",
        "\"",
        "“a\n",
        "# “",
        "a“b”c",
        "\u{202e}",
        "é́",
        "1-",
        "-",
        "->",
        "<=",
        "💥 x",
        "\r\n\r",
    ] {
        covers(text);
    }
}
