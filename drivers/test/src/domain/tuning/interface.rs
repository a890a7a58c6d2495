//! What network interfaces may do: average, peak and burst by direction.

use crate::TestConnection;
use virt_core::{
    domain::{DomainHost, tuning::bandwidth},
    records::Domain,
    types::*,
};
use virt_error::Result;

impl TestConnection {
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
        change.edit(targets, |document| bandwidth::apply(document, device, params))
    }
}
