//! From a name to an open connection: aliases, defaults and the questions that a user is asked.

use crate::{
    boundary::{
        arguments,
        callback::CloseWatch,
        handle::Borrowed,
        objects::{Connect, ConnectObject},
    },
    host::{_virConnectCredential, virConnectAuthPtr, virConnectPtr},
    registry,
};
use std::{
    env,
    ffi::{CString, c_char, c_int, c_uint, c_void},
    path::PathBuf,
    ptr, slice,
    sync::{Mutex, OnceLock},
};
use virt_core::{
    auth::user_config_dir,
    config_file::ConfigFile,
    connection::{self, Authenticator, Credential, OpenRequest},
    constants::{VIR_CONNECT_NO_ALIASES, VIR_CONNECT_RO},
    dispatch::Dispatcher,
    uri::Uri,
};
use virt_error::{Code, Error, Origin, Result, bail, error};

/// Opens the connection that `name` stands for; C gets the one reference.
///
/// # Safety
/// `name` is null or a C string; `auth` is null or points at a valid `virConnectAuth`.
pub unsafe fn open(name: *const c_char, auth: virConnectAuthPtr, flags: c_uint) -> Result<virConnectPtr> {
    registry::initialize();
    // SAFETY: passed on.
    let name = unsafe { arguments::optional_text(name, "name") }?;
    let uri = resolve(name.unwrap_or_default(), flags)?;
    if !uri.is_empty() && Uri::parse(&uri)?.driver.is_empty() {
        bail!(None, NoConnect, "URI '{uri}' does not include a driver name");
    }
    // SAFETY: the caller vouches for `auth`, which outlives this call.
    let asker = unsafe { Asker::new(auth) };
    let request = OpenRequest {
        uri: &uri,
        read_only: flags & VIR_CONNECT_RO != 0,
        auth: asker.as_ref().map(|asker| asker as &dyn Authenticator),
        flags,
    };
    let connection = connection::open(&request)?;
    let object = ConnectObject {
        events: Dispatcher::new(connection.drivers.link.clone()),
        connection,
        error_handler: Mutex::new(None),
        close_watch: CloseWatch::default(),
        driver_type: OnceLock::new(),
    };
    Ok(Borrowed::new(Connect(Box::new(object)))?.give())
}

/// The URI that `name` means: itself, what an alias stands for, or the default; empty when there is no default.
fn resolve(name: &str, flags: c_uint) -> Result<String> {
    if name.is_empty() {
        if let Some(uri) = env::var("LIBVIRT_DEFAULT_URI").ok().filter(|uri| !uri.is_empty()) {
            return Ok(uri);
        }
        return Ok(client_config("libvirt.conf")?.text("uri_default")?.unwrap_or_default().to_owned());
    }
    if name.eq_ignore_ascii_case("xen") {
        return Ok("xen:///system".to_owned());
    }
    if flags & VIR_CONNECT_NO_ALIASES == 0 {
        if let Some(uri) = alias(&client_config("libvirt.conf")?, name)? {
            return Ok(uri);
        }
    }
    Ok(name.to_owned())
}

/// A client's configuration file: the host's for root, the user's for everyone else.
pub fn client_config(name: &str) -> Result<ConfigFile> {
    // SAFETY: `geteuid` has no failure.
    let root = unsafe { libc::geteuid() } == 0;
    let directory = if root { Some(PathBuf::from("/etc/libvirt")) } else { user_config_dir() };
    match directory {
        Some(directory) => ConfigFile::load(&directory.join(name)),
        None => Ok(ConfigFile::default()),
    }
}

