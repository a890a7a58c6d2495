//! Measuring how fast a guest writes to its memory. The emulator measures; the bulk statistics tell what it found.

use crate::{
    connection::QemuConnection,
    emulator::{Emulator, Flag},
};
use virt_conf::domain::Domain as Document;
use virt_core::{constants::*, domain::DomainHost, records::Domain};
use virt_error::{Result, bail};
use virt_xml::OnOff;

/// How long a measurement may take, in seconds.
const SECONDS: std::ops::RangeInclusive<i32> = 1..=60;

/// How the emulator finds out which pages were written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DirtyRateMode {
    PageSampling,
    DirtyBitmap,
    DirtyRing,
}

impl DirtyRateMode {
    /// The flags (`virDomainDirtyRateCalcFlags`) that there are.
    pub const FLAGS: u32 = VIR_DOMAIN_DIRTYRATE_MODE_PAGE_SAMPLING
        | VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_BITMAP
        | VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_RING;

    pub fn of(flags: u32) -> DirtyRateMode {
        match flags {
            _ if flags & VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_BITMAP != 0 => DirtyRateMode::DirtyBitmap,
            _ if flags & VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_RING != 0 => DirtyRateMode::DirtyRing,
            _ => DirtyRateMode::PageSampling,
        }
    }

    /// The emulator's word.
    fn word(self) -> &'static str {
        match self {
            DirtyRateMode::PageSampling => "page-sampling",
            DirtyRateMode::DirtyBitmap => "dirty-bitmap",
            DirtyRateMode::DirtyRing => "dirty-ring",
        }
    }

    /// Refuses what the emulator, or the guest as it was started, cannot do.
    fn check(self, document: &Document, emulator: &Emulator) -> Result<()> {
        if !emulator.has(Flag::CalcDirtyRate) {
            bail!(Qemu, OperationUnsupported, "QEMU does not support calculating dirty page rate");
        }
        if self == DirtyRateMode::DirtyRing && !has_dirty_ring(document) {
            bail!(
                Qemu,
                OperationUnsupported,
                "dirty-ring calculation mode requires dirty-ring feature enabled."
            );
        }
        if self != DirtyRateMode::PageSampling && !emulator.has(Flag::DirtyrateParamMode) {
            bail!(Qemu, OperationUnsupported, "QEMU does not support dirty page rate calculation mode.");
        }
        Ok(())
    }
}

fn has_dirty_ring(document: &Document) -> bool {
    let kvm = document.features.as_ref().and_then(|features| features.kvm.as_ref());
    kvm.and_then(|kvm| kvm.dirty_ring.as_ref()).is_some_and(|ring| ring.state == Some(OnOff(true)))
}

impl QemuConnection {
    /// Has the emulator begin to measure; it answers at once.
    ///
    /// Errors: `VIR_ERR_CONFIG_UNSUPPORTED` for a time out of range, `VIR_ERR_OPERATION_UNSUPPORTED`,
    /// `VIR_ERR_OPERATION_INVALID` for a guest that does not run, what the emulator refuses.
    pub(super) fn start_dirty_rate(&self, dom: &Domain, seconds: i32, mode: DirtyRateMode) -> Result<()> {
        if !SECONDS.contains(&seconds) {
            bail!(
                Qemu,
                ConfigUnsupported,
                "seconds={seconds} is invalid, please choose value within [{}, {}].",
                SECONDS.start(),
                SECONDS.end()
            );
        }
        let change = self.state.change(dom, "virDomainStartDirtyRateCalc")?;
        change.check_active()?;
        let state = change.state();
        let run = state.extra.run()?;
        let emulator = &run.running.emulator;
        mode.check(&state.def, emulator)?;
        let mode = emulator.has(Flag::DirtyrateParamMode).then(|| mode.word());
        run.monitor().calc_dirty_rate(seconds, mode)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_choose_the_way() {
        for (flags, word) in [
            (VIR_DOMAIN_DIRTYRATE_MODE_PAGE_SAMPLING, "page-sampling"),
            (VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_BITMAP, "dirty-bitmap"),
            (VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_RING, "dirty-ring"),
        ] {
            assert_eq!(DirtyRateMode::of(flags).word(), word);
        }
    }
}
