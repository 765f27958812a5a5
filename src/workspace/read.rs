//! Reading a file: only what is one, only as much as is read, and remembered, so that nothing is written over it.

use super::refused::Refused;
use super::within::{Repository, here, slashes};
use crate::checker::Input;
use std::collections::BTreeSet;
use std::fs::{File, Metadata};
use std::io::{self, Read as _};
use std::path::Path;
use std::sync::Mutex;

/// More bytes than this are read of no file: offsets would not have room for them.
const MOST_BYTES: u64 = 2_000_000_000;

/// What tells one file from another, whatever it is called.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Identity {
    /// Its device and its number there.
    #[cfg(unix)]
    Number(u64, u64),
    /// Its canonical path.
    #[cfg(not(unix))]
    Path(std::path::PathBuf),
}

impl Identity {
    #[cfg(unix)]
    pub(super) fn of(_: &Path, metadata: &Metadata) -> Option<Identity> {
        use std::os::unix::fs::MetadataExt as _;
        Some(Identity::Number(metadata.dev(), metadata.ino()))
    }

    #[cfg(not(unix))]
    pub(super) fn of(path: &Path, _: &Metadata) -> Option<Identity> {
        std::fs::canonicalize(path).ok().map(Identity::Path)
    }
}

/// Every file this run has read.
static READ: Mutex<BTreeSet<Identity>> = Mutex::new(BTreeSet::new());

fn remember(path: &Path, metadata: &Metadata) {
    if let (Some(identity), Ok(mut read)) = (Identity::of(path, metadata), READ.lock()) {
        read.insert(identity);
    }
}

/// Whether this run has read a file.
pub(super) fn was_read(identity: &Identity) -> bool {
    READ.lock().is_ok_and(|read| read.contains(identity))
}

/// A file with its name as it is shown: relative to where the command was started, if it lies below, with forward
/// slashes.
pub(crate) fn read(path: &Path) -> io::Result<Input> {
    let bytes = bytes(path, MOST_BYTES)?;
    let current = std::env::current_dir().ok();
    let shown = current.as_deref().and_then(|current| path.strip_prefix(current).ok()).unwrap_or(path);
    let shown = shown.strip_prefix(".").unwrap_or(shown);
    Ok(Input { name: slashes(shown), bytes })
}

/// The same, where a repository and not a person says which file: it is read only if it lies in the repository.
pub(crate) fn read_inside(path: &Path) -> io::Result<Input> {
    Repository::of(path.parent().unwrap_or(Path::new("")))?.inside(path)?;
    read(path)
}

/// The bytes of a file. A pipe, a socket or a device is not opened: opening alone could wait for ever, and reading could
/// never end.
pub(super) fn bytes(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let metadata = std::fs::metadata(path)?;
    if !metadata.is_file() {
        return Err(Refused::NotAFile.into());
    }
    if metadata.len() > most {
        return Err(Refused::TooLarge.into());
    }
    let file = File::open(path)?;
    // What was opened is what was looked at.
    let metadata = file.metadata()?;
    if !metadata.is_file() {
        return Err(Refused::NotAFile.into());
    }
    remember(path, &metadata);
    let mut bytes = Vec::with_capacity(metadata.len() as usize);
    file.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most { Err(Refused::TooLarge.into()) } else { Ok(bytes) }
}

/// One policy from standard input.
pub(crate) fn read_stdin(name: &str) -> io::Result<Input> {
    let mut bytes = Vec::new();
    let stdin = io::stdin().lock();
    #[cfg(unix)]
    if let Ok(handle) = std::os::fd::AsFd::as_fd(&stdin).try_clone_to_owned()
        && let Ok(metadata) = File::from(handle).metadata()
        && metadata.is_file()
    {
        remember(Path::new(name), &metadata);
    }
    stdin.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Refused::TooLarge.into());
    }
    Ok(Input { name: name.to_owned(), bytes })
}

/// The file that a law names as its source: beside the law or below the root of its repository, and nowhere else, so
/// that a law from elsewhere cannot have other files read and shown.
pub(crate) fn source_of(law: &Path, named: &str) -> io::Result<Vec<u8>> {
    let folder = law.parent().map_or(Path::new("."), here);
    if Path::new(named).is_absolute() {
        return Err(Refused::Outside.into());
    }
    let file = Repository::of(folder)?.inside(&folder.join(named))?;
    bytes(&file, MOST_BYTES)
}
