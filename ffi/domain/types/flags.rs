//! Flags and choices that domain functions take.

/// The older names of typed parameter types, for block I/O. Since: 0.9.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virBlkioParameterType {
    /// The same as VIR_TYPED_PARAM_INT. Since: 0.9.0
    VIR_DOMAIN_BLKIO_PARAM_INT = 1,
    /// The same as VIR_TYPED_PARAM_UINT. Since: 0.9.0
    VIR_DOMAIN_BLKIO_PARAM_UINT = 2,
    /// The same as VIR_TYPED_PARAM_LLONG. Since: 0.9.0
    VIR_DOMAIN_BLKIO_PARAM_LLONG = 3,
    /// The same as VIR_TYPED_PARAM_ULLONG. Since: 0.9.0
    VIR_DOMAIN_BLKIO_PARAM_ULLONG = 4,
    /// The same as VIR_TYPED_PARAM_DOUBLE. Since: 0.9.0
    VIR_DOMAIN_BLKIO_PARAM_DOUBLE = 5,
    /// The same as VIR_TYPED_PARAM_BOOLEAN. Since: 0.9.0
    VIR_DOMAIN_BLKIO_PARAM_BOOLEAN = 6,
}

/// Of which domains, and how, bulk statistics are collected. Since: 1.2.8
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectGetAllDomainStatsFlags {
    /// Running and paused domains. Since: 1.2.8
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE = 1 << 0,
    /// Domains that are off. Since: 1.2.8
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_INACTIVE = 1 << 1,
    /// Domains with a stored configuration. Since: 1.2.8
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_PERSISTENT = 1 << 2,
    /// Domains without a stored configuration. Since: 1.2.8
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_TRANSIENT = 1 << 3,
    /// Domains in state running. Since: 1.2.8
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_RUNNING = 1 << 4,
    /// Domains in state paused. Since: 1.2.8
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_PAUSED = 1 << 5,
    /// Domains in state shut off. Since: 1.2.8
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_SHUTOFF = 1 << 6,
    /// Domains in any other state. Since: 1.2.8
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_OTHER = 1 << 7,
    /// Leave out what would have to wait for a job on the domain. Since: 4.5.0
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT = 1 << 29,
    /// Report the backing images of disks too. Since: 1.2.12
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_BACKING = 1 << 30,
    /// Fail when a group asked for is not supported, instead of leaving it out. Since: 1.2.8
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS = 0x8000_0000,
}

/// Flags of virConnectGetDomainCapabilities(). Since: 11.0.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectGetDomainCapabilitiesFlags {
    /// Turn off deprecated features in the host's CPU model. Since: 11.0.0
    VIR_CONNECT_GET_DOMAIN_CAPABILITIES_DISABLE_DEPRECATED_FEATURES = 1 << 0,
    /// List every feature of the host's CPU model. Since: 12.2.0
    VIR_CONNECT_GET_DOMAIN_CAPABILITIES_EXPAND_CPU_FEATURES = 1 << 1,
    /// List the CPU features that the hypervisor supports. Since: 12.5.0
    VIR_CONNECT_GET_DOMAIN_CAPABILITIES_SUPPORTED_CPU_FEATURES = 1 << 2,
}

/// Which domains virConnectListAllDomains() lists: a domain has to fit one flag of each group that has any.
/// Since: 0.9.13
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectListAllDomainsFlags {
    /// Running and paused domains. Since: 0.9.13
    VIR_CONNECT_LIST_DOMAINS_ACTIVE = 1 << 0,
    /// Domains that are off. Since: 0.9.13
    VIR_CONNECT_LIST_DOMAINS_INACTIVE = 1 << 1,
    /// Domains with a stored configuration. Since: 0.9.13
    VIR_CONNECT_LIST_DOMAINS_PERSISTENT = 1 << 2,
    /// Domains without a stored configuration. Since: 0.9.13
    VIR_CONNECT_LIST_DOMAINS_TRANSIENT = 1 << 3,
    /// Domains in state running. Since: 0.9.13
    VIR_CONNECT_LIST_DOMAINS_RUNNING = 1 << 4,
    /// Domains in state paused. Since: 0.9.13
    VIR_CONNECT_LIST_DOMAINS_PAUSED = 1 << 5,
    /// Domains in state shut off. Since: 0.9.13
    VIR_CONNECT_LIST_DOMAINS_SHUTOFF = 1 << 6,
    /// Domains in any other state. Since: 0.9.13
    VIR_CONNECT_LIST_DOMAINS_OTHER = 1 << 7,
    /// Domains with a managed save image. Since: 0.9.13
    VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE = 1 << 8,
    /// Domains without a managed save image. Since: 0.9.13
    VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE = 1 << 9,
    /// Domains that start with the host. Since: 0.9.13
    VIR_CONNECT_LIST_DOMAINS_AUTOSTART = 1 << 10,
    /// Domains that do not start with the host. Since: 0.9.13
    VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART = 1 << 11,
    /// Domains with snapshots. Since: 0.9.13
    VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT = 1 << 12,
    /// Domains without snapshots. Since: 0.9.13
    VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT = 1 << 13,
    /// Domains with checkpoints. Since: 5.6.0
    VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT = 1 << 14,
    /// Domains without checkpoints. Since: 5.6.0
    VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT = 1 << 15,
}

/// Flags of virDomainAbortJobFlags(). Since: 8.5.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainAbortJobFlagsValues {
    /// Interrupt a migration in its post-copy phase, to be resumed later. Since: 8.5.0
    VIR_DOMAIN_ABORT_JOB_POSTCOPY = 1 << 0,
}

