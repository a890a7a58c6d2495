//! Screens: VNC, SPICE, SDL, D-Bus and headless ones.

use super::{Flag, Line, Options, Plan, Props, refuse, secret};
use crate::directories::short_name;
use std::{fs, path::Path};
use virt_conf::domain::Domain as Document;
use virt_conf::domain::chardev::MouseMode;
use virt_conf::domain::graphics::{
    ChannelMode, Compression, Gl, Graphics, GraphicsType, ImageCompression, Listen, ListenType, SharePolicy,
    StreamingMode,
};
use virt_error::{Result, bail, error};
use virt_xml::{OnOff, YesNo};

/// The port of the first display of VNC.
const VNC_BASE: i32 = 5900;

pub fn append(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    for graphics in &plan.domain.devices.graphics {
        match graphics.kind {
            Some(GraphicsType::Vnc) => vnc(line, plan, graphics)?,
            Some(GraphicsType::Spice) => spice(line, plan, graphics)?,
            Some(GraphicsType::Sdl) => sdl(line, graphics)?,
            Some(GraphicsType::EglHeadless) => {
                let mut display = Options::new("egl-headless");
                display.put("rendernode", render_node(graphics.gl.as_deref())?);
                line.pair("-display", display);
            }
            Some(GraphicsType::Dbus) => dbus(line, plan, graphics)?,
            Some(other) => bail!(Qemu, ConfigUnsupported, "unsupported graphics type '{other}'"),
            None => bail!(Qemu, InternalError, "graphics of the guest have no type"),
        }
    }
    Ok(())
}

/// Gives screens whose ports are chosen when the guest starts the ports that they would have on an idle host.
pub fn pretend_ports(document: &mut Document) {
    for graphics in &mut document.devices.graphics {
        let automatic = graphics.autoport == Some(YesNo(true));
        match graphics.kind {
            Some(GraphicsType::Vnc) => {
                if automatic {
                    graphics.port = Some(VNC_BASE);
                }
                if graphics.websocket == Some(-1) {
                    graphics.websocket = Some(5700);
                }
            }
            Some(GraphicsType::Spice) if automatic => {
                graphics.port = Some(VNC_BASE + 1);
                let mut modes =
                    graphics.channels.iter().map(|channel| channel.mode).chain([graphics.default_mode]);
                if modes.any(|mode| mode == Some(ChannelMode::Secure)) {
                    graphics.tls_port = Some(VNC_BASE + 2);
                }
            }
            _ => {}
        }
    }
}

/// Where a screen is offered.
enum Place {
    Nowhere,
    Socket(String),
    Address(String),
}

impl Place {
    /// `socket` is the name of the socket that a guest has where none is named; `automatic` prefers it to an
    /// address that nobody named.
    fn of(graphics: &Graphics, plan: &Plan<'_>, socket: &str, automatic: bool, address: &str) -> Place {
        let own = || Place::Socket(plan.directory().join(socket).to_string_lossy().into_owned());
        let first = graphics.listens.first();
        let named = |listen: &Listen| listen.address.clone().filter(|address| !address.is_empty());
        match first.and_then(|listen| listen.kind) {
            Some(ListenType::None) => Place::Nowhere,
            Some(ListenType::Socket) => match first.and_then(|listen| listen.socket.clone()) {
                Some(path) => Place::Socket(path),
                None => own(),
            },
            Some(ListenType::Address | ListenType::Network) | None => match first.and_then(named) {
                Some(address) => Place::Address(address),
                None if automatic && first.is_none_or(|one| one.kind == Some(ListenType::Address)) => own(),
                None => Place::Address(address.to_owned()),
            },
        }
    }
}

/// The audio that a screen carries: the one that it names, or the guest's first.
fn audio(plan: &Plan<'_>, graphics: &Graphics) -> Option<String> {
    let first = || plan.domain.devices.audios.first().and_then(|audio| audio.id);
    graphics.audio.or_else(first).map(|id| format!("audio{id}"))
}

