//! A pool's defaults, and what makes no sense in one.

use super::*;
use crate::{Size, Uuid, checked, good};
use virt_error::{Result, bail, error};
use virt_xml::{Node, Reading, read};

/// A path without double slashes and without one at its end; two at the beginning mean something.
pub fn clean_path(path: &str) -> String {
    let leading = path.bytes().take_while(|byte| *byte == b'/').count();
    let mut clean = if leading == 2 { "//".to_owned() } else { "/".repeat(leading.min(1)) };
    for part in path.split('/').filter(|part| !part.is_empty()) {
        if !clean.is_empty() && !clean.ends_with('/') {
            clean.push('/');
        }
        clean.push_str(part);
    }
    clean
}

impl Pool {
    /// Whether the path is missing that this kind of pool is reached by.
    pub(super) fn lacks_target(&self) -> bool {
        let kind = self.kind();
        let made = matches!(kind, PoolKind::Logical | PoolKind::Zfs);
        !kind.traits().no_target && !made && self.target_path().is_none()
    }

    pub(super) fn complete(&mut self) -> Result<()> {
        if self.kind.is_none() {
            return Err(virt_xml::missing_attribute("pool", "type"));
        }
        let kind = *checked(&self.kind, |word| {
            let text = format!("Invalid value for attribute 'type' in element 'pool': '{word}'.");
            error!(Xml, XmlError, "{text}")
        })?
        .unwrap_or(&PoolKind::Dir);
        let traits = kind.traits();
        self.source.complete(kind)?;
        self.name = self.name.take().filter(|name| !name.is_empty());
        if self.name.is_none() && traits.name {
            self.name = self.source.name.clone();
        }
        let Some(name) = self.name.clone() else {
            bail!(Storage, XmlError, "missing pool source name element");
        };
        if name.contains('/') {
            bail!(Storage, XmlError, "name {name} cannot contain '/'");
        }
        crate::file_name::check(&name, virt_error::Origin::Storage)?;
        if checked(&self.uuid, |_| error!(Storage, XmlError, "malformed uuid element"))?.is_none() {
            self.uuid = Some(Uuid::random().into());
        }
        if self.features.as_ref().is_some_and(|features| features.cow.is_some())
            && !matches!(kind, PoolKind::Dir | PoolKind::Fs)
        {
            bail!(Storage, NoSupport, "cow feature may only be used for 'fs' and 'dir' pools");
        }
        self.require_source(kind, traits, &name)?;
        self.complete_target(kind, traits)?;
        if let Some(volume) = self.refresh.as_mut().and_then(|refresh| refresh.volume.as_mut()) {
            checked(&volume.allocation, |word| {
                error!(
                    Storage,
                    ConfigUnsupported, "unknown storage pool volume refresh allocation type {word}"
                )
            })?;
        }
        let said =
            |refresh: &Refresh| refresh.volume.as_ref().is_some_and(|volume| volume.allocation.is_some());
        if !self.refresh.as_deref().is_some_and(said) {
            self.refresh = None;
        }
        self.complete_options(kind)?;
        // Sizes are found out, not told.
        (self.capacity, self.allocation, self.available) = (Size::bytes(0), Size::bytes(0), Size::bytes(0));
        Ok(())
    }

    fn require_source(&mut self, kind: PoolKind, traits: Traits, name: &str) -> Result<()> {
        let source = &mut self.source;
        if traits.host && source.hosts.is_empty() {
            bail!(Storage, XmlError, "missing storage pool source host name");
        }
        if traits.dir && source.dir.is_none() {
            bail!(Storage, XmlError, "missing storage pool source path");
        }
        if traits.name && source.name.is_none() {
            source.name = Some(name.to_owned());
        }
        if traits.adapter && source.adapter.is_none() {
            bail!(Storage, XmlError, "missing storage pool source adapter");
        }
        if kind == PoolKind::IscsiDirect && source.initiator.as_ref().is_none_or(|who| who.iqn.is_none()) {
            bail!(Storage, ConfigUnsupported, "missing initiator IQN");
        }
        let only_device = matches!(kind, PoolKind::Fs | PoolKind::Disk);
        if only_device && source.devices.is_empty() {
            bail!(Storage, XmlError, "missing storage pool source device name");
        }
        Ok(())
    }

    fn complete_target(&mut self, kind: PoolKind, traits: Traits) -> Result<()> {
        if traits.no_target {
            self.target = None;
            return Ok(());
        }
        let source = self.source.name.as_deref().unwrap_or_default();
        let target = self.target.get_or_insert_default();
        target.path = match kind {
            PoolKind::Logical => Some(format!("/dev/{source}")),
            PoolKind::Zfs => Some(format!("/dev/zvol/{source}")),
            _ => target.path.take().filter(|path| !path.is_empty()),
        };
        match &target.path {
            None => bail!(Storage, XmlError, "missing storage pool target path"),
            Some(path) => target.path = Some(clean_path(path)),
        }
        Ok(())
    }

    /// Options under a namespace belong to one kind of pool each.
    fn complete_options(&mut self, kind: PoolKind) -> Result<()> {
        if !matches!(kind, PoolKind::Fs | PoolKind::Netfs) {
            self.mount_options = None;
        }
        if kind != PoolKind::Rbd {
            self.rbd_options = None;
        }
        if let Some(options) = &mut self.mount_options {
            for option in &mut options.options {
                if option.name.as_deref().unwrap_or_default().is_empty() {
                    bail!(Storage, XmlError, "no fs mount option name specified");
                }
                option.value = None;
            }
        }
        if let Some(options) = &self.rbd_options {
            for option in &options.options {
                let Some(name) = option.name.as_deref().filter(|name| !name.is_empty()) else {
                    bail!(Storage, XmlError, "no rbd option name specified");
                };
                if option.value.as_deref().unwrap_or_default().is_empty() {
                    bail!(Storage, XmlError, "no rbd option value specified for name '{name}'");
                }
            }
        }
        let mounts = self.mount_options.as_ref().is_some_and(|options| !options.options.is_empty());
        let rados = self.rbd_options.as_ref().is_some_and(|options| !options.options.is_empty());
        self.mount_namespace = mounts.then(|| MOUNT_NAMESPACE.to_owned());
        self.rbd_namespace = rados.then(|| RBD_NAMESPACE.to_owned());
        Ok(())
    }
}

