//! The credential callback that a program may use instead of one of its own: it asks on the terminal.

use super::types::{
    _virConnectCredential, virConnectAuth, virConnectAuthPtr, virConnectCredentialPtr,
    virConnectCredentialType::*,
};
use crate::boundary::{
    results::allocate,
    terminal::{self, GaveUp},
};
use std::{
    ffi::{c_int, c_uint, c_void},
    ptr, slice,
};

static mut KINDS: [c_int; 6] = [
    VIR_CRED_AUTHNAME as c_int,
    VIR_CRED_ECHOPROMPT as c_int,
    VIR_CRED_REALM as c_int,
    VIR_CRED_PASSPHRASE as c_int,
    VIR_CRED_NOECHOPROMPT as c_int,
    VIR_CRED_EXTERNAL as c_int,
];

static mut DEFAULT_AUTH: virConnectAuth = virConnectAuth {
    credtype: (&raw mut KINDS).cast(),
    ncredtype: 6,
    cb: Some(ask_on_terminal),
    cbdata: ptr::null_mut(),
};

/// Credentials asked for on the terminal: pass it to virConnectOpenAuth(). Since: 0.4.1
#[unsafe(no_mangle)]
pub static mut virConnectAuthPtrDefault: virConnectAuthPtr = &raw mut DEFAULT_AUTH;

unsafe extern "C" fn ask_on_terminal(cred: virConnectCredentialPtr, ncred: c_uint, _: *mut c_void) -> c_int {
    if cred.is_null() || ncred == 0 {
        return 0;
    }
    // SAFETY: the caller gives `ncred` credentials.
    let credentials = unsafe { slice::from_raw_parts_mut(cred, ncred as usize) };
    match credentials.iter_mut().try_for_each(answer) {
        Ok(()) => 0,
        Err(GaveUp) => -1,
    }
}

/// Fills in the answer to one question; an empty one stands for the default.
fn answer(credential: &mut _virConnectCredential) -> Result<(), GaveUp> {
    const USERNAME: c_int = VIR_CRED_USERNAME as c_int;
    const AUTHNAME: c_int = VIR_CRED_AUTHNAME as c_int;
    const ECHOPROMPT: c_int = VIR_CRED_ECHOPROMPT as c_int;
    const REALM: c_int = VIR_CRED_REALM as c_int;
    const PASSPHRASE: c_int = VIR_CRED_PASSPHRASE as c_int;
    const NOECHOPROMPT: c_int = VIR_CRED_NOECHOPROMPT as c_int;
    const EXTERNAL: c_int = VIR_CRED_EXTERNAL as c_int;

    let given = match credential.r#type {
        // The policy agent of the user's session asks by itself.
        EXTERNAL if terminal::text(credential.challenge) == b"PolicyKit" => return Ok(()),
        USERNAME | AUTHNAME | ECHOPROMPT | REALM => {
            terminal::ask(credential.prompt)?;
            terminal::read_line()?
        }
        PASSPHRASE | NOECHOPROMPT => {
            terminal::ask(credential.prompt)?;
            terminal::read_hidden()?
        }
        _ => return Err(GaveUp),
    };
    let given = if given.is_empty() { terminal::text(credential.defresult).to_vec() } else { given };
    let result: *mut u8 = allocate(given.len() + 1).map_err(|_| GaveUp)?;
    // SAFETY: the room is one byte larger than the answer and zeroed.
    unsafe { ptr::copy_nonoverlapping(given.as_ptr(), result, given.len()) };
    credential.result = result.cast();
    credential.resultlen = given.len() as c_uint;
    Ok(())
}
