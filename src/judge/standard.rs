//! One verdict for each standard: the worst of its forms, with the force that it has for this State.

use super::accept;
use super::baseline;
use super::case::{Case, Concern};
use super::judge_form;
use crate::finding::Judgement;
use crate::finding::{ArticleInfo, Basis, DemandWord, Doubtful, LawInfo, Named, OrderInfo, StandardResult, Verdict};
use crate::ids::IdVec;
use crate::law::{ArticleCited, Binding, Date, Force, Law, State};
use crate::logic::{Formula, Run, Undecided};
use crate::model::{Article, Citation, Condition, LegalOrder, Library, Policy, PolicyId, Standard};
use crate::syntax::Mistake;
use crate::syntax::tree::Label;
use crate::threads::shared;

/// Which standards to hold a law against.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Also those that do not bind this State.
    pub all_standards: bool,
    /// Only these standards, points or themes.
    pub only: Vec<String>,
    /// Not these standards, points or themes.
    pub skip: Vec<String>,
    /// Acceptances do not count.
    pub no_accept: bool,
    /// How many threads may judge at once; one, when it is 0. What is found does not depend on it.
    pub threads: usize,
    /// Of each class only its nearest part is described, and said to be a part: enough for a report that names the
    /// person and not the class. What is found does not depend on it.
    pub nearest_only: bool,
    /// The day on which acceptances are looked at; that of the law when it is not said.
    pub today: Option<Date>,
    /// Of each finding on a measure it is worked out too how the measure is done: for a baseline.
    pub regimes: bool,
    /// The run that this is part of: what is judged in it shares its steps.
    pub run: Run,
}

/// What was asked and not decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unanswered {
    /// Why.
    pub why: Undecided,
    /// What it was about.
    pub about: About,
}

/// What something that was not decided was about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// The one thing that was asked.
    Question,
    /// The text of the law: whether it contradicts itself, whether each of its powers reaches anybody.
    Text,
    /// Whether the law meets these standards, in their order.
    Standards(Vec<String>),
}

impl std::fmt::Display for Unanswered {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.why.fmt(f)?;
        if let About::Standards(ids) = &self.about { write!(f, " ({})", ids.join(", ")) } else { Ok(()) }
    }
}

impl std::error::Error for Unanswered {}

impl From<Undecided> for Unanswered {
    fn from(why: Undecided) -> Unanswered {
        Unanswered { why, about: About::Question }
    }
}

impl Options {
    /// Whether a standard is to be judged at all.
    pub fn wants(&self, standard: &Standard) -> bool {
        let named = |list: &[String]| list.iter().any(|n| standard.is_called(n));
        (self.only.is_empty() || named(&self.only)) && !named(&self.skip)
    }
}

/// Holds a law against every standard that binds the State.
pub fn judge(
    library: &Library,
    law: &mut Law<'_>,
    state: &State<'_>,
    options: &Options,
) -> Result<Judgement, Unanswered> {
    let standards: Vec<&Standard> = library.standards.iter().filter(|s| options.wants(s)).collect();
    if options.nearest_only {
        law.most_boxes = 1;
    }
    let (mut results, concerns) = judge_all(library, law, state, &standards, options)?;
    let warnings: Vec<Mistake> = if options.no_accept {
        Vec::new()
    } else {
        accept::apply(law, options.today.unwrap_or(state.as_of), &mut results, &concerns)?
    };
    if options.regimes {
        baseline::weigh(law, &mut results, &concerns)?;
    }
    let gone = baseline::apply(law, &mut results, &concerns)?;
    let accepted = results.iter().flat_map(|r| &r.findings).filter(|f| f.accepted.is_some()).count();
    results.sort_by(|a, b| (a.force, &a.standard.name).cmp(&(b.force, &b.standard.name)));
    let order = OrderInfo {
        state: state.code.clone(),
        state_name: state.name(),
        policies: law.order.policies.iter().map(|p| Named { name: p.name.clone(), label: p.label.clone() }).collect(),
        laws: laws(law.order, &law.cited),
        as_of: state.as_of,
        assumed: Vec::new(),
        not_read: law
            .order
            .not_read
            .iter()
            .map(|n| (n.law.clone(), n.things.iter().map(|t| named(law.order, *t)).collect()))
            .collect(),
        skipped: Vec::new(),
    };
    Ok(Judgement { order, results, warnings, accepted, gone })
}

