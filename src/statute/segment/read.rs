//! One way to read a page: which of the candidates are the articles, and what every line is then.

use super::{Article, Candidate, Page, Read, Role, WINDOW, notes_off};
use crate::statute::conventions::CONTENTS;
use crate::statute::number::{bare, number_at};
use crate::statute::receipt::{LeftKind, Reading, Receipt, Rival};
use crate::statute::{Form, Provision, Statute, squeezed};
use std::collections::{HashMap, HashSet};

/// Signs between the number of an article and what follows it.
const BEHIND: [char; 12] = [' ', '.', ':', '-', '–', '—', ')', ']', '．', '：', '\u{a0}', '°'];

impl Page {
    /// Reads the page by these candidates; numbers that stand alone must count on from 1.
    pub(super) fn read(&self, of: &[Candidate], alone: bool) -> Option<Read> {
        let contents = self.contents(of);
        let usable: Vec<&Candidate> = of.iter().filter(|c| !c.never && !contents.contains(&c.line)).collect();
        let mut picked = self.chain(&usable, alone);
        if picked.is_empty() {
            return None;
        }
        self.insert_strong(&usable, &mut picked, alone);
        let articles = self.articles(&picked);
        let direct = picked.windows(2).filter(|p| matches!(p, [a, b] if a.number.gap_to(&b.number) == Some(0))).count();
        let restarts =
            picked.windows(2).filter(|p| matches!(p, [a, b] if a.number.gap_to(&b.number).is_none())).count();
        let steps = picked.len().saturating_sub(1).saturating_sub(restarts);
        let order = if steps == 0 { 1.0 } else { direct as f64 / steps as f64 };
        let begins = picked.first().is_some_and(|c| {
            c.number.base() <= 1 || c.number.key.iter().skip(2).all(|n| *n == 1) && c.number.key.len() > 3
        });
        // `6. (1)` and `2.—(1)` head nothing but sections; an excerpt may begin with any.
        let telling =
            order >= 1.0 && picked.len() > 2 && picked.iter().all(|c| [3, 5, 6].contains(&(c.group.style / 2)));
        if alone && (picked.len() < 2 || order < 0.75 || !begins && picked.len() < 10 && !telling) {
            return None;
        }
        let marked = picked.iter().all(|c| c.group.marked);
        let word = picked.first().is_some_and(|c| !c.group.word.is_empty());
        let roles = self.roles(&articles, &contents, marked);
        let mut of_each = vec![0usize; articles.len()];
        let (mut placed, mut beside) = (0, 0);
        for (at, role) in roles.iter().enumerate() {
            let letters = self.letters.get(at).copied().unwrap_or(0);
            match role {
                Role::Number(a) | Role::Above(a) | Role::Words(a) => {
                    placed += letters;
                    if let Some(slot) = of_each.get_mut(*a) {
                        *slot += letters;
                    }
                }
                Role::Left(LeftKind::Contents | LeftKind::Frame | LeftKind::Note | LeftKind::Title) => {
                    beside += letters
                }
                Role::Left(_) => {}
            }
        }
        let whole = self.letters.iter().sum::<usize>().saturating_sub(beside).max(1);
        let count = articles.len() as f64;
        let share = placed as f64 / whole as f64;
        let most = of_each.iter().max().copied().unwrap_or(0) as f64 / placed.max(1) as f64;
        let balance = if count > 1.0 { ((1.0 - most) * count / (count - 1.0)).min(1.0) } else { 0.5 };
        let prior = if word || marked { 1.0 } else { 0.7 };
        let unlabelled = articles.iter().filter(|a| a.label.starts_with("part")).count() as f64 / count;
        let score = share
            * (0.2 + 0.8 * order)
            * (0.3 + 0.7 * balance)
            * prior
            * (1.0 + 0.15 * count.log10())
            * (1.0 - 0.5 * unlabelled);
        let taken: HashSet<usize> = articles.iter().map(|a| a.line).collect();
        let rivals = of
            .iter()
            .filter(|c| c.strong && !taken.contains(&c.line) && !self.flows.get(c.line).copied().unwrap_or(false))
            .filter_map(|c| match roles.get(c.line) {
                Some(Role::Words(a)) => Some((*a, c.line)),
                _ => None,
            })
            .collect();
        let first = articles.first().map_or(0, |a| a.line);
        let heading: String = self.line(first).chars().take(40).collect();
        Some(Read { articles, roles, rivals, placed, score, heading })
    }

