//! Whether an edit mends, against the definition: the finding is gone, nobody is newly left outside of anything, nothing
//! weighs more, and a power is taken only from those whom the law cannot tell from those who were left outside.

use super::generate::{Generator, Wanted};
use super::slow::Slow;
use super::world::{Case, Clause, Cond, Form, NECESSITY, Person, numbered, proportionate, safeguard};
use super::{agreed, cases, concerned, inputs, seed};
use iml_check::checker::{Checker, Input, ReadOrder};
use iml_check::finding::{Finding, Lasting, Sentence, StandardResult, Verdict};
use iml_check::judge::{Check, judge_standard, mended, touched};
use iml_check::law::{Date, Law, State, check_text};
use iml_check::model::ThingId;
use std::collections::{BTreeMap, BTreeSet};

/// A law with one change, and what the change speaks of: the names of things, none where it can matter to all.
fn edited(case: &Case, other: &Case, rng: &mut fastrand::Rng) -> (Case, Vec<String>) {
    let mut after = case.clone();
    let measure = |m: usize| format!("m{m}");
    let names = |clause: &Clause| match clause {
        Clause::Power(p) => {
            let giving = p.giving.iter().map(|g| safeguard(g.thing));
            std::iter::once(measure(p.measure)).chain(giving).collect()
        }
        Clause::Ban(b) => vec![measure(b.measure)],
        Clause::Give(g) => std::iter::once(safeguard(g.thing)).chain(g.whenever.map(measure)).collect(),
        Clause::Define(_) => Vec::new(),
        Clause::Establishes(i) => vec![format!("i{i}")],
        Clause::Refuse(r) => std::iter::once(safeguard(r.thing)).chain(r.whenever.map(measure)).collect(),
        Clause::Principle(thing, _) => vec![safeguard(*thing)],
        Clause::Saving(..) => Vec::new(),
    };
    let at = rng.usize(0..after.clauses.len());
    let more = || other.people().next().map(|_| other.demands[0].who.clone()).unwrap();
    if !after.edges.is_empty() && rng.bool() {
        let edge = rng.usize(0..after.edges.len());
        let (from, to, condition) = &mut after.edges[edge];
        *condition = Cond::All(vec![condition.clone(), more()]);
        let touched = vec![format!("p{from}"), format!("p{to}")];
        after.write();
        return (after, touched);
    }
    let mut touched: Vec<String> = names(&after.clauses[at].1);
    match &mut after.clauses[at].1 {
        // Narrowed, limited, or with one thing more.
        Clause::Power(p) => match (rng.u32(0..7), &other.demands[0].form) {
            // Longer, for more, or with less: what mends one thing may be worse in another.
            (4, _) if !p.limits.is_empty() => {
                let limit = rng.usize(0..p.limits.len());
                p.limits[limit].0 = p.limits[limit].0.map(|most| most + 1);
            }
            (5, _) => p.giving.clear(),
            (6, _) => p.justified = None,
            (0, _) => p.who = Cond::All(vec![p.who.clone(), Cond::Not(Box::new(more()))]),
            (1, Form::Limit(_, Some(most), _)) => p.limits.push((Some(*most), Cond::Any)),
            (2, _) => {
                let give = other.clauses.iter().find_map(|(_, c)| match c {
                    Clause::Power(p) => p.giving.first().cloned(),
                    _ => None,
                });
                p.giving.extend(give);
                touched = names(&after.clauses[at].1);
            }
            _ => {
                let limits: Cond = Cond::Not(Box::new(case.demands[0].where_.clone()));
                p.ground = Some(p.ground.clone().map_or(limits.clone(), |g| Cond::All(vec![g, limits])));
            }
        },
        Clause::Ban(b) => b.guard = Cond::Some(vec![b.guard.clone(), case.demands[0].where_.clone()]),
        Clause::Give(g) if rng.bool() => g.guard = Cond::Some(vec![g.guard.clone(), case.demands[0].who.clone()]),
        _ => {
            let (was, is) = (after.clauses[at].1.clone(), other.clauses[rng.usize(0..other.clauses.len())].1.clone());
            // A second meaning of a term is a mistake, and a reference may lead nowhere.
            let defines = |c: &Clause| matches!(c, Clause::Define(_));
            if !defines(&is) && !defines(&was) {
                touched.extend(names(&is));
                after.clauses[at].1 = is;
            } else {
                after.clauses[at].1 = Clause::Establishes(4);
                if !defines(&was) {
                    touched.push("i4".into());
                }
            }
        }
    }
    after.write();
    (after, touched)
}

