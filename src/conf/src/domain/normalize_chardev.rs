//! The form of character devices that libvirt writes.

use super::ParseFlags;
use super::chardev::{Channel, ChardevSource, ChardevType, Protocol, SourceMode};
use super::prelude::*;

pub(super) fn normalize_channel(channel: &mut Channel, flags: ParseFlags) -> Result<()> {
    normalize(&mut channel.kind, &mut channel.source, flags)
}

/// The same for a device whose socket does not get a path of its own.
pub(super) fn normalize_chardev(
    kind: &mut Option<ChardevType>,
    source: &mut ChardevSource,
    flags: ParseFlags,
) -> Result<()> {
    normalize(kind, source, flags)?;
    if *kind == Some(ChardevType::Unix) && source.sources.is_empty() {
        bail!(Domain, InternalError, "Missing source path attribute for char device");
    }
    Ok(())
}

/// Keeps of a character device's source what its type has.
fn normalize(kind: &mut Option<ChardevType>, source: &mut ChardevSource, flags: ParseFlags) -> Result<()> {
    use ChardevType::*;
    let kind = *kind.get_or_insert(Pty);
    if kind != Udp && source.sources.len() > 1 {
        bail!(Domain, XmlError, "only one source element is allowed for character device");
    }
    if source.sources.len() > 2 {
        bail!(Domain, XmlError, "only two source elements are allowed for character device");
    }
    match kind {
        Null | Vc | Stdio | Spicevmc => source.sources.clear(),
        Pty if !flags.live => source.sources.clear(),
        _ => {}
    }
    if kind != Tcp {
        source.protocol = None;
    } else {
        let protocol = source.protocol.get_or_insert_default();
        protocol.kind.get_or_insert(Protocol::Raw);
    }
    for end in &mut source.sources {
        match kind {
            Tcp => {
                end.mode.get_or_insert(SourceMode::Connect);
                end.path = None;
            }
            Unix => {
                end.mode.get_or_insert(SourceMode::Connect);
                (end.host, end.service) = (None, None);
            }
            Udp => {
                end.mode.get_or_insert(SourceMode::Connect);
                end.path = None;
            }
            Dev | File | Pipe | Pty => {
                (end.mode, end.host, end.service) = (None, None, None);
            }
            _ => {}
        }
    }
    let missing =
        |what: &str| error!(Domain, InternalError, "Missing source {what} attribute for char device");
    match kind {
        Dev | File | Pipe if !source.sources.iter().any(|end| end.path.is_some()) => {
            return Err(missing("path"));
        }
        Tcp => {
            let Some(end) = source.sources.first() else { return Err(missing("host")) };
            if end.host.is_none() {
                return Err(missing("host"));
            }
            if end.service.is_none() {
                return Err(missing("service"));
            }
        }
        Udp => {
            let connect = source.sources.iter().find(|end| end.mode == Some(SourceMode::Connect));
            if connect.is_none_or(|end| end.service.is_none()) {
                return Err(missing("service"));
            }
        }
        Spiceport if !source.sources.iter().any(|end| end.channel.is_some()) => {
            bail!(Domain, ConfigUnsupported, "Missing source channel attribute for char device")
        }
        _ => {}
    }
    for reconnect in source.sources.iter_mut().filter_map(|end| end.reconnect.as_mut()) {
        if reconnect.enabled != Some(YesNo(true)) {
            reconnect.timeout = None;
        } else if reconnect.timeout.is_none() {
            return Err(virt_xml::missing_attribute("reconnect", "timeout"));
        }
    }
    if kind == Unix {
        // A socket without a path gets one when the guest starts.
        source.sources.retain(|end| end.path.is_some());
    }
    if kind == Udp {
        // The end that is bound is written first.
        source.sources.sort_by_key(|end| end.mode != Some(SourceMode::Bind));
    }
    Ok(())
}
