//! A finding in words: the sentence, and the lines under it.

use super::{Words, args};
use crate::finding::{
    ArticleCited, Assumption, BaselineState, Basis, Changed, Doubtful, Finding, Gone, Lasting, LegName, LegWord,
    Manner, Mark, Named, OrderInfo, Readings, Role, Sentence, Skipped, StandardResult, Unexamined, Verdict,
};
use crate::law::{Binding, Force};
use crate::model::Length;

/// The catalogue id of a force.
pub fn force_id(force: Force) -> &'static str {
    match force {
        Force::JusCogens => "force-jus-cogens",
        Force::Custom => "force-custom",
        Force::Treaty => "force-treaty",
        Force::Interpretation => "force-interpretation",
        Force::Signed => "force-signed",
        Force::SoftLaw => "force-soft-law",
        Force::Unknown => "force-unknown",
        Force::None => "force-none",
    }
}

fn verdict_id(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Incompatible => "verdict-incompatible",
        Verdict::NotFound => "verdict-not-found",
        Verdict::ToAssess => "verdict-to-assess",
        Verdict::Provided => "verdict-provided",
        Verdict::NotExamined => "verdict-not-examined",
        Verdict::NotInForce => "verdict-not-in-force",
    }
}

fn baseline_id(state: BaselineState) -> &'static str {
    match state {
        BaselineState::New => "baseline-new",
        BaselineState::Unchanged => "baseline-unchanged",
        BaselineState::Narrower => "baseline-narrower",
        BaselineState::Wider => "baseline-wider",
        BaselineState::Harsher => "baseline-harsher",
        BaselineState::Changed => "baseline-changed",
    }
}

impl Words {
    /// What the State of an order is called; its code where the data does not know it.
    pub fn state(&self, order: &OrderInfo) -> String {
        self.label(&order.state_name, &order.state)
    }

    /// The State as a sentence speaks of it: *the United Kingdom*.
    pub fn the_state(&self, order: &OrderInfo) -> String {
        let state = self.state(order);
        let with = self.plain("states-with-article");
        let has = !order.state_name.by_language.is_empty() && with.split(' ').any(|code| code == order.state);
        if has { self.say("state-with-article", &args([("state", state)])) } else { state }
    }

    /// What a theme is called; its own name where the catalogue does not know it.
    pub fn theme(&self, theme: &str) -> String {
        let id = format!("theme-{theme}");
        if self.has(&id) { self.plain(&id) } else { theme.replace('-', " ") }
    }

    /// Why a finding does not count at the gate.
    pub fn standing(&self, finding: &Finding) -> String {
        self.plain(if finding.accepted.is_some() { "line-accepted" } else { "line-baseline" })
    }

    /// What was not asked.
    pub fn skipped(&self, skipped: &Skipped) -> String {
        match &skipped.reason {
            Some(reason) => {
                self.say("skipped-because", &args([("id", skipped.id.clone()), ("reason", reason.clone())]))
            }
            None => self.say("skipped", &args([("id", skipped.id.clone())])),
        }
    }

    /// What a baseline knew otherwise of a finding.
    fn changed(&self, changed: &Changed) -> String {
        match changed {
            Changed::Found => self.plain("changed-found"),
            Changed::Lasts { then, now } => {
                let length = |lasting: &Lasting| match lasting {
                    Lasting::Unlimited => self.plain("changed-no-limit"),
                    Lasting::Most(length) => self.length(*length),
                };
                self.say("changed-lasts", &args([("then", length(then)), ("now", length(now))]))
            }
            Changed::Must => self.plain("changed-must"),
            Changed::Lacks(leg, what) => {
                let missing = match what {
                    Some(what) if what.name == "time-limit" => self.plain("leg-time-limit"),
                    Some(what) => self.name(what),
                    None => self.leg(leg),
                };
                self.say("changed-lacks", &args([("missing", missing)]))
            }
            Changed::Given(promise) => self.say("changed-given", &args([("given", promise.to_string())])),
            Changed::Reason(reason) => self.say("changed-reason", &args([("reason", reason.clone())])),
            Changed::Word(word) => {
                let text = |declared: &Option<String>| match declared {
                    Some(declared) => self.say("changed-word-declared", &args([("declared", declared.clone())])),
                    None => self.plain("changed-word-not-declared"),
                };
                let said = [("word", word.word.clone()), ("then", text(&word.then)), ("now", text(&word.now))];
                self.say("changed-word", &args(said))
            }
        }
    }