/// Timeouts that are not a number of seconds. Since: 5.10.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainAgentResponseTimeoutValues {
    /// Wait without end. Since: 5.10.0
    VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK = -2,
    /// Wait as long as the driver usually does. Since: 5.10.0
    VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_DEFAULT = -1,
    /// Do not wait. Since: 5.10.0
    VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_NOWAIT = 0,
}

/// Flags of virDomainAuthorizedSSHKeysSet(), which otherwise replaces all keys. Since: 6.10.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainAuthorizedSSHKeysSetFlags {
    /// Add the keys to those that are there. Since: 6.10.0
    VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND = 1 << 0,
    /// Take the keys out of those that are there. Since: 6.10.0
    VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE = 1 << 1,
}

/// Flags of virDomainBackupBegin(). Since: 6.0.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainBackupBeginFlags {
    /// Write into files that exist. Since: 6.0.0
    VIR_DOMAIN_BACKUP_BEGIN_REUSE_EXTERNAL = 1 << 0,
    /// Go on after the guest has shut down. Since: 11.10.0
    VIR_DOMAIN_BACKUP_BEGIN_PRESERVE_SHUTDOWN_DOMAIN = 1 << 1,
}

/// Flags of virDomainBlockCommit(). Since: 0.10.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainBlockCommitFlags {
    /// Commit into the next image of the chain only. Since: 0.10.2
    VIR_DOMAIN_BLOCK_COMMIT_SHALLOW = 1 << 0,
    /// Delete images that are no longer needed. Since: 0.10.2
    VIR_DOMAIN_BLOCK_COMMIT_DELETE = 1 << 1,
    /// Allow the active image to be committed, which takes two phases. Since: 1.2.6
    VIR_DOMAIN_BLOCK_COMMIT_ACTIVE = 1 << 2,
    /// Keep relative names of backing images. Since: 1.2.7
    VIR_DOMAIN_BLOCK_COMMIT_RELATIVE = 1 << 3,
    /// The bandwidth is in bytes a second, not MiB. Since: 1.2.9
    VIR_DOMAIN_BLOCK_COMMIT_BANDWIDTH_BYTES = 1 << 4,
}

/// Flags of virDomainBlockCopy(). Since: 1.2.8
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainBlockCopyFlags {
    /// Copy the active image only, and share its backing chain. Since: 1.2.8
    VIR_DOMAIN_BLOCK_COPY_SHALLOW = 1 << 0,
    /// Write into a file that exists. Since: 1.2.8
    VIR_DOMAIN_BLOCK_COPY_REUSE_EXT = 1 << 1,
    /// Do not make the job part of the domain's definition. Since: 3.5.0
    VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB = 1 << 2,
    /// Have each write of the guest wait until it is in the copy too. Since: 8.0.0
    VIR_DOMAIN_BLOCK_COPY_SYNCHRONOUS_WRITES = 1 << 3,
    /// The target is known to read as zeros. Since: 12.2.0
    VIR_DOMAIN_BLOCK_COPY_TARGET_ZEROED = 1 << 4,
}

/// Flags of virDomainBlockJobAbort(). Since: 0.9.12
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainBlockJobAbortFlags {
    /// Do not wait for the end. Since: 0.9.12
    VIR_DOMAIN_BLOCK_JOB_ABORT_ASYNC = 1 << 0,
    /// Let the disk use the copy from now on. Since: 0.9.12
    VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT = 1 << 1,
}

/// Flags of virDomainGetBlockJobInfo(). Since: 1.2.9
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainBlockJobInfoFlags {
    /// Report the bandwidth in bytes a second, not MiB. Since: 1.2.9
    VIR_DOMAIN_BLOCK_JOB_INFO_BANDWIDTH_BYTES = 1 << 0,
}

/// Flags of virDomainBlockJobSetSpeed(). Since: 1.2.9
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainBlockJobSetSpeedFlags {
    /// The bandwidth is in bytes a second, not MiB. Since: 1.2.9
    VIR_DOMAIN_BLOCK_JOB_SPEED_BANDWIDTH_BYTES = 1 << 0,
}

/// Flags of virDomainBlockPull(). Since: 1.2.9
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainBlockPullFlags {
    /// The bandwidth is in bytes a second, not MiB. Since: 1.2.9
    VIR_DOMAIN_BLOCK_PULL_BANDWIDTH_BYTES = 1 << 6,
}

/// Flags of virDomainBlockRebase(). Since: 0.9.12
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainBlockRebaseFlags {
    /// Copy the active image only. Since: 0.9.12
    VIR_DOMAIN_BLOCK_REBASE_SHALLOW = 1 << 0,
    /// Write into a file that exists. Since: 0.9.12
    VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT = 1 << 1,
    /// The copy has the raw format. Since: 0.9.12
    VIR_DOMAIN_BLOCK_REBASE_COPY_RAW = 1 << 2,
    /// Copy the disk, instead of pulling from its backing images. Since: 0.9.12
    VIR_DOMAIN_BLOCK_REBASE_COPY = 1 << 3,
    /// Keep relative names of backing images. Since: 1.2.7
    VIR_DOMAIN_BLOCK_REBASE_RELATIVE = 1 << 4,
    /// The target is a block device. Since: 1.2.9
    VIR_DOMAIN_BLOCK_REBASE_COPY_DEV = 1 << 5,
    /// The bandwidth is in bytes a second, not MiB. Since: 1.2.9
    VIR_DOMAIN_BLOCK_REBASE_BANDWIDTH_BYTES = 1 << 6,
}

