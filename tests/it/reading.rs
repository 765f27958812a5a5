//! What is read of a text does not depend on how many threads read it.

use crate::layout::files;
use iml_check::syntax::{Parsed, parse_within};

/// All laws of the repository as one text, as they are and with slips all over.
fn texts() -> [String; 2] {
    let laws = files().into_iter().filter(|p| p.extension().is_some_and(|e| e == "pol"));
    let whole: String = laws.map(|p| std::fs::read_to_string(p).unwrap_or_default() + "\n").collect();
    let broken =
        whole.replace("unless age", "unles age").replace("measure ", "measure = ").replace("title zh", "title");
    [whole, broken]
}

fn said(parsed: &Parsed) -> (serde_json::Value, String) {
    (serde_json::to_value(&parsed.items).unwrap(), format!("{:#?}\n{:#?}", parsed.mistakes, parsed.lost))
}

#[test]
fn many_threads_read_what_one_reads() {
    let [whole, broken] = texts();
    for (text, slips) in [(&whole, false), (&broken, true)] {
        assert!(text.len() > 16 * 4_000, "long enough for 16 threads: {}", text.len());
        let one = parse_within(text, iml_check::text::FileId::own(7), 200, 1);
        assert!(one.items.len() > 100 && !(slips && one.mistakes.len() < 20), "{}", one.items.len());
        for threads in [2, 3, 16] {
            assert!(
                said(&parse_within(text, iml_check::text::FileId::own(7), 200, threads)) == said(&one),
                "{threads} threads"
            );
        }
    }
}

#[test]
fn a_text_without_items_is_read_by_any_number_of_threads() {
    let blank = "# nothing\n".repeat(5_000);
    for (text, threads) in [("", 0), ("", 4), (&blank, 4)] {
        let parsed = parse_within(text, iml_check::text::FileId::own(0), 200, threads);
        assert!(parsed.items.is_empty() && parsed.mistakes.is_empty() && parsed.lost.is_empty());
    }
}
