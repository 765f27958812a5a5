//! A procedure drawn: its steps as boxes, its arrows, and the way that goes round the safeguard.

use super::said::Escaped;
use crate::finding::{Drawn, StepRole};
use crate::report::one_line;
use crate::words::Words;
use rust_sugiyama::configure::Config;
use rust_sugiyama::from_vertices_and_edges;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use unicode_width::UnicodeWidthStr as _;

/// Columns of text in a box, before a line is broken.
const COLUMNS: usize = 22;
/// Pixels of a column, of a line, of a margin.
const COLUMN: f64 = 7.2;
const LINE: f64 = 17.0;
const MARGIN: f64 = 10.0;

/// Where the library puts the middle of each step.
type Layout = BTreeMap<usize, (f64, f64)>;

struct Place {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    lines: Vec<String>,
}

/// An SVG, ready to stand in a page. Nothing of the law in it is mark-up.
pub(super) fn procedure(drawn: &Drawn, words: &Words, label: &str) -> String {
    let places = places(drawn, words);
    let right = places.iter().map(|p| p.x + p.width / 2.0).fold(0.0, f64::max) + 3.0 * MARGIN;
    let bottom = places.iter().map(|p| p.y + p.height / 2.0).fold(0.0, f64::max) + MARGIN;
    let mut out = format!(
        "<svg class=\"procedure\" viewBox=\"0 0 {right:.0} {bottom:.0}\" width=\"{right:.0}\" height=\"{bottom:.0}\" \
         role=\"img\" aria-label=\"{}\">",
        Escaped(label)
    );
    // The way round last, so that it lies above the others.
    let mut arrows: Vec<_> = drawn.arrows.iter().collect();
    arrows.sort_by_key(|a| a.taken);
    for arrow in arrows {
        let (Some(from), Some(to)) = (places.get(arrow.from), places.get(arrow.to)) else { continue };
        let class = if arrow.taken { "arrow taken" } else { "arrow" };
        let _ = write!(out, "<path class=\"{class}\" d=\"{}\"/>", curve(from, to));
        let _ = write!(out, "<path class=\"{class} head\" d=\"{}\"/>", head(from, to));
    }
    for (place, step) in places.iter().zip(&drawn.steps) {
        let class = match step.role {
            StepRole::Safeguard => "step safeguard",
            StepRole::End => "step end",
            StepRole::Other if step.passed => "step passed",
            StepRole::Other => "step",
        };
        let (left, top) = (place.x - place.width / 2.0, place.y - place.height / 2.0);
        let _ = write!(
            out,
            "<rect class=\"{class}\" x=\"{left:.1}\" y=\"{top:.1}\" width=\"{:.1}\" height=\"{:.1}\" rx=\"4\"/>",
            place.width, place.height
        );
        let first = place.y - LINE * (place.lines.len() as f64 - 1.0) / 2.0 + 4.5;
        for (at, line) in place.lines.iter().enumerate() {
            let y = first + LINE * at as f64;
            let _ = write!(out, "<text x=\"{:.1}\" y=\"{y:.1}\">{}</text>", place.x, Escaped(line));
        }
    }
    out.push_str("</svg>");
    out
}

fn places(drawn: &Drawn, words: &Words) -> Vec<Place> {
    let mut places: Vec<Place> = drawn
        .steps
        .iter()
        .map(|step| {
            let lines = broken(&one_line(&words.name(&step.name)));
            let columns = lines.iter().map(|l| l.width()).max().unwrap_or(1);
            let (width, height) = (columns as f64 * COLUMN + 2.0 * MARGIN, lines.len() as f64 * LINE + MARGIN);
            Place { x: 0.0, y: 0.0, width, height, lines }
        })
        .collect();
    let vertices: Vec<(u32, (f64, f64))> =
        places.iter().enumerate().map(|(at, p)| (at as u32, (p.width, p.height))).collect();
    let mut edges: Vec<(u32, u32)> =
        drawn.arrows.iter().filter(|a| a.from != a.to).map(|a| (a.from as u32, a.to as u32)).collect();
    edges.sort_unstable();
    edges.dedup();
    let config = Config { vertex_spacing: 34.0, ..Config::default() };
    // What hangs together is laid out by itself, one beside the other, in the order of the steps.
    let mut parts: Vec<(Layout, usize)> = from_vertices_and_edges(&vertices, &edges, &config)
        .into_iter()
        .map(|(layout, ..)| layout.into_iter().collect::<Layout>())
        .filter_map(|layout| layout.keys().next().copied().map(|first| (layout, first)))
        .collect();
    parts.sort_by_key(|(_, first)| *first);
    let mut left = MARGIN;
    for (layout, _) in parts {
        let at = |step: &usize| places.get(*step).map_or((0.0, 0.0), |p| (p.width, p.height));
        let least = layout.iter().map(|(s, (x, _))| x - at(s).0 / 2.0).fold(f64::MAX, f64::min);
        let top = layout.iter().map(|(s, (_, y))| y - at(s).1 / 2.0).fold(f64::MAX, f64::min);
        let most = layout.iter().map(|(s, (x, _))| x + at(s).0 / 2.0).fold(f64::MIN, f64::max);
        for (step, (x, y)) in &layout {
            if let Some(place) = places.get_mut(*step) {
                (place.x, place.y) = (x - least + left, y - top + MARGIN);
            }
        }
        left += most - least + 3.0 * MARGIN;
    }
    places
}

