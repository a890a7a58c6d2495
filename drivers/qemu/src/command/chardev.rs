//! Character devices: serial and parallel ports, consoles, channels, smartcards.

use super::{Line, Plan, refuse};
use virt_error::Result;

pub fn smartcards(_line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    match plan.domain.devices.smartcards.first() {
        Some(_) => Err(refuse("<smartcard>")),
        None => Ok(()),
    }
}

pub fn serials(_line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    match plan.domain.devices.serials.first() {
        Some(_) => Err(refuse("<serial>")),
        None => Ok(()),
    }
}

pub fn parallels(_line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    match plan.domain.devices.parallels.first() {
        Some(_) => Err(refuse("<parallel>")),
        None => Ok(()),
    }
}

pub fn channels(_line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    match plan.domain.devices.channels.first() {
        Some(_) => Err(refuse("<channel>")),
        None => Ok(()),
    }
}

pub fn consoles(_line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    match plan.domain.devices.consoles.first() {
        Some(_) => Err(refuse("<console>")),
        None => Ok(()),
    }
}
