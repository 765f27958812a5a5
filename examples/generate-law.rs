//! Writes a law of any size, to measure with: `cargo run --release --example generate-law -- 10000 > law.pol`.
//!
//! Powers on grounds, exemptions of the article before, guarantees, time limits; in the proportions of real migration
//! laws. The same size and seed give the same law.
//!
//! `generate-law PROVISIONS [SEED [EXCEPTIONS [NUMBERS [PROCEDURE]]]]`: how many provisions; a seed; how many in a hundred
//! are exemptions; how many conditions in a hundred compare a number; how many steps a procedure has that ends in removal
//! (none, if 0).

mod generator;

use generator::{Size, law};
use std::io::Write as _;

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1).map(|a| a.parse::<u64>().unwrap_or(0));
    let usual = Size::default();
    let size = Size {
        provisions: arguments.next().map_or(usual.provisions, |n| n as usize),
        seed: arguments.next().unwrap_or(usual.seed),
        exceptions: arguments.next().map_or(usual.exceptions, |n| n as u32),
        numbers: arguments.next().map_or(usual.numbers, |n| n as u32),
        procedure: arguments.next().map_or(usual.procedure, |n| n as usize),
    };
    std::io::stdout().write_all(law(&size).as_bytes())
}
