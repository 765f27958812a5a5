//! The gravest points one by one: the sentence, whom it concerns, the law's own words, the treaty's, the edit; and what a
//! person has to decide.

use super::document::{Document, Paragraph, Piece, capital, piece};
use super::edits::changed;
use super::said::{Said, language_of};
use super::shortened;
use crate::finding::{ArticleCited, Finding, Mark, Mend, People, Readings, StandardResult};
use crate::law::Force;
use crate::report::format::RenderContext;
use crate::report::opening::{articles_of, basis, standing_id};
use crate::report::{Cause, PointSummary, Standing, Summary, location, one_line};
use crate::text::Span;
use crate::words::{Words, args, force_id};

/// Causes of a point that are told in full, by how the point stands.
fn most_causes(standing: Standing) -> usize {
    match standing {
        Standing::Outside => 3,
        Standing::NotFound => 2,
        _ => 1,
    }
}

/// Articles of one cause whose words are quoted.
const MOST_ARTICLES: usize = 3;

/// Places of treaties that are quoted for one point.
const MOST_TREATIES: usize = 2;

/// Things of one point that a comment lists.
const MOST_OPEN: usize = 5;

/// Ways in which people may be alike that are said.
const MOST_WAYS: usize = 2;

/// How long the words of an article may be, and what is said of people, counted as a terminal counts.
const WIDEST_WORDS: usize = 420;
const WIDEST_PEOPLE: usize = 260;

/// What of the points was written so far.
#[derive(Debug)]
pub(super) struct Sheets<'a, 'b> {
    context: &'b RenderContext<'b>,
    summary: &'b Summary<'a>,
    edits: Vec<&'a Mend>,
    /// Under which point each edit stands.
    shown: Vec<Option<Said>>,
}

impl<'a, 'b> Sheets<'a, 'b> {
    pub(super) fn new(context: &'b RenderContext<'b>, summary: &'b Summary<'a>) -> Sheets<'a, 'b> {
        let edits: Vec<&Mend> = summary.edits().into_iter().map(|(mend, _)| mend).collect();
        let shown = vec![None; edits.len()];
        Sheets { context, summary, edits, shown }
    }

    pub(super) fn has_edits(&self) -> bool {
        !self.edits.is_empty()
    }

    fn say(&self, say: impl Fn(&Words) -> String) -> Said {
        Said::by(self.context.voices, say)
    }

    /// A point and everything that makes it stand as it does.
    pub(super) fn write(&mut self, document: &mut Document, number: usize, point: &PointSummary<'a>) {
        let name = self.say(|w| w.name(point.name));
        let mut heading = name.clone();
        if let Some((_, text)) = heading.0.first_mut() {
            *text = format!("{number}  {text}");
        }
        document.heading(3, &heading, None);
        let standards = point.standards(point.standing);
        document.said(
            "Standing",
            &self.say(|w| {
                let standing = w.plain(standing_id(point.standing));
                let basis = basis(&standards, w);
                // Custom and peremptory norms are named by their force.
                let named = point.force <= Force::Custom && !basis.is_empty();
                let force = if named { String::new() } else { format!(" · {}", w.plain(force_id(point.force))) };
                if basis.is_empty() { format!("{standing}{force}") } else { format!("{standing}{force} · {basis}") }
            }),
        );
        let causes: Vec<&Cause<'a>> = point.causes.iter().filter(|c| c.standing <= Standing::Reading).collect();
        let most = most_causes(point.standing);
        let mut quoted: Vec<Span> = Vec::new();
        for cause in causes.iter().take(most) {
            self.cause(document, cause, &mut quoted);
            self.edit(document, cause, &name);
        }
        self.others(document, causes.get(most..).unwrap_or_default(), &name);
        self.treaties(document, &standards);
        self.advice(document, &causes, &standards);
        self.open(document, point);
    }

    fn cause(&self, document: &mut Document, cause: &Cause<'a>, quoted: &mut Vec<Span>) {
        let (_, finding) = cause.first;
        document.said("Sentence", &self.say(|w| w.sentence(finding)));
        // Of people in general the sentence says enough.
        let plain = |class: &&People| class.common.is_empty() && class.alternatives.is_empty();
        if let Some(class) = finding.class.as_ref().filter(|class| !plain(class)) {
            let people = self.say(|w| shortened(&one_line(&w.people_at_most(class, MOST_WAYS)), WIDEST_PEOPLE));
            self.line(document, "Detail", &self.say(|w| w.plain("line-who")), &people);
        }
        let marks = cause.because();
        for mark in marks.iter().take(MOST_ARTICLES) {
            let article = mark.article.as_ref();
            let key = article.map_or(mark.span, |a| a.span);
            if !quoted.contains(&key) {
                quoted.push(key);
                self.law(document, mark);
            }
        }
    }

