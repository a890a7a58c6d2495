//! The operations on devices.

use super::{Entry, find, find_mut, mediated, vport};
use crate::{TestConnection, lists};
use std::sync::Arc;
use virt_conf::nodedev::{Capability, Device as Document, Driver, Purpose};
use virt_core::{
    api::NodeDevices, connection::check_flags, constants::*, event::Event, records::NodeDevice, types::*,
};
use virt_error::{Origin, Result, bail, error};

const ORIGIN: Origin = Origin::Test;

/// The flags of `virConnectListAllNodeDevices` that ask for a capability.
const CAPABILITIES: &[(u32, &str)] = &[
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_SYSTEM, "system"),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_PCI_DEV, "pci"),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_DEV, "usb_device"),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_INTERFACE, "usb"),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_NET, "net"),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_HOST, "scsi_host"),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_TARGET, "scsi_target"),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI, "scsi"),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_STORAGE, "storage"),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_FC_HOST, "fc_host"),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPORTS, "vports"),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_GENERIC, "scsi_generic"),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_DRM, "drm"),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV_TYPES, "mdev_types"),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV, "mdev"),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCW_DEV, "ccw"),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_CSS_DEV, "css"),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_VDPA, "vdpa"),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_CARD, "ap_card"),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_QUEUE, "ap_queue"),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_MATRIX, "ap_matrix"),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPD, "vpd"),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_DEV, "ccwgroup"),
    (VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_MEMBER, "ccwgroup_member"),
];
const STATES: u32 = VIR_CONNECT_LIST_NODE_DEVICES_ACTIVE
    | VIR_CONNECT_LIST_NODE_DEVICES_INACTIVE
    | VIR_CONNECT_LIST_NODE_DEVICES_PERSISTENT
    | VIR_CONNECT_LIST_NODE_DEVICES_TRANSIENT;

/// Whether a device passes the filter of `virConnectListAllNodeDevices`: of each group in which a flag is set,
/// one must fit.
fn passes(entry: &Entry, flags: u32) -> bool {
    let asked: Vec<&str> =
        CAPABILITIES.iter().filter(|(flag, _)| flags & flag != 0).map(|(_, name)| *name).collect();
    (asked.is_empty() || asked.iter().any(|name| entry.has(name)))
        && lists::pair(
            flags,
            entry.live.is_some(),
            VIR_CONNECT_LIST_NODE_DEVICES_ACTIVE,
            VIR_CONNECT_LIST_NODE_DEVICES_INACTIVE,
        )
        && lists::pair(
            flags,
            entry.is_persistent(),
            VIR_CONNECT_LIST_NODE_DEVICES_PERSISTENT,
            VIR_CONNECT_LIST_NODE_DEVICES_TRANSIENT,
        )
}

impl TestConnection {
    /// The names of the devices that are there and have a capability.
    fn device_names(&self, capability: Option<&str>) -> Vec<String> {
        let devices = self.state.node_devices.read();
        let fits = |entry: &&Entry| entry.live.is_some() && capability.is_none_or(|name| entry.has(name));
        devices.iter().filter(fits).map(|entry| entry.name.to_string()).collect()
    }

    /// The document of a device.
    fn device(&self, name: &str) -> Result<Arc<Document>> {
        let devices = self.state.node_devices.read();
        find(&devices, name)?.document().cloned().ok_or_else(|| super::no_device(name))
    }

    /// Hands a PCI device to `driver`, or back to the host's own (`None`).
    fn rebind(&self, name: &str, driver: Option<&str>) -> Result<()> {
        self.state.change_devices(|devices, _| {
            let entry = find_mut(devices, name)?;
            let Some(live) = &entry.live else { return Err(super::no_device(name)) };
            if !live.capabilities.iter().any(|capability| matches!(capability, Capability::Pci(_))) {
                bail!(Test, InvalidArg, "device {name} is not a PCI device");
            }
            let mut document = Document::clone(live);
            document.driver =
                driver.map(|name| Box::new(Driver { name: Some(name.to_owned()), ..Driver::default() }));
            entry.live = Some(Arc::new(document));
            Ok(())
        })
    }
}

