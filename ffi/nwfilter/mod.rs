//! `libvirt-nwfilter.h`: packet filters of guest interfaces.

mod binding;
mod filter;
mod types;

pub use binding::*;
pub use filter::*;
pub use types::*;
