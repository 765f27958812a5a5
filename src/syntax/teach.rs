//! Says of a piece of text that does not fit what was plainly meant: the words of the writer in a clause that fits.
//!
//! What is offered has been tried: it fits the grammar where the piece stands. What cannot be guessed is said as it is,
//! with what could stand there.

use super::code::Code;
use super::lex::{Word, keyword, keywords, words};
use super::mistakes::{Arg, Mistake, nearby};
use super::otherwise::{DETERMINERS, MISSING, PHRASES};
use super::parse::Rule;
use super::reading::{Place, Stop, is_reserved};
use super::sentence::{Sentence, clause_of};
use super::tokens::Kind;
use crate::text::Span;

/// A piece of text, where it begins, and what it stands in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece<'t> {
    pub(super) text: &'t str,
    /// Where it begins.
    pub(super) base: Span,
    pub(super) place: Place,
    /// Whether it is a clause of a block.
    pub(super) clause: bool,
}

/// Longer pieces are not tried out.
const LONGEST: usize = 4_000;

/// How many things of one clause are put right at most.
const MOST_EDITS: usize = 5;

/// Words that say nothing here.
const FILLERS: [&str; 9] = ["then", "also", "that", "only", "hereby", "be", "please", "person", "persons"];

/// Words that go on with a clause and begin none.
pub(super) const GOES_ON: [&str; 11] = [
    "where",
    "unless",
    "giving",
    "for",
    "by",
    "notwithstanding",
    "subject",
    "justified",
    "within",
    "whenever",
    "under",
];

/// What may be missing beside something else that is put right.
const SAFE: [&str; 4] = [",", "to", "up to", "by"];

/// A change of a piece that is tried.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Edit {
    start: usize,
    end: usize,
    new: String,
    kind: EditKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum EditKind {
    /// A phrase is said otherwise.
    Meaning,
    /// A keyword is misspelt.
    Spelling,
    /// Something is not said.
    Left,
    /// Something is missing.
    Missing,
    /// A name is missing.
    Name,
    /// Two conditions side by side.
    Joined,
    /// Something is put otherwise: in brackets, in one word.
    Put,
    /// A clause of its own.
    Apart,
}

impl EditKind {
    /// Whether it is tried only where it alone makes everything fit: it would help almost anywhere.
    fn is_last(self) -> bool {
        matches!(self, EditKind::Missing | EditKind::Joined | EditKind::Name | EditKind::Left)
    }
}

impl Edit {
    fn applied(&self, text: &str) -> String {
        let (before, after) = (text.get(..self.start).unwrap_or(""), text.get(self.end..).unwrap_or(""));
        let new = &self.new;
        let blank = |one: &str, two: &str| {
            let apart = one.is_empty() || one.ends_with([' ', '\n']) || two.is_empty() || two.starts_with(',');
            if apart { "" } else { " " }
        };
        let before = if new.starts_with(',') { before.trim_end() } else { before };
        let middle = format!("{before}{}{new}", blank(before, new));
        let gap = if after.starts_with([' ', '\n']) { "" } else { blank(&middle, after) };
        format!("{middle}{gap}{after}")
    }
}

fn list(text: &str) -> Vec<Word> {
    words(text).into_iter().filter(|w| w.kind != Kind::Comment).collect()
}

fn word<'t>(text: &'t str, list: &[Word], at: usize) -> &'t str {
    list.get(at).and_then(|w| text.get(w.start..w.end)).unwrap_or_default()
}

/// The word at which a piece stops fitting.
fn failing(list: &[Word], stop: &Stop) -> Option<usize> {
    stop.at.and_then(|at| list.iter().position(|w| w.end > at))
}

/// The last word of a piece: what is missing is missing behind it.
pub(super) fn unfinished(piece: &Piece<'_>) -> Span {
    let list = list(piece.text);
    list.last().map_or(piece.base, |w| piece.base.part(w.start, w.end))
}

