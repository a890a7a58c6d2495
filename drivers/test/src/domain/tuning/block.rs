//! What disks may do: weights and rates by device of the host, and limits by disk or by group.

use crate::{TestConnection, domain::disks};
use virt_conf::domain::{Domain as Document, disk::IoTune};
use virt_core::{
    domain::{
        DomainHost,
        tuning::{blkio, iotune},
    },
    records::Domain,
    types::*,
};
use virt_error::{Origin, Result, bail, error};

impl TestConnection {
    pub(super) fn set_blkio(&self, dom: &Domain, params: &[TypedParam], flags: u32) -> Result<()> {
        blkio::check(params)?;
        let change = self.state.change(dom, "virDomainSetBlkioParameters")?;
        let targets = change.state().one_target(flags)?;
        change.edit(targets, |document| blkio::apply(document, params))
    }
}

/// Puts `params` into `tune` and checks that the limits go together.
fn apply_limits(tune: &mut IoTune, params: &[TypedParam]) -> Result<()> {
    iotune::apply(tune, params, Origin::Test)?;
    for name in &iotune::LIMITS[..6] {
        if iotune::limit(tune, name) > iotune::limit(tune, &format!("{name}_max")) {
            // The space at the end is part of libvirt's text.
            bail!(Test, InvalidArg, "{name} cannot be set higher than {name}_max ");
        }
    }
    Ok(())
}

impl TestConnection {
    pub(super) fn set_iotune(
        &self,
        dom: &Domain,
        path: &str,
        params: &[TypedParam],
        flags: u32,
    ) -> Result<()> {
        iotune::check(params)?;
        let mut change = self.state.change(dom, "virDomainSetBlockIoTune")?;
        let targets = change.state().one_target(flags)?;
        change.edit(targets, |document| {
            let disk = &mut document.devices.disks;
            let place = disks::place(disk, path).ok_or_else(|| unknown_disk(path))?;
            let tune = disk[place].iotune.get_or_insert_default();
            apply_limits(tune, params)
        })?;
        if targets.live && !params.is_empty() {
            let dom = change.record();
            change.event(iotune::told(dom, "disk", path, params));
        }
        Ok(())
    }

    pub(super) fn iotune(&self, dom: &Domain, path: &str, flags: u32) -> Result<Vec<TypedParam>> {
        let state = self.state.snapshot(dom)?;
        let document = state.one(flags)?;
        let place = disks::place(&document.devices.disks, path).ok_or_else(|| unknown_disk(path))?;
        let tune = document.devices.disks[place].iotune.as_deref();
        Ok(iotune::list(tune.unwrap_or(&IoTune::default())))
    }

    pub(super) fn set_throttle_group(
        &self,
        dom: &Domain,
        group: &str,
        params: &[TypedParam],
        flags: u32,
    ) -> Result<()> {
        iotune::check(params)?;
        let change = self.state.change(dom, "virDomainSetThrottleGroup")?;
        let targets = change.state().targets(flags)?;
        change.edit(targets, |document| {
            let groups = &mut document.throttlegroups.get_or_insert_default().groups;
            let known = groups.iter().position(|known| known.group_name.as_deref() == Some(group));
            let place = known.unwrap_or_else(|| {
                groups.push(IoTune::default());
                groups.len() - 1
            });
            apply_limits(&mut groups[place], params)?;
            groups[place].group_name = Some(group.to_owned());
            Ok(())
        })
    }

    pub(super) fn remove_throttle_group(&self, dom: &Domain, group: &str, flags: u32) -> Result<()> {
        let change = self.state.change(dom, "virDomainDelThrottleGroup")?;
        let targets = change.state().targets(flags)?;
        change.edit(targets, |document| {
            check_unused(document, group)?;
            let Some(groups) = &mut document.throttlegroups else { return Err(unknown_group(group)) };
            let before = groups.groups.len();
            groups.groups.retain(|known| known.group_name.as_deref() != Some(group));
            if groups.groups.len() == before {
                return Err(unknown_group(group));
            }
            Ok(())
        })
    }
}

fn check_unused(document: &Document, group: &str) -> Result<()> {
    for disk in &document.devices.disks {
        let filters = disk.throttlefilters.iter().flat_map(|filters| &filters.filters);
        if filters.into_iter().any(|filter| filter.group.as_deref() == Some(group)) {
            let name = disk.target_name();
            bail!(Test, OperationInvalid, "throttle group '{group}' is still being used by disk '{name}'");
        }
    }
    Ok(())
}

fn unknown_group(group: &str) -> virt_error::Error {
    error!(Test, InvalidArg, "throttle group '{group}' doesn't exist")
}

fn unknown_disk(path: &str) -> virt_error::Error {
    error!(Test, InvalidArg, "disk '{path}' was not found in the domain config")
}
