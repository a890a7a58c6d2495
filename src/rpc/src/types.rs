//! The wire form of the types and records that the API table is made of, and how the server holds an argument
//! that an operation borrows.

use crate::xdr::{Malformed, Pack, Reader, Unpack, Writer};
use virt_core::{
    params::FIELD_MAX,
    records::*,
    types::{Bytes, Chars, Counted, FixedChars, List, Listing, Name, Params, TypedParam, Uuid, Value},
};

/// How an argument of a row is kept while the operation runs: `&Domain` is lent from a `Domain`, `&str` from the
/// message itself.
pub trait Argument<'a> {
    type Stored: Unpack<'a>;

    fn lend(stored: &'a Self::Stored) -> Self;
}

/// Values that are passed by value.
macro_rules! plain {
    ($($ty:ty, $least:literal, $value:ident to $writer:ident $packed:expr, $reader:ident $unpacked:expr;)*) => {$(
        impl Pack for $ty {
            #[inline]
            fn pack(&self, to: &mut Writer) {
                let $value = *self;
                to.$writer($packed);
            }
        }

        impl Unpack<'_> for $ty {
            const LEAST: usize = $least;

            #[inline]
            fn unpack(from: &mut Reader<'_>) -> Result<Self, Malformed> {
                let $value = from.$reader()?;
                $unpacked
            }
        }

        impl Argument<'_> for $ty {
            type Stored = $ty;

            #[inline]
            fn lend(stored: &$ty) -> $ty {
                *stored
            }
        }
    )*};
}

fn narrow<T: TryFrom<i32>>(word: u32) -> Result<T, Malformed> {
    T::try_from(word as i32).map_err(|_| Malformed::BadValue)
}

plain! {
    i8, 4, value to word value as i32 as u32, word narrow(value);
    u8, 4, value to word u32::from(value), word narrow(value);
    u16, 4, value to word u32::from(value), word narrow(value);
    i32, 4, value to word value as u32, word Ok(value as i32);
    u32, 4, value to word value, word Ok(value);
    i64, 8, value to hyper value as u64, hyper Ok(value as i64);
    u64, 8, value to hyper value, hyper Ok(value);
    f64, 8, value to hyper value.to_bits(), hyper Ok(f64::from_bits(value));
}

impl Pack for () {
    #[inline]
    fn pack(&self, _: &mut Writer) {}
}

impl Unpack<'_> for () {
    const LEAST: usize = 0;

    #[inline]
    fn unpack(_: &mut Reader<'_>) -> Result<Self, Malformed> {
        Ok(())
    }
}

impl<T: Pack + ?Sized> Pack for &T {
    #[inline]
    fn pack(&self, to: &mut Writer) {
        (**self).pack(to);
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, to: &mut Writer) {
        to.word(u32::from(self.is_some()));
        if let Some(value) = self {
            value.pack(to);
        }
    }
}

impl<'a, T: Unpack<'a>> Unpack<'a> for Option<T> {
    const LEAST: usize = 4;

    fn unpack(from: &mut Reader<'a>) -> Result<Self, Malformed> {
        if from.boolean()? { T::unpack(from).map(Some) } else { Ok(None) }
    }
}

impl Pack for str {
    #[inline]
    fn pack(&self, to: &mut Writer) {
        to.text(self);
    }
}

impl<'a> Unpack<'a> for &'a str {
    const LEAST: usize = 4;

    #[inline]
    fn unpack(from: &mut Reader<'a>) -> Result<Self, Malformed> {
        from.text()
    }
}

impl<'a> Argument<'a> for &'a str {
    type Stored = &'a str;

    #[inline]
    fn lend(stored: &'a &'a str) -> &'a str {
        stored
    }
}

impl<'a> Argument<'a> for Option<&'a str> {
    type Stored = Option<&'a str>;

    #[inline]
    fn lend(stored: &'a Option<&'a str>) -> Option<&'a str> {
        *stored
    }
}

