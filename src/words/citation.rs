//! How an article is cited: article 60(1), 第60条第1款.

use super::{Words, args};
use crate::finding::{ArticleCited, Basis};

impl Words {
    /// An article of a law: *article 60*, 第60条.
    pub fn article(&self, article: &ArticleCited) -> String {
        let text = self.article_of_law(article);
        if article.unconfirmed { format!("{text} {}", self.plain("not-confirmed-mark")) } else { text }
    }

    /// The same without a mark where its words have not been seen.
    pub(super) fn article_of_law(&self, article: &ArticleCited) -> String {
        let id = if article.policy.name.is_empty() { "article-cited" } else { "article-of" };
        let policy = self.name(&article.policy);
        self.tidy(self.say(id, &args([("number", self.number_parts(&article.number)), ("policy", policy)])))
    }

    /// Only its number, where the law is plain from the context.
    pub fn article_number(&self, article: &ArticleCited) -> String {
        self.tidy(self.say("article-cited", &args([("number", self.number_parts(&article.number))])))
    }

    /// Its number alone, as it is counted among others.
    pub fn bare_number(&self, article: &ArticleCited) -> String {
        let number = self.number_parts(&article.number);
        if article.unconfirmed { format!("{number} {}", self.plain("not-confirmed-mark")) } else { number }
    }

    /// What something rests on, as short as lawyers say it: *CRC 37(b)*.
    pub fn basis_in_short(&self, basis: &Basis) -> String {
        let short = basis.short.as_deref().filter(|_| self.lang == super::Lang::En);
        let title = short.map_or_else(|| self.instrument(basis), str::to_owned);
        match &basis.place {
            Some(place) if self.lang == super::Lang::En => format!("{title} {place}"),
            Some(_) => format!("{title}{}", self.place(basis)),
            None => title,
        }
    }

    /// Articles, each once, in order.
    pub fn articles<'a>(&self, articles: impl IntoIterator<Item = &'a ArticleCited>) -> String {
        let mut seen: Vec<String> = Vec::new();
        for article in articles {
            let text = self.article_number(article);
            if !seen.contains(&text) {
                seen.push(text);
            }
        }
        self.list(&seen)
    }

    /// A place in an instrument: *art. 37(b)*, 第37条(b)项.
    pub fn place(&self, basis: &Basis) -> String {
        let Some(place) = &basis.place else { return String::new() };
        let id = if basis.paragraph { "place-para" } else { "place-art" };
        let text = self.say(id, &args([("place", self.number_parts(place))]));
        self.tidy(text)
    }

    /// Chinese law says 条, 款, 项 for what English writes in brackets.
    fn number_parts(&self, number: &str) -> String {
        if self.lang != super::Lang::Zh {
            return number.to_owned();
        }
        let mut out = String::new();
        for (depth, part) in number.split('(').enumerate() {
            let Some(inner) = part.strip_suffix(')') else {
                out.push_str(part);
                if depth == 0 && number.contains('(') {
                    out.push('条');
                }
                continue;
            };
            let digits = inner.chars().all(|c| c.is_ascii_digit());
            match (depth, digits) {
                (1, true) => out.push_str(&format!("第{inner}款")),
                (_, true) => out.push_str(&format!("第{inner}项")),
                _ => out.push_str(&format!("({inner})项")),
            }
        }
        out
    }

    /// 第60条第1款条 is 第60条第1款: the pattern of the catalogue closes with 条, which the parts already have.
    pub fn tidy(&self, text: String) -> String {
        if self.lang != super::Lang::Zh {
            return text;
        }
        text.replace("款条", "款").replace("项条", "项").replace("条条", "条")
    }

    /// An instrument, by its title in this language.
    pub fn instrument(&self, basis: &Basis) -> String {
        let title = self.name(&basis.title);
        if title.is_empty() { basis.instrument.clone() } else { title }
    }

    /// A basis in one line: title, place, quotation.
    pub fn basis(&self, basis: &Basis) -> String {
        let quote = basis
            .quote
            .as_ref()
            .map_or_else(String::new, |(text, _)| self.say("basis-quote", &args([("quote", text.clone())])));
        let line = self.say(
            "basis-line",
            &args([("title", self.instrument(basis)), ("place", self.place(basis)), ("quote", quote)]),
        );
        let line = if basis.place.is_none() { line.replacen(", ", "", 1) } else { line };
        if basis.unconfirmed { format!("{line}{}", self.plain("basis-unconfirmed")) } else { line }
    }
}
