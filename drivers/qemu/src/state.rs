//! An instance of the driver: one root directory, its domains and its emulators, shared by the process's connections.

use crate::{
    directories::Directories,
    document,
    domain::{self, DomainTable, Lines},
    emulator::Emulators,
    settings::Settings,
};
use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, MutexGuard, Once, OnceLock, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread::JoinHandle,
};
use virt_conf::host::Host;
use virt_core::outbox::Outbox;
use virt_error::{Error, Origin, Result};
use virt_sys::{directory_lock::DirectoryLock, fork, reactor::Reactor};

/// An instance.
pub struct QemuState {
    /// Where events leave the instance. Nothing is locked when they are sent.
    pub outbox: Outbox,
    pub directories: Directories,
    pub settings: Arc<Settings>,
    pub domains: DomainTable,
    /// The consoles and channels that somebody has open.
    pub lines: Lines,
    /// The thread that hears what emulators say.
    pub reactor: Reactor,
    /// Threads that must have ended when the directories are let go of.
    threads: Mutex<Vec<JoinHandle<()>>>,
    /// Nothing that emulators say concerns the instance any more.
    closing: AtomicBool,
    emulators: OnceLock<Arc<Emulators>>,
    host: OnceLock<Host>,
    /// What keeps other processes from the directories, as long as the instance is open.
    lock: Mutex<Option<DirectoryLock>>,
    /// The place of the instance among those of the process.
    slot: Arc<Slot>,
}

/// Where an instance is opened and closed, one at a time.
#[derive(Default)]
struct Slot(Mutex<Users>);

#[derive(Default)]
struct Users {
    /// How many connections use the instance.
    count: usize,
    instance: Option<Arc<QemuState>>,
}

/// The instances of a process, by the place of their lock; a child of `fork` has none of its parent's.
#[derive(Default)]
struct Instances {
    generation: u64,
    slots: Option<HashMap<PathBuf, Arc<Slot>>>,
}

static INSTANCES: Mutex<Instances> = Mutex::new(Instances { generation: 0, slots: None });

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl QemuState {
    /// Joins the process's instance under `root`, or opens it. Every call needs its [`QemuState::leave`].
    ///
    /// Errors: `VIR_ERR_SYSTEM_ERROR` when a directory cannot be made, or another process uses them.
    pub fn join(root: &Path) -> Result<Arc<QemuState>> {
        let directories = Directories::embedded(root);
        directories.make()?;
        let place = fs::canonicalize(&directories.run).map_err(|cause| {
            Error::system(Origin::None, format!("cannot access '{}'", directories.run.display()), &cause)
        })?;
        let slot = Slot::of(place);
        let mut users = locked(&slot.0);
        let instance = match &users.instance {
            Some(instance) => instance.clone(),
            None => {
                let instance = QemuState::open(directories, slot.clone())?;
                users.instance = Some(instance.clone());
                instance
            }
        };
        users.count += 1;
        Ok(instance)
    }

    /// Takes back a [`QemuState::join`]; the last one closes the instance. Guests go on running.
    pub fn leave(state: &Arc<QemuState>) {
        let mut users = locked(&state.slot.0);
        users.count = users.count.saturating_sub(1);
        if users.count == 0 {
            if let Some(instance) = users.instance.take() {
                instance.close();
            }
        }
    }

    fn open(directories: Directories, slot: Arc<Slot>) -> Result<Arc<QemuState>> {
        let settings = Arc::new(Settings::load(&directories)?);
        let lock = DirectoryLock::acquire(&directories.run.join("driver.pid"))?;
        let state = Arc::new(QemuState {
            outbox: Outbox::default(),
            directories,
            settings,
            domains: DomainTable::default(),
            lines: Lines::default(),
            reactor: Reactor::new("qemu-monitors"),
            threads: Mutex::default(),
            closing: AtomicBool::new(false),
            emulators: OnceLock::new(),
            host: OnceLock::new(),
            lock: Mutex::new(Some(lock)),
            slot,
        });
        domain::load(&state)?;
        domain::adopt(&state);
        domain::autostart(&state);
        Ok(state)
    }

    /// Lets go of the guests, which run on, and of the directories.
    fn close(&self) {
        self.closing.store(true, Ordering::Release);
        for thread in std::mem::take(&mut *locked(&self.threads)) {
            if thread.join().is_err() {
                log::error!("a thread of '{}' ended in a panic", self.directories.root.display());
            }
        }
        for object in self.domains.registry.all() {
            if let Some(run) = &object.state().extra.run {
                run.monitor().close();
            }
        }
        *locked(&self.lock) = None;
    }

    /// The instance is not closed before this thread has ended. It looks at [`QemuState::is_closing`] before it begins
    /// anything.
    pub fn wait_at_close(&self, thread: JoinHandle<()>) {
        locked(&self.threads).push(thread);
    }

    pub fn is_closing(&self) -> bool {
        self.closing.load(Ordering::Acquire)
    }

    /// The emulators of the host, each asked when it is first needed.
    pub fn emulators(&self) -> &Arc<Emulators> {
        self.emulators.get_or_init(|| Arc::new(Emulators::new(&self.directories)))
    }

    /// What reading a domain document needs to know of this host.
    pub fn host_for_documents(&self) -> &Host {
        self.host.get_or_init(|| {
            document::host(self.emulators().clone(), self.settings.clone(), self.directories.clone())
        })
    }
}

/// What a document is read with that was complete when it was written.
pub fn bare_host() -> Host {
    Host { namespace: Some(("qemu", document::NAMESPACE)), ..Host::default() }
}

impl Slot {
    fn of(place: PathBuf) -> Arc<Slot> {
        static FORKS: Once = Once::new();
        FORKS.call_once(|| fork::hold_across_fork(|| Box::new(locked(&INSTANCES))));
        let mut instances = locked(&INSTANCES);
        let generation = fork::generation();
        if instances.generation != generation {
            *instances = Instances { generation, slots: None };
        }
        instances.slots.get_or_insert_default().entry(place).or_default().clone()
    }
}
