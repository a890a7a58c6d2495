//! What happens when an instance opens: guests that an earlier process left running are taken over, and domains that
//! start with the host are started.

use super::{
    DomainObject, Ears, Run, plug, saving, start, status,
    store::{self, Autostart},
};
use crate::{
    process::{self, Adopted, Adoption},
    state::QemuState,
};
use std::{
    collections::HashMap,
    fs,
    sync::{Arc, Mutex, PoisonError},
};
use virt_conf::domain::Domain as Document;
use virt_core::{
    constants::*,
    domain::{DomainHost, Purpose, Status},
    records::Domain as Record,
    types::Uuid,
};
use virt_error::Result;

/// Takes over the guests that run. What goes wrong is told to the log: it concerns one guest, not the instance.
pub fn adopt(state: &Arc<QemuState>) {
    let ears: Mutex<HashMap<Uuid, Arc<Ears>>> = Mutex::default();
    let listener = |document: &Document| {
        let heard = Ears::new(state, document.uuid(), document.id());
        ears.lock().unwrap_or_else(PoisonError::into_inner).insert(document.uuid(), heard.clone());
        heard as _
    };
    let left = process::adopt(&Adoption {
        directories: &state.directories,
        settings: &state.settings,
        reactor: &state.reactor,
        host: &crate::state::bare_host(),
        emulator: &|document| state.emulator_of(document),
        listener: &listener,
    });
    let mut ears = ears.into_inner().unwrap_or_else(PoisonError::into_inner);
    for adopted in left.adopted {
        let name = adopted.document.name().to_owned();
        let Some(ears) = ears.remove(&adopted.document.uuid()) else { continue };
        match take_over(state, adopted, ears) {
            Ok(()) => log::info!("domain '{name}' runs on"),
            Err(error) => log::error!("domain '{name}' cannot be taken over: {}", error.message()),
        }
    }
    for (document, reason) in left.ended {
        if let Some(object) = state.domains.registry.by_uuid(&document.uuid()) {
            object.update(|domain| domain.status = Status::new(VIR_DOMAIN_SHUTOFF, reason));
        }
    }
}

fn take_over(state: &Arc<QemuState>, adopted: Adopted, ears: Arc<Ears>) -> Result<()> {
    let Adopted { running, document, status, file, silent } = adopted;
    let id = running.id;
    state.domains.skip_id(id);
    // One that no process can have written is none.
    let timeout = file.agent_timeout.max(VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK);
    let agent = start::agent_of(&document, timeout)?;
    let run = Arc::new(Run::new(running, ears, agent, file.taints, &document));
    let begin = |domain: &mut super::DomainState| {
        domain.start_with(domain.def.clone(), id, status);
        let guest = domain.extra_mut();
        guest.run = Some(run.clone());
        guest.agent_timeout = Some(timeout);
    };
    let placed = state.place(document, &Purpose::Start(&begin), "adopt")?;
    let object: Arc<DomainObject> = placed.change.object().clone();
    drop(placed);
    super::life::greet_agent(&run);
    forget_stale_image(state, &object);
    if !silent {
        plug::reconcile(state, &object, &run);
    }
    status::write(state, &object);
    run.ears.open();
    Ok(())
}

/// A process that was killed between the end of a managed save and the end of the guest, or between the start from an
/// image and the image's removal, leaves both. The guest has gone on since: to start from the image would set its disks
/// against its memory.
fn forget_stale_image(state: &QemuState, object: &Arc<DomainObject>) {
    if !object.read(|domain| domain.managed_save) {
        return;
    }
    let path = store::managed_save_path(&state.directories, &object.state().name);
    match saving::remove_managed(&path) {
        Ok(()) => object.update(|domain| domain.managed_save = false),
        Err(error) => log::error!("{}", error.message()),
    }
}

/// Starts the domains that start with the host, once after each start of the host: the file `autostarted` says in which
/// of the host's runs it was done. libvirt's own is empty, and lies where nothing outlives the host's run.
pub fn autostart(state: &Arc<QemuState>) {
    let done = state.directories.run.join("autostarted");
    let boot = fs::read("/proc/sys/kernel/random/boot_id").unwrap_or_default();
    if fs::read(&done).is_ok_and(|known| known.is_empty() || known == boot) {
        return;
    }
    if let Err(error) = virt_sys::durable::replace(&done, &boot, 0o600) {
        log::error!("{}", error.message());
    }
    let wanted = state.list(|domain, uuid| {
        let asked = domain.autostart || domain.autostart_once;
        (asked && !domain.is_active()).then(|| domain.record(uuid))
    });
    if wanted.is_empty() {
        return;
    }
    let flags = if state.settings.auto_start_bypass_cache { VIR_DOMAIN_START_BYPASS_CACHE } else { 0 };
    let starting = state.clone();
    let started = virt_sys::thread::spawn("qemu-autostart", move || {
        let state = starting;
        for dom in wanted {
            if state.is_closing() {
                return;
            }
            if let Err(error) = start_with_host(&state, &dom, flags) {
                log::error!("Failed to autostart VM '{}': {}", dom.name, error.message());
            }
        }
    });
    match started {
        Ok(thread) => state.wait_at_close(thread),
        Err(cause) => log::error!("no domain is started with the host: {cause}"),
    }
}

fn start_with_host(state: &Arc<QemuState>, dom: &Record, flags: u32) -> Result<()> {
    let mut change = state.change(dom, "autostart")?;
    if change.state().is_active() {
        return Ok(());
    }
    if change.state().autostart_once {
        // This is the one time, whether it succeeds or not.
        store::set_autostart(&state.directories, &change.state().name, Autostart::Once, false)?;
        change.update(|domain| domain.autostart_once = false);
    }
    start::start_domain(state, &mut change, flags, 0)
}
