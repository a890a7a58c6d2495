//! `libvirt-host.h`: connections and the host.

mod auth;
mod capabilities;
mod connect;
mod node;
pub mod open;
mod types;

pub use auth::*;
pub use capabilities::*;
pub use connect::*;
pub use node::*;
pub use types::*;
