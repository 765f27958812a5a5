//! `equal X for WHOM among WHO regardless of F`: two people who differ only in F are treated differently, the worse
//! treated being one of WHOM.
//!
//! Question, for each way in which the law treats people: two copies of a situation that share every fact but the grounds;
//! of a service one has a treatment and the other none at least as good, or the other is refused it and the one is not; to
//! a measure the one is exposed for a time and the other is not. What the axioms derive from a ground follows it.
//!
//! Pairs that differ only in grounds that never justify are left outside by words; all others are to be weighed, also
//! where they must differ in a fact that may stand for a ground. Own axioms and unseen words are two doubts here: helping
//! one person may hurt the other, so all four ways of taking them are asked, and must agree.

use super::case::{Case, Concern, Found};
use super::demand::{About, Demand, Outcome, Outside, Saved, Side, Sought, saved_from};
use super::forbid::{all_prohibited, every_kind};
use super::people;
use crate::finding::{Finding, LegName, LegState, LegWord, Manner, Mark, Named, Role, Sentence};
use crate::law::{Given, Part, View, Wanted};
use crate::logic::{Formula, Undecided, most_ordinary};
use crate::model::{ArticleId, Condition, Equalled, FactId, Form, Justification, PowerId, ThingId};
use crate::stop::OrStop as _;
use crate::syntax::tree::ThingKind;
use crate::text::Span;
use rustc_hash::FxHashMap;

/// What is asked, and every way in which the law treats people in it.
pub(super) struct Equal<'f> {
    pub(super) form: &'f Form,
    pub(super) scope: Formula,
    thing: Equalled,
    /// Who may not be treated worse.
    whom: &'f Condition,
    grounds: &'f [FactId],
    aims: &'f [ThingId],
    /// The grounds that never justify.
    never: Vec<FactId>,
    levels: Vec<Level>,
    /// The grounds, each with its copy.
    copies: FxHashMap<FactId, FactId>,
    /// The same with the facts that may stand for a ground, and the open facts of the law.
    wide: FxHashMap<FactId, FactId>,
}

/// What is given to some people or done to them, alike for all whom it reaches.
#[derive(Debug, Clone)]
struct Level {
    thing: ThingId,
    burden: bool,
    /// Only whenever this is done.
    whenever: Option<ThingId>,
    wanted: Wanted,
    /// The articles: where each stands, and its justification.
    articles: Vec<(ArticleId, Span, Option<Justification>)>,
    who: Vec<Condition>,
    /// It is refused and not given.
    refused: bool,
    /// It stands in a text that was not read whole, and what is missing may stand in what was not read.
    in_part: bool,
    /// The powers that do it.
    powers: Vec<PowerId>,
    /// To whom each article gives or refuses it.
    given: Vec<(ArticleId, Formula)>,
}

/// The second person: every ground has a copy, every other fact is shared.
struct Second {
    names: FxHashMap<FactId, FactId>,
    memo: FxHashMap<Formula, Formula>,
}

impl Second {
    fn new(copies: &FxHashMap<FactId, FactId>) -> Second {
        Second { names: copies.clone(), memo: FxHashMap::default() }
    }

    fn of(&mut self, case: &mut Case<'_, '_>, formula: Formula) -> Formula {
        case.law.formulas.rename(formula, &self.names, &mut self.memo)
    }

    /// The copies, in order.
    fn pairs(&self) -> Vec<(FactId, FactId)> {
        let mut pairs: Vec<(FactId, FactId)> = self.names.iter().map(|(a, b)| (*a, *b)).collect();
        pairs.sort_unstable();
        pairs
    }
}

