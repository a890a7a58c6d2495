//! Networks of the test driver, asked through the API's traits.

use crate::tests::open;
use std::sync::{Arc, Mutex};
use virt_core::{
    connection::Drivers,
    constants::*,
    event::{Class, Event, Filter, Subscriber},
    records::Network,
    types::*,
};
use virt_error::{Code, Result};

fn host() -> Drivers {
    crate::tests::open_node("<node/>").unwrap()
}

fn document(name: &str, last: u8) -> String {
    format!(
        "<network><name>{name}</name><uuid>00000000-0000-0000-0000-0000000000{last:02x}</uuid>\
         <bridge name='virbr7'/><ip address='10.0.0.1' prefix='24'><dhcp><range start='10.0.0.2' end='10.0.0.9'/>\
         </dhcp></ip></network>"
    )
}

fn code<T>(result: Result<T>) -> Code {
    result.err().expect("an error").code()
}

#[derive(Default)]
struct Heard(Mutex<Vec<(String, i32)>>);

impl Subscriber for Heard {
    fn deliver(&self, _: i32, event: &Arc<Event>) {
        if let Event::NetworkLifecycle { net, event, .. } = &**event {
            self.0.lock().unwrap().push((net.name.to_string(), *event));
        }
    }
}

#[test]
fn the_default_network_is_as_programs_expect_it() {
    let networks = open("test:///default").unwrap().networks;
    let net = networks.network_lookup_by_name("default").unwrap();
    assert_eq!(net.uuid.to_string(), "dd8fe884-6c02-601e-7551-cca97df1c5df");
    assert_eq!(
        (networks.network_is_active(&net).unwrap(), networks.network_is_persistent(&net).unwrap()),
        (1, 1)
    );
    assert_eq!(networks.network_get_bridge_name(&net).unwrap(), "virbr0");
    let error = networks.network_create(&net).unwrap_err();
    assert_eq!(error.message(), "Requested operation is not valid: Network 'default' is already running");
}

#[test]
fn a_network_lives_from_definition_to_removal() {
    let drivers = host();
    let heard = Arc::new(Heard::default());
    let filter = Filter { class: Class::Network, id: 0, subject: None };
    drivers.link.watch(&filter, heard.clone()).unwrap();
    let networks = &drivers.networks;
    let net = networks.network_define_xml(&document("a", 1)).unwrap();
    assert_eq!(networks.connect_num_of_defined_networks().unwrap(), 1);
    networks.network_create(&net).unwrap();
    assert_eq!(code(networks.network_undefine(&net)), Code::OperationInvalid);
    networks.network_destroy(&net).unwrap();
    networks.network_undefine(&net).unwrap();
    assert_eq!(code(networks.network_get_xml_desc(&net, 0)), Code::NoNetwork);
    assert_eq!(code(networks.network_is_active(&net)), Code::NoNetwork);
    let transient = networks.network_create_xml(&document("b", 2)).unwrap();
    assert_eq!(networks.network_is_persistent(&transient).unwrap(), 0);
    networks.network_destroy(&transient).unwrap();
    assert_eq!(networks.connect_list_all_networks(1, 0).unwrap().count, 0);
    let events: Vec<i32> = heard.0.lock().unwrap().iter().map(|(_, event)| *event).collect();
    assert_eq!(events, [0, 2, 3, 1, 2, 3]);
}

#[test]
fn names_and_uuids_belong_to_one_network() {
    let networks = host().networks;
    networks.network_define_xml(&document("a", 1)).unwrap();
    let error = networks.network_define_xml(&document("a", 2)).unwrap_err();
    assert!(
        error
            .message()
            .ends_with("network 'a' already exists with uuid 00000000-0000-0000-0000-000000000001")
    );
    let error = networks.network_define_xml(&document("b", 1)).unwrap_err();
    assert!(error.message().contains("network 'a' is already defined with uuid"));
    assert_eq!(code(networks.network_define_xml(&document("../a", 3))), Code::XmlDetail);
    let flags = networks.connect_list_all_networks(1, 1 << 9).unwrap_err();
    assert_eq!(flags.message(), "unsupported flags (0x200) in function testConnectListAllNetworks");
}

