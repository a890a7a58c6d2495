//! Network interfaces.

use super::address::DeviceInfo;
use super::prelude::*;
use super::storage::Reconnect;
use crate::{
    Mac,
    netdev::{Bandwidth, VirtualPort, Vlan},
};

names! {
    pub enum InterfaceType {
        User = "user", Ethernet = "ethernet", VhostUser = "vhostuser", Server = "server", Client = "client",
        Mcast = "mcast", Network = "network", Bridge = "bridge", Internal = "internal", Direct = "direct",
        Hostdev = "hostdev", Udp = "udp", Vdpa = "vdpa", Null = "null", Vds = "vds",
    }
    pub enum MacType { None = "", Generated = "generated", Static = "static" }
    pub enum LinkState unset "default" refused ConfigUnsupported "unknown interface link state '{}'" {
        Default = "default", Up = "up", Down = "down",
    }
    pub enum NetBackend unset "default" {
        Default = "default", Qemu = "qemu", Vhost = "vhost", Kvm = "kvm", Vfio = "vfio", Xen = "xen",
    }
    pub enum TxMode unset "default" { Default = "default", Iothread = "iothread", Timer = "timer" }
    pub enum NetBackendType unset "default" { Default = "default", Passt = "passt" }
    pub enum PortForwardProto { None = "none", Tcp = "tcp", Udp = "udp" }
}

