//! Random rules and laws: small, and as tangled as the language allows.

use super::agreed::{Agreed, Kind, Party};
use super::world::*;
use fastrand::Rng;

#[derive(Debug, Clone, Copy)]
pub(super) enum Wanted {
    Forbid,
    Limit,
    RequireWhenever,
    RequireFor,
    RequireBan,
    Equal,
    Before,
    Define,
    Justify,
    Establish,
}

pub(super) struct Generator {
    rng: Rng,
    wanted: Wanted,
    sizes: [u8; 6],
    /// Whether treaties, dates and reservations are random too; otherwise one treaty binds.
    agreements: bool,
    /// The words of another case, to write about the same people.
    like: Option<Vocabulary>,
}

impl Generator {
    pub(super) fn new(seed: u64, wanted: Wanted, number: u64) -> Generator {
        let rng = Rng::with_seed(seed ^ (wanted as u64) << 56 ^ number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        Generator { rng, wanted, sizes: MOST, agreements: true, like: None }
    }

    /// In the words of another case.
    pub(super) fn like(mut self, case: &Case) -> Generator {
        self.like = Some(case.vocabulary.clone());
        self
    }

    /// One treaty that binds: for what is not about who is bound.
    pub(super) fn bound(mut self) -> Generator {
        self.agreements = false;
        self
    }

    fn vocabulary(&mut self) -> Vocabulary {
        if let Some(like) = &self.like {
            self.sizes = like.sizes;
            return like.clone();
        }
        let rng = &mut self.rng;
        let sizes = [2, 2, 2, rng.u8(2..=MOST[3]), rng.u8(3..=MOST[4]), rng.u8(2..=MOST[5])];
        let mut parents = |child: usize| -> Vec<usize> {
            let several: Vec<usize> = (0..child).filter(|_| rng.u32(0..100) < 30).collect();
            if several.is_empty() && child > 0 && rng.bool() { vec![rng.usize(0..child)] } else { several }
        };
        let parents: [Vec<usize>; 5] = std::array::from_fn(&mut parents);
        let mut kinds = |child: usize| (0..child).filter(|_| rng.u32(0..100) < 40).collect();
        let authorities: [Vec<usize>; 3] = std::array::from_fn(&mut kinds);
        self.sizes = sizes;
        let private = std::array::from_fn(|_| self.rng.bool());
        Vocabulary { sizes, parents, private, authorities, kinds_first: self.chance(30), open: self.chance(30) }
    }

    fn agreed(&mut self) -> Agreed {
        let mut own = Generator { rng: self.rng.fork(), like: None, ..*self };
        // A law that defines a term means its own.
        let terms = !matches!(self.wanted, Wanted::Define);
        let mut agreed = Agreed::random(&mut self.rng, |_| own.condition(1, terms, false));
        if !self.agreements {
            agreed.instruments.iter_mut().for_each(|i| i.party = Some(Party { from: None }));
            agreed.instruments[0].kind = Kind::Treaty;
            agreed.reservations.clear();
            agreed.basis = vec![(0, 0)];
        }
        agreed
    }

    fn chance(&mut self, percent: u32) -> bool {
        self.rng.u32(0..100) < percent
    }

    fn maybe<T>(&mut self, percent: u32, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.chance(percent) { Some(make(self)) } else { None }
    }

    fn list<T>(&mut self, most: usize, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.rng.usize(0..=most)).map(|_| make(self)).collect()
    }

    fn condition(&mut self, depth: u32, terms: bool, duration: bool) -> Cond {
        let simple = depth == 0 || self.chance(45);
        match self.rng.u32(if simple { 0..6 } else { 6..9 }) {
            0 | 1 => Cond::Yes(self.rng.usize(0..3)),
            2 => Cond::Is(self.rng.u8(0..self.sizes[3])),
            3 => Cond::Below(4, self.rng.u8(1..self.sizes[4])),
            4 if duration && self.chance(30) => Cond::Below(5, self.rng.u8(1..self.sizes[5])),
            4 if terms => Cond::Term(self.rng.usize(0..2)),
            5 if self.chance(40) => Cond::Any,
            6 => Cond::Not(Box::new(self.condition(depth - 1, terms, duration))),
            7 => Cond::All((0..self.rng.usize(2..4)).map(|_| self.condition(depth - 1, terms, duration)).collect()),
            8 => Cond::Some((0..self.rng.usize(2..4)).map(|_| self.condition(depth - 1, terms, duration)).collect()),
            _ => Cond::Yes(self.rng.usize(0..3)),
        }
    }

