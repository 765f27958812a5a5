//! Reading and judging, in one warm process: the laws of China, and laws that were generated.

#[path = "../examples/generator/mod.rs"]
mod generator;

use criterion::{Criterion, criterion_group, criterion_main};
use iml_check::builtin::BuiltInTreaties;
use iml_check::checker::{Checker, Input, Question};
use iml_check::judge::Options;
use iml_check::law::Date;
use std::hint::black_box;

#[expect(clippy::expect_used, reason = "a date written here")]
fn question(nearest_only: bool) -> Question<'static> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    Question {
        state: None,
        as_of: Date::parse("2026-11-24").expect("it is a date"),
        assumed: &[],
        options: Options { threads, nearest_only, ..Options::default() },
        verify: false,
    }
}

fn file(name: &str, bytes: Vec<u8>) -> Input {
    Input { name: name.to_owned(), bytes }
}

fn judging(c: &mut Criterion) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/policies/chn");
    let mut china = Vec::new();
    for name in ["criminal-law.pol", "exit-and-entry.pol", "nationality.pol", "regulations.pol"] {
        #[expect(clippy::disallowed_methods, reason = "a benchmark is a program with files")]
        china.push(file(name, std::fs::read(format!("{folder}/{name}")).unwrap_or_default()));
    }
    let generated = |provisions: usize| {
        let text = generator::law(&generator::Size { provisions, ..Default::default() });
        vec![file("generated.pol", text.into_bytes())]
    };
    let procedure = vec![file(
        "procedure.pol",
        generator::law(&generator::Size { provisions: 20, procedure: 500, ..Default::default() }).into_bytes(),
    )];
    let laws =
        [("china", china), ("100", generated(100)), ("1000", generated(1000)), ("procedure of 500 steps", procedure)];
    for (name, files) in laws {
        let mut checker = Checker::new(Vec::new(), true);
        let order = checker.read(files.clone());
        assert!(order.is_sound(), "{name}: {:?}", order.mistakes);
        let mut group = c.benchmark_group(name);
        group.sample_size(20);
        group.bench_function("read", |b| {
            b.iter(|| black_box(checker.reread(&order.order, files.clone())));
        });
        for (what, nearest_only) in [("person and articles", true), ("whole classes", false)] {
            let question = question(nearest_only);
            group.bench_function(what, |b| {
                b.iter(|| black_box(checker.check(&order.order, &BuiltInTreaties, &question).is_ok()));
            });
        }
        group.finish();
    }
}

criterion_group!(benches, judging);
criterion_main!(benches);
