//! The host: memory, CPUs, pages, suspend.

use crate::{
    boundary::{
        arguments::{array, optional, required},
        call,
        checks::{greater_than_zero, must_not_be_null, not_zero, zero_or_greater},
        done, params,
        results::{self, fill},
    },
    common::virTypedParameterPtr,
    host::{
        _virNodeCPUStats, _virNodeInfo, _virNodeMemoryStats, _virSecurityModel, virConnectPtr,
        virNodeCPUStatsPtr, virNodeInfoPtr, virNodeMemoryStatsPtr, virSecurityModelPtr,
    },
};
use std::ffi::{c_char, c_int, c_uchar, c_uint, c_ulonglong};
use virt_core::{api::ops, params::FIELD_MAX, records::NodeCpuStats, types::List};
use virt_error::{Error, Result, bail};

/// Changes the pools of huge pages of the host's NUMA nodes.
///
/// @conn: the connection
/// @npages: the length of @pageSizes and of @pageCounts
/// @pageSizes: the sizes of page in KiB
/// @pageCounts: for each size, how many pages there are to be, or by how many there are to be more
/// @startCell: the first NUMA node, or -1 for the host as a whole
/// @cellCount: how many NUMA nodes
/// @flags: bitwise-OR of virNodeAllocPagesFlags
///
/// Returns the number of pools that were changed, or -1.
///
/// Since: 1.2.9
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeAllocPages(
    conn: virConnectPtr,
    npages: c_uint,
    pageSizes: *mut c_uint,
    pageCounts: *mut c_ulonglong,
    startCell: c_int,
    cellCount: c_uint,
    flags: c_uint,
) -> c_int {
    call(conn, &ops::node_alloc_pages, |conn| {
        // SAFETY: C gives `npages` sizes and as many counts.
        let sizes = unsafe { page_list(pageSizes, "pageSizes", npages, 1) }?;
        // SAFETY: as above.
        let counts = unsafe { page_list(pageCounts, "pageCounts", npages, 1) }?;
        not_zero(cellCount, "cellCount")?;
        conn.drivers().host.node_alloc_pages(&sizes, &counts, startCell, cellCount, flags)
    })
}

/// Tells which CPUs of the host are online.
///
/// @conn: the connection
/// @cpumap: (optional) (out) where to store a new map, bit 0 of byte 0 for CPU 0, which the caller frees; or
///          NULL
/// @online: (optional) (out) how many are online; or NULL
/// @flags: must be 0
///
/// Returns how many CPUs the host has, or -1.
///
/// Since: 1.0.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetCPUMap(
    conn: virConnectPtr,
    cpumap: *mut *mut c_uchar,
    online: *mut c_uint,
    flags: c_uint,
) -> c_int {
    call(conn, &ops::node_get_cpu_map, |conn| {
        // SAFETY: C gives NULL or room for a pointer.
        let cpumap = unsafe { optional(cpumap) };
        // SAFETY: C gives NULL or room for a number.
        let online = unsafe { optional(online) };
        let (need_map, need_online) = (cpumap.is_some() as i32, online.is_some() as i32);
        let found = conn.drivers().host.node_get_cpu_map(need_map, need_online, flags)?;
        if let Some(cpumap) = cpumap {
            cpumap.write(results::give_bytes(&found.cpumap)?);
        }
        online.map(|online| online.write(found.online));
        Ok(found.ret)
    })
}

/// Tells how the CPUs of the host spend their time.
///
/// @conn: the connection
/// @cpuNum: the CPU, or VIR_NODE_CPU_STATS_ALL_CPUS
/// @params: (out) an array that takes the figures
/// @nparams: (out) the length of @params; then how many there are. With 0 only that is told, and @params may
///           be NULL
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetCPUStats(
    conn: virConnectPtr,
    cpuNum: c_int,
    params: virNodeCPUStatsPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    call(conn, &ops::node_get_cpu_stats, |conn| {
        // SAFETY: C gives room for a number, and for as many figures as it says.
        let room = unsafe { StatsRoom::new(params, nparams) }?;
        all_or_one(cpuNum, "cpuNum")?;
        let found = conn.drivers().host.node_get_cpu_stats(cpuNum, room.len(), flags)?;
        room.put(&found, |field, value| _virNodeCPUStats { field, value })
    })
}

/// Tells how much memory is free on NUMA nodes of the host.
///
/// @conn: the connection
/// @freeMems: (out) an array that takes the bytes
/// @startCell: the first NUMA node
/// @maxCells: the length of @freeMems
///
/// Returns how many figures were stored, or -1.
///
/// Since: 0.3.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetCellsFreeMemory(
    conn: virConnectPtr,
    freeMems: *mut c_ulonglong,
    startCell: c_int,
    maxCells: c_int,
) -> c_int {
    call(conn, &ops::node_get_cells_free_memory, |conn| {
        if freeMems.is_null() {
            return Err(must_not_be_null("freeMems"));
        }
        greater_than_zero(maxCells, "maxCells")?;
        zero_or_greater(startCell, "startCell")?;
        let found = conn.drivers().host.node_get_cells_free_memory(startCell, maxCells)?;
        // SAFETY: C gives room for `maxCells` figures.
        Ok(unsafe { fill(&found, freeMems, maxCells) })
    })
}

