//! Programs that serve one guest beside its emulator.

use super::traces::{Trace, Traces};
use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    time::Duration,
};
use virt_error::{Result, bail, error};
use virt_sys::{pidfd::Process, process::Command};

/// How long a program may take until it is ready, or a script until it ends.
const WAIT: Duration = Duration::from_secs(30);
/// The most that is kept of what one prints.
const MOST: usize = 64 << 10;

/// Where a program lies.
///
/// Errors: `VIR_ERR_OPERATION_UNSUPPORTED`.
pub fn find(program: &str) -> Result<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_else(|| "/usr/sbin:/usr/bin:/sbin:/bin".into());
    let found =
        std::env::split_paths(&path).map(|directory| directory.join(program)).find(|path| path.is_file());
    found.ok_or_else(|| error!(Qemu, OperationUnsupported, "Unable to find '{program}' binary in $PATH"))
}

/// Starts a program that goes into the background when it is ready, and leaves its number in `pid_file`.
///
/// Errors: `VIR_ERR_INTERNAL_ERROR` with what the program complained of, `VIR_ERR_OPERATION_TIMEOUT`.
pub fn start_daemon(program: &str, words: Vec<String>, pid_file: &Path, traces: &mut Traces) -> Result<()> {
    let _ = fs::remove_file(pid_file);
    // One that fails later may have written it.
    traces.add(Trace::File(pid_file.to_owned()));
    let output = Command::new(find(program)?).args(words).env_from_ours("PATH").run(WAIT, MOST)?;
    if !output.finished.success() {
        let complaint = format!("{}\n{}", output.stdout_text().trim(), output.stderr_text().trim());
        bail!(Qemu, InternalError, "Could not start '{program}': {}", complaint.trim());
    }
    match running(pid_file, program) {
        Some(process) => {
            traces.add(Trace::Helper(process));
            Ok(())
        }
        None => bail!(Qemu, InternalError, "'{program}' ended before the guest was started"),
    }
}

/// Notes a program that an earlier process started.
pub fn keep(pid_file: &Path, program: &str, traces: &mut Traces) {
    traces.add(Trace::File(pid_file.to_owned()));
    traces.add_some(running(pid_file, program).map(Trace::Helper));
}

/// The process whose number stands in a file, when it is that program and speaks of the file's directory.
pub fn running(pid_file: &Path, program: &str) -> Option<Process> {
    let number = fs::read_to_string(pid_file).ok()?.trim().parse().ok()?;
    let process = Process::adopt(number, None).ok()??;
    let words = process.command_line();
    let name = words.first().and_then(|word| Path::new(word).file_name()).and_then(OsStr::to_str)?;
    // Some exchange themselves for a variant of their own: `passt.avx2`.
    let same = name == program || name.strip_prefix(program).is_some_and(|rest| rest.starts_with('.'));
    let directory = pid_file.parent()?.to_str()?;
    (same && words.iter().any(|word| word.contains(directory))).then_some(process)
}

/// Runs a user's script for a network device.
///
/// Errors: `VIR_ERR_INTERNAL_ERROR` with what it complained of.
pub fn run_script(script: &str, device: &str) -> Result<()> {
    let output = Command::new(script).arg(device).env_from_ours("PATH").run(WAIT, MOST)?;
    output.successful().map(drop)
}
