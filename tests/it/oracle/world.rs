//! A world small enough to try everybody in it, and a law in it, with its text.

use super::agreed::Agreed;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// The facts, in order: three of yes/no, one of several values, a number from 0, how long a measure lasts from 0.
pub(super) const NAMES: [&str; 6] = ["f0", "f1", "f2", "e0", "n0", "duration"];
/// How many values each can have at most; a case may have fewer.
pub(super) const MOST: [u8; 6] = [2, 2, 2, 3, 5, 6];
const USUAL: [u8; 6] = [0, 0, 1, 1, 2, 1];

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Person([u8; 6]);

impl Person {
    /// Whoever is ordinary in everything.
    pub(super) const USUAL: Person = Person(USUAL);
    pub(super) fn value(&self, fact: usize) -> u8 {
        self.0[fact]
    }
    pub(super) fn with(mut self, fact: usize, value: u8) -> Person {
        self.0[fact] = value;
        self
    }
    pub(super) fn without_duration(&self) -> Person {
        self.with(5, 0)
    }
    /// In how many facts the person is not ordinary: numbers by the interval they share with others are compared by
    /// the caller, which takes the least over the whole class.
    pub(super) fn departures(&self) -> usize {
        self.0.iter().zip(USUAL).filter(|(v, u)| **v != *u).count()
    }
}

pub(super) static PEOPLE: LazyLock<Vec<Person>> = LazyLock::new(|| {
    let mut people = vec![Person([0; 6])];
    for (fact, size) in MOST.iter().enumerate() {
        people = people.iter().flat_map(|p| (0..*size).map(move |v| p.with(fact, v))).collect();
    }
    people
});

#[derive(Debug, Clone, serde::Serialize)]
pub(super) enum Cond {
    Any,
    Yes(usize),
    Is(u8),
    Below(usize, u8),
    Term(usize),
    Not(Box<Cond>),
    All(Vec<Cond>),
    Some(Vec<Cond>),
}

#[derive(Debug, Clone, serde::Serialize)]
pub(super) struct Power {
    pub(super) must: bool,
    pub(super) measure: usize,
    pub(super) who: Cond,
    pub(super) ground: Option<Cond>,
    pub(super) limits: Vec<(Option<u8>, Cond)>,
    pub(super) by: Option<usize>,
    pub(super) giving: Vec<Give>,
    pub(super) over: Vec<usize>,
    pub(super) under: Vec<usize>,
    pub(super) justified: Option<Justified>,
}

#[derive(Debug, Clone, serde::Serialize)]
pub(super) struct Ban {
    pub(super) measure: usize,
    pub(super) guard: Cond,
    pub(super) only: Vec<usize>,
    pub(super) by: Option<usize>,
    pub(super) yields: Vec<usize>,
}

#[derive(Debug, Clone, serde::Serialize)]
pub(super) struct Give {
    pub(super) thing: usize,
    pub(super) guard: Cond,
    pub(super) whenever: Option<usize>,
    pub(super) within: Option<u8>,
    pub(super) by: Option<usize>,
    pub(super) justified: Option<Justified>,
}

#[derive(Debug, Clone, serde::Serialize)]
pub(super) struct Justified {
    pub(super) aims: Vec<usize>,
    pub(super) necessary: bool,
    pub(super) proportionate: bool,
}

#[derive(Debug, Clone, serde::Serialize)]
pub(super) enum Clause {
    Power(Power),
    Ban(Ban),
    Give(Give),
    Define(Cond),
    Establishes(usize),
}

#[derive(Debug, Clone, serde::Serialize)]
pub(super) enum Form {
    Forbid(usize),
    Limit(usize, Option<u8>),
    RequireWhenever {
        thing: usize,
        measure: usize,
        within: Option<u8>,
        by: Option<usize>,
    },
    RequireFor {
        thing: usize,
        within: Option<u8>,
        by: Option<usize>,
    },
    RequireBan {
        measure: usize,
        by: Option<usize>,
    },
    Equal {
        thing: usize,
        burden: bool,
        whom: Option<Cond>,
        grounds: Vec<usize>,
        aims: Vec<usize>,
        never: Option<Vec<usize>>,
    },
    Before {
        step: usize,
        pass: usize,
        laid_down: bool,
    },
    /// 0 at least, 1 at most, 2 exactly
    Define(u8, Cond),
    Justify {
        measure: usize,
        legality: bool,
        aim: Option<Vec<usize>>,
        necessity: bool,
        proportionality: Option<(Vec<usize>, bool)>,
    },
    Establish(usize),
}