    /// A finding of the baseline that is no longer there.
    pub fn gone(&self, gone: &Gone) -> String {
        let said =
            [("standard", gone.standard.clone()), ("articles", gone.articles.join(", ")), ("who", gone.who.clone())];
        self.say("baseline-gone", &args(said))
    }

    /// A verdict.
    pub fn verdict(&self, verdict: Verdict) -> String {
        self.plain(verdict_id(verdict))
    }

    /// A verdict with its force: what does not bind is only advice or a note.
    pub fn verdict_with_force(&self, verdict: Verdict, force: Force) -> String {
        match (verdict, force) {
            (Verdict::Incompatible, Force::Interpretation) => self.plain("verdict-incompatible-interpretation"),
            (
                Verdict::Incompatible | Verdict::NotFound,
                Force::Signed | Force::SoftLaw | Force::Unknown | Force::None,
            ) => {
                let word = if force == Force::SoftLaw { "level-advice" } else { "level-note" };
                let word = if force == Force::Signed { "level-warning" } else { word };
                format!("{} ({})", self.plain(word), self.plain(force_id(force)))
            }
            _ => self.verdict(verdict),
        }
    }

    /// The sentence of a finding, with the person it concerns.
    pub fn sentence(&self, finding: &Finding) -> String {
        let who = finding.witness.as_ref().map_or_else(|| self.plain("person"), |w| self.person(w));
        self.sentence_about(finding, &who)
    }

    /// The same of a person who was named before.
    pub fn sentence_of_them(&self, finding: &Finding) -> String {
        self.sentence_about(finding, &self.plain("such-a-person"))
    }

    /// What a sentence speaks of: the article, where it is one that makes it so, else the law.
    fn subject(&self, finding: &Finding) -> String {
        let makes_it_so = |m: &&Mark| matches!(m.role, Role::Power | Role::Definition | Role::Refusal);
        let mut articles: Vec<&ArticleCited> = Vec::new();
        for article in finding.because.iter().filter(makes_it_so).filter_map(|m| m.article.as_ref()) {
            if articles.iter().all(|known| known.span != article.span) {
                articles.push(article);
            }
        }
        match articles[..] {
            [article] if article.alone => self.article_number(article),
            [article] => self.article_of_law(article),
            _ => self.plain("subject-law"),
        }
    }