    /// The words of the article a mark lies in; where nobody wrote them down, the clause as it is encoded.
    fn law(&self, document: &mut Document, mark: &Mark) {
        let named = self.say(|w| {
            mark.article.as_ref().map_or_else(String::new, |a| {
                let heading = w.label(&a.heading, "");
                one_line(&if heading.is_empty() { w.article(a) } else { format!("{} · {heading}", w.article(a)) })
            })
        });
        let articles = self.summary.judgement.order.laws.iter().flat_map(|l| &l.articles);
        let own = mark.article.as_ref().and_then(|a| articles.clone().find(|i| i.cited.span == a.span));
        let mut words = Said::default();
        if let Some(label) = own.and_then(|info| info.words.as_ref()) {
            if let Some(main) = &label.main {
                let text = shortened(&one_line(&main.text), WIDEST_WORDS);
                words.add(language_of(&text), &text);
            }
            for (language, text) in &label.by_language {
                let wanted = self.context.voices.iter().any(|w| w.lang.code() == language);
                if wanted || words.is_empty() {
                    words.add(language, &shortened(&one_line(text), WIDEST_WORDS));
                }
            }
        }
        if words.is_empty() {
            self.line(document, "Before", &named, &Said::bare(&location(self.context.sources, mark.span)));
            let clause = shortened(&one_line(self.context.sources.text(mark.span)), WIDEST_WORDS);
            let pieces = vec![Piece::Text((String::new(), clause), Some("Code"))];
            document.paragraph(&Paragraph { style: "Encoded", pieces });
        } else {
            for (_, text) in &mut words.0 {
                *text = format!("“{text}”");
            }
            self.line(document, "LawWords", &named, &words);
        }
    }

    /// What is said first, in bold, and what is said of it, a paragraph a language; as many as the one or the other has.
    fn line(&self, document: &mut Document, style: &'static str, lead: &Said, text: &Said) {
        let count = text.0.len().max(1);
        for at in 0..count {
            let mut pieces = Vec::new();
            if let Some(part) = lead.0.get(at).or_else(|| lead.0.first().filter(|_| at == 0)) {
                pieces.push(piece(&capital(part), Some("Lead")));
                pieces.push(Piece::Text((String::new(), ": ".into()), None));
            }
            if let Some(part) = text.0.get(at) {
                pieces.push(piece(part, (at > 0).then_some("Other")));
            }
            document.paragraph(&Paragraph { style, pieces });
        }
    }

    /// The edit that removes a cause; where it stands already, under which point.
    fn edit(&mut self, document: &mut Document, cause: &Cause<'a>, point: &Said) {
        let Some(mend) = cause.mend() else { return };
        let Some(at) = self.edits.iter().position(|known| *known == mend) else { return };
        let number = at + 1;
        let elsewhere = self.shown.get(at).cloned().flatten();
        if let Some(elsewhere) = elsewhere {
            if elsewhere != *point {
                let said = self.say(|w| {
                    let mut said = args([("point", one_line(&elsewhere.line()))]);
                    said.set("number", number);
                    w.say("word-edit-elsewhere", &said)
                });
                document.said("Detail", &said);
            }
            return;
        }
        if let Some(shown) = self.shown.get_mut(at) {
            *shown = Some(point.clone());
        }
        for (part, changed) in changed(mend, self.context.sources).into_iter().enumerate() {
            let place = Said::bare(&location(self.context.sources, changed.at));
            let lead = if part > 0 { Said::default() } else { self.say(|w| w.count("word-edit", number)) };
            let what = if part > 0 { place } else { self.say(|w| format!("{} · {}", w.mend(mend), place.line())) };
            self.line(document, "Before", &lead, &what);
            document.paragraph(&changed.shown);
        }
    }

