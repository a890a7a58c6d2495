//! Capabilities of the host and of domains.

mod operations;
