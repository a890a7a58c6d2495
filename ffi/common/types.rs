//! Typed parameters and what all headers share.

use std::ffi::{c_char, c_int, c_longlong, c_uint, c_ulong, c_ulonglong, c_void};

/// The version of these headers: major * 1000000 + minor * 1000 + micro. Since: 0.0.1
pub const LIBVIR_VERSION_NUMBER: c_ulong = 12008000;

/// Bytes of a parameter's name, the final zero included. Since: 0.9.2
pub const VIR_TYPED_PARAM_FIELD_LENGTH: usize = 80;

/// The value of a typed parameter; its `type` says which member holds it. Since: 0.9.2
#[repr(C)]
#[derive(Clone, Copy)]
pub union _virTypedParameterValue {
    /// Of VIR_TYPED_PARAM_INT.
    pub i: c_int,
    /// Of VIR_TYPED_PARAM_UINT.
    pub ui: c_uint,
    /// Of VIR_TYPED_PARAM_LLONG.
    pub l: c_longlong,
    /// Of VIR_TYPED_PARAM_ULLONG.
    pub ul: c_ulonglong,
    /// Of VIR_TYPED_PARAM_DOUBLE.
    pub d: f64,
    /// Of VIR_TYPED_PARAM_BOOLEAN.
    pub b: c_char,
    /// Of VIR_TYPED_PARAM_STRING.
    pub s: *mut c_char,
}

/// A named value with its type. Since: 0.2.3
#[repr(C)]
#[derive(Clone, Copy)]
pub struct _virTypedParameter {
    /// Its name.
    pub field: [c_char; VIR_TYPED_PARAM_FIELD_LENGTH],
    /// Which member of the value is in use, a virTypedParameterType.
    pub r#type: c_int,
    /// Its value.
    pub value: _virTypedParameterValue,
}

/// A named value with its type. Since: 0.9.2
pub type virTypedParameter = _virTypedParameter;

/// A pointer to a virTypedParameter, or to the first of an array. Since: 0.9.2
pub type virTypedParameterPtr = *mut virTypedParameter;

/// Why a connection was closed. Since: 0.10.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectCloseReason {
    /// An I/O error. Since: 0.10.0
    VIR_CONNECT_CLOSE_REASON_ERROR = 0,
    /// The server closed it. Since: 0.10.0
    VIR_CONNECT_CLOSE_REASON_EOF = 1,
    /// The server did not answer keepalive requests in time. Since: 0.10.0
    VIR_CONNECT_CLOSE_REASON_KEEPALIVE = 2,
    /// The client asked for it. Since: 0.10.0
    VIR_CONNECT_CLOSE_REASON_CLIENT = 3,
    /// How many values there are; it grows with releases. Since: 0.10.0
    #[cfg(enum_sentinels)]
    VIR_CONNECT_CLOSE_REASON_LAST = 4,
}

/// Flags that concern typed parameters in all functions that take them. Since: 0.9.8
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virTypedParameterFlags {
    /// The caller understands string parameters. Newer functions assume it. Since: 0.9.8
    VIR_TYPED_PARAM_STRING_OKAY = 1 << 2,
}

/// Which member of a typed parameter's value is in use. Since: 0.9.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virTypedParameterType {
    /// A signed 32 bit number, in `i`. Since: 0.9.2
    VIR_TYPED_PARAM_INT = 1,
    /// An unsigned 32 bit number, in `ui`. Since: 0.9.2
    VIR_TYPED_PARAM_UINT = 2,
    /// A signed 64 bit number, in `l`. Since: 0.9.2
    VIR_TYPED_PARAM_LLONG = 3,
    /// An unsigned 64 bit number, in `ul`. Since: 0.9.2
    VIR_TYPED_PARAM_ULLONG = 4,
    /// A floating point number, in `d`. Since: 0.9.2
    VIR_TYPED_PARAM_DOUBLE = 5,
    /// 0 or 1, in `b`. Since: 0.9.2
    VIR_TYPED_PARAM_BOOLEAN = 6,
    /// A string, in `s`. Since: 0.9.8
    VIR_TYPED_PARAM_STRING = 7,
    /// How many values there are; it grows with releases. Since: 0.9.10
    #[cfg(enum_sentinels)]
    VIR_TYPED_PARAM_LAST = 8,
}

/// Frees what was given to a callback as `opaque`. Since: 0.5.0
pub type virFreeCallback = Option<unsafe extern "C" fn(opaque: *mut c_void)>;
