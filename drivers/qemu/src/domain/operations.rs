//! The operations of the API that find, define, start and end domains: their flags, and who does the work.

use super::DomainState;
use crate::{connection::QemuConnection, host::settle_cpu};
use std::sync::Arc;
use virt_conf::domain::Domain as Document;
use virt_core::{
    api::Domains,
    connection::check_flags,
    constants::*,
    domain::{DomainHost, LIST_FLAGS, describe, passes},
    records::Domain,
    types::*,
};
use virt_error::{Error, Origin, Result, bail, error};

const UNDEFINE: u32 = VIR_DOMAIN_UNDEFINE_MANAGED_SAVE
    | VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA
    | VIR_DOMAIN_UNDEFINE_NVRAM
    | VIR_DOMAIN_UNDEFINE_KEEP_NVRAM
    | VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA
    | VIR_DOMAIN_UNDEFINE_TPM
    | VIR_DOMAIN_UNDEFINE_KEEP_TPM;

/// Refuses flags that this driver's `function` does not know.
pub fn known(flags: u32, known: u32, function: &str) -> Result<()> {
    check_flags(flags, known, Origin::Qemu, function)
}

/// Refuses two flags together: `pair` has their names.
pub fn exclusive(flags: u32, values: (u32, u32), pair: (&str, &str), function: &str) -> Result<()> {
    if flags & values.0 == 0 || flags & values.1 == 0 {
        return Ok(());
    }
    let text = format!("Flags '{}' and '{}' are mutually exclusive", pair.0, pair.1);
    Err(Error::argument("flags", text).in_function(Origin::Qemu, function))
}

impl Domains for QemuConnection {
    fn connect_get_domain_capabilities(
        &self,
        emulator: Option<&str>,
        arch: Option<&str>,
        machine: Option<&str>,
        kind: Option<&str>,
        flags: u32,
    ) -> Result<String> {
        self.domain_capabilities(emulator, arch, machine, kind, flags)
    }

    fn domain_lookup_by_id(&self, id: i32) -> Result<Domain> {
        match self.state.domains.registry.by_id(id) {
            Some(object) => Ok(object.read(|state| state.record(object.uuid()))),
            None => Err(error!(Qemu, NoDomain, "no domain with matching id {id}")),
        }
    }

    fn domain_lookup_by_name(&self, name: &str) -> Result<Domain> {
        let registry = &self.state.domains.registry;
        registry
            .read_by_name(name, |object| object.read(|state| state.record(object.uuid())))
            .ok_or_else(|| error!(Qemu, NoDomain, "no domain with matching name '{name}'"))
    }

    fn domain_lookup_by_uuid(&self, uuid: Uuid) -> Result<Domain> {
        let found = self.state.domains.registry.read(&uuid, |state| state.record(uuid));
        found.ok_or_else(|| error!(Qemu, NoDomain, "no domain with matching uuid '{uuid}'"))
    }

    fn connect_list_domains(&self, maxids: i32) -> Result<List<i32, 16384>> {
        let mut ids = self.state.list(|state, _| state.is_active().then_some(state.id));
        ids.truncate(usize::try_from(maxids).unwrap_or(0));
        Ok(ids.into())
    }

    fn connect_num_of_domains(&self) -> Result<i32> {
        Ok(self.state.domains.registry.numbered() as i32)
    }

    fn connect_list_defined_domains(&self, maxnames: i32) -> Result<List<String, 16384>> {
        let mut names = self.state.list(|state, _| (!state.is_active()).then(|| state.name.to_string()));
        names.truncate(usize::try_from(maxnames).unwrap_or(0));
        Ok(names.into())
    }

    fn connect_num_of_defined_domains(&self) -> Result<i32> {
        Ok(self.state.list(|state, _| (!state.is_active()).then_some(())).len() as i32)
    }

