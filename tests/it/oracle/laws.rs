//! The laws that hold of every judge (`decision-tables.md` §11), stated as edits of a random law and what may become of
//! the words of its demands. They are asked of the slow judge and of the fast one.

use super::forms::Held;
use super::generate::{ALL, Generator, Wanted};
use super::reading::{KIND, Read, STRICT};
use super::world::*;
use fastrand::Rng;
use iml_check::finding::Verdict;

/// A case, and the same with one edit.
pub(super) struct Edited {
    pub(super) before: Case,
    pub(super) after: Case,
    /// What the edit is, for who reads a failure.
    pub(super) what: String,
}

/// A law of §11: an edit, and whether two words of one demand agree with it.
pub(super) struct Stated {
    pub(super) name: &'static str,
    pub(super) edit: fn(&Case, &Case, &mut Rng) -> Option<(Case, String)>,
    /// Of a demand: the case before and after, the word before and after.
    pub(super) holds: fn(&Case, &Case, &Demand, Verdict, Verdict) -> bool,
}

pub(super) const STATED: [Stated; 15] = [
    Stated { name: "help never hurts", edit: help, holds: never_hurts },
    Stated { name: "levelling up", edit: levelled, holds: |_, _, _, _, after| after == Verdict::Provided },
    Stated { name: "searching", edit: searched, holds: searching },
    Stated { name: "reading whole", edit: read_whole, holds: reading_whole },
    Stated { name: "general clauses", edit: general, holds: assessing },
    Stated { name: "own statements", edit: without_own, holds: never_heal },
    Stated { name: "powers never help", edit: empowered, holds: never_help },
    Stated { name: "unrelated clauses", edit: unrelated, holds: |_, _, _, before, after| before == after },
    Stated { name: "who or where", edit: joined, holds: same },
    Stated { name: "terms for what they mean", edit: spelled_out, holds: same },
    Stated { name: "an article spread over two", edit: spread, holds: same },
    Stated { name: "a clause written twice", edit: twice, holds: same },
    Stated { name: "a safeguard by an authority", edit: respelled, holds: same },
    Stated { name: "reasons", edit: or_an_element, holds: keeps_reasons },
    Stated { name: "dates", edit: later, holds: same },
];

fn same(_: &Case, _: &Case, _: &Demand, before: Verdict, after: Verdict) -> bool {
    before == after
}

/// The edited case of a law and a number; none where the law has nothing to say of it.
pub(super) fn edited(law: &Stated, seed: u64, number: u64, single: bool) -> Option<Edited> {
    let wanted = match law.name {
        "levelling up" => Wanted::Equal,
        _ => ALL[number as usize % ALL.len()],
    };
    let salt = law.name.bytes().fold(7_u64, |n, b| n.wrapping_mul(31).wrapping_add(u64::from(b)));
    let mut before = Generator::new(seed ^ salt, wanted, number).bound().case();
    if single {
        before.demands.truncate(1);
        before.write();
    }
    let other = Generator::new(seed ^ salt ^ 99, wanted, number).bound().like(&before).case();
    let mut rng = Rng::with_seed(seed ^ salt ^ number << 9);
    // They hold in orders that have an operative clause.
    let operative = before.clauses.iter().any(|(article, _)| before.operative(*article));
    let (after, what) = operative.then(|| (law.edit)(&before, &other, &mut rng))??;
    Some(Edited { before, after, what })
}

/// The number of an article that is not there, added to the first law.
fn new_article(case: &mut Case) -> usize {
    let number = case.articles.keys().max().map_or(1, |n| n + 1);
    case.articles.insert(number, Article::default());
    number
}

fn with_clause(case: &Case, clause: Clause) -> Case {
    let mut after = case.clone();
    let number = new_article(&mut after);
    after.clauses.push((number, clause));
    after.write();
    after
}

