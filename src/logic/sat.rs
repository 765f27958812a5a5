//! Deciding by a SAT solver: steady where priorities pile up. Independent of the boxes, so each can check the other.

use super::decide::{Answer, Engine};
use super::domain::Mask;
use super::formula::{Formula, Formulas, Node};
use batsat::{Callbacks, Lit, Solver, SolverInterface, SolverOpts};
use std::cell::Cell;
use std::collections::{BTreeMap, HashMap};

/// Stops the solver after a number of looks at the clock it does not have: the answer is then the same everywhere.
struct Patience {
    left: Cell<u64>,
}

impl Callbacks for Patience {
    fn stop(&self) -> bool {
        let left = self.left.get();
        self.left.set(left.saturating_sub(1));
        left == 0
    }
}

/// The engine of clauses.
#[derive(Debug, Clone, Default)]
pub struct Sat;

struct Encoder<'a> {
    formulas: &'a Formulas,
    solver: Solver<Patience>,
    /// For each fact met so far, a literal per value.
    values: BTreeMap<u32, Vec<Lit>>,
    known: HashMap<Formula, Lit>,
}

impl Encoder<'_> {
    fn fresh(&mut self) -> Lit {
        Lit::new(self.solver.new_var_default(), true)
    }

    fn clause(&mut self, mut literals: Vec<Lit>) {
        self.solver.add_clause_reuse(&mut literals);
    }

    fn value_literals(&mut self, fact: u32) -> Vec<Lit> {
        if let Some(known) = self.values.get(&fact) {
            return known.clone();
        }
        let size = self.formulas.domain().facts.get(fact as usize).map_or(1, |f| f.size);
        let literals: Vec<Lit> = if size == 2 {
            let one = self.fresh();
            vec![!one, one]
        } else {
            let all: Vec<Lit> = (0..size).map(|_| self.fresh()).collect();
            self.clause(all.clone());
            for (i, a) in all.iter().enumerate() {
                for b in all.iter().skip(i + 1) {
                    self.clause(vec![!*a, !*b]);
                }
            }
            all
        };
        self.values.insert(fact, literals.clone());
        literals
    }

    fn among(&mut self, fact: u32, mask: Mask) -> Vec<Lit> {
        let literals = self.value_literals(fact);
        literals.into_iter().enumerate().filter(|(v, _)| mask >> v & 1 == 1).map(|(_, l)| l).collect()
    }

    /// A literal that, when true, makes the formula true. One direction suffices: formulas have no negations inside.
    fn literal(&mut self, formula: Formula) -> Lit {
        if let Some(known) = self.known.get(&formula) {
            return *known;
        }
        let literal = match self.formulas.node(formula).clone() {
            Node::True => {
                let l = self.fresh();
                self.clause(vec![l]);
                l
            }
            Node::False => {
                let l = self.fresh();
                self.clause(vec![!l]);
                l
            }
            Node::Value { fact, mask } => {
                let mut values = self.among(fact, mask);
                match (values.len(), values.first()) {
                    (1, Some(one)) => *one,
                    _ => {
                        let l = self.fresh();
                        values.push(!l);
                        self.clause(values);
                        l
                    }
                }
            }
            Node::All(parts) => {
                let l = self.fresh();
                for part in parts.iter() {
                    let p = self.literal(*part);
                    self.clause(vec![!l, p]);
                }
                l
            }
            Node::Some(parts) => {
                let l = self.fresh();
                let mut clause: Vec<Lit> = parts.iter().map(|p| self.literal(*p)).collect();
                clause.push(!l);
                self.clause(clause);
                l
            }
        };
        self.known.insert(formula, literal);
        literal
    }
}

impl Engine for Sat {
    fn solve(&mut self, formulas: &Formulas, goal: &[Formula], budget: u64) -> Answer {
        let solver = Solver::new(SolverOpts::default(), Patience { left: Cell::new(budget) });
        let mut encoder = Encoder { formulas, solver, values: BTreeMap::new(), known: HashMap::new() };
        for formula in goal {
            let literal = encoder.literal(*formula);
            encoder.clause(vec![literal]);
        }
        let result = encoder.solver.solve_limited(&[]);
        if result == batsat::lbool::FALSE {
            return Answer::Unsatisfiable;
        }
        if result != batsat::lbool::TRUE {
            return Answer::Undecided;
        }
        let domain = formulas.domain();
        let mut situation: Vec<u8> = domain.facts.iter().map(|f| f.usual).collect();
        for (fact, literals) in &encoder.values {
            let value = literals.iter().position(|l| encoder.solver.value_lit(*l) == batsat::lbool::TRUE);
            if let (Some(slot), Some(value)) = (situation.get_mut(*fact as usize), value) {
                *slot = value as u8;
            }
        }
        Answer::Satisfiable(situation)
    }
}
