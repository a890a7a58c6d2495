//! Opening a connection and what can be said about it.

use super::open;
use crate::{
    boundary::{
        add_reference,
        arguments::{self, required},
        beside::beside,
        call,
        checks::must_not_be_null,
        entry,
        handle::Borrowed,
        inspect,
        objects::Connect,
        params,
        results::give_text,
    },
    common::{LIBVIR_VERSION_NUMBER, virFreeCallback, virTypedParameterPtr},
    host::{virConnectAuthPtr, virConnectCloseFunc, virConnectPtr},
    registry,
};
use std::ffi::{CString, c_char, c_int, c_uint, c_ulong, c_void};
use virt_core::{api::ops, constants::VIR_CONNECT_RO};
use virt_error::{Code, Error, Origin, Result};

/// Lets go of a connection. What still holds a reference to it, an object's handle say, keeps it open.
///
/// @conn: the connection, not to be used afterwards
///
/// Returns 0 when that was the last reference, 1 when others are left, or -1.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectClose(conn: virConnectPtr) -> c_int {
    inspect(conn, Origin::None, |conn| Ok((conn.drop_reference() > 0) as c_int))
}

/// Gives the name of the host that the guests run on.
///
/// @conn: the connection
///
/// Returns a new string that the caller frees, or NULL.
///
/// Since: 0.3.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetHostname(conn: virConnectPtr) -> *mut c_char {
    call(conn, &ops::connect_get_hostname, |conn| give_text(&conn.drivers().host.connect_get_hostname()?))
}

/// Gives the version of the library that the other end of the connection uses.
///
/// @conn: the connection
/// @libVer: (out) 1,000,000 × major + 1,000 × minor + release
///
/// Returns 0, or -1.
///
/// Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetLibVersion(conn: virConnectPtr, libVer: *mut c_ulong) -> c_int {
    call(conn, &ops::connect_get_lib_version, |conn| {
        // SAFETY: C gives room for a number.
        let room = unsafe { required(libVer, "libVer") }?;
        let version = match conn.drivers().host.connect_get_lib_version() {
            Err(error) if error.is_unsupported() => LIBVIR_VERSION_NUMBER,
            version => version?,
        };
        room.write(version);
        Ok(0)
    })
}

/// Tells how many virtual processors a guest may have.
///
/// @conn: the connection
/// @type: (nullable) the type of guest, as in its XML
///
/// Returns the number, or -1.
///
/// Since: 0.2.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetMaxVcpus(conn: virConnectPtr, r#type: *const c_char) -> c_int {
    call(conn, &ops::connect_get_max_vcpus, |conn| {
        // SAFETY: C gives NULL or a string.
        let kind = unsafe { arguments::optional_text(r#type, "type") }?;
        conn.drivers().host.connect_get_max_vcpus(kind)
    })
}

/// Gives the host's system information (SMBIOS) as XML.
///
/// @conn: the connection
/// @flags: must be 0
///
/// Returns a new string that the caller frees, or NULL.
///
/// Since: 0.8.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetSysinfo(conn: virConnectPtr, flags: c_uint) -> *mut c_char {
    call(conn, &ops::connect_get_sysinfo, |conn| give_text(&conn.drivers().host.connect_get_sysinfo(flags)?))
}

/// Gives the name of the hypervisor driver.
///
/// @conn: the connection
///
/// Returns the name, which lives as long as the connection and must not be freed; or NULL.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetType(conn: virConnectPtr) -> *const c_char {
    call(conn, &ops::connect_get_type, |conn| {
        if let Some(known) = conn.driver_type.get() {
            return Ok(known.as_ptr());
        }
        let kind = conn.drivers().host.connect_get_type()?;
        let kind = CString::new(kind.replace('\0', "")).unwrap_or_default();
        Ok(conn.driver_type.get_or_init(|| kind).as_ptr())
    })
}

/// Gives the URI of a connection, from which the same one can be opened again.
///
/// @conn: the connection
///
/// Returns a new string that the caller frees, or NULL.
///
/// Since: 0.3.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetURI(conn: virConnectPtr) -> *mut c_char {
    call(conn, &ops::connect_get_uri, |conn| match conn.connection.uri.as_str() {
        // Opened without a URI: only the other end knows which one it chose.
        "" => give_text(&conn.drivers().host.connect_get_uri()?),
        uri => give_text(uri),
    })
}

