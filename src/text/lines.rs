//! Bytes to lines and columns, without scanning the file again.

/// A place a person can find: line and column, both from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
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

    /// Line and column of a byte. A byte inside a character counts as that character's first.
    pub fn place(&self, text: &str, offset: u32) -> Place {
        let line = self.line_of(offset);
        let start = self.start_of(line, text);
        let mut end = (offset as usize).min(text.len());
        while end > start && !text.is_char_boundary(end) {
            end -= 1;
        }
        let column = text.get(start..end).map_or(0, |before| before.chars().count());
        Place { line: line as u32 + 1, column: column as u32 + 1 }
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
}
