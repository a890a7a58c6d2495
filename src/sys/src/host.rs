//! The machine and its kernel.

use std::{ffi::CStr, mem};

/// What the kernel calls the kind of machine: `x86_64`.
pub fn machine() -> String {
    // SAFETY: the structure is plain bytes that the call fills, each field with a NUL at its end.
    unsafe {
        let mut name: libc::utsname = mem::zeroed();
        if libc::uname(&mut name) < 0 {
            return std::env::consts::ARCH.to_owned();
        }
        CStr::from_ptr(name.machine.as_ptr()).to_string_lossy().into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_machine_has_a_name() {
        assert!(!machine().is_empty() && machine() == machine().trim());
    }
}
