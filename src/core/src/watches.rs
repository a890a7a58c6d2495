//! The watches of one connection to a driver of this process: they end with it.

use crate::event::{Filter, Hub, Subscriber};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use virt_error::{Origin, Result, error};

/// The numbers of a connection's watches at its driver's hub.
#[derive(Default)]
pub struct Watches(Mutex<Vec<i32>>);

impl Watches {
    fn numbers(&self) -> MutexGuard<'_, Vec<i32>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Watches for events that pass `filter`; the watch's number.
    pub fn add(&self, hub: &Hub, filter: &Filter, subscriber: Arc<dyn Subscriber>) -> i32 {
        let number = hub.watch(filter.clone(), subscriber);
        self.numbers().push(number);
        number
    }

    /// Errors: `VIR_ERR_INVALID_ARG` from `origin` for a number that is no watch of this connection.
    pub fn end(&self, hub: &Hub, watch: i32, origin: Origin) -> Result<()> {
        let mut numbers = self.numbers();
        let place = numbers.iter().position(|number| *number == watch).ok_or_else(|| {
            error!(None, InvalidArg, "could not find event callback {watch} for deletion").with_origin(origin)
        })?;
        numbers.swap_remove(place);
        drop(numbers);
        hub.unwatch(watch);
        Ok(())
    }

    /// Ends all of them.
    pub fn end_all(&self, hub: &Hub) {
        let numbers = std::mem::take(&mut *self.numbers());
        for watch in numbers {
            hub.unwatch(watch);
        }
    }
}
