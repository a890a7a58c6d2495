//! What domain events carry: classes, details, reasons and the callbacks that receive them.

use crate::common::virTypedParameterPtr;
use crate::domain::virDomainPtr;
use crate::host::virConnectPtr;
use std::ffi::{CStr, c_char, c_int, c_longlong, c_uint, c_ulonglong, c_void};

/// One end of a graphics client's connection. Since: 0.8.0
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainEventGraphicsAddress {
    /// A virDomainEventGraphicsAddressType.
    pub family: c_int,
    /// The address, or the path of a UNIX socket.
    pub node: *mut c_char,
    /// The port, or the user of a UNIX socket.
    pub service: *mut c_char,
}

/// One end of a graphics client's connection. Since: 0.8.0
pub type virDomainEventGraphicsAddress = _virDomainEventGraphicsAddress;

/// A pointer to a virDomainEventGraphicsAddress. Since: 0.8.0
pub type virDomainEventGraphicsAddressPtr = *mut virDomainEventGraphicsAddress;

/// The identities that a graphics client has proved. Since: 0.8.0
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainEventGraphicsSubject {
    /// How many identities there are.
    pub nidentity: c_int,
    /// The identities.
    pub identities: virDomainEventGraphicsSubjectIdentityPtr,
}

/// The identities that a graphics client has proved. Since: 0.8.0
pub type virDomainEventGraphicsSubject = _virDomainEventGraphicsSubject;

/// An identity that a graphics client has proved. Since: 0.8.0
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainEventGraphicsSubjectIdentity {
    /// What kind of identity it is.
    pub r#type: *mut c_char,
    /// The identity.
    pub name: *mut c_char,
}

/// An identity that a graphics client has proved. Since: 0.8.0
pub type virDomainEventGraphicsSubjectIdentity = _virDomainEventGraphicsSubjectIdentity;

/// A pointer to a virDomainEventGraphicsSubjectIdentity. Since: 0.8.0
pub type virDomainEventGraphicsSubjectIdentityPtr = *mut virDomainEventGraphicsSubjectIdentity;

/// A pointer to a virDomainEventGraphicsSubject. Since: 0.8.0
pub type virDomainEventGraphicsSubjectPtr = *mut virDomainEventGraphicsSubject;

/// Why the guest agent's state changed. Since: 1.2.11
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectDomainEventAgentLifecycleReason {
    /// Not known. Since: 1.2.11
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_UNKNOWN = 0,
    /// The domain was started. Since: 1.2.11
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_DOMAIN_STARTED = 1,
    /// The guest opened or closed the channel. Since: 1.2.11
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_CHANNEL = 2,
    /// How many values there are; it grows with releases. Since: 1.2.11
    #[cfg(enum_sentinels)]
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_LAST = 3,
}

/// Whether the guest agent can be talked to. Since: 1.2.11
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectDomainEventAgentLifecycleState {
    /// The agent is there. Since: 1.2.11
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_CONNECTED = 1,
    /// The agent is gone. Since: 1.2.11
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_DISCONNECTED = 2,
    /// How many values there are; it grows with releases. Since: 1.2.11
    #[cfg(enum_sentinels)]
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_LAST = 3,
}

/// How a block job came to its end, or to the point where it waits. Since: 0.9.4
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectDomainEventBlockJobStatus {
    /// It is done. Since: 0.9.4
    VIR_DOMAIN_BLOCK_JOB_COMPLETED = 0,
    /// It failed. Since: 0.9.4
    VIR_DOMAIN_BLOCK_JOB_FAILED = 1,
    /// It was aborted. Since: 0.9.12
    VIR_DOMAIN_BLOCK_JOB_CANCELED = 2,
    /// It has caught up, and waits to be ended or pivoted. Since: 1.0.0
    VIR_DOMAIN_BLOCK_JOB_READY = 3,
    /// How many values there are; it grows with releases. Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_BLOCK_JOB_LAST = 4,
}

/// Why the state of a channel changed. Since: 12.4.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectDomainEventChannelLifecycleReason {
    /// Not known. Since: 12.4.0
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_UNKNOWN = 0,
    /// The domain was started. Since: 12.4.0
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_DOMAIN_STARTED = 1,
    /// The guest opened or closed the channel. Since: 12.4.0
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_CHANNEL = 2,
    /// How many values there are; it grows with releases. Since: 12.4.0
    #[cfg(enum_sentinels)]
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_LAST = 3,
}

/// Whether the guest has a channel open. Since: 12.4.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectDomainEventChannelLifecycleState {
    /// The guest has it open. Since: 12.4.0
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_CONNECTED = 1,
    /// The guest has closed it. Since: 12.4.0
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_DISCONNECTED = 2,
    /// How many values there are; it grows with releases. Since: 12.4.0
    #[cfg(enum_sentinels)]
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_LAST = 3,
}

