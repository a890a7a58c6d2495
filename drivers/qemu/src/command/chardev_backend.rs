//! The host's end of a character device, in both forms that QEMU takes it: as an option of the command line, and as
//! the arguments of `chardev-add`.

use super::{Flag, Line, Options, Plan, Props, Step};
use serde_json::{Value, json};
use virt_conf::domain::chardev::{CharSource, ChardevSource, ChardevType, MouseMode, Protocol, SourceMode};
use virt_conf::domain::storage::Reconnect;
use virt_error::{Result, bail, error};
use virt_xml::OnOff;

/// A character device with its identifier.
#[derive(Clone, Debug, PartialEq)]
pub struct Chardev {
    pub id: String,
    backend: Backend,
    /// A file that takes what is written too, and whether its contents are kept.
    log: Option<(String, bool)>,
}

#[derive(Clone, Debug, PartialEq)]
enum Backend {
    Null,
    Vc,
    Pty,
    Stdio,
    /// A serial or parallel port of the host.
    Port {
        kind: &'static str,
        path: String,
    },
    File {
        path: String,
        /// Whether what the file holds is kept; the emulator decides where nothing is said.
        append: Option<bool>,
    },
    Pipe {
        path: String,
    },
    Udp {
        remote: (String, String),
        local: Option<(String, String)>,
    },
    Socket(Socket),
    SpiceVmc {
        name: &'static str,
    },
    SpicePort {
        name: String,
    },
    Vdagent {
        clipboard: bool,
        mouse: bool,
    },
    Dbus {
        name: String,
    },
}

#[derive(Clone, Debug, PartialEq)]
struct Socket {
    end: End,
    telnet: Option<bool>,
    server: bool,
    /// Whether the emulator waits for a client before the guest starts.
    wait: bool,
    /// Seconds after which a broken connection is made again; none at all for 0.
    reconnect: Option<u32>,
    tls: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
enum End {
    Inet {
        host: String,
        port: String,
    },
    Unix {
        path: String,
    },
    /// A listening socket under that number, or of that name in a running emulator.
    File(String),
}

/// What a backend is for, where that changes it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Use {
    Plain,
    Parallel,
    /// The channel of a SPICE client: `vdagent`, `smartcard`, `usbredir`.
    Spice(&'static str),
}

impl Chardev {
    /// A client of the socket at `path`.
    pub fn client(id: String, path: &str, reconnect: Option<&Reconnect>) -> Chardev {
        let socket = Socket {
            end: End::Unix { path: path.to_owned() },
            telnet: None,
            server: false,
            wait: false,
            reconnect: seconds(reconnect),
            tls: None,
        };
        Chardev { id, backend: Backend::Socket(socket), log: None }
    }

    /// A server at `path` that the emulator waits for the client of.
    pub fn waiting_server(id: String, path: &str) -> Chardev {
        let end = End::Unix { path: path.to_owned() };
        let socket = Socket { end, telnet: None, server: true, wait: true, reconnect: None, tls: None };
        Chardev { id, backend: Backend::Socket(socket), log: None }
    }

    /// The host's end of the device of that alias. `path` is taken for a socket that has none of its own.
    /// What makes it is appended to `steps`.
    pub fn append_to(
        steps: &mut Vec<Step>,
        plan: &Plan<'_>,
        (alias, kind, source): (&str, Option<ChardevType>, &ChardevSource),
        purpose: Use,
        path: Option<String>,
    ) -> Result<()> {
        let id = format!("char{alias}");
        let first = source.sources.first();
        let need = |place: Option<&String>, what: &str| {
            place
                .cloned()
                .ok_or_else(|| error!(Qemu, InternalError, "character device '{alias}' has no {what}"))
        };
        let file = || need(first.and_then(|end| end.path.as_ref()), "path");
        let channel = || need(first.and_then(|end| end.channel.as_ref()), "channel");
        let backend = match kind.unwrap_or(ChardevType::Pty) {
            ChardevType::Null => Backend::Null,
            ChardevType::Vc => Backend::Vc,
            ChardevType::Pty => Backend::Pty,
            ChardevType::Stdio => Backend::Stdio,
            ChardevType::Dev => {
                let kind = if purpose == Use::Parallel { "parallel" } else { "serial" };
                Backend::Port { kind, path: file()? }
            }
            ChardevType::File => {
                let append = first.and_then(|end| end.append).map(|OnOff(on)| on);
                Backend::File { path: file()?, append }
            }
            ChardevType::Pipe => Backend::Pipe { path: file()? },
            ChardevType::Udp => udp(source),
            ChardevType::Tcp => {
                let end =
                    first.ok_or_else(|| error!(Qemu, InternalError, "TCP device '{alias}' has no source"))?;
                let protocol = source.protocol.as_ref().and_then(|protocol| protocol.kind);
                tcp(plan, &id, end, protocol, steps)?
            }
            ChardevType::Unix => {
                let mode = first.and_then(|end| end.mode);
                let own = first.and_then(|end| end.path.clone());
                // A socket without a path of its own is one that the emulator listens on.
                let server = own.is_none() || mode.is_none_or(|mode| mode == SourceMode::Bind);
                let path = match own.or(path) {
                    Some(path) => path,
                    None => bail!(Qemu, InternalError, "UNIX socket device '{alias}' has no path"),
                };
                let reconnect = seconds(first.and_then(|end| end.reconnect.as_deref()));
                let end = End::Unix { path };
                Backend::Socket(Socket {
                    end,
                    telnet: None,
                    server,
                    wait: false,
                    reconnect: reconnect.filter(|_| !server),
                    tls: None,
                })
            }
            ChardevType::Spicevmc => match purpose {
                Use::Spice(name) => Backend::SpiceVmc { name },
                _ => bail!(
                    Qemu,
                    ConfigUnsupported,
                    "character device type 'spicevmc' is for channels, smartcards and redirected devices alone"
                ),
            },
            ChardevType::Spiceport => Backend::SpicePort { name: channel()? },
            ChardevType::Dbus => Backend::Dbus { name: channel()? },
            ChardevType::QemuVdagent => Backend::Vdagent {
                clipboard: first.and_then(|end| end.clipboard).is_some_and(|on| on.0),
                mouse: first.and_then(|end| end.mouse) == Some(MouseMode::Client),
            },
            ChardevType::Nmdm => bail!(Qemu, ConfigUnsupported, "unsupported chardev 'nmdm'"),
        };
        let log = source.log.as_ref().and_then(|log| {
            let append = log.append.is_none_or(|append| append == OnOff(true));
            Some((log.file.clone()?, append))
        });
        steps.push(Step::Chardev(Box::new(Chardev { id, backend, log })));
        Ok(())
    }

