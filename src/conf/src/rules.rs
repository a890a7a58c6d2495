//! What a driver adds to the reading of domain documents, at the points where libvirt asks its drivers.

use crate::domain::{Domain, ParseFlags};
use std::fmt::Debug;
use virt_error::Result;

/// A driver's share in completing and checking documents. A method that a driver does not have does nothing.
pub trait Rules: Debug + Send + Sync {
    /// A SCSI bus has 16 units, one of them the controller's own; otherwise 7.
    fn wide_scsi(&self) -> bool {
        false
    }

    /// Memory, processors and system are settled: emulator, machine, and the devices that a guest has by itself.
    fn domain(&self, _domain: &mut Domain, _flags: ParseFlags) -> Result<()> {
        Ok(())
    }

    /// Models and the like, device by device. Also when a device is added to a guest.
    fn devices(&self, _domain: &mut Domain, _flags: ParseFlags) -> Result<()> {
        Ok(())
    }

    /// Everything is there but addresses. Also when a device is added to a guest.
    fn addresses(&self, _domain: &mut Domain, _flags: ParseFlags) -> Result<()> {
        Ok(())
    }

    /// The document is complete; what cannot be run is refused.
    fn check(&self, _domain: &Domain, _flags: ParseFlags) -> Result<()> {
        Ok(())
    }
}
