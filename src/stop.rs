//! What cannot happen stops: better no answer than a wrong one.

/// Stops because of a fault of ours. The command line makes one paragraph of it and exits with 2; whoever uses the library
/// sees a panic. It is never an answer about a law.
#[cold]
#[track_caller]
#[expect(clippy::panic, reason = "the one place where the program stops: what is said here never comes true")]
pub fn stop(why: &str) -> ! {
    panic!("{why}")
}

/// What must be there.
pub trait OrStop<T> {
    /// What is there. Stops where there is nothing: `why` says why that cannot be.
    fn or_stop(self, why: &str) -> T;
}

impl<T> OrStop<T> for Option<T> {
    #[inline]
    #[track_caller]
    fn or_stop(self, why: &str) -> T {
        match self {
            Some(there) => there,
            None => stop(why),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_is_had() {
        assert_eq!(Some(1).or_stop("it is there"), 1);
    }

    #[test]
    #[should_panic(expected = "every law has a name")]
    fn what_is_not_there_stops_and_says_why() {
        None::<()>.or_stop("every law has a name");
    }
}