    fn sentence_about(&self, finding: &Finding, who: &str) -> String {
        let who = who.to_owned();
        let law = self.subject(finding);
        let name = |n: &Named| self.name(n);
        // Who must do something is not said to be allowed to.
        let required = finding.manner == Some(Manner::Requires);
        match &finding.sentence {
            Sentence::Permits { measure } => {
                let id = if required { "finding-requires" } else { "finding-permits" };
                self.say(id, &args([("measure", name(measure)), ("who", who), ("law", law)]))
            }
            Sentence::Lasts { measure, limit, lasts } => {
                // Where the standard asks for some limit, to have none is all there is to say.
                let id = match (limit.is_some() || *lasts != Lasting::Unlimited, required) {
                    (true, false) => "finding-lasts",
                    (true, true) => "finding-lasts-required",
                    (false, false) => "finding-lasts-unlimited",
                    (false, true) => "finding-lasts-unlimited-required",
                };
                let lasts = match lasts {
                    Lasting::Unlimited => self.plain("lasts-unlimited"),
                    Lasting::Most(length) => self.say("lasts-most", &args([("length", self.length(*length))])),
                };
                let limit = match limit {
                    Some(limit) => self.say("limit-at-most", &args([("length", self.length(*limit))])),
                    None => self.plain("limit-any"),
                };
                self.say(
                    id,
                    &args([("measure", name(measure)), ("who", who), ("law", law), ("lasts", lasts), ("limit", limit)]),
                )
            }
            Sentence::WithoutSafeguard { safeguard, measure, within, by } => self.say(
                match (finding.manner, finding.because.iter().any(|m| m.role == Role::Power)) {
                    (Some(Manner::Refuses), true) => "finding-refuses-safeguard",
                    (Some(Manner::Refuses), false) => "finding-refuses-whenever",
                    _ => "finding-without-safeguard",
                },
                &args([
                    ("safeguard", name(safeguard)),
                    ("measure", name(measure)),
                    ("who", who),
                    ("law", law),
                    ("within", self.within(*within)),
                    ("by", self.by(by.as_ref())),
                ]),
            ),
            Sentence::NotEntitled { thing, within, by } => self.say(
                if finding.manner == Some(Manner::Refuses) { "finding-refuses" } else { "finding-not-entitled" },
                &args([
                    ("thing", name(thing)),
                    ("who", who),
                    ("law", law),
                    ("within", self.within(*within)),
                    ("by", self.by(by.as_ref())),
                ]),
            ),
            Sentence::NotProhibited { measure, by } => {
                let permitted = finding.because.iter().any(|m| m.role == Role::Power) || !finding.nearly.is_empty();
                let id = if permitted { "finding-permits-privately" } else { "finding-not-prohibited" };
                self.say(
                    id,
                    &args([("measure", name(measure)), ("who", who), ("law", law), ("by", self.by(by.as_ref()))]),
                )
            }
            Sentence::TreatedWorse { thing, burden, grounds, .. } => {
                let other = finding.other.as_ref().map_or_else(|| self.plain("person"), |o| self.person(o));
                let grounds: Vec<String> = grounds.iter().map(|g| self.ground(g)).collect();
                let id = if *burden { "finding-treated-worse-burden" } else { "finding-treated-worse-service" };
                self.say(
                    id,
                    &args([
                        ("thing", name(thing)),
                        ("who", who),
                        ("law", law),
                        ("other", other),
                        ("grounds", self.list(&grounds)),
                    ]),
                )
            }
            Sentence::GoesRound { step, pass } => self.say(
                "finding-goes-round",
                &args([("step", name(step)), ("pass", name(pass)), ("who", who), ("law", law)]),
            ),
            Sentence::NoProcedure { step, pass } => self.say(
                "finding-no-procedure",
                &args([("step", name(step)), ("pass", name(pass)), ("who", who), ("law", law)]),
            ),
            Sentence::LeftOut { term } => {
                self.say("finding-left-out", &args([("term", name(term)), ("who", who), ("law", law)]))
            }
            Sentence::TakenIn { term } => {
                self.say("finding-taken-in", &args([("term", name(term)), ("who", who), ("law", law)]))
            }
            Sentence::Unjustified { measure } => {
                let missing: Vec<String> =
                    finding.legs.iter().filter(|l| !l.is_stated()).map(|l| self.asks(l.leg)).collect();
                let id = match (finding.weighs || missing.is_empty(), required) {
                    (true, false) => "finding-weigh",
                    (true, true) => "finding-weigh-required",
                    (false, false) => "finding-unjustified",
                    (false, true) => "finding-unjustified-required",
                };
                self.say(
                    id,
                    &args([
                        ("measure", name(measure)),
                        ("who", who),
                        ("law", law),
                        ("legs", missing.join(&self.plain("alternative-separator"))),
                    ]),
                )
            }
            Sentence::NotEstablished { institution } => {
                self.say("finding-not-established", &args([("institution", name(institution))]))
            }
        }
    }

    /// A ground of distinction: the name of a fact, not the phrase it makes of a person.
    fn ground(&self, named: &Named) -> String {
        let short = named.label.short.clone().filter(|_| self.lang == super::Lang::En);
        short.unwrap_or_else(|| self.name(named).replace("{n}", "").replace("{}", "").trim().to_owned())
    }

    pub(super) fn within(&self, length: Option<Length>) -> String {
        length.map_or_else(String::new, |l| self.say("within-time", &args([("length", self.length(l))])))
    }

    pub(super) fn by(&self, authority: Option<&Named>) -> String {
        authority.map_or_else(String::new, |a| self.say("by-authority", &args([("authority", self.name(a))])))
    }

    /// A leg of a justification.
    pub fn leg(&self, leg: &LegName) -> String {
        self.plain(match leg {
            LegName::Legality => "leg-legality",
            LegName::Aim => "leg-aim",
            LegName::Necessity => "leg-necessity",
            LegName::Proportionality => "leg-proportionality",
        })
    }

