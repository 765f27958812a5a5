//! The clauses that say how much a law gives, refuses and rests on: every page of the documentation is read, laid out and
//! looked up, and what the model holds of it is told.

use iml_check::builtin;
use iml_check::layout::{layout, second_edition};
use iml_check::model::{Covers, Equalled, FormKind, LegalOrder, Library, OrderFile, resolve_order};
use iml_check::syntax::{Severity, mentions, parse};
use iml_check::text::{FileId, Limits};
use std::fmt::Write as _;
use std::path::Path;

const PAGES: [&str; 9] =
    ["reading", "refusals", "guarantees", "principles", "words", "force", "verdicts", "things", "standards"];

/// The blocks of a page that are marked so.
fn blocks(page: &str, mark: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("docs/clauses/{page}.md"));
    let text = std::fs::read_to_string(path).unwrap();
    let fence = format!("```{mark}\n");
    text.split(fence.as_str()).skip(1).map(|rest| rest.split("```").next().unwrap().to_owned()).collect()
}

/// Every block reads without a mistake, is its own layout, names what it names where it says so, and is of this edition.
#[test]
fn what_the_pages_show_can_be_read() {
    let mut read = 0;
    for page in PAGES {
        let all = [blocks(page, "law"), blocks(page, "rules")].concat();
        assert!(!all.is_empty(), "{page}");
        for text in all {
            assert_eq!(layout(&text).as_deref(), Ok(text.as_str()), "{page}");
            assert_eq!(second_edition(&text).as_deref(), Ok(text.as_str()), "{page}");
            let parsed = parse(&text, FileId::own(0));
            assert!(parsed.mistakes.is_empty(), "{page}: {:?}", parsed.mistakes);
            for item in &parsed.items {
                mentions(item, &mut |mention| {
                    let span = mention.name.span;
                    assert_eq!(text[span.start as usize..span.end as usize], mention.name.text, "{page}");
                });
            }
            read += 1;
        }
    }
    assert_eq!(read, PAGES.len());
}

/// `explain` finds the page by the words that its clauses begin with.
#[test]
fn the_pages_are_found_by_their_words() {
    for (word, title) in [
        ("searched", "# What was read"),
        ("not-read", "# What was read"),
        ("exhaustive", "# What was read"),
        ("without", "# Refusals"),
        ("final", "# Refusals"),
        ("every", "# Guarantees in time"),
        ("saving", "# General clauses"),
        ("open", "# Words of a law's own"),
        ("repealed", "# Articles in time"),
        ("to-assess", "# What a scenario expects"),
        ("bars", "# What the vocabulary says"),
        ("weighed", "# What a standard says of itself"),
    ] {
        let output = crate::cli::iml(&["explain", word, "--lang", "en"]);
        let said = crate::cli::out(&output);
        assert!(said.starts_with(title), "{word}\n{said}{}", crate::cli::err(&output));
    }
}

fn read_law(library: &Library, text: &str) -> LegalOrder {
    let parsed = parse(text, FileId::own(0));
    let file = OrderFile { file: FileId::own(0), items: &parsed.items, lost: &parsed.lost };
    let (order, mistakes) = resolve_order(library, &[file], false);
    let errors: Vec<_> = mistakes.iter().filter(|m| m.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:?}\n{text}");
    order
}

/// The library of the built-in rules and some of one's own.
fn library(own: &str) -> Library {
    let mut items = builtin::items();
    let parsed = parse(own, FileId::own(0));
    assert!(parsed.mistakes.is_empty(), "{:?}", parsed.mistakes);
    items.extend(parsed.items);
    let (library, mistakes) = Library::resolve(&items, &[], Limits::default());
    let errors: Vec<_> = mistakes.iter().filter(|m| m.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:?}");
    library
}

/// What the model holds of the laws on the pages, clause by clause.
#[test]
fn the_model_holds_what_the_laws_say() {
    let library = library("");
    let mut told = String::new();
    for page in PAGES {
        for text in blocks(page, "law") {
            writeln!(told, "── {page}").unwrap();
            tell(&read_law(&library, &text), &mut told);
        }
    }
    insta::assert_snapshot!(told);
}