impl NodeDevices for TestConnection {
    fn node_num_of_devices(&self, cap: Option<&str>, flags: u32) -> Result<i32> {
        check_flags(flags, 0, ORIGIN, "testNodeNumOfDevices")?;
        Ok(self.device_names(cap).len() as i32)
    }

    fn node_list_devices(&self, cap: Option<&str>, maxnames: i32, flags: u32) -> Result<List<String, 65536>> {
        check_flags(flags, 0, ORIGIN, "testNodeListDevices")?;
        Ok(lists::names(self.device_names(cap), maxnames))
    }

    fn connect_list_all_node_devices(
        &self,
        need_results: i32,
        flags: u32,
    ) -> Result<Listing<NodeDevice, 65536>> {
        let known = CAPABILITIES.iter().fold(STATES, |all, (flag, _)| all | flag);
        check_flags(flags, known, ORIGIN, "testConnectListAllNodeDevices")?;
        let devices = self.state.node_devices.read();
        let passing = devices.iter().filter(|entry| passes(entry, flags)).map(Entry::record);
        Ok(Listing::new(passing.collect(), need_results))
    }

    fn node_device_lookup_by_name(&self, name: &str) -> Result<NodeDevice> {
        find(&self.state.node_devices.read(), name).map(Entry::record)
    }

    fn node_device_lookup_scsi_host_by_wwn(&self, wwnn: &str, wwpn: &str, flags: u32) -> Result<NodeDevice> {
        check_flags(flags, 0, ORIGIN, "testNodeDeviceLookupSCSIHostByWWN")?;
        match self.state.scsi_host_by_wwn(wwnn, wwpn) {
            Some(device) => Ok(device),
            None => {
                let text = format!("no node device with matching wwnn '{wwnn}' and wwpn '{wwpn}'");
                bail!(Test, NoNodeDevice, "{text}")
            }
        }
    }

    fn node_device_get_xml_desc(&self, name: &str, flags: u32) -> Result<String> {
        let entry = find(&self.state.node_devices.read(), name)?.clone();
        check_flags(flags, VIR_NODE_DEVICE_XML_INACTIVE, ORIGIN, "testNodeDeviceGetXMLDesc")?;
        let inactive = flags & VIR_NODE_DEVICE_XML_INACTIVE != 0;
        let config = entry.config.as_ref().filter(|_| inactive);
        let document = config.or_else(|| entry.document());
        Ok(document.ok_or_else(|| super::no_device(name))?.format(inactive))
    }

    fn node_device_get_parent(&self, name: &str) -> Result<Option<String>> {
        let device = self.device(name)?;
        let parent = device.parent_name().map(str::to_owned);
        parent.map(Some).ok_or_else(|| error!(Test, InternalError, "no parent for this device"))
    }

    fn node_device_num_of_caps(&self, name: &str) -> Result<i32> {
        Ok(self.device(name)?.capabilities.len() as i32)
    }

    fn node_device_list_caps(&self, name: &str, maxnames: i32) -> Result<List<String, 65536>> {
        let names = self.device(name)?.capabilities.iter().map(|one| one.word().to_owned()).collect();
        Ok(lists::names(names, maxnames))
    }

    fn node_device_create_xml(&self, xml_desc: &str, flags: u32) -> Result<NodeDevice> {
        check_flags(flags, VIR_NODE_DEVICE_CREATE_XML_VALIDATE, ORIGIN, "testNodeDeviceCreateXML")?;
        let validate = flags & VIR_NODE_DEVICE_CREATE_XML_VALIDATE != 0;
        let document = Document::parse(xml_desc, Purpose::Create, validate)?;
        self.state.change_devices(|devices, events| match document.mdev() {
            Some(_) => mediated::create(devices, events, document),
            None => vport::create(devices, events, &document),
        })
    }

    fn node_device_destroy(&self, name: &str) -> Result<()> {
        let mdev = self.device(name)?.mdev().is_some();
        self.state.change_devices(|devices, events| match mdev {
            true => mediated::stop(devices, events, name),
            false => vport::destroy(devices, events, name),
        })
    }

