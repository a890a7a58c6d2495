//! What a connection to a daemon is besides its operations: events, keepalive, and how it ends.

use crate::{
    events::{Subject, procedures},
    remote::{Remote, feature},
};
use std::sync::{Arc, PoisonError};
use virt_core::{
    Result,
    api::{Host, ops},
    connection::{CloseCallback, Link},
    constants::VIR_CONNECT_CLOSE_REASON_CLIENT,
    event::{Filter, Subscriber},
    event_loop,
};

impl Link for Remote {
    fn watch(&self, filter: &Filter, subscriber: Arc<dyn Subscriber>) -> Result<i32> {
        let (register, _) = procedures(filter.class);
        self.inward.watches.add(filter, subscriber, || self.ask(register, &[&filter.id, &Subject(filter)]))
    }

    fn unwatch(&self, filter: &Filter, watch: i32) -> Result<()> {
        let (_, deregister) = procedures(filter.class);
        self.inward.watches.remove(filter, watch, |number| self.ask(deregister, &[&number]))
    }

    /// Others on the same machine cannot listen to a unix socket, but nothing is encrypted on it.
    fn is_encrypted(&self) -> Result<bool> {
        Ok(false)
    }

    fn is_secure(&self) -> Result<bool> {
        Ok(self.connect_is_secure()? != 0)
    }

    fn is_alive(&self) -> Result<bool> {
        Ok(self.client.is_open())
    }

    fn set_keep_alive(&self, interval: i32, count: u32) -> Result<bool> {
        self.ping_every(interval, count)
    }

    fn on_close(&self, callback: Option<CloseCallback>) -> Result<()> {
        let wanted = callback.is_some();
        *self.inward.on_close.lock().unwrap_or_else(PoisonError::into_inner) = callback;
        let mut told = self.told_of_close.lock().unwrap_or_else(PoisonError::into_inner);
        if wanted && !*told && self.supports(feature::REMOTE_CLOSE_CALLBACK)? {
            self.ask::<()>(&ops::connect_register_close_callback, &[])?;
            *told = true;
        } else if !wanted && *told && self.client.is_open() {
            self.ask::<()>(&ops::connect_unregister_close_callback, &[])?;
            *told = false;
        }
        Ok(())
    }

    fn close(&self) {
        self.leave_loop();
        if self.client.is_open() {
            // A daemon that is gone has closed the connection already.
            let _ = self.ask::<()>(&ops::connect_close, &[]);
        }
        self.client.close(VIR_CONNECT_CLOSE_REASON_CLIENT);
    }
}

impl Remote {
    /// Takes everything of this connection out of the event loop.
    pub fn leave_loop(&self) {
        let Some(event_loop) = event_loop::current() else { return };
        if let Some(idle) = self.idle.get() {
            idle.stop(&**event_loop);
        }
        if let Some(timer) = self.pinger.lock().unwrap_or_else(PoisonError::into_inner).take() {
            event_loop.remove_timeout(timer);
        }
    }
}
