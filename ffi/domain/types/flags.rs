//! Flags and choices that domain functions take.

/// Since: 0.9.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virBlkioParameterType {
    /// Since: 0.9.0
    VIR_DOMAIN_BLKIO_PARAM_INT = 1,
    /// Since: 0.9.0
    VIR_DOMAIN_BLKIO_PARAM_UINT = 2,
    /// Since: 0.9.0
    VIR_DOMAIN_BLKIO_PARAM_LLONG = 3,
    /// Since: 0.9.0
    VIR_DOMAIN_BLKIO_PARAM_ULLONG = 4,
    /// Since: 0.9.0
    VIR_DOMAIN_BLKIO_PARAM_DOUBLE = 5,
    /// Since: 0.9.0
    VIR_DOMAIN_BLKIO_PARAM_BOOLEAN = 6,
}

/// Since: 1.2.8
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectGetAllDomainStatsFlags {
    /// Since: 1.2.8
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE = 1 << 0,
    /// Since: 1.2.8
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_INACTIVE = 1 << 1,
    /// Since: 1.2.8
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_PERSISTENT = 1 << 2,
    /// Since: 1.2.8
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_TRANSIENT = 1 << 3,
    /// Since: 1.2.8
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_RUNNING = 1 << 4,
    /// Since: 1.2.8
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_PAUSED = 1 << 5,
    /// Since: 1.2.8
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_SHUTOFF = 1 << 6,
    /// Since: 1.2.8
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_OTHER = 1 << 7,
    /// Since: 4.5.0
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT = 1 << 29,
    /// Since: 1.2.12
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_BACKING = 1 << 30,
    /// Since: 1.2.8
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS = 0x8000_0000,
}

/// Since: 11.0.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectGetDomainCapabilitiesFlags {
    /// Since: 11.0.0
    VIR_CONNECT_GET_DOMAIN_CAPABILITIES_DISABLE_DEPRECATED_FEATURES = 1 << 0,
    /// Since: 12.2.0
    VIR_CONNECT_GET_DOMAIN_CAPABILITIES_EXPAND_CPU_FEATURES = 1 << 1,
    /// Since: 12.5.0
    VIR_CONNECT_GET_DOMAIN_CAPABILITIES_SUPPORTED_CPU_FEATURES = 1 << 2,
}

/// Since: 0.9.13
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectListAllDomainsFlags {
    /// Since: 0.9.13
    VIR_CONNECT_LIST_DOMAINS_ACTIVE = 1 << 0,
    /// Since: 0.9.13
    VIR_CONNECT_LIST_DOMAINS_INACTIVE = 1 << 1,
    /// Since: 0.9.13
    VIR_CONNECT_LIST_DOMAINS_PERSISTENT = 1 << 2,
    /// Since: 0.9.13
    VIR_CONNECT_LIST_DOMAINS_TRANSIENT = 1 << 3,
    /// Since: 0.9.13
    VIR_CONNECT_LIST_DOMAINS_RUNNING = 1 << 4,
    /// Since: 0.9.13
    VIR_CONNECT_LIST_DOMAINS_PAUSED = 1 << 5,
    /// Since: 0.9.13
    VIR_CONNECT_LIST_DOMAINS_SHUTOFF = 1 << 6,
    /// Since: 0.9.13
    VIR_CONNECT_LIST_DOMAINS_OTHER = 1 << 7,
    /// Since: 0.9.13
    VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE = 1 << 8,
    /// Since: 0.9.13
    VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE = 1 << 9,
    /// Since: 0.9.13
    VIR_CONNECT_LIST_DOMAINS_AUTOSTART = 1 << 10,
    /// Since: 0.9.13
    VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART = 1 << 11,
    /// Since: 0.9.13
    VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT = 1 << 12,
    /// Since: 0.9.13
    VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT = 1 << 13,
    /// Since: 5.6.0
    VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT = 1 << 14,
    /// Since: 5.6.0
    VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT = 1 << 15,
}

/// Since: 8.5.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainAbortJobFlagsValues {
    /// Since: 8.5.0
    VIR_DOMAIN_ABORT_JOB_POSTCOPY = 1 << 0,
}

