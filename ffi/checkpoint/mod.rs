//! `libvirt-domain-checkpoint.h`: checkpoints, from which incremental backups start.

mod checkpoints;
mod types;

pub use checkpoints::*;
pub use types::*;
