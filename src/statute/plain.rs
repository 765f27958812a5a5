//! Plain text: numbered articles in English (and as *Art.*, *§*), and 第…条 in Chinese.

use super::numerals::{chinese, number_in};
use super::{Provision, Statute, squeezed};
use std::collections::HashMap;

/// Words that an article is headed with.
const WORDS: [&str; 10] =
    ["article", "articles", "art.", "section", "sec.", "artículo", "articulo", "regulation", "rule", "§"];

/// Words that a part above the articles is headed with.
const PARTS: [&str; 8] = ["chapter", "part", "title", "schedule", "annex", "book", "division", "appendix"];

pub(super) fn read(text: &str) -> Statute {
    let mut provisions = headed(text, beginning_with_a_word);
    if provisions.is_empty() {
        // Numbers alone count only as a run: 1., 2., 3. …
        let bare = headed(text, beginning_with_a_number);
        let run = bare.iter().zip(1u64..).all(|(p, n)| p.number.parse() == Ok(n));
        if run && bare.len() >= 2 {
            provisions = bare;
        }
    }
    Statute { title: title(text), provisions: whole(provisions), words: text.to_owned() }
}

/// A line that begins an article: its number, and what stands behind it.
type Beginning = fn(&str) -> Option<(String, &str)>;

fn headed(text: &str, begins: Beginning) -> Vec<Provision> {
    let mut out: Vec<Provision> = Vec::new();
    let mut lines: Vec<String> = Vec::new();
    let mut open = false;
    let close = |out: &mut Vec<Provision>, lines: &mut Vec<String>| {
        if let Some(last) = out.last_mut() {
            heading_of(last, lines);
            last.text = std::mem::take(lines).join("\n");
        }
        lines.clear();
    };
    for line in text.lines() {
        let line = squeezed(line.trim_start_matches(['#', '*', ' ', '\t', '\u{3000}']).trim_end_matches(['*', '#']));
        if let Some((number, rest)) = begins(&line) {
            if open {
                close(&mut out, &mut lines);
            }
            open = true;
            out.push(Provision { number, ..Provision::default() });
            if !rest.is_empty() {
                lines.push(rest.to_owned());
            }
        } else if is_part(&line) {
            if open {
                close(&mut out, &mut lines);
            }
            open = false;
        } else if open && !line.is_empty() {
            lines.push(line);
        }
    }
    if open {
        close(&mut out, &mut lines);
    }
    out
}

fn beginning_with_a_word(line: &str) -> Option<(String, &str)> {
    if let Some(rest) = line.strip_prefix('第') {
        let (number, after) = rest.split_once('条')?;
        chinese(number.trim())?;
        let more: String = match after.strip_prefix('之') {
            Some(n) => n.chars().take_while(|c| chinese(&c.to_string()).is_some() || "十百".contains(*c)).collect(),
            None => String::new(),
        };
        let rest = if more.is_empty() { after } else { after.get('之'.len_utf8() + more.len()..)? };
        // A reference at the beginning of a line, 第六十条规定的…, is no heading: behind a heading stands a blank or a title.
        let heads = rest.is_empty() || rest.starts_with([' ', '\u{3000}', '【', '（', '(', '：', ':']);
        let printed = if more.is_empty() { format!("第{number}条") } else { format!("第{number}条之{more}") };
        return heads.then(|| number_in(&printed)).flatten().map(|n| (n, rest.trim_start()));
    }
    let word = line.split_whitespace().next()?;
    let known = WORDS.contains(&word.to_lowercase().as_str());
    // A heading is written with a capital, a sign or an abbreviation; *article 5 applies* in a sentence is not.
    let capital = word.chars().next().is_some_and(|c| c.is_uppercase() || c == '§');
    let glued = line.starts_with('§');
    if !(glued || known && capital) {
        return None;
    }
    let after = if glued { line.get('§'.len_utf8()..)? } else { line.get(word.len()..)? };
    let after = after.trim_start();
    let printed = after.split_whitespace().next()?;
    if !printed.starts_with(|c: char| c.is_ascii_digit())
        && !printed.trim_end_matches(['.', ':']).chars().all(|c| "IVXLCDM".contains(c))
    {
        return None;
    }
    let rest = after.get(printed.len()..)?.trim_start();
    let suffix = rest.split_whitespace().next().filter(|w| ["bis", "bis.", "ter", "ter."].contains(w));
    let (printed, rest) = match suffix {
        Some(s) => (format!("{printed} {s}"), rest.get(s.len()..)?.trim_start()),
        None => (printed.to_owned(), rest),
    };
    let ends = printed.ends_with(['.', ':', ')']) || rest.is_empty();
    let sign = rest.starts_with(['-', '–', '—', '.', ':', '(', '"', '“', '[']);
    let title = rest.chars().next().is_some_and(char::is_uppercase);
    let number = number_in(&printed)?;
    let rest = rest.trim_start_matches(['-', '–', '—', '.', ':', ' ']);
    (ends || sign || title).then_some((number, rest))
}

