//! The catalogues: the same messages in every language, and nothing said that is not in them.

use fluent_bundle::FluentResource;
use iml_check::syntax::Code;
use iml_check::words::{Lang, catalogue};
use std::collections::BTreeSet;

fn ids(lang: Lang) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    let mut current = String::new();
    for line in catalogue(lang).lines() {
        if let Some((id, _)) = line.split_once(" =") {
            if let Some(attribute) = id.trim_start().strip_prefix('.') {
                ids.insert(format!("{current}.{attribute}"));
            } else if !line.starts_with(' ') && !line.starts_with('#') {
                current = id.to_owned();
                ids.insert(current.clone());
            }
        }
    }
    ids
}

fn variables(lang: Lang, id: &str) -> BTreeSet<String> {
    let text = catalogue(lang);
    let start = text.find(&format!("\n{id} =")).unwrap() + 1;
    let end = text[start..].find("\n\n").map_or(text.len(), |e| start + e);
    let block: Vec<&str> = text[start..end].lines().collect();
    let mut own = vec![block[0]];
    own.extend(block[1..].iter().take_while(|l| l.starts_with(' ') || l.starts_with('}')));
    let own = own.join("\n");
    own.split('$').skip(1).map(|t| t.chars().take_while(|c| c.is_ascii_alphanumeric()).collect()).collect()
}

#[test]
fn the_catalogues_can_be_read() {
    for lang in Lang::ALL {
        let result = FluentResource::try_new(catalogue(lang).to_owned());
        assert!(result.is_ok(), "{}: {:?}", lang.code(), result.err().map(|(_, e)| e));
    }
}

#[test]
fn every_language_says_everything() {
    let (english, chinese) = (ids(Lang::En), ids(Lang::Zh));
    let only_in_one: Vec<_> = english.symmetric_difference(&chinese).collect();
    assert!(only_in_one.is_empty(), "{only_in_one:?}");
}

#[test]
fn every_language_speaks_of_the_same_things() {
    for id in ids(Lang::En).iter().filter(|id| !id.contains('.')) {
        assert_eq!(variables(Lang::En, id), variables(Lang::Zh, id), "{id}");
    }
}

/// Every code has a message, a label and a page in every language, and no page is of a code that there is not.
#[test]
fn every_code_has_a_message_a_label_and_a_page() {
    for lang in Lang::ALL {
        let known = ids(lang);
        for code in Code::ALL {
            for id in [code.to_string(), format!("{code}.label"), format!("{code}.page")] {
                assert!(known.contains(&id), "{}: {id}", lang.code());
            }
        }
        let pages = known.iter().filter_map(|id| id.strip_suffix(".page"));
        let of_nothing: Vec<&str> = pages.filter(|id| Code::named(id).is_none()).collect();
        assert!(of_nothing.is_empty(), "{}: {of_nothing:?}", lang.code());
    }
}

/// A code is made where a mistake is: one that no source names would be a page about nothing.
#[test]
fn every_code_is_used() {
    let sources = crate::architecture::sources();
    for code in Code::ALL {
        let name = format!("Code::{code:?}");
        let used = |text: &str| {
            text.match_indices(&name).any(|(at, _)| !text[at + name.len()..].starts_with(char::is_alphanumeric))
        };
        let made = sources.iter().filter(|(file, _)| file != "syntax/code.rs").any(|(_, text)| used(text));
        assert!(made, "{code}");
    }
}
