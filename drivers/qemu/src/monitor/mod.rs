//! QMP: commands to a running emulator, and the events that it sends.

use serde_json::Value;
use std::{os::fd::BorrowedFd, os::unix::net::UnixStream, sync::Arc, time::Duration};
use virt_error::{Error, Result};

/// Who hears what the emulator says by itself. Called on the thread that reads the monitors: it must not wait for
/// anything, least of all for an answer of this monitor.
pub trait Listener: Send + Sync {
    /// An event: its name, its `data` (an empty object where it has none), and its time in microseconds since 1970.
    fn event(&self, name: &str, data: Value, time: u64);
    /// The monitor ended; nothing follows.
    fn closed(&self, why: Error);
}

/// The monitor of one emulator. Any thread may use it; commands are answered in their order.
pub struct Monitor {}

/// A command with its arguments (an object; `Value::Null` for none).
pub type Command = (&'static str, Value);

impl Monitor {
    /// Takes over a connected socket: reads the greeting, negotiates, and from then on hands events to `listener`.
    ///
    /// `name` is the guest's, for messages. Errors: `VIR_ERR_OPERATION_TIMEOUT` after `wait`,
    /// `VIR_ERR_INTERNAL_ERROR` for what is not QMP.
    pub fn open(
        _socket: UnixStream,
        _name: &str,
        _wait: Duration,
        _listener: Arc<dyn Listener>,
    ) -> Result<Arc<Monitor>> {
        Err(Error::unsupported())
    }

    /// Runs a command and waits for its answer: the value of `return`.
    ///
    /// Errors: what the emulator says (`VIR_ERR_INTERNAL_ERROR`, libvirt's text), `VIR_ERR_OPERATION_FAILED` when
    /// the monitor ended, `VIR_ERR_OPERATION_TIMEOUT` when no answer came in time.
    pub fn run(&self, _command: &'static str, _arguments: Value) -> Result<Value> {
        Err(Error::unsupported())
    }

    /// Runs several commands in one round trip; one answer each.
    pub fn run_all(&self, commands: &[Command]) -> Vec<Result<Value>> {
        commands.iter().map(|_| Err(Error::unsupported())).collect()
    }

    /// Runs a command with a descriptor beside it (`getfd`, `add-fd`).
    pub fn run_with_fd(
        &self,
        _command: &'static str,
        _arguments: Value,
        _fd: BorrowedFd<'_>,
    ) -> Result<Value> {
        Err(Error::unsupported())
    }

    /// Ends the monitor: commands under way fail, `closed` is called.
    pub fn close(&self) {}
}
