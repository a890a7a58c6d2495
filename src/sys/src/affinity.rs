//! Which processors threads may run on, and how they are scheduled.

use std::{fs, io, mem};
use virt_error::{Error, Origin, Result};

/// Enough for any kernel: 8192 processors.
const WORDS: usize = 128;

/// How a thread is scheduled: the kernel's policy and, for real-time ones, the priority.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    Other,
    Batch,
    Idle,
    Fifo(i32),
    RoundRobin(i32),
}

/// Lets a thread run on these processors of the host.
///
/// Errors: `VIR_ERR_SYSTEM_ERROR`.
pub fn set_thread(thread: u32, processors: &[u32]) -> Result<()> {
    // The kernel passes over processors that it does not have.
    let mut mask = [0_u64; WORDS];
    for processor in processors.iter().filter(|processor| (**processor as usize) < WORDS * 64) {
        mask[*processor as usize / 64] |= 1 << (processor % 64);
    }
    // SAFETY: the mask lives through the call and its size is its own.
    let done = unsafe {
        libc::sched_setaffinity(thread as libc::pid_t, mem::size_of_val(&mask[..]), mask.as_ptr().cast())
    };
    match done {
        0 => Ok(()),
        _ => {
            let text = format!("cannot set CPU affinity on process {thread}");
            Err(Error::system(Origin::None, text, &io::Error::last_os_error()))
        }
    }
}

/// The processors that a thread may run on, in ascending order.
///
/// Errors: `VIR_ERR_SYSTEM_ERROR`.
pub fn of_thread(thread: u32) -> Result<Vec<u32>> {
    let mut mask = [0_u64; WORDS];
    // SAFETY: the kernel writes no more than the mask's size.
    let done = unsafe {
        libc::sched_getaffinity(thread as libc::pid_t, mem::size_of_val(&mask), mask.as_mut_ptr().cast())
    };
    if done != 0 {
        let text = format!("cannot get CPU affinity of process {thread}");
        return Err(Error::system(Origin::None, text, &io::Error::last_os_error()));
    }
    let bit = |number: &u32| mask[*number as usize / 64] & 1 << (number % 64) != 0;
    Ok((0..(WORDS * 64) as u32).filter(bit).collect())
}

/// Has a thread scheduled in that way.
///
/// Errors: `VIR_ERR_SYSTEM_ERROR`.
pub fn schedule(thread: u32, policy: Policy) -> Result<()> {
    let (number, priority) = match policy {
        Policy::Other => (libc::SCHED_OTHER, 0),
        Policy::Batch => (libc::SCHED_BATCH, 0),
        Policy::Idle => (libc::SCHED_IDLE, 0),
        Policy::Fifo(priority) => (libc::SCHED_FIFO, priority),
        Policy::RoundRobin(priority) => (libc::SCHED_RR, priority),
    };
    // SAFETY: an all-zero structure is a valid one and lives through the call.
    let done = unsafe {
        let mut parameters: libc::sched_param = mem::zeroed();
        parameters.sched_priority = priority;
        libc::sched_setscheduler(thread as libc::pid_t, number, &parameters)
    };
    match done {
        0 => Ok(()),
        _ => {
            let text = format!("Cannot set scheduler parameters for pid {thread}");
            Err(Error::system(Origin::None, text, &io::Error::last_os_error()))
        }
    }
}

/// What a thread has used of the host's processors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Use {
    pub nanoseconds: u64,
    /// The processor that it ran on last.
    pub processor: i32,
}

/// What a thread of a process has used; `None` when it is gone.
pub fn used(process: u32, thread: u32) -> Option<Use> {
    let text = fs::read_to_string(format!("/proc/{process}/task/{thread}/stat")).ok()?;
    // The name may have anything in it; what follows its last parenthesis is numbers.
    let fields: Vec<&str> = text.rsplit_once(')')?.1.split_ascii_whitespace().collect();
    let ticks = |place: usize| fields.get(place)?.parse::<u64>().ok();
    // SAFETY: a plain query.
    let a_second = u64::try_from(unsafe { libc::sysconf(libc::_SC_CLK_TCK) }).unwrap_or(100).max(1);
    let nanoseconds = (ticks(11)? + ticks(12)?).saturating_mul(1_000_000_000 / a_second);
    Some(Use { nanoseconds, processor: fields.get(36)?.parse().ok()? })
}

/// The threads of a process.
///
/// Errors: `VIR_ERR_SYSTEM_ERROR`.
pub fn threads(process: u32) -> Result<Vec<u32>> {
    let path = format!("/proc/{process}/task");
    let entries = fs::read_dir(&path)
        .map_err(|cause| Error::system(Origin::None, format!("cannot open directory '{path}'"), &cause))?;
    let number = |entry: io::Result<fs::DirEntry>| entry.ok()?.file_name().to_str()?.parse().ok();
    Ok(entries.filter_map(number).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::process::Command;

    #[test]
    fn a_process_is_put_on_processors_and_scheduled() {
        let process = Command::new("/bin/sleep").arg("20").spawn().unwrap();
        let before = of_thread(process.pid()).unwrap();
        assert!(!before.is_empty());
        set_thread(process.pid(), &before[..1]).unwrap();
        assert_eq!(of_thread(process.pid()).unwrap(), before[..1]);
        let used = used(process.pid(), process.pid()).unwrap();
        assert!(used.processor >= 0);
        schedule(process.pid(), Policy::Batch).unwrap();
        schedule(process.pid(), Policy::Idle).unwrap();
        assert!(schedule(process.pid(), Policy::Fifo(-3)).is_err());
        process.end(None, std::time::Duration::from_secs(10)).unwrap();
        let error = set_thread(process.pid(), &[100_000]).unwrap_err();
        assert!(error.message().starts_with("cannot set CPU affinity on process "), "{error}");
    }
}
