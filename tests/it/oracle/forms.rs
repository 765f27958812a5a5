//! Whom a demand leaves outside, form by form, in one reading: by words, by silence, to be weighed
//! (`decision-tables.md` §3), and whether the question is raised.

use super::mutants::{Mutant, awake};
use super::reading::{Asked, PowerAt, Read};
use super::world::*;

/// By what somebody is left outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum How {
    /// W, by words that count wherever they stand.
    Words,
    /// W, by nothing but a `may` of a text that is not whole: no exception was found.
    NoException,
    /// N.
    Silence,
    /// D.
    Weigh,
}

/// One situation left outside by one question.
#[derive(Debug, Clone, Copy)]
pub(super) struct Left {
    pub(super) person: Person,
    pub(super) how: How,
    /// A general clause reaches it.
    pub(super) reached: bool,
}

/// A demand held against one power, or against the law as a whole.
#[derive(Debug, Clone)]
pub(super) struct Question {
    /// The clause of the power.
    pub(super) power: Option<usize>,
    pub(super) left: Vec<Left>,
}

/// What a demand comes to in one reading.
#[derive(Debug, Clone)]
pub(super) struct Outside {
    pub(super) questions: Vec<Question>,
    pub(super) raised: bool,
}

/// A demand, and the law in one reading.
#[derive(Clone, Copy)]
pub(super) struct Held<'a> {
    pub(super) read: Read<'a>,
    pub(super) demand: &'a Demand,
}