    /// Takes over the listening socket that was made for it, and appends it to a command line.
    pub fn append(mut self, line: &mut Line, plan: &Plan<'_>) {
        if let Backend::Socket(socket) = &mut self.backend {
            if socket.server && matches!(socket.end, End::Unix { .. }) {
                let alias = self.id.strip_prefix("char").unwrap_or(&self.id);
                if let Some(file) = line.chardev_socket(alias) {
                    socket.end = End::File(line.file(file).to_string());
                }
            }
        }
        line.chardev(self.options(plan));
    }

    /// The name and value of the option that makes a broken connection again.
    fn reconnect(plan: &Plan<'_>, seconds: u32) -> (&'static str, u64) {
        if plan.emulator.has(Flag::ChardevReconnectMs) {
            ("reconnect-ms", u64::from(seconds) * 1000)
        } else {
            ("reconnect", seconds.into())
        }
    }

    /// `socket,id=…`
    pub fn options(&self, plan: &Plan<'_>) -> Options {
        let begin = |kind: &str| Options::new(kind).with("id", &self.id);
        let mut options = match &self.backend {
            Backend::Null => begin("null"),
            Backend::Vc => begin("vc"),
            Backend::Pty => begin("pty"),
            Backend::Stdio => begin("stdio"),
            Backend::Port { kind, path } => begin(kind).with("path", path),
            Backend::File { path, append } => {
                let mut options = begin("file").with("path", path);
                if let Some(append) = append {
                    options.put_on("append", *append);
                }
                options
            }
            Backend::Pipe { path } => begin("pipe").with("path", path),
            Backend::Udp { remote: (host, port), local } => {
                let (local_host, local_port) =
                    local.as_ref().map_or(("", "0"), |(host, port)| (host.as_str(), port.as_str()));
                let options = begin("udp").with("host", host).with("port", port);
                options.with("localaddr", local_host).with("localport", local_port)
            }
            Backend::Socket(socket) => {
                let mut options = begin("socket");
                match &socket.end {
                    End::Inet { host, port } => options = options.with("host", host).with("port", port),
                    End::Unix { path } => options.put("path", path),
                    End::File(name) => options.put("fd", name),
                }
                if socket.telnet == Some(true) {
                    options.put_on("telnet", true);
                }
                if socket.server {
                    options.put_on("server", true);
                    if !socket.wait {
                        options.put_on("wait", false);
                    }
                }
                if let Some(seconds) = socket.reconnect {
                    let (name, value) = Chardev::reconnect(plan, seconds);
                    options.put(name, value);
                }
                options.put_some("tls-creds", socket.tls.as_ref());
                options
            }
            Backend::SpiceVmc { name } => begin("spicevmc").with("name", name),
            Backend::SpicePort { name } => begin("spiceport").with("name", name),
            Backend::Vdagent { clipboard, mouse } => {
                let mut options = begin("qemu-vdagent").with("name", "vdagent");
                options.put_on("clipboard", *clipboard);
                options.put_on("mouse", *mouse);
                options
            }
            Backend::Dbus { name } => begin("dbus").with("name", name),
        };
        if let Some((file, append)) = &self.log {
            options.put("logfile", file);
            options.put_on("logappend", *append);
        }
        options
    }

