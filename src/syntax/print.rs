//! Conditions back into the language: what is to be written, without places, and the one way to write it.
//!
//! Brackets stand exactly where they are needed: around an `or` inside an `and`, around an `and` inside an `or`, and
//! around what is denied when it is more than one thing. What is printed reads back as what was meant.

use super::tree::{self, Comparison, Unit, unit_name};
use std::fmt;

/// What is said of one fact or term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Atom {
    /// A yes/no fact or a term.
    Named(String),
    /// `nationality is not own`.
    Is {
        /// The fact.
        fact: String,
        /// Whether it has any other value.
        not: bool,
        /// The value.
        value: String,
    },
    /// `stay < 30 days`.
    Compare {
        /// The fact.
        fact: String,
        /// How.
        comparison: Comparison,
        /// With what.
        number: i64,
        /// In what, where it is said.
        unit: Option<Unit>,
    },
}

/// A condition as it is to be written: names and signs, no places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expr {
    /// `any`: everyone.
    Any,
    /// What is said of one fact or term.
    Atom(Atom),
    /// `not …`.
    Not(Box<Expr>),
    /// All of them; everyone, when there are none.
    All(Vec<Expr>),
    /// At least one of them; nobody, when there are none.
    Some(Vec<Expr>),
}

impl Expr {
    /// A yes/no fact or a term.
    pub fn named(name: impl Into<String>) -> Expr {
        Expr::Atom(Atom::Named(name.into()))
    }

    /// A fact has this value.
    pub fn is(fact: impl Into<String>, value: impl Into<String>) -> Expr {
        Expr::Atom(Atom::Is { fact: fact.into(), not: false, value: value.into() })
    }

    /// A number compared.
    pub fn compare(fact: impl Into<String>, comparison: Comparison, number: i64, unit: Option<Unit>) -> Expr {
        Expr::Atom(Atom::Compare { fact: fact.into(), comparison, number, unit })
    }

    /// `not any`: nobody.
    pub fn nobody() -> Expr {
        Expr::Not(Box::new(Expr::Any))
    }

    /// All of these: `any` adds nothing, with nobody there is nobody, and a list in the list is taken apart.
    pub fn all(parts: impl IntoIterator<Item = Expr>) -> Expr {
        let nobody = Expr::nobody();
        let mut out = Vec::new();
        for part in parts {
            match part {
                Expr::Any => {}
                part if part == nobody => return nobody,
                Expr::All(inner) => out.extend(inner),
                part => out.push(part),
            }
        }
        one_or(out, Expr::Any, Expr::All)
    }

    /// At least one of these: nobody adds nothing, `any` is everyone, and a list in the list is taken apart.
    pub fn some(parts: impl IntoIterator<Item = Expr>) -> Expr {
        let nobody = Expr::nobody();
        let mut out = Vec::new();
        for part in parts {
            match part {
                Expr::Any => return Expr::Any,
                part if part == nobody => {}
                Expr::Some(inner) => out.extend(inner),
                part => out.push(part),
            }
        }
        one_or(out, nobody, Expr::Some)
    }

    /// The contrary, as plainly as the language can say it: `is not` for `is`, `>=` for `<`.
    #[must_use]
    pub fn negated(self) -> Expr {
        let not = |expr| Expr::Not(Box::new(expr));
        match self {
            Expr::Not(inner) => *inner,
            Expr::Atom(Atom::Is { fact, not, value }) => Expr::Atom(Atom::Is { fact, not: !not, value }),
            Expr::Atom(Atom::Compare { fact, comparison, number, unit }) => match contrary(comparison) {
                Some(contrary) => Expr::compare(fact, contrary, number, unit),
                None => not(Expr::compare(fact, comparison, number, unit)),
            },
            other => not(other),
        }
    }

    /// Whom a clause speaks of, `may detain WHO`: in brackets, unless it is one name or `any`.
    pub fn who(&self) -> String {
        match self.core() {
            Core::Any => "any".to_owned(),
            Core::Atom(Atom::Named(name)) => name.clone(),
            _ => format!("({self})"),
        }
    }

    /// The condition as one of several that are joined by `and`: an `or` is in brackets.
    pub fn within_and(&self) -> String {
        bracketed(self, matches!(self.core(), Core::Some(_)))
    }

    /// The condition as one of several that are joined by `or`: an `and` is in brackets.
    pub fn within_or(&self) -> String {
        bracketed(self, matches!(self.core(), Core::All(_)))
    }

