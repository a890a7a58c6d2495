//! Sets of small numbers as documents spell them (`0-3,^2,8`) and as the API carries them (bits, lowest first).

use std::collections::BTreeSet;
use std::fmt::Write;
use virt_error::{Result, bail};

/// The largest number that a set may hold; a document cannot ask for more memory than this many bits.
const LIMIT: u32 = 16_384;

/// Reads `0-3,^2,8`.
///
/// Errors: `VIR_ERR_INVALID_ARG` for anything else, the empty text included.
pub fn parse(text: &str) -> Result<BTreeSet<u32>> {
    match read(text) {
        Some(set) => Ok(set),
        None => bail!(None, InvalidArg, "Failed to parse bitmap '{text}'"),
    }
}

fn read(text: &str) -> Option<BTreeSet<u32>> {
    let number = |text: &str| text.trim().parse::<u32>().ok().filter(|number| *number < LIMIT);
    let mut set = BTreeSet::new();
    for part in text.split(',') {
        let part = part.trim();
        if let Some(out) = part.strip_prefix('^') {
            set.remove(&number(out)?);
        } else if let Some((first, last)) = part.split_once('-') {
            let (first, last) = (number(first)?, number(last)?);
            if first > last {
                return None;
            }
            set.extend(first..=last);
        } else {
            set.insert(number(part)?);
        }
    }
    Some(set)
}

/// Writes `0-3,8`.
pub fn format(set: &BTreeSet<u32>) -> String {
    let mut text = String::new();
    let mut rest = set.iter().copied().peekable();
    while let Some(first) = rest.next() {
        let mut last = first;
        while rest.next_if_eq(&(last + 1)).is_some() {
            last += 1;
        }
        if !text.is_empty() {
            text.push(',');
        }
        // Writing into a string cannot fail.
        let _ = if first == last { write!(text, "{first}") } else { write!(text, "{first}-{last}") };
    }
    text
}

/// The set that the bits of `bytes` are, of numbers below `limit`.
pub fn from_bytes(bytes: &[u8], limit: u32) -> BTreeSet<u32> {
    let bits = u32::try_from(bytes.len()).unwrap_or(u32::MAX).saturating_mul(8);
    (0..limit.min(bits)).filter(|number| bytes[(number / 8) as usize] >> (number % 8) & 1 == 1).collect()
}

/// The length of each of `count` maps as a caller asks for it.
///
/// Errors: `VIR_ERR_INVALID_ARG` when there would be more bytes than the protocol carries.
pub fn map_length(length: i32, count: usize) -> Result<usize> {
    const MOST: usize = 8_388_608;
    let bytes = usize::try_from(length).unwrap_or(0);
    if bytes.saturating_mul(count) > MOST {
        bail!(Test, InvalidArg, "maps of {length} bytes each are too large");
    }
    Ok(bytes)
}

/// The bits of the set in `length` bytes; what has no place there is left out.
pub fn to_bytes(set: &BTreeSet<u32>, length: usize) -> Vec<u8> {
    let mut bytes = vec![0; length];
    for number in set {
        if let Some(byte) = bytes.get_mut((number / 8) as usize) {
            *byte |= 1 << (number % 8);
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_read_and_written() {
        assert_eq!(format(&parse("0-3,^2,8, 9").unwrap()), "0-1,3,8-9");
        for text in ["", "x", "3-1", "0-99999999", "1,,2"] {
            assert_eq!(
                parse(text).unwrap_err().message(),
                format!("invalid argument: Failed to parse bitmap '{text}'")
            );
        }
        let set = from_bytes(&[0b101, 1], 9);
        assert_eq!(format(&set), "0,2,8");
        assert_eq!(to_bytes(&set, 1), [0b101]);
    }
}