/// Why a disk lost its source. Since: 0.9.7
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectDomainEventDiskChangeReason {
    /// The source was missing at the start, so the drive was left empty. Since: 0.9.7
    VIR_DOMAIN_EVENT_DISK_CHANGE_MISSING_ON_START = 0,
    /// The source was missing at the start, so the disk was left out. Since: 1.1.2
    VIR_DOMAIN_EVENT_DISK_DROP_MISSING_ON_START = 1,
    /// How many values there are; it grows with releases. Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_DISK_CHANGE_LAST = 2,
}

/// Details of VIR_DOMAIN_EVENT_CRASHED. Since: 1.1.1
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainEventCrashedDetailType {
    /// The guest's kernel panicked. Since: 1.1.1
    VIR_DOMAIN_EVENT_CRASHED_PANICKED = 0,
    /// The guest's kernel panicked and went on to a crash kernel. Since: 6.1.0
    VIR_DOMAIN_EVENT_CRASHED_CRASHLOADED = 1,
    /// How many values there are; it grows with releases. Since: 1.1.1
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_CRASHED_LAST = 2,
}

/// Details of VIR_DOMAIN_EVENT_DEFINED. Since: 0.5.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainEventDefinedDetailType {
    /// The domain is new. Since: 0.5.0
    VIR_DOMAIN_EVENT_DEFINED_ADDED = 0,
    /// The domain's configuration changed. Since: 0.5.0
    VIR_DOMAIN_EVENT_DEFINED_UPDATED = 1,
    /// The domain has this name now. Since: 1.2.19
    VIR_DOMAIN_EVENT_DEFINED_RENAMED = 2,
    /// The configuration came back with a snapshot. Since: 1.3.3
    VIR_DOMAIN_EVENT_DEFINED_FROM_SNAPSHOT = 3,
    /// How many values there are; it grows with releases. Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_DEFINED_LAST = 4,
}

/// The kind of a graphics client's address. Since: 0.8.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainEventGraphicsAddressType {
    /// An IPv4 address. Since: 0.8.0
    VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV4 = 0,
    /// An IPv6 address. Since: 0.8.0
    VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV6 = 1,
    /// The path of a UNIX socket. Since: 0.9.7
    VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_UNIX = 2,
    /// How many values there are; it grows with releases. Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_LAST = 3,
}

/// What a graphics client did. Since: 0.8.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainEventGraphicsPhase {
    /// It connected. Since: 0.8.0
    VIR_DOMAIN_EVENT_GRAPHICS_CONNECT = 0,
    /// It has authenticated and begins. Since: 0.8.0
    VIR_DOMAIN_EVENT_GRAPHICS_INITIALIZE = 1,
    /// It is gone. Since: 0.8.0
    VIR_DOMAIN_EVENT_GRAPHICS_DISCONNECT = 2,
    /// How many values there are; it grows with releases. Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_GRAPHICS_LAST = 3,
}

