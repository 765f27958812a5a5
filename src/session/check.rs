//! Holds orders against the standards: statutes beside the laws, baseline, gate and edits included.

use super::outcome::{Failed, sound};
use super::{Exit, Note, Order, Outcome, Request, Session};
use crate::baseline::Baseline;
use crate::builtin::BuiltInTreaties;
use crate::checker::ReadOrder;
use crate::finding::{Finding, Gone, Judgement, Level, StandardResult, Verdict, level};
use crate::logic::Run;
use crate::mend::Mender;
use crate::model::LegalOrder;
use crate::syntax::{Code, Mistake};
use std::collections::{BTreeMap, BTreeSet};

/// What became of each order that was checked, in their order, and how the run ends.
#[derive(Debug)]
pub struct Checked {
    /// An outcome for each order.
    pub orders: Vec<Outcome<Judgement>>,
    /// The worst of them; no verdict where there was no order.
    pub exit: Exit,
    /// What was found, as a baseline, and how many findings it could not say.
    known: Baseline,
    unsaid: usize,
}

impl Checked {
    /// Every judgement there is.
    pub fn judgements(&self) -> impl Iterator<Item = &Judgement> {
        self.orders.iter().filter_map(|o| o.answer.as_ref())
    }

    /// What is found, as the baseline that was asked for, and how many findings stay new because whom they reach cannot be
    /// said in full. None where an order had no verdict: what was not seen would be called gone.
    pub fn baseline(&self) -> Option<(&Baseline, usize)> {
        (self.exit != Exit::NoVerdict).then_some((&self.known, self.unsaid))
    }
}

impl Session {
    /// Holds each order against the standards. `watch` is called before each, and what it returns is dropped after it.
    pub fn check<W>(&self, orders: &[Order], request: &Request, mut watch: impl FnMut(&Order) -> W) -> Checked {
        let mut outcomes: Vec<Outcome<Judgement>> = Vec::new();
        let (mut known, mut unsaid) = (Baseline::default(), 0);
        let run = Run::until(&request.stop);
        for order in orders {
            let watched = watch(order);
            let judged = self.judged(order, (request, &run), true);
            let judged = judged.map(|(outcome, order)| {
                if let Some(judgement) = outcome.answer.as_ref().filter(|_| request.baseline) {
                    unsaid += known.add(judgement, &order, &self.checker.sources);
                }
                outcome
            });
            outcomes.push(judged.into());
            drop(watched);
        }
        still_there(&mut outcomes);
        let gate = self.gate(request);
        for outcome in &mut outcomes {
            if let Some(judgement) = &outcome.answer {
                outcome.exit = gate.holds(judgement);
            }
        }
        let exit = outcomes.iter().map(|o| o.exit).max().unwrap_or(Exit::NoVerdict);
        Checked { orders: outcomes, exit, known, unsaid }
    }

    /// One judgement without baseline and statutes: of the law, and not of a gate.
    pub fn judgement(&self, order: &Order, request: &Request) -> Outcome<Judgement> {
        let outcome: Outcome<Judgement> = self.judge(order, (request, &Run::until(&request.stop))).into();
        let why = (outcome.answer.is_none() && outcome.notes.is_empty()).then(|| Note::new("no-verdict"));
        outcome.saying(why)
    }

    /// One judgement as a part of a run. The baseline is for the gate; what only looks for something does without.
    pub(super) fn judge(&self, order: &Order, part: (&Request, &Run)) -> Result<Outcome<Judgement>, Failed> {
        self.judged(order, part, false).map(|(outcome, _)| outcome)
    }