/// Gives the version of the hypervisor.
///
/// @conn: the connection
/// @hvVer: (out) 1,000,000 × major + 1,000 × minor + release; 0 when it cannot be told
///
/// Returns 0, or -1.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetVersion(conn: virConnectPtr, hvVer: *mut c_ulong) -> c_int {
    call(conn, &ops::connect_get_version, |conn| {
        // SAFETY: C gives room for a number.
        let room = unsafe { required(hvVer, "hvVer") }?;
        room.write(conn.drivers().host.connect_get_version()?);
        Ok(0)
    })
}

/// Tells whether the other end of a connection is there.
///
/// @conn: the connection
///
/// Returns 1 when it is, 0 when not, or -1.
///
/// Since: 0.9.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectIsAlive(conn: virConnectPtr) -> c_int {
    inspect(conn, Origin::Domain, |conn| Ok(conn.drivers().link.is_alive()? as c_int))
}

/// Tells whether what is sent over a connection is encrypted.
///
/// @conn: the connection
///
/// Returns 1 when it is, 0 when not, or -1.
///
/// Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectIsEncrypted(conn: virConnectPtr) -> c_int {
    inspect(conn, Origin::Domain, |conn| Ok(conn.drivers().link.is_encrypted()? as c_int))
}

/// Tells whether nobody else can read or change what is sent over a connection.
///
/// @conn: the connection
///
/// Returns 1 when so, 0 when not, or -1.
///
/// Since: 0.7.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectIsSecure(conn: virConnectPtr) -> c_int {
    inspect(conn, Origin::Domain, |conn| Ok(conn.drivers().link.is_secure()? as c_int))
}

/// Opens a connection to a hypervisor.
///
/// @name: (optional) the URI, or an alias of one from libvirt.conf; NULL: `LIBVIRT_DEFAULT_URI`, then `uri_default`
///        of libvirt.conf, then the first hypervisor that is found
///
/// Returns a connection that the caller closes with virConnectClose(), or NULL.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectOpen(name: *const c_char) -> virConnectPtr {
    // SAFETY: C gives NULL or a string.
    entry(Origin::None, || unsafe { open::open(name, std::ptr::null_mut(), 0) })
}

/// Opens a connection, asking for credentials where they are needed.
///
/// @name: (optional) the URI, as for virConnectOpen()
/// @auth: (nullable) how to ask: virConnectAuthPtrDefault asks on the terminal; NULL: fail where a question is needed
/// @flags: bitwise-OR of virConnectFlags
///
/// Returns a connection that the caller closes with virConnectClose(), or NULL.
///
/// Since: 0.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectOpenAuth(
    name: *const c_char,
    auth: virConnectAuthPtr,
    flags: c_uint,
) -> virConnectPtr {
    // SAFETY: C gives NULL or a string, and NULL or a valid `virConnectAuth`.
    entry(Origin::None, || unsafe { open::open(name, auth, flags) })
}

/// Opens a connection that can look but not touch.
///
/// @name: (optional) the URI, as for virConnectOpen()
///
/// Returns a connection that the caller closes with virConnectClose(), or NULL.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectOpenReadOnly(name: *const c_char) -> virConnectPtr {
    // SAFETY: C gives NULL or a string.
    entry(Origin::None, || unsafe { open::open(name, std::ptr::null_mut(), VIR_CONNECT_RO) })
}

/// Adds a reference to a connection; each is let go of with virConnectClose().
///
/// @conn: the connection
///
/// Returns 0, or -1.
///
/// Since: 0.6.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectRef(conn: virConnectPtr) -> c_int {
    inspect(conn, Origin::Domain, |conn| add_reference(conn))
}

