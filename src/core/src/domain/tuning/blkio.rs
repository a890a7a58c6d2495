//! How much of the host's devices a domain may use: weights and rates by device.

use crate::{
    params::{Accepted, Kind, Multiple, validate},
    types::*,
};
use virt_conf::domain::{Domain, memory::BlkioDevice};
use virt_error::{Result, bail, error};

/// The parameters that are written as `device,value,device,value`.
const BY_DEVICE: [&str; 5] = [
    "device_weight",
    "device_read_iops_sec",
    "device_write_iops_sec",
    "device_read_bytes_sec",
    "device_write_bytes_sec",
];

/// Errors: `VIR_ERR_INVALID_ARG`, `VIR_ERR_OPERATION_UNSUPPORTED` for parameters that a domain has not.
pub fn check(params: &[TypedParam]) -> Result<()> {
    let mut accepted = vec![Accepted("weight", Kind::UInt, Multiple::Once)];
    accepted.extend(BY_DEVICE.map(|name| Accepted(name, Kind::String, Multiple::Once)));
    validate(params, &accepted)
}

/// Gives a domain the shares in `params`; a device that they do not name keeps its own.
pub fn apply(document: &mut Domain, params: &[TypedParam]) -> Result<()> {
    let tune = document.blkiotune.get_or_insert_default();
    for param in params {
        match &param.value {
            Value::UInt(weight) => tune.weight = (*weight != 0).then_some(*weight),
            Value::String(text) => {
                for (path, number) in by_device(text, &param.field)? {
                    set_value(device(&mut tune.devices, path), &param.field, number);
                }
            }
            _ => {}
        }
    }
    tune.devices.retain(|device| BY_DEVICE.iter().any(|name| value(device, name) != 0));
    Ok(())
}

/// The shares of a domain; 0 or an empty list where there are none.
pub fn read(document: &Domain) -> Vec<TypedParam> {
    let tune = document.blkiotune.as_deref();
    let weight = tune.and_then(|tune| tune.weight).unwrap_or(0);
    let mut params = vec![TypedParam::new("weight", Value::UInt(weight))];
    for name in BY_DEVICE {
        let devices = tune.into_iter().flat_map(|tune| &tune.devices);
        let text: Vec<String> = devices
            .filter(|device| value(device, name) != 0)
            .map(|device| format!("{},{}", device.path.as_deref().unwrap_or_default(), value(device, name)))
            .collect();
        params.push(TypedParam::new(name, Value::String(text.join(","))));
    }
    params
}

fn device<'d>(devices: &'d mut Vec<BlkioDevice>, path: &str) -> &'d mut BlkioDevice {
    let known = devices.iter().position(|device| device.path.as_deref() == Some(path));
    let place = known.unwrap_or_else(|| {
        devices.push(BlkioDevice { path: Some(path.to_owned()), ..BlkioDevice::default() });
        devices.len() - 1
    });
    &mut devices[place]
}

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
