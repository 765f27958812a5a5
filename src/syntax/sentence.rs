//! A sentence as people write law, turned into the clause that says it: *A child shall not be detained* is
//! `must not detain child`. Whether it is what was meant is for the writer to say; whether it fits, for the grammar.

use super::lex::{Word, words};
use super::otherwise::DETERMINERS;
use super::tokens::Kind;

/// Words that begin a tail, in the language or as people say it.
const TAILS: [&str; 20] = [
    "where",
    "unless",
    "giving",
    "for",
    "by",
    "notwithstanding",
    "justified",
    "within",
    "whenever",
    "if",
    "when",
    "provided",
    "except",
    "with",
    "until",
    "under",
    "in",
    "after",
    "without",
    "who",
];

/// Words that begin what can stand in a note where no clause has a place for it. A condition is none of it: without it the
/// clause would say something else.
const REMARKS: [&str; 9] = ["within", "without", "every", "with", "after", "under", "in", "until", "for"];

/// Verbs of giving: what is given follows, or was named before.
const GIVES: [&str; 7] = ["give", "grant", "issue", "provide", "offer", "supply", "award"];

/// Verbs of somebody who is given something.
const OBTAINS: [&str; 9] = ["request", "claim", "obtain", "receive", "have", "get", "seek", "apply-for", "ask-for"];

/// What is given by whoever does this to a measure.
const REVIEWS: [(&str, &str); 4] =
    [("review", "review"), ("re-examine", "review"), ("reconsider", "review"), ("assess", "individual-assessment")];

/// Units of time, as they stand in *every 30 days*.
const UNITS: [&str; 10] = ["hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years"];

/// What the verb of a sentence says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Modal {
    /// may, can
    May,
    /// must, shall
    Must,
    /// may not, must not, is prohibited
    MustNot,
    /// is entitled to, has the right to
    Entitled,
}

/// Phrases that are the verb of a sentence, the longer before the shorter that begin alike.
const VERBS: &[(&[&str], Modal)] = &[
    (&["may", "not"], Modal::MustNot),
    (&["must", "not"], Modal::MustNot),
    (&["shall", "not"], Modal::MustNot),
    (&["must", "never"], Modal::MustNot),
    (&["shall", "never"], Modal::MustNot),
    (&["may", "never"], Modal::MustNot),
    (&["can", "not"], Modal::MustNot),
    (&["should", "not"], Modal::MustNot),
    (&["will", "not"], Modal::MustNot),
    (&["cannot"], Modal::MustNot),
    (&["is", "not", "allowed", "to"], Modal::MustNot),
    (&["are", "not", "allowed", "to"], Modal::MustNot),
    (&["is", "entitled", "to"], Modal::Entitled),
    (&["are", "entitled", "to"], Modal::Entitled),
    (&["shall", "be", "entitled", "to"], Modal::Entitled),
    (&["must", "be", "entitled", "to"], Modal::Entitled),
    (&["has", "the", "right", "to"], Modal::Entitled),
    (&["have", "the", "right", "to"], Modal::Entitled),
    (&["has", "a", "right", "to"], Modal::Entitled),
    (&["have", "a", "right", "to"], Modal::Entitled),
    (&["has", "right", "to"], Modal::Entitled),
    (&["have", "right", "to"], Modal::Entitled),
    (&["shall", "have", "the", "right", "to"], Modal::Entitled),
    (&["shall", "have", "access", "to"], Modal::Entitled),
    (&["must", "have", "access", "to"], Modal::Entitled),
    (&["has", "access", "to"], Modal::Entitled),
    (&["have", "access", "to"], Modal::Entitled),
    (&["shall", "receive"], Modal::Entitled),
    (&["must", "receive"], Modal::Entitled),
    (&["shall", "be", "given"], Modal::Entitled),
    (&["must", "be", "given"], Modal::Entitled),
    (&["is", "given"], Modal::Entitled),
    (&["are", "given"], Modal::Entitled),
    (&["receives"], Modal::Entitled),
    (&["receive"], Modal::Entitled),
    (&["gets"], Modal::Entitled),
    (&["is", "allowed", "to"], Modal::May),
    (&["are", "allowed", "to"], Modal::May),
    (&["is", "authorised", "to"], Modal::May),
    (&["are", "authorised", "to"], Modal::May),
    (&["is", "empowered", "to"], Modal::May),
    (&["are", "empowered", "to"], Modal::May),
    (&["has", "the", "power", "to"], Modal::May),
    (&["have", "the", "power", "to"], Modal::May),
    (&["may"], Modal::May),
    (&["can"], Modal::May),
    (&["must"], Modal::Must),
    (&["shall"], Modal::Must),
    (&["should"], Modal::Must),
    (&["will"], Modal::Must),
    (&["has", "to"], Modal::Must),
    (&["have", "to"], Modal::Must),
    (&["is", "required", "to"], Modal::Must),
    (&["are", "required", "to"], Modal::Must),
    (&["is", "obliged", "to"], Modal::Must),
    (&["are", "obliged", "to"], Modal::Must),
];

