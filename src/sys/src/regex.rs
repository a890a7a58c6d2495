//! Extended regular expressions, as the C library matches them.

use std::{ffi::CString, mem::MaybeUninit};
use virt_error::{Result, bail};

/// An expression that was compiled. Matching it changes nothing in it, so any thread may.
pub struct Regex(Box<libc::regex_t>);

// SAFETY: POSIX lets any number of threads match one compiled expression; it is only changed when it is freed.
unsafe impl Send for Regex {}
// SAFETY: as above.
unsafe impl Sync for Regex {}

impl Regex {
    /// Errors: `VIR_ERR_INVALID_ARG` for what is no expression.
    pub fn new(pattern: &str, ignore_case: bool) -> Result<Regex> {
        let Ok(text) = CString::new(pattern) else {
            bail!(None, InvalidArg, "failed to compile regex '{pattern}'");
        };
        let mut flags = libc::REG_EXTENDED | libc::REG_NOSUB;
        if ignore_case {
            flags |= libc::REG_ICASE;
        }
        let mut regex = Box::new(MaybeUninit::<libc::regex_t>::zeroed());
        // SAFETY: the pattern is a string that ends, and the structure is where the function may write it.
        if unsafe { libc::regcomp(regex.as_mut_ptr(), text.as_ptr(), flags) } != 0 {
            bail!(None, InvalidArg, "failed to compile regex '{pattern}'");
        }
        // SAFETY: the function has filled it in.
        Ok(Regex(unsafe { Box::from_raw(Box::into_raw(regex).cast()) }))
    }

    /// Whether it matches anywhere in `text`; not in a text with a NUL.
    pub fn matches(&self, text: &str) -> bool {
        let Ok(text) = CString::new(text) else { return false };
        // SAFETY: the expression is compiled, and no places are asked for.
        unsafe { libc::regexec(&*self.0, text.as_ptr(), 0, std::ptr::null_mut(), 0) == 0 }
    }
}

impl Drop for Regex {
    fn drop(&mut self) {
        // SAFETY: compiled once, freed once.
        unsafe { libc::regfree(&mut *self.0) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_matches_as_elsewhere() {
        let regex = Regex::new("^BLOCK_(JOB|IO)_", false).unwrap();
        assert!(regex.matches("BLOCK_JOB_COMPLETED") && !regex.matches("block_job_completed"));
        assert!(Regex::new("stop", true).unwrap().matches("STOP"));
        assert!(!regex.matches("BLOCK_JOB_\0"));
        assert!(Regex::new("(", false).is_err() && Regex::new("\0", false).is_err());
    }
}
