//! What control groups limit: shares of processors, memory and disks. Guests of an instance in its user's process are in
//! no group of their own, so these are kept in the persistent document alone; for a running guest they are refused as
//! libvirt refuses them where no group is mounted.

use crate::connection::QemuConnection;
use virt_conf::domain::memory::{Amount, Cputune};
use virt_core::{
    domain::{
        DomainHost, Targets,
        tuning::{blkio, memory},
    },
    params::{Accepted, Kind, Multiple, find_ullong, validate},
    records::{Domain, DomainSchedulerType},
    types::*,
};
use virt_error::{Error, Result, bail, error};

/// The text of a controller that is not there.
type Missing = &'static str;

const PROCESSORS: Missing = "cgroup CPU controller is not mounted";
const MEMORY: Missing = "cgroup memory controller is not mounted";
const DISKS: Missing = "blkio cgroup isn't mounted";

fn no_group(missing: Missing) -> Error {
    error!(Qemu, OperationInvalid, "{missing}")
}

/// Errors: `VIR_ERR_OPERATION_UNSUPPORTED` for a process without privileges, which could never have groups.
fn check_privileges(what: &str) -> Result<()> {
    match virt_sys::process::is_root() {
        true => Ok(()),
        false => bail!(Qemu, OperationUnsupported, "{what} is not available in session mode"),
    }
}

/// Errors: `VIR_ERR_OPERATION_INVALID` where the running guest is meant.
fn only_config(targets: Targets, missing: Missing) -> Result<()> {
    if targets.live { Err(no_group(missing)) } else { Ok(()) }
}

/// The bounds of a period in microseconds, and of a quota.
const PERIOD: std::ops::RangeInclusive<u64> = 1_000..=1_000_000;
const QUOTA_MIN: i64 = 1_000;
const QUOTA_MAX: i64 = 17_592_186_044_415;

/// The parameters of the scheduler in libvirt's order, with their places.
macro_rules! scheduler {
    ($($name:literal $field:ident $kind:ident;)*) => {
        fn accepted() -> Vec<Accepted> {
            vec![$(Accepted($name, Kind::$kind, Multiple::Once)),*]
        }

        fn list(tune: &Cputune) -> Vec<TypedParam> {
            vec![$(TypedParam::new($name, Value::$kind(tune.$field.unwrap_or(0)))),*]
        }

        fn set(tune: &mut Cputune, param: &TypedParam) {
            match (&*param.field, &param.value) {
                $(($name, Value::$kind(number)) => tune.$field = Some(*number).filter(|number| *number != 0),)*
                _ => {}
            }
        }
    };
}

scheduler! {
    "cpu_shares" shares ULLong;
    "vcpu_period" period ULLong;
    "vcpu_quota" quota LLong;
    "emulator_period" emulator_period ULLong;
    "emulator_quota" emulator_quota LLong;
    "global_period" global_period ULLong;
    "global_quota" global_quota LLong;
    "iothread_period" iothread_period ULLong;
    "iothread_quota" iothread_quota LLong;
}

/// Errors: `VIR_ERR_INVALID_ARG` for a number that the kernel would not take.
fn check(param: &TypedParam) -> Result<()> {
    let name = &param.field;
    match param.value {
        Value::ULLong(number) if name.ends_with("_period") && number != 0 && !PERIOD.contains(&number) => {
            bail!(
                Qemu,
                InvalidArg,
                "value of '{name}' is out of range [{}, {}]",
                PERIOD.start(),
                PERIOD.end()
            )
        }
        Value::LLong(number) if number > 0 && !(QUOTA_MIN..=QUOTA_MAX).contains(&number) => {
            bail!(Qemu, InvalidArg, "value of '{name}' is out of range [{QUOTA_MIN}, {QUOTA_MAX}]")
        }
        Value::ULLong(number) if name == "cpu_shares" && !(2..=262_144).contains(&number) => {
            bail!(Qemu, InvalidArg, "value of '{name}' is out of range [2, 262144]")
        }
        _ => Ok(()),
    }
}

impl QemuConnection {
    pub(super) fn scheduler_type(&self, dom: &Domain) -> Result<DomainSchedulerType> {
        check_privileges("CPU tuning")?;
        match self.state.look(dom, |state| state.is_active())? {
            true => Err(no_group(PROCESSORS)),
            false => Ok(DomainSchedulerType { kind: "posix".into(), nparams: accepted().len() as i32 }),
        }
    }

