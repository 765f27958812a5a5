//! The front door of the library: texts in, judgement out. No disk, no clock, no colour.

use crate::builtin;
use crate::finding::{Change, Codes, Difference, Effect, Finding, Judgement, Value, Verdict};
use crate::judge::scenario::{self, Outcome};
use crate::judge::{self, About, Incomparable, Options, Unanswered, judge, judge_standard};
use crate::law::{Date, Law, State, TooManyConstants, Treaties, check_text};
use crate::logic::{Run, Undecided};
use crate::model::{LegalOrder, Library, OrderFile, Resolver, Standard, Vocabulary, resolve_later, resolve_order};
use crate::syntax::tree::{ExampleItem, Item, PolicyItem};
use crate::syntax::{Arg, Code, Kept, Mistake, Severity, parse, parse_after};
use crate::text::{FileId, Limits, Sources, Span};

/// A file as it was found: its name as it is shown, and its bytes.
#[derive(Debug, Clone)]
pub struct Input {
    /// The name.
    pub name: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// The rules, and every text read so far.
#[derive(Debug)]
pub struct Checker {
    /// The rules.
    pub library: Library,
    /// The texts.
    pub sources: Sources,
    /// Mistakes in the rules.
    pub mistakes: Vec<Mistake>,
    /// How many threads may read a long text at once. What is read does not depend on it.
    pub threads: usize,
}

/// A text as it was read: its items, and what was wrong with it.
#[derive(Debug, Clone)]
pub struct Tree {
    /// Which file.
    pub file: FileId,
    /// The items, in order.
    pub items: Vec<Item>,
    /// The names that items which could not be read would have declared.
    pub lost: Vec<String>,
    /// What was wrong, in order of place.
    pub mistakes: Vec<Mistake>,
    /// Something of it, or all, could not be read.
    pub unread: bool,
    /// How it was read, for the next text of the same file.
    kept: Kept,
}

impl Tree {
    /// The heads of laws in it: one, in a law that is as it should be.
    pub fn policies(&self) -> impl Iterator<Item = &PolicyItem> {
        self.items.iter().filter_map(|i| if let Item::Policy(p) = i { Some(p) } else { None })
    }
}

/// A legal order that could be read, or the mistakes that kept it from being read.
#[derive(Debug)]
pub struct ReadOrder {
    /// The order.
    pub order: LegalOrder,
    /// Errors and warnings, in order of place.
    pub mistakes: Vec<Mistake>,
}

impl ReadOrder {
    /// Whether a verdict can be reached.
    pub fn is_sound(&self) -> bool {
        self.mistakes.iter().all(|m| m.severity == Severity::Warning)
    }
}

/// What to check against, and how.
#[derive(Debug, Clone)]
pub struct Question<'a> {
    /// The State, when it is not the policy's own.
    pub state: Option<String>,
    /// The date of the check.
    pub as_of: Date,
    /// Instruments treated as ratified.
    pub assumed: &'a [String],
    /// Which standards.
    pub options: Options,
    /// Decide every question twice.
    pub verify: bool,
}

/// Why there is no verdict.
#[derive(Debug)]
pub enum NoVerdict {
    /// Mistakes in the text.
    Mistakes(Vec<Mistake>),
    /// Questions were not decided.
    Undecided(Unanswered),
}

impl From<Undecided> for NoVerdict {
    fn from(undecided: Undecided) -> Self {
        NoVerdict::Undecided(undecided.into())
    }
}

impl From<Unanswered> for NoVerdict {
    fn from(unanswered: Unanswered) -> Self {
        NoVerdict::Undecided(unanswered)
    }
}

/// A fact with too many constants, as a mistake.
pub(crate) fn too_many(constants: TooManyConstants, order: &LegalOrder) -> NoVerdict {
    let fact = order.vocabulary.fact(constants.0);
    let most = Arg::Number(crate::logic::MOST_VALUES as i64);
    NoVerdict::Mistakes(vec![
        Mistake::new(Code::TooManyConstants, fact.span).with("name", fact.name.clone()).arg("most", most),
    ])
}

/// One test of a standard: its example, what came out.
#[derive(Debug, Clone)]
pub struct ExampleOutcome {
    /// The standard.
    pub standard: String,
    /// The example's name.
    pub example: crate::syntax::tree::Label,
    /// The verdict that is written beside it.
    pub expected: Verdict,
    /// Its place.
    pub span: Span,
    /// Whether it came out as written.
    pub holds: bool,
    /// The verdict.
    pub verdict: Verdict,
    /// What was found.
    pub findings: Vec<Finding>,
    /// Mistakes in the example's own text.
    pub mistakes: Vec<Mistake>,
}

