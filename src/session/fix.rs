//! The smallest edits that remove what was found, each judged again; shown, or made one after another.

use super::outcome::Failed;
use super::{Exit, Order, Outcome, Request, Session};
use crate::builtin::BuiltInTreaties;
use crate::checker::Input;
use crate::finding::{Finding, Judgement, Level, Mended, NoMend, StandardResult, level};
use crate::logic::Run;
use crate::mend::Mender;
use crate::text::FileId;
use std::collections::BTreeSet;

/// What is to be fixed.
#[derive(Debug, Clone, Default)]
pub struct Fixes {
    /// Only what rests on this article.
    pub article: Option<String>,
    /// Also what does not bind this State.
    pub all_standards: bool,
}

impl Fixes {
    fn wants(&self, result: &StandardResult, finding: &Finding) -> bool {
        let article = self.article.as_ref().is_none_or(|n| finding.articles().iter().any(|(_, number)| number == n));
        article && finding.counts() && (self.all_standards || level(result, finding) != Level::Note)
    }
}

/// The texts of an order after everything that could be fixed was.
#[derive(Debug)]
pub struct Fixed {
    /// The files that changed, with their new texts.
    pub texts: Vec<(FileId, String)>,
    /// How many findings are fixed.
    pub fixed: usize,
    /// How many have no fix.
    pub left: usize,
}

/// One try: which finding, and the texts after its fix; none where it has no fix.
struct Tried {
    key: String,
    texts: Option<Vec<String>>,
}

impl Session {
    /// The judgement of an order with a fix, or the reason why there is none, beside each finding that is wanted. The run
    /// ends with 1 where one has none.
    pub fn fixes(&self, order: &Order, request: &Request, wanted: &Fixes) -> Outcome<Judgement> {
        self.fixes_of(order, request, wanted).into()
    }

    fn fixes_of(&self, order: &Order, request: &Request, wanted: &Fixes) -> Result<Outcome<Judgement>, Failed> {
        let read = self.read_soundly(order, None)?;
        let question = order.question(self.options(request, &Run::until(&request.stop)), request.verify);
        let mut judgement = self.checker.check(&read.order, &BuiltInTreaties, &question)?;
        let mender = Mender::new(&self.checker, &read.order, &BuiltInTreaties, &question);
        mender.mend(&mut judgement, |r, f| wanted.wants(r, f))?;
        let without = judgement.results.iter().flat_map(|r| &r.findings).any(|f| matches!(f.mend, Some(Err(_))));
        Ok(Outcome::ending(judgement, if without { Exit::Found } else { Exit::Clean }))
    }

    /// The smallest edit that removes one finding of a judgement of this order, the one at this place among those of its
    /// standard; or why there is none.
    pub fn mend(
        &self,
        order: &Order,
        request: &Request,
        (standard, at): (&str, usize),
        finding: &Finding,
    ) -> Outcome<Mended> {
        self.mend_of(order, request, (standard, at), finding).into()
    }

    fn mend_of(
        &self,
        order: &Order,
        request: &Request,
        (standard, at): (&str, usize),
        finding: &Finding,
    ) -> Result<Outcome<Mended>, Failed> {
        let read = self.read_soundly(order, None)?;
        let question = order.question(self.options(request, &Run::until(&request.stop)), request.verify);
        let mender = Mender::new(&self.checker, &read.order, &BuiltInTreaties, &question);
        let Some(standard) = self.checker.library.standard(standard) else {
            return Ok(Outcome::of(Err(NoMend::NoEdit)));
        };
        Ok(Outcome::of(mender.one(standard, finding, at)?))
    }

    /// Makes one fix after another, each judged on the law that the one before has made. The texts of the session are what
    /// they were when it ends.
    pub fn fix(&mut self, order: &Order, request: &Request, wanted: &Fixes) -> Outcome<Fixed> {
        let texts = |session: &Session| -> Vec<(FileId, String)> {
            let text =
                |file: &FileId| session.checker.sources.get(*file).map_or_else(String::new, |s| s.text.to_string());
            order.files.iter().map(|f| (*f, text(f))).collect()
        };
        let before = texts(self);
        let done = self.fix_all(order, request, wanted);
        let after = texts(self);
        for ((file, old), (_, new)) in before.iter().zip(&after).filter(|((_, old), (_, new))| old != new) {
            let _ = new;
            self.set_text(*file, old.clone());
        }
        let changed = before.into_iter().zip(after).filter(|((_, old), (_, new))| old != new).map(|(_, after)| after);
        let texts = changed.collect();
        match done {
            Ok((fixed, left)) => {
                let exit = if left > 0 { Exit::Found } else { Exit::Clean };
                Outcome::ending(Fixed { texts, fixed, left }, exit)
            }
            Err(failed) => failed.into(),
        }
    }

    fn set_text(&mut self, file: FileId, text: String) {
        let name = self.name(file).to_owned();
        self.set(Input { name, bytes: text.into_bytes() });
    }

    fn fix_all(&mut self, order: &Order, request: &Request, wanted: &Fixes) -> Result<(usize, usize), Failed> {
        let (mut tried, run) = (BTreeSet::new(), Run::until(&request.stop));
        let (mut fixed, mut left) = (0, 0);
        while let Some(Tried { key, texts }) = self.try_next(order, (request, &run), wanted, &tried)? {
            tried.insert(key);
            let Some(texts) = texts else {
                left += 1;
                continue;
            };
            fixed += 1;
            for (file, text) in order.files.iter().zip(texts) {
                self.set_text(*file, text);
            }
        }
        Ok((fixed, left))
    }

    fn try_next(
        &self,
        order: &Order,
        (request, run): (&Request, &Run),
        wanted: &Fixes,
        tried: &BTreeSet<String>,
    ) -> Result<Option<Tried>, Failed> {
        let read = self.read_soundly(order, None)?;
        let question = order.question(self.options(request, run), request.verify);
        let judgement = self.checker.check(&read.order, &BuiltInTreaties, &question)?;
        let mender = Mender::new(&self.checker, &read.order, &BuiltInTreaties, &question);
        for result in &judgement.results {
            let Some(standard) = self.checker.library.standard(&result.standard.name) else { continue };
            for (at, finding) in result.findings.iter().enumerate().filter(|(_, f)| wanted.wants(result, f)) {
                let key = format!("{} {} {:?}", result.standard.name, finding.about(), finding.articles());
                if tried.contains(&key) {
                    continue;
                }
                let texts = mender.one(standard, finding, at)?.map(|mend| mender.edited(&mend.edits)).ok();
                return Ok(Some(Tried { key, texts }));
            }
        }
        Ok(None)
    }
}
