//! The guest agent: a program inside the guest that answers in JSON, or does not. Nothing that it says is trusted.
//!
//! There is no thread for it: whoever calls reads. Calls run one after the other, each begins by finding out that the
//! agent listens (`guest-sync-delimited`), and none of them needs the domain's job.

mod commands;
mod line;
#[cfg(test)]
mod tests;

pub use commands::{DiskAddress, GuestAddress, GuestInterface, GuestVcpu, Suspend};

use crate::monitor::{Refusal, message};
use line::{Line, Stop};
use serde_json::{Map, Value, json};
use std::{
    fmt,
    path::PathBuf,
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};
use virt_core::constants::*;
use virt_error::{Error, Origin, Result, bail, error};
use virt_sys::poll::Waker;

/// How long an agent may take to show that it listens.
const SYNC_WAIT: Duration = Duration::from_secs(5);

/// How long a guest may take from the order to shut down to the event that says so.
const SHUTDOWN_WAIT: i32 = VIR_DOMAIN_QEMU_AGENT_COMMAND_SHUTDOWN;

/// What the emulator tells that an order of the agent was to bring about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    Shutdown,
    Reset,
    Suspend,
}

/// The agent of one running guest.
pub struct Agent {
    /// The guest's name, for messages.
    name: String,
    /// Where the emulator listens for those who want to speak with the guest.
    path: PathBuf,
    state: Mutex<State>,
    /// A call ended.
    free: Condvar,
    /// Wakes the call that waits for the guest.
    waker: Waker,
    serial: AtomicU64,
}

#[derive(Default)]
struct State {
    /// The guest has its end open.
    present: bool,
    /// The guest is gone.
    ended: bool,
    busy: bool,
    /// The connection, while no call has it.
    line: Option<Line>,
    /// What the call under way waits for instead of an answer, and whether it came.
    awaited: Option<Notice>,
    noticed: bool,
    /// `virDomainAgentSetResponseTimeout`.
    timeout: Option<i32>,
    /// Counts the times that the guest opened its end.
    openings: u64,
}

/// What an agent answers: the value of `return`, or its no.
pub type Answer = std::result::Result<Value, Refusal>;

type Reply = Map<String, Value>;

