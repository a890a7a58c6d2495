//! How much a guest may read from and write to a disk.

use crate::{connection::QemuConnection, domain::Run};
use serde_json::Map;
use virt_conf::domain::{
    Domain as Document,
    disk::{Disk, DiskDevice, IoTune},
};
use virt_core::{
    domain::{DomainHost, tuning::iotune},
    records::Domain,
    types::*,
};
use virt_error::{Error, Origin, Result, bail, error};

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

/// The largest limit that the emulator takes.
const MOST: u64 = 1_000_000_000_000_000;

/// Puts `params` into `tune` and checks that the limits go together.
fn apply_limits(tune: &mut IoTune, params: &[TypedParam]) -> Result<()> {
    for param in params {
        if matches!(param.value, Value::ULLong(number) if number > MOST) {
            let name = &param.field;
            bail!(Qemu, Overflow, "block I/O throttle limit value must be no more than {MOST} for '{name}'");
        }
    }
    iotune::apply(tune, params, Origin::Qemu)?;
    for name in &iotune::LIMITS[..6] {
        let (at_most, length) = (iotune::limit(tune, &format!("{name}_max")), format!("{name}_max_length"));
        if at_most != 0 && iotune::limit(tune, name) > at_most {
            bail!(Qemu, InvalidArg, "value of '{name}_max' must be higher than '{name}'");
        }
        if at_most == 0 && iotune::limit(tune, &length) != 0 {
            bail!(Qemu, ConfigUnsupported, "{length} requires {name}_max to be set as well");
        }
    }
    Ok(())
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

fn missing(path: &str) -> Error {
    error!(Qemu, InvalidArg, "disk '{path}' not found in domain")
}

/// Tells the emulator the limits of a disk.
fn throttle(run: &Run, disk: &Disk, tune: &IoTune) -> Result<()> {
    let source = disk.source.as_deref();
    let empty =
        source.is_none_or(|source| source.file.is_none() && source.dev.is_none() && source.name.is_none());
    if empty && matches!(disk.device, Some(DiskDevice::Cdrom | DiskDevice::Floppy)) {
        let target = disk.target_name();
        bail!(Qemu, OperationInvalid, "disk '{target}' has no media");
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
        iotune::check(params)?;
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
                let disk = &state.def.devices.disks[place];
                let mut tune = disk.iotune.as_deref().cloned().unwrap_or_default();
                apply_limits(&mut tune, params)?;
                throttle(run, disk, &tune)
            },
            |document| {
                let place = place(document, path).ok_or_else(|| unknown(path))?;
                apply_limits(document.devices.disks[place].iotune.get_or_insert_default(), params)
            },
        )?;
        if targets.live && !params.is_empty() {
            let dom = change.record();
            change.event(iotune::told(dom, path, params));
        }
        Ok(())
    }

    pub(super) fn iotune(&self, dom: &Domain, path: &str, flags: u32) -> Result<Vec<TypedParam>> {
        let state = self.state.snapshot(dom)?;
        let live = state.one_target(flags)?.live;
        let document = state.one(flags)?;
        let place = place(document, path).ok_or_else(|| if live { missing(path) } else { unknown(path) })?;
        let tune = document.devices.disks[place].iotune.as_deref();
        Ok(iotune::list(tune.unwrap_or(&IoTune::default())))
    }
}
