//! A page as an editor shows it: the text that `explain` prints, with its listings as code.

use crate::text::harmless;

/// The page in Markdown. What a law or a rule says is shown as it stands, and never read as a sign of Markdown.
pub(super) fn page(text: &str) -> String {
    let mut out = String::new();
    let mut code = false;
    for (at, line) in harmless(text).lines().enumerate() {
        match (line.strip_prefix("    "), code) {
            (Some(inner), was) => {
                if !was {
                    out.push_str("```iml\n");
                }
                code = true;
                out.push_str(&inner.replace("```", "` ` `"));
                out.push('\n');
                continue;
            }
            (None, true) => {
                out.push_str("```\n");
                code = false;
            }
            (None, false) => {}
        }
        match line {
            "" => out.push('\n'),
            line if at == 0 => out.push_str(&format!("**{}**\n\n", plain(line))),
            line => out.push_str(&format!("{}  \n", plain(line))),
        }
    }
    if code {
        out.push_str("```\n");
    }
    out.trim_end().to_owned()
}

/// A text in which nothing is a sign of Markdown.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn nothing_of_a_text_becomes_a_sign() {
        let said = page("a\nB: <b>*x*\n\n    term `x`\n    ```\n\nend");
        assert_eq!(said, "**a**\n\nB: \\<b\\>\\*x\\*  \n\n```iml\nterm `x`\n` ` `\n```\n\nend");
    }
}