impl<'a> Held<'a> {
    pub(super) fn new(read: Read<'a>, demand: &'a Demand) -> Held<'a> {
        Held { read, demand }
    }

    fn case(&self) -> &'a Case {
        self.read.case
    }

    fn words(&self) -> &'a Vocabulary {
        &self.read.case.vocabulary
    }

    /// The scope as it is said, whether or not anybody in it can exist. `before` speaks of situations and names no
    /// people; `define` and `establish` speak of everybody.
    pub(super) fn scope(&self, p: &Person) -> bool {
        let Demand { who, where_, form, .. } = self.demand;
        let said = match form {
            Form::Before { .. } => self.read.holds(where_, p),
            Form::Define(..) | Form::Establish(_) => true,
            // What is asked again and again is asked of what lasts longer than that.
            Form::RequireWhenever { every: Some(n), .. } if p.value(5) <= *n => false,
            _ => self.read.holds(who, p) && self.read.holds(where_, p),
        };
        // A reservation that only the law's file states is doubtful (§5). What does not bind by it asks nothing then.
        let (agreed, own) = (&self.case().agreed, self.read.doubts.kind);
        said && (agreed.even_if_not_binding || agreed.binds(own)) && !agreed.takes_out(self.case(), p, own)
    }

    pub(super) fn in_scope(&self, p: &Person) -> bool {
        self.read.possible(p) && self.scope(p)
    }

    fn everybody(&self) -> impl Iterator<Item = &'static Person> {
        let own = *self;
        own.case().people().filter(move |p| own.in_scope(p))
    }

    pub(super) fn somebody(&self, which: impl Fn(&Person) -> bool) -> bool {
        self.everybody().any(which)
    }

    /// A power touches a demand over a measure (§1): some situation satisfies the axioms, its guard and the scope, or its
    /// guard and the scope exclude each other without the axioms. Of a demand whose scope is empty nothing is asked.
    pub(super) fn touches(&self, at: PowerAt<'a>, measure: usize) -> bool {
        let kinds: Vec<usize> = self.read.kinds(measure).into_iter().filter(|k| self.read.reaches(at, *k)).collect();
        // Prohibitions, time and safeguards are left out here.
        let reaches = |kind: usize, p: &Person| match awake(Mutant::TouchesLessProhibitions) {
            true => self.read.permits(at, kind, p),
            false => self.read.admits(at, kind, p),
        };
        let admitted = |kind: usize, p: &Person| self.scope(p) && self.asked_of(at, p) && reaches(kind, p);
        let some =
            |which: &dyn Fn(usize, &Person) -> bool| self.case().people().any(|p| kinds.iter().any(|k| which(*k, p)));
        self.is_over(at, measure)
            && self.speaks_of_somebody(&kinds)
            && (some(&|k, p| self.read.possible_for(k, p) && admitted(k, p))
                || self.keeps_itself_out(at)
                || awake(Mutant::TouchesByAxioms))
    }

    /// Whether a power that touches is kept out by its own words: nobody in scope satisfies its guard, whoever can be.
    pub(super) fn keeps_itself_out(&self, at: PowerAt<'a>) -> bool {
        !self.case().people().any(|p| self.scope(p) && self.read.guard(at, p))
    }

    /// Whether there is anybody in scope: of whom one of these kinds of a measure ends a fact, without the axioms on it.
    fn speaks_of_somebody(&self, kinds: &[usize]) -> bool {
        let ended = |p: &Person| kinds.iter().any(|k| self.read.possible_for(*k, p));
        self.somebody(|_| true) || self.case().people().any(|p| self.scope(p) && ended(p))
    }

    /// The kinds of what it asks about that some power reaches.
    fn reached_kinds(&self) -> Vec<usize> {
        let measure = match &self.demand.form {
            Form::RequireBan { measure, .. } => Some(*measure),
            Form::Before { step, laid_down: false, .. } => self.step_measure(*step),
            form => form.measure(),
        };
        let Some(measure) = measure else { return Vec::new() };
        let mut kinds = self.read.kinds(measure);
        kinds.retain(|k| self.read.powers().into_iter().any(|at| self.read.reaches(at, *k)));
        kinds
    }

    /// A reason in the scope is asked of each power (§7).
    fn asked_of(&self, at: PowerAt<'a>, p: &Person) -> bool {
        !self.demand.reason || self.read.for_reason(at, p)
    }

    /// Whether a power reaches some kind of a measure; and, where the scope names a reason, ever for that reason.
    pub(super) fn is_over(&self, at: PowerAt<'a>, measure: usize) -> bool {
        let for_it = || self.case().people().any(|p| self.asked_of(at, p));
        self.read.is_over(at, measure) && for_it()
    }

    fn over(&self, measure: usize) -> Vec<PowerAt<'a>> {
        let mut all = self.read.powers();
        all.retain(|at| self.is_over(*at, measure));
        all
    }

    /// The kinds of a measure that a power lets be done to somebody who can exist then.
    pub(super) fn done(&self, at: PowerAt<'a>, measure: usize, p: &Person) -> Vec<usize> {
        let mut kinds = self.read.kinds(measure);
        kinds.retain(|k| self.read.permits(at, *k, p) && self.read.possible_for(*k, p) && self.asked_of(at, p));
        kinds
    }

    fn some_touches(&self, measure: usize) -> bool {
        self.over(measure).into_iter().any(|at| self.touches(at, measure))
    }

    /// A general clause never gives anything (§6): a principle reaches its people, for demands that ask for its thing; a
    /// saving clause the powers of the articles it stands for, for standards that rest on an instrument it saves.
    pub(super) fn reached_by(&self, power: Option<PowerAt>, p: &Person) -> bool {
        let asks = self.asks();
        let rests_on = |saved: &[usize]| self.case().agreed.basis.iter().any(|(i, _)| saved.contains(i));
        self.read.clauses().into_iter().any(|(_, article, unseen, clause)| {
            let there = !unseen || self.read.doubts.kind;
            there
                && match clause {
                    Clause::Principle(thing, guard) => {
                        asks.iter().any(|asked| self.words().is_a(*thing, *asked)) && self.read.holds(guard, p)
                    }
                    Clause::Saving(saved, covers) => {
                        rests_on(saved)
                            && power.is_some_and(|at| match covers {
                                Covers::Articles(articles) => articles.contains(&at.article),
                                Covers::Law => self.case().article(at.article).law == self.case().article(article).law,
                                Covers::Order => true,
                            })
                    }
                    _ => false,
                }
        })
    }

    /// The safeguards that a demand asks for.
    fn asks(&self) -> Vec<usize> {
        match &self.demand.form {
            Form::RequireWhenever { thing, .. } | Form::RequireFor { thing, .. } => vec![*thing],
            Form::Equal { thing, any: false, burden: false, .. } => vec![*thing],
            Form::Justify { necessity, proportionality, .. } => {
                let mut all: Vec<usize> = necessity.iter().map(|_| NECESSITY).collect();
                if let Some((things, limit, _)) = proportionality {
                    all.extend(proportionate(things, *limit));
                }
                all
            }
            _ => Vec::new(),
        }
    }

    pub(super) fn question(&self, at: Option<PowerAt<'a>>, left: impl Fn(&Person) -> Option<How>) -> Question {
        // Of whom a measure ends a fact the axioms on it are left out, so each power asks for itself who can exist.
        let of = self.case().people().filter(|p| if at.is_some() { self.scope(p) } else { self.in_scope(p) });
        let left = of.filter_map(|p| {
            let how = left(p)?;
            Some(Left { person: *p, how, reached: how != How::Weigh && self.reached_by(at, p) })
        });
        Question { power: at.map(|at| at.index), left: left.collect() }
    }

    fn by_power(&self, measure: usize, left: impl Fn(PowerAt<'a>, &Person) -> Option<How>) -> Vec<Question> {
        self.over(measure).into_iter().map(|at| self.question(Some(at), |p| left(at, p))).collect()
    }

    fn permitted(&self, at: PowerAt<'a>) -> How {
        if self.read.says_all(at) { How::Words } else { How::NoException }
    }

    pub(super) fn outside(&self) -> Outside {
        let mut outside = match &self.demand.form {
            Form::Forbid(m) => self.forbid(*m),
            Form::Limit(m, to, beyond) => self.limit(*m, *to, *beyond),
            Form::RequireWhenever { thing, measure, within, promptly, every, by } => {
                self.require_whenever((*thing, *within, *by), *measure, *promptly, *every)
            }
            Form::RequireFor { thing, within, by } => self.require_for((*thing, *within, *by)),
            Form::RequireBan { measure, by } => self.require_ban(*measure, *by),
            Form::Equal { .. } => self.equal(),
            Form::Before { step, pass, laid_down } => self.before(*step, *pass, *laid_down),
            Form::Define(reach, means) => self.define(*reach, means),
            Form::Justify { .. } => self.justify(),
            Form::Establish(i) => self.establish(*i),
        };
        // Nothing is raised without an operative clause. A duty to legislate is raised by being bound.
        let operative = !self.read.clauses().is_empty() || !self.case().edges.is_empty();
        // Only of forms that ask something of the law as a whole: that a power is not there is never provided.
        let whole = matches!(self.demand.form, Form::RequireFor { .. } | Form::RequireBan { .. } | Form::Establish(_));
        let duty = whole && self.case().marked.duty_to_legislate && self.case().agreed.binds(self.read.doubts.kind);
        if !operative {
            outside.questions.clear();
        }
        outside.raised = operative && self.speaks_of_somebody(&self.reached_kinds()) && (outside.raised || duty);
        // Of a demand that is weighed as a whole, W and N are D (§9).
        if self.demand.weighed {
            let raised = outside.raised;
            let left = outside.questions.iter_mut().flat_map(|q| &mut q.left);
            left.filter(|l| l.how != How::Silence || raised).for_each(|l| {
                l.how = How::Weigh;
                l.reached = false;
            });
        }
        outside
    }

    fn forbid(&self, measure: usize) -> Outside {
        let questions =
            self.by_power(measure, |at, p| (!self.done(at, measure, p).is_empty()).then(|| self.permitted(at)));
        // Every kind is prohibited where the measure itself is.
        let prohibited =
            self.everybody().all(|p| self.read.kinds(measure).into_iter().all(|k| self.read.prohibited(k, None, p)));
        Outside { questions, raised: self.some_touches(measure) || prohibited }
    }

    fn limit(&self, measure: usize, to: Option<u8>, beyond: Option<u8>) -> Outside {
        // What is permitted at the end of the scale has no end.
        let end = self.words().sizes[5] - 1;
        let questions = self.by_power(measure, |at, p| {
            let lasts = p.value(5);
            if self.done(at, measure, p).is_empty() {
                return None;
            }
            let too_long = to.map_or(lasts == end, |most| lasts > most);
            // A stated limit too long counts in texts that are not whole too.
            let stated = self.read.lasts_by_words(at, p);
            match (too_long, beyond) {
                (true, _) => Some(if stated { How::Words } else { self.permitted(at) }),
                (false, Some(beyond)) if lasts > beyond => Some(How::Weigh),
                _ => None,
            }
        });
        Outside { questions, raised: self.some_touches(measure) }
    }

    fn require_whenever(&self, asked: Asked, measure: usize, promptly: bool, every: Option<u8>) -> Outside {
        let read = &self.read;
        let (prompt, beyond) = self.words().prompt;
        let (thing, _, by) = asked;
        let falls_short = |at: Option<PowerAt<'a>>, kind: usize, p: &Person| {
            let kind = Some(kind);
            let given = |within: Option<u8>| match every {
                Some(n) => read.is_given_every((thing, within, by), n, at, kind, p),
                None => read.is_given((thing, within, by), at, kind, p),
            };
            if !promptly {
                let refused = read.refusing(at, kind, p).iter().any(|r| read.reaches_demand(r, asked));
                return (refused && !given(asked.1), !given(asked.1), false);
            }
            // In the treaty's own word, or within what it is read as; otherwise later or with no time, to be weighed;
            // beyond the outer bound it is not given.
            let late = |g: &Give| read.within(g).is_none_or(|within| beyond.is_none_or(|most| within <= most));
            let often = |g: &Give| every.is_none_or(|n| g.every.is_some_and(|own| own <= n));
            let surviving = read.surviving(at, kind, p);
            let late =
                surviving.iter().any(|g| read.enough(g.give, (thing, None, by)) && late(g.give) && often(g.give));
            let on_time = given(Some(prompt));
            let asked = (thing, None, by);
            let refused = read.refusing(at, kind, p).iter().any(|r| read.reaches_demand(r, asked));
            (refused && !on_time && !late, !on_time && !late, !on_time)
        };
        let powers = self.over(measure);
        if !powers.is_empty() {
            let questions = self.by_power(measure, |at, p| {
                let kinds = self.done(at, measure, p);
                let short: Vec<_> = kinds.into_iter().map(|k| falls_short(Some(at), k, p)).collect();
                if short.iter().any(|(refused, ..)| *refused) {
                    Some(How::Words)
                } else if short.iter().any(|(_, missing, _)| *missing) {
                    Some(How::Silence)
                } else {
                    short.iter().any(|(.., late)| *late).then_some(How::Weigh)
                }
            });
            return Outside { questions, raised: self.some_touches(measure) };
        }
        // Where the texts hold no power at all over the measure, a refusal is judged on its face, kind by kind.
        let kinds = read.kinds(measure);
        let refused = self.question(None, |p| {
            let on_its_face = |k: &&usize| falls_short(None, **k, p).0 && !read.prohibited(**k, None, p);
            kinds.iter().find(on_its_face).map(|_| How::Words)
        });
        let raised = self.somebody(|p| {
            kinds.iter().any(|k| read.refusing(None, Some(*k), p).iter().any(|r| read.reaches_demand(r, asked)))
        });
        Outside { questions: vec![refused], raised }
    }

    fn require_for(&self, asked: Asked) -> Outside {
        let read = &self.read;
        let question = self.question(None, |p| {
            if read.is_refused(asked, None, None, p) {
                Some(How::Words)
            } else if !read.is_given(asked, None, None, p) {
                Some(How::Silence)
            } else {
                None
            }
        });
        Outside { questions: vec![question], raised: self.thing_raised(asked.0) || self.field_raised(&[asked.0]) }
    }

    /// The thing or a kind of it is given, or it or what it is a kind of refused, to somebody in scope; wherever that
    /// stands, in whatever time and by whomever. What belongs to a power goes to whom the power names.
    fn thing_raised(&self, thing: usize) -> bool {
        let read = &self.read;
        let powers = read.powers();
        let named = |power: Option<usize>, p: &Person| {
            power.is_none_or(|own| powers.iter().any(|at| at.index == own && read.guard(*at, p)))
        };
        let given = read.given().into_iter().any(|g| {
            let goes_to = |p: &Person| named(g.power, p) && read.holds(&g.give.guard, p);
            self.of(g.give.thing, thing) && self.somebody(goes_to)
        });
        let refused = read.refused().into_iter().any(|r| {
            let from = |p: &Person| {
                let silent = |law| !read.gives_in(law, r.thing, None, None, p);
                named(r.power, p) && r.guard.is_none_or(|c| read.holds(c, p)) && r.silence.is_none_or(silent)
            };
            let of = if r.silence.is_some() { thing == r.thing } else { self.of(thing, r.thing) };
            of && self.somebody(from)
        });
        given || refused
    }

    /// A thing or a kind of it, by whomever: a safeguard that is another by an authority is both.
    fn of(&self, thing: usize, wide: usize) -> bool {
        let words = self.words();
        let other = words.same.is_some_and(|(one, other, _)| {
            words.is_a(thing, one) && words.is_a(other, wide) || words.is_a(thing, other) && words.is_a(one, wide)
        });
        words.is_a(thing, wide) || other
    }

    /// A power, burden or declaration in the field of one of these things.
    fn field_raised(&self, things: &[usize]) -> bool {
        let fields: Vec<usize> = things.iter().map(|t| self.words().fields[*t]).collect();
        self.read.in_field(&fields)
    }

    fn require_ban(&self, measure: usize, by: Option<usize>) -> Outside {
        let read = &self.read;
        let actors: Vec<PowerAt> = self.over(measure).into_iter().filter(|at| read.may_be(*at, by)).collect();
        let permitted = |at: PowerAt<'a>, p: &Person| !self.done(at, measure, p).is_empty();
        let mut questions: Vec<Question> = actors
            .iter()
            .map(|at| self.question(Some(*at), |p| permitted(*at, p).then(|| self.permitted(*at))))
            .collect();
        let by_words = questions.iter().any(|q| !q.left.is_empty());
        questions.push(self.question(None, |p| {
            let not_prohibited = read.kinds(measure).into_iter().any(|k| !read.prohibited(k, by, p));
            let silent = not_prohibited && !actors.iter().any(|at| permitted(*at, p));
            silent.then_some(How::Silence)
        }));
        let spoken_of = read
            .bans()
            .iter()
            .any(|(_, _, ban)| self.words().is_a(measure, ban.measure) || self.words().is_a(ban.measure, measure));
        let raised = by_words || spoken_of || read.in_field(&self.words().measure_fields(measure));
        Outside { questions, raised }
    }

    fn before(&self, step: usize, pass: usize, laid_down: bool) -> Outside {
        let read = &self.read;
        let words = self.words();
        let arrives = |p: &Person, stop: bool| {
            let reached = read.steps(p, |s| stop && words.is_a(s, pass));
            reached.iter().any(|s| words.is_a(*s, step))
        };
        let of_safeguard = |s: usize| self.case().step_safeguard && s == 4;
        let measure = self.step_measure(step);
        let prohibited = |p: &Person| measure.is_some_and(|m| read.prohibited(m, None, p));
        let round = self.question(None, |p| (arrives(p, true) && !prohibited(p)).then_some(How::Words));
        let mut questions = vec![round];
        let mut raised = self.somebody(|p| arrives(p, false));
        if let (Some(measure), false) = (measure, laid_down) {
            let safeguard = of_safeguard(pass).then_some((0, None, None));
            questions.extend(self.by_power(measure, |at, p| {
                let without = |kind: usize| safeguard.is_none_or(|s| !read.is_given(s, Some(at), Some(kind), p));
                let round = || !arrives(p, false);
                (self.done(at, measure, p).into_iter().any(without) && round()).then_some(How::Silence)
            }));
            raised |= self.some_touches(measure);
        }
        Outside { questions, raised }
    }

    /// What a step does to people.
    fn step_measure(&self, step: usize) -> Option<usize> {
        let of_safeguard = self.case().step_safeguard && step == 4;
        (self.case().step_measure && !of_safeguard).then_some(0)
    }

    fn define(&self, reach: u8, means: &Cond) -> Outside {
        let mut questions = Vec::new();
        for (index, _, unseen, clause) in self.read.clauses() {
            let Clause::Define(own) = clause else { continue };
            // A definition whose words nobody has seen is there in the strict reading only (§5).
            if unseen && self.read.doubts.kind || !self.read.keeps(Part::Define(index)) {
                continue;
            }
            questions.push(self.question(None, |p| {
                let (asked, meant) = (self.read.holds(means, p), self.read.holds(own, p));
                (reach != 1 && asked && !meant || reach != 0 && meant && !asked).then_some(How::Words)
            }));
        }
        Outside { raised: !questions.is_empty(), questions }
    }

    fn establish(&self, institution: usize) -> Outside {
        let there = self.read.clauses().into_iter().any(|(index, _, unseen, clause)| {
            let Clause::Establishes(i) = clause else { return false };
            self.words().is_a(*i, institution)
                && (!unseen || self.read.doubts.kind)
                && self.read.keeps(Part::Establishes(index))
        });
        let question = self.question(None, |_| (!there).then_some(How::Silence));
        Outside { questions: vec![question], raised: there || self.field_raised(&[institution]) }
    }
}
