//! Objects that a driver keeps: a state that readers take without waiting, and a queue for those who change it.
//!
//! An object publishes its state as an immutable snapshot. A getter reads the snapshot and never waits for an
//! operation that is under way. Whoever changes the object first takes its job ([`Object::begin`]): jobs run one
//! after the other, and waiting for one has an end. What happens by itself (a guest stops, a device is gone) is noted
//! without a job ([`Object::update`]).
//!
//! An operation that takes long (saving a guest, migrating it) takes the long job ([`Object::begin_long`]), beside
//! which the kinds of job that it allows go on; what it does itself it does in short jobs of its own.

use std::{
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError, RwLock,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};
use virt_error::{Code, Error, Origin, Result};

use crate::types::Uuid;

/// How long an operation waits for the one before it.
pub const JOB_WAIT: Duration = Duration::from_secs(30);

/// What a job does to the object, as far as a long job beside it is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum JobKind {
    /// Asks something that the snapshot does not hold.
    Query,
    Modify,
    Destroy,
    Suspend,
    /// Ends a long job.
    Abort,
}

/// The kinds of job that may run beside a long one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowed(u8);

impl Allowed {
    /// What libvirt allows beside every long job.
    pub const USUAL: Allowed = Allowed::of(&[JobKind::Query, JobKind::Destroy, JobKind::Abort]);
    pub const NONE: Allowed = Allowed(0);

    pub const fn of(kinds: &[JobKind]) -> Allowed {
        let mut bits = 0;
        let mut next = 0;
        while next < kinds.len() {
            bits |= 1 << kinds[next] as u8;
            next += 1;
        }
        Allowed(bits)
    }

    pub const fn and(self, kind: JobKind) -> Allowed {
        Allowed(self.0 | 1 << kind as u8)
    }

    fn has(self, kind: JobKind) -> bool {
        self.0 & 1 << kind as u8 != 0
    }
}

/// One object: who it is, its published state, and the queue of those who change it.
#[derive(Debug)]
pub struct Object<S> {
    /// Counts objects in the order of their making; lists follow it.
    pub(crate) serial: u64,
    uuid: Uuid,
    state: RwLock<Arc<S>>,
    /// Held by whoever makes a new state out of the published one.
    writing: Mutex<()>,
    jobs: Mutex<Jobs>,
    job_free: Condvar,
}

/// Who is at work, by the names of their operations.
#[derive(Debug, Default)]
struct Jobs {
    /// How many wait to be at work.
    waiting: usize,
    /// The most that may wait.
    most_waiting: Option<usize>,
    short: Option<&'static str>,
    long: Option<(&'static str, Allowed)>,
}

static SERIAL: AtomicU64 = AtomicU64::new(0);

impl<S> Object<S> {
    pub fn new(uuid: Uuid, state: S) -> Arc<Object<S>> {
        Arc::new(Object {
            serial: SERIAL.fetch_add(1, Ordering::Relaxed),
            uuid,
            state: RwLock::new(Arc::new(state)),
            writing: Mutex::new(()),
            jobs: Mutex::default(),
            job_free: Condvar::new(),
        })
    }

    /// What the object keeps for life; all zeros for the kinds of object that have none.
    #[inline]
    pub fn uuid(&self) -> Uuid {
        self.uuid
    }

