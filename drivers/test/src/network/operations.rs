//! The operations on networks.

use super::{NetworkState, leases, no_network, no_network_uuid};
use crate::{TestConnection, lists};
use virt_conf::{metadata, network::Network as Document};
use virt_core::{
    api::Networks,
    connection::check_flags,
    constants::*,
    event::Event,
    records::{DhcpLease, Network, NetworkPort},
    types::*,
};
use virt_error::{Origin, Result, bail};

const ORIGIN: Origin = Origin::Test;
const AFFECT: u32 = VIR_NETWORK_UPDATE_AFFECT_LIVE | VIR_NETWORK_UPDATE_AFFECT_CONFIG;
/// Every flag of `virConnectListAllNetworks`.
const LIST: u32 = VIR_CONNECT_LIST_NETWORKS_ACTIVE
    | VIR_CONNECT_LIST_NETWORKS_INACTIVE
    | VIR_CONNECT_LIST_NETWORKS_PERSISTENT
    | VIR_CONNECT_LIST_NETWORKS_TRANSIENT
    | VIR_CONNECT_LIST_NETWORKS_AUTOSTART
    | VIR_CONNECT_LIST_NETWORKS_NO_AUTOSTART;

fn passes(state: &NetworkState, flags: u32) -> bool {
    use lists::pair;
    pair(flags, state.is_active(), VIR_CONNECT_LIST_NETWORKS_ACTIVE, VIR_CONNECT_LIST_NETWORKS_INACTIVE)
        && pair(
            flags,
            state.config.is_some(),
            VIR_CONNECT_LIST_NETWORKS_PERSISTENT,
            VIR_CONNECT_LIST_NETWORKS_TRANSIENT,
        )
        && pair(
            flags,
            state.autostart,
            VIR_CONNECT_LIST_NETWORKS_AUTOSTART,
            VIR_CONNECT_LIST_NETWORKS_NO_AUTOSTART,
        )
}

impl TestConnection {
    /// What `look` makes of every network that passes; oldest first.
    fn networks<R>(&self, flags: u32, look: impl Fn(Uuid, &NetworkState) -> R) -> Vec<R> {
        self.state.networks.registry.filter_map(|object| {
            object.read(|state| passes(state, flags).then(|| look(object.uuid(), state)))
        })
    }

    fn network_names(&self, flags: u32, most: i32) -> List<String, 16384> {
        lists::names(self.networks(flags, |_, state| state.name.to_string()), most)
    }

    /// Looks at the network that a handle means, as it is now.
    pub(super) fn look_network<R>(&self, net: &Network, look: impl FnOnce(&NetworkState) -> R) -> Result<R> {
        Ok(self.state.network(net)?.read(look))
    }

    fn network_from(&self, xml: &str, validate: bool, start: bool) -> Result<Network> {
        let mut document = Document::parse(xml, validate)?;
        // Options for a dnsmasq that does not run here.
        (document.dnsmasq, document.dnsmasq_namespace) = (None, None);
        self.state.take_network(document, start)
    }
}

impl Networks for TestConnection {
    fn connect_num_of_networks(&self) -> Result<i32> {
        Ok(self.networks(VIR_CONNECT_LIST_NETWORKS_ACTIVE, |_, _| ()).len() as i32)
    }

    fn connect_list_networks(&self, maxnames: i32) -> Result<List<String, 16384>> {
        Ok(self.network_names(VIR_CONNECT_LIST_NETWORKS_ACTIVE, maxnames))
    }

    fn connect_num_of_defined_networks(&self) -> Result<i32> {
        Ok(self.networks(VIR_CONNECT_LIST_NETWORKS_INACTIVE, |_, _| ()).len() as i32)
    }

    fn connect_list_defined_networks(&self, maxnames: i32) -> Result<List<String, 16384>> {
        Ok(self.network_names(VIR_CONNECT_LIST_NETWORKS_INACTIVE, maxnames))
    }

    fn connect_list_all_networks(&self, need_results: i32, flags: u32) -> Result<Listing<Network, 16384>> {
        check_flags(flags, LIST, ORIGIN, "testConnectListAllNetworks")?;
        Ok(Listing::new(self.networks(flags, |uuid, state| state.record(uuid)), need_results))
    }

    fn network_lookup_by_name(&self, name: &str) -> Result<Network> {
        let found = self.state.networks.registry.by_name(name);
        found.map(|object| object.read(|state| state.record(object.uuid()))).ok_or_else(|| no_network(name))
    }

    fn network_lookup_by_uuid(&self, uuid: Uuid) -> Result<Network> {
        let found = self.state.networks.registry.read(&uuid, |state| state.record(uuid));
        found.ok_or_else(|| no_network_uuid(uuid))
    }

    fn network_is_active(&self, net: &Network) -> Result<i32> {
        let found = self.state.networks.registry.read(&net.uuid, |state| i32::from(state.is_active()));
        found.ok_or_else(|| no_network_uuid(net.uuid))
    }

