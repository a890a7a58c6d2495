//! Sound cards and the host's audio.

use super::{Line, Plan, refuse};
use virt_error::Result;

pub fn audios(_line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    match plan.domain.devices.audios.first() {
        Some(_) => Err(refuse("<audio>")),
        None => Ok(()),
    }
}

pub fn sounds(_line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    match plan.domain.devices.sounds.first() {
        Some(_) => Err(refuse("<sound>")),
        None => Ok(()),
    }
}
