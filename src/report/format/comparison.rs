//! `comparison`: standards by States, as CSV. Two columns a State, verdict and force; by name, never ranked.

use super::csv::{NO_VERDICT, table};
use super::json::force_word;
use super::{Format, RenderContext};
use crate::report::one_line;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write};

/// A row for each standard that was asked of any of the orders, the head first.
#[derive(Debug)]
pub(super) struct Comparison;

impl Format for Comparison {
    fn name(&self) -> &'static str {
        "comparison"
    }

    fn help(&self) -> &'static str {
        "Standards by States, as CSV: the table of the comparison"
    }

    fn extension(&self) -> &'static str {
        "csv"
    }

    fn write(&self, context: &RenderContext<'_>, out: &mut dyn Write) -> fmt::Result {
        let RenderContext { orders, words, .. } = *context;
        let mut columns: Vec<_> = orders.iter().filter_map(|o| o.judgement).collect();
        columns.sort_by(|a, b| a.order.state.cmp(&b.order.state));
        let mut head = vec!["standard".to_owned(), "title".to_owned(), "theme".to_owned()];
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for judgement in &columns {
            let state = judgement.order.state.as_str();
            let count = seen.entry(state).or_default();
            *count += 1;
            let name = if *count > 1 { format!("{state}-{count}") } else { state.to_owned() };
            head.extend([name.clone(), format!("{name}_force")]);
        }
        // An order without a verdict has its column too: it is not as if it had not been asked.
        let unread: Vec<_> = orders.iter().filter(|o| o.judgement.is_none()).collect();
        for order in &unread {
            let name = one_line(&order.files.join(" "));
            head.extend([name.clone(), format!("{name}_force")]);
        }
        let none = || unread.iter().flat_map(|_| [NO_VERDICT.to_owned(), String::new()]);
        let mut ids: BTreeSet<(&str, &str)> = BTreeSet::new();
        let mut titles: BTreeMap<&str, String> = BTreeMap::new();
        for result in columns.iter().flat_map(|j| &j.results) {
            ids.insert((&result.standard.name, &result.theme));
            titles.entry(&result.standard.name).or_insert_with(|| one_line(&words.name(&result.standard)));
        }
        let mut lines = vec![head];
        for (id, theme) in ids {
            let mut line = vec![id.to_owned(), titles.get(id).cloned().unwrap_or_default(), theme.to_owned()];
            for judgement in &columns {
                match judgement.results.iter().find(|r| r.standard.name == id) {
                    Some(r) => line.extend([r.verdict.key().to_owned(), force_word(r.force).to_owned()]),
                    None => line.extend([String::new(), String::new()]),
                }
            }
            line.extend(none());
            lines.push(line);
        }
        if lines.len() == 1 && !unread.is_empty() {
            lines.push(vec![String::new(); 3].into_iter().chain(none()).collect());
        }
        out.write_str(&table(&lines))
    }
}