/// The things a standard names.
fn named(case: &Case, form: &Form) -> Vec<String> {
    let (measure, thing) = (|m: &usize| format!("m{m}"), |t: &usize| safeguard(*t));
    match form {
        Form::Forbid(m) | Form::Limit(m, ..) | Form::RequireBan { measure: m, .. } => vec![measure(m)],
        Form::Justify { measure: m, necessity, proportionality, .. } => {
            let asked = proportionality.iter().flat_map(|(things, limit, _)| proportionate(things, *limit));
            let asked = asked.map(|t| thing(&t));
            asked.chain(necessity.map(|_| thing(&NECESSITY))).chain([measure(m)]).collect()
        }
        Form::RequireWhenever { thing: t, measure: m, .. } => vec![thing(t), measure(m)],
        Form::RequireFor { thing: t, .. } => vec![thing(t)],
        Form::Equal { thing: t, burden, .. } => vec![if *burden { measure(t) } else { thing(t) }],
        Form::Before { step, pass, .. } => {
            let mut all = vec![format!("p{step}"), format!("p{pass}")];
            if case.step_measure {
                all.push(measure(&0));
            }
            all
        }
        Form::Define(..) => Vec::new(),
        Form::Establish(i) => vec![format!("i{i}")],
    }
}

/// What a law comes to: for each standard its answer and whom its findings concern.
struct Judged {
    results: Vec<(StandardResult, Vec<BTreeSet<Person>>)>,
    remarks: usize,
    sound: bool,
}

fn judged(case: &Case, checker: &Checker, read: &ReadOrder) -> Judged {
    let data = agreed::Data(case.agreed.clone());
    let state = State::new("CHN", Date::parse("2026-01-01").unwrap(), &data, Some(&read.order), &["X".to_owned()]);
    let mut law = Law::new(&read.order, &checker.library.standards, false).unwrap();
    let mistakes = check_text(&mut law, true).unwrap();
    let results = checker.library.standards.iter().map(|standard| {
        let (result, concerns) = judge_standard(&checker.library, &mut law, &state, standard, true).unwrap();
        let whom = concerns.iter().map(|c| concerned(case, &law, c).0).collect();
        (result, whom)
    });
    let results = results.collect();
    let sound = mistakes.iter().all(|m| m.severity != iml_check::syntax::Severity::Error);
    Judged { results, remarks: mistakes.len(), sound }
}

/// Of two findings that are alike, whether the second weighs more: it is worse, lasts longer, or lacks a leg more.
fn weighs_more(was: &Finding, is: &Finding) -> bool {
    let lasts = |f: &Finding| match &f.sentence {
        Sentence::Lasts { lasts: Lasting::Most(most), .. } => most.hours(),
        Sentence::Lasts { lasts: Lasting::Unlimited, .. } => i64::MAX,
        _ => 0,
    };
    let lacking = |f: &Finding| -> BTreeSet<(String, String)> {
        let legs = f.legs.iter().filter(|l| !l.is_stated()).flat_map(|l| {
            let details = l.details.iter().map(|d| d.name.clone());
            let counts = matches!(l.leg, iml_check::finding::LegName::Proportionality);
            let details: Vec<String> = if counts { details.collect() } else { Vec::new() };
            let leg = format!("{:?}", l.leg);
            std::iter::once(String::new()).chain(details).map(move |d| (leg.clone(), d)).collect::<Vec<_>>()
        });
        legs.collect()
    };
    let review = |f: &Finding| f.verdict == Verdict::ToAssess;
    (review(was) && !review(is)) || lasts(is) > lasts(was) || !lacking(is).is_subset(&lacking(was))
}

