//! Bytes to lines and columns, without scanning the file again.

/// A place a person can find: line and column, both from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
}

/// A place as editors count: line and column from 0, the column in UTF-16 code units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Utf16Place {
    /// The line, from 0.
    pub line: u32,
    /// The column in UTF-16 code units, from 0.
    pub column: u32,
}

/// Where each line of a text begins, in bytes.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// Reads the text once. `\n` and `\r\n` end a line; a lone `\r` does not.
    pub fn new(text: &str) -> Self {
        let mut starts = vec![0];
        for (at, byte) in text.bytes().enumerate() {
            if byte == b'\n' {
                starts.push(at as u32 + 1);
            }
        }
        LineIndex { starts }
    }

    /// The number of lines.
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// The line (from 0) that holds the byte.
    pub fn line_of(&self, offset: u32) -> usize {
        self.starts.partition_point(|start| *start <= offset).saturating_sub(1)
    }

    /// The first byte of a line (from 0); past the last line, the length of the text.
    pub fn start_of(&self, line: usize, text: &str) -> usize {
        self.starts.get(line).map_or(text.len(), |start| *start as usize)
    }

    /// The line (from 0) that holds a byte, and what stands on it before that byte. A byte inside a character counts as
    /// that character's first.
    fn before<'t>(&self, text: &'t str, offset: u32) -> (u32, &'t str) {
        let line = self.line_of(offset);
        let start = self.start_of(line, text);
        let mut end = (offset as usize).min(text.len());
        while end > start && !text.is_char_boundary(end) {
            end -= 1;
        }
        (line as u32, text.get(start..end).unwrap_or(""))
    }

    /// Line and column of a byte. A byte inside a character counts as that character's first.
    pub fn place(&self, text: &str, offset: u32) -> Place {
        let (line, before) = self.before(text, offset);
        Place { line: line + 1, column: before.chars().count() as u32 + 1 }
    }

    /// The same as editors count.
    pub fn utf16(&self, text: &str, offset: u32) -> Utf16Place {
        let (line, before) = self.before(text, offset);
        Utf16Place { line, column: before.chars().map(|c| c.len_utf16() as u32).sum() }
    }

    /// The byte at a place as editors count. A column past the end of its line is the end of the line; a line past the
    /// last one, the end of the text.
    pub fn offset(&self, text: &str, place: Utf16Place) -> u32 {
        let start = self.start_of(place.line as usize, text);
        let line = text.get(start..).unwrap_or("").split('\n').next().unwrap_or("");
        let line = line.strip_suffix('\r').unwrap_or(line);
        let mut units = 0;
        let column = line.char_indices().find(|(_, c)| {
            units += c.len_utf16() as u32;
            units > place.column
        });
        (start + column.map_or(line.len(), |(at, _)| at)) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_characters_and_lines_end_with_newline() {
        let text = "一二\r\nab\n";
        let index = LineIndex::new(text);
        assert_eq!(index.place(text, 3), Place { line: 1, column: 2 });
        assert_eq!(index.place(text, 4), Place { line: 1, column: 2 });
        assert_eq!(index.place(text, 9), Place { line: 2, column: 2 });
        assert_eq!(index.place(text, 999), Place { line: 3, column: 1 });
        assert_eq!(index.count(), 3);
    }

    #[test]
    fn editors_count_in_utf16_and_come_back_to_the_same_byte() {
        let text = "一𝄞b\r\nc\n";
        let index = LineIndex::new(text);
        assert_eq!(index.utf16(text, 7), Utf16Place { line: 0, column: 3 });
        assert_eq!(index.utf16(text, 10), Utf16Place { line: 1, column: 0 });
        for (at, _) in text.char_indices().filter(|(_, c)| !c.is_control()) {
            assert_eq!(index.offset(text, index.utf16(text, at as u32)), at as u32, "{at}");
        }
        assert_eq!(index.offset(text, Utf16Place { line: 0, column: 99 }), 8, "the end of the line");
        assert_eq!(index.offset(text, Utf16Place { line: 0, column: 2 }), 3, "inside a character: its first byte");
        assert_eq!(index.offset(text, Utf16Place { line: 9, column: 0 }), text.len() as u32);
    }
}
