//! URIs: taken apart into the parts that drivers ask for.

use virt_error::{Result, error};

/// A URI in its parts, percent escapes resolved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Uri {
    /// `qemu` of `qemu+ssh://…`.
    pub driver: String,
    /// `ssh` of `qemu+ssh://…`.
    pub transport: Option<String>,
    pub user: Option<String>,
    /// The host's name; an IPv6 address without its brackets. `None` for `///`.
    pub server: Option<String>,
    pub port: Option<u16>,
    pub path: String,
    /// The parameters of the query, in order.
    pub query: Vec<(String, String)>,
    pub fragment: Option<String>,
}

impl Uri {
    /// Takes `text` apart.
    ///
    /// Errors: `VIR_ERR_INTERNAL_ERROR`, "Unable to parse URI …".
    pub fn parse(text: &str) -> Result<Uri> {
        Uri::read(text).ok_or_else(|| error!(Uri, InternalError, "Unable to parse URI {text}"))
    }

    fn read(text: &str) -> Option<Uri> {
        let (rest, fragment) = match text.split_once('#') {
            Some((rest, fragment)) => (rest, Some(unescape(fragment)?)),
            None => (text, None),
        };
        let (rest, query) = match rest.split_once('?') {
            Some((rest, query)) => (rest, read_query(query)?),
            None => (rest, Vec::new()),
        };
        let mut uri = Uri { fragment, query, ..Uri::default() };
        let mut rest = rest;
        if let Some((scheme, after)) = rest.split_once(':') {
            let mut letters = scheme.bytes();
            let good = letters.next().is_some_and(|first| first.is_ascii_alphabetic())
                && letters.all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
            if !good {
                return None;
            }
            (uri.driver, uri.transport) = match scheme.split_once('+') {
                Some((driver, transport)) => (driver.to_owned(), Some(transport.to_owned())),
                None => (scheme.to_owned(), None),
            };
            rest = after;
        }
        if let Some(after) = rest.strip_prefix("//") {
            let (authority, path) = after.split_at(after.find('/').unwrap_or(after.len()));
            uri.read_authority(authority)?;
            rest = path;
        }
        uri.path = unescape(rest)?;
        Some(uri)
    }

    fn read_authority(&mut self, authority: &str) -> Option<()> {
        let mut host = authority;
        if let Some((user, after)) = authority.rsplit_once('@') {
            self.user = Some(unescape(user)?);
            host = after;
        }
        let port = if let Some(bracketed) = host.strip_prefix('[') {
            let (address, after) = bracketed.split_once(']')?;
            host = address;
            match after {
                "" => None,
                after => Some(after.strip_prefix(':')?),
            }
        } else if let Some((name, port)) = host.rsplit_once(':') {
            host = name;
            Some(port)
        } else {
            None
        };
        if let Some(port) = port.filter(|port| !port.is_empty()) {
            self.port = Some(port.parse().ok()?);
        }
        if !host.is_empty() {
            self.server = Some(unescape(host)?);
        }
        Some(())
    }

    /// The first parameter of the query called `name`; names are compared without regard to case.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

fn read_query(query: &str) -> Option<Vec<(String, String)>> {
    let mut parameters = Vec::new();
    for part in query.split(['&', ';']).filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        if !name.is_empty() {
            parameters.push((unescape(name)?, unescape(value)?));
        }
    }
    Some(parameters)
}

/// Resolves percent escapes; `None` for a broken one, or for a character that no URI may hold.
fn unescape(text: &str) -> Option<String> {
    if !text.contains('%') {
        return text.bytes().all(allowed).then(|| text.to_owned());
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'%' => {
                let high = char::from(rest.next()?).to_digit(16)?;
                let low = char::from(rest.next()?).to_digit(16)?;
                bytes.push((high << 4 | low) as u8);
            }
            other if allowed(other) => bytes.push(other),
            _ => return None,
        }
    }
    String::from_utf8(bytes).ok().filter(|text| !text.contains('\0'))
}

fn allowed(byte: u8) -> bool {
    byte > b' ' && byte != 0x7f && !b"\"<>\\^`{|}".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uri_is_taken_apart() {
        let uri = Uri::parse("qemu+ssh://root@[::1]:22/system?no_verify=1&keyfile=/a%20b").unwrap();
        assert_eq!((uri.driver.as_str(), uri.transport.as_deref()), ("qemu", Some("ssh")));
        assert_eq!(
            (uri.user.as_deref(), uri.server.as_deref(), uri.port),
            (Some("root"), Some("::1"), Some(22))
        );
        assert_eq!(uri.path, "/system");
        assert_eq!(uri.parameter("keyfile"), Some("/a b"));
        assert_eq!(uri.parameter("absent"), None);
        let uri = Uri::parse("test:///default").unwrap();
        assert_eq!((uri.server, uri.path.as_str()), (None, "/default"));
        assert_eq!(Uri::parse("nosuch").unwrap().driver, "");
    }

    #[test]
    fn what_is_no_uri_is_named_in_the_error() {
        for text in ["test:/x y", "::::", "test:///default?a=%zz", "http://[::1", "test://h:99999/"] {
            let error = Uri::parse(text).unwrap_err();
            assert_eq!(error.message(), format!("internal error: Unable to parse URI {text}"));
        }
    }
}
