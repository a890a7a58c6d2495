//! Block devices: the nodes through which QEMU reaches the data of a disk, image by image.
//!
//! Every image of a chain has a node for its file or address (`libvirt-N-storage`), one for a slice of that where
//! the document names one, and one for its format (`libvirt-N-format`) unless the data are taken as they are.
//! The options that concern the guest are those of the uppermost of them.

use super::blockdev_protocol::protocol;
use super::{Flag, Plan, Props, Step};
use serde_json::Value;
use virt_conf::domain::disk::{DetectZeroes, Discard, Disk, DiskBus, DiskCache, DiskDevice, DiskDriver};
use virt_conf::domain::storage::{
    Auth, BackingStore, DiskType, Encryption, EncryptionEngine, EncryptionFormat, MetadataCache,
    NetworkProtocol, Slice, Source, StorageFormat,
};
use virt_error::{Result, bail, error};
use virt_xml::OnOff;

/// One image of a chain, and what holds for it.
#[derive(Clone, Copy)]
pub struct Image<'d> {
    pub kind: DiskType,
    pub source: &'d Source,
    pub format: StorageFormat,
    /// The number in its nodes' names.
    pub index: u32,
    pub readonly: bool,
    /// Of the disk; `None` for an image that belongs to none.
    pub driver: Option<&'d DiskDriver>,
    pub device: DiskDevice,
    cache_mode: DiskCache,
    /// Who the emulator says it is to the storage.
    pub auth: Option<&'d Auth>,
    encryption: Option<&'d Encryption>,
    cache: Option<&'d MetadataCache>,
    /// Whether the guest sees this image's data, and not those of one that is based on it.
    top: bool,
}

/// What is known of the image below one.
#[derive(Clone, Copy, PartialEq)]
enum Below<'n> {
    /// QEMU finds out.
    Unknown,
    /// There is none.
    Nothing,
    Node(&'n str),
}

/// The images of a disk, the one that the guest sees first. Empty for an empty drive.
///
/// Errors: `VIR_ERR_INTERNAL_ERROR` when the images were not numbered.
pub fn images(disk: &Disk) -> Result<Vec<Image<'_>>> {
    let Some(source) = disk.source.as_deref().filter(|_| !is_empty(disk)) else { return Ok(Vec::new()) };
    let driver = disk.driver.as_deref();
    let top = Image {
        kind: disk.kind.unwrap_or(DiskType::File),
        source,
        format: driver.and_then(|driver| driver.kind).unwrap_or(StorageFormat::Raw),
        index: if disk.bus() == Some(DiskBus::Sd) { 0 } else { numbered(source.index)? },
        readonly: disk.readonly,
        driver,
        device: disk.device(),
        cache_mode: cache_mode(disk),
        auth: source.auth.as_deref().or(disk.auth.as_deref()),
        encryption: source.encryption.as_deref().or(disk.encryption.as_deref()),
        cache: driver.and_then(|driver| driver.metadata_cache.as_deref()),
        top: true,
    };
    let mut all = vec![top];
    let mut store = disk.backing_store.as_deref();
    while let Some((BackingStore { kind: Some(kind), source: Some(source), .. }, found)) =
        store.map(|s| (s, s))
    {
        let format = found.format.as_deref();
        all.push(Image {
            kind: *kind,
            source,
            format: format.and_then(|format| format.kind).unwrap_or(StorageFormat::Raw),
            index: numbered(found.index.or(source.index))?,
            readonly: true,
            driver,
            device: disk.device(),
            cache_mode: cache_mode(disk),
            auth: source.auth.as_deref(),
            encryption: source.encryption.as_deref(),
            cache: format.and_then(|format| format.metadata_cache.as_deref()),
            top: false,
        });
        store = found.backing_store.as_deref();
    }
    Ok(all)
}

fn numbered(index: Option<u32>) -> Result<u32> {
    index.ok_or_else(|| error!(Qemu, InternalError, "an image of a disk of the guest has no index"))
}

