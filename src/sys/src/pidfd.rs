//! A process that is watched: waiting for its end, killing it, and finding one that an earlier process started.

use crate::{
    poll::{Entry, POLLIN, poll},
    process::Finished,
};
use std::{
    fs, io, mem,
    os::fd::{AsFd, AsRawFd, BorrowedFd, FromRawFd, OwnedFd},
    time::{Duration, Instant},
};
use virt_error::{Error, Origin, Result};

pub use libc::{SIGABRT, SIGCONT, SIGKILL, SIGSTOP, SIGTERM};

/// A process, held by a descriptor: its number cannot come to mean another one. The descriptor becomes readable when
/// the process ends.
#[derive(Debug)]
pub struct Process {
    pid: u32,
    pidfd: OwnedFd,
    /// Whether it is our child, so that its status can be had.
    child: bool,
}

impl Process {
    pub(crate) fn of_child(pid: u32, pidfd: OwnedFd, child: bool) -> Process {
        Process { pid, pidfd, child }
    }

    /// Takes hold of the process with this number. With `started`, only of the one that began then (see
    /// [`Process::started`]): another one with the same number is as good as none.
    ///
    /// `None` when there is no such process.
    pub fn adopt(pid: u32, started: Option<u64>) -> Result<Option<Process>> {
        // SAFETY: a plain system call; the flags are none.
        let pidfd = unsafe { libc::syscall(libc::SYS_pidfd_open, pid, 0) };
        if pidfd < 0 {
            let cause = io::Error::last_os_error();
            // A number that no process can have, a thread's number, and one that nobody has.
            if matches!(cause.raw_os_error(), Some(libc::ESRCH | libc::EINVAL | libc::ENOENT)) {
                return Ok(None);
            }
            return Err(Error::system(Origin::None, format!("cannot open process {pid}"), &cause));
        }
        // SAFETY: the kernel has just made this descriptor for us.
        let pidfd = unsafe { OwnedFd::from_raw_fd(pidfd as i32) };
        let process = Process { pid, pidfd, child: false };
        // Read with the descriptor in hand: had the number been given anew in between, the process held has ended.
        let same = started.is_none() || process.started().is_some_and(|time| Some(time) == started);
        Ok((same && !process.ended()).then_some(process))
    }

    pub fn pid(&self) -> u32 {
        self.pid
    }

    /// When it began, in clock ticks since the machine started. `None` once it is gone.
    pub fn started(&self) -> Option<u64> {
        start_time(self.pid)
    }

    /// The words it was started with. Empty once it is gone, and for the first moment of its life.
    pub fn command_line(&self) -> Vec<String> {
        let line = fs::read(format!("/proc/{}/cmdline", self.pid)).unwrap_or_default();
        let mut words: Vec<String> =
            line.split(|byte| *byte == 0).map(|word| String::from_utf8_lossy(word).into_owned()).collect();
        words.pop();
        words
    }

    /// Whether it has ended.
    pub fn ended(&self) -> bool {
        self.wait_until(Instant::now()).unwrap_or(false)
    }

    /// Waits for its end until `deadline`; whether it has ended.
    pub fn wait_until(&self, deadline: Instant) -> io::Result<bool> {
        loop {
            let mut entries = [Entry::new(self.pidfd.as_raw_fd(), POLLIN)];
            let left = deadline.saturating_duration_since(Instant::now());
            poll(&mut entries, Some(left))?;
            if entries[0].ready() != 0 {
                return Ok(true);
            }
            if left.is_zero() {
                return Ok(false);
            }
        }
    }

    /// Sends a signal; to one that has ended already it is no error.
    pub fn kill(&self, signal: i32) -> io::Result<()> {
        // SAFETY: a plain system call; no details of the signal are given.
        let sent = unsafe {
            libc::syscall(
                libc::SYS_pidfd_send_signal,
                self.pidfd.as_raw_fd(),
                signal,
                std::ptr::null_mut::<libc::siginfo_t>(),
                0,
            )
        };
        match io::Error::last_os_error() {
            _ if sent == 0 => Ok(()),
            cause if cause.raw_os_error() == Some(libc::ESRCH) => Ok(()),
            cause => Err(cause),
        }
    }

    /// Ends it: SIGTERM, and SIGKILL when it is still there after `gentle`; `None` for SIGKILL at once.
    ///
    /// Errors: `VIR_ERR_SYSTEM_ERROR` when it is still there `hard` after SIGKILL, with libvirt's text.
    pub fn end(&self, gentle: Option<Duration>, hard: Duration) -> Result<()> {
        let failed = |what: &str, cause: &io::Error| {
            let text = format!("Failed to terminate process {} with {what}", self.pid);
            Error::system(Origin::None, text, cause)
        };
        if let Some(gentle) = gentle {
            self.kill(SIGTERM).map_err(|cause| failed("SIGTERM", &cause))?;
            if self.wait_until(Instant::now() + gentle).unwrap_or(false) {
                return Ok(());
            }
        }
        self.kill(SIGKILL).map_err(|cause| failed("SIGKILL", &cause))?;
        match self.wait_until(Instant::now() + hard) {
            Ok(true) => Ok(()),
            Ok(false) => Err(failed("SIGKILL", &io::Error::from_raw_os_error(libc::EBUSY))),
            Err(cause) => Err(failed("SIGKILL", &cause)),
        }
    }

