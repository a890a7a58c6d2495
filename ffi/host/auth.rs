//! The credential callback that a program may use instead of one of its own.

use super::types::{virConnectAuth, virConnectAuthPtr, virConnectCredentialPtr};
use crate::boundary::convert::{give_bytes, lossy};
use std::{
    ffi::{c_int, c_uint, c_void},
    io::{self, BufRead, Write},
    slice,
};
use virt_core::constants::{
    VIR_CRED_AUTHNAME, VIR_CRED_ECHOPROMPT, VIR_CRED_EXTERNAL, VIR_CRED_NOECHOPROMPT, VIR_CRED_PASSPHRASE,
    VIR_CRED_REALM, VIR_CRED_USERNAME,
};

/// Asks for each credential on the terminal, without echo where it is secret.
///
/// # Safety
/// `cred` points at `ncred` credentials.
unsafe extern "C" fn ask_on_terminal(
    cred: virConnectCredentialPtr,
    ncred: c_uint,
    _opaque: *mut c_void,
) -> c_int {
    if cred.is_null() {
        return -1;
    }
    // SAFETY: the library gives `ncred` credentials.
    for question in unsafe { slice::from_raw_parts_mut(cred, ncred as usize) } {
        // SAFETY: the strings of a credential are null or C strings.
        let (prompt, default) = unsafe { (lossy(question.prompt), lossy(question.defresult)) };
        let answer = match question.r#type {
            // An outside agent would have to be asked, and there is none.
            VIR_CRED_EXTERNAL => return -1,
            VIR_CRED_USERNAME | VIR_CRED_AUTHNAME | VIR_CRED_ECHOPROMPT | VIR_CRED_REALM => {
                read_line(&prompt)
            }
            VIR_CRED_PASSPHRASE | VIR_CRED_NOECHOPROMPT => {
                let _echo = EchoOff::new();
                let answer = read_line(&prompt);
                eprintln!();
                answer
            }
            _ => return -1,
        };
        let Some(mut answer) = answer else {
            return -1;
        };
        if answer.is_empty() {
            answer = default;
        }
        answer.push('\0');
        match give_bytes(answer.as_bytes()) {
            Ok(bytes) => question.result = bytes.cast(),
            Err(_) => return -1,
        }
        question.resultlen = answer.len() as c_uint - 1;
    }
    0
}

/// Asks and reads an answer; `None` at the end of the input.
fn read_line(prompt: &str) -> Option<String> {
    let mut terminal = io::stdout();
    write!(terminal, "{prompt}: ").and_then(|()| terminal.flush()).ok()?;
    let mut line = String::new();
    let read = io::stdin().lock().read_line(&mut line).ok()?;
    (read > 0).then(|| line.trim_end_matches(['\r', '\n']).to_owned())
}

/// The terminal does not show what is typed while this lives.
struct EchoOff(Option<libc::termios>);

impl EchoOff {
    fn new() -> EchoOff {
        // SAFETY: `tcgetattr` fills the structure or fails; zeroed memory is a valid one to fill.
        unsafe {
            let mut attributes: libc::termios = std::mem::zeroed();
            if libc::tcgetattr(libc::STDIN_FILENO, &mut attributes) != 0 {
                return EchoOff(None);
            }
            let mut silent = attributes;
            silent.c_lflag &= !libc::ECHO;
            libc::tcsetattr(libc::STDIN_FILENO, libc::TCSAFLUSH, &silent);
            EchoOff(Some(attributes))
        }
    }
}

impl Drop for EchoOff {
    fn drop(&mut self) {
        if let Some(attributes) = &self.0 {
            // SAFETY: the attributes came from `tcgetattr`.
            unsafe { libc::tcsetattr(libc::STDIN_FILENO, libc::TCSAFLUSH, attributes) };
        }
    }
}

/// The kinds of credential that the terminal can give.
static mut TERMINAL_KINDS: [c_int; 6] = [
    VIR_CRED_AUTHNAME,
    VIR_CRED_ECHOPROMPT,
    VIR_CRED_REALM,
    VIR_CRED_PASSPHRASE,
    VIR_CRED_NOECHOPROMPT,
    VIR_CRED_EXTERNAL,
];

static mut DEFAULT_AUTH: virConnectAuth = virConnectAuth {
    credtype: (&raw mut TERMINAL_KINDS).cast(),
    ncredtype: 6,
    cb: Some(ask_on_terminal),
    cbdata: std::ptr::null_mut(),
};

/// Credentials asked for on the terminal: pass it to virConnectOpenAuth(). Since: 0.4.1
#[unsafe(no_mangle)]
pub static mut virConnectAuthPtrDefault: virConnectAuthPtr = &raw mut DEFAULT_AUTH;
