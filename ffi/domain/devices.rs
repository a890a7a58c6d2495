//! Devices of a domain: attaching, changing, and talking to them.

use crate::{
    boundary::{
        arguments::{array, descriptor, descriptors, optional_text, text},
        call,
        checks::{greater_than_zero, must_not_be_null, not_zero, zero_or_greater},
        done,
        handle::Borrowed,
        handle_of,
        objects::{DomainObject, StreamHandle},
        params,
        results::give_optional_text,
    },
    common::virTypedParameterPtr,
    domain::{VIR_DOMAIN_SEND_KEY_MAX_KEYS, virDomainPtr},
    host::virStreamPtr,
};
use std::{
    ffi::{c_char, c_int, c_longlong, c_uint},
    fs::File,
    os::{
        fd::{BorrowedFd, IntoRawFd},
        unix::fs::FileTypeExt,
    },
};
use virt_core::{api::ops, constants::VIR_KEYCODE_SET_QNUM};
use virt_error::{Error, Origin, Result, bail};

/// Lets an interface of a running guest tell the network where it is, as after a migration.
///
/// @dom: the domain
/// @device: the alias of the interface, or NULL for all
/// @params: how to announce: an array of parameters, or NULL
/// @nparams: the number of parameters
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 12.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAnnounceInterface(
    dom: virDomainPtr,
    device: *const c_char,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    call(dom, &ops::domain_announce_interface, |domain| {
        // SAFETY: C gives a string or NULL.
        let device = unsafe { optional_text(device, "device") }?;
        zero_or_greater(nparams, "nparams")?;
        // SAFETY: C gives `nparams` parameters.
        let params = unsafe { params::read(params, nparams, "params") }?;
        done(domain.drivers().devices.domain_announce_interface(domain, device, &params, flags))
    })
}

/// Adds a device to a running domain.
///
/// @domain: the domain
/// @xml: the device's element
///
/// Returns 0, or -1. virDomainAttachDeviceFlags() can also change the definition.
///
/// Since: 0.1.9
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAttachDevice(domain: virDomainPtr, xml: *const c_char) -> c_int {
    call(domain, &ops::domain_attach_device, |domain| {
        // SAFETY: C gives a string.
        let xml = unsafe { text(xml, "xml") }?;
        done(domain.drivers().devices.domain_attach_device(domain, xml))
    })
}

/// Adds a device to a domain: to the running guest, to the definition, or to both.
///
/// @domain: the domain
/// @xml: the device's element
/// @flags: bitwise-OR of virDomainDeviceModifyFlags
///
/// Returns 0, or -1.
///
/// Since: 0.7.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainAttachDeviceFlags(
    domain: virDomainPtr,
    xml: *const c_char,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_attach_device_flags, |domain| {
        // SAFETY: C gives a string.
        let xml = unsafe { text(xml, "xml") }?;
        done(domain.drivers().devices.domain_attach_device_flags(domain, xml, flags))
    })
}

/// Takes a device away from a running domain.
///
/// @domain: the domain
/// @xml: the device's element, with as much as tells it from the others
///
/// Returns 0, or -1. The guest may let go later; an event tells when.
///
/// Since: 0.1.9
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDetachDevice(domain: virDomainPtr, xml: *const c_char) -> c_int {
    call(domain, &ops::domain_detach_device, |domain| {
        // SAFETY: C gives a string.
        let xml = unsafe { text(xml, "xml") }?;
        done(domain.drivers().devices.domain_detach_device(domain, xml))
    })
}

/// Takes a device away from a domain, named by its alias.
///
/// @domain: the domain
/// @alias: the alias of the device
/// @flags: bitwise-OR of virDomainDeviceModifyFlags
///
/// Returns 0, or -1. This returns before the guest has let go; an event tells when.
///
/// Since: 4.4.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDetachDeviceAlias(
    domain: virDomainPtr,
    alias: *const c_char,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_detach_device_alias, |domain| {
        // SAFETY: C gives a string.
        let alias = unsafe { text(alias, "alias") }?;
        done(domain.drivers().devices.domain_detach_device_alias(domain, alias, flags))
    })
}

/// Takes a device away from a domain: from the running guest, from the definition, or from both.
///
/// @domain: the domain
/// @xml: the device's element, with as much as tells it from the others
/// @flags: bitwise-OR of virDomainDeviceModifyFlags
///
/// Returns 0, or -1. The guest may let go later; an event tells when.
///
/// Since: 0.7.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainDetachDeviceFlags(
    domain: virDomainPtr,
    xml: *const c_char,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_detach_device_flags, |domain| {
        // SAFETY: C gives a string.
        let xml = unsafe { text(xml, "xml") }?;
        done(domain.drivers().devices.domain_detach_device_flags(domain, xml, flags))
    })
}

