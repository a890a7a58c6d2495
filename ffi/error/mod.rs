//! `virterror.h`: errors.

mod last_error;
mod types;

pub use last_error::*;
pub use types::*;
