//! `--format`: the formats of a report, as the values of an argument.

use crate::report::{DIFFERENCE_FORMATS, DifferenceFormat, FORMATS, Format, format};
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use std::ffi::OsStr;
use std::path::PathBuf;

/// A format, and the file it goes to.
#[derive(Debug, Clone)]
pub(super) struct Wanted {
    pub(super) format: &'static dyn Format,
    pub(super) file: Option<PathBuf>,
}

/// Reads `FORMAT[=FILE]`.
#[derive(Debug, Clone)]
pub(super) struct WantedParser;

fn values() -> impl Iterator<Item = PossibleValue> {
    FORMATS.iter().map(|f| PossibleValue::new(f.name()).help(f.help()))
}

impl TypedValueParser for WantedParser {
    type Value = Wanted;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<Wanted, clap::Error> {
        let invalid = |kind| clap::Error::new(kind).with_cmd(command);
        let text = value.to_str().ok_or_else(|| invalid(ErrorKind::InvalidUtf8))?;
        let (name, file) = match text.split_once('=') {
            Some((name, file)) => (name, Some(PathBuf::from(file))),
            None => (text, None),
        };
        let name = PossibleValuesParser::new(values()).parse_ref(command, argument, OsStr::new(name))?;
        let format = format(&name).ok_or_else(|| invalid(ErrorKind::InvalidValue))?;
        Ok(Wanted { format, file })
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(values()))
    }
}

/// Reads the name of a format of a difference.
pub(super) fn difference() -> impl TypedValueParser<Value = &'static dyn DifferenceFormat> {
    let values = DIFFERENCE_FORMATS.iter().map(|f| PossibleValue::new(f.name()).help(f.help()));
    let known = |name: String| DIFFERENCE_FORMATS.iter().copied().find(|f| f.name() == name);
    PossibleValuesParser::new(values).try_map(move |name| known(name).ok_or("no format has this name"))
}
