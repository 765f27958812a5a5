//! What is found is answered for, with a reason, a name and an end. The entry is tried before it is offered.

use super::outcome::Failed;
use super::{Exit, Note, Order, Outcome, Request, Session};
use crate::config::{self, FILE};
use crate::finding::Finding;
use crate::law::{Date, Force};
use crate::logic::Run;

/// What is to be answered for, and how.
#[derive(Debug, Clone)]
pub struct Acceptance {
    /// The standard.
    pub standard: String,
    /// Why.
    pub reason: String,
    /// The last day.
    pub until: Date,
    /// Who answers.
    pub by: Option<String>,
    /// Only what rests on these articles; all when there are none.
    pub articles: Vec<String>,
}

impl Acceptance {
    /// Whether a finding is one of those that are meant.
    fn means(&self, finding: &Finding) -> bool {
        let here = |number: &String| finding.articles().iter().any(|(_, n)| n == number);
        finding.accepted.is_none() && (self.articles.is_empty() || self.articles.iter().any(here))
    }

    fn entry(&self, framework: Option<&str>, who: &str, articles: &[(String, String)]) -> String {
        let quoted = |text: &str| toml::Value::String(text.to_owned()).to_string();
        let mut out = format!("[[accept]]\nstandard = {}\n", quoted(&self.standard));
        if let Some(framework) = framework {
            out.push_str(&format!("in = {}\n", quoted(framework)));
        }
        let articles = articles.iter().map(|(law, number)| toml::Value::String(format!("{number} of {law}")));
        let articles = toml::Value::Array(articles.collect());
        out.push_str(&format!("who = {}\narticles = {articles}\nreason = {}\n", quoted(who), quoted(&self.reason)));
        if let Some(by) = &self.by {
            out.push_str(&format!("by = {}\n", quoted(by)));
        }
        out.push_str(&format!("until = {}\n", self.until));
        out
    }
}

/// The configuration with what was accepted.
#[derive(Debug, Clone)]
pub struct Accepted {
    /// Its whole text.
    pub text: String,
    /// How many findings are answered for.
    pub findings: usize,
}

impl Session {
    /// The configuration with an entry for every finding that is meant, after it was read and tried: all of them are
    /// covered by it. The settings of the session are what they were.
    pub fn accept(&mut self, orders: &[Order], request: &Request, asked: &Acceptance) -> Outcome<Accepted> {
        self.accepted(orders, request, asked).into()
    }

    fn accepted(
        &mut self,
        orders: &[Order],
        request: &Request,
        asked: &Acceptance,
    ) -> Result<Outcome<Accepted>, Failed> {
        if asked.reason.trim().is_empty() {
            return Err(Failed::note(Note::new("accept-without-reason")));
        }
        if !self.today.has_come_by(asked.until) {
            return Err(Failed::note(Note::new("accept-past").with("until", asked.until.to_string())));
        }
        let only = Request { only: vec![asked.standard.clone()], ..request.clone() };
        let mut entries: Vec<String> = Vec::new();
        let (mut findings, run) = (0, Run::until(&request.stop));
        for order in orders {
            let judged: Outcome<_> = self.judge(order, (&only, &run)).into();
            let Some(judgement) = judged.answer else {
                let why = judged.notes.is_empty().then(|| Note::new("no-verdict"));
                return Err(judged
                    .notes
                    .into_iter()
                    .chain(why)
                    .fold(Failed::mistakes(judged.mistakes), Failed::saying));
            };
            for result in judgement.results.iter().filter(|r| !r.findings.is_empty()) {
                if result.force == Force::JusCogens {
                    return Err(Failed::note(Note::new("accepts-jus-cogens")));
                }
                for finding in result.findings.iter().filter(|f| asked.means(f)) {
                    findings += 1;
                    let Some(who) = finding.who() else {
                        return Err(Failed::note(Note::new("accept-cannot-be-said")));
                    };
                    let entry = asked.entry(order.framework.as_deref(), &who.to_string(), &finding.articles());
                    if !entries.contains(&entry) {
                        entries.push(entry);
                    }
                }
            }
        }
        let before = self.configuration.map_or("", |file| self.checker.sources.text_of(file)).to_owned();
        if findings == 0 {
            let nothing = Note::new("accept-nothing").with("standard", asked.standard.clone());
            return Ok(Outcome { answer: None, mistakes: Vec::new(), notes: vec![nothing], exit: Exit::Found });
        }
        let gap = if before.is_empty() || before.ends_with("\n\n") {
            ""
        } else if before.ends_with('\n') {
            "\n"
        } else {
            "\n\n"
        };
        let text = format!("{before}{gap}{}", entries.join("\n"));
        self.tried(orders, (&only, &run), asked, &text)?;
        Ok(Outcome::of(Accepted { text, findings }))
    }

    /// The configuration as it will be, read and tried: everything that was to be accepted is.
    fn tried(
        &mut self,
        orders: &[Order],
        part: (&Request, &Run),
        asked: &Acceptance,
        text: &str,
    ) -> Result<(), Failed> {
        let name = self.configuration.map_or(FILE, |file| self.name(file)).to_owned();
        let file = self.checker.sources.set(&name, text.to_owned());
        let (config, mistakes) = config::read(text, file);
        if !mistakes.is_empty() {
            return Err(Failed::mistakes(mistakes).saying(Note::new("config-has-mistakes")));
        }
        let before = std::mem::replace(&mut self.settings, config);
        let mut covered = true;
        for order in orders {
            let judged = self.judge(order, part);
            let Ok(Outcome { answer: Some(judgement), .. }) = judged else {
                self.settings = before;
                return judged.map(|_| ());
            };
            covered &= !judgement.results.iter().flat_map(|r| &r.findings).any(|f| asked.means(f));
        }
        self.settings = before;
        if covered { Ok(()) } else { Err(Failed::note(Note::new("accept-not-covered"))) }
    }
}
