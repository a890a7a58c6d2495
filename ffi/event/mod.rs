//! `libvirt-event.h`: the event loop.

mod event_loop;
mod types;

pub use event_loop::*;
pub use types::*;
