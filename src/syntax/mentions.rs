//! Every place at which a tree names something, and what kind of thing it names: for whoever looks for definitions and uses.

use super::tree::*;

/// What kind of thing a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Named {
    /// A fact or a term: what conditions are made of.
    Word,
    /// One of the values of a fact.
    Value,
    /// A measure, safeguard, service, institution, step, aim, subject or kind of authority.
    Thing,
    /// A reason: the facts for which a measure is taken.
    Reason,
    /// A point: a question that standards answer.
    Point,
    /// A named time; where a length of time may stand.
    Time,
    /// An instrument.
    Instrument,
    /// An organisation of States: the treaty data knows its members, and no text declares it.
    Organisation,
    /// A standard or principle.
    Standard,
    /// A law.
    Policy,
    /// An article, by its number.
    Article,
    /// An authority that a law has of its own; a kind of authority where it has none of that name.
    Authority,
}

/// One place at which something is named.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mention<'t> {
    /// What kind of thing.
    pub named: Named,
    /// The name, with its place.
    pub name: &'t Name,
    /// The name that says whose it is: the fact of a value, the law of an article.
    pub of: Option<&'t Name>,
    /// Whether it is declared here.
    pub declares: bool,
}

struct Walk<'t, 'f> {
    see: &'f mut dyn FnMut(Mention<'t>),
}

/// Calls `see` for every name in an item, in no particular order.
pub fn mentions<'t>(item: &'t Item, see: &mut dyn FnMut(Mention<'t>)) {
    Walk { see }.item(item);
}

