//! States of a domain and its parts, the reasons for them, and the kinds of jobs.

/// What a block job does. Since: 0.9.4
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainBlockJobType {
    /// Not known. Since: 0.9.4
    VIR_DOMAIN_BLOCK_JOB_TYPE_UNKNOWN = 0,
    /// Fill the active image from its backing images. Since: 0.9.4
    VIR_DOMAIN_BLOCK_JOB_TYPE_PULL = 1,
    /// Mirror the disk to another place. Since: 0.9.12
    VIR_DOMAIN_BLOCK_JOB_TYPE_COPY = 2,
    /// Merge an image into a backing image. Since: 0.10.2
    VIR_DOMAIN_BLOCK_JOB_TYPE_COMMIT = 3,
    /// Merge the active image into a backing image. Since: 1.2.6
    VIR_DOMAIN_BLOCK_JOB_TYPE_ACTIVE_COMMIT = 4,
    /// Back the disk up. Since: 6.0.0
    VIR_DOMAIN_BLOCK_JOB_TYPE_BACKUP = 5,
    /// How many values there are; it grows with releases. Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_BLOCK_JOB_TYPE_LAST = 6,
}

/// Why a domain is blocked. Since: 0.9.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainBlockedReason {
    /// Not known. Since: 0.9.2
    VIR_DOMAIN_BLOCKED_UNKNOWN = 0,
    /// How many values there are; it grows with releases. Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_BLOCKED_LAST = 1,
}

/// Why the hypervisor's control interface is in error. Since: 1.2.14
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainControlErrorReason {
    /// There is no error. Since: 1.2.14
    VIR_DOMAIN_CONTROL_ERROR_REASON_NONE = 0,
    /// Not known. Since: 1.2.14
    VIR_DOMAIN_CONTROL_ERROR_REASON_UNKNOWN = 1,
    /// The monitor's connection is broken. Since: 1.2.14
    VIR_DOMAIN_CONTROL_ERROR_REASON_MONITOR = 2,
    /// The driver itself failed. Since: 1.2.14
    VIR_DOMAIN_CONTROL_ERROR_REASON_INTERNAL = 3,
    /// How many values there are; it grows with releases. Since: 1.2.14
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_CONTROL_ERROR_REASON_LAST = 4,
}

/// What the hypervisor's control interface is doing. Since: 0.9.3
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainControlState {
    /// It is ready. Since: 0.9.3
    VIR_DOMAIN_CONTROL_OK = 0,
    /// A job runs in the background. Since: 0.9.3
    VIR_DOMAIN_CONTROL_JOB = 1,
    /// A command is being carried out. Since: 0.9.3
    VIR_DOMAIN_CONTROL_OCCUPIED = 2,
    /// It cannot be used; details say why. Since: 0.9.3
    VIR_DOMAIN_CONTROL_ERROR = 3,
    /// How many values there are; it grows with releases. Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_CONTROL_LAST = 4,
}

/// Why a domain crashed. Since: 0.9.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainCrashedReason {
    /// Not known. Since: 0.9.2
    VIR_DOMAIN_CRASHED_UNKNOWN = 0,
    /// The guest's kernel panicked. Since: 1.1.1
    VIR_DOMAIN_CRASHED_PANICKED = 1,
    /// How many values there are; it grows with releases. Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_CRASHED_LAST = 2,
}

/// How far the measurement of memory writes is. Since: 7.2.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainDirtyRateStatus {
    /// Not started. Since: 7.2.0
    VIR_DOMAIN_DIRTYRATE_UNSTARTED = 0,
    /// Going on. Since: 7.2.0
    VIR_DOMAIN_DIRTYRATE_MEASURING = 1,
    /// Done. Since: 7.2.0
    VIR_DOMAIN_DIRTYRATE_MEASURED = 2,
    /// How many values there are; it grows with releases. Since: 7.2.0
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_DIRTYRATE_LAST = 3,
}

/// What is wrong with a disk. Since: 0.9.10
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainDiskErrorCode {
    /// Nothing. Since: 0.9.10
    VIR_DOMAIN_DISK_ERROR_NONE = 0,
    /// An I/O error of unspecified kind. Since: 0.9.10
    VIR_DOMAIN_DISK_ERROR_UNSPEC = 1,
    /// No space left. Since: 0.9.10
    VIR_DOMAIN_DISK_ERROR_NO_SPACE = 2,
    /// How many values there are; it grows with releases. Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_DISK_ERROR_LAST = 3,
}

