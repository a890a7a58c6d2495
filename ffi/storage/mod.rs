//! `libvirt-storage.h`: storage pools and volumes.

mod events;
mod pool;
mod pool_lookup;
mod types;
mod volume;

pub use events::*;
pub use pool::*;
pub use pool_lookup::*;
pub use types::*;
pub use volume::*;
