//! `libvirt-stream.h`: data streams.

mod transfer;
mod types;
mod whole;

pub use transfer::*;
pub use types::*;
pub use whole::*;
