//! Lengths of time, and when two of them can only be compared by a convention.

use crate::syntax::amount;
use crate::syntax::tree::Unit;
use std::fmt;

/// A length of time as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Length {
    /// How many.
    pub number: i64,
    /// Of what.
    pub unit: Unit,
}

impl Length {
    /// In hours, a month counted as 30 days and a year as 365.
    pub fn hours(self) -> i64 {
        match self.unit {
            // Twelve months are a year, whatever the months of a year are counted as one by one.
            Unit::Months => {
                let (years, months) = (self.number.div_euclid(12), self.number.rem_euclid(12));
                let of = |number: i64, unit| number.saturating_mul(hours_of(unit));
                of(years, Unit::Years).saturating_add(of(months, Unit::Months))
            }
            unit => self.number.saturating_mul(hours_of(unit)),
        }
    }

    /// Reads a length as the language writes it: `30 days`.
    pub fn parse(text: &str) -> Option<Length> {
        let (number, unit) = text.split_once(' ')?;
        let number = number.parse().ok().filter(|n| *n >= 0)?;
        Some(Length { number, unit: Unit::named(unit)? })
    }

    /// Whether comparing it with the other rests on what a month or a year is counted as.
    pub fn by_convention(self, other: Length) -> bool {
        let calendar = |unit| matches!(unit, Unit::Months | Unit::Years);
        self.unit != other.unit && (calendar(self.unit) || calendar(other.unit))
    }
}

/// How long something lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lasting {
    /// At most this.
    Most(Length),
    /// Without a limit.
    Unlimited,
}

impl Lasting {
    /// In hours; without a limit, the most there can be.
    pub fn hours(self) -> i64 {
        match self {
            Lasting::Most(length) => length.hours(),
            Lasting::Unlimited => i64::MAX,
        }
    }

    /// Reads it as it is written: `30 days`, `any time`.
    pub fn parse(text: &str) -> Option<Lasting> {
        if text == ANY_TIME { Some(Lasting::Unlimited) } else { Length::parse(text).map(Lasting::Most) }
    }
}

/// What the language writes for a measure without a limit: `for any time`.
const ANY_TIME: &str = "any time";

impl fmt::Display for Lasting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Lasting::Most(length) => length.fmt(f),
            Lasting::Unlimited => f.write_str(ANY_TIME),
        }
    }
}

impl fmt::Display for Length {
    /// As the language writes it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&amount(self.number, Some(self.unit)))
    }
}

/// How many hours a unit is counted as.
fn hours_of(unit: Unit) -> i64 {
    match unit {
        Unit::Hours => 1,
        Unit::Days => 24,
        Unit::Weeks => 168,
        Unit::Months => 720,
        Unit::Years => 8760,
    }
}

/// Whether a unit is finer than another.
pub(super) fn is_finer(unit: Unit, than: Unit) -> bool {
    hours_of(unit) < hours_of(than)
}

/// `number` of `from` in units of `to`, as a fraction. Months and years are exact among themselves.
pub(super) fn convert(number: i64, from: Unit, to: Unit) -> (i64, i64) {
    match (from, to) {
        _ if from == to => (number, 1),
        (Unit::Months, Unit::Years) => (number, 12),
        (Unit::Years, Unit::Months) => (number.saturating_mul(12), 1),
        _ => (Length { number, unit: from }.hours(), hours_of(to)),
    }
}
