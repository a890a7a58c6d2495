//! Entry points behind `libvirt-admin.so.0`.

use crate::{
    admin::{virAdmClientPtr, virAdmConnectCloseFunc, virAdmConnectPtr, virAdmServerPtr},
    boundary::{
        add_reference,
        adm_objects::{AdmConnect, AdmConnectObject},
        arguments::{optional, optional_text, required, text},
        call,
        callback::CloseWatch,
        checks::must_not_be_null,
        done, drop_reference, entry,
        handle::Borrowed,
        inspect, last_error,
        objects::Shown,
        params::{self, NewArray},
        results::{self, list_all},
    },
    common::{LIBVIR_VERSION_NUMBER, virFreeCallback, virTypedParameterPtr},
    host::open,
    registry,
};
use std::{
    env,
    ffi::{c_char, c_int, c_longlong, c_uint, c_ulonglong, c_void},
    path::PathBuf,
};
use virt_core::{api::ops, constants::VIR_CONNECT_NO_ALIASES, uri::Uri};
use virt_driver_remote::{Administration, user_runtime_dir};
use virt_error::{Code, Error, Level, Origin, Result, bail};

/// `virAdmClientClose`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmClientClose(client: virAdmClientPtr, flags: c_uint) -> c_int {
    call(client, &ops::adm_client_close, |client| {
        done(client.admin().adm_client_close(&client.record, flags))
    })
}

/// `virAdmClientFree`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmClientFree(client: virAdmClientPtr) -> c_int {
    if is_nothing(client) {
        return 0;
    }
    inspect(client, Origin::Admin, |client| drop_reference(client))
}

/// `virAdmClientGetID`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmClientGetID(client: virAdmClientPtr) -> c_ulonglong {
    // A failure is the largest number.
    let id: c_longlong = inspect(client, Origin::Admin, |client| Ok(client.record.id as c_longlong));
    id as c_ulonglong
}

/// `virAdmClientGetInfo`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmClientGetInfo(
    client: virAdmClientPtr,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    call(client, &ops::adm_client_get_info, |client| {
        // SAFETY: C gives room for an array's address and its length.
        let room = unsafe { NewArray::new(params, nparams) }?;
        room.put(&client.admin().adm_client_get_info(&client.record, flags)?)
    })
}

/// `virAdmClientGetTimestamp`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmClientGetTimestamp(client: virAdmClientPtr) -> c_longlong {
    inspect(client, Origin::Admin, |client| Ok(client.record.timestamp))
}

/// `virAdmClientGetTransport`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmClientGetTransport(client: virAdmClientPtr) -> c_int {
    inspect(client, Origin::Admin, |client| Ok(client.record.transport as c_int))
}

/// `virAdmConnectClose`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmConnectClose(conn: virAdmConnectPtr) -> c_int {
    if is_nothing(conn) {
        return 0;
    }
    inspect(conn, Origin::Admin, |conn| Ok((conn.drop_reference() > 0).into()))
}

/// `virAdmConnectDaemonShutdown`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmConnectDaemonShutdown(conn: virAdmConnectPtr, flags: c_uint) -> c_int {
    call(conn, &ops::adm_connect_daemon_shutdown, |conn| {
        done(conn.admin().adm_connect_daemon_shutdown(flags))
    })
}

/// `virAdmConnectGetLibVersion`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmConnectGetLibVersion(
    conn: virAdmConnectPtr,
    libVer: *mut c_ulonglong,
) -> c_int {
    call(conn, &ops::adm_connect_get_lib_version, |conn| {
        // SAFETY: C gives room for a number.
        let version = unsafe { required(libVer, "libVer") }?;
        version.write(conn.admin().adm_connect_get_lib_version()?);
        Ok(0)
    })
}

/// `virAdmConnectGetLoggingFilters`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmConnectGetLoggingFilters(
    conn: virAdmConnectPtr,
    filters: *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    call(conn, &ops::adm_connect_get_logging_filters, |conn| {
        let found = conn.admin().adm_connect_get_logging_filters(flags)?;
        // SAFETY: C gives NULL or room for a pointer.
        if let Some(filters) = unsafe { optional(filters) } {
            filters.write(results::give_optional_text(found.filters.as_deref())?);
        }
        Ok(found.nfilters as c_int)
    })
}

