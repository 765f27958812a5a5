//! `junit`: a suite a legal order, a case a point. What is found is failure, no verdict is error; what is for assessment,
//! known or not examined is skipped.

use super::{Format, RenderContext};
use crate::report::opening::standing_id;
use crate::report::rows::cause_rows;
use crate::report::{OrderReport, PointSummary, Standing, Summary, location, one_line};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::fmt::{self, Write};

/// A case before it is written.
struct Case {
    name: String,
    class: String,
    /// The element inside, its type, its message, its text.
    inside: Option<(&'static str, Option<&'static str>, String, String)>,
}

/// A suite a legal order, a case a point.
#[derive(Debug)]
pub(super) struct Junit;

impl Format for Junit {
    fn name(&self) -> &'static str {
        "junit"
    }

    fn help(&self) -> &'static str {
        "Test report: a case a point"
    }

    fn extension(&self) -> &'static str {
        "xml"
    }

    fn write(&self, context: &RenderContext<'_>, out: &mut dyn Write) -> fmt::Result {
        let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
        let mut put = |event: Event<'_>| {
            // Writing to memory does not fail.
            let _ = writer.write_event(event);
        };
        put(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        put(Event::Start(BytesStart::new("testsuites")));
        for (id, order) in context.orders.iter().enumerate() {
            let cases = cases(order, context);
            let count = |kind: &str| cases.iter().filter(|c| c.inside.as_ref().is_some_and(|i| i.0 == kind)).count();
            let name = order.judgement.map_or_else(|| order.files.join(", "), |j| j.order.state.clone());
            let date = order.judgement.map_or_else(|| "1970-01-01".to_owned(), |j| j.order.as_of.to_string());
            let mut suite = BytesStart::new("testsuite");
            for (key, value) in [
                ("name", one_line(&name)),
                ("package", env!("CARGO_PKG_NAME").to_owned()),
                ("id", id.to_string()),
                // The date of the check, for there is no clock.
                ("timestamp", format!("{date}T00:00:00")),
                ("hostname", "localhost".to_owned()),
                ("tests", cases.len().to_string()),
                ("failures", count("failure").to_string()),
                ("errors", count("error").to_string()),
                ("skipped", count("skipped").to_string()),
                ("time", "0".to_owned()),
            ] {
                suite.push_attribute((key, value.as_str()));
            }
            put(Event::Start(suite));
            put(Event::Empty(BytesStart::new("properties")));
            for case in &cases {
                let mut element = BytesStart::new("testcase");
                element.push_attribute(("name", case.name.as_str()));
                element.push_attribute(("classname", case.class.as_str()));
                element.push_attribute(("time", "0"));
                match &case.inside {
                    None => put(Event::Empty(element)),
                    Some((kind, what, message, text)) => {
                        put(Event::Start(element));
                        let mut inside = BytesStart::new(*kind);
                        inside.push_attribute(("message", message.as_str()));
                        if let Some(what) = what {
                            inside.push_attribute(("type", *what));
                        }
                        put(Event::Start(inside));
                        put(Event::Text(BytesText::new(text)));
                        put(Event::End(BytesEnd::new(*kind)));
                        put(Event::End(BytesEnd::new("testcase")));
                    }
                }
            }
            put(Event::Empty(BytesStart::new("system-out")));
            put(Event::Empty(BytesStart::new("system-err")));
            put(Event::End(BytesEnd::new("testsuite")));
        }
        put(Event::End(BytesEnd::new("testsuites")));
        let mut text = String::from_utf8(writer.into_inner()).unwrap_or_default();
        text.push('\n');
        out.write_str(&text)
    }
}

fn cases(order: &OrderReport<'_>, context: &RenderContext<'_>) -> Vec<Case> {
    let RenderContext { sources, words, shown, .. } = *context;
    let Some(judgement) = order.judgement else {
        let case = |name: String, message: String, text: String| Case {
            name,
            class: one_line(&order.files.join(", ")),
            inside: Some(("error", Some("no-verdict"), message, text)),
        };
        let errors = order.errors().map(|m| {
            let message = one_line(&words.mistake(m).message);
            let text = format!("{}: {message}", location(sources, m.span));
            case(m.code.to_string(), message, text)
        });
        let mut cases: Vec<Case> = errors.collect();
        if cases.is_empty() {
            // A suite without a case would read as one that passed.
            let message = one_line(&order.no_verdict(words));
            cases.push(case("no-verdict".to_owned(), message.clone(), message));
        }
        return cases;
    };
    let summary = Summary::of(judgement, shown);
    let rows = cause_rows(&summary, sources, words);
    let case = |point: &PointSummary<'_>| {
        let open: Vec<_> =
            rows.iter().filter(|r| r.point.name == point.name.name && r.standing < Standing::Known).collect();
        let inside = match open.first() {
            Some(first) => {
                let lines: Vec<String> = open
                    .iter()
                    .map(|r| {
                        let at = format!("{}:{}:{}", r.row.file, r.row.start.line, r.row.start.column);
                        format!("{at}: {} {}", r.sentence(words), r.row.who)
                    })
                    .collect();
                // What is to be weighed by a person neither passes nor fails.
                let fails = open.iter().any(|r| r.standing < Standing::ToAssess);
                let (kind, what) =
                    if fails { ("failure", Some(first.row.finding.verdict.key())) } else { ("skipped", None) };
                Some((kind, what, first.row.sentence.clone(), lines.join("\n")))
            }
            None if point.standing == Standing::Provided => None,
            None => Some(("skipped", None, words.plain(standing_id(point.standing)), String::new())),
        };
        let theme = point.results.first().map_or_else(String::new, |r| r.theme.clone());
        Case { name: point.name.name.clone(), class: theme, inside }
    };
    summary.points.iter().map(case).collect()
}
