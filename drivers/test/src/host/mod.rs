//! The host itself: its processors, cells and memory, and what it says of itself.

mod capabilities;
mod memory;
mod model;

pub use model::{HostModel, NumaCell};

use crate::TestConnection;
use std::sync::OnceLock;
use virt_core::{
    api::Host,
    connection::{check_flags, library_version},
    constants::*,
    params::TypedParam,
    records::*,
    types::*,
};
use virt_cpu::{Baseline, Definition};
use virt_error::{Origin, Result, bail};

/// What runs the guests, as documents name it.
pub const EMULATOR: &str = "/usr/bin/test-hv";

/// The most virtual processors that a domain may have.
pub const MAX_VCPUS: u32 = 32;

/// The features of a driver that this one has: the numbers of libvirt's `virDrvFeature` for migration in three
/// phases, change protection, descriptors, string parameters, migratable XML, offline migration, migration
/// parameters, and network updates with their arguments in order.
const FEATURES: [i32; 9] = [6, 7, 8, 9, 11, 12, 13, 16, 4];

impl Host for TestConnection {
    fn connect_get_type(&self) -> Result<String> {
        Ok("TEST".into())
    }

    fn connect_get_version(&self) -> Result<u64> {
        Ok(2)
    }

    fn connect_get_lib_version(&self) -> Result<u64> {
        Ok(library_version())
    }

    fn connect_get_max_vcpus(&self, _kind: Option<&str>) -> Result<i32> {
        Ok(MAX_VCPUS as i32)
    }

    fn node_get_info(&self) -> Result<NodeInfo> {
        Ok(self.state.host.info.clone())
    }

    fn connect_get_capabilities(&self) -> Result<String> {
        Ok(capabilities::format(&self.state.host))
    }

    fn connect_get_hostname(&self) -> Result<String> {
        virt_sys::label::host_name().map_err(|error| error.with_origin(Origin::Test))
    }

    fn connect_supports_feature(&self, feature: i32) -> Result<i32> {
        Ok(i32::from(FEATURES.contains(&feature)))
    }

    fn node_get_cells_free_memory(&self, start_cell: i32, maxcells: i32) -> Result<List<u64, 1024>> {
        let cells = &self.state.host.cells;
        let start = usize::try_from(start_cell).unwrap_or(usize::MAX);
        if start >= cells.len() {
            bail!(Test, InvalidArg, "Range exceeds available cells");
        }
        let wanted = usize::try_from(maxcells).unwrap_or(0);
        Ok(cells[start..].iter().take(wanted).map(|cell| cell.free).collect::<Vec<_>>().into())
    }

    fn node_get_free_memory(&self) -> Result<u64> {
        Ok(self.state.host.cells.iter().map(|cell| cell.free).sum::<u64>() / 2)
    }

    fn connect_get_uri(&self) -> Result<String> {
        Ok(self.uri.clone())
    }

    fn node_get_security_model(&self) -> Result<NodeSecurityModel> {
        Ok(NodeSecurityModel {
            model: Chars::from_text(model::SECURITY_MODEL),
            doi: Chars::from_text(model::SECURITY_DOI),
        })
    }

    fn connect_is_secure(&self) -> Result<i32> {
        Ok(1)
    }

    fn connect_get_sysinfo(&self, flags: u32) -> Result<String> {
        check_flags(flags, 0, Origin::Test, "testConnectGetSysinfo")?;
        Ok(capabilities::sysinfo())
    }

    fn node_get_cpu_stats(&self, _cpu_num: i32, nparams: i32, flags: u32) -> Result<NodeCpuStats> {
        check_flags(flags, 0, Origin::Test, "testNodeGetCPUStats")?;
        Ok(memory::counted(&model::CPU_TIMES, nparams))
    }

    fn node_get_memory_stats(&self, nparams: i32, cell_num: i32, flags: u32) -> Result<NodeCpuStats> {
        check_flags(flags, 0, Origin::Test, "testNodeGetMemoryStats")?;
        Ok(memory::counted(&self.state.host.memory_stats(cell_num)?, nparams))
    }

