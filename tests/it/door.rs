//! The door to the disk: a repository reaches no further than itself, nothing that is read is written over, and what is no
//! file is never opened.

use crate::cli::{DATE, err, iml_in, out};
use std::path::{Path, PathBuf};

const LAW: &str = "policy p \"P\" {\n  state CHN\n  governs removal\n}\n\narticle 1 {\n  may remove foreigner where unlawful-stay\n}\n";

/// A repository of one's own with a law, beside a folder that is not of it.
struct Place {
    root: PathBuf,
    _kept: tempfile::TempDir,
}

impl Place {
    fn new() -> Place {
        let kept = tempfile::tempdir().unwrap();
        let whole = kept.path().canonicalize().unwrap();
        let root = whole.join("repository");
        std::fs::create_dir_all(root.join(".git")).unwrap();
        std::fs::create_dir_all(root.join("laws")).unwrap();
        std::fs::create_dir_all(whole.join("outside")).unwrap();
        let place = Place { root, _kept: kept };
        place.write("laws/entry.pol", LAW);
        place.write(".git/config", "[core]\n");
        place.write("../outside/other.pol", &LAW.replace("policy p", "policy other"));
        place.write("../outside/standard.iml", "fact outside-fact \"x\"\n");
        place.write("../outside/logo.svg", "<svg/>");
        place.write("../outside/known.json", "{}");
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).unwrap();
    }

    fn text(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    fn run(&self, arguments: &[&str]) -> (Option<i32>, String, String) {
        let mut all = arguments.to_vec();
        all.extend(["--lang", "en"]);
        let output = iml_in(self.root.to_str().unwrap(), &all, None);
        (output.status.code(), out(&output), err(&output))
    }

    /// A short check of everything here.
    fn check(&self, more: &[&str]) -> (Option<i32>, String, String) {
        let mut all = vec!["check", DATE[0], DATE[1], "--format", "short", "--full"];
        all.extend(more);
        self.run(&all)
    }

    /// Every file of the repository and beside it, with what it holds.
    fn everything(&self) -> Vec<(PathBuf, Vec<u8>)> {
        fn read(folder: &Path, found: &mut Vec<(PathBuf, Vec<u8>)>) {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                let kind = std::fs::symlink_metadata(&path).unwrap().file_type();
                if kind.is_dir() {
                    read(&path, found);
                } else if kind.is_file() {
                    let bytes = std::fs::read(&path).unwrap();
                    found.push((path, bytes));
                }
            }
        }
        let mut found = Vec::new();
        read(self.root.parent().unwrap(), &mut found);
        found.sort();
        found
    }
}

#[cfg(unix)]
fn link(place: &Place, to: &str, name: &str) {
    std::os::unix::fs::symlink(to, place.path(name)).unwrap();
}

/// Every setting that names a file, and every way out of the repository: refused at its place, nothing read, nothing
/// written.
#[test]
#[cfg(unix)]
fn a_configuration_stays_in_its_repository() {
    let place = Place::new();
    let outside = place.root.parent().unwrap().join("outside").to_str().unwrap().to_owned();
    link(&place, "../outside", "way-out");
    link(&place, "../outside/logo.svg", "logo.svg");
    link(&place, "nowhere", "broken");
    let settings = |path: &str| {
        [
            format!("rules = [\"{path}\"]\n"),
            format!("[framework.one]\npolicies = [\"laws/*.pol\", \"{path}/*.pol\"]\n"),
            format!("[framework.one]\npolicies = [\"{path}\"]\n"),
            format!("[gate]\nbaseline = \"{path}/known.json\"\n"),
            format!("[report.html]\noutput = \"{path}/page.html\"\n"),
            format!("[report.html]\nlogo = \"{path}/logo.svg\"\n"),
        ]
    };
    let ways = [outside.as_str(), "../outside", "laws/../../outside", "way-out", ".git", "laws/../.git/hooks"];
    let mut cases: Vec<String> = ways.iter().flat_map(|way| settings(way)).collect();
    cases.extend([
        "[report.html]\nlogo = \"logo.svg\"\n".to_owned(),
        "[report.html]\noutput = \"broken\"\n".to_owned(),
        "[report.html]\noutput = \"new/../../page.html\"\n".to_owned(),
        "[framework.one]\npolicies = [\"*/../../outside/*.pol\"]\n".to_owned(),
    ]);
    for text in &cases {
        place.write("iml-check.toml", text);
        let before = place.everything();
        let (code, said, error) = place.check(&["--format", "html"]);
        assert_eq!(code, Some(2), "{text}\n{said}{error}");
        assert!(error.contains("config-path-refused") && error.contains("iml-check.toml:"), "{text}\n{error}");
        assert!(said.is_empty(), "{text}\n{said}");
        assert!(place.everything() == before, "{text}: something was written");
    }
    assert_eq!(cases.len(), 40);
    // The same settings within.
    std::fs::create_dir(place.path("own")).unwrap();
    place.write("own/standard.iml", "fact own-fact \"x\"\n");
    place.write("own/logo.svg", "<svg/>");
    let text = format!(
        "rules = [\"own\", \"{0}/own\"]\n[framework.one]\npolicies = [\"laws/*.pol\", \"laws/../laws\"]\n[gate]\n\
         [report.html]\noutput = \"own/page.html\"\nlogo = \"own/logo.svg\"\n",
        place.root.display()
    );
    place.write("iml-check.toml", &text.replace(&format!(", \"{}/own\"", place.root.display()), ""));
    let (code, said, error) = place.check(&["--format", "html"]);
    assert_eq!(code, Some(1), "{said}{error}");
    assert!(place.text("own/page.html").contains("data:image/svg+xml;base64,"));
}