/// Since: 5.10.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainAgentResponseTimeoutValues {
    /// Since: 5.10.0
    VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK = -2,
    /// Since: 5.10.0
    VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_DEFAULT = -1,
    /// Since: 5.10.0
    VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_NOWAIT = 0,
}

/// Since: 6.10.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainAuthorizedSSHKeysSetFlags {
    /// Since: 6.10.0
    VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND = 1 << 0,
    /// Since: 6.10.0
    VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE = 1 << 1,
}

/// Since: 6.0.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainBackupBeginFlags {
    /// Since: 6.0.0
    VIR_DOMAIN_BACKUP_BEGIN_REUSE_EXTERNAL = 1 << 0,
    /// Since: 11.10.0
    VIR_DOMAIN_BACKUP_BEGIN_PRESERVE_SHUTDOWN_DOMAIN = 1 << 1,
}

/// Since: 0.10.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainBlockCommitFlags {
    /// Since: 0.10.2
    VIR_DOMAIN_BLOCK_COMMIT_SHALLOW = 1 << 0,
    /// Since: 0.10.2
    VIR_DOMAIN_BLOCK_COMMIT_DELETE = 1 << 1,
    /// Since: 1.2.6
    VIR_DOMAIN_BLOCK_COMMIT_ACTIVE = 1 << 2,
    /// Since: 1.2.7
    VIR_DOMAIN_BLOCK_COMMIT_RELATIVE = 1 << 3,
    /// Since: 1.2.9
    VIR_DOMAIN_BLOCK_COMMIT_BANDWIDTH_BYTES = 1 << 4,
}

/// Since: 1.2.8
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainBlockCopyFlags {
    /// Since: 1.2.8
    VIR_DOMAIN_BLOCK_COPY_SHALLOW = 1 << 0,
    /// Since: 1.2.8
    VIR_DOMAIN_BLOCK_COPY_REUSE_EXT = 1 << 1,
    /// Since: 3.5.0
    VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB = 1 << 2,
    /// Since: 8.0.0
    VIR_DOMAIN_BLOCK_COPY_SYNCHRONOUS_WRITES = 1 << 3,
    /// Since: 12.2.0
    VIR_DOMAIN_BLOCK_COPY_TARGET_ZEROED = 1 << 4,
}

/// Since: 0.9.12
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainBlockJobAbortFlags {
    /// Since: 0.9.12
    VIR_DOMAIN_BLOCK_JOB_ABORT_ASYNC = 1 << 0,
    /// Since: 0.9.12
    VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT = 1 << 1,
}

/// Since: 1.2.9
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainBlockJobInfoFlags {
    /// Since: 1.2.9
    VIR_DOMAIN_BLOCK_JOB_INFO_BANDWIDTH_BYTES = 1 << 0,
}

/// Since: 1.2.9
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainBlockJobSetSpeedFlags {
    /// Since: 1.2.9
    VIR_DOMAIN_BLOCK_JOB_SPEED_BANDWIDTH_BYTES = 1 << 0,
}

/// Since: 1.2.9
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainBlockPullFlags {
    /// Since: 1.2.9
    VIR_DOMAIN_BLOCK_PULL_BANDWIDTH_BYTES = 1 << 6,
}

/// Since: 0.9.12
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainBlockRebaseFlags {
    /// Since: 0.9.12
    VIR_DOMAIN_BLOCK_REBASE_SHALLOW = 1 << 0,
    /// Since: 0.9.12
    VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT = 1 << 1,
    /// Since: 0.9.12
    VIR_DOMAIN_BLOCK_REBASE_COPY_RAW = 1 << 2,
    /// Since: 0.9.12
    VIR_DOMAIN_BLOCK_REBASE_COPY = 1 << 3,
    /// Since: 1.2.7
    VIR_DOMAIN_BLOCK_REBASE_RELATIVE = 1 << 4,
    /// Since: 1.2.9
    VIR_DOMAIN_BLOCK_REBASE_COPY_DEV = 1 << 5,
    /// Since: 1.2.9
    VIR_DOMAIN_BLOCK_REBASE_BANDWIDTH_BYTES = 1 << 6,
}