/// Lends open files to a domain under a name, which a disk's source can refer to.
///
/// @domain: the domain
/// @name: the name of the group of descriptors
/// @nfds: the number of descriptors
/// @fds: the descriptors, which stay the caller's
/// @flags: (optional) bitwise-OR of virDomainFDAssociateFlags
///
/// Returns 0, or -1. The files are let go of when the connection is closed.
///
/// Since: 9.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainFDAssociate(
    domain: virDomainPtr,
    name: *const c_char,
    nfds: c_uint,
    fds: *mut c_int,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_fd_associate, |domain| {
        not_zero(nfds, "nfds")?;
        // SAFETY: C gives an array of open descriptors.
        let files = unsafe { descriptors(fds, nfds, "fds") }?;
        // SAFETY: C gives a string.
        let name = unsafe { text(name, "name") }?;
        done(domain.drivers().devices.domain_fd_associate(domain, name, flags, &files))
    })
}

/// Lets a graphics server of a running guest read its certificates again.
///
/// @domain: the domain
/// @type: which servers: a virDomainGraphicsReloadType
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 10.2.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGraphicsReload(
    domain: virDomainPtr,
    r#type: c_uint,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_graphics_reload, |domain| {
        done(domain.drivers().devices.domain_graphics_reload(domain, r#type, flags))
    })
}

/// Sends a non-maskable interrupt to a guest.
///
/// @domain: the domain
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 0.9.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainInjectNMI(domain: virDomainPtr, flags: c_uint) -> c_int {
    call(domain, &ops::domain_inject_nmi, |domain| {
        done(domain.drivers().devices.domain_inject_nmi(domain, flags))
    })
}

/// The stream that a device of `domain` is to be connected with.
fn stream_of(stream: virStreamPtr, domain: &DomainObject, argument: &str) -> Result<Borrowed<StreamHandle>> {
    let stream = handle_of(stream)?;
    if stream.conn.as_ptr() != domain.conn.as_ptr() {
        let text = format!("stream must match connection of domain '{}'", domain.name);
        return Err(Error::argument(argument, text));
    }
    Ok(stream)
}

/// Connects a stream with a channel between host and guest. Only one user at a time can have it, unless
/// VIR_DOMAIN_CHANNEL_FORCE takes it away from another.
///
/// @dom: the domain
/// @name: the name or the alias of the channel, or NULL for the first
/// @st: a stream of the same connection, not yet in use
/// @flags: bitwise-OR of virDomainChannelFlags
///
/// Returns 0, or -1.
///
/// Since: 1.0.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainOpenChannel(
    dom: virDomainPtr,
    name: *const c_char,
    st: virStreamPtr,
    flags: c_uint,
) -> c_int {
    call(dom, &ops::domain_open_channel, |domain| {
        let stream = stream_of(st, domain, "st")?;
        // SAFETY: C gives a string or NULL.
        let name = unsafe { optional_text(name, "name") }?;
        done(stream.open(|| domain.drivers().devices.domain_open_channel(domain, name, flags)))
    })
}

/// Connects a stream with a console of a guest. Only one user at a time can have it, unless
/// VIR_DOMAIN_CONSOLE_FORCE takes it away from another.
///
/// @dom: the domain
/// @dev_name: the alias of a console, a serial or a parallel port, or NULL for the first console
/// @st: a stream of the same connection, not yet in use
/// @flags: bitwise-OR of virDomainConsoleFlags
///
/// Returns 0, or -1.
///
/// Since: 0.8.6
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainOpenConsole(
    dom: virDomainPtr,
    dev_name: *const c_char,
    st: virStreamPtr,
    flags: c_uint,
) -> c_int {
    call(dom, &ops::domain_open_console, |domain| {
        let stream = stream_of(st, domain, "st")?;
        // SAFETY: C gives a string or NULL.
        let name = unsafe { optional_text(dev_name, "dev_name") }?;
        done(stream.open(|| domain.drivers().devices.domain_open_console(domain, name, flags)))
    })
}

/// Connects a socket with a graphics server of a guest.
///
/// @dom: the domain
/// @idx: which of its graphics devices, counted from 0
/// @fd: one end of a pair of sockets; the hypervisor gets a copy of it
/// @flags: bitwise-OR of virDomainOpenGraphicsFlags
///
/// Returns 0, or -1.
///
/// Since: 0.9.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainOpenGraphics(
    dom: virDomainPtr,
    idx: c_uint,
    fd: c_int,
    flags: c_uint,
) -> c_int {
    call(dom, &ops::domain_open_graphics, |domain| {
        // SAFETY: C keeps the descriptor open during the call.
        let socket = unsafe { descriptor(fd, "fd") }?;
        let is_socket = is_socket(socket).map_err(|cause| {
            Error::system(Origin::Domain, format!("Unable to access file descriptor {fd}"), &cause)
        })?;
        if !is_socket {
            return Err(Error::argument("fd", format!("fd {fd} must be a socket")));
        }
        done(domain.drivers().devices.domain_open_graphics(domain, idx, flags, &[socket]))
    })
}