/// Flags of virDomainBlockResize(). Since: 0.9.11
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainBlockResizeFlags {
    /// The size is in bytes, not KiB. Since: 0.9.11
    VIR_DOMAIN_BLOCK_RESIZE_BYTES = 1 << 0,
    /// Take the whole of the block device that is the source. Since: 10.0.0
    VIR_DOMAIN_BLOCK_RESIZE_CAPACITY = 1 << 1,
    /// Never make the disk smaller. Since: 12.3.0
    VIR_DOMAIN_BLOCK_RESIZE_EXTEND = 1 << 2,
}

/// Flags of virDomainOpenChannel(). Since: 1.0.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainChannelFlags {
    /// Disconnect another user of the channel. Since: 1.0.2
    VIR_DOMAIN_CHANNEL_FORCE = 1 << 0,
}

/// Flags of virDomainOpenConsole(). Since: 0.9.11
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainConsoleFlags {
    /// Disconnect another user of the console. Since: 0.9.11
    VIR_DOMAIN_CONSOLE_FORCE = 1 << 0,
    /// Open it only if the driver can keep users apart. Since: 0.9.11
    VIR_DOMAIN_CONSOLE_SAFE = 1 << 1,
}

/// Flags of core dumps. Since: 0.7.5
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainCoreDumpFlags {
    /// Leave the domain crashed. Since: 0.7.5
    VIR_DUMP_CRASH = 1 << 0,
    /// Keep the guest running. Since: 0.7.5
    VIR_DUMP_LIVE = 1 << 1,
    /// Keep the file out of the host's page cache. Since: 0.9.4
    VIR_DUMP_BYPASS_CACHE = 1 << 2,
    /// Reset the guest afterwards. Since: 0.9.7
    VIR_DUMP_RESET = 1 << 3,
    /// Memory and registers in a common format, without device state. Since: 0.9.13
    VIR_DUMP_MEMORY_ONLY = 1 << 4,
}

/// The format of a core dump. Since: 1.2.3
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainCoreDumpFormat {
    /// Not compressed. Since: 1.2.3
    VIR_DOMAIN_CORE_DUMP_FORMAT_RAW = 0,
    /// Kdump, compressed with zlib. Since: 1.2.3
    VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_ZLIB = 1,
    /// Kdump, compressed with lzo. Since: 1.2.3
    VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_LZO = 2,
    /// Kdump, compressed with snappy. Since: 1.2.3
    VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_SNAPPY = 3,
    /// A Windows full dump. Since: 7.4.0
    VIR_DOMAIN_CORE_DUMP_FORMAT_WIN_DMP = 4,
    /// How many values there are; it grows with releases. Since: 1.2.3
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_CORE_DUMP_FORMAT_LAST = 5,
}

/// How a domain is started. Since: 0.0.1
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainCreateFlags {
    /// As usual. Since: 0.0.1
    VIR_DOMAIN_NONE = 0,
    /// Leave it paused. Since: 0.8.2
    VIR_DOMAIN_START_PAUSED = 1 << 0,
    /// Destroy it when this connection is closed. Since: 0.9.3
    VIR_DOMAIN_START_AUTODESTROY = 1 << 1,
    /// Keep a save image that is restored out of the host's page cache. Since: 0.9.4
    VIR_DOMAIN_START_BYPASS_CACHE = 1 << 2,
    /// Boot, and discard a managed save image. Since: 0.9.5
    VIR_DOMAIN_START_FORCE_BOOT = 1 << 3,
    /// Check the document against the schema. Since: 1.2.12
    VIR_DOMAIN_START_VALIDATE = 1 << 4,
    /// Start with fresh firmware variables. Since: 8.1.0
    VIR_DOMAIN_START_RESET_NVRAM = 1 << 5,
}

/// Flags of virDomainDefineXMLFlags(). Since: 1.2.12
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainDefineFlags {
    /// Check the document against the schema. Since: 1.2.12
    VIR_DOMAIN_DEFINE_VALIDATE = 1 << 0,
}

/// Flags of virDomainDestroyFlags(). Since: 0.9.4
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainDestroyFlagsValues {
    /// End the guest at once, by force if need be. Since: 0.9.10
    VIR_DOMAIN_DESTROY_DEFAULT = 0,
    /// Only ask the hypervisor to end; never kill it. Since: 0.9.10
    VIR_DOMAIN_DESTROY_GRACEFUL = 1 << 0,
    /// Delete the domain's log files. Since: 8.3.0
    VIR_DOMAIN_DESTROY_REMOVE_LOGS = 1 << 1,
}

/// Which configuration a device is changed in. Since: 0.7.7
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainDeviceModifyFlags {
    /// The one in use: live of an active domain, else the stored one. Since: 0.7.7
    VIR_DOMAIN_DEVICE_MODIFY_CURRENT = 0,
    /// The running guest's. Since: 0.7.7
    VIR_DOMAIN_DEVICE_MODIFY_LIVE = 1 << 0,
    /// The stored one. Since: 0.7.7
    VIR_DOMAIN_DEVICE_MODIFY_CONFIG = 1 << 1,
    /// Do it without the guest's consent, such as ejecting a locked medium. Since: 0.8.6
    VIR_DOMAIN_DEVICE_MODIFY_FORCE = 1 << 2,
}