#[test]
fn mends_agree() {
    let all = [
        Wanted::Forbid,
        Wanted::RequireWhenever,
        Wanted::Limit,
        Wanted::RequireFor,
        Wanted::RequireBan,
        Wanted::Justify,
        Wanted::Before,
        Wanted::Equal,
        Wanted::Define,
        Wanted::Establish,
    ];
    let mut came: BTreeMap<&str, usize> = BTreeMap::new();
    for number in 0..cases() {
        let mut rng = fastrand::Rng::with_seed(seed() ^ 41 ^ number << 8);
        let wanted = |rng: &mut fastrand::Rng| all[rng.usize(0..all.len())];
        let mut case = Generator::new(seed() ^ 42, wanted(&mut rng), number).bound().plain().case();
        let other = Generator::new(seed() ^ 43, wanted(&mut rng), number).bound().plain().like(&case).case();
        // Two standards over one law: what mends one may be worse for the other.
        let beside = Case { demands: other.demands.clone(), marked: other.marked.clone(), ..case.clone() };
        case.rules += &beside.standard_text("beside");
        let (mut after, mut things) = edited(&case, &other, &mut rng);
        if rng.bool() {
            let (again, more) = edited(&after, &other, &mut rng);
            things = if things.is_empty() || more.is_empty() { Vec::new() } else { [things, more].concat() };
            after = again;
        }
        after.rules.clone_from(&case.rules);
        let (rules, law) = inputs(&case);
        let mut checker = Checker::new(vec![rules], false);
        assert!(checker.mistakes.is_empty(), "{:?}\n{}", checker.mistakes, case.rules);
        let old = checker.read(vec![law]);
        let new = checker.reread(&old.order, vec![Input { bytes: after.law.clone().into_bytes(), ..inputs(&after).1 }]);
        if !old.is_sound() || !new.is_sound() {
            continue;
        }
        let story =
            |more: &str| format!("case {number}: {more}\n{}\n----\n{}\n----\n{}", case.rules, case.law, after.law);
        let (was, is) = (judged(&case, &checker, &old), judged(&after, &checker, &new));
        let standards: Vec<_> = checker.library.standards.iter().collect();
        let worse = |at: usize| -> bool {
            let ((before, old), (after, new)) = (&was.results[at], &is.results[at]);
            let whom = |all: &[BTreeSet<Person>]| -> BTreeSet<Person> {
                all.iter().flatten().copied().filter(|p| case.possible(p)).collect()
            };
            let heavier = after.findings.iter().any(|new| {
                let mut alike = before.findings.iter().filter(|f| same(f, new)).peekable();
                alike.peek().is_some() && alike.all(|f| weighs_more(f, new))
            });
            after.verdict.is_harsher_than(before.verdict) || !whom(new).is_subset(&whom(old)) || heavier
        };
        touches(&case, Some(&other.demands[0].form), &checker, &old, &things, &story, |at| {
            worse(at) || was.results[at].1 != is.results[at].1
        });
        let found: Vec<(usize, usize)> =
            (0..standards.len()).flat_map(|s| (0..was.results[s].0.findings.len()).map(move |f| (s, f))).collect();
        for (standard, index) in found {
            let finding = &was.results[standard].0.findings[index];
            let count =
                |judged: &Judged| judged.results[standard].0.findings.iter().filter(|f| same(f, finding)).count();
            let expected = if !was.sound || !is.sound || count(&is) >= count(&was) {
                Check::StillThere
            } else if let Some(at) = (0..standards.len()).find(|at| worse(*at)) {
                Check::Worse(standards[at].id.clone())
            } else if is.remarks > was.remarks {
                Check::Empties
            } else if takes_more(&case, &after, &old, finding, &was.results[standard].1[index]) {
                Check::TakesMore
            } else {
                Check::Mends
            };
            let data = agreed::Data(case.agreed.clone());
            let date = Date::parse("2026-01-01").unwrap();
            let assumed = ["X".to_owned()];
            let states = (
                &State::new("CHN", date, &data, Some(&old.order), &assumed),
                &State::new("CHN", date, &data, Some(&new.order), &assumed),
            );
            let id = standards[standard].id.as_str();
            let said = mended(&checker.library, (&old.order, &new.order), states, &standards, (id, index)).unwrap();
            assert_eq!(said, expected, "{}", story(&format!("{id} {index} {}", finding.about())));
            let word = match said {
                Check::Mends => "mends",
                Check::StillThere => "still there",
                Check::Worse(_) => "worse",
                Check::TakesMore => "takes more",
                Check::Empties => "empties",
            };
            *came.entry(word).or_default() += 1;
        }
    }
    assert!(came.len() == 5 && came.values().all(|n| *n as u64 >= cases() / 1_000) || cases() < 1_000, "{came:?}");
}

