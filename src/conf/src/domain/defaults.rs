//! What libvirt adds to a document that the user wrote.

use super::clock::{ClockOffset, Lifecycle};
use super::memory::{Amount, Placement, Vcpu};
use super::prelude::*;
use super::units::{in_kib, to_kib};
use super::{Device, Domain, os};
use crate::Uuid;
use crate::host::Host;

impl Domain {
    /// Brings what was written into the one form that libvirt writes.
    pub(super) fn normalize(&mut self) -> Result<()> {
        if let Some(memory) = &mut self.total {
            in_kib(&mut memory.value, &mut memory.unit)?;
        }
        if let Some(memory) = &mut self.maximum {
            in_kib(&mut memory.value, &mut memory.unit)?;
        }
        to_kib(&mut self.current)?;
        if let Some(tune) = &mut self.memtune {
            for limit in [
                &mut tune.hard_limit,
                &mut tune.soft_limit,
                &mut tune.min_guarantee,
                &mut tune.swap_hard_limit,
            ] {
                to_kib(limit)?;
            }
        }
        Ok(())
    }

    /// Adds what every driver adds.
    pub(super) fn add_defaults(&mut self, host: &Host) -> Result<()> {
        self.uuid.get_or_insert_with(Uuid::random);
        self.add_memory();
        let vcpu = self.vcpu.get_or_insert_with(|| Box::new(Vcpu { maximum: Some(1), ..Vcpu::default() }));
        vcpu.placement.get_or_insert(Placement::Static);
        self.add_os(host)?;
        let clock = self.clock.get_or_insert_default();
        clock.offset.get_or_insert(ClockOffset::Utc);
        self.on_poweroff.get_or_insert(Lifecycle::Destroy);
        self.on_reboot.get_or_insert(Lifecycle::Restart);
        self.on_crash.get_or_insert(Lifecycle::Destroy);
        Ok(())
    }

    fn add_memory(&mut self) {
        let total = self.total.as_ref().and_then(|memory| memory.value).unwrap_or(0);
        let current = self.current.get_or_insert_with(|| Box::new(Amount::kib(total)));
        let value = current.value.get_or_insert(total);
        *value = (*value).min(total);
    }

    fn add_os(&mut self, host: &Host) -> Result<()> {
        let Some(os) = &mut self.os else { return Ok(()) };
        let Some(kind) = &mut os.kind else { return Ok(()) };
        let Some(name) = kind.name.as_deref().and_then(|name| name.parse::<os::OsType>().ok()) else {
            return Ok(());
        };
        if !host.guests.is_empty() {
            let guest = host.find(name, kind.arch.as_deref(), self.kind)?;
            kind.arch.get_or_insert_with(|| guest.arch.clone());
            if kind.machine.is_none() {
                kind.machine = guest.machine.clone();
            }
        }
        if name == os::OsType::Hvm && os.boots.is_empty() {
            os.boots.push(os::Boot { dev: Some(os::BootDevice::Hd), ..os::Boot::default() });
        }
        Ok(())
    }
}

impl Device {
    /// Brings a device into the form that it has in the document of `domain`.
    pub(super) fn normalize(&mut self, _domain: &Domain) -> Result<()> {
        Ok(())
    }
}