/// How the rate of memory writes is measured. Since: 8.1.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainDirtyRateCalcFlags {
    /// By sampling pages. Since: 8.1.0
    VIR_DOMAIN_DIRTYRATE_MODE_PAGE_SAMPLING = 0,
    /// By the dirty bitmap. Since: 8.1.0
    VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_BITMAP = 1 << 0,
    /// By the dirty ring. Since: 8.1.0
    VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_RING = 1 << 1,
}

/// What is done with the security label of descriptors given to virDomainFDAssociate(). Since: 9.0.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainFDAssociateFlags {
    /// Restore it when the descriptors are no longer used. Since: 9.0.0
    VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_RESTORE = 1 << 0,
    /// Label them for writing. Since: 9.0.0
    VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_WRITABLE = 1 << 1,
}

/// Where a guest's host name is asked for. Since: 6.1.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainGetHostnameFlags {
    /// In the DHCP leases of the host. Since: 6.1.0
    VIR_DOMAIN_GET_HOSTNAME_LEASE = 1 << 0,
    /// At the guest agent. Since: 6.1.0
    VIR_DOMAIN_GET_HOSTNAME_AGENT = 1 << 1,
}

/// Flags of virDomainGetJobStats(). Since: 1.2.9
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainGetJobStatsFlags {
    /// Of the job that ended last. Since: 1.2.9
    VIR_DOMAIN_JOB_STATS_COMPLETED = 1 << 0,
    /// Keep the statistics for another question. Since: 6.0.0
    VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED = 1 << 1,
}

/// Which graphics devices reload their TLS certificates. Since: 10.2.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainGraphicsReloadType {
    /// All that can. Since: 10.2.0
    VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_ANY = 0,
    /// VNC servers. Since: 10.2.0
    VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_VNC = 1,
    /// How many values there are; it grows with releases. Since: 10.2.0
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_GRAPHICS_RELOAD_TYPE_LAST = 2,
}

/// What virDomainGetGuestInfo() reports. Since: 5.7.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainGuestInfoTypes {
    /// Users who are logged in. Since: 5.7.0
    VIR_DOMAIN_GUEST_INFO_USERS = 1 << 0,
    /// The operating system. Since: 5.7.0
    VIR_DOMAIN_GUEST_INFO_OS = 1 << 1,
    /// The time zone. Since: 5.7.0
    VIR_DOMAIN_GUEST_INFO_TIMEZONE = 1 << 2,
    /// The host name. Since: 5.7.0
    VIR_DOMAIN_GUEST_INFO_HOSTNAME = 1 << 3,
    /// Mounted file systems. Since: 5.7.0
    VIR_DOMAIN_GUEST_INFO_FILESYSTEM = 1 << 4,
    /// Disks. Since: 7.0.0
    VIR_DOMAIN_GUEST_INFO_DISKS = 1 << 5,
    /// Network interfaces. Since: 7.10.0
    VIR_DOMAIN_GUEST_INFO_INTERFACES = 1 << 6,
    /// The load average. Since: 11.2.0
    VIR_DOMAIN_GUEST_INFO_LOAD = 1 << 7,
    /// Devices with their drivers. Since: 12.7.0
    VIR_DOMAIN_GUEST_INFO_DEVICES = 1 << 8,
}

/// Where the addresses of a guest's interfaces are asked for. Since: 1.2.14
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainInterfaceAddressesSource {
    /// In the DHCP leases of the host. Since: 1.2.14
    VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE = 0,
    /// At the guest agent. Since: 1.2.14
    VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT = 1,
    /// In the ARP table of the host. Since: 4.2.0
    VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_ARP = 2,
    /// How many values there are; it grows with releases. Since: 1.2.14
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LAST = 3,
}

/// Which event a life-cycle action belongs to. Since: 3.9.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainLifecycle {
    /// The guest powers off. Since: 3.9.0
    VIR_DOMAIN_LIFECYCLE_POWEROFF = 0,
    /// The guest reboots. Since: 3.9.0
    VIR_DOMAIN_LIFECYCLE_REBOOT = 1,
    /// The guest crashes. Since: 3.9.0
    VIR_DOMAIN_LIFECYCLE_CRASH = 2,
    /// How many values there are; it grows with releases. Since: 3.9.0
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_LIFECYCLE_LAST = 3,
}

/// What is done at such an event. Since: 3.9.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainLifecycleAction {
    /// The domain is ended. Since: 3.9.0
    VIR_DOMAIN_LIFECYCLE_ACTION_DESTROY = 0,
    /// The domain is started again. Since: 3.9.0
    VIR_DOMAIN_LIFECYCLE_ACTION_RESTART = 1,
    /// The domain is started again under another name. Since: 3.9.0
    VIR_DOMAIN_LIFECYCLE_ACTION_RESTART_RENAME = 2,
    /// The domain is kept as it is. Since: 3.9.0
    VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE = 3,
    /// Its core is dumped, then it is ended. Since: 3.9.0
    VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_DESTROY = 4,
    /// Its core is dumped, then it is started again. Since: 3.9.0
    VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_RESTART = 5,
    /// The domain is kept as it is, in state running. Since: 12.6.0
    VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE_RUNNING = 6,
    /// How many values there are; it grows with releases. Since: 3.9.0
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_LIFECYCLE_ACTION_LAST = 7,
}

/// How an address of virDomainMemoryPeek() is meant. Since: 0.4.4
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainMemoryFlags {
    /// As a virtual address of the guest's first CPU. Since: 0.4.4
    VIR_MEMORY_VIRTUAL = 1 << 0,
    /// As a physical address of the guest. Since: 0.7.0
    VIR_MEMORY_PHYSICAL = 1 << 1,
}

