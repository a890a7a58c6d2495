//! The form of disks that libvirt writes.

use super::disk::{Disk, DiskDevice, IoTune, SnapshotLocation, Tray};
use super::prelude::*;
use super::storage::{DiskType, MetadataCache, NetworkProtocol, Source, Transport};

pub(super) fn normalize_disk(disk: &mut Disk) -> Result<()> {
    // An empty drive has no type but the simplest.
    if disk.source.is_none() && matches!(disk.kind, Some(DiskType::Network | DiskType::Volume)) {
        disk.kind = Some(DiskType::File);
    }
    let kind = *disk.kind.get_or_insert(DiskType::File);
    disk.device.get_or_insert(DiskDevice::Disk);
    if let Some(source) = &mut disk.source {
        normalize_source(source, kind);
    }
    if let Some(tune) = &mut disk.iotune {
        forget_zeros(tune);
    }
    if let Some(driver) = &mut disk.driver {
        normalize_cache(&mut driver.metadata_cache)?;
    }
    if let Some(target) = &mut disk.target {
        if target.tray == Some(Tray::Closed) {
            target.tray = None;
        }
    }
    if kind == DiskType::VhostUser {
        disk.snapshot.get_or_insert(SnapshotLocation::No);
    }
    let mut next = disk.backing_store.as_mut();
    while let Some(store) = next {
        if let (Some(kind), Some(source)) = (store.kind, &mut store.source) {
            normalize_source(source, kind);
        }
        if let Some(format) = &mut store.format {
            normalize_cache(&mut format.metadata_cache)?;
        }
        next = store.backing_store.as_mut();
    }
    Ok(())
}

/// Caches are counted in bytes.
fn normalize_cache(cache: &mut Option<Box<MetadataCache>>) -> Result<()> {
    let size = cache.as_mut().and_then(|cache| cache.max_size.as_mut());
    if let Some(size) = size {
        if let Some(value) = &mut size.value {
            *value = super::units::bytes(*value, size.unit.as_deref(), "bytes")?;
            size.unit = Some("bytes".to_owned());
        }
    }
    Ok(())
}

/// Ports that a network protocol has by itself are written out.
fn normalize_source(source: &mut Source, kind: DiskType) {
    if kind != DiskType::Network {
        return;
    }
    // The unit of an iSCSI target is part of its name.
    if source.protocol == Some(NetworkProtocol::Iscsi) {
        if let Some(name) = source.name.as_mut().filter(|name| !name.contains('/')) {
            name.push_str("/0");
        }
    }
    let port = match source.protocol {
        Some(NetworkProtocol::Http) => "80",
        Some(NetworkProtocol::Https) => "443",
        Some(NetworkProtocol::Ftp) => "21",
        Some(NetworkProtocol::Ftps) => "990",
        Some(NetworkProtocol::Tftp) => "69",
        Some(NetworkProtocol::Sheepdog) => "7000",
        Some(NetworkProtocol::Nbd) => "10809",
        Some(NetworkProtocol::Ssh) => "22",
        Some(NetworkProtocol::Iscsi) => "3260",
        Some(NetworkProtocol::Gluster) => "24007",
        Some(NetworkProtocol::Vxhs) => "9999",
        _ => return,
    };
    for host in &mut source.hosts {
        if host.transport != Some(Transport::Unix) && host.port.is_none() {
            host.port = Some(port.to_owned());
        }
        if host.transport == Some(Transport::Tcp) {
            host.transport = None;
        }
    }
}

/// A limit of zero is no limit.
pub(super) fn forget_zeros(tune: &mut IoTune) {
    let limits = [
        &mut tune.total_bytes_sec,
        &mut tune.read_bytes_sec,
        &mut tune.write_bytes_sec,
        &mut tune.total_iops_sec,
        &mut tune.read_iops_sec,
        &mut tune.write_iops_sec,
        &mut tune.total_bytes_sec_max,
        &mut tune.read_bytes_sec_max,
        &mut tune.write_bytes_sec_max,
        &mut tune.total_iops_sec_max,
        &mut tune.read_iops_sec_max,
        &mut tune.write_iops_sec_max,
        &mut tune.size_iops_sec,
        &mut tune.total_bytes_sec_max_length,
        &mut tune.read_bytes_sec_max_length,
        &mut tune.write_bytes_sec_max_length,
        &mut tune.total_iops_sec_max_length,
        &mut tune.read_iops_sec_max_length,
        &mut tune.write_iops_sec_max_length,
    ];
    limits.into_iter().filter(|limit| **limit == Some(0)).for_each(|limit| *limit = None);
}