/// Since: 0.9.11
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainBlockResizeFlags {
    /// Since: 0.9.11
    VIR_DOMAIN_BLOCK_RESIZE_BYTES = 1 << 0,
    /// Since: 10.0.0
    VIR_DOMAIN_BLOCK_RESIZE_CAPACITY = 1 << 1,
    /// Since: 12.3.0
    VIR_DOMAIN_BLOCK_RESIZE_EXTEND = 1 << 2,
}

/// Since: 1.0.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainChannelFlags {
    /// Since: 1.0.2
    VIR_DOMAIN_CHANNEL_FORCE = 1 << 0,
}

/// Since: 0.9.11
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainConsoleFlags {
    /// Since: 0.9.11
    VIR_DOMAIN_CONSOLE_FORCE = 1 << 0,
    /// Since: 0.9.11
    VIR_DOMAIN_CONSOLE_SAFE = 1 << 1,
}

/// Since: 0.7.5
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainCoreDumpFlags {
    /// Since: 0.7.5
    VIR_DUMP_CRASH = 1 << 0,
    /// Since: 0.7.5
    VIR_DUMP_LIVE = 1 << 1,
    /// Since: 0.9.4
    VIR_DUMP_BYPASS_CACHE = 1 << 2,
    /// Since: 0.9.7
    VIR_DUMP_RESET = 1 << 3,
    /// Since: 0.9.13
    VIR_DUMP_MEMORY_ONLY = 1 << 4,
}

/// Since: 1.2.3
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainCoreDumpFormat {
    /// Since: 1.2.3
    VIR_DOMAIN_CORE_DUMP_FORMAT_RAW = 0,
    /// Since: 1.2.3
    VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_ZLIB = 1,
    /// Since: 1.2.3
    VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_LZO = 2,
    /// Since: 1.2.3
    VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_SNAPPY = 3,
    /// Since: 7.4.0
    VIR_DOMAIN_CORE_DUMP_FORMAT_WIN_DMP = 4,
    /// Since: 1.2.3
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_CORE_DUMP_FORMAT_LAST = 5,
}

/// Since: 0.0.1
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainCreateFlags {
    /// Since: 0.0.1
    VIR_DOMAIN_NONE = 0,
    /// Since: 0.8.2
    VIR_DOMAIN_START_PAUSED = 1 << 0,
    /// Since: 0.9.3
    VIR_DOMAIN_START_AUTODESTROY = 1 << 1,
    /// Since: 0.9.4
    VIR_DOMAIN_START_BYPASS_CACHE = 1 << 2,
    /// Since: 0.9.5
    VIR_DOMAIN_START_FORCE_BOOT = 1 << 3,
    /// Since: 1.2.12
    VIR_DOMAIN_START_VALIDATE = 1 << 4,
    /// Since: 8.1.0
    VIR_DOMAIN_START_RESET_NVRAM = 1 << 5,
}

/// Since: 1.2.12
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainDefineFlags {
    /// Since: 1.2.12
    VIR_DOMAIN_DEFINE_VALIDATE = 1 << 0,
}

/// Since: 0.9.4
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainDestroyFlagsValues {
    /// Since: 0.9.10
    VIR_DOMAIN_DESTROY_DEFAULT = 0,
    /// Since: 0.9.10
    VIR_DOMAIN_DESTROY_GRACEFUL = 1 << 0,
    /// Since: 8.3.0
    VIR_DOMAIN_DESTROY_REMOVE_LOGS = 1 << 1,
}

/// Since: 0.7.7
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainDeviceModifyFlags {
    /// Since: 0.7.7
    VIR_DOMAIN_DEVICE_MODIFY_CURRENT = 0,
    /// Since: 0.7.7
    VIR_DOMAIN_DEVICE_MODIFY_LIVE = 1 << 0,
    /// Since: 0.7.7
    VIR_DOMAIN_DEVICE_MODIFY_CONFIG = 1 << 1,
    /// Since: 0.8.6
    VIR_DOMAIN_DEVICE_MODIFY_FORCE = 1 << 2,
}

