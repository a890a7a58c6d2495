//! A guest from its start to its end: its emulator, what is known of the run, and who hears what the emulator says.

use super::{DomainObject, DomainState, block::BlockJobs, events, jobs::Job};
use crate::{
    agent::Agent,
    monitor::{Listener, Monitor},
    process::{
        Running,
        status::{self, StatusFile},
    },
    state::QemuState,
};
use serde_json::Value;
use std::{
    collections::{HashMap, VecDeque},
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError, Weak,
        atomic::{AtomicBool, AtomicI32, Ordering},
    },
    time::{Duration, Instant},
};
use virt_conf::domain::Domain as Document;
use virt_core::{
    constants::*,
    event::{Class, Event},
    types::Uuid,
};
use virt_error::{Error, Result};

/// A run of a guest. What changes here changes without a job; everything else of the guest is in its published state.
pub struct Run {
    pub running: Running,
    pub ears: Arc<Ears>,
    /// The guest's agent, when the document has a channel for it.
    pub agent: Option<Arc<Agent>>,
    /// libvirt's words for what support wants to know of the guest.
    taints: Mutex<Vec<String>>,
    /// What the guest's clock differed by from the host's when it started, in seconds.
    pub clock_base: i64,
    /// The run has ended. Held by whoever writes its status.
    over: Mutex<bool>,
    /// The long job that is under way.
    pub(super) job: Mutex<Option<Arc<Job>>>,
    /// The jobs of disks that are under way.
    pub(super) block_jobs: BlockJobs,
    /// The devices that the guest has let go of, by their aliases, until somebody asks.
    gone: Mutex<HashMap<String, Unplug>>,
    went: Condvar,
    /// Somebody ends the emulator; that its monitor ends is no surprise.
    pub destroying: AtomicBool,
    /// The guest has shut itself down.
    pub shut_down: AtomicBool,
    /// When the guest has shut down, it starts again.
    pub fake_reboot: AtomicBool,
    /// Why the guest's processors stop next (`virDomainPausedReason`), and why they go on next.
    stop_reason: AtomicI32,
    resume_reason: AtomicI32,
}

/// What became of a device that the guest was asked to let go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unplug {
    Gone,
    Refused,
}

impl Run {
    /// `document` is the live one that it begins with.
    pub fn new(
        running: Running,
        ears: Arc<Ears>,
        agent: Option<Arc<Agent>>,
        taints: Vec<String>,
        document: &Document,
    ) -> Run {
        let adjustment = document.clock.as_ref().and_then(|clock| clock.adjustment.as_deref());
        Run {
            clock_base: adjustment.and_then(|seconds| seconds.parse().ok()).unwrap_or(0),
            over: Mutex::new(false),
            job: Mutex::default(),
            block_jobs: BlockJobs::default(),
            gone: Mutex::default(),
            went: Condvar::new(),
            running,
            ears,
            agent,
            taints: Mutex::new(taints),
            destroying: AtomicBool::new(false),
            shut_down: AtomicBool::new(false),
            fake_reboot: AtomicBool::new(false),
            stop_reason: AtomicI32::new(VIR_DOMAIN_PAUSED_UNKNOWN),
            resume_reason: AtomicI32::new(VIR_DOMAIN_RUNNING_UNPAUSED),
        }
    }

    /// The guest has let go of a device, or will not.
    pub fn note_unplug(&self, alias: &str, outcome: Unplug) {
        /// Nobody asks for more at a time.
        const MOST: usize = 1024;
        let mut gone = self.gone.lock().unwrap_or_else(PoisonError::into_inner);
        if gone.len() < MOST {
            gone.insert(alias.to_owned(), outcome);
        }
        drop(gone);
        self.went.notify_all();
    }

    /// A device is going to be unplugged: what happened to one of this name before means nothing.
    pub fn expect_unplug(&self, alias: &str) {
        self.gone.lock().unwrap_or_else(PoisonError::into_inner).remove(alias);
    }

