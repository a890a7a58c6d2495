//! Devices of the test driver, asked through the API's traits.

use crate::tests::{open, open_node};
use virt_error::Code;

const VHBA: &str = "<device>PARENT<capability type='scsi_host'><capability type='fc_host'>\
    <wwnn>20000000c9831b4c</wwnn><wwpn>10000000c9831b4c</wwpn></capability></capability></device>";

const HOST: &str = "<node><device><name>pci_0000_00_02_0</name><capability type='pci'><domain>0</domain><bus>0</bus>\
    <slot>2</slot><function>0</function><product id='0x1234'/><vendor id='0x8086'/><capability type='mdev_types'>\
    <type id='i915'><name>GVTg</name><deviceAPI>vfio-pci</deviceAPI><availableInstances>1</availableInstances></type>\
    </capability></capability></device></node>";

const MDEV: &str = "<device><parent>pci_0000_00_02_0</parent><capability type='mdev'><type id='i915'/>\
    <uuid>d069d019-36ea-4111-8f0a-8c9a70e21366</uuid><attr name='a' value='1'/></capability></device>";

const NAME: &str = "mdev_d069d019_36ea_4111_8f0a_8c9a70e21366_0000_00_02_0";

#[test]
fn the_default_devices_are_as_programs_expect_them() {
    let devices = open("test:///default").unwrap().node_devices;
    let names = devices.node_list_devices(None, 10, 0).unwrap().0;
    assert_eq!(names, ["computer", "scsi_host1", "scsi_host2", "scsi_host11"]);
    assert_eq!(devices.node_list_devices(Some("vports"), 10, 0).unwrap().0, ["scsi_host1", "scsi_host2"]);
    assert_eq!(devices.connect_list_all_node_devices(1, 512).unwrap().count, 3);
    assert_eq!(devices.node_device_list_caps("scsi_host1", 9).unwrap().0, ["scsi_host"]);
    assert_eq!(devices.node_device_get_parent("scsi_host11").unwrap().as_deref(), Some("scsi_host1"));
    let found = devices.node_device_lookup_scsi_host_by_wwn("2000000034563456", "1000000034563456", 0);
    assert_eq!(&*found.unwrap().name, "scsi_host11");
}

#[test]
fn virtual_ports_come_and_go() {
    let devices = open("test:///default").unwrap().node_devices;
    for (parent, complaint) in [
        ("<parent>nosuch</parent>", "Could not find parent device for 'new device'"),
        ("<parent>computer</parent>", "Parent device computer is not capable of vport operations"),
    ] {
        let error = devices.node_device_create_xml(&VHBA.replace("PARENT", parent), 0).unwrap_err();
        assert_eq!(error.message(), format!("internal error: {complaint}"));
    }
    let parent = "<parent wwnn='2000000056785678' wwpn='1000000056785678'/>";
    let device = devices.node_device_create_xml(&VHBA.replace("PARENT", parent), 0).unwrap();
    let xml = devices.node_device_get_xml_desc(&device.name, 0).unwrap();
    assert!(xml.contains("<parent>scsi_host2</parent>") && xml.contains("<wwnn>20000000c9831b4c</wwnn>"));
    devices.node_device_destroy(&device.name).unwrap();
    assert_eq!(devices.node_device_destroy(&device.name).unwrap_err().code(), Code::NoNodeDevice);
    assert!(devices.node_device_destroy("computer").is_err());
}

#[test]
fn a_mediated_device_lives_from_definition_to_removal() {
    let devices = open_node(HOST).unwrap().node_devices;
    let device = devices.node_device_define_xml(MDEV, 0).unwrap();
    assert_eq!(&*device.name, NAME);
    assert_eq!(
        (devices.node_device_is_active(NAME).unwrap(), devices.node_device_is_persistent(NAME).unwrap()),
        (0, 1)
    );
    devices.node_device_set_autostart(NAME, 1).unwrap();
    devices.node_device_create(NAME, 0).unwrap();
    assert_eq!(devices.node_device_create(NAME, 0).unwrap_err().code(), Code::OperationInvalid);
    let parent = devices.node_device_get_xml_desc("pci_0000_00_02_0", 0).unwrap();
    assert!(parent.contains("<availableInstances>0</availableInstances>"));
    let other = MDEV.replace("d069", "d070");
    assert_eq!(devices.node_device_create_xml(&other, 0).unwrap_err().code(), Code::OperationFailed);
    devices
        .node_device_update(
            NAME,
            &MDEV.replace("value='1'", "value='2'").replace("<parent>", "<name>x</name><parent>"),
            2,
        )
        .unwrap();
    assert!(devices.node_device_get_xml_desc(NAME, 1).unwrap().contains("value='2'"));
    assert!(devices.node_device_get_xml_desc(NAME, 0).unwrap().contains("value='1'"));
    devices.node_device_undefine(NAME, 0).unwrap();
    assert_eq!(devices.node_device_set_autostart(NAME, 1).unwrap_err().code(), Code::OperationInvalid);
    devices.node_device_destroy(NAME).unwrap();
    assert_eq!(devices.node_device_is_active(NAME).unwrap_err().code(), Code::NoNodeDevice);
    assert!(
        devices.node_device_get_xml_desc("pci_0000_00_02_0", 0).unwrap().contains("<availableInstances>1<")
    );
}

#[test]
fn only_pci_devices_are_detached() {
    let devices = open_node(HOST).unwrap().node_devices;
    let name = "pci_0000_00_02_0";
    devices.node_device_detach_flags(name, Some("vfio"), 0).unwrap();
    assert!(devices.node_device_get_xml_desc(name, 0).unwrap().contains("<name>vfio-pci</name>"));
    devices.node_device_re_attach(name).unwrap();
    devices.node_device_reset(name).unwrap();
    assert!(!devices.node_device_get_xml_desc(name, 0).unwrap().contains("vfio-pci</name>"));
    let error = devices.node_device_detach_flags(name, Some("x"), 0).unwrap_err();
    assert_eq!(error.message(), "invalid argument: unknown driver name 'x'");
    let devices = open("test:///default").unwrap().node_devices;
    assert_eq!(devices.node_device_dettach("computer").unwrap_err().code(), Code::InvalidArg);
}
