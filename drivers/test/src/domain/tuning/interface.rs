//! What network interfaces may do: average, peak and burst by direction.

use crate::{TestConnection, domain::interfaces};
use virt_conf::domain::interface::Rate;
use virt_core::domain::DomainHost;
use virt_core::{
    params::{Accepted, Kind, Multiple, validate},
    records::Domain,
    types::*,
};
use virt_error::Result;

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
pub(super) const COUNT: i32 = NAMES.len() as i32;

fn value(rate: Option<&Rate>, name: &str) -> u32 {
    let Some(rate) = rate else { return 0 };
    let place = match name {
        "average" => rate.average,
        "peak" => rate.peak,
        "burst" => rate.burst,
        _ => rate.floor,
    };
    place.map_or(0, |value| u32::try_from(value).unwrap_or(u32::MAX))
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
        *place = (number != 0).then_some(u64::from(number));
        limited |= number != 0 && matches!(name, ".average" | ".floor");
    }
    named.then(|| limited.then(|| Box::new(rate)))
}

impl TestConnection {
    pub(super) fn set_bandwidth(
        &self,
        dom: &Domain,
        device: &str,
        params: &[TypedParam],
        flags: u32,
    ) -> Result<()> {
        validate(params, &NAMES.map(|name| Accepted(name, Kind::UInt, Multiple::Once)))?;
        let change = self.state.change(dom, "virDomainSetInterfaceParameters")?;
        let targets = change.state().targets(flags)?;
        change.edit(targets, |document| {
            let place = interfaces::find(&document.devices.interfaces, device)?;
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
        })
    }

    pub(super) fn bandwidth(&self, dom: &Domain, device: &str, flags: u32) -> Result<Vec<TypedParam>> {
        let state = self.state.snapshot(dom)?;
        let document = state.one(flags)?;
        let place = interfaces::find(&document.devices.interfaces, device)?;
        let bandwidth = document.devices.interfaces[place].bandwidth.as_ref();
        Ok(NAMES
            .iter()
            .map(|name| {
                let (direction, word) = name.split_once('.').unwrap_or((name, ""));
                let rate = match direction {
                    "inbound" => bandwidth.and_then(|bandwidth| bandwidth.inbound.as_deref()),
                    _ => bandwidth.and_then(|bandwidth| bandwidth.outbound.as_deref()),
                };
                TypedParam::new(*name, Value::UInt(value(rate, word)))
            })
            .collect())
    }
}