    /// The lines of a table of contents: headings one at once after the other, whose numbers come again further down.
    fn contents(&self, of: &[Candidate]) -> HashSet<usize> {
        let mut out = HashSet::new();
        let open: Vec<&Candidate> = of.iter().filter(|c| !self.quoted.get(c.line).copied().unwrap_or(false)).collect();
        let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, candidate) in open.iter().enumerate() {
            places.entry(candidate.number.label.as_str()).or_default().push(at);
        }
        let mut begin = 0;
        while begin < open.len() {
            let mut end = begin + 1;
            while let (Some(a), Some(b)) = (open.get(end - 1), open.get(end)) {
                let between: Vec<usize> = (a.line + 1..b.line).filter(|l| !self.is_left(*l)).collect();
                let said = between.last().is_some_and(|l| self.line(*l).trim_end().ends_with(['.', '。', ';', '؛']));
                let words = between.iter().filter(|l| self.division.get(**l).copied().flatten().is_none());
                let letters: usize = words.clone().map(|l| self.letters.get(*l).copied().unwrap_or(0)).sum();
                let long = self.letters.get(a.line).is_some_and(|l| *l > 200);
                if words.count() > 1 || letters > 120 || said || long || a.number.gap_to(&b.number).is_none() {
                    break;
                }
                end += 1;
            }
            let run = open.get(begin..end).unwrap_or(&[]);
            if run.len() >= 2 {
                let last = run.last().map_or(0, |c| c.line);
                let labels: HashSet<&str> = run.iter().map(|c| c.number.label.as_str()).collect();
                let again: Vec<usize> = labels
                    .iter()
                    .filter_map(|label| {
                        let places = places.get(label)?;
                        places.get(places.partition_point(|place| *place < end)).copied()
                    })
                    .collect();
                let first = again.iter().min().and_then(|place| open.get(*place)).map_or(0, |c| c.line);
                let beyond = self.is_beyond(last, first);
                let sentences = run.iter().filter(|c| {
                    let line = self.line(c.line);
                    let tail = line.get(c.rest..).unwrap_or("").trim();
                    tail.len() > 24 && tail.ends_with(['.', '。', ';']) && !tail.ends_with("..")
                });
                if again.len() * 10 >= labels.len() * 6 && !beyond && sentences.count() * 3 < run.len() {
                    for pair in run.windows(2) {
                        if let [a, b] = pair {
                            out.extend(a.line..b.line);
                        }
                    }
                    out.insert(last);
                }
            }
            begin = end;
        }
        out
    }

    /// The chain of candidates whose numbers count on best.
    fn chain<'c>(&self, of: &[&'c Candidate], alone: bool) -> Vec<&'c Candidate> {
        let parted = |a: usize, b: usize| self.is_parted(a, b);
        let beyond = |a: usize, b: usize| self.is_beyond(a, b);
        let mut best: Vec<(f64, Option<usize>)> = Vec::with_capacity(of.len());
        for (at, candidate) in of.iter().enumerate() {
            let weight = if candidate.doubtful {
                0.1
            } else if candidate.strong {
                1.0
            } else {
                0.2
            };
            if candidate.doubtful && !candidate.strong {
                best.push((f64::NEG_INFINITY, None));
                continue;
            }
            let mut here = (weight - if candidate.number.base() <= 1 { 0.0 } else { 0.3 }, None);
            for back in (at.saturating_sub(WINDOW)..at).rev() {
                let (Some(before), Some((score, _))) = (of.get(back), best.get(back)) else { continue };
                let step = match before.number.gap_to(&candidate.number) {
                    Some(0) => 0.5,
                    _ if candidate.doubtful => continue,
                    Some(_) if beyond(before.line, candidate.line) => -3.0,
                    Some(gap) => -(0.3 * ((1 + gap) as f64).log2()).min(0.9),
                    None if !candidate.strong => continue,
                    None if candidate.number.base() <= 1 => {
                        if parted(before.line, candidate.line) || !alone {
                            -1.5
                        } else {
                            -8.0
                        }
                    }
                    // In what lies beyond the articles other things are counted.
                    None if beyond(before.line, candidate.line) => continue,
                    None if parted(before.line, candidate.line) => -4.0,
                    None => -6.0,
                };
                let total = score + weight + step;
                if total > here.0 + 1e-9 {
                    here = (total, Some(back));
                }
            }
            best.push(here);
        }
        let end = best.iter().enumerate().max_by(|a, b| a.1.0.total_cmp(&b.1.0)).map(|(at, _)| at);
        let mut out = Vec::new();
        let mut at = end;
        while let Some(here) = at {
            out.extend(of.get(here));
            at = best.get(here).and_then(|(_, back)| *back);
        }
        out.reverse();
        out
    }

    /// What is a heading by its form and fits no order is one all the same, unless another article bears its number; the
    /// receipt says that the order is broken.
    fn insert_strong<'c>(&self, of: &[&'c Candidate], picked: &mut Vec<&'c Candidate>, alone: bool) {
        if alone {
            return;
        }
        let known: HashSet<&str> = picked.iter().map(|c| c.number.label.as_str()).collect();
        let style = picked.first().map(|c| c.group.clone());
        let more: Vec<&Candidate> = of
            .iter()
            .filter(|c| {
                c.strong && !c.doubtful && Some(&c.group) == style.as_ref() && !known.contains(c.number.label.as_str())
            })
            .filter(|c| self.lines.get(c.line).is_some_and(|l| l.apart || l.level > 0))
            // In what lies beyond the articles other things are numbered.
            .filter(|c| {
                let at = picked.partition_point(|p| p.line < c.line);
                let from = at.checked_sub(1).and_then(|before| picked.get(before)).map_or(0, |p| p.line);
                !self.is_beyond(from, c.line)
            })
            .copied()
            .collect();
        picked.extend(more);
        picked.sort_by_key(|c| c.line);
        picked.dedup_by_key(|c| c.line);
    }

    /// The articles, those counted by themselves with a word before their number.
    fn articles(&self, picked: &[&Candidate]) -> Vec<Article> {
        let mut series: Vec<Vec<&Candidate>> = Vec::new();
        for candidate in picked {
            let base = candidate.number.base() <= 1;
            let last = series.last().and_then(|s| s.last());
            let restarts = last.is_some_and(|l| base && l.number.gap_to(&candidate.number).is_none());
            match series.last_mut() {
                Some(current) if !restarts => current.push(candidate),
                _ => series.push(vec![candidate]),
            }
        }
        let length = |at: usize| series.get(at).map_or(0, Vec::len);
        // A decree of a few articles that a whole regulation follows.
        let main = (1..series.len()).find(|at| length(0) <= 5 && length(*at) >= 3 * length(0)).unwrap_or(0);
        let mut out: Vec<Article> = Vec::new();
        let known: HashSet<&str> = series.get(main).into_iter().flatten().map(|c| c.number.label.as_str()).collect();
        let mut annexes = 0;
        for (at, candidates) in series.iter().enumerate() {
            let first = candidates.first().map_or(0, |c| c.line);
            let from = at.checked_sub(1).and_then(|b| series.get(b)).and_then(|s| s.last()).map_or(0, |c| c.line);
            let beyond = self.is_beyond(from, first);
            if at > main {
                annexes += 1;
            }
            let prefix = match at.cmp(&main) {
                std::cmp::Ordering::Equal => String::new(),
                std::cmp::Ordering::Less => "decree-".to_owned(),
                std::cmp::Ordering::Greater if beyond && annexes == 1 => "annex-".to_owned(),
                std::cmp::Ordering::Greater if beyond => format!("annex{annexes}-"),
                std::cmp::Ordering::Greater => format!("part{}-", at + 1),
            };
            for candidate in candidates {
                let clash = known.contains(candidate.number.label.as_str());
                let free = at < main && !clash;
                let label =
                    if free { candidate.number.label.clone() } else { format!("{prefix}{}", candidate.number.label) };
                out.push(Article {
                    number: candidate.number.clone(),
                    label,
                    line: candidate.line,
                    rest: candidate.rest,
                    above: None,
                    apart: out.is_empty() || candidate.line == first,
                });
            }
        }
        self.above(&mut out, picked);
        out
    }

    /// Finds headings that stand above the numbers, where most articles have one there.
    fn above(&self, articles: &mut [Article], picked: &[&Candidate]) {
        let marked = picked.iter().any(|c| c.group.marked);
        if marked {
            return;
        }
        let east = picked.first().is_some_and(|c| c.group.word == "第条");
        let alone = picked.first().is_some_and(|c| c.group.word.is_empty());
        let numbers: HashSet<usize> = articles.iter().map(|a| a.line).collect();
        let above = |article: &Article| -> Option<usize> {
            let at = self.before(article.line)?;
            if numbers.contains(&at) || self.division.get(at).copied().flatten().is_some() {
                return None;
            }
            let text = self.line(at);
            let bracketed = text.starts_with(['（', '(']) && text.ends_with(['）', ')']) && text.chars().count() < 60;
            if east {
                return bracketed.then_some(at);
            }
            // What is said in the line of the number is no title itself.
            let worded = self
                .line(article.line)
                .get(article.rest..)
                .is_some_and(|r| r.chars().filter(|c| c.is_alphabetic()).count() > 12);
            let apart = self.lines.get(at).is_some_and(|l| l.apart)
                || self.before(at).is_none_or(|b| {
                    self.line(b).ends_with(['.', ';', '。']) || self.division.get(b).copied().flatten().is_some()
                });
            let title = self.short_title(Some(at)) && apart && !self.line(at).starts_with(|c: char| c.is_ascii_digit());
            (alone && title && worded).then_some(at)
        };
        let found: Vec<Option<usize>> = articles.iter().map(above).collect();
        let count = found.iter().filter(|f| f.is_some()).count();
        if count * 10 >= articles.len() * if east { 1 } else { 6 } && count > 0 {
            for (article, above) in articles.iter_mut().zip(found) {
                article.above = above;
            }
        }
    }

    /// What every line is.
    fn roles(&self, articles: &[Article], contents: &HashSet<usize>, marked: bool) -> Vec<Role> {
        let mut starts: HashMap<usize, (usize, bool)> = HashMap::new();
        for (index, article) in articles.iter().enumerate() {
            starts.insert(article.line, (index, true));
            if let Some(above) = article.above {
                starts.insert(above, (index, false));
            }
        }
        let level = articles.first().and_then(|a| self.lines.get(a.line)).map_or(0, |l| l.level);
        // How many lines further the next article begins.
        let mut next = vec![usize::MAX; self.lines.len()];
        let mut distance = usize::MAX;
        for at in (0..self.lines.len()).rev() {
            if let Some(slot) = next.get_mut(at) {
                *slot = distance;
            }
            if starts.contains_key(&at) {
                distance = 0;
            } else if !self.is_left(at) {
                distance = distance.saturating_add(1);
            }
        }
        let mut roles = Vec::with_capacity(self.lines.len());
        let mut current: Option<usize> = None;
        let mut state = LeftKind::Before;
        let mut in_contents = false;
        for (at, line) in self.lines.iter().enumerate() {
            if let Some(kind) = line.left {
                roles.push(Role::Left(kind));
                continue;
            }
            if let Some((index, number)) = starts.get(&at) {
                in_contents = false;
                if *number {
                    current = Some(*index);
                    state = LeftKind::Between;
                    roles.push(Role::Number(*index));
                } else {
                    current = None;
                    roles.push(Role::Above(*index));
                }
                continue;
            }
            // A table of contents within an article is said by it.
            if contents.contains(&at) && current.is_none() {
                roles.push(Role::Left(LeftKind::Contents));
                continue;
            }
            let short = current.is_none() && line.text.len() <= 80;
            let heads = short && CONTENTS.contains(&bare(line.text.trim_end_matches([':', '.'])).as_str());
            if heads && current.is_none() {
                in_contents = true;
            }
            let division = self.division.get(at).copied().flatten();
            // `1 §` and its heading below it, both marked alike.
            let own_heading = self.before(at).is_some_and(|before| {
                let number =
                    starts.get(&before).filter(|(_, number)| *number).and_then(|(index, _)| articles.get(*index));
                let rest = number.and_then(|a| self.line(before).get(a.rest..));
                rest.is_some_and(|rest| !rest.contains(char::is_alphanumeric))
            });
            let near = next.get(at).is_some_and(|n| *n < 6);
            match division {
                Some(true) if !in_contents => {
                    current = None;
                    state = LeftKind::Annex;
                }
                Some(false) if near || line.level > 0 => {
                    current = None;
                    if state != LeftKind::Annex || near {
                        state = LeftKind::Part;
                    }
                }
                // Where articles are no headings, a heading amid them is one of a part, or their own.
                _ if line.level > 0
                    && !line.text.starts_with(['(', '（'])
                    && !(marked && own_heading)
                    && (if marked { line.level <= level } else { near || current.is_none() }) =>
                {
                    current = None;
                    state = if near {
                        LeftKind::Part
                    } else if articles.first().is_some_and(|a| a.line > at) {
                        LeftKind::Before
                    } else {
                        LeftKind::Annex
                    };
                }
                _ => {}
            }
            if articles.first().is_some_and(|a| a.line > at) && state != LeftKind::Part {
                state = LeftKind::Before;
            }
            roles.push(match current {
                Some(index) => Role::Words(index),
                None if in_contents => Role::Left(LeftKind::Contents),
                None => Role::Left(state),
            });
        }
        roles
    }

    /// The words of an article: its heading, and what it says.
    fn provision(&self, article: &Article, lines: &[usize], marked: bool) -> Provision {
        let number_line = self.line(article.line);
        let rest = notes_off(number_line.get(article.rest..).unwrap_or("")).trim_start_matches(BEHIND);
        let rest = notes_off(rest.trim_start()).trim();
        let mut heading = article.above.map(|a| self.line(a).trim_matches(['（', '）', '(', ')', '.', ' ']).to_owned());
        let mut first: Option<String> = (!rest.is_empty()).then(|| rest.to_owned());
        let mut words: Vec<(usize, String)> = lines.iter().map(|l| (*l, self.line(*l).to_owned())).collect();
        if heading.is_none() {
            if let Some((inside, after)) = bracketed(rest) {
                heading = Some(inside.to_owned());
                first = (!after.is_empty()).then(|| after.to_owned());
            } else if marked && !rest.is_empty() {
                heading = Some(rest.trim_end_matches('.').to_owned());
                first = None;
            } else if first.is_some() {
                let next = words.first();
                let flows = next.is_some_and(|(l, _)| self.flows.get(*l).copied().unwrap_or(false));
                if let Some((_, next)) = next
                    && !flows
                    && is_title(rest)
                    && begins_anew(next)
                {
                    heading = first.take();
                }
            }
        }
        // The heading is said again before the words: `### 1. §` and `1. § (1) …`.
        if first.is_none()
            && let Some((_, line)) = words.first_mut()
        {
            let again =
                line.strip_prefix(number_line.get(..article.rest).unwrap_or("")).map(str::to_owned).or_else(|| {
                    let (_, rest) = super::word_before(line).filter(|_| marked)?;
                    let (number, after) = number_at(rest.trim_start())?;
                    (number.label == article.number.label).then(|| after.to_owned())
                });
            if let Some(again) = again.filter(|_| marked) {
                line.clear();
                line.push_str(notes_off(&again).trim_start_matches(BEHIND).trim());
            }
        }
        if heading.is_none()
            && first.is_none()
            && words.len() > 1
            && let (Some((first_line, title)), Some((next, after))) = (words.first(), words.get(1))
            && !self.flows.get(*next).copied().unwrap_or(false)
            && (is_title(title) && begins_anew(after) || self.lines.get(*first_line).is_some_and(|l| l.level > 0))
        {
            heading = Some(words.remove(0).1);
        }
        let mut text = first.unwrap_or_default();
        for (line, said) in words {
            if said.is_empty() {
                continue;
            }
            let flows = self.flows.get(line).copied().unwrap_or(false) && self.width.is_some();
            if text.is_empty() {
                text = said;
            } else if flows {
                let broken = text.ends_with('-') && said.starts_with(char::is_lowercase) && !text.ends_with(" -");
                if broken {
                    text.pop();
                } else if !east_asian_end(&text) {
                    text.push(' ');
                }
                text.push_str(&said);
            } else {
                text.push('\n');
                text.push_str(&said);
            }
        }
        Provision {
            number: article.label.clone(),
            heading: heading.filter(|h| !h.is_empty()),
            text,
            uri: self.lines.get(article.line).and_then(|l| l.anchor.clone()),
        }
    }

    /// The statute that the best reading makes, with its receipt; and the lines that its articles begin at.
    pub(super) fn finish(self, form: Form, title: Option<String>, readings: Vec<Read>) -> (Statute, Vec<usize>) {
        let mut receipt = Receipt { form, letters: self.letters.iter().sum(), ..Receipt::default() };
        let mut kept = String::new();
        let mut apart = String::new();
        for line in &self.lines {
            let out = if line.left.is_some() { &mut apart } else { &mut kept };
            out.push_str(&line.text);
            out.push('\n');
        }
        kept.push_str(&apart);
        let mut readings = readings.into_iter();
        let Some(best) = readings.next() else {
            for line in &self.lines {
                receipt.leave(line.left.unwrap_or(LeftKind::Before), &line.text, Some(line.at), true);
            }
            let title = title.or_else(|| self.title(&[]));
            return (Statute { title, provisions: Vec::new(), words: kept, receipt }, Vec::new());
        };
        let title_line = if title.is_none() { self.title_line(&best.roles) } else { None };
        let title =
            title.or_else(|| title_line.map(|at| self.line(at).trim_start_matches("Title:").trim_start().to_owned()));
        let marked = best.articles.first().and_then(|a| self.lines.get(a.line)).is_some_and(|l| l.level > 0);
        let mut of_each: Vec<Vec<usize>> = vec![Vec::new(); best.articles.len()];
        let mut lengths = vec![0usize; best.articles.len()];
        let mut follows = false;
        for (at, role) in best.roles.iter().enumerate() {
            let Some(line) = self.lines.get(at) else { continue };
            let letters = self.letters.get(at).copied().unwrap_or(0);
            match role {
                Role::Number(a) | Role::Above(a) | Role::Words(a) => {
                    follows = false;
                    receipt.placed += letters;
                    if let Some(length) = lengths.get_mut(*a) {
                        *length += letters;
                    }
                    if let (Role::Words(_), Some(lines)) = (role, of_each.get_mut(*a)) {
                        lines.push(at);
                    }
                }
                Role::Left(kind) => {
                    let kind = if title_line == Some(at) { LeftKind::Title } else { *kind };
                    receipt.leave(kind, &line.text, Some(line.at), follows || kind == LeftKind::Frame);
                    follows = true;
                }
            }
        }
        let provisions: Vec<Provision> =
            best.articles.iter().zip(&of_each).map(|(article, lines)| self.provision(article, lines, marked)).collect();
        let numbers: Vec<_> = best.articles.iter().map(|a| (a.number.clone(), a.label.clone(), a.apart)).collect();
        receipt.order(&numbers, &lengths);
        receipt.heading.clone_from(&best.heading);
        receipt.words = best
            .rivals
            .iter()
            .filter_map(|(article, line)| {
                let begins: String = self.line(*line).chars().take(60).collect();
                let article = best.articles.get(*article)?.label.clone();
                Some(Rival { article, line: self.lines.get(*line)?.at, begins })
            })
            .collect();
        receipt.readings = readings
            .filter(|r| r.articles.len() > 1 && r.score * 3.0 > best.score && r.heading != best.heading)
            .take(3)
            .map(|r| Reading { heading: r.heading, found: r.articles.len(), placed: r.placed })
            .collect();
        let lines = best.articles.iter().map(|a| a.line).collect();
        (Statute { title, provisions, words: kept, receipt }, lines)
    }

    /// The line that is the title: a heading of the first level, else the first line above the articles that is none of what
    /// pages are begun with.
    fn title_line(&self, roles: &[Role]) -> Option<usize> {
        let before = |at: usize| matches!(roles.get(at), None | Some(Role::Left(LeftKind::Before | LeftKind::Part)));
        let until = roles.iter().position(|r| matches!(r, Role::Number(_))).unwrap_or(self.lines.len());
        let named = |at: &usize| {
            let line = self.line(*at);
            let letters = self.letters.get(*at).copied().unwrap_or(0);
            letters > 2 && line.chars().count() <= 300 && !is_greeting(line)
        };
        let headed =
            (0..until).filter(|at| self.lines.get(*at).is_some_and(|l| l.level == 1 && l.left.is_none())).find(named);
        headed.or_else(|| (0..until).filter(|at| before(*at) && !self.is_left(*at)).take(20).find(|at| named(at)))
    }

    fn title(&self, roles: &[Role]) -> Option<String> {
        self.title_line(roles).map(|at| self.line(at).to_owned())
    }
}

