//! Everything ever said to a person, by language. The sentences are in the catalogues beside this file.

mod citation;
mod difference;
mod finding;
mod mend;
mod mistake;
mod people;

use crate::finding::Named;
use crate::model::Length;
use crate::syntax::tree::{Label, Unit};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use std::cell::OnceCell;

pub use finding::force_id;
pub use mistake::MistakeWords;

/// A language of reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Chinese, simplified.
    Zh,
}

impl Lang {
    /// Every language.
    pub const ALL: [Lang; 2] = [Lang::En, Lang::Zh];

    /// Its code.
    pub fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Zh => "zh",
        }
    }

    /// Reads a code such as `zh`, or a locale such as `zh_CN.UTF-8`.
    pub fn parse(text: &str) -> Option<Lang> {
        let code = text.split(['-', '_', '.']).next().unwrap_or("");
        Lang::ALL.into_iter().find(|l| l.code() == code)
    }
}

/// The catalogue of one language.
pub fn catalogue(lang: Lang) -> &'static str {
    match lang {
        Lang::En => include_str!("en.ftl"),
        Lang::Zh => include_str!("zh.ftl"),
    }
}

/// The words of one language. Its catalogue is read when the first of them is said.
pub struct Words {
    /// Which.
    pub lang: Lang,
    bundle: OnceCell<FluentBundle<FluentResource>>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Words({})", self.lang.code())
    }
}

/// What a sentence speaks of.
pub type Args<'a> = FluentArgs<'a>;

/// Arguments for a sentence.
pub fn args<'a>(pairs: impl IntoIterator<Item = (&'static str, String)>) -> Args<'a> {
    let mut args = FluentArgs::new();
    for (name, value) in pairs {
        args.set(name, value);
    }
    args
}

impl Words {
    /// The words of a language.
    pub fn new(lang: Lang) -> Words {
        Words { lang, bundle: OnceCell::new() }
    }

    fn bundle(&self) -> &FluentBundle<FluentResource> {
        self.bundle.get_or_init(|| {
            let language: unic_langid::LanguageIdentifier = self.lang.code().parse().unwrap_or_default();
            let mut bundle = FluentBundle::new(vec![language]);
            bundle.set_use_isolating(false);
            // What a catalogue gets wrong is found by a test; here the rest of it is used.
            let read = FluentResource::try_new(catalogue(self.lang).to_owned());
            let _ = bundle.add_resource(read.unwrap_or_else(|(resource, _)| resource));
            bundle
        })
    }

    /// Whether the catalogue has this message.
    pub fn has(&self, id: &str) -> bool {
        self.bundle().has_message(id)
    }

    /// A sentence. A missing one is shown by its id, so that it is noticed.
    pub fn say(&self, id: &str, args: &Args<'_>) -> String {
        let Some(pattern) = self.bundle().get_message(id).and_then(|m| m.value()) else { return id.to_owned() };
        self.bundle().format_pattern(pattern, Some(args), &mut Vec::new()).into_owned()
    }

    /// A sentence that speaks of nothing in particular.
    pub fn plain(&self, id: &str) -> String {
        self.say(id, &FluentArgs::new())
    }

    /// An attribute of a message, if it has one.
    pub fn attribute(&self, id: &str, attribute: &str, args: &Args<'_>) -> Option<String> {
        let message = self.bundle().get_message(id)?;
        let pattern = message.get_attribute(attribute)?.value();
        Some(self.bundle().format_pattern(pattern, Some(args), &mut Vec::new()).into_owned())
    }

    /// A count with its noun.
    pub fn count(&self, id: &str, count: usize) -> String {
        let mut args = FluentArgs::new();
        args.set("count", count);
        self.say(id, &args)
    }

    /// A list of things, as the language separates them.
    pub fn list(&self, parts: &[String]) -> String {
        parts.join(&self.plain("list-separator"))
    }

    /// What a thing is called: its label in this language, else its first label, else its name.
    pub fn label(&self, label: &Label, name: &str) -> String {
        let own = label.by_language.iter().find(|(lang, _)| lang == self.lang.code()).map(|(_, text)| text.clone());
        own.or_else(|| label.main.as_ref().map(|q| q.text.clone()))
            .or_else(|| label.by_language.iter().find(|(lang, _)| lang == "en").map(|(_, text)| text.clone()))
            .unwrap_or_else(|| name.replace('-', " "))
    }

    /// What a named thing is called.
    pub fn name(&self, named: &Named) -> String {
        self.label(&named.label, &named.name)
    }

    /// A length of time.
    pub fn length(&self, length: Length) -> String {
        self.number_of(length.number, Some(length.unit))
    }

    pub(crate) fn number_of(&self, number: i64, unit: Option<Unit>) -> String {
        let id = match unit {
            None => return number.to_string(),
            Some(Unit::Hours) if number >= 48 && number % 24 == 0 => {
                return self.number_of(number / 24, Some(Unit::Days));
            }
            Some(Unit::Hours) => "length-hours",
            Some(Unit::Days) => "length-days",
            Some(Unit::Weeks) => "length-weeks",
            Some(Unit::Months) => "length-months",
            Some(Unit::Years) => "length-years",
        };
        let mut args = FluentArgs::new();
        args.set("number", number);
        self.say(id, &args)
    }
}
