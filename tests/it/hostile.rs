//! Broken text is ordinary: a clear mistake, never a panic, a hang or a verdict.

use crate::cli::{iml_in, out};
use fastrand::Rng;
use iml_check::builtin::BuiltInTreaties;
use iml_check::checker::{Checker, Input, NoVerdict, Question};
use iml_check::judge::{About, Options, Unanswered};
use iml_check::law::Date;
use iml_check::logic::Undecided;
use iml_check::syntax::parse;

fn check(bytes: &[u8]) -> (i32, String) {
    let output = iml_in(
        env!("CARGO_MANIFEST_DIR"),
        &["-", "--lang", "en", "--format", "short", "--full", "--as-of", "2026-11-24"],
        Some(bytes),
    );
    (output.status.code().unwrap(), out(&output))
}

#[test]
fn broken_files_are_a_clear_mistake() {
    let nested = format!(
        "policy p \"P\" {{ state CHN }}\narticle 1 {{ may detain any where {}age < 3{} }}\n",
        "(".repeat(10_000),
        ")".repeat(10_000)
    );
    let long = format!(
        "policy p \"P\" {{ state CHN }}\narticle 1 {{ may detain any where {} }}\n",
        "age < 3 or ".repeat(100_000) + "nonsense"
    );
    let cases: [(&str, Vec<u8>, &str); 10] = [
        ("empty", Vec::new(), "empty-file"),
        ("only a comment", b"# nothing\n".to_vec(), "empty-file"),
        ("not UTF-8", b"policy p \"P\" { state CHN }\narticle 1 \"\xff\xfe\" {}\n".to_vec(), "not-utf8"),
        ("nested", nested.into_bytes(), "nested-too-deep"),
        ("a line of a megabyte", long.into_bytes(), "unknown-name"),
        (
            "an open quotation",
            b"policy p \"P { state CHN }\narticle 1 { may detain any }\n".to_vec(),
            "unclosed-quotation",
        ),
        ("an open block", b"policy p \"P\" { state CHN\narticle 1 { may detain any }\n".to_vec(), "unclosed-block"),
        (
            "a lone carriage return",
            b"policy p \"P\" { state CHN }\rarticle 1 { may detain any }\n".to_vec(),
            "lone-carriage-return",
        ),
        (
            "a direction mark",
            "policy p \"P\" { state CHN }\narticle 1 { may \u{202e}detain any }\n".into(),
            "hidden-character",
        ),
        (
            "full-width punctuation",
            "policy p “P” ｛ state CHN ｝\narticle 1 ｛ may detain any ｝\n".into(),
            "look-alike",
        ),
    ];
    for (name, bytes, code) in cases {
        let (exit, text) = check(&bytes);
        assert_eq!(exit, 2, "{name}: {}", &text[..text.len().min(500)]);
        assert!(text.contains(code), "{name}: {}", &text[..text.len().min(500)]);
        assert!(text.len() < 20_000, "{name}: {} bytes are said", text.len());
    }
}

#[test]
fn line_ends_byte_order_mark_and_tabs_change_nothing() {
    let law =
        "policy p \"P\" { state CHN governs removal }\narticle 1 {\n  may remove foreigner where unlawful-stay\n}\n";
    let (exit, text) = check(law.as_bytes());
    assert_eq!(exit, 1);
    for other in [law.replace('\n', "\r\n"), format!("\u{feff}{law}"), law.replace("  ", "\t")] {
        let (again, other) = check(other.as_bytes());
        assert_eq!(again, 1);
        assert_eq!(text.lines().count(), other.lines().count());
        let summary = |said: &str| said.lines().rev().take(2).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(summary(&text), summary(&other));
    }
}

