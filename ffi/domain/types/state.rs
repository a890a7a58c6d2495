//! States of a domain and its parts, the reasons for them, and the kinds of jobs.

/// Since: 0.9.4
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainBlockJobType {
    /// Since: 0.9.4
    VIR_DOMAIN_BLOCK_JOB_TYPE_UNKNOWN = 0,
    /// Since: 0.9.4
    VIR_DOMAIN_BLOCK_JOB_TYPE_PULL = 1,
    /// Since: 0.9.12
    VIR_DOMAIN_BLOCK_JOB_TYPE_COPY = 2,
    /// Since: 0.10.2
    VIR_DOMAIN_BLOCK_JOB_TYPE_COMMIT = 3,
    /// Since: 1.2.6
    VIR_DOMAIN_BLOCK_JOB_TYPE_ACTIVE_COMMIT = 4,
    /// Since: 6.0.0
    VIR_DOMAIN_BLOCK_JOB_TYPE_BACKUP = 5,
    /// Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_BLOCK_JOB_TYPE_LAST = 6,
}

/// Since: 0.9.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainBlockedReason {
    /// Since: 0.9.2
    VIR_DOMAIN_BLOCKED_UNKNOWN = 0,
    /// Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_BLOCKED_LAST = 1,
}

/// Since: 1.2.14
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainControlErrorReason {
    /// Since: 1.2.14
    VIR_DOMAIN_CONTROL_ERROR_REASON_NONE = 0,
    /// Since: 1.2.14
    VIR_DOMAIN_CONTROL_ERROR_REASON_UNKNOWN = 1,
    /// Since: 1.2.14
    VIR_DOMAIN_CONTROL_ERROR_REASON_MONITOR = 2,
    /// Since: 1.2.14
    VIR_DOMAIN_CONTROL_ERROR_REASON_INTERNAL = 3,
    /// Since: 1.2.14
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_CONTROL_ERROR_REASON_LAST = 4,
}

/// Since: 0.9.3
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainControlState {
    /// Since: 0.9.3
    VIR_DOMAIN_CONTROL_OK = 0,
    /// Since: 0.9.3
    VIR_DOMAIN_CONTROL_JOB = 1,
    /// Since: 0.9.3
    VIR_DOMAIN_CONTROL_OCCUPIED = 2,
    /// Since: 0.9.3
    VIR_DOMAIN_CONTROL_ERROR = 3,
    /// Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_CONTROL_LAST = 4,
}

/// Since: 0.9.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainCrashedReason {
    /// Since: 0.9.2
    VIR_DOMAIN_CRASHED_UNKNOWN = 0,
    /// Since: 1.1.1
    VIR_DOMAIN_CRASHED_PANICKED = 1,
    /// Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_CRASHED_LAST = 2,
}

/// Since: 7.2.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainDirtyRateStatus {
    /// Since: 7.2.0
    VIR_DOMAIN_DIRTYRATE_UNSTARTED = 0,
    /// Since: 7.2.0
    VIR_DOMAIN_DIRTYRATE_MEASURING = 1,
    /// Since: 7.2.0
    VIR_DOMAIN_DIRTYRATE_MEASURED = 2,
    /// Since: 7.2.0
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_DIRTYRATE_LAST = 3,
}

/// Since: 0.9.10
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainDiskErrorCode {
    /// Since: 0.9.10
    VIR_DOMAIN_DISK_ERROR_NONE = 0,
    /// Since: 0.9.10
    VIR_DOMAIN_DISK_ERROR_UNSPEC = 1,
    /// Since: 0.9.10
    VIR_DOMAIN_DISK_ERROR_NO_SPACE = 2,
    /// Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_DISK_ERROR_LAST = 3,
}

/// Since: 3.3.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainJobOperation {
    /// Since: 3.3.0
    VIR_DOMAIN_JOB_OPERATION_UNKNOWN = 0,
    /// Since: 3.3.0
    VIR_DOMAIN_JOB_OPERATION_START = 1,
    /// Since: 3.3.0
    VIR_DOMAIN_JOB_OPERATION_SAVE = 2,
    /// Since: 3.3.0
    VIR_DOMAIN_JOB_OPERATION_RESTORE = 3,
    /// Since: 3.3.0
    VIR_DOMAIN_JOB_OPERATION_MIGRATION_IN = 4,
    /// Since: 3.3.0
    VIR_DOMAIN_JOB_OPERATION_MIGRATION_OUT = 5,
    /// Since: 3.3.0
    VIR_DOMAIN_JOB_OPERATION_SNAPSHOT = 6,
    /// Since: 3.3.0
    VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_REVERT = 7,
    /// Since: 3.3.0
    VIR_DOMAIN_JOB_OPERATION_DUMP = 8,
    /// Since: 6.0.0
    VIR_DOMAIN_JOB_OPERATION_BACKUP = 9,
    /// Since: 9.0.0
    VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_DELETE = 10,
    /// Since: 3.3.0
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_JOB_OPERATION_LAST = 11,
}

