//! What domain events carry: classes, details, reasons and the callbacks that receive them.

use crate::common::virTypedParameterPtr;
use crate::domain::virDomainPtr;
use crate::host::virConnectPtr;
use std::ffi::{CStr, c_char, c_int, c_longlong, c_uint, c_ulonglong, c_void};

/// Since: 0.8.0
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainEventGraphicsAddress {
    pub family: c_int,
    pub node: *mut c_char,
    pub service: *mut c_char,
}

/// Since: 0.8.0
pub type virDomainEventGraphicsAddress = _virDomainEventGraphicsAddress;

/// Since: 0.8.0
pub type virDomainEventGraphicsAddressPtr = *mut virDomainEventGraphicsAddress;

/// Since: 0.8.0
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainEventGraphicsSubject {
    pub nidentity: c_int,
    pub identities: virDomainEventGraphicsSubjectIdentityPtr,
}

/// Since: 0.8.0
pub type virDomainEventGraphicsSubject = _virDomainEventGraphicsSubject;

/// Since: 0.8.0
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virDomainEventGraphicsSubjectIdentity {
    pub r#type: *mut c_char,
    pub name: *mut c_char,
}

/// Since: 0.8.0
pub type virDomainEventGraphicsSubjectIdentity = _virDomainEventGraphicsSubjectIdentity;

/// Since: 0.8.0
pub type virDomainEventGraphicsSubjectIdentityPtr = *mut virDomainEventGraphicsSubjectIdentity;

/// Since: 0.8.0
pub type virDomainEventGraphicsSubjectPtr = *mut virDomainEventGraphicsSubject;

/// Since: 1.2.11
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectDomainEventAgentLifecycleReason {
    /// Since: 1.2.11
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_UNKNOWN = 0,
    /// Since: 1.2.11
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_DOMAIN_STARTED = 1,
    /// Since: 1.2.11
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_CHANNEL = 2,
    /// Since: 1.2.11
    #[cfg(enum_sentinels)]
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_LAST = 3,
}

/// Since: 1.2.11
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectDomainEventAgentLifecycleState {
    /// Since: 1.2.11
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_CONNECTED = 1,
    /// Since: 1.2.11
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_DISCONNECTED = 2,
    /// Since: 1.2.11
    #[cfg(enum_sentinels)]
    VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_LAST = 3,
}

/// Since: 0.9.4
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectDomainEventBlockJobStatus {
    /// Since: 0.9.4
    VIR_DOMAIN_BLOCK_JOB_COMPLETED = 0,
    /// Since: 0.9.4
    VIR_DOMAIN_BLOCK_JOB_FAILED = 1,
    /// Since: 0.9.12
    VIR_DOMAIN_BLOCK_JOB_CANCELED = 2,
    /// Since: 1.0.0
    VIR_DOMAIN_BLOCK_JOB_READY = 3,
    /// Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_BLOCK_JOB_LAST = 4,
}

/// Since: 12.4.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectDomainEventChannelLifecycleReason {
    /// Since: 12.4.0
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_UNKNOWN = 0,
    /// Since: 12.4.0
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_DOMAIN_STARTED = 1,
    /// Since: 12.4.0
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_CHANNEL = 2,
    /// Since: 12.4.0
    #[cfg(enum_sentinels)]
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_REASON_LAST = 3,
}

/// Since: 12.4.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectDomainEventChannelLifecycleState {
    /// Since: 12.4.0
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_CONNECTED = 1,
    /// Since: 12.4.0
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_DISCONNECTED = 2,
    /// Since: 12.4.0
    #[cfg(enum_sentinels)]
    VIR_CONNECT_DOMAIN_EVENT_CHANNEL_LIFECYCLE_STATE_LAST = 3,
}

/// Since: 0.9.7
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectDomainEventDiskChangeReason {
    /// Since: 0.9.7
    VIR_DOMAIN_EVENT_DISK_CHANGE_MISSING_ON_START = 0,
    /// Since: 1.1.2
    VIR_DOMAIN_EVENT_DISK_DROP_MISSING_ON_START = 1,
    /// Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_DISK_CHANGE_LAST = 2,
}

/// Since: 1.1.1
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainEventCrashedDetailType {
    /// Since: 1.1.1
    VIR_DOMAIN_EVENT_CRASHED_PANICKED = 0,
    /// Since: 6.1.0
    VIR_DOMAIN_EVENT_CRASHED_CRASHLOADED = 1,
    /// Since: 1.1.1
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_CRASHED_LAST = 2,
}

