//! What the file says of a legal order, given to the order: who answers for what.

use super::{Accept, Config, Listed};
use crate::model::{Acceptance, ArticleId, Condition, LegalOrder, Library, PolicyId, condition_in};
use crate::syntax::{Arg, Code, Mistake, near};
use crate::text::{Sources, Span};

/// Holds the names in the file against the rules and against each other.
pub fn names(config: &Config, library: &Library) -> Vec<Mistake> {
    let mut mistakes = Vec::new();
    let mut unknown = |code: Code, name: &str, span: Span, known: Vec<&str>| {
        mistakes.push(Mistake::new(code, span).with("name", name).suggest(near(name, known)));
    };
    let standards = || library.standards.iter();
    for skip in &config.standards.skip {
        let id = &skip.id.value;
        if !standards().any(|s| s.is_called(id)) {
            let known = standards().flat_map(|s| s.names()).collect();
            unknown(Code::UnknownOnly, id, skip.id.span, known);
        }
    }
    for accept in &config.accept {
        let id = &accept.standard.value;
        if !standards().any(|s| s.id == *id) {
            unknown(Code::UnknownStandard, id, accept.standard.span, standards().map(|s| s.id.as_str()).collect());
        }
        let Some(name) = &accept.framework else { continue };
        if !config.frameworks.iter().any(|f| f.name.value == name.value) {
            let known = config.frameworks.iter().map(|f| f.name.value.as_str()).collect();
            unknown(Code::UnknownFramework, &name.value, name.span, known);
        }
    }
    for framework in &config.frameworks {
        for instrument in &framework.assume_ratified {
            if library.instrument(&instrument.value).is_none() {
                let known = library.instruments.iter().map(|i| i.id.as_str()).collect();
                unknown(Code::UnknownInstrument, &instrument.value, instrument.span, known);
            }
        }
    }
    mistakes
}

/// Gives an order the acceptances that are meant for it: those of its framework, and those of none.
pub fn give(config: &Config, framework: Option<&str>, order: &mut LegalOrder, sources: &Sources) -> Vec<Mistake> {
    let mut mistakes = Vec::new();
    for accept in &config.accept {
        let here = accept.framework.as_ref().is_none_or(|f| Some(f.value.as_str()) == framework);
        if !here {
            continue;
        }
        let articles = match articles(accept, order, &mut mistakes) {
            Named::Here(articles) => articles,
            // Articles of a law that is not among these: what is accepted is found in another order.
            Named::Elsewhere => continue,
        };
        match who(accept, order, sources) {
            Ok(who) => order.acceptances.push(Acceptance {
                standard: accept.standard.value.clone(),
                who,
                articles,
                because: accept.reason.value.clone(),
                by: accept.by.as_ref().map(|b| b.value.clone()),
                until: accept.until.value.clone(),
                span: accept.span,
            }),
            Err(mut found) => mistakes.append(&mut found),
        }
    }
    mistakes
}

/// The articles that an acceptance names.
enum Named {
    /// In the order; none, when it names none.
    Here(Option<Vec<ArticleId>>),
    /// In laws that are not among those of the order.
    Elsewhere,
}

/// The articles that an acceptance names, `10` or `10 of entry-law`, looked up among those of the order.
fn articles(accept: &Listed<Accept>, order: &LegalOrder, mistakes: &mut Vec<Mistake>) -> Named {
    let Some(named) = &accept.articles else { return Named::Here(None) };
    let mut out = Vec::new();
    for one in &named.value {
        let (number, law) = match one.value.split_once(" of ") {
            Some((number, law)) => (number, Some(law)),
            None => (one.value.as_str(), None),
        };
        if let Some(law) = law
            && !order.policies.iter().any(|p| p.name == law)
        {
            if accept.framework.is_none() {
                return Named::Elsewhere;
            }
            let known = order.policies.iter().map(|p| p.name.as_str());
            let mistake = Mistake::new(Code::UnknownName, one.span).with("name", law);
            let mistake = mistake.arg("kind", Arg::Expected(vec!["kind-policy".into()]));
            mistakes.push(mistake.suggest(near(law, known)));
            continue;
        }
        let of = |policy: PolicyId| order.policies[policy].name.as_str();
        let all = order.articles.entries();
        let found: Vec<ArticleId> = all
            .filter(|(_, a)| a.number == number && law.is_none_or(|law| of(a.policy) == law))
            .map(|(at, _)| at)
            .collect();
        match found.as_slice() {
            // What is accepted may have been repealed: that is worth a look, and nothing is accepted by it.
            [] => {
                let known = order.articles.iter().map(|a| a.number.as_str());
                let mistake = Mistake::warning(Code::UnknownArticle, one.span).with("name", number);
                mistakes.push(mistake.suggest(near(number, known)));
            }
            [one] => out.push(*one),
            _ => mistakes.push(Mistake::new(Code::ArticleOfSeveralLaws, one.span).with("number", number)),
        }
    }
    Named::Here(Some(out))
}

fn who(accept: &Listed<Accept>, order: &mut LegalOrder, sources: &Sources) -> Result<Condition, Vec<Mistake>> {
    let Some(who) = &accept.who else { return Ok(Condition::Any) };
    // Between quotation marks and without escapes, the text stands in the file as it is: its places are those.
    let inner = Span::new(who.span.file, who.span.start + 1, who.span.end.saturating_sub(1));
    let as_it_is = sources.text(inner) == who.value;
    let found = condition_in(order, &who.value, if as_it_is { inner } else { who.span });
    found.map_err(|mistakes| {
        if as_it_is {
            return mistakes;
        }
        let at = |m: Mistake| Mistake { span: Some(who.span), others: Vec::new(), ..m };
        mistakes.into_iter().map(at).map(|m| m.arg("in", Arg::Text(who.value.clone()))).collect()
    })
}