/// What a job does. Since: 3.3.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainJobOperation {
    /// Not known. Since: 3.3.0
    VIR_DOMAIN_JOB_OPERATION_UNKNOWN = 0,
    /// Starts the domain. Since: 3.3.0
    VIR_DOMAIN_JOB_OPERATION_START = 1,
    /// Saves it to a file. Since: 3.3.0
    VIR_DOMAIN_JOB_OPERATION_SAVE = 2,
    /// Restores it from a file. Since: 3.3.0
    VIR_DOMAIN_JOB_OPERATION_RESTORE = 3,
    /// Receives it from another host. Since: 3.3.0
    VIR_DOMAIN_JOB_OPERATION_MIGRATION_IN = 4,
    /// Sends it to another host. Since: 3.3.0
    VIR_DOMAIN_JOB_OPERATION_MIGRATION_OUT = 5,
    /// Takes a snapshot. Since: 3.3.0
    VIR_DOMAIN_JOB_OPERATION_SNAPSHOT = 6,
    /// Reverts to a snapshot. Since: 3.3.0
    VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_REVERT = 7,
    /// Dumps core. Since: 3.3.0
    VIR_DOMAIN_JOB_OPERATION_DUMP = 8,
    /// Backs disks up. Since: 6.0.0
    VIR_DOMAIN_JOB_OPERATION_BACKUP = 9,
    /// Deletes a snapshot. Since: 9.0.0
    VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_DELETE = 10,
    /// How many values there are; it grows with releases. Since: 3.3.0
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_JOB_OPERATION_LAST = 11,
}

/// How much is known about a job. Since: 0.7.7
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainJobType {
    /// There is no job. Since: 0.7.7
    VIR_DOMAIN_JOB_NONE = 0,
    /// It runs, and the end can be estimated. Since: 0.7.7
    VIR_DOMAIN_JOB_BOUNDED = 1,
    /// It runs, and the end cannot be estimated. Since: 0.7.7
    VIR_DOMAIN_JOB_UNBOUNDED = 2,
    /// It is done. Since: 0.7.7
    VIR_DOMAIN_JOB_COMPLETED = 3,
    /// It failed. Since: 0.7.7
    VIR_DOMAIN_JOB_FAILED = 4,
    /// It was cancelled. Since: 0.7.7
    VIR_DOMAIN_JOB_CANCELLED = 5,
    /// How many values there are; it grows with releases. Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_JOB_LAST = 6,
}

/// What a memory statistic counts. Since: 0.7.5
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainMemoryStatTags {
    /// Read from swap, in KiB. Since: 0.7.5
    VIR_DOMAIN_MEMORY_STAT_SWAP_IN = 0,
    /// Written to swap, in KiB. Since: 0.7.5
    VIR_DOMAIN_MEMORY_STAT_SWAP_OUT = 1,
    /// Page faults that needed the disk. Since: 0.7.5
    VIR_DOMAIN_MEMORY_STAT_MAJOR_FAULT = 2,
    /// Page faults that did not. Since: 0.7.5
    VIR_DOMAIN_MEMORY_STAT_MINOR_FAULT = 3,
    /// Not used for anything, in KiB. Since: 0.7.5
    VIR_DOMAIN_MEMORY_STAT_UNUSED = 4,
    /// All that the guest can use, in KiB. Since: 0.7.5
    VIR_DOMAIN_MEMORY_STAT_AVAILABLE = 5,
    /// What the balloon leaves the guest, in KiB. Since: 0.9.3
    VIR_DOMAIN_MEMORY_STAT_ACTUAL_BALLOON = 6,
    /// The resident size of the hypervisor process, in KiB. Since: 0.9.10
    VIR_DOMAIN_MEMORY_STAT_RSS = 7,
    /// What could be had without swapping, in KiB. Since: 2.1.0
    VIR_DOMAIN_MEMORY_STAT_USABLE = 8,
    /// When these numbers were made, in seconds of the epoch. Since: 2.1.0
    VIR_DOMAIN_MEMORY_STAT_LAST_UPDATE = 9,
    /// What could be had back from disk caches, in KiB. Since: 4.6.0
    VIR_DOMAIN_MEMORY_STAT_DISK_CACHES = 10,
    /// Huge pages that were allocated. Since: 5.4.0
    VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGALLOC = 11,
    /// Huge pages that could not be allocated. Since: 5.4.0
    VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGFAIL = 12,
    /// The number of these tags. Since: 0.7.5
    VIR_DOMAIN_MEMORY_STAT_NR = 13,
    /// How many values there are; it grows with releases. Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_MEMORY_STAT_LAST = 13,
}

