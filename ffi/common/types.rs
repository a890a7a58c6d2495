//! Typed parameters and what all headers share.

use std::ffi::{c_char, c_int, c_longlong, c_uint, c_ulong, c_ulonglong, c_void};

/// Since: 0.0.1
pub const LIBVIR_VERSION_NUMBER: c_ulong = 12008000;

/// Since: 0.9.2
pub const VIR_TYPED_PARAM_FIELD_LENGTH: usize = 80;

/// The value of a typed parameter; its `type` says which member holds it. Since: 0.9.2
#[repr(C)]
#[derive(Clone, Copy)]
pub union _virTypedParameterValue {
    pub i: c_int,
    pub ui: c_uint,
    pub l: c_longlong,
    pub ul: c_ulonglong,
    pub d: f64,
    pub b: c_char,
    pub s: *mut c_char,
}

/// Since: 0.2.3
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virTypedParameter {
    pub field: [c_char; VIR_TYPED_PARAM_FIELD_LENGTH],
    pub r#type: c_int,
    pub value: _virTypedParameterValue,
}

/// Since: 0.9.2
pub type virTypedParameter = _virTypedParameter;

/// Since: 0.9.2
pub type virTypedParameterPtr = *mut virTypedParameter;

/// Since: 0.10.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectCloseReason {
    /// Since: 0.10.0
    VIR_CONNECT_CLOSE_REASON_ERROR = 0,
    /// Since: 0.10.0
    VIR_CONNECT_CLOSE_REASON_EOF = 1,
    /// Since: 0.10.0
    VIR_CONNECT_CLOSE_REASON_KEEPALIVE = 2,
    /// Since: 0.10.0
    VIR_CONNECT_CLOSE_REASON_CLIENT = 3,
    /// Since: 0.10.0
    #[cfg(enum_sentinels)]
    VIR_CONNECT_CLOSE_REASON_LAST = 4,
}

/// Since: 0.9.8
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virTypedParameterFlags {
    /// Since: 0.9.8
    VIR_TYPED_PARAM_STRING_OKAY = 1 << 2,
}

/// Since: 0.9.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virTypedParameterType {
    /// Since: 0.9.2
    VIR_TYPED_PARAM_INT = 1,
    /// Since: 0.9.2
    VIR_TYPED_PARAM_UINT = 2,
    /// Since: 0.9.2
    VIR_TYPED_PARAM_LLONG = 3,
    /// Since: 0.9.2
    VIR_TYPED_PARAM_ULLONG = 4,
    /// Since: 0.9.2
    VIR_TYPED_PARAM_DOUBLE = 5,
    /// Since: 0.9.2
    VIR_TYPED_PARAM_BOOLEAN = 6,
    /// Since: 0.9.8
    VIR_TYPED_PARAM_STRING = 7,
    /// Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_TYPED_PARAM_LAST = 8,
}

/// Since: 0.5.0
pub type virFreeCallback = Option<unsafe extern "C" fn(opaque: *mut c_void)>;
