//! The limits of a disk's or a group's traffic that a caller names, and those that hold then.

use virt_conf::domain::disk::IoTune;
use virt_core::{domain::tuning::iotune, types::*};
use virt_error::{Origin, Result, bail};

/// The largest limit that the emulator takes.
const MOST: u64 = 1_000_000_000_000_000;

/// What a caller wants of a disk or of a group. Limits come in families of total, reading and writing: whoever sets one
/// of a family sets all of it, and what is not named is none. The other families stay.
pub struct Wanted<'a> {
    params: &'a [TypedParam],
    /// The limits that were named.
    pub tune: IoTune,
}

fn family(name: &str) -> &str {
    match name.split_once('_') {
        Some(("total" | "read" | "write", family)) => family,
        _ => name,
    }
}

impl Wanted<'_> {
    /// Errors: `VIR_ERR_INVALID_ARG` for limits that do not go together, `VIR_ERR_ARGUMENT_UNSUPPORTED` for too large a one.
    pub fn read(params: &[TypedParam]) -> Result<Wanted<'_>> {
        iotune::check(params)?;
        if params.iter().any(|param| matches!(param.value, Value::ULLong(number) if number > MOST)) {
            bail!(Qemu, ArgumentUnsupported, "block I/O throttle limit value must be no more than {MOST}");
        }
        let mut tune = IoTune::default();
        iotune::apply(&mut tune, params, Origin::Qemu)?;
        Ok(Wanted { params, tune })
    }

    fn names(&self, wanted: &str) -> bool {
        self.params.iter().any(|param| family(&param.field) == wanted)
    }

    /// The limits that hold when these come to `old`.
    pub fn over(&self, old: &IoTune) -> IoTune {
        let mut new = self.tune.clone();
        for name in iotune::LIMITS {
            let before = iotune::limit(old, name);
            if !self.names(family(name)) {
                iotune::set_limit(&mut new, name, before);
                continue;
            }
            // The emulator takes no length of 0 where there is a burst: the shortest is a second.
            let Some(of) = name.strip_suffix("_max_length") else { continue };
            let bursts = [of, &format!("{of}_max")].iter().any(|limit| iotune::limit(&new, limit) != 0);
            if before != 0 && iotune::limit(&new, name) == 0 {
                iotune::set_limit(&mut new, name, u64::from(bursts));
            }
        }
        if !self.names("group_name") {
            new.group_name.clone_from(&old.group_name);
        }
        new
    }
}

/// Refuses bursts that a running guest cannot have.
pub fn check_bursts(tune: &IoTune) -> Result<()> {
    for name in &iotune::LIMITS[..6] {
        let (steady, burst) = (iotune::limit(tune, name), iotune::limit(tune, &format!("{name}_max")));
        if burst != 0 && steady == 0 {
            bail!(Qemu, ConfigUnsupported, "cannot reset '{name}' when '{name}_max' is set");
        }
        if burst != 0 && burst < steady {
            bail!(Qemu, ConfigUnsupported, "value '{name}_max' cannot be smaller than '{name}'");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn over(old: &IoTune, params: &[(&'static str, u64)]) -> IoTune {
        let params: Vec<TypedParam> =
            params.iter().map(|(name, value)| TypedParam::new(*name, Value::ULLong(*value))).collect();
        Wanted::read(&params).unwrap().over(old)
    }

    #[test]
    fn a_family_is_set_as_a_whole_and_the_others_stay() {
        let old = IoTune {
            read_bytes_sec: Some(5),
            write_bytes_sec: Some(6),
            read_iops_sec: Some(7),
            size_iops_sec: Some(8),
            group_name: Some("g".into()),
            ..IoTune::default()
        };
        let new = over(&old, &[("total_bytes_sec", 9)]);
        assert_eq!(
            new,
            IoTune { total_bytes_sec: Some(9), read_bytes_sec: None, write_bytes_sec: None, ..old.clone() }
        );
        assert_eq!(over(&old, &[("size_iops_sec", 0)]), IoTune { size_iops_sec: None, ..old.clone() });
        assert_eq!(over(&old, &[]), old);
    }

    #[test]
    fn a_burst_keeps_a_length() {
        let old = IoTune {
            total_bytes_sec: Some(5),
            total_bytes_sec_max: Some(6),
            total_bytes_sec_max_length: Some(7),
            ..IoTune::default()
        };
        assert_eq!(over(&old, &[("total_bytes_sec_max_length", 0)]).total_bytes_sec_max_length, Some(1));
        let none = over(
            &old,
            &[("total_bytes_sec", 0), ("total_bytes_sec_max", 0), ("total_bytes_sec_max_length", 0)],
        );
        assert_eq!(none, IoTune::default());
    }

    #[test]
    fn what_no_emulator_takes_is_refused() {
        let param = |name: &'static str, value| TypedParam::new(name, Value::ULLong(value));
        for params in [
            vec![param("total_bytes_sec", MOST + 1)],
            vec![param("total_bytes_sec", 1), param("write_bytes_sec", 1)],
            vec![param("bytes", 1)],
        ] {
            assert!(Wanted::read(&params).is_err(), "{params:?}");
        }
        let tune =
            |steady, burst| IoTune { read_iops_sec: steady, read_iops_sec_max: burst, ..IoTune::default() };
        assert!(check_bursts(&tune(Some(5), Some(5))).is_ok() && check_bursts(&tune(Some(5), None)).is_ok());
        assert!(
            check_bursts(&tune(Some(5), Some(4))).is_err() && check_bursts(&tune(None, Some(4))).is_err()
        );
    }
}
