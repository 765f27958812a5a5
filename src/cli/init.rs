//! `init`: a configuration with every setting explained, filled with the laws that are there.

use super::args::InitArgs;
use super::{Exit, say, say_error, setup, unreadable, unwritable};
use crate::config::FILE;
use crate::text::Limits;
use crate::words::{Words, args};
use crate::workspace;
use std::collections::BTreeMap;
use std::fmt::Write as _;
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
        Ok(laws) => laws,
        Err(error) => return unreadable(&asked.folder, &error, &words),
    };
    // A framework for each folder that holds laws.
    let mut folders: BTreeMap<String, String> = BTreeMap::new();
    for law in &laws {
        let folder = law.parent().unwrap_or(Path::new("."));
        let below = folder.strip_prefix(&asked.folder).unwrap_or(folder);
        let below = below.to_string_lossy().replace('\\', "/");
        let name = below.rsplit('/').next().filter(|n| !n.is_empty()).unwrap_or("law").to_owned();
        folders.entry(below).or_insert(name);
    }
    if let Err(error) = workspace::write(&path, &text(&folders, &words)) {
        return unwritable(&path, &error, &words);
    }
    say(&format!("{}\n", words.say("init-written", &args([("path", shown)]))));
    Exit::Clean
}

/// The whole file.
pub(super) fn text(folders: &BTreeMap<String, String>, words: &Words) -> String {
    let mut out = String::new();
    let say = |out: &mut String, id: &str| {
        for line in words.plain(id).lines() {
            let _ = writeln!(out, "# {line}");
        }
    };
    let mut part = |ids: &[&str], lines: &str| {
        for id in ids {
            say(&mut out, id);
        }
        out.push_str(lines);
        out.push('\n');
    };
    part(&["init-head"], "");
    part(&["init-language"], "# language = [\"zh\", \"en\"]\n");
    part(&["init-rules"], "# rules = [\"rules/\"]\n");
    part(&["init-builtin"], "# builtin-rules = false\n");
    let mut frameworks = String::new();
    for (folder, name) in folders {
        let pattern = if folder.is_empty() { "*.pol".to_owned() } else { format!("{folder}/*.pol") };
        let quoted = toml::Value::String(pattern).to_string();
        let bare = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
        let name = if bare { name.clone() } else { toml::Value::String(name.clone()).to_string() };
        let gap = if frameworks.is_empty() { "" } else { "\n" };
        let _ = writeln!(frameworks, "{gap}[framework.{name}]\npolicies = [{quoted}]");
    }
    if frameworks.is_empty() {
        frameworks.push_str("# [framework.china]\n# policies = [\"policies/chn/*.pol\"]\n");
    }
    part(&["init-framework"], &frameworks);
    part(&["init-framework-more"], "# state = \"CHN\"\n# as-of = \"2026-07-01\"\n# assume-ratified = [\"ICRMW\"]\n");
    part(&["init-gate"], "[gate]\n# fail-on = \"breach\"\n# strict = true\n# baseline = \"iml-check.baseline.json\"\n");
    part(&["init-skip"], "# [[standards.skip]]\n# id = \"child-immigration-detention\"\n# reason = \"…\"\n");
    part(
        &["init-accept"],
        "# [[accept]]\n# standard = \"child-immigration-detention\"\n# in = \"china\"\n# who = \"age >= 16\"\n\
         # reason = \"…\"\n# by = \"…\"\n# until = 2027-03-31\n",
    );
    let limits: String = Limits::default().all().iter().map(|(name, most)| format!("# {name} = {most}\n")).collect();
    part(&["init-limits"], &format!("# [limits]\n{limits}"));
    part(
        &["init-html"],
        "# [report.html]\n# output = \"report.html\"\n# logo = \"ministry.svg\"\n# classification = \"…\"\n",
    );
    out.pop();
    out
}
