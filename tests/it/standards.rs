//! Every example inside the rules is run, and every standard is complete.

use crate::cli::day;
use iml_check::builtin::{self, BuiltInTreaties};
use iml_check::checker::Checker;
use iml_check::finding::Verdict;
use iml_check::pages::form_text;
use iml_check::words::{Lang, Words};
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn the_rules_have_no_mistakes() {
    let checker = Checker::new(Vec::new(), true);
    assert!(checker.mistakes.is_empty(), "{:#?}", checker.mistakes);
    assert!(checker.check_rules().unwrap().is_empty());
}

/// Each comes out as it is written beside it, and shows whom it says. Of each form and verdict one is told.
#[test]
fn every_example_comes_out_as_written() {
    let checker = Checker::new(Vec::new(), true);
    let words = Words::new(Lang::En);
    let mut story = String::new();
    let mut told = BTreeSet::new();
    for (id, examples) in builtin::examples() {
        let standard = checker.library.standard(&id).unwrap();
        assert!(
            examples.iter().any(|e| e.expect == Verdict::Provided)
                && examples.iter().any(|e| e.expect != Verdict::Provided),
            "{id} lacks an example"
        );
        for example in &examples {
            let outcome = checker.example(standard, example, &BuiltInTreaties, day()).unwrap();
            assert!(outcome.mistakes.is_empty(), "{id}: {:#?}", outcome.mistakes);
            assert!(outcome.holds, "{id}: {:?} {:?}", example.label.main, outcome.verdict);
            let forms: Vec<&str> = standard.forms.iter().map(|form| form_text(&form.kind)).collect();
            if outcome.findings.is_empty() || !told.insert((forms.join(" and "), outcome.verdict)) {
                continue;
            }
            let verdict = words.verdict(outcome.verdict);
            story += &format!("{} · {verdict} · {id}, {}\n", forms.join(" and "), words.label(&example.label, ""));
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
    for form in ["forbid", "limit", "require", "equal", "before", "define", "justify", "establish"] {
        assert!(forms.get(form).is_some_and(|n| *n >= 10), "{form} is hardly used: {forms:?}");
    }
}

#[test]
fn what_is_embedded_is_what_the_files_say() {
    let mut items = Vec::new();
    let mut examples = Vec::new();
    for (number, (name, text)) in builtin::files().iter().enumerate() {
        let on_disk = std::fs::read_to_string(format!("{}/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        assert_eq!(on_disk, *text, "{name}");
        let mut parsed = iml_check::syntax::parse(text, iml_check::text::FileId::built_in(number as u32));
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

fn catalogue() -> Vec<csv::StringRecord> {
    let path = format!("{}/rules/data/catalogue.csv", env!("CARGO_MANIFEST_DIR"));
    csv::Reader::from_path(path).unwrap().records().map(Result::unwrap).collect()
}

/// A row is encoded by a standard or a principle, or says why not. What was seen is encoded; no section is empty.
#[test]
fn every_row_of_the_catalogue_is_encoded_or_says_why_not() {
    let checker = Checker::new(Vec::new(), true);
    let standards = checker.library.standards.iter().flat_map(|s| &s.catalogue);
    let used: BTreeSet<&String> =
        standards.chain(checker.library.principles.iter().flat_map(|p| &p.catalogue)).collect();
    let rows = catalogue();
    let known: BTreeSet<String> = rows.iter().map(|r| r[0].to_owned()).collect();
    assert_eq!(known.len(), rows.len(), "a row is there twice");
    let mut sections: BTreeMap<&str, usize> = BTreeMap::new();
    for row in &rows {
        let encoded = used.contains(&row[0].to_owned());
        assert_eq!(encoded, row[5].is_empty(), "{row:?}");
        assert!(encoded || row[4] == *"unconfirmed", "{row:?}: its words were seen");
        *sections.entry(&row[1]).or_default() += usize::from(encoded);
    }
    assert!(sections.len() == 17 && sections.values().all(|n| *n > 0), "{sections:?}");
    for id in used {
        assert!(known.contains(id), "{id} is not in the catalogue");
    }
}

/// A citation has a quotation, or a source, or is marked as unconfirmed, or is custom.
#[test]
fn every_standard_rests_on_words_or_says_that_it_does_not() {
    let checker = Checker::new(Vec::new(), true);
    for standard in &checker.library.standards {
        let rests = |c: &iml_check::model::Citation| c.quote.is_some() || c.source.is_some() || c.unconfirmed;
        assert!(standard.basis.iter().any(rests), "{}", standard.id);
        for citation in &standard.basis {
            let unwritten = ["CUSTOM", "JUS-COGENS"].contains(&citation.instrument.as_str());
            assert!(
                unwritten || citation.place.is_some() || citation.unconfirmed,
                "{}: {} lacks its pinpoint",
                standard.id,
                citation.instrument
            );
        }
    }
    for principle in &checker.library.principles {
        assert!(principle.note.is_some() && principle.label.by_language.iter().any(|(l, _)| l == "zh"));
        assert!(principle.basis.iter().all(|c| c.quote.is_some() && c.place.is_some()), "{}", principle.id);
        assert!(checker.library.standard(&principle.id).is_none(), "{} is also a standard", principle.id);
    }
}

/// The catalogue lies beside the project in some checkouts; where it does, ours has its rows, and no quotation has words
/// that it does not.
#[test]
fn the_catalogue_and_the_quotations_are_those_of_the_data() {
    let what = "rows and quotations of the catalogue";
    let Some(path) = crate::beside::shared("domain/standards.csv", what) else { return };
    let theirs: Vec<csv::StringRecord> = csv::Reader::from_path(path).unwrap().records().map(Result::unwrap).collect();
    let ours = catalogue();
    assert_eq!(ours.len(), theirs.len());
    for (our, their) in ours.iter().zip(&theirs) {
        assert_eq!((&our[0], &our[2], &our[4]), (&their[0], &their[4], &their[10]));
    }
    let plain = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    let mut quotes: Vec<String> = theirs.iter().map(|r| plain(&r[7])).collect();
    // Words found since, with their language of origin.
    let Some(path) = crate::beside::shared("domain/words.csv", what) else { return };
    for row in csv::Reader::from_path(path).unwrap().records().map(Result::unwrap) {
        quotes.extend([plain(&row[6]), plain(&row[7])]);
    }
    let checker = Checker::new(Vec::new(), true);
    let standards = checker.library.standards.iter().flat_map(|s| s.basis.iter().chain(&s.interpreted));
    for citation in standards.chain(checker.library.principles.iter().flat_map(|p| &p.basis)) {
        if let Some((quote, _)) = &citation.quote {
            let quote = plain(quote);
            assert!(quotes.iter().any(|q| q.contains(&quote)), "{}: {quote}", citation.instrument);
        }
    }
}

/// `--only` takes a standard, a point or a theme: a name of two of them would choose more than it says.
#[test]
fn a_point_has_a_name_of_its_own() {
    let checker = Checker::new(Vec::new(), true);
    let library = &checker.library;
    assert!(!library.points.is_empty());
    for point in &library.points {
        let other = library.standards.iter().any(|s| s.id == point.id || s.theme == point.id);
        assert!(!other, "`{}` is a point and something else", point.id);
    }
}
