//! Limits on the traffic of disks.

use super::Props;
use virt_conf::domain::disk::IoTune;

/// The object of a throttle group that several disks can share.
pub fn group(tune: &IoTune) -> Props {
    let id = group_id(tune.group_name.as_deref().unwrap_or_default());
    Props::object("throttle-group", id).with("limits", limits(tune))
}

/// The identifier of a group's object.
pub fn group_id(name: &str) -> String {
    format!("throttle-{name}")
}

/// All limits; zero is none. The lengths of bursts stand where they are set.
pub fn limits(tune: &IoTune) -> Props {
    let mut limits = Props::new();
    for (name, limit) in [
        ("bps-total", tune.total_bytes_sec),
        ("bps-read", tune.read_bytes_sec),
        ("bps-write", tune.write_bytes_sec),
        ("iops-total", tune.total_iops_sec),
        ("iops-read", tune.read_iops_sec),
        ("iops-write", tune.write_iops_sec),
        ("bps-total-max", tune.total_bytes_sec_max),
        ("bps-read-max", tune.read_bytes_sec_max),
        ("bps-write-max", tune.write_bytes_sec_max),
        ("iops-total-max", tune.total_iops_sec_max),
        ("iops-read-max", tune.read_iops_sec_max),
        ("iops-write-max", tune.write_iops_sec_max),
        ("iops-size", tune.size_iops_sec),
    ] {
        limits.put(name, limit.unwrap_or(0));
    }
    for (name, length) in [
        ("bps-total-max-length", tune.total_bytes_sec_max_length),
        ("bps-read-max-length", tune.read_bytes_sec_max_length),
        ("bps-write-max-length", tune.write_bytes_sec_max_length),
        ("iops-total-max-length", tune.total_iops_sec_max_length),
        ("iops-read-max-length", tune.read_iops_sec_max_length),
        ("iops-write-max-length", tune.write_iops_sec_max_length),
    ] {
        limits.put_some(name, length);
    }
    limits
}
