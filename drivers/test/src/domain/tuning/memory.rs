//! Memory: size, limits, the balloon's statistics, and the host's cells that it comes from.

use crate::{TestConnection, domain::inactive};
use virt_conf::domain::memory::{Amount, Memtune, NumaMemory, Placement};
use virt_core::{
    constants::*,
    domain::{DomainHost, tuning::memory},
    params::{Accepted, Kind, Multiple, find_ullong, validate},
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
        const NAMES: [&str; 3] = ["hard_limit", "soft_limit", "swap_hard_limit"];
        validate(params, &NAMES.map(|name| Accepted(name, Kind::ULLong, Multiple::Once)))?;
        let change = self.state.change(dom, "virDomainSetMemoryParameters")?;
        let targets = change.state().one_target(flags)?;
        let wanted = NAMES.map(|name| find_ullong(params, name).map(|limit| limit.min(memory::UNLIMITED)));
        change.edit(targets, |document| {
            let now = memory::limits(document);
            let next: Vec<u64> = wanted.iter().zip(now).map(|(new, old)| new.unwrap_or(old)).collect();
            let [hard, soft, swap] = next[..] else { return Ok(()) };
            if (wanted[0].is_some() || wanted[2].is_some()) && hard > swap {
                bail!(
                    Test,
                    InvalidArg,
                    "memory hard_limit tunable value must be lower than or equal to swap_hard_limit"
                );
            }
            let tune: &mut Memtune = document.memtune.get_or_insert_default();
            let amount = |limit: u64| (limit < memory::UNLIMITED).then(|| Box::new(Amount::kib(limit)));
            (tune.hard_limit, tune.soft_limit, tune.swap_hard_limit) =
                (amount(hard), amount(soft), amount(swap));
            Ok(())
        })
    }

    pub(super) fn memory_limits(&self, dom: &Domain, flags: u32) -> Result<Vec<TypedParam>> {
        let state = self.state.snapshot(dom)?;
        let [hard, soft, swap] = memory::limits(state.one(flags)?);
        Ok(vec![
            TypedParam::new("hard_limit", Value::ULLong(hard)),
            TypedParam::new("soft_limit", Value::ULLong(soft)),
            TypedParam::new("swap_hard_limit", Value::ULLong(swap)),
        ])
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

    pub(super) fn numa(&self, dom: &Domain, flags: u32) -> Result<Vec<TypedParam>> {
        Ok(memory::numa(self.state.snapshot(dom)?.one(flags)?))
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
