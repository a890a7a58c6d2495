//! `libvirt-common.h`: what all other headers build on.

mod typed_params;
mod types;

pub use typed_params::*;
pub use types::*;
