//! `libvirt-network.h`: virtual networks.

mod events;
mod lease;
mod life;
mod lookup;
mod port;
mod types;

pub use events::*;
pub use life::*;
pub use lookup::*;
pub use port::*;
pub use types::*;
