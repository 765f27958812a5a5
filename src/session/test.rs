//! Does it say what its writer thinks it says: scenarios of laws, examples of standards.

use super::outcome::Failed;
use super::{Order, Outcome, Request, Session};
use crate::builtin::{self, BuiltInTreaties};
use crate::checker::ExampleOutcome;
use crate::judge::Options;
use crate::judge::scenario;
use crate::logic::{Run, Stop};
use crate::model::Standard;
use crate::syntax::tree::Label;

/// A scenario and how each of its expectations came out.
#[derive(Debug)]
pub struct Tested {
    /// What it is called.
    pub label: Label,
    /// Its expectations, in order.
    pub outcomes: Vec<Expected>,
}

/// One expectation of a scenario.
#[derive(Debug)]
pub struct Expected {
    /// The line it is written on.
    pub text: String,
    /// How it came out.
    pub outcome: scenario::Outcome,
}

impl Session {
    /// Runs the scenarios of an order, then those of each version that is not the law on that day.
    pub fn scenarios(&self, order: &Order) -> Outcome<Vec<Tested>> {
        self.scenarios_until(order, &Stop::default())
    }

    /// The same, given up as soon as nobody wants it any more.
    pub fn scenarios_until(&self, order: &Order, stop: &Stop) -> Outcome<Vec<Tested>> {
        let versions = order.others.iter().map(|other| order.with_files(vec![*other]));
        let (mut all, run) = (Vec::new(), Run::until(stop));
        for one in std::iter::once(order.clone()).chain(versions) {
            match self.scenarios_of(&one, &run) {
                Ok(tested) => all.extend(tested),
                Err(failed) => return failed.into(),
            }
        }
        Outcome::of(all)
    }

    fn scenarios_of(&self, order: &Order, run: &Run) -> Result<Vec<Tested>, Failed> {
        // What the settings accept is nothing to a scenario.
        let read = self.read_bare_soundly(order)?;
        let question = order.question(Options { run: run.clone(), ..Options::default() }, false);
        let found = self.checker.scenarios(&read.order, &BuiltInTreaties, &question)?;
        let line = |outcome: &scenario::Outcome| {
            self.checker.sources.text(outcome.span).lines().next().unwrap_or("").trim().to_owned()
        };
        let expected = |outcome: scenario::Outcome| Expected { text: line(&outcome), outcome };
        Ok(found
            .into_iter()
            .map(|(label, outcomes)| Tested { label, outcomes: outcomes.into_iter().map(expected).collect() })
            .collect())
    }

    /// Runs the examples of the standards that are asked for; only those of rules of one's own, where `own` says so.
    pub fn examples(&self, request: &Request, own: bool) -> Outcome<Vec<ExampleOutcome>> {
        let as_of = request.as_of.unwrap_or(self.today);
        let options = Options { only: request.only.clone(), ..Options::default() };
        let built_in = builtin::examples();
        let (mut all, run) = (Vec::new(), Run::until(&request.stop));
        for standard in self.checker.library.standards.iter().filter(|s| options.wants(s)) {
            let of_its_own = &standard.examples;
            let examples = match built_in.iter().find(|(id, _)| *id == standard.id) {
                _ if !of_its_own.is_empty() => of_its_own,
                _ if own => continue,
                Some((_, examples)) => examples,
                None => continue,
            };
            for example in examples {
                match self.example(&run, standard, example, as_of) {
                    Ok(outcome) => all.push(outcome),
                    Err(failed) => return failed.into(),
                }
            }
        }
        Outcome::of(all)
    }

    fn example(
        &self,
        run: &Run,
        standard: &Standard,
        example: &crate::syntax::tree::ExampleItem,
        as_of: crate::law::Date,
    ) -> Result<ExampleOutcome, Failed> {
        Ok(self.checker.example_in(run, standard, example, &BuiltInTreaties, as_of)?)
    }
}
