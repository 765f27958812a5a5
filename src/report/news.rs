//! What is new since the baseline, by who is new: an amendment that reaches a fourteen-year-old is one thing, whatever
//! number of standards it touches.

use super::summary::{Standing, Summary};
use crate::finding::{ArticleCited, BaselineState, Finding, Named, People, Phrase, Role, StandardResult};
use crate::text::Span;

/// What came of it that the same people are reached who were not.
#[derive(Debug, Clone)]
pub struct News<'a> {
    /// The most ordinary of the people, where it concerns people.
    pub witness: Option<&'a People>,
    /// All of them.
    pub class: Option<&'a People>,
    /// Whether they were reached before, and it weighs more or otherwise now.
    pub known_before: bool,
    /// What is found of them: the point, how it stands, the standard and the finding. The gravest first.
    pub found: Vec<(&'a Named, Standing, &'a StandardResult, &'a Finding)>,
    /// What tells them from those who were reached before; empty where nothing does alone.
    pub by: Vec<&'a Phrase>,
}

impl<'a> News<'a> {
    /// How the gravest of it stands.
    pub fn standing(&self) -> Standing {
        self.found.iter().map(|(_, standing, ..)| *standing).min().unwrap_or(Standing::Known)
    }

    /// The articles that make it so, each once, in the order of the law.
    pub fn articles(&self) -> Vec<&'a ArticleCited> {
        let marks = self.found.iter().flat_map(|(.., finding)| &finding.because);
        let mut out: Vec<&ArticleCited> = marks.filter_map(|m| m.article.as_ref()).collect();
        out.sort_by_key(|article| article.span);
        out.dedup_by_key(|article| article.span);
        out
    }

    /// The points that stand so, each once.
    pub fn points(&self, standing: Standing) -> Vec<&'a Named> {
        let mut out: Vec<&Named> = Vec::new();
        for (point, stands, ..) in &self.found {
            if *stands == standing && out.iter().all(|known| known.name != point.name) {
                out.push(point);
            }
        }
        out
    }

    fn takes(&mut self, point: &'a Named, standing: Standing, (result, finding): (&'a StandardResult, &'a Finding)) {
        let (witness, class) = people(finding);
        // Of several ways to say who is new, the one that says least is the widest.
        let said = |people: Option<&People>| people.map_or(usize::MAX, |p| p.common.len() + p.alternatives.len());
        if said(class) < said(self.class) {
            (self.witness, self.class) = (witness, class);
        }
        self.found.push((point, standing, result, finding));
    }
}

/// Who is new in a finding: the newcomers, and where nothing of it was known, everybody.
fn people(finding: &Finding) -> (Option<&People>, Option<&People>) {
    match &finding.newcomers {
        Some(new) => (Some(&new.witness), Some(&new.class)),
        None => (finding.witness.as_ref(), finding.class.as_ref()),
    }
}

/// Whether a finding could not be written to a baseline, and so is new whatever was known: whom it reaches cannot be said in
/// full.
pub(super) fn cannot_be_compared(finding: &Finding) -> bool {
    finding.baseline == Some(BaselineState::New) && finding.class.as_ref().is_some_and(|class| !class.exact)
}

fn powers(finding: &Finding) -> Vec<Span> {
    let mut powers: Vec<Span> = finding.because.iter().filter(|m| m.role == Role::Power).map(|m| m.span).collect();
    powers.sort_unstable();
    powers
}

/// Everything that is new, the gravest first. Nothing where there is no baseline.
pub(super) fn news<'a>(summary: &Summary<'a>) -> Vec<News<'a>> {
    let mut out: Vec<News<'a>> = Vec::new();
    let all: Vec<_> = summary
        .causes()
        .flat_map(|(point, cause)| cause.found().map(move |found| (point.name, cause.standing, found)))
        .filter(|(_, standing, (_, finding))| *standing != Standing::Known && finding.baseline.is_some())
        .filter(|(_, _, (_, finding))| !cannot_be_compared(finding))
        .collect();
    // Whoever is told from those who were reached before, first: others are put with them.
    for (point, standing, found) in all.iter().filter(|(.., (_, f))| f.newcomers.is_some()) {
        let by: Vec<&Phrase> = found.1.newcomers.iter().flat_map(|n| &n.by).collect();
        let same = |news: &News<'_>| match by.is_empty() {
            true => news.by.is_empty() && shares(news, found.1),
            false => news.by == by,
        };
        match out.iter_mut().find(|news| same(news)) {
            Some(news) => news.takes(point, *standing, *found),
            None => out.push(started(point, *standing, *found, by)),
        }
    }
    for (point, standing, found) in all.iter().filter(|(.., (_, f))| f.newcomers.is_none()) {
        let known_before = !matches!(found.1.baseline, Some(BaselineState::New));
        let class = found.1.class.as_ref();
        let among = |news: &News<'_>| {
            news.known_before == known_before
                && shares(news, found.1)
                && news.by.iter().all(|phrase| class.is_some_and(|c| c.common.contains(phrase)))
        };
        match out.iter_mut().find(|news| among(news)) {
            Some(news) => news.takes(point, *standing, *found),
            None => {
                let news = started(point, *standing, *found, Vec::new());
                out.push(News { known_before, ..news });
            }
        }
    }
    for news in &mut out {
        news.found.sort_by_key(|(_, standing, ..)| *standing);
    }
    out.sort_by_key(|news| (news.standing(), std::cmp::Reverse(news.found.len())));
    out
}

/// Whether a clause that makes the one so makes the other so; where no clause does, whether none does.
fn shares(news: &News<'_>, finding: &Finding) -> bool {
    let own = powers(finding);
    news.found.iter().any(|(.., known)| {
        let known = powers(known);
        known == own || known.iter().any(|span| own.contains(span))
    })
}

fn started<'a>(
    point: &'a Named,
    standing: Standing,
    found: (&'a StandardResult, &'a Finding),
    by: Vec<&'a Phrase>,
) -> News<'a> {
    let (witness, class) = people(found.1);
    News { witness, class, known_before: false, found: vec![(point, standing, found.0, found.1)], by }
}
