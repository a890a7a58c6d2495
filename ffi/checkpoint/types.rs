//! Checkpoint handles and the flags of checkpoint functions.

/// A point in time from which an incremental backup of a domain starts. Since: 5.2.0
pub struct _virDomainCheckpoint {
    _private: (),
}

/// A point in time from which an incremental backup of a domain starts. Since: 5.2.0
pub type virDomainCheckpoint = _virDomainCheckpoint;

/// A handle of a virDomainCheckpoint. Since: 5.2.0
pub type virDomainCheckpointPtr = *mut virDomainCheckpoint;

/// Flags of virDomainCheckpointCreateXML(). Since: 5.6.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainCheckpointCreateFlags {
    /// Record a checkpoint that exists already, or change its record. Since: 5.6.0
    VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE = 1 << 0,
    /// Have the guest agent freeze file systems for the moment of the checkpoint. Since: 5.6.0
    VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE = 1 << 1,
    /// Check a redefined checkpoint against the disk images. Since: 6.10.0
    VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE = 1 << 2,
}

/// Flags of virDomainCheckpointDelete(). Since: 5.6.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainCheckpointDeleteFlags {
    /// Delete the checkpoint and all of its descendants. Since: 5.6.0
    VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN = 1 << 0,
    /// Forget the checkpoint, and leave the disks' bitmaps alone. Since: 5.6.0
    VIR_DOMAIN_CHECKPOINT_DELETE_METADATA_ONLY = 1 << 1,
    /// Delete the descendants, and keep the checkpoint. Since: 5.6.0
    VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY = 1 << 2,
}

/// Which checkpoints virDomainListAllCheckpoints() and virDomainCheckpointListAllChildren() list. Since:
/// 5.6.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainCheckpointListFlags {
    /// Of a domain: only checkpoints without a parent. Since: 5.6.0
    VIR_DOMAIN_CHECKPOINT_LIST_ROOTS = 1 << 0,
    /// Of a checkpoint: all generations of children, not only the first. Since: 5.6.0
    #[cfg(second_name)]
    VIR_DOMAIN_CHECKPOINT_LIST_DESCENDANTS = 1 << 0,
    /// Put parents before their children. Since: 5.6.0
    VIR_DOMAIN_CHECKPOINT_LIST_TOPOLOGICAL = 1 << 1,
    /// Only checkpoints without children. Since: 5.6.0
    VIR_DOMAIN_CHECKPOINT_LIST_LEAVES = 1 << 2,
    /// Only checkpoints with children. Since: 5.6.0
    VIR_DOMAIN_CHECKPOINT_LIST_NO_LEAVES = 1 << 3,
}

/// Flags of virDomainCheckpointGetXMLDesc(). Since: 5.6.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainCheckpointXMLFlags {
    /// Include what is confidential. Since: 5.6.0
    VIR_DOMAIN_CHECKPOINT_XML_SECURE = 1 << 0,
    /// Leave out the domain as it was. Since: 5.6.0
    VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN = 1 << 1,
    /// Estimate how large a backup from this checkpoint is now. Since: 5.6.0
    VIR_DOMAIN_CHECKPOINT_XML_SIZE = 1 << 2,
}