/// `virAdmConnectGetLoggingOutputs`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmConnectGetLoggingOutputs(
    conn: virAdmConnectPtr,
    outputs: *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    call(conn, &ops::adm_connect_get_logging_outputs, |conn| {
        let found = conn.admin().adm_connect_get_logging_outputs(flags)?;
        // SAFETY: C gives NULL or room for a pointer.
        if let Some(outputs) = unsafe { optional(outputs) } {
            outputs.write(results::give_text(&found.outputs)?);
        }
        Ok(found.noutputs as c_int)
    })
}

/// `virAdmConnectGetURI`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmConnectGetURI(conn: virAdmConnectPtr) -> *mut c_char {
    inspect(conn, Origin::Admin, |conn| results::give_text(&conn.uri))
}

/// `virAdmConnectIsAlive`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmConnectIsAlive(conn: virAdmConnectPtr) -> c_int {
    if is_nothing(conn) {
        return 0;
    }
    let alive: c_int = inspect(conn, Origin::Admin, |conn| Ok(conn.daemon.is_alive().into()));
    alive.max(0)
}

/// `virAdmConnectListServers`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmConnectListServers(
    conn: virAdmConnectPtr,
    servers: *mut *mut virAdmServerPtr,
    flags: c_uint,
) -> c_int {
    call(conn, &ops::adm_connect_list_servers, |conn| {
        let need_results = !servers.is_null() as u32;
        let found = conn.admin().adm_connect_list_servers(need_results, flags)?;
        // SAFETY: C gives NULL or room for a pointer.
        unsafe { list_all(found.items.0, found.count, conn, servers) }
    })
}

/// `virAdmConnectLookupServer`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmConnectLookupServer(
    conn: virAdmConnectPtr,
    name: *const c_char,
    flags: c_uint,
) -> virAdmServerPtr {
    call(conn, &ops::adm_connect_lookup_server, |conn| {
        // SAFETY: C gives a string.
        let name = unsafe { text(name, "name") }?;
        conn.admin().adm_connect_lookup_server(name, flags)?.give(conn)
    })
}

/// `virAdmConnectOpen`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmConnectOpen(name: *const c_char, flags: c_uint) -> virAdmConnectPtr {
    entry(Origin::Admin, || {
        // SAFETY: C gives NULL or a string.
        let name = unsafe { optional_text(name, "name") }?;
        let uri = daemon_uri(name, flags)?;
        let daemon = Administration::open(&socket_of(&Uri::parse(&uri)?)?, flags & !VIR_CONNECT_NO_ALIASES)?;
        let object = AdmConnectObject { uri, daemon, close_watch: CloseWatch::default() };
        Ok(Borrowed::new(AdmConnect(Box::new(object)))?.give())
    })
}

/// `virAdmConnectRef`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmConnectRef(conn: virAdmConnectPtr) -> c_int {
    inspect(conn, Origin::Admin, |conn| add_reference(conn))
}

/// `virAdmConnectRegisterCloseCallback`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmConnectRegisterCloseCallback(
    conn: virAdmConnectPtr,
    cb: virAdmConnectCloseFunc,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> c_int {
    inspect(conn, Origin::Admin, |conn| {
        cb.ok_or_else(|| must_not_be_null("cb"))?;
        if !conn.close_watch.set(cb, opaque, freecb) {
            bail!(Admin, OperationInvalid, "A close callback is already registered");
        }
        // The address alone: the watch must not keep the connection alive.
        let address = conn.as_ptr() as usize;
        conn.daemon.on_close(Some(Box::new(move |reason| {
            if let Some(conn) = Borrowed::<AdmConnect>::of(address as virAdmConnectPtr) {
                conn.close_watch.fire(conn.as_ptr(), reason);
            }
        })));
        Ok(0)
    })
}

/// `virAdmConnectSetDaemonTimeout`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmConnectSetDaemonTimeout(
    conn: virAdmConnectPtr,
    timeout: c_uint,
    flags: c_uint,
) -> c_int {
    call(conn, &ops::adm_connect_set_daemon_timeout, |conn| {
        done(conn.admin().adm_connect_set_daemon_timeout(timeout, flags))
    })
}

/// `virAdmConnectSetLoggingFilters`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmConnectSetLoggingFilters(
    conn: virAdmConnectPtr,
    filters: *const c_char,
    flags: c_uint,
) -> c_int {
    call(conn, &ops::adm_connect_set_logging_filters, |conn| {
        // SAFETY: C gives NULL or a string.
        let filters = unsafe { optional_text(filters, "filters") }?;
        done(conn.admin().adm_connect_set_logging_filters(filters, flags))
    })
}

