//! How much a guest may read from and write to a disk.

use crate::{connection::QemuConnection, domain::Run};
use serde_json::Map;
use virt_conf::domain::{
    Domain as Document,
    disk::{Disk, DiskDevice, IoTune},
};
use virt_core::{
    constants::*,
    domain::DomainHost,
    event::Event,
    params::{Accepted, Kind, Multiple, validate},
    records::Domain,
    types::*,
};
use virt_error::{Error, Result, bail, error};

/// Declares the limits of a disk in the order of the API, with the emulator's names.
macro_rules! limits {
    ($($field:ident = $name:literal)+) => {
        const LIMITS: &[(&str, &str)] = &[$((stringify!($field), $name)),+];

        fn limit(tune: &IoTune, name: &str) -> u64 {
            match name {
                $(stringify!($field) => tune.$field.unwrap_or(0),)+
                _ => 0,
            }
        }

        fn set_limit(tune: &mut IoTune, name: &str, value: u64) {
            match name {
                $(stringify!($field) => tune.$field = (value != 0).then_some(value),)+
                _ => {}
            }
        }
    };
}

limits! {
    total_bytes_sec = "bps"
    read_bytes_sec = "bps_rd"
    write_bytes_sec = "bps_wr"
    total_iops_sec = "iops"
    read_iops_sec = "iops_rd"
    write_iops_sec = "iops_wr"
    total_bytes_sec_max = "bps_max"
    read_bytes_sec_max = "bps_rd_max"
    write_bytes_sec_max = "bps_wr_max"
    total_iops_sec_max = "iops_max"
    read_iops_sec_max = "iops_rd_max"
    write_iops_sec_max = "iops_wr_max"
    size_iops_sec = "iops_size"
    total_bytes_sec_max_length = "bps_max_length"
    read_bytes_sec_max_length = "bps_rd_max_length"
    write_bytes_sec_max_length = "bps_wr_max_length"
    total_iops_sec_max_length = "iops_max_length"
    read_iops_sec_max_length = "iops_rd_max_length"
    write_iops_sec_max_length = "iops_wr_max_length"
}

/// The largest limit that the emulator takes.
const MOST: u64 = 1_000_000_000_000_000;

/// Puts `params` into `tune` and checks that the limits go together.
fn apply_limits(tune: &mut IoTune, params: &[TypedParam]) -> Result<()> {
    for param in params {
        match &param.value {
            Value::ULLong(number) if *number > MOST => {
                let name = &param.field;
                bail!(
                    Qemu,
                    Overflow,
                    "block I/O throttle limit value must be no more than {MOST} for '{name}'"
                )
            }
            Value::ULLong(number) => set_limit(tune, &param.field, *number),
            Value::String(group) => tune.group_name = Some(group.clone()).filter(|group| !group.is_empty()),
            _ => {}
        }
    }
    for (kind, word) in [
        ("bytes_sec", "bytes_sec"),
        ("iops_sec", "iops_sec"),
        ("bytes_sec_max", "bytes_sec_max"),
        ("iops_sec_max", "iops_sec_max"),
    ] {
        let of = |direction: &str| limit(tune, &format!("{direction}_{kind}"));
        if of("total") != 0 && (of("read") != 0 || of("write") != 0) {
            bail!(Qemu, InvalidArg, "total and read/write of {word} cannot be set at the same time");
        }
    }
    for (name, _) in &LIMITS[..6] {
        let (at_most, length) = (limit(tune, &format!("{name}_max")), format!("{name}_max_length"));
        if at_most != 0 && limit(tune, name) > at_most {
            bail!(Qemu, InvalidArg, "value of '{name}_max' must be higher than '{name}'");
        }
        if at_most == 0 && limit(tune, &length) != 0 {
            bail!(Qemu, ConfigUnsupported, "{length} requires {name}_max to be set as well");
        }
    }
    Ok(())
}

/// The limits as the API lists them, `group_name` standing after the first thirteen.
pub fn list_limits(tune: &IoTune) -> Vec<TypedParam> {
    let one = |(name, _): &(&'static str, &str)| TypedParam::new(*name, Value::ULLong(limit(tune, name)));
    let mut params: Vec<TypedParam> = LIMITS.iter().map(one).collect();
    params.insert(
        13,
        TypedParam::new("group_name", Value::String(tune.group_name.clone().unwrap_or_default())),
    );
    params
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
    for (name, member) in LIMITS {
        let value = limit(tune, name);
        // The lengths may not be 0; unset, they are a second.
        if value != 0 || !name.ends_with("_length") {
            members.insert((*member).to_owned(), value.into());
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
        let mut accepted: Vec<Accepted> =
            LIMITS.iter().map(|(name, _)| Accepted(name, Kind::ULLong, Multiple::Once)).collect();
        accepted.push(Accepted("group_name", Kind::String, Multiple::Once));
        validate(params, &accepted)?;
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
            let mut told = vec![TypedParam::new("blkdeviotune.disk", Value::String(path.to_owned()))];
            told.extend(
                params.iter().map(|param| {
                    TypedParam::new(format!("blkdeviotune.{}", param.field), param.value.clone())
                }),
            );
            let dom = change.record();
            change.event(Event::DomainTunable { dom, params: told.into() });
        }
        Ok(())
    }

    pub(super) fn iotune(&self, dom: &Domain, path: &str, flags: u32) -> Result<Vec<TypedParam>> {
        let state = self.state.snapshot(dom)?;
        let flags = flags & !VIR_TYPED_PARAM_STRING_OKAY;
        let live = state.one_target(flags)?.live;
        let document = state.one(flags)?;
        let place = place(document, path).ok_or_else(|| if live { missing(path) } else { unknown(path) })?;
        let tune = document.devices.disks[place].iotune.as_deref();
        Ok(list_limits(tune.unwrap_or(&IoTune::default())))
    }
}
