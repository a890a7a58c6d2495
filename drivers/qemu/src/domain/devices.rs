//! The family of what is done with a guest's devices, each call in the room of its subject.

use crate::connection::QemuConnection;
use std::os::fd::{BorrowedFd, OwnedFd};
use virt_core::{
    api::Devices, constants::VIR_DOMAIN_AFFECT_LIVE, records::Domain, stream::StreamBox, types::List,
};
use virt_error::Result;

impl Devices for QemuConnection {
    fn domain_attach_device(&self, dom: &Domain, xml: &str) -> Result<()> {
        self.attach_device(dom, xml, VIR_DOMAIN_AFFECT_LIVE)
    }

    fn domain_attach_device_flags(&self, dom: &Domain, xml: &str, flags: u32) -> Result<()> {
        self.attach_device(dom, xml, flags)
    }

    fn domain_detach_device(&self, dom: &Domain, xml: &str) -> Result<()> {
        self.detach_device(dom, xml, VIR_DOMAIN_AFFECT_LIVE)
    }

    fn domain_detach_device_flags(&self, dom: &Domain, xml: &str, flags: u32) -> Result<()> {
        self.detach_device(dom, xml, flags)
    }

    fn domain_detach_device_alias(&self, dom: &Domain, alias: &str, flags: u32) -> Result<()> {
        self.detach_device_alias(dom, alias, flags)
    }

    fn domain_update_device_flags(&self, dom: &Domain, xml: &str, flags: u32) -> Result<()> {
        self.update_device(dom, xml, flags)
    }

    fn domain_inject_nmi(&self, dom: &Domain, flags: u32) -> Result<()> {
        self.inject_nmi(dom, flags)
    }

    fn domain_send_key(
        &self,
        dom: &Domain,
        codeset: u32,
        holdtime: u32,
        keycodes: &List<u32, 16>,
        flags: u32,
    ) -> Result<()> {
        self.send_key(dom, codeset, holdtime, keycodes, flags)
    }

    fn domain_open_console(
        &self,
        dom: &Domain,
        dev_name: Option<&str>,
        flags: u32,
    ) -> Result<(StreamBox, ())> {
        self.open_console(dom, dev_name, flags)
    }

    fn domain_open_channel(&self, dom: &Domain, name: Option<&str>, flags: u32) -> Result<(StreamBox, ())> {
        self.open_channel(dom, name, flags)
    }

    fn domain_graphics_reload(&self, dom: &Domain, kind: u32, flags: u32) -> Result<()> {
        self.reload_graphics(dom, kind, flags)
    }

    fn domain_open_graphics(
        &self,
        dom: &Domain,
        idx: u32,
        flags: u32,
        files: &[BorrowedFd<'_>],
    ) -> Result<()> {
        self.open_graphics(dom, idx, flags, files)
    }

    fn domain_open_graphics_fd(&self, dom: &Domain, idx: u32, flags: u32) -> Result<Vec<OwnedFd>> {
        self.open_graphics_fd(dom, idx, flags)
    }
}
