//! Starting, watching, adopting and ending emulators; the status file.
//!
//! [`start`] turns a complete document into a running emulator ([`Running`]), [`Running::end`] and
//! [`Running::clean_up`] end it, [`status`] writes down what a later process needs to know of it, and [`adopt`] finds
//! what an earlier process left running.

mod adopt;
mod counters;
mod graphics;
mod helper;
pub mod hotplug;
mod live;
mod live_cpu;
mod log;
mod macvtap;
mod memory_places;
mod network;
mod nvram;
mod passt;
mod plug;
mod ports;
mod prepare;
mod running;
mod start;
pub mod status;
pub mod tap;
#[cfg(test)]
mod tests;
mod tpm;
mod traces;

pub use adopt::{Adopted, Adoption, adopt};
pub use graphics::passwords;
pub use live::iothreads;
pub use memory_places::place as place_memory;
pub use running::{Gentleness, Running, VcpuThread};
pub use start::{Start, Started, start};
pub use tpm::forget as forget_tpm;
