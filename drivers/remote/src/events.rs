//! The watches of a connection: which number at the daemon belongs to which subscriber here.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use virt_core::{
    Result,
    api::ops,
    event::{Class, Event, Filter, Key, Subscriber},
    op::Op,
    records::*,
    types::*,
};
use virt_error::bail;
use virt_rpc::xdr::{Pack, Writer};

/// Subscribers who want the same share one watch at the daemon, which refuses a second one for the same client.
#[derive(Default)]
pub struct Watches {
    state: Mutex<State>,
    /// Held while the daemon is asked, so that two subscribers who want the same do not both ask.
    asking: Mutex<()>,
}

#[derive(Default)]
struct State {
    watches: Vec<Watch>,
    next: i32,
    /// The number of a watch is on its way.
    registering: bool,
    /// Events that came before the number of their watch.
    early: Vec<(i32, Arc<Event>)>,
}

/// A watch at the daemon, and who hears of it here.
struct Watch {
    filter: Filter,
    /// The daemon's number for it.
    remote: i32,
    subscribers: Vec<(i32, Arc<dyn Subscriber>)>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Watches {
    /// Adds a subscriber; the number that ends it. `ask` registers at the daemon. Events that overtake the daemon's
    /// answer are not lost.
    pub fn add(
        &self,
        filter: &Filter,
        subscriber: Arc<dyn Subscriber>,
        ask: impl FnOnce() -> Result<i32>,
    ) -> Result<i32> {
        let _alone = lock(&self.asking);
        let mut state = lock(&self.state);
        let number = state.next;
        state.next += 1;
        if let Some(watch) = state.watches.iter_mut().find(|watch| watch.filter == *filter) {
            watch.subscribers.push((number, subscriber));
            return Ok(number);
        }
        state.registering = true;
        drop(state);

        let answer = ask();
        let mut state = lock(&self.state);
        state.registering = false;
        let early = std::mem::take(&mut state.early);
        let remote = answer?;
        let subscribers = vec![(number, subscriber.clone())];
        state.watches.push(Watch { filter: filter.clone(), remote, subscribers });
        drop(state);
        for (watch, event) in early {
            if watch == remote && event.id().0 == filter.class {
                subscriber.deliver(number, &event);
            }
        }
        Ok(number)
    }

    /// Ends a subscription. `ask` ends the watch at the daemon, when nobody needs it any more.
    pub fn remove(&self, filter: &Filter, number: i32, ask: impl FnOnce(i32) -> Result<()>) -> Result<()> {
        let _alone = lock(&self.asking);
        let mut state = lock(&self.state);
        let has_it = |watch: &Watch| {
            watch.filter == *filter && watch.subscribers.iter().any(|subscriber| subscriber.0 == number)
        };
        let Some(index) = state.watches.iter().position(has_it) else {
            bail!(Remote, InternalError, "event callback {number} not registered");
        };
        state.watches[index].subscribers.retain(|subscriber| subscriber.0 != number);
        if !state.watches[index].subscribers.is_empty() {
            return Ok(());
        }
        let watch = state.watches.swap_remove(index);
        drop(state);
        ask(watch.remote)
    }

    /// Hands an event to whoever watches.
    pub fn deliver(&self, remote: i32, event: Event) {
        let class = event.id().0;
        let event = Arc::new(event);
        let mut state = lock(&self.state);
        let found = state.watches.iter().find(|watch| watch.remote == remote && watch.filter.class == class);
        match found.map(|watch| watch.subscribers.clone()) {
            Some(subscribers) => {
                drop(state);
                subscribers.iter().for_each(|(number, subscriber)| subscriber.deliver(*number, &event));
            }
            None if state.registering => state.early.push((remote, event)),
            None => log::debug!("an event of a watch that has ended: {remote}"),
        }
    }
}

/// The procedures that begin and end a watch of a class.
pub fn procedures(class: Class) -> (&'static Op, &'static Op) {
    match class {
        Class::Domain => (
            &ops::connect_domain_event_callback_register_any,
            &ops::connect_domain_event_callback_deregister_any,
        ),
        Class::Network => {
            (&ops::connect_network_event_register_any, &ops::connect_network_event_deregister_any)
        }
        Class::StoragePool => {
            (&ops::connect_storage_pool_event_register_any, &ops::connect_storage_pool_event_deregister_any)
        }
        Class::NodeDevice => {
            (&ops::connect_node_device_event_register_any, &ops::connect_node_device_event_deregister_any)
        }
        Class::Secret => (&ops::connect_secret_event_register_any, &ops::connect_secret_event_deregister_any),
        Class::QemuMonitor => (
            &ops::connect_domain_qemu_monitor_event_register,
            &ops::connect_domain_qemu_monitor_event_deregister,
        ),
    }
}

/// The optional object that a registration names, in its wire form. What tells it from others is all that the
/// daemon looks at.
pub struct Subject<'a>(pub &'a Filter);

