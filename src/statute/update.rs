//! A law beside a newer text of its statute: which articles are the same, reworded, new, gone, or bear another number; and
//! the law with the newer words, nothing of what was encoded lost.

use super::passage::{Passage, stands_in};
use super::receipt::letters;
use super::skeleton::{article, numbers, quoted};
use super::{Provision, Statute};
use std::collections::HashMap;

/// An article of the law as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Its number.
    pub number: String,
    /// Its words, as far as the law quotes them.
    pub text: Option<String>,
    /// Where the quotation stands in the file, its marks included.
    pub quote: Option<(usize, usize)>,
    /// Where the article stands in the file.
    pub span: (usize, usize),
    /// Clauses that say what it does.
    pub clauses: usize,
}

/// What became of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Every word of it stands in the newer text.
    Same,
    /// Some words are others; words between brackets are gone, words between braces have come.
    Reworded(String),
    /// The newer text has its words under this number.
    Renumbered(String),
    /// The newer text has it and the law has not.
    New,
    /// The law has it and the newer text has not.
    Gone,
    /// The law quotes no words of it: nothing can be told.
    Untold,
}

/// An article, of the law or of the newer text, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Updated {
    /// Its number: in the law where it has one there.
    pub number: String,
    /// Its heading in the newer text.
    pub heading: Option<String>,
    /// What became of it.
    pub change: Change,
    /// Clauses of the law that rest on it.
    pub clauses: usize,
    /// The article of the law.
    held: Option<usize>,
    /// The article of the newer text.
    provision: Option<usize>,
}

/// Letters below which the words of two articles say nothing of whether they are one.
const TELLING: usize = 40;

/// How the articles of a law compare with a newer text, in the order of that text; what is gone stands last.
pub fn compare(law: &[Held], newer: &Statute) -> Vec<Updated> {
    let given = numbers(newer);
    let plain = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    // Words that stand in one article of the newer text alone say which it is.
    let mut by_words: HashMap<String, Option<usize>> = HashMap::new();
    for (at, provision) in newer.provisions.iter().enumerate() {
        by_words.entry(plain(&provision.text)).and_modify(|place| *place = None).or_insert(Some(at));
    }
    let moved = |held: &Held| -> Option<usize> {
        let text = held.text.as_deref().filter(|t| letters(t) >= TELLING)?;
        let whole = by_words.get(&plain(text)).copied().flatten();
        let holds = |p: &Provision| stands_in(text, &p.text) == Passage::Stands;
        whole.or_else(|| if text.contains('…') { newer.provisions.iter().position(holds) } else { None })
    };
    let mut taken: HashMap<usize, (usize, bool)> = HashMap::new();
    let mut lost: Vec<usize> = Vec::new();
    for (at, held) in law.iter().enumerate() {
        let own = given.iter().position(|n| *n == held.number);
        let stays = own
            .and_then(|o| newer.provisions.get(o))
            .is_some_and(|p| held.text.as_deref().is_none_or(|text| stands_in(text, &p.text) == Passage::Stands));
        match own.filter(|_| stays) {
            Some(own) => {
                taken.insert(own, (at, false));
            }
            // Its words under another number that is not taken by an article with the same words.
            None => match moved(held).filter(|to| Some(*to) != own && !taken.contains_key(to)) {
                Some(to) => {
                    taken.insert(to, (at, true));
                }
                None => lost.push(at),
            },
        }
    }
    // What is left keeps its number where nothing else has come to bear it.
    let mut gone = Vec::new();
    for at in lost {
        let own = law.get(at).and_then(|held| given.iter().position(|n| *n == held.number));
        match own.filter(|own| !taken.contains_key(own)) {
            Some(own) => {
                taken.insert(own, (at, false));
            }
            None => gone.push(at),
        }
    }
    let mut out = Vec::new();
    for (at, (provision, number)) in newer.provisions.iter().zip(&given).enumerate() {
        let heading = provision.heading.clone();
        let Some((index, renumbered)) = taken.get(&at).copied() else {
            let number = number.clone();
            out.push(Updated { number, heading, change: Change::New, clauses: 0, held: None, provision: Some(at) });
            continue;
        };
        let Some(held) = law.get(index) else { continue };
        let change = match &held.text {
            _ if renumbered => Change::Renumbered(number.clone()),
            None => Change::Untold,
            Some(text) if stands_in(text, &provision.text) == Passage::Stands => {
                // A quotation that was whole is whole no longer when words have come.
                let whole = !text.contains('…') && letters(&provision.text) > letters(text) + letters(text) / 200;
                if whole { Change::Reworded(reworded(text, &provision.text)) } else { Change::Same }
            }
            Some(text) => Change::Reworded(reworded(text, &provision.text)),
        };
        let (number, clauses) = (held.number.clone(), held.clauses);
        out.push(Updated { number, heading, change, clauses, held: Some(index), provision: Some(at) });
    }
    for at in gone {
        let Some(held) = law.get(at) else { continue };
        let (number, clauses) = (held.number.clone(), held.clauses);
        out.push(Updated { number, heading: None, change: Change::Gone, clauses, held: Some(at), provision: None });
    }
    out
}

