//! The texts of a case: rules and laws, as somebody would write them.

use super::world::*;

fn kind_of(letter: &str, parents: &[usize]) -> String {
    let name = |p: &usize| if letter == "s" { safeguard(*p) } else { format!("{letter}{p}") };
    let names: Vec<String> = parents.iter().map(name).collect();
    let [first, others @ ..] = names.as_slice() else { return String::new() };
    let others: String = others.iter().map(|o| format!(", also a {o}")).collect();
    format!(" is a {first}{others}")
}

fn by(by: &Option<usize>) -> String {
    by.map_or(String::new(), |b| format!(" by k{b}"))
}

fn within(within: &Option<u8>) -> String {
    within.map_or(String::new(), |w| format!(" within {w} hours"))
}

/// Within what time, and how often.
fn when(g: &Give) -> String {
    let promptly = if g.prompt { " within promptly".to_owned() } else { within(&g.within) };
    promptly + &g.every.map_or(String::new(), |n| format!(" every {n} hours"))
}

fn list(letter: &str, numbers: &[usize]) -> String {
    numbers.iter().map(|i| format!("{letter}{i}")).collect::<Vec<_>>().join(", ")
}

impl Cond {
    pub(super) fn text(&self) -> String {
        match self {
            Cond::Any => "any".into(),
            Cond::Yes(f) => NAMES[*f].into(),
            Cond::Is(v) => format!("{} is v{v}", NAMES[3]),
            Cond::Below(5, n) => format!("duration < {n} hours"),
            Cond::Below(f, n) => format!("{} < {n}", NAMES[*f]),
            Cond::Term(t) => format!("t{}", t % 2),
            Cond::Not(c) => format!("not ({})", c.text()),
            Cond::All(cs) => format!("({})", cs.iter().map(Cond::text).collect::<Vec<_>>().join(" and ")),
            Cond::Some(cs) => format!("({})", cs.iter().map(Cond::text).collect::<Vec<_>>().join(" or ")),
        }
    }
}

impl Case {
    /// Writes the texts, and notes where each part that can protect stands.
    pub(super) fn write(&mut self) {
        self.mean_its_own();
        self.rules = self.rules_text();
        self.parts.clear();
        self.starts.clear();
        self.limits.clear();
        let mut text = String::new();
        self.law_text(0, &mut text);
        self.second = None;
        let first = text.len();
        if self.laws.len() > 1 {
            self.law_text(1, &mut text);
            self.second = Some(" ".repeat(first) + &text[first..]);
        }
        text.truncate(first);
        self.law = text;
    }