/// Since: 0.5.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainEventDefinedDetailType {
    /// Since: 0.5.0
    VIR_DOMAIN_EVENT_DEFINED_ADDED = 0,
    /// Since: 0.5.0
    VIR_DOMAIN_EVENT_DEFINED_UPDATED = 1,
    /// Since: 1.2.19
    VIR_DOMAIN_EVENT_DEFINED_RENAMED = 2,
    /// Since: 1.3.3
    VIR_DOMAIN_EVENT_DEFINED_FROM_SNAPSHOT = 3,
    /// Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_DEFINED_LAST = 4,
}

/// Since: 0.8.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainEventGraphicsAddressType {
    /// Since: 0.8.0
    VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV4 = 0,
    /// Since: 0.8.0
    VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV6 = 1,
    /// Since: 0.9.7
    VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_UNIX = 2,
    /// Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_LAST = 3,
}

/// Since: 0.8.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainEventGraphicsPhase {
    /// Since: 0.8.0
    VIR_DOMAIN_EVENT_GRAPHICS_CONNECT = 0,
    /// Since: 0.8.0
    VIR_DOMAIN_EVENT_GRAPHICS_INITIALIZE = 1,
    /// Since: 0.8.0
    VIR_DOMAIN_EVENT_GRAPHICS_DISCONNECT = 2,
    /// Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_GRAPHICS_LAST = 3,
}

/// Since: 0.8.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainEventID {
    /// Since: 0.8.0
    VIR_DOMAIN_EVENT_ID_LIFECYCLE = 0,
    /// Since: 0.8.0
    VIR_DOMAIN_EVENT_ID_REBOOT = 1,
    /// Since: 0.8.0
    VIR_DOMAIN_EVENT_ID_RTC_CHANGE = 2,
    /// Since: 0.8.0
    VIR_DOMAIN_EVENT_ID_WATCHDOG = 3,
    /// Since: 0.8.0
    VIR_DOMAIN_EVENT_ID_IO_ERROR = 4,
    /// Since: 0.8.0
    VIR_DOMAIN_EVENT_ID_GRAPHICS = 5,
    /// Since: 0.8.1
    VIR_DOMAIN_EVENT_ID_IO_ERROR_REASON = 6,
    /// Since: 0.9.2
    VIR_DOMAIN_EVENT_ID_CONTROL_ERROR = 7,
    /// Since: 0.9.4
    VIR_DOMAIN_EVENT_ID_BLOCK_JOB = 8,
    /// Since: 0.9.7
    VIR_DOMAIN_EVENT_ID_DISK_CHANGE = 9,
    /// Since: 0.9.11
    VIR_DOMAIN_EVENT_ID_TRAY_CHANGE = 10,
    /// Since: 0.9.11
    VIR_DOMAIN_EVENT_ID_PMWAKEUP = 11,
    /// Since: 0.9.11
    VIR_DOMAIN_EVENT_ID_PMSUSPEND = 12,
    /// Since: 0.10.0
    VIR_DOMAIN_EVENT_ID_BALLOON_CHANGE = 13,
    /// Since: 1.0.0
    VIR_DOMAIN_EVENT_ID_PMSUSPEND_DISK = 14,
    /// Since: 1.1.1
    VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED = 15,
    /// Since: 1.2.6
    VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2 = 16,
    /// Since: 1.2.9
    VIR_DOMAIN_EVENT_ID_TUNABLE = 17,
    /// Since: 1.2.11
    VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE = 18,
    /// Since: 1.2.15
    VIR_DOMAIN_EVENT_ID_DEVICE_ADDED = 19,
    /// Since: 1.3.2
    VIR_DOMAIN_EVENT_ID_MIGRATION_ITERATION = 20,
    /// Since: 1.3.3
    VIR_DOMAIN_EVENT_ID_JOB_COMPLETED = 21,
    /// Since: 1.3.4
    VIR_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED = 22,
    /// Since: 3.0.0
    VIR_DOMAIN_EVENT_ID_METADATA_CHANGE = 23,
    /// Since: 3.2.0
    VIR_DOMAIN_EVENT_ID_BLOCK_THRESHOLD = 24,
    /// Since: 6.9.0
    VIR_DOMAIN_EVENT_ID_MEMORY_FAILURE = 25,
    /// Since: 7.9.0
    VIR_DOMAIN_EVENT_ID_MEMORY_DEVICE_SIZE_CHANGE = 26,
    /// Since: 11.2.0
    VIR_DOMAIN_EVENT_ID_NIC_MAC_CHANGE = 27,
    /// Since: 12.4.0
    VIR_DOMAIN_EVENT_ID_VCPU_REMOVED = 28,
    /// Since: 12.4.0
    VIR_DOMAIN_EVENT_ID_CHANNEL_LIFECYCLE = 29,
    /// Since: 0.8.0
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_ID_LAST = 30,
}