/// What is wrong with a piece; nothing, if it fits.
pub(super) fn explain(piece: &Piece<'_>) -> Option<Mistake> {
    let stop = piece.place.stop(piece.text)?;
    let list = list(piece.text);
    let stop = before_who(piece, &list, stop);
    let Some(at) = failing(&list, &stop) else {
        // A word that stands alone could be somebody who must do something; it hardly ever is.
        let alone = piece.clause && list.len() == 1 && stop.expected == [Rule::k_must];
        let not_a_clause =
            || Mistake::new(Code::NotAClause, unfinished(piece)).with("found", word(piece.text, &list, 0));
        return Some(if alone { not_a_clause() } else { too_early(piece, &list, list.len(), &stop) });
    };
    let leads = at > 0 && {
        let between = list.get(at - 1).zip(list.get(at)).and_then(|(a, b)| piece.text.get(a.end..b.start));
        between.is_some_and(|b| b.contains('\n'))
    };
    if leads {
        // What comes before is not finished: the fault lies at the end of that line.
        let before = piece.text.get(..list.get(at - 1).map_or(0, |w| w.end)).unwrap_or_default();
        if let Some(stop) = piece.place.stop(before).filter(|s| s.at.is_none()) {
            return Some(too_early(piece, &list, at, &stop));
        }
    }
    Some(wrong(piece, &list, at, &stop))
}

/// Any word that cannot go on with a clause reads as somebody who must do something. Where nobody must, it is that word
/// which does not fit.
fn before_who(piece: &Piece<'_>, list: &[Word], stop: Stop) -> Stop {
    if !piece.clause || stop.expected != [Rule::k_must] {
        return stop;
    }
    let at = failing(list, &stop).unwrap_or(list.len());
    let Some(who) = at.checked_sub(1).filter(|who| *who > 0).and_then(|who| list.get(who)) else { return stop };
    let (before, after) = (piece.text.get(..who.start), piece.text.get(who.end..));
    let without = format!("{}§{}", before.unwrap_or_default(), after.unwrap_or_default());
    match piece.place.stop(&without) {
        Some(found) if found.at == Some(who.start) => found,
        _ => stop,
    }
}

/// The words before `end` are not finished.
fn too_early(piece: &Piece<'_>, list: &[Word], end: usize, stop: &Stop) -> Mistake {
    let Some(last) = end.checked_sub(1).and_then(|at| list.get(at)) else {
        return Mistake::new(Code::EndsTooEarly, piece.base).arg("expected", expected(&stop.expected));
    };
    let span = piece.base.part(last.start, last.end);
    if last.kind == Kind::Number && stop.expected.contains(&Rule::unit) {
        let number = word(piece.text, list, end - 1);
        return Mistake::new(Code::LengthWithoutUnit, span).with("number", number);
    }
    Mistake::new(Code::EndsTooEarly, span).arg("expected", expected(&stop.expected))
}

/// The word at `at` is wrong.
fn wrong(piece: &Piece<'_>, list: &[Word], at: usize, stop: &Stop) -> Mistake {
    let text = piece.text;
    let found = word(text, list, at);
    let span = list.get(at).map_or(piece.base, |w| piece.base.part(w.start, w.end));
    let tried = text.len() <= LONGEST;
    let candidates = if tried { candidates(piece, text, list, at) } else { Vec::new() };
    let fits = |edit: &&Edit| piece.place.fits(&edit.applied(text));
    let plain = |edit: &&Edit| !edit.kind.is_last() || edit.kind == EditKind::Left;
    if let Some(edit) = candidates.iter().filter(plain).find(fits) {
        return said(piece, edit);
    }
    if stop.expected.iter().all(|r| matches!(r, Rule::name | Rule::label)) && is_reserved(found) {
        return Mistake::new(Code::ReservedWord, span).with("found", found);
    }
    if stop.expected.contains(&Rule::date) {
        let line = text.get(list.get(at).map_or(0, |w| w.start)..).and_then(|t| t.lines().next()).unwrap_or_default();
        let words: Vec<&str> = line.split_whitespace().take_while(|w| !keywords().contains(*w)).take(3).collect();
        let found = if words.is_empty() { found.to_owned() } else { words.join(" ") };
        return Mistake::new(Code::NotADate, span).with("found", found);
    }
    if let Some(mistake) = after_number(piece, list, at) {
        return mistake;
    }
    let sentence = if piece.clause && tried { clause_of(text) } else { None };
    if let Some(clause) = sentence.and_then(|sentence| taught(piece, &sentence)) {
        return otherwise(piece, list, clause);
    }
    if let Some(edit) = candidates.iter().find(fits) {
        return said(piece, edit);
    }
    if let Some(clause) = (tried && piece.clause).then(|| mended(piece, text)).flatten() {
        return otherwise(piece, list, vec![one_line(&clause)]);
    }
    let must_alone = stop.expected.iter().all(|r| matches!(r, Rule::k_must | Rule::label | Rule::text_quote));
    let first = list.first().map_or(piece.base, |w| piece.base.part(w.start, w.end));
    if piece.clause
        && (must_alone && at == 1 || at == 0)
        && stop.expected.contains(&if at == 0 { Rule::article_clause } else { Rule::k_must })
    {
        let found = word(text, list, 0);
        let code = if GOES_ON.contains(&found) { Code::TailWithoutClause } else { Code::NotAClause };
        return Mistake::new(code, first).with("found", found);
    }
    Mistake::new(Code::Unexpected, span).with("found", found).arg("expected", expected(&stop.expected))
}

