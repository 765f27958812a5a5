//! The word for something: found by synonyms, stems and spelling, in three languages, and offered behind unknown names.

use crate::cli::{DATE, err, iml, iml_in, out};

fn first(asked: &str) -> serde_json::Value {
    let output = iml(&["words", asked, "--json", "--most", "3", "--lang", "en"]);
    assert_eq!(output.status.code(), Some(0), "{asked}: {}", err(&output));
    let rows: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
    rows[0].clone()
}

#[test]
fn words_of_three_languages() {
    for (asked, expected) in [
        ("whipping", "corporal-punishment"),
        ("to be flogged", "corporal-punishment"),
        ("鞭刑", "corporal-punishment"),
        ("azotes", "corporal-punishment"),
        ("strip search", "search-person"),
        ("lawyer", "legal-assistance"),
        ("abogado", "legal-assistance"),
        ("听证", "hearing"),
        ("overstay", "unlawful-stay"),
        ("internamientos", "detention"),
        ("deportaton", "deport"),
        ("stateless", "nationality"),
    ] {
        let found = first(asked);
        assert!(found["id"].as_str().unwrap().starts_with(expected), "{asked}: {found:#}");
    }
    let found = first("whipping");
    assert_eq!((found["kind"].as_str(), found["called"].as_str()), (Some("measure"), Some("whipping")));
    assert!(found["standards"].as_array().unwrap().iter().any(|s| s == "no-corporal-punishment"), "{found:#}");
    assert!(found["points"].as_array().unwrap().iter().any(|s| s == "torture-and-slavery"), "{found:#}");
    // What means nothing here is said, with what to do.
    let output = iml(&["words", "zzqxv", "--lang", "zh"]);
    assert!(output.status.code() == Some(2) && err(&output).contains("zzqxv"), "{}", err(&output));
}

/// A name that nothing has, and that is no misspelling: what means nearly the same is offered.
#[test]
fn behind_an_unknown_name() {
    let law = "policy p \"P\" {\n  state CHN\n  governs detention\n}\n\narticle 1 {\n  may flog foreigner\n}\n";
    let output = iml_in(env!("CARGO_MANIFEST_DIR"), &["-", "--lang", "en", DATE[0], DATE[1]], Some(law.as_bytes()));
    let said = out(&output);
    assert!(said.contains("unknown-name") && said.contains("corporal-punishment"), "{said}");
}