fn vnc(line: &mut Line, plan: &Plan<'_>, graphics: &Graphics) -> Result<()> {
    let settings = plan.settings;
    let place = Place::of(graphics, plan, "vnc.sock", settings.vnc_auto_unix_socket, &settings.vnc_listen);
    let mut options = match place {
        Place::Nowhere => Options::new("none"),
        Place::Socket(path) => {
            let mut options = Options::default();
            options.put("vnc", format!("unix:{path}"));
            options
        }
        Place::Address(address) => {
            let Some(port) = graphics.port.filter(|&port| port >= VNC_BASE) else {
                bail!(Qemu, ConfigUnsupported, "vnc port must be in range [5900,65535]");
            };
            let address = if address.contains(':') { format!("[{address}]") } else { address };
            let mut options = Options::new(&format!("{address}:{}", port - VNC_BASE));
            options.put_some("websocket", graphics.websocket.filter(|&port| port != 0));
            options
        }
    };
    options.put_some("share", graphics.share_policy.map(SharePolicy::as_str));
    if graphics.passwd.is_some() || settings.vnc_password.is_some() {
        options.put_on("password", true);
    }
    if settings.vnc_tls {
        if settings.vnc_tls_x509_secret_uuid.is_some() {
            return Err(secret::missing("the key of the VNC server's certificate"));
        }
        let object = Props::object("tls-creds-x509", "vnc-tls-creds0")
            .with("dir", settings.vnc_tls_x509_cert_dir.as_str())
            .with("endpoint", "server");
        line.object(object.with("verify-peer", settings.vnc_tls_x509_verify));
        options.put("tls-creds", "vnc-tls-creds0");
    }
    if settings.vnc_sasl {
        options.put_on("sasl", true);
    }
    if let Some(control) = graphics.power_control {
        if !plan.emulator.has(Flag::VncPowerControl) {
            bail!(Qemu, ConfigUnsupported, "VNC power control is not available");
        }
        options.put_on("power-control", control.0);
    }
    options.put_some("audiodev", audio(plan, graphics));
    line.pair("-vnc", options);
    if let Some(keymap) = &graphics.keymap {
        line.pair("-k", keymap);
    }
    Ok(())
}

fn spice(line: &mut Line, plan: &Plan<'_>, graphics: &Graphics) -> Result<()> {
    let settings = plan.settings;
    let place =
        Place::of(graphics, plan, "spice.sock", settings.spice_auto_unix_socket, &settings.spice_listen);
    let mut options = Options::default();
    match place {
        Place::Nowhere => options.put("port", 0),
        Place::Socket(path) => {
            options.put_on("unix", true);
            options.put("addr", path);
        }
        Place::Address(address) => {
            let open = |port: Option<i32>| port.filter(|&port| port > 0);
            if open(graphics.port).is_none() && open(graphics.tls_port).is_none() {
                options.put("port", 0);
            }
            options.put_some("port", open(graphics.port));
            if let Some(port) = open(graphics.tls_port) {
                if !settings.spice_tls {
                    bail!(
                        Qemu,
                        ConfigUnsupported,
                        "spice TLS port set in XML configuration, but TLS is disabled in qemu.conf"
                    );
                }
                options.put("tls-port", port);
            }
            options.put("addr", address);
        }
    }
    if settings.spice_sasl {
        options.put_on("sasl", true);
    }
    if let Some(mode) = graphics.mouse {
        options.put_on("agent-mouse", mode == MouseMode::Client);
    }
    if graphics.passwd.is_none() && settings.spice_password.is_none() {
        options.put_on("disable-ticketing", true);
    }
    let encrypted = graphics.tls_port.is_some_and(|port| port > 0);
    if encrypted {
        options.put("x509-dir", &settings.spice_tls_x509_cert_dir);
    }
    put_channels(&mut options, graphics, encrypted)?;
    options.put_some("image-compression", graphics.image.map(ImageCompression::as_str));
    options.put_some("jpeg-wan-compression", graphics.jpeg.map(Compression::as_str));
    options.put_some("zlib-glz-wan-compression", graphics.zlib.map(Compression::as_str));
    options.put_switch("playback-compression", graphics.playback);
    options.put_some("streaming-video", graphics.streaming.map(StreamingMode::as_str));
    if graphics.clipboard.is_some_and(|allowed| !allowed.0) {
        options.put_on("disable-copy-paste", true);
    }
    if graphics.filetransfer.is_some_and(|allowed| !allowed.0) {
        options.put_on("disable-agent-file-xfer", true);
    }
    if graphics.gl.as_ref().is_some_and(|gl| gl.enable.is_some_and(|enable| enable.0)) {
        if !plan.emulator.has(Flag::SpiceGl) {
            bail!(Qemu, ConfigUnsupported, "This QEMU doesn't support spice OpenGL");
        }
        options.put_on("gl", true);
        options.put("rendernode", render_node(graphics.gl.as_deref())?);
    }
    options.put_on("seamless-migration", true);
    line.pair("-spice", options);
    if let Some(keymap) = &graphics.keymap {
        line.pair("-k", keymap);
    }
    Ok(())
}

