//! The credential callback that a program may use instead of one of its own: it asks on the terminal.

use super::types::{
    _virConnectCredential, virConnectAuth, virConnectAuthPtr, virConnectCredentialPtr,
    virConnectCredentialType::*,
};
use crate::boundary::convert::allocate;
use std::{
    ffi::{c_char, c_int, c_uint, c_void},
    ptr, slice,
};

unsafe extern "C" {
    // The program's own streams: what it has buffered must not be read past or written over.
    static stdin: *mut libc::FILE;
    static stdout: *mut libc::FILE;
    fn getpass(prompt: *const c_char) -> *mut c_char;
}

/// The longest answer that is taken, its newline included.
const LONGEST: usize = 1024;

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

/// A credential could not be had.
struct GaveUp;

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
        EXTERNAL if text(credential.challenge) == b"PolicyKit" => return Ok(()),
        USERNAME | AUTHNAME | ECHOPROMPT | REALM => {
            prompt(credential)?;
            read_line()?
        }
        PASSPHRASE | NOECHOPROMPT => {
            prompt(credential)?;
            read_hidden()?
        }
        _ => return Err(GaveUp),
    };
    let given = if given.is_empty() { text(credential.defresult).to_vec() } else { given };
    let result: *mut u8 = allocate(given.len() + 1).map_err(|_| GaveUp)?;
    // SAFETY: the room is one byte larger than the answer and zeroed.
    unsafe { ptr::copy_nonoverlapping(given.as_ptr(), result, given.len()) };
    credential.result = result.cast();
    credential.resultlen = given.len() as c_uint;
    Ok(())
}

/// The bytes of a string from C; none for NULL.
fn text<'a>(pointer: *const c_char) -> &'a [u8] {
    if pointer.is_null() {
        return b"";
    }
    // SAFETY: the strings of a credential end with a zero and outlive the call.
    unsafe { std::ffi::CStr::from_ptr(pointer) }.to_bytes()
}

fn prompt(credential: &_virConnectCredential) -> Result<(), GaveUp> {
    // SAFETY: the prompt of a credential is NULL or a string, and the stream is the program's own.
    let written = unsafe {
        let prompt = if credential.prompt.is_null() { c"".as_ptr() } else { credential.prompt };
        libc::fprintf(stdout, c"%s: ".as_ptr(), prompt) >= 0 && libc::fflush(stdout) == 0
    };
    written.then_some(()).ok_or(GaveUp)
}

/// A line from standard input without its end; an empty one at the end of the input.
fn read_line() -> Result<Vec<u8>, GaveUp> {
    let mut line = [0 as c_char; LONGEST];
    // SAFETY: the room is as long as said, and the stream is the program's own.
    let (read, ended) = unsafe {
        let read = libc::fgets(line.as_mut_ptr(), LONGEST as c_int, stdin);
        (!read.is_null(), libc::feof(stdin) != 0)
    };
    match (read, ended) {
        (true, _) => Ok(without_newline(text(line.as_ptr())).to_vec()),
        (false, true) => Ok(Vec::new()),
        (false, false) => Err(GaveUp),
    }
}

/// A line from the terminal that is not shown.
fn read_hidden() -> Result<Vec<u8>, GaveUp> {
    // SAFETY: an empty prompt; the result is NULL or a string in memory of the C library's own.
    let line = unsafe { getpass(c"".as_ptr()) };
    if line.is_null() { Err(GaveUp) } else { Ok(text(line).to_vec()) }
}

fn without_newline(line: &[u8]) -> &[u8] {
    line.strip_suffix(b"\n").unwrap_or(line)
}
