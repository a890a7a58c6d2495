//! What a `<pool>` document holds.

use super::{Adapter, Auth, Permissions, PoolKind};
use crate::{Checked, Size, Uuid, good};
use virt_error::{Origin, Result, bail};
use virt_xml::{Reading, Style, YesNo, element, names, read_document, write};

names! {
    /// How the space that a volume takes is found out.
    pub enum VolumeAllocation { Default = "default", Capacity = "capacity" }
}

/// The namespace of mount options.
pub const MOUNT_NAMESPACE: &str = "http://libvirt.org/schemas/storagepool/fs/1.0";
/// The namespace of options for the RADOS library.
pub const RBD_NAMESPACE: &str = "http://libvirt.org/schemas/storagepool/rbd/1.0";

element! {
    /// `<pool>`
    pub Pool {
        attr kind: Option<Checked<PoolKind>> = "type",
        attr mount_namespace: Option<String> = "xmlns:fs",
        attr rbd_namespace: Option<String> = "xmlns:rbd",
        ;
        text name: Option<String> = "name",
        text uuid: Option<Checked<Uuid>> = "uuid",
        inline capacity: Size = "capacity",
        inline allocation: Size = "allocation",
        inline available: Size = "available",
        part features: Option<Box<Features>> = "features",
        always source: Source = "source",
        one target: Option<Box<PoolTarget>> = "target",
        part refresh: Option<Box<Refresh>> = "refresh",
        part mount_options: Option<Box<MountOptions>> = "fs:mount_opts",
        part rbd_options: Option<Box<RbdOptions>> = "rbd:config_opts",
    } => super::pool_rules::pool;
    /// What the pool's file system does.
    pub Features {
        ;
        value cow: Option<YesNo> = "cow" @ "state",
    }
    /// `<source>`: where the storage is.
    pub Source {
        ;
        many hosts: Vec<Host> = "host",
        many devices: Vec<Device> = "device",
        value dir: Option<String> = "dir" @ "path",
        one adapter: Option<Box<Adapter>> = "adapter",
        text name: Option<String> = "name",
        part initiator: Option<Box<Initiator>> = "initiator",
        value format: Option<String> = "format" @ "type",
        one auth: Option<Box<Auth>> = "auth",
        value protocol_version: Option<String> = "protocol" @ "ver",
        value vendor: Option<String> = "vendor" @ "name",
        value product: Option<String> = "product" @ "name",
    }
    /// A server.
    pub Host {
        attr name: Option<String> = "name",
        attr port: Option<i32> = "port",
        ;
    }
    /// A device, or a target of a server.
    pub Device {
        attr path: Option<String> = "path",
        attr part_separator: Option<YesNo> = "part_separator",
        ;
        many free_extents: Vec<FreeExtent> = "freeExtent",
    }
    /// A part of a disk that no volume takes.
    pub FreeExtent {
        attr start: Option<u64> = "start",
        attr end: Option<u64> = "end",
        ;
    }
    /// Who asks an iSCSI server.
    pub Initiator {
        ;
        value iqn: Option<String> = "iqn" @ "name",
    }
    /// `<target>`: where the host finds the storage.
    pub PoolTarget {
        ;
        text path: Option<String> = "path",
        part permissions: Option<Box<Permissions>> = "permissions",
    }
    /// `<refresh>`
    pub Refresh {
        ;
        one volume: Option<Box<RefreshVolume>> = "volume",
    }
    /// How volumes are looked at.
    pub RefreshVolume {
        attr allocation: Option<Checked<VolumeAllocation>> = "allocation",
        ;
    }
    /// Options of `mount`.
    pub MountOptions {
        ;
        many options: Vec<NamedOption> = "fs:option",
    }
    /// Options of the RADOS library.
    pub RbdOptions {
        ;
        many options: Vec<NamedOption> = "rbd:option",
    }
    /// A name, and a value where the option takes one.
    pub NamedOption {
        attr name: Option<String> = "name",
        attr value: Option<String> = "value",
        ;
    }
    /// `<sources>`: what a search for storage found.
    pub Sources {
        ;
        many sources: Vec<Source> = "source",
    }
}

impl Pool {
    /// Reads a document. `validate`: names that the format does not have are refused.
    pub fn parse(text: &str, validate: bool) -> Result<Pool> {
        let schema = validate.then_some("storagepool.rng");
        let reading = Reading { validate: schema, ..Reading::new(Origin::Storage) };
        let mut pool: Pool = read_document(text, "(storage_pool_definition)", "pool", &reading)?;
        if let Some(schema) = schema.filter(|_| pool.lacks_target()) {
            let text =
                format!("Unable to validate doc against {schema}\nExpecting an element path, got nothing");
            bail!(Xml, XmlInvalidSchema, "{text}");
        }
        pool.complete()?;
        Ok(pool)
    }

    pub fn format(&self) -> String {
        write(self, "pool", Style::default())
    }

    pub fn name(&self) -> &str {
        self.name.as_deref().unwrap_or_default()
    }

    /// The UUID; a document that was read has one.
    pub fn uuid(&self) -> Uuid {
        good(&self.uuid).copied().unwrap_or_default()
    }

    pub fn kind(&self) -> PoolKind {
        good(&self.kind).copied().unwrap_or(PoolKind::Dir)
    }

    /// The path under which the host finds the volumes.
    pub fn target_path(&self) -> Option<&str> {
        self.target.as_ref().and_then(|target| target.path.as_deref())
    }

    /// Sets the sizes in bytes.
    pub fn set_sizes(&mut self, capacity: u64, allocation: u64) {
        self.capacity = Size::bytes(capacity);
        self.allocation = Size::bytes(allocation);
        self.available = Size::bytes(capacity.saturating_sub(allocation));
    }
}

impl Source {
    /// Reads the specification that a search for storage of `kind` starts from.
    pub fn parse_specification(text: &str, kind: PoolKind) -> Result<Source> {
        let reading = Reading::new(Origin::Storage);
        let mut source: Source = read_document(text, "(storage_source_specification)", "source", &reading)?;
        source.complete(kind)?;
        Ok(source)
    }
}

impl Sources {
    pub fn format(&self) -> String {
        write(self, "sources", Style::default())
    }
}
