//! Paths that were made for an earlier run of a guest, which the next one chooses anew.

use crate::directories::Directories;
use virt_conf::domain::Domain;
use virt_conf::domain::chardev::{ChannelTarget, ChardevType};
use virt_conf::domain::graphics::{GraphicsType, Listen, ListenType};
use virt_xml::YesNo;

/// Takes them out of a document that is not of a running guest.
pub(super) fn forget(domain: &mut Domain, directories: &Directories) {
    let channels = [directories.lib.join("channel/target"), directories.run.join("channel")];
    for channel in &mut domain.devices.channels {
        let Some(target) = &channel.target else { continue };
        if channel.kind != Some(ChardevType::Unix) || target.kind != Some(ChannelTarget::Virtio) {
            continue;
        }
        let Some(name) = target.name.as_deref() else { continue };
        let made = |path: &str| {
            channels.iter().any(|directory| {
                let rest = directory.to_str().and_then(|directory| path.strip_prefix(directory));
                let Some(rest) = rest.and_then(|rest| rest.strip_prefix('/')) else { return false };
                let domain = rest
                    .strip_prefix("domain-")
                    .and_then(|rest| rest.split_once('/'))
                    .is_some_and(|(_, file)| file == name);
                let numbered = rest.split_once('/').is_some_and(|(directory, file)| {
                    file == name && directory.split_once('-').is_some_and(|(id, _)| id.parse::<u32>().is_ok())
                });
                let flat = !rest.contains('/') && rest.ends_with(&format!(".{name}"));
                domain || numbered || flat
            })
        };
        channel.source.sources.retain(|source| !source.path.as_deref().is_some_and(made));
    }
    let lib = directories.lib.join("");
    let Some(lib) = lib.to_str() else { return };
    for graphics in domain.devices.graphics.iter_mut().filter(|one| one.kind == Some(GraphicsType::Vnc)) {
        let made = |socket: &Option<String>| socket.as_deref().is_some_and(|socket| socket.starts_with(lib));
        if !made(&graphics.socket) && !graphics.listens.iter().any(|listen| made(&listen.socket)) {
            continue;
        }
        graphics.socket = None;
        graphics.listens = vec![Listen { kind: Some(ListenType::Address), ..Listen::default() }];
        graphics.port = Some(-1);
        graphics.autoport = Some(YesNo(true));
    }
}
