//! What network interfaces may do: average, peak and burst by direction.

use crate::connection::QemuConnection;
use virt_conf::domain::interface::{Interface, Rate};
use virt_core::{
    constants::*,
    domain::DomainHost,
    params::{Accepted, Kind, Multiple, validate},
    records::Domain,
    types::*,
};
use virt_error::{Result, bail, error};

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

/// The interface with that name on the host, or that address.
///
/// Errors: `VIR_ERR_INVALID_ARG`.
fn find<'d>(interfaces: &'d [Interface], device: &str) -> Result<(usize, &'d Interface)> {
    let is = |interface: &Interface| {
        interface.target_name() == Some(device)
            || interface.mac_address().is_some_and(|mac| mac.to_string().eq_ignore_ascii_case(device))
    };
    let found = interfaces.iter().enumerate().find(|(_, interface)| is(interface));
    found.ok_or_else(|| error!(Domain, InvalidArg, "'{device}' is not a known interface"))
}

impl QemuConnection {
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
        if targets.live {
            find(&change.state().def.devices.interfaces, device)?;
            bail!(
                Qemu,
                ConfigUnsupported,
                "the bandwidth of a running guest's interface cannot be limited by this connection"
            );
        }
        self.state.tune(
            &change,
            targets,
            |_| Ok(()),
            |document| {
                let (place, _) = find(&document.devices.interfaces, device)?;
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
            },
        )
    }

    pub(super) fn bandwidth(&self, dom: &Domain, device: &str, flags: u32) -> Result<Vec<TypedParam>> {
        let state = self.state.snapshot(dom)?;
        let document = state.one(flags & !VIR_TYPED_PARAM_STRING_OKAY)?;
        let (_, interface) = find(&document.devices.interfaces, device)?;
        let bandwidth = interface.bandwidth.as_ref();
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