    /// Waits until the guest has let go of a device, or refused to; `None` when it did neither.
    pub fn wait_unplug(&self, alias: &str, wait: Duration) -> Option<Unplug> {
        let deadline = Instant::now() + wait;
        let mut gone = self.gone.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some(outcome) = gone.remove(alias) {
                return Some(outcome);
            }
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return None;
            }
            gone = self.went.wait_timeout(gone, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// libvirt's words for what support wants to know of the guest.
    pub fn taints(&self) -> Vec<String> {
        self.taints.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Something was done that support wants to know of: the log and the status file tell of the first time.
    pub fn taint(&self, state: &QemuState, object: &DomainObject, word: &str) {
        let mut taints = self.taints.lock().unwrap_or_else(PoisonError::into_inner);
        if taints.iter().any(|known| known == word) {
            return;
        }
        taints.push(word.to_owned());
        drop(taints);
        let running = &self.running;
        log::warn!(
            "Domain id={} name='{}' uuid={} is tainted: {word}",
            running.id,
            running.name,
            object.uuid()
        );
        running.log_taint(word);
        if let Err(error) = self.write_current(state, object) {
            log::warn!("domain '{}': {}", running.name, error.message());
        }
    }

    /// Writes down the guest's state as it is now for a later process, unless the run has ended.
    pub fn write_current(&self, state: &QemuState, object: &DomainObject) -> Result<()> {
        let over = self.over.lock().unwrap_or_else(PoisonError::into_inner);
        // Looked at while nobody else writes: what is written last is what holds.
        if *over { Ok(()) } else { self.write_file(state, &object.state()) }
    }

    /// Writes down a state that is about to be the guest's.
    pub fn write_status(&self, state: &QemuState, domain: &DomainState) -> Result<()> {
        let over = self.over.lock().unwrap_or_else(PoisonError::into_inner);
        if *over { Ok(()) } else { self.write_file(state, domain) }
    }

    /// The run is over: its status is not written down any more.
    pub fn end_status(&self) {
        *self.over.lock().unwrap_or_else(PoisonError::into_inner) = true;
    }

    fn write_file(&self, state: &QemuState, domain: &DomainState) -> Result<()> {
        let running = &self.running;
        let agent_timeout = domain.extra.agent_timeout();
        let file = StatusFile { agent_timeout, ..running.status_file(domain.status, &self.taints()) };
        file.write(&status::path(&state.directories, &running.name), &domain.def)
    }

    #[inline]
    pub fn monitor(&self) -> &Arc<Monitor> {
        &self.running.monitor
    }

    /// Says why the processors are going to stop.
    pub fn expect_stop(&self, reason: i32) {
        self.stop_reason.store(reason, Ordering::Release);
    }

    pub fn take_stop_reason(&self) -> i32 {
        self.stop_reason.swap(VIR_DOMAIN_PAUSED_UNKNOWN, Ordering::AcqRel)
    }

    /// Says why the processors are going to run.
    pub fn expect_resume(&self, reason: i32) {
        self.resume_reason.store(reason, Ordering::Release);
    }

    pub fn take_resume_reason(&self) -> i32 {
        self.resume_reason.swap(VIR_DOMAIN_RUNNING_UNPAUSED, Ordering::AcqRel)
    }
}

/// Who hears what one emulator says. The thread that reads monitors only puts it into a queue; a thread that is there as
/// long as the queue is not empty works it off, in order.
pub struct Ears {
    state: Weak<QemuState>,
    uuid: Uuid,
    id: i32,
    me: Weak<Ears>,
    queue: Mutex<Queue>,
    progress: Condvar,
}

#[derive(Default)]
struct Queue {
    waiting: VecDeque<Said>,
    /// What is heard before the guest is known is kept until it is.
    open: bool,
    busy: bool,
    /// Everything before the monitor's end is worked off.
    ended: bool,
    /// How much was heard, and how much of it is worked off.
    heard: u64,
    done: u64,
}

/// With this much that nobody worked off, an emulator must wait before it says more.
const MOST_WAITING: usize = 4096;

enum Said {
    Event { name: String, data: Value, time: u64 },
    Closed(Error),
}

impl Ears {
    /// For the guest that starts under a number.
    pub fn new(state: &Arc<QemuState>, uuid: Uuid, id: i32) -> Arc<Ears> {
        Arc::new_cyclic(|me| Ears {
            state: Arc::downgrade(state),
            uuid,
            id,
            me: me.clone(),
            queue: Mutex::default(),
            progress: Condvar::new(),
        })
    }

    /// The guest is known: what was heard so far is worked off, and what follows too.
    pub fn open(&self) {
        let mut queue = self.queue();
        queue.open = true;
        self.work(&mut queue);
    }

    /// Waits until everything that the emulator said before its end is worked off, but not long: an emulator that
    /// was killed says nothing more.
    pub fn wait_for_end(&self, wait: Duration) {
        let deadline = Instant::now() + wait;
        let mut queue = self.queue();
        while !queue.ended {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return;
            }
            queue = self.progress.wait_timeout(queue, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Waits until what was heard so far is worked off. An emulator tells of what a command does before it answers the
    /// command: after this the guest's state is what the command made it.
    pub fn settle(&self) {
        /// What is worked off here waits for nobody.
        const WAIT: Duration = Duration::from_secs(5);
        let deadline = Instant::now() + WAIT;
        let mut queue = self.queue();
        let heard = queue.heard;
        while queue.open && queue.done < heard {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                log::warn!("what an emulator said is not worked off");
                return;
            }
            queue = self.progress.wait_timeout(queue, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn hear(&self, said: Said) {
        let mut queue = self.queue();
        queue.waiting.push_back(said);
        queue.heard += 1;
        self.work(&mut queue);
    }

    /// Sees to it that somebody works the queue off.
    fn work(&self, queue: &mut Queue) {
        let Some(me) = self.me.upgrade().filter(|_| queue.open && !queue.busy && !queue.waiting.is_empty())
        else {
            return;
        };
        match virt_sys::thread::spawn("qemu-event", move || me.work_off()) {
            Ok(_) => queue.busy = true,
            Err(cause) => log::error!("no thread for what an emulator said: {cause}"),
        }
    }

    /// The monitor is read on: the emulator may say more.
    fn catch_up(&self) {
        let Some(state) = self.state.upgrade() else { return };
        let object = state.domains.registry.by_uuid(&self.uuid);
        if let Some(run) = object.and_then(|object| current(&object, self.id)) {
            run.monitor().resume();
        }
    }

    fn work_off(&self) {
        // What panics must not leave the guest deaf.
        struct Idle<'a>(&'a Ears);
        impl Drop for Idle<'_> {
            fn drop(&mut self) {
                self.0.queue().busy = false;
            }
        }
        let idle = Idle(self);
        let mut queue = self.queue();
        loop {
            let Some(said) = queue.waiting.pop_front() else {
                // Under the lock, so that nothing comes between.
                queue.busy = false;
                drop(queue);
                std::mem::forget(idle);
                return;
            };
            // What follows the end of the monitor may wait for whoever waits for this.
            let last = matches!(said, Said::Closed(_));
            if last {
                queue.ended = true;
                queue.done += 1;
                self.progress.notify_all();
            }
            let caught_up = queue.waiting.len() + 1 == MOST_WAITING;
            drop(queue);
            if caught_up {
                self.catch_up();
            }
            self.act(said);
            queue = self.queue();
            if !last {
                queue.done += 1;
                self.progress.notify_all();
            }
        }
    }

    fn act(&self, said: Said) {
        let Some(state) = self.state.upgrade().filter(|state| !state.is_closing()) else { return };
        let Some(object) = state.domains.registry.by_uuid(&self.uuid) else { return };
        let Some(run) = current(&object, self.id) else { return };
        match said {
            Said::Event { name, data, time } => {
                log::debug!("domain '{}': event {name} {data} at {time}", run.running.name);
                tell_raw(&state, &object, &name, &data, time);
                events::handle(&state, &object, &run, &name, &data);
            }
            Said::Closed(why) => super::stop::emulator_gone(&state, &object, &run, self.id, &why),
        }
    }
}

/// Tells those who watch the monitor itself.
fn tell_raw(state: &QemuState, object: &DomainObject, name: &str, data: &Value, time: u64) {
    const SECOND: u64 = 1_000_000;
    if !state.outbox.hub().is_watched(Class::QemuMonitor) {
        return;
    }
    let empty = data.as_object().is_none_or(serde_json::Map::is_empty);
    let event = Event::QemuMonitor {
        dom: object.read(|domain| domain.record(object.uuid())),
        event: name.to_owned(),
        seconds: (time / SECOND) as i64,
        micros: (time % SECOND) as u32,
        details: (!empty).then(|| data.to_string()),
    };
    super::status::tell(state, event);
}

/// The run that a domain is in under that number.
pub fn current(object: &DomainObject, id: i32) -> Option<Arc<Run>> {
    object.read(|state| if state.id == id { state.extra.run.clone() } else { None })
}

impl Listener for Ears {
    fn event(&self, name: &str, data: Value, time: u64) {
        self.hear(Said::Event { name: name.to_owned(), data, time });
    }

    fn is_behind(&self) -> bool {
        self.queue().waiting.len() >= MOST_WAITING
    }

    fn closed(&self, why: Error) {
        self.hear(Said::Closed(why));
    }
}
