//! How a driver's events leave it: in the order of the changes they tell of, and with no lock held.

use crate::event::{Event, Hub};
use std::{
    collections::VecDeque,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// Events on their way out. A driver posts them while it holds the job of the object they happened to, which
/// puts them in order, and sends them when it holds nothing.
#[derive(Default)]
pub struct Outbox {
    hub: Hub,
    queue: Mutex<Queue>,
}

#[derive(Default)]
struct Queue {
    waiting: VecDeque<Event>,
    /// Somebody delivers; whoever comes meanwhile leaves it to them.
    busy: bool,
}

impl Outbox {
    /// Where subscribers watch.
    pub fn hub(&self) -> &Hub {
        &self.hub
    }

    /// Adds events to the queue.
    pub fn post(&self, events: impl IntoIterator<Item = Event>) {
        self.queue().waiting.extend(events);
    }

    /// Hands everything in the queue to the subscribers.
    pub fn send(&self) {
        let mut queue = self.queue();
        if queue.busy || queue.waiting.is_empty() {
            return;
        }
        queue.busy = true;
        // A subscriber that panics must not leave the queue closed.
        let open = Reopen(self);
        while let Some(event) = queue.waiting.pop_front() {
            drop(queue);
            self.hub.publish(event);
            queue = self.queue();
        }
        queue.busy = false;
        drop(queue);
        // It is open. A thread that was panicking before it came here must not do it again.
        std::mem::forget(open);
    }

    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

struct Reopen<'a>(&'a Outbox);

impl Drop for Reopen<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.queue().busy = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        event::{Class, Filter, Subscriber},
        records::Domain,
    };
    use std::sync::Arc;

    /// Makes another event for each of the first three that it hears.
    struct Echo(Arc<Outbox>, Mutex<Vec<i64>>);

    impl Subscriber for Echo {
        fn deliver(&self, _watch: i32, event: &Arc<Event>) {
            let Event::DomainRtcChange { offset, .. } = **event else { return };
            self.1.lock().unwrap().push(offset);
            if offset < 3 {
                self.0.post([rtc(offset + 10)]);
                self.0.send();
            }
        }
    }

    fn rtc(offset: i64) -> Event {
        Event::DomainRtcChange { dom: Domain::default(), offset }
    }

    #[test]
    fn a_thread_that_panics_anyway_sends_as_any_other() {
        struct SendsAtTheEnd(Outbox);
        impl Drop for SendsAtTheEnd {
            fn drop(&mut self) {
                self.0.post([rtc(1)]);
                self.0.send();
            }
        }
        let thread = std::thread::spawn(|| {
            let _last = SendsAtTheEnd(Outbox::default());
            panic!("a test's own");
        });
        assert!(thread.join().is_err());
    }

    #[test]
    fn events_made_while_delivering_come_after_those_before() {
        let outbox = Arc::new(Outbox::default());
        let echo = Arc::new(Echo(outbox.clone(), Mutex::default()));
        outbox.hub().watch(Filter { class: Class::Domain, id: 2, subject: None }, echo.clone());
        outbox.post([rtc(1), rtc(2), rtc(3)]);
        outbox.send();
        assert_eq!(*echo.1.lock().unwrap(), [1, 2, 3, 11, 12]);
    }
}
