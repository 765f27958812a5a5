//! What may be written at a place: keywords as the grammar has them there, and names of what can stand there, by every name
//! they have in either language.

use super::asks::Asks;
use super::markdown::plain;
use super::place::{offset, range_in};
use super::root::Root;
use super::server::{Answer, Server};
use super::slot::{Slot, slot};
use crate::builtin;
use crate::model::{FactShapeKind, Vocabulary, kind_word};
use crate::syntax::tree::{Item, Label, ThingKind};
use crate::syntax::{Token, TokenKind, lex, next};
use crate::text::FileId;
use crate::words::{Words, args};
use gen_lsp_types as lsp;

/// So many standards are named of those that ask of something.
const STANDARDS: usize = 12;

/// A name that can be written.
struct Candidate {
    name: String,
    /// What is said of it beside it.
    detail: String,
    label: Label,
    kind: lsp::CompletionItemKind,
}

/// What may be written at a position.
pub(super) fn complete(server: &Server<'_>, params: &lsp::CompletionParams) -> Answer {
    let asked = &params.text_document_position_params;
    let Some((document, root, file)) = server.at(&asked.text_document.uri) else { return Answer::of(()) };
    let byte = offset(root.session.sources(), file, asked.position) as usize;
    let text = document.text.get(..byte).unwrap_or_default();
    let mut tokens = lex(text);
    // In a quotation and in a comment everything may be written.
    let inside = tokens.last().is_some_and(|last| match last.kind {
        TokenKind::Comment => !text.get(last.start..).unwrap_or_default().contains('\n'),
        TokenKind::Text => last.text.len() == 1 || !last.text.ends_with('"') || last.text.ends_with("\\\""),
        _ => false,
    });
    if inside {
        return Answer::of(());
    }
    // What is half written is what is asked for, and not what stands there.
    let half = tokens.pop_if(|last| {
        last.end == byte
            && matches!(last.kind, TokenKind::Keyword | TokenKind::Name | TokenKind::Number | TokenKind::Stray)
    });
    // A hyphen at the end belongs to the name before it.
    let half = match half {
        Some(dash) if dash.text == "-" => {
            tokens.pop_if(|t| t.end == dash.start).map(|t| Token { text: format!("{}-", t.text), end: dash.end, ..t })
        }
        half => half,
    };
    let begin = half.as_ref().map_or(byte, |half| half.start);
    let written = half.map_or_else(String::new, |half| half.text);
    let before = document.text.get(..begin).unwrap_or_default();
    let may = next(before);
    let mut items: Vec<lsp::CompletionItem> = Vec::new();
    let Some(source) = root.session.sources().get(file) else { return Answer::of(()) };
    let range = range_in(source, begin as u32, byte as u32);
    let only_articles = tokens.last().is_some_and(|t| t.text == "article");
    if !only_articles {
        for word in may.keywords.iter().filter(|word| word.starts_with(&written)) {
            items.push(lsp::CompletionItem {
                label: word.clone(),
                kind: Some(lsp::CompletionItemKind::Keyword),
                sort_text: Some(format!("2{word}")),
                text_edit: Some(lsp::TextEdit { range, new_text: word.clone() }.into()),
                ..lsp::CompletionItem::default()
            });
        }
    }
    // Where a clause may begin only few would write a name: whoever has a duty by it.
    let before_last = tokens.len().checked_sub(2).and_then(|at| tokens.get(at)).map_or("", |t| t.text.as_str());
    let clause = tokens.last().is_none_or(|last| match last.kind {
        TokenKind::Name | TokenKind::Number => !matches!(before_last, "may" | "must" | "not"),
        kind => matches!(kind, TokenKind::Open | TokenKind::Close | TokenKind::Text),
    });
    let names = may.name || only_articles || tokens.last().is_some_and(|t| t.text == "state");
    let slot = slot(&tokens);
    if names && !(clause && written.is_empty() && slot == Slot::Words) {
        let asks = root.asks();
        for candidate in candidates(root, file, &slot) {
            items.extend(item(root, asks, candidate, &written, range));
        }
        if matches!(slot, Slot::Times) {
            for unit in ["hours", "days", "weeks", "months", "years"] {
                let example = format!("30 {unit}");
                if written.is_empty() {
                    items.push(lsp::CompletionItem {
                        label: example.clone(),
                        kind: Some(lsp::CompletionItemKind::Unit),
                        sort_text: Some(format!("1{unit}")),
                        text_edit: Some(lsp::TextEdit { range, new_text: example }.into()),
                        ..lsp::CompletionItem::default()
                    });
                }
            }
        }
    }
    Answer::of(lsp::CompletionList { is_incomplete: true, items, ..lsp::CompletionList::default() })
}

