//! What the boundary refuses before a driver is asked: NULL where there must be something, numbers out of range, flags
//! that do not go together.
//!
//! Each refusal is `VIR_ERR_INVALID_ARG` in libvirt's words; the boundary adds the function's name.

use std::ffi::{c_int, c_uint};
use virt_error::{Error, Result};

/// `x in virY must not be NULL`.
#[cold]
pub fn must_not_be_null(argument: &str) -> Error {
    Error::argument(argument, format!("{argument} in %s must not be NULL"))
}

/// `x in virY must not be zero`.
#[cold]
pub fn must_not_be_zero(argument: &str) -> Error {
    Error::argument(argument, format!("{argument} in %s must not be zero"))
}

/// Refuses zero: `x in virY must not be zero`.
pub fn not_zero(number: impl Into<u64>, argument: &str) -> Result<()> {
    if number.into() == 0 { Err(must_not_be_zero(argument)) } else { Ok(()) }
}

/// Refuses a negative number: `x in virY must be zero or greater`.
pub fn zero_or_greater(number: c_int, argument: &str) -> Result<()> {
    if number < 0 {
        return Err(Error::argument(argument, format!("{argument} in %s must be zero or greater")));
    }
    Ok(())
}

/// Refuses a number below one: `x in virY must be greater than zero`.
pub fn greater_than_zero(number: c_int, argument: &str) -> Result<()> {
    if number <= 0 {
        return Err(Error::argument(argument, format!("{argument} in %s must be greater than zero")));
    }
    Ok(())
}

/// Refuses two flags together: `Flags 'A' and 'B' are mutually exclusive`. Use it as [`exclusive_flags!`].
pub fn exclusive(flags: c_uint, one: (c_uint, &str), other: (c_uint, &str)) -> Result<()> {
    if flags & one.0 != 0 && flags & other.0 != 0 {
        let text = format!("Flags '{}' and '{}' are mutually exclusive", one.1, other.1);
        return Err(Error::argument("ctl", text));
    }
    Ok(())
}

/// Refuses flag `one` without flag `other`: `Flag 'B' is required by flag 'A'`. Use it as [`required_flag!`].
pub fn requires(flags: c_uint, one: (c_uint, &str), other: (c_uint, &str)) -> Result<()> {
    if flags & one.0 != 0 && flags & other.0 == 0 {
        let text = format!("Flag '{}' is required by flag '{}'", other.1, one.1);
        return Err(Error::argument("ctl", text));
    }
    Ok(())
}

/// Refuses an argument that must be left out: `x in virY must be NULL`.
pub fn must_be_null<T>(value: Option<T>, argument: &str) -> Result<()> {
    match value {
        Some(_) => Err(Error::argument(argument, format!("{argument} in %s must be NULL"))),
        None => Ok(()),
    }
}

/// Checks the arguments of a call that reads an object's metadata of a `kind`: 0 is the description, 1 the title,
/// 2 the application's own data, which alone has a namespace.
pub fn metadata_getter(kind: c_int, uri: Option<&str>) -> Result<()> {
    match kind {
        0 | 1 => must_be_null(uri, "uri"),
        2 => uri.map(drop).ok_or_else(|| must_not_be_null("uri")),
        _ => Ok(()),
    }
}

/// Checks the arguments of a call that writes an object's metadata, as [`metadata_getter`] does for reading.
pub fn metadata_setter(
    kind: c_int,
    metadata: Option<&str>,
    key: Option<&str>,
    uri: Option<&str>,
) -> Result<()> {
    if kind == 1 && metadata.is_some_and(|title| title.contains('\n')) {
        return Err(Error::argument("metadata", "metadata title can't contain newlines"));
    }
    metadata_getter(kind, uri)?;
    match kind {
        0 | 1 => must_be_null(key, "key"),
        2 if metadata.is_some() => key.map(drop).ok_or_else(|| must_not_be_null("key")),
        _ => Ok(()),
    }
}

/// Refuses two flags together, by their names.
macro_rules! exclusive_flags {
    ($flags:expr, $one:ident, $other:ident) => {
        $crate::boundary::checks::exclusive(
            $flags,
            (virt_core::constants::$one, stringify!($one)),
            (virt_core::constants::$other, stringify!($other)),
        )
    };
}
pub(crate) use exclusive_flags;

/// Refuses the first flag without the second, by their names.
macro_rules! required_flag {
    ($flags:expr, $one:ident needs $other:ident) => {
        $crate::boundary::checks::requires(
            $flags,
            (virt_core::constants::$one, stringify!($one)),
            (virt_core::constants::$other, stringify!($other)),
        )
    };
}
pub(crate) use required_flag;

/// Refuses `live` and `config` together, for the calls that take only one of them.
pub fn live_xor_config(flags: c_uint) -> Result<()> {
    exclusive_flags!(flags, VIR_DOMAIN_AFFECT_LIVE, VIR_DOMAIN_AFFECT_CONFIG)
}
