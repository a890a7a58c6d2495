//! What disks may do: weights and rates by device of the host, and limits by disk or by group.

use crate::{TestConnection, domain::disks};
use virt_conf::domain::{Domain as Document, disk::IoTune, memory::BlkioDevice};
use virt_core::domain::DomainHost;
use virt_core::{
    event::Event,
    params::{Accepted, Kind, Multiple, validate},
    records::Domain,
    types::*,
};
use virt_error::{Result, bail, error};

/// The parameters that are written as `device,value,device,value`.
const BY_DEVICE: [&str; 5] = [
    "device_weight",
    "device_read_iops_sec",
    "device_write_iops_sec",
    "device_read_bytes_sec",
    "device_write_bytes_sec",
];

/// The value of a device's parameter; 0 for none.
fn value(device: &BlkioDevice, name: &str) -> u64 {
    let small = |value: Option<u32>| u64::from(value.unwrap_or(0));
    match name {
        "device_weight" => small(device.weight),
        "device_read_iops_sec" => small(device.read_iops_sec),
        "device_write_iops_sec" => small(device.write_iops_sec),
        "device_read_bytes_sec" => device.read_bytes_sec.unwrap_or(0),
        _ => device.write_bytes_sec.unwrap_or(0),
    }
}

fn set_value(device: &mut BlkioDevice, name: &str, value: u64) {
    let small = u32::try_from(value).ok().filter(|value| *value != 0);
    let large = (value != 0).then_some(value);
    match name {
        "device_weight" => device.weight = small,
        "device_read_iops_sec" => device.read_iops_sec = small,
        "device_write_iops_sec" => device.write_iops_sec = small,
        "device_read_bytes_sec" => device.read_bytes_sec = large,
        _ => device.write_bytes_sec = large,
    }
}

/// Reads `device,value,device,value`.
fn by_device<'a>(text: &'a str, name: &str) -> Result<Vec<(&'a str, u64)>> {
    let malformed = || error!(Domain, InvalidArg, "unable to parse blkio device '{name}' '{text}'");
    let large = name.ends_with("bytes_sec");
    let mut pairs = Vec::new();
    let mut words = text.split(',');
    while let Some(device) = words.next() {
        let word = words.next().filter(|_| !device.is_empty()).ok_or_else(malformed)?;
        let number = word.parse::<u64>().ok().filter(|number| large || u32::try_from(*number).is_ok());
        let Some(number) = number else {
            bail!(Domain, InvalidArg, "invalid value '{word}' for parameter '{name}' of device '{device}'");
        };
        pairs.push((device, number));
    }
    Ok(pairs)
}

impl TestConnection {
    pub(super) fn set_blkio(&self, dom: &Domain, params: &[TypedParam], flags: u32) -> Result<()> {
        let mut accepted = vec![Accepted("weight", Kind::UInt, Multiple::Once)];
        accepted.extend(BY_DEVICE.map(|name| Accepted(name, Kind::String, Multiple::Once)));
        validate(params, &accepted)?;
        let change = self.state.change(dom, "virDomainSetBlkioParameters")?;
        let targets = change.state().one_target(flags)?;
        change.edit(targets, |document| {
            let tune = document.blkiotune.get_or_insert_default();
            for param in params {
                match &param.value {
                    Value::UInt(weight) => tune.weight = (*weight != 0).then_some(*weight),
                    Value::String(text) => {
                        for (path, number) in by_device(text, &param.field)? {
                            let known =
                                tune.devices.iter().position(|device| device.path.as_deref() == Some(path));
                            let place = known.unwrap_or_else(|| {
                                let path = Some(path.to_owned());
                                tune.devices.push(BlkioDevice { path, ..BlkioDevice::default() });
                                tune.devices.len() - 1
                            });
                            set_value(&mut tune.devices[place], &param.field, number);
                        }
                    }
                    _ => {}
                }
            }
            tune.devices.retain(|device| BY_DEVICE.iter().any(|name| value(device, name) != 0));
            Ok(())
        })
    }

    pub(super) fn blkio(&self, dom: &Domain, flags: u32) -> Result<Vec<TypedParam>> {
        let state = self.state.snapshot(dom)?;
        let tune = state.one(flags)?.blkiotune.as_deref();
        let weight = tune.and_then(|tune| tune.weight).unwrap_or(0);
        let mut params = vec![TypedParam::new("weight", Value::UInt(weight))];
        for name in BY_DEVICE {
            let devices = tune.into_iter().flat_map(|tune| &tune.devices);
            let text: Vec<String> = devices
                .filter(|device| value(device, name) != 0)
                .map(|device| {
                    format!("{},{}", device.path.as_deref().unwrap_or_default(), value(device, name))
                })
                .collect();
            params.push(TypedParam::new(name, Value::String(text.join(","))));
        }
        Ok(params)
    }
}

