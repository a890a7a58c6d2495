//! Host interface handles and flags.

/// A network interface of the host. Since: 0.6.4
pub struct _virInterface {
    _private: (),
}

/// A network interface of the host. Since: 0.6.4
pub type virInterface = _virInterface;

/// A handle of a virInterface. Since: 0.6.4
pub type virInterfacePtr = *mut virInterface;

/// Which interfaces virConnectListAllInterfaces() lists. Since: 0.10.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectListAllInterfacesFlags {
    /// Interfaces that are down. Since: 0.10.2
    VIR_CONNECT_LIST_INTERFACES_INACTIVE = 1 << 0,
    /// Interfaces that are up. Since: 0.10.2
    VIR_CONNECT_LIST_INTERFACES_ACTIVE = 1 << 1,
}

/// Flags of virInterfaceDefineXML(). Since: 7.7.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virInterfaceDefineFlags {
    /// Check the document against the schema. Since: 7.7.0
    VIR_INTERFACE_DEFINE_VALIDATE = 1 << 0,
}

/// Flags of virInterfaceGetXMLDesc(). Since: 0.7.3
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virInterfaceXMLFlags {
    /// The stored configuration, not the state. Since: 0.7.3
    VIR_INTERFACE_XML_INACTIVE = 1 << 0,
}
