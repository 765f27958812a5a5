//! What changes from one order to another.

use super::outcome::Failed;
use super::{Exit, Order, Outcome, Request, Session};
use crate::builtin::BuiltInTreaties;
use crate::finding::Difference;
use crate::logic::Run;

impl Session {
    /// Who gains and who loses from one order to a later one, and which verdicts change. Both are asked on the day of the
    /// later one.
    pub fn diff(&self, before: &Order, after: &Order, request: &Request) -> Outcome<Difference> {
        self.difference(before, after, request).into()
    }

    fn difference(&self, before: &Order, after: &Order, request: &Request) -> Result<Outcome<Difference>, Failed> {
        let old = self.read_soundly(before, None)?;
        let new = self.read_soundly(after, Some(&old.order))?;
        let question = after.question(self.options(request, &Run::until(&request.stop)), request.verify);
        let found = self.checker.difference(&old.order, &new.order, &BuiltInTreaties, &question)?;
        let exit = if found.verdicts.iter().any(|v| v.is_worse()) { Exit::Found } else { Exit::Clean };
        Ok(Outcome::ending(found, exit))
    }
}
