//! `ask`: one question to the law, answered with a person and the articles, or with the articles that exclude it.

use super::args::AskArgs;
use super::desk::{self, Order};
use super::{Exit, say, say_error};
use crate::finding::{Answer, Mark, Nobody};
use crate::judge::{ask, question};
use crate::law::Law;
use crate::report::location;
use crate::text::{Sources, Span};
use crate::words::{Words, args};
use std::fmt::Write as _;
use std::path::PathBuf;

pub(super) fn run(asked: &AskArgs) -> Exit {
    run_or_exit(asked).unwrap_or_else(|exit| exit)
}

fn run_or_exit(asked: &AskArgs) -> Result<Exit, Exit> {
    let place = asked.paths.first().map(PathBuf::as_path);
    let mut desk = desk::open((&asked.config, &asked.rules, &asked.voice), place, false)?;
    let mut worst = Exit::Clean;
    for order in desk.orders(&asked.paths, "stdin.pol", &asked.law)? {
        let Order { files, framework, .. } = order;
        let mut read = desk.read(files, framework.as_deref());
        if !read.is_sound() {
            desk.say_mistakes(&read.mistakes);
            return Err(Exit::NoVerdict);
        }
        let file = desk.checker.sources.set("<question>", asked.question.clone());
        let wanted = match question(&mut read.order, &asked.question, Span::at(file, 0)) {
            Ok(wanted) => wanted,
            Err(mistakes) => {
                desk.say_mistakes(&mistakes);
                return Err(Exit::NoVerdict);
            }
        };
        let answer =
            Law::new(&read.order, [], false).map_err(|_| ()).and_then(|mut law| ask(&mut law, &wanted).map_err(|_| ()));
        let Ok(answer) = answer else {
            say_error(&desk.words.plain("no-verdict-undecided"));
            return Err(Exit::NoVerdict);
        };
        let names: Vec<String> = read.order.policies.iter().map(|p| desk.words.label(&p.label, &p.name)).collect();
        let said = answered(&answer, &desk.words, &desk.checker.sources, &desk.style);
        say(&format!("{}\n{said}", crate::text::harmless(&names.join(" · "))));
        if matches!(answer, Answer::Somebody { .. }) {
            worst = worst.max(Exit::Clean);
        }
    }
    Ok(worst)
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
