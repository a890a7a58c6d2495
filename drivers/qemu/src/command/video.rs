//! Video devices.

use super::{Line, Plan, refuse};
use virt_error::Result;

pub fn append(_line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    match plan.domain.devices.videos.first() {
        Some(_) => Err(refuse("<video>")),
        None => Ok(()),
    }
}