impl Agent {
    /// The agent behind the emulator's socket `path`, which is connected to when it is first needed.
    pub fn new(name: &str, path: PathBuf) -> Result<Arc<Agent>> {
        let waker =
            Waker::new().map_err(|cause| Error::system(Origin::Qemu, "cannot create an eventfd", &cause))?;
        Ok(Arc::new(Agent {
            name: name.to_owned(),
            path,
            state: Mutex::default(),
            free: Condvar::new(),
            waker,
            serial: AtomicU64::new(seed()),
        }))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Says whether the guest has its end open (`VSERPORT_CHANGE`); whether that is news. Never waits.
    pub fn set_present(&self, present: bool) -> bool {
        let mut state = self.state();
        if state.present == present {
            return false;
        }
        state.present = present;
        state.openings += u64::from(present);
        let line = if present { None } else { state.line.take() };
        drop(state);
        drop(line);
        self.waker.wake();
        true
    }

    pub fn is_present(&self) -> bool {
        self.state().present
    }

    /// Says what the guest did. Never waits.
    pub fn notice(&self, notice: Notice) {
        let mut state = self.state();
        if state.awaited == Some(notice) {
            state.noticed = true;
            self.waker.wake();
        }
    }

    /// The guest is gone: whoever waits is told. Never waits.
    pub fn end(&self) {
        let mut state = self.state();
        state.ended = true;
        state.present = false;
        let line = state.line.take();
        drop(state);
        drop(line);
        self.waker.wake();
        self.free.notify_all();
    }

    /// How long answers are waited for from now on: seconds, or a `virDomainAgentResponseTimeoutValues`.
    ///
    /// Errors: `VIR_ERR_INVALID_ARG`.
    pub fn set_timeout(&self, timeout: i32) -> Result<()> {
        check_timeout(timeout)?;
        self.state().timeout = Some(timeout);
        Ok(())
    }

    fn timeout(&self) -> i32 {
        self.state().timeout.unwrap_or(VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK)
    }

    /// Runs a command and waits as long as was set for its answer.
    ///
    /// Errors: `VIR_ERR_AGENT_UNRESPONSIVE` when the agent is not there or does not listen,
    /// `VIR_ERR_AGENT_COMMAND_TIMEOUT` when it listens but does not answer, `VIR_ERR_AGENT_COMMAND_FAILED` for its no.
    pub fn run(&self, command: &str, arguments: Value) -> Result<Value> {
        self.ask(command, arguments)?.map_err(|refusal| refused(command, &refusal))
    }

    /// [`Agent::run`] for those who look at how the agent says no.
    pub fn ask(&self, command: &str, arguments: Value) -> Result<Answer> {
        let reply = self.exchange(command, &object(command, arguments), self.timeout(), None)?;
        match reply {
            Some(reply) => answer(reply, command),
            None => Err(error!(Qemu, InternalError, "Missing agent reply object")),
        }
    }

    /// Runs a command that somebody else wrote, and gives the whole answer, a no as well.
    pub fn run_raw(&self, command: Map<String, Value>, timeout: i32) -> Result<Value> {
        check_timeout(timeout)?;
        let name = command.get("execute").and_then(Value::as_str).unwrap_or_default().to_owned();
        match self.exchange(&name, &Value::Object(command), timeout, None)? {
            Some(reply) => Ok(Value::Object(reply)),
            None => Err(error!(Qemu, InternalError, "Missing agent reply object")),
        }
    }

    /// Gives an order that is answered by what the guest does; the agent itself need not say anything.
    fn order(&self, command: &str, arguments: Value, notice: Notice) -> Result<()> {
        match self.exchange(command, &object(command, arguments), SHUTDOWN_WAIT, Some(notice))? {
            Some(reply) => answer(reply, command)?.map(drop).map_err(|refusal| refused(command, &refusal)),
            None => Ok(()),
        }
    }

    /// One call: `None` when what was awaited happened instead of an answer.
    fn exchange(
        &self,
        name: &str,
        command: &Value,
        timeout: i32,
        awaited: Option<Notice>,
    ) -> Result<Option<Reply>> {
        let started = Instant::now();
        let sync_wait = match self.state().timeout {
            Some(seconds) if seconds >= 0 => Duration::from_secs(seconds as u64),
            _ => SYNC_WAIT,
        };
        let mut call = self.begin(limit(started, timeout), awaited)?;
        let opening = call.opening;
        let outcome = (|| {
            let line = call.line()?;
            self.sync(line, opening, sync_wait)?;
            let text = format!("{command}\n");
            log::debug!("agent of {}: {name}", self.name);
            let limit = limit(Instant::now(), timeout);
            match line.send(text.as_bytes(), limit, || self.stop(opening)) {
                Ok(()) => self.reply(line, opening, limit),
                Err(stop) => Err(stop),
            }
            .map_err(|stop| self.describe(stop, name, started, awaited))
        })();
        match outcome {
            Ok(reply) => Ok(Some(reply)),
            // The guest went down, or did what it was told, before the agent could answer.
            Err(Failure::Noticed) => Ok(None),
            Err(Failure::Error(error)) => {
                // What comes after a failure is not known: the next call begins anew.
                call.spoil();
                Err(error)
            }
        }
    }

    /// Waits for the calls before this one.
    fn begin(&self, limit: Option<Instant>, awaited: Option<Notice>) -> Result<Call<'_>> {
        let mut state = self.state();
        self.check(&state)?;
        while state.busy {
            let left = match limit {
                // Whoever must not wait still gets the turn of somebody who is about to end.
                Some(limit) => limit.saturating_duration_since(Instant::now()),
                None => Duration::from_secs(3600),
            };
            if left.is_zero() {
                bail!(Qemu, AgentUnresponsive, "another command of the guest agent is under way");
            }
            state = self.free.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
            self.check(&state)?;
        }
        state.busy = true;
        state.awaited = awaited;
        state.noticed = false;
        let (line, opening) = (state.line.take(), state.openings);
        Ok(Call { agent: self, line, opening })
    }

    fn check(&self, state: &State) -> Result<()> {
        if state.ended {
            bail!(Qemu, OperationInvalid, "domain is not running");
        }
        if !state.present {
            bail!(Qemu, AgentUnresponsive, "QEMU guest agent is not connected");
        }
        Ok(())
    }

    /// Why a call must stop waiting.
    fn stop(&self, opening: u64) -> Option<Stop> {
        self.waker.clear();
        let state = self.state();
        if state.noticed {
            return Some(Stop::Noticed);
        }
        (state.ended || !state.present || state.openings != opening).then_some(Stop::Gone)
    }

    /// Finds out that the agent listens, and drops whatever it said before.
    fn sync(&self, line: &mut Line, opening: u64, wait: Duration) -> std::result::Result<(), Failure> {
        let id = self.serial.fetch_add(1, Ordering::Relaxed) & i64::MAX as u64;
        let mut text = vec![0xff];
        text.extend(json!({"execute": "guest-sync-delimited", "arguments": {"id": id}}).to_string().bytes());
        text.push(b'\n');
        let limit = Some(Instant::now() + wait);
        let unresponsive = |stop| match stop {
            Stop::Timeout => {
                Failure::Error(error!(Qemu, AgentUnresponsive, "Guest agent not available for now"))
            }
            stop => self.describe(stop, "guest-sync-delimited", Instant::now(), None),
        };
        line.send(&text, limit, || self.stop(opening)).map_err(unresponsive)?;
        loop {
            let said = line.next(&self.waker, limit, || self.stop(opening)).map_err(unresponsive)?;
            // Before the mark may stand the rest of what it once began to say.
            let Some(mark) = said.iter().rposition(|byte| *byte == 0xff) else { continue };
            if let Ok(message::Message::Reply(reply)) = message::parse(&said[mark + 1..]) {
                if reply.get("return").and_then(Value::as_u64) == Some(id) {
                    return Ok(());
                }
            }
        }
    }

