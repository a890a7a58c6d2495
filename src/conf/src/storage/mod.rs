//! Storage: pools, their volumes, and what a host can do with them.

mod auth;
mod capabilities;
mod encryption;
mod kind;
mod permissions;
mod pool;
mod pool_rules;
mod volume;

pub use auth::*;
pub use capabilities::*;
pub use encryption::*;
pub use kind::*;
pub use permissions::*;
pub use pool::*;
pub use pool_rules::clean_path;
pub use volume::*;
