//! Screens: VNC, SPICE, SDL, D-Bus and headless ones.

use super::{Line, Plan, refuse};
use virt_error::Result;

pub fn append(_line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    match plan.domain.devices.graphics.first() {
        Some(_) => Err(refuse("<graphics>")),
        None => Ok(()),
    }
}
