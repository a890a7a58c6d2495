//! What the agent inside a guest answers and does.

use crate::{
    boundary::{
        arguments::{optional_text, required, text, texts_up_to},
        call, call_with,
        checks::{exclusive_flags, must_not_be_null},
        done,
        params::NewArray,
        results::{allocate, deallocate, give_names, give_optional_text, give_records, give_text},
    },
    common::virTypedParameterPtr,
    domain::{
        _virDomainFSInfo, _virDomainInterface, _virDomainInterfaceIPAddress, virDomainFSInfoPtr,
        virDomainInterfacePtr, virDomainPtr,
    },
};
use std::{
    ffi::{c_char, c_int, c_longlong, c_uint, c_ulonglong},
    ptr,
};
use virt_core::{
    api::ops,
    constants::{VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND, VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE},
    records::{FsInfo, InterfaceAddresses},
};
use virt_error::Result;

/// Says for how long an answer of the agent is waited for.
///
/// @domain: the domain
/// @timeout: the time in seconds, or a virDomainAgentResponseTimeoutValues
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 5.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAgentSetResponseTimeout(
    domain: virDomainPtr,
    timeout: c_int,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_agent_set_response_timeout, |domain| {
        domain.drivers().guests.domain_agent_set_response_timeout(domain, timeout, flags)
    })
}

/// Gives the keys that let somebody log in to a guest by SSH.
///
/// @domain: the domain
/// @user: the user in the guest
/// @keys: (out) where to store a new array of keys, which the caller frees together with each key
/// @flags: must be 0
///
/// Returns the number of keys, or -1.
///
/// Since: 6.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAuthorizedSSHKeysGet(
    domain: virDomainPtr,
    user: *const c_char,
    keys: *mut *mut *mut c_char,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_authorized_ssh_keys_get, |domain| {
        // SAFETY: C gives a string.
        let user = unsafe { text(user, "user") }?;
        // SAFETY: C gives room for a pointer.
        let out = unsafe { required(keys, "keys") }?;
        let found = domain.drivers().guests.domain_authorized_ssh_keys_get(domain, user, flags)?;
        out.write(give_names(&found)?);
        Ok(found.len() as c_int)
    })
}

/// Replaces the keys that let somebody log in to a guest by SSH, or with the flags adds some or removes some.
///
/// @domain: the domain
/// @user: the user in the guest
/// @keys: the keys; may be NULL with @nkeys 0
/// @nkeys: the number of keys
/// @flags: bitwise-OR of virDomainAuthorizedSSHKeysSetFlags
///
/// Returns 0, or -1.
///
/// Since: 6.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAuthorizedSSHKeysSet(
    domain: virDomainPtr,
    user: *const c_char,
    keys: *mut *const c_char,
    nkeys: c_uint,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_authorized_ssh_keys_set, |domain| {
        // SAFETY: C gives a string.
        let user = unsafe { text(user, "user") }?;
        const SOME: c_uint =
            VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND | VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE;
        if flags & SOME != 0 && keys.is_null() {
            return Err(must_not_be_null("keys"));
        }
        exclusive_flags!(
            flags,
            VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND,
            VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE
        )?;
        // SAFETY: C gives `nkeys` strings.
        let keys = unsafe { texts_up_to(keys, nkeys, "keys") }?;
        done(domain.drivers().guests.domain_authorized_ssh_keys_set(domain, user, &keys, flags))
    })
}

/// Freezes file systems of a guest, so that what is stored is consistent.
///
/// @dom: the domain
/// @mountpoints: where they are mounted; may be NULL with @nmountpoints 0
/// @nmountpoints: their number; 0 for all
/// @flags: must be 0
///
/// Returns how many were frozen, or -1.
///
/// Since: 1.2.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainFSFreeze(
    dom: virDomainPtr,
    mountpoints: *mut *const c_char,
    nmountpoints: c_uint,
    flags: c_uint,
) -> c_int {
    call(dom, &ops::domain_fsfreeze, |domain| {
        // SAFETY: C gives `nmountpoints` strings.
        let mountpoints = unsafe { texts_up_to(mountpoints, nmountpoints, "mountpoints") }?;
        domain.drivers().guests.domain_fsfreeze(domain, &mountpoints, flags)
    })
}

/// Frees a record that virDomainGetFSInfo() made.
///
/// @info: the record, or NULL
///
/// Since: 1.2.11
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainFSInfoFree(info: virDomainFSInfoPtr) {
    // SAFETY: C gives back a record that this library made, or NULL.
    unsafe {
        if let Some(info) = info.as_ref() {
            deallocate(info.mountpoint);
            deallocate(info.name);
            deallocate(info.fstype);
            free_names(info.devAlias, info.ndevAlias);
        }
        deallocate(info);
    }
}

/// Frees an array of `count` names with the names in it.
///
/// # Safety
/// The array is null or came from `give_names`.
unsafe fn free_names(array: *mut *mut c_char, count: usize) {
    for index in 0..count {
        // SAFETY: the caller vouches for the array.
        unsafe { deallocate(array.add(index).read()) };
    }
    // SAFETY: as above.
    unsafe { deallocate(array) };
}