/// Declares the limits of a disk in the order of the API, `group_name` standing after the first thirteen.
macro_rules! limits {
    ($($field:ident)+) => {
        const LIMITS: &[&str] = &[$(stringify!($field)),+];

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
    total_bytes_sec read_bytes_sec write_bytes_sec total_iops_sec read_iops_sec write_iops_sec
    total_bytes_sec_max read_bytes_sec_max write_bytes_sec_max total_iops_sec_max read_iops_sec_max
    write_iops_sec_max size_iops_sec total_bytes_sec_max_length read_bytes_sec_max_length
    write_bytes_sec_max_length total_iops_sec_max_length read_iops_sec_max_length write_iops_sec_max_length
}

fn accepted_limits() -> Vec<Accepted> {
    let mut accepted: Vec<Accepted> =
        LIMITS.iter().map(|name| Accepted(name, Kind::ULLong, Multiple::Once)).collect();
    accepted.push(Accepted("group_name", Kind::String, Multiple::Once));
    accepted
}

/// Puts `params` into `tune` and checks that the limits go together.
fn apply_limits(tune: &mut IoTune, params: &[TypedParam]) -> Result<()> {
    for param in params {
        match &param.value {
            Value::ULLong(number) => set_limit(tune, &param.field, *number),
            Value::String(group) => tune.group_name = Some(group.clone()).filter(|group| !group.is_empty()),
            _ => {}
        }
    }
    for kind in ["bytes_sec", "iops_sec", "bytes_sec_max", "iops_sec_max"] {
        let of = |direction: &str| limit(tune, &format!("{direction}_{kind}"));
        if of("total") != 0 && (of("read") != 0 || of("write") != 0) {
            bail!(Test, InvalidArg, "total and read/write of {kind} cannot be set at the same time");
        }
    }
    for name in &LIMITS[..6] {
        if limit(tune, name) > limit(tune, &format!("{name}_max")) {
            // The space at the end is part of libvirt's text.
            bail!(Test, InvalidArg, "{name} cannot be set higher than {name}_max ");
        }
    }
    Ok(())
}

pub fn list_limits(tune: &IoTune) -> Vec<TypedParam> {
    let mut params: Vec<TypedParam> =
        LIMITS.iter().map(|name| TypedParam::new(*name, Value::ULLong(limit(tune, name)))).collect();
    let group = tune.group_name.clone().unwrap_or_default();
    params.insert(13, TypedParam::new("group_name", Value::String(group)));
    params
}

impl TestConnection {
    pub(super) fn set_iotune(
        &self,
        dom: &Domain,
        path: &str,
        params: &[TypedParam],
        flags: u32,
    ) -> Result<()> {
        validate(params, &accepted_limits())?;
        let mut change = self.state.change(dom, "virDomainSetBlockIoTune")?;
        let targets = change.state().one_target(flags)?;
        change.edit(targets, |document| {
            let disk = &mut document.devices.disks;
            let place = disks::place(disk, path).ok_or_else(|| unknown_disk(path))?;
            let tune = disk[place].iotune.get_or_insert_default();
            apply_limits(tune, params)
        })?;
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
        let document = state.one(flags)?;
        let place = disks::place(&document.devices.disks, path).ok_or_else(|| unknown_disk(path))?;
        let tune = document.devices.disks[place].iotune.as_deref();
        Ok(list_limits(tune.unwrap_or(&IoTune::default())))
    }

    pub(super) fn set_throttle_group(
        &self,
        dom: &Domain,
        group: &str,
        params: &[TypedParam],
        flags: u32,
    ) -> Result<()> {
        validate(params, &accepted_limits())?;
        let change = self.state.change(dom, "virDomainSetThrottleGroup")?;
        let targets = change.state().targets(flags)?;
        change.edit(targets, |document| {
            let groups = &mut document.throttlegroups.get_or_insert_default().groups;
            let known = groups.iter().position(|known| known.group_name.as_deref() == Some(group));
            let place = known.unwrap_or_else(|| {
                groups.push(IoTune::default());
                groups.len() - 1
            });
            apply_limits(&mut groups[place], params)?;
            groups[place].group_name = Some(group.to_owned());
            Ok(())
        })
    }

    pub(super) fn remove_throttle_group(&self, dom: &Domain, group: &str, flags: u32) -> Result<()> {
        let change = self.state.change(dom, "virDomainDelThrottleGroup")?;
        let targets = change.state().targets(flags)?;
        change.edit(targets, |document| {
            check_unused(document, group)?;
            let Some(groups) = &mut document.throttlegroups else { return Err(unknown_group(group)) };
            let before = groups.groups.len();
            groups.groups.retain(|known| known.group_name.as_deref() != Some(group));
            if groups.groups.len() == before {
                return Err(unknown_group(group));
            }
            Ok(())
        })
    }
}

fn check_unused(document: &Document, group: &str) -> Result<()> {
    for disk in &document.devices.disks {
        let filters = disk.throttlefilters.iter().flat_map(|filters| &filters.filters);
        if filters.into_iter().any(|filter| filter.group.as_deref() == Some(group)) {
            let name = disk.target_name();
            bail!(Test, OperationInvalid, "throttle group '{group}' is still being used by disk '{name}'");
        }
    }
    Ok(())
}

fn unknown_group(group: &str) -> virt_error::Error {
    error!(Test, InvalidArg, "throttle group '{group}' doesn't exist")
}

fn unknown_disk(path: &str) -> virt_error::Error {
    error!(Test, InvalidArg, "disk '{path}' was not found in the domain config")
}
