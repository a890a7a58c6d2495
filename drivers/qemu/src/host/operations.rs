//! The operations of the API on the connection and the host behind it.

use super::{
    capabilities, cpu,
    domain::{self, Subject},
    node, sysinfo,
};
use crate::{connection::QemuConnection, emulator::host_arch};
use virt_core::{
    api::Host,
    connection::{check_flags, library_version},
    constants::*,
    records::{NodeCpuMap, NodeCpuStats, NodeInfo, NodeSecurityModel},
    types::*,
};
use virt_error::{Origin, Result, bail};

impl Host for QemuConnection {
    fn connect_get_type(&self) -> Result<String> {
        Ok("QEMU".to_owned())
    }

    fn connect_get_version(&self) -> Result<u64> {
        let arch = host_arch();
        match self.state.emulators().of_arch(arch) {
            Some(emulator) => Ok(emulator.version.into()),
            None => bail!(Qemu, InternalError, "Cannot find suitable emulator for {arch}"),
        }
    }

    fn connect_get_lib_version(&self) -> Result<u64> {
        Ok(library_version())
    }

    fn connect_get_capabilities(&self) -> Result<String> {
        Ok(capabilities::describe(self.state.emulators(), &self.state.settings).format())
    }

    fn connect_get_hostname(&self) -> Result<String> {
        virt_sys::label::host_name().map_err(|error| error.with_origin(Origin::Qemu))
    }

    fn connect_get_uri(&self) -> Result<String> {
        Ok(self.uri.clone())
    }

    fn connect_is_secure(&self) -> Result<i32> {
        Ok(1)
    }

    fn connect_get_max_vcpus(&self, kind: Option<&str>) -> Result<i32> {
        /// What libvirt says of emulators without acceleration.
        const EMULATED: i32 = 16;
        match kind {
            None => Ok(EMULATED),
            Some(kind) if kind.eq_ignore_ascii_case("qemu") => Ok(EMULATED),
            Some(kind) if kind.eq_ignore_ascii_case("kvm") => match virt_sys::host::kvm_max_vcpus() {
                Some(most) => Ok(i32::try_from(most).unwrap_or(i32::MAX)),
                None => bail!(Qemu, SystemError, "KVM is not available"),
            },
            Some(kind) => bail!(Qemu, InvalidArg, "unknown type '{kind}'"),
        }
    }

    fn connect_supports_feature(&self, feature: i32) -> Result<i32> {
        Ok(i32::from(FEATURES.contains(&feature)))
    }

    fn connect_get_sysinfo(&self, flags: u32) -> Result<String> {
        check_flags(flags, 0, Origin::Qemu, "qemuConnectGetSysinfo")?;
        sysinfo::describe()
    }

    fn node_get_info(&self) -> Result<NodeInfo> {
        Ok(node::info())
    }

    fn node_get_free_memory(&self) -> Result<u64> {
        Ok(virt_sys::host::memory().free.saturating_mul(1024))
    }

    fn node_get_cells_free_memory(&self, start_cell: i32, maxcells: i32) -> Result<List<u64, 1024>> {
        node::cells_free_memory(start_cell, maxcells).map(List)
    }

    fn node_get_cpu_stats(&self, cpu_num: i32, nparams: i32, flags: u32) -> Result<NodeCpuStats> {
        check_flags(flags, 0, Origin::None, "virHostCPUGetStats")?;
        node::cpu_stats(cpu_num, nparams)
    }

    fn node_get_memory_stats(&self, nparams: i32, cell_num: i32, flags: u32) -> Result<NodeCpuStats> {
        check_flags(flags, 0, Origin::None, "virHostMemGetStats")?;
        node::memory_stats(cell_num, nparams)
    }

    fn node_get_cpu_map(&self, need_map: i32, need_online: i32, flags: u32) -> Result<NodeCpuMap> {
        check_flags(flags, 0, Origin::None, "virHostCPUGetMap")?;
        Ok(node::cpu_map(need_map != 0, need_online != 0))
    }

    fn node_get_memory_parameters(&self, nparams: i32, flags: u32) -> Result<Counted<64>> {
        check_flags(flags, VIR_TYPED_PARAM_STRING_OKAY, Origin::None, "virHostMemGetParameters")?;
        Ok(Counted::new(node::memory_parameters(), nparams))
    }

    fn node_set_memory_parameters(&self, params: &Params<64>, flags: u32) -> Result<()> {
        check_flags(flags, 0, Origin::None, "virHostMemSetParameters")?;
        node::set_memory_parameters(params)
    }

    fn node_get_free_pages(
        &self,
        pages: &List<u32, 1024>,
        start_cell: i32,
        cell_count: u32,
        flags: u32,
    ) -> Result<List<u64, 1024>> {
        check_flags(flags, 0, Origin::Qemu, "qemuNodeGetFreePages")?;
        node::free_pages(pages, start_cell, cell_count).map(List)
    }

    fn node_alloc_pages(
        &self,
        page_sizes: &List<u32, 1024>,
        page_counts: &List<u64, 1024>,
        start_cell: i32,
        cell_count: u32,
        flags: u32,
    ) -> Result<i32> {
        check_flags(flags, VIR_NODE_ALLOC_PAGES_SET, Origin::Qemu, "qemuNodeAllocPages")?;
        let wanted: Vec<(u32, u64)> = page_sizes.iter().copied().zip(page_counts.iter().copied()).collect();
        node::allocate_pages(&wanted, start_cell, cell_count, flags & VIR_NODE_ALLOC_PAGES_SET != 0)
    }

