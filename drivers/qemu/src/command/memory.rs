//! The guest's memory, and where on the host it lies.

use super::{Line, Options, Plan, Props};
use crate::emulator::Flag;
use std::path::PathBuf;
use virt_conf::NumberSet;
use virt_conf::domain::memory::{Allocation, HugePage, MemorySourceType, NumaMode};
use virt_conf::domain::memory_device::{MemoryAccess, MemoryModel};
use virt_error::{Result, bail};
use virt_sys::host::{default_huge_page, page_size};
use virt_xml::YesNo;

impl Plan<'_> {
    /// The memory that the guest begins with, in KiB: without that of pluggable modules.
    pub fn initial_memory(&self) -> u64 {
        let modules = self.domain.devices.memories.iter();
        let plugged: u64 = modules.map(module_size).sum();
        self.domain.max_memory().saturating_sub(plugged)
    }

    /// Whether the guest has memory nodes of its own.
    pub fn has_nodes(&self) -> bool {
        self.domain.cpu.as_ref().and_then(|cpu| cpu.numa.as_ref()).is_some_and(|numa| !numa.cells.is_empty())
    }
}

/// The size of a memory module in KiB.
pub fn module_size(module: &virt_conf::domain::memory_device::MemoryDevice) -> u64 {
    let size = module.target.as_ref().and_then(|target| target.size.as_ref());
    size.and_then(|size| size.value).unwrap_or(0)
}

/// The identifier of the machine's own memory, where it is an object.
pub fn default_backend<'p>(plan: &'p Plan<'_>) -> Option<&'p str> {
    if plan.has_nodes() {
        return None;
    }
    plan.machine()?.default_ram_id.as_deref()
}

/// `-m`, and the machine's own memory.
pub fn append(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    let mut memory = Options::default();
    memory.put("size", format_args!("{}k", plan.initial_memory()));
    if let Some(maximum) = &plan.domain.maximum {
        memory.put_some("slots", maximum.slots.filter(|slots| *slots > 0));
        if let Some(size) = maximum.value {
            memory.put("maxmem", format_args!("{size}k"));
        }
    }
    line.pair("-m", memory);
    if let Some(id) = default_backend(plan) {
        let mut request = Request::new(id, plan.initial_memory());
        request.machine = true;
        request.append(line, plan)?;
    }
    Ok(())
}

pub fn locking(line: &mut Line, plan: &Plan<'_>) -> Result<()> {
    let locked = plan.domain.memory_backing.as_ref().is_some_and(|backing| backing.locked);
    let mut options = Options::default();
    options.put_on("mem-lock", locked);
    line.pair("-overcommit", options);
    Ok(())
}

/// Memory that is wanted on the host.
pub struct Request<'r> {
    pub id: &'r str,
    /// In KiB.
    pub size: u64,
    /// The memory node of the guest that it belongs to.
    pub node: Option<u32>,
    pub access: Option<MemoryAccess>,
    pub discard: Option<bool>,
    /// The machine's own memory.
    pub machine: bool,
    /// What a module asks for besides.
    pub module: Module<'r>,
}

/// Of a memory module.
#[derive(Default)]
pub struct Module<'r> {
    pub model: Option<MemoryModel>,
    /// A file that holds it.
    pub path: Option<&'r str>,
    /// The host's nodes that it is taken from.
    pub nodes: Option<&'r NumberSet>,
    /// Sizes in KiB.
    pub page: Option<u64>,
    pub align: Option<u64>,
    pub pmem: bool,
}

