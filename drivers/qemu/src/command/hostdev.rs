//! Devices of the host, and USB devices that a client redirects.

use super::{Line, Plan, refuse};
use virt_error::Result;

pub fn redirdevs(_line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    match plan.domain.devices.redirdevs.first() {
        Some(_) => Err(refuse("<redirdev>")),
        None => Ok(()),
    }
}

pub fn hostdevs(_line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    match plan.domain.devices.hostdevs.first() {
        Some(_) => Err(refuse("<hostdev>")),
        None => Ok(()),
    }
}