/// A clause of the other case that refers to no article.
fn borrowed(other: &Case, rng: &mut Rng, which: impl Fn(&Clause) -> bool) -> Option<Clause> {
    let all: Vec<&Clause> = other.clauses.iter().map(|(_, c)| c).filter(|c| which(c)).collect();
    let mut clause = all.get(rng.usize(0..all.len().max(1))).copied()?.clone();
    match &mut clause {
        Clause::Power(p) => {
            p.over.clear();
            p.under.clear();
        }
        Clause::Ban(b) => {
            b.only.clear();
            b.over.clear();
            b.yields.clear();
        }
        Clause::Give(g) => {
            g.over.clear();
            g.yields.clear();
        }
        Clause::Refuse(r) => {
            r.only.clear();
            r.over.clear();
            r.yields.clear();
        }
        _ => {}
    }
    Some(clause)
}

/// A prohibition; a guarantee, free or in a power; a further condition on a power; a first time limit; an institution.
fn help(case: &Case, other: &Case, rng: &mut Rng) -> Option<(Case, String)> {
    let clause = match rng.u32(0..6) {
        0 => borrowed(other, rng, |c| matches!(c, Clause::Ban(_)))?,
        1 => borrowed(other, rng, |c| matches!(c, Clause::Give(_)))?,
        2 => Clause::Establishes(rng.usize(0..5)),
        _ => {
            let powers: Vec<usize> =
                (0..case.clauses.len()).filter(|i| matches!(case.clauses[*i].1, Clause::Power(_))).collect();
            let at = *powers.get(rng.usize(0..powers.len().max(1)))?;
            let mut after = case.clone();
            let Clause::Power(power) = &mut after.clauses[at].1 else { return None };
            match rng.u32(0..3) {
                0 => {
                    let Some(Clause::Give(give)) = borrowed(other, rng, |c| matches!(c, Clause::Give(_))) else {
                        return None;
                    };
                    power.giving.push(Give { whenever: None, justified: None, ..give });
                }
                1 if power.limits.is_empty() => power.limits.push((Some(rng.u8(0..2)), Cond::Any)),
                _ => {
                    let more = other.demands[0].where_.clone();
                    // A condition on a fact that a reason names is no help.
                    let mut named = case.vocabulary.reason.iter().flat_map(|r| &r.facts).map(|(f, _)| *f).chain([0]);
                    if case.vocabulary.reason.is_some() && named.any(|f| more.mentions(&case.terms, f)) {
                        return None;
                    }
                    power.ground = Some(Cond::All(power.ground.take().into_iter().chain([more]).collect()));
                }
            }
            after.write();
            return Some((after, format!("help in clause {at}")));
        }
    };
    let what = format!("{clause:?}");
    Some((with_clause(case, clause), what))
}

/// Whether the words that a clause adds are those of the very thing asked, or a kind of it.
fn gives_the_thing(before: &Case, after: &Case, demand: &Demand) -> bool {
    let words = &before.vocabulary;
    let given = |case: &Case| -> Vec<(char, usize)> {
        case.clauses
            .iter()
            .flat_map(|(_, c)| match c {
                Clause::Power(p) => p.giving.iter().map(|g| ('s', g.thing)).collect(),
                Clause::Give(g) => vec![('s', g.thing)],
                Clause::Ban(b) => vec![('m', b.measure)],
                Clause::Establishes(i) => vec![('i', *i)],
                _ => Vec::new(),
            })
            .collect()
    };
    let (was, is) = (given(before), given(after));
    let count = |all: &[(char, usize)], g: &(char, usize)| all.iter().filter(|h| *h == g).count();
    let mut more = is.iter().filter(|g| count(&is, g) > count(&was, g));
    more.any(|&(letter, number)| match &demand.form {
        Form::RequireFor { thing, .. } => letter == 's' && words.is_a(number, *thing),
        Form::Establish(i) => letter == 'i' && words.is_a(number, *i),
        // A wider prohibition prohibits the measure itself.
        Form::RequireBan { measure, .. } | Form::Forbid(measure) => {
            letter == 'm' && (words.is_a(number, *measure) || words.is_a(*measure, number))
        }
        _ => false,
    })
}

fn is_equal(demand: &Demand) -> bool {
    matches!(demand.form, Form::Equal { .. })
}

fn never_hurts(before: &Case, after: &Case, demand: &Demand, was: Verdict, is: Verdict) -> bool {
    // What only the strict reading raised is for assessment, as what nothing raised is not examined.
    let unraised = matches!(was, Verdict::NotExamined | Verdict::ToAssess);
    let raised = unraised && gives_the_thing(before, after, demand);
    is_equal(demand) || raised || is_saved_ban(before, demand) && was == Verdict::ToAssess || !worse(is, was)
}