fn is_socket(descriptor: BorrowedFd<'_>) -> std::io::Result<bool> {
    let file = File::from(descriptor.try_clone_to_owned()?);
    Ok(file.metadata()?.file_type().is_socket())
}

/// Gives a socket that is connected with a graphics server of a guest.
///
/// @dom: the domain
/// @idx: which of its graphics devices, counted from 0
/// @flags: bitwise-OR of virDomainOpenGraphicsFlags
///
/// Returns a new descriptor that the caller closes, or -1.
///
/// Since: 1.2.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainOpenGraphicsFD(dom: virDomainPtr, idx: c_uint, flags: c_uint) -> c_int {
    call(dom, &ops::domain_open_graphics_fd, |domain| {
        let sockets = domain.drivers().devices.domain_open_graphics_fd(domain, idx, flags)?;
        match sockets.into_iter().next() {
            Some(socket) => Ok(socket.into_raw_fd()),
            None => bail!(Domain, InternalError, "no file descriptor received"),
        }
    })
}

/// Takes a picture of a guest's screen, which is then read from the stream.
///
/// @domain: the domain
/// @stream: a stream of the same connection, not yet in use
/// @screen: which of its screens, counted from 0
/// @flags: must be 0
///
/// Returns the MIME type of the picture as a new string that the caller frees, or NULL.
///
/// Since: 0.9.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainScreenshot(
    domain: virDomainPtr,
    stream: virStreamPtr,
    screen: c_uint,
    flags: c_uint,
) -> *mut c_char {
    call(domain, &ops::domain_screenshot, |domain| {
        let stream = stream_of(stream, domain, "stream")?;
        let kind = stream.open(|| domain.drivers().monitoring.domain_screenshot(domain, screen, flags))?;
        give_optional_text(kind.as_deref())
    })
}

/// Presses keys in a guest, all at once, and lets go of them together.
///
/// @domain: the domain
/// @codeset: what the codes mean: a virKeycodeSet
/// @holdtime: for how many milliseconds the keys are held
/// @keycodes: the codes
/// @nkeycodes: their number, at most VIR_DOMAIN_SEND_KEY_MAX_KEYS
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSendKey(
    domain: virDomainPtr,
    codeset: c_uint,
    holdtime: c_uint,
    keycodes: *mut c_uint,
    nkeycodes: c_int,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_send_key, |domain| {
        if keycodes.is_null() {
            return Err(must_not_be_null("keycodes"));
        }
        greater_than_zero(nkeycodes, "nkeycodes")?;
        if codeset > VIR_KEYCODE_SET_QNUM as c_uint {
            return Err(Error::argument("codeset", format!("Unsupported codeset '{}'", codeset as c_int)));
        }
        if nkeycodes as usize > VIR_DOMAIN_SEND_KEY_MAX_KEYS {
            let text = format!("nkeycodes must be <= {VIR_DOMAIN_SEND_KEY_MAX_KEYS}");
            return Err(Error::argument("nkeycodes", text));
        }
        // SAFETY: C gives `nkeycodes` codes.
        let keys = unsafe { array(keycodes, nkeycodes as usize, "keycodes") }?.to_vec().into();
        done(domain.drivers().devices.domain_send_key(domain, codeset, holdtime, &keys, flags))
    })
}

/// Sends a signal to a process in a guest.
///
/// @domain: the domain
/// @pid_value: the number of the process in the guest; a negative one means a group of processes
/// @signum: the signal: a virDomainProcessSignal
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 1.0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSendProcessSignal(
    domain: virDomainPtr,
    pid_value: c_longlong,
    signum: c_uint,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_send_process_signal, |domain| {
        not_zero(pid_value.unsigned_abs(), "pid_value")?;
        done(domain.drivers().guests.domain_send_process_signal(domain, pid_value, signum, flags))
    })
}

/// Changes a device of a domain: the medium of a drive, the link of an interface, a password. The element must name
/// an existing device, and change only what can be changed.
///
/// @domain: the domain
/// @xml: the device's whole element as it is to be
/// @flags: bitwise-OR of virDomainDeviceModifyFlags
///
/// Returns 0, or -1.
///
/// Since: 0.8.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainUpdateDeviceFlags(
    domain: virDomainPtr,
    xml: *const c_char,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_update_device_flags, |domain| {
        // SAFETY: C gives a string.
        let xml = unsafe { text(xml, "xml") }?;
        done(domain.drivers().devices.domain_update_device_flags(domain, xml, flags))
    })
}
