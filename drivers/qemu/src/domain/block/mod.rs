//! The disks of a running guest: their size, and the jobs that move their data between images.
//!
//! A job is known from before the emulator is told of it until the emulator says that it has concluded; then its disk
//! gets the chain that came of it. What the emulator says arrives on the guest's own worker ([`job_changed`]).

mod finish;
mod inherit;
mod job;
mod start;

pub use finish::job_changed;
pub use inherit::{copy_of, inherit};
pub use job::BlockJobs;

use crate::{
    command::{
        Plan,
        blockdev::{self, Image},
    },
    connection::QemuConnection,
    domain::{DomainChange, Run, plug::plan},
};
use std::sync::Arc;
use virt_conf::domain::{
    Domain as Document,
    disk::Disk,
    storage::{DiskType, StorageFormat},
};
use virt_core::{connection::check_flags, constants::*, domain::DomainHost, records::Domain};
use virt_error::{Origin, Result, bail, error};

/// The disk that a caller names, by its name in the guest or by the path of its image.
///
/// Errors: `VIR_ERR_INVALID_ARG`.
pub fn disk<'d>(document: &'d Document, path: &str) -> Result<&'d Disk> {
    let disks = &document.devices.disks;
    let found = disks.iter().find(|disk| disk.target_name() == path);
    let found = found.or_else(|| disks.iter().find(|disk| disk.source_path() == Some(path)));
    found.ok_or_else(|| error!(Qemu, InvalidArg, "disk '{path}' was not found in the domain config"))
}

/// The name of the node of an image that everything above it refers to.
fn node(plan: &Plan<'_>, image: &Image<'_>) -> Result<String> {
    Ok(blockdev::image_nodes(plan, image, None)?.1)
}

/// The number of images of a disk; at least one.
///
/// Errors: `VIR_ERR_OPERATION_INVALID` for an empty drive.
fn chain(disk: &Disk) -> Result<Vec<Image<'_>>> {
    let images = blockdev::images(disk)?;
    if images.is_empty() {
        bail!(Qemu, OperationInvalid, "disk '{}' has no source", disk.target_name());
    }
    Ok(images)
}

/// Where the image is, for people.
fn shown<'d>(image: &Image<'d>) -> &'d str {
    let source = image.source;
    let place = match image.kind {
        DiskType::File => &source.file,
        DiskType::Block | DiskType::VhostVdpa => &source.dev,
        DiskType::Dir => &source.dir,
        _ => &source.name,
    };
    place.as_deref().unwrap_or_default()
}

/// The place in a chain of the image that a caller names: `vda[2]`, or its path.
fn place(disk: &Disk, images: &[Image<'_>], name: &str) -> Result<usize> {
    let numbered = name.strip_suffix(']').and_then(|name| name.split_once('['));
    let found = match numbered.filter(|(target, _)| *target == disk.target_name()) {
        Some((_, number)) => {
            let number = number.parse::<u32>().ok();
            images.iter().position(|image| Some(image.index) == number)
        }
        None => images.iter().position(|image| shown(image) == name),
    };
    found.ok_or_else(|| {
        let top = images.first().map_or("", |image| shown(image));
        let target = disk.target_name();
        error!(Storage, InvalidArg, "could not find image '{name}' beneath '{top}' in chain for '{target}'")
    })
}

/// Bytes a second, of what a caller gives in MiB unless `bytes` says otherwise.
fn speed(bandwidth: u64, bytes: bool) -> Result<u64> {
    const MOST: u64 = i64::MAX as u64;
    let speed = if bytes { Some(bandwidth) } else { bandwidth.checked_mul(1 << 20) };
    match speed.filter(|&speed| speed <= MOST) {
        Some(speed) => Ok(speed),
        None if bytes => bail!(Qemu, Overflow, "bandwidth must be less than {MOST}"),
        None => bail!(Qemu, Overflow, "bandwidth must be less than {}", MOST >> 20),
    }
}

impl QemuConnection {
    /// A running domain's job, its run and its live document, for work on a disk.
    fn disk_work(
        &self,
        dom: &Domain,
        operation: &'static str,
    ) -> Result<(DomainChange<'_>, Arc<Run>, Arc<Document>)> {
        let change = self.state.change(dom, operation)?;
        change.check_active()?;
        let state = change.state();
        let run = state.extra.run()?.clone();
        Ok((change, run, state.def.clone()))
    }

    pub(super) fn block_resize(&self, dom: &Domain, path: &str, size: u64, flags: u32) -> Result<()> {
        const KNOWN: u32 = VIR_DOMAIN_BLOCK_RESIZE_BYTES | VIR_DOMAIN_BLOCK_RESIZE_CAPACITY;
        check_flags(flags, KNOWN, Origin::Qemu, "qemuDomainBlockResize")?;
        let (_change, run, document) = self.disk_work(dom, "virDomainBlockResize")?;
        let disk = disk(&document, path)?;
        if disk.kind == Some(DiskType::VhostUser) {
            bail!(Qemu, OperationUnsupported, "block resize is not supported for vhostuser disk");
        }
        let images = blockdev::images(disk)?;
        let Some(image) = images.first().filter(|_| !disk.readonly) else {
            bail!(Qemu, OperationInvalid, "can't resize empty or readonly disk '{}'", disk.target_name());
        };
        if image.slice().is_some() {
            bail!(Qemu, OperationInvalid, "can't resize disk '{}' with storage slice", disk.target_name());
        }
        let plan = plan(&self.state, &run, &document);
        let node = node(&plan, image)?;
        let mut size = match flags & VIR_DOMAIN_BLOCK_RESIZE_BYTES {
            0 => size
                .checked_mul(1024)
                .ok_or_else(|| error!(Qemu, Overflow, "size must be less than {}", u64::MAX / 1024))?,
            _ => size,
        };
        if flags & VIR_DOMAIN_BLOCK_RESIZE_CAPACITY != 0 {
            if image.kind != DiskType::Block || image.format != StorageFormat::Raw {
                bail!(
                    Qemu,
                    InvalidArg,
                    "VIR_DOMAIN_BLOCK_RESIZE_CAPACITY requires a block device with format 'raw'"
                );
            }
            let path = shown(image);
            let opened = virt_sys::image::open(path.as_ref());
            let sizes = opened.and_then(|mut file| virt_sys::image::sizes(&mut file)).map_err(|cause| {
                virt_error::Error::system(Origin::Storage, format!("cannot open file '{path}'"), &cause)
            })?;
            if size == 0 {
                size = sizes.physical;
            } else if size != sizes.physical {
                bail!(Qemu, InvalidArg, "block device '{path}' has size {}, not {size}", sizes.physical);
            }
        }
        if matches!(image.format, StorageFormat::Qcow2 | StorageFormat::Qed) {
            // These are sized in sectors.
            size = size.checked_next_multiple_of(512).unwrap_or(size);
        }
        run.monitor().block_resize(&node, size)
    }
}

/// Refuses what cannot be done to a disk whose data a job moves.
///
/// Errors: `VIR_ERR_BLOCK_COPY_ACTIVE`.
pub fn check_no_job(run: &Run, disk: &Disk) -> Result<()> {
    if run.block_jobs.has(disk.target_name()) {
        bail!(Qemu, BlockCopyActive, "disk '{}' already in active block job", disk.target_name());
    }
    Ok(())
}
