//! The family of what a guest shows of itself, each call in the room of its subject.

use crate::connection::QemuConnection;
use virt_core::{api::Monitoring, records::Domain, stream::StreamBox};
use virt_error::Result;

impl Monitoring for QemuConnection {
    fn domain_screenshot(
        &self,
        dom: &Domain,
        screen: u32,
        flags: u32,
    ) -> Result<(StreamBox, Option<String>)> {
        self.screenshot(dom, screen, flags)
    }
}
