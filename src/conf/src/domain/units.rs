//! Amounts of memory: units read, KiB written.

use super::memory::Amount;
use super::prelude::*;

/// Bytes that `value` of `unit` is; `default` is the unit where there is none.
pub(super) fn bytes(value: u64, unit: Option<&str>, default: &str) -> Result<u64> {
    crate::scale(value, unit.filter(|unit| !unit.is_empty()).unwrap_or(default))
}

/// KiB, rounded up.
pub(super) fn kib(value: u64, unit: Option<&str>) -> Result<u64> {
    Ok(bytes(value, unit, "KiB")?.div_ceil(1024))
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
        // What is in KiB already is looked at only when it may be too large.
        if unit.as_deref() != Some("KiB") || *number >> 53 != 0 {
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
        assert!(in_kib(&mut Some(1 << 54), &mut Some("KiB".to_owned())).is_err());
        assert!(kib(u64::MAX, Some("E")).unwrap_err().message().contains("value too large"));
    }
}