/// Types that own text.
macro_rules! texts {
    ($($ty:ty),*) => {$(
        impl Pack for $ty {
            #[inline]
            fn pack(&self, to: &mut Writer) {
                to.text(self);
            }
        }

        impl Unpack<'_> for $ty {
            const LEAST: usize = 4;

            #[inline]
            fn unpack(from: &mut Reader<'_>) -> Result<Self, Malformed> {
                from.text().map(<$ty>::from)
            }
        }
    )*};
}

texts!(String, Name);

impl Pack for Uuid {
    #[inline]
    fn pack(&self, to: &mut Writer) {
        to.fixed(&self.0);
    }
}

impl Unpack<'_> for Uuid {
    const LEAST: usize = 16;

    fn unpack(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.fixed(16)?.try_into().map(Uuid).map_err(|_| Malformed::Truncated)
    }
}

impl<'a> Argument<'a> for Uuid {
    type Stored = Uuid;

    fn lend(stored: &Uuid) -> Uuid {
        *stored
    }
}

impl<T: Pack, const MAX: usize> Pack for List<T, MAX> {
    fn pack(&self, to: &mut Writer) {
        pack_items(&self.0, MAX, to);
    }
}

impl<'a, T: Unpack<'a>, const MAX: usize> Unpack<'a> for List<T, MAX> {
    const LEAST: usize = 4;

    fn unpack(from: &mut Reader<'a>) -> Result<Self, Malformed> {
        unpack_items(from, MAX).map(List)
    }
}

fn pack_items<T: Pack>(items: &[T], limit: usize, to: &mut Writer) {
    to.length(items.len(), limit);
    if items.len() <= limit {
        for item in items {
            item.pack(to);
        }
    }
}

/// What a list costs in memory, at most, for each byte that has come of it.
const EXPANSION_MAX: usize = 8;

fn unpack_items<'a, T: Unpack<'a>>(from: &mut Reader<'a>, limit: usize) -> Result<Vec<T>, Malformed> {
    const { assert!(size_of::<T>() <= EXPANSION_MAX * T::LEAST, "items that are small only on the wire") };
    let length = from.length(limit, T::LEAST)?;
    let mut items = Vec::with_capacity(length);
    for _ in 0..length {
        items.push(T::unpack(from)?);
    }
    Ok(items)
}

impl<const MAX: usize> Pack for Bytes<MAX> {
    fn pack(&self, to: &mut Writer) {
        to.counted(&self.0, MAX);
    }
}

impl<const MAX: usize> Unpack<'_> for Bytes<MAX> {
    const LEAST: usize = 4;

    fn unpack(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.counted(MAX).map(|bytes| Bytes(bytes.to_vec()))
    }
}

/// `char` is signed where libvirt was born, so a byte over 127 goes out as a negative word; where it is unsigned
/// it comes in as a positive one.
fn pack_chars(chars: &[u8], to: &mut Writer) {
    for char in chars {
        to.word(*char as i8 as i32 as u32);
    }
}

fn unpack_char(from: &mut Reader<'_>) -> Result<u8, Malformed> {
    match from.word()? as i32 {
        word @ -128..=255 => Ok(word as u8),
        _ => Err(Malformed::BadValue),
    }
}

impl<const MAX: usize> Pack for Chars<MAX> {
    fn pack(&self, to: &mut Writer) {
        to.length(self.0.len(), MAX);
        if self.0.len() <= MAX {
            pack_chars(&self.0, to);
        }
    }
}

impl<const MAX: usize> Unpack<'_> for Chars<MAX> {
    const LEAST: usize = 4;

    fn unpack(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        let length = from.length(MAX, 4)?;
        (0..length).map(|_| unpack_char(from)).collect::<Result<_, _>>().map(Chars)
    }
}

impl<const N: usize> Pack for FixedChars<N> {
    fn pack(&self, to: &mut Writer) {
        pack_chars(&self.0, to);
    }
}

impl<const N: usize> Unpack<'_> for FixedChars<N> {
    const LEAST: usize = 4 * N;

    fn unpack(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        let mut chars = FixedChars::default();
        for char in &mut chars.0 {
            *char = unpack_char(from)?;
        }
        Ok(chars)
    }
}

impl<T: Pack, const MAX: usize> Pack for Listing<T, MAX> {
    fn pack(&self, to: &mut Writer) {
        self.items.pack(to);
        to.word(self.count);
    }
}