    fn law_condition(&mut self) -> Cond {
        let terms = !matches!(self.wanted, Wanted::Define);
        self.condition(2, terms, true)
    }

    fn person(&mut self) -> Cond {
        // A law that defines a term means its own.
        let terms = !matches!(self.wanted, Wanted::Define);
        if terms && self.chance(50) { Cond::Term(self.rng.usize(0..2)) } else { self.condition(1, terms, false) }
    }

    fn justified(&mut self) -> Justified {
        let mut aims = vec![self.rng.usize(0..2)];
        if self.chance(20) {
            aims = vec![0, 1];
        }
        Justified { aims, necessary: self.chance(60), proportionate: self.chance(60) }
    }

    fn give(&mut self, inside: bool) -> Give {
        Give {
            thing: self.rng.usize(0..5),
            guard: if self.chance(40) { Cond::Any } else { self.law_condition() },
            whenever: if inside { None } else { self.maybe(50, |g| g.rng.usize(0..5)) },
            within: self.maybe(60, |g| g.rng.u8(1..6)),
            by: self.maybe(60, |g| g.rng.usize(0..3)),
            justified: if inside { None } else { self.maybe(60, Self::justified) },
        }
    }

    fn power(&mut self, articles: usize) -> Power {
        Power {
            must: self.chance(20),
            measure: self.rng.usize(0..5),
            who: self.person(),
            ground: self.maybe(70, Self::law_condition),
            limits: self.list(2, |g| {
                (g.maybe(75, |g| g.rng.u8(0..g.sizes[5] - 1)), if g.chance(40) { Cond::Any } else { g.law_condition() })
            }),
            by: self.maybe(50, |g| g.rng.usize(0..3)),
            giving: self.list(2, |g| g.give(true)),
            over: self.maybe(15, |g| g.rng.usize(1..=articles)).into_iter().collect(),
            under: Vec::new(),
            justified: self.maybe(50, Self::justified),
        }
    }

    fn ban(&mut self, articles: usize) -> Ban {
        Ban {
            measure: self.rng.usize(0..5),
            guard: if self.chance(25) { Cond::Any } else { self.law_condition() },
            only: self.maybe(25, |g| g.rng.usize(1..=articles)).into_iter().collect(),
            by: self.maybe(20, |g| g.rng.usize(0..3)),
            yields: self.maybe(15, |g| g.rng.usize(1..=articles)).into_iter().collect(),
        }
    }

    fn clause(&mut self, articles: usize) -> Clause {
        let services = matches!(self.wanted, Wanted::RequireFor);
        match self.rng.u32(0..10) {
            _ if matches!(self.wanted, Wanted::Define) && self.chance(60) => {
                Clause::Define(self.condition(2, false, true))
            }
            _ if !matches!(self.wanted, Wanted::Define) && self.chance(5) => {
                Clause::Define(self.condition(1, false, false))
            }
            _ if matches!(self.wanted, Wanted::Establish) && self.chance(60) => {
                Clause::Establishes(self.rng.usize(0..5))
            }
            _ if services => {
                let mut give = self.give(false);
                if self.chance(70) {
                    give.whenever = None;
                }
                Clause::Give(give)
            }
            0..=3 => Clause::Power(self.power(articles)),
            4..=6 => Clause::Ban(self.ban(articles)),
            _ => Clause::Give(self.give(false)),
        }
    }