fn tell(order: &LegalOrder, told: &mut String) {
    let v = &order.vocabulary;
    let thing = |id| v.thing(id).name.as_str();
    let things = |ids: &[_]| ids.iter().map(|id| thing(*id)).collect::<Vec<_>>().join(", ");
    let number = |id| order.articles[id].number.as_str();
    for p in &order.policies {
        let excerpt = p.excerpt.as_ref().map(|(why, _)| why.as_str());
        writeln!(
            told,
            "law: excerpt {excerpt:?}, articles {:?}, exhaustive {}",
            p.articles_in_all,
            things(&p.exhaustive)
        )
        .unwrap();
    }
    for s in &order.searches {
        let sought: Vec<String> = s
            .things
            .iter()
            .map(|(t, of)| of.map_or_else(|| thing(*t).to_owned(), |m| format!("{} of {}", thing(*t), thing(m))))
            .collect();
        let (sources, including, without) = (s.sources.join(", "), s.including.join(", "), s.without.join(", "));
        writeln!(
            told,
            "searched: {} in {sources} with {including} without {without} on {} by {}",
            sought.join(", "),
            s.on,
            s.by
        )
        .unwrap();
    }
    for n in &order.not_read {
        writeln!(told, "not read: {} for {}", n.law, things(&n.things)).unwrap();
    }
    for a in &order.articles {
        let times = (&a.in_force, &a.until, &a.repealed, &a.annulled);
        if times != (&None, &None, &None, &None) || !a.open_in.is_empty() {
            writeln!(told, "article {}: {times:?}, open in {}", a.number, things(&a.open_in)).unwrap();
        }
    }
    for r in &order.refusals {
        let (whenever, by) = (r.whenever.map(thing), r.by.map(thing));
        let (under, over): (Vec<_>, Vec<_>) =
            (r.under.iter().map(|a| number(*a)).collect(), r.notwithstanding.iter().map(|a| number(*a)).collect());
        writeln!(
            told,
            "refused in {}: {} where {} whenever {whenever:?} by {by:?} in a power {} under {under:?} over {over:?} final {}",
            number(r.article),
            thing(r.thing),
            r.guard.expr(v),
            r.power.is_some(),
            r.is_final
        )
        .unwrap();
    }
    for g in &order.guarantees {
        let within = g.within.map(|w| w.to_string());
        let (every, prompt) = (g.every.map(|e| e.to_string()), g.prompt.map(|t| v.time(t).name.as_str()));
        let yields: Vec<&str> = g.subject_to.iter().map(|a| number(*a)).collect();
        writeln!(
            told,
            "given in {}: {} within {within:?} ({prompt:?}) every {every:?} subject to {yields:?}",
            number(g.article),
            thing(g.thing)
        )
        .unwrap();
    }
    for p in &order.principles {
        writeln!(told, "principle in {}: {} for {}", number(p.article), thing(p.thing), p.guard.expr(v)).unwrap();
    }
    for s in &order.savings {
        let covers = match &s.covers {
            Covers::Articles(articles) => {
                format!("articles {:?}", articles.iter().map(|a| number(*a)).collect::<Vec<_>>())
            }
            Covers::Law(_) => "its law".to_owned(),
            Covers::Order => "every law".to_owned(),
        };
        writeln!(told, "saving in {}: {} for {covers}", number(s.article), s.instruments.join(", ")).unwrap();
    }
    for p in &order.powers {
        for (by, condition, _) in &p.readings {
            writeln!(told, "read by {by}: {}; so {}", condition.expr(v), p.ground.expr(v)).unwrap();
        }
    }
    for (_, fact) in v.facts().filter(|(_, f)| f.owner.is_some()) {
        writeln!(told, "fact {}: open {}", fact.name, fact.open).unwrap();
    }
    for (_, own) in v.things().filter(|(_, t)| t.owner.is_some()) {
        writeln!(told, "{}: is a {}, may be {}", own.name, things(&own.parents), things(&own.may_be)).unwrap();
    }
    for axiom in v.axioms.iter().filter(|a| a.own.is_some()) {
        writeln!(told, "said by the law: {}", axiom.holds.expr(v)).unwrap();
    }
}

