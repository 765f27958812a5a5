//! Small laws kept beside the checkout, and the word that a lawyer would give each of them under the standards named.

use crate::beside::shared;
use crate::cases::copy;
use crate::cli::{err, iml_in, out};
use iml_check::threads::shared as on_threads;
use std::collections::BTreeMap;

/// What is asked of a case: options of `check`; `semantics` brings rules of its own.
type Options = &'static [&'static str];
/// The words that are right, for each standard.
type Right = &'static [(&'static str, &'static [&'static str])];

/// A case, how it is asked, and the words that are right.
const WORDS: &[(&str, Options, Right)] = &[
    (
        "verdicts/imprison-refugee.pol",
        &[],
        &[
            ("refugees-not-penalised", &["incompatible"]),
            ("child-not-punished", &["incompatible"]),
            ("victims-not-punished", &["not-found", "not-in-force"]),
        ],
    ),
    ("verdicts/prison-for-refugees.pol", &[], &[("refugees-not-penalised", &["incompatible"])]),
    (
        "verdicts/general-penalty.pol",
        &[],
        &[
            ("refugees-not-penalised", &["not-examined", "not-in-force"]),
            ("child-not-punished-for-parents", &["not-examined"]),
            ("child-not-punished", &["not-examined", "not-in-force"]),
            ("rescue-not-punished", &["not-examined", "not-in-force"]),
        ],
    ),
    (
        "verdicts/met-half.pol",
        &[],
        &[("detention-has-grounds-in-law", &["provided"]), ("victims-not-discriminated", &["not-examined"])],
    ),
    ("verdicts/illtreat.pol", &[], &[("ill-treatment-prohibited", &["incompatible"])]),
    ("verdicts/collective.pol", &[], &[("no-collective-expulsion", &["provided"])]),
    (
        "verdicts/silence-is-no-group-power.pol",
        &[],
        &[
            ("no-collective-expulsion", &["not-found"]),
            ("no-power-over-groups", &["not-examined"]),
            ("child-heard", &["provided"]),
        ],
    ),
    (
        "verdicts/periodic-court.pol",
        &[],
        &[("detention-reviewed-by-court", &["provided"]), ("court-decides-promptly", &["to-assess"])],
    ),
    ("verdicts/court-imprison.pol", &[], &[("detention-reviewed-by-court", &["provided"])]),
    (
        "verdicts/lawful.pol",
        &[],
        &[
            ("expulsion-reasons-and-review", &["not-found"]),
            ("refugee-expulsion-appeal", &["not-found"]),
            ("removal-after-individual-decision", &["not-found"]),
            ("refugee-expulsion-grounds", &["incompatible", "not-found"]),
        ],
    ),
    ("verdicts/usa1951.pol", &[], &[("refugees-not-penalised", &["incompatible"])]),
    ("verdicts/nat.pol", &["--state", "SAU"], &[("women-pass-on-nationality", &["not-in-force"])]),
    ("verdicts/nat.pol", &["--state", "LBN"], &[("women-pass-on-nationality", &["not-in-force"])]),
    ("verdicts/nat.pol", &["--all-standards"], &[("women-pass-on-nationality", &["incompatible"])]),
    ("verdicts/deny.pol", &[], &[("child-heard", &["incompatible"])]),
    (
        "verdicts/tie.pol",
        &[],
        &[("change-of-employer", &["incompatible", "not-in-force"]), ("forced-labour-prohibited", &["incompatible"])],
    ),
    ("verdicts/weigh-reasons-given.pol", &[], &[("removal-and-family-life", &["to-assess"])]),
    ("verdicts/weigh-necessity-fact.pol", &[], &[("removal-and-family-life", &["to-assess"])]),
    ("verdicts/wait-three-years-assessed.pol", &[], &[("reunification-wait-under-protection", &["to-assess"])]),
    ("verdicts/copied-37b.pol", &[], &[("child-detention-last-resort", &["provided"])]),
    ("verdicts/review-limited.pol", &[], &[("detention-reviewed-by-court", &["not-found"])]),
    (
        "verdicts/benefits-for-nationals.pol",
        &[],
        &[
            ("rights-set-forth-by-law", &["to-assess"]),
            ("distinction-by-citizenship-justified", &["to-assess"]),
            ("health-care-regardless-of-status", &["to-assess"]),
            ("only-economic-rights-limited-for-foreigners", &["to-assess"]),
            ("refugee-social-security", &["incompatible"]),
            ("refugee-public-relief", &["incompatible"]),
        ],
    ),
    (
        "verdicts/guarantee-for-some-before.pol",
        &[],
        &[
            ("rights-set-forth-by-law", &["not-examined"]),
            ("health-care-regardless-of-status", &["not-examined"]),
            ("only-economic-rights-limited-for-foreigners", &["not-examined"]),
            ("social-rights-without-discrimination", &["not-examined"]),
        ],
    ),
    (
        "verdicts/guarantee-for-some-after.pol",
        &[],
        &[
            ("rights-set-forth-by-law", &["to-assess"]),
            ("health-care-regardless-of-status", &["to-assess"]),
            ("only-economic-rights-limited-for-foreigners", &["to-assess"]),
        ],
    ),
    ("verdicts/exemption-before.pol", &[], &[("no-detention-by-race", &["provided"])]),
    ("verdicts/exemption-after.pol", &[], &[("no-detention-by-race", &["incompatible"])]),
    (
        "verdicts/permits-of-families.pol",
        &[],
        &[
            ("permits-and-family-life", &["not-found"]),
            ("best-interests-in-permits", &["not-found"]),
            ("child-heard-on-permits", &["not-found"]),
        ],
    ),
    (
        "verdicts/revoke-then-remove.pol",
        &[],
        &[("heard-before-withdrawal", &["not-found"]), ("refugee-heard-before-withdrawal", &["not-found"])],
    ),
    ("verdicts/no-word-for-right-to-stay.pol", &[], &[("non-refoulement-refugees", &["provided"])]),
    (
        "verdicts/locked-shelter.pol",
        &[],
        &[
            ("child-immigration-detention", &["to-assess"]),
            ("child-detention-ended", &["to-assess"]),
            ("child-detention-last-resort", &["to-assess"]),
        ],
    ),
    (
        "verdicts/child-a-hundred-years.pol",
        &[],
        &[
            ("child-detention-has-an-end", &["to-assess"]),
            ("refugee-work-after-three-years", &["incompatible"]),
            ("no-deprivation-into-statelessness", &["to-assess"]),
        ],
    ),
    (
        "verdicts/one-year-old-and-stateless.pol",
        &[],
        &[("child-heard", &["provided"]), ("consular-notification", &["provided"])],
    ),
    ("semantics/e1a.pol", &[], &[("no-detention-by-race", &["provided"])]),
    ("semantics/e1b.pol", &[], &[("no-detention-by-race", &["incompatible"])]),
    ("semantics/e1c.pol", &[], &[("no-detention-by-race", &["incompatible"])]),
    ("semantics/e1d.pol", &[], &[("no-detention-by-race", &["provided"])]),
    ("semantics/f1.pol", &["--no-builtin-rules", "--rules", "semantics"], &[("child-not-held", &["not-examined"])]),
    ("semantics/f3.pol", &["--no-builtin-rules", "--rules", "semantics"], &[("aim-only", &["provided"])]),
    ("semantics/f4a.pol", &["--no-builtin-rules", "--rules", "semantics"], &[("lawful-heard", &["not-examined"])]),
    ("semantics/f4b.pol", &["--no-builtin-rules", "--rules", "semantics"], &[("lawful-heard", &["not-examined"])]),
    ("semantics/f4c.pol", &["--no-builtin-rules", "--rules", "semantics"], &[("legal-only", &["incompatible"])]),
    ("semantics/f4d.pol", &["--no-builtin-rules", "--rules", "semantics"], &[("legal-only", &["incompatible"])]),
    ("semantics/n1.pol", &["--no-builtin-rules", "--rules", "semantics"], &[("child-not-held", &["provided"])]),
    (
        "semantics/n2.pol",
        &["--no-builtin-rules", "--rules", "semantics"],
        &[("child-not-held", &["incompatible", "provided"])],
    ),
    (
        "sound/axiom-by-term.pol",
        &[],
        &[("child-immigration-detention", &["to-assess"]), ("child-detention-last-resort", &["to-assess"])],
    ),
    ("sound/version-misread", &[], &[("child-immigration-detention", &["incompatible"])]),
    ("sound/version-misread-fmt", &[], &[("child-immigration-detention", &["incompatible"])]),
    ("sound/future-heals", &[], &[("child-immigration-detention", &["incompatible"])]),
    ("sound/rank-heals", &[], &[("child-immigration-detention", &["to-assess"])]),
    ("sound/set-aside-heals.pol", &[], &[("child-immigration-detention", &["incompatible"])]),
    ("sound/unconfirmed-heals.pol", &[], &[("child-immigration-detention", &["to-assess"])]),
    (
        "sound/equal-only-when-detained.pol",
        &[],
        &[("equality-before-the-law", &["to-assess"]), ("rights-of-aliens", &["to-assess"])],
    ),
    ("sound/months-met.pol", &[], &[("detention-not-indefinite", &["provided", "to-assess"])]),
    ("sound/months-12.pol", &[], &[("reunification-wait-of-workers", &["provided"])]),
    ("sound/year-is-12-months.pol", &[], &[("reunification-wait-of-workers", &["provided"])]),
    ("sound/limit-for-adults.pol", &[], &[("detention-not-indefinite", &["to-assess"])]),
    ("sound/relies-on-nothing.pol", &[], &[("expulsion-decision-communicated", &["not-found"])]),
];

