//! Starting with the host, and how a guest's memory is protected.

use crate::{
    connection::QemuConnection,
    domain::store::{self, Autostart},
};
use virt_core::{domain::DomainHost, records::Domain, types::*};
use virt_error::{Result, bail};

impl QemuConnection {
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
