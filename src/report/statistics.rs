//! How many findings of what weight each standard has: where to look first, and never a score.

use super::{OrderReport, one_line};
use crate::finding::level;
use crate::words::Words;
use std::collections::BTreeMap;

/// One line for each standard and level that has findings; the most first, then by name.
pub fn statistics(orders: &[OrderReport<'_>], words: &Words) -> String {
    let mut counts: BTreeMap<(&str, &'static str), (usize, String)> = BTreeMap::new();
    for result in orders.iter().filter_map(|o| o.judgement).flat_map(|j| &j.results) {
        for finding in &result.findings {
            let title = || one_line(&words.name(&result.standard));
            let key = (result.standard.name.as_str(), level(result, finding).key());
            counts.entry(key).or_insert_with(|| (0, title())).0 += 1;
        }
    }
    let mut lines: Vec<_> = counts.into_iter().collect();
    lines.sort_by_key(|((id, level), (count, _))| (std::cmp::Reverse(*count), *id, *level));
    let width = lines.first().map_or(1, |(_, (count, _))| count.to_string().len());
    let said = lines.into_iter().map(|((id, level), (count, title))| format!("{count:>width$} {level}[{id}] {title}"));
    said.collect::<Vec<_>>().join("\n")
}
