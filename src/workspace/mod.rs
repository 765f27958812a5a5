//! The door to the disk: finding, reading and writing files. No other room touches it.
#![expect(clippy::disallowed_methods, reason = "this is the door to the disk")]

mod find;
mod picture;
mod read;
mod refused;
mod settings;
mod within;
mod write;

pub(crate) use find::{Found, Why, find, matching, upwards};
pub(crate) use picture::picture;
pub(crate) use read::{read, read_inside, read_stdin, source_of};
pub(crate) use refused::{Refused, refusal};
pub(crate) use settings::{outside, refused};
pub(crate) use within::{canonical, relative};
#[cfg(feature = "lsp")]
pub(crate) use write::put_down;
pub(crate) use write::{check_outputs, write, write_back};
