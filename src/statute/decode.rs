//! From bytes to words: the character set that a file declares or was written in.

use super::{Refused, Unread};
use std::borrow::Cow;

/// The words of a file, and what they were written in.
pub(super) struct Decoded<'b> {
    pub(super) text: Cow<'b, str>,
    /// The character set, when it is another than UTF-8.
    pub(super) charset: Option<&'static str>,
    /// Signs that it does not explain.
    pub(super) unreadable: usize,
}

/// Bytes that are looked at to see what a file is.
const HEAD: usize = 4096;

pub(super) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, Unread> {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        return Ok(of(bytes.get(mark..).unwrap_or(&[]), encoding));
    }
    let head = bytes.get(..HEAD.min(bytes.len())).unwrap_or(&[]);
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
    if head.contains(&0) {
        // UTF-16 without a mark: every other byte of Latin text is nothing.
        let half = head.len() / 2;
        let encoding = match (zeros(0) * 10 > half * 4, zeros(1) * 10 > half * 4) {
            (false, true) => encoding_rs::UTF_16LE,
            (true, false) => encoding_rs::UTF_16BE,
            _ => return Err(Unread::Refused(Refused::Binary)),
        };
        return Ok(of(bytes, encoding));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Decoded { text: text.into(), charset: None, unreadable: 0 });
    }
    let odd = head.iter().filter(|b| **b < 32 && !matches!(**b, 9 | 10 | 12 | 13 | 26 | 27)).count();
    if odd * 50 > head.len() {
        return Err(Unread::Refused(Refused::Binary));
    }
    if let Some(encoding) = declared(head) {
        let decoded = of(bytes, encoding);
        if decoded.unreadable * 100 <= decoded.text.len() {
            return Ok(decoded);
        }
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    let guessed = of(bytes, detector.guess(None, chardetng::Utf8Detection::Allow));
    if guessed.unreadable * 20 > guessed.text.len() {
        return Err(Unread::Refused(Refused::Binary));
    }
    Ok(guessed)
}

fn of<'b>(bytes: &'b [u8], encoding: &'static encoding_rs::Encoding) -> Decoded<'b> {
    let (text, wrong) = encoding.decode_without_bom_handling(bytes);
    let unreadable = if wrong { text.chars().filter(|c| *c == '\u{fffd}').count() } else { 0 };
    let charset = (encoding != encoding_rs::UTF_8 || unreadable > 0).then(|| encoding.name());
    Decoded { text, charset, unreadable }
}

/// The character set that HTML or XML declares.
fn declared(head: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head: String = head.iter().map(|b| char::from(*b).to_ascii_lowercase()).collect();
    for mark in ["charset=", "encoding="] {
        for part in head.split(mark).skip(1) {
            let name = part.trim_start_matches(['"', '\'', ' ']);
            let end = name
                .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.')))
                .unwrap_or(name.len());
            let encoding = encoding_rs::Encoding::for_label(name.get(..end)?.as_bytes());
            if encoding.is_some() {
                return encoding;
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn character_sets() {
        let (latin, _, _) = encoding_rs::WINDOWS_1252.encode("<meta charset=windows-1252><p>Artículo 1. Señor — €");
        let decoded = decode(&latin).unwrap();
        assert!(decoded.text.contains("Señor — €") && decoded.charset == Some("windows-1252"));
        let utf16: Vec<u8> = "Article 1 Scope".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&utf16).unwrap().text, "Article 1 Scope");
        assert!(matches!(decode(b"\x7fELF\0\0\0\0\x01\x02"), Err(Unread::Refused(Refused::Binary))));
    }
}
