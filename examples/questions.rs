//! Asks every question of the whole library of a law, in one process, and says how long it takes; and writes the
//! questions down, so that others can be asked the same: `questions LAW.pol [RUNS [FILE]]`.
//!
//! Printed is one line of JSON. Seconds, one number a run: `read`, reading the law; `verdicts`, every question as it stands
//! answered on one thread, with a person who was evaluated again and the articles that were asked about (none are looked up
//! where two people are compared); `ordinary`, the same with the most ordinary person; `verdicts_shared` and
//! `ordinary_shared`, the two with the questions shared among all threads, each of which has the compiled law; `nearest`,
//! judging as for a short report, compiling included; `whole`, the same with the whole class of every finding.
//! `questions` and `violated` count the questions of the forms and those answered with somebody left outside.
//!
//! FILE has `sizes` (how many values each fact has), `nodes` (`["v", fact, values]`, `["a", nodes]` for all, `["s", nodes]`
//! for some; a node stands after those it is made of), `axioms` (a node), `questions` (nodes) and `answers`.

#![expect(clippy::disallowed_methods, clippy::print_stdout, reason = "it measures, and it is a program with files")]

use iml_check::builtin::BuiltInTreaties;
use iml_check::checker::{Checker, Input};
use iml_check::finding::Mark;
use iml_check::judge::{Options, judge, judge_standard};
use iml_check::law::{Date, Force, Law, State};
use iml_check::logic::{Formula, Node, Undecided, most_ordinary};
use iml_check::model::{LegalOrder, Standard};
use iml_check::threads::shared;
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap};
use std::time::Instant;

/// The one of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

type Failed = Box<dyn std::error::Error + Send + Sync>;

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
        let read_order = checker.read(vec![Input { name: path.clone(), bytes: bytes.clone() }]);
        read.push(start.elapsed().as_secs_f64());
        if !read_order.is_sound() {
            return Err("the law has mistakes".into());
        }
        let asked_of = AskedOf::new(&checker, &read_order.order, as_of);
        for (nearest_only, times) in [(true, &mut nearest), (false, &mut whole)] {
            let start = Instant::now();
            let mut law = asked_of.law()?;
            let options = Options { threads, nearest_only, ..Options::default() };
            let judgement = judge(&checker.library, &mut law, &asked_of.state, &options)?;
            times.push(start.elapsed().as_secs_f64());
            findings = judgement.results.iter().map(|r| r.findings.len()).sum();
        }
    }
    // The same once more, writing down what is asked and by which articles it is found.
    let mut checker = Checker::new(Vec::new(), true);
    let order = checker.read(vec![Input { name: path, bytes }]).order;
    let asked_of = AskedOf::new(&checker, &order, as_of);
    let mut law = asked_of.law()?;
    (law.asked, law.most_boxes) = (Some(Vec::new()), 1);
    let mut articles: HashMap<Formula, Vec<Mark>> = HashMap::new();
    for standard in asked_of.standards() {
        let (result, concerns) = judge_standard(&checker.library, &mut law, &asked_of.state, standard, false)?;
        for (finding, concern) in result.findings.into_iter().zip(concerns) {
            articles.entry(concern.class).or_default().extend(finding.because);
        }
    }
    let asked = law.asked.take().unwrap_or_default();
    let mut laws: Vec<Law<'_>> = vec![law; threads];
    let mut times: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    let mut answers = (Vec::new(), 0);
    for _ in 0..runs {
        for (name, way, threads) in [
            ("verdicts", Way::Witness, 1),
            ("ordinary", Way::MostOrdinary, 1),
            ("verdicts_shared", Way::Witness, threads),
            ("ordinary_shared", Way::MostOrdinary, threads),
        ] {
            let laws = laws.get_mut(..threads).unwrap_or_default();
            let start = Instant::now();
            let (answered, cited) = answer(laws, &asked, &articles, way)?;
            times.entry(name).or_default().push(start.elapsed().as_secs_f64());
            if !answers.0.is_empty() && answers != (answered.clone(), cited) {
                return Err("two ways to a witness, and not the same questions have one".into());
            }
            answers = (answered, cited);
        }
    }
    let (answers, _) = answers;
    if let Some(file) = arguments.next() {
        let law = laws.first().ok_or("no law")?;
        std::fs::write(file, written(law, &asked, &answers).to_string())?;
    }
    let violated = answers.iter().filter(|a| **a).count();
    let mut out = json!({ "read": read, "nearest": nearest, "whole": whole, "threads": threads,
        "questions": asked.len(), "violated": violated, "findings": findings });
    for (name, times) in times {
        out.as_object_mut().ok_or("no object")?.insert(name.to_owned(), json!(times));
    }
    println!("{out}");
    Ok(())
}

/// Who is looked for.
#[derive(Clone, Copy)]
enum Way {
    Witness,
    MostOrdinary,
}

/// How many questions a thread takes at once.
const SHARE: usize = 64;

/// Answers every question, on a thread for each law, with somebody and the articles. Back come the answers, and how many
/// articles were cited.
fn answer(
    laws: &mut [Law<'_>],
    asked: &[Formula],
    articles: &HashMap<Formula, Vec<Mark>>,
    way: Way,
) -> Result<(Vec<bool>, usize), Failed> {
    let shares: Vec<&[Formula]> = asked.chunks(SHARE).collect();
    let parts = shared(&shares, laws, |law, questions| -> Result<(Vec<bool>, usize), Undecided> {
        let (mut answers, mut cited) = (Vec::with_capacity(questions.len()), 0);
        for question in *questions {
            let goal = [law.axioms, *question];
            let witness = match way {
                Way::Witness => law.decider.find(&law.formulas, &goal),
                Way::MostOrdinary => most_ordinary(&mut law.formulas, &goal, &mut law.decider),
            }?;
            cited += witness.as_ref().and_then(|_| articles.get(question)).map_or(0, Vec::len);
            answers.push(witness.is_some());
        }
        Ok((answers, cited))
    });
    let (mut answers, mut cited) = (Vec::with_capacity(asked.len()), 0);
    for part in parts {
        let (mut some, more) = part?;
        answers.append(&mut some);
        cited += more;
    }
    Ok((answers, cited))
}

/// A law, its State, and the standards that bind it.
struct AskedOf<'a> {
    checker: &'a Checker,
    order: &'a LegalOrder,
    state: State<'a>,
}

impl<'a> AskedOf<'a> {
    fn new(checker: &'a Checker, order: &'a LegalOrder, as_of: Date) -> Self {
        let code = order.policies.iter().find_map(|p| p.state.clone()).unwrap_or_default();
        AskedOf { checker, order, state: State::new(&code, as_of, &BuiltInTreaties, Some(order), &[]) }
    }

    fn standards(&self) -> Vec<&'a Standard> {
        let library = &self.checker.library;
        let binds = |s: &&Standard| self.state.standard(library, Some(self.order), s).0.force != Force::None;
        library.standards.iter().filter(binds).collect()
    }

    fn law(&self) -> Result<Law<'a>, Failed> {
        Ok(Law::new(self.order, self.standards(), false).map_err(|_| "too many constants")?)
    }
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
            let parts = law.formulas.parts(formula);
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
                    json!(["v", fact.place(), values])
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
