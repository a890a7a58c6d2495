//! Questions on the terminal, through the program's own streams: what it has buffered is not read past or written over.

use std::ffi::{CStr, c_char, c_int};

unsafe extern "C" {
    static stdin: *mut libc::FILE;
    static stdout: *mut libc::FILE;
    fn getpass(prompt: *const c_char) -> *mut c_char;
}

/// The longest answer that is taken, its newline included.
const LONGEST: usize = 1024;

/// An answer could not be had.
pub struct GaveUp;

/// The bytes of a string that outlives the call; none for NULL.
pub fn text<'a>(pointer: *const c_char) -> &'a [u8] {
    if pointer.is_null() {
        return b"";
    }
    // SAFETY: callers pass strings that end with a zero.
    unsafe { CStr::from_ptr(pointer) }.to_bytes()
}

/// Shows a question.
pub fn ask(question: *const c_char) -> Result<(), GaveUp> {
    // SAFETY: the question is NULL or a string, and the stream is the program's own.
    let written = unsafe {
        let question = if question.is_null() { c"".as_ptr() } else { question };
        libc::fprintf(stdout, c"%s: ".as_ptr(), question) >= 0 && libc::fflush(stdout) == 0
    };
    written.then_some(()).ok_or(GaveUp)
}

/// A line from standard input without its end; an empty one at the end of the input.
pub fn read_line() -> Result<Vec<u8>, GaveUp> {
    let mut line = [0 as c_char; LONGEST];
    // SAFETY: the room is as long as said, and the stream is the program's own.
    let (read, ended) = unsafe {
        let read = libc::fgets(line.as_mut_ptr(), LONGEST as c_int, stdin);
        (!read.is_null(), libc::feof(stdin) != 0)
    };
    let line = text(line.as_ptr());
    match (read, ended) {
        (true, _) => Ok(line.strip_suffix(b"\n").unwrap_or(line).to_vec()),
        (false, true) => Ok(Vec::new()),
        (false, false) => Err(GaveUp),
    }
}

/// A line from the terminal that is not shown.
pub fn read_hidden() -> Result<Vec<u8>, GaveUp> {
    // SAFETY: an empty prompt; the result is NULL or a string in memory of the C library's own.
    let line = unsafe { getpass(c"".as_ptr()) };
    if line.is_null() { Err(GaveUp) } else { Ok(text(line).to_vec()) }
}