    fn form(&mut self) -> Form {
        let g = self;
        let measure = g.rng.usize(0..5);
        let within = g.maybe(40, |g| g.rng.u8(1..6));
        let by = g.maybe(40, |g| g.rng.usize(0..3));
        match g.wanted {
            Wanted::Forbid => Form::Forbid(measure),
            Wanted::Limit => Form::Limit(measure, g.maybe(75, |g| g.rng.u8(0..g.sizes[5] - 1))),
            Wanted::RequireWhenever => Form::RequireWhenever { thing: g.rng.usize(0..5), measure, within, by },
            Wanted::RequireFor => Form::RequireFor { thing: g.rng.usize(0..5), within, by },
            Wanted::RequireBan => Form::RequireBan { measure, by },
            Wanted::Equal => {
                let mut grounds: Vec<usize> = (0..5).filter(|_| g.chance(35)).collect();
                if grounds.is_empty() {
                    grounds.push(3);
                }
                let never = g.maybe(40, |g| grounds.iter().copied().filter(|_| g.chance(50)).collect());
                let aims = if g.chance(50) { vec![g.rng.usize(0..2)] } else { Vec::new() };
                let whom = g.maybe(40, |g| g.condition(2, false, true));
                Form::Equal { thing: g.rng.usize(0..5), burden: g.chance(50), whom, grounds, aims, never }
            }
            Wanted::Before => {
                Form::Before { step: g.rng.usize(0..5), pass: g.rng.usize(0..5), laid_down: g.chance(30) }
            }
            Wanted::Define => Form::Define(g.rng.u8(0..3), g.condition(2, false, true)),
            Wanted::Justify => {
                let aim = g.maybe(50, |g| if g.chance(50) { Vec::new() } else { vec![g.rng.usize(0..2)] });
                let things: Vec<usize> = (0..5).filter(|_| g.chance(25)).collect();
                let limit = g.chance(50);
                let proportionality = g.maybe(50, |_| (things.clone(), limit));
                let necessity = g.chance(50);
                let legality = g.chance(50) || (aim.is_none() && proportionality.is_none() && !necessity);
                Form::Justify { measure, legality, aim, necessity, proportionality }
            }
            Wanted::Establish => Form::Establish(g.rng.usize(0..5)),
        }
    }

    /// A condition on the people of the last case.
    pub(super) fn question(&mut self) -> Cond {
        self.condition(1, true, false)
    }

    /// The next case. Its axioms leave somebody in the world.
    pub(super) fn case(&mut self) -> Case {
        loop {
            let vocabulary = self.vocabulary();
            let articles = self.rng.usize(1..5);
            let mut clauses = Vec::new();
            for article in 1..=articles {
                for _ in 0..self.rng.usize(1..4) {
                    clauses.push((article, self.clause(articles)));
                }
            }
            let mut defined = false;
            for (_, clause) in &mut clauses {
                if matches!(clause, Clause::Define(_)) && std::mem::replace(&mut defined, true) {
                    *clause = Clause::Establishes(0);
                }
            }
            let procedural = matches!(self.wanted, Wanted::Before);
            let edges = if procedural {
                (0..self.rng.usize(0..8))
                    .map(|_| (self.rng.usize(0..5), self.rng.usize(0..5), self.law_condition()))
                    .collect()
            } else {
                Vec::new()
            };
            let agreed = self.agreed();
            let mut case = Case {
                vocabulary,
                agreed,
                axioms: self.list(2, |g| g.condition(2, true, false)),
                terms: vec![self.condition(2, false, false), self.condition(2, false, false)],
                clauses,
                edges,
                governed: self.chance(70),
                who: self.person(),
                where_: if self.chance(40) { Cond::Any } else { self.condition(2, true, true) },
                form: self.form(),
                rules: String::new(),
                law: String::new(),
                parts: Vec::new(),
                starts: Default::default(),
                limits: Default::default(),
                step_measure: self.chance(50),
            };
            if case.vocabulary.open {
                case.leave_open();
            }
            if case.people().any(|p| case.possible(p)) {
                case.write();
                return case;
            }
        }
    }
}