/// Cases of which nothing may be said: no verdict, exit code 2.
const NOTHING: &[&str] = &[
    "verdicts/nothing-ita.pol",
    "verdicts/only-a-note.pol",
    "verdicts/governs-entry-only.pol",
    "verdicts/fresh-skeleton.pol",
    "sound/jus-cogens-reserved.pol",
    "sound/self-replace",
    "sound/older-replaces",
    "sound/nothing-encoded.pol",
    "sound/equal-shadowed-fact.pol",
    "sound/relies-on-everything.pol",
    "sound/quote",
];

/// What two of the cases say in words that the vocabulary has replaced by the treaty's own.
const RENAMED: &[(&str, &str, &str)] = &[
    (
        "verdicts/copied-37b.pol",
        "alternatives-insufficient giving consideration-of-alternatives",
        "last-resort and shortest-period",
    ),
    ("verdicts/locked-shelter.pol", "restrict-movement child where migration-ground", "restrict-movement child"),
    ("verdicts/locked-shelter.pol", "deprive-of-liberty child where migration-ground", "immigration-detention child"),
];

/// How a case ends, and the word of each standard.
fn asked(case: &str, options: &[&str]) -> Option<(i32, BTreeMap<String, String>, String)> {
    let from = shared(&format!("cases/{case}"), "the small laws with their right words")?;
    let kept = tempfile::tempdir().unwrap();
    copy(&from, kept.path());
    for entry in std::fs::read_dir(kept.path()).unwrap().map(|e| e.unwrap().path()).filter(|p| p.is_file()) {
        let mut text = std::fs::read_to_string(&entry).unwrap();
        for (_, old, new) in RENAMED.iter().filter(|(of, ..)| *of == case) {
            assert!(text.contains(old), "{case}: {old}");
            text = text.replace(old, new);
        }
        std::fs::write(&entry, text).unwrap();
    }
    let rules = shared("cases/semantics/rules", "the rules of the small laws")?;
    let mut all = vec!["check", ".", "--no-config", "--format", "json", "--fail-on", "never", "--lang", "en"];
    let semantics = rules.to_str().unwrap();
    all.extend(options.iter().map(|option| if *option == "semantics" { semantics } else { option }));
    let output = iml_in(kept.path().to_str().unwrap(), &all, None);
    let said = out(&output);
    let report: serde_json::Value = serde_json::from_str(&said).unwrap_or_default();
    let orders = report["orders"].as_array().cloned().unwrap_or_default();
    let standards = orders.iter().flat_map(|o| o["standards"].as_array().cloned().unwrap_or_default());
    let word = |s: &serde_json::Value| Some((s["id"].as_str()?.to_owned(), s["verdict"].as_str()?.to_owned()));
    let words = standards.filter_map(|s| word(&s)).collect();
    Some((output.status.code().unwrap(), words, err(&output)))
}

#[test]
fn each_law_has_the_word_that_a_lawyer_would_give() {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let wrong = on_threads(WORDS, vec![(); threads], |(), (case, options, right)| {
        let Some((code, words, why)) = asked(case, options) else { return Vec::new() };
        let mut wrong = Vec::new();
        for (standard, right) in *right {
            let word = words.get(*standard).map_or("no word", String::as_str);
            if !right.contains(&word) {
                wrong.push(format!("{case}: {standard} is {word} and not {right:?}, exit {code}\n{why}"));
            }
        }
        wrong
    });
    let wrong: Vec<String> = wrong.into_iter().flatten().collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn of_some_laws_nothing_is_said() {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let codes = on_threads(NOTHING, vec![(); threads], |(), case| (asked(case, &[]).map(|(code, ..)| code), *case));
    for (code, case) in codes {
        assert!(code.is_none_or(|code| code == 2), "{case}: {code:?}");
    }
}
