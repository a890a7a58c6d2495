//! Virtual network, network port and lease types.

use crate::host::virConnectPtr;
use std::ffi::{CStr, c_char, c_int, c_longlong, c_uint, c_void};

/// A virtual network. Since: 0.2.0
pub struct _virNetwork {
    _private: (),
}

/// A virtual network. Since: 0.2.0
pub type virNetwork = _virNetwork;

/// A handle of a virNetwork. Since: 0.2.0
pub type virNetworkPtr = *mut virNetwork;

/// What plugs an interface into a virtual network. Since: 5.5.0
pub struct _virNetworkPort {
    _private: (),
}

/// What plugs an interface into a virtual network. Since: 5.5.0
pub type virNetworkPort = _virNetworkPort;

/// A handle of a virNetworkPort. Since: 5.5.0
pub type virNetworkPortPtr = *mut virNetworkPort;

/// A DHCP lease. Since: 1.2.6
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virNetworkDHCPLease {
    /// The network's interface on the host.
    pub iface: *mut c_char,
    /// When it expires, in seconds of the epoch.
    pub expirytime: c_longlong,
    /// A virIPAddrType.
    pub r#type: c_int,
    /// The client's hardware address.
    pub mac: *mut c_char,
    /// The client's identity association, of IPv6.
    pub iaid: *mut c_char,
    /// The address.
    pub ipaddr: *mut c_char,
    /// The length of its prefix, in bits.
    pub prefix: c_uint,
    /// The client's host name.
    pub hostname: *mut c_char,
    /// The client's identity, or the DUID of IPv6.
    pub clientid: *mut c_char,
}

/// A DHCP lease. Since: 1.2.6
pub type virNetworkDHCPLease = _virNetworkDHCPLease;

/// A pointer to a virNetworkDHCPLease. Since: 1.2.6
pub type virNetworkDHCPLeasePtr = *mut virNetworkDHCPLease;

/// Which networks virConnectListAllNetworks() lists. Since: 0.10.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectListAllNetworksFlags {
    /// Networks that are off. Since: 0.10.2
    VIR_CONNECT_LIST_NETWORKS_INACTIVE = 1 << 0,
    /// Networks that are on. Since: 0.10.2
    VIR_CONNECT_LIST_NETWORKS_ACTIVE = 1 << 1,
    /// Networks with a stored configuration. Since: 0.10.2
    VIR_CONNECT_LIST_NETWORKS_PERSISTENT = 1 << 2,
    /// Networks without a stored configuration. Since: 0.10.2
    VIR_CONNECT_LIST_NETWORKS_TRANSIENT = 1 << 3,
    /// Networks that start with the host. Since: 0.10.2
    VIR_CONNECT_LIST_NETWORKS_AUTOSTART = 1 << 4,
    /// Networks that do not start with the host. Since: 0.10.2
    VIR_CONNECT_LIST_NETWORKS_NO_AUTOSTART = 1 << 5,
}

/// The kind of an IP address. Since: 1.2.6
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virIPAddrType {
    /// IPv4. Since: 1.2.6
    VIR_IP_ADDR_TYPE_IPV4 = 0,
    /// IPv6. Since: 1.2.6
    VIR_IP_ADDR_TYPE_IPV6 = 1,
    /// How many values there are; it grows with releases. Since: 1.2.6
    #[cfg(enum_sentinels)]
    VIR_IP_ADDR_TYPE_LAST = 2,
}

/// Flags of virNetworkCreateXMLFlags(). Since: 7.8.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virNetworkCreateFlags {
    /// Check the document against the schema. Since: 7.8.0
    VIR_NETWORK_CREATE_VALIDATE = 1 << 0,
}

/// Flags of virNetworkDefineXMLFlags(). Since: 7.7.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virNetworkDefineFlags {
    /// Check the document against the schema. Since: 7.7.0
    VIR_NETWORK_DEFINE_VALIDATE = 1 << 0,
}