/// The classes of domain events, for virConnectDomainEventRegisterAny(), each with its kind of callback.
/// Since: 0.8.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainEventID {
    /// Started, stopped and so on: virConnectDomainEventCallback. Since: 0.8.0
    VIR_DOMAIN_EVENT_ID_LIFECYCLE = 0,
    /// The guest rebooted: virConnectDomainEventGenericCallback. Since: 0.8.0
    VIR_DOMAIN_EVENT_ID_REBOOT = 1,
    /// The guest set its clock: virConnectDomainEventRTCChangeCallback. Since: 0.8.0
    VIR_DOMAIN_EVENT_ID_RTC_CHANGE = 2,
    /// The watchdog fired: virConnectDomainEventWatchdogCallback. Since: 0.8.0
    VIR_DOMAIN_EVENT_ID_WATCHDOG = 3,
    /// A disk had an error: virConnectDomainEventIOErrorCallback. Since: 0.8.0
    VIR_DOMAIN_EVENT_ID_IO_ERROR = 4,
    /// A graphics client came or went: virConnectDomainEventGraphicsCallback. Since: 0.8.0
    VIR_DOMAIN_EVENT_ID_GRAPHICS = 5,
    /// A disk had an error, with its reason: virConnectDomainEventIOErrorReasonCallback. Since: 0.8.1
    VIR_DOMAIN_EVENT_ID_IO_ERROR_REASON = 6,
    /// The hypervisor cannot be controlled: virConnectDomainEventGenericCallback. Since: 0.9.2
    VIR_DOMAIN_EVENT_ID_CONTROL_ERROR = 7,
    /// A block job ended, by the disk's path: virConnectDomainEventBlockJobCallback. Since: 0.9.4
    VIR_DOMAIN_EVENT_ID_BLOCK_JOB = 8,
    /// A disk lost its source: virConnectDomainEventDiskChangeCallback. Since: 0.9.7
    VIR_DOMAIN_EVENT_ID_DISK_CHANGE = 9,
    /// A drive's tray moved: virConnectDomainEventTrayChangeCallback. Since: 0.9.11
    VIR_DOMAIN_EVENT_ID_TRAY_CHANGE = 10,
    /// The guest woke up: virConnectDomainEventPMWakeupCallback. Since: 0.9.11
    VIR_DOMAIN_EVENT_ID_PMWAKEUP = 11,
    /// The guest suspended itself to memory: virConnectDomainEventPMSuspendCallback. Since: 0.9.11
    VIR_DOMAIN_EVENT_ID_PMSUSPEND = 12,
    /// The balloon changed size: virConnectDomainEventBalloonChangeCallback. Since: 0.10.0
    VIR_DOMAIN_EVENT_ID_BALLOON_CHANGE = 13,
    /// The guest suspended itself to disk: virConnectDomainEventPMSuspendDiskCallback. Since: 1.0.0
    VIR_DOMAIN_EVENT_ID_PMSUSPEND_DISK = 14,
    /// A device is gone: virConnectDomainEventDeviceRemovedCallback. Since: 1.1.1
    VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED = 15,
    /// A block job ended, by the disk's target: virConnectDomainEventBlockJobCallback. Since: 1.2.6
    VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2 = 16,
    /// A tuning parameter changed: virConnectDomainEventTunableCallback. Since: 1.2.9
    VIR_DOMAIN_EVENT_ID_TUNABLE = 17,
    /// The guest agent came or went: virConnectDomainEventAgentLifecycleCallback. Since: 1.2.11
    VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE = 18,
    /// A device was added: virConnectDomainEventDeviceAddedCallback. Since: 1.2.15
    VIR_DOMAIN_EVENT_ID_DEVICE_ADDED = 19,
    /// Another pass of a migration began: virConnectDomainEventMigrationIterationCallback. Since: 1.3.2
    VIR_DOMAIN_EVENT_ID_MIGRATION_ITERATION = 20,
    /// A job ended: virConnectDomainEventJobCompletedCallback. Since: 1.3.3
    VIR_DOMAIN_EVENT_ID_JOB_COMPLETED = 21,
    /// The guest kept a device: virConnectDomainEventDeviceRemovalFailedCallback. Since: 1.3.4
    VIR_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED = 22,
    /// Metadata changed: virConnectDomainEventMetadataChangeCallback. Since: 3.0.0
    VIR_DOMAIN_EVENT_ID_METADATA_CHANGE = 23,
    /// A write went past the threshold: virConnectDomainEventBlockThresholdCallback. Since: 3.2.0
    VIR_DOMAIN_EVENT_ID_BLOCK_THRESHOLD = 24,
    /// Memory of the host is broken: virConnectDomainEventMemoryFailureCallback. Since: 6.9.0
    VIR_DOMAIN_EVENT_ID_MEMORY_FAILURE = 25,
    /// A memory device changed size: virConnectDomainEventMemoryDeviceSizeChangeCallback. Since: 7.9.0
    VIR_DOMAIN_EVENT_ID_MEMORY_DEVICE_SIZE_CHANGE = 26,
    /// The guest changed a MAC address: virConnectDomainEventNICMACChangeCallback. Since: 11.2.0
    VIR_DOMAIN_EVENT_ID_NIC_MAC_CHANGE = 27,
    /// A virtual CPU is gone: virConnectDomainEventVcpuRemovedCallback. Since: 12.4.0
    VIR_DOMAIN_EVENT_ID_VCPU_REMOVED = 28,
    /// The guest opened or closed a channel: virConnectDomainEventChannelLifecycleCallback. Since: 12.4.0
    VIR_DOMAIN_EVENT_ID_CHANNEL_LIFECYCLE = 29,
    /// How many values there are; it grows with releases. Since: 0.8.0
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_ID_LAST = 30,
}

/// What was done about a disk's error. Since: 0.8.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainEventIOErrorAction {
    /// Nothing. Since: 0.8.0
    VIR_DOMAIN_EVENT_IO_ERROR_NONE = 0,
    /// The guest was paused. Since: 0.8.0
    VIR_DOMAIN_EVENT_IO_ERROR_PAUSE = 1,
    /// The guest was told. Since: 0.8.0
    VIR_DOMAIN_EVENT_IO_ERROR_REPORT = 2,
    /// How many values there are; it grows with releases. Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_IO_ERROR_LAST = 3,
}

/// Details of VIR_DOMAIN_EVENT_PMSUSPENDED. Since: 0.10.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainEventPMSuspendedDetailType {
    /// Suspended to memory. Since: 0.10.2
    VIR_DOMAIN_EVENT_PMSUSPENDED_MEMORY = 0,
    /// Suspended to disk. Since: 1.0.0
    VIR_DOMAIN_EVENT_PMSUSPENDED_DISK = 1,
    /// How many values there are; it grows with releases. Since: 0.10.2
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_PMSUSPENDED_LAST = 2,
}