/// Whom a power reaches that a saving clause stands for, the demand for a prohibition leaves for assessment; whom none
/// reaches, it leaves to silence.
fn is_saved_ban(case: &Case, demand: &Demand) -> bool {
    matches!(demand.form, Form::RequireBan { .. }) && case.clauses.iter().any(|(_, c)| matches!(c, Clause::Saving(..)))
}

/// Of the words that say somebody may be outside, a harsher one; any of them, where there was none.
fn worse(is: Verdict, was: Verdict) -> bool {
    is.is_found() && is < was
}

/// A guarantee to everybody in scope at least as good as any other, of what nobody is refused; a prohibition for everybody
/// in scope that every power yields to.
fn levelled(case: &Case, _: &Case, _: &mut Rng) -> Option<(Case, String)> {
    let mut after = case.clone();
    after.demands.truncate(1);
    after.demands[0].weighed = false;
    let Form::Equal { thing, any: false, burden, .. } = after.demands[0].form.clone() else { return None };
    after.laws.iter_mut().for_each(|l| l.exhaustive = [false; 2]);
    // A prohibition does not cover what may be its measure.
    after.vocabulary.may_be.is_none().then_some(())?;
    let somebody = |doubts| Held::new(Read::new(&after, doubts, None), &after.demands[0]).somebody(|_| true);
    if !somebody(STRICT) || !somebody(KIND) {
        return None;
    }
    let number = new_article(&mut after);
    if burden {
        let over: Vec<usize> = after.numbers();
        let ban = Ban { measure: thing, guard: Cond::Any, only: vec![], by: None, over, yields: vec![], right: false };
        // A power that prevails over everything would prevail over this too; none refers to an article that is new.
        after.clauses.push((number, Clause::Ban(ban)));
    } else {
        after.clauses.retain(|(_, c)| !matches!(c, Clause::Refuse(_)));
        let gives: Vec<Give> = after
            .clauses
            .iter()
            .filter_map(|(_, c)| if let Clause::Give(g) = c { Some(g.clone()) } else { None })
            .collect();
        let own = Give {
            thing,
            guard: Cond::Any,
            whenever: None,
            within: None,
            prompt: false,
            every: None,
            by: None,
            over: vec![],
            yields: vec![],
            justified: None,
        };
        let as_good = gives.into_iter().map(|g| Give { guard: Cond::Any, whenever: None, ..g });
        let all: Vec<Give> = as_good.chain([own]).collect();
        after
            .clauses
            .extend(all.into_iter().map(|g| (number, Clause::Give(Give { over: vec![], yields: vec![], ..g }))));
    }
    after.write();
    Some((after, "levelled up".into()))
}

fn searched(case: &Case, _: &Case, _: &mut Rng) -> Option<(Case, String)> {
    let mut after = case.clone();
    after.searches = vec![Search { things: vec![Sought::Field(0), Sought::Field(1)] }];
    after.write();
    Some((after, "everything is searched".into()))
}

fn searching(_: &Case, after: &Case, _: &Demand, was: Verdict, is: Verdict) -> bool {
    let laid_down = after.marked.laid_down_by_law && was == Verdict::NotFound && is == Verdict::Incompatible;
    was == is || laid_down
}

fn read_whole(case: &Case, _: &Case, _: &mut Rng) -> Option<(Case, String)> {
    // A law that is exhaustive refuses what it does not give, once it is whole: that is more than what was read.
    if (0..case.laws.len()).any(|law| case.laws[law].exhaustive != [false; 2] && !case.whole(law)) {
        return None;
    }
    let mut after = case.clone();
    after.laws.iter_mut().for_each(|l| (l.excerpt, l.lacks) = (false, false));
    after.articles.retain(|_, a| a.standing != Standing::Open);
    after.write();
    Some((after, "every text is whole".into()))
}

/// For `equal` this holds of each combination of its doubts, and they may come to agree.
fn reading_whole(_: &Case, _: &Case, demand: &Demand, was: Verdict, is: Verdict) -> bool {
    was == is || is_equal(demand) || was == Verdict::NotFound && is == Verdict::Incompatible
}

