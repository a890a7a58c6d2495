//! Moving a running guest to another host.

use crate::{
    boundary::{
        arguments::{optional_text, required, text},
        call,
        checks::exclusive_flags,
        done,
        handle::Borrowed,
        handle_of,
        objects::{Connect, DomainObject, Shown},
        params,
    },
    common::virTypedParameterPtr,
    domain::virDomainPtr,
    host::virConnectPtr,
};
use std::ffi::{c_char, c_int, c_uint, c_ulong, c_ulonglong};
use virt_core::{
    api::ops,
    constants::{VIR_MIGRATE_PEER2PEER, VIR_MIGRATE_TUNNELLED},
    migration::{self, Request},
    params::{TypedParam, Value},
    types::Params,
};
use virt_error::{Error, Result, bail};

/// The connection to the destination, which must be writable; `api` is the function that needs it.
fn destination(dconn: virConnectPtr, api: &str) -> Result<Borrowed<Connect>> {
    let destination = handle_of(dconn)?;
    match destination.connection.read_only {
        true => Err(ops::domain_migrate_finish3_params.read_only_refusal(api)),
        false => Ok(destination),
    }
}

/// The disks of a guest are copied whole or in part.
fn one_way_of_copying(flags: c_uint) -> Result<()> {
    exclusive_flags!(flags, VIR_MIGRATE_NON_SHARED_DISK, VIR_MIGRATE_NON_SHARED_INC)
}

/// The parameters that the functions without a list of them have as arguments.
struct Arguments<'a> {
    xml: Option<&'a str>,
    name: Option<&'a str>,
    uri: Option<&'a str>,
    bandwidth: c_ulong,
}

impl Arguments<'_> {
    fn request<'a>(&self, domain: &'a DomainObject, flags: c_ulong) -> Request<'a> {
        let mut params = Vec::new();
        let texts = [(migration::URI, self.uri), (migration::NAME, self.name), (migration::XML, self.xml)];
        for (field, text) in texts {
            params.extend(text.map(|text| TypedParam::new(field, Value::String(text.to_owned()))));
        }
        if self.bandwidth > 0 {
            params.push(TypedParam::new(migration::BANDWIDTH, Value::ULLong(self.bandwidth)));
        }
        request(domain, Params(params), flags as c_uint)
    }
}

fn request(domain: &DomainObject, params: Params<64>, flags: c_uint) -> Request<'_> {
    Request { source: domain.drivers(), dom: domain, params, flags }
}

/// Reads the parameters that the functions with a list of them are given.
///
/// # Safety
/// `params` is null or points at `nparams` parameters.
unsafe fn read_params(params: virTypedParameterPtr, nparams: c_uint) -> Result<Params<64>> {
    let count = c_int::try_from(nparams).unwrap_or(c_int::MAX);
    // SAFETY: passed on.
    unsafe { params::read(params, count, "params") }
}

/// Migrates a domain for a function that has both connections. With `VIR_MIGRATE_PEER2PEER` the source goes its own
/// way to the destination, whose daemon is at `peer`, or where the connection leads.
fn migrate(
    request: Request<'_>,
    destination: &Borrowed<Connect>,
    peer: Option<&str>,
) -> Result<virDomainPtr> {
    migration::check_offline(request.source, destination.drivers(), request.flags)?;
    if request.flags & VIR_MIGRATE_PEER2PEER == 0 {
        if request.flags & VIR_MIGRATE_TUNNELLED != 0 {
            bail!(
                Domain,
                OperationInvalid,
                "cannot perform tunnelled migration without using peer2peer flag"
            );
        }
        return migration::managed(request, destination.drivers())?.give(destination);
    }
    if migration::check_unmanaged(request.source, request.flags).is_err() {
        return Err(Error::unsupported());
    }
    match (peer, destination.connection.uri.as_str()) {
        (Some(peer), _) => migration::unmanaged(&request, Some(peer))?,
        (None, "") => {
            let uri = destination.drivers().host.connect_get_uri()?;
            migration::unmanaged(&request, Some(&uri))?;
        }
        (None, uri) => migration::unmanaged(&request, Some(uri))?,
    }
    destination.drivers().domains.domain_lookup_by_name(request.name())?.give(destination)
}

