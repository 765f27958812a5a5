//! What may have been meant by a name that nothing has, or that stands for something else: what laws call so first, what
//! is spelt nearly so last.

use super::resolve::{Resolver, kind_word};
use super::vocabulary::{Named, Vocabulary};
use crate::syntax::tree::{self, Name};
use crate::syntax::{Suggestion, Why, near};

/// More names than this help nobody to choose.
const MOST: usize = 3;

/// How near something must mean to be suggested.
const NEAR: f64 = 0.6;

/// How many unknown names of a run are looked up by their meaning.
const MOST_SEARCHED: usize = 64;

/// What people call something, as a name of the language is written.
fn plain(called: &str) -> String {
    called.trim().to_lowercase().replace([' ', '_'], "-")
}

impl Vocabulary {
    /// Enters what laws and people call something. Names that are entered first are suggested first.
    pub(super) fn enter_called(&mut self, label: &tree::Label, name: &Name) {
        let labels =
            label.main.iter().map(|q| q.text.as_str()).chain(label.by_language.iter().map(|(_, t)| t.as_str()));
        let labels = labels.map(|text| ["a ", "an ", "the "].iter().find_map(|a| text.strip_prefix(a)).unwrap_or(text));
        for called in label.also.iter().map(|(_, also)| also.as_str()).chain(labels) {
            let names = self.also.entry(plain(called)).or_default();
            if !names.contains(&name.text) {
                names.push(name.text.clone());
            }
        }
    }

    /// The names here of what people call so, be it one or several of them.
    pub fn called(&self, word: &str) -> &[String] {
        let word = plain(word);
        let one = |word: &str| word.strip_suffix('s').map(str::to_owned);
        let found = self.also.get(&word).or_else(|| self.also.get(&one(&word)?));
        found.map_or(&[], Vec::as_slice)
    }
}

impl Resolver {
    /// What a name stands for, by the catalogue id of its kind.
    pub(super) fn kind_of(&self, named: Named) -> &'static str {
        match named {
            Named::Fact(_) => "kind-fact",
            Named::Term(_) => "kind-term",
            Named::Time(_) => "kind-time",
            Named::Reason(_) => "kind-reason",
            Named::Thing(id) => kind_word(self.vocabulary.thing(id).kind),
        }
    }

    /// What the word means and fits here; else what it means elsewhere; else what fits and is spelt nearly so.
    pub(super) fn meant(&self, word: &str, fits: impl Fn(&Vocabulary, Named) -> bool) -> Vec<Suggestion> {
        let (here, elsewhere) = self.meanings(word, &fits);
        if !here.is_empty() || !elsewhere.is_empty() {
            return if here.is_empty() { elsewhere } else { here };
        }
        let vocabulary = &self.vocabulary;
        let names = vocabulary.names.iter().chain(&self.own);
        let candidates = names.filter(|(_, named)| fits(vocabulary, **named)).map(|(name, _)| name.as_str());
        let spelt = |name: String| Suggestion { name, kind: None, why: Why::Spelling };
        let spelt: Vec<Suggestion> = near(word, candidates).map(spelt).into_iter().collect();
        if spelt.is_empty() { self.nearly_meant(word, fits) } else { spelt }
    }

    /// What means nearly the same and fits here: a word of the same stem, a synonym among several words.
    fn nearly_meant(&self, word: &str, fits: impl Fn(&Vocabulary, Named) -> bool) -> Vec<Suggestion> {
        // A file full of unknown names is answered all the same.
        let asked = self.searched.get();
        if asked >= MOST_SEARCHED {
            return Vec::new();
        }
        self.searched.set(asked + 1);
        let found = self.vocabulary.nearest(&word.replace(['-', '_'], " "), MOST * 4);
        let here =
            found.into_iter().filter(|f| f.value.is_none() && f.nearness >= NEAR && fits(&self.vocabulary, f.named));
        here.take(MOST).map(|f| Suggestion { name: f.name, kind: None, why: Why::Meaning }).collect()
    }

    /// What the word means: what fits here, and what stands elsewhere, of one kind.
    pub(super) fn meanings(
        &self,
        word: &str,
        fits: impl Fn(&Vocabulary, Named) -> bool,
    ) -> (Vec<Suggestion>, Vec<Suggestion>) {
        let (mut here, mut elsewhere) = (Vec::new(), Vec::<Suggestion>::new());
        for name in self.vocabulary.called(word).iter().filter(|name| *name != word) {
            let Some(named) = self.vocabulary.names.get(name) else { continue };
            if fits(&self.vocabulary, *named) {
                here.push(Suggestion { name: name.clone(), kind: None, why: Why::Meaning });
            } else {
                let kind = Some(self.kind_of(*named));
                // What a law governs helps nobody who writes a clause.
                if kind != Some("kind-subject") && elsewhere.first().is_none_or(|first| first.kind == kind) {
                    elsewhere.push(Suggestion { name: name.clone(), kind, why: Why::Elsewhere });
                }
            }
        }
        here.truncate(MOST);
        elsewhere.truncate(MOST);
        (here, elsewhere)
    }
}
