//! The way to the administration of a daemon, which has a socket of its own.

use crate::remote::{Remote, ask, connect};
use std::{
    path::Path,
    sync::{Arc, PoisonError},
};
use virt_core::{
    Result,
    api::{Admin, ops},
    connection::CloseCallback,
    constants::VIR_CONNECT_CLOSE_REASON_CLIENT,
};

/// A connection to the administration of a daemon. Dropping it closes it.
pub struct Administration(Arc<Remote>);

impl Administration {
    /// Connects and opens.
    ///
    /// Errors: `VIR_ERR_SYSTEM_ERROR` when nobody listens at `socket`; the daemon's.
    pub fn open(socket: &Path, flags: u32) -> Result<Administration> {
        let (client, inward) = connect(socket)?;
        ask::<()>(&client, &ops::adm_connect_open, &[&flags])?;
        Ok(Administration(Remote::new(client, inward, false)?))
    }

    pub fn operations(&self) -> &dyn Admin {
        &*self.0
    }

    /// Whether the daemon is there.
    pub fn is_alive(&self) -> bool {
        self.0.client.is_open()
    }

    /// Says what is called when the daemon is lost, or takes it back with `None`.
    pub fn on_close(&self, callback: Option<CloseCallback>) {
        *self.0.inward.on_close.lock().unwrap_or_else(PoisonError::into_inner) = callback;
    }
}

impl Drop for Administration {
    fn drop(&mut self) {
        self.0.leave_loop();
        if self.is_alive() {
            // A daemon that is gone has closed the connection already.
            let _ = ask::<()>(&self.0.client, &ops::adm_connect_close, &[]);
        }
        self.0.client.close(VIR_CONNECT_CLOSE_REASON_CLIENT);
    }
}