/// Lines of about a box's width; a language without blanks is broken where it is full.
fn broken(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_inclusive(' ') {
        let full = |line: &String, more: usize| line.width() + more > COLUMNS;
        if lines.last().is_some_and(|l| !l.is_empty() && full(l, word.trim_end().width())) {
            lines.push(String::new());
        }
        for c in word.chars() {
            let wide = unicode_width::UnicodeWidthChar::width(c).unwrap_or(0);
            if lines.last().is_some_and(|l| full(l, wide)) && c != ' ' {
                lines.push(String::new());
            }
            if let Some(line) = lines.last_mut() {
                line.push(c);
            }
        }
    }
    lines.iter().map(|l| l.trim().to_owned()).filter(|l| !l.is_empty()).collect()
}

/// Where an arrow leaves and where it arrives, and whether it goes back up.
fn ends(from: &Place, to: &Place) -> ((f64, f64), (f64, f64), bool) {
    let back = to.y <= from.y;
    if back {
        let side = |p: &Place| (p.x + p.width / 2.0, p.y);
        (side(from), side(to), true)
    } else {
        ((from.x, from.y + from.height / 2.0), (to.x, to.y - to.height / 2.0), false)
    }
}

fn curve(from: &Place, to: &Place) -> String {
    let ((x1, y1), (x2, y2), back) = ends(from, to);
    if back {
        let out = x1.max(x2) + 2.0 * MARGIN;
        return format!("M {x1:.1} {y1:.1} C {out:.1} {y1:.1} {out:.1} {y2:.1} {x2:.1} {y2:.1}");
    }
    let middle = (y1 + y2) / 2.0;
    format!("M {x1:.1} {y1:.1} C {x1:.1} {middle:.1} {x2:.1} {middle:.1} {x2:.1} {:.1}", y2 - 2.0)
}

fn head(from: &Place, to: &Place) -> String {
    let (_, (x, y), back) = ends(from, to);
    if back { format!("M {x:.1} {y:.1} l 7 -4 l 0 8 z") } else { format!("M {x:.1} {y:.1} l -4 -7 l 8 0 z") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Arrow, DrawnStep, Named};
    use crate::syntax::tree::Label;
    use crate::words::Lang;

    fn random(random: &mut fastrand::Rng) -> Drawn {
        let count = random.usize(1..12);
        let step = |at: usize| DrawnStep {
            name: Named { name: format!("step-{at}-<b>"), label: Label::default() },
            role: StepRole::Other,
            passed: at.is_multiple_of(2),
        };
        let arrow = |random: &mut fastrand::Rng| Arrow {
            from: random.usize(0..count),
            to: random.usize(0..count),
            taken: random.bool(),
        };
        let arrows = (0..random.usize(0..20)).map(|_| arrow(random)).collect();
        Drawn { steps: (0..count).map(step).collect(), arrows }
    }

    /// Whatever the procedure, rings and loose ends included: the same drawing each time, all of it inside, no box on
    /// another, nothing of the law as mark-up.
    #[test]
    fn a_drawing_is_the_same_each_time_and_nothing_overlaps() {
        let words = Words::new(Lang::En);
        let mut numbers = fastrand::Rng::with_seed(7);
        for _ in 0..300 {
            let drawn = random(&mut numbers);
            let text = procedure(&drawn, &words, "a & b");
            assert_eq!(text, procedure(&drawn, &words, "a & b"));
            assert!(!text.contains("<b>") && text.contains("a &amp; b"));
            let places = places(&drawn, &words);
            for (at, one) in places.iter().enumerate() {
                assert!(one.x - one.width / 2.0 >= MARGIN - 0.1 && one.y - one.height / 2.0 >= MARGIN - 0.1);
                for other in &places[at + 1..] {
                    let beside = (one.x - other.x).abs() * 2.0 >= one.width + other.width - 0.1;
                    let above = (one.y - other.y).abs() * 2.0 >= one.height + other.height - 0.1;
                    assert!(beside || above, "{text}");
                }
            }
        }
    }

    #[test]
    fn long_names_are_broken_in_every_script() {
        assert_eq!(broken("decision of the immigration authority"), ["decision of the", "immigration authority"]);
        assert_eq!(broken("出入境管理机构作出遣送出境决定"), ["出入境管理机构作出遣送", "出境决定"]);
    }
}