impl<'a, T: Unpack<'a>, const MAX: usize> Unpack<'a> for Listing<T, MAX> {
    const LEAST: usize = 8;

    fn unpack(from: &mut Reader<'a>) -> Result<Self, Malformed> {
        Ok(Listing { items: List::unpack(from)?, count: from.word()? })
    }
}

impl Pack for TypedParam {
    fn pack(&self, to: &mut Writer) {
        to.text(&self.field);
        to.word(self.value.kind() as u32);
        match &self.value {
            Value::Int(value) => value.pack(to),
            Value::UInt(value) => value.pack(to),
            Value::LLong(value) => value.pack(to),
            Value::ULLong(value) => value.pack(to),
            Value::Double(value) => value.pack(to),
            Value::Boolean(value) => to.word(u32::from(*value)),
            Value::String(value) => to.text(value),
        }
    }
}

impl Unpack<'_> for TypedParam {
    const LEAST: usize = 12;

    fn unpack(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        let field = from.text()?;
        if field.len() > FIELD_MAX {
            return Err(Malformed::TooLong);
        }
        let value = match from.word()? {
            1 => Value::Int(i32::unpack(from)?),
            2 => Value::UInt(u32::unpack(from)?),
            3 => Value::LLong(i64::unpack(from)?),
            4 => Value::ULLong(u64::unpack(from)?),
            5 => Value::Double(f64::unpack(from)?),
            6 => Value::Boolean(from.boolean()?),
            7 => Value::String(from.text()?.to_owned()),
            _ => return Err(Malformed::BadValue),
        };
        Ok(TypedParam::new(field.to_owned(), value))
    }
}

impl<const MAX: usize> Pack for Params<MAX> {
    fn pack(&self, to: &mut Writer) {
        pack_items(&self.0, MAX, to);
    }
}

impl<const MAX: usize> Unpack<'_> for Params<MAX> {
    const LEAST: usize = 4;

    fn unpack(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        unpack_items(from, MAX).map(Params)
    }
}

impl<const MAX: usize> Pack for Counted<MAX> {
    fn pack(&self, to: &mut Writer) {
        self.params.pack(to);
        self.nparams.pack(to);
    }
}

impl<const MAX: usize> Unpack<'_> for Counted<MAX> {
    const LEAST: usize = 8;

    fn unpack(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        Ok(Counted { params: Params::unpack(from)?, nparams: i32::unpack(from)? })
    }
}

/// Generic types that operations borrow.
macro_rules! lent {
    ($([$($generics:tt)*] $ty:ty;)*) => {$(
        impl<'a, $($generics)*> Argument<'a> for &'a $ty {
            type Stored = $ty;

            #[inline]
            fn lend(stored: &'a $ty) -> &'a $ty {
                stored
            }
        }
    )*};
}

lent! {
    [T: Unpack<'a>, const MAX: usize] List<T, MAX>;
    [const MAX: usize] Bytes<MAX>;
    [const MAX: usize] Chars<MAX>;
    [const MAX: usize] Params<MAX>;
}

macro_rules! record_forms {
    ($($(#[$doc:meta])* $name:ident { $($field:ident: $ty:ty),* $(,)? })*) => {$(
        impl Pack for $name {
            fn pack(&self, to: &mut Writer) {
                $(self.$field.pack(to);)*
            }
        }

        impl Unpack<'_> for $name {
            const LEAST: usize = 0 $(+ <$ty as Unpack<'_>>::LEAST)*;

            fn unpack(from: &mut Reader<'_>) -> Result<Self, Malformed> {
                Ok($name { $($field: Unpack::unpack(from)?),* })
            }
        }

        impl<'a> Argument<'a> for &'a $name {
            type Stored = $name;

            #[inline]
            fn lend(stored: &'a $name) -> &'a $name {
                stored
            }
        }

        impl<'a> Argument<'a> for Option<&'a $name> {
            type Stored = Option<$name>;

            #[inline]
            fn lend(stored: &'a Option<$name>) -> Option<&'a $name> {
                stored.as_ref()
            }
        }
    )*};
}

virt_core::records!(record_forms);
