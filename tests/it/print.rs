//! What is printed as a condition reads back as what was meant.
//!
//! `IML_ORACLE_CASES` sets how many random conditions are tried, `IML_ORACLE_SEED` the seed.

use crate::cli::day;
use crate::oracle::{cases, seed};
use fastrand::Rng;
use iml_check::builtin::BuiltInTreaties;
use iml_check::checker::{Checker, Input, versions};
use iml_check::judge::judge_standard;
use iml_check::law::{Law, State};
use iml_check::logic::{Formula, Formulas};
use iml_check::model::{Bounds, Condition, FactId, FactShapeKind, LegalOrder, TermId, Vocabulary, condition_in};
use iml_check::syntax::tree::{Comparison, Condition as Written, Unit};
use iml_check::syntax::{Atom, Expr, parse_condition};
use iml_check::text::{FileId, Span};

/// Names that begin or end like words of the language, are words that may be names, or are of other scripts.
const NAMES: [&str; 32] = [
    "pregnant",
    "age",
    "days",
    "hours",
    "weeks",
    "months",
    "years",
    "a-b",
    "an-e",
    "is-it",
    "not-own",
    "any-one",
    "or-else",
    "and-so",
    "of-age",
    "to-be",
    "in-law",
    "x1",
    "x_2",
    "A",
    "Not",
    "ANY",
    "own",
    "usual",
    "law",
    "逾期居留",
    "年龄",
    "naïve",
    "übermäßig",
    "несовершеннолетний",
    "قاصر",
    "state",
];
/// Where a text begins that stands in no file.
const BEGIN: Span = Span { file: FileId::own(0), start: 0, end: 0 };
const UNITS: [&str; 5] = ["hours", "days", "weeks", "months", "years"];

fn pick<'a>(rng: &mut Rng, from: &[&'a str]) -> &'a str {
    from[rng.usize(..from.len())]
}

/// Declarations of some facts and terms under these names, in the language.
fn declared(rng: &mut Rng, names: &[&str]) -> String {
    let mut text = String::new();
    let (mut plain, mut compared): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for name in names {
        match rng.u8(..6) {
            0 | 1 => {
                plain.push((*name).to_owned());
                text += &format!("fact {name} \"L\"\n");
            }
            2 => {
                let mut values = NAMES.to_vec();
                rng.shuffle(&mut values);
                values.truncate(rng.usize(2..5));
                compared.push(format!("{name} is {}", values[0]));
                text += &format!("fact {name} \"L\" one of {}\n", values.join(", "));
            }
            3 => {
                let unit = if rng.bool() { format!("unit {} ", pick(rng, &UNITS)) } else { String::new() };
                let from = rng.u32(..4);
                let to = from + rng.u32(1..40);
                text += &format!("fact {name} \"L\" {unit}from {from} to {to}\n");
            }
            4 => {
                plain.push((*name).to_owned());
                text += &format!("term {name} \"L\"\n");
            }
            _ => {
                let known: Vec<&str> = plain.iter().chain(&compared).map(String::as_str).collect();
                let means = if known.is_empty() { "any" } else { pick(rng, &known) };
                text += &format!("term {name} \"L\" means not ({means})\n");
                plain.push((*name).to_owned());
            }
        }
    }
    text
}

/// A vocabulary with two laws that have words of their own, some of them the same, some of them common words too.
fn world(rng: &mut Rng) -> LegalOrder {
    let mut names = NAMES.to_vec();
    rng.shuffle(&mut names);
    let (common, others) = names.split_at(8);
    let rules = declared(rng, common);
    let law = |name: &str, rng: &mut Rng| {
        let mut own: Vec<&str> = others[..10].to_vec();
        rng.shuffle(&mut own);
        own.truncate(rng.usize(..6));
        // Its own meaning of a common term, and a fact of its own beside it.
        let defines = common.iter().filter(|n| rules.contains(&format!("term {n} "))).filter(|_| rng.bool());
        let defines: Vec<String> = defines.map(|n| format!("define {n} means any")).collect();
        let own = declared(rng, &own);
        let text = format!("policy {name} \"P\" {{ state CHN }}\n{own}article 1 {{ {} }}\n", defines.join("\n"));
        Input { name: format!("{name}.pol"), bytes: text.into_bytes() }
    };
    let laws = vec![law("entry-law", rng), law("law-2", rng)];
    let rules = Input { name: "rules.iml".into(), bytes: rules.into_bytes() };
    let mut checker = Checker::new(vec![rules], false);
    assert!(checker.mistakes.is_empty(), "{:?}", checker.mistakes);
    let read = checker.read(laws);
    let wrong: Vec<_> = read
        .mistakes
        .iter()
        .filter(|m| !["unused", "no-governs", "nothing-operative"].contains(&m.code.as_str()))
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    read.order
}