/// Since: 0.8.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainEventIOErrorAction {
    /// Since: 0.8.0
    VIR_DOMAIN_EVENT_IO_ERROR_NONE = 0,
    /// Since: 0.8.0
    VIR_DOMAIN_EVENT_IO_ERROR_PAUSE = 1,
    /// Since: 0.8.0
    VIR_DOMAIN_EVENT_IO_ERROR_REPORT = 2,
    /// Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_IO_ERROR_LAST = 3,
}

/// Since: 0.10.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainEventPMSuspendedDetailType {
    /// Since: 0.10.2
    VIR_DOMAIN_EVENT_PMSUSPENDED_MEMORY = 0,
    /// Since: 1.0.0
    VIR_DOMAIN_EVENT_PMSUSPENDED_DISK = 1,
    /// Since: 0.10.2
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_PMSUSPENDED_LAST = 2,
}

/// Since: 0.5.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainEventResumedDetailType {
    /// Since: 0.5.0
    VIR_DOMAIN_EVENT_RESUMED_UNPAUSED = 0,
    /// Since: 0.5.0
    VIR_DOMAIN_EVENT_RESUMED_MIGRATED = 1,
    /// Since: 0.9.5
    VIR_DOMAIN_EVENT_RESUMED_FROM_SNAPSHOT = 2,
    /// Since: 1.3.3
    VIR_DOMAIN_EVENT_RESUMED_POSTCOPY = 3,
    /// Since: 8.5.0
    VIR_DOMAIN_EVENT_RESUMED_POSTCOPY_FAILED = 4,
    /// Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_RESUMED_LAST = 5,
}

/// Since: 0.9.8
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainEventShutdownDetailType {
    /// Since: 0.9.8
    VIR_DOMAIN_EVENT_SHUTDOWN_FINISHED = 0,
    /// Since: 3.4.0
    VIR_DOMAIN_EVENT_SHUTDOWN_GUEST = 1,
    /// Since: 3.4.0
    VIR_DOMAIN_EVENT_SHUTDOWN_HOST = 2,
    /// Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_SHUTDOWN_LAST = 3,
}

/// Since: 0.5.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainEventStartedDetailType {
    /// Since: 0.5.0
    VIR_DOMAIN_EVENT_STARTED_BOOTED = 0,
    /// Since: 0.5.0
    VIR_DOMAIN_EVENT_STARTED_MIGRATED = 1,
    /// Since: 0.5.0
    VIR_DOMAIN_EVENT_STARTED_RESTORED = 2,
    /// Since: 0.8.0
    VIR_DOMAIN_EVENT_STARTED_FROM_SNAPSHOT = 3,
    /// Since: 0.9.11
    VIR_DOMAIN_EVENT_STARTED_WAKEUP = 4,
    /// Since: 11.6.0
    VIR_DOMAIN_EVENT_STARTED_RECREATED = 5,
    /// Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_STARTED_LAST = 6,
}

/// Since: 0.5.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainEventStoppedDetailType {
    /// Since: 0.5.0
    VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN = 0,
    /// Since: 0.5.0
    VIR_DOMAIN_EVENT_STOPPED_DESTROYED = 1,
    /// Since: 0.5.0
    VIR_DOMAIN_EVENT_STOPPED_CRASHED = 2,
    /// Since: 0.5.0
    VIR_DOMAIN_EVENT_STOPPED_MIGRATED = 3,
    /// Since: 0.5.0
    VIR_DOMAIN_EVENT_STOPPED_SAVED = 4,
    /// Since: 0.5.0
    VIR_DOMAIN_EVENT_STOPPED_FAILED = 5,
    /// Since: 0.8.0
    VIR_DOMAIN_EVENT_STOPPED_FROM_SNAPSHOT = 6,
    /// Since: 11.6.0
    VIR_DOMAIN_EVENT_STOPPED_RECREATED = 7,
    /// Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_STOPPED_LAST = 8,
}

