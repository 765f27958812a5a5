//! Writing a file: the whole of it or nothing, and never over what this run has read.

use super::read::{Identity, was_read};
use super::refused::Refused;
use super::within::here;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard};
use tempfile::Builder;

/// The file that is being written, to be taken away when the run is broken off.
static PART: Mutex<Option<PathBuf>> = Mutex::new(None);

/// Links that lead to links are followed no further than this.
const MOST_LINKS: usize = 40;

/// Holds every place that is going to be written to against what has been read, so that nothing is written when one of
/// them is refused. Says which.
pub(crate) fn check_outputs<'a>(paths: impl IntoIterator<Item = &'a Path>) -> Result<(), (&'a Path, Refused)> {
    paths.into_iter().try_for_each(|path| match being_read(path) {
        true => Err((path, Refused::BeingRead)),
        false => Ok(()),
    })
}

fn being_read(path: &Path) -> bool {
    let metadata = fs::metadata(path).ok();
    metadata.and_then(|m| Identity::of(path, &m)).is_some_and(|identity| was_read(&identity))
}

/// Writes a report, or what else is new. What this run has read is not written over.
pub(crate) fn write<T: AsRef<[u8]> + ?Sized>(path: &Path, text: &T) -> io::Result<()> {
    if being_read(path) { Err(Refused::BeingRead.into()) } else { write_back(path, text) }
}

/// Writes what was read and changed back to where it was read: a whole file or none of it. What is no file, such as a pipe
/// or a device, is written as it stands; a link stays a link, and permissions stay as they are.
pub(crate) fn write_back<T: AsRef<[u8]> + ?Sized>(path: &Path, text: &T) -> io::Result<()> {
    let text = text.as_ref();
    // Asked of the path as it is: what leads to a pipe, as /dev/stdout does, has no canonical path.
    let there = fs::metadata(path).ok();
    if there.as_ref().is_some_and(|m| !m.is_file()) {
        return fs::write(path, text);
    }
    let target = target_of(path)?;
    if there.as_ref().is_some_and(|m| m.permissions().readonly()) {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let folder = target.parent().map_or(Path::new("."), here);
    let mut part = Builder::new().prefix(".iml-check-").suffix(".part").make_in(folder, |path| {
        remember(Some(path.to_path_buf()));
        // As open to others as any new file.
        fs::OpenOptions::new().write(true).create_new(true).open(path)
    })?;
    let written = (|| {
        part.write_all(text)?;
        if let Some(there) = there {
            part.as_file().set_permissions(there.permissions())?;
        }
        part.persist(&target).map_err(|e| e.error)?;
        Ok(())
    })();
    remember(None);
    written
}

/// Puts a text of the program's own down where a program that reads only files can read it: in the folder for what is
/// temporary, under the version that it comes with.
#[cfg(feature = "lsp")]
pub(crate) fn put_down(name: &str, text: &str) -> io::Result<PathBuf> {
    let path = std::env::temp_dir().join(concat!("iml-check-", env!("CARGO_PKG_VERSION"))).join(name);
    // What is there already may be somebody else's, and is taken only for what it is.
    if fs::read_to_string(&path).is_ok_and(|there| there == text) {
        return Ok(path);
    }
    fs::create_dir_all(path.parent().map_or(Path::new("."), here))?;
    write_back(&path, text)?;
    Ok(path)
}

/// Where links lead, also when nothing is there yet.
fn target_of(path: &Path) -> io::Result<PathBuf> {
    if let Ok(whole) = fs::canonicalize(path) {
        return Ok(whole);
    }
    let mut at = path.to_path_buf();
    for _ in 0..MOST_LINKS {
        let Ok(next) = fs::read_link(&at) else { return Ok(at) };
        let folder = at.parent().map_or(Path::new("."), here).to_path_buf();
        at = folder.join(next);
    }
    Err(Refused::BrokenLink.into())
}

/// Takes away what is half written, and ends as a program does that is interrupted.
#[expect(clippy::exit, reason = "the run was broken off while another thread was writing")]
fn broken_off() {
    // Held until the end: the thread that writes finds its file gone, and must not end the run with an error of its own.
    let _held = take_away();
    std::process::exit(130);
}

/// Takes away what is half written. While what is returned is held, [`remember`] waits.
fn take_away() -> Option<MutexGuard<'static, Option<PathBuf>>> {
    let mut held = PART.lock().ok()?;
    if let Some(part) = held.take() {
        let _ = fs::remove_file(part);
    }
    Some(held)
}

fn remember(part: Option<PathBuf>) {
    static WATCHED: std::sync::Once = std::sync::Once::new();
    // Without a handler a run that is broken off dies as it always did, but leaves what it had half written.
    WATCHED.call_once(|| {
        let _ = ctrlc::set_handler(broken_off);
    });
    if let Ok(mut held) = PART.lock() {
        *held = part;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_half_written_is_taken_away() {
        let folder = tempfile::tempdir().unwrap();
        let part = folder.path().join("x.part");
        fs::write(&part, "half").unwrap();
        remember(Some(part.clone()));
        drop(take_away());
        assert!(!part.exists());
        // Nothing is being written: nothing is taken away.
        fs::write(&part, "whole").unwrap();
        drop(take_away());
        assert!(part.exists());
    }
}
