//! Finding domains, defining, starting, stopping and forgetting them.

use super::{DomainChange, Status, define, forget_save};
use crate::TestConnection;
use std::{os::fd::BorrowedFd, sync::Arc};
use virt_conf::domain::{Domain as Document, clock::Lifecycle};
use virt_core::{
    api::Domains,
    connection::check_flags,
    constants::*,
    domain::{DomainHost, LIST_FLAGS, describe, passes},
    records::Domain,
    types::*,
};
use virt_error::{Code, Error, Origin, Result, bail};

/// Flags of starting a domain.
const START: u32 = VIR_DOMAIN_START_PAUSED
    | VIR_DOMAIN_START_AUTODESTROY
    | VIR_DOMAIN_START_BYPASS_CACHE
    | VIR_DOMAIN_START_FORCE_BOOT
    | VIR_DOMAIN_START_RESET_NVRAM;

const SHUTDOWN: u32 = VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN
    | VIR_DOMAIN_SHUTDOWN_GUEST_AGENT
    | VIR_DOMAIN_SHUTDOWN_INITCTL
    | VIR_DOMAIN_SHUTDOWN_SIGNAL
    | VIR_DOMAIN_SHUTDOWN_PARAVIRT;

const UNDEFINE: u32 = VIR_DOMAIN_UNDEFINE_MANAGED_SAVE
    | VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA
    | VIR_DOMAIN_UNDEFINE_NVRAM
    | VIR_DOMAIN_UNDEFINE_KEEP_NVRAM
    | VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA
    | VIR_DOMAIN_UNDEFINE_TPM
    | VIR_DOMAIN_UNDEFINE_KEEP_TPM;

/// What the operations of this host do to a domain.
pub trait Life {
    /// Starts the domain with the document that it has or with `live`, paused if the flags say so, and tells of it.
    fn start_with(
        &mut self,
        live: Option<Arc<Document>>,
        flags: u32,
        owner: u64,
        event_detail: i32,
        reason: i32,
    );

    /// The events of a domain that was started.
    fn tell_of_start(&mut self, detail: i32, paused: bool);

    /// What the guest's own power-off or reset leads to, as the document says.
    fn act(&mut self, action: Option<Lifecycle>);
}

impl Life for DomainChange<'_> {
    fn start_with(
        &mut self,
        live: Option<Arc<Document>>,
        flags: u32,
        owner: u64,
        event_detail: i32,
        reason: i32,
    ) {
        let paused = flags & VIR_DOMAIN_START_PAUSED != 0;
        let status = match paused {
            true => Status::new(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_USER),
            false => Status::new(VIR_DOMAIN_RUNNING, reason),
        };
        let id = self.host().domains.next_id();
        self.update(|state| {
            match live {
                Some(live) => state.start_with(live, id, status),
                None => state.start(id, status),
            }
            if flags & VIR_DOMAIN_START_AUTODESTROY != 0 {
                state.extra_mut().owner = Some(owner);
            }
        });
        self.number();
        self.tell_of_start(event_detail, paused);
    }

    fn tell_of_start(&mut self, detail: i32, paused: bool) {
        self.lifecycle(VIR_DOMAIN_EVENT_STARTED, detail);
        if paused {
            self.lifecycle(VIR_DOMAIN_EVENT_SUSPENDED, VIR_DOMAIN_EVENT_SUSPENDED_PAUSED);
        }
    }

    fn act(&mut self, action: Option<Lifecycle>) {
        match action.unwrap_or(Lifecycle::Destroy) {
            Lifecycle::Restart | Lifecycle::RenameRestart | Lifecycle::CoredumpRestart => {
                self.update(|state| {
                    state.status = Status::new(VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_BOOTED);
                });
            }
            Lifecycle::Destroy | Lifecycle::Preserve | Lifecycle::CoredumpDestroy => {
                self.stop(VIR_DOMAIN_SHUTOFF_SHUTDOWN, VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN);
            }
        }
    }
}

