//! XDR: how plain values become bytes, and how bytes from a stranger become plain values or are refused.
//!
//! Every length is held against the limit of its type and against the bytes that are left before anything is
//! allocated, so that a message never costs more memory than a fixed multiple of its size.

use std::fmt;

/// The longest string that the protocol carries, in bytes.
pub const STRING_MAX: usize = 4_194_304;

/// Bytes that do not form the value that was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Malformed {
    /// The bytes end before the value does.
    Truncated,
    /// A length is over the limit of its type.
    TooLong,
    /// A word is none of the few that its type allows, or does not fit.
    BadValue,
    /// A string is not UTF-8, or holds a NUL.
    BadText,
    /// The value ends before the bytes do.
    Trailing,
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Malformed::Truncated => "message ends early",
            Malformed::TooLong => "length over the limit",
            Malformed::BadValue => "value out of range",
            Malformed::BadText => "string is not valid text",
            Malformed::Trailing => "bytes after the last value",
        })
    }
}

/// A value with a wire form.
pub trait Pack {
    fn pack(&self, to: &mut Writer);
}

/// A value that can be read from its wire form; it may borrow from the message.
pub trait Unpack<'a>: Sized {
    /// The fewest bytes that a value takes: a list of `n` cannot be shorter than `n` times this.
    const LEAST: usize;

    fn unpack(from: &mut Reader<'a>) -> Result<Self, Malformed>;
}

/// Collects the wire form of values. A value over a limit is remembered, and refused when the message is ended.
#[derive(Default)]
pub struct Writer {
    bytes: Vec<u8>,
    refused: bool,
}

impl Writer {
    /// Goes on after what `bytes` holds.
    pub fn after(bytes: Vec<u8>) -> Writer {
        Writer { bytes, refused: false }
    }

    /// What has been written; an error when a value was over its limit.
    pub fn finish(self) -> Result<Vec<u8>, Malformed> {
        if self.refused { Err(Malformed::TooLong) } else { Ok(self.bytes) }
    }

    pub fn refused(&self) -> bool {
        self.refused
    }

    /// Says that a value cannot be written.
    #[cold]
    pub fn refuse(&mut self) {
        self.refused = true;
    }

    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub fn bytes_mut(&mut self) -> &mut Vec<u8> {
        &mut self.bytes
    }

    #[inline]
    pub fn word(&mut self, word: u32) {
        self.bytes.extend_from_slice(&word.to_be_bytes());
    }

    #[inline]
    pub fn hyper(&mut self, hyper: u64) {
        self.bytes.extend_from_slice(&hyper.to_be_bytes());
    }

    /// A length that `limit` bounds.
    pub fn length(&mut self, length: usize, limit: usize) {
        if length > limit {
            self.refuse();
        }
        self.word(length as u32);
    }

    /// Bytes of a number that both sides know, padded to whole words.
    pub fn fixed(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        let padding = bytes.len().wrapping_neg() & 3;
        self.bytes.extend_from_slice(&[0; 3][..padding]);
    }

    /// Bytes after their number.
    pub fn counted(&mut self, bytes: &[u8], limit: usize) {
        self.length(bytes.len(), limit);
        if bytes.len() <= limit {
            self.fixed(bytes);
        }
    }

    /// Text after its length. A NUL cannot be carried, because the other side ends the text there.
    pub fn text(&mut self, text: &str) {
        if text.as_bytes().contains(&0) {
            self.refuse();
        }
        self.counted(text.as_bytes(), STRING_MAX);
    }
}

