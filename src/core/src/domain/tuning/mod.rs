//! What a domain may use, in the parameters of the API and in the document: the same for every driver, which adds what
//! its running guests do about it.

pub mod bandwidth;
pub mod blkio;
pub mod iothread;
pub mod iotune;
pub mod lifecycle;
pub mod memory;
pub mod metadata;
pub mod pin;
pub mod vcpu;