fn beginning_with_a_number(line: &str) -> Option<(String, &str)> {
    let (number, rest) = line.split_once(['.', ')'])?;
    let plain = !number.is_empty() && number.len() <= 4 && number.chars().all(|c| c.is_ascii_digit());
    (plain && (rest.is_empty() || rest.starts_with(' '))).then(|| (number.to_owned(), rest.trim_start()))
}

fn is_part(line: &str) -> bool {
    if let Some(rest) = line.strip_prefix('第') {
        let end = rest.find(['章', '节', '编', '卷']);
        return end.and_then(|at| rest.get(..at)).is_some_and(|n| chinese(n.trim()).is_some())
            && line.chars().count() < 40;
    }
    if line == "附则" || line == "附 则" {
        return true;
    }
    let mut words = line.split_whitespace();
    let Some(word) = words.next().filter(|w| PARTS.contains(&w.to_lowercase().as_str())) else { return false };
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    let numbered = words.next().is_none_or(|n| {
        let n = n.trim_end_matches(['.', ':', '—', '-']);
        n.chars().all(|c| c.is_ascii_digit() || "IVXLCDM".contains(c)) || n.chars().count() == 1
    });
    capital && numbered && line.chars().count() < 120
}

/// The first line of an article is its heading when it is short, no sentence, and something stands below it.
fn heading_of(provision: &mut Provision, lines: &mut Vec<String>) {
    let Some(first) = lines.first().cloned() else { return };
    if let Some(rest) = first.strip_prefix('【')
        && let Some((heading, rest)) = rest.split_once('】')
    {
        provision.heading = Some(heading.to_owned());
        let rest = rest.trim().to_owned();
        if rest.is_empty() {
            lines.remove(0);
        } else if let Some(slot) = lines.first_mut() {
            *slot = rest;
        }
        return;
    }
    let sentence = first.ends_with(['.', ';', ':', ',', '。', '；', '：', '，']) || first.starts_with(['(', '（', '1']);
    let chinese = first.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    if lines.len() > 1 && first.chars().count() <= 120 && !sentence && !chinese {
        provision.heading = Some(first);
        lines.remove(0);
    }
}

/// Of an article that stands twice, as in a table of contents, the one with the more words.
fn whole(provisions: Vec<Provision>) -> Vec<Provision> {
    let mut longest: HashMap<String, usize> = HashMap::new();
    for (at, provision) in provisions.iter().enumerate() {
        let known = longest.get(&provision.number).and_then(|k| provisions.get(*k));
        if known.is_none_or(|k| k.text.len() < provision.text.len()) {
            longest.insert(provision.number.clone(), at);
        }
    }
    let kept = |at: usize, p: &Provision| longest.get(&p.number) == Some(&at);
    provisions.iter().enumerate().filter(|(at, p)| kept(*at, p)).map(|(_, p)| p.clone()).collect()
}

fn title(text: &str) -> Option<String> {
    let first = text.lines().map(|l| squeezed(l.trim_start_matches('#'))).find(|l| !l.is_empty())?;
    (first.chars().count() <= 200 && beginning_with_a_word(&first).is_none()).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_articles() {
        let text = "The Entry Act\n\nCONTENTS\nArticle 1 Scope\nArticle 2 Detention\n\nCHAPTER I\nGeneral\n\nArticle 1\nScope\nThis Act applies to everyone.\n\nArticle 2. Detention\n(1) A person may be detained.\nArticle 1 applies.\n\nArticle 3 bis — Repeal\nThe old Act is repealed.\n";
        let statute = read(text);
        let found: Vec<(&str, Option<&str>, &str)> =
            statute.provisions.iter().map(|p| (p.number.as_str(), p.heading.as_deref(), p.text.as_str())).collect();
        assert_eq!(
            found,
            [
                ("1", Some("Scope"), "This Act applies to everyone."),
                ("2", Some("Detention"), "(1) A person may be detained.\nArticle 1 applies."),
                ("3-bis", Some("Repeal"), "The old Act is repealed."),
            ]
        );
        assert_eq!(statute.title.as_deref(), Some("The Entry Act"));
    }

    #[test]
    fn bare_numbers_count_as_a_run() {
        let numbers = |text: &str| read(text).provisions.into_iter().map(|p| p.number).collect::<Vec<_>>();
        assert_eq!(numbers("Law\n1. One.\n2. Two.\n3. Three.\n"), ["1", "2", "3"]);
        assert!(numbers("Law\n1. One.\n5. Five.\n").is_empty());
    }

    #[test]
    fn chinese_articles() {
        let text = "# 法\n\n## 第一章 总则\n\n第一条 为了管理，制定本法。\n\n第二条【适用】适用本法。\n第一条规定的除外。\n\n第六十条之一　另行规定。\n";
        let statute = read(text);
        let found: Vec<(&str, &str)> =
            statute.provisions.iter().map(|p| (p.number.as_str(), p.text.as_str())).collect();
        assert_eq!(
            found,
            [("1", "为了管理，制定本法。"), ("2", "适用本法。\n第一条规定的除外。"), ("60-1", "另行规定。")]
        );
    }
}
