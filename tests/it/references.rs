//! Definitions and uses: from any place at which something is named, all others are found.

use iml_check::checker::Input;
use iml_check::session::{Configuration, NothingBeside, Opening, Session};
use iml_check::syntax::Named;
use iml_check::text::FileId;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

fn session() -> Session {
    Session::open(Opening {
        configuration: None::<Configuration>,
        rules: Vec::new(),
        built_in: true,
        threads: 1,
        today: crate::cli::day(),
        beside: Box::new(NothingBeside),
    })
}

fn set(session: &mut Session, name: &str, text: &str) -> FileId {
    session.set(Input { name: name.to_owned(), bytes: text.as_bytes().to_vec() })
}

const ACT: &str = r#"policy act "Aliens Act" {
  state CHN
  governs detention
}

authority guard "the border guard" kind police

fact route "the route" one of land "by land", sea "by sea"
term late "late" means unlawful-stay and not child

article 1 {
  may detain late where route is sea
    for up to 30 days where child
    giving court-review by court
  must not detain (route is land) by guard
}

scenario "at sea" {
  given route sea, unlawful-stay
  expect may detain
}
"#;

const DECREE: &str = r#"policy decree "Decree" {
  state CHN
  governs detention
  replaces old
}

fact route "another route" one of land "by land", sea "by sea"

article 7 {
  must not detain any where route is sea notwithstanding article 1 of act
}
"#;

/// Two laws with words of their own of one name, told with every place.
#[test]
fn every_name_leads_to_all_its_places() {
    let mut session = session();
    let files = [set(&mut session, "act.pol", ACT), set(&mut session, "decree.pol", DECREE)];
    let index = session.index();
    let sources = session.sources();
    let place = |span| {
        let (file, place) = sources.place(span).unwrap();
        let name = file.rsplit('/').next().unwrap();
        format!("{name}:{}:{}", place.line, place.column)
    };
    let mut story = String::new();
    for thing in index.all() {
        let here = |span: &&iml_check::text::Span| files.contains(&span.file);
        let uses: Vec<String> = thing.uses.iter().filter(here).map(|s| place(*s)).collect();
        if uses.is_empty() && !thing.definition.iter().any(|s| files.contains(&s.file)) {
            continue;
        }
        let defined = thing.definition.map_or_else(
            || "nowhere".to_owned(),
            |s| if files.contains(&s.file) { place(s) } else { place(s).split(':').next().unwrap().to_owned() },
        );
        writeln!(story, "{:?} {} · {defined} · {}", thing.named, thing.name, uses.join(" ")).unwrap();
        // From each of its places the same thing is found, at its first byte and behind its last.
        for span in thing.uses.iter().chain(&thing.definition).filter(here) {
            for offset in [span.start, span.end] {
                let found = index.at(span.file, offset).unwrap_or_else(|| panic!("{}", place(*span)));
                assert!(found == thing || offset == span.end, "{} at {}", thing.name, place(*span));
            }
            assert_eq!(session.references(span.file, span.start).as_ref(), Some(thing));
        }
    }
    insta::assert_snapshot!(story);
    assert_eq!(session.references(files[0], 0), None, "a keyword names nothing");
    // A file that is set again is indexed as it is now.
    set(&mut session, "act.pol", &ACT.replace("late", "overdue"));
    let names: Vec<String> = session.index().all().filter(|t| t.named == Named::Word).map(|t| t.name.clone()).collect();
    assert!(names.iter().any(|n| n == "overdue") && !names.iter().any(|n| n == "late"));
}

fn laws(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
        if entry.is_dir() {
            laws(&entry, found);
        } else if entry.extension().is_some_and(|e| e == "pol") {
            found.push(entry);
        }
    }
}

/// In every law of the repository and in the built-in rules, each name is declared somewhere, and stands where it is said to.
#[test]
fn nothing_is_named_that_is_declared_nowhere() {
    let mut session = session();
    let mut paths = Vec::new();
    laws(&Path::new(env!("CARGO_MANIFEST_DIR")).join("policies"), &mut paths);
    paths.sort();
    for path in &paths {
        set(&mut session, &path.to_string_lossy(), &std::fs::read_to_string(path).unwrap());
    }
    let index = session.index();
    let (mut things, mut places) = (0, 0);
    for thing in index.all() {
        things += 1;
        assert!(
            thing.definition.is_some() || thing.named == Named::Organisation,
            "{:?} {}: {:?}",
            thing.named,
            thing.name,
            thing.uses.first().map(|s| session.sources().place(*s))
        );
        for span in thing.uses.iter().chain(&thing.definition) {
            places += 1;
            assert_eq!(session.sources().text(*span), thing.name);
        }
    }
    assert!(things > 1_000 && places > 4_000, "{things} things, {places} places");
}
