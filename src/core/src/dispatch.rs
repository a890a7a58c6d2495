//! From a driver's events to the application's callbacks: a queue that the event loop empties.

use crate::{
    connection::Link,
    event::{Class, Event, Filter, Subscriber},
    event_loop,
};
use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
};
use virt_error::{Result, error};

/// What the application wants called; dropping it lets go of the application's data.
pub type Handler = Arc<dyn Fn(&Event) + Send + Sync>;

/// The application's function behind a handler, by its address, and whether it was registered in the old way, in
/// which this address alone ends the registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Function {
    pub address: usize,
    pub legacy: bool,
}

struct Registration {
    number: i32,
    filter: Filter,
    function: Function,
    handler: Handler,
}

#[derive(Default)]
struct State {
    registrations: Vec<Registration>,
    queue: VecDeque<(i32, Arc<Event>)>,
    timer: Option<i32>,
}

/// The event callbacks of one connection. Events are queued on the thread that made them and delivered by the
/// thread that runs the event loop, in order.
pub struct Dispatcher {
    link: Arc<dyn Link>,
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared(Mutex<State>);

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Calls the handlers of everything that is queued. No lock is held while the application runs, and a
    /// callback that was deregistered meanwhile is not called.
    fn deliver_all(&self) {
        let queue = {
            let mut state = self.state();
            if let (Some(timer), Some(event_loop)) = (state.timer, event_loop::current()) {
                event_loop.update_timeout(timer, -1);
            }
            std::mem::take(&mut state.queue)
        };
        for (number, event) in queue {
            let class = event.id().0;
            let handler = self
                .state()
                .registrations
                .iter()
                .find(|known| known.number == number && known.filter.class == class)
                .map(|known| known.handler.clone());
            if let Some(handler) = handler {
                handler(&event);
            }
        }
    }
}

impl Subscriber for Shared {
    fn deliver(&self, watch: i32, event: &Arc<Event>) {
        let mut state = self.state();
        state.queue.push_back((watch, event.clone()));
        let timer = state.timer;
        drop(state);
        if let (Some(timer), Some(event_loop)) = (timer, event_loop::current()) {
            event_loop.update_timeout(timer, 0);
        }
    }
}

impl Dispatcher {
    pub fn new(link: Arc<dyn Link>) -> Dispatcher {
        Dispatcher { link, shared: Arc::default() }
    }

    /// Calls `handler` for every event that `filter` lets through; the number that [`Dispatcher::deregister`] takes.
    ///
    /// Errors: `VIR_ERR_INTERNAL_ERROR` when no event loop is registered, `VIR_ERR_INVALID_ARG` when `function` hears
    /// of these events already; the driver's.
    pub fn register(&self, filter: Filter, function: Function, handler: Handler) -> Result<i32> {
        self.start_timer()?;
        // Of a monitor's events each registration may want others, which the filter does not tell.
        let same = |known: &Registration| known.filter == filter && known.function == function;
        if filter.class != Class::QemuMonitor && self.find(same).is_some() {
            return Err(error!(None, InvalidArg, "event callback already tracked"));
        }
        let watched = self.link.watch(&filter, self.shared.clone());
        let mut state = self.shared.state();
        match watched {
            Ok(number) => {
                state.registrations.push(Registration { number, filter, function, handler });
                Ok(number)
            }
            Err(error) => {
                let timer = Self::idle_timer(&mut state);
                drop(state);
                Self::stop_timer(timer);
                Err(error)
            }
        }
    }

    /// Ends the registration of that class and number; `Ok(false)` when there is none.
    pub fn deregister(&self, class: Class, number: i32) -> Result<bool> {
        let mut state = self.shared.state();
        let position = state
            .registrations
            .iter()
            .position(|known| known.number == number && known.filter.class == class);
        let Some(position) = position else {
            return Ok(false);
        };
        let registration = state.registrations.remove(position);
        let timer = Self::idle_timer(&mut state);
        drop(state);
        Self::stop_timer(timer);
        self.link.unwatch(&registration.filter, number)?;
        Ok(true)
    }

    /// Ends the registration of that class that was made in the old way with the function at `address`; `Ok(false)`
    /// when there is none.
    pub fn deregister_function(&self, class: Class, address: usize) -> Result<bool> {
        let function = Function { address, legacy: true };
        match self.find(|known| known.filter.class == class && known.function == function) {
            Some(number) => self.deregister(class, number),
            None => Ok(false),
        }
    }

    /// The number of the first registration that `wanted` accepts.
    fn find(&self, wanted: impl Fn(&Registration) -> bool) -> Option<i32> {
        self.shared.state().registrations.iter().find(|known| wanted(known)).map(|known| known.number)
    }

    fn start_timer(&self) -> Result<()> {
        let mut state = self.shared.state();
        if state.timer.is_some() {
            return Ok(());
        }
        let shared: Weak<Shared> = Arc::downgrade(&self.shared);
        let deliver = move |_timer| {
            if let Some(shared) = shared.upgrade() {
                shared.deliver_all();
            }
        };
        let timer =
            event_loop::current().map_or(-1, |event_loop| event_loop.add_timeout(-1, Box::new(deliver)));
        if timer < 0 {
            return Err(error!(None, InternalError, "could not initialize domain event timer"));
        }
        state.timer = Some(timer);
        Ok(())
    }

    /// Takes the timer out when nobody listens any more.
    fn idle_timer(state: &mut State) -> Option<i32> {
        if state.registrations.is_empty() {
            state.queue.clear();
            return state.timer.take();
        }
        None
    }

    fn stop_timer(timer: Option<i32>) {
        if let (Some(timer), Some(event_loop)) = (timer, event_loop::current()) {
            event_loop.remove_timeout(timer);
        }
    }
}

impl Drop for Dispatcher {
    fn drop(&mut self) {
        let (registrations, timer) = {
            let mut state = self.shared.state();
            (std::mem::take(&mut state.registrations), state.timer.take())
        };
        Self::stop_timer(timer);
        for registration in registrations {
            // The connection is going away: there is nobody to tell of a failure.
            let _ = self.link.unwatch(&registration.filter, registration.number);
        }
    }
}