    /// The arguments of `chardev-add`.
    pub fn json(&self, plan: &Plan<'_>) -> Props {
        let (kind, mut data) = match &self.backend {
            Backend::Null => ("null", Props::new()),
            Backend::Vc => ("vc", Props::new()),
            Backend::Pty => ("pty", Props::new()),
            Backend::Stdio => ("stdio", Props::new()),
            Backend::Port { kind, path } => (*kind, Props::new().with("device", path.as_str())),
            Backend::File { path, append } => {
                ("file", Props::new().with("out", path.as_str()).with_some("append", *append))
            }
            Backend::Pipe { path } => ("pipe", Props::new().with("device", path.as_str())),
            Backend::Udp { remote, local } => {
                let data = Props::new().with("remote", inet(&remote.0, &remote.1));
                ("udp", data.with_some("local", local.as_ref().map(|(host, port)| inet(host, port))))
            }
            Backend::Socket(socket) => ("socket", socket.json(plan)),
            Backend::SpiceVmc { name } => ("spicevmc", Props::new().with("type", *name)),
            Backend::SpicePort { name } => ("spiceport", Props::new().with("fqdn", name.as_str())),
            Backend::Vdagent { clipboard, mouse } => {
                ("qemu-vdagent", Props::new().with("clipboard", *clipboard).with("mouse", *mouse))
            }
            Backend::Dbus { name } => ("dbus", Props::new().with("name", name.as_str())),
        };
        if let Some((file, append)) = &self.log {
            data.put("logfile", file.as_str());
            data.put("logappend", *append);
        }
        let backend = Props::new().with("type", kind).with("data", data);
        Props::new().with("id", self.id.as_str()).with("backend", backend)
    }
}

impl Socket {
    fn json(&self, plan: &Plan<'_>) -> Props {
        let end = match &self.end {
            End::Inet { host, port } => inet(host, port),
            End::Unix { path } => json!({"type": "unix", "data": {"path": path}}),
            End::File(name) => json!({"type": "fd", "data": {"str": name}}),
        };
        let mut data = Props::new().with("addr", end).with_some("telnet", self.telnet);
        data.put("server", self.server);
        if self.server && !self.wait {
            data.put("wait", false);
        }
        if let Some(seconds) = self.reconnect {
            let (name, value) = Chardev::reconnect(plan, seconds);
            data.put(name, value);
        }
        data.with_some("tls-creds", self.tls.as_deref())
    }
}

fn inet(host: &str, port: &str) -> Value {
    json!({"type": "inet", "data": {"host": host, "port": port}})
}

/// How soon a connection is made again; 0 for never, nothing where the document leaves it to the emulator.
fn seconds(reconnect: Option<&Reconnect>) -> Option<u32> {
    let reconnect = reconnect?;
    let enabled = reconnect.enabled?;
    Some(if enabled.0 { reconnect.timeout.unwrap_or(0) } else { 0 })
}

fn udp(source: &ChardevSource) -> Backend {
    let end =
        |mode: SourceMode| source.sources.iter().find(|end| end.mode.unwrap_or(SourceMode::Connect) == mode);
    let text = |place: Option<&String>, default: &str| place.map_or(default, String::as_str).to_owned();
    let remote = end(SourceMode::Connect);
    let local = end(SourceMode::Bind);
    Backend::Udp {
        remote: (
            text(remote.and_then(|end| end.host.as_ref()), "127.0.0.1"),
            text(remote.and_then(|end| end.service.as_ref()), ""),
        ),
        local: local.map(|end| (text(end.host.as_ref(), ""), text(end.service.as_ref(), "0"))),
    }
}

fn tcp(
    plan: &Plan<'_>,
    id: &str,
    end: &CharSource,
    protocol: Option<Protocol>,
    steps: &mut Vec<Step>,
) -> Result<Backend> {
    let telnet = match protocol.unwrap_or(Protocol::Raw) {
        Protocol::Raw => false,
        Protocol::Telnet => true,
        other => bail!(Qemu, ConfigUnsupported, "protocol '{other}' of a TCP device is not supported"),
    };
    let server = end.mode == Some(SourceMode::Bind);
    let settings = plan.settings;
    let tls = end.tls.map_or(settings.chardev_tls, |tls| tls.0);
    let tls = if tls {
        if settings.chardev_tls_x509_secret_uuid.is_some() {
            return Err(super::secret::missing("the key of the certificate for character devices"));
        }
        let name = format!("obj{id}_tls0");
        let mut object = Props::object("tls-creds-x509", name.as_str());
        object.put("dir", settings.chardev_tls_x509_cert_dir.as_str());
        object.put("endpoint", if server { "server" } else { "client" });
        object.put("verify-peer", !server || settings.chardev_tls_x509_verify);
        steps.push(Step::Object(object));
        Some(name)
    } else {
        None
    };
    let text = |place: &Option<String>| place.clone().unwrap_or_default();
    let address = End::Inet { host: text(&end.host), port: text(&end.service) };
    let reconnect = seconds(end.reconnect.as_deref()).filter(|_| !server);
    Ok(Backend::Socket(Socket { end: address, telnet: Some(telnet), server, wait: false, reconnect, tls }))
}
