//! The slow, obvious judge against the fast one.
//!
//! A generator writes random rules and laws as text; the slow judge tries every situation of their small vocabulary by
//! the definitions of the language reference; the fast judge reads the text. They must agree on the verdict, on whom
//! each finding concerns, on the witness, and on what protects.
//!
//! Where they do not, the case is made smaller for as long as they still do not, and the smallest is shown.
//!
//! `IML_ORACLE_CASES` sets the cases a form (default 200), `IML_ORACLE_SEED` the seed.

mod agreed;
mod ask;
mod difference;
mod equal;
mod forms;
mod generate;
mod laws;
mod legs;
mod mended;
mod metamorphic;
mod mutants;
mod reading;
mod said;
mod scenario;
mod shrink;
mod slow;
mod text;
mod tiny;
mod ways;
mod world;

use crate::cli::threads;
use generate::{Generator, Wanted};
use iml_check::checker::{Checker, Input};
use iml_check::finding::{Finding, People, Phrase, Readings, StandardResult, VERDICTS, Value, Verdict};
use iml_check::judge::{Concern, judge_standard};
use iml_check::law::{Date, Law, State};
use iml_check::logic::Situation;
use iml_check::model::FactId;
use iml_check::threads::shared;
use shrink::shrink;
use slow::Slow;
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use world::{Case, Person};

