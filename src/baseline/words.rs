//! The words of the laws' own in which it is said whom findings reach: which they are, and how they are declared.

use super::nowhere;
use crate::layout::one_line;
use crate::model::{Condition, Named, Reworded, Vocabulary};
use crate::syntax::parse_condition;
use crate::text::Sources;
use std::collections::{BTreeMap, BTreeSet};

/// By law and word: how the word is declared.
pub(super) type Words = BTreeMap<String, BTreeMap<String, String>>;

/// How every law declares its own words, each on one line, without comments.
pub(super) fn declared(vocabulary: &Vocabulary, sources: &Sources) -> Words {
    let mut out = Words::new();
    for (word, own) in &vocabulary.own {
        for own in own {
            let text = declaration(vocabulary, sources, word, own.named);
            out.entry(own.law.clone()).or_default().insert(word.clone(), text);
        }
    }
    out
}

fn declaration(vocabulary: &Vocabulary, sources: &Sources, word: &str, named: Named) -> String {
    let span = match named {
        Named::Fact(id) => vocabulary.fact(id).span,
        // A common word that the law defines in one of its articles.
        Named::Term(id) if vocabulary.names.contains_key(word) && vocabulary.term(id).means.is_some() => {
            let means = vocabulary.term(id).means.as_ref().map_or_else(String::new, |m| m.expr(vocabulary).to_string());
            return format!("define {word} means {means}");
        }
        Named::Term(id) => vocabulary.term(id).span,
        Named::Thing(_) | Named::Time(_) | Named::Reason(_) => return String::new(),
    };
    let text = sources.text(span);
    one_line(text).unwrap_or_else(|_| text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The names in a condition, where no law speaks.
fn names(who: &str) -> Vec<String> {
    let written = parse_condition(who, nowhere());
    written.map(|w| w.facts().into_iter().map(|n| n.text.clone()).collect()).unwrap_or_default()
}

/// The laws' own words that a condition rests on, by law and word: those that it names, and those that these rest on.
pub(super) fn used(vocabulary: &Vocabulary, who: &str) -> BTreeSet<(String, String)> {
    let mut open: Vec<Named> = Vec::new();
    for name in names(who) {
        open.extend(match name.split_once(" of ") {
            Some((word, law)) => vocabulary.means_in(word, law),
            None => vocabulary.means(&name).ok().flatten(),
        });
    }
    let mut seen = BTreeSet::new();
    while let Some(named) = open.pop() {
        let fresh = match named {
            Named::Fact(id) => seen.insert((0, id.place())),
            Named::Term(id) => seen.insert((1, id.place())),
            Named::Thing(_) | Named::Time(_) | Named::Reason(_) => false,
        };
        if let (true, Named::Term(id)) = (fresh, named) {
            let term = vocabulary.term(id);
            open.extend(term.parents.iter().copied().map(Named::Term));
            open.extend(term.fact.map(Named::Fact));
            term.means.iter().for_each(|means| rests_on(means, &mut open));
        }
    }
    let is_used = |named| match named {
        Named::Fact(id) => seen.contains(&(0, id.place())),
        Named::Term(id) => seen.contains(&(1, id.place())),
        Named::Thing(_) | Named::Time(_) | Named::Reason(_) => false,
    };
    let own = vocabulary.own.iter().flat_map(|(word, own)| own.iter().map(move |own| (word, own)));
    own.filter(|(_, own)| is_used(own.named)).map(|(word, own)| (own.law.clone(), word.clone())).collect()
}

fn rests_on(means: &Condition, out: &mut Vec<Named>) {
    match means {
        Condition::Any => {}
        Condition::Fact(id) | Condition::Value(id, _) | Condition::Below(id, _) => out.push(Named::Fact(*id)),
        Condition::Term(id) => out.push(Named::Term(*id)),
        Condition::Not(inner) => rests_on(inner, out),
        Condition::All(parts) | Condition::Some(parts) => parts.iter().for_each(|p| rests_on(p, out)),
    }
}

/// The words that a condition rests on and that are not declared as they were.
pub(super) fn reworded(vocabulary: &Vocabulary, who: &str, then: &Words, now: &Words) -> Vec<Reworded> {
    let mut words = used(vocabulary, who);
    // A word that no law declares any more.
    for name in names(who) {
        let (word, law) = name.split_once(" of ").map_or((name.as_str(), None), |(word, law)| (word, Some(law)));
        let declared = then.iter().filter(|(of, words)| law.is_none_or(|l| l == *of) && words.contains_key(word));
        words.extend(declared.map(|(law, _)| (law.clone(), word.to_owned())));
    }
    let text = |words: &Words, law: &str, word: &str| words.get(law).and_then(|w| w.get(word)).cloned();
    let mut out = Vec::new();
    for (law, word) in words {
        let (then, now) = (text(then, &law, &word), text(now, &law, &word));
        if then != now {
            out.push(Reworded { word, then, now });
        }
    }
    out
}
