//! What is to happen later: one thread of a host, which is there only while something is due.

use std::{
    collections::BTreeMap,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};
use virt_error::{Error, Origin, Result};

type Act = Box<dyn FnOnce() + Send>;

/// What is due, in the order of its time.
#[derive(Default)]
pub struct Clock(Arc<Shared>);

#[derive(Default)]
struct Shared {
    queue: Mutex<Queue>,
    changed: Condvar,
}

#[derive(Default)]
struct Queue {
    due: BTreeMap<(Instant, u64), Act>,
    next: u64,
    /// The process whose thread waits for what is due; a forked child has no such thread. 0 for none.
    waited_for_in: u32,
}

impl Clock {
    /// Does `act` after some time. It must not keep the host alive.
    ///
    /// Errors: `VIR_ERR_SYSTEM_ERROR` when the system gives no thread.
    pub fn after(&self, delay: Duration, act: impl FnOnce() + Send + 'static) -> Result<()> {
        let mut queue = self.0.queue();
        // A time that is too far to be told never comes.
        let Some(when) = Instant::now().checked_add(delay) else { return Ok(()) };
        let number = queue.next;
        queue.next += 1;
        queue.due.insert((when, number), Box::new(act));
        let process = std::process::id();
        if queue.waited_for_in == process {
            self.0.changed.notify_one();
            return Ok(());
        }
        let shared = self.0.clone();
        let thread = thread::Builder::new().name("test-clock".into()).spawn(move || shared.run());
        match thread {
            Ok(_) => queue.waited_for_in = process,
            Err(cause) => {
                queue.due.remove(&(when, number));
                return Err(Error::system(Origin::Test, "cannot create a thread", &cause));
            }
        }
        Ok(())
    }
}

impl Drop for Clock {
    fn drop(&mut self) {
        let due = std::mem::take(&mut self.0.queue().due);
        self.0.changed.notify_one();
        drop(due);
    }
}

impl Shared {
    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn run(&self) {
        let mut queue = self.queue();
        while let Some((&(when, number), _)) = queue.due.first_key_value() {
            let left = when.saturating_duration_since(Instant::now());
            if !left.is_zero() {
                queue = self.changed.wait_timeout(queue, left).unwrap_or_else(PoisonError::into_inner).0;
                continue;
            }
            let act = queue.due.remove(&(when, number));
            drop(queue);
            if let Some(act) = act {
                act();
            }
            queue = self.queue();
        }
        queue.waited_for_in = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;

    #[test]
    fn what_is_due_first_happens_first() {
        let clock = Clock::default();
        let (tell, told) = mpsc::channel();
        for (delay, name) in [(30, "late"), (5, "early")] {
            let tell = tell.clone();
            clock.after(Duration::from_millis(delay), move || tell.send(name).unwrap()).unwrap();
        }
        clock.after(Duration::MAX, || panic!("never")).unwrap();
        assert_eq!(told.recv_timeout(Duration::from_secs(5)), Ok("early"));
        assert_eq!(told.recv_timeout(Duration::from_secs(5)), Ok("late"));
        drop(clock);
    }
}
