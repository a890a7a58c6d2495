//! `libvirt-secret.h`: passphrases and keys.

mod events;
mod types;
mod value;

pub use events::*;
pub use types::*;
pub use value::*;
