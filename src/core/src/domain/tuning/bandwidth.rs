//! What network interfaces may do: average, peak and burst by direction.

use crate::{
    params::{Accepted, Kind, Multiple, validate},
    types::*,
};
use virt_conf::{
    Mac,
    domain::{Domain, interface::Interface},
    good,
    netdev::Rate,
};
use virt_error::{Result, bail};

const NAMES: [&str; 7] = [
    "inbound.average",
    "inbound.peak",
    "inbound.burst",
    "inbound.floor",
    "outbound.average",
    "outbound.peak",
    "outbound.burst",
];

/// How many parameters an interface has.
pub const COUNT: i32 = NAMES.len() as i32;

/// The place of the interface with this name on the host, or this hardware address.
///
/// Errors: `VIR_ERR_INVALID_ARG` when there is none, `VIR_ERR_OPERATION_FAILED` when more than one has the address.
pub fn find(interfaces: &[Interface], device: &str) -> Result<usize> {
    if let Ok(mac) = device.parse::<Mac>() {
        let mut with_mac =
            (0..interfaces.len()).filter(|place| interfaces[*place].mac_address() == Some(mac));
        if let Some(place) = with_mac.next() {
            if with_mac.next().is_some() {
                bail!(Domain, OperationFailed, "multiple devices matching MAC address {device} found");
            }
            return Ok(place);
        }
    }
    match interfaces.iter().position(|interface| interface.target_name() == Some(device)) {
        Some(place) => Ok(place),
        None => bail!(Domain, InvalidArg, "'{device}' is not a known interface"),
    }
}

/// Errors: `VIR_ERR_INVALID_ARG`, `VIR_ERR_OPERATION_UNSUPPORTED` for parameters that an interface has not.
pub fn check(params: &[TypedParam]) -> Result<()> {
    validate(params, &NAMES.map(|name| Accepted(name, Kind::UInt, Multiple::Once)))
}

/// Gives an interface the limits in `params`; a direction that they do not name keeps its own.
pub fn apply(document: &mut Domain, device: &str, params: &[TypedParam]) -> Result<()> {
    let place = find(&document.devices.interfaces, device)?;
    let interface = &mut document.devices.interfaces[place];
    let bandwidth = interface.bandwidth.get_or_insert_default();
    if let Some(inbound) = rate(params, "inbound") {
        bandwidth.inbound = inbound;
    }
    if let Some(outbound) = rate(params, "outbound") {
        bandwidth.outbound = outbound;
    }
    if bandwidth.inbound.is_none() && bandwidth.outbound.is_none() {
        interface.bandwidth = None;
    }
    Ok(())
}

/// The limits of an interface; 0 where there is none.
pub fn read(document: &Domain, device: &str) -> Result<Vec<TypedParam>> {
    let place = find(&document.devices.interfaces, device)?;
    let bandwidth = document.devices.interfaces[place].bandwidth.as_ref();
    let param = |name: &&'static str| {
        let (direction, word) = name.split_once('.').unwrap_or((name, ""));
        let rate = match direction {
            "inbound" => bandwidth.and_then(|bandwidth| bandwidth.inbound.as_deref()),
            _ => bandwidth.and_then(|bandwidth| bandwidth.outbound.as_deref()),
        };
        TypedParam::new(*name, Value::UInt(value(rate, word)))
    };
    Ok(NAMES.iter().map(param).collect())
}

fn value(rate: Option<&Rate>, name: &str) -> u32 {
    let Some(rate) = rate else { return 0 };
    let place = match name {
        "average" => &rate.average,
        "peak" => &rate.peak,
        "burst" => &rate.burst,
        _ => &rate.floor,
    };
    good(place).map_or(0, |value| u32::try_from(*value).unwrap_or(u32::MAX))
}

/// The rate that the parameters of one direction are: `Some(None)` when they take the limit away, `None` when
/// they say nothing of this direction.
fn rate(params: &[TypedParam], direction: &str) -> Option<Option<Box<Rate>>> {
    let mut rate = Rate::default();
    let mut named = false;
    let mut limited = false;
    for param in params {
        let Some(name) = param.field.strip_prefix(direction) else { continue };
        let Value::UInt(number) = param.value else { continue };
        named = true;
        let place = match name {
            ".average" => &mut rate.average,
            ".peak" => &mut rate.peak,
            ".burst" => &mut rate.burst,
            _ => &mut rate.floor,
        };
        *place = (number != 0).then(|| u64::from(number).into());
        limited |= number != 0 && matches!(name, ".average" | ".floor");
    }
    named.then(|| limited.then(|| Box::new(rate)))
}
