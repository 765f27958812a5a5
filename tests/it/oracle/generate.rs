//! Random rules and laws: small, and as tangled as the language allows (`decision-tables.md` §12).

use super::agreed::{Agreed, Kind, Party};
use super::world::*;
use fastrand::Rng;
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

pub(super) const ALL: [Wanted; 10] = [
    Wanted::Forbid,
    Wanted::Limit,
    Wanted::RequireWhenever,
    Wanted::RequireFor,
    Wanted::RequireBan,
    Wanted::Equal,
    Wanted::Before,
    Wanted::Define,
    Wanted::Justify,
    Wanted::Establish,
];

pub(super) struct Generator {
    rng: Rng,
    wanted: Wanted,
    sizes: [u8; 6],
    /// Whether treaties, dates and reservations are random too; otherwise one treaty binds.
    agreements: bool,
    /// One law that has been seen and is whole, gives and permits and refuses nothing: for what is not about verdicts.
    plain: bool,
    /// The words of another case, to write about the same people.
    like: Option<Vocabulary>,
    /// Measures that a rule can name.
    measures: Vec<usize>,
    reason: bool,
    bars: usize,
    /// What the demands are about, so that clauses meet it.
    demands: Vec<Demand>,
    articles: usize,
}

impl Generator {
    pub(super) fn new(seed: u64, wanted: Wanted, number: u64) -> Generator {
        let rng = Rng::with_seed(seed ^ (wanted as u64) << 56 ^ number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let (agreements, plain, like, demands) = (true, false, None, Vec::new());
        let measures = (0..5).collect();
        Generator {
            rng,
            wanted,
            sizes: MOST,
            agreements,
            plain,
            like,
            measures,
            reason: false,
            bars: 0,
            demands,
            articles: 0,
        }
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

    /// One law, read whole and without doubt, and a standard of one line: for what is not about verdicts.
    pub(super) fn plain(mut self) -> Generator {
        self.plain = true;
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
            let mut several: Vec<usize> = (0..child).filter(|_| rng.u32(0..100) < 30).collect();
            // Which face is first is no matter of age.
            rng.shuffle(&mut several);
            if several.is_empty() && child > 0 && rng.bool() { vec![rng.usize(0..child)] } else { several }
        };
        let mut parents: [Vec<usize>; 5] = std::array::from_fn(&mut parents);
        let mut kinds = |child: usize| (0..child).filter(|_| rng.u32(0..100) < 40).collect();
        let authorities: [Vec<usize>; 3] = std::array::from_fn(&mut kinds);
        self.sizes = sizes;
        let private = std::array::from_fn(|_| self.rng.bool());
        let fields = std::array::from_fn(|_| self.rng.usize(0..2));
        let establishes = self.full(30, |g| (g.rng.usize(0..5), g.rng.usize(0..2)));
        let serves = self.full(50, |g| (g.rng.usize(0..2), g.rng.bool(), g.chance(40)));
        let in_full = self.full(25, |g| g.rng.usize(2..5));
        let own_measure = self.full(15, |_| ()).is_some();
        let may_be = if own_measure { self.maybe(60, |g| g.rng.usize(0..OWN_MEASURE)) } else { None };
        if own_measure {
            // A kind of one thing; no rule speaks of it.
            parents[OWN_MEASURE].truncate(1);
            if parents[OWN_MEASURE].is_empty() && may_be.is_none() {
                parents[OWN_MEASURE].push(self.rng.usize(0..OWN_MEASURE));
            }
            parents[BY_REASON].retain(|p| *p != OWN_MEASURE);
        }
        let reason = self.full(22, |g| {
            let mut facts: Vec<(usize, Option<u8>)> = Vec::new();
            for _ in 0..g.rng.usize(1..3) {
                let fact = g.rng.usize(0..4);
                let value = if fact == NATIONALITY { Some(g.rng.u8(0..g.sizes[3])) } else { None };
                if !facts.contains(&(fact, value)) {
                    facts.push((fact, value));
                }
            }
            Reason { wide: g.rng.usize(0..if own_measure { OWN_MEASURE } else { BY_REASON }), facts }
        });
        if let Some(reason) = &reason {
            parents[BY_REASON] = vec![reason.wide];
        }
        let kinds: Vec<usize> = (1..5).filter(|t| !parents[*t].is_empty()).collect();
        let same = if kinds.is_empty() {
            None
        } else {
            self.full(20, |g| {
                let one = kinds[g.rng.usize(0..kinds.len())];
                (one, parents[one][0], g.rng.usize(0..3))
            })
        };
        let measures: Vec<usize> = (0..5).filter(|m| !own_measure || *m != OWN_MEASURE).collect();
        let named = |g: &mut Self| measures[g.rng.usize(0..measures.len())];
        let bars = named(self);
        let deciding = self.full(15, |g| (named(g), g.rng.usize(0..5), g.rng.usize(0..3)));
        let ends = self.full(15, |g| (named(g), g.rng.usize(0..3)));
        let prompt = (self.rng.u8(1..4), self.full(50, |g| g.rng.u8(4..6)));
        let personal = std::array::from_fn(|fact| fact < 5 && self.full(35, |_| ()).is_some());
        let stands_for = self.full(20, |g| ([0, 1, 4][g.rng.usize(0..3)], g.rng.usize(2..4)));
        let open = self.chance(20);
        let element = !open && self.chance(15);
        let kinds_first = self.chance(30);
        Vocabulary {
            sizes,
            parents,
            private,
            fields,
            authorities,
            establishes,
            serves,
            in_full,
            reason,
            own_measure,
            may_be,
            same,
            deciding,
            ends,
            bars,
            prompt,
            personal,
            stands_for,
            kinds_first,
            open,
            element,
        }
    }

    fn agreed(&mut self) -> Agreed {
        let (demands, measures) = (Vec::new(), Vec::new());
        let mut own = Generator { rng: self.rng.fork(), like: None, demands, measures, ..*self };
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

    /// Only where the case is not to be plain.
    fn full<T>(&mut self, percent: u32, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.plain { None } else { self.maybe(percent, make) }
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

    fn terms(&self) -> bool {
        // A law that defines a term means its own.
        !matches!(self.wanted, Wanted::Define)
    }

    /// A condition of a law; now and then one that is exactly the scope of a demand, all of it but something, or what
    /// contradicts it.
    fn law_condition(&mut self) -> Cond {
        let terms = self.terms();
        let scope = self.full(25, |g| g.rng.usize(0..g.demands.len().max(1)));
        let Some(demand) = scope.and_then(|at| self.demands.get(at)) else { return self.condition(2, terms, true) };
        if !terms {
            return self.condition(2, false, true);
        }
        let (who, where_) = (demand.who.clone(), demand.where_.clone());
        match self.rng.u32(0..6) {
            0 | 1 => Cond::All(vec![who, where_]),
            2 => who,
            3 => Cond::Not(Box::new(who)),
            4 => Cond::All(vec![where_, self.condition(0, terms, true)]),
            _ => Cond::Some(vec![Cond::All(vec![who, where_]), self.condition(0, terms, true)]),
        }
    }

    fn guard(&mut self, any: u32) -> Cond {
        if self.chance(any) { Cond::Any } else { self.law_condition() }
    }

    fn person(&mut self) -> Cond {
        let terms = self.terms();
        if terms && self.chance(50) { Cond::Term(self.rng.usize(0..2)) } else { self.condition(1, terms, false) }
    }

    fn justified(&mut self) -> Justified {
        let mut aims = vec![self.rng.usize(0..2)];
        if self.chance(20) {
            aims = vec![0, 1];
        }
        Justified { aims, necessary: self.chance(60), proportionate: self.chance(60) }
    }

    /// A measure, mostly one that a demand is about.
    fn measure(&mut self) -> usize {
        let asked = self.demands.first().and_then(|d| d.form.about().0);
        asked.filter(|_| self.rng.u32(0..100) < 35).unwrap_or_else(|| self.rng.usize(0..5))
    }

    /// A measure that a rule can name.
    fn named(&mut self) -> usize {
        self.measures[self.rng.usize(0..self.measures.len())]
    }

    fn thing(&mut self) -> usize {
        let asked = self.demands.first().and_then(|d| d.form.about().1);
        asked.filter(|_| self.rng.u32(0..100) < 40).unwrap_or_else(|| self.rng.usize(0..5))
    }

    fn references(&mut self, percent: u32) -> Vec<usize> {
        let articles = self.articles;
        self.maybe(percent, |g| g.rng.usize(1..=articles)).into_iter().collect()
    }

    fn give(&mut self, inside: bool) -> Give {
        let words = !inside && !self.plain;
        let prompt = self.full(12, |_| ()).is_some();
        Give {
            thing: self.thing(),
            guard: self.guard(40),
            whenever: if inside { None } else { self.maybe(50, Self::measure) },
            within: if prompt { None } else { self.maybe(60, |g| g.rng.u8(1..6)) },
            prompt,
            every: self.full(12, |g| g.rng.u8(1..5)),
            by: self.maybe(60, |g| g.rng.usize(0..3)),
            over: if words { self.references(15) } else { Vec::new() },
            yields: if words { self.references(10) } else { Vec::new() },
            justified: if inside { None } else { self.maybe(60, Self::justified) },
        }
    }

    fn refuse(&mut self) -> Refuse {
        Refuse {
            thing: self.thing(),
            guard: self.guard(40),
            whenever: self.maybe(40, Self::measure),
            by: self.maybe(25, |g| g.rng.usize(0..3)),
            only: self.references(20),
            over: self.references(15),
            yields: self.references(10),
        }
    }

    fn power(&mut self) -> Power {
        let without = if self.plain || self.chance(70) {
            Vec::new()
        } else {
            self.list(2, |g| Without { thing: g.thing(), by: g.maybe(20, |g| g.rng.usize(0..3)), guard: g.guard(50) })
        };
        Power {
            must: self.chance(20),
            measure: self.measure(),
            who: self.person(),
            ground: self.maybe(70, Self::law_condition),
            read: self.full(12, |g| g.law_condition()),
            limits: self.list(2, |g| (g.maybe(75, |g| g.rng.u8(0..g.sizes[5] - 1)), g.guard(40))),
            by: self.maybe(50, |g| g.rng.usize(0..3)),
            giving: self.list(2, |g| g.give(true)),
            without,
            is_final: self.full(10, |_| ()).is_some(),
            over: self.references(15),
            under: if self.plain { Vec::new() } else { self.references(10) },
            justified: self.maybe(50, Self::justified),
        }
    }

    fn ban(&mut self) -> Ban {
        if self.full(10, |_| ()).is_some() {
            let none = Vec::new;
            let measure = self.bars;
            return Ban {
                measure,
                guard: self.guard(25),
                only: none(),
                by: None,
                over: none(),
                yields: none(),
                right: true,
            };
        }
        Ban {
            right: false,
            measure: self.measure(),
            guard: self.guard(25),
            only: self.references(25),
            by: self.maybe(20, |g| g.rng.usize(0..3)),
            over: if self.plain { Vec::new() } else { self.references(10) },
            yields: self.references(15),
        }
    }

    fn principle(&mut self) -> Clause {
        if self.chance(50) {
            return Clause::Principle(self.thing(), self.guard(30));
        }
        let instruments = if self.chance(80) { vec![0] } else { vec![1] };
        let covers = match self.rng.u32(0..3) {
            0 => Covers::Articles(vec![self.rng.usize(1..=self.articles)]),
            1 => Covers::Law,
            _ => Covers::Order,
        };
        Clause::Saving(instruments, covers)
    }

    fn clause(&mut self) -> Clause {
        if self.full(5, |_| ()).is_some() {
            return self.principle();
        }
        match self.rng.u32(0..100) {
            _ if matches!(self.wanted, Wanted::Define) && self.chance(60) => {
                Clause::Define(self.condition(2, false, true))
            }
            _ if self.terms() && self.chance(5) => Clause::Define(self.condition(1, false, false)),
            _ if matches!(self.wanted, Wanted::Establish) && self.chance(60) => {
                Clause::Establishes(self.rng.usize(0..5))
            }
            _ if matches!(self.wanted, Wanted::RequireFor) && self.chance(80) => {
                if self.full(20, |_| ()).is_some() {
                    let whenever = None;
                    return Clause::Refuse(Refuse { whenever, ..self.refuse() });
                }
                let mut give = self.give(false);
                if self.chance(70) {
                    give.whenever = None;
                }
                Clause::Give(give)
            }
            0..38 => Clause::Power(self.power()),
            38..66 => Clause::Ban(self.ban()),
            66..80 if !self.plain => Clause::Refuse(self.refuse()),
            _ => Clause::Give(self.give(false)),
        }
    }

    fn form(&mut self, wanted: Wanted) -> Form {
        let g = self;
        let measure = g.named();
        let within = g.maybe(40, |g| g.rng.u8(1..6));
        let by = g.maybe(40, |g| g.rng.usize(0..3));
        match wanted {
            Wanted::Forbid => Form::Forbid(measure),
            Wanted::Limit => {
                let most = g.maybe(60, |g| g.rng.u8(0..g.sizes[5] - 1));
                let beyond = if most.is_none() { g.full(50, |g| g.rng.u8(0..g.sizes[5] - 1)) } else { None };
                Form::Limit(measure, most, beyond)
            }
            Wanted::RequireWhenever => {
                let promptly = g.full(20, |_| ()).is_some();
                let within = within.filter(|_| !promptly);
                let every = g.full(15, |g| g.rng.u8(1..4));
                Form::RequireWhenever { thing: g.rng.usize(0..5), measure, within, promptly, every, by }
            }
            Wanted::RequireFor => Form::RequireFor { thing: g.rng.usize(0..5), within, by },
            Wanted::RequireBan => Form::RequireBan { measure, by },
            Wanted::Equal => {
                let mut grounds: Vec<usize> = (0..5).filter(|_| g.chance(35)).collect();
                if grounds.is_empty() {
                    grounds.push(3);
                }
                let never = g.maybe(50, |g| grounds.iter().copied().filter(|_| g.chance(50)).collect());
                let aims = if g.chance(50) { vec![g.rng.usize(0..2)] } else { Vec::new() };
                let whom = g.maybe(40, |g| g.condition(2, false, true));
                let burden = g.chance(50);
                let thing = if burden { g.named() } else { g.rng.usize(0..5) };
                Form::Equal { thing, any: g.full(15, |_| ()).is_some(), burden, whom, grounds, aims, never }
            }
            Wanted::Before => {
                Form::Before { step: g.rng.usize(0..5), pass: g.rng.usize(0..5), laid_down: g.chance(30) }
            }
            Wanted::Define => Form::Define(g.rng.u8(0..3), g.condition(2, false, true)),
            Wanted::Justify => {
                let aim = g.maybe(40, |g| if g.chance(50) { Vec::new() } else { vec![g.rng.usize(0..2)] });
                let things: Vec<usize> = (0..5).filter(|_| g.chance(25)).collect();
                let limit = g.chance(50);
                let leg = |g: &mut Self| if g.full(40, |_| ()).is_some() { Leg::Weighed } else { Leg::Plain };
                let proportionality = g.maybe(40, |g| (things.clone(), limit, leg(g)));
                let necessity = g.maybe(40, leg);
                let none = aim.is_none() && proportionality.is_none() && necessity.is_none();
                Form::Justify { measure, legality: g.chance(30) || none, aim, necessity, proportionality }
            }
            Wanted::Establish => Form::Establish(g.rng.usize(0..5)),
        }
    }

    fn demand(&mut self, wanted: Wanted) -> Demand {
        let by_power = [Wanted::Forbid, Wanted::Limit, Wanted::RequireWhenever, Wanted::Justify].contains(&wanted);
        Demand {
            who: self.person(),
            where_: if self.chance(40) { Cond::Any } else { self.condition(2, true, true) },
            form: self.form(wanted),
            reason: by_power && self.reason && self.chance(30),
            // A justification is weighed leg by leg.
            weighed: wanted != Wanted::Justify && self.full(8, |_| ()).is_some(),
        }
    }

    /// One line, or two or three of different forms. A law that defines a term means its own, so that is asked alone.
    fn demands(&mut self) -> Vec<Demand> {
        let mut all = vec![self.demand(self.wanted)];
        let more = if self.wanted == Wanted::Define { None } else { self.full(30, |g| g.rng.usize(1..3)) };
        for _ in 0..more.unwrap_or(0) {
            let forms = [
                Wanted::Forbid,
                Wanted::Limit,
                Wanted::RequireWhenever,
                Wanted::RequireFor,
                Wanted::RequireBan,
                Wanted::Equal,
                Wanted::Justify,
                Wanted::Establish,
            ];
            let wanted = forms[self.rng.usize(0..forms.len())];
            all.push(self.demand(wanted));
        }
        all
    }

    /// A condition on the people of the last case.
    pub(super) fn question(&mut self) -> Cond {
        self.condition(1, true, false)
    }

    fn axiom(&mut self) -> Axiom {
        match self.rng.u32(0..3) {
            0 => Axiom::Always(self.condition(2, true, false)),
            1 => Axiom::Never(self.law_condition()),
            _ => Axiom::Implies(self.law_condition(), self.condition(1, true, false)),
        }
    }

    /// One search, or two, of some of what is asked for and of other things.
    fn searches(&mut self) -> Vec<Search> {
        let mut all = Vec::new();
        for _ in 0..self.rng.usize(1..3) {
            let mut things = Vec::new();
            let demand = self.demands[self.rng.usize(0..self.demands.len())].clone();
            let (measure, thing) = demand.form.about();
            if let Some(m) = measure.filter(|_| self.chance(70)) {
                things.push(Sought::Measure(m));
            }
            if let Some(t) = thing.filter(|_| self.chance(70)) {
                let of = if self.chance(50) { measure } else { None };
                things.push(Sought::Safeguard(t, of));
            }
            match demand.form {
                Form::Before { step, pass, .. } => things.extend([Sought::Step(step), Sought::Step(pass)]),
                Form::Establish(i) if self.chance(70) => things.push(Sought::Institution(i)),
                _ => {}
            }
            things.push(match self.rng.u32(0..5) {
                0 => Sought::Measure(self.named()),
                1 => Sought::Safeguard(self.rng.usize(0..5), self.maybe(50, Self::named)),
                2 => Sought::Step(self.rng.usize(0..5)),
                3 => Sought::Institution(self.rng.usize(0..5)),
                _ => Sought::Field(self.rng.usize(0..2)),
            });
            if self.chance(20) {
                things.extend([Sought::Field(0), Sought::Field(1)]);
            }
            let mut once: Vec<Sought> = Vec::new();
            things.into_iter().for_each(|t| {
                if !once.contains(&t) {
                    once.push(t)
                }
            });
            all.push(Search { things: once });
        }
        all
    }

    fn law(&mut self, several: bool) -> Law {
        let (rank, adopted) =
            if several { (Some(self.rng.usize(0..3)), Some(self.rng.u8(0..3))) } else { (None, None) };
        Law {
            rank,
            adopted,
            excerpt: self.full(12, |_| ()).is_some(),
            lacks: self.full(8, |_| ()).is_some(),
            exhaustive: std::array::from_fn(|_| self.full(7, |_| ()).is_some()),
            governs: std::array::from_fn(|_| self.chance(if self.plain { 70 } else { 25 })),
        }
    }

    fn article(&mut self, laws: usize, as_of: u8) -> Article {
        let mut article = Article { law: self.rng.usize(0..laws), ..Article::default() };
        if !self.plain {
            article.unseen = self.chance(12);
            article.from = self.maybe(6, |g| g.rng.u8(0..12)).filter(|year| *year != as_of);
            article.until = self.maybe(6, |g| g.rng.u8(0..12)).filter(|year| *year != as_of);
            // What ends before it begins is a mistake.
            if article.from.zip(article.until).is_some_and(|(from, until)| from >= until) {
                article.until = None;
            }
        }
        article
    }

    /// The next case. Its axioms leave somebody in the world.
    pub(super) fn case(&mut self) -> Case {
        loop {
            let vocabulary = self.vocabulary();
            self.measures = (0..5).filter(|m| !vocabulary.own_measure || *m != OWN_MEASURE).collect();
            self.reason = vocabulary.reason.is_some();
            self.bars = vocabulary.bars;
            self.demands.clear();
            self.demands = self.demands();
            self.articles = self.rng.usize(1..5);
            let agreed = self.agreed();
            let mut clauses = Vec::new();
            for article in 1..=self.articles {
                for _ in 0..self.rng.usize(1..4) {
                    clauses.push((article, self.clause()));
                }
            }
            let mut defined = false;
            for (_, clause) in &mut clauses {
                if matches!(clause, Clause::Define(_)) && std::mem::replace(&mut defined, true) {
                    *clause = Clause::Establishes(0);
                }
            }
            // A definition holds in the law it stands in, and a law's own words are its own.
            let own_words = vocabulary.open || vocabulary.element || vocabulary.own_measure;
            let laws = if defined || own_words { 1 } else { self.full(25, |_| 2).unwrap_or(1) };
            let mut articles: BTreeMap<usize, Article> =
                (1..=self.articles).map(|n| (n, self.article(laws, agreed.as_of))).collect();
            // Where words that nobody has seen would change what other words mean, nothing is asked.
            if defined && self.wanted != Wanted::Define {
                articles.values_mut().for_each(|a| a.unseen = false);
            }
            let standings = [Standing::Open, Standing::Aside, Standing::Note];
            for number in self.articles + 1..=self.articles + self.full(20, |g| g.rng.usize(1..3)).unwrap_or(0) {
                let standing = standings[self.rng.usize(0..3)];
                articles.insert(number, Article { standing, law: self.rng.usize(0..laws), ..Article::default() });
            }
            let procedural = matches!(self.wanted, Wanted::Before);
            let edges = if procedural {
                (0..self.rng.usize(0..8))
                    .map(|_| (self.rng.usize(0..5), self.rng.usize(0..5), self.law_condition()))
                    .collect()
            } else {
                Vec::new()
            };
            let mut own = if self.full(20, |_| ()).is_some() { self.list(2, Self::axiom) } else { Vec::new() };
            let mut axioms = self.list(2, |g| g.condition(2, true, false));
            // What only the vocabulary keeps apart.
            let names = |c: &Clause| if let Clause::Power(p) = c { Some(p.who.clone()) } else { None };
            let first = clauses.iter().find_map(|(_, c)| names(c)).filter(|_| !self.plain && self.terms());
            if let Some(who) = first.filter(|_| self.rng.u32(0..100) < 12) {
                let apart = Cond::Not(Box::new(Cond::All(vec![who, self.demands[0].who.clone()])));
                if self.chance(65) { axioms.push(apart) } else { own.push(Axiom::Always(apart)) }
            }
            if (vocabulary.open || vocabulary.element) && self.full(30, |_| ()).is_some() {
                let reason = vocabulary.reason.as_ref().and_then(|r| r.facts.first().copied());
                let implied = reason.filter(|(fact, _)| *fact > 0 && self.rng.bool());
                own.push(Axiom::Fact(match implied {
                    Some((_, Some(value))) => Cond::Is(value),
                    Some((fact, None)) => Cond::Yes(fact),
                    None => self.condition(1, true, false),
                }));
            }
            let mut case = Case {
                agreed,
                axioms,
                terms: vec![self.condition(2, false, false), self.condition(2, false, false)],
                laws: (0..laws).map(|_| self.law(laws > 1)).collect(),
                articles,
                clauses,
                edges,
                own,
                searches: self.full(35, Self::searches).unwrap_or_default(),
                demands: self.demands.clone(),
                marked: Marked {
                    laid_down_by_law: self.full(40, |_| ()).is_some(),
                    duty_to_legislate: self.full(15, |_| ()).is_some(),
                    requires_weighing: self.full(50, |_| ()).is_some(),
                },
                rules: String::new(),
                law: String::new(),
                second: None,
                parts: Vec::new(),
                starts: Default::default(),
                limits: Default::default(),
                step_measure: self.chance(60),
                step_safeguard: self.full(30, |_| ()).is_some(),
                vocabulary,
            };
            if case.vocabulary.open || case.vocabulary.element {
                case.leave_to_the_law();
            }
            if case.people().any(|p| case.possible(p)) && !case.numbers().is_empty() {
                case.write();
                return case;
            }
        }
    }
}

impl Form {
    /// The measure it is about, and the safeguard.
    pub(super) fn about(&self) -> (Option<usize>, Option<usize>) {
        match self {
            Form::Forbid(m) | Form::Limit(m, ..) | Form::RequireBan { measure: m, .. } => (Some(*m), None),
            Form::RequireWhenever { thing, measure, .. } => (Some(*measure), Some(*thing)),
            Form::RequireFor { thing, .. } => (None, Some(*thing)),
            Form::Equal { thing, burden: true, .. } => (Some(*thing), None),
            Form::Equal { thing, .. } => (None, Some(*thing)),
            Form::Before { .. } => (Some(0), Some(0)),
            Form::Justify { measure, necessity, proportionality, .. } => {
                let named = proportionality.as_ref().and_then(|(things, ..)| things.first().copied());
                (Some(*measure), named.or(necessity.map(|_| NECESSITY)))
            }
            Form::Define(..) | Form::Establish(_) => (None, None),
        }
    }
}
