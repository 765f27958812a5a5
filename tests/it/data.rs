//! The treaty data: every row has a source that is known, and means what it says.

use iml_check::builtin::{self, BuiltInTreaties};
use iml_check::checker::Checker;
use iml_check::law::{Date, Force, State, Treaties};
use std::collections::BTreeSet;

fn rows(file: &str) -> Vec<csv::StringRecord> {
    let path = format!("{}/rules/data/{file}", env!("CARGO_MANIFEST_DIR"));
    csv::Reader::from_path(path).unwrap().records().map(|r| r.unwrap()).collect()
}

#[test]
fn every_row_has_a_known_source() {
    let checker = Checker::new(Vec::new(), true);
    let sources: BTreeSet<String> = rows("sources.csv").iter().map(|r| r[0].to_owned()).collect();
    for (file, instrument, source) in [("ratifications.csv", 1, 4), ("reservations.csv", 1, 5), ("coverage.csv", 0, 2)]
    {
        for row in rows(file) {
            assert!(sources.contains(&row[source]), "{file}: {row:?}");
            assert!(checker.library.instrument(&row[instrument]).is_some(), "{file}: {row:?}");
        }
    }
    for row in rows("declarations.csv") {
        assert!(sources.contains(&row[6]) && row[7] == *"verified" && !row[5].is_empty(), "{row:?}");
        assert!(checker.library.instrument(&row[1]).is_some() && BuiltInTreaties.knows(&row[0]), "{row:?}");
        assert!(Date::parse(&row[3]).is_some() && (row[4].is_empty() || Date::parse(&row[4]).is_some()), "{row:?}");
    }
    for row in rows("regions.csv") {
        assert!(sources.contains(&row[4]) && ["verified", "unconfirmed"].contains(&&row[5]), "{row:?}");
        assert!(BuiltInTreaties.knows(&row[1]), "{row:?}");
        assert!(row[4] != *"general-knowledge" || row[5] == *"unconfirmed", "{row:?}");
    }
    for row in rows("ratifications.csv") {
        assert!(["verified", "unconfirmed"].contains(&&row[5]), "{row:?}");
        assert!(row[3].is_empty() || Date::parse(&row[3]).is_some(), "{row:?}");
        assert!(row[4] != *"to-be-found" || row[5] == *"unconfirmed", "{row:?}");
    }
}

/// Every State has a name in English and in Chinese, and by each of its names it is found.
#[test]
fn every_state_is_found_by_its_names() {
    let sources: BTreeSet<String> = rows("sources.csv").iter().map(|r| r[0].to_owned()).collect();
    for row in rows("states.csv") {
        assert!(BuiltInTreaties.knows(&row[0]) && sources.contains(&row[3]), "{row:?}");
        assert!(["en", "zh"].contains(&&row[1]), "{row:?}");
        assert_eq!(builtin::state_called(&row[2]), Some(&row[0]), "{row:?}");
        assert_eq!(builtin::state_called(&row[2].to_uppercase().replace(' ', "-")), Some(&row[0]), "{row:?}");
    }
    for state in builtin::states() {
        for language in ["en", "zh"] {
            assert!(builtin::state_names(state, language).next().is_some(), "{state} {language}");
        }
    }
    assert_eq!(builtin::state_called("the United Kingdom"), Some("GBR"));
    assert_eq!(builtin::state_called("Bosnia and Herzegovina"), Some("BIH"));
    assert_eq!(builtin::state_called("Atlantis"), None);
    assert_eq!(builtin::state_near("Frnace"), Some("FRA"));
    assert_eq!(builtin::state_near("墨西歌"), Some("MEX"));
    assert_eq!(builtin::state_near("frz"), Some("FRA"));
}