    fn connect_list_all_domains(&self, need_results: i32, flags: u32) -> Result<Listing<Domain, 16384>> {
        known(flags, LIST_FLAGS, "qemuConnectListAllDomains")?;
        let domains = self.state.list(|state, uuid| passes(state, flags).then(|| state.record(uuid)));
        Ok(Listing::new(domains, need_results))
    }

    fn domain_define_xml(&self, xml: &str) -> Result<Domain> {
        self.define(xml, false, "virDomainDefineXML")
    }

    fn domain_define_xml_flags(&self, xml: &str, flags: u32) -> Result<Domain> {
        known(flags, VIR_DOMAIN_DEFINE_VALIDATE, "qemuDomainDefineXMLFlags")?;
        self.define(xml, flags & VIR_DOMAIN_DEFINE_VALIDATE != 0, "virDomainDefineXMLFlags")
    }

    fn domain_undefine(&self, dom: &Domain) -> Result<()> {
        self.undefine(dom, 0, "virDomainUndefine")
    }

    fn domain_undefine_flags(&self, dom: &Domain, flags: u32) -> Result<()> {
        const FUNCTION: &str = "qemuDomainUndefineFlags";
        known(flags, UNDEFINE, FUNCTION)?;
        exclusive(
            flags,
            (VIR_DOMAIN_UNDEFINE_NVRAM, VIR_DOMAIN_UNDEFINE_KEEP_NVRAM),
            ("VIR_DOMAIN_UNDEFINE_NVRAM", "VIR_DOMAIN_UNDEFINE_KEEP_NVRAM"),
            FUNCTION,
        )?;
        exclusive(
            flags,
            (VIR_DOMAIN_UNDEFINE_TPM, VIR_DOMAIN_UNDEFINE_KEEP_TPM),
            ("VIR_DOMAIN_UNDEFINE_TPM", "VIR_DOMAIN_UNDEFINE_KEEP_TPM"),
            FUNCTION,
        )?;
        self.undefine(dom, flags, "virDomainUndefineFlags")
    }

    fn domain_rename(&self, dom: &Domain, new_name: Option<&str>, flags: u32) -> Result<i32> {
        known(flags, 0, "qemuDomainRename")?;
        self.rename(dom, new_name.unwrap_or_default())?;
        Ok(0)
    }

    fn domain_get_xml_desc(&self, dom: &Domain, flags: u32) -> Result<String> {
        const KNOWN: u32 = VIR_DOMAIN_XML_SECURE
            | VIR_DOMAIN_XML_INACTIVE
            | VIR_DOMAIN_XML_MIGRATABLE
            | VIR_DOMAIN_XML_UPDATE_CPU;
        known(flags, KNOWN, "qemuDomainGetXMLDesc")?;
        let mut domain = self.state.snapshot(dom)?;
        let live = domain.is_active() && flags & VIR_DOMAIN_XML_INACTIVE == 0;
        if flags & VIR_DOMAIN_XML_UPDATE_CPU != 0 && !live {
            // What the processor would become if the domain were started now.
            let mut document = Document::clone(domain.persistent());
            let emulator = self.state.emulator_of(&document)?;
            settle_cpu(&mut document, &emulator)?;
            let mut settled = DomainState::clone(&domain);
            settled.config = Some(Arc::new(document));
            settled.def = settled.persistent().clone();
            domain = Arc::new(settled);
        }
        Ok(describe(&domain, flags))
    }

    fn domain_get_os_type(&self, dom: &Domain) -> Result<String> {
        self.state.look(dom, |state| state.def.os_type().to_owned())
    }

    fn domain_is_active(&self, dom: &Domain) -> Result<i32> {
        self.state.look(dom, |state| i32::from(state.is_active()))
    }

    fn domain_is_persistent(&self, dom: &Domain) -> Result<i32> {
        self.state.look(dom, |state| i32::from(state.is_persistent()))
    }

    fn domain_is_updated(&self, dom: &Domain) -> Result<i32> {
        // Nothing changes a guest's persistent document but the library.
        self.state.look(dom, |_| 0)
    }

