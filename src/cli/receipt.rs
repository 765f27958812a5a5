//! The receipt of a reading in words: a line a fact, the most telling first.

use crate::statute::{LeftKind, Receipt};
use crate::words::{Words, args};

/// How many places of one kind, and how many numbers, are named one by one.
const NAMED: usize = 5;

/// The same for numbers.
const NUMBERS: usize = 24;

/// Says a receipt.
pub(super) trait Told {
    /// The receipt, a line each.
    fn receipt(&self, receipt: &Receipt) -> Vec<String>;
    /// Why a reading should not be trusted, in one line.
    fn doubts(&self, receipt: &Receipt) -> Option<String>;
}

impl Told for Words {
    fn receipt(&self, receipt: &Receipt) -> Vec<String> {
        let mut out = Vec::new();
        let ends = receipt.ends.as_ref().map_or_else(String::new, |(first, last)| {
            self.say("receipt-ends", &args([("first", first.clone()), ("last", last.clone())]))
        });
        let mut said = args([
            ("form", receipt.form.name().to_owned()),
            ("ends", ends),
            ("share", share(receipt.placed, receipt.letters)),
            ("heading", shown(&receipt.heading)),
        ]);
        said.set("found", receipt.found);
        said.set("letters", receipt.letters);
        out.push(self.say("receipt-read", &said));
        if let Some(charset) = receipt.charset {
            let mut said = args([("charset", charset.to_owned())]);
            said.set("unreadable", receipt.unreadable);
            out.push(self.say("receipt-charset", &said));
        }
        for (id, numbers) in [
            ("receipt-doubled", &receipt.doubled),
            ("receipt-disordered", &receipt.disordered),
            ("receipt-missing", &receipt.missing),
        ] {
            if !numbers.is_empty() {
                let mut named: Vec<&str> = numbers.iter().map(String::as_str).take(NUMBERS).collect();
                if numbers.len() > NUMBERS {
                    named.push("…");
                }
                out.push(self.say(id, &args([("numbers", named.join(", "))])));
            }
        }
        if let Some((number, letters)) = &receipt.longest {
            let mut said = args([("number", number.clone())]);
            said.set("letters", *letters);
            out.push(self.say("receipt-longest", &said));
        }
        for rival in receipt.words.iter().take(NAMED) {
            let mut said = args([("article", rival.article.clone()), ("begins", shown(&rival.begins))]);
            said.set("line", rival.line);
            out.push(self.say("receipt-words", &said));
        }
        if receipt.words.len() > NAMED {
            let mut said = args([]);
            said.set("count", receipt.words.len() - NAMED);
            out.push(self.say("receipt-words-more", &said));
        }
        left(self, receipt, &mut out);
        for reading in &receipt.readings {
            let mut said =
                args([("heading", shown(&reading.heading)), ("share", share(reading.placed, receipt.letters))]);
            said.set("found", reading.found);
            out.push(self.say("receipt-reading", &said));
        }
        out
    }

    fn doubts(&self, receipt: &Receipt) -> Option<String> {
        let doubts: Vec<String> = receipt.doubts().into_iter().map(|id| self.plain(id)).collect();
        (!doubts.is_empty()).then(|| doubts.join("; "))
    }
}

/// What stands in no article, kind by kind, the largest pieces of each.
fn left(words: &Words, receipt: &Receipt, out: &mut Vec<String>) {
    const KINDS: [LeftKind; 9] = [
        LeftKind::Between,
        LeftKind::Annex,
        LeftKind::Before,
        LeftKind::Quoted,
        LeftKind::Contents,
        LeftKind::Note,
        LeftKind::Frame,
        LeftKind::Part,
        LeftKind::Title,
    ];
    for kind in KINDS {
        let mut pieces: Vec<_> = receipt.left.iter().filter(|l| l.kind == kind).collect();
        let every = pieces.len();
        pieces.sort_by_key(|l| std::cmp::Reverse(l.letters));
        // Of what the law is not made of, one piece is enough.
        let most = match kind {
            LeftKind::Between | LeftKind::Annex => NAMED,
            _ => 1,
        };
        for left in pieces.iter().take(most) {
            let place = left.line.map_or_else(String::new, |line| {
                let mut said = args([]);
                said.set("line", line);
                words.say("receipt-line", &said)
            });
            let mut said =
                args([("what", words.plain(kind.message())), ("place", place), ("begins", shown(&left.begins))]);
            said.set("letters", left.letters);
            out.push(words.say("receipt-left", &said));
        }
        if every > most {
            let mut said = args([]);
            said.set("count", every - most);
            said.set("letters", pieces.iter().skip(most).map(|l| l.letters).sum::<usize>());
            out.push(words.say("receipt-more", &said));
        }
    }
}

/// A share in hundredths, a tenth more where it is near the whole.
fn share(part: usize, whole: usize) -> String {
    let mille = (part * 1000).checked_div(whole).unwrap_or(0);
    format!("{}.{} %", mille / 10, mille % 10)
}

fn shown(text: &str) -> String {
    crate::text::harmless(text).replace('`', "'")
}
