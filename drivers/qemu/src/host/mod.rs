//! Capabilities of the host and of domains.

mod caches;
mod capabilities;
mod cpu;
mod cpu_check;
mod domain;
mod guest_cpu;
mod node;
mod operations;
mod processor;
mod sysinfo;

pub use cpu_check::check as check_cpu;
pub use guest_cpu::settle as settle_cpu;

pub use capabilities::owner;
