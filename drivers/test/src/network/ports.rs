//! Ports of a running network.

use crate::TestConnection;
use std::sync::Arc;
use virt_conf::{
    Checked, good,
    netdev::{Bandwidth, Rate},
    network::{
        DirectMode, ForwardMode, Network as Document, NetworkPort as PortDocument, Plug, PlugBridge,
        PlugDirect,
    },
};
use virt_core::{
    connection::check_flags,
    constants::*,
    records::{Network, NetworkPort},
    types::*,
};
use virt_error::{Error, Origin, Result, bail, error};

#[cold]
fn no_port(uuid: Uuid) -> Error {
    error!(Network, NoNetworkPort, "Network port with UUID {uuid} does not exist")
}

/// One of the limits of a direction.
type Limit = fn(&mut Rate) -> &mut Option<Checked<u64>>;

/// Names of the parameters of a port; each with the direction and the limit that it is.
const PARAMETERS: [(&str, bool, Limit); 7] = [
    ("inbound.average", true, |rate| &mut rate.average),
    ("inbound.peak", true, |rate| &mut rate.peak),
    ("inbound.floor", true, |rate| &mut rate.floor),
    ("inbound.burst", true, |rate| &mut rate.burst),
    ("outbound.average", false, |rate| &mut rate.average),
    ("outbound.peak", false, |rate| &mut rate.peak),
    ("outbound.burst", false, |rate| &mut rate.burst),
];

impl TestConnection {
    /// The document of a port.
    pub(super) fn port(&self, net: &Network, uuid: Uuid) -> Result<Arc<PortDocument>> {
        self.look_network(net, |state| state.ports.get(&uuid).cloned())?.ok_or_else(|| no_port(uuid))
    }

    pub(super) fn create_port(&self, net: &Network, xml: &str, flags: u32) -> Result<NetworkPort> {
        let known = VIR_NETWORK_PORT_CREATE_RECLAIM | VIR_NETWORK_PORT_CREATE_VALIDATE;
        check_flags(flags, known, Origin::Test, "testNetworkPortCreateXML")?;
        let mut port = PortDocument::parse(xml, flags & VIR_NETWORK_PORT_CREATE_VALIDATE != 0)?;
        let reclaim = flags & VIR_NETWORK_PORT_CREATE_RECLAIM != 0;
        self.state.change_network(net, "virNetworkPortCreateXML", |state, _| {
            let Some(network) = &state.live else {
                bail!(Network, OperationInvalid, "network '{}' is not active", state.name);
            };
            let plugged = !matches!(port.plug.as_deref(), None | Some(Plug::None(_)));
            if reclaim {
                if !plugged {
                    bail!(Network, InternalError, "unable to reclaim a port that is not plugged in");
                }
            } else {
                port.plug = plug(network)?;
            }
            let uuid = port.uuid();
            if state.ports.contains_key(&uuid) {
                bail!(Network, NetworkPortExist, "Network port with UUID {uuid} already exists");
            }
            state.ports.insert(uuid, Arc::new(port));
            Ok(NetworkPort { net: net.clone(), uuid })
        })
    }

    pub(super) fn delete_port(&self, port: &NetworkPort) -> Result<()> {
        self.state.change_network(&port.net, "virNetworkPortDelete", |state, _| {
            state.ports.remove(&port.uuid).map(drop).ok_or_else(|| no_port(port.uuid))
        })
    }

    pub(super) fn port_parameters(&self, port: &NetworkPort) -> Result<Counted<16>> {
        let document = self.port(&port.net, port.uuid)?;
        let mut bandwidth = document.bandwidth.as_deref().cloned().unwrap_or_default();
        let mut inbound = bandwidth.inbound.take().map(|rate| *rate).unwrap_or_default();
        let mut outbound = bandwidth.outbound.take().map(|rate| *rate).unwrap_or_default();
        let params = PARAMETERS.iter().map(|(name, inwards, limit)| {
            let place = limit(if *inwards { &mut inbound } else { &mut outbound });
            let number = good(place).copied().unwrap_or(0);
            TypedParam::new(*name, Value::UInt(u32::try_from(number).unwrap_or(u32::MAX)))
        });
        Ok(Counted::all(params.collect()))
    }

    pub(super) fn set_port_parameters(&self, port: &NetworkPort, params: &Params<16>) -> Result<()> {
        self.state.change_network(&port.net, "virNetworkPortSetParameters", |state, _| {
            let place = state.ports.get_mut(&port.uuid).ok_or_else(|| no_port(port.uuid))?;
            let mut document = PortDocument::clone(place);
            let mut bandwidth = document.bandwidth.take().map(|bandwidth| *bandwidth).unwrap_or_default();
            for param in params.0.iter() {
                let found = PARAMETERS.iter().find(|(name, _, _)| *name == &*param.field);
                let Some((name, inwards, limit)) = found else {
                    bail!(None, ArgumentUnsupported, "parameter '{}' not supported", &*param.field);
                };
                let Value::UInt(number) = param.value else {
                    bail!(None, InvalidArg, "invalid type for parameter '{name}', expected 'uint'");
                };
                let side = if *inwards { &mut bandwidth.inbound } else { &mut bandwidth.outbound };
                *limit(side.get_or_insert_default()) = (number > 0).then(|| u64::from(number).into());
            }
            // A direction without limits is not limited.
            for side in [&mut bandwidth.inbound, &mut bandwidth.outbound] {
                if side.as_deref() == Some(&Rate::default()) {
                    *side = None;
                }
            }
            let limited = bandwidth != Bandwidth::default();
            document.bandwidth = limited.then(|| Box::new(bandwidth));
            *place = Arc::new(document);
            Ok(())
        })
    }
}

/// What a new port of a network is plugged into.
fn plug(network: &Document) -> Result<Option<Box<Plug>>> {
    use ForwardMode as Mode;
    let bridge = network.bridge_name().map(str::to_owned);
    let mac_table_manager = network.bridge.as_ref().and_then(|bridge| bridge.mac_table_manager.clone());
    let bridged = PlugBridge { bridge, mac_table_manager, ..PlugBridge::default() };
    let mode = match network.forward_mode() {
        Mode::None | Mode::Nat | Mode::Route | Mode::Open => {
            if bridged.bridge.is_none() {
                bail!(Network, InternalError, "Missing bridge name");
            }
            return Ok(Some(Box::new(Plug::Network(bridged))));
        }
        Mode::Bridge if bridged.bridge.is_some() => return Ok(Some(Box::new(Plug::Bridge(bridged)))),
        Mode::Bridge => DirectMode::Bridge,
        Mode::Private => DirectMode::Private,
        Mode::Vepa => DirectMode::Vepa,
        Mode::Passthrough => DirectMode::Passthrough,
        Mode::Hostdev => bail!(Network, ConfigUnsupported, "the host has no devices to hand out"),
    };
    let devices = network.forward.iter().flat_map(|forward| &forward.interfaces);
    let Some(dev) = devices.filter_map(|device| device.dev.clone()).next() else {
        let text = format!(
            "network '{}' requires exclusive access to interfaces, but none are available",
            network.name()
        );
        bail!(Network, InternalError, "{text}");
    };
    let direct = PlugDirect { dev: Some(dev), mode: Some(mode.into()), ..PlugDirect::default() };
    Ok(Some(Box::new(Plug::Direct(direct))))
}