impl Source {
    /// Fills in what the kind of pool means by saying nothing, and drops what it has no use for.
    pub(super) fn complete(&mut self, kind: PoolKind) -> Result<()> {
        let traits = kind.traits();
        let empty = |word: Option<String>| word.filter(|word| !word.is_empty());
        self.name = empty(self.name.take());
        // A pool without any source lacks its host first.
        if kind == PoolKind::Rbd && self.name.is_none() && *self != Source::default() {
            bail!(Storage, XmlError, "element 'name' is mandatory for RBD pool");
        }
        match traits.source {
            Some(formats) => {
                let format = self.format.get_or_insert_with(|| formats.default.to_owned());
                if !formats.names.contains(&&format[..]) {
                    bail!(Storage, ConfigUnsupported, "unknown pool format type {format}");
                }
            }
            None => self.format = None,
        }
        for host in &self.hosts {
            if host.name.is_none() {
                bail!(Storage, XmlError, "missing storage pool host name");
            }
        }
        for device in &mut self.devices {
            let Some(path) = device.path.take().filter(|path| !path.is_empty()) else {
                bail!(Storage, XmlError, "missing storage pool source device path");
            };
            device.path =
                Some(if kind == PoolKind::Disk || kind == PoolKind::Fs { clean_path(&path) } else { path });
            device.free_extents.clear();
        }
        self.dir = empty(self.dir.take());
        if kind == PoolKind::Netfs {
            self.dir = self.dir.as_deref().map(clean_path);
        }
        if self.dir.is_none() && kind == PoolKind::Gluster {
            self.dir = Some("/".to_owned());
        }
        if let Some(auth) = &self.auth {
            match good(&auth.kind) {
                None | Some(AuthKind::None) => {
                    bail!(Storage, ConfigUnsupported, "storage pool missing auth type")
                }
                Some(_) => {}
            }
        }
        if let Some(version) = &self.protocol_version {
            let format = self.format.as_deref().unwrap_or_default();
            if kind == PoolKind::Netfs && !matches!(format, "auto" | "nfs") {
                let text = "storage pool protocol ver unsupported for pool type";
                bail!(Storage, ConfigUnsupported, "{text} '{format}'");
            }
            if version.contains(',') {
                bail!(Storage, XmlDetail, "storage pool protocol ver '{version}' must not contain ','");
            }
        }
        if !traits.host {
            self.hosts.clear();
        }
        if !traits.device {
            self.devices.clear();
        }
        if !traits.dir {
            self.dir = None;
        }
        if !traits.adapter {
            self.adapter = None;
        }
        if !traits.name {
            self.name = None;
        }
        if !traits.initiator {
            self.initiator = None;
        }
        Ok(())
    }
}

/// Sees a whole document: options under another prefix for their namespace.
pub(super) fn pool(pool: &mut Pool, node: Node<'_>, r: &Reading) -> Result<()> {
    let under = |namespace: &str, name: &str| {
        node.children().find(|child| child.local_name() == name && child.namespace() == Some(namespace))
    };
    let options = |parent: Node<'_>| -> Result<Vec<NamedOption>> {
        let options = parent.children().filter(|child| child.local_name() == "option");
        options
            .map(|node| {
                let mut option = NamedOption::default();
                read(&mut option, node, r).map(|()| option)
            })
            .collect()
    };
    if let (None, Some(node)) = (&pool.mount_options, under(MOUNT_NAMESPACE, "mount_opts")) {
        pool.mount_options =
            Some(Box::new(MountOptions { options: options(node)?, ..MountOptions::default() }));
    }
    if let (None, Some(node)) = (&pool.rbd_options, under(RBD_NAMESPACE, "config_opts")) {
        pool.rbd_options = Some(Box::new(RbdOptions { options: options(node)?, ..RbdOptions::default() }));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lose_what_means_nothing() {
        for (path, clean) in [
            ("///var/////lib/images//", "/var/lib/images"),
            ("//a/b", "//a/b"),
            ("/", "/"),
            ("a//b", "a/b"),
            ("", ""),
        ] {
            assert_eq!(clean_path(path), clean, "{path}");
        }
    }

    #[test]
    fn each_kind_wants_its_source() {
        for (text, complaint) in [
            ("<pool><name>a</name></pool>", "Missing required attribute 'type' in element 'pool'"),
            ("<pool type='dir'><target><path>/a</path></target></pool>", "missing pool source name element"),
            ("<pool type='dir'><name>a/b</name></pool>", "name a/b cannot contain '/'"),
            ("<pool type='dir'><name>a</name></pool>", "missing storage pool target path"),
            ("<pool type='netfs'><name>a</name></pool>", "missing storage pool source host name"),
            ("<pool type='disk'><name>a</name></pool>", "missing storage pool source device name"),
            (
                "<pool type='rbd'><name>a</name><source><host name='h'/></source></pool>",
                "element 'name' is mandatory for RBD pool",
            ),
            ("<pool type='scsi'><name>a</name></pool>", "missing storage pool source adapter"),
        ] {
            let error = Pool::parse(text, false).expect_err(text);
            assert_eq!(error.message(), format!("XML error: {complaint}"), "{text}");
        }
    }
}
