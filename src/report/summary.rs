//! What every format says first: the answer, point by point in order of gravity, what was read, and what is new. Worked
//! out once for an order; how it looks is each format's own.

use super::{Shown, is_shown};
use crate::finding::{
    Encoding, Finding, Judgement, LawInfo, Level, Mark, Mend, Named, Role, StandardResult, Verdict, level,
};
use crate::law::Force;
use crate::text::Span;
use std::collections::BTreeMap;

/// How a point stands. The gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// The law, in its own words, leaves somebody outside what binds as law.
    Outside,
    /// What binds as law asks for something that was not found.
    NotFound,
    /// Either of them, by an authoritative interpretation or a treaty that is only signed.
    Reading,
    /// For a person to assess.
    ToAssess,
    /// Only what is accepted, or known from the baseline.
    Known,
    /// Something that binds as law was not examined.
    NotExamined,
    /// Everything that binds as law and was examined is provided for.
    Provided,
    /// Only soft law asks for more.
    Advice,
    /// Nothing of it is in force for the State.
    NotInForce,
}

impl Standing {
    /// The word that no translation changes.
    pub fn key(self) -> &'static str {
        match self {
            Standing::Outside => "outside",
            Standing::NotFound => "not-found",
            Standing::Reading => "reading",
            Standing::ToAssess => "to-assess",
            Standing::Known => "known",
            Standing::NotExamined => "not-examined",
            Standing::Provided => "provided",
            Standing::Advice => "advice",
            Standing::NotInForce => "not-in-force",
        }
    }

    /// Of one finding.
    pub(super) fn of(result: &StandardResult, finding: &Finding) -> Standing {
        match level(result, finding) {
            _ if !finding.counts() => Standing::Known,
            Level::Incompatible => Standing::Outside,
            Level::NotFound => Standing::NotFound,
            Level::Interpretation | Level::Signed => Standing::Reading,
            Level::ToAssess => Standing::ToAssess,
            Level::SoftLaw => Standing::Advice,
            Level::Note => Standing::NotInForce,
        }
    }

    /// Of a standard nothing was found against.
    fn without_finding(result: &StandardResult) -> Standing {
        match result.verdict {
            _ if result.force > Force::Treaty => Standing::NotInForce,
            Verdict::Provided => Standing::Provided,
            Verdict::NotInForce => Standing::NotInForce,
            _ => Standing::NotExamined,
        }
    }
}

/// Findings that are one thing to a reader: of one point, of one weight, and by the same clauses of the law. Where no
/// clause makes it so, what is missing is the same.
#[derive(Debug, Clone)]
pub struct Cause<'a> {
    /// How they stand.
    pub standing: Standing,
    /// The finding that stands for them all: that of the hardest standard.
    pub first: (&'a StandardResult, &'a Finding),
    /// The others.
    pub others: Vec<(&'a StandardResult, &'a Finding)>,
}

impl<'a> Cause<'a> {
    /// All of them.
    pub fn found(&self) -> impl Iterator<Item = (&'a StandardResult, &'a Finding)> {
        std::iter::once(self.first).chain(self.others.iter().copied())
    }

    /// The clauses that make it so, each once.
    pub fn because(&self) -> Vec<&'a Mark> {
        let mut out: Vec<&Mark> = Vec::new();
        for mark in self.found().flat_map(|(_, f)| &f.because) {
            if out.iter().all(|m| m.span != mark.span) {
                out.push(mark);
            }
        }
        out
    }

    /// An edit that removes the first finding that one was found for.
    pub fn mend(&self) -> Option<&'a Mend> {
        self.found().find_map(|(_, f)| f.mend.as_ref().and_then(|m| m.as_ref().ok()))
    }
}

/// A point and all that is found of it.
#[derive(Debug, Clone)]
pub struct PointSummary<'a> {
    /// The point; where a standard names none, the standard.
    pub name: &'a Named,
    /// How it stands.
    pub standing: Standing,
    /// The force of the hardest standard that makes it stand so.
    pub force: Force,
    /// Its standards, the hardest first.
    pub results: Vec<&'a StandardResult>,
    /// What is found, the gravest first; within a weight by the place in the law.
    pub causes: Vec<Cause<'a>>,
}

