//! Amounts of memory: units read, KiB written.

use super::memory::Amount;
use super::prelude::*;
use virt_error::{Code, Error, Origin};

/// Bytes that `value` of `unit` is; `default` bytes where there is no unit.
pub(super) fn scale(value: u64, unit: &str, default: u64, limit: u64) -> Result<u64> {
    let factor = match unit {
        "" => Some(default),
        _ if unit.eq_ignore_ascii_case("b")
            || unit.eq_ignore_ascii_case("byte")
            || unit.eq_ignore_ascii_case("bytes") =>
        {
            Some(1)
        }
        _ => suffix(unit),
    };
    let Some(factor) = factor else {
        return Err(Error::new(Origin::None, Code::InvalidArg, format!("unknown suffix '{unit}'")));
    };
    match value.checked_mul(factor).filter(|&bytes| bytes <= limit) {
        Some(bytes) => Ok(bytes),
        None => {
            let text = format!("value too large: {value}{unit}");
            Err(Error::new(Origin::None, Code::Overflow, text))
        }
    }
}

/// `k`, `KiB`: powers of 1024; `KB`: powers of 1000.
fn suffix(unit: &str) -> Option<u64> {
    let mut letters = unit.chars();
    let power = "kmgtpe".find(letters.next()?.to_ascii_lowercase())? as u32 + 1;
    match letters.as_str() {
        "" => 1024u64.checked_pow(power),
        rest if rest.eq_ignore_ascii_case("ib") => 1024u64.checked_pow(power),
        rest if rest.eq_ignore_ascii_case("b") => 1000u64.checked_pow(power),
        _ => None,
    }
}

/// KiB, rounded up.
pub(super) fn kib(value: u64, unit: Option<&str>) -> Result<u64> {
    Ok(scale(value, unit.unwrap_or_default(), 1024, u64::MAX)?.div_ceil(1024))
}

/// Turns an amount of memory into KiB.
pub(super) fn to_kib(amount: &mut Option<Box<Amount>>) -> Result<()> {
    if let Some(amount) = amount {
        in_kib(&mut amount.value, &mut amount.unit)?;
    }
    Ok(())
}

/// Turns a value with its unit into KiB.
pub(super) fn in_kib(value: &mut Long, unit: &mut Text) -> Result<()> {
    if let Some(number) = value {
        if unit.as_deref() != Some("KiB") {
            *number = kib(*number, unit.as_deref())?;
            *unit = Some("KiB".to_owned());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_those_of_libvirt() {
        assert_eq!(kib(1, None), Ok(1));
        assert_eq!(kib(1, Some("MiB")), Ok(1024));
        assert_eq!(kib(1, Some("m")), Ok(1024));
        assert_eq!(kib(1000, Some("bytes")), Ok(1));
        assert_eq!(kib(1, Some("GB")), Ok(976_563));
        assert_eq!(kib(1, Some("foo")).unwrap_err().message(), "invalid argument: unknown suffix 'foo'");
        assert!(kib(u64::MAX, Some("E")).unwrap_err().message().contains("value too large"));
    }
}
