//! Every example inside the rules is run, and every standard is complete.

use crate::cli::day;
use iml_check::builtin::{self, BuiltInTreaties};
use iml_check::checker::Checker;
use iml_check::pages::form_text;
use iml_check::words::{Lang, Words};
use std::collections::BTreeMap;

#[test]
fn the_rules_have_no_mistakes() {
    let checker = Checker::new(Vec::new(), true);
    assert!(checker.mistakes.is_empty(), "{:#?}", checker.mistakes);
    assert!(checker.check_rules().unwrap().is_empty());
}

#[test]
fn every_example_comes_out_as_written() {
    let checker = Checker::new(Vec::new(), true);
    let words = Words::new(Lang::En);
    let mut story = String::new();
    for (id, examples) in builtin::examples() {
        let standard = checker.library.standard(&id).unwrap();
        assert!(examples.iter().any(|e| e.meets) && examples.iter().any(|e| !e.meets), "{id} lacks an example");
        for example in &examples {
            let outcome = checker.example(standard, example, &BuiltInTreaties, day()).unwrap();
            assert!(outcome.mistakes.is_empty(), "{id}: {:#?}", outcome.mistakes);
            assert!(outcome.holds, "{id}: {:?} {:?}", example.label.main, outcome.verdict);
            story += &format!("{id} · {} · {}\n", words.label(&example.label, ""), words.verdict(outcome.verdict));
            for finding in &outcome.findings {
                story += &format!("    {}\n", words.sentence(finding));
            }
        }
    }
    insta::assert_snapshot!(story);
}

#[test]
fn every_standard_is_complete() {
    let checker = Checker::new(Vec::new(), true);
    let mut forms: BTreeMap<&str, usize> = BTreeMap::new();
    for standard in &checker.library.standards {
        let id = &standard.id;
        assert!(standard.label.by_language.iter().any(|(l, t)| l == "zh" && !t.is_empty()), "{id}: no Chinese title");
        assert!(!standard.basis.is_empty() && !standard.catalogue.is_empty() && !standard.theme.is_empty(), "{id}");
        assert!(standard.help.is_some(), "{id}: no help");
        for citation in standard.basis.iter().chain(&standard.interpreted) {
            assert!(checker.library.instrument(&citation.instrument).is_some(), "{id}: {}", citation.instrument);
            if let Some((quote, _)) = &citation.quote {
                assert!(quote.split_whitespace().count() <= 40, "{id}: the quotation is too long");
            }
        }
        for form in &standard.forms {
            *forms.entry(form_text(&form.kind)).or_default() += 1;
        }
    }
    assert!(checker.library.standards.len() >= 60);
    for form in ["forbid", "limit", "require", "equal", "before", "define", "justify", "establish"] {
        assert!(forms.get(form).is_some_and(|n| *n >= 2), "{form} is hardly used: {forms:?}");
    }
}

#[test]
fn what_is_embedded_is_what_the_files_say() {
    let mut items = Vec::new();
    let mut examples = Vec::new();
    for (name, base, text) in builtin::files() {
        let on_disk = std::fs::read_to_string(format!("{}/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        assert_eq!(on_disk, *text, "{name}");
        let mut parsed = iml_check::syntax::parse(text, *base);
        assert!(parsed.mistakes.is_empty(), "{name}: {:#?}", parsed.mistakes);
        for item in &mut parsed.items {
            if let iml_check::syntax::tree::Item::Standard(s) = item {
                examples.push((s.name.text.clone(), std::mem::take(&mut s.examples)));
            }
        }
        items.append(&mut parsed.items);
    }
    assert_eq!(items, builtin::items());
    assert_eq!(examples, builtin::examples());
}

/// The catalogue lies beside the project in some checkouts; where it does, every section of it must be there.
#[test]
fn every_section_of_the_catalogue_has_a_standard() {
    let path = format!("{}/../shared/domain/standards.csv", env!("CARGO_MANIFEST_DIR"));
    let Ok(mut reader) = csv::Reader::from_path(&path) else {
        println!("SKIPPED: the catalogue is not at hand");
        return;
    };
    let checker = Checker::new(Vec::new(), true);
    let used: Vec<&String> = checker.library.standards.iter().flat_map(|s| &s.catalogue).collect();
    let mut sections: BTreeMap<String, usize> = BTreeMap::new();
    let mut known = Vec::new();
    for row in reader.records() {
        let row = row.unwrap();
        known.push(row[0].to_owned());
        *sections.entry(row[1].to_owned()).or_default() += used.iter().filter(|u| ***u == row[0]).count();
    }
    // The row on best interests goes by the number of the Convention's article.
    for id in used {
        assert!(known.contains(id) || id == "child.best-interests", "{id} is not in the catalogue");
    }
    assert!(sections.values().all(|n| *n > 0), "{sections:?}");
}
