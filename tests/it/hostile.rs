//! Broken text is ordinary: a clear mistake, never a panic, a hang or a verdict.

use crate::cli::{iml_in, out};
use fastrand::Rng;
use iml_check::syntax::parse;

fn check(bytes: &[u8]) -> (i32, String) {
    let output = iml_in(
        env!("CARGO_MANIFEST_DIR"),
        &["-", "--lang", "en", "--format", "short", "--as-of", "2026-11-24"],
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
        "policy p \"P\" { state CHN governs detention }\narticle 1 {\n  may detain foreigner where unlawful-stay\n}\n";
    let (exit, text) = check(law.as_bytes());
    assert_eq!(exit, 1);
    for other in [law.replace('\n', "\r\n"), format!("\u{feff}{law}"), law.replace("  ", "\t")] {
        let (again, other) = check(other.as_bytes());
        assert_eq!(again, 1);
        assert_eq!(text.lines().count(), other.lines().count());
        assert_eq!(text.lines().last(), other.lines().last());
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
        let parsed = parse(&text, 0);
        for mistake in parsed.mistakes {
            assert!(mistake.span.start <= mistake.span.end && mistake.span.end as usize <= text.len());
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
        law += &format!("article 1 {{ may detain foreigner where t{} }}\n", count - 1);
        law += &format!("scenario \"s\" {{ given t{} expect may detain }}\n", count - 1);
        let (exit, text) = check(law.as_bytes());
        assert_eq!(exit, 1, "{}", &text[..text.len().min(800)]);
    }
}