/// Divides the files of one State by date: those that are law on that day, and the versions that are not.
///
/// A policy that `replaces` another stands from its entry into force (else its adoption) in place of the other, and
/// until then the other stands. What nothing replaces, and what is a draft without a date, always stands.
pub fn versions(files: Vec<Input>, as_of: Date) -> (Vec<Input>, Vec<Input>) {
    let mut policies: Vec<(String, Vec<String>, bool)> = Vec::new();
    for file in &files {
        let text = String::from_utf8_lossy(&file.bytes);
        // Most laws have one version; they need not be read twice.
        let items = if text.contains("replaces") { parse(&text, FileId::own(0)).items } else { Vec::new() };
        let policy = items.iter().find_map(|i| if let Item::Policy(p) = i { Some(p) } else { None });
        policies.push(match policy {
            Some(p) => {
                let date = p.in_force.as_ref().or(p.adopted.as_ref()).and_then(|d| Date::parse(d));
                let stands = date.is_none_or(|d| d.has_come_by(as_of));
                (p.name.text.clone(), p.replaces.iter().map(|r| r.text.clone()).collect(), stands)
            }
            None => (policy_named_in(&text), Vec::new(), true),
        });
    }
    let (mut law, mut others) = (Vec::new(), Vec::new());
    for (file, (name, replaces, stands)) in files.into_iter().zip(&policies) {
        let replaced = policies.iter().any(|(_, r, stands)| *stands && r.contains(name));
        let waits = !stands && policies.iter().any(|(other, _, _)| replaces.contains(other));
        if replaced || waits { others.push(file) } else { law.push(file) }
    }
    (law, others)
}

/// The name a file gives its policy, as far as it can be seen without reading the file.
fn policy_named_in(text: &str) -> String {
    let found = text.lines().find_map(|line| line.strip_prefix("policy ")?.split_whitespace().next());
    found.unwrap_or_default().to_owned()
}

impl Checker {
    /// Reads the built-in rules, unless they are not wanted, and the given rule files.
    pub fn new(rules: Vec<Input>, built_in: bool) -> Checker {
        Checker::within(rules, built_in, Limits::default())
    }

    /// The same, within limits of one's own, which then hold for every law that is read.
    pub fn within(rules: Vec<Input>, built_in: bool, limits: Limits) -> Checker {
        Checker::beside(Sources::new(), rules, built_in, limits)
    }

    /// The same beside texts that are there already.
    pub fn beside(mut sources: Sources, rules: Vec<Input>, built_in: bool, limits: Limits) -> Checker {
        let mut mistakes = Vec::new();
        let mut items = if built_in { builtin::items() } else { Vec::new() };
        let mut lost = Vec::new();
        if built_in {
            builtin::add_sources(&mut sources);
        }
        for input in rules {
            let mut tree = read_text(&mut sources, None, input, (limits, 1));
            items.append(&mut tree.items);
            lost.append(&mut tree.lost);
            mistakes.append(&mut tree.mistakes);
        }
        let (library, mut found) = Library::resolve(&items, &lost, limits);
        mistakes.append(&mut found);
        mistakes.sort_by_key(|m| m.span);
        Checker { library, sources, mistakes, threads: 1 }
    }

    /// Faults of the rules that only deciding can find. Asked when rules of one's own are used, and in tests.
    pub fn check_rules(&self) -> Result<Vec<Mistake>, NoVerdict> {
        let order = LegalOrder { vocabulary: self.library.vocabulary.clone(), ..LegalOrder::default() };
        let mut law = Law::new(&order, &self.library.standards, false).map_err(|e| too_many(e, &order))?;
        Ok(check_text(&mut law, false)?)
    }

    /// Reads a file into a tree that is kept; a file of the same name is replaced.
    pub fn tree(&mut self, input: Input) -> Tree {
        self.tree_after(None, input)
    }

    /// The same after an earlier tree of this file, of which what says the same is kept. The tree is the same as without it.
    pub fn tree_after(&mut self, before: Option<Tree>, input: Input) -> Tree {
        read_text(&mut self.sources, before, input, (self.library.vocabulary.limits, self.threads))
    }