fn general(case: &Case, other: &Case, rng: &mut Rng) -> Option<(Case, String)> {
    let clause = borrowed(other, rng, |c| matches!(c, Clause::Principle(..)));
    let saving = Clause::Saving(vec![0], if rng.bool() { Covers::Order } else { Covers::Law });
    let all = Clause::Principle(case.demands[0].form.about().1.unwrap_or(0), Cond::Any);
    let clause = clause.unwrap_or(if rng.bool() { saving } else { all });
    let what = format!("{clause:?}");
    Some((with_clause(case, clause), what))
}

fn assessing(_: &Case, _: &Case, demand: &Demand, was: Verdict, is: Verdict) -> bool {
    let hard = matches!(was, Verdict::Incompatible | Verdict::NotFound);
    // What a clause reaches by words may leave silence, and the other way round.
    was == is || hard && matches!(is, Verdict::ToAssess | Verdict::NotFound) || is_equal(demand) && hard
}

fn without_own(case: &Case, _: &Case, _: &mut Rng) -> Option<(Case, String)> {
    let mut after = case.clone();
    (!case.own.is_empty()).then(|| after.own.clear())?;
    after.write();
    Some((after, "without what the law says is so".into()))
}

/// For `equal` the four combinations say it.
fn never_heal(_: &Case, _: &Case, demand: &Demand, with: Verdict, without: Verdict) -> bool {
    let hard = matches!(without, Verdict::Incompatible | Verdict::NotFound);
    is_equal(demand) || !worse(with, without) && (!hard || with.is_found())
}

fn empowered(case: &Case, other: &Case, rng: &mut Rng) -> Option<(Case, String)> {
    let clause = borrowed(other, rng, |c| matches!(c, Clause::Power(_)))?;
    let what = format!("{clause:?}");
    Some((with_clause(case, clause), what))
}

/// Save where a refusal was judged on its face: where the texts held no power over the measure.
fn never_help(before: &Case, _: &Case, demand: &Demand, was: Verdict, is: Verdict) -> bool {
    let on_its_face = match &demand.form {
        Form::RequireWhenever { measure, .. } => [KIND, STRICT].into_iter().any(|doubts| {
            let read = Read::new(before, doubts, None);
            !read.powers().into_iter().any(|at| read.is_over(at, *measure))
        }),
        _ => false,
    };
    let saved = is_saved_ban(before, demand) && is == Verdict::ToAssess;
    is_equal(demand) || on_its_face || saved || !worse(was, is)
}

/// The measures, the safeguards and the institutions that a demand names.
fn named(demand: &Demand) -> [Vec<usize>; 3] {
    match &demand.form {
        Form::Before { .. } => [vec![0], vec![0], vec![]],
        Form::Establish(i) => [vec![], vec![], vec![*i]],
        Form::Justify { measure, necessity, proportionality, .. } => {
            let mut asked: Vec<usize> = necessity.iter().map(|_| NECESSITY).collect();
            asked.extend(proportionality.iter().flat_map(|(things, limit, _)| proportionate(things, *limit)));
            [vec![*measure], asked, vec![]]
        }
        form => {
            let (measure, thing) = form.about();
            [measure.into_iter().collect(), thing.into_iter().collect(), vec![]]
        }
    }
}