/// Registers what is called once when a connection is lost. A connection has one such callback at most.
///
/// @conn: the connection
/// @cb: called with the connection, a virConnectCloseReason and @opaque
/// @opaque: data for @cb
/// @freecb: (nullable) called with @opaque when it is no longer needed
///
/// Returns 0, or -1.
///
/// Since: 0.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectRegisterCloseCallback(
    conn: virConnectPtr,
    cb: virConnectCloseFunc,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    call(conn, &ops::connect_register_close_callback, |conn| {
        cb.ok_or_else(|| must_not_be_null("cb"))?;
        if !conn.close_watch.set(cb, opaque, freecb) {
            return Err(Error::new(
                Origin::Domain,
                Code::OperationInvalid,
                "A close callback is already registered",
            ));
        }
        // The address alone: the watch must not keep the connection alive.
        let address = conn.as_ptr() as usize;
        let fire = move |reason| {
            if let Some(conn) = Borrowed::<Connect>::of(address as virConnectPtr) {
                conn.close_watch.fire(conn.as_ptr(), reason);
            }
        };
        conn.drivers().link.on_close(Some(Box::new(fire)))?;
        Ok(0)
    })
}

/// Tells the other end who really asks, on a connection that speaks for others.
///
/// @conn: the connection
/// @params: the identity: VIR_CONNECT_IDENTITY_… parameters
/// @nparams: the number of @params
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 5.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectSetIdentity(
    conn: virConnectPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    call(conn, &ops::connect_set_identity, |conn| {
        // SAFETY: C gives `nparams` parameters.
        let params = unsafe { params::read(params, nparams, "params") }?;
        conn.drivers().host.connect_set_identity(&params, flags)?;
        Ok(0)
    })
}

/// Asks the other end for a sign of life at intervals, so that a lost connection is noticed.
///
/// @conn: the connection
/// @interval: seconds of silence before the first question; 0 or less turns keepalive off
/// @count: how many questions may stay unanswered
///
/// Returns 0, 1 when the other end does not know keepalive, or -1.
///
/// Since: 0.9.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectSetKeepAlive(
    conn: virConnectPtr,
    interval: c_int,
    count: c_uint,
) -> c_int {
    inspect(conn, Origin::Domain, |conn| Ok(!conn.drivers().link.set_keep_alive(interval, count)? as c_int))
}

/// Takes back what virConnectRegisterCloseCallback() registered.
///
/// @conn: the connection
/// @cb: the function that was registered
///
/// Returns 0, or -1.
///
/// Since: 0.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectUnregisterCloseCallback(
    conn: virConnectPtr,
    cb: virConnectCloseFunc,
) -> c_int {
    call(conn, &ops::connect_unregister_close_callback, |conn| {
        cb.ok_or_else(|| must_not_be_null("cb"))?;
        if !conn.close_watch.clear(cb) {
            return Err(Error::new(
                Origin::Domain,
                Code::OperationInvalid,
                "A different callback was requested",
            ));
        }
        conn.drivers().link.on_close(None)?;
        Ok(0)
    })
}

/// Gives the version of this library and, as far back as anyone remembers the same number, of its drivers.
///
/// @libVer: (out) 1,000,000 × major + 1,000 × minor + release
/// @type: ignored
/// @typeVer: (out, nullable) the same number
///
/// Returns 0, or -1.
///
/// Since: 0.0.3
#[expect(unused_variables, reason = "the API has it and takes no notice of it")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virGetVersion(
    libVer: *mut c_ulong,
    r#type: *const c_char,
    typeVer: *mut c_ulong,
) -> c_int {
    entry(Origin::None, || {
        // SAFETY: C gives NULL or room for a number.
        let room = unsafe { arguments::optional(libVer) }.ok_or_else(open::unknown_cause)?;
        room.write(LIBVIR_VERSION_NUMBER);
        // SAFETY: as above.
        if let Some(room) = unsafe { arguments::optional(typeVer) } {
            room.write(LIBVIR_VERSION_NUMBER);
        }
        Ok(0)
    })
}

/// Prepares the library. Every function that opens a connection does so by itself.
///
/// Returns 0, or -1.
///
/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virInitialize() -> c_int {
    entry(Origin::None, || -> Result<c_int> {
        registry::initialize();
        if let Some(beside) = beside() {
            (beside.initialize)();
        }
        Ok(0)
    })
}
