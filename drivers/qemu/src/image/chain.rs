//! What images are based on, as their own headers tell: a guest starts with its whole chain known.
//!
//! A header is what a guest may have written. It decides nothing but the name of the next file, and a file whose
//! format nobody names is never taken for anything but a raw disk.

use super::address::{Address, parse};
use std::{collections::HashSet, io, os::unix::fs::MetadataExt, path::Path};
use virt_conf::domain::{
    Domain as Document,
    disk::{Disk, DiskBus},
    storage::{BackingStore, DataStore, DiskType, Format, Source, StorageFormat},
};
use virt_error::{Error, Origin, Result, bail, error};
use virt_sys::image::{self, Header};

/// The longest chain that is followed.
const LONGEST_CHAIN: usize = 200;

/// Completes the chains of every disk.
///
/// Errors: `VIR_ERR_SYSTEM_ERROR` for an image that cannot be read, `VIR_ERR_OPERATION_INVALID` for one whose backing
/// file has no format, `VIR_ERR_INTERNAL_ERROR` for headers that are not to be believed and for chains without an end.
pub fn complete(document: &mut Document) -> Result<()> {
    document.devices.disks.iter_mut().try_for_each(complete_disk)
}

/// Completes the chain of one disk, from where the document leaves off. What lies on a network is not looked at.
pub fn complete_disk(disk: &mut Disk) -> Result<()> {
    if crate::command::is_empty_drive(disk) || disk.bus() == Some(DiskBus::Sd) {
        return Ok(());
    }
    let format = disk.driver.as_ref().and_then(|driver| driver.kind).unwrap_or(StorageFormat::Raw);
    let Some(source) = disk.source.as_deref_mut() else { return Ok(()) };
    let mut seen = HashSet::new();
    let mut next =
        step(disk.kind.unwrap_or(DiskType::File), source, format, &mut seen, &mut disk.backing_store)?;
    while let Some(store) = next {
        let BackingStore { kind, format, source, backing_store, .. } = store;
        let (Some(kind), Some(source)) = (*kind, source.as_deref_mut()) else { return Ok(()) };
        let format = format.as_ref().and_then(|format| format.kind).unwrap_or(StorageFormat::Raw);
        next = step(kind, source, format, &mut seen, backing_store)?;
    }
    Ok(())
}

/// Looks at one image, and completes what is below it; the answer is that, to be looked at next.
fn step<'s>(
    kind: DiskType,
    source: &mut Source,
    format: StorageFormat,
    seen: &mut HashSet<(u64, u64)>,
    below: &'s mut Option<Box<BackingStore>>,
) -> Result<Option<&'s mut BackingStore>> {
    let path = match kind {
        DiskType::File => source.file.clone(),
        DiskType::Block => source.dev.clone(),
        // Nothing is known of what others hold; QEMU finds out.
        _ => return Ok(below.as_deref_mut()),
    };
    let path = path.unwrap_or_default();
    if seen.len() > LONGEST_CHAIN {
        bail!(Storage, InternalError, "backing chain for '{path}' is too long");
    }
    if below.is_none() || source.data_store.is_none() && format == StorageFormat::Qcow2 {
        let header = header(&path, format, seen)?;
        if let Some(file) = header.data_file.filter(|_| source.data_store.is_none()) {
            source.data_store = Some(Box::new(data_store(&beside(&path, &file))));
        }
        if below.is_none() {
            let store = match header.backing {
                None => BackingStore::default(),
                Some(text) => backing(&path, &text, header.backing_format.as_deref())?,
            };
            *below = Some(Box::new(store));
        }
    }
    Ok(below.as_deref_mut())
}

fn header_format(format: StorageFormat) -> Option<image::Format> {
    Some(match format {
        StorageFormat::Qcow => image::Format::Qcow,
        StorageFormat::Qcow2 => image::Format::Qcow2,
        StorageFormat::Qed => image::Format::Qed,
        StorageFormat::Vmdk => image::Format::Vmdk,
        StorageFormat::Cow => image::Format::Cow,
        _ => return None,
    })
}

