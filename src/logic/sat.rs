//! Deciding by a SAT solver: steady where priorities pile up. Independent of the boxes, so each can check the other.

use super::decide::{Answer, Engine};
use super::domain::{FactId, Mask};
use super::formula::{Formula, Formulas, Node, Place};
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
    values: BTreeMap<FactId, Vec<Lit>>,
    known: HashMap<Place, Lit>,
}

impl Encoder<'_> {
    fn fresh(&mut self) -> Lit {
        Lit::new(self.solver.new_var_default(), true)
    }

    fn clause(&mut self, mut literals: Vec<Lit>) {
        self.solver.add_clause_reuse(&mut literals);
    }

    fn value_literals(&mut self, fact: FactId) -> Vec<Lit> {
        if let Some(known) = self.values.get(&fact) {
            return known.clone();
        }
        let size = self.formulas.domain().facts[fact].size;
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

    fn among(&mut self, fact: FactId, mask: Mask) -> Vec<Lit> {
        let literals = self.value_literals(fact);
        literals.into_iter().enumerate().filter(|(v, _)| mask >> v & 1 == 1).map(|(_, l)| l).collect()
    }

    /// A literal that, when true, makes the formula true. One direction suffices: formulas have no negations inside.
    fn literal(&mut self, formula: Place) -> Lit {
        if let Some(known) = self.known.get(&formula) {
            return *known;
        }
        let literal = match self.formulas.node_at(formula).clone() {
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

/// What reading a question takes, for each clause of it: so many steps are taken whatever is asked, and count for nothing.
const READING: u64 = 4;

/// Looks after which it is seen how many steps they took. Few questions take as many.
const SLICE: u64 = 20_000;

impl Engine for Sat {
    fn solve(&mut self, formulas: &Formulas, goal: &[Formula], budget: u64) -> Answer {
        self.solve_within(formulas, goal, budget, u64::MAX).0
    }
}

impl Sat {
    /// The same within so many steps too, and beside it the steps that were taken: one for each clause that is made and
    /// for each literal that follows from another, beyond what reading the question takes, for a law may be as long as it
    /// is. More may be taken by those of a slice of looks.
    pub(super) fn solve_within(
        &mut self,
        formulas: &Formulas,
        goal: &[Formula],
        looks: u64,
        steps: u64,
    ) -> (Answer, u64) {
        let solver = Solver::new(SolverOpts::default(), Patience { left: Cell::new(0) });
        let mut encoder = Encoder { formulas, solver, values: BTreeMap::new(), known: HashMap::new() };
        for formula in goal {
            let literal = encoder.literal(formulas.at(*formula));
            encoder.clause(vec![literal]);
        }
        let reading = encoder.solver.num_clauses() * READING;
        let mut left = looks;
        let (result, taken) = loop {
            let slice = left.min(SLICE);
            left -= slice;
            encoder.solver.cb().left.set(slice);
            let result = encoder.solver.solve_limited(&[]);
            let all = encoder.solver.num_clauses() + encoder.solver.num_propagations();
            let taken = all.saturating_sub(reading);
            if result != batsat::lbool::UNDEF || left == 0 || taken >= steps {
                break (result, taken);
            }
        };
        if result == batsat::lbool::FALSE {
            return (Answer::Unsatisfiable, taken);
        }
        if result != batsat::lbool::TRUE {
            return (Answer::Undecided, taken);
        }
        let mut situation = formulas.domain().most_usual();
        for (fact, literals) in &encoder.values {
            // A fact that the solver left open may have any value: the ordinary one.
            let value = literals.iter().position(|l| encoder.solver.value_lit(*l) == batsat::lbool::TRUE);
            if let Some(value) = value {
                situation[*fact] = value as u8;
            }
        }
        (Answer::Satisfiable(situation), taken)
    }
}
