//! All tiny worlds, once: two clauses over two measures, every guard of two facts, with an axiom and without.

use super::agree;
use super::generate::{Generator, Wanted};
use super::world::*;

fn guards() -> Vec<Cond> {
    let (f0, f1) = (Cond::Yes(0), Cond::Yes(1));
    vec![Cond::Any, f0.clone(), f1, Cond::Not(Box::new(f0))]
}

fn clauses() -> Vec<Clause> {
    let none = Vec::new;
    let mut all = Vec::new();
    for guard in guards() {
        for measure in 0..2 {
            for must in [false, true] {
                all.push(Clause::Power(Power {
                    must,
                    measure,
                    who: guard.clone(),
                    ground: None,
                    read: None,
                    limits: Vec::new(),
                    by: None,
                    giving: Vec::new(),
                    without: Vec::new(),
                    is_final: false,
                    over: none(),
                    under: none(),
                    justified: None,
                }));
            }
            let (only, over, yields) = (none(), none(), none());
            all.push(Clause::Ban(Ban { measure, guard: guard.clone(), only, by: None, over, yields, right: false }));
        }
        for whenever in [None, Some(0)] {
            let (guard, over, yields) = (guard.clone(), none(), none());
            let (within, prompt, every, by, justified) = (None, false, None, None, None);
            all.push(Clause::Give(Give {
                thing: 0,
                guard,
                whenever,
                within,
                prompt,
                every,
                by,
                over,
                yields,
                justified,
            }));
        }
        let (only, over, yields) = (none(), none(), none());
        all.push(Clause::Refuse(Refuse { thing: 0, guard, whenever: None, by: None, only, over, yields }));
    }
    all
}

fn forms() -> Vec<Form> {
    let (within, by) = (None, None);
    let equal = |burden| {
        let (any, whom, grounds, aims, never) = (false, None, vec![1], Vec::new(), Some(Vec::new()));
        Form::Equal { thing: 0, any, burden, whom, grounds, aims, never }
    };
    vec![
        Form::Forbid(0),
        Form::RequireWhenever { thing: 0, measure: 0, within, promptly: false, every: None, by },
        Form::RequireFor { thing: 0, within, by },
        Form::RequireBan { measure: 0, by },
        equal(true),
        equal(false),
    ]
}

/// The order of the clauses is no matter, so each pair comes once.
#[test]
#[ignore = "all of them, once: some minutes"]
fn tiny_worlds_agree() {
    let mut case = Generator::new(1, Wanted::Forbid, 0).bound().plain().case();
    case.vocabulary.sizes = [2, 2, 2, 2, 3, 2];
    case.vocabulary.parents = [vec![], vec![0], vec![], vec![], vec![]];
    (case.vocabulary.open, case.vocabulary.element) = (false, false);
    case.terms = vec![Cond::Any, Cond::Any];
    case.edges.clear();
    case.agreed.even_if_not_binding = true;
    case.laws = vec![Law::default()];
    case.articles = [(1, Article::default()), (2, Article::default())].into();
    let all = clauses();
    let never = Cond::Not(Box::new(Cond::All(vec![Cond::Yes(0), Cond::Yes(1)])));
    let mut number = 0;
    for axioms in [Vec::new(), vec![never]] {
        for form in forms() {
            for (at, one) in all.iter().enumerate() {
                for two in &all[at..] {
                    case.axioms.clone_from(&axioms);
                    case.clauses = vec![(1, one.clone()), (2, two.clone())];
                    let (who, where_) = (Cond::Yes(0), Cond::Any);
                    case.demands = vec![Demand { who, where_, form: form.clone(), weighed: false, reason: false }];
                    case.write();
                    agree(&case, number);
                    number += 1;
                }
            }
        }
    }
}