/// Details of VIR_DOMAIN_EVENT_RESUMED. Since: 0.5.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainEventResumedDetailType {
    /// Somebody resumed it. Since: 0.5.0
    VIR_DOMAIN_EVENT_RESUMED_UNPAUSED = 0,
    /// It goes on on the new host. Since: 0.5.0
    VIR_DOMAIN_EVENT_RESUMED_MIGRATED = 1,
    /// It was reverted to a snapshot. Since: 0.9.5
    VIR_DOMAIN_EVENT_RESUMED_FROM_SNAPSHOT = 2,
    /// It goes on while its memory still migrates. Since: 1.3.3
    VIR_DOMAIN_EVENT_RESUMED_POSTCOPY = 3,
    /// It goes on although the post-copy migration failed. Since: 8.5.0
    VIR_DOMAIN_EVENT_RESUMED_POSTCOPY_FAILED = 4,
    /// How many values there are; it grows with releases. Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_RESUMED_LAST = 5,
}

/// Details of VIR_DOMAIN_EVENT_SHUTDOWN. Since: 0.9.8
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainEventShutdownDetailType {
    /// The guest has shut down. Since: 0.9.8
    VIR_DOMAIN_EVENT_SHUTDOWN_FINISHED = 0,
    /// The guest did so by itself. Since: 3.4.0
    VIR_DOMAIN_EVENT_SHUTDOWN_GUEST = 1,
    /// The host asked for it. Since: 3.4.0
    VIR_DOMAIN_EVENT_SHUTDOWN_HOST = 2,
    /// How many values there are; it grows with releases. Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_SHUTDOWN_LAST = 3,
}

/// Details of VIR_DOMAIN_EVENT_STARTED. Since: 0.5.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainEventStartedDetailType {
    /// It was booted. Since: 0.5.0
    VIR_DOMAIN_EVENT_STARTED_BOOTED = 0,
    /// It arrived from another host. Since: 0.5.0
    VIR_DOMAIN_EVENT_STARTED_MIGRATED = 1,
    /// It was restored from a save image. Since: 0.5.0
    VIR_DOMAIN_EVENT_STARTED_RESTORED = 2,
    /// It was reverted to a snapshot. Since: 0.8.0
    VIR_DOMAIN_EVENT_STARTED_FROM_SNAPSHOT = 3,
    /// It woke up. Since: 0.9.11
    VIR_DOMAIN_EVENT_STARTED_WAKEUP = 4,
    /// Its hypervisor process was made anew. Since: 11.6.0
    VIR_DOMAIN_EVENT_STARTED_RECREATED = 5,
    /// How many values there are; it grows with releases. Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_STARTED_LAST = 6,
}

/// Details of VIR_DOMAIN_EVENT_STOPPED. Since: 0.5.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainEventStoppedDetailType {
    /// The guest shut down. Since: 0.5.0
    VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN = 0,
    /// It was destroyed. Since: 0.5.0
    VIR_DOMAIN_EVENT_STOPPED_DESTROYED = 1,
    /// It crashed. Since: 0.5.0
    VIR_DOMAIN_EVENT_STOPPED_CRASHED = 2,
    /// It went to another host. Since: 0.5.0
    VIR_DOMAIN_EVENT_STOPPED_MIGRATED = 3,
    /// It was saved to a file. Since: 0.5.0
    VIR_DOMAIN_EVENT_STOPPED_SAVED = 4,
    /// It could not be started, or the hypervisor failed. Since: 0.5.0
    VIR_DOMAIN_EVENT_STOPPED_FAILED = 5,
    /// It was reverted to a snapshot of a stopped guest. Since: 0.8.0
    VIR_DOMAIN_EVENT_STOPPED_FROM_SNAPSHOT = 6,
    /// Its hypervisor process was made anew. Since: 11.6.0
    VIR_DOMAIN_EVENT_STOPPED_RECREATED = 7,
    /// How many values there are; it grows with releases. Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_STOPPED_LAST = 8,
}

