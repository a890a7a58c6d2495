//! Memory: size, limits, the balloon's statistics, and the host's cells that it comes from.

use crate::{TestConnection, domain::inactive};
use virt_conf::domain::memory::{NumaMemory, Placement};
use virt_core::{
    constants::*,
    domain::{
        DomainHost,
        tuning::memory::{self, NewLimits},
    },
    records::Domain,
    types::*,
};
use virt_error::{Origin, Result, bail};

impl TestConnection {
    pub(super) fn set_memory(&self, dom: &Domain, memory: u64, flags: u32) -> Result<()> {
        let change = self.state.change(dom, "virDomainSetMemoryFlags")?;
        let targets = change.state().one_target(flags)?;
        if flags & VIR_DOMAIN_MEM_MAXIMUM != 0 {
            if targets.live {
                bail!(Test, OperationInvalid, "cannot resize the maximum memory on an active domain");
            }
            return change.edit(targets, |document| {
                document.set_max_memory(memory);
                Ok(())
            });
        }
        change.edit(targets, |document| {
            if memory > document.max_memory() {
                bail!(Test, InvalidArg, "cannot set memory higher than max memory");
            }
            document.set_memory(memory);
            Ok(())
        })
    }

    pub(super) fn set_memory_limits(&self, dom: &Domain, params: &[TypedParam], flags: u32) -> Result<()> {
        let limits = NewLimits::new(params)?;
        let change = self.state.change(dom, "virDomainSetMemoryParameters")?;
        let targets = change.state().one_target(flags)?;
        change.edit(targets, |document| limits.apply(document, Origin::Test))
    }

    pub(crate) fn set_stats_period(&self, dom: &Domain, period: i32, flags: u32) -> Result<()> {
        let change = self.state.change(dom, "virDomainSetMemoryStatsPeriod")?;
        let targets = change.state().one_target(flags)?;
        change.edit(targets, |document| {
            let Some(balloon) = document.devices.memballoons.first_mut() else {
                bail!(
                    Test,
                    OperationInvalid,
                    "No memory balloon device configured, can not set the collection period"
                );
            };
            balloon.stats = (period > 0).then_some(period);
            Ok(())
        })
    }

    pub(super) fn set_numa(&self, dom: &Domain, params: &[TypedParam], flags: u32) -> Result<()> {
        let (mode, nodeset) = memory::numa_of(params, Origin::Test)?;
        let change = self.state.change(dom, "virDomainSetNumaParameters")?;
        let targets = change.state().one_target(flags)?;
        change.edit(targets, |document| {
            let old = memory::numa_mode(document);
            if targets.live && mode.is_some_and(|mode| mode != old) {
                bail!(Test, OperationInvalid, "can't change numatune mode for running domain");
            }
            let memory: &mut NumaMemory =
                document.numatune.get_or_insert_default().memory.get_or_insert_default();
            memory.mode = Some(mode.unwrap_or(old));
            if let Some(nodeset) = &nodeset {
                memory.nodeset = Some(nodeset.iter().copied().collect());
            }
            memory.placement = memory.nodeset.is_none().then_some(Placement::Auto);
            Ok(())
        })
    }

    /// The most memory that a running domain can have.
    pub(super) fn set_max_memory(&self, dom: &Domain, memory: u64) -> Result<()> {
        self.set_memory(dom, memory, VIR_DOMAIN_MEM_MAXIMUM)
    }

    pub(super) fn set_running_memory(&self, dom: &Domain, memory: u64) -> Result<()> {
        if !self.state.look(dom, |state| state.is_active())? {
            return Err(inactive());
        }
        self.set_memory(dom, memory, VIR_DOMAIN_AFFECT_LIVE)
    }
}