/// A clause that says what a sentence says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sentence {
    /// The clause without what comes behind it.
    clause: String,
    /// What comes behind it, each with the word that begins it.
    tails: Vec<String>,
    /// A condition that stood before it.
    condition: Option<String>,
}

impl Sentence {
    /// The clause with all that was said; of what comes behind it, only what is `kept`.
    pub(super) fn with(&self, kept: impl Fn(usize) -> bool) -> String {
        let tails = self.tails.iter().enumerate().filter(|(at, _)| kept(*at)).map(|(_, tail)| tail.as_str());
        let parts = std::iter::once(self.clause.as_str()).chain(tails).chain(self.condition.as_deref());
        parts.collect::<Vec<_>>().join(" ")
    }

    /// What comes behind it and can stand in a note: where it is among the tails, and what it says.
    pub(super) fn remarks(&self) -> impl Iterator<Item = (usize, &str)> {
        let tails = self.tails.iter().map(String::as_str).enumerate();
        tails.filter(|(_, tail)| REMARKS.contains(&tail.split(' ').next().unwrap_or_default()))
    }
}

/// Whether a tail begins at a word.
fn begins_tail(words: &[String], at: usize) -> bool {
    let word = |at: usize| words.get(at).map(String::as_str).unwrap_or_default();
    let counted = |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) || UNITS.contains(&word);
    TAILS.contains(&word(at)) || word(at) == "every" && counted(word(at + 1))
}

/// What stands behind a clause, one by one. *Every* says how often here, and not whom.
fn tails_of(words: &[String]) -> Vec<String> {
    let mut out: Vec<Vec<String>> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        match out.last_mut() {
            Some(tail) if !begins_tail(words, at) => tail.push(word.clone()),
            _ => out.push(vec![word.clone()]),
        }
    }
    let plain = |tail: Vec<String>| match tail.split_first() {
        Some((every, more)) if every == "every" => format!("every {}", plain_conditions(more).join(" ")),
        _ => plain_conditions(&tail).join(" "),
    };
    out.into_iter().map(plain).filter(|tail| !tail.is_empty()).collect()
}