/// All of its things are comparable with nothing a demand names, nor share a kind with it; it is no power in its fields.
/// A safeguard that establishes a fact narrows powers, and is named by all.
fn unrelated(case: &Case, other: &Case, rng: &mut Rng) -> Option<(Case, String)> {
    let clause =
        borrowed(other, rng, |c| !matches!(c, Clause::Define(_) | Clause::Principle(..) | Clause::Saving(..)))?;
    let words = &case.vocabulary;
    // What is another by a reason, by an authority or perhaps is related by more than kinds.
    if words.reason.is_some() || words.same.is_some() || words.may_be.is_some() {
        return None;
    }
    let related = |a: usize, b: usize| words.is_a(b, a) || (0..5).any(|k| words.is_a(k, a) && words.is_a(k, b));
    let mut measures: Vec<usize> = Vec::new();
    let mut safeguards: Vec<usize> = Vec::new();
    let mut institutions: Vec<usize> = Vec::new();
    let mut power = None;
    match &clause {
        Clause::Power(p) => {
            measures.push(p.measure);
            safeguards.extend(p.giving.iter().map(|g| g.thing).chain(p.without.iter().map(|w| w.thing)));
            safeguards.extend(p.is_final.then_some(REVIEW));
            power = Some(words.fields[p.measure]);
        }
        Clause::Ban(b) => measures.push(b.measure),
        Clause::Give(g) => {
            safeguards.push(g.thing);
            measures.extend(g.whenever);
        }
        Clause::Refuse(r) => {
            safeguards.push(r.thing);
            measures.extend(r.whenever);
        }
        Clause::Establishes(i) => institutions.push(*i),
        _ => return None,
    }
    let establishing = words.establishes.map(|(thing, _)| thing);
    for demand in &case.demands {
        let [m, s, i] = named(demand);
        let touched = |own: &[usize], asked: &[usize]| own.iter().any(|o| asked.iter().any(|a| related(*o, *a)));
        let narrows: Vec<usize> = establishing.into_iter().collect();
        if touched(&measures, &m)
            || touched(&safeguards, &s)
            || touched(&institutions, &i)
            || touched(&safeguards, &narrows)
        {
            return None;
        }
        let fields: Vec<usize> = s.iter().chain(&i).map(|t| words.fields[*t]).collect();
        let of_measures = m.iter().flat_map(|m| words.measure_fields(*m));
        if power.is_some_and(|field| fields.iter().copied().chain(of_measures).any(|f| f == field)) {
            return None;
        }
    }
    // Its article must not be one in which `final` looks for a review, so it stands alone.
    let what = format!("{clause:?}");
    Some((with_clause(case, clause), what))
}

fn joined(case: &Case, _: &Case, rng: &mut Rng) -> Option<(Case, String)> {
    let mut after = case.clone();
    for (_, clause) in &mut after.clauses {
        let Clause::Power(p) = clause else { continue };
        if rng.bool() {
            p.who = Cond::All([Some(p.who.clone()), p.ground.take(), p.read.take()].into_iter().flatten().collect());
        } else {
            let who = std::mem::replace(&mut p.who, Cond::Any);
            p.ground = Some(Cond::All(p.ground.take().into_iter().chain([who]).collect()));
        }
    }
    after.write();
    Some((after, "conditions moved".into()))
}

fn spelled_out(case: &Case, _: &Case, _: &mut Rng) -> Option<(Case, String)> {
    let mut after = case.clone();
    let terms = case.terms.clone();
    fn spell(c: &mut Cond, terms: &[Cond]) {
        match c {
            Cond::Term(t) => *c = terms[*t].clone(),
            Cond::Not(inner) => spell(inner, terms),
            Cond::All(parts) | Cond::Some(parts) => parts.iter_mut().for_each(|p| spell(p, terms)),
            _ => {}
        }
    }
    let Conditions { rules, law, reserved } = after.conditions();
    rules.into_iter().chain(law).chain(reserved).for_each(|c| spell(c, &terms));
    after.write();
    Some((after, "terms are spelled out".into()))
}

/// The clauses of an article to which nothing refers, and in which nothing is final, spread over two.
fn spread(case: &Case, _: &Case, rng: &mut Rng) -> Option<(Case, String)> {
    let refers = |list: &[usize], number: usize| list.contains(&number);
    let referred = |number: usize| {
        case.clauses.iter().any(|(_, c)| match c {
            Clause::Power(p) => refers(&p.over, number) || refers(&p.under, number),
            Clause::Ban(b) => refers(&b.only, number) || refers(&b.over, number) || refers(&b.yields, number),
            Clause::Give(g) => refers(&g.over, number) || refers(&g.yields, number),
            Clause::Refuse(r) => refers(&r.only, number) || refers(&r.over, number) || refers(&r.yields, number),
            Clause::Saving(_, Covers::Articles(list)) => refers(list, number),
            _ => false,
        })
    };
    let final_in =
        |number: usize| case.clauses.iter().any(|(n, c)| *n == number && matches!(c, Clause::Power(p) if p.is_final));
    let numbers: Vec<usize> = case.numbers().into_iter().filter(|n| !referred(*n) && !final_in(*n)).collect();
    let number = *numbers.get(rng.usize(0..numbers.len().max(1)))?;
    let own: Vec<usize> = (0..case.clauses.len()).filter(|i| case.clauses[*i].0 == number).collect();
    let moved = own.last().copied().filter(|_| own.len() > 1)?;
    let mut after = case.clone();
    let to = new_article(&mut after);
    after.articles.insert(to, case.article(number));
    let (_, clause) = after.clauses.remove(moved);
    after.clauses.push((to, clause));
    after.write();
    Some((after, format!("article {number} is spread over two")))
}

