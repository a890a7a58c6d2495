//! The streams of one client: what comes in goes to the driver, and what the driver has goes out, each stream by a
//! thread of its own that waits for whoever is slower.

use super::session::{Outlet, Session};
use crate::{
    message::{self, Header, Kind, STREAM_PAYLOAD_MAX, Status, WireError},
    stream::{read_hole, write_hole},
    xdr::Writer,
};
use std::{
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};
use virt_core::{
    Error, Result,
    stream::{Received, Sent, StreamBox},
};
use virt_error::error;

/// The most streams that a client may have open.
const STREAMS_MAX: usize = 32;
/// How long to wait before a driver that would block is asked again.
const PAUSE: Duration = Duration::from_millis(10);

#[derive(Default)]
pub(super) struct Streams {
    open: Mutex<Vec<Arc<Stream>>>,
    /// There are streams whose data may go out once the answer to their call has.
    fresh: AtomicBool,
}

/// How long a driver may take nothing of what a client has sent, while that client is not read from.
const STUCK: Duration = Duration::from_secs(30);

/// What a stream carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Carries {
    /// The driver has data for the client.
    pub outward: bool,
    /// Holes are told as such.
    pub holes: bool,
}

struct Stream {
    /// The header of the call that opened it.
    header: Header,
    end: StreamBox,
    carries: Carries,
    started: AtomicBool,
    ended: AtomicBool,
    /// Rung when something has come in, or the stream has ended.
    bell: (Mutex<()>, Condvar),
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Streams {
    /// Takes a stream that a call has opened. Its data goes out after [`Streams::start`].
    pub fn open(&self, header: &Header, end: StreamBox, carries: Carries) -> Result<()> {
        let mut open = lock(&self.open);
        if open.len() >= STREAMS_MAX {
            let _ = end.abort();
            return Err(error!(Rpc, ResourceBusy, "too many streams are open"));
        }
        open.push(Arc::new(Stream {
            header: *header,
            end,
            carries,
            started: AtomicBool::new(false),
            ended: AtomicBool::new(false),
            bell: Default::default(),
        }));
        self.fresh.store(true, Ordering::Release);
        Ok(())
    }

    /// Lets the data of new streams out, now that the answers to their calls are on their way.
    #[inline]
    pub fn start(&self, outlet: &Arc<dyn Outlet>) {
        if self.fresh.load(Ordering::Acquire) {
            self.start_fresh(outlet);
        }
    }

    fn start_fresh(&self, outlet: &Arc<dyn Outlet>) {
        self.fresh.store(false, Ordering::Release);
        for stream in lock(&self.open).iter() {
            if stream.carries.outward && !stream.started.swap(true, Ordering::AcqRel) {
                let (stream, outlet) = (stream.clone(), outlet.clone());
                let failed = stream.clone();
                let started =
                    thread::Builder::new().name("rpc-stream".into()).spawn(move || stream.pump(&*outlet));
                if let Err(cause) = started {
                    log::error!("unable to start a stream: {cause}");
                    let _ = failed.finish_with(Status::Error);
                }
            }
        }
    }

    /// Takes what came in for a stream, and adds the answer, if there is one, to `to`.
    pub fn take(&self, header: &Header, payload: &[u8], to: &mut Writer) -> Result<()> {
        let found = {
            let open = lock(&self.open);
            open.iter().find(|stream| stream.is_of(header)).cloned()
        };
        // What comes after the end of a stream was sent before the client knew.
        let Some(stream) = found else { return Ok(()) };
        let outcome = match header.kind() {
            Some(Kind::StreamHole) => {
                read_hole(payload).map_err(Error::from).and_then(|length| stream.end.send_hole(length))
            }
            _ if header.status == Status::Continue as u32 => stream.send(payload),
            _ => {
                self.close(&stream);
                let status = if header.is_ok() { Status::Ok } else { Status::Error };
                return match stream.finish_with(status) {
                    Ok(()) => message::write(&stream.header.packet(Kind::Stream, Status::Ok), &(), to),
                    Err(error) => stream.write_error(&error, to),
                };
            }
        };
        if let Err(error) = outcome {
            self.close(&stream);
            let _ = stream.finish_with(Status::Error);
            return stream.write_error(&error, to);
        }
        stream.ring();
        Ok(())
    }

    fn close(&self, stream: &Arc<Stream>) {
        lock(&self.open).retain(|other| !Arc::ptr_eq(other, stream));
    }

    /// Ends every stream, because the client is gone.
    pub fn end(&self) {
        let open = std::mem::take(&mut *lock(&self.open));
        for stream in open {
            let _ = stream.finish_with(Status::Error);
        }
    }
}

impl Stream {
    fn is_of(&self, header: &Header) -> bool {
        let own = &self.header;
        (own.program, own.procedure, own.serial) == (header.program, header.procedure, header.serial)
    }

