//! Ports and addresses of a guest's screens, chosen when it starts; and their passwords, told over the monitor.

use super::{
    ports,
    traces::{Trace, Traces},
};
use crate::{monitor::Command, settings::Settings};
use serde_json::json;
use std::{
    path::Path,
    time::{SystemTime, UNIX_EPOCH},
};
use virt_conf::domain::{
    Domain as Document,
    graphics::{Graphics, GraphicsType, Listen, ListenType},
    storage::bool01::Bit,
};
use virt_error::{Error, Result, bail, error};
use virt_xml::YesNo;

/// Gives every screen what it listens on.
pub fn prepare(
    document: &mut Document,
    settings: &Settings,
    directory: &Path,
    traces: &mut Traces,
) -> Result<()> {
    for screen in &mut document.devices.graphics {
        let Some(kind @ (GraphicsType::Vnc | GraphicsType::Spice)) = screen.kind else { continue };
        listen(screen, kind, settings, directory)?;
        let on_network = screen
            .listens
            .iter()
            .any(|listen| matches!(listen.kind, Some(ListenType::Address | ListenType::Network)));
        if on_network {
            choose_ports(screen, kind, settings, traces)?;
        }
    }
    Ok(())
}

/// Gives what is listened on its address, or the path of its socket.
fn listen(screen: &mut Graphics, kind: GraphicsType, settings: &Settings, directory: &Path) -> Result<()> {
    let vnc = kind == GraphicsType::Vnc;
    let (address, own_socket) = match vnc {
        true => (&settings.vnc_listen, settings.vnc_auto_unix_socket),
        false => (&settings.spice_listen, settings.spice_auto_unix_socket),
    };
    let socket = directory.join(if vnc { "vnc.sock" } else { "spice.sock" }).display().to_string();
    for listen in &mut screen.listens {
        match listen.kind {
            Some(ListenType::Address) if listen.address.is_none() && own_socket => {
                *listen = Listen {
                    kind: Some(ListenType::Socket),
                    socket: Some(socket.clone()),
                    from_config: Some(Bit::Yes),
                    ..Listen::default()
                };
                screen.port = None;
                screen.autoport = None;
            }
            Some(ListenType::Address) if listen.address.is_none() => {
                listen.address = Some(address.clone());
                listen.from_config = Some(Bit::Yes);
            }
            Some(ListenType::Socket) if listen.socket.is_none() => {
                listen.socket = Some(socket.clone());
                listen.auto_generated = Some(YesNo(true));
            }
            Some(ListenType::Network) => {
                let network = listen.network.as_deref().unwrap_or_default();
                bail!(
                    Qemu,
                    ConfigUnsupported,
                    "the address of network '{network}' to listen on is not known to this connection"
                );
            }
            _ => {}
        }
    }
    if let Some(first) = screen.listens.first() {
        match first.kind {
            Some(ListenType::Address) => screen.listen.clone_from(&first.address),
            Some(ListenType::Socket) if vnc => {
                screen.listen = None;
                screen.socket.clone_from(&first.socket);
            }
            _ => {}
        }
    }
    Ok(())
}