/// What pages and files begin with before they say what they are.
fn is_greeting(line: &str) -> bool {
    let plain = bare(&squeezed(line));
    let dated =
        plain.chars().filter(char::is_ascii_digit).count() * 2 > plain.chars().filter(|c| c.is_alphanumeric()).count();
    const GREETINGS: [&str; 12] = [
        "skip to",
        "menu",
        "home",
        "print",
        "note: this is not",
        "search",
        "cookies",
        "date:",
        "publisher:",
        "identifier:",
        "url source",
        "contents",
    ];
    dated || GREETINGS.iter().any(|g| plain.starts_with(g))
}

/// A title set in brackets at once behind a number: 【适用】, (목적), （目的）.
fn bracketed(rest: &str) -> Option<(&str, &str)> {
    for (open, close) in [('【', '】'), ('［', '］'), ('（', '）'), ('(', ')')] {
        let Some(inside) = rest.strip_prefix(open) else { continue };
        let (title, after) = inside.split_once(close)?;
        let figures = title.chars().all(|c| !c.is_alphabetic());
        let long = title.chars().count() > 60;
        let spaced = open == '(' || open == '（';
        let cjk = title.chars().any(|c| c >= '\u{2e80}');
        if figures
            || long
            || spaced
                && (!cjk
                    || title.chars().count() < 2
                    || title
                        .chars()
                        .all(|c| super::super::numerals::chinese(&c.to_string()).is_some() || "十百".contains(c)))
        {
            return None;
        }
        return Some((title.trim(), after.trim_start()));
    }
    None
}

/// Whether words can be a title: short, begun with a capital, no sentence.
fn is_title(text: &str) -> bool {
    let large = text.chars().next().is_some_and(|c| c.is_uppercase() || matches!(c, '«' | '“' | '"' | '¿'));
    large
        && text.chars().count() <= 150
        && !text.ends_with(['.', ';', ':', ',', '—', '-'])
        && text.split_whitespace().count() <= 22
}

/// Whether a line begins a sentence or a paragraph.
fn begins_anew(text: &str) -> bool {
    text.chars().next().is_some_and(|c| !c.is_lowercase())
}

fn east_asian_end(text: &str) -> bool {
    text.chars()
        .next_back()
        .is_some_and(|c| ('\u{2e80}'..='\u{9fff}').contains(&c) || ('\u{ff00}'..='\u{ffef}').contains(&c))
}