/// A number near the ends of a scale, on it, or far away.
fn near(rng: &mut Rng, from: i64, to: i64) -> i64 {
    match rng.u8(..8) {
        0 => rng.i64(from..=to + 5),
        1 => to + 1,
        2 => from,
        3 => i64::MAX,
        _ => rng.i64(from..=to),
    }
}

fn condition(rng: &mut Rng, vocabulary: &Vocabulary, depth: u32) -> Condition {
    let below = |fact: FactId, bound: i64| Condition::Below(fact, bound);
    let few = |rng: &mut Rng| {
        let count = if rng.u8(..8) == 0 { rng.usize(..2) } else { rng.usize(2..5) };
        (0..count).map(|_| condition(rng, vocabulary, depth - 1)).collect::<Vec<_>>()
    };
    if depth > 0 && rng.u8(..3) > 0 {
        return match rng.u8(..5) {
            0 => condition(rng, vocabulary, depth - 1).negated(),
            1 | 2 => Condition::All(few(rng)),
            _ => Condition::Some(few(rng)),
        };
    }
    let facts: Vec<FactId> = vocabulary.facts().map(|(id, _)| id).collect();
    let terms: Vec<TermId> = vocabulary.terms().map(|(id, _)| id).collect();
    if rng.u8(..12) == 0 {
        return Condition::Any;
    }
    if !terms.is_empty() && rng.u8(..3) == 0 {
        return Condition::Term(terms[rng.usize(..terms.len())]);
    }
    let fact = facts[rng.usize(..facts.len())];
    match &vocabulary.fact(fact).shape {
        FactShapeKind::YesNo { .. } => Condition::Fact(fact),
        FactShapeKind::OneOf { values, .. } => Condition::Value(fact, rng.u8(..values.len() as u8)),
        FactShapeKind::Number { from, to, .. } => match rng.u8(..3) {
            0 => {
                let number = rng.i64(*from..=*to);
                Condition::All(vec![below(fact, number).negated(), below(fact, number + 1)])
            }
            1 => below(fact, near(rng, *from, *to)).negated(),
            _ => below(fact, near(rng, *from, *to)),
        },
    }
}

fn formulas(vocabulary: &Vocabulary, conditions: &[&Condition]) -> Vec<Formula> {
    let mut bounds = Bounds::new();
    vocabulary.terms().filter_map(|(_, t)| t.means.as_ref()).for_each(|m| bounds.note(m));
    conditions.iter().for_each(|c| bounds.note(c));
    let (bounds, domain) = bounds.finish(vocabulary).unwrap();
    let mut formulas = Formulas::new(domain);
    conditions.iter().map(|c| bounds.formula(vocabulary, &mut formulas, c)).collect()
}

/// Any condition of the model reads back as the same formula, and is printed the same again.
#[test]
fn a_condition_reads_back_as_the_same_formula() {
    let mut rng = Rng::with_seed(seed());
    let mut of_law = 0;
    let mut order = world(&mut rng);
    for case in 0..cases() {
        if case % 50 == 49 {
            order = world(&mut rng);
        }
        let meant = condition(&mut rng, &order.vocabulary, 4);
        let text = meant.expr(&order.vocabulary).to_string();
        let read = condition_in(&mut order, &text, BEGIN).unwrap_or_else(|m| panic!("{case}: {text}\n{m:?}"));
        let both = formulas(&order.vocabulary, &[&meant, &read]);
        assert_eq!(both[0], both[1], "{case}: {text}\n{meant:?}\n{read:?}");
        let again = read.expr(&order.vocabulary).to_string();
        assert_eq!(text, again, "{case}: {meant:?}");
        of_law += u64::from(text.contains(" of "));
    }
    assert!(of_law > 0, "no word that two laws use was tried");
}

fn expression(rng: &mut Rng, depth: u32) -> Expr {
    let name = |rng: &mut Rng| pick(rng, &NAMES).to_owned();
    if depth > 0 && rng.u8(..3) > 0 {
        let few = |rng: &mut Rng| (0..rng.usize(2..4)).map(|_| expression(rng, depth - 1)).collect();
        return match rng.u8(..5) {
            0 => Expr::Not(Box::new(expression(rng, depth - 1))),
            1 | 2 => Expr::All(few(rng)),
            _ => Expr::Some(few(rng)),
        };
    }
    match rng.u8(..8) {
        0 => Expr::Any,
        1 | 2 => Expr::named(name(rng)),
        3 | 4 => Expr::Atom(Atom::Is { fact: name(rng), not: rng.bool(), value: name(rng) }),
        _ => {
            let signs =
                [Comparison::Less, Comparison::AtMost, Comparison::More, Comparison::AtLeast, Comparison::Equal];
            let units = [Unit::Hours, Unit::Days, Unit::Weeks, Unit::Months, Unit::Years];
            let unit = rng.bool().then(|| units[rng.usize(..units.len())]);
            Expr::compare(name(rng), signs[rng.usize(..signs.len())], rng.i64(0..1_000_000_000_000), unit)
        }
    }
}

