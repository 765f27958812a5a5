//! What is kept for editors knows every word of the grammar: made from it, and held against it.
//!
//! `IML_EDITORS=write` writes the files.

use serde_json::json;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every word of the grammar.
fn words() -> Vec<String> {
    let text = std::fs::read_to_string(root().join("grammar/words.pest")).unwrap();
    let quoted = |line: &str| Some(line.strip_prefix("k_")?.split('"').nth(1)?.to_owned());
    let mut words: Vec<String> = text.lines().filter_map(quoted).collect();
    assert!(words.len() > 150, "{}", words.len());
    words.sort();
    words
}

/// Words that begin an item at the beginning of a line.
fn items() -> Vec<&'static str> {
    vec![
        "accept",
        "aim",
        "always",
        "article",
        "authority",
        "fact",
        "institution",
        "instrument",
        "kind",
        "measure",
        "never",
        "open",
        "party",
        "point",
        "policy",
        "principle",
        "procedure",
        "purpose",
        "rank",
        "reason",
        "relies",
        "reservation",
        "safeguard",
        "scenario",
        "searched",
        "service",
        "standard",
        "step",
        "subject",
        "term",
        "time",
    ]
}

/// Any of these, the longest first, so that none hides another that begins with it.
fn any(words: &[String]) -> String {
    let mut words = words.to_vec();
    words.sort_by(|a, b| b.len().cmp(&a.len()).then(a.cmp(b)));
    words.join("|")
}

/// The TextMate grammar, from which Visual Studio Code and others colour a text before the server is there.
fn textmate() -> String {
    let end = "(?![\\p{L}\\p{N}_]|-[\\p{L}\\p{N}_])";
    let begin = "(?<![\\p{L}\\p{N}_]|[\\p{L}\\p{N}_]-)";
    let grammar = json!({
        "$schema": "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
        "name": "iml-check",
        "scopeName": "source.iml",
        "patterns": [
            { "name": "comment.line.number-sign.iml", "match": "#.*$" },
            {
                "name": "string.quoted.double.iml",
                "begin": "\"",
                "end": "\"",
                "patterns": [{ "name": "constant.character.escape.iml", "match": "\\\\." }],
            },
            {
                "match": format!("^\\s*({})\\s+([\\p{{L}}\\p{{N}}_][\\p{{L}}\\p{{N}}_.()/-]*)", items().join("|")),
                "captures": { "1": { "name": "keyword.declaration.iml" }, "2": { "name": "entity.name.iml" } },
            },
            { "name": "constant.numeric.date.iml", "match": "\\b\\d{4}-\\d{2}-\\d{2}\\b" },
            { "name": "constant.numeric.iml", "match": format!("{begin}\\d+{end}") },
            { "name": "keyword.control.iml", "match": format!("{begin}({}){end}", any(&words())) },
            { "name": "keyword.operator.iml", "match": "->|<=|>=|<|>|=" },
            { "name": "punctuation.iml", "match": "[{}(),;]" },
        ],
    });
    format!("{}\n", serde_json::to_string_pretty(&grammar).unwrap())
}

/// The syntax file of Vim and Neovim.
fn vim() -> String {
    let mut out = String::from(
        "\" Written by the tests from grammar/words.pest.\n\
         if exists(\"b:current_syntax\")\n  finish\nendif\n\
         syntax iskeyword @,48-57,_,-,192-255\n\
         syntax match imlComment /#.*$/ contains=@Spell\n\
         syntax region imlString start=/\"/ skip=/\\\\./ end=/\"/ contains=@Spell\n\
         syntax match imlNumber /\\<\\d\\+\\>/\n\
         syntax match imlDate /\\<\\d\\{4}-\\d\\d-\\d\\d\\>/\n\
         syntax match imlOperator /->\\|<=\\|>=\\|[<>=]/\n",
    );
    for chunk in words().chunks(12) {
        // `contains` and its like are options of the command: such a word is matched.
        out.push_str(&format!("syntax keyword imlKeyword {}\n", chunk.join(" ")));
    }
    out.push_str(
        "highlight default link imlComment Comment\n\
         highlight default link imlString String\n\
         highlight default link imlNumber Number\n\
         highlight default link imlDate Number\n\
         highlight default link imlOperator Operator\n\
         highlight default link imlKeyword Keyword\n\
         let b:current_syntax = \"iml\"\n",
    );
    out
}

fn is_current(file: &Path, expected: &str) {
    if std::env::var("IML_EDITORS").is_ok_and(|v| v == "write") {
        std::fs::write(file, expected).unwrap();
    }
    let there = std::fs::read_to_string(file).unwrap_or_default();
    assert!(there == expected, "{}: IML_EDITORS=write writes it anew", file.display());
}

#[test]
fn every_editor_knows_every_word_of_the_grammar() {
    let editors = root().join("editors");
    is_current(&editors.join("vscode/syntaxes/iml.tmLanguage.json"), &textmate());
    is_current(&editors.join("neovim/syntax/iml.vim"), &vim());
    for file in ["vscode/syntaxes/iml.tmLanguage.json", "neovim/syntax/iml.vim"] {
        let text = std::fs::read_to_string(editors.join(file)).unwrap();
        let known: Vec<&str> = text.split(|c: char| !c.is_ascii_lowercase() && c != '-').collect();
        let unknown: Vec<String> = words().into_iter().filter(|word| !known.contains(&word.as_str())).collect();
        assert!(unknown.is_empty(), "{file}: {unknown:?}");
    }
}

/// Every word that begins an item is one of the grammar and is marked as such.
#[test]
fn what_begins_an_item_is_a_word() {
    let words = words();
    for item in items() {
        assert!(words.iter().any(|word| word == item), "{item}");
    }
}

/// The files that Visual Studio Code reads can be read, and what they name is there.
#[test]
fn the_extension_names_what_is_there() {
    let folder = root().join("editors/vscode");
    let read = |file: &str| -> serde_json::Value {
        serde_json::from_str(&std::fs::read_to_string(folder.join(file)).unwrap()).unwrap()
    };
    let package = read("package.json");
    let (english, chinese) = (read("package.nls.json"), read("package.nls.zh-cn.json"));
    let text = package.to_string();
    let mut named = 0;
    for (key, said) in english.as_object().unwrap() {
        assert!(text.contains(&format!("\"%{key}%\"")), "{key} is said nowhere");
        assert!(!said.as_str().unwrap().is_empty() && chinese[key].is_string(), "{key}");
        named += 1;
    }
    assert_eq!(text.matches("\"%").count(), named, "something is said that is not there");
    for path in text.split('"').filter(|part| part.starts_with("./")) {
        assert!(folder.join(path).is_file(), "{path}");
    }
    assert_eq!(package["version"], env!("CARGO_PKG_VERSION"));
    read("language-configuration.json");
}
