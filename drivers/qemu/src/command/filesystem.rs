//! Filesystems.

use super::{Line, Plan, refuse};
use virt_error::Result;

pub fn append(_line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    match plan.domain.devices.filesystems.first() {
        Some(_) => Err(refuse("<filesystem>")),
        None => Ok(()),
    }
}
