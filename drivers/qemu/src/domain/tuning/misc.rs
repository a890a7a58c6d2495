//! What the guest's ends lead to, metadata, starting with the host, and how its memory is protected.

use crate::{
    connection::QemuConnection,
    domain::store::{self, Autostart},
};
use virt_core::{
    domain::{
        DomainHost,
        tuning::{lifecycle::Action, metadata},
    },
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
        let action = Action::new(kind, action)?;
        let change = self.state.change(dom, "virDomainSetLifecycleAction")?;
        let targets = change.state().targets(flags)?;
        self.state.tune(
            &change,
            targets,
            |_| Ok(()),
            |document| {
                action.apply(document);
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

    pub(super) fn set_autostart(&self, dom: &Domain, autostart: Autostart, on: bool) -> Result<()> {
        let change = self.state.change(dom, "virDomainSetAutostart")?;
        let state = change.state();
        if !state.is_persistent() {
            bail!(Qemu, OperationInvalid, "cannot set autostart for transient domain");
        }
        if autostart.is_set(&state) != on {
            store::set_autostart(&self.state.directories, &state.name, autostart, on)?;
            change.update(|state| autostart.set(state, on));
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
