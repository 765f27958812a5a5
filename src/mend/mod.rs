//! The smallest edit that removes a finding, re-judged before it is offered; or a word on why there is none.
//!
//! Edits are made from the finding's sentence in the law's own style and tried in order of their size. An edit is offered
//! only when the law it makes has been read and judged again: the finding is gone, no other verdict is worse and nobody
//! else is left outside, no power is taken from anybody whom the law in its own words can tell from those who were left
//! outside, no power is emptied and every purpose still holds.

mod candidates;
mod site;

use crate::checker::{Checker, Input, NoVerdict, Question};
use crate::finding::{Edit, Finding, Judgement, LegName, Mend, Mended, NoMend, Sentence, Verdict};
use crate::judge::{Check, mended_in, touched};
use crate::law::{State, Treaties};
use crate::model::{LegalOrder, Standard};
use candidates::Task;
use site::Site;

/// A mender of one order.
pub struct Mender<'a> {
    checker: &'a Checker,
    order: &'a LegalOrder,
    treaties: &'a dyn Treaties,
    question: &'a Question<'a>,
    site: Site,
}

impl std::fmt::Debug for Mender<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mender").field("site", &self.site).finish_non_exhaustive()
    }
}

impl<'a> Mender<'a> {
    /// One for an order that was read by the checker.
    pub fn new(
        checker: &'a Checker,
        order: &'a LegalOrder,
        treaties: &'a dyn Treaties,
        question: &'a Question<'a>,
    ) -> Mender<'a> {
        Mender { checker, order, treaties, question, site: Site::of(order, &checker.sources) }
    }

    /// Looks for a mend of every finding that `wanted` answers for, and writes it into the judgement.
    pub fn mend(
        &self,
        judgement: &mut Judgement,
        wanted: impl Fn(&crate::finding::StandardResult, &Finding) -> bool,
    ) -> Result<(), NoVerdict> {
        for result in &mut judgement.results {
            let Some(standard) = self.checker.library.standard(&result.standard.name) else { continue };
            for at in 0..result.findings.len() {
                let Some(finding) = result.findings.get(at) else { continue };
                if !wanted(result, finding) {
                    continue;
                }
                let mend = self.one(standard, finding, at)?;
                if let Some(finding) = result.findings.get_mut(at) {
                    finding.mend = Some(mend);
                }
            }
        }
        Ok(())
    }

    /// The smallest edit that mends one finding, `index` of those of its standard.
    pub fn one(&self, standard: &Standard, finding: &Finding, index: usize) -> Result<Mended, NoVerdict> {
        if finding.verdict == Verdict::ToAssess {
            return Ok(Err(NoMend::Weigh));
        }
        let Some(form) = standard.forms.iter().find(|f| Some(f.span) == finding.form_span) else {
            return Ok(Err(NoMend::NoEdit));
        };
        let task = Task { site: &self.site, order: self.order, library: &self.checker.library, form, finding };
        for candidate in task.candidates() {
            let texts = self.site.edited(&candidate.edits);
            if self.check(&texts, standard, index, &candidate.touches)? == Check::Mends {
                return Ok(Ok(Mend { kind: candidate.kind, edits: candidate.edits }));
            }
        }
        Ok(Err(why_not(finding)))
    }

    fn check(
        &self,
        texts: &[String],
        standard: &Standard,
        index: usize,
        touches: &[crate::model::ThingId],
    ) -> Result<Check, NoVerdict> {
        let files = texts.iter().map(|t| Input { name: String::new(), bytes: t.clone().into_bytes() }).collect();
        let after = self.checker.reread(self.order, files);
        if !after.is_sound() {
            return Ok(Check::StillThere);
        }
        let library = &self.checker.library;
        let code = self.checker.state_of(self.order, self.question);
        let state = |order| State::new(&code, self.question.as_of, self.treaties, Some(order), self.question.assumed);
        let mut standards = touched(library, self.order, touches);
        if !standards.iter().any(|s| s.id == standard.id) {
            standards.push(standard);
        }
        let states = (&state(self.order), &state(&after.order));
        let run = &self.question.options.run;
        mended_in(run, library, (self.order, &after.order), states, &standards, (&standard.id, index))
            .map_err(|why| self.checker.incomparable(why, self.order))
    }

    /// The texts of the order's files with these edits made, in the order of its policies.
    pub fn edited(&self, edits: &[Edit]) -> Vec<String> {
        self.site.edited(edits)
    }
}

fn why_not(finding: &Finding) -> NoMend {
    let missing = |leg: LegName| finding.legs.iter().any(|l| l.leg == leg && !l.is_stated());
    match &finding.sentence {
        Sentence::Lasts { limit: None, .. } => NoMend::Length,
        Sentence::Unjustified { .. } if missing(LegName::Aim) || missing(LegName::Legality) => NoMend::Reason,
        Sentence::Unjustified { .. }
            if finding.legs.iter().any(|l| !l.is_stated() && l.details.iter().any(|d| d.name == "time-limit")) =>
        {
            NoMend::Length
        }
        _ => NoMend::NoEdit,
    }
}
