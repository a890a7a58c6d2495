//! Devices of the host that the guest gets, by bus, by SCSI address, or (containers) by name.

use super::address::DeviceInfo;
use super::interface::{Ip, Route, Teaming};
use super::prelude::*;
use super::storage::{Auth, Host, Initiator};

names! {
    pub enum HostdevMode refused ConfigUnsupported "unknown hostdev mode '{}'" {
        Subsystem = "subsystem", Capabilities = "capabilities",
    }
    pub enum HostdevType refused ConfigUnsupported "unknown host device source address type '{}'" {
        Usb = "usb", Pci = "pci", Scsi = "scsi", ScsiHost = "scsi_host", Mdev = "mdev", Storage = "storage",
        Misc = "misc", Net = "net",
    }
    pub enum HostdevModel {
        VfioPci = "vfio-pci", VfioCcw = "vfio-ccw", VfioAp = "vfio-ap", Virtio = "virtio",
        VirtioTransitional = "virtio-transitional", VirtioNonTransitional = "virtio-non-transitional",
    }
    pub enum GuestReset { Off = "off", Uninitialized = "uninitialized", On = "on" }
    pub enum ScsiProtocol { Adapter = "adapter", Iscsi = "iscsi", Vhost = "vhost" }
    pub enum PciBackend unset "default" { Default = "default", Kvm = "kvm", Vfio = "vfio", Xen = "xen" }
}

element! {
    /// `/domain/devices/hostdev`
    pub Hostdev {
        attr mode:    Option<HostdevMode>       = "mode",
        attr kind:    Option<HostdevType>       = "type",
        attr managed: Yes                       = "managed",
        attr sgio:    Option<super::disk::Sgio> = "sgio",
        attr rawio:   Yes                       = "rawio",
        attr model:   Option<HostdevModel>      = "model",
        attr display: On                        = "display",
        attr ramfb:   On                        = "ramfb",
        ;
        part driver:    Maybe<HostdevDriver> = "driver",
        part source:    Maybe<HostdevSource> = "source",
        many ips:       Vec<Ip>              = "ip",
        many routes:    Vec<Route>           = "route",
        part teaming:   Maybe<Teaming>       = "teaming",
        flag readonly:  bool                 = "readonly",
        flag shareable: bool                 = "shareable",
        flat info:      DeviceInfo,
    }
    pub HostdevDriver {
        attr name:  Option<PciBackend> = "name",
        attr model: Text               = "model",
        ;
    }
    pub HostdevSource {
        attr startup_policy:  Option<super::storage::StartupPolicy> = "startupPolicy",
        attr guest_reset:     Option<GuestReset>   = "guestReset",
        attr missing:         Yes                  = "missing" when live,
        attr write_filtering: Yes                  = "writeFiltering",
        attr protocol:        Option<ScsiProtocol> = "protocol",
        attr wwpn:            Text                 = "wwpn",
        attr name:            Text                 = "name",
        ;
        value vendor:    Option<Hex<4, 0xffff>> = "vendor" @ "id",
        value product:   Option<Hex<4, 0xffff>> = "product" @ "id",
        value adapter:   Text                   = "adapter" @ "name",
        many  hosts:     Vec<Host>              = "host",
        one   auth:      Maybe<Auth>            = "auth",
        part  initiator: Maybe<Initiator>       = "initiator",
        one   address:   Maybe<HostdevAddress>  = "address",
        text  block:     Text                   = "block",
        text  char:      Text                   = "char",
        text  interface: Text                   = "interface",
    }
    /// A host address: of PCI, USB or SCSI by its attributes, or an mdev's UUID.
    pub HostdevAddress {
        attr uuid:     Text                   = "uuid",
        attr domain:   Option<Hex<4, 0xffff>> = "domain",
        attr bus:      Text                   = "bus",
        attr device:   Option<AnyBase>        = "device",
        attr port:     Text                   = "port",
        attr slot:     Option<Hex<2, 0x1f>>   = "slot",
        attr function: Option<Hex<1, 7>>      = "function",
        attr target:   Number                 = "target",
        attr unit:     Long                   = "unit",
        ;
    }

    /// `/domain/devices/redirdev`
    pub Redirdev {
        attr bus:  Text = "bus",
        attr kind: Option<super::chardev::ChardevType> = "type",
        ;
        flat source: super::chardev::ChardevSource,
        flat info:   DeviceInfo,
    }

    /// `/domain/devices/redirfilter`
    pub Redirfilter { ; many devices: Vec<RedirfilterDevice> = "usbdev", }
    pub RedirfilterDevice {
        attr class:   Text = "class",
        attr vendor:  Text = "vendor",
        attr product: Text = "product",
        attr version: Text = "version",
        attr allow:   Yes  = "allow",
        ;
    }
}
