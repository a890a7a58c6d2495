//! The kernel and other programs: the only crate below the C surface that may be `unsafe`.

pub mod account;
pub mod affinity;
pub mod cgroup;
pub mod clock;
pub mod directory_lock;
pub mod durable;
pub mod fork;
pub mod host;
pub mod image;
pub mod label;
pub mod mount;
pub mod named_file;
pub mod namespace;
pub mod netdev;
pub mod perf;
pub mod pidfd;
pub mod poll;
pub mod process;
pub mod reactor;
pub mod regex;
pub mod tap;
pub mod thread;
pub mod unix_socket;
pub mod vsock;

#[cfg(test)]
mod scratch;
