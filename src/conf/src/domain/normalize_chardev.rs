//! The form of character devices that libvirt writes.

use super::ParseFlags;
use super::chardev::{ChardevSource, ChardevType, Protocol, SourceMode};
use super::prelude::*;

/// Keeps of a character device's source what its type has.
pub(super) fn normalize_chardev(
    kind: &mut Option<ChardevType>,
    source: &mut ChardevSource,
    flags: ParseFlags,
) -> Result<()> {
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
