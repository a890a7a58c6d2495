//! What a running guest leaves on the host, and undoing it.

use super::{macvtap, ports};
use std::{
    fs, io,
    path::{Path, PathBuf},
    time::Duration,
};
use virt_conf::Mac;
use virt_sys::pidfd::Process;

/// Something that must go when the guest ends.
#[derive(Debug)]
pub enum Trace {
    File(PathBuf),
    /// A directory with what is in it.
    Directory(PathBuf),
    /// A program that serves the guest alone.
    Helper(Process),
    Port(u16),
    /// A network device that would stay.
    Device(String),
    /// A device of the host that has a guest's address as long as the guest has `device` over it; its own was saved.
    Mac {
        device: String,
        below: String,
        lent: Mac,
        saved: PathBuf,
    },
    /// A program to run at the end, with its arguments.
    Script(PathBuf, Vec<String>),
}

/// What was left so far, in the order of its making.
#[derive(Debug, Default)]
pub struct Traces(Vec<Trace>);

/// How long a helper may take to end by itself.
const GENTLE: Duration = Duration::from_secs(2);
const HARD: Duration = Duration::from_secs(5);
const SCRIPT: Duration = Duration::from_secs(30);

impl Traces {
    pub fn add(&mut self, trace: Trace) {
        self.0.push(trace);
    }

    pub fn add_some(&mut self, trace: Option<Trace>) {
        self.0.extend(trace);
    }

    /// Takes over what another place has left.
    pub fn append(&mut self, other: Traces) {
        self.0.extend(other.0);
    }

    /// Undoes what was left for a network device that goes before the guest does.
    pub fn undo_device(&mut self, device: &str) {
        let of_device = |trace: &Trace| match trace {
            Trace::Device(name) => name == device,
            Trace::Mac { device: over, .. } => over == device,
            Trace::Script(_, arguments) => arguments.iter().any(|argument| argument == device),
            _ => false,
        };
        let (gone, kept) = std::mem::take(&mut self.0).into_iter().partition(of_device);
        self.0 = kept;
        Traces(gone).undo();
    }

    /// Undoes everything, last things first. What cannot be undone is written to the log: the guest is gone in any case.
    pub fn undo(&mut self) {
        while let Some(trace) = self.0.pop() {
            if let Err(why) = trace.undo() {
                ::log::warn!("a trace of a guest stays behind: {why}");
            }
        }
    }
}

impl Trace {
    fn undo(self) -> Result<(), String> {
        match self {
            Trace::File(path) => gone(&path, fs::remove_file(&path)),
            Trace::Directory(path) => gone(&path, fs::remove_dir_all(&path)),
            Trace::Helper(process) => process.end(Some(GENTLE), HARD).map_err(|error| error.to_string()),
            Trace::Port(port) => {
                ports::release(port);
                Ok(())
            }
            Trace::Device(name) => match virt_sys::netdev::delete(&name) {
                Err(cause) if cause.raw_os_error() != Some(NO_DEVICE) => {
                    Err(format!("device {name}: {cause}"))
                }
                _ => Ok(()),
            },
            Trace::Mac { below, lent, saved, .. } => macvtap::restore_mac(&below, lent, &saved)
                .map_err(|cause| format!("the address of device {below}: {cause}")),
            Trace::Script(program, arguments) => {
                let shown = program.display().to_string();
                virt_sys::process::Command::new(program)
                    .args(arguments)
                    .env_from_ours("PATH")
                    .run(SCRIPT, 4096)
                    .and_then(|output| output.successful())
                    .map(drop)
                    .map_err(|error| format!("{shown}: {error}"))
            }
        }
    }
}

/// `ENODEV`: the device went with the emulator.
const NO_DEVICE: i32 = 19;

fn gone(path: &Path, outcome: io::Result<()>) -> Result<(), String> {
    match outcome {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(format!("{}: {cause}", path.display())),
        _ => Ok(()),
    }
}
