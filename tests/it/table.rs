//! What a report says, as a table: short enough to be read line by line when it changes.

use serde_json::Value;
use std::fmt::Write as _;

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or("")
}

/// Where something stands: its role, the article and, of a standard or a file alone, no article.
fn places(finding: &Value, list: &str) -> String {
    let marks = finding[list].as_array().map_or(&[][..], Vec::as_slice);
    let said = marks.iter().filter(|m| m["article"].is_string());
    said.map(|m| format!("{} {}", text(&m["role"]), text(&m["article"]))).collect::<Vec<_>>().join(", ")
}

/// Articles once each, after the name of their law where there are several; `—` is what rests on none.
fn articles<'a>(marks: impl Iterator<Item = Option<&'a Value>>, several: bool) -> String {
    let mut found: Vec<(&str, Vec<&str>)> = Vec::new();
    for mark in marks {
        let (law, number) = mark.map_or(("", "—"), |m| (text(&m["policy"]), text(&m["article"])));
        let at = found.iter().position(|(known, _)| *known == law).unwrap_or_else(|| {
            found.push((law, Vec::new()));
            found.len() - 1
        });
        if !found[at].1.contains(&number) {
            found[at].1.push(number);
        }
    }
    let said = |(law, numbers): &(&str, Vec<&str>)| {
        let name = if several && !law.is_empty() { format!("{law} ") } else { String::new() };
        name + &numbers.join(", ")
    };
    found.iter().map(said).collect::<Vec<_>>().join("; ")
}

/// The first article that a finding rests on.
fn first(finding: &Value) -> Option<&Value> {
    finding["because"].as_array()?.iter().find(|m| m["article"].is_string())
}

/// Every standard that is asked of an order and answered, a line each: its verdict, how hard it binds, and the articles of
/// what was found or of what protects.
pub(crate) fn verdicts(report: &Value) -> String {
    let mut table = String::new();
    for order in report["orders"].as_array().unwrap() {
        let policies = order["policies"].as_array().unwrap();
        let laws: Vec<&str> = policies.iter().map(|p| text(&p["title"]["en"])).collect();
        let _ = writeln!(table, "{} · {}", text(&order["state"]), laws.join(", "));
        for standard in order["standards"].as_array().unwrap() {
            let verdict = text(&standard["verdict"]);
            if ["not-governed", "not-binding"].contains(&verdict) {
                continue;
            }
            let findings = order["findings"].as_array().unwrap().iter().filter(|f| f["standard"] == standard["id"]);
            let mut rests = articles(findings.map(first), laws.len() > 1);
            if rests.is_empty() {
                rests = articles(standard["protects"].as_array().unwrap().iter().map(Some), laws.len() > 1);
            }
            let line = format!("{verdict:8} {:14} {:44} {rests}", text(&standard["force"]), text(&standard["id"]));
            let _ = writeln!(table, "{}", line.trim_end());
        }
        // What is common to all of them is said once: how many there are of which verdict, and what was not asked.
        let mut counts = std::collections::BTreeMap::<&str, usize>::new();
        for standard in order["standards"].as_array().unwrap() {
            *counts.entry(text(&standard["verdict"])).or_default() += 1;
        }
        let counts: Vec<String> = counts.iter().map(|(verdict, n)| format!("{n} {verdict}")).collect();
        let _ = writeln!(table, "{}", counts.join(", "));
    }
    table
}

/// Every finding: its standard, verdict and force, what is said, of whom, and what it rests on.
pub(crate) fn findings(report: &Value) -> String {
    let mut table = String::new();
    for order in report["orders"].as_array().unwrap() {
        for standard in order["standards"].as_array().unwrap() {
            let head = [&standard["id"], &standard["verdict"], &standard["force"]].map(text).join(" · ");
            let _ = writeln!(table, "  {head}");
            for finding in order["findings"].as_array().unwrap().iter().filter(|f| f["standard"] == standard["id"]) {
                let _ = writeln!(table, "    {}", text(&finding["sentence"]["en"]));
                let who = &finding["class"];
                let exact = if who["exact"] == true { "exactly" } else { "among others" };
                for (name, said) in [
                    (
                        "who",
                        if who.is_null() { String::new() } else { format!("{exact} {}", text(&who["text"]["en"])) },
                    ),
                    ("because", places(finding, "because")),
                    ("nearly", places(finding, "nearly")),
                    ("only where", readings(finding)),
                    ("legs", legs(finding)),
                    ("way", way(finding)),
                    ("given", list(&finding["scenario"])),
                ] {
                    if !said.is_empty() {
                        let _ = writeln!(table, "      {name}: {said}");
                    }
                }
            }
            let protects = standard["protects"].as_array().unwrap();
            if !protects.is_empty() {
                let protects: Vec<&str> = protects.iter().map(|m| text(&m["article"])).collect();
                let _ = writeln!(table, "    protects: {}", protects.join(", "));
            }
        }
    }
    table
}

fn legs(finding: &Value) -> String {
    let legs = finding["legs"].as_array().map_or(&[][..], Vec::as_slice);
    let said = |l: &Value| format!("{} {}", text(&l["leg"]), if l["stated"] == true { "stated" } else { "missing" });
    legs.iter().map(said).collect::<Vec<_>>().join(", ")
}

fn list(value: &Value) -> String {
    value.as_array().map_or(&[][..], Vec::as_slice).iter().map(text).collect::<Vec<_>>().join(", ")
}

fn way(finding: &Value) -> String {
    list(&finding["path"]).replace(", ", " → ")
}

/// What of the law's own words must be read one way for it to be so; nothing where it is so on every reading.
fn readings(finding: &Value) -> String {
    let reading = |all: &Value| {
        let one = |r: &Value| format!("{}{}", if r["is"] == false { "not " } else { "" }, text(&r["fact"]));
        all.as_array().unwrap().iter().map(one).collect::<Vec<_>>().join(" and ")
    };
    let some = finding["readings"]["some"].as_array().map_or(&[][..], Vec::as_slice);
    some.iter().map(reading).collect::<Vec<_>>().join(" or ")
}