/// Details of VIR_DOMAIN_EVENT_SUSPENDED. Since: 0.5.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainEventSuspendedDetailType {
    /// Somebody paused it. Since: 0.5.0
    VIR_DOMAIN_EVENT_SUSPENDED_PAUSED = 0,
    /// Its last memory is being migrated. Since: 0.5.0
    VIR_DOMAIN_EVENT_SUSPENDED_MIGRATED = 1,
    /// A disk had an error. Since: 0.8.0
    VIR_DOMAIN_EVENT_SUSPENDED_IOERROR = 2,
    /// The watchdog fired. Since: 0.8.0
    VIR_DOMAIN_EVENT_SUSPENDED_WATCHDOG = 3,
    /// It was restored from an image of a paused guest. Since: 0.9.5
    VIR_DOMAIN_EVENT_SUSPENDED_RESTORED = 4,
    /// It was reverted to a snapshot of a paused guest. Since: 0.9.5
    VIR_DOMAIN_EVENT_SUSPENDED_FROM_SNAPSHOT = 5,
    /// A call to the library failed half-way. Since: 1.0.1
    VIR_DOMAIN_EVENT_SUSPENDED_API_ERROR = 6,
    /// Its memory migrates from here in the post-copy phase. Since: 1.3.3
    VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY = 7,
    /// The post-copy migration failed. Since: 1.3.3
    VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY_FAILED = 8,
    /// The guest has shut down, and its hypervisor stays. Since: 11.10.0
    VIR_DOMAIN_EVENT_SUSPENDED_GUEST_SHUTDOWN = 9,
    /// How many values there are; it grows with releases. Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_SUSPENDED_LAST = 10,
}

/// What a drive's tray did. Since: 0.9.11
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainEventTrayChangeReason {
    /// It was opened. Since: 0.9.11
    VIR_DOMAIN_EVENT_TRAY_CHANGE_OPEN = 0,
    /// It was closed. Since: 0.9.11
    VIR_DOMAIN_EVENT_TRAY_CHANGE_CLOSE = 1,
    /// How many values there are; it grows with releases. Since: 0.9.11
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_TRAY_CHANGE_LAST = 2,
}

/// What happened to a domain; each has its own enum of details. Since: 0.5.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainEventType {
    /// It was defined, or its definition changed. Since: 0.5.0
    VIR_DOMAIN_EVENT_DEFINED = 0,
    /// It was undefined. Since: 0.5.0
    VIR_DOMAIN_EVENT_UNDEFINED = 1,
    /// It was started. Since: 0.5.0
    VIR_DOMAIN_EVENT_STARTED = 2,
    /// It was paused. Since: 0.5.0
    VIR_DOMAIN_EVENT_SUSPENDED = 3,
    /// It goes on. Since: 0.5.0
    VIR_DOMAIN_EVENT_RESUMED = 4,
    /// It is off. Since: 0.5.0
    VIR_DOMAIN_EVENT_STOPPED = 5,
    /// Its guest has shut down. Since: 0.9.8
    VIR_DOMAIN_EVENT_SHUTDOWN = 6,
    /// Its guest suspended itself. Since: 0.10.2
    VIR_DOMAIN_EVENT_PMSUSPENDED = 7,
    /// Its guest crashed. Since: 1.1.1
    VIR_DOMAIN_EVENT_CRASHED = 8,
    /// How many values there are; it grows with releases. Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_LAST = 9,
}

/// Details of VIR_DOMAIN_EVENT_UNDEFINED. Since: 0.5.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainEventUndefinedDetailType {
    /// The definition is gone. Since: 0.5.0
    VIR_DOMAIN_EVENT_UNDEFINED_REMOVED = 0,
    /// The domain has another name now. Since: 1.2.19
    VIR_DOMAIN_EVENT_UNDEFINED_RENAMED = 1,
    /// How many values there are; it grows with releases. Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_UNDEFINED_LAST = 2,
}

/// What a watchdog that fired did. Since: 0.8.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainEventWatchdogAction {
    /// Nothing. Since: 0.8.0
    VIR_DOMAIN_EVENT_WATCHDOG_NONE = 0,
    /// The guest was paused. Since: 0.8.0
    VIR_DOMAIN_EVENT_WATCHDOG_PAUSE = 1,
    /// The guest was reset. Since: 0.8.0
    VIR_DOMAIN_EVENT_WATCHDOG_RESET = 2,
    /// The guest was ended at once. Since: 0.8.0
    VIR_DOMAIN_EVENT_WATCHDOG_POWEROFF = 3,
    /// The guest was asked to shut down. Since: 0.8.0
    VIR_DOMAIN_EVENT_WATCHDOG_SHUTDOWN = 4,
    /// Nothing but a message. Since: 0.8.0
    VIR_DOMAIN_EVENT_WATCHDOG_DEBUG = 5,
    /// The guest got an NMI. Since: 1.2.17
    VIR_DOMAIN_EVENT_WATCHDOG_INJECTNMI = 6,
    /// How many values there are; it grows with releases. Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_WATCHDOG_LAST = 7,
}

/// What was done about broken memory. Since: 6.9.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainMemoryFailureActionType {
    /// Nothing: it can be left until it is used. Since: 6.9.0
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_IGNORE = 0,
    /// The guest was told. Since: 6.9.0
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_INJECT = 1,
    /// The hypervisor cannot go on. Since: 6.9.0
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_FATAL = 2,
    /// The guest was reset. Since: 6.9.0
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_RESET = 3,
    /// How many values there are; it grows with releases. Since: 6.9.0
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_LAST = 4,
}