/// A candidate as it is offered, when what is written so far leads to it: by its name, or by one of the other names that it
/// has.
fn item(
    root: &Root,
    asks: &Asks,
    candidate: Candidate,
    written: &str,
    range: lsp::Range,
) -> Option<lsp::CompletionItem> {
    let Candidate { name, detail, label, kind } = candidate;
    let small = written.to_lowercase();
    let others: Vec<&str> = synonyms(&label);
    let by_name = leads(&name.to_lowercase(), &small);
    let synonym = if by_name { None } else { others.iter().find(|other| leads(&other.to_lowercase(), &small)) };
    if !by_name && synonym.is_none() {
        return None;
    }
    let shown = synonym.map_or_else(|| name.clone(), |other| format!("{other} → {name}"));
    let known: Vec<&str> = asks.who(&name).collect();
    let mut text: Vec<String> = Vec::new();
    if !others.is_empty() {
        text.push(others.iter().map(|o| plain(o)).collect::<Vec<_>>().join(" · "));
    }
    if !known.is_empty() {
        let mut names = known.iter().take(STANDARDS).map(|s| (*s).to_owned()).collect::<Vec<_>>();
        if known.len() > STANDARDS {
            names.push("…".to_owned());
        }
        let said = [("standards", root.words.list(&names))];
        text.push(plain(&root.words.say("lsp-asked-by", &args(said))));
    }
    let documentation = lsp::MarkupContent { kind: lsp::MarkupKind::Markdown, value: text.join("\n\n") };
    Some(lsp::CompletionItem {
        filter_text: Some(synonym.map_or_else(|| name.clone(), |other| format!("{other} {name}"))),
        sort_text: Some(format!("{}{name}", if by_name { 0 } else { 1 })),
        label: shown,
        kind: Some(kind),
        detail: Some(detail).filter(|d| !d.is_empty()),
        documentation: (!text.is_empty()).then(|| documentation.into()),
        text_edit: Some(lsp::TextEdit { range, new_text: name }.into()),
        ..lsp::CompletionItem::default()
    })
}

/// Whether what is written is the beginning of a name or of one of its words; in Chinese, any part of it.
fn leads(name: &str, written: &str) -> bool {
    let begins = |rest: &str| rest.starts_with(written);
    written.is_empty()
        || begins(name)
        || name.match_indices(['-', ' ']).any(|(at, _)| name.get(at + 1..).is_some_and(begins))
        || !written.is_ascii() && name.contains(written)
}

/// Every other name of something, in the languages it has names in, each once.
pub(super) fn synonyms(label: &Label) -> Vec<&str> {
    let main = label.main.iter().map(|quote| quote.text.as_str());
    let by_language = label.by_language.iter().map(|(_, text)| text.as_str());
    let also = label.also.iter().map(|(_, text)| text.as_str());
    let mut out: Vec<&str> = Vec::new();
    for name in main.chain(by_language).chain(also).filter(|name| !name.is_empty()) {
        if !out.contains(&name) {
            out.push(name);
        }
    }
    out
}

