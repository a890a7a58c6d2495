//! Snapshot handles and the flags of snapshot functions.

/// Since: 0.8.0
pub struct _virDomainSnapshot {
    _private: (),
}

/// Since: 0.8.0
pub type virDomainSnapshot = _virDomainSnapshot;

/// Since: 0.8.0
pub type virDomainSnapshotPtr = *mut virDomainSnapshot;

/// Since: 0.9.5
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainSnapshotCreateFlags {
    /// Since: 0.9.5
    VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE = 1 << 0,
    /// Since: 0.9.5
    VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT = 1 << 1,
    /// Since: 0.9.5
    VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA = 1 << 2,
    /// Since: 0.9.5
    VIR_DOMAIN_SNAPSHOT_CREATE_HALT = 1 << 3,
    /// Since: 0.9.5
    VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY = 1 << 4,
    /// Since: 0.9.10
    VIR_DOMAIN_SNAPSHOT_CREATE_REUSE_EXT = 1 << 5,
    /// Since: 0.9.10
    VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE = 1 << 6,
    /// Since: 0.9.11
    VIR_DOMAIN_SNAPSHOT_CREATE_ATOMIC = 1 << 7,
    /// Since: 1.0.1
    VIR_DOMAIN_SNAPSHOT_CREATE_LIVE = 1 << 8,
    /// Since: 5.6.0
    VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE = 1 << 9,
}

/// Since: 0.8.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainSnapshotDeleteFlags {
    /// Since: 0.8.0
    VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN = 1 << 0,
    /// Since: 0.9.5
    VIR_DOMAIN_SNAPSHOT_DELETE_METADATA_ONLY = 1 << 1,
    /// Since: 0.9.5
    VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY = 1 << 2,
}

/// Since: 0.9.5
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainSnapshotListFlags {
    /// Since: 0.9.5
    VIR_DOMAIN_SNAPSHOT_LIST_ROOTS = 1 << 0,
    /// Since: 0.9.7
    #[cfg(second_name)]
    VIR_DOMAIN_SNAPSHOT_LIST_DESCENDANTS = 1 << 0,
    /// Since: 0.9.7
    VIR_DOMAIN_SNAPSHOT_LIST_LEAVES = 1 << 2,
    /// Since: 0.9.13
    VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES = 1 << 3,
    /// Since: 0.9.5
    VIR_DOMAIN_SNAPSHOT_LIST_METADATA = 1 << 1,
    /// Since: 0.9.13
    VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA = 1 << 4,
    /// Since: 1.0.1
    VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE = 1 << 5,
    /// Since: 1.0.1
    VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE = 1 << 6,
    /// Since: 1.0.1
    VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY = 1 << 7,
    /// Since: 1.0.1
    VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL = 1 << 8,
    /// Since: 1.0.1
    VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL = 1 << 9,
    /// Since: 5.2.0
    VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL = 1 << 10,
}

/// Since: 0.9.5
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainSnapshotRevertFlags {
    /// Since: 0.9.5
    VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING = 1 << 0,
    /// Since: 0.9.5
    VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED = 1 << 1,
    /// Since: 0.9.7
    VIR_DOMAIN_SNAPSHOT_REVERT_FORCE = 1 << 2,
    /// Since: 8.1.0
    VIR_DOMAIN_SNAPSHOT_REVERT_RESET_NVRAM = 1 << 3,
}

/// Since: 5.1.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainSnapshotXMLFlags {
    /// Since: 5.1.0
    VIR_DOMAIN_SNAPSHOT_XML_SECURE = 1 << 0,
}
