//! What binds a State and since when, as it is said beside a standard: not only how hard, but by which act.

use iml_check::checker::{Checker, Input};
use iml_check::law::{Binding, Coverage, Date, Force, Ratification, RatificationAct, ReservationRow, State, Treaties};

/// Rows as the data has them: what was done, the word for it, when, and whether that still has to be checked.
struct Data {
    rows: Vec<(RatificationAct, &'static str, Option<&'static str>, bool)>,
    /// Whether the State belongs to the organisation, and whether that still has to be checked.
    member: (bool, bool),
}

impl Treaties for Data {
    fn ratifications(&self, _: &str) -> Vec<Ratification> {
        let row = |(act, word, date, unconfirmed): &(RatificationAct, &str, Option<&str>, bool)| Ratification {
            instrument: "T".into(),
            act: *act,
            word: (*word).into(),
            date: date.and_then(Date::parse),
            source: String::new(),
            unconfirmed: *unconfirmed,
        };
        self.rows.iter().map(row).collect()
    }

    fn reservations(&self, _: &str) -> Vec<ReservationRow> {
        Vec::new()
    }

    fn coverage(&self, _: &str) -> Coverage {
        Coverage { complete_to: Date::parse("2020-01-01"), source: String::new() }
    }

    fn member(&self, _: &str, _: &str, _: Date) -> (bool, bool) {
        self.member
    }

    fn knows(&self, _: &str) -> bool {
        true
    }
}

const RULES: &str = "instrument T \"treaty\" { kind treaty in force 1990-06-01 }
instrument R \"regional\" { kind regional in force 1990-06-01 binds members of O }
instrument I \"reading\" { kind interpretation interprets T }
institution office \"an office\"
";

/// How T, R and I bind on that day; `law` may say what the State is party to.
fn bound(data: &Data, as_of: &str, law: &str) -> [Binding; 3] {
    let mut checker = Checker::new(vec![Input { name: "rules.iml".into(), bytes: RULES.into() }], false);
    assert!(checker.mistakes.is_empty(), "{:?}", checker.mistakes);
    let text = format!("policy p {{ state CHN }}\narticle 1 {{ establishes office }}\n{law}");
    let read = checker.read(vec![Input { name: "law.pol".into(), bytes: text.into_bytes() }]);
    assert!(read.is_sound(), "{:?}", read.mistakes);
    let state = State::new("CHN", Date::parse(as_of).unwrap(), data, Some(&read.order), &[]);
    ["T", "R", "I"].map(|id| state.instrument(&checker.library, checker.library.instrument(id).unwrap()))
}

/// What was done, the word for it, when, whether that still has to be checked.
type Row = (RatificationAct, &'static str, Option<&'static str>, bool);

/// Force, since when, by which act, whether it still has to be checked.
type Told = (Force, &'static str, &'static str, bool);

/// Force, since when, by which act, whether it still has to be checked.
fn told(binding: &Binding) -> (Force, Option<String>, Option<String>, bool) {
    (binding.force, binding.since.map(|d| d.to_string()), binding.act.clone(), binding.unconfirmed)
}

fn as_told((force, since, act, unconfirmed): Told) -> (Force, Option<String>, Option<String>, bool) {
    let word = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    (force, word(since), word(act), unconfirmed)
}

