//! How much a guest may read from and write to a disk: the limits by name.

use crate::{
    event::Event,
    params::{Accepted, Kind, Multiple, validate},
    records::Domain,
    types::*,
};
use virt_conf::domain::disk::IoTune;
use virt_error::{Code, Error, Origin, Result};

/// Declares the limits of a disk in the order of the API, `group_name` standing after the first thirteen.
macro_rules! limits {
    ($($field:ident)+) => {
        pub const LIMITS: &[&str] = &[$(stringify!($field)),+];

        /// The limit of that name; 0 for none.
        pub fn limit(tune: &IoTune, name: &str) -> u64 {
            match name {
                $(stringify!($field) => tune.$field.unwrap_or(0),)+
                _ => 0,
            }
        }

        /// Sets the limit of that name; 0 takes it away.
        pub fn set_limit(tune: &mut IoTune, name: &str, value: u64) {
            match name {
                $(stringify!($field) => tune.$field = (value != 0).then_some(value),)+
                _ => {}
            }
        }
    };
}

limits! {
    total_bytes_sec read_bytes_sec write_bytes_sec total_iops_sec read_iops_sec write_iops_sec
    total_bytes_sec_max read_bytes_sec_max write_bytes_sec_max total_iops_sec_max read_iops_sec_max
    write_iops_sec_max size_iops_sec total_bytes_sec_max_length read_bytes_sec_max_length
    write_bytes_sec_max_length total_iops_sec_max_length read_iops_sec_max_length write_iops_sec_max_length
}

/// Errors: `VIR_ERR_INVALID_ARG`, `VIR_ERR_OPERATION_UNSUPPORTED` for parameters that a disk has not.
pub fn check(params: &[TypedParam]) -> Result<()> {
    let mut accepted: Vec<Accepted> =
        LIMITS.iter().map(|name| Accepted(name, Kind::ULLong, Multiple::Once)).collect();
    accepted.push(Accepted("group_name", Kind::String, Multiple::Once));
    validate(params, &accepted)
}

/// Puts `params` into `tune`. Errors: `VIR_ERR_INVALID_ARG` from `origin` for limits that do not go together.
pub fn apply(tune: &mut IoTune, params: &[TypedParam], origin: Origin) -> Result<()> {
    for param in params {
        match &param.value {
            Value::ULLong(number) => set_limit(tune, &param.field, *number),
            Value::String(group) => tune.group_name = Some(group.clone()).filter(|group| !group.is_empty()),
            _ => {}
        }
    }
    for kind in ["bytes_sec", "iops_sec", "bytes_sec_max", "iops_sec_max"] {
        let of = |direction: &str| limit(tune, &format!("{direction}_{kind}"));
        if of("total") != 0 && (of("read") != 0 || of("write") != 0) {
            let text = format!("total and read/write of {kind} cannot be set at the same time");
            return Err(Error::new(origin, Code::InvalidArg, text));
        }
    }
    Ok(())
}

/// The limits as parameters.
pub fn list(tune: &IoTune) -> Vec<TypedParam> {
    let mut params: Vec<TypedParam> =
        LIMITS.iter().map(|name| TypedParam::new(*name, Value::ULLong(limit(tune, name)))).collect();
    let group = tune.group_name.clone().unwrap_or_default();
    params.insert(13, TypedParam::new("group_name", Value::String(group)));
    params
}

/// What is told of the change of the limits of a `disk`, or of a group of disks (`group_name`).
pub fn told(dom: Domain, of: &str, name: &str, params: &[TypedParam]) -> Event {
    let mut told = vec![TypedParam::new(format!("blkdeviotune.{of}"), Value::String(name.to_owned()))];
    let name = |param: &TypedParam| format!("blkdeviotune.{}", param.field);
    told.extend(params.iter().map(|param| TypedParam::new(name(param), param.value.clone())));
    Event::DomainTunable { dom, params: told.into() }
}
