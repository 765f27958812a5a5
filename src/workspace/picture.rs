//! A picture for the cover of a page: what it is, seen by its first bytes and not by its name.

use super::read::bytes;
use super::refused::Refused;
use std::io;
use std::path::Path;

/// More bytes than this no logo has: it is carried inside the page.
const MOST_BYTES: u64 = 2_000_000;

/// A picture and its media type.
pub(crate) fn picture(path: &Path) -> io::Result<(&'static str, Vec<u8>)> {
    let bytes = bytes(path, MOST_BYTES)?;
    let kind = kind(&bytes).ok_or(Refused::NotAPicture)?;
    Ok((kind, bytes))
}

fn kind(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some("image/png")
    } else if bytes.starts_with(b"\xff\xd8\xff") {
        Some("image/jpeg")
    } else if is_svg(std::str::from_utf8(bytes).ok()?) {
        Some("image/svg+xml")
    } else {
        None
    }
}

/// Whether the first element of a text is `svg`: a declaration, comments and a document type may stand before it.
fn is_svg(text: &str) -> bool {
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    for (begin, end) in [("<?", "?>"), ("<!--", "-->"), ("<!DOCTYPE", ">"), ("<!--", "-->")] {
        while let Some(inside) = rest.strip_prefix(begin) {
            let Some(at) = inside.find(end) else { return false };
            rest = inside.get(at + end.len()..).unwrap_or("").trim_start();
        }
    }
    let Some(behind) = rest.strip_prefix("<svg") else { return false };
    behind.starts_with(|c: char| c.is_whitespace() || c == '>' || c == '/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_known_by_its_first_bytes() {
        assert_eq!(kind(b"\x89PNG\r\n\x1a\n\0\0"), Some("image/png"));
        assert_eq!(kind(b"\xff\xd8\xff\xe0\0\x10JFIF"), Some("image/jpeg"));
        for svg in [
            "<svg/>",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>",
            "\u{feff}<?xml version=\"1.0\"?>\n<!-- drawn -->\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"x\">\n<svg>",
        ] {
            assert_eq!(kind(svg.as_bytes()), Some("image/svg+xml"), "{svg}");
        }
        for other in ["root:x:0:0:root:/root:/bin/sh\n", "", "<html><svg></svg></html>", "<svgx>", "<!-- never closed"]
        {
            assert_eq!(kind(other.as_bytes()), None, "{other}");
        }
        assert_eq!(kind(b"GIF89a"), None);
    }
}