/// How a disk is cached. What several guests write to must not be cached on the host.
pub fn cache_mode(disk: &Disk) -> DiskCache {
    match disk.driver.as_ref().and_then(|driver| driver.cache).unwrap_or(DiskCache::Default) {
        DiskCache::Default if disk.shareable && !disk.readonly => DiskCache::None,
        mode => mode,
    }
}

/// Whether the drive has no medium.
pub fn is_empty(disk: &Disk) -> bool {
    let Some(source) = disk.source.as_deref() else { return true };
    match disk.kind.unwrap_or(DiskType::File) {
        DiskType::File => source.file.is_none(),
        DiskType::Block => source.dev.is_none(),
        DiskType::Dir => source.dir.is_none(),
        DiskType::Network => source.protocol.is_none_or(|protocol| protocol == NetworkProtocol::None),
        DiskType::Volume => source.volume.is_none(),
        DiskType::VhostUser | DiskType::VhostVdpa | DiskType::Nvme => false,
    }
}

/// Whether the chain ends where the document says so.
fn ends(disk: &Disk) -> bool {
    let mut store = disk.backing_store.as_deref();
    while let Some(found) = store {
        if found.kind.is_none() || found.source.is_none() {
            return true;
        }
        store = found.backing_store.as_deref();
    }
    false
}

/// The nodes of a disk with its images, from the lowest to the one that the guest's device is given, whose name
/// is the answer. `None` for an empty drive.
pub fn chain(plan: &Plan<'_>, disk: &Disk) -> Result<(Vec<Step>, Option<String>)> {
    let mut steps = Vec::new();
    let mut below: Option<String> = None;
    let mut last = ends(disk);
    for image in images(disk)?.iter().rev() {
        let under = match &below {
            Some(name) => Below::Node(name),
            None if last => Below::Nothing,
            None => Below::Unknown,
        };
        below = Some(nodes(plan, image, under, &mut steps)?);
        last = false;
    }
    let Some(mut top) = below else { return Ok((steps, None)) };
    let driver = disk.driver.as_deref();
    if driver.and_then(|driver| driver.copy_on_read) == Some(OnOff(true)) && !disk.readonly {
        let name = format!("libvirt-CoR-{}", disk.target_name());
        let node = Props::device("copy-on-read").with("node-name", name.as_str()).with("file", top);
        steps.push(Step::Blockdev(node.with("discard", "unmap")));
        top = name;
    }
    if let Some(filters) = &disk.throttlefilters {
        let first = images(disk)?.iter().map(|image| image.index).max().unwrap_or(0);
        for (number, filter) in (first + 1..).zip(&filters.filters) {
            let group = filter.group.as_deref().unwrap_or_default();
            let name = format!("libvirt-{number}-filter");
            let node = Props::device("throttle")
                .with("node-name", name.as_str())
                .with("throttle-group", format!("throttle-{group}"));
            steps.push(Step::Blockdev(node.with("file", top)));
            top = name;
        }
    }
    Ok((steps, Some(top)))
}

/// The nodes of one image over what is below it, whose node may be named; the answer is the name of the uppermost.
pub fn image_nodes(plan: &Plan<'_>, image: &Image<'_>, below: Option<&str>) -> Result<(Vec<Step>, String)> {
    let mut steps = Vec::new();
    let name = nodes(plan, image, below.map_or(Below::Nothing, Below::Node), &mut steps)?;
    Ok((steps, name))
}