    /// What a leg of a justification asks of a law.
    fn asks(&self, leg: LegName) -> String {
        self.plain(match leg {
            LegName::Legality => "asks-legality",
            LegName::Aim => "asks-aim",
            LegName::Necessity => "asks-necessity",
            LegName::Proportionality => "asks-proportionality",
        })
    }

    /// What a marked place does.
    pub fn role(&self, role: Role) -> String {
        self.plain(match role {
            Role::Power => "mark-power",
            Role::StopsShort => "mark-stops-short",
            Role::TimeClause => "mark-time-clause",
            Role::LeavesOut => "mark-leaves-out",
            Role::TooLate => "mark-too-late",
            Role::WrongAuthority => "mark-wrong-authority",
            Role::Weaker => "mark-weaker",
            Role::Distinction => "mark-distinction",
            Role::Definition => "mark-definition",
            Role::Path => "mark-path",
            Role::Refusal => "mark-refusal",
            Role::General => "mark-general",
            Role::Protects => "mark-protects",
        })
    }

    /// Every line under a finding: a heading and what it says.
    pub fn lines(&self, result: &StandardResult, finding: &Finding, order: &OrderInfo) -> Vec<(String, String)> {
        let mut out = self.finding_lines(finding, usize::MAX);
        out.extend(self.standard_lines(result, order));
        out
    }

    /// On which readings it holds; nothing where nobody in particular is concerned.
    pub fn readings_line(&self, readings: &Readings, concerns_people: bool) -> Option<(String, String)> {
        let text = match readings {
            Readings::Every if concerns_people => self.plain("readings-every"),
            Readings::Every => return None,
            Readings::NotSaid => self.plain("readings-not-said"),
            Readings::Some(ways) => {
                let ways: Vec<String> =
                    ways.iter().map(|w| self.list(&w.iter().map(|p| self.phrase(p)).collect::<Vec<_>>())).collect();
                match &ways[..] {
                    [one] => self.say("readings-some", &args([("phrases", one.clone())])),
                    many => self
                        .say("readings-some-many", &args([("list", many.join(&self.plain("alternative-separator")))])),
                }
            }
        };
        Some((self.plain("line-readings"), text))
    }

    /// The lines that are the finding's own. Of the ways in which the people it concerns are alike, at most so many.
    pub fn finding_lines(&self, finding: &Finding, most: usize) -> Vec<(String, String)> {
        let mut out: Vec<(String, String)> = Vec::new();
        let mut line = |id: &str, text: String| out.push((self.plain(id), text));
        if let Some(class) = &finding.class {
            let id = if class.exact { "line-exactly" } else { "line-among" };
            line("line-who", self.say(id, &args([("people", self.people_at_most(class, most))])));
        }
        out.extend(self.readings_line(&finding.readings, finding.class.is_some()));
        let mut line = |id: &str, text: String| out.push((self.plain(id), text));
        let stated: Vec<String> = finding.legs.iter().map(|l| self.leg_line(l)).collect();
        for leg in stated {
            line("line-legs", leg);
        }
        if !finding.path.is_empty() {
            let path: Vec<String> = finding.path.iter().map(|s| self.name(s)).collect();
            line("line-path", path.join(" → "));
        }
        for doubt in &finding.doubts {
            line("line-doubt", self.doubtful(doubt));
        }
        if !finding.general.is_empty() {
            let articles = self.articles(finding.general.iter().filter_map(|m| m.article.as_ref()));
            line("line-doubt", self.say("doubt-general", &args([("articles", articles)])));
        }
        if finding.no_exception {
            line("line-read", self.plain("read-no-exception"));
        }
        if finding.searched {
            line("line-read", self.plain("read-searched"));
        }
        if !finding.unread.is_empty() {
            let laws: Vec<String> = finding.unread.iter().map(|law| format!("“{law}”")).collect();
            line("line-read", self.say("read-not", &args([("laws", self.list(&laws))])));
        }
        for assumption in &finding.assumptions {
            line("line-assumes", self.assumption(assumption));
        }
        if let Some(state) = finding.baseline {
            line("line-baseline", self.plain(baseline_id(state)));
            for changed in &finding.changed {
                line("line-baseline", self.changed(changed));
            }
        }
        if let Some(accepted) = &finding.accepted {
            let id = if accepted.by.is_some() { "accepted-by-until" } else { "accepted-until" };
            let text = self.say(
                id,
                &args([
                    ("until", accepted.until.clone()),
                    ("because", accepted.because.clone()),
                    ("by", accepted.by.clone().unwrap_or_default()),
                ]),
            );
            line("line-accepted", text);
            if accepted.by_any_article {
                line("line-accepted", self.plain("accepted-by-any-article"));
            }
        }
        out
    }

