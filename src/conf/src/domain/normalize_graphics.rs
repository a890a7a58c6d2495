//! The form of graphics that libvirt writes: ports and listening addresses.

use super::ParseFlags;
use super::graphics::{Graphics, GraphicsType, Listen, ListenType};
use super::prelude::*;

/// Gives graphics their ports and listening addresses in the form that libvirt writes.
pub(super) fn normalize_graphics(graphics: &mut Graphics, flags: ParseFlags) -> Result<()> {
    let Some(kind) = graphics.kind else {
        return Err(virt_xml::missing_attribute("graphics", "type"));
    };
    let fixed = |port: Option<i32>| port.filter(|&port| port != 0);
    if graphics.fullscreen == Some(YesNo(false)) {
        graphics.fullscreen = None;
    }
    if graphics.replace_user == Some(YesNo(false)) {
        graphics.replace_user = None;
    }
    if graphics.multi_user == Some(YesNo(false)) {
        graphics.multi_user = None;
    }
    graphics.channels.retain(|channel| channel.mode != Some(super::graphics::ChannelMode::Any));
    if graphics.default_mode == Some(super::graphics::ChannelMode::Any) {
        graphics.default_mode = None;
    }
    let automatic = match kind {
        GraphicsType::Vnc => {
            let written = graphics.autoport.map(|word| word.0);
            written.unwrap_or(graphics.port.is_none_or(|port| port == -1)) || graphics.port == Some(-1)
        }
        GraphicsType::Spice => {
            graphics.autoport == Some(YesNo(true))
                || (graphics.port == Some(-1) && graphics.tls_port == Some(-1))
        }
        GraphicsType::Rdp => graphics.autoport == Some(YesNo(true)) || graphics.port.is_none(),
        _ => return Ok(()),
    };
    normalize_listens(graphics, kind, flags)?;
    if kind == GraphicsType::Spice
        && !automatic
        && fixed(graphics.port).is_none()
        && fixed(graphics.tls_port).is_none()
    {
        if let [listen] = &mut graphics.listens[..] {
            if listen.kind == Some(ListenType::Address) {
                *listen = Listen { kind: Some(ListenType::None), ..Listen::default() };
                graphics.listen = None;
            }
        }
    }
    let first = graphics.listens.first().and_then(|listen| listen.kind);
    match (kind, first) {
        (_, Some(ListenType::None | ListenType::Socket)) => {
            (graphics.port, graphics.tls_port, graphics.autoport) = (None, None, None);
            if kind == GraphicsType::Spice {
                graphics.websocket = None;
            }
        }
        (GraphicsType::Vnc, _) => {
            let port = fixed(graphics.port).filter(|&port| port != -1);
            graphics.port = match (automatic, port) {
                (true, Some(port)) if flags.live => Some(port),
                (true, _) => Some(-1),
                (false, port) => port,
            };
            graphics.autoport = Some(YesNo(automatic));
        }
        (GraphicsType::Spice, _) => {
            if automatic && !flags.live {
                (graphics.port, graphics.tls_port) = (None, None);
            }
            graphics.port = fixed(graphics.port);
            graphics.tls_port = fixed(graphics.tls_port);
            graphics.autoport = Some(YesNo(automatic));
        }
        _ => {
            if automatic && !flags.live {
                graphics.port = Some(0);
            }
            graphics.autoport = automatic.then_some(YesNo(true));
        }
    }
    Ok(())
}

/// The attributes `listen` and `socket` and the elements `<listen>` say the same thing.
fn normalize_listens(graphics: &mut Graphics, kind: GraphicsType, flags: ParseFlags) -> Result<()> {
    let address = graphics.listen.take().filter(|address| !address.is_empty());
    let socket = graphics.socket.take().filter(|socket| !socket.is_empty());
    let socket = if kind == GraphicsType::Vnc { socket } else { None };
    if graphics.listens.is_empty() {
        graphics.listens.push(Listen { kind: Some(ListenType::Address), ..Listen::default() });
    }
    if let Some(first) = graphics.listens.first_mut() {
        if first.kind == Some(ListenType::Address) && socket.is_some() {
            *first = Listen { kind: Some(ListenType::Socket), ..Listen::default() };
        }
        match first.kind {
            Some(ListenType::Address) => agree("listen", address, "address", &mut first.address)?,
            Some(ListenType::Socket) => agree("socket", socket, "socket", &mut first.socket)?,
            _ => {}
        }
    }
    for listen in &mut graphics.listens {
        match listen.kind {
            Some(ListenType::Address) => (listen.network, listen.socket) = (None, None),
            Some(ListenType::Network) => {
                if listen.network.as_deref().unwrap_or_default().is_empty() {
                    bail!(Domain, XmlError, "'network' attribute is required for listen type 'network'");
                }
                if !flags.live {
                    listen.address = None;
                }
                listen.socket = None;
            }
            Some(ListenType::Socket) => (listen.address, listen.network) = (None, None),
            _ => (listen.address, listen.network, listen.socket) = (None, None, None),
        }
    }
    if let Some(first) = graphics.listens.first() {
        match first.kind {
            Some(ListenType::Address) => graphics.listen = first.address.clone(),
            Some(ListenType::Socket) if kind == GraphicsType::Vnc => graphics.socket = first.socket.clone(),
            _ => {}
        }
    }
    Ok(())
}

/// An attribute of `<graphics>` and the one of its first `<listen>` must not contradict each other.
fn agree(outer: &str, value: Text, inner: &str, place: &mut Text) -> Result<()> {
    match (value, place.as_deref().filter(|found| !found.is_empty())) {
        (Some(value), Some(found)) if value != found => bail!(
            Domain,
            ConfigUnsupported,
            "graphics '{outer}' attribute '{value}' must match '{inner}' attribute of first listen element (found '{found}')"
        ),
        (Some(value), _) => *place = Some(value),
        (None, Some(_)) => {}
        (None, None) => *place = None,
    }
    Ok(())
}
