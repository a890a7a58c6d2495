//! A program between a file and whoever writes or reads it: compression on the way.

use super::{Command, run::pipe};
use crate::pidfd::{Process, SIGKILL};
use std::{
    os::fd::OwnedFd,
    time::{Duration, Instant},
};
use virt_error::{Error, Origin, Result, error};

/// The program while it is at work. Dropped before its end, it is killed.
#[derive(Debug)]
pub struct Filter {
    process: Process,
    program: String,
}

impl Command {
    /// Starts the program with its output in `to`; what it is to read is written to the answer.
    pub fn filter_into(self, to: OwnedFd) -> Result<(Filter, OwnedFd)> {
        let (reader, writer) = pipe().map_err(failed)?;
        Ok((self.file(0, reader).file(1, to).into_filter()?, writer))
    }

    /// Starts the program with its input from `from`; what it writes is read from the answer.
    pub fn filter_from(self, from: OwnedFd) -> Result<(Filter, OwnedFd)> {
        let (reader, writer) = pipe().map_err(failed)?;
        Ok((self.file(0, from).file(1, writer).into_filter()?, reader))
    }

    fn into_filter(self) -> Result<Filter> {
        let program = self.program().display().to_string();
        Ok(Filter { process: self.spawn()?, program })
    }
}

fn failed(cause: std::io::Error) -> Error {
    Error::system(Origin::None, "Unable to create pipes", &cause)
}

impl Filter {
    /// Waits for the end of a program whose input has ended.
    ///
    /// Errors: `VIR_ERR_INTERNAL_ERROR` when it failed, `VIR_ERR_OPERATION_TIMEOUT` when it did not end in time.
    pub fn finish(self, wait: Duration) -> Result<()> {
        let program = &self.program;
        let ended = self.process.wait_until(Instant::now() + wait).unwrap_or(false);
        if !ended {
            return Err(error!(
                None,
                OperationTimeout,
                "'{program}' did not end within {} seconds",
                wait.as_secs()
            ));
        }
        let finished = self.process.reap().map_err(|cause| {
            Error::system(Origin::None, format!("unable to wait for process '{program}'"), &cause)
        })?;
        match finished.success() {
            true => Ok(()),
            false => Err(error!(None, InternalError, "Child process ({program}) unexpected {finished}")),
        }
    }
}

impl Drop for Filter {
    fn drop(&mut self) {
        // One that has ended does not hear of it.
        if !self.process.ended() {
            let _ = self.process.kill(SIGKILL);
            let _ = self.process.wait_until(Instant::now() + Duration::from_secs(5));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        fs::File,
        io::{Read, Write},
    };

    #[test]
    fn what_went_through_a_program_comes_back_through_another() {
        let path = std::env::temp_dir().join(format!("virt-filter-{}", std::process::id()));
        let wait = Duration::from_secs(30);
        let file = File::create(&path).unwrap();
        let (filter, writer) = Command::new("/bin/gzip").arg("-c").filter_into(file.into()).unwrap();
        File::from(writer).write_all(b"state").unwrap();
        filter.finish(wait).unwrap();
        assert_eq!(std::fs::read(&path).unwrap()[..2], [0x1f, 0x8b]);
        let file = File::open(&path).unwrap();
        let (filter, reader) = Command::new("/bin/gzip").args(["-d", "-c"]).filter_from(file.into()).unwrap();
        let mut text = String::new();
        File::from(reader).read_to_string(&mut text).unwrap();
        filter.finish(wait).unwrap();
        assert_eq!(text, "state");
        let file = File::open("/dev/null").unwrap();
        let (filter, reader) = Command::new("/bin/false").filter_from(file.into()).unwrap();
        drop(reader);
        assert!(filter.finish(wait).unwrap_err().message().contains("/bin/false"));
        std::fs::remove_file(&path).unwrap();
    }
}