/// The URI that the configuration has for the alias `name`.
pub fn alias(config: &ConfigFile, name: &str) -> Result<Option<String>> {
    const ALLOWED: &str = "a-Z, 0-9, _, -";
    for entry in config.list("uri_aliases")?.unwrap_or_default() {
        let Some((known, uri)) = entry.split_once('=').filter(|(_, uri)| !uri.is_empty()) else {
            bail!(
                None,
                ConfSyntax,
                "Malformed 'uri_aliases' config entry '{entry}', expected 'alias=uri://host/path'"
            );
        };
        if !known.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte)) {
            bail!(
                None,
                ConfSyntax,
                "Malformed 'uri_aliases' config entry '{entry}', aliases may only contain '{ALLOWED}'"
            );
        }
        if known == name {
            return Ok(Some(uri.to_owned()));
        }
    }
    Ok(None)
}

/// Asks the user through the callback that C gave.
struct Asker {
    kinds: Vec<c_int>,
    auth: virConnectAuthPtr,
}

// SAFETY: an `Asker` lives for one call of `open`, on the stack of the thread that made it.
unsafe impl Send for Asker {}
// SAFETY: as above.
unsafe impl Sync for Asker {}

impl Asker {
    /// # Safety
    /// `auth` is null or points at a valid `virConnectAuth` that outlives the asker.
    unsafe fn new(auth: virConnectAuthPtr) -> Option<Asker> {
        // SAFETY: the caller vouches for `auth`.
        let given = unsafe { auth.as_ref() }?;
        given.cb?;
        let kinds = match given.credtype.is_null() {
            true => Vec::new(),
            // SAFETY: a valid `virConnectAuth` has `ncredtype` kinds.
            false => unsafe { slice::from_raw_parts(given.credtype, given.ncredtype as usize) }.to_vec(),
        };
        Some(Asker { kinds, auth })
    }
}

impl Authenticator for Asker {
    fn kinds(&self) -> &[i32] {
        &self.kinds
    }

    fn ask(&self, credentials: &mut [Credential]) -> Result<()> {
        let text = |text: &str| CString::new(text.replace('\0', " ")).unwrap_or_default();
        let strings: Vec<[Option<CString>; 3]> = credentials
            .iter()
            .map(|c| {
                [Some(text(&c.prompt)), c.challenge.as_deref().map(text), c.default.as_deref().map(text)]
            })
            .collect();
        let pointer =
            |string: &Option<CString>| string.as_ref().map_or(ptr::null(), |string| string.as_ptr());
        let mut raw: Vec<_virConnectCredential> = credentials
            .iter()
            .zip(&strings)
            .map(|(credential, [prompt, challenge, default])| _virConnectCredential {
                r#type: credential.kind,
                prompt: pointer(prompt),
                challenge: pointer(challenge),
                defresult: pointer(default),
                result: ptr::null_mut(),
                resultlen: 0,
            })
            .collect();
        // SAFETY: `auth` outlives the asker; the callback gets as many credentials as it is told.
        let answer = unsafe {
            let given = &*self.auth;
            given.cb.map_or(-1, |ask| ask(raw.as_mut_ptr(), raw.len() as c_uint, given.cbdata))
        };
        for (credential, raw) in credentials.iter_mut().zip(&raw) {
            if !raw.result.is_null() {
                // SAFETY: the callback gives `resultlen` bytes from `malloc`, which become ours.
                credential.result = unsafe {
                    let bytes =
                        slice::from_raw_parts(raw.result.cast::<u8>(), raw.resultlen as usize).to_vec();
                    libc::free(raw.result.cast::<c_void>());
                    Some(bytes)
                };
            }
        }
        if answer < 0 {
            return Err(error!(Auth, AuthFailed, "Failed to collect auth credentials"));
        }
        Ok(())
    }
}

/// What `virGetVersion` says about a driver's name: `VIR_ERR_NO_CONNECT` is never raised for it, as in libvirt.
pub fn unknown_cause() -> Error {
    let message = "An error occurred, but the cause is unknown".to_owned();
    let strings = [None, None, None];
    Error::received(Origin::None, Code::InternalError, virt_error::Level::Error, message, strings, [0, 0])
}
