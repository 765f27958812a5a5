//! What a session answers: an answer or none, what was wrong with the texts, what is said of the run, an exit code.

use crate::finding::Exit;
use crate::judge::{About, Unanswered};
use crate::logic::Undecided;
use crate::syntax::{Mistake, Severity};

/// Something said of the run and not of a place in a text: the id of a message and what it speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The id of the message.
    pub id: &'static str,
    /// What the message speaks of.
    pub args: Vec<(&'static str, String)>,
}

impl Note {
    /// A message that speaks of nothing.
    pub fn new(id: &'static str) -> Note {
        Note { id, args: Vec::new() }
    }

    /// With a word the message speaks of.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Note {
        self.args.push((name, value.into()));
        self
    }
}

/// An answer, or none; and in either case what there is to say and how the run ends.
#[derive(Debug, Clone)]
#[must_use = "what was wrong has to be said, and the exit code to be used"]
pub struct Outcome<T> {
    /// The answer; none when there is no verdict.
    pub answer: Option<T>,
    /// What is wrong with the texts, in order of place.
    pub mistakes: Vec<Mistake>,
    /// What is said of the run.
    pub notes: Vec<Note>,
    /// How the run ends.
    pub exit: Exit,
}

impl<T> Outcome<T> {
    /// An answer with nothing at the gate.
    pub fn of(answer: T) -> Outcome<T> {
        Outcome { answer: Some(answer), mistakes: Vec::new(), notes: Vec::new(), exit: Exit::Clean }
    }

    /// An answer that ends the run like this.
    pub fn ending(answer: T, exit: Exit) -> Outcome<T> {
        Outcome { exit, ..Outcome::of(answer) }
    }

    /// No verdict, for what is wrong with the texts.
    pub fn mistaken(mistakes: Vec<Mistake>) -> Outcome<T> {
        Outcome { answer: None, mistakes, notes: Vec::new(), exit: Exit::NoVerdict }
    }

    /// No verdict, for a reason that stands in no text.
    pub fn refused(note: Note) -> Outcome<T> {
        Outcome { answer: None, mistakes: Vec::new(), notes: vec![note], exit: Exit::NoVerdict }
    }

    /// The same with more to say of the run.
    pub fn saying(mut self, notes: impl IntoIterator<Item = Note>) -> Outcome<T> {
        self.notes.extend(notes);
        self
    }

    /// The same with remarks on the texts.
    pub fn remarking(mut self, mistakes: impl IntoIterator<Item = Mistake>) -> Outcome<T> {
        self.mistakes.extend(mistakes);
        self.mistakes.sort_by_key(|m| m.span);
        self
    }

    /// The same said of another answer.
    pub fn map<U>(self, of: impl FnOnce(T) -> U) -> Outcome<U> {
        Outcome { answer: self.answer.map(of), mistakes: self.mistakes, notes: self.notes, exit: self.exit }
    }
}

/// Why something ends without an answer; every way of failing becomes an outcome here and nowhere else.
#[derive(Debug)]
pub(super) struct Failed {
    mistakes: Vec<Mistake>,
    notes: Vec<Note>,
}

impl Failed {
    pub(super) fn mistakes(mistakes: Vec<Mistake>) -> Failed {
        Failed { mistakes, notes: Vec::new() }
    }

    pub(super) fn saying(mut self, note: Note) -> Failed {
        self.notes.push(note);
        self
    }

    pub(super) fn remarking(mut self, mistakes: Vec<Mistake>) -> Failed {
        self.mistakes.extend(mistakes);
        self.mistakes.sort_by_key(|m| m.span);
        self
    }

    pub(super) fn note(note: Note) -> Failed {
        Failed { mistakes: Vec::new(), notes: vec![note] }
    }
}

impl From<Undecided> for Failed {
    fn from(undecided: Undecided) -> Failed {
        Failed::note(Note::new(match undecided {
            Undecided::Budget => "no-verdict-undecided",
            Undecided::Run => "no-verdict-steps",
            Undecided::Disagreement => "no-verdict-fault",
        }))
    }
}

impl From<Unanswered> for Failed {
    fn from(unanswered: Unanswered) -> Failed {
        let failed = Failed::from(unanswered.why);
        match unanswered.about {
            About::Question => failed,
            About::Text => failed.saying(Note::new("undecided-text")),
            About::Standards(ids) => failed.saying(Note::new("undecided-standards").with("standards", ids.join(", "))),
        }
    }
}

impl From<crate::checker::NoVerdict> for Failed {
    fn from(why: crate::checker::NoVerdict) -> Failed {
        match why {
            crate::checker::NoVerdict::Mistakes(mistakes) => Failed::mistakes(mistakes),
            crate::checker::NoVerdict::Undecided(unanswered) => unanswered.into(),
        }
    }
}

impl<T> From<Failed> for Outcome<T> {
    fn from(failed: Failed) -> Outcome<T> {
        Outcome { answer: None, mistakes: failed.mistakes, notes: failed.notes, exit: Exit::NoVerdict }
    }
}

impl<T> From<Result<Outcome<T>, Failed>> for Outcome<T> {
    fn from(result: Result<Outcome<T>, Failed>) -> Outcome<T> {
        result.unwrap_or_else(Outcome::from)
    }
}

/// Whether none of the mistakes keeps a verdict from being reached.
pub(super) fn sound(mistakes: &[Mistake]) -> bool {
    mistakes.iter().all(|m| m.severity != Severity::Error)
}
