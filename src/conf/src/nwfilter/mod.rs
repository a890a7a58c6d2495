//! Network filters: the rules of a filter, and the binding of a filter to a port.

mod binding;
mod filter;
mod parameters;
mod protocol;
mod rule;
mod value;

pub use binding::*;
pub use filter::*;
pub use parameters::Parameters;
pub use protocol::Protocol;
pub use rule::*;
pub use value::Item;