    /// Causes that are not told in full: by which articles; and the edits that remove them.
    fn others(&mut self, document: &mut Document, causes: &[&Cause<'a>], point: &Said) {
        if causes.is_empty() {
            return;
        }
        let mut marks: Vec<&ArticleCited> =
            causes.iter().flat_map(|c| c.because()).filter_map(|m| m.article.as_ref()).collect();
        marks.sort_by_key(|article| article.span);
        let said = self.say(|w| {
            let articles = articles_of(self.summary, &marks, w);
            let mut said = args([("articles", articles)]);
            said.set("count", causes.len());
            w.say(if marks.is_empty() { "word-more-causes" } else { "word-more-causes-by" }, &said)
        });
        document.said("Detail", &said);
        for cause in causes {
            self.edit(document, cause, point);
        }
    }

    /// The treaties' own words, and how each binds.
    fn treaties(&self, document: &mut Document, standards: &[&StandardResult]) {
        let order = &self.summary.judgement.order;
        let mut all: Vec<_> = standards
            .iter()
            .flat_map(|r| &r.basis)
            .filter(|b| b.binding.force < Force::None && b.quote.is_some())
            .collect();
        all.sort_by_key(|b| b.binding.force);
        let mut seen: Vec<(&str, Option<&str>)> = Vec::new();
        for basis in all {
            let key = (basis.instrument.as_str(), basis.place.as_deref());
            if seen.contains(&key) || seen.len() >= MOST_TREATIES {
                continue;
            }
            seen.push(key);
            let quote = basis.quote.as_ref().map_or("", |(text, _)| text.as_str());
            let quote = shortened(&one_line(quote), WIDEST_WORDS);
            for (at, words) in self.context.voices.iter().enumerate() {
                let language = words.plain("language-tag");
                let named = one_line(&words.basis_short(basis));
                let mut pieces = vec![Piece::Text((language.clone(), named), Some("Lead"))];
                if at == 0 {
                    let own = if language_of(&quote).is_empty() { "en" } else { language_of(&quote) };
                    pieces.push(Piece::Text((own.to_owned(), format!(": “{quote}”")), None));
                }
                let binds = format!(" · {}", one_line(&words.binding(&basis.binding, order)));
                pieces.push(Piece::Text((language, binds), Some("Other")));
                document.paragraph(&Paragraph { style: "TreatyWords", pieces });
            }
        }
    }

    /// What to do, where no edit was found that does it.
    fn advice(&self, document: &mut Document, causes: &[&Cause<'a>], standards: &[&StandardResult]) {
        if causes.iter().any(|c| c.mend().is_some()) {
            return;
        }
        if let Some(help) = standards.iter().find_map(|r| r.help.as_ref()) {
            let lead = self.say(|w| w.plain("line-help"));
            self.line(document, "Detail", &lead, &self.say(|w| w.label(help, "")));
        }
    }

    /// What of a point is for a person, in one line with a comment.
    fn open(&self, document: &mut Document, point: &PointSummary<'a>) {
        let Some(comment) = self.comment(document, point) else { return };
        let count = point.causes.iter().filter(|c| c.standing == Standing::ToAssess).count();
        let said = self.say(|w| w.count("word-also-to-assess", count));
        for (at, mut paragraph) in super::paragraphs("Detail", &said).into_iter().enumerate() {
            if at == 0 {
                paragraph.pieces = vec![Piece::Commented(std::mem::take(&mut paragraph.pieces), comment)];
            }
            document.paragraph(&paragraph);
        }
    }

    /// A comment with what a person has to decide of a point, where there is something.
    pub(super) fn comment(&self, document: &mut Document, point: &PointSummary<'a>) -> Option<usize> {
        let open: Vec<&Cause<'a>> = point.causes.iter().filter(|c| c.standing == Standing::ToAssess).collect();
        if open.is_empty() {
            return None;
        }
        let mut said = vec![self.say(|w| w.say("word-comment", &args([("point", w.name(point.name))])))];
        for cause in open.iter().take(MOST_OPEN) {
            let (_, finding) = cause.first;
            said.push(self.say(|w| {
                let questions = questions(finding, w);
                let sentence = w.sentence(finding);
                if questions.is_empty() { sentence } else { format!("{sentence} · {}", questions.join("; ")) }
            }));
        }
        if open.len() > MOST_OPEN {
            said.push(self.say(|w| w.count("word-comment-more", open.len() - MOST_OPEN)));
        }
        Some(document.comment(&said))
    }
}

/// What a finding leaves open.
fn questions(finding: &Finding, words: &Words) -> Vec<String> {
    let asked = [words.plain("line-legs"), words.plain("line-doubt")];
    let readings = (finding.readings != Readings::Every).then(|| words.plain("line-readings"));
    let lines = words.finding_lines(finding, MOST_WAYS).into_iter();
    lines
        .filter(|(heading, _)| asked.contains(heading) || readings.as_ref() == Some(heading))
        .map(|(_, text)| text)
        .collect()
}
