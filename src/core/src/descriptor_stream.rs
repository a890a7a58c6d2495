//! Streams over a descriptor: a terminal or socket that somebody is at the other end of, or a file that is read out.

use crate::{
    constants::*,
    event_loop,
    stream::{Readiness, ReadyCallback, Received, Sent, StreamBox, StreamEnd},
};
use std::{
    fs::File,
    io::{self, ErrorKind, Read, Write},
    os::fd::{AsRawFd, OwnedFd},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError, Weak,
        atomic::{AtomicBool, Ordering},
    },
};
use virt_error::{Error, Origin, Result, bail};
use virt_sys::poll::{Entry, POLLIN, POLLOUT, Waker, poll};

/// Called once when a stream has ended, however it did.
pub type Ended = Box<dyn FnOnce() + Send>;

/// A stream that reads and writes `descriptor`, which must not block (`O_NONBLOCK`); and a way to end it from outside.
pub fn duplex(descriptor: OwnedFd, ended: Option<Ended>) -> Result<(StreamBox, Handle)> {
    let stream = DescriptorStream::new(descriptor, Kind::Duplex, ended)?;
    let handle = Handle(Arc::downgrade(&stream.0));
    Ok((Box::new(stream), handle))
}

/// A stream that gives what is in a file, from its present place to its end.
pub fn source(file: File) -> Result<StreamBox> {
    Ok(Box::new(DescriptorStream::new(file.into(), Kind::Source, None)?))
}

/// Ends a stream that somebody else has.
pub struct Handle(Weak<Shared>);

impl Handle {
    /// Whether the stream is still in use.
    pub fn is_open(&self) -> bool {
        self.0.upgrade().is_some_and(|shared| shared.is_open())
    }