/// Migrates a running domain to another host, to which the caller has a connection.
///
/// @domain: the domain
/// @dconn: the connection to the destination
/// @flags: bitwise-OR of virDomainMigrateFlags
/// @dname: (optional) its name on the destination; NULL for the same
/// @uri: (optional) where the hypervisors meet; NULL for the destination's choice
/// @bandwidth: (optional) the most that is sent a second, in MiB; 0 for the hypervisor's choice
///
/// Returns a new handle of the domain on the destination that the caller frees with virDomainFree(), or NULL.
///
/// Since: 0.3.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrate(
    domain: virDomainPtr,
    dconn: virConnectPtr,
    flags: c_ulong,
    dname: *const c_char,
    uri: *const c_char,
    bandwidth: c_ulong,
) -> virDomainPtr {
    call(domain, &ops::domain_migrate_perform, |domain| {
        let destination = destination(dconn, "virDomainMigrate")?;
        one_way_of_copying(flags as c_uint)?;
        // SAFETY: C gives strings or NULL.
        let (name, uri) = unsafe { (optional_text(dname, "dname")?, optional_text(uri, "uri")?) };
        if flags as c_uint & VIR_MIGRATE_PEER2PEER != 0 {
            // This function knows one URI only: the daemon's.
            let arguments = Arguments { xml: None, name, uri: None, bandwidth };
            return migrate(arguments.request(domain, flags), &destination, uri);
        }
        let arguments = Arguments { xml: None, name, uri, bandwidth };
        migrate(arguments.request(domain, flags), &destination, None)
    })
}

/// Migrates a running domain to another host, to which the caller has a connection, with another definition if
/// wanted.
///
/// @domain: the domain
/// @dconn: the connection to the destination
/// @dxml: (optional) its definition on the destination, in which only what the guest does not see may differ
/// @flags: bitwise-OR of virDomainMigrateFlags
/// @dname: (optional) its name on the destination; NULL for the same
/// @uri: (optional) where the hypervisors meet; NULL for the destination's choice
/// @bandwidth: (optional) the most that is sent a second, in MiB; 0 for the hypervisor's choice
///
/// Returns a new handle of the domain on the destination that the caller frees with virDomainFree(), or NULL.
///
/// Since: 0.9.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrate2(
    domain: virDomainPtr,
    dconn: virConnectPtr,
    dxml: *const c_char,
    flags: c_ulong,
    dname: *const c_char,
    uri: *const c_char,
    bandwidth: c_ulong,
) -> virDomainPtr {
    call(domain, &ops::domain_migrate_perform3, |domain| {
        let destination = destination(dconn, "virDomainMigrate2")?;
        one_way_of_copying(flags as c_uint)?;
        // SAFETY: C gives strings or NULL.
        let (name, uri) = unsafe { (optional_text(dname, "dname")?, optional_text(uri, "uri")?) };
        // SAFETY: as above.
        let xml = unsafe { optional_text(dxml, "dxml") }?;
        let arguments = Arguments { xml, name, uri, bandwidth };
        migrate(arguments.request(domain, flags), &destination, None)
    })
}

/// Migrates a running domain to another host, to which the caller has a connection, as parameters say.
/// virDomainMigrateToURI3() is for peer-to-peer migration.
///
/// @domain: the domain
/// @dconn: the connection to the destination
/// @params: (optional) the parameters: VIR_MIGRATE_PARAM_URI and others
/// @nparams: (optional) their number
/// @flags: bitwise-OR of virDomainMigrateFlags
///
/// Returns a new handle of the domain on the destination that the caller frees with virDomainFree(), or NULL.
///
/// Since: 1.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrate3(
    domain: virDomainPtr,
    dconn: virConnectPtr,
    params: virTypedParameterPtr,
    nparams: c_uint,
    flags: c_uint,
) -> virDomainPtr {
    call(domain, &ops::domain_migrate_perform3_params, |domain| {
        let destination = destination(dconn, "virDomainMigrate3")?;
        one_way_of_copying(flags)?;
        if flags & VIR_MIGRATE_PEER2PEER != 0 {
            return Err(Error::argument("flags", "use virDomainMigrateToURI3 for peer-to-peer migration"));
        }
        if flags & VIR_MIGRATE_TUNNELLED != 0 {
            let text = "cannot perform tunnelled migration without using peer2peer flag";
            return Err(Error::argument("flags", text));
        }
        // SAFETY: C gives `nparams` parameters.
        let params = unsafe { read_params(params, nparams) }?;
        migrate(request(domain, params, flags), &destination, None)
    })
}

