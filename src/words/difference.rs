//! A change between two laws in words.

use super::{Words, args};
use crate::finding::{Change, Codes, Effect, Lasting, Mark, Named, People, VerdictChange};
use crate::text::Span;

impl Words {
    /// The sentence of a change, with the person it concerns.
    pub fn change(&self, change: &Change) -> String {
        let who = change.witness.as_ref().map_or_else(|| self.plain("person"), |w| self.person(w));
        let id = |kind: &str| format!("change-{kind}-{}", if change.more { "more" } else { "less" });
        let name = |n: &Named| self.name(n);
        match &change.effect {
            Effect::Permitted { measure } => {
                self.say(&id("permitted"), &args([("who", who), ("measure", name(measure))]))
            }
            Effect::Lasting { measure, before, after } => self.say(
                &id("lasting"),
                &args([
                    ("who", who),
                    ("measure", name(measure)),
                    ("before", self.lasting(*before)),
                    ("after", self.lasting(*after)),
                ]),
            ),
            Effect::Safeguard { thing, measure, within, by } => self.say(
                &id("safeguard"),
                &args([
                    ("who", who),
                    ("thing", name(thing)),
                    ("measure", name(measure)),
                    ("within", self.within(*within)),
                    ("by", self.by(by.as_ref())),
                ]),
            ),
            Effect::Entitlement { thing, within, by } => self.say(
                &id("entitlement"),
                &args([
                    ("who", who),
                    ("thing", name(thing)),
                    ("within", self.within(*within)),
                    ("by", self.by(by.as_ref())),
                ]),
            ),
            Effect::Prohibition { measure } => {
                self.say(&id("prohibition"), &args([("who", who), ("measure", name(measure))]))
            }
            Effect::Definition { term } => self.say(&id("definition"), &args([("who", who), ("term", name(term))])),
            Effect::Institution { institution } => {
                self.say(&id("institution"), &args([("institution", name(institution))]))
            }
            Effect::Step { step } => self.say(&id("step"), &args([("who", who), ("step", name(step))])),
        }
    }

    fn lasting(&self, lasting: Lasting) -> String {
        match lasting {
            Lasting::Unlimited => self.plain("change-lasts-unlimited"),
            Lasting::Most(length) => self.say("change-lasts-most", &args([("length", self.length(length))])),
        }
    }

    /// Everybody in a class, where that can be taken in; else the most ordinary of them, among others.
    pub fn at_a_glance(&self, person: Option<&People>, class: &People) -> String {
        const MOST: usize = 16;
        let phrases = class.common.len() + class.alternatives.iter().map(Vec::len).sum::<usize>();
        match person {
            Some(person) if phrases > MOST => self.say("line-among", &args([("people", self.person(person))])),
            _ => {
                let id = if class.exact { "line-exactly" } else { "line-among" };
                self.say(id, &args([("people", self.people(class))]))
            }
        }
    }

    /// Every line under a change: a heading and what it says.
    pub fn change_lines(&self, change: &Change, place: impl Fn(Span) -> String) -> Vec<(String, String)> {
        let mut out = Vec::new();
        if let Some(class) = &change.class {
            out.push((self.plain("line-who"), self.at_a_glance(change.witness.as_ref(), class)));
        }
        out.extend(self.readings_line(&change.readings, change.class.is_some()));
        out.push((self.plain("diff-before"), self.sides(&change.before, &place)));
        out.push((self.plain("diff-now"), self.sides(&change.after, &place)));
        out.push((self.plain("diff-coded"), self.codes(&change.codes, change.better)));
        out
    }

    /// What one law says, and where; what has not been seen in its words is marked.
    fn sides(&self, marks: &[Mark], place: &impl Fn(Span) -> String) -> String {
        let mut said: Vec<String> = Vec::new();
        for mark in marks {
            let article = mark.article.as_ref();
            let mut text = article.map(|a| self.article_number(a)).into_iter().collect::<Vec<_>>();
            text.push(format!("({})", place(mark.span)));
            if article.is_some_and(|a| a.unconfirmed) {
                text.push(self.plain("not-confirmed-mark"));
            }
            let text = text.join(" ");
            if !said.contains(&text) {
                said.push(text);
            }
        }
        if said.is_empty() { self.plain("diff-nothing") } else { self.list(&said) }
    }

    /// Area, tool, group, and whether it restricts more.
    pub fn codes(&self, codes: &Codes, better: Option<bool>) -> String {
        let said = |kind: &str, code: &str| {
            if code.is_empty() { self.plain("code-not-coded") } else { self.plain(&format!("code-{kind}-{code}")) }
        };
        let restrictive = self.plain(match better {
            Some(true) => "code-less-restrictive",
            Some(false) => "code-more-restrictive",
            None => "code-not-coded",
        });
        self.say(
            "code-line",
            &args([
                ("area", said("area", &codes.area)),
                ("tool", said("tool", &codes.tool)),
                ("group", said("group", &codes.group)),
                ("restrictive", restrictive),
            ]),
        )
    }

    /// The verdict before and now.
    pub fn verdict_change(&self, change: &VerdictChange) -> String {
        let after = self.verdict_with_force(change.after, change.force);
        if change.before == change.after {
            let id = match (&change.newly, &change.no_longer) {
                (None, Some(_)) => "diff-verdict-fewer",
                (Some(_), None) => "diff-verdict-more",
                _ => "diff-verdict-same",
            };
            return self.say(id, &args([("after", after)]));
        }
        let before = self.verdict_with_force(change.before, change.force);
        self.say("diff-verdict", &args([("before", before), ("after", after)]))
    }
}