impl<'f> Equal<'f> {
    pub(super) fn new(
        case: &mut Case<'_, '_>,
        form: &'f Form,
        scope: Formula,
        (thing, whom): (Equalled, &'f Condition),
        (grounds, aims, never): (&'f [FactId], &'f [ThingId], Option<&'f [FactId]>),
    ) -> Equal<'f> {
        let never = match never {
            Some([]) => grounds.to_vec(),
            Some(grounds) => grounds.to_vec(),
            None => Vec::new(),
        };
        let copies = FxHashMap::default();
        let wide = copies.clone();
        let mut equal = Equal { form, scope, thing, whom, grounds, aims, never, levels: Vec::new(), copies, wide };
        equal.levels = equal.levels(case);
        if !equal.levels.is_empty() {
            let copied = |case: &mut Case<'_, '_>, facts: &[FactId]| {
                facts.iter().map(|g| (*g, case.law.formulas.copy_fact(*g))).collect::<FxHashMap<_, _>>()
            };
            equal.copies = copied(case, grounds);
            let more: Vec<FactId> = equal.stand_ins(case);
            equal.wide = copied(case, &more);
            equal.wide.extend(&equal.copies);
        }
        equal
    }

    /// Everything that the law gives, refuses or lets be done, grouped by what it is.
    fn levels(&self, case: &Case<'_, '_>) -> Vec<Level> {
        let order = case.law.order;
        let vocabulary = &order.vocabulary;
        let asked = |thing: ThingId, by: Option<ThingId>| match self.thing {
            Equalled::One(one) => case.law.gives(thing, by, one, None),
            Equalled::Any(kind) => vocabulary.thing(thing).kind == kind,
        };
        // What may be a kind of the measure is one in some reading.
        let measures: Vec<ThingId> = match self.thing {
            Equalled::One(one) if vocabulary.thing(one).kind == ThingKind::Measure => every_kind(case, one),
            Equalled::Any(ThingKind::Measure) => {
                let all = vocabulary.things().filter(|(_, thing)| thing.kind == ThingKind::Measure);
                all.map(|(id, _)| id).collect()
            }
            _ => Vec::new(),
        };
        let mut levels: Vec<Level> = Vec::new();
        let mut add = |level: Level| {
            let alike = |l: &&mut Level| {
                (l.thing, l.whenever, l.wanted, l.burden, l.refused, l.in_part)
                    == (level.thing, level.whenever, level.wanted, level.burden, level.refused, level.in_part)
            };
            match levels.iter_mut().find(alike) {
                Some(known) => {
                    known.articles.extend(level.articles);
                    known.who.extend(level.who);
                    known.powers.extend(level.powers);
                    known.given.extend(level.given);
                }
                None => levels.push(level),
            }
        };
        let in_force = |article| case.law.is_in_force(article);
        let written = case.law.as_written();
        for (id, power) in order.powers.entries().filter(|(_, p)| in_force(p.article)) {
            for kind in measures.iter().copied() {
                if case.law.reaches(id, kind, &written) {
                    add(Level {
                        thing: kind,
                        burden: true,
                        whenever: None,
                        wanted: Wanted::of(kind),
                        articles: vec![(power.article, power.span, power.justified.clone())],
                        who: vec![power.who.clone()],
                        refused: false,
                        in_part: case.is_loose(id),
                        powers: vec![id],
                        given: Vec::new(),
                    });
                }
            }
        }
        for (id, guarantee) in
            order.guarantees.entries().filter(|(_, g)| g.power.is_none() && asked(g.thing, g.by) && in_force(g.article))
        {
            let wanted = Wanted {
                thing: guarantee.thing,
                within: guarantee.within,
                by: guarantee.by,
                every: guarantee.every,
                or_unsaid: false,
            };
            add(Level {
                thing: guarantee.thing,
                burden: false,
                whenever: guarantee.whenever,
                wanted,
                articles: vec![(guarantee.article, guarantee.span, guarantee.justified.clone())],
                who: vec![Condition::Any],
                refused: false,
                in_part: !order.is_whole(order.articles[guarantee.article].policy),
                powers: Vec::new(),
                given: vec![(guarantee.article, case.law.guarantee_guard(id))],
            });
        }
        let free =
            order.refusals.entries().filter(|(_, r)| r.power.is_none() && r.under.is_empty() && in_force(r.article));
        for (id, refusal) in free {
            let mut things: Vec<ThingId> = match self.thing {
                Equalled::One(one) => vec![one],
                // Of anything, what is given.
                Equalled::Any(kind) => {
                    let given = order.guarantees.iter().filter(|g| g.power.is_none()).map(|g| g.thing);
                    given.filter(|thing| vocabulary.thing(*thing).kind == kind).collect()
                }
            };
            things.sort_unstable();
            things.dedup();
            things.retain(|thing| case.law.denies(id, Wanted::of(*thing)));
            for thing in things {
                add(Level {
                    thing,
                    burden: false,
                    whenever: refusal.whenever,
                    wanted: Wanted::of(thing),
                    articles: vec![(refusal.article, refusal.span, None)],
                    who: vec![Condition::Any],
                    refused: true,
                    in_part: false,
                    powers: Vec::new(),
                    given: vec![(refusal.article, case.law.refusal_guard(id))],
                });
            }
        }
        levels
    }

    /// Who has what a level gives, or something at least as good: of the same kind, always or whenever the same or a wider
    /// measure is taken, no later and by no other authority. Of a measure: to whom it may be done.
    fn has(&self, case: &mut Case<'_, '_>, level: &Level, view: &View) -> Formula {
        if level.burden {
            let mut ways = Vec::new();
            for power in case.law.powers_over(level.thing, view) {
                ways.push(case.law.permits(power, level.thing, view));
            }
            return case.law.formulas.some(ways);
        }
        given(case, level, view).given
    }

    /// Who is refused what a level refuses.
    fn is_refused(&self, case: &mut Case<'_, '_>, level: &Level, view: &View) -> Formula {
        let given = given(case, level, view);
        case.law.refused(given)
    }

    /// The pairs that a level treats differently: the first is reached by it, the second is not. Facts that are shared
    /// stand in both.
    fn pairs(&self, case: &mut Case<'_, '_>, level: &Level, second: &mut Second, own: Formula, view: &View) -> Formula {
        let scope = case.within(self.scope, view);
        if !self.is_compared(case, level, view) {
            return case.law.formulas.no();
        }
        let any = if level.refused { self.is_refused(case, level, view) } else { self.has(case, level, view) };
        let reached = if level.burden {
            let powers = level.powers.iter();
            let ways: Vec<Formula> = powers.map(|power| case.law.permits(*power, level.thing, view)).collect();
            case.law.formulas.some(ways)
        } else {
            any
        };
        let other = second.of(case, any);
        let not_other = case.law.formulas.not(other);
        let axioms = case.law.axioms;
        let mut goal = vec![axioms, scope, own, reached, not_other];
        for one in [scope, axioms, own] {
            goal.push(second.of(case, one));
        }
        // The one treated worse: whoever bears the measure or is refused, or whoever is left without.
        let mut worse_off = case.law.formula(self.whom);
        if !level.burden && !level.refused {
            worse_off = second.of(case, worse_off);
        }
        goal.push(worse_off);
        case.law.formulas.all(goal)
    }

    /// Whether a level is compared in this reading: what may be a kind of a measure is one against the State, and of
    /// anything that is given its refusal counts where it is given.
    fn is_compared(&self, case: &Case<'_, '_>, level: &Level, view: &View) -> bool {
        match self.thing {
            Equalled::One(one) => !level.burden || case.law.kinds(one, view).contains(&level.thing),
            Equalled::Any(_) if level.refused => {
                let mut all = case.law.order.guarantees.iter().filter(|g| g.power.is_none());
                all.any(|g| g.thing == level.thing && case.law.help_counts(g.article, view))
            }
            Equalled::Any(_) => true,
        }
    }

    /// The one treated worse, whoever they are compared with, as a formula about one person.
    fn worse_treated(&self, case: &mut Case<'_, '_>, level: &Level, pairs: Formula, second: &Second) -> Formula {
        let copies = second.pairs();
        let first = level.burden || level.refused;
        let mut worse = pairs;
        for (original, copy) in &copies {
            worse = case.law.formulas.exists(worse, if first { *copy } else { *original });
        }
        if !first {
            let back: FxHashMap<FactId, FactId> = copies.iter().map(|(a, b)| (*b, *a)).collect();
            worse = case.law.formulas.rename(worse, &back, &mut FxHashMap::default());
        }
        worse
    }

    /// The facts that may stand for a ground, and the open facts of the law.
    fn stand_ins(&self, case: &Case<'_, '_>) -> Vec<FactId> {
        let vocabulary = &case.law.order.vocabulary;
        let stands = |f: &crate::model::Fact| f.open || f.stands_for.iter().any(|g| self.grounds.contains(g));
        vocabulary.facts().filter(|(id, f)| stands(f) && !self.grounds.contains(id)).map(|(id, _)| id).collect()
    }

    /// The pairs who are the same in every ground that can justify: what differs comes from one that never does.
    fn outright(&self, case: &mut Case<'_, '_>, pairs: Formula, second: &Second) -> Formula {
        let mut goal = vec![pairs];
        for ground in self.grounds.iter().filter(|g| !self.never.contains(g)) {
            goal.push(equals(case, *ground, second));
        }
        case.law.formulas.all(goal)
    }

    /// Those treated worse in one view: on grounds that never justify, and otherwise.
    fn in_view(
        &self,
        case: &mut Case<'_, '_>,
        level: &Level,
        own: Formula,
        view: &View,
    ) -> Result<(Formula, Formula), Undecided> {
        let mut second = Second::new(&self.copies);
        let mut pairs = self.pairs(case, level, &mut second, own, view);
        let mut words = case.law.formulas.no();
        if !self.never.is_empty() {
            let outright = self.outright(case, pairs, &second);
            if case.law.possible(&[outright])? {
                words = self.worse_treated(case, level, outright, &second);
            }
        }
        if self.wide.len() > self.copies.len() {
            second = Second::new(&self.wide);
            pairs = self.pairs(case, level, &mut second, own, view);
        }
        let mut weighed = case.law.formulas.no();
        if case.law.possible(&[pairs])? {
            weighed = self.worse_treated(case, level, pairs, &second);
        }
        Ok((words, weighed))
    }

    /// The level and the pairs a finding shows: outright ones where it is found by words.
    fn shown(
        &self,
        case: &mut Case<'_, '_>,
        level: &Level,
        side: Side,
        view: &View,
    ) -> Result<(Formula, Second, Vec<FactId>), Undecided> {
        let own = case.law.own_axioms(view);
        let mut second = Second::new(&self.copies);
        let pairs = self.pairs(case, level, &mut second, own, view);
        if side != Side::Weighed {
            return Ok((self.outright(case, pairs, &second), second, self.never.clone()));
        }
        if case.law.possible(&[pairs])? {
            return Ok((pairs, second, self.grounds.to_vec()));
        }
        let mut second = Second::new(&self.wide);
        let pairs = self.pairs(case, level, &mut second, own, view);
        let all = second.pairs().into_iter().map(|(original, _)| original).collect();
        Ok((pairs, second, all))
    }

    /// The legs of the justification that the articles of a level give, held against what the standard accepts.
    fn legs(&self, case: &Case<'_, '_>, level: &Level) -> Vec<LegState> {
        let vocabulary = &case.law.order.vocabulary;
        let all: Vec<&Justification> = level.articles.iter().filter_map(|(_, _, j)| j.as_ref()).collect();
        let given: Vec<ThingId> = all.iter().flat_map(|j| j.aims.iter().copied()).collect();
        let accepted = |aim: &ThingId| self.aims.is_empty() || self.aims.iter().any(|a| vocabulary.is_a(*aim, *a));
        let words = |text: Option<&String>| text.filter(|t| !t.trim().is_empty()).cloned();
        let necessary = all.iter().find_map(|j| words(j.necessary.as_ref()));
        let proportionate = all.iter().find_map(|j| words(j.proportionate.as_ref()));
        let said = |is: bool| if is { LegWord::ToAssess } else { LegWord::NotFound };
        let state = |leg, word, details, words| LegState { leg, word, details, words };
        vec![
            state(LegName::Legality, LegWord::Carried, Vec::new(), None),
            state(
                LegName::Aim,
                if given.iter().any(accepted) { LegWord::Carried } else { LegWord::NotFound },
                given.iter().map(|a| case.thing(*a)).collect(),
                None,
            ),
            state(LegName::Necessity, said(necessary.is_some()), Vec::new(), necessary),
            state(LegName::Proportionality, said(proportionate.is_some()), Vec::new(), proportionate),
        ]
    }

    /// The measure that is compared, where it is one.
    fn measure(&self, case: &Case<'_, '_>) -> Option<ThingId> {
        self.thing.one().filter(|thing| case.law.order.vocabulary.thing(*thing).kind == ThingKind::Measure)
    }

    fn level(&self, about: About) -> Option<&Level> {
        let About::Treatment(at) = about else { return None };
        self.levels.get(at)
    }
}

impl Demand for Equal<'_> {
    fn questions(&self, case: &mut Case<'_, '_>) -> Result<Vec<About>, Undecided> {
        let law = self.measure(case).map(|_| About::Law);
        Ok((0..self.levels.len()).map(About::Treatment).chain(law).collect())
    }

