//! A law beside a newer text of its statute: what became of every article, and nothing of what was encoded lost.

use crate::cli::{err, iml_in, out};

const OLD: &str = "Law\n\nArticle 1 Scope\nThis Act applies to every foreigner in the country.\n\nArticle 2 Detention\nThe police may detain a foreigner who stays unlawfully for up to 30 days.\n\nArticle 3 Appeal\nA foreigner who is detained may appeal to the court within seven days.\n\nArticle 4 Fees\nThe fee for a permit is five units.\n";

const NEW: &str = "Law\n\nArticle 1 Scope\nThis Act applies to every foreigner in the country.\n\nArticle 2 Detention\nThe police may detain a foreigner who stays unlawfully for up to 60 days.\n\nArticle 2A Children\nNo child is detained.\n\nArticle 5 Appeal\nA foreigner who is detained may appeal to the court within seven days.\n";

#[test]
fn what_became_of_every_article() {
    let kept = tempfile::tempdir().unwrap();
    let at = kept.path().to_str().unwrap();
    let run = |arguments: &[&str]| {
        let output = iml_in(at, &[arguments, &["--lang", "en"]].concat(), None);
        (output.status.code(), out(&output), err(&output))
    };
    std::fs::write(kept.path().join("old.txt"), OLD).unwrap();
    std::fs::write(kept.path().join("new.txt"), NEW).unwrap();
    assert_eq!(run(&["new", "policy", "--from", "old.txt", "--state", "CHN", "--output-file", "law.pol"]).0, Some(0));
    let law = std::fs::read_to_string(kept.path().join("law.pol")).unwrap();
    let clause = "  # by hand\n  may detain foreigner where unlawful-stay for up to 30 days\n";
    let encoded = law.replacen("  to be encoded\n", "  set aside because \"scope\"\n", 1).replacen(
        "  to be encoded\n",
        clause,
        1,
    );
    std::fs::write(kept.path().join("law.pol"), &encoded).unwrap();
    // The same text: nothing to do.
    let (code, said, _) = run(&["update", "law.pol", "--from", "old.txt"]);
    assert!(code == Some(0) && said.trim() == "the same: 4", "{code:?} {said}");
    let (code, said, error) = run(&["update", "law.pol", "--from", "new.txt", "--json"]);
    assert_eq!(code, Some(1), "{error}");
    let rows: serde_json::Value = serde_json::from_str(&said).unwrap();
    let told: Vec<(&str, &str)> = rows
        .as_array()
        .unwrap()
        .iter()
        .map(|r| (r["article"].as_str().unwrap(), r["change"].as_str().unwrap()))
        .collect();
    assert_eq!(told, [("1", "same"), ("2", "reworded"), ("2A", "new"), ("3", "renumbered"), ("4", "gone")]);
    assert_eq!((rows[1]["clauses"].as_u64(), rows[3]["number"].as_str()), (Some(1), Some("5")));
    assert!(rows[1]["words"].as_str().unwrap().contains("[30]{60}"), "{}", rows[1]["words"]);
    let (_, said, _) = run(&["update", "law.pol", "--from", "new.txt"]);
    assert!(said.contains("reworded: 1, of which 1 encoded") && said.contains("  2 (one clause): "), "{said}");
    assert_eq!(std::fs::read_to_string(kept.path().join("law.pol")).unwrap(), encoded);
    // Written: what was encoded is there as it was, the words are the newer ones, and what is new is to be encoded.
    let (code, _, error) = run(&["update", "law.pol", "--from", "new.txt", "--write"]);
    assert_eq!(code, Some(0), "{error}");
    let written = std::fs::read_to_string(kept.path().join("law.pol")).unwrap();
    insta::assert_snapshot!(written);
    for line in encoded.lines().filter(|l| !l.contains("text \"The police")) {
        assert!(written.contains(line), "{line}");
    }
    assert_eq!(run(&["fmt", "--check", "law.pol"]).0, Some(0), "{written}");
    let (code, said, _) = run(&["update", "law.pol", "--from", "new.txt"]);
    assert!(code == Some(1) && said.contains("the same: 3") && !said.contains("reworded"), "{said}");
    // A law with mistakes is not written over.
    std::fs::write(kept.path().join("law.pol"), "policy p {").unwrap();
    let (code, _, error) = run(&["update", "law.pol", "--from", "new.txt", "--write"]);
    assert!(code == Some(2) && error.contains("has mistakes"), "{error}");
    assert_eq!(std::fs::read_to_string(kept.path().join("law.pol")).unwrap(), "policy p {");
}
