//! People in words: a noun and what distinguishes them.

use super::{Words, args};
use crate::finding::{People, Phrase, Value};
use crate::syntax::tree::{Label, Unit};

impl Words {
    /// One person: *a foreigner aged 16*.
    pub fn person(&self, people: &People) -> String {
        let noun = people.noun.as_ref().map_or_else(|| self.plain("person"), |n| self.name(n));
        self.with(&noun, &people.common, "person-with")
    }

    /// Many people: *foreigners aged 16 or 17, not pregnant*.
    pub fn people(&self, people: &People) -> String {
        let noun = people
            .noun
            .as_ref()
            .map_or_else(|| self.plain("people"), |n| self.plural(&n.label).unwrap_or_else(|| self.name(n)));
        let mut text = self.with(&noun, &people.common, "people-with");
        if !people.alternatives.is_empty() {
            let ways: Vec<String> = people
                .alternatives
                .iter()
                .map(|way| self.list(&way.iter().map(|p| self.phrase(p)).collect::<Vec<_>>()))
                .collect();
            let list = ways.join(&self.plain("alternative-separator"));
            text.push_str(&self.say("alternatives", &args([("list", list)])));
        }
        if !people.exact {
            text.push_str(&self.plain("among-others"));
        }
        text
    }

    fn with(&self, noun: &str, phrases: &[Phrase], id: &str) -> String {
        if phrases.is_empty() {
            return noun.to_owned();
        }
        let phrases: Vec<String> = phrases.iter().map(|p| self.phrase(p)).collect();
        self.say(id, &args([("noun", noun.to_owned()), ("phrases", self.list(&phrases))]))
    }

    fn plural(&self, label: &Label) -> Option<String> {
        if self.lang == super::Lang::Zh {
            return None;
        }
        label.plural.iter().find(|(lang, _)| lang == self.lang.code()).map(|(_, text)| text.clone())
    }

    /// What is said of one fact.
    pub fn phrase(&self, phrase: &Phrase) -> String {
        let label = self.name(&phrase.fact);
        match &phrase.value {
            Value::Yes => label,
            Value::No => {
                let contrary = phrase.fact.label.contrary.iter().find(|(lang, _)| lang == self.lang.code());
                // A label that is a clause of its own cannot follow a bare *not*: *not one who arrived by sea*.
                let clause = ["who ", "whose ", "for whom ", "to whom ", "against whom "];
                let id = if clause.iter().any(|c| label.starts_with(c)) { "phrase-no-clause" } else { "phrase-no" };
                contrary.map_or_else(|| self.say(id, &args([("label", label)])), |(_, text)| text.clone())
            }
            Value::OneOf(values) => {
                let values: Vec<String> = values.iter().map(|v| self.name(v)).collect();
                self.say("phrase-one-of", &args([("values", values.join(&self.plain("value-separator")))]))
            }
            Value::Ranges(ranges, unit) => {
                let bare = label.contains("{n}");
                let said: Vec<String> = ranges.iter().map(|r| self.range(*r, unit.filter(|_| !bare))).collect();
                let said = said.join(&self.plain("range-separator"));
                if bare {
                    label.replace("{n}", &said)
                } else if label.contains("{}") {
                    label.replace("{}", &said)
                } else {
                    self.say("phrase-number", &args([("fact", label), ("range", said)]))
                }
            }
        }
    }

    fn range(&self, (low, high): (Option<i64>, Option<i64>), unit: Option<Unit>) -> String {
        let n = |number: i64| self.number_of(number, unit);
        match (low, high) {
            (Some(low), Some(high)) if low == high => self.say("range-exact", &args([("low", n(low))])),
            (Some(low), Some(high)) if low + 1 == high => {
                self.say("range-two", &args([("low", low.to_string()), ("high", n(high))]))
            }
            (Some(low), Some(high)) => self.say("range-between", &args([("low", n(low)), ("high", n(high))])),
            // Ages are said by the birthday that ends them; lengths of time by their limit.
            (None, Some(high)) if unit.is_none() => self.say("range-below", &args([("high", n(high + 1))])),
            (None, Some(high)) => self.say("range-most", &args([("high", n(high))])),
            (Some(low), None) if unit.is_none() => self.say("range-from", &args([("low", n(low))])),
            (Some(low), None) => self.say("range-more", &args([("low", n(low - 1))])),
            (None, None) => self.plain("range-any"),
        }
    }
}