    /// The state as it is now; it does not change in the hands of whoever holds it.
    #[inline]
    pub fn state(&self) -> Arc<S> {
        self.state.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Looks at the state in place. `look` must be short: a writer that publishes waits for it.
    #[inline]
    pub fn read<R>(&self, look: impl FnOnce(&S) -> R) -> R {
        look(&self.state.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Publishes a new state.
    fn publish(&self, state: S) {
        let state = Arc::new(state);
        let mut place = self.state.write().unwrap_or_else(PoisonError::into_inner);
        let old = std::mem::replace(&mut *place, state);
        // The old state may be the last reference to a document: it is freed without the lock.
        drop(place);
        drop(old);
    }

    /// Publishes what `edit` makes of the state; nobody else's update comes between. It needs no job: what happens to an
    /// object by itself is noted while an operation is under way. `edit` must be short, and must not update the object.
    pub fn update<R>(&self, edit: impl FnOnce(&mut S) -> R) -> R
    where
        S: Clone,
    {
        let _writing = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let mut next = S::clone(&self.state());
        let result = edit(&mut next);
        self.publish(next);
        result
    }

    /// [`Object::update`], which publishes nothing when `edit` fails.
    pub fn try_update<R, E>(
        &self,
        edit: impl FnOnce(&mut S) -> std::result::Result<R, E>,
    ) -> std::result::Result<R, E>
    where
        S: Clone,
    {
        let _writing = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let mut next = S::clone(&self.state());
        let result = edit(&mut next)?;
        self.publish(next);
        Ok(result)
    }

    /// Takes the job, waiting for the one who has it, but no longer than [`JOB_WAIT`].
    ///
    /// `operation` names what is going to be done; whoever waits in vain reads it in the error,
    /// `VIR_ERR_OPERATION_TIMEOUT` from `origin`.
    pub fn begin(self: &Arc<Self>, operation: &'static str, origin: Origin) -> Result<Change<S>> {
        self.begin_within(JobKind::Modify, operation, origin, JOB_WAIT)
    }

    /// [`Object::begin`] for a job of some kind, with a wait of one's own.
    pub fn begin_within(
        self: &Arc<Self>,
        kind: JobKind,
        operation: &'static str,
        origin: Origin,
        wait: Duration,
    ) -> Result<Change<S>> {
        let free = |jobs: &Jobs| {
            jobs.short.or(jobs.long.and_then(|(name, allowed)| (!allowed.has(kind)).then_some(name)))
        };
        let mut jobs = self.wait_for(free, origin, wait)?;
        jobs.short = Some(operation);
        drop(jobs);
        Ok(Change { object: self.clone() })
    }

    /// Takes the job of an operation that takes long; beside it, jobs of the `allowed` kinds run.
    pub fn begin_long(
        self: &Arc<Self>,
        operation: &'static str,
        allowed: Allowed,
        origin: Origin,
    ) -> Result<LongJob<S>> {
        let free = |jobs: &Jobs| jobs.short.or(jobs.long.map(|(name, _)| name));
        let mut jobs = self.wait_for(free, origin, JOB_WAIT)?;
        jobs.long = Some((operation, allowed));
        drop(jobs);
        Ok(LongJob { object: self.clone(), operation, origin })
    }

    /// Waits until nobody is in the way; `blocker` names who is.
    fn wait_for(
        &self,
        blocker: impl Fn(&Jobs) -> Option<&'static str>,
        origin: Origin,
        wait: Duration,
    ) -> Result<MutexGuard<'_, Jobs>> {
        let mut jobs = self.jobs();
        if blocker(&jobs).is_none() {
            return Ok(jobs);
        }
        if jobs.most_waiting.is_some_and(|most| jobs.waiting >= most) {
            let text = "cannot acquire state change lock due to max_queued limit";
            return Err(Error::new(origin, Code::OperationFailed, text));
        }
        jobs.waiting += 1;
        let deadline = Instant::now() + wait;
        while let Some(holder) = blocker(&jobs) {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                jobs.waiting -= 1;
                let text = format!("cannot acquire state change lock (held by monitor={holder})");
                return Err(Error::new(origin, Code::OperationTimeout, text));
            }
            jobs = self.job_free.wait_timeout(jobs, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        jobs.waiting -= 1;
        Ok(jobs)
    }

    /// Says how many operations may wait for the one that is at work; `None` for as many as come.
    pub fn limit_waiting(&self, most: Option<usize>) {
        self.jobs().most_waiting = most;
    }

    fn jobs(&self) -> MutexGuard<'_, Jobs> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The operations that are under way: a short one, and a long one.
    pub fn at_work(&self) -> (Option<&'static str>, Option<&'static str>) {
        let jobs = self.jobs();
        (jobs.short, jobs.long.map(|(name, _)| name))
    }
}

/// The right to change an object; given back when dropped.
#[derive(Debug)]
pub struct Change<S> {
    object: Arc<Object<S>>,
}

impl<S> Change<S> {
    pub fn object(&self) -> &Arc<Object<S>> {
        &self.object
    }

    /// The state, which no other job changes meanwhile.
    pub fn state(&self) -> Arc<S> {
        self.object.state()
    }

    /// Publishes a new state.
    pub fn publish(&self, state: S) {
        let _writing = self.object.writing.lock().unwrap_or_else(PoisonError::into_inner);
        self.object.publish(state);
    }

    /// Publishes what `edit` makes of the state.
    pub fn update<R>(&self, edit: impl FnOnce(&mut S) -> R) -> R
    where
        S: Clone,
    {
        self.object.update(edit)
    }
}

impl<S> Drop for Change<S> {
    fn drop(&mut self) {
        self.object.jobs().short = None;
        self.object.job_free.notify_all();
    }
}

/// An operation that takes long; its right ends when this is dropped.
#[derive(Debug)]
pub struct LongJob<S> {
    object: Arc<Object<S>>,
    operation: &'static str,
    origin: Origin,
}

impl<S> LongJob<S> {
    pub fn object(&self) -> &Arc<Object<S>> {
        &self.object
    }

    /// A short job of the operation itself.
    pub fn change(&self) -> Result<Change<S>> {
        let mut jobs = self.object.wait_for(|jobs| jobs.short, self.origin, JOB_WAIT)?;
        jobs.short = Some(self.operation);
        drop(jobs);
        Ok(Change { object: self.object.clone() })
    }
}

impl<S> Drop for LongJob<S> {
    fn drop(&mut self) {
        self.object.jobs().long = None;
        self.object.job_free.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    #[test]
    fn a_reader_does_not_wait_for_a_job() {
        let object = Object::new(Uuid::default(), 1);
        let change = object.begin("change", Origin::Test).unwrap();
        change.update(|state| *state = 2);
        assert_eq!((*object.state(), object.read(|state| *state)), (2, 2));
    }

    #[test]
    fn a_snapshot_stays_as_it_was() {
        let object = Object::new(Uuid::default(), 1);
        let before = object.state();
        object.begin("change", Origin::Test).unwrap().publish(2);
        assert_eq!((*before, *object.state()), (1, 2));
    }

    #[test]
    fn waiting_for_a_job_has_an_end_and_says_who_holds_it() {
        let object = Object::new(Uuid::default(), ());
        let held = object.begin("virDomainSave", Origin::Test).unwrap();
        let refused =
            object.begin_within(JobKind::Modify, "x", Origin::Test, Duration::from_millis(5)).unwrap_err();
        assert_eq!(
            refused.message(),
            "Timed out during operation: cannot acquire state change lock (held by monitor=virDomainSave)"
        );
        drop(held);
        assert!(object.begin_within(JobKind::Modify, "x", Origin::Test, Duration::ZERO).is_ok());
    }

    #[test]
    fn no_more_wait_than_may() {
        let object = Object::new(Uuid::default(), ());
        object.limit_waiting(Some(0));
        let held = object.begin("first", Origin::Test).unwrap();
        let refused = object.begin("second", Origin::Test).unwrap_err();
        assert_eq!(refused.code(), Code::OperationFailed);
        assert!(refused.message().ends_with("due to max_queued limit"));
        drop(held);
        assert!(object.begin("third", Origin::Test).is_ok());
    }

    #[test]
    fn jobs_run_one_after_the_other() {
        let object = Object::new(Uuid::default(), 0);
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..100 {
                        object.begin("count", Origin::Test).unwrap().update(|state| *state += 1);
                    }
                });
            }
        });
        assert_eq!(*object.state(), 400);
    }

