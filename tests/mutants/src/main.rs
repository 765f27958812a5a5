//! Weaves every mutant of a list into the sources at once: which of them is awake is asked at run time.
//!
//!     weave-mutants LIST.json ROOT
//!
//! `LIST.json` is what `cargo mutants --list --json` prints, `ROOT` a copy of the sources, which is changed. Standard
//! output tells, as JSON, where in the changed files the words of each mutant stand, and which found no place.
//!
//! Building once instead of once a mutant makes it possible to try all of them.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::error::Error;
use std::ops::Range;
use std::path::Path;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

#[derive(Deserialize)]
struct Mutant {
    file: String,
    genre: String,
    name: String,
    replacement: String,
    span: Lines,
}

#[derive(Deserialize)]
struct Lines {
    start: Place,
    end: Place,
}

/// Both from one, columns in characters.
#[derive(Deserialize)]
struct Place {
    line: usize,
    column: usize,
}

/// What the driver needs of a mutant: its number, its words, where they went.
#[derive(Serialize)]
struct Woven {
    number: usize,
    name: String,
    file: String,
    /// Bytes of the changed file; absent if the mutant has no place in the sources.
    place: Option<(usize, usize)>,
    /// Likewise of all that was set around the source for it.
    around: Option<(usize, usize)>,
}

/// Words set around a stretch of the source.
struct Around {
    range: Range<usize>,
    /// Pieces of the words before, with the mutant that each belongs to.
    before: Vec<(Option<usize>, String)>,
    after: &'static str,
}

const AWAKE: &str = "crate::woven::awake()";

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(list), Some(root)) = (arguments.next(), arguments.next()) else {
        return Err("usage: weave-mutants LIST.json ROOT".into());
    };
    let mutants: Vec<Mutant> = serde_json::from_str(&std::fs::read_to_string(list)?)?;
    let mut files: BTreeMap<&str, Vec<(usize, &Mutant)>> = BTreeMap::new();
    for (number, mutant) in mutants.iter().enumerate() {
        // Nought means that none is awake.
        files.entry(&mutant.file).or_default().push((number + 1, mutant));
    }
    let mut woven = Vec::new();
    for (file, mutants) in files {
        let path = Path::new(&root).join(file);
        let source = std::fs::read_to_string(&path)?;
        let (changed, mut places) = weave(&source, &mutants)?;
        std::fs::write(&path, changed)?;
        for (number, mutant) in mutants {
            let (place, around) = places.remove(&number).unzip();
            woven.push(Woven { number, name: mutant.name.clone(), file: file.into(), place, around });
        }
    }
    woven.sort_by_key(|w| w.number);
    println!("{}", serde_json::to_string_pretty(&woven)?);
    Ok(())
}

type Bytes = (usize, usize);
/// The words of each mutant, and all that was set around the source for it.
type Places = BTreeMap<usize, (Bytes, Bytes)>;

fn weave(source: &str, mutants: &[(usize, &Mutant)]) -> Result<(String, Places), Box<dyn Error>> {
    let tree = syn::parse_file(source)?;
    let lines = line_starts(source);
    let at = |place: &Place| -> usize {
        let start = lines[place.line - 1];
        source[start..].char_indices().nth(place.column - 1).map_or(source.len(), |(offset, _)| start + offset)
    };
    let mut weaver = Weaver { source, asked: BTreeMap::new(), around: Vec::new(), in_const: false };
    for (number, mutant) in mutants {
        let range = at(&mutant.span.start)..at(&mutant.span.end);
        weaver.asked.entry((range.start, range.end)).or_default().push((*number, mutant));
    }
    weaver.visit_file(&tree);
    Ok(weaver.write())
}

fn line_starts(source: &str) -> Vec<usize> {
    std::iter::once(0).chain(source.match_indices('\n').map(|(at, _)| at + 1)).collect()
}

struct Weaver<'a> {
    source: &'a str,
    asked: BTreeMap<(usize, usize), Vec<(usize, &'a Mutant)>>,
    around: Vec<Around>,
    in_const: bool,
}