/// Which memory size is set. Since: 0.9.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainMemoryModFlags {
    /// The one in use: live of an active domain, else the stored one. Since: 0.9.1
    VIR_DOMAIN_MEM_CURRENT = 0,
    /// The running guest's. Since: 0.9.0
    VIR_DOMAIN_MEM_LIVE = 1 << 0,
    /// The stored one. Since: 0.9.0
    VIR_DOMAIN_MEM_CONFIG = 1 << 1,
    /// The maximum, not the current size. Since: 0.9.1
    VIR_DOMAIN_MEM_MAXIMUM = 1 << 2,
}

/// Which messages virDomainGetMessages() reports. Since: 7.1.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainMessageType {
    /// What the configuration uses that will go away. Since: 7.1.0
    VIR_DOMAIN_MESSAGE_DEPRECATION = 1,
    /// What makes the domain hard to support. Since: 7.1.0
    VIR_DOMAIN_MESSAGE_TAINTING = 2,
    /// Errors of its disks. Since: 11.1.0
    VIR_DOMAIN_MESSAGE_IOERRORS = 4,
}

/// Which metadata of a domain is meant. Since: 0.9.10
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainMetadataType {
    /// Its description. Since: 0.9.10
    VIR_DOMAIN_METADATA_DESCRIPTION = 0,
    /// Its title, one line. Since: 0.9.10
    VIR_DOMAIN_METADATA_TITLE = 1,
    /// An element of another namespace. Since: 0.9.10
    VIR_DOMAIN_METADATA_ELEMENT = 2,
    /// How many values there are; it grows with releases. Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_METADATA_LAST = 3,
}

/// How a domain is migrated. Since: 0.3.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainMigrateFlags {
    /// Keep it running as long as possible. Since: 0.3.2
    VIR_MIGRATE_LIVE = 1 << 0,
    /// Let the source host talk to the destination by itself. Since: 0.7.2
    VIR_MIGRATE_PEER2PEER = 1 << 1,
    /// Send the data through the connection of the two daemons. Since: 0.7.2
    VIR_MIGRATE_TUNNELLED = 1 << 2,
    /// Define the domain at the destination. Since: 0.7.3
    VIR_MIGRATE_PERSIST_DEST = 1 << 3,
    /// Undefine it at the source. Since: 0.7.3
    VIR_MIGRATE_UNDEFINE_SOURCE = 1 << 4,
    /// Leave it paused at the destination. Since: 0.7.5
    VIR_MIGRATE_PAUSED = 1 << 5,
    /// Copy the disks, which are not shared. Since: 0.8.2
    VIR_MIGRATE_NON_SHARED_DISK = 1 << 6,
    /// Copy what the disks have over a backing image that is shared. Since: 0.8.2
    VIR_MIGRATE_NON_SHARED_INC = 1 << 7,
    /// Refuse changes of the configuration meanwhile. Since: 0.9.4
    VIR_MIGRATE_CHANGE_PROTECTION = 1 << 8,
    /// Accept a risk for the data. Since: 0.9.11
    VIR_MIGRATE_UNSAFE = 1 << 9,
    /// Migrate the definition of a domain that is off. Since: 1.0.1
    VIR_MIGRATE_OFFLINE = 1 << 10,
    /// Compress the memory. Since: 1.0.3
    VIR_MIGRATE_COMPRESSED = 1 << 11,
    /// Give up when a disk has an error. Since: 1.1.0
    VIR_MIGRATE_ABORT_ON_ERROR = 1 << 12,
    /// Slow the guest down when it writes faster than is sent. Since: 1.2.3
    VIR_MIGRATE_AUTO_CONVERGE = 1 << 13,
    /// Lock all memory at once for RDMA. Since: 1.2.9
    VIR_MIGRATE_RDMA_PIN_ALL = 1 << 14,
    /// Allow a post-copy phase. Since: 1.3.3
    VIR_MIGRATE_POSTCOPY = 1 << 15,
    /// Encrypt the data. Since: 3.2.0
    VIR_MIGRATE_TLS = 1 << 16,
    /// Use several connections. Since: 5.2.0
    VIR_MIGRATE_PARALLEL = 1 << 17,
    /// Have each write of the guest wait until it is in the copy too. Since: 8.0.0
    VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES = 1 << 18,
    /// Take up a post-copy migration that was interrupted. Since: 8.5.0
    VIR_MIGRATE_POSTCOPY_RESUME = 1 << 19,
    /// Send memory without copying it first. Since: 8.5.0
    VIR_MIGRATE_ZEROCOPY = 1 << 20,
}

/// Flags of virDomainMigrateSetMaxSpeed() and virDomainMigrateGetMaxSpeed(). Since: 5.1.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainMigrateMaxSpeedFlags {
    /// The speed in the post-copy phase. Since: 5.1.0
    VIR_DOMAIN_MIGRATE_MAX_SPEED_POSTCOPY = 1 << 0,
}

/// Which configuration is changed or asked for. Since: 0.9.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainModificationImpact {
    /// The one in use: live of an active domain, else the stored one. Since: 0.9.2
    VIR_DOMAIN_AFFECT_CURRENT = 0,
    /// The running guest's. Since: 0.9.2
    VIR_DOMAIN_AFFECT_LIVE = 1 << 0,
    /// The stored one. Since: 0.9.2
    VIR_DOMAIN_AFFECT_CONFIG = 1 << 1,
}

