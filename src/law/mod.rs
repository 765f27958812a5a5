//! What a legal order says: what it permits, what it guarantees, and which standards bind the State.

mod binding;
mod checks;
mod cited;
mod compile;
mod date;
mod guarantees;
mod index;
mod permits;

pub use binding::{
    Binding, Coverage, Force, Ratification, RatificationAct, ReservationEffect, ReservationRow, State, Treaties,
};
pub use checks::check_text;
pub use cited::{ArticleCited, ArticleParts, Named};
pub use compile::{Keep, Law, Part, Seen, TooManyConstants};
pub use date::Date;
pub use guarantees::Shortfall;
