//! The description of a domain: its document, its metadata, and conversions from and to native formats.

use crate::{
    boundary::{
        arguments::{optional_text, text},
        call, call_with,
        checks::{live_xor_config, metadata_getter, metadata_setter},
        done,
        results::give_text,
    },
    domain::virDomainPtr,
    host::virConnectPtr,
};
use std::ffi::{c_char, c_int, c_uint};
use virt_core::api::ops;

/// Translates a hypervisor's own configuration into a domain document.
///
/// @conn: the connection
/// @nativeFormat: the name of the format, `qemu-argv` or `xen-xl` say
/// @nativeConfig: the configuration
/// @flags: must be 0
///
/// Returns a new document that the caller frees, or NULL.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainXMLFromNative(
    conn: virConnectPtr,
    nativeFormat: *const c_char,
    nativeConfig: *const c_char,
    flags: c_uint,
) -> *mut c_char {
    call(conn, &ops::connect_domain_xml_from_native, |conn| {
        // SAFETY: C gives a string.
        let format = unsafe { text(nativeFormat, "nativeFormat") }?;
        // SAFETY: C gives a string.
        let config = unsafe { text(nativeConfig, "nativeConfig") }?;
        give_text(&conn.drivers().domains.connect_domain_xml_from_native(format, config, flags)?)
    })
}

/// Translates a domain document into a hypervisor's own configuration.
///
/// @conn: the connection
/// @nativeFormat: the name of the format, `qemu-argv` or `xen-xl` say
/// @domainXml: the document
/// @flags: must be 0
///
/// Returns a new configuration that the caller frees, or NULL.
///
/// Since: 0.6.4
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectDomainXMLToNative(
    conn: virConnectPtr,
    nativeFormat: *const c_char,
    domainXml: *const c_char,
    flags: c_uint,
) -> *mut c_char {
    call(conn, &ops::connect_domain_xml_to_native, |conn| {
        // SAFETY: C gives a string.
        let format = unsafe { text(nativeFormat, "nativeFormat") }?;
        // SAFETY: C gives a string.
        let xml = unsafe { text(domainXml, "domainXml") }?;
        give_text(&conn.drivers().domains.connect_domain_xml_to_native(format, xml, flags)?)
    })
}

/// Describes what domains of some kind can have: devices, processors, firmware, features. What is left out is
/// chosen by the driver, and the answer says what it chose.
///
/// @conn: the connection
/// @emulatorbin: the path of the emulator, or NULL
/// @arch: the architecture of the guest, or NULL
/// @machine: the machine type, or NULL
/// @virttype: the kind of virtualization, `kvm` say, or NULL
/// @flags: bitwise-OR of virConnectGetDomainCapabilitiesFlags
///
/// Returns a new document that the caller frees, or NULL.
///
/// Since: 1.2.7
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectGetDomainCapabilities(
    conn: virConnectPtr,
    emulatorbin: *const c_char,
    arch: *const c_char,
    machine: *const c_char,
    virttype: *const c_char,
    flags: c_uint,
) -> *mut c_char {
    call(conn, &ops::connect_get_domain_capabilities, |conn| {
        // SAFETY: C gives strings or NULL.
        let (emulator, arch) =
            unsafe { (optional_text(emulatorbin, "emulatorbin")?, optional_text(arch, "arch")?) };
        // SAFETY: as above.
        let (machine, kind) =
            unsafe { (optional_text(machine, "machine")?, optional_text(virttype, "virttype")?) };
        let domains = &conn.drivers().domains;
        give_text(&domains.connect_get_domain_capabilities(emulator, arch, machine, kind, flags)?)
    })
}

/// Gives the title, the description, or an element of the metadata of a domain.
///
/// @domain: the domain
/// @type: what is wanted: a virDomainMetadataType
/// @uri: the namespace of the element; NULL for title and description
/// @flags: bitwise-OR of virDomainModificationImpact: which of the two definitions is read
///
/// Returns a new string that the caller frees, or NULL (VIR_ERR_NO_DOMAIN_METADATA when there is none).
///
/// Since: 0.9.10
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetMetadata(
    domain: virDomainPtr,
    r#type: c_int,
    uri: *const c_char,
    flags: c_uint,
) -> *mut c_char {
    call(domain, &ops::domain_get_metadata, |domain| {
        // SAFETY: C gives a string or NULL.
        let uri = unsafe { optional_text(uri, "uri") }?;
        live_xor_config(flags)?;
        metadata_getter(r#type, uri)?;
        give_text(&domain.drivers().tuning.domain_get_metadata(domain, r#type, uri, flags)?)
    })
}

/// Describes a domain. Secrets are left out unless VIR_DOMAIN_XML_SECURE asks for them, which a read-only
/// connection may not; VIR_DOMAIN_XML_INACTIVE asks for the definition that the next start will use.
///
/// @domain: the domain
/// @flags: bitwise-OR of virDomainXMLFlags
///
/// Returns a new document that the caller frees, or NULL.
///
/// Since: 0.0.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainGetXMLDesc(domain: virDomainPtr, flags: c_uint) -> *mut c_char {
    call_with(domain, &ops::domain_get_xml_desc, flags, 0, |domain| {
        give_text(&domain.drivers().domains.domain_get_xml_desc(domain, flags)?)
    })
}

/// Sets or removes the title, the description, or an element of the metadata of a domain.
///
/// @domain: the domain
/// @type: what is set: a virDomainMetadataType
/// @metadata: the new text or element; NULL removes what is there
/// @key: the prefix for the namespace of the element; NULL for title and description
/// @uri: the namespace of the element; NULL for title and description
/// @flags: bitwise-OR of virDomainModificationImpact
///
/// Returns 0, or -1. A title is one line.
///
/// Since: 0.9.10
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virDomainSetMetadata(
    domain: virDomainPtr,
    r#type: c_int,
    metadata: *const c_char,
    key: *const c_char,
    uri: *const c_char,
    flags: c_uint,
) -> c_int {
    call(domain, &ops::domain_set_metadata, |domain| {
        // SAFETY: C gives strings or NULL.
        let (metadata, key, uri) = unsafe {
            (optional_text(metadata, "metadata")?, optional_text(key, "key")?, optional_text(uri, "uri")?)
        };
        metadata_setter(r#type, metadata, key, uri)?;
        done(domain.drivers().tuning.domain_set_metadata(domain, r#type, metadata, key, uri, flags))
    })
}
