//! The bounds of a repository: what its own files may name, and what they may not.

use super::refused::Refused;
use std::ffi::OsString;
use std::path::{Component, Path, PathBuf};
use std::{fs, io};

/// A repository: everything at or below its root, but for what version control keeps for itself.
#[derive(Debug, Clone)]
pub(crate) struct Repository {
    /// Canonical.
    root: PathBuf,
}

impl Repository {
    /// The repository that a folder belongs to: from the nearest folder above it that holds `.git`; without one, the folder
    /// alone.
    pub(crate) fn of(folder: &Path) -> io::Result<Repository> {
        let folder = fs::canonicalize(here(folder))?;
        let root = folder.ancestors().find(|a| a.join(".git").exists()).unwrap_or(&folder).to_path_buf();
        Ok(Repository { root })
    }

    /// Where a path leads, links followed, when that lies in the repository. The last parts of it need not be there yet.
    pub(crate) fn inside(&self, path: &Path) -> Result<PathBuf, Refused> {
        let whole = destination(path)?;
        let below = whole.strip_prefix(&self.root).map_err(|_| Refused::Outside)?;
        let own = |part: Component<'_>| part.as_os_str().eq_ignore_ascii_case(".git");
        if below.components().any(own) { Err(Refused::VersionControl) } else { Ok(whole) }
    }
}

/// The current folder for an empty path.
pub(super) fn here(folder: &Path) -> &Path {
    if folder.as_os_str().is_empty() { Path::new(".") } else { folder }
}

/// A path with every link followed. Parts at its end that are not there yet are kept as they are.
fn destination(path: &Path) -> Result<PathBuf, Refused> {
    let mut missing: Vec<OsString> = Vec::new();
    let mut at = path.to_path_buf();
    loop {
        if let Ok(whole) = fs::canonicalize(here(&at)) {
            return Ok(missing.into_iter().rev().fold(whole, |whole, part| whole.join(part)));
        }
        // A link to what is not there could lead anywhere once it is.
        if fs::symlink_metadata(&at).is_ok_and(|m| m.is_symlink()) {
            return Err(Refused::BrokenLink);
        }
        // What goes up from a folder that is not there has no certain place.
        let (Some(name), Some(above)) = (at.file_name(), at.parent()) else { return Err(Refused::Outside) };
        missing.push(name.to_os_string());
        at = above.to_path_buf();
    }
}

/// The same path however it was written.
pub(crate) fn canonical(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf())
}

/// A file from a folder, with forward slashes; `None` when it cannot be said without leaving the folder's own disk.
pub(crate) fn relative(file: &Path, folder: &Path) -> Option<String> {
    let (file, folder) = (fs::canonicalize(file).ok()?, fs::canonicalize(here(folder)).ok()?);
    let shared = file.components().zip(folder.components()).take_while(|(a, b)| a == b).count();
    if shared == 0 {
        return None;
    }
    let up = folder.components().count() - shared;
    let mut out = PathBuf::new();
    (0..up).for_each(|_| out.push(".."));
    file.components().skip(shared).for_each(|c| out.push(c));
    Some(slashes(&out))
}

/// A path as it is shown, with forward slashes. Where a backslash is a letter of the name, it stays.
pub(super) fn slashes(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '\\' { text.replace('\\', "/") } else { text.into_owned() }
}
