//! What a domain may use, read and set: the operations by subject, and their flags.

mod block;
mod groups;
mod interface;
mod iothread;
mod limits;
mod memory;
mod misc;
mod pin;
mod processors;
#[cfg(test)]
mod tests;
mod throttle_groups;

use super::{DomainChange, Run, operations::known, saving::check_save_flags, status, store::Autostart};
use crate::{connection::QemuConnection, state::QemuState};
use std::sync::Arc;
use virt_conf::domain::Domain as Document;
use virt_core::{
    api::Tuning,
    constants::*,
    domain::{
        DomainHost, SaveParams, Targets,
        tuning::{
            self, bandwidth, iotune,
            lifecycle::{self, Action},
            metadata,
        },
    },
    records::*,
    types::*,
};
use virt_error::Result;
use virt_sys::host::online_cpus;

/// The flags that say which document is meant.
const AFFECT: u32 = VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG;
/// The same, of a getter whose answer may hold strings.
const READ: u32 = AFFECT | VIR_TYPED_PARAM_STRING_OKAY;

impl QemuState {
    /// Changes the documents that `targets` name with `edit`, and between checking and publishing the running guest with
    /// `live`. The persistent document and the status file follow.
    ///
    /// Errors: those of both, in which case nothing is published; those of the disk.
    pub(super) fn tune(
        &self,
        change: &DomainChange<'_>,
        targets: Targets,
        live: impl FnOnce(&Arc<Run>) -> Result<()>,
        edit: impl Fn(&mut Document) -> Result<()>,
    ) -> Result<()> {
        let mut next = super::DomainState::clone(&change.state());
        next.edit(targets, &edit)?;
        if targets.live {
            live(change.state().extra.run()?)?;
        }
        if targets.config {
            self.save_config(&next)?;
        }
        // What the emulator told of meanwhile is not lost: the edit is made again, on what holds now.
        change.object().try_update(|state| state.edit(targets, &edit))?;
        if targets.live {
            status::write(self, change.object());
        }
        Ok(())
    }
}

impl Tuning for QemuConnection {
    fn domain_get_launch_security_info(&self, dom: &Domain, flags: u32) -> Result<Params<64>> {
        known(flags, VIR_TYPED_PARAM_STRING_OKAY, "qemuDomainGetLaunchSecurityInfo")?;
        self.launch_security(dom)
    }

    fn domain_save_params(&self, dom: &Domain, params: &Params<64>, flags: u32) -> Result<()> {
        check_save_flags(flags, 0, "qemuDomainSaveParams")?;
        self.save_with(dom, &SaveParams::read(params)?, flags)
    }

    fn domain_restore_params(&self, params: &Params<64>, flags: u32) -> Result<()> {
        check_save_flags(flags, VIR_DOMAIN_SAVE_RESET_NVRAM, "qemuDomainRestoreParams")?;
        self.restore_with(&SaveParams::read(params)?, flags)
    }

    fn domain_get_autostart(&self, dom: &Domain) -> Result<i32> {
        self.state.look(dom, |state| i32::from(state.autostart))
    }

    fn domain_set_autostart(&self, dom: &Domain, autostart: i32) -> Result<()> {
        self.set_autostart(dom, Autostart::Always, autostart != 0)
    }

    fn domain_get_autostart_once(&self, dom: &Domain) -> Result<i32> {
        self.state.look(dom, |state| i32::from(state.autostart_once))
    }

    fn domain_set_autostart_once(&self, dom: &Domain, autostart: i32) -> Result<()> {
        self.set_autostart(dom, Autostart::Once, autostart != 0)
    }

    fn domain_get_max_memory(&self, dom: &Domain) -> Result<u64> {
        self.state.look(dom, |state| state.def.max_memory())
    }

    fn domain_set_max_memory(&self, dom: &Domain, memory: u64) -> Result<()> {
        self.set_memory(dom, memory, VIR_DOMAIN_MEM_MAXIMUM)
    }

    fn domain_set_memory(&self, dom: &Domain, memory: u64) -> Result<()> {
        self.set_memory(dom, memory, VIR_DOMAIN_AFFECT_LIVE)
    }

    fn domain_set_memory_flags(&self, dom: &Domain, memory: u64, flags: u32) -> Result<()> {
        known(flags, AFFECT | VIR_DOMAIN_MEM_MAXIMUM, "qemuDomainSetMemoryFlags")?;
        self.set_memory(dom, memory, flags)
    }

    fn domain_set_memory_parameters(&self, dom: &Domain, params: &Params<16>, flags: u32) -> Result<()> {
        known(flags, AFFECT, "qemuDomainSetMemoryParameters")?;
        self.set_memory_limits(dom, params, flags)
    }

    fn domain_get_memory_parameters(&self, dom: &Domain, nparams: i32, flags: u32) -> Result<Counted<16>> {
        known(flags, READ, "qemuDomainGetMemoryParameters")?;
        Ok(Counted::new(self.memory_limits(dom, flags)?, nparams))
    }

