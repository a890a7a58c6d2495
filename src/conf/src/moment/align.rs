//! Which disks of a guest a moment takes, and where their contents go.

use super::{Checkpoint, CheckpointDisk, CheckpointMode, Snapshot, SnapshotDisk};
use crate::domain::{
    Domain,
    disk::{Disk, DiskDevice, SnapshotLocation},
    storage::DiskType,
};
use crate::good;
use std::collections::HashSet;
use virt_error::{Result, bail};

/// Whether there is nothing in a disk that could change.
fn is_fixed(disk: &Disk) -> bool {
    let empty = disk.source.is_none();
    disk.readonly || empty || matches!(disk.device(), DiskDevice::Cdrom | DiskDevice::Floppy)
}

/// The disk of a guest that a name or a path means.
fn find<'d>(disks: &[&'d Disk], name: &str) -> Option<(usize, &'d Disk)> {
    let means = |disk: &&&Disk| disk.target_name() == name || disk.source_path() == Some(name);
    let place = disks.iter().position(|disk| means(&disk))?;
    Some((place, disks[place]))
}

impl Snapshot {
    /// Takes the guest's disks one by one: named as the guest names them, in its order, each with a place for its
    /// contents. `default` is the place where neither the snapshot nor the guest says one; `uniform` refuses
    /// every other.
    pub fn align_disks(&mut self, domain: &Domain, default: SnapshotLocation, uniform: bool) -> Result<()> {
        let disks: Vec<&Disk> = domain.devices.disks.iter().collect();
        let mut asked = self.disks.take().map(|disks| disks.disks).unwrap_or_default();
        if asked.len() > disks.len() {
            bail!(DomainSnapshot, ConfigUnsupported, "too many disk snapshot requests for domain");
        }
        let mut taken: Vec<Option<SnapshotDisk>> = vec![None; disks.len()];
        for mut request in asked.drain(..) {
            let name = request.name.clone().unwrap_or_default();
            let Some((place, disk)) = find(&disks, &name) else {
                bail!(DomainSnapshot, ConfigUnsupported, "no disk named '{name}'");
            };
            if taken[place].is_some() {
                bail!(DomainSnapshot, ConfigUnsupported, "disk '{name}' specified twice");
            }
            let target = disk.target_name();
            let location = request
                .location()
                .or(disk.snapshot)
                .unwrap_or_else(|| if is_fixed(disk) { SnapshotLocation::No } else { default });
            if uniform && location != SnapshotLocation::No && location != default {
                bail!(
                    DomainSnapshot,
                    ConfigUnsupported,
                    "disk '{target}' must use snapshot mode '{default}'"
                );
            }
            if let Some(file) = request.file().filter(|_| location != SnapshotLocation::External) {
                let text = format!("file '{file}' for disk '{target}'");
                bail!(DomainSnapshot, ConfigUnsupported, "{text} requires use of external snapshot mode");
            }
            request.name = Some(target.to_owned());
            request.location = Some(location.into());
            taken[place] = Some(request);
        }
        for (place, disk) in disks.iter().enumerate() {
            taken[place].get_or_insert_with(|| {
                let location =
                    disk.snapshot.unwrap_or(if is_fixed(disk) { SnapshotLocation::No } else { default });
                SnapshotDisk {
                    name: Some(disk.target_name().to_owned()),
                    location: Some(location.into()),
                    ..SnapshotDisk::default()
                }
            });
        }
        let mut taken: Vec<SnapshotDisk> = taken.into_iter().flatten().collect();
        self.name_images(&mut taken, &disks)?;
        taken.iter_mut().for_each(SnapshotDisk::settle);
        if !taken.is_empty() {
            self.disks.get_or_insert_default().disks = taken;
        }
        Ok(())
    }

