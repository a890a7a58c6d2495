//! Running a helper program to its end: what it printed, how it ended, and no later than a deadline.

use super::Command;
use crate::{
    pidfd::Process,
    poll::{Entry, POLLIN, POLLOUT, poll},
};
use nix::{
    errno::Errno,
    fcntl::{FcntlArg, OFlag, fcntl},
};
use std::{
    fmt, io,
    os::fd::{AsFd, AsRawFd, OwnedFd},
    path::Path,
    time::{Duration, Instant},
};
use virt_error::{Code, Error, Origin, Result};

/// How a program ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finished {
    Exit(i32),
    Signal(i32),
}

impl Finished {
    pub fn success(self) -> bool {
        self == Finished::Exit(0)
    }
}

impl fmt::Display for Finished {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Finished::Exit(status) => write!(f, "exit status {status}"),
            Finished::Signal(signal) => write!(f, "fatal signal {signal}"),
        }
    }
}

/// What a program left.
#[derive(Debug)]
pub struct Output {
    pub program: String,
    pub finished: Finished,
    pub stdout: Vec<u8>,
    pub stderr: Vec<u8>,
}

impl Output {
    pub fn stdout_text(&self) -> String {
        String::from_utf8_lossy(&self.stdout).into_owned()
    }

    pub fn stderr_text(&self) -> String {
        String::from_utf8_lossy(&self.stderr).into_owned()
    }

    /// The output of a program that did what it was asked to; otherwise `VIR_ERR_INTERNAL_ERROR` with its status and
    /// what it had to say.
    pub fn successful(self) -> Result<Output> {
        if self.finished.success() {
            return Ok(self);
        }
        let text = format!(
            "Child process ({}) unexpected {}: {}",
            self.program,
            self.finished,
            self.stderr_text().trim_end()
        );
        Err(Error::new(Origin::None, Code::InternalError, text))
    }
}

impl Command {
    /// Runs the program to its end. Of each of its outputs the first `most` bytes are kept, the rest is read and
    /// forgotten.
    ///
    /// Errors: those of [`Command::spawn`]; `VIR_ERR_OPERATION_TIMEOUT` when it has not ended after `wait`, in which
    /// case it is killed.
    pub fn run(self, wait: Duration, most: usize) -> Result<Output> {
        self.run_with_input(&[], wait, most)
    }

    /// [`Command::run`] with something for the program to read.
    pub fn run_with_input(self, input: &[u8], wait: Duration, most: usize) -> Result<Output> {
        let deadline = Instant::now() + wait;
        let program = self.program().display().to_string();
        let failed = |cause: io::Error| {
            Error::system(Origin::None, format!("cannot read the output of '{program}'"), &cause)
        };
        let (out, out_child) = pipe().map_err(failed)?;
        let (err, err_child) = pipe().map_err(failed)?;
        let mut command = self.file(1, out_child).file(2, err_child);
        let mut feed = None;
        if !input.is_empty() {
            let (in_child, writer) = pipe().map_err(failed)?;
            command = command.file(0, in_child);
            nonblocking(&writer).map_err(failed)?;
            feed = Some((writer, input));
        }
        nonblocking(&out).and_then(|()| nonblocking(&err)).map_err(failed)?;
        let process = command.spawn()?;
        let mut captures = [Capture::new(out, most), Capture::new(err, most)];
        if !collect(&process, &mut captures, feed, deadline).map_err(failed)? {
            let _ = process.kill(libc::SIGKILL);
            let _ = process.wait_until(Instant::now() + Duration::from_secs(5));
            let _ = process.reap();
            let name = Path::new(&program).display();
            let text = format!("'{name}' did not end within {} seconds", wait.as_secs_f32());
            return Err(Error::new(Origin::None, Code::OperationTimeout, text));
        }
        let finished = process.reap().map_err(|cause| {
            Error::system(Origin::None, format!("unable to wait for process '{program}'"), &cause)
        })?;
        let [stdout, stderr] = captures.map(|capture| capture.kept);
        Ok(Output { program, finished, stdout, stderr })
    }
}

pub(super) fn pipe() -> io::Result<(OwnedFd, OwnedFd)> {
    Ok(nix::unistd::pipe2(OFlag::O_CLOEXEC)?)
}

fn nonblocking(file: &OwnedFd) -> io::Result<()> {
    fcntl(file, FcntlArg::F_SETFL(OFlag::O_NONBLOCK))?;
    Ok(())
}

/// One output of the program.
struct Capture {
    file: Option<OwnedFd>,
    kept: Vec<u8>,
    most: usize,
}

