//! What is under the cursor: the page of a word, a standard with the treaty's words and whether it binds this State, what is
//! said of an article.

use super::diagnostics::{Row, counted, sentence};
use super::markdown::{page, plain};
use super::names::named;
use super::place::{offset, range};
use super::root::{Known, Root};
use super::server::{Answer, Server};
use crate::builtin::{self, BuiltInTreaties};
use crate::finding::{Encoding, Judgement, OrderInfo, StandardResult};
use crate::law::State;
use crate::model;
use crate::pages::{self, Shelf};
use crate::session::References;
use crate::syntax::tree::{ArticleItem, Item};
use crate::syntax::{Named, Token, TokenKind, lex};
use crate::text::{FileId, Span};
use crate::words::args;
use gen_lsp_types as lsp;

/// So many sentences are said of an article.
const SENTENCES: usize = 6;

/// What is said of the word at a position.
pub(super) fn hover(server: &Server<'_>, params: &lsp::HoverParams) -> Answer {
    let asked = &params.text_document_position_params;
    let Some((document, root, file)) = server.at(&asked.text_document.uri) else { return Answer::of(()) };
    let byte = offset(root.session.sources(), file, asked.position);
    let over = |token: &Token| token.start <= byte as usize && (byte as usize) < token.end;
    let Some(token) = lex(&document.text).into_iter().find(over) else { return Answer::of(()) };
    let span = Span::new(file, token.start as u32, token.end as u32);
    let said = match named(root, file, asked.position) {
        Some((found, place)) => of_name(root, file, found).map(|text| (text, place)),
        None if token.kind == TokenKind::Text => quoted(root, file, byte).map(|text| (text, span)),
        None if token.kind == TokenKind::Comment => None,
        None => shelf_page(root, file, &token.text).map(|text| (page(&text), span)),
    };
    Answer::of(said.map(|(value, span)| lsp::Hover {
        contents: lsp::Contents::MarkupContent(lsp::MarkupContent { kind: lsp::MarkupKind::Markdown, value }),
        range: Some(range(root.session.sources(), span)),
    }))
}

/// The State and the day of the law that a file holds.
pub(super) fn state_of(root: &Root, file: FileId) -> Option<String> {
    let policy = root.session.tree(file)?.policies().next()?;
    policy.state.as_ref().map(|state| state.text.clone())
}

/// What `explain` prints of something.
pub(super) fn shelf_page(root: &Root, file: FileId, id: &str) -> Option<String> {
    let examples = builtin::examples();
    let as_of = root.order_of(file).map_or(root.today(), |held| held.order.as_of);
    let shelf = Shelf {
        library: root.session.library(),
        sources: root.session.sources(),
        examples: &examples,
        treaties: &BuiltInTreaties,
        as_of,
    };
    pages::page(&shelf, id, &root.words)
}

fn of_name(root: &Root, file: FileId, found: &References) -> Option<String> {
    let name = found.name.as_str();
    match found.named {
        Named::Standard => standard(root, file, name),
        Named::Article => {
            let declared = found.definition?;
            let article = article_at(root, declared.file, declared.start)?;
            Some(of_article(root, declared.file, article))
        }
        Named::Policy => law(root, name),
        // What a law declares for itself has no page: its declaration is what there is to say.
        _ => match found.definition.filter(|span| !span.file.is_built_in()) {
            Some(declared) => own(root, declared.file, name),
            None => shelf_page(root, file, name).map(|text| page(&text)),
        },
    }
}

/// What a law declares for itself, as it is written.
fn own(root: &Root, file: FileId, name: &str) -> Option<String> {
    let tree = root.session.tree(file)?;
    let item = tree.items.iter().find(|item| match item {
        Item::Fact(i) => i.name.text == name,
        Item::Term(i) => i.name.text == name,
        Item::Thing(i) => i.name.text == name,
        Item::Authority(i) => i.name.text == name,
        Item::Time(i) => i.name.text == name,
        Item::Reason(i) => i.name.text == name,
        Item::Procedure(i) => i.name.text == name,
        _ => false,
    })?;
    let written = root.session.sources().text(item.span()).split_whitespace().collect::<Vec<_>>().join(" ");
    Some(page(&format!("{name} ({})\n\n    {written}\n", root.words.plain("lsp-own-word"))))
}

/// A law: its title, and how it stands.
fn law(root: &Root, name: &str) -> Option<String> {
    let policies = root.uris().filter_map(|(file, _)| root.session.tree(file)).flat_map(|tree| tree.policies());
    let policy = policies.into_iter().find(|policy| policy.name.text == name)?;
    let mut lines = vec![name.to_owned(), root.words.label(&policy.label, name)];
    lines.extend(policy.source.clone());
    lines.extend(policy.in_force.as_ref().map(|day| format!("{}: {day}", root.words.plain("explain-in-force"))));
    Some(page(&lines.join("\n")))
}

