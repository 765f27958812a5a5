//! What a State has agreed to, in a small world of treaties, and what by the language reference binds it.

use super::world::{Case, Cond, Person};
use fastrand::Rng;
use iml_check::law::{
    Coverage, Date, Force, Ratification, RatificationAct, ReservationEffect, ReservationRow, Treaties,
};

/// Places of a treaty: 1 and 2 lie in 0, 3 stands alone.
pub(super) const PLACES: [&str; 4] = ["1", "1(a)", "1(b)", "2"];

pub(super) fn lies_in(place: usize, whole: usize) -> bool {
    place == whole || whole == 0 && place < 3
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub(super) enum Kind {
    Custom,
    Treaty,
    /// How the first instrument is read.
    Interpretation,
    SoftLaw,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub(super) enum Act {
    Signed,
    Bound,
    Left,
}

/// Days are years of this century.
#[derive(Debug, Clone, serde::Serialize)]
pub(super) struct Instrument {
    pub(super) kind: Kind,
    pub(super) in_force: Option<u8>,
    /// What the data says was done, and when if it says that.
    pub(super) acts: Vec<(Act, Option<u8>)>,
    /// Whether the data lists every party.
    pub(super) complete: bool,
    /// What the law says of it: that the State is party to it, and from when.
    pub(super) party: Option<Party>,
    pub(super) not_reservable: Option<usize>,
    pub(super) region: Option<Region>,
}

/// The organisation whose members alone can be party.
#[derive(Debug, Clone, serde::Serialize)]
pub(super) struct Region {
    /// Whether membership alone binds.
    pub(super) binds: bool,
    /// Whether the State is a member.
    pub(super) member: bool,
}

/// Party, from this day on if one is given.
#[derive(Debug, Clone, serde::Serialize)]
pub(super) struct Party {
    pub(super) from: Option<u8>,
}

#[derive(Debug, Clone, serde::Serialize)]
pub(super) struct Reservation {
    pub(super) instrument: usize,
    pub(super) place: usize,
    /// In the law itself, and not in the data.
    pub(super) own: bool,
    /// Only a declaration that mentions the place.
    pub(super) mentions: bool,
    /// Whom it takes out: in a law's own reservation, a class of people.
    pub(super) who: Option<Cond>,
}

#[derive(Debug, Clone, serde::Serialize)]
pub(super) struct Agreed {
    pub(super) as_of: u8,
    pub(super) instruments: Vec<Instrument>,
    pub(super) reservations: Vec<Reservation>,
    /// What the standard rests on: instrument, place.
    pub(super) basis: Vec<(usize, usize)>,
    /// Whether a standard that does not bind is looked at.
    pub(super) even_if_not_binding: bool,
}

pub(super) fn day(year: u8) -> String {
    format!("20{year:02}-01-01")
}

pub(super) fn name(instrument: usize) -> &'static str {
    ["X", "Y"][instrument]
}

impl Agreed {
    pub(super) fn random(rng: &mut Rng, mut class: impl FnMut(&mut Rng) -> Cond) -> Agreed {
        let year = |rng: &mut Rng| rng.u8(0..10);
        let mut instruments = Vec::new();
        for number in 0..2 {
            let kind = match rng.u32(0..10) {
                0 => Kind::Custom,
                1 => Kind::SoftLaw,
                2..=4 if number == 1 => Kind::Interpretation,
                _ => Kind::Treaty,
            };
            let mut acts = Vec::new();
            for _ in 0..rng.usize(0..4) {
                let act = [Act::Signed, Act::Bound, Act::Bound, Act::Left][rng.usize(0..4)];
                let undated = rng.u32(0..5) == 0;
                acts.push((act, if undated { None } else { Some(year(rng)) }));
            }
            instruments.push(Instrument {
                kind,
                in_force: if rng.bool() { Some(year(rng)) } else { None },
                acts,
                complete: rng.bool(),
                party: if rng.u32(0..6) == 0 {
                    Some(Party { from: if rng.bool() { Some(year(rng)) } else { None } })
                } else {
                    None
                },
                not_reservable: if rng.u32(0..4) == 0 { Some(rng.usize(0..4)) } else { None },
                region: if rng.u32(0..3) == 0 { Some(Region { binds: rng.bool(), member: rng.bool() }) } else { None },
            });
        }
        let mut reservations = Vec::new();
        for _ in 0..rng.usize(0..3) {
            let own = rng.bool();
            // Reserved for anybody is reserved.
            let who = if own && rng.u32(0..3) > 0 { Some(class(rng)) } else { None };
            let who = who.filter(|who| !matches!(who, Cond::Any));
            let mentions = !own && rng.u32(0..3) == 0;
            // The treaty, mostly: what reads it has no parties that could reserve.
            let instrument = usize::from(instruments[1].kind == Kind::Treaty && rng.bool());
            // A law's own reservation to what is no treaty is a mistake, and the data has none.
            let place = rng.usize(0..4);
            if instruments[instrument].kind == Kind::Treaty {
                reservations.push(Reservation { instrument, place, own, mentions, who });
            }
        }
        let basis = (0..rng.usize(1..3)).map(|_| (rng.usize(0..2), rng.usize(0..4))).collect();
        // What would be if it bound is asked of what no reservation keeps from binding.
        let even = rng.bool() && !reservations.iter().any(|r| r.own && r.who.is_none());
        Agreed { as_of: year(rng), instruments, reservations, basis, even_if_not_binding: even }
    }

    /// The instruments, for the rules; `basis` is for the standard.
    pub(super) fn instruments_text(&self) -> String {
        let mut text = String::new();
        for (number, i) in self.instruments.iter().enumerate() {
            let kind = match i.kind {
                Kind::Custom => "custom",
                Kind::Treaty => "treaty",
                Kind::Interpretation => "interpretation",
                Kind::SoftLaw => "soft-law",
            };
            text += &format!("instrument {} \"x\" {{ kind {kind}", name(number));
            if i.kind == Kind::Interpretation {
                text += " interprets X";
            }
            if let Some(year) = i.in_force {
                text += &format!(" in force {}", day(year));
            }
            if let Some(place) = i.not_reservable {
                text += &format!(" not reservable \"{}\"", PLACES[place]);
            }
            if let Some(region) = &i.region {
                let word = if region.binds { "binds" } else { "open to" };
                text += &format!(" {word} members of M{}", name(number));
            }
            text += " }\n";
        }
        text
    }

    pub(super) fn basis_text(&self) -> String {
        let one = |(i, p): &(usize, usize)| format!("  basis {} art \"{}\"\n", name(*i), PLACES[*p]);
        self.basis.iter().map(one).collect()
    }

    /// Whom the law's own reservations are about.
    pub(super) fn own_classes(&mut self) -> impl Iterator<Item = &mut Cond> {
        self.reservations.iter_mut().filter(|r| r.own).filter_map(|r| r.who.as_mut())
    }

    /// What the law says of the treaties.
    pub(super) fn law_text(&self) -> String {
        let mut text = String::new();
        for (number, i) in self.instruments.iter().enumerate() {
            if let Some(party) = &i.party {
                text += &format!("party to {}", name(number));
                text += &party.from.map_or("\n".into(), |year| format!(" from {}\n", day(year)));
            }
        }
        for r in self.reservations.iter().filter(|r| r.own) {
            text += &format!("reservation to {} art \"{}\"", name(r.instrument), PLACES[r.place]);
            text += &r.who.as_ref().map_or(String::new(), |who| format!(" for ({})", who.text()));
            text += "\n";
        }
        text
    }

    fn come(&self, year: Option<u8>) -> bool {
        year.is_none_or(|y| y <= self.as_of)
    }

    pub(super) fn instrument(&self, number: usize) -> Force {
        let i = &self.instruments[number];
        match i.kind {
            Kind::Custom => return Force::Custom,
            Kind::SoftLaw => return Force::SoftLaw,
            // A reading binds as a reading where its treaty binds as one, and else as its treaty does.
            Kind::Interpretation => {
                return match self.instrument(0) {
                    Force::Treaty | Force::Custom => Force::Interpretation,
                    other => other,
                };
            }
            Kind::Treaty => {}
        }
        if i.party.as_ref().is_some_and(|party| self.come(party.from)) {
            return Force::Treaty;
        }
        if i.acts.contains(&(Act::Left, None)) {
            return Force::Unknown;
        }
        // What was done before the State left is undone; what has no date was done before.
        let left = i.acts.iter().filter(|(a, y)| *a == Act::Left && self.come(*y)).filter_map(|(_, y)| *y).max();
        let stands = |act: Act| {
            i.acts
                .iter()
                .any(|(a, y)| *a == act && self.come(*y) && left.is_none_or(|left| y.is_some_and(|year| year > left)))
        };
        if stands(Act::Bound) {
            if self.come(i.in_force) { Force::Treaty } else { Force::Signed }
        } else if stands(Act::Signed) {
            Force::Signed
        } else if i.region.as_ref().is_some_and(|region| !region.member) {
            Force::None
        } else if i.region.as_ref().is_some_and(|region| region.binds) && i.in_force.is_some_and(|y| y <= self.as_of) {
            Force::Treaty
        } else if i.complete || left.is_some() {
            Force::None
        } else {
            Force::Unknown
        }
    }

    /// The reservations that touch a citation; those that only the law's file states are doubtful, and left out if asked.
    fn reserved(&self, (instrument, place): (usize, usize), own: bool) -> impl Iterator<Item = &Reservation> {
        // What a treaty does not let a State reserve binds nevertheless.
        let fixed = self.instruments[instrument].not_reservable.is_some_and(|f| lies_in(place, f));
        let all = self.reservations.iter();
        all.filter(move |r| {
            let states = own || !r.own;
            states && !fixed && !r.mentions && r.instrument == instrument && lies_in(place, r.place)
        })
    }

    fn citation(&self, cited: (usize, usize), own: bool) -> Force {
        let force = self.instrument(cited.0);
        let whole = self.reserved(cited, own).any(|r| r.who.is_none());
        if force <= Force::Signed && whole { Force::None } else { force }
    }

    /// How hard the standard binds, with the law's own reservations or without.
    pub(super) fn force(&self, own: bool) -> Force {
        self.basis.iter().map(|b| self.citation(*b, own)).min().unwrap()
    }

    pub(super) fn binds(&self, own: bool) -> bool {
        self.force(own) != Force::None
    }

    /// Whether every basis that binds as hard as any leaves this person out.
    pub(super) fn takes_out(&self, case: &Case, p: &Person, own: bool) -> bool {
        let force = self.force(own);
        self.basis
            .iter()
            .filter(|b| self.citation(**b, own) == force)
            .all(|b| self.reserved(*b, own).any(|r| r.who.as_ref().is_some_and(|who| case.holds(who, p))))
    }
}

/// The data on treaties that the product is given.
#[derive(Debug)]
pub(super) struct Data(pub(super) Agreed);

impl Treaties for Data {
    fn ratifications(&self, _: &str) -> Vec<Ratification> {
        let mut rows = Vec::new();
        for (number, i) in self.0.instruments.iter().enumerate() {
            for (act, year) in &i.acts {
                rows.push(Ratification {
                    instrument: name(number).into(),
                    act: match act {
                        Act::Signed => RatificationAct::Signature,
                        Act::Bound => RatificationAct::Bound,
                        Act::Left => RatificationAct::Denunciation,
                    },
                    word: "ratification".into(),
                    date: year.and_then(|y| Date::parse(&day(y))),
                    source: String::new(),
                    unconfirmed: false,
                });
            }
        }
        rows
    }

    fn reservations(&self, _: &str) -> Vec<ReservationRow> {
        let rows = self.0.reservations.iter().filter(|r| !r.own);
        rows.map(|r| ReservationRow {
            instrument: name(r.instrument).into(),
            article: PLACES[r.place].into(),
            effect: if r.mentions { ReservationEffect::Mentions } else { ReservationEffect::Excludes },
            note: String::new(),
            source: String::new(),
            unconfirmed: false,
        })
        .collect()
    }

    fn coverage(&self, instrument: &str) -> Coverage {
        let complete = self.0.instruments[usize::from(instrument == "Y")].complete;
        Coverage { complete_to: if complete { Date::parse("2030-01-01") } else { None }, source: String::new() }
    }

    fn member(&self, organisation: &str, _: &str, _: Date) -> (bool, bool) {
        let region = &self.0.instruments[usize::from(organisation == "MY")].region;
        (region.as_ref().is_some_and(|r| r.member), false)
    }

    fn knows(&self, _: &str) -> bool {
        true
    }
}
