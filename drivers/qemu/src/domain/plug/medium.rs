//! The medium of a drive, changed while the guest runs.

use super::{plan, steps, steps::Making};
use crate::{
    command::{Step, blockdev, disk},
    domain::{DomainChange, Run, status},
    image,
    state::QemuState,
};
use std::sync::Arc;
use virt_conf::domain::{Domain as Document, disk::Disk};
use virt_error::{Result, bail, error};

/// Puts the medium of `wanted` into the drive `old`; an empty one takes the medium out. `force` opens a tray that the
/// guest has locked.
pub fn change(
    state: &QemuState,
    change: &DomainChange<'_>,
    run: &Run,
    old: &Disk,
    wanted: &Disk,
    force: bool,
) -> Result<()> {
    if old.device() != wanted.device() || old.bus() != wanted.bus() && wanted.bus().is_some() {
        bail!(Qemu, OperationUnsupported, "cannot modify field 'device' (or it's parts) of the disk");
    }
    let id = disk::backend_name(old)
        .ok_or_else(|| error!(Qemu, InternalError, "a drive of the guest has no alias"))?;
    let before = change.state().def.clone();
    let mut new = old.clone();
    new.kind = wanted.kind;
    new.source = wanted.source.clone();
    new.backing_store = wanted.backing_store.clone();
    let format = wanted.driver.as_ref().and_then(|driver| driver.kind);
    if let Some(driver) = &mut new.driver {
        driver.kind = format.or(driver.kind);
    } else {
        new.driver = wanted.driver.clone();
    }
    image::complete_disk(&mut new)?;
    let mut next = before.devices.disks.iter().map(image::last).max().unwrap_or(0) + 1;
    image::number_disk(&mut new, &mut next);

    let plan = plan(state, run, &before);
    let (old_nodes, old_node) = blockdev::chain(&plan, old)?;
    let (new_nodes, new_node) = blockdev::chain(&plan, &new)?;
    let monitor = run.monitor();
    let mut making = Making::new(monitor, &plan);
    let outcome = making.run(new_nodes).and_then(|()| {
        monitor.open_tray(&id, force)?;
        if old_node.is_some() {
            monitor.remove_medium(&id)?;
        }
        let Some(node) = &new_node else { return Ok(()) };
        monitor.insert_medium(&id, node).inspect_err(|_| {
            // What was in the drive is better than nothing.
            let back = old_node.as_ref().map(|node| monitor.insert_medium(&id, node));
            if let Some(Err(error)) = back {
                log::warn!("drive {id} stays empty: {}", error.message());
            }
        })
    });
    if let Err(error) = outcome {
        making.undo();
        return Err(error);
    }
    if new_node.is_some() {
        monitor.close_tray(&id)?;
    }
    remove_nodes(run, &old_nodes);
    change.update(|domain| {
        let mut document = Document::clone(&domain.def);
        let drive = document.devices.disks.iter_mut().find(|disk| disk.target_name() == old.target_name());
        if let Some(drive) = drive {
            let tray = drive.target.as_ref().and_then(|target| target.tray);
            *drive = new.clone();
            if let Some(target) = &mut drive.target {
                target.tray = tray;
            }
        }
        domain.def = Arc::new(document);
    });
    status::write(state, change.object());
    Ok(())
}

fn remove_nodes(run: &Run, nodes: &[Step]) {
    steps::remove(run.monitor(), nodes);
}
