//! What a domain may use, read and set: the operations by subject, and their flags.

mod block;
mod interface;
pub mod iothread;
mod memory;
mod misc;
pub mod vcpu;

use crate::TestConnection;
use virt_core::{
    api::Tuning,
    connection::check_flags,
    constants::*,
    domain::{
        DomainHost,
        tuning::{
            self, bandwidth, blkio, iotune,
            lifecycle::{self, Action},
            metadata, pin,
        },
    },
    records::*,
    types::*,
};
use virt_error::{Origin, Result};

/// The flags that say which document is meant.
const AFFECT: u32 = VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG;
/// The same, of a getter whose answer may hold strings.
const READ: u32 = AFFECT | VIR_TYPED_PARAM_STRING_OKAY;

fn known(flags: u32, known: u32, function: &str) -> Result<()> {
    check_flags(flags, known, Origin::Test, function)
}

impl Tuning for TestConnection {
    fn domain_get_launch_security_info(&self, dom: &Domain, flags: u32) -> Result<Params<64>> {
        known(flags, VIR_TYPED_PARAM_STRING_OKAY, "testDomainGetLaunchSecurityInfo")?;
        Ok(self.launch_security(dom)?.into())
    }

    fn domain_save_params(&self, dom: &Domain, params: &Params<64>, flags: u32) -> Result<()> {
        let (file, dxml) = super::save::image_of(params)?;
        self.save(dom, &file, dxml.as_deref(), flags)
    }

    fn domain_restore_params(&self, params: &Params<64>, flags: u32) -> Result<()> {
        let (file, dxml) = super::save::image_of(params)?;
        self.restore(&file, dxml.as_deref(), flags)
    }

    fn domain_get_autostart(&self, dom: &Domain) -> Result<i32> {
        self.state.look(dom, |state| i32::from(state.autostart))
    }

    fn domain_set_autostart(&self, dom: &Domain, autostart: i32) -> Result<()> {
        self.set_autostart(dom, autostart != 0)
    }

    fn domain_get_autostart_once(&self, dom: &Domain) -> Result<i32> {
        self.state.look(dom, |state| i32::from(state.autostart_once))
    }

    fn domain_set_autostart_once(&self, dom: &Domain, autostart: i32) -> Result<()> {
        self.set_autostart_once(dom, autostart != 0)
    }

    fn domain_get_max_memory(&self, dom: &Domain) -> Result<u64> {
        self.state.look(dom, |state| state.def.max_memory())
    }

    fn domain_set_max_memory(&self, dom: &Domain, memory: u64) -> Result<()> {
        self.set_max_memory(dom, memory)
    }

    fn domain_set_memory(&self, dom: &Domain, memory: u64) -> Result<()> {
        self.set_running_memory(dom, memory)
    }

    fn domain_set_memory_flags(&self, dom: &Domain, memory: u64, flags: u32) -> Result<()> {
        known(flags, AFFECT | VIR_DOMAIN_MEM_MAXIMUM, "testDomainSetMemoryFlags")?;
        self.set_memory(dom, memory, flags)
    }

    fn domain_set_memory_parameters(&self, dom: &Domain, params: &Params<16>, flags: u32) -> Result<()> {
        known(flags, AFFECT, "testDomainSetMemoryParameters")?;
        self.set_memory_limits(dom, params, flags)
    }

    fn domain_get_memory_parameters(&self, dom: &Domain, nparams: i32, flags: u32) -> Result<Counted<16>> {
        known(flags, READ, "testDomainGetMemoryParameters")?;
        Ok(Counted::new(tuning::memory::list_limits(&*self.state.document(dom, flags)?), nparams))
    }

    fn domain_set_numa_parameters(&self, dom: &Domain, params: &Params<16>, flags: u32) -> Result<()> {
        known(flags, AFFECT, "testDomainSetNumaParameters")?;
        self.set_numa(dom, params, flags)
    }

    fn domain_get_numa_parameters(&self, dom: &Domain, nparams: i32, flags: u32) -> Result<Counted<16>> {
        known(flags, READ, "testDomainGetNumaParameters")?;
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
        known(flags, AFFECT | VIR_DOMAIN_VCPU_MAXIMUM, "testDomainSetVcpusFlags")?;
        self.set_vcpus(dom, nvcpus, flags)
    }