/// A thing that protects, by its number in the order in which the text has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Ground(usize),
    Limits(usize),
    Give(usize),
    Giving(usize, usize),
    Ban(usize),
}

#[derive(Debug, Clone, serde::Serialize)]
pub(super) struct Case {
    pub(super) vocabulary: Vocabulary,
    pub(super) agreed: Agreed,
    pub(super) axioms: Vec<Cond>,
    pub(super) terms: Vec<Cond>,
    /// Article number, clause.
    pub(super) clauses: Vec<(usize, Clause)>,
    pub(super) edges: Vec<(usize, usize, Cond)>,
    pub(super) governed: bool,
    pub(super) who: Cond,
    pub(super) where_: Cond,
    pub(super) form: Form,
    pub(super) rules: String,
    pub(super) law: String,
    #[serde(skip)]
    pub(super) parts: Vec<(u32, Part)>,
    /// Where each clause begins, by its number.
    #[serde(skip)]
    pub(super) starts: BTreeMap<usize, u32>,
    /// Where each of its time limits does.
    #[serde(skip)]
    pub(super) limits: BTreeMap<(usize, usize), u32>,
    pub(super) step_measure: bool,
}

/// The words of a case: how many values the facts have, and what is a kind of what.
#[derive(Debug, Clone, serde::Serialize)]
pub(super) struct Vocabulary {
    pub(super) sizes: [u8; 6],
    /// For measures, things, steps and institutions alike: what each of five is directly a kind of.
    pub(super) parents: [Vec<usize>; 5],
    /// Which measures private persons take.
    pub(super) private: [bool; 5],
    /// For kinds of authority.
    pub(super) authorities: [Vec<usize>; 3],
    /// Whether kinds are declared before what they are kinds of.
    pub(super) kinds_first: bool,
    /// Whether the first fact is an open term of the law; then no rule speaks of it.
    pub(super) open: bool,
}

fn under(parents: &[Vec<usize>], child: usize, parent: usize) -> bool {
    child == parent || parents[child].iter().any(|p| under(parents, *p, parent))
}

fn kind_of(letter: &str, parents: &[usize]) -> String {
    let names: Vec<String> = parents.iter().map(|p| format!("{letter}{p}")).collect();
    if names.is_empty() { String::new() } else { format!(" is a {}", names.join(", ")) }
}

/// What proportionality asks for: where nothing is named, everything that serves it.
pub(super) fn proportionate(things: &[usize], limit: bool) -> Vec<usize> {
    if things.is_empty() && !limit { vec![2, 3] } else { things.to_vec() }
}

impl Vocabulary {
    pub(super) fn is_a(&self, child: usize, parent: usize) -> bool {
        under(&self.parents, child, parent)
    }

    pub(super) fn kinds(&self, parent: usize) -> impl Iterator<Item = usize> {
        (0..5).filter(move |k| self.is_a(*k, parent))
    }

    pub(super) fn authority_is_a(&self, child: usize, parent: usize) -> bool {
        under(&self.authorities, child, parent)
    }

    pub(super) fn akin(&self, a: usize, b: usize) -> bool {
        (0..5).any(|top| self.is_a(a, top) && self.is_a(b, top))
    }
}

impl Cond {
    pub(super) fn holds(&self, terms: &[Cond], p: &Person) -> bool {
        match self {
            Cond::Any => true,
            Cond::Yes(f) => p.value(*f) == 1,
            Cond::Is(v) => p.value(3) == *v,
            Cond::Below(f, n) => p.value(*f) < *n,
            Cond::Term(t) => terms[*t].holds(terms, p),
            Cond::Not(c) => !c.holds(terms, p),
            Cond::All(cs) => cs.iter().all(|c| c.holds(terms, p)),
            Cond::Some(cs) => cs.iter().any(|c| c.holds(terms, p)),
        }
    }