    pub fn end(&self) {
        if let Some(shared) = self.0.upgrade() {
            shared.end();
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Duplex,
    Source,
}

struct DescriptorStream(Arc<Shared>);

/// What the stream, its handle and the event loop share.
pub struct Shared {
    /// `None` when the stream has ended. Taken out by nobody: whoever reads has a reference of his own.
    file: Mutex<Option<Arc<File>>>,
    kind: Kind,
    blocks: AtomicBool,
    waker: Waker,
    ended: Mutex<Option<Ended>>,
    watch: Mutex<Option<Watch>>,
}

/// Who wants to know when the stream is ready.
struct Watch {
    /// The loop's number of the watch; of a timer for a file, which is always ready.
    number: i32,
    /// Taken out while it runs, so that it may change the watch.
    ready: Option<ReadyCallback>,
    events: Readiness,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Shared {
    fn is_open(&self) -> bool {
        lock(&self.file).is_some()
    }

    fn file(&self) -> Result<Arc<File>> {
        match &*lock(&self.file) {
            Some(file) => Ok(file.clone()),
            None => bail!(Streams, OperationInvalid, "stream is not open"),
        }
    }

    /// Waits until the descriptor is ready for `events`, or the stream ends.
    fn wait(&self, file: &File, events: i16) -> Result<()> {
        let mut entries = [Entry::new(file.as_raw_fd(), events), self.waker.entry()];
        poll(&mut entries, None)
            .map(drop)
            .map_err(|cause| Error::system(Origin::Streams, "cannot wait for a stream", &cause))
    }

    /// Ends the stream for everybody.
    fn end(&self) {
        let file = lock(&self.file).take();
        // Before the descriptor is closed: the loop must not wait for another's of the same number.
        drop(self.end_watch());
        drop(file);
        self.waker.wake();
        let ended = lock(&self.ended).take();
        if let Some(ended) = ended {
            ended();
        }
    }

    fn end_watch(&self) -> Option<Watch> {
        let watch = lock(&self.watch).take()?;
        if let Some(event_loop) = event_loop::current() {
            match self.kind {
                Kind::Duplex => event_loop.remove_handle(watch.number),
                Kind::Source => event_loop.remove_timeout(watch.number),
            };
        }
        Some(watch)
    }

    /// A round of the event loop: tells the watcher that the stream is ready.
    fn tell(&self, number: i32, found: Readiness) {
        let mut place = lock(&self.watch);
        let Some(watch) = place.as_mut().filter(|watch| watch.number == number) else { return };
        let now = found & (watch.events | VIR_STREAM_EVENT_ERROR | VIR_STREAM_EVENT_HANGUP);
        if now == 0 {
            return;
        }
        let Some(mut ready) = watch.ready.take() else { return };
        drop(place);
        ready(now);
        let mut place = lock(&self.watch);
        match place.as_mut().filter(|watch| watch.number == number && watch.ready.is_none()) {
            Some(watch) => watch.ready = Some(ready),
            None => {
                // It ended its own watch; what it owns goes without a lock.
                drop(place);
                drop(ready);
            }
        }
    }
}

impl DescriptorStream {
    fn new(descriptor: OwnedFd, kind: Kind, ended: Option<Ended>) -> Result<DescriptorStream> {
        let waker = Waker::new()
            .map_err(|cause| Error::system(Origin::Streams, "cannot create an eventfd", &cause))?;
        Ok(DescriptorStream(Arc::new(Shared {
            file: Mutex::new(Some(Arc::new(descriptor.into()))),
            kind,
            blocks: AtomicBool::new(true),
            waker,
            ended: Mutex::new(ended),
            watch: Mutex::default(),
        })))
    }

    /// Does `attempt` until it did something, or says that it would have to wait.
    fn attempt(
        &self,
        events: i16,
        mut attempt: impl FnMut(&File) -> io::Result<usize>,
    ) -> Result<Option<io::Result<usize>>> {
        loop {
            let file = self.0.file()?;
            match attempt(&file) {
                Err(cause) if cause.kind() == ErrorKind::Interrupted => {}
                Err(cause) if cause.kind() == ErrorKind::WouldBlock => {
                    if !self.0.blocks.load(Ordering::Relaxed) {
                        return Ok(None);
                    }
                    self.0.wait(&file, events)?;
                }
                outcome => return Ok(Some(outcome)),
            }
        }
    }
}

impl Drop for DescriptorStream {
    fn drop(&mut self) {
        self.0.end();
    }
}

impl StreamEnd for DescriptorStream {
    fn do_not_block(&self) {
        self.0.blocks.store(false, Ordering::Relaxed);
    }

    fn send(&self, data: &[u8]) -> Result<Sent> {
        if self.0.kind == Kind::Source {
            bail!(Streams, OperationInvalid, "stream is not open for writing");
        }
        match self.attempt(POLLOUT, |mut file| file.write(data))? {
            None => Ok(Sent::WouldBlock),
            Some(Ok(count)) => Ok(Sent::Data(count)),
            Some(Err(cause)) => Err(Error::system(Origin::Streams, "cannot write to stream", &cause)),
        }
    }

    fn receive(&self, buffer: &mut [u8], _stop_at_hole: bool) -> Result<Received> {
        match self.attempt(POLLIN, |mut file| file.read(buffer))? {
            None => Ok(Received::WouldBlock),
            Some(Ok(count)) => Ok(Received::Data(count)),
            // A terminal that nobody holds the other end of any more.
            Some(Err(cause)) if cause.raw_os_error() == Some(EIO) => Ok(Received::Data(0)),
            Some(Err(cause)) if cause.kind() == ErrorKind::ConnectionReset => Ok(Received::Data(0)),
            Some(Err(cause)) => Err(Error::system(Origin::Streams, "cannot read from stream", &cause)),
        }
    }

    fn finish(&self) -> Result<()> {
        self.0.end();
        Ok(())
    }

    fn abort(&self) -> Result<()> {
        self.0.end();
        Ok(())
    }

    fn watch(&self, events: Readiness, ready: ReadyCallback) -> Result<()> {
        let Some(event_loop) = event_loop::current() else {
            bail!(Streams, InternalError, "an event loop is needed to watch a stream");
        };
        let file = self.0.file()?;
        drop(self.0.end_watch());
        let weak = Arc::downgrade(&self.0);
        // Held until the watch has its number: the loop may call before that.
        let mut place = lock(&self.0.watch);
        let number = match self.0.kind {
            Kind::Duplex => {
                let tell = move |number, _, found| {
                    if let Some(shared) = weak.upgrade() {
                        shared.tell(number, found);
                    }
                };
                event_loop.add_handle(file.as_raw_fd(), events, Box::new(tell))
            }
            Kind::Source => {
                let tell = move |number| {
                    if let Some(shared) = weak.upgrade() {
                        shared.tell(number, VIR_STREAM_EVENT_READABLE);
                    }
                };
                let every = if events & VIR_STREAM_EVENT_READABLE == 0 { -1 } else { 0 };
                event_loop.add_timeout(every, Box::new(tell))
            }
        };
        if number < 0 {
            bail!(Streams, InternalError, "the event loop does not take a watch");
        }
        *place = Some(Watch { number, ready: Some(ready), events });
        Ok(())
    }

    fn rewatch(&self, events: Readiness) -> Result<()> {
        let mut place = lock(&self.0.watch);
        let Some(watch) = place.as_mut() else {
            bail!(Streams, InternalError, "stream does not have a callback registered");
        };
        watch.events = events;
        let number = watch.number;
        drop(place);
        if let Some(event_loop) = event_loop::current() {
            match self.0.kind {
                Kind::Duplex => event_loop.update_handle(number, events),
                Kind::Source => {
                    let every = if events & VIR_STREAM_EVENT_READABLE == 0 { -1 } else { 0 };
                    event_loop.update_timeout(number, every);
                }
            }
        }
        Ok(())
    }

    fn unwatch(&self) -> Result<()> {
        match self.0.end_watch() {
            Some(_) => Ok(()),
            None => bail!(Streams, InternalError, "stream does not have a callback registered"),
        }
    }
}

/// `EIO` on every architecture of Linux.
const EIO: i32 = 5;

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        io::{Seek, SeekFrom},
        os::unix::net::UnixStream,
        sync::mpsc,
        thread,
        time::Duration,
    };

    fn pair() -> (UnixStream, StreamBox, Handle, mpsc::Receiver<()>) {
        let (far, near) = UnixStream::pair().unwrap();
        near.set_nonblocking(true).unwrap();
        let (tell, told) = mpsc::channel();
        let ended: Ended = Box::new(move || {
            let _ = tell.send(());
        });
        let (stream, handle) = duplex(near.into(), Some(ended)).unwrap();
        (far, stream, handle, told)
    }

    #[test]
    fn bytes_go_both_ways_and_the_end_comes() {
        let (mut far, stream, handle, told) = pair();
        far.write_all(b"login: ").unwrap();
        let mut buffer = [0; 16];
        assert_eq!(stream.receive(&mut buffer, false).unwrap(), Received::Data(7));
        assert_eq!(stream.send(b"root\n").unwrap(), Sent::Data(5));
        assert_eq!(far.read(&mut buffer).unwrap(), 5);
        stream.do_not_block();
        assert_eq!(stream.receive(&mut buffer, false).unwrap(), Received::WouldBlock);
        drop(far);
        assert_eq!(stream.receive(&mut buffer, false).unwrap(), Received::Data(0));
        assert!(handle.is_open() && told.try_recv().is_err());
        stream.finish().unwrap();
        assert!(!handle.is_open());
        told.recv().unwrap();
        assert!(stream.receive(&mut buffer, false).is_err());
    }

    #[test]
    fn whoever_waits_is_let_go_when_the_stream_is_ended_from_outside() {
        let (_far, stream, handle, told) = pair();
        thread::scope(|scope| {
            let reader = scope.spawn(|| stream.receive(&mut [0; 4], false));
            thread::sleep(Duration::from_millis(20));
            handle.end();
            assert!(reader.join().unwrap().is_err());
        });
        told.recv().unwrap();
        drop(stream);
        assert!(told.recv().is_err(), "told twice");
    }

    #[test]
    fn a_full_stream_says_so() {
        let (_far, stream, _handle, _told) = pair();
        stream.do_not_block();
        let data = [0; 65_536];
        let mut sent = 0;
        while let Sent::Data(count) = stream.send(&data).unwrap() {
            sent += count;
            assert!(sent < 64 << 20);
        }
        assert!(sent > 0);
    }

    #[test]
    fn a_file_is_read_to_its_end_and_not_written() {
        let path = std::env::temp_dir().join(format!("virt-stream-{}", std::process::id()));
        let mut file = File::options().read(true).write(true).create_new(true).open(&path).unwrap();
        std::fs::remove_file(&path).unwrap();
        file.write_all(b"P6").unwrap();
        file.seek(SeekFrom::Start(0)).unwrap();
        let stream = source(file).unwrap();
        let mut buffer = [0; 16];
        assert!(stream.send(b"x").is_err());
        assert_eq!(stream.receive(&mut buffer, false).unwrap(), Received::Data(2));
        assert_eq!(stream.receive(&mut buffer, false).unwrap(), Received::Data(0));
    }
}