    /// The lines that all findings of a standard share: what it rests on, what to do, where to read more.
    pub fn standard_lines(&self, result: &StandardResult, order: &OrderInfo) -> Vec<(String, String)> {
        let mut out: Vec<(String, String)> = Vec::new();
        let mut line = |id: &str, text: String| out.push((self.plain(id), text));
        line("line-standard", self.name(&result.standard));
        for basis in &result.basis {
            line("line-basis", format!("{} · {}", self.basis_short(basis), self.binding(&basis.binding, order)));
            if let Some(text) = self.complaints(basis, order) {
                line("line-complaints", text);
            }
        }
        for basis in &result.interpreted {
            line("line-interpreted", format!("{} · {}", self.basis_short(basis), self.binding(&basis.binding, order)));
        }
        if let Some(help) = &result.help {
            line("line-help", self.label(help, ""));
        }
        line("line-more", self.say("more-explain", &args([("id", result.standard.name.clone())])));
        out
    }

    /// A basis without its quotation, for one line.
    pub fn basis_short(&self, basis: &Basis) -> String {
        self.basis(&Basis { quote: None, ..basis.clone() })
    }

    /// What a law states of a leg of a justification, or that it does not.
    pub fn leg_details(&self, leg: &crate::finding::LegState) -> String {
        let mut details: Vec<String> = leg
            .details
            .iter()
            .map(|d| if d.name == "time-limit" { self.plain("leg-time-limit") } else { self.name(d) })
            .collect();
        details.extend(leg.words.iter().map(|w| format!("“{w}”")));
        self.list(&details)
    }

    fn leg_line(&self, leg: &crate::finding::LegState) -> String {
        let state = self.plain(match leg.word {
            LegWord::Carried => "leg-stated",
            LegWord::ToAssess => "leg-to-weigh",
            LegWord::NotFound => "leg-missing",
            LegWord::Incompatible => "leg-excluded",
        });
        let name = self.leg(&leg.leg);
        let details = self.leg_details(leg);
        let text = if details.is_empty() { state } else { format!("{state} ({details})") };
        self.say("leg-lacks", &args([("leg", name), ("details", text)]))
    }

    /// A doubtful statement on which a finding turns.
    pub fn doubtful(&self, doubtful: &Doubtful) -> String {
        match doubtful {
            Doubtful::Own { .. } => self.plain("doubt-own"),
            Doubtful::Unseen { article } => {
                self.say("doubt-unseen", &args([("article", self.article_number(article))]))
            }
            Doubtful::Rank { article, .. } => {
                self.say("doubt-rank", &args([("article", self.article_number(article))]))
            }
            Doubtful::Refused { article, .. } => {
                self.say("doubt-refused", &args([("article", self.article_number(article))]))
            }
            Doubtful::Declared { words } => self.say("doubt-declared", &args([("words", words.clone())])),
            Doubtful::Reservation { words } => self.say("doubt-reservation", &args([("words", words.clone())])),
            Doubtful::MayBe { thing } => self.say("doubt-may-be", &args([("thing", self.name(thing))])),
        }
    }

    /// What is taken for granted.
    pub fn assumption(&self, assumption: &Assumption) -> String {
        match assumption {
            Assumption::Relies { on, .. } => self.say("assumes-relies", &args([("on", on.clone())])),
            Assumption::Calendar => self.plain("assumes-calendar"),
            Assumption::Unconfirmed(article) => {
                self.say("assumes-unconfirmed", &args([("article", self.article_number(article))]))
            }
        }
    }