/// A number is followed by something that is no unit, and by nothing that could be a comparison of its own.
fn after_number(piece: &Piece<'_>, list: &[Word], at: usize) -> Option<Mistake> {
    let is = |at: usize, kind: Kind| list.get(at).is_some_and(|w| w.kind == kind);
    let counted = |word: &str| matches!(word, "<" | "<=" | ">" | ">=" | "=" | "to" | "within" | "most");
    let goes_on = |word: &str| matches!(word, "<" | "<=" | ">" | ">=" | "=" | "is" | "must");
    let number = at.checked_sub(1).filter(|n| is(*n, Kind::Number))?;
    let before = number.checked_sub(1).map(|b| word(piece.text, list, b))?;
    if !counted(before) || !is(at, Kind::Name) || goes_on(word(piece.text, list, at + 1)) {
        return None;
    }
    let (first, last) = (list.get(number)?, list.get(at)?);
    let mistake = Mistake::new(Code::AfterNumber, piece.base.part(first.start, last.end));
    Some(mistake.with("number", word(piece.text, list, number)).with("found", word(piece.text, list, at)))
}

/// One change makes the piece fit.
fn said(piece: &Piece<'_>, edit: &Edit) -> Mistake {
    let found = piece.text.get(edit.start..edit.end).unwrap_or_default();
    let clauses = match edit.kind {
        EditKind::Apart => {
            let (before, after) = (piece.text.get(..edit.start), piece.text.get(edit.end..));
            let second = format!("{} {}", edit.new, after.unwrap_or_default());
            vec![one_line(before.unwrap_or_default()), one_line(&second)]
        }
        _ => vec![one_line(&edit.applied(piece.text))],
    };
    let clause = clauses.join(" ");
    let span = piece.base.part(edit.start, edit.end);
    // What is missing is missing before the next word.
    let next = list(piece.text).into_iter().find(|w| w.start >= edit.start);
    let before = next.map_or(span, |w| piece.base.part(w.start, w.end));
    match edit.kind {
        EditKind::Spelling => {
            let expected = Arg::Expected(vec![edit.new.clone()]);
            Mistake::new(Code::Unexpected, span)
                .with("found", found)
                .arg("expected", expected)
                .suggest(Some(edit.new.clone()))
        }
        EditKind::Missing => {
            Mistake::new(Code::MissingWord, before).with("word", edit.new.as_str()).with("clause", clause)
        }
        EditKind::Name => Mistake::new(Code::NameMissing, before).with("clause", clause),
        EditKind::Joined => Mistake::new(Code::JoinedHow, before),
        EditKind::Meaning | EditKind::Left | EditKind::Put | EditKind::Apart => {
            Mistake::new(Code::SaidOtherwise, span).with("found", one_line(found)).arg("clauses", Arg::Names(clauses))
        }
    }
}

/// The piece as a whole is said otherwise.
fn otherwise(piece: &Piece<'_>, list: &[Word], clauses: Vec<String>) -> Mistake {
    let line = piece.text.find('\n').unwrap_or(piece.text.len());
    let end = list.iter().take_while(|w| w.start < line).last().map_or(0, |w| w.end);
    let span = piece.base.part(0, end);
    let found = one_line(piece.text.get(..end).unwrap_or_default());
    Mistake::new(Code::SaidOtherwise, span).with("found", found).arg("clauses", Arg::Names(clauses))
}

fn one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    const MOST: usize = 240;
    match line.char_indices().nth(MOST) {
        Some((cut, _)) => format!("{}…", line.get(..cut).unwrap_or_default()),
        None => line,
    }
}