/// Takes values from the bytes of a message.
pub struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8]) -> Reader<'a> {
        Reader { bytes }
    }

    /// The bytes that nothing has taken.
    pub fn rest(&self) -> &'a [u8] {
        self.bytes
    }

    /// Refuses bytes after the last value.
    #[inline]
    pub fn end(&self) -> Result<(), Malformed> {
        if self.bytes.is_empty() { Ok(()) } else { Err(Malformed::Trailing) }
    }

    #[inline]
    fn array<const N: usize>(&mut self) -> Result<[u8; N], Malformed> {
        let (array, rest) = self.bytes.split_first_chunk::<N>().ok_or(Malformed::Truncated)?;
        self.bytes = rest;
        Ok(*array)
    }

    #[inline]
    pub fn word(&mut self) -> Result<u32, Malformed> {
        self.array().map(u32::from_be_bytes)
    }

    #[inline]
    pub fn hyper(&mut self) -> Result<u64, Malformed> {
        self.array().map(u64::from_be_bytes)
    }

    /// A length: at most `limit`, and of items that take `least` bytes each no more than the bytes left can hold.
    pub fn length(&mut self, limit: usize, least: usize) -> Result<usize, Malformed> {
        let length = self.word()? as usize;
        if length > limit {
            return Err(Malformed::TooLong);
        }
        if length.saturating_mul(least) > self.bytes.len() {
            return Err(Malformed::Truncated);
        }
        Ok(length)
    }

    /// `length` bytes and their padding.
    pub fn fixed(&mut self, length: usize) -> Result<&'a [u8], Malformed> {
        let padded = length.checked_next_multiple_of(4).ok_or(Malformed::TooLong)?;
        if padded > self.bytes.len() {
            return Err(Malformed::Truncated);
        }
        let (bytes, rest) = self.bytes.split_at(padded);
        self.bytes = rest;
        Ok(&bytes[..length])
    }

    /// Bytes after their number.
    pub fn counted(&mut self, limit: usize) -> Result<&'a [u8], Malformed> {
        let length = self.length(limit, 1)?;
        self.fixed(length)
    }

    /// Text after its length: UTF-8 without a NUL.
    pub fn text(&mut self) -> Result<&'a str, Malformed> {
        let text = std::str::from_utf8(self.counted(STRING_MAX)?).map_err(|_| Malformed::BadText)?;
        if text.as_bytes().contains(&0) { Err(Malformed::BadText) } else { Ok(text) }
    }

    /// A word that is 0 or 1.
    pub fn boolean(&mut self) -> Result<bool, Malformed> {
        match self.word()? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(Malformed::BadValue),
        }
    }
}

/// Reads one value that takes up all of `bytes`.
pub fn unpack_all<'a, T: Unpack<'a>>(bytes: &'a [u8]) -> Result<T, Malformed> {
    let mut from = Reader::new(bytes);
    let value = T::unpack(&mut from)?;
    from.end()?;
    Ok(value)
}

/// The wire form of one value.
pub fn pack_one<T: Pack + ?Sized>(value: &T) -> Result<Vec<u8>, Malformed> {
    let mut to = Writer::default();
    value.pack(&mut to);
    to.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_refused_before_it_is_believed() {
        for (bytes, limit, least, refusal) in [
            (&[0xff, 0xff, 0xff, 0xff][..], 10, 1, Malformed::TooLong),
            (&[0, 0, 0, 11][..], 10, 1, Malformed::TooLong),
            (&[0, 0, 0, 10][..], 10, 1, Malformed::Truncated),
            (&[0x80, 0, 0, 0][..], usize::MAX, usize::MAX / 2, Malformed::Truncated),
            (&[0, 0, 0][..], 10, 1, Malformed::Truncated),
        ] {
            assert_eq!(Reader::new(bytes).length(limit, least), Err(refusal), "{bytes:?}");
        }
        assert_eq!(Reader::new(&[0, 0, 0, 0]).length(10, 4), Ok(0));
    }

    #[test]
    fn text_is_padded_and_held_to_its_rules() {
        assert_eq!(pack_one("ab").unwrap(), [0, 0, 0, 2, b'a', b'b', 0, 0]);
        assert_eq!(unpack_all::<&str>(&[0, 0, 0, 2, b'a', b'b', 0, 0]), Ok("ab"));
        assert_eq!(unpack_all::<&str>(&[0, 0, 0, 2, b'a', 0, 0, 0]), Err(Malformed::BadText));
        assert_eq!(unpack_all::<&str>(&[0, 0, 0, 2, 0xc3, 0x28, 0, 0]), Err(Malformed::BadText));
        assert_eq!(unpack_all::<&str>(&[0, 0, 0, 2, b'a', b'b']), Err(Malformed::Truncated));
        assert_eq!(unpack_all::<&str>(&[0, 0, 0, 0, 0]), Err(Malformed::Trailing));
        assert_eq!(pack_one("a\0b"), Err(Malformed::TooLong));
        assert_eq!(pack_one(&*"x".repeat(STRING_MAX + 1)), Err(Malformed::TooLong));
    }
}