/// Where a guest's memory comes from. Since: 0.9.9
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainNumatuneMemMode {
    /// From the nodes given, or not at all. Since: 0.9.9
    VIR_DOMAIN_NUMATUNE_MEM_STRICT = 0,
    /// From the node given, if it has any. Since: 0.9.9
    VIR_DOMAIN_NUMATUNE_MEM_PREFERRED = 1,
    /// From the nodes given in turn. Since: 0.9.9
    VIR_DOMAIN_NUMATUNE_MEM_INTERLEAVE = 2,
    /// By control groups, from the nodes given. Since: 7.3.0
    VIR_DOMAIN_NUMATUNE_MEM_RESTRICTIVE = 3,
    /// How many values there are; it grows with releases. Since: 0.9.9
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_NUMATUNE_MEM_LAST = 4,
}

/// Flags of virDomainOpenGraphics() and virDomainOpenGraphicsFD(). Since: 0.9.7
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainOpenGraphicsFlags {
    /// Let the client in without a password. Since: 0.9.7
    VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH = 1 << 0,
}

/// The signals of virDomainSendProcessSignal(), numbered as on Linux. Since: 1.0.1
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainProcessSignal {
    /// No signal: only look whether the process is there. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_NOP = 0,
    /// SIGHUP. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_HUP = 1,
    /// SIGINT. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_INT = 2,
    /// SIGQUIT. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_QUIT = 3,
    /// SIGILL. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_ILL = 4,
    /// SIGTRAP. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_TRAP = 5,
    /// SIGABRT. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_ABRT = 6,
    /// SIGBUS. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_BUS = 7,
    /// SIGFPE. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_FPE = 8,
    /// SIGKILL. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_KILL = 9,
    /// SIGUSR1. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_USR1 = 10,
    /// SIGSEGV. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_SEGV = 11,
    /// SIGUSR2. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_USR2 = 12,
    /// SIGPIPE. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_PIPE = 13,
    /// SIGALRM. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_ALRM = 14,
    /// SIGTERM. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_TERM = 15,
    /// SIGSTKFLT. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_STKFLT = 16,
    /// SIGCHLD. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_CHLD = 17,
    /// SIGCONT. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_CONT = 18,
    /// SIGSTOP. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_STOP = 19,
    /// SIGTSTP. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_TSTP = 20,
    /// SIGTTIN. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_TTIN = 21,
    /// SIGTTOU. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_TTOU = 22,
    /// SIGURG. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_URG = 23,
    /// SIGXCPU. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_XCPU = 24,
    /// SIGXFSZ. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_XFSZ = 25,
    /// SIGVTALRM. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_VTALRM = 26,
    /// SIGPROF. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_PROF = 27,
    /// SIGWINCH. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_WINCH = 28,
    /// SIGPOLL. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_POLL = 29,
    /// SIGPWR. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_PWR = 30,
    /// SIGSYS. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_SYS = 31,
    /// Real-time signal 0. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT0 = 32,
    /// Real-time signal 1. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT1 = 33,
    /// Real-time signal 2. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT2 = 34,
    /// Real-time signal 3. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT3 = 35,
    /// Real-time signal 4. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT4 = 36,
    /// Real-time signal 5. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT5 = 37,
    /// Real-time signal 6. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT6 = 38,
    /// Real-time signal 7. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT7 = 39,
    /// Real-time signal 8. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT8 = 40,
    /// Real-time signal 9. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT9 = 41,
    /// Real-time signal 10. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT10 = 42,
    /// Real-time signal 11. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT11 = 43,
    /// Real-time signal 12. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT12 = 44,
    /// Real-time signal 13. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT13 = 45,
    /// Real-time signal 14. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT14 = 46,
    /// Real-time signal 15. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT15 = 47,
    /// Real-time signal 16. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT16 = 48,
    /// Real-time signal 17. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT17 = 49,
    /// Real-time signal 18. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT18 = 50,
    /// Real-time signal 19. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT19 = 51,
    /// Real-time signal 20. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT20 = 52,
    /// Real-time signal 21. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT21 = 53,
    /// Real-time signal 22. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT22 = 54,
    /// Real-time signal 23. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT23 = 55,
    /// Real-time signal 24. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT24 = 56,
    /// Real-time signal 25. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT25 = 57,
    /// Real-time signal 26. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT26 = 58,
    /// Real-time signal 27. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT27 = 59,
    /// Real-time signal 28. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT28 = 60,
    /// Real-time signal 29. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT29 = 61,
    /// Real-time signal 30. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT30 = 62,
    /// Real-time signal 31. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT31 = 63,
    /// Real-time signal 32. Since: 1.0.1
    VIR_DOMAIN_PROCESS_SIGNAL_RT32 = 64,
    /// How many values there are; it grows with releases. Since: 1.0.1
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_PROCESS_SIGNAL_LAST = 65,
}

/// By which means a guest is rebooted. Since: 0.9.10
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainRebootFlagValues {
    /// As the driver chooses. Since: 0.9.10
    VIR_DOMAIN_REBOOT_DEFAULT = 0,
    /// By the ACPI power button. Since: 0.9.10
    VIR_DOMAIN_REBOOT_ACPI_POWER_BTN = 1 << 0,
    /// By the guest agent. Since: 0.9.10
    VIR_DOMAIN_REBOOT_GUEST_AGENT = 1 << 1,
    /// By init's control file. Since: 1.0.1
    VIR_DOMAIN_REBOOT_INITCTL = 1 << 2,
    /// By a signal to init. Since: 1.0.1
    VIR_DOMAIN_REBOOT_SIGNAL = 1 << 3,
    /// By the hypervisor's own interface. Since: 1.2.5
    VIR_DOMAIN_REBOOT_PARAVIRT = 1 << 4,
}

