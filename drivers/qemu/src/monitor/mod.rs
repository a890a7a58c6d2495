//! QMP: commands to a running emulator, and the events that it sends.

mod channel;
mod commands;
#[cfg(test)]
pub(crate) mod fake;
pub(crate) mod inbox;
pub(crate) mod message;
mod reader;
#[cfg(test)]
mod tests;
mod value;

pub use commands::{BlockDevice, BlockNode, BlockStats, Chardev, Cpu, Migration, RamProgress, RunState};
pub use message::Refusal;
pub use value::Fields;

use channel::{Channel, Request};
use reader::Reader;
use serde_json::{Map, Value};
use std::{
    fmt,
    os::fd::BorrowedFd,
    os::unix::net::UnixStream,
    sync::Arc,
    time::{Duration, Instant},
};
use virt_error::{Code, Error, Result};
use virt_sys::reactor::Reactor;

/// How long an emulator may take to answer a command, unless the caller says otherwise. As long as an operation
/// waits for the one before it: whoever comes second learns of a silent emulator no later than the first.
pub const ANSWER_WAIT: Duration = Duration::from_secs(30);

/// Who hears what the emulator says by itself. Called on the reactor's thread: it must not wait for
/// anything, least of all for an answer of this monitor.
pub trait Listener: Send + Sync {
    /// An event: its name, its `data` (an empty object where it has none), and its time in microseconds since 1970.
    fn event(&self, name: &str, data: Value, time: u64);
    /// Whether more was heard than was worked off by far: then no more is read until [`Monitor::resume`].
    fn is_behind(&self) -> bool {
        false
    }
    /// The monitor ended; nothing follows. Not called for a monitor that [`Monitor::open`] never answered.
    fn closed(&self, why: Error);
}

/// The monitor of one emulator. Any thread may use it; commands are answered in their order. It ends when it is
/// dropped.
pub struct Monitor {
    channel: Arc<Channel>,
}