    fn rules_text(&self) -> String {
        let words = &self.vocabulary;
        let [_, _, _, values, most, hours] = words.sizes;
        let values: Vec<String> = (0..values).map(|v| format!("v{v}")).collect();
        let serves = |fact: usize| match words.serves {
            Some((f, necessity, full)) if f == fact => {
                let leg = if necessity { "necessity" } else { "proportionality" };
                format!(" serves {leg}{}", if full { " in full" } else { "" })
            }
            _ => String::new(),
        };
        let serves = |fact: usize| {
            let personal = if words.personal[fact] { " personal" } else { "" };
            let stands = words.stands_for.filter(|(f, _)| *f == fact);
            let stands = stands.map_or(String::new(), |(_, ground)| format!(" may stand for {}", NAMES[ground]));
            serves(fact) + personal + &stands
        };
        let mut r = String::new();
        if !words.open && !words.element {
            r += &format!("fact f0{}\n", serves(0));
        }
        r += &format!(
            "fact f1{}\nfact race usually yes{}\nfact nationality one of {} usually v1{}\n\
             fact n0 from 0 to {} usually 2{}\nfact duration unit hours from 0 to {} usually 1\n",
            serves(1),
            serves(2),
            values.join(", "),
            serves(3),
            most - 1,
            serves(4),
            hours - 1,
        );
        for (i, t) in self.terms.iter().take(2).enumerate() {
            r += &format!("term t{i} means {}\n", t.text());
        }
        for a in &self.axioms {
            r += &format!("always {}\n", a.text());
        }
        r += "subject field0\nsubject field1\n";
        let (prompt, beyond) = words.prompt;
        let beyond = beyond.map_or(String::new(), |b| format!(" beyond {b} hours"));
        r += &format!("time promptly at most {prompt} hours{beyond}\n");
        if let Some(reason) = &words.reason {
            let one = |(fact, value): &(usize, Option<u8>)| {
                NAMES[*fact].to_owned() + &value.map_or(String::new(), |v| format!(" is v{v}"))
            };
            let facts: Vec<String> = reason.facts.iter().map(one).collect();
            r += &format!("reason r0 of {}\n", facts.join(", "));
        }
        for (word, letter) in [("measure", "m"), ("safeguard", "s"), ("institution", "i"), ("step", "p")] {
            for at in 0..5 {
                let i = if words.kinds_first { 4 - at } else { at };
                if word == "measure" && words.own_measure && i == OWN_MEASURE {
                    continue;
                }
                let name = if word == "safeguard" { safeguard(i) } else { format!("{letter}{i}") };
                let mut parents = kind_of(letter, &words.parents[i]);
                match &words.reason {
                    Some(reason) if word == "measure" && i == BY_REASON => {
                        parents = format!(" means m{} for reason r0", reason.wide);
                    }
                    _ => {}
                }
                let of = match word {
                    "step" if self.step_safeguard && i == 4 => " of s0",
                    "step" if self.step_measure => " of m0",
                    _ => "",
                };
                let private = if word == "measure" && words.private[i] { " by private" } else { "" };
                let mut more = match (word, i) {
                    ("safeguard", NECESSITY) => " serves necessity".to_owned(),
                    ("safeguard", i) if PROPORTIONALITY.contains(&i) => " serves proportionality".to_owned(),
                    _ => String::new(),
                };
                if word == "safeguard" && words.in_full == Some(i) {
                    more += " in full";
                }
                if let Some((_, other, by)) = words.same.filter(|(one, ..)| word == "safeguard" && *one == i) {
                    more += &format!(" is {} by k{by}", safeguard(other));
                }
                if let Some((_, thing, by)) = words.deciding.filter(|(m, ..)| word == "measure" && *m == i) {
                    more += &format!(" given by deciding {} by k{by}", safeguard(thing));
                }
                if let Some((_, fact)) = words.ends.filter(|(m, _)| word == "measure" && *m == i) {
                    more += &format!(" ends {}", NAMES[fact]);
                }
                if let Some((_, fact)) = words.establishes.filter(|(thing, _)| word == "safeguard" && *thing == i) {
                    more += &format!(" establishes {}", NAMES[fact]);
                }
                r += &format!("{word} {name}{parents} in field{}{of}{more}{private}\n", words.fields[i]);
            }
        }
        r += &format!("service v0 in field0 bars m{}\n", words.bars);
        for (i, parents) in words.authorities.iter().enumerate() {
            r += &format!("kind k{i}{}\n", kind_of("k", parents));
        }
        for rank in RANKS {
            r += &format!("rank {rank}\n");
        }
        r += "aim a0\naim a1\n";
        r += &self.agreed.instruments_text();
        r + &self.standard_text("tested")
    }

    /// The standard under a name.
    pub(super) fn standard_text(&self, name: &str) -> String {
        let mut r = format!("standard {name} {{\n{}", self.agreed.basis_text());
        for (is, words) in [
            (self.marked.laid_down_by_law, "laid down by law"),
            (self.marked.duty_to_legislate, "duty to legislate"),
            (self.marked.requires_weighing, "requires weighing"),
        ] {
            if is {
                r += &format!("  {words}\n");
            }
        }
        for demand in &self.demands {
            r += &format!("  {}\n", demand.text());
        }
        r + "}\n"
    }

