//! Words: what an attribute or a text element holds, and how it is spelled.

use crate::writer::{Style, escape};
use virt_error::Code;

/// A value that one word spells.
pub trait Value: Sized {
    /// What follows "Invalid value for attribute …" in the error, such as " Expected integer value".
    const WANTED: &'static str = "";
    /// The error for a word that is none of the values, where libvirt has a text of its own; `{}` is the word.
    const COMPLAINT: Option<(Code, &'static str)> = None;
    /// The value that `word` spells.
    fn read(word: &str) -> Option<Self>;
    /// Appends the spelling, escaped.
    fn write(&self, out: &mut String);
    /// Whether a document of this style shows the value.
    fn shown(&self, _style: Style) -> bool {
        true
    }
}

/// A place for a word in a structure: an `Option` of a [`Value`]. The tables work on `&dyn Word`, so that a
/// line of a table costs a call, not a copy of the code.
pub trait Word {
    fn is_set(&self) -> bool;
    /// Whether there is a value that a document of this style shows.
    fn shown(&self, style: Style) -> bool;
    fn put(&self, out: &mut String);
    /// [`Value::COMPLAINT`]
    fn complaint(&self) -> Option<(Code, &'static str)>;
    /// Takes the value; an error is what was wanted.
    fn take(&mut self, word: &str) -> Result<(), &'static str>;
}

impl<T: Value> Word for Option<T> {
    fn is_set(&self) -> bool {
        self.is_some()
    }

    fn shown(&self, style: Style) -> bool {
        self.as_ref().is_some_and(|value| value.shown(style))
    }

    fn put(&self, out: &mut String) {
        if let Some(value) = self {
            value.write(out);
        }
    }

    fn complaint(&self) -> Option<(Code, &'static str)> {
        T::COMPLAINT
    }

    fn take(&mut self, word: &str) -> Result<(), &'static str> {
        *self = Some(T::read(word).ok_or(T::WANTED)?);
        Ok(())
    }
}

impl Value for String {
    fn read(word: &str) -> Option<String> {
        Some(word.to_owned())
    }

    fn write(&self, out: &mut String) {
        escape(self, out);
    }
}

/// Appends a number without going through the formatting machinery.
fn digits(mut number: u64, out: &mut String) {
    let mut buffer = [0u8; 20];
    let mut at = buffer.len();
    loop {
        at -= 1;
        buffer[at] = b'0' + (number % 10) as u8;
        number /= 10;
        if number == 0 {
            break;
        }
    }
    buffer[at..].iter().for_each(|&digit| out.push(digit as char));
}

/// Appends at least `width` hexadecimal digits.
fn hexadecimal(number: u64, width: usize, out: &mut String) {
    let needed = (64 - number.leading_zeros() as usize).div_ceil(4).max(width).max(1);
    for place in (0..needed).rev() {
        let digit = (number >> (place * 4)) as u32 & 15;
        out.push(char::from_digit(digit, 16).unwrap_or('0'));
    }
}

/// A number as `strtoull` reads it in `radix` (0: by its prefix): leading blanks and a sign allowed, nothing behind.
pub fn unsigned(word: &str, radix: u32) -> Option<u64> {
    let word = word.trim_start_matches([' ', '\t', '\n', '\r', '\x0b', '\x0c']);
    let word = word.strip_prefix('+').unwrap_or(word);
    let hex = word.strip_prefix("0x").or_else(|| word.strip_prefix("0X"));
    let (digits, radix) = match (radix, hex) {
        (0 | 16, Some(digits)) => (digits, 16),
        (0, None) if word.len() > 1 && word.starts_with('0') => (&word[1..], 8),
        (0, None) => (word, 10),
        (radix, _) => (word, radix),
    };
    if digits.starts_with('+') { None } else { u64::from_str_radix(digits, radix).ok() }
}

/// A number as `strtoll` reads it.
pub fn signed(word: &str, radix: u32) -> Option<i64> {
    let word = word.trim_start_matches([' ', '\t', '\n', '\r', '\x0b', '\x0c']);
    match word.strip_prefix('-') {
        Some(rest) if !rest.starts_with(['+', '-', ' ']) => 0i64.checked_sub_unsigned(unsigned(rest, radix)?),
        Some(_) => None,
        None => unsigned(word, radix)?.try_into().ok(),
    }
}

macro_rules! unsigned_values {
    ($($type:ty)+) => { $(impl Value for $type {
        const WANTED: &'static str = " Expected non-negative integer value";
        fn read(word: &str) -> Option<$type> {
            unsigned(word, 10)?.try_into().ok()
        }
        fn write(&self, out: &mut String) {
            digits(u64::from(*self), out);
        }
    })+ };
}
unsigned_values! { u8 u16 u32 u64 }

macro_rules! signed_values {
    ($($type:ty)+) => { $(impl Value for $type {
        const WANTED: &'static str = " Expected integer value";
        fn read(word: &str) -> Option<$type> {
            signed(word, 10)?.try_into().ok()
        }
        fn write(&self, out: &mut String) {
            if *self < 0 {
                out.push('-');
            }
            digits(self.unsigned_abs().into(), out);
        }
    })+ };
}
signed_values! { i32 i64 }

/// A number read in any base and written as `0x` with at least `WIDTH` digits; at most `MAX`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hex<const WIDTH: usize, const MAX: u64>(pub u64);

impl<const WIDTH: usize, const MAX: u64> Value for Hex<WIDTH, MAX> {
    const WANTED: &'static str = " Expected non-negative integer value";

