//! Questions of a law put to Cedar symbolically, as `examples/questions.rs` writes them: `cedar-questions FILE [SAMPLE]`.
//!
//! A question becomes a policy that permits whoever is as it says and as nobody is who cannot exist; asked is whether it
//! denies always, with a person if not. One process of cvc5, named by `CVC5`, answers all of them. Every answer is
//! compared with the checker's; one that differs ends the run. Prints one line of JSON: `asked`; seconds in `compile`,
//! reading policies and making terms of them, and in `ask`.

use cedar_policy::{PolicySet, Schema};
use cedar_policy_symcc::{CedarSymCompiler, CompiledPolicySet, solver::LocalSolver};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::error::Error;
use std::str::FromStr;
use std::time::Instant;

/// A node in Cedar's words; what it speaks of is noted.
fn said(data: &Value, at: usize, sizes: &[u64], facts: &mut BTreeSet<u64>) -> String {
    let node = &data["nodes"][at];
    let numbers =
        |list: &Value| -> Vec<u64> { list.as_array().into_iter().flatten().filter_map(Value::as_u64).collect() };
    let join = |sign: &str, empty: &str, facts: &mut BTreeSet<u64>| {
        let parts: Vec<String> = numbers(&node[1]).into_iter().map(|p| said(data, p as usize, sizes, facts)).collect();
        if parts.is_empty() { empty.to_owned() } else { format!("({})", parts.join(sign)) }
    };
    match node[0].as_str() {
        Some("a") => join(" && ", "true", facts),
        Some("s") => join(" || ", "false", facts),
        _ => {
            let fact = node[1].as_u64().unwrap_or_default();
            facts.insert(fact);
            let values = numbers(&node[2]);
            if sizes[fact as usize] <= 2 {
                return format!("{}resource.f{fact}", if values == [1] { "" } else { "!" });
            }
            let mut ranges: Vec<(u64, u64)> = Vec::new();
            for value in values {
                match ranges.last_mut() {
                    Some((_, high)) if *high + 1 == value => *high = value,
                    _ => ranges.push((value, value)),
                }
            }
            let range = |(low, high): &(u64, u64)| format!("({low} <= resource.f{fact} && resource.f{fact} <= {high})");
            format!("({})", ranges.iter().map(range).collect::<Vec<_>>().join(" || "))
        }
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let data: Value = serde_json::from_str(&std::fs::read_to_string(arguments.next().ok_or("FILE [SAMPLE]")?)?)?;
    let sample: usize = arguments.next().map_or(Ok(0), |n| n.parse())?;
    let sizes: Vec<u64> = data["sizes"].as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
    let shape: Vec<String> = sizes
        .iter()
        .enumerate()
        .map(|(f, size)| format!("f{f}: {}", if *size <= 2 { "Bool" } else { "Long" }))
        .collect();
    let schema = format!(
        "entity Person {{ {} }}; entity Authority; action ask appliesTo {{ principal: [Authority], resource: [Person] }};",
        shape.join(", ")
    );
    let (schema, _) = Schema::from_cedarschema_str(&schema)?;
    let environment = schema.request_envs().next().ok_or("no environment")?;
    let questions = data["questions"].as_array().ok_or("no questions")?;
    let count = if sample == 0 { questions.len() } else { sample.min(questions.len()) };
    let places: Vec<usize> = (0..count).map(|at| at * questions.len() / count).collect();
    let axioms = data["axioms"].as_u64().ok_or("no axioms")? as usize;
    let mut texts = Vec::new();
    for place in &places {
        let mut facts = BTreeSet::new();
        let question = questions[*place].as_u64().ok_or("no question")? as usize;
        let (known, asked) = (said(&data, axioms, &sizes, &mut facts), said(&data, question, &sizes, &mut facts));
        let domain: Vec<String> = facts
            .iter()
            .filter(|f| sizes[**f as usize] > 2)
            .map(|f| format!("0 <= resource.f{f} && resource.f{f} < {} && ", sizes[*f as usize]))
            .collect();
        texts.push(format!(
            "permit(principal, action == Action::\"ask\", resource) when {{ {}{known} && {asked} }};",
            domain.concat()
        ));
    }
    let start = Instant::now();
    let mut compiled = Vec::new();
    for text in &texts {
        compiled.push(CompiledPolicySet::compile(&PolicySet::from_str(text)?, &environment, &schema)?);
    }
    let compile = start.elapsed().as_secs_f64();
    let mut compiler = CedarSymCompiler::new(LocalSolver::cvc5()?)?;
    let start = Instant::now();
    for (place, set) in places.iter().zip(&compiled) {
        let somebody = compiler.check_always_denies_with_counterexample_opt(set).await?.is_some();
        if data["answers"][*place].as_bool() != Some(somebody) {
            return Err(format!("Cedar disagrees on question {place}: {somebody}").into());
        }
    }
    println!("{}", json!({ "asked": count, "compile": compile, "ask": start.elapsed().as_secs_f64() }));
    Ok(())
}