fn choose_ports(
    screen: &mut Graphics,
    kind: GraphicsType,
    settings: &Settings,
    traces: &mut Traces,
) -> Result<()> {
    let automatic = screen.autoport == Some(YesNo(true));
    let range = settings.remote_display_ports;
    if kind == GraphicsType::Vnc {
        screen.port = Some(match screen.port {
            Some(port) if !automatic => fixed(port, traces)?,
            _ => free("display", range, traces)?,
        });
        if screen.websocket == Some(-1) {
            screen.websocket = Some(free("webSocket", settings.remote_websocket_ports, traces)?);
            screen.websocket_generated = Some(YesNo(true));
        }
        return Ok(());
    }
    // SPICE needs a plain port, one with TLS, or both, by what its channels ask for.
    let (mut plain, mut tls) = (screen.port == Some(-1), screen.tls_port == Some(-1));
    if automatic {
        use virt_conf::domain::graphics::ChannelMode;
        match screen.default_mode {
            Some(ChannelMode::Secure) => tls = true,
            Some(ChannelMode::Insecure) => plain = true,
            _ => (plain, tls) = (true, settings.spice_tls),
        }
        for channel in &screen.channels {
            match channel.mode {
                Some(ChannelMode::Secure) => tls = true,
                Some(ChannelMode::Insecure) => plain = true,
                _ => {}
            }
        }
    }
    if tls && !settings.spice_tls {
        bail!(
            Qemu,
            ConfigUnsupported,
            "Auto allocation of spice TLS port requested but spice TLS is disabled in qemu.conf"
        );
    }
    screen.port = match screen.port {
        _ if plain => Some(free("display", range, traces)?),
        Some(port) if port > 0 && !automatic => Some(fixed(port, traces)?),
        other => other.filter(|_| !automatic),
    };
    screen.tls_port = match screen.tls_port {
        _ if tls => Some(free("display", range, traces)?),
        Some(port) if port > 0 && !automatic => Some(fixed(port, traces)?),
        other => other.filter(|_| !automatic),
    };
    Ok(())
}

fn free(what: &str, range: (u16, u16), traces: &mut Traces) -> Result<i32> {
    let port = ports::first_free(what, range)?;
    traces.add(Trace::Port(port));
    Ok(i32::from(port))
}

fn fixed(port: i32, traces: &mut Traces) -> Result<i32> {
    let number =
        u16::try_from(port).map_err(|_| error!(Qemu, InternalError, "Failed to reserve port {port}"))?;
    ports::take(number)?;
    traces.add(Trace::Port(number));
    Ok(port)
}

/// Whether the host chooses ports for the guest's screens.
pub fn has_chosen_ports(document: &Document) -> bool {
    document
        .devices
        .graphics
        .iter()
        .any(|screen| screen.autoport == Some(YesNo(true)) || screen.websocket == Some(-1))
}

/// Whether an emulator ended because it could not listen where it was told to.
pub fn is_port_taken(error: &Error) -> bool {
    let message = error.message();
    message.contains("Failed to find an available port")
        || message.contains("failed to initialize spice server")
        || (message.contains("Failed to bind socket") && message.contains("Address already in use"))
}

/// Notes the ports of a guest that an earlier process started.
pub fn keep_ports(document: &Document, traces: &mut Traces) {
    for screen in &document.devices.graphics {
        for port in [screen.port, screen.tls_port, screen.websocket].into_iter().flatten() {
            if let Some(port) = u16::try_from(port).ok().filter(|port| *port > 0) {
                // Two running guests cannot have it; at worst it was noted already.
                if ports::take(port).is_ok() {
                    traces.add(Trace::Port(port));
                }
            }
        }
    }
}

/// What tells the emulator the passwords of the screens.
///
/// Errors: `VIR_ERR_XML_ERROR` for a time that is none.
pub fn passwords(document: &Document, settings: &Settings) -> Result<Vec<Command>> {
    let mut commands = Vec::new();
    for screen in &document.devices.graphics {
        let (protocol, default) = match screen.kind {
            Some(GraphicsType::Vnc) => ("vnc", &settings.vnc_password),
            Some(GraphicsType::Spice) => ("spice", &settings.spice_password),
            _ => continue,
        };
        let Some(password) = screen.passwd.as_ref().or(default.as_ref()) else { continue };
        let mut arguments = json!({"protocol": protocol, "password": password});
        if let Some(connected) = &screen.connected {
            arguments["connected"] = connected.to_string().into();
        }
        commands.push(("set_password", arguments));
        let ends = screen.passwd_valid_to.as_deref().map(seconds).transpose()?;
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
        let time = match ends {
            // An empty password lets nobody in.
            _ if password.is_empty() => "now".to_owned(),
            None => "never".to_owned(),
            Some(ends) if ends <= now => "now".to_owned(),
            Some(ends) => ends.to_string(),
        };
        commands.push(("expire_password", json!({"protocol": protocol, "time": time})));
    }
    Ok(commands)
}