/// The nodes of one image; the answer is the name of the uppermost.
fn nodes(plan: &Plan<'_>, image: &Image<'_>, below: Below<'_>, steps: &mut Vec<Step>) -> Result<String> {
    let storage = format!("libvirt-{}-storage", image.index);
    let slice = image.slice();
    let formatted = image.needs_format(plan);
    let mut node = protocol(plan, image, &storage, steps)?;
    node.put("node-name", storage.as_str());
    image.put_common(&mut node, !formatted && slice.is_none());
    let mut top = storage;
    let mut made = vec![node];
    if let Some(slice) = slice {
        let name = format!("libvirt-{}-slice-sto", image.index);
        let mut node = Props::device("raw").with("file", top.as_str());
        node.put("offset", slice.offset.unwrap_or(0));
        node.put("size", slice.size.unwrap_or(0));
        node.put("node-name", name.as_str());
        image.put_common(&mut node, !formatted);
        made.push(node);
        top = name;
    }
    if formatted {
        let name = format!("libvirt-{}-format", image.index);
        let mut node = Props::new().with("node-name", name.as_str());
        image.put_common(&mut node, true);
        image.put_format(plan, &mut node, steps)?;
        if let Some(store) = image.data_store()? {
            node.put("data-file", nodes(plan, &store, Below::Unknown, steps)?);
        }
        node.put("file", top);
        if image.can_be_based() {
            match below {
                Below::Node(name) => node.put("backing", name),
                Below::Nothing => node.put("backing", Value::Null),
                Below::Unknown => {}
            }
        }
        made.push(node);
        top = name;
    }
    steps.extend(made.into_iter().map(Step::Blockdev));
    Ok(top)
}

impl<'d> Image<'d> {
    /// An image that belongs to no disk.
    pub fn alone(kind: DiskType, source: &'d Source, format: Option<StorageFormat>) -> Image<'d> {
        Image {
            kind,
            source,
            format: format.unwrap_or(StorageFormat::Raw),
            index: 0,
            readonly: false,
            driver: None,
            cache_mode: DiskCache::Default,
            device: DiskDevice::Disk,
            auth: source.auth.as_deref(),
            encryption: source.encryption.as_deref(),
            cache: None,
            top: true,
        }
    }
}

impl Image<'_> {
    pub fn slice(&self) -> Option<&Slice> {
        let slices = self.source.slices.as_ref()?;
        slices.slices.iter().find(|slice| slice.kind.as_deref() == Some("storage"))
    }

