//! What a `<network>` document holds.

use super::{Dns, IpDef, Route};
use crate::{
    Checked, Mac, Uuid,
    netdev::{Bandwidth, VirtualPort, Vlan},
};
use virt_xml::{Hex, Tree, YesNo, element, names};

names! {
    /// How guests reach the outside.
    pub enum ForwardMode {
        None = "none",
        Nat = "nat",
        Route = "route",
        Open = "open",
        Bridge = "bridge",
        Private = "private",
        Vepa = "vepa",
        Passthrough = "passthrough",
        Hostdev = "hostdev",
    }
    /// The driver that hands a physical function to guests.
    pub enum ForwardDriver { Kvm = "kvm", Vfio = "vfio" }
    /// Who keeps the bridge's table of hardware addresses.
    pub enum MacTableManager { Kernel = "kernel", Libvirt = "libvirt" }
}

/// The namespace of options that are handed to dnsmasq as they stand.
pub const DNSMASQ_NAMESPACE: &str = "http://libvirt.org/schemas/network/dnsmasq/1.0";

element! {
    /// `<network>`
    pub Network {
        attr dnsmasq_namespace: Option<String> = "xmlns:dnsmasq",
        attr connections: Option<u32> = "connections" when live,
        attr ipv6: Option<Checked<YesNo>> = "ipv6",
        attr trust_guest_rx_filters: Option<YesNo> = "trustGuestRxFilters",
        ;
        text name: Option<String> = "name",
        text uuid: Option<Checked<Uuid>> = "uuid",
        text title: Option<String> = "title",
        text description: Option<String> = "description",
        foreign metadata: Option<Tree> = "metadata",
        one forward: Option<Box<Forward>> = "forward",
        one bridge: Option<Box<Bridge>> = "bridge",
        value mtu: Option<Checked<u32>> = "mtu" @ "size",
        value mac: Option<Checked<Mac>> = "mac" @ "address",
        part domain: Option<Box<DnsDomain>> = "domain",
        part dns: Option<Box<Dns>> = "dns",
        one vlan: Option<Box<Vlan>> = "vlan",
        part bandwidth: Option<Box<Bandwidth>> = "bandwidth",
        value isolated: Option<YesNo> = "port" @ "isolated",
        blocks ips: Vec<IpDef> = "ip",
        many routes: Vec<Route> = "route",
        part virtual_port: Option<Box<VirtualPort>> = "virtualport",
        blocks port_groups: Vec<PortGroup> = "portgroup",
        one dnsmasq: Option<Box<DnsmasqOptions>> = "dnsmasq:options",
    } => super::validate::network;
    /// `<forward>`: the way out, and what it may use.
    pub Forward {
        attr dev: Option<String> = "dev",
        attr mode: Option<Checked<ForwardMode>> = "mode",
        attr managed: Option<String> = "managed",
        ;
        value driver: Option<Checked<ForwardDriver>> = "driver" @ "name",
        one nat: Option<Box<Nat>> = "nat",
        many pfs: Vec<ForwardDevice> = "pf",
        many interfaces: Vec<ForwardDevice> = "interface",
        many addresses: Vec<PciAddress> = "address",
    } => super::validate::forward;
    /// A device of a pool that guests take one from.
    pub ForwardDevice {
        attr dev: Option<String> = "dev",
        attr connections: Option<u32> = "connections" when live,
        ;
    }
    /// A PCI device of such a pool.
    pub PciAddress {
        attr kind: Option<String> = "type",
        attr domain: Option<Hex<4, 0xffff_ffff>> = "domain",
        attr bus: Option<Hex<2, 0xff>> = "bus",
        attr slot: Option<Hex<2, 0x1f>> = "slot",
        attr function: Option<Hex<1, 7>> = "function",
        attr connections: Option<u32> = "connections" when live,
        ;
    }
    /// What addresses and ports translated packets have.
    pub Nat {
        attr ipv6: Option<YesNo> = "ipv6",
        ;
        many addresses: Vec<NatAddresses> = "address",
        many ports: Vec<NatPorts> = "port",
    }
    /// From one address to another.
    pub NatAddresses {
        attr start: Option<crate::Ip> = "start",
        attr end: Option<crate::Ip> = "end",
        ;
    }
    /// From one port to another.
    pub NatPorts {
        attr start: Option<Checked<u16>> = "start",
        attr end: Option<Checked<u16>> = "end",
        ;
    }
    /// `<bridge>`: the bridge that guests are plugged into.
    pub Bridge {
        attr name: Option<String> = "name",
        attr zone: Option<String> = "zone",
        attr stp: Option<String> = "stp",
        attr delay: Option<Checked<u32>> = "delay",
        attr mac_table_manager: Option<Checked<MacTableManager>> = "macTableManager",
        ;
    }
    /// `<domain>`: the DNS domain of guests.
    pub DnsDomain {
        attr name: Option<String> = "name",
        attr local_only: Option<YesNo> = "localOnly",
        attr register: Option<YesNo> = "register",
        ;
    }
    /// `<portgroup>`: settings that a guest's interface asks for by name.
    pub PortGroup {
        attr name: Option<String> = "name",
        attr default: Option<Checked<YesNo>> = "default",
        attr trust_guest_rx_filters: Option<YesNo> = "trustGuestRxFilters",
        ;
        one vlan: Option<Box<Vlan>> = "vlan",
        part virtual_port: Option<Box<VirtualPort>> = "virtualport",
        part bandwidth: Option<Box<Bandwidth>> = "bandwidth",
        value isolated: Option<YesNo> = "port" @ "isolated",
    } => super::validate::port_group;
    /// Options for dnsmasq that libvirt has no element for.
    pub DnsmasqOptions {
        ;
        many options: Vec<DnsmasqOption> = "dnsmasq:option",
    }
    /// One of them.
    pub DnsmasqOption {
        attr value: Option<String> = "value",
        ;
    }
}

impl Network {
    pub fn name(&self) -> &str {
        self.name.as_deref().unwrap_or_default()
    }

    /// The UUID; a document that was read has one.
    pub fn uuid(&self) -> Uuid {
        crate::good(&self.uuid).copied().unwrap_or_default()
    }

    pub fn forward_mode(&self) -> ForwardMode {
        self.forward.as_ref().map_or(ForwardMode::None, |forward| forward.mode())
    }

    pub fn bridge_name(&self) -> Option<&str> {
        self.bridge.as_ref().and_then(|bridge| bridge.name.as_deref())
    }
}

impl Forward {
    pub fn mode(&self) -> ForwardMode {
        crate::good(&self.mode).copied().unwrap_or(ForwardMode::Nat)
    }

    /// The attribute `dev` repeats the first interface.
    pub(super) fn refresh_dev(&mut self) {
        self.dev = self.interfaces.first().and_then(|first| first.dev.clone());
    }
}
