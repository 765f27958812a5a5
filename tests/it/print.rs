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
use iml_check::model::{Bounds, Condition, FactId, FactShapeKind, LegalOrder, Named, TermId, Vocabulary, condition_in};
use iml_check::syntax::tree::{ArticleClause, Comparison, Condition as Written, GivenValue, Item, Unit, unit_name};
use iml_check::syntax::{Atom, Expr, parse, parse_condition};
use iml_check::text::{FileId, Span};
use std::collections::{BTreeMap, BTreeSet};

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
const UNIT: [Unit; 5] = [Unit::Hours, Unit::Days, Unit::Weeks, Unit::Months, Unit::Years];
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
        .filter(|m| !["unused", "no-governs", "nothing-operative", "article-says-nothing"].contains(&m.code.as_str()))
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

/// Writes conditions as the grammar allows them, and notes by which of its rules.
struct Writer<'a> {
    rng: &'a mut Rng,
    vocabulary: &'a Vocabulary,
    used: &'a mut BTreeSet<&'static str>,
}

impl Writer<'_> {
    /// A rule of the grammar is used.
    fn by(&mut self, rule: &'static str) {
        self.used.insert(rule);
    }

    /// What stands between two words: mostly a blank.
    fn gap(&mut self) -> &'static str {
        match self.rng.u8(..30) {
            0 => "\n",
            1 => "\t ",
            2 => " # (not any) or\n",
            3 => "\r\n",
            _ => " ",
        }
    }

    fn words(&mut self, words: &[&str]) -> String {
        let mut out = String::new();
        for (at, word) in words.iter().enumerate() {
            if at > 0 {
                out += self.gap();
            }
            out += word;
        }
        out
    }

    /// Several, joined by this word; or one, which may be anything that one of several may be.
    fn joined(&mut self, word: &str, mut one: impl FnMut(&mut Self) -> String) -> String {
        let count = self.rng.usize(2..4);
        let parts: Vec<String> = (0..count).map(|_| one(self)).collect();
        let mut words: Vec<&str> = Vec::new();
        for part in &parts {
            if !words.is_empty() {
                words.push(word);
            }
            words.push(part);
        }
        self.words(&words)
    }

    fn condition(&mut self, depth: u32) -> String {
        self.by("condition");
        self.by("conjunction");
        if depth == 0 {
            return self.negation(0);
        }
        match self.rng.u8(..3) {
            // `and` and `or` beside each other without brackets are a mistake.
            0 => {
                self.by("k_or");
                self.joined("or", |w| w.negation(depth - 1))
            }
            1 => {
                self.by("k_and");
                self.joined("and", |w| w.negation(depth - 1))
            }
            _ => self.negation(depth - 1),
        }
    }

    fn negation(&mut self, depth: u32) -> String {
        self.by("negation");
        let primary = self.primary(depth);
        if self.rng.u8(..4) > 0 {
            return primary;
        }
        self.by("k_not");
        self.words(&["not", &primary])
    }

    fn primary(&mut self, depth: u32) -> String {
        self.by("primary");
        if depth > 0 && self.rng.u8(..3) > 0 {
            ["group", "open_paren", "close_paren"].into_iter().for_each(|rule| self.by(rule));
            let inside = self.condition(depth - 1);
            let (open, close) = if self.rng.u8(..8) == 0 { ("( ", "\n)") } else { ("(", ")") };
            return format!("{open}{inside}{close}");
        }
        if self.rng.u8(..12) == 0 {
            self.by("k_any");
            return "any".to_owned();
        }
        self.comparison()
    }

    fn name(&mut self, named: Named) -> String {
        self.by("name");
        let name = self.vocabulary.spelled(named).into_owned();
        if name.contains(" of ") {
            ["of_law", "k_of"].into_iter().for_each(|rule| self.by(rule));
        }
        name
    }

    fn comparison(&mut self) -> String {
        self.by("comparison");
        let vocabulary = self.vocabulary;
        let terms: Vec<TermId> = vocabulary.terms().map(|(id, _)| id).collect();
        if !terms.is_empty() && self.rng.u8(..4) == 0 {
            let term = terms[self.rng.usize(..terms.len())];
            return self.name(Named::Term(term));
        }
        let facts: Vec<FactId> = vocabulary.facts().map(|(id, _)| id).collect();
        let fact = facts[self.rng.usize(..facts.len())];
        let name = self.name(Named::Fact(fact));
        match &vocabulary.fact(fact).shape {
            FactShapeKind::YesNo { .. } => name,
            FactShapeKind::OneOf { values, .. } => {
                ["is_value", "k_is"].into_iter().for_each(|rule| self.by(rule));
                let mut words = vec![name.as_str(), "is"];
                if self.rng.bool() {
                    self.by("k_not");
                    words.push("not");
                }
                if self.rng.u8(..4) == 0 {
                    self.by("k_a");
                    words.push("a");
                }
                words.push(&values[self.rng.usize(..values.len())].0);
                self.words(&words)
            }
            FactShapeKind::Number { from, to, unit, .. } => {
                ["bound", "operator", "number"].into_iter().for_each(|rule| self.by(rule));
                let (rule, sign) = [
                    ("less_op", "<"),
                    ("at_most_op", "<="),
                    ("more_op", ">"),
                    ("at_least_op", ">="),
                    ("equals_op", "="),
                ][self.rng.usize(..5)];
                self.by(rule);
                // Years are said in years, with the word or without, or in months; any other length in any unit.
                let unit = match unit {
                    None => None,
                    Some(Unit::Years) => [None, Some(Unit::Years), Some(Unit::Months)][self.rng.usize(..3)],
                    Some(_) => Some(UNIT[self.rng.usize(..UNIT.len())]),
                };
                let number = match unit {
                    Some(Unit::Months) => self.rng.i64(*from..=to * 12),
                    _ => self.rng.i64(*from..=*to),
                };
                let number = number.to_string();
                let sign = if self.rng.u8(..8) == 0 { format!("{sign}{number}") } else { self.words(&[sign, &number]) };
                let Some(unit) = unit else { return self.words(&[&name, &sign]) };
                self.by("unit");
                self.by(["k_hours", "k_days", "k_weeks", "k_months", "k_years"][unit as usize]);
                self.words(&[&name, &sign, unit_name(unit)])
            }
        }
    }
}

