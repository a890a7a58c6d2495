//! Types of the QEMU specific functions.

use crate::domain::virDomainPtr;
use crate::host::virConnectPtr;
use std::ffi::{c_char, c_longlong, c_uint, c_void};

/// Since: 1.2.3
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectDomainQemuMonitorEventRegisterFlags {
    /// Since: 1.2.3
    VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_REGEX = 1 << 0,
    /// Since: 1.2.3
    VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_NOCASE = 1 << 1,
}

/// Since: 0.10.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainQemuAgentCommandTimeoutValues {
    /// Since: 0.10.0
    VIR_DOMAIN_QEMU_AGENT_COMMAND_MIN = -2,
    /// Since: 0.10.0
    #[cfg(second_name)]
    VIR_DOMAIN_QEMU_AGENT_COMMAND_BLOCK = -2,
    /// Since: 0.10.0
    VIR_DOMAIN_QEMU_AGENT_COMMAND_DEFAULT = -1,
    /// Since: 0.10.0
    VIR_DOMAIN_QEMU_AGENT_COMMAND_NOWAIT = 0,
    /// Since: 1.2.15
    VIR_DOMAIN_QEMU_AGENT_COMMAND_SHUTDOWN = 60,
}

/// Since: 0.8.8
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainQemuMonitorCommandFlags {
    /// Since: 0.8.8
    VIR_DOMAIN_QEMU_MONITOR_COMMAND_DEFAULT = 0,
    /// Since: 0.8.8
    VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP = 1 << 0,
}

/// Since: 1.2.3
pub type virConnectDomainQemuMonitorEventCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        dom: virDomainPtr,
        event: *const c_char,
        seconds: c_longlong,
        micros: c_uint,
        details: *const c_char,
        opaque: *mut c_void,
    ),
>;
