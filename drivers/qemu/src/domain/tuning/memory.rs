//! Memory: how much the guest has, and the host's nodes that it comes from.

use crate::connection::QemuConnection;
use virt_conf::domain::memory::NumaMemory;
use virt_core::{
    constants::*,
    domain::{DomainHost, tuning::memory},
    records::Domain,
    types::*,
};
use virt_error::{Origin, Result, bail};

impl QemuConnection {
    /// Sets the size of the balloon, or with `VIR_DOMAIN_MEM_MAXIMUM` of the memory, in KiB.
    pub(super) fn set_memory(&self, dom: &Domain, memory: u64, flags: u32) -> Result<()> {
        let change = self.state.change(dom, "virDomainSetMemoryFlags")?;
        let targets = change.state().targets(flags)?;
        if flags & VIR_DOMAIN_MEM_MAXIMUM != 0 {
            if targets.live {
                bail!(Qemu, OperationInvalid, "cannot resize the maximum memory on an active domain");
            }
            return self.state.edit(&change, targets, |document| {
                let numa = document.cpu.as_ref().and_then(|cpu| cpu.numa.as_ref());
                if numa.is_some_and(|numa| !numa.cells.is_empty()) {
                    bail!(
                        Qemu,
                        OperationInvalid,
                        "initial memory size of a domain with NUMA nodes cannot be modified with this API"
                    );
                }
                document.set_max_memory(memory);
                Ok(())
            });
        }
        let state = change.state();
        let documents = [targets.live.then_some(&state.def), targets.config.then(|| state.persistent())];
        if documents.into_iter().flatten().any(|document| memory > document.max_memory()) {
            bail!(Qemu, InvalidArg, "cannot set memory higher than max memory");
        }
        if targets.live && !state.extra.run()?.monitor().balloon(memory.saturating_mul(1024))? {
            bail!(
                Qemu,
                OperationInvalid,
                "Unable to change memory of active domain without the balloon device and guest OS balloon driver"
            );
        }
        // The live document follows the balloon's events: the guest gives its memory up in its own time.
        self.state.edit(&change, targets.only_config(), |document| {
            document.set_memory(memory);
            Ok(())
        })
    }

    pub(super) fn set_numa(&self, dom: &Domain, params: &[TypedParam], flags: u32) -> Result<()> {
        let (mode, nodeset) = memory::numa_of(params, Origin::Qemu)?;
        if nodeset.as_ref().is_some_and(|nodeset| nodeset.is_empty()) {
            bail!(Qemu, OperationInvalid, "Invalid nodeset of 'numatune': ");
        }
        let change = self.state.change(dom, "virDomainSetNumaParameters")?;
        let targets = change.state().targets(flags)?;
        if targets.live {
            bail!(Qemu, OperationInvalid, "cgroup cpuset controller is not mounted");
        }
        self.state.edit(&change, targets, |document| {
            let old = memory::numa_mode(document);
            let memory: &mut NumaMemory =
                document.numatune.get_or_insert_default().memory.get_or_insert_default();
            memory.mode = Some(mode.unwrap_or(old));
            if let Some(nodeset) = &nodeset {
                memory.nodeset = Some(nodeset.iter().copied().collect());
                memory.placement = None;
            }
            Ok(())
        })
    }
}