/// A standard: its page, whether it binds this State, and what was said of this law.
fn standard(root: &Root, file: FileId, name: &str) -> Option<String> {
    let mut out = page(&shelf_page(root, file, name)?);
    let words = &root.words;
    if let Some(binding) = binding(root, file, name) {
        out.push_str(&format!("\n\n---\n\n**{}**", plain(&binding)));
    }
    if let Known::Judged(_, judged) = root.known(file)
        && let Some(judgement) = &judged.outcome.answer
        && let Some(result) = judgement.results.iter().find(|r| r.standard.name == name)
    {
        let verdict = words.verdict_with_force(result.verdict, result.force);
        let said = [("verdict", verdict), ("findings", words.count("lsp-findings", result.findings.len()))];
        out.push_str(&format!("\n\n{}", plain(&words.say("lsp-verdict-here", &args(said)))));
    }
    Some(out)
}

/// Whether and since when a standard binds the State of a law.
pub(super) fn binding(root: &Root, file: FileId, name: &str) -> Option<String> {
    let library = root.session.library();
    let (held, standard) = (root.order_of(file), library.standard(name)?);
    let code = state_of(root, file)?;
    let as_of = held.map_or(root.today(), |held| held.order.as_of);
    let state = State::new(&code, as_of, &BuiltInTreaties, None, &[]);
    let (binding, at) = state.standard(library, None, standard);
    let info = OrderInfo::of_state(&state);
    let instrument = at.and_then(|at| standard.basis.get(at)).map(|basis: &model::Citation| basis.instrument.clone());
    let text = root.words.binding(&binding, &info);
    Some(instrument.map_or(text.clone(), |id| format!("{id}: {text}")))
}

/// The article that holds a byte.
pub(super) fn article_at(root: &Root, file: FileId, byte: u32) -> Option<&ArticleItem> {
    let items = root.session.tree(file)?.items.iter();
    let mut articles = items.filter_map(|i| if let Item::Article(a) = i { Some(a) } else { None });
    articles.find(|a| a.span.start <= byte && byte < a.span.end)
}

/// What is found of an article: the rows that rest on it.
pub(super) fn rows_of<'j>(judgement: &'j Judgement, article: Span) -> impl Iterator<Item = Row<'j>> {
    let rests = move |row: &Row<'_>| row.finding.because.iter().any(|mark| article.holds(mark.span));
    counted(judgement).filter(rests)
}

/// The standards that an article helps to provide for.
pub(super) fn protects(judgement: &Judgement, article: Span) -> impl Iterator<Item = &StandardResult> {
    judgement.results.iter().filter(move |r| r.protects.iter().any(|mark| article.holds(mark.span)))
}

/// The counts of what is said of an article, in one line.
pub(super) fn counts(root: &Root, judgement: &Judgement, article: Span) -> String {
    let words = &root.words;
    let mut parts: Vec<String> = Vec::new();
    for verdict in model::VERDICTS {
        let count = rows_of(judgement, article).filter(|row| row.finding.verdict == verdict).count();
        if count > 0 {
            parts.push(format!("{} {count}", words.verdict(verdict)));
        }
    }
    let protects = protects(judgement, article).count();
    if protects > 0 {
        parts.push(words.count("lsp-protects", protects));
    }
    if parts.is_empty() { words.plain("lsp-nothing-said") } else { parts.join(" · ") }
}

fn of_article(root: &Root, file: FileId, article: &ArticleItem) -> String {
    let words = &root.words;
    let number = words.say("article-cited", &args([("number", article.number.text.clone())]));
    let mut out = format!("**{} {}**", plain(&number), plain(&words.label(&article.label, "")));
    if let Some(text) = &article.text {
        out.push_str(&format!("\n\n> {}", plain(&words.label(text, "")).replace('\n', "\n> ")));
    }
    let Known::Judged(_, judged) = root.known(file) else { return out };
    let Some(judgement) = &judged.outcome.answer else { return out };
    let info = judgement.order.laws.iter().flat_map(|law| &law.articles).find(|a| a.cited.span == article.span);
    match info.map(|info| &info.encoding) {
        Some(Encoding::Aside(why)) => out.push_str(&format!("\n\n{}", plain(&words.label(why, "")))),
        Some(Encoding::Open) => out.push_str(&format!("\n\n{}", plain(&words.plain("lsp-still-open")))),
        _ => {}
    }
    out.push_str(&format!("\n\n{}", plain(&counts(root, judgement, article.span))));
    let mut rows: Vec<Row<'_>> = rows_of(judgement, article.span).collect();
    rows.sort_by_key(Row::level);
    for row in rows.iter().take(SENTENCES) {
        out.push_str(&format!("\n- {}", plain(&sentence(words, row))));
    }
    let more = rows.len().saturating_sub(SENTENCES);
    if more > 0 {
        out.push_str(&format!("\n- {}", plain(&words.count("lsp-more-findings", more))));
    }
    out
}

/// What the article says whose words stand under the cursor.
fn quoted(root: &Root, file: FileId, byte: u32) -> Option<String> {
    let article = article_at(root, file, byte)?;
    Some(of_article(root, file, article))
}