    pub(super) fn text(&self) -> String {
        match self {
            Cond::Any => "any".into(),
            Cond::Yes(f) => NAMES[*f].into(),
            Cond::Is(v) => format!("e0 is v{v}"),
            Cond::Below(5, n) => format!("duration < {n} hours"),
            Cond::Below(f, n) => format!("{} < {n}", NAMES[*f]),
            Cond::Term(t) => format!("t{}", t % 2),
            Cond::Not(c) => format!("not ({})", c.text()),
            Cond::All(cs) => format!("({})", cs.iter().map(Cond::text).collect::<Vec<_>>().join(" and ")),
            Cond::Some(cs) => format!("({})", cs.iter().map(Cond::text).collect::<Vec<_>>().join(" or ")),
        }
    }
}

/// The conditions of a case, by where they are written.
pub(super) struct Conditions<'a> {
    /// In the rules.
    pub(super) rules: Vec<&'a mut Cond>,
    /// In the articles and procedures of the law.
    pub(super) law: Vec<&'a mut Cond>,
    /// Whom the law's own reservations are about.
    pub(super) reserved: Vec<&'a mut Cond>,
}

/// Changes what conditions are made of in the end.
fn atoms(mut conditions: Vec<&mut Cond>, mut change: impl FnMut(&mut Cond)) {
    while let Some(condition) = conditions.pop() {
        match condition {
            Cond::Not(c) => conditions.push(c),
            Cond::All(cs) | Cond::Some(cs) => conditions.extend(cs),
            atom => change(atom),
        }
    }
}