/// The rules of the grammar that a condition is made of: those of words and of what stands in brackets included, those of
/// letters left out.
fn rules_of_conditions() -> BTreeSet<String> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("grammar");
    let mut rules: BTreeMap<String, (bool, Vec<String>)> = BTreeMap::new();
    for file in ["lexis.pest", "words.pest", "conditions.pest"] {
        let text = std::fs::read_to_string(root.join(file)).unwrap();
        for line in text.lines().filter(|l| !l.starts_with("//")) {
            let Some((name, body)) = line.split_once('=') else { continue };
            let (kind, body) = body.trim().split_once('{').unwrap();
            let word = |c: char| !c.is_ascii_alphanumeric() && c != '_';
            let names = body.split(word).filter(|w| w.starts_with(|c: char| c.is_ascii_lowercase()));
            rules.insert(name.trim().to_owned(), (kind.is_empty(), names.map(str::to_owned).collect()));
        }
    }
    let mut found = BTreeSet::new();
    let mut open = vec!["condition".to_owned()];
    while let Some(rule) = open.pop() {
        let (tree, names) = &rules[&rule];
        // Of a word or a number only itself: what is in it are letters.
        if found.insert(rule) && *tree {
            open.extend(names.iter().cloned());
        }
    }
    found
}

/// Any condition that can be written, by every rule of the grammar, in any unit, with comments and brackets that change
/// nothing: what was read is printed, and reads back as the same formula.
#[test]
fn whatever_is_written_reads_back_as_the_same_formula() {
    let mut rng = Rng::with_seed(seed() + 2);
    let mut used = BTreeSet::new();
    let (mut order, mut compared) = (world(&mut rng), 0);
    for case in 0..cases() {
        if case % 50 == 49 {
            order = world(&mut rng);
        }
        let vocabulary = order.vocabulary.clone();
        let written = Writer { rng: &mut rng, vocabulary: &vocabulary, used: &mut used }.condition(5);
        let meant = match condition_in(&mut order, &written, BEGIN) {
            Ok(meant) => meant,
            // In another unit a number may lie beside the scale, or between two of its numbers.
            Err(mistakes) if mistakes.iter().all(|m| ["out-of-range", "wrong-unit"].contains(&m.code.as_str())) => {
                continue;
            }
            Err(mistakes) => panic!("{case}: {written}\n{mistakes:?}"),
        };
        compared += 1;
        let text = meant.expr(&order.vocabulary).to_string();
        let read =
            condition_in(&mut order, &text, BEGIN).unwrap_or_else(|m| panic!("{case}: {written}\n{text}\n{m:?}"));
        let both = formulas(&order.vocabulary, &[&meant, &read]);
        assert_eq!(both[0], both[1], "{case}: {written}\n{text}");
        assert_eq!(text, read.expr(&order.vocabulary).to_string(), "{case}: {written}");
    }
    assert!(compared * 2 > cases(), "{compared} of {} are on the scales", cases());
    let used: BTreeSet<String> = used.into_iter().map(str::to_owned).collect();
    assert_eq!(used, rules_of_conditions());
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
            let unit = rng.bool().then(|| UNIT[rng.usize(..UNIT.len())]);
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

/// Whom a clause speaks of, and what a scenario gives: printed for their places, they read back there as themselves.
#[test]
fn people_of_a_clause_and_facts_of_a_scenario_read_back() {
    let mut rng = Rng::with_seed(seed() + 3);
    let mut given = 0;
    for case in 0..cases() {
        let meant = expression(&mut rng, 3);
        let text = format!("article 1 {{ may m of {} }}", meant.who());
        let parsed = parse(&text, FileId::own(0));
        let [Item::Article(article)] = parsed.items.as_slice() else { panic!("{case}: {text}\n{:?}", parsed.mistakes) };
        let [ArticleClause::Power(power)] = article.clauses.as_slice() else { panic!("{case}: {text}") };
        let who = power.scope.who.as_ref().unwrap_or_else(|| panic!("{case}: {text}"));
        assert_eq!(flat(Expr::from(who)), flat(meant.clone()), "{case}: {text}");

        let fact = if rng.bool() { expression(&mut rng, 0) } else { expression(&mut rng, 0).negated() };
        let Some(said) = fact.given() else { continue };
        let text = format!("scenario \"s\" {{ given {said} expect may m }}");
        let parsed = parse(&text, FileId::own(0));
        let [Item::Scenario(scenario)] = parsed.items.as_slice() else {
            panic!("{case}: {text}\n{:?}", parsed.mistakes)
        };
        let [read] = scenario.given.as_slice() else { panic!("{case}: {text}") };
        let name = read.fact.text.clone();
        let back = match &read.value {
            GivenValue::Plain => Expr::named(name),
            GivenValue::Number(number, unit) => Expr::compare(name, Comparison::Equal, *number, *unit),
            GivenValue::Value(value) => Expr::is(name, &value.text),
        };
        assert_eq!(if read.not { back.negated() } else { back }, fact, "{case}: {text}");
        given += 1;
    }
    assert!(given * 10 > cases(), "{given}");
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