/// What the vocabulary says of things: faces, reasons and all that follows from them.
#[test]
fn the_vocabulary_holds_what_the_rules_say() {
    let rules = blocks("things", "rules").concat();
    let library = library(&rules);
    let v = &library.vocabulary;
    let named = |name: &str| v.things().find(|(_, t)| t.name == name).unwrap();
    let id = |name: &str| named(name).0;
    let (arrest, detained) = (id("short-arrest"), id("deprive-of-liberty"));
    assert_eq!(v.thing(arrest).parents, [detained, id("penalise")]);
    assert_eq!(v.thing(arrest).by_deciding, [(id("court-review"), Some(id("court")))]);
    // A power reaches down by the first face, a standard by every one.
    assert!(v.reaches(detained, arrest) && !v.reaches(id("penalise"), arrest) && v.is_a(arrest, id("penalise")));
    assert!(v.reaches(arrest, arrest) && v.reaches(id("penalise"), id("levy")));
    let entering = named("penalise-entering").1;
    let (wider, reason) = entering.reason.unwrap();
    assert_eq!((wider, entering.parents.as_slice()), (id("penalise"), &[id("penalise")][..]));
    assert!(!v.reaches(wider, id("penalise-entering")), "it is reached as its reason says");
    let facts: Vec<String> = v.reasons[reason].facts.iter().map(|(_, c)| c.expr(v).to_string()).collect();
    assert_eq!(facts, ["unlawful-entry", "unlawful-stay", "nationality is foreign"]);
    let fact = |name: &str| v.facts().find(|(_, f)| f.name == name).unwrap();
    assert_eq!(named("cancel-stay").1.ends, [fact("lawfully-present").0]);
    assert_eq!(named("review-by-judges").1.same_as, Some((id("review"), id("court"))));
    assert_eq!(named("review-by-judges").1.parents, [id("review")]);
    assert_eq!(named("look-at-the-case").1.establishes, Some(fact("case-examined").0));
    assert_eq!(v.bars_of(id("leave-to-stay")), Some(id("remove")));
    let own = fact("of-this-people").1;
    assert_eq!((own.personal, own.stands_for.as_slice()), (true, &[fact("nationality").0][..]));
    let time = v.times().iter().find(|t| t.name == "at-once").unwrap();
    assert_eq!((time.at_most.to_string(), time.beyond.unwrap().to_string()), ("48 hours".into(), "7 days".into()));
    // Who may stay may not be removed, for as long and no longer.
    let law = "policy p \"P\" { state CHN governs stay }\narticle 1 {\n  entitled child to leave-to-stay where born-here\n  \
               must give leave-to-stay to adult whenever detain\n}\n";
    let order = read_law(&library, law);
    let bans: Vec<(String, String, bool)> = order
        .bans
        .iter()
        .map(|b| (v.thing(b.measure).name.clone(), b.guard.expr(&order.vocabulary).to_string(), b.from_right))
        .collect();
    assert_eq!(bans, [("remove".to_owned(), "child and born-here".to_owned(), true)]);
    assert_eq!(order.guarantees.len(), 2);
}

/// What standards say of themselves, and the reasons among their conditions.
#[test]
fn the_standards_hold_what_the_rules_say() {
    let rules = format!(
        "{}\n{}\nstandard own-reasons \"No penalty for entering\" {{\n  theme own\n  basis ICCPR art \"9\" unconfirmed\n  \
         applies when for-entering\n  forbid imprison of child where age > 3 and (for-entering and unlawful-stay)\n}}\n",
        blocks("standards", "rules").concat(),
        blocks("things", "rules").concat()
    );
    let library = library(&rules);
    let limited = library.standard("own-detention-limited").unwrap();
    assert_eq!(limited.point.as_deref(), Some("own-detention"));
    assert!(limited.laid_down_by_law && limited.requires_weighing && !limited.duty_to_legislate);
    let forms: Vec<&FormKind> = limited.forms.iter().map(|f| &f.kind).collect();
    let [FormKind::Limit { to: None, beyond: Some(beyond), .. }, whenever, FormKind::Justify { legs, .. }] = forms[..]
    else {
        panic!("{forms:?}");
    };
    assert_eq!(beyond.to_string(), "1 years");
    let FormKind::RequireWhenever { every: Some(every), promptly: Some(promptly), within: Some(_), .. } = whenever
    else {
        panic!("{whenever:?}");
    };
    assert_eq!(
        (every.to_string(), library.vocabulary.time(*promptly).name.as_str()),
        ("30 days".into(), "without-delay")
    );
    assert_eq!(legs.len(), 3);
    assert!(format!("{legs:?}").matches("true").count() == 3, "{legs:?}");
    let equal = library.standard("own-equal-services").unwrap();
    assert!(equal.duty_to_legislate && equal.forms[1].weighed && !equal.forms[0].weighed);
    assert!(matches!(&equal.forms[0].kind, FormKind::Equal { thing: Equalled::Any(_), .. }));
    let reasons = library.standard("own-reasons").unwrap();
    assert_eq!(reasons.forms[0].reasons.len(), 2, "where it applies, and where it forbids");
    let scope = reasons.forms[0].scope.expr(&library.vocabulary).to_string();
    assert_eq!(scope, "child and age >= 4 and unlawful-stay");
    let point = library.point("own-detention").unwrap();
    assert_eq!(point.theme, "own");
    assert!(library.point("own").is_none());
}

/// The first edition is rewritten in every file of the repository, no comment is lost, and what is rewritten stays.
#[test]
fn every_file_of_the_first_edition_is_rewritten() {
    let mut changed = 0;
    for path in crate::layout::files() {
        let path = path.to_string_lossy().into_owned();
        if !(path.contains("/rules/") || path.contains("/policies/")) || path.contains("/fixtures/") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!(second_edition(&text).as_deref(), Ok(text.as_str()), "{path}");
        let mut old = text.clone();
        for (new, first) in [
            ("example provided ", "example meets "),
            ("example incompatible ", "example breaches "),
            ("\nnot read \"", "\nrelies on \""),
            ("expect incompatible ", "expect breach "),
            ("expect provided ", "expect met "),
            (", also a ", ", "),
        ] {
            old = old.replace(new, first);
        }
        if old != text {
            changed += 1;
            assert_eq!(second_edition(&old).as_deref(), Ok(text.as_str()), "{path}");
        }
    }
    assert!(changed > 200, "{changed}");
}