    /// Gives bytes to the driver, all of them.
    fn send(&self, mut data: &[u8]) -> Result<()> {
        let mut progress = Instant::now();
        while !data.is_empty() && !self.has_ended() {
            match self.end.send(data)? {
                Sent::Data(count) => {
                    data = data.get(count..).unwrap_or_default();
                    progress = Instant::now();
                }
                Sent::WouldBlock if progress.elapsed() > STUCK => {
                    return Err(error!(
                        Rpc,
                        OperationTimeout, "nothing was taken from the stream in {STUCK:?}"
                    ));
                }
                Sent::WouldBlock => thread::sleep(PAUSE),
            }
        }
        Ok(())
    }

    /// Sends what the driver has, until there is no more or the client is gone.
    fn pump(&self, outlet: &dyn Outlet) {
        let mut buffer = vec![0; STREAM_PAYLOAD_MAX];
        while !self.has_ended() {
            let mut to = Writer::default();
            let packet = match self.next_packet(&mut buffer) {
                Ok(None) => {
                    let bell = lock(&self.bell.0);
                    let _ = self.bell.1.wait_timeout(bell, PAUSE);
                    continue;
                }
                Ok(Some(packet)) => packet,
                Err(_) if self.has_ended() => return,
                Err(error) => {
                    if self.write_error(&error, &mut to).is_ok() {
                        outlet.send_when_taken(to.bytes());
                    }
                    return;
                }
            };
            let (kind, payload, last) = match &packet {
                Piece::Data(count) => (Kind::Stream, &buffer[..*count], *count == 0),
                Piece::Hole(length) => (Kind::StreamHole, &write_hole(*length)[..], false),
            };
            let header = self.header.packet(kind, Status::Continue);
            let envelope = message::Envelope::begin(&header, &mut to);
            to.bytes_mut().extend_from_slice(payload);
            if envelope.end(&mut to).is_err() || !outlet.send_when_taken(to.bytes()) || last {
                return;
            }
        }
    }

    /// What comes next from the driver; `None` when nothing has come yet.
    fn next_packet(&self, buffer: &mut [u8]) -> Result<Option<Piece>> {
        Ok(match self.end.receive(buffer, self.carries.holes)? {
            Received::Data(count) => Some(Piece::Data(count)),
            Received::Hole => Some(Piece::Hole(self.end.receive_hole()?)),
            Received::WouldBlock => None,
        })
    }

    fn has_ended(&self) -> bool {
        self.ended.load(Ordering::Acquire)
    }

    /// Ends the driver's end, once.
    fn finish_with(&self, status: Status) -> Result<()> {
        if self.ended.swap(true, Ordering::AcqRel) {
            return Ok(());
        }
        let outcome = if status == Status::Ok { self.end.finish() } else { self.end.abort() };
        self.ring();
        outcome
    }

    fn ring(&self) {
        let _bell = lock(&self.bell.0);
        self.bell.1.notify_all();
    }

    fn write_error(&self, error: &Error, to: &mut Writer) -> Result<()> {
        message::write(&self.header.packet(Kind::Stream, Status::Error), &WireError(error), to)
    }
}

/// A piece of data on its way out.
enum Piece {
    /// This many bytes; 0 is the end.
    Data(usize),
    Hole(i64),
}

impl Session {
    /// Takes a stream that the call with this header has opened.
    pub(super) fn open_stream(&self, header: &Header, end: StreamBox, carries: Carries) -> Result<()> {
        self.streams.open(header, end, carries)
    }
}
