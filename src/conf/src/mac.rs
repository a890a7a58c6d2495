//! Hardware addresses of network interfaces.

use std::{fmt, str::FromStr};
use virt_xml::Value;

/// Six bytes, written as `52:54:00:ab:cd:ef`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mac(pub [u8; 6]);

impl Mac {
    /// Whether it names a group of interfaces.
    pub fn is_multicast(self) -> bool {
        self.0[0] & 1 != 0
    }
}

impl FromStr for Mac {
    type Err = ();

    /// One or two hexadecimal digits for each byte, with colons between them.
    fn from_str(text: &str) -> Result<Mac, ()> {
        let mut parts = text.split(':');
        let mut bytes = [0; 6];
        for byte in &mut bytes {
            let part = parts.next().filter(|part| matches!(part.len(), 1 | 2)).ok_or(())?;
            if !part.bytes().all(|digit| digit.is_ascii_hexdigit()) {
                return Err(());
            }
            *byte = u8::from_str_radix(part, 16).map_err(drop)?;
        }
        if parts.next().is_some() { Err(()) } else { Ok(Mac(bytes)) }
    }
}

impl fmt::Display for Mac {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [a, b, c, d, e, g] = self.0;
        write!(f, "{a:02x}:{b:02x}:{c:02x}:{d:02x}:{e:02x}:{g:02x}")
    }
}

impl Value for Mac {
    fn read(word: &str) -> Option<Mac> {
        word.parse().ok()
    }

    fn write(&self, out: &mut String) {
        out.push_str(&self.to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_bytes_are_read_and_two_digits_written() {
        let mac: Mac = "0:16:3E:a:b:c".parse().unwrap();
        assert_eq!(mac.to_string(), "00:16:3e:0a:0b:0c");
        assert!(!mac.is_multicast() && Mac([1, 0, 0, 0, 0, 0]).is_multicast());
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "",
            "00:16:3e:0a:0b",
            "00:16:3e:0a:0b:0c:0d",
            "00:16:3e:0a:0b:00c",
            "0g:1:2:3:4:5",
            "+1:1:2:3:4:5",
        ] {
            assert_eq!(text.parse::<Mac>(), Err(()), "{text}");
        }
    }
}
