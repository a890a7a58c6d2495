//! The commands that are under way on a monitor: how they are sent, and who waits for which answer.
//!
//! Whoever has something to say sends it; what several say at once goes out in one after the other, and nobody waits
//! for another's answer. A command whose caller gave up is forgotten; its answer, when it comes after all, is logged.

use nix::{
    errno::Errno,
    poll::{PollFd, PollFlags, PollTimeout, poll},
    sys::socket::{ControlMessage, MsgFlags, Shutdown, sendmsg, shutdown},
};
use serde_json::{Map, Value};
use std::{
    collections::VecDeque,
    io::IoSlice,
    os::{
        fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd},
        unix::net::UnixStream,
    },
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};
use virt_error::{Error, Origin, Result, bail, error};
use virt_sys::{
    fork,
    reactor::{Interest, Watch},
};

/// How much waits at most to be sent to an emulator that does not read.
const MOST_WAITING: usize = 4 << 20;

pub type Reply = Map<String, Value>;

/// A command on its way.
pub struct Request {
    /// The object up to its `id`.
    text: Vec<u8>,
    command: String,
    fd: Option<OwnedFd>,
}

impl Request {
    pub fn new(command: &str, arguments: &Value) -> Request {
        let mut text = format!("{{\"execute\":\"{command}\"").into_bytes();
        if !arguments.is_null() {
            text.extend_from_slice(b",\"arguments\":");
            write(&mut text, arguments);
        }
        Request { text, command: command.to_owned(), fd: None }
    }

    /// A command as somebody else wrote it.
    pub fn raw(command: Map<String, Value>) -> Result<Request> {
        if command.contains_key("id") {
            bail!(Qemu, InternalError, "Unable to append command 'id' string");
        }
        if command.is_empty() {
            bail!(Qemu, InvalidArg, "a QMP command must have the member 'execute'");
        }
        let name = command.get("execute").and_then(Value::as_str).unwrap_or_default().to_owned();
        let mut text = Vec::new();
        write(&mut text, &Value::Object(command));
        text.pop();
        Ok(Request { text, command: name, fd: None })
    }

    /// With a descriptor beside it.
    pub fn with_fd(mut self, fd: BorrowedFd<'_>) -> Result<Request> {
        let fd = fd
            .try_clone_to_owned()
            .map_err(|cause| Error::system(Origin::Qemu, "cannot duplicate a file descriptor", &cause))?;
        self.fd = Some(fd);
        Ok(self)
    }
}

fn write(text: &mut Vec<u8>, value: &Value) {
    // Writing a value whose keys are strings into memory has no way to fail.
    let _ = serde_json::to_writer(text, value);
}

/// A monitor's socket, and the commands that are under way on it.
pub struct Channel {
    name: String,
    socket: Arc<OwnedFd>,
    state: Mutex<State>,
    watch: Mutex<Watching>,
    /// The socket is this process's own; a child of `fork` only has it as well.
    generation: u64,
    greeted: AtomicBool,
}

/// What watches the socket, once it does and until it has ended.
#[derive(Default)]
struct Watching {
    watch: Option<Watch>,
    ended: bool,
}

#[derive(Default)]
struct State {
    /// Commands so far: each has its number in its `id`.
    count: u64,
    pending: VecDeque<Pending>,
    outgoing: VecDeque<Outgoing>,
    /// The bytes in `outgoing`.
    waiting: usize,
    sending: bool,
    opened: bool,
    closed: Option<Error>,
}

/// A command without an answer.
struct Pending {
    id: u64,
    waiter: Arc<Waiter>,
    place: usize,
}

/// Bytes on their way. A descriptor goes with the first of them.
struct Outgoing {
    bytes: Vec<u8>,
    sent: usize,
    fd: Option<OwnedFd>,
}

/// Whoever waits for the answers to some commands.
struct Waiter {
    answers: Mutex<Answers>,
    ready: Condvar,
}

struct Answers {
    missing: usize,
    replies: Vec<Option<Result<Reply>>>,
}

impl Waiter {
    fn new(count: usize) -> Waiter {
        let answers = Answers { missing: count, replies: (0..count).map(|_| None).collect() };
        Waiter { answers: Mutex::new(answers), ready: Condvar::new() }
    }

    /// Puts an answer in its place; the last one wakes.
    fn put(&self, place: usize, reply: Result<Reply>) {
        let mut answers = lock(&self.answers);
        if let Some(empty @ None) = answers.replies.get_mut(place) {
            *empty = Some(reply);
            answers.missing -= 1;
        }
        let all = answers.missing == 0;
        drop(answers);
        if all {
            self.ready.notify_one();
        }
    }