    fn domain_get_vcpus_flags(&self, dom: &Domain, flags: u32) -> Result<i32> {
        known(flags, AFFECT | VIR_DOMAIN_VCPU_MAXIMUM, "testDomainGetVcpusFlags")?;
        self.vcpu_count(dom, flags)
    }

    fn domain_set_vcpu(&self, dom: &Domain, cpumap: &str, state: i32, flags: u32) -> Result<()> {
        known(flags, AFFECT, "testDomainSetVcpu")?;
        self.set_vcpu(dom, cpumap, state != 0, flags)
    }

    fn domain_pin_vcpu(&self, dom: &Domain, vcpu: u32, cpumap: &Bytes<2048>) -> Result<()> {
        self.pin_vcpu(dom, vcpu, cpumap, 0)
    }

    fn domain_pin_vcpu_flags(&self, dom: &Domain, vcpu: u32, cpumap: &Bytes<2048>, flags: u32) -> Result<()> {
        known(flags, AFFECT, "testDomainPinVcpuFlags")?;
        self.pin_vcpu(dom, vcpu, cpumap, flags)
    }

    fn domain_get_vcpu_pin_info(
        &self,
        dom: &Domain,
        ncpumaps: i32,
        maplen: i32,
        flags: u32,
    ) -> Result<DomainVcpuPinInfo> {
        pin::vcpu_maps(&*self.state.document(dom, flags)?, ncpumaps, maplen, || self.host_cpus())
    }

    fn domain_pin_emulator(&self, dom: &Domain, cpumap: &Bytes<2048>, flags: u32) -> Result<()> {
        known(flags, AFFECT, "testDomainPinEmulator")?;
        self.pin_emulator(dom, cpumap, flags)
    }

    fn domain_get_emulator_pin_info(
        &self,
        dom: &Domain,
        maplen: i32,
        flags: u32,
    ) -> Result<DomainEmulatorPinInfo> {
        known(flags, AFFECT, "testDomainGetEmulatorPinInfo")?;
        pin::emulator_map(&*self.state.document(dom, flags)?, maplen, || self.host_cpus())
    }

    fn domain_get_scheduler_type(&self, dom: &Domain) -> Result<DomainSchedulerType> {
        self.state.look(dom, |_| DomainSchedulerType { kind: "fair".into(), nparams: 1 })
    }

    fn domain_get_scheduler_parameters(&self, dom: &Domain, _nparams: i32) -> Result<Params<16>> {
        Ok(self.weight(dom, 0)?.into())
    }

    fn domain_get_scheduler_parameters_flags(
        &self,
        dom: &Domain,
        _nparams: i32,
        flags: u32,
    ) -> Result<Params<16>> {
        known(flags, READ, "testDomainGetSchedulerParametersFlags")?;
        Ok(self.weight(dom, flags)?.into())
    }

    fn domain_set_scheduler_parameters(&self, dom: &Domain, params: &Params<16>) -> Result<()> {
        self.set_weight(dom, params, 0)
    }

    fn domain_set_scheduler_parameters_flags(
        &self,
        dom: &Domain,
        params: &Params<16>,
        flags: u32,
    ) -> Result<()> {
        known(flags, AFFECT, "testDomainSetSchedulerParametersFlags")?;
        self.set_weight(dom, params, flags)
    }

    fn domain_set_blkio_parameters(&self, dom: &Domain, params: &Params<16>, flags: u32) -> Result<()> {
        known(flags, AFFECT, "testDomainSetBlkioParameters")?;
        self.set_blkio(dom, params, flags)
    }

    fn domain_get_blkio_parameters(&self, dom: &Domain, nparams: i32, flags: u32) -> Result<Counted<16>> {
        known(flags, READ, "testDomainGetBlkioParameters")?;
        Ok(Counted::new(blkio::read(&*self.state.document(dom, flags)?), nparams))
    }

    fn domain_set_block_io_tune(
        &self,
        dom: &Domain,
        disk: &str,
        params: &Params<32>,
        flags: u32,
    ) -> Result<()> {
        known(flags, AFFECT, "testDomainSetBlockIoTune")?;
        self.set_iotune(dom, disk, params, flags)
    }

