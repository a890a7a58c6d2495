//! Devices of the host: the document of a device, with every kind of capability.

mod channel;
mod mediated;
mod model;
mod pci;
mod rules;
mod scsi;

pub use channel::*;
pub use mediated::*;
pub use model::*;
pub use pci::*;
pub use rules::Purpose;
pub use scsi::*;
