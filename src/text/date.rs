//! Days of the civil calendar, as they are written. No clock.

/// Why a text that is written like a day is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoSuchDay {
    /// It is not written as a year, or as year, month and day.
    Form,
    /// A year has twelve months.
    Month,
    /// The month has only so many days.
    Day(u32),
}

/// Year, month and day of `2012-06-30`; month and day are 0 where only a year is written.
pub fn civil_day(text: &str) -> Result<(u32, u32, u32), NoSuchDay> {
    let mut parts = text.split('-').map(|part| part.parse::<u32>().map_err(|_| NoSuchDay::Form));
    let mut part = || parts.next().transpose();
    let year = part()?.filter(|y| (1000..=9999).contains(y)).ok_or(NoSuchDay::Form)?;
    let (month, day) = match (part()?, part()?, part()?) {
        (None, None, None) => return Ok((year, 0, 0)),
        (Some(month), Some(day), None) => (month, day),
        _ => return Err(NoSuchDay::Form),
    };
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(leap),
        _ => return Err(NoSuchDay::Month),
    };
    if (1..=days).contains(&day) { Ok((year, month, day)) } else { Err(NoSuchDay::Day(days)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_in_the_calendar_or_it_is_said_why_not() {
        assert_eq!(civil_day("2016-02-29"), Ok((2016, 2, 29)));
        assert_eq!(civil_day("2012"), Ok((2012, 0, 0)));
        assert_eq!(civil_day("2015-02-29"), Err(NoSuchDay::Day(28)));
        assert_eq!(civil_day("2026-99-99"), Err(NoSuchDay::Month));
        assert_eq!(civil_day("2026-04-00"), Err(NoSuchDay::Day(30)));
        for text in ["", "2026-7", "26", "2026-07-01-01", "x", "2026-07-x"] {
            assert_eq!(civil_day(text), Err(NoSuchDay::Form), "{text}");
        }
    }
}