/// The clause of a sentence, put right until it fits. What no clause has a place for, such as how often, is offered as a
/// note, so that nothing that was written is lost.
fn taught(piece: &Piece<'_>, sentence: &Sentence) -> Option<Vec<String>> {
    let whole = sentence.with(|_| true);
    if whole == one_line(piece.text) {
        return None;
    }
    if let Some(clause) = mended(piece, &whole) {
        return Some(vec![one_line(&clause)]);
    }
    let mut left: Vec<(usize, &str)> = Vec::new();
    for (at, remark) in sentence.remarks() {
        left.push((at, remark));
        let kept = sentence.with(|at| left.iter().all(|(other, _)| *other != at));
        if let Some(clause) = mended(piece, &kept) {
            let note: Vec<&str> = left.iter().map(|(_, remark)| *remark).collect();
            return Some(vec![one_line(&clause), format!("note \"{}\"", one_line(&note.join(" ")))]);
        }
    }
    None
}

/// The text after a few changes, if it then fits. Each change has to bring it further.
fn mended(piece: &Piece<'_>, text: &str) -> Option<String> {
    let mut text = text.to_owned();
    for _ in 0..MOST_EDITS {
        let Some(stop) = piece.place.stop(&text) else { return Some(text) };
        let list = list(&text);
        let stop = before_who(&Piece { text: &text, ..*piece }, &list, stop);
        let at = failing(&list, &stop)?;
        let left = list.len() - at;
        let mut best: Option<(usize, String)> = None;
        for edit in candidates(piece, &text, &list, at) {
            let last = edit.kind.is_last();
            if last && edit.kind != EditKind::Left && !SAFE.contains(&edit.new.as_str()) {
                continue;
            }
            let changed = edit.applied(&text);
            let Some(stop) = piece.place.stop(&changed) else { return Some(changed) };
            // A program ends its lines so; any other sign may be part of something.
            let stray = list.get(at).is_some_and(|w| w.kind == Kind::Stray) && word(&text, &list, at) != ":";
            if last && (edit.kind != EditKind::Left || stray) {
                continue;
            }
            let list = self::list(&changed);
            let remaining = failing(&list, &stop).map_or(0, |at| list.len() - at);
            if remaining < best.as_ref().map_or(left, |(least, _)| *least) {
                best = Some((remaining, changed));
            }
        }
        text = best?.1;
    }
    piece.place.fits(&text).then_some(text)
}

/// Changes that may make a text fit that stops fitting at a word, the likeliest first.
fn candidates(piece: &Piece<'_>, text: &str, list: &[Word], at: usize) -> Vec<Edit> {
    let mut out = Vec::new();
    let edit = |from: usize, to: usize, new: String, kind: EditKind| {
        let start = list.get(from).map_or(text.len(), |w| w.start);
        let end = to.checked_sub(1).and_then(|last| list.get(last)).map_or(start, |w| w.end).max(start);
        Edit { start, end, new, kind }
    };
    let kind = |at: usize| list.get(at).map(|w| w.kind);
    let word = |at: usize| word(text, list, at);
    // Phrases that hold the word, or stand just before it.
    for from in at.saturating_sub(3)..=at {
        for (phrase, new) in PHRASES {
            let to = from + phrase.len();
            let same = phrase.iter().enumerate().all(|(i, w)| word(from + i).to_lowercase() == *w);
            if same && to + 1 >= at && word(from) != *new {
                out.push(edit(from, to, (*new).to_owned(), EditKind::Meaning));
            }
        }
    }
    // Misspelt words of the language.
    for from in [at, at.wrapping_sub(1), at.wrapping_sub(2)] {
        if matches!(kind(from), Some(Kind::Name | Kind::Keyword)) {
            for near in nearby(word(from), keywords().iter().map(String::as_str)) {
                out.push(edit(from, from + 1, near.to_owned(), EditKind::Spelling));
            }
        }
    }
    // What the language does without.
    for from in [at, at.wrapping_sub(1)] {
        let small = word(from).to_lowercase();
        let spare = DETERMINERS.contains(&small.as_str()) || FILLERS.contains(&small.as_str());
        let sign = kind(from) == Some(Kind::Stray) || matches!(small.as_str(), "," | ";" | ".");
        if spare || sign || from == at && at > 0 && word(at) == word(at - 1) {
            out.push(edit(from, from + 1, String::new(), EditKind::Left));
        }
    }
    put_otherwise(text, list, at, !piece.clause, &mut out);
    if word(at.wrapping_sub(1)) == "for" && kind(at) == Some(Kind::Number) {
        out.push(edit(at, at, "up to".to_owned(), EditKind::Put));
    }
    if at > 1 && piece.place.fits(&edit(at, at, "and".to_owned(), EditKind::Joined).applied(text)) {
        out.push(edit(at, at, "and".to_owned(), EditKind::Joined));
    }
    let named = match word(0) {
        "article" => "1".to_owned(),
        "policy" => "my-law".to_owned(),
        "scenario" | "purpose" => "\"A title\"".to_owned(),
        item => format!("my-{item}"),
    };
    if !piece.clause && at == 1 {
        out.push(edit(at, at, named, EditKind::Name));
    }
    out.extend(MISSING.iter().map(|missing| edit(at, at, (*missing).to_owned(), EditKind::Missing)));
    out
}

