//! PDF: the text that is in it, page by page. What was scanned has none.

use super::segment::segment;
use super::{Form, Reader, Refused, Source, Statute, Unread, plain, too_many_lines};
use std::io::Read as _;

pub(super) struct Pdf;

/// Bytes that the streams of a file may hold unpacked.
const MOST_UNPACKED: u64 = 256 * 1024 * 1024;

/// How often a stream that was packed again is unpacked again to see how large it is.
const MOST_PACKED: usize = 3;

impl Reader for Pdf {
    fn form(&self) -> Form {
        Form::Pdf
    }

    fn read(&self, source: &Source<'_>) -> Result<Statute, Unread> {
        if too_large(source.bytes) {
            return Err(Unread::TooLarge);
        }
        let bytes = source.bytes;
        if std::panic::catch_unwind(|| runs_in_circles(bytes)).unwrap_or(true) {
            return Err(Unread::NotWellFormed("PDF".to_owned()));
        }
        // The reader of this form gives up on some broken files by panicking.
        let text = std::panic::catch_unwind(|| pdf_extract::extract_text_from_mem(bytes));
        let text = match text {
            Ok(Ok(text)) => text,
            Ok(Err(error)) => {
                let why = error.to_string();
                let locked = why.to_lowercase().contains("crypt") || why.to_lowercase().contains("password");
                return Err(if locked { Unread::Refused(Refused::LockedPdf) } else { Unread::NotWellFormed(why) });
            }
            Err(_) => return Err(Unread::NotWellFormed("PDF".to_owned())),
        };
        too_many_lines(&text)?;
        if text.chars().filter(|c| c.is_alphanumeric()).take(64).count() < 64 {
            return Err(Unread::Refused(Refused::Scan));
        }
        Ok(segment(Form::Pdf, plain::lines(&text), None))
    }
}

/// How many parts of a file may stand inside each other.
const DEEPEST: usize = 64;

/// Whether a part of a file is its own parent: what pages inherit is looked for from parent to parent, without an end.
fn runs_in_circles(bytes: &[u8]) -> bool {
    let Ok(document) = pdf_extract::Document::load_mem(bytes) else { return false };
    let parent = |id: pdf_extract::ObjectId| document.get_dictionary(id).ok()?.get(b"Parent").ok()?.as_reference().ok();
    document.objects.keys().any(|id| {
        let mut at = *id;
        (0..=DEEPEST).all(|_| {
            let next = parent(at);
            at = next.unwrap_or(at);
            next.is_some()
        })
    })
}

/// Whether the streams of a file unpack to more than is read: found without keeping what they hold.
fn too_large(bytes: &[u8]) -> bool {
    let mut sum = 0u64;
    for at in memchr::memmem::find_iter(bytes, b"stream") {
        let rest = bytes.get(at + 6..).unwrap_or(&[]);
        let skipped = rest.iter().take(2).take_while(|b| matches!(b, b'\r' | b'\n')).count();
        let packed = rest.get(skipped..).unwrap_or(&[]);
        if packed.first().is_some_and(|b| b & 0x0f == 8) {
            sum = sum.saturating_add(unpacked(packed, MOST_UNPACKED.saturating_sub(sum), MOST_PACKED));
        }
        if sum >= MOST_UNPACKED {
            return true;
        }
    }
    false
}

/// How many bytes a packed stream holds, counted up to a limit.
fn unpacked(packed: &[u8], limit: u64, deep: usize) -> u64 {
    let mut reader = flate2::read::ZlibDecoder::new(packed);
    let mut buffer = vec![0u8; 64 * 1024];
    let (mut sum, mut inner) = (0u64, Vec::new());
    while let Ok(count) = reader.read(&mut buffer) {
        if count == 0 || sum >= limit {
            break;
        }
        let part = buffer.get(..count).unwrap_or(&[]);
        // A stream that is packed twice begins like one that is packed.
        if deep > 0 && (!inner.is_empty() || sum == 0 && part.first() == Some(&0x78)) && inner.len() < 8 * 1024 * 1024 {
            inner.extend_from_slice(part);
        }
        sum += count as u64;
    }
    if inner.is_empty() { sum } else { sum.saturating_add(unpacked(&inner, limit.saturating_sub(sum), deep - 1)) }
}