impl TestConnection {
    fn create(&self, dom: &Domain, flags: u32, operation: &'static str) -> Result<Domain> {
        check_flags(flags, START, Origin::Test, "testDomainCreateWithFlags")?;
        let mut change = self.state.change(dom, operation)?;
        let state = change.state();
        if state.is_active() {
            bail!(Test, InternalError, "Domain '{}' is already running", state.name);
        }
        let mut flags = flags;
        let saved = if state.managed_save {
            if state.extra.saved_paused && flags & VIR_DOMAIN_START_FORCE_BOOT == 0 {
                flags |= VIR_DOMAIN_START_PAUSED;
            }
            change.update(|state| {
                // The run that was saved goes on with its own document.
                let saved = state.extra.saved.clone().filter(|_| flags & VIR_DOMAIN_START_FORCE_BOOT == 0);
                forget_save(state);
                saved
            })
        } else {
            None
        };
        change.start_with(
            saved,
            flags,
            self.number,
            VIR_DOMAIN_EVENT_STARTED_BOOTED,
            VIR_DOMAIN_RUNNING_BOOTED,
        );
        Ok(change.record())
    }

    fn create_xml(&self, xml: &str, flags: u32) -> Result<Domain> {
        check_flags(flags, START | VIR_DOMAIN_START_VALIDATE, Origin::Test, "testDomainCreateXML")?;
        let document = define::parse(xml, flags & VIR_DOMAIN_START_VALIDATE != 0, false)?;
        let paused = flags & VIR_DOMAIN_START_PAUSED != 0;
        let status = match paused {
            true => Status::new(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_USER),
            false => Status::new(VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_BOOTED),
        };
        let mut change = self.state.start(document, status, "virDomainCreateXML")?;
        if flags & VIR_DOMAIN_START_AUTODESTROY != 0 {
            change.update(|state| state.extra_mut().owner = Some(self.number));
        }
        change.tell_of_start(VIR_DOMAIN_EVENT_STARTED_BOOTED, paused);
        Ok(change.record())
    }

    fn define(&self, xml: &str, flags: u32) -> Result<Domain> {
        check_flags(flags, VIR_DOMAIN_DEFINE_VALIDATE, Origin::Test, "testDomainDefineXMLFlags")?;
        self.state.define(define::parse(xml, flags & VIR_DOMAIN_DEFINE_VALIDATE != 0, false)?)
    }

    fn destroy(&self, dom: &Domain, flags: u32) -> Result<()> {
        const KNOWN: u32 = VIR_DOMAIN_DESTROY_GRACEFUL | VIR_DOMAIN_DESTROY_REMOVE_LOGS;
        check_flags(flags, KNOWN, Origin::Test, "testDomainDestroyFlags")?;
        let mut change = self.state.change(dom, "virDomainDestroyFlags")?;
        change.check_active()?;
        change.stop(VIR_DOMAIN_SHUTOFF_DESTROYED, VIR_DOMAIN_EVENT_STOPPED_DESTROYED);
        Ok(())
    }

    fn shutdown(&self, dom: &Domain, flags: u32) -> Result<()> {
        check_flags(flags, SHUTDOWN, Origin::Test, "testDomainShutdownFlags")?;
        let mut change = self.state.change(dom, "virDomainShutdownFlags")?;
        let state = change.state();
        if state.status.state == VIR_DOMAIN_SHUTOFF {
            bail!(Test, InternalError, "domain '{}' not running", state.name);
        }
        change.act(state.def.on_poweroff);
        Ok(())
    }

