//! Over each article what is said of it, over each scenario whether it holds.

use super::hover::counts;
use super::place::first_line;
use super::root::{Known, Root};
use super::server::{Answer, Server};
use crate::session::Tested;
use crate::syntax::tree::Item;
use crate::text::Span;
use crate::words::args;
use gen_lsp_types as lsp;

/// The lenses of a text, as soon as it is judged; none where it cannot be.
pub(super) fn lenses(server: &Server<'_>, params: &lsp::CodeLensParams) -> Answer {
    let Some((_, root, file)) = server.at(&params.text_document.uri) else { return Answer::of(()) };
    let judged = match root.known(file) {
        Known::Judged(_, judged) => judged,
        Known::Waits => return Answer::WhenJudged,
        Known::Cannot => return Answer::of(Vec::<lsp::CodeLens>::new()),
    };
    let items = root.session.tree(file).map_or(&[][..], |tree| &tree.items);
    let mut out: Vec<lsp::CodeLens> = Vec::new();
    for item in items {
        let said = match item {
            Item::Article(article) => {
                judged.outcome.answer.as_ref().map(|judgement| counts(root, judgement, article.span))
            }
            Item::Scenario(scenario) => scenario_said(root, judged.tested.answer.as_deref(), scenario.span),
            _ => None,
        };
        if let Some(title) = said {
            let range = first_line(root.session.sources(), item.span());
            // A remark; there is nothing to be done by it.
            let command = lsp::Command { title, command: String::new(), ..lsp::Command::default() };
            out.push(lsp::CodeLens { range, command: Some(command), data: None });
        }
    }
    Answer::of(out)
}

fn scenario_said(root: &Root, tested: Option<&[Tested]>, scenario: Span) -> Option<String> {
    let outcomes = || tested.into_iter().flatten().flat_map(|t| &t.outcomes).filter(|e| scenario.holds(e.outcome.span));
    outcomes().next()?;
    let failed: Vec<String> = outcomes().filter(|e| !e.outcome.holds).map(|e| e.text.clone()).collect();
    Some(if failed.is_empty() {
        root.words.plain("lsp-scenario-holds")
    } else {
        root.words.say("lsp-scenario-fails", &args([("expected", root.words.list(&failed))]))
    })
}