    fn node_device_define_xml(&self, xml_desc: &str, flags: u32) -> Result<NodeDevice> {
        check_flags(flags, VIR_NODE_DEVICE_DEFINE_XML_VALIDATE, ORIGIN, "testNodeDeviceDefineXML")?;
        let validate = flags & VIR_NODE_DEVICE_DEFINE_XML_VALIDATE != 0;
        let document = Document::parse(xml_desc, Purpose::Create, validate)?;
        self.state.change_devices(|devices, events| mediated::define(devices, events, document))
    }

    fn node_device_undefine(&self, name: &str, flags: u32) -> Result<()> {
        check_flags(flags, 0, ORIGIN, "testNodeDeviceUndefine")?;
        self.state.change_devices(|devices, events| mediated::undefine(devices, events, name))
    }

    fn node_device_create(&self, name: &str, flags: u32) -> Result<()> {
        check_flags(flags, 0, ORIGIN, "testNodeDeviceCreate")?;
        self.state.change_devices(|devices, events| mediated::start(devices, events, name))
    }

    fn node_device_update(&self, name: &str, xml_desc: &str, flags: u32) -> Result<()> {
        let known = VIR_NODE_DEVICE_UPDATE_AFFECT_LIVE | VIR_NODE_DEVICE_UPDATE_AFFECT_CONFIG;
        check_flags(flags, known, ORIGIN, "testNodeDeviceUpdate")?;
        let active = find(&self.state.node_devices.read(), name)?.live.is_some();
        let current = flags & known == 0;
        let live = flags & VIR_NODE_DEVICE_UPDATE_AFFECT_LIVE != 0 || current && active;
        let config = flags & VIR_NODE_DEVICE_UPDATE_AFFECT_CONFIG != 0 || current && !active;
        let document = Document::parse(xml_desc, Purpose::Existing, false)?;
        self.state.change_devices(|devices, events: &mut Vec<Event>| {
            mediated::update(devices, events, name, &document, (live, config))
        })
    }

    fn node_device_get_autostart(&self, name: &str) -> Result<i32> {
        find(&self.state.node_devices.read(), name).map(|entry| i32::from(entry.autostart))
    }

    fn node_device_set_autostart(&self, name: &str, autostart: i32) -> Result<()> {
        self.state.change_devices(|devices, _| {
            let entry = find_mut(devices, name)?;
            if entry.fixed {
                bail!(Test, OperationUnsupported, "Unsupported device type");
            }
            if entry.config.is_none() {
                bail!(Test, OperationInvalid, "cannot set autostart for transient device");
            }
            entry.autostart = autostart != 0;
            Ok(())
        })
    }

    fn node_device_is_persistent(&self, name: &str) -> Result<i32> {
        find(&self.state.node_devices.read(), name).map(|entry| i32::from(entry.is_persistent()))
    }

    fn node_device_is_active(&self, name: &str) -> Result<i32> {
        find(&self.state.node_devices.read(), name).map(|entry| i32::from(entry.live.is_some()))
    }

    fn node_device_dettach(&self, name: &str) -> Result<()> {
        self.rebind(name, Some("vfio-pci"))
    }

    fn node_device_detach_flags(&self, name: &str, driver_name: Option<&str>, flags: u32) -> Result<()> {
        check_flags(flags, 0, ORIGIN, "testNodeDeviceDetachFlags")?;
        match driver_name {
            None | Some("vfio") => self.rebind(name, Some("vfio-pci")),
            Some("xen") => self.rebind(name, Some("pciback")),
            Some("kvm") => {
                bail!(
                    Test,
                    ArgumentUnsupported,
                    "KVM device assignment is no longer supported on this system"
                )
            }
            Some(other) => bail!(Test, InvalidArg, "unknown driver name '{other}'"),
        }
    }

    fn node_device_re_attach(&self, name: &str) -> Result<()> {
        self.rebind(name, None)
    }

    fn node_device_reset(&self, name: &str) -> Result<()> {
        let document = self.device(name)?;
        if !document.capabilities.iter().any(|capability| matches!(capability, Capability::Pci(_))) {
            bail!(Test, InvalidArg, "device {name} is not a PCI device");
        }
        Ok(())
    }
}