/// `2030-04-09T15:51:00`, in UTC, as seconds since 1970.
fn seconds(text: &str) -> Result<u64> {
    let bad = || {
        error!(Domain, XmlError, "cannot parse password validity time '{text}', expect YYYY-MM-DDTHH:MM:SS")
    };
    let part = |from: usize, to: usize, least: u64, most: u64| {
        let digits = text.get(from..to).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
        digits.and_then(|part| part.parse::<u64>().ok()).filter(|number| (least..=most).contains(number))
    };
    let marks = [(4, b'-'), (7, b'-'), (10, b'T'), (13, b':'), (16, b':')];
    if text.len() != 19 || marks.iter().any(|(place, mark)| text.as_bytes()[*place] != *mark) {
        return Err(bad());
    }
    let read = || {
        let (year, month, day) = (part(0, 4, 1970, 9999)?, part(5, 7, 1, 12)?, part(8, 10, 1, 31)?);
        let (hour, minute, second) = (part(11, 13, 0, 23)?, part(14, 16, 0, 59)?, part(17, 19, 0, 60)?);
        // Years begin in March, so that a leap day is the last of its year.
        let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        let days = year * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1;
        Some((days - 719_468) * 86_400 + hour * 3_600 + minute * 60 + second)
    };
    read().ok_or_else(bad)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_becomes_seconds() {
        assert_eq!(seconds("1970-01-01T00:00:00").unwrap(), 0);
        assert_eq!(seconds("2026-11-25T10:56:47").unwrap(), 1_795_604_207);
        for bad in ["", "2026-11-25", "2026-11-25 10:56:47", "2026-13-25T10:56:47", "2026-11-25T1é:56:47"] {
            assert!(seconds(bad).is_err(), "{bad}");
        }
    }

    fn screen(kind: GraphicsType) -> Document {
        let mut document = Document::default();
        document.devices.graphics.push(Graphics {
            kind: Some(kind),
            port: Some(-1),
            autoport: Some(YesNo(true)),
            listens: vec![Listen { kind: Some(ListenType::Address), ..Listen::default() }],
            ..Graphics::default()
        });
        document
    }

    #[test]
    fn a_screen_gets_a_port_and_an_address_and_gives_the_port_back() {
        let settings = Settings { remote_display_ports: (61_000, 61_050), ..Settings::default() };
        let mut traces = Traces::default();
        let mut one = screen(GraphicsType::Vnc);
        let mut two = screen(GraphicsType::Spice);
        prepare(&mut one, &settings, Path::new("/x"), &mut traces).unwrap();
        prepare(&mut two, &settings, Path::new("/x"), &mut traces).unwrap();
        let (one, two) = (&one.devices.graphics[0], &two.devices.graphics[0]);
        assert_eq!(one.listen.as_deref(), Some("127.0.0.1"));
        assert!(one.port.unwrap() >= 61_000 && two.port.unwrap() > one.port.unwrap());
        assert_eq!(two.tls_port, None);
        traces.undo();
        ports::take(one.port.unwrap() as u16).unwrap();
        ports::release(one.port.unwrap() as u16);
    }

    #[test]
    fn a_password_is_told_over_the_monitor() {
        let mut document = screen(GraphicsType::Vnc);
        document.devices.graphics[0].passwd = Some("canary".to_owned());
        let commands = passwords(&document, &Settings::default()).unwrap();
        assert_eq!(commands[0], ("set_password", json!({"protocol": "vnc", "password": "canary"})));
        assert_eq!(commands[1], ("expire_password", json!({"protocol": "vnc", "time": "never"})));
        document.devices.graphics[0].passwd = Some(String::new());
        let commands = passwords(&document, &Settings::default()).unwrap();
        assert_eq!(commands[1].1["time"], "now");
    }
}
