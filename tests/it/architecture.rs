//! Who may know whom: arrows point down, never up.

use std::path::Path;

/// Each room, and the rooms it may use.
const ROOMS: [(&str, &[&str]); 20] = [
    ("text", &[]),
    ("threads", &[]),
    ("logic", &[]),
    ("syntax", &["text", "threads"]),
    ("model", &["text", "syntax", "logic"]),
    ("law", &["text", "syntax", "logic", "model"]),
    ("finding", &["text", "syntax", "model", "law"]),
    ("judge", &["text", "threads", "syntax", "logic", "model", "law", "finding"]),
    ("words", &["text", "syntax", "model", "law", "finding"]),
    ("report", &["text", "syntax", "law", "finding", "words"]),
    ("builtin", &["text", "syntax", "model", "law"]),
    ("pages", &["text", "syntax", "model", "law", "finding", "words"]),
    ("checker", &["text", "syntax", "logic", "model", "law", "finding", "judge", "builtin"]),
    ("baseline", &["text", "syntax", "model", "finding"]),
    ("layout", &["text", "syntax"]),
    ("mend", &["text", "syntax", "model", "law", "finding", "judge", "baseline", "checker"]),
    ("statute", &["text", "syntax", "model"]),
    ("config", &["text", "syntax", "model", "law"]),
    ("workspace", &["checker"]),
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
            "workspace",
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
        for used in text.split("crate::").skip(1) {
            let used: String = used.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            let known = ROOMS.iter().any(|(name, _)| *name == used);
            assert!(!known || used == room || allowed.contains(&used.as_str()), "{file} uses {used}");
        }
    }
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