    fn domain_get_block_io_tune(
        &self,
        dom: &Domain,
        disk: Option<&str>,
        nparams: i32,
        flags: u32,
    ) -> Result<Counted<32>> {
        known(flags, READ, "testDomainGetBlockIoTune")?;
        // Without a disk, or without room, the caller asks how many parameters there can be.
        match disk.filter(|_| nparams != 0) {
            Some(disk) => Ok(Counted::new(self.iotune(dom, disk, flags)?, nparams)),
            None => Ok(Counted::new(iotune::list(&Default::default()), 0)),
        }
    }

    fn domain_set_throttle_group(
        &self,
        dom: &Domain,
        group: &str,
        params: &Params<32>,
        flags: u32,
    ) -> Result<()> {
        known(flags, AFFECT, "testDomainSetThrottleGroup")?;
        self.set_throttle_group(dom, group, params, flags)
    }

    fn domain_del_throttle_group(&self, dom: &Domain, group: Option<&str>, flags: u32) -> Result<()> {
        known(flags, AFFECT, "testDomainDelThrottleGroup")?;
        self.remove_throttle_group(dom, group.unwrap_or_default(), flags)
    }

    fn domain_set_interface_parameters(
        &self,
        dom: &Domain,
        device: &str,
        params: &Params<16>,
        flags: u32,
    ) -> Result<()> {
        known(flags, AFFECT, "testDomainSetInterfaceParameters")?;
        self.set_bandwidth(dom, device, params, flags)
    }

    fn domain_get_interface_parameters(
        &self,
        dom: &Domain,
        device: &str,
        nparams: i32,
        flags: u32,
    ) -> Result<Counted<16>> {
        known(flags, READ, "testDomainGetInterfaceParameters")?;
        if nparams == 0 {
            return Ok(Counted { nparams: bandwidth::COUNT, params: Params::default() });
        }
        Ok(Counted::new(bandwidth::read(&*self.state.document(dom, flags)?, device)?, nparams))
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
        known(flags, AFFECT, "testDomainSetMetadata")?;
        metadata::set(&*self.state, dom, kind, text, (key, uri), flags)
    }

    fn domain_get_metadata(&self, dom: &Domain, kind: i32, uri: Option<&str>, flags: u32) -> Result<String> {
        known(flags, AFFECT, "testDomainGetMetadata")?;
        metadata::read(&*self.state.document(dom, flags)?, kind, uri)
    }

    fn domain_get_iothread_info(&self, dom: &Domain, flags: u32) -> Result<Listing<IoThreadInfo, 16384>> {
        known(flags, AFFECT, "testDomainGetIOThreadInfo")?;
        Ok(Listing::new(self.list_iothreads(dom, flags)?, 1))
    }

    fn domain_pin_iothread(&self, dom: &Domain, id: u32, cpumap: &Bytes<2048>, flags: u32) -> Result<()> {
        known(flags, AFFECT, "testDomainPinIOThread")?;
        self.pin_iothread(dom, id, cpumap, flags)
    }

    fn domain_add_iothread(&self, dom: &Domain, id: u32, flags: u32) -> Result<()> {
        known(flags, AFFECT, "testDomainAddIOThread")?;
        self.add_iothread(dom, id, flags)
    }

    fn domain_del_iothread(&self, dom: &Domain, id: u32, flags: u32) -> Result<()> {
        known(flags, AFFECT, "testDomainDelIOThread")?;
        self.remove_iothread(dom, id, flags)
    }

    fn domain_set_iothread_params(
        &self,
        dom: &Domain,
        id: u32,
        params: &Params<64>,
        flags: u32,
    ) -> Result<()> {
        known(flags, AFFECT, "testDomainSetIOThreadParams")?;
        self.set_iothread(dom, id, params, flags)
    }

    fn domain_set_lifecycle_action(&self, dom: &Domain, kind: u32, action: u32, flags: u32) -> Result<()> {
        let action = Action::new(kind, action)?;
        known(flags, AFFECT, "testDomainSetLifecycleAction")?;
        lifecycle::set(&*self.state, dom, action, flags)
    }
}
