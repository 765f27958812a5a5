//! The catalogues: the same messages in every language, and nothing said that is not in them.

use fluent_bundle::FluentResource;
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

/// Every code a mistake is made with has a message, a label and a page.
#[test]
fn every_code_has_a_message_a_label_and_a_page() {
    let known = ids(Lang::En);
    let mut codes = BTreeSet::new();
    for (_, text) in crate::architecture::sources() {
        for constructor in ["Mistake::new(\"", "Mistake::warning(\""] {
            codes.extend(text.split(constructor).skip(1).map(|t| t.split('"').next().unwrap().to_owned()));
        }
    }
    assert!(codes.len() > 40, "{}", codes.len());
    for code in codes.iter().filter(|c| *c != "code") {
        for id in [code.clone(), format!("{code}.label"), format!("{code}.page")] {
            assert!(known.contains(&id), "{id}");
        }
    }
}
