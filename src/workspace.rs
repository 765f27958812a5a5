//! Finding and reading files: the only room that touches the disk, but for the one file a report is written to.
#![expect(clippy::disallowed_methods, reason = "this is the door to the disk")]

use crate::checker::Input;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
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

/// The nearest file of this name, from a path upwards as far as the root of its repository.
pub(crate) fn upwards(path: &Path, name: &str) -> Option<PathBuf> {
    // What is no path, such as the name of a framework, is looked for from here.
    let path = if path.exists() { path } else { Path::new(".") };
    let whole = fs::canonicalize(path).ok()?;
    let mut shown = if path.is_dir() { path.to_path_buf() } else { path.parent()?.to_path_buf() };
    let mut folder = if whole.is_dir() { whole.as_path() } else { whole.parent()? };
    loop {
        let file = if shown.as_os_str() == "." { PathBuf::from(name) } else { shown.join(name) };
        if file.is_file() {
            return Some(file);
        }
        if folder.join(".git").exists() {
            return None;
        }
        folder = folder.parent()?;
        // A path that is relative stays so, and with it what is shown.
        shown = match shown.file_name() {
            Some(_) => shown.parent()?.to_path_buf(),
            None if shown.as_os_str().is_empty() || shown.as_os_str() == "." => PathBuf::from(".."),
            None => shown.join(".."),
        };
    }
}

/// The policies that a pattern names; a folder stands for every policy below it.
pub(crate) fn matching(pattern: &Path) -> io::Result<Vec<PathBuf>> {
    if pattern.is_dir() {
        return find(pattern, "pol");
    }
    let found = glob::glob(&pattern.to_string_lossy()).map_err(|e| io::Error::new(io::ErrorKind::InvalidInput, e))?;
    let mut paths = found.collect::<Result<Vec<_>, _>>().map_err(io::Error::from)?;
    paths.retain(|p| p.is_file());
    paths.sort();
    Ok(paths)
}

/// A file from a folder, with forward slashes; `None` when it cannot be said without leaving the folder's own disk.
pub(crate) fn relative(file: &Path, folder: &Path) -> Option<String> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let (file, folder) = (fs::canonicalize(file).ok()?, fs::canonicalize(folder).ok()?);
    let shared = file.components().zip(folder.components()).take_while(|(a, b)| a == b).count();
    if shared == 0 {
        return None;
    }
    let up = folder.components().count() - shared;
    let mut out = PathBuf::new();
    (0..up).for_each(|_| out.push(".."));
    file.components().skip(shared).for_each(|c| out.push(c));
    Some(out.to_string_lossy().replace('\\', "/"))
}

/// The file that a law names as its source: beside the law or below the root of its repository, and nowhere else, so
/// that a law from elsewhere cannot have other files read and shown.
pub(crate) fn source_of(law: &Path, named: &str) -> io::Result<Vec<u8>> {
    let folder = law.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder = fs::canonicalize(folder)?;
    let root = folder.ancestors().find(|a| a.join(".git").exists()).unwrap_or(&folder).to_path_buf();
    let file = fs::canonicalize(folder.join(named))?;
    if Path::new(named).is_absolute() || !file.starts_with(&root) {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "outside the repository of the law"));
    }
    if !file.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    fs::read(file)
}

/// The same path however it was written.
pub(crate) fn canonical(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf())
}

/// The file that is being written, to be taken away when the run is broken off.
static PART: Mutex<Option<PathBuf>> = Mutex::new(None);

/// Writes a whole report or none of it: to a file beside it first, then renamed. What is no file, such as a pipe or a
/// device, is written as it stands, and a link stays a link.
pub(crate) fn write(path: &Path, text: &str) -> io::Result<()> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    if fs::metadata(&target).is_ok_and(|m| !m.is_file()) {
        return fs::write(&target, text);
    }
    if fs::metadata(&target).is_ok_and(|m| m.permissions().readonly()) {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let mut name = target.file_name().unwrap_or_default().to_os_string();
    name.push(".part");
    let part = target.with_file_name(name);
    remember(Some(part.clone()));
    let done = fs::write(&part, text).and_then(|()| fs::rename(&part, &target));
    if done.is_err() {
        let _ = fs::remove_file(&part);
    }
    remember(None);
    done
}

/// Takes away what is half written, and ends as a program does that is interrupted.
#[expect(clippy::exit, reason = "the run was broken off while another thread was writing")]
fn broken_off() {
    let part = PART.lock().ok().and_then(|mut p| p.take());
    if let Some(part) = part {
        let _ = fs::remove_file(part);
    }
    std::process::exit(130);
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
