//! The scheduler, performance events, starting with the host, and how memory is protected.

use crate::TestConnection;
use virt_conf::domain::{
    clock::{PerfEvent, PerfEventElement},
    security::LaunchSecurity,
};
use virt_core::{
    domain::DomainHost,
    params::{Accepted, Kind, Multiple, validate},
    records::Domain,
    types::*,
};
use virt_error::{Result, bail};
use virt_xml::YesNo;

/// What a domain's share of the host's processors is at first.
pub const WEIGHT: u32 = 50;

impl TestConnection {
    pub(super) fn set_weight(&self, dom: &Domain, params: &[TypedParam], flags: u32) -> Result<()> {
        validate(params, &[Accepted("weight", Kind::UInt, Multiple::Once)])?;
        let change = self.state.change(dom, "virDomainSetSchedulerParametersFlags")?;
        let targets = change.state().targets(flags)?;
        for param in params {
            if let Value::UInt(weight) = param.value {
                change.update(|state| {
                    let rare = state.extra_mut();
                    if targets.live {
                        rare.weight = Some(weight);
                    }
                    if targets.config {
                        rare.config_weight = Some(weight);
                    }
                });
            }
        }
        Ok(())
    }

    pub(super) fn weight(&self, dom: &Domain, flags: u32) -> Result<Vec<TypedParam>> {
        let state = self.state.snapshot(dom)?;
        let live = state.targets(flags)?.live;
        let config = state.extra.config_weight;
        let weight = if live { state.extra.weight.or(config) } else { config };
        Ok(vec![TypedParam::new("weight", Value::UInt(weight.unwrap_or(WEIGHT)))])
    }

    pub(crate) fn set_perf(&self, dom: &Domain, params: &[TypedParam], flags: u32) -> Result<()> {
        let accepted: Vec<Accepted> =
            PerfEvent::ALL.iter().map(|(_, name)| Accepted(name, Kind::Boolean, Multiple::Once)).collect();
        validate(params, &accepted)?;
        let change = self.state.change(dom, "virDomainSetPerfEvents")?;
        let targets = change.state().one_target(flags)?;
        change.edit(targets, |document| {
            let events = &mut document.perf.get_or_insert_default().events;
            for param in params {
                let Ok(name) = param.field.parse::<PerfEvent>() else { continue };
                events.retain(|event| event.name != Some(name));
                let enabled = Some(YesNo(param.value == Value::Boolean(true)));
                events.push(PerfEventElement { name: Some(name), enabled, ..PerfEventElement::default() });
            }
            events.sort_by_key(|event| event.name);
            Ok(())
        })
    }

    pub(crate) fn perf(&self, dom: &Domain, flags: u32) -> Result<Vec<TypedParam>> {
        let state = self.state.snapshot(dom)?;
        let perf = state.one(flags)?.perf.as_deref();
        let enabled = |wanted: PerfEvent| {
            perf.into_iter()
                .flat_map(|perf| &perf.events)
                .any(|event| event.name == Some(wanted) && event.enabled == Some(YesNo(true)))
        };
        Ok(PerfEvent::ALL
            .iter()
            .map(|(event, name)| TypedParam::new(*name, Value::Boolean(enabled(*event))))
            .collect())
    }

    pub(super) fn set_autostart(&self, dom: &Domain, autostart: bool) -> Result<()> {
        let change = self.state.change(dom, "virDomainSetAutostart")?;
        change.update(|state| state.autostart = autostart);
        Ok(())
    }

    pub(super) fn set_autostart_once(&self, dom: &Domain, autostart: bool) -> Result<()> {
        let change = self.state.change(dom, "virDomainSetAutostartOnce")?;
        if !change.state().is_persistent() {
            bail!(Test, OperationInvalid, "cannot set autostart for transient domain");
        }
        change.update(|state| state.autostart_once = autostart);
        Ok(())
    }

    /// What is known of how the guest's memory is protected; nothing for a guest without protection.
    pub(super) fn launch_security(&self, dom: &Domain) -> Result<Vec<TypedParam>> {
        let state = self.state.snapshot(dom)?;
        let Some(LaunchSecurity::Sev(sev)) = state.def.launch_security.as_deref() else {
            return Ok(Vec::new());
        };
        let policy = sev.policy.map_or(0, |policy| policy.0 as u32);
        Ok(vec![
            TypedParam::new("sev-api-major", Value::UInt(0)),
            TypedParam::new("sev-api-minor", Value::UInt(0)),
            TypedParam::new("sev-build-id", Value::UInt(0)),
            TypedParam::new("sev-policy", Value::UInt(policy)),
        ])
    }
}