/// Gives the size of the cache in which a migration compresses memory (VIR_MIGRATE_COMPRESSED).
///
/// @domain: the domain
/// @cacheSize: (out) the size in bytes
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 1.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateGetCompressionCache(
    domain: virDomainPtr,
    cacheSize: *mut c_ulonglong,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_migrate_get_compression_cache, |domain| {
        // SAFETY: C gives room for a number.
        let size = unsafe { required(cacheSize, "cacheSize") }?;
        size.write(domain.drivers().jobs.domain_migrate_get_compression_cache(domain, flags)?);
        Ok(0)
    })
}

/// Gives for how long a guest may stand still at the end of a migration.
///
/// @domain: the domain
/// @downtime: (out) the time in milliseconds
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 3.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateGetMaxDowntime(
    domain: virDomainPtr,
    downtime: *mut c_ulonglong,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_migrate_get_max_downtime, |domain| {
        // SAFETY: C gives room for a number.
        let downtime = unsafe { required(downtime, "downtime") }?;
        downtime.write(domain.drivers().jobs.domain_migrate_get_max_downtime(domain, flags)?);
        Ok(0)
    })
}

/// Gives the most that a migration of a domain sends a second.
///
/// @domain: the domain
/// @bandwidth: (out) the speed in MiB a second
/// @flags: bitwise-OR of virDomainMigrateMaxSpeedFlags
///
/// Returns 0, or -1.
///
/// Since: 0.9.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateGetMaxSpeed(
    domain: virDomainPtr,
    bandwidth: *mut c_ulong,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_migrate_get_max_speed, |domain| {
        // SAFETY: C gives room for a number.
        let bandwidth = unsafe { required(bandwidth, "bandwidth") }?;
        bandwidth.write(domain.drivers().jobs.domain_migrate_get_max_speed(domain, flags)?);
        Ok(0)
    })
}

/// Changes the size of the cache in which a migration compresses memory (VIR_MIGRATE_COMPRESSED).
///
/// @domain: the domain
/// @cacheSize: the size in bytes, which the hypervisor may round
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 1.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateSetCompressionCache(
    domain: virDomainPtr,
    cacheSize: c_ulonglong,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_migrate_set_compression_cache, |domain| {
        done(domain.drivers().jobs.domain_migrate_set_compression_cache(domain, cacheSize, flags))
    })
}

/// Says for how long a guest may stand still at the end of a migration.
///
/// @domain: the domain
/// @downtime: the time in milliseconds
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateSetMaxDowntime(
    domain: virDomainPtr,
    downtime: c_ulonglong,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_migrate_set_max_downtime, |domain| {
        done(domain.drivers().jobs.domain_migrate_set_max_downtime(domain, downtime, flags))
    })
}

/// Changes the most that a migration of a domain sends a second.
///
/// @domain: the domain
/// @bandwidth: the speed in MiB a second
/// @flags: bitwise-OR of virDomainMigrateMaxSpeedFlags
///
/// Returns 0, or -1.
///
/// Since: 0.9.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateSetMaxSpeed(
    domain: virDomainPtr,
    bandwidth: c_ulong,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_migrate_set_max_speed, |domain| {
        done(domain.drivers().jobs.domain_migrate_set_max_speed(domain, bandwidth, flags))
    })
}

/// Lets a guest run on the destination at once, in a migration that was started with VIR_MIGRATE_POSTCOPY; the rest
/// of its memory follows.
///
/// @domain: the domain, on the source
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 1.3.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateStartPostCopy(domain: virDomainPtr, flags: c_uint) -> c_int {
    call(domain, &ops::domain_migrate_start_post_copy, |domain| {
        done(domain.drivers().jobs.domain_migrate_start_post_copy(domain, flags))
    })
}