/// How bad broken memory is. Since: 6.9.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainMemoryFailureFlags {
    /// Something has to be done at once. Since: 6.9.0
    VIR_DOMAIN_MEMORY_FAILURE_ACTION_REQUIRED = 1 << 0,
    /// It broke while the guest dealt with an earlier failure. Since: 6.9.0
    VIR_DOMAIN_MEMORY_FAILURE_RECURSIVE = 1 << 1,
}

/// Whose memory is broken. Since: 6.9.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainMemoryFailureRecipientType {
    /// The hypervisor's own. Since: 6.9.0
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_HYPERVISOR = 0,
    /// The guest's. Since: 6.9.0
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_GUEST = 1,
    /// How many values there are; it grows with releases. Since: 6.9.0
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_LAST = 2,
}

/// Told that the guest agent came or went; see virConnectDomainEventAgentLifecycleState and -Reason. Since:
/// 1.2.11
pub type virConnectDomainEventAgentLifecycleCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        state: c_int,
        reason: c_int,
        opaque: *mut c_void,
    ),
>;

/// Told that the balloon leaves the guest `actual` KiB. Since: 0.10.0
pub type virConnectDomainEventBalloonChangeCallback = Option<
    unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, actual: c_ulonglong, opaque: *mut c_void),
>;

/// Told how a block job ended; `type` is a virDomainBlockJobType, `status` a
/// virConnectDomainEventBlockJobStatus. Since: 0.9.4
pub type virConnectDomainEventBlockJobCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        disk: *const c_char,
        r#type: c_int,
        status: c_int,
        opaque: *mut c_void,
    ),
>;

/// Told that a write went `excess` bytes past the `threshold` of `dev`. Since: 3.2.0
pub type virConnectDomainEventBlockThresholdCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        dev: *const c_char,
        path: *const c_char,
        threshold: c_ulonglong,
        excess: c_ulonglong,
        opaque: *mut c_void,
    ),
>;

/// Told what happened to a domain; `event` is a virDomainEventType, `detail` from its enum. The result is
/// not used. Since: 0.5.0
pub type virConnectDomainEventCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        event: c_int,
        detail: c_int,
        opaque: *mut c_void,
    ) -> c_int,
>;

/// Told that the guest opened or closed a channel. Since: 12.4.0
pub type virConnectDomainEventChannelLifecycleCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        channelName: *const c_char,
        state: c_int,
        reason: c_int,
        opaque: *mut c_void,
    ),
>;

/// Told that a device was added, by its alias. Since: 1.2.15
pub type virConnectDomainEventDeviceAddedCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        devAlias: *const c_char,
        opaque: *mut c_void,
    ),
>;

/// Told that the guest kept a device, by its alias. Since: 1.3.4
pub type virConnectDomainEventDeviceRemovalFailedCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        devAlias: *const c_char,
        opaque: *mut c_void,
    ),
>;

/// Told that a device is gone, by its alias. Since: 1.1.1
pub type virConnectDomainEventDeviceRemovedCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        devAlias: *const c_char,
        opaque: *mut c_void,
    ),
>;

/// Told that a disk has another source; `reason` is a virConnectDomainEventDiskChangeReason. Since: 0.9.7
pub type virConnectDomainEventDiskChangeCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        oldSrcPath: *const c_char,
        newSrcPath: *const c_char,
        devAlias: *const c_char,
        reason: c_int,
        opaque: *mut c_void,
    ),
>;

/// Told that something happened, without more; other callbacks are cast to this. Since: 0.8.0
pub type virConnectDomainEventGenericCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, opaque: *mut c_void)>;

/// Told what a graphics client did; `phase` is a virDomainEventGraphicsPhase. Since: 0.8.0
pub type virConnectDomainEventGraphicsCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        phase: c_int,
        local: *const virDomainEventGraphicsAddress,
        remote: *const virDomainEventGraphicsAddress,
        authScheme: *const c_char,
        subject: *const virDomainEventGraphicsSubject,
        opaque: *mut c_void,
    ),
>;

/// Told that a disk had an error; `action` is a virDomainEventIOErrorAction. Since: 0.8.0
pub type virConnectDomainEventIOErrorCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        srcPath: *const c_char,
        devAlias: *const c_char,
        action: c_int,
        opaque: *mut c_void,
    ),
>;

/// The same, with the reason as the hypervisor words it. Since: 0.8.1
pub type virConnectDomainEventIOErrorReasonCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        srcPath: *const c_char,
        devAlias: *const c_char,
        action: c_int,
        reason: *const c_char,
        opaque: *mut c_void,
    ),
>;

/// Told that a job ended, with what virDomainGetJobStats() would say. Since: 1.3.3
pub type virConnectDomainEventJobCompletedCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        params: virTypedParameterPtr,
        nparams: c_int,
        opaque: *mut c_void,
    ),
>;