    /// Looks up the names of several trees, read together as one legal order. With an earlier order, the later one is
    /// read so that the two can be compared.
    pub fn resolve(&self, trees: &[&Tree], earlier: Option<&LegalOrder>) -> ReadOrder {
        let files: Vec<OrderFile<'_>> =
            trees.iter().map(|t| OrderFile { file: t.file, items: &t.items, lost: &t.lost }).collect();
        let (order, mut found) = match earlier {
            None => resolve_order(&self.library, &files, false),
            Some(earlier) => resolve_later(&self.library, earlier, &files),
        };
        // Of a file that could not be read as a whole it is not said what it lacks: that may stand in what was not read,
        // and a name that is unknown may be the one that could not be read.
        let unread = |m: &Mistake| {
            let tree = m.span.and_then(|span| trees.iter().find(|t| t.unread && t.file == span.file));
            let nameless = |t: &Tree| t.lost.iter().any(String::is_empty);
            tree.is_some_and(|t| {
                ABSENT.contains(&m.code) || m.code == Code::UnknownName && m.suggestions.is_empty() && nameless(t)
            })
        };
        found.retain(|m| !unread(m));
        let mut mistakes: Vec<Mistake> = trees.iter().flat_map(|t| t.mistakes.iter().cloned()).collect();
        mistakes.append(&mut found);
        mistakes.sort_by_key(|m| m.span);
        ReadOrder { order, mistakes }
    }

    /// Reads several files as one legal order.
    pub fn read(&mut self, files: Vec<Input>) -> ReadOrder {
        self.read_after(None, files)
    }

    fn read_after(&mut self, earlier: Option<&LegalOrder>, files: Vec<Input>) -> ReadOrder {
        let mut sources = std::mem::take(&mut self.sources);
        let read = self.read_into(&mut sources, earlier, files);
        self.sources = sources;
        read
    }

    /// Reads several files as a legal order that comes after another, and keeps none of their texts: to see what an edit
    /// would come to.
    pub fn reread(&self, earlier: &LegalOrder, files: Vec<Input>) -> ReadOrder {
        self.read_into(&mut Sources::new(), Some(earlier), files)
    }

    fn read_into(&self, sources: &mut Sources, earlier: Option<&LegalOrder>, files: Vec<Input>) -> ReadOrder {
        let within = (self.library.vocabulary.limits, self.threads);
        let trees: Vec<Tree> = files.into_iter().map(|input| read_text(sources, None, input, within)).collect();
        self.resolve(&trees.iter().collect::<Vec<_>>(), earlier)
    }

    /// Holds an order against the standards.
    pub fn check(
        &self,
        order: &LegalOrder,
        treaties: &dyn Treaties,
        question: &Question<'_>,
    ) -> Result<Judgement, NoVerdict> {
        let code = self.state_of(order, question);
        let state = State::new(&code, question.as_of, treaties, Some(order), question.assumed);
        let wanted = |s: &&Standard| {
            question.options.wants(s)
                && (question.options.all_standards
                    || state.standard(&self.library, None, s).0.force != crate::law::Force::None)
        };
        let mut law = Law::new(order, self.library.standards.iter().filter(wanted), question.verify)
            .map_err(|e| too_many(e, order))?;
        let run = &question.options.run;
        law.decider.steps = run.steps(order.vocabulary.limits.steps);
        let judged = self.asked(&mut law, &state, question);
        run.took(law.decider.steps.taken());
        let (remarks, mut judgement) = judged?;
        if judgement.warnings.iter().any(|m| m.severity == Severity::Error) {
            return Err(NoVerdict::Mistakes(judgement.warnings));
        }
        judgement.warnings.extend(remarks);
        judgement.warnings.sort_by_key(|m| m.span);
        judgement.order.assumed = question.assumed.to_vec();
        Ok(judgement)
    }

    /// What is to be said of the text of a law, and how it stands to the standards.
    fn asked(
        &self,
        law: &mut Law<'_>,
        state: &State<'_>,
        question: &Question<'_>,
    ) -> Result<(Vec<Mistake>, Judgement), NoVerdict> {
        let remarks = check_text(law, true).map_err(|why| Unanswered { why, about: About::Text })?;
        if remarks.iter().any(|m| m.severity == Severity::Error) {
            return Err(NoVerdict::Mistakes(remarks));
        }
        Ok((remarks, judge(&self.library, law, state, &question.options)?))
    }

    /// Reads several files as a legal order that comes after another, so that the two can be compared.
    pub fn read_later(&mut self, earlier: &LegalOrder, files: Vec<Input>) -> ReadOrder {
        self.read_after(Some(earlier), files)
    }

