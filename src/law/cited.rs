//! How the parts of a legal order are cited: by name and label, and each article with its number and its law.

use crate::ids::IdVec;
use crate::model::{Article, LegalOrder, Policy};
use crate::syntax::tree::Label;
use crate::text::Span;
use std::sync::Arc;

/// A name with its labels.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Named {
    /// The name in the vocabulary or the file.
    pub name: String,
    /// Its labels.
    pub label: Label,
}

/// An article, as it is cited. A copy shares what it copies: there may be very many findings in one article.
#[derive(Debug, Clone, PartialEq)]
pub struct ArticleCited(Arc<ArticleParts>);

/// What is cited of an article.
#[derive(Debug, PartialEq)]
pub struct ArticleParts {
    /// Its number.
    pub number: String,
    /// Its heading.
    pub heading: Label,
    /// The law.
    pub policy: Named,
    /// Whether its law is the only one of the order: then its number is enough.
    pub alone: bool,
    /// Whether its words have not been seen.
    pub unconfirmed: bool,
    /// Where it is.
    pub span: Span,
}

impl std::ops::Deref for ArticleCited {
    type Target = ArticleParts;

    fn deref(&self) -> &ArticleParts {
        &self.0
    }
}

impl ArticleCited {
    /// Every article of an order, in order.
    pub fn all(order: &LegalOrder) -> IdVec<Article, ArticleCited> {
        let policies: IdVec<Policy, Named> =
            order.policies.map(|p| Named { name: p.name.clone(), label: p.label.clone() });
        order.articles.map(|article| {
            ArticleCited(Arc::new(ArticleParts {
                number: article.number.clone(),
                heading: article.label.clone(),
                policy: policies[article.policy].clone(),
                alone: order.policies.len() == 1,
                unconfirmed: article.unconfirmed
                    || order.policies[article.policy].unconfirmed && article.source.is_none(),
                span: article.span,
            }))
        })
    }
}
