//! Words whose complaint belongs to the document: what cannot be read is kept until validation names it.
//!
//! The element table refuses a bad word in the general phrase ("Invalid value for attribute …"). Where libvirt
//! has words of its own for a place, the place is a [`Checked`], and the document's validation says them.

use std::{fmt::Display, net::IpAddr, str::FromStr};
use virt_error::{Error, Result};
use virt_xml::Value;

/// A value, or the word that should have been one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Checked<T> {
    Good(T),
    Bad(String),
}

impl<T> Checked<T> {
    /// The value, if the word was one.
    pub fn good(&self) -> Option<&T> {
        match self {
            Checked::Good(value) => Some(value),
            Checked::Bad(_) => None,
        }
    }

    /// The value, or the error that `complaint` makes of the word.
    pub fn or(&self, complaint: impl FnOnce(&str) -> Error) -> Result<&T> {
        match self {
            Checked::Good(value) => Ok(value),
            Checked::Bad(word) => Err(complaint(word)),
        }
    }
}

/// The value in a place that may be empty, or the error that `complaint` makes of the word.
pub fn checked<T>(place: &Option<Checked<T>>, complaint: impl FnOnce(&str) -> Error) -> Result<Option<&T>> {
    place.as_ref().map(|word| word.or(complaint)).transpose()
}

/// The value in a place, if there is one.
pub fn good<T>(place: &Option<Checked<T>>) -> Option<&T> {
    place.as_ref().and_then(Checked::good)
}

impl<T> From<T> for Checked<T> {
    fn from(value: T) -> Checked<T> {
        Checked::Good(value)
    }
}

impl<T: Value> Value for Checked<T> {
    fn read(word: &str) -> Option<Checked<T>> {
        Some(T::read(word).map_or_else(|| Checked::Bad(word.to_owned()), Checked::Good))
    }

    fn write(&self, out: &mut String) {
        match self {
            Checked::Good(value) => value.write(out),
            Checked::Bad(word) => virt_xml::escape(word, out),
        }
    }
}

/// A value that is read and written as its `FromStr` and `Display` do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Plain<T>(pub T);

impl<T: FromStr + Display> Value for Plain<T> {
    fn read(word: &str) -> Option<Plain<T>> {
        word.parse().ok().map(Plain)
    }

    fn write(&self, out: &mut String) {
        virt_xml::escape(&self.0.to_string(), out);
    }
}

/// An IP address, either family.
pub type Ip = Checked<Plain<IpAddr>>;

/// The address in a place, if there is one.
pub fn ip(place: &Option<Ip>) -> Option<IpAddr> {
    good(place).map(|address| address.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use virt_error::{Code, Origin};

    #[test]
    fn a_bad_word_is_kept_and_named_later() {
        let address = <Ip as Value>::read("10.0.0.1.5").expect("kept");
        let error = address.or(|word| virt_error::error!(Network, XmlError, "Invalid address '{word}'"));
        let error = error.expect_err("not an address");
        assert_eq!(error.message(), "XML error: Invalid address '10.0.0.1.5'");
        assert_eq!((error.origin(), error.code()), (Origin::Network, Code::XmlError));
    }

    #[test]
    fn an_address_is_written_in_its_canonical_form() {
        let address = <Ip as Value>::read("2001:DB8:0:0::1").expect("kept");
        let mut out = String::new();
        address.write(&mut out);
        assert_eq!(out, "2001:db8::1");
    }
}
