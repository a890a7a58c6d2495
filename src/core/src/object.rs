//! Objects that a driver keeps: a state that readers take without waiting, and a queue for those who change it.
//!
//! An object publishes its state as an immutable snapshot. A getter reads the snapshot and never waits for an
//! operation that is under way. Whoever changes the object first takes its job ([`Object::begin`]): jobs run one
//! after the other, and waiting for one has an end.

use std::{
    sync::{
        Arc, Condvar, Mutex, PoisonError, RwLock,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};
use virt_error::{Code, Error, Origin, Result};

use crate::types::Uuid;

/// How long an operation waits for the one before it.
pub const JOB_WAIT: Duration = Duration::from_secs(30);

/// One object: who it is, its published state, and the queue of those who change it.
#[derive(Debug)]
pub struct Object<S> {
    /// Counts objects in the order of their making; lists follow it.
    pub(crate) serial: u64,
    uuid: Uuid,
    state: RwLock<Arc<S>>,
    job: Mutex<Option<&'static str>>,
    job_free: Condvar,
}

static SERIAL: AtomicU64 = AtomicU64::new(0);

impl<S> Object<S> {
    pub fn new(uuid: Uuid, state: S) -> Arc<Object<S>> {
        Arc::new(Object {
            serial: SERIAL.fetch_add(1, Ordering::Relaxed),
            uuid,
            state: RwLock::new(Arc::new(state)),
            job: Mutex::new(None),
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

    /// Takes the job, waiting for the one who has it, but no longer than [`JOB_WAIT`].
    ///
    /// `operation` names what is going to be done; whoever waits in vain reads it in the error,
    /// `VIR_ERR_OPERATION_TIMEOUT` from `origin`.
    pub fn begin(self: &Arc<Self>, operation: &'static str, origin: Origin) -> Result<Change<S>> {
        self.begin_within(operation, origin, JOB_WAIT)
    }

    /// [`Object::begin`] with a wait of one's own.
    pub fn begin_within(
        self: &Arc<Self>,
        operation: &'static str,
        origin: Origin,
        wait: Duration,
    ) -> Result<Change<S>> {
        let mut job = self.job.lock().unwrap_or_else(PoisonError::into_inner);
        if job.is_some() {
            let deadline = Instant::now() + wait;
            while let Some(holder) = *job {
                let left = deadline.saturating_duration_since(Instant::now());
                if left.is_zero() {
                    let text = format!("cannot acquire state change lock (held by monitor={holder})");
                    return Err(Error::new(origin, Code::OperationTimeout, text));
                }
                job = self.job_free.wait_timeout(job, left).unwrap_or_else(PoisonError::into_inner).0;
            }
        }
        *job = Some(operation);
        drop(job);
        Ok(Change { object: self.clone() })
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

    /// The state, which nobody else changes meanwhile.
    pub fn state(&self) -> Arc<S> {
        self.object.state()
    }

    /// Publishes a new state.
    pub fn publish(&self, state: S) {
        let state = Arc::new(state);
        let mut place = self.object.state.write().unwrap_or_else(PoisonError::into_inner);
        let old = std::mem::replace(&mut *place, state);
        // The old state may be the last reference to a document: it is freed without the lock.
        drop(place);
        drop(old);
    }

    /// Publishes what `edit` makes of the state.
    pub fn update<R>(&self, edit: impl FnOnce(&mut S) -> R) -> R
    where
        S: Clone,
    {
        let mut next = S::clone(&self.object.state());
        let result = edit(&mut next);
        self.publish(next);
        result
    }
}

impl<S> Drop for Change<S> {
    fn drop(&mut self) {
        *self.object.job.lock().unwrap_or_else(PoisonError::into_inner) = None;
        self.object.job_free.notify_one();
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
        let refused = object.begin_within("x", Origin::Test, Duration::from_millis(5)).unwrap_err();
        assert_eq!(
            refused.message(),
            "Timed out during operation: cannot acquire state change lock (held by monitor=virDomainSave)"
        );
        drop(held);
        assert!(object.begin_within("x", Origin::Test, Duration::ZERO).is_ok());
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
}
