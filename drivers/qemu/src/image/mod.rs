//! Images of disks: their numbers, and the chains that they are the ends of.

mod number;

pub use number::number;
