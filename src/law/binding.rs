//! Which standards bind a State, how hard, and since when. Ratifications are data; this only reads them.

use super::date::Date;
use crate::model::{Citation, Condition, Instrument, InstrumentKind, LegalOrder, Library, Standard, lies_in};
use crate::syntax::tree::Label;
use rustc_hash::FxHashMap;
use std::sync::RwLock;

/// What a State did about an instrument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RatificationAct {
    /// Signed.
    Signature,
    /// Ratified, acceded, succeeded, accepted, approved: bound.
    Bound,
    /// Left.
    Denunciation,
}

/// One row of the ratification data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ratification {
    /// The instrument.
    pub instrument: String,
    /// What was done.
    pub act: RatificationAct,
    /// The word the data uses for it.
    pub word: String,
    /// When, if the data says.
    pub date: Option<Date>,
    /// Where it was found.
    pub source: String,
    /// Whether it still has to be checked.
    pub unconfirmed: bool,
}

/// What a reservation does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReservationEffect {
    /// The article does not bind.
    Excludes,
    /// A declaration mentions the article; what it does has not been established.
    Mentions,
}

/// One row of the reservation data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReservationRow {
    /// The instrument.
    pub instrument: String,
    /// The article.
    pub article: String,
    /// What it does.
    pub effect: ReservationEffect,
    /// In our own words.
    pub note: String,
    /// Where it was found.
    pub source: String,
    /// Whether it still has to be checked.
    pub unconfirmed: bool,
}

/// Up to when the data on an instrument lists every party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// Until then absence means *not a party*. `None`: absence means *unknown*.
    pub complete_to: Option<Date>,
    /// Where that is said.
    pub source: String,
}

/// The data on treaties. Implemented by whoever holds it.
pub trait Treaties: Sync {
    /// The rows of one State, in order of instrument and date.
    fn ratifications(&self, state: &str) -> Vec<Ratification>;
    /// The reservations of one State.
    fn reservations(&self, state: &str) -> Vec<ReservationRow>;
    /// The declarations of one State whose words have been seen.
    fn declarations(&self, _state: &str) -> Vec<Declaration> {
        Vec::new()
    }
    /// What a State is called: language and name, the usual name of each language first.
    fn names(&self, _state: &str) -> Vec<(String, String)> {
        Vec::new()
    }
    /// How complete the data on an instrument is.
    fn coverage(&self, instrument: &str) -> Coverage;
    /// Whether the State belongs to an organisation that day, and whether that still has to be checked.
    fn member(&self, organisation: &str, state: &str, as_of: Date) -> (bool, bool);
    /// Whether the data knows this State at all.
    fn knows(&self, state: &str) -> bool;
}

/// What a State declared on an article, in words that have been seen: how far it goes is for assessment.
#[derive(Debug, Clone)]
pub struct Declaration {
    /// To which instrument.
    pub instrument: String,
    /// On which article, or part of one.
    pub article: String,
    /// When it was made.
    pub made: Option<Date>,
    /// When it was withdrawn, if it was.
    pub withdrawn: Option<Date>,
    /// What it says, in short.
    pub words: String,
}

/// How hard a standard binds. Ordered: the hardest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Force {
    /// Peremptory.
    JusCogens,
    /// Custom.
    Custom,
    /// A treaty in force for the State.
    Treaty,
    /// How such a treaty is read.
    Interpretation,
    /// A treaty signed and not ratified.
    Signed,
    /// Not binding on anybody.
    SoftLaw,
    /// The data does not say.
    Unknown,
    /// Not binding on this State.
    None,
}

/// Why and since when something binds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// How hard.
    pub force: Force,
    /// Since when.
    pub since: Option<Date>,
    /// The word of the data: ratification, accession, signature.
    pub act: Option<String>,
    /// Whether the ratification still has to be checked.
    pub unconfirmed: bool,
    /// Assumed for the sake of argument.
    pub assumed: bool,
    /// The reservation that takes it out.
    pub reserved: Option<String>,
    /// A declaration that mentions the article.
    pub mentioned: Option<String>,
    /// Until when the data was complete, where absence decided.
    pub complete_to: Option<Date>,
    /// The organisation outside which the State cannot be party.
    pub outside: Option<String>,
    /// It is how a treaty is read, and not the treaty.
    pub reading: bool,
}

impl Binding {
    fn of(force: Force) -> Binding {
        Binding {
            force,
            since: None,
            act: None,
            unconfirmed: false,
            assumed: false,
            reserved: None,
            mentioned: None,
            complete_to: None,
            outside: None,
            reading: false,
        }
    }
}

/// A State on a date: what the data and the order itself say it has agreed to.
#[derive(Debug)]
pub struct State<'a> {
    /// Its three letters.
    pub code: String,
    /// The date of the check.
    pub as_of: Date,
    treaties: &'a dyn Treaties,
    rows: Vec<Ratification>,
    reservations: Vec<ReservationRow>,
    declarations: Vec<Declaration>,
    assumed: Vec<String>,
    added: Vec<(String, Option<Date>)>,
    everything: bool,
    /// How instruments bind, by their names: many standards rest on the same few.
    known: RwLock<FxHashMap<String, Binding>>,
}