    fn domain_set_numa_parameters(&self, dom: &Domain, params: &Params<16>, flags: u32) -> Result<()> {
        known(flags, AFFECT, "qemuDomainSetNumaParameters")?;
        self.set_numa(dom, params, flags)
    }

    fn domain_get_numa_parameters(&self, dom: &Domain, nparams: i32, flags: u32) -> Result<Counted<16>> {
        known(flags, READ, "qemuDomainGetNumaParameters")?;
        Ok(Counted::new(tuning::memory::numa(&*self.state.document(dom, flags)?), nparams))
    }

    fn domain_get_max_vcpus(&self, dom: &Domain) -> Result<i32> {
        self.vcpu_count(dom, VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_VCPU_MAXIMUM)
    }

    fn domain_get_vcpus(&self, dom: &Domain, maxinfo: i32, maplen: i32) -> Result<DomainVcpus> {
        self.list_vcpus(dom, maxinfo, maplen)
    }

    fn domain_set_vcpus(&self, dom: &Domain, nvcpus: u32) -> Result<()> {
        self.set_vcpus(dom, nvcpus, VIR_DOMAIN_AFFECT_LIVE)
    }

    fn domain_set_vcpus_flags(&self, dom: &Domain, nvcpus: u32, flags: u32) -> Result<()> {
        const KNOWN: u32 =
            AFFECT | VIR_DOMAIN_VCPU_MAXIMUM | VIR_DOMAIN_VCPU_GUEST | VIR_DOMAIN_VCPU_HOTPLUGGABLE;
        known(flags, KNOWN, "qemuDomainSetVcpusFlags")?;
        self.set_vcpus(dom, nvcpus, flags)
    }

    fn domain_get_vcpus_flags(&self, dom: &Domain, flags: u32) -> Result<i32> {
        known(flags, AFFECT | VIR_DOMAIN_VCPU_MAXIMUM | VIR_DOMAIN_VCPU_GUEST, "qemuDomainGetVcpusFlags")?;
        self.vcpu_count(dom, flags)
    }

    fn domain_set_vcpu(&self, dom: &Domain, cpumap: &str, state: i32, flags: u32) -> Result<()> {
        known(flags, AFFECT, "qemuDomainSetVcpu")?;
        self.set_vcpu(dom, cpumap, state, flags)
    }

    fn domain_pin_vcpu(&self, dom: &Domain, vcpu: u32, cpumap: &Bytes<2048>) -> Result<()> {
        self.pin_vcpu(dom, vcpu, cpumap, VIR_DOMAIN_AFFECT_LIVE)
    }

    fn domain_pin_vcpu_flags(&self, dom: &Domain, vcpu: u32, cpumap: &Bytes<2048>, flags: u32) -> Result<()> {
        known(flags, AFFECT, "qemuDomainPinVcpuFlags")?;
        self.pin_vcpu(dom, vcpu, cpumap, flags)
    }

    fn domain_get_vcpu_pin_info(
        &self,
        dom: &Domain,
        ncpumaps: i32,
        maplen: i32,
        flags: u32,
    ) -> Result<DomainVcpuPinInfo> {
        known(flags, AFFECT, "qemuDomainGetVcpuPinInfo")?;
        tuning::pin::vcpu_maps(&*self.state.document(dom, flags)?, ncpumaps, maplen, online_cpus)
    }

    fn domain_pin_emulator(&self, dom: &Domain, cpumap: &Bytes<2048>, flags: u32) -> Result<()> {
        known(flags, AFFECT, "qemuDomainPinEmulator")?;
        self.pin_emulator(dom, cpumap, flags)
    }

    fn domain_get_emulator_pin_info(
        &self,
        dom: &Domain,
        maplen: i32,
        flags: u32,
    ) -> Result<DomainEmulatorPinInfo> {
        known(flags, AFFECT, "qemuDomainGetEmulatorPinInfo")?;
        tuning::pin::emulator_map(&*self.state.document(dom, flags)?, maplen, online_cpus)
    }

    fn domain_get_scheduler_type(&self, dom: &Domain) -> Result<DomainSchedulerType> {
        self.scheduler_type(dom)
    }

    fn domain_get_scheduler_parameters(&self, dom: &Domain, _nparams: i32) -> Result<Params<16>> {
        Ok(self.scheduler(dom, 0)?.into())
    }

    fn domain_get_scheduler_parameters_flags(
        &self,
        dom: &Domain,
        _nparams: i32,
        flags: u32,
    ) -> Result<Params<16>> {
        known(flags, READ, "qemuDomainGetSchedulerParametersFlags")?;
        Ok(self.scheduler(dom, flags)?.into())
    }

    fn domain_set_scheduler_parameters(&self, dom: &Domain, params: &Params<16>) -> Result<()> {
        self.set_scheduler(dom, params, 0)
    }

    fn domain_set_scheduler_parameters_flags(
        &self,
        dom: &Domain,
        params: &Params<16>,
        flags: u32,
    ) -> Result<()> {
        known(flags, AFFECT, "qemuDomainSetSchedulerParametersFlags")?;
        self.set_scheduler(dom, params, flags)
    }