/// Tells how much memory is free on the host.
///
/// @conn: the connection
///
/// Returns the bytes, or 0 on error.
///
/// Since: 0.3.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetFreeMemory(conn: virConnectPtr) -> c_ulonglong {
    call(conn, &ops::node_get_free_memory, |conn| conn.drivers().host.node_get_free_memory())
}

/// Tells how many pages are free on NUMA nodes of the host.
///
/// @conn: the connection
/// @npages: the length of @pages
/// @pages: the sizes of page in KiB
/// @startCell: the first NUMA node, or -1 for the host as a whole
/// @cellCount: how many NUMA nodes
/// @counts: (out) an array that takes the counts of all sizes for each node, @npages times @cellCount
/// @flags: must be 0
///
/// Returns how many counts were stored, or -1.
///
/// Since: 1.2.6
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetFreePages(
    conn: virConnectPtr,
    npages: c_uint,
    pages: *mut c_uint,
    startCell: c_int,
    cellCount: c_uint,
    counts: *mut c_ulonglong,
    flags: c_uint,
) -> c_int {
    call(conn, &ops::node_get_free_pages, |conn| {
        // SAFETY: C gives `npages` sizes.
        let pages = unsafe { page_list(pages, "pages", npages, cellCount) }?;
        not_zero(cellCount, "cellCount")?;
        if counts.is_null() {
            return Err(must_not_be_null("counts"));
        }
        let found = conn.drivers().host.node_get_free_pages(&pages, startCell, cellCount, flags)?;
        // SAFETY: C gives room for as many counts.
        Ok(unsafe { fill(&found, counts, (npages * cellCount) as c_int) })
    })
}

/// Tells what the host is made of.
///
/// @conn: the connection
/// @info: (out) CPUs, memory and their arrangement
///
/// Returns 0, or -1.
///
/// Since: 0.1.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetInfo(conn: virConnectPtr, info: virNodeInfoPtr) -> c_int {
    call(conn, &ops::node_get_info, |conn| {
        // SAFETY: C gives room for a virNodeInfo.
        let info = unsafe { required(info, "info") }?;
        let found = conn.drivers().host.node_get_info()?;
        info.write(_virNodeInfo {
            model: found.model.0.map(|byte| byte as c_char),
            memory: found.memory,
            cpus: found.cpus as c_uint,
            mhz: found.mhz as c_uint,
            nodes: found.nodes as c_uint,
            sockets: found.sockets as c_uint,
            cores: found.cores as c_uint,
            threads: found.threads as c_uint,
        });
        Ok(0)
    })
}

/// Reads how the host shares equal pages of memory.
///
/// @conn: the connection
/// @params: (out) an array that takes the parameters, VIR_NODE_MEMORY_SHARED_…
/// @nparams: (out) the length of @params; then how many there are. With 0 only that is told, and @params may
///           be NULL
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetMemoryParameters(
    conn: virConnectPtr,
    params: virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    call(conn, &ops::node_get_memory_parameters, |conn| {
        // SAFETY: C gives room for a number, and for as many parameters as it says.
        let room = unsafe { params::Room::new(params, nparams) }?;
        let found = conn.drivers().host.node_get_memory_parameters(room.len(), flags)?;
        room.put(&found)
    })
}

/// Tells how the memory of the host is used.
///
/// @conn: the connection
/// @cellNum: the NUMA node, or VIR_NODE_MEMORY_STATS_ALL_CELLS
/// @params: (out) an array that takes the figures in KiB
/// @nparams: (out) the length of @params; then how many there are. With 0 only that is told, and @params may
///           be NULL
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 0.9.3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetMemoryStats(
    conn: virConnectPtr,
    cellNum: c_int,
    params: virNodeMemoryStatsPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    call(conn, &ops::node_get_memory_stats, |conn| {
        // SAFETY: C gives room for a number, and for as many figures as it says.
        let room = unsafe { StatsRoom::new(params, nparams) }?;
        all_or_one(cellNum, "cellNum")?;
        let found = conn.drivers().host.node_get_memory_stats(room.len(), cellNum, flags)?;
        room.put(&found, |field, value| _virNodeMemoryStats { field, value })
    })
}

/// Reads what the host has for guests with encrypted memory, its certificates among it.
///
/// @conn: the connection
/// @params: (out) where to store a new array of parameters; the caller frees it with virTypedParamsFree()
/// @nparams: (out) how many there are
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 4.5.0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetSEVInfo(
    conn: virConnectPtr,
    params: *mut virTypedParameterPtr,
    nparams: *mut c_int,
    flags: c_uint,
) -> c_int {
    call(conn, &ops::node_get_sev_info, |conn| {
        // SAFETY: C gives room for a number.
        let count = unsafe { nparams.as_ref() }.ok_or_else(|| must_not_be_null("nparams"))?;
        zero_or_greater(*count, "*nparams")?;
        let get = |nparams| conn.drivers().host.node_get_sev_info(nparams, flags);
        // SAFETY: C gives room for an array's address and its length.
        unsafe { params::give_all(get, params, nparams) }
    })
}

