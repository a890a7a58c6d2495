//! Groups of disks that share limits, while a guest runs and in its document.

use super::limits::{Wanted, check_bursts};
use crate::{command::throttle, connection::QemuConnection};
use virt_conf::domain::{Domain as Document, disk::IoTune};
use virt_core::{
    domain::{DomainHost, tuning::iotune},
    records::Domain,
    types::*,
};
use virt_error::{Result, bail};

/// The limits that the group of that name has when `wanted` comes to them.
fn with(wanted: &Wanted<'_>, document: &Document, group: &str) -> IoTune {
    let known = find(document, group);
    let tune = known.map_or_else(|| wanted.tune.clone(), |known| wanted.over(known));
    IoTune { group_name: Some(group.to_owned()), ..tune }
}

fn find<'a>(document: &'a Document, group: &str) -> Option<&'a IoTune> {
    let groups = document.throttlegroups.as_ref()?;
    groups.groups.iter().find(|known| known.group_name.as_deref() == Some(group))
}

/// Errors: `VIR_ERR_INVALID_ARG` when a disk goes through the group.
fn check_unused(document: &Document, group: &str) -> Result<()> {
    for disk in &document.devices.disks {
        let mut filters = disk.throttlefilters.iter().flat_map(|filters| &filters.filters);
        if filters.any(|filter| filter.group.as_deref() == Some(group)) {
            let name = disk.target_name();
            bail!(Qemu, InvalidArg, "throttle group '{group}' is still being used by disk {name}");
        }
    }
    Ok(())
}

impl QemuConnection {
    pub(super) fn set_throttle_group(
        &self,
        dom: &Domain,
        group: &str,
        params: &[TypedParam],
        flags: u32,
    ) -> Result<()> {
        let wanted = Wanted::read(params)?;
        let mut change = self.state.change(dom, "virDomainSetThrottleGroup")?;
        let targets = change.state().targets(flags)?;
        let state = change.state();
        self.state.tune(
            &change,
            targets,
            |run| {
                check_bursts(&wanted.tune)?;
                let tune = with(&wanted, &state.def, group);
                match find(&state.def, group) {
                    Some(_) => {
                        let path = format!("/objects/{}", throttle::group_id(group));
                        run.monitor().qom_set(&path, "limits", throttle::limits(&tune).into())
                    }
                    None => run.monitor().object_add(throttle::group(&tune).into()),
                }
            },
            |document| {
                let tune = with(&wanted, document, group);
                let groups = &mut document.throttlegroups.get_or_insert_default().groups;
                match groups.iter_mut().find(|known| known.group_name.as_deref() == Some(group)) {
                    Some(known) => *known = tune,
                    None => groups.push(tune),
                }
                Ok(())
            },
        )?;
        if targets.live {
            let dom = change.record();
            change.event(iotune::told(dom, "group_name", group, params));
        }
        Ok(())
    }

    pub(super) fn remove_throttle_group(&self, dom: &Domain, group: &str, flags: u32) -> Result<()> {
        let change = self.state.change(dom, "virDomainDelThrottleGroup")?;
        let targets = change.state().targets(flags)?;
        self.state.tune(
            &change,
            targets,
            |run| run.monitor().object_del(&throttle::group_id(group)),
            |document| {
                check_unused(document, group)?;
                if let Some(groups) = &mut document.throttlegroups {
                    groups.groups.retain(|known| known.group_name.as_deref() != Some(group));
                    if groups.groups.is_empty() {
                        document.throttlegroups = None;
                    }
                }
                Ok(())
            },
        )
    }
}
