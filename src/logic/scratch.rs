//! Scratch work: what is made on the way to an answer, and forgotten when the answer is there.

use super::cover::Cover;
use super::decide::{Answer, Undecided};
use super::formula::Formulas;

/// Whoever works with formulas.
pub trait Works {
    /// The formulas it works with.
    fn formulas(&mut self) -> &mut Formulas;
}

impl Works for Formulas {
    fn formulas(&mut self) -> &mut Formulas {
        self
    }
}

/// What may leave scratch work: answers in which there is no formula.
///
/// ```compile_fail
/// fn leaves<T: iml_check::logic::Plain>() {}
/// leaves::<iml_check::logic::Formula>();
/// ```
pub trait Plain {}

impl Plain for () {}
impl Plain for bool {}
impl Plain for Cover {}
impl Plain for Answer {}
impl<T: Plain> Plain for Option<T> {}
impl<T: Plain> Plain for Result<T, Undecided> {}

impl Formulas {
    /// Does some work and forgets every formula that was made for it, but for those that are kept
    /// ([`Formulas::keep`]). A handle that gets out all the same is of no use: whoever uses it is stopped.
    pub fn scratch<T: Plain>(&mut self, work: impl FnOnce(&mut Formulas) -> T) -> T {
        scratch(self, work)
    }
}

/// The same for whoever works with formulas.
pub fn scratch<W: Works, T: Plain>(worker: &mut W, work: impl FnOnce(&mut W) -> T) -> T {
    let before = worker.formulas().count();
    let done = work(worker);
    worker.formulas().forget_since(before);
    done
}

/// Looks for something that may come to nothing. If it comes to something, every formula that was made for it stays; if
/// not, they are forgotten, but for those that are kept.
pub fn attempt<W: Works, T, E>(
    worker: &mut W,
    work: impl FnOnce(&mut W) -> Result<Option<T>, E>,
) -> Result<Option<T>, E> {
    let before = worker.formulas().count();
    let found = work(worker)?;
    if found.is_none() {
        worker.formulas().forget_since(before);
    }
    Ok(found)
}