    fn node_set_memory_parameters(&self, params: &Params<64>, flags: u32) -> Result<()> {
        check_flags(flags, 0, Origin::Test, "testNodeSetMemoryParameters")?;
        self.state.host.merging.set(params)
    }

    fn node_get_memory_parameters(&self, nparams: i32, flags: u32) -> Result<Counted<64>> {
        check_flags(flags, VIR_TYPED_PARAM_STRING_OKAY, Origin::Test, "testNodeGetMemoryParameters")?;
        Ok(Counted::new(self.state.host.merging.get(), nparams))
    }

    fn node_get_cpu_map(&self, need_map: i32, need_online: i32, flags: u32) -> Result<NodeCpuMap> {
        check_flags(flags, 0, Origin::Test, "testNodeGetCPUMap")?;
        let map = model::ONLINE_CPUS;
        Ok(NodeCpuMap {
            cpumap: if need_map != 0 { vec![map].into() } else { Bytes::default() },
            online: if need_online != 0 { map.count_ones() } else { 0 },
            ret: u8::BITS as i32,
        })
    }

    fn connect_baseline_cpu(&self, xml_cpus: &List<String, 256>, flags: u32) -> Result<String> {
        check_flags(flags, VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES, Origin::Test, "testConnectBaselineCPU")?;
        let cpus = xml_cpus.iter().map(|xml| Definition::parse_host(xml)).collect::<Result<Vec<_>>>()?;
        let mut cpu = virt_cpu::baseline(None, &cpus, &Baseline::default())?;
        if flags & VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES != 0 {
            virt_cpu::expand(cpus[0].architecture.as_deref().unwrap_or_default(), &mut cpu)?;
        }
        Ok(cpu.format())
    }

    fn connect_get_cpu_model_names(
        &self,
        arch: &str,
        need_results: i32,
        flags: u32,
    ) -> Result<Listing<String, 8192>> {
        check_flags(flags, 0, Origin::Test, "testConnectGetCPUModelNames")?;
        if !virt_cpu::is_known(arch) {
            bail!(Test, InvalidArg, "cannot find architecture {arch}");
        }
        let names = virt_cpu::models(arch)?;
        Ok(Listing::new(names.iter().map(|name| (*name).to_owned()).collect(), need_results))
    }

    fn node_get_free_pages(
        &self,
        pages: &List<u32, 1024>,
        start_cell: i32,
        cell_count: u32,
        flags: u32,
    ) -> Result<List<u64, 1024>> {
        check_flags(flags, 0, Origin::Test, "testNodeGetFreePages")?;
        self.state.host.free_pages(pages, start_cell, cell_count).map(List)
    }

    fn node_alloc_pages(
        &self,
        page_sizes: &List<u32, 1024>,
        page_counts: &List<u64, 1024>,
        start_cell: i32,
        cell_count: u32,
        flags: u32,
    ) -> Result<i32> {
        check_flags(flags, VIR_NODE_ALLOC_PAGES_SET, Origin::Test, "testNodeAllocPages")?;
        let set = flags & VIR_NODE_ALLOC_PAGES_SET != 0;
        let wanted: Vec<(u32, u64)> = page_sizes.iter().copied().zip(page_counts.iter().copied()).collect();
        self.state.host.allocate_pages(&wanted, start_cell, cell_count, set)
    }
}

/// A typed parameter for tests and tables.
pub(crate) fn param(field: &'static str, value: Value) -> TypedParam {
    TypedParam::new(field, value)
}

/// The guests that the host runs, as documents need to know them.
pub fn guests() -> &'static virt_conf::host::Host {
    use virt_conf::domain::{VirtType, os::OsType};
    static GUESTS: OnceLock<virt_conf::host::Host> = OnceLock::new();
    GUESTS.get_or_init(|| virt_conf::host::Host {
        guests: [OsType::Hvm, OsType::Xen]
            .into_iter()
            .map(|os| virt_conf::host::Guest {
                os,
                arch: "i686".into(),
                machine: None,
                // A document may be of any type, as long as nothing runs it.
                types: VirtType::ALL.iter().map(|(kind, _)| *kind).collect(),
            })
            .collect(),
        arch: Some("i686".into()),
        ..Default::default()
    })
}
