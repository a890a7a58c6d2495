//! Capabilities of the host and of domains.

mod capabilities;
mod domain;
mod operations;
mod processor;