/// Since: 8.1.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainDirtyRateCalcFlags {
    /// Since: 8.1.0
    VIR_DOMAIN_DIRTYRATE_MODE_PAGE_SAMPLING = 0,
    /// Since: 8.1.0
    VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_BITMAP = 1 << 0,
    /// Since: 8.1.0
    VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_RING = 1 << 1,
}

/// Since: 9.0.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainFDAssociateFlags {
    /// Since: 9.0.0
    VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_RESTORE = 1 << 0,
    /// Since: 9.0.0
    VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_WRITABLE = 1 << 1,
}

/// Since: 6.1.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainGetHostnameFlags {
    /// Since: 6.1.0
    VIR_DOMAIN_GET_HOSTNAME_LEASE = 1 << 0,
    /// Since: 6.1.0
    VIR_DOMAIN_GET_HOSTNAME_AGENT = 1 << 1,
}

/// Since: 1.2.9
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainGetJobStatsFlags {
    /// Since: 1.2.9
    VIR_DOMAIN_JOB_STATS_COMPLETED = 1 << 0,
    /// Since: 6.0.0
    VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED = 1 << 1,
}

/// Since: 10.2.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainGraphicsReloadType {
    /// Since: 10.2.0
    VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_ANY = 0,
    /// Since: 10.2.0
    VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_VNC = 1,
    /// Since: 10.2.0
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_LAST = 2,
}

/// Since: 5.7.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainGuestInfoTypes {
    /// Since: 5.7.0
    VIR_DOMAIN_GUEST_INFO_USERS = 1 << 0,
    /// Since: 5.7.0
    VIR_DOMAIN_GUEST_INFO_OS = 1 << 1,
    /// Since: 5.7.0
    VIR_DOMAIN_GUEST_INFO_TIMEZONE = 1 << 2,
    /// Since: 5.7.0
    VIR_DOMAIN_GUEST_INFO_HOSTNAME = 1 << 3,
    /// Since: 5.7.0
    VIR_DOMAIN_GUEST_INFO_FILESYSTEM = 1 << 4,
    /// Since: 7.0.0
    VIR_DOMAIN_GUEST_INFO_DISKS = 1 << 5,
    /// Since: 7.10.0
    VIR_DOMAIN_GUEST_INFO_INTERFACES = 1 << 6,
    /// Since: 11.2.0
    VIR_DOMAIN_GUEST_INFO_LOAD = 1 << 7,
    /// Since: 12.7.0
    VIR_DOMAIN_GUEST_INFO_DEVICES = 1 << 8,
}

/// Since: 1.2.14
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainInterfaceAddressesSource {
    /// Since: 1.2.14
    VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE = 0,
    /// Since: 1.2.14
    VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT = 1,
    /// Since: 4.2.0
    VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_ARP = 2,
    /// Since: 1.2.14
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LAST = 3,
}

/// Since: 3.9.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainLifecycle {
    /// Since: 3.9.0
    VIR_DOMAIN_LIFECYCLE_POWEROFF = 0,
    /// Since: 3.9.0
    VIR_DOMAIN_LIFECYCLE_REBOOT = 1,
    /// Since: 3.9.0
    VIR_DOMAIN_LIFECYCLE_CRASH = 2,
    /// Since: 3.9.0
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_LIFECYCLE_LAST = 3,
}

/// Since: 3.9.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainLifecycleAction {
    /// Since: 3.9.0
    VIR_DOMAIN_LIFECYCLE_ACTION_DESTROY = 0,
    /// Since: 3.9.0
    VIR_DOMAIN_LIFECYCLE_ACTION_RESTART = 1,
    /// Since: 3.9.0
    VIR_DOMAIN_LIFECYCLE_ACTION_RESTART_RENAME = 2,
    /// Since: 3.9.0
    VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE = 3,
    /// Since: 3.9.0
    VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_DESTROY = 4,
    /// Since: 3.9.0
    VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_RESTART = 5,
    /// Since: 12.6.0
    VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE_RUNNING = 6,
    /// Since: 3.9.0
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_LIFECYCLE_ACTION_LAST = 7,
}