/// Lets file systems of a guest go on that virDomainFSFreeze() froze.
///
/// @dom: the domain
/// @mountpoints: where they are mounted; may be NULL with @nmountpoints 0
/// @nmountpoints: their number; 0 for all
/// @flags: must be 0
///
/// Returns how many were thawed, or -1.
///
/// Since: 1.2.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainFSThaw(
    dom: virDomainPtr,
    mountpoints: *mut *const c_char,
    nmountpoints: c_uint,
    flags: c_uint,
) -> c_int {
    call(dom, &ops::domain_fsthaw, |domain| {
        // SAFETY: C gives `nmountpoints` strings.
        let mountpoints = unsafe { texts_up_to(mountpoints, nmountpoints, "mountpoints") }?;
        domain.drivers().guests.domain_fsthaw(domain, &mountpoints, flags)
    })
}

/// Lets a guest tell its disks which blocks it does not use.
///
/// @dom: the domain
/// @mountPoint: the file system's mount point, or NULL for all
/// @minimum: the shortest stretch that is worth it, in bytes; a guest may round it up
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 1.0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainFSTrim(
    dom: virDomainPtr,
    mountPoint: *const c_char,
    minimum: c_ulonglong,
    flags: c_uint,
) -> c_int {
    call(dom, &ops::domain_fstrim, |domain| {
        // SAFETY: C gives a string or NULL.
        let mount_point = unsafe { optional_text(mountPoint, "mountPoint") }?;
        done(domain.drivers().guests.domain_fstrim(domain, mount_point, minimum, flags))
    })
}

/// Gives the file systems that a guest has mounted, and the disks that they are on.
///
/// @dom: the domain
/// @info: (out) where to store a new array of records; the caller frees each with virDomainFSInfoFree() and the
///        array with free()
/// @flags: must be 0
///
/// Returns the number of records, or -1.
///
/// Since: 1.2.11
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetFSInfo(
    dom: virDomainPtr,
    info: *mut *mut virDomainFSInfoPtr,
    flags: c_uint,
) -> c_int {
    call(dom, &ops::domain_get_fsinfo, |domain| {
        // SAFETY: C gives room for a pointer.
        let out = unsafe { required(info, "info") }?;
        out.write(ptr::null_mut());
        let found = domain.drivers().guests.domain_get_fsinfo(domain, flags)?;
        out.write(give_records(&found.items, write_file_system, |record| {
            // SAFETY: `write_file_system` filled it.
            unsafe { virDomainFSInfoFree(record) }
        })?);
        Ok(found.items.len() as c_int)
    })
}

fn write_file_system(system: &FsInfo, record: &mut _virDomainFSInfo) -> Result<()> {
    record.mountpoint = give_text(&system.mountpoint)?;
    record.name = give_text(&system.name)?;
    record.fstype = give_text(&system.fstype)?;
    if !system.dev_aliases.is_empty() {
        record.devAlias = give_names(&system.dev_aliases)?;
        record.ndevAlias = system.dev_aliases.len();
    }
    Ok(())
}

/// Gives what a guest's agent knows of it: users, system, time zone, host name, file systems, disks, interfaces.
///
/// @domain: the domain
/// @types: what is asked for: bitwise-OR of virDomainGuestInfoTypes, or 0 for everything
/// @params: (out) where to store a new array of parameters, which the caller frees with virTypedParamsFree()
/// @nparams: (out) their number
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 5.7.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetGuestInfo(
    domain: virDomainPtr,
    types: c_uint,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_get_guest_info, |domain| {
        // SAFETY: C gives room for both.
        let out = unsafe { NewArray::new(params, nparams) }?;
        out.put(&domain.drivers().guests.domain_get_guest_info(domain, types, flags)?)
    })
}

/// Gives the processors that a guest has, those it uses, and those it can let go of.
///
/// @domain: the domain
/// @params: (out) where to store a new array of parameters, which the caller frees with virTypedParamsFree()
/// @nparams: (out) their number
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetGuestVcpus(
    domain: virDomainPtr,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_uint,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_get_guest_vcpus, |domain| {
        // SAFETY: C gives room for both.
        let out = unsafe { NewArray::new(params, nparams.cast()) }?;
        out.put(&domain.drivers().guests.domain_get_guest_vcpus(domain, flags)?)
    })
}

/// Gives the host name of a guest.
///
/// @domain: the domain
/// @flags: whom to ask: bitwise-OR of virDomainGetHostnameFlags, or 0 for the driver's choice
///
/// Returns a new string that the caller frees, or NULL.
///
/// Since: 0.10.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetHostname(domain: virDomainPtr, flags: c_uint) -> *mut c_char {
    call(domain, &ops::domain_get_hostname, |domain| {
        give_text(&domain.drivers().guests.domain_get_hostname(domain, flags)?)
    })
}