/// Tells which security driver confines the domains.
///
/// @conn: the connection
/// @secmodel: (out) its name and its domain of interpretation; empty when there is none
///
/// Returns 0, or -1.
///
/// Since: 0.6.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeGetSecurityModel(
    conn: virConnectPtr,
    secmodel: virSecurityModelPtr,
) -> c_int {
    call(conn, &ops::node_get_security_model, |conn| {
        // SAFETY: C gives room for a virSecurityModel.
        let secmodel = unsafe { required(secmodel, "secmodel") }?;
        let found = conn.drivers().host.node_get_security_model()?;
        let [model, doi] = [found.model, found.doi].map(|text| results::padded(text.text()));
        secmodel.write(_virSecurityModel { model, doi });
        Ok(0)
    })
}

/// Changes how the host shares equal pages of memory.
///
/// @conn: the connection
/// @params: the parameters to change, VIR_NODE_MEMORY_SHARED_…
/// @nparams: how many there are
/// @flags: must be 0
///
/// Returns 0, or -1.
///
/// Since: 0.10.2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeSetMemoryParameters(
    conn: virConnectPtr,
    params: virTypedParameterPtr,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    call(conn, &ops::node_set_memory_parameters, |conn| {
        // SAFETY: C gives `nparams` parameters.
        let params = unsafe { params::read_any(params, nparams) }?;
        done(conn.drivers().host.node_set_memory_parameters(&params, flags))
    })
}

/// Puts the host to sleep and has it wake up later.
///
/// @conn: the connection
/// @target: how deep, one of virNodeSuspendTarget
/// @duration: for how many seconds, at least 60
/// @flags: must be 0
///
/// Returns 0 when it is about to sleep, or -1.
///
/// Since: 0.9.8
#[unsafe(no_mangle)]
pub unsafe extern "C" fn virNodeSuspendForDuration(
    conn: virConnectPtr,
    target: c_uint,
    duration: c_ulonglong,
    flags: c_uint,
) -> c_int {
    call(conn, &ops::node_suspend_for_duration, |conn| {
        done(conn.drivers().host.node_suspend_for_duration(target, duration, flags))
    })
}

/// The most figures that one call about pages can be about.
const PAGES_MAX: usize = 1024;

/// An array of C's with an item for each size of page.
///
/// # Safety
/// `pointer` is null or points at `npages` items.
unsafe fn page_list<T: Copy>(
    pointer: *const T,
    argument: &str,
    npages: c_uint,
    cells: c_uint,
) -> Result<List<T, PAGES_MAX>> {
    not_zero(npages, "npages")?;
    if pointer.is_null() {
        return Err(must_not_be_null(argument));
    }
    let figures = u64::from(npages) * u64::from(cells);
    if figures > PAGES_MAX as u64 {
        bail!(Remote, Rpc, "too many NUMA cells: {figures} > {PAGES_MAX}");
    }
    // SAFETY: passed on.
    Ok(unsafe { array(pointer, npages as usize, argument) }?.to_vec().into())
}

/// Refuses a negative number that does not stand for all of them.
fn all_or_one(number: c_int, argument: &str) -> Result<()> {
    if number < -1 {
        let text = format!("{argument} in %s only accepts -1 as a negative value");
        return Err(Error::argument(argument, text));
    }
    Ok(())
}

/// Where a call about the host puts its figures, and how many C has room for.
struct StatsRoom<'a, T> {
    array: *mut T,
    count: &'a mut c_int,
}

impl<T: Copy> StatsRoom<'_, T> {
    /// # Safety
    /// `nparams` is null or points at a number, and `params` is null or has room for as many figures.
    unsafe fn new<'a>(params: *mut T, nparams: *mut c_int) -> Result<StatsRoom<'a, T>> {
        // SAFETY: the caller vouches for it.
        let count = unsafe { nparams.as_mut() }.ok_or_else(|| must_not_be_null("nparams"))?;
        zero_or_greater(*count, "*nparams")?;
        Ok(StatsRoom { array: params, count })
    }

    fn len(&self) -> c_int {
        *self.count
    }

    /// Stores what was found, each figure in its form in C, and how many there are.
    fn put(
        self,
        found: &NodeCpuStats,
        form: impl Fn([c_char; FIELD_MAX + 1], c_ulonglong) -> T,
    ) -> Result<c_int> {
        if *self.count == 0 {
            *self.count = found.nparams;
            return Ok(0);
        }
        if self.array.is_null() {
            return Err(must_not_be_null("params"));
        }
        let figures: Vec<T> = found
            .params
            .iter()
            .map(|figure| form(results::padded(figure.field.as_bytes()), figure.value))
            .collect();
        // SAFETY: whoever made this vouched for the room.
        *self.count = unsafe { fill(&figures, self.array, *self.count) };
        Ok(0)
    }
}
