//! Makes laws of any size: powers on grounds, exemptions of the article before, guarantees, time limits, procedures.

use std::fmt::Write as _;

const GROUNDS: [&str; 24] = [
    "unlawful-entry",
    "unlawful-stay",
    "unlawful-work",
    "suspected-illegal-entry",
    "suspected-illegal-stay",
    "suspected-illegal-work",
    "suspicion-uncleared",
    "decision-final",
    "removal-ordered",
    "removal-pending",
    "no-documents",
    "risk-of-absconding",
    "identity-unknown",
    "danger-to-security",
    "public-order-reasons",
    "national-security-reasons",
    "pregnant",
    "nursing",
    "seriously-ill",
    "disabled",
    "family-here",
    "trafficked",
    "asylum-claim-pending",
    "risk-of-torture",
];
const MEASURES: [&str; 14] = [
    "detain",
    "restrict-movement",
    "remove",
    "deport",
    "order-to-leave",
    "refuse-entry",
    "refuse-visa",
    "refuse-permit",
    "withdraw-permit",
    "question",
    "search-person",
    "penalise",
    "ban-re-entry",
    "prohibit-exit",
];
const WHO: [&str; 6] = ["foreigner", "any", "migrant-worker", "asylum-seeker", "irregular-migrant", "foreigner"];
const GIVEN: [&str; 12] = [
    "written-decision",
    "reasons",
    "interview",
    "court-review",
    "administrative-review",
    "legal-assistance",
    "interpreter",
    "consular-notification",
    "individual-assessment",
    "periodic-review",
    "remedy",
    "consideration-of-alternatives",
];
const SERVICES: [&str; 6] = [
    "primary-education",
    "emergency-health-care",
    "labour-protection",
    "court-access",
    "asylum-procedure",
    "equal-pay",
];
const AGES: [u32; 9] = [10, 14, 15, 16, 18, 21, 60, 65, 70];

struct Maker {
    random: fastrand::Rng,
    numbers: u32,
}

impl Maker {
    fn of<T: Copy + Default>(&mut self, list: &[T]) -> T {
        self.random.choice(list).copied().unwrap_or_default()
    }

    fn literal(&mut self) -> String {
        if self.random.u32(0..100) < self.numbers {
            let age = self.of(&AGES);
            let sign = self.of(&["<", ">=", "<=", ">"]);
            return format!("age {sign} {age}");
        }
        let ground = self.of(&GROUNDS);
        if self.random.u32(0..100) < 15 { format!("not {ground}") } else { ground.to_owned() }
    }

    fn condition(&mut self) -> String {
        let clauses = 1 + self.random.usize(..2);
        let mut parts = Vec::new();
        for _ in 0..clauses {
            let literals: Vec<String> = (0..1 + self.random.usize(..3)).map(|_| self.literal()).collect();
            parts.push(if literals.len() > 1 { format!("({})", literals.join(" or ")) } else { literals.concat() });
        }
        parts.join(" and ")
    }
}

/// What a law is made by.
pub(crate) struct Size {
    /// How many provisions.
    pub(crate) provisions: usize,
    /// The same seed gives the same law.
    pub(crate) seed: u64,
    /// How many provisions in a hundred are exemptions.
    pub(crate) exceptions: u32,
    /// How many conditions in a hundred compare a number.
    pub(crate) numbers: u32,
    /// How many steps a procedure has.
    pub(crate) procedure: usize,
}

impl Default for Size {
    fn default() -> Self {
        Size { provisions: 1000, seed: 1, exceptions: 25, numbers: 15, procedure: 0 }
    }
}

/// The text of a law.
pub(crate) fn law(size: &Size) -> String {
    let Size { provisions, exceptions, .. } = *size;
    let mut maker = Maker { random: fastrand::Rng::with_seed(size.seed), numbers: size.numbers };
    let mut out = String::from(
        "policy generated \"A generated law\" {\n  state MLT\n  governs entry, exit, stay, detention, removal, asylum, labour, social-rights\n}\n",
    );
    let mut number = 0;
    let mut written = 0;
    let mut last_power = 0;
    while written < provisions {
        number += 1;
        let _ = writeln!(out, "\narticle {number} {{");
        for _ in 0..1 + maker.random.usize(..4) {
            let kind = maker.random.u32(0..100);
            let (measure, who, condition) = (maker.of(&MEASURES), maker.of(&WHO), maker.condition());
            if kind < exceptions && last_power > 0 {
                let _ = writeln!(out, "  must not {measure} {who} under article {last_power}\n    where {condition}");
            } else if kind < exceptions + 10 {
                let (given, days) = (maker.of(&GIVEN), maker.of(&[1, 2, 3, 7, 14, 30]));
                let _ = writeln!(
                    out,
                    "  must give {given} to {who} whenever {measure} within {days} days\n    where {condition}"
                );
            } else if kind < exceptions + 18 {
                let service = maker.of(&SERVICES);
                let _ = writeln!(out, "  entitled {who} to {service} where {condition}");
            } else {
                let _ = writeln!(out, "  may {measure} {who}\n    where {condition}");
                if maker.random.u32(0..100) < 60 {
                    let days = maker.of(&[1, 2, 7, 15, 30, 60, 90, 180]);
                    let _ = writeln!(out, "    for up to {days} days");
                }
                if maker.random.u32(0..100) < 40 {
                    let _ = writeln!(out, "    giving {}", maker.of(&GIVEN));
                }
                last_power = number;
            }
            written += 1;
            if written == provisions {
                break;
            }
        }
        out.push_str("}\n");
    }
    if size.procedure > 0 {
        out.push_str("\nprocedure steps \"From apprehension to removal\" {\n");
        let name = |at: usize| match at {
            0 => "apprehension".to_owned(),
            at if at >= size.procedure => "removal".to_owned(),
            at => format!("step-{at}"),
        };
        for at in 0..size.procedure {
            let _ = writeln!(out, "  {} -> {} where {}", name(at), name(at + 1), maker.condition());
            // A way past the next steps, and now and then a way back.
            let (past, back) = (at + 2 + maker.random.usize(..3), at.saturating_sub(maker.random.usize(1..6)));
            let _ = writeln!(out, "  {} -> {} where {}", name(at), name(past), maker.condition());
            if at > 1 && back > 0 && maker.random.u8(..4) == 0 {
                let _ = writeln!(out, "  {} -> {} where {}", name(at), name(back), maker.condition());
            }
        }
        out.push_str("}\n");
    }
    out
}
