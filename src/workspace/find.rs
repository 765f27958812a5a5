//! Finding files: all of a kind below a folder, those a pattern names, the nearest configuration. What is passed over is
//! told, for a law that nobody reads is a law that nobody checks.

use super::within::{Repository, here, slashes};
use glob::{MatchOptions, Pattern};
use std::collections::{BTreeSet, VecDeque};
use std::path::{Component, Path, PathBuf};
use std::{fs, io};
use walkdir::{DirEntry, WalkDir};

/// What was found at a path.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// The files, in order of name; none twice, whatever links lead to it.
    pub(crate) files: Vec<PathBuf>,
    /// What could have been meant and was not taken, in order of name.
    pub(crate) left_out: Vec<LeftOut>,
}

/// Something that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct LeftOut {
    /// Where it lies.
    pub(crate) path: PathBuf,
    /// Why it was not taken.
    pub(crate) why: Why,
}

/// Why something was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Why {
    /// Its name begins with a full stop.
    Hidden,
    /// A folder that says of itself that a program fills it and may empty it.
    Cache,
    /// A link that leaves the repository.
    LinkOutside,
}

impl Why {
    /// The message that says so.
    pub(crate) fn message(self) -> &'static str {
        match self {
            Why::Hidden => "left-out-hidden",
            Why::Cache => "left-out-cache",
            Why::LinkOutside => "left-out-link",
        }
    }
}

/// Every file with this ending at a path: the file itself, or all below a folder, however the ending is capitalised.
///
/// Links are followed once each, as far as the repository reaches. What bears the ending and is no file is among those
/// found, to be refused by name when it is read. A folder that cannot be read is an error.
pub(crate) fn find(path: &Path, extension: &str) -> io::Result<Found> {
    if !fs::metadata(path)?.is_dir() {
        return Ok(Found { files: vec![path.to_path_buf()], left_out: Vec::new() });
    }
    let wanted = |file: &Path| has_ending(file, extension);
    search(&Repository::of(path)?, path, usize::MAX, &wanted)
}

/// The policies that a pattern names, from a folder; a folder stands for every policy below it.
pub(crate) fn matching(folder: &Path, pattern: &str) -> io::Result<Found> {
    let whole = folder.join(pattern);
    let repository = Repository::of(folder)?;
    if whole.is_dir() {
        return search(&repository, &whole, usize::MAX, &|file| has_ending(file, "pol"));
    }
    let special = |part: &Component<'_>| part.as_os_str().to_string_lossy().contains(['*', '?', '[']);
    let parts: Vec<Component<'_>> = Path::new(pattern).components().collect();
    let (fixed, open) = parts.split_at(parts.iter().position(special).unwrap_or(parts.len()));
    let base = folder.join(fixed.iter().collect::<PathBuf>());
    if open.is_empty() {
        let files = fs::symlink_metadata(&base).map(|_| base).into_iter().collect();
        return Ok(Found { files, left_out: Vec::new() });
    }
    let base = here(&base).to_path_buf();
    if !base.is_dir() {
        return Ok(Found::default());
    }
    let text = slashes(&open.iter().collect::<PathBuf>());
    // However the ending is capitalised.
    let text = text.strip_suffix(".pol").map(|stem| format!("{stem}.[pP][oO][lL]")).unwrap_or(text);
    let pattern = Pattern::new(&text).map_err(|e| io::Error::new(io::ErrorKind::InvalidInput, e))?;
    let options = MatchOptions { require_literal_separator: true, ..MatchOptions::default() };
    let wanted = |file: &Path| {
        let below = file.strip_prefix(&base).unwrap_or(file);
        pattern.matches_path_with(below, options)
    };
    let deepest = if text.contains("**") { usize::MAX } else { open.len() };
    search(&repository, &base, deepest, &wanted)
}

fn has_ending(file: &Path, extension: &str) -> bool {
    file.extension().is_some_and(|e| e.eq_ignore_ascii_case(extension))
}

/// Every file below a folder that is wanted, no deeper than this.
fn search(repository: &Repository, folder: &Path, deepest: usize, wanted: &dyn Fn(&Path) -> bool) -> io::Result<Found> {
    let (found, seen, links) = (Found::default(), BTreeSet::new(), VecDeque::new());
    let mut search = Search { root: folder, deepest, wanted, found, seen, links };
    search.walk(folder)?;
    // What is there itself is taken first: a link to it is then only another name for it.
    while let Some(link) = search.links.pop_front() {
        let Ok(whole) = fs::canonicalize(&link) else {
            // A law that is a link to nothing is missing; any other broken link is nobody's law.
            if wanted(&link) {
                search.found.files.push(link);
            }
            continue;
        };
        let is_folder = whole.is_dir();
        if (!is_folder && !wanted(&link)) || search.seen.contains(&whole) {
            continue;
        }
        if repository.inside(&whole).is_err() {
            search.found.left_out.push(LeftOut { path: link, why: Why::LinkOutside });
        } else if is_folder {
            search.walk(&link)?;
        } else {
            search.seen.insert(whole);
            search.found.files.push(link);
        }
    }
    let mut found = search.found;
    found.files.sort();
    found.left_out.sort();
    Ok(found)
}

struct Search<'a> {
    root: &'a Path,
    deepest: usize,
    wanted: &'a dyn Fn(&Path) -> bool,
    found: Found,
    /// Files and folders that were come to, by their canonical path.
    seen: BTreeSet<PathBuf>,
    /// Links that were met and not yet followed.
    links: VecDeque<PathBuf>,
}