    fn outside(&self, case: &mut Case<'_, '_>, about: About, view: &View) -> Result<Outside, Undecided> {
        let nobody = Outside::nobody(case);
        let Some(level) = self.level(about) else { return Ok(nobody) };
        let own = case.law.own_axioms(view);
        let (words, weighed) = self.in_view(case, level, own, view)?;
        let not_words = case.law.formulas.not(words);
        let weighed = case.law.formulas.all([weighed, not_words]);
        // What is missing in a text that was not read whole may stand in what was not read.
        Ok(match (level.in_part, level.burden) {
            (false, _) => Outside { words, weighed, ..nobody },
            (true, true) => Outside { loose: words, weighed, ..nobody },
            (true, false) => Outside { silence: words, weighed, ..nobody },
        })
    }

    fn is_raised(&self, case: &mut Case<'_, '_>, about: About, view: &View) -> Result<bool, Undecided> {
        let scope = case.raising(self.scope, view);
        if about == About::Law {
            let Some(measure) = self.measure(case) else { return Ok(false) };
            return all_prohibited(case, scope, measure, view);
        }
        let Some(level) = self.level(about) else { return Ok(false) };
        if !self.is_compared(case, level, view) {
            return Ok(false);
        }
        if level.burden {
            // Whatever prohibits it, and for however long.
            for power in level.powers.iter().copied() {
                let guard = case.law.power_guard(power, view);
                if case.law.ever_reaches(power, level.thing, view) && case.law.possible(&[scope, guard])? {
                    return Ok(true);
                }
            }
            // Of any measure, what the law allows by its own name.
            let named = |power: &PowerId| case.law.order.powers[*power].measure == level.thing;
            let alone = matches!(self.thing, Equalled::Any(_)) && level.powers.iter().any(named);
            return Ok(alone && all_prohibited(case, scope, level.thing, view)?);
        }
        for (article, guard) in level.given.clone() {
            let (helps, burdens) = (case.law.help_counts(article, view), case.law.burden_counts(article, view));
            // Of a refusal whose words nobody has seen its conditions are not taken for granted.
            let reached = if level.refused && !helps { case.law.formulas.yes() } else { guard };
            let counts = if level.refused { burdens } else { helps };
            if counts && case.law.possible(&[scope, reached])? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn report(&self, case: &mut Case<'_, '_>, about: About, found: Outcome) -> Result<(Finding, Concern), Undecided> {
        let level = self.level(about).or_stop("only a treatment treats people");
        let view = case.law.as_written();
        let (mut pairs, mut second, mut grounds) = self.shown(case, level, found.side, &view)?;
        if !case.law.possible(&[pairs])? {
            let strict = case.law.view(crate::law::Reading::Strict);
            (pairs, second, grounds) = self.shown(case, level, found.side, &strict)?;
        }
        let outright = found.side != Side::Weighed;
        let sentence = Sentence::TreatedWorse {
            thing: case.thing(self.thing.one().unwrap_or(level.thing)),
            burden: level.burden,
            grounds: grounds.iter().map(|g| named(case, *g)).collect(),
            never: outright,
        };
        let manner = match (level.refused, level.burden) {
            (true, _) => Manner::Refuses,
            (false, true) => Manner::Permits,
            (false, false) => Manner::Narrows,
        };
        let (mut finding, concern) = self.report_pair(case, level, (found, Some(manner), sentence), pairs, &second)?;
        if !outright {
            finding.legs = self.legs(case, level);
        }
        if let Sentence::TreatedWorse { grounds, .. } = &mut finding.sentence
            && grounds.is_empty()
        {
            *grounds = self.grounds.iter().map(|g| named(case, *g)).collect();
        }
        Ok((finding, concern))
    }

    fn parts(&self, _: &mut Case<'_, '_>, _: About) -> Vec<Part> {
        Vec::new()
    }

    fn compares(&self) -> bool {
        true
    }

    fn saved(&self, case: &mut Case<'_, '_>, about: About, stands: &dyn Fn(PowerId) -> bool, view: &View) -> Saved {
        match self.level(about) {
            Some(level) if level.burden => {
                saved_from(case, &level.powers, stands, &mut |case, power| case.law.permits(power, level.thing, view))
            }
            _ => Saved::all(case.law.formulas.no()),
        }
    }

    fn whole(&self, case: &mut Case<'_, '_>, about: About) -> Vec<Mark> {
        let Some(level) = self.level(about) else { return Vec::new() };
        level.articles.iter().map(|(article, span, _)| case.mark(*article, *span, Role::Protects)).collect()
    }

    fn scope(&self) -> Formula {
        self.scope
    }

    fn asks_for(&self) -> Sought {
        match self.levels.first() {
            // Of anything nothing is searched.
            _ if matches!(self.thing, Equalled::Any(_)) => Sought::default(),
            Some(level) if level.burden => Sought::measure(self.thing.one().unwrap_or(level.thing)),
            _ => Sought { thing: self.thing.one(), ..Sought::default() },
        }
    }
}

/// Who is given what a level gives or refuses, and who is denied it.
fn given(case: &mut Case<'_, '_>, level: &Level, view: &View) -> Given {
    match level.whenever {
        Some(measure) => case.law.given_with_any(level.wanted, measure, view),
        None => case.law.entitled(level.wanted, view),
    }
}

fn named(case: &Case<'_, '_>, fact: FactId) -> Named {
    let fact = case.law.order.vocabulary.fact(fact);
    Named { name: fact.name.clone(), label: fact.label.clone() }
}

/// Both people have the same value of a ground.
fn equals(case: &mut Case<'_, '_>, fact: FactId, second: &Second) -> Formula {
    let copy = second.names.get(&fact).copied().or_stop("every ground has a copy");
    let size = case.law.formulas.domain().facts[fact].size;
    let mut ways = Vec::new();
    for value in 0..size {
        let one = case.law.formulas.value(fact, 1 << value);
        let two = case.law.formulas.value(copy, 1 << value);
        ways.push(case.law.formulas.all([one, two]));
    }
    case.law.formulas.some(ways)
}

impl Equal<'_> {
    /// Two people: the one treated worse is the witness, the one treated better stands beside.
    fn report_pair(
        &self,
        case: &mut Case<'_, '_>,
        level: &Level,
        (found, manner, sentence): (Outcome, Option<Manner>, Sentence),
        pairs: Formula,
        second: &Second,
    ) -> Result<(Finding, Concern), Undecided> {
        let first = level.burden || level.refused;
        let mut who = level.who.clone();
        who.push(self.form.who.clone());
        let because =
            level.articles.iter().map(|(article, span, _)| case.mark(*article, *span, Role::Distinction)).collect();
        let violation = found.violation;
        let (mut finding, concern) = case.report(Found {
            verdict: found.verdict,
            manner,
            sentence,
            violation,
            who: who.clone(),
            because,
            nearly: Vec::new(),
        })?;
        // The most ordinary person whom the witness can be compared with: the witness, but for the grounds.
        let copies = second.pairs();
        let axioms = case.law.axioms;
        let mut goal = vec![axioms, pairs];
        let worse_treated = concern.witness.as_ref().or_stop("a pair is of two people");
        for (fact, value) in worse_treated.entries() {
            let own = match second.names.get(&fact) {
                Some(copy) if !first => *copy,
                _ => fact,
            };
            let lasts = case.law.order.vocabulary.duration().is_some_and(|d| d == fact);
            // Copies of facts made for an earlier question are of no concern.
            let ours = fact < case.law.order.vocabulary.next_fact();
            if !lasts && ours {
                goal.push(case.law.formulas.value(own, 1 << value));
            }
        }
        if let Some(pair) = most_ordinary(&mut case.law.formulas, &goal, &mut case.law.decider)? {
            let mut other = worse_treated.clone();
            for (original, copy) in &copies {
                let own = if first { copy } else { original };
                other[*original] = pair[*own];
            }
            // Of the grounds only those in which the two really differ are named.
            let all: Vec<FactId> = copies.iter().map(|(original, _)| *original).collect();
            let grounds: Vec<FactId> = all.into_iter().filter(|g| other[*g] != worse_treated[*g]).collect();
            if let Sentence::TreatedWorse { grounds: named_grounds, .. } = &mut finding.sentence {
                *named_grounds = grounds.iter().map(|g| named(case, *g)).collect();
            }
            let own = std::slice::from_ref(&self.form.who);
            let noun = people::nouns(case.law, own, violation, worse_treated)?.first().copied();
            let worse_off = people::differing(case.law, noun.as_ref(), &grounds, worse_treated);
            if let Some(witness) = &mut finding.witness {
                let mut said: Vec<String> = witness.common.iter().map(|p| p.fact.name.clone()).collect();
                // What the noun says already, as in "a victim of trafficking", is not said again.
                let nouns = people::nouns(case.law, &who, violation, worse_treated)?;
                if let Some(term) = nouns.into_iter().find(|t| Some(people::named_term(case.law, *t)) == witness.noun) {
                    let means = case.law.formula(&Condition::Term(term));
                    for ground in &grounds {
                        let same = case.law.formulas.value(*ground, 1 << worse_treated[*ground]);
                        let other = case.law.formulas.not(same);
                        if !case.law.possible(&[means, other])? {
                            said.push(case.law.order.vocabulary.fact(*ground).name.clone());
                        }
                    }
                }
                witness.common.splice(0..0, worse_off.common.into_iter().filter(|p| !said.contains(&p.fact.name)));
            }
            finding.other = Some(Box::new(people::differing(case.law, noun.as_ref(), &grounds, &other)));
        }
        Ok((finding, concern))
    }
}