/// Articles in an order, below which a second thread would come too late to help.
const WORTH_A_THREAD: usize = 20;

/// Into so many lanes the standards are divided, neighbours together, for they often concern the same people. How many
/// steps a lane takes depends on no other, and not on how many threads there are: so neither does what is given up.
const LANES: usize = 16;

/// The standards in lanes, each lane with the law as it was at first, an equal share of the steps that are left, and
/// perhaps a thread of its own. Whom the findings concern is known to no other lane, so what is asked of that afterwards
/// keeps to one, with all the steps.
fn judge_all(
    library: &Library,
    law: &mut Law<'_>,
    state: &State<'_>,
    standards: &[&Standard],
    options: &Options,
) -> Result<(Vec<StandardResult>, Vec<Vec<Concern>>), Unanswered> {
    let order = law.order;
    let size = order.powers.len() + order.bans.len() + order.guarantees.len();
    let asked_afterwards =
        options.regimes || order.baseline.is_some() || (!order.acceptances.is_empty() && !options.no_accept);
    if asked_afterwards || size < WORTH_A_THREAD {
        let one = |s: &&Standard| judge_standard(library, law, state, s, options.all_standards);
        return Ok(answered(standards, standards.iter().map(one))?.into_iter().unzip());
    }
    let beginning = law.beginning();
    let lanes: Vec<&[&Standard]> = standards.chunks(standards.len().div_ceil(LANES).max(1)).collect();
    let steps = law.decider.steps.clone();
    let share = steps.share(lanes.len());
    let mut twins: Vec<Law<'_>> = (1..options.threads).map(|_| law.clone()).collect();
    let workers = std::iter::once(&mut *law).chain(&mut twins);
    let judged = shared(&lanes, workers, |law, lane| {
        law.back_to(&beginning);
        law.decider.steps = share.clone();
        let one = |s: &&Standard| {
            judge_standard(library, law, state, s, options.all_standards).map(|(result, _)| (result, Vec::new()))
        };
        let results: Vec<_> = lane.iter().map(one).collect();
        (results, law.decider.steps.taken())
    });
    law.back_to(&beginning);
    law.decider.steps = steps;
    judged.iter().for_each(|(_, taken)| law.decider.steps.take(*taken));
    Ok(answered(standards, judged.into_iter().flat_map(|(results, _)| results))?.into_iter().unzip())
}

/// What was asked of each standard, if all of it was decided; otherwise of which it was not.
fn answered<T>(
    standards: &[&Standard],
    results: impl Iterator<Item = Result<T, Undecided>>,
) -> Result<Vec<T>, Unanswered> {
    let mut answers = Vec::with_capacity(standards.len());
    let (mut open, mut first): (Vec<String>, Option<Undecided>) = (Vec::new(), None);
    for (standard, result) in standards.iter().zip(results) {
        match result {
            Ok(answer) => answers.push(answer),
            Err(why) => {
                open.push(standard.id.clone());
                // A fault of ours is said before anything else.
                if first.is_none() || why == Undecided::Disagreement {
                    first = Some(why);
                }
            }
        }
    }
    first.map_or(Ok(answers), |why| Err(Unanswered { why, about: About::Standards(open) }))
}

/// The laws of an order, with their articles.
fn laws(order: &LegalOrder, cited: &IdVec<Article, ArticleCited>) -> Vec<LawInfo> {
    let info = |(id, p): (PolicyId, &Policy)| LawInfo {
        rank: p.rank.clone(),
        height: order.height(p),
        adopted: p.adopted.clone(),
        in_force: p.in_force.clone(),
        source: p.source.clone(),
        unconfirmed: p.unconfirmed,
        url: p.url.clone(),
        articles: Vec::new(),
        whole: order.is_whole(id),
        excerpt: p.excerpt.as_ref().map(|(why, _)| why.clone()),
        articles_in_all: p.articles_in_all,
        head: Some(p.span),
    };
    let mut out: IdVec<Policy, LawInfo> = order.policies.entries().map(info).collect();
    for (article, cited) in order.articles.iter().zip(cited) {
        out[article.policy].articles.push(ArticleInfo {
            cited: cited.clone(),
            words: article.text.clone(),
            note: article.note.clone(),
            encoding: article.encoding.clone(),
        });
    }
    out.into_iter().collect()
}