#[test]
fn changes_reach_the_documents_that_flags_select() {
    let networks = host().networks;
    let net = networks.network_define_xml(&document("a", 1)).unwrap();
    let add = |net: &Network, last: u8, flags: u32| {
        let xml = format!("<host mac='52:54:00:00:00:0{last}' ip='10.0.0.{last}' name='g{last}'/>");
        networks.network_update(net, 3, 4, -1, &xml, flags)
    };
    assert_eq!(code(add(&net, 3, VIR_NETWORK_UPDATE_AFFECT_LIVE)), Code::OperationInvalid);
    networks.network_create(&net).unwrap();
    add(&net, 4, VIR_NETWORK_UPDATE_AFFECT_LIVE).unwrap();
    add(&net, 5, VIR_NETWORK_UPDATE_AFFECT_CONFIG).unwrap();
    let live = networks.network_get_xml_desc(&net, 0).unwrap();
    assert!(live.contains("name='g4'") && !live.contains("name='g5'"));
    networks.network_destroy(&net).unwrap();
    let config = networks.network_get_xml_desc(&net, 0).unwrap();
    assert!(!config.contains("name='g4'") && config.contains("name='g5'"));
    networks.network_set_metadata(&net, 1, Some("T"), None, None, 0).unwrap();
    assert_eq!(networks.network_get_metadata(&net, 1, None, 0).unwrap(), "T");
    assert_eq!(code(networks.network_get_metadata(&net, 0, None, 0)), Code::NoNetworkMetadata);
}

#[test]
fn ports_belong_to_a_running_network() {
    let networks = host().networks;
    let net = networks.network_define_xml(&document("a", 1)).unwrap();
    let xml = "<networkport><uuid>5d744f21-ba4a-4d6e-bdb2-30a35ff3207d</uuid><owner><name>g</name>\
               <uuid>d54df46f-1ab5-4a22-8618-4560ef5fac2c</uuid></owner><mac address='52:54:00:7b:35:93'/></networkport>";
    assert_eq!(code(networks.network_port_create_xml(&net, xml, 0)), Code::OperationInvalid);
    networks.network_create(&net).unwrap();
    let port = networks.network_port_create_xml(&net, xml, 0).unwrap();
    assert!(
        networks
            .network_port_get_xml_desc(&port, 0)
            .unwrap()
            .contains("<plug type='network' bridge='virbr7'/>")
    );
    assert_eq!(code(networks.network_port_create_xml(&net, xml, 0)), Code::NetworkPortExist);
    let params = vec![TypedParam::new("inbound.average", Value::UInt(10))].into();
    networks.network_port_set_parameters(&port, &params, 0).unwrap();
    let read = networks.network_port_get_parameters(&port, 0, 0).unwrap();
    assert_eq!((read.nparams, read.params.len()), (7, 7));
    assert_eq!(read.params.0[0].value, Value::UInt(10));
    networks.network_destroy(&net).unwrap();
    assert_eq!(code(networks.network_port_delete(&port, 0)), Code::NoNetworkPort);
}

#[test]
fn a_running_guest_has_a_lease() {
    let drivers = open("test:///default").unwrap();
    let net = drivers.networks.network_lookup_by_name("default").unwrap();
    let leases = drivers.networks.network_get_dhcp_leases(&net, Some("AA:BB:CC:DD:EE:FF"), 1, 0).unwrap();
    assert_eq!(leases.count, 1);
    assert_eq!((&leases.items[0].ipaddr[..], leases.items[0].prefix), ("192.168.122.2", 24));
    assert_eq!(
        drivers.networks.network_get_dhcp_leases(&net, Some("aa:bb:cc:dd:ee:00"), 1, 0).unwrap().count,
        0
    );
}

#[test]
fn many_threads_define_and_remove_the_same_network() {
    let networks = host().networks;
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..50 {
                    // Whoever comes second is refused; nothing may be lost or stay behind.
                    let Ok(net) = networks.network_define_xml(&document("a", 1)) else { continue };
                    let _ = networks.network_create(&net);
                    let _ = networks.network_destroy(&net);
                    let _ = networks.network_undefine(&net);
                }
            });
        }
    });
    for net in networks.connect_list_all_networks(1, 0).unwrap().items.0 {
        let _ = networks.network_destroy(&net);
        networks.network_undefine(&net).unwrap();
    }
    let net = networks.network_define_xml(&document("a", 1)).unwrap();
    assert_eq!(networks.network_lookup_by_uuid(net.uuid).unwrap(), net);
}