/// The clause that says what the sentence says; none where it is no sentence of a kind that is known.
pub(super) fn clause_of(text: &str) -> Option<Sentence> {
    let list: Vec<Word> = words(text).into_iter().filter(|w| w.kind != Kind::Comment).collect();
    if list.len() > 60 || list.iter().any(|w| matches!(w.kind, Kind::Text | Kind::Open | Kind::Close)) {
        return None;
    }
    let mut said: Vec<String> = list.iter().filter_map(|w| text.get(w.start..w.end)).map(small).collect();
    while said.last().is_some_and(|w| matches!(w.as_str(), "." | "," | ";")) {
        said.pop();
    }
    let whole = said.clone();
    if let Some(clause) = noun_is_prohibited(&said) {
        return Some(Sentence { clause, tails: Vec::new(), condition: None });
    }
    let condition = leading_condition(&mut said);
    let (at, length, modal) = verb(&said)?;
    let (subject, rest) = (said.get(..at)?, said.get(at + length..)?);
    let nobody = subject.first().is_some_and(|w| matches!(w.as_str(), "no" | "nobody" | "none"));
    let modal = if nobody && modal != Modal::Entitled { Modal::MustNot } else { modal };
    let subject = people(subject);
    let mut rest = rest.to_vec();
    let passive = rest.first().is_some_and(|w| w == "be");
    if passive {
        rest.remove(0);
    }
    // A clause of the language with a slip in it is no sentence.
    let shall = whole.first().is_some_and(|w| matches!(w.as_str(), "may" | "must" | "entitled"));
    if at == 0 && !passive && condition.is_none() && shall {
        return None;
    }
    if let [asks, of, ..] = rest.as_slice()
        && matches!((asks.as_str(), of.as_str()), ("apply" | "ask", "for"))
    {
        let joined = format!("{asks}-for");
        rest.splice(..2, [joined]);
    }
    let end = (0..rest.len()).find(|at| begins_tail(&rest, *at)).unwrap_or(rest.len());
    let tails = tails_of(rest.get(end..)?);
    let rest = rest.get(..end)?;
    if let Some(clause) = given(modal, passive, subject.as_deref(), rest, &tails) {
        return Some(Sentence { clause, tails, condition });
    }
    let (measure, object) = match (passive, rest.split_first()) {
        // What more is said of it would be lost.
        (true, Some((first, more))) => (stem(first), if more.is_empty() { None } else { return None }),
        (false, Some((first, more))) if modal != Modal::Entitled => (first.clone(), people(more)),
        // What somebody is entitled to may have several words.
        (_, Some(_)) => (people(rest)?, None),
        _ => return None,
    };
    let who = if passive { subject.clone() } else { object.clone() };
    let by = if passive { None } else { subject.clone() };
    let clause = match (modal, passive, &subject, &object) {
        (Modal::Entitled, ..) => format!("entitled {} to {measure}", subject.as_deref().unwrap_or("any")),
        (Modal::May, false, Some(subject), None) => format!("entitled {subject} to {measure}"),
        (Modal::Must, false, Some(subject), None) => format!("{subject} must {measure}"),
        (Modal::MustNot, false, Some(subject), None) => format!("must not {measure} {subject}"),
        _ => {
            let word = match modal {
                Modal::May => "may",
                Modal::Must => "must",
                _ => "must not",
            };
            let who = who.map(|w| format!(" {w}")).unwrap_or_default();
            let by = by.map(|b| format!(" by {b}")).unwrap_or_default();
            format!("{word} {measure}{who}{by}")
        }
    };
    Some(Sentence { clause, tails, condition })
}

/// A sentence by which somebody is given something: *a judge must review the detention*, *a permit shall be issued to
/// refugees*, *an employer may apply for a permit*.
fn given(modal: Modal, passive: bool, subject: Option<&str>, rest: &[String], tails: &[String]) -> Option<String> {
    let (first, more) = rest.split_first()?;
    let base = if passive { stem(first) } else { first.clone() };
    let is = |list: &[&str]| list.contains(&base.as_str()) || list.contains(&first.as_str());
    let by = |who: Option<&str>| who.map(|who| format!(" by {who}")).unwrap_or_default();
    let behind =
        |word: &str| more.iter().position(|w| w == word).and_then(|at| Some((more.get(..at)?, more.get(at + 1..)?)));
    match modal {
        Modal::May if !passive && is(&OBTAINS) => Some(format!("entitled {} to {}", subject?, people(more)?)),
        Modal::May if !passive && base == "appeal" => {
            let to = behind("to").or_else(|| behind("before")).and_then(|(_, whom)| people(whom));
            Some(format!("entitled {} to appeal{}", subject?, by(to.as_deref())))
        }
        Modal::May | Modal::Must if passive && is(&GIVES) => match more.split_first() {
            // The thing is the subject, or the person is.
            Some((to, whom)) if to == "to" => Some(format!("must give {} to {}", subject?, people(whom)?)),
            Some(_) => Some(format!("entitled {} to {}", subject?, people(more)?)),
            None => None,
        },
        Modal::Must if !passive && is(&GIVES) => {
            let (thing, whom) = behind("to")?;
            Some(format!("must give {} to {}{}", people(thing)?, people(whom)?, by(subject)))
        }
        Modal::Must if is(&["inform", "notify", "informed", "notified"]) => {
            let (whom, thing) = behind("of").or_else(|| behind("about"))?;
            let whom = if passive { subject?.to_owned() } else { people(whom)? };
            Some(format!("must give {} to {whom}{}", people(thing)?, by(subject.filter(|_| !passive))))
        }
        Modal::Must if is(&["hear", "heard"]) => {
            let whom = if passive { subject?.to_owned() } else { people(more)? };
            Some(format!("must give hearing to {whom}{}", by(subject.filter(|_| !passive))))
        }
        Modal::Must => {
            let (_, noun) = REVIEWS.iter().find(|(verb, _)| *verb == base)?;
            let of = if passive { subject?.to_owned() } else { people(more)? };
            let often = tails.iter().any(|tail| tail.starts_with("every "));
            let noun = if often && *noun == "review" { "periodic-review" } else { noun };
            Some(format!("must give {noun} whenever {of}{}", by(subject.filter(|_| !passive))))
        }
        _ => None,
    }
}