/// Of the same thing, by the same articles.
fn same(one: &Finding, other: &Finding) -> bool {
    one.about() == other.about() && one.articles() == other.articles()
}

/// Whether a power is taken from somebody whom the law, in its own words on the measure, can tell from all of these.
fn takes_more(case: &Case, after: &Case, read: &ReadOrder, finding: &Finding, class: &BTreeSet<Person>) -> bool {
    let endless = matches!(finding.sentence, Sentence::Lasts { limit: None, .. });
    // Which words the law has for a measure is a matter of how it is written, once what cancels out is gone.
    let mut law = Law::new(&read.order, [], false).unwrap();
    let vocabulary = &read.order.vocabulary;
    let fact = |at: usize| vocabulary.facts().find(|(_, f)| f.name == super::world::NAMES[at]).unwrap().0;
    let view = law.as_written();
    for kind in 0..5 {
        let may = Slow::permitted(case, kind);
        let lost: Vec<Person> = may.difference(&Slow::permitted(after, kind)).copied().collect();
        if lost.is_empty() {
            continue;
        }
        let id = vocabulary.things().find(|(_, t)| t.name == format!("m{kind}")).unwrap().0;
        let ways: Vec<_> = read.order.powers.ids().map(|power| law.permits(power, id, &view)).collect();
        let permitted = law.formulas.some(ways);
        let speaks = |at: usize| match at {
            5 => !endless,
            at => law.formulas.speaks_of(permitted, fact(at)),
        };
        let words: Vec<usize> = (0..6).filter(|at| speaks(*at)).collect();
        let alike = |p: &Person| class.iter().any(|c| words.iter().all(|w| c.value(*w) == p.value(*w)));
        if lost.iter().any(|p| !alike(p)) {
            return true;
        }
    }
    false
}

/// A standard for which the edit changes anything is among those that it is said to touch; those are the ones that name
/// something akin to what was edited, or of which something is a kind that is a kind of the other too.
fn touches(
    case: &Case,
    second: Option<&Form>,
    checker: &Checker,
    read: &ReadOrder,
    things: &[String],
    story: &impl Fn(&str) -> String,
    changes: impl Fn(usize) -> bool,
) {
    let vocabulary = &read.order.vocabulary;
    let id = |name: &String| vocabulary.things().find(|(_, t)| t.name == *name).unwrap().0;
    let ids: Vec<ThingId> = things.iter().map(id).collect();
    let said: Vec<&str> = touched(&checker.library, &read.order, &ids).iter().map(|s| s.id.as_str()).collect();
    for (standard, form) in
        std::iter::once(("tested", &case.demands[0].form)).chain(second.map(|form| ("beside", form)))
    {
        let at = checker.library.standards.iter().position(|s| s.id == standard).unwrap();
        let akin = |a: &String, b: &String| {
            let number = |s: &String| numbered(s);
            let letter = |s: &String| if s == "review" { 's' } else { s.chars().next().unwrap() };
            let (same, words, a, b) = (letter(a) == letter(b), &case.vocabulary, number(a), number(b));
            same && (words.akin(a, b) || (0..5).any(|kind| words.is_a(kind, a) && words.is_a(kind, b)))
        };
        let way = matches!(form, Form::Before { .. }) && things.iter().any(|t| t.starts_with('p'));
        let expected = things.is_empty() || way || named(case, form).iter().any(|n| things.iter().any(|t| akin(t, n)));
        assert_eq!(said.contains(&standard), expected, "{}", story(&format!("{standard} touched by {things:?}")));
        assert!(expected || !changes(at), "{}", story(&format!("{standard} changes with {things:?}")));
    }
}
