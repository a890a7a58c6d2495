//! What network interfaces may do: average, peak and burst by direction.

use crate::connection::QemuConnection;
use virt_core::{
    domain::{DomainHost, tuning::bandwidth},
    records::Domain,
    types::*,
};
use virt_error::{Result, bail};

impl QemuConnection {
    pub(super) fn set_bandwidth(
        &self,
        dom: &Domain,
        device: &str,
        params: &[TypedParam],
        flags: u32,
    ) -> Result<()> {
        bandwidth::check(params)?;
        let change = self.state.change(dom, "virDomainSetInterfaceParameters")?;
        let targets = change.state().targets(flags)?;
        if targets.live {
            bandwidth::find(&change.state().def.devices.interfaces, device)?;
            bail!(
                Qemu,
                ConfigUnsupported,
                "the bandwidth of a running guest's interface cannot be limited by this connection"
            );
        }
        self.state.edit(&change, targets, |document| bandwidth::apply(document, device, params))
    }
}
