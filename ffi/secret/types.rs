//! Secret handles, usage types, flags and events.

use crate::host::virConnectPtr;
use std::ffi::{c_int, c_void};

/// A password or key that the host keeps. Since: 0.7.1
pub struct _virSecret {
    _private: (),
}

/// A password or key that the host keeps. Since: 0.7.1
pub type virSecret = _virSecret;

/// A handle of a virSecret. Since: 0.7.1
pub type virSecretPtr = *mut virSecret;

/// Which secrets virConnectListAllSecrets() lists. Since: 0.10.2
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virConnectListAllSecretsFlags {
    /// Secrets kept in memory only. Since: 0.10.2
    VIR_CONNECT_LIST_SECRETS_EPHEMERAL = 1 << 0,
    /// Secrets kept on disk. Since: 0.10.2
    VIR_CONNECT_LIST_SECRETS_NO_EPHEMERAL = 1 << 1,
    /// Secrets whose value is never given out. Since: 0.10.2
    VIR_CONNECT_LIST_SECRETS_PRIVATE = 1 << 2,
    /// Secrets whose value can be read. Since: 0.10.2
    VIR_CONNECT_LIST_SECRETS_NO_PRIVATE = 1 << 3,
}

/// Flags of virSecretDefineXML(). Since: 7.7.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virSecretDefineFlags {
    /// Check the document against the schema. Since: 7.7.0
    VIR_SECRET_DEFINE_VALIDATE = 1 << 0,
}

/// The classes of secret events, for virConnectSecretEventRegisterAny(). Since: 3.0.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virSecretEventID {
    /// Defined, undefined: virConnectSecretEventLifecycleCallback. Since: 3.0.0
    VIR_SECRET_EVENT_ID_LIFECYCLE = 0,
    /// The value changed: virConnectSecretEventGenericCallback. Since: 3.0.0
    VIR_SECRET_EVENT_ID_VALUE_CHANGED = 1,
    /// How many values there are; it grows with releases. Since: 3.0.0
    #[cfg(enum_sentinels)]
    VIR_SECRET_EVENT_ID_LAST = 2,
}

/// What happened to a secret. Since: 3.0.0
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virSecretEventLifecycleType {
    /// It was defined. Since: 3.0.0
    VIR_SECRET_EVENT_DEFINED = 0,
    /// It was undefined. Since: 3.0.0
    VIR_SECRET_EVENT_UNDEFINED = 1,
    /// How many values there are; it grows with releases. Since: 3.0.0
    #[cfg(enum_sentinels)]
    VIR_SECRET_EVENT_LAST = 2,
}

/// What a secret is for. Since: 0.7.1
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum virSecretUsageType {
    /// Nothing in particular. Since: 0.7.1
    VIR_SECRET_USAGE_TYPE_NONE = 0,
    /// An encrypted volume. Since: 0.7.1
    VIR_SECRET_USAGE_TYPE_VOLUME = 1,
    /// A Ceph server. Since: 0.9.7
    VIR_SECRET_USAGE_TYPE_CEPH = 2,
    /// An iSCSI server. Since: 1.0.4
    VIR_SECRET_USAGE_TYPE_ISCSI = 3,
    /// The key of a TLS certificate. Since: 2.3.0
    VIR_SECRET_USAGE_TYPE_TLS = 4,
    /// An emulated TPM. Since: 5.6.0
    VIR_SECRET_USAGE_TYPE_VTPM = 5,
    /// How many values there are; it grows with releases. Since: 0.9.7
    #[cfg(enum_sentinels)]
    VIR_SECRET_USAGE_TYPE_LAST = 6,
}

/// Told that something happened, without more; other callbacks are cast to this. Since: 3.0.0
pub type virConnectSecretEventGenericCallback =
    Option<unsafe extern "C" fn(conn: virConnectPtr, secret: virSecretPtr, opaque: *mut c_void)>;

/// Told what happened to a secret; `event` is a virSecretEventLifecycleType. Since: 3.0.0
pub type virConnectSecretEventLifecycleCallback = Option<
    unsafe extern "C" fn(
        conn: virConnectPtr,
        secret: virSecretPtr,
        event: c_int,
        detail: c_int,
        opaque: *mut c_void,
    ),
>;