fn candidates(root: &Root, file: FileId, slot: &Slot) -> Vec<Candidate> {
    let library = root.session.library();
    let (vocabulary, words) = (&library.vocabulary, &root.words);
    let tree = root.session.tree(file);
    let own = || tree.into_iter().flat_map(|tree| &tree.items);
    let of_law = words.plain("lsp-own-word");
    let mut out: Vec<Candidate> = Vec::new();
    match slot {
        Slot::Words => {
            for (_, fact) in vocabulary.facts() {
                let detail = words.plain("kind-fact");
                out.push(candidate(&fact.name, detail, &fact.label, lsp::CompletionItemKind::Variable));
            }
            for (_, term) in vocabulary.terms() {
                let detail = words.plain("kind-term");
                out.push(candidate(&term.name, detail, &term.label, lsp::CompletionItemKind::Class));
            }
            for item in own() {
                match item {
                    Item::Fact(i) => {
                        out.push(candidate(&i.name.text, of_law.clone(), &i.label, lsp::CompletionItemKind::Variable))
                    }
                    Item::Term(i) => {
                        out.push(candidate(&i.name.text, of_law.clone(), &i.label, lsp::CompletionItemKind::Class))
                    }
                    _ => {}
                }
            }
            // A term that a law defines is in the vocabulary too.
            out.sort_by(|a, b| a.name.cmp(&b.name));
            out.dedup_by(|b, a| a.name == b.name);
        }
        Slot::Values(fact) => {
            let known = vocabulary.facts().find(|(_, f)| f.name == *fact);
            if let Some((_, f)) = known
                && let FactShapeKind::OneOf { values, .. } = &f.shape
            {
                for (name, label) in values {
                    out.push(candidate(name, f.name.clone(), label, lsp::CompletionItemKind::EnumMember));
                }
            }
            for item in own() {
                if let Item::Fact(i) = item
                    && i.name.text == *fact
                    && let crate::syntax::tree::FactKind::OneOf(values) = &i.kind
                {
                    for (name, label) in values {
                        out.push(candidate(&name.text, fact.clone(), label, lsp::CompletionItemKind::EnumMember));
                    }
                }
            }
        }
        Slot::Things(kinds) => {
            things(vocabulary, words, kinds, &mut out);
            for item in own() {
                if let Item::Thing(i) = item
                    && kinds.contains(&i.kind)
                {
                    let detail = format!("{} · {of_law}", words.plain(kind_word(i.kind)));
                    out.push(candidate(&i.name.text, detail, &i.label, kind_of(i.kind)));
                }
            }
        }
        Slot::Authorities => {
            for item in own() {
                if let Item::Authority(i) = item {
                    out.push(candidate(&i.name.text, of_law.clone(), &i.label, lsp::CompletionItemKind::Struct));
                }
            }
            things(vocabulary, words, &[ThingKind::Authority], &mut out);
        }
        Slot::Times => {
            for time in vocabulary.times().iter() {
                let detail = words.length(time.at_most);
                out.push(candidate(&time.name, detail, &time.label, lsp::CompletionItemKind::Constant));
            }
        }
        Slot::Instruments => {
            for instrument in &library.instruments {
                let detail = words.label(&instrument.label, &instrument.id);
                out.push(candidate(&instrument.id, detail, &instrument.label, lsp::CompletionItemKind::Module));
            }
        }
        Slot::States => {
            for code in builtin::states() {
                let names: Vec<&str> = builtin::state_names(code, words.lang.code()).collect();
                let mut label = Label::default();
                for lang in crate::words::Lang::ALL {
                    let called =
                        builtin::state_names(code, lang.code()).map(|n| (lang.code().to_owned(), n.to_owned()));
                    label.also.extend(called);
                }
                let detail = names.first().copied().unwrap_or_default().to_owned();
                out.push(candidate(code, detail, &label, lsp::CompletionItemKind::Constant));
            }
        }
        Slot::Standards => {
            for standard in &library.standards {
                let detail = words.label(&standard.label, &standard.id);
                out.push(candidate(&standard.id, detail, &standard.label, lsp::CompletionItemKind::Interface));
            }
        }
        Slot::Points => {
            for point in &library.points {
                let detail = words.label(&point.label, &point.id);
                out.push(candidate(&point.id, detail, &point.label, lsp::CompletionItemKind::Interface));
            }
        }
        Slot::Laws => {
            for policy in root.uris().filter_map(|(file, _)| root.session.tree(file)).flat_map(|tree| tree.policies()) {
                let detail = words.label(&policy.label, &policy.name.text);
                out.push(candidate(&policy.name.text, detail, &policy.label, lsp::CompletionItemKind::Module));
            }
        }
        Slot::Articles => {
            for item in own() {
                if let Item::Article(i) = item {
                    let detail = words.label(&i.label, "");
                    out.push(candidate(&i.number.text, detail, &i.label, lsp::CompletionItemKind::Method));
                }
            }
        }
        Slot::New => {}
    }
    out
}

fn candidate(name: &str, detail: String, label: &Label, kind: lsp::CompletionItemKind) -> Candidate {
    Candidate { name: name.to_owned(), detail, label: label.clone(), kind }
}

/// The things of these kinds, each with its field of law.
fn things(vocabulary: &Vocabulary, words: &Words, kinds: &[ThingKind], out: &mut Vec<Candidate>) {
    for (id, thing) in vocabulary.things().filter(|(_, thing)| kinds.contains(&thing.kind)) {
        let kind = words.plain(kind_word(thing.kind));
        let detail = match vocabulary.subject_of(id).map(|s| vocabulary.thing(s)) {
            Some(subject) => format!("{kind} · {}", words.label(&subject.label, &subject.name)),
            None => kind,
        };
        out.push(candidate(&thing.name, detail, &thing.label, kind_of(thing.kind)));
    }
}

fn kind_of(kind: ThingKind) -> lsp::CompletionItemKind {
    match kind {
        ThingKind::Measure | ThingKind::Step => lsp::CompletionItemKind::Function,
        ThingKind::Safeguard | ThingKind::Service => lsp::CompletionItemKind::Property,
        ThingKind::Institution | ThingKind::Authority => lsp::CompletionItemKind::Struct,
        ThingKind::Aim | ThingKind::Subject | ThingKind::Rank => lsp::CompletionItemKind::EnumMember,
    }
}

#[cfg(test)]
mod tests {
    use super::leads;

    #[test]
    fn a_comment_is_one_to_its_end() {
        let tokens = crate::syntax::lex("x\n# may ");
        assert_eq!(tokens.last().map(|t| t.kind), Some(super::TokenKind::Comment), "{tokens:?}");
    }

    #[test]
    fn a_name_is_found_by_the_beginning_of_any_of_its_words() {
        for (name, written, expected) in [
            ("detain", "det", true),
            ("refuse-permit", "perm", true),
            ("expulsion order", "ord", true),
            ("拘留审查", "审查", true),
            ("detain", "tain", false),
            ("detain", "", true),
        ] {
            assert_eq!(leads(name, written), expected, "{name} {written}");
        }
    }
}
