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
use virt_rpc::xdr::{Pack, Writer};

#[derive(Default)]
pub struct Watches(Mutex<State>);

#[derive(Default)]
struct State {
    watches: Vec<(Class, i32, Arc<dyn Subscriber>)>,
    /// Registrations whose number is on its way.
    registering: usize,
    /// Events that came before the number of their watch.
    early: Vec<(i32, Arc<Event>)>,
}

impl Watches {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Registers: `call` asks the daemon for a number. Events that overtake the number are not lost.
    pub fn add(
        &self,
        class: Class,
        subscriber: Arc<dyn Subscriber>,
        call: impl FnOnce() -> Result<i32>,
    ) -> Result<i32> {
        self.state().registering += 1;
        let answer = call();
        let mut state = self.state();
        state.registering -= 1;
        let mut mine = Vec::new();
        if let Ok(number) = answer {
            state.watches.push((class, number, subscriber.clone()));
            let early = std::mem::take(&mut state.early);
            (mine, state.early) =
                early.into_iter().partition(|(watch, event)| *watch == number && event.id().0 == class);
        }
        if state.registering == 0 {
            state.early.clear();
        }
        drop(state);
        for (number, event) in mine {
            subscriber.deliver(number, &event);
        }
        answer
    }

    /// Ends a watch here; `false` when there is none.
    pub fn remove(&self, class: Class, number: i32) -> bool {
        let mut state = self.state();
        let before = state.watches.len();
        state.watches.retain(|watch| (watch.0, watch.1) != (class, number));
        state.watches.len() < before
    }

    /// Hands an event to whoever watches.
    pub fn deliver(&self, number: i32, event: Event) {
        let class = event.id().0;
        let event = Arc::new(event);
        let mut state = self.state();
        let found = state.watches.iter().find(|watch| (watch.0, watch.1) == (class, number));
        match found.map(|watch| watch.2.clone()) {
            Some(subscriber) => {
                drop(state);
                subscriber.deliver(number, &event);
            }
            None if state.registering > 0 => state.early.push((number, event)),
            None => log::debug!("an event of a watch that has ended: {number}"),
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
            Class::Domain => Some(Domain { name, uuid, id: -1 }).pack(to),
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

    #[test]
    fn an_event_that_overtakes_its_watch_is_delivered() {
        let watches = Watches::default();
        let heard = Arc::new(Heard::default());
        let call = || {
            watches.deliver(7, event(1));
            watches.deliver(8, event(2));
            Ok(7)
        };
        assert_eq!(watches.add(Class::Domain, heard.clone(), call).unwrap(), 7);
        watches.deliver(8, event(3));
        watches.deliver(7, event(4));
        assert!(watches.remove(Class::Domain, 7) && !watches.remove(Class::Domain, 7));
        watches.deliver(7, event(5));
        assert_eq!(*heard.0.lock().unwrap(), [(7, 1), (7, 4)]);
    }
}