/// Why a domain has no state. Since: 0.9.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainNostateReason {
    /// Not known. Since: 0.9.2
    VIR_DOMAIN_NOSTATE_UNKNOWN = 0,
    /// How many values there are; it grows with releases. Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_NOSTATE_LAST = 1,
}

/// Why a guest is suspended to disk. Since: 1.0.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainPMSuspendedDiskReason {
    /// Not known. Since: 1.0.0
    VIR_DOMAIN_PMSUSPENDED_DISK_UNKNOWN = 0,
    /// How many values there are; it grows with releases. Since: 1.0.0
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_PMSUSPENDED_DISK_LAST = 1,
}

/// Why a guest is suspended to memory. Since: 0.9.11
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainPMSuspendedReason {
    /// Not known. Since: 0.9.11
    VIR_DOMAIN_PMSUSPENDED_UNKNOWN = 0,
    /// How many values there are; it grows with releases. Since: 0.9.11
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_PMSUSPENDED_LAST = 1,
}

/// Why a domain is paused. Since: 0.9.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainPausedReason {
    /// Not known. Since: 0.9.2
    VIR_DOMAIN_PAUSED_UNKNOWN = 0,
    /// Somebody paused it. Since: 0.9.2
    VIR_DOMAIN_PAUSED_USER = 1,
    /// It is being migrated. Since: 0.9.2
    VIR_DOMAIN_PAUSED_MIGRATION = 2,
    /// It is being saved. Since: 0.9.2
    VIR_DOMAIN_PAUSED_SAVE = 3,
    /// Its core is being dumped. Since: 0.9.2
    VIR_DOMAIN_PAUSED_DUMP = 4,
    /// A disk had an error. Since: 0.9.2
    VIR_DOMAIN_PAUSED_IOERROR = 5,
    /// The watchdog fired. Since: 0.9.2
    VIR_DOMAIN_PAUSED_WATCHDOG = 6,
    /// It was reverted to a snapshot of a paused guest. Since: 0.9.2
    VIR_DOMAIN_PAUSED_FROM_SNAPSHOT = 7,
    /// It is being shut down. Since: 0.9.5
    VIR_DOMAIN_PAUSED_SHUTTING_DOWN = 8,
    /// A snapshot is being taken. Since: 1.0.1
    VIR_DOMAIN_PAUSED_SNAPSHOT = 9,
    /// Its guest crashed. Since: 1.1.1
    VIR_DOMAIN_PAUSED_CRASHED = 10,
    /// It is being started. Since: 1.2.14
    VIR_DOMAIN_PAUSED_STARTING_UP = 11,
    /// It runs at the destination of a post-copy migration. Since: 1.3.3
    VIR_DOMAIN_PAUSED_POSTCOPY = 12,
    /// The post-copy migration failed. Since: 1.3.3
    VIR_DOMAIN_PAUSED_POSTCOPY_FAILED = 13,
    /// A call to the library failed half-way. Since: 9.2.0
    VIR_DOMAIN_PAUSED_API_ERROR = 14,
    /// How many values there are; it grows with releases. Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_PAUSED_LAST = 15,
}

/// Why a domain runs. Since: 0.9.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainRunningReason {
    /// Not known. Since: 0.9.2
    VIR_DOMAIN_RUNNING_UNKNOWN = 0,
    /// It was booted. Since: 0.9.2
    VIR_DOMAIN_RUNNING_BOOTED = 1,
    /// It arrived from another host. Since: 0.9.2
    VIR_DOMAIN_RUNNING_MIGRATED = 2,
    /// It was restored from a save image. Since: 0.9.2
    VIR_DOMAIN_RUNNING_RESTORED = 3,
    /// It was reverted to a snapshot. Since: 0.9.2
    VIR_DOMAIN_RUNNING_FROM_SNAPSHOT = 4,
    /// Somebody resumed it. Since: 0.9.2
    VIR_DOMAIN_RUNNING_UNPAUSED = 5,
    /// A migration was cancelled. Since: 0.9.2
    VIR_DOMAIN_RUNNING_MIGRATION_CANCELED = 6,
    /// Saving it was cancelled. Since: 0.9.2
    VIR_DOMAIN_RUNNING_SAVE_CANCELED = 7,
    /// It woke up. Since: 0.9.11
    VIR_DOMAIN_RUNNING_WAKEUP = 8,
    /// It goes on after a crash. Since: 1.1.1
    VIR_DOMAIN_RUNNING_CRASHED = 9,
    /// It goes on while its memory still migrates. Since: 1.3.3
    VIR_DOMAIN_RUNNING_POSTCOPY = 10,
    /// It goes on although the post-copy migration failed. Since: 8.5.0
    VIR_DOMAIN_RUNNING_POSTCOPY_FAILED = 11,
    /// How many values there are; it grows with releases. Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_RUNNING_LAST = 12,
}