fn named(order: &LegalOrder, thing: crate::model::ThingId) -> Named {
    let thing = order.vocabulary.thing(thing);
    Named { name: thing.name.clone(), label: thing.label.clone() }
}

/// The laws of an order by name.
pub fn laws_of(order: &LegalOrder) -> Vec<(Named, LawInfo)> {
    let named = order.policies.iter().map(|p| Named { name: p.name.clone(), label: p.label.clone() });
    named.zip(laws(order, &ArticleCited::all(order))).collect()
}

/// Holds a law against one standard. Beside it: whom the findings concern, in order.
pub fn judge_standard(
    library: &Library,
    law: &mut Law<'_>,
    state: &State<'_>,
    standard: &Standard,
    even_if_not_binding: bool,
) -> Result<(StandardResult, Vec<Concern>), Undecided> {
    judge_standard_for(library, law, state, standard, even_if_not_binding, None)
}

/// The same of one situation alone, or of some: what a scenario expects.
pub(super) fn judge_standard_for(
    library: &Library,
    law: &mut Law<'_>,
    state: &State<'_>,
    standard: &Standard,
    even_if_not_binding: bool,
    only: Option<Formula>,
) -> Result<(StandardResult, Vec<Concern>), Undecided> {
    // A question that was given up may have left axioms out.
    law.restore();
    law.on(state.as_of);
    let order = law.order;
    let (binding, strongest) = state.standard(library, None, standard);
    let mut basis: Vec<Basis> = standard.basis.iter().map(|c| cite(library, state, c)).collect();
    // The hardest first, the others in their order.
    if let Some(until) = strongest.and_then(|at| basis.get_mut(..=at)) {
        until.rotate_right(1);
    }
    let mut result = StandardResult {
        standard: Named { name: standard.id.clone(), label: standard.label.clone() },
        theme: standard.theme.clone(),
        point: standard.point.as_ref().map(|id| Named {
            name: id.clone(),
            label: library.point(id).map_or_else(Label::default, |point| point.label.clone()),
        }),
        force: binding.force,
        verdict: Verdict::NotInForce,
        findings: Vec::new(),
        protects: Vec::new(),
        unexamined: None,
        demands: Vec::new(),
        reserved: binding.reserved.clone(),
        basis,
        interpreted: standard.interpreted.iter().map(|c| cite(library, state, c)).collect(),
        help: standard.help.clone(),
        note: standard.note.clone(),
        span: standard.span,
    };
    if binding.force == Force::None && !even_if_not_binding {
        return Ok((result, Vec::new()));
    }
    // What the law's own file reserves is doubtful: taken for the State it holds, and against it, it does not.
    let reserved = reserved(law, state, standard, &binding, (library, even_if_not_binding));
    let mut concerns = Vec::new();
    for form in &standard.forms {
        if let Some(only) = only {
            // A demand that does not speak of the situation has no part in what is said of it.
            let scope = law.formula(&form.scope);
            if !law.possible(&[scope, only])? {
                continue;
            }
        }
        let mut case = Case::new(law, reserved, Some(standard), Some(form.span));
        case.only = only;
        case.binds = binding.force != Force::None;
        case.reserved_because = own_reservation(state, order, standard);
        let answer = judge_form(&mut case, form)?;
        result.demands.push(DemandWord { span: form.span, verdict: answer.verdict, unexamined: answer.unexamined });
        if result.findings.is_empty() {
            (result.findings, concerns) = (answer.findings, answer.concerns);
        } else {
            result.findings.extend(answer.findings);
            concerns.extend(answer.concerns);
        }
        for mark in answer.protects {
            if !result.protects.contains(&mark) {
                result.protects.push(mark);
            }
        }
    }
    declared(&mut result, &state.declared(library, standard, binding.force));
    result.findings.shrink_to_fit();
    result.verdict = Verdict::of_demands(result.demands.iter().map(|d| d.verdict));
    if result.verdict == Verdict::NotExamined {
        result.unexamined = result.demands.iter().find_map(|d| d.unexamined);
    }
    Ok((result, concerns))
}