fn twice(case: &Case, _: &Case, rng: &mut Rng) -> Option<(Case, String)> {
    let (article, clause) = case.clauses.get(rng.usize(0..case.clauses.len().max(1)))?.clone();
    if matches!(clause, Clause::Define(_)) {
        return None;
    }
    let mut after = case.clone();
    after.clauses.push((article, clause));
    after.write();
    Some((after, "a clause is written twice".into()))
}

/// A year later, when no datum names what lies between: of articles the days on which they begin and after which they end.
fn later(case: &Case, _: &Case, _: &mut Rng) -> Option<(Case, String)> {
    let mut after = case.clone();
    after.agreed.as_of += 1;
    let year = after.agreed.as_of;
    let named = |a: &Article| a.from == Some(year) || a.until == Some(year - 1) || a.until == Some(year);
    // The generator's laws of this test are bound by a treaty that has no date.
    (!case.articles.values().any(named)).then_some(())?;
    after.write();
    Some((after, "a year later".into()))
}

/// Where one safeguard is another by a kind of authority, either spelling.
fn respelled(case: &Case, _: &Case, _: &mut Rng) -> Option<(Case, String)> {
    let (one, other, authority) = case.vocabulary.same?;
    // What a law is silent of is silent of a name.
    if case.laws.iter().any(|l| l.exhaustive != [false; 2]) {
        return None;
    }
    let mut after = case.clone();
    let spell = |thing: &mut usize, by: &mut Option<usize>| {
        if *thing == one && by.is_none() {
            (*thing, *by) = (other, Some(authority));
        }
    };
    for (_, clause) in &mut after.clauses {
        match clause {
            Clause::Power(p) => {
                p.giving.iter_mut().for_each(|g| spell(&mut g.thing, &mut g.by));
                p.without.iter_mut().for_each(|w| spell(&mut w.thing, &mut w.by));
            }
            Clause::Give(g) => spell(&mut g.thing, &mut g.by),
            Clause::Refuse(r) => spell(&mut r.thing, &mut r.by),
            _ => {}
        }
    }
    let anything = |c: &Case| c.demands.iter().any(|d| matches!(d.form, Form::Equal { any: true, .. }));
    (!anything(case)).then_some(())?;
    after.write();
    Some((after, "a safeguard is spelled by its authority".into()))
}

/// A ground, or an element of the law.
fn or_an_element(case: &Case, _: &Case, rng: &mut Rng) -> Option<(Case, String)> {
    let words = &case.vocabulary;
    if words.reason.is_none() || !words.element || !case.own.is_empty() {
        return None;
    }
    let powers: Vec<usize> =
        (0..case.clauses.len()).filter(|i| matches!(case.clauses[*i].1, Clause::Power(_))).collect();
    let at = *powers.get(rng.usize(0..powers.len().max(1)))?;
    let mut after = case.clone();
    let Clause::Power(power) = &mut after.clauses[at].1 else { return None };
    let ground = Cond::All(power.guard().into_iter().cloned().collect());
    if ground.mentions(&case.terms, 0) {
        return None;
    }
    (power.who, power.ground, power.read) = (Cond::Any, Some(Cond::Some(vec![ground, Cond::Yes(0)])), None);
    after.write();
    Some((after, format!("or an element in clause {at}")))
}

/// It never takes a reason away from whom it held for by the other branch alone.
fn keeps_reasons(_: &Case, _: &Case, demand: &Demand, was: Verdict, is: Verdict) -> bool {
    !matches!(demand.form, Form::Forbid(_)) || !worse(was, is)
}
