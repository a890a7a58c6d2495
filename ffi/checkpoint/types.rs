//! Checkpoint handles and the flags of checkpoint functions.

/// Since: 5.2.0
pub struct _virDomainCheckpoint {
    _private: (),
}

/// Since: 5.2.0
pub type virDomainCheckpoint = _virDomainCheckpoint;

/// Since: 5.2.0
pub type virDomainCheckpointPtr = *mut virDomainCheckpoint;

/// Since: 5.6.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainCheckpointCreateFlags {
    /// Since: 5.6.0
    VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE = 1 << 0,
    /// Since: 5.6.0
    VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE = 1 << 1,
    /// Since: 6.10.0
    VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE = 1 << 2,
}

/// Since: 5.6.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainCheckpointDeleteFlags {
    /// Since: 5.6.0
    VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN = 1 << 0,
    /// Since: 5.6.0
    VIR_DOMAIN_CHECKPOINT_DELETE_METADATA_ONLY = 1 << 1,
    /// Since: 5.6.0
    VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY = 1 << 2,
}

/// Since: 5.6.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainCheckpointListFlags {
    /// Since: 5.6.0
    VIR_DOMAIN_CHECKPOINT_LIST_ROOTS = 1 << 0,
    /// Since: 5.6.0
    #[cfg(second_name)]
    VIR_DOMAIN_CHECKPOINT_LIST_DESCENDANTS = 1 << 0,
    /// Since: 5.6.0
    VIR_DOMAIN_CHECKPOINT_LIST_TOPOLOGICAL = 1 << 1,
    /// Since: 5.6.0
    VIR_DOMAIN_CHECKPOINT_LIST_LEAVES = 1 << 2,
    /// Since: 5.6.0
    VIR_DOMAIN_CHECKPOINT_LIST_NO_LEAVES = 1 << 3,
}

/// Since: 5.6.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainCheckpointXMLFlags {
    /// Since: 5.6.0
    VIR_DOMAIN_CHECKPOINT_XML_SECURE = 1 << 0,
    /// Since: 5.6.0
    VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN = 1 << 1,
    /// Since: 5.6.0
    VIR_DOMAIN_CHECKPOINT_XML_SIZE = 1 << 2,
}
