//! `libvirt-stream.h`: data streams.

mod transfer;
mod types;

pub use transfer::*;
pub use types::*;