/// Since: 0.4.4
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainMemoryFlags {
    /// Since: 0.4.4
    VIR_MEMORY_VIRTUAL = 1 << 0,
    /// Since: 0.7.0
    VIR_MEMORY_PHYSICAL = 1 << 1,
}

/// Since: 0.9.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainMemoryModFlags {
    /// Since: 0.9.1
    VIR_DOMAIN_MEM_CURRENT = 0,
    /// Since: 0.9.0
    VIR_DOMAIN_MEM_LIVE = 1 << 0,
    /// Since: 0.9.0
    VIR_DOMAIN_MEM_CONFIG = 1 << 1,
    /// Since: 0.9.1
    VIR_DOMAIN_MEM_MAXIMUM = 1 << 2,
}

/// Since: 7.1.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainMessageType {
    /// Since: 7.1.0
    VIR_DOMAIN_MESSAGE_DEPRECATION = 1,
    /// Since: 7.1.0
    VIR_DOMAIN_MESSAGE_TAINTING = 2,
    /// Since: 11.1.0
    VIR_DOMAIN_MESSAGE_IOERRORS = 4,
}

/// Since: 0.9.10
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainMetadataType {
    /// Since: 0.9.10
    VIR_DOMAIN_METADATA_DESCRIPTION = 0,
    /// Since: 0.9.10
    VIR_DOMAIN_METADATA_TITLE = 1,
    /// Since: 0.9.10
    VIR_DOMAIN_METADATA_ELEMENT = 2,
    /// Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_METADATA_LAST = 3,
}

/// Since: 0.3.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainMigrateFlags {
    /// Since: 0.3.2
    VIR_MIGRATE_LIVE = 1 << 0,
    /// Since: 0.7.2
    VIR_MIGRATE_PEER2PEER = 1 << 1,
    /// Since: 0.7.2
    VIR_MIGRATE_TUNNELLED = 1 << 2,
    /// Since: 0.7.3
    VIR_MIGRATE_PERSIST_DEST = 1 << 3,
    /// Since: 0.7.3
    VIR_MIGRATE_UNDEFINE_SOURCE = 1 << 4,
    /// Since: 0.7.5
    VIR_MIGRATE_PAUSED = 1 << 5,
    /// Since: 0.8.2
    VIR_MIGRATE_NON_SHARED_DISK = 1 << 6,
    /// Since: 0.8.2
    VIR_MIGRATE_NON_SHARED_INC = 1 << 7,
    /// Since: 0.9.4
    VIR_MIGRATE_CHANGE_PROTECTION = 1 << 8,
    /// Since: 0.9.11
    VIR_MIGRATE_UNSAFE = 1 << 9,
    /// Since: 1.0.1
    VIR_MIGRATE_OFFLINE = 1 << 10,
    /// Since: 1.0.3
    VIR_MIGRATE_COMPRESSED = 1 << 11,
    /// Since: 1.1.0
    VIR_MIGRATE_ABORT_ON_ERROR = 1 << 12,
    /// Since: 1.2.3
    VIR_MIGRATE_AUTO_CONVERGE = 1 << 13,
    /// Since: 1.2.9
    VIR_MIGRATE_RDMA_PIN_ALL = 1 << 14,
    /// Since: 1.3.3
    VIR_MIGRATE_POSTCOPY = 1 << 15,
    /// Since: 3.2.0
    VIR_MIGRATE_TLS = 1 << 16,
    /// Since: 5.2.0
    VIR_MIGRATE_PARALLEL = 1 << 17,
    /// Since: 8.0.0
    VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES = 1 << 18,
    /// Since: 8.5.0
    VIR_MIGRATE_POSTCOPY_RESUME = 1 << 19,
    /// Since: 8.5.0
    VIR_MIGRATE_ZEROCOPY = 1 << 20,
}