pub(crate) fn cases() -> u64 {
    std::env::var("IML_ORACLE_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(200)
}

pub(crate) fn seed() -> u64 {
    std::env::var("IML_ORACLE_SEED").ok().and_then(|n| n.parse().ok()).unwrap_or(20_261_124)
}

/// What the fast judge says of a case.
struct Fast {
    result: StandardResult,
    /// For each finding: the situations it concerns, the situation of its witness.
    concerns: Vec<(BTreeSet<Person>, Vec<Person>)>,
}

fn inputs(case: &Case) -> (Input, Input) {
    let rules = Input { name: "rules.iml".into(), bytes: case.rules.clone().into_bytes() };
    let law = Input { name: "law.pol".into(), bytes: case.law.clone().into_bytes() };
    (rules, law)
}

/// All laws of the order.
fn laws(case: &Case) -> Vec<Input> {
    let second = case.second.iter().map(|l| Input { name: "other.pol".into(), bytes: l.clone().into_bytes() });
    std::iter::once(inputs(case).1).chain(second).collect()
}

fn fast(case: &Case) -> Fast {
    let (rules, _) = inputs(case);
    let mut checker = Checker::new(vec![rules], false);
    assert!(checker.mistakes.is_empty(), "{:#?}\n{}", checker.mistakes, case.rules);
    let read = checker.read(laws(case));
    assert!(read.is_sound(), "{:#?}\n{}\n{}", read.mistakes, case.rules, case.law);
    let data = agreed::Data(case.agreed.clone());
    let date = Date::parse(&agreed::day(case.agreed.as_of)).unwrap();
    let state = State::new("CHN", date, &data, Some(&read.order), &[]);
    let mut law = Law::new(&read.order, &checker.library.standards, true).unwrap();
    law.on(date);
    let standard = checker.library.standard("tested").unwrap();
    let even = case.agreed.even_if_not_binding;
    let (result, concerns) = judge_standard(&checker.library, &mut law, &state, standard, even).unwrap();
    let concerns = concerns.iter().map(|c| concerned(case, &law, c)).collect();
    Fast { result, concerns }
}

/// The situations of a finding, and those its witness stands for (both ends of every interval it lies in).
fn concerned(case: &Case, law: &Law<'_>, concern: &Concern) -> (BTreeSet<Person>, Vec<Person>) {
    let vocabulary = &law.order.vocabulary;
    let id = |name: &str| {
        let renamed = format!("named-{name}");
        vocabulary.facts().find(|(_, f)| f.name == name || f.name == renamed).map(|(id, _)| id).unwrap()
    };
    let ids: Vec<FactId> = world::NAMES.iter().map(|n| id(n)).collect();
    let encode = |person: &Person| {
        let mut situation = Situation::all(&law.formulas.domain().facts, 0);
        for (at, id) in ids.iter().enumerate() {
            situation[*id] = law.index_of(*id, i64::from(person.value(at)));
        }
        situation
    };
    let class = case.people().filter(|p| law.formulas.holds(concern.class, &encode(p))).copied().collect();
    let stands_for = case.people().filter(|p| {
        concern.witness.as_ref().is_some_and(|witness| ids.iter().all(|id| encode(p)[*id] == witness[*id]))
    });
    (class, stands_for.copied().collect())
}

/// Whether a person, duration aside, is among the people described.
fn described(case: &Case, people: &People, person: &Person) -> bool {
    let said = |p: &Phrase| {
        let at = world::NAMES.iter().position(|n| *n == p.fact.name).unwrap();
        let value = person.value(at);
        match &p.value {
            Value::Yes => value == 1,
            Value::No => value == 0,
            Value::OneOf(values) => values.iter().any(|v| v.name == format!("v{value}")),
            Value::Ranges(ranges, _) => ranges.iter().any(|(low, high)| {
                low.is_none_or(|l| i64::from(value) >= l) && high.is_none_or(|h| i64::from(value) <= h)
            }),
        }
    };
    let noun = people.noun.as_ref().is_none_or(|n| case.holds_term(&n.name, person));
    noun && people.common.iter().all(said)
        && (people.alternatives.is_empty() || people.alternatives.iter().any(|way| way.iter().all(said)))
}

/// Whether a finding says on which readings of the law's open term somebody is concerned.
fn read_both_ways(case: &Case, finding: &Finding, class: &BTreeSet<Person>, story: &dyn Fn() -> String) {
    let ways = |who: &dyn Fn(&Person) -> bool| -> Vec<u8> {
        let concerns = |reading: u8| class.iter().any(|p| who(p) && p.value(0) == reading);
        (0..2).filter(|reading| !case.vocabulary.open || concerns(*reading)).collect()
    };
    // Of whom a measure ends a fact, others can be too.
    let (least, most) = (ways(&|p| case.possible(p)), ways(&|p| case.may_be_found(p)));
    let said = match &finding.readings {
        Readings::Every => vec![0, 1],
        Readings::Some(ways) => {
            let one = |way: &Vec<Phrase>| match way.as_slice() {
                [phrase] if phrase.fact.name == "f0" && phrase.open => u8::from(phrase.value == Value::Yes),
                other => panic!("readings {other:?}\n{}", story()),
            };
            ways.iter().map(one).collect()
        }
        Readings::NotSaid => panic!("readings are not said\n{}", story()),
    };
    assert!(
        least.iter().all(|way| said.contains(way)) && said.iter().all(|way| most.contains(way)),
        "readings {said:?}, not {least:?} to {most:?}\n{}",
        story()
    );
}

/// What a *provided* names keeps it provided, and nothing of it can be left out (§10): each power that touches rests on a
/// minimal set of its own; without one, what the clauses give does.
fn rests(case: &Case, result: &StandardResult, story: &dyn Fn() -> String) {
    let part = |m: &iml_check::finding::Mark| case.part_at(m.span.start);
    // Who gives something by deciding is no part that can be left out.
    if case.vocabulary.deciding.is_some() {
        return;
    }
    let mut kept: Vec<usize> =
        result.protects.iter().map(|m| part(m).unwrap_or_else(|| panic!("protects {m:?}\n{}", story()))).collect();
    kept.sort_unstable();
    kept.dedup();
    let names = |kept: &[usize]| kept.iter().map(|k| case.parts[*k].1).collect::<Vec<_>>();
    // Only a standard whose own scope carries what it asks is provided by nothing.
    let for_a_reason = case.demands.iter().any(|d| d.reason) || case.vocabulary.reason.is_some();
    assert!(!kept.is_empty() || Slow::provided_with(case, &[]), "provided, and nothing protects\n{}", story());
    assert!(
        case.demands.iter().any(|d| d.form.measure().is_some()) || Slow::provided_with(case, &kept),
        "what protects does not protect: {:?}\n{}",
        names(&kept),
        story()
    );
    // Several demands rest on several things, and a reason is told by all that a power says.
    if case.demands.len() > 1 || case.demands[0].reason || for_a_reason && Slow::provided_with(case, &[]) {
        return;
    }
    let touching = Slow::touching(case);
    for power in &touching {
        assert!(
            Slow::rests(case, Some(&kept), *power),
            "clause {power} is not held by {:?}\n{}",
            names(&kept),
            story()
        );
    }
    // With several powers one part may hold what another holds too; each set on its own is minimal.
    if case.demands.len() > 1 || touching.len() > 1 {
        return;
    }
    for at in 0..kept.len() {
        let mut less = kept.clone();
        let left_out = less.remove(at);
        let still = match touching.as_slice() {
            [power] => Slow::rests(case, Some(&less), *power),
            _ => Slow::provided_with(case, &less),
        };
        assert!(!still, "{:?} of {:?} is not needed\n{}", case.parts[left_out].1, names(&kept), story());
    }
}

fn agree(case: &Case, number: u64) {
    let slow = Slow::judge(case);
    let fast = fast(case);
    let story = || {
        let Case { rules, law, second, agreed, .. } = case;
        let other = second.as_ref().map_or(String::new(), |l| format!("\n---- other law\n{}", l.trim_start()));
        format!("case {number} of seed {}\n{agreed:?}\n---- rules\n{rules}\n---- law\n{law}{other}", seed())
    };
    assert_eq!(fast.result.force, slow::force(case), "force\n{}", story());
    // By which power, for who reads a failure.
    let by: Vec<_> = slow.findings.iter().map(|f| (f.demand, f.power, f.word)).collect();
    assert_eq!(
        fast.result.verdict,
        slow.verdict,
        "verdict, of {:?}, {:?}\n{}\n{:#?}",
        slow.demands,
        by,
        story(),
        fast.result.findings
    );
    assert!(slow.findings.iter().all(|f| slow.demands[f.demand] == f.word));
    // Who is concerned: everybody of one word together, and each finding on its own where the forms speak of one power at
    // a time.
    for word in [Verdict::Incompatible, Verdict::NotFound, Verdict::ToAssess] {
        // What is laid down and searched is incompatible by silence too: the engine shows the words, which say more.
        if word == Verdict::Incompatible && case.marked.laid_down_by_law {
            continue;
        }
        // The engine lists every finding; those of a lesser word than their demand's are left aside here.
        let of_demand =
            |f: &Finding| fast.result.demands.iter().any(|d| Some(d.span) == f.form_span && d.verdict == f.verdict);
        let own = fast.result.findings.iter().zip(&fast.concerns).filter(|(f, _)| f.verdict == word && of_demand(f));
        let classes = own.map(|(_, (c, _))| c.iter().copied().filter(|p| case.possible(p)).collect());
        let classes: Vec<BTreeSet<Person>> = classes.collect();
        // What is for assessment need show nobody who cannot be by the law's own axioms: it shows the statement. Of whom a
        // measure ends a fact a class may hold people who cannot be otherwise: the others are compared.
        let bounds = |found: &slow::Found| -> [BTreeSet<Person>; 2] {
            let shown = |p: &&Person| word != Verdict::ToAssess || case.own_axioms_hold(p, None);
            let possible =
                |left: &BTreeSet<Person>| left.iter().filter(|p| case.possible(p)).copied().collect::<BTreeSet<_>>();
            [possible(&found.left).iter().filter(shown).copied().collect(), possible(&found.most)]
        };
        let mut expected: Vec<[BTreeSet<Person>; 2]> =
            slow.findings.iter().filter(|f| f.word == word).map(bounds).collect();
        let all: BTreeSet<Person> = classes.iter().flatten().copied().collect();
        let [least, most] = [0, 1].map(|at| expected.iter().flat_map(|b| &b[at]).copied().collect::<BTreeSet<_>>());
        assert!(
            least.is_subset(&all) && all.is_subset(&most),
            "class of {word:?}: too many {:?}, too few {:?}\n{}",
            all.difference(&most).next(),
            least.difference(&all).next(),
            story()
        );
        if slow.one_by_one {
            assert_eq!(classes.len(), expected.len(), "number of findings that are {word:?}\n{}", story());
            for class in &classes {
                let fits = |[least, most]: &[BTreeSet<Person>; 2]| least.is_subset(class) && class.is_subset(most);
                let at = expected.iter().position(fits);
                expected.remove(at.unwrap_or_else(|| panic!("a finding of nobody's power: {class:?}\n{}", story())));
            }
        }
    }
    for (finding, (class, witness)) in fast.result.findings.iter().zip(&fast.concerns) {
        let Some(people) = &finding.class else { continue };
        // A statement alone may be what is doubtful: then nobody is shown.
        if witness.is_empty() && finding.verdict == Verdict::ToAssess {
            continue;
        }
        if case.is_plain() {
            ways::walked(case, finding, witness, &story);
            said::beside(case, finding, class, witness, &story);
        }
        // The witness is somebody who can exist, really is left outside, and nobody is more ordinary.
        assert!(!witness.is_empty(), "no witness\n{}", story());
        for person in witness {
            assert!(case.may_be_found(person) && class.contains(person), "witness {person:?}\n{}", story());
        }
        let fewest = class.iter().filter(|p| case.may_be_found(p)).map(Person::departures).min().unwrap();
        // Of whom a measure ends a fact somebody more ordinary may be nobody of another measure.
        if case.vocabulary.ends.is_none() {
            assert_eq!(witness.iter().map(Person::departures).min(), Some(fewest), "most ordinary\n{}", story());
        }
        read_both_ways(case, finding, class, &story);
        // The class as it is said is exactly the class, how long a measure lasts left aside.
        let short = |who: &dyn Fn(&Person) -> bool| -> BTreeSet<Person> {
            class.iter().filter(|p| who(p)).map(Person::without_duration).collect()
        };
        // Of whom a measure ends a fact, others can be too.
        let (least, most) = (short(&|p| case.possible(p)), short(&|p| case.may_be_found(p)));
        for person in case.people().filter(|p| case.possible(p)) {
            let is = described(case, people, person);
            let within = |class: &BTreeSet<Person>| class.contains(&person.without_duration());
            if people.exact && within(&least) == within(&most) {
                assert_eq!(is, within(&least), "phrase {people:?} for {person:?}\n{}", story());
            }
        }
    }
    if fast.result.verdict == Verdict::Provided && slow.minimal {
        rests(case, &fast.result, &story);
    }
    if number.is_multiple_of(16) {
        for other in [case.shuffled(), case.renamed()] {
            assert_eq!(
                self::fast(&other).result.verdict,
                fast.result.verdict,
                "order or names matter\n{}\n----\n{}",
                story(),
                other.law
            );
        }
    }
}

/// Whether the fast judge can read a case at all.
fn is_sound(case: &Case) -> bool {
    let (rules, _) = inputs(case);
    let mut checker = Checker::new(vec![rules], false);
    checker.mistakes.is_empty() && checker.read(laws(case)).is_sound()
}

/// Holds a case against the slow judge; where they disagree, shows the smallest case that is left of it.
fn agree_or_shrink(case: &Case, number: u64) {
    let disagrees = |case: &Case| catch_unwind(AssertUnwindSafe(|| agree(case, number))).is_err();
    if !disagrees(case) {
        return;
    }
    // What is tried on the way is not worth a message each.
    let loud = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let smallest = shrink(case.clone(), &|smaller| smaller.into_iter().find(|less| is_sound(less) && disagrees(less)));
    std::panic::set_hook(loud);
    assert!(disagrees(&smallest), "judges that disagree once must disagree twice");
    panic!("above, the smallest that is left of case {number} of seed {}", seed());
}

fn run(wanted: Wanted) {
    let threads = std::thread::available_parallelism().map_or(1, usize::from) as u64;
    std::thread::scope(|scope| {
        for thread in 0..threads {
            scope.spawn(move || {
                for number in (0..cases()).filter(|n| n % threads == thread) {
                    agree_or_shrink(&Generator::new(seed(), wanted, number).case(), number);
                }
            });
        }
    });
}

/// Lists every case of a form on which the judges disagree, each made as small as it gets: for who looks for what they
/// have in common.
#[test]
#[ignore = "a list to work from: IML_ORACLE_FORM names the form, IML_ORACLE_CASES how many, IML_ORACLE_SEED which"]
fn every_disagreement() {
    let form = std::env::var("IML_ORACLE_FORM").expect("IML_ORACLE_FORM names the form");
    let forms: Vec<_> = FORMS.iter().filter(|(name, _)| form == "all" || *name == form).collect();
    let loud = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let mut found = Vec::new();
    for (name, wanted) in forms {
        let numbers: Vec<u64> = (0..cases()).collect();
        let said = |number: u64| {
            let case = Generator::new(seed(), *wanted, number).case();
            let said = |case: &Case| catch_unwind(AssertUnwindSafe(|| agree(case, number))).err();
            said(&case)?;
            let disagrees = |less: &Case| is_sound(less) && said(less).is_some();
            let smallest = shrink(case, &|smaller| smaller.into_iter().find(disagrees));
            let why = said(&smallest).and_then(|why| why.downcast::<String>().ok()).map_or(String::new(), |why| *why);
            Some(format!("======== {name} {number}\n{why}"))
        };
        found.extend(shared(&numbers, vec![(); threads], |(), number| said(*number)).into_iter().flatten());
    }
    std::panic::set_hook(loud);
    assert!(found.is_empty(), "{} disagreements\n{}", found.len(), found.join("\n"));
}

/// What the judges outside call the forms.
const FORMS: [(&str, Wanted); 10] = [
    ("forbid", Wanted::Forbid),
    ("limit", Wanted::Limit),
    ("require-whenever", Wanted::RequireWhenever),
    ("require-for", Wanted::RequireFor),
    ("require-ban", Wanted::RequireBan),
    ("equal", Wanted::Equal),
    ("before", Wanted::Before),
    ("define", Wanted::Define),
    ("justify", Wanted::Justify),
    ("establish", Wanted::Establish),
];

fn case_for_judges_outside(wanted: Wanted, number: u64) -> Case {
    Generator::new(seed() ^ 0x5eed, wanted, number).case()
}

/// A case, and what the fast judge says of it: the word of the standard, by the key that no translation changes.
fn line_for_judges_outside(case: &Case) -> String {
    let verdict = fast(case).result.verdict.key();
    serde_json::json!({ "case": case, "verdict": verdict }).to_string()
}

/// Writes random cases and what the fast judge says of them, for judges outside: `IML_EXPORT` names the folder.
#[test]
#[ignore = "a tool of .ci/judges, which says where to"]
fn cases_for_judges_outside() {
    let folder = std::env::var_os("IML_EXPORT").expect("IML_EXPORT names the folder");
    let folder = std::path::Path::new(&folder);
    std::fs::create_dir_all(folder).unwrap();
    for (name, wanted) in FORMS {
        let line = |number: u64| line_for_judges_outside(&case_for_judges_outside(wanted, number));
        let numbers: Vec<u64> = (0..cases()).collect();
        let lines = shared(&numbers, threads(), |(), number| line(*number));
        std::fs::write(folder.join(format!("{name}.jsonl")), lines.join("\n")).unwrap();
    }
}

/// Makes a case smaller on which judges outside do not agree, asking them of all the next smaller ones at once, and shows
/// the smallest: `IML_SHRINK` names the form and the number of the case, `.ci/judges` sets it.
#[test]
#[ignore = "a tool of .ci/judges, which names a case on which judges disagree"]
fn the_smallest_case_for_judges_outside() {
    let named = std::env::var("IML_SHRINK").expect("IML_SHRINK names the form and the number");
    let (form, number) = named.split_once(' ').unwrap();
    let wanted = FORMS.iter().find(|(name, _)| *name == form).unwrap().1;
    let kept = tempfile::tempdir().unwrap();
    let smaller = kept.path().join("smaller.jsonl");
    let first = |cases: Vec<Case>| {
        let sound: Vec<Case> = cases.into_iter().filter(is_sound).collect();
        let lines: Vec<String> = sound.iter().map(line_for_judges_outside).collect();
        std::fs::write(&smaller, lines.join("\n")).unwrap();
        let arguments = ["tests/judges/judge.py".as_ref(), "--first".as_ref(), smaller.as_os_str()];
        let said = std::process::Command::new("python3").args(arguments).output().unwrap();
        assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
        let at: Option<usize> = String::from_utf8(said.stdout).unwrap().trim().parse().ok();
        at.map(|at| sound[at].clone())
    };
    let whole = case_for_judges_outside(wanted, number.parse().unwrap());
    let whole = first(vec![whole]).expect("judges that disagree once must disagree twice");
    let smallest = shrink(whole, &first);
    let Case { rules, law, agreed, .. } = &smallest;
    panic!("the smallest that is left of {form} {number}:\n{agreed:?}\n---- rules\n{rules}\n---- law\n{law}");
}

/// Of every form come all the words that it can have, often enough to be tested.
#[test]
fn every_word_comes_of_every_form() {
    let mut missing = Vec::new();
    for (name, wanted) in FORMS {
        let mut words: std::collections::BTreeMap<&str, u64> = VERDICTS.iter().map(|v| (v.key(), 0)).collect();
        let count = 300;
        let numbers: Vec<u64> = (0..count).collect();
        let word = |number: u64| Slow::judge(&Generator::new(seed(), wanted, number).case()).verdict.key();
        for word in shared(&numbers, threads(), |(), number| word(*number)) {
            *words.get_mut(word).unwrap() += 1;
        }
        missing.extend(words.iter().filter(|(_, n)| **n * 100 < count).map(|(word, _)| format!("{name} {word}")));
    }
    // What a definition means is never silence.
    missing.retain(|m| m != "define not-found");
    assert!(missing.is_empty(), "{missing:?}");
}

macro_rules! forms {
    ($($name:ident $wanted:ident)*) => {$(
        #[test]
        fn $name() {
            run(Wanted::$wanted);
        }
    )*};
}

forms! {
    forbid_agrees Forbid
    limit_agrees Limit
    require_whenever_agrees RequireWhenever
    require_for_agrees RequireFor
    require_ban_agrees RequireBan
    equal_agrees Equal
    before_agrees Before
    define_agrees Define
    justify_agrees Justify
    establish_agrees Establish
}