impl<'a> PointSummary<'a> {
    /// What makes the point stand as it does.
    pub fn deciding(&self) -> impl Iterator<Item = &Cause<'a>> {
        self.causes.iter().filter(|c| c.standing == self.standing)
    }

    /// The standards of these causes, each once.
    pub fn standards(&self, standing: Standing) -> Vec<&'a StandardResult> {
        let mut out: Vec<&StandardResult> = Vec::new();
        for (result, _) in self.causes.iter().filter(|c| c.standing == standing).flat_map(Cause::found) {
            if !out.iter().any(|r| std::ptr::eq(*r, result)) {
                out.push(result);
            }
        }
        out
    }
}

/// How much was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadSummary {
    /// Texts that were read whole.
    pub whole: usize,
    /// Texts of which a part was read.
    pub in_part: usize,
    /// Articles that were read: encoded, or set aside with a reason.
    pub articles: usize,
    /// Articles that are still to be encoded.
    pub open: usize,
}

/// Everything a report says first of one order.
#[derive(Debug, Clone)]
pub struct Summary<'a> {
    /// The judgement.
    pub judgement: &'a Judgement,
    /// The law that the order is called by: of those read whole the highest, with the most articles.
    pub main: usize,
    /// Every point, the gravest first.
    pub points: Vec<PointSummary<'a>>,
    /// How much was read.
    pub read: ReadSummary,
    /// Standards that bind as law.
    pub binding: usize,
    /// Those of them that were not examined.
    pub not_examined: usize,
    /// Whether the findings were held against a baseline.
    pub against_baseline: bool,
    /// Findings that are accepted or known, and so do not count.
    pub known: usize,
}

impl<'a> Summary<'a> {
    /// The summary of an order.
    pub fn of(judgement: &'a Judgement, shown: Shown) -> Summary<'a> {
        let mut by_point: BTreeMap<&str, Vec<&StandardResult>> = BTreeMap::new();
        for result in &judgement.results {
            by_point.entry(&named(result).name).or_default().push(result);
        }
        let mut points: Vec<PointSummary<'_>> = by_point.into_values().filter_map(|r| point(r, shown)).collect();
        points.sort_by(|a, b| {
            let weight = |p: &PointSummary<'_>| (p.standing, p.force, std::cmp::Reverse(p.deciding().count()));
            weight(a).cmp(&weight(b)).then_with(|| a.name.name.cmp(&b.name.name))
        });
        let binding = |r: &&StandardResult| r.force <= Force::Treaty && r.verdict != Verdict::NotInForce;
        let findings = || judgement.results.iter().flat_map(|r| &r.findings);
        Summary {
            judgement,
            main: main_law(&judgement.order.laws),
            points,
            read: read(&judgement.order.laws),
            binding: judgement.results.iter().filter(binding).count(),
            not_examined: judgement
                .results
                .iter()
                .filter(binding)
                .filter(|r| r.verdict == Verdict::NotExamined)
                .count(),
            against_baseline: findings().any(|f| f.baseline.is_some()),
            known: findings().filter(|f| !f.counts()).count(),
        }
    }

    /// The points that stand so.
    pub fn standing(&self, standing: Standing) -> impl Iterator<Item = &PointSummary<'a>> {
        self.points.iter().filter(move |p| p.standing == standing)
    }

    /// Everything found, the gravest points first.
    pub fn causes(&self) -> impl Iterator<Item = (&PointSummary<'a>, &Cause<'a>)> {
        self.points.iter().flat_map(|p| p.causes.iter().map(move |c| (p, c)))
    }