    fn domain_set_blkio_parameters(&self, dom: &Domain, params: &Params<16>, flags: u32) -> Result<()> {
        known(flags, AFFECT, "qemuDomainSetBlkioParameters")?;
        self.set_blkio(dom, params, flags)
    }

    fn domain_get_blkio_parameters(&self, dom: &Domain, nparams: i32, flags: u32) -> Result<Counted<16>> {
        known(flags, READ, "qemuDomainGetBlkioParameters")?;
        Ok(Counted::new(self.blkio(dom, flags)?, nparams))
    }

    fn domain_set_throttle_group(
        &self,
        dom: &Domain,
        group: &str,
        params: &Params<32>,
        flags: u32,
    ) -> Result<()> {
        known(flags, AFFECT, "qemuDomainSetThrottleGroup")?;
        self.set_throttle_group(dom, group, params, flags)
    }

    fn domain_del_throttle_group(&self, dom: &Domain, group: Option<&str>, flags: u32) -> Result<()> {
        known(flags, AFFECT, "qemuDomainDelThrottleGroup")?;
        self.remove_throttle_group(dom, group.unwrap_or_default(), flags)
    }

    fn domain_set_block_io_tune(
        &self,
        dom: &Domain,
        disk: &str,
        params: &Params<32>,
        flags: u32,
    ) -> Result<()> {
        known(flags, AFFECT, "qemuDomainSetBlockIoTune")?;
        self.set_iotune(dom, disk, params, flags)
    }

    fn domain_get_block_io_tune(
        &self,
        dom: &Domain,
        disk: Option<&str>,
        nparams: i32,
        flags: u32,
    ) -> Result<Counted<32>> {
        known(flags, READ, "qemuDomainGetBlockIoTune")?;
        // Without a disk the caller asks how many parameters there can be.
        match disk {
            Some(disk) => Ok(Counted::new(self.iotune(dom, disk, flags)?, nparams)),
            None => Ok(Counted::new(iotune::list(&Default::default()), 0)),
        }
    }

    fn domain_set_interface_parameters(
        &self,
        dom: &Domain,
        device: &str,
        params: &Params<16>,
        flags: u32,
    ) -> Result<()> {
        known(flags, AFFECT, "qemuDomainSetInterfaceParameters")?;
        self.set_bandwidth(dom, device, params, flags)
    }

    fn domain_get_interface_parameters(
        &self,
        dom: &Domain,
        device: &str,
        nparams: i32,
        flags: u32,
    ) -> Result<Counted<16>> {
        known(flags, READ, "qemuDomainGetInterfaceParameters")?;
        let params = bandwidth::read(&*self.state.document(dom, flags)?, device)?;
        match nparams {
            0 => Ok(Counted { nparams: bandwidth::COUNT, params: Params::default() }),
            _ => Ok(Counted::new(params, nparams)),
        }
    }

    fn domain_set_metadata(
        &self,
        dom: &Domain,
        kind: i32,
        text: Option<&str>,
        key: Option<&str>,
        uri: Option<&str>,
        flags: u32,
    ) -> Result<()> {
        known(flags, AFFECT, "qemuDomainSetMetadata")?;
        metadata::set(&*self.state, dom, kind, text, (key, uri), flags)
    }

    fn domain_get_metadata(&self, dom: &Domain, kind: i32, uri: Option<&str>, flags: u32) -> Result<String> {
        known(flags, AFFECT, "qemuDomainGetMetadata")?;
        metadata::read(&*self.state.document(dom, flags)?, kind, uri)
    }

    fn domain_get_iothread_info(&self, dom: &Domain, flags: u32) -> Result<Listing<IoThreadInfo, 16384>> {
        known(flags, AFFECT, "qemuDomainGetIOThreadInfo")?;
        Ok(Listing::new(self.list_iothreads(dom, flags)?, 1))
    }

    fn domain_pin_iothread(&self, dom: &Domain, id: u32, cpumap: &Bytes<2048>, flags: u32) -> Result<()> {
        known(flags, AFFECT, "qemuDomainPinIOThread")?;
        self.pin_iothread(dom, id, cpumap, flags)
    }

    fn domain_add_iothread(&self, dom: &Domain, id: u32, flags: u32) -> Result<()> {
        known(flags, AFFECT, "qemuDomainAddIOThread")?;
        self.add_iothread(dom, id, flags)
    }

    fn domain_del_iothread(&self, dom: &Domain, id: u32, flags: u32) -> Result<()> {
        known(flags, AFFECT, "qemuDomainDelIOThread")?;
        self.remove_iothread(dom, id, flags)
    }

    fn domain_set_iothread_params(
        &self,
        dom: &Domain,
        id: u32,
        params: &Params<64>,
        flags: u32,
    ) -> Result<()> {
        known(flags, AFFECT, "qemuDomainSetIOThreadParams")?;
        self.set_iothread(dom, id, params, flags)
    }

    fn domain_set_lifecycle_action(&self, dom: &Domain, kind: u32, action: u32, flags: u32) -> Result<()> {
        known(flags, AFFECT, "qemuDomainSetLifecycleAction")?;
        lifecycle::set(&*self.state, dom, Action::new(kind, action)?, flags)
    }
}