/// Links that a pattern of the configuration comes upon lead out just the same; and a configuration that is itself such a
/// link is not read.
#[test]
#[cfg(unix)]
fn links_are_what_they_lead_to() {
    let place = Place::new();
    link(&place, "../../outside/other.pol", "laws/other.pol");
    place.write("iml-check.toml", "[framework.one]\npolicies = [\"laws/*.pol\"]\n");
    let (code, _, error) = place.check(&[]);
    assert!(code == Some(2) && error.contains("config-path-refused"), "{code:?} {error}");
    // Without a configuration it is left out, and that is said.
    let (code, said, error) = place.check(&["--no-config", "laws"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(error.contains("left out: laws/other.pol is a link out of the repository"), "{error}");
    std::fs::remove_file(place.path("iml-check.toml")).unwrap();
    std::fs::write(place.path("../outside/x.toml"), "language = \"en\"\n").unwrap();
    link(&place, "../outside/x.toml", "iml-check.toml");
    let (code, _, error) = place.check(&[]);
    assert!(code == Some(2) && error.contains("outside the repository"), "{code:?} {error}");
}

/// Without `.git` the repository is the folder of the configuration.
#[test]
fn without_version_control_the_folder_is_the_bound() {
    let place = Place::new();
    std::fs::remove_dir_all(place.path(".git")).unwrap();
    place.write("iml-check.toml", "[framework.one]\npolicies = [\"laws/*.pol\"]\n");
    assert_eq!(place.check(&["-q"]).0, Some(1));
    std::fs::rename(place.path("iml-check.toml"), place.path("laws/iml-check.toml")).unwrap();
    place.write("laws/iml-check.toml", "[framework.one]\npolicies = [\"../laws/*.pol\", \"../*.pol\"]\n");
    let (code, _, error) = place.check(&["laws", "-q"]);
    assert!(code == Some(2) && error.contains("config-path-refused"), "{code:?} {error}");
}

/// A logo is a picture, by what it holds and not by what it is called.
#[test]
fn a_logo_is_a_picture() {
    let place = Place::new();
    let page = |name: &str, bytes: &[u8]| {
        std::fs::write(place.path(name), bytes).unwrap();
        place.write("iml-check.toml", &format!("[report.html]\nlogo = \"{name}\"\n"));
        place.run(&["check", "laws", "--format", "html", DATE[0], DATE[1]])
    };
    for (name, bytes) in [("a.png", b"root:x:0:0\n".as_slice()), ("b.svg", b"<html/>"), ("c.svg", &[b' '; 2_000_001])] {
        let (code, said, error) = page(name, bytes);
        assert!(
            code == Some(2) && said.is_empty() && error.contains("config-path-refused"),
            "{name}: {code:?} {error}"
        );
    }
    for (name, bytes, kind) in [
        ("a.jpg", b"\x89PNG\r\n\x1a\n".as_slice(), "image/png"),
        ("b.png", b"\xff\xd8\xff\xe0", "image/jpeg"),
        ("c", b"<?xml version=\"1.0\"?><svg/>", "image/svg+xml"),
    ] {
        let (code, said, error) = page(name, bytes);
        assert!(code == Some(1) && said.contains(&format!("data:{kind};base64,")), "{name}: {code:?} {error}");
    }
}

/// What a configuration lets pass is said, in every format.
#[test]
fn what_a_configuration_lets_pass_is_said() {
    let place = Place::new();
    place.write(
        "iml-check.toml",
        "[gate]\nfail-on = \"never\"\n[[standards.skip]]\nid = \"children\"\nreason = \"another ministry\"\n",
    );
    for format in ["human", "short", "plain", "markdown", "html", "json", "sarif", "github", "gitlab", "junit", "csv"] {
        let (code, said, error) = place.run(&["check", "laws", DATE[0], DATE[1], "--format", format]);
        assert_eq!(code, Some(0), "{format}");
        assert!(error.contains("iml-check.toml:2:11 says fail-on = \"never\""), "{format}: {error}");
        assert!((said + &error).contains("another ministry"), "{format}: {error}");
    }
    // Said by a person, or of a law that would pass anyway, it is nothing to speak of.
    let (_, _, error) = place.run(&["check", "laws", DATE[0], DATE[1], "--fail-on", "never"]);
    assert!(!error.contains("fail-on"), "{error}");
    place.write("laws/entry.pol", &LAW.replace("may remove foreigner where unlawful-stay", "may question any"));
    let (_, _, error) = place.run(&["check", "laws", DATE[0], DATE[1]]);
    assert!(!error.contains("fail-on"), "{error}");
    place.write("iml-check.toml", "builtin-rules = false\n");
    let (_, _, error) = place.run(&["check", "laws", DATE[0], DATE[1]]);
    assert!(error.contains("iml-check.toml:1:17 says builtin-rules = false"), "{error}");
}

/// Nothing that a run reads is written over by it, however it is called; and what else would be written is not either.
#[test]
#[cfg(unix)]
fn what_is_read_is_not_written_over() {
    let place = Place::new();
    std::fs::create_dir(place.path("own")).unwrap();
    place.write("own/standard.iml", "fact own-fact \"x\"\n");
    place.write("laws/statute.txt", "Article 1. The police may detain foreigners who stay unlawfully.\n");
    place.write(
        "laws/entry.pol",
        &LAW.replace("  governs removal\n", "  governs removal\n  source file \"statute.txt\"\n"),
    );
    place.write("iml-check.toml", "rules = [\"own\"]\n[framework.one]\npolicies = [\"laws/*.pol\"]\n");
    place.write("logo.svg", "<svg/>");
    link(&place, "laws/entry.pol", "alias.json");
    std::fs::hard_link(place.path("laws/entry.pol"), place.path("twin.json")).unwrap();
    let read = [
        "laws/entry.pol",
        "laws/../laws/entry.pol",
        "alias.json",
        "twin.json",
        "own/standard.iml",
        "laws/statute.txt",
        "iml-check.toml",
    ];
    let before = place.everything();
    for path in read {
        let file = format!("json={path}");
        let runs: [&[&str]; 5] = [
            &["check", "--output-file", path],
            &["check", "--format", "csv=new.csv", "--format", &file],
            &["check", "--baseline", path, "--write-baseline"],
            &["test", "laws", "--snapshot", path, "--accept"],
            &["new", "policy", "--from", "laws/statute.txt", "--state", "CHN", "--output-file", path],
        ];
        for arguments in runs {
            // A test reads no statutes, and the skeleton of a law no laws: what stands there is spared all the same.
            let spared = arguments[0] == "test" && path == "laws/statute.txt";
            if spared {
                continue;
            }
            let (code, said, error) = place.run(arguments);
            assert_eq!(code, Some(2), "{arguments:?}: {said}{error}");
            assert!(error.contains("this run reads it") || error.contains("there already"), "{arguments:?}: {error}");
            assert!(place.everything() == before, "{arguments:?}: something was written");
        }
    }
    // From standard input it is the same file.
    let law = std::fs::File::open(place.path("laws/entry.pol")).unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_iml-check"))
        .args(["-", "--output-file", "laws/entry.pol", "--lang", "en"])
        .current_dir(&place.root)
        .stdin(law)
        .output()
        .unwrap();
    assert!(output.status.code() == Some(2) && err(&output).contains("this run reads it"), "{output:?}");
    assert!(place.everything() == before);
    // Where nothing is in the way it is written; and again, for nobody reads a report.
    for _ in 0..2 {
        assert_eq!(place.run(&["check", "--output-file", "report.txt"]).0, Some(1));
        assert_eq!(place.run(&["check", "--baseline", "known.json", "--write-baseline"]).0, Some(0));
        assert_eq!(place.run(&["test", "laws", "--snapshot", "verdicts.txt", "--accept"]).0, Some(0));
    }
    // `accept` writes into the configuration that it reads, and nowhere else.
    let answer = ["accept", "non-refoulement-refugees", "--reason", "x", "--by", "y", "--until", "2027-03-31"];
    let (code, said, error) = place.run(&[&answer[..], &DATE].concat());
    assert_eq!(code, Some(0), "{said}{error}");
    assert!(place.text("iml-check.toml").starts_with("rules = [\"own\"]\n"));
}

/// Endings in capitals, hidden files, caches, links and cycles of links: each law is read once, or said to be left out.
#[test]
#[cfg(unix)]
fn no_law_is_passed_over_in_silence() {
    let place = Place::new();
    std::fs::remove_file(place.path("laws/entry.pol")).unwrap();
    for folder in ["laws/.drafts/deep", "laws/cache", "laws/.empty", "laws/own", "elsewhere"] {
        std::fs::create_dir_all(place.path(folder)).unwrap();
    }
    let named = |name: &str| format!("policy {name} \"P\" {{ state CHN }}\narticle 1 {{ may question any }}\n");
    for (file, name) in [
        ("laws/A.POL", "a"),
        ("laws/own/b.Pol", "b"),
        ("laws/.hidden.pol", "h1"),
        ("laws/.drafts/deep/c.pol", "h2"),
        ("laws/cache/d.pol", "h3"),
        ("elsewhere/e.pol", "e"),
        ("elsewhere/f.pol", "f"),
        (".git/g.pol", "g"),
    ] {
        place.write(file, &named(&format!("law-{name}")));
    }
    place.write("laws/cache/CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55");
    // Round and round, twice to one folder, once to one file, out, and nowhere.
    link(&place, ".", "laws/round");
    link(&place, "../laws", "laws/own/again");
    link(&place, "../elsewhere", "laws/x");
    link(&place, "../elsewhere", "laws/y");
    link(&place, "A.POL", "laws/alias.pol");
    link(&place, "../../outside", "laws/out");
    link(&place, "nothing", "laws/gone");
    let json = |path: &[&str]| place.run(&[&["check", DATE[0], DATE[1], "--format", "json"], path].concat());
    for configured in [false, true] {
        let (code, said, error) = if configured {
            // The same by the configuration: the link out is a mistake there.
            place.write("iml-check.toml", "[framework.one]\npolicies = [\"laws\"]\n");
            let (code, _, error) = place.check(&[]);
            assert!(code == Some(2) && error.contains("config-path-refused"), "{error}");
            std::fs::remove_file(place.path("laws/out")).unwrap();
            json(&[])
        } else {
            json(&["laws"])
        };
        assert_eq!(code, Some(0), "{said}{error}");
        let files = |name: &str| said.matches(&format!("/{name}\"")).count();
        for (name, read) in [("A.POL", true), ("b.Pol", true), ("e.pol", true), ("f.pol", true)] {
            assert!((files(name) > 0) == read, "{name}: {said}");
        }
        for name in [".hidden.pol", "c.pol", "d.pol", "g.pol", "alias.pol"] {
            assert_eq!(files(name), 0, "{name}: {said}");
        }
        for (path, why) in [("laws/.hidden.pol", "hidden"), ("laws/.drafts", "hidden"), ("laws/cache", "a cache")] {
            assert!(error.contains(&format!("left out: {path} is {why}")), "{path}: {error}");
        }
        assert!(!error.contains(".empty") && !error.contains(".git"), "{error}");
    }
    // A pattern finds capitals too, follows links as far, and does not go round for ever.
    place.write("iml-check.toml", "[framework.one]\npolicies = [\"laws/**/*.pol\"]\n");
    let (code, said, error) = json(&[]);
    assert_eq!(code, Some(0), "{said}{error}");
    for name in ["A.POL", "b.Pol", "e.pol", "f.pol"] {
        assert!(said.contains(name), "{name}: {said}");
    }
    // What is asked for by its path is read, hidden or not.
    assert_eq!(place.check(&["--no-config", "laws/.drafts"]).0, Some(0));
    assert_eq!(place.check(&["--no-config", "laws/.hidden.pol"]).0, Some(0));
    // A law that is a link to nothing is missing.
    link(&place, "nothing", "laws/gone.pol");
    let (code, _, error) = place.check(&["--no-config", "laws"]);
    assert!(code == Some(2) && error.contains("laws/gone.pol"), "{error}");
}

/// A pipe, a socket and a device in every place where a file is read: named, no verdict, and no waiting.
#[test]
#[cfg(unix)]
fn what_is_no_file_is_not_opened() {
    use std::os::unix::net::UnixListener;
    use std::process::Command;
    let place = Place::new();
    assert!(Command::new("mkfifo").arg(place.path("pipe")).status().unwrap().success());
    let _socket = UnixListener::bind(place.path("socket")).unwrap();
    link(&place, "/dev/zero", "device");
    for thing in ["pipe", "socket", "device"] {
        let law = |source: &str| LAW.replace("  state CHN\n", &format!("  state CHN\n  source file \"{source}\"\n"));
        place.write("laws/entry.pol", LAW);
        let runs: [&[&str]; 9] = [
            &["check", thing],
            &["check", "laws", "--config", thing],
            &["check", "laws", "--rules", thing],
            &["check", "laws", "--baseline", thing],
            &["test", "laws", "--snapshot", thing],
            &["new", "policy", "--from", thing, "--state", "CHN"],
            &["fmt", "--check", thing],
            &["diff", "laws", thing],
            &["ask", "pregnant", thing],
        ];
        for arguments in runs {
            let (code, said, error) = place.run(arguments);
            assert_eq!(code, Some(2), "{arguments:?}: {said}{error}");
            assert!(error.contains(thing) && error.contains("it is no file"), "{arguments:?}: {error}");
        }
        for setting in [
            format!("rules = \"{thing}\"\n"),
            format!("[framework.one]\npolicies = \"{thing}\"\n"),
            format!("[gate]\nbaseline = \"{thing}\"\n"),
            format!("[report.html]\nlogo = \"{thing}\"\n"),
        ] {
            place.write("iml-check.toml", &setting);
            let (code, said, error) = place.run(&["check", "--format", "html"]);
            assert_eq!(code, Some(2), "{setting}: {said}{error}");
            // The device lies outside besides, which is said first.
            assert!(error.contains("it is no file") || thing == "device", "{setting}: {error}");
            std::fs::remove_file(place.path("iml-check.toml")).unwrap();
        }
        place.write("laws/entry.pol", &law(&format!("../{thing}")));
        let (code, said, error) = place.check(&["laws"]);
        assert!(code == Some(2) && said.contains("source-not-read"), "{thing}: {said}{error}");
        // Found in a folder, under the name of a law, of a rule, of the configuration.
        place.write("laws/entry.pol", LAW);
        for (name, arguments) in [
            ("laws/found.pol", &["check", "laws"][..]),
            ("laws/found.iml", &["check", "laws", "--rules", "laws"]),
            ("iml-check.toml", &["check", "laws"]),
        ] {
            if thing == "pipe" {
                assert!(Command::new("mkfifo").arg(place.path(name)).status().unwrap().success());
            } else {
                link(&place, place.path(thing).to_str().unwrap(), name);
            }
            let (code, said, error) = place.run(arguments);
            // A link to a device leads out: left out by name among laws, refused as a configuration.
            let refused = code == Some(2) && error.contains(name);
            let left_out = thing == "device" && error.contains(&format!("left out: {name}"));
            assert!(refused || left_out, "{thing} {name}: {code:?} {said}{error}");
            std::fs::remove_file(place.path(name)).unwrap();
        }
    }
}

/// What a law calls its source lies in its repository and not in `.git`: otherwise there is no verdict.
#[test]
fn a_source_outside_is_no_verdict() {
    let place = Place::new();
    let outside = place.path("../outside/logo.svg");
    for named in [".git/config", "../.git/config", "../../outside/logo.svg", outside.to_str().unwrap()] {
        let named = if named == ".git/config" { "../.git/config" } else { named };
        place.write(
            "laws/entry.pol",
            &LAW.replace("  state CHN\n", &format!("  state CHN\n  source file \"{named}\"\n")),
        );
        let (code, said, error) = place.check(&["laws"]);
        assert!(code == Some(2) && said.contains("error[source-not-read]"), "{named}: {said}{error}");
        assert!(said.contains(if named.contains("git") { "in `.git`" } else { "outside the repository" }), "{said}");
    }
    // What is not there is a remark.
    place.write("laws/entry.pol", &LAW.replace("  state CHN\n", "  state CHN\n  source file \"no-such\"\n"));
    let (code, said, error) = place.check(&["laws"]);
    assert!(code == Some(1) && said.contains("warning[source-not-read]"), "{said}{error}");
}

/// A file keeps its permissions when it is written anew, and a new one has those of any new file.
#[test]
#[cfg(unix)]
fn permissions_stay() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = Place::new();
    let mode = |name: &str| std::fs::metadata(place.path(name)).unwrap().permissions().mode() & 0o777;
    place.write("old.txt", "before");
    std::fs::set_permissions(place.path("old.txt"), std::fs::Permissions::from_mode(0o640)).unwrap();
    assert_eq!(place.check(&["laws", "--output-file", "old.txt"]).0, Some(1));
    assert!(mode("old.txt") == 0o640 && place.text("old.txt").contains("laws/entry.pol"));
    assert_eq!(place.check(&["laws", "--output-file", "new.txt"]).0, Some(1));
    // Written by this test: what the umask leaves of it.
    assert_eq!(mode("new.txt"), mode("laws/entry.pol"));
    // A link to what is not there yet becomes the way to it.
    link(&place, "real.txt", "link.txt");
    assert_eq!(place.check(&["laws", "--output-file", "link.txt"]).0, Some(1));
    assert!(std::fs::symlink_metadata(place.path("link.txt")).unwrap().is_symlink());
    assert!(place.text("real.txt").contains("laws/entry.pol"));
    link(&place, "loop.txt", "loop.txt");
    assert_eq!(place.check(&["laws", "--output-file", "loop.txt"]).0, Some(2));
}

/// A pipe or a device that is asked for is written to.
#[test]
#[cfg(target_os = "linux")]
fn standard_output_by_its_path() {
    let place = Place::new();
    let (code, said, error) = place.check(&["laws", "--output-file", "/dev/stdout"]);
    assert!(code == Some(1) && said.contains("laws/entry.pol"), "{said}{error}");
}

/// A table opens in a spreadsheet, and says so when there is no verdict.
#[test]
fn tables_say_that_there_is_no_verdict() {
    let place = Place::new();
    let table = |format: &str| place.run(&["check", "laws", DATE[0], DATE[1], "--format", format]);
    for format in ["csv", "comparison"] {
        let (code, said, _) = table(format);
        assert!(code == Some(1) && said.starts_with('\u{feff}') && said.contains("CHN"), "{format}: {said}");
    }
    place.write("laws/entry.pol", &LAW.replace("unlawful-stay", "unlawful-stey"));
    let (code, said, _) = table("csv");
    assert_eq!(code, Some(2));
    let mut reader = csv::Reader::from_reader(said.as_bytes());
    let head = reader.headers().unwrap().clone();
    let row = reader.records().next().unwrap().unwrap();
    let cell = |name: &str| row.get(head.iter().position(|h| h == name).unwrap()).unwrap().to_owned();
    assert_eq!((cell("verdict"), cell("level")), ("no-verdict".to_owned(), "error[unknown-name]".to_owned()));
    assert_eq!((cell("file"), cell("line")), ("laws/entry.pol".to_owned(), "7".to_owned()));
    assert!(cell("sentence").contains("unlawful-stey"));
    let (code, said, _) = table("comparison");
    assert!(code == Some(2) && said.contains("no-verdict") && said.contains("laws/entry.pol"), "{said}");
}

/// A language there is not: refused where somebody says it, told where the environment does.
#[test]
fn a_language_there_is_not() {
    let place = Place::new();
    let run = |arguments: &[&str], variable: Option<&str>| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_iml-check"));
        command.args(arguments).current_dir(&place.root).env_clear();
        if let Some(value) = variable {
            command.env("IML_CHECK_LANG", value);
        }
        let output = command.output().unwrap();
        (output.status.code(), out(&output), err(&output))
    };
    for wrong in ["fr", "zh,fr", "english"] {
        let (code, said, error) = run(&["check", "laws", "--lang", wrong], None);
        assert!(code == Some(2) && said.is_empty() && error.contains("en, zh"), "{wrong}: {said}{error}");
    }
    let (code, said, error) = run(&["check", "laws", "-q"], Some("fr"));
    assert!(code == Some(1) && said.contains("as of"), "{said}{error}");
    assert!(error.contains("IML_CHECK_LANG asks for `fr`; reports are written in en, zh"), "{error}");
    let (_, _, error) = run(&["check", "laws", "-q", "--lang", "en"], Some("fr"));
    assert!(!error.contains("IML_CHECK_LANG"), "{error}");
    let (_, said, error) = run(&["check", "laws", "-q"], Some("zh"));
    assert!(!said.contains("as of") && error.is_empty(), "{said}{error}");
}
