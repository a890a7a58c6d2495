//! What control groups limit: shares of processors, memory and disks. Guests of an instance in its user's process are in
//! no group of their own, so these are kept in the persistent document alone; for a running guest they are refused as
//! libvirt refuses them where no group is mounted.

use crate::connection::QemuConnection;
use virt_conf::domain::memory::Cputune;
use virt_core::{
    domain::{
        DomainHost, Targets,
        tuning::{
            blkio,
            memory::{self, NewLimits},
        },
    },
    params::{Accepted, Kind, Multiple, validate},
    records::{Domain, DomainSchedulerType},
    types::*,
};
use virt_error::{Error, Origin, Result, bail, error};

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
        self.state.edit(&change, targets, |document| {
            let tune = document.cputune.get_or_insert_default();
            params.iter().for_each(|param| set(tune, param));
            Ok(())
        })
    }

    pub(super) fn set_memory_limits(&self, dom: &Domain, params: &[TypedParam], flags: u32) -> Result<()> {
        let limits = NewLimits::new(params)?;
        check_privileges("Memory tuning")?;
        let change = self.state.change(dom, "virDomainSetMemoryParameters")?;
        let targets = change.state().targets(flags)?;
        only_config(targets, MEMORY)?;
        self.state.edit(&change, targets, |document| limits.apply(document, Origin::Qemu))
    }

    pub(super) fn memory_limits(&self, dom: &Domain, flags: u32) -> Result<Vec<TypedParam>> {
        check_privileges("Memory tuning")?;
        let state = self.state.snapshot(dom)?;
        only_config(state.one_target(flags)?, MEMORY)?;
        Ok(memory::list_limits(state.persistent()))
    }

    pub(super) fn set_blkio(&self, dom: &Domain, params: &[TypedParam], flags: u32) -> Result<()> {
        blkio::check(params)?;
        check_privileges("Block I/O tuning")?;
        let change = self.state.change(dom, "virDomainSetBlkioParameters")?;
        let targets = change.state().targets(flags)?;
        only_config(targets, DISKS)?;
        self.state.edit(&change, targets, |document| blkio::apply(document, params))
    }

    pub(super) fn blkio(&self, dom: &Domain, flags: u32) -> Result<Vec<TypedParam>> {
        check_privileges("Block I/O tuning")?;
        let state = self.state.snapshot(dom)?;
        only_config(state.one_target(flags)?, DISKS)?;
        Ok(blkio::read(state.persistent()))
    }
}