    /// Waits until every answer is there; whether it is.
    fn wait(&self, deadline: Instant) -> bool {
        let mut answers = lock(&self.answers);
        while answers.missing > 0 {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return false;
            }
            answers = self.ready.wait_timeout(answers, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        true
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Channel {
    pub fn new(socket: UnixStream, name: &str) -> Channel {
        let socket = Arc::new(OwnedFd::from(socket));
        Channel {
            name: name.to_owned(),
            socket,
            state: Mutex::default(),
            watch: Mutex::default(),
            generation: fork::generation(),
            greeted: AtomicBool::new(false),
        }
    }

    /// The emulator has said that it is there.
    pub fn greeted(&self) {
        self.greeted.store(true, Ordering::Release);
    }

    pub fn has_greeted(&self) -> bool {
        self.greeted.load(Ordering::Acquire)
    }

    /// The guest's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn socket(&self) -> &Arc<OwnedFd> {
        &self.socket
    }

    /// Keeps what watches the socket, unless the watching has ended already.
    pub fn watched_by(&self, watch: Watch) {
        let mut watching = lock(&self.watch);
        if !watching.ended {
            watching.watch = Some(watch);
        }
    }

    /// Stops reading, or goes on. The end of the emulator is noticed in any case.
    pub fn set_reading(&self, reading: bool) {
        let interest = if reading { Interest::READ } else { Interest::NONE };
        if let Some(watch) = &lock(&self.watch).watch {
            if let Err(error) = watch.set_interest(interest) {
                log::error!("monitor of {}: {error}", self.name);
            }
        }
    }

    /// Ends the watching of the socket.
    pub fn unwatch(&self) {
        let mut watching = lock(&self.watch);
        watching.ended = true;
        let watch = watching.watch.take();
        // The watch owns what reads, which goes without the lock.
        drop(watching);
        drop(watch);
    }

    /// Sends the commands, and waits until all are answered; one reply each.
    pub fn exchange(&self, requests: Vec<Request>, deadline: Instant) -> Vec<Result<Reply>> {
        let names: Vec<String> = requests.iter().map(|request| request.command.clone()).collect();
        let started = Instant::now();
        let waiter = Arc::new(Waiter::new(requests.len()));
        match self.enqueue(requests, &waiter) {
            Ok(true) => self.send(deadline),
            Ok(false) => {}
            Err(error) => return names.iter().map(|_| Err(error.clone())).collect(),
        }
        if !waiter.wait(deadline) {
            lock(&self.state).pending.retain(|pending| !Arc::ptr_eq(&pending.waiter, &waiter));
        }
        let waited = deadline.saturating_duration_since(started);
        let replies = std::mem::take(&mut lock(&waiter.answers).replies);
        let replies = replies.into_iter().zip(&names);
        replies.map(|(reply, name)| reply.unwrap_or_else(|| Err(self.timeout(name, waited)))).collect()
    }

    fn timeout(&self, command: &str, waited: Duration) -> Error {
        let guest = &self.name;
        let seconds = waited.as_secs_f32();
        if !self.has_greeted() {
            return error!(
                Qemu,
                OperationTimeout,
                "QEMU of domain '{guest}' did not send the greeting of its monitor within {seconds:.0} seconds"
            );
        }
        error!(
            Qemu,
            OperationTimeout,
            "QEMU of domain '{guest}' did not answer the command '{command}' within {seconds:.0} seconds"
        )
    }

    /// Gives the commands their numbers; whether the caller is to send.
    fn enqueue(&self, requests: Vec<Request>, waiter: &Arc<Waiter>) -> Result<bool> {
        let mut guard = lock(&self.state);
        let state = &mut *guard;
        if let Some(error) = &state.closed {
            return Err(error.clone());
        }
        if state.waiting > MOST_WAITING {
            bail!(Qemu, OperationTimeout, "QEMU of domain '{}' does not read its monitor", self.name);
        }
        for (place, request) in requests.into_iter().enumerate() {
            state.count += 1;
            let id = state.count;
            log::debug!("monitor of {}: {} as libvirt-{id}", self.name, request.command);
            let mut bytes = request.text;
            bytes.extend_from_slice(format!(",\"id\":\"libvirt-{id}\"}}\r\n").as_bytes());
            state.waiting += bytes.len();
            match state.outgoing.back_mut() {
                // One write for all, but a descriptor belongs to the command that it came with.
                Some(last) if request.fd.is_none() && last.fd.is_none() => {
                    last.bytes.extend_from_slice(&bytes)
                }
                _ => state.outgoing.push_back(Outgoing { bytes, sent: 0, fd: request.fd }),
            }
            state.pending.push_back(Pending { id, waiter: waiter.clone(), place });
        }
        let first = !state.sending;
        state.sending = true;
        Ok(first)
    }

    /// Sends whatever waits to be sent, until `deadline`. What is left then is for whoever sends next.
    fn send(&self, deadline: Instant) {
        let mut state = lock(&self.state);
        // What ends the monitor empties the queue.
        while let Some(mut outgoing) = state.outgoing.pop_front() {
            state.waiting -= outgoing.bytes.len() - outgoing.sent;
            drop(state);
            let outcome = self.send_one(&mut outgoing, deadline);
            state = lock(&self.state);
            match outcome {
                Ok(false) if state.closed.is_none() => {
                    state.waiting += outgoing.bytes.len() - outgoing.sent;
                    state.outgoing.push_front(outgoing);
                    break;
                }
                Err(errno) => {
                    let cause = errno.into();
                    let error = Error::system(Origin::Qemu, "Unable to write to monitor", &cause);
                    state.sending = false;
                    drop(state);
                    self.fail(error);
                    return;
                }
                Ok(_) => {}
            }
        }
        state.sending = false;
    }

    /// Sends bytes; `false` when `deadline` came first.
    fn send_one(&self, outgoing: &mut Outgoing, deadline: Instant) -> std::result::Result<bool, Errno> {
        while outgoing.sent < outgoing.bytes.len() {
            let bytes = [IoSlice::new(&outgoing.bytes[outgoing.sent..])];
            let fds: Vec<i32> = outgoing.fd.iter().map(AsRawFd::as_raw_fd).collect();
            let rights = [ControlMessage::ScmRights(&fds)];
            let control = if fds.is_empty() { &[][..] } else { &rights[..] };
            let flags = MsgFlags::MSG_DONTWAIT | MsgFlags::MSG_NOSIGNAL;
            match sendmsg::<()>(self.socket.as_raw_fd(), &bytes, control, flags, None) {
                Ok(count) => {
                    outgoing.sent += count;
                    outgoing.fd = None;
                }
                Err(Errno::EINTR) => {}
                Err(Errno::EAGAIN) => {
                    let left = deadline.saturating_duration_since(Instant::now());
                    if left.is_zero() {
                        return Ok(false);
                    }
                    // A second at most, to notice that the monitor was closed.
                    let wait = left.min(Duration::from_secs(1)).as_millis() as u16;
                    let mut fds = [PollFd::new(self.socket.as_fd(), PollFlags::POLLOUT)];
                    let _ = poll(&mut fds, PollTimeout::from(wait.max(1)));
                }
                Err(errno) => return Err(errno),
            }
        }
        Ok(true)
    }

    /// Takes a reply from the emulator.
    pub fn reply(&self, reply: Reply) {
        let Some(id) = id(&reply) else {
            // Only what was no command at all is answered without an id.
            log::warn!("monitor of {}: a reply without an id of ours: {:?}", self.name, reply.get("error"));
            return;
        };
        let mut state = lock(&self.state);
        let place = state.pending.iter().position(|pending| pending.id == id);
        let pending = place.and_then(|place| state.pending.remove(place));
        drop(state);
        match pending {
            Some(pending) => pending.waiter.put(pending.place, Ok(reply)),
            None => log::warn!("monitor of {}: a reply that nobody waits for: libvirt-{id}", self.name),
        }
    }

    /// Says that the monitor is open: its end is told to the listener from now on.
    ///
    /// Errors: why it ended before that.
    pub fn opened(&self) -> Result<()> {
        let mut state = lock(&self.state);
        if let Some(error) = &state.closed {
            return Err(error.clone());
        }
        state.opened = true;
        Ok(())
    }

    /// Ends the monitor from this side.
    pub fn close(&self) {
        self.fail(error!(Qemu, OperationFailed, "QEMU monitor was closed"));
    }

    /// Ends the monitor for `why`, unless it has ended: whoever waits is told.
    pub fn fail(&self, why: Error) {
        let mut state = lock(&self.state);
        if state.closed.is_some() {
            return;
        }
        state.closed = Some(why.clone());
        let pending = std::mem::take(&mut state.pending);
        state.outgoing.clear();
        state.waiting = 0;
        drop(state);
        // The reader finds the end of the file. In a child of `fork` it would be the parent's.
        if self.generation == fork::generation() {
            let _ = shutdown(self.socket.as_raw_fd(), Shutdown::Both);
        }
        for command in pending {
            command.waiter.put(command.place, Err(why.clone()));
        }
    }

    /// Why the monitor ended, for the listener; `None` when it never heard of it.
    pub fn end(&self) -> Option<Error> {
        let state = lock(&self.state);
        if state.opened { state.closed.clone() } else { None }
    }
}

/// The number of the command that a reply answers.
fn id(reply: &Reply) -> Option<u64> {
    reply.get("id")?.as_str()?.strip_prefix("libvirt-")?.parse().ok()
}
