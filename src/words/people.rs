//! People in words: a noun and what distinguishes them.

use super::{Words, args};
use crate::finding::{Finding, Named, People, Phrase, Value};
use crate::syntax::tree::{Label, Unit};

/// How many phrases distinguish people where they are named in short.
const MOST_PHRASES: usize = 2;

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

    /// Whom findings concern, as short as a person would say it: each noun, and what is not ordinary and shared by all who
    /// are called so. Nothing where they concern nobody in particular.
    pub fn people_in_short<'a>(&self, findings: impl IntoIterator<Item = &'a Finding>) -> Vec<String> {
        let mut all: Vec<(Option<&Named>, Vec<&Phrase>, bool)> = Vec::new();
        for finding in findings {
            let (Some(class), Some(witness)) = (&finding.class, &finding.witness) else { continue };
            let matters = |phrase: &&Phrase| witness.common.iter().any(|own| own.fact.name == phrase.fact.name);
            let said: Vec<&Phrase> =
                class.common.iter().chain(class.alternatives.iter().flatten()).filter(matters).collect();
            match all.iter_mut().find(|(noun, ..)| *noun == class.noun.as_ref()) {
                Some((_, shared, several)) => {
                    shared.retain(|phrase| said.contains(phrase));
                    *several = true;
                }
                None => all.push((class.noun.as_ref(), said, false)),
            }
        }
        all.into_iter()
            .map(|(noun, phrases, several)| {
                let mut common: Vec<Phrase> = Vec::new();
                for phrase in phrases {
                    if common.iter().all(|known| known.fact.name != phrase.fact.name) {
                        common.push(phrase.clone());
                    }
                }
                let more = common.len() > MOST_PHRASES || several && common.is_empty() && noun.is_none();
                common.truncate(MOST_PHRASES);
                let short = People { noun: noun.cloned(), common, alternatives: Vec::new(), exact: true };
                let text = self.people(&short);
                if more { self.say("people-and-more", &args([("people", text)])) } else { text }
            })
            .collect()
    }

    /// Many people with at most so many alternatives, and how many there are beyond.
    pub fn people_at_most(&self, people: &People, most: usize) -> String {
        let more = people.alternatives.len().saturating_sub(most);
        if more == 0 {
            return self.people(people);
        }
        let few = People { alternatives: people.alternatives.iter().take(most).cloned().collect(), ..people.clone() };
        let mut said = args([("people", self.people(&few))]);
        said.set("more", more);
        self.say("people-alternatives-more", &said)
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
                let said: Vec<String> = ranges
                    .iter()
                    .map(|range| match *range {
                        // What is counted in the label itself, as in *resident for 3 years*, is no age.
                        (Some(low), None) if bare && !label.ends_with("{n}") => {
                            self.say("range-from-unit", &args([("low", low.to_string())]))
                        }
                        range => self.range(range, unit.filter(|_| !bare)),
                    })
                    .collect();
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