/// Gives the time of a guest's clock.
///
/// @dom: the domain
/// @seconds: (out) seconds since 1970
/// @nseconds: (out) nanoseconds within the second
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 1.2.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetTime(
    dom: virDomainPtr,
    seconds: *mut c_longlong,
    nseconds: *mut c_uint,
    flags: c_uint,
) -> c_int {
    call(dom, &ops::domain_get_time, |domain| {
        // SAFETY: C gives room for two numbers.
        let (seconds, nseconds) = unsafe { (required(seconds, "seconds")?, required(nseconds, "nseconds")?) };
        let found = domain.drivers().guests.domain_get_time(domain, flags)?;
        seconds.write(found.seconds);
        nseconds.write(found.nseconds);
        Ok(0)
    })
}

/// Gives the network interfaces of a guest and their addresses.
///
/// @dom: the domain
/// @ifaces: (out) where to store a new array of records; the caller frees each with virDomainInterfaceFree() and the
///          array with free()
/// @source: whom to ask: a virDomainInterfaceAddressesSource; a read-only connection may not ask the agent
/// @flags: must be 0
///
/// Returns the number of records, or -1.
///
/// Since: 1.2.14
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainInterfaceAddresses(
    dom: virDomainPtr,
    ifaces: *mut *mut virDomainInterfacePtr,
    source: c_uint,
    flags: c_uint,
) -> c_int {
    call_with(dom, &ops::domain_interface_addresses, flags, source, |domain| {
        // SAFETY: C gives room for a pointer.
        let out = unsafe { required(ifaces, "ifaces") }?;
        out.write(ptr::null_mut());
        let found = domain.drivers().guests.domain_interface_addresses(domain, source, flags)?;
        out.write(give_records(&found, write_interface, |record| {
            // SAFETY: `write_interface` filled it.
            unsafe { virDomainInterfaceFree(record) }
        })?);
        Ok(found.len() as c_int)
    })
}

fn write_interface(interface: &InterfaceAddresses, record: &mut _virDomainInterface) -> Result<()> {
    record.name = give_text(&interface.name)?;
    record.hwaddr = give_optional_text(interface.hwaddr.as_deref())?;
    if !interface.addrs.is_empty() {
        record.addrs = allocate(interface.addrs.len())?;
    }
    for (index, address) in interface.addrs.iter().enumerate() {
        let addr = give_text(&address.addr)?;
        let of_c = _virDomainInterfaceIPAddress { r#type: address.kind, addr, prefix: address.prefix };
        // SAFETY: there is room for every address.
        unsafe { record.addrs.add(index).write(of_c) };
        record.naddrs += 1;
    }
    Ok(())
}

/// Frees a record that virDomainInterfaceAddresses() made.
///
/// @iface: the record, or NULL
///
/// Since: 1.2.14
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainInterfaceFree(iface: virDomainInterfacePtr) {
    // SAFETY: C gives back a record that this library made, or NULL.
    unsafe {
        if let Some(iface) = iface.as_ref() {
            deallocate(iface.name);
            deallocate(iface.hwaddr);
            for index in 0..iface.naddrs as usize {
                deallocate((*iface.addrs.add(index)).addr);
            }
            deallocate(iface.addrs);
        }
        deallocate(iface);
    }
}

/// Lets a guest use processors or let go of them, without taking them out of the machine.
///
/// @domain: the domain
/// @cpumap: the processors: numbers and ranges, as in `0,2-3`
/// @state: 1 to use them, 0 to let go of them
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 2.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetGuestVcpus(
    domain: virDomainPtr,
    cpumap: *const c_char,
    state: c_int,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_set_guest_vcpus, |domain| {
        // SAFETY: C gives a string.
        let map = unsafe { text(cpumap, "cpumap") }?;
        done(domain.drivers().guests.domain_set_guest_vcpus(domain, map, state, flags))
    })
}

/// Sets the clock of a guest, or with VIR_DOMAIN_TIME_SYNC lets it read its hardware clock.
///
/// @dom: the domain
/// @seconds: seconds since 1970
/// @nseconds: nanoseconds within the second
/// @flags: bitwise-OR of virDomainSetTimeFlags
///
/// Returns 0, or -1.
///
/// Since: 1.2.5
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetTime(
    dom: virDomainPtr,
    seconds: c_longlong,
    nseconds: c_uint,
    flags: c_uint,
) -> c_int {
    call(dom, &ops::domain_set_time, |domain| {
        done(domain.drivers().guests.domain_set_time(domain, seconds, nseconds, flags))
    })
}

/// Changes the password of a user in a guest.
///
/// @dom: the domain
/// @user: the user in the guest
/// @password: the new password, or with VIR_DOMAIN_PASSWORD_ENCRYPTED its hash as the guest stores it
/// @flags: bitwise-OR of virDomainSetUserPasswordFlags
///
/// Returns 0, or -1.
///
/// Since: 1.2.16
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetUserPassword(
    dom: virDomainPtr,
    user: *const c_char,
    password: *const c_char,
    flags: c_uint,
) -> c_int {
    call(dom, &ops::domain_set_user_password, |domain| {
        // SAFETY: C gives strings.
        let (user, password) = unsafe { (text(user, "user")?, text(password, "password")?) };
        done(domain.drivers().guests.domain_set_user_password(domain, Some(user), Some(password), flags))
    })
}
