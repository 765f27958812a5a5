//! Short remarks within the lines: that a law requires what it says, that no standard asks of it.

use super::place::range_in;
use super::root::Root;
use super::server::{Answer, Server};
use crate::model::Named;
use crate::syntax::tree::{ArticleClause, Item, Name};
use crate::text::FileId;
use gen_lsp_types as lsp;

/// The hints of a stretch of a text.
pub(super) fn hints(server: &Server<'_>, params: &lsp::InlayHintParams) -> Answer {
    let Some((_, root, file)) = server.at(&params.text_document.uri) else { return Answer::of(()) };
    let (Some(tree), Some(source)) = (root.session.tree(file), root.session.sources().get(file)) else {
        return Answer::of(());
    };
    let mut out: Vec<lsp::InlayHint> = Vec::new();
    let mut hint = |name: &Name, id: &str| {
        let position = range_in(source, name.span.start, name.span.end).end;
        if params.range.start <= position && position <= params.range.end {
            out.push(lsp::InlayHint {
                position,
                label: lsp::Label::String(root.words.plain(id)),
                padding_left: Some(true),
                ..lsp::InlayHint::new(position, lsp::Label::String(String::new()), None, None, None, None, None, None)
            });
        }
    };
    let articles = tree.items.iter().filter_map(|i| if let Item::Article(a) = i { Some(a) } else { None });
    for clause in articles.flat_map(|article| &article.clauses) {
        if let ArticleClause::Power(power) = clause
            && power.must
        {
            hint(&power.measure, "lsp-hint-requires");
        }
        for name in things(clause) {
            if !is_asked(root, file, &name.text) {
                hint(name, "lsp-hint-not-asked");
            }
        }
    }
    Answer::of(out)
}

/// The measures, safeguards and services that a clause names.
fn things(clause: &ArticleClause) -> Vec<&Name> {
    match clause {
        ArticleClause::Power(power) => {
            let given = power.giving.iter().map(|giving| &giving.thing);
            let refused = power.refusing.iter().flat_map(|refusing| &refusing.things);
            std::iter::once(&power.measure).chain(given).chain(refused).collect()
        }
        ArticleClause::Ban(ban) => vec![&ban.measure],
        ArticleClause::Give(give) => vec![&give.thing],
        ArticleClause::Refuse(refuse) => refuse.things.iter().collect(),
        _ => Vec::new(),
    }
}

/// Whether a standard asks of something, of what it is a kind of, or of a kind of it. What is not known is for a mistake to
/// say.
fn is_asked(root: &Root, file: FileId, name: &str) -> bool {
    let asks = root.asks();
    if asks.any(name) {
        return true;
    }
    let vocabulary = &root.session.library().vocabulary;
    if let Some(Named::Thing(id)) = vocabulary.names.get(name) {
        return vocabulary.kinds_of(*id).iter().any(|kind| asks.any(&vocabulary.thing(*kind).name));
    }
    let items = root.session.tree(file).map_or(&[][..], |tree| &tree.items);
    let own =
        items.iter().find_map(|i| if let Item::Thing(t) = i { Some(t).filter(|t| t.name.text == name) } else { None });
    match own {
        Some(own) => {
            let wider = own.parents.iter().chain(&own.may_be).chain(own.reason.iter().map(|(wider, _)| wider));
            wider.filter(|parent| parent.text != name).any(|parent| is_asked(root, file, &parent.text))
        }
        None => true,
    }
}