    fn law_text(&mut self, law: usize, l: &mut String) {
        let own = self.laws[law].clone();
        *l += &format!("policy {} {{ state CHN", ["law", "other"][law]);
        if let Some(rank) = own.rank {
            *l += &format!(" rank {}", RANKS[rank]);
        }
        if let Some(year) = own.adopted {
            *l += &format!(" adopted {}", super::agreed::day(year));
        }
        if own.excerpt {
            *l += " excerpt because \"so\"";
        }
        let governs: Vec<usize> = (0..2).filter(|f| own.governs[*f]).collect();
        let exhaustive: Vec<usize> = (0..2).filter(|f| own.exhaustive[*f]).collect();
        if !exhaustive.is_empty() {
            *l += &format!(" exhaustive for {}", list("field", &exhaustive));
        }
        if !governs.is_empty() {
            *l += &format!(" governs {}", list("field", &governs));
        }
        let there = self.numbers().into_iter().filter(|n| self.article(*n).law == law).count()
            + self.articles.values().filter(|a| a.law == law && a.standing != Standing::Encoded).count();
        if own.lacks {
            *l += &format!(" articles {}", there + 1);
        }
        *l += " }\n";
        if law == 0 {
            self.head(l);
        }
        for number in self.numbers().into_iter().filter(|n| self.article(*n).law == law).collect::<Vec<_>>() {
            *l += &format!("article {number} {{\n");
            let article = self.article(number);
            if article.unseen {
                *l += "  source \"x\" unconfirmed\n";
            }
            if let Some(from) = article.from {
                *l += &format!("  in force {}\n", super::agreed::day(from));
            }
            if let Some(until) = article.until {
                *l += &format!("  until {}\n", super::agreed::day(until));
            }
            for (i, (n, clause)) in self.clauses.clone().iter().enumerate() {
                if *n == number {
                    self.clause_text(l, law, i, clause);
                }
            }
            *l += "}\n";
        }
        for (number, article) in self.articles.iter().filter(|(_, a)| a.law == law) {
            match article.standing {
                Standing::Encoded => {}
                Standing::Open => *l += &format!("article {number} {{ to be encoded }}\n"),
                Standing::Aside => *l += &format!("article {number} {{ set aside because \"so\" }}\n"),
                Standing::Note => *l += &format!("article {number} {{ note \"so\" }}\n"),
            }
        }
        if law == 0 && !self.edges.is_empty() {
            *l += "procedure way {\n";
            for (at, (a, b, c)) in self.edges.iter().enumerate() {
                *l += "  ";
                self.parts.push((l.len() as u32, Part::Edge(at)));
                *l += &format!("p{a} -> p{b} where {}\n", c.text());
            }
            *l += "}\n";
        }
    }

    /// What stands before the articles of the first law.
    fn head(&self, l: &mut String) {
        let implied = self.own.iter().find_map(|a| if let Axiom::Fact(c) = a { Some(c) } else { None });
        let implies = implied.map_or(String::new(), |c| format!(" implies {}", c.text()));
        if self.vocabulary.open {
            *l += &format!("open fact f0 \"so\"{implies}\n");
        } else if self.vocabulary.element {
            *l += &format!("fact f0 \"so\"{implies}\n");
        }
        if self.vocabulary.own_measure {
            let words = &self.vocabulary;
            let kind = kind_of("m", &words.parents[OWN_MEASURE]);
            let may_be = words.may_be.map_or(String::new(), |m| format!(" may be m{m}"));
            *l += &format!("measure m{OWN_MEASURE} \"so\"{kind}{may_be} in field{}\n", words.fields[OWN_MEASURE]);
        }
        for axiom in &self.own {
            match axiom {
                Axiom::Always(c) => *l += &format!("always {}\n", c.text()),
                Axiom::Never(c) => *l += &format!("never {}\n", c.text()),
                Axiom::Implies(a, b) => *l += &format!("always {} implies {}\n", a.text(), b.text()),
                Axiom::Fact(_) => {}
            }
        }
        for search in &self.searches {
            let things: Vec<String> = search.things.iter().map(Sought::text).collect();
            *l += &format!("searched for {} in \"Other Law\" on 2000-01-01 by \"somebody\"\n", things.join(", "));
        }
        *l += &self.agreed.law_text();
    }

    fn references(&self, law: usize, word: &str, list: &[usize]) -> String {
        let one = |a: &usize| {
            let there = self.article(*a).law;
            let of = if there == law { String::new() } else { format!(" of {}", ["law", "other"][there]) };
            format!("article {a}{of}")
        };
        let list: Vec<String> = list.iter().map(one).collect();
        if list.is_empty() { String::new() } else { format!("\n    {word} {}", list.join(", ")) }
    }

    /// A condition whose joined parts can each protect: they are told one by one.
    fn guard_text(&mut self, l: &mut String, index: usize, count: &mut usize, condition: &Cond) {
        if let Cond::All(parts) = condition {
            *l += "(";
            for (at, part) in parts.iter().enumerate() {
                if at > 0 {
                    *l += " and ";
                }
                self.guard_text(l, index, count, part);
            }
            *l += ")";
        } else {
            self.parts.push((l.len() as u32, Part::Guard(index, *count)));
            *count += 1;
            *l += &condition.text();
        }
    }

