//! The operations of the API on the connection and the host behind it.

use super::{
    capabilities,
    domain::{self, Subject},
};
use crate::{connection::QemuConnection, emulator::host_arch};
use virt_core::{
    api::Host,
    connection::{check_flags, library_version},
};
use virt_error::{Origin, Result, bail};

impl Host for QemuConnection {
    fn connect_get_type(&self) -> Result<String> {
        Ok("QEMU".to_owned())
    }

    fn connect_get_version(&self) -> Result<u64> {
        let arch = host_arch();
        match self.state.emulators().of_arch(arch) {
            Some(emulator) => Ok(emulator.version.into()),
            None => bail!(Qemu, InternalError, "Cannot find suitable emulator for {arch}"),
        }
    }

    fn connect_get_lib_version(&self) -> Result<u64> {
        Ok(library_version())
    }

    fn connect_get_capabilities(&self) -> Result<String> {
        Ok(capabilities::describe(self.state.emulators(), &self.state.settings).format())
    }

    fn connect_get_hostname(&self) -> Result<String> {
        virt_sys::label::host_name().map_err(|error| error.with_origin(Origin::Qemu))
    }

    fn connect_get_uri(&self) -> Result<String> {
        Ok(self.uri.clone())
    }

    fn connect_is_secure(&self) -> Result<i32> {
        Ok(1)
    }

    fn connect_get_max_vcpus(&self, kind: Option<&str>) -> Result<i32> {
        match kind {
            // What libvirt says of every emulator but the kernel's own acceleration.
            None => Ok(16),
            Some(kind) if kind.eq_ignore_ascii_case("qemu") => Ok(16),
            Some(kind) if kind.eq_ignore_ascii_case("kvm") => Ok(1024),
            Some(kind) => bail!(Qemu, InvalidArg, "unknown type '{kind}'"),
        }
    }
}

impl QemuConnection {
    /// The body of `virConnectGetDomainCapabilities`.
    pub(crate) fn domain_capabilities(
        &self,
        emulator: Option<&str>,
        arch: Option<&str>,
        machine: Option<&str>,
        kind: Option<&str>,
        flags: u32,
    ) -> Result<String> {
        /// Leave features out of the host model that the emulator calls deprecated.
        const DISABLE_DEPRECATED_FEATURES: u32 = 1;
        check_flags(flags, DISABLE_DEPRECATED_FEATURES, Origin::Qemu, "qemuConnectGetDomainCapabilities")?;
        let subject = Subject::find(self.state.emulators(), emulator, arch, machine, kind)?;
        let disable_deprecated = flags & DISABLE_DEPRECATED_FEATURES != 0;
        Ok(domain::describe(&subject, disable_deprecated).format())
    }
}