    pub(super) fn scheduler(&self, dom: &Domain, flags: u32) -> Result<Vec<TypedParam>> {
        check_privileges("CPU tuning")?;
        let state = self.state.snapshot(dom)?;
        only_config(state.one_target(flags)?, PROCESSORS)?;
        let tune = state.persistent().cputune.as_deref();
        Ok(list(tune.unwrap_or(&Cputune::default())))
    }

    pub(super) fn set_scheduler(&self, dom: &Domain, params: &[TypedParam], flags: u32) -> Result<()> {
        validate(params, &accepted())?;
        check_privileges("CPU tuning")?;
        let change = self.state.change(dom, "virDomainSetSchedulerParametersFlags")?;
        let targets = change.state().targets(flags)?;
        only_config(targets, PROCESSORS)?;
        params.iter().try_for_each(check)?;
        self.state.tune(
            &change,
            targets,
            |_| Ok(()),
            |document| {
                let tune = document.cputune.get_or_insert_default();
                params.iter().for_each(|param| set(tune, param));
                Ok(())
            },
        )
    }

    pub(super) fn set_memory_limits(&self, dom: &Domain, params: &[TypedParam], flags: u32) -> Result<()> {
        const NAMES: [&str; 3] = ["hard_limit", "soft_limit", "swap_hard_limit"];
        validate(params, &NAMES.map(|name| Accepted(name, Kind::ULLong, Multiple::Once)))?;
        check_privileges("Memory tuning")?;
        let change = self.state.change(dom, "virDomainSetMemoryParameters")?;
        let targets = change.state().targets(flags)?;
        only_config(targets, MEMORY)?;
        let wanted = NAMES.map(|name| find_ullong(params, name).map(|limit| limit.min(memory::UNLIMITED)));
        self.state.tune(
            &change,
            targets,
            |_| Ok(()),
            |document| {
                let now = memory::limits(document);
                let next: Vec<u64> = wanted.iter().zip(now).map(|(new, old)| new.unwrap_or(old)).collect();
                let [hard, soft, swap] = next[..] else { return Ok(()) };
                if (wanted[0].is_some() || wanted[2].is_some()) && hard > swap {
                    bail!(
                        Qemu,
                        InvalidArg,
                        "memory hard_limit tunable value must be lower than or equal to swap_hard_limit"
                    );
                }
                let tune = document.memtune.get_or_insert_default();
                let amount = |limit: u64| (limit < memory::UNLIMITED).then(|| Box::new(Amount::kib(limit)));
                (tune.hard_limit, tune.soft_limit, tune.swap_hard_limit) =
                    (amount(hard), amount(soft), amount(swap));
                Ok(())
            },
        )
    }

    pub(super) fn memory_limits(&self, dom: &Domain, flags: u32) -> Result<Vec<TypedParam>> {
        check_privileges("Memory tuning")?;
        let state = self.state.snapshot(dom)?;
        only_config(state.one_target(flags)?, MEMORY)?;
        let [hard, soft, swap] = memory::limits(state.persistent());
        Ok(vec![
            TypedParam::new("hard_limit", Value::ULLong(hard)),
            TypedParam::new("soft_limit", Value::ULLong(soft)),
            TypedParam::new("swap_hard_limit", Value::ULLong(swap)),
        ])
    }

    pub(super) fn set_blkio(&self, dom: &Domain, params: &[TypedParam], flags: u32) -> Result<()> {
        blkio::check(params)?;
        check_privileges("Block I/O tuning")?;
        let change = self.state.change(dom, "virDomainSetBlkioParameters")?;
        let targets = change.state().targets(flags)?;
        only_config(targets, DISKS)?;
        self.state.tune(&change, targets, |_| Ok(()), |document| blkio::apply(document, params))
    }

    pub(super) fn blkio(&self, dom: &Domain, flags: u32) -> Result<Vec<TypedParam>> {
        check_privileges("Block I/O tuning")?;
        let state = self.state.snapshot(dom)?;
        only_config(state.one_target(flags)?, DISKS)?;
        Ok(blkio::read(state.persistent()))
    }
}
