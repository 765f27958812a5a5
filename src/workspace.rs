//! Finding and reading files: the only room that touches the disk, but for the one file a report is written to.
#![expect(clippy::disallowed_methods, reason = "this is the door to the disk")]

use crate::checker::Input;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Every file with this extension at a path: the file itself, or all below a folder, in order of name.
pub(crate) fn find(path: &Path, extension: &str) -> io::Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_path_buf()]);
    }
    let mut found = Vec::new();
    let mut folders = vec![path.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            let kind = entry.file_type()?;
            if hidden || (kind.is_dir() && entry.file_name() == "target") {
                continue;
            }
            if kind.is_dir() {
                folders.push(entry.path());
            } else if entry.path().extension().is_some_and(|e| e == extension) {
                found.push(entry.path());
            }
        }
    }
    found.sort();
    Ok(found)
}

/// A file with its name as it is shown: relative to where the command was started, if it lies below, with forward
/// slashes.
pub(crate) fn read(path: &Path) -> io::Result<Input> {
    let bytes = fs::read(path)?;
    let here = std::env::current_dir().ok();
    let shown = here.as_deref().and_then(|here| path.strip_prefix(here).ok()).unwrap_or(path);
    let shown = shown.strip_prefix(".").unwrap_or(shown);
    Ok(Input { name: shown.to_string_lossy().replace('\\', "/"), bytes })
}

/// One policy from standard input.
pub(crate) fn read_stdin(name: &str) -> io::Result<Input> {
    let mut bytes = Vec::new();
    io::Read::read_to_end(&mut io::stdin().lock(), &mut bytes)?;
    Ok(Input { name: name.to_owned(), bytes })
}

/// Writes a whole report or none of it: to a file beside it first, then renamed.
pub(crate) fn write(path: &Path, text: &str) -> io::Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(".part");
    let part = path.with_file_name(name);
    fs::write(&part, text)?;
    fs::rename(&part, path)
}
