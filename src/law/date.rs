//! Civil dates, as they are written: year, month, day. No clock.

use crate::text::civil_day;
use std::fmt;

/// A day; a year alone stands for its last day, so that nothing is said to bind too early.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    packed: u32,
}

impl Date {
    /// Reads `2012-06-30` or `2012`. `None` when it is no date.
    pub fn parse(text: &str) -> Option<Date> {
        let (year, month, day) = civil_day(text).ok()?;
        Some(Date { packed: year << 16 | month << 8 | day })
    }

    /// From its packed form; see [`Date::packed`].
    pub fn from_packed(packed: u32) -> Date {
        Date { packed }
    }

    /// Year, month and day in one number; the order is that of time.
    pub fn packed(self) -> u32 {
        self.packed
    }

    /// Whether it has come by that day. A bare year has come when the year is over.
    pub fn has_come_by(self, day: Date) -> bool {
        self.last_day() <= day.last_day()
    }

    /// Packed; that of a bare year is its end.
    pub(super) fn last_day(self) -> u32 {
        if self.packed & 0xffff == 0 { self.packed | 0x0c1f } else { self.packed }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = (self.packed >> 16, self.packed >> 8 & 0xff, self.packed & 0xff);
        if month == 0 { write!(f, "{year}") } else { write!(f, "{year}-{month:02}-{day:02}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_and_compared() {
        let day = |t| Date::parse(t).unwrap();
        assert!(day("1992-03-02") < day("1992-04-01"));
        assert!(!day("2015").has_come_by(day("2015-06-01")) && day("2015").has_come_by(day("2016-01-01")));
        assert!(day("2015-06-01").has_come_by(day("2015")) && !day("2016-01-01").has_come_by(day("2015")));
        assert_eq!(Date::from_packed(day("2015-06-01").packed()), day("2015-06-01"));
        assert_eq!(Date::parse("2015-02-29"), None);
        assert_eq!(day("2016-02-29").to_string(), "2016-02-29");
    }
}
