//! What a legal order says: what it permits, what it guarantees, and which standards bind the State.

mod binding;
mod checks;
mod cited;
mod compile;
mod date;
mod doubts;
mod fields;
mod guarantees;
mod index;
mod permits;
mod view;

pub use binding::{
    Binding, Coverage, Declaration, Force, Ratification, RatificationAct, ReservationEffect, ReservationRow, State,
    Treaties,
};
pub use checks::check_text;
pub use cited::{ArticleCited, ArticleParts, Named};
pub use compile::{Law, Seen, TooManyConstants};
pub use date::Date;
pub use guarantees::{Given, Shortfall, Wanted};
pub use permits::Touch;
pub use view::{Doubt, DoubtId, Doubts, Part, Reading, View};
