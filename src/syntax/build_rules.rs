//! pest's pairs to the tree: instruments, standards and what they ask.

use super::build::{Builder, P, Said, all, find, first_word, first_words, has, only, unit_in};
use super::code::Code;
use super::mistakes::Mistake;
use super::parse::Rule;
use super::tree::*;
use crate::text::Span;

impl Builder {
    pub(super) fn instrument_item(&mut self, p: &P<'_>, span: Span) -> InstrumentItem {
        let mut item = InstrumentItem {
            name: self.instrument(p),
            label: self.label_in(p),
            kind: None,
            short: None,
            adopted: None,
            in_force: None,
            monitored_by: None,
            complaints: None,
            interprets: Vec::new(),
            region: None,
            not_reservable: Vec::new(),
            source: None,
            unconfirmed: false,
            note: None,
            span,
        };
        let mut said = Said::new();
        for clause in all(p, Rule::instrument_clause).filter_map(|c| only(&c)) {
            let date = self.day_in(&clause);
            self.once(&mut said, first_words(&clause), self.span(&clause));
            match clause.as_rule() {
                Rule::instrument_kind => item.kind = Some(self.name(&clause)),
                Rule::instrument_short => item.short = self.quote_in(&clause),
                Rule::instrument_adopted => item.adopted = date,
                Rule::instrument_force => item.in_force = date,
                Rule::instrument_monitored => item.monitored_by = self.quote_in(&clause),
                Rule::instrument_complaints => item.complaints = Some(self.instrument(&clause)),
                Rule::instrument_interprets => {
                    item.interprets = all(&clause, Rule::instrument_id).map(|n| self.name_of(&n)).collect();
                }
                Rule::instrument_region => {
                    item.region = Some(Region { name: self.instrument(&clause), binds: has(&clause, Rule::k_binds) });
                }
                Rule::instrument_not_reservable => {
                    item.not_reservable = all(&clause, Rule::text_quote).map(|q| self.quote(&q).text).collect();
                }
                Rule::instrument_source => {
                    item.source = self.quote_in(&clause);
                    item.unconfirmed = has(&clause, Rule::k_unconfirmed);
                }
                Rule::instrument_note => item.note = self.quote_in(&clause),
                _ => {}
            }
        }
        item
    }

    // ── standards ──

    pub(super) fn citation(&mut self, p: &P<'_>) -> Option<Citation> {
        let c = find(p, Rule::citation)?;
        let place = find(&c, Rule::citation_place);
        Some(Citation {
            instrument: self.instrument(&c),
            place: place.as_ref().and_then(|a| self.quote_in(a)),
            paragraph: place.as_ref().is_some_and(|a| has(a, Rule::k_para)),
            quote: find(&c, Rule::citation_quote).and_then(|q| find(&q, Rule::text_quote)).map(|q| self.quote(&q)),
            source: self.source_in(&c),
            unconfirmed: has(&c, Rule::k_unconfirmed),
            span: self.span(&c),
        })
    }

    pub(super) fn standard(&mut self, p: &P<'_>, span: Span) -> StandardItem {
        let mut item = StandardItem {
            name: self.name(p),
            label: self.label_in(p),
            theme: None,
            catalogue: Vec::new(),
            basis: Vec::new(),
            interpreted: Vec::new(),
            applies: Vec::new(),
            forms: Vec::new(),
            help: None,
            note: None,
            non_derogable: false,
            point: None,
            laid_down_by_law: false,
            duty_to_legislate: false,
            requires_weighing: false,
            examples: Vec::new(),
            span,
        };
        let mut said = Said::new();
        for clause in all(p, Rule::standard_clause).filter_map(|c| only(&c)) {
            let rule = clause.as_rule();
            if matches!(
                rule,
                Rule::standard_theme
                    | Rule::standard_help
                    | Rule::standard_note
                    | Rule::standard_non_derogable
                    | Rule::standard_point
                    | Rule::standard_laid_down
                    | Rule::standard_duty
                    | Rule::standard_weighing
            ) {
                self.once(&mut said, first_word(&clause), self.span(&clause));
            }
            match rule {
                Rule::title_clause => self.title(&clause, &mut said, &mut item.label),
                Rule::standard_theme => item.theme = Some(self.name(&clause)),
                Rule::standard_catalogue => {
                    item.catalogue.extend(all(&clause, Rule::text_quote).map(|q| self.quote(&q).text));
                }
                Rule::standard_basis => item.basis.extend(self.citation(&clause)),
                Rule::standard_interpreted => item.interpreted.extend(self.citation(&clause)),
                Rule::standard_applies => item.applies.push(self.condition_in(&clause)),
                Rule::standard_help => item.help = Some(self.label_in(&clause)),
                Rule::standard_note => item.note = Some(self.label_in(&clause)),
                Rule::standard_non_derogable => item.non_derogable = true,
                Rule::standard_point => item.point = Some(self.name(&clause)),
                Rule::standard_laid_down => item.laid_down_by_law = true,
                Rule::standard_duty => item.duty_to_legislate = true,
                Rule::standard_weighing => item.requires_weighing = true,
                Rule::form => item.forms.extend(self.form(&clause)),
                Rule::example => {
                    let mut items = Vec::new();
                    for inner in clause.clone().into_inner() {
                        items.extend(self.item(&inner));
                    }
                    let expect = self.verdict_word(&clause);
                    item.examples.push(ExampleItem {
                        expect,
                        label: self.label_in(&clause),
                        items,
                        showing: find(&clause, Rule::showing).map(|s| self.given(&s)).unwrap_or_default(),
                        span: self.span(&clause),
                    });
                }
                _ => {}
            }
        }
        item
    }

