//! Which statistics are kept: how often the balloon asks the guest, and the processor's counters.

use super::balloon;
use crate::connection::QemuConnection;
use serde_json::json;
use virt_conf::domain::{
    Domain as Document,
    clock::{PerfEvent, PerfEventElement},
};
use virt_core::{
    domain::DomainHost,
    params::{Accepted, Kind, Multiple, validate},
    records::Domain,
    types::{TypedParam, Value},
};
use virt_error::{Result, bail};
use virt_xml::YesNo;

fn no_balloon() -> virt_error::Error {
    virt_error::error!(
        Qemu,
        OperationInvalid,
        "No memory balloon device configured, can not set the collection period"
    )
}

impl QemuConnection {
    /// Has the guest tell of its memory every `period` seconds, or no more when it is 0.
    pub(in crate::domain) fn set_stats_period(&self, dom: &Domain, period: i32, flags: u32) -> Result<()> {
        if period < 0 {
            bail!(Qemu, InvalidArg, "period in virDomainSetMemoryStatsPeriod must be zero or greater");
        }
        let change = self.state.change(dom, "virDomainSetMemoryStatsPeriod")?;
        let state = change.state();
        let targets = state.targets(flags)?;
        let path = balloon::path(&state.def);
        self.state.tune(
            &change,
            targets,
            |run| {
                let path = path.ok_or_else(no_balloon)?;
                let arguments =
                    json!({"path": path, "property": "guest-stats-polling-interval", "value": period});
                run.monitor().run("qom-set", arguments)?;
                Ok(())
            },
            |document: &mut Document| {
                let balloon = document.devices.memballoons.first_mut().ok_or_else(no_balloon)?;
                balloon.stats = (period > 0).then_some(period);
                Ok(())
            },
        )
    }

    /// The counters of the processor that are kept for a domain.
    pub(in crate::domain) fn perf_events(&self, dom: &Domain, flags: u32) -> Result<Vec<TypedParam>> {
        let state = self.state.snapshot(dom)?;
        let targets = state.one_target(flags)?;
        let document = if targets.live { &state.def } else { state.persistent() };
        let listed = document.perf.as_deref();
        let enabled = |wanted: PerfEvent| {
            let mut events = listed.into_iter().flat_map(|perf| &perf.events);
            events.any(|event| event.name == Some(wanted) && event.enabled == Some(YesNo(true)))
        };
        let param = |(event, name): &(PerfEvent, &'static str)| {
            TypedParam::new(*name, Value::Boolean(enabled(*event)))
        };
        Ok(PerfEvent::ALL.iter().map(param).collect())
    }

    pub(in crate::domain) fn set_perf_events(
        &self,
        dom: &Domain,
        params: &[TypedParam],
        flags: u32,
    ) -> Result<()> {
        let accepted: Vec<Accepted> =
            PerfEvent::ALL.iter().map(|(_, name)| Accepted(name, Kind::Boolean, Multiple::Once)).collect();
        validate(params, &accepted)?;
        let change = self.state.change(dom, "virDomainSetPerfEvents")?;
        let targets = change.state().targets(flags)?;
        let are = |wanted: bool| -> Vec<PerfEvent> {
            let params = params.iter().filter(|param| param.value == Value::Boolean(wanted));
            params.filter_map(|param| param.field.parse().ok()).collect()
        };
        self.state.tune(
            &change,
            targets,
            |run| run.running.counters.change(run.running.pid(), &are(true), &are(false)),
            |document: &mut Document| {
                let events = &mut document.perf.get_or_insert_default().events;
                for param in params {
                    let Ok(name) = param.field.parse::<PerfEvent>() else { continue };
                    events.retain(|event| event.name != Some(name));
                    let enabled = Some(YesNo(param.value == Value::Boolean(true)));
                    events.push(PerfEventElement {
                        name: Some(name),
                        enabled,
                        ..PerfEventElement::default()
                    });
                }
                events.sort_by_key(|event| event.name);
                Ok(())
            },
        )
    }
}
