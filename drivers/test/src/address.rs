//! Which host a URI means.

use virt_error::{Result, bail};

/// What a URI asks for.
#[derive(Debug, PartialEq, Eq)]
pub enum Address {
    /// Not this driver: another scheme, a transport, or another machine.
    Elsewhere,
    Default,
    File(String),
}

impl Address {
    /// Errors: `VIR_ERR_INVALID_ARG` when the path is missing.
    pub fn of(uri: &str) -> Result<Address> {
        let Some(rest) = uri.strip_prefix("test:") else { return Ok(Address::Elsewhere) };
        let rest = rest.split(['?', '#']).next().unwrap_or_default();
        let path = match rest.strip_prefix("//") {
            Some(rest) => {
                let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
                let host = authority.rsplit('@').next().unwrap_or_default();
                if !host.is_empty() {
                    return Ok(Address::Elsewhere);
                }
                path
            }
            None => rest,
        };
        match unescape(path).as_str() {
            "" | "/" => bail!(Test, InvalidArg, "testOpen: supply a path or use test:///default"),
            "/default" => Ok(Address::Default),
            path => Ok(Address::File(path.to_owned())),
        }
    }
}

/// Resolves `%41`; what is not two hexadecimal digits stays as it is.
fn unescape(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let hex = |digit: u8| char::from(digit).to_digit(16);
        match (byte, after) {
            (b'%', [high, low, after @ ..]) if hex(*high).is_some() && hex(*low).is_some() => {
                bytes.push((hex(*high).unwrap_or(0) << 4 | hex(*low).unwrap_or(0)) as u8);
                rest = after;
            }
            _ => {
                bytes.push(byte);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uri_with_a_server_or_a_transport_is_not_ours() {
        for uri in ["test://host/default", "test+unix:///default", "TEST:///default", "qemu:///system", ""] {
            assert_eq!(Address::of(uri).unwrap(), Address::Elsewhere, "{uri}");
        }
    }

    #[test]
    fn the_path_is_what_counts() {
        for uri in ["test:///default", "test:///default?x=1", "test:///default#f", "test://user@/default"] {
            assert_eq!(Address::of(uri).unwrap(), Address::Default, "{uri}");
        }
        assert_eq!(Address::of("test:///a%20b").unwrap(), Address::File("/a b".into()));
        assert_eq!(Address::of("test:default").unwrap(), Address::File("default".into()));
        for uri in ["test:", "test://", "test:///"] {
            assert_eq!(
                Address::of(uri).unwrap_err().message(),
                "invalid argument: testOpen: supply a path or use test:///default"
            );
        }
    }
}