/// Told that a memory device has `size` KiB now. Since: 7.9.0
pub type virConnectDomainEventMemoryDeviceSizeChangeCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        alias: *const c_char,
        size: c_ulonglong,
        opaque: *mut c_void,
    ),
>;

/// Told that memory is broken; see the virDomainMemoryFailure enums. Since: 6.9.0
pub type virConnectDomainEventMemoryFailureCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        recipient: c_int,
        action: c_int,
        flags: c_uint,
        opaque: *mut c_void,
    ),
>;

/// Told that metadata changed; `type` is a virDomainMetadataType, `nsuri` the namespace of an element.
/// Since: 3.0.0
pub type virConnectDomainEventMetadataChangeCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        r#type: c_int,
        nsuri: *const c_char,
        opaque: *mut c_void,
    ),
>;

/// Told which pass over memory a migration begins. Since: 1.3.2
pub type virConnectDomainEventMigrationIterationCallback = Option<
    unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, iteration: c_int, opaque: *mut c_void),
>;

/// Told that the guest gave an interface another hardware address. Since: 11.2.0
pub type virConnectDomainEventNICMACChangeCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        alias: *const c_char,
        oldMAC: *const c_char,
        newMAC: *const c_char,
        opaque: *mut c_void,
    ),
>;

/// Told that the guest suspended itself to memory. Since: 0.9.11
pub type virConnectDomainEventPMSuspendCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, reason: c_int, opaque: *mut c_void)>;

/// Told that the guest suspended itself to disk. Since: 1.0.0
pub type virConnectDomainEventPMSuspendDiskCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, reason: c_int, opaque: *mut c_void)>;

/// Told that the guest woke up. Since: 0.9.11
pub type virConnectDomainEventPMWakeupCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, reason: c_int, opaque: *mut c_void)>;

/// Told that the guest set its clock, `utcoffset` seconds from UTC. Since: 0.8.0
pub type virConnectDomainEventRTCChangeCallback = Option<
    unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, utcoffset: c_longlong, opaque: *mut c_void),
>;

/// Told that a tray moved; `reason` is a virDomainEventTrayChangeReason. Since: 0.9.11
pub type virConnectDomainEventTrayChangeCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        devAlias: *const c_char,
        reason: c_int,
        opaque: *mut c_void,
    ),
>;

/// Told that tuning parameters changed, with those that did. Since: 1.2.9
pub type virConnectDomainEventTunableCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        params: virTypedParameterPtr,
        nparams: c_int,
        opaque: *mut c_void,
    ),
>;

/// Told that a virtual CPU is gone. Since: 12.4.0
pub type virConnectDomainEventVcpuRemovedCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, vcpuid: c_uint, opaque: *mut c_void)>;

/// Told that the watchdog fired; `action` is a virDomainEventWatchdogAction. Since: 0.8.0
pub type virConnectDomainEventWatchdogCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, action: c_int, opaque: *mut c_void)>;

/// String: the disk whose limits changed, by its target. Since: 1.2.9
pub const VIR_DOMAIN_TUNABLE_BLKDEV_DISK: &CStr = c"blkdeviotune.disk";

/// String: the group of disks that share these limits. Since: 3.0.0
pub const VIR_DOMAIN_TUNABLE_BLKDEV_GROUP_NAME: &CStr = c"blkdeviotune.group_name";

/// Unsigned 64 bit: bytes read a second. Since: 1.2.9
pub const VIR_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC: &CStr = c"blkdeviotune.read_bytes_sec";

/// Unsigned 64 bit: bytes read a second in a burst. Since: 1.2.11
pub const VIR_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC_MAX: &CStr = c"blkdeviotune.read_bytes_sec_max";

/// Unsigned 64 bit: how long such a burst may last, in seconds. Since: 2.4.0
pub const VIR_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC_MAX_LENGTH: &CStr =
    c"blkdeviotune.read_bytes_sec_max_length";

/// Unsigned 64 bit: read requests a second. Since: 1.2.9
pub const VIR_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC: &CStr = c"blkdeviotune.read_iops_sec";

/// Unsigned 64 bit: read requests a second in a burst. Since: 1.2.11
pub const VIR_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC_MAX: &CStr = c"blkdeviotune.read_iops_sec_max";

/// Unsigned 64 bit: how long such a burst may last, in seconds. Since: 2.4.0
pub const VIR_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC_MAX_LENGTH: &CStr =
    c"blkdeviotune.read_iops_sec_max_length";

/// Unsigned 64 bit: the size at which a request begins to count as several, in bytes. Since: 1.2.11
pub const VIR_DOMAIN_TUNABLE_BLKDEV_SIZE_IOPS_SEC: &CStr = c"blkdeviotune.size_iops_sec";

/// Unsigned 64 bit: bytes read and written a second. Since: 1.2.9
pub const VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC: &CStr = c"blkdeviotune.total_bytes_sec";