impl Search<'_> {
    /// Walks a folder, but for what was walked before and for links, which are only noted.
    fn walk(&mut self, folder: &Path) -> io::Result<()> {
        let whole = fs::canonicalize(folder)?;
        let mut entries = WalkDir::new(folder).sort_by_file_name().into_iter();
        while let Some(entry) = entries.next() {
            let entry = entry?;
            let own = entry.path().strip_prefix(folder).map_or_else(|_| whole.clone(), |below| whole.join(below));
            let (kind, root) = (entry.file_type(), entry.depth() == 0);
            if kind.is_symlink() && !root && !is_hidden(&entry) {
                self.links.push_back(entry.into_path());
            } else if let Some(why) = passed_over(&entry).filter(|_| !root) {
                if self.holds_any(&entry) {
                    self.found.left_out.push(LeftOut { path: entry.path().to_path_buf(), why });
                }
                if kind.is_dir() {
                    entries.skip_current_dir();
                }
            } else if kind.is_dir() || root {
                if !self.seen.insert(own) || self.depth(entry.path()) >= self.deepest {
                    entries.skip_current_dir();
                }
            } else if (self.wanted)(entry.path()) && self.seen.insert(own) {
                self.found.files.push(entry.into_path());
            }
        }
        Ok(())
    }

    /// How far below the root of the search a path lies.
    fn depth(&self, path: &Path) -> usize {
        path.strip_prefix(self.root).map_or(0, |below| below.components().count())
    }

    /// Whether what is passed over is such a file, or a folder with one in it.
    fn holds_any(&self, entry: &DirEntry) -> bool {
        // What version control keeps is no law of this repository.
        if entry.file_name() == ".git" {
            return false;
        }
        if !entry.file_type().is_dir() {
            return (self.wanted)(entry.path());
        }
        let below = WalkDir::new(entry.path()).into_iter().filter_map(Result::ok);
        below.filter(|e| !e.file_type().is_dir()).any(|e| (self.wanted)(e.path()))
    }
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().to_string_lossy().starts_with('.')
}

fn passed_over(entry: &DirEntry) -> Option<Why> {
    if is_hidden(entry) {
        Some(Why::Hidden)
    } else if entry.file_type().is_dir() && entry.path().join("CACHEDIR.TAG").is_file() {
        Some(Why::Cache)
    } else {
        None
    }
}

/// The nearest thing of this name, from a path upwards as far as the root of its repository.
pub(crate) fn upwards(path: &Path, name: &str) -> Option<PathBuf> {
    // What is no path, such as the name of a framework, is looked for from here.
    let path = if path.exists() { path } else { Path::new(".") };
    let whole = fs::canonicalize(path).ok()?;
    let mut shown = if path.is_dir() { path.to_path_buf() } else { path.parent()?.to_path_buf() };
    let mut folder = if whole.is_dir() { whole.as_path() } else { whole.parent()? };
    loop {
        let file = if shown.as_os_str() == "." { PathBuf::from(name) } else { shown.join(name) };
        // Also what is no file, or a link to nothing: it is then refused, and not passed over.
        if fs::symlink_metadata(here(&file)).is_ok() {
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