/// Lists in lists of their kind taken apart: brackets that change nothing are not printed.
fn flat(expr: Expr) -> Expr {
    let each = |parts: Vec<Expr>| parts.into_iter().map(flat);
    match expr {
        Expr::All(parts) => {
            Expr::All(each(parts).flat_map(|p| if let Expr::All(inner) = p { inner } else { vec![p] }).collect())
        }
        Expr::Some(parts) => {
            Expr::Some(each(parts).flat_map(|p| if let Expr::Some(inner) = p { inner } else { vec![p] }).collect())
        }
        Expr::Not(inner) => Expr::Not(Box::new(flat(*inner))),
        other => other,
    }
}

/// How many pairs of brackets a condition needs: around an `or` inside an `and`, an `and` inside an `or`, and what is
/// denied and more than one thing.
fn brackets(written: &Written) -> usize {
    match written {
        Written::All(parts, _) => parts.iter().map(|p| brackets(p) + usize::from(matches!(p, Written::Some(..)))).sum(),
        Written::Some(parts, _) => parts.iter().map(|p| brackets(p) + usize::from(matches!(p, Written::All(..)))).sum(),
        Written::Not(inner, _) => {
            let more = matches!(**inner, Written::All(..) | Written::Some(..) | Written::Not(..));
            brackets(inner) + usize::from(more)
        }
        Written::Any(_) | Written::Named(_) | Written::Is { .. } | Written::Compare { .. } => 0,
    }
}

/// Any expression reads back as itself, with the brackets it needs and no others.
#[test]
fn an_expression_reads_back_as_itself() {
    let mut rng = Rng::with_seed(seed() + 1);
    for case in 0..cases() {
        let meant = expression(&mut rng, 5);
        let text = meant.to_string();
        let read = parse_condition(&text, BEGIN).unwrap_or_else(|m| panic!("{case}: {text}\n{m:?}"));
        assert_eq!(flat(Expr::from(&read)), flat(meant), "{case}: {text}");
        assert_eq!(text.matches('(').count(), brackets(&read), "{case}: {text}");
    }
}

/// Whom every finding concerns, in every law of the repository: said in full, it reads back as the same people.
#[test]
fn the_people_of_every_finding_read_back() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut checker = Checker::new(Vec::new(), true);
    let mut said = 0;
    let mut folders: Vec<_> = std::fs::read_dir(root.join("policies")).unwrap().map(|e| e.unwrap().path()).collect();
    folders.sort();
    for folder in folders {
        let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|e| e.unwrap().path()).collect();
        files.sort();
        let inputs = files.iter().map(|f| Input { name: f.display().to_string(), bytes: std::fs::read(f).unwrap() });
        let (files, _) = versions(inputs.collect(), day());
        let order = checker.read(files).order;
        let mut words = order.clone();
        let state = State::bound_by_everything(day(), &BuiltInTreaties);
        let mut law = Law::new(&order, &checker.library.standards, false).unwrap();
        for standard in &checker.library.standards {
            let (result, concerns) = judge_standard(&checker.library, &mut law, &state, standard, true).unwrap();
            for (finding, concern) in result.findings.iter().zip(concerns).filter(|(f, _)| f.class.is_some()) {
                let Some(who) = finding.who() else { continue };
                let text = who.to_string();
                let at = format!("{} {} {text}", folder.display(), standard.id);
                let read = condition_in(&mut words, &text, BEGIN).unwrap_or_else(|m| panic!("{at}\n{m:?}"));
                let duration = order.vocabulary.duration().unwrap();
                let class = law.formulas.exists(concern.class, duration);
                let read = law.formula(&read);
                let (other, others) = (law.formulas.not(read), law.formulas.not(class));
                assert!(!law.possible(&[class, other]).unwrap(), "{at} leaves somebody out");
                assert!(!law.possible(&[read, others]).unwrap(), "{at} takes somebody in");
                said += 1;
            }
        }
    }
    assert!(said > 1000, "{said}");
}