/// Which channels are encrypted.
fn put_channels(options: &mut Options, graphics: &Graphics, encrypted: bool) -> Result<()> {
    let mut put = |mode: ChannelMode, name: &str| {
        match mode {
            ChannelMode::Secure if !encrypted => bail!(
                Qemu,
                ConfigUnsupported,
                "spice secure channels set in XML configuration, but TLS port is not provided"
            ),
            ChannelMode::Secure => options.put("tls-channel", name),
            ChannelMode::Insecure => options.put("plaintext-channel", name),
            ChannelMode::Any => {}
        }
        Ok(())
    };
    put(graphics.default_mode.unwrap_or(ChannelMode::Any), "default")?;
    for channel in &graphics.channels {
        let name = channel.name.map_or("", |name| name.as_str());
        put(channel.mode.unwrap_or(ChannelMode::Any), name)?;
    }
    Ok(())
}

fn sdl(line: &mut Line, graphics: &Graphics) -> Result<()> {
    if graphics.fullscreen.is_some_and(|full| full.0) {
        line.flag("-full-screen");
    }
    let mut display = Options::new("sdl");
    display.put_some(
        "gl",
        graphics.gl.as_ref().and_then(|gl| gl.enable).map(|enable| OnOff(enable.0)).map(on_off),
    );
    line.pair("-display", display);
    if let Some(xauth) = &graphics.xauth {
        line.environment("XAUTHORITY", xauth);
    }
    if let Some(display) = &graphics.display {
        line.environment("DISPLAY", display);
    }
    Ok(())
}

fn on_off(OnOff(on): OnOff) -> &'static str {
    if on { "on" } else { "off" }
}

/// The socket of the bus that a guest has where it names none.
fn bus_socket(plan: &Plan<'_>) -> String {
    let name = short_name(plan.id, plan.domain.name());
    let name = name.strip_prefix("domain-").unwrap_or(&name);
    plan.directories.run.join("dbus").join(format!("{name}-dbus.sock")).to_string_lossy().into_owned()
}

fn dbus(line: &mut Line, plan: &Plan<'_>, graphics: &Graphics) -> Result<()> {
    let mut display = Options::new("dbus");
    if graphics.p2p.is_some_and(|direct| direct.0) {
        display.put_on("p2p", true);
    } else {
        match &graphics.address {
            Some(address) => display.put("addr", address),
            // Only a guest that is written down can do without the bus itself.
            None if plan.id < 0 => display.put("addr", format!("unix:path={}", bus_socket(plan))),
            None => return Err(refuse("<graphics type='dbus'> without an address")),
        }
    }
    if let Some(gl) = graphics.gl.as_deref().filter(|gl| gl.enable.is_some_and(|enable| enable.0)) {
        display.put_on("gl", true);
        display.put("rendernode", render_node(Some(gl))?);
    }
    display.put_some("audiodev", graphics.audio.map(|id| format!("audio{id}")));
    line.pair("-display", display);
    Ok(())
}

/// The graphics card of the host that draws: the one that the document names, or the first.
fn render_node(gl: Option<&Gl>) -> Result<String> {
    if let Some(node) = gl.and_then(|gl| gl.rendernode.clone()) {
        return Ok(node);
    }
    let directory = Path::new("/dev/dri");
    let entries = fs::read_dir(directory).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let first = names.filter(|name| name.starts_with("renderD")).min();
    let first = first.ok_or_else(|| error!(Qemu, InternalError, "No DRM render nodes available"))?;
    Ok(directory.join(first).to_string_lossy().into_owned())
}
