//! Types of the QEMU specific functions.

use crate::domain::virDomainPtr;
use crate::host::virConnectPtr;
use std::ffi::{c_char, c_longlong, c_uint, c_void};

/// How the event's name in virConnectDomainQemuMonitorEventRegister() is meant. Since: 1.2.3
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectDomainQemuMonitorEventRegisterFlags {
    /// As a regular expression. Since: 1.2.3
    VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_REGEX = 1 << 0,
    /// Without regard to case. Since: 1.2.3
    VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_NOCASE = 1 << 1,
}

/// Timeouts that are not a number of seconds. Since: 0.10.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainQemuAgentCommandTimeoutValues {
    /// The smallest value. Since: 0.10.0
    VIR_DOMAIN_QEMU_AGENT_COMMAND_MIN = -2,
    /// Wait without end. Since: 0.10.0
    #[cfg(second_name)]
    VIR_DOMAIN_QEMU_AGENT_COMMAND_BLOCK = -2,
    /// Wait as long as the driver usually does. Since: 0.10.0
    VIR_DOMAIN_QEMU_AGENT_COMMAND_DEFAULT = -1,
    /// Do not wait. Since: 0.10.0
    VIR_DOMAIN_QEMU_AGENT_COMMAND_NOWAIT = 0,
    /// Wait as long as for a shutdown. Since: 1.2.15
    VIR_DOMAIN_QEMU_AGENT_COMMAND_SHUTDOWN = 60,
}

/// How a monitor command is written. Since: 0.8.8
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virDomainQemuMonitorCommandFlags {
    /// In QMP, which is JSON. Since: 0.8.8
    VIR_DOMAIN_QEMU_MONITOR_COMMAND_DEFAULT = 0,
    /// In words, for the human monitor. Since: 0.8.8
    VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP = 1 << 0,
}

/// Told of an event of QEMU's monitor; `details` is its data in JSON, or NULL. Since: 1.2.3
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
