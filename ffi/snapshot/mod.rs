//! `libvirt-domain-snapshot.h`: snapshots of a domain.

mod snapshots;
mod types;

pub use snapshots::*;
pub use types::*;