/// Since: 0.5.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainEventSuspendedDetailType {
    /// Since: 0.5.0
    VIR_DOMAIN_EVENT_SUSPENDED_PAUSED = 0,
    /// Since: 0.5.0
    VIR_DOMAIN_EVENT_SUSPENDED_MIGRATED = 1,
    /// Since: 0.8.0
    VIR_DOMAIN_EVENT_SUSPENDED_IOERROR = 2,
    /// Since: 0.8.0
    VIR_DOMAIN_EVENT_SUSPENDED_WATCHDOG = 3,
    /// Since: 0.9.5
    VIR_DOMAIN_EVENT_SUSPENDED_RESTORED = 4,
    /// Since: 0.9.5
    VIR_DOMAIN_EVENT_SUSPENDED_FROM_SNAPSHOT = 5,
    /// Since: 1.0.1
    VIR_DOMAIN_EVENT_SUSPENDED_API_ERROR = 6,
    /// Since: 1.3.3
    VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY = 7,
    /// Since: 1.3.3
    VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY_FAILED = 8,
    /// Since: 11.10.0
    VIR_DOMAIN_EVENT_SUSPENDED_GUEST_SHUTDOWN = 9,
    /// Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_SUSPENDED_LAST = 10,
}

/// Since: 0.9.11
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainEventTrayChangeReason {
    /// Since: 0.9.11
    VIR_DOMAIN_EVENT_TRAY_CHANGE_OPEN = 0,
    /// Since: 0.9.11
    VIR_DOMAIN_EVENT_TRAY_CHANGE_CLOSE = 1,
    /// Since: 0.9.11
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_TRAY_CHANGE_LAST = 2,
}

/// Since: 0.5.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainEventType {
    /// Since: 0.5.0
    VIR_DOMAIN_EVENT_DEFINED = 0,
    /// Since: 0.5.0
    VIR_DOMAIN_EVENT_UNDEFINED = 1,
    /// Since: 0.5.0
    VIR_DOMAIN_EVENT_STARTED = 2,
    /// Since: 0.5.0
    VIR_DOMAIN_EVENT_SUSPENDED = 3,
    /// Since: 0.5.0
    VIR_DOMAIN_EVENT_RESUMED = 4,
    /// Since: 0.5.0
    VIR_DOMAIN_EVENT_STOPPED = 5,
    /// Since: 0.9.8
    VIR_DOMAIN_EVENT_SHUTDOWN = 6,
    /// Since: 0.10.2
    VIR_DOMAIN_EVENT_PMSUSPENDED = 7,
    /// Since: 1.1.1
    VIR_DOMAIN_EVENT_CRASHED = 8,
    /// Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_LAST = 9,
}

/// Since: 0.5.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainEventUndefinedDetailType {
    /// Since: 0.5.0
    VIR_DOMAIN_EVENT_UNDEFINED_REMOVED = 0,
    /// Since: 1.2.19
    VIR_DOMAIN_EVENT_UNDEFINED_RENAMED = 1,
    /// Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_UNDEFINED_LAST = 2,
}

/// Since: 0.8.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainEventWatchdogAction {
    /// Since: 0.8.0
    VIR_DOMAIN_EVENT_WATCHDOG_NONE = 0,
    /// Since: 0.8.0
    VIR_DOMAIN_EVENT_WATCHDOG_PAUSE = 1,
    /// Since: 0.8.0
    VIR_DOMAIN_EVENT_WATCHDOG_RESET = 2,
    /// Since: 0.8.0
    VIR_DOMAIN_EVENT_WATCHDOG_POWEROFF = 3,
    /// Since: 0.8.0
    VIR_DOMAIN_EVENT_WATCHDOG_SHUTDOWN = 4,
    /// Since: 0.8.0
    VIR_DOMAIN_EVENT_WATCHDOG_DEBUG = 5,
    /// Since: 1.2.17
    VIR_DOMAIN_EVENT_WATCHDOG_INJECTNMI = 6,
    /// Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_WATCHDOG_LAST = 7,
}

/// Since: 6.9.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainMemoryFailureActionType {
    /// Since: 6.9.0
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_IGNORE = 0,
    /// Since: 6.9.0
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_INJECT = 1,
    /// Since: 6.9.0
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_FATAL = 2,
    /// Since: 6.9.0
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_RESET = 3,
    /// Since: 6.9.0
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_LAST = 4,
}

/// Since: 6.9.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainMemoryFailureFlags {
    /// Since: 6.9.0
    VIR_DOMAIN_MEMORY_FAILURE_ACTION_REQUIRED = 1 << 0,
    /// Since: 6.9.0
    VIR_DOMAIN_MEMORY_FAILURE_RECURSIVE = 1 << 1,
}

