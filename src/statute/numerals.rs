//! Chinese numerals to figures.

/// A Chinese numeral as a number: 六十 is 60, 一百二十 is 120, 〇 and two-figure runs as they stand.
pub(super) fn chinese(text: &str) -> Option<u64> {
    if text.is_empty() {
        return None;
    }
    if text.chars().all(|c| c.is_ascii_digit()) {
        return text.parse().ok();
    }
    let digit = |c: char| {
        "零一二三四五六七八九".chars().position(|d| d == c).or(match c {
            '〇' => Some(0),
            '两' => Some(2),
            _ => None,
        })
    };
    let (mut total, mut current) = (0u64, None::<u64>);
    let mut unit_seen = false;
    for c in text.chars() {
        if let Some(d) = digit(c) {
            // Without a unit between them figures stand side by side.
            current = Some(match current {
                Some(before) if !unit_seen && before > 0 => before.checked_mul(10)?.checked_add(d as u64)?,
                _ => d as u64,
            });
            continue;
        }
        let unit = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            _ => return None,
        };
        unit_seen = true;
        total = total.checked_add(current.unwrap_or(1).checked_mul(unit)?)?;
        current = None;
    }
    total.checked_add(current.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_numbers() {
        for (text, number) in [
            ("一", 1),
            ("十", 10),
            ("十二", 12),
            ("六十", 60),
            ("九十三", 93),
            ("一百零五", 105),
            ("二〇", 20),
            ("三百二十一", 321),
        ] {
            assert_eq!(chinese(text), Some(number), "{text}");
        }
        assert_eq!(chinese("章"), None);
        assert_eq!(chinese(&"九".repeat(400)), None);
    }
}
