//! Reading while no caller does: events, pings, and the end of the connection, by way of the application's loop.
//!
//! The loop watches a poll that holds the socket, not the socket itself. While callers come and go they read the
//! socket anyway, and each reply would wake the loop for nothing; so the poll lets go of the socket when the loop
//! finds nothing to do, and takes it back once the callers have been silent for a moment.

use crate::remote::{Remote, system};
use nix::sys::epoll::{Epoll, EpollCreateFlags, EpollEvent, EpollFlags};
use std::{
    os::fd::AsRawFd,
    sync::{
        Arc, PoisonError, Weak,
        atomic::{AtomicU32, AtomicU64, Ordering},
    },
};
use virt_core::{
    Result,
    constants::{VIR_CONNECT_CLOSE_REASON_KEEPALIVE, VIR_EVENT_HANDLE_READABLE},
    event_loop::{self, EventLoop},
};
use virt_error::error;
use virt_rpc::{
    client::{Client, Pumped},
    message::keepalive,
};

/// How long callers have to be silent before the loop watches the socket again, in milliseconds. An event that
/// comes behind the last of their replies waits that long.
const SILENCE: i32 = 1;
/// How often in a row the loop may be woken for nothing before it stops to watch.
const FRUITLESS_MAX: u32 = 4;

pub struct IdleReader {
    poll: Epoll,
    watch: i32,
    timer: i32,
    /// Messages that had come in when the timer last ran out.
    seen: AtomicU64,
    /// How often in a row the loop was woken for nothing.
    fruitless: AtomicU32,
}

impl IdleReader {
    /// Gives the socket of `remote` to the loop.
    pub fn start(remote: &Arc<Remote>, event_loop: &Arc<dyn EventLoop>) -> Result<()> {
        let poll = Epoll::new(EpollCreateFlags::EPOLL_CLOEXEC).map_err(system("unable to create a poll"))?;
        let event = EpollEvent::new(EpollFlags::EPOLLIN, 0);
        poll.add(remote.client.socket(), event).map_err(system("unable to watch a socket"))?;

        let fd = poll.0.as_raw_fd();
        let with = |act: fn(&IdleReader, &Client)| {
            let remote: Weak<Remote> = Arc::downgrade(remote);
            move || {
                let remote = remote.upgrade();
                if let Some((remote, idle)) =
                    remote.as_ref().and_then(|remote| Some((remote, remote.idle.get()?)))
                {
                    act(idle, &remote.client);
                }
            }
        };
        let ready = with(IdleReader::ready);
        let silent = with(IdleReader::timer_ran_out);
        let timer = event_loop.add_timeout(-1, Box::new(move |_| silent()));
        let watch = match timer {
            0.. => event_loop.add_handle(fd, VIR_EVENT_HANDLE_READABLE, Box::new(move |_, _, _| ready())),
            _ => -1,
        };
        if watch < 0 {
            event_loop.remove_timeout(timer);
            return Err(error!(Remote, InternalError, "the event loop does not take the connection"));
        }
        let _ = remote.idle.set(IdleReader {
            poll,
            watch,
            timer,
            seen: AtomicU64::new(0),
            fruitless: AtomicU32::new(0),
        });
        Ok(())
    }

    /// Takes the socket from the loop.
    pub fn stop(&self, event_loop: &dyn EventLoop) {
        event_loop.remove_handle(self.watch);
        event_loop.remove_timeout(self.timer);
    }

    fn ready(&self, client: &Client) {
        match client.pump() {
            Pumped::Something => self.fruitless.store(0, Ordering::Relaxed),
            Pumped::Nothing | Pumped::Elsewhere => {
                if self.fruitless.fetch_add(1, Ordering::Relaxed) >= FRUITLESS_MAX {
                    self.hold(client, EpollFlags::empty());
                    self.set_timer(SILENCE);
                }
            }
            Pumped::Closed => {}
        }
    }

    fn timer_ran_out(&self, client: &Client) {
        let received = client.received();
        if self.seen.swap(received, Ordering::Relaxed) == received {
            self.set_timer(-1);
            self.fruitless.store(0, Ordering::Relaxed);
            self.hold(client, EpollFlags::EPOLLIN);
        } else {
            client.pump();
        }
    }

    fn hold(&self, client: &Client, flags: EpollFlags) {
        let _ = self.poll.modify(client.socket(), &mut EpollEvent::new(flags, 0));
    }

    fn set_timer(&self, milliseconds: i32) {
        if let Some(event_loop) = event_loop::current() {
            event_loop.update_timeout(self.timer, milliseconds);
        }
    }
}

impl Remote {
    /// Asks the daemon every `interval` seconds whether it is there, and gives the connection up after `count`
    /// questions without any sign of life. An `interval` of 0 or less stops that.
    ///
    /// Errors: `VIR_ERR_INTERNAL_ERROR` without an event loop.
    pub fn ping_every(&self, interval: i32, count: u32) -> Result<bool> {
        let Some(event_loop) = event_loop::current() else {
            return Err(error!(
                Remote,
                InternalError,
                "the caller doesn't support keepalive protocol; perhaps it's missing event loop implementation"
            ));
        };
        if !self.keepalive {
            return Ok(false);
        }
        let mut pinger = self.pinger.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(timer) = pinger.take() {
            event_loop.remove_timeout(timer);
        }
        if interval <= 0 {
            return Ok(true);
        }
        let Some(milliseconds) = interval.checked_mul(1000) else {
            return Err(error!(Rpc, InternalError, "keepalive interval {interval} too large"));
        };

        let client = Arc::downgrade(&self.client);
        let (seen, unanswered) = (AtomicU64::new(self.client.received()), AtomicU32::new(0));
        let ping = move |_| {
            let Some(client) = client.upgrade() else { return };
            let received = client.received();
            if seen.swap(received, Ordering::Relaxed) != received {
                unanswered.store(0, Ordering::Relaxed);
            }
            if unanswered.fetch_add(1, Ordering::Relaxed) < count {
                client.send_keepalive(keepalive::PING);
            } else {
                client.close(VIR_CONNECT_CLOSE_REASON_KEEPALIVE);
            }
        };
        let timer = event_loop.add_timeout(milliseconds, Box::new(ping));
        if timer < 0 {
            return Err(error!(Remote, InternalError, "the event loop does not take a timer"));
        }
        *pinger = Some(timer);
        Ok(true)
    }
}
