//! The kernel and other programs: the only crate below the C surface that may be `unsafe`.

pub mod poll;