/// What can stay and has to be put otherwise.
fn put_otherwise(text: &str, list: &[Word], at: usize, head: bool, out: &mut Vec<Edit>) {
    let word = |at: usize| word(text, list, at);
    let named = |at: usize| list.get(at).is_some_and(|w| matches!(w.kind, Kind::Name | Kind::Keyword));
    let place = |from: usize, to: usize| Some((list.get(from)?.start, list.get(to.checked_sub(1)?)?.end));
    let put = |from: usize, to: usize, new: String, out: &mut Vec<Edit>| {
        if let Some((start, end)) = place(from, to) {
            out.push(Edit { start, end, new, kind: EditKind::Put });
        }
    };
    let several = matches!(word(at), "or" | "and" | ",") && at > 0 && named(at - 1) && named(at + 1);
    if several && word(at) != "," {
        put(at - 1, at + 2, format!("({} {} {})", word(at - 1), word(at), word(at + 1)), out);
    }
    // No clause has a place for a sum: it is said in a note.
    let is = |at: usize, kind: Kind| list.get(at).is_some_and(|w| w.kind == kind);
    if !head && is(at, Kind::Number) && is(at + 1, Kind::Name) && at > 0 {
        let new = format!("note \"{} {}\"", word(at), word(at + 1));
        if let Some((start, end)) = place(at, at + 2) {
            out.push(Edit { start, end, new, kind: EditKind::Apart });
        }
    }
    // A time is counted from the measure that the clause is about.
    let timed = at > 2 && word(at - 3) == "within" && is(at - 2, Kind::Number);
    if timed && matches!(word(at), "of" | "after" | "from" | "following" | "since") {
        let determined = DETERMINERS.contains(&word(at + 1));
        if let Some((start, end)) = place(at, at + 2 + usize::from(determined)) {
            out.push(Edit { start, end, new: String::new(), kind: EditKind::Put });
        }
    }
    // One guarantee a clause.
    if several && at > 1 && matches!(word(at - 2), "to" | "give") {
        let begun: Vec<&str> = (0..at - 1).map(word).collect();
        let new = format!("{} {}", begun.join(" "), word(at + 1));
        if let Some((start, end)) = place(at, at + 2) {
            out.push(Edit { start, end, new, kind: EditKind::Apart });
        }
    }
    // A name is one word.
    if head && at == 2 && named(1) {
        let line = |at: usize| list.get(at).and_then(|w| text.get(..w.start)).map_or(0, |t| t.matches('\n').count());
        let part =
            |at: &usize| line(*at) == line(1) && (named(*at) || list.get(*at).is_some_and(|w| w.kind == Kind::Number));
        let end = (at..list.len()).find(|w| !part(w)).unwrap_or(list.len());
        let parts: Vec<String> = (1..end).map(|w| word(w).to_lowercase()).collect();
        if parts.len() > 1 {
            put(1, end, parts.join("-"), out);
        }
    }
}

/// What could stand there, in words: keywords as they are, other things by the id of their message.
pub(super) fn expected(rules: &[Rule]) -> Arg {
    let of =
        |rule: &Rule| keyword(*rule).unwrap_or_else(|| format!("grammar-{}", format!("{rule:?}").replace('_', "-")));
    let mut words: Vec<String> = rules.iter().map(of).collect();
    words.sort();
    words.dedup();
    Arg::Expected(words)
}
