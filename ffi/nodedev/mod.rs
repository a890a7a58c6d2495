//! `libvirt-nodedev.h`: devices of the host.

mod device;
mod events;
mod types;

pub use device::*;
pub use events::*;
pub use types::*;