/// Why a domain is shutting down. Since: 0.9.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainShutdownReason {
    /// Not known. Since: 0.9.2
    VIR_DOMAIN_SHUTDOWN_UNKNOWN = 0,
    /// Somebody asked for it. Since: 0.9.2
    VIR_DOMAIN_SHUTDOWN_USER = 1,
    /// How many values there are; it grows with releases. Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_SHUTDOWN_LAST = 2,
}

/// Why a domain is off. Since: 0.9.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainShutoffReason {
    /// Not known. Since: 0.9.2
    VIR_DOMAIN_SHUTOFF_UNKNOWN = 0,
    /// The guest shut down. Since: 0.9.2
    VIR_DOMAIN_SHUTOFF_SHUTDOWN = 1,
    /// It was destroyed. Since: 0.9.2
    VIR_DOMAIN_SHUTOFF_DESTROYED = 2,
    /// It crashed. Since: 0.9.2
    VIR_DOMAIN_SHUTOFF_CRASHED = 3,
    /// It went to another host. Since: 0.9.2
    VIR_DOMAIN_SHUTOFF_MIGRATED = 4,
    /// It was saved to a file. Since: 0.9.2
    VIR_DOMAIN_SHUTOFF_SAVED = 5,
    /// It could not be started. Since: 0.9.2
    VIR_DOMAIN_SHUTOFF_FAILED = 6,
    /// It was reverted to a snapshot of a stopped guest. Since: 0.9.2
    VIR_DOMAIN_SHUTOFF_FROM_SNAPSHOT = 7,
    /// The daemon took it for dead while reconnecting. Since: 4.10.0
    VIR_DOMAIN_SHUTOFF_DAEMON = 8,
    /// How many values there are; it grows with releases. Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_SHUTOFF_LAST = 9,
}

/// The state of a domain. Since: 0.0.1
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainState {
    /// None is known. Since: 0.0.1
    VIR_DOMAIN_NOSTATE = 0,
    /// It runs. Since: 0.0.1
    VIR_DOMAIN_RUNNING = 1,
    /// It waits for something. Since: 0.0.1
    VIR_DOMAIN_BLOCKED = 2,
    /// It is paused. Since: 0.0.1
    VIR_DOMAIN_PAUSED = 3,
    /// It is shutting down. Since: 0.0.1
    VIR_DOMAIN_SHUTDOWN = 4,
    /// It is off. Since: 0.0.1
    VIR_DOMAIN_SHUTOFF = 5,
    /// It crashed. Since: 0.0.2
    VIR_DOMAIN_CRASHED = 6,
    /// Its guest suspended itself. Since: 0.9.11
    VIR_DOMAIN_PMSUSPENDED = 7,
    /// How many values there are; it grows with releases. Since: 0.9.5
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_LAST = 8,
}

/// Values in place of a CPU's number. Since: 6.10.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virVcpuHostCpuState {
    /// The virtual CPU is offline. Since: 6.10.0
    VIR_VCPU_INFO_CPU_OFFLINE = -1,
    /// The driver cannot tell. Since: 6.10.0
    VIR_VCPU_INFO_CPU_UNAVAILABLE = -2,
}

/// The state of a virtual CPU. Since: 0.1.4
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virVcpuState {
    /// It is offline. Since: 0.1.4
    VIR_VCPU_OFFLINE = 0,
    /// It runs. Since: 0.1.4
    VIR_VCPU_RUNNING = 1,
    /// It waits for something. Since: 0.1.4
    VIR_VCPU_BLOCKED = 2,
    /// How many values there are; it grows with releases. Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_VCPU_LAST = 3,
}
