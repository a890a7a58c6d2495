//! The time of day where a few milliseconds do not matter.

use std::time::Duration;

/// The time since 1970, as the kernel noted it at its last tick: a few milliseconds old, and had without asking any
/// hardware.
pub fn coarse_time() -> Duration {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: the kernel fills the structure in; the clock is one that Linux has had since 2.6.32.
    unsafe { libc::clock_gettime(libc::CLOCK_REALTIME_COARSE, &mut time) };
    let seconds = u64::try_from(time.tv_sec).unwrap_or(0);
    Duration::new(seconds, u32::try_from(time.tv_nsec).unwrap_or(0))
}

/// How many seconds local time is ahead of UTC at that moment (seconds since 1970); 0 for a moment that the C
/// library cannot express.
pub fn local_offset(seconds: i64) -> i64 {
    let moment: libc::time_t = seconds;
    // SAFETY: all zero is a valid `tm`; the C library fills it in.
    let mut local: libc::tm = unsafe { std::mem::zeroed() };
    // SAFETY: both are live for the call.
    let known = unsafe { !libc::localtime_r(&moment, &mut local).is_null() };
    if known { local.tm_gmtoff } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{SystemTime, UNIX_EPOCH};

    #[test]
    fn it_is_the_time_of_day() {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
        assert!(now.abs_diff(coarse_time()) < Duration::from_secs(1));
    }
}
