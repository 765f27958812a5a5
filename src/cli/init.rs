//! `init`: a configuration with every setting explained, filled with the laws that are there.

use super::args::InitArgs;
use super::{Exit, files, say, say_error, setup, unreadable, unwritable};
use crate::config::FILE;
use crate::pages::settings_file;
use crate::words::args;
use crate::workspace;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

pub(super) fn run(asked: &InitArgs) -> Exit {
    let words = setup::words(&asked.voice);
    let path = asked.folder.join(FILE);
    let shown = path.strip_prefix(".").unwrap_or(&path).display().to_string();
    if path.exists() {
        say_error(&words.say("init-exists", &args([("path", shown)])));
        return Exit::NoVerdict;
    }
    let laws = match workspace::find(&asked.folder, "pol") {
        Ok(found) => files(found, &words),
        Err(error) => return unreadable(&asked.folder, &error, &words),
    };
    // A framework for each folder that holds laws.
    let mut folders: BTreeMap<String, (String, String)> = BTreeMap::new();
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for law in &laws {
        let folder = law.parent().unwrap_or(Path::new("."));
        let below = folder.strip_prefix(&asked.folder).unwrap_or(folder);
        let below = below.to_string_lossy().replace('\\', "/");
        if folders.contains_key(&below) {
            continue;
        }
        let mut name = below.rsplit('/').next().filter(|n| !n.is_empty()).unwrap_or("law").to_owned();
        if !taken.insert(name.clone()) {
            name = below.replace('/', "-");
            taken.insert(name.clone());
        }
        let pattern = if below.is_empty() { "*.pol".to_owned() } else { format!("{below}/*.pol") };
        folders.insert(below, (name, pattern));
    }
    let frameworks: Vec<(String, String)> = folders.into_values().collect();
    if let Err(error) = workspace::write(&path, &settings_file(&frameworks, &words)) {
        return unwritable(&path, &error, &words);
    }
    say(&format!("{}\n", words.say("init-written", &args([("path", shown)]))));
    Exit::Clean
}
