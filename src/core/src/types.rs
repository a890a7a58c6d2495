//! The plain types of which arguments and results are made; their serialised form is the wire form.
//!
//! A limit is part of a type (`List<Domain, 16384>`), so that a hostile length is refused before anything is
//! allocated. In process nothing enforces a limit: it belongs to the protocol, and packing checks it.

use std::{
    borrow::Borrow,
    fmt,
    hash::{Hash, Hasher},
    ops::Deref,
    sync::Arc,
};

pub use crate::params::{Params, TypedParam, Value};
pub use virt_conf::Uuid;

/// The name of an object: immutable, cheap to share, and NUL-terminated in memory so that C can read it.
///
/// A name never contains a NUL: [`Name::new`] cuts at the first one.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name(Arc<str>);

impl Name {
    pub fn new(text: &str) -> Name {
        let text = text.split('\0').next().unwrap_or_default();
        let mut terminated = String::with_capacity(text.len() + 1);
        terminated.push_str(text);
        terminated.push('\0');
        Name(terminated.into())
    }

    pub fn as_str(&self) -> &str {
        &self.0[..self.0.len() - 1]
    }

    /// The text with its terminating NUL, which C may read for as long as this name lives.
    pub fn with_nul(&self) -> &str {
        &self.0
    }
}

/// As the text hashes, so that a map keyed by names is searched with a `&str`.
impl Hash for Name {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl Default for Name {
    fn default() -> Name {
        Name::new("")
    }
}

impl Deref for Name {
    type Target = str;
    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl Borrow<str> for Name {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl From<&str> for Name {
    fn from(text: &str) -> Name {
        Name::new(text)
    }
}

impl From<String> for Name {
    fn from(text: String) -> Name {
        Name::new(&text)
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

/// A list of at most `MAX` items on the wire.
#[derive(Clone, Debug, PartialEq)]
pub struct List<T, const MAX: usize>(pub Vec<T>);

/// At most `MAX` bytes of opaque data on the wire.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bytes<const MAX: usize>(pub Vec<u8>);

/// Text that travels as a counted array of `char`, four bytes each on the wire, at most `MAX` of them.
/// The array holds the text's bytes and a terminating NUL, as the sender chose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chars<const MAX: usize>(pub Vec<u8>);

impl<const MAX: usize> Chars<MAX> {
    /// `text` with its terminating NUL.
    pub fn from_text(text: &str) -> Self {
        let mut bytes = text.as_bytes().to_vec();
        bytes.push(0);
        Chars(bytes)
    }

    /// The bytes before the first NUL.
    pub fn text(&self) -> &[u8] {
        self.0.split(|byte| *byte == 0).next().unwrap_or_default()
    }
}

/// Exactly `N` of `char`, four bytes each on the wire, padded with NUL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FixedChars<const N: usize>(pub [u8; N]);

impl<const N: usize> FixedChars<N> {
    /// The first `N - 1` bytes of `text`.
    pub fn from_text(text: &str) -> Self {
        let mut chars = [0; N];
        let taken = text.len().min(N - 1);
        chars[..taken].copy_from_slice(&text.as_bytes()[..taken]);
        FixedChars(chars)
    }
}

impl<const N: usize> Default for FixedChars<N> {
    fn default() -> Self {
        FixedChars([0; N])
    }
}

/// What a `ListAll` call returns: the items, empty when only their number was asked for, and their number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing<T, const MAX: usize> {
    pub items: List<T, MAX>,
    pub count: u32,
}

impl<T, const MAX: usize> Listing<T, MAX> {
    /// Keeps `items` when the caller's `need_results` asks for them, and counts them in any case.
    pub fn new(items: Vec<T>, need_results: i32) -> Self {
        let count = items.len() as u32;
        let items = if need_results != 0 { items } else { Vec::new() };
        Listing { items: List(items), count }
    }
}

/// What a parameter getter with an `nparams` argument returns: the parameters, or, when `nparams` was 0,
/// only how many there are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Counted<const MAX: usize> {
    pub params: Params<MAX>,
    pub nparams: i32,
}

impl<const MAX: usize> Counted<MAX> {
    /// All of `params`, for the getters that nobody asks for the number first.
    pub fn all(params: Vec<TypedParam>) -> Self {
        Counted { nparams: params.len() as i32, params: Params(params) }
    }

    /// The first `nparams` of `params`, or their number when `nparams` is 0.
    pub fn new(mut params: Vec<TypedParam>, nparams: i32) -> Self {
        if nparams == 0 {
            return Counted { nparams: params.len() as i32, params: Params::default() };
        }
        params.truncate(nparams.max(0) as usize);
        Counted { nparams: params.len() as i32, params: Params(params) }
    }
}

impl<T, const MAX: usize> Default for List<T, MAX> {
    fn default() -> Self {
        List(Vec::new())
    }
}

impl<T, const MAX: usize> Deref for List<T, MAX> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<const MAX: usize> Deref for Bytes<MAX> {
    type Target = [u8];
    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl<T, const MAX: usize> From<Vec<T>> for List<T, MAX> {
    fn from(items: Vec<T>) -> Self {
        List(items)
    }
}

impl<const MAX: usize> From<Vec<u8>> for Bytes<MAX> {
    fn from(bytes: Vec<u8>) -> Self {
        Bytes(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_terminated_for_c_and_not_for_rust() {
        let name = Name::new("web");
        assert_eq!(&*name, "web");
        assert_eq!(name.with_nul(), "web\0");
        assert_eq!(&*Name::new("a\0b"), "a");
    }

    #[test]
    fn a_getter_asked_for_no_parameters_counts_them() {
        let params = vec![TypedParam::new("a", Value::Int(1)), TypedParam::new("b", Value::Int(2))];
        assert_eq!(Counted::<16>::new(params.clone(), 0).nparams, 2);
        assert_eq!(Counted::<16>::new(params.clone(), 1).params.len(), 1);
        assert_eq!(Counted::<16>::new(params, 9).nparams, 2);
    }
}
