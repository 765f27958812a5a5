//! Numbers of articles: Chinese numerals to figures, and the number in a printed heading.

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

/// Letters of a number beyond which it is none.
const LONGEST: usize = 40;

/// The number of a printed heading: *Art. 14 bis.* is `14-bis`, *§ 301.* is `301`, *第六十条之一* is `60-1`.
pub(super) fn number_in(printed: &str) -> Option<String> {
    let printed = printed.trim();
    if let Some(rest) = printed.strip_prefix('第') {
        let (number, rest) = rest.split_once('条')?;
        let number = chinese(number.trim())?.to_string();
        let more = rest.trim().strip_prefix('之').and_then(|n| chinese(n.trim()));
        return Some(more.map_or(number.clone(), |m| format!("{number}-{m}")));
    }
    let start = printed.find(|c: char| c.is_ascii_digit()).or_else(|| roman_at(printed))?;
    let number: String = printed
        .get(start..)?
        .chars()
        .take_while(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '/' | '(' | ')'))
        .take(LONGEST)
        .collect();
    let number = number.trim_end_matches(['.', '-', '/', '(']).trim_end_matches(['º', '°']).to_owned();
    let suffix = printed.get(start + number.len()..).unwrap_or("").trim_start_matches(['.', ' ', 'º', '°']);
    let suffix: String = suffix.chars().take_while(|c| c.is_ascii_lowercase()).collect();
    let suffix = ["bis", "ter", "quater", "quinquies"].iter().find(|s| **s == suffix);
    (!number.is_empty()).then(|| suffix.map_or(number.clone(), |s| format!("{number}-{s}")))
}

/// Where a Roman number stands alone: *Article IV*.
fn roman_at(printed: &str) -> Option<usize> {
    let word = printed.split_whitespace().last()?.trim_end_matches('.');
    let roman = !word.is_empty() && word.chars().all(|c| "IVXLCDM".contains(c));
    roman.then(|| printed.rfind(word)).flatten()
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

    #[test]
    fn printed_numbers() {
        for (printed, number) in [
            ("Art. 1.", "1"),
            ("Artículo 2º.", "2"),
            ("SECTION 1.", "1"),
            ("SEC. 3 .", "3"),
            ("§\u{202f}301.", "301"),
            ("25A", "25A"),
            ("Article 14 bis", "14-bis"),
            ("第六十条", "60"),
            ("第六十条之一", "60-1"),
            ("Article IV", "IV"),
        ] {
            assert_eq!(number_in(printed).as_deref(), Some(number), "{printed}");
        }
        assert_eq!(number_in("Preamble"), None);
    }
}