    fn undefine(&self, dom: &Domain, flags: u32) -> Result<()> {
        check_flags(flags, UNDEFINE, Origin::Test, "testDomainUndefineFlags")?;
        let mut change = self.state.change(dom, "virDomainUndefineFlags")?;
        let state = change.state();
        if state.managed_save && flags & VIR_DOMAIN_UNDEFINE_MANAGED_SAVE == 0 {
            bail!(Test, OperationInvalid, "Refusing to undefine while domain managed save image exists");
        }
        if !state.is_active() {
            let snapshots = state.extra.snapshots.len();
            if snapshots > 0 && flags & VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA == 0 {
                bail!(Test, OperationInvalid, "cannot delete inactive domain with {snapshots} snapshots");
            }
            let checkpoints = state.extra.checkpoints.len();
            if checkpoints > 0 && flags & VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA == 0 {
                bail!(Test, OperationInvalid, "cannot delete inactive domain with {checkpoints} checkpoints");
            }
        }
        change.update(|state| {
            forget_save(state);
            state.autostart = false;
            state.autostart_once = false;
        });
        change.lifecycle(VIR_DOMAIN_EVENT_UNDEFINED, VIR_DOMAIN_EVENT_UNDEFINED_REMOVED);
        if state.is_active() {
            change.update(|state| {
                state.undefined |= state.is_persistent();
                state.config = None;
            });
        } else {
            change.remove(state.id);
        }
        Ok(())
    }

    /// Ends the domains that were to end with this connection.
    pub(crate) fn end_domains(&self) {
        let ours = self.state.domains.registry.filter_map(|object| {
            object.read(|state| (state.extra.owner == Some(self.number)).then(|| state.record(object.uuid())))
        });
        for dom in ours {
            // A domain that has ended meanwhile needs nothing more.
            let Ok(mut change) = self.state.change(&dom, "virConnectClose") else { continue };
            if change.state().is_active() && change.state().extra.owner == Some(self.number) {
                change.stop(VIR_DOMAIN_SHUTOFF_DESTROYED, VIR_DOMAIN_EVENT_STOPPED_DESTROYED);
            }
        }
    }
}

#[cold]
fn not_found() -> Error {
    Error::bare(Origin::Test, Code::NoDomain)
}

impl Domains for TestConnection {
    fn domain_create(&self, dom: &Domain) -> Result<()> {
        self.create(dom, 0, "virDomainCreate").map(drop)
    }

    fn domain_create_with_flags(&self, dom: &Domain, flags: u32) -> Result<Domain> {
        self.create(dom, flags, "virDomainCreateWithFlags")
    }

