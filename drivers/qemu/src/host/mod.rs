//! Capabilities of the host and of domains.

mod capabilities;
mod domain;
mod guest_cpu;
mod operations;
mod processor;

pub use guest_cpu::settle as settle_cpu;