/// Since: 6.9.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainMemoryFailureRecipientType {
    /// Since: 6.9.0
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_HYPERVISOR = 0,
    /// Since: 6.9.0
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_GUEST = 1,
    /// Since: 6.9.0
    #[cfg(enum_sentinels)]
    VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_LAST = 2,
}

/// Since: 1.2.11
pub type virConnectDomainEventAgentLifecycleCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        state: c_int,
        reason: c_int,
        opaque: *mut c_void,
    ),
>;

/// Since: 0.10.0
pub type virConnectDomainEventBalloonChangeCallback = Option<
    unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, actual: c_ulonglong, opaque: *mut c_void),
>;

/// Since: 0.9.4
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

/// Since: 3.2.0
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

/// Since: 0.5.0
pub type virConnectDomainEventCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        event: c_int,
        detail: c_int,
        opaque: *mut c_void,
    ) -> c_int,
>;

/// Since: 12.4.0
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

/// Since: 1.2.15
pub type virConnectDomainEventDeviceAddedCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        devAlias: *const c_char,
        opaque: *mut c_void,
    ),
>;

/// Since: 1.3.4
pub type virConnectDomainEventDeviceRemovalFailedCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        devAlias: *const c_char,
        opaque: *mut c_void,
    ),
>;

/// Since: 1.1.1
pub type virConnectDomainEventDeviceRemovedCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        devAlias: *const c_char,
        opaque: *mut c_void,
    ),
>;

/// Since: 0.9.7
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

/// Since: 0.8.0
pub type virConnectDomainEventGenericCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, opaque: *mut c_void)>;

/// Since: 0.8.0
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

/// Since: 0.8.0
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

/// Since: 0.8.1
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

/// Since: 1.3.3
pub type virConnectDomainEventJobCompletedCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        params: virTypedParameterPtr,
        nparams: c_int,
        opaque: *mut c_void,
    ),
>;

/// Since: 7.9.0
pub type virConnectDomainEventMemoryDeviceSizeChangeCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        alias: *const c_char,
        size: c_ulonglong,
        opaque: *mut c_void,
    ),
>;

/// Since: 6.9.0
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

/// Since: 1.3.2
pub type virConnectDomainEventMigrationIterationCallback = Option<
    unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, iteration: c_int, opaque: *mut c_void),
>;

/// Since: 11.2.0
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

/// Since: 0.9.11
pub type virConnectDomainEventPMSuspendCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, reason: c_int, opaque: *mut c_void)>;

/// Since: 1.0.0
pub type virConnectDomainEventPMSuspendDiskCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, reason: c_int, opaque: *mut c_void)>;

/// Since: 0.9.11
pub type virConnectDomainEventPMWakeupCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, reason: c_int, opaque: *mut c_void)>;

/// Since: 0.8.0
pub type virConnectDomainEventRTCChangeCallback = Option<
    unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, utcoffset: c_longlong, opaque: *mut c_void),
>;

/// Since: 0.9.11
pub type virConnectDomainEventTrayChangeCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        devAlias: *const c_char,
        reason: c_int,
        opaque: *mut c_void,
    ),
>;

/// Since: 1.2.9
pub type virConnectDomainEventTunableCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        params: virTypedParameterPtr,
        nparams: c_int,
        opaque: *mut c_void,
    ),
>;

/// Since: 12.4.0
pub type virConnectDomainEventVcpuRemovedCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, vcpuid: c_uint, opaque: *mut c_void)>;

/// Since: 0.8.0
pub type virConnectDomainEventWatchdogCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, dom: virDomainPtr, action: c_int, opaque: *mut c_void)>;

/// Since: 1.2.9
pub const VIR_DOMAIN_TUNABLE_BLKDEV_DISK: &CStr = c"blkdeviotune.disk";

/// Since: 3.0.0
pub const VIR_DOMAIN_TUNABLE_BLKDEV_GROUP_NAME: &CStr = c"blkdeviotune.group_name";

/// Since: 1.2.9
pub const VIR_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC: &CStr = c"blkdeviotune.read_bytes_sec";

/// Since: 1.2.11
pub const VIR_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC_MAX: &CStr = c"blkdeviotune.read_bytes_sec_max";

/// Since: 2.4.0
pub const VIR_DOMAIN_TUNABLE_BLKDEV_READ_BYTES_SEC_MAX_LENGTH: &CStr =
    c"blkdeviotune.read_bytes_sec_max_length";