/// Unsigned 64 bit: bytes read and written a second in a burst. Since: 1.2.11
pub const VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC_MAX: &CStr = c"blkdeviotune.total_bytes_sec_max";

/// Unsigned 64 bit: how long such a burst may last, in seconds. Since: 2.4.0
pub const VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC_MAX_LENGTH: &CStr =
    c"blkdeviotune.total_bytes_sec_max_length";

/// Unsigned 64 bit: requests a second. Since: 1.2.9
pub const VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC: &CStr = c"blkdeviotune.total_iops_sec";

/// Unsigned 64 bit: requests a second in a burst. Since: 1.2.11
pub const VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC_MAX: &CStr = c"blkdeviotune.total_iops_sec_max";

/// Unsigned 64 bit: how long such a burst may last, in seconds. Since: 2.4.0
pub const VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC_MAX_LENGTH: &CStr =
    c"blkdeviotune.total_iops_sec_max_length";

/// Unsigned 64 bit: bytes written a second. Since: 1.2.9
pub const VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC: &CStr = c"blkdeviotune.write_bytes_sec";

/// Unsigned 64 bit: bytes written a second in a burst. Since: 1.2.11
pub const VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC_MAX: &CStr = c"blkdeviotune.write_bytes_sec_max";

/// Unsigned 64 bit: how long such a burst may last, in seconds. Since: 2.4.0
pub const VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC_MAX_LENGTH: &CStr =
    c"blkdeviotune.write_bytes_sec_max_length";

/// Unsigned 64 bit: write requests a second. Since: 1.2.9
pub const VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC: &CStr = c"blkdeviotune.write_iops_sec";

/// Unsigned 64 bit: write requests a second in a burst. Since: 1.2.11
pub const VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC_MAX: &CStr = c"blkdeviotune.write_iops_sec_max";

/// Unsigned 64 bit: how long such a burst may last, in seconds. Since: 2.4.0
pub const VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC_MAX_LENGTH: &CStr =
    c"blkdeviotune.write_iops_sec_max_length";

/// Unsigned 64 bit: the domain's share of CPU time. Since: 1.2.9
pub const VIR_DOMAIN_TUNABLE_CPU_CPU_SHARES: &CStr = c"cputune.cpu_shares";

/// String: the CPUs that the emulator may run on. Since: 1.2.9
pub const VIR_DOMAIN_TUNABLE_CPU_EMULATORPIN: &CStr = c"cputune.emulatorpin";

/// Unsigned 64 bit: the period of the emulator's quota, in microseconds. Since: 1.2.9
pub const VIR_DOMAIN_TUNABLE_CPU_EMULATOR_PERIOD: &CStr = c"cputune.emulator_period";

/// Signed 64 bit: what the emulator may use in a period, in microseconds. Since: 1.2.9
pub const VIR_DOMAIN_TUNABLE_CPU_EMULATOR_QUOTA: &CStr = c"cputune.emulator_quota";

/// Unsigned 64 bit: the period of the whole domain's quota, in microseconds. Since: 1.3.3
pub const VIR_DOMAIN_TUNABLE_CPU_GLOBAL_PERIOD: &CStr = c"cputune.global_period";

/// Signed 64 bit: what the whole domain may use in a period, in microseconds. Since: 1.3.3
pub const VIR_DOMAIN_TUNABLE_CPU_GLOBAL_QUOTA: &CStr = c"cputune.global_quota";

/// With the I/O thread's number behind it, string: the CPUs that it may run on. Since: 1.2.14
pub const VIR_DOMAIN_TUNABLE_CPU_IOTHREADSPIN: &CStr = c"cputune.iothreadpin%u";

/// Unsigned 64 bit: the period of each I/O thread's quota, in microseconds. Since: 2.2.0
pub const VIR_DOMAIN_TUNABLE_CPU_IOTHREAD_PERIOD: &CStr = c"cputune.iothread_period";

/// Signed 64 bit: what each I/O thread may use in a period, in microseconds. Since: 2.2.0
pub const VIR_DOMAIN_TUNABLE_CPU_IOTHREAD_QUOTA: &CStr = c"cputune.iothread_quota";

/// With the virtual CPU's number behind it, string: the CPUs that it may run on. Since: 1.2.9
pub const VIR_DOMAIN_TUNABLE_CPU_VCPUPIN: &CStr = c"cputune.vcpupin%u";

/// Unsigned 64 bit: the period of each virtual CPU's quota, in microseconds. Since: 1.2.9
pub const VIR_DOMAIN_TUNABLE_CPU_VCPU_PERIOD: &CStr = c"cputune.vcpu_period";

/// Signed 64 bit: what each virtual CPU may use in a period, in microseconds. Since: 1.2.9
pub const VIR_DOMAIN_TUNABLE_CPU_VCPU_QUOTA: &CStr = c"cputune.vcpu_quota";