    /// How something binds the State of an order.
    pub fn binding(&self, binding: &Binding, order: &OrderInfo) -> String {
        let state = ("state", self.the_state(order));
        let mark = if binding.unconfirmed { self.plain("mark-unconfirmed") } else { String::new() };
        let act = binding.act.as_ref().map_or_else(String::new, |a| self.plain(&format!("act-{a}")));
        let since = binding.since.map(|d| d.to_string());
        let mut text = if let Some(note) = &binding.reserved {
            self.say("binds-reserved", &args([state.clone(), ("note", note.clone())]))
        } else {
            match (binding.force, since) {
                (Force::JusCogens, _) => self.plain("binds-jus-cogens"),
                (Force::Custom, _) => self.plain("binds-custom"),
                (Force::Treaty, _) if binding.assumed => self.say("binds-assumed", &args([state.clone()])),
                (Force::Treaty, Some(since)) => {
                    self.say("binds-since", &args([state.clone(), ("since", since), ("act", act), ("mark", mark)]))
                }
                (Force::Treaty, None) if act.is_empty() => self.plain("binds-everybody"),
                (Force::Treaty, None) => {
                    self.say("binds-undated", &args([state.clone(), ("act", act), ("mark", mark)]))
                }
                (Force::Interpretation, since) => self.say(
                    "binds-interpretation",
                    &args([state.clone(), ("since", since.unwrap_or_else(|| "?".into())), ("mark", mark)]),
                ),
                (Force::Signed, _) if binding.reading => self.say("binds-reading-signed", &args([state.clone()])),
                (Force::Signed, since) => {
                    let since =
                        since.map_or_else(String::new, |s| self.say("binds-signed-since", &args([("since", s)])));
                    self.say("binds-signed", &args([state.clone(), ("since", since), ("mark", mark)]))
                }
                (Force::SoftLaw, _) => self.plain("binds-soft"),
                (Force::Unknown, _) => self.say("binds-unknown", &args([state.clone()])),
                (Force::None, _) if binding.outside.is_some() => {
                    let region = self.say("organisation", &args([("id", binding.outside.clone().unwrap_or_default())]));
                    self.say("binds-outside", &args([state.clone(), ("region", region), ("mark", mark)]))
                }
                (Force::None, _) => match binding.complete_to {
                    Some(date) => self.say("binds-none-to", &args([state.clone(), ("date", date.to_string())])),
                    None => self.say("binds-none", &args([state.clone()])),
                },
            }
        };
        if let Some(note) = &binding.mentioned {
            text.push_str(" · ");
            text.push_str(&self.say("binds-mentioned", &args([state, ("note", note.clone())])));
        }
        text
    }

    fn complaints(&self, basis: &Basis, order: &OrderInfo) -> Option<String> {
        let (instrument, force) = basis.complaints.as_ref()?;
        let body = basis.monitored_by.clone().unwrap_or_default();
        let id = match force {
            Force::Treaty => "complaints-accepted",
            Force::Unknown => "complaints-unknown",
            _ => "complaints-not-accepted",
        };
        Some(
            self.say(id, &args([("body", body), ("instrument", instrument.clone()), ("state", self.the_state(order))])),
        )
    }

    /// What a verdict without findings rests on: what protects, or why nothing was examined.
    pub fn reason(&self, result: &StandardResult) -> String {
        if let Some(words) = &result.reserved {
            return self.say("reason-reserved", &args([("words", words.clone())]));
        }
        let articles = self.articles(result.protects.iter().filter_map(|m| m.article.as_ref()));
        let provided = match (articles.is_empty(), result.verdict) {
            (true, _) => String::new(),
            (false, Verdict::Provided) => self.say("reason-articles", &args([("articles", articles)])),
            (false, _) => {
                let count = result.demands.iter().filter(|d| d.verdict == Verdict::Provided).count();
                let all = result.demands.len();
                let said = [("articles", articles), ("count", count.to_string()), ("all", all.to_string())];
                self.say("reason-in-part", &args(said))
            }
        };
        let why = result.unexamined.map(|why| {
            self.plain(match why {
                Unexamined::NoPower { searched: false } => "unexamined-no-power",
                Unexamined::NoPower { searched: true } => "unexamined-no-power-searched",
                Unexamined::NoArticle => "unexamined-no-article",
                Unexamined::Nobody => "unexamined-nobody",
            })
        });
        let said: Vec<String> = why.into_iter().chain(Some(provided).filter(|p| !p.is_empty())).collect();
        said.join(&self.plain("alternative-separator"))
    }
}