    /// A new image without a name lies beside the old one and ends in the snapshot's name.
    fn name_images(&self, taken: &mut [SnapshotDisk], disks: &[&Disk]) -> Result<()> {
        let suffix = self.name().to_owned();
        let cannot = "cannot generate external snapshot name for disk";
        for (request, disk) in taken.iter_mut().zip(disks) {
            let open = request.location() == Some(SnapshotLocation::External) && request.source.is_none();
            if !open {
                continue;
            }
            let target = disk.target_name();
            let kind = request.kind.unwrap_or(DiskType::File);
            if kind != DiskType::File {
                bail!(DomainSnapshot, ConfigUnsupported, "{cannot} '{target}' on a '{kind}' device");
            }
            let Some(path) = disk.source_path() else {
                bail!(DomainSnapshot, ConfigUnsupported, "{cannot} '{target}' without source");
            };
            let folder = path.rfind('/').map_or(0, |slash| slash + 1);
            let stem = path[folder..].rfind('.').map_or(path, |dot| &path[..folder + dot]);
            request.source.get_or_insert_default().file = Some(format!("{stem}.{suffix}"));
        }
        let mut files = HashSet::new();
        for request in taken.iter() {
            let Some(file) = request.file() else { continue };
            if !files.insert(file) {
                let target = request.name.as_deref().unwrap_or_default();
                let other = taken.iter().find(|other| other.file() == Some(file));
                let other = other.and_then(|other| other.name.as_deref()).unwrap_or_default();
                bail!(
                    DomainSnapshot,
                    ConfigUnsupported,
                    "{cannot} '{target}': collision with disk '{other}'"
                );
            }
        }
        Ok(())
    }
}

impl Checkpoint {
    /// Takes the guest's disks one by one: named as the guest names them, in its order.
    pub fn align_disks(&mut self, domain: &Domain) -> Result<()> {
        let disks: Vec<&Disk> = domain.devices.disks.iter().collect();
        let name = self.name().to_owned();
        let asked = self.disks.take();
        let all = asked.is_none();
        let asked = asked.map(|disks| disks.disks).unwrap_or_default();
        if asked.len() > disks.len() {
            bail!(DomainCheckpoint, ConfigUnsupported, "too many disk checkpoint requests for domain");
        }
        if disks.is_empty() {
            let text = "domain must have at least one disk to perform checkpoints";
            bail!(DomainCheckpoint, ConfigUnsupported, "{text}");
        }
        let mut taken: Vec<Option<CheckpointDisk>> = vec![None; disks.len()];
        for mut request in asked {
            let wanted = request.name.clone().unwrap_or_default();
            let Some((place, disk)) = find(&disks, &wanted) else {
                bail!(DomainCheckpoint, ConfigUnsupported, "no disk named '{wanted}'");
            };
            if taken[place].is_some() {
                bail!(DomainCheckpoint, ConfigUnsupported, "disk '{wanted}' specified twice");
            }
            let mode = good(&request.mode).copied().unwrap_or(CheckpointMode::Bitmap);
            if mode == CheckpointMode::Bitmap && is_fixed(disk) {
                bail!(DomainCheckpoint, ConfigUnsupported, "disk '{wanted}' is empty or readonly");
            }
            request.name = Some(disk.target_name().to_owned());
            taken[place] = Some(request);
        }
        for (place, disk) in disks.iter().enumerate() {
            taken[place].get_or_insert_with(|| {
                let mode = if all && !is_fixed(disk) { CheckpointMode::Bitmap } else { CheckpointMode::No };
                CheckpointDisk {
                    name: Some(disk.target_name().to_owned()),
                    mode: Some(mode.into()),
                    ..CheckpointDisk::default()
                }
            });
        }
        let mut taken: Vec<CheckpointDisk> = taken.into_iter().flatten().collect();
        for disk in &mut taken {
            if good(&disk.mode) == Some(&CheckpointMode::Bitmap) {
                disk.bitmap.get_or_insert_with(|| name.clone());
            }
        }
        self.disks.get_or_insert_default().disks = taken;
        Ok(())
    }
}