/// The classes of network events, for virConnectNetworkEventRegisterAny(). Since: 1.2.1
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virNetworkEventID {
    /// Started, stopped and so on: virConnectNetworkEventLifecycleCallback. Since: 1.2.1
    VIR_NETWORK_EVENT_ID_LIFECYCLE = 0,
    /// Metadata changed: virConnectNetworkEventMetadataChangeCallback. Since: 9.8.0
    VIR_NETWORK_EVENT_ID_METADATA_CHANGE = 1,
    /// How many values there are; it grows with releases. Since: 1.2.1
    #[cfg(enum_sentinels)]
    VIR_NETWORK_EVENT_ID_LAST = 2,
}

/// What happened to a network. Since: 1.2.1
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virNetworkEventLifecycleType {
    /// It was defined. Since: 1.2.1
    VIR_NETWORK_EVENT_DEFINED = 0,
    /// It was undefined. Since: 1.2.1
    VIR_NETWORK_EVENT_UNDEFINED = 1,
    /// It was started. Since: 1.2.1
    VIR_NETWORK_EVENT_STARTED = 2,
    /// It was stopped. Since: 1.2.1
    VIR_NETWORK_EVENT_STOPPED = 3,
    /// How many values there are; it grows with releases. Since: 1.2.1
    #[cfg(enum_sentinels)]
    VIR_NETWORK_EVENT_LAST = 4,
}

/// Which metadata of a network is meant. Since: 9.7.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virNetworkMetadataType {
    /// Its description. Since: 9.7.0
    VIR_NETWORK_METADATA_DESCRIPTION = 0,
    /// Its title, one line. Since: 9.7.0
    VIR_NETWORK_METADATA_TITLE = 1,
    /// An element of another namespace. Since: 9.7.0
    VIR_NETWORK_METADATA_ELEMENT = 2,
    /// How many values there are; it grows with releases. Since: 9.7.0
    #[cfg(enum_sentinels)]
    VIR_NETWORK_METADATA_LAST = 3,
}

/// Flags of virNetworkPortCreateXML(). Since: 5.5.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virNetworkPortCreateFlags {
    /// Take a port over that is in use already. Since: 5.5.0
    VIR_NETWORK_PORT_CREATE_RECLAIM = 1 << 0,
    /// Check the document against the schema. Since: 7.8.0
    VIR_NETWORK_PORT_CREATE_VALIDATE = 1 << 1,
}

/// What virNetworkUpdate() does to a section. Since: 0.10.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virNetworkUpdateCommand {
    /// Nothing; not valid. Since: 0.10.2
    VIR_NETWORK_UPDATE_COMMAND_NONE = 0,
    /// Replace an element. Since: 0.10.2
    VIR_NETWORK_UPDATE_COMMAND_MODIFY = 1,
    /// Remove an element. Since: 0.10.2
    VIR_NETWORK_UPDATE_COMMAND_DELETE = 2,
    /// Add an element behind the others. Since: 0.10.2
    VIR_NETWORK_UPDATE_COMMAND_ADD_LAST = 3,
    /// Add an element in front of the others. Since: 0.10.2
    VIR_NETWORK_UPDATE_COMMAND_ADD_FIRST = 4,
    /// How many values there are; it grows with releases. Since: 0.10.2
    #[cfg(enum_sentinels)]
    VIR_NETWORK_UPDATE_COMMAND_LAST = 5,
}

/// Which configuration virNetworkUpdate() changes. Since: 0.10.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virNetworkUpdateFlags {
    /// The one in use. Since: 0.10.2
    VIR_NETWORK_UPDATE_AFFECT_CURRENT = 0,
    /// The running network's. Since: 0.10.2
    VIR_NETWORK_UPDATE_AFFECT_LIVE = 1 << 0,
    /// The stored one. Since: 0.10.2
    VIR_NETWORK_UPDATE_AFFECT_CONFIG = 1 << 1,
}

