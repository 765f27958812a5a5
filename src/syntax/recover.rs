//! Reads an item that does not fit the grammar clause by clause: what does not fit is a mistake at its own place, and all
//! the rest is read.

use super::code::Code;
use super::cut::{ITEM_WORDS, goes_on_as_item};
use super::lex::{Word, words};
use super::mistakes::Mistake;
use super::otherwise::ITEMS;
use super::reading::Place;
use super::teach::{GOES_ON, Piece, explain, unfinished};
use super::tokens::Kind;
use crate::text::Span;
use std::collections::BTreeSet;
use std::ops::Range;

/// What could be made of an item that does not fit.
#[derive(Debug, Default)]
pub(super) struct Recovered {
    /// What is wrong with it.
    pub(super) mistakes: Vec<Mistake>,
    /// The item without what could not be read, byte for byte as long; empty when nothing is left.
    pub(super) text: String,
    /// Names that what was left out would have declared. An empty one stands for a name that is missing.
    pub(super) lost: Vec<String>,
}

/// A kind of block: the words its clauses begin with, and what a clause is read in.
struct Block {
    item: &'static str,
    clauses: &'static [&'static str],
    place: Place,
}

const BLOCKS: [Block; 9] = [
    Block {
        item: "article",
        clauses: &[
            "text",
            "uri",
            "url",
            "source",
            "note",
            "to",
            "set",
            "define",
            "establishes",
            "relies",
            "not",
            "may",
            "must",
            "entitled",
            "in",
            "until",
            "repealed",
            "annulled",
            "general",
            "saving",
        ],
        place: Place::new("article 1 {\n", "}"),
    },
    Block {
        item: "policy",
        clauses: &[
            "title",
            "state",
            "rank",
            "adopted",
            "in",
            "source",
            "url",
            "uri",
            "governs",
            "replaces",
            "note",
            "excerpt",
            "articles",
            "exhaustive",
            "searched",
            "not",
        ],
        place: Place::new("policy p {\n", "}"),
    },
    Block {
        item: "standard",
        clauses: &[
            "title",
            "theme",
            "catalogue",
            "basis",
            "interpreted",
            "applies",
            "help",
            "note",
            "non-derogable",
            "point",
            "laid",
            "duty",
            "requires",
            "example",
            "forbid",
            "limit",
            "require",
            "equal",
            "before",
            "define",
            "justify",
            "establish",
        ],
        place: Place::new("standard s {\n", "}"),
    },
    Block {
        item: "principle",
        clauses: &["title", "theme", "catalogue", "basis", "note"],
        place: Place::new("principle p {\n", "}"),
    },
    Block { item: "point", clauses: &["title", "theme", "question"], place: Place::new("point p {\n", "}") },
    Block {
        item: "instrument",
        clauses: &[
            "kind",
            "short",
            "adopted",
            "in",
            "monitored",
            "complaints",
            "interprets",
            "binds",
            "open",
            "not",
            "source",
            "note",
        ],
        place: Place::new("instrument I {\n", "}"),
    },
    Block { item: "scenario", clauses: &["given", "expect"], place: Place::new("scenario \"s\" {\n", "}") },
    Block { item: "purpose", clauses: &["may", "must"], place: Place::new("purpose \"p\" {\n", "}") },
    Block { item: "procedure", clauses: &[], place: Place::new("procedure p {\n", "}") },
];

/// What else goes on with a clause at the beginning of a line, in the language and as people say it.
const TAILS: [&str; 23] = [
    "and",
    "or",
    "necessary",
    "proportionate",
    "showing",
    "from",
    "because",
    "until",
    "kind",
    "level",
    "is",
    "means",
    "quote",
    "if",
    "when",
    "except",
    "provided",
    "with",
    "including",
    "regardless",
    "without",
    "final",
    "every",
];

/// Keywords after which a clause may end.
const ENDERS: [&str; 21] = [
    "any",
    "unconfirmed",
    "encoded",
    "hours",
    "days",
    "weeks",
    "months",
    "years",
    "time",
    "limit",
    "yes",
    "no",
    "non-derogable",
    "necessity",
    "proportionality",
    "legality",
    "final",
    "weighed",
    "weighing",
    "legislate",
    "law",
];

/// Mistakes of which it is known what makes the whole clause fit.
const MENDS: [Code; 4] = [Code::SaidOtherwise, Code::MissingWord, Code::NameMissing, Code::JoinedHow];