fn key(node: &impl Spanned) -> (usize, usize) {
    let range = node.span().byte_range();
    (range.start, range.end)
}

impl<'a> Weaver<'a> {
    fn asked(&self, at: (usize, usize), genre: &str) -> Vec<(usize, &'a Mutant)> {
        let all = self.asked.get(&at).into_iter().flatten();
        if self.in_const { Vec::new() } else { all.filter(|(_, m)| m.genre == genre).copied().collect() }
    }

    /// The expression, or one of its mutants if that is awake. The mutants keep the words of the source, since no
    /// other can be awake beside them; only the last arm is woven further.
    fn choose(&mut self, whole: Range<usize>, mutants: Vec<(usize, String)>) {
        if mutants.is_empty() {
            return;
        }
        let mut before = vec![(None, format!("(match {AWAKE} {{ "))];
        for (number, text) in mutants {
            before.push((None, format!("{number} => ")));
            before.push((Some(number), format!("({})", one_line(&text))));
            before.push((None, ", ".into()));
        }
        before.push((None, "_ => (".into()));
        self.around.push(Around { range: whole, before, after: ")})" });
    }

    /// The text of a stretch with a part of it replaced.
    fn replaced(&self, whole: &Range<usize>, part: Range<usize>, by: &str) -> String {
        format!("{}{by}{}", &self.source[whole.start..part.start], &self.source[part.end..whole.end])
    }

    fn write(mut self) -> (String, Places) {
        // A statement put in comes before whatever begins there; of two that begin together the longer is outside.
        self.around.sort_by_key(|a| (a.range.start, !a.range.is_empty(), std::cmp::Reverse(a.range.end)));
        let mut out = String::with_capacity(self.source.len() * 4);
        let mut places = Places::new();
        // What is open: where in the source it ends, its last words, where it began, whose it is.
        let mut open: Vec<(&Around, usize)> = Vec::new();
        let mut at = 0;
        let ends = |around: &Around, began: usize, out: &str, places: &mut Places| {
            for number in around.before.iter().filter_map(|(number, _)| *number) {
                if let Some((_, whole)) = places.get_mut(&number) {
                    *whole = (began, out.len());
                }
            }
        };
        let end = usize::MAX;
        for next in self.around.iter().map(Some).chain([None]) {
            // What ends here ends before anything else begins.
            while let Some((around, began)) =
                open.pop_if(|(around, _)| around.range.end <= next.map_or(end, |n| n.range.start))
            {
                out.push_str(&self.source[at..around.range.end]);
                at = around.range.end;
                out.push_str(around.after);
                ends(around, began, &out, &mut places);
            }
            let Some(next) = next else { break };
            out.push_str(&self.source[at..next.range.start]);
            at = next.range.start;
            let began = out.len();
            for (mutant, words) in &next.before {
                if let Some(number) = mutant {
                    places.insert(*number, ((out.len(), out.len() + words.len()), (0, 0)));
                }
                out.push_str(words);
            }
            open.push((next, began));
        }
        out.push_str(&self.source[at..]);
        (out, places)
    }

    fn has_let(expr: &syn::Expr) -> bool {
        match expr {
            syn::Expr::Let(_) => true,
            syn::Expr::Binary(b) => Self::has_let(&b.left) || Self::has_let(&b.right),
            _ => false,
        }
    }

    fn body(&mut self, block: &syn::Block) {
        let (Some(first), Some(last)) = (block.stmts.first(), block.stmts.last()) else { return };
        let at = (key(first).0, key(last).1);
        let mut before = Vec::new();
        for (number, mutant) in self.asked(at, "FnValue") {
            before.push((None, format!("if {AWAKE} == {number} {{ return ")));
            before.push((Some(number), one_line(&mutant.replacement)));
            before.push((None, "; } ".into()));
        }
        if !before.is_empty() {
            self.around.push(Around { range: at.0..at.0, before, after: "" });
        }
    }
}

