//! Firmware: descriptors, and the choice of one for a guest.

mod descriptor;

pub use descriptor::{Descriptor, Feature, Format, Interface, Mapping, Variables, load, places};