/// Since: 0.7.7
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainJobType {
    /// Since: 0.7.7
    VIR_DOMAIN_JOB_NONE = 0,
    /// Since: 0.7.7
    VIR_DOMAIN_JOB_BOUNDED = 1,
    /// Since: 0.7.7
    VIR_DOMAIN_JOB_UNBOUNDED = 2,
    /// Since: 0.7.7
    VIR_DOMAIN_JOB_COMPLETED = 3,
    /// Since: 0.7.7
    VIR_DOMAIN_JOB_FAILED = 4,
    /// Since: 0.7.7
    VIR_DOMAIN_JOB_CANCELLED = 5,
    /// Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_JOB_LAST = 6,
}

/// Since: 0.7.5
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainMemoryStatTags {
    /// Since: 0.7.5
    VIR_DOMAIN_MEMORY_STAT_SWAP_IN = 0,
    /// Since: 0.7.5
    VIR_DOMAIN_MEMORY_STAT_SWAP_OUT = 1,
    /// Since: 0.7.5
    VIR_DOMAIN_MEMORY_STAT_MAJOR_FAULT = 2,
    /// Since: 0.7.5
    VIR_DOMAIN_MEMORY_STAT_MINOR_FAULT = 3,
    /// Since: 0.7.5
    VIR_DOMAIN_MEMORY_STAT_UNUSED = 4,
    /// Since: 0.7.5
    VIR_DOMAIN_MEMORY_STAT_AVAILABLE = 5,
    /// Since: 0.9.3
    VIR_DOMAIN_MEMORY_STAT_ACTUAL_BALLOON = 6,
    /// Since: 0.9.10
    VIR_DOMAIN_MEMORY_STAT_RSS = 7,
    /// Since: 2.1.0
    VIR_DOMAIN_MEMORY_STAT_USABLE = 8,
    /// Since: 2.1.0
    VIR_DOMAIN_MEMORY_STAT_LAST_UPDATE = 9,
    /// Since: 4.6.0
    VIR_DOMAIN_MEMORY_STAT_DISK_CACHES = 10,
    /// Since: 5.4.0
    VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGALLOC = 11,
    /// Since: 5.4.0
    VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGFAIL = 12,
    /// Since: 0.7.5
    VIR_DOMAIN_MEMORY_STAT_NR = 13,
    /// Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_MEMORY_STAT_LAST = 13,
}

/// Since: 0.9.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainNostateReason {
    /// Since: 0.9.2
    VIR_DOMAIN_NOSTATE_UNKNOWN = 0,
    /// Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_NOSTATE_LAST = 1,
}

/// Since: 1.0.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainPMSuspendedDiskReason {
    /// Since: 1.0.0
    VIR_DOMAIN_PMSUSPENDED_DISK_UNKNOWN = 0,
    /// Since: 1.0.0
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_PMSUSPENDED_DISK_LAST = 1,
}

/// Since: 0.9.11
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainPMSuspendedReason {
    /// Since: 0.9.11
    VIR_DOMAIN_PMSUSPENDED_UNKNOWN = 0,
    /// Since: 0.9.11
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_PMSUSPENDED_LAST = 1,
}

/// Since: 0.9.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainPausedReason {
    /// Since: 0.9.2
    VIR_DOMAIN_PAUSED_UNKNOWN = 0,
    /// Since: 0.9.2
    VIR_DOMAIN_PAUSED_USER = 1,
    /// Since: 0.9.2
    VIR_DOMAIN_PAUSED_MIGRATION = 2,
    /// Since: 0.9.2
    VIR_DOMAIN_PAUSED_SAVE = 3,
    /// Since: 0.9.2
    VIR_DOMAIN_PAUSED_DUMP = 4,
    /// Since: 0.9.2
    VIR_DOMAIN_PAUSED_IOERROR = 5,
    /// Since: 0.9.2
    VIR_DOMAIN_PAUSED_WATCHDOG = 6,
    /// Since: 0.9.2
    VIR_DOMAIN_PAUSED_FROM_SNAPSHOT = 7,
    /// Since: 0.9.5
    VIR_DOMAIN_PAUSED_SHUTTING_DOWN = 8,
    /// Since: 1.0.1
    VIR_DOMAIN_PAUSED_SNAPSHOT = 9,
    /// Since: 1.1.1
    VIR_DOMAIN_PAUSED_CRASHED = 10,
    /// Since: 1.2.14
    VIR_DOMAIN_PAUSED_STARTING_UP = 11,
    /// Since: 1.3.3
    VIR_DOMAIN_PAUSED_POSTCOPY = 12,
    /// Since: 1.3.3
    VIR_DOMAIN_PAUSED_POSTCOPY_FAILED = 13,
    /// Since: 9.2.0
    VIR_DOMAIN_PAUSED_API_ERROR = 14,
    /// Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_PAUSED_LAST = 15,
}

