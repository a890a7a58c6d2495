//! Where a URI leads: the daemon's socket, and the URI that the daemon is asked to open.

use nix::unistd::Uid;
use std::{env, path::PathBuf};
use virt_core::Result;
use virt_error::bail;

/// The socket of a daemon, and what to ask it for.
#[derive(Debug, PartialEq, Eq)]
pub struct Address {
    pub socket: PathBuf,
    /// The URI for the daemon; empty lets it choose.
    pub name: String,
}

/// Transports of the protocol.
const TRANSPORTS: &[&str] = &["tls", "unix", "ssh", "libssh2", "libssh", "ext", "tcp"];

/// Parameters of the query that are about the way to the daemon, and that the daemon does not see.
const OWN_PARAMETERS: &[&str] = &[
    "name",
    "command",
    "socket",
    "auth",
    "sshauth",
    "netcat",
    "keyfile",
    "pkipath",
    "known_hosts",
    "known_hosts_verify",
    "no_sanity",
    "no_verify",
    "no_tty",
    "mode",
    "proxy",
    "tls_priority",
];

impl Address {
    /// Reads a URI: `driver[+transport]://[host]/path[?query]`.
    pub fn from_uri(uri: &str, read_only: bool) -> Result<Address> {
        let parts = Parts::of(uri);
        let transport = match parts.transport {
            Some(transport) if !TRANSPORTS.contains(&transport) => {
                bail!(
                    Remote,
                    InvalidArg,
                    "remote_open: transport in URL not recognised (should be {})",
                    TRANSPORTS.join("|")
                );
            }
            Some(transport) => transport,
            None if parts.host.is_empty() => "unix",
            None => "tls",
        };
        if transport != "unix" {
            bail!(Remote, ConfigUnsupported, "the transport '{transport}' of '{uri}'");
        }
        if !parts.host.is_empty() {
            bail!(
                Remote,
                InvalidArg,
                "using unix socket and remote server '{}' is not supported.",
                parts.host
            );
        }

        let session = parts.is_session() && !Uid::effective().is_root();
        let socket = match parts.parameter("socket") {
            Some(socket) => socket.into(),
            None => default_socket(session, read_only)?,
        };
        Ok(Address { socket, name: parts.parameter("name").unwrap_or_else(|| parts.daemon_uri()) })
    }
}

/// A URI in pieces.
#[derive(Default)]
struct Parts<'a> {
    driver: &'a str,
    transport: Option<&'a str>,
    host: &'a str,
    path: &'a str,
    query: Vec<(&'a str, &'a str)>,
}

impl<'a> Parts<'a> {
    fn of(uri: &'a str) -> Parts<'a> {
        let Some((scheme, rest)) = uri.split_once(':') else { return Parts::default() };
        let (driver, transport) = match scheme.split_once('+') {
            Some((driver, transport)) => (driver, Some(transport)),
            None => (scheme, None),
        };
        let rest = rest.split('#').next().unwrap_or_default();
        let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (host, path) = match rest.strip_prefix("//") {
            Some(rest) => rest.split_at(rest.find('/').unwrap_or(rest.len())),
            None => ("", rest),
        };
        let pairs = query.split(['&', ';']).filter(|pair| !pair.is_empty());
        let query = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, ""))).collect();
        Parts { driver, transport, host, path, query }
    }

    fn parameter(&self, name: &str) -> Option<String> {
        let (_, value) = self.query.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))?;
        Some(unescape(value))
    }

    /// Whether this is for a user's own daemon, when that user is not root.
    fn is_session(&self) -> bool {
        self.driver.is_empty()
            || self.path == "/session"
            || (self.driver == "test" && self.transport.is_some())
    }

    /// The same without what is about the way to the daemon.
    fn daemon_uri(&self) -> String {
        if self.driver.is_empty() {
            return String::new();
        }
        let foreign =
            |(name, _): &&(&str, &str)| !OWN_PARAMETERS.iter().any(|own| own.eq_ignore_ascii_case(name));
        let pairs = self.query.iter().filter(foreign).map(|(name, value)| format!("{name}={value}"));
        let query = pairs.collect::<Vec<_>>().join("&");
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}://{}{mark}{query}", self.driver, self.path)
    }
}

/// Replaces `%XX`. What is no such sequence stays as it is.
fn unescape(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let digit = |at: usize| after.get(at).and_then(|byte| char::from(*byte).to_digit(16));
        if let (b'%', Some(high), Some(low)) = (first, digit(0), digit(1)) {
            bytes.push((high << 4 | low) as u8);
            rest = &after[2..];
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn default_socket(session: bool, read_only: bool) -> Result<PathBuf> {
    if !session {
        let name = if read_only { "libvirt-sock-ro" } else { "libvirt-sock" };
        return Ok(PathBuf::from("/var/run/libvirt").join(name));
    }
    Ok(user_runtime_dir()?.join("libvirt/libvirt-sock"))
}

/// The directory of a user's sockets: `$XDG_RUNTIME_DIR`, else `~/.cache`.
pub fn user_runtime_dir() -> Result<PathBuf> {
    match env::var_os("XDG_RUNTIME_DIR").filter(|dir| !dir.is_empty()) {
        Some(dir) => Ok(PathBuf::from(dir)),
        None => match env::var_os("HOME") {
            Some(home) => Ok(PathBuf::from(home).join(".cache")),
            None => bail!(Remote, InternalError, "neither XDG_RUNTIME_DIR nor HOME is set"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(uri: &str) -> (String, String) {
        let address = Address::from_uri(uri, false).unwrap();
        (address.socket.to_str().unwrap().to_owned(), address.name)
    }

    #[test]
    fn the_daemon_sees_a_uri_without_the_way_to_it() {
        let (socket, name) = read("test+unix:///default?socket=/tmp/a%20b&x=1&mode=legacy");
        assert_eq!((socket.as_str(), name.as_str()), ("/tmp/a b", "test:///default?x=1"));
        assert_eq!(read("test+unix:///?socket=/s&name=test:///other").1, "test:///other");
        assert_eq!(read("qemu+unix:///system?socket=/s").1, "qemu:///system");
        assert_eq!(read("?socket=/s").1, "");
    }

    #[test]
    fn ways_that_are_not_there_are_refused() {
        for uri in
            ["qemu+tls://host/system", "qemu://host/system", "qemu+pigeon:///system", "qemu+unix://h/s"]
        {
            assert!(Address::from_uri(uri, false).is_err(), "{uri}");
        }
    }
}
