//! What a `<device>` document holds, and the capabilities that are few lines.

use super::*;
use crate::{Checked, Uuid};
use virt_xml::{Hex, Style, choice, element, names, write};

names! {
    /// What a path under `/dev` is.
    pub enum DevNodeKind { Dev = "dev", Link = "link" }
    /// What a DRM device is for.
    pub enum DrmKind { Primary = "primary", Control = "control", Render = "render" }
    /// What a network device can do.
    pub enum NetFeature {
        Rx = "rx",
        Tx = "tx",
        Sg = "sg",
        Tso = "tso",
        Ufo = "ufo",
        Gso = "gso",
        Gro = "gro",
        Lro = "lro",
        RxVlan = "rxvlan",
        TxVlan = "txvlan",
        Ntuple = "ntuple",
        RxHash = "rxhash",
        Rdma = "rdma",
        TxUdpTunnel = "txudptnl",
        SwitchDev = "switchdev",
    }
}

element! {
    /// `<device>`
    pub Device {
        ;
        text name: Option<String> = "name",
        text path: Option<String> = "path" when live,
        many devnodes: Vec<DevNode> = "devnode",
        one parent: Option<Box<Parent>> = "parent",
        one driver: Option<Box<Driver>> = "driver",
        blocks capabilities: Vec<Capability> = "capability",
    }
    /// A path under `/dev`.
    pub DevNode {
        attr kind: Option<Checked<DevNodeKind>> = "type",
        ;
        content path: Option<String>,
    }
    /// The device that this one is part of: its name, or what it is known by.
    pub Parent {
        attr wwnn: Option<String> = "wwnn",
        attr wwpn: Option<String> = "wwpn",
        attr fabric_wwn: Option<String> = "fabric_wwn",
        ;
        content name: Option<String>,
    }
    /// The kernel's driver.
    pub Driver {
        ;
        text name: Option<String> = "name",
    }
    /// The host itself.
    pub System {
        ;
        text product: Option<String> = "product",
        one hardware: Option<Box<Hardware>> = "hardware",
        one firmware: Option<Box<Firmware>> = "firmware",
    }
    /// Who made the host.
    pub Hardware {
        ;
        text vendor: Option<String> = "vendor",
        text version: Option<String> = "version",
        text serial: Option<String> = "serial",
        text uuid: Option<Checked<Uuid>> = "uuid",
    }
    /// Its firmware.
    pub Firmware {
        ;
        text vendor: Option<String> = "vendor",
        text version: Option<String> = "version",
        text release_date: Option<String> = "release_date",
    }
    /// A number with a name, such as a vendor.
    pub Identifier {
        attr id: Option<Checked<Hex<4, 0xffff>>> = "id",
        ;
        content name: Option<String>,
    }
    /// A device on the USB bus.
    pub UsbDevice {
        ;
        text bus: Option<Checked<u32>> = "bus",
        text device: Option<Checked<u32>> = "device",
        one product: Option<Box<Identifier>> = "product",
        one vendor: Option<Box<Identifier>> = "vendor",
    }
    /// An interface of a USB device.
    pub Usb {
        ;
        text number: Option<Checked<u32>> = "number",
        text class: Option<Checked<u32>> = "class",
        text subclass: Option<Checked<u32>> = "subclass",
        text protocol: Option<Checked<u32>> = "protocol",
        text description: Option<String> = "description",
    }
    /// A network interface.
    pub Net {
        ;
        text interface: Option<String> = "interface",
        text address: Option<String> = "address",
        part link: Option<Box<crate::interface::Link>> = "link",
        many features: Vec<Feature> = "feature",
        many capabilities: Vec<NetCapability> = "capability",
    }
    /// One of the things it can do.
    pub Feature {
        attr name: Option<Checked<NetFeature>> = "name",
        ;
    }
    /// The kind of network.
    pub NetCapability {
        attr kind: Option<String> = "type",
        ;
    }
    /// A graphics device.
    pub Drm {
        ;
        text kind: Option<Checked<DrmKind>> = "type",
    }
    /// A SCSI device by its command interface.
    pub ScsiGeneric {
        ;
        text char_device: Option<String> = "char",
    }
    /// A capability that no libvirt knows.
    pub UnknownCapability {
        attr kind: Option<String> = "type",
        ;
    }
    /// A vDPA device.
    pub Vdpa {
        ;
        text char_device: Option<String> = "chardev",
    }
}

choice! {
    /// What a device is.
    pub Capability by "type" {
        System(System) = "system",
        Pci(Pci) = "pci",
        UsbDevice(UsbDevice) = "usb_device",
        Usb(Usb) = "usb",
        Net(Net) = "net",
        ScsiHost(ScsiHost) = "scsi_host",
        ScsiTarget(ScsiTarget) = "scsi_target",
        Scsi(Scsi) = "scsi",
        Storage(Storage) = "storage",
        FcHost(FcHost) = "fc_host",
        Vports(VportOps) = "vports",
        ScsiGeneric(ScsiGeneric) = "scsi_generic",
        Drm(Drm) = "drm",
        MdevTypes(MdevTypes) = "mdev_types",
        Mdev(Mdev) = "mdev",
        Ccw(Ccw) = "ccw",
        Css(Css) = "css",
        Vdpa(Vdpa) = "vdpa",
        ApCard(ApCard) = "ap_card",
        ApQueue(ApQueue) = "ap_queue",
        ApMatrix(ApMatrix) = "ap_matrix",
        Vpd(Vpd) = "vpd",
        CcwGroup(CcwGroup) = "ccwgroup",
    }
}

impl Device {
    /// The document; `inactive` is the device as it is configured, without what only a device that is there has.
    pub fn format(&self, inactive: bool) -> String {
        write(self, "device", Style { inactive, ..Style::default() })
    }

    pub fn name(&self) -> &str {
        self.name.as_deref().unwrap_or_default()
    }

    pub fn parent_name(&self) -> Option<&str> {
        self.parent.as_ref().and_then(|parent| parent.name.as_deref())
    }

    /// The names of everything the device is, capabilities of capabilities included.
    pub fn capability_names(&self) -> Vec<&'static str> {
        let mut names = Vec::new();
        for capability in &self.capabilities {
            names.push(capability.word());
            match capability {
                Capability::ScsiHost(host) => {
                    names.extend(host.capabilities.iter().map(|inner| match inner {
                        ScsiHostCapability::FcHost(_) => "fc_host",
                        ScsiHostCapability::VportOps(_) => "vports",
                        ScsiHostCapability::Unknown(_) => "",
                    }))
                }
                Capability::Pci(pci) => {
                    names.extend(pci.capabilities.iter().filter_map(|inner| match inner {
                        PciCapability::MdevTypes(_) => Some("mdev_types"),
                        PciCapability::Vpd(_) => Some("vpd"),
                        _ => None,
                    }))
                }
                Capability::Css(css) if !css.capabilities.is_empty() => names.push("mdev_types"),
                Capability::ApMatrix(matrix) if !matrix.capabilities.is_empty() => names.push("mdev_types"),
                _ => {}
            }
        }
        names
    }

    /// The mediated device that this is, if it is one.
    pub fn mdev(&self) -> Option<&Mdev> {
        self.capabilities.iter().find_map(|capability| match capability {
            Capability::Mdev(mdev) => Some(mdev),
            _ => None,
        })
    }

    /// The SCSI host that this is, if it is one.
    pub fn scsi_host(&self) -> Option<&ScsiHost> {
        self.capabilities.iter().find_map(|capability| match capability {
            Capability::ScsiHost(host) => Some(host),
            _ => None,
        })
    }
}
