//! The slow, obvious judge: every situation is tried, by `decision-tables.md`. Here the word of a demand and of a standard
//! (§2, §9); what a law does is in `reading.rs`, the forms in `forms.rs`, `equal.rs` and `legs.rs`.

use super::forms::{Held, How, Outside};
use super::mutants::{Mutant, awake};
use super::reading::{Asked, Doubts, KIND, Kept, Read, STRICT};
use super::world::*;
use iml_check::finding::Verdict;
use iml_check::law::Force;
use std::collections::BTreeSet;

/// What a standard comes to.
pub(super) struct Slow {
    pub(super) verdict: Verdict,
    /// What is found: a question whose word is that of its demand, or a worse one's.
    pub(super) findings: Vec<Found>,
    /// The word of each demand.
    pub(super) demands: Vec<Verdict>,
    /// Whether each finding stands for one power.
    pub(super) one_by_one: bool,
    /// Whether what protects is a minimal set of parts.
    pub(super) minimal: bool,
}

/// A question and its word.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) demand: usize,
    pub(super) power: Option<usize>,
    pub(super) word: Verdict,
    /// The set that gave the word.
    pub(super) left: BTreeSet<Person>,
    /// Whoever may be shown with them.
    pub(super) most: BTreeSet<Person>,
}

/// A demand held in both readings; `equal` in all four combinations of its two doubts.
struct Answered {
    word: Verdict,
    found: Vec<Found>,
}

struct Judge<'a> {
    case: &'a Case,
    kept: Kept<'a>,
}