    /// What changes from one order to another; `after` was read as the later one. Both are asked on the same date.
    pub fn difference(
        &self,
        before: &LegalOrder,
        after: &LegalOrder,
        treaties: &dyn Treaties,
        question: &Question<'_>,
    ) -> Result<Difference, NoVerdict> {
        let code = self.state_of(after, question);
        let of = |order| State::new(&code, question.as_of, treaties, Some(order), question.assumed);
        let (old, new) = (of(before), of(after));
        let wanted: Vec<&Standard> = self.library.standards.iter().filter(|s| question.options.wants(s)).collect();
        let asked = (question.options.all_standards, question.verify);
        let found = judge::difference(&self.library, before, after, (&old, &new), &wanted, asked);
        let (mut changes, verdicts) = found.map_err(|why| self.incomparable(why, after))?;
        for change in &mut changes {
            change.codes = codes(change, &after.vocabulary);
        }
        Ok(Difference {
            state: code,
            as_of: question.as_of,
            before: judge::laws_of(before),
            after: judge::laws_of(after),
            changes,
            verdicts,
        })
    }

    /// Why two orders could not be compared, as there is no verdict.
    pub fn incomparable(&self, why: Incomparable, order: &LegalOrder) -> NoVerdict {
        match why {
            Incomparable::TooMany(constants) => too_many(constants, order),
            Incomparable::Undecided(why) => why.into(),
        }
    }

    /// The State of an order.
    pub fn state_of(&self, order: &LegalOrder, question: &Question<'_>) -> String {
        question.state.clone().or_else(|| order.policies.iter().find_map(|p| p.state.clone())).unwrap_or_default()
    }

    /// Runs the scenarios of an order: for each, its name and how each expectation came out.
    pub fn scenarios(
        &self,
        order: &LegalOrder,
        treaties: &dyn Treaties,
        question: &Question<'_>,
    ) -> Result<Vec<(crate::syntax::tree::Label, Vec<Outcome>)>, NoVerdict> {
        let code = self.state_of(order, question);
        let state = State::new(&code, question.as_of, treaties, Some(order), question.assumed);
        let mut law = Law::new(order, &self.library.standards, question.verify).map_err(|e| too_many(e, order))?;
        let run = &question.options.run;
        law.decider.steps = run.steps(order.vocabulary.limits.steps);
        let all = order.scenarios.iter().map(|scenario| {
            let outcomes = scenario::run(&self.library, &mut law, &state, scenario)?;
            Ok((scenario.label.clone(), outcomes))
        });
        let out = all.collect();
        run.took(law.decider.steps.taken());
        out
    }

    /// Runs one example of a standard. The example's law is bound by everything.
    pub fn example(
        &self,
        standard: &Standard,
        example: &ExampleItem,
        treaties: &dyn Treaties,
        as_of: Date,
    ) -> Result<ExampleOutcome, NoVerdict> {
        self.example_in(&Run::default(), standard, example, treaties, as_of)
    }

    /// The same as a part of a run: it takes of the steps that are left of it.
    pub fn example_in(
        &self,
        run: &Run,
        standard: &Standard,
        example: &ExampleItem,
        treaties: &dyn Treaties,
        as_of: Date,
    ) -> Result<ExampleOutcome, NoVerdict> {
        let governs_all = !example.items.iter().any(|i| matches!(i, Item::Policy(_)));
        let (mut order, mut mistakes) = resolve_order(
            &self.library,
            &[OrderFile { file: example.span.file, items: &example.items, lost: &[] }],
            true,
        );
        order.governs_all = governs_all;
        // The facts the example shows cut the scale, and so belong to what is compiled.
        let mut resolver = Resolver::new(std::mem::take(&mut order.vocabulary), &[]);
        let showing = resolver.showing(&example.showing);
        mistakes.append(&mut resolver.mistakes);
        order.vocabulary = std::mem::take(&mut resolver.vocabulary);
        let mut outcome = ExampleOutcome {
            standard: standard.id.clone(),
            example: example.label.clone(),
            expected: example.expect,
            span: example.span,
            holds: false,
            verdict: Verdict::NotExamined,
            findings: Vec::new(),
            mistakes: Vec::new(),
        };
        if mistakes.iter().any(|m| m.severity == Severity::Error) {
            outcome.mistakes = mistakes;
            return Ok(outcome);
        }
        let seen = crate::model::Scenario {
            label: example.label.clone(),
            given: showing.clone(),
            expect: Vec::new(),
            span: example.span,
        };
        order.scenarios.push(seen);
        let state = State::bound_by_everything(as_of, treaties);
        let mut law = Law::new(&order, [standard], true).map_err(|e| too_many(e, &order))?;
        law.decider.steps = run.steps(order.vocabulary.limits.steps);
        let judged = judge_standard(&self.library, &mut law, &state, standard, true);
        run.took(law.decider.steps.taken());
        let (result, concerns) = judged?;
        let shown = showing.is_empty() || scenario::shows(&mut law, &concerns, &showing);
        outcome.holds = result.verdict == example.expect && (shown || !result.verdict.is_found());
        outcome.verdict = result.verdict;
        outcome.findings = result.findings;
        Ok(outcome)
    }
}

