//! Images of disks: the chains that they are the ends of, and the numbers of the images in them.

mod address;
mod chain;
mod number;

pub use chain::{complete, complete_disk};
pub use number::{last, number, number_disk};