    fn network_is_persistent(&self, net: &Network) -> Result<i32> {
        let found = self.state.networks.registry.read(&net.uuid, |state| i32::from(state.config.is_some()));
        found.ok_or_else(|| no_network_uuid(net.uuid))
    }

    fn network_create_xml(&self, xml: &str) -> Result<Network> {
        self.network_from(xml, false, true)
    }

    fn network_create_xml_flags(&self, xml: &str, flags: u32) -> Result<Network> {
        check_flags(flags, VIR_NETWORK_CREATE_VALIDATE, ORIGIN, "testNetworkCreateXMLFlags")?;
        self.network_from(xml, flags & VIR_NETWORK_CREATE_VALIDATE != 0, true)
    }

    fn network_define_xml(&self, xml: &str) -> Result<Network> {
        self.network_from(xml, false, false)
    }

    fn network_define_xml_flags(&self, xml: &str, flags: u32) -> Result<Network> {
        check_flags(flags, VIR_NETWORK_DEFINE_VALIDATE, ORIGIN, "testNetworkDefineXMLFlags")?;
        self.network_from(xml, flags & VIR_NETWORK_DEFINE_VALIDATE != 0, false)
    }

    fn network_undefine(&self, net: &Network) -> Result<()> {
        self.state.change_network(net, "virNetworkUndefine", |state, events| {
            if state.is_active() {
                bail!(Test, OperationInvalid, "Network '{}' is still running", state.name);
            }
            (state.config, state.removed) = (None, true);
            events.push(lifecycle(net, VIR_NETWORK_EVENT_UNDEFINED));
            Ok(())
        })
    }

    fn network_create(&self, net: &Network) -> Result<()> {
        self.state.change_network(net, "virNetworkCreate", |state, events| {
            if state.is_active() {
                bail!(Test, OperationInvalid, "Network '{}' is already running", state.name);
            }
            state.live = state.config.clone();
            events.push(lifecycle(net, VIR_NETWORK_EVENT_STARTED));
            Ok(())
        })
    }

    fn network_destroy(&self, net: &Network) -> Result<()> {
        self.state.change_network(net, "virNetworkDestroy", |state, events| {
            state.live = None;
            state.ports.clear();
            state.removed = state.config.is_none();
            events.push(lifecycle(net, VIR_NETWORK_EVENT_STOPPED));
            Ok(())
        })
    }

    fn network_get_xml_desc(&self, net: &Network, flags: u32) -> Result<String> {
        check_flags(flags, VIR_NETWORK_XML_INACTIVE, ORIGIN, "testNetworkGetXMLDesc")?;
        let inactive = flags & VIR_NETWORK_XML_INACTIVE != 0;
        let document = self.look_network(net, |state| {
            let config = state.config.as_ref().filter(|_| inactive);
            config.or(state.document()).cloned()
        })?;
        Ok(document.map_or_else(String::new, |document| document.format(inactive)))
    }

    fn network_get_bridge_name(&self, net: &Network) -> Result<String> {
        let document = self.look_network(net, |state| state.document().cloned())?;
        match document.as_ref().and_then(|document| document.bridge_name()) {
            Some(bridge) => Ok(bridge.to_owned()),
            None => bail!(Test, InternalError, "network '{}' does not have a bridge name.", net.name),
        }
    }

    fn network_get_autostart(&self, net: &Network) -> Result<i32> {
        self.look_network(net, |state| i32::from(state.autostart))
    }

    fn network_set_autostart(&self, net: &Network, autostart: i32) -> Result<()> {
        self.state.change_network(net, "virNetworkSetAutostart", |state, _| {
            state.autostart = autostart != 0;
            Ok(())
        })
    }

    fn network_update(
        &self,
        net: &Network,
        command: u32,
        section: u32,
        parent_index: i32,
        xml: &str,
        flags: u32,
    ) -> Result<()> {
        check_flags(flags, AFFECT, ORIGIN, "testNetworkUpdate")?;
        self.state.change_network(net, "virNetworkUpdate", |state, _| {
            state.edit(flags, |document| document.update(command, section, parent_index, xml))
        })
    }

    fn network_set_metadata(
        &self,
        net: &Network,
        kind: i32,
        text: Option<&str>,
        key: Option<&str>,
        uri: Option<&str>,
        flags: u32,
    ) -> Result<()> {
        check_flags(flags, AFFECT, ORIGIN, "testNetworkSetMetadata")?;
        self.state.change_network(net, "virNetworkSetMetadata", |state, events| {
            let text = text.filter(|text| !text.is_empty());
            state.edit(flags, |document| match kind {
                VIR_NETWORK_METADATA_DESCRIPTION => {
                    document.description = text.map(str::to_owned);
                    Ok(())
                }
                VIR_NETWORK_METADATA_TITLE => {
                    document.title = text.map(str::to_owned);
                    Ok(())
                }
                VIR_NETWORK_METADATA_ELEMENT => {
                    let (key, uri) = (key.unwrap_or_default(), uri.unwrap_or_default());
                    metadata::set(&mut document.metadata, text, key, uri, Origin::Network)
                }
                _ => bail!(Network, InvalidArg, "unknown metadata type '{kind}'"),
            })?;
            let nsuri = uri.map(str::to_owned);
            events.push(Event::NetworkMetadataChange { net: state.record(net.uuid), kind, nsuri });
            Ok(())
        })
    }

