//! Secrets: finding, defining, reading and setting them.

use crate::{
    boundary::{
        add_reference,
        arguments::{self, any_text, required, text},
        call,
        checks::must_not_be_null,
        done, drop_reference, inspect,
        objects::Shown,
        results::{self, list_all, list_names},
    },
    host::virConnectPtr,
    secret::virSecretPtr,
};
use std::ffi::{c_char, c_int, c_uchar, c_uint};
use virt_core::api::ops;
use virt_error::{Origin, bail};

/// Lists secrets as handles, all of them or those that @flags select.
///
/// @conn: the connection
/// @secrets: (out, optional) where to store a new array of them, ended by NULL; the caller frees each with
///           virSecretFree() and the array with free(). NULL: only count
/// @flags: bitwise-OR of virConnectListAllSecretsFlags; flags of one group widen the choice, groups narrow it
///
/// Returns their number, or -1.
///
/// Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListAllSecrets(
    conn: virConnectPtr,
    secrets: *mut *mut virSecretPtr,
    flags: c_uint,
) -> c_int {
    call(conn, &ops::connect_list_all_secrets, |conn| {
        let need_results = !secrets.is_null() as i32;
        let found = conn.drivers().secrets.connect_list_all_secrets(need_results, flags)?;
        // SAFETY: C gives NULL or room for a pointer.
        unsafe { list_all(found.items.0, found.count, conn, secrets) }
    })
}

/// Lists the UUIDs of the secrets as text.
///
/// @conn: the connection
/// @uuids: (out) an array that takes the UUIDs; the caller frees each
/// @maxuuids: the length of @uuids
///
/// Returns the number of UUIDs that were stored, or -1.
///
/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectListSecrets(
    conn: virConnectPtr,
    uuids: *mut *mut c_char,
    maxuuids: c_int,
) -> c_int {
    call(conn, &ops::connect_list_secrets, |conn| {
        // SAFETY: C gives room for `maxuuids` pointers.
        unsafe {
            list_names(uuids, "uuids", maxuuids, "maxuuids", |max| {
                conn.drivers().secrets.connect_list_secrets(max)
            })
        }
    })
}

/// Counts the secrets.
///
/// @conn: the connection
///
/// Returns their number, or -1.
///
/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virConnectNumOfSecrets(conn: virConnectPtr) -> c_int {
    call(conn, &ops::connect_num_of_secrets, |conn| conn.drivers().secrets.connect_num_of_secrets())
}

/// Defines a secret, or changes the definition of one that exists. Its value is set with virSecretSetValue().
///
/// @conn: the connection
/// @xml: the description, a <secret> document
/// @flags: bitwise-OR of virSecretDefineFlags
///
/// Returns a new handle that the caller frees with virSecretFree(), or NULL.
///
/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretDefineXML(
    conn: virConnectPtr,
    xml: *const c_char,
    flags: c_uint,
) -> virSecretPtr {
    call(conn, &ops::secret_define_xml, |conn| {
        // SAFETY: C gives a string.
        let xml = unsafe { text(xml, "xml") }?;
        conn.drivers().secrets.secret_define_xml(xml, flags)?.give(conn)
    })
}

/// Lets go of a secret handle. The secret itself lives on.
///
/// @secret: the secret, not to be used afterwards
///
/// Returns 0, or -1.
///
/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretFree(secret: virSecretPtr) -> c_int {
    inspect(secret, Origin::Secret, |secret| drop_reference(secret))
}

/// Gives the connection that a secret belongs to, without a reference of its own: it lives as long as @secret.
///
/// @secret: the secret
///
/// Returns the connection, or NULL.
///
/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetConnect(secret: virSecretPtr) -> virConnectPtr {
    inspect(secret, Origin::Secret, |secret| Ok(secret.conn.as_ptr()))
}

/// Gives the UUID of a secret as bytes.
///
/// @secret: the secret
/// @uuid: (out) room for VIR_UUID_BUFLEN bytes
///
/// Returns 0, or -1.
///
/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetUUID(secret: virSecretPtr, uuid: *mut c_uchar) -> c_int {
    inspect(secret, Origin::Secret, |secret| {
        // SAFETY: C gives room for a UUID.
        unsafe { results::put_uuid(secret.uuid, uuid) }
    })
}

/// Gives the UUID of a secret as text.
///
/// @secret: the secret
/// @buf: (out) room for VIR_UUID_STRING_BUFLEN bytes
///
/// Returns 0, or -1.
///
/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetUUIDString(secret: virSecretPtr, buf: *mut c_char) -> c_int {
    inspect(secret, Origin::Secret, |secret| {
        // SAFETY: C gives room for the text of a UUID.
        unsafe { results::put_uuid_text(secret.uuid, buf) }
    })
}

/// Tells what uses a secret: a path, a name, whatever the kind of use calls for.
///
/// @secret: the secret
///
/// Returns the text, which lives as long as the handle and must not be freed; or NULL.
///
/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetUsageID(secret: virSecretPtr) -> *const c_char {
    inspect(secret, Origin::Secret, |secret| Ok(results::name_pointer(&secret.usage_id)))
}