    /// One fact of a person, as a scenario gives it: `pregnant`, `not pregnant`, `nationality foreign`, `stay 30 days`.
    /// `None` for what gives no fact one value.
    pub fn given(&self) -> Option<String> {
        match self.core() {
            Core::Atom(Atom::Named(name)) => Some(name.clone()),
            Core::Atom(Atom::Is { fact, not: false, value }) => Some(format!("{fact} {value}")),
            Core::Atom(Atom::Compare { fact, comparison: Comparison::Equal, number, unit }) => {
                Some(format!("{fact} {}", amount(*number, *unit)))
            }
            Core::Not(inner) => match inner.core() {
                Core::Atom(Atom::Named(name)) => Some(format!("not {name}")),
                _ => None,
            },
            _ => None,
        }
    }

    /// What it comes to, lists of one and of none aside.
    fn core(&self) -> Core<'_> {
        match self {
            Expr::Any => Core::Any,
            Expr::Atom(atom) => Core::Atom(atom),
            Expr::Not(inner) => Core::Not(inner),
            Expr::All(parts) => match parts.as_slice() {
                [] => Core::Any,
                [one] => one.core(),
                parts => Core::All(parts),
            },
            Expr::Some(parts) => match parts.as_slice() {
                [] => Core::Not(&Expr::Any),
                [one] => one.core(),
                parts => Core::Some(parts),
            },
        }
    }
}

/// A list of expressions, its only member, or what it comes to without any.
fn one_or(mut parts: Vec<Expr>, none: Expr, list: fn(Vec<Expr>) -> Expr) -> Expr {
    match (parts.len(), parts.pop()) {
        (1, Some(one)) => one,
        (_, Some(last)) => {
            parts.push(last);
            list(parts)
        }
        (_, None) => none,
    }
}

/// An expression whose lists have at least two members.
enum Core<'e> {
    Any,
    Atom(&'e Atom),
    Not(&'e Expr),
    All(&'e [Expr]),
    Some(&'e [Expr]),
}

/// The sign for the contrary, where there is one.
fn contrary(comparison: Comparison) -> Option<Comparison> {
    match comparison {
        Comparison::Less => Some(Comparison::AtLeast),
        Comparison::AtMost => Some(Comparison::More),
        Comparison::More => Some(Comparison::AtMost),
        Comparison::AtLeast => Some(Comparison::Less),
        Comparison::Equal => None,
    }
}

fn sign(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Less => "<",
        Comparison::AtMost => "<=",
        Comparison::More => ">",
        Comparison::AtLeast => ">=",
        Comparison::Equal => "=",
    }
}

/// A number, with its unit where it has one.
pub fn amount(number: i64, unit: Option<Unit>) -> String {
    match unit {
        Some(unit) => format!("{number} {}", unit_name(unit)),
        None => number.to_string(),
    }
}

fn bracketed(expr: &Expr, brackets: bool) -> String {
    if brackets { format!("({expr})") } else { expr.to_string() }
}

impl fmt::Display for Atom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Atom::Named(name) => f.write_str(name),
            Atom::Is { fact, not: false, value } => write!(f, "{fact} is {value}"),
            Atom::Is { fact, not: true, value } => write!(f, "{fact} is not {value}"),
            Atom::Compare { fact, comparison, number, unit } => {
                write!(f, "{fact} {} {}", sign(*comparison), amount(*number, *unit))
            }
        }
    }
}

impl fmt::Display for Expr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list =
            |parts: &[Expr], within: fn(&Expr) -> String, word| parts.iter().map(within).collect::<Vec<_>>().join(word);
        match self.core() {
            Core::Any => f.write_str("any"),
            Core::Atom(atom) => atom.fmt(f),
            Core::Not(inner) => {
                let one = matches!(inner.core(), Core::Any | Core::Atom(_));
                write!(f, "not {}", bracketed(inner, !one))
            }
            Core::All(parts) => f.write_str(&list(parts, Expr::within_and, " and ")),
            Core::Some(parts) => f.write_str(&list(parts, Expr::within_or, " or ")),
        }
    }
}

impl From<&tree::Condition> for Expr {
    /// The condition as it was written, its places left behind.
    fn from(written: &tree::Condition) -> Expr {
        let each = |parts: &[tree::Condition]| parts.iter().map(Expr::from).collect();
        match written {
            tree::Condition::Any(_) => Expr::Any,
            tree::Condition::Named(name) => Expr::named(&name.text),
            tree::Condition::Is { fact, not, value, .. } => {
                Expr::Atom(Atom::Is { fact: fact.text.clone(), not: *not, value: value.text.clone() })
            }
            tree::Condition::Compare { fact, comparison, number, unit, .. } => {
                Expr::compare(&fact.text, *comparison, *number, *unit)
            }
            tree::Condition::Not(inner, _) => Expr::Not(Box::new(Expr::from(inner.as_ref()))),
            tree::Condition::All(parts, _) => Expr::All(each(parts)),
            tree::Condition::Some(parts, _) => Expr::Some(each(parts)),
        }
    }
}