    pub(super) fn principle(&mut self, p: &P<'_>, span: Span) -> PrincipleItem {
        let mut item = PrincipleItem {
            name: self.name(p),
            label: self.label_in(p),
            theme: None,
            catalogue: Vec::new(),
            basis: Vec::new(),
            note: None,
            span,
        };
        let mut said = Said::new();
        for clause in all(p, Rule::principle_clause).filter_map(|c| only(&c)) {
            let rule = clause.as_rule();
            if matches!(rule, Rule::standard_theme | Rule::standard_note) {
                self.once(&mut said, first_word(&clause), self.span(&clause));
            }
            match rule {
                Rule::title_clause => self.title(&clause, &mut said, &mut item.label),
                Rule::standard_theme => item.theme = Some(self.name(&clause)),
                Rule::standard_catalogue => {
                    item.catalogue.extend(all(&clause, Rule::text_quote).map(|q| self.quote(&q).text));
                }
                Rule::standard_basis => item.basis.extend(self.citation(&clause)),
                _ => item.note = Some(self.label_in(&clause)),
            }
        }
        item
    }

    /// A title in one more language.
    pub(super) fn title(&mut self, p: &P<'_>, said: &mut Said, label: &mut Label) {
        let Some(found) = find(p, Rule::lang_label) else { return };
        let (Some(lang), Some(title)) = (find(&found, Rule::lang), self.quote_in(&found)) else { return };
        self.once(said, &format!("title {}", lang.as_str()), self.span(p));
        label.by_language.push((lang.as_str().to_owned(), title));
    }

    pub(super) fn given(&mut self, p: &P<'_>) -> Vec<Given> {
        let mut out = Vec::new();
        for g in all(p, Rule::given_fact) {
            let names = self.names(&g);
            let Some(fact) = names.first().cloned() else { continue };
            let value = if let Some(n) = find(&g, Rule::number) {
                GivenValue::Number(self.number(&n), unit_in(&g))
            } else if let Some(value) = names.get(1) {
                GivenValue::Value(value.clone())
            } else {
                GivenValue::Plain
            };
            out.push(Given { not: has(&g, Rule::k_not), fact, value, span: self.span(&g) });
        }
        out
    }

    /// The word for what is said of a law and a standard. One of the first edition is a mistake that names the new one.
    pub(super) fn verdict_word(&mut self, p: &P<'_>) -> Verdict {
        let mut word = find(p, Rule::verdict_word).and_then(|w| only(&w)).map(|w| w.as_str().to_owned());
        if let Some(old) = p.clone().into_inner().find(|w| new_word(w.as_str()).is_some()) {
            let new = new_word(old.as_str()).unwrap_or_default();
            let mistake = Mistake::new(Code::OldWord, self.span(&old)).with("word", old.as_str());
            self.mistakes.push(mistake.with("new", new));
            word = Some(new.to_owned());
        }
        // The grammar lets no other word stand here.
        word.as_deref().and_then(Verdict::named).unwrap_or(Verdict::Incompatible)
    }