/// Since: 5.1.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainMigrateMaxSpeedFlags {
    /// Since: 5.1.0
    VIR_DOMAIN_MIGRATE_MAX_SPEED_POSTCOPY = 1 << 0,
}

/// Since: 0.9.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainModificationImpact {
    /// Since: 0.9.2
    VIR_DOMAIN_AFFECT_CURRENT = 0,
    /// Since: 0.9.2
    VIR_DOMAIN_AFFECT_LIVE = 1 << 0,
    /// Since: 0.9.2
    VIR_DOMAIN_AFFECT_CONFIG = 1 << 1,
}

/// Since: 0.9.9
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainNumatuneMemMode {
    /// Since: 0.9.9
    VIR_DOMAIN_NUMATUNE_MEM_STRICT = 0,
    /// Since: 0.9.9
    VIR_DOMAIN_NUMATUNE_MEM_PREFERRED = 1,
    /// Since: 0.9.9
    VIR_DOMAIN_NUMATUNE_MEM_INTERLEAVE = 2,
    /// Since: 7.3.0
    VIR_DOMAIN_NUMATUNE_MEM_RESTRICTIVE = 3,
    /// Since: 0.9.9
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_NUMATUNE_MEM_LAST = 4,
}

/// Since: 0.9.7
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainOpenGraphicsFlags {
    /// Since: 0.9.7
    VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH = 1 << 0,
}

/// Since: 1.0.1
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainProcessSignal {
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_NOP = 0,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_HUP = 1,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_INT = 2,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_QUIT = 3,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_ILL = 4,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_TRAP = 5,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_ABRT = 6,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_BUS = 7,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_FPE = 8,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_KILL = 9,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_USR1 = 10,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_SEGV = 11,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_USR2 = 12,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_PIPE = 13,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_ALRM = 14,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_TERM = 15,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_STKFLT = 16,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_CHLD = 17,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_CONT = 18,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_STOP = 19,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_TSTP = 20,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_TTIN = 21,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_TTOU = 22,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_URG = 23,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_XCPU = 24,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_XFSZ = 25,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_VTALRM = 26,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_PROF = 27,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_WINCH = 28,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_POLL = 29,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_PWR = 30,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_SYS = 31,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT0 = 32,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT1 = 33,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT2 = 34,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT3 = 35,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT4 = 36,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT5 = 37,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT6 = 38,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT7 = 39,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT8 = 40,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT9 = 41,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT10 = 42,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT11 = 43,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT12 = 44,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT13 = 45,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT14 = 46,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT15 = 47,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT16 = 48,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT17 = 49,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT18 = 50,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT19 = 51,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT20 = 52,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT21 = 53,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT22 = 54,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT23 = 55,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT24 = 56,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT25 = 57,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT26 = 58,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT27 = 59,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT28 = 60,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT29 = 61,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT30 = 62,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT31 = 63,
    /// Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT32 = 64,
    /// Since: 1.0.1
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_PROCESS_SIGNAL_LAST = 65,
}

/// Since: 0.9.10
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainRebootFlagValues {
    /// Since: 0.9.10
    VIR_DOMAIN_REBOOT_DEFAULT = 0,
    /// Since: 0.9.10
    VIR_DOMAIN_REBOOT_ACPI_POWER_BTN = 1 << 0,
    /// Since: 0.9.10
    VIR_DOMAIN_REBOOT_GUEST_AGENT = 1 << 1,
    /// Since: 1.0.1
    VIR_DOMAIN_REBOOT_INITCTL = 1 << 2,
    /// Since: 1.0.1
    VIR_DOMAIN_REBOOT_SIGNAL = 1 << 3,
    /// Since: 1.2.5
    VIR_DOMAIN_REBOOT_PARAVIRT = 1 << 4,
}

/// Since: 5.1.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainSaveImageXMLFlags {
    /// Since: 5.1.0
    VIR_DOMAIN_SAVE_IMAGE_XML_SECURE = 1 << 0,
}

