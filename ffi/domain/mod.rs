//! `libvirt-domain.h`: domains, which is what libvirt calls guests.

mod block;
mod block_job;
mod cpu;
mod devices;
mod event_callbacks;
mod events;
mod guest;
mod job;
mod life;
mod lookup;
mod migrate;
mod save;
mod security;
mod stats;
mod stats_records;
mod tuning;
mod types;
mod xml;

pub use block::*;
pub use block_job::*;
pub use cpu::*;
pub use devices::*;
pub use events::*;
pub use guest::*;
pub use job::*;
pub use life::*;
pub use lookup::*;
pub use migrate::*;
pub use save::*;
pub use security::*;
pub use stats::*;
pub use tuning::*;
pub use types::*;
pub use xml::*;