    fn network_get_metadata(
        &self,
        net: &Network,
        kind: i32,
        uri: Option<&str>,
        flags: u32,
    ) -> Result<String> {
        check_flags(flags, AFFECT, ORIGIN, "testNetworkGetMetadata")?;
        if flags & AFFECT == AFFECT {
            bail!(Network, InvalidArg, "Cannot specify both live and config flags");
        }
        let state = self.state.network(net)?.state();
        let document = match flags & AFFECT {
            VIR_NETWORK_UPDATE_AFFECT_LIVE => match &state.live {
                Some(live) => live,
                None => bail!(Network, OperationInvalid, "network is not running"),
            },
            VIR_NETWORK_UPDATE_AFFECT_CONFIG => match &state.config {
                Some(config) => config,
                None => {
                    bail!(Network, OperationInvalid, "transient networks do not have any persistent config")
                }
            },
            _ => state.document().ok_or_else(|| no_network(&net.name))?,
        };
        let found = match kind {
            VIR_NETWORK_METADATA_DESCRIPTION => document.description.clone(),
            VIR_NETWORK_METADATA_TITLE => document.title.clone(),
            VIR_NETWORK_METADATA_ELEMENT => {
                metadata::get(document.metadata.as_ref(), uri.unwrap_or_default())
            }
            _ => bail!(Network, InvalidArg, "unknown metadata type '{kind}'"),
        };
        match found {
            Some(found) => Ok(found),
            None => bail!(Network, NoNetworkMetadata, "Requested metadata element is not present"),
        }
    }

    fn network_get_dhcp_leases(
        &self,
        net: &Network,
        mac: Option<&str>,
        need_results: i32,
        flags: u32,
    ) -> Result<Listing<DhcpLease, 65536>> {
        check_flags(flags, 0, ORIGIN, "testNetworkGetDHCPLeases")?;
        let state = self.state.network(net)?.state();
        let Some(document) = state.live.as_ref() else {
            bail!(Test, OperationInvalid, "network '{}' is not active", net.name);
        };
        let mut leases = leases::of(&self.state, document);
        if let Some(mac) = mac {
            let Ok(wanted) = mac.parse::<virt_conf::Mac>() else {
                bail!(Test, InternalError, "cannot parse MAC address '{mac}'");
            };
            leases.retain(|lease| lease.mac.as_deref() == Some(&wanted.to_string()));
        }
        Ok(Listing::new(leases, need_results))
    }

    fn network_list_all_ports(
        &self,
        net: &Network,
        need_results: i32,
        flags: u32,
    ) -> Result<Listing<NetworkPort, 16384>> {
        check_flags(flags, 0, ORIGIN, "testNetworkListAllPorts")?;
        let port = |uuid: &Uuid| NetworkPort { net: net.clone(), uuid: *uuid };
        let ports = self.look_network(net, |state| state.ports.keys().map(port).collect())?;
        Ok(Listing::new(ports, need_results))
    }

    fn network_port_lookup_by_uuid(&self, net: &Network, uuid: Uuid) -> Result<NetworkPort> {
        self.port(net, uuid).map(|_| NetworkPort { net: net.clone(), uuid })
    }

    fn network_port_create_xml(&self, net: &Network, xml: &str, flags: u32) -> Result<NetworkPort> {
        self.create_port(net, xml, flags)
    }

    fn network_port_get_xml_desc(&self, port: &NetworkPort, flags: u32) -> Result<String> {
        check_flags(flags, 0, ORIGIN, "testNetworkPortGetXMLDesc")?;
        Ok(self.port(&port.net, port.uuid)?.format())
    }

    fn network_port_get_parameters(
        &self,
        port: &NetworkPort,
        // Clients send whatever their variable holds: libvirt's server gives all parameters for any number.
        _nparams: i32,
        flags: u32,
    ) -> Result<Counted<16>> {
        check_flags(flags, 0, ORIGIN, "testNetworkPortGetParameters")?;
        self.port_parameters(port)
    }

    fn network_port_set_parameters(&self, port: &NetworkPort, params: &Params<16>, flags: u32) -> Result<()> {
        check_flags(flags, 0, ORIGIN, "testNetworkPortSetParameters")?;
        self.set_port_parameters(port, params)
    }

    fn network_port_delete(&self, port: &NetworkPort, flags: u32) -> Result<()> {
        check_flags(flags, 0, ORIGIN, "testNetworkPortDelete")?;
        self.delete_port(port)
    }
}

/// Something happened to a network: `virNetworkEventLifecycleType`.
fn lifecycle(net: &Network, event: i32) -> Event {
    Event::NetworkLifecycle { net: net.clone(), event, detail: 0 }
}
