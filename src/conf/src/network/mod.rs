//! Virtual networks: the document, its defaults and rules, its updates, and the ports of a running network.

mod dns;
mod ip;
mod model;
mod port;
mod update;
mod validate;

pub use dns::*;
pub use ip::*;
pub use model::*;
pub use port::*;
pub use update::{Command, Section};
