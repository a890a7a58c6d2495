//! Sizes with a unit, written in bytes.

use crate::Checked;
use virt_error::{Error, Result, error};
use virt_xml::element;

element! {
    /// An element such as `<capacity unit='GiB'>5</capacity>`.
    pub Size {
        attr unit: Option<String> = "unit",
        ;
        content number: Option<Checked<u64>>,
    }
}

/// How many bytes a unit is. Without a unit a number counts bytes.
///
/// `b` and words in `B` are decimal (`kB`), the bare letter and words in `iB` binary, either case.
fn factor(unit: &str) -> Option<u64> {
    if unit.is_empty() || ["b", "byte", "bytes"].iter().any(|name| unit.eq_ignore_ascii_case(name)) {
        return Some(1);
    }
    let mut letters = unit.chars();
    let power = "kmgtpe".find(letters.next()?.to_ascii_lowercase())? as u32 + 1;
    let base: u64 = match &letters.as_str().to_ascii_lowercase()[..] {
        "" | "ib" => 1024,
        "b" => 1000,
        _ => return None,
    };
    base.checked_pow(power)
}

/// `number` in `unit`s as bytes.
pub fn scale(number: u64, unit: &str) -> Result<u64> {
    let factor = factor(unit).ok_or_else(|| error!(None, InvalidArg, "unknown suffix '{unit}'"))?;
    let limit = u64::MAX / 2;
    number
        .checked_mul(factor)
        .filter(|bytes| *bytes <= limit)
        .ok_or_else(|| error!(None, Overflow, "value too large: {number}{unit}"))
}

impl Size {
    /// A size in bytes.
    pub fn bytes(bytes: u64) -> Size {
        Size { unit: Some("bytes".to_owned()), number: Some(Checked::Good(bytes)), ..Size::default() }
    }

    /// The size; once it is settled, in bytes.
    pub fn get(&self) -> u64 {
        crate::good(&self.number).copied().unwrap_or(0)
    }

    /// Turns the size into bytes, or answers the error that `malformed` makes.
    pub fn settle(&mut self, malformed: impl FnOnce() -> Error) -> Result<()> {
        let number = match &self.number {
            Some(Checked::Good(number)) => *number,
            _ => return Err(malformed()),
        };
        *self = Size::bytes(scale(number, self.unit.as_deref().unwrap_or(""))?);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_binary_unless_they_end_in_a_bare_b() {
        for (number, unit, bytes) in [
            (7, "", 7),
            (7, "bytes", 7),
            (1, "K", 1024),
            (1, "kb", 1000),
            (1, "KiB", 1024),
            (5, "G", 5 << 30),
            (1, "TiB", 1 << 40),
        ] {
            assert_eq!(scale(number, unit).unwrap(), bytes, "{number}{unit}");
        }
        assert_eq!(scale(1, "x").unwrap_err().message(), "invalid argument: unknown suffix 'x'");
        assert!(scale(8, "E").is_err());
        assert!(
            scale(u64::MAX, "E").unwrap_err().message().ends_with("value too large: 18446744073709551615E")
        );
    }
}