impl<'r> Request<'r> {
    pub fn new(id: &'r str, size: u64) -> Request<'r> {
        Request {
            id,
            size,
            node: None,
            access: None,
            discard: None,
            machine: false,
            module: Module::default(),
        }
    }

    /// Appends the objects of the memory.
    pub fn append(&self, line: &mut Line, plan: &Plan<'_>) -> Result<()> {
        for object in self.objects(plan)? {
            line.object(object);
        }
        Ok(())
    }

    /// The memory's object; before it the threads that touch it, where they have to run beside it.
    pub fn objects(&self, plan: &Plan<'_>) -> Result<Vec<Props>> {
        let backing = plan.domain.memory_backing.as_deref();
        let source = backing.and_then(|backing| backing.source);
        let access = self.access.filter(|access| *access != MemoryAccess::Default);
        let access = access.or_else(|| {
            backing.and_then(|backing| backing.access).filter(|access| *access != MemoryAccess::Default)
        });
        let page = self.huge_page(plan)?;
        let in_module = self.module.path.is_some();

        let file = |path: String| Props::object("memory-backend-file", self.id).with("mem-path", path);
        let mut object = if self.module.model == Some(MemoryModel::SgxEpc) {
            Props::object("memory-backend-epc", self.id)
        } else if let Some(path) = self.module.path {
            file(path.to_owned())
        } else if source == Some(MemorySourceType::Memfd) {
            let mut object = Props::object("memory-backend-memfd", self.id);
            if let Some(size) = page {
                object.put("hugetlb", true);
                object.put("hugetlbsize", size * 1024);
            }
            object
        } else if let Some(size) = page {
            file(huge_page_directory(plan, size)?.display().to_string())
        } else if source == Some(MemorySourceType::File) || access.is_some() {
            file(self.file(plan).display().to_string())
        } else {
            Props::object("memory-backend-ram", self.id)
        };
        if object.get("qom-type").is_some_and(|kind| kind != "memory-backend-epc") {
            object.put_some("share", access.map(|access| access == MemoryAccess::Shared));
        }
        let named = object.get("mem-path").is_some();
        let memfd = object.get("qom-type").is_some_and(|kind| kind == "memory-backend-memfd");
        if self.machine && (named || memfd) && plan.emulator.has(Flag::UseCanonicalPathForRamblockId) {
            object.put("x-use-canonical-path-for-ramblock-id", false);
        }
        let discard = self.discard.or_else(|| backing.map(|backing| backing.discard).filter(|on| *on));
        if named && !in_module {
            object.put_some("discard-data", discard);
        }
        let prealloc = self.put_allocation(&mut object, plan, page.is_some());
        object.put("size", self.size * 1024);
        object.put_some("align", self.module.align.map(|kib| kib * 1024));
        if self.module.pmem {
            object.put("pmem", true);
        }
        let threads = self.put_nodes(&mut object, plan, prealloc);
        Ok(threads.into_iter().chain([object]).collect())
    }

    /// Whether all of it is touched before the guest runs.
    fn put_allocation(&self, object: &mut Props, plan: &Plan<'_>, huge: bool) -> bool {
        if self.module.model == Some(MemoryModel::VirtioMem) {
            object.put("reserve", false);
            return false;
        }
        let allocation = plan.domain.memory_backing.as_ref().and_then(|backing| backing.allocation.as_ref());
        let immediate = allocation.is_some_and(|one| one.mode == Some(Allocation::Immediate));
        let prealloc = match self.module.model {
            Some(MemoryModel::VirtioPmem) => false,
            Some(MemoryModel::SgxEpc) => true,
            Some(MemoryModel::Nvdimm) => !self.module.pmem,
            _ => huge || immediate,
        };
        if prealloc {
            object.put("prealloc", true);
            object.put_some("prealloc-threads", allocation.and_then(|one| one.threads));
        }
        prealloc
    }

    /// The host's memory nodes that it is taken from.
    fn put_nodes(&self, object: &mut Props, plan: &Plan<'_>, prealloc: bool) -> Option<Props> {
        let tuning = plan.domain.numatune.as_deref();
        let memory = tuning.and_then(|tuning| tuning.memory.as_deref());
        let of_node =
            self.node.and_then(|node| tuning?.memnodes.iter().find(|memnode| memnode.cellid == Some(node)));
        let mode = of_node.and_then(|memnode| memnode.mode).or_else(|| memory.and_then(|memory| memory.mode));
        let nodes = self
            .module
            .nodes
            .or_else(|| of_node.and_then(|memnode| memnode.nodeset.as_ref()))
            .or_else(|| memory.and_then(|memory| memory.nodeset.as_ref()))?;
        let policy = match mode.unwrap_or(NumaMode::Strict) {
            NumaMode::Strict => "bind",
            NumaMode::Preferred => "preferred",
            NumaMode::Interleave => "interleave",
            // The cgroup alone says where the memory comes from.
            NumaMode::Restrictive => return None,
        };
        let nodes: Vec<u32> = nodes.iter().collect();
        object.put("host-nodes", nodes.clone());
        object.put("policy", policy);
        if !prealloc
            || !plan.emulator.has(Flag::ThreadContext)
            || self.module.model == Some(MemoryModel::SgxEpc)
        {
            return None;
        }
        let context = format!("tc-{}", self.id);
        object.put("prealloc-context", context.clone());
        Some(Props::object("thread-context", context).with("node-affinity", nodes))
    }

    /// The size of the huge pages in KiB that the memory is made of; `None` for ordinary ones.
    fn huge_page(&self, plan: &Plan<'_>) -> Result<Option<u64>> {
        if self.module.path.is_some() || self.module.model == Some(MemoryModel::SgxEpc) {
            return Ok(None);
        }
        if let Some(size) = self.module.page {
            return Ok((size != page_size()).then_some(size));
        }
        let Some(pages) = plan.domain.memory_backing.as_ref().and_then(|backing| backing.hugepages.as_ref())
        else {
            return Ok(None);
        };
        let of_node = |page: &&HugePage| match (&page.nodeset, self.node) {
            (Some(set), Some(node)) => set.contains(node),
            (Some(set), None) => set.contains(0),
            (None, _) => false,
        };
        let page = pages
            .pages
            .iter()
            .find(of_node)
            .or_else(|| pages.pages.iter().find(|page| page.nodeset.is_none()));
        let size = match page {
            Some(page) => page.size.unwrap_or(0),
            None if pages.pages.is_empty() => 0,
            None => return Ok(None),
        };
        if size == page_size() {
            return Ok(None);
        }
        if size > 0 {
            return Ok(Some(size));
        }
        let mounts = &plan.settings.hugetlbfs_mounts;
        let usual = default_huge_page();
        let mount = mounts.iter().find(|(size, _)| Some(*size) == usual).or_else(|| mounts.first());
        match mount {
            Some((size, _)) => Ok(Some(*size)),
            None => bail!(
                Qemu,
                InternalError,
                "hugetlbfs filesystem is not mounted or disabled by administrator config"
            ),
        }
    }

    /// The file of memory that others may map.
    fn file(&self, plan: &Plan<'_>) -> PathBuf {
        memory_directory(plan).join(self.id)
    }
}

/// The directory of the files of the guest's memory.
pub fn memory_directory(plan: &Plan<'_>) -> PathBuf {
    plan.directories.memory(&plan.settings.memory_backing_dir, plan.id, plan.domain.name())
}

/// The guest's directory on the file system of huge pages of that size.
pub fn huge_page_directory(plan: &Plan<'_>, size: u64) -> Result<PathBuf> {
    match plan.settings.hugetlbfs_mounts.iter().find(|(kib, _)| *kib == size) {
        Some((_, mount)) => Ok(plan.directories.huge_pages(mount).join(plan.short_name())),
        None => bail!(Qemu, InternalError, "Unable to find any usable hugetlbfs mount for {size} KiB"),
    }
}

/// `yes` and `no` as truth.
pub fn truth(switch: Option<YesNo>) -> Option<bool> {
    switch.map(|YesNo(yes)| yes)
}
