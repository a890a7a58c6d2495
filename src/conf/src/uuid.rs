//! UUIDs of objects.

use std::fmt;
use virt_xml::Value;

/// A UUID as sixteen bytes, in the order in which it is printed.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Uuid(pub [u8; 16]);

impl Uuid {
    /// A new random UUID.
    pub fn random() -> Uuid {
        Uuid(*::uuid::Uuid::new_v4().as_bytes())
    }

    /// Reads the forms that libvirt takes: 32 hexadecimal digits with `-` and white space between any of them.
    pub fn parse(text: &str) -> Option<Uuid> {
        let mut nibbles = text.trim().bytes().filter(|b| *b != b'-' && !b.is_ascii_whitespace());
        let mut uuid = [0; 16];
        for byte in &mut uuid {
            let high = char::from(nibbles.next()?).to_digit(16)?;
            let low = char::from(nibbles.next()?).to_digit(16)?;
            *byte = (high << 4 | low) as u8;
        }
        nibbles.next().is_none().then_some(Uuid(uuid))
    }
}

impl fmt::Display for Uuid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut buffer = ::uuid::Uuid::encode_buffer();
        f.write_str(::uuid::Uuid::from_bytes(self.0).as_hyphenated().encode_lower(&mut buffer))
    }
}

impl fmt::Debug for Uuid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Value for Uuid {
    fn read(word: &str) -> Option<Uuid> {
        Uuid::parse(word)
    }

    fn write(&self, out: &mut String) {
        out.push_str(&self.to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uuid_is_read_in_every_form_and_written_in_one() {
        let text = "6695eb01-f6a4-8304-79aa-97f2502e193f";
        let uuid = Uuid::parse(text).unwrap();
        assert_eq!(uuid.to_string(), text);
        assert_eq!(Uuid::parse(&text.replace('-', "").to_uppercase()), Some(uuid));
        assert_eq!(Uuid::parse(&text[1..]), None);
        assert_eq!(Uuid::parse(&format!("{text}0")), None);
        assert_eq!(Uuid::parse("6695eb01-f6a4-8304-79aa-97f2502e19zz"), None);
    }
}