/// Reads an item, or what stands where one should. `base` is where it begins, `next` where the next one does; `quoted` are
/// the places of quotations that are not closed, of which it has been said.
pub(super) fn recover(text: &str, base: Span, next: Option<Span>, quoted: &[usize]) -> Recovered {
    let list = words(text).into_iter().filter(|w| w.kind != Kind::Comment).collect();
    let mut recovery =
        Recovery { text, base, next, quoted, list, out: Recovered::default(), left: Vec::new(), named: None };
    let mut at = 0;
    while at < recovery.list.len() {
        at = if recovery.begins_item(at) { recovery.item(at) } else { recovery.outside(at) };
    }
    recovery.finish()
}

struct Recovery<'t> {
    text: &'t str,
    base: Span,
    next: Option<Span>,
    quoted: &'t [usize],
    list: Vec<Word>,
    out: Recovered,
    /// What is left out.
    left: Vec<Range<usize>>,
    /// The head of a law of which the name does not fit.
    named: Option<Range<usize>>,
}

impl Recovery<'_> {
    fn word(&self, at: usize) -> &str {
        self.list.get(at).and_then(|w| self.text.get(w.start..w.end)).unwrap_or_default()
    }

    fn kind(&self, at: usize) -> Option<Kind> {
        self.list.get(at).map(|w| w.kind)
    }

    fn start(&self, at: usize) -> usize {
        self.list.get(at).map_or(self.text.len(), |w| w.start)
    }

    /// One past the last byte of the words before this one.
    fn end_before(&self, at: usize) -> usize {
        at.checked_sub(1).and_then(|before| self.list.get(before)).map_or(0, |w| w.end)
    }

    /// Whether a word is the first on its line.
    fn leads(&self, at: usize) -> bool {
        at == 0 || self.text.get(self.end_before(at)..self.start(at)).is_some_and(|between| between.contains('\n'))
    }

    /// The column of the first word on the line of this one.
    fn indent(&self, at: usize) -> usize {
        let line = self.text.get(..self.start(at)).and_then(|t| t.rfind('\n')).map_or(0, |n| n + 1);
        let rest = self.text.get(line..).unwrap_or_default();
        rest.len() - rest.trim_start_matches([' ', '\t']).len()
    }

    fn begins_item(&self, at: usize) -> bool {
        self.leads(at) && ITEM_WORDS.contains(&self.word(at)) && goes_on_as_item(self.word(at), self.word(at + 1))
    }

    /// Whether a word at the margin is meant to begin an item, by another word or with a capital.
    fn seems_item(&self, at: usize) -> bool {
        let small = self.word(at).to_lowercase();
        let meant = ITEM_WORDS.contains(&small.as_str()) || ITEMS.iter().any(|(other, _)| *other == small);
        let line = self.text.get(self.start(at)..).and_then(|t| t.lines().next()).unwrap_or_default();
        meant && self.leads(at) && self.indent(at) == 0 && line.contains('{')
    }

    fn begins_clause(&self, block: &Block, at: usize) -> bool {
        let next = self.word(at + 1);
        let word = self.word(at);
        if block.item == "procedure" {
            return next == "->" && self.word(at.wrapping_sub(1)) != "->" && self.leads(at);
        }
        block.clauses.contains(&word)
            && match word {
                "to" => next == "be",
                "set" => next == "aside",
                "in" => next == "force",
                "not" => next == "read" || next == "reservable",
                "until" => self.leads(at) && self.kind(at + 1) == Some(Kind::Number),
                "general" => next == "principle",
                "source" => next.starts_with('"') || matches!(next, "file" | "unconfirmed"),
                "text" | "title" | "note" | "help" | "question" => {
                    self.leads(at) || next.starts_with('"') || word == "title"
                }
                _ => true,
            }
    }

    /// Whether a clause cannot end with this word.
    fn wants_more(&self, at: usize) -> bool {
        match self.kind(at) {
            Some(Kind::Sign) => !matches!(self.word(at), ")" | ";"),
            Some(Kind::Keyword) => !ENDERS.contains(&self.word(at)),
            _ => false,
        }
    }

    fn quoted_in(&self, range: &Range<usize>) -> bool {
        self.quoted.iter().any(|at| range.contains(at))
    }

    fn say(&mut self, mistake: Mistake) {
        self.out.mistakes.push(mistake);
    }

    /// The words from one to another as a piece that stands somewhere.
    fn piece(&self, from: usize, to: usize, place: Place, clause: bool) -> Piece<'_> {
        let (start, end) = (self.start(from), self.end_before(to));
        Piece { text: self.text.get(start..end).unwrap_or_default(), base: self.base.part(start, start), place, clause }
    }

    /// Leaves words out. What they would declare is lost.
    fn leave(&mut self, from: usize, to: usize) {
        self.left.push(self.start(from)..self.end_before(to));
    }

    // ── what stands where an item should ──

    /// Words outside every item, up to the next one that begins an item.
    fn outside(&mut self, at: usize) -> usize {
        let end = (at + 1..self.list.len()).find(|next| self.begins_item(*next) || self.seems_item(*next));
        let end = end.unwrap_or(self.list.len());
        let (word, range) = (self.word(at).to_owned(), self.start(at)..self.end_before(end));
        let span = self.base.part(self.start(at), self.end_before(at + 1));
        if !self.quoted_in(&range) {
            let block = |name: &str| BLOCKS.iter().find(|b| b.item == name);
            let small = word.to_lowercase();
            let meant = ITEMS.iter().find(|(other, _)| *other == small).map(|(_, item)| *item);
            let spelt = super::mistakes::near(&word, ITEM_WORDS);
            let mistake = if word == "}" {
                Mistake::new(Code::BraceTooMany, span)
            } else if block("article").is_some_and(|b| self.begins_clause(b, at)) {
                Mistake::new(Code::OutsideArticle, span).with("found", word.as_str())
            } else if block("policy").is_some_and(|b| self.begins_clause(b, at)) {
                Mistake::new(Code::OutsidePolicy, span).with("found", word.as_str())
            } else if let Some(item) = meant {
                Mistake::new(Code::NoItem, span).with("found", word.as_str()).means(item)
            } else {
                Mistake::new(Code::NoItem, span).with("found", word.as_str()).suggest(spelt)
            };
            self.say(mistake);
        }
        // A name may have lost the word before it.
        let heads = (at..end).filter(|name| *name == at || self.leads(*name));
        let lost: Vec<String> = heads.flat_map(|name| [self.word(name).to_owned(), self.number(name + 1)]).collect();
        self.out.lost.extend(lost);
        self.leave(at, end);
        end
    }

    /// A name or the number of an article, as it is printed: `14(3)` is one.
    fn number(&self, at: usize) -> String {
        let rest = self.text.get(self.start(at)..).unwrap_or_default();
        rest.chars().take_while(|c| !c.is_whitespace() && !matches!(c, '{' | '"' | ',')).collect()
    }

    // ── items ──

    fn item(&mut self, at: usize) -> usize {
        match BLOCKS.iter().find(|b| b.item == self.word(at)) {
            Some(block) => self.block(at, block),
            None => self.plain(at),
        }
    }

    /// The item is lost, and with it what it declares.
    fn lose(&mut self, from: usize, to: usize) {
        let declares = matches!(self.word(from), "fact" | "open" | "term" | "authority");
        // `open fact x` has its name one word later.
        let name = if self.word(from) == "open" { from + 2 } else { from + 1 };
        let named = matches!(self.kind(name), Some(Kind::Name | Kind::Keyword | Kind::Number));
        if named {
            self.out.lost.push(self.number(name));
        }
        if declares {
            self.out.lost.push(String::new());
        }
        self.leave(from, to);
    }

    /// An item without a block of clauses.
    fn plain(&mut self, at: usize) -> usize {
        let end = (at + 1..self.list.len()).find(|next| self.begins_item(*next)).unwrap_or(self.list.len());
        let piece = self.piece(at, end, Place::ITEM, false);
        let Some(stop) = Place::ITEM.stop(piece.text) else { return end };
        let stopped = stop.at.map(|byte| byte + self.start(at));
        let failing = stopped.and_then(|byte| (at..end).find(|w| self.list.get(*w).is_some_and(|w| w.end > byte)));
        // A whole item, and then something that belongs to none.
        if let Some(failing) = failing.filter(|f| *f > at && self.leads(*f))
            && Place::ITEM.fits(self.piece(at, failing, Place::ITEM, false).text)
        {
            return failing;
        }
        if !self.quoted_in(&(self.start(at)..self.end_before(end))) {
            let mistake = explain(&piece);
            self.out.mistakes.extend(mistake);
        }
        self.lose(at, end);
        end
    }

    /// An item with a block of clauses.
    fn block(&mut self, at: usize, block: &Block) -> usize {
        let (open, body) = self.head(at, block);
        let (close, end) = self.close(at, body);
        let mut readable = self.head_reads(at, body, open, block);
        if let Some(open) = open.filter(|_| close.is_none()) {
            self.unclosed(at, open, end);
            readable = false;
        }
        for clause in self.clauses(block, body, close.unwrap_or(end)) {
            self.clause(block, clause);
        }
        match open.filter(|_| close.is_some() && block.item == "policy") {
            // What the head of a law says is read even where its name does not fit.
            Some(open) if !readable => self.named = Some(self.start(at)..self.start(open)),
            _ if !readable => self.lose(at, end),
            _ => {}
        }
        end
    }

    /// Where the block opens, and where its first clause is.
    fn head(&self, at: usize, block: &Block) -> (Option<usize>, usize) {
        let mut word = at + 1;
        while word < self.list.len() {
            match self.kind(word) {
                Some(Kind::Open) if self.is_of_label(word) => word = self.matching(word),
                Some(Kind::Open) => return (Some(word), word + 1),
                Some(Kind::Close) => break,
                _ if self.leads(word) && (self.begins_clause(block, word) || self.begins_item(word)) => break,
                _ => {}
            }
            word += 1;
        }
        (None, word)
    }

    /// Whether a brace holds the names of a label in other languages.
    fn is_of_label(&self, open: usize) -> bool {
        let is_text = |at: usize| self.kind(at) == Some(Kind::Text);
        let lang = |word: &str| {
            word.split('-')
                .next()
                .is_some_and(|l| matches!(l.len(), 2 | 3) && l.chars().all(|c| c.is_ascii_lowercase()))
        };
        let first = self.word(open + 1);
        open > 0
            && is_text(open - 1)
            && (lang(first) && !matches!(first, "uri" | "url") && is_text(open + 2)
                || matches!(first, "also" | "plural" | "short")
                || first == "not" && lang(self.word(open + 2)) && is_text(open + 3))
    }

    /// The brace that closes this one, or the last word.
    fn matching(&self, open: usize) -> usize {
        let mut depth = 0;
        for word in open..self.list.len() {
            match self.kind(word) {
                Some(Kind::Open) => depth += 1,
                Some(Kind::Close) if depth == 1 => return word,
                Some(Kind::Close) => depth -= 1,
                _ => {}
            }
        }
        self.list.len() - 1
    }

    /// The brace that closes the block, and the first word behind it. A brace at the margin of the item closes it
    /// whatever is open inside.
    fn close(&self, at: usize, body: usize) -> (Option<usize>, usize) {
        let mut depth = 1;
        for word in body..self.list.len() {
            match self.kind(word) {
                Some(Kind::Open) => depth += 1,
                Some(Kind::Close) => {
                    depth -= 1;
                    if depth == 0 || self.leads(word) && self.indent(word) <= self.indent(at) {
                        return (Some(word), word + 1);
                    }
                }
                _ => {}
            }
        }
        (None, self.list.len())
    }

    /// Whether the head reads; if not, that is said.
    fn head_reads(&mut self, at: usize, body: usize, open: Option<usize>, block: &Block) -> bool {
        let head = self.piece(at, body, if open.is_some() { Place::HEAD } else { Place::OPENED }, false);
        let quoted = self.quoted_in(&(self.start(at)..self.end_before(body)));
        let place = head.place;
        let mistake = match (place.fits(head.text), open) {
            (true, Some(_)) => return true,
            _ if quoted => None,
            (true, None) => {
                let found = unfinished(&head);
                let mistake = Mistake::new(Code::BlockNotOpened, found).with("item", block.item);
                Some(mistake)
            }
            (false, _) => explain(&head),
        };
        self.out.mistakes.extend(mistake);
        false
    }

    fn unclosed(&mut self, at: usize, open: usize, end: usize) {
        let range = self.start(at)..self.end_before(end);
        if self.quoted_in(&range) {
            return;
        }
        let last = self.list.get(end.saturating_sub(1)).map_or(0..0, |w| w.start..w.end);
        let opened = self.base.part(self.start(at), self.end_before(open + 1));
        let mistake = Mistake::new(Code::UnclosedBlock, self.base.part(last.start, last.end)).and(opened, "opened");
        let mistake = self.next.into_iter().fold(mistake, |m, next| m.and(next, "next"));
        self.say(mistake);
    }

    // ── clauses ──

    /// The words of each clause of a block.
    fn clauses(&self, block: &Block, body: usize, close: usize) -> Vec<Range<usize>> {
        let mut starts: Vec<usize> = Vec::new();
        let mut depth = 0;
        for word in body..close {
            let first = starts.last().is_none();
            match self.kind(word) {
                Some(Kind::Open) => depth += 1,
                Some(Kind::Close) => depth -= 1,
                _ => {}
            }
            let begins = match starts.last() {
                None => true,
                Some(start) if depth == 0 && self.leads(word) => self.begins_anew(block, *start, word),
                Some(_) => false,
            };
            if first || begins {
                starts.push(word);
            }
        }
        let ends = starts.iter().skip(1).copied().chain([close]);
        starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
    }

    /// Whether a word that leads its line begins a clause of its own, after one that began before.
    fn begins_anew(&self, block: &Block, start: usize, word: usize) -> bool {
        if self.begins_clause(block, word) {
            // Somebody must do something: who it is may stand on a line of its own.
            return self.word(word) != "must" || word - start > 1 || self.begins_clause(block, start);
        }
        let small = self.word(word).to_lowercase();
        let tail = GOES_ON.contains(&small.as_str()) || TAILS.contains(&small.as_str());
        let goes_on = tail && small == self.word(word);
        let named = matches!(self.kind(word), Some(Kind::Name | Kind::Keyword | Kind::Number | Kind::Stray));
        named && !goes_on && self.indent(word) <= self.indent(start) && !self.wants_more(word - 1)
    }

    /// One clause, or several on a line: says what is wrong with it and leaves it out, if anything is.
    fn clause(&mut self, block: &Block, range: Range<usize>) {
        let mut from = range.start;
        let mut said = false;
        while from < range.end {
            let whole = self.piece(from, range.end, block.place, true);
            let Some(stop) = block.place.stop(whole.text) else { return };
            // One word on all of it, if that makes it fit.
            let mended = explain(&whole).filter(|m| !said && MENDS.contains(&m.code));
            if let Some(mistake) = mended.filter(|_| !self.quoted_in(&(self.start(from)..self.end_before(range.end)))) {
                self.say(mistake);
                self.leave(from, range.end);
                return;
            }
            let stopped = stop.at.map_or(usize::MAX, |byte| byte + self.start(from));
            let failing = (from..range.end).find(|w| self.list.get(*w).is_some_and(|w| w.end > stopped));
            let failing = failing.unwrap_or(range.end);
            // What begins on the same line behind the fault is read on its own.
            let next = (failing + 1..range.end).find(|w| self.restarts(block, from, *w));
            let next = next.filter(|_| self.begins_clause(block, from)).unwrap_or(range.end);
            let piece = self.piece(from, next, block.place, true);
            let quoted = self.quoted_in(&(self.start(from)..self.end_before(next)));
            if !quoted && (!said || block.item != "article") {
                let mistake = explain(&piece);
                self.out.mistakes.extend(mistake);
                said = true;
            }
            self.leave(from, next);
            from = next;
        }
    }

    /// Whether a word within a line can only begin another clause.
    fn restarts(&self, block: &Block, start: usize, word: usize) -> bool {
        let outside = {
            let mut depth = 0_i32;
            (start..word).for_each(|w| match self.kind(w) {
                Some(Kind::Open) => depth += 1,
                Some(Kind::Close) => depth -= 1,
                _ => {}
            });
            depth == 0
        };
        outside
            && self.begins_clause(block, word)
            && match self.word(word) {
                "must" => matches!(self.word(word + 1), "not" | "give"),
                "to" | "set" | "relies" | "not" | "until" | "source" => false,
                _ => !self.wants_more(word - 1),
            }
    }

    /// The text without what was left out.
    fn finish(mut self) -> Recovered {
        let mut bytes = self.text.as_bytes().to_vec();
        for range in &self.left {
            let left = bytes.get_mut(range.clone()).unwrap_or_default();
            left.iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
        }
        if let Some(head) = self.named.and_then(|range| bytes.get_mut(range)) {
            let name = b"policy p".iter().chain(std::iter::repeat(&b' '));
            head.iter_mut().zip(name).for_each(|(byte, new)| *byte = *new);
        }
        let text = String::from_utf8(bytes).unwrap_or_default();
        if !text.trim().is_empty() {
            self.out.text = text;
        }
        let mut seen = BTreeSet::new();
        self.out.lost.retain(|name| seen.insert(name.clone()));
        self.out
    }
}