impl Case {
    /// Everybody the words can tell apart, whether or not they can exist.
    pub(super) fn people(&self) -> impl Iterator<Item = &'static Person> {
        let sizes = self.vocabulary.sizes;
        PEOPLE.iter().filter(move |p| p.0.iter().zip(sizes).all(|(value, size)| *value < size))
    }
    pub(super) fn possible(&self, p: &Person) -> bool {
        p.0.iter().zip(self.vocabulary.sizes).all(|(value, size)| *value < size)
            && self.axioms.iter().all(|a| a.holds(&self.terms, p))
    }
    pub(super) fn holds(&self, c: &Cond, p: &Person) -> bool {
        c.holds(&self.terms, p)
    }
    pub(super) fn holds_term(&self, name: &str, p: &Person) -> bool {
        // A term that the law leaves open is a fact too.
        if name == NAMES[0] {
            return p.value(0) == 1;
        }
        let at: usize = name.trim_start_matches('t').parse().unwrap();
        self.terms[at].holds(&self.terms, p)
    }
    pub(super) fn part_at(&self, offset: u32) -> Option<usize> {
        // A condition's place begins inside its brackets.
        self.parts.iter().position(|(at, part)| *at == offset || (matches!(part, Part::Ground(_)) && *at + 1 == offset))
    }

    /// What the law says of `t0` is by its own definition, if it has one: that is the third term then, under the same
    /// name. The standard means what the vocabulary means.
    fn mean_its_own(&mut self) {
        self.terms.truncate(2);
        let own =
            self.clauses.iter().find_map(|(_, c)| if let Clause::Define(own) = c { Some(own.clone()) } else { None });
        let meant = if own.is_some() { 2 } else { 0 };
        self.terms.extend(own);
        let Conditions { law, reserved, .. } = self.conditions();
        atoms(law.into_iter().chain(reserved).collect(), |atom| {
            if let Cond::Term(t @ (0 | 2)) = atom {
                *t = meant;
            }
        });
    }

    /// Every condition of the case.
    pub(super) fn conditions(&mut self) -> Conditions<'_> {
        let mut rules = vec![&mut self.who, &mut self.where_];
        rules.extend(self.axioms.iter_mut().chain(self.terms.iter_mut().take(2)));
        match &mut self.form {
            Form::Equal { whom, .. } => rules.extend(whom),
            Form::Define(_, means) => rules.push(means),
            _ => {}
        }
        let mut law: Vec<&mut Cond> = self.edges.iter_mut().map(|(_, _, c)| c).collect();
        for (_, clause) in &mut self.clauses {
            match clause {
                Clause::Power(p) => {
                    law.push(&mut p.who);
                    law.extend(&mut p.ground);
                    law.extend(p.limits.iter_mut().map(|(_, c)| c));
                    law.extend(p.giving.iter_mut().map(|g| &mut g.guard));
                }
                Clause::Ban(b) => law.push(&mut b.guard),
                Clause::Give(g) => law.push(&mut g.guard),
                Clause::Define(means) => law.push(means),
                Clause::Establishes(_) => {}
            }
        }
        Conditions { rules, law, reserved: self.agreed.own_classes().collect() }
    }

    /// No rule speaks of what the law leaves open: it speaks of the second fact then.
    pub(super) fn leave_open(&mut self) {
        if let Form::Equal { grounds, never, .. } = &mut self.form {
            for list in std::iter::once(grounds).chain(never) {
                list.iter_mut().filter(|f| **f == 0).for_each(|f| *f = 1);
                list.dedup();
            }
        }
        atoms(self.conditions().rules, |atom| {
            if let Cond::Yes(fact @ 0) = atom {
                *fact = 1;
            }
        });
    }

    /// Writes both texts, and notes where each part that can protect stands.
    pub(super) fn write(&mut self) {
        self.mean_its_own();
        let [_, _, _, values, most, hours] = self.vocabulary.sizes;
        let values: Vec<String> = (0..values).map(|v| format!("v{v}")).collect();
        let mut r = format!(
            "{}fact f1\nfact f2 usually yes\nfact e0 one of {} usually v1\n\
             fact n0 from 0 to {} usually 2\nfact duration unit hours from 0 to {} usually 1\n",
            if self.vocabulary.open { "" } else { "fact f0\n" },
            values.join(", "),
            most - 1,
            hours - 1,
        );
        for (i, t) in self.terms.iter().take(2).enumerate() {
            r += &format!("term t{i} means {}\n", t.text());
        }
        for a in &self.axioms {
            r += &format!("always {}\n", a.text());
        }
        r += "subject field\n";
        for (word, letter) in
            [("measure", "m"), ("safeguard", "s"), ("service", "v"), ("institution", "i"), ("step", "p")]
        {
            for at in 0..5 {
                let i = if self.vocabulary.kinds_first { 4 - at } else { at };
                let parents = kind_of(letter, &self.vocabulary.parents[i]);
                let of = if word == "step" && self.step_measure { " of m0" } else { "" };
                let private = if word == "measure" && self.vocabulary.private[i] { " by private" } else { "" };
                let serves = match (word, i) {
                    ("safeguard", 4) => " serves necessity",
                    ("safeguard", 2 | 3) => " serves proportionality",
                    _ => "",
                };
                r += &format!("{word} {letter}{i}{parents} in field{of}{serves}{private}\n");
            }
        }
        for (i, parents) in self.vocabulary.authorities.iter().enumerate() {
            r += &format!("kind k{i}{}\n", kind_of("k", parents));
        }
        r += "aim a0\naim a1\n";
        r += &self.agreed.instruments_text();
        r += &format!("standard tested {{\n{}  {}\n}}\n", self.agreed.basis_text(), self.form_text());
        self.rules = r;
        let mut l = String::from("policy law { state CHN");
        if self.governed {
            l += " governs field";
        }
        l += " }\n";
        if self.vocabulary.open {
            l += "term f0\n";
        }
        l += &self.agreed.law_text();
        self.parts.clear();
        self.starts.clear();
        self.limits.clear();
        let mut numbers: Vec<usize> = self.clauses.iter().map(|(n, _)| *n).collect();
        numbers.dedup();
        let mut done = BTreeSet::new();
        for number in numbers {
            if !done.insert(number) {
                continue;
            }
            l += &format!("article {number} {{\n");
            for (i, (n, clause)) in self.clauses.clone().iter().enumerate() {
                if *n == number {
                    self.clause_text(&mut l, i, clause);
                }
            }
            l += "}\n";
        }
        if !self.edges.is_empty() {
            l += "procedure way {\n";
            for (a, b, c) in &self.edges {
                l += &format!("  p{a} -> p{b} where {}\n", c.text());
            }
            l += "}\n";
        }
        self.law = l;
    }

    fn clause_text(&mut self, l: &mut String, index: usize, clause: &Clause) {
        let by = |by: &Option<usize>| by.map_or(String::new(), |b| format!(" by k{b}"));
        let within = |w: &Option<u8>| w.map_or(String::new(), |w| format!(" within {w} hours"));
        let articles = |word: &str, list: &[usize]| {
            let list: Vec<String> = list.iter().map(|a| format!("article {a}")).collect();
            if list.is_empty() { String::new() } else { format!("\n    {word} {}", list.join(", ")) }
        };
        let justified = |j: &Option<Justified>| {
            j.as_ref().map_or(String::new(), |j| {
                let aims: Vec<String> = j.aims.iter().map(|a| format!("a{a}")).collect();
                let mut text = format!("\n    justified by aim {}", aims.join(", "));
                if j.necessary {
                    text += "; necessary because \"so\"";
                }
                if j.proportionate {
                    text += "; proportionate because \"so\"";
                }
                text
            })
        };
        let letter = if self.services() { "v" } else { "s" };
        self.starts.insert(index, l.len() as u32 + 2);
        match clause {
            Clause::Power(p) => {
                *l += &format!("  {} m{} of ({})", if p.must { "must" } else { "may" }, p.measure, p.who.text());
                *l += &by(&p.by);
                if let Some(g) = &p.ground {
                    *l += "\n    where ";
                    self.parts.push((l.len() as u32, Part::Ground(index)));
                    *l += &g.text();
                }
                for (i, (limit, c)) in p.limits.iter().enumerate() {
                    *l += "\n    ";
                    if i == 0 {
                        self.parts.push((l.len() as u32, Part::Limits(index)));
                    }
                    self.limits.insert((index, i), l.len() as u32);
                    *l += &limit.map_or("for any time".to_string(), |n| format!("for up to {n} hours"));
                    *l += &format!(" where {}", c.text());
                }
                for (i, g) in p.giving.iter().enumerate() {
                    *l += "\n    ";
                    self.parts.push((l.len() as u32, Part::Giving(index, i)));
                    *l += &format!(
                        "giving {letter}{}{}{} where {}",
                        g.thing,
                        within(&g.within),
                        by(&g.by),
                        g.guard.text()
                    );
                }
                *l += &articles("notwithstanding", &p.over);
                *l += &articles("subject to", &p.under);
                *l += &justified(&p.justified);
                *l += "\n";
            }
            Clause::Ban(b) => {
                *l += "  ";
                self.parts.push((l.len() as u32, Part::Ban(index)));
                *l += &format!("must not m{} of any{}", b.measure, by(&b.by));
                *l += &articles("under", &b.only);
                *l += &format!("\n    where {}", b.guard.text());
                *l += &articles("subject to", &b.yields);
                *l += "\n";
            }
            Clause::Give(g) => {
                *l += "  ";
                self.parts.push((l.len() as u32, Part::Give(index)));
                *l += &format!("must give {letter}{} to any", g.thing);
                if let Some(m) = g.whenever {
                    *l += &format!(" whenever m{m}");
                }
                *l += &format!("{}{} where {}", within(&g.within), by(&g.by), g.guard.text());
                *l += &justified(&g.justified);
                *l += "\n";
            }
            Clause::Define(c) => *l += &format!("  define t0 means {}\n", c.text()),
            Clause::Establishes(i) => *l += &format!("  establishes i{i}\n"),
        }
    }

    /// Whether the standard is about services and not safeguards.
    pub(super) fn services(&self) -> bool {
        matches!(self.form, Form::RequireFor { .. } | Form::Equal { burden: false, .. })
    }

    pub(super) fn form_text(&self) -> String {
        let by = |by: &Option<usize>| by.map_or(String::new(), |b| format!(" by k{b}"));
        let within = |w: &Option<u8>| w.map_or(String::new(), |w| format!(" within {w} hours"));
        let who = format!("({})", self.who.text());
        let tail = format!(" where {}", self.where_.text());
        let names =
            |letter: &str, list: &[usize]| list.iter().map(|i| format!("{letter}{i}")).collect::<Vec<_>>().join(", ");
        let facts = |list: &[usize]| list.iter().map(|f| NAMES[*f]).collect::<Vec<_>>().join(", ");
        match &self.form {
            Form::Forbid(m) => format!("forbid m{m} of {who}{tail}"),
            Form::Limit(m, Some(d)) => format!("limit m{m} of {who} to {d} hours{tail}"),
            Form::Limit(m, None) => format!("limit m{m} of {who} to any limit{tail}"),
            Form::RequireWhenever { thing, measure, within: w, by: b } => {
                format!("require s{thing}{}{} whenever m{measure} of {who}{tail}", within(w), by(b))
            }
            Form::RequireFor { thing, within: w, by: b } => {
                format!("require v{thing}{}{} for {who}{tail}", within(w), by(b))
            }
            Form::RequireBan { measure, by: b } => format!("require ban on m{measure} of {who}{}{tail}", by(b)),
            Form::Equal { thing, burden, whom, grounds, aims, never } => {
                let letter = if *burden { "m" } else { "v" };
                let whom = whom.as_ref().map_or(String::new(), |w| format!(" for ({})", w.text()));
                let mut text =
                    format!("equal {letter}{thing}{whom} among {who}{tail} regardless of {}", facts(grounds));
                if !aims.is_empty() {
                    text += &format!(" accepting aim {}", names("a", aims));
                }
                match never {
                    Some(list) if list.is_empty() => text += " never justified",
                    Some(list) => text += &format!(" never justified on {}", facts(list)),
                    None => {}
                }
                text
            }
            Form::Before { step, pass, laid_down } => {
                let only = if *laid_down { " in any procedure" } else { "" };
                format!("before p{step} pass p{pass}{only}{tail}")
            }
            Form::Define(reach, c) => {
                format!("define t0 {} {}", ["at least", "at most", "exactly"][*reach as usize], c.text())
            }
            Form::Justify { measure, legality, aim, necessity, proportionality } => {
                let mut legs = Vec::new();
                if *legality {
                    legs.push("legality".to_string());
                }
                if let Some(aims) = aim {
                    legs.push(if aims.is_empty() { "aim".into() } else { format!("aim({})", names("a", aims)) });
                }
                if *necessity {
                    legs.push("necessity".into());
                }
                if let Some((things, limit)) = proportionality {
                    let mut parts: Vec<String> = things.iter().map(|t| format!("s{t}")).collect();
                    if *limit {
                        parts.push("time limit".into());
                    }
                    let parts = parts.join(", ");
                    legs.push(if parts.is_empty() {
                        "proportionality".into()
                    } else {
                        format!("proportionality({parts})")
                    });
                }
                format!("justify m{measure} of {who}{tail} by {}", legs.join(", "))
            }
            Form::Establish(i) => format!("establish i{i}"),
        }
    }

    /// The same law with its articles in another order.
    pub(super) fn shuffled(&self) -> Case {
        let mut other = self.clone();
        other.clauses.reverse();
        // Clauses of one article stay together.
        other.clauses.sort_by_key(|(n, _)| std::cmp::Reverse(*n));
        other.write();
        other
    }

    /// The same law with other names, of which none was used before.
    pub(super) fn renamed(&self) -> Case {
        let mut other = self.clone();
        let swap = |text: &str| {
            let mut out = String::new();
            let mut word = String::new();
            for c in text.chars().chain(['\n']) {
                if c.is_alphanumeric() || c == '-' {
                    word.push(c);
                    continue;
                }
                let mut letters = word.chars();
                let short = letters.next().is_some_and(|c| "fmsvipkaten".contains(c)) && word.len() == 2;
                if short && letters.all(|c| c.is_ascii_digit()) {
                    out += &format!("named-{word}");
                } else {
                    out += &word;
                }
                word.clear();
                out.push(c);
            }
            out
        };
        other.rules = swap(&self.rules);
        other.law = swap(&self.law);
        other
    }
}