/// `virAdmConnectSetLoggingOutputs`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmConnectSetLoggingOutputs(
    conn: virAdmConnectPtr,
    outputs: *const c_char,
    flags: c_uint,
) -> c_int {
    call(conn, &ops::adm_connect_set_logging_outputs, |conn| {
        // SAFETY: C gives NULL or a string.
        let outputs = unsafe { optional_text(outputs, "outputs") }?;
        done(conn.admin().adm_connect_set_logging_outputs(outputs, flags))
    })
}

/// `virAdmConnectUnregisterCloseCallback`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmConnectUnregisterCloseCallback(
    conn: virAdmConnectPtr,
    cb: virAdmConnectCloseFunc,
) -> c_int {
    inspect(conn, Origin::Admin, |conn| {
        cb.ok_or_else(|| must_not_be_null("cb"))?;
        if !conn.close_watch.clear(cb) {
            bail!(None, OperationInvalid, "A different callback was requested");
        }
        conn.daemon.on_close(None);
        Ok(0)
    })
}

/// `virAdmGetVersion`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmGetVersion(libVer: *mut c_ulonglong) -> c_int {
    entry(Origin::None, || {
        // SAFETY: C gives room for a number.
        match unsafe { optional(libVer) } {
            Some(version) => version.write(LIBVIR_VERSION_NUMBER),
            None => {
                return Err(Error::received(
                    Origin::None,
                    Code::InternalError,
                    Level::Error,
                    "An error occurred, but the cause is unknown".to_owned(),
                    [None, None, None],
                    [0, 0],
                ));
            }
        };
        Ok(0)
    })
}

/// `virAdmInitialize`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmInitialize() -> c_int {
    registry::initialize();
    0
}

/// `virAdmServerFree`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmServerFree(srv: virAdmServerPtr) -> c_int {
    if is_nothing(srv) {
        return 0;
    }
    inspect(srv, Origin::Admin, |server| drop_reference(server))
}

/// `virAdmServerGetClientLimits`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmServerGetClientLimits(
    srv: virAdmServerPtr,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    call(srv, &ops::adm_server_get_client_limits, |server| {
        // SAFETY: C gives room for an array's address and its length.
        let room = unsafe { NewArray::new(params, nparams) }?;
        room.put(&server.admin().adm_server_get_client_limits(&server.record, flags)?)
    })
}

/// `virAdmServerGetName`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmServerGetName(srv: virAdmServerPtr) -> *const c_char {
    inspect(srv, Origin::Admin, |server| Ok(server.name.as_ptr()))
}

/// `virAdmServerGetThreadPoolParameters`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmServerGetThreadPoolParameters(
    srv: virAdmServerPtr,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    call(srv, &ops::adm_server_get_threadpool_parameters, |server| {
        // SAFETY: C gives room for an array's address and its length.
        let room = unsafe { NewArray::new(params, nparams) }?;
        room.put(&server.admin().adm_server_get_threadpool_parameters(&server.record, flags)?)
    })
}

/// `virAdmServerListClients`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmServerListClients(
    srv: virAdmServerPtr,
    clients: *mut *mut virAdmClientPtr,
    flags: c_uint,
) -> c_int {
    call(srv, &ops::adm_server_list_clients, |server| {
        let need_results = !clients.is_null() as u32;
        let found = server.admin().adm_server_list_clients(&server.record, need_results, flags)?;
        // SAFETY: C gives NULL or room for a pointer.
        unsafe { list_all(found.items.0, found.count, server, clients) }
    })
}

/// `virAdmServerLookupClient`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmServerLookupClient(
    srv: virAdmServerPtr,
    id: c_ulonglong,
    flags: c_uint,
) -> virAdmClientPtr {
    call(srv, &ops::adm_server_lookup_client, |server| {
        server.admin().adm_server_lookup_client(&server.record, id, flags)?.give(server)
    })
}

/// `virAdmServerSetClientLimits`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmServerSetClientLimits(
    srv: virAdmServerPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    call(srv, &ops::adm_server_set_client_limits, |server| {
        // SAFETY: C gives `nparams` parameters.
        let params = unsafe { params::read_any(params, nparams) }?;
        done(server.admin().adm_server_set_client_limits(&server.record, &params, flags))
    })
}