/// Since: 1.2.9
pub const VIR_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC: &CStr = c"blkdeviotune.read_iops_sec";

/// Since: 1.2.11
pub const VIR_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC_MAX: &CStr = c"blkdeviotune.read_iops_sec_max";

/// Since: 2.4.0
pub const VIR_DOMAIN_TUNABLE_BLKDEV_READ_IOPS_SEC_MAX_LENGTH: &CStr =
    c"blkdeviotune.read_iops_sec_max_length";

/// Since: 1.2.11
pub const VIR_DOMAIN_TUNABLE_BLKDEV_SIZE_IOPS_SEC: &CStr = c"blkdeviotune.size_iops_sec";

/// Since: 1.2.9
pub const VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC: &CStr = c"blkdeviotune.total_bytes_sec";

/// Since: 1.2.11
pub const VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC_MAX: &CStr = c"blkdeviotune.total_bytes_sec_max";

/// Since: 2.4.0
pub const VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_BYTES_SEC_MAX_LENGTH: &CStr =
    c"blkdeviotune.total_bytes_sec_max_length";

/// Since: 1.2.9
pub const VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC: &CStr = c"blkdeviotune.total_iops_sec";

/// Since: 1.2.11
pub const VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC_MAX: &CStr = c"blkdeviotune.total_iops_sec_max";

/// Since: 2.4.0
pub const VIR_DOMAIN_TUNABLE_BLKDEV_TOTAL_IOPS_SEC_MAX_LENGTH: &CStr =
    c"blkdeviotune.total_iops_sec_max_length";

/// Since: 1.2.9
pub const VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC: &CStr = c"blkdeviotune.write_bytes_sec";

/// Since: 1.2.11
pub const VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC_MAX: &CStr = c"blkdeviotune.write_bytes_sec_max";

/// Since: 2.4.0
pub const VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_BYTES_SEC_MAX_LENGTH: &CStr =
    c"blkdeviotune.write_bytes_sec_max_length";

/// Since: 1.2.9
pub const VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC: &CStr = c"blkdeviotune.write_iops_sec";

/// Since: 1.2.11
pub const VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC_MAX: &CStr = c"blkdeviotune.write_iops_sec_max";

/// Since: 2.4.0
pub const VIR_DOMAIN_TUNABLE_BLKDEV_WRITE_IOPS_SEC_MAX_LENGTH: &CStr =
    c"blkdeviotune.write_iops_sec_max_length";

/// Since: 1.2.9
pub const VIR_DOMAIN_TUNABLE_CPU_CPU_SHARES: &CStr = c"cputune.cpu_shares";

/// Since: 1.2.9
pub const VIR_DOMAIN_TUNABLE_CPU_EMULATORPIN: &CStr = c"cputune.emulatorpin";

/// Since: 1.2.9
pub const VIR_DOMAIN_TUNABLE_CPU_EMULATOR_PERIOD: &CStr = c"cputune.emulator_period";

/// Since: 1.2.9
pub const VIR_DOMAIN_TUNABLE_CPU_EMULATOR_QUOTA: &CStr = c"cputune.emulator_quota";

/// Since: 1.3.3
pub const VIR_DOMAIN_TUNABLE_CPU_GLOBAL_PERIOD: &CStr = c"cputune.global_period";

/// Since: 1.3.3
pub const VIR_DOMAIN_TUNABLE_CPU_GLOBAL_QUOTA: &CStr = c"cputune.global_quota";

/// Since: 1.2.14
pub const VIR_DOMAIN_TUNABLE_CPU_IOTHREADSPIN: &CStr = c"cputune.iothreadpin%u";

/// Since: 2.2.0
pub const VIR_DOMAIN_TUNABLE_CPU_IOTHREAD_PERIOD: &CStr = c"cputune.iothread_period";

/// Since: 2.2.0
pub const VIR_DOMAIN_TUNABLE_CPU_IOTHREAD_QUOTA: &CStr = c"cputune.iothread_quota";

/// Since: 1.2.9
pub const VIR_DOMAIN_TUNABLE_CPU_VCPUPIN: &CStr = c"cputune.vcpupin%u";

/// Since: 1.2.9
pub const VIR_DOMAIN_TUNABLE_CPU_VCPU_PERIOD: &CStr = c"cputune.vcpu_period";

/// Since: 1.2.9
pub const VIR_DOMAIN_TUNABLE_CPU_VCPU_QUOTA: &CStr = c"cputune.vcpu_quota";
