use super::*;
use std::{
    io::{Read, Write},
    os::unix::net::UnixStream,
    sync::mpsc::{self, RecvTimeoutError},
};

const LONG: Duration = Duration::from_secs(20);

fn descriptor(stream: &UnixStream) -> Arc<OwnedFd> {
    Arc::new(stream.try_clone().unwrap().into())
}

#[test]
fn a_handler_hears_of_data_and_of_the_end() {
    let reactor = Reactor::new("test");
    let (mut ours, mut theirs) = UnixStream::pair().unwrap();
    let (tell, told) = mpsc::channel();
    let watched = descriptor(&ours);
    let watch = reactor.watch(watched, Interest::READ, move |ready| {
        let mut text = [0; 16];
        let length = ours.read(&mut text).unwrap();
        tell.send((ready, text[..length].to_vec())).unwrap();
    });
    let _watch = watch.unwrap();
    theirs.write_all(b"hello").unwrap();
    let (ready, text) = told.recv_timeout(LONG).unwrap();
    assert_eq!((ready, text.as_slice()), (Ready { read: true, ..Ready::default() }, &b"hello"[..]));
    drop(theirs);
    let (ready, text) = told.recv_timeout(LONG).unwrap();
    assert!(ready.hangup && text.is_empty());
}

#[test]
fn the_thread_ends_with_its_last_watch_and_starts_again() {
    let reactor = Reactor::new("test");
    for _ in 0..3 {
        let (ours, _theirs) = UnixStream::pair().unwrap();
        let watch = reactor.watch(descriptor(&ours), Interest::READ, |_| {}).unwrap();
        assert!(lock(&reactor.state).running.is_some());
        drop(watch);
        let start = Instant::now();
        while lock(&reactor.state).running.is_some() {
            assert!(start.elapsed() < LONG);
            std::thread::yield_now();
        }
    }
}

#[test]
fn a_deadline_comes_once_and_in_order() {
    let reactor = Reactor::new("test");
    let (tell, told) = mpsc::channel();
    let timer = |name: u8, after: u64| {
        let tell = tell.clone();
        let moment = Instant::now() + Duration::from_millis(after);
        reactor.timer(Some(moment), move |ready| tell.send((name, ready.deadline)).unwrap()).unwrap()
    };
    let (_late, _early, never) = (timer(2, 60), timer(1, 20), timer(3, 40));
    never.set_deadline(None);
    assert_eq!(told.recv_timeout(LONG).unwrap(), (1, true));
    assert_eq!(told.recv_timeout(LONG).unwrap(), (2, true));
    assert_eq!(told.recv_timeout(Duration::from_millis(50)), Err(RecvTimeoutError::Timeout));
    never.set_deadline(Some(Instant::now()));
    assert_eq!(told.recv_timeout(LONG).unwrap(), (3, true));
}

#[test]
fn a_handler_may_end_its_own_watch() {
    let reactor = Reactor::new("test");
    let (ours, mut theirs) = UnixStream::pair().unwrap();
    let place: Arc<Mutex<Option<Watch>>> = Arc::default();
    let (tell, told) = mpsc::channel();
    let own = place.clone();
    // Nothing is read, so it would be called for ever.
    let watch = reactor.watch(descriptor(&ours), Interest::READ, move |_| {
        if let Some(watch) = own.lock().unwrap().take() {
            drop(watch);
            tell.send(()).unwrap();
        }
    });
    *place.lock().unwrap() = Some(watch.unwrap());
    theirs.write_all(b"x").unwrap();
    told.recv_timeout(LONG).unwrap();
    assert!(told.recv_timeout(LONG).is_err());
    assert!(lock(&reactor.state).entries.is_empty());
}

#[test]
fn a_panic_in_one_handler_leaves_the_others_alive() {
    let reactor = Reactor::new("test");
    let (tell, told) = mpsc::channel();
    let _bad = reactor.timer(Some(Instant::now()), |_| panic!("a test's own")).unwrap();
    let _good =
        reactor.timer(Some(Instant::now() + Duration::from_millis(10)), move |_| tell.send(()).unwrap());
    told.recv_timeout(LONG).unwrap();
}

#[test]
fn interest_can_change() {
    let reactor = Reactor::new("test");
    let (ours, _theirs) = UnixStream::pair().unwrap();
    let (tell, told) = mpsc::channel();
    let watch = reactor.watch(descriptor(&ours), Interest::NONE, move |ready| {
        let _ = tell.send(ready.write);
    });
    let watch = watch.unwrap();
    assert!(told.recv_timeout(Duration::from_millis(20)).is_err());
    watch.set_interest(Interest::WRITE).unwrap();
    assert!(told.recv_timeout(LONG).unwrap());
}

#[test]
fn a_child_of_fork_has_a_thread_of_its_own_and_leaves_the_parents_alone() {
    let reactor = Reactor::new("test");
    let (ours, _theirs) = UnixStream::pair().unwrap();
    // A handler that owns a watch of the same reactor, as those of monitors do.
    let inner = reactor.timer(None, |_| {}).unwrap();
    let _outer =
        reactor.watch(descriptor(&ours), Interest::READ, move |_| drop(inner.set_interest(Interest::READ)));
    fork::hold_across_fork(|| Box::new(()));
    // SAFETY: the child only uses what is its own, and ends without returning.
    let child = unsafe { libc::fork() };
    if child == 0 {
        // SAFETY: made for this.
        unsafe { libc::alarm(10) };
        let (tell, told) = mpsc::channel();
        let timer = reactor.timer(Some(Instant::now()), move |_| {
            let _ = tell.send(());
        });
        let heard = timer.is_ok() && told.recv_timeout(Duration::from_secs(5)).is_ok();
        // SAFETY: leaves without running anything of the parent's.
        unsafe { libc::_exit(i32::from(!heard)) };
    }
    let mut status = -1;
    // SAFETY: our own child.
    unsafe { libc::waitpid(child, &mut status, 0) };
    assert_eq!(status, 0);
    // The parent's still works.
    let (tell, told) = mpsc::channel();
    let _timer = reactor.timer(Some(Instant::now()), move |_| tell.send(()).unwrap());
    told.recv_timeout(LONG).unwrap();
}