impl Pack for Subject<'_> {
    fn pack(&self, to: &mut Writer) {
        let Some(key) = &self.0.subject else {
            to.word(0);
            return;
        };
        let (name, uuid) = match key {
            Key::Name(name) => (name.clone(), Uuid::default()),
            Key::Uuid(uuid) => (Name::default(), *uuid),
        };
        match self.0.class {
            Class::Domain | Class::QemuMonitor => Some(Domain { name, uuid, id: -1 }).pack(to),
            Class::Network => Some(Network { name, uuid }).pack(to),
            Class::StoragePool => Some(StoragePool { name, uuid }).pack(to),
            Class::NodeDevice => Some(NodeDevice { name }).pack(to),
            Class::Secret => Some(Secret { uuid, ..Secret::default() }).pack(to),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Heard(Mutex<Vec<(i32, i32)>>);

    impl Subscriber for Heard {
        fn deliver(&self, watch: i32, event: &Arc<Event>) {
            if let Event::DomainLifecycle { detail, .. } = **event {
                self.0.lock().unwrap().push((watch, detail));
            }
        }
    }

    fn event(detail: i32) -> Event {
        Event::DomainLifecycle { dom: Domain::default(), event: 0, detail }
    }

    fn filter(id: i32) -> Filter {
        Filter { class: Class::Domain, id, subject: None }
    }

    fn ends(wanted: i32) -> impl FnOnce(i32) -> Result<()> {
        move |remote| {
            assert_eq!(remote, wanted);
            Ok(())
        }
    }

    #[test]
    fn an_event_that_overtakes_its_watch_is_delivered() {
        let watches = Watches::default();
        let heard = Arc::new(Heard::default());
        let ask = || {
            watches.deliver(7, event(1));
            watches.deliver(8, event(2));
            Ok(7)
        };
        let number = watches.add(&filter(0), heard.clone(), ask).unwrap();
        watches.deliver(8, event(3));
        watches.deliver(7, event(4));
        watches.remove(&filter(0), number, ends(7)).unwrap();
        watches.deliver(7, event(5));
        assert_eq!(*heard.0.lock().unwrap(), [(number, 1), (number, 4)]);
    }

    #[test]
    fn who_wants_the_same_shares_a_watch() {
        let watches = Watches::default();
        let heard = Arc::new(Heard::default());
        let one = watches.add(&filter(0), heard.clone(), || Ok(7)).unwrap();
        let two = watches.add(&filter(0), heard.clone(), || panic!("asked twice")).unwrap();
        let three = watches.add(&filter(1), heard.clone(), || Ok(8)).unwrap();
        watches.deliver(7, event(1));
        watches.remove(&filter(0), one, |_| panic!("still needed")).unwrap();
        assert!(watches.remove(&filter(0), one, |_| Ok(())).is_err());
        assert!(watches.remove(&filter(0), three, |_| Ok(())).is_err());
        watches.deliver(7, event(2));
        assert_eq!(*heard.0.lock().unwrap(), [(one, 1), (two, 1), (two, 2)]);
        watches.remove(&filter(0), two, ends(7)).unwrap();
    }
}
