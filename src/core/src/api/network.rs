//! Virtual networks and their ports.

use crate::{records::*, types::*};

#[macro_export]
macro_rules! network_operations { ($($with:tt)*) => { $($with)*! {
    /// Virtual networks and their ports.
    Networks in remote from Network;
    calls {
         36 connect_list_defined_networks(maxnames: i32) -> List<String, 16384>            [connect:search_networks => network:getattr] high;
         38 connect_list_networks(maxnames: i32) -> List<String, 16384>                    [connect:search_networks => network:getattr] high;
         39 network_create(net: &Network)                                                  [network:start] write;
         40 network_create_xml(xml: &str) -> Network                                       [network:write, network:start] write;
         41 network_define_xml(xml: &str) -> Network                                       [network:write, network:save] write high;
         42 network_destroy(net: &Network)                                                 [network:stop] write high;
         43 network_get_xml_desc(net: &Network, flags: u32) -> String                      [network:read] high;
         44 network_get_autostart(net: &Network) -> i32                                    [network:read] high;
         45 network_get_bridge_name(net: &Network) -> String                               [network:read] high;
         46 network_lookup_by_name(name: &str) -> Network                                  [network:getattr] high;
         47 network_lookup_by_uuid(uuid: Uuid) -> Network                                  [network:getattr] high;
         48 network_set_autostart(net: &Network, autostart: i32)                           [network:write] write high;
         49 network_undefine(net: &Network)                                                [network:delete] write high;
         50 connect_num_of_defined_networks() -> i32                                       [connect:search_networks => network:getattr] high;
         52 connect_num_of_networks() -> i32                                               [connect:search_networks => network:getattr] high;
        152 network_is_active(net: &Network) -> i32                                        [network:read] high;
        153 network_is_persistent(net: &Network) -> i32                                    [network:read] high;
        283 connect_list_all_networks(need_results: i32, flags: u32) -> Listing<Network, 16384> [connect:search_networks => network:getattr] high;
        291 network_update(net: &Network, command: u32, section: u32, parent_index: i32, xml: &str, flags: u32) [network:write, network:save if config] write high;
        341 network_get_dhcp_leases(net: &Network, mac: Option<&str>, need_results: i32, flags: u32) -> Listing<DhcpLease, 65536> [network:read];
        404 network_list_all_ports(network: &Network, need_results: i32, flags: u32) -> Listing<NetworkPort, 16384> [network:search_ports => network_port:getattr] high;
        405 network_port_lookup_by_uuid(network: &Network, uuid: Uuid) -> NetworkPort      [network_port:getattr] high;
        406 network_port_create_xml(network: &Network, xml: &str, flags: u32) -> NetworkPort [network_port:create] write;
        407 network_port_get_parameters(port: &NetworkPort, nparams: i32, flags: u32) -> Counted<16> [network_port:read];
        408 network_port_set_parameters(port: &NetworkPort, params: &Params<16>, flags: u32) [network_port:write] write;
        409 network_port_get_xml_desc(port: &NetworkPort, flags: u32) -> String            [network_port:read];
        410 network_port_delete(port: &NetworkPort, flags: u32)                            [network_port:delete] write;
        432 network_define_xml_flags(xml: &str, flags: u32) -> Network                     [network:write, network:save] write high;
        437 network_create_xml_flags(xml: &str, flags: u32) -> Network                     [network:write, network:start] write high;
        444 network_set_metadata(network: &Network, kind: i32, metadata: Option<&str>, key: Option<&str>, uri: Option<&str>, flags: u32) [network:write, network:save if config] write;
        445 network_get_metadata(network: &Network, kind: i32, uri: Option<&str>, flags: u32) -> String [network:read];
    }
    streams {
    }
    irregular {
    }
    protocol {
        313 connect_network_event_register_any(event_id: i32, net: Option<&Network>) -> i32 [connect:search_networks => network:getattr] high;
        314 connect_network_event_deregister_any(callback_id: i32)                         [connect:read] high;
    }
} } }

network_operations!(crate::api::define_family);