    fn read(word: &str) -> Option<Self> {
        unsigned(word, 0).filter(|&number| number <= MAX).map(Hex)
    }

    fn write(&self, out: &mut String) {
        out.push_str("0x");
        hexadecimal(self.0, WIDTH, out);
    }
}

/// A number read in any base (`0x…`, `0…`) and written in decimal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnyBase(pub u64);

impl Value for AnyBase {
    const WANTED: &'static str = " Expected non-negative integer value";

    fn read(word: &str) -> Option<Self> {
        unsigned(word, 0).map(AnyBase)
    }

    fn write(&self, out: &mut String) {
        digits(self.0, out);
    }
}

/// Declares an enum whose variants have a spelling:
///
/// ```
/// virt_xml::names! {
///     /// What a guest sees.
///     pub enum DiskDevice { Disk = "disk", Cdrom = "cdrom", Lun = "lun" }
/// }
/// assert_eq!(DiskDevice::Lun.as_str(), "lun");
/// assert_eq!("cdrom".parse(), Ok(DiskDevice::Cdrom));
/// ```
///
/// `enum NAME unset "default"` does not write that word: it says nothing. `refused CODE "unknown model '{}'"` is
/// the error for other words, where libvirt's general one is not used.
#[macro_export]
macro_rules! names {
    ($($(#[$meta:meta])* $vis:vis enum $name:ident
        $(unset $unset:literal)? $(refused $code:ident $complaint:literal)? {
        $($(#[$variant_meta:meta])* $variant:ident = $spelling:literal),+ $(,)?
    })+) => { $(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $name { $($(#[$variant_meta])* #[doc = concat!("`", $spelling, "`")] $variant,)+ }

        impl $name {
            /// Every value with its spelling, in libvirt's order.
            pub const ALL: &'static [($name, &'static str)] = &[$(($name::$variant, $spelling),)+];

            pub fn as_str(self) -> &'static str {
                Self::ALL[self as usize].1
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ();
            fn from_str(word: &str) -> ::std::result::Result<Self, ()> {
                Self::ALL.iter().find(|(_, spelling)| *spelling == word).map(|(value, _)| *value).ok_or(())
            }
        }

        impl $crate::Value for $name {
            $(const COMPLAINT: Option<($crate::Code, &'static str)> = Some(($crate::Code::$code, $complaint));)?
            $(fn shown(&self, _style: $crate::Style) -> bool {
                self.as_str() != $unset
            })?
            fn read(word: &str) -> Option<Self> {
                word.parse().ok()
            }
            fn write(&self, out: &mut String) {
                out.push_str(self.as_str());
            }
        }
    )+ };
}

/// `yes` or `no`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YesNo(pub bool);

impl Value for YesNo {
    fn read(word: &str) -> Option<YesNo> {
        match word {
            "yes" => Some(YesNo(true)),
            "no" => Some(YesNo(false)),
            _ => None,
        }
    }

    fn write(&self, out: &mut String) {
        out.push_str(if self.0 { "yes" } else { "no" });
    }
}

/// `on` or `off`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnOff(pub bool);

impl Value for OnOff {
    fn read(word: &str) -> Option<OnOff> {
        match word {
            "on" => Some(OnOff(true)),
            "off" => Some(OnOff(false)),
            _ => None,
        }
    }

    fn write(&self, out: &mut String) {
        out.push_str(if self.0 { "on" } else { "off" });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(value: impl Value) -> String {
        let mut out = String::new();
        value.write(&mut out);
        out
    }

    #[test]
    fn numbers_are_read_as_c_reads_them() {
        assert_eq!(unsigned(" 12", 10), Some(12));
        assert_eq!(unsigned("0x1F", 0), Some(31));
        assert_eq!(unsigned("010", 0), Some(8));
        assert_eq!(unsigned("0", 0), Some(0));
        assert_eq!(unsigned("12 ", 10), None);
        assert_eq!(unsigned("", 10), None);
        assert_eq!(signed("-9223372036854775808", 10), Some(i64::MIN));
        assert_eq!(signed("- 1", 10), None);
    }

    #[test]
    fn values_are_spelled_as_libvirt_does() {
        assert_eq!(spelled(0u32), "0");
        assert_eq!(spelled(-15i64), "-15");
        assert_eq!(spelled(u64::MAX), "18446744073709551615");
        assert_eq!(spelled(Hex::<4, 0xffff>(0)), "0x0000");
        assert_eq!(spelled(Hex::<1, 7>(7)), "0x7");
        assert_eq!(Hex::<2, 0xff>::read("0x100"), None);
        assert_eq!(spelled(String::from("a<b'\"&>\x01\n")), "a&lt;b&apos;&quot;&amp;&gt;\n");
    }
}
