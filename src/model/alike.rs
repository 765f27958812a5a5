//! Names that look like other names: a law in which one letter comes from another script says something else than a reader
//! sees.

use super::vocabulary::{FactShapeKind, Named, Vocabulary};
use crate::syntax::tree::{FactKind, Item, Name};
use crate::syntax::{Code, Mistake};
use crate::text::Span;
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization as _;
use unicode_security::MixedScript as _;
use unicode_security::confusable_detection::skeleton;
use unicode_security::mixed_script::AugmentedScriptSet;

/// Code points that are shown of a name.
const MOST_SHOWN: usize = 4;

/// What a name looks like: the same for all that look alike.
fn look(name: &str) -> String {
    if name.is_ascii() {
        // The same, without the table: laws are full of such names.
        let mut out = String::with_capacity(name.len());
        for c in name.chars() {
            match c {
                'm' => out.push_str("rn"),
                '0' => out.push('O'),
                '1' | 'I' => out.push('l'),
                c => out.push(c),
            }
        }
        return out;
    }
    let plain: String = name.nfkc().collect();
    skeleton(&plain).collect()
}

/// A number as it reads, whatever form its figures and letters have.
pub(super) fn plain(number: &str) -> String {
    if number.is_ascii() { number.to_owned() } else { number.nfkc().collect() }
}

/// Whether the letters of a name come from scripts that are not written together. Latin letters stand beside those of East
/// Asia.
fn mixes_scripts(name: &str) -> bool {
    if name.is_ascii() || name.is_single_script() {
        return false;
    }
    let others: String = name.chars().filter(|c| !(c.is_alphabetic() && *c < '\u{250}')).collect();
    let scripts = AugmentedScriptSet::for_str(&others);
    !(scripts.hanb || scripts.jpan || scripts.kore)
}

/// Characters of a name by their code points.
fn points(chars: impl Iterator<Item = char>) -> String {
    let mut shown: Vec<String> = Vec::new();
    for c in chars {
        let point = format!("{c} = U+{:04X}", c as u32);
        if !shown.contains(&point) {
            shown.push(point);
        }
    }
    shown.truncate(MOST_SHOWN);
    shown.join(", ")
}

/// The names that items declare, in order.
fn declared<'a>(items: &'a [Item], out: &mut Vec<&'a Name>) {
    for item in items {
        match item {
            Item::Fact(f) => {
                out.push(&f.name);
                if let FactKind::OneOf(values) = &f.kind {
                    out.extend(values.iter().map(|(name, _)| name));
                }
            }
            Item::Term(t) => out.push(&t.name),
            Item::Thing(t) => out.push(&t.name),
            Item::Time(t) => out.push(&t.name),
            Item::Reason(r) => out.push(&r.name),
            Item::Point(p) => out.push(&p.name),
            Item::Authority(a) => out.push(&a.name),
            Item::Policy(p) => out.push(&p.name),
            Item::Procedure(p) => {
                out.extend(std::iter::once(&p.name).chain(p.edges.iter().flat_map(|e| [&e.from, &e.to])))
            }
            Item::Standard(s) => out.push(&s.name),
            Item::Principle(p) => out.push(&p.name),
            Item::Instrument(i) => out.push(&i.name),
            _ => {}
        }
    }
}

/// Names that laws declare and that look like a name of the vocabulary, or like another one that they declare.
pub(super) fn in_laws<'a>(vocabulary: &Vocabulary, files: impl Iterator<Item = &'a [Item]>) -> Vec<Mistake> {
    let mut own: Vec<&Name> = Vec::new();
    files.for_each(|items| declared(items, &mut own));
    let names = vocabulary.names.iter().map(|(name, named)| (name.as_str(), span_of(vocabulary, *named)));
    let mut common: Vec<(&str, Option<Span>)> = names.collect();
    for (_, fact) in vocabulary.facts() {
        if let FactShapeKind::OneOf { values, .. } = &fact.shape {
            common.extend(values.iter().map(|(name, _)| (name.as_str(), Some(fact.span))));
        }
    }
    common.sort_unstable();
    names_alike(&common, &own)
}

/// The same for rules: of one's own among themselves, and beside the built-in ones.
pub(super) fn in_rules(items: &[Item]) -> Vec<Mistake> {
    let mut all: Vec<&Name> = Vec::new();
    declared(items, &mut all);
    let (common, own): (Vec<&Name>, Vec<&Name>) = all.into_iter().partition(|name| name.span.file.is_built_in());
    if own.is_empty() {
        return Vec::new();
    }
    let common: Vec<(&str, Option<Span>)> =
        common.into_iter().map(|name| (name.text.as_str(), Some(name.span))).collect();
    names_alike(&common, &own)
}

fn names_alike(common: &[(&str, Option<Span>)], own: &[&Name]) -> Vec<Mistake> {
    let looks: BTreeSet<String> = own.iter().map(|name| look(&name.text)).collect();
    // By look: the first that has it, and where.
    let mut known: BTreeMap<String, (&str, Option<Span>)> = BTreeMap::new();
    for (name, span) in common {
        let look = look(name);
        if looks.contains(&look) {
            known.entry(look).or_insert((name, *span));
        }
    }
    let mut mistakes = Vec::new();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for name in own.iter().filter(|name| seen.insert(&name.text)) {
        let (other, first) = *known.entry(look(&name.text)).or_insert((&name.text, Some(name.span)));
        if other != name.text {
            let strange = || name.text.chars().filter(|c| !other.contains(*c));
            // Where every letter stands in both, all are shown.
            let shown = if strange().next().is_some() { points(strange()) } else { points(name.text.chars()) };
            let mistake = Mistake::new(Code::ConfusableName, name.span)
                .with("name", name.text.clone())
                .with("other", other)
                .with("points", shown);
            mistakes.push(match first {
                Some(first) => mistake.and(first, "first"),
                None => mistake,
            });
        } else if mixes_scripts(&name.text) {
            let strange = name.text.chars().filter(|c| !c.is_ascii());
            let mistake = Mistake::warning(Code::MixedScripts, name.span).with("name", name.text.clone());
            mistakes.push(mistake.with("points", points(strange)));
        }
    }
    mistakes
}

fn span_of(vocabulary: &Vocabulary, named: Named) -> Option<Span> {
    match named {
        Named::Fact(id) => Some(vocabulary.fact(id).span),
        Named::Term(id) => Some(vocabulary.term(id).span),
        Named::Thing(id) => Some(vocabulary.thing(id).span),
        Named::Time(id) => Some(vocabulary.times()[id].span),
        Named::Reason(id) => Some(vocabulary.reasons[id].span),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_looks_as_the_table_says() {
        let in_names = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        for c in (0x21..0x7f_u8).map(char::from).filter(in_names) {
            let name = format!("a{c}b");
            assert_eq!(look(&name), skeleton(&name).collect::<String>(), "{c}");
        }
    }

    #[test]
    fn scripts_that_are_not_written_together() {
        for name in ["visa", "въезд", "签证", "z-签证", "ビザ申請", "비자", "réfugié", "لاجئ", "年满18岁"]
        {
            assert!(!mixes_scripts(name), "{name}");
        }
        for name in ["natiоnality", "vіsa", "签证я", "αge"] {
            assert!(mixes_scripts(name), "{name}");
        }
    }
}