/// Tells the kind of use of a secret.
///
/// @secret: the secret
///
/// Returns one of virSecretUsageType, or -1.
///
/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetUsageType(secret: virSecretPtr) -> c_int {
    inspect(secret, Origin::Secret, |secret| Ok(secret.usage_type))
}

/// Gives the value of a secret. A private one is never given.
///
/// @secret: the secret
/// @value_size: (out) how many bytes it has
/// @flags: must be 0
///
/// Returns a new array of bytes that the caller frees, or NULL.
///
/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetValue(
    secret: virSecretPtr,
    value_size: *mut usize,
    flags: c_uint,
) -> *mut c_uchar {
    call(secret, &ops::secret_get_value, |secret| {
        // SAFETY: C gives room for a size.
        let value_size = unsafe { required(value_size, "value_size") }?;
        let value = secret.drivers().secrets.secret_get_value(secret, flags)?;
        value_size.write(value.len());
        results::give_bytes(&value)
    })
}

/// Describes a secret as XML. The value is not part of it.
///
/// @secret: the secret
/// @flags: must be 0
///
/// Returns a new string that the caller frees, or NULL.
///
/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretGetXMLDesc(secret: virSecretPtr, flags: c_uint) -> *mut c_char {
    call(secret, &ops::secret_get_xml_desc, |secret| {
        results::give_text(&secret.drivers().secrets.secret_get_xml_desc(secret, flags)?)
    })
}

/// Finds a secret by its UUID.
///
/// @conn: the connection
/// @uuid: VIR_UUID_BUFLEN bytes
///
/// Returns a new handle that the caller frees with virSecretFree(), or NULL (VIR_ERR_NO_SECRET).
///
/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretLookupByUUID(conn: virConnectPtr, uuid: *const c_uchar) -> virSecretPtr {
    call(conn, &ops::secret_lookup_by_uuid, |conn| {
        // SAFETY: C gives sixteen bytes.
        let uuid = unsafe { arguments::uuid(uuid, "uuid") }?;
        conn.drivers().secrets.secret_lookup_by_uuid(uuid)?.give(conn)
    })
}

/// Finds a secret by the text of its UUID.
///
/// @conn: the connection
/// @uuidstr: the UUID as text
///
/// Returns a new handle that the caller frees with virSecretFree(), or NULL (VIR_ERR_NO_SECRET).
///
/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretLookupByUUIDString(
    conn: virConnectPtr,
    uuidstr: *const c_char,
) -> virSecretPtr {
    call(conn, &ops::secret_lookup_by_uuid, |conn| {
        // SAFETY: C gives a string.
        let uuid = unsafe { arguments::uuid_text(uuidstr, "uuidstr") }?;
        conn.drivers().secrets.secret_lookup_by_uuid(uuid)?.give(conn)
    })
}

/// Finds a secret by what uses it.
///
/// @conn: the connection
/// @usageType: the kind of use, one of virSecretUsageType
/// @usageID: what uses it
///
/// Returns a new handle that the caller frees with virSecretFree(), or NULL (VIR_ERR_NO_SECRET).
///
/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretLookupByUsage(
    conn: virConnectPtr,
    usageType: c_int,
    usageID: *const c_char,
) -> virSecretPtr {
    call(conn, &ops::secret_lookup_by_usage, |conn| {
        // SAFETY: C gives a string.
        let usageID = unsafe { any_text(usageID, "usageID") }?;
        conn.drivers().secrets.secret_lookup_by_usage(usageType, &usageID)?.give(conn)
    })
}

/// Adds a reference to a secret handle, for another thread say; each is let go of with virSecretFree().
///
/// @secret: the secret
///
/// Returns 0, or -1.
///
/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretRef(secret: virSecretPtr) -> c_int {
    inspect(secret, Origin::Secret, |secret| add_reference(secret))
}

/// Sets the value of a secret.
///
/// @secret: the secret
/// @value: the bytes
/// @value_size: how many there are
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretSetValue(
    secret: virSecretPtr,
    value: *const c_uchar,
    value_size: usize,
    flags: c_uint,
) -> c_int {
    call(secret, &ops::secret_set_value, |secret| {
        if value.is_null() {
            return Err(must_not_be_null("value"));
        }
        if value_size > VALUE_MAX {
            bail!(Remote, Rpc, "value length greater than maximum: {value_size} > {VALUE_MAX}");
        }
        // SAFETY: C gives `value_size` bytes.
        let value = unsafe { arguments::array(value, value_size, "value") }?.to_vec();
        done(secret.drivers().secrets.secret_set_value(secret, &value.into(), flags))
    })
}

/// Removes a secret and its value.
///
/// @secret: the secret
///
/// Returns 0, or -1.
///
/// Since: 0.7.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virSecretUndefine(secret: virSecretPtr) -> c_int {
    call(secret, &ops::secret_undefine, |secret| done(secret.drivers().secrets.secret_undefine(secret)))
}

/// The longest value in bytes.
const VALUE_MAX: usize = 65536;