    /// The next reply.
    fn reply(
        &self,
        line: &mut Line,
        opening: u64,
        limit: Option<Instant>,
    ) -> std::result::Result<Reply, Stop> {
        loop {
            let said = line.next(&self.waker, limit, || self.stop(opening))?;
            if said.is_empty() {
                continue;
            }
            match message::parse(said) {
                Ok(message::Message::Reply(reply)) => return Ok(reply),
                Ok(_) => {}
                Err(error) => return Err(Stop::Failed(error)),
            }
        }
    }

    fn describe(&self, stop: Stop, command: &str, started: Instant, awaited: Option<Notice>) -> Failure {
        Failure::Error(match stop {
            Stop::Noticed => return Failure::Noticed,
            Stop::Gone if awaited.is_some() => return Failure::Noticed,
            Stop::Gone => error!(Qemu, AgentUnresponsive, "Guest agent disappeared while executing command"),
            Stop::End => error!(Qemu, AgentUnresponsive, "End of file from agent socket"),
            Stop::Timeout => error!(
                Qemu,
                AgentCommandTimeout,
                "no answer to '{command}' from the guest agent of domain '{}' within {} seconds",
                self.name,
                started.elapsed().as_secs()
            ),
            Stop::TooLong(limit) => {
                error!(Qemu, InternalError, "No complete agent response found in {limit} bytes")
            }
            Stop::System(what, errno) => Error::system(Origin::Qemu, what, &errno.into()),
            Stop::Failed(error) => error,
        })
    }
}

impl fmt::Debug for Agent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Agent({})", self.name)
    }
}

/// Why a call got no answer.
enum Failure {
    /// What the order was to bring about has happened.
    Noticed,
    Error(Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        Failure::Error(error)
    }
}

/// A call that has its turn.
struct Call<'a> {
    agent: &'a Agent,
    line: Option<Line>,
    opening: u64,
}

impl Call<'_> {
    /// The connection, which is made when there is none.
    fn line(&mut self) -> Result<&mut Line> {
        let line = match self.line.take() {
            Some(line) => line,
            None => Line::connect(&self.agent.path)
                .map_err(|cause| Error::system(Origin::Qemu, "failed to connect to agent socket", &cause))?,
        };
        Ok(self.line.insert(line))
    }

    fn spoil(&mut self) {
        self.line = None;
    }
}

impl Drop for Call<'_> {
    fn drop(&mut self) {
        let line = self.line.take();
        let mut state = self.agent.state();
        state.busy = false;
        state.awaited = None;
        let keep = state.present && !state.ended && state.openings == self.opening;
        let gone = if keep {
            state.line = line;
            None
        } else {
            line
        };
        drop(state);
        drop(gone);
        self.agent.free.notify_one();
    }
}

/// Errors: `VIR_ERR_INVALID_ARG` for a number below the special values.
pub fn check_timeout(timeout: i32) -> Result<()> {
    const LEAST: i32 = VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK;
    if timeout < LEAST {
        bail!(Qemu, InvalidArg, "guest agent timeout '{timeout}' is less than the minimum '{LEAST}'");
    }
    Ok(())
}

/// When `timeout` seconds are over; `None` for the special value that waits as long as the guest is there.
fn limit(from: Instant, timeout: i32) -> Option<Instant> {
    match timeout {
        VIR_DOMAIN_QEMU_AGENT_COMMAND_BLOCK => None,
        VIR_DOMAIN_QEMU_AGENT_COMMAND_DEFAULT => Some(from + SYNC_WAIT),
        seconds => Some(from + Duration::from_secs(seconds.max(0) as u64)),
    }
}

fn object(command: &str, arguments: Value) -> Value {
    if arguments.is_null() {
        json!({"execute": command})
    } else {
        json!({"execute": command, "arguments": arguments})
    }
}

fn answer(reply: Reply, command: &str) -> Result<Answer> {
    message::answer(reply, command)
        .map_err(|_| error!(Qemu, InternalError, "unable to execute QEMU agent command '{command}'"))
}

fn refused(command: &str, refusal: &Refusal) -> Error {
    error!(Qemu, AgentCommandFailed, "unable to execute QEMU agent command '{command}': {}", refusal.text)
}

/// Where the numbers of the first call begin, so that an answer to an earlier process's is not taken for its own.
fn seed() -> u64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    now.map_or(0, |now| now.as_millis() as u64)
}