/// Which section of a network's document virNetworkUpdate() changes. Since: 0.10.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virNetworkUpdateSection {
    /// None; not valid. Since: 0.10.2
    VIR_NETWORK_SECTION_NONE = 0,
    /// `<bridge>`. Since: 0.10.2
    VIR_NETWORK_SECTION_BRIDGE = 1,
    /// `<domain>`. Since: 0.10.2
    VIR_NETWORK_SECTION_DOMAIN = 2,
    /// `<ip>`. Since: 0.10.2
    VIR_NETWORK_SECTION_IP = 3,
    /// `<ip>/<dhcp>/<host>`. Since: 0.10.2
    VIR_NETWORK_SECTION_IP_DHCP_HOST = 4,
    /// `<ip>/<dhcp>/<range>`. Since: 0.10.2
    VIR_NETWORK_SECTION_IP_DHCP_RANGE = 5,
    /// `<forward>`. Since: 0.10.2
    VIR_NETWORK_SECTION_FORWARD = 6,
    /// `<forward>/<interface>`. Since: 0.10.2
    VIR_NETWORK_SECTION_FORWARD_INTERFACE = 7,
    /// `<forward>/<pf>`. Since: 0.10.2
    VIR_NETWORK_SECTION_FORWARD_PF = 8,
    /// `<portgroup>`. Since: 0.10.2
    VIR_NETWORK_SECTION_PORTGROUP = 9,
    /// `<dns>/<host>`. Since: 0.10.2
    VIR_NETWORK_SECTION_DNS_HOST = 10,
    /// `<dns>/<txt>`. Since: 0.10.2
    VIR_NETWORK_SECTION_DNS_TXT = 11,
    /// `<dns>/<srv>`. Since: 0.10.2
    VIR_NETWORK_SECTION_DNS_SRV = 12,
    /// How many values there are; it grows with releases. Since: 0.10.2
    #[cfg(enum_sentinels)]
    VIR_NETWORK_SECTION_LAST = 13,
}

/// Flags of virNetworkGetXMLDesc(). Since: 0.9.10
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virNetworkXMLFlags {
    /// The stored configuration, not the running network's. Since: 0.9.10
    VIR_NETWORK_XML_INACTIVE = 1 << 0,
}

/// Told that something happened, without more; other callbacks are cast to this. Since: 1.2.1
pub type virConnectNetworkEventGenericCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, net: virNetworkPtr, opaque: *mut c_void)>;

/// Told what happened to a network; `event` is a virNetworkEventLifecycleType. Since: 1.2.1
pub type virConnectNetworkEventLifecycleCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        net: virNetworkPtr,
        event: c_int,
        detail: c_int,
        opaque: *mut c_void,
    ),
>;

/// Told that metadata changed; `type` is a virNetworkMetadataType. Since: 9.8.0
pub type virConnectNetworkEventMetadataChangeCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        net: virNetworkPtr,
        r#type: c_int,
        nsuri: *const c_char,
        opaque: *mut c_void,
    ),
>;

/// Unsigned int: average rate towards the guest, in KiB a second. Since: 5.5.0
pub const VIR_NETWORK_PORT_BANDWIDTH_IN_AVERAGE: &CStr = c"inbound.average";

/// Unsigned int: how much may be received at the peak rate, in KiB. Since: 5.5.0
pub const VIR_NETWORK_PORT_BANDWIDTH_IN_BURST: &CStr = c"inbound.burst";

/// Unsigned int: the rate that is always granted, in KiB a second. Since: 5.5.0
pub const VIR_NETWORK_PORT_BANDWIDTH_IN_FLOOR: &CStr = c"inbound.floor";

/// Unsigned int: highest rate towards the guest, in KiB a second. Since: 5.5.0
pub const VIR_NETWORK_PORT_BANDWIDTH_IN_PEAK: &CStr = c"inbound.peak";

/// Unsigned int: average rate from the guest, in KiB a second. Since: 5.5.0
pub const VIR_NETWORK_PORT_BANDWIDTH_OUT_AVERAGE: &CStr = c"outbound.average";

/// Unsigned int: how much may be sent at the peak rate, in KiB. Since: 5.5.0
pub const VIR_NETWORK_PORT_BANDWIDTH_OUT_BURST: &CStr = c"outbound.burst";

/// Unsigned int: highest rate from the guest, in KiB a second. Since: 5.5.0
pub const VIR_NETWORK_PORT_BANDWIDTH_OUT_PEAK: &CStr = c"outbound.peak";
