//! One question about one situation, put to a law again and again in one process: `situation LAW.pol CONDITION [RUNS]`.
//!
//! Printed is one line of JSON: `seconds`, one number a run, for reading the question, compiling the law for it, deciding
//! it, and finding the person, the class and the articles (the law itself is read once); `somebody`, whether there is
//! anybody; `articles`, those that make it so.

#![expect(clippy::disallowed_methods, clippy::print_stdout, reason = "it measures, and it is a program with files")]

use iml_check::checker::{Checker, Input};
use iml_check::finding::Answer;
use iml_check::judge::{ask, question};
use iml_check::law::Law;
use iml_check::text::Span;
use serde_json::json;
use std::time::Instant;

/// The one of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

type Failed = Box<dyn std::error::Error>;

fn main() -> Result<(), Failed> {
    let mut arguments = std::env::args().skip(1);
    let (path, condition) = arguments.next().zip(arguments.next()).ok_or("situation LAW.pol CONDITION [RUNS]")?;
    let runs: usize = arguments.next().map_or(Ok(1), |n| n.parse())?;
    let bytes = std::fs::read(&path)?;
    let mut checker = Checker::new(Vec::new(), true);
    let read = checker.read(vec![Input { name: path, bytes }]);
    if !read.is_sound() {
        return Err("the law has mistakes".into());
    }
    let base = Span::at(checker.sources.set("<question>", condition.clone()), 0);
    let mut seconds = Vec::new();
    let mut answer = None;
    for _ in 0..runs {
        // A question leaves its constants in the order.
        let mut order = read.order.clone();
        let start = Instant::now();
        let asked = question(&mut order, &condition, base).map_err(|_| "the question has mistakes")?;
        let mut law = Law::new(&order, [], false).map_err(|_| "too many constants")?;
        answer = Some(ask(&mut law, &asked)?);
        seconds.push(start.elapsed().as_secs_f64());
    }
    let (somebody, marks) = match answer.ok_or("no run")? {
        Answer::Somebody { by, .. } => (true, by),
        Answer::Nobody { by, .. } => (false, by),
    };
    let articles: Vec<String> = marks.into_iter().filter_map(|m| m.article).map(|a| a.number.clone()).collect();
    println!("{}", json!({ "seconds": seconds, "somebody": somebody, "articles": articles }));
    Ok(())
}