    fn connect_domain_xml_to_native(
        &self,
        native_format: &str,
        domain_xml: &str,
        flags: u32,
    ) -> Result<String> {
        known(flags, 0, "qemuConnectDomainXMLToNative")?;
        if native_format != "qemu-argv" {
            bail!(Qemu, InvalidArg, "unsupported config type {native_format}");
        }
        self.state.native(domain_xml)
    }

    fn domain_create(&self, dom: &Domain) -> Result<()> {
        self.create(dom, 0, "virDomainCreate").map(drop)
    }

    fn domain_create_with_flags(&self, dom: &Domain, flags: u32) -> Result<Domain> {
        const KNOWN: u32 = VIR_DOMAIN_START_PAUSED
            | VIR_DOMAIN_START_AUTODESTROY
            | VIR_DOMAIN_START_BYPASS_CACHE
            | VIR_DOMAIN_START_FORCE_BOOT
            | VIR_DOMAIN_START_RESET_NVRAM;
        known(flags, KNOWN, "qemuDomainCreateWithFlags")?;
        self.create(dom, flags, "virDomainCreateWithFlags")
    }

    fn domain_create_xml(&self, xml_desc: &str, flags: u32) -> Result<Domain> {
        const KNOWN: u32 = VIR_DOMAIN_START_PAUSED
            | VIR_DOMAIN_START_AUTODESTROY
            | VIR_DOMAIN_START_VALIDATE
            | VIR_DOMAIN_START_RESET_NVRAM;
        known(flags, KNOWN, "qemuDomainCreateXML")?;
        self.create_xml(xml_desc, flags)
    }

    fn domain_destroy(&self, dom: &Domain) -> Result<()> {
        self.destroy(dom, 0, "virDomainDestroy")
    }

    fn domain_destroy_flags(&self, dom: &Domain, flags: u32) -> Result<()> {
        known(flags, VIR_DOMAIN_DESTROY_GRACEFUL | VIR_DOMAIN_DESTROY_REMOVE_LOGS, "qemuDomainDestroyFlags")?;
        self.destroy(dom, flags, "virDomainDestroyFlags")
    }

    fn domain_suspend(&self, dom: &Domain) -> Result<()> {
        self.suspend(dom)
    }

    fn domain_resume(&self, dom: &Domain) -> Result<()> {
        self.resume(dom)
    }

    fn domain_shutdown(&self, dom: &Domain) -> Result<()> {
        self.shutdown(dom, 0, "virDomainShutdown")
    }

    fn domain_shutdown_flags(&self, dom: &Domain, flags: u32) -> Result<()> {
        const KNOWN: u32 = VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN | VIR_DOMAIN_SHUTDOWN_GUEST_AGENT;
        known(flags, KNOWN, "qemuDomainShutdownFlags")?;
        self.shutdown(dom, flags, "virDomainShutdownFlags")
    }

    fn domain_reboot(&self, dom: &Domain, flags: u32) -> Result<()> {
        known(flags, VIR_DOMAIN_REBOOT_ACPI_POWER_BTN | VIR_DOMAIN_REBOOT_GUEST_AGENT, "qemuDomainReboot")?;
        self.reboot(dom, flags, "virDomainReboot")
    }

    fn domain_reset(&self, dom: &Domain, flags: u32) -> Result<()> {
        known(flags, 0, "qemuDomainReset")?;
        self.reset(dom)
    }

    fn domain_pm_suspend_for_duration(
        &self,
        dom: &Domain,
        target: u32,
        duration: u64,
        flags: u32,
    ) -> Result<()> {
        known(flags, 0, "qemuDomainPMSuspendForDuration")?;
        self.sleep(dom, target, duration)
    }

    fn domain_pm_wakeup(&self, dom: &Domain, flags: u32) -> Result<()> {
        known(flags, 0, "qemuDomainPMWakeup")?;
        self.wake_up(dom)
    }
}
