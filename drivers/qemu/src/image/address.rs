//! The name of a backing file as it stands in an image: a path, an address, or QEMU's description in JSON.

use serde_json::{Map, Value};
use virt_conf::domain::storage::{DiskType, Host, Initiator, NetworkProtocol, Source, Transport};
use virt_error::{Result, bail, error};

/// Where a backing file is.
#[derive(Debug)]
pub struct Address {
    pub kind: DiskType,
    pub source: Source,
    /// The format, where the description has one of its own.
    pub format: Option<String>,
}

/// The deepest that descriptions are nested.
const DEEPEST: usize = 8;

/// Reads a name. A path stays as it is written, to be taken relative to the image.
///
/// Errors: `VIR_ERR_INTERNAL_ERROR` for a description or address that is not understood.
pub fn parse(text: &str) -> Result<Address> {
    if let Some(json) = text.strip_prefix("json:") {
        let value = serde_json::from_str(json).ok().and_then(|value| match value {
            Value::Object(members) => Some(members),
            _ => None,
        });
        let Some(members) = value else {
            bail!(Storage, InternalError, "JSON backing volume definition '{text}' is malformed");
        };
        return described(&nested(members, text)?, text, 0);
    }
    if let Some((scheme, rest)) = text.split_once("://") {
        if scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte)) {
            return url(scheme, rest, text);
        }
    }
    match text.split_once(':') {
        Some(("file", path)) => Ok(file(path)),
        Some(("nbd", rest)) => old_nbd(rest, text),
        Some(("rbd", rest)) => Ok(old_rbd(rest)),
        _ => Ok(file(text)),
    }
}

fn file(path: &str) -> Address {
    let source = Source { file: Some(path.to_owned()), ..Source::default() };
    Address { kind: DiskType::File, source, format: None }
}

fn network(protocol: NetworkProtocol) -> Source {
    Source { protocol: Some(protocol), ..Source::default() }
}

fn at(source: Source) -> Address {
    Address { kind: DiskType::Network, source, format: None }
}

fn tcp(name: &str, port: Option<&str>) -> Host {
    let name = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
    Host { name: Some(name.to_owned()), port: port.map(str::to_owned), ..Host::default() }
}

fn unix(path: &str) -> Host {
    Host { transport: Some(Transport::Unix), socket: Some(path.to_owned()), ..Host::default() }
}

/// `host:port`; the host may be an IPv6 address in brackets.
fn authority(text: &str) -> Host {
    let split = text.rsplit_once(':').filter(|(host, port)| {
        port.bytes().all(|digit| digit.is_ascii_digit()) && (!host.contains(':') || host.ends_with(']'))
    });
    match split {
        Some((host, port)) => tcp(host, Some(port)),
        None => tcp(text, None),
    }
}

/// `nbd+unix:///export?socket=/path`, `https://host/path?query`.
fn url(scheme: &str, rest: &str, text: &str) -> Result<Address> {
    let (protocol, transport) = match scheme.split_once('+') {
        Some((protocol, transport)) => (protocol, transport),
        None => (scheme, "tcp"),
    };
    let protocol: NetworkProtocol = match protocol.parse() {
        Ok(NetworkProtocol::None) | Err(()) => {
            bail!(Storage, InternalError, "invalid backing protocol '{protocol}'");
        }
        Ok(protocol) => protocol,
    };
    let (place, query) = rest.split_once('?').map_or((rest, None), |(place, query)| (place, Some(query)));
    let (host, path) = place.split_once('/').map_or((place, ""), |(host, path)| (host, path));
    // A password in an address is nothing that a document would show.
    let host = match host.rsplit_once('@') {
        Some(_) if protocol != NetworkProtocol::Ssh => {
            bail!(Storage, InternalError, "an address with a user cannot be used as a backing file")
        }
        Some((_, host)) => host,
        None => host,
    };
    let mut source = network(protocol);
    if transport == "unix" {
        let socket =
            query.iter().flat_map(|query| query.split('&')).find_map(|one| one.strip_prefix("socket="));
        let Some(socket) = socket else {
            bail!(Storage, InternalError, "missing socket for unix transport in '{text}'");
        };
        source.hosts.push(unix(&percent_decoded(socket)));
    } else {
        source.hosts.push(authority(host));
        source.query = query.map(str::to_owned);
    }
    source.name = Some(path.to_owned()).filter(|path| !path.is_empty());
    Ok(at(source))
}