/// How data on policy changes codes a change.
fn codes(change: &Change, vocabulary: &Vocabulary) -> Codes {
    let name = match &change.effect {
        Effect::Permitted { measure } | Effect::Lasting { measure, .. } | Effect::Prohibition { measure } => measure,
        // What comes with a measure belongs where the measure does.
        Effect::Safeguard { measure, .. } => measure,
        Effect::Entitlement { thing, .. } => thing,
        Effect::Definition { term } => term,
        Effect::Institution { institution } => institution,
        Effect::Step { step } => step,
    };
    let thing = vocabulary.things().find(|(_, t)| t.name == name.name);
    let measure = thing.and_then(|(_, t)| t.measure).map(|m| vocabulary.thing(m).name.clone());
    let name = measure.as_deref().unwrap_or(&name.name);
    let subject = thing.and_then(|(id, _)| vocabulary.subject_of(id)).map(|s| vocabulary.thing(s).name.clone());
    let (area, tool) = builtin::policy_code(name, subject.as_deref()).unwrap_or_default();
    let mut words: Vec<&str> = Vec::new();
    if let Some(class) = &change.class {
        words.extend(class.noun.iter().map(|n| n.name.as_str()));
        let holds = |p: &&crate::finding::Phrase| matches!(p.value, Value::Yes);
        words.extend(class.common.iter().filter(holds).map(|p| p.fact.name.as_str()));
    }
    Codes { area: area.to_owned(), tool: tool.to_owned(), group: builtin::policy_group(&words).to_owned() }
}

/// What may be said of a file only when all of it could be read.
const ABSENT: [Code; 8] = [
    Code::NoPolicy,
    Code::NoState,
    Code::NoGoverns,
    Code::NothingOperative,
    Code::Unused,
    Code::ArticleSaysNothing,
    Code::LeadsNowhere,
    Code::ExpectsNothing,
];

/// Adds a file to the sources and reads it.
fn read_text(sources: &mut Sources, tree: Option<Tree>, input: Input, (limits, threads): (Limits, usize)) -> Tree {
    let nothing = |file, mistake| {
        let (mistakes, kept) = (vec![mistake], Kept::default());
        Tree { file, unread: true, mistakes, items: Vec::new(), lost: Vec::new(), kept }
    };
    // A file that is read again takes the place of itself.
    let before = sources.named(&input.name).and_then(|file| sources.get(file)).map_or(0, |s| s.text.len() as u64);
    if sources.bytes() - before + input.bytes.len() as u64 > limits.bytes {
        let file = sources.set(&input.name, String::new());
        let most = Arg::Number(limits.bytes as i64);
        return nothing(file, Mistake::new(Code::FileTooLarge, Span::at(file, 0)).arg("most", most));
    }
    let text = match String::from_utf8(input.bytes) {
        Ok(text) => text,
        Err(error) => {
            // What is valid is kept, so that the place can be shown.
            let valid = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            let head = String::from_utf8_lossy(bytes.get(..valid).unwrap_or_default()).into_owned();
            let file = sources.set(&input.name, head);
            let place = Span::at(file, valid as u32);
            return nothing(file, Mistake::new(Code::NotUtf8, place).arg("byte", Arg::Number(valid as i64)));
        }
    };
    let file = sources.set(&input.name, text);
    let text = sources.get(file).map_or("", |s| &s.text);
    let before = tree.filter(|tree| tree.file == file).map(|tree| (tree.kept, tree.items)).unwrap_or_default();
    let (parsed, kept) = parse_after(before, text, file, limits.nesting, threads);
    if parsed.items.is_empty() && parsed.mistakes.is_empty() {
        return nothing(file, Mistake::new(Code::EmptyFile, Span::at(file, 0)));
    }
    Tree { file, items: parsed.items, lost: parsed.lost, mistakes: parsed.mistakes, unread: parsed.unread, kept }
}