/// Lets the source migrate a domain by itself.
fn leave_to_source(request: Request<'_>, peer: Option<&str>) -> Result<c_int> {
    let peer = peer.filter(|_| request.flags & VIR_MIGRATE_PEER2PEER != 0);
    done(migration::unmanaged(&request, peer))
}

/// Lets the source migrate a running domain by itself.
///
/// @domain: the domain
/// @duri: the URI of the destination's daemon with VIR_MIGRATE_PEER2PEER, of its hypervisor without
/// @flags: bitwise-OR of virDomainMigrateFlags
/// @dname: (optional) its name on the destination; NULL for the same
/// @bandwidth: (optional) the most that is sent a second, in MiB; 0 for the hypervisor's choice
///
/// Returns 0 when the domain has arrived, or -1.
///
/// Since: 0.7.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateToURI(
    domain: virDomainPtr,
    duri: *const c_char,
    flags: c_ulong,
    dname: *const c_char,
    bandwidth: c_ulong,
) -> c_int {
    call(domain, &ops::domain_migrate_perform, |domain| {
        // SAFETY: C gives a string.
        let uri = unsafe { text(duri, "duri") }?;
        // SAFETY: C gives a string or NULL.
        let name = unsafe { optional_text(dname, "dname") }?;
        migration::check_unmanaged(domain.drivers(), flags as c_uint)?;
        let to_daemon = flags as c_uint & VIR_MIGRATE_PEER2PEER != 0;
        let (peer, uri) = if to_daemon { (Some(uri), None) } else { (None, Some(uri)) };
        let arguments = Arguments { xml: None, name, uri, bandwidth };
        leave_to_source(arguments.request(domain, flags), peer)
    })
}

/// Lets the source migrate a running domain by itself, with another definition if wanted.
///
/// @domain: the domain
/// @dconnuri: (optional) the URI of the destination's daemon, needed with VIR_MIGRATE_PEER2PEER
/// @miguri: (optional) where the hypervisors meet
/// @dxml: (optional) its definition on the destination, in which only what the guest does not see may differ
/// @flags: bitwise-OR of virDomainMigrateFlags
/// @dname: (optional) its name on the destination; NULL for the same
/// @bandwidth: (optional) the most that is sent a second, in MiB; 0 for the hypervisor's choice
///
/// Returns 0 when the domain has arrived, or -1.
///
/// Since: 0.9.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateToURI2(
    domain: virDomainPtr,
    dconnuri: *const c_char,
    miguri: *const c_char,
    dxml: *const c_char,
    flags: c_ulong,
    dname: *const c_char,
    bandwidth: c_ulong,
) -> c_int {
    call(domain, &ops::domain_migrate_perform3, |domain| {
        migration::check_unmanaged(domain.drivers(), flags as c_uint)?;
        // SAFETY: C gives strings or NULL.
        let (peer, uri) = unsafe { (optional_text(dconnuri, "dconnuri")?, optional_text(miguri, "miguri")?) };
        // SAFETY: as above.
        let (xml, name) = unsafe { (optional_text(dxml, "dxml")?, optional_text(dname, "dname")?) };
        let arguments = Arguments { xml, name, uri, bandwidth };
        leave_to_source(arguments.request(domain, flags), peer)
    })
}

/// Lets the source migrate a running domain by itself, as parameters say.
///
/// @domain: the domain
/// @dconnuri: (optional) the URI of the destination's daemon, needed with VIR_MIGRATE_PEER2PEER
/// @params: (optional) the parameters: VIR_MIGRATE_PARAM_URI and others
/// @nparams: (optional) their number
/// @flags: bitwise-OR of virDomainMigrateFlags
///
/// Returns 0 when the domain has arrived, or -1.
///
/// Since: 1.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainMigrateToURI3(
    domain: virDomainPtr,
    dconnuri: *const c_char,
    params: virTypedParameterPtr,
    nparams: c_uint,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_migrate_perform3_params, |domain| {
        migration::check_unmanaged(domain.drivers(), flags)?;
        // SAFETY: C gives a string or NULL.
        let peer = unsafe { optional_text(dconnuri, "dconnuri") }?;
        // SAFETY: C gives `nparams` parameters.
        let params = unsafe { read_params(params, nparams) }?;
        leave_to_source(request(domain, params, flags), peer)
    })
}
