//! Capabilities of the host and of domains.

mod capabilities;
mod operations;
mod processor;