/// `%2F` becomes `/`.
fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let (mut decoded, mut place) = (Vec::with_capacity(bytes.len()), 0);
    while let Some(&byte) = bytes.get(place) {
        let code = text.get(place + 1..place + 3).and_then(|code| u8::from_str_radix(code, 16).ok());
        match code.filter(|_| byte == b'%') {
            Some(code) => (place += 3, decoded.push(code)),
            None => (place += 1, decoded.push(byte)),
        };
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

/// `host:port:exportname=name`, `unix:/path:exportname=name`.
fn old_nbd(rest: &str, text: &str) -> Result<Address> {
    let (place, export) =
        rest.split_once(":exportname=").map_or((rest, None), |(place, export)| (place, Some(export)));
    let mut source = network(NetworkProtocol::Nbd);
    source.name = export.map(str::to_owned);
    match place.strip_prefix("unix:") {
        Some("") => bail!(Storage, InternalError, "missing unix socket path in nbd backing string '{text}'"),
        Some(path) => source.hosts.push(unix(path)),
        None => source.hosts.push(authority(place)),
    }
    Ok(at(source))
}

/// `pool/image@snapshot:option=value`
fn old_rbd(rest: &str) -> Address {
    let mut options = rest.split(':');
    let name = options.next().unwrap_or_default();
    let (name, snapshot) =
        name.split_once('@').map_or((name, None), |(name, snapshot)| (name, Some(snapshot)));
    let mut source = network(NetworkProtocol::Rbd);
    source.name = Some(name.to_owned());
    source.snapshot = snapshot.map(str::to_owned);
    source.config = options.find_map(|option| option.strip_prefix("conf=")).map(str::to_owned);
    at(source)
}

/// Turns names with points into objects: `{"file.filename": …}` becomes `{"file": {"filename": …}}`.
fn nested(members: Map<String, Value>, text: &str) -> Result<Map<String, Value>> {
    let mut all = Map::new();
    for (name, value) in members {
        let mut parts: Vec<&str> = name.split('.').collect();
        if parts.len() > DEEPEST {
            bail!(Storage, InternalError, "JSON backing volume definition '{text}' is nested too deeply");
        }
        let last = parts.pop().unwrap_or_default().to_owned();
        let mut place = &mut all;
        for part in parts {
            let inner = place.entry(part.to_owned()).or_insert_with(|| Value::Object(Map::new()));
            let Value::Object(inner) = inner else {
                bail!(Storage, InternalError, "JSON backing volume definition '{text}' contradicts itself");
            };
            place = inner;
        }
        place.insert(last, value);
    }
    Ok(all)
}

fn described(members: &Map<String, Value>, text: &str, depth: usize) -> Result<Address> {
    let word = |name: &str| members.get(name).and_then(Value::as_str);
    let need = |name: &str| {
        word(name).ok_or_else(|| {
            error!(Storage, InternalError, "missing '{name}' in JSON backing volume definition '{text}'")
        })
    };
    let Some(driver) = word("driver") else {
        // Without a format, the file is described in a member of its own.
        return match members.get("file") {
            Some(Value::Object(inner)) if depth < DEEPEST => described(inner, text, depth + 1),
            _ => bail!(Storage, InternalError, "JSON backing volume definition '{text}' lacks driver name"),
        };
    };
    let mut source = match driver {
        "raw" | "qcow2" | "qcow" | "qed" | "vmdk" | "vdi" | "vpc" => {
            if members.contains_key("offset") || members.contains_key("size") {
                bail!(Storage, InternalError, "slices of backing files are not supported: '{text}'");
            }
            return match members.get("file") {
                Some(Value::Object(inner)) if depth < DEEPEST => {
                    let address = described(inner, text, depth + 1)?;
                    Ok(Address { format: Some(driver.to_owned()), ..address })
                }
                _ => bail!(Storage, InternalError, "JSON backing volume definition '{text}' lacks a file"),
            };
        }
        "file" => return Ok(file(need("filename")?)),
        "host_device" | "host_cdrom" => {
            let source = Source { dev: Some(need("filename")?.to_owned()), ..Source::default() };
            return Ok(Address { kind: DiskType::Block, source, format: None });
        }
        "http" | "https" | "ftp" | "ftps" => {
            let text = need("url")?;
            let address = text.split_once("://").filter(|(scheme, _)| *scheme == driver);
            return match address {
                Some((scheme, rest)) => url(scheme, rest, text),
                None => bail!(Storage, InternalError, "expected protocol '{driver}' in the address '{text}'"),
            };
        }
        "nbd" => network(NetworkProtocol::Nbd),
        "rbd" => {
            let mut source = network(NetworkProtocol::Rbd);
            source.name = Some(format!("{}/{}", need("pool")?, need("image")?));
            source.snapshot = word("snapshot").map(str::to_owned);
            source.config = word("conf").map(str::to_owned);
            source
        }
        "ssh" => {
            let mut source = network(NetworkProtocol::Ssh);
            source.name = Some(need("path")?.to_owned());
            source
        }
        "gluster" => {
            let mut source = network(NetworkProtocol::Gluster);
            source.name = Some(format!("{}/{}", need("volume")?, need("path")?));
            source
        }
        "nfs" => {
            let mut source = network(NetworkProtocol::Nfs);
            source.name = Some(need("path")?.to_owned());
            source
        }
        "iscsi" => {
            let mut source = network(NetworkProtocol::Iscsi);
            let unit = members.get("lun").map_or("0".to_owned(), |unit| match unit {
                Value::String(unit) => unit.clone(),
                other => other.to_string(),
            });
            source.name = Some(format!("{}/{unit}", need("target")?));
            source.hosts.push(authority(need("portal")?));
            if let Some(iqn) = word("initiator-name") {
                source.initiator =
                    Some(Box::new(Initiator { iqn: Some(iqn.to_owned()), ..Initiator::default() }));
            }
            return Ok(at(source));
        }
        other => {
            bail!(
                Storage,
                InternalError,
                "missing parser implementation for JSON backing volume driver '{other}'"
            )
        }
    };
    if driver == "nbd" {
        source.name = word("export").map(str::to_owned);
    }
    match members.get("server") {
        Some(Value::Array(servers)) => {
            for server in servers {
                source.hosts.push(host(server, text)?);
            }
        }
        Some(Value::Object(servers)) if servers.keys().all(|key| key.parse::<u16>().is_ok()) => {
            for server in servers.values() {
                source.hosts.push(host(server, text)?);
            }
        }
        Some(server) => source.hosts.push(host(server, text)?),
        None => match (word("path"), word("host")) {
            (Some(path), _) if driver == "nbd" => source.hosts.push(unix(path)),
            (_, Some(name)) => source.hosts.push(tcp(name, word("port"))),
            _ if driver == "rbd" => {}
            _ => bail!(Storage, InternalError, "missing server in JSON backing volume definition '{text}'"),
        },
    }
    Ok(at(source))
}

fn host(server: &Value, text: &str) -> Result<Host> {
    let word = |name: &str| server.get(name).and_then(Value::as_str);
    match (word("type"), word("path"), word("host")) {
        (Some("unix"), Some(path), _) => Ok(unix(path)),
        (None | Some("inet" | "tcp"), _, Some(name)) => Ok(tcp(name, word("port"))),
        _ => bail!(Storage, InternalError, "malformed server in JSON backing volume definition '{text}'"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hosts(text: &str) -> Vec<String> {
        let address = parse(text).unwrap();
        let show = |host: &Host| {
            let port = host.port.as_deref().unwrap_or("-");
            host.socket.clone().unwrap_or_else(|| format!("{} {port}", host.name.as_deref().unwrap_or("-")))
        };
        address.source.hosts.iter().map(show).collect()
    }

    #[test]
    fn paths_stay_paths() {
        assert_eq!(parse("base.img").unwrap().source.file.as_deref(), Some("base.img"));
        assert_eq!(parse("/a:b/c").unwrap().source.file.as_deref(), Some("/a:b/c"));
        assert_eq!(parse("file:/x").unwrap().source.file.as_deref(), Some("/x"));
    }

    #[test]
    fn addresses_are_split() {
        assert_eq!(hosts("nbd://[::1]:10809/export"), ["::1 10809"]);
        assert_eq!(hosts("nbd+unix:///e?socket=%2Frun%2Fs"), ["/run/s"]);
        assert_eq!(hosts("nbd:host:1234:exportname=x"), ["host 1234"]);
        let http = parse("https://host/a/b?x=y").unwrap().source;
        assert_eq!((http.name.as_deref(), http.query.as_deref()), (Some("a/b"), Some("x=y")));
    }

    #[test]
    fn descriptions_are_read_in_both_spellings() {
        let nested = parse(r#"json:{"driver":"qcow2","file":{"driver":"file","filename":"/a"}}"#).unwrap();
        assert_eq!((nested.source.file.as_deref(), nested.format.as_deref()), (Some("/a"), Some("qcow2")));
        let dotted = parse(
            r#"json:{"file.driver":"nbd","file.server.type":"inet","file.server.host":"h","file.server.port":"1"}"#,
        );
        assert_eq!(dotted.unwrap().source.hosts[0].name.as_deref(), Some("h"));
    }

    #[test]
    fn hostile_descriptions_are_refused() {
        let deep = format!("json:{}{}", r#"{"file":"#.repeat(100), "}".repeat(100));
        for text in [
            "json:",
            "json:[]",
            "json:{",
            r#"json:{"driver":7}"#,
            r#"json:{"driver":"null-co"}"#,
            r#"json:{"driver":"raw","file":"node"}"#,
            r#"json:{"file":"a","file.filename":"b"}"#,
            deep.as_str(),
            r#"json:{"driver":"nbd","server":{"type":"fd","str":"3"}}"#,
            "http://user:secret@host/x",
        ] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