#[test]
fn several_mistakes_are_all_reported() {
    let law = "policy p \"P\" { state CHN governs detention }\narticle 1 {\n  may detian foreigner where unlawful-stay\n}\narticle 2 {\n  mya detain foreigner\n  may detain foreigner wher pregnant\n  must not detain foriegner\n}\nfact complex-case \"x\"\narticle 3 {\n  may detain foreigner for up too 30 days\n}\narticle 4 {\n  may deport foreigner where age < 18 days\n}\n";
    let (exit, text) = check(law.as_bytes());
    assert_eq!(exit, 2);
    insta::assert_snapshot!(text);
}

#[test]
fn control_characters_come_out_harmless() {
    let law = "policy p \"P\u{1b}]8;;http://x\u{7}\" { state CHN governs detention }\narticle 1 \"\u{1b}[31mred\u{202e}\" { may detain foreigner }\n";
    for format in ["human", "short", "plain", "json"] {
        let output = iml_in(
            env!("CARGO_MANIFEST_DIR"),
            &["-", "--format", format, "--stdin-filename", "a\u{1b}[2Jb.pol"],
            Some(law.as_bytes()),
        );
        let text = out(&output);
        assert!(!text.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{format}");
    }
}

/// Random damage to a real law: parsing ends, spans lie in the text, nothing panics.
#[test]
fn random_damage_never_panics() {
    let law =
        std::fs::read_to_string(format!("{}/policies/chn/exit-and-entry.pol", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let law: String = law.chars().take(6000).collect();
    let mut rng = Rng::with_seed(20_261_124);
    for _ in 0..400 {
        let mut chars: Vec<char> = law.chars().collect();
        for _ in 0..rng.usize(1..6) {
            let at = rng.usize(0..chars.len());
            match rng.u32(0..4) {
                0 => {
                    chars.remove(at);
                }
                1 => chars.insert(at, ['{', '}', '"', '(', '，', '\u{202e}', '\n', '\\'][rng.usize(0..8)]),
                2 => chars[at] = rng.char('\u{20}'..='\u{4fff}'),
                _ => chars.truncate(at.max(10)),
            }
        }
        let text: String = chars.into_iter().collect();
        let parsed = parse(&text, iml_check::text::FileId::own(0));
        for mistake in parsed.mistakes {
            let span = mistake.span.expect("a mistake of a text has a place");
            assert!(span.start <= span.end && span.end as usize <= text.len());
        }
    }
}

/// Terms that each use the one before, twice or in a long chain: neither time nor the stack is exhausted.
#[test]
fn terms_in_terms_are_read_once() {
    for (count, twice) in [(60, true), (2_000, false)] {
        let mut law =
            String::from("policy p \"P\" { state CHN governs detention }\nterm t0 means unlawful-stay or pregnant\n");
        for i in 1..count {
            let before = i - 1;
            law += &if twice {
                format!("term t{i} means (t{before} and adult) or (t{before} and seriously-ill)\n")
            } else {
                format!("term t{i} means t{before} or age < 3\n")
            };
        }
        law += &format!("article 1 {{ must detain foreigner where t{} }}\n", count - 1);
        law += &format!("scenario \"s\" {{ given t{} expect may detain }}\n", count - 1);
        let (exit, text) = check(law.as_bytes());
        assert_eq!(exit, 1, "{}", &text[..text.len().min(800)]);
    }
}

/// Vocabularies and laws far larger than any there is are answered, quickly and within bounds.
#[test]
fn very_large_vocabularies() {
    use iml_check::checker::{Checker, Input};
    let rules = |text: String| Checker::new(vec![Input { name: "r.iml".into(), bytes: text.into_bytes() }], false);
    let codes = |checker: &Checker| checker.mistakes.iter().map(|m| m.code.as_str()).collect::<Vec<_>>();
    let tree: String = (0..100_000)
        .map(|n| if n == 0 { "term t0\n".to_owned() } else { format!("term t{n} is a t{}\n", n / 2) })
        .collect();
    assert_eq!(codes(&rules(tree)), [""; 0]);
    let things: String = (0..20_000)
        .map(|n| if n == 0 { "measure m0\n".to_owned() } else { format!("measure m{n} is a m{}\n", n / 2) })
        .collect();
    assert_eq!(codes(&rules(things)), [""; 0]);
    let chain: String = (0..10_000)
        .map(|n| if n == 0 { "measure m0\n".to_owned() } else { format!("measure m{n} is a m{}\n", n - 1) })
        .collect();
    assert_eq!(codes(&rules(chain)), ["taxonomy-too-large"]);
    let deep: String = (0..100_000)
        .map(|n| match n {
            0 => "fact f\nterm t0 means f\n".to_owned(),
            n if n % 2 == 0 => format!("fact f{n}\nterm t{n} means f{n} and t{}\n", n - 1),
            n => format!("fact f{n}\nterm t{n} means f{n} or t{}\n", n - 1),
        })
        .collect();
    let checker = rules(deep);
    assert!(codes(&checker).iter().all(|c| *c == "definition-too-deep") && !checker.mistakes.is_empty());
}

/// The class of those who go round a safeguard is said exactly in procedures of up to sixty steps; in longer ones it is that
/// of one way, and *among others*.
#[test]
fn ways_through_long_procedures() {
    for (steps, exact) in [(59, true), (60, true), (61, false), (62, false)] {
        let mut law = String::from("policy p \"P\" { state CHN governs removal }\nprocedure way {\n");
        for n in 2..steps {
            law += &format!("  s{} -> s{n}\n", n - 1);
        }
        law += &format!("  s{} -> removal-carried-out where pregnant or nursing\n}}\n", steps - 1);
        let only = ["-", "--only", "removal-after-individual-decision", "--all-standards", "--format", "json"];
        let output = crate::cli::iml_in(env!("CARGO_MANIFEST_DIR"), &only, Some(law.as_bytes()));
        let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let finding = &report["orders"][0]["findings"][0];
        assert_eq!(finding["class"]["exact"], exact, "{steps}: {finding:#}");
    }
}

/// Ten thousand facts in one condition, ten thousand arrows in one procedure.
#[test]
fn very_large_laws() {
    let head = "policy p \"P\" { state CHN governs detention, removal }\n";
    let facts: String = (0..10_000).map(|n| format!("fact own-{n}\n")).collect();
    let any: Vec<String> = (0..10_000).map(|n| format!("own-{n}")).collect();
    let wide =
        format!("{head}{facts}article 1 {{ may detain foreigner where unlawful-stay and ({}) }}\n", any.join(" or "));
    let arrows: String =
        (0..10_000).map(|n| format!("  s{n} -> s{} where age > {}\n", (n * 7 + 3) % 3000, n % 60)).collect();
    let long = format!("{head}procedure way {{\n{arrows}  s5 -> removal-carried-out\n}}\n");
    for law in [wide, long] {
        let output = crate::cli::iml_in(
            env!("CARGO_MANIFEST_DIR"),
            &[
                "-",
                "--only",
                "child-immigration-detention",
                "--only",
                "removal-after-individual-decision",
                "--all-standards",
                "-q",
            ],
            Some(law.as_bytes()),
        );
        assert!(output.status.code() == Some(0) || output.status.code() == Some(1), "{:?}", output.status);
    }
}

/// A page that nests so deep that parsing would take hours, and one that begins hundreds of elements anew in each block:
/// said at once.
#[test]
fn a_page_that_nests_too_deep_is_no_statute() {
    let kept = tempfile::tempdir().unwrap();
    let folder = kept.path();
    let fonts: String = (0..400).map(|n| format!("<font size={n}>")).collect();
    let deep = "<div>".repeat(300_000);
    for (name, page, code) in [
        ("deep.html", format!("<html><body>{deep}Article 1. One.\n"), 2),
        ("fonts.html", format!("<html><body><p>{fonts}{}", "<p>Article 1. One.".repeat(20_000)), 2),
        ("page.html", format!("<html><body>{}Article 1. One.\n", "<div>".repeat(300)), 0),
    ] {
        std::fs::write(folder.join(name), page).unwrap();
        let arguments = ["new", "policy", "--from", name, "--state", "CHN", "--lang", "en"];
        let output = iml_in(folder.to_str().unwrap(), &arguments, None);
        let error = crate::cli::err(&output);
        assert_eq!(output.status.code(), Some(code), "{name}: {error}");
        assert!(code == 0 || error.contains("deeper than is read") && output.stdout.is_empty(), "{name}: {error}");
    }
}

/// Names of one's own are held against the vocabulary and each other by how they look, in rules too.
#[test]
fn names_that_look_alike_are_no_verdict() {
    let law = |fact: &str| {
        format!(
            "policy p \"P\" {{ state CHN governs detention }}\nfact {fact}\narticle 1 {{ may question any where {fact} }}\n"
        )
    };
    // Cyrillic, Greek, a capital I, full-width letters, an rn for an m.
    for name in ["natiоnality", "pregnαnt", "nationaIity", "ａge", "inforrnant-and-rnore"] {
        let known = name == "inforrnant-and-rnore";
        let text =
            if known { law(name).replace("fact infor", "fact informant-and-more\nfact infor") } else { law(name) };
        let (exit, said) = check(text.as_bytes());
        assert!(exit == 2 && said.contains("confusable-name"), "{name}: {said}");
        assert!(known || said.contains("U+"), "{name}: {said}");
    }
    // The same name in another alphabet altogether is another name.
    for name in ["гражданство", "国籍", "ιθαγένεια", "staatsangehörigkeit"] {
        let (exit, said) = check(law(name).as_bytes());
        assert!(exit != 2 && !said.contains("confusable-name") && !said.contains("mixed-scripts"), "{name}: {said}");
    }
    use iml_check::checker::{Checker, Input};
    let rules = |text: &str| {
        let input = Input { name: "r.iml".into(), bytes: text.as_bytes().to_vec() };
        Checker::new(vec![input], true).mistakes.iter().map(|m| m.code.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(rules("fact natiоnality\n"), ["confusable-name"]);
    assert_eq!(rules("fact own-fact\n"), [""; 0]);
}

/// A law in whose articles somebody could be meant only if more things found room than there is: no engine sees that
/// soon. One article a number of holes.
fn crowded(holes: &[usize]) -> String {
    let mut law = String::from("policy crowded \"Crowded\" { state CHN governs detention }\n");
    let mut articles = String::new();
    for (number, holes) in holes.iter().enumerate() {
        let name = |thing, hole| format!("a{number}-{thing}-{hole}");
        let mut parts: Vec<String> = Vec::new();
        for thing in 0..=*holes {
            let holes: Vec<String> = (0..*holes).map(|hole| name(thing, hole)).collect();
            holes.iter().for_each(|fact| law += &format!("fact {fact} \"L\"\n"));
            parts.push(format!("({})", holes.join(" or ")));
        }
        for hole in 0..*holes {
            for one in 0..=*holes {
                parts.extend((0..one).map(|other| format!("(not {} or not {})", name(one, hole), name(other, hole))));
            }
        }
        articles += &format!("article {} {{ may detain foreigner where {} }}\n", number + 1, parts.join(" and "));
    }
    law + &articles
}

/// What is said of a law, on so many threads and within so many steps.
fn said_within(law: &str, threads: usize, steps: u64, only: &[&str]) -> Result<String, Unanswered> {
    let mut checker = Checker::new(Vec::new(), true);
    checker.library.vocabulary.limits.steps = steps;
    let read = checker.read(vec![Input { name: "law.pol".into(), bytes: law.into() }]);
    assert!(read.is_sound(), "{:?}", read.mistakes);
    let only = only.iter().map(|id| (*id).to_owned()).collect();
    let question = Question {
        state: None,
        as_of: Date::parse("2026-11-24").unwrap(),
        assumed: &[],
        options: Options { threads, only, ..Options::default() },
        verify: false,
    };
    match checker.check(&read.order, &BuiltInTreaties, &question) {
        Ok(judgement) => Ok(format!("{judgement:?}")),
        Err(NoVerdict::Undecided(unanswered)) => Err(unanswered),
        Err(NoVerdict::Mistakes(mistakes)) => panic!("{mistakes:?}"),
    }
}

/// A run ends within its steps, and says which questions it left; how many threads there were is not seen.
#[test]
fn a_run_ends_within_its_steps() {
    // Its own text is asked about first.
    let crowded_text = crowded(&[12]);
    let one = said_within(&crowded_text, 1, 200_000, &[]).unwrap_err();
    assert_eq!(one, Unanswered { why: Undecided::Run, about: About::Text });
    assert_eq!(said_within(&crowded_text, 4, 200_000, &[]), Err(one));

    // Enough provisions for lanes, and conditions that are decided after a while.
    let mut law = crowded(&[6, 6]);
    (3..30).for_each(|n| law += &format!("article {n} {{ must give information to foreigner where age < {n} }}\n"));
    let only = ["child-detention-last-resort", "child-immigration-detention", "detention-not-indefinite"];
    let all = |threads, steps| said_within(&law, threads, steps, &only);
    let whole = all(1, u64::MAX).unwrap();
    assert_eq!(all(3, u64::MAX).as_ref(), Ok(&whole));
    // However many steps there are, more threads never say anything else.
    let (mut undecided, mut decided) = (0, 0);
    for steps in [600_000, 1_200_000, 2_400_000, 4_800_000, 9_600_000, 100_000_000] {
        let one = all(1, steps);
        assert_eq!(all(2, steps), one, "{steps}");
        assert_eq!(all(5, steps), one, "{steps}");
        match one {
            Ok(said) => {
                assert!(said == whole, "{steps}");
                decided += 1;
            }
            Err(Unanswered { why, about }) => {
                assert_eq!(why, Undecided::Run);
                assert!(decided == 0, "{steps} are too few, and fewer were not");
                undecided += usize::from(matches!(about, About::Standards(ids) if !ids.is_empty()));
            }
        }
    }
    assert!(undecided > 0 && decided > 0, "{undecided} {decided}");
}

/// All orders of a run share its steps, and none of them is called clean when they are used up.
#[test]
fn a_run_shares_its_steps() {
    let kept = tempfile::tempdir().unwrap();
    let folder = kept.path();
    let easy = "policy easy \"Easy\" { state MEX governs detention }\narticle 1 { may detain foreigner }\n";
    std::fs::write(folder.join("a.pol"), crowded(&[12])).unwrap();
    std::fs::write(folder.join("b.pol"), easy).unwrap();
    std::fs::write(folder.join("iml-check.toml"), "[limits]\nsteps = 200000\n").unwrap();
    let run = |arguments: &[&str]| {
        let usual = ["--lang", "en", "--only", "detention-not-indefinite"];
        let output = iml_in(folder.to_str().unwrap(), &[arguments, &usual].concat(), None);
        (output.status.code().unwrap(), out(&output) + &String::from_utf8(output.stderr).unwrap())
    };
    let (exit, alone) = run(&["check", "b.pol", "--format", "short", "--full"]);
    assert!(exit != 2 && alone.contains("[detention-not-indefinite]"), "{alone}");
    let (exit, said) = run(&["check", "b.pol", "a.pol", "--format", "short", "--full"]);
    assert!(exit == 2 && said.contains(&alone) && said.matches("limits.steps").count() == 1, "{said}");
    let (exit, said) = run(&["check", "a.pol", "b.pol", "--format", "short", "--full"]);
    assert!(exit == 2 && said.matches("limits.steps").count() == 2, "{said}");
    assert!(!said.contains("[detention-not-indefinite]") && !said.contains("provided"), "{said}");
    let (_, said) = run(&["check", "a.pol", "--format", "junit"]);
    assert!(said.contains("errors=\"1\"") && said.contains("not every question was decided"), "{said}");
}