    /// What the order's main law is called.
    pub fn main_law(&self) -> Option<&'a Named> {
        self.judgement.order.policies.get(self.main)
    }

    /// The edits that were found, each with the causes it was found for and the points it belongs to; the one that mends
    /// most first.
    pub fn edits(&self) -> Vec<(&'a Mend, Vec<&PointSummary<'a>>)> {
        let mut out: Vec<(&Mend, Vec<&PointSummary<'a>>)> = Vec::new();
        for (point, cause) in self.causes() {
            let Some(mend) = cause.mend() else { continue };
            match out.iter_mut().find(|(known, _)| *known == mend) {
                Some((_, points)) if points.iter().any(|p| std::ptr::eq(*p, point)) => {}
                Some((_, points)) => points.push(point),
                None => out.push((mend, vec![point])),
            }
        }
        out.sort_by_key(|(_, points)| std::cmp::Reverse(points.len()));
        out
    }
}

fn named(result: &StandardResult) -> &Named {
    result.point.as_ref().unwrap_or(&result.standard)
}

fn point<'a>(results: Vec<&'a StandardResult>, shown: Shown) -> Option<PointSummary<'a>> {
    let name = named(results.first()?);
    let mut causes: Vec<Cause<'a>> = Vec::new();
    let mut keys: Vec<(Standing, Vec<Span>, String)> = Vec::new();
    for &result in &results {
        for finding in result.findings.iter().filter(|f| is_shown(result, f, shown)) {
            let key = key(result, finding);
            match keys.iter().position(|known| *known == key).and_then(|at| causes.get_mut(at)) {
                Some(cause) => cause.others.push((result, finding)),
                None => {
                    causes.push(Cause { standing: key.0, first: (result, finding), others: Vec::new() });
                    keys.push(key);
                }
            }
        }
    }
    causes.sort_by_key(|cause| (cause.standing, cause.first.1.because.first().map(|m| m.span)));
    let worst = causes.iter().map(|c| c.standing).filter(|s| *s <= Standing::Known).min();
    let advice = || causes.iter().any(|c| c.standing == Standing::Advice);
    let standing = worst.unwrap_or_else(|| {
        let rest = results.iter().filter(|r| r.findings.is_empty()).map(|r| Standing::without_finding(r));
        match rest.min() {
            Some(Standing::NotInForce) | None if advice() => Standing::Advice,
            rest => rest.unwrap_or(Standing::NotInForce),
        }
    });
    let force = causes.iter().filter(|c| c.standing == standing).flat_map(Cause::found).map(|(r, _)| r.force).min();
    let force = force.or_else(|| results.iter().map(|r| r.force).min()).unwrap_or(Force::None);
    Some(PointSummary { name, standing, force, results, causes })
}

/// What makes two findings one thing to a reader.
fn key(result: &StandardResult, finding: &Finding) -> (Standing, Vec<Span>, String) {
    let mut powers: Vec<Span> = finding.because.iter().filter(|m| m.role == Role::Power).map(|m| m.span).collect();
    if powers.is_empty() {
        powers = finding.because.iter().map(|m| m.span).collect();
    }
    powers.sort_unstable();
    powers.dedup();
    let missing = if powers.is_empty() { finding.about() } else { String::new() };
    (Standing::of(result, finding), powers, missing)
}

/// Of the laws read whole the highest, and of several the one with the most articles; of all, where none was.
pub(super) fn main_law(laws: &[LawInfo]) -> usize {
    let weight = |law: &LawInfo| {
        (law.whole, law.excerpt.is_none(), std::cmp::Reverse(law.height.unwrap_or(usize::MAX)), law.articles.len())
    };
    let mut best = 0;
    for (at, law) in laws.iter().enumerate() {
        if laws.get(best).is_none_or(|known| weight(known) < weight(law)) {
            best = at;
        }
    }
    best
}

fn read(laws: &[LawInfo]) -> ReadSummary {
    let mut out = ReadSummary::default();
    for law in laws {
        if law.whole {
            out.whole += 1;
        } else {
            out.in_part += 1;
        }
        let open = law.articles.iter().filter(|a| a.encoding == Encoding::Open).count();
        out.open += open;
        out.articles += law.articles.len() - open;
    }
    out
}