    /// The image that holds the guest's data for one that holds metadata alone.
    fn data_store(&self) -> Result<Option<Image<'_>>> {
        let Some(store) = self.source.data_store.as_deref() else { return Ok(None) };
        let Some(source) = store.source.as_deref() else { return Ok(None) };
        Ok(Some(Image {
            kind: store.kind.unwrap_or(DiskType::File),
            source,
            format: store.format.as_ref().and_then(|format| format.kind).unwrap_or(StorageFormat::Raw),
            index: numbered(source.index)?,
            auth: source.auth.as_deref(),
            encryption: source.encryption.as_deref(),
            cache: None,
            ..*self
        }))
    }

    /// Whether QEMU decrypts the image, and how.
    pub fn decrypted(&self) -> Option<EncryptionFormat> {
        let encryption = self.encryption?;
        let qemu = encryption.engine.is_none_or(|engine| engine != EncryptionEngine::Librbd);
        encryption.format.filter(|_| qemu)
    }

    /// Whether the RBD library decrypts the image.
    pub fn decrypted_by_librbd(&self) -> bool {
        self.encryption.is_some_and(|encryption| encryption.engine == Some(EncryptionEngine::Librbd))
    }

    fn needs_format(&self, plan: &Plan<'_>) -> bool {
        !matches!(self.format, StorageFormat::Raw | StorageFormat::None)
            || self.decrypted().is_some()
            || self.kind == DiskType::Dir
            || !plan.emulator.has(Flag::BlockjobBackingMaskProtocol)
    }

    fn can_be_based(&self) -> bool {
        use StorageFormat::*;
        matches!(self.format, Cow | Qcow | Qcow2 | Qed | Vmdk)
    }

    /// What every node says of access and caching: `effective` is the one that is used through its name.
    fn put_common(&self, node: &mut Props, effective: bool) {
        if effective {
            node.put("read-only", self.readonly);
            let (discard, zeroes) = self.discard();
            node.put_some("discard", discard);
            node.put_some("detect-zeroes", zeroes);
        } else {
            node.put("auto-read-only", true);
            node.put("discard", "unmap");
        }
        let (direct, no_flush) = match self.cache_mode {
            DiskCache::Default => return,
            DiskCache::None | DiskCache::Directsync => (true, false),
            DiskCache::Writeback | DiskCache::Writethrough => (false, false),
            DiskCache::Unsafe => (false, true),
        };
        node.put("cache", Props::new().with("direct", direct).with("no-flush", no_flush));
    }

    fn discard(&self) -> (Option<&'static str>, Option<&'static str>) {
        let Some(driver) = self.driver else { return (None, None) };
        let zeroes = driver.detect_zeroes.filter(|_| self.top).map(|zeroes| match zeroes {
            // Without discarding, writing zeroes that free nothing is all that can be done.
            DetectZeroes::Unmap if driver.discard != Some(Discard::Unmap) => "on",
            other => other.as_str(),
        });
        (driver.discard.map(Discard::as_str), zeroes)
    }

    fn put_format(&self, plan: &Plan<'_>, node: &mut Props, steps: &mut Vec<Step>) -> Result<()> {
        let driver = match self.format {
            StorageFormat::Raw | StorageFormat::None => match self.decrypted() {
                Some(EncryptionFormat::Luks) => {
                    let secret = self.encryption_secret(plan, steps)?;
                    node.put("driver", "luks");
                    node.put("key-secret", secret);
                    return Ok(());
                }
                Some(other) => {
                    bail!(
                        Qemu,
                        ConfigUnsupported,
                        "encryption format '{other}' cannot be used with a raw image"
                    )
                }
                None => "raw",
            },
            StorageFormat::Qcow => "qcow",
            StorageFormat::Qcow2 => "qcow2",
            StorageFormat::Qed => "qed",
            StorageFormat::Vmdk => "vmdk",
            StorageFormat::Vdi => "vdi",
            StorageFormat::Vpc => "vpc",
            StorageFormat::Bochs => "bochs",
            StorageFormat::Cloop => "cloop",
            StorageFormat::Dmg => "dmg",
            StorageFormat::Ploop => "parallels",
            StorageFormat::Vhd => "vhdx",
            // A directory is a disk of its own making, and has no other format.
            StorageFormat::Fat if self.kind == DiskType::Dir => "raw",
            StorageFormat::Iso | StorageFormat::Cow | StorageFormat::Dir | StorageFormat::Fat => {
                bail!(Qemu, InternalError, "mishandled storage format '{}'", self.format)
            }
        };
        node.put("driver", driver);
        if self.format != StorageFormat::Qcow2 {
            return Ok(());
        }
        if let Some(format) = self.decrypted() {
            let word = match format {
                EncryptionFormat::Default | EncryptionFormat::Qcow => "aes",
                EncryptionFormat::Luks => "luks",
                EncryptionFormat::Luks2 | EncryptionFormat::LuksAny => {
                    bail!(
                        Qemu,
                        ConfigUnsupported,
                        "encryption format '{format}' cannot be used with a qcow2 image"
                    )
                }
            };
            let secret = self.encryption_secret(plan, steps)?;
            node.put("encrypt", Props::new().with("format", word).with("key-secret", secret));
        }
        let no_unref = self.driver.and_then(|driver| driver.discard_no_unref);
        node.put_some("discard-no-unref", no_unref.map(|OnOff(on)| on).filter(|_| !self.readonly));
        let size = self.cache.and_then(|cache| cache.max_size.as_ref()?.value);
        node.put_some("cache-size", size);
        Ok(())
    }

    /// The object that holds the key of the image.
    fn encryption_secret(&self, plan: &Plan<'_>, steps: &mut Vec<Step>) -> Result<String> {
        let secret = self.encryption.and_then(|encryption| encryption.secrets.first());
        let Some(secret) = secret else {
            bail!(Qemu, InternalError, "missing secret of an encrypted image");
        };
        let id = format!("libvirt-{}-format-encryption-secret0", self.index);
        steps.push(Step::Object(super::secret::object(plan, secret, &id)?));
        Ok(id)
    }
}