impl<'a> Judge<'a> {
    fn held(&self, demand: &'a Demand, doubts: Doubts) -> Held<'a> {
        Held::new(Read::new(self.case, doubts, self.kept), demand)
    }

    /// Everything a demand asks of is searched (§2, row 2; §6).
    fn is_searched(&self, form: &Form) -> bool {
        let words = &self.case.vocabulary;
        // A declaration names all fields of the thing.
        let in_fields =
            |search: &Search, fields: &[usize]| fields.iter().all(|f| search.things.contains(&Sought::Field(*f)));
        let found = |fields: &[usize], names: &dyn Fn(&Sought) -> bool| {
            self.case.searches.iter().any(|s| in_fields(s, fields) || s.things.iter().any(names))
        };
        let own = |thing: usize| [words.fields[thing]];
        let measure = |m: usize| {
            found(&words.measure_fields(m), &|s| matches!(s, Sought::Measure(wider) if words.is_a(m, *wider)))
        };
        // `searched for S of M` searches S for M, and not M itself.
        let safeguard = |t: usize, of: Option<usize>| {
            found(&own(t), &|s| match s {
                Sought::Safeguard(wider, None) => words.is_a(t, *wider),
                Sought::Safeguard(wider, Some(m)) => words.is_a(t, *wider) && of.is_some_and(|of| words.is_a(of, *m)),
                _ => false,
            })
        };
        let step = |p: usize| found(&own(p), &|s| matches!(s, Sought::Step(wider) if words.is_a(p, *wider)));
        match form {
            Form::Forbid(m) | Form::Limit(m, ..) | Form::RequireBan { measure: m, .. } => measure(*m),
            Form::RequireWhenever { thing, measure: m, .. } => {
                measure(*m) && (awake(Mutant::SearchWithoutSafeguard) || safeguard(*thing, Some(*m)))
            }
            Form::RequireFor { thing, .. } => safeguard(*thing, None),
            // Of anything nothing is searched.
            Form::Equal { any: true, .. } => false,
            Form::Equal { thing, burden, .. } => {
                if *burden {
                    measure(*thing)
                } else {
                    safeguard(*thing, None)
                }
            }
            Form::Before { step: one, pass, .. } => step(*one) && step(*pass),
            // Of a definition nothing can be searched.
            Form::Define(..) => false,
            Form::Justify { measure: m, necessity, proportionality, .. } => {
                let mut asked: Vec<usize> = necessity.iter().map(|_| NECESSITY).collect();
                if let Some((things, limit, _)) = proportionality {
                    asked.extend(proportionate(things, *limit));
                }
                measure(*m) && asked.into_iter().all(|t| safeguard(t, Some(*m)))
            }
            Form::Establish(i) => {
                found(&own(*i), &|s| matches!(s, Sought::Institution(wider) if words.is_a(*i, *wider)))
            }
        }
    }

    /// The word of row 2.
    fn silent(&self, demand: &Demand) -> Verdict {
        if self.case.marked.laid_down_by_law && self.is_searched(&demand.form) {
            Verdict::Incompatible
        } else {
            Verdict::NotFound
        }
    }

    /// Rows 1 to 5 of §2, of the people chosen: all of them, or one situation.
    fn rows(
        &self,
        (number, demand): (usize, &'a Demand),
        (kind, strict): (&Outside, &Outside),
        chosen: &dyn Fn(&Person) -> bool,
    ) -> Answered {
        let silent = self.silent(demand);
        let mut found = Vec::new();
        let powers = kind.questions.iter().chain(&strict.questions).map(|q| q.power);
        let powers: BTreeSet<Option<usize>> = powers.collect();
        for power in powers {
            let of = |outside: &Outside| -> Vec<(Person, How, bool)> {
                let own = outside.questions.iter().filter(|q| q.power == power).flat_map(|q| &q.left);
                let own = own.filter(|l| chosen(&l.person) && (l.how != How::Silence || outside.raised));
                own.map(|l| (l.person, l.how, l.reached)).collect()
            };
            let (here, there) = (of(kind), of(strict));
            let set = |which: &dyn Fn(How, bool) -> bool| -> BTreeSet<Person> {
                here.iter().filter(|(_, how, reached)| which(*how, *reached)).map(|(p, ..)| *p).collect()
            };
            let by_words = set(&|how, reached| how == How::Words && !reached);
            let not_found = set(&|how, reached| matches!(how, How::NoException | How::Silence) && !reached);
            let mut to_assess = set(&|how, reached| how == How::Weigh || reached);
            to_assess.extend(there.iter().map(|(p, ..)| *p));
            let (word, left) = if !by_words.is_empty() {
                (Verdict::Incompatible, by_words)
            } else if !not_found.is_empty() {
                (silent, not_found)
            } else if !to_assess.is_empty() {
                (Verdict::ToAssess, to_assess)
            } else {
                continue;
            };
            found.push(Found { demand: number, power, word, most: left.clone(), left });
        }
        let otherwise =
            if strict.raised != awake(Mutant::DemandExchanged) { Verdict::Provided } else { Verdict::NotExamined };
        let word = found.iter().map(|f| f.word).min().unwrap_or(otherwise);
        found.retain(|f| f.word == word);
        Answered { word, found }
    }

    fn demand(&self, at: (usize, &'a Demand), chosen: &dyn Fn(&Person) -> bool) -> Answered {
        let flip = awake(Mutant::ReadingsExchanged);
        let outside =
            |own: bool, kind: bool| self.held(at.1, Doubts { own: own != flip, kind: kind != flip }).outside();
        if !matches!(at.1.form, Form::Equal { .. }) {
            return self.rows(at, (&outside(true, true), &outside(false, false)), chosen);
        }
        // For `equal` the law's own axioms and everything else are two doubts; the words must agree (§5).
        let all = [(true, true), (true, false), (false, true), (false, false)].map(|(own, kind)| {
            let one = outside(own, kind);
            self.rows(at, (&one, &one), chosen)
        });
        let words: BTreeSet<Verdict> = all.iter().map(|a| a.word).collect();
        let [first, others @ ..] = all;
        if words.len() == 1 {
            return first;
        }
        // Where nobody is left outside in any of them, the words differ only in whether the question is raised: that is
        // the strict reading's to say.
        if words.iter().all(|word| !word.is_found()) {
            let [.., last] = others;
            return last;
        }
        let left: BTreeSet<Person> =
            first.found.into_iter().chain(others.into_iter().flat_map(|o| o.found)).flat_map(|f| f.left).collect();
        // Of each way in which people are treated, those of its own word are shown.
        let ways = [(true, true), (true, false), (false, true), (false, false)];
        let all = ways.map(|(own, kind)| outside(own, kind).questions);
        let most = all.iter().flatten().flat_map(|q| &q.left).map(|l| l.person).filter(|p| chosen(p)).collect();
        let found = Found { demand: at.0, power: None, word: Verdict::ToAssess, left, most };
        Answered { word: Verdict::ToAssess, found: vec![found] }
    }

    /// Row 0, and the demands put together (§9): not-examined above provided.
    fn standard(&self, chosen: &dyn Fn(&Person) -> bool) -> (Verdict, Vec<Verdict>, Vec<Found>) {
        let even = self.case.agreed.even_if_not_binding;
        // A reservation that only the law's file states is doubtful (§5), so what binds without it is in force; every
        // class of people is reserved in the law's file and nowhere else.
        if !even && !self.case.agreed.binds(false) {
            return (Verdict::NotInForce, Vec::new(), Vec::new());
        }
        let answers: Vec<Answered> = self.case.demands.iter().enumerate().map(|at| self.demand(at, chosen)).collect();
        let words: Vec<Verdict> = answers.iter().map(|a| a.word).collect();
        let order = |word: &Verdict| match word {
            Verdict::Incompatible => 0,
            Verdict::NotFound => 1,
            Verdict::ToAssess => 2,
            Verdict::NotExamined if awake(Mutant::StandardExchanged) => 5,
            Verdict::NotExamined => 3,
            _ => 4,
        };
        let worst = words.iter().copied().min_by_key(order).unwrap();
        (worst, words, answers.into_iter().flat_map(|a| a.found).collect())
    }

    /// In no reading anybody is outside, and the question is raised.
    fn is_provided(&self) -> bool {
        self.standard(&|_| true).0 == Verdict::Provided
    }
}

impl Slow {
    pub(super) fn judge(case: &Case) -> Slow {
        let judge = Judge { case, kept: None };
        let (verdict, demands, findings) = judge.standard(&|_| true);
        let one_by_one =
            |d: &Demand| !matches!(d.form, Form::Equal { .. } | Form::RequireBan { .. } | Form::Before { .. });
        let minimal = |d: &Demand| !matches!(d.form, Form::Equal { .. } | Form::Before { .. } | Form::Define(..));
        Slow {
            verdict,
            findings,
            demands,
            one_by_one: case.demands.iter().all(one_by_one),
            minimal: case.demands.iter().all(minimal),
        }
    }

    /// The table read for one situation, as a scenario expects it: nothing is asked of whom no demand speaks of; what is
    /// raised is raised for everybody in scope.
    pub(super) fn of_one(case: &Case, person: &Person) -> Verdict {
        let judge = Judge { case, kept: None };
        let mut own = case.clone();
        let spoken_of = |d: &Demand| {
            [KIND, STRICT].into_iter().any(|doubts| Held::new(Read::new(case, doubts, None), d).in_scope(person))
        };
        let (verdict, ..) = judge.standard(&|_| true);
        if verdict == Verdict::NotInForce {
            return verdict;
        }
        own.demands.retain(spoken_of);
        if own.demands.is_empty() {
            return Verdict::NotExamined;
        }
        Judge { case: &own, kept: None }.standard(&|p| p == person).0
    }

    /// The situations in which the law permits a kind of measure, its doubtful words for the State.
    pub(super) fn permitted(case: &Case, kind: usize) -> BTreeSet<Person> {
        let read = Read::new(case, KIND, None);
        let permits = |p: &&'static Person| read.powers().into_iter().any(|at| read.permits(at, kind, p));
        case.people().filter(|p| read.possible(p)).filter(permits).copied().collect()
    }

    /// How each leg of a justification that is asked for stands for somebody under this power.
    pub(super) fn legs(case: &Case, clause: usize, p: &Person) -> Vec<(&'static str, Option<How>)> {
        let read = Read::new(case, KIND, None);
        let Some(at) = read.powers().into_iter().find(|at| at.index == clause) else { return Vec::new() };
        let mut worst: Vec<(&'static str, Option<How>)> = Vec::new();
        for demand in &case.demands {
            let Form::Justify { measure, .. } = &demand.form else { continue };
            let held = Held::new(read, demand);
            for kind in held.done(at, *measure, p) {
                for (name, how) in held.legs(at, kind, p) {
                    match worst.iter_mut().find(|(own, _)| *own == name) {
                        Some((_, kept)) => *kept = [*kept, how].into_iter().flatten().min(),
                        None => worst.push((name, how)),
                    }
                }
            }
        }
        worst
    }

    /// Whether by the standard on equality, grounds aside, the first is treated worse than the second.
    pub(super) fn worse_than(case: &Case, one: &Person, other: &Person) -> bool {
        case.demands.iter().any(|demand| {
            let Form::Equal { burden, whom, .. } = &demand.form else { return false };
            let held = Held::new(Read::new(case, KIND, None), demand);
            let meant = whom.as_ref().is_none_or(|w| case.holds(w, one));
            let (a, b) = if *burden { (one, other) } else { (other, one) };
            let worse = |thing: usize| {
                !held.worse(&held.standing(thing, *burden, a), &held.standing(thing, *burden, b)).is_empty()
            };
            held.in_scope(one) && held.in_scope(other) && meant && held.compared().into_iter().any(worse)
        })
    }

    /// Whether the standard is still provided when of what protects only this is kept.
    pub(super) fn provided_with(case: &Case, kept: &[usize]) -> bool {
        Judge { case, kept: Some(kept) }.is_provided()
    }

    /// Whether this power leaves nobody outside in the strict reading, and still touches, when only this is kept (§10).
    pub(super) fn rests(case: &Case, kept: Kept, power: usize) -> bool {
        case.demands.iter().all(|demand| {
            let Some(measure) = demand.form.measure() else { return true };
            let held = Held::new(Read::new(case, STRICT, kept), demand);
            let Some(at) = held.read.powers().into_iter().find(|at| at.index == power) else { return false };
            // Of a power that its own words keep out it is these that count (§10).
            if Held::new(Read::new(case, STRICT, None), demand).keeps_itself_out(at) {
                return held.keeps_itself_out(at);
            }
            let outside = held.outside();
            held.touches(at, measure)
                && outside.questions.iter().filter(|q| q.power == Some(power)).all(|q| q.left.is_empty())
        })
    }

    /// The powers that touch a demand, in the strict reading.
    pub(super) fn touching(case: &Case) -> Vec<usize> {
        let mut out = Vec::new();
        for demand in &case.demands {
            let Some(measure) = demand.form.measure() else { continue };
            let held = Held::new(Read::new(case, STRICT, None), demand);
            let all = held.read.powers().into_iter().filter(|at| held.touches(*at, measure));
            out.extend(all.map(|at| at.index));
        }
        out.sort_unstable();
        out.dedup();
        out
    }

    /// Everybody of whom something is found.
    pub(super) fn left(&self) -> BTreeSet<Person> {
        self.findings.iter().flat_map(|f| f.left.iter().copied()).collect()
    }
}

impl Form {
    /// The measure of the forms that ask power by power.
    pub(super) fn measure(&self) -> Option<usize> {
        match self {
            Form::Forbid(m) | Form::Limit(m, ..) => Some(*m),
            Form::RequireWhenever { measure, .. } | Form::Justify { measure, .. } => Some(*measure),
            _ => None,
        }
    }
}

/// What a law does and gives, of which only some parts are kept, its doubtful words for the State.
pub(super) struct Reach<'a>(Read<'a>);

impl<'a> Reach<'a> {
    pub(super) fn new(case: &'a Case, kept: Kept<'a>) -> Reach<'a> {
        Reach(Read::new(case, KIND, kept))
    }

    pub(super) fn permits(&self, kind: usize, p: &Person) -> bool {
        self.0.powers().into_iter().any(|at| self.0.permits(at, kind, p))
    }

    pub(super) fn entitles(&self, thing: usize, p: &Person) -> bool {
        self.entitles_within((thing, None, None), p)
    }

    pub(super) fn entitles_within(&self, asked: Asked, p: &Person) -> bool {
        self.0.is_given(asked, None, None, p)
    }

    /// The measure, where it may be taken, always comes with the thing.
    pub(super) fn comes_with(&self, asked: Asked, kind: usize, p: &Person) -> bool {
        let powers = self.0.powers();
        let mut used = powers.iter().filter(|at| self.0.permits(**at, kind, p));
        used.all(|at| self.0.is_given(asked, Some(*at), Some(kind), p))
    }

    /// Nobody may take it, whoever they are and under whatever article.
    pub(super) fn prohibits(&self, kind: usize, p: &Person) -> bool {
        self.0.prohibited(kind, None, p)
    }

    /// The steps of the procedure that somebody comes to.
    pub(super) fn steps(&self, p: &Person) -> BTreeSet<usize> {
        self.0.steps(p, |_| false)
    }

    /// The same of one clause.
    pub(super) fn clause_permits(&self, clause: usize, kind: usize, p: &Person) -> bool {
        self.0.powers().into_iter().any(|at| at.index == clause && self.0.permits(at, kind, p))
    }

    pub(super) fn clause_entitles(&self, clause: usize, thing: usize, p: &Person) -> bool {
        let all = self.0.surviving(None, None, p);
        all.iter().any(|g| g.part == Part::Give(clause) && self.0.enough(g.give, (thing, None, None)))
    }
}

/// The force of the standard, its own law's reservations left aside.
pub(super) fn force(case: &Case) -> Force {
    case.agreed.force(false)
}
