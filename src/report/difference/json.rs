//! `json`: what changes between two versions of a law, for machines.

use super::{DifferenceContext, DifferenceFormat};
use crate::finding::{Change, LawInfo, Mark, Named, VerdictChange};
use crate::report::format::{JSON_VERSION, Maker, Texts, pretty};
use crate::report::location;
use serde::Serialize;
use std::fmt::{self, Write};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DifferenceJson {
    version: u32,
    tool: &'static str,
    state: String,
    as_of: String,
    before: Vec<String>,
    after: Vec<String>,
    changes: Vec<ChangeJson>,
    verdicts: Vec<VerdictJson>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ChangeJson {
    sentence: Texts,
    better: Option<bool>,
    who: Option<Texts>,
    exact: bool,
    before: Vec<String>,
    after: Vec<String>,
    area: String,
    tool: String,
    group: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct VerdictJson {
    standard: String,
    before: &'static str,
    after: &'static str,
    worse: bool,
    newly: Option<Texts>,
    no_longer: Option<Texts>,
}

/// For machines.
#[derive(Debug)]
pub(super) struct Json;

impl DifferenceFormat for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn help(&self) -> &'static str {
        "For machines"
    }

    fn write(&self, context: &DifferenceContext<'_>, out: &mut dyn Write) -> fmt::Result {
        let DifferenceContext { difference, sources, .. } = *context;
        let maker = Maker::new(sources);
        let names = |list: &[(Named, LawInfo)]| list.iter().map(|(n, _)| n.name.clone()).collect();
        let places = |marks: &[Mark]| marks.iter().map(|m| location(sources, m.span)).collect();
        let change = |c: &Change| ChangeJson {
            sentence: maker.texts(|w| w.change(c)),
            better: c.better,
            who: c.class.as_ref().map(|class| maker.texts(|w| w.people(class))),
            exact: c.class.as_ref().is_none_or(|class| class.exact),
            before: places(&c.before),
            after: places(&c.after),
            area: c.codes.area.clone(),
            tool: c.codes.tool.clone(),
            group: c.codes.group.clone(),
        };
        let verdict = |v: &VerdictChange| VerdictJson {
            standard: v.standard.name.clone(),
            before: v.before.key(),
            after: v.after.key(),
            worse: v.is_worse(),
            newly: v.newly.as_ref().map(|f| maker.texts(|w| w.sentence(f))),
            no_longer: v.no_longer.as_ref().map(|p| maker.texts(|w| w.people(&p.1))),
        };
        out.write_str(&pretty(&DifferenceJson {
            version: JSON_VERSION,
            tool: env!("CARGO_PKG_VERSION"),
            state: difference.state.clone(),
            as_of: difference.as_of.to_string(),
            before: names(&difference.before),
            after: names(&difference.after),
            changes: difference.changes.iter().map(change).collect(),
            verdicts: difference.verdicts.iter().map(verdict).collect(),
        }))
    }
}