    fn clause_text(&mut self, l: &mut String, law: usize, index: usize, clause: &Clause) {
        let justified = |j: &Justified| {
            let mut text = format!("justified by aim {}", list("a", &j.aims));
            if j.necessary {
                text += "; necessary because \"so\"";
            }
            if j.proportionate {
                text += "; proportionate because \"so\"";
            }
            text
        };
        *l += "  ";
        let start = l.len() as u32;
        self.starts.insert(index, start);
        match clause {
            Clause::Power(p) => {
                *l += &format!("{} m{} of (", if p.must { "must" } else { "may" }, p.measure);
                let mut count = 0;
                self.guard_text(l, index, &mut count, &p.who);
                *l += ")";
                if p.by.is_some() {
                    self.parts.push((l.len() as u32 + 1, Part::Actor(index)));
                }
                *l += &by(&p.by);
                if let Some(g) = &p.ground {
                    *l += "\n    where ";
                    self.guard_text(l, index, &mut count, g);
                }
                if let Some(read) = &p.read {
                    *l += "\n    read by \"Court 1/2001\" as where ";
                    self.guard_text(l, index, &mut count, read);
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
                    let (thing, guard) = (safeguard(g.thing), g.guard.text());
                    *l += &format!("giving {thing}{}{} where {guard}", when(g), by(&g.by));
                }
                for w in &p.without {
                    *l += &format!("\n    without {}{} where {}", safeguard(w.thing), by(&w.by), w.guard.text());
                }
                if p.is_final {
                    *l += "\n    final";
                }
                *l += &self.references(law, "notwithstanding", &p.over);
                *l += &self.references(law, "subject to", &p.under);
                if let Some(j) = &p.justified {
                    *l += "\n    ";
                    self.parts.push((l.len() as u32, Part::Justified(index)));
                    *l += &justified(j);
                }
            }
            Clause::Ban(b) => {
                self.parts.push((start, Part::Ban(index)));
                if b.right {
                    *l += "entitled any to v0";
                } else {
                    *l += &format!("must not m{} of any{}", b.measure, by(&b.by));
                }
                *l += &self.references(law, "under", &b.only);
                *l += &format!("\n    where {}", b.guard.text());
                *l += &self.references(law, "notwithstanding", &b.over);
                *l += &self.references(law, "subject to", &b.yields);
            }
            Clause::Give(g) => {
                self.parts.push((start, Part::Give(index)));
                *l += &format!("must give {} to any", safeguard(g.thing));
                if let Some(m) = g.whenever {
                    *l += &format!(" whenever m{m}");
                }
                *l += &format!("{}{} where {}", when(g), by(&g.by), g.guard.text());
                *l += &self.references(law, "notwithstanding", &g.over);
                *l += &self.references(law, "subject to", &g.yields);
                *l += &g.justified.as_ref().map_or(String::new(), |j| format!("\n    {}", justified(j)));
            }
            Clause::Refuse(r) => {
                *l += &format!("must not give {} to any", safeguard(r.thing));
                if let Some(m) = r.whenever {
                    *l += &format!(" whenever m{m}");
                }
                *l += &by(&r.by);
                *l += &self.references(law, "under", &r.only);
                *l += &format!("\n    where {}", r.guard.text());
                *l += &self.references(law, "notwithstanding", &r.over);
                *l += &self.references(law, "subject to", &r.yields);
            }
            Clause::Define(c) => {
                self.parts.push((start, Part::Define(index)));
                *l += &format!("define t0 means {}", c.text());
            }
            Clause::Establishes(i) => {
                self.parts.push((start, Part::Establishes(index)));
                *l += &format!("establishes i{i}");
            }
            Clause::Principle(thing, guard) => {
                *l += &format!("general principle {} for ({})", safeguard(*thing), guard.text());
            }
            Clause::Saving(instruments, covers) => {
                let names: Vec<&str> = instruments.iter().map(|i| super::agreed::name(*i)).collect();
                *l += &format!("saving {}", names.join(", "));
                match covers {
                    Covers::Articles(articles) => *l += &self.references(law, "under", articles),
                    Covers::Law => {}
                    Covers::Order => *l += " for every law",
                }
            }
        }
        *l += "\n";
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
        let swap = |text: &String| {
            let mut out = String::new();
            let mut word = String::new();
            for c in text.chars().chain(['\n']) {
                if c.is_alphanumeric() || c == '-' {
                    word.push(c);
                    continue;
                }
                let mut letters = word.chars();
                let short = letters.next().is_some_and(|c| "fmspivkatn".contains(c)) && word.len() == 2;
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
        other.second = self.second.as_ref().map(swap);
        other
    }
}

impl Sought {
    fn text(&self) -> String {
        match self {
            Sought::Measure(m) => format!("m{m}"),
            Sought::Safeguard(s, None) => safeguard(*s),
            Sought::Safeguard(s, Some(m)) => format!("{} of m{m}", safeguard(*s)),
            Sought::Step(p) => format!("p{p}"),
            Sought::Institution(i) => format!("i{i}"),
            Sought::Field(f) => format!("field{f}"),
        }
    }
}

impl Demand {
    pub(super) fn text(&self) -> String {
        let mut text = self.form_text();
        if self.weighed {
            text += " weighed";
        }
        text
    }

    fn form_text(&self) -> String {
        let who = format!("({})", self.who.text());
        let reason = if self.reason { "r0 and " } else { "" };
        let tail = format!(" where {reason}{}", self.where_.text());
        let facts = |list: &[usize]| list.iter().map(|f| NAMES[*f]).collect::<Vec<_>>().join(", ");
        match &self.form {
            Form::Forbid(m) => format!("forbid m{m} of {who}{tail}"),
            Form::Limit(m, Some(d), _) => format!("limit m{m} of {who} to {d} hours{tail}"),
            Form::Limit(m, None, beyond) => {
                let beyond = beyond.map_or(String::new(), |d| format!(" weighed beyond {d} hours"));
                format!("limit m{m} of {who} to any limit{beyond}{tail}")
            }
            Form::RequireWhenever { thing, measure, within: w, promptly, every, by: b } => {
                let time = if *promptly { " within promptly".to_owned() } else { within(w) };
                let every = every.map_or(String::new(), |n| format!(" every {n} hours"));
                format!("require {}{every}{time}{} whenever m{measure} of {who}{tail}", safeguard(*thing), by(b))
            }
            Form::RequireFor { thing, within: w, by: b } => {
                format!("require {}{}{} for {who}{tail}", safeguard(*thing), within(w), by(b))
            }
            Form::RequireBan { measure, by: b } => format!("require ban on m{measure} of {who}{}{tail}", by(b)),
            Form::Equal { thing, any, burden, whom, grounds, aims, never } => {
                let thing = match (*any, *burden) {
                    (true, true) => "any measure".to_owned(),
                    (true, false) => "any safeguard".to_owned(),
                    (false, true) => format!("m{thing}"),
                    (false, false) => safeguard(*thing),
                };
                let whom = whom.as_ref().map_or(String::new(), |w| format!(" for ({})", w.text()));
                let mut text = format!("equal {thing}{whom} among {who}{tail} regardless of {}", facts(grounds));
                if !aims.is_empty() {
                    text += &format!(" accepting aim {}", list("a", aims));
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
                let weighed = |leg: &Leg| if *leg == Leg::Weighed { " weighed" } else { "" };
                let mut legs = Vec::new();
                if *legality {
                    legs.push("legality".to_string());
                }
                if let Some(aims) = aim {
                    legs.push(if aims.is_empty() { "aim".into() } else { format!("aim({})", list("a", aims)) });
                }
                if let Some(leg) = necessity {
                    legs.push(format!("necessity{}", weighed(leg)));
                }
                if let Some((things, limit, leg)) = proportionality {
                    let mut parts: Vec<String> = things.iter().map(|t| safeguard(*t)).collect();
                    if *limit {
                        parts.push("time limit".into());
                    }
                    let parts = parts.join(", ");
                    let asked = if parts.is_empty() { String::new() } else { format!("({parts})") };
                    legs.push(format!("proportionality{asked}{}", weighed(leg)));
                }
                format!("justify m{measure} of {who}{tail} by {}", legs.join(", "))
            }
            Form::Establish(i) => format!("establish i{i}"),
        }
    }
}
