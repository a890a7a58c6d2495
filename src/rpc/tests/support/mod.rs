//! What the tests of the wire share: random values of every type that the API table is made of.
#![allow(dead_code)]

use virt_core::{records::*, types::*};

/// A stream of random numbers that is the same in every run.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    fn text(&mut self) -> String {
        const LETTERS: &[char] = &['a', 'Z', '0', ' ', '<', '/', 'é', '漢', '\n', '\u{1f980}'];
        (0..self.below(9)).map(|_| LETTERS[self.below(LETTERS.len())]).collect()
    }

    fn items<T: Sample>(&mut self, limit: usize) -> Vec<T> {
        (0..self.below(limit.min(3) + 1)).map(|_| T::sample(self)).collect()
    }

    fn bytes(&mut self, limit: usize) -> Vec<u8> {
        (0..self.below(limit.min(7) + 1)).map(|_| self.next() as u8).collect()
    }
}

/// A type that random values can be made of.
pub trait Sample {
    fn sample(random: &mut Random) -> Self;
}

macro_rules! numbers {
    ($($ty:ty),*) => {$(
        impl Sample for $ty {
            fn sample(random: &mut Random) -> $ty {
                match random.below(4) {
                    0 => <$ty>::MIN,
                    1 => <$ty>::MAX,
                    _ => random.next() as $ty,
                }
            }
        }
    )*};
}

numbers!(i8, u8, u16, i32, u32, i64, u64);

impl Sample for () {
    fn sample(_: &mut Random) {}
}

impl Sample for f64 {
    fn sample(random: &mut Random) -> f64 {
        random.next() as f64 / 3.0
    }
}

impl Sample for bool {
    fn sample(random: &mut Random) -> bool {
        random.below(2) == 0
    }
}

impl Sample for String {
    fn sample(random: &mut Random) -> String {
        random.text()
    }
}

impl Sample for Name {
    fn sample(random: &mut Random) -> Name {
        Name::new(&random.text())
    }
}

/// Arguments borrow their text from a message; here the message is the process.
impl Sample for &'static str {
    fn sample(random: &mut Random) -> &'static str {
        Box::leak(random.text().into_boxed_str())
    }
}

impl<T: Sample> Sample for Option<T> {
    fn sample(random: &mut Random) -> Option<T> {
        (random.below(3) > 0).then(|| T::sample(random))
    }
}

impl Sample for Uuid {
    fn sample(random: &mut Random) -> Uuid {
        Uuid(std::array::from_fn(|_| random.next() as u8))
    }
}

impl<T: Sample, const MAX: usize> Sample for List<T, MAX> {
    fn sample(random: &mut Random) -> Self {
        List(random.items(MAX))
    }
}

impl<T: Sample, const MAX: usize> Sample for Listing<T, MAX> {
    fn sample(random: &mut Random) -> Self {
        Listing { items: Sample::sample(random), count: Sample::sample(random) }
    }
}

impl<const MAX: usize> Sample for Bytes<MAX> {
    fn sample(random: &mut Random) -> Self {
        Bytes(random.bytes(MAX))
    }
}

impl<const MAX: usize> Sample for Chars<MAX> {
    fn sample(random: &mut Random) -> Self {
        Chars(random.bytes(MAX))
    }
}

impl<const N: usize> Sample for FixedChars<N> {
    fn sample(random: &mut Random) -> Self {
        FixedChars(std::array::from_fn(|_| random.next() as u8))
    }
}

impl<const MAX: usize> Sample for Params<MAX> {
    fn sample(random: &mut Random) -> Self {
        Params(random.items(MAX))
    }
}

impl<const MAX: usize> Sample for Counted<MAX> {
    fn sample(random: &mut Random) -> Self {
        Counted { params: Sample::sample(random), nparams: Sample::sample(random) }
    }
}

impl Sample for TypedParam {
    fn sample(random: &mut Random) -> TypedParam {
        let value = match random.below(7) {
            0 => Value::Int(Sample::sample(random)),
            1 => Value::UInt(Sample::sample(random)),
            2 => Value::LLong(Sample::sample(random)),
            3 => Value::ULLong(Sample::sample(random)),
            4 => Value::Double(Sample::sample(random)),
            5 => Value::Boolean(Sample::sample(random)),
            _ => Value::String(Sample::sample(random)),
        };
        TypedParam::new(random.text(), value)
    }
}

macro_rules! record_samples {
    ($($(#[$doc:meta])* $name:ident { $($field:ident: $ty:ty),* $(,)? })*) => {$(
        impl Sample for $name {
            fn sample(random: &mut Random) -> $name {
                $name { $($field: Sample::sample(random)),* }
            }
        }
    )*};
}

virt_core::records!(record_samples);
