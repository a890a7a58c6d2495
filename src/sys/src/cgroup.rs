//! Control groups of processes.

use std::{
    fs, io,
    path::{Path, PathBuf},
};
use virt_error::{Error, Origin, Result};

/// The control groups that a process is in, one for each hierarchy.
pub fn of_process(process: u32) -> Result<Vec<PathBuf>> {
    let path = format!("/proc/{process}/cgroup");
    let groups = read(Path::new(&path))?;
    let mounts = read(Path::new("/proc/self/mountinfo"))?;
    let found = directories(&groups, &mounts);
    if found.is_empty() {
        let cause = io::Error::from_raw_os_error(libc::ENXIO);
        return Err(Error::system(Origin::Cgroup, "no cgroup backend available", &cause));
    }
    Ok(found)
}

/// Moves a process into a control group.
pub fn add_process(group: &Path, process: u32) -> Result<()> {
    let file = group.join("cgroup.procs");
    fs::write(&file, process.to_string()).map_err(|cause| {
        Error::system(Origin::Cgroup, format!("Unable to write to '{}'", file.display()), &cause)
    })
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|cause: io::Error| {
        Error::system(Origin::Cgroup, format!("Unable to open '{}'", path.display()), &cause)
    })
}

/// The directories of the groups in `/proc/PID/cgroup`, by the mounts in `/proc/self/mountinfo`.
fn directories(groups: &str, mounts: &str) -> Vec<PathBuf> {
    let mounts: Vec<Mount<'_>> = mounts.lines().filter_map(Mount::read).collect();
    let directory = |line: &str| {
        let mut fields = line.splitn(3, ':').skip(1);
        let (controllers, path) = (fields.next()?, fields.next()?);
        // A hierarchy with a name and no controllers is the init system's own.
        if controllers.starts_with("name=") {
            return None;
        }
        let mount = mounts.iter().find(|mount| mount.has(controllers))?;
        let below = path.strip_prefix(mount.root).unwrap_or(path);
        Some(Path::new(mount.point).join(below.trim_start_matches('/')))
    };
    groups.lines().filter_map(directory).collect()
}

/// A mounted hierarchy.
struct Mount<'a> {
    /// The group that is visible at `point`; `/` for all.
    root: &'a str,
    point: &'a str,
    /// The controllers of an old hierarchy; `None` for the unified one.
    controllers: Option<&'a str>,
}

impl<'a> Mount<'a> {
    fn read(line: &'a str) -> Option<Mount<'a>> {
        let (own, kind) = line.split_once(" - ")?;
        let mut own = own.split(' ').skip(3);
        let (root, point) = (own.next()?, own.next()?);
        let mut kind = kind.splitn(3, ' ');
        let controllers = match kind.next()? {
            "cgroup2" => None,
            "cgroup" => Some(kind.nth(1)?),
            _ => return None,
        };
        Some(Mount { root: root.trim_end_matches('/'), point, controllers })
    }

    fn has(&self, controllers: &str) -> bool {
        match self.controllers {
            None => controllers.is_empty(),
            Some(options) => {
                !controllers.is_empty()
                    && options.split(',').any(|option| controllers.split(',').any(|wanted| wanted == option))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
        30 23 0:26 / /sys/fs/cgroup/unified rw,nosuid shared:9 - cgroup2 cgroup2 rw\n\
        31 23 0:27 / /sys/fs/cgroup/cpu,cpuacct rw shared:10 - cgroup cgroup rw,cpu,cpuacct\n\
        32 23 0:28 /box /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n";

    #[test]
    fn each_hierarchy_is_found_where_it_is_mounted() {
        let groups = "4:name=systemd:/x\n3:memory:/box/inner\n2:cpu,cpuacct:/machine/a:b\n0::/unified/x\n";
        assert_eq!(
            directories(groups, MOUNTS),
            [
                Path::new("/sys/fs/cgroup/memory/inner"),
                Path::new("/sys/fs/cgroup/cpu,cpuacct/machine/a:b"),
                Path::new("/sys/fs/cgroup/unified/unified/x"),
            ]
        );
    }

    #[test]
    fn a_process_that_is_gone_is_in_no_group() {
        let error = of_process(u32::MAX).unwrap_err();
        assert!(error.message().starts_with("Unable to open '/proc/4294967295/cgroup': "), "{error}");
    }
}
