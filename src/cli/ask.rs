//! `ask`: one question to the law, answered with a person and the articles, or with the articles that exclude it.

use super::args::AskArgs;
use super::{Exit, open, say};
use crate::finding::{Answer, Mark, Nobody};
use crate::report::location;
use crate::text::Sources;
use crate::words::{Words, args};
use std::fmt::Write as _;
use std::path::PathBuf;

pub(super) fn run(asked: &AskArgs) -> Exit {
    run_or_exit(asked).unwrap_or_else(|exit| exit)
}

fn run_or_exit(asked: &AskArgs) -> Result<Exit, Exit> {
    let place = asked.paths.first().map(PathBuf::as_path);
    let law = &asked.law;
    let mut opened = open::open((&asked.config, &asked.rules, &asked.voice), law.today.as_deref(), place, false)?;
    let request = opened.request(law)?;
    let orders = opened.orders(&asked.paths, "stdin.pol", &request)?;
    let question = opened.session.set_question(&asked.question);
    for order in orders {
        let answer = opened.tell(opened.session.ask(&order, question))?;
        let names: Vec<String> = answer.laws.iter().map(|(label, name)| opened.words.label(label, name)).collect();
        let said = answered(&answer.answer, &opened.words, opened.sources(), &opened.style);
        say(&format!("{}\n{said}", crate::text::harmless(&names.join(" · "))));
    }
    Ok(Exit::Clean)
}

/// The answer in words.
fn answered(answer: &Answer, words: &Words, sources: &Sources, style: &crate::report::Style) -> String {
    let mut out = String::new();
    let marks = |out: &mut String, marks: &[Mark]| {
        for mark in marks {
            let article = mark.article.as_ref().map_or_else(String::new, |a| words.article(a));
            let _ = writeln!(out, "    {}: {article}: {}", location(sources, mark.span), words.role(mark.role));
        }
    };
    match answer {
        Answer::Somebody { person, class, readings, by, given } => {
            let _ = writeln!(out, "{}", words.say("ask-somebody", &args([("who", words.person(person))])));
            let id = if class.exact { "line-exactly" } else { "line-among" };
            style.line(
                &mut out,
                &words.plain("line-who"),
                &words.say(id, &args([("people", words.people(class))])),
                10,
            );
            if let Some((heading, text)) = words.readings_line(readings, true) {
                style.line(&mut out, &heading, &text, 10);
            }
            marks(&mut out, by);
            if !given.is_empty() {
                let _ = writeln!(out, "  scenario \"…\" {{ given {} }}", given.join(", "));
            }
        }
        Answer::Nobody { why, by } => {
            let id = match why {
                Nobody::CanBe => "ask-nobody-can-be",
                Nobody::NoArticle => "ask-nobody-no-article",
                Nobody::Excluded => "ask-nobody-excluded",
            };
            let _ = writeln!(out, "{}", words.plain(id));
            marks(&mut out, by);
        }
    }
    crate::text::harmless(&out).into_owned()
}