/// Since: 0.9.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainRunningReason {
    /// Since: 0.9.2
    VIR_DOMAIN_RUNNING_UNKNOWN = 0,
    /// Since: 0.9.2
    VIR_DOMAIN_RUNNING_BOOTED = 1,
    /// Since: 0.9.2
    VIR_DOMAIN_RUNNING_MIGRATED = 2,
    /// Since: 0.9.2
    VIR_DOMAIN_RUNNING_RESTORED = 3,
    /// Since: 0.9.2
    VIR_DOMAIN_RUNNING_FROM_SNAPSHOT = 4,
    /// Since: 0.9.2
    VIR_DOMAIN_RUNNING_UNPAUSED = 5,
    /// Since: 0.9.2
    VIR_DOMAIN_RUNNING_MIGRATION_CANCELED = 6,
    /// Since: 0.9.2
    VIR_DOMAIN_RUNNING_SAVE_CANCELED = 7,
    /// Since: 0.9.11
    VIR_DOMAIN_RUNNING_WAKEUP = 8,
    /// Since: 1.1.1
    VIR_DOMAIN_RUNNING_CRASHED = 9,
    /// Since: 1.3.3
    VIR_DOMAIN_RUNNING_POSTCOPY = 10,
    /// Since: 8.5.0
    VIR_DOMAIN_RUNNING_POSTCOPY_FAILED = 11,
    /// Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_RUNNING_LAST = 12,
}

/// Since: 0.9.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainShutdownReason {
    /// Since: 0.9.2
    VIR_DOMAIN_SHUTDOWN_UNKNOWN = 0,
    /// Since: 0.9.2
    VIR_DOMAIN_SHUTDOWN_USER = 1,
    /// Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_SHUTDOWN_LAST = 2,
}

/// Since: 0.9.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainShutoffReason {
    /// Since: 0.9.2
    VIR_DOMAIN_SHUTOFF_UNKNOWN = 0,
    /// Since: 0.9.2
    VIR_DOMAIN_SHUTOFF_SHUTDOWN = 1,
    /// Since: 0.9.2
    VIR_DOMAIN_SHUTOFF_DESTROYED = 2,
    /// Since: 0.9.2
    VIR_DOMAIN_SHUTOFF_CRASHED = 3,
    /// Since: 0.9.2
    VIR_DOMAIN_SHUTOFF_MIGRATED = 4,
    /// Since: 0.9.2
    VIR_DOMAIN_SHUTOFF_SAVED = 5,
    /// Since: 0.9.2
    VIR_DOMAIN_SHUTOFF_FAILED = 6,
    /// Since: 0.9.2
    VIR_DOMAIN_SHUTOFF_FROM_SNAPSHOT = 7,
    /// Since: 4.10.0
    VIR_DOMAIN_SHUTOFF_DAEMON = 8,
    /// Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_SHUTOFF_LAST = 9,
}

/// Since: 0.0.1
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainState {
    /// Since: 0.0.1
    VIR_DOMAIN_NOSTATE = 0,
    /// Since: 0.0.1
    VIR_DOMAIN_RUNNING = 1,
    /// Since: 0.0.1
    VIR_DOMAIN_BLOCKED = 2,
    /// Since: 0.0.1
    VIR_DOMAIN_PAUSED = 3,
    /// Since: 0.0.1
    VIR_DOMAIN_SHUTDOWN = 4,
    /// Since: 0.0.1
    VIR_DOMAIN_SHUTOFF = 5,
    /// Since: 0.0.2
    VIR_DOMAIN_CRASHED = 6,
    /// Since: 0.9.11
    VIR_DOMAIN_PMSUSPENDED = 7,
    /// Since: 0.9.5
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_LAST = 8,
}

/// Since: 6.10.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virVcpuHostCpuState {
    /// Since: 6.10.0
    VIR_VCPU_INFO_CPU_OFFLINE = -1,
    /// Since: 6.10.0
    VIR_VCPU_INFO_CPU_UNAVAILABLE = -2,
}

/// Since: 0.1.4
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virVcpuState {
    /// Since: 0.1.4
    VIR_VCPU_OFFLINE = 0,
    /// Since: 0.1.4
    VIR_VCPU_RUNNING = 1,
    /// Since: 0.1.4
    VIR_VCPU_BLOCKED = 2,
    /// Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_VCPU_LAST = 3,
}