impl Capture {
    fn new(file: OwnedFd, most: usize) -> Capture {
        Capture { file: Some(file), kept: Vec::new(), most }
    }

    /// Reads what is there; forgets the file at its end.
    fn read(&mut self) -> io::Result<()> {
        let mut part = [0; 16 << 10];
        while let Some(file) = &self.file {
            match nix::unistd::read(file, &mut part) {
                Ok(0) => self.file = None,
                Ok(length) => {
                    let room = self.most.saturating_sub(self.kept.len());
                    self.kept.extend_from_slice(&part[..length.min(room)]);
                }
                Err(Errno::EAGAIN) => break,
                Err(Errno::EINTR) => {}
                Err(cause) => return Err(cause.into()),
            }
        }
        Ok(())
    }
}

/// Reads until the program has ended; `false` when it did not in time. What a grandchild goes on to print is not
/// waited for.
fn collect(
    process: &Process,
    captures: &mut [Capture; 2],
    mut feed: Option<(OwnedFd, &[u8])>,
    deadline: Instant,
) -> io::Result<bool> {
    loop {
        let of = |capture: &Capture| capture.file.as_ref().map_or(-1, AsRawFd::as_raw_fd);
        let mut entries = [
            Entry::new(process.as_fd().as_raw_fd(), POLLIN),
            Entry::new(of(&captures[0]), POLLIN),
            Entry::new(of(&captures[1]), POLLIN),
            Entry::new(feed.as_ref().map_or(-1, |(file, _)| file.as_raw_fd()), POLLOUT),
        ];
        let left = deadline.saturating_duration_since(Instant::now());
        poll(&mut entries, Some(left))?;
        captures.iter_mut().try_for_each(Capture::read)?;
        if entries[0].ready() != 0 {
            captures.iter_mut().try_for_each(Capture::read)?;
            return Ok(true);
        }
        if entries[3].ready() != 0 {
            feed = feed.and_then(write_some);
        }
        if left.is_zero() {
            return Ok(false);
        }
    }
}

/// Writes what the pipe takes; `None` when all is written or nobody reads.
fn write_some((file, rest): (OwnedFd, &[u8])) -> Option<(OwnedFd, &[u8])> {
    // A reader that is gone must not end this process: the signal is blocked for the moment of the call.
    match crate::pidfd::write_without_signal(&file, rest) {
        Ok(length) if length < rest.len() => Some((file, &rest[length..])),
        Err(cause) if matches!(cause.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::Interrupted) => {
            Some((file, rest))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        Command::new("/bin/sh").args(["-c", script]).env("PATH", "/bin:/usr/bin")
    }

    const LONG: Duration = Duration::from_secs(20);

    #[test]
    fn output_is_kept_up_to_its_bound_and_read_to_its_end() {
        let output = shell("head -c 1000000 /dev/zero; echo done >&2; exit 3").run(LONG, 1000).unwrap();
        assert_eq!(output.stdout.len(), 1000);
        assert_eq!(output.stderr_text(), "done\n");
        assert_eq!(output.finished, Finished::Exit(3));
        let error = output.successful().unwrap_err();
        assert!(error.message().ends_with("(/bin/sh) unexpected exit status 3: done"), "{error}");
    }

    #[test]
    fn a_program_reads_what_it_is_given() {
        let input = vec![b'x'; 300_000];
        let output = shell("wc -c").run_with_input(&input, LONG, 100).unwrap();
        assert_eq!(output.stdout_text().trim(), "300000");
        // One that does not read it harms nobody.
        assert!(shell("exit 0").run_with_input(&input, LONG, 100).unwrap().finished.success());
    }

    #[test]
    fn a_program_that_does_not_end_is_killed_and_named() {
        let start = Instant::now();
        let error = shell("exec sleep 30").run(Duration::from_millis(50), 100).unwrap_err();
        assert_eq!(error.code(), Code::OperationTimeout);
        assert!(error.message().contains("'/bin/sh' did not end within 0.05 seconds"), "{error}");
        assert!(start.elapsed() < LONG);
    }

    #[test]
    fn a_signal_is_told_from_a_status() {
        assert_eq!(shell("kill -9 $$").run(LONG, 10).unwrap().finished, Finished::Signal(9));
    }

    #[test]
    fn a_grandchild_that_keeps_the_output_open_is_not_waited_for() {
        let start = Instant::now();
        let output = shell("echo one; sleep 5 & exit 0").run(LONG, 100).unwrap();
        assert_eq!(output.stdout_text(), "one\n");
        assert!(start.elapsed() < Duration::from_secs(4));
    }
}
