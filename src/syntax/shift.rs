//! A tree whose text has moved: every place in it moves with it, and nothing else changes.

use crate::text::Span;

/// Something with places in it.
pub(super) trait Shift {
    /// Moves every place by so many bytes.
    fn shift(&mut self, by: i64);
}

impl Shift for Span {
    fn shift(&mut self, by: i64) {
        let moved = |at: u32| (i64::from(at) + by).try_into().unwrap_or(at);
        *self = Span::new(self.file, moved(self.start), moved(self.end));
    }
}

macro_rules! without_place {
    ($($type:ty),*) => {
        $(impl Shift for $type {
            fn shift(&mut self, _: i64) {}
        })*
    };
}

without_place!(String, bool, i64);

impl<T: Shift> Shift for Option<T> {
    fn shift(&mut self, by: i64) {
        self.iter_mut().for_each(|part| part.shift(by));
    }
}

impl<T: Shift> Shift for Vec<T> {
    fn shift(&mut self, by: i64) {
        self.iter_mut().for_each(|part| part.shift(by));
    }
}

impl<T: Shift> Shift for Box<T> {
    fn shift(&mut self, by: i64) {
        self.as_mut().shift(by);
    }
}

impl<A: Shift, B: Shift> Shift for (A, B) {
    fn shift(&mut self, by: i64) {
        self.0.shift(by);
        self.1.shift(by);
    }
}
