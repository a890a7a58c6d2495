//! `libvirt-interface.h`: network interfaces of the host.

mod config;
mod types;

pub use config::*;
pub use types::*;
