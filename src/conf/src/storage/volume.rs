//! `<volume>`: one piece of storage.

use super::{Encryption, Permissions, Pool};
use crate::{Checked, Size, checked, good};
use virt_error::{Origin, Result, bail, error};
use virt_xml::{Node, Reading, Style, element, names, read_document, write};

names! {
    /// What a volume is.
    pub enum VolumeKind {
        File = "file",
        Block = "block",
        Dir = "dir",
        Network = "network",
        Netdir = "netdir",
        Ploop = "ploop",
    }
}

element! {
    /// `<volume>`
    pub Volume {
        attr kind: Option<Checked<VolumeKind>> = "type",
        ;
        text name: Option<String> = "name",
        text key: Option<String> = "key",
        part source: Option<Box<VolumeSource>> = "source",
        one capacity: Option<Box<Size>> = "capacity",
        one allocation: Option<Box<Size>> = "allocation",
        one physical: Option<Box<Size>> = "physical",
        always target: VolumeTarget = "target",
        one backing: Option<Box<VolumeTarget>> = "backingStore",
    } => nocow;
    /// The places of a disk that the volume takes.
    pub VolumeSource {
        ;
        many devices: Vec<ExtentDevice> = "device",
    }
    /// Those of one device.
    pub ExtentDevice {
        attr path: Option<String> = "path",
        ;
        many extents: Vec<Extent> = "extent",
    }
    /// From one byte to another.
    pub Extent {
        attr start: Option<u64> = "start",
        attr end: Option<u64> = "end",
        ;
    }
    /// `<target>` or `<backingStore>`: the volume as the host sees it.
    pub VolumeTarget {
        ;
        text path: Option<String> = "path",
        value format: Option<String> = "format" @ "type",
        part permissions: Option<Box<Permissions>> = "permissions",
        part timestamps: Option<Box<Timestamps>> = "timestamps",
        block encryption: Option<Box<Encryption>> = "encryption",
        text compat: Option<String> = "compat",
        one cluster_size: Option<Box<Size>> = "clusterSize",
        one features: Option<Box<VolumeFeatures>> = "features",
        flag nocow: bool = "nocow",
    }
    /// When the file was used; seconds with nine decimals.
    pub Timestamps {
        ;
        text atime: Option<String> = "atime",
        text mtime: Option<String> = "mtime",
        text ctime: Option<String> = "ctime",
        text btime: Option<String> = "btime",
    }
    /// Features of the format.
    pub VolumeFeatures {
        ;
        flag lazy_refcounts: bool = "lazy_refcounts",
        flag extended_l2: bool = "extended_l2",
    } => features;
}

fn nocow(volume: &mut Volume, _: Node<'_>, _: &Reading) -> Result<()> {
    if let Some(backing) = &mut volume.backing {
        // Of what lies behind, only the place, the format and the permissions are told.
        let VolumeTarget { path, format, permissions, .. } = std::mem::take(&mut **backing);
        **backing = VolumeTarget { path, format, permissions, ..VolumeTarget::default() };
    }
    Ok(())
}

fn features(_: &mut VolumeFeatures, node: Node<'_>, _: &Reading) -> Result<()> {
    for feature in node.children().map(Node::name) {
        if !["lazy_refcounts", "extended_l2"].contains(&feature) {
            bail!(Storage, ConfigUnsupported, "unsupported feature {feature}");
        }
    }
    Ok(())
}

impl Volume {
    /// Reads the document of a volume of `pool`. `without_capacity`: it may come from another volume.
    pub fn parse(text: &str, pool: &Pool, validate: bool, without_capacity: bool) -> Result<Volume> {
        let schema = validate.then_some("storagevol.rng");
        let reading = Reading { validate: schema, ..Reading::new(Origin::Storage) };
        let mut volume: Volume = read_document(text, "(storage_volume_definition)", "volume", &reading)?;
        volume.complete(pool, without_capacity)?;
        Ok(volume)
    }

    pub fn format(&self) -> String {
        let mut shown = self.clone();
        if let Some(size) = &mut shown.target.cluster_size {
            size.unit = Some("B".to_owned());
        }
        shown.target.nocow = false;
        write(&shown, "volume", Style::default())
    }

    pub fn name(&self) -> &str {
        self.name.as_deref().unwrap_or_default()
    }

    pub fn kind(&self) -> VolumeKind {
        good(&self.kind).copied().unwrap_or(VolumeKind::File)
    }

    pub fn capacity(&self) -> u64 {
        self.capacity.as_ref().map_or(0, |size| size.get())
    }

    pub fn allocation(&self) -> u64 {
        self.allocation.as_ref().map_or(0, |size| size.get())
    }

    fn complete(&mut self, pool: &Pool, without_capacity: bool) -> Result<()> {
        let Some(name) = self.name.clone().filter(|name| !name.is_empty()) else {
            bail!(Storage, XmlError, "missing volume name element");
        };
        if name.contains('/') {
            bail!(Storage, XmlError, "name {name} cannot contain '/'");
        }
        crate::file_name::check(&name, Origin::Storage)?;
        checked(&self.kind, |word| error!(Storage, ConfigUnsupported, "unknown volume type '{word}'"))?;
        self.kind.get_or_insert(VolumeKind::File.into());
        // Where the data lies, and how much of it there is, is found out, not told.
        (self.source, self.physical, self.target.timestamps) = (None, None, None);
        self.backing = self.backing.take().filter(|backing| backing.path.is_some());
        let traits = pool.kind().traits();
        let known = |format: &str| traits.volume.is_none_or(|formats| formats.names.contains(&format));
        for target in [Some(&mut self.target), self.backing.as_deref_mut()].into_iter().flatten() {
            match (&target.format, traits.volume) {
                (Some(format), Some(_)) if !known(format) => {
                    bail!(Storage, ConfigUnsupported, "unknown volume format type {format}");
                }
                (None, Some(formats)) => target.format = Some(formats.default.to_owned()),
                (Some(_), Some(_)) => {}
                (_, None) => target.format = traits.volume_shows.map(str::to_owned),
            }
        }
        for size in [&mut self.capacity, &mut self.allocation] {
            if size.as_ref().is_some_and(|size| size.number.is_none()) {
                *size = None;
            }
        }
        match &mut self.capacity {
            Some(size) => size.settle(|| error!(Storage, XmlError, "malformed capacity element"))?,
            None if without_capacity => self.capacity = Some(Box::new(Size::bytes(0))),
            None => bail!(Storage, XmlError, "missing capacity element"),
        }
        match &mut self.allocation {
            Some(size) => size.settle(|| error!(Storage, XmlError, "malformed capacity element"))?,
            None => self.allocation = self.capacity.clone(),
        }
        if let Some(size) = &mut self.target.cluster_size {
            let word = match &size.number {
                Some(Checked::Bad(word)) => word.clone(),
                _ => String::new(),
            };
            let text = format!("Invalid value '{word}' for element or attribute './target/clusterSize'");
            size.settle(|| error!(Xml, XmlError, "{text}"))?;
        }
        if let Some(compat) = &self.target.compat {
            let mut parts = compat.split('.');
            let digits = |part: Option<&str>| {
                part.is_some_and(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
            };
            if !digits(parts.next()) || !digits(parts.next()) || parts.next().is_some() {
                bail!(Storage, XmlError, "forbidden characters in 'compat' attribute");
            }
        }
        if self.target.features.is_some() && self.target.compat.is_none() {
            self.target.compat = Some("1.1".to_owned());
        }
        Ok(())
    }
}