/// What a State declared on the articles that a standard rests on says how far they bind it: what would be incompatible or
/// not found is for assessment, and nothing is provided for or left out by it.
fn declared(result: &mut StandardResult, words: &[&str]) {
    if words.is_empty() {
        return;
    }
    let accuses = |verdict: Verdict| matches!(verdict, Verdict::Incompatible | Verdict::NotFound);
    for demand in result.demands.iter_mut().filter(|d| accuses(d.verdict)) {
        demand.verdict = Verdict::ToAssess;
    }
    for finding in result.findings.iter_mut().filter(|f| accuses(f.verdict)) {
        finding.verdict = Verdict::ToAssess;
        finding.doubts.extend(words.iter().map(|words| Doubtful::Declared { words: (*words).to_owned() }));
    }
}

/// In what words the file of a law reserves people whom a standard speaks of.
fn own_reservation(state: &State<'_>, order: &LegalOrder, standard: &Standard) -> String {
    let own = |citation: &Citation| state.own_reservation(order, citation).and_then(|r| r.because.clone());
    standard.basis.iter().find_map(own).unwrap_or_default()
}

fn reserved(
    law: &mut Law<'_>,
    state: &State<'_>,
    standard: &Standard,
    binding: &Binding,
    (library, even_if_not_binding): (&Library, bool),
) -> Formula {
    let order = law.order;
    // Who asks what would be if it bound asks past what keeps it from binding.
    let wholly = |citation: &Citation| {
        let classes = state.reserved_classes(library, order, citation);
        // Of what is not known to bind there is nothing to reserve.
        let binds = state.citation(library, None, citation).force <= Force::Signed;
        !(even_if_not_binding && binding.force == Force::None)
            && binds
            && classes.iter().any(|who| **who == Condition::Any)
    };
    let force = |citation: &Citation| match wholly(citation) {
        true => Force::None,
        false => state.citation(library, None, citation).force,
    };
    let hardest = standard.basis.iter().map(force).min().unwrap_or(Force::None);
    if hardest == Force::None && binding.force != Force::None {
        return law.formulas.yes();
    }
    let mut out: Option<Formula> = None;
    for citation in standard.basis.iter().filter(|c| force(c) == hardest) {
        let mut parts = Vec::new();
        for condition in state.reserved_classes(library, order, citation) {
            if *condition != Condition::Any {
                parts.push(law.formula(condition));
            }
        }
        let class = law.formulas.some(parts);
        out = Some(match out {
            Some(before) => law.formulas.all([before, class]),
            None => class,
        });
    }
    out.unwrap_or(law.formulas.no())
}

fn cite(library: &Library, state: &State<'_>, citation: &Citation) -> Basis {
    let instrument = library.instrument(&citation.instrument);
    let complaints = instrument.and_then(|i| i.complaints.as_ref()).map(|id| {
        let force = library.instrument(id).map_or(Force::Unknown, |i| state.instrument(library, i).force);
        (id.clone(), force)
    });
    Basis {
        instrument: citation.instrument.clone(),
        title: instrument.map(|i| Named { name: i.id.clone(), label: i.label.clone() }).unwrap_or_default(),
        short: instrument.and_then(|i| i.short.clone()),
        place: citation.place.clone(),
        paragraph: citation.paragraph,
        quote: citation.quote.clone(),
        unconfirmed: citation.unconfirmed,
        span: citation.span,
        binding: state.citation(library, None, citation),
        monitored_by: instrument.and_then(|i| i.monitored_by.clone()),
        complaints,
    }
}