impl std::fmt::Debug for dyn Treaties + '_ {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Treaties")
    }
}

impl<'a> State<'a> {
    /// What it is called, by language; empty where the data does not know it.
    pub fn name(&self) -> Label {
        let mut label = Label::default();
        for (language, name) in self.treaties.names(&self.code) {
            if label.by_language.iter().all(|(known, _)| *known != language) {
                label.by_language.push((language, name));
            }
        }
        label
    }

    /// The State of an order. `assumed` are instruments to be treated as ratified.
    pub fn new(
        code: &str,
        as_of: Date,
        treaties: &'a dyn Treaties,
        order: Option<&LegalOrder>,
        assumed: &[String],
    ) -> State<'a> {
        State {
            code: code.to_owned(),
            as_of,
            treaties,
            rows: treaties.ratifications(code),
            reservations: treaties.reservations(code),
            declarations: treaties.declarations(code),
            assumed: assumed.to_vec(),
            added: order
                .iter()
                .flat_map(|o| &o.parties)
                .map(|p| (p.instrument.clone(), p.from.as_deref().and_then(Date::parse)))
                .collect(),
            everything: false,
            known: RwLock::default(),
        }
    }

    /// A State bound by everything, for examples inside standards.
    pub fn bound_by_everything(as_of: Date, treaties: &'a dyn Treaties) -> State<'a> {
        State {
            code: String::new(),
            as_of,
            treaties,
            rows: Vec::new(),
            reservations: Vec::new(),
            declarations: Vec::new(),
            assumed: Vec::new(),
            added: Vec::new(),
            everything: true,
            known: RwLock::default(),
        }
    }

    /// How an instrument binds the State, reservations aside.
    /// A State is asked about the instruments of one library only.
    pub fn instrument(&self, library: &Library, instrument: &Instrument) -> Binding {
        let known = self.known.read().ok().and_then(|known| known.get(&instrument.id).cloned());
        known.unwrap_or_else(|| {
            let binding = self.look_up(library, instrument);
            if let Ok(mut known) = self.known.write() {
                known.insert(instrument.id.clone(), binding.clone());
            }
            binding
        })
    }

    fn look_up(&self, library: &Library, instrument: &Instrument) -> Binding {
        match instrument.kind {
            InstrumentKind::JusCogens => Binding::of(Force::JusCogens),
            InstrumentKind::Custom => Binding::of(Force::Custom),
            InstrumentKind::SoftLaw => Binding::of(Force::SoftLaw),
            InstrumentKind::Interpretation => {
                // It binds as hard as a reading of the treaty it reads, if that treaty is in force for the State.
                let best = instrument
                    .interprets
                    .iter()
                    .filter_map(|id| library.instrument(id))
                    .map(|treaty| self.instrument(library, treaty))
                    .min_by_key(|b| b.force);
                match best {
                    Some(b) if b.force <= Force::Treaty => Binding { force: Force::Interpretation, reading: true, ..b },
                    Some(b) => Binding { reading: true, ..b },
                    None => Binding::of(Force::SoftLaw),
                }
            }
            InstrumentKind::Treaty | InstrumentKind::Regional => self.treaty(instrument),
        }
    }

    fn treaty(&self, instrument: &Instrument) -> Binding {
        if self.everything {
            return Binding::of(Force::Treaty);
        }
        if self.assumed.contains(&instrument.id) {
            return Binding { assumed: true, ..Binding::of(Force::Treaty) };
        }
        if let Some((_, from)) =
            self.added.iter().find(|(id, from)| *id == instrument.id && from.is_none_or(|d| d.has_come_by(self.as_of)))
        {
            return Binding { since: *from, act: Some("stated-in-policy".into()), ..Binding::of(Force::Treaty) };
        }
        let in_force = instrument.in_force.as_deref().and_then(Date::parse);
        let acts = || {
            let own = self.rows.iter().filter(|r| r.instrument == instrument.id);
            own.filter(|r| r.date.is_none_or(|d| d.has_come_by(self.as_of)))
        };
        // Leaving undoes what was done until then; a State may come back. What has no date was done before.
        let leavings = || acts().filter(|r| r.act == RatificationAct::Denunciation).map(|r| r.date);
        if leavings().any(|date| date.is_none()) {
            return Binding::of(Force::Unknown);
        }
        let left = leavings().flatten().max_by_key(|d| d.last_day());
        let stands = |r: &&Ratification| left.is_none_or(|left| r.date.is_some_and(|d| !d.has_come_by(left)));
        let mut best: Option<Binding> = None;
        for row in acts().filter(stands) {
            let force = match row.act {
                RatificationAct::Signature => Force::Signed,
                RatificationAct::Denunciation => continue,
                // A treaty that has not entered into force binds nobody yet.
                RatificationAct::Bound if in_force.is_some_and(|d| !d.has_come_by(self.as_of)) => Force::Signed,
                RatificationAct::Bound => Force::Treaty,
            };
            let since = if force == Force::Treaty {
                row.date.max(in_force.filter(|f| row.date.is_some_and(|d| d < *f)))
            } else {
                row.date
            };
            let binding =
                Binding { since, act: Some(row.word.clone()), unconfirmed: row.unconfirmed, ..Binding::of(force) };
            // Of two rows that say the same, the one that has been seen, then the more exact, then the earlier.
            let exact =
                |b: &Binding| (b.force, b.unconfirmed, b.since.is_none_or(|d| d.packed() & 0xffff == 0), b.since);
            if best.as_ref().is_none_or(|b| exact(&binding) < exact(b)) {
                best = Some(binding);
            }
        }
        best.unwrap_or_else(|| {
            if let Some((organisation, binds)) = &instrument.region
                && self.treaties.knows(&self.code)
            {
                let (member, unconfirmed) = self.treaties.member(organisation, &self.code, self.as_of);
                if !member {
                    return Binding { outside: Some(organisation.clone()), unconfirmed, ..Binding::of(Force::None) };
                }
                if *binds && in_force.is_some_and(|d| d.has_come_by(self.as_of)) {
                    let act = Some("membership".to_owned());
                    return Binding { act, unconfirmed, ..Binding::of(Force::Treaty) };
                }
            }
            let coverage = self.treaties.coverage(&instrument.id);
            let known = coverage.complete_to.is_some() && self.treaties.knows(&self.code);
            Binding {
                complete_to: coverage.complete_to,
                ..Binding::of(if known || left.is_some() { Force::None } else { Force::Unknown })
            }
        })
    }

    /// How one citation binds: the instrument, less what is reserved.
    pub fn citation(&self, library: &Library, order: Option<&LegalOrder>, citation: &Citation) -> Binding {
        let Some(instrument) = library.instrument(&citation.instrument) else { return Binding::of(Force::Unknown) };
        let mut binding = self.instrument(library, instrument);
        if binding.force > Force::Signed || self.everything {
            return binding;
        }
        let place = citation.place.as_deref().unwrap_or("");
        if instrument.is_fixed(place) {
            return binding;
        }
        for row in
            self.reservations.iter().filter(|r| r.instrument == citation.instrument && lies_in(place, &r.article))
        {
            match row.effect {
                ReservationEffect::Excludes => binding.reserved = Some(row.note.clone()),
                ReservationEffect::Mentions => binding.mentioned = Some(row.note.clone()),
            }
        }
        for own in order.iter().flat_map(|o| &o.reservations) {
            if own.instrument == citation.instrument && lies_in(place, &own.article) && own.who == Condition::Any {
                binding.reserved = Some(own.because.clone().unwrap_or_default());
            }
        }
        if binding.reserved.is_some() {
            binding.force = Force::None;
        }
        binding
    }

    /// What the State declared on every basis on which a standard rests as hard as on any; nothing where one is without.
    pub fn declared(&self, library: &Library, standard: &Standard, force: Force) -> Vec<&str> {
        let stands = |d: &&Declaration| {
            d.made.is_some_and(|made| made.has_come_by(self.as_of))
                && !d.withdrawn.is_some_and(|withdrawn| withdrawn.has_come_by(self.as_of))
        };
        let of = |citation: &Citation| {
            let place = citation.place.as_deref().unwrap_or("");
            let on = |d: &&Declaration| d.instrument == citation.instrument && lies_in(place, &d.article);
            self.declarations.iter().filter(stands).find(on).map(|d| d.words.as_str())
        };
        let as_hard = standard.basis.iter().filter(|c| self.citation(library, None, c).force == force);
        as_hard.map(of).collect::<Option<Vec<&str>>>().unwrap_or_default()
    }

    /// A reservation for a class of people that the order's own file makes to what is cited.
    pub fn own_reservation<'o>(
        &self,
        order: &'o LegalOrder,
        citation: &Citation,
    ) -> Option<&'o crate::model::Reservation> {
        let place = citation.place.as_deref().unwrap_or("");
        order.reservations.iter().find(|r| r.instrument == citation.instrument && lies_in(place, &r.article))
    }

    /// Classes of people that the order's own reservations take out of a standard's basis.
    pub fn reserved_classes<'o>(
        &self,
        library: &Library,
        order: &'o LegalOrder,
        citation: &Citation,
    ) -> Vec<&'o Condition> {
        let place = citation.place.as_deref().unwrap_or("");
        if library.instrument(&citation.instrument).is_some_and(|i| i.is_fixed(place)) {
            return Vec::new();
        }
        order
            .reservations
            .iter()
            .filter(|r| r.instrument == citation.instrument && lies_in(place, &r.article))
            .map(|r| &r.who)
            .collect()
    }

    /// How a standard binds: by the hardest of what it rests on. The index says which of its bases that is.
    pub fn standard(
        &self,
        library: &Library,
        order: Option<&LegalOrder>,
        standard: &Standard,
    ) -> (Binding, Option<usize>) {
        standard
            .basis
            .iter()
            .enumerate()
            .map(|(i, c)| (self.citation(library, order, c), Some(i)))
            .min_by_key(|(b, _)| (b.force, b.unconfirmed))
            .unwrap_or((Binding::of(Force::Unknown), None))
    }
}
