//! Who may know whom: arrows point down, never up.

use std::path::Path;

/// Each room, and the rooms it may use.
const ROOMS: [(&str, &[&str]); 24] = [
    ("stop", &[]),
    ("ids", &["stop"]),
    ("text", &[]),
    ("threads", &[]),
    ("logic", &["stop", "ids"]),
    ("syntax", &["text", "threads"]),
    ("model", &["stop", "ids", "text", "syntax", "logic"]),
    ("law", &["stop", "ids", "text", "syntax", "logic", "model"]),
    ("finding", &["text", "syntax", "model", "law"]),
    ("judge", &["stop", "ids", "text", "threads", "syntax", "logic", "model", "law", "finding"]),
    ("words", &["text", "syntax", "model", "law", "finding"]),
    ("report", &["text", "syntax", "law", "finding", "words"]),
    ("builtin", &["text", "syntax", "model", "law"]),
    (
        "session",
        &[
            "text", "syntax", "logic", "model", "law", "finding", "judge", "builtin", "checker", "mend", "baseline",
            "config", "statute", "words",
        ],
    ),
    ("pages", &["text", "syntax", "model", "law", "finding", "words", "report", "config"]),
    ("checker", &["text", "syntax", "logic", "model", "law", "finding", "judge", "builtin"]),
    ("layout", &["text", "syntax"]),
    ("baseline", &["text", "syntax", "model", "finding", "layout"]),
    ("mend", &["text", "syntax", "model", "law", "finding", "judge", "checker"]),
    ("statute", &["text", "syntax", "model"]),
    ("config", &["text", "syntax", "model", "law"]),
    ("workspace", &["syntax", "config", "checker"]),
    (
        "lsp",
        &[
            "text",
            "syntax",
            "model",
            "law",
            "finding",
            "words",
            "config",
            "layout",
            "builtin",
            "pages",
            "session",
            "workspace",
        ],
    ),
    (
        "cli",
        &[
            "text",
            "syntax",
            "logic",
            "model",
            "law",
            "finding",
            "judge",
            "words",
            "report",
            "baseline",
            "config",
            "layout",
            "mend",
            "statute",
            "builtin",
            "pages",
            "checker",
            "session",
            "workspace",
            "lsp",
        ],
    ),
];

fn read(folder: &Path, found: &mut Vec<(String, String)>) {
    let mut entries: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            read(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            found.push((name, std::fs::read_to_string(&path).unwrap()));
        }
    }
}

/// Every source file of the library: its path below `src`, its text.
pub(crate) fn sources() -> Vec<(String, String)> {
    let mut found = Vec::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    found
}

#[test]
fn no_room_knows_a_room_above_it() {
    for (file, text) in sources() {
        let room = file.split(['/', '.']).next().unwrap();
        if room == "lib" || room == "main" {
            continue;
        }
        let (_, allowed) =
            ROOMS.iter().find(|(name, _)| *name == room).unwrap_or_else(|| panic!("{room} is not drawn"));
        for used in named_from_the_top(&text, depth(&file)) {
            let known = ROOMS.iter().any(|(name, _)| *name == used);
            assert!(!known || used == room || allowed.contains(&used.as_str()), "{file} uses {used}");
        }
    }
}

/// How many modules down a file is: `judge/mod.rs` one, `judge/forbid.rs` two.
fn depth(file: &str) -> usize {
    file.split('/').filter(|part| *part != "mod.rs").count()
}

/// The first name of every path that begins at the top of the library, be it with `crate::` or with as many `super::` as
/// lead there, and of every branch of a tree of such paths.
fn named_from_the_top(text: &str, depth: usize) -> Vec<String> {
    let mut found = Vec::new();
    // Not within a longer word, and not the end of a longer path.
    let begins = |at: usize| !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
    for (at, top) in text.match_indices("crate::").filter(|(at, _)| begins(*at)) {
        branches(&text[at + top.len()..], &mut found);
    }
    for (at, _) in text.match_indices("super::").filter(|(at, _)| begins(*at)) {
        let mut path = &text[at..];
        let mut up = 0;
        while let Some(rest) = path.strip_prefix("super::") {
            (path, up) = (rest, up + 1);
        }
        if up >= depth {
            branches(path, &mut found);
        }
    }
    found
}

/// The first names of a tree: of `a::b` it is `a`, of `{a::{b, c}, d as e}` they are `a` and `d`.
fn branches(tree: &str, found: &mut Vec<String>) {
    let Some(inside) = tree.strip_prefix('{') else {
        found.push(tree.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect());
        return;
    };
    let (mut deep, mut start) = (0, 0);
    for (at, c) in inside.char_indices() {
        match c {
            '{' => deep += 1,
            ',' | '}' if deep == 0 => {
                branches(inside[start..at].trim_start(), found);
                start = at + 1;
                if c == '}' {
                    return;
                }
            }
            '}' => deep -= 1,
            _ => {}
        }
    }
    panic!("a tree of paths that does not end: {tree:.40}");
}