#[test]
fn all_of_the_data_is_compiled_in() {
    assert_eq!(rows("ratifications.csv").len(), 6660);
    let compiled: usize = builtin::states().map(|s| BuiltInTreaties.ratifications(s).len()).sum();
    assert_eq!(compiled, 6660);
    let checker = Checker::new(Vec::new(), true);
    let own = ["CUSTOM", "JUS-COGENS"];
    assert_eq!(checker.library.instruments.iter().filter(|i| !own.contains(&i.id.as_str())).count(), 130);
}

/// A treaty of a region is closed to a State outside it; membership of the Union binds to its Charter.
#[test]
fn regions_open_and_close_treaties() {
    let checker = Checker::new(Vec::new(), true);
    let binding = |state: &str, instrument: &str, date: &str| {
        let state = State::new(state, Date::parse(date).unwrap(), &BuiltInTreaties, None, &[]);
        state.instrument(&checker.library, checker.library.instrument(instrument).unwrap())
    };
    let china = binding("CHN", "ECHR", "2026-11-24");
    assert_eq!((china.force, china.outside.as_deref()), (Force::None, Some("COE")));
    assert_eq!(binding("MLT", "EU-CHARTER", "2026-11-24").force, Force::Treaty);
    // The Charter had no binding force before December 2009, and none for a State that has left.
    assert_ne!(binding("MLT", "EU-CHARTER", "2009-11-30").force, Force::Treaty);
    assert_eq!(binding("GBR", "EU-CHARTER", "2019-01-01").force, Force::Treaty);
    assert_eq!(binding("GBR", "EU-CHARTER", "2020-06-01").force, Force::None);
    // A member that is not in the data may have ratified or not.
    assert_eq!(binding("NGA", "KAMPALA", "2026-11-24").force, Force::Unknown);
    assert_eq!(binding("MEX", "KAMPALA", "2026-11-24").force, Force::None);
}

#[test]
fn who_is_bound_when() {
    let checker = Checker::new(Vec::new(), true);
    let force = |state: &str, instrument: &str, date: &str| {
        let state = State::new(state, Date::parse(date).unwrap(), &BuiltInTreaties, None, &[]);
        state.instrument(&checker.library, checker.library.instrument(instrument).unwrap()).force
    };
    assert_eq!(force("CHN", "ICCPR", "2026-01-01"), Force::Signed);
    assert_eq!(force("CHN", "CRC", "2026-01-01"), Force::Treaty);
    assert_eq!(force("CHN", "CRC", "1991-01-01"), Force::Signed);
    assert_eq!(force("CHN", "CRC", "1990-01-01"), Force::None);
    assert_eq!(force("CHN", "ICRMW", "2026-01-01"), Force::None);
    assert_eq!(force("CHN", "C189", "2026-01-01"), Force::Unknown);
    assert_eq!(force("MEX", "ICRMW", "2026-01-01"), Force::Treaty);
    // Ratified in 1999; the Convention entered into force in 2003.
    assert_eq!(force("MEX", "ICRMW", "2001-01-01"), Force::Signed);
    assert_eq!(force("CHN", "JGC4-23", "2026-01-01"), Force::Interpretation);
    assert_eq!(force("CHN", "HRC-GC35", "2026-01-01"), Force::Signed);
    assert_eq!(force("CHN", "GCM", "2026-01-01"), Force::SoftLaw);
    assert_eq!(force("CHN", "CUSTOM", "2026-01-01"), Force::Custom);
    assert_eq!(force("CHN", "JUS-COGENS", "2026-01-01"), Force::JusCogens);
}

#[test]
fn a_reservation_takes_out_what_it_reserves_and_nothing_else() {
    let checker = Checker::new(Vec::new(), true);
    let state = State::new("MLT", Date::parse("2026-01-01").unwrap(), &BuiltInTreaties, None, &[]);
    let force = |id: &str| state.standard(&checker.library, None, checker.library.standard(id).unwrap()).0;
    let reserved = force("expulsion-reasons-and-review");
    assert_eq!(reserved.force, Force::None);
    assert!(reserved.reserved.is_some());
    assert_eq!(force("detention-reviewed-by-court").force, Force::Treaty);
}