element! {
    /// `/domain/devices/interface`. Which attributes of the source count is told by the type.
    pub Interface {
        attr kind:    Option<InterfaceType> = "type",
        attr managed: Yes                   = "managed",
        attr trust_guest_rx_filters: Yes                   = "trustGuestRxFilters",
        ;
        one   mac:           Maybe<MacElement>        = "mac",
        part  source:        Maybe<NetSource>         = "source",
        one   vlan:          Maybe<Vlan>              = "vlan",
        part  virtualport:   Maybe<VirtualPort>       = "virtualport",
        shell bandwidth:     Maybe<Bandwidth>         = "bandwidth",
        value port:          Yes                      = "port" @ "isolated",
        value backenddomain: Text                     = "backenddomain" @ "name",
        many  ips:           Vec<Ip>                  = "ip",
        many  routes:        Vec<Route>               = "route",
        many  port_forwards: Vec<PortForward>         = "portForward",
        value script:        Text                     = "script" @ "path",
        value downscript:    Text                     = "downscript" @ "path",
        part  target:        Maybe<NetTarget>         = "target",
        part  guest:         Maybe<NetGuest>          = "guest",
        one   model:         Maybe<NetModel>          = "model",
        part  driver:        Maybe<NetDriver>         = "driver",
        part  backend:       Maybe<NetBackendElement> = "backend",
        one   filterref:     Maybe<FilterRef>         = "filterref",
        part  tune:          Maybe<NetTune>           = "tune",
        one   link:          Maybe<Link>              = "link",
        one   mtu:           Maybe<Mtu>               = "mtu",
        part  teaming:       Maybe<Teaming>           = "teaming",
        part  coalesce:      Maybe<Coalesce>          = "coalesce",
        flat  info:          DeviceInfo,
    }

    pub MacElement {
        attr address: Option<Mac>     = "address" refused XmlError "unable to parse mac address '{}'",
        attr kind:    Option<MacType> = "type",
        attr check:   Yes             = "check",
        ;
    }

    pub NetSource {
        attr network:           Text   = "network",
        attr portgroup:         Text   = "portgroup",
        attr port_id:           Text   = "portid" when live,
        attr bridge:            Text   = "bridge",
        attr name:              Text   = "name",
        attr dev:               Text   = "dev",
        attr kind:              Text   = "type",
        attr path:              Text   = "path",
        attr mode:              Text   = "mode",
        attr host:              Text   = "address",
        attr port:              Number = "port",
        attr switchid:          Text   = "switchid",
        attr portgroupid:       Text   = "portgroupid",
        attr connectionid:      Text   = "connectionid",
        attr missing:           Yes    = "missing" when live,
        attr mac_table_manager: Text   = "macTableManager" when status,
        ;
        one   local:     Maybe<LocalEnd>        = "local",
        one   reconnect: Maybe<Reconnect>       = "reconnect",
        one   address:   Maybe<HostAddress>     = "address",
        value vendor:    Option<Hex<4, 0xffff>> = "vendor" @ "id",
        value product:   Option<Hex<4, 0xffff>> = "product" @ "id",
        many  ips:       Vec<Ip>                = "ip",
        many  routes:    Vec<Route>             = "route",
    }
    pub LocalEnd { attr address: Text = "address", attr port: Number = "port", ; }
    /// The PCI or USB device that an interface is.
    pub HostAddress {
        attr kind:     Text                   = "type",
        attr domain:   Option<Hex<4, 0xffff>> = "domain",
        attr bus:      Text                   = "bus",
        attr slot:     Option<Hex<2, 0x1f>>   = "slot",
        attr function: Option<Hex<1, 7>>      = "function",
        attr device:   Option<AnyBase>        = "device",
        ;
    }

    pub Ip {
        attr address: Text   = "address",
        attr family:  Text   = "family",
        attr prefix:  Number = "prefix" refused XmlError "Invalid prefix value '{}' in <ip>",
        attr peer:    Text   = "peer",
        ;
    }
    pub Route {
        attr family:  Text   = "family",
        attr address: Text   = "address",
        attr netmask: Text   = "netmask",
        attr prefix:  Number = "prefix",
        attr gateway: Text   = "gateway",
        attr metric:  Number = "metric",
        ;
    }
    pub PortForward {
        attr proto:   Option<PortForwardProto> = "proto",
        attr address: Text                     = "address",
        attr dev:     Text                     = "dev",
        ;
        many ranges: Vec<PortRange> = "range",
    }
    pub PortRange {
        attr start:   Number = "start",
        attr end:     Number = "end",
        attr to:      Number = "to",
        attr exclude: Yes    = "exclude",
        ;
    }

    pub NetTarget { attr dev: Text = "dev", attr managed: Yes = "managed", ; }
    pub NetGuest { attr dev: Text = "dev", attr actual: Text = "actual", ; }
    pub NetModel { attr kind: Text = "type", ; }

    pub NetDriver {
        attr name:            Option<NetBackend> = "name",
        attr model:           Text               = "model",
        attr txmode:          Option<TxMode>     = "txmode",
        attr ioeventfd:       On                 = "ioeventfd",
        attr event_idx:       On                 = "event_idx",
        attr queues:          Number             = "queues",
        attr rx_queue_size:   Number             = "rx_queue_size",
        attr tx_queue_size:   Number             = "tx_queue_size",
        attr rss:             On                 = "rss",
        attr rss_hash_report: On                 = "rss_hash_report",
        attr iommu:           On                 = "iommu",
        attr ats:             On                 = "ats",
        attr packed:          On                 = "packed",
        attr page_per_vq:     On                 = "page_per_vq",
        ;
        part host:  Maybe<Offloads> = "host",
        part guest: Maybe<Offloads> = "guest",
    }
    /// Offloads of one side of a virtio interface.
    pub Offloads {
        attr csum:      On = "csum",
        attr gso:       On = "gso",
        attr tso4:      On = "tso4",
        attr tso6:      On = "tso6",
        attr ecn:       On = "ecn",
        attr ufo:       On = "ufo",
        attr mrg_rxbuf: On = "mrg_rxbuf",
        ;
    }
    pub NetBackendElement {
        attr kind:     Option<NetBackendType> = "type",
        attr tap:      Text                   = "tap",
        attr vhost:    Text                   = "vhost",
        attr hostname: Text                   = "hostname",
        attr fqdn:     Text                   = "fqdn",
        attr log_file: Text                   = "logFile",
        ;
    }

    pub FilterRef {
        attr filter: Text = "filter",
        ;
        many parameters: Vec<FilterParameter> = "parameter",
    }
    pub FilterParameter { attr name: Text = "name", attr value: Text = "value", ; }

    pub NetTune { ; text sndbuf: Long = "sndbuf", }
    pub Link { attr state: Option<LinkState> = "state", ; }
    pub Mtu { attr size: Number = "size" refused XmlError "malformed mtu size", ; }
    pub Teaming { attr kind: Text = "type", attr persistent: Text = "persistent", ; }
    pub Coalesce { ; part rx: Maybe<CoalesceRx> = "rx", }
    pub CoalesceRx { ; one frames: Maybe<CoalesceFrames> = "frames", }
    pub CoalesceFrames { attr max: Number = "max" refused XmlDetail "cannot parse value '{}' for coalesce parameter", ; }
}

impl Interface {
    /// The host's name of the interface.
    pub fn target_name(&self) -> Option<&str> {
        self.target.as_ref()?.dev.as_deref()
    }

    pub fn mac_address(&self) -> Option<Mac> {
        self.mac.as_ref()?.address
    }
}