/// A word with a small first letter, where only the first is a capital.
fn small(word: &str) -> String {
    let mut chars = word.chars();
    match chars.next() {
        Some(first) if first.is_uppercase() && chars.clone().all(|c| !c.is_uppercase()) => {
            first.to_lowercase().chain(chars).collect()
        }
        _ => word.to_owned(),
    }
}

/// *If …,* at the beginning goes behind the clause.
fn leading_condition(said: &mut Vec<String>) -> Option<String> {
    let word = match said.first()?.as_str() {
        "if" | "when" | "where" | "whenever" => "where",
        "unless" => "unless",
        _ => return None,
    };
    // Without a comma the condition ends where the clause begins.
    let end = said.iter().position(|w| w == ",").map(|comma| comma + 1).or_else(|| verb(said).map(|(at, ..)| at))?;
    let condition: Vec<String> = said.drain(..end).filter(|w| w != ",").collect();
    if said.first().is_some_and(|w| w == "then") {
        said.remove(0);
    }
    let condition = plain_conditions(&condition);
    Some(format!("{word} {}", condition.get(1..)?.join(" ")))
}

/// *Detention of children is prohibited.*
fn noun_is_prohibited(said: &[String]) -> Option<String> {
    let at = said.windows(2).position(|w| {
        matches!(w, [is, done] if matches!(is.as_str(), "is" | "are") && matches!(done.as_str(), "prohibited" | "forbidden"))
    })?;
    let (subject, rest) = (said.get(..at)?, said.get(at + 2..)?);
    let of = subject.iter().position(|w| w == "of")?;
    let (measure, who) = (people(subject.get(..of)?)?, people(subject.get(of + 1..)?)?);
    let tails = plain_conditions(rest).join(" ");
    Some(format!("must not {measure} {who} {tails}").trim_end().to_owned())
}

/// Conditions without *the* and *the person is*.
fn plain_conditions(words: &[String]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in words.iter().filter(|w| !DETERMINERS.contains(&w.as_str())) {
        let is = matches!(word.as_str(), "is" | "are");
        if is && out.last().is_some_and(|w| matches!(w.as_str(), "person" | "they" | "he" | "she" | "who" | "it")) {
            out.pop();
        } else {
            out.push(word.clone());
        }
    }
    out
}

/// The first verb: where it is, how many words it has, what it says.
fn verb(said: &[String]) -> Option<(usize, usize, Modal)> {
    (0..said.len()).find_map(|at| {
        let rest = said.get(at..)?;
        let found = VERBS
            .iter()
            .filter(|(phrase, _)| rest.len() >= phrase.len() && rest.iter().zip(*phrase).all(|(a, b)| a == b));
        found.max_by_key(|(phrase, _)| phrase.len()).map(|(phrase, modal)| (at, phrase.len(), *modal))
    })
}

