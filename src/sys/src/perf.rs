//! The kernel's counters of what a process does: `perf_event_open(2)`.

use std::{
    fs::File,
    io::{self, Read},
    os::fd::{AsRawFd, FromRawFd, OwnedFd, RawFd},
};

/// `PERF_TYPE_HARDWARE` and `PERF_TYPE_SOFTWARE`.
pub const HARDWARE: u32 = 0;
pub const SOFTWARE: u32 = 1;

/// `disabled`: it counts when it is told to; `inherit`: new threads and children count as well.
const DISABLED: u64 = 1;
const INHERIT: u64 = 1 << 1;
/// `PERF_FLAG_FD_CLOEXEC`.
const CLOSE_ON_EXEC: libc::c_ulong = 1 << 3;
/// `PERF_EVENT_IOC_ENABLE`.
const ENABLE: libc::c_ulong = 0x2400;

/// The first version of `struct perf_event_attr`, which every kernel takes.
#[repr(C)]
#[derive(Default)]
struct Attributes {
    kind: u32,
    size: u32,
    config: u64,
    sample_period: u64,
    sample_type: u64,
    read_format: u64,
    flags: u64,
    wakeup: u32,
    breakpoint: u32,
    config1: u64,
}

/// A counter that counts until it is dropped.
#[derive(Debug)]
pub struct Counter(File);

impl Counter {
    /// Begins to count an event of a process on any processor: what its first thread does, and every thread and child
    /// that begins from now on.
    pub fn start(pid: u32, kind: u32, config: u64) -> io::Result<Counter> {
        let pid = libc::pid_t::try_from(pid).map_err(|_| io::Error::from_raw_os_error(libc::ESRCH))?;
        let attributes = Attributes {
            kind,
            size: std::mem::size_of::<Attributes>() as u32,
            config,
            flags: DISABLED | INHERIT,
            ..Attributes::default()
        };
        // SAFETY: the kernel reads as many bytes as `size` says, all of which live through the call.
        let opened = unsafe {
            libc::syscall(libc::SYS_perf_event_open, &raw const attributes, pid, -1, -1, CLOSE_ON_EXEC)
        };
        if opened < 0 {
            return Err(io::Error::last_os_error());
        }
        // SAFETY: the kernel has just made this descriptor, and nobody else has it.
        let file = File::from(unsafe { OwnedFd::from_raw_fd(opened as RawFd) });
        // SAFETY: the command takes a number, and the descriptor is open.
        match unsafe { libc::ioctl(file.as_raw_fd(), ENABLE as _, 0) } {
            0 => Ok(Counter(file)),
            _ => Err(io::Error::last_os_error()),
        }
    }

    /// How often it happened.
    pub fn value(&self) -> io::Result<u64> {
        let mut value = [0; 8];
        (&self.0).read_exact(&mut value)?;
        Ok(u64::from_ne_bytes(value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_are_counted() {
        const TASK_CLOCK: u64 = 1;
        let counter = match Counter::start(std::process::id(), SOFTWARE, TASK_CLOCK) {
            Ok(counter) => counter,
            Err(cause) => return println!("skipped: perf_event_open: {cause}"),
        };
        let before = counter.value().unwrap();
        let begun = std::time::Instant::now();
        let busy = std::thread::spawn(move || while begun.elapsed().as_millis() < 30 {});
        busy.join().unwrap();
        // The first thread of a test program waits; what counts is that reading works and never goes back.
        assert!(counter.value().unwrap() >= before);
        let error = Counter::start(std::process::id(), u32::MAX, 0).unwrap_err();
        assert!(error.raw_os_error().is_some());
        assert_eq!(Counter::start(u32::MAX, SOFTWARE, 1).unwrap_err().raw_os_error(), Some(libc::ESRCH));
    }

    #[test]
    fn a_child_is_counted() {
        const PAGE_FAULTS: u64 = 2;
        let mut child = std::process::Command::new("sh")
            .args(["-c", "read a; true | cat"])
            .stdin(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        let counter = match Counter::start(child.id(), SOFTWARE, PAGE_FAULTS) {
            Ok(counter) => counter,
            Err(cause) => {
                drop(child.stdin.take());
                child.wait().unwrap();
                return println!("skipped: perf_event_open: {cause}");
            }
        };
        let before = counter.value().unwrap();
        drop(child.stdin.take());
        child.wait().unwrap();
        assert!(counter.value().unwrap() > before, "its end touches pages");
    }
}