impl<'t> Walk<'t, '_> {
    fn say(&mut self, named: Named, name: &'t Name) {
        (self.see)(Mention { named, name, of: None, declares: false });
    }

    fn declare(&mut self, named: Named, name: &'t Name) {
        (self.see)(Mention { named, name, of: None, declares: true });
    }

    fn all(&mut self, named: Named, names: impl IntoIterator<Item = &'t Name>) {
        names.into_iter().for_each(|name| self.say(named, name));
    }

    fn value(&mut self, name: &'t Name, fact: &'t Name, declares: bool) {
        (self.see)(Mention { named: Named::Value, name, of: Some(fact), declares });
    }

    fn item(&mut self, item: &'t Item) {
        match item {
            Item::Fact(i) => {
                self.declare(Named::Word, &i.name);
                if let FactKind::OneOf(values) = &i.kind {
                    values.iter().for_each(|(value, _)| self.value(value, &i.name, true));
                }
                if let Usual::Value(value) = &i.usual {
                    self.value(value, &i.name, false);
                }
                self.all(Named::Word, &i.stands_for);
                self.conditions(&i.implies);
            }
            Item::Term(i) => {
                self.declare(Named::Word, &i.name);
                self.all(Named::Word, &i.parents);
                self.conditions(&i.means);
            }
            Item::Axiom(i) => {
                self.conditions(&i.if_);
                self.condition(&i.then);
            }
            Item::Thing(i) => {
                self.declare(Named::Thing, &i.name);
                self.all(Named::Thing, i.parents.iter().chain(&i.subject).chain(&i.measure));
                self.all(Named::Thing, i.may_be.iter().chain(&i.bars));
                self.all(Named::Word, i.establishes.iter().chain(&i.ends));
                for (safeguard, by) in &i.by_deciding {
                    self.all(Named::Thing, std::iter::once(safeguard).chain(by));
                }
                if let Some((safeguard, by)) = &i.same_as {
                    self.all(Named::Thing, [safeguard, by]);
                }
                if let Some((wider, reason)) = &i.reason {
                    self.say(Named::Thing, wider);
                    self.say(Named::Reason, reason);
                }
            }
            Item::Reason(i) => {
                self.declare(Named::Reason, &i.name);
                self.conditions(&i.facts);
            }
            Item::Point(i) => self.declare(Named::Point, &i.name),
            Item::Time(i) => {
                self.declare(Named::Time, &i.name);
                self.all(Named::Instrument, i.read_by.iter().map(|(by, _)| by));
            }
            Item::Instrument(i) => {
                self.declare(Named::Instrument, &i.name);
                self.all(Named::Organisation, i.region.iter().map(|r| &r.name));
                self.all(Named::Instrument, i.complaints.iter().chain(&i.interprets));
            }
            Item::Standard(i) => self.standard(i),
            Item::Principle(i) => {
                self.declare(Named::Standard, &i.name);
                self.all(Named::Instrument, i.basis.iter().map(|c| &c.instrument));
            }
            Item::Policy(i) => {
                self.declare(Named::Policy, &i.name);
                self.all(Named::Thing, &i.governs);
                self.all(Named::Policy, &i.replaces);
                self.all(Named::Thing, &i.exhaustive);
                i.searched.iter().for_each(|s| self.searched(s));
                i.not_read.iter().for_each(|n| self.all(Named::Thing, &n.things));
            }
            Item::Authority(i) => {
                self.declare(Named::Authority, &i.name);
                self.all(Named::Thing, &i.kind);
            }
            Item::Party(i) => self.say(Named::Instrument, &i.instrument),
            Item::Reservation(i) => {
                self.say(Named::Instrument, &i.instrument);
                self.conditions(&i.who);
            }
            Item::Accept(i) => {
                self.say(Named::Standard, &i.standard);
                self.conditions(&i.who);
            }
            Item::Relies(i) | Item::NotRead(i) => self.all(Named::Thing, &i.things),
            Item::Searched(i) => self.searched(i),
            Item::Article(i) => self.article(i),
            Item::Procedure(i) => {
                for edge in &i.edges {
                    self.all(Named::Thing, [&edge.from, &edge.to]);
                    self.conditions(&edge.where_);
                }
            }
            Item::Scenario(i) => {
                self.given(&i.given);
                for expected in &i.expect {
                    match expected {
                        Expectation::May { measure, .. } => self.say(Named::Thing, measure),
                        Expectation::Entitled { thing, .. } => self.say(Named::Thing, thing),
                        Expectation::Verdict { standard, .. } => self.say(Named::Standard, standard),
                    }
                }
            }
            Item::Purpose(i) => i.powers.iter().for_each(|p| self.power(p)),
        }
    }

    fn standard(&mut self, item: &'t StandardItem) {
        self.declare(Named::Standard, &item.name);
        self.all(Named::Instrument, item.basis.iter().chain(&item.interpreted).map(|c| &c.instrument));
        self.all(Named::Point, &item.point);
        self.conditions(&item.applies);
        for form in &item.forms {
            self.form(&form.kind);
            self.scope(&form.scope);
        }
        for example in &item.examples {
            example.items.iter().for_each(|i| self.item(i));
            self.given(&example.showing);
        }
    }

    fn form(&mut self, kind: &'t FormKind) {
        match kind {
            FormKind::Forbid { measure } => self.say(Named::Thing, measure),
            FormKind::Limit { measure, to, beyond } => {
                self.say(Named::Thing, measure);
                self.extent(to);
                self.extent(beyond);
            }
            FormKind::RequireWhenever { safeguard, measure, within, by, every: _ } => {
                self.all(Named::Thing, [safeguard, measure].into_iter().chain(by));
                self.extent(within);
            }
            FormKind::RequireFor { service, within, by } => {
                self.all(Named::Thing, std::iter::once(service).chain(by));
                self.extent(within);
            }
            FormKind::RequireBan { measure, by } => self.all(Named::Thing, std::iter::once(measure).chain(by)),
            FormKind::Equal { thing, whom, grounds, aims, never } => {
                if let Equalled::One(thing) = thing {
                    self.say(Named::Thing, thing);
                }
                self.all(Named::Thing, aims);
                self.conditions(whom);
                self.all(Named::Word, grounds.iter().chain(never.iter().flatten()));
            }
            FormKind::Before { step, pass, .. } => self.all(Named::Thing, [step, pass]),
            FormKind::Define { term, means, .. } => {
                self.say(Named::Word, term);
                self.condition(means);
            }
            FormKind::Justify { measure, legs } => {
                self.say(Named::Thing, measure);
                for leg in legs {
                    match leg {
                        LegAsked::Aim(names) | LegAsked::Proportionality(names, ..) => self.all(Named::Thing, names),
                        LegAsked::Legality | LegAsked::Necessity { .. } => {}
                    }
                }
            }
            FormKind::Establish { institution } => self.say(Named::Thing, institution),
        }
    }

    fn article(&mut self, item: &'t ArticleItem) {
        self.declare(Named::Article, &item.number);
        self.all(Named::Thing, &item.open_in);
        for clause in &item.clauses {
            match clause {
                ArticleClause::Power(power) => self.power(power),
                ArticleClause::Ban(ban) => {
                    self.say(Named::Thing, &ban.measure);
                    self.scope(&ban.scope);
                    self.articles(ban.under.iter().chain(&ban.notwithstanding).chain(&ban.subject_to));
                    self.all(Named::Authority, &ban.by);
                    self.justified(&ban.justified);
                }
                ArticleClause::Give(give) => {
                    self.all(Named::Thing, std::iter::once(&give.thing).chain(&give.whenever));
                    self.scope(&give.scope);
                    self.extent(&give.within);
                    self.all(Named::Authority, &give.by);
                    self.articles(give.notwithstanding.iter().chain(&give.subject_to));
                    self.justified(&give.justified);
                }
                ArticleClause::Define { term, means, .. } => {
                    self.say(Named::Word, term);
                    self.condition(means);
                }
                ArticleClause::Establishes(names) => self.all(Named::Thing, names),
                ArticleClause::Relies(r) | ArticleClause::NotRead(r) => self.all(Named::Thing, &r.things),
                ArticleClause::Refuse(refuse) => {
                    self.all(Named::Thing, refuse.things.iter().chain(&refuse.whenever));
                    self.scope(&refuse.scope);
                    self.articles(refuse.under.iter().chain(&refuse.notwithstanding).chain(&refuse.subject_to));
                    self.all(Named::Authority, &refuse.by);
                }
                ArticleClause::General { thing, scope, .. } => {
                    self.say(Named::Thing, thing);
                    self.scope(scope);
                }
                ArticleClause::Saving { instruments, covers, .. } => {
                    self.all(Named::Instrument, instruments);
                    if let Saved::Articles(articles) = covers {
                        self.articles(articles.iter());
                    }
                }
                ArticleClause::Justified(justification) => self.all(Named::Thing, &justification.aims),
            }
        }
    }

    fn power(&mut self, power: &'t PowerClause) {
        self.say(Named::Thing, &power.measure);
        self.scope(&power.scope);
        for limit in &power.for_ {
            self.extent(&limit.limit);
            self.conditions(&limit.where_);
        }
        self.all(Named::Authority, &power.by);
        for giving in &power.giving {
            self.say(Named::Thing, &giving.thing);
            self.extent(&giving.within);
            self.all(Named::Authority, &giving.by);
            self.conditions(&giving.where_);
        }
        for refusing in &power.refusing {
            self.all(Named::Thing, &refusing.things);
            self.all(Named::Authority, &refusing.by);
            self.conditions(&refusing.where_);
        }
        power.readings.iter().for_each(|r| self.condition(&r.where_));
        self.articles(power.notwithstanding.iter().chain(&power.subject_to));
        self.justified(&power.justified);
    }

    fn searched(&mut self, searched: &'t SearchedItem) {
        for (thing, of) in &searched.things {
            self.all(Named::Thing, std::iter::once(thing).chain(of));
        }
        self.all(Named::Thing, searched.including.iter().chain(&searched.without));
    }

    fn articles(&mut self, refs: impl Iterator<Item = &'t ArticleRef>) {
        for r in refs {
            (self.see)(Mention { named: Named::Article, name: &r.number, of: r.policy.as_ref(), declares: false });
            self.all(Named::Policy, &r.policy);
        }
    }

    fn justified(&mut self, justification: &'t Option<Justification>) {
        self.all(Named::Thing, justification.iter().flat_map(|j| &j.aims));
    }

    fn scope(&mut self, scope: &'t Scope) {
        self.conditions(scope.who.iter().chain(&scope.where_).chain(&scope.unless));
    }

    fn given(&mut self, given: &'t [Given]) {
        for one in given {
            self.say(Named::Word, &one.fact);
            if let GivenValue::Value(value) = &one.value {
                self.value(value, &one.fact, false);
            }
        }
    }

    fn extent(&mut self, extent: &'t Option<Extent>) {
        if let Some(Extent::Named(name)) = extent {
            self.say(Named::Time, name);
        }
    }

    fn conditions(&mut self, conditions: impl IntoIterator<Item = &'t Condition>) {
        conditions.into_iter().for_each(|c| self.condition(c));
    }

    fn condition(&mut self, condition: &'t Condition) {
        match condition {
            Condition::Any(_) => {}
            Condition::Named(name) => self.say(Named::Word, name),
            Condition::Is { fact, value, .. } => {
                self.say(Named::Word, fact);
                self.value(value, fact, false);
            }
            Condition::Compare { fact, .. } => self.say(Named::Word, fact),
            Condition::Not(inner, _) => self.condition(inner),
            Condition::All(parts, _) | Condition::Some(parts, _) => self.conditions(parts),
        }
    }
}
