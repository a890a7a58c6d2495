//! What this driver keeps of a domain beyond what every driver does.

use crate::{agent::Agent, monitor::Monitor};
use std::sync::{Arc, OnceLock};
use virt_core::domain::Extra;

/// A guest as this driver knows it.
#[derive(Clone, Debug, Default)]
pub struct Guest {
    /// The connection at whose end the domain ends.
    pub owner: Option<u64>,
    /// Of the running emulator.
    pub monitor: Option<Arc<Monitor>>,
    /// Of a running guest with a channel for it.
    pub agent: Option<Arc<Agent>>,
}

impl Extra for Guest {
    fn none() -> Arc<Guest> {
        static NONE: OnceLock<Arc<Guest>> = OnceLock::new();
        NONE.get_or_init(Arc::default).clone()
    }

    fn end_run(&mut self) {
        *self = Guest::default();
    }

    fn has_snapshots(&self) -> bool {
        false
    }

    fn has_checkpoints(&self) -> bool {
        false
    }
}