/// `virAdmServerSetThreadPoolParameters`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmServerSetThreadPoolParameters(
    srv: virAdmServerPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    call(srv, &ops::adm_server_set_threadpool_parameters, |server| {
        // SAFETY: C gives `nparams` parameters.
        let params = unsafe { params::read_any(params, nparams) }?;
        done(server.admin().adm_server_set_threadpool_parameters(&server.record, &params, flags))
    })
}

/// `virAdmServerUpdateTlsFiles`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virPrivAdmServerUpdateTlsFiles(srv: virAdmServerPtr, flags: c_uint) -> c_int {
    call(srv, &ops::adm_server_update_tls_files, |server| {
        done(server.admin().adm_server_update_tls_files(&server.record, flags))
    })
}

/// Whether there is no handle, which the functions that let go of one take for nothing to do.
fn is_nothing<C>(handle: *mut C) -> bool {
    if handle.is_null() {
        last_error::reset();
    }
    handle.is_null()
}

/// The URI that `name` means: itself, what an alias stands for, or the default of the environment, of the
/// configuration or of the user.
fn daemon_uri(name: Option<&str>, flags: c_uint) -> Result<String> {
    let config = open::client_config("libvirt-admin.conf")?;
    let Some(name) = name else {
        if let Some(uri) = env::var("LIBVIRT_ADMIN_DEFAULT_URI").ok().filter(|uri| !uri.is_empty()) {
            return Ok(uri);
        }
        // SAFETY: `geteuid` has no failure.
        let whose =
            if unsafe { libc::geteuid() } == 0 { "libvirtd:///system" } else { "libvirtd:///session" };
        return Ok(config.text("uri_default")?.unwrap_or(whose).to_owned());
    };
    let alias = match flags & VIR_CONNECT_NO_ALIASES {
        0 => open::alias(&config, name)?,
        _ => None,
    };
    Ok(alias.unwrap_or_else(|| name.to_owned()))
}

/// The socket that a daemon's administration listens at.
fn socket_of(uri: &Uri) -> Result<PathBuf> {
    if let Some((name, _)) = uri.query.iter().find(|(name, _)| name != "socket") {
        bail!(Admin, ConfigUnsupported, "Unknown URI parameter '{name}'");
    }
    if let Some(socket) = uri.parameter("socket") {
        return Ok(PathBuf::from(socket));
    }
    let scheme = match &uri.transport {
        Some(transport) => format!("{}+{transport}", uri.driver),
        None => uri.driver.clone(),
    };
    let name = match scheme.as_str() {
        "" => bail!(Admin, ConfigUnsupported, "No URI scheme specified"),
        "libvirtd" => "libvirt-admin-sock".to_owned(),
        daemon if daemon.starts_with("virt") => format!("{daemon}-admin-sock"),
        other => bail!(Admin, ConfigUnsupported, "Unsupported URI scheme '{other}'"),
    };
    match uri.path.as_str() {
        "/system" => Ok(PathBuf::from("/run/libvirt").join(name)),
        "/session" => Ok(user_runtime_dir()?.join("libvirt").join(name)),
        path => bail!(Admin, ConfigUnsupported, "Invalid URI path '{path}', try '/system'"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn socket(uri: &str) -> String {
        match socket_of(&Uri::parse(uri).unwrap()) {
            Ok(path) => path.display().to_string(),
            Err(error) => error.message().to_owned(),
        }
    }

    #[test]
    fn each_daemon_has_a_socket_and_a_wrong_uri_says_what_is_wrong() {
        assert_eq!(socket("libvirtd:///system"), "/run/libvirt/libvirt-admin-sock");
        assert_eq!(socket("virtqemud:///system"), "/run/libvirt/virtqemud-admin-sock");
        assert_eq!(socket("bogus:///x?socket=/tmp/s"), "/tmp/s");
        let refused = |uri: &str, why: &str| {
            assert_eq!(socket(uri), format!("unsupported configuration: {why}"));
        };
        refused("foo", "No URI scheme specified");
        refused("qemu:///system", "Unsupported URI scheme 'qemu'");
        refused("libvirtd+unix:///system", "Unsupported URI scheme 'libvirtd+unix'");
        refused("libvirtd:///foo", "Invalid URI path '/foo', try '/system'");
        refused("libvirtd:///system?x=1", "Unknown URI parameter 'x'");
    }
}
