//! Devices of the host.

use crate::{records::*, types::*};

#[macro_export]
macro_rules! nodedev_operations { ($($with:tt)*) => { $($with)*! {
    /// Devices of the host.
    NodeDevices in remote from Nodedev;
    calls {
        111 node_num_of_devices(cap: Option<&str>, flags: u32) -> i32                      [connect:search_node_devices => node_device:getattr] high;
        112 node_list_devices(cap: Option<&str>, maxnames: i32, flags: u32) -> List<String, 65536> [connect:search_node_devices => node_device:getattr] high;
        113 node_device_lookup_by_name(name: &str) -> NodeDevice                           [node_device:getattr] high;
        114 node_device_get_xml_desc(name: &str, flags: u32) -> String                     [node_device:read];
        115 node_device_get_parent(name: &str) -> Option<String>                           [node_device:read] high;
        116 node_device_num_of_caps(name: &str) -> i32                                     [node_device:read] high;
        117 node_device_list_caps(name: &str, maxnames: i32) -> List<String, 65536>        [node_device:read] high;
        118 node_device_dettach(name: &str)                                                [node_device:detach] write;
        119 node_device_re_attach(name: &str)                                              [node_device:detach] write;
        120 node_device_reset(name: &str)                                                  [node_device:detach] write;
        123 node_device_create_xml(xml_desc: &str, flags: u32) -> NodeDevice               [node_device:write, node_device:start] write;
        124 node_device_destroy(name: &str)                                                [node_device:stop] write high;
        285 connect_list_all_node_devices(need_results: i32, flags: u32) -> Listing<NodeDevice, 65536> [connect:search_node_devices => node_device:getattr] high;
        297 node_device_lookup_scsi_host_by_wwn(wwnn: &str, wwpn: &str, flags: u32) -> NodeDevice [node_device:getattr] high;
        301 node_device_detach_flags(name: &str, driver_name: Option<&str>, flags: u32)    [node_device:detach] write;
        428 node_device_define_xml(xml_desc: &str, flags: u32) -> NodeDevice               [node_device:write, node_device:save] write;
        429 node_device_undefine(name: &str, flags: u32)                                   [node_device:delete] write high;
        430 node_device_create(name: &str, flags: u32)                                     [node_device:start] write high;
        433 node_device_get_autostart(name: &str) -> i32                                   [node_device:read] write high;
        434 node_device_set_autostart(name: &str, autostart: i32)                          [node_device:write] write high;
        435 node_device_is_persistent(name: &str) -> i32                                   [node_device:read] high;
        436 node_device_is_active(name: &str) -> i32                                       [node_device:read] high;
        447 node_device_update(name: &str, xml_desc: &str, flags: u32)                     [node_device:write, node_device:save if config] write high;
    }
    streams {
    }
    irregular {
    }
    protocol {
        374 connect_node_device_event_register_any(event_id: i32, dev: Option<&NodeDevice>) -> i32 [connect:search_node_devices => node_device:getattr] high;
        375 connect_node_device_event_deregister_any(callback_id: i32)                     [connect:read] high;
    }
} } }

nodedev_operations!(crate::api::define_family);
