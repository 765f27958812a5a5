//! Why the door stays shut where the system itself would have opened it.

use std::{fmt, io};

/// Why a file is neither read nor written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refused {
    /// A pipe, a socket, a device, a folder: nothing that ends.
    NotAFile,
    /// Larger than what is read.
    TooLarge,
    /// It leaves the repository.
    Outside,
    /// It lies in the version control's own folder.
    VersionControl,
    /// A logo that is no PNG, JPEG or SVG.
    NotAPicture,
    /// This run has read it: what is written there would take its place.
    BeingRead,
    /// A link to nothing, or to itself.
    BrokenLink,
}

impl Refused {
    /// The message that says so.
    pub(crate) fn message(self) -> &'static str {
        match self {
            Refused::NotAFile => "refused-not-a-file",
            Refused::TooLarge => "refused-too-large",
            Refused::Outside => "refused-outside",
            Refused::VersionControl => "refused-version-control",
            Refused::NotAPicture => "refused-not-a-picture",
            Refused::BeingRead => "refused-being-read",
            Refused::BrokenLink => "refused-broken-link",
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message())
    }
}

impl std::error::Error for Refused {}

impl From<Refused> for io::Error {
    fn from(refused: Refused) -> io::Error {
        io::Error::other(refused)
    }
}

/// The refusal that an error carries, when it is one of ours and not of the system.
pub(crate) fn refusal(error: &io::Error) -> Option<Refused> {
    error.get_ref().and_then(|inner| inner.downcast_ref::<Refused>()).copied()
}