/// Since: 0.9.4
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainSaveRestoreFlags {
    /// Since: 0.9.4
    VIR_DOMAIN_SAVE_BYPASS_CACHE = 1 << 0,
    /// Since: 0.9.5
    VIR_DOMAIN_SAVE_RUNNING = 1 << 1,
    /// Since: 0.9.5
    VIR_DOMAIN_SAVE_PAUSED = 1 << 2,
    /// Since: 8.1.0
    VIR_DOMAIN_SAVE_RESET_NVRAM = 1 << 3,
}

/// Since: 1.2.5
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainSetTimeFlags {
    /// Since: 1.2.5
    VIR_DOMAIN_TIME_SYNC = 1 << 0,
}

/// Since: 1.2.16
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainSetUserPasswordFlags {
    /// Since: 1.2.16
    VIR_DOMAIN_PASSWORD_ENCRYPTED = 1 << 0,
}

/// Since: 12.4.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainSetVcpuFlags {
    /// Since: 12.4.0
    VIR_DOMAIN_SETVCPU_AFFECT_CURRENT = 0,
    /// Since: 12.4.0
    VIR_DOMAIN_SETVCPU_AFFECT_LIVE = 1 << 0,
    /// Since: 12.4.0
    VIR_DOMAIN_SETVCPU_AFFECT_CONFIG = 1 << 1,
    /// Since: 12.4.0
    VIR_DOMAIN_SETVCPU_ASYNC_UNPLUG = 1 << 2,
}

/// Since: 0.9.10
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainShutdownFlagValues {
    /// Since: 0.9.10
    VIR_DOMAIN_SHUTDOWN_DEFAULT = 0,
    /// Since: 0.9.10
    VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN = 1 << 0,
    /// Since: 0.9.10
    VIR_DOMAIN_SHUTDOWN_GUEST_AGENT = 1 << 1,
    /// Since: 1.0.1
    VIR_DOMAIN_SHUTDOWN_INITCTL = 1 << 2,
    /// Since: 1.0.1
    VIR_DOMAIN_SHUTDOWN_SIGNAL = 1 << 3,
    /// Since: 1.2.5
    VIR_DOMAIN_SHUTDOWN_PARAVIRT = 1 << 4,
}

/// Since: 1.2.8
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainStatsTypes {
    /// Since: 1.2.8
    VIR_DOMAIN_STATS_STATE = 1 << 0,
    /// Since: 1.2.9
    VIR_DOMAIN_STATS_CPU_TOTAL = 1 << 1,
    /// Since: 1.2.9
    VIR_DOMAIN_STATS_BALLOON = 1 << 2,
    /// Since: 1.2.9
    VIR_DOMAIN_STATS_VCPU = 1 << 3,
    /// Since: 1.2.9
    VIR_DOMAIN_STATS_INTERFACE = 1 << 4,
    /// Since: 1.2.9
    VIR_DOMAIN_STATS_BLOCK = 1 << 5,
    /// Since: 1.3.3
    VIR_DOMAIN_STATS_PERF = 1 << 6,
    /// Since: 4.10.0
    VIR_DOMAIN_STATS_IOTHREAD = 1 << 7,
    /// Since: 6.0.0
    VIR_DOMAIN_STATS_MEMORY = 1 << 8,
    /// Since: 7.2.0
    VIR_DOMAIN_STATS_DIRTYRATE = 1 << 9,
    /// Since: 8.9.0
    VIR_DOMAIN_STATS_VM = 1 << 10,
}

/// Since: 0.9.4
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainUndefineFlagsValues {
    /// Since: 0.9.4
    VIR_DOMAIN_UNDEFINE_MANAGED_SAVE = 1 << 0,
    /// Since: 0.9.5
    VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA = 1 << 1,
    /// Since: 1.2.9
    VIR_DOMAIN_UNDEFINE_NVRAM = 1 << 2,
    /// Since: 2.3.0
    VIR_DOMAIN_UNDEFINE_KEEP_NVRAM = 1 << 3,
    /// Since: 5.6.0
    VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA = 1 << 4,
    /// Since: 8.9.0
    VIR_DOMAIN_UNDEFINE_TPM = 1 << 5,
    /// Since: 8.9.0
    VIR_DOMAIN_UNDEFINE_KEEP_TPM = 1 << 6,
}

