//! One question to an order, answered with a person and the articles, or with the articles that exclude it.

use super::outcome::Failed;
use super::{Note, Order, Outcome, Session};
use crate::finding::Answer;
use crate::judge::{ask, question};
use crate::law::Law;
use crate::syntax::tree::Label;
use crate::text::{FileId, Span};

/// A question that was answered.
#[derive(Debug)]
pub struct Asked {
    /// The answer.
    pub answer: Answer,
    /// The laws that were asked: label and name.
    pub laws: Vec<(Label, String)>,
}

impl Session {
    /// Sets the text of a question, so that what is wrong with it can be shown in its place.
    pub fn set_question(&mut self, text: &str) -> FileId {
        self.checker.sources.set("<question>", text.to_owned())
    }

    /// Asks an order a question that was set.
    pub fn ask(&self, order: &Order, asked: FileId) -> Outcome<Asked> {
        self.asked(order, asked).into()
    }

    fn asked(&self, order: &Order, asked: FileId) -> Result<Outcome<Asked>, Failed> {
        let mut read = self.read_soundly(order, None)?;
        let text = self.checker.sources.get(asked).map_or("", |s| &s.text);
        let wanted = question(&mut read.order, text, Span::at(asked, 0))
            .map_err(|mistakes| Failed::mistakes(mistakes).saying(Note::new("no-verdict")))?;
        let mut law = Law::new(&read.order, [], false).map_err(|e| crate::checker::too_many(e, &read.order))?;
        let answer = ask(&mut law, &wanted)?;
        let laws = read.order.policies.iter().map(|p| (p.label.clone(), p.name.clone())).collect();
        Ok(Outcome::of(Asked { answer, laws }))
    }
}