    pub(super) fn form(&mut self, p: &P<'_>) -> Option<Form> {
        let weighed = has(p, Rule::k_weighed);
        let form = only(p)?;
        let span = self.span(&form);
        let mut scope = Scope::default();
        let mut said = Said::new();
        self.tails_once(&form, &mut said);
        for tail in form.clone().into_inner() {
            self.scope_part(&tail, &mut scope);
        }
        let kind = match form.as_rule() {
            Rule::forbid_form => FormKind::Forbid { measure: self.name(&form) },
            Rule::limit_form => FormKind::Limit {
                measure: self.name(&form),
                to: self.extent_in(&form),
                beyond: find(&form, Rule::any_limit)
                    .and_then(|l| find(&l, Rule::weighed_beyond))
                    .and_then(|b| self.extent_in(&b)),
            },
            Rule::require_form => {
                if let Some(ban) = find(&form, Rule::require_ban) {
                    self.tails_once(&ban, &mut said);
                    for tail in ban.clone().into_inner() {
                        self.scope_part(&tail, &mut scope);
                    }
                    let by = find(&ban, Rule::by_kind).map(|b| self.name(&b));
                    FormKind::RequireBan { measure: self.name(&ban), by }
                } else {
                    let thing = find(&form, Rule::require_thing)?;
                    self.tails_once(&thing, &mut said);
                    for tail in thing.clone().into_inner() {
                        self.scope_part(&tail, &mut scope);
                    }
                    let within = find(&thing, Rule::within).and_then(|w| self.extent_in(&w));
                    let by = find(&thing, Rule::by_kind).map(|b| self.name(&b));
                    match find(&thing, Rule::whenever_of) {
                        Some(whenever) => {
                            if let Some(who) = find(&whenever, Rule::of_who) {
                                self.scope_part(&who, &mut scope);
                            }
                            FormKind::RequireWhenever {
                                safeguard: self.name(&thing),
                                measure: self.name(&whenever),
                                within,
                                every: find(&thing, Rule::every).map(|e| self.every(&e)),
                                by,
                            }
                        }
                        None => FormKind::RequireFor { service: self.name(&thing), within, by },
                    }
                }
            }
            Rule::equal_form => {
                if let Some(who) = find(&form, Rule::who) {
                    scope.who = Some(self.who(&who));
                }
                FormKind::Equal {
                    thing: match find(&form, Rule::equal_any) {
                        Some(any) if has(&any, Rule::k_service) => Equalled::Any(ThingKind::Service),
                        Some(any) if has(&any, Rule::k_measure) => Equalled::Any(ThingKind::Measure),
                        Some(_) => Equalled::Any(ThingKind::Safeguard),
                        None => Equalled::One(self.name(&form)),
                    },
                    whom: find(&form, Rule::for_who).and_then(|f| find(&f, Rule::who)).map(|w| self.who(&w)),
                    grounds: find(&form, Rule::regardless).map(|r| self.names(&r)).unwrap_or_default(),
                    aims: find(&form, Rule::accepting).map(|a| self.names(&a)).unwrap_or_default(),
                    never: find(&form, Rule::never_justified).map(|n| self.names(&n)),
                }
            }
            Rule::before_form => {
                let mut steps = self.names(&form).into_iter();
                let laid_down = has(&form, Rule::in_any_procedure);
                FormKind::Before { step: steps.next()?, pass: steps.next()?, laid_down }
            }
            Rule::define_form => FormKind::Define {
                term: self.name(&form),
                reach: if has(&form, Rule::at_least) {
                    Reach::AtLeast
                } else if has(&form, Rule::at_most) {
                    Reach::AtMost
                } else {
                    Reach::Exactly
                },
                means: self.condition_in(&form),
            },
            Rule::justify_form => {
                let mut legs = Vec::new();
                for leg in all(&form, Rule::leg) {
                    legs.extend(only(&leg).map(|l| match l.as_rule() {
                        Rule::leg_aim => LegAsked::Aim(self.names(&l)),
                        Rule::leg_necessity => LegAsked::Necessity { weighed: has(&l, Rule::k_weighed) },
                        Rule::leg_proportionality => {
                            let limit = all(&l, Rule::proportion).any(|q| has(&q, Rule::k_limit));
                            LegAsked::Proportionality(
                                all(&l, Rule::proportion)
                                    .filter(|q| has(q, Rule::name))
                                    .map(|q| self.name(&q))
                                    .collect(),
                                limit,
                                has(&l, Rule::k_weighed),
                            )
                        }
                        _ => LegAsked::Legality,
                    }));
                }
                FormKind::Justify { measure: self.name(&form), legs }
            }
            _ => FormKind::Establish { institution: self.name(&form) },
        };
        Some(Form { kind, scope, weighed, span })
    }
}

/// What the second edition of the language says for a word of the first.
pub fn new_word(old: &str) -> Option<&'static str> {
    Some(match old {
        "breach" | "breaches" => "incompatible",
        "gap" => "not-found",
        "review" => "to-assess",
        "met" | "meets" => "provided",
        _ => return None,
    })
}
