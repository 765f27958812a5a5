//! Asks every question of the whole library of a law, in one process, and says how long it takes; and writes the
//! questions down, so that others can be asked the same: `questions LAW.pol [RUNS [FILE]]`.
//!
//! Printed is one line of JSON: `read`, `nearest` and `whole` are seconds, one number a run: reading the law; judging it,
//! with the most ordinary person and the articles of every finding; the same with the whole class of every finding.
//! `questions` and `violated` count the questions of the forms and those answered with somebody left outside.
//!
//! FILE has `sizes` (how many values each fact has), `nodes` (`["v", fact, values]`, `["a", nodes]` for all, `["s", nodes]`
//! for some; a node stands after those it is made of), `axioms` (a node), `questions` (nodes) and `answers`.

#![expect(clippy::disallowed_methods, clippy::print_stdout, reason = "it measures, and it is a program with files")]

use iml_check::builtin::BuiltInTreaties;
use iml_check::checker::{Checker, Input};
use iml_check::judge::{Options, judge};
use iml_check::law::{Date, Force, Law, State};
use iml_check::logic::{Formula, Node};
use iml_check::model::Standard;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::time::Instant;

type Failed = Box<dyn std::error::Error>;

fn main() -> Result<(), Failed> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("questions LAW.pol [RUNS [FILE]]")?;
    let runs: usize = arguments.next().map_or(Ok(1), |n| n.parse())?;
    let bytes = std::fs::read(&path)?;
    let as_of = Date::parse("2026-11-24").ok_or("no date")?;
    let (mut read, mut nearest, mut whole) = (Vec::new(), Vec::new(), Vec::new());
    let mut findings = 0;
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    for _ in 0..runs {
        let mut checker = Checker::new(Vec::new(), true);
        let start = Instant::now();
        let order = checker.read(vec![Input { name: path.clone(), bytes: bytes.clone() }]);
        read.push(start.elapsed().as_secs_f64());
        if !order.is_sound() {
            return Err("the law has mistakes".into());
        }
        let order = order.order;
        let code = order.policies.iter().find_map(|p| p.state.clone()).unwrap_or_default();
        let state = State::new(&code, as_of, &BuiltInTreaties, Some(&order), &[]);
        let binds = |s: &&Standard| state.standard(&checker.library, Some(&order), s).0.force != Force::None;
        for (nearest_only, times) in [(true, &mut nearest), (false, &mut whole)] {
            let start = Instant::now();
            let mut law = Law::new(&order, checker.library.standards.iter().filter(binds), false)
                .map_err(|_| "too many constants")?;
            let options = Options { threads, nearest_only, ..Options::default() };
            let judgement = judge(&checker.library, &mut law, &state, &options)?;
            times.push(start.elapsed().as_secs_f64());
            findings = judgement.results.iter().map(|r| r.findings.len()).sum();
        }
    }
    // The same once more, writing down what is asked.
    let mut checker = Checker::new(Vec::new(), true);
    let order = checker.read(vec![Input { name: path, bytes }]).order;
    let code = order.policies.iter().find_map(|p| p.state.clone()).unwrap_or_default();
    let state = State::new(&code, as_of, &BuiltInTreaties, Some(&order), &[]);
    let binds = |s: &&Standard| state.standard(&checker.library, Some(&order), s).0.force != Force::None;
    let mut law =
        Law::new(&order, checker.library.standards.iter().filter(binds), false).map_err(|_| "too many constants")?;
    law.asked = Some(Vec::new());
    judge(&checker.library, &mut law, &state, &Options { nearest_only: true, ..Options::default() })?;
    let asked = law.asked.take().unwrap_or_default();
    let start = Instant::now();
    let mut answers = Vec::with_capacity(asked.len());
    for question in &asked {
        answers.push(law.possible(&[*question])?);
    }
    let only = start.elapsed().as_secs_f64();
    if let Some(file) = arguments.next() {
        std::fs::write(file, written(&law, &asked, &answers).to_string())?;
    }
    let violated = answers.iter().filter(|a| **a).count();
    println!(
        "{}",
        json!({ "read": read, "nearest": nearest, "whole": whole, "verdicts": only, "threads": threads,
            "questions": asked.len(), "violated": violated, "findings": findings })
    );
    Ok(())
}

/// The questions, with what they are made of.
fn written(law: &Law<'_>, asked: &[Formula], answers: &[bool]) -> Value {
    let mut places: HashMap<Formula, usize> = HashMap::new();
    let mut nodes: Vec<Value> = Vec::new();
    let roots = std::iter::once(law.axioms).chain(asked.iter().copied());
    for root in roots {
        let mut stack = vec![(root, false)];
        while let Some((formula, seen)) = stack.pop() {
            if places.contains_key(&formula) {
                continue;
            }
            let parts: &[Formula] = match law.formulas.node(formula) {
                Node::All(parts) | Node::Some(parts) => parts,
                _ => &[],
            };
            if !seen {
                stack.push((formula, true));
                stack.extend(parts.iter().map(|p| (*p, false)));
                continue;
            }
            let parts: Vec<usize> = parts.iter().filter_map(|p| places.get(p).copied()).collect();
            nodes.push(match law.formulas.node(formula) {
                Node::True => json!(["a", []]),
                Node::False => json!(["s", []]),
                Node::Value { fact, mask } => {
                    let values: Vec<u32> = (0..128).filter(|v| mask >> v & 1 == 1).collect();
                    json!(["v", fact, values])
                }
                Node::All(_) => json!(["a", parts]),
                Node::Some(_) => json!(["s", parts]),
            });
            places.insert(formula, nodes.len() - 1);
        }
    }
    let place = |f: &Formula| places.get(f).copied();
    let sizes: Vec<u8> = law.formulas.domain().facts.iter().map(|f| f.size).collect();
    let questions: Vec<Option<usize>> = asked.iter().map(place).collect();
    json!({ "sizes": sizes, "nodes": nodes, "axioms": place(&law.axioms), "questions": questions, "answers": answers })
}