    /// How a child of ours that has ended did so; it is forgotten by the kernel then.
    pub(crate) fn reap(&self) -> io::Result<Finished> {
        if !self.child {
            return Err(io::Error::from_raw_os_error(libc::ECHILD));
        }
        // SAFETY: an all-zero structure is a valid one, and the kernel fills it in.
        let mut info: libc::siginfo_t = unsafe { mem::zeroed() };
        let flags = libc::WEXITED | libc::__WALL;
        loop {
            // SAFETY: `info` lives through the call.
            let done = unsafe {
                libc::waitid(libc::P_PIDFD, self.pidfd.as_raw_fd() as libc::id_t, &mut info, flags)
            };
            if done == 0 {
                break;
            }
            let cause = io::Error::last_os_error();
            if cause.kind() != io::ErrorKind::Interrupted {
                return Err(cause);
            }
        }
        // SAFETY: `waitid` succeeded, so the field is the status of a child.
        let status = unsafe { info.si_status() };
        Ok(if info.si_code == libc::CLD_EXITED { Finished::Exit(status) } else { Finished::Signal(status) })
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // A child that has ended would otherwise stay as a zombie.
        if self.child && self.ended() {
            let _ = self.reap();
        }
    }
}

impl AsFd for Process {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.pidfd.as_fd()
    }
}

/// When a process or a thread of this number began, in clock ticks since the machine started.
fn start_time(pid: u32) -> Option<u64> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The name may have anything in it; what follows its last parenthesis is numbers.
    stat.rsplit_once(')')?.1.split_ascii_whitespace().nth(19)?.parse().ok()
}

/// Writes to a pipe. One that nobody reads any more is an error, and no signal.
pub(crate) fn write_without_signal(file: &OwnedFd, bytes: &[u8]) -> io::Result<usize> {
    // SAFETY: the sets are filled before they are read, and the buffer's length is its own.
    unsafe {
        let (mut pipe, mut old, mut pending): (libc::sigset_t, libc::sigset_t, libc::sigset_t) =
            (mem::zeroed(), mem::zeroed(), mem::zeroed());
        libc::sigemptyset(&mut pipe);
        libc::sigaddset(&mut pipe, libc::SIGPIPE);
        libc::sigpending(&mut pending);
        let was_pending = libc::sigismember(&pending, libc::SIGPIPE) == 1;
        libc::pthread_sigmask(libc::SIG_BLOCK, &pipe, &mut old);
        let written = libc::write(file.as_raw_fd(), bytes.as_ptr().cast(), bytes.len());
        let cause = io::Error::last_os_error();
        if written < 0 && cause.raw_os_error() == Some(libc::EPIPE) && !was_pending {
            let now = libc::timespec { tv_sec: 0, tv_nsec: 0 };
            libc::sigtimedwait(&pipe, std::ptr::null_mut(), &now);
        }
        libc::pthread_sigmask(libc::SIG_SETMASK, &old, std::ptr::null_mut());
        usize::try_from(written).map_err(|_| cause)
    }
}

#[cfg(test)]
pub(crate) fn without_close_on_exec(file: OwnedFd) -> io::Result<OwnedFd> {
    nix::fcntl::fcntl(&file, nix::fcntl::FcntlArg::F_SETFD(nix::fcntl::FdFlag::empty()))?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::process::Command;

    const LONG: Duration = Duration::from_secs(20);

    fn sleeper() -> Process {
        Command::new("/bin/sleep").arg("30").spawn().unwrap()
    }

    #[test]
    fn a_process_is_adopted_by_its_number_and_the_time_it_began() {
        let process = sleeper();
        let started = process.started();
        assert!(started.is_some());
        let adopted = Process::adopt(process.pid(), started).unwrap().unwrap();
        while adopted.command_line().is_empty() {
            std::thread::yield_now();
        }
        assert_eq!(adopted.command_line(), ["/bin/sleep", "30"]);
        assert!(Process::adopt(process.pid(), started.map(|time| time + 1)).unwrap().is_none());
        assert!(!adopted.ended());
        adopted.end(None, LONG).unwrap();
        assert!(process.ended());
        assert_eq!(process.reap().unwrap(), Finished::Signal(SIGKILL));
        assert!(Process::adopt(process.pid(), started).unwrap().is_none());
        assert!(Process::adopt(u32::MAX >> 2, None).unwrap().is_none());
        // A signal to one that is gone is no error.
        adopted.kill(SIGTERM).unwrap();
    }

    #[test]
    fn a_stubborn_process_is_killed_after_its_time() {
        let (reader, writer) = nix::unistd::pipe().unwrap();
        let process = Command::new("/bin/sh")
            .args(["-c", "trap '' TERM; echo ready; while :; do /bin/sleep 30; done"])
            .file(1, writer)
            .spawn()
            .unwrap();
        nix::unistd::read(&reader, &mut [0; 16]).unwrap();
        assert!(!process.wait_until(Instant::now() + Duration::from_millis(5)).unwrap());
        process.end(Some(Duration::from_millis(20)), LONG).unwrap();
        assert_eq!(process.reap().unwrap(), Finished::Signal(SIGKILL));
    }
}