    fn node_get_security_model(&self) -> Result<NodeSecurityModel> {
        Ok(NodeSecurityModel {
            model: Chars::from_text(capabilities::NO_SECURITY),
            doi: Chars::from_text(capabilities::SECURITY_DOI),
        })
    }

    fn node_get_sev_info(&self, nparams: i32, flags: u32) -> Result<Counted<64>> {
        check_flags(flags, VIR_TYPED_PARAM_STRING_OKAY, Origin::Qemu, "qemuNodeGetSEVInfo")?;
        let emulator = self.state.emulators().of_arch(host_arch());
        let Some(sev) = emulator.as_ref().and_then(|emulator| emulator.sev.as_ref()) else {
            bail!(Qemu, OperationUnsupported, "QEMU does not support SEV guest");
        };
        let param = |name: &'static str, value: Value| TypedParam::new(name, value);
        let mut params = vec![
            param("pdh", Value::String(sev.pdh.clone())),
            param("cert-chain", Value::String(sev.cert_chain.clone())),
            param("cbitpos", Value::UInt(sev.c_bit)),
            param("reduced-phys-bits", Value::UInt(sev.reduced_phys_bits)),
        ];
        if let Some((guests, with_state)) = virt_sys::host::encrypted_guests() {
            params.push(param("max-guests", Value::UInt(guests)));
            params.push(param("max-es-guests", Value::UInt(with_state)));
        }
        if let Some(id) = &sev.cpu0_id {
            params.push(param("cpu0-id", Value::String(id.clone())));
        }
        Ok(Counted::new(params, nparams))
    }

    fn connect_compare_cpu(&self, xml: &str, flags: u32) -> Result<i32> {
        check_flags(flags, COMPARE, Origin::Qemu, "qemuConnectCompareCPU")?;
        let answer = cpu::compare(
            xml,
            flags & VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE != 0,
            flags & VIR_CONNECT_COMPARE_CPU_VALIDATE_XML != 0,
        )?;
        Ok(answer as i32)
    }

    fn connect_compare_hypervisor_cpu(
        &self,
        emulator: Option<&str>,
        arch: Option<&str>,
        machine: Option<&str>,
        virttype: Option<&str>,
        xml_cpu: &str,
        flags: u32,
    ) -> Result<i32> {
        check_flags(flags, COMPARE, Origin::Qemu, "qemuConnectCompareHypervisorCPU")?;
        let subject = Subject::find(self.state.emulators(), emulator, arch, machine, virttype)?;
        let answer = cpu::compare_with_emulator(
            &subject,
            xml_cpu,
            flags & VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE != 0,
            flags & VIR_CONNECT_COMPARE_CPU_VALIDATE_XML != 0,
        )?;
        Ok(answer as i32)
    }

    fn connect_baseline_cpu(&self, xml_cpus: &List<String, 256>, flags: u32) -> Result<String> {
        check_flags(flags, BASELINE, Origin::Qemu, "qemuConnectBaselineCPU")?;
        cpu::baseline(
            xml_cpus,
            flags & VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES != 0,
            flags & VIR_CONNECT_BASELINE_CPU_MIGRATABLE != 0,
        )
    }

    fn connect_baseline_hypervisor_cpu(
        &self,
        emulator: Option<&str>,
        arch: Option<&str>,
        machine: Option<&str>,
        virttype: Option<&str>,
        xml_cpus: &List<String, 256>,
        flags: u32,
    ) -> Result<String> {
        check_flags(flags, BASELINE, Origin::Qemu, "qemuConnectBaselineHypervisorCPU")?;
        let subject = Subject::find(self.state.emulators(), emulator, arch, machine, virttype)?;
        cpu::baseline_with_emulator(
            &subject,
            xml_cpus,
            flags & VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES != 0,
            flags & VIR_CONNECT_BASELINE_CPU_MIGRATABLE != 0,
        )
    }

    fn connect_get_cpu_model_names(
        &self,
        arch: &str,
        need_results: i32,
        flags: u32,
    ) -> Result<Listing<String, 8192>> {
        check_flags(flags, 0, Origin::Qemu, "qemuConnectGetCPUModelNames")?;
        if !virt_cpu::is_known(arch) {
            bail!(Qemu, InvalidArg, "cannot find architecture {arch}");
        }
        let names = virt_cpu::models(arch)?;
        Ok(Listing::new(names.iter().map(|name| (*name).to_owned()).collect(), need_results))
    }
}

/// What clients ask the driver for before they use it, by the numbers of libvirt's `virDrvFeature`: change
/// protection, parameters that are strings, migratable documents, and arguments of network updates in their order.
const FEATURES: [i32; 4] = [7, 9, 11, 16];

const COMPARE: u32 = VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE | VIR_CONNECT_COMPARE_CPU_VALIDATE_XML;
const BASELINE: u32 = VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES | VIR_CONNECT_BASELINE_CPU_MIGRATABLE;

impl QemuConnection {
    /// The body of `virConnectGetDomainCapabilities`.
    pub(crate) fn domain_capabilities(
        &self,
        emulator: Option<&str>,
        arch: Option<&str>,
        machine: Option<&str>,
        kind: Option<&str>,
        flags: u32,
    ) -> Result<String> {
        /// Leave features out of the host model that the emulator calls deprecated.
        const DISABLE_DEPRECATED_FEATURES: u32 = 1;
        check_flags(flags, DISABLE_DEPRECATED_FEATURES, Origin::Qemu, "qemuConnectGetDomainCapabilities")?;
        let subject = Subject::find(self.state.emulators(), emulator, arch, machine, kind)?;
        let disable_deprecated = flags & DISABLE_DEPRECATED_FEATURES != 0;
        Ok(domain::describe(&subject, &self.state.settings.firmwares, disable_deprecated).format())
    }
}