/// Flags of virDomainSaveImageGetXMLDesc() and virDomainManagedSaveGetXMLDesc(). Since: 5.1.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainSaveImageXMLFlags {
    /// Include what is confidential. Since: 5.1.0
    VIR_DOMAIN_SAVE_IMAGE_XML_SECURE = 1 << 0,
}

/// How a domain is saved and restored. Since: 0.9.4
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainSaveRestoreFlags {
    /// Keep the file out of the host's page cache. Since: 0.9.4
    VIR_DOMAIN_SAVE_BYPASS_CACHE = 1 << 0,
    /// Let it run when it is restored. Since: 0.9.5
    VIR_DOMAIN_SAVE_RUNNING = 1 << 1,
    /// Leave it paused when it is restored. Since: 0.9.5
    VIR_DOMAIN_SAVE_PAUSED = 1 << 2,
    /// Start with fresh firmware variables. Since: 8.1.0
    VIR_DOMAIN_SAVE_RESET_NVRAM = 1 << 3,
}

/// Flags of virDomainSetTime(). Since: 1.2.5
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainSetTimeFlags {
    /// Take the time from the guest's real-time clock. Since: 1.2.5
    VIR_DOMAIN_TIME_SYNC = 1 << 0,
}

/// Flags of virDomainSetUserPassword(). Since: 1.2.16
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainSetUserPasswordFlags {
    /// The password is already hashed. Since: 1.2.16
    VIR_DOMAIN_PASSWORD_ENCRYPTED = 1 << 0,
}

/// Flags of virDomainSetVcpu(). Since: 12.4.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainSetVcpuFlags {
    /// The configuration in use. Since: 12.4.0
    VIR_DOMAIN_SETVCPU_AFFECT_CURRENT = 0,
    /// The running guest's. Since: 12.4.0
    VIR_DOMAIN_SETVCPU_AFFECT_LIVE = 1 << 0,
    /// The stored one. Since: 12.4.0
    VIR_DOMAIN_SETVCPU_AFFECT_CONFIG = 1 << 1,
    /// Do not wait until the guest has given them up. Since: 12.4.0
    VIR_DOMAIN_SETVCPU_ASYNC_UNPLUG = 1 << 2,
}

/// By which means a guest is shut down. Since: 0.9.10
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainShutdownFlagValues {
    /// As the driver chooses. Since: 0.9.10
    VIR_DOMAIN_SHUTDOWN_DEFAULT = 0,
    /// By the ACPI power button. Since: 0.9.10
    VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN = 1 << 0,
    /// By the guest agent. Since: 0.9.10
    VIR_DOMAIN_SHUTDOWN_GUEST_AGENT = 1 << 1,
    /// By init's control file. Since: 1.0.1
    VIR_DOMAIN_SHUTDOWN_INITCTL = 1 << 2,
    /// By a signal to init. Since: 1.0.1
    VIR_DOMAIN_SHUTDOWN_SIGNAL = 1 << 3,
    /// By the hypervisor's own interface. Since: 1.2.5
    VIR_DOMAIN_SHUTDOWN_PARAVIRT = 1 << 4,
}

/// The groups of bulk statistics. Since: 1.2.8
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainStatsTypes {
    /// State and reason. Since: 1.2.8
    VIR_DOMAIN_STATS_STATE = 1 << 0,
    /// CPU time of the whole domain. Since: 1.2.9
    VIR_DOMAIN_STATS_CPU_TOTAL = 1 << 1,
    /// Memory and balloon. Since: 1.2.9
    VIR_DOMAIN_STATS_BALLOON = 1 << 2,
    /// Each virtual CPU. Since: 1.2.9
    VIR_DOMAIN_STATS_VCPU = 1 << 3,
    /// Each network interface. Since: 1.2.9
    VIR_DOMAIN_STATS_INTERFACE = 1 << 4,
    /// Each disk. Since: 1.2.9
    VIR_DOMAIN_STATS_BLOCK = 1 << 5,
    /// Performance events. Since: 1.3.3
    VIR_DOMAIN_STATS_PERF = 1 << 6,
    /// Each I/O thread. Since: 4.10.0
    VIR_DOMAIN_STATS_IOTHREAD = 1 << 7,
    /// Memory bandwidth. Since: 6.0.0
    VIR_DOMAIN_STATS_MEMORY = 1 << 8,
    /// The rate of memory writes. Since: 7.2.0
    VIR_DOMAIN_STATS_DIRTYRATE = 1 << 9,
    /// What the hypervisor counts, under its own names. Since: 8.9.0
    VIR_DOMAIN_STATS_VM = 1 << 10,
}

/// What is done with what belongs to a domain's definition. Since: 0.9.4
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainUndefineFlagsValues {
    /// Delete the managed save image. Since: 0.9.4
    VIR_DOMAIN_UNDEFINE_MANAGED_SAVE = 1 << 0,
    /// Forget snapshots. Since: 0.9.5
    VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA = 1 << 1,
    /// Delete the file with firmware variables. Since: 1.2.9
    VIR_DOMAIN_UNDEFINE_NVRAM = 1 << 2,
    /// Keep the file with firmware variables. Since: 2.3.0
    VIR_DOMAIN_UNDEFINE_KEEP_NVRAM = 1 << 3,
    /// Forget checkpoints. Since: 5.6.0
    VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA = 1 << 4,
    /// Delete the state of the emulated TPM. Since: 8.9.0
    VIR_DOMAIN_UNDEFINE_TPM = 1 << 5,
    /// Keep the state of the emulated TPM. Since: 8.9.0
    VIR_DOMAIN_UNDEFINE_KEEP_TPM = 1 << 6,
}

