//! What drivers ask of a guest's document most.

use super::{Domain, os};
use crate::Uuid;

impl Domain {
    pub fn name(&self) -> &str {
        self.name.as_deref().unwrap_or_default()
    }

    pub fn set_name(&mut self, name: &str) {
        self.name = Some(name.to_owned());
    }

    /// All zero before one was chosen.
    pub fn uuid(&self) -> Uuid {
        self.uuid.unwrap_or_default()
    }

    /// The number of a running guest; -1 for one that does not run.
    pub fn id(&self) -> i32 {
        self.id.unwrap_or(-1)
    }

    /// -1 for none.
    pub fn set_id(&mut self, id: i32) {
        self.id = (id >= 0).then_some(id);
    }

    /// The balloon's size in KiB.
    pub fn memory(&self) -> u64 {
        self.current.as_ref().and_then(|amount| amount.value).unwrap_or_else(|| self.max_memory())
    }

    /// The memory that the guest boots with, in KiB.
    pub fn max_memory(&self) -> u64 {
        self.total.as_ref().and_then(|memory| memory.value).unwrap_or(0)
    }

    /// Sets the balloon's size in KiB.
    pub fn set_memory(&mut self, kib: u64) {
        let amount = self.current.get_or_insert_default();
        amount.value = Some(kib);
        amount.unit = Some("KiB".to_owned());
    }

    /// Sets the memory that the guest boots with, in KiB; the balloon shrinks to it.
    pub fn set_max_memory(&mut self, kib: u64) {
        let memory = self.total.get_or_insert_default();
        memory.value = Some(kib);
        memory.unit = Some("KiB".to_owned());
        if self.memory() > kib {
            self.set_memory(kib);
        }
    }

    /// Processors that are online at boot.
    pub fn vcpus(&self) -> u32 {
        self.vcpu.as_ref().and_then(|vcpu| vcpu.current.or(vcpu.maximum)).unwrap_or(1)
    }

    /// Processors that can be brought online.
    pub fn max_vcpus(&self) -> u32 {
        self.vcpu.as_ref().and_then(|vcpu| vcpu.maximum).unwrap_or(1)
    }

    /// Sets how many processors are online at boot.
    pub fn set_vcpus(&mut self, count: u32) {
        let vcpu = self.vcpu.get_or_insert_default();
        let maximum = *vcpu.maximum.get_or_insert(count);
        vcpu.current = (count < maximum).then_some(count);
    }

    /// Sets how many processors can be brought online; no more than these are online then.
    pub fn set_max_vcpus(&mut self, count: u32) {
        let current = self.vcpus();
        self.vcpu.get_or_insert_default().maximum = Some(count);
        self.set_vcpus(current.min(count));
    }

    /// `hvm`, `exe` and the like.
    pub fn os_type(&self) -> &str {
        self.os_element().and_then(|kind| kind.name.as_deref()).unwrap_or_default()
    }

    pub fn arch(&self) -> &str {
        self.os_element().and_then(|kind| kind.arch.as_deref()).unwrap_or_default()
    }

    pub fn machine(&self) -> &str {
        self.os_element().and_then(|kind| kind.machine.as_deref()).unwrap_or_default()
    }

    fn os_element(&self) -> Option<&os::OsTypeElement> {
        self.os.as_ref()?.kind.as_deref()
    }
}
