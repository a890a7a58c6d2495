//! How much a guest may read from and write to a disk.

use super::limits::{Wanted, check_bursts};
use crate::{connection::QemuConnection, domain::Run};
use serde_json::Map;
use virt_conf::domain::{
    Domain as Document,
    disk::{Disk, IoTune},
};
use virt_core::{
    domain::{DomainHost, tuning::iotune},
    records::Domain,
    types::*,
};
use virt_error::{Error, Result, bail, error};

/// The emulator's name of a limit: `bps_rd_max` for `read_bytes_sec_max`.
fn member(limit: &str) -> String {
    if limit == "size_iops_sec" {
        return "iops_size".to_owned();
    }
    let (direction, rest) = limit.split_once('_').unwrap_or((limit, ""));
    let (unit, rest) = rest.split_once("_sec").unwrap_or((rest, ""));
    let unit = if unit == "bytes" { "bps" } else { "iops" };
    let direction = match direction {
        "read" => "_rd",
        "write" => "_wr",
        _ => "",
    };
    format!("{unit}{direction}{rest}")
}

/// The limits that the disk at `place` has then: those of its group are the group's. Without any limit it is in no
/// group.
///
/// Errors: `VIR_ERR_CONFIG_UNSUPPORTED` for another group without limits.
fn for_disk(wanted: &Wanted<'_>, document: &Document, place: usize) -> Result<IoTune> {
    let tune_of = |disk: &'_ Disk| disk.iotune.as_deref().cloned();
    let disks = &document.devices.disks;
    let own = disks.get(place).and_then(tune_of).unwrap_or_default();
    let group = wanted.tune.group_name.as_ref();
    let joined = group.filter(|group| own.group_name.as_ref() != Some(group));
    let of_group = joined.and_then(|group| {
        disks.iter().filter_map(tune_of).find(|tune| tune.group_name.as_ref() == Some(group))
    });
    let mut new = wanted.over(of_group.as_ref().unwrap_or(&own));
    if iotune::LIMITS.iter().all(|name| iotune::limit(&new, name) == 0) {
        if new.group_name.is_some() && new.group_name != own.group_name {
            bail!(
                Qemu,
                ConfigUnsupported,
                "creating a new group/updating existing with all tune parameters zero is not supported"
            );
        }
        new = IoTune::default();
    }
    Ok(new)
}

/// Gives a disk its limits, and the other disks of its group the same.
fn set_tune(document: &mut Document, place: usize, tune: &IoTune) {
    let group = tune.group_name.as_ref();
    for (at, disk) in document.devices.disks.iter_mut().enumerate() {
        let of_group = disk.iotune.as_ref().is_some_and(|tune| tune.group_name.as_ref() == group);
        if at == place || (group.is_some() && of_group) {
            disk.iotune = (*tune != IoTune::default()).then(|| Box::new(tune.clone()));
        }
    }
}

fn place(document: &Document, path: &str) -> Option<usize> {
    let disks = &document.devices.disks;
    let by_source = |disk: &Disk| {
        let source = disk.source.as_deref();
        source.is_some_and(|source| {
            [&source.file, &source.dev].into_iter().any(|known| known.as_deref() == Some(path))
        })
    };
    disks.iter().position(|disk| disk.target_name() == path).or_else(|| disks.iter().position(by_source))
}

fn unknown(path: &str) -> Error {
    error!(Qemu, InvalidArg, "disk '{path}' was not found in the domain config")
}

fn not_persistent(path: &str) -> Error {
    error!(Qemu, InvalidArg, "missing persistent configuration for disk '{path}'")
}

fn missing(path: &str) -> Error {
    error!(Qemu, InvalidArg, "disk '{path}' not found in domain")
}

fn is_empty(disk: &Disk) -> bool {
    disk.source.as_deref().is_none_or(|source| {
        source.file.is_none() && source.dev.is_none() && source.name.is_none() && source.dir.is_none()
    })
}

/// Tells the emulator the limits of a disk. A drive without a medium gets them with its next one.
fn throttle(run: &Run, disk: &Disk, tune: &IoTune) -> Result<()> {
    if is_empty(disk) {
        return Ok(());
    }
    let Some(alias) = &disk.info.alias else {
        bail!(Qemu, InternalError, "a disk of the guest has no alias");
    };
    let mut members = Map::new();
    for name in iotune::LIMITS {
        let value = iotune::limit(tune, name);
        // The lengths may not be 0; unset, they are a second.
        if value != 0 || !name.ends_with("_length") {
            members.insert(member(name), value.into());
        }
    }
    if let Some(group) = &tune.group_name {
        members.insert("group".to_owned(), group.clone().into());
    }
    let devices = run.monitor().query_block()?;
    let device = devices.iter().find(|device| device.is(&alias.0)).and_then(|device| device.qdev.clone());
    run.monitor().block_set_io_throttle(device.as_deref().unwrap_or(&alias.0), members)
}

impl QemuConnection {
    pub(super) fn set_iotune(
        &self,
        dom: &Domain,
        path: &str,
        params: &[TypedParam],
        flags: u32,
    ) -> Result<()> {
        let wanted = Wanted::read(params)?;
        let mut change = self.state.change(dom, "virDomainSetBlockIoTune")?;
        let targets = change.state().targets(flags)?;
        let state = change.state();
        if targets.live && place(&state.def, path).is_none() {
            return Err(missing(path));
        }
        self.state.tune(
            &change,
            targets,
            |run| {
                let place = place(&state.def, path).ok_or_else(|| missing(path))?;
                let tune = for_disk(&wanted, &state.def, place)?;
                check_bursts(&tune)?;
                throttle(run, &state.def.devices.disks[place], &tune)
            },
            |document| {
                let place = place(document, path).ok_or_else(|| not_persistent(path))?;
                let tune = for_disk(&wanted, document, place)?;
                set_tune(document, place, &tune);
                Ok(())
            },
        )?;
        if targets.live && !params.is_empty() {
            let dom = change.record();
            change.event(iotune::told(dom, "disk", path, params));
        }
        Ok(())
    }

    /// The limits of a disk, as the document has them: the emulator was told the same.
    pub(super) fn iotune(&self, dom: &Domain, path: &str, flags: u32) -> Result<Vec<TypedParam>> {
        let state = self.state.snapshot(dom)?;
        let live = state.one_target(flags)?.live;
        let document = state.one(flags)?;
        let place = place(document, path).ok_or_else(|| if live { missing(path) } else { unknown(path) })?;
        let disk = &document.devices.disks[place];
        if live && is_empty(disk) {
            bail!(Qemu, InvalidArg, "disk '{path}' does not currently have a source assigned");
        }
        Ok(iotune::list(disk.iotune.as_deref().unwrap_or(&IoTune::default())))
    }
}