/// Lines keep their numbers if what is added has none; comments would swallow what follows.
fn one_line(text: &str) -> String {
    text.lines().map(|line| line.split(" //").next().unwrap_or("")).collect::<Vec<_>>().join(" ")
}

impl<'ast> Visit<'ast> for Weaver<'_> {
    fn visit_item_const(&mut self, _: &'ast syn::ItemConst) {}
    fn visit_item_static(&mut self, _: &'ast syn::ItemStatic) {}

    fn visit_item_fn(&mut self, node: &'ast syn::ItemFn) {
        let outer = std::mem::replace(&mut self.in_const, node.sig.constness.is_some());
        self.body(&node.block);
        visit::visit_item_fn(self, node);
        self.in_const = outer;
    }

    fn visit_impl_item_fn(&mut self, node: &'ast syn::ImplItemFn) {
        let outer = std::mem::replace(&mut self.in_const, node.sig.constness.is_some());
        self.body(&node.block);
        visit::visit_impl_item_fn(self, node);
        self.in_const = outer;
    }

    fn visit_expr_binary(&mut self, node: &'ast syn::ExprBinary) {
        let whole = node.span().byte_range();
        let operator = node.op.span().byte_range();
        // A chain with `let` in it can have no other operator and stand nowhere else.
        if !Self::has_let(&node.left) && !Self::has_let(&node.right) {
            let mutants = self.asked(key(&node.op), "BinaryOperator");
            let texts = mutants.iter().map(|(n, m)| (*n, self.replaced(&whole, operator.clone(), &m.replacement)));
            let texts = texts.collect();
            self.choose(whole, texts);
        }
        visit::visit_expr_binary(self, node);
    }

    fn visit_expr_unary(&mut self, node: &'ast syn::ExprUnary) {
        let whole = node.span().byte_range();
        let operator = node.op.span().byte_range();
        let mutants = self.asked(key(&node.op), "UnaryOperator");
        let texts = mutants.iter().map(|(n, _)| (*n, self.replaced(&whole, operator.clone(), ""))).collect();
        self.choose(whole, texts);
        visit::visit_expr_unary(self, node);
    }

    fn visit_arm(&mut self, node: &'ast syn::Arm) {
        for (number, _) in self.asked(key(node), "MatchArm") {
            let asleep = format!("{AWAKE} != {number}");
            match &node.guard {
                Some((_, guard)) => {
                    let before = vec![(Some(number), format!("{asleep} && ("))];
                    self.around.push(Around { range: guard.span().byte_range(), before, after: ")" });
                }
                None => {
                    let at = node.pat.span().byte_range().end;
                    let before = vec![(Some(number), format!(" if {asleep}"))];
                    self.around.push(Around { range: at..at, before, after: "" });
                }
            }
        }
        if let Some((_, guard)) = &node.guard {
            let mutants = self.asked(key(guard), "MatchArmGuard");
            let texts = mutants.iter().map(|(n, m)| (*n, m.replacement.clone())).collect();
            self.choose(guard.span().byte_range(), texts);
        }
        visit::visit_arm(self, node);
    }

    fn visit_expr_struct(&mut self, node: &'ast syn::ExprStruct) {
        let whole = node.span().byte_range();
        let mut texts = Vec::new();
        for field in &node.fields {
            // The list may count the comma in.
            let begins = key(field).0;
            let spans = self.asked.range((begins, 0)..(begins + 1, 0)).map(|(span, _)| *span).collect::<Vec<_>>();
            for (number, _) in spans.into_iter().flat_map(|span| self.asked(span, "StructField")) {
                let mut part = field.span().byte_range();
                let rest = &self.source[part.end..whole.end];
                part.end += rest.find(',').map_or(0, |comma| comma + 1);
                texts.push((number, self.replaced(&whole, part, "")));
            }
        }
        self.choose(whole, texts);
        visit::visit_expr_struct(self, node);
    }
}
