//! What a text holds, and where something of a name is.

use super::completion::synonyms;
use super::place::range;
use super::root::Root;
use super::server::{Answer, Server};
use crate::syntax::tree::{Item, Label, ThingKind};
use crate::text::Span;
use gen_lsp_types as lsp;

/// Found symbols are so many at most.
const MOST: usize = 200;

/// An item as it is listed.
struct Listed {
    name: String,
    detail: String,
    kind: lsp::SymbolKind,
    /// Every other name it has, in whatever language.
    also: Vec<String>,
    /// Its name.
    at: Span,
    /// All of it.
    whole: Span,
}

fn listed(root: &Root, item: &Item) -> Option<Listed> {
    let words = &root.words;
    let whole = item.span();
    // What a label says, nothing where there is none.
    let also = |label: &Label| synonyms(label).into_iter().map(str::to_owned).collect();
    let text = |label: &Label| if **label == Default::default() { String::new() } else { words.label(label, "") };
    let of = |name: &crate::syntax::tree::Name, label: &Label, kind: lsp::SymbolKind| {
        let (name, at) = (name.text.clone(), name.span);
        Some(Listed { name, detail: text(label), also: also(label), kind, at, whole })
    };
    let titled = |word: &str, label: &Label, kind: lsp::SymbolKind| {
        let name = text(label);
        let name = if name.is_empty() { word.to_owned() } else { name };
        let at = label.main.as_ref().map_or(Span::at(whole.file, whole.start), |quote| quote.span);
        Some(Listed { name, detail: word.to_owned(), also: also(label), kind, at, whole })
    };
    match item {
        Item::Policy(i) => of(&i.name, &i.label, lsp::SymbolKind::Namespace),
        Item::Article(i) => {
            let number = words.say("article-cited", &crate::words::args([("number", i.number.text.clone())]));
            let detail = text(&i.label);
            Some(Listed {
                name: number,
                detail,
                also: also(&i.label),
                kind: lsp::SymbolKind::Method,
                at: i.number.span,
                whole,
            })
        }
        Item::Fact(i) => of(&i.name, &i.label, lsp::SymbolKind::Variable),
        Item::Term(i) => of(&i.name, &i.label, lsp::SymbolKind::Class),
        Item::Thing(i) => of(&i.name, &i.label, thing(i.kind)),
        Item::Reason(i) => of(&i.name, &i.label, lsp::SymbolKind::Enum),
        Item::Time(i) => of(&i.name, &i.label, lsp::SymbolKind::Number),
        Item::Instrument(i) => of(&i.name, &i.label, lsp::SymbolKind::Package),
        Item::Standard(i) => of(&i.name, &i.label, lsp::SymbolKind::Interface),
        Item::Principle(i) => of(&i.name, &i.label, lsp::SymbolKind::Interface),
        Item::Point(i) => of(&i.name, &i.label, lsp::SymbolKind::Key),
        Item::Authority(i) => of(&i.name, &i.label, lsp::SymbolKind::Struct),
        Item::Procedure(i) => of(&i.name, &i.label, lsp::SymbolKind::Module),
        Item::Scenario(i) => titled("scenario", &i.label, lsp::SymbolKind::Event),
        Item::Purpose(i) => titled("purpose", &i.label, lsp::SymbolKind::Object),
        Item::Accept(i) => of(&i.standard, &Label::default(), lsp::SymbolKind::Constant),
        Item::Axiom(_)
        | Item::Party(_)
        | Item::Reservation(_)
        | Item::Relies(_)
        | Item::NotRead(_)
        | Item::Searched(_) => None,
    }
}

fn thing(kind: ThingKind) -> lsp::SymbolKind {
    match kind {
        ThingKind::Measure | ThingKind::Step => lsp::SymbolKind::Function,
        ThingKind::Safeguard | ThingKind::Service => lsp::SymbolKind::Property,
        ThingKind::Institution | ThingKind::Authority => lsp::SymbolKind::Struct,
        ThingKind::Aim | ThingKind::Subject | ThingKind::Rank => lsp::SymbolKind::EnumMember,
    }
}

/// The outline of a text: a law, and in it its articles and what it declares.
pub(super) fn of_document(server: &Server<'_>, params: &lsp::DocumentSymbolParams) -> Answer {
    let Some((_, root, file)) = server.at(&params.text_document.uri) else { return Answer::of(()) };
    let Some(tree) = root.session.tree(file) else { return Answer::of(()) };
    let sources = root.session.sources();
    let symbol = |item: &Item| {
        let listed = listed(root, item)?;
        let (whole, at) = (range(sources, listed.whole), range(sources, listed.at));
        #[expect(deprecated, reason = "the field is there, and nothing is written in it")]
        Some(lsp::DocumentSymbol {
            name: listed.name,
            detail: Some(listed.detail).filter(|d| !d.is_empty()),
            kind: listed.kind,
            tags: None,
            deprecated: None,
            range: whole,
            selection_range: at,
            children: None,
        })
    };
    let symbols: Vec<lsp::DocumentSymbol> = tree.items.iter().filter_map(symbol).collect();
    Answer::of(symbols)
}

/// Whatever has such a name or title, in every folder that is open.
pub(super) fn of_workspace(server: &Server<'_>, params: &lsp::WorkspaceSymbolParams) -> Answer {
    let asked = params.query.to_lowercase();
    let mut out: Vec<lsp::WorkspaceSymbol> = Vec::new();
    for root in server.roots.values() {
        for (file, uri) in root.uris() {
            let Some(tree) = root.session.tree(file) else { continue };
            let law = tree.policies().next().map(|policy| policy.name.text.clone());
            for item in &tree.items {
                let Some(listed) = listed(root, item) else { continue };
                let has = |text: &String| text.to_lowercase().contains(&asked);
                let named = has(&listed.name) || has(&listed.detail) || listed.also.iter().any(has);
                let own = law.as_ref().is_some_and(|law| *law == listed.name);
                if named && out.len() < MOST {
                    let name = match (&listed.detail, matches!(item, Item::Article(_))) {
                        (detail, true) if !detail.is_empty() => format!("{} {detail}", listed.name),
                        _ => listed.name,
                    };
                    let place = range(root.session.sources(), listed.at);
                    out.push(lsp::WorkspaceSymbol {
                        base_symbol_information: lsp::BaseSymbolInformation {
                            name,
                            kind: listed.kind,
                            tags: None,
                            container_name: law.clone().filter(|_| !own),
                        },
                        location: lsp::Location { uri: uri.into(), range: place }.into(),
                        data: None,
                    });
                }
            }
        }
    }
    Answer::of(out)
}
