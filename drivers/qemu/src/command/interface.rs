//! Network interfaces and their backends.

use super::{Line, Plan, refuse};
use virt_error::Result;

pub fn append(_line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    match plan.domain.devices.interfaces.first() {
        Some(_) => Err(refuse("<interface>")),
        None => Ok(()),
    }
}
