//! The settings that name files: a configuration comes with its repository, and reaches no further.

use super::refused::Refused;
use super::within::Repository;
use crate::config::{Config, Set};
use crate::syntax::{Arg, Code, Mistake};
use std::path::{Component, Path, PathBuf};

/// The settings that name a file or folder which this configuration may neither read nor write, each at its place. `folder`
/// is where the configuration lies.
pub(crate) fn outside(config: &Config, folder: &Path) -> Vec<Mistake> {
    let patterns = config.frameworks.iter().flat_map(|f| &f.policies);
    let page = &config.report.html;
    let files = config.rules.iter().chain(&config.gate.baseline).chain(&page.output).chain(&page.logo);
    let repository = Repository::of(folder).map_err(|_| Refused::Outside);
    let inside = |path: &Path| repository.as_ref().map_err(|why| *why).and_then(|r| r.inside(&folder.join(path)));
    let held = files.map(|set| (set, inside(Path::new(&set.value)).map(|_| ())));
    let held = held.chain(patterns.map(|set| (set, pattern(&set.value).and_then(|fixed| inside(&fixed).map(|_| ())))));
    let mut mistakes: Vec<Mistake> =
        held.filter_map(|(set, result)| result.err().map(|why| refused(set, why))).collect();
    mistakes.sort_by_key(|m| m.span);
    mistakes
}

/// The mistake of a setting whose file is refused.
pub(crate) fn refused(set: &Set<String>, why: Refused) -> Mistake {
    Mistake::new(Code::ConfigPathRefused, set.span)
        .with("path", set.value.clone())
        .arg("reason", Arg::Expected(vec![why.message().to_owned()]))
}

/// Where a pattern leads: its parts before the first sign that stands for many names.
fn pattern(pattern: &str) -> Result<PathBuf, Refused> {
    let open = |part: &Component<'_>| part.as_os_str().to_string_lossy().contains(['*', '?', '[']);
    let parts = || Path::new(pattern).components();
    // Behind such a sign there is no going up.
    if parts().skip_while(|part| !open(part)).any(|part| part == Component::ParentDir) {
        return Err(Refused::Outside);
    }
    Ok(parts().take_while(|part| !open(part)).collect())
}