    #[test]
    fn beside_a_long_job_only_what_it_allows_runs() {
        let object = Object::new(Uuid::default(), 0);
        let short = |kind| object.begin_within(kind, "x", Origin::Test, Duration::from_millis(5));
        let long = object.begin_long("virDomainSave", Allowed::USUAL, Origin::Test).unwrap();
        assert!(short(JobKind::Modify).unwrap_err().message().contains("monitor=virDomainSave"));
        assert!(short(JobKind::Suspend).is_err());
        drop(short(JobKind::Query).unwrap());
        let own = long.change().unwrap();
        assert!(short(JobKind::Destroy).is_err());
        drop(own);
        drop(short(JobKind::Destroy).unwrap());
        assert_eq!(object.at_work(), (None, Some("virDomainSave")));
        drop(long);
        assert!(short(JobKind::Modify).is_ok());
    }

    #[test]
    fn what_happens_by_itself_is_not_lost_to_a_job() {
        let object = Object::new(Uuid::default(), 0);
        let change = object.begin("count", Origin::Test).unwrap();
        thread::scope(|scope| {
            scope.spawn(|| (0..1000).for_each(|_| object.update(|state| *state += 1)));
            (0..1000).for_each(|_| change.update(|state| *state += 1));
        });
        assert_eq!(*object.state(), 2000);
        assert_eq!(
            object.try_update(|state| {
                *state = 0;
                Err::<(), i32>(1)
            }),
            Err(1)
        );
        assert_eq!(*object.state(), 2000);
    }
}