/// Since: 0.8.5
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainVcpuFlags {
    /// Since: 0.9.4
    VIR_DOMAIN_VCPU_CURRENT = 0,
    /// Since: 0.8.5
    VIR_DOMAIN_VCPU_LIVE = 1 << 0,
    /// Since: 0.8.5
    VIR_DOMAIN_VCPU_CONFIG = 1 << 1,
    /// Since: 0.8.5
    VIR_DOMAIN_VCPU_MAXIMUM = 1 << 2,
    /// Since: 1.1.0
    VIR_DOMAIN_VCPU_GUEST = 1 << 3,
    /// Since: 2.4.0
    VIR_DOMAIN_VCPU_HOTPLUGGABLE = 1 << 4,
    /// Since: 12.4.0
    VIR_DOMAIN_VCPU_ASYNC_UNPLUG = 1 << 5,
}

/// Since: 0.3.3
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainXMLFlags {
    /// Since: 0.3.3
    VIR_DOMAIN_XML_SECURE = 1 << 0,
    /// Since: 0.3.3
    VIR_DOMAIN_XML_INACTIVE = 1 << 1,
    /// Since: 0.8.0
    VIR_DOMAIN_XML_UPDATE_CPU = 1 << 2,
    /// Since: 1.0.0
    VIR_DOMAIN_XML_MIGRATABLE = 1 << 3,
}

/// Since: 0.9.3
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virKeycodeSet {
    /// Since: 0.9.3
    VIR_KEYCODE_SET_LINUX = 0,
    /// Since: 0.9.3
    VIR_KEYCODE_SET_XT = 1,
    /// Since: 0.9.3
    VIR_KEYCODE_SET_ATSET1 = 2,
    /// Since: 0.9.3
    VIR_KEYCODE_SET_ATSET2 = 3,
    /// Since: 0.9.3
    VIR_KEYCODE_SET_ATSET3 = 4,
    /// Since: 0.9.4
    VIR_KEYCODE_SET_OSX = 5,
    /// Since: 0.9.4
    VIR_KEYCODE_SET_XT_KBD = 6,
    /// Since: 0.9.4
    VIR_KEYCODE_SET_USB = 7,
    /// Since: 0.9.4
    VIR_KEYCODE_SET_WIN32 = 8,
    /// Since: 4.2.0
    VIR_KEYCODE_SET_QNUM = 9,
    /// Since: 0.9.4
    #[cfg(enum_sentinels)]
    VIR_KEYCODE_SET_LAST = 10,
}

/// Since: 0.8.5
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virMemoryParameterType {
    /// Since: 0.8.5
    VIR_DOMAIN_MEMORY_PARAM_INT = 1,
    /// Since: 0.8.5
    VIR_DOMAIN_MEMORY_PARAM_UINT = 2,
    /// Since: 0.8.5
    VIR_DOMAIN_MEMORY_PARAM_LLONG = 3,
    /// Since: 0.8.5
    VIR_DOMAIN_MEMORY_PARAM_ULLONG = 4,
    /// Since: 0.8.5
    VIR_DOMAIN_MEMORY_PARAM_DOUBLE = 5,
    /// Since: 0.8.5
    VIR_DOMAIN_MEMORY_PARAM_BOOLEAN = 6,
}

/// Since: 0.2.3
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virSchedParameterType {
    /// Since: 0.2.3
    VIR_DOMAIN_SCHED_FIELD_INT = 1,
    /// Since: 0.2.3
    VIR_DOMAIN_SCHED_FIELD_UINT = 2,
    /// Since: 0.2.3
    VIR_DOMAIN_SCHED_FIELD_LLONG = 3,
    /// Since: 0.2.3
    VIR_DOMAIN_SCHED_FIELD_ULLONG = 4,
    /// Since: 0.2.3
    VIR_DOMAIN_SCHED_FIELD_DOUBLE = 5,
    /// Since: 0.2.3
    VIR_DOMAIN_SCHED_FIELD_BOOLEAN = 6,
}
