//! What the guest's ends lead to, metadata, starting with the host, and how its memory is protected.

use crate::{connection::QemuConnection, domain::store};
use virt_conf::domain::clock::Lifecycle;
use virt_core::{
    domain::{DomainHost, tuning::metadata},
    event::Event,
    records::Domain,
    types::*,
};
use virt_error::{Result, bail};

impl QemuConnection {
    pub(super) fn set_lifecycle_action(
        &self,
        dom: &Domain,
        kind: u32,
        action: u32,
        flags: u32,
    ) -> Result<()> {
        const EVENTS: [&str; 3] = ["poweroff", "reboot", "crash"];
        let Some(event) = EVENTS.get(kind as usize) else {
            bail!(Domain, InvalidArg, "invalid lifecycle type '{kind}'");
        };
        let Some((action, word)) = Lifecycle::ALL.get(action as usize) else {
            bail!(Domain, InvalidArg, "invalid lifecycle action '{action}'");
        };
        if *event != "crash" && matches!(action, Lifecycle::CoredumpDestroy | Lifecycle::CoredumpRestart) {
            bail!(Domain, ConfigUnsupported, "Lifecycle event '{event}' doesn't support '{word}' action");
        }
        let change = self.state.change(dom, "virDomainSetLifecycleAction")?;
        let targets = change.state().targets(flags)?;
        self.state.tune(
            &change,
            targets,
            |_| Ok(()),
            |document| {
                let place = match *event {
                    "poweroff" => &mut document.on_poweroff,
                    "reboot" => &mut document.on_reboot,
                    _ => &mut document.on_crash,
                };
                *place = Some(*action);
                Ok(())
            },
        )
    }

    pub(super) fn set_metadata(
        &self,
        dom: &Domain,
        kind: i32,
        text: Option<&str>,
        (key, uri): (Option<&str>, Option<&str>),
        flags: u32,
    ) -> Result<()> {
        let mut change = self.state.change(dom, "virDomainSetMetadata")?;
        let targets = change.state().targets(flags)?;
        self.state.tune(
            &change,
            targets,
            |_| Ok(()),
            |document| metadata::apply(document, kind, text, key, uri),
        )?;
        let dom = change.record();
        change.event(Event::DomainMetadataChange { dom, kind, nsuri: uri.map(str::to_owned) });
        Ok(())
    }

    pub(super) fn metadata(&self, dom: &Domain, kind: i32, uri: Option<&str>, flags: u32) -> Result<String> {
        let state = self.state.snapshot(dom)?;
        metadata::read(state.one(flags)?, kind, uri)
    }

    pub(super) fn set_autostart(&self, dom: &Domain, autostart: bool) -> Result<()> {
        let change = self.state.change(dom, "virDomainSetAutostart")?;
        let state = change.state();
        if !state.is_persistent() {
            bail!(Qemu, OperationInvalid, "cannot set autostart for transient domain");
        }
        if state.autostart != autostart {
            store::set_autostart(&self.state.directories, &state.name, autostart)?;
            change.update(|state| state.autostart = autostart);
        }
        Ok(())
    }

    /// What is known of how the guest's memory is protected; nothing for a guest without protection.
    ///
    /// Errors: `VIR_ERR_NO_SUPPORT` for a guest with protection.
    pub(super) fn launch_security(&self, dom: &Domain) -> Result<Params<64>> {
        match self.state.look(dom, |state| state.def.launch_security.is_some())? {
            false => Ok(Params::default()),
            true => Err(virt_error::Error::unsupported()),
        }
    }
}