#[test]
fn every_way_of_naming_a_room_is_seen() {
    for (text, depth, expected) in [
        ("use crate::law::Law;", 2, &["law"][..]),
        ("use crate::{text, judge::{self, case::Case}, words as w};", 2, &["text", "judge", "words"]),
        ("use crate::{\n    model::Condition,\n    finding::{Finding, Level},\n};", 1, &["model", "finding", ""]),
        ("let a = crate::text::harmless(b);", 2, &["text"]),
        ("use super::super::{report, cli::check};", 2, &["report", "cli"]),
        ("use super::case::Case; use super::super::law;", 3, &[]),
        ("fn f() { super::words::say() }", 1, &["words"]),
        ("mycrate::a(); mod tests { use super::super::super::model::b; }", 2, &["model"]),
    ] {
        assert_eq!(named_from_the_top(text, depth), expected, "{text}");
    }
}

/// The files of a folder that `file` leads to, itself included: by `super::name` to the file of that name, by anything
/// else that is named of the folder to its `mod.rs`. What `mod.rs` leads to are the other commands, and no part of this.
fn reached(folder: &str, file: &str) -> Vec<String> {
    let texts: Vec<(String, String)> = sources().into_iter().filter(|(f, _)| f.starts_with(folder)).collect();
    let text = |file: &str| texts.iter().find(|(f, _)| f == file).map(|(_, text)| text.as_str());
    let mut found: Vec<String> = vec![file.to_owned()];
    let mut at = 0;
    while let Some(file) = found.get(at).cloned() {
        at += 1;
        if file.ends_with("/mod.rs") {
            continue;
        }
        // Only what begins in the folder, and not what begins at the top of the library.
        let named = named_from_the_top(&text(&file).unwrap().replace("crate::", "crate "), 1);
        for name in named {
            let of_its_own = format!("{folder}{name}.rs");
            let next = if text(&of_its_own).is_some() { of_its_own } else { format!("{folder}mod.rs") };
            if !found.contains(&next) {
                found.push(next);
            }
        }
    }
    found
}

/// From its arguments to its report `check` enters few rooms: its own, and those that its file names or that are named by
/// the files of the command line which it leads to. What lies behind the session is for the session to know.
#[test]
fn check_enters_eight_rooms() {
    let files = reached("cli/", "cli/check.rs");
    for file in ["args", "formats", "mod", "open", "setup", "working"] {
        assert!(files.contains(&format!("cli/{file}.rs")), "{files:?}");
    }
    assert!(!files.contains(&"cli/diff.rs".to_owned()), "{files:?}");
    let mut rooms = std::collections::BTreeSet::from(["cli".to_owned()]);
    for (file, text) in sources().into_iter().filter(|(file, _)| files.contains(file)) {
        let named = named_from_the_top(&text, depth(&file));
        rooms.extend(named.into_iter().filter(|name| ROOMS.iter().any(|(room, _)| room == name)));
    }
    assert!(rooms.contains("session") && rooms.contains("report"), "{rooms:?}");
    assert!(rooms.len() <= 8, "{rooms:?}");
}

#[test]
fn every_file_says_what_it_is_for() {
    for (file, text) in sources() {
        assert!(text.starts_with("//! "), "{file}");
        let lines = text.lines().count();
        assert!(lines <= 900, "{file} has {lines} lines: two jobs?");
    }
}

#[test]
fn a_form_is_one_file() {
    let files: Vec<String> = sources().into_iter().map(|(f, _)| f).collect();
    for form in ["forbid", "limit", "require", "equal", "before", "define", "justify", "establish"] {
        assert!(files.contains(&format!("judge/{form}.rs")), "{form}");
        let page = format!("{}/docs/forms/{form}.md", env!("CARGO_MANIFEST_DIR"));
        assert!(std::fs::read_to_string(&page).unwrap().lines().count() > 8, "{page}");
    }
}

#[test]
fn every_keyword_is_one_rule() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("grammar");
    for file in ["conditions.pest", "rules.pest", "policies.pest"] {
        let text = std::fs::read_to_string(root.join(file)).unwrap();
        for (number, line) in text.lines().enumerate() {
            assert!(
                line.starts_with("//") || !line.contains('"'),
                "{file}:{}: a keyword without a rule of its own",
                number + 1
            );
        }
    }
}
