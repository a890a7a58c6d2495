//! `libvirt.so.0`: the C surface. One module per public header; what is behind them lives in `src/` and `drivers/`.
// Names are C's, and so is every function's contract: its doc comment is the manual that C programmers read.
#![allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]
// Bit 31 of a flag enum fits the C enum, if not a 32-bit `isize`.
#![allow(clippy::missing_safety_doc, clippy::too_many_arguments, clippy::enum_clike_unportable_variant)]
// A closure's type names the function that it was written in, for errors.
#![allow(clippy::redundant_closure)]

pub mod boundary;
pub mod checkpoint;
pub mod common;
pub mod domain;
pub mod error;
pub mod error_level;
pub mod event;
pub mod host;
pub mod interface;
mod logging;
pub mod network;
pub mod nodedev;
pub mod nwfilter;
mod registry;
pub mod secret;
pub mod snapshot;
pub mod storage;
pub mod stream;

#[path = "admin/types.rs"]
pub mod admin;
#[path = "qemu/types.rs"]
pub mod qemu;

/// Entry points that the libraries beside this one forward to.
pub mod private {
    pub mod admin;
    pub mod lxc;
    pub mod qemu;
}
