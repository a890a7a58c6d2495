//! What is wrong with a text that is not XML, in the words that libvirt's users know.
//!
//! The parser underneath libvirt names the fault; libvirt adds the document's name, the line, the line's text and
//! a pointer to the place: `(domain_definition):2: Opening and ending tag mismatch: …`.

use crate::document::position;
use virt_error::{Code, Error, Origin};

/// A fault in the text at a byte offset.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub offset: usize,
    pub message: String,
}

impl Fault {
    pub fn new(offset: usize, message: impl Into<String>) -> Fault {
        Fault { offset, message: message.into() }
    }

    /// The error as the API reports it; `document` is the name in front, such as `(domain_definition)`.
    pub fn report(&self, text: &str, document: &str, origin: Origin) -> Error {
        let bytes = text.as_bytes();
        let end = self.offset.min(bytes.len());
        let line_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
        // A fault noticed at an end of line is shown with the line that it ends.
        let mut seen = end;
        while seen > 0 && bytes.get(seen).is_some_and(line_end) {
            seen -= 1;
        }
        let start = bytes[..seen].iter().rposition(line_end).map_or(0, |at| at + 1);
        let length = bytes[start..].iter().position(line_end).unwrap_or(bytes.len() - start);
        let context = String::from_utf8_lossy(&bytes[start..start + length]);
        // An empty context is printed as the C library prints a missing string.
        let context = if context.is_empty() { "(null)" } else { &context };
        let (line, _) = position(text, floor(text, end));
        let pointer = "-".repeat(end.saturating_sub(start));
        let message = format!("{document}:{line}: {}\n{context}\n{pointer}^", self.message);
        Error::new(origin, Code::XmlDetail, message)
    }
}

fn floor(text: &str, mut offset: usize) -> usize {
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}
