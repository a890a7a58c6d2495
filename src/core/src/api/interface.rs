//! Network interfaces of the host.

use crate::{records::*, types::*};

#[macro_export]
macro_rules! interface_operations { ($($with:tt)*) => { $($with)*! {
    /// Network interfaces of the host.
    Interfaces in remote from Interface;
    calls {
        126 connect_num_of_interfaces() -> i32                                             [connect:search_interfaces => interface:getattr] high;
        127 connect_list_interfaces(maxnames: i32) -> List<String, 16384>                  [connect:search_interfaces => interface:getattr] high;
        128 interface_lookup_by_name(name: &str) -> Interface                              [interface:getattr] high;
        129 interface_lookup_by_mac_string(mac: &str) -> Interface                         [interface:getattr] high;
        130 interface_get_xml_desc(iface: &Interface, flags: u32) -> String                [interface:read];
        131 interface_define_xml(xml: &str, flags: u32) -> Interface                       [interface:write, interface:save] write high;
        132 interface_undefine(iface: &Interface)                                          [interface:delete] write high;
        133 interface_create(iface: &Interface, flags: u32)                                [interface:start] write;
        134 interface_destroy(iface: &Interface, flags: u32)                               [interface:stop] write high;
        137 connect_num_of_defined_interfaces() -> i32                                     [connect:search_interfaces => interface:getattr] high;
        138 connect_list_defined_interfaces(maxnames: i32) -> List<String, 16384>          [connect:search_interfaces => interface:getattr] high;
        156 interface_is_active(iface: &Interface) -> i32                                  [interface:read] high;
        220 interface_change_begin(flags: u32)                                             [connect:interface_transaction] write;
        221 interface_change_commit(flags: u32)                                            [connect:interface_transaction] write;
        222 interface_change_rollback(flags: u32)                                          [connect:interface_transaction] write;
        284 connect_list_all_interfaces(need_results: i32, flags: u32) -> Listing<Interface, 16384> [connect:search_interfaces => interface:getattr] high;
    }
    streams {
    }
    irregular {
    }
    protocol {
    }
} } }

interface_operations!(crate::api::define_family);