    /// One judgement, and the order it is of.
    fn judged(
        &self,
        order: &Order,
        (request, run): (&Request, &Run),
        gated: bool,
    ) -> Result<(Outcome<Judgement>, LegalOrder), Failed> {
        let mut read = self.read(order, None);
        let question = order.question(self.options(request, run), request.verify);
        if let Some(baseline) = self.baseline.as_ref().filter(|_| gated) {
            let state = self.checker.state_of(&read.order, &question);
            baseline.give(&mut read.order, &state, &self.checker.sources);
            // Of a law that is not in this order nothing can be said to be gone.
            let names: BTreeSet<&str> = read.order.policies.iter().map(|p| p.name.as_str()).collect();
            if let Some(entries) = &mut read.order.baseline {
                entries.retain(|e| {
                    e.articles.is_empty() || e.articles.iter().any(|(law, _)| names.contains(law.as_str()))
                });
            }
        }
        if gated {
            read.mistakes.extend(self.beside_their_statutes(&read));
            read.mistakes.sort_by_key(|m| m.span);
        }
        if !sound(&read.mistakes) {
            return Err(Failed::mistakes(read.mistakes));
        }
        let mut judgement = match self.checker.check(&read.order, &BuiltInTreaties, &question) {
            Ok(judgement) => judgement,
            Err(why) => return Err(Failed::from(why).remarking(read.mistakes)),
        };
        // A run that examined nothing says nothing of the law, save what is odd in its text.
        let examined = |r: &StandardResult| !matches!(r.verdict, Verdict::NotExamined | Verdict::NotInForce);
        if !judgement.results.iter().any(examined) && gated {
            read.mistakes.extend(
                read.order
                    .policies
                    .iter()
                    .next()
                    .map(|policy| Mistake::new(Code::NothingExamined, policy.span).with("name", policy.name.clone())),
            );
            read.mistakes.extend(judgement.warnings);
            read.mistakes.sort_by_key(|m| m.span);
            return Err(Failed::mistakes(read.mistakes));
        }
        if request.fix {
            let mender = Mender::new(&self.checker, &read.order, &BuiltInTreaties, &question);
            let counts = |r: &StandardResult, f: &Finding| level(r, f) != Level::Note || request.all_standards;
            mender.mend(&mut judgement, counts)?;
        }
        judgement.warnings.extend(read.mistakes);
        judgement.warnings.sort_by_key(|m| m.span);
        judgement.order.skipped = self.skipped(request);
        Ok((Outcome::of(judgement), read.order))
    }

    /// The laws beside their statutes: what is still to be encoded, what does not stand in the source that is named.
    #[cfg(feature = "statute")]
    fn beside_their_statutes(&self, read: &ReadOrder) -> Vec<Mistake> {
        use super::NotRead;
        use crate::statute;
        use crate::syntax::{Arg, Severity};
        let mut out = statute::still_open(&read.order);
        for (at, policy) in read.order.policies.entries() {
            let Some((named, span)) = &policy.file else { continue };
            let not_read =
                |reason| Mistake::warning(Code::SourceNotRead, *span).with("file", named).arg("reason", reason);
            match self.beside.source(self.name(policy.span.file), named) {
                Ok(bytes) => match statute::words(&bytes) {
                    Ok(statute) => out.extend(statute::against(&read.order, at, &statute)),
                    Err(why) => out.push(not_read(Arg::Text(format!("{why:?}")))),
                },
                // What may not be read is no verdict; what is not there is a remark.
                Err(NotRead::Refused(why)) => {
                    let mistake = not_read(Arg::Expected(vec![why.to_owned()]));
                    out.push(Mistake { severity: Severity::Error, ..mistake });
                }
                Err(NotRead::Unreadable(reason)) => out.push(not_read(Arg::Text(reason))),
            }
        }
        out
    }

    #[cfg(not(feature = "statute"))]
    fn beside_their_statutes(&self, _: &ReadOrder) -> Vec<Mistake> {
        Vec::new()
    }
}

/// A baseline may have been written of several orders of one State. What rests on no article may have been found in any of
/// them: it is gone only where it is gone from all.
fn still_there(outcomes: &mut [Outcome<Judgement>]) {
    let mut judged: BTreeMap<String, usize> = BTreeMap::new();
    let mut gone: BTreeMap<(String, String, Vec<String>, String), usize> = BTreeMap::new();
    let key = |state: &str, g: &Gone| (state.to_owned(), g.standard.clone(), g.articles.clone(), g.who.clone());
    for judgement in outcomes.iter().filter_map(|o| o.answer.as_ref()) {
        *judged.entry(judgement.order.state.clone()).or_default() += 1;
        for one in &judgement.gone {
            *gone.entry(key(&judgement.order.state, one)).or_default() += 1;
        }
    }
    for judgement in outcomes.iter_mut().filter_map(|o| o.answer.as_mut()) {
        let state = judgement.order.state.clone();
        let everywhere = judged.get(&state).copied().unwrap_or(0);
        judgement.gone.retain(|one| gone.get(&key(&state, one)).is_some_and(|times| *times >= everywhere));
    }
}

/// A word on what the configuration lets pass, where a report is silent about it.
impl Session {
    /// Said of a run in which the configuration alone keeps the gate from closing, so that no repository bends its own gate
    /// unseen.
    pub fn bent_gate(&self, request: &Request, checked: &Checked) -> Option<(Note, crate::text::Span)> {
        let never = self.settings.gate.fail_on.as_ref().filter(|_| request.fail_on.is_none())?;
        if super::FailOn::named(&never.value) != Some(super::FailOn::Never) {
            return None;
        }
        let found = checked.judgements().any(|j| super::Gate::default().holds(j) == Exit::Found);
        found.then(|| (Note::new("config-never-fails"), never.span))
    }
}