/// Which number of virtual CPUs is meant. Since: 0.8.5
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainVcpuFlags {
    /// The configuration in use. Since: 0.9.4
    VIR_DOMAIN_VCPU_CURRENT = 0,
    /// The running guest's. Since: 0.8.5
    VIR_DOMAIN_VCPU_LIVE = 1 << 0,
    /// The stored one. Since: 0.8.5
    VIR_DOMAIN_VCPU_CONFIG = 1 << 1,
    /// The maximum, not the current number. Since: 0.8.5
    VIR_DOMAIN_VCPU_MAXIMUM = 1 << 2,
    /// As the guest agent sees and sets it. Since: 1.1.0
    VIR_DOMAIN_VCPU_GUEST = 1 << 3,
    /// Make added CPUs removable. Since: 2.4.0
    VIR_DOMAIN_VCPU_HOTPLUGGABLE = 1 << 4,
    /// Do not wait until the guest has given them up. Since: 12.4.0
    VIR_DOMAIN_VCPU_ASYNC_UNPLUG = 1 << 5,
}

/// Flags of virDomainGetXMLDesc(). Since: 0.3.3
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainXMLFlags {
    /// Include what is confidential. Since: 0.3.3
    VIR_DOMAIN_XML_SECURE = 1 << 0,
    /// The stored configuration, not the running guest's. Since: 0.3.3
    VIR_DOMAIN_XML_INACTIVE = 1 << 1,
    /// Fill in the CPU as this host would have it. Since: 0.8.0
    VIR_DOMAIN_XML_UPDATE_CPU = 1 << 2,
    /// Leave out what another version or host would not take. Since: 1.0.0
    VIR_DOMAIN_XML_MIGRATABLE = 1 << 3,
}

/// What the key codes of virDomainSendKey() mean. Since: 0.9.3
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virKeycodeSet {
    /// Linux' input event codes. Since: 0.9.3
    VIR_KEYCODE_SET_LINUX = 0,
    /// The original XT scan codes. Since: 0.9.3
    VIR_KEYCODE_SET_XT = 1,
    /// AT, set 1. Since: 0.9.3
    VIR_KEYCODE_SET_ATSET1 = 2,
    /// AT, set 2. Since: 0.9.3
    VIR_KEYCODE_SET_ATSET2 = 3,
    /// AT, set 3. Since: 0.9.3
    VIR_KEYCODE_SET_ATSET3 = 4,
    /// MacOS virtual key codes. Since: 0.9.4
    VIR_KEYCODE_SET_OSX = 5,
    /// XT as Linux' keyboard driver has it. Since: 0.9.4
    VIR_KEYCODE_SET_XT_KBD = 6,
    /// USB HID usages. Since: 0.9.4
    VIR_KEYCODE_SET_USB = 7,
    /// Windows virtual key codes. Since: 0.9.4
    VIR_KEYCODE_SET_WIN32 = 8,
    /// XT with a bit for the extended keys, as RFB and QEMU have it. Since: 4.2.0
    VIR_KEYCODE_SET_QNUM = 9,
    /// How many values there are; it grows with releases. Since: 0.9.4
    #[cfg(enum_sentinels)]
    VIR_KEYCODE_SET_LAST = 10,
}

/// The older names of typed parameter types, for memory. Since: 0.8.5
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virMemoryParameterType {
    /// The same as VIR_TYPED_PARAM_INT. Since: 0.8.5
    VIR_DOMAIN_MEMORY_PARAM_INT = 1,
    /// The same as VIR_TYPED_PARAM_UINT. Since: 0.8.5
    VIR_DOMAIN_MEMORY_PARAM_UINT = 2,
    /// The same as VIR_TYPED_PARAM_LLONG. Since: 0.8.5
    VIR_DOMAIN_MEMORY_PARAM_LLONG = 3,
    /// The same as VIR_TYPED_PARAM_ULLONG. Since: 0.8.5
    VIR_DOMAIN_MEMORY_PARAM_ULLONG = 4,
    /// The same as VIR_TYPED_PARAM_DOUBLE. Since: 0.8.5
    VIR_DOMAIN_MEMORY_PARAM_DOUBLE = 5,
    /// The same as VIR_TYPED_PARAM_BOOLEAN. Since: 0.8.5
    VIR_DOMAIN_MEMORY_PARAM_BOOLEAN = 6,
}

/// The older names of typed parameter types, for the scheduler. Since: 0.2.3
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virSchedParameterType {
    /// The same as VIR_TYPED_PARAM_INT. Since: 0.2.3
    VIR_DOMAIN_SCHED_FIELD_INT = 1,
    /// The same as VIR_TYPED_PARAM_UINT. Since: 0.2.3
    VIR_DOMAIN_SCHED_FIELD_UINT = 2,
    /// The same as VIR_TYPED_PARAM_LLONG. Since: 0.2.3
    VIR_DOMAIN_SCHED_FIELD_LLONG = 3,
    /// The same as VIR_TYPED_PARAM_ULLONG. Since: 0.2.3
    VIR_DOMAIN_SCHED_FIELD_ULLONG = 4,
    /// The same as VIR_TYPED_PARAM_DOUBLE. Since: 0.2.3
    VIR_DOMAIN_SCHED_FIELD_DOUBLE = 5,
    /// The same as VIR_TYPED_PARAM_BOOLEAN. Since: 0.2.3
    VIR_DOMAIN_SCHED_FIELD_BOOLEAN = 6,
}