/// Words around a change that are shown.
const AROUND: usize = 4;

/// The changes of words: what is gone in brackets, what has come in braces, a few words around.
fn reworded(old: &str, new: &str) -> String {
    use similar::{ChangeTag, TextDiff};
    let unspaced = old.chars().filter(|c| !c.is_whitespace()).count() > 12 * old.split_whitespace().count();
    let difference = if unspaced { TextDiff::from_chars(old, new) } else { TextDiff::from_words(old, new) };
    let mut out = String::new();
    for (at, group) in difference.grouped_ops(if unspaced { AROUND * 3 } else { AROUND * 2 }).iter().enumerate() {
        if at > 0 {
            out.push_str(" … ");
        }
        let mut last = ChangeTag::Equal;
        for op in group {
            for change in difference.iter_changes(op) {
                if change.tag() != last {
                    out.push_str(match last {
                        ChangeTag::Delete => "]",
                        ChangeTag::Insert => "}",
                        ChangeTag::Equal => "",
                    });
                    out.push_str(match change.tag() {
                        ChangeTag::Delete => "[",
                        ChangeTag::Insert => "{",
                        ChangeTag::Equal => "",
                    });
                    last = change.tag();
                }
                out.push_str(change.value());
            }
        }
        out.push_str(match last {
            ChangeTag::Delete => "]",
            ChangeTag::Insert => "}",
            ChangeTag::Equal => "",
        });
    }
    super::squeezed(&out)
}

/// What is remarked above an article that is touched, by the catalogue.
#[derive(Debug, Clone, Default)]
pub struct Remarks {
    /// Above one whose words are others.
    pub reworded: String,
    /// Above one whose quotation leaves something out and stands there no more.
    pub excerpt: String,
    /// Above one that bears another number, which follows.
    pub renumbered: String,
    /// Above one that is gone.
    pub gone: String,
}

/// The text of the law with the newer words: quotations that were whole are replaced, new articles are entered to be
/// encoded, and what is gone or bears another number is remarked. What was encoded stays as it is.
pub fn rewritten(text: &str, law: &[Held], newer: &Statute, updated: &[Updated], remarks: &Remarks) -> String {
    let mut edits: Vec<(usize, usize, String)> = Vec::new();
    let mut before: Option<usize> = None;
    let given = numbers(newer);
    let end_of = |at: usize| law.get(at).map_or(text.len(), |h| h.span.1);
    for row in updated {
        let provision = row.provision.and_then(|p| newer.provisions.get(p));
        let Some(held) = row.held.and_then(|h| law.get(h)) else {
            if let (Some(provision), Some(number)) = (provision, row.provision.and_then(|p| given.get(p))) {
                let place = before.map_or_else(|| law.first().map_or(text.len(), |h| h.span.0), end_of);
                let written = article(number, provision);
                let new = if before.is_some() || law.is_empty() {
                    format!("\n{}", written.trim_end())
                } else {
                    format!("{}\n", written.trim_start())
                };
                edits.push((place, place, new));
            }
            continue;
        };
        before = row.held.or(before);
        let remark = |edits: &mut Vec<(usize, usize, String)>, said: String| {
            edits.push((held.span.0, held.span.0, format!("# {said}\n")));
        };
        match &row.change {
            Change::Reworded(_) => match (held.quote, held.text.as_deref(), provision) {
                (Some((start, end)), Some(old), Some(new)) if !old.contains('…') => {
                    edits.push((start, end, quoted(&new.text)));
                    remark(&mut edits, remarks.reworded.clone());
                }
                _ => remark(&mut edits, remarks.excerpt.clone()),
            },
            Change::Renumbered(to) => remark(&mut edits, format!("{} {to}", remarks.renumbered)),
            Change::Gone => remark(&mut edits, remarks.gone.clone()),
            Change::Same | Change::New | Change::Untold => {}
        }
    }
    // From the end, so that places stay what they are; of two at one place the later stands behind.
    let mut order: Vec<usize> = (0..edits.len()).collect();
    order.sort_by_key(|at| edits.get(*at).map(|(start, _, _)| (std::cmp::Reverse(*start), std::cmp::Reverse(*at))));
    let mut out = text.to_owned();
    for (start, end, new) in order.iter().filter_map(|at| edits.get(*at)) {
        if out.get(*start..*end).is_some() {
            out.replace_range(*start..*end, new);
        }
    }
    out
}