#[test]
fn of_several_rows_the_best_is_said() {
    use RatificationAct::{Bound, Denunciation, Signature};
    let cases: &[(&str, &[Row], Told)] = &[
        (
            "a row alone",
            &[(Bound, "accession", Some("1995-02-03"), false)],
            (Force::Treaty, "1995-02-03", "accession", false),
        ),
        // Before the treaty itself: from when it is in force.
        (
            "early",
            &[(Bound, "ratification", Some("1988-01-01"), true)],
            (Force::Treaty, "1990-06-01", "ratification", true),
        ),
        ("without a day", &[(Bound, "ratification", None, false)], (Force::Treaty, "", "ratification", false)),
        (
            "signed",
            &[(Signature, "signature", Some("1991-01-01"), false)],
            (Force::Signed, "1991-01-01", "signature", false),
        ),
        // Hardest, then what has been seen, then the more exact, then the earlier, then the first.
        (
            "signed and ratified",
            &[(Signature, "signature", Some("1991-01-01"), false), (Bound, "ratification", Some("1999-01-01"), true)],
            (Force::Treaty, "1999-01-01", "ratification", true),
        ),
        (
            "one seen and one not",
            &[(Bound, "a", Some("1994-01-01"), true), (Bound, "b", Some("1996-01-01"), false)],
            (Force::Treaty, "1996-01-01", "b", false),
        ),
        (
            "a year and a day",
            &[(Bound, "a", Some("1994"), false), (Bound, "b", Some("1996-05-01"), false)],
            (Force::Treaty, "1996-05-01", "b", false),
        ),
        (
            "a day in the first month and a year",
            &[(Bound, "a", Some("1994"), false), (Bound, "b", Some("1996-01-01"), false)],
            (Force::Treaty, "1996-01-01", "b", false),
        ),
        (
            "a day and nothing",
            &[(Bound, "a", None, false), (Bound, "b", Some("1996-01-01"), false)],
            (Force::Treaty, "1996-01-01", "b", false),
        ),
        (
            "two days",
            &[(Bound, "a", Some("1997-01-01"), false), (Bound, "b", Some("1996-01-01"), false)],
            (Force::Treaty, "1996-01-01", "b", false),
        ),
        (
            "the same twice",
            &[(Bound, "first", Some("1996-01-01"), false), (Bound, "second", Some("1996-01-01"), false)],
            (Force::Treaty, "1996-01-01", "first", false),
        ),
        (
            "left and come back",
            &[
                (Bound, "a", Some("1995-01-01"), false),
                (Denunciation, "denunciation", Some("2000"), false),
                (Bound, "b", Some("2001-01-01"), false),
            ],
            (Force::Treaty, "2001-01-01", "b", false),
        ),
        (
            "left before it was in force",
            &[(Bound, "a", Some("1988-01-01"), false), (Denunciation, "denunciation", Some("1989-01-01"), false)],
            (Force::None, "", "", false),
        ),
        (
            "left",
            &[(Bound, "a", Some("1995-01-01"), false), (Denunciation, "denunciation", Some("2000"), false)],
            (Force::None, "", "", false),
        ),
        ("left, and who knows when", &[(Denunciation, "denunciation", None, false)], (Force::Unknown, "", "", false)),
    ];
    for (why, rows, expected) in cases {
        let data = Data { rows: rows.to_vec(), member: (false, false) };
        let [treaty, _, reading] = bound(&data, "2026-01-01", "");
        assert_eq!(told(&treaty), as_told(*expected), "{why}");
        // How it is read binds as a reading, by the same act; of a treaty that does not bind it stays a reading.
        assert!(reading.reading && !treaty.reading, "{why}");
        let force = if treaty.force == Force::Treaty { Force::Interpretation } else { treaty.force };
        assert_eq!(told(&reading), (force, told(&treaty).1, told(&treaty).2, treaty.unconfirmed), "{why}");
    }
}

#[test]
fn what_the_law_says_of_itself_and_who_is_a_member() {
    let data = |member| Data { rows: Vec::new(), member };
    let [treaty, regional, _] = bound(&data((true, true)), "2026-01-01", "party to T from 2004-05-06");
    assert_eq!(told(&treaty), as_told((Force::Treaty, "2004-05-06", "stated-in-policy", false)));
    assert_eq!(told(&regional), as_told((Force::Treaty, "", "membership", true)));
    let [treaty, regional, _] = bound(&data((false, true)), "2004-05-05", "party to T from 2004-05-06");
    assert_eq!(told(&treaty), as_told((Force::None, "", "", false)));
    assert_eq!(treaty.complete_to, Date::parse("2020-01-01"));
    assert_eq!(told(&regional), as_told((Force::None, "", "", true)));
    assert_eq!(regional.outside.as_deref(), Some("O"));
    let [treaty, ..] = bound(&data((false, false)), "2026-01-01", "party to T");
    assert_eq!(told(&treaty), as_told((Force::Treaty, "", "stated-in-policy", false)));
}