/// A command with its arguments (an object; `Value::Null` for none).
pub type Command = (&'static str, Value);

/// What an emulator answers: the value of `return`, or its no.
pub type Answer = std::result::Result<Value, Refusal>;

impl Monitor {
    /// Takes over a connected socket: reads the greeting, negotiates, and from then on hands events to `listener` on
    /// the thread of `reactor`.
    ///
    /// `name` is the guest's, for messages. Errors: `VIR_ERR_OPERATION_TIMEOUT` after `wait`,
    /// `VIR_ERR_INTERNAL_ERROR` for what is not QMP.
    pub fn open(
        reactor: &Reactor,
        socket: UnixStream,
        name: &str,
        wait: Duration,
        listener: Arc<dyn Listener>,
    ) -> Result<Arc<Monitor>> {
        let monitor = Monitor::begin(reactor, socket, name, listener)?;
        monitor.negotiate(wait)?;
        Ok(monitor)
    }

    /// [`Monitor::open`] for an emulator that has run before. When it does not answer in time, the monitor is there all
    /// the same, with the error: it may answer later, and can be ended until then.
    pub fn rejoin(
        reactor: &Reactor,
        socket: UnixStream,
        name: &str,
        wait: Duration,
        listener: Arc<dyn Listener>,
    ) -> Result<(Arc<Monitor>, Option<Error>)> {
        let monitor = Monitor::begin(reactor, socket, name, listener)?;
        match monitor.negotiate(wait) {
            Ok(()) => Ok((monitor, None)),
            Err(error) if error.code() == Code::OperationTimeout => {
                monitor.channel.opened()?;
                Ok((monitor, Some(error)))
            }
            Err(error) => Err(error),
        }
    }

    fn begin(
        reactor: &Reactor,
        socket: UnixStream,
        name: &str,
        listener: Arc<dyn Listener>,
    ) -> Result<Arc<Monitor>> {
        let channel = Arc::new(Channel::new(socket, name));
        let monitor = Arc::new(Monitor { channel: channel.clone() });
        Reader::start(reactor, channel, listener)?;
        Ok(monitor)
    }

    fn negotiate(&self, wait: Duration) -> Result<()> {
        // Sent before the greeting is here: the emulator reads it when it has said that.
        let negotiate = Request::new("qmp_capabilities", &Value::Null);
        let answer = self.channel.exchange(vec![negotiate], Instant::now() + wait).pop();
        message::answer(message::only(answer)?, "qmp_capabilities")?
            .map_err(|refusal| refusal.into_error("qmp_capabilities"))?;
        self.channel.opened()
    }

    /// Runs a command and waits for its answer: the value of `return`.
    ///
    /// Errors: what the emulator says (`VIR_ERR_INTERNAL_ERROR`, libvirt's text), `VIR_ERR_OPERATION_FAILED` when
    /// the monitor was closed here, `VIR_ERR_INTERNAL_ERROR` when the emulator closed it,
    /// `VIR_ERR_OPERATION_TIMEOUT` when no answer came in [`ANSWER_WAIT`].
    pub fn run(&self, command: &'static str, arguments: Value) -> Result<Value> {
        self.run_within(ANSWER_WAIT, command, arguments)
    }

    /// [`Monitor::run`] with a wait of one's own, for commands that work before they answer.
    pub fn run_within(&self, wait: Duration, command: &'static str, arguments: Value) -> Result<Value> {
        self.ask_within(wait, command, arguments)?.map_err(|refusal| refusal.into_error(command))
    }

    /// [`Monitor::run`] for those who look at how the emulator says no.
    pub fn ask(&self, command: &'static str, arguments: Value) -> Result<Answer> {
        self.ask_within(ANSWER_WAIT, command, arguments)
    }

    fn ask_within(&self, wait: Duration, command: &'static str, arguments: Value) -> Result<Answer> {
        let request = Request::new(command, &arguments);
        let reply = self.channel.exchange(vec![request], Instant::now() + wait).pop();
        message::answer(message::only(reply)?, command)
    }

    /// Runs several commands in one round trip; one answer each, in their order.
    pub fn run_all(&self, commands: &[Command]) -> Vec<Result<Value>> {
        self.run_all_within(ANSWER_WAIT, commands)
    }

    /// [`Monitor::run_all`] with a wait of one's own, for all of them together.
    pub fn run_all_within(&self, wait: Duration, commands: &[Command]) -> Vec<Result<Value>> {
        let requests = commands.iter().map(|(command, arguments)| Request::new(command, arguments)).collect();
        let replies = self.channel.exchange(requests, Instant::now() + wait);
        let results = replies.into_iter().zip(commands).map(|(reply, (command, _))| {
            message::answer(reply?, command)?.map_err(|refusal| refusal.into_error(command))
        });
        results.collect()
    }

    /// Runs a command with a descriptor beside it (`getfd`, `add-fd`).
    pub fn run_with_fd(&self, command: &'static str, arguments: Value, fd: BorrowedFd<'_>) -> Result<Value> {
        let request = Request::new(command, &arguments).with_fd(fd)?;
        let reply = self.channel.exchange(vec![request], Instant::now() + ANSWER_WAIT).pop();
        message::answer(message::only(reply)?, command)?.map_err(|refusal| refusal.into_error(command))
    }

    /// Runs a command that somebody else wrote, and gives the whole answer, a no as well. The command must not have
    /// an `id`; `VIR_ERR_INTERNAL_ERROR` when it does.
    pub fn run_raw(
        &self,
        command: Map<String, Value>,
        fd: Option<BorrowedFd<'_>>,
    ) -> Result<Map<String, Value>> {
        let mut request = Request::raw(command)?;
        if let Some(fd) = fd {
            request = request.with_fd(fd)?;
        }
        message::only(self.channel.exchange(vec![request], Instant::now() + ANSWER_WAIT).pop())
    }

    /// Reads on, when the listener was behind and is not any more.
    pub fn resume(&self) {
        self.channel.set_reading(true);
    }

    /// Ends the monitor: commands under way fail, `closed` is called.
    pub fn close(&self) {
        self.channel.close();
    }
}

impl fmt::Debug for Monitor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Monitor({})", self.channel.name())
    }
}

impl Drop for Monitor {
    fn drop(&mut self) {
        self.close();
    }
}
