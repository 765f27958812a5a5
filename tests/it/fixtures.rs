//! Small laws and rules, each showing one thing. The first line says the command and what the file is for.
//!
//! `# check --lang en: what this shows`; for rule files `# rules: what this shows`.

use crate::cli::{DATE, err, iml, out};

#[test]
fn fixtures() {
    insta::glob!("../fixtures", "**/*.{pol,iml}", |path| {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let file = path.strip_prefix(root.canonicalize().unwrap()).unwrap_or(path).to_string_lossy().replace('\\', "/");
        let header = text.lines().next().unwrap_or("").trim_start_matches(['#', ' ']);
        let (command, purpose) = header.split_once(':').unwrap_or((header, ""));
        let mut words: Vec<&str> = command.split_whitespace().collect();
        let rules = words.first() == Some(&"rules");
        let folder;
        let output = if rules {
            // One rule file at a time: a folder of its own.
            folder = tempfile::tempdir().unwrap();
            std::fs::copy(path, folder.path().join("rules.iml")).unwrap();
            crate::cli::iml_in(
                folder.path().to_str().unwrap(),
                &["test", "--rules", ".", "--lang", "en", "--only", "own", DATE[0], DATE[1]],
                None,
            )
        } else {
            let law = file.as_str();
            words.insert(1, law);
            words.extend(DATE);
            if !words.contains(&"--lang") {
                words.extend(["--lang", "en"]);
            }
            iml(&words)
        };
        let mut story = format!("{}\n\nLAW {file}\n{text}\nREPORT\n{}", purpose.trim(), out(&output));
        if !output.stderr.is_empty() {
            story += &format!("\nSTANDARD ERROR\n{}", err(&output));
        }
        story += &format!("\nEXIT {}\n", output.status.code().unwrap());
        insta::assert_snapshot!(story);
    });
}