/// Who or what is named, as one name: without *the* and *every*, and with hyphens.
fn people(words: &[String]) -> Option<String> {
    let skipped = |w: &&String| DETERMINERS.contains(&w.as_str()) || matches!(w.as_str(), "of" | "no" | "any");
    let named: Vec<&str> = words.iter().skip_while(skipped).map(String::as_str).collect();
    match named.as_slice() {
        [] => words.iter().any(|w| w == "any").then(|| "any".to_owned()),
        ["nobody" | "none" | "everyone" | "everybody"] | ["one", ..] => Some("any".to_owned()),
        ["(", ..] => Some(named.join(" ")),
        several => Some(several.iter().filter(|w| !DETERMINERS.contains(w)).copied().collect::<Vec<_>>().join("-")),
    }
}

/// The verb of a participle: *detained* is `detain`, *removed* is `remove`, *expelled* is `expel`.
fn stem(word: &str) -> String {
    let Some(stem) = word.strip_suffix("ed").filter(|s| s.len() > 2) else { return word.to_owned() };
    let mut end = stem.chars().rev();
    match (end.next(), end.next()) {
        (Some('l' | 't' | 'n' | 'p' | 'g' | 'r'), before) if stem.chars().next_back() == before => {
            stem.get(..stem.len() - 1).unwrap_or(stem).to_owned()
        }
        (Some('v' | 's' | 'c' | 'z' | 'u' | 'g'), _) | (Some('r'), Some('u')) => format!("{stem}e"),
        _ => stem.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::clause_of;

    #[test]
    fn sentences_of_law_become_clauses() {
        for (sentence, clause) in [
            ("The police may detain a foreigner.", "may detain foreigner by police"),
            ("foreigner may work", "entitled foreigner to work"),
            ("A child shall not be detained", "must not detain child"),
            ("shall not detain child", "must not detain child"),
            ("unless child may detain foreigner", "may detain foreigner unless child"),
            ("Detention of children is prohibited", "must not detention children"),
            (
                "The police may detain a foreigner if the person is dangerous",
                "may detain foreigner by police if dangerous",
            ),
            ("No child may be detained by the police", "must not detain child by police"),
            ("Nobody may be tortured.", "must not torture any"),
            ("Every child has the right to primary education", "entitled child to primary-education"),
            (
                "A foreigner is entitled to legal-assistance if pregnant",
                "entitled foreigner to legal-assistance if pregnant",
            ),
            (
                "If removal-ordered, the police may detain the foreigner",
                "may detain foreigner by police where removal-ordered",
            ),
            ("Foreign nationals must be removed", "must remove foreign-nationals"),
            ("An employer may apply for a work permit", "entitled employer to work-permit"),
            ("A foreigner may appeal to a court within 8 days", "entitled foreigner to appeal by court within 8 days"),
            ("A judge must review the detention", "must give review whenever detention by judge"),
            (
                "Detention must be reviewed by a court every 30 days",
                "must give periodic-review whenever detention by court every 30 days",
            ),
            ("The court shall hear the foreigner", "must give hearing to foreigner by court"),
            (
                "A detainee shall be informed of the reasons without delay",
                "must give reasons to detainee without delay",
            ),
            ("A residence permit shall be issued to refugees", "must give residence-permit to refugees"),
            ("The refugee may be granted asylum", "entitled refugee to asylum"),
            ("The State shall provide healthcare to every child", "must give healthcare to child by state"),
            ("An asylum seeker must not be expelled unless dangerous", "must not expel asylum-seeker unless dangerous"),
        ] {
            assert_eq!(clause_of(sentence).map(|s| s.with(|_| true)).as_deref(), Some(clause), "{sentence}");
        }
        for other in [
            "may detain foreigner pregnant",
            "must nto detain child",
            "detain foreigner",
            "text \"The police may detain a foreigner.\"",
            "",
            "where x",
        ] {
            assert_eq!(clause_of(other), None, "{other}");
        }
    }
}