    fn domain_create_with_files(
        &self,
        dom: &Domain,
        flags: u32,
        _files: &[BorrowedFd<'_>],
    ) -> Result<Domain> {
        self.create(dom, flags, "virDomainCreateWithFiles")
    }

    fn domain_create_xml(&self, xml_desc: &str, flags: u32) -> Result<Domain> {
        self.create_xml(xml_desc, flags)
    }

    fn domain_create_xml_with_files(
        &self,
        xml_desc: &str,
        flags: u32,
        _files: &[BorrowedFd<'_>],
    ) -> Result<Domain> {
        self.create_xml(xml_desc, flags)
    }

    fn domain_define_xml(&self, xml: &str) -> Result<Domain> {
        self.define(xml, 0)
    }

    fn domain_define_xml_flags(&self, xml: &str, flags: u32) -> Result<Domain> {
        self.define(xml, flags)
    }

    fn domain_destroy(&self, dom: &Domain) -> Result<()> {
        self.destroy(dom, 0)
    }

    fn domain_destroy_flags(&self, dom: &Domain, flags: u32) -> Result<()> {
        self.destroy(dom, flags)
    }

    fn domain_get_xml_desc(&self, dom: &Domain, flags: u32) -> Result<String> {
        const KNOWN: u32 = VIR_DOMAIN_XML_SECURE | VIR_DOMAIN_XML_INACTIVE | VIR_DOMAIN_XML_MIGRATABLE;
        check_flags(flags, KNOWN, Origin::Test, "testDomainGetXMLDesc")?;
        Ok(describe(&*self.state.snapshot(dom)?, flags))
    }

    fn domain_get_os_type(&self, dom: &Domain) -> Result<String> {
        // What guests of this host are said to run, whatever the document's `<type>`.
        self.state.look(dom, |_| "linux".to_owned())
    }

    fn connect_list_defined_domains(&self, maxnames: i32) -> Result<List<String, 16384>> {
        let mut names = self.state.list(|state, _| (!state.is_active()).then(|| state.name.to_string()));
        names.truncate(usize::try_from(maxnames).unwrap_or(0));
        Ok(names.into())
    }

    fn connect_num_of_defined_domains(&self) -> Result<i32> {
        Ok(self.state.list(|state, _| (!state.is_active()).then_some(())).len() as i32)
    }

    fn connect_list_domains(&self, maxids: i32) -> Result<List<i32, 16384>> {
        let mut ids = self.state.list(|state, _| state.is_active().then_some(state.id));
        ids.truncate(usize::try_from(maxids).unwrap_or(0));
        Ok(ids.into())
    }

    fn connect_num_of_domains(&self) -> Result<i32> {
        Ok(self.state.domains.registry.numbered() as i32)
    }

    fn connect_list_all_domains(&self, need_results: i32, flags: u32) -> Result<Listing<Domain, 16384>> {
        check_flags(flags, LIST_FLAGS, Origin::Test, "testConnectListAllDomains")?;
        Ok(Listing::new(
            self.state.list(|state, uuid| passes(state, flags).then(|| state.record(uuid))),
            need_results,
        ))
    }

    fn domain_lookup_by_id(&self, id: i32) -> Result<Domain> {
        let object = self.state.domains.registry.by_id(id).ok_or_else(not_found)?;
        Ok(object.read(|state| state.record(object.uuid())))
    }

    fn domain_lookup_by_name(&self, name: &str) -> Result<Domain> {
        let registry = &self.state.domains.registry;
        registry
            .read_by_name(name, |object| object.read(|state| state.record(object.uuid())))
            .ok_or_else(not_found)
    }

    fn domain_lookup_by_uuid(&self, uuid: Uuid) -> Result<Domain> {
        self.state.domains.registry.read(&uuid, |state| state.record(uuid)).ok_or_else(not_found)
    }

    fn domain_reboot(&self, dom: &Domain, flags: u32) -> Result<()> {
        const KNOWN: u32 = VIR_DOMAIN_REBOOT_ACPI_POWER_BTN
            | VIR_DOMAIN_REBOOT_GUEST_AGENT
            | VIR_DOMAIN_REBOOT_INITCTL
            | VIR_DOMAIN_REBOOT_SIGNAL
            | VIR_DOMAIN_REBOOT_PARAVIRT;
        check_flags(flags, KNOWN, Origin::Test, "testDomainReboot")?;
        let mut change = self.state.change(dom, "virDomainReboot")?;
        change.check_active()?;
        let action = change.state().def.on_reboot;
        change.act(action);
        Ok(())
    }

    fn domain_reset(&self, dom: &Domain, flags: u32) -> Result<()> {
        check_flags(flags, 0, Origin::Test, "testDomainReset")?;
        let change = self.state.change(dom, "virDomainReset")?;
        change.check_active()?;
        Ok(())
    }

    fn domain_suspend(&self, dom: &Domain) -> Result<()> {
        let mut change = self.state.change(dom, "virDomainSuspend")?;
        let state = change.state();
        if matches!(state.status.state, VIR_DOMAIN_SHUTOFF | VIR_DOMAIN_PAUSED) {
            bail!(Test, InternalError, "domain '{}' not running", state.name);
        }
        change.update(|state| state.status = Status::new(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_USER));
        change.lifecycle(VIR_DOMAIN_EVENT_SUSPENDED, VIR_DOMAIN_EVENT_SUSPENDED_PAUSED);
        Ok(())
    }

    fn domain_resume(&self, dom: &Domain) -> Result<()> {
        let mut change = self.state.change(dom, "virDomainResume")?;
        let state = change.state();
        if state.status.state != VIR_DOMAIN_PAUSED {
            bail!(Test, InternalError, "domain '{}' not paused", state.name);
        }
        change.update(|state| state.status = Status::new(VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_UNPAUSED));
        change.lifecycle(VIR_DOMAIN_EVENT_RESUMED, VIR_DOMAIN_EVENT_RESUMED_UNPAUSED);
        Ok(())
    }

    fn domain_shutdown(&self, dom: &Domain) -> Result<()> {
        self.shutdown(dom, 0)
    }

    fn domain_shutdown_flags(&self, dom: &Domain, flags: u32) -> Result<()> {
        self.shutdown(dom, flags)
    }

    fn domain_undefine(&self, dom: &Domain) -> Result<()> {
        self.undefine(dom, 0)
    }

    fn domain_undefine_flags(&self, dom: &Domain, flags: u32) -> Result<()> {
        self.undefine(dom, flags)
    }

    fn domain_is_active(&self, dom: &Domain) -> Result<i32> {
        self.state.look(dom, |state| i32::from(state.is_active()))
    }

    fn domain_is_persistent(&self, dom: &Domain) -> Result<i32> {
        self.state.look(dom, |state| i32::from(state.is_persistent()))
    }

    fn domain_is_updated(&self, dom: &Domain) -> Result<i32> {
        // Nothing changes a domain of this host but the library.
        self.state.look(dom, |_| 0)
    }

    fn domain_pm_suspend_for_duration(
        &self,
        dom: &Domain,
        target: u32,
        duration: u64,
        flags: u32,
    ) -> Result<()> {
        check_flags(flags, 0, Origin::Test, "testDomainPMSuspendForDuration")?;
        super::power::suspend(self, dom, target, duration)
    }

    fn domain_pm_wakeup(&self, dom: &Domain, flags: u32) -> Result<()> {
        check_flags(flags, 0, Origin::Test, "testDomainPMWakeup")?;
        super::power::wake_up(self, dom)
    }

    fn connect_get_domain_capabilities(
        &self,
        emulatorbin: Option<&str>,
        arch: Option<&str>,
        machine: Option<&str>,
        virttype: Option<&str>,
        flags: u32,
    ) -> Result<String> {
        check_flags(flags, 0, Origin::Test, "testConnectGetDomainCapabilities")?;
        super::capabilities::describe(emulatorbin, arch, machine, virttype)
    }

    fn domain_rename(&self, dom: &Domain, new_name: Option<&str>, flags: u32) -> Result<i32> {
        check_flags(flags, 0, Origin::Test, "testDomainRename")?;
        let new_name = new_name.unwrap_or_default();
        let mut change = self.state.change(dom, "virDomainRename")?;
        let state = change.state();
        if state.is_active() {
            bail!(Test, OperationInvalid, "cannot rename active domain");
        }
        if new_name.is_empty() {
            return Err(Error::argument("new_name", "string new_name in %s must not be empty"));
        }
        if new_name.contains('/') {
            bail!(Test, XmlError, "name {new_name} cannot contain '/'");
        }
        if *state.name == *new_name {
            bail!(Domain, OperationInvalid, "Can't rename domain to itself");
        }
        let name = Name::new(new_name);
        if !self.state.domains.registry.rename(&state.name, name.clone()) {
            bail!(Domain, OperationInvalid, "domain with name '{new_name}' already exists");
        }
        change.lifecycle(VIR_DOMAIN_EVENT_UNDEFINED, VIR_DOMAIN_EVENT_UNDEFINED_RENAMED);
        let mut document = Document::clone(state.persistent());
        document.set_name(new_name);
        change.update(|state| {
            state.name = name;
            state.set_config(document);
        });
        change.lifecycle(VIR_DOMAIN_EVENT_DEFINED, VIR_DOMAIN_EVENT_DEFINED_RENAMED);
        Ok(0)
    }
}