/// What the header of an image says; nothing for formats that have none.
fn header(path: &str, format: StorageFormat, seen: &mut HashSet<(u64, u64)>) -> Result<Header> {
    let failed = |cause: io::Error| {
        Error::system(Origin::Storage, format!("Cannot access storage file '{path}'"), &cause)
    };
    let Some(format) = header_format(format) else {
        // It is not read, but it has to be there.
        Path::new(path).metadata().map_err(failed)?;
        return Ok(Header::default());
    };
    let mut file = image::open(Path::new(path)).map_err(failed)?;
    let metadata = file.metadata().map_err(failed)?;
    if !seen.insert((metadata.dev(), metadata.ino())) {
        bail!(Storage, InternalError, "backing store for {path} is self-referential");
    }
    let data = image::head(&mut file).map_err(failed)?;
    if format != image::Format::Cow && image::probe(&data) != format {
        bail!(Storage, InternalError, "image '{path}' is not of the format '{}'", format.word());
    }
    image::read(&data, format)
        .map_err(|why| error!(Storage, InternalError, "the header of the image '{path}' is malformed: {why}"))
}

fn data_store(path: &str) -> DataStore {
    let format = Format { kind: Some(StorageFormat::Raw), ..Format::default() };
    let source = Source { file: Some(path.to_owned()), ..Source::default() };
    DataStore {
        kind: Some(DiskType::File),
        format: Some(Box::new(format)),
        source: Some(Box::new(source)),
        ..DataStore::default()
    }
}

/// A name in an image is relative to the image's directory.
fn beside(image: &str, name: &str) -> String {
    match Path::new(image).parent() {
        Some(directory) if !name.starts_with('/') => directory.join(name).to_string_lossy().into_owned(),
        _ => name.to_owned(),
    }
}

/// The image below one, by what that says of it.
fn backing(image: &str, text: &str, format: Option<&str>) -> Result<BackingStore> {
    let Address { mut kind, mut source, format: own_format } = parse(text)?;
    if let Some(file) = &mut source.file {
        *file = beside(image, file);
        if Path::new(file.as_str()).metadata().is_ok_and(|one| virt_sys::image::is_block_device(&one)) {
            source.dev = source.file.take();
            kind = DiskType::Block;
        }
    }
    let format = match format.or(own_format.as_deref()) {
        Some(word) => word.parse().map_err(|()| {
            error!(Storage, InternalError, "unknown backing store format '{word}' of the image '{image}'")
        })?,
        None => unnamed_format(image, text, &source)?,
    };
    let format = Format { kind: Some(format), ..Format::default() };
    Ok(BackingStore {
        kind: Some(kind),
        format: Some(Box::new(format)),
        source: Some(Box::new(source)),
        ..BackingStore::default()
    })
}

/// A backing file whose format its image does not name is raw, or nothing.
fn unnamed_format(image: &str, text: &str, source: &Source) -> Result<StorageFormat> {
    let path = source.file.as_deref().or(source.dev.as_deref());
    if let Some(path) = path {
        let failed = |cause: io::Error| {
            Error::system(
                Origin::Storage,
                format!("Cannot access backing file '{path}' of storage file '{image}'"),
                &cause,
            )
        };
        let mut file = image::open(Path::new(path)).map_err(failed)?;
        if image::probe(&image::head(&mut file).map_err(failed)?) == image::Format::Raw {
            return Ok(StorageFormat::Raw);
        }
    }
    bail!(
        Storage,
        OperationInvalid,
        "format of backing image '{text}' of image '{image}' was not specified in the image metadata (See https://libvirt.org/kbase/backing_chains.html for troubleshooting)"
    )
}

#[cfg(test)]
mod tests;
