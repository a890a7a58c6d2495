//! What control groups limit: shares of processors, memory and disks. Guests of an instance in its user's process are in
//! no group of their own, so these are kept in the persistent document alone; for a running guest they are refused as
//! libvirt refuses them where no group is mounted.

use crate::connection::QemuConnection;
use virt_conf::domain::{
    Domain as Document,
    memory::{Amount, BlkioDevice, Cputune},
};
use virt_core::{
    domain::{DomainHost, Targets},
    params::{Accepted, Kind, Multiple, find_ullong, validate},
    records::{Domain, DomainSchedulerType},
    types::*,
};
use virt_error::{Error, Result, bail, error};

/// "No limit", in KiB.
const UNLIMITED: u64 = 9_007_199_254_740_991;

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
        let wanted = NAMES.map(|name| find_ullong(params, name).map(|limit| limit.min(UNLIMITED)));
        self.state.tune(
            &change,
            targets,
            |_| Ok(()),
            |document| {
                let now = limits(document);
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
                let amount = |limit: u64| (limit < UNLIMITED).then(|| Box::new(Amount::kib(limit)));
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
        let [hard, soft, swap] = limits(state.persistent());
        Ok(vec![
            TypedParam::new("hard_limit", Value::ULLong(hard)),
            TypedParam::new("soft_limit", Value::ULLong(soft)),
            TypedParam::new("swap_hard_limit", Value::ULLong(swap)),
        ])
    }

    pub(super) fn set_blkio(&self, dom: &Domain, params: &[TypedParam], flags: u32) -> Result<()> {
        let mut accepted = vec![Accepted("weight", Kind::UInt, Multiple::Once)];
        accepted.extend(BY_DEVICE.map(|name| Accepted(name, Kind::String, Multiple::Once)));
        validate(params, &accepted)?;
        check_privileges("Block I/O tuning")?;
        let change = self.state.change(dom, "virDomainSetBlkioParameters")?;
        let targets = change.state().targets(flags)?;
        only_config(targets, DISKS)?;
        self.state.tune(
            &change,
            targets,
            |_| Ok(()),
            |document| {
                let tune = document.blkiotune.get_or_insert_default();
                for param in params {
                    match &param.value {
                        Value::UInt(weight) => tune.weight = (*weight != 0).then_some(*weight),
                        Value::String(text) => {
                            for (path, number) in by_device(text, &param.field)? {
                                set_value(device(&mut tune.devices, path), &param.field, number);
                            }
                        }
                        _ => {}
                    }
                }
                tune.devices.retain(|device| BY_DEVICE.iter().any(|name| value(device, name) != 0));
                Ok(())
            },
        )
    }

    pub(super) fn blkio(&self, dom: &Domain, flags: u32) -> Result<Vec<TypedParam>> {
        check_privileges("Block I/O tuning")?;
        let state = self.state.snapshot(dom)?;
        only_config(state.one_target(flags)?, DISKS)?;
        let tune = state.persistent().blkiotune.as_deref();
        let weight = tune.and_then(|tune| tune.weight).unwrap_or(0);
        let mut params = vec![TypedParam::new("weight", Value::UInt(weight))];
        for name in BY_DEVICE {
            let devices = tune.into_iter().flat_map(|tune| &tune.devices);
            let text: Vec<String> = devices
                .filter(|device| value(device, name) != 0)
                .map(|device| {
                    format!("{},{}", device.path.as_deref().unwrap_or_default(), value(device, name))
                })
                .collect();
            params.push(TypedParam::new(name, Value::String(text.join(","))));
        }
        Ok(params)
    }
}

fn limits(document: &Document) -> [u64; 3] {
    let limit = |amount: Option<&Amount>| amount.and_then(|amount| amount.value).unwrap_or(UNLIMITED);
    let tune = document.memtune.as_deref();
    [
        limit(tune.and_then(|tune| tune.hard_limit.as_deref())),
        limit(tune.and_then(|tune| tune.soft_limit.as_deref())),
        limit(tune.and_then(|tune| tune.swap_hard_limit.as_deref())),
    ]
}

/// The parameters that are written as `device,value,device,value`.
const BY_DEVICE: [&str; 5] = [
    "device_weight",
    "device_read_iops_sec",
    "device_write_iops_sec",
    "device_read_bytes_sec",
    "device_write_bytes_sec",
];

fn device<'d>(devices: &'d mut Vec<BlkioDevice>, path: &str) -> &'d mut BlkioDevice {
    let known = devices.iter().position(|device| device.path.as_deref() == Some(path));
    let place = known.unwrap_or_else(|| {
        devices.push(BlkioDevice { path: Some(path.to_owned()), ..BlkioDevice::default() });
        devices.len() - 1
    });
    &mut devices[place]
}

/// The value of a device's parameter; 0 for none.
fn value(device: &BlkioDevice, name: &str) -> u64 {
    let small = |value: Option<u32>| u64::from(value.unwrap_or(0));
    match name {
        "device_weight" => small(device.weight),
        "device_read_iops_sec" => small(device.read_iops_sec),
        "device_write_iops_sec" => small(device.write_iops_sec),
        "device_read_bytes_sec" => device.read_bytes_sec.unwrap_or(0),
        _ => device.write_bytes_sec.unwrap_or(0),
    }
}

fn set_value(device: &mut BlkioDevice, name: &str, value: u64) {
    let small = u32::try_from(value).ok().filter(|value| *value != 0);
    let large = (value != 0).then_some(value);
    match name {
        "device_weight" => device.weight = small,
        "device_read_iops_sec" => device.read_iops_sec = small,
        "device_write_iops_sec" => device.write_iops_sec = small,
        "device_read_bytes_sec" => device.read_bytes_sec = large,
        _ => device.write_bytes_sec = large,
    }
}

/// Reads `device,value,device,value`.
fn by_device<'a>(text: &'a str, name: &str) -> Result<Vec<(&'a str, u64)>> {
    let malformed = || error!(Domain, InvalidArg, "unable to parse blkio device '{name}' '{text}'");
    let large = name.ends_with("bytes_sec");
    let mut pairs = Vec::new();
    let mut words = text.split(',');
    while let Some(device) = words.next() {
        let word = words.next().filter(|_| !device.is_empty()).ok_or_else(malformed)?;
        let number = word.parse::<u64>().ok().filter(|number| large || u32::try_from(*number).is_ok());
        let Some(number) = number else {
            bail!(Domain, InvalidArg, "invalid value '{word}' for parameter '{name}' of device '{device}'");
        };
        pairs.push((device, number));
    }
    Ok(pairs)
}
